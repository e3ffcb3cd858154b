/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-outline-row.h"

#include "widgets/jalon-cut-label.h"
#include "widgets/jalon-field-text.h"
#include "widgets/jalon-map-row.h"
#include "widgets/jalon-menu-place.h"
#include "widgets/jalon-outline-text.h"

/* A line of the outline: an element, whose title can be changed in place, or a group of them. It is
 * what has the keyboard focus and what assistive technology acts on. */

struct _JalonOutlineRow
{
  GtkWidget parent_instance;

  /* Template children */
  GtkTreeExpander *expander;
  GtkImage *icon;
  GtkStack *stack;
  GtkLabel *label;
  JalonLineEditor *editor;
  GtkLabel *detail;

  /* Owned */
  GtkTreeListRow *row;
  GObject *item;
  char *spoken;
};

enum
{
  ACTED,
  ENDED,
  EXPANDED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (JalonOutlineRow, jalon_outline_row, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/* "row.edit" becomes "outline.edit" on this row. */
static void
act (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *action = g_strconcat ("outline.", strchr (name, '.') + 1, NULL);

  g_signal_emit (widget, signals[ACTED], 0, action);
}

static void
expand (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonOutlineRow *self = JALON_OUTLINE_ROW (widget);

  if (self->row != NULL)
    gtk_tree_list_row_set_expanded (self->row, !gtk_tree_list_row_get_expanded (self->row));
}

static void
show_expanded (JalonOutlineRow *self)
{
  if (gtk_tree_list_row_is_expandable (self->row))
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED,
                                 gtk_tree_list_row_get_expanded (self->row), -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);
}

static void
expanded_cb (JalonOutlineRow *self)
{
  g_assert (JALON_IS_OUTLINE_ROW (self));

  show_expanded (self);
  g_signal_emit (self, signals[EXPANDED], 0);
}

static void
ended_cb (JalonOutlineRow *self, int how, JalonElement *element)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  g_assert (JALON_IS_OUTLINE_ROW (self));

  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->label));
  jalon_outline_row_refresh (self);
  g_signal_emit (self, signals[ENDED], 0, how, element);
}

/* The focus is on the row itself, not on what is in it, unless that is being edited. */
static gboolean
jalon_outline_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *menu = jalon_menu_find_focused (widget);

  if (menu != NULL)
    return gtk_widget_child_focus (menu, direction);
  if (gtk_widget_get_focus_child (widget) != NULL || gtk_widget_is_focus (widget))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

static gboolean
jalon_outline_row_grab_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root != NULL)
    gtk_root_set_focus (root, widget);
  return root != NULL;
}

static void
jalon_outline_row_dispose (GObject *object)
{
  JalonOutlineRow *self = JALON_OUTLINE_ROW (object);

  jalon_outline_row_finish_edit (self);
  jalon_outline_row_set_row (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), JALON_TYPE_OUTLINE_ROW);

  G_OBJECT_CLASS (jalon_outline_row_parent_class)->dispose (object);
}

