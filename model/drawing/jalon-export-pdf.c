/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-export-private.h"

#include <cairo-pdf.h>

#include "drawing/jalon-fonts.h"
#include "drawing/jalon-painter.h"

/* Points for a canvas unit */
#define POINTS 0.75

typedef struct
{
  GOutputStream *stream;
  GCancellable *cancellable;
  GError *error;
  JalonFonts *fonts; /* NULL but while letters go into the file */
} Target;

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  Target *target = closure;
  const gboolean has_fonts = target->fonts != NULL;

  /* Nobody waits for letters while this waits for the disk. */
  g_clear_pointer (&target->fonts, jalon_fonts_release);
  if (target->error == NULL)
    g_output_stream_write_all (target->stream, data, length, NULL, target->cancellable,
                               &target->error);
  if (has_fonts)
    target->fonts = jalon_fonts_take ();
  return target->error == NULL ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static cairo_surface_t *
make_surface (JalonScene *scene, Target *target)
{
  cairo_surface_t *surface =
    cairo_pdf_surface_create_for_stream (write_cb, target, jalon_scene_get_width (scene) * POINTS,
                                         jalon_scene_get_height (scene) * POINTS);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, jalon_scene_get_title (scene));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Jalon");
  return surface;
}

/**
 * jalon_export_pdf:
 * @scene: a scene
 * @scale: not used: a page has the size of the map
 * @stream: where to
 * @cancellable: (nullable): to stop it
 * @error: why not
 *
 * Writes a PDF file of one page: vectors and real text, 0.75 points for a canvas unit.
 *
 * Returns: %TRUE if it is complete
 */
gboolean
jalon_export_pdf (JalonScene *scene,
                  double scale,
                  GOutputStream *stream,
                  GCancellable *cancellable,
                  GError **error)
{
  Target target = { .stream = stream, .cancellable = cancellable };
  cairo_surface_t *surface = make_surface (scene, &target);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, POINTS, POINTS);
  jalon_painter_paint_scene (cr, scene, NULL);
  status = cairo_status (cr);
  cairo_destroy (cr);
  /* What could not be written shows only after the end. */
  target.fonts = jalon_fonts_take ();
  cairo_surface_finish (surface);
  jalon_fonts_release (target.fonts);
  status = status != CAIRO_STATUS_SUCCESS ? status : cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (target.error != NULL)
    {
      g_propagate_error (error, target.error);
      return FALSE;
    }
  return jalon_export_check (status, error);
}
