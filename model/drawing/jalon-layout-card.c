/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-private.h"

/* Marks before a line, and pills of tags */
#define DOT_SIZE 10.0
#define ICON_GAP 5.0
#define LINE_GAP 3.0
#define TAG_HEIGHT 20.0
#define TAG_PADDING 8.0
#define TAG_GAP 4.0

typedef struct
{
  JalonParagraph *paragraph;
  JalonElement *tag;
  JalonRect rect;
} Tag;

/* A card whose texts are set but which has no node yet, for its height comes from them. */
typedef struct
{
  JalonLayout *layout;
  const JalonCardLine *lines;
  JalonParagraph **paragraphs;
  double *tops;
  guint n_lines;
  GArray *tags;
  double width;
  double height;
} Card;

static void
clear_tag (gpointer data)
{
  g_clear_pointer (&((Tag *) data)->paragraph, jalon_paragraph_unref);
}

static double
get_indent (const JalonCardLine *line)
{
  return line->icon_size > 0 ? line->icon_size + ICON_GAP : 0;
}

static void
set_lines (Card *card)
{
  double inner = card->width - 2 * JALON_CARD_PADDING_X;

  card->height = JALON_CARD_PADDING_Y;
  for (guint i = 0; i < card->n_lines; i++)
    {
      const JalonCardLine *line = &card->lines[i];

      card->height += i > 0 ? LINE_GAP : 0;
      card->tops[i] = card->height;
      card->paragraphs[i] = jalon_layout_set (card->layout, line->text, line->style,
                                              inner - get_indent (line));
      card->height += jalon_paragraph_get_height (card->paragraphs[i]);
    }
}

/* Places the tags from left to right in as many rows as they need. */
static void
set_tags (Card *card)
{
  double inner = card->width - 2 * JALON_CARD_PADDING_X;
  double x = 0, y = card->height + 2 * LINE_GAP;

  for (guint i = 0; i < card->tags->len; i++)
    {
      Tag *tag = &g_array_index (card->tags, Tag, i);
      const char *name = jalon_element_get_text (tag->tag, JALON_FIELD_NAME);
      double width, height;

      tag->paragraph = jalon_layout_set_snug (card->layout, name, JALON_TEXT_SMALL,
                                              inner - 2 * TAG_PADDING);
      width = jalon_paragraph_get_width (tag->paragraph) + 2 * TAG_PADDING;
      height = MAX (TAG_HEIGHT, jalon_paragraph_get_height (tag->paragraph) + 4);
      if (x > 0 && x + width > inner)
        {
          x = 0;
          y = card->height + TAG_GAP;
        }
      tag->rect = (JalonRect){ JALON_CARD_PADDING_X + x, y, width, height };
      x += width + TAG_GAP;
      card->height = MAX (card->height, y + height);
    }
}

static GArray *
find_tags (JalonElement *element)
{
  GArray *tags = g_array_new (FALSE, TRUE, sizeof (Tag));
  JalonDocument *document = jalon_element_get_document (element);
  g_auto (GStrv) ids = NULL;

  g_array_set_clear_func (tags, clear_tag);
  if (document == NULL || !jalon_element_has (element, JALON_FIELD_TAGS))
    return tags;
  ids = jalon_element_get_references (element, JALON_FIELD_TAGS);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      Tag tag = { .tag = jalon_document_lookup (document, ids[i]) };

      if (tag.tag != NULL && jalon_element_get_kind (tag.tag) == JALON_KIND_TAG)
        g_array_append_val (tags, tag);
    }
  return tags;
}

static void
add_line (Card *card, JalonNode *node, guint i)
{
  const JalonCardLine *line = &card->lines[i];

  if (line->icon_size > 0)
    {
      g_autoptr (JalonParagraph) letter = jalon_layout_set (card->layout, "x", line->style, -1);
      double middle = card->tops[i] + jalon_paragraph_get_height (letter) / 2;

      jalon_node_add_icon (node, line->icon, JALON_CARD_PADDING_X, middle - line->icon_size / 2,
                           line->icon_size, line->colour);
    }
  if (line->is_jump)
    jalon_node_set_target (node, JALON_TARGET_JUMP,
                           &(JalonRect){ 0, card->tops[i], card->width,
                                         jalon_paragraph_get_height (card->paragraphs[i]) });
  jalon_node_add_text (node, card->paragraphs[i], JALON_CARD_PADDING_X + get_indent (line),
                       card->tops[i], line->colour);
}

static void
add_tags (Card *card, JalonNode *node)
{
  const JalonTheme *theme = card->layout->theme;

  for (guint i = 0; i < card->tags->len; i++)
    {
      Tag *tag = &g_array_index (card->tags, Tag, i);
      const char *name = jalon_element_get_text (tag->tag, JALON_FIELD_COLOUR);
      JalonColour colour = jalon_theme_get_note (theme, name);
      double height = jalon_paragraph_get_height (tag->paragraph);
      JalonPrimitive *box = jalon_node_add_box (node, &tag->rect,
                                                MIN (tag->rect.height, TAG_HEIGHT) / 2, colour);

      box->stroke = jalon_theme_get_edge (theme, colour);
      box->line_width = 1;
      jalon_node_add_text (node, jalon_paragraph_ref (tag->paragraph), tag->rect.x + TAG_PADDING,
                           tag->rect.y + (tag->rect.height - height) / 2,
                           jalon_theme_get_ink_on (theme, colour));
    }
}

