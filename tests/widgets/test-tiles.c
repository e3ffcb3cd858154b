/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-tiles.h"

#include <stdlib.h>

#include "drawing/jalon-painter.h"

#define WIDTH 640
#define HEIGHT 400

/* Of a channel, from 0 to 255 */
#define DIFFERENCE 16

/* Of the means of squares that are stretched */
#define SQUARE 16
#define SOFTNESS 12

static const JalonColour paper = { 1, 1, 0.9, 1 };
static const JalonColour ink = { 0.1, 0.2, 0.6, 1 };

typedef struct
{
  JalonTypesetter *typesetter;
  JalonElement *map;
  JalonScene *scene;
  GArray *seen;
  JalonTiles *tiles;
  gboolean is_zooming;
} Fixture;

/* A card as there are many, not aligned to anything. */
static JalonNode *
make_card (Fixture *fixture, guint i)
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
static JalonNode *
make_dot (void)
{
  JalonNode *node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, 20, 20);

  jalon_node_add_box (node, &(JalonRect){ 0, 0, 20, 20 }, 10, ink);
  return node;
}

static JalonNode *
make_band (void)
{
  JalonNode *node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, 5000, 240);

  jalon_node_add_box (node, &(JalonRect){ 0, 0, 5000, 240 }, 0, (JalonColour){ 0.9, 0.95, 1, 1 });
  return node;
}

/* Replaces the scene by one of the same nodes, except for @other, which takes the place of the one
 * at @replaced; NULL leaves that out. */
static void
change (Fixture *fixture, guint replaced, JalonNode *other)
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

