/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What keys, the pointer and assistive technology do in the table of a register. */

#include "widgets/jalon-register-private.h"

#include "widgets/jalon-commands.h"

static JalonRegisterCell *
get_cell (JalonRegisterTable *self)
{
  return self->current != NULL ? jalon_register_find_cell (self, self->current, self->column)
                               : NULL;
}

gboolean
jalon_register_is_audience (JalonRegisterTable *self, JalonElement *element)
{
  return element != NULL && element != self->base.map &&
         jalon_element_get_document (element) != NULL;
}

/* What something done where the keys are is about */
GPtrArray *
jalon_register_get_audiences (JalonRegisterTable *self)
{
  return jalon_register_is_audience (self, self->current)
           ? jalon_commands_get_alike (self->base.document, self->current)
           : g_ptr_array_new ();
}

static void
add (JalonRegisterTable *self, JalonElement *after)
{
  static guint n_additions = 0;
  JalonSlot slot = { .parent = (char *) jalon_element_get_id (self->base.map),
                     .kind = JALON_KIND_AUDIENCE };
  g_autofree char *key = g_strdup_printf ("table %u", ++n_additions);
  guint64 revision = jalon_document_get_revision (self->base.document);
  JalonElement *audience;

  g_set_object (&self->origin, self->current);
  audience = jalon_commands_add (self->base.document, &slot, after, NULL, key);
  if (audience != NULL)
    jalon_register_write_new (self, audience, key, revision);
}

static void
add_after (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonRegisterTable *self = JALON_REGISTER_TABLE (widget);

  if (self->base.map != NULL && !jalon_list_menu_is_deferred (&self->menus, name, parameter))
    add (self, jalon_register_is_audience (self, self->current) ? self->current : NULL);
}

static void
edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonRegisterTable *self = JALON_REGISTER_TABLE (widget);
  JalonRegisterCell *cell = get_cell (self);

  if (jalon_list_menu_is_deferred (&self->menus, name, parameter))
    return;
  if (cell != NULL && self->current == self->base.map)
    add (self, NULL);
  else if (cell == NULL || !jalon_register_cell_edit (cell))
    gtk_widget_error_bell (widget);
}

/* The row @by below that of @element, NULL beyond the last. */
JalonElement *
jalon_register_get_neighbour (JalonRegisterTable *self, JalonElement *element, int by)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  int n_items = (int) g_list_model_get_n_items (model);

  for (int i = 0; i < n_items; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (item == G_OBJECT (element) && i + by >= 0 && i + by < n_items)
        {
          /* The list holds it on. */
          g_autoptr (GObject) other = g_list_model_get_item (model, i + by);

          return JALON_ELEMENT (other);
        }
    }
  return NULL;
}

static void
go (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonRegisterTable *self = JALON_REGISTER_TABLE (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  JalonElement *element = self->current;
  int right, down, column;

  g_variant_get (parameter, "(ii)", &right, &down);
  column = (int) self->column + (is_rtl ? -right : right);
  if (element != NULL && down != 0)
    element = jalon_register_get_neighbour (self, element, down);
  if (element == NULL || column < 0 || column >= (int) self->columns->len)
    gtk_widget_error_bell (widget);
  else
    jalon_register_go_to (self, element, (guint) column);
}

/* Tab goes on in the next row; before the first cell and behind the last it leaves the table. */
static void
next_cell (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonRegisterTable *self = JALON_REGISTER_TABLE (widget);
  int step = strcmp (name, "table.next-cell") == 0 ? 1 : -1;
  int column = (int) self->column + step;
  int n_columns = (int) self->columns->len;
  JalonElement *element = self->current;

  if (element != NULL && (column < 0 || column >= n_columns))
    {
      element = jalon_register_get_neighbour (self, element, step);
      column = step > 0 ? 0 : n_columns - 1;
    }
  if (element != NULL)
    jalon_register_go_to (self, element, (guint) column);
  else
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (widget)),
                            step > 0 ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
}

