/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paste-target.h"

#include "files/jalon-writer.h"
#include "fuzz.h"
#include "tests/widgets/fixture.h"

/* Cards in two steps and two lanes, and the curve of the first step. */
static const JalonSlot *
get_cell (guint column, guint row, gpointer data)
{
  static JalonSlot slots[2][3];
  static const char *const steps[] = { "s1", "s2" };
  static const char *const lanes[] = { "does", "thinks", "feels" };
  JalonSlot *slot;

  if (column > 1 || row > 2 || (row == 2 && column > 0))
    return NULL;
  slot = &slots[column][row];
  slot->parent = (char *) steps[column];
  slot->kind = row < 2 ? JALON_KIND_CARD : JALON_KIND_SCORE;
  slot->field = JALON_FIELD_LANE;
  slot->value = (char *) lanes[row];
  slot->y_field = row < 2 ? JALON_FIELD_NONE : JALON_FIELD_VALUE;
  slot->plane = (JalonRect){ 0, 0, 100, 100 };
  slot->y_min = -2;
  slot->y_max = 2;
  return slot;
}

/* Pastes into a map. What comes of it can be saved, and one step takes it back; what is refused
 * changes nothing. */
void
paste_and_take_back (PasteFunc paste, gconstpointer data)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  JalonElement *project = jalon_document_get_project (document);
  const JalonPastePlace place = { document, fixture_get (document, "c1"), get_cell, NULL };
  g_autoptr (GBytes) before = jalon_writer_to_bytes (project);
  g_autoptr (GBytes) after = NULL;
  g_auto (JalonPasted) pasted = { 0 };
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (paste (&place, data, &pasted, &error))
    {
      g_bytes_unref (fuzz_check_project (project));
      message = jalon_pasted_describe (&pasted);
      fuzz_require (jalon_document_undo (document));
    }
  else
    fuzz_check_error (error);
  after = jalon_writer_to_bytes (project);
  fuzz_require (g_bytes_equal (before, after));
}
