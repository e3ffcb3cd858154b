/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-export-private.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-error.h"

static const struct
{
  const char *nick;
  JalonExportFunc func;
} formats[] = {
  [JALON_FORMAT_PNG] = { "png", jalon_export_png },
  [JALON_FORMAT_SVG] = { "svg", jalon_export_svg },
  [JALON_FORMAT_PDF] = { "pdf", jalon_export_pdf },
};

/**
 * jalon_format_find:
 * @nick: a word: "png", "svg" or "pdf"
 * @format: (out): the format of that name
 *
 * Returns: %TRUE if there is one
 */
gboolean
jalon_format_find (const char *nick, JalonFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (nick, formats[i].nick) == 0)
      {
        *format = i;
        return TRUE;
      }
  return FALSE;
}

/* Turns what Cairo says into an error. */
gboolean
jalon_export_check (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "Cairo: %s", cairo_status_to_string (status));
  return FALSE;
}

/**
 * jalon_export_to_stream:
 * @scene: a scene
 * @format: which
 * @scale: of a PNG: pixels for a canvas unit, above 0 and at most %JALON_SCALE_MAX
 * @stream: where to; it is flushed, not closed
 * @cancellable: (nullable): to stop it
 * @error: why not: %JALON_ERROR_VALUE for a scale that cannot be, else a #GIOErrorEnum
 *
 * Writes a scene as a picture.
 *
 * Returns: %TRUE if all of it was written
 */
gboolean
jalon_export_to_stream (JalonScene *scene,
                        JalonFormat format,
                        double scale,
                        GOutputStream *stream,
                        GCancellable *cancellable,
                        GError **error)
{
  g_return_val_if_fail (scene != NULL, FALSE);
  g_return_val_if_fail (format < G_N_ELEMENTS (formats), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  return !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         formats[format].func (scene, scale, stream, cancellable, error) &&
         g_output_stream_flush (stream, cancellable, error);
}

typedef struct
{
  JalonScene *scene;
  JalonFormat format;
  double scale;
} Job;

static gboolean
run_job (GOutputStream *stream, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  return jalon_export_to_stream (job->scene, job->format, job->scale, stream, cancellable, error);
}

/**
 * jalon_export_to_file:
 * @scene: a scene
 * @format: which
 * @scale: of a PNG: pixels for a canvas unit, above 0 and at most %JALON_SCALE_MAX
 * @file: where to, with a path on this machine
 * @cancellable: (nullable): to stop it
 * @error: why not: %JALON_ERROR_VALUE for a scale that cannot be, else a #GIOErrorEnum
 *
 * Writes a scene as a picture. An older file stays as it is until the new one is complete.
 *
 * Returns: %TRUE if the file is there
 */
gboolean
jalon_export_to_file (JalonScene *scene,
                      JalonFormat format,
                      double scale,
                      GFile *file,
                      GCancellable *cancellable,
                      GError **error)
{
  Job job = { scene, format, scale };

  g_return_val_if_fail (scene != NULL, FALSE);
  g_return_val_if_fail (format < G_N_ELEMENTS (formats), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  return jalon_export_replace (file, run_job, &job, cancellable, error);
}

/**
 * jalon_export_get_suffix:
 * @format: a format
 *
 * Returns: (transfer none): how names of its files end, without a dot
 */
const char *
jalon_export_get_suffix (JalonFormat format)
{
  g_return_val_if_fail (format < G_N_ELEMENTS (formats), NULL);

  return formats[format].nick;
}