static void
jalon_outline_row_finalize (GObject *object)
{
  g_free (JALON_OUTLINE_ROW (object)->spoken);

  G_OBJECT_CLASS (jalon_outline_row_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  /**
   * JalonOutlineRow::acted:
   * @self: the row
   * @action: an action of the outline
   *
   * Assistive technology wants something done with the row.
   */
  signals[ACTED] = g_signal_new ("acted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_STRING);

  /**
   * JalonOutlineRow::ended:
   * @self: the row
   * @how: a #JalonEditorEnd
   * @element: what was edited
   *
   * People are done with the title.
   */
  signals[ENDED] = g_signal_new ("ended", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 2, G_TYPE_INT, JALON_TYPE_ELEMENT);

  /**
   * JalonOutlineRow::expanded:
   * @self: the row
   *
   * The row was opened or closed.
   */
  signals[EXPANDED] = g_signal_new ("expanded", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

static void
jalon_outline_row_class_init (JalonOutlineRowClass *klass)
{
  static const char *const actions[] = {
    "row.edit",  "row.add-after", "row.add-inside", "row.duplicate", "row.cut",  "row.copy",
    "row.paste", "row.delete",    "row.move-up",    "row.move-down", "row.link", "row.menu",
    NULL
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jalon_outline_row_dispose;
  object_class->finalize = jalon_outline_row_finalize;
  widget_class->focus = jalon_outline_row_focus;
  widget_class->grab_focus = jalon_outline_row_grab_focus;

  install_signals (G_TYPE_FROM_CLASS (klass));
  for (guint i = 0; actions[i] != NULL; i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, act);
  gtk_widget_class_install_action (widget_class, "row.toggle", NULL, expand);
  /* Here, for the list has other plans for these keys. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "outline.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "outline.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, 0, "outline.unfold", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, 0, "outline.unfold", "i", -1);

  g_type_ensure (JALON_TYPE_LINE_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/jalon/Jalon/ui/jalon-outline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, JalonOutlineRow, expander);
  gtk_widget_class_bind_template_child (widget_class, JalonOutlineRow, icon);
  gtk_widget_class_bind_template_child (widget_class, JalonOutlineRow, stack);
  gtk_widget_class_bind_template_child (widget_class, JalonOutlineRow, label);
  gtk_widget_class_bind_template_child (widget_class, JalonOutlineRow, editor);
  gtk_widget_class_bind_template_child (widget_class, JalonOutlineRow, detail);
  gtk_widget_class_bind_template_callback (widget_class, ended_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TREE_ITEM);
  gtk_widget_class_set_css_name (widget_class, "outlinerow");
}

static void
jalon_outline_row_init (JalonOutlineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jalon_cut_label_watch (self->label);
  jalon_cut_label_watch (self->detail);
}

GtkWidget *
jalon_outline_row_new (void)
{
  return g_object_new (JALON_TYPE_OUTLINE_ROW, NULL);
}

GtkTreeListRow *
jalon_outline_row_get_row (JalonOutlineRow *self)
{
  g_return_val_if_fail (JALON_IS_OUTLINE_ROW (self), NULL);

  return self->row;
}

/**
 * jalon_outline_row_set_row:
 * @self: a row
 * @row: (nullable): the row of the tree, of a #JalonElement or a #JalonOutlineGroup
 *
 * Sets what the row shows.
 */
void
jalon_outline_row_set_row (JalonOutlineRow *self, GtkTreeListRow *row)
{
  g_return_if_fail (JALON_IS_OUTLINE_ROW (self));

  if (self->row == row)
    return;
  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, expanded_cb, self);
  g_clear_object (&self->item);
  g_set_object (&self->row, row);
  if (row != NULL)
    self->item = gtk_tree_list_row_get_item (row);
  if (self->expander != NULL)
    gtk_tree_expander_set_list_row (self->expander, row);
  if (self->editor != NULL)
    jalon_line_editor_set_item (self->editor, self->item);
  if (row == NULL)
    return;
  g_signal_connect_swapped (row, "notify::expanded", G_CALLBACK (expanded_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                  (int) gtk_tree_list_row_get_depth (row) + 1, -1);
  show_expanded (self);
  jalon_outline_row_refresh (self);
}

void
jalon_outline_row_set_selected (JalonOutlineRow *self, gboolean is_selected)
{
  g_return_if_fail (JALON_IS_OUTLINE_ROW (self));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, is_selected,
                               -1);
}

/**
 * jalon_outline_row_get_element:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the element that it stands for
 */
JalonElement *
jalon_outline_row_get_element (JalonOutlineRow *self)
{
  g_return_val_if_fail (JALON_IS_OUTLINE_ROW (self), NULL);

  return JALON_IS_ELEMENT (self->item) ? JALON_ELEMENT (self->item) : NULL;
}

/**
 * jalon_outline_row_get_group:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the group that it stands for
 */
JalonOutlineGroup *
jalon_outline_row_get_group (JalonOutlineRow *self)
{
  g_return_val_if_fail (JALON_IS_OUTLINE_ROW (self), NULL);

  return JALON_IS_OUTLINE_GROUP (self->item) ? JALON_OUTLINE_GROUP (self->item) : NULL;
}

static void
speak (JalonOutlineRow *self, const char *title, const char *detail)
{
  g_autofree char *spoken = detail[0] != '\0' ? g_strconcat (title, ", ", detail, NULL)
                                              : g_strdup (title);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (g_strcmp0 (spoken, self->spoken) == 0)
    return;
  g_free (self->spoken);
  self->spoken = g_steal_pointer (&spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->spoken, -1);
  /* GTK 4.8 has no other way to name the item of the list. */
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    self->spoken, -1);
}

static void
show (JalonOutlineRow *self,
      JalonKind kind,
      const char *title,
      const char *detail,
      gboolean is_heading,
      gboolean is_faint)
{
  GtkWidget *label = GTK_WIDGET (self->label);

  gtk_image_set_from_icon_name (self->icon, jalon_map_row_icon_for (kind));
  gtk_label_set_label (self->label, title);
  gtk_label_set_label (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail[0] != '\0');
  (is_heading ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (label, "heading");
  (is_faint ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (label, "dim-label");
  speak (self, title, detail);
}

/**
 * jalon_outline_row_refresh:
 * @self: a row
 *
 * Shows what the document has now.
 */
void
jalon_outline_row_refresh (JalonOutlineRow *self)
{
  g_return_if_fail (JALON_IS_OUTLINE_ROW (self));

  if (JALON_IS_OUTLINE_GROUP (self->item))
    {
      JalonOutlineGroup *group = JALON_OUTLINE_GROUP (self->item);
      guint n_members = g_list_model_get_n_items (jalon_outline_group_get_members (group));
      g_autofree char *count = g_strdup_printf ("%u", n_members);

      show (self, jalon_outline_group_get_slot (group)->kind, jalon_outline_group_get_label (group),
            count, TRUE, FALSE);
    }
  else if (self->item != NULL)
    {
      JalonElement *element = JALON_ELEMENT (self->item);
      g_autofree char *title = jalon_outline_text_make_title (element);
      g_autofree char *detail = jalon_outline_text_make_detail (element);

      jalon_line_editor_refresh (self->editor);
      show (self, jalon_element_get_kind (element), title, detail, FALSE,
            jalon_element_get_title (element)[0] == '\0');
    }
}

/**
 * jalon_outline_row_edit:
 * @self: a row
 *
 * Lets people change the title in place.
 *
 * Returns: (transfer none) (nullable): what they write in; %NULL if there is no title to change
 */
JalonLineEditor *
jalon_outline_row_edit (JalonOutlineRow *self)
{
  JalonElement *element = jalon_outline_row_get_element (self);

  if (element == NULL || jalon_outline_text_get_field (element) == NULL ||
      jalon_field_text_is_long_line (jalon_element_get_title (element)))
    return NULL;
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->editor));
  jalon_line_editor_begin (self->editor, element, jalon_outline_text_get_field (element));
  return self->editor;
}

gboolean
jalon_outline_row_is_editing (JalonOutlineRow *self)
{
  g_return_val_if_fail (JALON_IS_OUTLINE_ROW (self), FALSE);

  return gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->editor);
}

void
jalon_outline_row_finish_edit (JalonOutlineRow *self)
{
  g_return_if_fail (JALON_IS_OUTLINE_ROW (self));

  if (self->editor != NULL)
    jalon_line_editor_finish (self->editor);
}
