/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sign under the pointer that adds with one click: on the border of a header or a row, and in
 * cells. Keys and menus do the same, so that nothing here is for assistive technology. */

#include "widgets/jalon-canvas-private.h"

#include <math.h>

#include "widgets/jalon-commands.h"
#include "widgets/jalon-navigator.h"
#include "widgets/jalon-slot.h"

/* In application pixels */
#define RADIUS 9.0
#define ARM 4.0
#define GAP 3.0
#define NEAR (RADIUS + 3)
#define BAR 3.0

/* Where it cannot but cover something that is written */
#define FAINT 0.3

/* What is smaller than this would be hidden by the sign. */
#define LEAST_WIDTH 36.0
#define LEAST_HEIGHT 12.0

static gboolean
is_on_sign (JalonCanvas *self, double x, double y)
{
  const JalonAdder *adder = &self->adder;

  return adder->node != NULL && hypot (x - adder->at.x, y - adder->at.y) <= NEAR;
}

/* Rows and lanes stand below each other, stages and steps side by side. */
static gboolean
is_across (const JalonItem *item)
{
  return item->layer != JALON_LAYER_SIDE && jalon_node_get_role (item->node) != JALON_ROLE_ROW;
}

static gboolean
stands_in_order (JalonCanvas *self, int item)
{
  const JalonItem *it = jalon_canvas_get_item (self, item);

  return jalon_canvas_order_can_begin (self, item) ||
         (it != NULL && jalon_node_get_role (it->node) == JALON_ROLE_ROW &&
          jalon_canvas_get_element (self, item) != NULL);
}

/* Within @area. */
static void
make_room (JalonCanvas *self, JalonAdder *adder, const JalonRect *area)
{
  adder->is_faint = !jalon_canvas_find_room (self, area, RADIUS + 1, &adder->at);
}

/* On the nearer border, where the texts of headers leave room. */
static void
find_beside (JalonCanvas *self, int item, double x, double y, JalonAdder *adder)
{
  const JalonItem *it = jalon_canvas_get_item (self, item);
  JalonRect rect;

  jalon_canvas_locate (self, item, &rect);
  if (is_across (it))
    {
      adder->is_before = x < rect.x + rect.width / 2;
      adder->at.x = rect.x + (adder->is_before ? 0 : rect.width) - RADIUS;
      adder->at.y = rect.y + MAX (rect.height / 2, rect.height - RADIUS - GAP);
      make_room (self, adder,
                 &(JalonRect){ adder->at.x, rect.y, 2 * RADIUS, adder->at.y - rect.y });
    }
  else
    {
      adder->is_before = y < rect.y + rect.height / 2;
      adder->at.x = MAX (RADIUS + 1, rect.x - GAP);
      adder->at.y = rect.y + (adder->is_before ? 0 : rect.height);
    }
  adder->node = it->node;
}

/* The last thing in a slot, also a prompt; −1 if it is empty. */
static int
find_last (JalonCanvas *self, int slot)
{
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (jalon_canvas_get_scene (self), &n_items);

  for (guint i = n_items; i > 0; i--)
    if (items[i - 1].slot == slot)
      return (int) i - 1;
  return -1;
}

/* What asks to be written needs no sign. */
static gboolean
invites (JalonCanvas *self, int item)
{
  const JalonItem *it = jalon_canvas_get_item (self, item);

  return it != NULL && jalon_node_get_target (it->node, NULL) == JALON_TARGET_INVITATION;
}

/* Below the last that is there, or in the middle of nothing. */
static void
find_in_list (JalonCanvas *self, int last, const JalonRect *rect, JalonAdder *adder)
{
  JalonRect other;

  adder->at = (JalonPoint){ rect->x + rect->width / 2, rect->y + rect->height / 2 };
  if (last < 0)
    return;
  jalon_canvas_locate (self, last, &other);
  adder->at.x = other.x + other.width / 2;
  adder->at.y = MIN (other.y + other.height + GAP + RADIUS, rect->y + rect->height);
  make_room (self, adder,
             &(JalonRect){ other.x - RADIUS, other.y + other.height - RADIUS,
                           other.width + 2 * RADIUS, 2 * RADIUS + GAP });
}

static gboolean
has_heights (const JalonSlot *slot)
{
  return slot != NULL && jalon_slot_has_plane (slot) && slot->x_field == JALON_FIELD_NONE;
}

/* In the corner of a place for anything. */
static void
find_on_plane (JalonCanvas *self, const JalonRect *rect, JalonAdder *adder)
{
  adder->at = (JalonPoint){ rect->x + rect->width - 2 * RADIUS,
                            rect->y + rect->height - 2 * RADIUS };
  make_room (self, adder,
             &(JalonRect){ rect->x + 2 * RADIUS, adder->at.y - rect->height / 4,
                           MAX (0, rect->width - 4 * RADIUS), rect->height / 4 });
}

