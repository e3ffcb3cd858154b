/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has changed since a state was kept whole, as one piece after the other: of a large project
 * little changes in a second, and all of it need not go to the disk for that.
 *
 * A journal is a line that names the whole state, and records: a line with how many bytes of the
 * state before stay at its begin and at its end, how many come between, and a checksum; then those
 * bytes, and a line feed. What a crash has cut off, or what is damaged, ends the journal. */

#include "files/jalon-recovery-private.h"

#include <string.h>

#include "files/jalon-reader.h"

#define MAGIC "jalon-journal-1 "

/* So much of a checksum is enough against accidents, in letters. */
#define SUM_LENGTH 16

/* A difference of two states. */
typedef struct
{
  gsize start; /* bytes that stay at the begin */
  gsize end;   /* and at the end */
  const char *data;
  gsize length;
} Piece;

static char *
sum_piece (gsize size, const Piece *piece)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  const guint64 numbers[] = { size, piece->start, piece->end, piece->length };

  g_checksum_update (sum, (const guchar *) numbers, sizeof numbers);
  g_checksum_update (sum, (const guchar *) piece->data, piece->length);
  return g_strndup (g_checksum_get_string (sum), SUM_LENGTH);
}

/* Returns: (transfer full): the first line of a journal of what comes after a whole state */
char *
recovery_journal_begin (GBytes *whole)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, whole);

  return g_strconcat (MAGIC, sum, "\n", NULL);
}

static Piece
compare (GBytes *before, GBytes *after)
{
  gsize size, length, most;
  const char *old = g_bytes_get_data (before, &size);
  const char *data = g_bytes_get_data (after, &length);
  Piece piece = { .data = "" };

  most = MIN (size, length);
  if (length == 0)
    return piece;
  while (piece.start < most && old[piece.start] == data[piece.start])
    piece.start++;
  while (piece.end < most - piece.start &&
         old[size - 1 - piece.end] == data[length - 1 - piece.end])
    piece.end++;
  piece.data = data + piece.start;
  piece.length = length - piece.start - piece.end;
  return piece;
}

/* Returns: (transfer full): the record that makes @after of @before */
GBytes *
recovery_journal_add (GBytes *before, GBytes *after)
{
  Piece piece = compare (before, after);
  g_autofree char *sum = sum_piece (g_bytes_get_size (before), &piece);
  GString *record = g_string_new (NULL);

  g_string_append_printf (record,
                          "%" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT " %s\n",
                          piece.start, piece.end, piece.length, sum);
  g_string_append_len (record, piece.data, piece.length);
  g_string_append_c (record, '\n');
  return g_string_free_to_bytes (record);
}

/* What is left to read of a journal. */
typedef struct
{
  const char *data;
  gsize left;
} Rest;

/* The next line without its end, or NULL. */
static char *
take_line (Rest *rest)
{
  const char *end = memchr (rest->data, '\n', rest->left);
  gsize length = end != NULL ? (gsize) (end - rest->data) : 0;
  char *line;

  if (end == NULL)
    return NULL;
  line = g_strndup (rest->data, length);
  rest->data += length + 1;
  rest->left -= length + 1;
  return line;
}

static gboolean
parse_number (const char *text, gsize *number)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 0, JALON_FILE_MAX, &value, NULL))
    return FALSE;
  *number = value;
  return TRUE;
}

/* Takes the next record, which follows a state of @size bytes. */
static gboolean
take_piece (Rest *rest, gsize size, Piece *piece)
{
  g_autofree char *line = take_line (rest);
  g_auto (GStrv) words = line != NULL ? g_strsplit (line, " ", 5) : NULL;
  g_autofree char *sum = NULL;

  if (words == NULL || g_strv_length (words) != 4 || !parse_number (words[0], &piece->start) ||
      !parse_number (words[1], &piece->end) || !parse_number (words[2], &piece->length))
    return FALSE;
  if (piece->start > size || piece->end > size - piece->start || piece->length >= rest->left ||
      rest->data[piece->length] != '\n')
    return FALSE;
  piece->data = rest->data;
  rest->data += piece->length + 1;
  rest->left -= piece->length + 1;
  sum = sum_piece (size, piece);
  return strcmp (sum, words[3]) == 0;
}

/* Returns: (transfer full): the last state that @journal tells of, which is @whole if it is of
 * another one */
GBytes *
recovery_journal_apply (GBytes *whole, GBytes *journal)
{
  g_autofree char *begin = recovery_journal_begin (whole);
  g_autoptr (GString)
    state = g_string_new_len (g_bytes_get_data (whole, NULL), (gssize) g_bytes_get_size (whole));
  Rest rest;
  Piece piece;

  rest.data = g_bytes_get_data (journal, &rest.left);
  if (rest.left < strlen (begin) || memcmp (rest.data, begin, strlen (begin)) != 0)
    return g_bytes_ref (whole);
  rest.data += strlen (begin);
  rest.left -= strlen (begin);
  for (guint i = 0; i < RECOVERY_JOURNAL_MAX && take_piece (&rest, state->len, &piece); i++)
    {
      g_string_erase (state, (gssize) piece.start, (gssize) (state->len - piece.start - piece.end));
      g_string_insert_len (state, (gssize) piece.start, piece.data, (gssize) piece.length);
      if (state->len > JALON_FILE_MAX)
        break;
    }
  return g_string_free_to_bytes (g_steal_pointer (&state));
}
