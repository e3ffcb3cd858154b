/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-private.h"

#include <math.h>

#include "document/jalon-text.h"

/* U+2212, as typographers have it */
#define MINUS_SIGN "\xe2\x88\x92"

/* Threads that decode pictures */
#define N_DECODERS 2

/* @lay_out fills the scene. @renew, which only kinds of large maps need, makes the next scene of
 * the last one where little has changed, and NULL where it cannot. */
typedef struct
{
  void (*lay_out) (JalonLayout *self, JalonElement *map);
  JalonScene *(*renew) (JalonLayout *self, JalonElement *map);
} LayoutKind;

static const LayoutKind layouts[JALON_N_KINDS] = {
  [JALON_KIND_PERSONA] = { jalon_layout_persona },
  [JALON_KIND_EMPATHY_MAP] = { jalon_layout_empathy_map },
  [JALON_KIND_STAKEHOLDER_MAP] = { jalon_layout_stakeholder_map },
  [JALON_KIND_JOURNEY] = { jalon_layout_journey, jalon_layout_renew_journey },
  [JALON_KIND_REGISTER] = { jalon_layout_register },
};

static void
clear_picture (gpointer picture)
{
  if (picture != NULL)
    jalon_picture_unref (picture);
}

/**
 * jalon_layout_new:
 *
 * Returns: (transfer full): a layout that remembers nothing yet
 */
JalonLayout *
jalon_layout_new (void)
{
  JalonLayout *self = g_new0 (JalonLayout, 1);

  jalon_layout_forget (self);
  self->typesetter = jalon_typesetter_new ();
  self->pictures = g_hash_table_new_full (jalon_text_hash, g_str_equal, g_free, clear_picture);
  return self;
}

void
jalon_layout_free (JalonLayout *self)
{
  jalon_memory_free (self->memory);
  g_hash_table_unref (self->kept);
  g_clear_pointer (&self->pictures, g_hash_table_unref);
  g_clear_pointer (&self->terms, jalon_terms_free);
  g_clear_pointer (&self->typesetter, jalon_typesetter_free);
  g_free (self);
}

/* What was made for another theme or in another language is of no use any more. */
static void
prepare (JalonLayout *self, JalonElement *map, const JalonTheme *theme)
{
  JalonLanguage language = JALON_LANGUAGE_EN;

  self->project = map;
  while (jalon_element_get_parent (self->project) != NULL)
    self->project = jalon_element_get_parent (self->project);
  if (jalon_element_get_kind (self->project) == JALON_KIND_PROJECT)
    language = jalon_element_get_choice (self->project, JALON_FIELD_LANGUAGE);

  if (self->theme != theme || self->terms == NULL || self->language != language)
    jalon_layout_forget (self);
  if (self->terms == NULL || self->language != language)
    {
      g_clear_pointer (&self->terms, jalon_terms_free);
      self->terms = jalon_terms_new (language);
    }
  self->language = language;
  self->theme = theme;
}

static JalonScene *
lay_out (JalonLayout *self, const LayoutKind *kind, JalonElement *map)
{
  JalonScene *scene = jalon_scene_new (map, self->theme);

  self->scene = scene;
  self->pass++;
  jalon_memory_begin (self->memory);
  kind->lay_out (self, map);
  jalon_layout_forget_unused (self);
  self->scene = NULL;
  return scene;
}

static JalonScene *
draw (JalonLayout *self, JalonElement *map, const JalonTheme *theme)
{
  const LayoutKind *kind = &layouts[jalon_element_get_kind (map)];
  JalonScene *scene = NULL;

  prepare (self, map, theme);
  if (kind->renew != NULL)
    scene = kind->renew (self, map);
  if (scene == NULL)
    scene = lay_out (self, kind, map);
  self->project = NULL;
  return scene;
}

