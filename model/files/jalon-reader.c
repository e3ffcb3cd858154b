/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reader: libxml2's SAX2 events become a fresh tree, by the table. Every file is hostile until
 * it has been read; on the first error all that was built is dropped. */

#include "files/jalon-reader-private.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-strangers.h"
#include "document/jalon-text.h"
#include "files/jalon-format.h"
#include "files/jalon-sniff.h"

/* Text between elements has no place in a project; white space is layout. */
static void
flush_stray_text (Reader *self)
{
  if (self->content != NULL || self->characters->len == 0)
    return;
  g_strstrip (self->characters->str);
  jalon_report_add (self->report, JALON_SEVERITY_WARNING, self->characters_line,
                    _ ("Text stands between the elements and is left out: “%.200s”"),
                    self->characters->str);
  g_string_truncate (self->characters, 0);
}

static void
open_element (Reader *self, JalonElement *element)
{
  self->open = element;
  self->content = self->names.contents[jalon_element_get_kind (element)];
}

static void
start_known (Reader *self, JalonKind kind, int n_attributes, const xmlChar **attributes)
{
  const char *id = reader_get_id (self, n_attributes, attributes);
  JalonElement *element = reader_new_element (self, kind, id, reader_line (self));

  reader_set_attributes (self, element, n_attributes, attributes);
  if (self->open != NULL)
    jalon_element_append (self->open, element);
  else
    self->project = element;
  open_element (self, element);
}

static void
start_root (Reader *self,
            const char *name,
            const char *uri,
            int n_attributes,
            const xmlChar **attributes)
{
  reader_check_root (self, name, uri, n_attributes, attributes);
  if (self->error != NULL)
    return;
  start_known (self, JALON_KIND_PROJECT, n_attributes, attributes);
  reader_check_version (self);
}

/* What is in the namespace of this Jalon is understood also in a project of a newer one: it will be
 * where it is pasted. */
static gboolean
knows_namespace (Reader *self, const xmlChar *uri)
{
  return uri == self->namespace || g_strcmp0 ((const char *) uri, JALON_NAMESPACE) == 0;
}

static void
start_element_cb (void *data,
                  const xmlChar *local,
                  const xmlChar *prefix,
                  const xmlChar *uri,
                  int n_namespaces,
                  const xmlChar **namespaces,
                  int n_attributes,
                  int n_defaulted,
                  const xmlChar **attributes)
{
  Reader *self = data;
  const char *name = (const char *) local;
  JalonKind kind = JALON_KIND_UNKNOWN;

  if (!reader_admit (self, n_namespaces, namespaces))
    return;
  if (self->project == NULL)
    {
      start_root (self, name, (const char *) uri, n_attributes, attributes);
      return;
    }

  flush_stray_text (self);
  if (self->raw_depth == 0 && knows_namespace (self, uri))
    kind = reader_find_kind (self, name);
  if (kind != JALON_KIND_UNKNOWN && jalon_kind_can_hold (jalon_element_get_kind (self->open), kind))
    start_known (self, kind, n_attributes, attributes);
  else
    reader_raw_start (self, name, (const char *) prefix, (const char *) uri, n_namespaces,
                      namespaces, n_attributes, attributes);
}

static void
end_element_cb (void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri)
{
  Reader *self = data;
  JalonElement *parent;

  reader_dismiss (self);
  if (self->raw_depth > 0)
    {
      reader_raw_end (self);
      return;
    }
  flush_stray_text (self);
  reader_set_content (self);
  parent = jalon_element_get_parent (self->open);
  if (parent != NULL)
    open_element (self, parent);
}

/* The length of the white space at the start of @text. */
static int
count_blanks (const char *text, int length)
{
  int n = 0;

  while (n < length && (text[n] == ' ' || text[n] == '\n' || text[n] == '\t' || text[n] == '\r'))
    n++;
  return n;
}

static void
characters_cb (void *data, const xmlChar *characters, int length)
{
  Reader *self = data;
  const char *text = (const char *) characters;
  gsize most = self->content != NULL && self->content->type == JALON_TYPE_DATA ? JALON_DATA_MAX
                                                                               : JALON_TEXT_MAX;

  if (self->raw_depth > 0 || self->project == NULL)
    return;
  if (self->content == NULL && self->characters->len == 0)
    {
      int n = count_blanks (text, length);

      if (n == length)
        return;
      self->characters_line = reader_line (self) + 1 -
                              jalon_sniff_count_lines (text + n, text + length);
    }
  if (self->characters->len + length > most)
    reader_refuse (self, JALON_ERROR_REFUSED, reader_line (self),
                   _ ("A text is longer than %lu bytes"), (gulong) most);
  else
    g_string_append_len (self->characters, text, length);
}

