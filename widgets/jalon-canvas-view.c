/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Zoom, scrolling and where things are. Zoom and scrolling never touch the scene. */

#include "widgets/jalon-canvas-private.h"

#include <math.h>

/* Headers stay in view unless they would take more than this share of it. */
#define MOST_FROZEN 0.45

/* Room that stays around what is scrolled to, in application pixels. */
#define CLEARANCE 24.0

/* Where a map was left. */
typedef struct
{
  double zoom;
  JalonPoint scroll;
  JalonFit fit;
  JalonSize fitted;
} View;

enum
{
  HORIZONTAL,
  VERTICAL,
};

static double
get_scroll (JalonCanvas *self, int axis)
{
  return self->adjustments[axis] != NULL ? gtk_adjustment_get_value (self->adjustments[axis]) : 0;
}

static void
get_extent (JalonCanvas *self, JalonPoint *sheet)
{
  JalonScene *scene = jalon_canvas_get_scene (self);

  sheet->x = scene != NULL ? jalon_scene_get_width (scene) * self->zoom : 0;
  sheet->y = scene != NULL ? jalon_scene_get_screen_height (scene) * self->zoom : 0;
}

static void
scrolled_cb (JalonCanvas *self)
{
  g_assert (JALON_IS_CANVAS (self));

  jalon_canvas_queue_sizes (self);
  jalon_canvas_adder_hide (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  jalon_canvas_queue_proxies (self);
}

/* @axis is 0 for across, 1 for down. */
void
jalon_canvas_view_set_adjustment (JalonCanvas *self, int axis, GtkAdjustment *adjustment)
{
  if (adjustment != NULL && self->adjustments[axis] == adjustment)
    return;
  if (self->adjustments[axis] != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustments[axis], self);
  g_clear_object (&self->adjustments[axis]);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  self->adjustments[axis] = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (jalon_canvas_queue_proxies), self,
                           G_CONNECT_SWAPPED);
  g_object_notify (G_OBJECT (self), axis == HORIZONTAL ? "hadjustment" : "vadjustment");
  jalon_canvas_queue_sizes (self);
}

/* What is fitted to the widget may be longer by a rounding, for which there is no bar. */
static void
configure (JalonCanvas *self, int axis, double value, double length, double page)
{
  if (self->adjustments[axis] == NULL)
    return;
  if (length < page + 0.5)
    length = page;
  gtk_adjustment_configure (self->adjustments[axis], CLAMP (value, 0, length - page), 0, length,
                            page * 0.1, page * 0.9, page);
}

/* Room below the sheet, so that nothing need stay below what lies over the canvas. */
static double
get_foot (JalonCanvas *self)
{
  if (self->covered.height <= 0)
    return JALON_CANVAS_FOOT;
  return MAX (JALON_CANVAS_FOOT, gtk_widget_get_height (GTK_WIDGET (self)) - self->covered.y);
}

/* Scrolls to @x and @y, or as near as can be. */
static void
set_scroll (JalonCanvas *self, double x, double y)
{
  JalonPoint sheet;

  get_extent (self, &sheet);
  self->extent = sheet;
  configure (self, HORIZONTAL, x, sheet.x, gtk_widget_get_width (GTK_WIDGET (self)));
  configure (self, VERTICAL, y, sheet.y + get_foot (self),
             gtk_widget_get_height (GTK_WIDGET (self)));
}

/* Whether the sheet is as large as when sizes were given out, and no text is written on it, which
 * would have to move along. */
gboolean
jalon_canvas_view_is_right (JalonCanvas *self)
{
  JalonPoint sheet;

  get_extent (self, &sheet);
  return self->editor == NULL && sheet.x == self->extent.x && sheet.y == self->extent.y;
}

/* What was at the top left stays there. */
static void
refit (JalonCanvas *self)
{
  double zoom = self->zoom;

  if (jalon_canvas_refit (self))
    set_scroll (self, get_scroll (self, HORIZONTAL) * self->zoom / zoom,
                get_scroll (self, VERTICAL) * self->zoom / zoom);
}

void
jalon_canvas_view_allocate (JalonCanvas *self)
{
  refit (self);
  set_scroll (self, get_scroll (self, HORIZONTAL), get_scroll (self, VERTICAL));
}

