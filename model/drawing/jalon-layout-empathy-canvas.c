/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The canvas of 2017: after D. Gray, XPLANE, "Updated Empathy Map Canvas", 2017, in a geometry of
 * our own. The goal lies on top; what the person sees, says, does and hears lies round a head that
 * holds what they think and feel. All of it grows with the notes. */

#include "drawing/jalon-layout-empathy-private.h"

#include <glib/gi18n-lib.h>

#define CARD_WIDTH 168.0
#define GOAL_HEIGHT 144.0
#define SIDE_HEIGHT 264.0
#define DOES_HEIGHT 136.0
#define PORTRAIT 64.0

/* What the head holds: where it is as shares of the size of the head, the notes in it, the space
 * between its four parts, and how much higher than wide the head may become */
#define BRAIN_LEFT 0.12
#define BRAIN_RIGHT 0.88
#define BRAIN_TOP 0.19
#define BRAIN_BOTTOM 0.78
#define BRAIN_NAME 0.1
#define THOUGHT_WIDTH 216.0
#define THOUGHT_GAP 24.0
#define HEAD_MAX_RATIO 1.28
#define HEAD_MIN_RATIO 1.05
#define HEAD_LINE 2.0
#define HEAD_GAP 28.0
#define MAX_THOUGHT_COLUMNS 4

/* A profile that looks to the right, as shares of the size of the head: from the nape over the
 * crown to the forehead, the nose, the lips, the chin and the throat; three points a curve */
static const JalonPoint profile[][3] = {
  { { 0.222, 0.945 }, { 0.205, 0.905 }, { 0.148, 0.840 } },
  { { 0.052, 0.735 }, { 0.000, 0.610 }, { 0.000, 0.450 } },
  { { 0.000, 0.165 }, { 0.185, 0.000 }, { 0.465, 0.000 } },
  { { 0.755, 0.000 }, { 0.912, 0.115 }, { 0.925, 0.335 } },
  { { 0.929, 0.385 }, { 0.916, 0.415 }, { 0.924, 0.450 } },
  { { 0.935, 0.495 }, { 0.972, 0.545 }, { 0.995, 0.585 } },
  { { 1.000, 0.607 }, { 0.995, 0.625 }, { 0.965, 0.630 } },
  { { 0.952, 0.632 }, { 0.945, 0.640 }, { 0.948, 0.655 } },
  { { 0.952, 0.670 }, { 0.962, 0.675 }, { 0.960, 0.688 } },
  { { 0.958, 0.699 }, { 0.946, 0.700 }, { 0.944, 0.706 } },
  { { 0.946, 0.714 }, { 0.955, 0.718 }, { 0.952, 0.730 } },
  { { 0.949, 0.744 }, { 0.936, 0.750 }, { 0.938, 0.768 } },
  { { 0.941, 0.790 }, { 0.945, 0.805 }, { 0.938, 0.830 } },
  { { 0.925, 0.880 }, { 0.875, 0.895 }, { 0.800, 0.890 } },
  { { 0.745, 0.887 }, { 0.725, 0.920 }, { 0.725, 1.000 } },
};

/* The sections in the order in which they are read. */
enum
{
  WHO,
  NEEDS,
  SEES,
  SAYS,
  DOES,
  HEARS,
  THINKS,
  FEELS,
  PAINS,
  GAINS,
  N_SECTIONS,
};

static const JalonNoteSection order[N_SECTIONS] = {
  [WHO] = JALON_NOTE_WHO,       [NEEDS] = JALON_NOTE_NEEDS, [SEES] = JALON_NOTE_SEES,
  [SAYS] = JALON_NOTE_SAYS,     [DOES] = JALON_NOTE_DOES,   [HEARS] = JALON_NOTE_HEARS,
  [THINKS] = JALON_NOTE_THINKS, [FEELS] = JALON_NOTE_FEELS, [PAINS] = JALON_NOTE_PAINS,
  [GAINS] = JALON_NOTE_GAINS,
};

typedef struct
{
  JalonSection sections[N_SECTIONS];
  double width;
  JalonRect head;
  double brain[2]; /* heights of the two rows of what the head holds */
  guint n_thoughts;
} Canvas;

static double
get_columns_width (guint n_columns, double card)
{
  return n_columns * card + (n_columns - 1) * JALON_CARD_GAP;
}

static void
init_sections (JalonLayout *self, Canvas *canvas, JalonElement *map)
{
  for (guint i = 0; i < N_SECTIONS; i++)
    {
      JalonSection *section = &canvas->sections[i];

      jalon_empathy_init_section (self, section, map, order[i]);
      section->number = i <= HEARS ? i + 1 : 0;
      if (i > HEARS)
        {
          section->ground = (JalonColour){ 0 };
          section->padding = (JalonRect){ 0 };
        }
    }
}

