/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-path.h"

#include <math.h>

/* Path data; W3C, Scalable Vector Graphics 2, chapter 9.3. All commands but T and t, which no icon
 * of ours needs. */
typedef struct
{
  const char *p;
  double scale;
  JalonPath *path;
  JalonPoint start;
  JalonPoint here;
  JalonPoint control;
  char previous;
  gboolean failed;
} Parser;

static double
read_number (Parser *self)
{
  char *end = NULL;
  double value;

  self->p += strspn (self->p, " \t\n,");
  value = g_ascii_strtod (self->p, &end);
  if (end == self->p || !isfinite (value))
    self->failed = TRUE;
  self->p = end;
  return value;
}

/* A flag of an arc may stand without a blank before the next number. */
static gboolean
read_flag (Parser *self)
{
  self->p += strspn (self->p, " \t\n,");
  if (*self->p != '0' && *self->p != '1')
    {
      self->failed = TRUE;
      return FALSE;
    }
  return *self->p++ == '1';
}

static JalonPoint
read_point (Parser *self, gboolean relative)
{
  double x = read_number (self);
  double y = read_number (self);

  return relative ? (JalonPoint){ self->here.x + x, self->here.y + y } : (JalonPoint){ x, y };
}

static void
add_move (Parser *self, JalonPoint to)
{
  if (self->failed)
    return;
  jalon_path_move_to (self->path, to.x * self->scale, to.y * self->scale);
  self->here = self->start = self->control = to;
}

static void
add_line (Parser *self, JalonPoint to)
{
  if (self->failed)
    return;
  jalon_path_line_to (self->path, to.x * self->scale, to.y * self->scale);
  self->here = self->control = to;
}

static void
add_curve (Parser *self, JalonPoint a, JalonPoint b, JalonPoint to)
{
  double s = self->scale;

  if (self->failed)
    return;
  jalon_path_curve_to (self->path, a.x * s, a.y * s, b.x * s, b.y * s, to.x * s, to.y * s);
  self->control = b;
  self->here = to;
}

static void
add_quadratic (Parser *self, JalonPoint c, JalonPoint to)
{
  JalonPoint a = { (self->here.x + 2.0 * c.x) / 3.0, (self->here.y + 2.0 * c.y) / 3.0 };
  JalonPoint b = { (to.x + 2.0 * c.x) / 3.0, (to.y + 2.0 * c.y) / 3.0 };

  add_curve (self, a, b, to);
}

/* A part of the circle of radius @r around @centre, in pieces of at most a quarter. */
static void
add_arc_pieces (Parser *self, JalonPoint centre, double r, double angle, double sweep)
{
  int n = (int) ceil (fabs (sweep) / (G_PI / 2.0) - 1e-9);
  double step = sweep / MAX (n, 1);
  double k = 4.0 / 3.0 * tan (step / 4.0) * r;

  for (int i = 0; i < n; i++, angle += step)
    {
      double c0 = cos (angle);
      double s0 = sin (angle);
      double c1 = cos (angle + step);
      double s1 = sin (angle + step);

      add_curve (self, (JalonPoint){ centre.x + r * c0 - k * s0, centre.y + r * s0 + k * c0 },
                 (JalonPoint){ centre.x + r * c1 + k * s1, centre.y + r * s1 - k * c1 },
                 (JalonPoint){ centre.x + r * c1, centre.y + r * s1 });
    }
}

/* Only circles: a second radius and a rotation are read and not used. */
static void
add_arc (Parser *self, gboolean relative)
{
  JalonPoint from = self->here;
  double r = fabs (read_number (self));
  G_GNUC_UNUSED double r2 = read_number (self);
  G_GNUC_UNUSED double rotation = read_number (self);
  gboolean large = read_flag (self);
  gboolean clockwise = read_flag (self);
  JalonPoint to = read_point (self, relative);
  double dx = to.x - from.x;
  double dy = to.y - from.y;
  double half = hypot (dx, dy) / 2.0;
  JalonPoint centre = { (from.x + to.x) / 2.0, (from.y + to.y) / 2.0 };
  double offset;
  double sweep;

  if (self->failed || half == 0.0)
    return;
  r = MAX (r, half);
  offset = sqrt (r * r - half * half) / (2.0 * half) * (large == clockwise ? -1.0 : 1.0);
  centre.x -= offset * dy;
  centre.y += offset * dx;
  sweep = atan2 (to.y - centre.y, to.x - centre.x) - atan2 (from.y - centre.y, from.x - centre.x);
  if (clockwise && sweep < 0.0)
    sweep += 2.0 * G_PI;
  else if (!clockwise && sweep > 0.0)
    sweep -= 2.0 * G_PI;
  add_arc_pieces (self, centre, r, atan2 (from.y - centre.y, from.x - centre.x), sweep);
  self->here = self->control = to;
}

static void
add_smooth (Parser *self, gboolean relative)
{
  gboolean after_curve = self->previous != '\0' && strchr ("CcSs", self->previous) != NULL;
  JalonPoint a = after_curve ? (JalonPoint){ 2.0 * self->here.x - self->control.x,
                                             2.0 * self->here.y - self->control.y }
                             : self->here;
  JalonPoint b = read_point (self, relative);

  add_curve (self, a, b, read_point (self, relative));
}

static void
add_cubic (Parser *self, gboolean relative)
{
  JalonPoint a = read_point (self, relative);
  JalonPoint b = read_point (self, relative);

  add_curve (self, a, b, read_point (self, relative));
}

static void
run_command (Parser *self, char command)
{
  gboolean relative = g_ascii_islower (command);
  JalonPoint base = relative ? self->here : (JalonPoint){ 0 };
  JalonPoint point;

  switch (g_ascii_toupper (command))
    {
    case 'M':
      add_move (self, read_point (self, relative));
      break;
    case 'L':
      add_line (self, read_point (self, relative));
      break;
    case 'H':
      add_line (self, (JalonPoint){ base.x + read_number (self), self->here.y });
      break;
    case 'V':
      add_line (self, (JalonPoint){ self->here.x, base.y + read_number (self) });
      break;
    case 'C':
      add_cubic (self, relative);
      break;
    case 'S':
      add_smooth (self, relative);
      break;
    case 'Q':
      point = read_point (self, relative);
      add_quadratic (self, point, read_point (self, relative));
      break;
    case 'A':
      add_arc (self, relative);
      break;
    case 'Z':
      jalon_path_close (self->path);
      self->here = self->control = self->start;
      break;
    default:
      self->failed = TRUE;
      break;
    }
  self->previous = command;
}

/**
 * jalon_path_new_from_svg:
 * @data: the d attribute of an SVG path; arcs are parts of circles
 * @scale: canvas units for a unit of @data
 *
 * Makes a path from the form in which the icons are written down.
 *
 * Returns: (transfer full): the path, up to the first error in @data
 */
JalonPath *
jalon_path_new_from_svg (const char *data, double scale)
{
  Parser self = { .p = data, .scale = scale, .path = jalon_path_new () };
  char command = '\0';

  g_return_val_if_fail (data != NULL, self.path);

  while (self.p += strspn (self.p, " \t\n,"), *self.p != '\0' && !self.failed)
    {
      if (g_ascii_isalpha (*self.p))
        command = *self.p++;
      else if (command == '\0' || command == 'Z' || command == 'z')
        break;
      run_command (&self, command);
      /* Further points after a move are lines. */
      command = command == 'M' ? 'L' : command == 'm' ? 'l' : command;
    }
  return self.path;
}
