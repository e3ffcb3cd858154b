/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-register-cell.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-field.h"
#include "widgets/jalon-candidates.h"
#include "widgets/jalon-commands.h"
#include "widgets/jalon-cut-label.h"
#include "widgets/jalon-field-menu.h"
#include "widgets/jalon-field-text.h"
#include "widgets/jalon-menu-place.h"

/* How wide the columns are at least; people can make them wider. */
#define TITLE_CHARS 18
#define FIELD_CHARS 12

/* A cell of the table of a register. In the last row, which stands for the register itself, the
 * cells are empty but for the one that asks for an audience. */

struct _JalonRegisterCell
{
  GtkWidget parent_instance;

  const JalonRegisterColumn *column;

  /* Template children */
  GtkStack *stack;
  GtkLabel *label;

  /* Owned; the editor is made when it is needed */
  JalonElement *element;
  JalonLineEditor *editor;
  GtkWidget *popover;
  char *spoken;
};

enum
{
  ACTED,
  ENDED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (JalonRegisterCell, jalon_register_cell, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/* "cell.edit" becomes "table.edit" on this cell. */
static void
act (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *action = g_strconcat ("table.", strchr (name, '.') + 1, NULL);

  g_signal_emit (widget, signals[ACTED], 0, action);
}

static void
ended_cb (JalonRegisterCell *self, int how, JalonElement *element)
{
  g_assert (JALON_IS_REGISTER_CELL (self));

  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->label));
  jalon_register_cell_refresh (self);
  g_signal_emit (self, signals[ENDED], 0, how, element);
}

/* The arrows go past what is in the cell, but not out of a menu. */
static gboolean
jalon_register_cell_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *menu = jalon_menu_find_focused (widget);

  if (menu != NULL)
    return gtk_widget_child_focus (menu, direction);
  if (gtk_widget_get_focus_child (widget) != NULL || gtk_widget_is_focus (widget))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

static gboolean
jalon_register_cell_grab_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root != NULL)
    gtk_root_set_focus (root, widget);
  return root != NULL;
}

static void
jalon_register_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JalonRegisterCell *self = JALON_REGISTER_CELL (widget);

  GTK_WIDGET_CLASS (jalon_register_cell_parent_class)
    ->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
jalon_register_cell_dispose (GObject *object)
{
  JalonRegisterCell *self = JALON_REGISTER_CELL (object);

  if (self->stack != NULL)
    {
      jalon_register_cell_finish_edit (self);
      jalon_register_cell_set_element (self, NULL);
    }
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->editor = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), JALON_TYPE_REGISTER_CELL);

  G_OBJECT_CLASS (jalon_register_cell_parent_class)->dispose (object);
}

static void
jalon_register_cell_finalize (GObject *object)
{
  g_free (JALON_REGISTER_CELL (object)->spoken);

  G_OBJECT_CLASS (jalon_register_cell_parent_class)->finalize (object);
}

static void
bind (GtkWidgetClass *klass, guint keyval, GdkModifierType state, int right, int down)
{
  gtk_widget_class_add_binding_action (klass, keyval, state, "table.go", "(ii)", right, down);
}

/* Here, for the list has other plans for these keys. */
static void
bind_keys (GtkWidgetClass *klass)
{
  bind (klass, GDK_KEY_Left, 0, -1, 0);
  bind (klass, GDK_KEY_Right, 0, 1, 0);
  bind (klass, GDK_KEY_Up, 0, 0, -1);
  bind (klass, GDK_KEY_Down, 0, 0, 1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Tab, 0, "table.next-cell", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK,
                                       "table.previous-cell", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Return, 0, "table.edit", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Enter, 0, "table.edit", NULL);
}

