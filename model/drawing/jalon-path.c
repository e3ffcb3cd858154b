/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-path.h"

#include <math.h>

/* Control points of a quarter of a circle; A. Riškus, "Approximation of a cubic Bézier curve by
 * circular arcs and vice versa", Information Technology and Control 35, 2006. */
#define QUARTER 0.5522847498

/* Into how many chords a curve is cut to tell how far away it is */
#define CHORDS 16

struct _JalonPath
{
  GArray *elements;
};

/**
 * jalon_path_new:
 *
 * Returns: (transfer full): an empty path
 */
JalonPath *
jalon_path_new (void)
{
  JalonPath *self = g_new0 (JalonPath, 1);

  self->elements = g_array_new (FALSE, TRUE, sizeof (JalonPathElement));
  return self;
}

void
jalon_path_free (JalonPath *self)
{
  g_array_unref (self->elements);
  g_free (self);
}

/* A number that is none would end all drawing on the surface. */
static JalonPoint
make_point (double x, double y)
{
  return (JalonPoint){ isfinite (x) ? x : 0.0, isfinite (y) ? y : 0.0 };
}

static void
append (JalonPath *self, JalonPathVerb verb, JalonPoint a, JalonPoint b, JalonPoint c)
{
  JalonPathElement element = { verb, { a, b, c } };

  g_array_append_val (self->elements, element);
}

/**
 * jalon_path_move_to:
 * @self: a path
 * @x: in canvas units
 * @y: in canvas units
 *
 * Begins a new part at a point.
 */
void
jalon_path_move_to (JalonPath *self, double x, double y)
{
  append (self, JALON_PATH_MOVE, make_point (x, y), (JalonPoint){ 0 }, (JalonPoint){ 0 });
}

/**
 * jalon_path_line_to:
 * @self: a path that was begun
 * @x: in canvas units
 * @y: in canvas units
 *
 * Draws a straight line to a point.
 */
void
jalon_path_line_to (JalonPath *self, double x, double y)
{
  append (self, JALON_PATH_LINE, make_point (x, y), (JalonPoint){ 0 }, (JalonPoint){ 0 });
}

/**
 * jalon_path_curve_to:
 * @self: a path that was begun
 * @x1: of the first control point, in canvas units
 * @y1: of the first control point
 * @x2: of the second control point
 * @y2: of the second control point
 * @x3: of the end
 * @y3: of the end
 *
 * Draws a cubic Bézier curve.
 */
void
jalon_path_curve_to (JalonPath *self,
                     double x1,
                     double y1,
                     double x2,
                     double y2,
                     double x3,
                     double y3)
{
  append (self, JALON_PATH_CURVE, make_point (x1, y1), make_point (x2, y2), make_point (x3, y3));
}

/**
 * jalon_path_close:
 * @self: a path that was begun
 *
 * Draws a straight line to where the part began.
 */
void
jalon_path_close (JalonPath *self)
{
  append (self, JALON_PATH_CLOSE, (JalonPoint){ 0 }, (JalonPoint){ 0 }, (JalonPoint){ 0 });
}

/**
 * jalon_path_get_elements:
 * @self: a path
 * @n_elements: (out): how many
 *
 * Returns: (array length=n_elements) (transfer none): its elements
 */
const JalonPathElement *
jalon_path_get_elements (JalonPath *self, guint *n_elements)
{
  *n_elements = self->elements->len;
  return (const JalonPathElement *) (gpointer) self->elements->data;
}

static gboolean
points_equal (const JalonPathElement *a, const JalonPathElement *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (a->points); i++)
    if (a->points[i].x != b->points[i].x || a->points[i].y != b->points[i].y)
      return FALSE;
  return TRUE;
}

/**
 * jalon_path_equal:
 * @a: a path
 * @b: another
 *
 * Returns: %TRUE if they have the same elements
 */
gboolean
jalon_path_equal (JalonPath *a, JalonPath *b)
{
  guint n, n_other;
  const JalonPathElement *elements = jalon_path_get_elements (a, &n);
  const JalonPathElement *others = jalon_path_get_elements (b, &n_other);

  if (a == b)
    return TRUE;
  if (n != n_other)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (elements[i].verb != others[i].verb || !points_equal (&elements[i], &others[i]))
      return FALSE;
  return TRUE;
}

