/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-journey-private.h"

#include <glib/gi18n-lib.h>

#define LINE_PADDING 6.0

/**
 * jalon_journey_get_line:
 * @above: the zone of a lane
 * @below: the zone of the next one
 *
 * Finds the line of a service blueprint that is crossed: G. L. Shostack, "Designing Services That
 * Deliver", Harvard Business Review 62 (1), 1984; the names as in M. J. Bitner, A. L. Ostrom,
 * F. N. Morgan, "Service Blueprinting", California Management Review 50 (3), 2008. Where several
 * would meet, the line of visibility is drawn.
 *
 * Returns: (transfer none) (nullable): its name, untranslated; %NULL if there is none
 */
const char *
jalon_journey_get_line (JalonZone above, JalonZone below)
{
  JalonZone outer = MIN (above, below);
  JalonZone inner = MAX (above, below);

  if (outer == inner)
    return NULL;
  if (outer < JALON_ZONE_BACKSTAGE && inner >= JALON_ZONE_BACKSTAGE)
    return N_ ("Line of visibility");
  return inner == JALON_ZONE_FRONTSTAGE ? N_ ("Line of interaction")
                                        : N_ ("Line of internal interaction");
}

static JalonParagraph *
set_line (JalonJourney *self, const char *name)
{
  return jalon_layout_set (self->layout, jalon_layout_term (self->layout, name), JALON_TEXT_SMALL,
                           JALON_LANE_COLUMN - JALON_GRID);
}

/* Returns: the height of the strip of a blueprint line */
double
jalon_journey_measure_line (JalonJourney *self, const char *name)
{
  g_autoptr (JalonParagraph) paragraph = set_line (self, name);

  return jalon_paragraph_get_height (paragraph) + 2 * LINE_PADDING;
}

static void
add_dashes (JalonJourney *self, JalonNode *node, double x1, double x2, double y)
{
  JalonPrimitive *line = jalon_node_add_line (node, x1, y, x2, y, 1, self->layout->theme->faint);

  line->line_style = JALON_LINE_DASHED;
}

static void
add_line (JalonJourney *self, const JalonLine *line)
{
  JalonScene *scene = self->layout->scene;
  JalonParagraph *paragraph = set_line (self, line->name);
  double width = self->right - self->left;
  double end = jalon_paragraph_get_width (paragraph) + 12;
  JalonNode *node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE,
                                    JALON_LANE_COLUMN, line->height);

  jalon_node_add_text (node, paragraph, 0, LINE_PADDING, self->layout->theme->secondary);
  if (end < JALON_LANE_COLUMN)
    add_dashes (self, node, end, JALON_LANE_COLUMN, line->height / 2);
  jalon_scene_add (scene, node, JALON_MARGIN, line->y, JALON_LAYER_SIDE, -1);

  node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, width, line->height);
  add_dashes (self, node, 0, width, line->height / 2);
  jalon_scene_add (scene, node, self->left, line->y, JALON_LAYER_BODY, -1);
}

/**
 * jalon_journey_add_lines:
 * @self: a journey with its rows placed
 *
 * Draws the lines of the service blueprint, each with its name.
 */
void
jalon_journey_add_lines (JalonJourney *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    add_line (self, &g_array_index (self->lines, JalonLine, i));
}

/* Every other stage is a band; one with a colour of its own has a tint of it. */
static JalonColour
get_band (JalonJourney *self, JalonElement *stage, guint place)
{
  const JalonTheme *theme = self->layout->theme;
  const char *own = stage != NULL ? jalon_element_get_text (stage, JALON_FIELD_COLOUR) : "";
  JalonColour band = place % 2 == 0 ? theme->band : theme->paper;

  if (own[0] == '\0')
    return band;
  return jalon_colour_mix (theme->paper, jalon_theme_get_note (theme, own), 0.4);
}

static void
add_band (JalonJourney *self,
          JalonColour colour,
          double x,
          double width,
          double top,
          double bottom,
          JalonLayer layer)
{
  JalonNode *node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, width,
                                    bottom - top);

  jalon_node_add_box (node, &(JalonRect){ 0, 0, width, bottom - top }, 0, colour);
  jalon_scene_add (self->layout->scene, node, x, top, layer, -1);
}

/* A band is broken where a line of the blueprint crosses it. */
static void
add_bands_of_stage (JalonJourney *self, JalonColour colour, double x, double width)
{
  double top = self->body_top;

  add_band (self, colour, x, width, self->band_top, self->body_top, JALON_LAYER_TOP);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const JalonLine *line = &g_array_index (self->lines, JalonLine, i);

      add_band (self, colour, x, width, top, line->y, JALON_LAYER_BODY);
      top = line->y + line->height;
    }
  add_band (self, colour, x, width, top, self->bottom, JALON_LAYER_BODY);
}

/**
 * jalon_journey_add_bands:
 * @self: a journey with its rows placed
 *
 * Draws what separates the stages: a tint, no lines.
 */
void
jalon_journey_add_bands (JalonJourney *self)
{
  guint place = 0;

  for (guint start = 0; start < self->columns->len;)
    {
      guint end = jalon_journey_get_stage_end (self, start);
      double x = jalon_journey_get_x (self, start);

      add_bands_of_stage (self, get_band (self, JALON_COLUMN (self, start)->stage, place++), x,
                          jalon_journey_get_x (self, end) - x);
      start = end;
    }
}
