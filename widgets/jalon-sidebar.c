/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-sidebar.h"

#include "widgets/jalon-commands.h"
#include "widgets/jalon-edge-scroll.h"
#include "widgets/jalon-sidebar-drop.h"
#include "widgets/jalon-sidebar-pictures.h"
#include "widgets/jalon-sidebar-section.h"

/* The maps of the project by kind. The keys go through all of them as if they were one list. */

static const JalonKind kinds[] = {
  JALON_KIND_PERSONA, JALON_KIND_EMPATHY_MAP, JALON_KIND_STAKEHOLDER_MAP,
  JALON_KIND_JOURNEY, JALON_KIND_REGISTER,
};

#define N_SECTIONS G_N_ELEMENTS (kinds)

struct _JalonSidebar
{
  JalonMapView base;

  /* Template children */
  GtkScrolledWindow *scroller;
  GtkBox *box;

  /* Owned by the box */
  JalonSidebarSection *sections[N_SECTIONS];

  /* Owned */
  JalonSidebarPictures *pictures;
};

G_DEFINE_FINAL_TYPE (JalonSidebar, jalon_sidebar, JALON_TYPE_MAP_VIEW)

/* The keys go along, if they are at a row. */
static void
jalon_sidebar_enter_map (JalonMapView *view)
{
  JalonSidebar *self = JALON_SIDEBAR (view);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; i < N_SECTIONS; i++)
    jalon_sidebar_section_select (self->sections[i], view->map);
  if (JALON_IS_MAP_ROW (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    jalon_sidebar_focus_map (self);
}

static void
selected_cb (JalonSidebar *self, JalonElement *map)
{
  g_assert (JALON_IS_SIDEBAR (self));

  jalon_map_view_set_map (JALON_MAP_VIEW (self), map);
}

static gboolean
left_cb (JalonSidebar *self, GtkDirectionType direction, JalonSidebarSection *section)
{
  int step = direction == GTK_DIR_DOWN ? 1 : -1;
  int i = 0;

  g_assert (JALON_IS_SIDEBAR (self));

  while (self->sections[i] != section)
    i++;
  for (i += step; i >= 0 && i < (int) N_SECTIONS; i += step)
    {
      JalonMapRow *row = jalon_sidebar_section_get_row (self->sections[i],
                                                        step > 0 ? 0 : G_MAXUINT);

      if (row == NULL)
        continue;
      jalon_map_view_set_map (JALON_MAP_VIEW (self), jalon_map_row_get_map (row));
      return gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  return FALSE;
}

static void
jalon_sidebar_editable_changed (JalonMapView *view)
{
  for (guint i = 0; i < N_SECTIONS; i++)
    jalon_sidebar_section_set_editable (JALON_SIDEBAR (view)->sections[i], view->is_editable);
}

static void
jalon_sidebar_finish_edit (JalonMapView *view)
{
  g_autoptr (GPtrArray) rows = jalon_sidebar_list_rows (JALON_SIDEBAR (view));

  for (guint i = 0; i < rows->len; i++)
    jalon_map_row_finish_edit (g_ptr_array_index (rows, i));
}

static void
jalon_sidebar_enter_document (JalonMapView *view)
{
  JalonSidebar *self = JALON_SIDEBAR (view);
  JalonElement *project = view->document != NULL ? jalon_document_get_project (view->document)
                                                 : NULL;

  for (guint i = 0; i < N_SECTIONS; i++)
    jalon_sidebar_section_set_project (self->sections[i], project);
  jalon_sidebar_pictures_clear (self->pictures);
}

static void
jalon_sidebar_document_changed (JalonMapView *view, const JalonStep *step)
{
  JalonSidebar *self = JALON_SIDEBAR (view);

  for (guint i = 0; i < N_SECTIONS; i++)
    jalon_sidebar_section_refresh (self->sections[i]);
  jalon_sidebar_pictures_refresh (self->pictures);
  jalon_sidebar_enter_map (view);
}

static void
jalon_sidebar_dispose (GObject *object)
{
  JalonSidebar *self = JALON_SIDEBAR (object);

  if (self->box != NULL)
    jalon_map_view_set_document (JALON_MAP_VIEW (self), NULL);
  g_clear_pointer (&self->pictures, jalon_sidebar_pictures_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), JALON_TYPE_SIDEBAR);

  G_OBJECT_CLASS (jalon_sidebar_parent_class)->dispose (object);
}

static void
jalon_sidebar_class_init (JalonSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  JalonMapViewClass *view_class = JALON_MAP_VIEW_CLASS (klass);

  object_class->dispose = jalon_sidebar_dispose;
  view_class->enter_document = jalon_sidebar_enter_document;
  view_class->enter_map = jalon_sidebar_enter_map;
  view_class->editable_changed = jalon_sidebar_editable_changed;
  view_class->document_changed = jalon_sidebar_document_changed;
  view_class->finish_edit = jalon_sidebar_finish_edit;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/jalon/Jalon/ui/jalon-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, JalonSidebar, scroller);
  gtk_widget_class_bind_template_child (widget_class, JalonSidebar, box);
}

