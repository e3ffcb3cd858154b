/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Selection, hover, focus and drop marks: the canvas's own, over the map and never in a file. */

#include "widgets/jalon-canvas-private.h"

#include "drawing/jalon-painter.h"
#include "widgets/jalon-slot.h"

/* All in application pixels. */
#define RING 2.0
#define RING_GAP 2.0
#define RING_RADIUS 8.0
#define TEXT_GAP 2.0
#define DROP_LINE 3.0
#define HIT_RING 4.0

static GdkRGBA
to_rgba (const JalonColour *colour, double alpha)
{
  return (GdkRGBA){ colour->red, colour->green, colour->blue, alpha };
}

static GdkRGBA
get_accent (JalonCanvas *self, double alpha)
{
  return to_rgba (&jalon_theme_get (self->theme)->accent, alpha);
}

static void
paint_ring (GtkSnapshot *snapshot,
            const JalonRect *rect,
            double gap,
            double radius,
            float width,
            const GdkRGBA *colour)
{
  const float widths[4] = { width, width, width, width };
  const GdkRGBA colours[4] = { *colour, *colour, *colour, *colour };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (rect->x - gap, rect->y - gap,
                                                        rect->width + 2 * gap,
                                                        rect->height + 2 * gap),
                                   radius);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static void
paint_fill (GtkSnapshot *snapshot, const JalonRect *rect, double radius, const GdkRGBA *colour)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (
    &outline, &GRAPHENE_RECT_INIT (rect->x, rect->y, rect->width, rect->height), radius);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, colour, &outline.bounds);
  gtk_snapshot_pop (snapshot);
}

/* Whether it lies on a box; a bar is none. */
static gboolean
is_boxed (const JalonItem *item)
{
  guint n_primitives;
  const JalonPrimitive *primitives = jalon_node_get_primitives (item->node, &n_primitives);

  return n_primitives > 0 && primitives[0].type == JALON_PRIMITIVE_BOX &&
         primitives[0].rect.height > jalon_node_get_height (item->node) / 2;
}

/* The ring follows the corners of what it goes round. */
static double
get_radius (JalonCanvas *self, const JalonItem *item, const JalonRect *rect)
{
  guint n_primitives;
  const JalonPrimitive *primitives = jalon_node_get_primitives (item->node, &n_primitives);
  double gap = RING + RING_GAP;

  if (jalon_node_get_role (item->node) == JALON_ROLE_POINT)
    return MIN (rect->width, rect->height) / 2 + gap;
  return is_boxed (item) ? primitives[0].radius * self->zoom + gap : RING_RADIUS;
}

/* A line with its head, and its words, and as much round them as @gap. */
static void
cover_line (JalonCanvas *self, cairo_t *cr, JalonNode *node, double gap)
{
  guint n;
  const JalonPrimitive *primitives = jalon_node_get_primitives (node, &n);
  JalonTextStyle style;
  JalonRect words;

  for (guint i = 0; i < n; i++)
    if (primitives[i].type == JALON_PRIMITIVE_PATH)
      {
        jalon_painter_trace (cr, &primitives[i]);
        cairo_set_line_width (cr, primitives[i].line_width + 2 * gap / self->zoom);
        cairo_stroke (cr);
      }
  cairo_set_line_width (cr, 2 * gap / self->zoom);
  if (!jalon_node_get_editor (node, &words, &style))
    return;
  cairo_rectangle (cr, words.x, words.y, words.width, words.height);
  cairo_fill_preserve (cr);
  cairo_stroke (cr);
}

/* Round a line and its words: its rectangle may be as large as the map. */
static void
paint_line_ring (JalonCanvas *self, GtkSnapshot *snapshot, int item, double width, double alpha)
{
  JalonNode *node = jalon_canvas_get_item (self, item)->node;
  const GdkRGBA colour = get_accent (self, 1);
  const double margin = RING_GAP + width + JALON_OVERHANG * self->zoom;
  JalonRect rect;
  cairo_t *cr;

  jalon_canvas_locate (self, item, &rect);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (rect.x - margin, rect.y - margin,
                                                                 rect.width + 2 * margin,
                                                                 rect.height + 2 * margin));
  cairo_translate (cr, rect.x, rect.y);
  cairo_scale (cr, self->zoom, self->zoom);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_push_group (cr);
  gdk_cairo_set_source_rgba (cr, &colour);
  cover_line (self, cr, node, RING_GAP + width);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cover_line (self, cr, node, RING_GAP);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, alpha);
  cairo_destroy (cr);
}

