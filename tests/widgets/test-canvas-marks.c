/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "canvas-fixture.h"

/* The opacity of a point of what @snapshot (transfer full) holds. */
static guint
get_opacity_at (GtkSnapshot *snapshot, double x, double y)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1, 1);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node = gtk_snapshot_free_to_node (snapshot);
  guint32 pixel;

  cairo_translate (cr, -floor (x), -floor (y));
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  memcpy (&pixel, cairo_image_surface_get_data (surface), sizeof pixel);
  cairo_surface_destroy (surface);
  gsk_render_node_unref (node);
  return pixel >> 24;
}

/* The opacity of a point of a cell's mark, as shares of the rectangle of the cell. */
static guint
get_opacity (JalonCanvas *canvas, int item, double x, double y)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  JalonRect rect;

  jalon_canvas_locate (canvas, item, &rect);
  jalon_canvas_paint_slot_mark (canvas, snapshot, item);
  return get_opacity_at (snapshot, rect.x + x * rect.width, rect.y + y * rect.height);
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

/* Where the words of an item begin. */
static double
get_words (JalonCanvas *canvas, int item)
{
  JalonTextStyle style;
  JalonRect rect, words;

  jalon_canvas_locate (canvas, item, &rect);
  g_assert_true (
    jalon_node_get_editor (jalon_canvas_get_item (canvas, item)->node, &words, &style));
  return rect.x + words.x * canvas->zoom;
}

/* The ring of a name goes round its words, and not over those of the next. */
static void
test_ring_of_name (void)
{
  static const char *const pairs[][2] = { { "s1", "s2" }, { "g1", "g2" } };
  static const double zooms[] = { 0.3, 0.6, 1, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (pairs) * G_N_ELEMENTS (zooms); i++)
    {
      g_auto (CanvasFixture) fixture = { 0 };
      g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (guint));
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      GskRenderNode *node;
      graphene_rect_t ring;
      int item;

      canvas_fixture_init (&fixture, "trip");
      jalon_canvas_set_zoom (fixture.canvas, zooms[i / 2]);
      fixture_settle ();
      item = canvas_fixture_find (&fixture, pairs[i % 2][0]);
      jalon_canvas_go_to (fixture.canvas, item, FALSE);
      g_array_append_val (seen, item);
      jalon_canvas_paint_marks (fixture.canvas, snapshot, seen);
      node = gtk_snapshot_free_to_node (snapshot);
      gsk_render_node_get_bounds (node, &ring);
      gsk_render_node_unref (node);
      g_assert_cmpfloat (ring.origin.x, <, get_words (fixture.canvas, item) - 3);
      item = canvas_fixture_find (&fixture, pairs[i % 2][1]);
      g_assert_cmpfloat (ring.origin.x + ring.size.width, <, get_words (fixture.canvas, item) - 1);
    }
}

/* The names of steps, stages and lanes have no card under them, and are still read while they are
 * dragged over other names. */
static void
test_dragged (void)
{
  static const char *const ids[] = { "s1", "g1", "does", "c1" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_auto (CanvasFixture) fixture = { 0 };
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      JalonCanvas *canvas;
      JalonRect rect;
      double x, y;
      int item;

      canvas_fixture_init (&fixture, "trip");
      canvas = fixture.canvas;
      item = canvas_fixture_find (&fixture, ids[i]);
      jalon_canvas_go_to (canvas, item, FALSE);
      canvas->drag_item = item;
      jalon_canvas_locate (canvas, item, &rect);
      canvas->pointer = (JalonPoint){ rect.x + 40, rect.y + 60 };
      jalon_canvas_to_sheet (canvas, rect.x, rect.y, &canvas->drag_sheet);
      jalon_canvas_paint_dragged (canvas, snapshot);
      x = rect.x + 40 + rect.width - 4;
      y = rect.y + 60 + rect.height / 2;
      g_assert_cmpuint (get_opacity_at (snapshot, x, y), >, 200);
      canvas->drag_item = -1;
    }
}

static void
add (JalonElement *map,
     JalonKind kind,
     const char *id,
     JalonFieldId first,
     const char *x,
     JalonFieldId second,
     const char *y,
     JalonDocument *document)
{
  JalonElement *element = jalon_element_new (kind, id);

  g_assert_true (jalon_element_set (element, first, x, NULL));
  g_assert_true (jalon_element_set (element, second, y, NULL));
  jalon_document_insert (document, map, jalon_element_get_n_children (map), element);
}

