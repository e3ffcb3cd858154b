/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-stakeholder-cubic.h"

#include <math.h>

/* How far a loop round the side of two pills reaches */
#define LOOP 44.0

/* Half the width of an arrow head */
#define HEAD_HALF 4.0

/* How finely curves are searched */
#define STEP (1.0 / 128)

static JalonPoint
get_centre (const JalonRect *rect)
{
  return (JalonPoint){ rect->x + rect->width / 2, rect->y + rect->height / 2 };
}

static JalonPoint
between (JalonPoint a, JalonPoint b, double t)
{
  return (JalonPoint){ a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };
}

/* De Casteljau: the part of a curve up to @t, or from there. */
static JalonCubic
split (const JalonCubic *curve, double t, gboolean is_second)
{
  const JalonPoint *p = curve->points;
  JalonPoint a = between (p[0], p[1], t), b = between (p[1], p[2], t), c = between (p[2], p[3], t);
  JalonPoint d = between (a, b, t), e = between (b, c, t), f = between (d, e, t);

  return is_second ? (JalonCubic){ { f, e, c, p[3] } } : (JalonCubic){ { p[0], a, d, f } };
}

/**
 * jalon_cubic_get_point:
 * @self: a curve
 * @t: from 0, its beginning, to 1, its end
 *
 * Returns: the point there
 */
JalonPoint
jalon_cubic_get_point (const JalonCubic *self, double t)
{
  return split (self, t, FALSE).points[3];
}

/**
 * jalon_cubic_new_bent:
 * @from: a rectangle
 * @to: another one
 * @share: how far to the side, as a share of the way
 *
 * Returns: a curve from the middle of one to the middle of the other
 */
JalonCubic
jalon_cubic_new_bent (const JalonRect *from, const JalonRect *to, double share)
{
  JalonPoint a = get_centre (from), b = get_centre (to), middle = between (a, b, 0.5);
  JalonPoint control = { middle.x - (b.y - a.y) * share, middle.y + (b.x - a.x) * share };

  return (JalonCubic){ { a, between (a, control, 2.0 / 3), between (b, control, 2.0 / 3), b } };
}

/**
 * jalon_cubic_new_loop:
 * @from: a rectangle
 * @to: another one, or the same
 * @x: −1 for the left side, 1 for the right one, else 0
 * @y: −1 for the upper side, 1 for the lower one, else 0
 *
 * Returns: a curve out of one side of a rectangle and into the same side of another: for
 *   neighbours, and for somebody who is related to themselves
 */
JalonCubic
jalon_cubic_new_loop (const JalonRect *from, const JalonRect *to, double x, double y)
{
  JalonPoint a = get_centre (from), b = get_centre (to);
  double apart = from == to ? from->height / 4 : 0;

  a.x += x * (from->width / 2 + JALON_CUBIC_CLEAR) - fabs (y) * apart;
  a.y += y * (from->height / 2 + JALON_CUBIC_CLEAR) - fabs (x) * apart;
  b.x += x * (to->width / 2 + JALON_CUBIC_CLEAR) + fabs (y) * apart;
  b.y += y * (to->height / 2 + JALON_CUBIC_CLEAR) + fabs (x) * apart;
  return (
    JalonCubic){ { a, { a.x + x * LOOP, a.y + y * LOOP }, { b.x + x * LOOP, b.y + y * LOOP }, b } };
}

/* The middle of a side, just outside. */
static JalonPoint
get_side (const JalonRect *rect, JalonPoint side)
{
  JalonPoint middle = get_centre (rect);

  return (JalonPoint){ middle.x + side.x * (rect->width / 2 + JALON_CUBIC_CLEAR),
                       middle.y + side.y * (rect->height / 2 + JALON_CUBIC_CLEAR) };
}

/**
 * jalon_cubic_new_sided:
 * @from: a rectangle
 * @to: another one
 * @out: the side by which it leaves @from: one of (−1, 0), (1, 0), (0, −1) and (0, 1)
 * @in: the side by which it comes to @to
 * @share: how far it goes straight on, as a share of the way
 *
 * Returns: a curve from the middle of one side to the middle of another, square to both
 */
JalonCubic
jalon_cubic_new_sided (const JalonRect *from,
                       const JalonRect *to,
                       JalonPoint out,
                       JalonPoint in,
                       double share)
{
  JalonPoint a = get_side (from, out), d = get_side (to, in), b, c;
  double reach = MAX (LOOP, share * hypot (d.x - a.x, d.y - a.y));

  b = (JalonPoint){ a.x + out.x * reach, a.y + out.y * reach };
  c = (JalonPoint){ d.x + in.x * reach, d.y + in.y * reach };
  return (JalonCubic){ { a, b, c, d } };
}

