/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-stream.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-error.h"

/* In bytes */
#define CHUNK (64 * 1024)

typedef struct
{
  GTask *task;
  GByteArray *bytes;
  gsize limit;
} Reading;

static void
reading_free (Reading *self)
{
  g_object_unref (self->task);
  g_byte_array_unref (self->bytes);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
return_bytes (Reading *self)
{
  gsize length;
  guint8 *data = g_byte_array_steal (self->bytes, &length);

  g_task_return_pointer (self->task, g_bytes_new_take (data, length),
                         (GDestroyNotify) g_bytes_unref);
}

static void read_on (Reading *self, GInputStream *stream);

static void
chunk_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Reading) self = data;
  GInputStream *stream = G_INPUT_STREAM (object);
  GError *error = NULL;
  g_autoptr (GBytes) chunk = g_input_stream_read_bytes_finish (stream, result, &error);

  if (chunk == NULL)
    {
      g_task_return_error (self->task, error);
      return;
    }
  g_byte_array_append (self->bytes, g_bytes_get_data (chunk, NULL), g_bytes_get_size (chunk));
  if (self->bytes->len > self->limit)
    g_task_return_new_error (self->task, JALON_ERROR, JALON_ERROR_REFUSED,
                             _ ("What was copied is larger than %lu MB"),
                             (gulong) (self->limit / 1024 / 1024));
  else if (g_bytes_get_size (chunk) > 0)
    read_on (g_steal_pointer (&self), stream);
  else
    return_bytes (self);
}

static void
read_on (Reading *self, GInputStream *stream)
{
  g_input_stream_read_bytes_async (stream, CHUNK, G_PRIORITY_DEFAULT,
                                   g_task_get_cancellable (self->task), chunk_cb, self);
}

/**
 * jalon_stream_read:
 * @stream: what another program sends
 * @limit: the most bytes: whoever sends may send without end
 * @task: (transfer full): gets the #GBytes, or a #GIOErrorEnum, or %JALON_ERROR_REFUSED if there is
 *   too much of it
 *
 * Reads a stream to its end.
 */
void
jalon_stream_read (GInputStream *stream, gsize limit, GTask *task)
{
  Reading *self = g_new (Reading, 1);

  self->task = task;
  self->bytes = g_byte_array_new ();
  self->limit = limit;
  read_on (self, stream);
}
