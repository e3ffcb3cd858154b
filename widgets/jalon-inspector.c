/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-inspector.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "document/jalon-field.h"
#include "widgets/jalon-candidates.h"
#include "widgets/jalon-commands.h"
#include "widgets/jalon-cut-label.h"
#include "widgets/jalon-field-rows.h"
#include "widgets/jalon-field-binding.h"

/* All fields of what is selected, from the table; without a selection those of the map. */

struct _JalonInspector
{
  JalonMapView base;

  /* Template children */
  GtkWidget *content;
  GtkLabel *title;
  GtkLabel *subtitle;
  AdwPreferencesGroup *fields;
  AdwPreferencesGroup *uses;
  GtkListBox *use_list;

  /* Owned */
  GPtrArray *bindings;
  GPtrArray *rows;
  char *used; /* the id of the element whose uses are listed; NULL if they have to be found anew */
  guint refresh;
};

G_DEFINE_FINAL_TYPE (JalonInspector, jalon_inspector, JALON_TYPE_MAP_VIEW)

/* What is shown: the selected elements of the kind of the first, or the map unless it is gone. */
static GPtrArray *
get_elements (JalonInspector *self)
{
  g_autoptr (GPtrArray) selected = jalon_commands_get_selected (self->base.document);
  GPtrArray *elements = g_ptr_array_new ();

  if (selected->len == 0 && self->base.map != NULL)
    g_ptr_array_add (elements, self->base.map);
  for (guint i = 0; i < selected->len; i++)
    if (jalon_element_get_kind (g_ptr_array_index (selected, i)) ==
        jalon_element_get_kind (g_ptr_array_index (selected, 0)))
      g_ptr_array_add (elements, g_ptr_array_index (selected, i));
  return elements;
}

/* The name or text first, for that is what people look for; then the fields in the order of the
 * table. */
static GPtrArray *
get_fields (JalonInspector *self, JalonElement *element)
{
  const JalonKindInfo *info = jalon_kind_get_info (jalon_element_get_kind (element));
  GPtrArray *fields = g_ptr_array_new ();

  for (const JalonField *field = info->fields; field->id != JALON_FIELD_NONE; field++)
    if (jalon_document_shows_field (self->base.document, element, field))
      g_ptr_array_insert (fields, field->id == info->title ? 0 : -1, (gpointer) field);
  return fields;
}

static gboolean
has_same_rows (JalonInspector *self, GPtrArray *fields)
{
  if (fields->len != self->bindings->len)
    return FALSE;
  for (guint i = 0; i < fields->len; i++)
    if (jalon_field_binding_get_field (g_ptr_array_index (self->bindings, i)) !=
        g_ptr_array_index (fields, i))
      return FALSE;
  return TRUE;
}

static void
clear_rows (JalonInspector *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->fields, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->bindings, 0);
}

/* The field that people are at, NULL for none. */
static const JalonField *
get_focus_field (JalonInspector *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (focus == row || gtk_widget_is_ancestor (focus, row))
        return jalon_field_binding_get_field (g_ptr_array_index (self->bindings, i));
    }
  return NULL;
}

/* A choice may bring and take away rows; people stay at it. */
static void
make_rows (JalonInspector *self, GPtrArray *fields, GPtrArray *elements)
{
  const JalonField *focus = get_focus_field (self);

  clear_rows (self);
  for (guint i = 0; i < fields->len; i++)
    {
      JalonFieldBinding *binding = jalon_field_binding_new (g_ptr_array_index (fields, i),
                                                            elements);
      GtkWidget *row = jalon_field_row_new (binding);

      g_ptr_array_add (self->bindings, binding);
      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (self->fields, row);
      if (g_ptr_array_index (fields, i) == focus)
        gtk_widget_grab_focus (row);
    }
}

