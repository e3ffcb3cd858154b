/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How two orders of things that once had one order become one. */

#include "document/jalon-order.h"
#include "document/jalon-text.h"
#include "files/jalon-merge-private.h"

#define NOWHERE G_MAXUINT

/* How often the result is merged again before it is taken as it is. */
#define MAX_ROUNDS 16

typedef struct
{
  const char *id;
  guint places[MERGE_N_VERSIONS];
  gboolean is_moved[2]; /* by ours, by theirs */
} Item;

typedef struct
{
  GHashTable *items; /* id → item */
  GPtrArray *sequences[MERGE_N_VERSIONS];
} Orders;

static void
add_sequence (Orders *self, MergeVersion version, GPtrArray *ids)
{
  self->sequences[version] = g_ptr_array_sized_new (ids->len);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      Item *item = g_hash_table_lookup (self->items, id);

      if (item == NULL)
        {
          item = g_new0 (Item, 1);
          *item = (Item){ id, { NOWHERE, NOWHERE, NOWHERE }, { FALSE, FALSE } };
          g_hash_table_insert (self->items, (gpointer) id, item);
        }
      item->places[version] = i;
      g_ptr_array_add (self->sequences[version], item);
    }
}

static void
orders_clear (Orders *self)
{
  for (guint i = 0; i < MERGE_N_VERSIONS; i++)
    g_ptr_array_unref (self->sequences[i]);
  g_hash_table_unref (self->items);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Orders, orders_clear)

static gboolean
is_common (const Item *item)
{
  return item->places[MERGE_OURS] != NOWHERE && item->places[MERGE_THEIRS] != NOWHERE;
}

static gboolean
has_one_order (Orders *self)
{
  guint last = 0;

  for (guint i = 0; i < self->sequences[MERGE_OURS]->len; i++)
    {
      Item *item = g_ptr_array_index (self->sequences[MERGE_OURS], i);

      if (!is_common (item))
        continue;
      if (item->places[MERGE_THEIRS] < last)
        return FALSE;
      last = item->places[MERGE_THEIRS];
    }
  return TRUE;
}

/* Finds what is not where it was in base. What was not there at all is new in both, and moved. */
static void
find_moved (Orders *self, MergeVersion side)
{
  GPtrArray *sequence = self->sequences[side];
  g_autofree guint *ranks = g_new (guint, sequence->len + 1);
  g_autofree gboolean *is_rising = g_new (gboolean, sequence->len + 1);
  guint n = 0;

  for (guint i = 0; i < sequence->len; i++)
    {
      Item *item = g_ptr_array_index (sequence, i);

      item->is_moved[side] = TRUE;
      if (is_common (item) && item->places[MERGE_BASE] != NOWHERE)
        ranks[n++] = item->places[MERGE_BASE];
    }
  jalon_order_find_rising (ranks, n, is_rising);
  for (guint i = 0; i < n; i++)
    if (is_rising[i])
      {
        Item *item = g_ptr_array_index (self->sequences[MERGE_BASE], ranks[i]);

        item->is_moved[side] = FALSE;
      }
}

static gboolean
is_placed_by_theirs (const Item *item)
{
  return is_common (item) && item->is_moved[MERGE_THEIRS] && !item->is_moved[MERGE_OURS];
}

static gboolean
is_placed_by_ours (const Item *item)
{
  return is_common (item) && item->is_moved[MERGE_OURS];
}

static void
take_out (GPtrArray *sequence, gboolean (*is_out) (const Item *item))
{
  guint n = 0;

  for (guint i = 0; i < sequence->len; i++)
    if (!is_out (sequence->pdata[i]))
      sequence->pdata[n++] = sequence->pdata[i];
  g_ptr_array_set_size (sequence, n);
}

/* The place of the next of @sequence from @start on that both sides placed; its end if none is. */
static guint
find_anchor (GPtrArray *sequence, guint start, gboolean is_settled)
{
  for (guint i = start; i < sequence->len; i++)
    {
      const Item *item = g_ptr_array_index (sequence, i);

      if (is_common (item) &&
          (is_settled || (!item->is_moved[MERGE_OURS] && !item->is_moved[MERGE_THEIRS])))
        return i;
    }
  return sequence->len;
}

static void
add_run (GPtrArray *merged, GPtrArray *sequence, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    g_ptr_array_add (merged, (gpointer) ((Item *) g_ptr_array_index (sequence, i))->id);
}

/* Whether the run at @i of @ours comes before the one at @j of @theirs: by an id, so that it is the
 * same whoever merges. */
