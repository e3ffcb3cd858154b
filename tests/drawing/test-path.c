/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "drawing/jalon-path.h"

/* A path as text: the verbs, and points with two decimals */
static char *
describe (JalonPath *path)
{
  static const char letters[] = "MLCZ";
  GString *text = g_string_new (NULL);
  guint n;
  const JalonPathElement *elements = jalon_path_get_elements (path, &n);

  for (guint i = 0; i < n; i++)
    {
      guint n_points = elements[i].verb == JALON_PATH_CURVE   ? 3
                       : elements[i].verb == JALON_PATH_CLOSE ? 0
                                                              : 1;

      g_string_append_c (text, letters[elements[i].verb]);
      for (guint j = 0; j < n_points; j++)
        {
          char x[G_ASCII_DTOSTR_BUF_SIZE];
          char y[G_ASCII_DTOSTR_BUF_SIZE];

          g_ascii_formatd (x, sizeof x, "%.4g", elements[i].points[j].x + 0.0);
          g_ascii_formatd (y, sizeof y, "%.4g", elements[i].points[j].y + 0.0);
          g_string_append_printf (text, "%s%s,%s", j > 0 ? " " : "", x, y);
        }
    }
  return g_string_free (text, FALSE);
}

static void
assert_path (JalonPath *path, const char *expected)
{
  g_autofree char *text = describe (path);

  g_assert_cmpstr (text, ==, expected);
}

static const struct
{
  const char *data;
  const char *path;
} svg_cases[] = {
  { "M1 2L3 4", "M1,2L3,4" },
  { "m1,2l3,4", "M1,2L4,6" },
  { " M 1 2 \n L 3 4\tZ ", "M1,2L3,4Z" },
  { "M1 2 3 4 5 6", "M1,2L3,4L5,6" },
  { "m1 2 3 4 5 6", "M1,2L4,6L9,12" },
  { "M1 2H5V9h-1v-2", "M1,2L5,2L5,9L4,9L4,7" },
  { "M0 0C1 2 3 4 5 6", "M0,0C1,2 3,4 5,6" },
  { "M1 1c1 2 3 4 5 6 1 1 2 2 3 3", "M1,1C2,3 4,5 6,7C7,8 8,9 9,10" },
  { "M0 0C0 1 2 3 4 4S8 5 9 9", "M0,0C0,1 2,3 4,4C6,5 8,5 9,9" },
  { "M1 1s2 2 3 3", "M1,1C1,1 3,3 4,4" },
  { "M0 0Q3 3 6 0", "M0,0C2,2 4,2 6,0" },
  { "M1 1 4 1zl1 1", "M1,1L4,1ZL2,2" },
  { "M.5.5-.5-.5", "M0.5,0.5L-0.5,-0.5" },
  { "M1e1-1E-1", "M10,-0.1" },
  { "M0 0A1 1 0 00 0 0L1 1", "M0,0L1,1" },
  /* Up to the first error */
  { "", "" },
  { "M", "" },
  { "M1", "" },
  { "M1 2L3", "M1,2" },
  { "M1 2C3 4 5 6 7", "M1,2" },
  { "M1 2A1 1 0 2 0 5 5", "M1,2" },
  { "M1 2Lnan 5", "M1,2" },
  { "M1 2L3 4X5 6", "M1,2L3,4" },
  { "M1 2T3 4", "M1,2" },
  { "M1 2Z3 4", "M1,2Z" },
  { "1 2 3", "" },
};

static void
test_svg (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (svg_cases); i++)
    {
      g_autoptr (JalonPath) path = jalon_path_new_from_svg (svg_cases[i].data, 1.0);

      assert_path (path, svg_cases[i].path);
    }
}

static void
test_svg_scale (void)
{
  g_autoptr (JalonPath) path = jalon_path_new_from_svg ("M1 2l3 4H0C1 2 3 4 5 6", 0.5);

  assert_path (path, "M0.5,1L2,3L0,3C0.5,1 1.5,2 2.5,3");
}

