/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"
#include "widgets/jalon-canvas-private.h"

G_BEGIN_DECLS

/* A canvas that shows the journey of the fixture in a window, at its original size. */
typedef struct
{
  JalonDocument *document;
  GtkWidget     *window;
  JalonCanvas   *canvas;
} CanvasFixture;

void        canvas_fixture_init     (CanvasFixture   *self,
                                     const char      *map);
void        canvas_fixture_clear    (CanvasFixture   *self);
int         canvas_fixture_find     (CanvasFixture   *self,
                                     const char      *id);
int         canvas_fixture_find_slot (CanvasFixture  *self,
                                     const char      *parent,
                                     const char      *value);
JalonPoint  canvas_fixture_locate   (CanvasFixture   *self,
                                     int              item);
void        canvas_fixture_click    (CanvasFixture   *self,
                                     int              item,
                                     int              n_press);
void        canvas_fixture_point    (CanvasFixture   *self,
                                     double           x,
                                     double           y);
void        canvas_fixture_point_into (CanvasFixture *self,
                                     int              item,
                                     double           across,
                                     double           down);
void        canvas_fixture_click_sign (CanvasFixture *self);
void        canvas_fixture_drag     (CanvasFixture   *self,
                                     JalonPoint       from,
                                     JalonPoint       to);
void        canvas_fixture_type     (CanvasFixture   *self,
                                     const char      *text);
JalonElement *canvas_fixture_get_selected (CanvasFixture *self);
void        canvas_fixture_check_selection (CanvasFixture *self,
                                     const char      *ids);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CanvasFixture, canvas_fixture_clear)

G_END_DECLS
