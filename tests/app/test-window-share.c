/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <unistd.h>

#include "app/jalon-versions-dialog.h"
#include "app/jalon-window-private.h"
#include "fake-file.h"
#include "files/jalon-reader.h"
#include "files/jalon-writer.h"
#include "fixture.h"
#include "generate.h"
#include "window-fixture.h"

/* What others save while people work here. */

#define N_CARDS 1000

/* So often the project changes while it is merged. */
#define N_CHANGES 300

static GtkApplication *application;

typedef struct
{
  char *path;
  JalonWindow *window;
  JalonDocument *document;
} Fixture;

static void
write_file (Fixture *self, JalonElement *project)
{
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (project);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_true (g_file_set_contents (self->path, data, (gssize) size, NULL));
}

static JalonElement *
read_file (Fixture *self)
{
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  char *data;

  g_assert_true (g_file_get_contents (self->path, &data, &size, NULL));
  bytes = g_bytes_new_take (data, size);
  return jalon_reader_read (bytes, "test", NULL, NULL);
}

static void
set_up (Fixture *self, gconstpointer folder)
{
  g_autoptr (JalonElement) project = generate_project (N_CARDS);
  g_autoptr (GFile) file = NULL;
  g_autoptr (JalonOpening) opening = NULL;

  self->path = g_build_filename (folder, "shared.jalon", NULL);
  write_file (self, project);
  file = g_file_new_for_path (self->path);
  opening = jalon_opening_new (file, JALON_THEME_LIGHT);
  self->window = jalon_window_new (application);
  jalon_window_open_project (self->window, opening);
  while (jalon_window_get_document (self->window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  self->document = g_object_ref (jalon_window_get_document (self->window));
  fixture_settle ();
}

static void
tear_down (Fixture *self, gconstpointer folder)
{
  g_object_ref (self->window);
  gtk_window_destroy (GTK_WINDOW (self->window));
  fixture_wait_gone (self->window);
  fixture_wait_gone (self->document);
  g_free (self->path);
}

static void
change (Fixture *self, guint i)
{
  g_autofree char *text = g_strdup_printf ("%u", i);

  jalon_document_begin (self->document, "Test");
  jalon_document_set (self->document, jalon_document_get_project (self->document),
                      JALON_FIELD_ORGANISATION, text, NULL);
  jalon_document_commit (self->document);
}

static void
check (JalonElement *project)
{
  g_assert_cmpstr (jalon_element_get_title (project), ==, "theirs");
  g_assert_cmpint (g_ascii_strtoll (jalon_element_get_text (project, JALON_FIELD_ORGANISATION),
                                    NULL, 10),
                   ==, N_CHANGES);
}

/* Saving merges in a thread. What people change until that is done is not lost, and is saved. */
static void
test_change_while_merging (Fixture *self, gconstpointer folder)
{
  JalonElement *project = jalon_document_get_project (self->document);
  g_autoptr (JalonElement) theirs = jalon_element_copy (project);
  g_autoptr (JalonElement) saved = NULL;
  guint n = 0;

  jalon_element_set (theirs, JALON_FIELD_TITLE, "theirs", NULL);
  write_file (self, theirs);
  change (self, n++);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save", NULL);
  while (n <= N_CHANGES)
    {
      change (self, n++);
      g_main_context_iteration (NULL, FALSE);
    }
  while (strcmp (jalon_element_get_title (project), "theirs") != 0 ||
         jalon_document_is_modified (self->document))
    g_main_context_iteration (NULL, TRUE);
  check (project);
  saved = read_file (self);
  check (saved);
}

static gpointer
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type))
      return l->data;
  return NULL;
}

static GtkWidget *
find_dialog (void)
{
  return find_window (JALON_TYPE_CHANGES_DIALOG);
}

/* Others save a tag more. */
static void
add_theirs (Fixture *self, const char *id)
{
  g_autoptr (JalonElement) theirs = read_file (self);
  JalonElement *tag = jalon_element_new (JALON_KIND_TAG, id);

  jalon_element_set (tag, JALON_FIELD_NAME, id, NULL);
  jalon_element_append (theirs, tag);
  write_file (self, theirs);
  jalon_watch_check (self->window->watch);
  while (jalon_document_lookup (self->document, id) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* All that came in can be listed as long as the file is open, the latest first. */
static void
test_news (Fixture *self, gconstpointer folder)
{
  GtkWidget *widget = GTK_WIDGET (self->window);
  GtkWidget *row;

  gtk_widget_activate_action (widget, "win.show-news", NULL);
  g_assert_null (find_dialog ());
  add_theirs (self, "one");
  g_assert_cmpstr (adw_toast_get_title (self->window->news_toast), ==,
                   "1 change of others came in");
  add_theirs (self, "two");
  gtk_widget_activate_action (widget, "win.show-news", NULL);
  g_assert_nonnull (find_dialog ());
  row = fixture_find_child (find_dialog (), ADW_TYPE_ACTION_ROW, 0);
  fixture_check_label (row, "Tag “two” added");
  row = fixture_find_child (find_dialog (), ADW_TYPE_ACTION_ROW, 1);
  fixture_check_label (row, "Tag “one” added");
  g_assert_null (fixture_find_child (find_dialog (), ADW_TYPE_ACTION_ROW, 2));
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));

  jalon_window_share (self->window);
  gtk_widget_activate_action (widget, "win.show-news", NULL);
  g_assert_null (find_dialog ());
}