/* Measures the two rows of thoughts, @n_columns of notes in each of their four parts. */
static double
measure_brain (JalonLayout *self, Canvas *canvas, guint n_columns)
{
  double card = n_columns == 1 ? THOUGHT_WIDTH : CARD_WIDTH;
  double width = get_columns_width (n_columns, card);

  canvas->n_thoughts = n_columns;
  canvas->brain[0] = canvas->brain[1] = 0;
  for (guint i = THINKS; i <= GAINS; i++)
    {
      double *row = &canvas->brain[(i - THINKS) / 2];

      jalon_empathy_place (&canvas->sections[i], 0, 0, width, n_columns);
      *row = MAX (*row, jalon_section_measure (self, &canvas->sections[i]));
    }
  canvas->head.width = (2 * width + THOUGHT_GAP) / (BRAIN_RIGHT - BRAIN_LEFT);
  canvas->head.height = (canvas->brain[0] + THOUGHT_GAP + canvas->brain[1]) /
                        (BRAIN_BOTTOM - BRAIN_TOP);
  return canvas->head.height / canvas->head.width;
}

/* The head becomes wider before it becomes a tower. */
static void
measure_head (JalonLayout *self, Canvas *canvas)
{
  guint n_columns = 1;

  while (measure_brain (self, canvas, n_columns) > HEAD_MAX_RATIO &&
         n_columns < MAX_THOUGHT_COLUMNS)
    n_columns++;
  canvas->head.height = MAX (canvas->head.height, canvas->head.width * HEAD_MIN_RATIO);
}

static void
place_goal (JalonLayout *self, Canvas *canvas, JalonElement *map, double y)
{
  JalonSection *who = &canvas->sections[WHO];
  JalonSection *needs = &canvas->sections[NEEDS];
  double width = (canvas->width - JALON_BAND_GAP) / 2;
  guint n_columns = (guint) (width - JALON_BAND_PADDING) / (guint) (CARD_WIDTH + JALON_CARD_GAP);

  jalon_empathy_place (who, JALON_MARGIN, y, width, n_columns - 1);
  jalon_empathy_place (needs, JALON_MARGIN + width + JALON_BAND_GAP, y, width, n_columns);
  who->padding.width += PORTRAIT + JALON_BAND_PADDING;
  who->corners = JALON_CORNER_TOP_LEFT;
  needs->corners = JALON_CORNER_TOP_RIGHT;
}

static void
add_portrait (JalonLayout *self, Canvas *canvas, JalonElement *map)
{
  const JalonRect *rect = &canvas->sections[WHO].rect;
  JalonNode *node = jalon_node_new (JALON_ROLE_TEXT, jalon_element_get_id (map),
                                    JALON_FIELD_PERSONA, PORTRAIT, PORTRAIT);

  jalon_empathy_put_persona (self, node, map, 0, PORTRAIT);
  jalon_scene_add (self->scene, node, rect->x + rect->width - PORTRAIT - JALON_BAND_PADDING,
                   rect->y + JALON_BAND_PADDING - 4, JALON_LAYER_BODY, -1);
}

/* Two columns of notes at the left of the head and two at the right. */
static void
place_sides (Canvas *canvas, double y)
{
  double side = get_columns_width (2, CARD_WIDTH) + JALON_BAND_PADDING;
  double half = (canvas->width - JALON_BAND_GAP) / 2;
  double right = JALON_MARGIN + half + JALON_BAND_GAP;

  for (guint i = SEES; i <= HEARS; i++)
    if (i != DOES)
      jalon_empathy_place (&canvas->sections[i], i == HEARS ? JALON_MARGIN : right, y, half, 2);
  canvas->sections[HEARS].padding.width = half - side;
  canvas->sections[SEES].padding.x = half - side;
  canvas->sections[SAYS].padding.x = half - side;
}

/* Finds the heights of what stands round the head; the head grows towards that of the row. */
static double
measure_sides (JalonLayout *self, Canvas *canvas)
{
  JalonSection *sees = &canvas->sections[SEES];
  JalonSection *says = &canvas->sections[SAYS];
  double upper = MAX (SIDE_HEIGHT, jalon_section_measure (self, sees));
  double lower = MAX (SIDE_HEIGHT, jalon_section_measure (self, says));
  double height = MAX (upper + JALON_BAND_GAP + lower, canvas->head.height + HEAD_GAP);

  height = MAX (height, jalon_section_measure (self, &canvas->sections[HEARS]));
  canvas->sections[HEARS].rect.height = height;
  sees->rect.height = upper + (height - JALON_BAND_GAP - upper - lower) / 2;
  says->rect.height = height - JALON_BAND_GAP - sees->rect.height;
  says->rect.y = sees->rect.y + sees->rect.height + JALON_BAND_GAP;
  canvas->head.height = MAX (canvas->head.height,
                             MIN (height - HEAD_GAP, canvas->head.width * HEAD_MAX_RATIO));
  return height;
}

