/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drawing a relation from one card to another: by dragging the handle beside the card that is
 * selected, or with the keys from one card to the next. */

#include "widgets/jalon-canvas-private.h"

#include <math.h>

#include "widgets/jalon-commands.h"

/* In application pixels */
#define HANDLE 9.0
#define GAP 7.0
#define LINE 2.0

static gboolean
can_link (JalonCanvas *self, int item)
{
  const JalonItem *it = jalon_canvas_get_item (self, item);
  JalonElement *element = jalon_canvas_get_element (self, item);

  return self->base.is_editable && element != NULL && it->slot >= 0 &&
         jalon_commands_get_link_kind (element) != JALON_KIND_UNKNOWN;
}

/* What the keys are on may be selected no more, when something else has been elsewhere. */
static gboolean
has_handle (JalonCanvas *self)
{
  return can_link (self, self->cursor) && jalon_canvas_is_selected (self, self->cursor);
}

static JalonPoint
get_handle (JalonCanvas *self, int item)
{
  JalonRect rect;

  jalon_canvas_locate (self, item, &rect);
  return (JalonPoint){ rect.x + rect.width + GAP + HANDLE, rect.y + rect.height / 2 };
}

static JalonPoint
get_middle (JalonCanvas *self, int item)
{
  JalonRect rect;

  jalon_canvas_locate (self, item, &rect);
  return (JalonPoint){ rect.x + rect.width / 2, rect.y + rect.height / 2 };
}

/* The card whose handle is at a place in the widget, or −1. */
int
jalon_canvas_link_find (JalonCanvas *self, double x, double y)
{
  JalonPoint handle;

  if (!has_handle (self))
    return -1;
  handle = get_handle (self, self->cursor);
  return hypot (x - handle.x, y - handle.y) <= HANDLE + 2 ? self->cursor : -1;
}

/* The other end, if it can be one. */
static int
find_target (JalonCanvas *self, int item, const char *from)
{
  JalonElement *element = jalon_canvas_get_element (self, item);
  JalonElement *other = jalon_document_lookup (self->base.document, from);

  if (element == NULL || other == NULL || element == other || !can_link (self, item) ||
      jalon_element_get_kind (element) != jalon_element_get_kind (other) ||
      jalon_element_get_parent (element) != jalon_element_get_parent (other))
    return -1;
  return item;
}

void
jalon_canvas_link_follow (JalonCanvas *self)
{
  const JalonItem *from = jalon_canvas_get_item (self, self->cursor);
  int item = jalon_canvas_pick (self, self->pointer.x, self->pointer.y);

  self->drop.target = from != NULL ? find_target (self, item, jalon_node_get_element (from->node))
                                   : -1;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "crosshair");
}

/* Adds the relation and opens its label. */
static void
link_to (JalonCanvas *self, JalonElement *from, JalonElement *to)
{
  JalonElement *link = jalon_commands_link (self->base.document, from, to);

  if (link == NULL)
    return;
  jalon_canvas_reveal (self, jalon_element_get_id (link));
  jalon_canvas_edit (self, self->cursor, FALSE);
}

void
jalon_canvas_link_drop (JalonCanvas *self)
{
  JalonElement *from = jalon_canvas_get_element (self, self->cursor);
  JalonElement *to = jalon_canvas_get_element (self, self->drop.target);

  if (from != NULL && to != NULL)
    link_to (self, from, to);
}

static void
paint_line (JalonCanvas *self, GtkSnapshot *snapshot, const JalonPoint *from, const JalonPoint *to)
{
  JalonColour accent = jalon_theme_get (self->theme)->accent;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_set_source_rgb (cr, accent.red, accent.green, accent.blue);
  cairo_set_line_width (cr, LINE);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, from->x, from->y);
  cairo_line_to (cr, to->x, to->y);
  cairo_stroke (cr);
  cairo_arc (cr, to->x, to->y, 2 * LINE, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_destroy (cr);
}

void
jalon_canvas_link_paint (JalonCanvas *self, GtkSnapshot *snapshot)
{
  JalonPoint from = get_handle (self, self->cursor);
  JalonRect target;

  if (self->drop.target >= 0)
    {
      jalon_canvas_locate (self, self->drop.target, &target);
      jalon_canvas_paint_frame (self, snapshot, &target);
    }
  paint_line (self, snapshot, &from, &self->pointer);
}

/* An arrow in a circle beside the card. */
static void
paint_handle (JalonCanvas *self, GtkSnapshot *snapshot)
{
  const JalonTheme *theme = jalon_theme_get (self->theme);
  JalonPoint at = get_handle (self, self->cursor);
  cairo_t *cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (at.x - HANDLE - 1, at.y - HANDLE - 1,
                                                              2 * HANDLE + 2, 2 * HANDLE + 2));

  cairo_set_source_rgb (cr, theme->accent.red, theme->accent.green, theme->accent.blue);
  cairo_arc (cr, at.x, at.y, HANDLE, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, theme->paper.red, theme->paper.green, theme->paper.blue);
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, at.x - 4, at.y);
  cairo_line_to (cr, at.x + 4, at.y);
  cairo_move_to (cr, at.x + 1, at.y - 3);
  cairo_line_to (cr, at.x + 4, at.y);
  cairo_line_to (cr, at.x + 1, at.y + 3);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* While nothing is dragged: the handle, or the line that the keys are drawing. */
void
jalon_canvas_link_paint_handle (JalonCanvas *self, GtkSnapshot *snapshot)
{
  int waiting = self->link_from != NULL ? jalon_canvas_find_element (self, self->link_from) : -1;

  if (waiting >= 0 && self->cursor >= 0)
    {
      JalonPoint from = get_middle (self, waiting);
      JalonPoint to = get_middle (self, self->cursor);

      paint_line (self, snapshot, &from, &to);
    }
  else if (self->editor == NULL && has_handle (self))
    paint_handle (self, snapshot);
}

/* The card that the keys are on waits for the other end. */
gboolean
jalon_canvas_link_begin (JalonCanvas *self)
{
  if (!can_link (self, self->cursor))
    return FALSE;
  g_free (self->link_from);
  self->link_from = g_strdup (jalon_element_get_id (jalon_canvas_get_element (self, self->cursor)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

/* The card that the keys are on is the other end. Returns FALSE if none is waited for. */
gboolean
jalon_canvas_link_end (JalonCanvas *self)
{
  g_autofree char *from = g_steal_pointer (&self->link_from);

  if (from == NULL)
    return FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (find_target (self, self->cursor, from) >= 0)
    link_to (self, jalon_document_lookup (self->base.document, from),
             jalon_canvas_get_element (self, self->cursor));
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
  return TRUE;
}

/* Returns FALSE if no link was begun. */
gboolean
jalon_canvas_link_cancel (JalonCanvas *self)
{
  if (self->link_from == NULL)
    return FALSE;
  g_clear_pointer (&self->link_from, g_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}
