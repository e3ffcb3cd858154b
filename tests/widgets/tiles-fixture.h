/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "drawing/jalon-typesetter.h"
#include "widgets/jalon-tiles.h"

G_BEGIN_DECLS

/* What is in view, in application pixels */
#define TILES_FIXTURE_WIDTH 640
#define TILES_FIXTURE_HEIGHT 400

/* Tiles of a scene: a band across at the index 0, and 24 columns of ten cards. */
typedef struct
{
  JalonTypesetter *typesetter;
  JalonElement    *map;
  JalonScene      *scene;
  GArray          *seen;
  JalonTiles      *tiles;
  gboolean         is_zooming;
} TilesFixture;

extern const JalonColour tiles_fixture_paper;

void             tiles_fixture_set_up    (TilesFixture    *fixture,
                                          gconstpointer    data);
void             tiles_fixture_tear_down (TilesFixture    *fixture,
                                          gconstpointer    data);
JalonNode       *tiles_fixture_make_card (TilesFixture    *fixture,
                                          guint            i);
JalonNode       *tiles_fixture_make_dot  (void);
JalonNode       *tiles_fixture_make_band (void);
void             tiles_fixture_change    (TilesFixture    *fixture,
                                          guint            replaced,
                                          JalonNode       *other);
GskRenderNode   *tiles_fixture_snapshot  (TilesFixture    *fixture,
                                          double           zoom,
                                          int              scale,
                                          int              x,
                                          int              y);
cairo_surface_t *tiles_fixture_draw      (GskRenderNode   *node,
                                          int              scale);
cairo_surface_t *tiles_fixture_paint     (TilesFixture    *fixture,
                                          double           zoom,
                                          int              scale,
                                          int              x,
                                          int              y);
void             tiles_fixture_compare   (TilesFixture    *fixture,
                                          cairo_surface_t *surface,
                                          double           zoom,
                                          int              scale,
                                          int              x,
                                          int              y);
void             tiles_fixture_check     (TilesFixture    *fixture,
                                          double           zoom,
                                          int              scale,
                                          int              x,
                                          int              y);

G_END_DECLS
