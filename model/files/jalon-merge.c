/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two versions of a project become one, by element and field, against the version that both started
 * from. What may be in which order is asked of the table alone. */

#include "files/jalon-merge-private.h"

#include "document/jalon-id.h"
#include "document/jalon-text.h"

static void
merge_init (Merge *self)
{
  *self = (Merge){ 0 };
  self->nodes = g_hash_table_new_full (jalon_text_hash, g_str_equal, NULL, g_free);
  self->of = g_hash_table_new (NULL, NULL);
  self->list = g_ptr_array_new ();
  self->strings = g_string_chunk_new (1024);
  self->ambiguous = g_hash_table_new_full (jalon_text_hash, g_str_equal, g_free, NULL);
  self->conflicts = g_ptr_array_new_with_free_func (merge_conflict_free);
}

static void
merge_clear (Merge *self)
{
  g_hash_table_unref (self->nodes);
  g_hash_table_unref (self->of);
  g_ptr_array_unref (self->list);
  g_string_chunk_free (self->strings);
  g_hash_table_unref (self->ambiguous);
  g_ptr_array_unref (self->conflicts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merge, merge_clear)

/* The node of a known kind that has @id. */
MergeNode *
merge_find (Merge *self, const char *id)
{
  return g_hash_table_lookup (self->nodes, id);
}

/* The node that @element is a version of, if it is one. */
MergeNode *
merge_get_node (Merge *self, JalonElement *element)
{
  return g_hash_table_lookup (self->of, element);
}

/* The node of what holds @element in its version. The project is one, whatever its id. */
MergeNode *
merge_find_parent (Merge *self, JalonElement *element)
{
  JalonElement *parent = jalon_element_get_parent (element);

  return parent != NULL ? merge_get_node (self, parent) : NULL;
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
  GHashTable *n_same; /* sum → how many of it there have been */
} Gathering;

/* What tells apart what the table does not know: the id that it has in files or, as comments have
 * none and copies have the same, where it is and what it says. */
static char *
make_name (Merge *self, JalonElement *element)
{
  const char *parent = jalon_element_get_id (jalon_element_get_parent (element));
  const char *raw = jalon_element_get_text (element, JALON_FIELD_RAW);
  g_autofree char *own = merge_raw_get_id (raw);
  g_autofree char *all = NULL;

  if (own != NULL && !g_hash_table_contains (self->ambiguous, own))
    return g_steal_pointer (&own);
  all = g_strconcat (parent, " ", raw, NULL);
  return jalon_id_derive (all);
}

/* A key for what the table does not know; that of nothing known, for no id has a blank. */
static const char *
make_key (Gathering *gathering, JalonElement *element)
{
  char *name = make_name (gathering->merge, element);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (gathering->n_same, name));
  g_autofree char *key = g_strdup_printf ("%s %u", name, n);

  g_hash_table_insert (gathering->n_same, name, GUINT_TO_POINTER (n + 1));
  return g_string_chunk_insert (gathering->merge->strings, key);
}

static void
note_own_id (JalonElement *element, gpointer data)
{
  GHashTable **tables = data;
  g_autofree char *own = NULL;

  if (jalon_element_get_kind (element) != JALON_KIND_UNKNOWN)
    return;
  own = merge_raw_get_id (jalon_element_get_text (element, JALON_FIELD_RAW));
  if (own == NULL)
    return;
  if (g_hash_table_contains (tables[0], own))
    g_hash_table_add (tables[1], g_steal_pointer (&own));
  else
    g_hash_table_add (tables[0], g_steal_pointer (&own));
}

/* Finds the ids of what the table does not know that stand in @project more than once. */
static void
find_ambiguous (Merge *self, JalonElement *project)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (jalon_text_hash, g_str_equal, g_free, NULL);
  GHashTable *tables[] = { known, self->ambiguous };

  jalon_element_foreach (project, note_own_id, tables);
}

static MergeNode *
add_node (Merge *self, JalonElement *element, const char *key)
{
  MergeNode *node = g_new0 (MergeNode, 1);

  node->kind = jalon_element_get_kind (element);
  node->key = key;
  g_hash_table_insert (self->nodes, (gpointer) key, node);
  g_ptr_array_add (self->list, node);
  return node;
}

