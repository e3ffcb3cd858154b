/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-marks.h"

/* Canvas units: how far a frame is around what it marks, its line, its corners; the sign on it */
#define MARGIN 3.0
#define LINE_WIDTH 2.5
#define RADIUS 7.0
#define SIGN_RADIUS 9.0
#define SIGN_REACH 4.5

/* How much of the paper lies over what went */
#define VEIL 0.55

/* The legend below the map */
#define LEGEND_HEIGHT 40.0
#define LEGEND_LEFT 40.0
#define LEGEND_GAP 28.0

static JalonColour
get_colour (const JalonTheme *theme, JalonMark mark)
{
  static const guint series[JALON_N_MARKS] = {
    [JALON_MARK_PLUS] = 2,
    [JALON_MARK_DOT] = 3,
    [JALON_MARK_MINUS] = 1,
  };

  return theme->series[series[mark]];
}

static void
add_sign (JalonNode *node, double x, double y, JalonMark mark, const JalonTheme *theme)
{
  JalonColour colour = get_colour (theme, mark);
  JalonRect disc = { x - SIGN_RADIUS, y - SIGN_RADIUS, 2 * SIGN_RADIUS, 2 * SIGN_RADIUS };
  JalonRect dot = { x - SIGN_REACH / 2, y - SIGN_REACH / 2, SIGN_REACH, SIGN_REACH };

  jalon_node_add_box (node, &disc, SIGN_RADIUS, colour);
  if (mark == JALON_MARK_DOT)
    jalon_node_add_box (node, &dot, SIGN_REACH / 2, theme->paper);
  else
    jalon_node_add_line (node, x - SIGN_REACH, y, x + SIGN_REACH, y, LINE_WIDTH, theme->paper);
  if (mark == JALON_MARK_PLUS)
    jalon_node_add_line (node, x, y - SIGN_REACH, x, y + SIGN_REACH, LINE_WIDTH, theme->paper);
}

/* A frame around @width and @height with the sign at its corner, made for MARGIN outside. */
static JalonNode *
make_frame (double width, double height, JalonMark mark, const JalonTheme *theme)
{
  JalonRect rect = { MARGIN, MARGIN, width, height };
  JalonRect frame = { 0, 0, width + 2 * MARGIN, height + 2 * MARGIN };
  JalonNode *node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, frame.width,
                                    frame.height);
  JalonPrimitive *box;

  if (mark == JALON_MARK_MINUS)
    jalon_node_add_box (node, &rect, RADIUS, jalon_colour_with_alpha (theme->paper, VEIL));
  box = jalon_node_add_box (node, &frame, RADIUS, (JalonColour){ 0 });
  box->stroke = get_colour (theme, mark);
  box->line_width = LINE_WIDTH;
  if (mark == JALON_MARK_MINUS)
    box->line_style = JALON_LINE_DASHED;
  add_sign (node, frame.width - MARGIN, MARGIN, mark, theme);
  return node;
}

/**
 * jalon_marks_add:
 * @scene: a scene that nobody else has yet
 * @element: the id of an element
 * @field: a field, or %JALON_FIELD_NONE for all of it
 * @mark: what to put on it
 *
 * Marks what shows an element, or a field of it.
 *
 * Returns: %FALSE if nothing shows it
 */
gboolean
jalon_marks_add (JalonScene *scene, const char *element, JalonFieldId field, JalonMark mark)
{
  const JalonTheme *theme = jalon_scene_get_theme (scene);
  int index = jalon_scene_find (scene, element, field);
  guint n_items;
  JalonItem item;

  if (index < 0)
    return FALSE;
  /* A copy: what is added moves the others. */
  item = jalon_scene_get_items (scene, &n_items)[index];
  jalon_scene_add (scene, make_frame (item.width, item.height, mark, theme), item.x - MARGIN,
                   item.y - MARGIN, item.layer, -1);
  return TRUE;
}

/**
 * jalon_marks_add_legend:
 * @scene: a scene that nobody else has yet
 * @words: what each mark means
 *
 * Makes the sheet higher and explains the marks below the map.
 */
void
jalon_marks_add_legend (JalonScene *scene, const char *const words[JALON_N_MARKS])
{
  const JalonTheme *theme = jalon_scene_get_theme (scene);
  g_autoptr (JalonTypesetter) typesetter = jalon_typesetter_new ();
  double top = jalon_scene_get_height (scene);
  double middle = (LEGEND_HEIGHT - 2 * SIGN_RADIUS) / 2;
  JalonNode *node;
  double x = SIGN_RADIUS;

  node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE,
                         jalon_scene_get_width (scene) - 2 * LEGEND_LEFT, LEGEND_HEIGHT);
  for (guint i = 0; i < JALON_N_MARKS; i++)
    {
      JalonParagraph *paragraph = jalon_typesetter_set (typesetter, words[i], JALON_TEXT_BODY, -1,
                                                        JALON_ALIGN_START);
      double width = jalon_paragraph_get_width (paragraph);
      double height = jalon_paragraph_get_height (paragraph);

      add_sign (node, x, middle, i, theme);
      jalon_node_add_text (node, paragraph, x + 2 * SIGN_RADIUS, middle - height / 2, theme->ink);
      x += 2 * SIGN_RADIUS + width + LEGEND_GAP;
    }
  jalon_scene_add (scene, node, LEGEND_LEFT, top, JALON_LAYER_BODY, -1);
  jalon_scene_set_size (scene, MAX (jalon_scene_get_width (scene), x + 2 * LEGEND_LEFT),
                        top + LEGEND_HEIGHT);
}
