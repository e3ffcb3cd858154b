/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-journey-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "drawing/jalon-layout-journey-curves-private.h"

#define PLANE_TOP 25.0
#define PLANE_BOTTOM 24.0

/* How near marks may be, and how many there are to step aside from */
#define POINT_DISTANCE 13.0
#define STAR_DISTANCE 20.0
#define MAX_DODGES 4

/* Values are stored from −2 to +2, whatever the scale shows. */
#define LOWEST (-2.0)
#define HIGHEST 2.0

/* The neutral line of an emotion, the lowest of an arc: what the area is drawn to */
static double
get_base (const JalonRow *row)
{
  return row->style->form == JALON_FORM_ARC ? LOWEST : 0;
}

static double
get_y (const JalonRow *row, double value)
{
  value = CLAMP (value, LOWEST, HIGHEST);
  return row->plane_top + (HIGHEST - value) / (HIGHEST - LOWEST) * row->plane_height;
}

static JalonScale
get_scale (const JalonRow *row)
{
  if (row->style->form == JALON_FORM_ARC && !jalon_element_has (row->element, JALON_FIELD_SCALE))
    return JALON_SCALE_ONE_TO_FIVE;
  return jalon_element_get_choice (row->element, JALON_FIELD_SCALE);
}

static char *
format_value (JalonLayout *layout, JalonScale scale, double value)
{
  g_autofree char *number = NULL;

  switch (scale)
    {
    case JALON_SCALE_ONE_TO_FIVE:
      return jalon_layout_number (layout, value + 3, 1);
    case JALON_SCALE_ONE_TO_TEN:
      return jalon_layout_number (layout, 1 + (value - LOWEST) / (HIGHEST - LOWEST) * 9, 1);
    case JALON_SCALE_MINUS_TWO_TO_TWO:
    case JALON_SCALE_OWN:
    default:
      number = jalon_layout_number (layout, value, 1);
      return value > 0 ? g_strconcat ("+", number, NULL) : g_steal_pointer (&number);
    }
}

static JalonParagraph *
set_value (JalonJourney *self, const char *text)
{
  return jalon_typesetter_set (self->layout->typesetter, text, JALON_TEXT_SMALL,
                               JALON_LANE_COLUMN - 16, JALON_ALIGN_END);
}

static void
put_value (JalonJourney *self, JalonNode *node, const char *text, double y)
{
  JalonParagraph *paragraph = set_value (self, text);
  double width = jalon_paragraph_get_width (paragraph);
  double height = jalon_paragraph_get_height (paragraph);

  jalon_node_add_text (node, paragraph, JALON_LANE_COLUMN - 10 - width, y - height / 2,
                       self->layout->theme->faint);
}

/* What stands at a line: its number, or the words for the ends of the scale. */
static char *
make_value_label (JalonJourney *self, const JalonRow *row, double value)
{
  const char *word = "";
  g_autofree char *number = format_value (self->layout, get_scale (row), value);
  GString *label = g_string_new (NULL);

  if (value == LOWEST)
    word = jalon_element_get_text (row->element, JALON_FIELD_LOW);
  else if (value == HIGHEST)
    word = jalon_element_get_text (row->element, JALON_FIELD_HIGH);
  jalon_layout_join (label, word);
  if (get_scale (row) != JALON_SCALE_OWN)
    jalon_layout_join (label, number);
  return g_string_free (label, FALSE);
}

/* Half of the height of what stands at a line */
static double
measure_value (JalonJourney *self, const JalonRow *row, double value)
{
  g_autofree char *label = make_value_label (self, row, value);
  g_autoptr (JalonParagraph) words = set_value (self, label);

  return jalon_paragraph_get_height (words) / 2;
}

/**
 * jalon_journey_measure_curve:
 * @self: a journey
 * @row: a lane of scores
 *
 * Gives the plane of the scores its place in the lane. Words at its ends stand below the name, and
 * the lane has room for them.
 */
void
jalon_journey_measure_curve (JalonJourney *self, JalonRow *row)
{
  gboolean has_words = jalon_element_has (row->element, JALON_FIELD_LOW) ||
                       jalon_element_has (row->element, JALON_FIELD_HIGH);
  double high = measure_value (self, row, HIGHEST);
  double low = measure_value (self, row, LOWEST);

  row->plane_height = row->style->form == JALON_FORM_ARC ? 112 : 184;
  row->plane_top = PLANE_TOP;
  if (has_words)
    row->plane_top = MAX (row->plane_top, jalon_journey_measure_lane (self, row) + high);
  row->plane_top = MAX (row->plane_top, low - row->plane_height);
  row->height = row->plane_top + MAX (row->plane_height + MAX (PLANE_BOTTOM, low), high);
}

