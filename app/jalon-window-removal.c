/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever takes much away says so and offers to undo it, instead of asking before. */

#include "app/jalon-window-private.h"

#include <glib/gi18n.h>

#include "widgets/jalon-candidates.h"

void
jalon_window_forget_removal (JalonWindow *self)
{
  if (self->removal != NULL)
    adw_toast_dismiss (self->removal);
  g_clear_object (&self->removal);
}

static void
count (JalonElement *element, gpointer n)
{
  (*(guint *) n)++;
}

/* What @step removed first, how many it removed in that way, and how many with all below them. It
 * is no removal if something came instead. */
static JalonElement *
find_removed (const JalonStep *step, guint *n, guint *n_all)
{
  JalonElement *first = NULL;

  *n = *n_all = 0;
  for (guint i = 0; i < jalon_step_get_n_changes (step); i++)
    {
      const JalonChange *change = jalon_step_get_change (step, i);

      if (change->type == JALON_CHANGE_INSERT)
        return NULL;
      if (change->type != JALON_CHANGE_REMOVE)
        continue;
      if (first == NULL)
        first = change->element;
      (*n)++;
      jalon_element_foreach (change->element, count, n_all);
    }
  return first;
}

static char *
make_message (JalonElement *first, guint n)
{
  const char *name = jalon_candidates_name (first);

  if (n == 1)
    /* Translators: what was called so is deleted now */
    return g_strdup_printf (_ ("“%s” deleted"), name);
  /* Translators: %s is the name of one of them */
  return g_strdup_printf (ngettext ("“%s” and %u more deleted", "“%s” and %u more deleted", n - 1),
                          name, n - 1);
}

static void
offer_undo (JalonWindow *self, const char *message)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);

  self->removal = g_object_ref_sink (adw_toast_new (markup));
  adw_toast_set_button_label (self->removal, _ ("_Undo"));
  adw_toast_set_action_name (self->removal, "win.undo");
  adw_toast_set_priority (self->removal, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->removal));
}

/* Offers to undo @step, if it took a map away or several elements at once. Undo means the last
 * step: the offer goes with the next. */
void
jalon_window_note_step (JalonWindow *self, const JalonStep *step)
{
  JalonElement *first;
  guint n, n_all;

  jalon_window_forget_removal (self);
  /* Undoing an addition takes away, too; what others deleted is told with what else they did. */
  if (self->is_adopting || jalon_document_get_redo_label (self->document) != NULL)
    return;
  first = find_removed (step, &n, &n_all);
  if (first != NULL && (n_all > 1 || jalon_kind_is_map (jalon_element_get_kind (first))))
    {
      g_autofree char *message = make_message (first, n);

      offer_undo (self, message);
    }
}
