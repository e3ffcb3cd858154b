/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-text-row.h"

#include <glib/gi18n-lib.h>

#include "widgets/jalon-field-text.h"
#include "widgets/jalon-long-text-dialog.h"
#include "widgets/jalon-text-area.h"

/* A text of several lines. */

struct _JalonTextRow
{
  AdwPreferencesRow parent_instance;

  gboolean is_quiet; /* the program, not the user, is changing the text */

  /* Owned by the row */
  GtkLabel *caption;
  JalonTextArea *area;
  GtkWidget *edit; /* for a text that is too long for the area */

  /* Owned */
  JalonFieldBinding *binding;
};

G_DEFINE_FINAL_TYPE (JalonTextRow, jalon_text_row, ADW_TYPE_PREFERENCES_ROW)

/* Only the beginning of a text that is too long is shown. */
static char *
make_caption (JalonTextRow *self)
{
  if (gtk_text_view_get_editable (GTK_TEXT_VIEW (self->area)))
    return jalon_field_binding_make_caption (self->binding);
  /* Translators: %s is the name of a field, as in "Description" */
  return g_strdup_printf (_ ("%s: the beginning of a long text"),
                          jalon_field_binding_get_label (self->binding));
}

/* What cannot be taken stays in the row, with the reason above it. */
static void
show_error (JalonTextRow *self, const GError *error)
{
  g_autofree char *caption = make_caption (self);

  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_label_set_label (self->caption, error != NULL ? error->message : caption);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_STATE_INVALID,
                               error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
typed_cb (JalonTextRow *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert (JALON_IS_TEXT_ROW (self));

  if (self->is_quiet)
    return;
  text = jalon_text_area_get_text (self->area);
  jalon_field_binding_set_text (self->binding, text, &error);
  show_error (self, error);
}

static void
binding_changed_cb (JalonTextRow *self)
{
  const char *text = jalon_field_binding_get_text (self->binding);
  gboolean is_long = text != NULL && jalon_field_text_is_long (text);
  g_autofree char *excerpt = is_long ? jalon_field_text_shorten (text, JALON_FIELD_TEXT_EXCERPT)
                                     : NULL;

  g_assert (JALON_IS_TEXT_ROW (self));

  if (is_long)
    text = excerpt;
  self->is_quiet = TRUE;
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->area), !is_long);
  gtk_widget_set_visible (self->edit, is_long);
  if (jalon_text_area_set_text (self->area, text != NULL ? text : "") ||
      !gtk_widget_has_css_class (GTK_WIDGET (self), "error"))
    show_error (self, NULL);
  self->is_quiet = FALSE;
}

static void
edit_cb (JalonTextRow *self)
{
  g_assert (JALON_IS_TEXT_ROW (self));

  jalon_long_text_dialog_present (GTK_WIDGET (self), self->binding);
}

static void
focus_left_cb (JalonTextRow *self)
{
  g_assert (JALON_IS_TEXT_ROW (self));

  jalon_field_binding_finish (self->binding);
}

static void
jalon_text_row_dispose (GObject *object)
{
  JalonTextRow *self = JALON_TEXT_ROW (object);

  g_clear_object (&self->binding);

  G_OBJECT_CLASS (jalon_text_row_parent_class)->dispose (object);
}

static void
jalon_text_row_class_init (JalonTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jalon_text_row_dispose;
}

static void
jalon_text_row_init (JalonTextRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "text-row");

  self->area = JALON_TEXT_AREA (jalon_text_area_new ());
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->area)), "changed",
                           G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  /* An event that closes the window keeps the area, and with that the keys, longer than the row. */
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->area), focus);

  self->edit = gtk_button_new_with_mnemonic (_ ("_Edit All of It…"));
  gtk_widget_set_halign (self->edit, GTK_ALIGN_START);
  g_signal_connect_swapped (self->edit, "clicked", G_CALLBACK (edit_cb), self);
}

/**
 * jalon_text_row_new:
 * @binding: paragraphs
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
jalon_text_row_new (JalonFieldBinding *binding)
{
  JalonTextRow *self;
  GtkWidget *box;

  g_return_val_if_fail (JALON_IS_FIELD_BINDING (binding), NULL);

  self = g_object_new (JALON_TYPE_TEXT_ROW, "title", jalon_field_binding_get_label (binding), NULL);
  self->binding = g_object_ref (binding);
  self->caption = GTK_LABEL (gtk_label_new (jalon_field_binding_get_label (binding)));
  gtk_label_set_xalign (self->caption, 0);
  gtk_label_set_wrap (self->caption, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "dim-label");
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->caption));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->area));
  gtk_box_append (GTK_BOX (box), self->edit);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->area), jalon_field_binding_get_hint (binding));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  jalon_field_binding_get_label (binding), -1);
  binding_changed_cb (self);
  g_signal_connect_object (binding, "changed", G_CALLBACK (binding_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
