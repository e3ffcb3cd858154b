/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-stakeholder-links.h"

#include <math.h>

/* How near a line may come to people whom it does not concern */
#define KEEP_OFF 5.0

/* Two curves that come this near run into each other */
#define LINE_GAP 7.0

/* How far a curve may reach out of the plane, which the margin of the sheet allows */
#define OUT 20.0

/* What it costs when so much of a curve lies where it should not */
#define COST_LENGTH 12.0
#define COST_PERSON 40.0
#define COST_WORDS 12.0
#define COST_LINE 2.5
#define COST_OUTSIDE 40.0

/* What it costs to be as long again as the direct way, and to take the same way as another */
#define COST_DETOUR 16.0
#define COST_SAME_WAY 500.0

static const JalonRect *
get_target (const JalonLink *link)
{
  return link->relation != NULL ? &link->to->rect : &link->to->ghost_rect;
}

static double
get_point_cost (JalonLinks *self, const JalonLink *link, JalonPoint point)
{
  double cost = jalon_rect_holds (&self->bounds, point, 0) ? 0 : COST_OUTSIDE;

  for (guint i = 0; i < self->obstacles->len; i++)
    if (jalon_rect_holds (&g_array_index (self->obstacles, JalonRect, i), point, 1))
      cost += COST_WORDS;
  for (guint i = 0; i < self->people->len; i++)
    {
      const JalonPerson *person = &g_array_index (self->people, JalonPerson, i);

      if (person != link->from && person != link->to &&
          jalon_rect_holds (&person->rect, point, KEEP_OFF))
        cost += COST_PERSON;
    }
  return cost;
}

static gboolean
comes_near (const JalonLink *link, JalonPoint point)
{
  if (!jalon_rect_holds (&link->hull, point, LINE_GAP))
    return FALSE;
  for (guint i = 0; i <= JALON_N_SAMPLES; i++)
    if (fabs (link->samples[i].x - point.x) < LINE_GAP &&
        fabs (link->samples[i].y - point.y) < LINE_GAP)
      return TRUE;
  return FALSE;
}

/* What a curve crosses at a right angle costs little, what it runs beside much. */
static double
get_line_cost (JalonLinks *self, const JalonLink *link, JalonPoint point)
{
  double cost = 0;

  for (guint i = 0; i < self->links->len; i++)
    {
      const JalonLink *other = &g_array_index (self->links, JalonLink, i);

      if (other != link && other->is_drawn && comes_near (other, point))
        cost += COST_LINE;
    }
  return cost;
}

/* Two links between the same two people take different ways. */
static gboolean
is_taken (JalonLinks *self, const JalonLink *link, guint way)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const JalonLink *other = &g_array_index (self->links, JalonLink, i);

      if (other != link && other->is_drawn && other->way == way && other->from == link->from &&
          other->to == link->to && (other->relation == NULL) == (link->relation == NULL))
        return TRUE;
    }
  return FALSE;
}

static double
get_length (const JalonCubic *curve)
{
  const JalonPoint *p = curve->points;
  double length = 0;

  for (guint i = 0; i < 3; i++)
    length += hypot (p[i + 1].x - p[i].x, p[i + 1].y - p[i].y);
  return length;
}

/* How much longer a curve is than the direct way: no reader likes a detour. */
static double
get_detour (const JalonCubic *curve)
{
  const JalonPoint *p = curve->points;

  return get_length (curve) / MAX (hypot (p[3].x - p[0].x, p[3].y - p[0].y), 40) - 1;
}

/* The cost of a way, or anything above @limit. */
static double
get_cost (JalonLinks *self, const JalonLink *link, const JalonCubic *curve, guint way, double limit)
{
  double share = get_length (curve) / JALON_N_SAMPLES / COST_LENGTH;
  double cost = 0.4 * way + COST_DETOUR * get_detour (curve);

  if (is_taken (self, link, way))
    cost += COST_SAME_WAY;
  for (guint i = 0; i <= JALON_N_SAMPLES && cost < limit; i++)
    {
      JalonPoint point = jalon_cubic_get_point (curve, i / (double) JALON_N_SAMPLES);

      cost += share * (get_point_cost (self, link, point) + get_line_cost (self, link, point));
    }
  return cost;
}

/* The ways a link may take, the most beautiful first: bows from middle to middle, loops round one
 * side, and curves from any side to any other. The arrow to a ghost rather goes straight. */
static gboolean
get_way (const JalonLink *link, guint way, JalonCubic *curve)
{
  static const double bends[] = { 0.12, -0.12, 0.22, -0.22, 0, 0.34, -0.34, 0.5, -0.5, 0.7, -0.7 };
  static const double straight[] = { 0, 0.1, -0.1, 0.22, -0.22, 0.36, -0.36, 0.5, -0.5 };
  static const double reaches[] = { 0.42, 0.25, 0.6 };
  static const JalonPoint sides[] = { { 1, 0 }, { -1, 0 }, { 0, -1 }, { 0, 1 } };
  const guint n_sides = G_N_ELEMENTS (sides);
  gboolean is_relation = link->relation != NULL;
  guint n_bends = is_relation ? G_N_ELEMENTS (bends) : G_N_ELEMENTS (straight);
  const JalonRect *from = &link->from->rect, *to = get_target (link);

  if (way < n_bends)
    {
      *curve = jalon_cubic_new_bent (from, to, is_relation ? bends[way] : straight[way]);
      return TRUE;
    }
  way -= n_bends;
  if (way < n_sides)
    *curve = jalon_cubic_new_loop (from, to, sides[way].x, sides[way].y);
  else if (way < n_sides + n_sides * n_sides * G_N_ELEMENTS (reaches))
    *curve = jalon_cubic_new_sided (from, to, sides[way / n_sides % n_sides], sides[way % n_sides],
                                    reaches[way / (n_sides * n_sides) % G_N_ELEMENTS (reaches)]);
  else
    return FALSE;
  return TRUE;
}

static gboolean
fits (JalonLinks *self, const JalonCubic *curve)
{
  JalonRect hull = jalon_cubic_get_hull (curve, JALON_CUBIC_HEAD - OUT);

  return hull.x >= self->bounds.x && hull.y >= self->bounds.y &&
         hull.x + hull.width <= self->bounds.x + self->bounds.width &&
         hull.y + hull.height <= self->bounds.y + self->bounds.height;
}

/**
 * jalon_links_route:
 * @self: the links of a map
 * @link: one of them
 *
 * Finds the way of a link that keeps best clear of people, words and links before it.
 */
void
jalon_links_route (JalonLinks *self, JalonLink *link)
{
  double best = G_MAXDOUBLE;
  JalonCubic curve;

  for (guint way = 0; get_way (link, way, &curve); way++)
    {
      double cost;

      if (!jalon_cubic_trim (&curve, &link->from->rect, get_target (link)) || !fits (self, &curve))
        continue;
      cost = get_cost (self, link, &curve, way, best);
      if (cost >= best)
        continue;
      best = cost;
      link->curve = curve;
      link->way = way;
      link->is_drawn = TRUE;
    }
  for (guint i = 0; i <= JALON_N_SAMPLES; i++)
    link->samples[i] = jalon_cubic_get_point (&link->curve, i / (double) JALON_N_SAMPLES);
  link->hull = jalon_cubic_get_hull (&link->curve, JALON_CUBIC_HEAD);
}
