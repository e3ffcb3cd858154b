/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "widgets/jalon-map-view.h"

/* A view that writes down what it is told. */

typedef struct
{
  JalonMapView parent_instance;
  GString *told;
} TestView;

typedef JalonMapViewClass TestViewClass;

GType test_view_get_type (void);

G_DEFINE_TYPE (TestView, test_view, JALON_TYPE_MAP_VIEW)

static void
tell (JalonMapView *view, const char *what)
{
  GString *told = ((TestView *) view)->told;

  g_string_append_printf (told, "%s%s:%s", told->len > 0 ? " " : "", what,
                          view->map != NULL ? jalon_element_get_id (view->map) : "none");
}

static void
enter_document (JalonMapView *view)
{
  tell (view, view->document != NULL ? "document" : "nothing");
}

static void
leave_map (JalonMapView *view)
{
  tell (view, "leave");
}

static void
enter_map (JalonMapView *view)
{
  tell (view, "enter");
}

static void
editable_changed (JalonMapView *view)
{
  tell (view, view->is_editable ? "editable" : "locked");
}

static void
document_changed (JalonMapView *view, const JalonStep *step)
{
  g_assert_cmpuint (jalon_step_get_n_changes (step), >, 0);
  tell (view, "changed");
}

static void
selection_changed (JalonMapView *view)
{
  tell (view, "selected");
}

static void
hits_changed (JalonMapView *view)
{
  tell (view, view->hits != NULL ? "hits" : "no-hits");
}

static void
finish_edit (JalonMapView *view)
{
  tell (view, view->is_editable ? "finish" : "too-late");
}

static void
test_view_finalize (GObject *object)
{
  g_string_free (((TestView *) object)->told, TRUE);

  G_OBJECT_CLASS (test_view_parent_class)->finalize (object);
}

static void
test_view_class_init (TestViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_view_finalize;
  klass->enter_document = enter_document;
  klass->leave_map = leave_map;
  klass->enter_map = enter_map;
  klass->editable_changed = editable_changed;
  klass->document_changed = document_changed;
  klass->selection_changed = selection_changed;
  klass->hits_changed = hits_changed;
  klass->finish_edit = finish_edit;
}

static void
test_view_init (TestView *self)
{
  self->told = g_string_new (NULL);
}

static void
check_told (JalonMapView *view, const char *expected)
{
  GString *told = ((TestView *) view)->told;

  g_assert_cmpstr (told->str, ==, expected);
  g_string_truncate (told, 0);
}

static void
test_properties (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (JalonDocument) other = fixture_new ();
  g_auto (GValue) is_set = G_VALUE_INIT;
  g_auto (GValue) is_unset = G_VALUE_INIT;
  GObject *view = g_object_ref_sink (g_object_new (test_view_get_type (), NULL));

  fixture_check_objects (view, "document", document, other);
  fixture_check_objects (view, "map", fixture_get (other, "trip"), fixture_get (other, "power"));
  g_value_init (&is_set, G_TYPE_BOOLEAN);
  g_value_init (&is_unset, G_TYPE_BOOLEAN);
  g_value_set_boolean (&is_set, TRUE);
  fixture_check_property (view, "editable", &is_unset, &is_set);
  g_assert_finalize_object (view);
  g_assert_finalize_object (g_steal_pointer (&other));
}

/* A subclass hears of everything once, in order, and not of what goes on elsewhere. */
static void
test_told (void)
{
  static const char *const ids[] = { "c1", NULL };
  g_autoptr (JalonDocument) document = fixture_new ();
  JalonMapView *view = g_object_ref_sink (g_object_new (test_view_get_type (), NULL));

  jalon_map_view_set_document (view, document);
  check_told (view, "document:none");
  jalon_map_view_set_map (view, fixture_get (document, "trip"));
  check_told (view, "leave:none enter:trip");
  jalon_map_view_set_editable (view, FALSE);
  check_told (view, "finish:trip locked:trip");
  jalon_document_set_selection (document, ids);
  check_told (view, "selected:trip");
  jalon_document_begin (document, "Rename");
  jalon_document_set (document, fixture_get (document, "trip"), JALON_FIELD_TITLE, "New", NULL);
  check_told (view, "");
  jalon_document_commit (document);
  check_told (view, "changed:trip");
  jalon_map_view_set_document (view, NULL);
  check_told (view, "leave:trip enter:none nothing:none");
  jalon_document_undo (document);
  check_told (view, "");
  g_assert_finalize_object (view);
}

/* A map that is deleted is no longer shown, and does not come back by itself. */
static void
test_deleted (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  JalonMapView *view = g_object_ref_sink (g_object_new (test_view_get_type (), NULL));

  jalon_map_view_set_document (view, document);
  jalon_map_view_set_map (view, fixture_get (document, "trip"));
  check_told (view, "document:none leave:none enter:trip");
  jalon_document_begin (document, "Delete");
  jalon_document_remove (document, fixture_get (document, "trip"));
  jalon_document_commit (document);
  check_told (view, "leave:trip enter:none changed:none");
  jalon_document_undo (document);
  check_told (view, "changed:none");
  g_assert_finalize_object (view);
}

/* Marks go with the hits that they are of. */
static void
test_hits (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  JalonElement *card = fixture_get (document, "c1");
  const JalonHit hit = { card, jalon_kind_get_field (JALON_KIND_CARD, JALON_FIELD_TEXT) };
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (JalonHit));
  JalonMapView *view = g_object_ref_sink (g_object_new (test_view_get_type (), NULL));

  g_array_append_val (hits, hit);
  g_assert_cmpint (jalon_map_view_get_mark (view, card, JALON_FIELD_TEXT), ==, JALON_HIT_MARK_NONE);
  jalon_map_view_set_hits (view, hits, -1);
  check_told (view, "hits:none");
  g_assert_cmpint (jalon_map_view_get_mark (view, card, JALON_FIELD_TEXT), ==,
                   JALON_HIT_MARK_OTHER);
  jalon_map_view_set_hits (view, hits, 0);
  check_told (view, "hits:none");
  g_assert_cmpint (jalon_map_view_get_mark (view, card, JALON_FIELD_TEXT), ==,
                   JALON_HIT_MARK_CURRENT);
  jalon_map_view_set_hits (view, hits, 0);
  check_told (view, "");
  jalon_map_view_set_hits (view, NULL, -1);
  check_told (view, "no-hits:none");
  g_assert_cmpint (jalon_map_view_get_mark (view, card, JALON_FIELD_TEXT), ==, JALON_HIT_MARK_NONE);
  g_assert_finalize_object (view);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-view/properties", test_properties);
  g_test_add_func ("/map-view/told", test_told);
  g_test_add_func ("/map-view/deleted", test_deleted);
  g_test_add_func ("/map-view/hits", test_hits);
  return fixture_run ();
}
