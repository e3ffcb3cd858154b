/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-finder.h"

/* What was found in a document, and at which of it people are. It keeps up with changes. */

struct _JalonFinder
{
  GObject parent_instance;

  char *query;
  int position; /* of the current hit, −1 for none */
  guint source;

  /* Owned */
  JalonDocument *document;
  GSignalGroup *signals;
  GArray *hits; /* never changed, but replaced; the elements are owned */
};

G_DEFINE_FINAL_TYPE (JalonFinder, jalon_finder, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_hit (gpointer data)
{
  g_object_unref (((JalonHit *) data)->element);
}

static GArray *
search (JalonFinder *self)
{
  GArray *hits = self->document != NULL
                   ? jalon_search (jalon_document_get_project (self->document), self->query)
                   : g_array_new (FALSE, FALSE, sizeof (JalonHit));

  for (guint i = 0; i < hits->len; i++)
    g_object_ref (g_array_index (hits, JalonHit, i).element);
  g_array_set_clear_func (hits, clear_hit);
  return hits;
}

static const JalonHit *
get_hit (const GArray *hits, int index)
{
  return index >= 0 ? &g_array_index (hits, JalonHit, index) : NULL;
}

static int
find_same (const GArray *hits, const JalonHit *hit)
{
  for (guint i = 0; hit != NULL && i < hits->len; i++)
    if (get_hit (hits, i)->element == hit->element && get_hit (hits, i)->field == hit->field)
      return i;
  return -1;
}

/* Searches anew; people stay where they are if that is still a hit. */
static void
refresh (JalonFinder *self)
{
  g_autoptr (GArray) old = self->hits;

  g_clear_handle_id (&self->source, g_source_remove);
  self->hits = search (self);
  self->position = find_same (self->hits, get_hit (old, self->position));
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
refresh_cb (gpointer data)
{
  JalonFinder *self = data;

  self->source = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* After the frame that shows the change. */
static void
document_changed_cb (JalonFinder *self)
{
  g_assert (JALON_IS_FINDER (self));

  if (self->source == 0 && self->query[0] != '\0')
    self->source = g_idle_add_full (G_PRIORITY_LOW, refresh_cb, self, NULL);
}

static void
jalon_finder_dispose (GObject *object)
{
  JalonFinder *self = JALON_FINDER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->signals);
  g_clear_object (&self->document);
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_pointer (&self->query, g_free);

  G_OBJECT_CLASS (jalon_finder_parent_class)->dispose (object);
}

static void
jalon_finder_class_init (JalonFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jalon_finder_dispose;

  /**
   * JalonFinder::changed:
   * @self: the finder
   *
   * There are other hits.
   */
  signals[CHANGED] = g_signal_new ("changed", JALON_TYPE_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
jalon_finder_init (JalonFinder *self)
{
  self->query = g_strdup ("");
  self->position = -1;
  self->hits = search (self);
  self->signals = g_signal_group_new (JALON_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (document_changed_cb), self);
}

JalonFinder *
jalon_finder_new (void)
{
  return g_object_new (JALON_TYPE_FINDER, NULL);
}

/**
 * jalon_finder_set_document:
 * @self: a finder
 * @document: (nullable): where to search
 */
void
jalon_finder_set_document (JalonFinder *self, JalonDocument *document)
{
  g_return_if_fail (JALON_IS_FINDER (self));

  if (!g_set_object (&self->document, document))
    return;
  g_signal_group_set_target (self->signals, document);
  refresh (self);
}

const char *
jalon_finder_get_query (JalonFinder *self)
{
  g_return_val_if_fail (JALON_IS_FINDER (self), NULL);

  return self->query;
}

/**
 * jalon_finder_set_query:
 * @self: a finder
 * @query: what to look for; "" for nothing
 *
 * Searches the whole project. None of the hits is the current one yet, see jalon_finder_start().
 *
 * Returns: %TRUE if that was not what was looked for already
 */
gboolean
jalon_finder_set_query (JalonFinder *self, const char *query)
{
  g_return_val_if_fail (JALON_IS_FINDER (self) && query != NULL, FALSE);

  if (strcmp (self->query, query) == 0)
    return FALSE;
  g_free (self->query);
  self->query = g_strdup (query);
  self->position = -1;
  refresh (self);
  return TRUE;
}

/**
 * jalon_finder_get_hits:
 * @self: a finder
 *
 * Returns: (transfer none) (element-type JalonHit): the hits in the order of the file, an array
 *   that is replaced when there are others
 */
GArray *
jalon_finder_get_hits (JalonFinder *self)
{
  g_return_val_if_fail (JALON_IS_FINDER (self), NULL);

  return self->hits;
}

/* Of the current hit, −1 for none. */
int
jalon_finder_get_position (JalonFinder *self)
{
  g_return_val_if_fail (JALON_IS_FINDER (self), -1);

  return self->position;
}

/* The current hit, or NULL. */
const JalonHit *
jalon_finder_get_hit (JalonFinder *self)
{
  g_return_val_if_fail (JALON_IS_FINDER (self), NULL);

  return get_hit (self->hits, self->position);
}

/* How many hits are on a map. */
guint
jalon_finder_count_on (JalonFinder *self, JalonElement *map)
{
  guint n = 0;

  g_return_val_if_fail (JALON_IS_FINDER (self), 0);

  for (guint i = 0; map != NULL && i < self->hits->len; i++)
    n += jalon_element_contains (map, get_hit (self->hits, i)->element);
  return n;
}

static int
get_depth (JalonElement *element)
{
  int depth = 0;

  while ((element = jalon_element_get_parent (element)) != NULL)
    depth++;
  return depth;
}

/* In the order of the file, like strcmp(); what holds something comes before it. */
static int
compare (JalonElement *a, JalonElement *b)
{
  int deeper = get_depth (a) - get_depth (b);

  for (int i = 0; i < deeper; i++)
    a = jalon_element_get_parent (a);
  for (int i = 0; i < -deeper; i++)
    b = jalon_element_get_parent (b);
  if (a == b)
    return deeper;
  while (jalon_element_get_parent (a) != jalon_element_get_parent (b))
    {
      a = jalon_element_get_parent (a);
      b = jalon_element_get_parent (b);
    }
  if (jalon_element_get_parent (a) == NULL)
    return 0;
  return (int) jalon_element_get_index (a) - (int) jalon_element_get_index (b);
}

/**
 * jalon_finder_start:
 * @self: a finder
 * @map: (nullable): the map that people see
 * @from: (nullable): an element on it
 *
 * Makes the first hit on @map from @from on the current one, or the first above it. There is none
 * if all hits are elsewhere: another map should not open while people type.
 *
 * Returns: (nullable): the current hit
 */
const JalonHit *
jalon_finder_start (JalonFinder *self, JalonElement *map, JalonElement *from)
{
  int first = -1;

  g_return_val_if_fail (JALON_IS_FINDER (self), NULL);

  self->position = -1;
  for (guint i = 0; map != NULL && self->position < 0 && i < self->hits->len; i++)
    {
      JalonElement *element = get_hit (self->hits, i)->element;

      if (!jalon_element_contains (map, element))
        continue;
      first = first < 0 ? (int) i : first;
      if (from == NULL || compare (element, from) >= 0)
        self->position = i;
    }
  if (self->position < 0)
    self->position = first;
  return jalon_finder_get_hit (self);
}

/* The first hit behind @from, or the last before it; round the end of the project. */
static int
find_beside (JalonFinder *self, JalonElement *from, gboolean forward)
{
  int last = (int) self->hits->len - 1;

  if (forward)
    {
      for (int i = 0; i <= last; i++)
        if (compare (get_hit (self->hits, i)->element, from) > 0)
          return i;
      return 0;
    }
  for (int i = last; i >= 0; i--)
    if (compare (get_hit (self->hits, i)->element, from) < 0)
      return i;
  return last;
}

/**
 * jalon_finder_step:
 * @self: a finder
 * @from: (nullable): where people are, if they went elsewhere
 * @forward: %FALSE for the previous hit
 *
 * Makes the next hit the current one, on whichever map it is; behind the last comes the first.
 *
 * Returns: (nullable): the current hit; %NULL if there is none at all
 */
const JalonHit *
jalon_finder_step (JalonFinder *self, JalonElement *from, gboolean forward)
{
  const JalonHit *hit = jalon_finder_get_hit (self);
  int n_hits = self->hits->len;

  g_return_val_if_fail (JALON_IS_FINDER (self), NULL);

  if (n_hits == 0)
    return NULL;
  if (hit != NULL && (from == NULL || from == hit->element))
    self->position = (self->position + (forward ? 1 : n_hits - 1)) % n_hits;
  else if (from != NULL)
    self->position = find_beside (self, from, forward);
  else
    self->position = forward ? 0 : n_hits - 1;
  return jalon_finder_get_hit (self);
}
