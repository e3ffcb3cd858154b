/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-content.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "document/jalon-text.h"
#include "document/jalon-thread.h"
#include "drawing/jalon-export.h"
#include "drawing/jalon-layout.h"
#include "exchange/jalon-table.h"
#include "widgets/jalon-field-text.h"

/* What was copied, in whatever form somebody wants it. Nothing is made of the fragment before, and
 * the fragment stays what it was when it was copied. */

#define PNG_MIME "image/png"

/* Pixels for a canvas unit, and the most pixels of a picture on the clipboard. */
#define PNG_SCALE 2.0
#define PNG_PIXELS 36e6

/* Canvas units around parts of a map. */
#define MARGIN 8

struct _JalonContent
{
  GdkContentProvider parent_instance;

  /* Owned */
  JalonFragment *fragment;
};

G_DEFINE_FINAL_TYPE (JalonContent, jalon_content, GDK_TYPE_CONTENT_PROVIDER)

/* By what people know an element, on one line. */
static char *
make_line (JalonElement *element)
{
  char *line = g_strdup (jalon_element_get_title (element));

  g_strdelimit (line, "\n\t", ' ');
  return g_strstrip (line);
}

static void
append_line (JalonElement *element, gpointer data)
{
  g_autofree char *line = jalon_element_get_kind (element) != JALON_KIND_UNKNOWN
                            ? make_line (element)
                            : g_strdup ("");

  if (line[0] != '\0')
    g_string_append_printf (data, "%s\n", line);
}

static gboolean
is_over_cells (JalonFragment *fragment)
{
  const JalonFragmentCell *first = jalon_fragment_get_cell (fragment, 0);

  for (guint i = 1; i < jalon_fragment_get_n_roots (fragment); i++)
    {
      const JalonFragmentCell *cell = jalon_fragment_get_cell (fragment, i);

      if (cell->column != first->column || cell->row != first->row)
        return TRUE;
    }
  return FALSE;
}

/* A line for each, with what is in it below; or a table, if they stood in several cells. */
static char *
make_list (JalonFragment *fragment)
{
  g_autoptr (JalonTable) table = jalon_table_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < jalon_fragment_get_n_roots (fragment); i++)
    {
      JalonElement *root = jalon_fragment_get_root (fragment, i);
      const JalonFragmentCell *cell = jalon_fragment_get_cell (fragment, i);
      g_autofree char *line = make_line (root);

      jalon_element_foreach (root, append_line, text);
      jalon_table_put (table, cell->column, cell->row, line);
    }
  if (is_over_cells (fragment))
    return jalon_table_to_text (table);
  /* One line is a text, not a list. */
  if (strchr (text->str, '\n') == text->str + text->len - 1)
    g_string_truncate (text, text->len - 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Audiences are the rows of a table wherever people see them. */
static gboolean
is_of_rows (JalonFragment *fragment)
{
  for (guint i = 0; i < jalon_fragment_get_n_roots (fragment); i++)
    if (jalon_element_get_kind (jalon_fragment_get_root (fragment, i)) != JALON_KIND_AUDIENCE)
      return FALSE;
  return TRUE;
}

static void
put_row (JalonTable *table, guint row, JalonElement *element)
{
  const JalonField *field = jalon_kind_get_info (jalon_element_get_kind (element))->fields;
  guint column = 0;

  for (; field->id != JALON_FIELD_NONE; field++)
    if (jalon_field_fits_in_line (field))
      {
        g_autofree char *text = jalon_field_to_line (field, element);

        jalon_table_put (table, column++, row, text);
      }
}

static char *
make_rows (JalonFragment *fragment)
{
  /* In a document, so that what is referred to is found. */
  g_autoptr (JalonDocument)
    document = jalon_document_new (jalon_element_copy (jalon_fragment_get_project (fragment)));
  g_autoptr (JalonTable) table = jalon_table_new ();

  for (guint i = 0; i < jalon_fragment_get_n_roots (fragment); i++)
    {
      const char *id = jalon_element_get_id (jalon_fragment_get_root (fragment, i));

      put_row (table, i, jalon_document_lookup (document, id));
    }
  return jalon_table_to_text (table);
}

/**
 * jalon_content_make_text:
 * @fragment: what was copied
 *
 * Returns: (transfer full): a line for each, with what is in it below; or a table, if they stood in
 *   several cells, or are rows of one
 */
char *
jalon_content_make_text (JalonFragment *fragment)
{
  if (is_of_rows (fragment))
    return make_rows (fragment);
  return make_list (fragment);
}

static void
note_id (JalonElement *element, gpointer data)
{
  g_hash_table_add (data, (gpointer) jalon_element_get_id (element));
}

static gboolean
is_drawn (const JalonItem *item, GHashTable *ids)
{
  const char *id = jalon_node_get_element (item->node);

  return id != NULL && !jalon_node_is_for_screen (item->node) &&
         jalon_node_get_role (item->node) != JALON_ROLE_SLOT && g_hash_table_contains (ids, id);
}

/* Only what stands for one of @ids, together; NULL if nothing does. */
static JalonScene *
cut_out (JalonScene *scene, JalonElement *map, GHashTable *ids)
{
  JalonScene *part = jalon_scene_new (map, jalon_scene_get_theme (scene));
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (scene, &n_items);
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < n_items; i++)
    if (is_drawn (&items[i], ids))
      {
        left = MIN (left, items[i].x);
        top = MIN (top, items[i].y);
        right = MAX (right, items[i].x + jalon_node_get_width (items[i].node));
        bottom = MAX (bottom, items[i].y + jalon_node_get_height (items[i].node));
      }
  if (left > right)
    {
      jalon_scene_unref (part);
      return NULL;
    }
  for (guint i = 0; i < n_items; i++)
    if (is_drawn (&items[i], ids))
      jalon_scene_add (part, jalon_node_ref (items[i].node), items[i].x - left + MARGIN,
                       items[i].y - top + MARGIN, JALON_LAYER_BODY, -1);
  jalon_scene_set_size (part, right - left + 2 * MARGIN, bottom - top + 2 * MARGIN);
  return part;
}

