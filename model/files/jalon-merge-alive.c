/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which elements are in the merged project. */

#include "document/jalon-id.h"
#include "files/jalon-merge-private.h"

typedef void (*IdFunc) (const char *id, gpointer data);

/* Calls @func for each of the ids that @text lists. */
static void
foreach_id (const char *text, IdFunc func, gpointer data)
{
  char id[JALON_ID_MAX + 1];

  while (*text != '\0')
    {
      gsize length = strcspn (text, " ");

      g_strlcpy (id, text, MIN (length + 1, sizeof id));
      func (id, data);
      text += length + (text[length] == ' ' ? 1 : 0);
    }
}

static const char *
get_text (JalonElement *element, const JalonField *field)
{
  return element != NULL && jalon_element_has (element, field->id)
           ? jalon_element_get_text (element, field->id)
           : "";
}

static void
note_id (const char *id, gpointer data)
{
  g_hash_table_add (data, g_strdup (id));
}

static GHashTable *
make_set (const char *ids)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  foreach_id (ids, note_id, set);
  return set;
}

/* Whether somebody worked on a value. To refer to less may only be what is left when something else
 * was deleted. */
static gboolean
is_changed (const JalonField *field, const char *before, const char *now)
{
  g_autoptr (GHashTable) known = NULL;
  g_autoptr (GHashTable) named = NULL;
  GHashTableIter iter;
  gpointer id;

  if (strcmp (before, now) == 0 || !jalon_field_is_reference (field))
    return strcmp (before, now) != 0;
  known = make_set (before);
  named = make_set (now);
  g_hash_table_iter_init (&iter, named);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (known, id))
      return TRUE;
  return FALSE;
}

/* Whether @side changed or moved what @node was. */
static gboolean
is_touched (Merge *self, MergeNode *node, MergeVersion side)
{
  JalonElement *base = node->in[MERGE_BASE];
  JalonElement *now = node->in[side];
  const JalonField *field = jalon_kind_get_info (node->kind)->fields;

  for (; field->id != JALON_FIELD_NONE; field++)
    if (is_changed (field, get_text (base, field), get_text (now, field)))
      return TRUE;
  return merge_find_parent (self, base) != merge_find_parent (self, now);
}

/* Whether an element was in base and is in one side only; the other is @missing. */
gboolean
merge_node_was_missed (MergeNode *node, MergeVersion *missing)
{
  if (node->in[MERGE_BASE] == NULL ||
      (node->in[MERGE_OURS] == NULL) == (node->in[MERGE_THEIRS] == NULL))
    return FALSE;
  *missing = node->in[MERGE_OURS] == NULL ? MERGE_OURS : MERGE_THEIRS;
  return TRUE;
}

/* Whether an element lives for itself: both have it, one added it, or one deleted it and the other
 * changed it. */
static gboolean
is_wanted (Merge *self, MergeNode *node)
{
  MergeVersion missing;

  if (merge_node_was_missed (node, &missing))
    return is_touched (self, node, missing == MERGE_OURS ? MERGE_THEIRS : MERGE_OURS);
  return node->in[MERGE_OURS] != NULL || node->in[MERGE_THEIRS] != NULL;
}

typedef struct
{
  Merge *merge;
  GPtrArray *pending; /* nodes whose needs are not met yet */
  GHashTable *known;  /* ids that are no news; NULL for none */
} Rescue;

static void
enliven_one (Rescue *rescue, MergeNode *node)
{
  if (node->is_alive)
    return;
  node->is_alive = TRUE;
  g_ptr_array_add (rescue->pending, node);
}

/* A picture or a tag that somebody deleted with the map. */
static void
bring_along (const char *id, gpointer data)
{
  Rescue *rescue = data;
  MergeNode *node = merge_find (rescue->merge, id);
  MergeVersion missing;

  if (node == NULL || !merge_node_was_missed (node, &missing))
    return;
  node->comes_along = TRUE;
  enliven_one (rescue, node);
}

static void
enliven_within (Rescue *rescue, JalonElement *element)
{
  const JalonField *field = jalon_kind_get_info (jalon_element_get_kind (element))->fields;

  for (; field->id != JALON_FIELD_NONE; field++)
    if (jalon_field_is_reference (field) && !jalon_kind_is_map (field->target))
      foreach_id (get_text (element, field), bring_along, rescue);
  for (guint i = 0; i < jalon_element_get_n_children (element); i++)
    {
      JalonElement *child = jalon_element_get_child (element, i);

      enliven_one (rescue, merge_get_node (rescue->merge, child));
      enliven_within (rescue, child);
    }
}

/* A map that one side deleted and the other went on with comes back with all that the other has in
 * it, pictures too: who renames a map, or writes one card more, does not expect to find nothing
 * else there. */
