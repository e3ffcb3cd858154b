/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is read from a fake file, and written to it. */

#include "fake-file-private.h"

/* What is read. */
#define FAKE_TYPE_INPUT (fake_input_get_type ())

G_DECLARE_FINAL_TYPE (FakeInput, fake_input, FAKE, INPUT, GFileInputStream)

struct _FakeInput
{
  GFileInputStream parent_instance;

  FakeFile *file;
  GBytes *contents;
  gsize position;
};

G_DEFINE_FINAL_TYPE (FakeInput, fake_input, G_TYPE_FILE_INPUT_STREAM)

static gssize
fake_input_read (GInputStream *stream,
                 void *buffer,
                 gsize count,
                 GCancellable *cancellable,
                 GError **error)
{
  FakeInput *self = FAKE_INPUT (stream);
  gsize size;
  const char *data = g_bytes_get_data (self->contents, &size);

  count = MIN (count, size - self->position);
  /* An empty file has no data at all. */
  if (count > 0)
    memcpy (buffer, data + self->position, count);
  self->position += count;
  return count;
}

static GFileInfo *
fake_input_query_info (GFileInputStream *stream,
                       const char *attributes,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autofree char *tag = fake_file_make_tag (FAKE_INPUT (stream)->file);
  GFileInfo *info = g_file_info_new ();

  if (tag != NULL)
    g_file_info_set_attribute_string (info, G_FILE_ATTRIBUTE_ETAG_VALUE, tag);
  return info;
}

static void
fake_input_finalize (GObject *object)
{
  g_bytes_unref (FAKE_INPUT (object)->contents);
  g_object_unref (FAKE_INPUT (object)->file);

  G_OBJECT_CLASS (fake_input_parent_class)->finalize (object);
}

static void
fake_input_class_init (FakeInputClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_input_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = fake_input_read;
  G_FILE_INPUT_STREAM_CLASS (klass)->query_info = fake_input_query_info;
}

static void
fake_input_init (FakeInput *self)
{
}

/* What is written. */
#define FAKE_TYPE_OUTPUT (fake_output_get_type ())

G_DECLARE_FINAL_TYPE (FakeOutput, fake_output, FAKE, OUTPUT, GFileOutputStream)

struct _FakeOutput
{
  GFileOutputStream parent_instance;

  FakeFile *file;
  GByteArray *written;
  gboolean is_closed;
};

G_DEFINE_FINAL_TYPE (FakeOutput, fake_output, G_TYPE_FILE_OUTPUT_STREAM)

static gssize
fake_output_write (GOutputStream *stream,
                   const void *data,
                   gsize size,
                   GCancellable *cancellable,
                   GError **error)
{
  FakeOutput *self = FAKE_OUTPUT (stream);
  gsize count = MIN (size, self->file->server->limit - self->written->len);

  if (count == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "The server is full");
      return -1;
    }
  g_byte_array_append (self->written, data, count);
  return count;
}

static gboolean
fake_output_close (GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  FakeOutput *self = FAKE_OUTPUT (stream);

  self->is_closed = TRUE;
  fake_file_put (self->file, g_bytes_new (self->written->data, self->written->len));
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static char *
fake_output_get_etag (GFileOutputStream *stream)
{
  return fake_file_make_tag (FAKE_OUTPUT (stream)->file);
}

static void
fake_output_finalize (GObject *object)
{
  FakeOutput *self = FAKE_OUTPUT (object);

  if (!self->is_closed)
    fake_file_put (self->file, g_bytes_new (self->written->data, self->written->len));
  g_byte_array_unref (self->written);
  g_object_unref (self->file);

  G_OBJECT_CLASS (fake_output_parent_class)->finalize (object);
}

static void
fake_output_class_init (FakeOutputClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_output_finalize;
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = fake_output_write;
  G_OUTPUT_STREAM_CLASS (klass)->close_fn = fake_output_close;
  G_FILE_OUTPUT_STREAM_CLASS (klass)->get_etag = fake_output_get_etag;
}

static void
fake_output_init (FakeOutput *self)
{
  self->written = g_byte_array_new ();
}

/* Takes @contents over. */
GFileInputStream *
fake_file_open_to_read (FakeFile *self, GBytes *contents)
{
  FakeInput *stream = g_object_new (FAKE_TYPE_INPUT, NULL);

  stream->file = g_object_ref (self);
  stream->contents = contents;
  return G_FILE_INPUT_STREAM (stream);
}

GFileOutputStream *
fake_file_open_to_write (FakeFile *self)
{
  FakeOutput *stream = g_object_new (FAKE_TYPE_OUTPUT, NULL);

  stream->file = g_object_ref (self);
  return G_FILE_OUTPUT_STREAM (stream);
}
