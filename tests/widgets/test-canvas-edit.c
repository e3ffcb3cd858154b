/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas-fixture.h"
#include "widgets/jalon-navigator.h"

static void
check_unchanged (CanvasFixture *fixture, GBytes *before)
{
  g_autoptr (GBytes) after = fixture_to_bytes (fixture->document);

  g_assert_true (g_bytes_equal (before, after));
}

static const char *
get_text (CanvasFixture *fixture, const char *id)
{
  return jalon_element_get_text (fixture_get (fixture->document, id), JALON_FIELD_TEXT);
}

static void
end (CanvasFixture *fixture, JalonEditorEnd how)
{
  g_signal_emit_by_name (fixture->canvas->editor, "ended", how);
}

/* All that is typed on a card is one step. */
static void
test_edit (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GBytes) before = NULL;

  canvas_fixture_init (&fixture, "trip");
  before = fixture_to_bytes (fixture.document);
  canvas_fixture_click (&fixture, canvas_fixture_find (&fixture, "c1"), 2);
  g_assert_true (jalon_canvas_get_editing (fixture.canvas));
  canvas_fixture_type (&fixture, " of");
  canvas_fixture_type (&fixture, " houses");
  g_assert_cmpstr (get_text (&fixture, "c1"), ==, "Looks at pictures of houses");
  jalon_canvas_finish_edit (fixture.canvas);
  g_assert_false (jalon_canvas_get_editing (fixture.canvas));
  g_assert_true (jalon_document_undo (fixture.document));
  check_unchanged (&fixture, before);
  g_assert_null (jalon_document_get_undo_label (fixture.document));
}

/* A number is written anew, as people write numbers; what is none is said. */
static void
test_number (void)
{
  static const struct
  {
    const char *typed, *value;
    gboolean is_told;
  } cases[] = {
    { "-0.6", "-0.6", FALSE }, { "0,25", "0.25", FALSE }, { "−2", "-2", FALSE },
    { "7", "1", TRUE },        { "well", "1", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CanvasFixture) fixture = { 0 };
      g_autofree char *told = NULL;

      canvas_fixture_init (&fixture, "trip");
      fixture_hear (fixture.window, &told);
      jalon_canvas_edit (fixture.canvas, canvas_fixture_find (&fixture, "e1"), FALSE);
      canvas_fixture_type (&fixture, cases[i].typed);
      jalon_canvas_finish_edit (fixture.canvas);
      g_assert_cmpstr (jalon_element_get_text (fixture_get (fixture.document, "e1"),
                                               JALON_FIELD_VALUE),
                       ==, cases[i].value);
      g_assert_cmpint (told != NULL, ==, cases[i].is_told);
      g_assert_true (told == NULL || strstr (told, cases[i].typed) != NULL);
    }
}

/* Adding a lane, its name and what that makes it are one step. */
static void
test_name_says_type (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GBytes) before = NULL;

  canvas_fixture_init (&fixture, "trip");
  before = fixture_to_bytes (fixture.document);
  jalon_canvas_go_to (fixture.canvas, canvas_fixture_find (&fixture, "pains"), FALSE);
  gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.add-after", NULL);
  canvas_fixture_type (&fixture, "gains");
  g_assert_cmpint (jalon_element_get_choice (canvas_fixture_get_selected (&fixture),
                                             JALON_FIELD_TYPE),
                   ==, JALON_LANE_TEXT);
  jalon_canvas_finish_edit (fixture.canvas);
  g_assert_cmpint (jalon_element_get_choice (canvas_fixture_get_selected (&fixture),
                                             JALON_FIELD_TYPE),
                   ==, JALON_LANE_GAINS);
  g_assert_true (jalon_document_undo (fixture.document));
  check_unchanged (&fixture, before);
  g_assert_null (jalon_document_get_undo_label (fixture.document));
}

