/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Alt and the arrows: what the keys are on, and what is selected with it, moves on. */

#include "widgets/jalon-canvas-private.h"

#include "widgets/jalon-commands.h"
#include "widgets/jalon-navigator.h"

/* How far Alt and an arrow move on a plane, in the units of jalon_slot_get_unit(). */
#define NUDGE 5

static int
find_item (JalonCanvas *self, JalonElement *element)
{
  return jalon_canvas_find_element (self, jalon_element_get_id (element));
}

static gboolean
accepts (JalonCanvas *self, int item, JalonElement *element)
{
  const JalonSlot *slot = jalon_node_get_slot (jalon_canvas_get_item (self, item)->node);

  return slot != NULL && jalon_slot_accepts (slot, element);
}

/* The next slot in that direction that takes it; −1 for none. */
static int
find_next_slot (JalonCanvas *self, int slot, JalonElement *element, GtkDirectionType direction)
{
  JalonScene *scene = jalon_canvas_get_scene (self);

  do
    slot = jalon_navigator_leave (scene, slot, direction);
  while (slot >= 0 && !accepts (self, slot, element));
  return slot;
}

/* The same, kept in @next: many may lie in one slot, and all are of one kind. */
static int
recall_next_slot (JalonCanvas *self,
                  GHashTable *next,
                  int slot,
                  JalonElement *element,
                  GtkDirectionType direction)
{
  gpointer known;
  int found;

  if (g_hash_table_lookup_extended (next, GINT_TO_POINTER (slot), NULL, &known))
    return GPOINTER_TO_INT (known);
  found = find_next_slot (self, slot, element, direction);
  g_hash_table_insert (next, GINT_TO_POINTER (slot), GINT_TO_POINTER (found));
  return found;
}

/* Each to its next slot, if all have one. */
static gboolean
move_to_slots (JalonCanvas *self, GPtrArray *elements, GtkDirectionType direction)
{
  g_autoptr (JalonScene) scene = jalon_scene_ref (jalon_canvas_get_scene (self));
  g_autoptr (GPtrArray) sorted = jalon_commands_in_order (self->base.document, elements);
  g_autoptr (GArray) from = jalon_canvas_find_slots (self, sorted);
  g_autoptr (GPtrArray) slots = g_ptr_array_new ();
  g_autoptr (GHashTable) next = g_hash_table_new (NULL, NULL);

  if (from == NULL)
    return FALSE;
  for (guint i = 0; i < sorted->len; i++)
    {
      int to = recall_next_slot (self, next, g_array_index (from, int, i), sorted->pdata[i],
                                 direction);

      if (to < 0)
        return FALSE;
      g_ptr_array_add (slots,
                       (gpointer) jalon_node_get_slot (jalon_canvas_get_item (self, to)->node));
    }
  jalon_commands_place_each (self->base.document, sorted, slots);
  return TRUE;
}

/* How far an item is in a direction. */
static double
get_reach (JalonCanvas *self, int item, GtkDirectionType direction)
{
  const JalonItem *it = jalon_canvas_get_item (self, item);

  if (direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT)
    return direction == GTK_DIR_LEFT ? -it->x : it->x;
  return direction == GTK_DIR_UP ? -it->y : it->y;
}

/* The one that is furthest in a direction; −1 unless all lie in the same slot. */
static int
find_foremost (JalonCanvas *self, GPtrArray *elements, GtkDirectionType direction)
{
  int foremost = find_item (self, elements->pdata[0]);
  int slot = foremost >= 0 ? jalon_canvas_get_item (self, foremost)->slot : -1;

  for (guint i = 1; foremost >= 0 && i < elements->len; i++)
    {
      int item = find_item (self, elements->pdata[i]);

      if (item < 0 || jalon_canvas_get_item (self, item)->slot != slot)
        return -1;
      if (get_reach (self, item, direction) > get_reach (self, foremost, direction))
        foremost = item;
    }
  return foremost;
}

