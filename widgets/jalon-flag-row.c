/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-flag-row.h"

/* Yes or no. */

struct _JalonFlagRow
{
  AdwActionRow parent_instance;

  gboolean is_quiet; /* the program, not the user, is switching */

  /* Owned by the row */
  GtkSwitch *toggle;

  /* Owned */
  JalonFieldBinding *binding;
};

G_DEFINE_FINAL_TYPE (JalonFlagRow, jalon_flag_row, ADW_TYPE_ACTION_ROW)

static void
toggled_cb (JalonFlagRow *self)
{
  g_assert (JALON_IS_FLAG_ROW (self));

  if (self->is_quiet)
    return;
  jalon_field_binding_set_text (self->binding, gtk_switch_get_active (self->toggle) ? "yes" : "no",
                                NULL);
  jalon_field_binding_finish (self->binding);
}

static void
binding_changed_cb (JalonFlagRow *self)
{
  g_assert (JALON_IS_FLAG_ROW (self));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self),
                               jalon_field_binding_get_several (self->binding));
  self->is_quiet = TRUE;
  gtk_switch_set_active (self->toggle,
                         g_strcmp0 (jalon_field_binding_get_text (self->binding), "yes") == 0);
  self->is_quiet = FALSE;
}

static void
jalon_flag_row_dispose (GObject *object)
{
  JalonFlagRow *self = JALON_FLAG_ROW (object);

  g_clear_object (&self->binding);

  G_OBJECT_CLASS (jalon_flag_row_parent_class)->dispose (object);
}

static void
jalon_flag_row_class_init (JalonFlagRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jalon_flag_row_dispose;
}

static void
jalon_flag_row_init (JalonFlagRow *self)
{
  self->toggle = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->toggle), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->toggle));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->toggle));
  g_signal_connect_swapped (self->toggle, "notify::active", G_CALLBACK (toggled_cb), self);
}

/**
 * jalon_flag_row_new:
 * @binding: a flag
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
jalon_flag_row_new (JalonFieldBinding *binding)
{
  JalonFlagRow *self;

  g_return_val_if_fail (JALON_IS_FIELD_BINDING (binding), NULL);

  self = g_object_new (JALON_TYPE_FLAG_ROW, "title", jalon_field_binding_get_label (binding),
                       "tooltip-text", jalon_field_binding_get_hint (binding), NULL);
  self->binding = g_object_ref (binding);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  jalon_field_binding_get_label (binding), -1);
  binding_changed_cb (self);
  g_signal_connect_object (binding, "changed", G_CALLBACK (binding_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
