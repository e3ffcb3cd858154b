/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tiles-fixture.h"

/* Of the means of squares that are stretched */
#define SQUARE 16
#define SOFTNESS 12

/* However one gets to a place, it looks as if it had been painted at once. */
static void
test_exact (TilesFixture *fixture, gconstpointer data)
{
  static const double zooms[] = { 1, 1.1, 0.73, 0.3, 0.1, 2.5 };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    for (int scale = 1; scale <= 2; scale++)
      {
        for (int step = 0; step < 6; step++)
          tiles_fixture_check (fixture, zooms[i], scale, step * 113 - 50, step * 31 - 40);
        tiles_fixture_check (fixture, zooms[i], scale, 0, 0);
        tiles_fixture_change (fixture, 3 + i, tiles_fixture_make_card (fixture, 1000 + i));
        tiles_fixture_check (fixture, zooms[i], scale, 0, 0);
        tiles_fixture_change (fixture, 3 + i, tiles_fixture_make_dot ());
        tiles_fixture_check (fixture, zooms[i], scale, 0, 0);
        tiles_fixture_change (fixture, 2, NULL);
        tiles_fixture_check (fixture, zooms[i], scale, 0, 0);
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
test_keeps (TilesFixture *fixture, gconstpointer data)
{
  g_autoptr (GskRenderNode) first = tiles_fixture_snapshot (fixture, 1, 1, 0, 0);
  g_autoptr (GskRenderNode) moved = tiles_fixture_snapshot (fixture, 1, 1, 40, 100);
  g_autoptr (GskRenderNode) back = tiles_fixture_snapshot (fixture, 1, 1, 0, 0);
  g_autoptr (GskRenderNode) twin = NULL;
  g_autoptr (GskRenderNode) changed = NULL;
  g_autoptr (GskRenderNode) further = NULL;
  g_autoptr (GskRenderNode) zoomed = NULL;

  check_new (first, moved, 3 * 2, 0);
  check_new (moved, back, 3 * 2, 0);
  tiles_fixture_change (fixture, 0, tiles_fixture_make_band ());
  twin = tiles_fixture_snapshot (fixture, 1, 1, 0, 0);
  check_new (back, twin, 3 * 2, 0);
  /* The first card lies on the first tile alone. */
  tiles_fixture_change (fixture, 1, tiles_fixture_make_card (fixture, 1000));
  changed = tiles_fixture_snapshot (fixture, 1, 1, 0, 0);
  check_new (twin, changed, 3 * 2 + 1, 1);
  further = tiles_fixture_snapshot (fixture, 1, 1, 200, 20);
  check_new (changed, further, 4 * 2 + 1, 2);
  zoomed = tiles_fixture_snapshot (fixture, 2, 1, 200, 20);
  check_new (further, zoomed, 3 * 2, 3 * 2);
}

/* What is seen, and where */
typedef struct
{
  GskRenderNode *node; /* NULL for paper */
  graphene_rect_t rect;
} Place;

static void
find_places (GskRenderNode *node, float x, float y, GArray *places)
{
  Place place = { .node = node };

  if (gsk_render_node_get_node_type (node) == GSK_TRANSFORM_NODE)
    {
      float dx, dy;

      gsk_transform_to_translate (gsk_transform_node_get_transform (node), &dx, &dy);
      find_places (gsk_transform_node_get_child (node), x + dx, y + dy, places);
    }
  else if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      find_places (gsk_container_node_get_child (node, i), x, y, places);
  else
    {
      if (gsk_render_node_get_node_type (node) == GSK_COLOR_NODE)
        place.node = NULL;
      gsk_render_node_get_bounds (node, &place.rect);
      graphene_rect_offset (&place.rect, x, y);
      g_array_append_val (places, place);
    }
}

static gboolean
has_place (GArray *places, const Place *place)
{
  for (guint i = 0; i < places->len; i++)
    {
      const Place *it = &g_array_index (places, Place, i);

      if (it->node == place->node && graphene_rect_equal (&it->rect, &place->rect))
        return TRUE;
    }
  return FALSE;
}

/* Adds where something is shown in @places and not in @others; returns how much that is. */
static double
add_difference (cairo_t *cr, GArray *places, GArray *others)
{
  double area = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const Place *it = &g_array_index (places, Place, i);

      if (has_place (others, it))
        continue;
      cairo_rectangle (cr, it->rect.origin.x, it->rect.origin.y, it->rect.size.width,
                       it->rect.size.height);
      area += it->rect.size.width * it->rect.size.height;
    }
  return area;
}

/* Draws on @surface what GSK would find changed, and no more. Returns how many pixels. */
static double
redraw (cairo_surface_t *surface, GskRenderNode *before, GskRenderNode *after)
{
  g_autoptr (GArray) old = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (GArray) new = g_array_new (FALSE, FALSE, sizeof (Place));
  cairo_t *cr = cairo_create (surface);
  double area;

  find_places (before, 0, 0, old);
  find_places (after, 0, 0, new);
  area = add_difference (cr, new, old) + add_difference (cr, old, new);
  cairo_clip (cr);
  gsk_render_node_draw (after, cr);
  cairo_destroy (cr);
  return area;
}

static void
change_some (TilesFixture *fixture, guint i)
{
  const guint card = g_test_rand_int_range (0, 3) + 24 * g_test_rand_int_range (0, 4) + 1;

  tiles_fixture_change (fixture, card,
                        g_test_rand_bit () ? tiles_fixture_make_dot ()
                                           : tiles_fixture_make_card (fixture, 1000 + i));
}

/* However cards change, one or several, what GSK finds changed is enough, also where a frame was
 * never drawn. */
static void
test_redraws (TilesFixture *fixture, gconstpointer data)
{
  GskRenderNode *node = tiles_fixture_snapshot (fixture, 1, 1, 0, 0);
  cairo_surface_t *surface = tiles_fixture_draw (node, 1);

  for (guint i = 0; i < 100; i++)
    {
      GskRenderNode *next;

      for (int j = g_test_rand_int_range (0, 3); j >= 0; j--)
        change_some (fixture, i);
      next = tiles_fixture_snapshot (fixture, 1, 1, 0, 0);
      if (g_test_rand_int_range (0, 3) == 0)
        {
          gsk_render_node_unref (next);
          continue;
        }
      redraw (surface, node, next);
      tiles_fixture_compare (fixture, cairo_surface_reference (surface), 1, 1, 0, 0);
      gsk_render_node_unref (node);
      node = next;
    }
  cairo_surface_destroy (surface);
  gsk_render_node_unref (node);
}

/* While people write on a card, that is all that is drawn again. */
static void
test_redraws_little (TilesFixture *fixture, gconstpointer data)
{
  GskRenderNode *node = tiles_fixture_snapshot (fixture, 1, 1, 0, 0);
  cairo_surface_t *surface = tiles_fixture_draw (node, 1);

  for (guint i = 0; i < 10; i++)
    {
      GskRenderNode *next;

      /* The one below right of a corner of four tiles */
      tiles_fixture_change (fixture, 24 * 3 + 2, tiles_fixture_make_card (fixture, 1000 + i));
      next = tiles_fixture_snapshot (fixture, 1, 1, 0, 0);
      g_assert_cmpfloat (redraw (surface, node, next), <, 3 * 151 * 71);
      tiles_fixture_compare (fixture, cairo_surface_reference (surface), 1, 1, 0, 0);
      gsk_render_node_unref (node);
      node = next;
    }
  cairo_surface_destroy (surface);
  gsk_render_node_unref (node);
}

/* Paper is below already. */
static void
test_paper (TilesFixture *fixture, gconstpointer data)
{
  g_autoptr (GskRenderNode) node = tiles_fixture_snapshot (fixture, 1, 1, 0, 5000);

  check_new (node, node, 0, 0);
}

/* One layer knows nothing of another. */
static void
test_layers (TilesFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GskRenderNode) first = tiles_fixture_snapshot (fixture, 1, 1, 0, 0);
  g_autoptr (GskRenderNode) empty = NULL;
  GtkSnapshot *other = gtk_snapshot_new ();
  JalonRect all = { 0, 0, TILES_FIXTURE_WIDTH, TILES_FIXTURE_HEIGHT };

  jalon_tiles_align (fixture->tiles, 1, &all);
  jalon_tiles_snapshot (fixture->tiles, other, 1, fixture->scene, none, &all);
  empty = gtk_snapshot_free_to_node (other);
  check_new (empty, empty, 0, 0);
  tiles_fixture_check (fixture, 1, 1, 0, 0);
}

