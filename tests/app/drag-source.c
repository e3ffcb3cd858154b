/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Usage: drag-source FILE, or drag-source --text TEXT. A window from which FILE can be dragged, as
 * from a file manager, or TEXT, as from a browser; says "accepted" when it may be dropped where it
 * is. */

#include <stdio.h>

#include <gtk/gtk.h>

static void
action_cb (GdkDrag *drag)
{
  if (gdk_drag_get_selected_action (drag) == 0)
    return;
  puts ("accepted");
  fflush (stdout);
}

static void
begin_cb (GtkDragSource *source, GdkDrag *drag)
{
  g_signal_connect (drag, "notify::selected-action", G_CALLBACK (action_cb), NULL);
}

static GdkContentProvider *
provide_file (const char *name)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  GdkFileList *files = gdk_file_list_new_from_array (&file, 1);
  GdkContentProvider *content = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, files);

  g_boxed_free (GDK_TYPE_FILE_LIST, files);
  return content;
}

static GtkWidget *
make_window (GdkContentProvider *content)
{
  GtkWidget *window = gtk_window_new ();
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_content (source, content);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), NULL);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (source));
  gtk_window_set_title (GTK_WINDOW (window), "Drag source");
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 100, 100);
  return window;
}

int
main (int argc, char **argv)
{
  g_autoptr (GdkContentProvider) content = NULL;

  g_assert (argc == 2 || (argc == 3 && g_str_equal (argv[1], "--text")));
  gtk_init ();
  content = argc == 2 ? provide_file (argv[1])
                      : gdk_content_provider_new_typed (G_TYPE_STRING, argv[2]);
  gtk_window_present (GTK_WINDOW (make_window (content)));
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}
