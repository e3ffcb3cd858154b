/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a JPEG of the tests is stored. */
typedef enum
{
  PHOTOGRAPH_COLOUR,
  PHOTOGRAPH_GREY,
  PHOTOGRAPH_CMYK,
  PHOTOGRAPH_IN_PASSES,
} PhotographKind;

/* A JPEG with a colour in each quarter: red and green above, blue and white below. */
GBytes *photograph_new           (guint           width,
                                  guint           height,
                                  PhotographKind  kind);

/* With an EXIF segment that says how it is to be turned and, in a comment and behind the end, words
 * that must not get out. */
#define PHOTOGRAPH_SECRET "Rue de la Gare 7"
GBytes *photograph_tell          (GBytes         *photograph,
                                  guint           orientation);

G_END_DECLS
