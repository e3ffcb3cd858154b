/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/jalon-writer.h"

#include "document/jalon-text.h"
#include "files/jalon-format.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

/* What stands for a character that cannot stand for itself. In an attribute a parser would turn
 * white space into blanks, in content a carriage return into a line feed (W3C, Extensible Markup
 * Language 1.0, 2.11 and 3.3.3). */
static const char *const in_content[256] = {
  ['&'] = "&amp;",
  ['<'] = "&lt;",
  ['>'] = "&gt;",
  ['\r'] = "&#13;",
};

static const char *const in_attribute[256] = {
  ['&'] = "&amp;", ['<'] = "&lt;",   ['>'] = "&gt;",   ['"'] = "&quot;",
  ['\t'] = "&#9;", ['\n'] = "&#10;", ['\r'] = "&#13;",
};

static void
append_escaped (GString *xml, const char *text, const char *const escapes[256])
{
  const char *run = text;
  const char *p;

  for (p = text; *p != '\0'; p++)
    if (G_UNLIKELY (escapes[(guchar) *p] != NULL))
      {
        g_string_append_len (xml, run, p - run);
        g_string_append (xml, escapes[(guchar) *p]);
        run = p + 1;
      }
  g_string_append_len (xml, run, p - run);
}

/**
 * jalon_writer_append_text:
 * @xml: where to
 * @text: clean UTF-8
 *
 * Appends @text as the content of an element.
 */
void
jalon_writer_append_text (GString *xml, const char *text)
{
  append_escaped (xml, text, in_content);
}

/**
 * jalon_writer_append_attribute:
 * @xml: where to, in a start tag
 * @name: a name
 * @value: clean UTF-8
 *
 * Appends a blank, @name and @value.
 */
void
jalon_writer_append_attribute (GString *xml, const char *name, const char *value)
{
  g_string_append_c (xml, ' ');
  g_string_append (xml, name);
  g_string_append_c (xml, '=');
  g_string_append_c (xml, '"');
  append_escaped (xml, value, in_attribute);
  g_string_append_c (xml, '"');
}

/* All of a start tag but its end, and in @content what stands as content. */
static void
append_start (GString *xml, JalonElement *element, gboolean is_root, const char **content)
{
  g_string_append_c (xml, '<');
  g_string_append (xml, jalon_kind_get_info (jalon_element_get_kind (element))->name);
  if (is_root)
    jalon_writer_append_attribute (xml, "xmlns", JALON_NAMESPACE);
  if (is_root && jalon_element_get_field (element, JALON_FIELD_VERSION) != NULL)
    jalon_writer_append_attribute (xml, "version",
                                   jalon_element_get_text (element, JALON_FIELD_VERSION));
  jalon_writer_append_attribute (xml, JALON_ATTRIBUTE_ID, jalon_element_get_id (element));

  for (guint i = 0; i < jalon_element_get_n_values (element); i++)
    {
      const char *text;
      const JalonField *field = jalon_element_get_value (element, i, &text);

      if ((field->flags & JALON_FLAG_CONTENT) != 0)
        *content = text;
      else if (field->type == JALON_TYPE_RAW)
        g_string_append (xml, text);
      else if (field->id != JALON_FIELD_VERSION)
        jalon_writer_append_attribute (xml, field->name, text);
    }
}

static void
append_line_start (GString *xml, guint depth)
{
  static const char blanks[] = "\n                                ";

  g_string_append_len (xml, blanks, 1 + MIN (2 * depth, sizeof blanks - 2));
}

/* Children stand on lines of their own, except beside text, where a line break would be text. */
static void
append_element (GString *xml, JalonElement *element, guint depth)
{
  JalonKind kind = jalon_element_get_kind (element);
  guint n = jalon_element_get_n_children (element);
  gboolean is_broken = n > 0 && jalon_kind_get_content (kind) == NULL;
  const char *content = NULL;

  if (kind == JALON_KIND_UNKNOWN)
    {
      g_string_append (xml, jalon_element_get_text (element, JALON_FIELD_RAW));
      return;
    }
  append_start (xml, element, depth == 0, &content);
  if (n == 0 && content == NULL)
    {
      g_string_append_c (xml, '/');
      g_string_append_c (xml, '>');
      return;
    }

  g_string_append_c (xml, '>');
  if (content != NULL)
    jalon_writer_append_text (xml, content);
  for (guint i = 0; i < n; i++)
    {
      if (is_broken)
        append_line_start (xml, depth + 1);
      append_element (xml, jalon_element_get_child (element, i), depth + 1);
    }
  if (is_broken)
    append_line_start (xml, depth);
  g_string_append_c (xml, '<');
  g_string_append_c (xml, '/');
  g_string_append (xml, jalon_kind_get_info (kind)->name);
  g_string_append_c (xml, '>');
}

/**
 * jalon_writer_to_bytes:
 * @element: the project, or any other known element for the clipboard
 *
 * Writes an element with all below it as an XML document: UTF-8, LF, one element per line, fields
 * in the order of the table, fallbacks left out. The same tree gives the same bytes, and reading
 * them gives the same tree.
 *
 * Returns: (transfer full): the document; behind it is a NUL that is not counted
 */
GBytes *
jalon_writer_to_bytes (JalonElement *element)
{
  GString *xml;

  g_return_val_if_fail (JALON_IS_ELEMENT (element), NULL);
  g_return_val_if_fail (jalon_element_get_kind (element) != JALON_KIND_UNKNOWN, NULL);

  xml = g_string_sized_new (64 * 1024);
  g_string_append (xml, DECLARATION);
  append_element (xml, element, 0);
  g_string_append_c (xml, '\n');

  /* libxml2 would refuse to read it again, and the store would refuse to save it. */
  g_warn_if_fail (jalon_text_is_clean (xml->str, xml->len));
  return g_string_free_to_bytes (xml);
}