static void
test_two_edits_are_two_steps (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  for (guint i = 0; i < 2; i++)
    {
      jalon_canvas_edit (fixture.canvas, canvas_fixture_find (&fixture, "c1"), FALSE);
      canvas_fixture_type (&fixture, "!");
      jalon_canvas_finish_edit (fixture.canvas);
    }
  jalon_document_undo (fixture.document);
  g_assert_cmpstr (get_text (&fixture, "c1"), ==, "Looks at pictures!");
}

static void
test_cancel (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GBytes) before = NULL;

  canvas_fixture_init (&fixture, "trip");
  before = fixture_to_bytes (fixture.document);
  jalon_canvas_edit (fixture.canvas, canvas_fixture_find (&fixture, "c1"), FALSE);
  canvas_fixture_type (&fixture, " of houses");
  end (&fixture, JALON_EDITOR_END_CANCEL);
  check_unchanged (&fixture, before);
  g_assert_false (jalon_document_is_modified (fixture.document));
  g_assert_null (jalon_document_get_redo_label (fixture.document));
  g_assert_false (jalon_canvas_get_editing (fixture.canvas));

  /* Nothing was typed: an earlier step is not taken back. */
  jalon_canvas_edit (fixture.canvas, canvas_fixture_find (&fixture, "c1"), FALSE);
  canvas_fixture_type (&fixture, "!");
  jalon_canvas_finish_edit (fixture.canvas);
  jalon_canvas_edit (fixture.canvas, canvas_fixture_find (&fixture, "c1"), FALSE);
  end (&fixture, JALON_EDITOR_END_CANCEL);
  g_assert_cmpstr (get_text (&fixture, "c1"), ==, "Looks at pictures!");
}

/* Enter, text, Enter, text, Enter, Enter: two cards, each one step. */
static void
test_capture (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GBytes) before = NULL;
  JalonElement *step;

  canvas_fixture_init (&fixture, "trip");
  before = fixture_to_bytes (fixture.document);
  step = fixture_get (fixture.document, "s3");
  jalon_canvas_go_to (fixture.canvas, canvas_fixture_find_slot (&fixture, "s3", "does"), FALSE);
  gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.edit", NULL);
  canvas_fixture_type (&fixture, "Finds the key");
  end (&fixture, JALON_EDITOR_END_NEXT);
  g_assert_true (jalon_canvas_get_editing (fixture.canvas));
  canvas_fixture_type (&fixture, "Opens the door");
  end (&fixture, JALON_EDITOR_END_NEXT);
  end (&fixture, JALON_EDITOR_END_NEXT);
  g_assert_false (jalon_canvas_get_editing (fixture.canvas));

  g_assert_cmpuint (jalon_element_get_n_children (step), ==, 2);
  g_assert_cmpstr (jalon_element_get_title (jalon_element_get_child (step, 0)), ==,
                   "Finds the key");
  g_assert_cmpstr (jalon_element_get_title (jalon_element_get_child (step, 1)), ==,
                   "Opens the door");
  g_assert_true (canvas_fixture_get_selected (&fixture) == jalon_element_get_child (step, 1));
  jalon_document_undo (fixture.document);
  g_assert_cmpuint (jalon_element_get_n_children (step), ==, 1);
  jalon_document_undo (fixture.document);
  check_unchanged (&fixture, before);
}

/* Enter in the middle of a cell opens the next card there, not at its end. */
static void
test_next_stands_behind (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  jalon_canvas_edit (fixture.canvas, canvas_fixture_find (&fixture, "c1"), FALSE);
  end (&fixture, JALON_EDITOR_END_NEXT);
  canvas_fixture_type (&fixture, "between");
  jalon_canvas_finish_edit (fixture.canvas);
  g_assert_cmpuint (jalon_element_get_index (canvas_fixture_get_selected (&fixture)), ==, 1);
}

static void
test_empty_vanishes (void)
{
  static const JalonEditorEnd ends[] = { JALON_EDITOR_END_NEXT, JALON_EDITOR_END_CANCEL,
                                         JALON_EDITOR_END_FORWARD, JALON_EDITOR_END_STAY };
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GBytes) before = NULL;

  canvas_fixture_init (&fixture, "trip");
  before = fixture_to_bytes (fixture.document);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      canvas_fixture_click (&fixture, canvas_fixture_find_slot (&fixture, "s4", "does"), 2);
      g_assert_true (jalon_canvas_get_editing (fixture.canvas));
      end (&fixture, ends[i]);
      g_assert_false (jalon_canvas_get_editing (fixture.canvas));
      check_unchanged (&fixture, before);
      g_assert_null (jalon_document_get_undo_label (fixture.document));
      g_assert_null (jalon_document_get_redo_label (fixture.document));
    }
}

