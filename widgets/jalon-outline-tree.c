/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which rows there are. An element is the list of its children, so that a change reaches the rows
 * without anything being built anew; only the groups of a map are made for the outline. */

#include "widgets/jalon-outline-private.h"

static GListModel *
list_children (gpointer item, gpointer data)
{
  if (JALON_IS_OUTLINE_GROUP (item))
    return g_object_ref (jalon_outline_group_get_members (item));
  return jalon_outline_group_holds_others (jalon_element_get_kind (item)) ? g_object_ref (item)
                                                                          : NULL;
}

/* As people left it; at first down to the steps, whose cards are too many. */
static gboolean
should_open (JalonOutline *self, gpointer item)
{
  JalonKind kind;
  gpointer opened;

  if (JALON_IS_OUTLINE_GROUP (item))
    return TRUE;
  kind = jalon_element_get_kind (item);
  if (!jalon_outline_group_holds_others (kind))
    return FALSE;
  if (g_hash_table_lookup_extended (self->openings, jalon_element_get_id (item), NULL, &opened))
    return GPOINTER_TO_INT (opened);
  for (guint child = 0; child < JALON_N_KINDS; child++)
    if (jalon_kind_can_hold (kind, child) && jalon_outline_group_holds_others (child))
      return TRUE;
  return FALSE;
}

static void
open_below (JalonOutline *self, GtkTreeListRow *row)
{
  GListModel *children;

  gtk_tree_list_row_set_expanded (row, TRUE);
  children = gtk_tree_list_row_get_children (row);
  for (guint i = 0; children != NULL && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (GObject) child = g_list_model_get_item (children, i);

      if (should_open (self, child))
        {
          g_autoptr (GtkTreeListRow) child_row = gtk_tree_list_row_get_child_row (row, i);

          open_below (self, child_row);
        }
    }
}

static void
open_all (JalonOutline *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->groups)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_child_row (self->tree, i);

      open_below (self, row);
    }
}

/* The groups of the map, without rows for any of them yet. */
static GListStore *
list_groups (JalonElement *map)
{
  if (map == NULL || jalon_element_get_document (map) == NULL)
    return g_list_store_new (JALON_TYPE_OUTLINE_GROUP);
  return jalon_outline_group_list (map);
}

void
jalon_outline_tree_set_map (JalonOutline *self, JalonElement *map)
{
  gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->tree);
  g_clear_object (&self->groups);
  if (map == NULL)
    return;
  self->groups = list_groups (map);
  self->tree = gtk_tree_list_model_new (G_LIST_MODEL (g_object_ref (self->groups)), FALSE, FALSE,
                                        list_children, NULL, NULL);
  open_all (self);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->tree)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

static gboolean
is_same (GListModel *groups, GListModel *others)
{
  guint n_groups = g_list_model_get_n_items (groups);

  if (n_groups != g_list_model_get_n_items (others))
    return FALSE;
  for (guint i = 0; i < n_groups; i++)
    {
      g_autoptr (JalonOutlineGroup) group = g_list_model_get_item (groups, i);
      g_autoptr (JalonOutlineGroup) other = g_list_model_get_item (others, i);

      if (!jalon_outline_group_equal (group, other))
        return FALSE;
    }
  return TRUE;
}

/* The map shows other sections, or something lies in another one. */
static void
update_groups (JalonOutline *self)
{
  g_autoptr (GListStore) groups = list_groups (self->base.map);
  GListModel *present = G_LIST_MODEL (self->groups);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (is_same (present, G_LIST_MODEL (groups)))
    {
      for (guint i = 0; i < g_list_model_get_n_items (present); i++)
        {
          g_autoptr (JalonOutlineGroup) group = g_list_model_get_item (present, i);

          jalon_outline_group_refresh (group);
        }
      return;
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (groups)); i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (groups), i));
  g_list_store_splice (self->groups, 0, g_list_model_get_n_items (present), items->pdata,
                       items->len);
  open_all (self);
}

static gboolean
has_sections (JalonOutline *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->groups)); i++)
    {
      g_autoptr (JalonOutlineGroup) group = g_list_model_get_item (G_LIST_MODEL (self->groups), i);

      if (jalon_outline_group_get_slot (group)->field != JALON_FIELD_NONE)
        return TRUE;
    }
  return FALSE;
}

static void
open_if_should (JalonOutline *self, JalonElement *element)
{
  g_autoptr (GtkTreeListRow) row = NULL;

  if (element == self->base.map || !jalon_element_contains (self->base.map, element) ||
      !should_open (self, element))
    return;
  row = jalon_outline_tree_find (self, element);
  if (row != NULL)
    open_below (self, row);
}

/* What came or went elsewhere comes back open or closed as it was. */
void
jalon_outline_tree_update (JalonOutline *self, const JalonStep *step)
{
  if (jalon_element_get_document (self->base.map) == NULL)
    return;
  if (has_sections (self))
    update_groups (self);
  for (guint i = 0; i < jalon_step_get_n_changes (step); i++)
    {
      const JalonChange *change = jalon_step_get_change (step, i);

      if (change->type == JALON_CHANGE_INSERT || change->type == JALON_CHANGE_MOVE)
        open_if_should (self, change->element);
    }
}

void
jalon_outline_tree_remember (JalonOutline *self, JalonElement *element, gboolean is_open)
{
  g_hash_table_insert (self->openings, g_strdup (jalon_element_get_id (element)),
                       GINT_TO_POINTER (is_open));
}

/* The row of the parent of @element, opened. */
static GtkTreeListRow *
open_parent (JalonOutline *self, JalonElement *element, guint *index)
{
  JalonElement *parent = jalon_element_get_parent (element);
  GtkTreeListRow *row = NULL;

  if (parent == self->base.map)
    {
      g_autoptr (JalonOutlineGroup)
        group = jalon_outline_group_find (G_LIST_MODEL (self->groups), element);
      guint position;

      if (group == NULL || !g_list_store_find (self->groups, group, &position))
        return NULL;
      *index = jalon_outline_group_get_index (group, element);
      row = gtk_tree_list_model_get_child_row (self->tree, position);
    }
  else if (parent != NULL)
    {
      *index = jalon_element_get_index (element);
      row = jalon_outline_tree_find (self, parent);
    }
  if (row != NULL)
    gtk_tree_list_row_set_expanded (row, TRUE);
  return row;
}

/**
 * jalon_outline_tree_find:
 * @self: an outline with a map
 * @element: an element
 *
 * Finds the row of an element, and opens what is above it.
 *
 * Returns: (transfer full) (nullable): the row; %NULL if the outline does not show @element
 */
GtkTreeListRow *
jalon_outline_tree_find (JalonOutline *self, JalonElement *element)
{
  g_autoptr (GtkTreeListRow) parent = NULL;
  guint index;

  if (self->tree == NULL || jalon_element_get_document (element) == NULL)
    return NULL;
  parent = open_parent (self, element, &index);
  return parent != NULL ? gtk_tree_list_row_get_child_row (parent, index) : NULL;
}
