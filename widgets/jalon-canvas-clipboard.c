/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copy, cut and paste of what the keys are on. */

#include "widgets/jalon-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-text.h"
#include "files/jalon-reader.h"
#include "widgets/jalon-clipboard.h"
#include "widgets/jalon-commands-private.h"
#include "widgets/jalon-grid.h"
#include "widgets/jalon-navigator.h"
#include "widgets/jalon-paste.h"
#include "widgets/jalon-picture-drop.h"
#include "widgets/jalon-tell.h"

static GdkClipboard *
get_clipboard (JalonCanvas *self)
{
  return gtk_widget_get_clipboard (GTK_WIDGET (self));
}

/* The slots in which @elements lie; NULL if one of them lies in none. */
static GArray *
find_slots (JalonCanvas *self, GPtrArray *elements)
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

/* In which rows and columns @elements stand, from the first that holds one of them; NULL if they do
 * not stand in rows and columns. */
static JalonFragmentCell *
find_cells (JalonCanvas *self, GPtrArray *elements)
{
  g_autoptr (GArray) slots = find_slots (self, elements);
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
get_copied (JalonCanvas *self)
{
  GPtrArray *elements = self->base.map != NULL ? jalon_commands_get_selected (self->base.document)
                                               : g_ptr_array_new ();
  JalonElement *element = jalon_canvas_get_element (self, self->cursor);

  for (guint i = elements->len; i > 0; i--)
    if (elements->pdata[i - 1] == self->base.map ||
        !jalon_element_contains (self->base.map, elements->pdata[i - 1]))
      g_ptr_array_remove_index (elements, i - 1);
  if (elements->len == 0 && self->base.map != NULL &&
      (self->cursor < 0 || element == self->base.map))
    g_ptr_array_add (elements, self->base.map);
  return elements;
}

static gboolean
copy_elements (JalonCanvas *self, GPtrArray *elements)
{
  g_autofree JalonFragmentCell *cells = NULL;
  g_autoptr (GdkContentProvider) provider = NULL;

  if (elements->len == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return FALSE;
    }
  cells = find_cells (self, elements);
  provider = jalon_clipboard_provider_new (elements, cells);
  return gdk_clipboard_set_content (get_clipboard (self), provider);
}

static void
copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonCanvas *self = JALON_CANVAS (widget);
  g_autoptr (GPtrArray) elements = get_copied (self);

  copy_elements (self, elements);
}

static void
cut (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonCanvas *self = JALON_CANVAS (widget);
  g_autoptr (GPtrArray) elements = jalon_canvas_get_selected (self);
  g_autoptr (JalonNode) next = NULL;

  if (!self->base.is_editable || !copy_elements (self, elements))
    return;
  next = jalon_canvas_find_next (self, elements);
  /* Translators: what will be undone; the name of a kind, for instance "Card" */
  jalon_commands_begin (self->base.document, _ ("Cut %s"), g_ptr_array_index (elements, 0), NULL);
  jalon_commands_remove (self->base.document, elements);
  jalon_document_commit (self->base.document);
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

/* The keys go to the first of what was pasted, which may be another map. */
static void
show_pasted (JalonCanvas *self, const JalonPasted *pasted)
{
  JalonElement *first = g_ptr_array_index (pasted->elements, 0);
  g_autofree char *message = jalon_pasted_describe (pasted);
  int item;

  if (message != NULL)
    jalon_tell (GTK_WIDGET (self), message);
  if (!jalon_element_contains (self->base.map, first))
    {
      jalon_canvas_jump (self, jalon_element_get_id (first));
      return;
    }
  jalon_canvas_get_scene (self);
  item = jalon_canvas_find_element (self, jalon_element_get_id (first));
  jalon_canvas_set_cursor (self, item);
  if (item >= 0)
    jalon_canvas_scroll_to (self, item);
}

/* Pastes one of both. */
static void
paste_at_cursor (JalonCanvas *self, JalonFragment *fragment, const char *text)
{
  JalonScene *scene = jalon_canvas_get_scene (self);
  JalonElement *element = jalon_canvas_get_element (self, self->cursor);
  int slot = jalon_canvas_find_slot (self, self->cursor);
  g_autoptr (JalonGrid) grid = slot >= 0 ? jalon_grid_new (scene, slot) : NULL;
  Surroundings surroundings = { self, grid };
  const JalonPastePlace place = { self->base.document,
                                  element == NULL && slot < 0 ? self->base.map : element, get_slot,
                                  &surroundings };
  g_auto (JalonPasted) pasted = { 0 };
  g_autoptr (GError) error = NULL;

  if (fragment != NULL ? jalon_paste_fragment (&place, fragment, &pasted, &error)
                       : jalon_paste_text (&place, text, &pasted, &error))
    show_pasted (self, &pasted);
  else
    jalon_tell (GTK_WIDGET (self), error->message);
}

/* Pastes where the keys are, or says why not. */
gboolean
jalon_canvas_paste_fragment (JalonCanvas *self, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonFragment) fragment = jalon_clipboard_parse (bytes, &error);

  if (fragment != NULL)
    paste_at_cursor (self, fragment, NULL);
  else
    jalon_tell (GTK_WIDGET (self), error->message);
  return TRUE;
}

