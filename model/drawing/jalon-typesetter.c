/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-typesetter.h"

#include <math.h>

#include "document/jalon-text.h"
#include "drawing/jalon-family.h"
#include "drawing/jalon-fonts.h"
#include "drawing/jalon-typeface.h"
#include "drawing/jalon-typesetter-private.h"

#define LINE_HEIGHT 1.38

/* All styles are set at one size, in canvas units, and drawn larger or smaller: looking for the
 * fonts of another size takes longer than laying out a small map. */
#define SET_SIZE 16.0

/* Paragraphs that are kept before those that nobody holds are let go */
#define MANY 16384

/* Size in canvas units, and what Pango calls the rest; spacing in ems. Debian's fonts-inter has no
 * variable file: 650 becomes Inter Bold there. */
typedef struct
{
  double size;
  int weight;
  PangoStyle slant;
  double spacing;
} Face;

static const Face faces[JALON_N_TEXT_STYLES] = {
  [JALON_TEXT_TITLE] = { 28, 650, PANGO_STYLE_NORMAL, -0.015 },
  [JALON_TEXT_STAGE] = { 20, 650, PANGO_STYLE_NORMAL, -0.01 },
  [JALON_TEXT_SECTION] = { 16, 650, PANGO_STYLE_NORMAL, 0 },
  [JALON_TEXT_STRONG] = { 13, 600, PANGO_STYLE_NORMAL, 0 },
  [JALON_TEXT_BODY] = { 13, 400, PANGO_STYLE_NORMAL, 0 },
  [JALON_TEXT_SUBTITLE] = { 14, 400, PANGO_STYLE_NORMAL, 0 },
  [JALON_TEXT_SMALL] = { 11, 400, PANGO_STYLE_NORMAL, 0 },
  [JALON_TEXT_SMALL_STRONG] = { 11, 600, PANGO_STYLE_NORMAL, 0 },
  [JALON_TEXT_CAPITALS] = { 11, 600, PANGO_STYLE_NORMAL, 0.08 },
  [JALON_TEXT_QUOTE] = { 18, 400, PANGO_STYLE_ITALIC, 0 },
  [JALON_TEXT_MONOGRAM] = { 14, 600, PANGO_STYLE_NORMAL, 0 },
  [JALON_TEXT_MONOGRAM_LARGE] = { 34, 600, PANGO_STYLE_NORMAL, 0 },
  [JALON_TEXT_RANK] = { 18, 650, PANGO_STYLE_NORMAL, 0 },
};

struct _JalonParagraph
{
  gatomicrefcount ref_count;

  /* The key: what was asked for */
  JalonTextStyle style;
  JalonAlign align;
  int wrap; /* in Pango units of the layout, -1 for none */
  char *text;

  PangoLayout *layout;
  double width;
  double height;
};

struct _JalonTypesetter
{
  /* With all fonts, and with those of one family only; that is NULL until it is looked for, and if
   * there is none */
  PangoContext *all;
  PangoContext *family;
  gboolean is_family_known;

  JalonTypeface *typefaces[JALON_N_TEXT_STYLES];
  PangoAttrList *attributes[JALON_N_TEXT_STYLES];
  PangoAttrList *simple_attributes[JALON_N_TEXT_STYLES];

  /* A set of paragraphs, owned */
  GHashTable *paragraphs;
  guint limit;
};

static guint
paragraph_hash (gconstpointer key)
{
  const JalonParagraph *self = key;

  return jalon_text_hash (self->text) ^ (guint) self->wrap * 31 ^ self->style << 8 ^
         self->align << 16;
}

static gboolean
paragraph_equal (gconstpointer a, gconstpointer b)
{
  const JalonParagraph *x = a;
  const JalonParagraph *y = b;

  return x->style == y->style && x->align == y->align && x->wrap == y->wrap &&
         strcmp (x->text, y->text) == 0;
}

static double
get_scale (JalonTextStyle style)
{
  return faces[style].size / SET_SIZE;
}

/* A context of its own: that of a widget changes what it measures with the zoom and the screen. */
static PangoContext *
make_context (PangoFontMap *map)
{
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_cairo_context_set_resolution (context, 96.0);
  pango_context_set_round_glyph_positions (context, FALSE);
  /* Not the language of the desktop: it would choose other glyphs on another machine. */
  pango_context_set_language (context, pango_language_from_string ("en"));
  pango_context_set_base_dir (context, PANGO_DIRECTION_WEAK_LTR);
  return context;
}

static PangoAttrList *
make_attributes (const Face *face, gboolean simple)
{
  PangoAttrList *list = pango_attr_list_new ();

  pango_attr_list_insert (list, pango_attr_line_height_new_absolute (
                                  (int) round (SET_SIZE * LINE_HEIGHT * PANGO_SCALE)));
  /* A word cut where it does not fit keeps its letters: a hyphen would be wrong in an address. */
  pango_attr_list_insert (list, pango_attr_insert_hyphens_new (FALSE));
  if (face->spacing != 0)
    pango_attr_list_insert (list, pango_attr_letter_spacing_new (
                                    (int) round (face->spacing * SET_SIZE * PANGO_SCALE)));
  if (simple)
    pango_attr_list_insert (list, pango_attr_font_features_new ("ccmp=0"));
  return list;
}

