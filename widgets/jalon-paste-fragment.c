/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was copied here or in another window finds its place. */

#include <glib/gi18n-lib.h>

#include "document/jalon-error.h"
#include "document/jalon-field.h"
#include "widgets/jalon-paste-private.h"

static gboolean
is_text (const JalonField *field)
{
  return field->type == JALON_TYPE_LINE || field->type == JALON_TYPE_PARAGRAPHS;
}

/* Gives @copy what @field of the original says, if it has such a field. */
static void
carry_over (JalonElement *copy, const JalonField *field, const char *text)
{
  const JalonField *row = jalon_element_get_field (copy, field->id);

  if (row != NULL && row->type == field->type && row->target == field->target &&
      row->type != JALON_TYPE_RAW)
    jalon_element_set (copy, field->id, text, NULL);
}

/* Makes something of @kind of @element: with its text, and whatever else both have. NULL if that
 * would lose what matters. */
static JalonElement *
convert (JalonElement *element, JalonKind kind)
{
  const JalonKindInfo *from = jalon_kind_get_info (jalon_element_get_kind (element));
  JalonFieldId title = jalon_kind_get_info (kind)->title;
  JalonElement *copy;

  if (jalon_element_get_n_children (element) > 0 || jalon_element_get_title (element)[0] == '\0' ||
      !is_text (jalon_kind_get_field (from->kind, from->title)) ||
      !is_text (jalon_kind_get_field (kind, title)))
    return NULL;
  copy = jalon_element_new (kind, NULL);
  for (guint i = 0; i < jalon_element_get_n_values (element); i++)
    {
      const char *text;
      const JalonField *field = jalon_element_get_value (element, i, &text);

      carry_over (copy, field, text);
    }
  jalon_element_set (copy, title, jalon_element_get_title (element), NULL);
  return copy;
}

static void
put_in_slot (Paste *self, const JalonSlot *slot, JalonElement *element)
{
  JalonElement *holder = paste_find_holder (self, slot, element);

  if (holder == NULL)
    {
      paste_put (self, slot, g_object_ref (element));
      return;
    }
  jalon_document_set (self->place->document, holder, slot->y_field,
                      jalon_element_get_title (element), NULL);
  g_ptr_array_add (self->pasted->elements, holder);
}

/* @element is the copy of a root. */
static void
put_root (Paste *self, const JalonSlot *slot, JalonElement *element, JalonElement *original)
{
  JalonElement *other;

  if (slot != NULL && jalon_slot_accepts (slot, element))
    put_in_slot (self, slot, element);
  else if (paste_put_beside (self, element))
    paste_check_whole (self, element, original);
  else
    {
      other = slot != NULL ? convert (element, slot->kind) : NULL;
      if (other != NULL)
        paste_put (self, slot, other);
      else
        self->pasted->n_refused++;
    }
}

static JalonElement *
find_map (Paste *self)
{
  const JalonSlot *slot = paste_get_slot (self, 0, 0);
  JalonElement *element = self->place->element;

  if (element == NULL && slot != NULL)
    element = jalon_document_lookup (self->place->document, slot->parent);
  return jalon_element_get_map (element);
}

static void
fail (JalonFragment *fragment, const JalonPasted *pasted, GError **error)
{
  JalonElement *root = jalon_fragment_get_root (fragment, 0);
  const JalonKindInfo *info = jalon_kind_get_info (jalon_element_get_kind (root));
  g_autofree char *reasons = jalon_pasted_describe (pasted);

  if (pasted->n_lost > 0)
    g_set_error_literal (error, JALON_ERROR, JALON_ERROR_VALUE, reasons);
  else
    g_set_error (error, JALON_ERROR, JALON_ERROR_VALUE,
                 /* Translators: the name of a kind, for instance "Step" */
                 _ ("There is no place here for what was copied (%s)"), _ (info->label));
}

/**
 * jalon_paste_fragment:
 * @place: where
 * @fragment: what
 * @pasted: (out caller-allocates): what came of it
 * @error: %JALON_ERROR_VALUE; then nothing has changed
 *
 * Pastes as one step. Each root goes into the slot that takes its kind, as far from that of the
 * keys as it stood from the first; or where what the keys are in takes it; or it becomes what the
 * slot takes, if it has a text.
 *
 * Returns: %TRUE if something was pasted
 */
gboolean
jalon_paste_fragment (const JalonPastePlace *place,
                      JalonFragment *fragment,
                      JalonPasted *pasted,
                      GError **error)
{
  Paste self = { place, pasted, NULL };
  g_auto (JalonUnpacked) unpacked = { 0 };
  g_autoptr (GError) refusal = NULL;

  if (jalon_fragment_get_n_roots (fragment) == 0)
    {
      g_set_error (error, JALON_ERROR, JALON_ERROR_VALUE, _ ("There is nothing to paste"));
      return FALSE;
    }
  paste_begin (&self, jalon_element_get_kind (jalon_fragment_get_root (fragment, 0)));
  jalon_fragment_unpack (fragment, place->document, find_map (&self), &unpacked);
  pasted->brought = g_ptr_array_ref (unpacked.brought);
  pasted->n_lost = unpacked.n_lost;
  for (guint i = 0; i < unpacked.elements->len; i++)
    {
      const JalonFragmentCell *cell = jalon_fragment_get_cell (fragment, i);
      const JalonSlot *slot = paste_get_slot (&self, cell->column, cell->row);

      if (slot == NULL && (cell->column > 0 || cell->row > 0))
        pasted->n_outside++;
      else
        put_root (&self, slot, g_ptr_array_index (unpacked.elements, i),
                  jalon_fragment_get_root (fragment, i));
    }
  if (paste_end (&self, &refusal))
    return TRUE;
  if (refusal != NULL)
    g_propagate_error (error, g_steal_pointer (&refusal));
  else
    fail (fragment, pasted, error);
  return FALSE;
}
