/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-outline-group.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

#include "drawing/jalon-layout.h"
#include "widgets/jalon-candidates.h"

/* Children of an element that lie in the same slot: the stages of a journey, the notes of a
 * section, the cards of a step in a lane. Which slots there are, the table says; which sections a
 * map shows, its scene. */

struct _JalonOutlineGroup
{
  GObject parent_instance;

  /* Owned */
  JalonSlot *slot;
  JalonElement *parent;
  char *label;
  GListStore *members; /* NULL until somebody asks */
};

G_DEFINE_FINAL_TYPE (JalonOutlineGroup, jalon_outline_group, G_TYPE_OBJECT)

static void
jalon_outline_group_finalize (GObject *object)
{
  JalonOutlineGroup *self = JALON_OUTLINE_GROUP (object);

  g_clear_object (&self->members);
  g_clear_object (&self->parent);
  g_clear_pointer (&self->slot, jalon_slot_free);
  g_free (self->label);

  G_OBJECT_CLASS (jalon_outline_group_parent_class)->finalize (object);
}

static void
jalon_outline_group_class_init (JalonOutlineGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = jalon_outline_group_finalize;
}

static void
jalon_outline_group_init (JalonOutlineGroup *self)
{
}

/* The field by which children of @kind are told apart by where they lie: their section, or what is
 * elsewhere on the map and takes them with it when it goes, such as a lane. */
static const JalonField *
find_field (JalonElement *parent, JalonKind kind)
{
  const JalonField *field = jalon_kind_get_info (kind)->fields;

  for (; field->id != JALON_FIELD_NONE; field++)
    if (field->id == JALON_FIELD_SECTION ||
        ((field->flags & JALON_FLAG_CASCADE) != 0 &&
         !jalon_kind_can_hold (jalon_element_get_kind (parent), field->target)))
      return field;
  return NULL;
}

static void
add_group (GListStore *groups,
           JalonElement *parent,
           JalonKind kind,
           const JalonField *field,
           const char *value,
           const char *label)
{
  g_autoptr (JalonOutlineGroup) self = g_object_new (JALON_TYPE_OUTLINE_GROUP, NULL);

  self->parent = g_object_ref (parent);
  self->slot = jalon_slot_new (jalon_element_get_id (parent), kind,
                               field != NULL ? field->id : JALON_FIELD_NONE, value);
  self->label = g_strdup (label);
  g_list_store_append (groups, self);
}