/**
 * jalon_path_new_star:
 * @radius: of the points, in canvas units
 *
 * Makes a star of five points around (0, 0), one of them at the top.
 *
 * Returns: (transfer full): the path
 */
JalonPath *
jalon_path_new_star (double radius)
{
  JalonPath *self = jalon_path_new ();

  for (int i = 0; i < 10; i++)
    {
      /* A little fuller than a pentagram (0.38), so that it is still a star when it is small */
      double r = i % 2 == 0 ? radius : radius * 0.45;
      double angle = G_PI * (i / 5.0 - 0.5);

      if (i == 0)
        jalon_path_move_to (self, r * cos (angle), r * sin (angle));
      else
        jalon_path_line_to (self, r * cos (angle), r * sin (angle));
    }
  jalon_path_close (self);
  return self;
}

/**
 * jalon_path_new_circle:
 * @radius: in canvas units
 *
 * Makes a circle around (0, 0).
 *
 * Returns: (transfer full): the path
 */
JalonPath *
jalon_path_new_circle (double radius)
{
  JalonPath *self = jalon_path_new ();
  double r = radius;
  double k = radius * QUARTER;

  jalon_path_move_to (self, r, 0);
  jalon_path_curve_to (self, r, k, k, r, 0, r);
  jalon_path_curve_to (self, -k, r, -r, k, -r, 0);
  jalon_path_curve_to (self, -r, -k, -k, -r, 0, -r);
  jalon_path_curve_to (self, k, -r, r, -k, r, 0);
  jalon_path_close (self);
  return self;
}

/* The slopes at the points, limited so that no piece leaves the range of its ends; @slopes holds
 * the secants' means before. */
static void
limit_slopes (double *slopes, const double *secants, guint n_points)
{
  for (guint i = 0; i + 1 < n_points; i++)
    {
      double a;
      double b;
      double length;

      if (secants[i] == 0.0)
        {
          slopes[i] = slopes[i + 1] = 0.0;
          continue;
        }
      a = slopes[i] / secants[i];
      b = slopes[i + 1] / secants[i];
      length = hypot (a, b);
      if (length > 3.0)
        {
          slopes[i] = 3.0 * a / length * secants[i];
          slopes[i + 1] = 3.0 * b / length * secants[i];
        }
    }
}

static double *
compute_slopes (const JalonPoint *points, guint n_points)
{
  double *slopes = g_new0 (double, n_points);
  g_autofree double *secants = g_new0 (double, n_points);

  for (guint i = 0; i + 1 < n_points; i++)
    {
      double width = points[i + 1].x - points[i].x;

      secants[i] = width > 0.0 ? (points[i + 1].y - points[i].y) / width : 0.0;
    }
  slopes[0] = secants[0];
  slopes[n_points - 1] = secants[n_points - 2];
  for (guint i = 1; i + 1 < n_points; i++)
    slopes[i] = secants[i - 1] * secants[i] <= 0.0 ? 0.0 : (secants[i - 1] + secants[i]) / 2.0;
  limit_slopes (slopes, secants, n_points);
  return slopes;
}

/**
 * jalon_path_new_monotone:
 * @points: (array length=n_points): points whose x rises, in canvas units
 * @n_points: how many; a single one is only a move
 *
 * Draws a smooth curve through points that never leaves the range of neighbouring ones: no higher
 * peak and no deeper valley than the data have. F. N. Fritsch, R. E. Carlson, "Monotone Piecewise
 * Cubic Interpolation", SIAM Journal on Numerical Analysis 17, 1980.
 *
 * Returns: (transfer full): the path
 */
