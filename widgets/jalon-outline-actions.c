/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What keys, menus and assistive technology do in the outline. */

#include "widgets/jalon-outline-private.h"

#include "widgets/jalon-commands.h"

JalonElement *
jalon_outline_get_current (JalonOutline *self)
{
  JalonElement *element = JALON_IS_ELEMENT (self->current) ? JALON_ELEMENT (self->current) : NULL;

  return element != NULL && jalon_element_get_document (element) != NULL ? element : NULL;
}

JalonOutlineRow *
jalon_outline_get_row (JalonOutline *self)
{
  return self->current != NULL ? g_hash_table_lookup (self->rows, self->current) : NULL;
}

/* What something done to @element, which may be NULL, is about: all that is selected if it is a
 * part of that. */
GPtrArray *
jalon_outline_get_elements (JalonOutline *self, JalonElement *element)
{
  g_autoptr (GPtrArray) selected = jalon_commands_get_selected (self->base.document);
  GPtrArray *elements;

  if (g_ptr_array_find (selected, element, NULL))
    return g_steal_pointer (&selected);
  elements = g_ptr_array_new ();
  if (element != NULL)
    g_ptr_array_add (elements, element);
  return elements;
}

static void
edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonOutline *self = JALON_OUTLINE (widget);
  JalonOutlineRow *row = jalon_outline_get_row (self);

  if (jalon_list_menu_is_deferred (&self->menus, name, parameter))
    return;

  if (row != NULL && jalon_outline_row_get_group (row) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (row), "row.toggle", NULL);
  else if (row == NULL || jalon_outline_row_edit (row) == NULL)
    gtk_widget_error_bell (widget);
}

static gboolean
is_going (GPtrArray *going, gpointer item)
{
  for (guint i = 0; JALON_IS_ELEMENT (item) && i < going->len; i++)
    if (jalon_element_contains (g_ptr_array_index (going, i), item))
      return TRUE;
  return FALSE;
}

/* What takes the place of what is deleted: the keys should not be lost. */
static JalonElement *
find_next (JalonOutline *self, JalonElement *current, GPtrArray *going)
{
  g_autoptr (GtkTreeListRow) row = jalon_outline_tree_find (self, current);
  int present = row != NULL ? (int) gtk_tree_list_row_get_position (row) : 0;
  int n_items = (int) g_list_model_get_n_items (G_LIST_MODEL (self->tree));

  for (int step = 1; step >= -1; step -= 2)
    for (int i = present + step; i >= 0 && i < n_items; i += step)
      {
        g_autoptr (GtkTreeListRow) other = gtk_tree_list_model_get_row (self->tree, i);
        g_autoptr (GObject) item = gtk_tree_list_row_get_item (other);

        if (JALON_IS_OUTLINE_GROUP (item))
          break;
        if (!is_going (going, item) &&
            jalon_element_get_parent (JALON_ELEMENT (item)) == jalon_element_get_parent (current))
          return JALON_ELEMENT (item);
      }
  return jalon_element_get_parent (current);
}

/* The keys are on one of @elements. */
void
jalon_outline_remove (JalonOutline *self,
                      GPtrArray *elements,
                      void (*remove) (JalonDocument *document, GPtrArray *elements))
{
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  JalonElement *next = find_next (self, jalon_outline_get_current (self), elements);

  g_clear_object (&self->current);
  if (next != self->base.map)
    g_ptr_array_add (left, next);
  remove (self->base.document, elements);
  jalon_commands_select (self->base.document, left);
  if (left->len > 0)
    jalon_outline_go_to (self, next, FALSE);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
delete_selected (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonOutline *self = JALON_OUTLINE (widget);
  JalonElement *current = jalon_outline_get_current (self);
  g_autoptr (GPtrArray) elements = jalon_outline_get_elements (self, current);

  if (current != NULL)
    jalon_outline_remove (self, elements, jalon_commands_remove);
}

static void
duplicate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonOutline *self = JALON_OUTLINE (widget);
  g_autoptr (GPtrArray)
    elements = jalon_outline_get_elements (self, jalon_outline_get_current (self));
  g_autoptr (GPtrArray) copies = NULL;

  if (elements->len == 0)
    return;
  copies = jalon_commands_duplicate (self->base.document, elements);
  if (copies->len > 0)
    jalon_outline_go_to (self, g_ptr_array_index (copies, 0), FALSE);
}

