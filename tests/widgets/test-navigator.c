/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout.h"
#include "fixture.h"
#include "widgets/jalon-navigator.h"

/* A sheet of three columns and three rows of cells of 100 × 100 under a title:
 *
 *   title ───────────────
 *   a a2 │   b   │ (empty 2)      a above a2
 *   (empty 3)  │ c │ d
 *   e    │ (empty 7) │ f f2        f left of f2
 */
typedef struct
{
  JalonScene *scene;
  GPtrArray *names; /* of the items: the element, or the number of the cell */
} Sheet;

static void
add (Sheet *sheet, JalonRole role, const char *name, JalonRect rect, int slot)
{
  JalonNode *node = jalon_node_new (role, role == JALON_ROLE_SLOT ? NULL : name, JALON_FIELD_NONE,
                                    rect.width, rect.height);

  if (role == JALON_ROLE_SLOT)
    jalon_node_make_slot (node, name, JALON_KIND_CARD, JALON_FIELD_NONE, NULL);
  jalon_scene_add (sheet->scene, node, rect.x, rect.y, JALON_LAYER_BODY, slot);
  g_ptr_array_add (sheet->names, (gpointer) name);
}

static void
sheet_init (Sheet *sheet)
{
  static const char *const cells[] = { "0", "1", "2", "3", "4", "5", "6", "7", "8" };
  static const struct
  {
    const char *name;
    guint cell;
    double x, y, width;
  } cards[] = {
    { "a", 0, 5, 5, 90 }, { "a2", 0, 5, 45, 90 }, { "b", 1, 5, 5, 90 }, { "c", 4, 5, 60, 90 },
    { "d", 5, 5, 5, 90 }, { "e", 6, 5, 5, 90 },   { "f", 8, 5, 5, 40 }, { "f2", 8, 50, 5, 40 },
  };
  g_autoptr (JalonElement) map = jalon_element_new (JALON_KIND_JOURNEY, NULL);

  sheet->scene = jalon_scene_new (map, jalon_theme_get (JALON_THEME_LIGHT));
  sheet->names = g_ptr_array_new ();
  add (sheet, JALON_ROLE_DECORATION, "paper", (JalonRect){ 0, 0, 300, 400 }, -1);
  add (sheet, JALON_ROLE_HEADING, "title", (JalonRect){ 0, 0, 300, 40 }, -1);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      double x = i % 3 * 100, y = 60 + i / 3 * 100;
      int slot = (int) sheet->names->len;

      add (sheet, JALON_ROLE_SLOT, cells[i], (JalonRect){ x, y, 100, 100 }, -1);
      for (guint j = 0; j < G_N_ELEMENTS (cards); j++)
        if (cards[j].cell == i)
          add (sheet, JALON_ROLE_CARD, cards[j].name,
               (JalonRect){ x + cards[j].x, y + cards[j].y, cards[j].width, 30 }, slot);
    }
  jalon_scene_set_size (sheet->scene, 300, 400);
}