/* The same with text of any bytes. */
gboolean
jalon_canvas_paste_text (JalonCanvas *self, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = jalon_text_clean (length > 0 ? data : "", length);

  paste_at_cursor (self, NULL, text);
  return TRUE;
}

/* Files that were copied are pictures where pictures go, and their names elsewhere. */
static gboolean
paste_files (JalonCanvas *self, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *list = g_strndup (data != NULL ? data : "", length);
  g_auto (GStrv) uris = g_uri_list_extract_uris (list);
  GSList *files = NULL;
  gboolean is_taken;

  for (guint i = 0; uris[i] != NULL; i++)
    files = g_slist_append (files, g_file_new_for_uri (uris[i]));
  is_taken = files != NULL && jalon_canvas_paste_picture_files (self, files);
  g_slist_free_full (files, g_object_unref);
  return is_taken;
}

static gboolean
paste_picture (JalonCanvas *self, GBytes *bytes)
{
  if (!jalon_canvas_paste_picture (self, bytes))
    jalon_picture_drop_tell_where (GTK_WIDGET (self));
  return TRUE;
}

/* What can be pasted. Of what a clipboard offers the first row is taken that fits and has a place
 * where the keys are. A spreadsheet offers a picture beside its text, so text comes first. */
static const struct
{
  const char *mime_types[6];
  gsize limit; /* in bytes */
  gboolean (*paste) (JalonCanvas *self, GBytes *bytes);
} formats[] = {
  { { JALON_FRAGMENT_MIME }, JALON_FILE_MAX, jalon_canvas_paste_fragment },
  { { "text/uri-list" }, JALON_CLIPBOARD_TEXT_MAX, paste_files },
  { { "text/plain;charset=utf-8", "text/plain" },
    JALON_CLIPBOARD_TEXT_MAX,
    jalon_canvas_paste_text },
  { { "image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp" },
    JALON_FILE_MAX,
    paste_picture },
};

typedef struct
{
  JalonCanvas *canvas;
  JalonElement *map;
  guint format;
} Request;

static void
request_free (Request *self)
{
  g_object_unref (self->canvas);
  g_object_unref (self->map);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void request_next (Request *request);

static void
read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  JalonCanvas *self = request->canvas;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = jalon_clipboard_read_finish (GDK_CLIPBOARD (object), result, &error);

  /* Another map is not where people wanted it. */
  if (self->base.map != request->map || !self->base.is_editable)
    jalon_tell_late (GTK_WIDGET (self));
  else if (bytes == NULL)
    jalon_tell (GTK_WIDGET (self), error->message);
  else if (!formats[request->format].paste (self, bytes))
    {
      request->format++;
      request_next (g_steal_pointer (&request));
    }
}

/* Reads what the clipboard offers, in the next form that can be pasted; takes over @request. */
static void
request_next (Request *request)
{
  g_autoptr (Request) owned = request;
  GdkClipboard *clipboard = get_clipboard (request->canvas);
  guint format = request->format;

  while (format < G_N_ELEMENTS (formats) &&
         !jalon_clipboard_has (clipboard, formats[format].mime_types))
    format++;
  if (format == G_N_ELEMENTS (formats))
    {
      jalon_tell (GTK_WIDGET (request->canvas), _ ("There is nothing to paste"));
      return;
    }
  request->format = format;
  jalon_clipboard_read_async (clipboard, formats[format].mime_types, formats[format].limit, NULL,
                              read_cb, g_steal_pointer (&owned));
}

static void
paste (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonCanvas *self = JALON_CANVAS (widget);
  Request *request;

  if (self->base.map == NULL || !self->base.is_editable)
    return;
  jalon_canvas_finish_edit (self);
  request = g_new0 (Request, 1);
  request->canvas = g_object_ref (self);
  request->map = g_object_ref (self->base.map);
  request_next (request);
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

static void
bind (GtkWidgetClass *klass, guint keyval, GdkModifierType state, const char *action)
{
  gtk_widget_class_add_binding_action (klass, keyval, state, action, NULL);
}

void
jalon_canvas_clipboard_init_class (GtkWidgetClass *klass)
{
  jalon_clipboard_init ();
  gtk_widget_class_install_action (klass, "canvas.copy", NULL, copy);
  gtk_widget_class_install_action (klass, "canvas.cut", NULL, cut);
  gtk_widget_class_install_action (klass, "canvas.paste", NULL, paste);
  /* Menus show the last key of an action. */
  bind (klass, GDK_KEY_KP_Insert, GDK_CONTROL_MASK, "canvas.copy");
  bind (klass, GDK_KEY_Insert, GDK_CONTROL_MASK, "canvas.copy");
  bind (klass, GDK_KEY_c, GDK_CONTROL_MASK, "canvas.copy");
  bind (klass, GDK_KEY_KP_Delete, GDK_SHIFT_MASK, "canvas.cut");
  bind (klass, GDK_KEY_Delete, GDK_SHIFT_MASK, "canvas.cut");
  bind (klass, GDK_KEY_x, GDK_CONTROL_MASK, "canvas.cut");
  bind (klass, GDK_KEY_KP_Insert, GDK_SHIFT_MASK, "canvas.paste");
  bind (klass, GDK_KEY_Insert, GDK_SHIFT_MASK, "canvas.paste");
  bind (klass, GDK_KEY_v, GDK_CONTROL_MASK, "canvas.paste");
}
