/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jalon-export-dialog.h"

#include "app/jalon-settings.h"

/* Asks what a picture shall be: its format, size and colours. */

struct _JalonExportDialog
{
  AdwWindow parent_instance;

  /* Template children; their entries are in the order of the enumerations */
  AdwComboRow *format;
  AdwComboRow *scale;
  AdwComboRow *theme;
};

enum
{
  ACCEPTED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (JalonExportDialog, jalon_export_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static void
accept_cb (JalonExportDialog *self)
{
  g_assert (JALON_IS_EXPORT_DIALOG (self));

  g_signal_emit (self, signals[ACCEPTED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

/* SVG and PDF are sharp at any size. */
static void
format_cb (JalonExportDialog *self)
{
  g_assert (JALON_IS_EXPORT_DIALOG (self));

  gtk_widget_set_visible (GTK_WIDGET (self->scale),
                          jalon_export_dialog_get_format (self) == JALON_FORMAT_PNG);
}

static void
jalon_export_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JALON_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (jalon_export_dialog_parent_class)->dispose (object);
}

static void
jalon_export_dialog_class_init (JalonExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jalon_export_dialog_dispose;

  /**
   * JalonExportDialog::accepted:
   * @self: the dialog
   *
   * People have chosen.
   */
  signals[ACCEPTED] = g_signal_new ("accepted", JALON_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/jalon/Jalon/ui/jalon-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JalonExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, JalonExportDialog, scale);
  gtk_widget_class_bind_template_child (widget_class, JalonExportDialog, theme);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
jalon_export_dialog_init (JalonExportDialog *self)
{
  g_autoptr (GSettings) settings = jalon_settings_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_focus (GTK_WINDOW (self), gtk_window_get_default_widget (GTK_WINDOW (self)));
  adw_combo_row_set_selected (self->scale, 1);
  if (settings == NULL)
    return;
  adw_combo_row_set_selected (self->scale, g_settings_get_int (settings, "export-scale") - 1);
  adw_combo_row_set_selected (self->theme, g_settings_get_enum (settings, "export-theme"));
}

/**
 * jalon_export_dialog_new:
 * @parent: over which window
 *
 * Returns: (transfer floating): the dialog, not shown yet
 */
GtkWidget *
jalon_export_dialog_new (GtkWindow *parent)
{
  return g_object_new (JALON_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
}

JalonFormat
jalon_export_dialog_get_format (JalonExportDialog *self)
{
  g_return_val_if_fail (JALON_IS_EXPORT_DIALOG (self), JALON_FORMAT_PNG);

  return (JalonFormat) adw_combo_row_get_selected (self->format);
}

/**
 * jalon_export_dialog_get_scale:
 * @self: a dialog
 *
 * Returns: pixels for a canvas unit
 */
double
jalon_export_dialog_get_scale (JalonExportDialog *self)
{
  g_return_val_if_fail (JALON_IS_EXPORT_DIALOG (self), 1);

  return adw_combo_row_get_selected (self->scale) + 1;
}

JalonThemeName
jalon_export_dialog_get_theme (JalonExportDialog *self)
{
  g_return_val_if_fail (JALON_IS_EXPORT_DIALOG (self), JALON_THEME_LIGHT);

  return (JalonThemeName) adw_combo_row_get_selected (self->theme);
}