/* Waits for the pictures that are being decoded. FALSE if one of them turns out to be broken. */
static gboolean
finish_pictures (JalonLayout *self)
{
  GHashTableIter iter;
  gpointer picture;
  gboolean are_sound = TRUE;

  if (self->decoders == NULL)
    return TRUE;
  g_thread_pool_free (g_steal_pointer (&self->decoders), FALSE, TRUE);
  g_hash_table_iter_init (&iter, self->pictures);
  while (g_hash_table_iter_next (&iter, NULL, &picture))
    if (picture != NULL && jalon_picture_get_surface (picture) == NULL)
      {
        g_hash_table_iter_replace (&iter, NULL);
        are_sound = FALSE;
      }
  return are_sound;
}

/**
 * jalon_layout_draw:
 * @self: a layout
 * @map: an element of one of the map kinds
 * @theme: a theme, which lives as long as @self
 *
 * Lays @map out. Its pictures are decoded meanwhile; a broken one, of which there is hardly ever
 * any, has it laid out once more.
 *
 * Returns: (transfer full): the scene
 */
JalonScene *
jalon_layout_draw (JalonLayout *self, JalonElement *map, const JalonTheme *theme)
{
  JalonScene *scene;

  g_return_val_if_fail (self != NULL && theme != NULL, NULL);
  g_return_val_if_fail (layouts[jalon_element_get_kind (map)].lay_out != NULL, NULL);

  scene = draw (self, map, theme);
  if (finish_pictures (self))
    return scene;
  jalon_scene_unref (scene);
  jalon_layout_forget (self);
  return draw (self, map, theme);
}

/**
 * jalon_layout_term:
 * @self: a layout at work
 * @english: a word marked for translation
 *
 * Returns: (transfer none): the word in the language of the project
 */
const char *
jalon_layout_term (JalonLayout *self, const char *english)
{
  return jalon_terms_get (self->terms, english);
}

/**
 * jalon_layout_choice:
 * @self: a layout at work
 * @element: an element
 * @field: a choice
 *
 * Returns: (transfer none): the label of its value in the language of the project
 */
const char *
jalon_layout_choice (JalonLayout *self, JalonElement *element, JalonFieldId field)
{
  const JalonField *row = jalon_element_get_field (element, field);

  return jalon_layout_term (self, row->choices[jalon_element_get_choice (element, field)].label);
}

/**
 * jalon_layout_number:
 * @self: a layout at work
 * @number: a finite number
 * @decimals: the most decimals it may have; zeros at the end are left out
 *
 * Returns: (transfer full): the number as people write it in the language of the project
 */
char *
jalon_layout_number (JalonLayout *self, double number, guint decimals)
{
  double factor = pow (10, decimals);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  GString *text = g_string_new (NULL);

  number = round (number * factor) / factor;
  if (number < 0)
    g_string_append (text, MINUS_SIGN);
  g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, "%.15g", fabs (number)));
  if (self->language != JALON_LANGUAGE_EN)
    g_string_replace (text, ".", ",", 1);
  return g_string_free (text, FALSE);
}

/**
 * jalon_layout_lower:
 * @label: a label: "Use or ownership", "SMS"
 *
 * Returns: (transfer full): how it stands in the middle of a line: "use or ownership", "SMS"
 */
char *
jalon_layout_lower (const char *label)
{
  gunichar first = g_utf8_get_char (label);
  const char *rest;
  GString *lower;

  if (first == 0)
    return g_strdup ("");
  rest = g_utf8_next_char (label);
  if (g_unichar_isupper (g_utf8_get_char (rest)))
    return g_strdup (label);
  lower = g_string_new (NULL);
  g_string_append_unichar (lower, g_unichar_tolower (first));
  g_string_append (lower, rest);
  return g_string_free (lower, FALSE);
}

/**
 * jalon_layout_join:
 * @words: what stands already
 * @word: (nullable): what follows; nothing is added for %NULL or ""
 *
 * Adds a word to a line of words with a middle dot between: "value 80 · effort 2".
 */
