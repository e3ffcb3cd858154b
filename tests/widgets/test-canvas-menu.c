/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas-fixture.h"
#include "widgets/jalon-commands.h"

/* Adds the labels of a menu to @text: sections end with "|", submenus are in brackets. */
static void
list (GMenuModel *menu, GString *text)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);
      g_autofree char *label = NULL;

      if (section != NULL)
        {
          list (section, text);
          g_string_append (text, i < g_menu_model_get_n_items (menu) - 1 ? "| " : "");
          continue;
        }
      if (!g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
        label = g_strdup ("custom");
      g_string_append_printf (text, "%s%s", label, submenu != NULL ? " (" : ", ");
      if (submenu != NULL)
        {
          list (submenu, text);
          g_string_append (text, "), ");
        }
    }
}

static gboolean
list_has (GtkWidget *popover, const char *wanted)
{
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_true (gtk_widget_get_visible (popover));
  list (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (popover)), found);
  g_test_message ("%s", found->str);
  return strstr (found->str, wanted) != NULL;
}

static GSimpleActionGroup *
check_menu (CanvasFixture *fixture, int item, const char *wanted)
{
  GSimpleActionGroup *actions = g_simple_action_group_new ();
  g_autoptr (GMenuModel) menu = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  jalon_canvas_go_to (fixture->canvas, item, FALSE);
  menu = jalon_canvas_make_menu (fixture->canvas, actions);
  list (menu, found);
  if (strstr (found->str, wanted) == NULL)
    g_error ("No “%s” in “%s”", wanted, found->str);
  return actions;
}

static void
set (CanvasFixture *fixture, const char *id, JalonFieldId field, const char *text)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  g_ptr_array_add (elements, fixture_get (fixture->document, id));
  g_assert_true (jalon_commands_set (fixture->document, elements, field, text, NULL, NULL));
}

static const char *
get (CanvasFixture *fixture, const char *id, JalonFieldId field)
{
  return jalon_element_get_text (fixture_get (fixture->document, id), field);
}

static void
act (CanvasFixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, NULL);
}

static void
test_rows (void)
{
  static const struct
  {
    const char *id;
    const char *wanted;
  } cases[] = {
    { "c1", "_Edit Text, Add Card _Before, Add Card _After, " },
    { "c1", "D_uplicate, _Delete, " },
    { "c1", "| Begin New _Step Here, " },
    { "c1", "| custom, | " },
    { "c1", "Tags (service, Tom & <b>, ), " },
    { "s1",
      "| Begin New _Stage Here, _Merge with Next Step, | Moment of truth, Importance (Not Set, "
      "0, 1, 2, 3, 4, 5, ), Quality of the answer (" },
    { "g1", "Phase (Before, During, After, ), " },
    { "feels", "_Hide Lane, | custom, | Type (Text, Cards, Actions, " },
    { "feels", "Pinned, Collapsed, " },
    { "p1", "Status (" },
    { "e1", "Persona (None, Awa Diop, Jean Morel, ), " },
  };
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_object_unref (
      check_menu (&fixture, canvas_fixture_find (&fixture, cases[i].id), cases[i].wanted));
  g_object_unref (
    check_menu (&fixture, canvas_fixture_find_slot (&fixture, "s3", "does"), "_Add Card, "));
  g_object_unref (check_menu (&fixture, -1, "Personas (Awa Diop, Jean Morel, ), State ("));
  g_object_unref (check_menu (&fixture, -1, "| Duplicate as _To-Be, "));
}

/* Persona, empathy map, stakeholder map: the same table serves them. */
static void
test_other_maps (void)
{
  static const struct
  {
    const char *map, *id, *wanted;
  } cases[] = {
    { "head", "n1", "Add Note _Before, " },
    { "head", "n1", "Section (Says, " },
    { "power", "boss", "Disposition (Neutral, " },
    { "power", "boss", "_Edit Text, | " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CanvasFixture) fixture = { 0 };

      canvas_fixture_init (&fixture, cases[i].map);
      g_object_unref (
        check_menu (&fixture, canvas_fixture_find (&fixture, cases[i].id), cases[i].wanted));
    }
}

