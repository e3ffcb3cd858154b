/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Zooms by steps, to all of the map, and to what is selected with all that belongs to it. */

#include "widgets/jalon-canvas-private.h"

/* A map is opened as large as its width fits, but not smaller than people can read. */
#define READABLE 0.6
/* Unless that little less shows all of it. */
#define WHOLE 0.5

/* A lone card need not fill the window. */
#define LARGEST 1.5

/* Around what is zoomed to, in application pixels; more below, where the zoom bar is. */
#define CLEARANCE 32.0

static const double zoom_levels[] = {
  JALON_ZOOM_MIN, 0.03, 0.05, 0.07, 0.1,  0.15, 0.2,  0.25, 0.33, 0.5, 0.67,
  0.75,           0.9,  1,    1.1,  1.25, 1.5,  1.75, 2,    2.5,  3,   JALON_ZOOM_MAX
};

/* Goes to the next of the usual zoom levels: 1 for larger, −1 for smaller. */
void
jalon_canvas_zoom_step (JalonCanvas *self, int step)
{
  const int n_levels = G_N_ELEMENTS (zoom_levels);
  int i = step > 0 ? 0 : n_levels - 1;

  while (i > 0 && step < 0 && zoom_levels[i] >= self->zoom - 0.001)
    i--;
  while (i < n_levels - 1 && step > 0 && zoom_levels[i] <= self->zoom + 0.001)
    i++;
  jalon_canvas_set_zoom (self, zoom_levels[i]);
}

static JalonSize
get_size (JalonCanvas *self)
{
  return (JalonSize){ gtk_widget_get_width (GTK_WIDGET (self)),
                      gtk_widget_get_height (GTK_WIDGET (self)) };
}

/* The zoom at which a map is fitted to the widget, by its width or whole. */
static double
find_fit (JalonCanvas *self, JalonFit fit)
{
  JalonScene *scene = jalon_canvas_get_scene (self);
  JalonSize size = get_size (self);
  double across = size.width / jalon_scene_get_width (scene);
  double down = size.height / jalon_scene_get_height (scene);

  if (fit == JALON_FIT_ALL)
    return CLAMP (MIN (across, down), JALON_ZOOM_MIN, LARGEST);
  return across < WHOLE ? READABLE : MIN (across, 1);
}

/* Shows all of the map. */
void
jalon_canvas_zoom_to_fit (JalonCanvas *self)
{
  if (jalon_canvas_get_scene (self) == NULL)
    return;
  jalon_canvas_set_zoom (self, find_fit (self, JALON_FIT_ALL));
  jalon_canvas_scroll_by (self, -G_MAXINT, -G_MAXINT);
  self->fit = JALON_FIT_ALL;
  self->fitted = get_size (self);
}

/**
 * jalon_canvas_refit:
 * @self: a canvas
 *
 * Fits the map anew if the widget has got another size, as when a pane opens beside it, unless
 * people have zoomed themselves. The window may also be small before it is maximised.
 *
 * Returns: %TRUE if the zoom is another
 */
gboolean
jalon_canvas_refit (JalonCanvas *self)
{
  JalonSize size = get_size (self);
  double zoom;

  if (self->fit == JALON_FIT_NONE || jalon_canvas_get_scene (self) == NULL ||
      (size.width == self->fitted.width &&
       (self->fit == JALON_FIT_NEW || size.height == self->fitted.height)))
    return FALSE;
  self->fitted = size;
  zoom = find_fit (self, self->fit);
  if (zoom == self->zoom)
    return FALSE;
  self->zoom = zoom;
  self->owes_zoom = TRUE;
  jalon_canvas_adder_hide (self);
  jalon_canvas_queue_update (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

/* Whether an element or what it lies in is selected. */
static gboolean
is_in_selected (JalonDocument *document, JalonElement *element)
{
  for (; element != NULL; element = jalon_element_get_parent (element))
    if (jalon_document_is_selected (document, jalon_element_get_id (element)))
      return TRUE;
  return FALSE;
}

/* Whether an item shows what is selected, something in it, or a place for that: the steps of a
 * stage, the cells of a lane. */
static gboolean
belongs (JalonDocument *document, const JalonItem *item)
{
  const JalonSlot *slot = jalon_node_get_slot (item->node);
  const char *id = slot != NULL ? slot->parent : jalon_node_get_element (item->node);

  if (slot != NULL && slot->value != NULL && jalon_document_is_selected (document, slot->value))
    return TRUE;
  return id != NULL && is_in_selected (document, jalon_document_lookup (document, id));
}

static void
unite (JalonRect *all, const JalonItem *item)
{
  double right = item->x + jalon_node_get_width (item->node);
  double bottom = item->y + jalon_node_get_height (item->node);

  if (all->width > 0)
    {
      right = MAX (right, all->x + all->width);
      bottom = MAX (bottom, all->y + all->height);
      all->x = MIN (all->x, item->x);
      all->y = MIN (all->y, item->y);
    }
  else
    all->x = item->x, all->y = item->y;
  all->width = right - all->x;
  all->height = bottom - all->y;
}

/* What is selected, or what the keys are on, on the sheet; %FALSE if that is nothing. */
static gboolean
get_selected (JalonCanvas *self, JalonRect *selected)
{
  const JalonItem *cursor = jalon_canvas_get_item (self, self->cursor);
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (jalon_canvas_get_scene (self), &n_items);

  *selected = (JalonRect){ 0 };
  for (guint i = 0; i < n_items; i++)
    if (belongs (self->base.document, &items[i]))
      unite (selected, &items[i]);
  if (selected->width <= 0 && cursor != NULL)
    unite (selected, cursor);
  return selected->width > 0 && selected->height > 0;
}

/* The zoom at which @length and the header before it fill a page. */
static double
get_zoom (double length, double header, double page, double margins)
{
  return MAX (page - margins, 1) / (length + header);
}

/* How far to scroll so that @start to @start + @length come to lie in the middle of what a page
 * has left beside its header. */
static double
get_way (double start, double length, double header, double page)
{
  return start - (header + (page - header - length) / 2);
}

/**
 * jalon_canvas_zoom_to_selection:
 * @self: a canvas
 *
 * Shows all that is selected as large as it fits, though not larger than need be.
 *
 * Returns: %FALSE if nothing is selected
 */
gboolean
jalon_canvas_zoom_to_selection (JalonCanvas *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  JalonRect selected, top, side;
  JalonPoint origin;
  double zoom;

  if (jalon_canvas_get_scene (self) == NULL || width <= 0 || !get_selected (self, &selected))
    return FALSE;
  jalon_scene_get_headers (jalon_canvas_get_scene (self), &top, &side);
  zoom = MIN (get_zoom (selected.width, side.width, width, 2 * CLEARANCE),
              get_zoom (selected.height, top.height, height, 2 * CLEARANCE + JALON_CANVAS_FOOT));
  zoom = CLAMP (zoom, JALON_ZOOM_MIN, LARGEST);
  jalon_canvas_set_zoom (self, zoom);
  jalon_canvas_get_origin (self, &origin);
  jalon_canvas_scroll_by (self,
                          get_way (origin.x + selected.x * zoom, selected.width * zoom,
                                   side.width * zoom, width),
                          get_way (origin.y + selected.y * zoom, selected.height * zoom,
                                   top.height * zoom, height - JALON_CANVAS_FOOT));
  return TRUE;
}
