/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jalon-window-private.h"
#include "fixture.h"
#include "widgets/jalon-canvas-private.h"
#include "window-fixture.h"

/* Undo and redo show what they change. */

static GtkApplication *application;

/* The last step of the journey */
static JalonElement *
get_step (WindowFixture *self)
{
  JalonElement *journey = window_fixture_get_map (self, JALON_KIND_JOURNEY);
  JalonElement *stage = jalon_element_get_child (journey,
                                                 jalon_element_get_n_children (journey) - 1);

  g_assert_cmpint (jalon_element_get_kind (stage), ==, JALON_KIND_STAGE);
  return jalon_element_get_child (stage, jalon_element_get_n_children (stage) - 1);
}

static void
rename_element (WindowFixture *self, JalonElement *element)
{
  jalon_document_begin (self->document, "Rename");
  g_assert_true (jalon_document_set (self->document, element, JALON_FIELD_TITLE, "Other", NULL));
  jalon_document_commit (self->document);
}

static void
add_step (WindowFixture *self, JalonElement *step)
{
  jalon_document_begin (self->document, "Add");
  jalon_document_insert (self->document, jalon_element_get_parent (step), 0,
                         jalon_element_new (JALON_KIND_STEP, NULL));
  jalon_document_commit (self->document);
}

static void
remove_element (WindowFixture *self, JalonElement *element)
{
  jalon_document_begin (self->document, "Delete");
  jalon_document_remove (self->document, element);
  jalon_document_commit (self->document);
}

static void
act (WindowFixture *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL);
  fixture_settle ();
}

/* What was done elsewhere is shown when it is undone or redone. */
static void
test_other_map (void)
{
  void (*const changes[]) (WindowFixture *, JalonElement *) = { rename_element, add_step,
                                                                remove_element };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_auto (WindowFixture) fixture = { 0 };
      JalonElement *journey, *persona;

      window_fixture_init (&fixture, application);
      journey = window_fixture_get_map (&fixture, JALON_KIND_JOURNEY);
      persona = window_fixture_get_map (&fixture, JALON_KIND_PERSONA);
      changes[i](&fixture, get_step (&fixture));
      jalon_window_show_map (fixture.window, persona);
      act (&fixture, "win.undo");
      g_assert_true (jalon_window_get_map (fixture.window) == journey);
      act (&fixture, "win.back");
      g_assert_true (jalon_window_get_map (fixture.window) == persona);
      act (&fixture, "win.redo");
      g_assert_true (jalon_window_get_map (fixture.window) == journey);
    }
}

/* What changes the map that is shown, or none, leaves it there. */
static void
test_shown_map (void)
{
  g_auto (WindowFixture) fixture = { 0 };
  JalonElement *persona;

  window_fixture_init (&fixture, application);
  persona = window_fixture_get_map (&fixture, JALON_KIND_PERSONA);
  rename_element (&fixture, jalon_document_get_project (fixture.document));
  jalon_document_begin (fixture.document, "Both");
  jalon_document_set (fixture.document, get_step (&fixture), JALON_FIELD_TITLE, "Other", NULL);
  jalon_document_set (fixture.document, persona, JALON_FIELD_NAME, "Other", NULL);
  jalon_document_commit (fixture.document);
  jalon_window_show_map (fixture.window, persona);
  for (guint i = 0; i < 2; i++)
    {
      act (&fixture, "win.undo");
      g_assert_true (jalon_window_get_map (fixture.window) == persona);
    }
}

/* The sheet scrolls to it. */
static void
test_place (void)
{
  g_auto (WindowFixture) fixture = { 0 };
  JalonElement *step;
  GtkAdjustment *across;

  window_fixture_init (&fixture, application);
  step = get_step (&fixture);
  jalon_window_go (fixture.window, step, JALON_FIELD_NONE);
  jalon_canvas_set_zoom (fixture.window->canvas, 3);
  rename_element (&fixture, step);
  g_object_get (fixture.window->canvas, "hadjustment", &across, NULL);
  fixture_settle ();
  gtk_adjustment_set_value (across, 0);
  fixture_settle ();
  act (&fixture, "win.undo");
  g_assert_cmpfloat (gtk_adjustment_get_value (across), >, 100);
  g_object_unref (across);
}

/* The keys stay on a field that is one of many of what is selected. */
static void
test_field (void)
{
  g_auto (WindowFixture) fixture = { 0 };
  JalonElement *persona;
  const JalonItem *item;

  window_fixture_init (&fixture, application);
  persona = window_fixture_get_map (&fixture, JALON_KIND_PERSONA);
  jalon_window_go (fixture.window, persona, JALON_FIELD_QUOTE);
  jalon_document_begin (fixture.document, "Write");
  jalon_document_set (fixture.document, persona, JALON_FIELD_QUOTE, "Other", NULL);
  jalon_document_commit (fixture.document);
  act (&fixture, "win.undo");
  item = jalon_canvas_get_item (fixture.window->canvas, fixture.window->canvas->cursor);
  g_assert_nonnull (item);
  g_assert_cmpint (jalon_node_get_field (item->node), ==, JALON_FIELD_QUOTE);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = window_fixture_start (&argc, &argv, &application);

  g_test_add_func ("/window-undo/other-map", test_other_map);
  g_test_add_func ("/window-undo/shown-map", test_shown_map);
  g_test_add_func ("/window-undo/place", test_place);
  g_test_add_func ("/window-undo/field", test_field);
  return fixture_run ();
}