static void
gather (JalonElement *element, gpointer data)
{
  Gathering *gathering = data;
  Merge *self = gathering->merge;
  gboolean is_root = jalon_element_get_parent (element) == NULL;
  gboolean is_known = jalon_element_get_kind (element) != JALON_KIND_UNKNOWN;
  const char *key = is_known ? jalon_element_get_id (element) : make_key (gathering, element);
  MergeNode *node = is_root ? self->root : merge_find (self, key);

  if (node == NULL)
    node = add_node (self, element, key);
  if (is_root)
    self->root = node;
  /* What is of another kind in base is no version of it. */
  if (node->kind != jalon_element_get_kind (element))
    return;
  node->in[gathering->version] = element;
  g_hash_table_insert (self->of, element, node);
}

static void
gather_all (Merge *self, MergeVersion version, JalonElement *project)
{
  g_autoptr (GHashTable)
    n_same = g_hash_table_new_full (jalon_text_hash, g_str_equal, g_free, NULL);
  Gathering gathering = { self, version, n_same };

  jalon_element_foreach (project, gather, &gathering);
}

static gboolean
is_free (Merge *self, const char *id, GHashTable *taken)
{
  return merge_find (self, id) == NULL && !g_hash_table_contains (taken, id);
}

/* An id that nothing else has, the same in every merge of these versions. */
static const char *
make_id (Merge *self, MergeNode *node, GHashTable *taken)
{
  const char *id = node->key;

  for (guint version = 0; version < MERGE_N_VERSIONS; version++)
    if (node->in[version] != NULL &&
        is_free (self, jalon_element_get_id (node->in[version]), taken))
      return jalon_element_get_id (node->in[version]);
  do
    {
      g_autofree char *derived = jalon_id_derive (id);

      id = g_string_chunk_insert (self->strings, derived);
    }
  while (!is_free (self, id, taken));
  return id;
}

/* Gives every element its id. Only what has none in files may need another. */
static void
choose_ids (Merge *self)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (jalon_text_hash, g_str_equal);

  for (guint i = 0; i < self->list->len; i++)
    {
      MergeNode *node = g_ptr_array_index (self->list, i);

      node->id = node->key;
      if (node->kind != JALON_KIND_UNKNOWN || !node->is_alive)
        continue;
      node->id = make_id (self, node, taken);
      g_hash_table_add (taken, (gpointer) node->id);
    }
}

static void
note_other_kind (JalonElement *element, gpointer data)
{
  GHashTable **tables = data;
  const char *id = jalon_element_get_id (element);
  JalonElement *twin = g_hash_table_lookup (tables[0], id);
  JalonKind kind = jalon_element_get_kind (element);
  g_autofree char *seed = NULL;

  /* The ids of what the table does not know are chosen later. */
  if (twin == NULL || kind == jalon_element_get_kind (twin) || kind == JALON_KIND_UNKNOWN ||
      jalon_element_get_kind (twin) == JALON_KIND_UNKNOWN)
    return;
  seed = g_strconcat (jalon_kind_get_info (kind)->name, id, NULL);
  g_hash_table_insert (tables[1], (gpointer) id, jalon_id_derive (seed));
}

/* @theirs, in which no id means another kind of thing than in @ours, as it never does in files that
 * Jalon wrote. */
static JalonElement *
make_distinct (JalonElement *ours, JalonElement *theirs)
{
  g_autoptr (GHashTable) known = jalon_element_index (ours);
  g_autoptr (GHashTable)
    renamed = g_hash_table_new_full (jalon_text_hash, g_str_equal, NULL, g_free);
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
 * what one deleted is gone, unless the other changed it, moved it or added something that needs it:
 * then it stays, with all that the deletion took with it.
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
  g_auto (Merge) self = { NULL };
  JalonMerge *merge;

  g_return_val_if_fail (jalon_element_get_kind (ours) == JALON_KIND_PROJECT, NULL);
  g_return_val_if_fail (jalon_element_get_kind (theirs) == JALON_KIND_PROJECT, NULL);

  merge_init (&self);
  for (guint i = 0; i < MERGE_N_VERSIONS; i++)
    if (versions[i] != NULL)
      find_ambiguous (&self, versions[i]);
  for (guint i = 0; i < MERGE_N_VERSIONS; i++)
    if (versions[i] != NULL)
      gather_all (&self, i, versions[i]);
  merge_find_alive (&self);
  choose_ids (&self);
  merge_find_twins (&self);
  merge = g_new0 (JalonMerge, 1);
  merge->project = build (&self, self.root);
  merge_describe (&self, merge->project);
  merge->conflicts = g_ptr_array_ref (self.conflicts);
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
