/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Between the portrait of a persona and the name, and between two personas */
#define LEGEND_GAP 10.0
#define LEGEND_SPACING 28.0
#define LEGEND_TEXT 200.0

/**
 * jalon_layout_add_heading:
 * @self: a layout at work
 * @map: the map
 * @subtitle: (nullable): what stands below the title
 * @width: of the heading, in canvas units
 *
 * Adds the title of the map at the top left of the sheet.
 *
 * Returns: the y below the heading
 */
double
jalon_layout_add_heading (JalonLayout *self, JalonElement *map, const char *subtitle, double width)
{
  const JalonKindInfo *info = jalon_kind_get_info (jalon_element_get_kind (map));
  const char *title = jalon_element_get_title (map);
  gboolean is_empty = title[0] == '\0';
  const char *shown = is_empty ? jalon_layout_term (self, info->label) : title;
  JalonParagraph *first = jalon_layout_set_label (self, shown, JALON_TEXT_TITLE, width);
  JalonParagraph *second = NULL;
  JalonNode *node;
  double title_height = jalon_paragraph_get_height (first);
  double height = title_height;

  if (subtitle != NULL && subtitle[0] != '\0')
    {
      second = jalon_layout_set (self, subtitle, JALON_TEXT_SUBTITLE, width);
      height += 4 + jalon_paragraph_get_height (second);
    }

  node = jalon_node_new (JALON_ROLE_HEADING, jalon_element_get_id (map), info->title, width,
                         height);
  jalon_node_set_label (node, shown);
  jalon_node_set_editor (node, &(JalonRect){ 0, 0, width, title_height }, JALON_TEXT_TITLE);
  jalon_node_add_text (node, first, 0, 0, is_empty ? self->theme->faint : self->theme->ink);
  if (second != NULL)
    jalon_node_add_text (node, second, 0, title_height + 4, self->theme->secondary);
  jalon_scene_add (self->scene, node, JALON_MARGIN, JALON_MARGIN, JALON_LAYER_BODY, -1);
  return JALON_MARGIN + height;
}

/* The first letters of the first and the last word of @name. */
static char *
make_monogram (const char *name)
{
  g_auto (GStrv) words = g_strsplit_set (name, " \t-", -1);
  GString *monogram = g_string_new (NULL);
  const char *last = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gunichar letter = g_utf8_get_char (words[i]);

      if (!g_unichar_isalnum (letter))
        continue;
      if (monogram->len == 0)
        g_string_append_unichar (monogram, g_unichar_toupper (letter));
      else
        last = words[i];
    }
  if (last != NULL)
    g_string_append_unichar (monogram, g_unichar_toupper (g_utf8_get_char (last)));
  return g_string_free (monogram, FALSE);
}

/**
 * jalon_layout_add_portrait:
 * @self: a layout at work
 * @node: a node that is being made
 * @persona: (nullable): a persona; %NULL for an empty circle
 * @x: the left edge
 * @y: the top edge
 * @size: the diameter, in canvas units
 *
 * Draws the portrait of a persona in a circle, or its initials on its colour.
 */
void
jalon_layout_add_portrait (JalonLayout *self,
                           JalonNode *node,
                           JalonElement *persona,
                           double x,
                           double y,
                           double size)
{
  JalonColour colour = persona != NULL ? jalon_layout_get_series (self, persona)
                                       : self->theme->hairline;
  JalonPicture *picture = persona != NULL
                            ? jalon_layout_get_picture (self, persona, JALON_FIELD_PORTRAIT)
                            : NULL;
  g_autofree char *monogram =
    make_monogram (persona != NULL ? jalon_element_get_text (persona, JALON_FIELD_NAME) : "");
  JalonTextStyle style = size > 80   ? JALON_TEXT_MONOGRAM_LARGE
                         : size > 32 ? JALON_TEXT_MONOGRAM
                                     : JALON_TEXT_SMALL_STRONG;
  JalonParagraph *text;
  double width, height;

  if (picture != NULL)
    {
      double rim = size > 48 ? 3 : 2;

      jalon_node_add_box (node, &(JalonRect){ x, y, size, size }, size / 2, colour);
      jalon_node_add_picture (node, picture,
                              &(JalonRect){ x + rim, y + rim, size - 2 * rim, size - 2 * rim },
                              size / 2 - rim);
      return;
    }

  jalon_node_add_box (node, &(JalonRect){ x, y, size, size }, size / 2, colour);
  text = jalon_layout_set (self, monogram, style, -1);
  width = jalon_paragraph_get_width (text);
  height = jalon_paragraph_get_height (text);
  jalon_node_add_text (node, text, x + (size - width) / 2, y + (size - height) / 2,
                       jalon_theme_get_ink_on (self->theme, colour));
}

