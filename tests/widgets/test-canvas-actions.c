/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever the keys are on and whatever is selected, each action can be asked for, and what it did
 * can be undone. */

#include "canvas-fixture.h"
#include "widgets/jalon-navigator.h"

#define ROUNDS 200

static const char *const maps[] = { "trip", "head", "power", "awa" };

/* They end later, or in another window. */
static const char *const others[] = { "canvas.paste", "canvas.choose-picture", "canvas.menu",
                                      NULL };

/* What is selected beside, or instead of, what the keys are on */
typedef enum
{
  SELECT_THIS,
  SELECT_NOTHING,
  SELECT_MAP,
  SELECT_ELSEWHERE,
  SELECT_ANOTHER,
  N_SELECTIONS,
} Selection;

/* The names of all actions of the canvas but the others. */
static GPtrArray *
find_actions (void)
{
  g_autoptr (GTypeClass) class = g_type_class_ref (JALON_TYPE_CANVAS);
  GPtrArray *names = g_ptr_array_new ();
  GType owner;
  const char *name, *property;
  const GVariantType *type;

  for (guint i = 0;
       gtk_widget_class_query_action (GTK_WIDGET_CLASS (class), i, &owner, &name, &type, &property);
       i++)
    if (owner == JALON_TYPE_CANVAS && type == NULL && !g_strv_contains (others, name))
      g_ptr_array_add (names, (gpointer) name);
  g_assert_cmpuint (names->len, >, 20);
  return names;
}

static const char *
pick_id (CanvasFixture *self)
{
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (jalon_canvas_get_scene (self->canvas), &n_items);
  const char *id = NULL;

  while (id == NULL)
    id = jalon_node_get_element (items[g_test_rand_int_range (0, (gint32) n_items)].node);
  return id;
}

static void
select_as (CanvasFixture *self, Selection selection, const char *map)
{
  const char *ids[2] = { NULL, NULL };

  if (selection == SELECT_THIS)
    return;
  if (selection == SELECT_MAP)
    ids[0] = map;
  else if (selection == SELECT_ELSEWHERE)
    ids[0] = "jean";
  else if (selection == SELECT_ANOTHER)
    ids[0] = pick_id (self);
  self->canvas->is_own_selection = TRUE;
  jalon_document_set_selection (self->document, ids);
  self->canvas->is_own_selection = FALSE;
}

static void
undo_all (CanvasFixture *self, GBytes *before)
{
  g_autoptr (GBytes) after = NULL;

  while (jalon_document_undo (self->document))
    ;
  after = fixture_to_bytes (self->document);
  g_assert_true (g_bytes_equal (before, after));
}

/* Where keys can be: −1 is nowhere. */
static int
pick_stop (CanvasFixture *self)
{
  JalonScene *scene = jalon_canvas_get_scene (self->canvas);
  g_autofree gboolean *stops = jalon_navigator_get_stops (scene);
  guint n_items;
  int item;

  jalon_scene_get_items (scene, &n_items);
  do
    item = g_test_rand_int_range (-1, (gint32) n_items);
  while (item >= 0 && !stops[item]);
  return item;
}

static void
ask (CanvasFixture *self, const char *map, const char *action)
{
  g_autoptr (GBytes) before = fixture_to_bytes (self->document);
  int item = pick_stop (self);

  jalon_canvas_select (self->canvas, item, FALSE);
  select_as (self, (Selection) g_test_rand_int_range (0, N_SELECTIONS), map);
  /* It would open a dialog. */
  if (item >= 0 && jalon_canvas_is_picture (self->canvas, item))
    return;
  g_test_message ("%s with item %d on %s", action, item, map);
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), action, NULL);
  if (g_test_rand_bit ())
    jalon_canvas_finish_edit (self->canvas);
  jalon_canvas_link_cancel (self->canvas);
  undo_all (self, before);
  /* The keys go nowhere else while something is written. */
  jalon_canvas_finish_edit (self->canvas);
  while (jalon_document_redo (self->document))
    ;
  undo_all (self, before);
}

static void
test_map (gconstpointer map)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GPtrArray) actions = find_actions ();

  canvas_fixture_init (&fixture, map);
  for (guint i = 0; i < ROUNDS; i++)
    {
      ask (&fixture, map,
           g_ptr_array_index (actions, g_test_rand_int_range (0, (gint32) actions->len)));
      if (i % 20 == 0)
        fixture_settle ();
    }
}

static void
check_cursor (CanvasFixture *fixture, const char *id)
{
  g_assert_cmpstr (jalon_element_get_id (
                     jalon_canvas_get_element (fixture->canvas, fixture->canvas->cursor)),
                   ==, id);
}

/* The keys go to copies, and to what undo brings back. */
static void
test_cursor_follows (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  canvas_fixture_click (&fixture, canvas_fixture_find (&fixture, "c3"), 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.duplicate", NULL);
  fixture_settle ();
  check_cursor (&fixture, jalon_document_get_selection (fixture.document)[0]);
  canvas_fixture_click (&fixture, canvas_fixture_find (&fixture, "p1"), 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.delete", NULL);
  canvas_fixture_click (&fixture, canvas_fixture_find (&fixture, "c1"), 1);
  jalon_document_undo (fixture.document);
  fixture_settle ();
  check_cursor (&fixture, "p1");
  jalon_document_undo (fixture.document);
  fixture_settle ();
  check_cursor (&fixture, "c3");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (maps); i++)
    {
      g_autofree char *path = g_strconcat ("/canvas-actions/", maps[i], NULL);

      g_test_add_data_func (path, maps[i], test_map);
    }
  g_test_add_func ("/canvas-actions/cursor-follows", test_cursor_follows);
  return fixture_run ();
}
