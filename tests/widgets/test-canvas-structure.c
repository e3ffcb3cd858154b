/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas-fixture.h"
#include "widgets/jalon-commands.h"

static void
act (CanvasFixture *fixture, const char *id, const char *action)
{
  if (id != NULL)
    jalon_canvas_go_to (fixture->canvas, canvas_fixture_find (fixture, id), FALSE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, NULL);
}

static guint
count (CanvasFixture *fixture, const char *id)
{
  return jalon_element_get_n_children (fixture_get (fixture->document, id));
}

static void
set (CanvasFixture *fixture, const char *id, JalonFieldId field, const char *text)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  g_ptr_array_add (elements, fixture_get (fixture->document, id));
  g_assert_true (jalon_commands_set (fixture->document, elements, field, text, NULL, NULL));
}

static void
note_cb (char **where, const char *what)
{
  g_free (*where);
  *where = g_strdup (what);
}

/* What is new is written at once, and both are one step. */
static void
test_new_and_named (void)
{
  static const struct
  {
    const char *id, *action, *label;
  } cases[] = {
    { "s2", "canvas.add-before", "Add Step" },  { "s2", "canvas.add-after", "Add Step" },
    { "g2", "canvas.add-before", "Add Stage" }, { "pains", "canvas.add-before", "Add Lane" },
    { "c2", "canvas.add-before", "Add Card" },  { "c1", "canvas.add-after", "Add Card" },
    { "s2", "canvas.split", "Split Stage" },    { "c2", "canvas.split", "Split Step" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CanvasFixture) fixture = { 0 };
      JalonElement *added;

      canvas_fixture_init (&fixture, "trip");
      act (&fixture, cases[i].id, cases[i].action);
      canvas_fixture_type (&fixture, "Brand new");
      jalon_canvas_finish_edit (fixture.canvas);
      added = jalon_canvas_get_element (fixture.canvas, fixture.canvas->cursor);
      g_assert_cmpstr (jalon_element_get_title (added), ==, "Brand new");
      g_assert_cmpstr (jalon_document_get_undo_label (fixture.document), ==, cases[i].label);
      jalon_document_undo (fixture.document);
      g_assert_null (jalon_document_get_undo_label (fixture.document));
    }
}

/* A new step without a name goes again; a split that gets none stays split. */
static void
test_unnamed (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  act (&fixture, "s2", "canvas.add-before");
  jalon_canvas_finish_edit (fixture.canvas);
  g_assert_cmpuint (count (&fixture, "g1"), ==, 2);
  g_assert_null (jalon_document_get_undo_label (fixture.document));

  act (&fixture, "s2", "canvas.split");
  jalon_canvas_finish_edit (fixture.canvas);
  g_assert_cmpuint (count (&fixture, "g1"), ==, 1);
  g_assert_cmpstr (jalon_document_get_undo_label (fixture.document), ==, "Split Stage");
}

static void
test_merge (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autofree char *message = NULL;

  canvas_fixture_init (&fixture, "trip");
  fixture_hear (fixture.window, &message);
  act (&fixture, "s1", "canvas.merge");
  g_assert_nonnull (strstr (message, "Score"));
  canvas_fixture_check_selection (&fixture, "s1");
  g_assert_cmpuint (count (&fixture, "g1"), ==, 1);

  set (&fixture, "g2", JALON_FIELD_PHASE, "after");
  act (&fixture, "g1", "canvas.merge");
  g_assert_nonnull (strstr (message, "Phase"));
  g_assert_cmpuint (count (&fixture, "g1"), ==, 3);
}

/* The keys go to the next lane; what is hidden is said in the corner and comes back. */
static void
test_hide (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  int corner;

  canvas_fixture_init (&fixture, "trip");
  act (&fixture, "thinks", "canvas.hide");
  canvas_fixture_check_selection (&fixture, "feels");
  act (&fixture, "pains", "canvas.hide");
  canvas_fixture_check_selection (&fixture, "feels");
  g_assert_cmpint (jalon_canvas_find_element (fixture.canvas, "thinks"), ==, -1);

  corner = jalon_scene_find (jalon_canvas_get_scene (fixture.canvas), "trip", JALON_FIELD_HIDDEN);
  g_assert_cmpint (corner, >=, 0);
  jalon_canvas_go_to (fixture.canvas, corner, FALSE);
  act (&fixture, NULL, "canvas.edit");
  g_assert_true (jalon_canvas_menu_is_open (fixture.canvas));
  gtk_popover_popdown (GTK_POPOVER (fixture.canvas->menu));

  gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.show-hidden", "s", "pains");
  canvas_fixture_check_selection (&fixture, "pains");
  g_assert_cmpint (jalon_canvas_find_element (fixture.canvas, "thinks"), ==, -1);
  gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.show-hidden", "s", "");
  canvas_fixture_check_selection (&fixture, "thinks");
  g_assert_cmpint (jalon_scene_find (jalon_canvas_get_scene (fixture.canvas), "trip",
                                     JALON_FIELD_HIDDEN),
                   ==, -1);
}

