/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-choice-row.h"

#include <glib/gi18n-lib.h>

#include "widgets/jalon-combo.h"

/* One of the choices of a field, and "Not set" where it may be left open. */

struct _JalonChoiceRow
{
  AdwComboRow parent_instance;

  gboolean is_quiet; /* the program, not the user, is choosing */

  /* Owned */
  JalonFieldBinding *binding;
};

G_DEFINE_FINAL_TYPE (JalonChoiceRow, jalon_choice_row, ADW_TYPE_COMBO_ROW)

/* How many entries stand before the choices. */
static guint
get_offset (JalonChoiceRow *self)
{
  const JalonField *field = jalon_field_binding_get_field (self->binding);

  return g_strcmp0 (field->fallback, "") == 0 ? 1 : 0;
}

static void
selected_cb (JalonChoiceRow *self)
{
  const JalonField *field = jalon_field_binding_get_field (self->binding);
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  guint offset = get_offset (self);

  g_assert (JALON_IS_CHOICE_ROW (self));

  if (self->is_quiet || selected == GTK_INVALID_LIST_POSITION)
    return;
  jalon_field_binding_set_text (self->binding,
                                selected >= offset ? field->choices[selected - offset].nick : NULL,
                                NULL);
  jalon_field_binding_finish (self->binding);
}

static void
binding_changed_cb (JalonChoiceRow *self)
{
  const JalonField *field = jalon_field_binding_get_field (self->binding);
  const char *text = jalon_field_binding_get_text (self->binding);
  int choice = text != NULL ? jalon_choices_find (field->choices, text) : -1;
  guint selected = GTK_INVALID_LIST_POSITION;

  g_assert (JALON_IS_CHOICE_ROW (self));

  if (choice >= 0)
    selected = choice + get_offset (self);
  else if (text != NULL && get_offset (self) > 0)
    selected = 0;
  self->is_quiet = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), selected);
  if (text == NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self),
                                 jalon_field_binding_get_several (self->binding));
  self->is_quiet = FALSE;
}

static void
jalon_choice_row_dispose (GObject *object)
{
  JalonChoiceRow *self = JALON_CHOICE_ROW (object);

  g_clear_object (&self->binding);

  G_OBJECT_CLASS (jalon_choice_row_parent_class)->dispose (object);
}

static void
jalon_choice_row_class_init (JalonChoiceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jalon_choice_row_dispose;
}

static void
jalon_choice_row_init (JalonChoiceRow *self)
{
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (self), TRUE);
  jalon_combo_init (ADW_COMBO_ROW (self));
}

/**
 * jalon_choice_row_new:
 * @binding: a choice
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
jalon_choice_row_new (JalonFieldBinding *binding)
{
  JalonChoiceRow *self;
  const JalonField *field;
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  g_return_val_if_fail (JALON_IS_FIELD_BINDING (binding), NULL);

  self = g_object_new (JALON_TYPE_CHOICE_ROW, "title", jalon_field_binding_get_label (binding),
                       "tooltip-text", jalon_field_binding_get_hint (binding), NULL);
  self->binding = g_object_ref (binding);
  field = jalon_field_binding_get_field (binding);
  if (get_offset (self) > 0)
    gtk_string_list_append (labels, _ ("Not set"));
  for (const JalonChoice *choice = field->choices; choice->nick != NULL; choice++)
    gtk_string_list_append (labels, _ (choice->label));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (labels));
  binding_changed_cb (self);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
  g_signal_connect_object (binding, "changed", G_CALLBACK (binding_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