static void
jalon_sidebar_init (JalonSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_SECTIONS; i++)
    {
      GtkWidget *section = jalon_sidebar_section_new (kinds[i]);

      self->sections[i] = JALON_SIDEBAR_SECTION (section);
      g_signal_connect_swapped (section, "selected", G_CALLBACK (selected_cb), self);
      g_signal_connect_swapped (section, "left", G_CALLBACK (left_cb), self);
      gtk_box_append (self->box, section);
    }
  self->pictures = jalon_sidebar_pictures_new (self, self->scroller);
  jalon_sidebar_drop_init (self);
  jalon_edge_scroll_init (self->scroller);
}

GtkWidget *
jalon_sidebar_new (void)
{
  return g_object_new (JALON_TYPE_SIDEBAR, NULL);
}

/**
 * jalon_sidebar_list_rows:
 * @self: a sidebar
 *
 * Returns: (transfer container) (element-type JalonMapRow): all rows, from the top
 */
GPtrArray *
jalon_sidebar_list_rows (JalonSidebar *self)
{
  GPtrArray *rows = g_ptr_array_new ();

  g_return_val_if_fail (JALON_IS_SIDEBAR (self), rows);

  for (guint i = 0; i < N_SECTIONS; i++)
    {
      JalonMapRow *row;

      for (guint j = 0; (row = jalon_sidebar_section_get_row (self->sections[i], j)) != NULL; j++)
        g_ptr_array_add (rows, row);
    }
  return rows;
}

static JalonMapRow *
find_shown (JalonSidebar *self)
{
  JalonMapRow *row = NULL;

  for (guint i = 0; self->base.map != NULL && row == NULL && i < N_SECTIONS; i++)
    row = jalon_sidebar_section_find (self->sections[i], self->base.map);
  return row;
}

/**
 * jalon_sidebar_focus_map:
 * @self: a sidebar
 *
 * Brings the keys to the map that is shown.
 *
 * Returns: %TRUE if there is one
 */
gboolean
jalon_sidebar_focus_map (JalonSidebar *self)
{
  JalonMapRow *row;

  g_return_val_if_fail (JALON_IS_SIDEBAR (self), FALSE);

  row = find_shown (self);
  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* The row below that of @map, or the one above if it is the last, of whatever kind. */
static JalonElement *
find_beside (JalonSidebar *self, JalonElement *map)
{
  g_autoptr (GPtrArray) rows = jalon_sidebar_list_rows (self);
  guint i = 0;

  while (i < rows->len && jalon_map_row_get_map (g_ptr_array_index (rows, i)) != map)
    i++;
  if (i >= rows->len || rows->len == 1)
    return NULL;
  return jalon_map_row_get_map (g_ptr_array_index (rows, i + 1 < rows->len ? i + 1 : i - 1));
}

/**
 * jalon_sidebar_delete:
 * @self: a sidebar
 * @map: a map of its document
 *
 * Deletes a map. If it was shown, the one beside it is; if the keys were at the maps, they stay
 * there.
 */
void
jalon_sidebar_delete (JalonSidebar *self, JalonElement *map)
{
  g_autoptr (GPtrArray) maps = g_ptr_array_new ();
  JalonElement *beside;
  gboolean has_focus;

  g_return_if_fail (JALON_IS_SIDEBAR (self));
  g_return_if_fail (JALON_IS_ELEMENT (map));

  g_ptr_array_add (maps, map);
  beside = find_beside (self, map);
  has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  if (self->base.map == map && beside != NULL)
    jalon_map_view_set_map (JALON_MAP_VIEW (self), beside);
  if (has_focus)
    jalon_sidebar_focus_map (self);
  jalon_commands_remove (self->base.document, maps);
}

/**
 * jalon_sidebar_rename:
 * @self: a sidebar
 *
 * Lets people rename the map that is shown.
 */
void
jalon_sidebar_rename (JalonSidebar *self)
{
  JalonMapRow *row;

  g_return_if_fail (JALON_IS_SIDEBAR (self));

  row = find_shown (self);
  if (row != NULL)
    jalon_map_row_rename (row);
}