/* The keys are on one of @audiences. */
void
jalon_register_remove (JalonRegisterTable *self,
                       GPtrArray *audiences,
                       void (*remove) (JalonDocument *document, GPtrArray *elements))
{
  JalonElement *next = self->current;

  while (next != NULL && g_ptr_array_find (audiences, next, NULL))
    next = jalon_register_get_neighbour (self, next, 1);
  g_set_object (&self->current, next);
  remove (self->base.document, audiences);
  if (next != NULL)
    jalon_register_go_to (self, next, self->column);
}

static void
delete_selected (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonRegisterTable *self = JALON_REGISTER_TABLE (widget);
  g_autoptr (GPtrArray) audiences = jalon_register_get_audiences (self);

  if (audiences->len > 0)
    jalon_register_remove (self, audiences, jalon_commands_remove);
}

static void
duplicate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonRegisterTable *self = JALON_REGISTER_TABLE (widget);
  g_autoptr (GPtrArray) audiences = jalon_register_get_audiences (self);
  g_autoptr (GPtrArray) copies = NULL;

  if (audiences->len == 0)
    return;
  copies = jalon_commands_duplicate (self->base.document, audiences);
  if (copies->len > 0)
    jalon_register_go_to (self, g_ptr_array_index (copies, 0), self->column);
}

/* The order of the file is changed only where it is what people see. */
gboolean
jalon_register_can_rank (JalonRegisterTable *self)
{
  if (!self->base.is_editable || !jalon_register_is_ranked (self))
    return FALSE;
  gtk_column_view_sort_by_column (self->view, jalon_register_get_column (self, 0)->view,
                                  GTK_SORT_ASCENDING);
  return TRUE;
}

static void
move (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonRegisterTable *self = JALON_REGISTER_TABLE (widget);
  int by = strcmp (name, "table.move-down") == 0 ? 1 : -1;
  g_autoptr (GPtrArray) audiences = jalon_register_get_audiences (self);

  if (audiences->len == 0 || !jalon_register_can_rank (self) ||
      !jalon_commands_shift (self->base.document, audiences, by))
    gtk_widget_error_bell (widget);
  else
    jalon_register_go_to (self, audiences->pdata[0], self->column);
}

static void
acted_cb (JalonRegisterTable *self, const char *action, JalonRegisterCell *cell)
{
  g_assert (JALON_IS_REGISTER_TABLE (self));

  jalon_register_go_to (self, jalon_register_cell_get_element (cell),
                        jalon_register_cell_get_column (cell)->index);
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

/* People are done with a cell: on to the next, or to one more audience. */
static void
ended_cb (JalonRegisterTable *self, int how, JalonElement *element)
{
  g_autoptr (JalonElement) origin = g_steal_pointer (&self->origin);

  g_assert (JALON_IS_REGISTER_TABLE (self));

  if (how == JALON_EDITOR_END_FORWARD || how == JALON_EDITOR_END_BACKWARD)
    gtk_widget_activate_action (GTK_WIDGET (self),
                                how == JALON_EDITOR_END_FORWARD ? "table.next-cell"
                                                                : "table.previous-cell",
                                NULL);
  else if (how == JALON_EDITOR_END_NEXT)
    add (self, element);
  else if (how == JALON_EDITOR_END_CANCEL && origin != NULL &&
           jalon_element_get_document (origin) != NULL)
    jalon_register_go_to (self, origin, self->column);
}

static void
entered_cb (JalonRegisterTable *self, GtkEventController *controller)
{
  JalonRegisterCell *cell = JALON_REGISTER_CELL (gtk_event_controller_get_widget (controller));

  g_assert (JALON_IS_REGISTER_TABLE (self));

  g_set_object (&self->current, jalon_register_cell_get_element (cell));
  self->column = jalon_register_cell_get_column (cell)->index;
}

/* The row keeps a second press for itself unless the cell does. */
static void
pressed_cb (JalonRegisterTable *self, int n_press, double x, double y, GtkGesture *gesture)
{
  g_assert (JALON_IS_REGISTER_TABLE (self));

  if (n_press == 2)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* On release, for at the press the row takes the keys to its first cell. */
static void
released_cb (JalonRegisterTable *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  JalonRegisterCell *cell = JALON_REGISTER_CELL (widget);

  g_assert (JALON_IS_REGISTER_TABLE (self));

  if (jalon_register_cell_is_editing (cell) || !gtk_widget_contains (widget, x, y))
    return;
  gtk_widget_grab_focus (widget);
  if (n_press == 2 || jalon_register_cell_get_element (cell) == self->base.map)
    gtk_widget_activate_action (GTK_WIDGET (self), "table.edit", NULL);
}

/* A letter begins to write over what is there, as in a spreadsheet. */
static gboolean
key_pressed_cb (JalonRegisterTable *self,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventControllerKey *controller)
{
  const GdkModifierType held = state &
                               (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK);
  JalonRegisterCell *cell = get_cell (self);
  gunichar letter = gdk_keyval_to_unicode (keyval);
  JalonLineEditor *editor;

  g_assert (JALON_IS_REGISTER_TABLE (self));

  if (!self->base.is_editable || held != 0 || letter == 0 || !g_unichar_isprint (letter))
    return GDK_EVENT_PROPAGATE;
  if (jalon_register_type_ahead (self, letter))
    return GDK_EVENT_STOP;
  if (cell == NULL || jalon_register_cell_is_editing (cell) || !g_unichar_isgraph (letter))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), "table.edit", NULL);
  cell = get_cell (self);
  editor = cell != NULL ? jalon_register_cell_get_editor (cell) : NULL;
  if (editor == NULL)
    return GDK_EVENT_PROPAGATE;
  jalon_line_editor_replace (editor);
  return gtk_event_controller_key_forward (controller,
                                           GTK_WIDGET (jalon_line_editor_get_text (editor)));
}

