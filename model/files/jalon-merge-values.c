/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the fields of merged elements hold. */

#include "document/jalon-id.h"
#include "document/jalon-text.h"
#include "files/jalon-merge-private.h"

typedef struct
{
  const JalonField *field;
  const char *texts[MERGE_N_VERSIONS]; /* canonical, "" for unset */
  JalonMergeChoice taken;
  gboolean is_conflict;
} Value;

/* The ids that a text lists, in order and as a set. */
typedef struct
{
  char **ids;
  GHashTable *set;
} List;

static void
list_init (List *self, const char *text)
{
  self->ids = g_strsplit (text, " ", -1);
  self->set = g_hash_table_new (jalon_text_hash, g_str_equal);
  for (guint i = 0; self->ids[i] != NULL; i++)
    g_hash_table_add (self->set, self->ids[i]);
}

static void
list_clear (List *self)
{
  g_hash_table_unref (self->set);
  g_strfreev (self->ids);
}

/* The ids of @side that are in the merged list: both have them, or this one added them. */
static GPtrArray *
list_kept (const List *base, const List *side, const List *other)
{
  GPtrArray *kept = g_ptr_array_new ();

  for (guint i = 0; side->ids[i] != NULL; i++)
    if (g_hash_table_contains (other->set, side->ids[i]) ||
        !g_hash_table_contains (base->set, side->ids[i]))
      g_ptr_array_add (kept, side->ids[i]);
  return kept;
}

/* The ids of @list, as many as a field can hold. */
static char *
join (GPtrArray *list)
{
  g_ptr_array_set_size (list, MIN (list->len, JALON_REFERENCES_MAX));
  g_ptr_array_add (list, NULL);
  return g_strjoinv (" ", (char **) list->pdata);
}

static char *
merge_references (const Value *value)
{
  List lists[MERGE_N_VERSIONS];
  g_autoptr (GPtrArray) base = NULL;
  g_autoptr (GPtrArray) ours = NULL;
  g_autoptr (GPtrArray) theirs = NULL;
  g_autoptr (GPtrArray) merged = NULL;
  char *text;

  for (guint i = 0; i < MERGE_N_VERSIONS; i++)
    list_init (&lists[i], value->texts[i]);
  base = list_kept (&lists[MERGE_BASE], &lists[MERGE_BASE], &lists[MERGE_BASE]);
  ours = list_kept (&lists[MERGE_BASE], &lists[MERGE_OURS], &lists[MERGE_THEIRS]);
  theirs = list_kept (&lists[MERGE_BASE], &lists[MERGE_THEIRS], &lists[MERGE_OURS]);
  merged = merge_order (base, ours, theirs);
  text = join (merged);
  for (guint i = 0; i < MERGE_N_VERSIONS; i++)
    list_clear (&lists[i]);
  return text;
}

static gboolean
is_text (const JalonField *field)
{
  return field->label != NULL &&
         (field->type == JALON_TYPE_LINE || field->type == JALON_TYPE_PARAGRAPHS);
}

/* Texts that both changed, into one that has all words of both. */
static char *
merge_texts (Value *value)
{
  const char *ours = value->texts[MERGE_OURS];
  const char *theirs = value->texts[MERGE_THEIRS];
  char *merged;

  if (value->field->type == JALON_TYPE_PARAGRAPHS)
    merged = merge_paragraphs (value->texts[MERGE_BASE], ours, theirs, &value->is_conflict);
  else
    merged = merge_line (ours, theirs);
  value->taken = strcmp (merged, ours) == 0     ? JALON_MERGE_OURS
                 : strcmp (merged, theirs) == 0 ? JALON_MERGE_THEIRS
                                                : JALON_MERGE_BOTH;
  return merged;
}

/* What a field that both sides changed, and not to the same, holds. What one side cleared and the
 * other wrote stays; a reference without a question, for mostly its target was deleted. */
static char *
merge_changed (Value *value)
{
  const char *ours = value->texts[MERGE_OURS];
  const char *theirs = value->texts[MERGE_THEIRS];

  if (value->field->type == JALON_TYPE_REFERENCES)
    return merge_references (value);
  if (value->field->type == JALON_TYPE_RAW && ours[0] != '\0' && theirs[0] != '\0')
    return merge_raw (value->texts, &value->is_conflict);
  value->is_conflict = value->field->label != NULL &&
                       (value->field->type != JALON_TYPE_REFERENCE || (ours[0] && theirs[0]));
  if (ours[0] != '\0' && theirs[0] != '\0' && is_text (value->field))
    return merge_texts (value);
  value->taken = ours[0] != '\0' ? JALON_MERGE_OURS : JALON_MERGE_THEIRS;
  return g_strdup (value->texts[value->taken]);
}

static char *
merge_value (Value *value)
{
  const char *base = value->texts[MERGE_BASE];
  const char *ours = value->texts[MERGE_OURS];
  const char *theirs = value->texts[MERGE_THEIRS];

  if (strcmp (ours, base) == 0)
    return g_strdup (theirs);
  if (strcmp (theirs, base) == 0 || strcmp (ours, theirs) == 0)
    return g_strdup (ours);
  return merge_changed (value);
}

