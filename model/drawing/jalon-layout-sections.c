/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-sections.h"

/* Between the number of a section and its name */
#define BADGE_GAP 8.0

/* Between the name of a section and its first note */
#define HEADER_GAP 12.0

/* How far the control points of a quarter of a circle lie, in radii */
#define KAPPA 0.5523

/* The name of a section, set; given to a node, or cleared. */
typedef struct
{
  JalonParagraph *title;
  JalonParagraph *hint;
  double indent;
  double height;
} Header;

static gboolean
is_in_section (JalonElement *element, JalonKind kind, int value)
{
  return jalon_element_get_kind (element) == kind &&
         jalon_element_get_choice (element, JALON_FIELD_SECTION) == value;
}

/**
 * jalon_section_init:
 * @section: (out caller-allocates): a section
 * @map: the element that holds the notes
 * @kind: of the notes
 * @value: which of the choices of %JALON_FIELD_SECTION they have
 *
 * Finds the notes of a section and leaves everything else of it empty.
 */
void
jalon_section_init (JalonSection *section, JalonElement *map, JalonKind kind, int value)
{
  *section = (JalonSection){ .map = map, .kind = kind, .value = value, .n_columns = 1 };
  section->notes = g_ptr_array_new ();
  section->cards = g_ptr_array_new_with_free_func ((GDestroyNotify) jalon_node_unref);
  for (guint i = 0; i < jalon_element_get_n_children (map); i++)
    {
      JalonElement *child = jalon_element_get_child (map, i);

      if (is_in_section (child, kind, value))
        g_ptr_array_add (section->notes, child);
    }
}

void
jalon_section_clear (JalonSection *section)
{
  g_clear_pointer (&section->notes, g_ptr_array_unref);
  g_clear_pointer (&section->cards, g_ptr_array_unref);
}

/* The last line of a note: how sure we are, on what evidence, and what drives it. */
static gboolean
get_footer (JalonLayout *self, JalonElement *note, JalonCardLine *line, GString *words)
{
  gboolean has_driver = jalon_element_has (note, JALON_FIELD_DRIVER);

  if (!jalon_layout_get_evidence (self, note, line) && !has_driver)
    return FALSE;
  if (has_driver)
    {
      g_autofree char *driver =
        jalon_layout_lower (jalon_layout_choice (self, note, JALON_FIELD_DRIVER));

      if (line->text[0] == '\0')
        line->text = jalon_layout_choice (self, note, JALON_FIELD_CONFIDENCE);
      jalon_layout_join (words, line->text);
      jalon_layout_join (words, driver);
      line->text = words->str;
    }
  return TRUE;
}

static JalonNode *
make_note (JalonLayout *self, const JalonSection *section, JalonElement *note, double width)
{
  const char *own = jalon_element_get_text (note, JALON_FIELD_COLOUR);
  JalonColour ground = jalon_theme_get_note (self->theme, own[0] != '\0' ? own : section->colour);
  g_autoptr (GString) words = g_string_new (NULL);
  JalonCardLine lines[2] = { { 0 } };
  guint n_lines = 1;

  lines[0].text = jalon_element_get_title (note);
  lines[0].style = JALON_TEXT_BODY;
  lines[0].colour = jalon_theme_get_ink_on (self->theme, ground);
  if (section->has_marks)
    {
      lines[0].icon =
        jalon_icon_of_confidence (jalon_element_get_choice (note, JALON_FIELD_CONFIDENCE));
      lines[0].icon_size = JALON_MARK;
    }
  else if (get_footer (self, note, &lines[1], words))
    lines[n_lines++].colour = jalon_layout_get_shade (self, ground);
  return jalon_layout_make_lines (self, note, width, ground, lines, n_lines, 0);
}

static JalonNode *
find_note (JalonLayout *self, const JalonSection *section, JalonElement *note, double width)
{
  guint64 state = section->has_marks ? 1 : 0;
  JalonNode *node = jalon_layout_recall (self, note, NULL, width, state);

  if (node == NULL)
    {
      node = make_note (self, section, note, width);
      jalon_layout_remember (self, note, NULL, width, state, node);
    }
  return node;
}

static double
get_inner_width (const JalonSection *section)
{
  return section->rect.width - section->padding.x - section->padding.width;
}

static double
get_card_width (const JalonSection *section)
{
  double gaps = (section->n_columns - 1) * JALON_CARD_GAP;

  return (get_inner_width (section) - gaps) / section->n_columns;
}