static void
show_title (JalonInspector *self, GPtrArray *elements)
{
  JalonElement *element = g_ptr_array_index (elements, 0);
  const JalonKindInfo *info = jalon_kind_get_info (jalon_element_get_kind (element));
  const JalonField *governor = jalon_element_get_field (element, info->governor);
  g_autofree char *several = NULL;
  const char *subtitle = "";

  if (elements->len > 1)
    /* Translators: %u is how many, %s the name of several, for instance "Cards" */
    several = g_strdup_printf (_ ("%u %s"), elements->len, _ (info->plural));
  else if (governor != NULL && governor->type == JALON_TYPE_REFERENCE &&
           jalon_document_follow (element, governor->id) != NULL)
    subtitle = jalon_candidates_name (jalon_document_follow (element, governor->id));
  gtk_label_set_label (self->title, several != NULL ? several : _ (info->label));
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle[0] != '\0');
}

/* A map on which an element is used. */
typedef struct
{
  JalonElement *map;
  JalonElement *first;
  guint n;
} Use;

static void
count_use (GArray *uses, JalonElement *user)
{
  JalonElement *map = jalon_element_get_map (user);
  Use use = { map, user, 1 };

  for (guint i = 0; i < uses->len; i++)
    if (g_array_index (uses, Use, i).map == map)
      {
        g_array_index (uses, Use, i).n++;
        return;
      }
  if (map != NULL)
    g_array_append_val (uses, use);
}

static void
add_use (JalonInspector *self, const Use *use)
{
  GtkWidget *row = adw_action_row_new ();
  const JalonKindInfo *info = jalon_kind_get_info (jalon_element_get_kind (use->map));
  g_autofree char *places = g_strdup_printf (
    /* Translators: the kind of a map, and in how many places on it something is used */
    ngettext ("%s · %u place", "%s · %u places", use->n), _ (info->label), use->n);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), jalon_candidates_name (use->map));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), places);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (jalon_element_get_id (use->first)),
                          g_free);
  gtk_list_box_append (self->use_list, row);
}

static void
list_uses (JalonInspector *self, JalonElement *element)
{
  g_autoptr (GArray) uses = g_array_new (FALSE, FALSE, sizeof (Use));
  g_autoptr (GPtrArray) users = element != NULL ? jalon_document_find_references (element) : NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->use_list, 0)) != NULL)
    gtk_list_box_remove (self->use_list, GTK_WIDGET (row));
  for (guint i = 0; users != NULL && i < users->len; i++)
    count_use (uses, g_ptr_array_index (users, i));
  for (guint i = 0; i < uses->len; i++)
    add_use (self, &g_array_index (uses, Use, i));
  gtk_widget_set_visible (GTK_WIDGET (self->uses), uses->len > 0);
}

/* Where the one element that is shown is used. To find that takes longer than most edits do. */
static void
show_uses (JalonInspector *self, GPtrArray *elements)
{
  JalonElement *element = elements->len == 1 ? g_ptr_array_index (elements, 0) : NULL;
  const char *id = element != NULL ? jalon_element_get_id (element) : NULL;

  if (id != NULL && g_strcmp0 (self->used, id) == 0)
    return;
  list_uses (self, element);
  g_free (self->used);
  self->used = g_strdup (id);
}

/* Whether what is used on a map may have become another, or the name of the map. */
static gboolean
may_change_uses (const JalonChange *change)
{
  return change->type != JALON_CHANGE_SET || jalon_kind_is_map (change->kind) ||
         jalon_field_is_reference (change->field);
}

static void
refresh (JalonInspector *self)
{
  g_autoptr (GPtrArray) elements = NULL;
  g_autoptr (GPtrArray) fields = NULL;

  if (self->base.document != NULL)
    elements = get_elements (self);
  gtk_widget_set_visible (self->content, elements != NULL && elements->len > 0);
  if (elements == NULL || elements->len == 0)
    {
      clear_rows (self);
      return;
    }
  fields = get_fields (self, g_ptr_array_index (elements, 0));
  if (has_same_rows (self, fields))
    for (guint i = 0; i < self->bindings->len; i++)
      jalon_field_binding_set_elements (g_ptr_array_index (self->bindings, i), elements);
  else
    make_rows (self, fields, elements);
  show_title (self, elements);
  show_uses (self, elements);
}

