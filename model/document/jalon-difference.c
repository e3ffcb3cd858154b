/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-difference.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-order.h"
#include "document/jalon-wording.h"

/* Bytes that two texts have in common at their start before a sentence leaves them out. */
#define COMMON 24

typedef struct
{
  GHashTable *before; /* id → element */
  GHashTable *after;
  GHashTable *moved; /* elements of after that are not where they were among their siblings */
  GPtrArray *list;
} Comparison;

static void
difference_free (gpointer data)
{
  JalonDifference *self = data;

  g_free (self->id);
  g_free (self->map);
  g_free (self->map_name);
  g_free (self->before);
  g_free (self->after);
  g_free (self->sentence);
  g_free (self);
}

/* The element of @elements that @element is there, if it is one. */
static JalonElement *
find_same (GHashTable *elements, JalonElement *element)
{
  JalonElement *found = g_hash_table_lookup (elements, jalon_element_get_id (element));

  if (found != NULL && jalon_element_get_kind (found) != jalon_element_get_kind (element))
    return NULL;
  return found;
}

/* Adds a difference of @element, which is one of @elements. */
static JalonDifference *
add_difference (Comparison *self, JalonChangeType type, JalonElement *element, GHashTable *elements)
{
  JalonDifference *difference = g_new0 (JalonDifference, 1);
  JalonElement *map = jalon_element_get_map (element);

  difference->type = type;
  difference->kind = jalon_element_get_kind (element);
  difference->id = g_strdup (jalon_element_get_id (element));
  if (map != NULL)
    {
      difference->map = g_strdup (jalon_element_get_id (map));
      difference->map_name = jalon_wording_name (map, elements);
    }
  g_ptr_array_add (self->list, difference);
  return difference;
}

/* How many below @element are not among @others. */
static guint
count_others (JalonElement *element, GHashTable *others)
{
  guint n = 0;

  for (guint i = 0; i < jalon_element_get_n_children (element); i++)
    {
      JalonElement *child = jalon_element_get_child (element, i);

      n += (find_same (others, child) == NULL ? 1 : 0) + count_others (child, others);
    }
  return n;
}

static void
add_coming (Comparison *self, JalonElement *element)
{
  JalonDifference *difference = add_difference (self, JALON_CHANGE_INSERT, element, self->after);
  g_autofree char *name = jalon_wording_name_in (element, self->after);

  difference->n_more = count_others (element, self->before);
  difference->after = g_strdup (jalon_element_get_id (jalon_element_get_parent (element)));
  if (difference->n_more == 0)
    difference->sentence = g_strdup_printf (_ ("%s added"), name);
  else
    difference->sentence = g_strdup_printf (ngettext ("%s added, with %u element in it",
                                                      "%s added, with %u elements in it",
                                                      difference->n_more),
                                            name, difference->n_more);
}

static void
add_going (Comparison *self, JalonElement *element)
{
  JalonDifference *difference = add_difference (self, JALON_CHANGE_REMOVE, element, self->before);
  g_autofree char *name = jalon_wording_name_in (element, self->before);

  difference->n_more = count_others (element, self->after);
  difference->before = g_strdup (jalon_element_get_id (jalon_element_get_parent (element)));
  if (difference->n_more == 0)
    difference->sentence = g_strdup_printf (_ ("%s deleted"), name);
  else
    difference->sentence = g_strdup_printf (ngettext ("%s deleted, with %u element in it",
                                                      "%s deleted, with %u elements in it",
                                                      difference->n_more),
                                            name, difference->n_more);
}

static char *
describe_move (Comparison *self, JalonElement *before, JalonElement *after)
{
  JalonElement *parent = jalon_element_get_parent (after);
  guint index = jalon_element_get_index (after);
  g_autofree char *name = jalon_wording_name_in (before, self->before);
  g_autofree char *target = NULL;

  if (g_hash_table_contains (self->moved, after) && index == 0)
    return g_strdup_printf (_ ("%s moved to the front"), name);
  if (g_hash_table_contains (self->moved, after))
    target = jalon_wording_name (jalon_element_get_child (parent, index - 1), self->after);
  else
    target = jalon_wording_name (parent, self->after);
  return g_strdup_printf (g_hash_table_contains (self->moved, after) ? _ ("%s moved behind %s")
                                                                     : _ ("%s moved to %s"),
                          name, target);
}

static void
add_move (Comparison *self, JalonElement *before, JalonElement *after)
{
  JalonDifference *difference = add_difference (self, JALON_CHANGE_MOVE, after, self->after);

  difference->before = g_strdup (jalon_element_get_id (jalon_element_get_parent (before)));
  difference->after = g_strdup (jalon_element_get_id (jalon_element_get_parent (after)));
  difference->sentence = describe_move (self, before, after);
}

static gboolean
is_text (const JalonField *field)
{
  return field->type == JALON_TYPE_LINE || field->type == JALON_TYPE_PARAGRAPHS;
}

/* The value of a field for people; of a long text from where it differs from @other. */
static char *
describe_value (const JalonField *field, const char *text, const char *other, GHashTable *elements)
{
  g_autofree char *excerpt = NULL;
  gsize start = 0;

  for (gsize i = 0; is_text (field) && text[i] != '\0' && text[i] == other[i]; i++)
    if (g_ascii_isspace (text[i]))
      start = i + 1;
  if (start > COMMON && text[start] != '\0')
    excerpt = g_strconcat ("… ", text + start, NULL);
  return jalon_wording_value (field, excerpt != NULL ? excerpt : text, elements);
}

