/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "drawing/jalon-icons.h"
#include "drawing/jalon-painter.h"
#include "picture.h"
#include "tests/drawing/specimen.h"

#define RED ((JalonColour){ 1, 0, 0, 1 })
#define GREEN ((JalonColour){ 0, 1, 0, 1 })
#define NONE ((JalonColour){ 0 })
#define WHITE_PIXEL 0xFFFFFF
#define RED_PIXEL 0xFF0000
#define GREEN_PIXEL 0x00FF00

typedef struct
{
  JalonNode *node;
  cairo_surface_t *surface;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->node = jalon_node_new (JALON_ROLE_CARD, NULL, JALON_FIELD_NONE, 100, 100);
  fixture->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 100);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jalon_node_unref (fixture->node);
  cairo_surface_destroy (fixture->surface);
}

static void
paint_with (Fixture *fixture, void (*func) (cairo_t *cr, JalonNode *node))
{
  cairo_t *cr = cairo_create (fixture->surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  func (cr, fixture->node);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (fixture->surface);
}

static void
paint (Fixture *fixture)
{
  paint_with (fixture, jalon_painter_paint_node);
}

static guint32
get_pixel (Fixture *fixture, int x, int y)
{
  const guchar *data = cairo_image_surface_get_data (fixture->surface);
  const guint32 *row =
    (gconstpointer) (data + (gsize) y * cairo_image_surface_get_stride (fixture->surface));

  return row[x] & 0xFFFFFF;
}

static guint
count (Fixture *fixture, guint32 pixel)
{
  guint n = 0;

  for (int y = 0; y < 100; y++)
    for (int x = 0; x < 100; x++)
      n += get_pixel (fixture, x, y) == pixel;
  return n;
}

static void
test_box (Fixture *fixture, gconstpointer data)
{
  JalonPrimitive *box = jalon_node_add_box (fixture->node, &(JalonRect){ 10, 20, 40, 30 }, 0, RED);

  box->stroke = GREEN;
  box->line_width = 4;
  paint (fixture);
  g_assert_cmphex (get_pixel (fixture, 30, 35), ==, RED_PIXEL);
  g_assert_cmphex (get_pixel (fixture, 10, 35), ==, GREEN_PIXEL);
  g_assert_cmphex (get_pixel (fixture, 51, 35), ==, GREEN_PIXEL);
  g_assert_cmphex (get_pixel (fixture, 7, 35), ==, WHITE_PIXEL);
  g_assert_cmphex (get_pixel (fixture, 53, 35), ==, WHITE_PIXEL);
}

static void
test_round_box (Fixture *fixture, gconstpointer data)
{
  /* More than half: a circle */
  jalon_node_add_box (fixture->node, &(JalonRect){ 10, 10, 80, 80 }, 500, RED);
  paint (fixture);
  g_assert_cmphex (get_pixel (fixture, 12, 12), ==, WHITE_PIXEL);
  g_assert_cmphex (get_pixel (fixture, 50, 12), ==, RED_PIXEL);
  g_assert_cmphex (get_pixel (fixture, 50, 50), ==, RED_PIXEL);
  g_assert_cmpfloat_with_epsilon (count (fixture, RED_PIXEL), G_PI * 40 * 40, 180);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  jalon_node_add_box (fixture->node, &(JalonRect){ 0, 0, 100, 100 }, 0, RED);
  jalon_node_add_box (fixture->node, &(JalonRect){ 0, 0, 50, 100 }, 0, GREEN);
  paint (fixture);
  g_assert_cmpuint (count (fixture, GREEN_PIXEL), ==, 5000);
  g_assert_cmpuint (count (fixture, RED_PIXEL), ==, 5000);
}

/* A stroke of one primitive must not be the path, dashes or colour of the next. */
static void
test_nothing_remains (Fixture *fixture, gconstpointer data)
{
  JalonPrimitive *line = jalon_node_add_line (fixture->node, 0, 10, 100, 10, 4, RED);

  line->line_style = JALON_LINE_DASHED;
  jalon_node_add_line (fixture->node, 0, 50, 100, 50, 4, GREEN);
  paint (fixture);
  for (int x = 0; x < 100; x++)
    g_assert_cmphex (get_pixel (fixture, x, 50), ==, GREEN_PIXEL);
  g_assert_cmpuint (count (fixture, GREEN_PIXEL), ==, 400);
  g_assert_cmpuint (count (fixture, RED_PIXEL), <, 300);
}

static void
test_line_styles (Fixture *fixture, gconstpointer data)
{
  for (int style = JALON_LINE_SOLID; style <= JALON_LINE_DOTTED; style++)
    jalon_node_add_line (fixture->node, 2, 20 + 20 * style, 98, 20 + 20 * style, 4, RED)
      ->line_style = style;
  paint (fixture);
  for (int style = JALON_LINE_SOLID; style <= JALON_LINE_DOTTED; style++)
    {
      guint changes = 0;

      for (int x = 1; x < 100; x++)
        changes += (get_pixel (fixture, x, 20 + 20 * style) == RED_PIXEL) !=
                   (get_pixel (fixture, x - 1, 20 + 20 * style) == RED_PIXEL);
      if (style == JALON_LINE_SOLID)
        g_assert_cmpuint (changes, ==, 2);
      else
        g_assert_cmpuint (changes, >, 8);
    }
}

static void
test_path (Fixture *fixture, gconstpointer data)
{
  jalon_node_add_path (fixture->node, jalon_path_new_circle (20), 30, 30, RED);
  jalon_node_add_path (fixture->node, jalon_path_new_from_svg ("M0 0H20V20H0z", 2), 55, 55, GREEN);
  paint (fixture);
  g_assert_cmphex (get_pixel (fixture, 30, 30), ==, RED_PIXEL);
  g_assert_cmphex (get_pixel (fixture, 30, 12), ==, RED_PIXEL);
  g_assert_cmphex (get_pixel (fixture, 12, 12), ==, WHITE_PIXEL);
  g_assert_cmpuint (count (fixture, GREEN_PIXEL), ==, 1600);
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JalonTypesetter) typesetter = jalon_typesetter_new ();
  JalonPrimitive *text = jalon_node_add_text (fixture->node,
                                              jalon_typesetter_set (typesetter, "IIIIIIIIII",
                                                                    JALON_TEXT_BODY, -1,
                                                                    JALON_ALIGN_START),
                                              20, 80, RED);
  guint level;

  paint (fixture);
  level = count (fixture, WHITE_PIXEL);
  g_assert_cmpuint (level, <, 9950);
  for (int y = 0; y < 78; y++)
    g_assert_cmphex (get_pixel (fixture, 30, y), ==, WHITE_PIXEL);

  /* Turned to the left it stands upright above its corner. */
  text->angle = -90;
  paint (fixture);
  for (int y = 81; y < 100; y++)
    for (int x = 0; x < 100; x++)
      g_assert_cmphex (get_pixel (fixture, x, y), ==, WHITE_PIXEL);
  for (int x = 40; x < 100; x++)
    g_assert_cmphex (get_pixel (fixture, x, 60), ==, WHITE_PIXEL);
  g_assert_cmpuint (count (fixture, WHITE_PIXEL), <, 9950);
}

