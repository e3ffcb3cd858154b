/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* What tests of pictures share. Pictures are surfaces of 32 bits a pixel, to be destroyed. */

cairo_surface_t *picture_load             (const char      *path);
cairo_surface_t *picture_load_bytes       (GBytes          *bytes);
gboolean         picture_has_size_of      (cairo_surface_t *a,
                                           cairo_surface_t *b);
int              picture_get_difference   (cairo_surface_t *a,
                                           cairo_surface_t *b);
double           picture_compare          (cairo_surface_t *a,
                                           cairo_surface_t *b,
                                           int              block,
                                           double          *mean);
void             picture_assert_like      (const char      *path,
                                           const char      *other,
                                           int              block,
                                           double           worst,
                                           double           mean);
void             picture_write_difference (cairo_surface_t *a,
                                           cairo_surface_t *b,
                                           const char      *path);

G_END_DECLS
