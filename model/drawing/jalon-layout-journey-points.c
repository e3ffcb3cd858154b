/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "drawing/jalon-layout-journey-curves-private.h"

/* How near marks may be, and how many there are to step aside from */
#define POINT_DISTANCE 13.0
#define STAR_DISTANCE 20.0
#define MAX_DODGES 4

static int
get_persona_order (JalonJourney *self, JalonElement *persona)
{
  guint order;

  return g_ptr_array_find (self->personas, persona, &order) ? (int) order : G_MAXINT;
}

/* The personas of the journey first, in its order; what is before what shall be. */
static int
compare_curves (gconstpointer a, gconstpointer b)
{
  const JalonCurve *x = a;
  const JalonCurve *y = b;

  if (x->order != y->order)
    return x->order < y->order ? -1 : 1;
  if (x->state != y->state)
    return x->state < y->state ? -1 : 1;
  return 0;
}

static JalonCurve *
find_curve (JalonJourney *self, GArray *curves, JalonElement *persona, JalonState state)
{
  JalonCurve curve = { .persona = persona, .state = state };

  for (guint i = 0; i < curves->len; i++)
    {
      JalonCurve *known = &g_array_index (curves, JalonCurve, i);

      if (known->persona == persona && known->state == state)
        return known;
    }
  curve.order = get_persona_order (self, persona);
  curve.points = g_array_new (FALSE, FALSE, sizeof (JalonCurvePoint));
  g_array_append_val (curves, curve);
  return &g_array_index (curves, JalonCurve, curves->len - 1);
}

/* Several scores of one curve in one step share its width. */
static void
spread_points (JalonJourney *self, const JalonRow *row, JalonCurve *curve)
{
  JalonCurvePoint *points = (gpointer) curve->points->data;

  for (guint i = 0; i < curve->points->len;)
    {
      guint end = i;

      while (end < curve->points->len && points[end].column == points[i].column)
        end++;
      for (guint j = i; j < end; j++)
        {
          double share = (j - i + 1.0) / (end - i + 1.0);
          double value = jalon_element_get_number (points[j].score, JALON_FIELD_VALUE);

          points[j].x = jalon_journey_get_x (self, points[j].column) - self->left +
                        share * self->step_width;
          points[j].y = jalon_curve_get_y (row, value);
        }
      i = end;
    }
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const JalonCurvePoint *x = *(JalonCurvePoint *const *) a;
  const JalonCurvePoint *y = *(JalonCurvePoint *const *) b;

  return x->column < y->column ? -1 : x->column > y->column;
}

static double
get_distance (const JalonCurvePoint *a, const JalonCurvePoint *b)
{
  return a->is_star || b->is_star ? STAR_DISTANCE : POINT_DISTANCE;
}

static gboolean
is_near (const JalonCurvePoint *a, const JalonCurvePoint *b)
{
  double distance = get_distance (a, b);

  return fabs (a->x - b->x) < distance && fabs (a->y - b->y) < distance;
}

/* The point before that of @place in the same column in whose way it is. */
static const JalonCurvePoint *
find_near (GPtrArray *points, guint place)
{
  const JalonCurvePoint *point = g_ptr_array_index (points, place);

  for (guint i = 1; i <= MIN (place, MAX_DODGES); i++)
    {
      const JalonCurvePoint *other = g_ptr_array_index (points, place - i);

      if (other->column == point->column && is_near (point, other))
        return other;
    }
  return NULL;
}

/* Where several curves have the same score, the later ones step aside, or their marks would be
 * hidden. */
static void
dodge_points (GArray *curves)
{
  g_autoptr (GPtrArray) points = g_ptr_array_new ();

  for (guint i = 0; i < curves->len; i++)
    {
      GArray *own = g_array_index (curves, JalonCurve, i).points;

      for (guint j = 0; j < own->len; j++)
        g_ptr_array_add (points, &g_array_index (own, JalonCurvePoint, j));
    }
  g_ptr_array_sort (points, compare_points);
  for (guint i = 1; i < points->len; i++)
    {
      JalonCurvePoint *point = g_ptr_array_index (points, i);

      for (guint j = 0; j < MAX_DODGES; j++)
        {
          const JalonCurvePoint *other = find_near (points, i);

          if (other == NULL)
            break;
          point->x = other->x + get_distance (point, other);
        }
    }
}

static void
clear_curve (gpointer data)
{
  g_array_unref (((JalonCurve *) data)->points);
}

/* A moment of truth is a star on one curve only, or it would hide the marks of the others. */
static void
find_stars (JalonJourney *self, GArray *curves)
{
  g_autofree gboolean *taken = g_new0 (gboolean, self->columns->len);

  for (guint i = 0; i < curves->len; i++)
    {
      JalonCurve *curve = &g_array_index (curves, JalonCurve, i);

      for (guint j = 0; j < curve->points->len; j++)
        {
          JalonCurvePoint *point = &g_array_index (curve->points, JalonCurvePoint, j);
          JalonElement *step = JALON_COLUMN (self, point->column)->step;

          point->is_star = !taken[point->column] &&
                           jalon_element_get_flag (step, JALON_FIELD_MOMENT_OF_TRUTH);
          taken[point->column] |= point->is_star;
        }
    }
}

/* Whose score it is: in the journey of one persona it need not say. An arc is of the story. */
static JalonElement *
get_persona (JalonJourney *self, const JalonRow *row, JalonElement *score)
{
  if (row->style->form == JALON_FORM_CURVE && self->personas->len == 1 &&
      !jalon_element_has (score, JALON_FIELD_PERSONA))
    return g_ptr_array_index (self->personas, 0);
  return jalon_document_follow (score, JALON_FIELD_PERSONA);
}

/**
 * jalon_curves_find:
 * @self: a journey with its rows placed
 * @row: a lane of scores
 *
 * Returns: (transfer full) (element-type JalonCurve): the curves of a lane with their points in
 *   their places, the strongest first
 */
GArray *
jalon_curves_find (JalonJourney *self, const JalonRow *row)
{
  GArray *curves = g_array_new (FALSE, TRUE, sizeof (JalonCurve));
  gboolean has_both = FALSE;

  g_array_set_clear_func (curves, clear_curve);
  for (guint i = 0; i < row->curves->scores->len; i++)
    {
      const JalonPlaced *placed = &g_array_index (row->curves->scores, JalonPlaced, i);
      JalonElement *persona = get_persona (self, row, placed->element);
      JalonState state = jalon_element_get_choice (placed->element, JALON_FIELD_STATE);
      JalonCurve *curve = find_curve (self, curves, persona, state);
      JalonCurvePoint point = { .score = placed->element, .column = placed->column, .placed = i };

      has_both |= state != g_array_index (curves, JalonCurve, 0).state;
      g_array_append_val (curve->points, point);
    }
  g_array_sort (curves, compare_curves);
  for (guint i = 0; i < curves->len; i++)
    {
      JalonCurve *curve = &g_array_index (curves, JalonCurve, i);

      curve->place = i;
      curve->names_state = has_both;
      curve->colour = jalon_layout_get_series (self->layout, curve->persona);
      spread_points (self, row, curve);
    }
  find_stars (self, curves);
  dodge_points (curves);
  return curves;
}
