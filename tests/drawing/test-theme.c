/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "document/jalon-field.h"
#include "drawing/jalon-theme.h"

/* WCAG 2.1: 1.4.3 for text, 1.4.11 for what must be seen to understand the drawing */
#define TEXT 4.5
#define GRAPHICS 3.0

/* In high contrast: 1.4.6, and 1.4.11 for every line */
#define TEXT_AAA 7.0

static const JalonThemeName names[] = { JALON_THEME_LIGHT, JALON_THEME_DARK, JALON_THEME_PRINT,
                                        JALON_THEME_LIGHT_CONTRAST, JALON_THEME_DARK_CONTRAST };

static void
assert_contrast (const JalonTheme *theme,
                 const char *what,
                 JalonColour a,
                 JalonColour b,
                 double least)
{
  double contrast = jalon_colour_contrast (a, b);

  if (contrast < least)
    g_error ("theme %d: %s has a contrast of %.2f, less than %.1f", theme->name, what, contrast,
             least);
}

static void
assert_legible (const JalonTheme *theme, const char *what, JalonColour text, JalonColour ground)
{
  assert_contrast (theme, what, text, ground, theme->is_contrast ? TEXT_AAA : TEXT);
}

static void
test_nicks (void)
{
  JalonThemeName name = JALON_THEME_PRINT;

  g_assert_true (jalon_theme_find ("light", &name));
  g_assert_cmpint (name, ==, JALON_THEME_LIGHT);
  g_assert_true (jalon_theme_find ("dark", &name));
  g_assert_cmpint (name, ==, JALON_THEME_DARK);
  g_assert_true (jalon_theme_find ("print", &name));
  g_assert_cmpint (name, ==, JALON_THEME_PRINT);
  g_assert_false (jalon_theme_find ("Light", &name));
  g_assert_false (jalon_theme_find ("", &name));
  g_assert_false (jalon_theme_find (NULL, &name));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpint (jalon_theme_get (names[i])->name, ==, names[i]);
}

static void
test_contrast (void)
{
  const JalonColour white = { 1, 1, 1, 1 };
  const JalonColour black = { 0, 0, 0, 1 };
  const JalonColour grey = { 0x76 / 255.0, 0x76 / 255.0, 0x76 / 255.0, 1 };

  g_assert_cmpfloat_with_epsilon (jalon_colour_contrast (white, black), 21.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (jalon_colour_contrast (black, white), 21.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (jalon_colour_contrast (grey, grey), 1.0, 1e-9);
  /* The lightest grey that passes AA on white, as every table of the web has it */
  g_assert_cmpfloat_with_epsilon (jalon_colour_contrast (white, grey), 4.54, 0.005);
}

static void
test_text_is_legible (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const JalonTheme *theme = jalon_theme_get (names[i]);
      const JalonColour grounds[] = { theme->paper, theme->band, theme->highlight, theme->card };

      for (guint j = 0; j < G_N_ELEMENTS (grounds); j++)
        {
          assert_legible (theme, "ink on a ground", theme->ink, grounds[j]);
          assert_legible (theme, "secondary on a ground", theme->secondary, grounds[j]);
          assert_legible (theme, "faint on a ground", theme->faint, grounds[j]);
          assert_legible (theme, "alert on a ground", theme->alert, grounds[j]);
        }
      for (guint j = 0; j < JALON_PALETTE_SIZE; j++)
        {
          assert_legible (theme, "ink on a note", theme->ink, theme->notes[j]);
          assert_legible (theme, "secondary on a note", theme->secondary, theme->notes[j]);
          assert_legible (theme, "alert on a note", theme->alert, theme->notes[j]);
        }
    }
}

static void
test_graphics_are_visible (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const JalonTheme *theme = jalon_theme_get (names[i]);
      const JalonColour grounds[] = { theme->paper, theme->band };

      for (guint j = 0; j < G_N_ELEMENTS (grounds); j++)
        {
          for (guint k = 0; k < JALON_N_SERIES; k++)
            assert_contrast (theme, "a persona", theme->series[k], grounds[j], GRAPHICS);
          for (guint k = 0; k < G_N_ELEMENTS (theme->phases); k++)
            assert_contrast (theme, "a phase", theme->phases[k], grounds[j], GRAPHICS);
          assert_contrast (theme, "the accent", theme->accent, grounds[j], GRAPHICS);
        }
    }
}

