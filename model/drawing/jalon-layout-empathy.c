/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-empathy-private.h"

#include <glib/gi18n-lib.h>

/* Four quadrants, each with three columns of notes and room for the persona where they meet */
#define WIDTH 1280.0
#define N_COLUMNS 3
#define QUADRANT_HEIGHT 264.0
#define ROW_HEIGHT 152.0
#define PORTRAIT 112.0
#define PORTRAIT_RIM 8.0
#define MIDDLE_PADDING 76.0

/* What stands under the name of a section, and what it asks while it is empty. The questions follow
 * D. Gray, XPLANE, "Updated Empathy Map Canvas", 2017, in words of our own. */
typedef struct
{
  const char *hint;
  const char *prompt;
  const char *colour;
} SectionInfo;

static const SectionInfo section_infos[JALON_N_NOTE_SECTIONS] = {
  [JALON_NOTE_SAYS] = { N_ ("observed"), N_ ("What have we heard them say? Quote their own words."),
                        "yellow" },
  [JALON_NOTE_THINKS] = { N_ ("inferred"),
                          N_ ("What goes through their mind that they would not say aloud?"),
                          "lilac" },
  [JALON_NOTE_DOES] = { N_ ("observed"),
                        N_ ("What do they do today? What have we watched them do?"), "sky" },
  [JALON_NOTE_FEELS] = { N_ ("inferred"),
                         N_ ("What delights, worries or tires them? What do they feel, and when?"),
                         "rose" },
  [JALON_NOTE_PAINS] = { N_ ("what hurts"),
                         N_ ("What do they fear? What frustrates or stops them?"), "orange" },
  [JALON_NOTE_GAINS] = { N_ ("what would help"), N_ ("What do they hope for, want or dream of?"),
                         "mint" },
  [JALON_NOTE_WHO] = { NULL,
                       N_ ("Whom do we want to understand? In which situation, in which role?"),
                       "plain" },
  [JALON_NOTE_NEEDS] = { NULL,
                         N_ ("What must they get done, change or decide? How will we know that "
                             "they succeeded?"),
                         "plain" },
  [JALON_NOTE_SEES] = { N_ ("from outside"),
                        N_ ("What do they meet around them: offers, places, screens, what others "
                            "do?"),
                        "plain" },
  [JALON_NOTE_HEARS] = { N_ ("from outside"),
                         N_ ("What do they hear from friends, colleagues and the media?"),
                         "plain" },
};

/**
 * jalon_empathy_init_section:
 * @self: a layout at work
 * @section: (out caller-allocates): a section
 * @map: an empathy map
 * @which: which section of it
 *
 * Finds the notes and the words of a section of an empathy map.
 */
void
jalon_empathy_init_section (JalonLayout *self,
                            JalonSection *section,
                            JalonElement *map,
                            JalonNoteSection which)
{
  const SectionInfo *info = &section_infos[which];

  jalon_section_init (section, map, JALON_KIND_NOTE, which);
  section->title = jalon_layout_term (self, jalon_note_section_choices[which].label);
  section->hint = info->hint != NULL ? jalon_layout_term (self, info->hint) : NULL;
  section->prompt = jalon_layout_term (self, info->prompt);
  section->colour = info->colour;
  section->ground = self->theme->band;
  jalon_empathy_set_padding (section, JALON_BAND_PADDING, JALON_BAND_PADDING - 4,
                             JALON_BAND_PADDING, JALON_BAND_PADDING);
}

void
jalon_empathy_place (JalonSection *section, double x, double y, double width, guint n_columns)
{
  section->rect = (JalonRect){ x, y, width, 0 };
  section->n_columns = n_columns;
}

void
jalon_empathy_set_padding (JalonSection *section,
                           double left,
                           double top,
                           double right,
                           double bottom)
{
  section->padding = (JalonRect){ left, top, right, bottom };
}

/**
 * jalon_empathy_add_row:
 * @self: a layout at work
 * @sections: (array length=n_sections): sections that stand side by side
 * @n_sections: how many
 * @least: the height they have at least, in canvas units
 *
 * Adds sections that are all as high as the highest of them.
 *
 * Returns: the y below the row
 */
double
jalon_empathy_add_row (JalonLayout *self, JalonSection *sections, guint n_sections, double least)
{
  double height = least;

  for (guint i = 0; i < n_sections; i++)
    height = MAX (height, jalon_section_measure (self, &sections[i]));
  for (guint i = 0; i < n_sections; i++)
    {
      sections[i].rect.height = height;
      jalon_section_add (self, &sections[i]);
    }
  return sections[0].rect.y + height;
}