/* Comments and processing instructions inside the project are kept at their place; whoever wrote
 * them by hand wants them back. */
static void
keep_markup (Reader *self, const char *raw)
{
  if (self->raw_depth > 0)
    return;
  if (self->depth == 0)
    {
      jalon_report_add (self->report, JALON_SEVERITY_WARNING, reader_line (self),
                        _ ("What stands outside the project is left out: “%.200s”"), raw);
      return;
    }
  flush_stray_text (self);
  if (reader_count_element (self))
    reader_raw_add (self, raw, NULL, reader_line (self));
}

static void
comment_cb (void *data, const xmlChar *text)
{
  g_autofree char *raw = g_strdup_printf ("<!--%s-->", (const char *) text);

  keep_markup (data, raw);
}

/* libxml2 leaves the blanks before the text away, but knows fewer of them than the tree. */
static void
instruction_cb (void *data, const xmlChar *target, const xmlChar *text)
{
  g_autofree char *clean = jalon_text_clean (text != NULL ? (const char *) text : "", -1);
  const char *words = clean + count_blanks (clean, (int) strlen (clean));
  g_autofree char *raw = g_strconcat ("<?", (const char *) target, words[0] != '\0' ? " " : "",
                                      words, "?>", NULL);

  keep_markup (data, raw);
}

/* A DOCTYPE can make libxml2 2.9.14 loop for ever, read other files and fill the memory; it is
 * stopped here, before the first declaration in it is looked at. */
static void
doctype_cb (void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
  Reader *self = data;

  reader_refuse (self, JALON_ERROR_REFUSED, reader_line (self),
                 _ ("The file contains a DOCTYPE, which project files never need. Remove it if you "
                    "trust where the file comes from"));
}

static xmlParserCtxtPtr
create_parser (Reader *self)
{
  const JalonLibxml *libxml = self->libxml;
  xmlParserCtxtPtr parser = libxml->xmlNewParserCtxt ();
  xmlSAXHandler *sax = parser->sax;

  memset (sax, 0, sizeof *sax);
  sax->initialized = XML_SAX2_MAGIC;
  sax->internalSubset = doctype_cb;
  sax->startElementNs = start_element_cb;
  sax->endElementNs = end_element_cb;
  sax->characters = characters_cb;
  sax->ignorableWhitespace = characters_cb;
  sax->comment = comment_cb;
  sax->processingInstruction = instruction_cb;
  sax->serror = reader_collect_error;
  parser->userData = self;

  /* IGNORE_ENC: the bytes have been found to be UTF-8, whatever the declaration says. A string as
   * input belongs to us, so that stopping in the midst of it frees nothing under libxml2's feet. */
  libxml->xmlCtxtUseOptions (parser, XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_IGNORE_ENC);
  libxml->inputPush (parser, libxml->xmlNewStringInputStream (parser, BAD_CAST self->text));
  return parser;
}

static void
unknown_free (gpointer data)
{
  ReaderUnknown *unknown = data;

  g_free (unknown->what);
  g_free (unknown);
}

static void
reader_init (Reader *self, const char *text, gsize length, const char *file, JalonReport *report)
{
  self->libxml = jalon_libxml_get ();
  self->file = file;
  self->report = report;
  self->text = text;
  self->length = length;
  self->texts = jalon_texts_new (self->length);
  self->characters = g_string_new (NULL);
  self->scratch = g_string_new (NULL);
  self->raw_scope = g_ptr_array_new ();
  self->raw_outer = g_string_new (NULL);
  reader_ids_init (&self->kept);
  self->kept_ids = g_string_chunk_new (1024);
  self->derived = g_hash_table_new_full (jalon_text_hash, g_str_equal, g_free, NULL);
  self->unknown = g_hash_table_new_full (jalon_text_hash, g_str_equal, NULL, unknown_free);
  reader_ids_init (&self->ids);
  self->links = g_array_new (FALSE, FALSE, sizeof (ReaderLink));
  self->strangers = g_hash_table_new (NULL, NULL);
}

static void
reader_clear (Reader *self)
{
  reader_names_clear (self);
  self->libxml->xmlFreeParserCtxt (self->parser);
  jalon_texts_unref (self->texts);
  g_string_free (self->characters, TRUE);
  g_string_free (self->scratch, TRUE);
  g_ptr_array_unref (self->raw_scope);
  g_string_free (self->raw_outer, TRUE);
  g_free (self->raw_id);
  reader_ids_clear (&self->kept);
  g_string_chunk_free (self->kept_ids);
  g_hash_table_unref (self->derived);
  g_hash_table_unref (self->unknown);
  reader_ids_clear (&self->ids);
  g_array_unref (self->links);
  g_hash_table_unref (self->strangers);
  g_clear_object (&self->project);
}