/* Past what comes next in their slot. */
static gboolean
move_in_slot (JalonCanvas *self, GPtrArray *elements, GtkDirectionType direction)
{
  int foremost = find_foremost (self, elements, direction);
  int to = foremost >= 0 ? jalon_navigator_move (jalon_canvas_get_scene (self), foremost, direction)
                         : -1;
  JalonElement *element = jalon_canvas_get_element (self, foremost);
  JalonElement *other = jalon_canvas_get_element (self, to);

  if (other == NULL ||
      jalon_canvas_get_item (self, to)->slot != jalon_canvas_get_item (self, foremost)->slot)
    return FALSE;
  jalon_commands_put_beside (self->base.document, elements, other,
                             jalon_element_get_index (other) > jalon_element_get_index (element));
  return TRUE;
}

static gboolean
move_parts (JalonCanvas *self, GPtrArray *elements, GtkDirectionType direction)
{
  const JalonSlot *slot = jalon_canvas_get_slot (self, self->cursor);
  int right = (direction == GTK_DIR_RIGHT) - (direction == GTK_DIR_LEFT);
  int up = (direction == GTK_DIR_UP) - (direction == GTK_DIR_DOWN);

  if (slot == NULL)
    return jalon_commands_shift (self->base.document, elements, right - up);
  if (jalon_slot_has_plane (slot))
    return jalon_commands_nudge (self->base.document, elements, slot, NUDGE * right, NUDGE * up);
  return move_in_slot (self, elements, direction) || move_to_slots (self, elements, direction);
}

static void
move (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const names[] = { "canvas.move-left", "canvas.move-right", "canvas.move-up",
                                       "canvas.move-down" };
  static const GtkDirectionType directions[] = { GTK_DIR_LEFT, GTK_DIR_RIGHT, GTK_DIR_UP,
                                                 GTK_DIR_DOWN };
  JalonCanvas *self = JALON_CANVAS (widget);
  g_autoptr (GPtrArray) parts = jalon_canvas_get_parts (self);

  if (!self->base.is_editable || parts->len == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0 && !move_parts (self, parts, directions[i]))
      gtk_widget_error_bell (widget);
  jalon_canvas_get_scene (self);
  jalon_canvas_scroll_to (self, self->cursor);
}

/* Shift, Alt and an arrow: over more or fewer steps, or where one would like to have it. */
static void
reach (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonCanvas *self = JALON_CANVAS (widget);
  g_autoptr (GPtrArray) parts = jalon_canvas_get_parts (self);
  const JalonSlot *slot = jalon_canvas_get_slot (self, self->cursor);
  int right = g_str_has_suffix (name, "-right") - g_str_has_suffix (name, "-left");
  int up = g_str_has_suffix (name, "-up") - g_str_has_suffix (name, "-down");

  if (!self->base.is_editable || parts->len == 0 || slot == NULL ||
      (!jalon_commands_widen (self->base.document, parts, right) &&
       !jalon_commands_want_more (self->base.document, parts, slot, NUDGE * right, NUDGE * up)))
    gtk_widget_error_bell (widget);
}

static const struct
{
  const char *name;
  guint keyval;
  GdkModifierType state;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "canvas.move-left", GDK_KEY_Left, GDK_ALT_MASK, move },
  { "canvas.move-right", GDK_KEY_Right, GDK_ALT_MASK, move },
  { "canvas.move-up", GDK_KEY_Up, GDK_ALT_MASK, move },
  { "canvas.move-down", GDK_KEY_Down, GDK_ALT_MASK, move },
  { "canvas.reach-left", GDK_KEY_Left, GDK_ALT_MASK | GDK_SHIFT_MASK, reach },
  { "canvas.reach-right", GDK_KEY_Right, GDK_ALT_MASK | GDK_SHIFT_MASK, reach },
  { "canvas.reach-up", GDK_KEY_Up, GDK_ALT_MASK | GDK_SHIFT_MASK, reach },
  { "canvas.reach-down", GDK_KEY_Down, GDK_ALT_MASK | GDK_SHIFT_MASK, reach },
};

void
jalon_canvas_move_init_class (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (klass, actions[i].name, NULL, actions[i].activate);
      gtk_widget_class_add_binding_action (klass, actions[i].keyval, actions[i].state,
                                           actions[i].name, NULL);
    }
}
