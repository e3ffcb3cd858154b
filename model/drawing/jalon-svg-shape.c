/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-svg-private.h"

/* Icons and marks are drawn over and over again. What is drawn more than once is written once, and
 * then only its name. */

static guint
hash_shape (gconstpointer data)
{
  const JalonPrimitive *p = data;
  guint n;
  const JalonPathElement *elements = jalon_path_get_elements (p->path, &n);
  guint hash = n;

  /* What differs mostly does so at the beginning. */
  for (guint i = 0; i < MIN (n, 4); i++)
    {
      hash = hash * 31 + g_double_hash (&elements[i].points[0].x);
      hash = hash * 31 + g_double_hash (&elements[i].points[0].y);
    }
  return hash;
}

static gboolean
equal_paths (JalonPath *a, JalonPath *b)
{
  guint n_a, n_b;
  const JalonPathElement *x = jalon_path_get_elements (a, &n_a);
  const JalonPathElement *y = jalon_path_get_elements (b, &n_b);

  if (n_a != n_b)
    return FALSE;
  for (guint i = 0; i < n_a; i++)
    {
      if (x[i].verb != y[i].verb)
        return FALSE;
      for (guint j = 0; j < G_N_ELEMENTS (x[i].points); j++)
        if (x[i].points[j].x != y[i].points[j].x || x[i].points[j].y != y[i].points[j].y)
          return FALSE;
    }
  return TRUE;
}

/* Whether two paths look the same, wherever they are. */
static gboolean
equal_shapes (gconstpointer a, gconstpointer b)
{
  const JalonPrimitive *p = a;
  const JalonPrimitive *q = b;

  return p->line_width == q->line_width && p->line_style == q->line_style &&
         jalon_colour_equal (p->fill, q->fill) && jalon_colour_equal (p->stroke, q->stroke) &&
         equal_paths (p->path, q->path);
}

static void
count_shape (GHashTable *shapes, const JalonPrimitive *primitive)
{
  JalonSvgShape *shape = g_hash_table_lookup (shapes, primitive);

  if (shape == NULL)
    {
      shape = g_new0 (JalonSvgShape, 1);
      g_hash_table_insert (shapes, (gpointer) primitive, shape);
    }
  shape->n_uses++;
}

/* Returns: (transfer full): how often each path of @scene is drawn; valid as long as @scene */
GHashTable *
jalon_svg_count_shapes (JalonScene *scene)
{
  GHashTable *shapes = g_hash_table_new_full (hash_shape, equal_shapes, NULL, g_free);
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      guint n;
      const JalonPrimitive *primitives = jalon_node_get_primitives (items[i].node, &n);

      for (guint j = 0; j < n; j++)
        if (primitives[j].type == JALON_PRIMITIVE_PATH)
          count_shape (shapes, &primitives[j]);
    }
  return shapes;
}

static void
append_points (JalonSvg *self, const JalonPathElement *element, double x, double y)
{
  static const char letters[] = { 'M', 'L', 'C', 'Z' };
  guint n = element->verb == JALON_PATH_CURVE ? 3 : element->verb == JALON_PATH_CLOSE ? 0 : 1;

  g_string_append_c (self->out, letters[element->verb]);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (self->out, ' ');
      jalon_svg_number (self, x + element->points[i].x);
      g_string_append_c (self->out, ' ');
      jalon_svg_number (self, y + element->points[i].y);
    }
}

/* What follows <path and perhaps its name */
static void
append_outline (JalonSvg *self, const JalonPrimitive *p, double x, double y)
{
  guint n;
  const JalonPathElement *elements = jalon_path_get_elements (p->path, &n);

  g_string_append (self->out, " d=\"");
  for (guint i = 0; i < n; i++)
    append_points (self, &elements[i], x, y);
  g_string_append_c (self->out, '"');
  jalon_svg_paint (self, p);
  g_string_append (self->out, "/>");
}

/* The path itself, once, and then only its name. */
static void
write_shape (JalonSvg *self, const JalonPrimitive *p, JalonSvgShape *shape)
{
  if (shape->number == 0)
    {
      shape->number = ++self->n_shapes;
      g_string_append_printf (self->out, "<defs><path id=\"s%u\"", shape->number);
      append_outline (self, p, 0.0, 0.0);
      g_string_append (self->out, "</defs>");
    }
  g_string_append_printf (self->out, "<use xlink:href=\"#s%u\"", shape->number);
  jalon_svg_place (self, p->rect.x, p->rect.y);
  g_string_append (self->out, "/>");
}

/* Writes a path, or the name of one like it. */
void
jalon_svg_write_path (JalonSvg *self, const JalonPrimitive *p)
{
  JalonSvgShape *shape = g_hash_table_lookup (self->shapes, p);
  guint n;

  jalon_path_get_elements (p->path, &n);
  if (n == 0)
    return;
  if (shape != NULL && shape->n_uses > 1)
    {
      write_shape (self, p, shape);
      return;
    }
  g_string_append (self->out, "<path");
  append_outline (self, p, p->rect.x, p->rect.y);
}
