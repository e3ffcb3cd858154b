/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene-checks.h"

#include <math.h>

/* Half of the widest line */
#define SLACK 2.0

static void
check_inside (const JalonRect *inner, double x, double y, double width, double height, double slack)
{
  g_assert_true (isfinite (inner->x) && isfinite (inner->y));
  g_assert_cmpfloat (inner->width, >=, 0);
  g_assert_cmpfloat (inner->height, >=, 0);
  g_assert_cmpfloat (inner->x, >=, x - slack);
  g_assert_cmpfloat (inner->y, >=, y - slack);
  g_assert_cmpfloat (inner->x + inner->width, <=, x + width + slack);
  g_assert_cmpfloat (inner->y + inner->height, <=, y + height + slack);
}

/* A text may be turned around its top left corner. */
static void
turn (JalonRect *rect, double angle)
{
  double x = cos (angle * G_PI / 180), y = sin (angle * G_PI / 180);
  double left = MIN (0, rect->width * x) + MIN (0, -rect->height * y);
  double top = MIN (0, rect->width * y) + MIN (0, rect->height * x);

  *rect = (JalonRect){ rect->x + left, rect->y + top,
                       rect->width * fabs (x) + rect->height * fabs (y),
                       rect->width * fabs (y) + rect->height * fabs (x) };
}

static void
check_primitives (JalonNode *node)
{
  double width = jalon_node_get_width (node), height = jalon_node_get_height (node);
  guint n;
  const JalonPrimitive *primitives = jalon_node_get_primitives (node, &n);

  for (guint i = 0; i < n; i++)
    {
      JalonRect rect = primitives[i].rect;

      if (primitives[i].type == JALON_PRIMITIVE_PATH)
        jalon_primitive_get_ink (&primitives[i], &rect);
      turn (&rect, primitives[i].angle);
      check_inside (&rect, 0, 0, width, height, SLACK);
    }
}

static void
check_meaning (JalonNode *node)
{
  JalonRole role = jalon_node_get_role (node);
  JalonRect rect;
  JalonTextStyle style;

  if (role == JALON_ROLE_DECORATION)
    return;
  g_assert_nonnull (jalon_node_get_label (node));
  if (role == JALON_ROLE_SLOT)
    g_assert_nonnull (jalon_node_get_slot (node));
  else if (jalon_node_get_field (node) != JALON_FIELD_NONE &&
           jalon_node_get_editor (node, &rect, &style))
    check_inside (&rect, 0, 0, jalon_node_get_width (node), jalon_node_get_height (node), 1);
}

void
check_scene (JalonScene *scene)
{
  double width = jalon_scene_get_width (scene);
  guint n;
  const JalonItem *items = jalon_scene_get_items (scene, &n);

  for (guint i = 0; i < n; i++)
    {
      JalonNode *node = items[i].node;
      JalonRect rect = { items[i].x, items[i].y, jalon_node_get_width (node),
                         jalon_node_get_height (node) };
      double height = jalon_node_is_for_screen (node) ? jalon_scene_get_screen_height (scene)
                                                      : jalon_scene_get_height (scene);

      check_inside (&rect, 0, 0, width, height, 0.5);
      check_primitives (node);
      check_meaning (node);
      g_assert_cmpint (items[i].slot, <, (int) i);
      if (items[i].slot >= 0)
        g_assert_nonnull (jalon_node_get_slot (items[items[i].slot].node));
    }
}

static gboolean
overlap (const JalonItem *a, const JalonItem *b)
{
  return a->x < b->x + jalon_node_get_width (b->node) - 0.01 &&
         b->x < a->x + jalon_node_get_width (a->node) - 0.01 &&
         a->y < b->y + jalon_node_get_height (b->node) - 0.01 &&
         b->y < a->y + jalon_node_get_height (a->node) - 0.01;
}

void
check_overlaps (JalonScene *scene)
{
  guint n;
  const JalonItem *items = jalon_scene_get_items (scene, &n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; jalon_node_get_role (items[i].node) == JALON_ROLE_CARD && j < i; j++)
      if (jalon_node_get_role (items[j].node) == JALON_ROLE_CARD)
        g_assert_false (overlap (&items[i], &items[j]));
}

static void
check_same_paths (JalonPath *a, JalonPath *b)
{
  guint n_a, n_b;
  const JalonPathElement *x;
  const JalonPathElement *y;

  g_assert_true ((a == NULL) == (b == NULL));
  if (a == NULL)
    return;
  x = jalon_path_get_elements (a, &n_a);
  y = jalon_path_get_elements (b, &n_b);
  g_assert_cmpuint (n_a, ==, n_b);
  for (guint i = 0; i < n_a; i++)
    {
      g_assert_cmpint (x[i].verb, ==, y[i].verb);
      g_assert_cmpmem (x[i].points, sizeof x[i].points, y[i].points, sizeof y[i].points);
    }
}

static void
check_same_texts (JalonParagraph *a, JalonParagraph *b)
{
  g_assert_true ((a == NULL) == (b == NULL));
  if (a == NULL)
    return;
  g_assert_cmpstr (jalon_paragraph_get_text (a), ==, jalon_paragraph_get_text (b));
  g_assert_cmpint (jalon_paragraph_get_style (a), ==, jalon_paragraph_get_style (b));
  g_assert_cmpfloat (jalon_paragraph_get_height (a), ==, jalon_paragraph_get_height (b));
}