void
jalon_register_actions_init_cell (JalonRegisterTable *self, JalonRegisterCell *cell)
{
  GtkWidget *widget = GTK_WIDGET (cell);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (cell, "acted", G_CALLBACK (acted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  jalon_register_drag_init_cell (self, cell);
  jalon_register_menu_init_cell (self, cell);
}

/* What a document that must not be changed refuses. */
void
jalon_register_update_actions (JalonMapView *view)
{
  static const char *const actions[] = { "table.edit",   "table.add-after", "table.duplicate",
                                         "table.delete", "table.move-up",   "table.move-down",
                                         "table.cut",    "table.paste",     NULL };

  for (guint i = 0; actions[i] != NULL; i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (view), actions[i], view->is_editable);
}

static void
bind (GtkWidgetClass *klass, guint keyval, GdkModifierType state, const char *action)
{
  gtk_widget_class_add_binding_action (klass, keyval, state, action, NULL);
}

void
jalon_register_actions_init_class (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "table.edit", NULL, edit);
  jalon_copy_paste_init_class (klass, "table");
  gtk_widget_class_install_action (klass, "table.add-after", NULL, add_after);
  gtk_widget_class_install_action (klass, "table.duplicate", NULL, duplicate);
  gtk_widget_class_install_action (klass, "table.delete", NULL, delete_selected);
  gtk_widget_class_install_action (klass, "table.move-up", NULL, move);
  gtk_widget_class_install_action (klass, "table.move-down", NULL, move);
  gtk_widget_class_install_action (klass, "table.go", "(ii)", go);
  gtk_widget_class_install_action (klass, "table.next-cell", NULL, next_cell);
  gtk_widget_class_install_action (klass, "table.previous-cell", NULL, next_cell);
  bind (klass, GDK_KEY_F2, 0, "table.edit");
  bind (klass, GDK_KEY_Insert, 0, "table.add-after");
  bind (klass, GDK_KEY_Return, GDK_SHIFT_MASK, "table.add-after");
  bind (klass, GDK_KEY_Delete, 0, "table.delete");
  bind (klass, GDK_KEY_KP_Delete, 0, "table.delete");
  bind (klass, GDK_KEY_d, GDK_CONTROL_MASK, "table.duplicate");
  bind (klass, GDK_KEY_Up, GDK_ALT_MASK, "table.move-up");
  bind (klass, GDK_KEY_Down, GDK_ALT_MASK, "table.move-down");
}
