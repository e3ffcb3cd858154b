/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copy, cut and paste in the views of a map. */

#include "widgets/jalon-copy-paste.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-text.h"
#include "files/jalon-reader.h"
#include "widgets/jalon-clipboard.h"
#include "widgets/jalon-picture-drop.h"
#include "widgets/jalon-tell.h"

G_DEFINE_INTERFACE (JalonCopyPaste, jalon_copy_paste, JALON_TYPE_MAP_VIEW)

static void
jalon_copy_paste_default_init (JalonCopyPasteInterface *iface)
{
}

static GdkClipboard *
get_clipboard (JalonMapView *view)
{
  return gtk_widget_get_clipboard (GTK_WIDGET (view));
}

/* Copies what is selected, and returns it; NULL if that is nothing. */
static GPtrArray *
copy_selected (JalonMapView *view)
{
  JalonCopyPasteInterface *iface = JALON_COPY_PASTE_GET_IFACE (view);
  g_autoptr (GPtrArray) elements = view->map != NULL ? iface->get_copied (view) : NULL;
  g_autofree JalonFragmentCell *cells = NULL;
  g_autoptr (GdkContentProvider) provider = NULL;

  if (elements == NULL || elements->len == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (view));
      return NULL;
    }
  if (iface->find_cells != NULL)
    cells = iface->find_cells (view, elements);
  provider = jalon_clipboard_provider_new (elements, cells);
  gdk_clipboard_set_content (get_clipboard (view), provider);
  return g_steal_pointer (&elements);
}

static void
copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GPtrArray) elements = copy_selected (JALON_MAP_VIEW (widget));
}

/* The map itself is copied, but not cut from under the view. */
static void
cut (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonMapView *view = JALON_MAP_VIEW (widget);
  g_autoptr (GPtrArray) elements = view->is_editable ? copy_selected (view) : NULL;

  if (elements != NULL && !g_ptr_array_find (elements, view->map, NULL))
    JALON_COPY_PASTE_GET_IFACE (view)->cut (view, elements);
}

static gboolean
paste_one (const JalonPastePlace *place,
           JalonFragment *fragment,
           const char *text,
           const JalonPasteRows *rows,
           JalonPasted *pasted,
           GError **error)
{
  if (fragment != NULL)
    return jalon_paste_fragment (place, fragment, pasted, error);
  if (rows != NULL)
    return jalon_paste_rows (place, rows, text, pasted, error);
  return jalon_paste_text (place, text, pasted, error);
}

/**
 * jalon_copy_paste_put:
 * @self: a view
 * @place: where
 * @fragment: (nullable): what
 * @text: (nullable): what, if there is no fragment
 * @rows: (nullable): what a row and a column of the text are; %NULL if it is for cells
 *
 * Pastes, and says what people should know of it, or why nothing can be pasted. If another map has
 * come of it, that is shown.
 *
 * Returns: (transfer none) (nullable): the first of what was pasted on the map that is shown
 */
JalonElement *
jalon_copy_paste_put (JalonCopyPaste *self,
                      const JalonPastePlace *place,
                      JalonFragment *fragment,
                      const char *text,
                      const JalonPasteRows *rows)
{
  JalonMapView *view = JALON_MAP_VIEW (self);
  g_auto (JalonPasted) pasted = { 0 };
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;
  JalonElement *first;

  if (!paste_one (place, fragment, text, rows, &pasted, &error))
    {
      jalon_tell (GTK_WIDGET (self), error->message);
      return NULL;
    }
  message = jalon_pasted_describe (&pasted);
  if (message != NULL)
    jalon_tell (GTK_WIDGET (self), message);
  first = g_ptr_array_index (pasted.elements, 0);
  if (jalon_element_contains (view->map, first))
    return first;
  jalon_map_view_jump (view, jalon_element_get_id (first));
  return NULL;
}

/**
 * jalon_copy_paste_take_fragment:
 * @self: a view with a map
 * @bytes: what claims to be a fragment
 *
 * Pastes where the keys are, or says why not.
 *
 * Returns: %TRUE
 */
gboolean
jalon_copy_paste_take_fragment (JalonCopyPaste *self, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonFragment) fragment = jalon_clipboard_parse (bytes, &error);

  if (fragment != NULL)
    JALON_COPY_PASTE_GET_IFACE (self)->paste (JALON_MAP_VIEW (self), fragment, NULL);
  else
    jalon_tell (GTK_WIDGET (self), error->message);
  return TRUE;
}

/**
 * jalon_copy_paste_take_text:
 * @self: a view with a map
 * @bytes: text, of any bytes
 *
 * Pastes where the keys are, or says why not.
 *
 * Returns: %TRUE
 */
gboolean
jalon_copy_paste_take_text (JalonCopyPaste *self, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = jalon_text_clean (length > 0 ? data : "", length);

  JALON_COPY_PASTE_GET_IFACE (self)->paste (JALON_MAP_VIEW (self), NULL, text);
  return TRUE;
}

