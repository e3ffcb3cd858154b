/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where elements are in the merged project. */

#include "files/jalon-merge-private.h"

/* Finds the parent of @node: where the only side that moved it put it, or ours if both did. */
void
merge_find_place (Merge *self, MergeNode *node)
{
  JalonElement *base = node->in[MERGE_BASE];
  MergeNode *before = base != NULL ? merge_find_parent (self, base) : NULL;
  MergeNode *ours = merge_find_parent (self, merge_node_see (node, MERGE_OURS));
  MergeNode *theirs = merge_find_parent (self, merge_node_see (node, MERGE_THEIRS));

  node->parent = ours == before ? theirs : ours;
}

/* Whether both sides moved @node, to different parents. */
gboolean
merge_is_torn (Merge *self, MergeNode *node)
{
  JalonElement *base = node->in[MERGE_BASE];
  MergeNode *before = base != NULL ? merge_find_parent (self, base) : NULL;
  MergeNode *ours = merge_find_parent (self, merge_node_see (node, MERGE_OURS));
  MergeNode *theirs = merge_find_parent (self, merge_node_see (node, MERGE_THEIRS));

  return ours != theirs && ours != before && theirs != before;
}

/* The keys of the children of @parent in @version that are its children in the merged project. In
 * base the others are no matter, for they only lend their places. */
static GPtrArray *
list_keys (Merge *self, MergeNode *parent, MergeVersion version)
{
  GPtrArray *keys = g_ptr_array_new ();
  JalonElement *element = parent->in[version];

  for (guint i = 0; element != NULL && i < jalon_element_get_n_children (element); i++)
    {
      MergeNode *child = merge_get_node (self, jalon_element_get_child (element, i));

      if (child != NULL && child->is_alive && child->parent == parent && child->twin == NULL)
        g_ptr_array_add (keys, (gpointer) child->key);
    }
  return keys;
}

/* The nodes of the merged children of @node, in their order. */
GPtrArray *
merge_list_children (Merge *self, MergeNode *node)
{
  g_autoptr (GPtrArray) base = list_keys (self, node, MERGE_BASE);
  g_autoptr (GPtrArray) ours = list_keys (self, node, MERGE_OURS);
  g_autoptr (GPtrArray) theirs = list_keys (self, node, MERGE_THEIRS);
  GPtrArray *children = merge_order (base, ours, theirs);

  for (guint i = 0; i < children->len; i++)
    children->pdata[i] = merge_find (self, children->pdata[i]);
  return children;
}
