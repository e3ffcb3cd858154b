/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the table does not know is kept word for word: the bytes of the file from "<" to ">". They
 * must mean the same when their element is moved or copied to another project; so declarations of
 * namespaces that stand further out are written into their first tag. */

#include "files/jalon-reader-private.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-id.h"
#include "document/jalon-text.h"
#include "files/jalon-format.h"
#include "files/jalon-writer.h"

static gsize
get_position (Reader *self)
{
  xmlParserInputPtr input = self->parser->input;

  return input->consumed + (input->cur - input->base);
}

/* Declares a namespace in a start tag, unless that has been done; NULL for the default one. */
void
reader_declare (Reader *self, GString *tag, const char *prefix, const char *uri)
{
  g_autofree char *name = prefix != NULL ? g_strconcat ("xmlns:", prefix, NULL)
                                         : g_strdup ("xmlns");
  g_autofree char *start = g_strconcat (" ", name, "=\"", NULL);
  g_autofree char *resolved = NULL;

  if (strstr (tag->str, start) != NULL)
    return;
  reader_count_declared (self, strlen (start) + strlen (uri));
  resolved = g_strdup (uri);
  reader_resolve_ampersands (resolved, strlen (resolved));
  jalon_writer_append_attribute (tag, name, resolved);
}

/* A name with @prefix (NULL for none) is used; what it means may be declared further out. */
static void
use_prefix (Reader *self, const char *prefix, const char *uri)
{
  if (prefix == NULL && g_strcmp0 (uri, JALON_NAMESPACE) == 0)
    return;
  if (g_strcmp0 (prefix, "xml") == 0)
    return;
  if (!g_ptr_array_find (self->raw_scope, prefix, NULL))
    reader_declare (self, self->raw_outer, prefix, uri != NULL ? uri : "");
}

static void
begin (Reader *self, const char *name, const char *prefix)
{
  gsize position = get_position (self);
  const char *start = memrchr (self->text, '<', position);

  self->raw_start = start - self->text;
  self->raw_name_end = self->raw_start + 1 + strlen (name);
  if (prefix != NULL)
    self->raw_name_end += strlen (prefix) + 1;
  self->raw_line = reader_line (self);
  g_string_truncate (self->raw_outer, 0);
}

static void
note_element (Reader *self, const char *name, const char *prefix)
{
  const char *parent = jalon_kind_get_info (jalon_element_get_kind (self->open))->name;

  reader_note_unknown (self, g_strdup_printf (_ ("<%s%s%s> in <%s>"), prefix != NULL ? prefix : "",
                                              prefix != NULL ? ":" : "", name, parent));
}

/* Begins or goes deeper into what is kept word for word. Prefixes are the parser's own strings and
 * compared as pointers. */
void
reader_raw_start (Reader *self,
                  const char *name,
                  const char *prefix,
                  const char *uri,
                  int n_namespaces,
                  const xmlChar **namespaces,
                  int n_attributes,
                  const xmlChar **attributes)
{
  if (self->raw_depth == 0)
    {
      begin (self, name, prefix);
      g_free (self->raw_id);
      self->raw_id = g_strdup (reader_get_id (self, n_attributes, attributes));
      note_element (self, name, prefix);
    }

  self->raw_lengths[self->raw_depth++] = self->raw_scope->len;
  for (int i = 0; i < n_namespaces; i++)
    g_ptr_array_add (self->raw_scope, (gpointer) namespaces[2 * i]);
  use_prefix (self, prefix, uri);
  reader_count_name (self, name);
  for (int i = 0; i < n_attributes; i++)
    {
      if (ATTRIBUTE_PREFIX (attributes, i) != NULL)
        use_prefix (self, ATTRIBUTE_PREFIX (attributes, i), ATTRIBUTE_NAMESPACE (attributes, i));
      reader_count_name (self, ATTRIBUTE_NAME (attributes, i));
    }
}

/* Comes up by one, and keeps the whole at the top. */
void
reader_raw_end (Reader *self)
{
  g_autoptr (GString) raw = NULL;
  gsize end = get_position (self);

  g_ptr_array_set_size (self->raw_scope, self->raw_lengths[--self->raw_depth]);
  if (self->raw_depth > 0)
    return;

  raw = g_string_new_len (self->text + self->raw_start, end - self->raw_start);
  g_string_insert (raw, self->raw_name_end - self->raw_start, self->raw_outer->str);
  reader_raw_add (self, raw->str, self->raw_id, self->raw_line);
}

/* Adds @raw, which is XML, as the next child of the open element. */
void
reader_raw_add (Reader *self, const char *raw, const char *id, guint line)
{
  const JalonField *field = jalon_kind_get_content (JALON_KIND_UNKNOWN);
  JalonElement *element = reader_new_element (self, JALON_KIND_UNKNOWN, id != NULL ? id : raw,
                                              line);

  if (jalon_id_is_valid (id))
    reader_keep_id (self, id, line);
  jalon_element_take (element, field, jalon_text_clean (raw, -1));
  jalon_element_append (self->open, element);
}

/* Counts something that the table does not know; each is told once. */
void
reader_note_unknown (Reader *self, char *what)
{
  ReaderUnknown *unknown = g_hash_table_lookup (self->unknown, what);

  if (unknown != NULL)
    g_free (what);
  else
    {
      unknown = g_new0 (ReaderUnknown, 1);
      unknown->what = what;
      unknown->line = reader_line (self);
      g_hash_table_insert (self->unknown, what, unknown);
    }
  unknown->n++;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const ReaderUnknown *left = a;
  const ReaderUnknown *right = b;
  int order = (int) left->line - (int) right->line;

  return order != 0 ? order : strcmp (left->what, right->what);
}

/* Tells of all names that the table does not know. */
void
reader_tell_unknown (Reader *self)
{
  g_autoptr (GList) all = g_hash_table_get_values (self->unknown);

  all = g_list_sort (all, compare_lines);
  for (GList *l = all; l != NULL; l = l->next)
    {
      const ReaderUnknown *unknown = l->data;

      jalon_report_add (
        self->report, JALON_SEVERITY_WARNING, unknown->line,
        /* Translators: what, how often */
        ngettext ("%s is not known to this version of Jalon; it is kept as it is (%u time)",
                  "%s is not known to this version of Jalon; it is kept as it is (%u times)",
                  unknown->n),
        unknown->what, unknown->n);
    }
}
