/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-svg-private.h"

#include "drawing/jalon-emoji.h"
#include "drawing/jalon-family.h"
#include "drawing/jalon-fonts.h"

/* Everything the paragraph has one of and others have not: what differs is said by the runs. */
static void
append_style (JalonSvg *self, JalonTextStyle style)
{
  double spacing = jalon_typesetter_get_spacing (style);

  if (jalon_typesetter_get_size (style) != JALON_SVG_TEXT_SIZE)
    jalon_svg_attribute (self, "font-size", jalon_typesetter_get_size (style));
  if (spacing != 0.0)
    {
      g_string_append (self->out, " letter-spacing=\"");
      jalon_svg_precise (self, spacing);
      g_string_append_c (self->out, '"');
    }
}

/* The font that was found: a viewer with the same fonts need not look for one again. */
static void
append_font (JalonSvg *self, PangoFont *font)
{
  PangoFontDescription *found = pango_font_describe (font);
  const char *family = pango_font_description_get_family (found);
  int weight = pango_font_description_get_weight (found);

  if (family != NULL && strcmp (family, JALON_FAMILY) != 0)
    {
      g_autofree char *families = g_strconcat (family, ", sans-serif", NULL);

      jalon_svg_label (self, "font-family", families);
    }
  if (weight != PANGO_WEIGHT_NORMAL)
    g_string_append_printf (self->out, " font-weight=\"%d\"", weight);
  if (pango_font_description_get_style (found) != PANGO_STYLE_NORMAL)
    g_string_append (self->out, " font-style=\"italic\"");
  pango_font_description_free (found);
}

/* A line is broken after its blanks, which take no room. */
static const char *
skip_blanks_back (const char *start, const char *end)
{
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return end;
}

static gboolean
has_double_blank (const char *text, const char *end)
{
  for (const char *p = text; p < end; p++)
    if (*p == ' ' && (p == text || p[1] == ' '))
      return TRUE;
  return FALSE;
}

/* Each run stands where it was laid out, whatever fonts the viewer has: if it reads from right to
 * left, by its right edge. */
static void
write_run (JalonSvg *self, PangoGlyphItem *run, const char *text, double x, double y, double scale)
{
  PangoItem *item = run->item;
  gboolean backwards = item->analysis.level % 2 == 1;
  gboolean pictures = jalon_font_has_pictures (item->analysis.font);
  const char *start = text + item->offset;
  const char *end = skip_blanks_back (start, start + item->length);

  if (end == start)
    return;
  /* The text itself remains, to be found and copied. */
  if (pictures)
    jalon_svg_write_emoji (self, run, x, y, scale);
  if (backwards)
    x += scale * pango_glyph_string_get_width (run->glyphs) / PANGO_SCALE;
  g_string_append (self->out, "<text");
  jalon_svg_attribute (self, "x", x);
  jalon_svg_attribute (self, "y", y);
  if (backwards)
    g_string_append (self->out, " direction=\"rtl\"");
  append_font (self, item->analysis.font);
  if (pictures)
    g_string_append (self->out, " fill=\"none\"");
  if (has_double_blank (start, end))
    g_string_append (self->out, " xml:space=\"preserve\"");
  g_string_append_c (self->out, '>');
  jalon_svg_escape (self, start, end - start);
  if (item->analysis.flags & PANGO_ANALYSIS_FLAG_NEED_HYPHEN)
    g_string_append_c (self->out, '-');
  g_string_append (self->out, "</text>");
}

/* Writes the lines of a paragraph into the element that was begun, from its attributes on. */
void
jalon_svg_write_paragraph (JalonSvg *self, JalonParagraph *paragraph, double x, double y)
{
  g_autoptr (JalonFonts) fonts = jalon_fonts_take ();
  PangoLayout *layout = jalon_paragraph_get_layout (paragraph);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  const char *text = pango_layout_get_text (layout);
  double scale = jalon_paragraph_get_scale (paragraph);

  append_style (self, jalon_paragraph_get_style (paragraph));
  g_string_append_c (self->out, '>');
  do
    {
      PangoGlyphItem *run = pango_layout_iter_get_run_readonly (iter);
      PangoRectangle logical;

      if (run == NULL)
        continue;
      pango_layout_iter_get_run_extents (iter, NULL, &logical);
      write_run (self, run, text, x + scale * logical.x / PANGO_SCALE,
                 y + scale * pango_layout_iter_get_baseline (iter) / PANGO_SCALE, scale);
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
}
