/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-map-row.h"

#include <glib/gi18n-lib.h>

#include "widgets/jalon-candidates.h"
#include "widgets/jalon-clipboard.h"
#include "widgets/jalon-commands.h"
#include "widgets/jalon-cut-label.h"
#include "widgets/jalon-field-text.h"
#include "widgets/jalon-line-editor.h"
#include "widgets/jalon-map-picture.h"
#include "widgets/jalon-map-row-drag.h"
#include "widgets/jalon-menu-place.h"
#include "widgets/jalon-sidebar-drop.h"
#include "widgets/jalon-sidebar-section.h"
#include "widgets/jalon-tell.h"

/* A map in the sidebar, with its name, which can be changed in place. */

struct _JalonMapRow
{
  GtkListBoxRow parent_instance;

  /* Template children */
  JalonMapPicture *picture;
  GtkStack *stack;
  GtkLabel *label;
  GMenuModel *menu;

  /* Owned by the stack; NULL until somebody renames the map */
  JalonLineEditor *editor;

  /* Owned; the popover is a child of the row */
  JalonElement *map;
  GtkWidget *popover;

  gboolean is_editable;
};

G_DEFINE_FINAL_TYPE (JalonMapRow, jalon_map_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
is_renaming (JalonMapRow *self)
{
  return gtk_stack_get_visible_child (self->stack) != GTK_WIDGET (self->label);
}

static void
renamed_cb (JalonMapRow *self)
{
  g_assert (JALON_IS_MAP_ROW (self));

  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->label));
}

static void
rename_map (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jalon_map_row_rename (JALON_MAP_ROW (widget));
}

static void
duplicate_map (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonMapRow *self = JALON_MAP_ROW (widget);
  g_autoptr (GPtrArray) maps = g_ptr_array_new ();

  g_ptr_array_add (maps, self->map);
  g_ptr_array_unref (jalon_commands_duplicate (jalon_element_get_document (self->map), maps));
}

static void
make_to_be (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonMapRow *self = JALON_MAP_ROW (widget);

  if (jalon_commands_can_make_to_be (self->map))
    jalon_commands_make_to_be (jalon_element_get_document (self->map), self->map);
}

/* With what it refers to, for another window. */
static void
copy_map (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonMapRow *self = JALON_MAP_ROW (widget);
  g_autoptr (GPtrArray) maps = g_ptr_array_new ();
  g_autoptr (GdkContentProvider) provider = NULL;

  g_ptr_array_add (maps, self->map);
  provider = jalon_clipboard_provider_new (maps, NULL);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider);
}

static void
paste_map (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *sidebar = gtk_widget_get_ancestor (widget, JALON_TYPE_SIDEBAR);

  if (sidebar != NULL)
    jalon_sidebar_paste (JALON_SIDEBAR (sidebar));
}

static void
delete_map (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *sidebar = gtk_widget_get_ancestor (widget, JALON_TYPE_SIDEBAR);

  if (sidebar != NULL)
    jalon_sidebar_delete (JALON_SIDEBAR (sidebar), JALON_MAP_ROW (widget)->map);
}

/* The list makes another row for a map that has moved; the keys go along. */
static void
move_map (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (JalonElement) map = g_object_ref (JALON_MAP_ROW (widget)->map);
  g_autoptr (GPtrArray) maps = g_ptr_array_new ();
  GtkWidget *section = gtk_widget_get_ancestor (widget, JALON_TYPE_SIDEBAR_SECTION);
  JalonMapRow *row;

  g_ptr_array_add (maps, map);
  if (!jalon_commands_shift (jalon_element_get_document (map), maps,
                             strcmp (name, "row.move-down") == 0 ? 1 : -1))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  row = section != NULL ? jalon_sidebar_section_find (JALON_SIDEBAR_SECTION (section), map) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* The button goes up over the menu, and GTK 4.8 would show the row as pressed ever after. */
static void
closed_cb (JalonMapRow *self)
{
  g_assert (JALON_IS_MAP_ROW (self));

  gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_ACTIVE);
}

static void
open_menu (JalonMapRow *self, const GdkRectangle *at)
{
  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (self->menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (closed_cb), self);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.make-to-be",
                                 self->is_editable && jalon_commands_can_make_to_be (self->map));
  jalon_menu_place (GTK_POPOVER (self->popover), at);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
