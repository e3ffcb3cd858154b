/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/jalon-gallery.h"
#include "app/jalon-welcome.h"
#include "files/jalon-template.h"
#include "fixture.h"

#define XBEL                                                                                       \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                   \
  "<xbel version=\"1.0\"\n"                                                                        \
  "  xmlns:bookmark=\"http://www.freedesktop.org/standards/desktop-bookmarks\"\n"                  \
  "  xmlns:mime=\"http://www.freedesktop.org/standards/shared-mime-info\">\n"

#define BOOKMARK                                                                                   \
  "<bookmark href=\"%s\" added=\"%s\" modified=\"%s\" visited=\"%s\"><info>"                       \
  "<metadata owner=\"http://freedesktop.org\"><mime:mime-type type=\"text/plain\"/>"               \
  "<bookmark:applications><bookmark:application name=\"jalon\" exec=\"jalon\" modified=\"%s\" "    \
  "count=\"1\"/></bookmark:applications></metadata></info></bookmark>\n"

/* Where this program keeps its own list of recent files, and the files. */
static char *folder;

typedef struct
{
  GtkWidget *window;
  GtkWidget *welcome;
  GString *done; /* the template that was asked for last */
} Fixture;

static void
did_cb (GSimpleAction *action, GVariant *parameter, gpointer done)
{
  g_string_assign (done, g_variant_get_string (parameter, NULL));
}

/* With what the window offers: rows without their action cannot be reached. */
static void
init (Fixture *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction)
    action = g_simple_action_new ("new-from-template", G_VARIANT_TYPE_STRING);

  self->done = g_string_new (NULL);
  g_signal_connect (action, "activate", G_CALLBACK (did_cb), self->done);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  self->welcome = g_object_new (JALON_TYPE_WELCOME, NULL);
  self->window = fixture_show (self->welcome, 800, 900);
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (group));
  fixture_settle ();
}

static void
clear (Fixture *self)
{
  fixture_finalise (self->window, self->welcome);
  g_string_free (self->done, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, clear)

/* The rows that do @action. */
static GPtrArray *
find_rows (Fixture *fixture, const char *action)
{
  GPtrArray *rows = g_ptr_array_new ();
  GtkWidget *row;

  for (guint i = 0; (row = fixture_find_child (fixture->welcome, ADW_TYPE_ACTION_ROW, i)) != NULL;
       i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), action) == 0)
      g_ptr_array_add (rows, row);
  return rows;
}

static const char *
get_target (GtkWidget *row)
{
  return g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row)), NULL);
}

static GtkFlowBoxChild *
get_card (Fixture *fixture, guint i)
{
  GtkWidget *box = fixture_find_child (fixture->welcome, GTK_TYPE_FLOW_BOX, 0);

  return gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (box), (int) i);
}

static guint
count_cards (Fixture *fixture)
{
  guint n = 0;

  while (get_card (fixture, n) != NULL)
    n++;
  return n;
}

/* Every template is offered, by its title and what it is for: everything for a workshop, where the
 * keys are, then journeys, then maps as a project lists them. */
static void
test_templates (void)
{
  static const char *const order[] = { "workshop",        "journey",           "service-blueprint",
                                       "persona",         "empathy-map",       "empathy-map-2017",
                                       "stakeholder-map", "stakeholder-rings", "register" };
  g_auto (Fixture) fixture = { 0 };
  g_auto (GStrv) names = jalon_template_list ();

  init (&fixture);
  g_assert_cmpuint (g_strv_length (names), ==, G_N_ELEMENTS (order));
  g_assert_cmpuint (count_cards (&fixture), ==, G_N_ELEMENTS (order));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture.window)) ==
                 GTK_WIDGET (get_card (&fixture, 0)));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GtkWidget *card = GTK_WIDGET (get_card (&fixture, i));
      g_autoptr (JalonElement) project = NULL;

      g_signal_emit_by_name (card, "activate");
      g_assert_cmpstr (fixture.done->str, ==, order[i]);
      project = jalon_template_open (fixture.done->str, JALON_LANGUAGE_EN, NULL);
      fixture_check_label (card, jalon_element_get_title (project));
      g_assert_cmpstr (gtk_label_get_label (
                         GTK_LABEL (fixture_find_child (card, GTK_TYPE_LABEL, 1))),
                       ==, jalon_element_get_text (project, JALON_FIELD_DESCRIPTION));
    }
}