static void
test_fields (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GSimpleActionGroup) step = NULL;
  g_autoptr (GSimpleActionGroup) card = NULL;
  g_autoptr (GVariant) state = NULL;

  canvas_fixture_init (&fixture, "trip");
  step = check_menu (&fixture, canvas_fixture_find (&fixture, "s1"), "");
  g_action_group_activate_action (G_ACTION_GROUP (step), "moment-of-truth", NULL);
  g_assert_cmpstr (get (&fixture, "s1", JALON_FIELD_MOMENT_OF_TRUTH), ==, "yes");
  g_assert_cmpstr (jalon_document_get_undo_label (fixture.document), ==,
                   "Change “Moment of truth”");
  g_action_group_activate_action (G_ACTION_GROUP (step), "moment-of-truth", NULL);
  g_assert_cmpstr (get (&fixture, "s1", JALON_FIELD_MOMENT_OF_TRUTH), ==, "no");
  g_action_group_activate_action (G_ACTION_GROUP (step), "importance", g_variant_new_string ("4"));
  g_assert_cmpstr (get (&fixture, "s1", JALON_FIELD_IMPORTANCE), ==, "4");

  card = check_menu (&fixture, canvas_fixture_find (&fixture, "c1"), "");
  g_action_group_activate_action (G_ACTION_GROUP (card), "tags-1", NULL);
  g_assert_cmpstr (get (&fixture, "c1", JALON_FIELD_TAGS), ==, "tag2");
  g_action_group_activate_action (G_ACTION_GROUP (card), "colour", g_variant_new_string ("sky"));
  g_assert_cmpstr (get (&fixture, "c1", JALON_FIELD_COLOUR), ==, "sky");
  state = g_action_group_get_action_state (G_ACTION_GROUP (card), "colour");
  g_assert_cmpstr (g_variant_get_string (state, NULL), ==, "sky");

  /* It may be gone while its menu is open. */
  act (&fixture, "canvas.delete");
  g_action_group_activate_action (G_ACTION_GROUP (card), "colour", g_variant_new_string ("mint"));
  g_assert_cmpstr (jalon_document_get_undo_label (fixture.document), ==, "Delete Card");
}

/* All that is selected of the kind under the cursor changes, in one step. */
static void
test_fields_of_several (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GMenuModel) menu = NULL;
  g_autoptr (GVariant) state = NULL;

  canvas_fixture_init (&fixture, "trip");
  set (&fixture, "c2", JALON_FIELD_COLOUR, "rose");
  jalon_canvas_go_to (fixture.canvas, canvas_fixture_find (&fixture, "c1"), FALSE);
  jalon_canvas_toggle (fixture.canvas, canvas_fixture_find (&fixture, "s1"));
  jalon_canvas_toggle (fixture.canvas, canvas_fixture_find (&fixture, "c2"));
  menu = jalon_canvas_make_menu (fixture.canvas, actions);
  state = g_action_group_get_action_state (G_ACTION_GROUP (actions), "colour");
  g_assert_cmpint (jalon_choices_find (jalon_palette, g_variant_get_string (state, NULL)), ==, -1);
  g_action_group_activate_action (G_ACTION_GROUP (actions), "colour", g_variant_new_string ("sky"));
  g_assert_cmpstr (get (&fixture, "c1", JALON_FIELD_COLOUR), ==, "sky");
  g_assert_cmpstr (get (&fixture, "c2", JALON_FIELD_COLOUR), ==, "sky");
  jalon_document_undo (fixture.document);
  g_assert_cmpstr (get (&fixture, "c1", JALON_FIELD_COLOUR), ==, "");
  g_assert_cmpstr (get (&fixture, "c2", JALON_FIELD_COLOUR), ==, "rose");
}

/* What people have called something is no mnemonic. */
static void
test_underscores (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  set (&fixture, "tag1", JALON_FIELD_NAME, "a_b");
  set (&fixture, "jean", JALON_FIELD_NAME, "100% _x");
  g_object_unref (check_menu (&fixture, canvas_fixture_find (&fixture, "c1"), "Tags (a__b, "));
  g_object_unref (check_menu (&fixture, -1, "Personas (Awa Diop, 100% __x, ), "));
  jalon_canvas_go_to (fixture.canvas, -1, FALSE);
  set (&fixture, "trip", JALON_FIELD_PERSONAS, "jean");
  g_object_unref (check_menu (&fixture, -1, "Go to “100% __x”, "));
}

