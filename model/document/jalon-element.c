/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-element-private.h"

#include "document/jalon-id.h"

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (JalonElement,
                               jalon_element,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
jalon_element_get_item_type (GListModel *model)
{
  return JALON_TYPE_ELEMENT;
}

static guint
jalon_element_get_n_items (GListModel *model)
{
  return jalon_element_get_n_children (JALON_ELEMENT (model));
}

static gpointer
jalon_element_get_item (GListModel *model, guint position)
{
  JalonElement *self = JALON_ELEMENT (model);

  if (position >= jalon_element_get_n_children (self))
    return NULL;
  return g_object_ref (g_ptr_array_index (self->children, position));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = jalon_element_get_item_type;
  iface->get_n_items = jalon_element_get_n_items;
  iface->get_item = jalon_element_get_item;
}

static void
forget_parent (gpointer child, gpointer data)
{
  JALON_ELEMENT (child)->parent = NULL;
}

static void
jalon_element_dispose (GObject *object)
{
  JalonElement *self = JALON_ELEMENT (object);

  if (self->children != NULL)
    g_ptr_array_foreach (self->children, forget_parent, NULL);
  g_clear_pointer (&self->children, g_ptr_array_unref);

  G_OBJECT_CLASS (jalon_element_parent_class)->dispose (object);
}

static void
jalon_element_finalize (GObject *object)
{
  JalonElement *self = JALON_ELEMENT (object);

  for (guint i = 0; i < self->n_values; i++)
    jalon_texts_drop (self->texts, self->values[i].text);
  if (self->values != self->few_values)
    g_free (self->values);
  g_clear_pointer (&self->texts, jalon_texts_unref);
  if (self->id != self->short_id)
    g_free (self->id);

  G_OBJECT_CLASS (jalon_element_parent_class)->finalize (object);
}

static void
jalon_element_class_init (JalonElementClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jalon_element_dispose;
  object_class->finalize = jalon_element_finalize;
}

static void
jalon_element_init (JalonElement *self)
{
  self->values = self->few_values;
}

/* Most ids are short, and every element has one: no memory of its own for those. */
static void
set_id (JalonElement *self, const char *id)
{
  gsize size = strlen (id) + 1;

  self->id = size <= sizeof self->short_id ? self->short_id : g_malloc (size);
  memcpy (self->id, id, size);
}

/**
 * jalon_element_new:
 * @kind: what it is
 * @id: (nullable): its id for ever; %NULL for a new random one
 *
 * Makes an element without parent. Until it comes into a document it is filled with
 * jalon_element_set() and jalon_element_append(); from then on only the document changes it, also
 * while it is removed, for it may come back.
 *
 * Returns: (transfer full): the element
 */
JalonElement *
jalon_element_new (JalonKind kind, const char *id)
{
  g_autofree char *random = NULL;
  JalonElement *self;

  g_return_val_if_fail (kind < JALON_N_KINDS, NULL);
  g_return_val_if_fail (id == NULL || jalon_id_is_valid (id), NULL);

  self = g_object_new (JALON_TYPE_ELEMENT, NULL);
  self->kind = kind;
  if (id == NULL)
    id = random = jalon_id_new ();
  set_id (self, id);
  return self;
}

JalonKind
jalon_element_get_kind (JalonElement *self)
{
  g_return_val_if_fail (JALON_IS_ELEMENT (self), JALON_KIND_UNKNOWN);

  return self->kind;
}

const char *
jalon_element_get_id (JalonElement *self)
{
  g_return_val_if_fail (JALON_IS_ELEMENT (self), NULL);

  return self->id;
}

/**
 * jalon_element_get_document:
 * @self: an element
 *
 * Returns: (transfer none) (nullable): the document it is in
 */
JalonDocument *
jalon_element_get_document (JalonElement *self)
{
  g_return_val_if_fail (JALON_IS_ELEMENT (self), NULL);

  return self->document;
}

/**
 * jalon_element_get_stamp:
 * @self: an element
 *
 * Tells one state of the values of @self from another: the stamp rises whenever one of them
 * changes, also by undo, and never comes back. What is computed from the values alone may be kept
 * as long as the stamp stays.
 *
 * Returns: the stamp
 */
guint64
jalon_element_get_stamp (JalonElement *self)
{
  g_return_val_if_fail (JALON_IS_ELEMENT (self), 0);

  return self->stamp;
}

/**
 * jalon_element_get_tree_stamp:
 * @self: an element
 *
 * Tells one state of @self and all below it from another: the stamp rises whenever a value there
 * changes, or an element comes, goes or moves.
 *
 * Returns: the stamp
 */
guint64
jalon_element_get_tree_stamp (JalonElement *self)
{
  g_return_val_if_fail (JALON_IS_ELEMENT (self), 0);

  return self->tree_stamp;
}

/**
 * jalon_element_get_title:
 * @self: an element
 *
 * Returns: (transfer none): the text by which people know it; may be empty
 */
const char *
jalon_element_get_title (JalonElement *self)
{
  g_return_val_if_fail (JALON_IS_ELEMENT (self), NULL);

  return jalon_element_get_text (self, jalon_kind_get_info (self->kind)->title);
}

/**
 * jalon_element_get_parent:
 * @self: an element
 *
 * Returns: (transfer none) (nullable): the element that holds it
 */
JalonElement *
jalon_element_get_parent (JalonElement *self)
{
  g_return_val_if_fail (JALON_IS_ELEMENT (self), NULL);

  return self->parent;
}

/**
 * jalon_element_get_ancestor:
 * @self: an element
 * @kind: a kind
 *
 * Returns: (transfer none) (nullable): the nearest of @self, its parent and so on that is of @kind
 */
JalonElement *
jalon_element_get_ancestor (JalonElement *self, JalonKind kind)
{
  while (self != NULL && self->kind != kind)
    self = self->parent;
  return self;
}

/**
 * jalon_element_get_map:
 * @self: an element
 *
 * Returns: (transfer none) (nullable): the map on which it is drawn
 */
JalonElement *
jalon_element_get_map (JalonElement *self)
{
  while (self != NULL && !jalon_kind_is_map (self->kind))
    self = self->parent;
  return self;
}

/**
 * jalon_element_contains:
 * @self: an element
 * @other: an element
 *
 * Returns: %TRUE if @other is @self or somewhere below it
 */
gboolean
jalon_element_contains (JalonElement *self, JalonElement *other)
{
  while (other != NULL && other != self)
    other = other->parent;
  return other != NULL;
}

guint
jalon_element_get_n_children (JalonElement *self)
{
  g_return_val_if_fail (JALON_IS_ELEMENT (self), 0);

  return self->children != NULL ? self->children->len : 0;
}

/**
 * jalon_element_get_child:
 * @self: an element
 * @index: a place below jalon_element_get_n_children()
 *
 * Returns: (transfer none): the child there
 */
JalonElement *
jalon_element_get_child (JalonElement *self, guint index)
{
  g_return_val_if_fail (index < jalon_element_get_n_children (self), NULL);

  return g_ptr_array_index (self->children, index);
}

/* Where @element, which is among @elements, is: mostly where it was, or not far from there. */
static guint
find_near (GPtrArray *elements, JalonElement *element, guint hint)
{
  hint = MIN (hint, elements->len - 1);
  for (guint distance = 0; distance < elements->len; distance++)
    {
      if (distance <= hint && elements->pdata[hint - distance] == element)
        return hint - distance;
      if (hint + distance < elements->len && elements->pdata[hint + distance] == element)
        return hint + distance;
    }
  g_return_val_if_reached (0);
}

/**
 * jalon_element_get_index:
 * @self: an element with a parent
 *
 * Returns: its place among the children of its parent
 */
guint
jalon_element_get_index (JalonElement *self)
{
  g_return_val_if_fail (JALON_IS_ELEMENT (self) && self->parent != NULL, 0);

  self->index_hint = find_near (self->parent->children, self, self->index_hint);
  return self->index_hint;
}

/**
 * jalon_element_find_end:
 * @self: an element
 * @kind: a kind that it may hold
 *
 * Returns: the place behind its last child of @kind, so that a file keeps them together; behind all
 *   its children if it has none
 */
guint
jalon_element_find_end (JalonElement *self, JalonKind kind)
{
  guint n_children = jalon_element_get_n_children (self);

  for (guint i = n_children; i > 0; i--)
    if (jalon_element_get_kind (jalon_element_get_child (self, i - 1)) == kind)
      return i;
  return n_children;
}

static void
add_size (JalonElement *element, gpointer data)
{
  gsize *size = data;

  *size += sizeof *element;
  if (element->id != element->short_id)
    *size += strlen (element->id) + 1;
  if (element->values != element->few_values)
    *size += element->n_values * sizeof (JalonValue);
  for (guint i = 0; i < element->n_values; i++)
    *size += strlen (element->values[i].text) + 1;
}

/**
 * jalon_element_measure:
 * @self: an element
 *
 * Returns: the bytes of memory that it and all below it hold, about
 */
gsize
jalon_element_measure (JalonElement *self)
{
  gsize size = 0;

  jalon_element_foreach (self, add_size, &size);
  return size;
}

/**
 * jalon_element_append:
 * @self: an element that has never been in a document
 * @child: (transfer full): an element without parent that @self may hold
 *
 * Makes @child the last child of @self.
 */
void
jalon_element_append (JalonElement *self, JalonElement *child)
{
  g_return_if_fail (JALON_IS_ELEMENT (self) && !self->is_claimed);
  g_return_if_fail (JALON_IS_ELEMENT (child) && child->parent == NULL && child->document == NULL);
  g_return_if_fail (jalon_kind_can_hold (self->kind, child->kind));

  if (self->children == NULL)
    self->children = g_ptr_array_new_with_free_func (g_object_unref);
  child->parent = self;
  child->index_hint = self->children->len;
  g_ptr_array_add (self->children, child);
}

static void
set_document (JalonElement *element, gpointer data)
{
  element->document = data;
  element->is_claimed = TRUE;
}

void
jalon_element_attach (JalonElement *self, JalonDocument *document)
{
  jalon_element_foreach (self, set_document, document);
}

void
jalon_element_detach (JalonElement *self)
{
  jalon_element_foreach (self, set_document, NULL);
}

/* A value has changed. */
void
jalon_element_touch (JalonElement *self, guint64 stamp)
{
  self->stamp = stamp;
  jalon_element_touch_tree (self, stamp);
}

/* Something below has changed. */
void
jalon_element_touch_tree (JalonElement *self, guint64 stamp)
{
  for (; self != NULL; self = self->parent)
    self->tree_stamp = stamp;
}

/* Puts @child (transfer full) at @index and tells list views. */
void
jalon_element_insert_child (JalonElement *self, guint index, JalonElement *child)
{
  if (self->children == NULL)
    self->children = g_ptr_array_new_with_free_func (g_object_unref);
  child->parent = self;
  child->index_hint = index;
  g_ptr_array_insert (self->children, index, child);
  g_list_model_items_changed (G_LIST_MODEL (self), index, 0, 1);
}

/* Takes the child at @index out; the caller owns it. */
JalonElement *
jalon_element_steal_child (JalonElement *self, guint index)
{
  JalonElement *child = g_ptr_array_steal_index (self->children, index);

  child->parent = NULL;
  g_list_model_items_changed (G_LIST_MODEL (self), index, 1, 0);
  return child;
}