/* Conflict markers are no XML: once that has been found, say what they are. */
static void
explain_error (Reader *self)
{
  guint line = jalon_sniff_find_conflict (self->text);

  if (line > 0 && g_error_matches (self->error, JALON_ERROR, JALON_ERROR_SYNTAX))
    {
      g_clear_error (&self->error);
      reader_refuse (self, JALON_ERROR_SYNTAX, line,
                     _ ("The file contains an unresolved merge (“<<<<<<<”). Resolve it in your "
                        "version control, then open it again"));
    }
}

/* What stands further out is written into what is kept word for word: a file that is near a limit
 * could be read, and not saved. */
static void
check_strangers (Reader *self)
{
  g_autoptr (GError) error = NULL;

  if (g_hash_table_size (self->unknown) > 0 && !jalon_strangers_check (self->project, &error))
    reader_refuse (self, JALON_ERROR_REFUSED, 0, "%s", error->message);
}

static gboolean
parse (Reader *self)
{
  if (!reader_prescan (self))
    return FALSE;
  self->parser = create_parser (self);
  reader_names_init (self);
  self->libxml->xmlParseDocument (self->parser);
  if (self->error == NULL &&
      (self->project == NULL || !self->parser->wellFormed || !self->parser->nsWellFormed))
    reader_refuse (self, JALON_ERROR_SYNTAX, reader_line (self), _ ("This is not well-formed XML"));
  if (self->error == NULL)
    check_strangers (self);
  if (self->error == NULL)
    return TRUE;
  explain_error (self);
  return FALSE;
}

/* The project in @text, which has been sniffed at, and is followed by a NUL. */
static JalonElement *
read_sniffed (const char *text, gsize length, const char *file, JalonReport *report, GError **error)
{
  Reader self = { 0 };
  JalonElement *project = NULL;

  reader_init (&self, text, length, file, report);
  if (parse (&self))
    {
      reader_tell_unknown (&self);
      reader_check_links (&self);
      project = g_steal_pointer (&self.project);
    }
  else
    g_propagate_error (error, g_steal_pointer (&self.error));
  reader_clear (&self);
  return project;
}

/**
 * jalon_reader_read_text:
 * @text: (array length=length): what may be a project, followed by a NUL
 * @length: its bytes
 * @file: the name of the file as users know it, for messages
 * @report: (nullable): where to note what was left out, corrected or kept aside
 * @error: %JALON_ERROR_SYNTAX, %JALON_ERROR_REFUSED or %JALON_ERROR_VERSION; the message names file
 *   and line
 *
 * Reads a project. Nothing is executed, expanded, followed or fetched, and time and memory are
 * bounded, whatever the bytes are. Attributes and elements of a newer minor version are kept word
 * for word; a newer major version is read as far as possible, see jalon_reader_is_newer(). It may
 * be called in any thread.
 *
 * Returns: (transfer full) (nullable): the project, in no document; %NULL on error
 */
JalonElement *
jalon_reader_read_text (const char *text,
                        gsize length,
                        const char *file,
                        JalonReport *report,
                        GError **error)
{
  g_return_val_if_fail (text != NULL && text[length] == '\0' && file != NULL, NULL);

  if (!jalon_sniff_check (text, length, file, error))
    return NULL;
  return read_sniffed (text, length, file, report, error);
}

/**
 * jalon_reader_read:
 * @bytes: what may be a project
 * @file: as for jalon_reader_read_text()
 * @report: (nullable): as for jalon_reader_read_text()
 * @error: as for jalon_reader_read_text()
 *
 * Reads a project from bytes that nothing is known of, not even that a NUL follows them: libxml2
 * needs one, so they are copied, once it is known that they can be a project.
 *
 * Returns: (transfer full) (nullable): the project, in no document; %NULL on error
 */
JalonElement *
jalon_reader_read (GBytes *bytes, const char *file, JalonReport *report, GError **error)
{
  g_autofree char *text = NULL;
  const char *data;
  gsize length;

  g_return_val_if_fail (bytes != NULL && file != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (!jalon_sniff_check (data, length, file, error))
    return NULL;
  text = g_malloc (length + 1);
  memcpy (text, data, length);
  text[length] = '\0';
  return read_sniffed (text, length, file, report, error);
}
