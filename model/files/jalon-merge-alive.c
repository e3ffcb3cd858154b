/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which elements are in the merged project. */

#include "document/jalon-id.h"
#include "document/jalon-text.h"
#include "files/jalon-merge-private.h"

static const char *
get_text (JalonElement *element, const JalonField *field)
{
  return element != NULL && jalon_element_has (element, field->id)
           ? jalon_element_get_text (element, field->id)
           : "";
}

static GHashTable *
make_set (const char *ids)
{
  GHashTable *set = g_hash_table_new_full (jalon_text_hash, g_str_equal, g_free, NULL);
  char id[JALON_ID_MAX + 1];

  while (jalon_id_next (&ids, id))
    g_hash_table_add (set, g_strdup (id));
  return set;
}

/* Whether somebody worked on a value. To refer to less may only be what is left when something else
 * was deleted. */
static gboolean
is_changed (const JalonField *field, const char *before, const char *now)
{
  g_autoptr (GHashTable) known = NULL;
  char id[JALON_ID_MAX + 1];

  if (strcmp (before, now) == 0 || !jalon_field_is_reference (field))
    return strcmp (before, now) != 0;
  known = make_set (before);
  while (jalon_id_next (&now, id))
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
  GPtrArray *pending;  /* nodes that live, and bring others */
  GHashTable *company; /* node → nodes outside it that died with it */
} Rescue;

static void
enliven (Rescue *rescue, MergeNode *node)
{
  if (node->is_alive)
    return;
  node->is_alive = TRUE;
  g_ptr_array_add (rescue->pending, node);
}

/* Lets live what somebody works on or needs. */
static void
call (Rescue *rescue, MergeNode *node)
{
  if (node == NULL || (node->in[MERGE_OURS] == NULL && node->in[MERGE_THEIRS] == NULL))
    return;
  node->is_called = TRUE;
  enliven (rescue, node);
}

/* Calls what @text lists, unless it is @known. */
static void
call_targets (Rescue *rescue, const char *text, GHashTable *known)
{
  char id[JALON_ID_MAX + 1];

  while (jalon_id_next (&text, id))
    if (known == NULL || !g_hash_table_contains (known, id))
      call (rescue, merge_find (rescue->merge, id));
}

/* Whether an element dies with what @field refers to. */
static gboolean
is_vital (const JalonField *field)
{
  return (field->flags & JALON_FLAG_CASCADE) != 0;
}

/* What @node cannot be without, and what a side referred it to. */
static void
call_field (Rescue *rescue, MergeNode *node, const JalonField *field)
{
  const char *base = get_text (node->in[MERGE_BASE], field);
  const char *ours = get_text (merge_node_see (node, MERGE_OURS), field);
  const char *theirs = get_text (merge_node_see (node, MERGE_THEIRS), field);

  gboolean is_needed = is_vital (field) && strcmp (ours, theirs) == 0;
  g_autoptr (GHashTable) known = NULL;

  if (!is_needed && strcmp (ours, base) == 0 && strcmp (theirs, base) == 0)
    return;
  known = is_needed ? NULL : make_set (base);
  call_targets (rescue, ours, known);
  call_targets (rescue, theirs, known);
}

static void
call_needs (Rescue *rescue, MergeNode *node)
{
  const JalonField *field = jalon_kind_get_info (node->kind)->fields;

  merge_find_place (rescue->merge, node);
  call (rescue, node->parent);
  for (; field->id != JALON_FIELD_NONE; field++)
    if (jalon_field_is_reference (field))
      call_field (rescue, node, field);
}

/* The version of what one side deleted that the other has. */
static JalonElement *
get_left (MergeNode *node)
{
  return node->in[node->in[MERGE_OURS] != NULL ? MERGE_OURS : MERGE_THEIRS];
}

/* Whether the side that deleted @node deleted @other, too. */
static gboolean
went_with (MergeNode *node, MergeNode *other)
{
  MergeVersion missing, missing_other;

  return other != NULL && merge_node_was_missed (node, &missing) &&
         merge_node_was_missed (other, &missing_other) && missing == missing_other;
}

