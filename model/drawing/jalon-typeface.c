/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-typeface.h"

struct _JalonTypeface
{
  PangoFontDescription *families;

  /* The font of the first family, by the name that Pango gives it; NULL if there is none */
  PangoFont *font;
  PangoFontDescription *name;
  gboolean is_looked_for;
};

static PangoFontDescription *
make_description (const char *families, double size, int weight, PangoStyle slant)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family_static (description, families);
  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  pango_font_description_set_weight (description, (PangoWeight) weight);
  pango_font_description_set_style (description, slant);
  return description;
}

/**
 * jalon_typeface_new:
 * @size: in canvas units
 * @weight: 400 is regular, 700 bold
 * @slant: upright or not
 *
 * Returns: (transfer full): the typeface
 */
JalonTypeface *
jalon_typeface_new (double size, int weight, PangoStyle slant)
{
  JalonTypeface *self = g_new0 (JalonTypeface, 1);

  self->families = make_description (JALON_FAMILIES, size, weight, slant);
  return self;
}

void
jalon_typeface_free (JalonTypeface *self)
{
  pango_font_description_free (self->families);
  g_clear_pointer (&self->name, pango_font_description_free);
  g_clear_object (&self->font);
  g_free (self);
}

static void
look_for (JalonTypeface *self, PangoContext *context)
{
  g_autoptr (PangoFontDescription) first = pango_font_description_copy_static (self->families);

  self->is_looked_for = TRUE;
  pango_font_description_set_family_static (first, JALON_FAMILY);
  self->font = pango_context_load_font (context, first);
  if (self->font == NULL)
    return;
  self->name = pango_font_describe_with_absolute_size (self->font);
  if (g_strcmp0 (pango_font_description_get_family (self->name), JALON_FAMILY) == 0)
    return;
  g_clear_pointer (&self->name, pango_font_description_free);
  g_clear_object (&self->font);
}

static gboolean
has_all (PangoFont *font, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if ((guchar) *p >= 0x80 && !pango_font_has_char (font, g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/**
 * jalon_typeface_describe:
 * @self: a typeface
 * @context: where texts are set
 * @text: UTF-8
 *
 * Says in which fonts a text is set. Pango measures each font it uses by setting a sample in it, by
 * the name of this font alone, and looking for fonts is half of the time that it takes to set a
 * small map: so a text that the first family has all letters of is set in that name too.
 *
 * Returns: (transfer none): the fonts, the same as if all families were asked for
 */
const PangoFontDescription *
jalon_typeface_describe (JalonTypeface *self, PangoContext *context, const char *text)
{
  if (!self->is_looked_for)
    look_for (self, context);
  return self->name != NULL && has_all (self->font, text) ? self->name : self->families;
}
