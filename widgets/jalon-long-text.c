/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-long-text.h"

#include <string.h>

/* A text of any length and with words of any length, so that a text view can show it: to break one
 * word into lines takes Pango the square of its length, and a text view lays out a paragraph with
 * every key. So a line of the text becomes several paragraphs, which end with what no text of a
 * document holds and GTK takes for an end as well. */

#define SOFT_BREAK '\r'

/* In letters: a paragraph ends with the first word behind that, and in a word that is longer. */
#define LONG_LINE 1000
#define LONG_WORD 200

/* What is drawn with the letter before it. */
static gboolean
joins (const char *p)
{
  const gunichar zero_width_joiner = 0x200d;
  gunichar c = g_utf8_get_char (p);

  return g_unichar_ismark (c) || c == zero_width_joiner;
}

/**
 * jalon_long_text_break:
 * @text: a text, maybe broken already
 *
 * Returns: (transfer full): @text with breaks that are not lines of their own
 */
char *
jalon_long_text_break (const char *text)
{
  GString *broken = g_string_sized_new (strlen (text));
  guint n_line = 0, n_word = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (((n_line >= LONG_LINE && n_word == 0) || n_word >= LONG_WORD) && !joins (p) &&
          *p != '\n' && *p != SOFT_BREAK)
        {
          g_string_append_c (broken, SOFT_BREAK);
          n_line = n_word = 0;
        }
      g_string_append_len (broken, p, g_utf8_next_char (p) - p);
      n_word = g_unichar_isspace (g_utf8_get_char (p)) ? 0 : n_word + 1;
      n_line = *p == '\n' || *p == SOFT_BREAK ? 0 : n_line + 1;
    }
  return g_string_free (broken, FALSE);
}

/* What is pasted may be as long. */
static void
insert_text_cb (GtkTextBuffer *buffer, GtkTextIter *at, const char *text, int length)
{
  g_autofree char *all = g_strndup (text, length);
  g_autofree char *broken = jalon_long_text_break (all);

  if (strcmp (all, broken) == 0)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_text_buffer_insert (buffer, at, broken, -1);
}

/**
 * jalon_long_text_watch:
 * @buffer: a buffer
 *
 * Breaks what comes into the buffer from now on.
 */
void
jalon_long_text_watch (GtkTextBuffer *buffer)
{
  g_signal_connect (buffer, "insert-text", G_CALLBACK (insert_text_cb), NULL);
}

/**
 * jalon_long_text_get:
 * @buffer: a buffer that is watched
 *
 * Returns: (transfer full): its text, with no breaks but those of lines
 */
char *
jalon_long_text_get (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;
  char *text, *to;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  to = text;
  for (const char *p = text; *p != '\0'; p++)
    if (*p != SOFT_BREAK)
      *to++ = *p;
  *to = '\0';
  return text;
}
