/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dragging the header of a stage, a step or a lane past others. */

#include "widgets/jalon-canvas-private.h"

#include "widgets/jalon-commands.h"

#define BAR 3.0

gboolean
jalon_canvas_order_can_begin (JalonCanvas *self, int item)
{
  const JalonItem *it = jalon_canvas_get_item (self, item);
  JalonElement *element = jalon_canvas_get_element (self, item);
  JalonRole role;

  if (element == NULL || element == self->base.map || it->layer == JALON_LAYER_BODY)
    return FALSE;
  role = jalon_node_get_role (it->node);
  return role == JALON_ROLE_STAGE || role == JALON_ROLE_STEP || role == JALON_ROLE_LANE;
}

/* Along what the headers stand: from @start, @length long. */
static void
get_extent (JalonCanvas *self, int item, double *start, double *length)
{
  JalonRect rect;

  jalon_canvas_locate (self, item, &rect);
  if (jalon_canvas_get_item (self, item)->layer == JALON_LAYER_SIDE)
    {
      *start = rect.y;
      *length = rect.height;
    }
  else
    {
      *start = rect.x;
      *length = rect.width;
    }
}

/* Headers of the same kind, and those that have no such child yet. */
static gboolean
can_be_target (JalonCanvas *self, int item)
{
  JalonElement *dragged = jalon_canvas_get_element (self, self->drag_item);
  JalonElement *element = jalon_canvas_get_element (self, item);

  if (!jalon_canvas_order_can_begin (self, item))
    return FALSE;
  return jalon_element_get_kind (element) == jalon_element_get_kind (dragged) ||
         (jalon_element_get_n_children (element) == 0 &&
          jalon_kind_can_hold (jalon_element_get_kind (element), jalon_element_get_kind (dragged)));
}

void
jalon_canvas_order_follow (JalonCanvas *self)
{
  gboolean is_lane = jalon_canvas_get_item (self, self->drag_item)->layer == JALON_LAYER_SIDE;
  double pointer = is_lane ? self->pointer.y : self->pointer.x;
  double least = G_MAXDOUBLE;
  guint n_items;

  jalon_scene_get_items (jalon_canvas_get_scene (self), &n_items);
  self->drop.target = -1;
  for (guint i = 0; i < n_items; i++)
    {
      double start, length, distance;

      if (!can_be_target (self, i))
        continue;
      get_extent (self, i, &start, &length);
      distance = MAX (MAX (start - pointer, pointer - start - length), 0);
      if (distance >= least)
        continue;
      least = distance;
      self->drop.target = i;
      self->drop.is_after = pointer > start + length / 2;
    }
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
}

/* What is selected like it goes along: a stage, but not one of its steps. */
void
jalon_canvas_order_drop (JalonCanvas *self)
{
  JalonElement *dragged = jalon_canvas_get_element (self, self->drag_item);
  JalonElement *target = jalon_canvas_get_element (self, self->drop.target);
  g_autoptr (GPtrArray) elements = NULL;

  if (dragged == NULL || target == NULL)
    return;
  elements = jalon_commands_get_alike (self->base.document, dragged);
  jalon_commands_put_beside (self->base.document, elements, target, self->drop.is_after);
}

/* A bar across the map where the header would go. */
void
jalon_canvas_order_paint (JalonCanvas *self, GtkSnapshot *snapshot)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double start, length, place;
  JalonRect rect;

  jalon_canvas_paint_dragged (self, snapshot);
  if (self->drop.target < 0)
    return;
  jalon_canvas_locate (self, self->drop.target, &rect);
  get_extent (self, self->drop.target, &start, &length);
  place = start + (self->drop.is_after ? length : 0) - BAR / 2;
  if (jalon_canvas_get_item (self, self->drop.target)->layer == JALON_LAYER_SIDE)
    rect = (JalonRect){ rect.x, place, width - rect.x, BAR };
  else
    rect = (JalonRect){ place, rect.y, BAR, height - rect.y };
  jalon_canvas_paint_bar (self, snapshot, &rect);
}