/* The mean of a channel over a square. */
static double
get_mean (const guint32 *pixels, int x, int y, int size, int shift)
{
  double sum = 0;

  for (int row = y; row < y + size; row++)
    for (int column = x; column < x + size; column++)
      sum += pixels[row * TILES_FIXTURE_WIDTH + column] >> shift & 0xff;
  return sum / (size * size);
}

/* Looks the same from a little further away, and returns whether it is the very same. */
static gboolean
check_soft (TilesFixture *fixture, double zoom, int x, int y)
{
  g_autoptr (GskRenderNode) node = tiles_fixture_snapshot (fixture, zoom, 1, x, y);
  cairo_surface_t *soft = tiles_fixture_draw (node, 1);
  cairo_surface_t *sharp = tiles_fixture_paint (fixture, zoom, 1, x, y);
  gboolean is_exact;
  const guint32 *a, *b;

  cairo_surface_flush (soft);
  cairo_surface_flush (sharp);
  a = (gpointer) cairo_image_surface_get_data (soft);
  b = (gpointer) cairo_image_surface_get_data (sharp);
  for (int row = 0; row + SQUARE <= TILES_FIXTURE_HEIGHT; row += SQUARE)
    for (int column = 0; column + SQUARE <= TILES_FIXTURE_WIDTH; column += SQUARE)
      for (int shift = 0; shift < 24; shift += 8)
        g_assert_cmpfloat_with_epsilon (get_mean (a, column, row, SQUARE, shift),
                                        get_mean (b, column, row, SQUARE, shift), SOFTNESS);
  is_exact = memcmp (a, b, 4 * TILES_FIXTURE_WIDTH * TILES_FIXTURE_HEIGHT) == 0;
  cairo_surface_destroy (soft);
  cairo_surface_destroy (sharp);
  return is_exact;
}