void
jalon_layout_join (GString *words, const char *word)
{
  if (word == NULL || word[0] == '\0')
    return;
  if (words->len > 0)
    g_string_append (words, " · ");
  g_string_append (words, word);
}

/**
 * jalon_layout_set:
 * @self: a layout
 * @text: a text
 * @style: its style
 * @width: in canvas units; −1 to set it without wrapping
 *
 * Returns: (transfer full): the text laid out
 */
JalonParagraph *
jalon_layout_set (JalonLayout *self, const char *text, JalonTextStyle style, double width)
{
  return jalon_typesetter_set (self->typesetter, text, style, width, JALON_ALIGN_START);
}

/**
 * jalon_layout_set_snug:
 * @self: a layout
 * @text: a text
 * @style: its style
 * @widest: where it wraps, in canvas units
 *
 * Sets a text for something that is as wide as its text: a pill, a name beside a portrait. Text
 * from right to left would else stand at the far end of what it may take.
 *
 * Returns: (transfer full): the text laid out
 */
JalonParagraph *
jalon_layout_set_snug (JalonLayout *self, const char *text, JalonTextStyle style, double widest)
{
  g_autoptr (JalonParagraph) line = jalon_layout_set (self, text, style, -1);

  if (jalon_paragraph_get_width (line) <= widest)
    return g_steal_pointer (&line);
  return jalon_layout_set (self, text, style, widest);
}

/**
 * jalon_layout_set_label:
 * @self: a layout
 * @text: a text that belongs to what stands before or above it
 * @style: its style
 * @width: the most it may take, in canvas units
 *
 * Sets a text that stays at the left also if it is Arabic or Hebrew, as long as it has one line:
 * the sheet is read from the left, and a name at its other end would belong to nothing.
 *
 * Returns: (transfer full): the text laid out
 */
JalonParagraph *
jalon_layout_set_label (JalonLayout *self, const char *text, JalonTextStyle style, double width)
{
  JalonParagraph *line = jalon_layout_set (self, text, style, -1);

  if (strchr (text, '\n') == NULL && jalon_paragraph_get_width (line) <= width)
    return line;
  jalon_paragraph_unref (line);
  return jalon_layout_set (self, text, style, width);
}

/**
 * jalon_layout_get_align:
 * @self: a layout
 * @text: a text
 * @is_right: whether it shall be at the right of its room rather than at the left
 *
 * Returns: how to align it, for an Arabic text begins at the right
 */
JalonAlign
jalon_layout_get_align (JalonLayout *self, const char *text, gboolean is_right)
{
  g_autoptr (JalonParagraph) line = jalon_layout_set (self, text, JALON_TEXT_BODY, -1);
  PangoLayout *layout = jalon_paragraph_get_layout (line);
  gboolean begins_right = pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;

  return begins_right == is_right ? JALON_ALIGN_START : JALON_ALIGN_END;
}

/**
 * jalon_layout_put:
 * @self: a layout
 * @node: a node that is being made
 * @text: a text; nothing is put for ""
 * @style: its style
 * @x: its left edge
 * @y: its top edge
 * @width: where it wraps; −1 to set it without wrapping
 * @colour: its colour
 *
 * Puts a text on a node.
 *
 * Returns: its height
 */
double
jalon_layout_put (JalonLayout *self,
                  JalonNode *node,
                  const char *text,
                  JalonTextStyle style,
                  double x,
                  double y,
                  double width,
                  JalonColour colour)
{
  JalonParagraph *paragraph;
  double height;

  if (text[0] == '\0')
    return 0;
  paragraph = jalon_layout_set (self, text, style, width);
  height = jalon_paragraph_get_height (paragraph);
  jalon_node_add_text (node, paragraph, x, y, colour);
  return height;
}

static JalonColour
parse_hex (const char *text)
{
  guint64 value = g_ascii_strtoull (text + 1, NULL, 16);

  return (JalonColour){ (value >> 16 & 255) / 255.0, (value >> 8 & 255) / 255.0,
                        (value & 255) / 255.0, 1 };
}

