/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "app/jalon-opening.h"
#include "app/jalon-window-private.h"
#include "fake-file.h"
#include "files/jalon-writer.h"
#include "fixture.h"
#include "generate.h"
#include "window-fixture.h"

/* What becomes of a window while a file is on its way to it. */

#define N_CARDS 10

static GtkApplication *application;

typedef struct
{
  JalonWindow *window;
  FakeFile *file;
} Fixture;

static FakeFile *
make_file (void)
{
  g_autoptr (JalonElement) project = generate_project (N_CARDS);
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (project);

  return fake_file_new (g_bytes_get_data (bytes, NULL));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->file = make_file ();
  self->window = jalon_window_new (application);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
destroy (JalonWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  destroy (self->window);
  g_object_unref (self->file);
}

static void
begin_to_open (Fixture *self, FakeFile *file)
{
  g_autoptr (JalonOpening) opening = jalon_opening_new (G_FILE (file), JALON_THEME_LIGHT);

  jalon_window_open_project (self->window, opening);
}

/* Until the file is there, nothing else may come into the window. */
static void
wait_for_file (Fixture *self, FakeFile *file)
{
  while (jalon_window_get_document (self->window) == NULL)
    {
      g_assert_false (jalon_window_is_blank (self->window));
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_true (g_file_equal (jalon_window_get_file (self->window), G_FILE (file)));
}

static JalonWindow *
find_other (Fixture *self)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (JALON_IS_WINDOW (l->data) && l->data != self->window)
      return l->data;
  return NULL;
}

/* Who does not wait for the file begins a project beside it, and loses none of it. */
static void
test_template_meanwhile (Fixture *self, gconstpointer data)
{
  JalonWindow *other;
  JalonDocument *document;

  begin_to_open (self, self->file);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.new-from-template", "s", "workshop");
  other = find_other (self);
  g_assert_nonnull (other);
  document = jalon_window_get_document (other);
  wait_for_file (self, self->file);
  g_assert_nonnull (document);
  g_assert_true (jalon_window_get_document (other) == document);
  destroy (other);
}

/* Nor is a file that is on its way read a second time. */
static void
test_find_meanwhile (Fixture *self, gconstpointer data)
{
  begin_to_open (self, self->file);
  g_assert_true (jalon_window_find (application, G_FILE (self->file)) == self->window);
  wait_for_file (self, self->file);
  g_assert_true (jalon_window_find (application, G_FILE (self->file)) == self->window);
}

/* Who does not want it any more closes the window, and never sees it again. */
static void
test_close_meanwhile (Fixture *self, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  begin_to_open (self, self->file);
  gtk_window_close (GTK_WINDOW (self->window));
  while (self->window != NULL)
    {
      g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self->window)));
      g_assert_null (jalon_window_get_document (self->window));
      g_main_context_iteration (NULL, TRUE);
    }
  self->window = jalon_window_new (application);
}

static GtkWindow *
find_message (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data))
      return l->data;
  return NULL;
}

/* What a crash has left of a file comes where the file was to be seen, whenever that is read. */
static void
test_recovered_meanwhile (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = jalon_recovery_get_folder ();
  g_autoptr (JalonRecovery) recovery = jalon_recovery_new (folder);
  g_autoptr (JalonStore) store = jalon_store_new (G_FILE (self->file), NULL);
  JalonElement *project = jalon_store_load (store, NULL, NULL, NULL);
  JalonOpening *opening;

  begin_to_open (self, self->file);
  g_assert_true (jalon_window_find_for_recovered (application, store) == self->window);
  opening = self->window->opening;
  g_object_add_weak_pointer (G_OBJECT (opening), (gpointer *) &opening);
  jalon_window_show_recovered (self->window, recovery, project, store);
  while (opening != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (find_message ());
  g_assert_true (jalon_document_get_project (jalon_window_get_document (self->window)) == project);

  /* Those changes would be lost. */
  g_assert_true (jalon_document_is_modified (jalon_window_get_document (self->window)));
  g_assert_true (jalon_window_find_for_recovered (application, store) != self->window);
  destroy (find_other (self));
}

/* One server that could not be connected keeps none from being connected later. */
static void
test_connect_again (Fixture *self, gconstpointer data)
{
  g_autoptr (FakeFile) silent = make_file ();

  fake_file_fall_silent (silent);
  begin_to_open (self, silent);
  while (find_message () == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (find_message ());
  g_assert_true (jalon_window_is_blank (self->window));

  fake_file_go_away (self->file);
  begin_to_open (self, self->file);
  wait_for_file (self, self->file);
}

/* Who opens the file again while its server is connected finds the window that waits for it. */
static void
test_find_connecting (Fixture *self, gconstpointer data)
{
  fake_file_go_away (self->file);
  begin_to_open (self, self->file);
  while (self->window->opening != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (jalon_window_get_document (self->window));
  g_assert_true (jalon_window_find (application, G_FILE (self->file)) == self->window);
  wait_for_file (self, self->file);
}

/* A folder may take its time, and a file may be gone from it. */
static void
test_trash (Fixture *self, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.trash-copy", "s",
                              "file:///nowhere/copy.jalon");
  g_assert_null (find_message ());
  while (find_message () == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (find_message ());
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = window_fixture_start (&argc, &argv, &application);

  g_test_add ("/window/files/template-meanwhile", Fixture, NULL, set_up, test_template_meanwhile,
              tear_down);
  g_test_add ("/window/files/find-meanwhile", Fixture, NULL, set_up, test_find_meanwhile,
              tear_down);
  g_test_add ("/window/files/close-meanwhile", Fixture, NULL, set_up, test_close_meanwhile,
              tear_down);
  g_test_add ("/window/files/recovered-meanwhile", Fixture, NULL, set_up, test_recovered_meanwhile,
              tear_down);
  g_test_add ("/window/files/connect-again", Fixture, NULL, set_up, test_connect_again, tear_down);
  g_test_add ("/window/files/find-connecting", Fixture, NULL, set_up, test_find_connecting,
              tear_down);
  g_test_add ("/window/files/trash", Fixture, NULL, set_up, test_trash, tear_down);
  return fixture_run ();
}
