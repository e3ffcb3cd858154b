/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is selected, here and on the map, what was found, and what has the keys. */

#include "widgets/jalon-outline-private.h"

#include "widgets/jalon-attempt.h"
#include "widgets/jalon-commands.h"

/* Selects on the map what is selected here. */
void
jalon_outline_selected (JalonOutline *self)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  g_autoptr (GtkBitset) selected = NULL;
  GtkBitsetIter iter;
  guint position;

  g_assert (JALON_IS_OUTLINE (self));

  if (self->is_quiet)
    return;
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, position);
      g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);

      if (JALON_IS_ELEMENT (item))
        g_ptr_array_add (elements, item);
    }
  self->is_quiet = TRUE;
  jalon_commands_select (self->base.document, elements);
  self->is_quiet = FALSE;
}

/* Selects here what is selected on the map. */
void
jalon_outline_show_selection (JalonOutline *self)
{
  g_autoptr (GPtrArray) elements = NULL;
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = NULL;

  if (self->tree == NULL || self->is_quiet || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  elements = jalon_commands_get_selected (self->base.document);
  self->is_quiet = TRUE;
  /* First open all, for that moves the others. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < elements->len; i++)
      {
        g_autoptr (GtkTreeListRow) row = jalon_outline_tree_find (self, elements->pdata[i]);

        if (row != NULL && pass == 1)
          gtk_bitset_add (selected, gtk_tree_list_row_get_position (row));
      }
  all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->tree)));
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), selected, all);
  self->is_quiet = FALSE;
}

static void
scroll_to (JalonOutline *self, GtkTreeListRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                              gtk_tree_list_row_get_position (row));
}

void
jalon_outline_follow_selection (JalonMapView *view)
{
  JalonOutline *self = JALON_OUTLINE (view);
  const char *const *ids = jalon_document_get_selection (view->document);
  JalonElement *first = ids[0] != NULL ? jalon_document_lookup (view->document, ids[0]) : NULL;
  g_autoptr (GtkTreeListRow) row = NULL;

  if (self->is_quiet || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  jalon_outline_show_selection (self);
  row = first != NULL ? jalon_outline_tree_find (self, first) : NULL;
  if (row == NULL)
    return;
  /* Undo gives the keys back, too. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    jalon_outline_go_to (self, first, FALSE);
  else
    scroll_to (self, row);
}

/* What a closed row holds is marked on it. */
static JalonHitMark
find_mark (JalonOutline *self, JalonOutlineRow *row)
{
  gboolean is_open = gtk_tree_list_row_get_expanded (jalon_outline_row_get_row (row));
  JalonElement *element = jalon_outline_row_get_element (row);
  JalonOutlineGroup *group = jalon_outline_row_get_group (row);
  GListModel *members = NULL;
  JalonHitMark mark;

  if (element != NULL)
    {
      mark = jalon_map_view_get_mark (JALON_MAP_VIEW (self), element, JALON_FIELD_NONE);
      return mark == JALON_HIT_MARK_INSIDE && is_open ? JALON_HIT_MARK_NONE : mark;
    }
  /* The list may show a row for a moment after what it stood for has gone. */
  if (group != NULL && !is_open)
    members = jalon_outline_group_get_members (group);
  for (guint i = 0; members != NULL && i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (JalonElement) member = g_list_model_get_item (members, i);

      if (jalon_map_view_get_mark (JALON_MAP_VIEW (self), member, JALON_FIELD_NONE) !=
          JALON_HIT_MARK_NONE)
        return JALON_HIT_MARK_INSIDE;
    }
  return JALON_HIT_MARK_NONE;
}

void
jalon_outline_mark (JalonOutline *self, JalonOutlineRow *row)
{
  jalon_hit_mark_apply (find_mark (self, row), GTK_WIDGET (row));
}

void
jalon_outline_hits_changed (JalonMapView *view)
{
  JalonOutline *self = JALON_OUTLINE (view);
  g_autoptr (GList) rows = g_hash_table_get_values (self->rows);

  for (GList *l = rows; l != NULL; l = l->next)
    jalon_outline_mark (self, l->data);
}

/* Whether there is a row for it, which may have to be opened. */
gboolean
jalon_outline_shows (JalonMapView *view, JalonElement *element)
{
  JalonOutline *self = JALON_OUTLINE (view);
  g_autoptr (JalonOutlineGroup) group = NULL;

  if (view->map == NULL || element == view->map || !jalon_element_contains (view->map, element))
    return FALSE;
  while (jalon_element_get_parent (element) != view->map)
    element = jalon_element_get_parent (element);
  group = jalon_outline_group_find (G_LIST_MODEL (self->groups), element);
  return group != NULL;
}

gboolean
jalon_outline_reveal (JalonMapView *view, JalonElement *element, JalonFieldId field)
{
  JalonOutline *self = JALON_OUTLINE (view);
  const char *const ids[] = { jalon_element_get_id (element), NULL };
  g_autoptr (GtkTreeListRow) row = NULL;

  jalon_document_set_selection (view->document, ids);
  row = jalon_outline_tree_find (self, element);
  if (row != NULL)
    scroll_to (self, row);
  return row != NULL;
}

void
jalon_outline_forget_wanted (JalonOutline *self)
{
  jalon_attempt_stop (&self->wanted_tick, GTK_WIDGET (self));
  g_clear_object (&self->wanted);
  g_clear_pointer (&self->wanted_key, g_free);
  g_string_set_size (self->typed, 0);
}

/* People write on while the list makes the row that they write. */
gboolean
jalon_outline_type_ahead (JalonOutline *self, gunichar letter)
{
  if (self->wanted_key != NULL)
    g_string_append_unichar (self->typed, letter);
  return self->wanted_key != NULL;
}

static void
give_up (GtkWidget *widget)
{
  jalon_outline_forget_wanted (JALON_OUTLINE (widget));
}

/* Gives the keys to what wants them, once the list has given a row for it its place: one that has
 * none yet would not be scrolled to, and lose the keys again. */
static gboolean
take_wanted (GtkWidget *widget)
{
  JalonOutline *self = JALON_OUTLINE (widget);
  g_autoptr (JalonElement) wanted = g_object_ref (self->wanted);
  g_autoptr (GtkTreeListRow) place = jalon_outline_tree_find (self, wanted);
  g_autofree char *key = NULL;
  JalonOutlineRow *row;
  JalonLineEditor *editor = NULL;

  if (place != NULL)
    scroll_to (self, place);
  row = g_hash_table_lookup (self->rows, wanted);
  if (row == NULL || gtk_widget_get_height (GTK_WIDGET (row)) == 0)
    return FALSE;
  g_clear_object (&self->wanted);
  key = g_steal_pointer (&self->wanted_key);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  if (self->wants_edit)
    editor = jalon_outline_row_edit (row);
  if (editor != NULL && key != NULL)
    jalon_line_editor_set_new (editor, key, self->wanted_revision, self->typed->str);
  return TRUE;
}

static void
want (JalonOutline *self, JalonElement *element, gboolean edit, const char *key, guint64 revision)
{
  g_autoptr (GtkTreeListRow) row = jalon_outline_tree_find (self, element);

  jalon_outline_forget_wanted (self);
  if (row == NULL)
    return;
  self->wanted = g_object_ref (element);
  self->wants_edit = edit;
  self->wanted_key = g_strdup (key);
  self->wanted_revision = revision;
  jalon_attempt_start (&self->wanted_tick, GTK_WIDGET (self), take_wanted, give_up);
}

/* Gives the keys to an element, and lets people write its title. */
void
jalon_outline_go_to (JalonOutline *self, JalonElement *element, gboolean edit)
{
  want (self, element, edit, NULL, 0);
}

/* The same for one that @key has just added to the document of @revision. */
void
jalon_outline_write_new (JalonOutline *self,
                         JalonElement *element,
                         const char *key,
                         guint64 revision)
{
  want (self, element, TRUE, key, revision);
}
