/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-chooser.h"

#include <glib/gi18n-lib.h>

/* Dialogs for files. GTK 4.8 holds on to the list of files of one from which a file was dragged, or
 * that closed under a pressed button. What is in the list watches its folder, and tells of each new
 * file what has been freed: the editor crashed as it saved. */

/* Calls @visit for all lists in all dialogs for files. Which dialog is whose, GTK does not tell. */
static void
visit_below (GtkWidget *widget, GFunc visit, gpointer data)
{
  if (GTK_IS_TREE_VIEW (widget))
    visit (widget, data);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    visit_below (child, visit, data);
}

static void
visit_lists (GFunc visit, gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER_DIALOG (window))
        visit_below (window, visit, data);
    }
}

static void
keep_from_dragging (gpointer list, gpointer unused)
{
  gtk_tree_view_unset_rows_drag_source (GTK_TREE_VIEW (list));
}

/* What files are in has a type of GTK's own. */
static void
add_files (gpointer list, gpointer found)
{
  GtkTreeModel *model = gtk_tree_view_get_model (GTK_TREE_VIEW (list));

  if (model != NULL && strcmp (G_OBJECT_TYPE_NAME (model), "GtkFileSystemModel") == 0)
    g_ptr_array_add (found, g_object_ref (model));
}

static GPtrArray *
find_files (void)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  visit_lists (add_files, found);
  return found;
}

/**
 * jalon_chooser_new:
 * @parent: (nullable): over which window
 * @title: what is chosen
 * @action: for what
 * @accept: the label of the button that chooses
 *
 * Makes a dialog for files, from which none can be dragged.
 *
 * Returns: (transfer full): the dialog, for jalon_chooser_free()
 */
GtkFileChooserNative *
jalon_chooser_new (GtkWindow *parent,
                   const char *title,
                   GtkFileChooserAction action,
                   const char *accept)
{
  GtkFileChooserNative *self = gtk_file_chooser_native_new (title, parent, action, accept,
                                                            _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self), TRUE);
  visit_lists (keep_from_dragging, NULL);
  return self;
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