static void
check_enabled (CanvasFixture *fixture, const char *id, const char *action, gboolean wanted)
{
  GtkWidget *button = gtk_button_new ();

  /* A button in the canvas knows what its actions say. */
  jalon_canvas_go_to (fixture->canvas, canvas_fixture_find (fixture, id), FALSE);
  jalon_canvas_update_actions (fixture->canvas, TRUE);
  gtk_widget_set_parent (button, GTK_WIDGET (fixture->canvas));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  g_assert_cmpint (gtk_widget_get_sensitive (button), ==, wanted);
  gtk_widget_unparent (button);
  jalon_canvas_update_actions (fixture->canvas, FALSE);
}

static void
test_enabled (void)
{
  static const struct
  {
    const char *id, *action;
    gboolean wanted;
  } cases[] = {
    { "s1", "canvas.split", FALSE },
    { "s2", "canvas.split", TRUE },
    { "s1", "canvas.merge", TRUE },
    { "s2", "canvas.merge", FALSE },
    { "g2", "canvas.merge", FALSE },
    { "c1", "canvas.split", FALSE },
    { "c2", "canvas.split", TRUE },
    { "c2", "canvas.hide", FALSE },
    { "does", "canvas.hide", TRUE },
    { "e1", "canvas.add-before", FALSE },
    { "c2", "canvas.follow", FALSE },
    { "awa", "canvas.follow", TRUE },
    { "awa", "canvas.delete", FALSE },
    { "s1", "canvas.toggle-moment-of-truth", TRUE },
    { "g1", "canvas.toggle-moment-of-truth", FALSE },
  };
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_enabled (&fixture, cases[i].id, cases[i].action, cases[i].wanted);
  jalon_map_view_set_editable (JALON_MAP_VIEW (fixture.canvas), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_enabled (&fixture, cases[i].id, cases[i].action,
                   cases[i].wanted && strcmp (cases[i].action, "canvas.follow") == 0);
}

/* A menu is not longer than a small screen: what is left goes on in another, and works as well. */
static void
test_long (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GSimpleActionGroup) actions = NULL;

  canvas_fixture_init (&fixture, "trip");
  actions = check_menu (&fixture, canvas_fixture_find (&fixture, "does"),
                        "Pains, Gains, _More (Opportunities, Ideas, ");
  g_action_group_change_action_state (G_ACTION_GROUP (actions), "type",
                                      g_variant_new_string ("ideas"));
  g_assert_cmpstr (get (&fixture, "does", JALON_FIELD_TYPE), ==, "ideas");
}

/* Of very many the details let people look for one. */
static void
test_very_long (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonElement *project;

  canvas_fixture_init (&fixture, "trip");
  project = jalon_document_get_project (fixture.document);
  jalon_document_begin (fixture.document, "Many");
  for (guint i = 0; i < 20000; i++)
    jalon_document_insert (fixture.document, project, jalon_element_get_n_children (project),
                           jalon_element_new (JALON_KIND_TAG, NULL));
  jalon_document_commit (fixture.document);
  g_object_unref (
    check_menu (&fixture, canvas_fixture_find (&fixture, "c1"), "Tags…, | Details of _Selection"));
}

/* A click on the sign of a lane lets people choose what it holds. */
static void
test_choice (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  gpointer click;
  guint n_items;
  int lane;
  JalonRect rect, target;

  canvas_fixture_init (&fixture, "trip");
  click = fixture_find_controller (GTK_WIDGET (fixture.canvas), GTK_TYPE_GESTURE_CLICK,
                                   GDK_BUTTON_PRIMARY);
  lane = canvas_fixture_find (&fixture, "does");
  jalon_canvas_locate (fixture.canvas, lane, &rect);
  g_assert_cmpint (
    jalon_node_get_target (
      jalon_scene_get_items (jalon_canvas_get_scene (fixture.canvas), &n_items)[lane].node,
      &target),
    ==, JALON_TARGET_CHOICE);
  for (guint i = 0; i < 2; i++)
    {
      double x = rect.x + target.x + target.width / 2 + (i == 0 ? 40 : 0);
      double y = rect.y + target.y + target.height / 2;

      g_signal_emit_by_name (click, "pressed", 1, x, y);
      g_signal_emit_by_name (click, "released", 1, x, y);
      g_assert_true (jalon_canvas_menu_is_open (fixture.canvas) == (i == 1));
    }
}

