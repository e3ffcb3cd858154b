/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-journey-private.h"

#include <glib/gi18n-lib.h>

#define PHASE_BAR 3.0
#define HIDDEN_TOP 14.0
#define HIDDEN_HEIGHT 18.0
#define PHASE_GAP 4.0

static void
add_column (JalonJourney *self, JalonElement *stage, JalonElement *step)
{
  JalonColumn column = { .stage = stage, .step = step };

  if (self->columns->len < JALON_JOURNEY_MAX_STEPS)
    g_array_append_val (self->columns, column);
}

static void
find_steps (JalonJourney *self, JalonElement *stage)
{
  guint n_before = self->columns->len;

  for (guint i = 0; i < jalon_element_get_n_children (stage); i++)
    {
      JalonElement *step = jalon_element_get_child (stage, i);

      if (jalon_element_get_kind (step) == JALON_KIND_STEP)
        add_column (self, stage, step);
    }
  if (self->columns->len == n_before)
    add_column (self, stage, NULL);
}

/**
 * jalon_journey_find_columns:
 * @self: a journey
 *
 * Finds the steps, one a column. A stage without step, and a journey without stage, have a column
 * for the first one.
 */
void
jalon_journey_find_columns (JalonJourney *self)
{
  for (guint i = 0; i < jalon_element_get_n_children (self->map); i++)
    {
      JalonElement *stage = jalon_element_get_child (self->map, i);

      if (jalon_element_get_kind (stage) == JALON_KIND_STAGE)
        find_steps (self, stage);
    }
  if (self->columns->len == 0)
    add_column (self, NULL, NULL);
  while (self->first_step < self->columns->len &&
         JALON_COLUMN (self, self->first_step)->step == NULL)
    self->first_step++;
  self->right = jalon_journey_get_x (self, self->columns->len);
}

double
jalon_journey_get_x (JalonJourney *self, guint column)
{
  return self->left + column * self->step_width;
}

/* Returns: the column after the last one of the stage of @column */
guint
jalon_journey_get_stage_end (JalonJourney *self, guint column)
{
  guint end = column;

  while (end < self->columns->len &&
         JALON_COLUMN (self, end)->stage == JALON_COLUMN (self, column)->stage)
    end++;
  return end;
}

/* Phases say something only once somebody has set one. */
gboolean
jalon_journey_has_phases (JalonJourney *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      JalonElement *stage = JALON_COLUMN (self, i)->stage;

      if (stage != NULL && jalon_element_has (stage, JALON_FIELD_PHASE))
        return TRUE;
    }
  return FALSE;
}

/* The bar stands for the phases of all stages below it: that of the first is its element. */
static JalonNode *
make_phase (JalonLayout *self, JalonElement *stage, double width)
{
  const char *text = jalon_layout_choice (self, stage, JALON_FIELD_PHASE);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", jalon_layout_term (self, N_ ("Phase")),
                                             text);
  JalonColour colour = self->theme->phases[jalon_element_get_choice (stage, JALON_FIELD_PHASE)];
  JalonNode *node = jalon_node_new (JALON_ROLE_TEXT, jalon_element_get_id (stage),
                                    JALON_FIELD_PHASE, width, JALON_PHASE_SPACING);

  jalon_node_set_label (node, spoken);
  jalon_node_set_target (node, JALON_TARGET_CHOICE,
                         &(JalonRect){ 0, 0, width, JALON_PHASE_SPACING });
  jalon_node_add_box (node, &(JalonRect){ 0, 0, width, PHASE_BAR }, PHASE_BAR / 2, colour);
  jalon_layout_put (self, node, text, JALON_TEXT_CAPITALS, JALON_CELL_PADDING, PHASE_BAR + 5,
                    width - JALON_CELL_PADDING, self->theme->secondary);
  return node;
}

static void
add_phase (JalonJourney *self, guint start, guint end)
{
  JalonElement *stage = JALON_COLUMN (self, start)->stage;
  double x = jalon_journey_get_x (self, start);
  double width = jalon_journey_get_x (self, end) - x - (end < self->columns->len ? PHASE_GAP : 0);
  guint64 state = jalon_layout_mix (JALON_FIELD_PHASE, 0);
  JalonNode *node = jalon_layout_recall (self->layout, stage, NULL, width, state);

  if (node == NULL)
    {
      node = make_phase (self->layout, stage, width);
      jalon_layout_remember (self->layout, stage, NULL, width, state, node);
    }
  jalon_scene_add (self->layout->scene, node, x, self->top, JALON_LAYER_TOP, -1);
}

static int
get_phase (JalonJourney *self, guint column)
{
  return jalon_element_get_choice (JALON_COLUMN (self, column)->stage, JALON_FIELD_PHASE);
}

/* How many lanes are hidden: on the screen, where they can be shown again. */
static void
add_hidden (JalonJourney *self, guint n)
{
  const double width = JALON_LANE_COLUMN - 16;
  g_autofree char *text =
    /* Translators: in the corner of a journey; how many lanes it does not show */
    g_strdup_printf (jalon_layout_term (self->layout, N_ ("Hidden lanes: %u")), n);
  guint64 state = jalon_layout_mix (JALON_FIELD_HIDDEN, n);
  JalonNode *node = jalon_layout_recall (self->layout, self->map, NULL, width, state);

  if (node == NULL)
    {
      node = jalon_node_new (JALON_ROLE_TEXT, jalon_element_get_id (self->map), JALON_FIELD_HIDDEN,
                             width, HIDDEN_HEIGHT);
      jalon_node_set_label (node, text);
      jalon_node_set_for_screen (node);
      jalon_layout_put (self->layout, node, text, JALON_TEXT_SMALL, 0, 2, width,
                        self->layout->theme->accent);
      jalon_layout_remember (self->layout, self->map, NULL, width, state, node);
    }
  jalon_scene_add (self->layout->scene, node, JALON_MARGIN, self->band_top + HIDDEN_TOP,
                   JALON_LAYER_TOP, -1);
}

/**
 * jalon_journey_add_phases:
 * @self: a journey with its headers measured
 *
 * Draws a bar over each run of stages of one phase, and in the corner the word "Steps" before the
 * steps and how many lanes are hidden.
 */
void
jalon_journey_add_phases (JalonJourney *self)
{
  JalonNode *node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE,
                                    JALON_LANE_COLUMN, self->step_height);

  jalon_layout_put (self->layout, node, jalon_layout_term (self->layout, N_ ("Steps")),
                    JALON_TEXT_STRONG, 0, JALON_STEP_PADDING, JALON_LANE_COLUMN - 16,
                    self->layout->theme->ink);
  jalon_scene_add (self->layout->scene, node, JALON_MARGIN, self->band_top + self->stage_height,
                   JALON_LAYER_TOP, -1);
  if (self->n_hidden > 0)
    add_hidden (self, self->n_hidden);

  if (!jalon_journey_has_phases (self))
    return;
  for (guint start = 0; start < self->columns->len;)
    {
      guint end = start;

      while (end < self->columns->len && get_phase (self, end) == get_phase (self, start))
        end++;
      add_phase (self, start, end);
      start = end;
    }
}