/* A colour tells a card from the paper, but not for everyone. */
static gboolean
has_border (JalonLayout *self, JalonColour ground)
{
  const JalonColour *card = &self->theme->card;

  return self->theme->is_contrast ||
         (ground.red == card->red && ground.green == card->green && ground.blue == card->blue);
}

static void
add_ground (JalonLayout *self, JalonNode *node, JalonColour ground)
{
  double inset = has_border (self, ground) ? 0.5 : 0;
  JalonRect rect = { inset, inset, jalon_node_get_width (node) - 2 * inset,
                     jalon_node_get_height (node) - 2 * inset };
  JalonPrimitive *box;

  if (ground.alpha == 0)
    return;
  box = jalon_node_add_box (node, &rect, JALON_CARD_RADIUS, ground);
  if (inset > 0)
    {
      box->stroke = self->theme->hairline;
      box->line_width = 1;
    }
}

/**
 * jalon_layout_make_lines:
 * @self: a layout at work
 * @element: the element that the card stands for
 * @width: of the card, in canvas units
 * @ground: its colour; nothing is drawn for an alpha of 0
 * @lines: (array length=n_lines): its paragraphs, from top to bottom
 * @n_lines: how many
 * @edited: which of them shows the field that names @element
 *
 * Makes a card of several paragraphs and the tags of @element. Its height comes from them.
 *
 * Returns: (transfer full): the node
 */
JalonNode *
jalon_layout_make_lines (JalonLayout *self,
                         JalonElement *element,
                         double width,
                         JalonColour ground,
                         const JalonCardLine *lines,
                         guint n_lines,
                         guint edited)
{
  const JalonKindInfo *info = jalon_kind_get_info (jalon_element_get_kind (element));
  g_autofree double *tops = g_new0 (double, n_lines);
  g_autofree JalonParagraph **paragraphs = g_new0 (JalonParagraph *, n_lines);
  g_autoptr (GArray) tags = find_tags (element);
  Card card = { self, lines, paragraphs, tops, n_lines, tags, width, 0 };
  JalonNode *node;

  set_lines (&card);
  set_tags (&card);
  card.height += JALON_CARD_PADDING_Y;

  node = jalon_node_new (JALON_ROLE_CARD, jalon_element_get_id (element), info->title, width,
                         card.height);
  jalon_node_set_label (node, jalon_element_get_title (element));
  jalon_node_set_editor (node,
                         &(JalonRect){ JALON_CARD_PADDING_X, tops[edited],
                                       width - 2 * JALON_CARD_PADDING_X,
                                       jalon_paragraph_get_height (paragraphs[edited]) },
                         lines[edited].style);
  add_ground (self, node, ground);
  for (guint i = 0; i < n_lines; i++)
    add_line (&card, node, i);
  add_tags (&card, node);
  return node;
}

/**
 * jalon_layout_get_evidence:
 * @self: a layout at work
 * @element: an element that says how sure we are
 * @line: (out): how a card says it
 *
 * Returns: %TRUE if there is something to say: what is only assumed, on no evidence, says nothing
 */
gboolean
jalon_layout_get_evidence (JalonLayout *self, JalonElement *element, JalonCardLine *line)
{
  const char *evidence = jalon_element_get_text (element, JALON_FIELD_EVIDENCE);
  JalonConfidence confidence = jalon_element_get_choice (element, JALON_FIELD_CONFIDENCE);

  *line = (JalonCardLine){
    .text = evidence,
    .style = JALON_TEXT_SMALL,
    .colour = self->theme->secondary,
    .icon = jalon_icon_of_confidence (confidence),
    .icon_size = DOT_SIZE,
  };
  if (evidence[0] == '\0')
    line->text = jalon_layout_choice (self, element, JALON_FIELD_CONFIDENCE);
  return evidence[0] != '\0' || confidence != JALON_CONFIDENCE_ASSUMED;
}

/**
 * jalon_layout_make_card:
 * @self: a layout at work
 * @element: a card, a note or a trait
 * @width: in canvas units
 * @ground: its colour
 * @footer: (nullable): a short line below the text, such as "value 80 · effort 2"
 *
 * Makes the card that most elements are drawn as: its text, a footer, how sure we are, its tags.
 *
 * Returns: (transfer full): the node
 */
JalonNode *
jalon_layout_make_card (JalonLayout *self,
                        JalonElement *element,
                        double width,
                        JalonColour ground,
                        const char *footer)
{
  JalonColour under = ground.alpha == 0 ? self->theme->paper : ground;
  JalonCardLine lines[3] = { { 0 } };
  guint n_lines = 1;

  lines[0].text = jalon_element_get_title (element);
  lines[0].style = JALON_TEXT_BODY;
  lines[0].colour = jalon_theme_get_ink_on (self->theme, under);
  if (footer != NULL && footer[0] != '\0')
    {
      lines[n_lines].text = footer;
      lines[n_lines].style = JALON_TEXT_SMALL_STRONG;
      lines[n_lines++].colour = jalon_layout_get_shade (self, under);
    }
  if (jalon_element_get_field (element, JALON_FIELD_CONFIDENCE) != NULL &&
      jalon_layout_get_evidence (self, element, &lines[n_lines]))
    lines[n_lines++].colour = jalon_layout_get_shade (self, under);
  return jalon_layout_make_lines (self, element, width, ground, lines, n_lines, 0);
}