/* What has been painted is stretched while people zoom, what has not been is painted, and all of it
 * is once they rest. */
static void
test_stretches (TilesFixture *fixture, gconstpointer data)
{
  static const double zooms[] = { 1.1, 1.25, 1.4, 1.1, 0.95, 0.8, 0.7, 0.6, 0.75 };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      fixture->is_zooming = FALSE;
      tiles_fixture_check (fixture, 1, 1, 100, 100);
      fixture->is_zooming = TRUE;
      for (guint k = 0; k <= i; k++)
        g_assert_false (check_soft (fixture, zooms[k], (int) (320 * zooms[k]) - 220,
                                    (int) (230 * zooms[k]) - 130));
      g_assert_false (check_soft (fixture, zooms[i], 30, 40));
      fixture->is_zooming = FALSE;
      tiles_fixture_check (fixture, zooms[i], 1, 30, 40);
    }
}

/* What would be too soft, has changed, or has hardly been in view is painted at once. */
static void
test_paints_at_once (TilesFixture *fixture, gconstpointer data)
{
  tiles_fixture_check (fixture, 1, 1, 0, 0);
  fixture->is_zooming = TRUE;
  tiles_fixture_check (fixture, 3, 1, 0, 0);
  tiles_fixture_check (fixture, 0.5, 1, 0, 0);
  tiles_fixture_change (fixture, 3, tiles_fixture_make_card (fixture, 1000));
  tiles_fixture_check (fixture, 0.55, 1, 0, 0);
  g_assert_false (check_soft (fixture, 0.6, 0, 0));
  tiles_fixture_change (fixture, 4, tiles_fixture_make_card (fixture, 1001));
  tiles_fixture_check (fixture, 0.6, 1, 0, 0);
  tiles_fixture_check (fixture, 0.65, 1, 700, 0);
}

/* What was there is of no use at another scale, or where words become bars, and bars nothing. */
static void
test_paints_others (TilesFixture *fixture, gconstpointer data)
{
  tiles_fixture_check (fixture, 1, 1, 0, 0);
  fixture->is_zooming = TRUE;
  tiles_fixture_check (fixture, 1.1, 2, 0, 0);
  tiles_fixture_check (fixture, 0.42, 1, 0, 0);
  tiles_fixture_check (fixture, 0.37, 1, 0, 0);
  tiles_fixture_check (fixture, 0.2, 1, 0, 0);
  tiles_fixture_check (fixture, 0.22, 1, 0, 0);
}

