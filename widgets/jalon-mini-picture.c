/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-mini-picture.h"

#include "drawing/jalon-painter.h"
#include "widgets/jalon-texture.h"

/* Milliseconds without another scene: people who write should not wait for the picture. */
#define REST 250

/* Items that are painted at once: less than a millisecond. */
#define SLICE 500

struct _JalonMiniPicture
{
  GFunc done;
  gpointer data;

  /* What is being painted */
  JalonScene *scene;
  cairo_surface_t *surface;
  guint n_painted;
  guint source;
  int width, height; /* in pixels of the device */

  GdkTexture *texture; /* the last that was done */
};

/**
 * jalon_mini_picture_new:
 * @done: called with @data when there is another picture
 * @data: for @done
 *
 * Returns: (transfer full): nothing painted yet
 */
JalonMiniPicture *
jalon_mini_picture_new (GFunc done, gpointer data)
{
  JalonMiniPicture *self = g_new0 (JalonMiniPicture, 1);

  self->done = done;
  self->data = data;
  return self;
}

void
jalon_mini_picture_free (JalonMiniPicture *self)
{
  jalon_mini_picture_stop (self);
  g_clear_object (&self->texture);
  g_free (self);
}

/**
 * jalon_mini_picture_stop:
 * @self: a picture
 *
 * Leaves off painting. What was done last stays.
 */
void
jalon_mini_picture_stop (JalonMiniPicture *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->scene, jalon_scene_unref);
}

static void
finish (JalonMiniPicture *self)
{
  g_autoptr (GdkTexture) texture = jalon_texture_new (self->surface);

  g_set_object (&self->texture, texture);
  jalon_mini_picture_stop (self);
  self->done (self, self->data);
}

static void
paint_items (JalonMiniPicture *self, guint first, guint last)
{
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (self->scene, &n_items);
  cairo_t *cr = cairo_create (self->surface);

  cairo_scale (cr, self->width / jalon_scene_get_width (self->scene),
               self->height / jalon_scene_get_height (self->scene));
  for (guint i = first; i < last; i++)
    if (!jalon_node_is_for_screen (items[i].node))
      {
        cairo_save (cr);
        cairo_translate (cr, items[i].x, items[i].y);
        jalon_painter_paint_plain (cr, items[i].node);
        cairo_restore (cr);
      }
  cairo_destroy (cr);
}

static gboolean
paint_cb (gpointer data)
{
  JalonMiniPicture *self = data;
  guint n_items, last;

  jalon_scene_get_items (self->scene, &n_items);
  last = MIN (self->n_painted + SLICE, n_items);
  paint_items (self, self->n_painted, last);
  self->n_painted = last;
  if (last < n_items)
    return G_SOURCE_CONTINUE;
  self->source = 0;
  finish (self);
  return G_SOURCE_REMOVE;
}

static gboolean
rested_cb (gpointer data)
{
  JalonMiniPicture *self = data;
  JalonColour paper = jalon_scene_get_theme (self->scene)->paper;
  cairo_t *cr;

  self->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->width, self->height);
  cr = cairo_create (self->surface);
  cairo_set_source_rgb (cr, paper.red, paper.green, paper.blue);
  cairo_paint (cr);
  cairo_destroy (cr);
  self->n_painted = 0;
  self->source = g_idle_add_full (G_PRIORITY_LOW, paint_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

/**
 * jalon_mini_picture_paint:
 * @self: a picture
 * @scene: what to paint
 * @width: in pixels of the device
 * @height: in pixels of the device
 *
 * Paints when there is time, instead of what is still being painted.
 */
void
jalon_mini_picture_paint (JalonMiniPicture *self, JalonScene *scene, int width, int height)
{
  jalon_mini_picture_stop (self);
  self->scene = jalon_scene_ref (scene);
  self->width = MAX (width, 1);
  self->height = MAX (height, 1);
  self->source = g_timeout_add_full (G_PRIORITY_LOW, self->texture != NULL ? REST : 0, rested_cb,
                                     self, NULL);
}

/* The last that was done, or NULL. */
GdkTexture *
jalon_mini_picture_get (JalonMiniPicture *self)
{
  return self->texture;
}