static int
find_field (CanvasFixture *self, JalonFieldId field)
{
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (jalon_canvas_get_scene (self->canvas), &n_items);

  for (guint i = 0; i < n_items; i++)
    if (jalon_node_get_field (items[i].node) == field)
      return (int) i;
  g_assert_not_reached ();
}

/* Whom an empathy map is about: a click on the question in its middle, two on a portrait, or Enter
 * let people choose. */
static void
test_choose_persona (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonElement *map;
  int item;

  canvas_fixture_init (&fixture, "head");
  map = fixture_get (fixture.document, "head");
  jalon_document_begin (fixture.document, "Nobody");
  jalon_document_set (fixture.document, map, JALON_FIELD_PERSONA, NULL, NULL);
  jalon_document_commit (fixture.document);
  item = find_field (&fixture, JALON_FIELD_PERSONA);
  for (int n_press = 1; n_press <= 2; n_press++)
    {
      const char *id = n_press == 1 ? "awa" : "jean";

      canvas_fixture_click (&fixture, item, n_press);
      g_assert_true (jalon_canvas_menu_is_open (fixture.canvas));
      gtk_widget_activate_action (fixture.canvas->menu, "set.persona", "s", id);
      g_assert_cmpstr (jalon_element_get_text (map, JALON_FIELD_PERSONA), ==, id);
      gtk_popover_popdown (GTK_POPOVER (fixture.canvas->menu));
      fixture_settle ();
      g_assert_false (jalon_canvas_menu_is_open (fixture.canvas));
    }
  jalon_canvas_go_to (fixture.canvas, item, FALSE);
  act (&fixture, "canvas.edit");
  g_assert_true (jalon_canvas_menu_is_open (fixture.canvas));
}

/* In a register a row is written where its name stands, and what is chosen in a cell is offered
 * there: nothing of that is text. */
static void
test_table (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonElement *map = jalon_element_new (JALON_KIND_REGISTER, "list");
  JalonElement *audience = jalon_element_new (JALON_KIND_AUDIENCE, "a1");
  int row, cell;

  jalon_element_append (map, audience);
  canvas_fixture_init (&fixture, "trip");
  jalon_document_begin (fixture.document, "Add");
  jalon_document_insert (fixture.document, jalon_document_get_project (fixture.document), 0, map);
  jalon_document_commit (fixture.document);
  jalon_map_view_set_map (JALON_MAP_VIEW (fixture.canvas), map);
  fixture_settle ();
  row = canvas_fixture_find (&fixture, "a1");
  cell = find_field (&fixture, JALON_FIELD_PERSONA);
  g_object_unref (check_menu (&fixture, row, "_Edit Text, Add Audience _Before, "));
  check_enabled (&fixture, "a1", "canvas.edit", TRUE);
  g_assert_true (jalon_canvas_edit (fixture.canvas, row, TRUE));
  canvas_fixture_type (&fixture, "Guests");
  jalon_canvas_finish_edit (fixture.canvas);
  g_assert_cmpstr (jalon_element_get_title (audience), ==, "Guests");

  jalon_canvas_go_to (fixture.canvas, cell, FALSE);
  act (&fixture, "canvas.menu");
  g_assert_false (list_has (fixture.canvas->menu, "_Edit Text"));
  gtk_popover_popdown (GTK_POPOVER (fixture.canvas->menu));
  fixture_settle ();
  act (&fixture, "canvas.edit");
  g_assert_true (list_has (fixture.canvas->menu, "None, Awa Diop, "));
  g_assert_false (list_has (fixture.canvas->menu, "_Delete"));
  gtk_widget_activate_action (fixture.canvas->menu, "set.persona", "s", "awa");
  g_assert_cmpstr (jalon_element_get_text (audience, JALON_FIELD_PERSONA), ==, "awa");
}