static JalonPath *
make_profile (double width, double height)
{
  JalonPath *path = jalon_path_new ();

  jalon_path_move_to (path, 0.222 * width, height);
  for (guint i = 0; i < G_N_ELEMENTS (profile); i++)
    {
      const JalonPoint *p = profile[i];

      jalon_path_curve_to (path, p[0].x * width, p[0].y * height, p[1].x * width, p[1].y * height,
                           p[2].x * width, p[2].y * height);
    }
  return path;
}

static void
add_head (JalonLayout *self, Canvas *canvas)
{
  const JalonRect *head = &canvas->head;
  const char *name = jalon_layout_term (self, N_ ("Thinks and feels"));
  double badge = JALON_BADGE + 8, width;
  JalonPath *path = make_profile (head->width, head->height);
  JalonParagraph *text;
  JalonPrimitive *outline;
  JalonNode *node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, head->width,
                                    head->height);

  jalon_node_set_label (node, name);
  outline = jalon_node_add_path (node, path, 0, 0, self->theme->paper);
  outline->stroke = self->theme->hairline;
  outline->line_width = HEAD_LINE;
  text = jalon_layout_set (self, name, JALON_TEXT_SECTION, head->width / 2);
  width = jalon_paragraph_get_width (text) + badge;
  jalon_section_add_badge (self, node, N_SECTIONS - 3, head->width * 0.475 - width / 2,
                           head->height * BRAIN_NAME);
  jalon_node_add_text (node, text, head->width * 0.475 - width / 2 + badge,
                       head->height * BRAIN_NAME, self->theme->ink);
  jalon_scene_add (self->scene, node, head->x, head->y, JALON_LAYER_BODY, -1);
}

/* The four parts of what the head holds; what is left of its height goes between and below them. */
static void
add_brain (JalonLayout *self, Canvas *canvas)
{
  const JalonRect *head = &canvas->head;
  double width = canvas->sections[THINKS].rect.width;
  double left = head->x + head->width * BRAIN_LEFT;
  double top = head->y + head->height * BRAIN_TOP;
  double spare = head->height * (BRAIN_BOTTOM - BRAIN_TOP) - canvas->brain[0] - canvas->brain[1];

  for (guint i = THINKS; i <= GAINS; i++)
    {
      JalonSection *section = &canvas->sections[i];
      guint row = (i - THINKS) / 2;

      section->rect.x = left + (i - THINKS) % 2 * (width + THOUGHT_GAP);
      section->rect.y = top + row * (canvas->brain[0] + MAX (THOUGHT_GAP, spare / 2));
      section->rect.height = canvas->brain[row];
      jalon_section_add (self, section);
    }
}

static void
place_head (Canvas *canvas, double bottom)
{
  canvas->head.x = JALON_MARGIN + (canvas->width - canvas->head.width) / 2;
  canvas->head.y = bottom - canvas->head.height;
}

/**
 * jalon_empathy_add_canvas:
 * @self: a layout at work
 * @map: an empathy map
 * @y: the top of the canvas
 *
 * Draws the canvas of 2017 and sets the size of the sheet.
 *
 * Returns: the y below it
 */
double
jalon_empathy_add_canvas (JalonLayout *self, JalonElement *map, double y)
{
  Canvas canvas = { 0 };
  JalonSection *does = &canvas.sections[DOES];
  double bottom;

  init_sections (self, &canvas, map);
  measure_head (self, &canvas);
  canvas.width = canvas.head.width +
                 2 * (get_columns_width (2, CARD_WIDTH) + JALON_BAND_PADDING + HEAD_GAP);

  place_goal (self, &canvas, map, y);
  y = jalon_empathy_add_row (self, &canvas.sections[WHO], 2, GOAL_HEIGHT) + JALON_BAND_GAP;
  add_portrait (self, &canvas, map);

  place_sides (&canvas, y);
  bottom = y + measure_sides (self, &canvas);
  jalon_empathy_place (does, JALON_MARGIN, bottom + JALON_BAND_GAP, canvas.width,
                       (guint) (canvas.width - JALON_BAND_PADDING) /
                         (guint) (CARD_WIDTH + JALON_CARD_GAP));
  does->corners = JALON_CORNERS_BOTTOM;
  does->rect.height = MAX (DOES_HEIGHT, jalon_section_measure (self, does));
  for (guint i = SEES; i <= HEARS; i++)
    jalon_section_add (self, &canvas.sections[i]);

  place_head (&canvas, bottom);
  add_head (self, &canvas);
  add_brain (self, &canvas);
  y = does->rect.y + does->rect.height;
  jalon_scene_set_size (self->scene, canvas.width + 2 * JALON_MARGIN, y + JALON_MARGIN);
  for (guint i = 0; i < N_SECTIONS; i++)
    jalon_section_clear (&canvas.sections[i]);
  return y;
}
