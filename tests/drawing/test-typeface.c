/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <pango/pangocairo.h>

#include "drawing/jalon-family.h"
#include "drawing/jalon-typeface.h"

#define SIZE 16

/* Letters that are set at once */
#define MANY 100

typedef struct
{
  PangoContext *all;
  PangoContext *family;
} Fixture;

static const struct
{
  const char *text;
  gboolean is_covered;
} texts[] = {
  { "", TRUE },
  { "Look for a house", TRUE },
  { "“Ça coûte 12 €” – où ?", TRUE },
  { "Привет, Ελλάδα", TRUE },
  { "مرحبا", FALSE },
  { "Mixed שלום and 客户", FALSE },
  { "👍🏽", FALSE },
};

static PangoContext *
make_context (PangoFontMap *map)
{
  PangoContext *context = pango_font_map_create_context (map);

  pango_context_set_language (context, pango_language_from_string ("en"));
  return context;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PangoFontMap) all = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  g_autoptr (PangoFontMap) family = jalon_family_make_map (all);

  g_assert_nonnull (family);
  fixture->all = make_context (all);
  fixture->family = make_context (family);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->all);
  g_object_unref (fixture->family);
}

static PangoFontDescription *
describe (const char *families, int weight, PangoStyle slant)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family (description, families);
  pango_font_description_set_absolute_size (description, SIZE * PANGO_SCALE);
  pango_font_description_set_weight (description, (PangoWeight) weight);
  pango_font_description_set_style (description, slant);
  return description;
}

/* How large @text is in @layout and in which fonts, in words. */
static char *
tell (PangoLayout *layout, const char *text)
{
  GString *told = g_string_new (NULL);
  PangoRectangle ink, logical;
  PangoLayoutLine *line;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, &ink, &logical);
  g_string_append_printf (told, "“%s” %d × %d, %d × %d:", text, ink.width, ink.height,
                          logical.width, logical.height);
  line = pango_layout_get_line_readonly (layout, 0);
  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;
      PangoFontDescription *font = pango_font_describe (run->item->analysis.font);
      g_autofree char *name = pango_font_description_to_string (font);

      g_string_append_printf (told, " %s", name);
      pango_font_description_free (font);
    }
  return g_string_free (told, FALSE);
}

static void
check_text (Fixture *fixture, JalonTypeface *typeface, PangoLayout *expected, const char *text)
{
  g_autoptr (PangoLayout)
    layout = jalon_typeface_make_layout (typeface, fixture->all, fixture->family, text);
  g_autofree char *told = tell (layout, text);
  g_autofree char *should_be = tell (expected, text);

  g_assert_cmpstr (told, ==, should_be);
}

static PangoLayout *
make_expected (Fixture *fixture, int weight, PangoStyle slant)
{
  g_autoptr (PangoFontDescription) families = describe (JALON_FAMILIES, weight, slant);
  PangoLayout *layout = pango_layout_new (fixture->all);

  pango_layout_set_font_description (layout, families);
  return layout;
}

/* A text looks the same whether all fonts are looked at or only those that have its letters. */
static void
test_same_look (Fixture *fixture, gconstpointer data)
{
  static const int weights[] = { 400, 600, 650 };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (weights); i++)
    {
      PangoStyle slant = i % 2 == 0 ? PANGO_STYLE_NORMAL : PANGO_STYLE_ITALIC;
      JalonTypeface *typeface = jalon_typeface_new (SIZE, weights[i / 2], slant);
      g_autoptr (PangoLayout) expected = make_expected (fixture, weights[i / 2], slant);

      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        check_text (fixture, typeface, expected, texts[j].text);
      jalon_typeface_free (typeface);
    }
}

/* Also no letter that the family has is an emoji to Pango. */
static void
test_all_letters (Fixture *fixture, gconstpointer data)
{
  JalonTypeface *typeface = jalon_typeface_new (SIZE, 400, PANGO_STYLE_NORMAL);
  g_autoptr (PangoFontDescription) family = describe (JALON_FAMILY, 400, PANGO_STYLE_NORMAL);
  g_autoptr (PangoFont) font = pango_context_load_font (fixture->family, family);
  g_autoptr (PangoLayout) expected = make_expected (fixture, 400, PANGO_STYLE_NORMAL);
  g_autoptr (GString) letters = g_string_new (NULL);
  guint n = 0;

  for (gunichar c = ' '; c < 0x20000; c++)
    if (g_unichar_isgraph (c) && pango_font_has_char (font, c))
      {
        g_string_append_unichar (letters, c);
        if (++n % MANY == 0)
          {
            check_text (fixture, typeface, expected, letters->str);
            g_string_truncate (letters, 0);
          }
      }
  g_assert_cmpuint (n, >, 10 * MANY);
  jalon_typeface_free (typeface);
}

/* Only what the family lacks is looked for among all fonts; without the family, everything is. */
static void
test_few_fonts (Fixture *fixture, gconstpointer data)
{
  JalonTypeface *typeface = jalon_typeface_new (SIZE, 650, PANGO_STYLE_NORMAL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PangoLayout)
        alone = jalon_typeface_make_layout (typeface, fixture->all, NULL, texts[i].text);
      g_assert_true (pango_layout_get_context (alone) == fixture->all);
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PangoLayout) layout = jalon_typeface_make_layout (typeface, fixture->all,
                                                                   fixture->family, texts[i].text);

      g_assert_true (pango_layout_get_context (layout) ==
                     (texts[i].is_covered ? fixture->family : fixture->all));
    }
  jalon_typeface_free (typeface);
}

/* What Pango calls the font that is found, so that it does not look for it once more. */
static void
test_name (Fixture *fixture, gconstpointer data)
{
  JalonTypeface *typeface = jalon_typeface_new (SIZE, 650, PANGO_STYLE_NORMAL);
  g_autoptr (PangoLayout)
    layout = jalon_typeface_make_layout (typeface, fixture->all, fixture->family, "x");
  const PangoFontDescription *description = pango_layout_get_font_description (layout);
  g_autoptr (PangoFont) font = pango_context_load_font (fixture->family, description);
  g_autoptr (PangoFontDescription) name = pango_font_describe_with_absolute_size (font);

  g_assert_true (pango_font_description_equal (description, name));
  jalon_typeface_free (typeface);
}

static void
add (const char *path, void (*func) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/typeface/same-look", test_same_look);
  add ("/typeface/all-letters", test_all_letters);
  add ("/typeface/few-fonts", test_few_fonts);
  add ("/typeface/name", test_name);

  return g_test_run ();
}
