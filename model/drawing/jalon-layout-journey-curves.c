/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-journey-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "drawing/jalon-layout-journey-curves-private.h"

#define PLANE_TOP 25.0
#define PLANE_BOTTOM 24.0

/* Values are stored from −2 to +2, whatever the scale shows. */
#define LOWEST (-2.0)
#define HIGHEST 2.0

/* The neutral line of an emotion, the lowest of an arc: what the area is drawn to */
static double
get_base (const JalonRow *row)
{
  return row->style->form == JALON_FORM_ARC ? LOWEST : 0;
}

double
jalon_curve_get_y (const JalonRow *row, double value)
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
      double y = jalon_curve_get_y (row, LOWEST + i * (HIGHEST - LOWEST) / (n - 1));

      jalon_node_add_line (node, 0, y, width, y, 1, theme->hairline);
    }
  jalon_node_add_line (node, 0, jalon_curve_get_y (row, get_base (row)), width,
                       jalon_curve_get_y (row, get_base (row)), 1.5, theme->axis);
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

      put_value (self, node, label, jalon_curve_get_y (row, value));
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
  jalon_block_add (row->curves->block, grid, self->left, 0, JALON_LAYER_BODY, -1);

  shape[2] = 2;
  state = jalon_layout_hash (0, shape, sizeof shape);
  scale = jalon_layout_recall (layout, row->element, NULL, JALON_LANE_COLUMN, state);
  if (scale == NULL)
    {
      scale = make_scale (self, row);
      jalon_layout_remember (layout, row->element, NULL, JALON_LANE_COLUMN, state, scale);
    }
  jalon_block_add (row->curves->block, scale, JALON_MARGIN, 0, JALON_LAYER_SIDE, -1);
}

static void
add_points (JalonJourney *self, const JalonRow *row, const JalonCurve *curve)
{
  for (guint i = 0; i < curve->points->len; i++)
    {
      const JalonCurvePoint *point = &g_array_index (curve->points, JalonCurvePoint, i);
      JalonPlaced *placed = &g_array_index (row->curves->scores, JalonPlaced, point->placed);
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

static void
clear_placed (gpointer data)
{
  g_clear_pointer (&((JalonPlaced *) data)->node, jalon_node_unref);
}

static void
clear_curves (JalonKept *kept)
{
  JalonCurves *curves = (JalonCurves *) kept;

  g_clear_pointer (&curves->memory, jalon_memory_free);
  g_clear_pointer (&curves->block, jalon_block_unref);
  g_clear_pointer (&curves->scores, g_array_unref);
}

/* The scores of a row, from left to right. */
static GArray *
find_scores (JalonJourney *self, guint row)
{
  GArray *scores = g_array_new (FALSE, TRUE, sizeof (JalonPlaced));

  g_array_set_clear_func (scores, clear_placed);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const JalonStepMemo *memo = JALON_COLUMN (self, i)->memo;
      const JalonCell *cell = memo != NULL ? jalon_journey_get_cell (self, i, row) : NULL;

      for (guint j = 0; cell != NULL && j < cell->n_scores; j++)
        {
          guint place = cell->first + cell->n_cards + j;
          JalonPlaced placed = { .element =
                                   g_array_index (memo->contents, JalonContent, place).element,
                                 .column = i };

          g_array_append_val (scores, placed);
        }
    }
  return scores;
}

/* All that the curves of a lane are made from; the names and colours of the personas are among
 * it. */
static guint64
hash_curves (JalonJourney *self, const JalonRow *row)
{
  JalonElement *project = self->layout->project;
  guint64 hash = jalon_layout_mix (self->context, row->shape);

  for (guint i = 0; i < jalon_element_get_n_children (project); i++)
    {
      JalonElement *child = jalon_element_get_child (project, i);

      if (jalon_element_get_kind (child) == JALON_KIND_PERSONA)
        hash = jalon_layout_mix_element (hash, child);
    }
  for (guint i = 0; i < self->personas->len; i++)
    hash = jalon_layout_mix (hash, GPOINTER_TO_SIZE (g_ptr_array_index (self->personas, i)));
  for (guint i = 0; i < self->columns->len; i++)
    {
      const JalonStepMemo *memo = JALON_COLUMN (self, i)->memo;

      hash = jalon_layout_mix (hash, memo != NULL ? memo->scores : 0);
    }
  return jalon_layout_mix (hash, self->is_begun);
}

/* Draws the first curve above the others, and makes the points. */
static void
make_curves (JalonJourney *self, const JalonRow *row)
{
  g_autoptr (GArray) curves = NULL;

  add_grid (self, row);
  curves = jalon_curves_find (self, row);
  for (guint i = curves->len; i > 0; i--)
    {
      const JalonCurve *curve = &g_array_index (curves, JalonCurve, i - 1);

      jalon_curve_add_line (self, row, curve, jalon_curve_get_y (row, get_base (row)));
      add_points (self, row, curve);
    }
  g_array_sort (row->curves->scores, compare_scores);
  jalon_curves_add_names (self, row, curves);
  if (row->curves->scores->len == 0 && self->first_step < self->columns->len)
    jalon_block_add (row->curves->block,
                     jalon_curve_make_ghost (self, row,
                                             jalon_curve_get_y (row, MAX (get_base (row), -1))),
                     jalon_journey_get_x (self, self->first_step), 0, JALON_LAYER_BODY, -1);
}

/* With a memory of their own: that of the layout forgets what a drawing does not ask for, and most
 * need not ask for this. */
static void
renew_curves (JalonJourney *self, const JalonRow *row, guint place)
{
  JalonMemory *memory = self->layout->memory;
  JalonCurves *curves = row->curves;

  g_clear_pointer (&curves->block, jalon_block_unref);
  g_clear_pointer (&curves->scores, g_array_unref);
  curves->block = jalon_block_new ();
  curves->scores = find_scores (self, place);
  if (curves->memory == NULL)
    curves->memory = jalon_memory_new ();
  self->layout->memory = curves->memory;
  jalon_memory_begin (curves->memory);
  make_curves (self, row);
  jalon_memory_end (curves->memory);
  self->layout->memory = memory;
}

/**
 * jalon_journey_add_curves:
 * @self: a journey with its rows placed
 * @place: the place of a lane of scores among its rows
 *
 * Draws the scale and the curves of a lane, the first one above the others, and makes its points.
 */
void
jalon_journey_add_curves (JalonJourney *self, guint place)
{
  JalonRow *row = JALON_ROW (self, place);
  guint64 state;

  if (row->is_collapsed)
    return;
  row->curves = jalon_layout_keep (self->layout, row->element, sizeof *row->curves, clear_curves);
  state = hash_curves (self, row);
  if (row->curves->block == NULL || row->curves->state != state)
    renew_curves (self, row, place);
  row->curves->state = state;
  jalon_scene_add_block (self->layout->scene, row->curves->block, 0, row->y);
}
