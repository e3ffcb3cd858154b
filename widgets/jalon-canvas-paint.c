/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is seen of the map: tiles, and over them marks as nodes of their own. Headers that have been
 * scrolled away from their place lie over the body, on paper. */

#include "widgets/jalon-canvas-private.h"

#include "widgets/jalon-rect.h"

/* Shadow of the headers over the body, in application pixels. */
#define SHADOW 6.0

/* So long after the last zoom people want to read, in ms. */
#define REST 80

/* Marks and lines may reach so far beyond their item, in application pixels. */
#define MARK 8.0

/* Where the sheet begins for what moves as @zone says, in the widget. */
static void
get_zone_origin (JalonCanvas *self, JalonZone zone, JalonPoint *origin)
{
  JalonPoint shift;

  jalon_canvas_get_origin (self, origin);
  jalon_canvas_get_frozen (self, &shift);
  origin->x += (zone & JALON_ZONE_SIDE) != 0 ? shift.x : 0;
  origin->y += (zone & JALON_ZONE_TOP) != 0 ? shift.y : 0;
}

/* The items of @zone that are in @view or leave their mark there, as indices: all that a frame has
 * to look at again. Most are told from the rest by their place alone. */
static GArray *
find_seen (JalonCanvas *self, JalonZone zone, const JalonRect *view)
{
  GArray *seen = g_array_new (FALSE, FALSE, sizeof (guint));
  const double margin = MARK / self->zoom + JALON_OVERHANG;
  JalonScene *scene = jalon_canvas_get_scene (self);
  guint n_items, n_moving;
  const JalonItem *items = jalon_scene_get_items (scene, &n_items);
  const guint *moving = jalon_scene_get_moving (scene, &n_moving);
  const gboolean is_body = zone == JALON_ZONE_BODY;
  JalonRect window = *view;
  JalonPoint shift;

  jalon_tiles_align (self->tiles, (int) zone, &window);
  window = (JalonRect){ window.x / self->zoom - margin, window.y / self->zoom - margin,
                        window.width / self->zoom + 2 * margin,
                        window.height / self->zoom + 2 * margin };
  jalon_canvas_get_frozen (self, &shift);
  for (guint i = 0; i < (is_body ? n_items : n_moving); i++)
    {
      const guint index = is_body ? i : moving[i];
      const JalonItem *item = &items[index];
      const JalonRect rect = { item->x, item->y, item->width, item->height };

      if (jalon_rect_overlaps (&rect, &window) &&
          jalon_canvas_get_zone (self, item, &shift) == zone)
        g_array_append_val (seen, index);
    }
  return seen;
}

static void
paint_item (JalonCanvas *self, GtkSnapshot *snapshot, int item, const JalonRect *rect)
{
  GskRenderNode *node = jalon_render_cache_get (self->cache,
                                                jalon_canvas_get_item (self, item)->node);

  if (node == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (rect->x, rect->y));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

/* The mark of a cell, and again what lies in it: the mark is below. */
static void
paint_marked_slot (JalonCanvas *self, GtkSnapshot *snapshot, const GArray *seen, guint index)
{
  const int slot = (int) g_array_index (seen, guint, index);
  JalonRect cell;

  jalon_canvas_locate (self, slot, &cell);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (cell.x, cell.y, cell.width, cell.height));
  jalon_canvas_paint_slot_mark (self, snapshot, slot);
  for (guint i = index + 1; i < seen->len; i++)
    {
      const int item = (int) g_array_index (seen, guint, i);
      JalonRect rect;

      jalon_canvas_locate (self, item, &rect);
      if (jalon_rect_overlaps (&rect, &cell))
        paint_item (self, snapshot, item, &rect);
    }
  gtk_snapshot_pop (snapshot);
}

/* What moves together as @zone says, and its marks, in a part of the widget. */
static void
paint_zone (JalonCanvas *self, GtkSnapshot *snapshot, JalonZone zone, const JalonRect *view)
{
  g_autoptr (GArray) seen = NULL;
  JalonRect part = *view;
  JalonPoint origin;

  get_zone_origin (self, zone, &origin);
  part.x -= origin.x;
  part.y -= origin.y;
  seen = find_seen (self, zone, &part);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (origin.x, origin.y));
  jalon_tiles_snapshot (self->tiles, snapshot, (int) zone, jalon_canvas_get_scene (self), seen,
                        &part);
  gtk_snapshot_restore (snapshot);
  for (guint i = 0; i < seen->len; i++)
    if (jalon_canvas_has_slot_mark (self, (int) g_array_index (seen, guint, i)))
      paint_marked_slot (self, snapshot, seen, i);
  jalon_canvas_paint_marks (self, snapshot, seen);
}

