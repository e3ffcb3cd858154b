/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Splitting and merging what holds cards. It goes by the table, so that nothing of what people have
 * written is forgotten, whatever fields the future adds. */

#include "widgets/jalon-commands-private.h"

#include <glib/gi18n-lib.h>

#include "drawing/jalon-terms.h"

static void
add_step (JalonElement *step, gpointer steps)
{
  g_ptr_array_add (steps, step);
}

static void
add_steps (GPtrArray *steps, JalonElement *element)
{
  jalon_element_foreach_of (element, JALON_KIND_BIT (JALON_KIND_STEP), add_step, steps);
}

/* A card that begins in the step at @place and reaches over some of @some becomes longer or shorter
 * by that many. What is new pushes its end on. */
static void
stretch_card (JalonDocument *document,
              JalonElement *card,
              GPtrArray *steps,
              guint place,
              GHashTable *some,
              int by)
{
  guint span = (guint) jalon_element_get_number (card, JALON_FIELD_SPAN);
  int n = 0;

  for (guint i = place + 1; i < MIN (place + span + (by > 0 ? n : 0), steps->len); i++)
    n += g_hash_table_contains (some, g_ptr_array_index (steps, i));
  if (n > 0)
    jalon_document_set_number (document, card, JALON_FIELD_SPAN, (int) span + by * n);
}

/* What is in @some itself comes and goes with its cards, as long as they are. */
static void
stretch (JalonDocument *document, GPtrArray *some, int by)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);

  if (some->len == 0)
    return;
  for (guint i = 0; i < some->len; i++)
    g_hash_table_add (set, g_ptr_array_index (some, i));
  add_steps (steps, jalon_element_get_map (g_ptr_array_index (some, 0)));
  for (guint i = 0; i < steps->len; i++)
    {
      JalonElement *step = g_ptr_array_index (steps, i);

      if (g_hash_table_contains (set, step))
        continue;
      for (guint j = 0; j < jalon_element_get_n_children (step); j++)
        if (jalon_element_get_kind (jalon_element_get_child (step, j)) == JALON_KIND_CARD)
          stretch_card (document, jalon_element_get_child (step, j), steps, i, set, by);
    }
}

static GPtrArray *
find_steps (GPtrArray *elements)
{
  GPtrArray *steps = g_ptr_array_new ();

  for (guint i = 0; i < elements->len; i++)
    add_steps (steps, g_ptr_array_index (elements, i));
  return steps;
}

/* There are new steps: cards over their places grow, as a merged cell of a spreadsheet does. */
void
jalon_commands_make_room (JalonDocument *document, GPtrArray *elements)
{
  g_autoptr (GPtrArray) steps = find_steps (elements);

  stretch (document, steps, 1);
}

/* Steps are about to go: cards over their places shrink. */
void
jalon_commands_close_room (JalonDocument *document, GPtrArray *elements)
{
  g_autoptr (GPtrArray) steps = find_steps (elements);

  stretch (document, steps, -1);
}

/* An element comes or goes, and what it holds stays. */
static void
stretch_over (JalonDocument *document, JalonElement *element, int by)
{
  g_autoptr (GPtrArray) some = g_ptr_array_new ();

  if (jalon_element_get_kind (element) == JALON_KIND_STEP)
    g_ptr_array_add (some, element);
  stretch (document, some, by);
}

/* What an element says by being there at all, so that a part of it says the same. */
static void
inherit (JalonDocument *document, JalonElement *element, JalonElement *from)
{
  const JalonField *field = jalon_kind_get_info (jalon_element_get_kind (from))->fields;

  for (; field->id != JALON_FIELD_NONE; field++)
    if (field->type == JALON_TYPE_CHOICE || field->type == JALON_TYPE_COLOUR)
      jalon_document_set (document, element, field->id, jalon_element_get_text (from, field->id),
                          NULL);
}