/* With high contrast lines tell one thing from another, too. */
static void
test_lines_are_visible (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const JalonTheme *theme = jalon_theme_get (names[i]);
      const JalonColour grounds[] = { theme->paper, theme->band, theme->card };

      for (guint j = 0; j < G_N_ELEMENTS (grounds) && theme->is_contrast; j++)
        {
          assert_contrast (theme, "a hairline", theme->hairline, grounds[j], GRAPHICS);
          assert_contrast (theme, "an axis", theme->axis, grounds[j], GRAPHICS);
        }
    }
}

static void
test_notes_of_the_palette (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const JalonTheme *theme = jalon_theme_get (names[i]);

      for (guint j = 0; j < JALON_PALETTE_SIZE; j++)
        {
          JalonColour note = jalon_theme_get_note (theme, jalon_palette[j].nick);

          g_assert_cmpmem (&note, sizeof note, &theme->notes[j], sizeof note);
          for (guint k = 0; k < j; k++)
            g_assert_cmpfloat (fabs (note.red - theme->notes[k].red) +
                                 fabs (note.green - theme->notes[k].green) +
                                 fabs (note.blue - theme->notes[k].blue),
                               >, 0.02);
        }
    }
}

static void
test_notes_without_colour (void)
{
  static const char *const nothing[] = { NULL,      "",         "no such colour",        "#12345",
                                         "#12345g", "#1234567", "url(javascript:alert)", "# 12345",
                                         "#+12345" };
  const JalonTheme *theme = jalon_theme_get (JALON_THEME_LIGHT);

  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      JalonColour note = jalon_theme_get_note (theme, nothing[i]);

      g_assert_cmpmem (&note, sizeof note, &theme->card, sizeof note);
    }
}

/* Whatever colour somebody chooses, what is written on it can be read in every theme. */
static void
test_own_notes_are_legible (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *colour = g_strdup_printf ("#%06x", g_test_rand_int_range (0, 0x1000000));

      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        {
          const JalonTheme *theme = jalon_theme_get (names[j]);
          JalonColour note = jalon_theme_get_note (theme, colour);
          JalonColour ground = { g_test_rand_double (), g_test_rand_double (),
                                 g_test_rand_double (), 1 };

          assert_legible (theme, colour, theme->ink, note);
          assert_legible (theme, colour, theme->secondary, note);
          assert_contrast (theme, "ink on any ground", jalon_theme_get_ink_on (theme, ground),
                           ground, TEXT);
        }
    }
}

static void
test_light_colours_stay (void)
{
  const JalonTheme *theme = jalon_theme_get (JALON_THEME_LIGHT);
  JalonColour note = jalon_theme_get_note (theme, "#ffeecc");

  g_assert_cmpfloat_with_epsilon (note.red, 1.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (note.green, 0xEE / 255.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (note.blue, 0xCC / 255.0, 1e-9);
  g_assert_cmpfloat (note.alpha, ==, 1.0);
}

static void
test_mix (void)
{
  const JalonColour a = { 0.0, 0.5, 1.0, 1.0 };
  const JalonColour b = { 1.0, 0.5, 0.0, 0.0 };
  JalonColour half = jalon_colour_mix (a, b, 0.5);
  JalonColour beyond = jalon_colour_mix (a, b, 7.0);
  JalonColour clear = jalon_colour_with_alpha (a, 0.25);

  g_assert_cmpfloat (half.red, ==, 0.5);
  g_assert_cmpfloat (half.blue, ==, 0.5);
  g_assert_cmpfloat (half.alpha, ==, 0.5);
  g_assert_cmpmem (&beyond, sizeof b, &b, sizeof b);
  g_assert_cmpfloat (clear.alpha, ==, 0.25);
  g_assert_cmpfloat (clear.blue, ==, 1.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/theme/nicks", test_nicks);
  g_test_add_func ("/theme/contrast", test_contrast);
  g_test_add_func ("/theme/text-is-legible", test_text_is_legible);
  g_test_add_func ("/theme/graphics-are-visible", test_graphics_are_visible);
  g_test_add_func ("/theme/lines-are-visible", test_lines_are_visible);
  g_test_add_func ("/theme/notes-of-the-palette", test_notes_of_the_palette);
  g_test_add_func ("/theme/notes-without-colour", test_notes_without_colour);
  g_test_add_func ("/theme/own-notes-are-legible", test_own_notes_are_legible);
  g_test_add_func ("/theme/light-colours-stay", test_light_colours_stay);
  g_test_add_func ("/theme/mix", test_mix);

  return g_test_run ();
}