/* Files that were copied are pictures where pictures go, and their names elsewhere. */
static gboolean
take_files (JalonCopyPaste *self, GBytes *bytes)
{
  JalonCopyPasteInterface *iface = JALON_COPY_PASTE_GET_IFACE (self);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *list = g_strndup (data != NULL ? data : "", length);
  g_auto (GStrv) uris = g_uri_list_extract_uris (list);
  GSList *files = NULL;
  gboolean is_taken;

  for (guint i = 0; uris[i] != NULL; i++)
    files = g_slist_append (files, g_file_new_for_uri (uris[i]));
  is_taken = files != NULL && iface->paste_files != NULL &&
             iface->paste_files (JALON_MAP_VIEW (self), files);
  g_slist_free_full (files, g_object_unref);
  return is_taken;
}

static gboolean
take_picture (JalonCopyPaste *self, GBytes *bytes)
{
  JalonCopyPasteInterface *iface = JALON_COPY_PASTE_GET_IFACE (self);

  if (iface->paste_picture == NULL || !iface->paste_picture (JALON_MAP_VIEW (self), bytes))
    jalon_picture_drop_tell_where (GTK_WIDGET (self));
  return TRUE;
}

/* What can be pasted. Of what a clipboard offers the first row is taken that fits and has a place
 * where the keys are. A spreadsheet offers a picture beside its text, so text comes first. */
static const struct
{
  const char *mime_types[6];
  gsize limit; /* in bytes */
  gboolean (*take) (JalonCopyPaste *self, GBytes *bytes);
} formats[] = {
  { { JALON_FRAGMENT_MIME }, JALON_FILE_MAX, jalon_copy_paste_take_fragment },
  { { "text/uri-list" }, JALON_CLIPBOARD_TEXT_MAX, take_files },
  { { "text/plain;charset=utf-8", "text/plain" },
    JALON_CLIPBOARD_TEXT_MAX,
    jalon_copy_paste_take_text },
  { { "image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp" },
    JALON_FILE_MAX,
    take_picture },
};

typedef struct
{
  JalonMapView *view;
  JalonElement *map;
  guint format;
} Request;

static void
request_free (Request *self)
{
  g_object_unref (self->view);
  g_object_unref (self->map);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void request_next (Request *request);

static void
read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  JalonMapView *view = request->view;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = jalon_clipboard_read_finish (GDK_CLIPBOARD (object), result, &error);

  /* Another map is not where people wanted it. */
  if (view->map != request->map || !view->is_editable)
    jalon_tell_late (GTK_WIDGET (view));
  else if (bytes == NULL)
    jalon_tell (GTK_WIDGET (view), error->message);
  else if (!formats[request->format].take (JALON_COPY_PASTE (view), bytes))
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
  GdkClipboard *clipboard = get_clipboard (request->view);
  guint format = request->format;

  while (format < G_N_ELEMENTS (formats) &&
         !jalon_clipboard_has (clipboard, formats[format].mime_types))
    format++;
  if (format == G_N_ELEMENTS (formats))
    {
      jalon_tell (GTK_WIDGET (request->view), _ ("There is nothing to paste"));
      return;
    }
  request->format = format;
  jalon_clipboard_read_async (clipboard, formats[format].mime_types, formats[format].limit, NULL,
                              read_cb, g_steal_pointer (&owned));
}

/**
 * jalon_copy_paste_paste:
 * @self: a view
 *
 * Pastes where the keys are, or were last, what the clipboard holds, or says why not.
 */
void
jalon_copy_paste_paste (JalonCopyPaste *self)
{
  JalonMapView *view = JALON_MAP_VIEW (self);
  Request *request;

  if (view->map == NULL || !view->is_editable)
    return;
  jalon_map_view_finish_edit (view);
  request = g_new0 (Request, 1);
  request->view = g_object_ref (view);
  request->map = g_object_ref (view->map);
  request_next (request);
}

static void
paste (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jalon_copy_paste_paste (JALON_COPY_PASTE (widget));
}

typedef struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
  struct
  {
    guint keyval;
    GdkModifierType state;
  } keys[3]; /* menus show the last key of an action */
} Action;

static const Action actions[] = {
  { "copy",
    copy,
    { { GDK_KEY_KP_Insert, GDK_CONTROL_MASK },
      { GDK_KEY_Insert, GDK_CONTROL_MASK },
      { GDK_KEY_c, GDK_CONTROL_MASK } } },
  { "cut",
    cut,
    { { GDK_KEY_KP_Delete, GDK_SHIFT_MASK },
      { GDK_KEY_Delete, GDK_SHIFT_MASK },
      { GDK_KEY_x, GDK_CONTROL_MASK } } },
  { "paste",
    paste,
    { { GDK_KEY_KP_Insert, GDK_SHIFT_MASK },
      { GDK_KEY_Insert, GDK_SHIFT_MASK },
      { GDK_KEY_v, GDK_CONTROL_MASK } } },
};

/**
 * jalon_copy_paste_init_class:
 * @klass: a class of views that can be copied from and pasted into
 * @prefix: of its actions
 *
 * Gives the class the actions "copy", "cut" and "paste", and their keys.
 */
void
jalon_copy_paste_init_class (GtkWidgetClass *klass, const char *prefix)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s.%s", prefix, actions[i].name);

      gtk_widget_class_install_action (klass, name, NULL, actions[i].activate);
      for (guint j = 0; j < G_N_ELEMENTS (actions[i].keys); j++)
        gtk_widget_class_add_binding_action (klass, actions[i].keys[j].keyval,
                                             actions[i].keys[j].state, name, NULL);
    }
}
