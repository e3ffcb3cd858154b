/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <pango/pangocairo.h>

#include "drawing/jalon-typeface.h"

#define SIZE 16

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
make_context (void)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  PangoContext *context = pango_font_map_create_context (map);

  pango_context_set_language (context, pango_language_from_string ("en"));
  return context;
}

static PangoFontDescription *
describe_families (int weight, PangoStyle slant)
{
  PangoFontDescription *families = pango_font_description_new ();

  pango_font_description_set_family (families, JALON_FAMILIES);
  pango_font_description_set_absolute_size (families, SIZE * PANGO_SCALE);
  pango_font_description_set_weight (families, (PangoWeight) weight);
  pango_font_description_set_style (families, slant);
  return families;
}

/* How large @text is in @description and in which fonts, in words. */
static char *
tell (PangoContext *context, const char *text, const PangoFontDescription *description)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  GString *told = g_string_new (NULL);
  PangoRectangle logical;
  PangoLayoutLine *line;

  pango_layout_set_font_description (layout, description);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, NULL, &logical);
  g_string_append_printf (told, "%d × %d:", logical.width, logical.height);
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
check_face (int weight, PangoStyle slant)
{
  PangoContext *context = make_context ();
  g_autoptr (PangoFontDescription) families = describe_families (weight, slant);
  JalonTypeface *typeface = jalon_typeface_new (SIZE, weight, slant);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = texts[i].text;
      const PangoFontDescription *description = jalon_typeface_describe (typeface, context, text);
      const char *family = pango_font_description_get_family (description);
      g_autofree char *as_family = tell (context, text, description);
      g_autofree char *as_families = tell (context, text, families);

      g_assert_cmpstr (family, ==, texts[i].is_covered ? JALON_FAMILY : JALON_FAMILIES);
      g_assert_cmpstr (as_family, ==, as_families);
    }
  jalon_typeface_free (typeface);
  g_object_unref (context);
}

/* A text looks the same whether all families are asked for or only the one that has its letters. */
static void
test_describe (void)
{
  static const int weights[] = { 400, 600, 650 };

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      check_face (weights[i], PANGO_STYLE_NORMAL);
      check_face (weights[i], PANGO_STYLE_ITALIC);
    }
}

/* What Pango calls the font that is found, so that it does not look for it once more. */
static void
test_name (void)
{
  PangoContext *context = make_context ();
  JalonTypeface *typeface = jalon_typeface_new (SIZE, 650, PANGO_STYLE_NORMAL);
  const PangoFontDescription *description = jalon_typeface_describe (typeface, context, "x");
  g_autoptr (PangoFont) font = pango_context_load_font (context, description);
  g_autoptr (PangoFontDescription) name = pango_font_describe_with_absolute_size (font);

  g_assert_true (pango_font_description_equal (description, name));
  jalon_typeface_free (typeface);
  g_object_unref (context);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/typeface/describe", test_describe);
  g_test_add_func ("/typeface/name", test_name);

  return g_test_run ();
}
