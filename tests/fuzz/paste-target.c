/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paste-target.h"

#include "files/jalon-writer.h"
#include "fuzz.h"
#include "tests/widgets/fixture.h"

/* Pastes into a map. What comes of it can be saved, and one step takes it back; what is refused
 * changes nothing. */
void
paste_and_take_back (PasteFunc paste, gconstpointer data)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  JalonElement *project = jalon_document_get_project (document);
  const JalonPastePlace place = { document, fixture_get (document, "c1"), fixture_get_cell, NULL };
  g_autoptr (GBytes) before = jalon_writer_to_bytes (project);
  g_autoptr (GBytes) after = NULL;
  g_auto (JalonPasted) pasted = { 0 };
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (paste (&place, data, &pasted, &error))
    {
      g_autoptr (GBytes) written = fuzz_check_project (project);

      message = jalon_pasted_describe (&pasted);
      /* What pastes the score that is there already leaves nothing to take back. */
      if (!g_bytes_equal (before, written))
        fuzz_require (jalon_document_undo (document));
    }
  else
    fuzz_check_error (error);
  after = jalon_writer_to_bytes (project);
  fuzz_require (g_bytes_equal (before, after));
}