static void
clear_sections (JalonSection *sections, guint n_sections)
{
  for (guint i = 0; i < n_sections; i++)
    jalon_section_clear (&sections[i]);
}

/* Two sections side by side, @middle of padding where they meet. */
static double
add_pair (JalonLayout *self,
          JalonElement *map,
          JalonNoteSection left,
          JalonNoteSection right,
          double y,
          double middle,
          double least,
          JalonCorners corners)
{
  double width = (WIDTH - JALON_BAND_GAP) / 2;
  JalonSection pair[2];
  double bottom;

  jalon_empathy_init_section (self, &pair[0], map, left);
  jalon_empathy_init_section (self, &pair[1], map, right);
  jalon_empathy_place (&pair[0], JALON_MARGIN, y, width, N_COLUMNS);
  jalon_empathy_place (&pair[1], JALON_MARGIN + width + JALON_BAND_GAP, y, width, N_COLUMNS);
  pair[0].padding.width = middle;
  pair[1].padding.x = middle;
  pair[0].corners = corners & (JALON_CORNER_TOP_LEFT | JALON_CORNER_BOTTOM_LEFT);
  pair[1].corners = corners & (JALON_CORNER_TOP_RIGHT | JALON_CORNER_BOTTOM_RIGHT);
  bottom = jalon_empathy_add_row (self, pair, 2, least);
  clear_sections (pair, 2);
  return bottom;
}

/* Whom the map is about is asked for as notes are; a click lets people choose. */
static void
put_question (JalonLayout *self, JalonNode *node, JalonElement *map, const JalonRect *rect)
{
  JalonPrimitive *circle = jalon_node_add_box (node, rect, rect->width / 2, self->theme->paper);
  JalonTextStyle style = rect->width > 80 ? JALON_TEXT_STAGE : JALON_TEXT_BODY;
  JalonParagraph *text = jalon_layout_set (self, jalon_layout_term (self, N_ ("Who?")), style, -1);

  circle->stroke = self->theme->axis;
  circle->line_width = 1;
  circle->line_style = JALON_LINE_DASHED;
  jalon_node_add_text (node, text, rect->x + (rect->width - jalon_paragraph_get_width (text)) / 2,
                       rect->y + (rect->height - jalon_paragraph_get_height (text)) / 2,
                       self->theme->faint);
  jalon_node_set_target (node, JALON_TARGET_CHOICE, rect);
  if (jalon_element_get_n_children (map) > 0)
    jalon_node_set_for_screen (node);
}

/**
 * jalon_empathy_put_persona:
 * @self: a layout at work
 * @node: a node that is being made
 * @map: an empathy map
 * @inset: from the left and top edges of the node, in canvas units
 * @size: the diameter, in canvas units
 *
 * Draws whom the map is about, or asks for it.
 */
void
jalon_empathy_put_persona (JalonLayout *self,
                           JalonNode *node,
                           JalonElement *map,
                           double inset,
                           double size)
{
  JalonElement *persona = jalon_document_follow (map, JALON_FIELD_PERSONA);

  jalon_node_set_label (node, persona != NULL ? jalon_element_get_title (persona)
                                              : jalon_layout_term (self, N_ ("Persona")));
  if (persona != NULL)
    jalon_layout_add_portrait (self, node, persona, inset, inset, size);
  else
    put_question (self, node, map, &(JalonRect){ inset, inset, size, size });
}

/* The persona, in the middle of the four quadrants. */
static void
add_persona (JalonLayout *self, JalonElement *map, double x, double y)
{
  double size = PORTRAIT + 2 * PORTRAIT_RIM;
  JalonNode *node = jalon_node_new (JALON_ROLE_TEXT, jalon_element_get_id (map),
                                    JALON_FIELD_PERSONA, size, size);

  jalon_node_add_box (node, &(JalonRect){ 0, 0, size, size }, size / 2, self->theme->paper);
  jalon_empathy_put_persona (self, node, map, PORTRAIT_RIM, PORTRAIT);
  jalon_scene_add (self->scene, node, x - size / 2, y - size / 2, JALON_LAYER_BODY, -1);
}

static gboolean
has_notes (JalonElement *map, JalonNoteSection which)
{
  JalonSection section;
  gboolean found;

  jalon_section_init (&section, map, JALON_KIND_NOTE, which);
  found = section.notes->len > 0;
  jalon_section_clear (&section);
  return found;
}