/* The owner above right, the cook below left, and what flows from one to the other. */
static int
add_relation (CanvasFixture *self)
{
  JalonElement *map = fixture_get (self->document, "power");

  jalon_document_begin (self->document, "A relation");
  add (map, JALON_KIND_STAKEHOLDER, "cook", JALON_FIELD_INFLUENCE, "0.1", JALON_FIELD_SUPPORT,
       "0.1", self->document);
  add (map, JALON_KIND_RELATION, "flow", JALON_FIELD_FROM, "boss", JALON_FIELD_TO, "cook",
       self->document);
  jalon_document_commit (self->document);
  return canvas_fixture_find (self, "flow");
}

/* How much is marked at a point of an item, given as shares of its rectangle. */
static guint
get_mark (JalonCanvas *canvas, int item, double x, double y)
{
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (guint));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  JalonRect rect;

  g_array_append_val (seen, item);
  jalon_canvas_locate (canvas, item, &rect);
  jalon_canvas_paint_marks (canvas, snapshot, seen);
  return get_opacity_at (snapshot, rect.x + x * rect.width, rect.y + y * rect.height);
}

/* A relation is marked along its line: its rectangle may be as large as the map. */
static void
test_line_mark (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  guint n_near = 0, n_far = 0;
  JalonNode *node;
  int item;

  canvas_fixture_init (&fixture, "power");
  item = add_relation (&fixture);
  jalon_canvas_go_to (fixture.canvas, item, FALSE);
  node = jalon_canvas_get_item (fixture.canvas, item)->node;
  for (guint i = 0; i < 41 * 41; i++)
    {
      double x = i % 41 / 33.0 - 0.1, y = i / 41 / 33.0 - 0.1;

      if (get_mark (fixture.canvas, item, x, y) == 0)
        continue;
      if (is_on (node, x * jalon_node_get_width (node), y * jalon_node_get_height (node)) != 0)
        n_near++;
      else
        n_far++;
    }
  g_assert_cmpuint (n_near, >, 10);
  g_assert_cmpuint (n_far, <, 5); /* the corners of its words */
}

/* Whether the text view shows at a share of its height. */
static gboolean
shows (JalonCanvas *canvas, double share)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  graphene_rect_t bounds;

  g_assert_true (
    gtk_widget_compute_bounds (GTK_WIDGET (canvas->editor), GTK_WIDGET (canvas), &bounds));
  jalon_canvas_edit_paint (canvas, snapshot);
  return get_opacity_at (snapshot, bounds.origin.x + bounds.size.width / 2,
                         bounds.origin.y + share * bounds.size.height) > 0;
}

/* Scrolls until the middle of the text view is where the headers end. */
static void
scroll_half_below (JalonCanvas *canvas)
{
  graphene_rect_t bounds;
  JalonRect body;

  jalon_canvas_scroll_by (canvas, 0, 300);
  fixture_settle ();
  jalon_canvas_get_body (canvas, &body);
  g_assert_cmpfloat (body.y, >, 0);
  g_assert_true (
    gtk_widget_compute_bounds (GTK_WIDGET (canvas->editor), GTK_WIDGET (canvas), &bounds));
  jalon_canvas_scroll_by (canvas, 0, bounds.origin.y + bounds.size.height / 2 - body.y);
  fixture_settle ();
}

/* Writes on @id, at a size at which the map can be scrolled. */
static void
init_writing (CanvasFixture *fixture, const char *id)
{
  canvas_fixture_init (fixture, "trip");
  jalon_canvas_set_zoom (fixture->canvas, 3);
  jalon_canvas_edit (fixture->canvas, canvas_fixture_find (fixture, id), FALSE);
  fixture_settle ();
  g_assert_true (shows (fixture->canvas, 0.2));
}

/* What is written on a card or a lane goes below the headers with it. */
static void
test_text_below_headers (void)
{
  static const char *const ids[] = { "c1", "does" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_auto (CanvasFixture) fixture = { 0 };

      init_writing (&fixture, ids[i]);
      scroll_half_below (fixture.canvas);
      g_assert_false (shows (fixture.canvas, 0.2));
      g_assert_true (shows (fixture.canvas, 0.8));
    }
}

static void
test_text_on_headers (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  init_writing (&fixture, "s1");
  jalon_canvas_scroll_by (fixture.canvas, 0, 300);
  fixture_settle ();
  g_assert_true (shows (fixture.canvas, 0.2));
  g_assert_true (shows (fixture.canvas, 0.8));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas-marks/ring", test_ring_mark);
  g_test_add_func ("/canvas-marks/ring-of-name", test_ring_of_name);
  g_test_add_func ("/canvas-marks/dragged", test_dragged);
  g_test_add_func ("/canvas-marks/line", test_line_mark);
  g_test_add_func ("/canvas-marks/text-below-headers", test_text_below_headers);
  g_test_add_func ("/canvas-marks/text-on-headers", test_text_on_headers);
  return fixture_run ();
}