static gboolean
has_group (GListStore *groups, JalonKind kind, const char *value)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (groups)); i++)
    {
      g_autoptr (JalonOutlineGroup) group = g_list_model_get_item (G_LIST_MODEL (groups), i);

      if (group->slot->kind == kind && g_strcmp0 (group->slot->value, value) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_section (GListStore *groups,
             JalonElement *parent,
             JalonKind kind,
             const JalonField *field,
             const char *value)
{
  int choice = jalon_choices_find (field->choices, value);

  if (choice >= 0 && !has_group (groups, kind, value))
    add_group (groups, parent, kind, field, value, _ (field->choices[choice].label));
}

/* The sections that the map shows, as they are read, and then those with something in them. */
static void
add_sections (GListStore *groups, JalonElement *parent, JalonKind kind, const JalonField *field)
{
  g_autoptr (JalonLayout) layout = jalon_layout_new ();
  g_autoptr (JalonScene)
    scene = jalon_layout_draw (layout, parent, jalon_theme_get (JALON_THEME_LIGHT));
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      const JalonSlot *slot = jalon_node_get_slot (items[i].node);

      if (slot != NULL && slot->kind == kind && slot->field == field->id)
        add_section (groups, parent, kind, field, slot->value);
    }
  for (guint i = 0; i < jalon_element_get_n_children (parent); i++)
    {
      JalonElement *child = jalon_element_get_child (parent, i);

      if (jalon_element_get_kind (child) == kind)
        add_section (groups, parent, kind, field, jalon_element_get_text (child, field->id));
    }
}

/* What is named by a number goes where there is a scale, and only there. */
static gboolean
suits (JalonElement *place, JalonKind kind)
{
  const JalonField *title = jalon_kind_get_field (kind, jalon_kind_get_info (kind)->title);
  const JalonField *scale = jalon_element_get_field (place, JALON_FIELD_SCALE);
  JalonDocument *document = jalon_element_get_document (place);

  return scale == NULL ||
         jalon_document_shows_field (document, place, scale) == (title->type == JALON_TYPE_NUMBER);
}

static void
add_places (GListStore *groups, JalonElement *parent, JalonKind kind, const JalonField *field)
{
  g_autoptr (GPtrArray) places = jalon_candidates_find (parent, field);

  for (guint i = 0; i < places->len; i++)
    {
      JalonElement *place = g_ptr_array_index (places, i);

      if (suits (place, kind))
        add_group (groups, parent, kind, field, jalon_element_get_id (place),
                   jalon_candidates_name (place));
    }
}

static void
add_kind (GListStore *groups, JalonElement *parent, JalonKind kind)
{
  const JalonField *field = find_field (parent, kind);

  if (field == NULL)
    add_group (groups, parent, kind, NULL, NULL, _ (jalon_kind_get_info (kind)->plural));
  else if (field->type == JALON_TYPE_CHOICE)
    add_sections (groups, parent, kind, field);
  else
    add_places (groups, parent, kind, field);
}

/* Whether a kind may hold others that a program of today knows. */
gboolean
jalon_outline_group_holds_others (JalonKind kind)
{
  return (jalon_kind_get_info (kind)->children & ~JALON_KIND_BIT (JALON_KIND_UNKNOWN)) != 0;
}

/**
 * jalon_outline_group_list:
 * @parent: an element in a document
 *
 * Lists all places of an element that take children; what tells the story comes first.
 *
 * Returns: (transfer full): a list of #JalonOutlineGroup
 */
GListStore *
jalon_outline_group_list (JalonElement *parent)
{
  GListStore *groups = g_list_store_new (JALON_TYPE_OUTLINE_GROUP);

  g_return_val_if_fail (jalon_element_get_document (parent) != NULL, groups);

  for (int pass = 0; pass < 2; pass++)
    for (guint kind = 0; kind < JALON_KIND_UNKNOWN; kind++)
      if (jalon_kind_can_hold (jalon_element_get_kind (parent), kind) &&
          jalon_outline_group_holds_others (kind) == (pass == 0))
        add_kind (groups, parent, kind);
  return groups;
}

/**
 * jalon_outline_group_find:
 * @groups: a list of groups
 * @element: an element
 *
 * Returns: (transfer full) (nullable): the group in which it lies
 */
JalonOutlineGroup *
jalon_outline_group_find (GListModel *groups, JalonElement *element)
{
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (JalonOutlineGroup) group = g_list_model_get_item (groups, i);

      if (jalon_slot_contains (group->slot, element))
        return g_steal_pointer (&group);
    }
  return NULL;
}

gboolean
jalon_outline_group_equal (JalonOutlineGroup *self, JalonOutlineGroup *other)
{
  return jalon_slot_equal (self->slot, other->slot);
}

const JalonSlot *
jalon_outline_group_get_slot (JalonOutlineGroup *self)
{
  g_return_val_if_fail (JALON_IS_OUTLINE_GROUP (self), NULL);

  return self->slot;
}

const char *
jalon_outline_group_get_label (JalonOutlineGroup *self)
{
  g_return_val_if_fail (JALON_IS_OUTLINE_GROUP (self), NULL);

  return self->label;
}

static JalonElement *
get_member (JalonOutlineGroup *self, guint i)
{
  /* The list holds it on. */
  g_autoptr (JalonElement) member = g_list_model_get_item (G_LIST_MODEL (self->members), i);

  return member;
}

static guint
get_n_members (JalonOutlineGroup *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->members));
}