/* A picture covers its rectangle and nothing else, cropped at the middle. */
static void
test_picture (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JalonPicture) picture = specimen_new_picture (400, 100);

  jalon_node_add_picture (fixture->node, picture, &(JalonRect){ 10, 10, 80, 80 }, 40);
  paint (fixture);
  g_assert_cmphex (get_pixel (fixture, 12, 12), ==, WHITE_PIXEL);
  g_assert_cmphex (get_pixel (fixture, 50, 5), ==, WHITE_PIXEL);
  g_assert_cmphex (get_pixel (fixture, 50, 12), !=, WHITE_PIXEL);
  g_assert_cmphex (get_pixel (fixture, 50, 88), !=, WHITE_PIXEL);
  g_assert_cmphex (get_pixel (fixture, 12, 50), !=, WHITE_PIXEL);
  g_assert_cmphex (get_pixel (fixture, 88, 50), !=, WHITE_PIXEL);
}

/* TRUST.md, part 3, N1: one number that is none, and Cairo draws nothing any more. */
static void
test_no_numbers (Fixture *fixture, gconstpointer data)
{
  static const double bad[] = { NAN, INFINITY, -INFINITY, 1e308, -1e308, 1e30 };
  g_autoptr (JalonTypesetter) typesetter = jalon_typesetter_new ();
  g_autoptr (JalonPicture) picture = specimen_new_picture (4, 4);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      double b = bad[i];
      JalonParagraph *text = jalon_typesetter_set (typesetter, "x", JALON_TEXT_BODY, b,
                                                   JALON_ALIGN_START);
      JalonPrimitive *p;

      jalon_node_add_box (fixture->node, &(JalonRect){ b, b, 1, 1 }, 0, RED);
      jalon_node_add_box (fixture->node, &(JalonRect){ -1e5, -1e5, b, b }, b, NONE)->line_width = b;
      jalon_node_add_line (fixture->node, b, 0, 0, b, b, RED);
      jalon_node_add_path (fixture->node, jalon_path_new_circle (b), b, b, NONE);
      jalon_node_add_picture (fixture->node, picture, &(JalonRect){ b, b, 1, 1 }, b);
      jalon_node_add_picture (fixture->node, picture, &(JalonRect){ -9, -9, b, 1 }, b);
      p = jalon_node_add_text (fixture->node, text, b, b, RED);
      p->angle = b;
    }
  jalon_node_add_box (fixture->node, &(JalonRect){ 0, 0, 100, 100 }, 0, GREEN);
  paint (fixture);
  g_assert_cmpuint (count (fixture, GREEN_PIXEL), ==, 10000);
  paint_with (fixture, jalon_painter_paint_plain);
  g_assert_cmpuint (count (fixture, GREEN_PIXEL), ==, 10000);
}

