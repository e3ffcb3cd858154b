/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-stakeholder-rings.h"

#include <math.h>

/* Radii of the rings at least, and the step in which a ring grows that is too full */
#define LEAST_RADIUS 124.0
#define LEAST_THICKNESS 96.0
#define STEP 16.0

/* Between the edge of a ring and its name */
#define NAME_GAP 10.0

/* The grid on which room is looked for, and how much more space than they cover pills need */
#define GRID 6.0
#define PACKING 1.3

static guint
get_ring (JalonElement *element, JalonFieldId field)
{
  return jalon_element_get_choice (element, field);
}

/* The third sector is there when somebody gave it a name or is in it. */
static gboolean
has_own_sector (JalonRings *self)
{
  if (jalon_element_has (self->map, JALON_FIELD_SECTOR_OWN))
    return TRUE;
  for (guint i = 0; i < self->people->len; i++)
    {
      JalonElement *element = g_array_index (self->people, JalonPerson, i).element;

      if (jalon_element_get_choice (element, JALON_FIELD_SIDE) == JALON_SIDE_OWN)
        return TRUE;
    }
  return FALSE;
}

/* External at the left, internal at the right; the own sector is the lower third. */
static void
cut_sectors (JalonRings *self)
{
  gboolean has_own = has_own_sector (self);
  double lower = has_own ? G_PI / 6 : G_PI / 2;

  self->sectors[0] = (JalonSector){ JALON_SIDE_EXTERNAL, G_PI - lower, 1.5 * G_PI };
  self->sectors[1] = (JalonSector){ JALON_SIDE_INTERNAL, -0.5 * G_PI, lower };
  self->sectors[2] = (JalonSector){ JALON_SIDE_OWN, lower, G_PI - lower };
  self->n_sectors = has_own ? 3 : 2;
}

static guint
find_sector (JalonRings *self, JalonElement *element)
{
  int side = jalon_element_get_choice (element, JALON_FIELD_SIDE);

  for (guint i = 0; i < self->n_sectors; i++)
    if ((int) self->sectors[i].side == side)
      return i;
  return 0;
}

/**
 * jalon_rings_cut:
 * @self: rings with people
 *
 * Cuts the rings into the sectors that are needed, and finds the part in which everybody is.
 */
void
jalon_rings_cut (JalonRings *self)
{
  cut_sectors (self);
  for (guint i = 0; i < self->people->len; i++)
    {
      JalonPerson *person = &g_array_index (self->people, JalonPerson, i);

      person->region = jalon_rings_get_region (self, get_ring (person->element, JALON_FIELD_RING),
                                               find_sector (self, person->element));
    }
}

/**
 * jalon_rings_get_region:
 * @self: rings
 * @ring: one of them, from the inner one outwards
 * @sector: the index of a sector
 *
 * Returns: the place of this part in the order in which they are read
 */
guint
jalon_rings_get_region (JalonRings *self, guint ring, guint sector)
{
  return ring * self->n_sectors + sector;
}

/* The point at a distance from the middle in the direction of an angle. */
static JalonPoint
get_point (JalonRings *self, double radius, double angle)
{
  return (JalonPoint){ self->middle.x + JALON_RINGS_ASPECT * radius * cos (angle),
                       self->middle.y + radius * sin (angle) };
}

/* Which side of the ray at @angle a point is on; positive is clockwise. */
static double
get_turn (double angle, double x, double y)
{
  return cos (angle) * y - sin (angle) * x / JALON_RINGS_ASPECT;
}

/* A sector is not wider than half a turn, so that its corners decide about a rectangle. */
static gboolean
is_in_sector (const JalonSector *sector, const JalonRect *r)
{
  const JalonPoint corners[] = { { r->x, r->y },
                                 { r->x + r->width, r->y },
                                 { r->x, r->y + r->height },
                                 { r->x + r->width, r->y + r->height } };

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    if (get_turn (sector->start, corners[i].x, corners[i].y) < 0 ||
        get_turn (sector->end, corners[i].x, corners[i].y) > 0)
      return FALSE;
  return TRUE;
}

/* How far a point is from the middle, squared. */
static double
get_distance (double x, double y)
{
  x /= JALON_RINGS_ASPECT;
  return x * x + y * y;
}

/* The nearest point of the rectangle must be beyond the inner ellipse, the farthest within the
 * outer one. */
