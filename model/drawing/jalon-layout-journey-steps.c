/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-journey-private.h"

#include <glib/gi18n-lib.h>

/* Most of a large journey is as it was when one card has changed. What was made of a step is kept
 * with the step, and looked at again only if one of its cards, or what they depend on, is another:
 * a look at ten thousand cards one by one would cost more than all the rest. */

#define NO_ROW G_MAXUINT
#define LOST_ROW (G_MAXUINT - 1)

/* A child of a step: what was made of it, and from what. */
typedef struct
{
  JalonElement *element;
  JalonNode *node;
  guint64 stamp;
  guint64 references;
  double wanted;
  guint row;
  guint span;
  double width;
  double height;
} Entry;

typedef struct
{
  JalonNode *node;
  guint64 shape;
} Slot;

typedef struct
{
  JalonElement *step;
  guint pass;
  guint64 state;
  guint64 step_stamp;
  guint64 slots_state;
  GArray *entries;
  GArray *slots;
} Memo;

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_clear_object (&entry->element);
  g_clear_pointer (&entry->node, jalon_node_unref);
}

static void
clear_slot (gpointer data)
{
  g_clear_pointer (&((Slot *) data)->node, jalon_node_unref);
}

static GArray *
new_entries (void)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (Entry));

  g_array_set_clear_func (entries, clear_entry);
  return entries;
}

static void
free_memo (gpointer data)
{
  Memo *memo = data;

  g_array_unref (memo->entries);
  g_array_unref (memo->slots);
  g_object_unref (memo->step);
  g_free (memo);
}

static Memo *
get_memo (JalonLayout *layout, JalonElement *step)
{
  Memo *memo;

  if (layout->steps == NULL)
    layout->steps = g_hash_table_new_full (NULL, NULL, NULL, free_memo);
  memo = g_hash_table_lookup (layout->steps, step);
  if (memo != NULL)
    return memo;

  memo = g_new0 (Memo, 1);
  memo->step = g_object_ref (step);
  memo->entries = new_entries ();
  memo->slots = g_array_new (FALSE, TRUE, sizeof (Slot));
  g_array_set_clear_func (memo->slots, clear_slot);
  g_hash_table_insert (layout->steps, step, memo);
  return memo;
}

static guint64
mix_element (guint64 hash, JalonElement *element)
{
  hash = jalon_layout_mix (hash, GPOINTER_TO_SIZE (element));
  return jalon_layout_mix (hash, jalon_element_get_stamp (element));
}

/**
 * jalon_journey_hash_context:
 * @self: a journey with its rows
 *
 * Hashes what cards show beside themselves: their lanes, and the tags, metrics, pictures and other
 * journeys of the project.
 */
void
jalon_journey_hash_context (JalonJourney *self)
{
  JalonElement *project = self->layout->project;
  guint64 hash = jalon_layout_hash (0, &self->step_width, sizeof self->step_width);

  for (guint i = 0; i < jalon_element_get_n_children (project); i++)
    hash = mix_element (hash, jalon_element_get_child (project, i));
  for (guint i = 0; i < jalon_element_get_n_children (self->map); i++)
    if (jalon_element_get_kind (jalon_element_get_child (self->map, i)) == JALON_KIND_LANE)
      hash = mix_element (hash, jalon_element_get_child (self->map, i));
  self->context = hash;
}

/* The columns that are left matter to cards that span several. */
static guint64
hash_step (JalonJourney *self, guint column)
{
  JalonElement *step = JALON_COLUMN (self, column)->step;
  guint n_children = jalon_element_get_n_children (step);
  guint64 hash = jalon_layout_mix (self->context, self->columns->len - column);

  hash = mix_element (hash, step);
  for (guint i = 0; i < n_children; i++)
    hash = mix_element (hash, jalon_element_get_child (step, i));
  return hash;
}

static guint
get_span (JalonJourney *self, JalonElement *card, guint column)
{
  if (!jalon_element_has (card, JALON_FIELD_SPAN))
    return 1;
  return CLAMP (jalon_element_get_number (card, JALON_FIELD_SPAN), 1, self->columns->len - column);
}

static void
make_card (JalonJourney *self, const JalonRow *row, JalonElement *step, Entry *entry)
{
  g_autofree char *label = NULL;

  entry->node = jalon_journey_make_card (self, row, entry->element, entry->wanted);
  entry->width = jalon_node_get_width (entry->node);
  entry->height = jalon_node_get_height (entry->node);
  /* Translators: name of a lane, name of a step, text of a card */
  label = g_strdup_printf (jalon_layout_term (self->layout, N_ ("%s, step %s: %s")),
                           jalon_journey_get_lane_title (self, row), jalon_element_get_title (step),
                           jalon_node_get_label (entry->node));
  jalon_node_set_label (entry->node, label);
}

/* The entry of @element among those of the last drawing; it is nearly always the next one. */
static Entry *
find_entry (GArray *entries, JalonElement *element, guint *next)
{
  for (guint i = 0; i < entries->len; i++)
    {
      guint place = (*next + i) % entries->len;
      Entry *entry = &g_array_index (entries, Entry, place);

      if (entry->element != element)
        continue;
      *next = place + 1;
      return entry;
    }
  return NULL;
}

static void
reuse_or_make (JalonJourney *self,
               const JalonRow *row,
               JalonElement *step,
               Entry *entry,
               const Entry *before)
{
  if (before != NULL && before->node != NULL && before->stamp == entry->stamp &&
      before->references == entry->references && before->wanted == entry->wanted)
    {
      entry->node = jalon_node_ref (before->node);
      entry->width = before->width;
      entry->height = before->height;
    }
  else
    make_card (self, row, step, entry);
}