/* What @node refers to, as far as it went with it */
typedef struct
{
  Merge *merge;
  MergeNode *node;
  guint n_values;          /* that have been looked at */
  const JalonField *field; /* the last of them */
  const char *ids;         /* what is left of it */
} Targets;

/* Returns: the next target, by the field in @self; NULL after the last */
static MergeNode *
next_target (Targets *self)
{
  JalonElement *left = get_left (self->node);
  char id[JALON_ID_MAX + 1];

  while (TRUE)
    {
      while (self->ids != NULL && jalon_id_next (&self->ids, id))
        {
          MergeNode *target = merge_find (self->merge, id);

          if (went_with (self->node, target))
            return target;
        }
      if (self->n_values == jalon_element_get_n_values (left))
        return NULL;
      self->field = jalon_element_get_value (left, self->n_values++, &self->ids);
      if (!jalon_field_is_reference (self->field))
        self->ids = NULL;
    }
}

static void
note_company (Rescue *rescue, MergeNode *node)
{
  Targets targets = { rescue->merge, node, 0, NULL, NULL };
  MergeNode *target;

  while ((target = next_target (&targets)) != NULL)
    {
      GPtrArray *company = g_hash_table_lookup (rescue->company, target);

      if (!is_vital (targets.field))
        continue;
      if (company == NULL)
        g_hash_table_insert (rescue->company, target, company = g_ptr_array_new ());
      g_ptr_array_add (company, node);
    }
}

/* Whether all that @node cannot be without is there. */
static gboolean
can_live (Merge *self, MergeNode *node)
{
  Targets targets = { self, node, 0, NULL, NULL };
  gboolean can = merge_find_parent (self, get_left (node))->is_alive;
  MergeNode *target;

  while (can && (target = next_target (&targets)) != NULL)
    can = target->is_alive || !is_vital (targets.field);
  return can;
}

static void
bring (Rescue *rescue, MergeNode *node, MergeNode *other)
{
  if (went_with (node, other) && can_live (rescue->merge, other))
    enliven (rescue, other);
}

/* Pictures, tags and metrics; a map did not go for the sake of @node. */
static void
bring_targets (Rescue *rescue, MergeNode *node)
{
  Targets targets = { rescue->merge, node, 0, NULL, NULL };
  MergeNode *target;

  while ((target = next_target (&targets)) != NULL)
    if (!jalon_kind_is_map (target->kind))
      bring (rescue, node, target);
}

/* What one side deleted and the other went on with comes back with all that went with it: who
 * renames a persona, or writes one card more in a lane, does not expect to find nothing else there.
 * What that side deleted for itself stays away. */
static void
bring_company (Rescue *rescue, MergeNode *node)
{
  JalonElement *left = get_left (node);
  GPtrArray *company = g_hash_table_lookup (rescue->company, node);

  for (guint i = 0; i < jalon_element_get_n_children (left); i++)
    bring (rescue, node, merge_get_node (rescue->merge, jalon_element_get_child (left, i)));
  for (guint i = 0; company != NULL && i < company->len; i++)
    bring (rescue, node, g_ptr_array_index (company, i));
  bring_targets (rescue, node);
}

/* Finds what is in the merged project, and where. */
void
merge_find_alive (Merge *self)
{
  g_autoptr (GPtrArray) pending = g_ptr_array_new ();
  g_autoptr (GHashTable)
    company = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  Rescue rescue = { self, pending, company };
  MergeVersion missing;

  for (guint i = 0; i < self->list->len; i++)
    {
      MergeNode *node = g_ptr_array_index (self->list, i);

      if (merge_node_was_missed (node, &missing))
        note_company (&rescue, node);
      if (is_wanted (self, node))
        call (&rescue, node);
    }
  while (pending->len > 0)
    {
      MergeNode *node = g_ptr_array_steal_index (pending, pending->len - 1);

      call_needs (&rescue, node);
      if (merge_node_was_missed (node, &missing))
        bring_company (&rescue, node);
    }
}