/* Past what comes next in the same group. */
static gboolean
move_in_group (JalonOutline *self, JalonOutlineGroup *group, GPtrArray *elements, int by)
{
  g_autoptr (GPtrArray) sorted = jalon_commands_in_order (self->base.document, elements);
  JalonElement *element = g_ptr_array_index (sorted, by > 0 ? sorted->len - 1 : 0);
  JalonElement *parent = jalon_element_get_parent (element);
  int n_children = (int) jalon_element_get_n_children (parent);

  for (int i = (int) jalon_element_get_index (element) + by; i >= 0 && i < n_children; i += by)
    {
      JalonElement *other = jalon_element_get_child (parent, i);

      if (jalon_slot_contains (jalon_outline_group_get_slot (group), other))
        {
          jalon_commands_put_beside (self->base.document, sorted, other, by > 0);
          return TRUE;
        }
    }
  return FALSE;
}

static void
move (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonOutline *self = JALON_OUTLINE (widget);
  int by = strcmp (name, "outline.move-down") == 0 ? 1 : -1;
  JalonElement *element = jalon_outline_get_current (self);
  g_autoptr (JalonOutlineGroup) group = NULL;
  g_autoptr (GPtrArray) elements = NULL;
  gboolean moved;

  if (element == NULL)
    return;
  elements = jalon_commands_get_alike (self->base.document, element);
  if (jalon_element_get_parent (element) == self->base.map)
    group = jalon_outline_group_find (G_LIST_MODEL (self->groups), element);
  moved = group != NULL ? move_in_group (self, group, elements, by)
                        : jalon_commands_shift (self->base.document, elements, by);
  if (!moved)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  jalon_commands_select (self->base.document, elements);
  jalon_outline_go_to (self, element, FALSE);
}

static void
grab_row (JalonOutline *self, guint position)
{
  g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, position);
  g_autoptr (GObject) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
  GtkWidget *widget = item != NULL ? g_hash_table_lookup (self->rows, item) : NULL;

  if (widget == NULL)
    return;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_grab_focus (widget);
}

/* Right opens a row, and then goes to what is in it; left closes it, and then goes to what it is
 * in. */
static void
unfold (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonOutline *self = JALON_OUTLINE (widget);
  JalonOutlineRow *row = jalon_outline_get_row (self);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean opens = (g_variant_get_int32 (parameter) > 0) != is_rtl;
  GtkTreeListRow *tree_row;
  g_autoptr (GtkTreeListRow) parent = NULL;

  if (row == NULL)
    return;
  tree_row = jalon_outline_row_get_row (row);
  if (gtk_tree_list_row_is_expandable (tree_row) &&
      gtk_tree_list_row_get_expanded (tree_row) != opens)
    {
      gtk_tree_list_row_set_expanded (tree_row, opens);
      return;
    }
  parent = gtk_tree_list_row_get_parent (tree_row);
  if (opens && gtk_tree_list_row_is_expandable (tree_row))
    grab_row (self, gtk_tree_list_row_get_position (tree_row) + 1);
  else if (!opens && parent != NULL)
    grab_row (self, gtk_tree_list_row_get_position (parent));
}

static void
show_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonOutline *self = JALON_OUTLINE (widget);
  JalonOutlineRow *row = jalon_outline_get_row (self);

  if (row != NULL)
    jalon_list_menu_open (&self->menus, self->menu, GTK_WIDGET (row), 24, -1);
}