pressed_cb (JalonMapRow *self, int n_press, double x, double y, GtkGesture *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  g_assert (JALON_IS_MAP_ROW (self));

  if (button == GDK_BUTTON_SECONDARY)
    open_menu (self, &(GdkRectangle){ x, y, 1, 1 });
  else if (button == GDK_BUTTON_PRIMARY && n_press == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "row.rename", NULL);
}

static void
show_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_menu (JALON_MAP_ROW (widget), &(GdkRectangle){ 0, gtk_widget_get_height (widget), 1, 1 });
}

static void
jalon_map_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JalonMapRow *self = JALON_MAP_ROW (widget);

  GTK_WIDGET_CLASS (jalon_map_row_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
jalon_map_row_dispose (GObject *object)
{
  JalonMapRow *self = JALON_MAP_ROW (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), JALON_TYPE_MAP_ROW);
  g_clear_object (&self->map);

  G_OBJECT_CLASS (jalon_map_row_parent_class)->dispose (object);
}

static void
jalon_map_row_class_init (JalonMapRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jalon_map_row_dispose;
  widget_class->size_allocate = jalon_map_row_size_allocate;

  jalon_clipboard_init ();
  g_type_ensure (JALON_TYPE_MAP_PICTURE);
  gtk_widget_class_install_action (widget_class, "row.rename", NULL, rename_map);
  gtk_widget_class_install_action (widget_class, "row.duplicate", NULL, duplicate_map);
  gtk_widget_class_install_action (widget_class, "row.make-to-be", NULL, make_to_be);
  gtk_widget_class_install_action (widget_class, "row.copy", NULL, copy_map);
  gtk_widget_class_install_action (widget_class, "row.paste", NULL, paste_map);
  gtk_widget_class_install_action (widget_class, "row.delete", NULL, delete_map);
  gtk_widget_class_install_action (widget_class, "row.move-up", NULL, move_map);
  gtk_widget_class_install_action (widget_class, "row.move-down", NULL, move_map);
  gtk_widget_class_install_action (widget_class, "row.menu", NULL, show_menu);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "row.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "row.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "row.paste",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "row.duplicate",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "row.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "row.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "row.move-down",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "row.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "row.menu", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/jalon/Jalon/ui/jalon-map-row.ui");
  gtk_widget_class_bind_template_child (widget_class, JalonMapRow, picture);
  gtk_widget_class_bind_template_child (widget_class, JalonMapRow, stack);
  gtk_widget_class_bind_template_child (widget_class, JalonMapRow, label);
  gtk_widget_class_bind_template_child (widget_class, JalonMapRow, menu);
}

static void
jalon_map_row_init (JalonMapRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->is_editable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  jalon_cut_label_watch (self->label);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  jalon_map_row_drag_init (self);
}

/**
 * jalon_map_row_new:
 * @map: a map
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
jalon_map_row_new (JalonElement *map)
{
  JalonMapRow *self;

  g_return_val_if_fail (JALON_IS_ELEMENT (map), NULL);

  self = g_object_new (JALON_TYPE_MAP_ROW, NULL);
  self->map = g_object_ref (map);
  jalon_map_picture_set_icon (self->picture, jalon_map_row_icon_for (jalon_element_get_kind (map)));
  jalon_map_row_refresh (self);
  return GTK_WIDGET (self);
}

JalonElement *
jalon_map_row_get_map (JalonMapRow *self)
{
  g_return_val_if_fail (JALON_IS_MAP_ROW (self), NULL);

  return self->map;
}

/**
 * jalon_map_row_set_picture:
 * @self: a row
 * @texture: (nullable): what the map looks like
 */
void
jalon_map_row_set_picture (JalonMapRow *self, GdkTexture *texture)
{
  g_return_if_fail (JALON_IS_MAP_ROW (self));

  jalon_map_picture_set_texture (self->picture, texture);
}

/**
 * jalon_map_row_refresh:
 * @self: a row
 *
 * Shows the name that the map has now.
 */
