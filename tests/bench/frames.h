/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/* Of the window */
#define FRAMES_WIDTH 1920
#define FRAMES_HEIGHT 1080

/* Of the canvas in the editor's window */
#define FRAMES_CANVAS_WIDTH 1356
#define FRAMES_CANVAS_HEIGHT 1023

/* Application pixels that are scrolled from frame to frame: a quick hand on a touchpad */
#define FRAMES_STEP 40.0

/* The frames of a window. To one counts all that the program does since the last one, until the X
 * server has drawn it: the change that it shows, and what others have left to do. Only while the
 * program waits for something to do no time passes. */
typedef struct
{
  GdkDisplay *display;
  gint64 begin;
  guint n;
  double time;    /* of the last one, in ms */
  double slowest; /* since somebody has set it to 0 */
} Frames;

void frames_init   (void);
void frames_next   (Frames    *self);
void frames_rest   (Frames    *self);
void frames_settle (Frames    *self);

GtkApplication *frames_make_application (void);
void            frames_show             (Frames    *self,
                                         GtkWindow *window);
void            frames_show_alone       (Frames    *self,
                                         GtkWidget *content);
void            frames_make_part        (Frames    *self,
                                         GtkWidget *content,
                                         int        width,
                                         int        height);