/* Remembers where the map is being left. */
void
jalon_canvas_view_remember (JalonCanvas *self)
{
  View *view;

  if (self->base.map == NULL || (self->fit != JALON_FIT_NONE && self->fitted.width == 0))
    return;
  view = g_new (View, 1);
  view->fit = self->fit;
  view->fitted = self->fitted;
  view->zoom = self->zoom;
  view->scroll = (JalonPoint){ get_scroll (self, HORIZONTAL), get_scroll (self, VERTICAL) };
  g_hash_table_replace (self->views, g_strdup (jalon_element_get_id (self->base.map)), view);
}

/**
 * jalon_canvas_get_views:
 * @self: a canvas
 *
 * Tells where people have left the maps of the document, for another time.
 *
 * Returns: (transfer floating): for the ids of maps their zoom, and how far they were scrolled
 *   across and down, in application pixels; a{s(ddd)}
 */
GVariant *
jalon_canvas_get_views (JalonCanvas *self)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{s(ddd)}"));
  GHashTableIter iter;
  gpointer id, data;

  g_return_val_if_fail (JALON_IS_CANVAS (self), NULL);

  jalon_canvas_view_remember (self);
  g_hash_table_iter_init (&iter, self->views);
  while (g_hash_table_iter_next (&iter, &id, &data))
    {
      const View *view = data;

      g_variant_builder_add (&builder, "{s(ddd)}", id, view->zoom, view->scroll.x, view->scroll.y);
    }
  return g_variant_builder_end (&builder);
}

static gboolean
is_sensible (const View *view)
{
  return view->zoom >= JALON_ZOOM_MIN && view->zoom <= JALON_ZOOM_MAX &&
         isfinite (view->scroll.x) && isfinite (view->scroll.y);
}

/**
 * jalon_canvas_set_views:
 * @self: a canvas
 * @views: what jalon_canvas_get_views() told at another time
 *
 * Shows the maps where they were left then. The one that is shown stays as it is.
 */
void
jalon_canvas_set_views (JalonCanvas *self, GVariant *views)
{
  GVariantIter iter;
  const char *id;
  View view = { 0 };

  g_return_if_fail (JALON_IS_CANVAS (self));
  g_return_if_fail (g_variant_is_of_type (views, G_VARIANT_TYPE ("a{s(ddd)}")));

  g_variant_iter_init (&iter, views);
  while (g_variant_iter_next (&iter, "{&s(ddd)}", &id, &view.zoom, &view.scroll.x, &view.scroll.y))
    if (is_sensible (&view))
      g_hash_table_replace (self->views, g_strdup (id), g_memdup2 (&view, sizeof view));
}

/* Goes where the map was left, or asks for a fit if it is new. */
void
jalon_canvas_view_recall (JalonCanvas *self)
{
  const char *id = self->base.map != NULL ? jalon_element_get_id (self->base.map) : NULL;
  const View *view = id != NULL ? g_hash_table_lookup (self->views, id) : NULL;

  if (view != NULL && self->zoom != view->zoom)
    {
      self->zoom = view->zoom;
      jalon_canvas_notify_zoom (self);
    }
  if (id != NULL)
    set_scroll (self, view != NULL ? view->scroll.x : 0, view != NULL ? view->scroll.y : 0);
  self->fit = view != NULL ? view->fit : JALON_FIT_NEW;
  self->fitted = view != NULL ? view->fitted : (JalonSize){ 0, 0 };
}

/* Where the top left of the sheet is, in the widget. A narrow sheet stands in the middle. */
void
jalon_canvas_get_origin (JalonCanvas *self, JalonPoint *origin)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  JalonPoint sheet;

  get_extent (self, &sheet);
  origin->x = sheet.x < width ? floor ((width - sheet.x) / 2) : -round (get_scroll (self, 0));
  origin->y = -round (get_scroll (self, VERTICAL));
}

static double
get_shift (double origin, double start, double length, double page)
{
  if (length <= 0 || length > page * MOST_FROZEN)
    return 0;
  return MAX (0, -(origin + start));
}

/* How far the headers have been moved from their place on the sheet to stay in view. */
void
jalon_canvas_get_frozen (JalonCanvas *self, JalonPoint *shift)
{
  JalonRect top, side;
  JalonPoint origin;

  jalon_scene_get_headers (jalon_canvas_get_scene (self), &top, &side);
  jalon_canvas_get_origin (self, &origin);
  shift->x = round (get_shift (origin.x, side.x * self->zoom, side.width * self->zoom,
                               gtk_widget_get_width (GTK_WIDGET (self))));
  shift->y = round (get_shift (origin.y, top.y * self->zoom, top.height * self->zoom,
                               gtk_widget_get_height (GTK_WIDGET (self))));
}

