/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two versions of a project become one, by element and field, against the version that both started
 * from. What may be in which order is asked of the table alone. */

#include "files/jalon-merge-private.h"

#include "document/jalon-id.h"

static void
merge_clear (Merge *self)
{
  g_hash_table_unref (self->nodes);
  g_ptr_array_unref (self->list);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merge, merge_clear)

MergeNode *
merge_find (Merge *self, const char *id)
{
  return g_hash_table_lookup (self->nodes, id);
}

/* The node of what holds @element in its version. The project is one, whatever its id. */
MergeNode *
merge_find_parent (Merge *self, JalonElement *element)
{
  JalonElement *parent = jalon_element_get_parent (element);

  if (parent == NULL || jalon_element_get_parent (parent) == NULL)
    return parent != NULL ? self->root : NULL;
  return merge_find (self, jalon_element_get_id (parent));
}

/* What @node is in @version. A side that deleted it is seen as if it had left it alone. */
JalonElement *
merge_node_see (MergeNode *node, MergeVersion version)
{
  if (node->in[version] != NULL || version == MERGE_BASE)
    return node->in[version];
  if (node->in[MERGE_BASE] != NULL)
    return node->in[MERGE_BASE];
  return node->in[version == MERGE_OURS ? MERGE_THEIRS : MERGE_OURS];
}

typedef struct
{
  Merge *merge;
  MergeVersion version;
} Gathering;

static void
gather (JalonElement *element, gpointer data)
{
  Gathering *gathering = data;
  Merge *self = gathering->merge;
  gboolean is_root = jalon_element_get_parent (element) == NULL;
  const char *id = jalon_element_get_id (element);
  MergeNode *node = is_root ? self->root : merge_find (self, id);

  if (node == NULL)
    {
      node = g_new0 (MergeNode, 1);
      node->kind = jalon_element_get_kind (element);
      node->id = id;
      g_hash_table_insert (self->nodes, (gpointer) id, node);
      g_ptr_array_add (self->list, node);
      self->root = is_root ? node : self->root;
    }
  /* What is of another kind in base is no version of it. */
  if (node->kind == jalon_element_get_kind (element))
    node->in[gathering->version] = element;
}

static void
note_other_kind (JalonElement *element, gpointer data)
{
  GHashTable **tables = data;
  const char *id = jalon_element_get_id (element);
  JalonElement *twin = g_hash_table_lookup (tables[0], id);
  g_autofree char *seed = NULL;
  g_autofree char *sum = NULL;

  if (twin == NULL || jalon_element_get_kind (twin) == jalon_element_get_kind (element))
    return;
  seed = g_strconcat (jalon_kind_get_info (jalon_element_get_kind (element))->name, id, NULL);
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, seed, -1);
  g_hash_table_insert (tables[1], (gpointer) id, g_strndup (sum, JALON_ID_LENGTH));
}

/* @theirs, in which no id means another kind of thing than in @ours, as it never does in files that
 * Jalon wrote. */
static JalonElement *
make_distinct (JalonElement *ours, JalonElement *theirs)
{
  g_autoptr (GHashTable) known = jalon_element_index (ours);
  g_autoptr (GHashTable) renamed = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  GHashTable *tables[] = { known, renamed };

  jalon_element_foreach (theirs, note_other_kind, tables);
  return g_hash_table_size (renamed) > 0 ? jalon_element_copy_renamed (theirs, renamed)
                                         : g_object_ref (theirs);
}

/* The merged element, with all below it. */
static JalonElement *
build (Merge *self, MergeNode *node)
{
  JalonElement *element = jalon_element_new (node->kind, node->id);
  g_autoptr (GPtrArray) children = merge_list_children (self, node);

  merge_note_node (self, node);
  merge_fill (self, node, element);
  for (guint i = 0; i < children->len; i++)
    jalon_element_append (element, build (self, g_ptr_array_index (children, i)));
  return element;
}

/**
 * jalon_merge_new:
 * @base: (nullable): a project as it was when both started from it; %NULL if that is not known
 * @ours: what one side made of it
 * @theirs: what the other side made of it
 *
 * Merges two versions of a project. What one side changed, added or moved is as that side has it;
 * what one deleted is gone, unless the other changed it, moved it or added something that needs it.
 * Where both changed the same, no text is lost: see #JalonConflict. Merging the result with either
 * side again changes nothing. Takes time in proportion to the trees, which stay as they are.
 *
 * Returns: (transfer full): the merge
 */
JalonMerge *
jalon_merge_new (JalonElement *base, JalonElement *ours, JalonElement *theirs)
{
  g_autoptr (JalonElement) distinct = make_distinct (ours, theirs);
  JalonElement *versions[MERGE_N_VERSIONS] = { ours, distinct, base };
  g_auto (Merge) self = { .nodes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free),
                          .list = g_ptr_array_new () };
  JalonMerge *merge = g_new0 (JalonMerge, 1);

  g_return_val_if_fail (jalon_element_get_kind (ours) == JALON_KIND_PROJECT, NULL);
  g_return_val_if_fail (jalon_element_get_kind (theirs) == JALON_KIND_PROJECT, NULL);

  self.conflicts = merge->conflicts = g_ptr_array_new_with_free_func (merge_conflict_free);
  for (guint i = 0; i < MERGE_N_VERSIONS; i++)
    if (versions[i] != NULL)
      jalon_element_foreach (versions[i], gather, &(Gathering){ &self, i });
  merge_find_alive (&self);
  merge_find_twins (&self);
  merge->project = build (&self, self.root);
  merge_describe (&self, merge->project);
  return merge;
}

/**
 * jalon_merge_free:
 * @self: (transfer full): a merge
 *
 * Frees a merge. Who wants to keep the project takes a reference before.
 */
void
jalon_merge_free (JalonMerge *self)
{
  g_clear_object (&self->project);
  g_ptr_array_unref (self->conflicts);
  g_free (self);
}
