/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "drawing/jalon-scene.h"

static const JalonColour black = { 0, 0, 0, 1 };

static JalonScene *
make_scene (void)
{
  g_autoptr (JalonElement) map = jalon_element_new (JALON_KIND_JOURNEY, NULL);

  jalon_element_set (map, JALON_FIELD_TITLE, "A map", NULL);
  return jalon_scene_new (map, jalon_theme_get (JALON_THEME_DARK));
}

static guint
add (JalonScene *scene,
     JalonRole role,
     const char *element,
     JalonFieldId field,
     double x,
     double y,
     double width,
     double height,
     int slot)
{
  JalonNode *node = jalon_node_new (role, element, field, width, height);

  if (role == JALON_ROLE_SLOT)
    jalon_node_make_slot (node, "step", JALON_KIND_CARD, JALON_FIELD_LANE, "lane");
  return jalon_scene_add (scene, node, x, y, JALON_LAYER_BODY, slot);
}

static void
test_node (void)
{
  g_autoptr (JalonNode) node = jalon_node_new (JALON_ROLE_CARD, "abc", JALON_FIELD_TEXT, 30, 20);
  JalonRect rect = { 1, 2, 3, 4 };
  JalonRect editor;
  JalonTextStyle style;
  JalonSlot *slot;

  g_assert_cmpint (jalon_node_get_role (node), ==, JALON_ROLE_CARD);
  g_assert_cmpstr (jalon_node_get_element (node), ==, "abc");
  g_assert_cmpint (jalon_node_get_field (node), ==, JALON_FIELD_TEXT);
  g_assert_cmpfloat (jalon_node_get_width (node), ==, 30);
  g_assert_cmpfloat (jalon_node_get_height (node), ==, 20);
  g_assert_null (jalon_node_get_label (node));
  g_assert_null (jalon_node_get_slot (node));
  g_assert_false (jalon_node_get_editor (node, &editor, &style));

  jalon_node_set_label (node, "one");
  jalon_node_set_label (node, "two");
  g_assert_cmpstr (jalon_node_get_label (node), ==, "two");
  jalon_node_set_editor (node, &rect, JALON_TEXT_STRONG);
  g_assert_true (jalon_node_get_editor (node, &editor, &style));
  g_assert_cmpmem (&editor, sizeof editor, &rect, sizeof rect);
  g_assert_cmpint (style, ==, JALON_TEXT_STRONG);
  slot = jalon_node_make_slot (node, "step", JALON_KIND_CARD, JALON_FIELD_LANE, NULL);
  g_assert_true (jalon_node_get_slot (node) == slot);
  g_assert_cmpstr (slot->parent, ==, "step");
  g_assert_null (slot->value);
}

static void
test_node_without_numbers (void)
{
  g_autoptr (JalonNode)
    node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, NAN, INFINITY);

  g_assert_cmpfloat (jalon_node_get_width (node), ==, 0);
  g_assert_cmpfloat (jalon_node_get_height (node), ==, 0);
}