/* Ctrl+Tab, which a text view leaves to the window, does as much. */
static void
test_tab (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  jalon_canvas_edit (fixture.canvas, canvas_fixture_find (&fixture, "c2"), FALSE);
  canvas_fixture_type (&fixture, "!");
  end (&fixture, JALON_EDITOR_END_FORWARD);
  g_assert_cmpstr (get_text (&fixture, "c2"), ==, "Makes a list!");
  canvas_fixture_check_selection (&fixture, "c3");
  jalon_canvas_edit (fixture.canvas, canvas_fixture_find (&fixture, "c2"), FALSE);
  g_signal_emit_by_name (fixture.canvas->editor, "move-focus", GTK_DIR_TAB_FORWARD);
  g_assert_false (jalon_canvas_get_editing (fixture.canvas));
  canvas_fixture_check_selection (&fixture, "c3");
}

/* Typing over a card replaces its text. */
static void
test_replace (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  GtkTextBuffer *buffer;

  canvas_fixture_init (&fixture, "trip");
  jalon_canvas_edit (fixture.canvas, canvas_fixture_find (&fixture, "c1"), TRUE);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture.canvas->editor));
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  canvas_fixture_type (&fixture, "Dreams");
  jalon_canvas_finish_edit (fixture.canvas);
  g_assert_cmpstr (get_text (&fixture, "c1"), ==, "Dreams");
}

/* Headers and titles are edited in place as well; what is one line stays one. */
static void
test_titles (void)
{
  static const char *const ids[] = { "trip", "g1", "s1", "does" };
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      gboolean is_multiline;

      g_assert_true (
        jalon_canvas_edit (fixture.canvas, canvas_fixture_find (&fixture, ids[i]), FALSE));
      g_object_get (fixture.canvas->editor, "multiline", &is_multiline, NULL);
      g_assert_false (is_multiline);
      canvas_fixture_type (&fixture, " and more");
      end (&fixture, JALON_EDITOR_END_NEXT);
      g_assert_false (jalon_canvas_get_editing (fixture.canvas));
      g_assert_true (
        g_str_has_suffix (jalon_element_get_title (fixture_get (fixture.document, ids[i])),
                          " and more"));
    }
}

/* The text view stands over the text of the card, and is as large as the text. */
static void
test_place (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  graphene_rect_t bounds;
  JalonRect card;
  int item;

  canvas_fixture_init (&fixture, "trip");
  item = canvas_fixture_find (&fixture, "c1");
  jalon_canvas_edit (fixture.canvas, item, FALSE);
  fixture_settle ();
  jalon_canvas_locate (fixture.canvas, item, &card);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (fixture.canvas->editor),
                                            GTK_WIDGET (fixture.canvas), &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, card.x);
  g_assert_cmpfloat (bounds.origin.y, >=, card.y);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, card.x + card.width + 1);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, card.y + card.height + 1);
}

/* The card may be taken away, or changed, by something else. */
static void
test_outside_changes (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autofree char *text = NULL;

  canvas_fixture_init (&fixture, "trip");
  jalon_canvas_edit (fixture.canvas, canvas_fixture_find (&fixture, "c1"), FALSE);
  jalon_document_begin (fixture.document, "Elsewhere");
  jalon_document_set (fixture.document, fixture_get (fixture.document, "c1"), JALON_FIELD_TEXT,
                      "Other", NULL);
  jalon_document_commit (fixture.document);
  text = jalon_text_area_get_text (JALON_TEXT_AREA (fixture.canvas->editor));
  g_assert_cmpstr (text, ==, "Other");

  jalon_document_begin (fixture.document, "Elsewhere");
  jalon_document_remove (fixture.document, fixture_get (fixture.document, "c1"));
  jalon_document_commit (fixture.document);
  g_assert_false (jalon_canvas_get_editing (fixture.canvas));
}