static char *
describe_setting (Comparison *self, JalonElement *element, const JalonDifference *difference)
{
  const JalonField *field = difference->field;
  const char *fallback = jalon_field_get_fallback (field);
  g_autofree char *name = jalon_wording_name_in (element, self->before);
  g_autofree char *label = jalon_wording_field (field);
  g_autofree char *before = describe_value (field, difference->before, difference->after,
                                            self->before);
  g_autofree char *after = describe_value (field, difference->after, difference->before,
                                           self->after);

  if (field->id == jalon_kind_get_info (difference->kind)->title && is_text (field) &&
      difference->after[0] != '\0' && strlen (difference->before) <= COMMON)
    /* Translators: an element by its old title, its new title */
    return g_strdup_printf (_ ("%s is now %s"), name, after);
  if (difference->before[0] == '\0' && fallback[0] == '\0')
    /* Translators: an element, a field, its value */
    return g_strdup_printf (_ ("%s: %s set to %s"), name, label, after);
  if (difference->after[0] == '\0' && fallback[0] == '\0')
    /* Translators: an element, a field, its old value */
    return g_strdup_printf (_ ("%s: %s cleared, which was %s"), name, label, before);
  /* Translators: an element, a field, its old and its new value */
  return g_strdup_printf (_ ("%s: %s changed from %s to %s"), name, label, before, after);
}

static const char *
get_text (JalonElement *element, const JalonField *field)
{
  return jalon_element_has (element, field->id) ? jalon_element_get_text (element, field->id) : "";
}

static void
add_settings (Comparison *self, JalonElement *before, JalonElement *after)
{
  const JalonField *field = jalon_kind_get_info (jalon_element_get_kind (after))->fields;

  for (; field->id != JALON_FIELD_NONE; field++)
    if (strcmp (get_text (before, field), get_text (after, field)) != 0)
      {
        JalonDifference *difference = add_difference (self, JALON_CHANGE_SET, after, self->after);

        difference->field = field;
        difference->before = g_strdup (get_text (before, field));
        difference->after = g_strdup (get_text (after, field));
        difference->sentence = describe_setting (self, before, difference);
      }
}

static gboolean
is_child_of (JalonElement *element, JalonElement *parent)
{
  return element != NULL && parent != NULL && jalon_element_get_parent (element) == parent;
}

/* Finds which children of @after have changed places among those that were there before. */
static void
find_moved (Comparison *self, JalonElement *before, JalonElement *after)
{
  guint n = jalon_element_get_n_children (after);
  g_autofree guint *ranks = g_new (guint, n + 1);
  g_autofree gboolean *is_rising = g_new (gboolean, n + 1);
  g_autoptr (GPtrArray) common = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      JalonElement *child = jalon_element_get_child (after, i);
      JalonElement *same = find_same (self->before, child);

      if (!is_child_of (same, before))
        continue;
      ranks[common->len] = jalon_element_get_index (same);
      g_ptr_array_add (common, child);
    }
  jalon_order_find_rising (ranks, common->len, is_rising);
  for (guint i = 0; i < common->len; i++)
    if (!is_rising[i])
      g_hash_table_add (self->moved, g_ptr_array_index (common, i));
}

static void
compare_element (Comparison *self, JalonElement *before, JalonElement *after)
{
  JalonElement *parent = jalon_element_get_parent (after);

  if (parent == NULL)
    return;
  if (before == NULL)
    {
      if (find_same (self->before, parent) != NULL || jalon_element_get_parent (parent) == NULL)
        add_coming (self, after);
    }
  else if (g_hash_table_contains (self->moved, after) ||
           jalon_element_get_parent (before) == NULL ||
           find_same (self->after, jalon_element_get_parent (before)) != parent)
    add_move (self, before, after);
}

/* Compares @after, which was @before if that is not NULL, and all below it. */
static void
compare_tree (Comparison *self, JalonElement *before, JalonElement *after)
{
  compare_element (self, before, after);
  if (before != NULL)
    {
      add_settings (self, before, after);
      for (guint i = 0; i < jalon_element_get_n_children (before); i++)
        if (find_same (self->after, jalon_element_get_child (before, i)) == NULL)
          add_going (self, jalon_element_get_child (before, i));
      find_moved (self, before, after);
    }
  for (guint i = 0; i < jalon_element_get_n_children (after); i++)
    {
      JalonElement *child = jalon_element_get_child (after, i);

      compare_tree (self, find_same (self->before, child), child);
    }
}

/**
 * jalon_difference_list:
 * @before: a project
 * @after: what became of it
 *
 * Compares two versions of a project by element and field.
 *
 * Returns: (transfer full) (element-type JalonDifference): what differs, in the order of @after;
 *   what is gone stands where its parent is. Of what came or went together the uppermost is listed
 */
GPtrArray *
jalon_difference_list (JalonElement *before, JalonElement *after)
{
  g_autoptr (GHashTable) in_before = jalon_element_index (before);
  g_autoptr (GHashTable) in_after = jalon_element_index (after);
  g_autoptr (GHashTable) moved = g_hash_table_new (NULL, NULL);
  Comparison self = { in_before, in_after, moved,
                      g_ptr_array_new_with_free_func (difference_free) };

  /* The project is one, whatever its id. */
  g_hash_table_insert (in_before, (gpointer) jalon_element_get_id (after), before);
  g_hash_table_insert (in_after, (gpointer) jalon_element_get_id (before), after);
  compare_tree (&self, before, after);
  return self.list;
}