/* The map of the first root, and the ids of all that is in the roots on it. */
static JalonElement *
find_drawn (JalonFragment *fragment, JalonDocument *document, GHashTable *ids)
{
  JalonElement *map = NULL;

  for (guint i = 0; i < jalon_fragment_get_n_roots (fragment); i++)
    {
      const char *id = jalon_element_get_id (jalon_fragment_get_root (fragment, i));
      JalonElement *root = jalon_document_lookup (document, id);

      if (map == NULL)
        map = jalon_element_get_map (root);
      jalon_element_foreach (root, note_id, ids);
    }
  return map;
}

/**
 * jalon_content_draw:
 * @project: (transfer none): the project of a fragment, which nobody else uses
 *
 * Lays out what was copied: a map as a whole, parts of a map by themselves. It may be called in any
 * thread.
 *
 * Returns: (transfer full) (nullable): the picture in light colours; %NULL if none can be drawn
 */
JalonScene *
jalon_content_draw (JalonElement *project)
{
  g_autoptr (JalonFragment) fragment = jalon_fragment_new_from_project (project);
  g_autoptr (JalonDocument) document = jalon_document_new (g_object_ref (project));
  g_autoptr (GHashTable) ids = g_hash_table_new (jalon_text_hash, g_str_equal);
  g_autoptr (JalonLayout) layout = NULL;
  JalonElement *map = find_drawn (fragment, document, ids);
  JalonScene *whole, *part;

  if (map == NULL)
    return NULL;
  layout = jalon_layout_new ();
  whole = jalon_layout_draw (layout, map, jalon_theme_get (JALON_THEME_LIGHT));
  if (g_hash_table_contains (ids, jalon_element_get_id (map)))
    return whole;
  part = cut_out (whole, map, ids);
  jalon_scene_unref (whole);
  return part;
}

static double
choose_scale (JalonScene *scene)
{
  return MIN (PNG_SCALE,
              sqrt (PNG_PIXELS / (jalon_scene_get_width (scene) * jalon_scene_get_height (scene))));
}