/* How far the sign must move aside so that the score of someone else, as high, can be taken. */
static double
get_way_beside (JalonCanvas *self, int slot, const JalonPoint *at)
{
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (jalon_canvas_get_scene (self), &n_items);
  double way = 0;

  for (guint i = 0; i < n_items; i++)
    {
      JalonRect rect;

      if (items[i].slot != slot)
        continue;
      jalon_canvas_locate (self, (int) i, &rect);
      if (fabs (at->y - rect.y - rect.height / 2) < rect.height / 2 + RADIUS)
        way = MAX (way, rect.width / 2 + RADIUS + 1);
    }
  return way;
}

/* A score is given where the pointer is, among those of other people on its side of them. */
static void
find_at_height (JalonCanvas *self, int slot, double x, double y, JalonAdder *adder)
{
  const JalonRect *plane = &jalon_node_get_slot (jalon_canvas_get_item (self, slot)->node)->plane;
  JalonRect rect;
  double top, way;

  jalon_canvas_locate (self, slot, &rect);
  top = rect.y + plane->y * self->zoom;
  adder->at = (JalonPoint){ rect.x + (plane->x + plane->width / 2) * self->zoom,
                            CLAMP (y, top, top + plane->height * self->zoom) };
  way = get_way_beside (self, slot, &adder->at);
  adder->at.x += x < adder->at.x ? -way : way;
}

static void
find_in_slot (JalonCanvas *self, int slot, double x, double y, JalonAdder *adder)
{
  const JalonItem *item = jalon_canvas_get_item (self, slot);
  JalonRect rect, body;
  int last;

  jalon_canvas_locate (self, slot, &rect);
  if (rect.width < LEAST_WIDTH || rect.height < LEAST_HEIGHT || invites (self, slot))
    return;
  last = find_last (self, slot);
  if (invites (self, last) ||
      !jalon_commands_can_add (self->base.document, jalon_node_get_slot (item->node)))
    return;
  if (has_heights (jalon_node_get_slot (item->node)))
    find_at_height (self, slot, x, y, adder);
  else if (jalon_slot_has_plane (jalon_node_get_slot (item->node)))
    find_on_plane (self, &rect, adder);
  else
    find_in_list (self, last, &rect, adder);
  if (item->layer == JALON_LAYER_BODY)
    {
      jalon_canvas_get_body (self, &body);
      adder->at.x = CLAMP (adder->at.x, body.x + RADIUS, body.x + body.width - RADIUS);
      adder->at.y = CLAMP (adder->at.y, body.y + RADIUS, body.y + body.height - RADIUS);
    }
  adder->node = item->node;
}

/* A score, which people take where the sign would be. */
static gboolean
is_at_height (JalonCanvas *self, int item)
{
  const JalonItem *it = jalon_canvas_get_item (self, item);
  const JalonItem *slot = it != NULL ? jalon_canvas_get_item (self, it->slot) : NULL;

  return slot != NULL && has_heights (jalon_node_get_slot (slot->node));
}

static void
find (JalonCanvas *self, double x, double y, JalonAdder *adder)
{
  int item = jalon_canvas_pick (self, x, y);
  int slot = jalon_canvas_pick_slot (self, x, y);
  JalonRect rect;

  if (item >= 0 && stands_in_order (self, item))
    {
      jalon_canvas_locate (self, item, &rect);
      if (rect.width >= LEAST_WIDTH && rect.height >= LEAST_HEIGHT)
        find_beside (self, item, x, y, adder);
    }
  else if (slot >= 0 && !is_at_height (self, item))
    find_in_slot (self, slot, x, y, adder);
}

static void
set (JalonCanvas *self, const JalonAdder *adder)
{
  JalonNode *node = self->adder.node;

  self->adder = *adder;
  if (self->adder.node != NULL)
    jalon_node_ref (self->adder.node);
  if (node != NULL || self->adder.node != NULL)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  g_clear_pointer (&node, jalon_node_unref);
}

/* Until the pointer moves again; not while a button is down on it. */
void
jalon_canvas_adder_hide (JalonCanvas *self)
{
  if (!self->is_adding)
    set (self, &(JalonAdder){ 0 });
}

/* Whoever writes does not want to have a sign over it. */
static gboolean
is_on_edited (JalonCanvas *self, double x, double y)
{
  graphene_rect_t bounds;

  return self->editor != NULL &&
         (jalon_canvas_pick (self, x, y) == self->cursor ||
          (gtk_widget_compute_bounds (GTK_WIDGET (self->editor), GTK_WIDGET (self), &bounds) &&
           graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT (x, y))));
}

/* The pointer is at a place in the widget. The sign stays until it has been left, except that a
 * score goes up and down. */