/* A flag goes on for all, and off only when all have it. */
static void
test_toggle (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonElement *first, *second;

  canvas_fixture_init (&fixture, "trip");
  first = fixture_get (fixture.document, "s1");
  second = fixture_get (fixture.document, "s2");
  act (&fixture, "s1", "canvas.toggle-moment-of-truth");
  g_assert_true (jalon_element_get_flag (first, JALON_FIELD_MOMENT_OF_TRUTH));
  jalon_canvas_toggle (fixture.canvas, canvas_fixture_find (&fixture, "s2"));
  act (&fixture, NULL, "canvas.toggle-moment-of-truth");
  g_assert_true (jalon_element_get_flag (first, JALON_FIELD_MOMENT_OF_TRUTH));
  g_assert_true (jalon_element_get_flag (second, JALON_FIELD_MOMENT_OF_TRUTH));
  act (&fixture, NULL, "canvas.toggle-moment-of-truth");
  g_assert_false (jalon_element_get_flag (first, JALON_FIELD_MOMENT_OF_TRUTH));
  g_assert_false (jalon_element_get_flag (second, JALON_FIELD_MOMENT_OF_TRUTH));
  act (&fixture, "does", "canvas.toggle-collapsed");
  g_assert_true (
    jalon_element_get_flag (fixture_get (fixture.document, "does"), JALON_FIELD_COLLAPSED));
}

/* A card of a lane of journey links leads there, by key, by menu and by its line. */
static void
test_follow (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *copy = NULL;
  int item;
  JalonRect rect;
  gpointer click;

  canvas_fixture_init (&fixture, "trip");
  g_signal_connect_swapped (fixture.canvas, "jump", G_CALLBACK (note_cb), &id);
  act (&fixture, "c1", "canvas.follow");
  g_assert_null (id);
  act (&fixture, NULL, "canvas.make-to-be");
  g_assert_nonnull (id);
  copy = g_steal_pointer (&id);

  set (&fixture, "does", JALON_FIELD_TYPE, "links");
  set (&fixture, "c1", JALON_FIELD_JOURNEY, copy);
  act (&fixture, "c1", "canvas.follow");
  g_assert_cmpstr (id, ==, copy);
  g_clear_pointer (&id, g_free);

  item = canvas_fixture_find (&fixture, "c1");
  click = fixture_find_controller (GTK_WIDGET (fixture.canvas), GTK_TYPE_GESTURE_CLICK,
                                   GDK_BUTTON_PRIMARY);
  jalon_canvas_locate (fixture.canvas, item, &rect);
  g_signal_emit_by_name (click, "pressed", 2, rect.x + 20, rect.y + 16);
  g_assert_cmpstr (id, ==, copy);
  g_assert_false (jalon_canvas_get_editing (fixture.canvas));
  g_clear_pointer (&id, g_free);

  /* Its own text is below the line. */
  g_signal_emit_by_name (click, "pressed", 2, rect.x + 20, rect.y + rect.height - 14);
  g_assert_null (id);
  g_assert_true (jalon_canvas_get_editing (fixture.canvas));
  jalon_canvas_finish_edit (fixture.canvas);

  act (&fixture, "awa", "canvas.follow");
  g_assert_cmpstr (id, ==, "awa");
}

static void
test_read_only (void)
{
  static const char *const actions[] = { "canvas.add-before",
                                         "canvas.split",
                                         "canvas.merge",
                                         "canvas.hide",
                                         "canvas.toggle-moment-of-truth",
                                         "canvas.toggle-pinned",
                                         "canvas.make-to-be" };
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  jalon_map_view_set_editable (JALON_MAP_VIEW (fixture.canvas), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      act (&fixture, "s2", actions[i]);
      act (&fixture, "does", actions[i]);
    }
  g_assert_false (jalon_document_is_modified (fixture.document));
}

/* What is new and has no text goes as soon as something is done with it, which finds another. */
static void
test_with_nothing (void)
{
  static const struct
  {
    const char *id, *action, *label;
  } cases[] = {
    { "s2", "canvas.split", "Split Stage" }, { "c2", "canvas.split", "Split Step" },
    { "s2", "canvas.add-before", NULL },     { "c2", "canvas.add-before", NULL },
    { "g2", "canvas.add-before", NULL },     { "g2", "canvas.add-after", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CanvasFixture) fixture = { 0 };

      canvas_fixture_init (&fixture, "trip");
      act (&fixture, cases[i].id, "canvas.add-after");
      act (&fixture, NULL, cases[i].action);
      jalon_canvas_finish_edit (fixture.canvas);
      g_assert_cmpstr (jalon_document_get_undo_label (fixture.document), ==, cases[i].label);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas-structure/new-and-named", test_new_and_named);
  g_test_add_func ("/canvas-structure/unnamed", test_unnamed);
  g_test_add_func ("/canvas-structure/merge", test_merge);
  g_test_add_func ("/canvas-structure/hide", test_hide);
  g_test_add_func ("/canvas-structure/toggle", test_toggle);
  g_test_add_func ("/canvas-structure/follow", test_follow);
  g_test_add_func ("/canvas-structure/read-only", test_read_only);
  g_test_add_func ("/canvas-structure/with-nothing", test_with_nothing);
  return fixture_run ();
}