static gboolean
is_in_ring (JalonRings *self, guint ring, const JalonRect *r)
{
  double near_x = CLAMP (0, r->x, r->x + r->width), near_y = CLAMP (0, r->y, r->y + r->height);
  double far_x = MAX (fabs (r->x), fabs (r->x + r->width));
  double far_y = MAX (fabs (r->y), fabs (r->y + r->height));

  if (get_distance (far_x, far_y) > self->radii[ring] * self->radii[ring])
    return FALSE;
  return ring == 0 ||
         get_distance (near_x, near_y) >= self->radii[ring - 1] * self->radii[ring - 1];
}

static gboolean
is_free (JalonRings *self, guint ring, guint sector, const JalonRect *rect)
{
  JalonRect wide = { rect->x - self->middle.x - JALON_PILL_MARGIN,
                     rect->y - self->middle.y - JALON_PILL_MARGIN,
                     rect->width + 2 * JALON_PILL_MARGIN, rect->height + 2 * JALON_PILL_MARGIN };

  return is_in_ring (self, ring, &wide) && is_in_sector (&self->sectors[sector], &wide) &&
         !jalon_rect_meets_any (rect, self->obstacles, JALON_PILL_GAP);
}

/* The steps 0, 1, −1, 2, −2 … away from the middle. */
static double
get_step (guint i)
{
  return GRID * (i % 2 == 0 ? -(double) (i / 2) : (double) (i / 2 + 1));
}

/* Looks along a row for the free place that is nearest to the middle of @wanted. */
static void
search_row (JalonRings *self,
            guint ring,
            guint sector,
            const JalonRect *wanted,
            double dy,
            double *best,
            JalonRect *found)
{
  JalonRect here = *wanted;

  here.y += dy;
  for (guint i = 0;; i++)
    {
      double dx = get_step (i), distance = dx * dx + dy * dy;

      if (distance >= *best || fabs (dx) > 2 * JALON_RINGS_ASPECT * self->radii[ring])
        return;
      here.x = wanted->x + dx;
      if (fabs (here.x - self->middle.x) > JALON_RINGS_ASPECT * self->radii[ring] ||
          !is_free (self, ring, sector, &here))
        continue;
      *best = distance;
      *found = here;
    }
}

/* Puts a rectangle where there is room in a part of a ring, near to where its middle should be. */
static gboolean
find_room (JalonRings *self, guint ring, guint sector, JalonPoint middle, JalonRect *rect)
{
  JalonRect wanted = { round (middle.x - rect->width / 2), round (middle.y - rect->height / 2),
                       rect->width, rect->height };
  double best = G_MAXDOUBLE;

  for (guint i = 0;; i++)
    {
      double dy = get_step (i);

      if (dy * dy >= best || fabs (dy) > 2 * self->radii[ring])
        break;
      if (fabs (wanted.y + dy - self->middle.y) > self->radii[ring])
        continue;
      search_row (self, ring, sector, &wanted, dy, &best, rect);
    }
  if (best == G_MAXDOUBLE)
    return FALSE;
  g_array_append_val (self->obstacles, *rect);
  return TRUE;
}

/* Half-way between the two edges of a ring; rather far out in the inner one. */
static double
get_middle_radius (JalonRings *self, guint ring)
{
  return ring == 0 ? 0.55 * self->radii[0] : (self->radii[ring - 1] + self->radii[ring]) / 2;
}

static guint
count_before (JalonRings *self, guint region, guint end)
{
  guint n = 0;

  for (guint i = 0; i < end; i++)
    n += g_array_index (self->people, JalonPerson, i).region == region ? 1 : 0;
  return n;
}

/* People of one part are spread over its angle in their order, from the top at both sides. */
static JalonPoint
get_wanted (JalonRings *self, guint index)
{
  const JalonPerson *person = &g_array_index (self->people, JalonPerson, index);
  guint ring = person->region / self->n_sectors;
  const JalonSector *sector = &self->sectors[person->region % self->n_sectors];
  double share = (count_before (self, person->region, index) + 0.5) /
                 count_before (self, person->region, self->people->len);

  if (sector->side != JALON_SIDE_INTERNAL)
    share = 1 - share;
  return get_point (self, get_middle_radius (self, ring),
                    sector->start + share * (sector->end - sector->start));
}