void
jalon_map_row_refresh (JalonMapRow *self)
{
  g_return_if_fail (JALON_IS_MAP_ROW (self));

  gtk_label_set_label (self->label, jalon_candidates_name (self->map));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  jalon_candidates_name (self->map), -1);
  if (self->editor != NULL)
    jalon_line_editor_refresh (self->editor);
}

/**
 * jalon_map_row_rename:
 * @self: a row
 *
 * Lets people change the name in place.
 */
void
jalon_map_row_rename (JalonMapRow *self)
{
  JalonKind kind;
  const JalonField *field;

  g_return_if_fail (JALON_IS_MAP_ROW (self));

  kind = jalon_element_get_kind (self->map);
  field = jalon_kind_get_field (kind, jalon_kind_get_info (kind)->title);
  if (is_renaming (self))
    return;
  if (jalon_field_text_is_long_line (jalon_element_get_text (self->map, field->id)))
    {
      jalon_tell (GTK_WIDGET (self),
                  _ ("This name is too long to be changed here; see its details"));
      return;
    }
  if (self->editor == NULL)
    {
      self->editor = JALON_LINE_EDITOR (jalon_line_editor_new ());
      g_signal_connect_object (self->editor, "ended", G_CALLBACK (renamed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_valign (GTK_WIDGET (self->editor), GTK_ALIGN_CENTER);
      gtk_stack_add_child (self->stack, GTK_WIDGET (self->editor));
    }
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->editor));
  jalon_line_editor_begin (self->editor, self->map, field);
  jalon_line_editor_replace (self->editor);
}

/**
 * jalon_map_row_finish_edit:
 * @self: a row
 *
 * Ends renaming, as if people had gone elsewhere.
 */
void
jalon_map_row_finish_edit (JalonMapRow *self)
{
  g_return_if_fail (JALON_IS_MAP_ROW (self));

  if (self->editor != NULL)
    jalon_line_editor_finish (self->editor);
}

/**
 * jalon_map_row_set_editable:
 * @self: a row
 * @is_editable: %FALSE to take away what would change the map
 */
void
jalon_map_row_set_editable (JalonMapRow *self, gboolean is_editable)
{
  static const char *const actions[] = { "row.rename",   "row.duplicate", "row.make-to-be",
                                         "row.paste",    "row.delete",    "row.move-up",
                                         "row.move-down" };

  g_return_if_fail (JALON_IS_MAP_ROW (self));

  self->is_editable = is_editable;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], is_editable);
}

/**
 * jalon_map_row_icon_for:
 * @kind: a kind
 *
 * Returns: (transfer none): the name of its icon
 */
const char *
jalon_map_row_icon_for (JalonKind kind)
{
  switch (kind)
    {
    case JALON_KIND_PERSONA:
    case JALON_KIND_STAKEHOLDER:
    case JALON_KIND_AUDIENCE:
      return "jalon-persona-symbolic";
    case JALON_KIND_EMPATHY_MAP:
      return "jalon-empathy-map-symbolic";
    case JALON_KIND_STAKEHOLDER_MAP:
      return "jalon-stakeholder-map-symbolic";
    case JALON_KIND_JOURNEY:
      return "jalon-journey-symbolic";
    case JALON_KIND_REGISTER:
      return "jalon-register-symbolic";
    case JALON_KIND_LANE:
      return "jalon-lane-symbolic";
    case JALON_KIND_STAGE:
      return "jalon-stage-symbolic";
    case JALON_KIND_STEP:
      return "jalon-step-symbolic";
    case JALON_KIND_CARD:
    case JALON_KIND_NOTE:
    case JALON_KIND_TRAIT:
      return "jalon-card-symbolic";
    case JALON_KIND_SCORE:
      return "jalon-score-symbolic";
    case JALON_KIND_SLIDER:
      return "jalon-slider-symbolic";
    case JALON_KIND_SOURCE:
      return "jalon-source-symbolic";
    case JALON_KIND_RELATION:
      return "jalon-link-symbolic";
    case JALON_KIND_PROJECT:
    case JALON_KIND_METRIC:
    case JALON_KIND_IMAGE:
    case JALON_KIND_TAG:
    case JALON_KIND_UNKNOWN:
    default:
      return "text-x-generic-symbolic";
    }
}
