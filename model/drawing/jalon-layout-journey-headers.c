/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-journey-private.h"

#include <glib/gi18n-lib.h>

#define STAR_RADIUS 6.5
#define STAR_INDENT 18.0
#define STAGE_PADDING 12.0
#define FACT_GAP 3.5

/* An answer that lags so far behind the importance of a step stands out. */
#define LAG 2

/* A line below the name of a step: how important it is, and how well it is answered */
typedef struct
{
  JalonParagraph *text;
  JalonColour colour;
  double x;
  double y;
} Fact;

/* The name of a step and what stands below it, set but not placed. */
typedef struct
{
  JalonParagraph *title;
  double title_height;
  double indent;
  Fact facts[2];
  guint n_facts;
  double height;
} StepText;

static void
add_fact (JalonJourney *self,
          StepText *text,
          const char *words,
          JalonTextStyle style,
          JalonColour colour)
{
  double width = self->step_width - 2 * JALON_CELL_PADDING;
  Fact *fact = &text->facts[text->n_facts];
  Fact *before = text->n_facts > 0 ? fact - 1 : NULL;
  double x = before != NULL ? before->x + jalon_paragraph_get_width (before->text) + FACT_GAP : 0;

  fact->text = jalon_layout_set (self->layout, words, style, width);
  fact->colour = colour;
  text->n_facts++;
  if (before != NULL && x + jalon_paragraph_get_width (fact->text) <= width)
    {
      fact->x = x;
      fact->y = before->y;
      return;
    }
  fact->y = text->height + (before != NULL ? 0 : 2);
  text->height = fact->y + jalon_paragraph_get_height (fact->text);
}

/* "importance 5 · quality 2": where the answer lags behind, it stands out. */
static void
add_facts (JalonJourney *self, JalonElement *step, StepText *text)
{
  const JalonTheme *theme = self->layout->theme;
  gboolean has_importance = jalon_element_has (step, JALON_FIELD_IMPORTANCE);
  gboolean has_quality = jalon_element_has (step, JALON_FIELD_QUALITY);
  gboolean lags = has_importance && has_quality &&
                  jalon_element_get_number (step, JALON_FIELD_IMPORTANCE) -
                      jalon_element_get_number (step, JALON_FIELD_QUALITY) >=
                    LAG;
  g_autofree char *importance =
    g_strdup_printf (has_quality ? "%s %s ·" : "%s %s",
                     jalon_layout_term (self->layout, N_ ("importance")),
                     jalon_element_get_text (step, JALON_FIELD_IMPORTANCE));
  g_autofree char *quality = g_strdup_printf ("%s %s",
                                              jalon_layout_term (self->layout, N_ ("quality")),
                                              jalon_element_get_text (step, JALON_FIELD_QUALITY));

  if (has_importance)
    add_fact (self, text, importance, JALON_TEXT_SMALL, theme->secondary);
  if (has_quality)
    add_fact (self, text, quality, lags ? JALON_TEXT_SMALL_STRONG : JALON_TEXT_SMALL,
              lags ? theme->alert : theme->secondary);
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
  double width = self->step_width - 2 * JALON_CELL_PADDING;
  StepText text = { 0 };

  text.indent = jalon_element_get_flag (step, JALON_FIELD_MOMENT_OF_TRUTH) ? STAR_INDENT : 0;
  text.title = jalon_layout_set (self->layout, get_step_title (self->layout, step),
                                 JALON_TEXT_STRONG, width - text.indent);
  text.height = text.title_height = jalon_paragraph_get_height (text.title);
  add_facts (self, step, &text);
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
measure_step (JalonJourney *self, JalonElement *step)
{
  StepText text = set_step (self, step);

  jalon_paragraph_unref (text.title);
  for (guint i = 0; i < text.n_facts; i++)
    jalon_paragraph_unref (text.facts[i].text);
  return text.height;
}

static double
get_step_height (JalonJourney *self, guint column)
{
  JalonStepMemo *memo = JALON_COLUMN (self, column)->memo;
  guint64 state;

  if (memo == NULL)
    return jalon_layout_measure_ghost (self->layout, get_prompt (self, column),
                                       self->step_width - 2 * JALON_CELL_PADDING);
  state = jalon_layout_mix_element (self->context, memo->kept.element);
  if (memo->header_state != state)
    memo->header_height = measure_step (self, memo->kept.element);
  memo->header_state = state;
  return memo->header_height;
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
  self->band_top = self->top + (jalon_journey_has_phases (self) ? JALON_PHASE_SPACING : 0);
  for (guint i = 0; i < self->columns->len; i = jalon_journey_get_stage_end (self, i))
    self->stage_height = MAX (self->stage_height, measure_stage (self, i));
  for (guint i = 0; i < self->columns->len; i++)
    self->step_height = MAX (self->step_height, get_step_height (self, i));
  self->stage_height += STAGE_PADDING + JALON_GRID - JALON_STEP_PADDING;
  self->step_height += JALON_GRID + 2 * JALON_STEP_PADDING;
  self->body_top = self->band_top + self->stage_height + self->step_height;
}

/* A place for the first stage or step. */
static JalonNode *
make_first (JalonJourney *self, guint column)
{
  JalonElement *stage = JALON_COLUMN (self, column)->stage;
  JalonNode *node = jalon_node_new (JALON_ROLE_SLOT, NULL, JALON_FIELD_NONE, self->step_width,
                                    self->step_height);
  JalonRect rect = { JALON_CELL_PADDING, JALON_STEP_PADDING,
                     self->step_width - 2 * JALON_CELL_PADDING,
                     self->step_height - JALON_GRID - 2 * JALON_STEP_PADDING };

  jalon_node_set_label (node, get_prompt (self, column));
  jalon_node_make_slot (node, jalon_element_get_id (stage != NULL ? stage : self->map),
                        stage != NULL ? JALON_KIND_STEP : JALON_KIND_STAGE, JALON_FIELD_NONE, NULL);
  jalon_layout_put_ghost (self->layout, node, get_prompt (self, column), &rect);
  jalon_journey_set_ghost (self, node);
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
                           JALON_CELL_PADDING + STAR_RADIUS, JALON_STEP_PADDING + 9.5,
                           layout->theme->alert);
    }
  jalon_node_set_label (node, label);
  jalon_node_set_editor (node,
                         &(JalonRect){ x, JALON_STEP_PADDING, inner - text.indent,
                                       text.title_height },
                         JALON_TEXT_STRONG);
  jalon_node_add_text (node, text.title, x, JALON_STEP_PADDING,
                       is_empty ? layout->theme->faint : layout->theme->ink);
  for (guint i = 0; i < text.n_facts; i++)
    jalon_node_add_text (node, text.facts[i].text, JALON_CELL_PADDING + text.facts[i].x,
                         JALON_STEP_PADDING + text.facts[i].y, text.facts[i].colour);
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
