/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-journey-private.h"

#include <glib/gi18n-lib.h>

#define PHASE_BAR 3.0
#define PHASE_SPACING 26.0
#define PHASE_GAP 4.0
#define STAR_RADIUS 6.5
#define STAR_INDENT 18.0
#define STAGE_PADDING 12.0

/* The name of a step and what stands below it, set but not placed. */
typedef struct
{
  JalonParagraph *title;
  JalonParagraph *facts;
  double title_height;
  double height;
  double indent;
} StepText;

static void
add_column (JalonJourney *self, JalonElement *stage, JalonElement *step)
{
  JalonColumn column = { stage, step };

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
static gboolean
has_phases (JalonJourney *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      JalonElement *stage = JALON_COLUMN (self, i)->stage;

      if (stage != NULL && jalon_element_has (stage, JALON_FIELD_PHASE))
        return TRUE;
    }
  return FALSE;
}

/* "importance 5 · quality 2" */
static char *
make_facts (JalonLayout *layout, JalonElement *step)
{
  static const struct
  {
    JalonFieldId field;
    const char *name;
  } facts[] = {
    { JALON_FIELD_IMPORTANCE, N_ ("importance") },
    { JALON_FIELD_QUALITY, N_ ("quality") },
  };
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (jalon_element_has (step, facts[i].field))
      {
        g_autofree char *fact = g_strdup_printf ("%s %s", jalon_layout_term (layout, facts[i].name),
                                                 jalon_element_get_text (step, facts[i].field));

        jalon_layout_join (words, fact);
      }
  return g_string_free (words, FALSE);
}

static const char *
get_step_title (JalonLayout *layout, JalonElement *step)
{
  const char *title = jalon_element_get_text (step, JALON_FIELD_TITLE);

  return title[0] != '\0' ? title : jalon_layout_term (layout, N_ ("Step"));
}

static StepText
set_step (JalonJourney *self, JalonElement *step)
{
  g_autofree char *facts = make_facts (self->layout, step);
  double width = self->step_width - 2 * JALON_CELL_PADDING;
  StepText text = { 0 };

  text.indent = jalon_element_get_flag (step, JALON_FIELD_MOMENT_OF_TRUTH) ? STAR_INDENT : 0;
  text.title = jalon_layout_set (self->layout, get_step_title (self->layout, step),
                                 JALON_TEXT_STRONG, width - text.indent);
  text.height = text.title_height = jalon_paragraph_get_height (text.title);
  if (facts[0] != '\0')
    {
      text.facts = jalon_layout_set (self->layout, facts, JALON_TEXT_SMALL, width);
      text.height += 2 + jalon_paragraph_get_height (text.facts);
    }
  return text;
}

static const char *
get_stage_title (JalonLayout *layout, JalonElement *stage)
{
  const char *title = jalon_element_get_text (stage, JALON_FIELD_TITLE);

  return title[0] != '\0' ? title : jalon_layout_term (layout, N_ ("Stage"));
}

static double
measure_stage (JalonJourney *self, guint column)
{
  JalonElement *stage = JALON_COLUMN (self, column)->stage;
  guint n_columns = jalon_journey_get_stage_end (self, column) - column;
  double width = n_columns * self->step_width - 2 * JALON_CELL_PADDING;
  g_autoptr (JalonParagraph) title = NULL;

  if (stage == NULL)
    return 0;
  title = jalon_layout_set (self->layout, get_stage_title (self->layout, stage), JALON_TEXT_STAGE,
                            width);
  return jalon_paragraph_get_height (title);
}

/* What the place of a first stage or step invites with. */
static const char *
get_prompt (JalonJourney *self, guint column)
{
  return JALON_COLUMN (self, column)->stage == NULL
           ? jalon_layout_term (self->layout, N_ ("The first stage: where does it begin?"))
           : jalon_layout_term (self->layout, N_ ("The first step: what happens?"));
}

static double
measure_step (JalonJourney *self, guint column)
{
  JalonElement *step = JALON_COLUMN (self, column)->step;
  StepText text;

  if (step == NULL)
    return jalon_layout_measure_ghost (self->layout, get_prompt (self, column),
                                       self->step_width - 2 * JALON_CELL_PADDING);
  text = set_step (self, step);
  jalon_paragraph_unref (text.title);
  g_clear_pointer (&text.facts, jalon_paragraph_unref);
  return text.height;
}

