/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-long-text-dialog.h"

#include "widgets/jalon-long-text.h"

/* Where a text is changed that is too long for a row: a sheet that scrolls. What was written is one
 * step as it closes. */

struct _JalonLongTextDialog
{
  AdwWindow parent_instance;

  /* Template children */
  GtkLabel *error;
  GtkTextView *view;

  /* Owned */
  JalonFieldBinding *binding;
};

G_DEFINE_FINAL_TYPE (JalonLongTextDialog, jalon_long_text_dialog, ADW_TYPE_WINDOW)

/* What stands there, as the field has it: only paragraphs have lines. */
static char *
get_text (JalonLongTextDialog *self)
{
  char *text = jalon_long_text_get (gtk_text_view_get_buffer (self->view));

  if (jalon_field_binding_get_field (self->binding)->type != JALON_TYPE_PARAGRAPHS)
    g_strdelimit (text, "\n", ' ');
  return text;
}

/* What cannot be taken stays, with the reason above it. */
static gboolean
close_cb (JalonLongTextDialog *self)
{
  g_autofree char *text = get_text (self);
  g_autoptr (GError) error = NULL;

  g_assert (JALON_IS_LONG_TEXT_DIALOG (self));

  jalon_field_binding_finish (self->binding);
  if (g_strcmp0 (text, jalon_field_binding_get_text (self->binding)) != 0)
    jalon_field_binding_set_text (self->binding, text, &error);
  jalon_field_binding_finish (self->binding);
  gtk_widget_set_visible (GTK_WIDGET (self->error), error != NULL);
  gtk_label_set_label (self->error, error != NULL ? error->message : "");
  return error != NULL ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
jalon_long_text_dialog_dispose (GObject *object)
{
  JalonLongTextDialog *self = JALON_LONG_TEXT_DIALOG (object);

  g_clear_object (&self->binding);
  gtk_widget_dispose_template (GTK_WIDGET (self), JALON_TYPE_LONG_TEXT_DIALOG);

  G_OBJECT_CLASS (jalon_long_text_dialog_parent_class)->dispose (object);
}

static void
jalon_long_text_dialog_class_init (JalonLongTextDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jalon_long_text_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/jalon/Jalon/ui/jalon-long-text-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JalonLongTextDialog, error);
  gtk_widget_class_bind_template_child (widget_class, JalonLongTextDialog, view);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "window.close", NULL);
}

static void
jalon_long_text_dialog_init (JalonLongTextDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jalon_long_text_watch (gtk_text_view_get_buffer (self->view));
  jalon_long_text_watch_view (self->view);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->view));
}

static void
show_text (JalonLongTextDialog *self)
{
  const char *text = jalon_field_binding_get_text (self->binding);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start;

  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

/**
 * jalon_long_text_dialog_new:
 * @parent: (nullable): the window over which it opens
 * @binding: a field with a text; what it is bound to later is left alone
 *
 * Returns: (transfer none): a dialog
 */
GtkWidget *
jalon_long_text_dialog_new (GtkWindow *parent, JalonFieldBinding *binding)
{
  JalonLongTextDialog *self;

  g_return_val_if_fail (JALON_IS_FIELD_BINDING (binding), NULL);

  self = g_object_new (JALON_TYPE_LONG_TEXT_DIALOG, "transient-for", parent, "title",
                       jalon_field_binding_get_label (binding), NULL);
  self->binding = jalon_field_binding_new (jalon_field_binding_get_field (binding),
                                           jalon_field_binding_get_elements (binding));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  jalon_field_binding_get_label (binding), -1);
  show_text (self);
  return GTK_WIDGET (self);
}

/**
 * jalon_long_text_dialog_present:
 * @row: a row of the inspector
 * @binding: its field
 *
 * Lets people change all of a text.
 */
void
jalon_long_text_dialog_present (GtkWidget *row, JalonFieldBinding *binding)
{
  GtkRoot *root = gtk_widget_get_root (row);

  gtk_window_present (GTK_WINDOW (
    jalon_long_text_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, binding)));
}