static Header
set_header (JalonLayout *self, const JalonSection *section)
{
  double indent = section->number > 0 ? JALON_BADGE + BADGE_GAP : 0;
  double width = get_inner_width (section) - indent;
  Header header = { .indent = indent };

  header.title = jalon_layout_set (self, section->title, JALON_TEXT_SECTION, width);
  header.height = jalon_paragraph_get_height (header.title);
  if (section->hint != NULL)
    {
      header.hint = jalon_layout_set (self, section->hint, JALON_TEXT_SMALL, width);
      header.height += jalon_paragraph_get_height (header.hint);
    }
  return header;
}

static void
clear_header (Header *header)
{
  g_clear_pointer (&header->title, jalon_paragraph_unref);
  g_clear_pointer (&header->hint, jalon_paragraph_unref);
}

/* Puts @height at the bottom of the shortest of @columns, so that notes are read from left to right
 * and no column runs ahead. */
static guint
drop_into (double *columns, guint n_columns, double height, double *y)
{
  guint best = 0;

  for (guint i = 1; i < n_columns; i++)
    if (columns[i] < columns[best] - 0.5)
      best = i;
  *y = columns[best];
  columns[best] += height + JALON_CARD_GAP;
  return best;
}

static double
measure_ghost (JalonLayout *self, const JalonSection *section)
{
  if (section->prompt == NULL)
    return 0;
  return jalon_layout_measure_ghost (self, section->prompt, get_card_width (section));
}

static double
measure_cards (JalonLayout *self, JalonSection *section)
{
  g_autofree double *columns = g_new0 (double, section->n_columns);
  double width = get_card_width (section);
  double bottom = 0, y;

  g_ptr_array_set_size (section->cards, 0);
  for (guint i = 0; i < section->notes->len; i++)
    {
      JalonElement *note = g_ptr_array_index (section->notes, i);
      JalonNode *card = find_note (self, section, note, width);

      g_ptr_array_add (section->cards, card);
      drop_into (columns, section->n_columns, jalon_node_get_height (card), &y);
      bottom = MAX (bottom, y + jalon_node_get_height (card));
    }
  return bottom;
}

/**
 * jalon_section_measure:
 * @self: a layout at work
 * @section: a section whose width and columns are known
 *
 * Makes the cards of a section.
 *
 * Returns: the height it needs, in canvas units
 */
double
jalon_section_measure (JalonLayout *self, JalonSection *section)
{
  Header header = set_header (self, section);
  double height = section->padding.y + header.height;
  double body = section->notes->len > 0 ? measure_cards (self, section)
                                        : measure_ghost (self, section);

  clear_header (&header);
  if (body > 0)
    height += HEADER_GAP + body;
  return height + section->padding.height;
}

/* One corner: to where it begins, and round it to where it ends. */
static void
turn (JalonPath *path, double x, double y, double dx, double dy, double ex, double ey, double r)
{
  double k = r * (1 - KAPPA);

  jalon_path_line_to (path, x + dx * r, y + dy * r);
  if (r > 0)
    jalon_path_curve_to (path, x + dx * k, y + dy * k, x + ex * k, y + ey * k, x + ex * r,
                         y + ey * r);
}

/**
 * jalon_section_outline:
 * @width: in canvas units
 * @height: in canvas units
 * @radius: of the round corners
 * @corners: which are round
 *
 * Returns: (transfer full): a rectangle with its top left at (0, 0)
 */
JalonPath *
jalon_section_outline (double width, double height, double radius, JalonCorners corners)
{
  JalonPath *path = jalon_path_new ();

#define R(CORNER) ((corners & JALON_CORNER_##CORNER) != 0 ? radius : 0)
  jalon_path_move_to (path, R (TOP_LEFT), 0);
  turn (path, width, 0, -1, 0, 0, 1, R (TOP_RIGHT));
  turn (path, width, height, 0, -1, -1, 0, R (BOTTOM_RIGHT));
  turn (path, 0, height, 1, 0, 0, -1, R (BOTTOM_LEFT));
  turn (path, 0, 0, 0, 1, 1, 0, R (TOP_LEFT));
#undef R
  jalon_path_close (path);
  return path;
}

/**
 * jalon_section_add_badge:
 * @self: a layout at work
 * @node: a node that is being made
 * @number: the number of a section
 * @x: the left edge
 * @y: the top edge
 *
 * Draws a number in a circle of %JALON_BADGE.
 */
