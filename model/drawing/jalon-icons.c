/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-icons.h"

/* On a grid of 16 units with lines of 1.5 and round ends; what is drawn keeps 1 unit to the edge.
 * A line of no length is a dot. */
#define GRID 16.0
#define LINE 1.5

/* Thinner lines are grey, whatever their colour. */
#define LEAST_LINE 1.0

#define CIRCLE(x, y, r)                                                                            \
  "M" #x " " #y "m-" #r " 0a" #r " " #r " 0 0 1 " #r "-" #r "a" #r " " #r " 0 0 1 " #r " " #r      \
  "a" #r " " #r " 0 0 1-" #r " " #r "a" #r " " #r " 0 0 1-" #r "-" #r "z"
#define DOT(x, y) "M" #x " " #y "h.01"
#define RING CIRCLE (8, 8, 6)
#define ENVELOPE                                                                                   \
  "M3.5 3.25h9a1.5 1.5 0 0 1 1.5 1.5v6.5a1.5 1.5 0 0 1-1.5 1.5h-9a1.5 1.5 0 0 1-1.5-1.5"           \
  "v-6.5a1.5 1.5 0 0 1 1.5-1.5z"
#define BUBBLE                                                                                     \
  "M4 2.5h8a2 2 0 0 1 2 2v4.5a2 2 0 0 1-2 2H8L5 13.5V11H4a2 2 0 0 1-2-2V4.5a2 2 0 0 1 2-2z"
#define HANDSET                                                                                    \
  "M5.5 1.75h5a1 1 0 0 1 1 1v10.5a1 1 0 0 1-1 1h-5a1 1 0 0 1-1-1V2.75a1 1 0 0 1 1-1zM7.25 11.75h1.5"
#define PAGE "M4.5 2h7a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1z"

#define LANE(type) (JALON_ICON_LANES + JALON_LANE_##type)