/* Others save another title, while here one is not saved. */
static void
meet (Fixture *self, const char *ours, const char *theirs)
{
  g_autoptr (JalonElement) project = read_file (self);

  jalon_document_begin (self->document, "Test");
  jalon_document_set (self->document, jalon_document_get_project (self->document),
                      JALON_FIELD_TITLE, ours, NULL);
  jalon_document_commit (self->document);
  jalon_element_set (project, JALON_FIELD_TITLE, theirs, NULL);
  write_file (self, project);
  jalon_watch_check (self->window->watch);
  while (find_dialog () == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
}

/* What was to be decided can be decided later, too, when more has come in. It keeps nobody from
 * saving, even if others write the file once more and nothing comes of that. */
static void
test_conflicts (Fixture *self, gconstpointer folder)
{
  JalonElement *project = jalon_document_get_project (self->document);
  g_autoptr (JalonElement) saved = NULL;
  g_autofree char *text = NULL;
  g_autofree char *longer = NULL;
  GtkWidget *row;

  meet (self, "Mine", "Theirs");
  g_assert_cmpstr (jalon_element_get_title (project), ==, "Mine / Theirs");
  add_theirs (self, "one");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-news", NULL);
  row = fixture_find_child (find_dialog (), ADW_TYPE_ACTION_ROW, 1);
  fixture_check_label (row, "Theirs");
  adw_action_row_activate (ADW_ACTION_ROW (row));
  g_assert_cmpstr (jalon_element_get_title (project), ==, "Theirs");
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));

  change (self, 1);
  g_assert_true (g_file_get_contents (self->path, &text, NULL, NULL));
  longer = g_strconcat (text, "\n", NULL);
  g_assert_true (g_file_set_contents (self->path, longer, -1, NULL));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save", NULL);
  while (jalon_document_is_modified (self->document))
    g_main_context_iteration (NULL, TRUE);
  saved = read_file (self);
  g_assert_cmpstr (jalon_element_get_text (saved, JALON_FIELD_ORGANISATION), ==, "1");
}

/* Whoever has another name for the file is told that it keeps what was in it. */
static void
test_other_name (Fixture *self, gconstpointer folder)
{
  g_autofree char *other = g_build_filename (folder, "other.jalon", NULL);
  GtkWidget *label = NULL;

  g_assert_cmpint (link (self->path, other), ==, 0);
  change (self, 1);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save", NULL);
  for (guint i = 0;
       label == NULL || strstr (gtk_label_get_text (GTK_LABEL (label)), "hard link") == NULL; i++)
    {
      label = fixture_find_child (GTK_WIDGET (self->window), GTK_TYPE_LABEL, i);
      if (label != NULL)
        continue;
      g_main_context_iteration (NULL, TRUE);
      i = 0;
    }
  g_assert_false (jalon_document_is_modified (self->document));
  g_assert_cmpint (unlink (other), ==, 0);
}

static void
open_file (Fixture *self, GFile *file)
{
  g_autoptr (JalonOpening) opening = jalon_opening_new (file, JALON_THEME_LIGHT);

  g_clear_object (&self->document);
  jalon_window_set_document (self->window, NULL, NULL, NULL);
  jalon_window_open_project (self->window, opening);
  while (jalon_window_get_document (self->window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  self->document = g_object_ref (jalon_window_get_document (self->window));
}

static GtkWindow *
wait_for_dialog (Fixture *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0;; i++)
    {
      g_autoptr (GtkWindow) other = NULL;

      if (i >= g_list_model_get_n_items (windows))
        {
          g_main_context_iteration (NULL, TRUE);
          i = 0;
        }
      other = g_list_model_get_item (windows, i);
      if (ADW_IS_MESSAGE_DIALOG (other))
        return other;
    }
}

/* A server that is away is connected when a file is opened, and when saving is tried again. */
static void
test_connect (Fixture *self, gconstpointer folder)
{
  g_autofree char *text = NULL;
  g_autoptr (FakeFile) file = NULL;
  g_autoptr (JalonElement) saved = NULL;
  GtkWindow *dialog;

  g_assert_true (g_file_get_contents (self->path, &text, NULL, NULL));
  file = fake_file_new (text);
  fake_file_go_away (file);
  open_file (self, G_FILE (file));

  fake_file_go_away (file);
  change (self, N_CHANGES);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save", NULL);
  dialog = wait_for_dialog (self);
  g_assert_true (jalon_document_is_modified (self->document));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "retry");
  while (jalon_document_is_modified (self->document))
    g_main_context_iteration (NULL, TRUE);
  saved = jalon_reader_read (fake_file_get (file), "test", NULL, NULL);
  g_assert_cmpint (g_ascii_strtoll (jalon_element_get_text (saved, JALON_FIELD_ORGANISATION), NULL,
                                    10),
                   ==, N_CHANGES);
}