static void
check_same_primitives (const JalonPrimitive *a, const JalonPrimitive *b)
{
  g_assert_cmpint (a->type, ==, b->type);
  g_assert_cmpmem (&a->rect, sizeof a->rect, &b->rect, sizeof b->rect);
  g_assert_cmpmem (&a->fill, sizeof a->fill, &b->fill, sizeof b->fill);
  g_assert_cmpmem (&a->stroke, sizeof a->stroke, &b->stroke, sizeof b->stroke);
  g_assert_cmpfloat (a->radius, ==, b->radius);
  g_assert_cmpfloat (a->line_width, ==, b->line_width);
  g_assert_cmpint (a->line_style, ==, b->line_style);
  g_assert_cmpfloat (a->angle, ==, b->angle);
  check_same_paths (a->path, b->path);
  check_same_texts (a->paragraph, b->paragraph);
  g_assert_true ((a->picture == NULL) == (b->picture == NULL));
  if (a->picture != NULL)
    {
      g_assert_cmpint (jalon_picture_get_width (a->picture), ==,
                       jalon_picture_get_width (b->picture));
      g_assert_cmpint (jalon_picture_get_height (a->picture), ==,
                       jalon_picture_get_height (b->picture));
    }
}

static void
check_same_slots (const JalonSlot *a, const JalonSlot *b)
{
  g_assert_true ((a == NULL) == (b == NULL));
  if (a == NULL)
    return;
  g_assert_cmpstr (a->parent, ==, b->parent);
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpint (a->field, ==, b->field);
  g_assert_cmpstr (a->value, ==, b->value);
  g_assert_cmpint (a->other_field, ==, b->other_field);
  g_assert_cmpstr (a->other_value, ==, b->other_value);
  g_assert_cmpint (a->has_shape, ==, b->has_shape);
  g_assert_cmpint (a->x_field, ==, b->x_field);
  g_assert_cmpint (a->y_field, ==, b->y_field);
  g_assert_cmpmem (&a->plane, sizeof a->plane, &b->plane, sizeof b->plane);
  g_assert_cmpfloat (a->x_min, ==, b->x_min);
  g_assert_cmpfloat (a->x_max, ==, b->x_max);
  g_assert_cmpfloat (a->y_min, ==, b->y_min);
  g_assert_cmpfloat (a->y_max, ==, b->y_max);
  g_assert_cmpint (a->goal, ==, b->goal);
  g_assert_cmpint (a->x_goal, ==, b->x_goal);
  g_assert_cmpint (a->y_goal, ==, b->y_goal);
}

/* What of a node the editor uses: where it is written on, and what its parts do. */
static void
check_same_uses (JalonNode *a, JalonNode *b)
{
  JalonRect x = { 0 }, y = { 0 };
  JalonTextStyle style_x = 0, style_y = 0;

  g_assert_cmpint (jalon_node_get_editor (a, &x, &style_x), ==,
                   jalon_node_get_editor (b, &y, &style_y));
  g_assert_cmpint (style_x, ==, style_y);
  g_assert_cmpmem (&x, sizeof x, &y, sizeof y);
  g_assert_cmpint (jalon_node_get_target (a, &x), ==, jalon_node_get_target (b, &y));
  g_assert_cmpmem (&x, sizeof x, &y, sizeof y);
  g_assert_cmpint (jalon_node_is_for_screen (a), ==, jalon_node_is_for_screen (b));
}

static void
check_same_nodes (JalonNode *a, JalonNode *b)
{
  guint n_a, n_b;
  const JalonPrimitive *x = jalon_node_get_primitives (a, &n_a);
  const JalonPrimitive *y = jalon_node_get_primitives (b, &n_b);

  g_assert_cmpint (jalon_node_get_role (a), ==, jalon_node_get_role (b));
  g_assert_cmpstr (jalon_node_get_element (a), ==, jalon_node_get_element (b));
  g_assert_cmpint (jalon_node_get_field (a), ==, jalon_node_get_field (b));
  g_assert_cmpstr (jalon_node_get_label (a), ==, jalon_node_get_label (b));
  g_assert_cmpfloat (jalon_node_get_width (a), ==, jalon_node_get_width (b));
  g_assert_cmpfloat (jalon_node_get_height (a), ==, jalon_node_get_height (b));
  check_same_slots (jalon_node_get_slot (a), jalon_node_get_slot (b));
  check_same_uses (a, b);
  g_assert_cmpuint (n_a, ==, n_b);
  for (guint i = 0; i < n_a; i++)
    check_same_primitives (&x[i], &y[i]);
}

void
check_same_scenes (JalonScene *a, JalonScene *b)
{
  guint n_a, n_b;
  const JalonItem *x = jalon_scene_get_items (a, &n_a);
  const JalonItem *y = jalon_scene_get_items (b, &n_b);

  g_assert_cmpfloat (jalon_scene_get_width (a), ==, jalon_scene_get_width (b));
  g_assert_cmpfloat (jalon_scene_get_height (a), ==, jalon_scene_get_height (b));
  g_assert_cmpfloat (jalon_scene_get_screen_height (a), ==, jalon_scene_get_screen_height (b));
  g_assert_cmpuint (n_a, ==, n_b);
  for (guint i = 0; i < n_a; i++)
    {
      g_assert_cmpfloat (x[i].x, ==, y[i].x);
      g_assert_cmpfloat (x[i].y, ==, y[i].y);
      g_assert_cmpint (x[i].layer, ==, y[i].layer);
      g_assert_cmpint (x[i].slot, ==, y[i].slot);
      check_same_nodes (x[i].node, y[i].node);
    }
}

JalonNode *
find_node (JalonScene *scene, const char *id)
{
  int item = jalon_scene_find (scene, id, JALON_FIELD_NONE);
  guint n;

  g_assert_cmpint (item, >=, 0);
  return jalon_scene_get_items (scene, &n)[item].node;
}
