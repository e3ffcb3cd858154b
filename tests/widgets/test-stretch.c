/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-stretch.h"

typedef struct
{
  double zoom;
  JalonRect view;
  guint n_gaps;
  double area; /* of the gaps, without what they overlap */
} Case;

static cairo_surface_t *
make_surface (int width, int height)
{
  return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
}

/* 400 by 300 pixels at (100, 200) have been painted at 100 %. */
static JalonStretch *
make_painted (void)
{
  JalonStretch *self = jalon_stretch_new ();
  const JalonRect rect = { 100, 200, 400, 300 };
  cairo_surface_t *surface = make_surface (400, 300);

  jalon_stretch_add (self, 1, &rect, surface, 0, 0);
  jalon_stretch_cover (self, 1, &rect);
  cairo_surface_destroy (surface);
  return self;
}

static gboolean
contains (const JalonRect *rect, double x, double y)
{
  return x >= rect->x && y >= rect->y && x < rect->x + rect->width && y < rect->y + rect->height;
}

/* Pixels of the view that have not been painted, nor lie in a gap; or those in gaps and painted. */
static int
count (const Case *it, const JalonRect *gaps, gboolean in_gaps, gboolean painted)
{
  const JalonRect before = { 100 * it->zoom, 200 * it->zoom, 400 * it->zoom, 300 * it->zoom };
  int n = 0;

  for (double y = it->view.y + 0.5; y < it->view.y + it->view.height; y++)
    for (double x = it->view.x + 0.5; x < it->view.x + it->view.width; x++)
      {
        gboolean is_in = FALSE;

        for (guint i = 0; i < it->n_gaps; i++)
          is_in = is_in || contains (&gaps[i], x, y);
        n += is_in == in_gaps && contains (&before, x, y) == painted;
      }
  return n;
}

static void
test_gaps (void)
{
  static const Case cases[] = {
    { 1, { 100, 200, 400, 300 }, 0, 0 },
    { 1, { 120, 220, 300, 200 }, 0, 0 },
    { 1.1, { 150, 250, 350, 280 }, 0, 0 },
    { 1, { 80, 190, 440, 330 }, 4, 440 * 330 - 400 * 300 },
    { 0.5, { 40, 90, 220, 170 }, 4, 220 * 170 - 200 * 150 },
    { 1, { 100, 200, 420, 300 }, 1, 20 * 300 },
    { 1, { 100, 150, 400, 300 }, 1, 400 * 50 },
    { 1, { 60, 260, 400, 300 }, 2, 400 * 300 - 360 * 240 },
    { 1, { 600, 600, 40, 30 }, 1, 40 * 30 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JalonStretch) stretch = make_painted ();
      JalonRect gaps[JALON_STRETCH_MOST_GAPS];

      g_test_message ("Case %u", i);
      g_assert_cmpuint (jalon_stretch_find_gaps (stretch, cases[i].zoom, &cases[i].view, gaps), ==,
                        cases[i].n_gaps);
      g_assert_cmpint (count (&cases[i], gaps, TRUE, FALSE), ==, cases[i].area);
      g_assert_cmpint (count (&cases[i], gaps, FALSE, FALSE), ==, 0);
      /* Where pictures meet they overlap, but not by more than is needed. */
      g_assert_cmpint (count (&cases[i], gaps, TRUE, TRUE), <=, 2 * 4 * (440 + 330));
      g_assert_cmpuint (jalon_stretch_find_gaps (stretch, cases[i].zoom, &cases[i].view, gaps), ==,
                        0);
    }
}

static void
test_can_show (void)
{
  static const struct
  {
    double zoom;
    JalonRect view;
    gboolean can;
  } cases[] = {
    { 1, { 100, 200, 400, 300 }, TRUE },    { 2, { 200, 400, 400, 300 }, TRUE },
    { 2.6, { 300, 600, 400, 300 }, FALSE }, { 0.2, { 20, 40, 80, 60 }, FALSE },
    { 0.9, { 80, 170, 380, 290 }, TRUE },   { 0.5, { 0, 0, 400, 300 }, FALSE },
    { 1, { 400, 200, 400, 300 }, FALSE },   { 1, { 2000, 200, 400, 300 }, FALSE },
  };
  g_autoptr (JalonStretch) stretch = make_painted ();
  g_autoptr (JalonStretch) nothing = jalon_stretch_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("Case %u", i);
      g_assert_cmpint (jalon_stretch_can_show (stretch, cases[i].zoom, &cases[i].view), ==,
                       cases[i].can);
      g_assert_false (jalon_stretch_can_show (nothing, cases[i].zoom, &cases[i].view));
    }
  jalon_stretch_limit (stretch, 2, &(JalonRect){ 200, 720, 800, 400 });
  g_assert_false (jalon_stretch_can_show (stretch, 1, &cases[0].view));
  g_assert_true (jalon_stretch_can_show (stretch, 1, &(JalonRect){ 100, 360, 400, 140 }));
  jalon_stretch_clear (stretch);
  g_assert_false (jalon_stretch_can_show (stretch, 1, &(JalonRect){ 100, 360, 400, 140 }));
}

/* Pictures that are parts of one go together, and what nobody sees any more goes. */
static void
test_adds (void)
{
  g_autoptr (JalonStretch) stretch = jalon_stretch_new ();
  cairo_surface_t *surface = make_surface (300, 200);
  cairo_surface_t *other = make_surface (400, 400);
  const JalonRect all = { -10, -10, 400, 400 };

  for (int row = 0; row < 2; row++)
    for (int column = 0; column < 3; column++)
      jalon_stretch_add (stretch, 1, &(JalonRect){ column * 100, row * 100, 100, 100 }, surface,
                         column * 100, row * 100);
  g_assert_cmpuint (cairo_surface_get_reference_count (surface), ==, 2);
  jalon_stretch_add (stretch, 1, &(JalonRect){ 300, 0, 100, 200 }, surface, 0, 0);
  g_assert_cmpuint (cairo_surface_get_reference_count (surface), ==, 3);
  jalon_stretch_add (stretch, 0.9, &all, other, 0, 0);
  g_assert_cmpuint (cairo_surface_get_reference_count (surface), ==, 1);
  g_assert_cmpuint (cairo_surface_get_reference_count (other), ==, 2);
  jalon_stretch_clear (stretch);
  g_assert_cmpuint (cairo_surface_get_reference_count (other), ==, 1);
  cairo_surface_destroy (surface);
  cairo_surface_destroy (other);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stretch/gaps", test_gaps);
  g_test_add_func ("/stretch/can-show", test_can_show);
  g_test_add_func ("/stretch/adds", test_adds);
  return g_test_run ();
}
