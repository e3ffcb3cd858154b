/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-chooser.h"

#include <glib/gstdio.h>

#include "fixture.h"

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER_DIALOG (window))
        return window;
    }
  return NULL;
}

/* The list of files, as soon as it has something. */
static GtkTreeView *
find_list (GtkWidget *dialog)
{
  GtkWidget *list;

  for (guint i = 0; (list = fixture_find_child (dialog, GTK_TYPE_TREE_VIEW, i)) != NULL; i++)
    {
      GtkTreeModel *model = gtk_tree_view_get_model (GTK_TREE_VIEW (list));

      if (model != NULL && strcmp (G_OBJECT_TYPE_NAME (model), "GtkFileSystemModel") == 0)
        return GTK_TREE_VIEW (list);
    }
  return NULL;
}

static GtkFileChooserNative *
open_chooser (GtkWindow *window, const char *folder)
{
  GtkFileChooserNative *chooser = jalon_chooser_new (window, "Save", GTK_FILE_CHOOSER_ACTION_SAVE,
                                                     NULL);
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), file, NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
  return chooser;
}

/* Nothing is dragged from it; and what GTK holds on to after the end tells nobody of files. */
static void
test_end (void)
{
  g_autofree char *folder = g_dir_make_tmp ("jalon-chooser-XXXXXX", NULL);
  GtkWidget *window = fixture_show (gtk_label_new (NULL), 200, 200);
  GtkFileChooserNative *chooser = open_chooser (GTK_WINDOW (window), folder);
  g_autoptr (GObject) files = NULL;
  guint changed = g_signal_lookup ("row-changed", GTK_TYPE_TREE_MODEL);

  while (find_list (find_dialog ()) == NULL)
    g_main_context_iteration (NULL, TRUE);
  /* Where GTK keeps what it needs for that */
  g_assert_null (
    g_object_get_data (G_OBJECT (find_list (find_dialog ())), "gtk-tree-view-drag-info"));
  files = g_object_ref (G_OBJECT (gtk_tree_view_get_model (find_list (find_dialog ()))));
  g_assert_true (g_signal_has_handler_pending (files, changed, 0, TRUE));
  jalon_chooser_free (chooser);
  g_assert_null (find_dialog ());
  g_assert_false (g_signal_has_handler_pending (files, changed, 0, TRUE));
  gtk_window_destroy (GTK_WINDOW (window));
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chooser/end", test_end);
  return fixture_run ();
}