static double
get_name_y (Fixture *fixture, guint i)
{
  GtkWidget *name = fixture_find_child (GTK_WIDGET (get_card (fixture, i)), GTK_TYPE_LABEL, 0);
  double x, y;

  g_assert_true (gtk_widget_translate_coordinates (name, fixture->welcome, 0, 0, &x, &y));
  return y;
}

static GdkPaintable *
wait_for_picture (GtkFlowBoxChild *card, GdkPaintable *other)
{
  GtkWidget *picture = fixture_find_child (GTK_WIDGET (card), GTK_TYPE_PICTURE, 0);
  GdkPaintable *paintable;

  while ((paintable = gtk_picture_get_paintable (GTK_PICTURE (picture))) == other)
    g_main_context_iteration (NULL, TRUE);
  return paintable;
}

/* Each shows what it is, drawn behind the first frame; and the names of a row are in line. */
static void
test_pictures (void)
{
  g_auto (Fixture) fixture = { 0 };

  init (&fixture);
  for (guint i = 0; i < count_cards (&fixture); i++)
    wait_for_picture (get_card (&fixture, i), NULL);
  fixture_settle ();
  /* Two abreast: the texts below the first name are longer than those below the second. */
  g_assert_cmpfloat (get_name_y (&fixture, 0), ==, get_name_y (&fixture, 1));
  g_assert_cmpfloat (get_name_y (&fixture, 2), ==, get_name_y (&fixture, 3));
}

/* Tab comes to the cards, and the arrows to each of them. */
static void
test_focus_chain (void)
{
  g_auto (Fixture) fixture = { 0 };

  init (&fixture);
  g_assert_true (fixture_reaches (fixture.window, GTK_WIDGET (get_card (&fixture, 0))));
  for (guint i = 1; i < count_cards (&fixture); i++)
    {
      g_signal_emit_by_name (gtk_widget_get_parent (GTK_WIDGET (get_card (&fixture, i))),
                             "move-cursor", GTK_MOVEMENT_VISUAL_POSITIONS, 1, FALSE, FALSE,
                             &(gboolean){ FALSE });
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture.window)) ==
                     GTK_WIDGET (get_card (&fixture, i)));
    }
}

/* The keys that go by lines, and by pages of them. */
static void
move_by_lines (GtkWidget *box)
{
  static const GtkMovementStep steps[] = { GTK_MOVEMENT_PAGES, GTK_MOVEMENT_DISPLAY_LINES };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (int count = -1; count <= 1; count += 2)
      g_signal_emit_by_name (box, "move-cursor", steps[i], count, FALSE, FALSE,
                             &(gboolean){ FALSE });
}

/* Keys may come while there are no cards, and between the cards and the frame that shows them. */
static void
test_early_keys (void)
{
  GtkWidget *gallery = jalon_gallery_new ();
  GtkWidget *window = fixture_show (gallery, 800, 900);
  GtkWidget *box = fixture_find_child (gallery, GTK_TYPE_FLOW_BOX, 0);

  fixture_settle ();
  move_by_lines (box);
  jalon_gallery_fill (JALON_GALLERY (gallery), JALON_KIND_PROJECT, JALON_LANGUAGE_EN);
  g_assert_true (gtk_widget_child_focus (gallery, GTK_DIR_TAB_FORWARD));
  move_by_lines (box);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) ==
                 GTK_WIDGET (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (box), 0)));
  fixture_settle ();
  g_signal_emit_by_name (box, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE, FALSE,
                         &(gboolean){ FALSE });
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) ==
                 GTK_WIDGET (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (box), 3)));
  fixture_finalise (window, gallery);
}