static void
test_add_after (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonElement *step;

  canvas_fixture_init (&fixture, "trip");
  jalon_canvas_go_to (fixture.canvas, canvas_fixture_find (&fixture, "s1"), FALSE);
  gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.add-after", NULL);
  g_assert_true (jalon_canvas_get_editing (fixture.canvas));
  canvas_fixture_type (&fixture, "Asks around");
  jalon_canvas_finish_edit (fixture.canvas);
  step = jalon_element_get_child (fixture_get (fixture.document, "g1"), 1);
  g_assert_cmpstr (jalon_element_get_title (step), ==, "Asks around");
}

/* Headers, too: a new one after the other, until one stays empty. One that was there only ends. */
static void
test_capture_of_headers (void)
{
  static const char *const cases[] = { "g2", "s2", "does" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CanvasFixture) fixture = { 0 };
      JalonElement *header, *parent;
      guint n_children;

      canvas_fixture_init (&fixture, "trip");
      header = fixture_get (fixture.document, cases[i]);
      parent = jalon_element_get_parent (header);
      n_children = jalon_element_get_n_children (parent);

      jalon_canvas_edit (fixture.canvas, canvas_fixture_find (&fixture, cases[i]), FALSE);
      end (&fixture, JALON_EDITOR_END_NEXT);
      g_assert_false (jalon_canvas_get_editing (fixture.canvas));
      gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.add-after", NULL);
      canvas_fixture_type (&fixture, "First");
      end (&fixture, JALON_EDITOR_END_NEXT);
      canvas_fixture_type (&fixture, "Second");
      end (&fixture, JALON_EDITOR_END_NEXT);
      g_assert_true (jalon_canvas_get_editing (fixture.canvas));
      end (&fixture, JALON_EDITOR_END_NEXT);
      g_assert_false (jalon_canvas_get_editing (fixture.canvas));
      g_assert_cmpuint (jalon_element_get_n_children (parent), ==, n_children + 2);
      header = jalon_element_get_child (parent, jalon_element_get_index (header) + 2);
      g_assert_cmpstr (jalon_element_get_title (header), ==, "Second");
      canvas_fixture_check_selection (&fixture, jalon_element_get_id (header));
    }
}

/* The tags of a persona are chosen from the menu, not written by their ids. */
static void
test_chosen (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  int item;

  canvas_fixture_init (&fixture, "awa");
  jalon_document_begin (fixture.document, "Tag");
  jalon_document_set (fixture.document, fixture_get (fixture.document, "awa"), JALON_FIELD_TAGS,
                      "tag1", NULL);
  jalon_document_commit (fixture.document);
  item = jalon_scene_find (jalon_canvas_get_scene (fixture.canvas), "awa", JALON_FIELD_TAGS);
  g_assert_cmpint (item, >=, 0);
  g_assert_true (jalon_canvas_edit (fixture.canvas, item, TRUE));
  g_assert_false (jalon_canvas_get_editing (fixture.canvas));
  g_assert_true (jalon_canvas_menu_is_open (fixture.canvas));
  gtk_popover_popdown (GTK_POPOVER (fixture.canvas->menu));
  fixture_settle ();
}

/* The keys go to a button, and the text closes behind them; what was added and not written goes. */
static void
test_leave (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GBytes) before = NULL;
  GtkWidget *button;

  canvas_fixture_init (&fixture, "trip");
  before = fixture_to_bytes (fixture.document);
  button = fixture_add_button (fixture.window);
  gtk_widget_grab_focus (GTK_WIDGET (fixture.canvas));
  g_assert_true (jalon_canvas_add (fixture.canvas,
                                   canvas_fixture_find_slot (&fixture, "s3", "does"), NULL, NULL));
  fixture_settle ();
  gtk_widget_grab_focus (button);
  fixture_settle ();
  g_assert_false (jalon_canvas_get_editing (fixture.canvas));
  g_assert_true (gtk_widget_has_focus (button));
  check_unchanged (&fixture, before);
}

