/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include <adwaita.h>

#include "fixture.h"

char *
window_fixture_start (int *argc, char ***argv, GtkApplication **application)
{
  char *folder = g_dir_make_tmp ("jalon-window-XXXXXX", NULL);
  g_autofree char *state = g_build_filename (folder, "state", NULL);

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  gtk_test_init (argc, argv, NULL);
  *application = GTK_APPLICATION (adw_application_new ("org.jalon.Test", G_APPLICATION_NON_UNIQUE));
  g_application_register (G_APPLICATION (*application), NULL, NULL);
  return folder;
}

void
window_fixture_init (WindowFixture *self, GtkApplication *application)
{
  self->window = jalon_window_new (application);
  jalon_window_open_template (self->window, "workshop");
  self->document = g_object_ref (jalon_window_get_document (self->window));
  gtk_window_present (GTK_WINDOW (self->window));
  fixture_settle ();
}

void
window_fixture_clear (WindowFixture *self)
{
  g_object_ref (self->window);
  gtk_window_destroy (GTK_WINDOW (self->window));
  fixture_wait_gone (self->window);
  fixture_wait_gone (self->document);
}

JalonElement *
window_fixture_get_map (WindowFixture *self, JalonKind kind)
{
  JalonElement *project = jalon_document_get_project (self->document);
  guint i = 0;

  while (jalon_element_get_kind (jalon_element_get_child (project, i)) != kind)
    i++;
  return jalon_element_get_child (project, i);
}

GtkWidget *
window_fixture_find_toast (WindowFixture *self, const char *title)
{
  GType type = g_type_from_name ("AdwToastWidget");
  GtkWidget *found = NULL;
  GtkWidget *toast;

  fixture_settle ();
  for (guint i = 0; type != 0 && (toast = fixture_find_child (GTK_WIDGET (self->window), type, i));
       i++)
    {
      GtkWidget *label = fixture_find_child (toast, GTK_TYPE_LABEL, 0);

      if (gtk_widget_get_can_target (toast) && label != NULL &&
          strcmp (gtk_label_get_text (GTK_LABEL (label)), title) == 0)
        found = toast;
    }
  return found;
}
