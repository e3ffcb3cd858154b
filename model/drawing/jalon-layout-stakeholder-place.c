/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-stakeholder-private.h"

#include <math.h>

/* What counts as touching rather than meeting, in canvas units */
#define TOUCH 1e-6

/* A place from left to right, and how far it is from where one wants to be. */
typedef struct
{
  double at;
  double distance;
} Place;

/* What may not be the upper edge, ends excluded. */
typedef struct
{
  double start;
  double end;
} Span;

/**
 * jalon_rect_meets:
 * @a: a rectangle
 * @b: another one
 * @gap: what should be between them, in canvas units
 *
 * Returns: %TRUE if they are nearer to each other than @gap in both directions
 */
gboolean
jalon_rect_meets (const JalonRect *a, const JalonRect *b, double gap)
{
  return a->x < b->x + b->width + gap - TOUCH && b->x < a->x + a->width + gap - TOUCH &&
         a->y < b->y + b->height + gap - TOUCH && b->y < a->y + a->height + gap - TOUCH;
}

gboolean
jalon_rect_holds (const JalonRect *rect, JalonPoint p, double margin)
{
  return p.x > rect->x - margin && p.x < rect->x + rect->width + margin && p.y > rect->y - margin &&
         p.y < rect->y + rect->height + margin;
}

gboolean
jalon_rect_meets_any (const JalonRect *rect, GArray *obstacles, double gap)
{
  for (guint i = 0; i < obstacles->len; i++)
    if (jalon_rect_meets (rect, &g_array_index (obstacles, JalonRect, i), gap))
      return TRUE;
  return FALSE;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *x = a;
  const Place *y = b;

  if (x->distance != y->distance)
    return x->distance < y->distance ? -1 : 1;
  return x->at < y->at ? -1 : x->at > y->at;
}

static void
add_place (GArray *places, double at, double wanted, double least, double most)
{
  Place place = { at, fabs (at - wanted) };

  if (at >= least - TOUCH && at <= most + TOUCH)
    g_array_append_val (places, place);
}

/* The places from left to right that can be the best one: where one wants to be, and where one
 * touches an edge. Between two of them a rectangle could still be moved nearer. */
static GArray *
list_places (const JalonRect *rect, const JalonRect *bounds, GArray *obstacles, double gap)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  double least = bounds->x, most = bounds->x + bounds->width - rect->width;

  add_place (places, CLAMP (rect->x, least, MAX (least, most)), rect->x, least, most);
  for (guint i = 0; i < obstacles->len; i++)
    {
      const JalonRect *obstacle = &g_array_index (obstacles, JalonRect, i);

      add_place (places, obstacle->x - gap - rect->width, rect->x, least, most);
      add_place (places, obstacle->x + obstacle->width + gap, rect->x, least, most);
    }
  g_array_sort (places, compare_places);
  return places;
}

/* What is in the way of a rectangle that only moves up and down. */
static void
list_spans (const JalonRect *rect, GArray *obstacles, double gap, GArray *spans)
{
  g_array_set_size (spans, 0);
  for (guint i = 0; i < obstacles->len; i++)
    {
      const JalonRect *obstacle = &g_array_index (obstacles, JalonRect, i);
      Span span = { obstacle->y - gap - rect->height, obstacle->y + obstacle->height + gap };

      if (obstacle->x < rect->x + rect->width + gap - TOUCH &&
          rect->x < obstacle->x + obstacle->width + gap - TOUCH)
        g_array_append_val (spans, span);
    }
}

/* Moves up, or down, until nothing is in the way. */
static double
slide (double y, GArray *spans, gboolean is_down)
{
  gboolean is_free;

  do
    {
      is_free = TRUE;
      for (guint i = 0; i < spans->len; i++)
        {
          const Span *span = &g_array_index (spans, Span, i);

          if (y <= span->start + TOUCH || y >= span->end - TOUCH)
            continue;
          y = is_down ? span->end : span->start;
          is_free = FALSE;
        }
    }
  while (!is_free);
  return y;
}

/* The nearest free place straight above or below @x. */
static void
try_place (JalonRect *found,
           double *best,
           const Place *x,
           double wanted,
           const JalonRect *bounds,
           GArray *spans)
{
  double least = bounds->y, most = bounds->y + bounds->height - found->height;
  double start = CLAMP (wanted, least, MAX (least, most));

  for (guint i = 0; i < 2; i++)
    {
      double y = slide (start, spans, i == 1);
      double distance = x->distance * x->distance + (y - wanted) * (y - wanted);

      if (y < least - TOUCH || y > most + TOUCH || distance >= *best)
        continue;
      *best = distance;
      found->x = x->at;
      found->y = y;
    }
}

/**
 * jalon_rect_find_room:
 * @rect: (inout): a rectangle where one would like to have it
 * @bounds: what it must stay in
 * @obstacles: (element-type JalonRect): what it must not meet
 * @gap: the least distance to an obstacle in one of the directions, in canvas units
 *
 * Moves a rectangle as little as possible, as the crow flies, to where there is room for it. The
 * same question has the same answer.
 *
 * Returns: %TRUE if there is room; else @rect stays where it was
 */
gboolean
jalon_rect_find_room (JalonRect *rect, const JalonRect *bounds, GArray *obstacles, double gap)
{
  g_autoptr (GArray) xs = list_places (rect, bounds, obstacles, gap);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  double best = G_MAXDOUBLE;
  JalonRect found = *rect;

  for (guint i = 0; i < xs->len; i++)
    {
      const Place *x = &g_array_index (xs, Place, i);
      JalonRect column = { x->at, rect->y, rect->width, rect->height };

      if (x->distance * x->distance >= best)
        break;
      list_spans (&column, obstacles, gap, spans);
      try_place (&found, &best, x, rect->y, bounds, spans);
    }
  *rect = found;
  return best < G_MAXDOUBLE;
}

static double
get_distance (const JalonRect *a, const JalonRect *b)
{
  return hypot (a->x - b->x, a->y - b->y);
}

/**
 * jalon_rect_find_room_near:
 * @rect: (inout): a rectangle where one would like to have it
 * @bounds: what it must stay in
 * @obstacles: (element-type JalonRect): what it must not meet
 * @gap: the distance to an obstacle that looks well, in canvas units
 * @least: the least one
 * @far: how far away is too far, in canvas units
 *
 * Finds room with @gap around it, but only with @least where the other is too far away and this is
 * nearer: where something is tells more than how much room it has.
 *
 * Returns: %TRUE if there is room with @gap; else @rect stays where it was
 */
gboolean
jalon_rect_find_room_near (JalonRect *rect,
                           const JalonRect *bounds,
                           GArray *obstacles,
                           double gap,
                           double least,
                           double far)
{
  const JalonRect wanted = *rect;
  JalonRect tight = wanted;

  if (!jalon_rect_find_room (rect, bounds, obstacles, gap))
    return FALSE;
  if (get_distance (rect, &wanted) > far &&
      jalon_rect_find_room (&tight, bounds, obstacles, least) &&
      get_distance (&tight, &wanted) < get_distance (rect, &wanted))
    *rect = tight;
  return TRUE;
}
