/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jalon-versions-dialog.h"

#include <glib/gi18n.h>

#include "files/jalon-backup.h"

/* The versions of a file that are kept, the latest first. */

struct _JalonVersionsDialog
{
  AdwWindow parent_instance;

  /* Template children */
  GtkStack *pages;
  GtkListBox *list;
};

enum
{
  COMPARE,
  OPEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (JalonVersionsDialog, jalon_versions_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static void
jalon_versions_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JALON_TYPE_VERSIONS_DIALOG);

  G_OBJECT_CLASS (jalon_versions_dialog_parent_class)->dispose (object);
}

static void
emit (JalonVersionsDialog *self, guint id, gpointer row)
{
  g_signal_emit (self, signals[id], 0, g_object_get_data (G_OBJECT (row), "file"),
                 adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static void
activated_cb (JalonVersionsDialog *self, GtkListBoxRow *row)
{
  g_assert (JALON_IS_VERSIONS_DIALOG (self));

  emit (self, COMPARE, row);
}

static void
open_cb (GtkWidget *row, GtkWidget *button)
{
  GtkRoot *root = gtk_widget_get_root (row);

  emit (JALON_VERSIONS_DIALOG (root), OPEN, row);
  gtk_window_close (GTK_WINDOW (root));
}

static void
jalon_versions_dialog_class_init (JalonVersionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jalon_versions_dialog_dispose;

  /**
   * JalonVersionsDialog::compare:
   * @self: the dialog
   * @file: where a version is kept
   * @date: when it was saved, for people
   *
   * People want to see in what it differs.
   */
  signals[COMPARE] = g_signal_new ("compare", JALON_TYPE_VERSIONS_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_FILE, G_TYPE_STRING);

  /**
   * JalonVersionsDialog::open:
   * @self: the dialog
   * @file: where a version is kept
   * @date: when it was saved, for people
   *
   * People want to have it in a window of its own.
   */
  signals[OPEN] = g_signal_new ("open", JALON_TYPE_VERSIONS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 2, G_TYPE_FILE, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/jalon/Jalon/ui/jalon-versions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JalonVersionsDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, JalonVersionsDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
jalon_versions_dialog_init (JalonVersionsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make_row (const JalonBackup *backup)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Open a Copy"));
  /* Translators: day and time of a version, see the manual of strftime */
  g_autofree char *date = g_date_time_format (jalon_backup_get_time (backup),
                                              _ ("%A, %e %B %Y, %R"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), date);
  g_object_set_data_full (G_OBJECT (row), "file", g_object_ref (jalon_backup_get_file (backup)),
                          g_object_unref);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _ ("Show What Has Changed Since"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (open_cb), row);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

/**
 * jalon_versions_dialog_new:
 * @parent: over which window
 * @backups: (element-type JalonBackup): what is kept
 *
 * Returns: (transfer floating): the dialog, not shown yet
 */
GtkWidget *
jalon_versions_dialog_new (GtkWindow *parent, GPtrArray *backups)
{
  JalonVersionsDialog *self = g_object_new (JALON_TYPE_VERSIONS_DIALOG, "transient-for", parent,
                                            NULL);

  for (guint i = 0; i < backups->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (backups, i)));
  gtk_stack_set_visible_child_name (self->pages, backups->len > 0 ? "list" : "empty");
  return GTK_WIDGET (self);
}
