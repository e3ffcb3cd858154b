/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-theme.h"

#include <math.h>

#include "document/jalon-field.h"

/* Contrast of small text; W3C, Web Content Accessibility Guidelines 2.1, criteria 1.4.3 (AA) and
 * 1.4.6 (AAA) */
#define ENOUGH 4.5
#define MUCH 7.0

#define RGB(hex)                                                                                   \
  {                                                                                                \
    ((hex) >> 16 & 255) / 255.0, ((hex) >> 8 & 255) / 255.0, ((hex) &255) / 255.0, 1.0             \
  }

static const JalonTheme themes[] = {
  {
    .name = JALON_THEME_LIGHT,
    .paper = RGB (0xFBFAF7),
    .band = RGB (0xF5F2EB),
    .highlight = RGB (0xE9F4EF),
    .ink = RGB (0x1F2430),
    .secondary = RGB (0x5A616F),
    .faint = RGB (0x686E79),
    .hairline = RGB (0xE4E1DA),
    .axis = RGB (0xB9B5AB),
    .card = RGB (0xFFFFFF),
    .notes = { RGB (0xFFFFFF), RGB (0xFFEBB0), RGB (0xFFD9C2), RGB (0xFAD3DC), RGB (0xE2DBF8),
               RGB (0xD3E6FB), RGB (0xD0ECDA) },
    .series = { RGB (0x1B5FBF), RGB (0xB8471F), RGB (0x0F766E), RGB (0x8A4B80), RGB (0x7A6A00) },
    .phases = { RGB (0x6C7A96), RGB (0x0F766E), RGB (0x8A4B80) },
    .alert = RGB (0xB3261E),
    .accent = RGB (0x1B5FBF),
  },
  {
    /* The notes have the hues of the light theme at OKLab lightness 0.39. */
    .name = JALON_THEME_DARK,
    .is_dark = TRUE,
    .paper = RGB (0x1E1F23),
    .band = RGB (0x26272C),
    .highlight = RGB (0x22332F),
    .ink = RGB (0xECEAE4),
    .secondary = RGB (0xB3B7C0),
    .faint = RGB (0x9CA1AB),
    .hairline = RGB (0x35373D),
    .axis = RGB (0x5A5D66),
    .card = RGB (0x2B2D33),
    .notes = { RGB (0x2B2D33), RGB (0x4E4426), RGB (0x5A3E2C), RGB (0x5B3A43), RGB (0x47405C),
               RGB (0x31475E), RGB (0x2E4D3B) },
    .series = { RGB (0x6A9FEE), RGB (0xE28060), RGB (0x58B0A7), RGB (0xC884BC), RGB (0xAF9F49) },
    .phases = { RGB (0x7F8DA9), RGB (0x2B8F86), RGB (0xA5689B) },
    .alert = RGB (0xF2B8B5),
    .accent = RGB (0x6A9FEE),
  },
  {
    /* White paper, and half the tint: what is printed should cost lines, not areas. */
    .name = JALON_THEME_PRINT,
    .paper = RGB (0xFFFFFF),
    .band = RGB (0xF6F6F4),
    .highlight = RGB (0xF0F7F4),
    .ink = RGB (0x15181F),
    .secondary = RGB (0x4A505C),
    .faint = RGB (0x5F656F),
    .hairline = RGB (0xD6D4CE),
    .axis = RGB (0x9D9A92),
    .card = RGB (0xFFFFFF),
    .notes = { RGB (0xFFFFFF), RGB (0xFFF5D8), RGB (0xFFECE0), RGB (0xFCE9EE), RGB (0xF0EDFC),
               RGB (0xE9F2FD), RGB (0xE8F6EC) },
    .series = { RGB (0x1B5FBF), RGB (0xB8471F), RGB (0x0F766E), RGB (0x8A4B80), RGB (0x7A6A00) },
    .phases = { RGB (0x6C7A96), RGB (0x0F766E), RGB (0x8A4B80) },
    .alert = RGB (0xB3261E),
    .accent = RGB (0x1B5FBF),
  },
  {
    /* The hues of the light theme, darker; lines can be seen by everyone. */
    .name = JALON_THEME_LIGHT_CONTRAST,
    .is_contrast = TRUE,
    .paper = RGB (0xFFFFFF),
    .band = RGB (0xF1EEE6),
    .highlight = RGB (0xDDF1E8),
    .ink = RGB (0x000000),
    .secondary = RGB (0x2B2F38),
    .faint = RGB (0x3A3F49),
    .hairline = RGB (0x7A7D84),
    .axis = RGB (0x4A4D55),
    .card = RGB (0xFFFFFF),
    .notes = { RGB (0xFFFFFF), RGB (0xFFEBB0), RGB (0xFFD9C2), RGB (0xFAD3DC), RGB (0xE2DBF8),
               RGB (0xD3E6FB), RGB (0xD0ECDA) },
    .series = { RGB (0x0B489C), RGB (0x8F2E0A), RGB (0x00544C), RGB (0x6B2F62), RGB (0x574B00) },
    .phases = { RGB (0x47546E), RGB (0x00544C), RGB (0x6B2F62) },
    .alert = RGB (0x7F0F0C),
    .accent = RGB (0x0B489C),
  },
  {
    .name = JALON_THEME_DARK_CONTRAST,
    .is_dark = TRUE,
    .is_contrast = TRUE,
    .paper = RGB (0x0E0F11),
    .band = RGB (0x1C1D21),
    .highlight = RGB (0x12302A),
    .ink = RGB (0xFFFFFF),
    .secondary = RGB (0xE6E8EC),
    .faint = RGB (0xD3D6DC),
    .hairline = RGB (0x8D9098),
    .axis = RGB (0xB6B9C1),
    .card = RGB (0x17181B),
    .notes = { RGB (0x17181B), RGB (0x453A15), RGB (0x4E311F), RGB (0x4F2D37), RGB (0x3B3452),
               RGB (0x243A52), RGB (0x22402F) },
    .series = { RGB (0x9CC4FF), RGB (0xFFAE91), RGB (0x86DACF), RGB (0xEFB4E4), RGB (0xDCCB68) },
    .phases = { RGB (0xB4C0D8), RGB (0x6CCBC0), RGB (0xDFA5D5) },
    .alert = RGB (0xFFD0CD),
    .accent = RGB (0x9CC4FF),
  },
};

