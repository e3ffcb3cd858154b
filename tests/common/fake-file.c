/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file on a server, as gvfs shows it: no path, a tag for each state, and what is written counts
 * when the stream is closed, unless the closing is cancelled. */

#include "fake-file.h"

struct _FakeFile
{
  GObject parent_instance;

  GBytes *contents; /* NULL if it is not there */
  guint tag;
  gboolean is_tagless;
  gsize limit;
};

static void file_iface_init (GFileIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeFile,
                               fake_file,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_FILE, file_iface_init))

static char *
make_tag (FakeFile *file)
{
  return file->is_tagless ? NULL : g_strdup_printf ("tag-%u", file->tag);
}

/* What is read. */
#define FAKE_TYPE_INPUT (fake_input_get_type ())

G_DECLARE_FINAL_TYPE (FakeInput, fake_input, FAKE, INPUT, GFileInputStream)

struct _FakeInput
{
  GFileInputStream parent_instance;

  FakeFile *file;
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
  const char *data = g_bytes_get_data (self->file->contents, &size);

  count = MIN (count, size - self->position);
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
  g_autofree char *tag = make_tag (FAKE_INPUT (stream)->file);
  GFileInfo *info = g_file_info_new ();

  if (tag != NULL)
    g_file_info_set_attribute_string (info, G_FILE_ATTRIBUTE_ETAG_VALUE, tag);
  return info;
}

static void
fake_input_class_init (FakeInputClass *klass)
{
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
  gsize count = MIN (size, self->file->limit - self->written->len);

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

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  g_clear_pointer (&self->file->contents, g_bytes_unref);
  self->file->contents = g_bytes_new (self->written->data, self->written->len);
  self->file->tag++;
  return TRUE;
}

static char *
fake_output_get_etag (GFileOutputStream *stream)
{
  return make_tag (FAKE_OUTPUT (stream)->file);
}

static void
fake_output_finalize (GObject *object)
{
  g_byte_array_unref (FAKE_OUTPUT (object)->written);

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

/* The file. */
static char *
fake_file_get_no_path (GFile *file)
{
  return NULL;
}

static char *
fake_file_get_parse_name (GFile *file)
{
  return g_strdup ("fake://server/file.jalon");
}

static char *
fake_file_get_uri (GFile *file)
{
  return g_strdup ("fake://server/file.jalon");
}

static GFileInputStream *
fake_file_read (GFile *file, GCancellable *cancellable, GError **error)
{
  FakeInput *stream;

  if (FAKE_FILE (file)->contents == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no such file");
      return NULL;
    }
  stream = g_object_new (FAKE_TYPE_INPUT, NULL);
  stream->file = FAKE_FILE (file);
  return G_FILE_INPUT_STREAM (stream);
}

static GFileOutputStream *
open_for_writing (GFile *file)
{
  FakeOutput *stream = g_object_new (FAKE_TYPE_OUTPUT, NULL);

  stream->file = FAKE_FILE (file);
  return G_FILE_OUTPUT_STREAM (stream);
}

static GFileOutputStream *
fake_file_create (GFile *file, GFileCreateFlags flags, GCancellable *cancellable, GError **error)
{
  if (FAKE_FILE (file)->contents == NULL)
    return open_for_writing (file);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS, "There is such a file");
  return NULL;
}

static GFileOutputStream *
fake_file_replace (GFile *file,
                   const char *etag,
                   gboolean make_backup,
                   GFileCreateFlags flags,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autofree char *tag = make_tag (FAKE_FILE (file));

  if (etag == NULL || g_str_equal (etag, tag))
    return open_for_writing (file);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG, "The file was changed");
  return NULL;
}

static GFileInfo *
fake_file_query_info (GFile *file,
                      const char *attributes,
                      GFileQueryInfoFlags flags,
                      GCancellable *cancellable,
                      GError **error)
{
  if (FAKE_FILE (file)->contents != NULL)
    return g_file_info_new ();
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no such file");
  return NULL;
}

static void
file_iface_init (GFileIface *iface)
{
  iface->get_path = fake_file_get_no_path;
  iface->get_uri = fake_file_get_uri;
  iface->get_parse_name = fake_file_get_parse_name;
  iface->read_fn = fake_file_read;
  iface->create = fake_file_create;
  iface->replace = fake_file_replace;
  iface->query_info = fake_file_query_info;
}

static void
fake_file_finalize (GObject *object)
{
  g_clear_pointer (&FAKE_FILE (object)->contents, g_bytes_unref);

  G_OBJECT_CLASS (fake_file_parent_class)->finalize (object);
}

static void
fake_file_class_init (FakeFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_file_finalize;
}

static void
fake_file_init (FakeFile *self)
{
  self->limit = G_MAXSIZE;
}

/**
 * fake_file_new:
 * @contents: (nullable): what is in it; %NULL if it is not there
 *
 * Returns: (transfer full): a #GFile
 */
FakeFile *
fake_file_new (const char *contents)
{
  FakeFile *self = g_object_new (FAKE_TYPE_FILE, NULL);

  fake_file_set (self, contents);
  return self;
}

GBytes *
fake_file_get (FakeFile *self)
{
  return self->contents;
}

/* Somebody else writes the file, or with NULL deletes it. */
void
fake_file_set (FakeFile *self, const char *contents)
{
  g_clear_pointer (&self->contents, g_bytes_unref);
  if (contents != NULL)
    self->contents = g_bytes_new (contents, strlen (contents));
  self->tag++;
}

/* The server has no tags, or none that tell states apart. */
void
fake_file_forget_tags (FakeFile *self)
{
  self->is_tagless = TRUE;
}

/* The server is full when @n bytes have been written. */
void
fake_file_fail_after (FakeFile *self, gsize n)
{
  self->limit = n;
}