static void
paint_small (cairo_t *cr, JalonNode *node)
{
  cairo_scale (cr, 0.25, 0.25);
  jalon_painter_paint_plain (cr, node);
}

static void
paint_tiny (cairo_t *cr, JalonNode *node)
{
  cairo_scale (cr, 0.1, 0.1);
  jalon_painter_paint_plain (cr, node);
}

/* Small corners are hard; lines are drawn as they are, and so are large corners. */
static void
test_plain (Fixture *fixture, gconstpointer data)
{
  jalon_node_add_box (fixture->node, &(JalonRect){ 41.6, 41.6, 200, 200 }, 8, RED);
  jalon_node_add_line (fixture->node, 0, 320, 400, 320, 8, GREEN);
  paint_with (fixture, paint_small);
  g_assert_cmpuint (count (fixture, RED_PIXEL), ==, 2500);
  g_assert_cmpuint (count (fixture, GREEN_PIXEL), ==, 200);
  g_assert_cmpuint (count (fixture, WHITE_PIXEL), ==, 7300);

  tear_down (fixture, NULL);
  set_up (fixture, NULL);
  jalon_node_add_box (fixture->node, &(JalonRect){ 0, 0, 400, 400 }, 200, RED);
  paint_with (fixture, paint_small);
  g_assert_cmphex (get_pixel (fixture, 50, 50), ==, RED_PIXEL);
  g_assert_cmphex (get_pixel (fixture, 3, 3), ==, WHITE_PIXEL);
}

/* A border is a pixel wide, and from far away none. */
static void
test_plain_border (Fixture *fixture, gconstpointer data)
{
  JalonPrimitive *box = jalon_node_add_box (fixture->node, &(JalonRect){ 40, 40, 200, 200 }, 8,
                                            RED);

  box->stroke = GREEN;
  box->line_width = 1;
  paint_with (fixture, paint_small);
  g_assert_cmpuint (count (fixture, RED_PIXEL), ==, 48 * 48);
  g_assert_cmpuint (count (fixture, GREEN_PIXEL), ==, 50 * 50 - 48 * 48);
  paint_with (fixture, paint_tiny);
  g_assert_cmpuint (count (fixture, RED_PIXEL), ==, 20 * 20);
  g_assert_cmpuint (count (fixture, GREEN_PIXEL), ==, 0);
}

/* Words that nobody could read are bars, one for each line, and from far away nothing. */
static void
test_plain_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JalonTypesetter) typesetter = jalon_typesetter_new ();
  JalonParagraph *words = jalon_typesetter_set (typesetter, "one\ntwo", JALON_TEXT_BODY, -1,
                                                JALON_ALIGN_START);
  guint n_bars = 0;

  jalon_node_add_text (fixture->node, words, 20, 20, GREEN);
  paint_with (fixture, paint_small);
  for (int y = 1; y < 100; y++)
    n_bars += get_pixel (fixture, 8, y) != WHITE_PIXEL &&
              get_pixel (fixture, 8, y - 1) == WHITE_PIXEL;
  g_assert_cmpuint (n_bars, ==, 2);
  paint_with (fixture, paint_tiny);
  g_assert_cmpuint (count (fixture, WHITE_PIXEL), ==, 10000);
}

/* All that an icon draws lies in its square, and there is something to see. */
static void
test_icons (Fixture *fixture, gconstpointer data)
{
  for (JalonIcon icon = 0; icon < JALON_N_ICONS; icon++)
    {
      tear_down (fixture, NULL);
      set_up (fixture, NULL);
      jalon_node_add_icon (fixture->node, icon, 20, 20, 60, RED);
      paint (fixture);
      g_test_message ("icon %d: %u", icon, count (fixture, WHITE_PIXEL));
      g_assert_cmpuint (count (fixture, RED_PIXEL), >, 100);
      for (int i = 0; i < 100; i++)
        {
          g_assert_cmphex (get_pixel (fixture, i, 19), ==, WHITE_PIXEL);
          g_assert_cmphex (get_pixel (fixture, i, 81), ==, WHITE_PIXEL);
          g_assert_cmphex (get_pixel (fixture, 19, i), ==, WHITE_PIXEL);
          g_assert_cmphex (get_pixel (fixture, 81, i), ==, WHITE_PIXEL);
        }
    }
}