static void
jalon_register_cell_class_init (JalonRegisterCellClass *klass)
{
  static const char *const actions[] = {
    "cell.edit",   "cell.add-after", "cell.duplicate", "cell.cut",  "cell.copy", "cell.paste",
    "cell.delete", "cell.move-up",   "cell.move-down", "cell.menu", NULL
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jalon_register_cell_dispose;
  object_class->finalize = jalon_register_cell_finalize;
  widget_class->focus = jalon_register_cell_focus;
  widget_class->grab_focus = jalon_register_cell_grab_focus;
  widget_class->size_allocate = jalon_register_cell_size_allocate;

  /**
   * JalonRegisterCell::acted:
   * @self: the cell
   * @action: an action of the table
   *
   * Assistive technology wants something done with the cell.
   */
  signals[ACTED] = g_signal_new ("acted", JALON_TYPE_REGISTER_CELL, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * JalonRegisterCell::ended:
   * @self: the cell
   * @how: a #JalonEditorEnd
   * @element: what was edited
   *
   * People are done with the text.
   */
  signals[ENDED] = g_signal_new ("ended", JALON_TYPE_REGISTER_CELL, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, JALON_TYPE_ELEMENT);

  for (guint i = 0; actions[i] != NULL; i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, act);
  bind_keys (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/jalon/Jalon/ui/jalon-register-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, JalonRegisterCell, stack);
  gtk_widget_class_bind_template_child (widget_class, JalonRegisterCell, label);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_widget_class_set_css_name (widget_class, "registercell");
}

static void
jalon_register_cell_init (JalonRegisterCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jalon_cut_label_watch (self->label);
}

static gboolean
is_title (JalonRegisterCell *self)
{
  return self->column->type == JALON_COLUMN_FIELD &&
         self->column->field->id == jalon_kind_get_info (JALON_KIND_AUDIENCE)->title;
}

/**
 * jalon_register_cell_new:
 * @column: what it shows; it must live as long as the cell
 *
 * Returns: (transfer floating): a cell
 */
GtkWidget *
jalon_register_cell_new (const JalonRegisterColumn *column)
{
  JalonRegisterCell *self = g_object_new (JALON_TYPE_REGISTER_CELL, NULL);

  self->column = column;
  if (column->field != NULL)
    gtk_label_set_width_chars (self->label, is_title (self) ? TITLE_CHARS : FIELD_CHARS);
  return GTK_WIDGET (self);
}

const JalonRegisterColumn *
jalon_register_cell_get_column (JalonRegisterCell *self)
{
  g_return_val_if_fail (JALON_IS_REGISTER_CELL (self), NULL);

  return self->column;
}

JalonElement *
jalon_register_cell_get_element (JalonRegisterCell *self)
{
  g_return_val_if_fail (JALON_IS_REGISTER_CELL (self), NULL);

  return self->element;
}

/**
 * jalon_register_cell_set_element:
 * @self: a cell
 * @element: (nullable): an audience, or the register for the row that adds one
 *
 * Sets what the cell is about.
 */
void
jalon_register_cell_set_element (JalonRegisterCell *self, JalonElement *element)
{
  g_return_if_fail (JALON_IS_REGISTER_CELL (self));

  if (self->element == element)
    return;
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_set_object (&self->element, element);
  if (self->editor != NULL)
    jalon_line_editor_set_item (self->editor, element);
  if (element != NULL)
    jalon_register_cell_refresh (self);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show (JalonRegisterCell *self, const char *text, const char *class)
{
  static const char *const classes[] = { "name", "dim-label", "error", "pill", "numeric" };
  g_autofree char *spoken = g_strdup_printf ("%s: %s",
                                             jalon_register_column_get_title (self->column), text);

  gtk_label_set_label (self->label, text);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    set_class (GTK_WIDGET (self->label), classes[i], g_strcmp0 (classes[i], class) == 0);
  if (g_strcmp0 (self->spoken, spoken) == 0)
    return;
  g_free (self->spoken);
  self->spoken = g_steal_pointer (&spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->spoken, -1);
}

/**
 * jalon_register_cell_refresh:
 * @self: a cell with an element
 *
 * Shows what the document has now.
 */
void
jalon_register_cell_refresh (JalonRegisterCell *self)
{
  const JalonField *field;
  g_autofree char *text = NULL;
  g_autofree char *beginning = NULL;
  gboolean is_vital;

  g_return_if_fail (JALON_IS_REGISTER_CELL (self));

  if (self->element == NULL || jalon_element_get_parent (self->element) == NULL)
    return;
  if (jalon_kind_is_map (jalon_element_get_kind (self->element)))
    {
      show (self, is_title (self) ? _ ("Add an Audience") : "", "dim-label");
      return;
    }
  if (self->editor != NULL)
    jalon_line_editor_refresh (self->editor);
  field = self->column->field;
  is_vital = field != NULL && (field->flags & JALON_FLAG_VITAL) != 0;
  text = jalon_register_column_get_text (self->column, self->element);
  beginning = jalon_field_text_shorten (text, JALON_FIELD_TEXT_LINE);
  if (self->column->type == JALON_COLUMN_RANK)
    show (self, text, "numeric");
  else if (self->column->type == JALON_COLUMN_LIABILITY)
    show (self, text, text[0] != '\0' ? "pill" : NULL);
  else if (text[0] == '\0')
    show (self, is_vital ? _ ("none") : "–", is_vital ? "error" : "dim-label");
  else
    show (self, beginning, is_title (self) ? "name" : NULL);
}

static void
chosen_cb (JalonRegisterCell *self, GVariant *parameter)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  g_assert (JALON_IS_REGISTER_CELL (self));

  if (self->element == NULL || jalon_element_get_document (self->element) == NULL)
    return;
  g_ptr_array_add (elements, self->element);
  jalon_commands_set (jalon_element_get_document (self->element), elements, self->column->field->id,
                      g_variant_get_string (parameter, NULL), NULL, NULL);
}

static void
add_choice (GMenu *menu, const char *label, const char *value)
{
  jalon_field_menu_append (menu, label, "choice.set", g_variant_new_string (value));
}

static GMenuModel *
make_choices (JalonRegisterCell *self)
{
  const JalonField *field = self->column->field;
  GMenu *menu = g_menu_new ();

  if (field->type == JALON_TYPE_CHOICE)
    for (const JalonChoice *choice = field->choices; choice->nick != NULL; choice++)
      add_choice (menu, _ (choice->label), choice->nick);
  else
    {
      g_autoptr (GPtrArray) candidates = jalon_candidates_find (self->element, field);

      add_choice (menu, jalon_field_get_none (field), "");
      for (guint i = 0; i < candidates->len; i++)
        add_choice (menu, jalon_candidates_name (candidates->pdata[i]),
                    jalon_element_get_id (candidates->pdata[i]));
    }
  return G_MENU_MODEL (menu);
}

/* A menu of what the field may be, with a mark on what it is. */
static void
open_choices (JalonRegisterCell *self)
{
  const char *text = jalon_element_get_text (self->element, self->column->field->id);
  g_autoptr (GMenuModel) menu = make_choices (self);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction)
    action = g_simple_action_new_stateful ("set", G_VARIANT_TYPE_STRING,
                                           g_variant_new_string (text != NULL ? text : ""));

  g_signal_connect_object (action, "activate", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "choice", G_ACTION_GROUP (group));
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->popover));
  jalon_menu_go_to_chosen (GTK_POPOVER (self->popover));
}