/* @element and its siblings behind it, those in @slot if it is not NULL; or those before it. */
static GPtrArray *
find_rest (JalonElement *element, const JalonSlot *slot, gboolean before)
{
  JalonElement *parent = jalon_element_get_parent (element);
  guint index = jalon_element_get_index (element);
  guint end = before ? index : jalon_element_get_n_children (parent);
  GPtrArray *rest = g_ptr_array_new ();

  for (guint i = before ? 0 : index; i < end; i++)
    {
      JalonElement *sibling = jalon_element_get_child (parent, i);

      if (slot != NULL ? jalon_slot_contains (slot, sibling)
                       : jalon_element_get_kind (sibling) == jalon_element_get_kind (element))
        g_ptr_array_add (rest, sibling);
    }
  return rest;
}

/**
 * jalon_commands_can_split:
 * @element: an element in a document
 * @slot: (nullable): the slot that it lies in
 *
 * Returns: %TRUE if what holds @element can begin anew there: there is something before it, and
 *   what holds it is a part of a map
 */
gboolean
jalon_commands_can_split (JalonElement *element, const JalonSlot *slot)
{
  JalonElement *parent = jalon_element_get_parent (element);
  g_autoptr (GPtrArray) before = NULL;

  if (parent == NULL || jalon_element_get_kind (parent) == JALON_KIND_PROJECT ||
      jalon_kind_is_map (jalon_element_get_kind (parent)) ||
      (slot != NULL && jalon_slot_has_plane (slot)))
    return FALSE;
  before = find_rest (element, slot, TRUE);
  return before->len > 0;
}

/**
 * jalon_commands_split:
 * @document: a document
 * @element: a step of a stage, or a card of a step, that jalon_commands_can_split()
 * @slot: (nullable): the slot that it lies in
 * @key: (nullable): what later changes must name to become part of this step
 *
 * Moves an element and what is behind it into a new stage or step behind its own, and selects
 * that.
 *
 * Returns: (transfer none) (nullable): what is new, without a name; %NULL if the project is full
 */
JalonElement *
jalon_commands_split (JalonDocument *document,
                      JalonElement *element,
                      const JalonSlot *slot,
                      const char *key)
{
  JalonElement *parent = jalon_element_get_parent (element);
  JalonElement *second = jalon_element_new (jalon_element_get_kind (parent), NULL);
  const char *ids[2] = { jalon_element_get_id (second), NULL };
  g_autoptr (GPtrArray) rest = find_rest (element, slot, FALSE);

  /* Translators: what will be undone; the name of a kind, for instance "Stage" */
  jalon_commands_begin (document, _ ("Split %s"), parent, key);
  jalon_document_insert (document, jalon_element_get_parent (parent),
                         jalon_element_get_index (parent) + 1, second);
  inherit (document, second, parent);
  for (guint i = 0; i < rest->len; i++)
    jalon_document_move (document, g_ptr_array_index (rest, i), second, G_MAXUINT);
  stretch_over (document, second, 1);
  jalon_document_set_selection (document, ids);
  return jalon_document_commit (document) ? second : NULL;
}

/* Whether nothing has been said. A choice that has no such answer always says something. */
static gboolean
is_silent (JalonElement *element, const JalonField *field)
{
  const char *text = jalon_element_get_text (element, field->id);

  if (field->type != JALON_TYPE_CHOICE)
    return !jalon_element_has (element, field->id);
  return text[0] == '\0' || strcmp (text, "unset") == 0 || strcmp (text, "none") == 0;
}