/**
 * jalon_layout_hash_portrait:
 * @self: a layout at work
 * @persona: (nullable): a persona
 * @hash: what was hashed before; 0 to begin
 *
 * Adds all that jalon_layout_add_portrait() shows: the persona, its place in the series of colours,
 * its picture.
 *
 * Returns: the hash
 */
guint64
jalon_layout_hash_portrait (JalonLayout *self, JalonElement *persona, guint64 hash)
{
  JalonColour colour;

  if (persona == NULL)
    return hash;
  colour = jalon_layout_get_series (self, persona);
  hash = jalon_layout_hash (hash, &colour, sizeof colour);
  hash = jalon_layout_mix (hash, jalon_element_get_stamp (persona));
  return jalon_layout_mix (hash, jalon_layout_hash_references (persona));
}

static JalonNode *
make_legend_entry (JalonLayout *self, JalonElement *persona, double width)
{
  const char *name = jalon_element_get_text (persona, JALON_FIELD_NAME);
  const char *role = jalon_element_get_text (persona, JALON_FIELD_ROLE);
  gboolean is_named = name[0] != '\0';
  const char *shown = is_named ? name : jalon_layout_term (self, N_ ("Persona"));
  double x = JALON_PORTRAIT_SIZE + LEGEND_GAP;
  JalonParagraph *first = jalon_layout_set_snug (self, shown, JALON_TEXT_STRONG, width - x);
  g_autoptr (JalonParagraph)
    second = jalon_layout_set_snug (self, role, JALON_TEXT_SMALL, width - x);
  double name_height = jalon_paragraph_get_height (first);
  double role_height = role[0] != '\0' ? jalon_paragraph_get_height (second) : 0;
  double height = MAX (JALON_PORTRAIT_SIZE, name_height + role_height);
  double y = (height - name_height - role_height) / 2;
  JalonNode *node;

  node = jalon_node_new (JALON_ROLE_TEXT, jalon_element_get_id (persona), JALON_FIELD_NAME, width,
                         height);
  jalon_node_set_label (node, shown);
  jalon_node_set_editor (node, &(JalonRect){ x, y, width - x, name_height }, JALON_TEXT_STRONG);
  jalon_layout_add_portrait (self, node, persona, 0, 0, JALON_PORTRAIT_SIZE);
  jalon_node_add_text (node, first, x, y, is_named ? self->theme->ink : self->theme->faint);
  if (role[0] != '\0')
    jalon_node_add_text (node, g_steal_pointer (&second), x, y + name_height,
                         self->theme->secondary);
  return node;
}

static double
measure_legend_entry (JalonLayout *self, JalonElement *persona)
{
  const char *name = jalon_element_get_text (persona, JALON_FIELD_NAME);
  const char *role = jalon_element_get_text (persona, JALON_FIELD_ROLE);
  const char *shown = name[0] != '\0' ? name : jalon_layout_term (self, N_ ("Persona"));
  g_autoptr (JalonParagraph)
    first = jalon_layout_set_snug (self, shown, JALON_TEXT_STRONG, LEGEND_TEXT);
  g_autoptr (JalonParagraph)
    second = jalon_layout_set_snug (self, role, JALON_TEXT_SMALL, LEGEND_TEXT);
  double text = MAX (jalon_paragraph_get_width (first), jalon_paragraph_get_width (second));

  return JALON_PORTRAIT_SIZE + LEGEND_GAP + ceil (text) + 1;
}

