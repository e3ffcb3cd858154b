/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the text view is and what it looks like: as the text that it stands over. */

#include "widgets/jalon-canvas-private.h"

#include <math.h>

#include "widgets/jalon-field-text.h"

/* Whoever writes must be able to read it, also when the map is small. */
#define LEGIBLE_ZOOM 0.6

/* Room to the left for a card so narrow that one letter would not fit. */
#define LEAST_WIDTH 24

/* What a mark is the value of is written above it, with room for "−1.75". */
#define APART_WIDTH 44
#define APART_HEIGHT 18
#define APART_GAP 8

/* A text that is short now goes on where it stands; a number needs its room at once. */
static gboolean
is_apart (JalonCanvas *self, const JalonRect *rect)
{
  JalonElement *element = jalon_document_lookup (self->base.document, self->edit_id);
  const JalonField *field = element != NULL ? jalon_element_get_field (element, self->edit_field)
                                            : NULL;

  return field != NULL && jalon_field_is_number (field) && rect->width < APART_WIDTH;
}

static gboolean
holds (const JalonRect *rect, double x, double y)
{
  return x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height;
}

/* Finds the colour that an item has at (@x, @y) of the map, if one does not see what is behind. */
static void
find_fill (const JalonItem *item, double x, double y, JalonColour *fill)
{
  const JalonRect rect = { item->x, item->y, item->width, item->height };
  guint n;
  const JalonPrimitive *primitives;

  if (!holds (&rect, x, y))
    return;
  primitives = jalon_node_get_primitives (item->node, &n);
  for (guint i = 0; i < n; i++)
    if (primitives[i].type == JALON_PRIMITIVE_BOX && primitives[i].fill.alpha > 0.5 &&
        holds (&primitives[i].rect, x - item->x, y - item->y))
      *fill = primitives[i].fill;
}

/* What stands behind the text of an item: the card, the band of its stage, or the paper. */
static JalonColour
get_ground (JalonCanvas *self, const JalonItem *item, const JalonRect *text)
{
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (jalon_canvas_get_scene (self), &n_items);
  JalonColour ground = jalon_theme_get (self->theme)->paper;

  for (const JalonItem *it = items; it <= item; it++)
    find_fill (it, item->x + text->x + 1, item->y + text->y + 1, &ground);
  return ground;
}

/* Makes the text view look like the text of @item. FALSE if there is no place for text on it. */
gboolean
jalon_canvas_edit_dress (JalonCanvas *self, const JalonItem *item)
{
  const JalonTheme *theme = jalon_theme_get (self->theme);
  g_autoptr (JalonParagraph) sample = NULL;
  JalonEditorStyle style = { .accent = theme->accent };
  JalonTextStyle text_style;
  JalonRect rect;

  if (!jalon_node_get_editor (item->node, &rect, &text_style))
    return FALSE;
  if (self->typesetter == NULL)
    self->typesetter = jalon_typesetter_new ();
  sample = jalon_typesetter_set (self->typesetter, "x", text_style, -1, JALON_ALIGN_START);
  style.font = pango_layout_get_font_description (jalon_paragraph_get_layout (sample));
  style.size = jalon_typesetter_get_size (text_style);
  style.line_height = jalon_paragraph_get_height (sample);
  style.ground = get_ground (self, item, &rect);
  style.ink = jalon_theme_get_ink_on (theme, style.ground);
  jalon_inline_editor_set_style (self->editor, &style);
  jalon_inline_editor_set_apart (self->editor, is_apart (self, &rect));
  return TRUE;
}

/* Where on its node the text view is. */
static gboolean
get_place (JalonCanvas *self, JalonNode *node, JalonRect *rect)
{
  JalonTextStyle style;

  if (!jalon_node_get_editor (node, rect, &style))
    return FALSE;
  if (is_apart (self, rect))
    *rect = (JalonRect){ rect->x + (rect->width - APART_WIDTH) / 2,
                         rect->y - APART_GAP - APART_HEIGHT, APART_WIDTH, APART_HEIGHT };
  return TRUE;
}

/* Puts the text view over the text. It is laid out in canvas units and then scaled, so that its
 * lines break where those of the map do. */
void
jalon_canvas_edit_allocate (JalonCanvas *self)
{
  const JalonItem *item;
  double scale = MAX (self->zoom, LEGIBLE_ZOOM);
  JalonRect node, rect;
  GskTransform *transform;
  int width, height;

  if (self->editor == NULL)
    return;
  item = jalon_canvas_get_item (self, self->cursor);
  if (item == NULL || !get_place (self, item->node, &rect))
    return;
  jalon_canvas_locate (self, self->cursor, &node);
  width = MAX (LEAST_WIDTH, (int) ceil (rect.width));
  gtk_widget_measure (GTK_WIDGET (self->editor), GTK_ORIENTATION_VERTICAL, width, &height, NULL,
                      NULL, NULL);
  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (node.x + rect.x * self->zoom,
                                                                   node.y + rect.y * self->zoom));
  transform = gsk_transform_scale (transform, scale, scale);
  /* A text view keeps one pixel for the caret. */
  gtk_widget_allocate (GTK_WIDGET (self->editor), width + 1, MAX (height, (int) ceil (rect.height)),
                       -1, transform);
}

/* The text view, like what it stands on below the headers. One that stands apart is over all. */
void
jalon_canvas_edit_paint (JalonCanvas *self, GtkSnapshot *snapshot)
{
  const JalonItem *item = self->editor != NULL ? jalon_canvas_get_item (self, self->cursor) : NULL;
  JalonRect part = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                     gtk_widget_get_height (GTK_WIDGET (self)) };
  JalonTextStyle style;
  JalonRect text;

  if (item == NULL || !jalon_node_get_editor (item->node, &text, &style))
    return;
  if (!is_apart (self, &text))
    jalon_canvas_get_seen_part (self, item, &part);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (part.x, part.y, part.width, part.height));
  gtk_widget_snapshot_child (GTK_WIDGET (self), GTK_WIDGET (self->editor), snapshot);
  gtk_snapshot_pop (snapshot);
}
