/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a file is that is no project: an XML parser would only say "Start tag expected". */

#include "files/jalon-sniff.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-error.h"
#include "document/jalon-text.h"
#include "files/jalon-reader.h"

typedef struct
{
  const char *magic;
  gsize length;
  const char *message;
} Signature;

#define SIGNATURE(MAGIC, MESSAGE)                                                                  \
  {                                                                                                \
    MAGIC, sizeof MAGIC - 1, MESSAGE                                                               \
  }

#define CONVERT N_ ("The file is UTF-16 text. Save it as UTF-8, then open it again")

/* The first bytes of files that get the wrong name. */
static const Signature signatures[] = {
  SIGNATURE ("\x1f\x8b", N_ ("The file is compressed (gzip). Unpack it, then open it again")),
  SIGNATURE ("PK\x03\x04", N_ ("The file is a ZIP archive or an office document, not a project")),
  SIGNATURE ("\x89PNG", N_ ("The file is a PNG picture, not a project")),
  SIGNATURE ("\xff\xd8\xff", N_ ("The file is a JPEG picture, not a project")),
  SIGNATURE ("%PDF-", N_ ("The file is a PDF, not a project")),
  SIGNATURE ("SQLite format 3", N_ ("The file is a database, not a project")),
  SIGNATURE ("\xff\xfe", CONVERT),
  SIGNATURE ("\xfe\xff", CONVERT),
  SIGNATURE ("<\0", CONVERT),
  SIGNATURE ("\0<", CONVERT),
  SIGNATURE ("version https://git-lfs.github.com/",
             N_ ("The file is only a Git LFS pointer. Run “git lfs pull”, then open it again")),
};

/* The first words, in lower case, of texts that get the wrong name. */
static const Signature beginnings[] = {
  SIGNATURE ("<!doctype html",
             N_ ("The file is a web page. Perhaps the download needs a login, or the "
                 "synchronisation is not finished")),
  SIGNATURE ("<html",
             N_ ("The file is a web page. Perhaps the download needs a login, or the "
                 "synchronisation is not finished")),
  SIGNATURE ("{", N_ ("The file is JSON, not a project")),
  SIGNATURE ("[", N_ ("The file is JSON, not a project")),
};

static gboolean
  G_GNUC_PRINTF (4, 5) fail (const char *file, guint line, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  if (line > 0)
    g_set_error (error, JALON_ERROR, JALON_ERROR_SYNTAX, "%s:%u: %s", file, line, message);
  else
    g_set_error (error, JALON_ERROR, JALON_ERROR_SYNTAX, "%s: %s", file, message);
  return FALSE;
}

static const char *
find_signature (const char *data, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (length >= signatures[i].length &&
        memcmp (data, signatures[i].magic, signatures[i].length) == 0)
      return signatures[i].message;
  return NULL;
}

static const char *
find_beginning (const char *data, gsize length)
{
  g_autofree char *start = NULL;

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    data += 3, length -= 3;
  for (; length > 0 && g_ascii_isspace (*data); data++)
    length--;
  start = g_ascii_strdown (data, MIN (length, 32));
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (start, beginnings[i].magic))
      return beginnings[i].message;
  return NULL;
}

/**
 * jalon_sniff_count_lines:
 * @data: a text
 * @end: a place in it
 *
 * Returns: the line in which @end is, from 1
 */
guint
jalon_sniff_count_lines (const char *data, const char *end)
{
  guint line = 1;

  while ((data = memchr (data, '\n', end - data)) != NULL)
    data++, line++;
  return line;
}

static gboolean
check_bytes (const char *data, gsize length, const char *file, GError **error)
{
  const char *bad = memchr (data, '\0', length);

  if (bad != NULL)
    return fail (file, jalon_sniff_count_lines (data, bad), error,
                 _ ("The file contains NUL bytes (the first at byte %lu), as after a damaged disk "
                    "or an interrupted synchronisation. If you have a backup, open that"),
                 (gulong) (bad - data));
  if (!g_utf8_validate_len (data, length, &bad))
    return fail (file, jalon_sniff_count_lines (data, bad), error,
                 _ ("The file is not UTF-8; the first wrong byte is 0x%02x at byte %lu. "
                    "Save it as UTF-8, then open it again"),
                 (guint) (guchar) *bad, (gulong) (bad - data));
  return TRUE;
}

/**
 * jalon_sniff_check:
 * @data: (array length=length): what may be a project
 * @length: its bytes
 * @file: the name of the file as users know it
 * @error: %JALON_ERROR_SYNTAX or %JALON_ERROR_REFUSED
 *
 * Looks whether @data can be XML in UTF-8 at all, and says what they are if not.
 *
 * Returns: %TRUE if they can
 */
gboolean
jalon_sniff_check (const char *data, gsize length, const char *file, GError **error)
{
  const char *message;

  if (length == 0)
    return fail (file, 0, error, _ ("The file is empty. If you have a backup, open that"));
  if (length > JALON_FILE_MAX)
    {
      g_set_error (error, JALON_ERROR, JALON_ERROR_REFUSED,
                   _ ("%s: The file has more than %d MiB, which no project needs"), file,
                   JALON_FILE_MAX / (1024 * 1024));
      return FALSE;
    }
  message = find_signature (data, length);
  if (message == NULL)
    message = find_beginning (data, length);
  if (message != NULL)
    return fail (file, 0, error, "%s", _ (message));
  return jalon_text_is_clean (data, length) || check_bytes (data, length, file, error);
}

/**
 * jalon_sniff_find_conflict:
 * @text: a text
 *
 * Looks for the marks that version control leaves in a file it could not merge.
 *
 * Returns: the line of the first, from 1; 0 if there is none
 */
guint
jalon_sniff_find_conflict (const char *text)
{
  const char *mark = g_str_has_prefix (text, "<<<<<<< ") ? text : strstr (text, "\n<<<<<<< ");

  if (mark == NULL)
    return 0;
  return jalon_sniff_count_lines (text, mark + (*mark == '\n' ? 1 : 0));
}
