/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-typeface.h"

#include "drawing/jalon-family.h"

/* The first character that is an emoji by itself (The Unicode Standard 15, emoji-data.txt); Pango
 * sets emoji in a font of their own, also where another has them. */
#define FIRST_EMOJI 0x231A

struct _JalonTypeface
{
  PangoFontDescription *families;

  /* In the first family, by the name that Pango gives it; NULL until it is needed */
  PangoFont *font;
  PangoFontDescription *name;
};

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

  self->families = pango_font_description_new ();
  pango_font_description_set_family_static (self->families, JALON_FAMILIES);
  pango_font_description_set_absolute_size (self->families, size * PANGO_SCALE);
  pango_font_description_set_weight (self->families, (PangoWeight) weight);
  pango_font_description_set_style (self->families, slant);
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

/* Pango measures a font that it uses by setting a sample in it, by the name of this font: text that
 * is set in the same name spares it to look for the font once more. */
static void
look_for (JalonTypeface *self, PangoContext *family)
{
  g_autoptr (PangoFontDescription) first = pango_font_description_copy_static (self->families);

  pango_font_description_set_family_static (first, JALON_FAMILY);
  self->font = pango_context_load_font (family, first);
  if (self->font != NULL)
    self->name = pango_font_describe_with_absolute_size (self->font);
}

static gboolean
has_all (PangoFont *font, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x80 && (c >= FIRST_EMOJI || !pango_font_has_char (font, c)))
        return FALSE;
    }
  return TRUE;
}

/**
 * jalon_typeface_make_layout:
 * @self: a typeface
 * @all: where all fonts are
 * @family: (nullable): where those of the first family are
 * @text: UTF-8
 *
 * Makes a layout for @text, among as few fonts as have its letters.
 *
 * Returns: (transfer full): the layout, in the fonts of @self, still empty
 */
PangoLayout *
jalon_typeface_make_layout (JalonTypeface *self,
                            PangoContext *all,
                            PangoContext *family,
                            const char *text)
{
  gboolean is_plain;
  PangoLayout *layout;

  if (self->font == NULL && family != NULL)
    look_for (self, family);
  is_plain = self->font != NULL && has_all (self->font, text);
  layout = pango_layout_new (is_plain ? family : all);
  pango_layout_set_font_description (layout, is_plain ? self->name : self->families);
  return layout;
}