static void
test_primitives (void)
{
  g_autoptr (JalonTypesetter) typesetter = jalon_typesetter_new ();
  JalonParagraph *paragraph = jalon_typesetter_set (typesetter, "text", JALON_TEXT_BODY, -1,
                                                    JALON_ALIGN_START);
  double width = jalon_paragraph_get_width (paragraph);
  g_autoptr (JalonNode) node = jalon_node_new (JALON_ROLE_CARD, NULL, JALON_FIELD_NONE, 30, 20);
  const JalonPrimitive *primitives;
  guint n;

  jalon_node_add_box (node, &(JalonRect){ 1, 2, 3, 4 }, 5, black)->line_width = 2;
  jalon_node_add_line (node, 10, 20, 14, 17, 1.5, black);
  jalon_node_add_text (node, paragraph, 7, 8, black);
  primitives = jalon_node_get_primitives (node, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (primitives[0].type, ==, JALON_PRIMITIVE_BOX);
  g_assert_cmpfloat (primitives[0].radius, ==, 5);
  g_assert_cmpfloat (primitives[0].line_width, ==, 2);
  g_assert_cmpint (primitives[1].type, ==, JALON_PRIMITIVE_PATH);
  g_assert_cmpfloat (primitives[1].rect.x, ==, 10);
  g_assert_cmpfloat (primitives[1].fill.alpha, ==, 0);
  g_assert_cmpfloat (jalon_path_get_distance (primitives[1].path, 4, -3), ==, 0);
  g_assert_cmpint (primitives[2].type, ==, JALON_PRIMITIVE_TEXT);
  g_assert_cmpfloat (primitives[2].rect.width, ==, width);
}

/* What is drawn lies in the ink, or it would be cut off where a picture is painted in parts. */
static void
test_ink (void)
{
  g_autoptr (JalonTypesetter) typesetter = jalon_typesetter_new ();
  JalonParagraph *long_text = jalon_typesetter_set (typesetter, "turned around its corner",
                                                    JALON_TEXT_BODY, -1, JALON_ALIGN_START);
  double length = jalon_paragraph_get_width (long_text);
  g_autoptr (JalonNode) node = jalon_node_new (JALON_ROLE_CARD, NULL, JALON_FIELD_NONE, 10, 10);
  JalonPath *path = jalon_path_new ();
  const JalonRect *ink;

  jalon_node_add_box (node, &(JalonRect){ -5, 0, 5, 5 }, 0, black)->line_width = 4;
  jalon_path_move_to (path, 0, 0);
  jalon_path_curve_to (path, 0, 0, 0, 40, 20, 40);
  jalon_node_add_path (node, path, 0, 10, black);
  jalon_node_add_text (node, long_text, 5, 5, black)->angle = -90;
  ink = jalon_node_get_ink (node);
  g_assert_cmpfloat (ink->x, <=, -7);
  g_assert_cmpfloat (ink->y, <=, 5 - length);
  g_assert_cmpfloat (ink->x + ink->width, >=, 20);
  g_assert_cmpfloat (ink->y + ink->height, >=, 50);
  g_assert_true (jalon_node_get_ink (node) == ink);
}

static void
test_dashes (void)
{
  JalonPrimitive line = { .line_width = 2 };
  double dashes[2];

  g_assert_false (jalon_primitive_get_dashes (&line, dashes));
  line.line_style = JALON_LINE_DASHED;
  g_assert_true (jalon_primitive_get_dashes (&line, dashes));
  /* The gap is wider than the two halves of round caps that reach into it. */
  g_assert_cmpfloat (dashes[1], >, line.line_width);
  g_assert_cmpfloat (dashes[0], >, 0);
  line.line_style = JALON_LINE_DOTTED;
  g_assert_true (jalon_primitive_get_dashes (&line, dashes));
  g_assert_cmpfloat (dashes[0], <, 0.1);
  g_assert_cmpfloat (dashes[1], >, line.line_width);
}

static void
test_properties (void)
{
  g_autoptr (JalonScene) scene = make_scene ();
  JalonRect in = { 1, 2, 3, 4 };
  JalonRect top;
  JalonRect side;
  guint n;

  g_assert_cmpstr (jalon_scene_get_title (scene), ==, "A map");
  g_assert_cmpint (jalon_scene_get_theme (scene)->name, ==, JALON_THEME_DARK);
  jalon_scene_set_size (scene, 640, 480);
  g_assert_cmpfloat (jalon_scene_get_width (scene), ==, 640);
  g_assert_cmpfloat (jalon_scene_get_height (scene), ==, 480);
  jalon_scene_set_size (scene, NAN, 0);
  g_assert_cmpfloat (jalon_scene_get_width (scene), ==, 1);
  g_assert_cmpfloat (jalon_scene_get_height (scene), ==, 1);
  jalon_scene_set_headers (scene, NULL, &in);
  jalon_scene_get_headers (scene, &top, &side);
  g_assert_cmpfloat (top.width, ==, 0);
  g_assert_cmpmem (&side, sizeof side, &in, sizeof in);
  jalon_scene_get_items (scene, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpint (jalon_scene_pick (scene, 0, 0), ==, -1);
  g_assert_cmpint (jalon_scene_find (scene, "x", JALON_FIELD_NONE), ==, -1);
}

static void
test_find (void)
{
  g_autoptr (JalonScene) scene = make_scene ();

  add (scene, JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, 0, 0, 9, 9, -1);
  add (scene, JALON_ROLE_HEADING, "map", JALON_FIELD_TITLE, 0, 0, 9, 9, -1);
  add (scene, JALON_ROLE_TEXT, "map", JALON_FIELD_AGE, 0, 0, 9, 9, -1);
  add (scene, JALON_ROLE_CARD, "card", JALON_FIELD_NONE, 0, 0, 9, 9, -1);
  add (scene, JALON_ROLE_TEXT, "map", JALON_FIELD_TITLE, 0, 0, 9, 9, -1);

  g_assert_cmpint (jalon_scene_find (scene, "map", JALON_FIELD_TITLE), ==, 1);
  g_assert_cmpint (jalon_scene_find (scene, "map", JALON_FIELD_AGE), ==, 2);
  g_assert_cmpint (jalon_scene_find (scene, "map", JALON_FIELD_NONE), ==, 1);
  g_assert_cmpint (jalon_scene_find (scene, "card", JALON_FIELD_NONE), ==, 3);
  g_assert_cmpint (jalon_scene_find (scene, "card", JALON_FIELD_TEXT), ==, -1);
  g_assert_cmpint (jalon_scene_find (scene, "nobody", JALON_FIELD_NONE), ==, -1);
  g_assert_cmpint (jalon_scene_find (scene, NULL, JALON_FIELD_NONE), ==, -1);
}

static void
test_pick (void)
{
  g_autoptr (JalonScene) scene = make_scene ();
  int slot;
  int card;
  int above;

  add (scene, JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, 0, 0, 500, 500, -1);
  slot = add (scene, JALON_ROLE_SLOT, NULL, JALON_FIELD_NONE, 100, 100, 100, 100, -1);
  card = add (scene, JALON_ROLE_CARD, "a", JALON_FIELD_TEXT, 110, 110, 50, 30, slot);
  above = add (scene, JALON_ROLE_CARD, "b", JALON_FIELD_TEXT, 150, 110, 50, 30, slot);
  add (scene, JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, 110, 110, 500, 500, -1);

  g_assert_cmpint (jalon_scene_pick (scene, 50, 50), ==, -1);
  g_assert_cmpint (jalon_scene_pick (scene, 105, 105), ==, slot);
  g_assert_cmpint (jalon_scene_pick (scene, 110, 110), ==, card);
  g_assert_cmpint (jalon_scene_pick (scene, 155, 115), ==, above);
  g_assert_cmpint (jalon_scene_pick (scene, 160, 115), ==, above);
  g_assert_cmpint (jalon_scene_pick (scene, 115, 140), ==, slot);
  g_assert_cmpint (jalon_scene_pick (scene, 200, 150), ==, -1);
  g_assert_cmpint (jalon_scene_pick (scene, NAN, 150), ==, -1);
  g_assert_cmpint (jalon_scene_pick_slot (scene, 155, 115), ==, slot);
  g_assert_cmpint (jalon_scene_pick_slot (scene, 50, 50), ==, -1);
}

/* A link is its line and its label, not the rectangle around it. */
static void
test_pick_link (void)
{
  g_autoptr (JalonScene) scene = make_scene ();
  JalonNode *link = jalon_node_new (JALON_ROLE_LINK, "link", JALON_FIELD_NONE, 200, 200);
  int card = add (scene, JALON_ROLE_CARD, "a", JALON_FIELD_TEXT, 0, 0, 200, 200, -1);
  int item;

  jalon_node_add_line (link, 0, 0, 200, 200, 1, black);
  jalon_node_add_box (link, &(JalonRect){ 20, 150, 40, 16 }, 0, black);
  item = jalon_scene_add (scene, link, 0, 0, JALON_LAYER_BODY, -1);

  g_assert_cmpint (jalon_scene_pick (scene, 100, 100), ==, item);
  g_assert_cmpint (jalon_scene_pick (scene, 104, 100), ==, item);
  g_assert_cmpint (jalon_scene_pick (scene, 120, 100), ==, card);
  g_assert_cmpint (jalon_scene_pick (scene, 30, 155), ==, item);
  g_assert_cmpint (jalon_scene_pick (scene, 30, 180), ==, card);
}

static void
assert_position (JalonScene *scene, guint item, guint position, guint count)
{
  guint actual_position;
  guint actual_count;

  jalon_scene_get_position (scene, item, &actual_position, &actual_count);
  g_assert_cmpuint (actual_position, ==, position);
  g_assert_cmpuint (actual_count, ==, count);
}

static void
test_position (void)
{
  g_autoptr (JalonScene) scene = make_scene ();
  guint first = add (scene, JALON_ROLE_SLOT, NULL, JALON_FIELD_NONE, 0, 0, 9, 9, -1);
  guint second = add (scene, JALON_ROLE_SLOT, NULL, JALON_FIELD_NONE, 0, 0, 9, 9, -1);
  guint a = add (scene, JALON_ROLE_CARD, "a", JALON_FIELD_TEXT, 0, 0, 9, 9, first);
  guint b = add (scene, JALON_ROLE_CARD, "b", JALON_FIELD_TEXT, 0, 0, 9, 9, second);
  guint c = add (scene, JALON_ROLE_CARD, "c", JALON_FIELD_TEXT, 0, 0, 9, 9, first);
  guint d = add (scene, JALON_ROLE_POINT, "d", JALON_FIELD_TEXT, 0, 0, 9, 9, first);

  assert_position (scene, first, 1, 2);
  assert_position (scene, second, 2, 2);
  assert_position (scene, a, 1, 2);
  assert_position (scene, c, 2, 2);
  assert_position (scene, b, 1, 1);
  assert_position (scene, d, 1, 1);
}

static JalonNode *
make_card (void)
{
  return jalon_node_new (JALON_ROLE_CARD, NULL, JALON_FIELD_NONE, 9, 9);
}

/* Alone and in blocks */
static void
test_moving (void)
{
  g_autoptr (JalonScene) scene = make_scene ();
  g_autoptr (JalonBlock) block = jalon_block_new ();
  guint n_moving;
  const guint *moving;

  jalon_block_add (block, make_card (), 0, 0, JALON_LAYER_BODY, -1);
  jalon_block_add (block, make_card (), 0, 0, JALON_LAYER_SIDE, -1);
  jalon_scene_add (scene, make_card (), 0, 0, JALON_LAYER_TOP, -1);
  jalon_scene_add (scene, make_card (), 0, 0, JALON_LAYER_BODY, -1);
  jalon_scene_add_block (scene, block, 0, 0);
  jalon_scene_add_block (scene, block, 9, 9);

  moving = jalon_scene_get_moving (scene, &n_moving);
  g_assert_cmpmem (moving, n_moving * sizeof (guint), ((guint[]){ 0, 3, 5 }), 3 * sizeof (guint));
}

/* What is copied stays as it was when a block of the copy is replaced. */
static void
test_replace (void)
{
  g_autoptr (JalonScene) scene = make_scene ();
  g_autoptr (JalonScene) copy = NULL;
  g_autoptr (JalonBlock) first = jalon_block_new ();
  g_autoptr (JalonBlock) second = jalon_block_new ();
  g_autoptr (JalonBlock) longer = jalon_block_new ();
  guint place, n_items;
  const JalonItem *items, *copied;

  jalon_block_add (first, make_card (), 1, 2, JALON_LAYER_BODY, -1);
  jalon_block_add (first, make_card (), 1, 2, JALON_LAYER_BODY, 0);
  jalon_block_add (second, make_card (), 3, 4, JALON_LAYER_BODY, -1);
  jalon_block_add (second, make_card (), 5, 6, JALON_LAYER_BODY, 0);
  jalon_block_add (longer, make_card (), 0, 0, JALON_LAYER_BODY, -1);
  jalon_scene_add (scene, make_card (), 0, 0, JALON_LAYER_TOP, -1);
  place = jalon_scene_add_block (scene, first, 10, 20);
  jalon_scene_set_size (scene, 100, 200);
  copy = jalon_scene_copy (scene);

  g_assert_false (jalon_scene_replace_block (copy, place, longer));
  g_assert_true (jalon_scene_replace_block (copy, place, second));
  items = jalon_scene_get_items (scene, &n_items);
  copied = jalon_scene_get_items (copy, &n_items);
  g_assert_cmpuint (n_items, ==, 3);
  g_assert_cmpstr (jalon_scene_get_title (copy), ==, "A map");
  g_assert_cmpfloat (jalon_scene_get_height (copy), ==, 200);
  g_assert_true (copied[0].node == items[0].node);
  g_assert_false (copied[2].node == items[2].node);
  g_assert_cmpfloat (items[2].x, ==, 11);
  g_assert_cmpfloat (copied[2].x, ==, 15);
  g_assert_cmpfloat (copied[2].y, ==, 26);
  g_assert_cmpint (copied[2].slot, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/node", test_node);
  g_test_add_func ("/scene/node-without-numbers", test_node_without_numbers);
  g_test_add_func ("/scene/primitives", test_primitives);
  g_test_add_func ("/scene/ink", test_ink);
  g_test_add_func ("/scene/dashes", test_dashes);
  g_test_add_func ("/scene/properties", test_properties);
  g_test_add_func ("/scene/find", test_find);
  g_test_add_func ("/scene/pick", test_pick);
  g_test_add_func ("/scene/pick-link", test_pick_link);
  g_test_add_func ("/scene/position", test_position);
  g_test_add_func ("/scene/moving", test_moving);
  g_test_add_func ("/scene/replace", test_replace);

  return g_test_run ();
}