static void
open_editor (JalonRegisterCell *self)
{
  if (self->editor == NULL)
    {
      self->editor = JALON_LINE_EDITOR (jalon_line_editor_new ());
      g_signal_connect_object (self->editor, "ended", G_CALLBACK (ended_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_stack_add_child (self->stack, GTK_WIDGET (self->editor));
    }
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->editor));
  jalon_line_editor_begin (self->editor, self->element, self->column->field);
}

/**
 * jalon_register_cell_edit:
 * @self: a cell of an audience
 *
 * Lets people write the field, or choose what it is.
 *
 * Returns: %TRUE if there is a field that is not too long
 */
gboolean
jalon_register_cell_edit (JalonRegisterCell *self)
{
  g_return_val_if_fail (JALON_IS_REGISTER_CELL (self), FALSE);

  if (self->column->field == NULL || self->element == NULL ||
      jalon_field_text_is_long (jalon_element_get_text (self->element, self->column->field->id)))
    return FALSE;
  if (self->column->field->type == JALON_TYPE_CHOICE ||
      self->column->field->type == JALON_TYPE_REFERENCE)
    open_choices (self);
  else
    open_editor (self);
  return TRUE;
}

/**
 * jalon_register_cell_get_editor:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): what people write in, while they do
 */
JalonLineEditor *
jalon_register_cell_get_editor (JalonRegisterCell *self)
{
  g_return_val_if_fail (JALON_IS_REGISTER_CELL (self), NULL);

  return jalon_register_cell_is_editing (self) ? self->editor : NULL;
}

gboolean
jalon_register_cell_is_editing (JalonRegisterCell *self)
{
  g_return_val_if_fail (JALON_IS_REGISTER_CELL (self), FALSE);

  return gtk_stack_get_visible_child (self->stack) != GTK_WIDGET (self->label);
}

void
jalon_register_cell_finish_edit (JalonRegisterCell *self)
{
  g_return_if_fail (JALON_IS_REGISTER_CELL (self));

  if (self->editor != NULL)
    jalon_line_editor_finish (self->editor);
}
