/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jalon-import.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-error.h"
#include "document/jalon-text.h"
#include "exchange/mermaid.h"

static const JalonImporter importers[] = {
  { "mermaid",
    N_ ("Mermaid journey"),
    { "*.mmd", "*.mermaid", "*.md" },
    jalon_mermaid_recognises,
    jalon_mermaid_read },
};

/**
 * jalon_importer_get:
 * @index: from 0
 *
 * Returns: (transfer none) (nullable): the importer there; %NULL if there are no more
 */
const JalonImporter *
jalon_importer_get (guint index)
{
  return index < G_N_ELEMENTS (importers) ? &importers[index] : NULL;
}

/**
 * jalon_importer_find:
 * @nick: a name as on the command line
 *
 * Returns: (transfer none) (nullable): the importer of that name
 */
const JalonImporter *
jalon_importer_find (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (importers); i++)
    if (strcmp (importers[i].nick, nick) == 0)
      return &importers[i];
  return NULL;
}

static gboolean
matches (const JalonImporter *self, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->patterns) && self->patterns[i] != NULL; i++)
    if (g_pattern_match_simple (self->patterns[i], name))
      return TRUE;
  return FALSE;
}

/**
 * jalon_importer_for_file:
 * @name: a file name
 *
 * Returns: (transfer none) (nullable): the importer that reads files of such names
 */
const JalonImporter *
jalon_importer_for_file (const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (importers); i++)
    if (matches (&importers[i], lower))
      return &importers[i];
  return NULL;
}

static char *
check_text (GBytes *bytes, const char *name, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *bad;

  if (length > JALON_IMPORT_MAX)
    g_set_error (error, JALON_ERROR, JALON_ERROR_REFUSED,
                 _ ("%s: the file is too large to import (%d MB at most)"), name,
                 JALON_IMPORT_MAX / (1024 * 1024));
  else if (length == 0)
    g_set_error (error, JALON_ERROR, JALON_ERROR_SYNTAX, _ ("%s: the file is empty"), name);
  else if (memchr (data, '\0', length) != NULL)
    g_set_error (error, JALON_ERROR, JALON_ERROR_SYNTAX,
                 _ ("%s: the file holds NUL bytes, so it is no text; save it as UTF-8"), name);
  else if (!g_utf8_validate_len (data, length, &bad))
    g_set_error (error, JALON_ERROR, JALON_ERROR_SYNTAX,
                 _ ("%s: the text is not UTF-8 from byte %lu on; save it as UTF-8"), name,
                 (gulong) (bad - data) + 1);
  else
    return jalon_text_clean (data, length);
  return NULL;
}

static const char *
skip_bom (const char *text)
{
  return g_str_has_prefix (text, "\xEF\xBB\xBF") ? text + 3 : text;
}

/* A project, or what should be one: no importer needs to look at all of it. */
static gboolean
begins_as_xml (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  while (length > 0 && g_ascii_isspace (*data))
    data++, length--;
  return length > 0 && *data == '<';
}

/**
 * jalon_importer_guess:
 * @bytes: the file
 * @name: its name
 *
 * Finds who can import a file: by its name, or by what is in it.
 *
 * Returns: (transfer none) (nullable): the importer; %NULL if the file is of no format that one
 *   knows
 */
const JalonImporter *
jalon_importer_guess (GBytes *bytes, const char *name)
{
  const JalonImporter *importer = jalon_importer_for_file (name);
  g_autofree char *text = NULL;

  if (importer != NULL || begins_as_xml (bytes))
    return importer;
  text = check_text (bytes, name, NULL);
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (importers); i++)
    if (importers[i].recognises (skip_bom (text)))
      return &importers[i];
  return NULL;
}

/**
 * jalon_importer_read:
 * @self: an importer
 * @bytes: the file
 * @name: the name of the file, for messages
 * @partly: whether to go on past lines that cannot be read; they are in @report then
 * @report: (nullable): where to note what was corrected or left out
 * @error: %JALON_ERROR_SYNTAX or %JALON_ERROR_REFUSED
 *
 * Reads a file of another program.
 *
 * Returns: (transfer full) (nullable): a project, in no document; %NULL on error
 */
JalonElement *
jalon_importer_read (const JalonImporter *self,
                     GBytes *bytes,
                     const char *name,
                     gboolean partly,
                     JalonReport *report,
                     GError **error)
{
  g_autofree char *text = check_text (bytes, name, error);

  return text != NULL ? self->read (skip_bom (text), name, partly, report, error) : NULL;
}
