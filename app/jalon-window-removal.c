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

/* What a step removed. */
typedef struct
{
  JalonElement *first; /* one by which people know it */
  guint n;             /* how many, without what is below them */
  guint n_all;         /* with that */
  gboolean is_afar;    /* a map went, and others lose what referred to it */
} Removal;

static void
count (JalonElement *element, gpointer n)
{
  (*(guint *) n)++;
}

static gboolean
is_called (JalonElement *element)
{
  const JalonKind kind = jalon_element_get_kind (element);
  const JalonField *field = jalon_kind_get_field (kind, jalon_kind_get_info (kind)->title);

  return field != NULL && field->type != JALON_TYPE_INTEGER && field->type != JALON_TYPE_NUMBER &&
         jalon_element_get_title (element)[0] != '\0';
}

/* A picture goes with the last that shows it; nobody counts it. It is no removal if something came
 * instead. */
static gboolean
find_removed (const JalonStep *step, Removal *removal)
{
  *removal = (Removal){ 0 };
  for (guint i = 0; i < jalon_step_get_n_changes (step); i++)
    {
      const JalonChange *change = jalon_step_get_change (step, i);

      if (change->type == JALON_CHANGE_INSERT)
        return FALSE;
      if (change->type != JALON_CHANGE_REMOVE || change->kind == JALON_KIND_IMAGE)
        continue;
      if (removal->first == NULL || jalon_kind_is_map (change->kind) ||
          (!is_called (removal->first) && is_called (change->element)))
        removal->first = change->element;
      removal->n++;
      jalon_element_foreach (change->element, count, &removal->n_all);
    }
  removal->is_afar = removal->first != NULL &&
                     jalon_kind_is_map (jalon_element_get_kind (removal->first));
  return removal->first != NULL;
}

static char *
make_message (const Removal *removal)
{
  const char *name = jalon_candidates_name (removal->first);
  const guint n = removal->n - 1;

  if (n == 0)
    /* Translators: what was called so is deleted now */
    return g_strdup_printf (_ ("“%s” deleted"), name);
  if (removal->is_afar)
    /* Translators: %s is the name of a map, for instance of a persona of whom other maps tell */
    return g_strdup_printf (ngettext ("“%s” deleted, with %u entry on other maps",
                                      "“%s” deleted, with %u entries on other maps", n),
                            name, n);
  /* Translators: %s is the name of one of them */
  return g_strdup_printf (ngettext ("“%s” and %u more deleted", "“%s” and %u more deleted", n),
                          name, n);
}

static void
offer_undo (JalonWindow *self, const char *message)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);

  self->removal = g_object_ref_sink (adw_toast_new (markup));
  adw_toast_set_button_label (self->removal, _ ("_Undo"));
  adw_toast_set_action_name (self->removal, "win.undo");
  jalon_window_add_toast (self, g_object_ref (self->removal));
}

/* Offers to undo @step, if it took a map away or several elements at once. Undo means the last
 * step: the offer goes with the next. */
void
jalon_window_note_step (JalonWindow *self, const JalonStep *step)
{
  Removal removal;

  jalon_window_forget_removal (self);
  /* Undoing an addition takes away, too; what others deleted is told with what else they did. */
  if (self->is_adopting || jalon_document_get_redo_label (self->document) != NULL)
    return;
  if (find_removed (step, &removal) &&
      (removal.n_all > 1 || jalon_kind_is_map (jalon_element_get_kind (removal.first))))
    {
      g_autofree char *message = make_message (&removal);

      offer_undo (self, message);
    }
}

/* A map that comes back by undo, for people want to see it; NULL if @step brings none. */
JalonElement *
jalon_window_find_come_back (JalonWindow *self, const JalonStep *step)
{
  if (self->is_adopting || jalon_document_get_redo_label (self->document) == NULL)
    return NULL;
  for (guint i = 0; i < jalon_step_get_n_changes (step); i++)
    {
      const JalonChange *change = jalon_step_get_change (step, i);

      if (change->type == JALON_CHANGE_INSERT && jalon_kind_is_map (change->kind))
        return change->element;
    }
  return NULL;
}