static void
draw (GTask *task, gpointer source, gpointer project, GCancellable *cancellable)
{
  g_autoptr (JalonScene) scene = jalon_content_draw (project);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  GError *error = NULL;

  if (scene == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                             _ ("What was copied cannot be drawn"));
  else if (jalon_export_to_stream (scene, JALON_FORMAT_PNG, choose_scale (scene), stream,
                                   cancellable, &error) &&
           g_output_stream_close (stream, cancellable, &error))
    g_task_return_pointer (task,
                           g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream)),
                           (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (object), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
drawn_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  GBytes *png = g_task_propagate_pointer (G_TASK (result), &error);
  gconstpointer bytes;
  gsize length;

  if (png == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_object_set_data_full (G_OBJECT (task), "png", png, (GDestroyNotify) g_bytes_unref);
  bytes = g_bytes_get_data (png, &length);
  g_output_stream_write_all_async (g_task_get_task_data (task), bytes, length,
                                   g_task_get_priority (task), g_task_get_cancellable (task),
                                   written_cb, g_object_ref (task));
}

static void
jalon_content_write_mime_type_async (GdkContentProvider *provider,
                                     const char *mime_type,
                                     GOutputStream *stream,
                                     int priority,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data)
{
  JalonContent *self = JALON_CONTENT (provider);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  g_autoptr (GTask) drawing = NULL;

  g_task_set_priority (task, priority);
  g_task_set_task_data (task, g_object_ref (stream), g_object_unref);
  drawing = g_task_new (self, cancellable, drawn_cb, g_object_ref (task));
  g_task_set_task_data (drawing, jalon_element_copy (jalon_fragment_get_project (self->fragment)),
                        g_object_unref);
  jalon_thread_run_task (drawing, draw);
}

static gboolean
jalon_content_write_mime_type_finish (GdkContentProvider *provider,
                                      GAsyncResult *result,
                                      GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
jalon_content_get_value (GdkContentProvider *provider, GValue *value, GError **error)
{
  JalonContent *self = JALON_CONTENT (provider);

  if (G_VALUE_HOLDS (value, JALON_TYPE_FRAGMENT))
    g_value_set_object (value, self->fragment);
  else if (G_VALUE_HOLDS (value, G_TYPE_STRING))
    g_value_take_string (value, jalon_content_make_text (self->fragment));
  else
    return GDK_CONTENT_PROVIDER_CLASS (jalon_content_parent_class)
      ->get_value (provider, value, error);
  return TRUE;
}

/* What the fragment and the text are written as, GDK knows. */
static GdkContentFormats *
jalon_content_ref_formats (GdkContentProvider *provider)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  gdk_content_formats_builder_add_gtype (builder, JALON_TYPE_FRAGMENT);
  gdk_content_formats_builder_add_gtype (builder, G_TYPE_STRING);
  gdk_content_formats_builder_add_mime_type (builder, PNG_MIME);
  return gdk_content_formats_builder_free_to_formats (builder);
}

static void
jalon_content_finalize (GObject *object)
{
  JalonContent *self = JALON_CONTENT (object);

  g_clear_object (&self->fragment);

  G_OBJECT_CLASS (jalon_content_parent_class)->finalize (object);
}

static void
jalon_content_class_init (JalonContentClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jalon_content_finalize;
  provider_class->ref_formats = jalon_content_ref_formats;
  provider_class->get_value = jalon_content_get_value;
  provider_class->write_mime_type_async = jalon_content_write_mime_type_async;
  provider_class->write_mime_type_finish = jalon_content_write_mime_type_finish;
}

static void
jalon_content_init (JalonContent *self)
{
}

/**
 * jalon_content_new:
 * @fragment: what was copied, with at least one root
 *
 * Returns: (transfer full): it for a clipboard or a drag
 */
GdkContentProvider *
jalon_content_new (JalonFragment *fragment)
{
  JalonContent *self;

  g_return_val_if_fail (JALON_IS_FRAGMENT (fragment), NULL);
  g_return_val_if_fail (jalon_fragment_get_n_roots (fragment) > 0, NULL);

  self = g_object_new (JALON_TYPE_CONTENT, NULL);
  self->fragment = g_object_ref (fragment);
  return GDK_CONTENT_PROVIDER (self);
}