/* The place of @persona among the personas of the project. */
static guint
get_order (JalonLayout *self, JalonElement *persona)
{
  guint order = 0;

  for (guint i = 0; i < jalon_element_get_n_children (self->project); i++)
    {
      JalonElement *child = jalon_element_get_child (self->project, i);

      if (child == persona)
        break;
      if (jalon_element_get_kind (child) == JALON_KIND_PERSONA)
        order++;
    }
  return order;
}

/**
 * jalon_layout_get_series:
 * @self: a layout at work
 * @persona: (nullable): a persona
 *
 * Returns: the colour of its curve and portrait: its own if it reads well on paper, else one of the
 *   series in the order of the personas in the project
 */
JalonColour
jalon_layout_get_series (JalonLayout *self, JalonElement *persona)
{
  const char *own;

  if (persona == NULL)
    return self->theme->series[0];
  own = jalon_element_get_text (persona, JALON_FIELD_COLOUR);
  if (own[0] == '#')
    {
      JalonColour colour = parse_hex (own);

      return jalon_colour_contrast (colour, self->theme->paper) >= 3
               ? colour
               : jalon_colour_mix (colour, self->theme->ink, 0.5);
    }
  if (own[0] != '\0')
    return jalon_layout_get_shade (self, jalon_theme_get_note (self->theme, own));
  return self->theme->series[get_order (self, persona) % JALON_N_SERIES];
}

/**
 * jalon_layout_get_shade:
 * @self: a layout at work
 * @ground: the colour of a note
 *
 * Returns: a strong tone of the same hue in which small text reads well on @ground
 */
JalonColour
jalon_layout_get_shade (JalonLayout *self, JalonColour ground)
{
  JalonColour ink = jalon_theme_get_ink_on (self->theme, ground);
  JalonColour shade = { 0.55 * pow (ground.red, 6), 0.55 * pow (ground.green, 6),
                        0.55 * pow (ground.blue, 6), 1 };

  if (self->theme->is_dark)
    shade = jalon_colour_mix (ground, ink, 0.8);
  for (double share = 0; share <= 1; share += 0.25)
    {
      JalonColour mixed = jalon_colour_mix (shade, ink, share);

      if (jalon_colour_contrast (mixed, ground) >= (self->theme->is_contrast ? 7 : 5))
        return mixed;
    }
  return ink;
}

static void
decode_cb (gpointer picture, gpointer data)
{
  jalon_picture_decode (picture, NULL);
}

/* The pictures outlive the threads: the layout keeps both. Only a few at once: a picture may be
 * large while it is being decoded. */
static void
begin_to_decode (JalonLayout *self, JalonPicture *picture)
{
  if (self->decoders == NULL)
    self->decoders = g_thread_pool_new (decode_cb, NULL, N_DECODERS, FALSE, NULL);
  g_thread_pool_push (self->decoders, picture, NULL);
}

/**
 * jalon_layout_get_picture:
 * @self: a layout at work
 * @element: an element
 * @field: a reference to an image
 *
 * Returns: (transfer none) (nullable): the picture; %NULL if there is none or it cannot be shown
 */
JalonPicture *
jalon_layout_get_picture (JalonLayout *self, JalonElement *element, JalonFieldId field)
{
  JalonElement *image = jalon_document_follow (element, field);
  g_autofree char *key = NULL;
  gpointer picture;

  if (image == NULL)
    return NULL;
  key = g_strdup_printf ("%s %" G_GUINT64_FORMAT, jalon_element_get_id (image),
                         jalon_element_get_stamp (image));
  if (!g_hash_table_lookup_extended (self->pictures, key, NULL, &picture))
    {
      picture = jalon_picture_new_undecoded (image, NULL);
      g_hash_table_insert (self->pictures, g_steal_pointer (&key), picture);
      if (picture != NULL)
        begin_to_decode (self, picture);
    }
  return picture;
}
