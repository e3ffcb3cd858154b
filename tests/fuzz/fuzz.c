/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "document/jalon-text.h"
#include "files/jalon-reader.h"
#include "files/jalon-writer.h"

/* More than any window shows. */
#define LONGEST_MESSAGE 2000

/* Whatever is refused is refused with a message of one line, fit for a window and a terminal. */
void
fuzz_check_error (const GError *error)
{
  fuzz_require (error != NULL && error->message[0] != '\0');
  fuzz_require (strlen (error->message) <= LONGEST_MESSAGE);
  fuzz_require (jalon_text_is_clean (error->message, -1));
  for (const char *p = error->message; *p != '\0'; p = g_utf8_next_char (p))
    fuzz_require (!g_unichar_iscntrl (g_utf8_get_char (p)));
}

/* Whatever was let in can be saved: its file is read without a complaint about its form, and gives
 * the same file again. Returns that file. */
GBytes *
fuzz_check_project (JalonElement *project)
{
  GBytes *bytes = jalon_writer_to_bytes (project);
  g_autoptr (JalonElement) again = NULL;
  g_autoptr (GBytes) bytes_again = NULL;
  g_autoptr (GError) error = NULL;

  again = jalon_reader_read (bytes, "again", NULL, &error);
  if (again == NULL)
    g_error ("what was let in cannot be saved: %s", error->message);
  bytes_again = jalon_writer_to_bytes (again);
  fuzz_require (g_bytes_equal (bytes, bytes_again));
  return bytes;
}
