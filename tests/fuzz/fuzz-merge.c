/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Three files, with lines "=====" between: two versions of a project and what both were made of.
 * Whatever they hold, the merge comes to an end and can be saved; and who changed nothing gets what
 * the other side has, unless that is another project or lacks what it refers to, which the merge
 * brings back. */

#include "files/jalon-merge.h"
#include "files/jalon-reader.h"
#include "files/jalon-writer.h"
#include "fuzz.h"

static JalonElement *
read_project (const char *text, JalonReport *report)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return jalon_reader_read (bytes, "fuzz", report, NULL);
}

/* The kinds of elements by their ids; a second kind makes it @is_mixed. */
typedef struct
{
  GHashTable *kinds;
  gboolean is_mixed;
} Ids;

static void
add_id (JalonElement *element, gpointer data)
{
  Ids *ids = data;
  const char *id = jalon_element_get_id (element);
  gpointer kind = GUINT_TO_POINTER (jalon_element_get_kind (element) + 1);
  gpointer known = g_hash_table_lookup (ids->kinds, id);

  ids->is_mixed |= known != NULL && known != kind;
  g_hash_table_insert (ids->kinds, (gpointer) id, kind);
}

/* Whether one id means different kinds of elements. What the table does not know keeps its id in
 * its own words; then another may have to change. */
static gboolean
is_mixed (JalonElement *base, JalonElement *ours, JalonElement *theirs)
{
  g_autoptr (GHashTable) kinds = g_hash_table_new (g_str_hash, g_str_equal);
  Ids ids = { kinds, FALSE };

  jalon_element_foreach (base, add_id, &ids);
  jalon_element_foreach (ours, add_id, &ids);
  jalon_element_foreach (theirs, add_id, &ids);
  return ids.is_mixed;
}

static void
check_merge (JalonElement *base, JalonElement *ours, JalonElement *theirs)
{
  g_autoptr (JalonMerge) merge = jalon_merge_new (base, ours, theirs);
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (merge->project);
  g_autoptr (JalonElement) again = jalon_reader_read (bytes, "merged", NULL, NULL);

  fuzz_require (again != NULL);
  if (!is_mixed (base, ours, theirs))
    g_bytes_unref (fuzz_check_project (merge->project));
}

/* One id for two kinds becomes two. */
static void
check_unchanged (JalonElement *base, JalonElement *changed)
{
  g_autoptr (GBytes) wanted = jalon_writer_to_bytes (changed);
  g_autoptr (JalonMerge) merge = jalon_merge_new (base, base, changed);
  g_autoptr (GBytes) merged = jalon_writer_to_bytes (merge->project);

  fuzz_require (is_mixed (base, base, changed) || g_bytes_equal (wanted, merged));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_auto (GStrv) parts = g_strsplit (text, "=====\n", 3);
  g_autoptr (JalonReport) report = jalon_report_new ("fuzz");
  g_autoptr (JalonElement) base = NULL;
  g_autoptr (JalonElement) ours = NULL;
  g_autoptr (JalonElement) theirs = NULL;

  if (g_strv_length (parts) < 3)
    return 0;
  base = read_project (parts[0], report);
  ours = read_project (parts[1], NULL);
  theirs = read_project (parts[2], report);
  if (base == NULL || ours == NULL || theirs == NULL)
    return 0;
  /* Nobody merges what only a newer version can write. */
  if (jalon_reader_is_newer (base) || jalon_reader_is_newer (ours) ||
      jalon_reader_is_newer (theirs))
    return 0;
  check_merge (base, ours, theirs);
  check_merge (base, theirs, ours);
  if (jalon_report_get_n (report) == 0 &&
      strcmp (jalon_element_get_id (base), jalon_element_get_id (theirs)) == 0)
    check_unchanged (base, theirs);
  return 0;
}