/* Without characters from U+0300 on there is nothing to compose, and not looking for it saves a
 * third of the time: Inter has much that it could compose. */
static gboolean
is_simple (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0xCC)
      return FALSE;
  return TRUE;
}

static PangoAttrList *
get_attributes (JalonTypesetter *self, JalonTextStyle style, const char *text)
{
  PangoAttrList *list = is_simple (text) ? self->simple_attributes[style] : self->attributes[style];

  return jalon_text_refine (text, list);
}

/**
 * jalon_typesetter_new:
 *
 * Makes a typesetter with fonts of its own, so that each thread can have one.
 *
 * Returns: (transfer full): the typesetter
 */
JalonTypesetter *
jalon_typesetter_new (void)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  JalonTypesetter *self = g_new0 (JalonTypesetter, 1);

  self->all = make_context (map);
  for (guint i = 0; i < JALON_N_TEXT_STYLES; i++)
    {
      self->typefaces[i] = jalon_typeface_new (SET_SIZE, faces[i].weight, faces[i].slant);
      self->attributes[i] = make_attributes (&faces[i], FALSE);
      self->simple_attributes[i] = make_attributes (&faces[i], TRUE);
    }
  self->paragraphs = g_hash_table_new_full (paragraph_hash, paragraph_equal,
                                            (GDestroyNotify) jalon_paragraph_unref, NULL);
  self->limit = MANY;
  return self;
}

void
jalon_typesetter_free (JalonTypesetter *self)
{
  g_autoptr (JalonFonts) fonts = jalon_fonts_take ();

  g_hash_table_unref (self->paragraphs);
  for (guint i = 0; i < JALON_N_TEXT_STYLES; i++)
    {
      jalon_typeface_free (self->typefaces[i]);
      pango_attr_list_unref (self->attributes[i]);
      pango_attr_list_unref (self->simple_attributes[i]);
    }
  g_clear_object (&self->family);
  g_object_unref (self->all);
  g_free (self);
}

static PangoAlignment
get_alignment (JalonAlign align)
{
  /* Pango's left is where a text begins: it is on the right in Arabic. */
  return align == JALON_ALIGN_START    ? PANGO_ALIGN_LEFT
         : align == JALON_ALIGN_CENTRE ? PANGO_ALIGN_CENTER
                                       : PANGO_ALIGN_RIGHT;
}

/* Returns how far the longest line reaches, in Pango units of the layout. */
static int
measure (JalonParagraph *self)
{
  double unit = jalon_paragraph_get_scale (self) / PANGO_SCALE;
  PangoRectangle logical;
  int width;

  pango_layout_get_extents (self->layout, NULL, &logical);
  width = MAX (logical.x, 0) + logical.width;
  self->width = width * unit;
  self->height = logical.height * unit;
  return width;
}

/* Where a line is broken between letters that a font draws otherwise when they stand together,
 * Pango reckons with the wrong ones and a line can be too wide: then all are broken earlier. That
 * can make another one too wide, so each step is twice the last one. */
static void
tighten (JalonParagraph *self, int width)
{
  int wrap = self->wrap, step = 0;

  while (self->wrap >= 0 && width > self->wrap)
    {
      step = MAX (width - self->wrap, 2 * step);
      if (wrap - step < self->wrap / 2)
        return;
      wrap -= step;
      pango_layout_set_width (self->layout, wrap);
      jalon_text_limit_lines (self->layout);
      width = measure (self);
    }
}

/* Not before it is needed: Pango gets to know the fonts of the system meanwhile. */
static PangoContext *
get_family (JalonTypesetter *self)
{
  g_autoptr (PangoFontMap) map = NULL;

  if (self->is_family_known)
    return self->family;
  self->is_family_known = TRUE;
  map = jalon_family_make_map (pango_context_get_font_map (self->all));
  if (map != NULL)
    self->family = make_context (map);
  return self->family;
}