static JalonPoint
point_at (JalonPoint from, const JalonPoint *p, double t)
{
  double s = 1.0 - t;

  return (JalonPoint){
    s * s * s * from.x + 3 * s * s * t * p[0].x + 3 * s * t * t * p[1].x + t * t * t * p[2].x,
    s * s * s * from.y + 3 * s * s * t * p[0].y + 3 * s * t * t * p[1].y + t * t * t * p[2].y
  };
}

/* Calls @func with points along all curves. */
static void
foreach_point (JalonPath *path,
               void (*func) (guint piece, JalonPoint point, gpointer data),
               gpointer data)
{
  JalonPoint last = { 0 };
  guint n;
  const JalonPathElement *elements = jalon_path_get_elements (path, &n);

  for (guint i = 0; i < n; i++)
    {
      if (elements[i].verb == JALON_PATH_CURVE)
        for (int j = 0; j <= 50; j++)
          func (i - 1, point_at (last, elements[i].points, j / 50.0), data);
      if (elements[i].verb != JALON_PATH_CLOSE)
        last = elements[i].points[elements[i].verb == JALON_PATH_CURVE ? 2 : 0];
    }
}

typedef struct
{
  JalonPoint centre;
  double radius;
  JalonRect bounds;
} Arc;

static void
check_arc_cb (guint piece, JalonPoint point, gpointer data)
{
  Arc *arc = data;

  g_assert_cmpfloat_with_epsilon (hypot (point.x - arc->centre.x, point.y - arc->centre.y),
                                  arc->radius, arc->radius * 0.0005);
  g_assert_cmpfloat (point.x, >=, arc->bounds.x - 0.01);
  g_assert_cmpfloat (point.y, >=, arc->bounds.y - 0.01);
  g_assert_cmpfloat (point.x, <=, arc->bounds.x + arc->bounds.width + 0.01);
  g_assert_cmpfloat (point.y, <=, arc->bounds.y + arc->bounds.height + 0.01);
}

/* All four arcs from (0, 0) to (10, 0) or (10, 10); SVG 2, 9.5.1 */
static void
test_svg_arcs (void)
{
  static const struct
  {
    const char *data;
    Arc arc;
  } cases[] = {
    { "M0 0A5 5 0 0 1 10 0", { { 5, 0 }, 5, { 0, -5, 10, 5 } } },
    { "M0 0A5 5 0 0 0 10 0", { { 5, 0 }, 5, { 0, 0, 10, 5 } } },
    { "M0 0A10 10 0 0 1 10 10", { { 0, 10 }, 10, { 0, 0, 10, 10 } } },
    { "M0 0A10 10 0 0 0 10 10", { { 10, 0 }, 10, { 0, 0, 10, 10 } } },
    { "M0 0A10 10 0 1 1 10 10", { { 10, 0 }, 10, { 0, -10, 20, 20 } } },
    { "M0 0A10 10 0 1 0 10 10", { { 0, 10 }, 10, { -10, 0, 20, 20 } } },
    { "M0 0a10 10 0 0110 10", { { 0, 10 }, 10, { 0, 0, 10, 10 } } },
    /* Too small a radius grows */
    { "M0 0A1 1 0 0 1 10 0", { { 5, 0 }, 5, { 0, -5, 10, 5 } } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JalonPath) path = jalon_path_new_from_svg (cases[i].data, 1.0);
      Arc arc = cases[i].arc;
      guint n;
      const JalonPathElement *elements = jalon_path_get_elements (path, &n);

      g_assert_cmpuint (n, >, 1);
      g_assert_cmpfloat_with_epsilon (elements[n - 1].points[2].x, 10.0, 1e-6);
      foreach_point (path, check_arc_cb, &arc);
    }
}

