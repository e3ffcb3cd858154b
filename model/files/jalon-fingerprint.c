/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/jalon-fingerprint.h"

/* A file that was changed this shortly before it was looked at may change again without its times
 * telling: they are only as fine as the clock of the file system. */
#define GRACE (2 * G_USEC_PER_SEC)

/* What tells one state of a file from another. It keeps the bytes instead of a sum of them: to
 * compare them takes a fraction of the time, and a merge needs them as what both sides began with.
 * Immutable. */
struct _JalonFingerprint
{
  struct stat info;
  gboolean is_settled;
  char *etag;
  GBytes *bytes;
};

static gint64
get_microseconds (const struct timespec *time)
{
  return time->tv_sec * G_USEC_PER_SEC + time->tv_nsec / 1000;
}

/**
 * jalon_fingerprint_new:
 * @info: (nullable): the state of a local file after it was read or written
 * @etag: (nullable): the tag of a remote file
 * @bytes: what is in it
 *
 * Returns: (transfer full): what tells this state of the file from others
 */
JalonFingerprint *
jalon_fingerprint_new (const struct stat *info, const char *etag, GBytes *bytes)
{
  JalonFingerprint *self = g_atomic_rc_box_new0 (JalonFingerprint);

  if (info != NULL)
    {
      gint64 settled = g_get_real_time () - GRACE;

      self->info = *info;
      self->is_settled = get_microseconds (&info->st_mtim) < settled &&
                         get_microseconds (&info->st_ctim) < settled;
    }
  self->etag = g_strdup (etag);
  self->bytes = g_bytes_ref (bytes);
  return self;
}

JalonFingerprint *
jalon_fingerprint_ref (JalonFingerprint *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
fingerprint_clear (gpointer data)
{
  JalonFingerprint *self = data;

  g_free (self->etag);
  g_bytes_unref (self->bytes);
}

void
jalon_fingerprint_unref (JalonFingerprint *self)
{
  g_atomic_rc_box_release_full (self, fingerprint_clear);
}

/**
 * jalon_fingerprint_get_etag:
 * @self: a fingerprint
 *
 * Returns: (transfer none) (nullable): the tag of a remote file
 */
const char *
jalon_fingerprint_get_etag (const JalonFingerprint *self)
{
  return self->etag;
}

/**
 * jalon_fingerprint_get_bytes:
 * @self: a fingerprint
 *
 * Returns: (transfer none): what the file held
 */
GBytes *
jalon_fingerprint_get_bytes (const JalonFingerprint *self)
{
  return self->bytes;
}

static gboolean
is_same_time (const struct timespec *a, const struct timespec *b)
{
  return a->tv_sec == b->tv_sec && a->tv_nsec == b->tv_nsec;
}

/**
 * jalon_fingerprint_same_state:
 * @a: a state of a file
 * @b: a state of a file
 *
 * Compares all that the file system knows. Programs can set the time of modification back, but not
 * that of the change of status.
 *
 * Returns: %TRUE if nothing was written in between, as far as the clock is fine enough
 */
gboolean
jalon_fingerprint_same_state (const struct stat *a, const struct stat *b)
{
  return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size &&
         is_same_time (&a->st_mtim, &b->st_mtim) && is_same_time (&a->st_ctim, &b->st_ctim);
}

/**
 * jalon_fingerprint_is_current:
 * @self: a fingerprint of a local file
 * @info: the present state of the file
 *
 * Returns: %TRUE if the file certainly is what it was; %FALSE if one has to look into it
 */
gboolean
jalon_fingerprint_is_current (const JalonFingerprint *self, const struct stat *info)
{
  return self->is_settled && jalon_fingerprint_same_state (&self->info, info);
}

/**
 * jalon_fingerprint_is_of:
 * @self: a fingerprint
 * @bytes: what is in the file now
 *
 * Returns: %TRUE if that is what was in it
 */
gboolean
jalon_fingerprint_is_of (const JalonFingerprint *self, GBytes *bytes)
{
  return g_bytes_equal (self->bytes, bytes);
}
