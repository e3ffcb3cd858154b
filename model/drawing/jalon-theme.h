/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-field.h"
#include "drawing/jalon-drawing-types.h"

G_BEGIN_DECLS

typedef enum
{
  JALON_THEME_LIGHT,
  JALON_THEME_DARK,
  JALON_THEME_PRINT,
  JALON_THEME_LIGHT_CONTRAST,
  JALON_THEME_DARK_CONTRAST,
} JalonThemeName;

#define JALON_N_SERIES 5

/**
 * JalonTheme:
 * @name: which it is
 * @is_dark: whether text is light on dark
 * @is_contrast: for people who need more contrast: every card has a border, and small text the
 *   contrast of WCAG AAA (at least 7)
 * @paper: the sheet
 * @band: every other stage, sections of maps
 * @highlight: the band of champions, what deserves attention
 * @ink: text
 * @secondary: hints
 * @faint: numbers on axes
 * @hairline: thin lines
 * @axis: the neutral line
 * @card: a card without colour
 * @notes: the palette, in the order of #jalon_palette
 * @series: personas
 * @phases: in the order of #JalonPhase
 * @alert: what is wrong
 * @accent: the one accent
 *
 * The colours of a drawing. Dark text on every note, and light text on every dark one, passes WCAG
 * AA (contrast at least 4.5).
 */
struct _JalonTheme
{
  JalonThemeName name;
  gboolean       is_dark;
  gboolean       is_contrast;
  JalonColour    paper;
  JalonColour    band;
  JalonColour    highlight;
  JalonColour    ink;
  JalonColour    secondary;
  JalonColour    faint;
  JalonColour    hairline;
  JalonColour    axis;
  JalonColour    card;
  JalonColour    notes[JALON_PALETTE_SIZE];
  JalonColour    series[JALON_N_SERIES];
  JalonColour    phases[3];
  JalonColour    alert;
  JalonColour    accent;
};

const JalonTheme *jalon_theme_get          (JalonThemeName      name);
gboolean          jalon_theme_find         (const char         *nick,
                                            JalonThemeName     *name);
JalonColour       jalon_theme_get_note     (const JalonTheme   *self,
                                            const char         *colour);
JalonColour       jalon_colour_mix         (JalonColour         a,
                                            JalonColour         b,
                                            double              share_of_b);
JalonColour       jalon_colour_with_alpha  (JalonColour         colour,
                                            double              alpha);
gboolean          jalon_colour_equal       (JalonColour         a,
                                            JalonColour         b);
double            jalon_colour_contrast    (JalonColour         a,
                                            JalonColour         b);
JalonColour       jalon_theme_get_ink_on   (const JalonTheme   *self,
                                            JalonColour         ground);
JalonColour       jalon_theme_get_edge     (const JalonTheme   *self,
                                            JalonColour         ground);

G_END_DECLS
