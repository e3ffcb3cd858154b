/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What keeps a hostile file from costing more than a moment: limits, of all that costs more than in
 * proportion; the first error ends it. No clock: a file is as good on a slow machine. */

#include "files/jalon-reader-private.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-limits.h"
#include "document/jalon-text.h"
#include "files/jalon-sniff.h"

/* Names of namespaces, in bytes. */
#define MAX_NAMESPACE 1000

/* The most characters that are shown of what libxml2 says. */
#define QUOTED 300

guint
reader_line (Reader *self)
{
  return self->parser != NULL && self->parser->input != NULL ? self->parser->input->line : 0;
}

/* Ends the reading with an error, unless there is one already. */
void
reader_refuse (Reader *self, JalonError code, guint line, const char *format, ...)
{
  g_autofree char *given = NULL;
  g_autofree char *message = NULL;
  va_list args;

  if (self->error != NULL)
    return;

  va_start (args, format);
  given = g_strdup_vprintf (format, args);
  va_end (args);
  message = jalon_text_to_message (given, JALON_MESSAGE_MAX);
  if (line > 0)
    g_set_error (&self->error, JALON_ERROR, code, "%s:%u: %s", self->file, line, message);
  else
    g_set_error (&self->error, JALON_ERROR, code, "%s: %s", self->file, message);
  if (self->parser != NULL)
    self->libxml->xmlStopParser (self->parser);
}

/* What libxml2 says, without the names of its functions and line ends. */
static char *
clean_message (const char *message)
{
  g_autofree char *valid = jalon_text_to_message (message != NULL ? message : "", QUOTED);
  const char *start = valid;
  const char *colon = strstr (valid, ": ");

  if (g_str_has_prefix (valid, "xml") && colon != NULL)
    start = colon + 2;
  return g_strstrip (g_strdup (start));
}

/* What libxml2 finds wrong. It would go on without telling us of elements, and with them of limits;
 * so the first error is the last. */
void
reader_collect_error (void *data, xmlErrorPtr problem)
{
  Reader *self = data;
  g_autofree char *message = NULL;

  if (problem->level < XML_ERR_ERROR)
    return;
  message = clean_message (problem->message);
  reader_refuse (self, JALON_ERROR_SYNTAX, problem->line,
                 _ ("The file is damaged or was not written by Jalon: it is not well-formed XML "
                    "(%s). If you have a backup, open that"),
                 message);
}

/* How many attributes the start tag at @tag has, as libxml2 would see it; what stands before it
 * does not matter, so that no trick can hide one. */
static guint
count_attributes (const char *tag)
{
  guint n = 0;

  for (const char *p = tag + 1; p != NULL && *p != '\0' && *p != '>' && *p != '<'; p++)
    {
      n += *p == '=';
      if (*p == '"' || *p == '\'')
        p = strchr (p + 1, *p);
      if (p == NULL)
        break;
    }
  return n;
}

/* libxml2 compares each attribute of an element with each other before it tells of any: a hundred
 * thousand take it 11 seconds. As many need so much room that most tags can be passed over. */
gboolean
reader_prescan (Reader *self)
{
  const gsize room = JALON_ATTRIBUTES_MAX * strlen (" a=''");
  const char *end = self->text + self->length;
  const char *tag = strchr (self->text, '<');

  while (tag != NULL && (gsize) (end - tag) > room)
    {
      const char *next = memrchr (tag + 1, '<', room);
      gboolean is_start = tag[1] != '/' && tag[1] != '!' && tag[1] != '?';

      if (next == NULL && is_start && count_attributes (tag) > JALON_ATTRIBUTES_MAX)
        {
          reader_refuse (self, JALON_ERROR_REFUSED, jalon_sniff_count_lines (self->text, tag),
                         _ ("An element has more than %d attributes"), JALON_ATTRIBUTES_MAX);
          return FALSE;
        }
      tag = next != NULL ? next : strchr (tag + 1, '<');
    }
  return TRUE;
}

/* Distinct names cost time in libxml2's dictionary and memory in ours; those of the table are
 * few. */
void
reader_count_name (Reader *self, const char *name)
{
  g_hash_table_add (self->strangers, (gpointer) name);
  if (g_hash_table_size (self->strangers) > JALON_NAMES_MAX)
    reader_refuse (self, JALON_ERROR_REFUSED, reader_line (self),
                   _ ("The file has more than %d names that are not known here"), JALON_NAMES_MAX);
}

/* Counts @n bytes that will be written once more; a short file could ask for very many. */
void
reader_count_declared (Reader *self, gsize n)
{
  self->n_declared += n;
  if (self->n_declared > JALON_DECLARED_MAX)
    reader_refuse (self, JALON_ERROR_REFUSED, reader_line (self),
                   _ ("What the file declares of other programs takes more than %d MiB"),
                   JALON_DECLARED_MAX / (1024 * 1024));
}

/* Counts something that will be an element of the tree, or ends the reading. */
gboolean
reader_count_element (Reader *self)
{
  if (++self->n_elements > JALON_ELEMENTS_MAX)
    reader_refuse (self, JALON_ERROR_REFUSED, reader_line (self),
                   _ ("The file has more than %d elements"), JALON_ELEMENTS_MAX);
  return self->error == NULL;
}

/* Lets the next element in, or ends the reading. */
gboolean
reader_admit (Reader *self, int n_namespaces, const xmlChar **namespaces)
{
  for (int i = 0; i < 2 * n_namespaces; i++)
    {
      reader_count_name (self, (const char *) namespaces[i]);
      if (namespaces[i] != NULL && strlen ((const char *) namespaces[i]) > MAX_NAMESPACE)
        reader_refuse (self, JALON_ERROR_REFUSED, reader_line (self),
                       _ ("The name of a namespace is longer than %d bytes"), MAX_NAMESPACE);
    }
  if (self->depth == JALON_DEPTH_MAX)
    {
      reader_refuse (self, JALON_ERROR_REFUSED, reader_line (self),
                     _ ("The elements are nested more than %d deep"), JALON_DEPTH_MAX);
      return FALSE;
    }
  self->scopes[self->depth++] = n_namespaces;
  self->n_scopes += n_namespaces;
  if (self->n_scopes > JALON_ATTRIBUTES_MAX)
    reader_refuse (self, JALON_ERROR_REFUSED, reader_line (self),
                   _ ("An element is within more than %d namespaces"), JALON_ATTRIBUTES_MAX);
  return reader_count_element (self);
}

/* Takes note that the element ends. */
void
reader_dismiss (Reader *self)
{
  self->n_scopes -= self->scopes[--self->depth];
}