static void
test_icons_of_choices (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (jalon_icon_of_channel (JALON_CHANNEL_OWN), ==, JALON_ICON_CHANNELS);
  g_assert_cmpint (jalon_icon_of_channel (JALON_CHANNEL_PARTNER) + 1, ==, JALON_ICON_LANES);
  g_assert_cmpint (jalon_icon_of_lane (JALON_LANE_LINKS) + 1, ==, JALON_ICON_STAR);
  g_assert_cmpint (jalon_icon_of_channel (9999), ==, jalon_icon_of_channel (JALON_CHANNEL_PARTNER));
  g_assert_cmpint (jalon_icon_of_confidence (JALON_CONFIDENCE_PARTLY), ==, JALON_ICON_PARTLY);
  g_assert_cmpint (jalon_icon_of_confidence (JALON_CONFIDENCE_ASSUMED), ==, JALON_ICON_ASSUMED);
  g_assert_cmpint (jalon_icon_of_confidence (JALON_CONFIDENCE_RESEARCHED), ==,
                   JALON_ICON_RESEARCHED);
}

/* Painted in parts, a scene is what it is when painted at once. */
static void
test_clip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JalonTypesetter) typesetter = jalon_typesetter_new ();
  g_autoptr (JalonScene) scene = specimen_new (typesetter, JALON_THEME_LIGHT);
  int width = jalon_scene_get_width (scene);
  int height = jalon_scene_get_height (scene);
  cairo_surface_t *whole = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_surface_t *parts = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (whole);

  jalon_painter_paint_scene (cr, scene, NULL);
  cairo_destroy (cr);
  cr = cairo_create (parts);
  for (int y = 0; y < height; y += 64)
    for (int x = 0; x < width; x += 64)
      {
        cairo_save (cr);
        cairo_rectangle (cr, x, y, 64, 64);
        cairo_clip (cr);
        jalon_painter_paint_scene (cr, scene, &(JalonRect){ x, y, 64, 64 });
        cairo_restore (cr);
      }
  cairo_destroy (cr);
  /* Cairo cuts a curve into other chords where less of it is seen: a shade at its edge. */
  g_assert_cmpint (picture_get_difference (whole, parts), <=, 16);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (parts);
}

/* What invites to add something is not part of a picture. */
static void
test_for_screen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JalonElement) map = jalon_element_new (JALON_KIND_REGISTER, NULL);
  g_autoptr (JalonScene) scene = jalon_scene_new (map, jalon_theme_get (JALON_THEME_PRINT));
  cairo_t *cr = cairo_create (fixture->surface);

  jalon_node_add_box (fixture->node, &(JalonRect){ 0, 0, 100, 100 }, 0, RED);
  jalon_node_set_for_screen (fixture->node);
  jalon_scene_add (scene, jalon_node_ref (fixture->node), 0, 0, JALON_LAYER_BODY, -1);
  jalon_scene_set_size (scene, 100, 100);
  jalon_painter_paint_scene (cr, scene, NULL);
  cairo_destroy (cr);
  g_assert_cmpuint (count (fixture, WHITE_PIXEL), ==, 10000);
  /* The canvas paints nodes by themselves. */
  paint (fixture);
  g_assert_cmpuint (count (fixture, RED_PIXEL), ==, 10000);
}

static void
add (const char *path, void (*func) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/painter/box", test_box);
  add ("/painter/round-box", test_round_box);
  add ("/painter/order", test_order);
  add ("/painter/nothing-remains", test_nothing_remains);
  add ("/painter/line-styles", test_line_styles);
  add ("/painter/path", test_path);
  add ("/painter/text", test_text);
  add ("/painter/picture", test_picture);
  add ("/painter/no-numbers", test_no_numbers);
  add ("/painter/plain", test_plain);
  add ("/painter/plain-border", test_plain_border);
  add ("/painter/plain-text", test_plain_text);
  add ("/painter/icons", test_icons);
  add ("/painter/icons-of-choices", test_icons_of_choices);
  add ("/painter/clip", test_clip);
  add ("/painter/for-screen", test_for_screen);

  return g_test_run ();
}