static void
set_up (Fixture *fixture, gconstpointer data)
{
  guint n_items;

  fixture->typesetter = jalon_typesetter_new ();
  fixture->map = jalon_element_new (JALON_KIND_JOURNEY, "map");
  fixture->scene = jalon_scene_new (fixture->map, jalon_theme_get (JALON_THEME_LIGHT));
  fixture->tiles = jalon_tiles_new ();
  jalon_scene_add (fixture->scene, make_band (), 0, 33.3, JALON_LAYER_BODY, -1);
  for (guint i = 0; i < 240; i++)
    jalon_scene_add (fixture->scene, make_card (fixture, i), i % 24 * 161.7, i / 24 * 77.1,
                     JALON_LAYER_BODY, -1);
  fixture->seen = g_array_new (FALSE, FALSE, sizeof (guint));
  jalon_scene_get_items (fixture->scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    g_array_append_val (fixture->seen, i);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jalon_tiles_free (fixture->tiles);
  g_array_unref (fixture->seen);
  jalon_scene_unref (fixture->scene);
  g_object_unref (fixture->map);
  jalon_typesetter_free (fixture->typesetter);
}

static GskRenderNode *
snapshot (Fixture *fixture, double zoom, int scale, int x, int y)
{
  GtkSnapshot *result = gtk_snapshot_new ();
  const JalonRect view = { x + 0.3, y + 0.6, WIDTH, HEIGHT };
  JalonRect all = view;

  jalon_tiles_begin (fixture->tiles, zoom, scale, &paper, fixture->is_zooming);
  gtk_snapshot_append_color (result, &(GdkRGBA){ paper.red, paper.green, paper.blue, 1 },
                             &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
  gtk_snapshot_translate (result, &GRAPHENE_POINT_INIT (-x, -y));
  jalon_tiles_align (fixture->tiles, 0, &all);
  g_assert_cmpfloat (all.x, <=, x);
  g_assert_cmpfloat (all.y, <=, y);
  g_assert_cmpfloat (all.x + all.width, >=, x + 0.3 + WIDTH);
  g_assert_cmpfloat (all.y + all.height, >=, y + 0.6 + HEIGHT);
  jalon_tiles_snapshot (fixture->tiles, result, 0, fixture->scene, fixture->seen, &view);
  jalon_tiles_end (fixture->tiles);
  return gtk_snapshot_free_to_node (result);
}

static cairo_surface_t *
make_surface (int scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH * scale,
                                                         HEIGHT * scale);

  cairo_surface_set_device_scale (surface, scale, scale);
  return surface;
}

static cairo_surface_t *
draw (GskRenderNode *node, int scale)
{
  cairo_surface_t *surface = make_surface (scale);
  cairo_t *cr = cairo_create (surface);

  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  return surface;
}

/* The same without any tiles */
static cairo_surface_t *
paint (Fixture *fixture, double zoom, int scale, int x, int y)
{
  cairo_surface_t *surface = make_surface (scale);
  cairo_t *cr = cairo_create (surface);
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (fixture->scene, &n_items);

  cairo_set_source_rgb (cr, paper.red, paper.green, paper.blue);
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

static void
check (Fixture *fixture, double zoom, int scale, int x, int y)
{
  g_autoptr (GskRenderNode) node = snapshot (fixture, zoom, scale, x, y);
  cairo_surface_t *tiles = draw (node, scale);
  cairo_surface_t *whole = paint (fixture, zoom, scale, x, y);
  const guint32 *a, *b;

  cairo_surface_flush (tiles);
  cairo_surface_flush (whole);
  a = (gpointer) cairo_image_surface_get_data (tiles);
  b = (gpointer) cairo_image_surface_get_data (whole);
  for (int i = 0; i < WIDTH * scale * HEIGHT * scale; i++)
    if (!is_same (a[i], b[i]))
      g_error ("Zoom %g, scale %d, at %d, %d: pixel %d, %d is %08x, not %08x", zoom, scale, x, y,
               i % (WIDTH * scale), i / (WIDTH * scale), a[i], b[i]);
  cairo_surface_destroy (tiles);
  cairo_surface_destroy (whole);
}

/* However one gets to a place, it looks as if it had been painted at once. */
static void
test_exact (Fixture *fixture, gconstpointer data)
{
  static const double zooms[] = { 1, 1.1, 0.73, 0.3, 0.1, 2.5 };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    for (int scale = 1; scale <= 2; scale++)
      {
        for (int step = 0; step < 6; step++)
          check (fixture, zooms[i], scale, step * 113 - 50, step * 31 - 40);
        check (fixture, zooms[i], scale, 0, 0);
        change (fixture, 3 + i, make_card (fixture, 1000 + i));
        check (fixture, zooms[i], scale, 0, 0);
        change (fixture, 3 + i, make_dot ());
        check (fixture, zooms[i], scale, 0, 0);
        change (fixture, 2, NULL);
        check (fixture, zooms[i], scale, 0, 0);
      }
}

static void
collect (GskRenderNode *node, GHashTable *tiles)
{
  if (gsk_render_node_get_node_type (node) == GSK_TRANSFORM_NODE)
    collect (gsk_transform_node_get_child (node), tiles);
  else if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      collect (gsk_container_node_get_child (node, i), tiles);
  else if (gsk_render_node_get_node_type (node) == GSK_CAIRO_NODE)
    g_hash_table_add (tiles, node);
}

static void
check_new (GskRenderNode *before, GskRenderNode *after, guint n_tiles, guint n_new)
{
  g_autoptr (GHashTable) old = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) new = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer tile;
  guint n = 0;

  collect (before, old);
  collect (after, new);
  g_assert_cmpuint (g_hash_table_size (new), ==, n_tiles);
  g_hash_table_iter_init (&iter, new);
  while (g_hash_table_iter_next (&iter, &tile, NULL))
    n += !g_hash_table_contains (old, tile);
  g_assert_cmpuint (n, ==, n_new);
}

/* What shows the same stays the same object, or GSK would draw it again. */
static void
test_keeps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GskRenderNode) first = snapshot (fixture, 1, 1, 0, 0);
  g_autoptr (GskRenderNode) moved = snapshot (fixture, 1, 1, 40, 100);
  g_autoptr (GskRenderNode) back = snapshot (fixture, 1, 1, 0, 0);
  g_autoptr (GskRenderNode) twin = NULL;
  g_autoptr (GskRenderNode) changed = NULL;
  g_autoptr (GskRenderNode) further = NULL;
  g_autoptr (GskRenderNode) zoomed = NULL;

  check_new (first, moved, 3 * 2, 0);
  check_new (moved, back, 3 * 2, 0);
  change (fixture, 0, make_band ());
  twin = snapshot (fixture, 1, 1, 0, 0);
  check_new (back, twin, 3 * 2, 0);
  /* The first card lies on the first tile alone. */
  change (fixture, 1, make_card (fixture, 1000));
  changed = snapshot (fixture, 1, 1, 0, 0);
  check_new (twin, changed, 3 * 2, 1);
  further = snapshot (fixture, 1, 1, 200, 20);
  check_new (changed, further, 4 * 2, 2);
  zoomed = snapshot (fixture, 2, 1, 200, 20);
  check_new (further, zoomed, 3 * 2, 3 * 2);
}

