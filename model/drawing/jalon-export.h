/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-scene.h"

G_BEGIN_DECLS

typedef enum
{
  JALON_FORMAT_PNG,
  JALON_FORMAT_SVG,
  JALON_FORMAT_PDF,
} JalonFormat;

/* The largest scale of a PNG, in pixels for a canvas unit */
#define JALON_SCALE_MAX 32.0

gboolean jalon_format_find        (const char     *nick,
                                   JalonFormat    *format);
const char *jalon_export_get_suffix (JalonFormat    format);
char    *jalon_export_make_stem   (const char     *title);
char    *jalon_export_make_name   (const char     *title,
                                   JalonFormat     format);
gboolean jalon_export_to_stream   (JalonScene     *scene,
                                   JalonFormat     format,
                                   double          scale,
                                   GOutputStream  *stream,
                                   GCancellable   *cancellable,
                                   GError        **error);
gboolean jalon_export_to_file     (JalonScene     *scene,
                                   JalonFormat     format,
                                   double          scale,
                                   GFile          *file,
                                   GCancellable   *cancellable,
                                   GError        **error);

G_END_DECLS
