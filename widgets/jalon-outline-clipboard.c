/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is copied of an outline, and where in it something is pasted or dropped. */

#include "widgets/jalon-outline-private.h"

#include "widgets/jalon-commands.h"
#include "widgets/jalon-paste-drop.h"

static GPtrArray *
get_copied (JalonMapView *view)
{
  JalonOutline *self = JALON_OUTLINE (view);

  return jalon_outline_get_elements (self, jalon_outline_get_current (self));
}

static void
cut (JalonMapView *view, GPtrArray *elements)
{
  jalon_outline_remove (JALON_OUTLINE (view), elements, jalon_commands_cut);
}

/* The group that the keys are on or in, NULL for none. */
static JalonOutlineGroup *
find_group (JalonOutline *self)
{
  JalonElement *element = jalon_outline_get_current (self);
  g_autoptr (GListStore) groups = NULL;

  if (JALON_IS_OUTLINE_GROUP (self->current))
    return g_object_ref (JALON_OUTLINE_GROUP (self->current));
  if (element == NULL)
    return NULL;
  groups = jalon_outline_group_list (jalon_element_get_parent (element));
  return jalon_outline_group_find (G_LIST_MODEL (groups), element);
}

/* What goes into some groups cannot be without something that a text does not say: the ends of a
 * relation. */
static void
paste (JalonMapView *view, JalonFragment *fragment, const char *text)
{
  JalonOutline *self = JALON_OUTLINE (view);
  g_autoptr (JalonOutlineGroup) group = find_group (self);
  const JalonSlot *slot = group != NULL ? jalon_outline_group_get_slot (group) : NULL;
  JalonPastePlace place = { view->document, jalon_outline_get_current (self),
                            jalon_paste_get_only_slot, NULL };
  JalonElement *first;

  if (slot != NULL && jalon_slot_find_open (slot, view->document) == NULL)
    place.data = (gpointer) slot;
  else if (place.element == NULL)
    place.element = view->map;
  first = jalon_copy_paste_put (JALON_COPY_PASTE (self), &place, fragment, text, NULL);
  if (first != NULL)
    jalon_outline_go_to (self, first, FALSE);
}

void
jalon_outline_copy_paste_init (JalonCopyPasteInterface *iface)
{
  iface->get_copied = get_copied;
  iface->cut = cut;
  iface->paste = paste;
}

/* What a row shows: an element or a group. */
static gpointer
get_place (GtkWidget *widget)
{
  GtkTreeListRow *row = jalon_outline_row_get_row (JALON_OUTLINE_ROW (widget));

  return row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
}

static void
go (JalonMapView *view, gpointer place)
{
  JalonOutline *self = JALON_OUTLINE (view);
  JalonElement *element = JALON_IS_ELEMENT (place) ? JALON_ELEMENT (place) : NULL;
  gboolean is_gone = element != NULL && !jalon_element_contains (view->map, element);

  g_clear_object (&self->current);
  if (place != NULL && !is_gone)
    self->current = g_object_ref (place);
}

static const JalonPasteDropList dropped = { jalon_outline_row_get_type, gtk_widget_get_parent,
                                            get_place, go, g_object_unref };

void
jalon_outline_paste_drop_init (JalonOutline *self)
{
  jalon_paste_drop_init_list (JALON_MAP_VIEW (self), &dropped);
}