/* How many members come before the children from @index on. What has just been taken out of the
 * parent has no place there any more. */
static guint
count_before (JalonOutlineGroup *self, guint index)
{
  guint first = 0;
  guint end = get_n_members (self);

  while (first < end)
    {
      guint middle = first + (end - first) / 2;
      JalonElement *member = get_member (self, middle);

      if (jalon_element_get_parent (member) == self->parent &&
          jalon_element_get_index (member) < index)
        first = middle + 1;
      else
        end = middle;
    }
  return first;
}

/* The members among some of the children */
static GPtrArray *
find_members (JalonOutlineGroup *self, guint index, guint n)
{
  GPtrArray *members = g_ptr_array_new ();

  for (guint i = index; i < index + n; i++)
    {
      JalonElement *child = jalon_element_get_child (self->parent, i);

      if (jalon_slot_contains (self->slot, child))
        g_ptr_array_add (members, child);
    }
  return members;
}

static void
children_changed_cb (JalonOutlineGroup *self, guint index, guint n_removed, guint n_added)
{
  guint first = count_before (self, index);
  g_autoptr (GPtrArray) added = find_members (self, index, n_added);
  guint n_gone = 0;

  g_assert (JALON_IS_OUTLINE_GROUP (self));

  while (first + n_gone < get_n_members (self) &&
         jalon_element_get_parent (get_member (self, first + n_gone)) != self->parent)
    n_gone++;
  if (n_gone > 0 || added->len > 0)
    g_list_store_splice (self->members, first, n_gone, added->pdata, added->len);
}

/**
 * jalon_outline_group_get_members:
 * @self: a group
 *
 * A list that knows its elements, not their places, as one that filters the children would: while
 * those tell one list after another what has come, the others are still right.
 *
 * Returns: (transfer none): its elements; the list follows them
 */
GListModel *
jalon_outline_group_get_members (JalonOutlineGroup *self)
{
  g_return_val_if_fail (JALON_IS_OUTLINE_GROUP (self), NULL);

  if (self->members == NULL)
    {
      self->members = g_list_store_new (JALON_TYPE_ELEMENT);
      children_changed_cb (self, 0, 0, jalon_element_get_n_children (self->parent));
      g_signal_connect_object (self->parent, "items-changed", G_CALLBACK (children_changed_cb),
                               self, G_CONNECT_SWAPPED);
    }
  return G_LIST_MODEL (self->members);
}

/**
 * jalon_outline_group_get_index:
 * @self: a group
 * @element: one of its members
 *
 * Returns: its place among the members
 */
guint
jalon_outline_group_get_index (JalonOutlineGroup *self, JalonElement *element)
{
  guint index = 0;

  g_return_val_if_fail (JALON_IS_OUTLINE_GROUP (self), 0);

  for (guint i = 0; i < jalon_element_get_n_children (self->parent); i++)
    {
      JalonElement *child = jalon_element_get_child (self->parent, i);

      if (child == element)
        break;
      index += jalon_slot_contains (self->slot, child) ? 1 : 0;
    }
  return index;
}

/**
 * jalon_outline_group_refresh:
 * @self: a group
 *
 * Asks again who is a member: the field that decides has changed somewhere.
 */
void
jalon_outline_group_refresh (JalonOutlineGroup *self)
{
  g_autoptr (GPtrArray) members = NULL;
  guint n, first = 0, last = 0;

  g_return_if_fail (JALON_IS_OUTLINE_GROUP (self));

  if (self->members == NULL)
    return;
  members = find_members (self, 0, jalon_element_get_n_children (self->parent));
  n = get_n_members (self);
  while (first < MIN (n, members->len) && get_member (self, first) == members->pdata[first])
    first++;
  while (last < MIN (n, members->len) - first &&
         get_member (self, n - 1 - last) == members->pdata[members->len - 1 - last])
    last++;
  if (n != members->len || first < n)
    g_list_store_splice (self->members, first, n - first - last, members->pdata + first,
                         members->len - first - last);
}
