/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-fonts.h"

struct _JalonFonts
{
  GMutex mutex;
  GCond is_free;
  GThread *holder; /* NULL while nobody uses them */
  guint depth;     /* how often the holder has taken them */

  /* Whose main loop has them while it is awake; NULL for none */
  GThread *bound;
  gboolean is_wanted; /* by that: it goes first */
  GPollFunc poll;     /* how it waits otherwise */
};

/* Fonts are of the process, and so is who uses them. */
static JalonFonts process_fonts;

static gboolean
must_wait (const JalonFonts *self, GThread *thread)
{
  if (self->holder == thread)
    return FALSE;
  return self->holder != NULL || (self->is_wanted && self->bound != thread);
}

/**
 * jalon_fonts_take:
 *
 * Waits until no other thread uses fonts, and none will until jalon_fonts_release(). A thread may
 * take them again while it has them.
 *
 * Returns: (transfer full): the fonts
 */
JalonFonts *
jalon_fonts_take (void)
{
  JalonFonts *self = &process_fonts;
  GThread *thread = g_thread_self ();

  g_mutex_lock (&self->mutex);
  if (thread == self->bound)
    self->is_wanted = TRUE;
  while (must_wait (self, thread))
    g_cond_wait (&self->is_free, &self->mutex);
  if (thread == self->bound)
    self->is_wanted = FALSE;
  self->holder = thread;
  self->depth++;
  g_mutex_unlock (&self->mutex);
  return self;
}

/**
 * jalon_fonts_release:
 * @self: (transfer full): what jalon_fonts_take() returned
 *
 * Lets another thread have them, once this has released them as often as it took them.
 */
void
jalon_fonts_release (JalonFonts *self)
{
  g_mutex_lock (&self->mutex);
  g_assert (self->holder == g_thread_self ());
  self->depth--;
  if (self->depth == 0)
    {
      self->holder = NULL;
      g_cond_broadcast (&self->is_free);
    }
  g_mutex_unlock (&self->mutex);
}

static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  JalonFonts *self = &process_fonts;
  int n;

  jalon_fonts_release (self);
  n = self->poll (fds, n_fds, timeout);
  jalon_fonts_take ();
  return n;
}

/**
 * jalon_fonts_bind:
 *
 * Gives the fonts to the main thread, which runs the default main loop, except while that waits, if
 * it does not have them yet.
 */
void
jalon_fonts_bind (void)
{
  JalonFonts *self = &process_fonts;

  if (self->poll != NULL)
    return;
  jalon_fonts_take ();
  g_mutex_lock (&self->mutex);
  self->bound = self->holder;
  g_mutex_unlock (&self->mutex);
  self->poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, poll_cb);
}

/**
 * jalon_fonts_unbind:
 *
 * Takes back jalon_fonts_bind(), if that has been called: before the main thread waits for others
 * without its main loop, as at the end of the program.
 */
void
jalon_fonts_unbind (void)
{
  JalonFonts *self = &process_fonts;

  if (self->poll == NULL)
    return;
  g_main_context_set_poll_func (NULL, g_steal_pointer (&self->poll));
  g_mutex_lock (&self->mutex);
  self->bound = NULL;
  g_mutex_unlock (&self->mutex);
  jalon_fonts_release (self);
}
