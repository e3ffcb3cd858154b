/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-stakeholder-private.h"

#include <math.h>

/* What counts as touching rather than meeting, in canvas units */
#define TOUCH 1e-6

/* A place on one axis, and how far it is from where one wants to be. */
typedef struct
{
  double at;
  double distance;
} Place;

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

/* The places on one axis that can be the best one: where one wants to be, and where one touches an
 * edge. Between two of them a rectangle could still be moved nearer. */
static GArray *
list_places (const JalonRect *rect,
             const JalonRect *bounds,
             GArray *obstacles,
             double gap,
             gboolean is_vertical)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  double wanted = is_vertical ? rect->y : rect->x;
  double size = is_vertical ? rect->height : rect->width;
  double least = is_vertical ? bounds->y : bounds->x;
  double most = least + (is_vertical ? bounds->height : bounds->width) - size;

  add_place (places, CLAMP (wanted, least, MAX (least, most)), wanted, least, most);
  for (guint i = 0; i < obstacles->len; i++)
    {
      const JalonRect *obstacle = &g_array_index (obstacles, JalonRect, i);
      double start = is_vertical ? obstacle->y : obstacle->x;
      double end = start + (is_vertical ? obstacle->height : obstacle->width);

      add_place (places, start - gap - size, wanted, least, most);
      add_place (places, end + gap, wanted, least, most);
    }
  g_array_sort (places, compare_places);
  return places;
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
  g_autoptr (GArray) xs = list_places (rect, bounds, obstacles, gap, FALSE);
  g_autoptr (GArray) ys = list_places (rect, bounds, obstacles, gap, TRUE);
  double best = G_MAXDOUBLE;
  JalonRect found = *rect;

  for (guint i = 0; i < xs->len; i++)
    {
      const Place *x = &g_array_index (xs, Place, i);

      if (x->distance * x->distance >= best)
        break;
      for (guint j = 0; j < ys->len; j++)
        {
          const Place *y = &g_array_index (ys, Place, j);
          double distance = x->distance * x->distance + y->distance * y->distance;
          JalonRect here = { x->at, y->at, rect->width, rect->height };

          if (distance >= best)
            break;
          if (!jalon_rect_meets_any (&here, obstacles, gap))
            {
              best = distance;
              found = here;
            }
        }
    }
  *rect = found;
  return best < G_MAXDOUBLE;
}
