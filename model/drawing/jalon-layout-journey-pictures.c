/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-journey-private.h"

#include <glib/gi18n-lib.h>

/* Pills */
#define PILL_HEIGHT 24.0
#define PILL_PADDING 10.0
#define ICON_SIZE 14.0
#define ICON_GAP 6.0

/* Frames of a storyboard are 4:3; other pictures keep their shape within these bounds. */
#define FRAME_RATIO 0.75
#define MIN_RATIO 0.4
#define MAX_RATIO 1.5

/* A line that is written below a picture. */
#define LEAST_CAPTION 18.0

/* "SMS", "SMS · the code of the key box", or what an own channel is called */
static char *
make_words (JalonLayout *layout, JalonElement *card)
{
  const char *text = jalon_element_get_text (card, JALON_FIELD_TEXT);
  const char *channel = jalon_layout_choice (layout, card, JALON_FIELD_CHANNEL);
  GString *words;

  if (jalon_element_get_choice (card, JALON_FIELD_CHANNEL) == JALON_CHANNEL_OWN)
    return g_strdup (text[0] != '\0' ? text : channel);
  words = g_string_new (channel);
  if (g_ascii_strcasecmp (text, channel) != 0)
    jalon_layout_join (words, text);
  return g_string_free (words, FALSE);
}

/**
 * jalon_journey_make_pill:
 * @self: a journey
 * @card: a touchpoint
 * @width: the widest it may be, in canvas units
 * @ground: its colour
 *
 * Makes a touchpoint: a pill with the icon of its channel and a word.
 *
 * Returns: (transfer full): the node
 */
JalonNode *
jalon_journey_make_pill (JalonJourney *self, JalonElement *card, double width, JalonColour ground)
{
  JalonLayout *layout = self->layout;
  double x = PILL_PADDING + ICON_SIZE + ICON_GAP;
  g_autofree char *words = make_words (layout, card);
  JalonParagraph *text = jalon_layout_set_snug (layout, words, JALON_TEXT_SMALL,
                                                width - x - PILL_PADDING);
  double text_width = jalon_paragraph_get_width (text);
  double text_height = jalon_paragraph_get_height (text);
  double height = MAX (PILL_HEIGHT, text_height + 9);
  double full = x + text_width + PILL_PADDING;
  JalonColour ink = jalon_theme_get_ink_on (layout->theme, ground);
  JalonNode *node = jalon_node_new (JALON_ROLE_CARD, jalon_element_get_id (card), JALON_FIELD_TEXT,
                                    full, height);
  JalonPrimitive *box;

  jalon_node_set_label (node, words);
  jalon_node_set_editor (node,
                         &(JalonRect){ x, (height - text_height) / 2, text_width, text_height },
                         JALON_TEXT_SMALL);
  box = jalon_node_add_box (node, &(JalonRect){ 0.5, 0.5, full - 1, height - 1 },
                            PILL_HEIGHT / 2 - 0.5, ground);
  box->stroke = jalon_theme_get_edge (layout->theme, ground);
  box->line_width = 1;
  jalon_node_add_icon (node,
                       jalon_icon_of_channel (jalon_element_get_choice (card, JALON_FIELD_CHANNEL)),
                       PILL_PADDING, (MIN (height, PILL_HEIGHT) - ICON_SIZE) / 2, ICON_SIZE, ink);
  jalon_node_add_text (node, text, x, (height - text_height) / 2, ink);
  return node;
}

static double
get_ratio (const JalonRow *row, JalonPicture *picture)
{
  double ratio = FRAME_RATIO;

  if (row->style->form == JALON_FORM_PICTURE && picture != NULL)
    ratio = (double) jalon_picture_get_height (picture) / jalon_picture_get_width (picture);
  return CLAMP (ratio, MIN_RATIO, MAX_RATIO);
}

static void
add_missing (JalonLayout *layout, JalonNode *node, const JalonRect *rect)
{
  JalonPrimitive *box =
    jalon_node_add_box (node, rect, JALON_CARD_RADIUS,
                        jalon_colour_mix (layout->theme->card, layout->theme->hairline, 0.5));

  box->stroke = layout->theme->hairline;
  box->line_width = 1;
  jalon_node_add_icon (node, jalon_icon_of_lane (JALON_LANE_IMAGES), rect->x + rect->width / 2 - 12,
                       rect->y + rect->height / 2 - 12, 24, layout->theme->axis);
}

static const char *
get_alt (JalonElement *card)
{
  JalonElement *image = jalon_document_follow (card, JALON_FIELD_IMAGE);
  const char *text = jalon_element_get_text (card, JALON_FIELD_TEXT);

  if (text[0] != '\0' || image == NULL)
    return text;
  return jalon_element_get_text (image, JALON_FIELD_ALT);
}

/**
 * jalon_journey_make_picture:
 * @self: a journey
 * @row: a lane of images, or a storyboard
 * @card: a card of it
 * @width: in canvas units
 * @ground: its colour
 *
 * Makes a card with a picture and a caption, or with the places of them.
 *
 * Returns: (transfer full): the node
 */
JalonNode *
jalon_journey_make_picture (JalonJourney *self,
                            const JalonRow *row,
                            JalonElement *card,
                            double width,
                            JalonColour ground)
{
  JalonLayout *layout = self->layout;
  const char *caption = jalon_element_get_text (card, JALON_FIELD_TEXT);
  JalonPicture *picture = jalon_layout_get_picture (layout, card, JALON_FIELD_IMAGE);
  JalonRect rect = { 5, 5, width - 10, (width - 10) * get_ratio (row, picture) };
  double inner = width - 2 * JALON_CARD_PADDING_X + 4;
  g_autoptr (JalonParagraph) text = jalon_layout_set (layout, caption, JALON_TEXT_BODY, inner);
  gboolean has_strip = caption[0] != '\0' || picture == NULL;
  double text_height = caption[0] != '\0' ? jalon_paragraph_get_height (text) : LEAST_CAPTION;
  double y = rect.y + rect.height + 6;
  double height = has_strip ? y + text_height + 8 : rect.height + 10;
  JalonNode *node = jalon_node_new (JALON_ROLE_CARD, jalon_element_get_id (card), JALON_FIELD_TEXT,
                                    width, height);
  JalonPrimitive *box;

  jalon_node_set_label (node, get_alt (card));
  jalon_node_set_editor (node,
                         &(JalonRect){ 10, MIN (y, height - 20), inner,
                                       MAX (text_height, LEAST_CAPTION) },
                         JALON_TEXT_BODY);
  box = jalon_node_add_box (node, &(JalonRect){ 0.5, 0.5, width - 1, height - 1 },
                            JALON_CARD_RADIUS, ground);
  box->stroke = layout->theme->hairline;
  box->line_width = 1;
  if (picture != NULL)
    jalon_node_add_picture (node, picture, &rect, JALON_CARD_RADIUS - 2);
  else
    add_missing (layout, node, &rect);
  if (caption[0] != '\0')
    jalon_node_add_text (node, g_steal_pointer (&text), 10, y,
                         jalon_theme_get_ink_on (layout->theme, ground));
  return node;
}