/* Of those that people choose for a file; contrast is for who looks at a screen. */
static const char *const nicks[] = { "light", "dark", "print" };

/**
 * jalon_theme_get:
 * @name: which
 *
 * Returns: (transfer none): the theme
 */
const JalonTheme *
jalon_theme_get (JalonThemeName name)
{
  g_return_val_if_fail (name < G_N_ELEMENTS (themes), NULL);

  return &themes[name];
}

/**
 * jalon_theme_find:
 * @nick: a word: "light", "dark" or "print"
 * @name: (out): the theme of that name
 *
 * Returns: %TRUE if there is one
 */
gboolean
jalon_theme_find (const char *nick, JalonThemeName *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_strcmp0 (nick, nicks[i]) == 0)
      {
        *name = i;
        return TRUE;
      }
  return FALSE;
}

/* Relative luminance; WCAG 2.1. */
static double
linearise (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (JalonColour c)
{
  return 0.2126 * linearise (c.red) + 0.7152 * linearise (c.green) + 0.0722 * linearise (c.blue);
}

/**
 * jalon_colour_equal:
 * @a: a colour
 * @b: another
 *
 * Returns: whether they are the same, with their alpha
 */
gboolean
jalon_colour_equal (JalonColour a, JalonColour b)
{
  return a.red == b.red && a.green == b.green && a.blue == b.blue && a.alpha == b.alpha;
}

/**
 * jalon_colour_contrast:
 * @a: a colour; its alpha does not count
 * @b: another
 *
 * Measures how well one is told from the other: W3C, Web Content Accessibility Guidelines 2.1,
 * "contrast ratio".
 *
 * Returns: from 1, the same, to 21, black and white
 */
double
jalon_colour_contrast (JalonColour a, JalonColour b)
{
  double x = get_luminance (a);
  double y = get_luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

/**
 * jalon_colour_mix:
 * @a: a colour
 * @b: another
 * @share_of_b: from 0, only @a, to 1, only @b
 *
 * Returns: the mixture, in sRGB
 */
JalonColour
jalon_colour_mix (JalonColour a, JalonColour b, double share_of_b)
{
  double t = CLAMP (share_of_b, 0.0, 1.0);

  return (JalonColour){ a.red + t * (b.red - a.red), a.green + t * (b.green - a.green),
                        a.blue + t * (b.blue - a.blue), a.alpha + t * (b.alpha - a.alpha) };
}

/**
 * jalon_colour_with_alpha:
 * @colour: a colour
 * @alpha: from 0 to 1
 *
 * Returns: @colour with another alpha
 */
JalonColour
jalon_colour_with_alpha (JalonColour colour, double alpha)
{
  colour.alpha = alpha;
  return colour;
}

static gboolean
parse_hex (const char *text, JalonColour *colour)
{
  guint64 value;

  if (text[0] != '#' || strlen (text) != 7 ||
      !g_ascii_string_to_unsigned (text + 1, 16, 0, 0xFFFFFF, &value, NULL))
    return FALSE;
  *colour = (JalonColour) RGB (value);
  return TRUE;
}

static double
get_least_contrast (const JalonTheme *self)
{
  return self->is_contrast ? MUCH : ENOUGH;
}

/* A colour of the user's own is led towards the paper's end until text on it can be read. */
static JalonColour
make_legible (const JalonTheme *self, JalonColour ground)
{
  const JalonColour end = self->is_dark ? (JalonColour) RGB (0x000000)
                                        : (JalonColour) RGB (0xFFFFFF);
  double share = 0.0;
  JalonColour mixed = ground;

  while (share < 1.0 && jalon_colour_contrast (mixed, self->secondary) < get_least_contrast (self))
    {
      share += 0.05;
      mixed = jalon_colour_mix (ground, end, share);
    }
  return mixed;
}

/**
 * jalon_theme_get_note:
 * @self: a theme
 * @colour: (nullable): a name of the palette, or #rrggbb; anything else is plain
 *
 * Returns: the ground of a note, on which ink and secondary text can be read
 */
JalonColour
jalon_theme_get_note (const JalonTheme *self, const char *colour)
{
  JalonColour own;
  int index;

  g_return_val_if_fail (self != NULL, (JalonColour){ 0 });

  if (colour == NULL)
    return self->card;
  if (parse_hex (colour, &own))
    return make_legible (self, own);
  index = jalon_choices_find (jalon_palette, colour);
  return index >= 0 ? self->notes[index] : self->card;
}

/**
 * jalon_theme_get_ink_on:
 * @self: a theme
 * @ground: an opaque colour
 *
 * Returns: the colour of text on @ground: the ink where that can be read, else what is better of
 *   white and black
 */
JalonColour
jalon_theme_get_ink_on (const JalonTheme *self, JalonColour ground)
{
  const JalonColour white = RGB (0xFFFFFF);
  const JalonColour black = RGB (0x000000);

  g_return_val_if_fail (self != NULL, (JalonColour){ 0 });

  if (jalon_colour_contrast (self->ink, ground) >= get_least_contrast (self))
    return self->ink;
  return jalon_colour_contrast (white, ground) > jalon_colour_contrast (black, ground) ? white
                                                                                       : black;
}

/**
 * jalon_theme_get_edge:
 * @self: a theme
 * @ground: an opaque colour
 *
 * Returns: the colour of the border of something small on @ground
 */
JalonColour
jalon_theme_get_edge (const JalonTheme *self, JalonColour ground)
{
  g_return_val_if_fail (self != NULL, (JalonColour){ 0 });

  if (self->is_contrast)
    return self->hairline;
  return jalon_colour_mix (ground, jalon_theme_get_ink_on (self, ground), 0.16);
}