static void
paint_shadow (JalonCanvas *self, GtkSnapshot *snapshot, const graphene_rect_t *rect, gboolean down)
{
  const GskColorStop stops[] = { { 0, { 0, 0, 0, 0.10 } }, { 1, { 0, 0, 0, 0 } } };
  graphene_point_t start = rect->origin;
  graphene_point_t end = start;

  if (down)
    end.y += SHADOW;
  else
    end.x += SHADOW;
  gtk_snapshot_append_linear_gradient (snapshot, rect, &start, &end, stops, G_N_ELEMENTS (stops));
}

/* What lies over the body in @view. */
static void
paint_header (JalonCanvas *self, GtkSnapshot *snapshot, JalonZone zone, const JalonRect *view)
{
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (view->x, view->y, view->width, view->height));
  paint_zone (self, snapshot, zone, view);
  gtk_snapshot_pop (snapshot);
}

static void
paint_headers (JalonCanvas *self, GtkSnapshot *snapshot, const JalonRect *body, JalonZone moved)
{
  float width = gtk_widget_get_width (GTK_WIDGET (self));
  float height = gtk_widget_get_height (GTK_WIDGET (self));

  if ((moved & JALON_ZONE_TOP) != 0)
    {
      paint_header (self, snapshot, JALON_ZONE_TOP, &(JalonRect){ 0, 0, width, body->y });
      paint_shadow (self, snapshot, &GRAPHENE_RECT_INIT (0, body->y, width, SHADOW), TRUE);
    }
  if ((moved & JALON_ZONE_SIDE) != 0)
    {
      paint_header (self, snapshot, JALON_ZONE_SIDE, &(JalonRect){ 0, 0, body->x, height });
      paint_shadow (self, snapshot, &GRAPHENE_RECT_INIT (body->x, 0, SHADOW, height), FALSE);
    }
  if (moved == JALON_ZONE_CORNER)
    paint_header (self, snapshot, JALON_ZONE_CORNER, &(JalonRect){ 0, 0, body->x, body->y });
}

/* Items of headers that have been moved are on tiles of their own; the body stays as it is. */
static void
regroup (JalonCanvas *self)
{
  JalonScene *scene = jalon_canvas_get_scene (self);
  JalonRect top, side, body;

  jalon_scene_get_headers (scene, &top, &side);
  body.x = side.x + side.width;
  body.y = top.y + top.height;
  body.width = MAX (0, jalon_scene_get_width (scene) - body.x);
  body.height = MAX (0, jalon_scene_get_screen_height (scene) - body.y);
  jalon_tiles_regroup (self->tiles, &body);
}

/* Which headers have been moved. */
static JalonZone
find_moved (JalonCanvas *self)
{
  JalonZone moved = JALON_ZONE_BODY;
  JalonPoint shift;

  jalon_canvas_get_frozen (self, &shift);
  if (shift.y > 0)
    moved |= JALON_ZONE_TOP;
  if (shift.x > 0)
    moved |= JALON_ZONE_SIDE;
  if (moved != self->moved)
    regroup (self);
  self->moved = moved;
  return moved;
}

static gboolean
rested_cb (gpointer data)
{
  JalonCanvas *self = data;

  self->zooming = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* While people zoom, what has been painted is shown larger or smaller; all of it is painted anew as
 * soon as they rest. */
void
jalon_canvas_paint_zooming (JalonCanvas *self)
{
  g_clear_handle_id (&self->zooming, g_source_remove);
  self->zooming = g_timeout_add (REST, rested_cb, self);
}

static void
paint_map (JalonCanvas *self, GtkSnapshot *snapshot)
{
  const JalonColour paper = jalon_theme_get (self->theme)->paper;
  JalonZone moved = find_moved (self);
  JalonRect body;

  jalon_canvas_get_body (self, &body);
  jalon_tiles_begin (self->tiles, self->zoom, gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                     &paper, self->zooming != 0);
  paint_zone (self, snapshot, JALON_ZONE_BODY, &body);
  paint_headers (self, snapshot, &body, moved);
  jalon_tiles_end (self->tiles);
}

static void
paint_nothing (JalonCanvas *self, GtkSnapshot *snapshot)
{
  const JalonColour paper = jalon_theme_get (self->theme)->paper;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ paper.red, paper.green, paper.blue, 1 },
                             &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                  gtk_widget_get_height (widget)));
}

void
jalon_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JalonCanvas *self = JALON_CANVAS (widget);

  if (jalon_canvas_get_scene (self) == NULL)
    {
      paint_nothing (self, snapshot);
      return;
    }
  jalon_render_cache_begin (self->cache, self->zoom);
  paint_map (self, snapshot);
  jalon_canvas_adder_paint (self, snapshot);
  jalon_canvas_paint_drag (self, snapshot);
  jalon_canvas_paint_drop_target (self, snapshot);
  jalon_render_cache_end (self->cache);
  jalon_canvas_edit_paint (self, snapshot);
}
