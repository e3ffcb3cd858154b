/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-journey-private.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-text.h"

/* The title keeps this width, or the personas move below it. */
#define MIN_HEADING 320.0
#define LEGEND_SPACING 40.0

/* A sheet is not narrower, however short the journey */
#define MIN_CONTENT 640.0

static GPtrArray *
find_personas (JalonElement *map)
{
  GPtrArray *personas = g_ptr_array_new ();
  JalonDocument *document = jalon_element_get_document (map);
  g_auto (GStrv) ids = jalon_element_get_references (map, JALON_FIELD_PERSONAS);

  for (guint i = 0; document != NULL && ids[i] != NULL; i++)
    {
      JalonElement *persona = jalon_document_lookup (document, ids[i]);

      if (persona != NULL && jalon_element_get_kind (persona) == JALON_KIND_PERSONA)
        g_ptr_array_add (personas, persona);
    }
  return personas;
}

/* "Journey · use · as is — from the first idea to the next booking" */
static char *
make_subtitle (JalonLayout *layout, JalonElement *map)
{
  const char *description = jalon_element_get_text (map, JALON_FIELD_DESCRIPTION);
  gsize length = strcspn (description, "\n");
  g_autofree char *category =
    jalon_layout_lower (jalon_layout_choice (layout, map, JALON_FIELD_CATEGORY));
  g_autofree char *state =
    jalon_layout_lower (jalon_layout_choice (layout, map, JALON_FIELD_STATE));
  GString *subtitle = g_string_new (jalon_layout_term (layout, N_ ("Journey")));

  jalon_layout_join (subtitle, category);
  jalon_layout_join (subtitle, state);
  if (length > 0)
    {
      g_string_append (subtitle, " — ");
      g_string_append_len (subtitle, description, length);
    }
  return g_string_free (subtitle, FALSE);
}

/* Returns: the y below title and personas */
static double
add_heading (JalonJourney *self)
{
  g_autofree char *subtitle = make_subtitle (self->layout, self->map);
  double width = MAX (self->right - JALON_MARGIN, MIN_CONTENT);
  double legend = jalon_layout_measure_legend (self->layout, self->personas);
  double beside = width - legend - LEGEND_SPACING;
  double y, bottom;

  if (self->personas->len == 0)
    return jalon_layout_add_heading (self->layout, self->map, subtitle, width);
  if (beside < MIN_HEADING)
    {
      y = jalon_layout_add_heading (self->layout, self->map, subtitle, width);
      return jalon_layout_add_legend (self->layout, self->personas, JALON_MARGIN, y + 16, width);
    }
  y = jalon_layout_add_heading (self->layout, self->map, subtitle, beside);
  bottom = jalon_layout_add_legend (self->layout, self->personas, JALON_MARGIN + width - legend,
                                    MAX (JALON_MARGIN, y - JALON_PORTRAIT_SIZE), legend);
  return MAX (y, bottom);
}

/* Everything in the order in which it is read: the story, step by step, each from top to bottom. */
static void
add_story (JalonJourney *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      if (i == 0 || JALON_COLUMN (self, i)->stage != JALON_COLUMN (self, i - 1)->stage)
        jalon_journey_add_stage (self, i);
      jalon_journey_add_step (self, i);
      if (JALON_COLUMN (self, i)->step != NULL)
        jalon_journey_add_cells (self, i);
    }
}

static void
set_size (JalonJourney *self)
{
  double width = MAX (self->right, JALON_MARGIN + MIN_CONTENT) + JALON_MARGIN;
  double height = self->bottom + JALON_MARGIN;

  jalon_scene_set_size (self->layout->scene, width, height);
  jalon_scene_set_headers (self->layout->scene,
                           &(JalonRect){ 0, self->top, width, self->body_top - self->top },
                           &(JalonRect){ 0, self->body_top, self->left, height - self->body_top });
}

static void
clear_journey (JalonKept *kept)
{
  JalonJourney *self = (JalonJourney *) kept;

  g_clear_pointer (&self->scene, jalon_scene_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->rows_by_id, g_hash_table_unref);
  g_clear_pointer (&self->personas, g_ptr_array_unref);
}

/* Nothing remains of the last drawing but what is kept of steps and curves. */
static JalonJourney *
begin (JalonLayout *layout, JalonElement *map)
{
  JalonJourney *self = jalon_layout_keep (layout, map, sizeof *self, clear_journey);

  clear_journey (&self->kept);
  *self = (JalonJourney){
    .kept = self->kept,
    .layout = layout,
    .map = map,
    .columns = g_array_new (FALSE, TRUE, sizeof (JalonColumn)),
    .rows = g_array_new (FALSE, TRUE, sizeof (JalonRow)),
    .lines = g_array_new (FALSE, TRUE, sizeof (JalonLine)),
    .rows_by_id = g_hash_table_new (jalon_text_hash, g_str_equal),
    .personas = find_personas (map),
    .step_width = jalon_element_get_number (map, JALON_FIELD_STEP_WIDTH),
    .left = JALON_MARGIN + JALON_LANE_COLUMN,
  };
  self->frame = jalon_journey_hash_frame (self);
  return self;
}

static void
measure (JalonJourney *self)
{
  jalon_journey_find_columns (self);
  jalon_journey_find_rows (self);
  jalon_journey_recall_steps (self);
  jalon_journey_measure_headers (self, add_heading (self));
  jalon_journey_fill_rows (self);
  jalon_journey_place_rows (self);
}

/**
 * jalon_layout_journey:
 * @layout: a layout at work
 * @map: a journey
 *
 * Lays a journey out: stages and steps from left to right, lanes from top to bottom.
 */
void
jalon_layout_journey (JalonLayout *layout, JalonElement *map)
{
  JalonJourney *self = begin (layout, map);

  measure (self);
  jalon_journey_add_bands (self);
  jalon_journey_add_lines (self);
  for (guint i = 0; i < self->rows->len; i++)
    if (JALON_ROW (self, i)->style->form >= JALON_FORM_CURVE)
      jalon_journey_add_curves (self, i);
  jalon_journey_add_phases (self);
  jalon_journey_add_lanes (self);
  add_story (self);
  set_size (self);
  self->scene = jalon_scene_ref (layout->scene);
}
