/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-jump-model.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-text.h"
#include "widgets/jalon-candidates.h"

/* The named elements of a document that fit what people write, the best first. Its items are the
 * elements themselves; only those that a list shows are asked for. */

/* People know a card by its first words. In bytes. */
#define LONGEST_NAME 300

/* How well an element fits; in each rank maps come first, and what is on none comes last: tags. */
typedef enum
{
  RANK_EXACT,
  RANK_BEGIN,   /* the name begins with it */
  RANK_WORD,    /* a word of the name does */
  RANK_WITHIN,  /* it is in the name */
  RANK_CONTEXT, /* its words begin words of the name, the kind or where it is */
  N_RANKS,
} Rank;

typedef enum
{
  PLACE_MAP,
  PLACE_ON_MAP,
  PLACE_BESIDE,
  N_PLACES,
} Place;

#define N_BUCKETS (N_PLACES * N_RANKS)

typedef struct
{
  JalonElement *element;
  Place place;
  char *name;    /* folded */
  char *context; /* folded */
} Entry;

struct _JalonJumpModel
{
  GObject parent_instance;

  GArray *entries; /* of Entry */
  GArray *matches; /* of guint: which of them */
};

static GType
get_item_type (GListModel *model)
{
  return JALON_TYPE_ELEMENT;
}

static guint
get_n_items (GListModel *model)
{
  return JALON_JUMP_MODEL (model)->matches->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  JalonJumpModel *self = JALON_JUMP_MODEL (model);
  guint entry;

  if (position >= self->matches->len)
    return NULL;
  entry = g_array_index (self->matches, guint, position);
  return g_object_ref (g_array_index (self->entries, Entry, entry).element);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (JalonJumpModel,
                               jalon_jump_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/**
 * jalon_jump_model_make_where:
 * @element: an element in a document
 *
 * Returns: (transfer full): what kind of element it is, and in what it is, for people
 */
char *
jalon_jump_model_make_where (JalonElement *element)
{
  const JalonKindInfo *info = jalon_kind_get_info (jalon_element_get_kind (element));
  GString *where = g_string_new (NULL);

  for (JalonElement *above = jalon_element_get_parent (element);
       above != NULL && jalon_element_get_kind (above) != JALON_KIND_PROJECT;
       above = jalon_element_get_parent (above))
    {
      if (where->len > 0)
        g_string_prepend (where, " › ");
      g_string_prepend (where, jalon_candidates_name (above));
    }
  if (where->len > 0)
    g_string_prepend (where, " · ");
  g_string_prepend (where, _ (info->label));
  return g_string_free (where, FALSE);
}

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->element);
  g_free (entry->name);
  g_free (entry->context);
}

static char *
fold_name (const char *title)
{
  g_autofree char *beginning = strlen (title) > LONGEST_NAME ? g_strndup (title, LONGEST_NAME)
                                                             : NULL;
  g_autofree char *valid = beginning != NULL ? g_utf8_make_valid (beginning, -1) : NULL;

  return jalon_text_fold (valid != NULL ? valid : title);
}

/* A score has a number for a title; by that nobody looks for it. */
static gboolean
has_name (JalonElement *element)
{
  const JalonKindInfo *info = jalon_kind_get_info (jalon_element_get_kind (element));
  const JalonField *field = jalon_kind_get_field (info->kind, info->title);

  return info->kind != JALON_KIND_PROJECT && field != NULL &&
         (field->type == JALON_TYPE_LINE || field->type == JALON_TYPE_PARAGRAPHS) &&
         (jalon_kind_is_map (info->kind) || jalon_element_get_title (element)[0] != '\0');
}

static Place
get_place (JalonElement *element)
{
  if (jalon_kind_is_map (jalon_element_get_kind (element)))
    return PLACE_MAP;
  return jalon_element_get_map (element) != NULL ? PLACE_ON_MAP : PLACE_BESIDE;
}

static void
add_element (JalonElement *element, gpointer data)
{
  JalonJumpModel *self = data;
  g_autofree char *where = NULL;
  Entry entry;

  if (!has_name (element))
    return;
  where = jalon_jump_model_make_where (element);
  entry = (Entry){ .element = g_object_ref (element),
                   .place = get_place (element),
                   .name = fold_name (jalon_candidates_name (element)),
                   .context = jalon_text_fold (where) };
  g_array_append_val (self->entries, entry);
}

static void
jalon_jump_model_finalize (GObject *object)
{
  JalonJumpModel *self = JALON_JUMP_MODEL (object);

  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->matches, g_array_unref);

  G_OBJECT_CLASS (jalon_jump_model_parent_class)->finalize (object);
}

static void
jalon_jump_model_class_init (JalonJumpModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jalon_jump_model_finalize;
}

static void
jalon_jump_model_init (JalonJumpModel *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->matches = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * jalon_jump_model_new:
 * @document: a document
 *
 * Returns: (transfer full): its maps, until there is a query
 */
JalonJumpModel *
jalon_jump_model_new (JalonDocument *document)
{
  JalonJumpModel *self = g_object_new (JALON_TYPE_JUMP_MODEL, NULL);

  jalon_element_foreach (jalon_document_get_project (document), add_element, self);
  jalon_jump_model_set_query (self, "");
  return self;
}

/* The rank of a name in which @query stands, or RANK_CONTEXT. */
static Rank
rank_name (const char *name, const char *query)
{
  Rank rank = RANK_CONTEXT;

  for (const char *at = strstr (name, query); at != NULL; at = strstr (at + 1, query))
    {
      if (at == name)
        return strlen (name) == strlen (query) ? RANK_EXACT : RANK_BEGIN;
      if (!g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
        return RANK_WORD;
      rank = RANK_WITHIN;
    }
  return rank;
}

static gboolean
has_words (const Entry *entry, char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (rank_name (entry->name, words[i]) > RANK_WORD &&
        rank_name (entry->context, words[i]) > RANK_WORD)
      return FALSE;
  return TRUE;
}

/* In which bucket an entry goes; N_BUCKETS for none. */
static guint
sort_in (const Entry *entry, const char *query, char **words)
{
  Rank rank = RANK_EXACT;

  if (query[0] == '\0')
    return entry->place == PLACE_MAP ? 0 : N_BUCKETS;
  rank = rank_name (entry->name, query);
  if (rank == RANK_CONTEXT && !has_words (entry, words))
    return N_BUCKETS;
  return N_PLACES * rank + entry->place;
}

/**
 * jalon_jump_model_set_query:
 * @self: a model
 * @query: what people write; "" for all maps
 *
 * Finds what fits. Case and accents do not count.
 */
void
jalon_jump_model_set_query (JalonJumpModel *self, const char *query)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  GArray *buckets[N_BUCKETS];
  guint n_before;

  g_return_if_fail (JALON_IS_JUMP_MODEL (self) && query != NULL);

  folded = g_strstrip (jalon_text_fold (query));
  words = g_strsplit (folded, " ", -1);
  n_before = self->matches->len;
  g_array_set_size (self->matches, 0);
  for (guint i = 0; i < N_BUCKETS; i++)
    buckets[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->entries->len; i++)
    {
      guint bucket = sort_in (&g_array_index (self->entries, Entry, i), folded, words);

      if (bucket < N_BUCKETS)
        g_array_append_val (buckets[bucket], i);
    }
  for (guint i = 0; i < N_BUCKETS; i++)
    {
      g_array_append_vals (self->matches, buckets[i]->data, buckets[i]->len);
      g_array_unref (buckets[i]);
    }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->matches->len);
}