/* Paper is below already. */
static void
test_paper (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GskRenderNode) node = snapshot (fixture, 1, 1, 0, 5000);

  check_new (node, node, 0, 0);
}

/* One layer knows nothing of another. */
static void
test_layers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GskRenderNode) first = snapshot (fixture, 1, 1, 0, 0);
  GtkSnapshot *other = gtk_snapshot_new ();
  JalonRect all = { 0, 0, WIDTH, HEIGHT };

  jalon_tiles_align (fixture->tiles, 1, &all);
  jalon_tiles_snapshot (fixture->tiles, other, 1, fixture->scene, none, &all);
  g_assert_null (gtk_snapshot_free_to_node (other));
  check (fixture, 1, 1, 0, 0);
}

/* The mean of a channel over a square. */
static double
get_mean (const guint32 *pixels, int x, int y, int size, int shift)
{
  double sum = 0;

  for (int row = y; row < y + size; row++)
    for (int column = x; column < x + size; column++)
      sum += pixels[row * WIDTH + column] >> shift & 0xff;
  return sum / (size * size);
}

/* Looks the same from a little further away, and returns whether it is the very same. */
static gboolean
check_soft (Fixture *fixture, double zoom, int x, int y)
{
  g_autoptr (GskRenderNode) node = snapshot (fixture, zoom, 1, x, y);
  cairo_surface_t *soft = draw (node, 1);
  cairo_surface_t *sharp = paint (fixture, zoom, 1, x, y);
  gboolean is_exact;
  const guint32 *a, *b;

  cairo_surface_flush (soft);
  cairo_surface_flush (sharp);
  a = (gpointer) cairo_image_surface_get_data (soft);
  b = (gpointer) cairo_image_surface_get_data (sharp);
  for (int row = 0; row + SQUARE <= HEIGHT; row += SQUARE)
    for (int column = 0; column + SQUARE <= WIDTH; column += SQUARE)
      for (int shift = 0; shift < 24; shift += 8)
        g_assert_cmpfloat_with_epsilon (get_mean (a, column, row, SQUARE, shift),
                                        get_mean (b, column, row, SQUARE, shift), SOFTNESS);
  is_exact = memcmp (a, b, 4 * WIDTH * HEIGHT) == 0;
  cairo_surface_destroy (soft);
  cairo_surface_destroy (sharp);
  return is_exact;
}

/* What has been painted is stretched while people zoom, what has not been is painted, and all of it
 * is once they rest. */
static void
test_stretches (Fixture *fixture, gconstpointer data)
{
  static const double zooms[] = { 1.1, 1.25, 1.4, 1.1, 0.95, 0.8, 0.7, 0.6, 0.75 };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      fixture->is_zooming = FALSE;
      check (fixture, 1, 1, 100, 100);
      fixture->is_zooming = TRUE;
      for (guint k = 0; k <= i; k++)
        g_assert_false (check_soft (fixture, zooms[k], (int) (320 * zooms[k]) - 220,
                                    (int) (230 * zooms[k]) - 130));
      g_assert_false (check_soft (fixture, zooms[i], 30, 40));
      fixture->is_zooming = FALSE;
      check (fixture, zooms[i], 1, 30, 40);
    }
}

/* What would be too soft, has changed, or has hardly been in view is painted at once. */
static void
test_paints_at_once (Fixture *fixture, gconstpointer data)
{
  check (fixture, 1, 1, 0, 0);
  fixture->is_zooming = TRUE;
  check (fixture, 3, 1, 0, 0);
  check (fixture, 0.5, 1, 0, 0);
  change (fixture, 3, make_card (fixture, 1000));
  check (fixture, 0.55, 1, 0, 0);
  g_assert_false (check_soft (fixture, 0.6, 0, 0));
  change (fixture, 4, make_card (fixture, 1001));
  check (fixture, 0.6, 1, 0, 0);
  check (fixture, 0.65, 1, 700, 0);
}

/* What was there is of no use at another scale, or where words become bars, and bars nothing. */
static void
test_paints_others (Fixture *fixture, gconstpointer data)
{
  check (fixture, 1, 1, 0, 0);
  fixture->is_zooming = TRUE;
  check (fixture, 1.1, 2, 0, 0);
  check (fixture, 0.42, 1, 0, 0);
  check (fixture, 0.37, 1, 0, 0);
  check (fixture, 0.2, 1, 0, 0);
  check (fixture, 0.22, 1, 0, 0);
}

