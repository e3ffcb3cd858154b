/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

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
void frames_watch  (Frames    *self,
                    GtkWindow *window);
void frames_next   (Frames    *self);
void frames_rest   (Frames    *self);
void frames_settle (Frames    *self);
