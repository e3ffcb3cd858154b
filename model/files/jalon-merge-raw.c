/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What newer versions have written: attributes and elements that are kept word for word. They are
 * well-formed, for the reader let them in; what is made of them has to be, too. */

#include "document/jalon-limits.h"
#include "document/jalon-text.h"
#include "files/jalon-format.h"
#include "files/jalon-merge-private.h"

/* As many as find room beside those of the table in what the reader lets in. */
#define MOST_ATTRIBUTES 150

#define BLANKS " \t\n\r"

/* "<name", attributes, and the rest; only attributes where they belong to a known element. */
typedef struct
{
  char *head;
  GPtrArray *names;       /* in order; owned by @attributes */
  GHashTable *attributes; /* name → value in its quotes */
  const char *rest;
} Tag;

/* Returns what follows an attribute at @p. */
static const char *
read_attribute (Tag *self, const char *p)
{
  gsize length = strcspn (p, BLANKS "=");
  char *name = g_strndup (p, length);
  const char *value = p + length + strspn (p + length, BLANKS "=");
  const char *end = value[0] != '\0' ? strchr (value + 1, value[0]) : NULL;

  end = end != NULL ? end + 1 : value + strlen (value);
  if (!g_hash_table_contains (self->attributes, name))
    g_ptr_array_add (self->names, name);
  g_hash_table_insert (self->attributes, name, g_strndup (value, end - value));
  return end;
}

static void
tag_init (Tag *self, const char *raw)
{
  const char *p = raw;

  self->names = g_ptr_array_new ();
  self->attributes = g_hash_table_new_full (jalon_text_hash, g_str_equal, g_free, g_free);
  /* Comments and instructions have no parts. */
  if (p[0] == '<')
    p += p[1] == '!' || p[1] == '?' ? strlen (p) : strcspn (p, BLANKS "/>");
  self->head = g_strndup (raw, p - raw);
  p += strspn (p, BLANKS);
  while (*p != '\0' && *p != '/' && *p != '>')
    {
      p = read_attribute (self, p);
      p += strspn (p, BLANKS);
    }
  self->rest = p;
}

static void
tag_clear (Tag *self)
{
  g_free (self->head);
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->attributes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tag, tag_clear)

/**
 * merge_raw_get_id:
 * @raw: what is kept of an element
 *
 * Returns: (transfer full) (nullable): the id that it has in files; %NULL if it has none
 */
char *
merge_raw_get_id (const char *raw)
{
  g_auto (Tag) tag = { NULL };
  const char *value;

  tag_init (&tag, raw);
  value = g_hash_table_lookup (tag.attributes, JALON_ATTRIBUTE_ID);
  return value != NULL && strlen (value) > 2 ? g_strndup (value + 1, strlen (value) - 2) : NULL;
}

/* The one of three texts that stands, NULL for nothing; that of ours if both changed it. */
static const char *
choose (const char *base, const char *ours, const char *theirs, gboolean *is_conflict)
{
  if (g_strcmp0 (ours, base) == 0)
    return theirs;
  if (g_strcmp0 (theirs, base) == 0 || g_strcmp0 (ours, theirs) == 0)
    return ours;
  *is_conflict |= ours != NULL && theirs != NULL;
  return ours != NULL ? ours : theirs;
}

static void
append_attribute (GString *text, const Tag tags[], const char *name, gboolean *is_conflict)
{
  const char *value = choose (g_hash_table_lookup (tags[MERGE_BASE].attributes, name),
                              g_hash_table_lookup (tags[MERGE_OURS].attributes, name),
                              g_hash_table_lookup (tags[MERGE_THEIRS].attributes, name),
                              is_conflict);

  if (value != NULL)
    g_string_append_printf (text, " %s=%s", name, value);
}

static gboolean
declares_as (const Tag *self, const Tag *other)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const char *name = g_ptr_array_index (self->names, i);

      if (g_str_has_prefix (name, "xmlns") &&
          g_strcmp0 (g_hash_table_lookup (self->attributes, name),
                     g_hash_table_lookup (other->attributes, name)) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Whether names mean the same in both, so that parts of one can stand in the other. */
static gboolean
are_alike (const Tag *ours, const Tag *theirs)
{
  return strcmp (ours->head, theirs->head) == 0 && declares_as (ours, theirs) &&
         declares_as (theirs, ours) && ours->names->len + theirs->names->len <= 2 * MOST_ATTRIBUTES;
}

static char *
merge_tags (const Tag tags[], gboolean *is_conflict)
{
  const Tag *ours = &tags[MERGE_OURS];
  const Tag *theirs = &tags[MERGE_THEIRS];
  GString *text = g_string_new (ours->head);

  for (guint i = 0; i < ours->names->len; i++)
    append_attribute (text, tags, g_ptr_array_index (ours->names, i), is_conflict);
  for (guint i = 0; i < theirs->names->len; i++)
    if (!g_hash_table_contains (ours->attributes, g_ptr_array_index (theirs->names, i)))
      append_attribute (text, tags, g_ptr_array_index (theirs->names, i), is_conflict);
  g_string_append (text, choose (tags[MERGE_BASE].rest, ours->rest, theirs->rest, is_conflict));
  return g_string_free (text, FALSE);
}

/**
 * merge_raw:
 * @texts: (array fixed-size=3): what is kept, by #MergeVersion
 * @is_conflict: (out): whether both changed the same; then that of ours stands
 *
 * Merges what both sides changed of what a newer version has written: attributes one by one, and
 * what is in the element as a whole.
 *
 * Returns: (transfer full): what stands in the merged project
 */
char *
merge_raw (const char *const texts[], gboolean *is_conflict)
{
  Tag tags[MERGE_N_VERSIONS];
  char *merged = NULL;

  *is_conflict = FALSE;
  for (guint i = 0; i < MERGE_N_VERSIONS; i++)
    tag_init (&tags[i], texts[i]);
  if (are_alike (&tags[MERGE_OURS], &tags[MERGE_THEIRS]))
    merged = merge_tags (tags, is_conflict);
  for (guint i = 0; i < MERGE_N_VERSIONS; i++)
    tag_clear (&tags[i]);
  if (merged != NULL && strlen (merged) <= JALON_DATA_MAX)
    return merged;
  g_free (merged);
  *is_conflict = TRUE;
  return g_strdup (texts[MERGE_OURS]);
}
