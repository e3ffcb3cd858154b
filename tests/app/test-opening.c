/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jalon-opening.h"

#include <glib/gstdio.h>

#include "document/jalon-error.h"
#include "files/jalon-template.h"

static char *sample;

typedef struct
{
  JalonOpening *opening;
  GError *error;
  gboolean is_over;
} Fixture;

static void
arrived_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *self = data;
  gboolean is_there;

  g_assert_true (source == G_OBJECT (self->opening));
  is_there = jalon_opening_wait_finish (self->opening, result, &self->error);
  g_assert_cmpint (is_there, ==, self->error == NULL);
  self->is_over = TRUE;
}

static void
wait_for (Fixture *self)
{
  g_clear_error (&self->error);
  self->is_over = FALSE;
  jalon_opening_wait_async (self->opening, arrived_cb, self);
  while (!self->is_over)
    g_main_context_iteration (NULL, TRUE);
}

static void
init (Fixture *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  self->opening = jalon_opening_new (file, JALON_THEME_LIGHT);
  g_assert_true (g_file_equal (jalon_opening_get_file (self->opening), file));
}

static void
clear (Fixture *self)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->opening);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, clear)

static void
check_layout (Fixture *self, JalonElement *map)
{
  g_autoptr (JalonLayout) layout = jalon_opening_take_layout (self->opening);
  JalonScene *scene;

  g_assert_nonnull (layout);
  g_assert_null (jalon_opening_take_layout (self->opening));
  scene = jalon_layout_draw (layout, map, jalon_theme_get (JALON_THEME_DARK));
  g_assert_cmpstr (jalon_scene_get_title (scene), ==, jalon_element_get_title (map));
  jalon_scene_unref (scene);
}

/* Also for who asks when all is over, and again. */
static void
test_arrives (void)
{
  g_auto (Fixture) fixture = { 0 };
  JalonElement *map;

  init (&fixture, sample);
  for (guint i = 0; i < 2; i++)
    {
      wait_for (&fixture);
      g_assert_no_error (fixture.error);
      g_assert_nonnull (jalon_opening_get_document (fixture.opening));
    }
  map = jalon_opening_find_map (jalon_opening_get_document (fixture.opening), NULL);
  g_assert_cmpint (jalon_element_get_kind (map), ==, JALON_KIND_JOURNEY);
  g_assert_nonnull (jalon_store_get_known (jalon_opening_get_store (fixture.opening)));
  check_layout (&fixture, map);
}

