/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-clock.h"

/* Beyond the numbers that GLib gives to sources. */
#define FIRST_ID 0x40000000

typedef struct
{
  guint id;
  gint64 due; /* in ms */
  guint interval;
  GSourceFunc func;
  gpointer data;
} Timeout;

static gint64 now; /* in ms */
static guint n_timeouts;
static GList *timeouts; /* of Timeout */

guint __wrap_g_timeout_add (guint interval, GSourceFunc func, gpointer data);
gboolean __real_g_source_remove (guint id);
gboolean __wrap_g_source_remove (guint id);
gint64 __wrap_g_get_monotonic_time (void);

guint
__wrap_g_timeout_add (guint interval, GSourceFunc func, gpointer data)
{
  Timeout *timeout = g_new (Timeout, 1);

  *timeout = (Timeout){ FIRST_ID + n_timeouts++, now + interval, interval, func, data };
  timeouts = g_list_append (timeouts, timeout);
  return timeout->id;
}

static GList *
find (guint id)
{
  GList *link = timeouts;

  while (link != NULL && ((Timeout *) link->data)->id != id)
    link = link->next;
  return link;
}

static void
forget (GList *link)
{
  g_free (link->data);
  timeouts = g_list_delete_link (timeouts, link);
}

gboolean
__wrap_g_source_remove (guint id)
{
  GList *link = find (id);

  if (link == NULL)
    return __real_g_source_remove (id);
  forget (link);
  return TRUE;
}

gint64
__wrap_g_get_monotonic_time (void)
{
  return now * 1000;
}

/* Returns: what time it is, in ms */
gint64
fake_clock_get (void)
{
  return now;
}

static Timeout *
find_next (void)
{
  Timeout *next = NULL;

  for (GList *l = timeouts; l != NULL; l = l->next)
    if (next == NULL || ((Timeout *) l->data)->due < next->due)
      next = l->data;
  return next;
}

/* Lets @ms pass, and does what was to be done meanwhile. Returns: how often something was */
guint
fake_clock_advance (guint ms)
{
  gint64 end = now + ms;
  Timeout *next;
  guint n = 0;

  while ((next = find_next ()) != NULL && next->due <= end)
    {
      guint id = next->id;

      now = next->due;
      next->due += next->interval;
      n++;
      if (!next->func (next->data) && find (id) != NULL)
        forget (find (id));
    }
  now = end;
  return n;
}
