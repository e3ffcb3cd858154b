/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the text view is and what it looks like: as the text that it stands over. */

#include "widgets/jalon-canvas-private.h"

#include <math.h>

#include "widgets/jalon-field-text.h"

/* Whoever writes must be able to read it, also when the map is small. */
#define LEGIBLE_ZOOM 0.6

/* A text that is larger than its card has a panel of its own, so much larger; in application
 * pixels. */
#define PANEL_ROOM 8.0

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

/* Larger than what it stands on, so that it can be read. */
static gboolean
is_enlarged (JalonCanvas *self)
{
  return self->zoom < LEGIBLE_ZOOM;
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

/* How wide the text is that begins at @x in the widget, in canvas units: as the text of the map,
 * unless that is enlarged and does not fit in the view. */
static int
get_width (JalonCanvas *self, const JalonItem *item, const JalonRect *rect, double x)
{
  int width = MAX (LEAST_WIDTH, (int) ceil (rect->width));
  JalonRect part;

  jalon_canvas_get_seen_part (self, item, &part);
  if (!is_enlarged (self) || width * LEGIBLE_ZOOM <= part.width - 2 * PANEL_ROOM)
    return width;
  return MAX (LEAST_WIDTH, (int) ((part.x + part.width - PANEL_ROOM - x) / LEGIBLE_ZOOM));
}

/* Moves what is enlarged, as large as @place, to where all of it is seen. */
static void
keep_in_view (JalonCanvas *self, const JalonItem *item, JalonRect *place)
{
  JalonRect part;

  jalon_canvas_get_seen_part (self, item, &part);
  place->x = MAX (part.x + PANEL_ROOM,
                  MIN (place->x, part.x + part.width - place->width - PANEL_ROOM));
  place->y = MAX (part.y + PANEL_ROOM,
                  MIN (place->y, part.y + part.height - place->height - PANEL_ROOM));
}

/* Puts the text view over the text. It is laid out in canvas units and then scaled, so that its
 * lines break where those of the map do. */
void
jalon_canvas_edit_allocate (JalonCanvas *self)
{
  const JalonItem *item;
  double scale = MAX (self->zoom, LEGIBLE_ZOOM);
  JalonRect node, rect, place;
  GskTransform *transform;
  int width, height;

  if (self->editor == NULL)
    return;
  item = jalon_canvas_get_item (self, self->cursor);
  if (item == NULL || !get_place (self, item->node, &rect))
    return;
  jalon_canvas_locate (self, self->cursor, &node);
  place = (JalonRect){ node.x + rect.x * self->zoom, node.y + rect.y * self->zoom, 0, 0 };
  width = get_width (self, item, &rect, place.x);
  gtk_widget_measure (GTK_WIDGET (self->editor), GTK_ORIENTATION_VERTICAL, width, &height, NULL,
                      NULL, NULL);
  height = MAX (height, (int) ceil (rect.height));
  place.width = width * scale;
  place.height = height * scale;
  if (is_enlarged (self))
    keep_in_view (self, item, &place);
  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (place.x, place.y));
  transform = gsk_transform_scale (transform, scale, scale);
  /* A text view keeps one pixel for the caret. */
  gtk_widget_allocate (GTK_WIDGET (self->editor), width + 1, height, -1, transform);
}

/* The ground of what is larger than its card. */
static void
paint_panel (JalonCanvas *self, const JalonItem *item, const JalonRect *text, GtkSnapshot *snapshot)
{
  const JalonColour ground = get_ground (self, item, text);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (self->editor), GTK_WIDGET (self), &bounds))
    return;
  graphene_rect_inset (&bounds, -PANEL_ROOM, -PANEL_ROOM);
  jalon_canvas_paint_panel (self, snapshot,
                            &(JalonRect){ bounds.origin.x, bounds.origin.y, bounds.size.width,
                                          bounds.size.height },
                            &ground);
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
  if (is_enlarged (self) && !is_apart (self, &text))
    paint_panel (self, item, &text, snapshot);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (part.x, part.y, part.width, part.height));
  gtk_widget_snapshot_child (GTK_WIDGET (self), GTK_WIDGET (self->editor), snapshot);
  gtk_snapshot_pop (snapshot);
}