static gboolean
place_pills (JalonRings *self, guint *full)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      JalonPerson *person = &g_array_index (self->people, JalonPerson, i);

      *full = person->region / self->n_sectors;
      if (!find_room (self, *full, person->region % self->n_sectors, get_wanted (self, i),
                      &person->rect))
        return FALSE;
    }
  return TRUE;
}

/* Where somebody is wanted: in the same direction, in another ring. */
static gboolean
place_ghosts (JalonRings *self, guint *full)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      JalonPerson *person = &g_array_index (self->people, JalonPerson, i);
      guint ring = get_ring (person->element, JALON_FIELD_DESIRED_RING);
      double x = person->rect.x + person->rect.width / 2 - self->middle.x;
      double y = person->rect.y + person->rect.height / 2 - self->middle.y;

      g_clear_pointer (&person->ghost, jalon_node_unref);
      if (!jalon_element_has (person->element, JALON_FIELD_DESIRED_RING) ||
          ring == get_ring (person->element, JALON_FIELD_RING))
        continue;
      *full = ring;
      person->ghost = jalon_people_make_ghost (self->layout, person->element);
      person->ghost_region = jalon_rings_get_region (self, ring, person->region % self->n_sectors);
      person->ghost_rect.width = jalon_node_get_width (person->ghost);
      person->ghost_rect.height = jalon_node_get_height (person->ghost);
      if (!find_room (self, ring, person->region % self->n_sectors,
                      get_point (self, get_middle_radius (self, ring),
                                 atan2 (y, x / JALON_RINGS_ASPECT)),
                      &person->ghost_rect))
        return FALSE;
    }
  return TRUE;
}

/* The names of the rings stand at their tops, on the line between the two upper sectors. */
static void
place_names (JalonRings *self)
{
  for (guint i = 0; i < JALON_N_RINGS; i++)
    {
      double width = jalon_node_get_width (self->names[i]);

      self->name_rects[i] = (JalonRect){ self->middle.x - width / 2,
                                         self->middle.y - self->radii[i] + NAME_GAP, width,
                                         jalon_node_get_height (self->names[i]) };
      g_array_append_val (self->obstacles, self->name_rects[i]);
    }
}

static void
grow (JalonRings *self, guint ring)
{
  double step = MAX (STEP, self->radii[ring] * 0.05);

  for (guint i = ring; i < JALON_N_RINGS; i++)
    self->radii[i] += step;
}

/* The area that the fullest part of a ring needs at the very least. */
static double
get_crowd (JalonRings *self, guint ring)
{
  double areas[JALON_MAX_SECTORS] = { 0 }, most = 0;

  for (guint i = 0; i < self->people->len; i++)
    {
      JalonPerson *person = &g_array_index (self->people, JalonPerson, i);
      guint sector = person->region % self->n_sectors;

      if (person->region / self->n_sectors != ring)
        continue;
      areas[sector] += (person->rect.width + JALON_PILL_GAP) *
                       (person->rect.height + JALON_PILL_GAP);
      most = MAX (most, areas[sector]);
    }
  return PACKING * most;
}

/* Rings are at least so thick that their names have room, and so large that there may be room for
 * everybody. */
static void
begin (JalonRings *self)
{
  double inner = 0;

  for (guint i = 0; i < JALON_N_RINGS; i++)
    {
      double name = jalon_node_get_height (self->names[i]) + 2 * NAME_GAP;
      double least = inner + MAX (i == 0 ? LEAST_RADIUS : LEAST_THICKNESS, name);
      double area = get_crowd (self, i) * self->n_sectors / (G_PI * JALON_RINGS_ASPECT);

      inner = MAX (least, sqrt (inner * inner + area));
      self->radii[i] = inner;
    }
}

/**
 * jalon_rings_fill:
 * @self: rings with names
 * @y: the top of the rings
 *
 * Gives everybody a place in their part of the rings; a ring grows until there is room.
 */
void
jalon_rings_fill (JalonRings *self, double y)
{
  guint full = 0;

  begin (self);
  for (;;)
    {
      g_array_set_size (self->obstacles, 0);
      self->middle.x = JALON_MARGIN + JALON_RINGS_ASPECT * self->radii[JALON_N_RINGS - 1];
      self->middle.y = y + self->radii[JALON_N_RINGS - 1];
      place_names (self);
      if (place_pills (self, &full) && place_ghosts (self, &full))
        return;
      grow (self, full);
    }
}