JalonPath *
jalon_path_new_monotone (const JalonPoint *points, guint n_points)
{
  JalonPath *self = jalon_path_new ();
  g_autofree double *slopes = NULL;

  if (n_points == 0)
    return self;
  jalon_path_move_to (self, points[0].x, points[0].y);
  if (n_points == 1)
    return self;

  slopes = compute_slopes (points, n_points);
  for (guint i = 0; i + 1 < n_points; i++)
    {
      const JalonPoint *a = &points[i];
      const JalonPoint *b = &points[i + 1];
      double third = (b->x - a->x) / 3.0;

      jalon_path_curve_to (self, a->x + third, a->y + slopes[i] * third, b->x - third,
                           b->y - slopes[i + 1] * third, b->x, b->y);
    }
  return self;
}

static double
distance_to_chord (JalonPoint a, JalonPoint b, double x, double y)
{
  double dx = b.x - a.x;
  double dy = b.y - a.y;
  double length = dx * dx + dy * dy;
  double t = length > 0.0 ? ((x - a.x) * dx + (y - a.y) * dy) / length : 0.0;

  t = CLAMP (t, 0.0, 1.0);
  return hypot (a.x + t * dx - x, a.y + t * dy - y);
}

static JalonPoint
point_on_curve (JalonPoint start, const JalonPoint *p, double t)
{
  double s = 1.0 - t;
  double a = s * s * s;
  double b = 3.0 * s * s * t;
  double c = 3.0 * s * t * t;
  double d = t * t * t;

  return (JalonPoint){ a * start.x + b * p[0].x + c * p[1].x + d * p[2].x,
                       a * start.y + b * p[0].y + c * p[1].y + d * p[2].y };
}

/* Where one looks from, and what has been found */
typedef struct
{
  JalonPoint point;
  double least;
  gboolean is_inside;
} Look;

typedef void (*ChordFunc) (JalonPoint from, JalonPoint to, Look *look);

/* Goes along the line of a path; curves count as a few chords. */
static void
foreach_chord (JalonPath *self, ChordFunc func, Look *look)
{
  const JalonPathElement *elements = (gpointer) self->elements->data;
  JalonPoint start = { 0 };
  JalonPoint last = { 0 };

  for (guint i = 0; i < self->elements->len; i++)
    {
      const JalonPathElement *element = &elements[i];
      guint n = element->verb == JALON_PATH_CURVE ? CHORDS : 1;
      JalonPoint from = last;

      if (element->verb == JALON_PATH_MOVE)
        {
          start = last = element->points[0];
          continue;
        }
      for (guint j = 1; j <= n; j++)
        {
          JalonPoint to = element->verb == JALON_PATH_CLOSE ? start
                          : element->verb == JALON_PATH_LINE
                            ? element->points[0]
                            : point_on_curve (from, element->points, (double) j / n);

          func (last, to, look);
          last = to;
        }
    }
}

static void
look_near (JalonPoint from, JalonPoint to, Look *look)
{
  look->least = MIN (look->least, distance_to_chord (from, to, look->point.x, look->point.y));
}

/* Whether a ray to the right crosses the chord. */
static void
look_right (JalonPoint from, JalonPoint to, Look *look)
{
  const JalonPoint *p = &look->point;

  if ((from.y > p->y) != (to.y > p->y) &&
      p->x < from.x + (p->y - from.y) / (to.y - from.y) * (to.x - from.x))
    look->is_inside = !look->is_inside;
}

/**
 * jalon_path_get_distance:
 * @self: a path
 * @x: in canvas units
 * @y: in canvas units
 *
 * Measures how far a point is from the line of the path; curves count as a few chords.
 *
 * Returns: the distance in canvas units; infinite for an empty path
 */
double
jalon_path_get_distance (JalonPath *self, double x, double y)
{
  Look look = { .point = { x, y }, .least = INFINITY };

  foreach_chord (self, look_near, &look);
  return look.least;
}

/**
 * jalon_path_contains:
 * @self: a path of closed parts
 * @x: in canvas units
 * @y: in canvas units
 *
 * Tells whether a point is inside, by the even-odd rule; curves count as a few chords.
 *
 * Returns: %TRUE if so
 */
gboolean
jalon_path_contains (JalonPath *self, double x, double y)
{
  Look look = { .point = { x, y } };

  foreach_chord (self, look_right, &look);
  return look.is_inside;
}
