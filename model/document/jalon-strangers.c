/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-strangers.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-error.h"
#include "document/jalon-limits.h"
#include "document/jalon-text.h"

/* What newer versions and other programs have written stands in the tree word for word, as the
 * reader let it in: well-formed. Brought together from several files it may be more than one file
 * can hold. It is counted here as the reader will count it. */

#define BLANKS " \t\n\r"

/* The id, the namespace and the version. */
#define N_OWN_ATTRIBUTES 3

typedef struct
{
  GHashTable *names;
  GString *name;                     /* the last one */
  gsize n_declared;                  /* bytes */
  guint scopes[JALON_DEPTH_MAX + 1]; /* how many namespaces an element at each depth is within */
  gboolean is_full;
} Count;

static void
count_name (Count *self, const char *start, gsize length)
{
  g_string_truncate (self->name, 0);
  g_string_append_len (self->name, start, (gssize) length);
  if (!g_hash_table_contains (self->names, self->name->str))
    g_hash_table_add (self->names, g_strdup (self->name->str));
  self->is_full |= g_hash_table_size (self->names) > JALON_NAMES_MAX;
}

/* Counts a name, by what stands behind its prefix. */
static void
count_local_name (Count *self, const char *start, gsize length)
{
  const char *colon = memchr (start, ':', length);

  if (colon != NULL)
    count_name (self, colon + 1, start + length - colon - 1);
  else
    count_name (self, start, length);
}

/* An attribute that is called @name and has @value. Returns whether it declares a namespace. */
static gboolean
count_attribute (Count *self,
                 const char *name,
                 gsize name_length,
                 const char *value,
                 gsize value_length)
{
  static const char xmlns[] = "xmlns";
  gsize length = strlen (xmlns);

  if (name_length < length || strncmp (name, xmlns, length) != 0 ||
      (name_length > length && name[length] != ':'))
    {
      count_local_name (self, name, name_length);
      return FALSE;
    }
  count_local_name (self, name, name_length > length ? name_length : 0);
  count_name (self, value, value_length);
  self->n_declared += name_length + value_length + strlen (" =\"\"");
  return TRUE;
}

/* Counts the attributes that begin at @p, at an element @depth deep that has @n_others. Returns
 * what follows them. */
static const char *
count_attributes (Count *self, const char *p, guint depth, guint n_others)
{
  guint n = n_others;

  self->scopes[depth] = self->scopes[depth - 1];
  for (p += strspn (p, BLANKS); *p != '\0' && *p != '/' && *p != '>' && !self->is_full;
       p += strspn (p, BLANKS), n++)
    {
      gsize length = strcspn (p, BLANKS "=");
      const char *value = p + length + strspn (p + length, BLANKS "=");
      const char *end = *value != '\0' ? strchr (value + 1, *value) : NULL;

      if (end == NULL)
        return p + strlen (p);
      if (count_attribute (self, p, length, value + 1, end - value - 1))
        self->scopes[depth]++;
      p = end + 1;
    }
  self->is_full |= n > JALON_ATTRIBUTES_MAX || self->scopes[depth] > JALON_ATTRIBUTES_MAX ||
                   self->n_declared > JALON_DECLARED_MAX;
  return p;
}

/* Returns what follows the comment, instruction or the like at @p, NULL if it is none. */
static const char *
skip (const char *p)
{
  static const char *const marks[][2] = {
    { "<!--", "-->" },
    { "<![CDATA[", "]]>" },
    { "<?", "?>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (p, marks[i][0]))
      {
        const char *end = strstr (p + strlen (marks[i][0]), marks[i][1]);

        return end != NULL ? end + strlen (marks[i][1]) : p + strlen (p);
      }
  return NULL;
}

/* Counts the start tag at @p. Returns its end, at "/" or ">". */
static const char *
count_tag (Count *self, const char *p, guint depth)
{
  gsize length = strcspn (++p, BLANKS "/>");

  count_local_name (self, p, length);
  return count_attributes (self, p + length, depth, 0);
}

/* Counts @xml, which stands within an element @depth deep. */
static void
count_xml (Count *self, const char *xml, guint depth)
{
  const char *p = strchr (xml, '<');

  while (p != NULL && !self->is_full)
    {
      const char *next = skip (p);

      if (next != NULL)
        p = strchr (next, '<');
      else if (p[1] == '/')
        {
          depth--;
          p = strchr (p + 1, '<');
        }
      else if (depth == JALON_DEPTH_MAX)
        self->is_full = TRUE;
      else
        {
          p = count_tag (self, p, ++depth);
          depth -= *p == '/';
          p = strchr (p, '<');
        }
    }
}

static void
count_element (Count *self, JalonElement *element, guint depth)
{
  const char *extra = jalon_element_get_text (element, JALON_FIELD_EXTRA);

  count_attributes (self, extra, depth, jalon_element_get_n_values (element) + N_OWN_ATTRIBUTES);
  for (guint i = 0; i < jalon_element_get_n_children (element) && !self->is_full; i++)
    {
      JalonElement *child = jalon_element_get_child (element, i);

      if (jalon_element_get_kind (child) == JALON_KIND_UNKNOWN)
        count_xml (self, jalon_element_get_text (child, JALON_FIELD_RAW), depth);
      else
        count_element (self, child, depth + 1);
    }
}

/**
 * jalon_strangers_check:
 * @project: a project
 * @error: %JALON_ERROR_REFUSED
 *
 * Looks at what is kept word for word in a project: its names, how deep it is, attributes and
 * namespaces. Takes time in proportion to the project.
 *
 * Returns: %TRUE if a file can hold it
 */
gboolean
jalon_strangers_check (JalonElement *project, GError **error)
{
  Count count = { 0 };

  g_return_val_if_fail (JALON_IS_ELEMENT (project), FALSE);

  count.names = g_hash_table_new_full (jalon_text_hash, g_str_equal, g_free, NULL);
  count.name = g_string_new (NULL);
  /* The namespace of all, which has no prefix */
  count.scopes[0] = 1;
  count_name (&count, "", 0);
  count_name (&count, "xmlns", strlen ("xmlns"));
  count_element (&count, project, 1);
  g_hash_table_unref (count.names);
  g_string_free (count.name, TRUE);
  if (count.is_full)
    g_set_error (error, JALON_ERROR, JALON_ERROR_REFUSED,
                 _ ("There is no room for it: newer versions and other programs have put more into "
                    "the project than a file can hold"));
  return !count.is_full;
}