/**
 * jalon_journey_measure_headers:
 * @self: a journey with its columns
 * @y: the y below the heading
 *
 * Gives stages and steps their places.
 */
void
jalon_journey_measure_headers (JalonJourney *self, double y)
{
  self->top = y + 24;
  self->band_top = self->top + (has_phases (self) ? PHASE_SPACING : 0);
  for (guint i = 0; i < self->columns->len; i = jalon_journey_get_stage_end (self, i))
    self->stage_height = MAX (self->stage_height, measure_stage (self, i));
  for (guint i = 0; i < self->columns->len; i++)
    self->step_height = MAX (self->step_height, measure_step (self, i));
  self->stage_height += STAGE_PADDING + JALON_GRID;
  self->step_height += JALON_GRID;
  self->body_top = self->band_top + self->stage_height + self->step_height;
}

static void
add_phase (JalonJourney *self, guint start, guint end, JalonPhase phase)
{
  JalonLayout *layout = self->layout;
  JalonElement *stage = JALON_COLUMN (self, start)->stage;
  double x = jalon_journey_get_x (self, start);
  double width = jalon_journey_get_x (self, end) - x - (end < self->columns->len ? PHASE_GAP : 0);
  JalonNode *node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, width,
                                    PHASE_SPACING);

  jalon_node_add_box (node, &(JalonRect){ 0, 0, width, PHASE_BAR }, PHASE_BAR / 2,
                      layout->theme->phases[phase]);
  jalon_layout_put (layout, node, jalon_layout_choice (layout, stage, JALON_FIELD_PHASE),
                    JALON_TEXT_CAPITALS, JALON_CELL_PADDING, PHASE_BAR + 5,
                    width - JALON_CELL_PADDING, layout->theme->secondary);
  jalon_scene_add (layout->scene, node, x, self->top, JALON_LAYER_TOP, -1);
}

static int
get_phase (JalonJourney *self, guint column)
{
  return jalon_element_get_choice (JALON_COLUMN (self, column)->stage, JALON_FIELD_PHASE);
}

/**
 * jalon_journey_add_phases:
 * @self: a journey with its headers measured
 *
 * Draws a bar over each run of stages of one phase, and the word "Steps" before the steps.
 */
void
jalon_journey_add_phases (JalonJourney *self)
{
  JalonNode *node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE,
                                    JALON_LANE_COLUMN, self->step_height);

  jalon_layout_put (self->layout, node, jalon_layout_term (self->layout, N_ ("Steps")),
                    JALON_TEXT_STRONG, 0, 0, JALON_LANE_COLUMN - 16, self->layout->theme->ink);
  jalon_scene_add (self->layout->scene, node, JALON_MARGIN, self->band_top + self->stage_height,
                   JALON_LAYER_TOP, -1);

  if (!has_phases (self))
    return;
  for (guint start = 0; start < self->columns->len;)
    {
      guint end = start;

      while (end < self->columns->len && get_phase (self, end) == get_phase (self, start))
        end++;
      add_phase (self, start, end, get_phase (self, start));
      start = end;
    }
}

/* A place for the first stage or step. */
static JalonNode *
make_first (JalonJourney *self, guint column)
{
  JalonElement *stage = JALON_COLUMN (self, column)->stage;
  JalonNode *node = jalon_node_new (JALON_ROLE_SLOT, NULL, JALON_FIELD_NONE, self->step_width,
                                    self->step_height);
  JalonRect rect = { JALON_CELL_PADDING, 0, self->step_width - 2 * JALON_CELL_PADDING,
                     self->step_height - JALON_GRID };

  jalon_node_set_label (node, get_prompt (self, column));
  jalon_node_make_slot (node, jalon_element_get_id (stage != NULL ? stage : self->map),
                        stage != NULL ? JALON_KIND_STEP : JALON_KIND_STAGE, JALON_FIELD_NONE, NULL);
  jalon_layout_put_ghost (self->layout, node, get_prompt (self, column), &rect);
  return node;
}