/* Nothing shows between the pictures that are stretched, wherever people go. */
static void
test_seamless (TilesFixture *fixture, gconstpointer data)
{
  const guint32 seed = g_random_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  JalonNode *all = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, 1e5, 1e5);
  double zoom = 1;

  g_test_message ("Seed %u", seed);
  jalon_node_add_box (all, &(JalonRect){ 0, 0, 1e5, 1e5 }, 0, (JalonColour){ 0, 0, 0, 1 });
  g_array_set_size (fixture->seen, 1);
  tiles_fixture_change (fixture, 0, all);
  for (int step = 0; step < 200; step++)
    {
      g_autoptr (GskRenderNode) node = NULL;
      cairo_surface_t *surface;
      const guint32 *pixels;

      zoom = CLAMP (zoom * g_rand_double_range (random, 0.8, 1.25), 0.2, 4);
      fixture->is_zooming = step % 20 != 0;
      node = tiles_fixture_snapshot (fixture, zoom, 1,
                                     (int) (5000 * zoom) + g_rand_int_range (random, 0, 100),
                                     (int) (4000 * zoom) + g_rand_int_range (random, 0, 100));
      surface = tiles_fixture_draw (node, 1);
      cairo_surface_flush (surface);
      pixels = (gpointer) cairo_image_surface_get_data (surface);
      for (int i = 0; i < TILES_FIXTURE_WIDTH * TILES_FIXTURE_HEIGHT; i++)
        if ((pixels[i] & 0xffffff) != 0)
          g_error ("Step %d, zoom %g: pixel %d, %d is %08x", step, zoom, i % TILES_FIXTURE_WIDTH,
                   i / TILES_FIXTURE_WIDTH, pixels[i]);
      cairo_surface_destroy (surface);
    }
}

/* Items that come to a layer are painted, the rest is stretched still. */
static void
test_regroups (TilesFixture *fixture, gconstpointer data)
{
  const JalonRect below = { 0, 290, 5000, 5000 };
  const guint band = 0;

  g_array_remove_index (fixture->seen, 0);
  g_clear_pointer (&(GskRenderNode *){ tiles_fixture_snapshot (fixture, 1, 1, 0, 100) },
                   gsk_render_node_unref);
  g_array_prepend_val (fixture->seen, band);
  jalon_tiles_regroup (fixture->tiles, &below);
  fixture->is_zooming = TRUE;
  g_assert_false (check_soft (fixture, 1.05, 0, 105));
  fixture->is_zooming = FALSE;
  tiles_fixture_check (fixture, 1.05, 1, 0, 105);
}

/* A layer that was not shown for a while has no tiles to be stretched. */
static void
test_zoom_after_hidden (TilesFixture *fixture, gconstpointer data)
{
  const JalonRect small = { 0, 0, 10, 10 };
  JalonRect all = small;
  GtkSnapshot *result = gtk_snapshot_new ();
  GskRenderNode *node;

  gsk_render_node_unref (tiles_fixture_snapshot (fixture, 1, 1, 0, 0));
  jalon_tiles_begin (fixture->tiles, 1, 1, &tiles_fixture_paper, FALSE);
  jalon_tiles_align (fixture->tiles, 1, &all);
  jalon_tiles_snapshot (fixture->tiles, result, 1, fixture->scene, fixture->seen, &small);
  jalon_tiles_end (fixture->tiles);
  node = gtk_snapshot_free_to_node (result);
  g_clear_pointer (&node, gsk_render_node_unref);

  fixture->is_zooming = TRUE;
  tiles_fixture_check (fixture, 1.1, 1, 0, 0);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/tiles/" name, TilesFixture, NULL, tiles_fixture_set_up, func,                      \
              tiles_fixture_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("exact", test_exact);
  ADD ("keeps", test_keeps);
  ADD ("redraws", test_redraws);
  ADD ("redraws-little", test_redraws_little);
  ADD ("paper", test_paper);
  ADD ("layers", test_layers);
  ADD ("stretches", test_stretches);
  ADD ("zoom-after-hidden", test_zoom_after_hidden);
  ADD ("paints-at-once", test_paints_at_once);
  ADD ("paints-others", test_paints_others);
  ADD ("seamless", test_seamless);
  ADD ("regroups", test_regroups);
  return g_test_run ();
}