/* A line at each value of the scale, a stronger one where the area ends. */
static JalonNode *
make_grid (JalonJourney *self, const JalonRow *row)
{
  const JalonTheme *theme = self->layout->theme;
  double width = self->right - self->left;
  guint n = get_scale (row) == JALON_SCALE_ONE_TO_TEN ? 4 : 5;
  JalonNode *node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, width,
                                    row->height);

  for (guint i = 0; i < n; i++)
    {
      double y = get_y (row, LOWEST + i * (HIGHEST - LOWEST) / (n - 1));

      jalon_node_add_line (node, 0, y, width, y, 1, theme->hairline);
    }
  jalon_node_add_line (node, 0, get_y (row, get_base (row)), width, get_y (row, get_base (row)),
                       1.5, theme->axis);
  return node;
}

static JalonNode *
make_scale (JalonJourney *self, const JalonRow *row)
{
  guint n = get_scale (row) == JALON_SCALE_ONE_TO_TEN ? 4 : 5;
  JalonNode *node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE,
                                    JALON_LANE_COLUMN, row->height);

  for (guint i = 0; i < n; i++)
    {
      double value = LOWEST + i * (HIGHEST - LOWEST) / (n - 1);
      g_autofree char *label = make_value_label (self, row, value);

      put_value (self, node, label, get_y (row, value));
    }
  return node;
}

static void
add_grid (JalonJourney *self, const JalonRow *row)
{
  JalonLayout *layout = self->layout;
  double width = self->right - self->left;
  double shape[] = { row->height, row->plane_top, 1 };
  guint64 state = jalon_layout_hash (0, shape, sizeof shape);
  JalonNode *grid = jalon_layout_recall (layout, row->element, self->map, width, state);
  JalonNode *scale;

  if (grid == NULL)
    {
      grid = make_grid (self, row);
      jalon_layout_remember (layout, row->element, self->map, width, state, grid);
    }
  jalon_scene_add (layout->scene, grid, self->left, row->y, JALON_LAYER_BODY, -1);

  shape[2] = 2;
  state = jalon_layout_hash (0, shape, sizeof shape);
  scale = jalon_layout_recall (layout, row->element, NULL, JALON_LANE_COLUMN, state);
  if (scale == NULL)
    {
      scale = make_scale (self, row);
      jalon_layout_remember (layout, row->element, NULL, JALON_LANE_COLUMN, state, scale);
    }
  jalon_scene_add (layout->scene, scale, JALON_MARGIN, row->y, JALON_LAYER_SIDE, -1);
}

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
          points[j].y = get_y (row, value);
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

static GArray *
find_curves (JalonJourney *self, const JalonRow *row)
{
  GArray *curves = g_array_new (FALSE, TRUE, sizeof (JalonCurve));
  gboolean has_both = FALSE;

  g_array_set_clear_func (curves, clear_curve);
  for (guint i = 0; i < row->scores->len; i++)
    {
      const JalonPlaced *placed = &g_array_index (row->scores, JalonPlaced, i);
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

static void
add_points (JalonJourney *self, JalonRow *row, const JalonCurve *curve)
{
  for (guint i = 0; i < curve->points->len; i++)
    {
      const JalonCurvePoint *point = &g_array_index (curve->points, JalonCurvePoint, i);
      JalonPlaced *placed = &g_array_index (row->scores, JalonPlaced, point->placed);
      double value = jalon_element_get_number (point->score, JALON_FIELD_VALUE);
      g_autofree char *number = format_value (self->layout, get_scale (row), value);

      placed->node = jalon_curve_get_point (self, curve, point, number);
      placed->x = self->left + point->x - JALON_POINT_SIZE / 2;
      placed->y = point->y - JALON_POINT_SIZE / 2;
      placed->depth = curve->place;
    }
}

/* The first curve is above the others with its marks, too. */
static int
compare_scores (gconstpointer a, gconstpointer b)
{
  const JalonPlaced *x = a;
  const JalonPlaced *y = b;

  if (x->column != y->column)
    return x->column < y->column ? -1 : 1;
  return x->depth > y->depth ? -1 : x->depth < y->depth;
}

/**
 * jalon_journey_add_curves:
 * @self: a journey with its rows placed
 * @row: a lane of scores
 *
 * Draws the scale and the curves of a lane, the first one above the others, and makes its points.
 */
void
jalon_journey_add_curves (JalonJourney *self, JalonRow *row)
{
  g_autoptr (GArray) curves = NULL;

  if (row->is_collapsed)
    return;
  add_grid (self, row);
  curves = find_curves (self, row);
  for (guint i = curves->len; i > 0; i--)
    {
      const JalonCurve *curve = &g_array_index (curves, JalonCurve, i - 1);

      jalon_curve_add_line (self, row, curve, get_y (row, get_base (row)));
      add_points (self, row, curve);
    }
  g_array_sort (row->scores, compare_scores);
  jalon_curves_add_names (self, row, curves);
  if (row->scores->len == 0 && self->first_step < self->columns->len)
    jalon_scene_add (self->layout->scene,
                     jalon_curve_make_ghost (self, row, get_y (row, MAX (get_base (row), -1))),
                     jalon_journey_get_x (self, self->first_step), row->y, JALON_LAYER_BODY, -1);
}
