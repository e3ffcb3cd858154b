/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-chooser.h"

/* The end of a dialog for files. GTK 4.8 may go on to hold its list of files, as after something
 * was dragged there. What is in the list watches its folder, and tells of each new file what has
 * been freed: the editor crashed as it saved. */

/* Their type is GTK's own. */
static gboolean
is_files (gpointer model)
{
  return model != NULL && strcmp (G_OBJECT_TYPE_NAME (model), "GtkFileSystemModel") == 0;
}

static void
find_files_below (GtkWidget *widget, GPtrArray *found)
{
  GtkTreeModel *model = GTK_IS_TREE_VIEW (widget) ? gtk_tree_view_get_model (GTK_TREE_VIEW (widget))
                                                  : NULL;

  if (is_files (model))
    g_ptr_array_add (found, g_object_ref (model));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_files_below (child, found);
}

/* What the lists of all dialogs for files have. Which dialog is whose, GTK does not tell. */
static GPtrArray *
find_files (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER_DIALOG (window))
        find_files_below (window, found);
    }
  return found;
}

/**
 * jalon_chooser_free:
 * @self: (transfer full): a dialog for files
 *
 * Closes a dialog for good.
 */
void
jalon_chooser_free (GtkFileChooserNative *self)
{
  g_autoptr (GPtrArray) before = find_files ();
  g_autoptr (GPtrArray) after = NULL;

  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self));
  g_object_unref (self);
  after = find_files ();
  /* What has no dialog any more watches nothing, and nobody hears of it. */
  for (guint i = 0; i < before->len; i++)
    if (!g_ptr_array_find (after, g_ptr_array_index (before, i), NULL))
      g_object_run_dispose (g_ptr_array_index (before, i));
}
