/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tiles-fixture.h"

#include <stdlib.h>

#include "drawing/jalon-painter.h"

/* Of a channel, from 0 to 255 */
#define DIFFERENCE 16

const JalonColour tiles_fixture_paper = { 1, 1, 0.9, 1 };
static const JalonColour ink = { 0.1, 0.2, 0.6, 1 };

/* A card as there are many, not aligned to anything. */
JalonNode *
tiles_fixture_make_card (TilesFixture *fixture, guint i)
{
  JalonNode *node = jalon_node_new (JALON_ROLE_CARD, NULL, JALON_FIELD_NONE, 150.3, 70.7);
  JalonPrimitive *box =
    jalon_node_add_box (node, &(JalonRect){ 0, 0, 150.3, 70.7 }, 6,
                        (JalonColour){ (i % 7) / 7.0, 0.8, (i % 3) / 3.0, i % 4 == 0 ? 0.5 : 1 });
  g_autofree char *text = g_strdup_printf ("%u: some words on a card", i);

  box->line_width = 1;
  box->stroke = ink;
  jalon_node_add_line (node, 5, 60.2, 140, 60.2, 1.5, ink);
  jalon_node_add_text (node,
                       jalon_typesetter_set (fixture->typesetter, text, JALON_TEXT_BODY, 130,
                                             JALON_ALIGN_START),
                       8.4, 6.3, ink);
  return node;
}

/* Less than a card */
JalonNode *
tiles_fixture_make_dot (void)
{
  JalonNode *node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, 20, 20);

  jalon_node_add_box (node, &(JalonRect){ 0, 0, 20, 20 }, 10, ink);
  return node;
}

JalonNode *
tiles_fixture_make_band (void)
{
  JalonNode *node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, 5000, 240);

  jalon_node_add_box (node, &(JalonRect){ 0, 0, 5000, 240 }, 0, (JalonColour){ 0.9, 0.95, 1, 1 });
  return node;
}

/* Replaces the scene by one of the same nodes, except for @other, which takes the place of the one
 * at @replaced; NULL leaves that out. */