static gboolean
comes_first (GPtrArray *ours, guint i, GPtrArray *theirs, guint j)
{
  const Item *left = i < ours->len ? g_ptr_array_index (ours, i) : NULL;
  const Item *right = j < theirs->len ? g_ptr_array_index (theirs, j) : NULL;

  return left != NULL && right != NULL && strcmp (left->id, right->id) < 0;
}

/* Both sequences, with what is in both once, where both have it. */
static GPtrArray *
interleave (GPtrArray *ours, GPtrArray *theirs, gboolean is_settled)
{
  GPtrArray *merged = g_ptr_array_sized_new (ours->len + theirs->len);
  guint i = 0, j = 0;

  while (i < ours->len || j < theirs->len)
    {
      guint i_end = find_anchor (ours, i, is_settled);
      guint j_end = find_anchor (theirs, j, is_settled);

      if (i_end > i && comes_first (ours, i, theirs, j))
        {
          add_run (merged, ours, i, i_end);
          add_run (merged, theirs, j, j_end);
        }
      else
        {
          add_run (merged, theirs, j, j_end);
          add_run (merged, ours, i, i_end);
        }
      add_run (merged, ours, i_end, MIN (i_end + 1, ours->len));
      i = i_end + 1;
      j = j_end + 1;
    }
  return merged;
}

static GPtrArray *
merge_once (GPtrArray *base, GPtrArray *ours, GPtrArray *theirs)
{
  g_auto (Orders)
    orders = { g_hash_table_new_full (jalon_text_hash, g_str_equal, NULL, g_free), { NULL } };
  gboolean is_settled;

  add_sequence (&orders, MERGE_OURS, ours);
  add_sequence (&orders, MERGE_THEIRS, theirs);
  add_sequence (&orders, MERGE_BASE, base);
  is_settled = has_one_order (&orders);
  if (!is_settled)
    {
      find_moved (&orders, MERGE_OURS);
      find_moved (&orders, MERGE_THEIRS);
      take_out (orders.sequences[MERGE_OURS], is_placed_by_theirs);
      take_out (orders.sequences[MERGE_THEIRS], is_placed_by_ours);
    }
  return interleave (orders.sequences[MERGE_OURS], orders.sequences[MERGE_THEIRS], is_settled);
}

static int
compare (GPtrArray *a, GPtrArray *b)
{
  int order = a->len < b->len ? -1 : a->len > b->len;

  for (guint i = 0; order == 0 && i < a->len; i++)
    order = a->pdata[i] == b->pdata[i] ? 0 : strcmp (a->pdata[i], b->pdata[i]);
  return order;
}

static guint
find_same (GPtrArray *orders, GPtrArray *wanted)
{
  guint i = 0;

  while (i < orders->len && compare (orders->pdata[i], wanted) != 0)
    i++;
  return i;
}

/* Merges @ours with @theirs again and again, until an order comes back. Mostly that is the last
 * one; where several follow each other for ever, it is the least of these. So merging what comes
 * out changes nothing. */
static GPtrArray *
merge_for_good (GPtrArray *base, GPtrArray *ours, GPtrArray *theirs)
{
  g_autoptr (GPtrArray)
    orders = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *merged = merge_once (base, ours, theirs);
  GPtrArray *least;
  guint start;

  while ((start = find_same (orders, merged)) == orders->len && orders->len < MAX_ROUNDS)
    {
      g_ptr_array_add (orders, merged);
      merged = merge_once (base, merged, theirs);
    }
  g_ptr_array_unref (merged);
  least = g_ptr_array_index (orders, MIN (start, orders->len - 1));
  for (guint i = start; i < orders->len; i++)
    if (compare (orders->pdata[i], least) < 0)
      least = orders->pdata[i];
  return g_ptr_array_ref (least);
}

/**
 * merge_order:
 * @base: (element-type utf8): ids in their order before, each once
 * @ours: (element-type utf8): the same in ours; without what shall not be in the result
 * @theirs: (element-type utf8): the same in theirs
 *
 * Brings two orders together. What only one side moved goes where that put it; what both moved,
 * where ours did; what is new stays beside its neighbours. Merging the result again changes
 * nothing.
 *
 * Returns: (transfer full) (element-type utf8): the ids of @ours and @theirs, each once
 */
GPtrArray *
merge_order (GPtrArray *base, GPtrArray *ours, GPtrArray *theirs)
{
  if (compare (ours, theirs) == 0)
    return g_ptr_array_copy (ours, NULL, NULL);
  return merge_for_good (base, ours, theirs);
}