/* Nothing shows between the pictures that are stretched, wherever people go. */
static void
test_seamless (Fixture *fixture, gconstpointer data)
{
  const guint32 seed = g_random_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  JalonNode *all = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, 1e5, 1e5);
  double zoom = 1;

  g_test_message ("Seed %u", seed);
  jalon_node_add_box (all, &(JalonRect){ 0, 0, 1e5, 1e5 }, 0, (JalonColour){ 0, 0, 0, 1 });
  g_array_set_size (fixture->seen, 1);
  change (fixture, 0, all);
  for (int step = 0; step < 200; step++)
    {
      g_autoptr (GskRenderNode) node = NULL;
      cairo_surface_t *surface;
      const guint32 *pixels;

      zoom = CLAMP (zoom * g_rand_double_range (random, 0.8, 1.25), 0.2, 4);
      fixture->is_zooming = step % 20 != 0;
      node = snapshot (fixture, zoom, 1, (int) (5000 * zoom) + g_rand_int_range (random, 0, 100),
                       (int) (4000 * zoom) + g_rand_int_range (random, 0, 100));
      surface = draw (node, 1);
      cairo_surface_flush (surface);
      pixels = (gpointer) cairo_image_surface_get_data (surface);
      for (int i = 0; i < WIDTH * HEIGHT; i++)
        if ((pixels[i] & 0xffffff) != 0)
          g_error ("Step %d, zoom %g: pixel %d, %d is %08x", step, zoom, i % WIDTH, i / WIDTH,
                   pixels[i]);
      cairo_surface_destroy (surface);
    }
}

/* Items that come to a layer are painted, the rest is stretched still. */
static void
test_regroups (Fixture *fixture, gconstpointer data)
{
  const JalonRect below = { 0, 290, 5000, 5000 };
  const guint band = 0;

  g_array_remove_index (fixture->seen, 0);
  g_clear_pointer (&(GskRenderNode *){ snapshot (fixture, 1, 1, 0, 100) }, gsk_render_node_unref);
  g_array_prepend_val (fixture->seen, band);
  jalon_tiles_regroup (fixture->tiles, &below);
  fixture->is_zooming = TRUE;
  g_assert_false (check_soft (fixture, 1.05, 0, 105));
  fixture->is_zooming = FALSE;
  check (fixture, 1.05, 1, 0, 105);
}

/* A layer that was not shown for a while has no tiles to be stretched. */
static void
test_zoom_after_hidden (Fixture *fixture, gconstpointer data)
{
  const JalonRect small = { 0, 0, 10, 10 };
  JalonRect all = small;
  GtkSnapshot *result = gtk_snapshot_new ();
  GskRenderNode *node;

  gsk_render_node_unref (snapshot (fixture, 1, 1, 0, 0));
  jalon_tiles_begin (fixture->tiles, 1, 1, &paper, FALSE);
  jalon_tiles_align (fixture->tiles, 1, &all);
  jalon_tiles_snapshot (fixture->tiles, result, 1, fixture->scene, fixture->seen, &small);
  jalon_tiles_end (fixture->tiles);
  node = gtk_snapshot_free_to_node (result);
  g_clear_pointer (&node, gsk_render_node_unref);

  fixture->is_zooming = TRUE;
  check (fixture, 1.1, 1, 0, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/tiles/exact", Fixture, NULL, set_up, test_exact, tear_down);
  g_test_add ("/tiles/keeps", Fixture, NULL, set_up, test_keeps, tear_down);
  g_test_add ("/tiles/paper", Fixture, NULL, set_up, test_paper, tear_down);
  g_test_add ("/tiles/layers", Fixture, NULL, set_up, test_layers, tear_down);
  g_test_add ("/tiles/stretches", Fixture, NULL, set_up, test_stretches, tear_down);
  g_test_add ("/tiles/zoom-after-hidden", Fixture, NULL, set_up, test_zoom_after_hidden, tear_down);
  g_test_add ("/tiles/paints-at-once", Fixture, NULL, set_up, test_paints_at_once, tear_down);
  g_test_add ("/tiles/paints-others", Fixture, NULL, set_up, test_paints_others, tear_down);
  g_test_add ("/tiles/seamless", Fixture, NULL, set_up, test_seamless, tear_down);
  g_test_add ("/tiles/regroups", Fixture, NULL, set_up, test_regroups, tear_down);
  return g_test_run ();
}
