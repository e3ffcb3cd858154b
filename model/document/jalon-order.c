/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-order.h"

/* How many of the first @n_ends of @ends, which are places of rising ranks, are below @rank. */
static guint
count_below (const guint *ranks, const guint *ends, guint n_ends, guint rank)
{
  guint low = 0;
  guint high = n_ends;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (ranks[ends[middle]] < rank)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * jalon_order_find_rising:
 * @ranks: (array length=n): numbers, each once
 * @n: how many
 * @is_rising: (out caller-allocates) (array length=n): which of them are chosen
 *
 * Chooses as many of @ranks as possible so that they rise. When @ranks are the places where things
 * stood before, the others are the fewest that have moved. Takes time for n log n (C. Schensted,
 * Longest Increasing and Decreasing Subsequences, 1961).
 */
void
jalon_order_find_rising (const guint *ranks, guint n, gboolean *is_rising)
{
  g_autofree guint *ends = g_new (guint, n + 1);     /* of the best sequence of each length */
  g_autofree guint *previous = g_new (guint, n + 1); /* in the best sequence that ends here */
  guint n_ends = 0;

  for (guint i = 0; i < n; i++)
    {
      guint length = count_below (ranks, ends, n_ends, ranks[i]);

      previous[i] = length > 0 ? ends[length - 1] : n;
      ends[length] = i;
      n_ends = MAX (n_ends, length + 1);
      is_rising[i] = FALSE;
    }
  for (guint i = n_ends > 0 ? ends[n_ends - 1] : n; i < n; i = previous[i])
    is_rising[i] = TRUE;
}
