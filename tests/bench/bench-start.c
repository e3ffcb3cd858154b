/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the start of a program to the first paint of its window, as the X server sees it: beside an
 * empty window, and beside GNOME Text Editor.
 * Usage: bench-start JALON FILE EMPTY-WINDOW */

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>

#include "measure.h"

/* No program needs so long, in microseconds. */
#define PATIENCE (30 * G_USEC_PER_SEC)

#define TARGET_EMPTY 1.4
#define TARGET_EDITOR 1.0

typedef struct
{
  const char *argv[3];
  Display *display;
  int damage;  /* number of the event */
  double time; /* in ms */
} Start;

/* What a new window shows before it is painted has one colour; a title bar and what is below it
 * have not. Windows are painted at once. */
static gboolean
is_painted (Display *display, Drawable window, const XRectangle *size)
{
  XImage *middle = XGetImage (display, window, size->width / 2, 0, 1, size->height, AllPlanes,
                              ZPixmap);
  gboolean is_painted = FALSE;

  for (int y = 1; y < middle->height && !is_painted; y++)
    is_painted = XGetPixel (middle, 0, y) != XGetPixel (middle, 0, 0);
  XDestroyImage (middle);
  return is_painted;
}

static gboolean
shows_paint (Start *self)
{
  XEvent event;

  XNextEvent (self->display, &event);
  if (event.type == MapNotify && !event.xmap.override_redirect)
    XDamageCreate (self->display, event.xmap.window, XDamageReportRawRectangles);
  else if (event.type == self->damage)
    {
      const XDamageNotifyEvent *damage = (const XDamageNotifyEvent *) &event;

      return is_painted (self->display, damage->drawable, &damage->geometry);
    }
  return FALSE;
}

static void
wait_for_paint (Start *self)
{
  struct pollfd events = { .fd = ConnectionNumber (self->display), .events = POLLIN };
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (g_get_monotonic_time () < end)
    {
      while (XPending (self->display) > 0)
        if (shows_paint (self))
          return;
      poll (&events, 1, 1000);
    }
  g_error ("%s shows nothing", self->argv[0]);
}

/* The way out is not part of the time. */
static void
start (gpointer data)
{
  Start *self = data;
  gint64 begin;
  pid_t pid;

  XSync (self->display, True);
  begin = g_get_monotonic_time ();
  pid = measure_start (self->argv);
  wait_for_paint (self);
  self->time = (double) (g_get_monotonic_time () - begin) / 1000.0;
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
}

/* The first start of a program reads it from the disk: it does not count. */
static void
open_display (gpointer data)
{
  Start *self = data;
  int error;

  self->display = XOpenDisplay (NULL);
  if (self->display == NULL || !XDamageQueryExtension (self->display, &self->damage, &error))
    g_error ("There is no X server that tells of damage");
  self->damage += XDamageNotify;
  XSelectInput (self->display, DefaultRootWindow (self->display), SubstructureNotifyMask);
  start (self);
}

static Measured
measure (const char *program, const char *file)
{
  Start self = { .argv = { program, file } };

  return measure_task (
    &(MeasureTask){ .set_up = open_display, .work = start, .data = &self, .time = &self.time });
}

int
main (int argc, char **argv)
{
  g_autofree char *text_editor = g_find_program_in_path ("gnome-text-editor");
  Measured jalon, reference;

  if (argc != 4)
    {
      g_printerr ("Usage: bench-start JALON FILE EMPTY-WINDOW\n");
      return 2;
    }
  measure_title ("From start to first paint");
  reference = measure (argv[3], NULL);
  jalon = measure (argv[1], argv[2]);
  measure_tell ("the editor with a project", &jalon, "empty window", &reference, TARGET_EMPTY);
  if (text_editor != NULL)
    {
      reference = measure (text_editor, NULL);
      measure_tell ("the editor with a project", &jalon, "GNOME Text Editor", &reference,
                    TARGET_EDITOR);
    }
  else
    printf (
      "Beside GNOME Text Editor it was NOT measured: gnome-text-editor is not on the PATH.\n");
  return 0;
}
