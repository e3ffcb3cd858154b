/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is seen of the map: every visible item as a render node that is kept while it stays the
 * same. Headers that have been scrolled away from their place lie over the body, on paper. */

#include "widgets/jalon-canvas-private.h"

/* Shadow of the headers over the body, in application pixels. */
#define SHADOW 6.0

/* Marks and lines may reach so far beyond their item, in application pixels. */
#define MARK 8.0

static GdkRGBA
to_rgba (JalonColour colour)
{
  return (GdkRGBA){ colour.red, colour.green, colour.blue, colour.alpha };
}

static gboolean
overlaps (const JalonRect *a, const JalonRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

/* The items of @zone that are in view or leave their mark there, as indices: all that a frame has
 * to look at again. Most are told from the rest by their place alone. */
static GArray *
find_seen (JalonCanvas *self, JalonZone zone)
{
  GArray *seen = g_array_new (FALSE, FALSE, sizeof (guint));
  JalonRect window = { -MARK, -MARK, gtk_widget_get_width (GTK_WIDGET (self)) + 2 * MARK,
                       gtk_widget_get_height (GTK_WIDGET (self)) + 2 * MARK };
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (self->scene, &n_items);
  JalonPoint origin, shift;

  jalon_canvas_get_origin (self, &origin);
  jalon_canvas_get_frozen (self, &shift);
  origin.x += (zone & JALON_ZONE_SIDE) != 0 ? shift.x : 0;
  origin.y += (zone & JALON_ZONE_TOP) != 0 ? shift.y : 0;
  window = (JalonRect){ (window.x - origin.x) / self->zoom, (window.y - origin.y) / self->zoom,
                        window.width / self->zoom, window.height / self->zoom };
  for (guint i = 0; i < n_items; i++)
    {
      const JalonItem *item = &items[i];
      const JalonRect rect = { item->x, item->y, item->width, item->height };

      if (overlaps (&rect, &window) && jalon_canvas_get_zone (self, item, &shift) == zone)
        g_array_append_val (seen, i);
    }
  return seen;
}

static void
paint_items (JalonCanvas *self, GtkSnapshot *snapshot, const GArray *seen)
{
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (self->scene, &n_items);

  for (guint i = 0; i < seen->len; i++)
    {
      guint item = g_array_index (seen, guint, i);
      GskRenderNode *node = jalon_render_cache_get (self->cache, items[item].node);
      JalonRect rect;

      if (node != NULL)
        {
          jalon_canvas_locate (self, item, &rect);
          gtk_snapshot_save (snapshot);
          gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (rect.x, rect.y));
          gtk_snapshot_append_node (snapshot, node);
          gtk_snapshot_restore (snapshot);
        }
      if (jalon_node_get_role (items[item].node) == JALON_ROLE_SLOT)
        jalon_canvas_paint_slot_mark (self, snapshot, item);
    }
}

/* What moves together as @zone says, and its marks. */
static void
paint_zone (JalonCanvas *self, GtkSnapshot *snapshot, JalonZone zone)
{
  g_autoptr (GArray) seen = find_seen (self, zone);

  paint_items (self, snapshot, seen);
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

/* Paper over @rect, and what lies on it. */
static void
paint_header (JalonCanvas *self, GtkSnapshot *snapshot, const graphene_rect_t *rect, JalonZone zone)
{
  const GdkRGBA paper = to_rgba (jalon_theme_get (self->theme)->paper);

  gtk_snapshot_push_clip (snapshot, rect);
  gtk_snapshot_append_color (snapshot, &paper, rect);
  paint_zone (self, snapshot, zone);
  gtk_snapshot_pop (snapshot);
}

static void
paint_headers (JalonCanvas *self, GtkSnapshot *snapshot)
{
  float width = gtk_widget_get_width (GTK_WIDGET (self));
  float height = gtk_widget_get_height (GTK_WIDGET (self));
  JalonPoint shift;
  JalonRect body;

  jalon_canvas_get_frozen (self, &shift);
  jalon_canvas_get_body (self, &body);
  if (shift.y > 0)
    {
      paint_header (self, snapshot, &GRAPHENE_RECT_INIT (0, 0, width, body.y), JALON_ZONE_TOP);
      paint_shadow (self, snapshot, &GRAPHENE_RECT_INIT (0, body.y, width, SHADOW), TRUE);
    }
  if (shift.x > 0)
    {
      paint_header (self, snapshot, &GRAPHENE_RECT_INIT (0, 0, body.x, height), JALON_ZONE_SIDE);
      paint_shadow (self, snapshot, &GRAPHENE_RECT_INIT (body.x, 0, SHADOW, height), FALSE);
    }
  if (shift.x > 0 && shift.y > 0)
    paint_header (self, snapshot, &GRAPHENE_RECT_INIT (0, 0, body.x, body.y), JALON_ZONE_CORNER);
}

void
jalon_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JalonCanvas *self = JALON_CANVAS (widget);
  const GdkRGBA paper = to_rgba (jalon_theme_get (self->theme)->paper);

  gtk_snapshot_append_color (snapshot, &paper,
                             &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                  gtk_widget_get_height (widget)));
  if (jalon_canvas_get_scene (self) == NULL)
    return;

  jalon_render_cache_begin (self->cache, self->zoom);
  paint_zone (self, snapshot, JALON_ZONE_BODY);
  paint_headers (self, snapshot);
  jalon_canvas_adder_paint (self, snapshot);
  jalon_canvas_paint_drag (self, snapshot);
  jalon_canvas_paint_picture_target (self, snapshot);
  jalon_render_cache_end (self->cache);

  if (self->editor != NULL)
    gtk_widget_snapshot_child (widget, GTK_WIDGET (self->editor), snapshot);
}