/**
 * jalon_layout_measure_legend:
 * @self: a layout at work
 * @personas: (element-type JalonElement): personas
 *
 * Returns: the width of all of them side by side
 */
double
jalon_layout_measure_legend (JalonLayout *self, GPtrArray *personas)
{
  double width = 0;

  for (guint i = 0; i < personas->len; i++)
    width += measure_legend_entry (self, g_ptr_array_index (personas, i)) +
             (i > 0 ? LEGEND_SPACING : 0);
  return width;
}

/**
 * jalon_layout_add_legend:
 * @self: a layout at work
 * @personas: (element-type JalonElement): personas
 * @x: the left edge
 * @y: the top edge
 * @width: where it wraps, in canvas units
 *
 * Adds each persona with portrait, name and role, side by side.
 *
 * Returns: the y below the legend
 */
double
jalon_layout_add_legend (JalonLayout *self, GPtrArray *personas, double x, double y, double width)
{
  double left = x, bottom = y;

  for (guint i = 0; i < personas->len; i++)
    {
      JalonElement *persona = g_ptr_array_index (personas, i);
      double entry = MIN (measure_legend_entry (self, persona), width);
      guint64 state = jalon_layout_hash_portrait (self, persona, 0);
      JalonNode *node = jalon_layout_recall (self, persona, NULL, entry, state);

      if (node == NULL)
        {
          node = make_legend_entry (self, persona, entry);
          jalon_layout_remember (self, persona, NULL, entry, state, node);
        }
      if (left > x && left + entry > x + width + 0.5)
        {
          left = x;
          y = bottom + JALON_GRID;
        }
      bottom = MAX (bottom, y + jalon_node_get_height (node));
      jalon_scene_add (self->scene, node, left, y, JALON_LAYER_BODY, -1);
      left += entry + LEGEND_SPACING;
    }
  return bottom;
}

/**
 * jalon_layout_measure_ghost:
 * @self: a layout at work
 * @text: what could stand in an empty place
 * @width: in canvas units
 *
 * Returns: the height that a ghost needs
 */
double
jalon_layout_measure_ghost (JalonLayout *self, const char *text, double width)
{
  g_autoptr (JalonParagraph)
    paragraph = jalon_layout_set (self, text, JALON_TEXT_SMALL, width - 2 * JALON_CARD_PADDING_X);

  return jalon_paragraph_get_height (paragraph) + 2 * JALON_CARD_PADDING_Y;
}

/**
 * jalon_layout_put_ghost:
 * @self: a layout at work
 * @node: a node that is being made
 * @text: what could stand here
 * @rect: where, in the coordinates of @node
 *
 * Draws what an empty place invites with: a dashed card.
 */
void
jalon_layout_put_ghost (JalonLayout *self, JalonNode *node, const char *text, const JalonRect *rect)
{
  JalonPrimitive *box = jalon_node_add_box (node,
                                            &(JalonRect){ rect->x + 0.5, rect->y + 0.5,
                                                          rect->width - 1, rect->height - 1 },
                                            JALON_CARD_RADIUS, (JalonColour){ 0 });

  box->stroke = self->theme->axis;
  box->line_width = 1;
  box->line_style = JALON_LINE_DASHED;
  jalon_node_set_target (node, JALON_TARGET_INVITATION, rect);
  jalon_layout_put (self, node, text, JALON_TEXT_SMALL, rect->x + JALON_CARD_PADDING_X,
                    rect->y + JALON_CARD_PADDING_Y, rect->width - 2 * JALON_CARD_PADDING_X,
                    self->theme->faint);
}

/**
 * jalon_layout_make_ghost:
 * @self: a layout at work
 * @text: what could stand here
 * @width: in canvas units
 * @height: in canvas units; it is higher if @text needs it
 *
 * Makes a ghost of its own.
 *
 * Returns: (transfer full): the node
 */
JalonNode *
jalon_layout_make_ghost (JalonLayout *self, const char *text, double width, double height)
{
  double needed = MAX (height, jalon_layout_measure_ghost (self, text, width));
  JalonNode *node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, width, needed);

  jalon_layout_put_ghost (self, node, text, &(JalonRect){ 0, 0, width, needed });
  return node;
}