static void
enliven (Rescue *rescue, MergeNode *node)
{
  MergeVersion missing;
  JalonElement *element;

  if (node == NULL || node->is_alive ||
      (node->in[MERGE_OURS] == NULL && node->in[MERGE_THEIRS] == NULL))
    return;
  enliven_one (rescue, node);
  if (!merge_node_was_missed (node, &missing))
    return;
  element = node->in[missing == MERGE_OURS ? MERGE_THEIRS : MERGE_OURS];
  if (merge_find_parent (rescue->merge, element) == rescue->merge->root)
    enliven_within (rescue, element);
}

static void
enliven_target (const char *id, gpointer data)
{
  Rescue *rescue = data;

  if (rescue->known == NULL || !g_hash_table_contains (rescue->known, id))
    enliven (rescue, merge_find (rescue->merge, id));
}

/* What @node cannot be without, and what a side referred it to. */
static void
enliven_targets (Rescue *rescue, MergeNode *node, const JalonField *field)
{
  const char *base = get_text (node->in[MERGE_BASE], field);
  const char *ours = get_text (merge_node_see (node, MERGE_OURS), field);
  const char *theirs = get_text (merge_node_see (node, MERGE_THEIRS), field);

  gboolean is_vital = (field->flags & JALON_FLAG_CASCADE) != 0 && strcmp (ours, theirs) == 0;
  g_autoptr (GHashTable) known = NULL;

  if (!is_vital && strcmp (ours, base) == 0 && strcmp (theirs, base) == 0)
    return;
  known = is_vital ? NULL : make_set (base);
  rescue->known = known;
  foreach_id (ours, enliven_target, rescue);
  foreach_id (theirs, enliven_target, rescue);
}

static void
enliven_needs (Rescue *rescue, MergeNode *node)
{
  const JalonField *field = jalon_kind_get_info (node->kind)->fields;

  merge_find_place (rescue->merge, node);
  enliven (rescue, node->parent);
  for (; field->id != JALON_FIELD_NONE; field++)
    if (jalon_field_is_reference (field))
      enliven_targets (rescue, node, field);
}

/* Finds what is in the merged project, and where. */
void
merge_find_alive (Merge *self)
{
  g_autoptr (GPtrArray) pending = g_ptr_array_new ();
  Rescue rescue = { self, pending, NULL };

  for (guint i = 0; i < self->list->len; i++)
    {
      MergeNode *node = g_ptr_array_index (self->list, i);

      node->is_wanted = is_wanted (self, node);
      if (node->is_wanted)
        enliven (&rescue, node);
    }
  while (pending->len > 0)
    enliven_needs (&rescue, g_ptr_array_steal_index (pending, pending->len - 1));
}

static gboolean
is_new_and_plain (MergeNode *node)
{
  JalonElement *element = merge_node_see (node, MERGE_OURS);

  return node->is_alive && node->in[MERGE_BASE] == NULL &&
         (node->in[MERGE_OURS] == NULL || node->in[MERGE_THEIRS] == NULL) &&
         jalon_element_get_n_children (element) == 0 &&
         jalon_kind_get_info (node->kind)->key != JALON_FIELD_NONE &&
         jalon_element_has (element, jalon_kind_get_info (node->kind)->key);
}

/* Everything by which two elements could be told from each other but their id. */
static char *
make_signature (MergeNode *node)
{
  JalonElement *element = merge_node_see (node, MERGE_OURS);
  GString *signature = g_string_new (node->parent->id);

  g_string_append_printf (signature, " %d", node->kind);
  for (guint i = 0; i < jalon_element_get_n_values (element); i++)
    {
      const char *text;
      const JalonField *field = jalon_element_get_value (element, i, &text);

      g_string_append_printf (signature, "\n%s=%s", field->name, text);
    }
  return g_string_free (signature, FALSE);
}

/* Finds what both sides added: the same tag, the same picture. The one with the lesser id stands
 * for both. */
void
merge_find_twins (Merge *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->list->len; i++)
    {
      MergeNode *node = g_ptr_array_index (self->list, i);
      g_autofree char *signature = is_new_and_plain (node) ? make_signature (node) : NULL;
      MergeNode *other = signature != NULL ? g_hash_table_lookup (known, signature) : NULL;

      if (other == NULL)
        {
          if (signature != NULL)
            g_hash_table_insert (known, g_steal_pointer (&signature), node);
        }
      else if ((other->in[MERGE_OURS] == NULL) != (node->in[MERGE_OURS] == NULL))
        {
          gboolean is_first = strcmp (other->id, node->id) < 0;

          (is_first ? node : other)->twin = is_first ? other : node;
          g_hash_table_remove (known, signature);
        }
    }
}