static void
lay_out (JalonTypesetter *self, JalonParagraph *paragraph)
{
  JalonTypeface *typeface = self->typefaces[paragraph->style];
  PangoContext *family = get_family (self);
  g_autoptr (JalonFonts) fonts = jalon_fonts_take ();
  g_autofree char *text = jalon_text_prepare (paragraph->text);
  PangoAttrList *attributes;

  if (paragraph->style == JALON_TEXT_CAPITALS)
    {
      g_autofree char *lower = g_steal_pointer (&text);

      text = jalon_text_capitalize (lower);
    }
  attributes = get_attributes (self, paragraph->style, text);
  paragraph->layout = jalon_typeface_make_layout (typeface, self->all, family, text);
  pango_layout_set_attributes (paragraph->layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_alignment (paragraph->layout, get_alignment (paragraph->align));
  pango_layout_set_wrap (paragraph->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (paragraph->layout, paragraph->wrap);
  pango_layout_set_auto_dir (paragraph->layout, TRUE);
  pango_layout_set_text (paragraph->layout, text, -1);
  jalon_text_limit_lines (paragraph->layout);
  tighten (paragraph, measure (paragraph));
}

/* A width in Pango units of the layout, at least one unit of the canvas; -1 for any that is no
 * width. */
static int
get_wrap (double width, JalonTextStyle style)
{
  /* Where letters are drawn together, Pango lets the last one of a line stand out by as much. */
  double reserve = MAX (-faces[style].spacing * faces[style].size, 0.0);

  if (!(width >= 0.0))
    return -1;
  return (int) floor (CLAMP (width - reserve, 1.0, 1e6) / get_scale (style) * PANGO_SCALE);
}

/**
 * jalon_typesetter_set:
 * @self: a typesetter
 * @text: UTF-8
 * @style: how
 * @width: where lines are wrapped, in canvas units; -1 for nowhere
 * @align: of the lines; a text that begins on the right, as Arabic does, starts there
 *
 * Lays out a text. Of a very long one only the beginning is laid out, with an ellipsis.
 *
 * Returns: (transfer full): the paragraph: the same one for the same question
 */
JalonParagraph *
jalon_typesetter_set (JalonTypesetter *self,
                      const char *text,
                      JalonTextStyle style,
                      double width,
                      JalonAlign align)
{
  JalonParagraph key = { .style = style, .align = align };
  JalonParagraph *paragraph;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (style < JALON_N_TEXT_STYLES, NULL);

  key.text = (char *) text;
  key.wrap = get_wrap (width, style);
  paragraph = g_hash_table_lookup (self->paragraphs, &key);
  if (paragraph != NULL)
    return jalon_paragraph_ref (paragraph);

  if (g_hash_table_size (self->paragraphs) >= self->limit)
    {
      jalon_typesetter_trim (self);
      self->limit = MAX (MANY, 2 * g_hash_table_size (self->paragraphs));
    }
  paragraph = g_new (JalonParagraph, 1);
  *paragraph = key;
  g_atomic_ref_count_init (&paragraph->ref_count);
  paragraph->text = g_strdup (text);
  lay_out (self, paragraph);
  g_hash_table_add (self->paragraphs, jalon_paragraph_ref (paragraph));
  return paragraph;
}

static gboolean
is_forgotten (gpointer key, gpointer value, gpointer data)
{
  JalonParagraph *paragraph = key;

  return g_atomic_ref_count_compare (&paragraph->ref_count, 1);
}

/**
 * jalon_typesetter_trim:
 * @self: a typesetter
 *
 * Lets go of the paragraphs that nobody else holds.
 */
void
jalon_typesetter_trim (JalonTypesetter *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_foreach_remove (self->paragraphs, is_forgotten, NULL);
}

/**
 * jalon_typesetter_get_size:
 * @style: a style
 *
 * Returns: the size of its letters in canvas units
 */
double
jalon_typesetter_get_size (JalonTextStyle style)
{
  g_return_val_if_fail (style < JALON_N_TEXT_STYLES, 0.0);

  return faces[style].size;
}

/**
 * jalon_typesetter_get_spacing:
 * @style: a style
 *
 * Returns: what is added between two letters, in canvas units
 */
double
jalon_typesetter_get_spacing (JalonTextStyle style)
{
  g_return_val_if_fail (style < JALON_N_TEXT_STYLES, 0.0);

  return faces[style].spacing * faces[style].size;
}

JalonParagraph *
jalon_paragraph_ref (JalonParagraph *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
jalon_paragraph_unref (JalonParagraph *self)
{
  g_autoptr (JalonFonts) fonts = NULL;

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  fonts = jalon_fonts_take ();
  g_object_unref (self->layout);
  g_free (self->text);
  g_free (self);
}

/**
 * jalon_paragraph_get_width:
 * @self: a paragraph
 *
 * Returns: where its longest line ends, in canvas units from its left edge
 */
double
jalon_paragraph_get_width (JalonParagraph *self)
{
  return self->width;
}

/**
 * jalon_paragraph_get_height:
 * @self: a paragraph
 *
 * Returns: the height of its lines in canvas units
 */
double
jalon_paragraph_get_height (JalonParagraph *self)
{
  return self->height;
}

/**
 * jalon_paragraph_get_layout:
 * @self: a paragraph
 *
 * Returns: (transfer none): the lines, to be drawn at the scale of the paragraph; not to be changed
 */
PangoLayout *
jalon_paragraph_get_layout (JalonParagraph *self)
{
  return self->layout;
}

/**
 * jalon_paragraph_get_scale:
 * @self: a paragraph
 *
 * Returns: how many canvas units a unit of its layout is
 */
double
jalon_paragraph_get_scale (JalonParagraph *self)
{
  return get_scale (self->style);
}

/**
 * jalon_paragraph_get_text:
 * @self: a paragraph
 *
 * Returns: (transfer none): the text as it was given, uncut
 */
const char *
jalon_paragraph_get_text (JalonParagraph *self)
{
  return self->text;
}

/**
 * jalon_paragraph_get_style:
 * @self: a paragraph
 *
 * Returns: its style
 */
JalonTextStyle
jalon_paragraph_get_style (JalonParagraph *self)
{
  return self->style;
}
