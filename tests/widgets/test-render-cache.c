/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-render-cache.h"

static const JalonColour black = { 0, 0, 0, 1 };

static JalonNode *
make_node (void)
{
  JalonNode *node = jalon_node_new (JALON_ROLE_CARD, "card", JALON_FIELD_NONE, 40, 30);

  jalon_node_add_box (node, &(JalonRect){ 0, 0, 40, 30 }, 4, black);
  return node;
}

/* What stays the same is the same object, or GSK would draw it again. */
static void
test_keeps (void)
{
  g_autoptr (JalonRenderCache) cache = jalon_render_cache_new ();
  g_autoptr (JalonNode) node = make_node ();
  g_autoptr (GskRenderNode) first = NULL;

  jalon_render_cache_begin (cache, 1);
  first = gsk_render_node_ref (jalon_render_cache_get (cache, node));
  jalon_render_cache_end (cache);
  jalon_render_cache_begin (cache, 1);
  g_assert_true (jalon_render_cache_get (cache, node) == first);
  jalon_render_cache_end (cache);
  jalon_render_cache_begin (cache, 2);
  g_assert_true (jalon_render_cache_get (cache, node) != first);
  jalon_render_cache_end (cache);
}

/* What was not asked for is not kept. */
static void
test_forgets (void)
{
  g_autoptr (JalonRenderCache) cache = jalon_render_cache_new ();
  g_autoptr (JalonNode) node = make_node ();
  g_autoptr (GskRenderNode) first = NULL;

  jalon_render_cache_begin (cache, 1);
  first = gsk_render_node_ref (jalon_render_cache_get (cache, node));
  jalon_render_cache_end (cache);
  jalon_render_cache_begin (cache, 1);
  jalon_render_cache_end (cache);
  jalon_render_cache_begin (cache, 1);
  g_assert_true (jalon_render_cache_get (cache, node) != first);
}

static void
test_size (void)
{
  g_autoptr (JalonRenderCache) cache = jalon_render_cache_new ();
  g_autoptr (JalonNode) node = make_node ();
  graphene_rect_t bounds;

  jalon_render_cache_begin (cache, 2);
  gsk_render_node_get_bounds (jalon_render_cache_get (cache, node), &bounds);
  g_assert_cmpfloat (bounds.origin.x, <=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, >=, 80);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, >=, 60);
}

static void
test_nothing (void)
{
  g_autoptr (JalonRenderCache) cache = jalon_render_cache_new ();
  g_autoptr (JalonNode) node = jalon_node_new (JALON_ROLE_SLOT, NULL, JALON_FIELD_NONE, 40, 30);

  jalon_render_cache_begin (cache, 1);
  g_assert_null (jalon_render_cache_get (cache, node));
}

static void
render (JalonRenderCache *cache, JalonNode *node, double zoom, guint32 *pixels)
{
  cairo_surface_t *surface;
  cairo_t *cr;
  guint32 empty[100 * 30] = { 0 };

  memcpy (pixels, empty, sizeof empty);
  surface = cairo_image_surface_create_for_data ((guchar *) pixels, CAIRO_FORMAT_ARGB32, 100, 30,
                                                 100 * 4);
  cr = cairo_create (surface);
  jalon_render_cache_begin (cache, zoom);
  gsk_render_node_draw (jalon_render_cache_get (cache, node), cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static gboolean
is_uniform (const guint32 *pixels, guint width, guint height)
{
  for (guint y = 1; y < height; y++)
    for (guint x = 1; x < width; x++)
      if (pixels[y * 100 + x] != pixels[100 + 1])
        return FALSE;
  return TRUE;
}

/* Text too small to be read is a bar, not drawn letter by letter. */
static void
test_small_text (void)
{
  g_autoptr (JalonRenderCache) cache = jalon_render_cache_new ();
  g_autoptr (JalonTypesetter) typesetter = jalon_typesetter_new ();
  g_autoptr (JalonNode) node = jalon_node_new (JALON_ROLE_CARD, "c", JALON_FIELD_TEXT, 100, 30);
  guint32 pixels[100 * 30];

  jalon_node_add_box (node, &(JalonRect){ 0, 0, 100, 30 }, 0, (JalonColour){ 1, 1, 1, 1 });
  jalon_node_add_text (node,
                       jalon_typesetter_set (typesetter, "MMMMMM", JALON_TEXT_BODY, -1,
                                             JALON_ALIGN_START),
                       4, 4, black);
  render (cache, node, 1, pixels);
  g_assert_false (is_uniform (pixels, 98, 28));
  render (cache, node, 0.3, pixels);
  for (guint y = 1; y < 8; y++)
    for (guint x = 4; x < 16; x++)
      g_assert_cmphex (pixels[y * 100 + x], ==, pixels[y * 100 + 3]);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render-cache/keeps", test_keeps);
  g_test_add_func ("/render-cache/forgets", test_forgets);
  g_test_add_func ("/render-cache/size", test_size);
  g_test_add_func ("/render-cache/nothing", test_nothing);
  g_test_add_func ("/render-cache/small-text", test_small_text);
  return g_test_run ();
}