/* When the desktop goes dark, other pictures come to the cards, where the keys stay. */
static void
test_restyled (void)
{
  GtkWidget *gallery = jalon_gallery_new ();
  GtkWidget *window = fixture_show (gallery, 800, 900);
  GtkFlowBox *box = GTK_FLOW_BOX (fixture_find_child (gallery, GTK_TYPE_FLOW_BOX, 0));
  g_autoptr (GdkPaintable) before = NULL;
  GtkFlowBoxChild *card;

  jalon_gallery_fill (JALON_GALLERY (gallery), JALON_KIND_PROJECT, JALON_LANGUAGE_EN);
  fixture_settle ();
  g_assert_true (gtk_widget_child_focus (gallery, GTK_DIR_TAB_FORWARD));
  g_signal_emit_by_name (box, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE, FALSE,
                         &(gboolean){ FALSE });
  card = GTK_FLOW_BOX_CHILD (gtk_window_get_focus (GTK_WINDOW (window)));
  g_assert_cmpint (gtk_flow_box_child_get_index (card), ==, 3);
  before = g_object_ref (wait_for_picture (card, NULL));
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
  wait_for_picture (card, before);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (card));
  g_assert_true (gtk_flow_box_get_child_at_index (box, 3) == card);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  fixture_finalise (window, gallery);
}

/* It is filled once, behind the first frame, and not at all where nobody sees it. */
static void
test_filled_once (void)
{
  g_auto (Fixture) fixture = { 0 };
  GtkWidget *unseen = g_object_ref_sink (g_object_new (JALON_TYPE_WELCOME, NULL));
  guint before;

  init (&fixture);
  before = count_cards (&fixture);
  gtk_widget_set_visible (fixture.welcome, FALSE);
  fixture_settle ();
  gtk_widget_set_visible (fixture.welcome, TRUE);
  fixture_settle ();
  g_assert_cmpuint (before, ==, count_cards (&fixture));

  g_assert_null (fixture_find_child (unseen, GTK_TYPE_FLOW_BOX_CHILD, 0));
  g_assert_finalize_object (unseen);
}

/* The window may go before it is filled. */
static void
test_gone_early (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *welcome = g_object_new (JALON_TYPE_WELCOME, NULL);

  gtk_window_set_child (GTK_WINDOW (window), welcome);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (gtk_widget_get_mapped (welcome));
  fixture_finalise (window, welcome);
}

/* The last six projects that are still there, the latest first; nothing else that people opened. */
static void
test_recent (void)
{
  static const char *const wanted[] = { "h.jalon", "g.jalon", "e & <b>.jalon",
                                        "d.jalon", "c.jalon", "b.jalon" };
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GPtrArray) rows = NULL;

  init (&fixture);
  rows = find_rows (&fixture, "app.open-uri");
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, wanted[i], NULL);
      g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

      g_assert_cmpstr (get_target (rows->pdata[i]), ==, uri);
      g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (rows->pdata[i])), ==,
                       wanted[i]);
      g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (rows->pdata[i])), ==, path);
      g_assert_true (gtk_widget_get_mapped (rows->pdata[i]));
    }
}

/* What was opened in the days of January: project a the first day, and so on. Project f is gone. */
static void
write_recent (void)
{
  static const char *const names[] = { "d.jalon", "a.jalon", "notes.txt", "h.jalon",      "b.jalon",
                                       "g.jalon", "f.jalon", "c.jalon",   "e & <b>.jalon" };
  g_autoptr (GString) xbel = g_string_new (XBEL);
  g_autofree char *list = g_build_filename (folder, "recently-used.xbel", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
      g_autofree char *escaped = g_markup_escape_text (uri, -1);
      g_autofree char *day = g_strdup_printf ("2026-01-%02dT12:00:00Z", names[i][0] - 'a' + 1);

      if (names[i][0] != 'f')
        g_assert_true (g_file_set_contents (path, "", 0, NULL));
      g_string_append_printf (xbel, BOOKMARK, escaped, day, day, day, day);
    }
  g_string_append (xbel, "</xbel>\n");
  g_assert_true (g_file_set_contents (list, xbel->str, -1, NULL));
}

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}

int
main (int argc, char **argv)
{
  int status;

  folder = g_dir_make_tmp ("jalon-welcome-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  write_recent ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/welcome/templates", test_templates);
  g_test_add_func ("/welcome/focus-chain", test_focus_chain);
  g_test_add_func ("/welcome/early-keys", test_early_keys);
  g_test_add_func ("/welcome/restyled", test_restyled);
  g_test_add_func ("/welcome/pictures", test_pictures);
  g_test_add_func ("/welcome/filled-once", test_filled_once);
  g_test_add_func ("/welcome/gone-early", test_gone_early);
  g_test_add_func ("/welcome/recent", test_recent);
  status = g_test_run ();
  remove_folder ();
  return status;
}
