/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys that do more than an action: arrows go where the map is, and letters begin to write. */

#include "widgets/jalon-canvas-private.h"

#include "widgets/jalon-commands.h"
#include "widgets/jalon-navigator.h"

static gboolean
to_direction (guint keyval, GtkDirectionType *direction)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      *direction = GTK_DIR_LEFT;
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      *direction = GTK_DIR_RIGHT;
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      *direction = GTK_DIR_UP;
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      *direction = GTK_DIR_DOWN;
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
go (JalonCanvas *self, int item, gboolean extend)
{
  if (item < 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return TRUE;
    }
  jalon_canvas_go_to (self, item, extend);
  return TRUE;
}

/* Shift and a digit zooms rather than writes "!" on a card. */
static gboolean
is_zoom (guint keyval, GdkModifierType state)
{
  return (state & GDK_SHIFT_MASK) != 0 && (keyval == GDK_KEY_exclam || keyval == GDK_KEY_at);
}

/* A number in a slot for scores gives one. */
static gboolean
score (JalonCanvas *self, guint keyval)
{
  const JalonSlot *slot = jalon_canvas_get_slot (self, self->cursor);
  g_autoptr (GPtrArray) parts = jalon_canvas_get_parts (self);
  JalonElement *scored;
  int digit = -1;

  if (keyval >= GDK_KEY_1 && keyval <= GDK_KEY_5)
    digit = keyval - GDK_KEY_0;
  else if (keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_5)
    digit = keyval - GDK_KEY_KP_0;
  if (digit < 0 || slot == NULL || !self->base.is_editable)
    return FALSE;

  scored = jalon_commands_score (self->base.document, slot, parts, digit);
  if (scored == NULL)
    return FALSE;
  if (!g_ptr_array_find (parts, scored, NULL))
    jalon_canvas_reveal (self, jalon_element_get_id (scored));
  return TRUE;
}

/* A letter begins to write: over what is there, as in a spreadsheet, or on a new card. The key goes
 * to the text view, so that input methods see it. Where nothing is selected it writes on nothing: a
 * word typed by a slip must not become the title. */
static gboolean
type (JalonCanvas *self, GtkEventControllerKey *controller, guint keyval)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  gboolean is_dead = keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_greek;
  const JalonItem *item;

  if (!is_dead && (letter == 0 || !g_unichar_isgraph (letter)))
    return FALSE;
  if (self->cursor < 0 && !jalon_canvas_begin (self))
    return go (self, -1, FALSE);
  item = jalon_canvas_get_item (self, self->cursor);
  if (jalon_node_get_role (item->node) == JALON_ROLE_SLOT
        ? !jalon_canvas_add (self, self->cursor, NULL, NULL)
        : !jalon_canvas_edit (self, self->cursor, TRUE))
    return FALSE;
  /* What is chosen opened the menu instead. */
  return self->editor == NULL ||
         gtk_event_controller_key_forward (controller, GTK_WIDGET (self->editor));
}

static gboolean
key_pressed_cb (JalonCanvas *self,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventControllerKey *controller)
{
  const GdkModifierType held = state &
                               (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK);
  JalonScene *scene = jalon_canvas_get_scene (self);
  GtkDirectionType direction;

  g_assert (JALON_IS_CANVAS (self));

  if (scene == NULL || self->editor != NULL || held != 0)
    return GDK_EVENT_PROPAGATE;
  if (to_direction (keyval, &direction))
    return go (self, jalon_navigator_move (scene, self->cursor, direction),
               (state & GDK_SHIFT_MASK) != 0);

  switch (keyval)
    {
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return go (self, jalon_navigator_get_first (scene), FALSE);

    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return go (self, jalon_navigator_get_last (scene), FALSE);

    case GDK_KEY_Escape:
      if (self->drag != JALON_DRAG_NONE)
        jalon_canvas_drag_cancel (self);
      else if (!jalon_canvas_link_cancel (self))
        jalon_canvas_select_nothing (self);
      return GDK_EVENT_STOP;

    case GDK_KEY_space:
      self->is_space_down = TRUE;
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
      return GDK_EVENT_STOP;

    default:
      return !is_zoom (keyval, state) && (score (self, keyval) || type (self, controller, keyval));
    }
}

static void
key_released_cb (JalonCanvas *self, guint keyval)
{
  g_assert (JALON_IS_CANVAS (self));

  if (keyval != GDK_KEY_space || !self->is_space_down)
    return;
  self->is_space_down = FALSE;
  if (self->drag == JALON_DRAG_NONE)
    gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

/* The marks are paler while the keys go elsewhere. */
static void
focus_cb (JalonCanvas *self)
{
  g_assert (JALON_IS_CANVAS (self));

  key_released_cb (self, GDK_KEY_space);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
jalon_canvas_keys_init (JalonCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (key_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