/* Words without a box of their own would touch the ring, unless they begin within their node; but
 * other words stand close beside and below: headers that touch share the line between them. */
static void
make_room_for_words (JalonCanvas *self, JalonNode *node, JalonRect *rect)
{
  guint n;
  const JalonPrimitive *primitives = jalon_node_get_primitives (node, &n);
  double inset = n > 0 ? jalon_node_get_width (node) : 0;
  double gap, rise = -RING_GAP;

  for (guint i = 0; i < n; i++)
    if (primitives[i].type != JALON_PRIMITIVE_BOX)
      inset = MIN (inset, primitives[i].rect.x);
  gap = MAX (TEXT_GAP - inset * self->zoom, -RING_GAP - RING);
  if (inset > 0)
    {
      gap = MIN (gap, -RING_GAP - RING / 2);
      rise -= RING / 2;
    }
  rect->x -= gap;
  rect->width += 2 * gap;
  rect->y -= rise;
  rect->height += 2 * rise;
}

static void
paint_item_ring (JalonCanvas *self, GtkSnapshot *snapshot, int item, float width, double alpha)
{
  const JalonItem *it = jalon_canvas_get_item (self, item);
  const GdkRGBA colour = get_accent (self, alpha);
  JalonRole role = jalon_node_get_role (it->node);
  gboolean is_slot = role == JALON_ROLE_SLOT;
  JalonRect rect;

  if (role == JALON_ROLE_LINK)
    {
      paint_line_ring (self, snapshot, item, width, alpha);
      return;
    }
  jalon_canvas_locate (self, item, &rect);
  if (!is_slot && role != JALON_ROLE_POINT && !is_boxed (it))
    make_room_for_words (self, it->node, &rect);
  paint_ring (snapshot, &rect, is_slot ? -2 : RING_GAP + width,
              is_slot ? RING_RADIUS : get_radius (self, it, &rect), width, &colour);
}

static gboolean
is_drop_slot (JalonCanvas *self, int item)
{
  return self->drag == JALON_DRAG_MOVE && self->drop.slot == item;
}

/* Whether an item is a cell where the keys are and what is typed appears, or where something would
 * be dropped. */
gboolean
jalon_canvas_has_slot_mark (JalonCanvas *self, int item)
{
  if (!is_drop_slot (self, item) && (item != self->cursor || !jalon_canvas_has_focus (self)))
    return FALSE;
  return jalon_node_get_role (jalon_canvas_get_item (self, item)->node) == JALON_ROLE_SLOT;
}