/* Where there is no room for what both have, both stay as they are, and whoever saves is asked. */
static void
test_no_room (Fixture *self, gconstpointer folder)
{
  JalonElement *project = jalon_document_get_project (self->document);
  g_autoptr (JalonElement) theirs = jalon_element_copy (project);
  g_autoptr (JalonElement) saved = NULL;
  GtkWindow *dialog;

  /* What the inspector does not list */
  generate_filling (self->document, JALON_KIND_UNKNOWN, 0);
  jalon_element_append (theirs, jalon_element_new (JALON_KIND_TAG, "new"));
  write_file (self, theirs);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save", NULL);
  dialog = wait_for_dialog (self);
  g_assert_nonnull (
    strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "at most 250000 elements"));
  g_assert_null (jalon_document_lookup (self->document, "new"));
  g_assert_true (jalon_document_is_modified (self->document));
  saved = read_file (self);
  g_assert_cmpuint (jalon_element_get_n_children (saved), ==,
                    jalon_element_get_n_children (theirs));
  gtk_window_destroy (dialog);
}

/* A saving that began a merge ends with the document it was for: of another, what others save comes
 * in, and is not saved unasked. */
static void
test_replace_while_merging (Fixture *self, gconstpointer folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (JalonElement) theirs = read_file (self);

  jalon_element_set (theirs, JALON_FIELD_TITLE, "theirs", NULL);
  write_file (self, theirs);
  change (self, 1);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save", NULL);
  while (!self->window->saves_when_merged)
    g_main_context_iteration (NULL, TRUE);
  open_file (self, file);
  change (self, 2);
  add_theirs (self, "one");
  fixture_settle ();
  g_assert_true (jalon_document_is_modified (self->document));
}

/* Who has discarded a project is not told that it could not be saved. */
static void
test_discard_while_saving (Fixture *self, gconstpointer folder)
{
  GListModel *windows = gtk_window_get_toplevels ();
  g_autofree char *text = NULL;
  g_autoptr (FakeFile) file = NULL;
  g_autoptr (JalonStore) store = NULL;
  guint n;

  g_assert_true (g_file_get_contents (self->path, &text, NULL, NULL));
  file = fake_file_new (text);
  open_file (self, G_FILE (file));
  store = g_object_ref (self->window->store);
  fake_file_fall_silent (file);
  n = g_list_model_get_n_items (windows);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save", NULL);
  g_assert_true (jalon_store_is_saving (store));
  jalon_window_set_document (self->window, NULL, NULL, NULL);
  while (jalon_store_is_saving (store))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n);
}

/* A version that is read when the window goes is shown to nobody. */
static void
test_close_while_reading (Fixture *self, gconstpointer folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow *dialog;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.versions", NULL);
  dialog = find_window (JALON_TYPE_VERSIONS_DIALOG);
  g_signal_emit_by_name (dialog, "open", file, "Monday");
  g_signal_emit_by_name (dialog, "compare", file, "Monday");
  gtk_window_destroy (dialog);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_window_close (GTK_WINDOW (self->window));
  while (self->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, 0);
  self->window = jalon_window_new (application);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = window_fixture_start (&argc, &argv, &application);

  g_test_add ("/window/share/change-while-merging", Fixture, folder, set_up,
              test_change_while_merging, tear_down);
  g_test_add ("/window/share/news", Fixture, folder, set_up, test_news, tear_down);
  g_test_add ("/window/share/conflicts", Fixture, folder, set_up, test_conflicts, tear_down);
  g_test_add ("/window/share/other-name", Fixture, folder, set_up, test_other_name, tear_down);
  g_test_add ("/window/share/connect", Fixture, folder, set_up, test_connect, tear_down);
  g_test_add ("/window/share/no-room", Fixture, folder, set_up, test_no_room, tear_down);
  g_test_add ("/window/share/replace-while-merging", Fixture, folder, set_up,
              test_replace_while_merging, tear_down);
  g_test_add ("/window/share/discard-while-saving", Fixture, folder, set_up,
              test_discard_while_saving, tear_down);
  g_test_add ("/window/share/close-while-reading", Fixture, folder, set_up,
              test_close_while_reading, tear_down);
  return fixture_run ();
}