static void
test_not_there (void)
{
  g_auto (Fixture) fixture = { 0 };

  init (&fixture, "/nonexistent/a.jalon");
  for (guint i = 0; i < 2; i++)
    {
      wait_for (&fixture);
      g_assert_error (fixture.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
    }
  g_assert_null (jalon_opening_get_document (fixture.opening));
  g_assert_null (jalon_opening_take_layout (fixture.opening));
}

static void
open_text (Fixture *self, const char *name, const char *text)
{
  g_autofree char *folder = g_path_get_dirname (sample);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  init (self, path);
  wait_for (self);
  g_assert_cmpint (g_remove (path), ==, 0);
}

/* What another program wrote becomes a project that has no file, and is in people's language. */
static void
test_imported (void)
{
  g_auto (Fixture) fixture = { 0 };
  JalonReport *report;
  JalonElement *map;
  JalonDocument *document;

  open_text (&fixture, "day.txt", "journey\n title Day\n Wake: 9: Me\n No task\n");
  g_assert_no_error (fixture.error);
  document = jalon_opening_get_document (fixture.opening);
  g_assert_null (jalon_opening_get_store (fixture.opening));
  g_assert_false (jalon_document_is_modified (document));
  report = jalon_opening_get_report (fixture.opening);
  g_assert_cmpstr (jalon_report_get_file (report), ==, "day.txt");
  g_assert_cmpuint (jalon_report_get_n (report), ==, 2);
  g_assert_cmpuint (jalon_report_get (report, 0)->line, ==, 3);
  g_assert_cmpuint (jalon_report_get (report, 1)->line, ==, 4);
  map = jalon_opening_find_map (document, NULL);
  g_assert_cmpstr (jalon_element_get_title (map), ==, "Day");
  g_assert_cmpint (jalon_element_get_choice (jalon_document_get_project (document),
                                             JALON_FIELD_LANGUAGE),
                   ==, JALON_LANGUAGE_ID);
  check_layout (&fixture, map);
}

/* The importer says what is wrong with what is called as its files are, the reader else. */
static void
test_not_imported (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    const char *message;
  } cases[] = {
    { "flow.mmd", "\nflowchart LR\n", "flow.mmd:2: " },
    { "flow.jalon", "flowchart LR\n", "flow.jalon:1: " },
    { "empty.md", "", "empty.md: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Fixture) fixture = { 0 };

      open_text (&fixture, cases[i].name, cases[i].text);
      g_assert_error (fixture.error, JALON_ERROR, JALON_ERROR_SYNTAX);
      g_assert_true (g_str_has_prefix (fixture.error->message, cases[i].message));
      g_assert_true ((strstr (fixture.error->message, "journey") != NULL) == (i == 0));
      g_assert_null (jalon_opening_get_document (fixture.opening));
    }
}

static void
test_cancelled (void)
{
  g_auto (Fixture) fixture = { 0 };

  init (&fixture, sample);
  jalon_opening_cancel (fixture.opening);
  wait_for (&fixture);
  g_assert_error (fixture.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What the application has begun for a file that comes in another window after all. */
static void
test_nobody_waits (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (sample);
  JalonOpening *opening = jalon_opening_new (file, JALON_THEME_LIGHT);

  g_object_add_weak_pointer (G_OBJECT (opening), (gpointer *) &opening);
  g_object_unref (opening);
  while (opening != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* The map that was open is laid out: it is what will be seen. */
static void
test_find_map (void)
{
  g_auto (Fixture) fixture = { 0 };
  JalonDocument *document;
  JalonElement *last, *project;

  init (&fixture, sample);
  wait_for (&fixture);
  document = jalon_opening_get_document (fixture.opening);
  project = jalon_document_get_project (document);
  last = jalon_element_get_child (project, jalon_element_get_n_children (project) - 1);
  g_assert_true (jalon_opening_find_map (document, jalon_element_get_id (last)) == last);
  g_assert_true (jalon_opening_find_map (document, NULL) != last);
  g_assert_true (jalon_opening_find_map (document, "gone") ==
                 jalon_opening_find_map (document, NULL));
}

static void
test_no_map (void)
{
  g_autoptr (JalonDocument)
    document = jalon_document_new (jalon_element_new (JALON_KIND_PROJECT, NULL));

  g_assert_null (jalon_opening_find_map (document, NULL));
}

static void
save_sample (void)
{
  g_autoptr (JalonElement) project = jalon_template_open ("workshop", JALON_LANGUAGE_EN, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (sample);
  g_autoptr (JalonStore) store = jalon_store_new (file, NULL);

  g_assert_true (jalon_store_save (store, project, 0, NULL, NULL));
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("jalon-opening-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  g_setenv ("LANGUAGE", "id", TRUE);
  g_test_init (&argc, &argv, NULL);
  sample = g_build_filename (folder, "a.jalon", NULL);
  save_sample ();

  g_test_add_func ("/opening/arrives", test_arrives);
  g_test_add_func ("/opening/not-there", test_not_there);
  g_test_add_func ("/opening/imported", test_imported);
  g_test_add_func ("/opening/not-imported", test_not_imported);
  g_test_add_func ("/opening/cancelled", test_cancelled);
  g_test_add_func ("/opening/nobody-waits", test_nobody_waits);
  g_test_add_func ("/opening/find-map", test_find_map);
  g_test_add_func ("/opening/no-map", test_no_map);
  status = g_test_run ();
  g_assert_cmpint (g_remove (sample), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (sample);
  return status;
}
