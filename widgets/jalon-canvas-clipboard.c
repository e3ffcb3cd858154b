/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is copied of a canvas, and where on it something is pasted. */

#include "widgets/jalon-canvas-private.h"

#include "document/jalon-text.h"
#include "widgets/jalon-commands.h"
#include "widgets/jalon-grid.h"
#include "widgets/jalon-navigator.h"

/* The slots in which @elements lie; NULL if one of them lies in none. */
GArray *
jalon_canvas_find_slots (JalonCanvas *self, GPtrArray *elements)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (jalon_text_hash, g_str_equal);
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (int));
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (jalon_canvas_get_scene (self), &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].slot >= 0 && jalon_node_get_element (items[i].node) != NULL)
      g_hash_table_insert (by_id, (gpointer) jalon_node_get_element (items[i].node),
                           GINT_TO_POINTER (items[i].slot));
  for (guint i = 0; i < elements->len; i++)
    {
      const char *id = jalon_element_get_id (g_ptr_array_index (elements, i));
      gpointer value;
      int slot;

      if (!g_hash_table_lookup_extended (by_id, id, NULL, &value))
        return NULL;
      slot = GPOINTER_TO_INT (value);
      g_array_append_val (slots, slot);
    }
  return g_steal_pointer (&slots);
}

/* From the first row and column that hold one of them; NULL if they do not stand in such. */
static JalonFragmentCell *
find_cells (JalonMapView *view, GPtrArray *elements)
{
  JalonCanvas *self = JALON_CANVAS (view);
  g_autoptr (GArray) slots = jalon_canvas_find_slots (self, elements);
  g_autoptr (JalonGrid) grid = NULL;
  g_autofree JalonFragmentCell *cells = g_new (JalonFragmentCell, elements->len);
  int left = G_MAXINT, top = G_MAXINT;

  if (slots == NULL)
    return NULL;
  grid = jalon_grid_new (jalon_canvas_get_scene (self), g_array_index (slots, int, 0));
  for (guint i = 0; i < slots->len; i++)
    {
      int column, row;

      if (!jalon_grid_find (grid, g_array_index (slots, int, i), &column, &row))
        return NULL;
      cells[i] = (JalonFragmentCell){ column, row };
      left = MIN (left, column);
      top = MIN (top, row);
    }
  for (guint i = 0; i < slots->len; i++)
    {
      cells[i].column -= left;
      cells[i].row -= top;
    }
  return g_steal_pointer (&cells);
}

/* What is copied, also from what can only be read: the selected parts of the map; the map if the
 * keys are on nothing else. */
static GPtrArray *
get_copied (JalonMapView *view)
{
  JalonCanvas *self = JALON_CANVAS (view);
  GPtrArray *elements = jalon_commands_get_selected (self->base.document);
  JalonElement *element = jalon_canvas_get_element (self, self->cursor);

  for (guint i = elements->len; i > 0; i--)
    if (elements->pdata[i - 1] == self->base.map ||
        !jalon_element_contains (self->base.map, elements->pdata[i - 1]))
      g_ptr_array_remove_index (elements, i - 1);
  if (elements->len == 0 && (self->cursor < 0 || element == self->base.map))
    g_ptr_array_add (elements, self->base.map);
  return elements;
}

static void
cut (JalonMapView *view, GPtrArray *elements)
{
  JalonCanvas *self = JALON_CANVAS (view);
  g_autoptr (JalonNode) next = jalon_canvas_find_next (self, elements);

  jalon_commands_cut (self->base.document, elements);
  if (next != NULL)
    jalon_canvas_go_to (
      self, jalon_navigator_find_same (jalon_canvas_get_scene (self), next, self->cursor), FALSE);
}

typedef struct
{
  JalonCanvas *canvas;
  JalonGrid *grid; /* NULL where the keys are in no slot */
} Surroundings;

static const JalonSlot *
get_slot (guint column, guint row, gpointer data)
{
  Surroundings *self = data;
  int item = self->grid != NULL && column <= G_MAXINT16 && row <= G_MAXINT16
               ? jalon_grid_get (self->grid, column, row)
               : -1;

  return item >= 0 ? jalon_node_get_slot (jalon_canvas_get_item (self->canvas, item)->node) : NULL;
}

static void
paste (JalonMapView *view, JalonFragment *fragment, const char *text)
{
  JalonCanvas *self = JALON_CANVAS (view);
  JalonScene *scene = jalon_canvas_get_scene (self);
  JalonElement *element = jalon_canvas_get_element (self, self->cursor);
  int slot = jalon_canvas_find_slot (self, self->cursor);
  g_autoptr (JalonGrid) grid = slot >= 0 ? jalon_grid_new (scene, slot) : NULL;
  Surroundings surroundings = { self, grid };
  const JalonPastePlace place = { self->base.document,
                                  element == NULL && slot < 0 ? self->base.map : element, get_slot,
                                  &surroundings };
  JalonElement *first = jalon_copy_paste_put (JALON_COPY_PASTE (self), &place, fragment, text,
                                              NULL);
  int item;

  if (first == NULL)
    return;
  jalon_canvas_get_scene (self);
  item = jalon_canvas_find_element (self, jalon_element_get_id (first));
  jalon_canvas_set_cursor (self, item);
  if (item >= 0)
    jalon_canvas_scroll_to (self, item);
}

void
jalon_canvas_copy_paste_init (JalonCopyPasteInterface *iface)
{
  iface->get_copied = get_copied;
  iface->find_cells = find_cells;
  iface->cut = cut;
  iface->paste = paste;
  iface->paste_files = jalon_canvas_paste_picture_files;
  iface->paste_picture = jalon_canvas_paste_picture;
}

static void
editable_cb (JalonCanvas *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "canvas.cut", self->base.is_editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "canvas.paste", self->base.is_editable);
}

void
jalon_canvas_clipboard_init (JalonCanvas *self)
{
  g_signal_connect (self, "notify::editable", G_CALLBACK (editable_cb), NULL);
}
