/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-emoji.h"
#include "drawing/jalon-svg-private.h"

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
write_definition (JalonSvg *self, guint number, cairo_surface_t *surface, const JalonRect *place)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *data = NULL;

  cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  data = g_base64_encode (bytes->data, bytes->len);
  g_string_append_printf (self->out, "<defs><image id=\"emoji%u\"", number);
  jalon_svg_attribute (self, "x", place->x);
  jalon_svg_attribute (self, "y", place->y);
  jalon_svg_attribute (self, "width", place->width);
  jalon_svg_attribute (self, "height", place->height);
  g_string_append (self->out, " preserveAspectRatio=\"none\" xlink:href=\"data:image/png;base64,");
  g_string_append (self->out, data);
  g_string_append (self->out, "\"/></defs>");
}

/* The number of a letter, which is written when it is met first; 0 if there is nothing to see. */
static guint
find_number (JalonSvg *self, PangoFont *font, PangoGlyph glyph)
{
  g_autofree char *key = g_strdup_printf ("%p %u", font, glyph);
  gpointer known;
  JalonRect place;
  cairo_surface_t *surface;
  guint number;

  if (g_hash_table_lookup_extended (self->emoji, key, NULL, &known))
    return GPOINTER_TO_UINT (known);
  surface = jalon_emoji_render (font, glyph, &place);
  number = surface != NULL ? g_hash_table_size (self->emoji) + 1 : 0;
  if (surface != NULL)
    write_definition (self, number, surface, &place);
  g_clear_pointer (&surface, cairo_surface_destroy);
  g_hash_table_insert (self->emoji, g_steal_pointer (&key), GUINT_TO_POINTER (number));
  return number;
}

static void
write_cb (PangoFont *font, PangoGlyph glyph, double x, double y, gpointer data)
{
  JalonSvg *self = data;
  guint number = find_number (self, font, glyph);

  if (number == 0)
    return;
  g_string_append_printf (self->out, "<use xlink:href=\"#emoji%u\"", number);
  jalon_svg_attribute (self, "x", x);
  jalon_svg_attribute (self, "y", y);
  g_string_append (self->out, "/>");
}

/* Writes a run of letters that are pictures, larger by @scale, with its origin at @x, @y. */
void
jalon_svg_write_emoji (JalonSvg *self, PangoGlyphItem *run, double x, double y, double scale)
{
  g_string_append (self->out, "<g transform=\"translate(");
  jalon_svg_number (self, x);
  g_string_append_c (self->out, ' ');
  jalon_svg_number (self, y);
  g_string_append (self->out, ") scale(");
  jalon_svg_precise (self, scale);
  g_string_append (self->out, ")\">");
  jalon_emoji_foreach (run, 0.0, 0.0, write_cb, self);
  g_string_append (self->out, "</g>");
}