/**
 * jalon_cubic_trim:
 * @self: a curve
 * @from: where it begins
 * @to: where it ends
 *
 * Takes away what lies in the two rectangles.
 *
 * Returns: %FALSE if too little is left to be seen
 */
gboolean
jalon_cubic_trim (JalonCubic *self, const JalonRect *from, const JalonRect *to)
{
  double start = 0, end = 1;

  while (start < 1 &&
         jalon_rect_holds (from, jalon_cubic_get_point (self, start), JALON_CUBIC_CLEAR - 0.01))
    start += STEP;
  while (end > start &&
         jalon_rect_holds (to, jalon_cubic_get_point (self, end), JALON_CUBIC_CLEAR - 0.01))
    end -= STEP;
  if (end - start < 4 * STEP)
    return FALSE;
  *self = split (self, end, FALSE);
  *self = split (self, start / end, TRUE);
  return hypot (self->points[3].x - self->points[0].x, self->points[3].y - self->points[0].y) >
           1.5 * JALON_CUBIC_HEAD ||
         hypot (self->points[1].x - self->points[0].x, self->points[1].y - self->points[0].y) >
           JALON_CUBIC_HEAD;
}

/**
 * jalon_cubic_get_hull:
 * @self: a curve
 * @margin: in canvas units
 *
 * Returns: a rectangle that holds the curve and @margin round it
 */
JalonRect
jalon_cubic_get_hull (const JalonCubic *self, double margin)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < G_N_ELEMENTS (self->points); i++)
    {
      left = MIN (left, self->points[i].x);
      top = MIN (top, self->points[i].y);
      right = MAX (right, self->points[i].x);
      bottom = MAX (bottom, self->points[i].y);
    }
  return (JalonRect){ left - margin, top - margin, right - left + 2 * margin,
                      bottom - top + 2 * margin };
}

/* Where on a curve the arrow head begins. */
static double
find_head (const JalonCubic *self)
{
  JalonPoint tip = self->points[3];
  double t = 1;

  while (t > 0.05)
    {
      JalonPoint point = jalon_cubic_get_point (self, t);

      if (hypot (tip.x - point.x, tip.y - point.y) >= JALON_CUBIC_HEAD - 1)
        break;
      t -= STEP / 2;
    }
  return t;
}

/**
 * jalon_cubic_make_line:
 * @self: a curve
 * @origin: of the coordinates of the path
 *
 * Returns: (transfer full): the curve up to where its arrow head begins
 */
JalonPath *
jalon_cubic_make_line (const JalonCubic *self, JalonPoint origin)
{
  JalonCubic line = split (self, find_head (self), FALSE);
  const JalonPoint *p = line.points;
  JalonPath *path = jalon_path_new ();

  jalon_path_move_to (path, p[0].x - origin.x, p[0].y - origin.y);
  jalon_path_curve_to (path, p[1].x - origin.x, p[1].y - origin.y, p[2].x - origin.x,
                       p[2].y - origin.y, p[3].x - origin.x, p[3].y - origin.y);
  return path;
}

/**
 * jalon_cubic_make_head:
 * @self: a curve
 * @origin: of the coordinates of the path
 *
 * Returns: (transfer full): a triangle whose tip is the end of the curve
 */
JalonPath *
jalon_cubic_make_head (const JalonCubic *self, JalonPoint origin)
{
  JalonPoint tip = self->points[3];
  JalonPoint back = jalon_cubic_get_point (self, find_head (self));
  double length = MAX (hypot (tip.x - back.x, tip.y - back.y), 1e-9);
  double x = (tip.x - back.x) / length, y = (tip.y - back.y) / length;
  JalonPoint base = { tip.x - x * JALON_CUBIC_HEAD - origin.x,
                      tip.y - y * JALON_CUBIC_HEAD - origin.y };
  JalonPath *path = jalon_path_new ();

  jalon_path_move_to (path, tip.x - origin.x, tip.y - origin.y);
  jalon_path_line_to (path, base.x - y * HEAD_HALF, base.y + x * HEAD_HALF);
  jalon_path_line_to (path, base.x + y * HEAD_HALF, base.y - x * HEAD_HALF);
  jalon_path_close (path);
  return path;
}