/* clang-format off */
/* What is drawn with a line, and what is filled */
static const char *const strokes[JALON_N_ICONS] = {
  [JALON_CHANNEL_OWN] = /* a tag */
    "M2.5 3.5a1 1 0 0 1 1-1h4.6l5.4 5.4a1 1 0 0 1 0 1.4l-4.2 4.2a1 1 0 0 1-1.4 0L2.5 8.1z"
    "M5.6 5.6h.01",
  [JALON_CHANNEL_SHOP] = /* a front with an awning */
    "M3.25 8v5.25h9.5V8M2 6 3.5 2.75h9L14 6a2 2 0 0 1-4 0 2 2 0 0 1-4 0 2 2 0 0 1-4 0z"
    "M6.5 13.25v-2.75h3v2.75",
  [JALON_CHANNEL_TELEPHONE] = /* a receiver */
    "M3.5 2.25h2.25l1.25 3.25-1.6 1.2a8.5 8.5 0 0 0 3.9 3.9l1.2-1.6 3.25 1.25v2.25"
    "a1.25 1.25 0 0 1-1.35 1.25A11 11 0 0 1 2.25 3.6a1.25 1.25 0 0 1 1.25-1.35z",
  [JALON_CHANNEL_EMAIL] =
    ENVELOPE "M2.5 4.5 8 8.75l5.5-4.25",
  [JALON_CHANNEL_NEWSLETTER] = /* a newspaper */
    "M12.5 13.25h-9A1.5 1.5 0 0 1 2 11.75v-9h9v9a1.5 1.5 0 0 0 3 0v-5.5h-3M4.5 5.5h4"
    "M4.5 8h4M4.5 10.5h2",
  [JALON_CHANNEL_SMS] = /* a message being typed */
    BUBBLE DOT (5.25, 6.75) DOT (8, 6.75) DOT (10.75, 6.75),
  [JALON_CHANNEL_LETTER] = /* a stamped envelope */
    ENVELOPE "M9.75 5.5h2v2h-2zM4.25 8h2.5M4.25 10.25h4",
  [JALON_CHANNEL_PARCEL] =
    "M8 1.75 13.5 4.6v6.8L8 14.25 2.5 11.4V4.6zM2.5 4.6 8 7.5l5.5-2.9M8 7.5v6.75"
    "M5.2 3.2l5.5 2.9",
  [JALON_CHANNEL_WEBSITE] = /* a globe */
    RING "M2 8h12M8 2C5 5.2 5 10.8 8 14M8 2c3 3.2 3 8.8 0 12",
  [JALON_CHANNEL_APP] = /* a telephone with a screen */
    HANDSET,
  [JALON_CHANNEL_SOCIAL] = /* people who are linked */
    CIRCLE (4, 8, 2) CIRCLE (12, 4, 2) CIRCLE (12, 12, 2) "M5.8 7.1 10.2 4.9M5.8 8.9l4.4 2.2",
  [JALON_CHANNEL_CHAT] = /* two who talk */
    "M3.5 2h5.75a1.5 1.5 0 0 1 1.5 1.5v3a1.5 1.5 0 0 1-1.5 1.5H6L3.75 10V8H3.5"
    "A1.5 1.5 0 0 1 2 6.5v-3A1.5 1.5 0 0 1 3.5 2z"
    "M13 6a1.5 1.5 0 0 1 1 1.4v3a1.5 1.5 0 0 1-1.5 1.5h-.25v2L10 11.9H8a1.5 1.5 0 0 1-1.4-1",
  [JALON_CHANNEL_CHATBOT] = /* a robot */
    "M5 5h6a2 2 0 0 1 2 2v4.25a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM8 5V2.5"
    "M6.25 10.75h3.5M1.25 8.25v2M14.75 8.25v2" DOT (8, 2.25) DOT (6, 8) DOT (10, 8),
  [JALON_CHANNEL_COMMUNITY] = /* three people */
    CIRCLE (8, 5, 2.25)
    "M4.25 13.5v-.75a3.75 3.75 0 0 1 7.5 0v.75M3.6 4.4a1.75 1.75 0 0 0 0 3.2"
    "M1.5 12.25a2.9 2.9 0 0 1 1.4-2.6M12.4 4.4a1.75 1.75 0 0 1 0 3.2"
    "M14.5 12.25a2.9 2.9 0 0 0-1.4-2.6",
  [JALON_CHANNEL_FAQ] =
    RING "M6.2 6.4a1.8 1.8 0 1 1 2.7 1.55c-.65.4-.9.75-.9 1.4" DOT (8, 11.4),
  [JALON_CHANNEL_SELF_SERVICE] = /* a machine with screen and keys */
    PAGE "M6 4.5h4v3H6z" DOT (6.25, 10) DOT (8, 10) DOT (9.75, 10) "M6.25 12h3.5",
  [JALON_CHANNEL_SURVEY] = /* a list that is being ticked */
    "M6 3H4.5a1 1 0 0 0-1 1v9a1 1 0 0 0 1 1h7a1 1 0 0 0 1-1V4a1 1 0 0 0-1-1H10"
    "M6 1.9h4v2.2H6zM5.5 7.4l.9.9 1.5-1.8M5.5 11.1l.9.9 1.5-1.8M9.75 7.5h.75M9.75 11.2h.75",
  [JALON_CHANNEL_ADVERTISING] = /* a megaphone */
    "M2 6.25v3.5h2.5l6.5 3.5V2.75l-6.5 3.5zM4.75 10l.9 3.5h1.9l-.7-2.4"
    "M13.25 6.25a2.5 2.5 0 0 1 0 3.5",
  [JALON_CHANNEL_NATIVE] = /* a page with something set into it */
    PAGE "M6 4.75h4M6 11.5h4",
  [JALON_CHANNEL_RETARGETING] = /* a target that one comes back to */
    "M13.5 8a5.5 5.5 0 1 1-1.75-4M12.5 1.5v2.75H9.75" CIRCLE (8, 8, 1.5),
  [JALON_CHANNEL_EVENT] = /* a calendar */
    "M3.5 3.5h9a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1z"
    "M2.5 6.75h11M5.5 2v2.75M10.5 2v2.75",
  [JALON_CHANNEL_WORD_OF_MOUTH] = /* somebody who speaks */
    CIRCLE (5.75, 5.25, 2.25)
    "M2 13.5v-.75a3.75 3.75 0 0 1 7.5 0v.75M10.4 3.4a3.2 3.2 0 0 1 0 3.7"
    "M12.6 1.9a5.9 5.9 0 0 1 0 6.7",
  [JALON_CHANNEL_PARTNER] = /* two rings */
    CIRCLE (5.75, 8, 3.75) CIRCLE (10.25, 8, 3.75),
  [LANE (TEXT)] =
    "M2.5 4h11M2.5 8h11M2.5 12h6.5",
  [LANE (CARDS)] =
    "M6 2.5h6.5a1 1 0 0 1 1 1V9"
    "M3.5 5.25h6a1 1 0 0 1 1 1v6.25a1 1 0 0 1-1 1h-6a1 1 0 0 1-1-1V6.25a1 1 0 0 1 1-1z",
  [LANE (ACTIONS)] = /* somebody who walks */
    "M8.2 6.1 7.4 9.6l2.6 1.9.75 3M7.4 9.6l-.9 2.4-2.25 2.25"
    "M4.25 8.5l1.25-2 2.7-.4 1.55 2 2.25.65",
  [LANE (THOUGHTS)] =
    "M5 10.75a2.75 2.75 0 0 1-.6-5.45 3.1 3.1 0 0 1 5.7-1.2 2.5 2.5 0 0 1 2.9 3.1"
    "A1.9 1.9 0 0 1 11.9 10.75z" DOT (5, 12.9) DOT (3, 14.25),
  [LANE (GOALS)] = /* a flag */
    "M3.5 14.25V2.25M3.5 3h9.25l-2 3 2 3H3.5",
  [LANE (QUESTIONS)] =
    BUBBLE "M6.6 5.7a1.4 1.4 0 1 1 2.1 1.2c-.5.3-.7.5-.7.9" DOT (8, 9.3),
  [LANE (EMOTION)] =
    RING "M5.5 9.5a3 3 0 0 0 5 0" DOT (6, 6.4) DOT (10, 6.4),
  [LANE (ARC)] =
    "M1.75 12.5C5 12.5 6 3 9 3s2.5 6.5 5.25 6.5",
  [LANE (TOUCHPOINTS)] =
    RING CIRCLE (8, 8, 2.5),
  [LANE (IMAGES)] =
    "M3.5 3h9A1.5 1.5 0 0 1 14 4.5v7a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 11.5v-7"
    "A1.5 1.5 0 0 1 3.5 3zM2.25 11.5 6 8l2.5 2.25L10.5 8.5l3.25 3" DOT (10.5, 5.75),
  [LANE (STORYBOARD)] =
    "M2 3h12v10H2zM5 3v10M11 3v10M2 6.3h3M2 9.7h3M11 6.3h3M11 9.7h3",
  [LANE (FEEDBACK)] = /* quotation marks */
    BUBBLE "M6.9 5.25c-.8.3-1.2.9-1.2 1.9M9.9 5.25c-.8.3-1.2.9-1.2 1.9" DOT (6, 7.4)
    DOT (9, 7.4),
  [LANE (METRICS)] =
    "M2.5 13.5h11M4.5 13.25V9.5M8 13.25V3M11.5 13.25V6.5",
  [LANE (PAINS)] = /* a flash */
    "M9 1.75 3.25 9H8l-1 5.25L12.75 7H8z",
  [LANE (GAINS)] = /* a heart */
    "M8 13.5 2.9 8.5a3.2 3.2 0 0 1 0-4.6 3.3 3.3 0 0 1 4.6 0l.5.5.5-.5"
    "a3.3 3.3 0 0 1 4.6 0 3.2 3.2 0 0 1 0 4.6z",
  [LANE (OPPORTUNITIES)] = /* a key */
    CIRCLE (5.25, 10.75, 3) "M7.4 8.6 13.5 2.5M11 5l2 2M9 7l1.25 1.25",
  [LANE (IDEAS)] = /* a bulb */
    "M6.25 10.25a4.5 4.5 0 1 1 3.5 0V12h-3.5zM7 14.25h2",
  [LANE (FRONTSTAGE)] = /* an eye */
    "M1.75 8C3.4 5.2 5.5 3.75 8 3.75S12.6 5.2 14.25 8C12.6 10.8 10.5 12.25 8 12.25"
    "S3.4 10.8 1.75 8z" CIRCLE (8, 8, 1.75),
  [LANE (BACKSTAGE)] = /* a curtain */
    "M1.75 2.5h12.5M2.75 2.5v11h2.5c0-3 2.75-5 2.75-11"
    "M13.25 2.5v11h-2.5C10.75 10.5 8 8.5 8 2.5",
  [LANE (SUPPORT)] = /* a spanner */
    "M13.6 4.6 11.4 6.8 9.2 6.8V4.6L11.4 2.4A3.9 3.9 0 0 0 6.5 7.2L2.6 11.1"
    "a1.6 1.6 0 0 0 2.3 2.3L8.8 9.5a3.9 3.9 0 0 0 4.8-4.9z",
  [LANE (SYSTEMS)] = /* servers */
    "M3.5 2.5h9a1 1 0 0 1 1 1v3a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-3a1 1 0 0 1 1-1z"
    "M3.5 8.75h9a1 1 0 0 1 1 1v3a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-3a1 1 0 0 1 1-1z" DOT (5, 5)
    DOT (5, 11.25) "M8.5 5h2.5M8.5 11.25h2.5",
  [LANE (EVIDENCE)] = /* a receipt */
    "M3.5 2v12l1.5-1.1 1.5 1.1L8 12.9l1.5 1.1 1.5-1.1 1.5 1.1V2zM6 5.25h4M6 8.5h4",
  [LANE (LINKS)] = /* a chain */
    "M6.75 9.25a2.75 2.75 0 0 0 3.9 0l2.3-2.3a2.75 2.75 0 0 0-3.9-3.9l-.8.8"
    "M9.25 6.75a2.75 2.75 0 0 0-3.9 0l-2.3 2.3a2.75 2.75 0 0 0 3.9 3.9l.8-.8",
  [JALON_ICON_POSITIVE] =
    "M3.5 8h9M8 3.5v9",
  [JALON_ICON_NEGATIVE] =
    "M3.5 8h9",
  [JALON_ICON_NEUTRAL] =
    "M8 3.25C5.9 3.25 4.75 5 4.75 8S5.9 12.75 8 12.75 11.25 11 11.25 8 10.1 3.25 8 3.25z",
  [JALON_ICON_ASSUMED] =
    CIRCLE (8, 8, 5),
  [JALON_ICON_PARTLY] =
    CIRCLE (8, 8, 5),
  [JALON_ICON_RESEARCHED] =
    CIRCLE (8, 8, 5),
  [JALON_ICON_MOBILE] =
    HANDSET,
  [JALON_ICON_TABLET] =
    "M3.5 2h9a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1z"
    "M7.25 11.75h1.5",
  [JALON_ICON_DESKTOP] =
    "M3 2.5h10a1 1 0 0 1 1 1V10a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V3.5a1 1 0 0 1 1-1zM8 11v2.75"
    "M5 13.75h6",
  [JALON_ICON_HUMAN] =
    CIRCLE (8, 5, 2.75) "M2.75 14v-.5a4.5 4.5 0 0 1 4.5-4h1.5a4.5 4.5 0 0 1 4.5 4v.5",
  [JALON_ICON_ARROW] =
    "M2 8h11.5M9 3.5l4.5 4.5L9 12.5",
};

