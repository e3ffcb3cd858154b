/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A lock note beside a project, which anybody can have written: no note, or one that can be shown
 * to people. */

#include "document/jalon-text.h"
#include "files/jalon-lock-private.h"
#include "fuzz.h"

static void
check_word (const char *word)
{
  fuzz_require (jalon_text_is_clean (word, -1));
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    fuzz_require (g_unichar_isprint (g_utf8_get_char (p)));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  LockNote *note = lock_note_parse (text);

  if (note == NULL)
    return 0;
  check_word (note->holder->name);
  check_word (note->holder->login);
  check_word (note->holder->host);
  lock_note_is_dead (note);
  lock_note_free (note);
  return 0;
}
