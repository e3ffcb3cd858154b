/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-thumbnailer.h"

#include <malloc.h>

#include "document/jalon-document.h"
#include "document/jalon-thread.h"
#include "drawing/jalon-layout.h"
#include "drawing/jalon-painter.h"
#include "widgets/jalon-texture.h"

/* Small pictures of maps, drawn in a thread of their own, one at a time: whoever looks on is never
 * kept waiting. */

/* Less of a large map is shown rather than nothing that could be told from another: pixels for a
 * canvas unit. */
#define SCALE_MIN 0.14

struct _JalonThumbnailer
{
  GObject parent_instance;

  /* They would only take the processor from each other. */
  GMutex mutex;

  /* Owned; of whoever has the mutex. Fonts are found once for all pictures. */
  JalonLayout *layout;
};

G_DEFINE_FINAL_TYPE (JalonThumbnailer, jalon_thumbnailer, G_TYPE_OBJECT)

typedef struct
{
  JalonElement *project;
  char *map;
  JalonThemeName theme;
  int width;
  int height;
} Job;

static void
jalon_thumbnailer_finalize (GObject *object)
{
  JalonThumbnailer *self = JALON_THUMBNAILER (object);

  g_mutex_clear (&self->mutex);
  jalon_layout_free (self->layout);
#ifdef __GLIBC__
  /* What was laid out in other threads is free now, but would stay with their heaps. */
  malloc_trim (0);
#endif

  G_OBJECT_CLASS (jalon_thumbnailer_parent_class)->finalize (object);
}

static void
jalon_thumbnailer_class_init (JalonThumbnailerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jalon_thumbnailer_finalize;
}

static void
jalon_thumbnailer_init (JalonThumbnailer *self)
{
  g_mutex_init (&self->mutex);
  self->layout = jalon_layout_new ();
}

/**
 * jalon_thumbnailer_new:
 *
 * Returns: (transfer full): a thumbnailer, to be kept only while there are pictures to draw: it
 *   remembers much
 */
JalonThumbnailer *
jalon_thumbnailer_new (void)
{
  return g_object_new (JALON_TYPE_THUMBNAILER, NULL);
}

static void
job_free (gpointer data)
{
  Job *self = data;

  g_clear_object (&self->project);
  g_free (self->map);
  g_free (self);
}

/* All of the map across, from its top left. */
static double
get_scale (Job *job, JalonScene *scene)
{
  double across = job->width / jalon_scene_get_width (scene);

  return MAX (across, SCALE_MIN * job->width / 200.0);
}

static cairo_surface_t *
paint (Job *job, JalonScene *scene)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, job->width,
                                                         job->height);
  cairo_t *cr = cairo_create (surface);
  const JalonColour *paper = &jalon_scene_get_theme (scene)->paper;
  double scale = get_scale (job, scene);
  JalonRect clip = { 0, 0, job->width / scale, job->height / scale };

  cairo_set_source_rgb (cr, paper->red, paper->green, paper->blue);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  jalon_painter_paint_scene (cr, scene, &clip);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  JalonThumbnailer *self = source;
  Job *job = data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autoptr (JalonDocument) document = NULL;
  g_autoptr (JalonScene) scene = NULL;
  cairo_surface_t *surface;

  if (g_task_return_error_if_cancelled (task))
    return;
  document = jalon_document_new (g_steal_pointer (&job->project));
  scene = jalon_layout_draw (self->layout, jalon_document_lookup (document, job->map),
                             jalon_theme_get (job->theme));
  surface = paint (job, scene);
  g_task_return_pointer (task, jalon_texture_new (surface), g_object_unref);
  cairo_surface_destroy (surface);
}

/**
 * jalon_thumbnailer_draw_async:
 * @self: a thumbnailer
 * @project: (transfer full): a project in no document, which nobody else uses
 * @map: the id of one of its maps
 * @theme: in which colours
 * @width: in pixels
 * @height: in pixels
 * @cancellable: (nullable): to stop it
 * @callback: what to do then
 * @data: for @callback
 *
 * Draws a small picture of a map.
 */
void
jalon_thumbnailer_draw_async (JalonThumbnailer *self,
                              JalonElement *project,
                              const char *map,
                              JalonThemeName theme,
                              int width,
                              int height,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->project = project;
  job->map = g_strdup (map);
  job->theme = theme;
  job->width = width;
  job->height = height;
  g_task_set_source_tag (task, jalon_thumbnailer_draw_async);
  g_task_set_task_data (task, job, job_free);
  g_task_set_priority (task, G_PRIORITY_LOW);
  jalon_thread_run_task (task, draw_in_thread);
}

/**
 * jalon_thumbnailer_draw_finish:
 * @self: a thumbnailer
 * @result: what the callback got
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the picture; %NULL if it was cancelled
 */
GdkTexture *
jalon_thumbnailer_draw_finish (JalonThumbnailer *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
