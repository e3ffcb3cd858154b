/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-sidebar-section.h"

#include <glib/gi18n-lib.h>

/* The maps of one kind, under their name, with a button to add one. */

struct _JalonSidebarSection
{
  GtkBox parent_instance;

  JalonKind kind;
  gboolean is_editable;

  /* Template children */
  GtkLabel *title;
  GtkButton *add;
  GtkListBox *list;
};

enum
{
  SELECTED,
  LEFT,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (JalonSidebarSection, jalon_sidebar_section, GTK_TYPE_BOX)

static guint signals[N_SIGNALS];

static void
row_selected_cb (JalonSidebarSection *self, GtkListBoxRow *row)
{
  g_assert (JALON_IS_SIDEBAR_SECTION (self));

  if (row != NULL)
    g_signal_emit (self, signals[SELECTED], 0, jalon_map_row_get_map (JALON_MAP_ROW (row)));
}

static gboolean
keynav_failed_cb (JalonSidebarSection *self, GtkDirectionType direction)
{
  gboolean handled = FALSE;

  g_assert (JALON_IS_SIDEBAR_SECTION (self));

  if (direction == GTK_DIR_UP || direction == GTK_DIR_DOWN)
    g_signal_emit (self, signals[LEFT], 0, direction, &handled);
  return handled;
}

static void
jalon_sidebar_section_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JALON_TYPE_SIDEBAR_SECTION);

  G_OBJECT_CLASS (jalon_sidebar_section_parent_class)->dispose (object);
}

static void
jalon_sidebar_section_class_init (JalonSidebarSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jalon_sidebar_section_dispose;

  /**
   * JalonSidebarSection::selected:
   * @self: the section
   * @map: a map of it
   */
  signals[SELECTED] = g_signal_new ("selected", JALON_TYPE_SIDEBAR_SECTION, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, JALON_TYPE_ELEMENT);

  /**
   * JalonSidebarSection::left:
   * @self: the section
   * @direction: up or down
   *
   * The arrow keys go beyond the first or the last row.
   *
   * Returns: %TRUE if there is somewhere to go
   */
  signals[LEFT] = g_signal_new ("left", JALON_TYPE_SIDEBAR_SECTION, G_SIGNAL_RUN_LAST, 0,
                                g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1,
                                GTK_TYPE_DIRECTION_TYPE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/jalon/Jalon/ui/jalon-sidebar-section.ui");
  gtk_widget_class_bind_template_child (widget_class, JalonSidebarSection, title);
  gtk_widget_class_bind_template_child (widget_class, JalonSidebarSection, add);
  gtk_widget_class_bind_template_child (widget_class, JalonSidebarSection, list);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, keynav_failed_cb);
}

static void
jalon_sidebar_section_init (JalonSidebarSection *self)
{
  self->is_editable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * jalon_sidebar_section_new:
 * @kind: of the maps
 *
 * Returns: (transfer floating): a section without project
 */
GtkWidget *
jalon_sidebar_section_new (JalonKind kind)
{
  JalonSidebarSection *self = g_object_new (JALON_TYPE_SIDEBAR_SECTION, NULL);
  const JalonKindInfo *info = jalon_kind_get_info (kind);
  /* Translators: the name of a kind of map, for instance "New: Persona" */
  g_autofree char *hint = g_strdup_printf (_ ("New: %s"), _ (info->label));

  self->kind = kind;
  gtk_label_set_label (self->title, _ (info->plural));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, hint,
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add), "s", info->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (info->plural), -1);
  return GTK_WIDGET (self);
}

static gboolean
is_of_kind (gpointer item, gpointer data)
{
  return jalon_element_get_kind (JALON_ELEMENT (item)) == GPOINTER_TO_UINT (data);
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  GtkWidget *row = jalon_map_row_new (JALON_ELEMENT (item));

  jalon_map_row_set_editable (JALON_MAP_ROW (row), JALON_SIDEBAR_SECTION (data)->is_editable);
  return row;
}

/**
 * jalon_sidebar_section_set_project:
 * @self: a section
 * @project: (nullable): whose maps are listed; the list follows them
 */
void
jalon_sidebar_section_set_project (JalonSidebarSection *self, JalonElement *project)
{
  g_autoptr (GtkFilterListModel) model = NULL;

  g_return_if_fail (JALON_IS_SIDEBAR_SECTION (self));

  if (project != NULL)
    model = gtk_filter_list_model_new (
      G_LIST_MODEL (g_object_ref (project)),
      GTK_FILTER (gtk_custom_filter_new (is_of_kind, GUINT_TO_POINTER (self->kind), NULL)));
  gtk_list_box_bind_model (self->list, (GListModel *) model, make_row, self, NULL);
}

/**
 * jalon_sidebar_section_set_editable:
 * @self: a section
 * @is_editable: %FALSE to take away what would change the maps, also of those that come later
 */
void
jalon_sidebar_section_set_editable (JalonSidebarSection *self, gboolean is_editable)
{
  JalonMapRow *row;

  g_return_if_fail (JALON_IS_SIDEBAR_SECTION (self));

  self->is_editable = is_editable;
  for (guint i = 0; (row = jalon_sidebar_section_get_row (self, i)) != NULL; i++)
    jalon_map_row_set_editable (row, is_editable);
}

/**
 * jalon_sidebar_section_get_row:
 * @self: a section
 * @index: which, from 0; %G_MAXUINT for the last
 *
 * Returns: (transfer none) (nullable): the row; %NULL if there is none
 */
JalonMapRow *
jalon_sidebar_section_get_row (JalonSidebarSection *self, guint index)
{
  GtkWidget *row;

  g_return_val_if_fail (JALON_IS_SIDEBAR_SECTION (self), NULL);

  row = index == G_MAXUINT ? gtk_widget_get_last_child (GTK_WIDGET (self->list))
                           : GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) index));
  return row != NULL ? JALON_MAP_ROW (row) : NULL;
}

JalonMapRow *
jalon_sidebar_section_find (JalonSidebarSection *self, JalonElement *map)
{
  JalonMapRow *row;

  for (guint i = 0; (row = jalon_sidebar_section_get_row (self, i)) != NULL; i++)
    if (jalon_map_row_get_map (row) == map)
      return row;
  return NULL;
}

/**
 * jalon_sidebar_section_select:
 * @self: a section
 * @map: (nullable): a map of this section or another
 *
 * Marks the row of a map, if it is here, and no other.
 */
void
jalon_sidebar_section_select (JalonSidebarSection *self, JalonElement *map)
{
  JalonMapRow *row;

  g_return_if_fail (JALON_IS_SIDEBAR_SECTION (self));

  row = map != NULL ? jalon_sidebar_section_find (self, map) : NULL;
  if (row != NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  else
    gtk_list_box_unselect_all (self->list);
}

/**
 * jalon_sidebar_section_refresh:
 * @self: a section
 *
 * Shows the names that the maps have now.
 */
void
jalon_sidebar_section_refresh (JalonSidebarSection *self)
{
  JalonMapRow *row;

  for (guint i = 0; (row = jalon_sidebar_section_get_row (self, i)) != NULL; i++)
    jalon_map_row_refresh (row);
}