static const char *const fills[JALON_N_ICONS] = {
  [JALON_CHANNEL_NATIVE] =
    "M5.5 6.6h5v3h-5z",
  [JALON_CHANNEL_EVENT] =
    "M9 9h2.5v2.5H9z",
  [LANE (ACTIONS)] =
    CIRCLE (9, 2.9, 1.5),
  [JALON_ICON_STAR] =
    "M8 1.25l2.15 4.45 4.9.65-3.6 3.4.9 4.85L8 12.25 3.65 14.6l.9-4.85L.95 6.35l4.9-.65z",
  [JALON_ICON_PARTLY] =
    "M8 3a5 5 0 0 0 0 10z",
  [JALON_ICON_RESEARCHED] =
    CIRCLE (8, 8, 5),
};
/* clang-format on */

/**
 * jalon_icon_of_channel:
 * @channel: a channel
 *
 * Returns: its icon
 */
JalonIcon
jalon_icon_of_channel (JalonChannel channel)
{
  return JALON_ICON_CHANNELS + MIN (channel, JALON_N_CHANNELS - 1);
}

/**
 * jalon_icon_of_lane:
 * @type: a type of lanes
 *
 * Returns: its icon
 */
JalonIcon
jalon_icon_of_lane (JalonLaneType type)
{
  return JALON_ICON_LANES + MIN (type, JALON_N_LANE_TYPES - 1);
}