/* After the frame that shows the change on the map: that comes first. */
static gboolean
refresh_cb (gpointer data)
{
  JalonInspector *self = data;

  self->refresh = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (JalonMapView *view)
{
  JalonInspector *self = JALON_INSPECTOR (view);

  if (self->refresh == 0)
    self->refresh = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, refresh_cb, self, NULL);
}

static void
jalon_inspector_enter_document (JalonMapView *view)
{
  JalonInspector *self = JALON_INSPECTOR (view);

  clear_rows (self);
  g_clear_pointer (&self->used, g_free);
  queue_refresh (view);
}

/* The keys go before: GTK 4.8 does not tell what is insensitive that they left it. */
static void
jalon_inspector_editable_changed (JalonMapView *view)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));

  if (root != NULL && gtk_widget_get_focus_child (GTK_WIDGET (view)) != NULL)
    gtk_root_set_focus (root, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (view), view->is_editable);
}

static void
jalon_inspector_document_changed (JalonMapView *view, const JalonStep *step)
{
  JalonInspector *self = JALON_INSPECTOR (view);

  for (guint i = 0; i < jalon_step_get_n_changes (step); i++)
    if (may_change_uses (jalon_step_get_change (step, i)))
      g_clear_pointer (&self->used, g_free);
  queue_refresh (view);
}

static void
use_activated_cb (JalonInspector *self, GtkListBoxRow *row)
{
  g_assert (JALON_IS_INSPECTOR (self));

  jalon_map_view_jump (JALON_MAP_VIEW (self), g_object_get_data (G_OBJECT (row), "id"));
}

static void
jalon_inspector_dispose (GObject *object)
{
  JalonInspector *self = JALON_INSPECTOR (object);

  jalon_map_view_set_document (JALON_MAP_VIEW (self), NULL);
  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_pointer (&self->bindings, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->used, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), JALON_TYPE_INSPECTOR);

  G_OBJECT_CLASS (jalon_inspector_parent_class)->dispose (object);
}

static void
jalon_inspector_class_init (JalonInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  JalonMapViewClass *view_class = JALON_MAP_VIEW_CLASS (klass);

  object_class->dispose = jalon_inspector_dispose;
  view_class->enter_document = jalon_inspector_enter_document;
  view_class->enter_map = queue_refresh;
  view_class->editable_changed = jalon_inspector_editable_changed;
  view_class->document_changed = jalon_inspector_document_changed;
  view_class->selection_changed = queue_refresh;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/jalon/Jalon/ui/jalon-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, JalonInspector, content);
  gtk_widget_class_bind_template_child (widget_class, JalonInspector, title);
  gtk_widget_class_bind_template_child (widget_class, JalonInspector, subtitle);
  gtk_widget_class_bind_template_child (widget_class, JalonInspector, fields);
  gtk_widget_class_bind_template_child (widget_class, JalonInspector, uses);
  gtk_widget_class_bind_template_child (widget_class, JalonInspector, use_list);
  gtk_widget_class_bind_template_callback (widget_class, use_activated_cb);
}

static void
jalon_inspector_init (JalonInspector *self)
{
  self->bindings = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  jalon_cut_label_watch (self->subtitle);
}

GtkWidget *
jalon_inspector_new (void)
{
  return g_object_new (JALON_TYPE_INSPECTOR, NULL);
}

/**
 * jalon_inspector_focus_first:
 * @self: an inspector that is seen
 *
 * Puts the keys on the first field of what is selected now.
 *
 * Returns: %FALSE if there is none that can be changed
 */
gboolean
jalon_inspector_focus_first (JalonInspector *self)
{
  g_return_val_if_fail (JALON_IS_INSPECTOR (self), FALSE);

  if (self->refresh != 0)
    {
      g_clear_handle_id (&self->refresh, g_source_remove);
      refresh (self);
    }
  return self->rows->len > 0 &&
         gtk_widget_child_focus (g_ptr_array_index (self->rows, 0), GTK_DIR_TAB_FORWARD);
}
