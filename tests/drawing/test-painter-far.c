/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-painter.h"
#include "tests/drawing/specimen.h"

#define SIZE 200
#define N_NODES 40

typedef struct
{
  GRand *random;
  JalonTypesetter *typesetter;
  JalonPicture *picture;
} Maker;

static double
pick (Maker *self, double first, double last)
{
  return g_rand_double_range (self->random, first, last);
}

static JalonColour
pick_colour (Maker *self)
{
  return (JalonColour){ pick (self, 0, 1), pick (self, 0, 1), pick (self, 0, 1),
                        g_rand_boolean (self->random) ? 1 : pick (self, 0, 1) };
}

static void
add_primitive (Maker *self, JalonNode *node)
{
  const JalonRect rect = { pick (self, -20, 100), pick (self, -20, 100), pick (self, 0, 400),
                           pick (self, 0, 400) };
  JalonPrimitive *p;

  switch (g_rand_int_range (self->random, 0, 8))
    {
    case 0:
      p = jalon_node_add_box (node, &rect, 0, (JalonColour){ 0 });
      p->stroke = pick_colour (self);
      p->line_width = pick (self, 0, 5);
      break;
    case 1:
      jalon_node_add_line (node, rect.x, rect.y, pick (self, 0, 60), pick (self, 0, 60),
                           pick (self, 0.5, 4), pick_colour (self));
      break;
    case 2:
      jalon_node_add_text (node,
                           jalon_typesetter_set (self->typesetter, "Some words",
                                                 g_rand_boolean (self->random) ? JALON_TEXT_BODY
                                                                               : JALON_TEXT_TITLE,
                                                 200, JALON_ALIGN_START),
                           rect.x, rect.y, pick_colour (self));
      break;
    case 3:
      jalon_node_add_picture (node, self->picture, &rect, 4);
      break;
    default:
      p = jalon_node_add_box (node, &rect, pick (self, 0, 40), pick_colour (self));
      p->stroke = pick_colour (self);
      p->line_width = pick (self, -1, 2);
    }
}

static void
fill_scene (Maker *self, JalonScene *scene)
{
  for (guint i = 0; i < N_NODES; i++)
    {
      JalonNode *node = jalon_node_new (JALON_ROLE_CARD, NULL, JALON_FIELD_NONE, 400, 400);

      for (int k = g_rand_int_range (self->random, 0, 4); k > 0; k--)
        add_primitive (self, node);
      jalon_scene_add (scene, node, pick (self, -200, 1800), pick (self, -200, 1800),
                       JALON_LAYER_BODY, -1);
    }
}

static cairo_surface_t *
make_surface (int scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE * scale,
                                                         SIZE * scale);

  /* Cairo rounds otherwise where there is nothing at all. */
  memset (cairo_image_surface_get_data (surface), 0xfe, 4 * SIZE * scale * SIZE * scale);
  cairo_surface_mark_dirty (surface);
  cairo_surface_set_device_scale (surface, scale, scale);
  return surface;
}

/* One after the other */
static void
paint_nodes (cairo_surface_t *surface,
             const JalonPoint *origin,
             double zoom,
             const JalonItem *items,
             guint n)
{
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < n; i++)
    {
      cairo_identity_matrix (cr);
      cairo_translate (cr, items[i].x * zoom - origin->x, items[i].y * zoom - origin->y);
      cairo_scale (cr, zoom, zoom);
      jalon_painter_paint_zoomed (cr, items[i].node, zoom);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
}

static void
check (JalonScene *scene, double zoom, int scale)
{
  const JalonPoint origin = { 3, 5 };
  cairo_surface_t *all = make_surface (scale);
  cairo_surface_t *each = make_surface (scale);
  guint n, indices[N_NODES];
  const JalonItem *items = jalon_scene_get_items (scene, &n);

  for (guint i = 0; i < n; i++)
    indices[i] = i;
  paint_nodes (each, &origin, zoom, items, n);
  jalon_painter_paint_items (all, &origin, zoom, items, indices, n);
  cairo_surface_flush (all);
  g_test_message ("Zoom %g, scale %d", zoom, scale);
  g_assert_cmpmem (cairo_image_surface_get_data (all), 4 * SIZE * scale * SIZE * scale,
                   cairo_image_surface_get_data (each), 4 * SIZE * scale * SIZE * scale);
  cairo_surface_destroy (all);
  cairo_surface_destroy (each);
}

/* Together, nodes look as each does by itself, whatever they are. */
static void
test_same (void)
{
  static const double zooms[] = { 0.1, 0.13, 0.2, 0.21, 0.22, 0.4, 1 };
  const guint32 seed = g_random_int ();
  Maker maker = { g_rand_new_with_seed (seed), jalon_typesetter_new (),
                  specimen_new_picture (8, 8) };
  g_autoptr (JalonElement) map = jalon_element_new (JALON_KIND_JOURNEY, "map");

  g_test_message ("Seed %u", seed);
  for (guint round = 0; round < 10; round++)
    {
      g_autoptr (JalonScene) scene = jalon_scene_new (map, jalon_theme_get (JALON_THEME_LIGHT));

      fill_scene (&maker, scene);
      for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
        for (int scale = 1; scale <= 2; scale++)
          check (scene, zooms[i], scale);
    }
  g_rand_free (maker.random);
  jalon_typesetter_free (maker.typesetter);
  jalon_picture_unref (maker.picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/painter-far/same", test_same);
  return g_test_run ();
}
