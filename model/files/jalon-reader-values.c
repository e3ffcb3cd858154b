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

/* Sets a field to what stands in the file. What is no value of it is left out, not in silence. */
static void
set_value (Reader *self, JalonElement *element, const JalonField *field, const GString *text)
{
  g_autoptr (GError) error = NULL;
  char *canonical = jalon_field_canonicalize (field, text->str, &error);
  gboolean is_text = field->type == JALON_TYPE_LINE || field->type == JALON_TYPE_PARAGRAPHS;

  if (canonical == NULL)
    {
      jalon_report_add (self->report, JALON_SEVERITY_WARNING, reader_line (self),
                        _ ("“%s” of <%s> is left out. %s"), field->name, get_name (element),
                        error->message);
      return;
    }
  if (is_text && canonical[0] != '\0' && strcmp (canonical, text->str) != 0)
    jalon_report_add (self->report, JALON_SEVERITY_WARNING, reader_line (self),
                      _ (
                        "“%s” of <%s> has characters that cannot stand there; it becomes “%.200s”"),
                      field->name, get_name (element), canonical);
  if (jalon_field_is_reference (field) && canonical[0] != '\0')
    reader_add_link (self, element, field, canonical);
  jalon_element_take (element, field, canonical);
}

/* An attribute of a newer version, with what its name needs to mean the same elsewhere. */
static void
keep_attribute (Reader *self,
                JalonElement *element,
                GString *extra,
                const xmlChar **attributes,
                int i)
{
  const char *prefix = ATTRIBUTE_PREFIX (attributes, i);
  const char *name = ATTRIBUTE_NAME (attributes, i);
  g_autofree char *full = prefix != NULL ? g_strconcat (prefix, ":", name, NULL) : g_strdup (name);

  if (prefix != NULL && strcmp (prefix, "xml") != 0)
    reader_declare (extra, prefix, ATTRIBUTE_NAMESPACE (attributes, i));
  jalon_writer_append_attribute (extra, full, self->scratch->str);
  reader_count_name (self, name);
  reader_note_unknown (self, g_strdup_printf (_ ("“%s” of <%s>"), full, get_name (element)));
}

/* Without entity substitution, which is never switched on, libxml2 hands every ampersand in a value
 * over as a character reference, for a tree builder that would resolve it later. */
static void
take_value (Reader *self, const xmlChar **attributes, int i)
{
  static const char ampersand[] = "&#38;";
  const char *value = ATTRIBUTE_VALUE (attributes, i);
  const char *end = ATTRIBUTE_END (attributes, i);
  const char *found;

  g_string_truncate (self->scratch, 0);
  while ((found = memchr (value, '&', end - value)) != NULL)
    {
      g_string_append_len (self->scratch, value, found + 1 - value);
      value = found + 1;
      if ((gsize) (end - found) >= strlen (ampersand) &&
          memcmp (found, ampersand, strlen (ampersand)) == 0)
        value = found + strlen (ampersand);
    }
  g_string_append_len (self->scratch, value, end - value);
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

      if (is_ours && name == self->names.id)
        continue;
      if (is_ours)
        field = reader_find_field (self, kind, name, &place);
      take_value (self, attributes, i);
      if (field != NULL)
        {
          set_value (self, element, field, self->scratch);
          continue;
        }
      if (extra == NULL)
        extra = g_string_new (NULL);
      keep_attribute (self, element, extra, attributes, i);
    }
  if (extra != NULL)
    jalon_element_take (element, jalon_kind_get_field (kind, JALON_FIELD_EXTRA),
                        jalon_text_clean (extra->str, extra->len));
}

/* Sets the field that stands as content, if the open element has one. */
void
reader_set_content (Reader *self)
{
  if (self->content == NULL || self->characters->len == 0)
    return;
  set_value (self, self->open, self->content, self->characters);
  g_string_truncate (self->characters, 0);
}

/* The id among attributes, until the next is looked at; NULL if there is none. */
const char *
reader_get_id (Reader *self, int n_attributes, const xmlChar **attributes)
{
  for (int i = 0; i < n_attributes; i++)
    if (ATTRIBUTE_NAME (attributes, i) == self->names.id &&
        ATTRIBUTE_PREFIX (attributes, i) == NULL)
      {
        take_value (self, attributes, i);
        return self->scratch->str;
      }
  return NULL;
}
