/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "fixture.h"
#include "widgets/jalon-map-picture.h"
#include "widgets/jalon-map-row.h"
#include "widgets/jalon-sidebar.h"

typedef struct
{
  JalonDocument *document;
  GtkWidget *window;
  GtkWidget *sidebar;
} Fixture;

static void
init (Fixture *self, int height)
{
  self->document = fixture_new ();
  self->sidebar = jalon_sidebar_new ();
  jalon_map_view_set_document (JALON_MAP_VIEW (self->sidebar), self->document);
  self->window = fixture_show (self->sidebar, 240, height);
}

static void
clear (Fixture *self)
{
  fixture_finalise (self->window, self->sidebar);
  g_assert_finalize_object (self->document);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, clear)

static JalonMapRow *
find_row (Fixture *fixture, const char *id)
{
  g_autoptr (GPtrArray) rows = jalon_sidebar_list_rows (JALON_SIDEBAR (fixture->sidebar));

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (jalon_element_get_id (jalon_map_row_get_map (g_ptr_array_index (rows, i))),
                     id))
      return g_ptr_array_index (rows, i);
  g_error ("no row for %s", id);
}

/* What the row of @id shows, NULL for the icon of its kind. */
static GdkTexture *
get_picture (Fixture *fixture, const char *id)
{
  GtkWidget *picture = fixture_find_child (GTK_WIDGET (find_row (fixture, id)),
                                           JALON_TYPE_MAP_PICTURE, 0);

  return jalon_map_picture_get_texture (JALON_MAP_PICTURE (picture));
}

/* Waits until it shows something else than @last. */
static GdkTexture *
wait_for_picture (Fixture *fixture, const char *id, GdkTexture *last)
{
  while (get_picture (fixture, id) == last)
    g_main_context_iteration (NULL, TRUE);
  return get_picture (fixture, id);
}

static void
set_name (Fixture *fixture, const char *id, JalonFieldId field)
{
  jalon_document_begin (fixture->document, "Rename");
  jalon_document_set (fixture->document, fixture_get (fixture->document, id), field, "Other", NULL);
  jalon_document_commit (fixture->document);
}

static guint8
get_brightness (GdkTexture *texture)
{
  g_autofree guint8 *pixels =
    g_malloc (gdk_texture_get_width (texture) * 4 * gdk_texture_get_height (texture));

  gdk_texture_download (texture, pixels, gdk_texture_get_width (texture) * 4);
  return pixels[0];
}

/* Each row in view gets a picture, sharp on its screen. */
static void
test_drawn (void)
{
  static const char *const ids[] = { "awa", "jean", "head", "power", "trip" };
  g_auto (Fixture) fixture = { 0 };
  int scale;

  init (&fixture, 600);
  scale = gtk_widget_get_scale_factor (fixture.sidebar);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      GdkTexture *picture = wait_for_picture (&fixture, ids[i], NULL);

      g_assert_cmpint (gdk_texture_get_width (picture), ==, JALON_MAP_PICTURE_WIDTH * scale);
      g_assert_cmpint (gdk_texture_get_height (picture), ==, JALON_MAP_PICTURE_HEIGHT * scale);
    }
}

/* What the map shows is drawn again, also of what it refers to; other pictures stay. */
static void
test_changed (void)
{
  g_auto (Fixture) fixture = { 0 };
  GdkTexture *jean, *head, *power;

  init (&fixture, 600);
  wait_for_picture (&fixture, "trip", NULL);
  jean = get_picture (&fixture, "jean");
  head = get_picture (&fixture, "head");
  power = get_picture (&fixture, "power");
  set_name (&fixture, "awa", JALON_FIELD_NAME);
  wait_for_picture (&fixture, "head", head);
  g_assert_true (get_picture (&fixture, "jean") == jean);
  set_name (&fixture, "trip", JALON_FIELD_TITLE);
  wait_for_picture (&fixture, "trip", get_picture (&fixture, "trip"));
  g_assert_true (get_picture (&fixture, "power") == power);
}

/* A row that comes back has its picture at once. */
static void
test_kept (void)
{
  g_auto (Fixture) fixture = { 0 };
  GdkTexture *power;

  init (&fixture, 600);
  power = wait_for_picture (&fixture, "power", NULL);
  jalon_document_begin (fixture.document, "Remove");
  jalon_document_remove (fixture.document, fixture_get (fixture.document, "power"));
  jalon_document_commit (fixture.document);
  jalon_document_undo (fixture.document);
  g_assert_true (get_picture (&fixture, "power") == power);
}

static void
test_theme (void)
{
  g_auto (Fixture) fixture = { 0 };
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GdkTexture *picture;

  init (&fixture, 600);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  picture = wait_for_picture (&fixture, "awa", NULL);
  g_assert_cmpint (get_brightness (picture), >, 200);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  picture = wait_for_picture (&fixture, "awa", picture);
  g_assert_cmpint (get_brightness (picture), <, 60);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
}

/* Nothing is drawn for what nobody sees. */
static void
test_out_of_view (void)
{
  g_auto (Fixture) fixture = { 0 };
  GtkWidget *scroller;
  GtkAdjustment *adjustment;

  init (&fixture, 120);
  scroller = fixture_find_child (fixture.sidebar, GTK_TYPE_SCROLLED_WINDOW, 0);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  wait_for_picture (&fixture, "awa", NULL);
  fixture_settle ();
  g_assert_null (get_picture (&fixture, "trip"));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  wait_for_picture (&fixture, "trip", NULL);
}

/* Another document begins anew, also while a picture is being drawn. */
static void
test_other_document (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (JalonDocument) other = fixture_new ();

  init (&fixture, 600);
  wait_for_picture (&fixture, "awa", NULL);
  jalon_map_view_set_document (JALON_MAP_VIEW (fixture.sidebar), other);
  g_assert_null (get_picture (&fixture, "awa"));
  wait_for_picture (&fixture, "awa", NULL);
}

/* The pictures are nothing to assistive technology. */
static void
test_accessible (void)
{
  g_auto (Fixture) fixture = { 0 };
  GtkWidget *picture;

  init (&fixture, 600);
  picture = fixture_find_child (fixture.sidebar, JALON_TYPE_MAP_PICTURE, 0);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (picture)), ==,
                   GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/sidebar-pictures/drawn", test_drawn);
  g_test_add_func ("/sidebar-pictures/changed", test_changed);
  g_test_add_func ("/sidebar-pictures/kept", test_kept);
  g_test_add_func ("/sidebar-pictures/theme", test_theme);
  g_test_add_func ("/sidebar-pictures/out-of-view", test_out_of_view);
  g_test_add_func ("/sidebar-pictures/other-document", test_other_document);
  g_test_add_func ("/sidebar-pictures/accessible", test_accessible);
  return fixture_run ();
}
