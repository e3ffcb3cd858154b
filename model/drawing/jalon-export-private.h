/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "drawing/jalon-export.h"

G_BEGIN_DECLS

typedef gboolean (*JalonExportFunc) (JalonScene     *scene,
                                     double          scale,
                                     GOutputStream  *stream,
                                     GCancellable   *cancellable,
                                     GError        **error);

gboolean jalon_export_png     (JalonScene     *scene,
                               double          scale,
                               GOutputStream  *stream,
                               GCancellable   *cancellable,
                               GError        **error);
gboolean jalon_export_svg     (JalonScene     *scene,
                               double          scale,
                               GOutputStream  *stream,
                               GCancellable   *cancellable,
                               GError        **error);
gboolean jalon_export_pdf     (JalonScene     *scene,
                               double          scale,
                               GOutputStream  *stream,
                               GCancellable   *cancellable,
                               GError        **error);

gboolean jalon_export_check   (cairo_status_t   status,
                               GError         **error);

/* jalon-export-file.c */
typedef gboolean (*JalonExportFill) (GOutputStream  *stream,
                                     gpointer        data,
                                     GCancellable   *cancellable,
                                     GError        **error);

gboolean jalon_export_replace (GFile           *file,
                               JalonExportFill  fill,
                               gpointer         data,
                               GCancellable    *cancellable,
                               GError         **error);

G_END_DECLS