static double
add_quadrants (JalonLayout *self, JalonElement *map, double y)
{
  gboolean has_pair = jalon_element_get_flag (map, JALON_FIELD_PAINS_GAINS) ||
                      has_notes (map, JALON_NOTE_PAINS) || has_notes (map, JALON_NOTE_GAINS);
  double bottom, middle;

  bottom = add_pair (self, map, JALON_NOTE_SAYS, JALON_NOTE_THINKS, y, MIDDLE_PADDING,
                     QUADRANT_HEIGHT, JALON_CORNERS_TOP);
  middle = bottom + JALON_BAND_GAP / 2;
  bottom = add_pair (self, map, JALON_NOTE_DOES, JALON_NOTE_FEELS, bottom + JALON_BAND_GAP,
                     MIDDLE_PADDING, QUADRANT_HEIGHT, has_pair ? 0 : JALON_CORNERS_BOTTOM);
  if (has_pair)
    bottom = add_pair (self, map, JALON_NOTE_PAINS, JALON_NOTE_GAINS, bottom + JALON_BAND_GAP,
                       MIDDLE_PADDING, ROW_HEIGHT, JALON_CORNERS_BOTTOM);
  add_persona (self, map, JALON_MARGIN + WIDTH / 2, middle);
  return bottom;
}

/* Notes of sections that the four quadrants lack, so that nothing is missing without a word. */
static double
add_also_noted (JalonLayout *self, JalonElement *map, double y)
{
  static const JalonNoteSection others[] = { JALON_NOTE_WHO, JALON_NOTE_NEEDS, JALON_NOTE_SEES,
                                             JALON_NOTE_HEARS };
  JalonSection sections[G_N_ELEMENTS (others)];
  guint n_sections = 0;
  double width, bottom;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (has_notes (map, others[i]))
      jalon_empathy_init_section (self, &sections[n_sections++], map, others[i]);
  if (n_sections == 0)
    return y;

  y += 3 * JALON_GRID;
  {
    JalonNode *title = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, WIDTH,
                                       2 * JALON_GRID);

    jalon_layout_put (self, title, jalon_layout_term (self, N_ ("Also noted")), JALON_TEXT_CAPITALS,
                      0, 0, WIDTH, self->theme->secondary);
    jalon_scene_add (self->scene, title, JALON_MARGIN, y, JALON_LAYER_BODY, -1);
  }
  y += 3 * JALON_GRID;
  width = (WIDTH - (n_sections - 1) * JALON_BAND_GAP) / n_sections;
  for (guint i = 0; i < n_sections; i++)
    {
      jalon_empathy_place (&sections[i], JALON_MARGIN + i * (width + JALON_BAND_GAP), y, width,
                           MAX (1, 6 / n_sections));
      sections[i].corners =
        (i == 0 ? JALON_CORNER_TOP_LEFT | JALON_CORNER_BOTTOM_LEFT : 0) |
        (i + 1 == n_sections ? JALON_CORNER_TOP_RIGHT | JALON_CORNER_BOTTOM_RIGHT : 0);
    }
  bottom = jalon_empathy_add_row (self, sections, n_sections, 0);
  clear_sections (sections, n_sections);
  return bottom;
}

static char *
make_subtitle (JalonLayout *self, JalonElement *map)
{
  gboolean is_canvas = jalon_element_get_choice (map, JALON_FIELD_CANVAS) == JALON_CANVAS_GRAY_2017;
  JalonElement *persona = jalon_document_follow (map, JALON_FIELD_PERSONA);
  GString *words = g_string_new (jalon_layout_term (self, N_ ("Empathy map")));

  jalon_layout_join (words, is_canvas ? jalon_layout_term (self, N_ ("sees, says, does, hears"))
                                      : jalon_layout_term (self, N_ ("says, thinks, does, feels")));
  if (persona != NULL && jalon_element_get_title (persona)[0] != '\0')
    g_string_append_printf (words, " — %s", jalon_element_get_title (persona));
  return g_string_free (words, FALSE);
}

/**
 * jalon_layout_empathy_map:
 * @self: a layout at work
 * @map: an empathy map
 *
 * Draws an empathy map on the canvas that it names.
 */
void
jalon_layout_empathy_map (JalonLayout *self, JalonElement *map)
{
  g_autofree char *subtitle = make_subtitle (self, map);
  double y = jalon_layout_add_heading (self, map, subtitle, WIDTH) + 3 * JALON_GRID;

  if (jalon_element_get_choice (map, JALON_FIELD_CANVAS) == JALON_CANVAS_GRAY_2017)
    {
      jalon_empathy_add_canvas (self, map, y);
      return;
    }
  y = add_also_noted (self, map, add_quadrants (self, map, y));
  jalon_scene_set_size (self->scene, WIDTH + 2 * JALON_MARGIN, y + JALON_MARGIN);
}