static JalonNode *
make_stage (JalonJourney *self, JalonElement *stage, double width)
{
  JalonLayout *layout = self->layout;
  gboolean is_empty = !jalon_element_has (stage, JALON_FIELD_TITLE);
  const char *title = get_stage_title (layout, stage);
  double inner = width - 2 * JALON_CELL_PADDING;
  JalonNode *node = jalon_node_new (JALON_ROLE_STAGE, jalon_element_get_id (stage),
                                    JALON_FIELD_TITLE, width, self->stage_height);
  double height;

  jalon_node_set_label (node, title);
  height = jalon_layout_put (layout, node, title, JALON_TEXT_STAGE, JALON_CELL_PADDING,
                             STAGE_PADDING, inner,
                             is_empty ? layout->theme->faint : layout->theme->ink);
  jalon_node_set_editor (node, &(JalonRect){ JALON_CELL_PADDING, STAGE_PADDING, inner, height },
                         JALON_TEXT_STAGE);
  return node;
}

/**
 * jalon_journey_add_stage:
 * @self: a journey with its headers measured
 * @column: the first one of a stage
 *
 * Adds the name of a stage, or the place of the first one.
 */
void
jalon_journey_add_stage (JalonJourney *self, guint column)
{
  JalonLayout *layout = self->layout;
  JalonElement *stage = JALON_COLUMN (self, column)->stage;
  double x = jalon_journey_get_x (self, column);
  double width = jalon_journey_get_x (self, jalon_journey_get_stage_end (self, column)) - x;
  guint64 state = jalon_layout_hash (0, &self->stage_height, sizeof (double));
  JalonNode *node;

  if (stage == NULL)
    return;
  node = jalon_layout_recall (layout, stage, NULL, width, state);
  if (node == NULL)
    {
      node = make_stage (self, stage, width);
      jalon_layout_remember (layout, stage, NULL, width, state, node);
    }
  jalon_scene_add (layout->scene, node, x, self->band_top, JALON_LAYER_TOP, -1);
}

static JalonNode *
make_step (JalonJourney *self, JalonElement *step)
{
  JalonLayout *layout = self->layout;
  gboolean is_empty = !jalon_element_has (step, JALON_FIELD_TITLE);
  double inner = self->step_width - 2 * JALON_CELL_PADDING;
  StepText text = set_step (self, step);
  double x = JALON_CELL_PADDING + text.indent;
  g_autofree char *label = NULL;
  JalonNode *node = jalon_node_new (JALON_ROLE_STEP, jalon_element_get_id (step), JALON_FIELD_TITLE,
                                    self->step_width, self->step_height);

  label = g_strdup (get_step_title (layout, step));
  if (text.indent > 0)
    {
      g_free (label);
      label = g_strdup_printf ("%s, %s", get_step_title (layout, step),
                               jalon_layout_term (layout, N_ ("Moment of truth")));
      jalon_node_add_path (node, jalon_path_new_star (STAR_RADIUS),
                           JALON_CELL_PADDING + STAR_RADIUS, 9.5, layout->theme->alert);
    }
  jalon_node_set_label (node, label);
  jalon_node_set_editor (node, &(JalonRect){ x, 0, inner - text.indent, text.title_height },
                         JALON_TEXT_STRONG);
  jalon_node_add_text (node, text.title, x, 0,
                       is_empty ? layout->theme->faint : layout->theme->ink);
  if (text.facts != NULL)
    jalon_node_add_text (node, text.facts, JALON_CELL_PADDING, text.title_height + 2,
                         layout->theme->secondary);
  return node;
}

/**
 * jalon_journey_add_step:
 * @self: a journey with its headers measured
 * @column: a column
 *
 * Adds the name of a step, or the place of the first one.
 */
void
jalon_journey_add_step (JalonJourney *self, guint column)
{
  JalonLayout *layout = self->layout;
  JalonElement *step = JALON_COLUMN (self, column)->step;
  double y = self->band_top + self->stage_height;
  guint64 state = jalon_layout_hash (0, &self->step_height, sizeof (double));
  JalonNode *node = step != NULL ? jalon_layout_recall (layout, step, NULL, self->step_width, state)
                                 : NULL;

  if (step == NULL)
    node = make_first (self, column);
  else if (node == NULL)
    {
      node = make_step (self, step);
      jalon_layout_remember (layout, step, NULL, self->step_width, state, node);
    }
  jalon_scene_add (layout->scene, node, jalon_journey_get_x (self, column), y, JALON_LAYER_TOP, -1);
}
