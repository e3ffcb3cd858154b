/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-journey-curves-private.h"

#include <glib/gi18n-lib.h>

#define STAR_RADIUS 12.0
#define HALO 2.5

static JalonPath *
make_polygon (const JalonPoint *points, guint n_points)
{
  JalonPath *path = jalon_path_new ();

  jalon_path_move_to (path, points[0].x, points[0].y);
  for (guint i = 1; i < n_points; i++)
    jalon_path_line_to (path, points[i].x, points[i].y);
  jalon_path_close (path);
  return path;
}

/* The marks of the five curves, around (0, 0): disc, ring, square, diamond, triangle. */
static JalonPath *
make_mark (guint place, double size)
{
  double s = size * 0.88, d = size * 1.25, t = size * 1.2;
  const JalonPoint square[] = { { -s, -s }, { s, -s }, { s, s }, { -s, s } };
  const JalonPoint diamond[] = { { 0, -d }, { d, 0 }, { 0, d }, { -d, 0 } };
  const JalonPoint triangle[] = { { 0, -t }, { t, 0.8 * t }, { -t, 0.8 * t } };

  switch (place % JALON_CURVE_N_MARKS)
    {
    case 2:
      return make_polygon (square, G_N_ELEMENTS (square));
    case 3:
      return make_polygon (diamond, G_N_ELEMENTS (diamond));
    case 4:
      return make_polygon (triangle, G_N_ELEMENTS (triangle));
    default:
      return jalon_path_new_circle (size);
    }
}

/* Every other mark is hollow. */
static void
draw_mark (JalonNode *node, const JalonTheme *theme, const JalonCurve *curve)
{
  double middle = JALON_POINT_SIZE / 2;
  gboolean is_hollow = curve->place % 2 == 1;
  JalonPrimitive *mark = jalon_node_add_path (node, make_mark (curve->place, 5 + HALO), middle,
                                              middle, theme->card);

  mark = jalon_node_add_path (node, make_mark (curve->place, is_hollow ? 4.5 : 5.5), middle, middle,
                              is_hollow ? theme->card : curve->colour);
  if (is_hollow)
    {
      mark->stroke = curve->colour;
      mark->line_width = 2.5;
    }
}

static void
draw_star (JalonNode *node, const JalonTheme *theme, const JalonCurve *curve)
{
  double middle = JALON_POINT_SIZE / 2;

  jalon_node_add_path (node, jalon_path_new_circle (JALON_POINT_SIZE / 2), middle, middle,
                       theme->card);
  jalon_node_add_path (node, jalon_path_new_star (STAR_RADIUS), middle, middle + 0.8,
                       curve->colour);
}

/**
 * jalon_curve_make_name:
 * @layout: a layout at work
 * @curve: a curve
 *
 * Returns: (transfer full): whose curve it is, and in which state if the lane has both
 */
char *
jalon_curve_make_name (JalonLayout *layout, const JalonCurve *curve)
{
  GString *name = g_string_new (NULL);

  if (curve->persona != NULL)
    g_string_append (name, jalon_element_get_title (curve->persona));
  if (curve->names_state)
    {
      g_autofree char *state =
        jalon_layout_lower (jalon_layout_term (layout, jalon_state_choices[curve->state].label));

      if (name->len > 0)
        g_string_append (name, ", ");
      g_string_append (name, state);
    }
  return g_string_free (name, FALSE);
}

static JalonNode *
make_point (JalonJourney *self,
            const JalonCurve *curve,
            const JalonCurvePoint *point,
            const char *number)
{
  JalonElement *step = JALON_COLUMN (self, point->column)->step;
  g_autofree char *name = jalon_curve_make_name (self->layout, curve);
  g_autofree char *label = NULL;
  JalonNode *node = jalon_node_new (JALON_ROLE_POINT, jalon_element_get_id (point->score),
                                    JALON_FIELD_VALUE, JALON_POINT_SIZE, JALON_POINT_SIZE);

  /* Translators: name of a persona, its score, name of a step */
  label = g_strdup_printf (jalon_layout_term (self->layout, N_ ("%s, %s at %s")),
                           name[0] != '\0' ? name : jalon_layout_term (self->layout, N_ ("Score")),
                           number, jalon_element_get_title (step));
  jalon_node_set_label (node, label);
  jalon_node_set_editor (node, &(JalonRect){ 0, 0, JALON_POINT_SIZE, JALON_POINT_SIZE },
                         JALON_TEXT_BODY);
  if (point->is_star)
    draw_star (node, self->layout->theme, curve);
  else
    draw_mark (node, self->layout->theme, curve);
  return node;
}

/**
 * jalon_curve_get_point:
 * @self: a journey
 * @curve: a curve
 * @point: a point of it
 * @number: its value on the scale of the lane
 *
 * Returns: (transfer full): the mark of a score
 */
JalonNode *
jalon_curve_get_point (JalonJourney *self,
                       const JalonCurve *curve,
                       const JalonCurvePoint *point,
                       const char *number)
{
  JalonElement *step = JALON_COLUMN (self, point->column)->step;
  guint values[] = { curve->place, point->is_star, curve->names_state };
  guint64 state = jalon_layout_hash (0, values, sizeof values);
  JalonNode *node;

  state = jalon_layout_hash (state, &curve->colour, sizeof curve->colour);
  if (curve->persona != NULL)
    state = jalon_layout_mix_element (state, curve->persona);
  node = jalon_layout_recall (self->layout, point->score, step, JALON_POINT_SIZE, state);
  if (node == NULL)
    {
      node = make_point (self, curve, point, number);
      jalon_layout_remember (self->layout, point->score, step, JALON_POINT_SIZE, state, node);
    }
  return node;
}

/**
 * jalon_curve_make_ghost:
 * @self: a journey
 * @row: a lane without scores
 * @y: where, from the top of the lane
 *
 * Returns: (transfer full): the ghost of the first point, of the size of a cell
 */
JalonNode *
jalon_curve_make_ghost (JalonJourney *self, const JalonRow *row, double y)
{
  JalonLayout *layout = self->layout;
  double middle = self->step_width / 2, radius = 6;
  JalonNode *node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, self->step_width,
                                    row->height);
  JalonPrimitive *ring;
  JalonParagraph *text = jalon_layout_set (layout, jalon_journey_get_prompt (self, row),
                                           JALON_TEXT_SMALL, self->step_width - 16);

  jalon_journey_set_ghost (self, node);
  ring = jalon_node_add_path (node, jalon_path_new_circle (radius), middle, y,
                              layout->theme->paper);
  ring->stroke = layout->theme->faint;
  ring->line_width = 1.5;
  ring->line_style = JALON_LINE_DASHED;
  jalon_node_add_text (node, text, middle - jalon_paragraph_get_width (text) / 2,
                       y - radius - 6 - jalon_paragraph_get_height (text), layout->theme->faint);
  return node;
}
