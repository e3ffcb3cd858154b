/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* The families that texts are set in: the first that has the letter. The last is whatever there is
 * for the other scripts. */
#define JALON_FAMILY "Inter"
#define JALON_FAMILIES \
  JALON_FAMILY ", Cantarell, Noto Sans, Noto Sans Arabic, Noto Sans Hebrew, sans-serif"

PangoFontMap *jalon_family_make_map (PangoFontMap *all);

G_END_DECLS
