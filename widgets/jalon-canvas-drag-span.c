/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dragging the right edge of a card over the steps that it spans. */

#include "widgets/jalon-canvas-private.h"

#include "widgets/jalon-commands.h"

/* How far from the edge it can be caught, in application pixels, and of what width on. */
#define REACH 5.0
#define LEAST_WIDTH 30.0

/* The card whose right edge is at a place in the widget, or −1. */
int
jalon_canvas_span_find (JalonCanvas *self, double x, double y)
{
  int item = jalon_canvas_pick (self, x - REACH, y);
  const JalonItem *it = jalon_canvas_get_item (self, item);
  JalonElement *element = jalon_canvas_get_element (self, item);
  JalonRect rect;

  if (element == NULL || it->slot < 0 ||
      jalon_element_get_field (element, JALON_FIELD_SPAN) == NULL)
    return -1;
  jalon_canvas_locate (self, item, &rect);
  return rect.width >= LEAST_WIDTH && x >= rect.x + rect.width - REACH ? item : -1;
}

/* Whether an item is a cell in the lane of another. */
static gboolean
is_beside (const JalonItem *item, const JalonSlot *slot)
{
  const JalonSlot *other = jalon_node_get_slot (item->node);

  return other != NULL && other->kind == slot->kind && other->field == slot->field &&
         g_strcmp0 (other->value, slot->value) == 0;
}

/* How many cells there are from that of the card to the one where the pointer is, by half; and the
 * last of them. */
static guint
count_cells (JalonCanvas *self, int *last)
{
  const JalonItem *card = jalon_canvas_get_item (self, self->drag_item);
  const JalonItem *first = jalon_canvas_get_item (self, card->slot);
  guint n_items, n_cells = 1;
  const JalonItem *items = jalon_scene_get_items (jalon_canvas_get_scene (self), &n_items);
  JalonPoint pointer;

  *last = card->slot;
  jalon_canvas_to_sheet (self, self->pointer.x, self->pointer.y, &pointer);
  for (guint i = 0; i < n_items; i++)
    {
      if (items[i].x <= first->x || !is_beside (&items[i], jalon_node_get_slot (first->node)) ||
          pointer.x < items[i].x + jalon_node_get_width (items[i].node) / 2)
        continue;
      n_cells++;
      if (items[i].x > items[*last].x)
        *last = i;
    }
  return n_cells;
}

void
jalon_canvas_span_follow (JalonCanvas *self)
{
  count_cells (self, &self->drop.slot);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "col-resize");
}

/* What is selected with it gets as many steps more. */
void
jalon_canvas_span_drop (JalonCanvas *self)
{
  JalonElement *element = jalon_canvas_get_element (self, self->drag_item);
  g_autoptr (GPtrArray) elements = NULL;
  int last;

  if (element == NULL)
    return;
  elements = jalon_commands_get_alike (self->base.document, element);
  jalon_commands_widen (self->base.document, elements,
                        (int) count_cells (self, &last) -
                          (int) jalon_element_get_number (element, JALON_FIELD_SPAN));
}

/* A frame as wide as the card would be. */
void
jalon_canvas_span_paint (JalonCanvas *self, GtkSnapshot *snapshot)
{
  JalonRect card, cell;

  jalon_canvas_locate (self, self->drag_item, &card);
  jalon_canvas_locate (self, self->drop.slot >= 0 ? self->drop.slot : self->drag_item, &cell);
  card.width = cell.x + cell.width - card.x;
  jalon_canvas_paint_frame (self, snapshot, &card);
}
