/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <math.h>

#include "drawing/jalon-drawing-types.h"

G_BEGIN_DECLS

/* The part of @rect that lies in @limits; %FALSE if that is none, or @rect has no number. */
static inline gboolean
jalon_rect_intersect (const JalonRect *rect, const JalonRect *limits, JalonRect *part)
{
  double right = MIN (rect->x + rect->width, limits->x + limits->width);
  double bottom = MIN (rect->y + rect->height, limits->y + limits->height);

  part->x = MAX (rect->x, limits->x);
  part->y = MAX (rect->y, limits->y);
  part->width = right - part->x;
  part->height = bottom - part->y;
  return part->width > 0 && part->height > 0;
}

static inline gboolean
jalon_rect_overlaps (const JalonRect *a, const JalonRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

static inline gboolean
jalon_rect_contains (const JalonRect *rect, const JalonRect *part)
{
  return part->x >= rect->x && part->x + part->width <= rect->x + rect->width &&
         part->y >= rect->y && part->y + part->height <= rect->y + rect->height;
}

/* The least that both lie in. */
static inline JalonRect
jalon_rect_union (const JalonRect *a, const JalonRect *b)
{
  double x = MIN (a->x, b->x);
  double y = MIN (a->y, b->y);

  return (JalonRect){ x, y, MAX (a->x + a->width, b->x + b->width) - x,
                      MAX (a->y + a->height, b->y + b->height) - y };
}

/* In whole numbers, and not smaller. */
static inline JalonRect
jalon_rect_round_out (const JalonRect *rect)
{
  double x = floor (rect->x);
  double y = floor (rect->y);

  return (JalonRect){ x, y, ceil (rect->x + rect->width) - x, ceil (rect->y + rect->height) - y };
}

/* Those in whole numbers. */
static inline void
jalon_rect_add_to_region (const JalonRect *rect, cairo_region_t *region)
{
  cairo_region_union_rectangle (region,
                                &(cairo_rectangle_int_t){ (int) rect->x, (int) rect->y,
                                                          (int) rect->width, (int) rect->height });
}

G_END_DECLS
