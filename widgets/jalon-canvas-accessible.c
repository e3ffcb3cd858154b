/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What assistive technology sees: an invisible widget for each item in view at which the keys stop.
 * They are diffed by the item they stand for, never rebuilt, and reused when something else comes
 * into view; while people scroll, only the one with the focus is looked after. */

#include "widgets/jalon-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "widgets/jalon-canvas-proxy.h"
#include "widgets/jalon-navigator.h"

/* More than can be told apart on a screen; in a map zoomed out so far, the rest is not read out. */
#define MOST_PROXIES 400

/* Milliseconds after the last scrolling. */
#define REST 120

/* Names the place that an item is, the same in every scene. */
static char *
make_name (JalonNode *node)
{
  const JalonSlot *slot = jalon_node_get_slot (node);

  if (jalon_node_get_element (node) != NULL)
    return g_strdup_printf ("%s %d %d", jalon_node_get_element (node), jalon_node_get_field (node),
                            jalon_node_get_role (node));
  return g_strdup_printf ("%s %d %d %s", slot->parent, slot->kind, slot->field,
                          slot->value != NULL ? slot->value : "");
}

static char *
make_place (JalonCanvas *self, int item)
{
  const JalonItem *it = jalon_canvas_get_item (self, item);
  JalonElement *element = jalon_canvas_get_element (self, item);
  guint position, count;
  const char *what;

  if (element != NULL)
    what = _ (jalon_kind_get_info (jalon_element_get_kind (element))->label);
  else
    what = jalon_node_get_slot (it->node) != NULL ? _ ("Empty cell") : "";
  jalon_scene_get_position (jalon_canvas_get_scene (self), item, &position, &count);
  if (count < 2)
    return g_strdup (what);
  /* Translators: what a screen reader says of a card: its kind, its place among how many */
  return g_strdup_printf (_ ("%s, %u of %u"), what, position, count);
}

static char *
make_description (JalonCanvas *self, int item)
{
  const char *mark = jalon_hit_mark_to_people (jalon_canvas_get_hit_mark (self, item));
  g_autofree char *place = make_place (self, item);

  return mark != NULL ? g_strjoin (place[0] != '\0' ? ", " : "", place, mark, NULL)
                      : g_steal_pointer (&place);
}

static void
acted_cb (JalonCanvas *self, const char *action, JalonCanvasProxy *proxy)
{
  g_assert (JALON_IS_CANVAS (self));

  jalon_canvas_get_scene (self);
  if (jalon_canvas_proxy_get_item (proxy) < 0)
    return;
  jalon_canvas_go_to (self, jalon_canvas_proxy_get_item (proxy), FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

/* Takes one that nobody needs, or makes one. */
static GtkWidget *
take_proxy (JalonCanvas *self, GtkAccessibleRole role)
{
  GtkWidget *proxy;

  for (guint i = 0; i < self->idle_proxies->len; i++)
    {
      proxy = g_ptr_array_index (self->idle_proxies, i);
      if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (proxy)) == role)
        {
          g_ptr_array_remove_index_fast (self->idle_proxies, i);
          gtk_widget_set_child_visible (proxy, TRUE);
          return proxy;
        }
    }
  proxy = jalon_canvas_proxy_new (role);
  g_signal_connect_swapped (proxy, "acted", G_CALLBACK (acted_cb), self);
  gtk_widget_set_parent (proxy, GTK_WIDGET (self));
  return proxy;
}

static void
describe (JalonCanvas *self, int item, GtkWidget *proxy)
{
  const JalonItem *it = jalon_canvas_get_item (self, item);
  g_autofree char *description = make_description (self, item);
  const char *label = jalon_node_get_label (it->node);

  jalon_canvas_proxy_set_item (JALON_CANVAS_PROXY (proxy), item, it->node);
  jalon_canvas_proxy_describe (JALON_CANVAS_PROXY (proxy), label != NULL ? label : "", description,
                               jalon_canvas_is_selected (self, item));
}