/* It opens, the keys go to it and back, and it is gone with the canvas. */
static void
test_open (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  GtkWidget *focus;

  canvas_fixture_init (&fixture, "trip");
  jalon_canvas_go_to (fixture.canvas, canvas_fixture_find (&fixture, "c1"), FALSE);
  act (&fixture, "canvas.menu");
  fixture_settle ();
  g_assert_true (jalon_canvas_menu_is_open (fixture.canvas));
  focus = gtk_root_get_focus (GTK_ROOT (fixture.window));
  g_assert_true (gtk_widget_is_ancestor (focus, fixture.canvas->menu));
  gtk_widget_child_focus (fixture.window, GTK_DIR_DOWN);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture.window)) != focus);
  focus = gtk_root_get_focus (GTK_ROOT (fixture.window));
  g_assert_true (gtk_widget_is_ancestor (focus, fixture.canvas->menu));

  gtk_popover_popdown (GTK_POPOVER (fixture.canvas->menu));
  fixture_settle ();
  g_assert_false (jalon_canvas_menu_is_open (fixture.canvas));
  focus = gtk_root_get_focus (GTK_ROOT (fixture.window));
  g_assert_false (gtk_widget_is_ancestor (focus, fixture.canvas->menu));
  canvas_fixture_check_selection (&fixture, "c1");
}

/* The second button selects what it is pressed on, and keeps a selection that it is pressed in. */
static void
test_secondary_click (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  gpointer click;
  JalonPoint at;

  canvas_fixture_init (&fixture, "trip");
  click = fixture_find_controller (GTK_WIDGET (fixture.canvas), GTK_TYPE_GESTURE_CLICK,
                                   GDK_BUTTON_SECONDARY);
  at = canvas_fixture_locate (&fixture, canvas_fixture_find (&fixture, "c3"));
  g_signal_emit_by_name (click, "pressed", 1, at.x, at.y);
  canvas_fixture_check_selection (&fixture, "c3");
  jalon_canvas_toggle (fixture.canvas, canvas_fixture_find (&fixture, "c1"));
  g_signal_emit_by_name (click, "pressed", 1, at.x, at.y);
  canvas_fixture_check_selection (&fixture, "c3 c1");
  g_signal_emit_by_name (click, "pressed", 1, 5.0, 5.0);
  canvas_fixture_check_selection (&fixture, "");
  g_assert_true (jalon_canvas_menu_is_open (fixture.canvas));
}

static void
check_inside (CanvasFixture *self)
{
  GdkRectangle at;

  g_assert_true (gtk_popover_get_pointing_to (GTK_POPOVER (self->canvas->menu), &at));
  g_assert_cmpint (at.x + at.width, ==, gtk_widget_get_width (GTK_WIDGET (self->canvas)));
  g_assert_cmpint (at.y + at.height, ==, gtk_widget_get_height (GTK_WIDGET (self->canvas)));
}

/* It points to what can be seen of its place, also when the window gets smaller. */
static void
test_place (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  jalon_canvas_menu_at (fixture.canvas, -1, 5000, gtk_widget_get_height (fixture.window));
  check_inside (&fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 400, 300);
  while (gtk_widget_get_width (GTK_WIDGET (fixture.canvas)) > 400)
    g_main_context_iteration (NULL, TRUE);
  check_inside (&fixture);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas-menu/rows", test_rows);
  g_test_add_func ("/canvas-menu/other-maps", test_other_maps);
  g_test_add_func ("/canvas-menu/fields", test_fields);
  g_test_add_func ("/canvas-menu/fields-of-several", test_fields_of_several);
  g_test_add_func ("/canvas-menu/underscores", test_underscores);
  g_test_add_func ("/canvas-menu/enabled", test_enabled);
  g_test_add_func ("/canvas-menu/long", test_long);
  g_test_add_func ("/canvas-menu/very-long", test_very_long);
  g_test_add_func ("/canvas-menu/choice", test_choice);
  g_test_add_func ("/canvas-menu/choose-persona", test_choose_persona);
  g_test_add_func ("/canvas-menu/table", test_table);
  g_test_add_func ("/canvas-menu/open", test_open);
  g_test_add_func ("/canvas-menu/secondary-click", test_secondary_click);
  g_test_add_func ("/canvas-menu/place", test_place);
  return fixture_run ();
}