/* On a sheet where nothing is written, Enter writes what is asked first. */
static void
test_begin (void)
{
  static const JalonKind kinds[] = { JALON_KIND_JOURNEY, JALON_KIND_EMPATHY_MAP,
                                     JALON_KIND_STAKEHOLDER_MAP, JALON_KIND_REGISTER,
                                     JALON_KIND_PERSONA };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_auto (CanvasFixture) fixture = { 0 };
      JalonElement *map = jalon_element_new (kinds[i], "blank");

      g_test_message ("%s", jalon_kind_get_info (jalon_element_get_kind (map))->name);
      canvas_fixture_init (&fixture, "trip");
      jalon_document_begin (fixture.document, "Add");
      jalon_document_insert (fixture.document, jalon_document_get_project (fixture.document), 0,
                             map);
      jalon_document_commit (fixture.document);
      jalon_map_view_set_map (JALON_MAP_VIEW (fixture.canvas), map);
      fixture_settle ();
      gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.edit", NULL);
      g_assert_true (jalon_canvas_get_editing (fixture.canvas));
      canvas_fixture_type (&fixture, "Asks");
      jalon_canvas_finish_edit (fixture.canvas);
      if (kinds[i] == JALON_KIND_JOURNEY)
        g_assert_cmpint (jalon_element_get_kind (jalon_element_get_child (map, 0)), ==,
                         JALON_KIND_STAGE);
      jalon_document_undo (fixture.document);
      g_assert_cmpuint (jalon_element_get_n_children (map), ==, 0);
    }
}

/* Where something is, nothing is written by a slip; Enter goes to what comes first. */
static void
test_begin_written (void)
{
  static const char *const maps[] = { "trip", "head", "power" };

  for (guint i = 0; i < G_N_ELEMENTS (maps); i++)
    {
      g_auto (CanvasFixture) fixture = { 0 };

      canvas_fixture_init (&fixture, maps[i]);
      for (guint j = 0; j < 2; j++)
        fixture_press (GTK_WIDGET (fixture.canvas), GDK_KEY_a, 0);
      g_assert_cmpint (fixture.canvas->cursor, ==, -1);
      gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.edit", NULL);
      g_assert_false (jalon_canvas_get_editing (fixture.canvas));
      g_assert_cmpint (fixture.canvas->cursor, ==,
                       jalon_navigator_get_first (jalon_canvas_get_scene (fixture.canvas)));
      g_assert_false (jalon_document_is_modified (fixture.document));
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas-edit/edit", test_edit);
  g_test_add_func ("/canvas-edit/number", test_number);
  g_test_add_func ("/canvas-edit/name-says-type", test_name_says_type);
  g_test_add_func ("/canvas-edit/two-edits-are-two-steps", test_two_edits_are_two_steps);
  g_test_add_func ("/canvas-edit/cancel", test_cancel);
  g_test_add_func ("/canvas-edit/capture", test_capture);
  g_test_add_func ("/canvas-edit/next-stands-behind", test_next_stands_behind);
  g_test_add_func ("/canvas-edit/empty-vanishes", test_empty_vanishes);
  g_test_add_func ("/canvas-edit/leave", test_leave);
  g_test_add_func ("/canvas-edit/tab", test_tab);
  g_test_add_func ("/canvas-edit/replace", test_replace);
  g_test_add_func ("/canvas-edit/titles", test_titles);
  g_test_add_func ("/canvas-edit/place", test_place);
  g_test_add_func ("/canvas-edit/outside-changes", test_outside_changes);
  g_test_add_func ("/canvas-edit/add-after", test_add_after);
  g_test_add_func ("/canvas-edit/capture-of-headers", test_capture_of_headers);
  g_test_add_func ("/canvas-edit/chosen", test_chosen);
  g_test_add_func ("/canvas-edit/begin", test_begin);
  g_test_add_func ("/canvas-edit/begin-written", test_begin_written);
  return fixture_run ();
}