/**
 * jalon_icon_of_confidence:
 * @confidence: in a note
 *
 * Returns: an empty, half or full dot
 */
JalonIcon
jalon_icon_of_confidence (JalonConfidence confidence)
{
  return confidence == JALON_CONFIDENCE_RESEARCHED ? JALON_ICON_RESEARCHED
         : confidence == JALON_CONFIDENCE_PARTLY   ? JALON_ICON_PARTLY
                                                   : JALON_ICON_ASSUMED;
}

/**
 * jalon_node_add_icon:
 * @self: a node
 * @icon: what
 * @x: of its left edge, in the coordinates of the node
 * @y: of its top edge
 * @size: its width and height, in canvas units
 * @colour: its colour
 *
 * Draws an icon.
 */
void
jalon_node_add_icon (JalonNode *self,
                     JalonIcon icon,
                     double x,
                     double y,
                     double size,
                     JalonColour colour)
{
  const JalonColour none = { 0 };
  double scale = size / GRID;
  JalonPrimitive *lines;

  g_return_if_fail (self != NULL);
  g_return_if_fail (icon < JALON_N_ICONS);

  if (fills[icon] != NULL)
    jalon_node_add_path (self, jalon_path_new_from_svg (fills[icon], scale), x, y, colour);
  if (strokes[icon] == NULL)
    return;
  lines = jalon_node_add_path (self, jalon_path_new_from_svg (strokes[icon], scale), x, y, none);
  lines->stroke = colour;
  lines->line_width = MAX (LINE * scale, LEAST_LINE);
}