void
jalon_section_add_badge (JalonLayout *self, JalonNode *node, guint number, double x, double y)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  JalonParagraph *text = jalon_layout_set (self, digits, JALON_TEXT_SMALL_STRONG, -1);
  JalonColour ground = self->theme->ink;

  jalon_node_add_box (node, &(JalonRect){ x, y, JALON_BADGE, JALON_BADGE }, JALON_BADGE / 2,
                      ground);
  jalon_node_add_text (node, text, x + (JALON_BADGE - jalon_paragraph_get_width (text)) / 2,
                       y + (JALON_BADGE - jalon_paragraph_get_height (text)) / 2,
                       self->theme->paper);
}

static void
add_header (JalonLayout *self, JalonNode *node, const JalonSection *section, const Header *header)
{
  double x = section->padding.x + header->indent;
  double y = section->padding.y;

  if (section->number > 0)
    jalon_section_add_badge (self, node, section->number, section->padding.x, y);
  jalon_node_add_text (node, header->title, x, y, self->theme->ink);
  if (header->hint != NULL)
    jalon_node_add_text (node, header->hint, x, y + jalon_paragraph_get_height (header->title),
                         self->theme->secondary);
}

static JalonNode *
make_slot (JalonLayout *self, const JalonSection *section, const Header *header)
{
  const JalonField *field = jalon_kind_get_field (section->kind, JALON_FIELD_SECTION);
  JalonNode *node = jalon_node_new (JALON_ROLE_SLOT, NULL, JALON_FIELD_NONE, section->rect.width,
                                    section->rect.height);
  g_autoptr (GString) label = g_string_new (section->title);

  if (section->hint != NULL)
    g_string_append_printf (label, ", %s", section->hint);
  jalon_node_set_label (node, label->str);
  jalon_node_make_slot (node, jalon_element_get_id (section->map), section->kind,
                        JALON_FIELD_SECTION, field->choices[section->value].nick);
  if (section->ground.alpha > 0)
    {
      JalonPath *outline = jalon_section_outline (section->rect.width, section->rect.height,
                                                  JALON_BAND_RADIUS, section->corners);

      jalon_node_add_path (node, outline, 0, 0, section->ground);
    }
  add_header (self, node, section, header);
  return node;
}

/* Adds the cards below each other in their columns. */
static void
add_body (JalonLayout *self, const JalonSection *section, double top, int slot)
{
  g_autofree double *columns = g_new0 (double, section->n_columns);
  double width = get_card_width (section);
  double left = section->rect.x + section->padding.x;

  for (guint i = 0; i < section->cards->len; i++)
    {
      JalonNode *card = g_ptr_array_index (section->cards, i);
      double y;
      guint column = drop_into (columns, section->n_columns, jalon_node_get_height (card), &y);

      jalon_scene_add (self->scene, jalon_node_ref (card), left + column * (width + JALON_CARD_GAP),
                       top + y, JALON_LAYER_BODY, slot);
    }
}

/* A map without any notes is a sheet to fill in by hand, and keeps its questions on paper. */
static gboolean
is_worksheet (const JalonSection *section)
{
  for (guint i = 0; i < jalon_element_get_n_children (section->map); i++)
    if (jalon_element_get_kind (jalon_element_get_child (section->map, i)) == section->kind)
      return FALSE;
  return TRUE;
}

static void
add_ghost (JalonLayout *self, const JalonSection *section, double top, JalonNode *node, guint slot)
{
  JalonNode *ghost = jalon_layout_make_ghost (self, section->prompt, get_card_width (section), 0);

  if (!is_worksheet (section))
    {
      jalon_node_set_for_screen (ghost);
      if (section->is_optional)
        jalon_node_set_for_screen (node);
    }
  jalon_scene_add (self->scene, ghost, section->rect.x + section->padding.x, top, JALON_LAYER_BODY,
                   (int) slot);
}

/**
 * jalon_section_add:
 * @self: a layout at work
 * @section: a section that was measured, at least as high as it must be
 *
 * Adds the band, the name and the notes to the scene.
 */
void
jalon_section_add (JalonLayout *self, const JalonSection *section)
{
  Header header = set_header (self, section);
  JalonNode *node = make_slot (self, section, &header);
  guint slot = jalon_scene_add (self->scene, node, section->rect.x, section->rect.y,
                                JALON_LAYER_BODY, -1);
  double top = section->rect.y + section->padding.y + header.height + HEADER_GAP;

  if (section->notes->len > 0)
    add_body (self, section, top, (int) slot);
  else if (section->prompt != NULL)
    add_ghost (self, section, top, node, slot);
}
