/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where elements and their fields are on the map, also those that are not drawn, and what was
 * found: the canvas marks all of it, and never in a file. */

#include "document/jalon-text.h"
#include "widgets/jalon-canvas-private.h"

/* The item by which an element is known, whichever field that shows. */
#define ITSELF -1

/* What an item shows: a field of an element, or the cards below @id that say @value in @field. */
typedef struct
{
  const char *id;
  int field;
  const char *value;
} Place;

static guint
hash_place (gconstpointer key)
{
  const Place *place = key;

  return (jalon_text_hash (place->id) * 31 + place->field) * 31 +
         (place->value != NULL ? jalon_text_hash (place->value) : 0);
}

static gboolean
equal_places (gconstpointer a, gconstpointer b)
{
  const Place *one = a, *other = b;

  return one->field == other->field && strcmp (one->id, other->id) == 0 &&
         g_strcmp0 (one->value, other->value) == 0;
}

/* The first item of a place stays. */
static void
add_place (GHashTable *places, const char *id, int field, const char *value, int item)
{
  const Place place = { id, field, value };

  if (id != NULL && !g_hash_table_contains (places, &place))
    g_hash_table_insert (places, g_memdup2 (&place, sizeof place), GINT_TO_POINTER (item));
}

static void
add_item (GHashTable *places, const JalonItem *item, int index)
{
  const char *id = jalon_node_get_element (item->node);
  const JalonSlot *slot = jalon_node_get_slot (item->node);
  JalonRole role = jalon_node_get_role (item->node);

  if (slot != NULL && slot->field != JALON_FIELD_NONE)
    add_place (places, slot->parent, slot->field, slot->value, index);
  if (role == JALON_ROLE_DECORATION || role == JALON_ROLE_SLOT)
    return;
  add_place (places, id, jalon_node_get_field (item->node), NULL, index);
  if (role != JALON_ROLE_TEXT)
    add_place (places, id, ITSELF, NULL, index);
}

/* Place → item of the scene; the names are those of its nodes. */
static GHashTable *
get_places (JalonCanvas *self)
{
  JalonScene *scene = jalon_canvas_get_scene (self);
  const JalonItem *items;
  guint n_items;

  if (self->places != NULL || scene == NULL)
    return self->places;
  self->places = g_hash_table_new_full (hash_place, equal_places, g_free, NULL);
  items = jalon_scene_get_items (scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    add_item (self->places, &items[i], i);
  /* An element that only shows in its texts is known by the first. */
  for (guint i = 0; i < n_items; i++)
    if (jalon_node_get_role (items[i].node) == JALON_ROLE_TEXT)
      add_place (self->places, jalon_node_get_element (items[i].node), ITSELF, NULL, i);
  return self->places;
}

static int
look_up (JalonCanvas *self, JalonElement *element, int field, const char *value)
{
  const Place place = { jalon_element_get_id (element), field, value };
  GHashTable *places = get_places (self);
  gpointer item;

  if (places == NULL || !g_hash_table_lookup_extended (places, &place, NULL, &item))
    return -1;
  return GPOINTER_TO_INT (item);
}

/* The item that shows @field of @element, or else the element; −1 if it is not drawn. */
static int
find_drawn (JalonCanvas *self, JalonElement *element, JalonFieldId field)
{
  int item = look_up (self, element, field, NULL);

  return item >= 0 ? item : look_up (self, element, ITSELF, NULL);
}

/* The slot that an element belongs in though it is not drawn there, as in a collapsed lane. */
static int
find_slot (JalonCanvas *self, JalonElement *element)
{
  JalonElement *parent = jalon_element_get_parent (element);

  for (guint i = 0; parent != NULL && i < jalon_element_get_n_values (element); i++)
    {
      const char *text;
      const JalonField *field = jalon_element_get_value (element, i, &text);
      int item = look_up (self, parent, field->id, text);

      if (item >= 0)
        return item;
    }
  return -1;
}

/* The nearest of what an element is in that is drawn. */
static int
find_around (JalonCanvas *self, JalonElement *element)
{
  int item = -1;

  for (; item < 0 && element != NULL; element = jalon_element_get_parent (element))
    item = look_up (self, element, ITSELF, NULL);
  return item;
}

gboolean
jalon_canvas_shows (JalonMapView *view, JalonElement *element)
{
  return find_drawn (JALON_CANVAS (view), element, JALON_FIELD_NONE) >= 0;
}

/* Selects what is not drawn, and scrolls to where it would be. */
static void
go_near (JalonCanvas *self, JalonElement *element)
{
  const char *const ids[] = { jalon_element_get_id (element), NULL };
  int slot = find_slot (self, element);

  jalon_canvas_set_cursor (self, slot);
  self->anchor = slot;
  self->is_own_selection = TRUE;
  jalon_document_set_selection (self->base.document, ids);
  self->is_own_selection = FALSE;
  jalon_canvas_scroll_to (self, slot >= 0 ? slot : find_around (self, element));
}

gboolean
jalon_canvas_reveal_field (JalonMapView *view, JalonElement *element, JalonFieldId field)
{
  JalonCanvas *self = JALON_CANVAS (view);
  int item = find_drawn (self, element, field);

  if (item >= 0)
    jalon_canvas_go_to (self, item, FALSE);
  else
    go_near (self, element);
  return item >= 0;
}

/* There will be another scene. */
void
jalon_canvas_forget_places (JalonCanvas *self)
{
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->hit_marks, g_byte_array_unref);
}

static int
find_hit (JalonCanvas *self, guint hit)
{
  const JalonHit *found = &g_array_index (self->base.hits, JalonHit, hit);
  int item;

  if (!jalon_element_contains (self->base.map, found->element))
    return -1;
  item = find_drawn (self, found->element, found->field->id);
  return item >= 0 ? item : find_slot (self, found->element);
}

/* The mark of each item of the scene. */
static void
make_hit_marks (JalonCanvas *self)
{
  guint n_items;

  jalon_scene_get_items (jalon_canvas_get_scene (self), &n_items);
  self->hit_marks = g_byte_array_sized_new (n_items);
  g_byte_array_set_size (self->hit_marks, n_items);
  memset (self->hit_marks->data, JALON_HIT_MARK_NONE, n_items);
  for (guint i = 0; i < self->base.hits->len; i++)
    {
      int item = find_hit (self, i);

      if (item >= 0 && self->hit_marks->data[item] != JALON_HIT_MARK_CURRENT)
        self->hit_marks->data[item] = (int) i == self->base.hit ? JALON_HIT_MARK_CURRENT
                                                                : JALON_HIT_MARK_OTHER;
    }
}

/* How an item of the scene is marked as found. */
JalonHitMark
jalon_canvas_get_hit_mark (JalonCanvas *self, int item)
{
  if (self->base.hits == NULL || jalon_canvas_get_scene (self) == NULL)
    return JALON_HIT_MARK_NONE;
  if (self->hit_marks == NULL)
    make_hit_marks (self);
  return self->hit_marks->data[item];
}

void
jalon_canvas_hits_changed (JalonMapView *view)
{
  JalonCanvas *self = JALON_CANVAS (view);

  g_clear_pointer (&self->hit_marks, g_byte_array_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  jalon_canvas_queue_proxies (self);
}