/* People are done with a title. What was added in vain goes: back to where they were. */
void
jalon_outline_ended (JalonOutline *self, int how, JalonElement *element)
{
  g_autoptr (JalonElement) origin = g_steal_pointer (&self->origin);
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  if (how == JALON_EDITOR_END_NEXT)
    jalon_outline_add_after (self, element);
  if (how != JALON_EDITOR_END_CANCEL || origin == NULL ||
      jalon_element_get_document (origin) == NULL)
    return;
  g_ptr_array_add (elements, origin);
  jalon_commands_select (self->base.document, elements);
  jalon_outline_go_to (self, origin, FALSE);
}

/* A letter begins to write over what is there, as on the canvas. */
static gboolean
key_pressed_cb (JalonOutline *self,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventControllerKey *controller)
{
  const GdkModifierType held = state &
                               (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK);
  JalonOutlineRow *row = jalon_outline_get_row (self);
  gunichar letter = gdk_keyval_to_unicode (keyval);
  JalonLineEditor *editor;

  g_assert (JALON_IS_OUTLINE (self));

  if (!self->base.is_editable || row == NULL || jalon_outline_row_is_editing (row) || held != 0 ||
      letter == 0 || !g_unichar_isprint (letter))
    return GDK_EVENT_PROPAGATE;
  if (jalon_outline_type_ahead (self, letter))
    return GDK_EVENT_STOP;
  if (!g_unichar_isgraph (letter))
    return GDK_EVENT_PROPAGATE;
  editor = jalon_outline_row_edit (row);
  if (editor == NULL)
    return GDK_EVENT_PROPAGATE;
  jalon_line_editor_replace (editor);
  return gtk_event_controller_key_forward (controller,
                                           GTK_WIDGET (jalon_line_editor_get_text (editor)));
}

/* What a document that must not be changed refuses, and what the keys are on. */
void
jalon_outline_update_actions (JalonMapView *view)
{
  static const char *const actions[] = {
    "outline.edit",      "outline.add-after", "outline.add-to", "outline.add-inside",
    "outline.duplicate", "outline.delete",    "outline.refer",  "outline.move-up",
    "outline.move-down", "outline.cut",       "outline.paste",  NULL
  };
  JalonElement *current = jalon_outline_get_current (JALON_OUTLINE (view));
  gboolean can_link = current != NULL &&
                      jalon_commands_get_link_kind (current) != JALON_KIND_UNKNOWN;

  for (guint i = 0; actions[i] != NULL; i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (view), actions[i], view->is_editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (view), "outline.link", view->is_editable && can_link);
}

void
jalon_outline_actions_init (JalonOutline *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

static void
bind (GtkWidgetClass *klass, guint keyval, GdkModifierType state, const char *action)
{
  gtk_widget_class_add_binding_action (klass, keyval, state, action, NULL);
}

static void
bind_keys (GtkWidgetClass *klass)
{
  bind (klass, GDK_KEY_F2, 0, "outline.edit");
  bind (klass, GDK_KEY_Delete, 0, "outline.delete");
  bind (klass, GDK_KEY_KP_Delete, 0, "outline.delete");
  bind (klass, GDK_KEY_d, GDK_CONTROL_MASK, "outline.duplicate");
  bind (klass, GDK_KEY_Up, GDK_ALT_MASK, "outline.move-up");
  bind (klass, GDK_KEY_Down, GDK_ALT_MASK, "outline.move-down");
  bind (klass, GDK_KEY_Menu, 0, "outline.menu");
  bind (klass, GDK_KEY_F10, GDK_SHIFT_MASK, "outline.menu");
}

void
jalon_outline_actions_init_class (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "outline.edit", NULL, edit);
  jalon_outline_add_init_class (klass);
  jalon_copy_paste_init_class (klass, "outline");
  gtk_widget_class_install_action (klass, "outline.duplicate", NULL, duplicate);
  gtk_widget_class_install_action (klass, "outline.delete", NULL, delete_selected);
  gtk_widget_class_install_action (klass, "outline.move-up", NULL, move);
  gtk_widget_class_install_action (klass, "outline.move-down", NULL, move);
  gtk_widget_class_install_action (klass, "outline.menu", NULL, show_menu);
  gtk_widget_class_install_action (klass, "outline.unfold", "i", unfold);
  bind_keys (klass);
}