static void
allocate_proxy (JalonCanvas *self, int item, GtkWidget *proxy)
{
  JalonRect rect;

  jalon_canvas_locate (self, item, &rect);
  gtk_widget_measure (proxy, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (
    proxy, &(GtkAllocation){ rect.x, rect.y, MAX (1, rect.width), MAX (1, rect.height) }, -1);
}

/* The proxy of an item, made if need be; NULL for −1. */
GtkWidget *
jalon_canvas_get_proxy (JalonCanvas *self, int item)
{
  const JalonItem *it = jalon_canvas_get_item (self, item);
  g_autofree char *name = NULL;
  GtkWidget *proxy;

  if (it == NULL)
    return NULL;
  name = make_name (it->node);
  proxy = g_hash_table_lookup (self->proxies, name);
  if (proxy == NULL)
    {
      proxy = take_proxy (self, jalon_canvas_proxy_role_for (it->node));
      g_hash_table_insert (self->proxies, g_steal_pointer (&name), proxy);
      describe (self, item, proxy);
    }
  return proxy;
}

static gboolean
is_in_view (JalonCanvas *self, int item)
{
  JalonRect rect;

  jalon_canvas_locate (self, item, &rect);
  return rect.x < gtk_widget_get_width (GTK_WIDGET (self)) && rect.x + rect.width > 0 &&
         rect.y < gtk_widget_get_height (GTK_WIDGET (self)) && rect.y + rect.height > 0;
}

/* Puts aside what none of @wanted is. */
static void
retire (JalonCanvas *self, GHashTable *wanted)
{
  GHashTableIter iter;
  gpointer proxy;

  g_hash_table_iter_init (&iter, self->proxies);
  while (g_hash_table_iter_next (&iter, NULL, &proxy))
    if (!g_hash_table_contains (wanted, proxy))
      {
        g_hash_table_iter_remove (&iter);
        gtk_widget_set_child_visible (proxy, FALSE);
        jalon_canvas_proxy_set_item (proxy, -1, NULL);
        g_ptr_array_add (self->idle_proxies, proxy);
      }
}

/* Makes the proxies those of the items in view, in reading order. */
static void
update_proxies (JalonCanvas *self)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  JalonScene *scene = jalon_canvas_get_scene (self);
  g_autofree gboolean *stops = scene != NULL ? jalon_navigator_get_stops (scene) : NULL;
  GtkWidget *last = NULL;
  guint n_items = 0;

  if (scene != NULL)
    jalon_scene_get_items (scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      GtkWidget *proxy;

      if (!stops[i] || ((int) i != self->cursor &&
                        (g_hash_table_size (wanted) >= MOST_PROXIES || !is_in_view (self, i))))
        continue;
      proxy = jalon_canvas_get_proxy (self, i);
      describe (self, i, proxy);
      g_hash_table_add (wanted, proxy);
      if (gtk_widget_get_prev_sibling (proxy) != last)
        gtk_widget_insert_after (proxy, GTK_WIDGET (self), last);
      last = proxy;
    }
  retire (self, wanted);
}

static gboolean
rested_cb (gpointer data)
{
  JalonCanvas *self = data;

  self->proxies_source = 0;
  update_proxies (self);
  jalon_canvas_focus_cursor (self);
  jalon_canvas_queue_sizes (self);
  return G_SOURCE_REMOVE;
}

/* Something moved or changed: looks after the proxies when that has come to rest. */
void
jalon_canvas_queue_proxies (JalonCanvas *self)
{
  g_clear_handle_id (&self->proxies_source, g_source_remove);
  self->proxies_source = g_timeout_add (REST, rested_cb, self);
}

/* There is a new scene: finds the items of the proxies in it. Each is about where it was, and as
 * far from there as the one before. */
void
jalon_canvas_match_proxies (JalonCanvas *self)
{
  GHashTableIter iter;
  gpointer proxy;
  int shift = 0;

  g_hash_table_iter_init (&iter, self->proxies);
  while (g_hash_table_iter_next (&iter, NULL, &proxy))
    {
      int was = jalon_canvas_proxy_get_item (proxy);
      int item = jalon_navigator_find_same (jalon_canvas_get_scene (self),
                                            jalon_canvas_proxy_get_node (proxy), was + shift);

      jalon_canvas_proxy_set_item (proxy, item, NULL);
      if (item >= 0 && was >= 0)
        shift = item - was;
    }
  jalon_canvas_queue_proxies (self);
}

/* Puts the proxies where their items are: before things have come to rest, the one with the
 * focus. */
void
jalon_canvas_allocate_proxies (JalonCanvas *self)
{
  GHashTableIter iter;
  gpointer proxy;

  g_hash_table_iter_init (&iter, self->proxies);
  while (g_hash_table_iter_next (&iter, NULL, &proxy))
    {
      int item = jalon_canvas_proxy_get_item (proxy);

      if (item >= 0 && (self->proxies_source == 0 || item == self->cursor))
        allocate_proxy (self, item, proxy);
    }
}

/* Lets all of them go: another map is shown. */
void
jalon_canvas_drop_proxies (JalonCanvas *self)
{
  g_autoptr (GHashTable) none = g_hash_table_new (NULL, NULL);

  g_clear_handle_id (&self->proxies_source, g_source_remove);
  retire (self, none);
  for (guint i = 0; i < self->idle_proxies->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->idle_proxies, i));
  g_ptr_array_set_size (self->idle_proxies, 0);
}