void
jalon_canvas_adder_follow (JalonCanvas *self, double x, double y)
{
  JalonAdder adder = { 0 };
  const JalonSlot *slot;

  if (self->base.map == NULL || !self->base.is_editable || is_on_edited (self, x, y) ||
      self->link_from != NULL || self->is_space_down || jalon_canvas_menu_is_open (self))
    {
      jalon_canvas_adder_hide (self);
      return;
    }
  slot = self->adder.node != NULL ? jalon_node_get_slot (self->adder.node) : NULL;
  if (is_on_sign (self, x, y) && (slot == NULL || !jalon_slot_has_plane (slot)))
    adder = self->adder;
  else if (jalon_canvas_drag_get_pointer (self, x, y) == NULL)
    find (self, x, y, &adder);
  adder.is_hot = adder.node != NULL && hypot (x - adder.at.x, y - adder.at.y) <= NEAR;
  set (self, &adder);
}

/* Whether a click there is for the sign. */
gboolean
jalon_canvas_adder_is_at (JalonCanvas *self, double x, double y)
{
  return is_on_sign (self, x, y);
}

/* Adds, ready to be written. */
void
jalon_canvas_adder_activate (JalonCanvas *self)
{
  g_autoptr (JalonNode) node = g_steal_pointer (&self->adder.node);
  const JalonAdder adder = self->adder;
  int item = jalon_navigator_find_same (jalon_canvas_get_scene (self), node, self->cursor);
  const JalonSlot *slot;
  gboolean is_there;
  JalonRect rect;
  JalonPoint point;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (item < 0)
    return;
  slot = jalon_node_get_slot (jalon_canvas_get_item (self, item)->node);
  if (slot == NULL)
    {
      jalon_canvas_go_to (self, item, FALSE);
      jalon_canvas_add_beside (self, adder.is_before);
      return;
    }
  jalon_canvas_locate (self, item, &rect);
  point = (JalonPoint){ (adder.at.x - rect.x) / self->zoom, (adder.at.y - rect.y) / self->zoom };
  /* The sign stands at a height, as of a score, but nowhere in particular on a plane. */
  is_there = has_heights (slot);
  jalon_canvas_add (self, item, NULL, is_there ? &point : NULL);
}

/* Where a header would go. */
static void
paint_bar (JalonCanvas *self, GtkSnapshot *snapshot)
{
  int item = jalon_navigator_find_same (jalon_canvas_get_scene (self), self->adder.node,
                                        self->cursor);
  gboolean is_before = self->adder.is_before;
  JalonRect rect;

  if (item < 0)
    return;
  jalon_canvas_locate (self, item, &rect);
  if (is_across (jalon_canvas_get_item (self, item)))
    rect = (JalonRect){ rect.x + (is_before ? 0 : rect.width) - BAR / 2, rect.y, BAR,
                        gtk_widget_get_height (GTK_WIDGET (self)) - rect.y };
  else
    rect = (JalonRect){ rect.x, rect.y + (is_before ? 0 : rect.height) - BAR / 2,
                        gtk_widget_get_width (GTK_WIDGET (self)) - rect.x, BAR };
  jalon_canvas_paint_bar (self, snapshot, &rect);
}

static void
set_source (cairo_t *cr, const JalonColour *colour)
{
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
}

static void
paint_sign (JalonCanvas *self, GtkSnapshot *snapshot)
{
  const JalonTheme *theme = jalon_theme_get (self->theme);
  gboolean is_hot = self->adder.is_hot;
  gboolean is_faint = self->adder.is_faint && !is_hot;
  JalonPoint at = self->adder.at;
  cairo_t *cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (at.x - RADIUS - 1, at.y - RADIUS - 1,
                                                              2 * RADIUS + 2, 2 * RADIUS + 2));

  if (is_faint)
    cairo_push_group (cr);
  cairo_arc (cr, at.x, at.y, RADIUS - 0.5, 0, 2 * G_PI);
  set_source (cr, is_hot ? &theme->accent : &theme->paper);
  cairo_fill_preserve (cr);
  set_source (cr, &theme->accent);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);

  set_source (cr, is_hot ? &theme->paper : &theme->accent);
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, at.x - ARM, at.y);
  cairo_line_to (cr, at.x + ARM, at.y);
  cairo_move_to (cr, at.x, at.y - ARM);
  cairo_line_to (cr, at.x, at.y + ARM);
  cairo_stroke (cr);
  if (is_faint)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, FAINT);
    }
  cairo_destroy (cr);
}

void
jalon_canvas_adder_paint (JalonCanvas *self, GtkSnapshot *snapshot)
{
  if (self->adder.node == NULL || self->drag != JALON_DRAG_NONE)
    return;
  if (self->adder.is_hot && jalon_node_get_slot (self->adder.node) == NULL)
    paint_bar (self, snapshot);
  paint_sign (self, snapshot);
}