static void
test_circle (void)
{
  g_autoptr (JalonPath) path = jalon_path_new_circle (7);
  Arc arc = { { 0, 0 }, 7, { -7, -7, 14, 14 } };

  foreach_point (path, check_arc_cb, &arc);
}

static void
test_star (void)
{
  g_autoptr (JalonPath) path = jalon_path_new_star (10);
  guint n;
  const JalonPathElement *elements = jalon_path_get_elements (path, &n);

  g_assert_cmpuint (n, ==, 11);
  g_assert_cmpfloat_with_epsilon (elements[0].points[0].x, 0.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (elements[0].points[0].y, -10.0, 1e-9);
  for (guint i = 0; i < 10; i += 2)
    g_assert_cmpfloat_with_epsilon (hypot (elements[i].points[0].x, elements[i].points[0].y), 10.0,
                                    1e-9);
  g_assert_cmpint (elements[10].verb, ==, JALON_PATH_CLOSE);
}

typedef struct
{
  const JalonPoint *points;
  double last_x;
} Curve;

static void
check_curve_cb (guint piece, JalonPoint point, gpointer data)
{
  Curve *curve = data;
  const JalonPoint *a = &curve->points[piece];
  const JalonPoint *b = a + 1;

  g_assert_cmpfloat (point.y, >=, MIN (a->y, b->y) - 1e-6);
  g_assert_cmpfloat (point.y, <=, MAX (a->y, b->y) + 1e-6);
  g_assert_cmpfloat (point.x, >=, curve->last_x - 1e-6);
  curve->last_x = point.x;
}

/* No overshoot, ever: every point of a piece lies between its ends. */
static void
test_monotone_property (void)
{
  for (guint round = 0; round < 500; round++)
    {
      guint n = g_test_rand_int_range (2, 40);
      g_autofree JalonPoint *points = g_new0 (JalonPoint, n);
      g_autoptr (JalonPath) path = NULL;
      Curve curve = { points, -1e9 };
      guint n_elements;
      const JalonPathElement *elements;

      for (guint i = 0; i < n; i++)
        {
          points[i].x = (i > 0 ? points[i - 1].x : 0) + g_test_rand_double_range (0.01, 200);
          /* Plateaus too */
          points[i].y = i > 0 && g_test_rand_bit () ? points[i - 1].y
                                                    : g_test_rand_double_range (-500, 500);
        }
      path = jalon_path_new_monotone (points, n);
      elements = jalon_path_get_elements (path, &n_elements);
      g_assert_cmpuint (n_elements, ==, n);
      for (guint i = 1; i < n; i++)
        {
          g_assert_cmpfloat (elements[i].points[2].x, ==, points[i].x);
          g_assert_cmpfloat (elements[i].points[2].y, ==, points[i].y);
        }
      foreach_point (path, check_curve_cb, &curve);
    }
}

/* The ends of two pieces have one slope: no corners. */
static void
test_monotone_is_smooth (void)
{
  const JalonPoint points[] = { { 0, 0 }, { 10, 3 }, { 20, 30 }, { 35, 32 }, { 40, 10 } };
  g_autoptr (JalonPath) path = jalon_path_new_monotone (points, G_N_ELEMENTS (points));
  guint n;
  const JalonPathElement *e = jalon_path_get_elements (path, &n);

  for (guint i = 1; i + 1 < n; i++)
    {
      double in = (e[i].points[2].y - e[i].points[1].y) / (e[i].points[2].x - e[i].points[1].x);
      double out = (e[i + 1].points[0].y - e[i].points[2].y) /
                   (e[i + 1].points[0].x - e[i].points[2].x);

      g_assert_cmpfloat_with_epsilon (in, out, 1e-9);
    }
}

static void
test_monotone_of_few (void)
{
  const JalonPoint points[] = { { 1, 2 }, { 4, 8 } };
  const JalonPoint same[] = { { 1, 2 }, { 1, 8 }, { 1, 2 } };
  g_autoptr (JalonPath) none = jalon_path_new_monotone (NULL, 0);
  g_autoptr (JalonPath) one = jalon_path_new_monotone (points, 1);
  g_autoptr (JalonPath) two = jalon_path_new_monotone (points, 2);
  g_autoptr (JalonPath) upright = jalon_path_new_monotone (same, 3);

  assert_path (none, "");
  assert_path (one, "M1,2");
  assert_path (two, "M1,2C2,4 3,6 4,8");
  assert_path (upright, "M1,2C1,2 1,8 1,8C1,8 1,2 1,2");
}

static void
test_no_numbers (void)
{
  g_autoptr (JalonPath) path = jalon_path_new ();

  jalon_path_move_to (path, NAN, 1);
  jalon_path_line_to (path, 1, INFINITY);
  jalon_path_curve_to (path, 1, -INFINITY, NAN, 2, 3, 3);
  assert_path (path, "M0,1L1,0C1,0 0,2 3,3");
}

static void
test_distance (void)
{
  static const struct
  {
    const char *data;
    JalonPoint point;
    double distance;
  } cases[] = {
    { "M0 0L10 0", { 5, 3 }, 3 },
    { "M0 0L10 0", { 13, 4 }, 5 },
    { "M0 0L10 0L10 10z", { 5, 6 }, 0.7071 },
    { "M0 0L10 0M0 20L10 20", { 5, 12 }, 8 },
    { "M0 0A10 10 0 0 1 20 0", { 10, -10 }, 0 },
    { "M0 0A10 10 0 0 1 20 0", { 10, 0 }, 10 },
    { "M3 4", { 0, 0 }, INFINITY },
    { "", { 0, 0 }, INFINITY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JalonPath) path = jalon_path_new_from_svg (cases[i].data, 1.0);
      double distance = jalon_path_get_distance (path, cases[i].point.x, cases[i].point.y);

      if (isinf (cases[i].distance))
        g_assert_true (isinf (distance));
      else
        g_assert_cmpfloat_with_epsilon (distance, cases[i].distance, 0.05);
    }
}

static void
test_contains (void)
{
  static const struct
  {
    const char *data;
    JalonPoint point;
    gboolean is_inside;
  } cases[] = {
    { "M0 0L10 0L10 10L0 10z", { 5, 5 }, TRUE },
    { "M0 0L10 0L10 10L0 10z", { 11, 5 }, FALSE },
    { "M0 0L10 0L10 10L0 10z", { -1, 5 }, FALSE },
    { "M0 0A10 10 0 0 1 20 0z", { 10, -8 }, TRUE },
    { "M0 0A10 10 0 0 1 20 0z", { 1, -8 }, FALSE },
    { "M0 0L30 0L30 30L0 30zM10 10L20 10L20 20L10 20z", { 15, 15 }, FALSE },
    { "M0 0L30 0L30 30L0 30zM10 10L20 10L20 20L10 20z", { 5, 15 }, TRUE },
    { "", { 0, 0 }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JalonPath) path = jalon_path_new_from_svg (cases[i].data, 1.0);

      g_assert_cmpint (jalon_path_contains (path, cases[i].point.x, cases[i].point.y), ==,
                       cases[i].is_inside);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/path/svg", test_svg);
  g_test_add_func ("/path/svg-scale", test_svg_scale);
  g_test_add_func ("/path/svg-arcs", test_svg_arcs);
  g_test_add_func ("/path/circle", test_circle);
  g_test_add_func ("/path/star", test_star);
  g_test_add_func ("/path/monotone-property", test_monotone_property);
  g_test_add_func ("/path/monotone-is-smooth", test_monotone_is_smooth);
  g_test_add_func ("/path/monotone-of-few", test_monotone_of_few);
  g_test_add_func ("/path/no-numbers", test_no_numbers);
  g_test_add_func ("/path/distance", test_distance);
  g_test_add_func ("/path/contains", test_contains);

  return g_test_run ();
}
