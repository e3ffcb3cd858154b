/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the parts of two texts are matched: at those that are unique in both, and between them again
 * (B. Cohen, patience diff, 2009), which takes time in proportion to the texts. */

#include "document/jalon-order.h"
#include "files/jalon-merge-private.h"

/* How often unique parts are looked for between unique parts. */
#define MAX_DEPTH 16

#define PART(ARRAY, INDEX) g_array_index ((ARRAY), guint, (INDEX))

typedef struct
{
  guint start;
  guint end;
} Range;

/* Two sequences of numbered parts, and where each of the first is in the second. */
typedef struct
{
  GArray *before;
  GArray *after;
  guint *match;
  guint *n_before; /* by number */
  guint *n_after;
  guint *place; /* in @after */
} Comparison;

static void
match_ends (Comparison *self, Range *before, Range *after)
{
  while (before->start < before->end && after->start < after->end &&
         PART (self->before, before->start) == PART (self->after, after->start))
    self->match[before->start++] = after->start++;
  while (before->start < before->end && after->start < after->end &&
         PART (self->before, before->end - 1) == PART (self->after, after->end - 1))
    self->match[--before->end] = --after->end;
}

static void
count_parts (Comparison *self, Range before, Range after)
{
  for (guint i = before.start; i < before.end; i++)
    self->n_before[PART (self->before, i)] = 0;
  for (guint i = after.start; i < after.end; i++)
    self->n_after[PART (self->after, i)] = self->n_before[PART (self->after, i)] = 0;
  for (guint i = before.start; i < before.end; i++)
    self->n_after[PART (self->before, i)] = 0;
  for (guint i = before.start; i < before.end; i++)
    self->n_before[PART (self->before, i)]++;
  for (guint i = after.start; i < after.end; i++)
    {
      self->n_after[PART (self->after, i)]++;
      self->place[PART (self->after, i)] = i;
    }
}

/* The places in before, rising, of parts that are once in both, and as many as can be in order. */
static GArray *
find_anchors (Comparison *self, Range before, Range after)
{
  GArray *anchors = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *is_rising = NULL;
  guint n = 0;

  count_parts (self, before, after);
  for (guint i = before.start; i < before.end; i++)
    {
      guint part = PART (self->before, i);

      if (self->n_before[part] != 1 || self->n_after[part] != 1)
        continue;
      g_array_append_val (anchors, i);
      g_array_append_val (ranks, self->place[part]);
    }
  is_rising = g_new (gboolean, ranks->len + 1);
  jalon_order_find_rising ((const guint *) ranks->data, ranks->len, is_rising);
  for (guint i = 0; i < anchors->len; i++)
    if (is_rising[i])
      {
        self->match[PART (anchors, i)] = PART (ranks, i);
        PART (anchors, n++) = PART (anchors, i);
      }
  g_array_set_size (anchors, n);
  return anchors;
}

static void
match_range (Comparison *self, Range before, Range after, guint depth)
{
  g_autoptr (GArray) anchors = NULL;
  Range left = before;
  Range right = after;

  match_ends (self, &left, &right);
  if (left.start == left.end || right.start == right.end || depth == MAX_DEPTH)
    return;
  before = left;
  after = right;
  anchors = find_anchors (self, before, after);
  for (guint i = 0; i < anchors->len; i++)
    {
      guint place = PART (anchors, i);
      guint match = self->match[place];

      match_range (self, (Range){ left.start, place }, (Range){ right.start, match }, depth + 1);
      left.start = place + 1;
      right.start = match + 1;
    }
  if (anchors->len > 0)
    match_range (self, left, right, depth + 1);
}

/**
 * merge_match:
 * @n: above all numbers
 * @before: (element-type guint): numbered parts of a text
 * @after: (element-type guint): those of another
 *
 * Returns: (transfer full): where each part of @before is in @after, rising, or %MERGE_NONE
 */
guint *
merge_match (guint n, GArray *before, GArray *after)
{
  g_autofree guint *n_before = g_new0 (guint, n + 1);
  g_autofree guint *n_after = g_new0 (guint, n + 1);
  g_autofree guint *place = g_new0 (guint, n + 1);
  Comparison comparison = {
    before, after, g_new (guint, before->len + 1), n_before, n_after, place
  };

  for (guint i = 0; i <= before->len; i++)
    comparison.match[i] = MERGE_NONE;
  match_range (&comparison, (Range){ 0, before->len }, (Range){ 0, after->len }, 0);
  return comparison.match;
}
