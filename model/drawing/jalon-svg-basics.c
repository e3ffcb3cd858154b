/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "drawing/jalon-svg-private.h"

/* Beyond this nothing is drawn. */
#define FAR 1e6

/* A decimal number with the zeros at its end left out, as a file has thousands of them and printf()
 * takes ten times as long; a number that is none would be a file that no viewer takes. @steps is a
 * power of ten: the smallest step is one of them. */
static void
append_number (JalonSvg *self, double value, gint64 steps)
{
  gint64 rounded = isfinite (value) ? llround (CLAMP (value, -FAR, FAR) * (double) steps) : 0;
  guint64 digits = (guint64) ABS (rounded);
  char buffer[32];
  char *p = buffer + sizeof buffer;

  for (gint64 step = steps; step > 1; step /= 10, digits /= 10)
    if (digits % 10 != 0 || p < buffer + sizeof buffer)
      *--p = (char) ('0' + digits % 10);
  if (p < buffer + sizeof buffer)
    *--p = '.';
  do
    *--p = (char) ('0' + digits % 10);
  while ((digits /= 10) > 0);
  if (rounded < 0)
    *--p = '-';
  g_string_append_len (self->out, p, buffer + sizeof buffer - p);
}

/* Appends a number of canvas units: a hundredth of one cannot be seen. */
void
jalon_svg_number (JalonSvg *self, double value)
{
  append_number (self, value, 100);
}

/* Appends a factor. */
void
jalon_svg_precise (JalonSvg *self, double value)
{
  append_number (self, value, 1000000);
}

/* Appends an attribute of canvas units. */
void
jalon_svg_attribute (JalonSvg *self, const char *name, double value)
{
  g_string_append_c (self->out, ' ');
  g_string_append (self->out, name);
  g_string_append (self->out, "=\"");
  jalon_svg_number (self, value);
  g_string_append_c (self->out, '"');
}

/* What stands in the file for a character that cannot; %NULL if it can. */
static const char *
get_escape (gunichar c, gboolean in_attribute)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return in_attribute ? "&quot;" : NULL;
    case '\n':
    case '\r':
    case '\t':
      return " ";
    default:
      return c < 0x20 || c == 0xFFFE || c == 0xFFFF ? "" : NULL;
    }
}

static void
append_escaped (JalonSvg *self, const char *text, const char *end, gboolean in_attribute)
{
  const char *start = text;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      const char *escape = get_escape (g_utf8_get_char (p), in_attribute);

      if (escape == NULL)
        continue;
      g_string_append_len (self->out, start, p - start);
      g_string_append (self->out, escape);
      start = g_utf8_next_char (p);
    }
  g_string_append_len (self->out, start, end - start);
}

/* Appends text with what XML cannot hold left out. */
void
jalon_svg_escape (JalonSvg *self, const char *text, gssize length)
{
  append_escaped (self, text, text + (length < 0 ? (gssize) strlen (text) : length), FALSE);
}

/* Appends an attribute of text, with what XML cannot hold left out. */
void
jalon_svg_label (JalonSvg *self, const char *name, const char *text)
{
  g_string_append_printf (self->out, " %s=\"", name);
  append_escaped (self, text, text + strlen (text), TRUE);
  g_string_append_c (self->out, '"');
}

/* Appends the attributes of a colour. */
void
jalon_svg_colour (JalonSvg *self, const char *attribute, const JalonColour *colour)
{
  const double channels[3] = { colour->red, colour->green, colour->blue };
  guint value = 0;

  for (guint i = 0; i < 3; i++)
    value = value << 8 | (guint) lround (CLAMP (channels[i], 0.0, 1.0) * 255.0);
  /* "#ffcc00" is "#fc0" */
  if ((value >> 4 & 0x0F0F0F) == (value & 0x0F0F0F))
    g_string_append_printf (self->out, " %s=\"#%x%x%x\"", attribute, value >> 16 & 15,
                            value >> 8 & 15, value & 15);
  else
    g_string_append_printf (self->out, " %s=\"#%06x\"", attribute, value);
  if (colour->alpha < 1.0)
    {
      g_string_append_printf (self->out, " %s-opacity=\"", attribute);
      jalon_svg_number (self, colour->alpha);
      g_string_append_c (self->out, '"');
    }
}

/* Appends where something is; x and y are 0 if nothing is said. */
void
jalon_svg_place (JalonSvg *self, double x, double y)
{
  if (x != 0.0)
    jalon_svg_attribute (self, "x", x);
  if (y != 0.0)
    jalon_svg_attribute (self, "y", y);
}

/* Appends how a box or a path is filled and stroked. */
void
jalon_svg_paint (JalonSvg *self, const JalonPrimitive *p)
{
  double dashes[2];

  if (p->fill.alpha > 0.0)
    jalon_svg_colour (self, "fill", &p->fill);
  else
    g_string_append (self->out, " fill=\"none\"");
  if (!(p->line_width > 0.0 && p->stroke.alpha > 0.0))
    return;
  jalon_svg_colour (self, "stroke", &p->stroke);
  if (p->line_width != 1.0)
    jalon_svg_attribute (self, "stroke-width", p->line_width);
  if (jalon_primitive_get_dashes (p, dashes))
    {
      g_string_append (self->out, " stroke-dasharray=\"");
      jalon_svg_number (self, dashes[0]);
      g_string_append_c (self->out, ' ');
      jalon_svg_number (self, dashes[1]);
      g_string_append_c (self->out, '"');
    }
}