static char *
join_references (JalonElement *element, const char *more, JalonFieldId field)
{
  g_autoptr (GString) ids = g_string_new (jalon_element_get_text (element, field));
  g_auto (GStrv) others = g_strsplit (more, " ", -1);

  for (guint i = 0; others[i] != NULL; i++)
    if (!jalon_element_refers_to (element, field, others[i]))
      g_string_append_printf (ids, " %s", others[i]);
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

/* What two values are together; NULL if only one can stay. */
static char *
join_values (JalonElement *element, const JalonField *field, const char *other)
{
  const char *text = jalon_element_get_text (element, field->id);

  switch ((int) field->type)
    {
    case JALON_TYPE_LINE:
      return g_strdup_printf ("%s / %s", text, other);
    case JALON_TYPE_PARAGRAPHS:
      return g_strdup_printf ("%s\n%s", text, other);
    case JALON_TYPE_REFERENCES:
      return join_references (element, other, field->id);
    default:
      return NULL;
    }
}

/* Once is enough, of however many scores. */
static void
append_label (GString *lost, const char *label)
{
  g_auto (GStrv) labels = g_strsplit (lost->str, ", ", -1);

  if (!g_strv_contains ((const char *const *) labels, _ (label)))
    g_string_append_printf (lost, "%s%s", lost->len > 0 ? ", " : "", _ (label));
}

/* Gives a field of @element what @other has there. Notes in @lost what cannot stay. */
static void
merge_field (JalonDocument *document,
             JalonElement *element,
             JalonElement *other,
             const JalonField *field,
             GString *lost)
{
  const char *text = jalon_element_get_text (other, field->id);
  g_autofree char *joined = NULL;

  if (is_silent (other, field) || strcmp (jalon_element_get_text (element, field->id), text) == 0)
    return;
  if (is_silent (element, field))
    joined = g_strdup (text);
  else
    joined = join_values (element, field, text);
  if (joined != NULL && jalon_document_set (document, element, field->id, joined, NULL))
    return;
  if (field->label != NULL)
    append_label (lost, field->label);
}

/* Whether there can be only one of both. What exists by several others, as a score by its lane and
 * its persona, is one; what is only put somewhere, as a card into its lane, is not. */
static gboolean
is_same (JalonElement *element, JalonElement *other)
{
  const JalonField *field = jalon_kind_get_info (jalon_element_get_kind (element))->fields;
  guint n_owners = 0;

  if (jalon_element_get_kind (element) != jalon_element_get_kind (other))
    return FALSE;
  for (; field->id != JALON_FIELD_NONE; field++)
    {
      gboolean is_owner = (field->flags & JALON_FLAG_CASCADE) != 0;

      if ((is_owner || field->type == JALON_TYPE_CHOICE) &&
          strcmp (jalon_element_get_text (element, field->id),
                  jalon_element_get_text (other, field->id)) != 0)
        return FALSE;
      n_owners += is_owner;
    }
  return n_owners > 1;
}

static JalonElement *
find_same (JalonElement *parent, JalonElement *other)
{
  for (guint i = 0; i < jalon_element_get_n_children (parent); i++)
    if (is_same (jalon_element_get_child (parent, i), other))
      return jalon_element_get_child (parent, i);
  return NULL;
}

static void
merge_fields (JalonDocument *document, JalonElement *element, JalonElement *other, GString *lost)
{
  const JalonField *field = jalon_kind_get_info (jalon_element_get_kind (element))->fields;

  for (; field->id != JALON_FIELD_NONE; field++)
    merge_field (document, element, other, field, lost);
}

/* Moves what @other holds into @element, or joins it to what is there. */
static void
merge_children (JalonDocument *document, JalonElement *element, JalonElement *other, GString *lost)
{
  while (jalon_element_get_n_children (other) > 0)
    {
      JalonElement *child = jalon_element_get_child (other, 0);
      JalonElement *same = find_same (element, child);
      g_autoptr (GString) lost_of_child = g_string_new (NULL);

      if (same == NULL)
        {
          jalon_document_move (document, child, element, G_MAXUINT);
          continue;
        }
      merge_fields (document, same, child, lost_of_child);
      if (lost_of_child->len > 0)
        append_label (lost, jalon_kind_get_info (jalon_element_get_kind (child))->label);
      jalon_document_remove (document, child);
    }
}

static gboolean
holds_others (JalonElement *element)
{
  JalonKind kind = jalon_element_get_kind (element);

  return kind != JALON_KIND_PROJECT && !jalon_kind_is_map (kind) &&
         (jalon_kind_get_info (kind)->children & ~JALON_KIND_BIT (JALON_KIND_UNKNOWN)) != 0;
}

/**
 * jalon_commands_can_merge:
 * @document: a document
 * @elements: (element-type JalonElement): some of its elements
 *
 * Returns: %TRUE if they are parts of a map that hold others, one next to the other; if it is only
 *   one, one like it must come next
 */
gboolean
jalon_commands_can_merge (JalonDocument *document, GPtrArray *elements)
{
  g_autoptr (GPtrArray) sorted = NULL;

  if (elements->len == 0 || !holds_others (elements->pdata[0]))
    return FALSE;
  if (elements->len == 1)
    return jalon_commands_find_next (elements->pdata[0], 1) != NULL;
  sorted = jalon_commands_in_order (document, elements);
  for (guint i = 1; i < sorted->len; i++)
    if (jalon_commands_find_next (sorted->pdata[i - 1], 1) != sorted->pdata[i])
      return FALSE;
  return TRUE;
}

static void
merge_next (JalonDocument *document, JalonElement *element, GString *lost)
{
  JalonElement *next = jalon_commands_find_next (element, 1);

  merge_fields (document, element, next, lost);
  stretch_over (document, next, -1);
  merge_children (document, element, next, lost);
  jalon_document_remove (document, next);
}

/**
 * jalon_commands_merge:
 * @document: a document
 * @elements: (element-type JalonElement): stages or steps that jalon_commands_can_merge()
 *
 * Takes the others into the first of @elements, or what comes next into the only one: all that they
 * hold, their texts and references. Of a value that only one can have, and of two scores by one
 * persona, that of the first stays.
 *
 * Returns: (transfer full) (nullable): the labels of the fields and kinds of which a value could
 *   not stay; %NULL if nothing is lost
 */
char *
jalon_commands_merge (JalonDocument *document, GPtrArray *elements)
{
  g_autoptr (GPtrArray) sorted = jalon_commands_in_order (document, elements);
  JalonElement *first = g_ptr_array_index (sorted, 0);
  const char *ids[2] = { jalon_element_get_id (first), NULL };
  g_autoptr (GString) lost = g_string_new (NULL);

  /* Translators: what will be undone; the name of a kind, for instance "Stage" */
  jalon_commands_begin (document, _ ("Merge %s"), first, NULL);
  for (guint i = 0; i < MAX (elements->len - 1, 1); i++)
    merge_next (document, first, lost);
  jalon_document_set_selection (document, ids);
  jalon_document_commit (document);
  return lost->len > 0 ? g_string_free (g_steal_pointer (&lost), FALSE) : NULL;
}

/**
 * jalon_commands_can_make_to_be:
 * @map: a map
 *
 * Returns: %TRUE if it is a journey as it is today
 */
gboolean
jalon_commands_can_make_to_be (JalonElement *map)
{
  return jalon_element_get_kind (map) == JALON_KIND_JOURNEY &&
         jalon_element_get_choice (map, JALON_FIELD_STATE) == JALON_STATE_AS_IS;
}

/* In the language of the project, as all words on maps. */
static char *
make_to_be_title (JalonElement *map)
{
  JalonElement *project = jalon_element_get_parent (map);
  g_autoptr (JalonTerms)
    terms = jalon_terms_new (jalon_element_get_choice (project, JALON_FIELD_LANGUAGE));
  const char *label = jalon_terms_get (terms, jalon_state_choices[JALON_STATE_TO_BE].label);
  g_autofree char *state = g_utf8_strdown (label, -1);
  const char *title = jalon_element_get_title (map);

  return title[0] != '\0' ? g_strdup_printf ("%s (%s)", title, state) : g_strdup (label);
}

/**
 * jalon_commands_make_to_be:
 * @document: a document
 * @map: a journey that jalon_commands_can_make_to_be()
 *
 * Puts a copy behind a journey that is to become what it should be, and has both name each other.
 *
 * Returns: (transfer none) (nullable): the copy; %NULL if the project is full
 */
JalonElement *
jalon_commands_make_to_be (JalonDocument *document, JalonElement *map)
{
  JalonElement *copy = jalon_element_copy_as_new (map);
  g_autofree char *title = make_to_be_title (map);

  jalon_document_begin (document, _ ("Duplicate as To-Be"));
  jalon_document_insert (document, jalon_element_get_parent (map),
                         jalon_element_get_index (map) + 1, copy);
  jalon_document_set_choice (document, copy, JALON_FIELD_STATE, JALON_STATE_TO_BE);
  jalon_document_set (document, copy, JALON_FIELD_TITLE, title, NULL);
  jalon_document_set (document, copy, JALON_FIELD_COUNTERPART, jalon_element_get_id (map), NULL);
  jalon_document_set (document, map, JALON_FIELD_COUNTERPART, jalon_element_get_id (copy), NULL);
  return jalon_document_commit (document) ? copy : NULL;
}