void
tiles_fixture_change (TilesFixture *fixture, guint replaced, JalonNode *other)
{
  JalonScene *scene = jalon_scene_new (fixture->map, jalon_theme_get (JALON_THEME_LIGHT));
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (fixture->scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (i != replaced || other != NULL)
      jalon_scene_add (scene, i == replaced ? other : jalon_node_ref (items[i].node), items[i].x,
                       items[i].y, JALON_LAYER_BODY, -1);
  if (other == NULL)
    g_array_set_size (fixture->seen, n_items - 1);
  jalon_scene_unref (fixture->scene);
  fixture->scene = scene;
  jalon_tiles_expire (fixture->tiles);
}

void
tiles_fixture_set_up (TilesFixture *fixture, gconstpointer data)
{
  guint n_items;

  fixture->typesetter = jalon_typesetter_new ();
  fixture->map = jalon_element_new (JALON_KIND_JOURNEY, "map");
  fixture->scene = jalon_scene_new (fixture->map, jalon_theme_get (JALON_THEME_LIGHT));
  fixture->tiles = jalon_tiles_new ();
  jalon_scene_add (fixture->scene, tiles_fixture_make_band (), 0, 33.3, JALON_LAYER_BODY, -1);
  for (guint i = 0; i < 240; i++)
    jalon_scene_add (fixture->scene, tiles_fixture_make_card (fixture, i), i % 24 * 161.7,
                     i / 24 * 77.1, JALON_LAYER_BODY, -1);
  fixture->seen = g_array_new (FALSE, FALSE, sizeof (guint));
  jalon_scene_get_items (fixture->scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    g_array_append_val (fixture->seen, i);
}

void
tiles_fixture_tear_down (TilesFixture *fixture, gconstpointer data)
{
  jalon_tiles_free (fixture->tiles);
  g_array_unref (fixture->seen);
  jalon_scene_unref (fixture->scene);
  g_object_unref (fixture->map);
  jalon_typesetter_free (fixture->typesetter);
}

GskRenderNode *
tiles_fixture_snapshot (TilesFixture *fixture, double zoom, int scale, int x, int y)
{
  GtkSnapshot *result = gtk_snapshot_new ();
  const JalonRect view = { x + 0.3, y + 0.6, TILES_FIXTURE_WIDTH, TILES_FIXTURE_HEIGHT };
  JalonRect all = view;

  jalon_tiles_begin (fixture->tiles, zoom, scale, &tiles_fixture_paper, fixture->is_zooming);
  gtk_snapshot_translate (result, &GRAPHENE_POINT_INIT (-x, -y));
  jalon_tiles_align (fixture->tiles, 0, &all);
  g_assert_cmpfloat (all.x, <=, x);
  g_assert_cmpfloat (all.y, <=, y);
  g_assert_cmpfloat (all.x + all.width, >=, x + 0.3 + TILES_FIXTURE_WIDTH);
  g_assert_cmpfloat (all.y + all.height, >=, y + 0.6 + TILES_FIXTURE_HEIGHT);
  jalon_tiles_snapshot (fixture->tiles, result, 0, fixture->scene, fixture->seen, &view);
  jalon_tiles_end (fixture->tiles);
  return gtk_snapshot_free_to_node (result);
}

static cairo_surface_t *
make_surface (int scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                         TILES_FIXTURE_WIDTH * scale,
                                                         TILES_FIXTURE_HEIGHT * scale);

  cairo_surface_set_device_scale (surface, scale, scale);
  return surface;
}

cairo_surface_t *
tiles_fixture_draw (GskRenderNode *node, int scale)
{
  cairo_surface_t *surface = make_surface (scale);
  cairo_t *cr = cairo_create (surface);

  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  return surface;
}

/* The same without any tiles */
cairo_surface_t *
tiles_fixture_paint (TilesFixture *fixture, double zoom, int scale, int x, int y)
{
  cairo_surface_t *surface = make_surface (scale);
  cairo_t *cr = cairo_create (surface);
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (fixture->scene, &n_items);

  cairo_set_source_rgb (cr, tiles_fixture_paper.red, tiles_fixture_paper.green,
                        tiles_fixture_paper.blue);
  cairo_paint (cr);
  for (guint i = 0; i < n_items; i++)
    {
      cairo_identity_matrix (cr);
      cairo_translate (cr, items[i].x * zoom - x, items[i].y * zoom - y);
      cairo_scale (cr, zoom, zoom);
      jalon_painter_paint_zoomed (cr, items[i].node, zoom);
    }
  cairo_destroy (cr);
  return surface;
}

/* Cairo smooths an edge a little differently where the shape it belongs to is cut off. */
static gboolean
is_same (guint32 a, guint32 b)
{
  for (int shift = 0; shift < 32; shift += 8)
    if (abs ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)) > DIFFERENCE)
      return FALSE;
  return TRUE;
}

/* Ends the test where @surface (transfer full) is not as if all had been painted at once. */
void
tiles_fixture_compare (TilesFixture *fixture,
                       cairo_surface_t *surface,
                       double zoom,
                       int scale,
                       int x,
                       int y)
{
  cairo_surface_t *whole = tiles_fixture_paint (fixture, zoom, scale, x, y);
  const guint32 *a, *b;

  cairo_surface_flush (surface);
  cairo_surface_flush (whole);
  a = (gpointer) cairo_image_surface_get_data (surface);
  b = (gpointer) cairo_image_surface_get_data (whole);
  for (int i = 0; i < TILES_FIXTURE_WIDTH * scale * TILES_FIXTURE_HEIGHT * scale; i++)
    if (!is_same (a[i], b[i]))
      g_error ("Zoom %g, scale %d, at %d, %d: pixel %d, %d is %08x, not %08x", zoom, scale, x, y,
               i % (TILES_FIXTURE_WIDTH * scale), i / (TILES_FIXTURE_WIDTH * scale), a[i], b[i]);
  cairo_surface_destroy (surface);
  cairo_surface_destroy (whole);
}

void
tiles_fixture_check (TilesFixture *fixture, double zoom, int scale, int x, int y)
{
  g_autoptr (GskRenderNode) node = tiles_fixture_snapshot (fixture, zoom, scale, x, y);

  tiles_fixture_compare (fixture, tiles_fixture_draw (node, scale), zoom, scale, x, y);
}
