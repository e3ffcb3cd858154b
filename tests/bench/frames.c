/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frames.h"

/* A window is at rest when nothing has come for so long, in ms: longer than the canvas waits with
 * what no frame needs. */
#define REST 200

/* Scroll bars are shown for so long after the last scroll, in ms, and then fade: 3 s in GTK 4.8 */
#define SETTLED 3200

/* In microseconds */
static gint64 time_asleep;

static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  gint64 begin = g_get_monotonic_time ();
  int result = g_poll (fds, n_fds, timeout);

  time_asleep += g_get_monotonic_time () - begin;
  return result;
}

/* Sees from now on how long the program waits. */
void
frames_init (void)
{
  g_main_context_set_poll_func (NULL, poll_cb);
}

static gint64
get_time_awake (void)
{
  return g_get_monotonic_time () - time_asleep;
}

static void
after_paint_cb (Frames *self)
{
  gdk_display_sync (self->display);
  self->time = (double) (get_time_awake () - self->begin) / 1000.0;
  self->slowest = MAX (self->slowest, self->time);
  self->begin = get_time_awake ();
  self->n++;
}

void
frames_next (Frames *self)
{
  guint n = self->n;

  while (self->n == n)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
waited_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, waited_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

/* Lets pass what follows a change: what waits for its time. */
void
frames_rest (Frames *self)
{
  guint n;

  do
    {
      n = self->n;
      wait (REST);
    }
  while (self->n != n);
  self->begin = get_time_awake ();
}

/* Lets pass all that moves after a window has been opened. */
void
frames_settle (Frames *self)
{
  wait (SETTLED);
  frames_rest (self);
}

GtkApplication *
frames_make_application (void)
{
  AdwApplication *application = adw_application_new ("org.jalon.Bench", G_APPLICATION_NON_UNIQUE);
  g_autoptr (GError) error = NULL;

  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return GTK_APPLICATION (application);
}

/* Presents a window, and watches its frames from the first on. */
void
frames_show (Frames *self, GtkWindow *window)
{
  gtk_window_set_default_size (window, FRAMES_WIDTH, FRAMES_HEIGHT);
  gtk_window_present (window);
  self->display = gtk_widget_get_display (GTK_WIDGET (window));
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                            G_CALLBACK (after_paint_cb), self);
  frames_next (self);
}

/* Presents a window with nothing but @content. */
void
frames_show_alone (Frames *self, GtkWidget *content)
{
  GtkWidget *window = adw_application_window_new (frames_make_application ());

  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), content);
  frames_show (self, GTK_WINDOW (window));
}

/* Gives what fills a window the size of a part of it. */
void
frames_make_part (Frames *self, GtkWidget *content, int width, int height)
{
  gtk_widget_set_size_request (content, width, height);
  gtk_widget_set_halign (content, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (content, GTK_ALIGN_CENTER);
  frames_next (self);
}