/* A part of a ring: its line lies within it, as that of a cell does. */
static void
paint_shape (JalonCanvas *self,
             GtkSnapshot *snapshot,
             const JalonPrimitive *shape,
             const JalonRect *rect,
             double width,
             const GdkRGBA *fill,
             const GdkRGBA *line)
{
  cairo_t *cr =
    gtk_snapshot_append_cairo (snapshot,
                               &GRAPHENE_RECT_INIT (rect->x, rect->y, rect->width, rect->height));

  cairo_translate (cr, rect->x, rect->y);
  cairo_scale (cr, self->zoom, self->zoom);
  jalon_painter_trace (cr, shape);
  gdk_cairo_set_source_rgba (cr, fill);
  cairo_fill_preserve (cr);
  cairo_clip_preserve (cr);
  gdk_cairo_set_source_rgba (cr, line);
  cairo_set_line_width (cr, 2 * width / self->zoom);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* The mark of a cell, below the cards in it. */
void
jalon_canvas_paint_slot_mark (JalonCanvas *self, GtkSnapshot *snapshot, int item)
{
  JalonNode *node = jalon_canvas_get_item (self, item)->node;
  const GdkRGBA fill = get_accent (self, 0.08);
  gboolean is_drop = is_drop_slot (self, item);
  const GdkRGBA line = get_accent (self, is_drop ? 0.6 : 1);
  double width = is_drop ? 1.5 : RING;
  JalonRect rect;
  guint n;

  jalon_canvas_locate (self, item, &rect);
  if (jalon_node_get_slot (node)->has_shape)
    {
      paint_shape (self, snapshot, jalon_node_get_primitives (node, &n), &rect, width, &fill,
                   &line);
      return;
    }
  paint_fill (snapshot, &rect, RING_RADIUS, &fill);
  paint_item_ring (self, snapshot, item, (float) width, line.alpha);
}

/* Where what was found is read. */
static void
locate_words (JalonCanvas *self, int item, JalonRect *rect)
{
  JalonNode *node = jalon_canvas_get_item (self, item)->node;
  JalonTextStyle style;
  JalonRect words;

  jalon_canvas_locate (self, item, rect);
  if (jalon_node_get_role (node) != JALON_ROLE_LINK ||
      !jalon_node_get_editor (node, &words, &style))
    return;
  *rect = (JalonRect){ rect->x + words.x * self->zoom, rect->y + words.y * self->zoom,
                       words.width * self->zoom, words.height * self->zoom };
}

/* What was found, and stronger what people are at: its ring lies outside of that of the selection.
 * Little is laid over the words. */
static void
paint_hit (JalonCanvas *self, GtkSnapshot *snapshot, int item, JalonHitMark mark)
{
  const GdkRGBA yellow = { 0.96, 0.76, 0.07, 0.15 };
  const GdkRGBA amber = { 0.90, 0.65, 0.04, 1 };
  const GdkRGBA orange = { 0.90, 0.38, 0, 1 };
  JalonRect rect;
  double radius;

  locate_words (self, item, &rect);
  radius = get_radius (self, jalon_canvas_get_item (self, item), &rect);
  paint_fill (snapshot, &rect, radius - RING - RING_GAP, &yellow);
  if (mark == JALON_HIT_MARK_CURRENT)
    paint_ring (snapshot, &rect, RING_GAP + RING + HIT_RING, radius + HIT_RING, HIT_RING, &orange);
  else
    paint_ring (snapshot, &rect, 1, radius - RING - RING_GAP + 1, 2.5, &amber);
}

/* The marks of some items, which are given as indices. */
void
jalon_canvas_paint_marks (JalonCanvas *self, GtkSnapshot *snapshot, const GArray *seen)
{
  gboolean is_focused = jalon_canvas_has_focus (self);

  for (guint i = 0; i < seen->len; i++)
    {
      int item = (int) g_array_index (seen, guint, i);
      gboolean is_strong = jalon_canvas_is_selected (self, item) ||
                           (item == self->cursor && is_focused);
      JalonHitMark mark = jalon_canvas_get_hit_mark (self, item);

      if (mark != JALON_HIT_MARK_NONE)
        paint_hit (self, snapshot, item, mark);
      if (!is_strong && (item != self->hover || self->drag != JALON_DRAG_NONE))
        continue;
      if (jalon_node_get_role (jalon_canvas_get_item (self, item)->node) == JALON_ROLE_SLOT)
        continue;
      if (is_strong)
        paint_item_ring (self, snapshot, item, RING, is_focused ? 1 : 0.55);
      else
        paint_item_ring (self, snapshot, item, 1, 0.45);
    }
}

/* Where between the cards of a slot the dragged one would go: a line above @before, or below the
 * last. */
static void
get_drop_line (JalonCanvas *self, JalonRect *line)
{
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (jalon_canvas_get_scene (self), &n_items);
  int last = self->drop.before;
  JalonRect rect;

  for (guint i = 0; last < 0 && i < n_items; i++)
    if (items[n_items - 1 - i].slot == self->drop.slot)
      last = n_items - 1 - i;
  jalon_canvas_locate (self, last >= 0 ? last : self->drop.slot, &rect);
  *line = (JalonRect){ rect.x, rect.y - 4 - DROP_LINE / 2, rect.width, DROP_LINE };
  if (self->drop.before < 0)
    line->y = last >= 0 ? rect.y + rect.height + 4 - DROP_LINE / 2 : rect.y + 8;
  if (last < 0)
    {
      line->x += 8;
      line->width -= 16;
    }
}

/* Shortens a bar that reaches beyond the last lane or step. */
static void
end_with_lanes (JalonCanvas *self, JalonRect *bar)
{
  JalonRect top, side;
  JalonPoint origin;

  jalon_scene_get_headers (jalon_canvas_get_scene (self), &top, &side);
  jalon_canvas_get_origin (self, &origin);
  if (top.width > 0)
    bar->width = CLAMP (origin.x + (top.x + top.width) * self->zoom - bar->x, 0, bar->width);
  if (side.height > 0)
    bar->height = CLAMP (origin.y + (side.y + side.height) * self->zoom - bar->y, 0, bar->height);
}

/* A bar where something would go. */
void
jalon_canvas_paint_bar (JalonCanvas *self, GtkSnapshot *snapshot, const JalonRect *rect)
{
  const GdkRGBA strong = get_accent (self, 1);
  JalonRect bar = *rect;

  end_with_lanes (self, &bar);
  paint_fill (snapshot, &bar, MIN (bar.width, bar.height) / 2, &strong);
}

/* A frame round what something would take up, or go to. */
void
jalon_canvas_paint_frame (JalonCanvas *self, GtkSnapshot *snapshot, const JalonRect *rect)
{
  const GdkRGBA fill = get_accent (self, 0.08);
  const GdkRGBA edge = get_accent (self, 1);

  paint_fill (snapshot, rect, RING_RADIUS, &fill);
  paint_ring (snapshot, rect, 0, RING_RADIUS, RING, &edge);
}

/* The same on a ground of its own, which covers what is there. */
void
jalon_canvas_paint_panel (JalonCanvas *self,
                          GtkSnapshot *snapshot,
                          const JalonRect *rect,
                          const JalonColour *ground)
{
  const GdkRGBA fill = to_rgba (ground, 1);
  const GdkRGBA edge = get_accent (self, 1);

  paint_fill (snapshot, rect, RING_RADIUS, &fill);
  paint_ring (snapshot, rect, 0, RING_RADIUS, RING, &edge);
}

/* Where in a slot the dragged cards would go; on a plane they show it themselves. */
void
jalon_canvas_paint_drop (JalonCanvas *self, GtkSnapshot *snapshot)
{
  JalonRect line;

  if (self->drop.slot < 0 || jalon_slot_has_plane (jalon_canvas_get_slot (self, self->drop.slot)))
    return;
  get_drop_line (self, &line);
  jalon_canvas_paint_bar (self, snapshot, &line);
}

/* Bare text over other text could not be read: it gets a ground of its own while it is dragged. */
static void
paint_ground (JalonCanvas *self, GtkSnapshot *snapshot, const JalonItem *item, JalonRect rect)
{
  const GdkRGBA fill = to_rgba (&jalon_theme_get (self->theme)->paper, 1);

  if (is_boxed (item) || jalon_node_get_role (item->node) == JALON_ROLE_POINT)
    return;
  rect.x = -RING_GAP;
  rect.y = -RING_GAP;
  rect.width += 2 * RING_GAP;
  rect.height += 2 * RING_GAP;
  paint_fill (snapshot, &rect, RING_RADIUS, &fill);
}

/* On a plane only what lies on one like it goes along. */
static gboolean
is_dragged (JalonCanvas *self, int item)
{
  const JalonSlot *slot = jalon_canvas_get_slot (self, self->drag_item);

  if (item == self->drag_item || self->drop.is_goal || !jalon_canvas_is_selected (self, item))
    return item == self->drag_item;
  return slot == NULL || !jalon_slot_has_plane (slot) ||
         jalon_slot_resembles (slot, jalon_canvas_get_element (self, item));
}

/* What is being dragged, under the pointer and a little see-through. */
void
jalon_canvas_paint_dragged (JalonCanvas *self, GtkSnapshot *snapshot)
{
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (jalon_canvas_get_scene (self), &n_items);
  JalonPoint way;

  jalon_canvas_get_way (self, &way);
  gtk_snapshot_push_opacity (snapshot, 0.85);
  for (guint i = 0; i < n_items; i++)
    {
      GskRenderNode *node;
      JalonRect rect;

      if (!is_dragged (self, (int) i) ||
          (node = jalon_render_cache_get (self->cache, items[i].node)) == NULL)
        continue;
      jalon_canvas_locate (self, i, &rect);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (rect.x + way.x, rect.y + way.y));
      paint_ground (self, snapshot, &items[i], rect);
      gtk_snapshot_append_node (snapshot, node);
      gtk_snapshot_restore (snapshot);
    }
  gtk_snapshot_pop (snapshot);
}

void
jalon_canvas_paint_band (JalonCanvas *self, GtkSnapshot *snapshot)
{
  const GdkRGBA fill = get_accent (self, 0.1);
  const GdkRGBA edge = get_accent (self, 0.8);
  JalonRect rect;

  jalon_canvas_get_band (self, &rect);
  paint_fill (snapshot, &rect, 2, &fill);
  paint_ring (snapshot, &rect, 0, 2, 1, &edge);
}

/* Where what comes from elsewhere would go. */
void
jalon_canvas_paint_drop_target (JalonCanvas *self, GtkSnapshot *snapshot)
{
  const JalonItem *item = jalon_canvas_get_item (self, self->drop_target);
  const GdkRGBA fill = get_accent (self, 0.15);
  JalonRect rect;

  if (item == NULL)
    return;
  jalon_canvas_locate (self, self->drop_target, &rect);
  paint_fill (snapshot, &rect, get_radius (self, item, &rect), &fill);
  paint_item_ring (self, snapshot, self->drop_target, RING, 1);
}