static void
sheet_clear (Sheet *sheet)
{
  jalon_scene_unref (sheet->scene);
  g_ptr_array_unref (sheet->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static int
find (const Sheet *sheet, const char *name)
{
  guint index;

  if (name == NULL)
    return -1;
  g_assert_true (g_ptr_array_find_with_equal_func (sheet->names, name, g_str_equal, &index));
  return (int) index;
}

static void
check (const Sheet *sheet, int item, const char *wanted, const char *from)
{
  const char *name = item >= 0 ? g_ptr_array_index (sheet->names, item) : NULL;

  g_test_message ("from %s to %s", from, name != NULL ? name : "nowhere");
  g_assert_cmpstr (name, ==, wanted);
}

static void
test_move (void)
{
  static const struct
  {
    const char *from;
    const char *left, *right, *up, *down;
  } cases[] = {
    { "title", NULL, NULL, NULL, "a" }, { "a", NULL, "b", "title", "a2" },
    { "a2", NULL, "b", "a", "3" },      { "b", "a", "2", "title", "c" },
    { "2", "b", NULL, "title", "d" },   { "3", NULL, "c", "a2", "e" },
    { "c", "3", "d", "b", "7" },        { "d", "c", NULL, "2", "f" },
    { "e", NULL, "7", "3", NULL },      { "7", "e", "f", "c", NULL },
    { "f", "7", "f2", "d", NULL },      { "f2", "f", NULL, "d", NULL },
  };
  g_auto (Sheet) sheet = { 0 };

  sheet_init (&sheet);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int from = find (&sheet, cases[i].from);

      check (&sheet, jalon_navigator_move (sheet.scene, from, GTK_DIR_LEFT), cases[i].left,
             cases[i].from);
      check (&sheet, jalon_navigator_move (sheet.scene, from, GTK_DIR_RIGHT), cases[i].right,
             cases[i].from);
      check (&sheet, jalon_navigator_move (sheet.scene, from, GTK_DIR_UP), cases[i].up,
             cases[i].from);
      check (&sheet, jalon_navigator_move (sheet.scene, from, GTK_DIR_DOWN), cases[i].down,
             cases[i].from);
    }
  check (&sheet, jalon_navigator_move (sheet.scene, -1, GTK_DIR_DOWN), "title", "nowhere");
}

static void
test_next_cell (void)
{
  static const char *const forward[] = { "title", "a", "b", "2", "3", "c", "d", "e", "7", "f" };
  g_auto (Sheet) sheet = { 0 };
  int item = -1;

  sheet_init (&sheet);
  for (guint i = 0; i < G_N_ELEMENTS (forward); i++)
    {
      item = jalon_navigator_next_cell (sheet.scene, item, TRUE);
      check (&sheet, item, forward[i], "the last");
    }
  check (&sheet, jalon_navigator_next_cell (sheet.scene, item, TRUE), NULL, "the end");
  /* Backwards from a cell goes to cells only. */
  for (guint i = G_N_ELEMENTS (forward) - 1; i > 1; i--)
    {
      item = jalon_navigator_next_cell (sheet.scene, item, FALSE);
      check (&sheet, item, forward[i - 1], forward[i]);
    }
  check (&sheet, jalon_navigator_next_cell (sheet.scene, item, FALSE), "title", "the first cell");
  check (&sheet, jalon_navigator_next_cell (sheet.scene, -1, FALSE), "f2", "nowhere");
}

static void
test_stops (void)
{
  g_auto (Sheet) sheet = { 0 };
  g_autofree gboolean *stops = NULL;

  sheet_init (&sheet);
  stops = jalon_navigator_get_stops (sheet.scene);
  g_assert_false (stops[find (&sheet, "paper")]);
  g_assert_true (stops[find (&sheet, "title")]);
  g_assert_false (stops[find (&sheet, "0")]);
  g_assert_true (stops[find (&sheet, "2")]);
  g_assert_true (stops[find (&sheet, "f2")]);
  check (&sheet, jalon_navigator_get_first (sheet.scene), "title", "");
  check (&sheet, jalon_navigator_get_last (sheet.scene), "f2", "");
}

static void
test_find_same (void)
{
  g_auto (Sheet) one = { 0 };
  g_auto (Sheet) other = { 0 };
  const JalonItem *items;
  guint n_items;

  sheet_init (&one);
  sheet_init (&other);
  items = jalon_scene_get_items (one.scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    if (jalon_node_get_role (items[i].node) != JALON_ROLE_DECORATION)
      {
        for (int hint = -1; hint <= (int) n_items; hint++)
          {
            g_assert_cmpint (jalon_navigator_find_same (one.scene, items[i].node, hint), ==, i);
            g_assert_cmpint (jalon_navigator_find_same (other.scene, items[i].node, hint), ==, i);
          }
      }
  g_assert_cmpint (jalon_navigator_find_same (one.scene, NULL, 0), ==, -1);
}

static void
add_register (JalonDocument *document)
{
  static const char *const ids[] = { "a1", "a2", "a3" };
  JalonElement *map = jalon_element_new (JALON_KIND_REGISTER, "list");

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    jalon_element_append (map, jalon_element_new (JALON_KIND_AUDIENCE, ids[i]));
  jalon_document_begin (document, "Add");
  jalon_document_insert (document, jalon_document_get_project (document), 0, map);
  jalon_document_commit (document);
}

#define N_KEYS 6

/* The arrows, Tab and Shift+Tab. */
static int
press (JalonScene *scene, int from, guint key)
{
  static const GtkDirectionType directions[] = { GTK_DIR_LEFT, GTK_DIR_RIGHT, GTK_DIR_UP,
                                                 GTK_DIR_DOWN };

  return key < 4 ? jalon_navigator_move (scene, from, directions[key])
                 : jalon_navigator_next_cell (scene, from, key == 4);
}

/* A row comes before its cells, and a cell stands between its neighbours. */
static void
test_table (void)
{
  static const struct
  {
    const char *from;
    JalonFieldId field; /* none for the row */
    const char *to[N_KEYS];
    JalonFieldId fields[N_KEYS];
  } cases[] = {
    { "a2",
      JALON_FIELD_NONE,
      { NULL, "a2", "a1", "a3", "a2", "a1" },
      { 0, JALON_FIELD_NAME, 0, 0, JALON_FIELD_NAME, JALON_FIELD_MEASURE } },
    { "a2",
      JALON_FIELD_NAME,
      { "a2", "a2", "a1", "a3", "a2", "a1" },
      { JALON_FIELD_NONE, JALON_FIELD_PERSONA, JALON_FIELD_NAME, JALON_FIELD_NAME,
        JALON_FIELD_PERSONA, JALON_FIELD_MEASURE } },
    { "a2",
      JALON_FIELD_PROCESS,
      { "a2", "a2", "a1", "a3", "a2", "a2" },
      { JALON_FIELD_OWNER, JALON_FIELD_MEASURE, JALON_FIELD_PROCESS, JALON_FIELD_PROCESS,
        JALON_FIELD_MEASURE, JALON_FIELD_OWNER } },
    { "a3",
      JALON_FIELD_MEASURE,
      { "a3", NULL, "a2", NULL, NULL, "a3" },
      { JALON_FIELD_PROCESS, 0, JALON_FIELD_MEASURE, 0, 0, JALON_FIELD_PROCESS } },
  };
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (JalonLayout) layout = jalon_layout_new ();
  g_autoptr (JalonScene) scene = NULL;
  const JalonItem *items;
  guint n_items, n_found = 0;

  add_register (document);
  scene = jalon_layout_draw (layout, fixture_get (document, "list"),
                             jalon_theme_get (JALON_THEME_LIGHT));
  items = jalon_scene_get_items (scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
      if (g_strcmp0 (jalon_node_get_element (items[i].node), cases[j].from) == 0 &&
          jalon_node_get_field (items[i].node) == cases[j].field)
        for (guint key = 0; key < N_KEYS; key++)
          {
            int to = press (scene, (int) i, key);

            n_found += key == 0 ? 1 : 0;
            g_test_message ("%s %d, key %u", cases[j].from, cases[j].field, key);
            g_assert_cmpstr (to >= 0 ? jalon_node_get_element (items[to].node) : NULL, ==,
                             cases[j].to[key]);
            if (to >= 0)
              g_assert_cmpint (jalon_node_get_field (items[to].node), ==, cases[j].fields[key]);
          }
  g_assert_cmpuint (n_found, ==, G_N_ELEMENTS (cases));
}

/* On real maps the keys reach everything, so that nothing needs the mouse. */
static void
test_reaches_all (void)
{
  static const char *const maps[] = { "trip", "power", "head", "awa", "list" };
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (JalonLayout) layout = jalon_layout_new ();

  add_register (document);
  for (guint m = 0; m < G_N_ELEMENTS (maps); m++)
    {
      g_autoptr (JalonScene) scene = jalon_layout_draw (layout, fixture_get (document, maps[m]),
                                                        jalon_theme_get (JALON_THEME_LIGHT));
      g_autofree gboolean *stops = jalon_navigator_get_stops (scene);
      g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (int));
      g_autofree gboolean *seen = NULL;
      guint n_items;
      const JalonItem *items = jalon_scene_get_items (scene, &n_items);
      int first = jalon_navigator_get_first (scene);

      seen = g_new0 (gboolean, n_items);
      seen[first] = TRUE;
      g_array_append_val (queue, first);
      for (guint i = 0; i < queue->len; i++)
        for (guint key = 0; key < N_KEYS; key++)
          {
            int to = press (scene, g_array_index (queue, int, i), key);

            if (to < 0 || seen[to])
              continue;
            g_assert_true (stops[to]);
            seen[to] = TRUE;
            g_array_append_val (queue, to);
          }
      for (guint i = 0; i < n_items; i++)
        if (stops[i])
          {
            g_test_message ("%s: %s %s", maps[m], jalon_node_get_element (items[i].node),
                            jalon_node_get_label (items[i].node));
            g_assert_true (seen[i]);
          }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/navigator/move", test_move);
  g_test_add_func ("/navigator/next-cell", test_next_cell);
  g_test_add_func ("/navigator/stops", test_stops);
  g_test_add_func ("/navigator/find-same", test_find_same);
  g_test_add_func ("/navigator/table", test_table);
  g_test_add_func ("/navigator/reaches-all", test_reaches_all);
  return fixture_run ();
}
