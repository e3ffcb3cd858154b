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

/* Whether a text surely is canonical. All of the file has been found to be storable, and libxml2
 * refuses references to what is not, but for that to a carriage return. */
static gboolean
is_canonical (const JalonField *field, const GString *text)
{
  if (field->fallback != NULL || text->len > JALON_TEXT_MAX)
    return FALSE;
  if (field->type == JALON_TYPE_PARAGRAPHS)
    return memchr (text->str, '\r', text->len) == NULL;
  return field->type == JALON_TYPE_LINE && text->str[strcspn (text->str, "\r\n\t")] == '\0';
}

/* The canonical form of what stands in the file, or NULL. What is no value of its field is left
 * out, and what is not as it was is told. */
static char *
canonicalize (Reader *self, JalonElement *element, const JalonField *field, const GString *text)
{
  g_autoptr (GError) error = NULL;
  gboolean is_text = field->type == JALON_TYPE_LINE || field->type == JALON_TYPE_PARAGRAPHS;
  char *canonical;

  if (is_canonical (field, text))
    return g_memdup2 (text->str, text->len + 1);
  canonical = jalon_field_canonicalize (field, text->str, &error);
  if (canonical == NULL)
    jalon_report_add (self->report, JALON_SEVERITY_WARNING, reader_line (self),
                      _ ("“%s” of <%s> is left out. %s"), field->name, get_name (element),
                      error->message);
  else if (is_text && canonical[0] != '\0' && strcmp (canonical, text->str) != 0)
    jalon_report_add (self->report, JALON_SEVERITY_WARNING, reader_line (self),
                      _ (
                        "“%s” of <%s> has characters that cannot stand there; it becomes “%.200s”"),
                      field->name, get_name (element), canonical);
  return canonical;
}

static void
set_value (Reader *self, JalonElement *element, const JalonField *field, const GString *text)
{
  char *canonical = canonicalize (self, element, field, text);

  if (canonical == NULL)
    return;
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

/* Copies the value of an attribute to the scratch. Without entity substitution, which is never
 * switched on, libxml2 hands every ampersand over as a character reference, for a tree builder that
 * would resolve it later. */
static void
take_value (Reader *self, const xmlChar **attributes, int i)
{
  static const char ampersand[] = "&#38;";
  const char *value = ATTRIBUTE_VALUE (attributes, i);
  gsize length = ATTRIBUTE_END (attributes, i) - value;

  g_string_set_size (self->scratch, length);
  memcpy (self->scratch->str, value, length);
  if (memchr (value, '&', length) != NULL)
    g_string_replace (self->scratch, ampersand, "&", 0);
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
