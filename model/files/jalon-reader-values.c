/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/jalon-reader-private.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-text.h"
#include "files/jalon-format.h"
#include "files/jalon-writer.h"

static const char *
get_name (JalonElement *element)
{
  return jalon_kind_get_info (jalon_element_get_kind (element))->name;
}

/* The canonical form of @given, or NULL. What is no value of its field is left out, and what is not
 * as it was is told. */
static char *
canonicalize (Reader *self, JalonElement *element, const JalonField *field, const char *given)
{
  g_autoptr (GError) error = NULL;
  gboolean is_text = field->type == JALON_TYPE_LINE || field->type == JALON_TYPE_PARAGRAPHS;
  char *canonical = jalon_field_canonicalize (field, given, &error);

  if (canonical == NULL)
    jalon_report_add (self->report, JALON_SEVERITY_WARNING, reader_line (self),
                      _ ("“%s” of <%s> is left out. %s"), field->name, get_name (element),
                      error->message);
  else if (is_text && canonical[0] != '\0' && strcmp (canonical, given) != 0)
    jalon_report_add (self->report, JALON_SEVERITY_WARNING, reader_line (self),
                      _ (
                        "“%s” of <%s> has characters that cannot stand there; it becomes “%.200s”"),
                      field->name, get_name (element), canonical);
  return canonical;
}

/* Sets @field to @text (transfer full), of @length bytes. libxml2 refuses what XML could
 * not hold, written as it is or as a reference. */
static void
set_value (Reader *self, JalonElement *element, const JalonField *field, char *text, gsize length)
{
  if (jalon_field_is_reference (field) ? !reader_knows_target (self, field, text)
                                       : !jalon_field_is_canonical (field, text, length))
    {
      char *canonical = canonicalize (self, element, field, text);

      jalon_texts_drop (self->texts, text);
      if (canonical == NULL)
        return;
      text = canonical;
      if (jalon_field_is_reference (field) && text[0] != '\0')
        reader_add_link (self, element, field, text);
    }
  jalon_element_take (element, field, text);
}

/* An attribute of a newer version, with what its name needs to mean the same elsewhere. */
static void
keep_attribute (Reader *self,
                JalonElement *element,
                GString *extra,
                const xmlChar **attributes,
                int i,
                const char *value)
{
  const char *prefix = ATTRIBUTE_PREFIX (attributes, i);
  const char *name = ATTRIBUTE_NAME (attributes, i);
  g_autofree char *clean = jalon_text_clean (value, -1);
  g_autofree char *full = prefix != NULL ? g_strconcat (prefix, ":", name, NULL) : g_strdup (name);

  if (prefix != NULL && strcmp (prefix, "xml") != 0)
    reader_declare (self, extra, prefix, ATTRIBUTE_NAMESPACE (attributes, i));
  jalon_writer_append_attribute (extra, full, clean);
  reader_count_name (self, name);
  reader_note_unknown (self, g_strdup_printf (_ ("“%s” of <%s>"), full, get_name (element)));
}

/* Turns the references to ampersands in @value back. Returns what is left of its @length. */
gsize
reader_resolve_ampersands (char *value, gsize length)
{
  static const char rest[] = "#38;";
  char *last = value + length;
  char *start = value;
  char *end = value;
  char *p;

  while ((p = memchr (start, '&', last - start)) != NULL)
    {
      memmove (end, start, ++p - start);
      end += p - start;
      start = p + (g_str_has_prefix (p, rest) ? strlen (rest) : 0);
    }
  memmove (end, start, last - start + 1);
  return end + (last - start) - value;
}

/* The value of an attribute, among the texts of the file. Without entity substitution, which is
 * never switched on, libxml2 hands every ampersand over as a character reference, for a tree
 * builder that would resolve it later. */
static char *
copy_value (Reader *self, const xmlChar **attributes, int i, gsize *length)
{
  const char *start = ATTRIBUTE_VALUE (attributes, i);
  gsize n = ATTRIBUTE_END (attributes, i) - start;
  char *value = jalon_texts_add (self->texts, start, n);

  *length = memchr (start, '&', n) != NULL ? reader_resolve_ampersands (value, n) : n;
  return value;
}

/* Sets the fields of @element, which has its id, to its attributes. */
void
reader_set_attributes (Reader *self,
                       JalonElement *element,
                       int n_attributes,
                       const xmlChar **attributes)
{
  JalonKind kind = jalon_element_get_kind (element);
  g_autoptr (GString) extra = NULL;
  guint place = 0;

  for (int i = 0; i < n_attributes; i++)
    {
      const char *name = ATTRIBUTE_NAME (attributes, i);
      gboolean is_ours = ATTRIBUTE_PREFIX (attributes, i) == NULL;
      const JalonField *field = NULL;
      char *value;
      gsize length;

      if (is_ours && name == self->names.id)
        continue;
      if (is_ours)
        field = reader_find_field (self, kind, name, &place);
      value = copy_value (self, attributes, i, &length);
      if (field != NULL)
        {
          set_value (self, element, field, value, length);
          continue;
        }
      if (extra == NULL)
        extra = g_string_new (NULL);
      keep_attribute (self, element, extra, attributes, i, value);
      jalon_texts_drop (self->texts, value);
    }
  if (extra != NULL)
    jalon_element_take (element, jalon_kind_get_field (kind, JALON_FIELD_EXTRA),
                        g_string_free (g_steal_pointer (&extra), FALSE));
}

/* Sets the field that stands as content, if the open element has one. */
void
reader_set_content (Reader *self)
{
  if (self->content == NULL || self->characters->len == 0)
    return;
  set_value (self, self->open, self->content,
             jalon_texts_add (self->texts, self->characters->str, self->characters->len),
             self->characters->len);
  g_string_truncate (self->characters, 0);
}

/* The id among attributes, until the next is looked at; NULL if there is none. An ampersand is not
 * resolved: no id has one. */
const char *
reader_get_id (Reader *self, int n_attributes, const xmlChar **attributes)
{
  for (int i = 0; i < n_attributes; i++)
    if (ATTRIBUTE_NAME (attributes, i) == self->names.id &&
        ATTRIBUTE_PREFIX (attributes, i) == NULL)
      {
        const char *value = ATTRIBUTE_VALUE (attributes, i);

        g_string_truncate (self->scratch, 0);
        g_string_append_len (self->scratch, value, ATTRIBUTE_END (attributes, i) - value);
        return self->scratch->str;
      }
  return NULL;
}