/* The ids that @text lists, without what is not in the merged project though a side had it. */
static char *
settle_references (Merge *self, char *text)
{
  const char *rest = text;
  GString *settled = g_string_new (NULL);
  char id[JALON_ID_MAX + 1];

  while (jalon_id_next (&rest, id))
    {
      MergeNode *target = merge_find (self, id);
      gboolean is_gone = target != NULL && !target->is_alive &&
                         (target->in[MERGE_OURS] != NULL || target->in[MERGE_THEIRS] != NULL);

      if (!is_gone)
        g_string_append_printf (settled, "%s%s", settled->len > 0 ? " " : "", id);
    }
  g_free (text);
  return g_string_free (settled, FALSE);
}

static void
note_conflict (Merge *self, MergeNode *node, const Value *value, const char *merged)
{
  JalonConflict *conflict = merge_add_conflict (self, node, JALON_CONFLICT_FIELD, value->field);

  conflict->taken = value->taken;
  conflict->options[JALON_MERGE_OURS].text = g_strdup (value->texts[MERGE_OURS]);
  conflict->options[JALON_MERGE_THEIRS].text = g_strdup (value->texts[MERGE_THEIRS]);
  if (value->taken == JALON_MERGE_BOTH)
    conflict->options[JALON_MERGE_BOTH].text = g_strdup (merged);
}

/* A version of an element whose values are read in the order of the table. */
typedef struct
{
  JalonElement *element;
  guint index;
} Cursor;

static const char *
read_value (Cursor *cursor, const JalonField *field)
{
  const char *text;

  if (cursor->element == NULL || cursor->index == jalon_element_get_n_values (cursor->element) ||
      jalon_element_get_value (cursor->element, cursor->index, &text) != field)
    return "";
  cursor->index++;
  return text;
}

/* Whether @id has come back for its own sake though @side deleted it. */
static gboolean
has_returned (Merge *self, MergeVersion side, const char *id)
{
  MergeNode *node = merge_find (self, id);
  MergeVersion missing;

  return node != NULL && node->is_called && merge_node_was_missed (node, &missing) &&
         missing == side;
}

/* What @side refers to, with those of @base that it lost when their targets went, if these have
 * returned. */
static char *
restore (Merge *self, MergeVersion side, const char *base, const char *text)
{
  List before, now;
  g_autoptr (GPtrArray) in_base = NULL;
  g_autoptr (GPtrArray) in_side = NULL;
  g_autoptr (GPtrArray) back = g_ptr_array_new ();
  g_autoptr (GPtrArray) restored = NULL;
  char *joined;

  list_init (&before, base);
  list_init (&now, text);
  in_base = list_kept (&before, &before, &before);
  in_side = list_kept (&now, &now, &now);
  for (guint i = 0; before.ids[i] != NULL; i++)
    if (g_hash_table_contains (now.set, before.ids[i]) || has_returned (self, side, before.ids[i]))
      g_ptr_array_add (back, before.ids[i]);
  restored = merge_order (in_base, in_side, back);
  joined = join (restored);
  list_clear (&before);
  list_clear (&now);
  return joined;
}

/* The ids that @text lists, each once, with one id for what both sides added. */
static char *
unite_twins (Merge *self, const char *text)
{
  GString *united = g_string_new (NULL);
  g_autoptr (GHashTable) known = g_hash_table_new (jalon_text_hash, g_str_equal);
  char id[JALON_ID_MAX + 1];

  while (jalon_id_next (&text, id))
    {
      MergeNode *node = merge_find (self, id);
      const char *own = node != NULL && node->twin != NULL ? node->twin->id : id;

      if (g_hash_table_add (known, g_string_chunk_insert_const (self->strings, own)))
        g_string_append_printf (united, "%s%s", united->len > 0 ? " " : "", own);
    }
  return g_string_free (united, FALSE);
}

/* Sees the references of both sides as if they had added the same with one id, and never deleted
 * what has returned. */
static void
prepare_references (Merge *self, Value *value)
{
  const char *base = value->texts[MERGE_BASE];

  for (MergeVersion side = MERGE_OURS; side <= MERGE_THEIRS; side++)
    {
      g_autofree char *united = NULL;
      g_autofree char *restored = NULL;

      if (strcmp (value->texts[side], base) == 0)
        continue;
      united = unite_twins (self, value->texts[side]);
      if (united[0] == '\0' || value->field->type == JALON_TYPE_REFERENCES)
        restored = restore (self, side, base, united);
      value->texts[side] = g_string_chunk_insert (self->strings,
                                                  restored != NULL ? restored : united);
    }
}

/* Sets the fields of the merged @element. */
void
merge_fill (Merge *self, MergeNode *node, JalonElement *element)
{
  Cursor cursors[MERGE_N_VERSIONS] = { { merge_node_see (node, MERGE_OURS), 0 },
                                       { merge_node_see (node, MERGE_THEIRS), 0 },
                                       { node->in[MERGE_BASE], 0 } };
  const JalonField *field = jalon_kind_get_info (node->kind)->fields;

  for (; field->id != JALON_FIELD_NONE; field++)
    {
      Value value = { .field = field };
      char *merged;

      for (guint i = 0; i < MERGE_N_VERSIONS; i++)
        value.texts[i] = read_value (&cursors[i], field);
      /* As most are */
      if (value.texts[MERGE_OURS][0] == '\0' && value.texts[MERGE_THEIRS][0] == '\0')
        continue;
      if (jalon_field_is_reference (field))
        prepare_references (self, &value);
      merged = merge_value (&value);
      if (value.is_conflict)
        note_conflict (self, node, &value, merged);
      if (jalon_field_is_reference (field))
        merged = settle_references (self, merged);
      jalon_element_take (element, field, merged);
    }
}