/* Which headers an item moves with, now that they have been moved. What is in both is their
 * corner. */
JalonZone
jalon_canvas_get_zone (JalonCanvas *self, const JalonItem *item, const JalonPoint *shift)
{
  JalonRect top, side;
  JalonZone zone = JALON_ZONE_BODY;

  if (item->layer == JALON_LAYER_BODY)
    return zone;
  jalon_scene_get_headers (jalon_canvas_get_scene (self), &top, &side);
  if (shift->y > 0 &&
      (item->layer == JALON_LAYER_TOP ||
       (item->y >= top.y && item->y + jalon_node_get_height (item->node) <= top.y + top.height)))
    zone |= JALON_ZONE_TOP;
  if (shift->x > 0 &&
      (item->layer == JALON_LAYER_SIDE ||
       (item->x >= side.x && item->x + jalon_node_get_width (item->node) <= side.x + side.width)))
    zone |= JALON_ZONE_SIDE;
  return zone;
}

/* Where an item is, in the widget. */
void
jalon_canvas_locate (JalonCanvas *self, int item, JalonRect *rect)
{
  const JalonItem *it = jalon_canvas_get_item (self, item);
  JalonPoint origin;
  JalonPoint shift = { 0, 0 };
  JalonZone zone;

  jalon_canvas_get_origin (self, &origin);
  if (it->layer != JALON_LAYER_BODY)
    jalon_canvas_get_frozen (self, &shift);
  zone = jalon_canvas_get_zone (self, it, &shift);
  rect->x = origin.x + it->x * self->zoom + ((zone & JALON_ZONE_SIDE) != 0 ? shift.x : 0);
  rect->y = origin.y + it->y * self->zoom + ((zone & JALON_ZONE_TOP) != 0 ? shift.y : 0);
  rect->width = jalon_node_get_width (it->node) * self->zoom;
  rect->height = jalon_node_get_height (it->node) * self->zoom;
}

/* The part of the widget that the headers leave to the body. */
void
jalon_canvas_get_body (JalonCanvas *self, JalonRect *body)
{
  JalonRect top, side;
  JalonPoint origin, shift;

  *body = (JalonRect){ 0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                       gtk_widget_get_height (GTK_WIDGET (self)) };
  jalon_scene_get_headers (jalon_canvas_get_scene (self), &top, &side);
  jalon_canvas_get_origin (self, &origin);
  jalon_canvas_get_frozen (self, &shift);
  if (shift.x > 0)
    body->x = origin.x + shift.x + (side.x + side.width) * self->zoom;
  if (shift.y > 0)
    body->y = origin.y + shift.y + (top.y + top.height) * self->zoom;
  body->width -= body->x;
  body->height -= body->y;
}

/* The part of the widget in which an item is seen: not below headers that it does not move with. */
void
jalon_canvas_get_seen_part (JalonCanvas *self, const JalonItem *item, JalonRect *part)
{
  JalonPoint shift;
  JalonZone zone;

  jalon_canvas_get_frozen (self, &shift);
  zone = jalon_canvas_get_zone (self, item, &shift);
  jalon_canvas_get_body (self, part);
  if ((zone & JALON_ZONE_SIDE) != 0)
    *part = (JalonRect){ 0, part->y, part->x + part->width, part->height };
  if ((zone & JALON_ZONE_TOP) != 0)
    *part = (JalonRect){ part->x, 0, part->width, part->y + part->height };
}

/* The place on the sheet that is seen at a place in the widget. */
void
jalon_canvas_to_sheet (JalonCanvas *self, double x, double y, JalonPoint *point)
{
  JalonPoint origin, shift;
  JalonRect body;

  jalon_canvas_get_origin (self, &origin);
  jalon_canvas_get_frozen (self, &shift);
  jalon_canvas_get_body (self, &body);
  point->x = (x - origin.x - (x < body.x ? shift.x : 0)) / self->zoom;
  point->y = (y - origin.y - (y < body.y ? shift.y : 0)) / self->zoom;
}

