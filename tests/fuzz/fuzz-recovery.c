/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a crash has left: a project, its journal and its note, or what a broken disk makes of them.
 * Two parts with "=====" on a line between them; each is tried as everything. */

#include <string.h>

#include "files/jalon-reader.h"
#include "files/jalon-recovery-private.h"
#include "fuzz.h"

#define SEPARATOR "\n=====\n"

static void
check_note (GBytes *bytes)
{
  g_autofree char *title = recovery_note_get (bytes, "Title");
  g_autofree char *uri = recovery_note_get (bytes, "File");
  g_autofree char *state = recovery_note_get_state (bytes);
  g_autofree char *ending = state != NULL ? recovery_base_ending (state) : NULL;
  g_autoptr (GFile) file = uri != NULL ? g_file_new_for_uri (uri) : NULL;

  fuzz_require (title == NULL || g_utf8_validate (title, -1, NULL));
  fuzz_require (ending == NULL || strchr (ending, '/') == NULL);
}

static void
check_journal (GBytes *whole, GBytes *journal)
{
  g_autoptr (GBytes) state = recovery_journal_apply (whole, journal);
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonElement) project = jalon_reader_read (state, "kept", NULL, &error);
  g_autoptr (GBytes) again = NULL;

  if (project != NULL)
    again = fuzz_check_project (project);
  else
    fuzz_check_error (error);
}

/* What is added to a journal comes out of it. */
static void
check_record (GBytes *before, GBytes *after)
{
  g_autoptr (GBytes) record = recovery_journal_add (before, after);
  g_autofree char *begin = recovery_journal_begin (before);
  GByteArray *text = g_byte_array_new ();
  g_autoptr (GBytes) journal = NULL;
  g_autoptr (GBytes) found = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (record, &size);

  g_byte_array_append (text, (const guint8 *) begin, (guint) strlen (begin));
  g_byte_array_append (text, data, (guint) size);
  journal = g_byte_array_free_to_bytes (text);
  found = recovery_journal_apply (before, journal);
  fuzz_require (g_bytes_equal (found, after));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const char *cut = g_strstr_len ((const char *) data, (gssize) size, SEPARATOR);
  gsize length = cut != NULL ? (gsize) (cut - (const char *) data) + 1 : size;
  gsize rest = cut != NULL ? length + strlen (SEPARATOR) - 1 : size;
  g_autoptr (GBytes) first = g_bytes_new (data, length);
  g_autoptr (GBytes) second = g_bytes_new (data + rest, size - rest);

  check_note (first);
  check_journal (first, second);
  check_record (first, second);
  check_record (second, first);
  return 0;
}
