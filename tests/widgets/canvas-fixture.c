/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas-fixture.h"

#include "widgets/jalon-commands.h"

void
canvas_fixture_init (CanvasFixture *self, const char *map)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->document = fixture_new ();
  self->canvas = JALON_CANVAS (jalon_canvas_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->canvas));
  self->window = fixture_show (scroller, 1000, 700);
  jalon_map_view_set_document (JALON_MAP_VIEW (self->canvas), self->document);
  jalon_map_view_set_map (JALON_MAP_VIEW (self->canvas), fixture_get (self->document, map));
  fixture_settle ();
  jalon_canvas_set_zoom (self->canvas, 1);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  fixture_settle ();
}

/* Closes the window; nothing may still hold the canvas. */
void
canvas_fixture_clear (CanvasFixture *self)
{
  fixture_finalise (self->window, self->canvas);
  g_assert_finalize_object (self->document);
}

/* The item that stands for an element. */
int
canvas_fixture_find (CanvasFixture *self, const char *id)
{
  int item = jalon_canvas_find_element (self->canvas, id);

  g_assert_cmpint (item, >=, 0);
  return item;
}

/* The item with the slot of @parent that takes @value. */
int
canvas_fixture_find_slot (CanvasFixture *self, const char *parent, const char *value)
{
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (jalon_canvas_get_scene (self->canvas), &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      const JalonSlot *slot = jalon_node_get_slot (items[i].node);

      if (slot != NULL && strcmp (slot->parent, parent) == 0 && g_strcmp0 (slot->value, value) == 0)
        return (int) i;
    }
  g_assert_not_reached ();
}

/* The middle of an item in the canvas. */
JalonPoint
canvas_fixture_locate (CanvasFixture *self, int item)
{
  JalonRect rect;

  jalon_canvas_locate (self->canvas, item, &rect);
  return (JalonPoint){ rect.x + rect.width / 2, rect.y + rect.height / 2 };
}

void
canvas_fixture_click (CanvasFixture *self, int item, int n_press)
{
  GtkWidget *widget = GTK_WIDGET (self->canvas);
  gpointer click = fixture_find_controller (widget, GTK_TYPE_GESTURE_CLICK, GDK_BUTTON_PRIMARY);
  JalonPoint point = canvas_fixture_locate (self, item);

  for (int i = 1; i <= n_press; i++)
    {
      g_signal_emit_by_name (click, "pressed", i, point.x, point.y);
      g_signal_emit_by_name (click, "released", i, point.x, point.y);
    }
}

void
canvas_fixture_point (CanvasFixture *self, double x, double y)
{
  GtkWidget *widget = GTK_WIDGET (self->canvas);
  gpointer motion = fixture_find_controller (widget, GTK_TYPE_EVENT_CONTROLLER_MOTION, 0);

  g_signal_emit_by_name (motion, "motion", x, y);
}

/* Goes to the sign that is shown, and clicks. */
void
canvas_fixture_click_sign (CanvasFixture *self)
{
  GtkWidget *widget = GTK_WIDGET (self->canvas);
  gpointer click = fixture_find_controller (widget, GTK_TYPE_GESTURE_CLICK, GDK_BUTTON_PRIMARY);
  const JalonPoint at = self->canvas->adder.at;

  g_assert_nonnull (self->canvas->adder.node);
  canvas_fixture_point (self, at.x, at.y);
  g_assert_true (self->canvas->adder.is_hot);
  g_signal_emit_by_name (click, "pressed", 1, at.x, at.y);
  g_signal_emit_by_name (click, "released", 1, at.x, at.y);
  fixture_settle ();
}

/* The pointer comes to a part of an item, 0 to 1 from its top left. */
void
canvas_fixture_point_into (CanvasFixture *self, int item, double across, double down)
{
  JalonRect rect;

  jalon_canvas_locate (self->canvas, item, &rect);
  canvas_fixture_point (self, rect.x + across * rect.width, rect.y + down * rect.height);
}

/* Presses the button, goes there in steps, and lets go. */
void
canvas_fixture_drag (CanvasFixture *self, JalonPoint from, JalonPoint to)
{
  GtkWidget *widget = GTK_WIDGET (self->canvas);
  gpointer drag = fixture_find_controller (widget, GTK_TYPE_GESTURE_DRAG, GDK_BUTTON_PRIMARY);
  double dx = to.x - from.x, dy = to.y - from.y;

  g_signal_emit_by_name (drag, "drag-begin", from.x, from.y);
  for (int i = 1; i <= 4; i++)
    g_signal_emit_by_name (drag, "drag-update", dx * i / 4, dy * i / 4);
  g_signal_emit_by_name (drag, "drag-end", dx, dy);
  fixture_settle ();
}

/* Letters that arrive at the text in place. */
void
canvas_fixture_type (CanvasFixture *self, const char *text)
{
  GtkTextBuffer *buffer;

  g_assert_nonnull (self->canvas->editor);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->canvas->editor));
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
}

/* @ids are separated by blanks. */
void
canvas_fixture_check_selection (CanvasFixture *self, const char *ids)
{
  g_autofree char *present = g_strjoinv (" ",
                                         (char **) jalon_document_get_selection (self->document));

  g_assert_cmpstr (present, ==, ids);
}

/* The one that is selected. */
JalonElement *
canvas_fixture_get_selected (CanvasFixture *self)
{
  g_autoptr (GPtrArray) selected = jalon_commands_get_selected (self->document);

  g_assert_cmpuint (selected->len, ==, 1);
  return g_ptr_array_index (selected, 0);
}