/* The item at a place in the widget, or −1. */
int
jalon_canvas_pick (JalonCanvas *self, double x, double y)
{
  JalonScene *scene = jalon_canvas_get_scene (self);
  JalonPoint point;

  if (scene == NULL)
    return -1;
  jalon_canvas_to_sheet (self, x, y, &point);
  return jalon_scene_pick (scene, point.x, point.y);
}

/* The item with a slot at a place in the widget, or −1. */
int
jalon_canvas_pick_slot (JalonCanvas *self, double x, double y)
{
  JalonScene *scene = jalon_canvas_get_scene (self);
  JalonPoint point;

  if (scene == NULL)
    return -1;
  jalon_canvas_to_sheet (self, x, y, &point);
  return jalon_scene_pick_slot (scene, point.x, point.y);
}

/* Zooms so that what is at @x, @y in the widget stays there. */
void
jalon_canvas_zoom_at (JalonCanvas *self, double zoom, double x, double y)
{
  JalonPoint origin, point;

  zoom = CLAMP (zoom, JALON_ZOOM_MIN, JALON_ZOOM_MAX);
  self->fit = JALON_FIT_NONE;
  if (self->zoom == zoom)
    return;
  jalon_canvas_get_origin (self, &origin);
  point = (JalonPoint){ (x - origin.x) / self->zoom, (y - origin.y) / self->zoom };
  self->zoom = zoom;
  set_scroll (self, point.x * zoom - x, point.y * zoom - y);
  jalon_canvas_paint_zooming (self);
  jalon_canvas_adder_hide (self);
  jalon_canvas_queue_proxies (self);
  jalon_canvas_queue_sizes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  jalon_canvas_notify_zoom (self);
}

void
jalon_canvas_scroll_by (JalonCanvas *self, double dx, double dy)
{
  set_scroll (self, get_scroll (self, HORIZONTAL) + dx, get_scroll (self, VERTICAL) + dy);
}

/* How far to scroll so that from @start to @start + @length lies within the page; not at all if it
 * is seen, or fills the page. */
static double
get_way (double start, double length, double page_start, double page_length)
{
  double end = start + length;
  double page_end = page_start + page_length;
  double clearance = MIN (CLEARANCE, MAX (0, page_length - length) / 2);

  if ((start >= page_start && end <= page_end) || (start <= page_start && end >= page_end))
    return 0;
  /* What is larger than the page is seen well enough from its beginning. */
  if (length > page_length && start >= page_start && start < page_start + page_length / 2)
    return 0;
  if (start < page_start || length > page_length)
    return start - page_start - clearance;
  return end + clearance - page_end;
}

/**
 * jalon_canvas_set_covered:
 * @self: a canvas
 * @covered: a part of the widget at its lower edge; empty for none
 *
 * Sets what lies over the canvas: people can scroll everything out from below it, and what they go
 * to is not there.
 */
void
jalon_canvas_set_covered (JalonCanvas *self, const JalonRect *covered)
{
  if (memcmp (&self->covered, covered, sizeof *covered) == 0)
    return;
  self->covered = *covered;
  jalon_canvas_queue_sizes (self);
}

/* Leaves out of the page what is covered where an item would come to be. */
static void
leave_out_covered (JalonCanvas *self, const JalonRect *rect, double dx, JalonRect *body)
{
  double x = rect->x - dx;

  body->height -= JALON_CANVAS_FOOT;
  if (self->covered.height > 0 && x + rect->width > self->covered.x &&
      x < self->covered.x + self->covered.width)
    body->height = MIN (body->height, self->covered.y - body->y);
}

/* Scrolls as little as is needed to see all of an item. */
void
jalon_canvas_scroll_to (JalonCanvas *self, int item)
{
  const JalonItem *it = jalon_canvas_get_item (self, item);
  JalonPoint shift;
  JalonRect rect, body;
  JalonZone zone;
  double dx = 0, dy = 0;

  if (it == NULL || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;
  refit (self);
  jalon_canvas_locate (self, item, &rect);
  jalon_canvas_get_body (self, &body);
  jalon_canvas_get_frozen (self, &shift);
  zone = jalon_canvas_get_zone (self, it, &shift);
  if ((zone & JALON_ZONE_SIDE) == 0)
    dx = get_way (rect.x, rect.width, body.x, body.width);
  leave_out_covered (self, &rect, dx, &body);
  if ((zone & JALON_ZONE_TOP) == 0)
    dy = get_way (rect.y, rect.height, body.y, body.height);
  jalon_canvas_scroll_by (self, dx, dy);
}
