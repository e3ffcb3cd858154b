/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "canvas-fixture.h"

/* The opacity of a point of a cell's mark, as shares of the rectangle of the cell. */
static guint
get_opacity (JalonCanvas *canvas, int item, double x, double y)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1, 1);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;
  JalonRect rect;
  guint32 pixel;

  jalon_canvas_locate (canvas, item, &rect);
  jalon_canvas_paint_slot_mark (canvas, snapshot, item);
  node = gtk_snapshot_free_to_node (snapshot);
  cairo_translate (cr, -floor (rect.x + x * rect.width), -floor (rect.y + y * rect.height));
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  memcpy (&pixel, cairo_image_surface_get_data (surface), sizeof pixel);
  cairo_surface_destroy (surface);
  gsk_render_node_unref (node);
  return pixel >> 24;
}

/* Whether all that is near a point is on the node, or none of it; −1 where that is not clear. */
static int
is_on (JalonNode *node, double x, double y)
{
  int n = 0;

  for (int i = -1; i <= 1; i++)
    for (int j = -1; j <= 1; j++)
      n += jalon_node_contains (node, x + 4 * i, y + 4 * j) ? 1 : 0;
  return n == 9 ? 1 : n == 0 ? 0 : -1;
}

/* A part of a ring is marked where it is, not all over its rectangle. */
static void
test_ring_mark (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  const JalonItem *items;
  guint n_items, n_checked[2] = { 0 };

  canvas_fixture_init (&fixture, "power");
  jalon_document_begin (fixture.document, "Rings");
  jalon_document_set (fixture.document, fixture_get (fixture.document, "power"), JALON_FIELD_LAYOUT,
                      "rings", NULL);
  jalon_document_commit (fixture.document);
  items = jalon_scene_get_items (jalon_canvas_get_scene (fixture.canvas), &n_items);
  for (guint i = 0; i < n_items * 49; i++)
    {
      JalonNode *node = items[i / 49].node;
      double x = (i % 7 + 0.5) / 7, y = (i / 7 % 7 + 0.5) / 7;
      int on = is_on (node, x * jalon_node_get_width (node), y * jalon_node_get_height (node));

      if (jalon_node_get_slot (node) == NULL || !jalon_node_get_slot (node)->has_shape || on < 0)
        continue;
      g_assert_true ((get_opacity (fixture.canvas, (int) (i / 49), x, y) > 0) == (on > 0));
      n_checked[on]++;
    }
  g_assert_cmpuint (n_checked[0], >, 9);
  g_assert_cmpuint (n_checked[1], >, 9);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas-marks/ring", test_ring_mark);
  return g_test_run ();
}