/* The row of a card or score, by its place; cards that have lost their lane come last. */
static guint
find_row (JalonJourney *self, JalonElement *child)
{
  const char *lane = jalon_element_get_text (child, JALON_FIELD_LANE);
  gboolean is_card = jalon_element_get_kind (child) == JALON_KIND_CARD;
  const JalonRow *row;

  if (!g_hash_table_contains (self->rows_by_id, lane))
    return is_card ? LOST_ROW : NO_ROW;
  row = jalon_journey_find_row (self, lane);
  if (row == NULL || (!is_card && row->style->form < JALON_FORM_CURVE))
    return NO_ROW;
  return (guint) (row - JALON_ROW (self, 0));
}

static const JalonRow *
get_row (JalonJourney *self, guint place)
{
  return place == LOST_ROW ? jalon_journey_find_row (self, "") : JALON_ROW (self, place);
}

static void
add_entry (JalonJourney *self,
           guint column,
           JalonElement *child,
           GArray *entries,
           const Entry *before)
{
  JalonElement *step = JALON_COLUMN (self, column)->step;
  Entry entry = { .row = find_row (self, child), .span = 1 };

  if (entry.row == NO_ROW)
    return;
  entry.element = g_object_ref (child);
  if (jalon_element_get_kind (child) == JALON_KIND_CARD && !get_row (self, entry.row)->is_collapsed)
    {
      entry.stamp = jalon_element_get_stamp (child);
      entry.references = jalon_layout_hash_references (child);
      entry.span = get_span (self, child, column);
      entry.wanted = entry.span * self->step_width - 2 * JALON_CELL_PADDING;
      reuse_or_make (self, get_row (self, entry.row), step, &entry, before);
    }
  g_array_append_val (entries, entry);
}

/* Goes through the children of a step again, keeping the nodes of those that are as they were. */
static void
renew (JalonJourney *self, guint column, Memo *memo)
{
  JalonElement *step = memo->step;
  guint64 stamp = jalon_element_get_stamp (step);
  gboolean is_same = memo->step_stamp == stamp;
  GArray *entries = new_entries ();
  guint next = 0;

  for (guint i = 0; i < jalon_element_get_n_children (step); i++)
    {
      JalonElement *child = jalon_element_get_child (step, i);
      JalonKind kind = jalon_element_get_kind (child);

      if (kind == JALON_KIND_CARD || kind == JALON_KIND_SCORE)
        add_entry (self, column, child, entries,
                   is_same ? find_entry (memo->entries, child, &next) : NULL);
    }
  g_array_unref (memo->entries);
  memo->entries = entries;
  memo->step_stamp = stamp;
}

static void
place_entry (JalonJourney *self, guint column, const Entry *entry)
{
  const JalonRow *row = get_row (self, entry->row);
  JalonPlaced placed = {
    .element = entry->element,
    .node = entry->node != NULL ? jalon_node_ref (entry->node) : NULL,
    .column = column,
    .span = entry->span,
    .width = entry->width,
    .height = entry->height,
  };
  gboolean is_score = jalon_element_get_kind (entry->element) == JALON_KIND_SCORE;

  g_array_append_val (is_score ? row->scores : row->cards, placed);
}

/**
 * jalon_journey_find_contents:
 * @self: a journey with its rows
 * @column: a column with a step
 *
 * Puts the cards and scores of a step into their rows.
 */
void
jalon_journey_find_contents (JalonJourney *self, guint column)
{
  Memo *memo = get_memo (self->layout, JALON_COLUMN (self, column)->step);
  guint64 state = hash_step (self, column);

  memo->pass = self->layout->pass;
  if (memo->state != state)
    renew (self, column, memo);
  memo->state = state;
  for (guint i = 0; i < memo->entries->len; i++)
    place_entry (self, column, &g_array_index (memo->entries, Entry, i));
}

/**
 * jalon_journey_get_slot:
 * @self: a journey with its rows placed
 * @column: a column with a step
 * @place: the place of a row
 *
 * Returns: (transfer none): where the slot of a cell is kept; %NULL is kept there if it is to be
 *   made, for it was another or of another shape
 */
JalonNode **
jalon_journey_get_slot (JalonJourney *self, guint column, guint place)
{
  JalonElement *step = JALON_COLUMN (self, column)->step;
  const JalonRow *row = JALON_ROW (self, place);
  Memo *memo = get_memo (self->layout, step);
  guint64 state = mix_element (self->context, step);
  Slot *slot;

  if (memo->slots_state != state)
    g_array_set_size (memo->slots, 0);
  memo->slots_state = state;
  if (memo->slots->len <= place)
    g_array_set_size (memo->slots, place + 1);
  slot = &g_array_index (memo->slots, Slot, place);
  if (slot->shape != row->shape)
    g_clear_pointer (&slot->node, jalon_node_unref);
  slot->shape = row->shape;
  return &slot->node;
}

static gboolean
is_unused (gpointer key, gpointer value, gpointer data)
{
  JalonLayout *layout = data;

  return ((Memo *) value)->pass != layout->pass;
}

/* Forgets the steps that the drawing that ends did not show. */
void
jalon_journey_forget_steps (JalonJourney *self)
{
  if (self->layout->steps != NULL)
    g_hash_table_foreach_remove (self->layout->steps, is_unused, self->layout);
}
