/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file on a server, as gvfs shows it: no path, a tag for each state, and what is written counts
 * when the stream goes, however it goes. The server has one folder. */

#include "fake-file-private.h"

#define FOLDER "fake://server/"

static void file_iface_init (GFileIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeFile,
                               fake_file,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_FILE, file_iface_init))

static void
node_free (gpointer data)
{
  g_clear_pointer (&((Node *) data)->contents, g_bytes_unref);
  g_free (data);
}

static void
server_finish (gpointer data)
{
  Server *self = data;

  g_mutex_clear (&self->mutex);
  g_hash_table_unref (self->nodes);
}

/* The node of @file; call it with the server locked. */
static Node *
get_node (FakeFile *file)
{
  Node *node = g_hash_table_lookup (file->server->nodes, file->name);

  if (node == NULL)
    {
      node = g_new0 (Node, 1);
      g_hash_table_insert (file->server->nodes, g_strdup (file->name), node);
    }
  return node;
}

static GBytes *
take_contents (FakeFile *file)
{
  GBytes *contents;

  g_mutex_lock (&file->server->mutex);
  contents = get_node (file)->contents;
  if (contents != NULL)
    g_bytes_ref (contents);
  g_mutex_unlock (&file->server->mutex);
  return contents;
}

/* Takes @contents over. */
void
fake_file_put (FakeFile *file, GBytes *contents)
{
  Node *node;

  g_mutex_lock (&file->server->mutex);
  node = get_node (file);
  g_clear_pointer (&node->contents, g_bytes_unref);
  node->contents = contents;
  node->tag++;
  node->time = g_get_real_time () / G_USEC_PER_SEC + file->server->clock;
  g_mutex_unlock (&file->server->mutex);
}

char *
fake_file_make_tag (FakeFile *file)
{
  char *tag;

  g_mutex_lock (&file->server->mutex);
  tag = file->server->is_tagless ? NULL : g_strdup_printf ("tag-%u", get_node (file)->tag);
  g_mutex_unlock (&file->server->mutex);
  return tag;
}

static gboolean
check_there (FakeFile *file, GError **error)
{
  if (file->server->is_silent)
    {
      /* What gvfs 1.50 says of WebDAV */
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "HTTP Error: (null)");
      return FALSE;
    }
  if (!file->server->is_away)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_MOUNTED, "It is not mounted");
  return FALSE;
}

static gboolean
fail_not_found (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no such file");
  return FALSE;
}

static char *
fake_file_get_no_path (GFile *file)
{
  return NULL;
}

static char *
fake_file_get_uri (GFile *file)
{
  return g_strconcat (FOLDER, FAKE_FILE (file)->name, NULL);
}

static char *
fake_file_get_basename (GFile *file)
{
  return g_strdup (FAKE_FILE (file)->name);
}

static gboolean
fake_file_is_native (GFile *file)
{
  return FALSE;
}

static FakeFile *
find_beside (FakeFile *file, const char *name)
{
  FakeFile *other = g_object_new (FAKE_TYPE_FILE, NULL);

  other->server = g_atomic_rc_box_acquire (file->server);
  other->name = g_strdup (name);
  return other;
}

static GFile *
fake_file_dup (GFile *file)
{
  return G_FILE (find_beside (FAKE_FILE (file), FAKE_FILE (file)->name));
}

static GFile *
fake_file_get_parent (GFile *file)
{
  return FAKE_FILE (file)->name[0] != '\0' ? G_FILE (find_beside (FAKE_FILE (file), "")) : NULL;
}

static GFile *
fake_file_resolve (GFile *file, const char *path)
{
  return G_FILE (find_beside (FAKE_FILE (file), path));
}

static guint
fake_file_hash (GFile *file)
{
  return g_str_hash (FAKE_FILE (file)->name);
}

static gboolean
fake_file_equal (GFile *a, GFile *b)
{
  return FAKE_FILE (a)->server == FAKE_FILE (b)->server &&
         strcmp (FAKE_FILE (a)->name, FAKE_FILE (b)->name) == 0;
}

static GFileInputStream *
fake_file_read (GFile *file, GCancellable *cancellable, GError **error)
{
  GBytes *contents;

  if (!check_there (FAKE_FILE (file), error))
    return NULL;
  contents = take_contents (FAKE_FILE (file));
  if (contents == NULL)
    {
      fail_not_found (error);
      return NULL;
    }
  return fake_file_open_to_read (FAKE_FILE (file), contents);
}

static GFileOutputStream *
fake_file_create (GFile *file, GFileCreateFlags flags, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) contents = NULL;

  if (!check_there (FAKE_FILE (file), error))
    return NULL;
  contents = take_contents (FAKE_FILE (file));
  if (contents == NULL)
    return fake_file_open_to_write (FAKE_FILE (file));
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
  g_autofree char *tag = fake_file_make_tag (FAKE_FILE (file));

  if (!check_there (FAKE_FILE (file), error))
    return NULL;
  if (etag == NULL || g_str_equal (etag, tag))
    return fake_file_open_to_write (FAKE_FILE (file));
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG, "The file was changed");
  return NULL;
}

static gboolean
fake_file_delete (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) contents = NULL;

  if (!check_there (FAKE_FILE (file), error))
    return FALSE;
  contents = take_contents (FAKE_FILE (file));
  if (contents == NULL)
    return fail_not_found (error);
  fake_file_put (FAKE_FILE (file), NULL);
  return TRUE;
}

/* As by SFTP, it may be that what is in the way is removed, and then nothing put there. */
static gboolean
fake_file_move (GFile *source,
                GFile *destination,
                GFileCopyFlags flags,
                GCancellable *cancellable,
                GFileProgressCallback callback,
                gpointer data,
                GError **error)
{
  Server *server = FAKE_FILE (source)->server;
  g_autoptr (GBytes) old = take_contents (FAKE_FILE (destination));

  if (!check_there (FAKE_FILE (source), error))
    return FALSE;
  if (old != NULL && (flags & G_FILE_COPY_OVERWRITE) == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS, "There is such a file");
      return FALSE;
    }
  if (server->n_bad_moves > 0)
    {
      server->n_bad_moves--;
      if (server->bad_moves_remove)
        fake_file_put (FAKE_FILE (destination), NULL);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The server has a bad day");
      return FALSE;
    }
  fake_file_put (FAKE_FILE (destination), take_contents (FAKE_FILE (source)));
  fake_file_put (FAKE_FILE (source), NULL);
  return TRUE;
}

static GFileInfo *
fake_file_query_info (GFile *file,
                      const char *attributes,
                      GFileQueryInfoFlags flags,
                      GCancellable *cancellable,
                      GError **error)
{
  FakeFile *self = FAKE_FILE (file);
  g_autoptr (GBytes) contents = take_contents (self);
  g_autofree char *tag = NULL;
  GFileInfo *info;

  if (!check_there (self, error))
    return NULL;
  if (contents == NULL)
    {
      fail_not_found (error);
      return NULL;
    }
  info = g_file_info_new ();
  g_file_info_set_file_type (info, G_FILE_TYPE_REGULAR);
  tag = fake_file_make_tag (self);
  if (tag != NULL)
    g_file_info_set_attribute_string (info, G_FILE_ATTRIBUTE_ETAG_VALUE, tag);
  g_mutex_lock (&self->server->mutex);
  g_file_info_set_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED, get_node (self)->time);
  g_mutex_unlock (&self->server->mutex);
  return info;
}

static GFileEnumerator *
fake_file_enumerate_children (GFile *file,
                              const char *attributes,
                              GFileQueryInfoFlags flags,
                              GCancellable *cancellable,
                              GError **error)
{
  return check_there (FAKE_FILE (file), error) ? fake_file_enumerate (FAKE_FILE (file)) : NULL;
}

static void
fake_file_mount (GFile *file,
                 GMountMountFlags flags,
                 GMountOperation *operation,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, data);

  /* As by WebDAV */
  if (FAKE_FILE (file)->name[0] != '\0')
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "It is no folder");
      return;
    }
  FAKE_FILE (file)->server->is_away = FALSE;
  g_task_return_boolean (task, TRUE);
}

static gboolean
fake_file_mount_finish (GFile *file, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
file_iface_init (GFileIface *iface)
{
  iface->get_path = fake_file_get_no_path;
  iface->get_uri = fake_file_get_uri;
  iface->get_parse_name = fake_file_get_uri;
  iface->get_basename = fake_file_get_basename;
  iface->is_native = fake_file_is_native;
  iface->dup = fake_file_dup;
  iface->hash = fake_file_hash;
  iface->equal = fake_file_equal;
  iface->get_parent = fake_file_get_parent;
  iface->resolve_relative_path = fake_file_resolve;
  iface->delete_file = fake_file_delete;
  iface->move = fake_file_move;
  iface->mount_enclosing_volume = fake_file_mount;
  iface->mount_enclosing_volume_finish = fake_file_mount_finish;
  iface->enumerate_children = fake_file_enumerate_children;
  iface->read_fn = fake_file_read;
  iface->create = fake_file_create;
  iface->replace = fake_file_replace;
  iface->query_info = fake_file_query_info;
}

static void
fake_file_finalize (GObject *object)
{
  g_atomic_rc_box_release_full (FAKE_FILE (object)->server, server_finish);
  g_free (FAKE_FILE (object)->name);

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

  self->server = g_atomic_rc_box_new0 (Server);
  g_mutex_init (&self->server->mutex);
  self->server->nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, node_free);
  self->server->limit = G_MAXSIZE;
  self->name = g_strdup ("file.jalon");
  fake_file_set (self, contents);
  return self;
}

/* Returns: (transfer none) (nullable): what is in it */
GBytes *
fake_file_get (FakeFile *self)
{
  GBytes *contents = take_contents (self);

  if (contents != NULL)
    g_bytes_unref (contents);
  return contents;
}

/* Somebody else writes the file, or with NULL deletes it. */
void
fake_file_set (FakeFile *self, const char *contents)
{
  fake_file_put (self, contents != NULL ? g_bytes_new (contents, strlen (contents)) : NULL);
}

/* Returns: (transfer full): what is called @name beside it, there or not */
FakeFile *
fake_file_get_neighbour (FakeFile *self, const char *name)
{
  return find_beside (self, name);
}

/* Returns: (transfer full): the names of what the server has */
GHashTable *
fake_file_list_names (FakeFile *self)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name, node;

  g_mutex_lock (&self->server->mutex);
  g_hash_table_iter_init (&iter, self->server->nodes);
  while (g_hash_table_iter_next (&iter, &name, &node))
    if (((Node *) node)->contents != NULL)
      g_hash_table_add (names, g_strdup (name));
  g_mutex_unlock (&self->server->mutex);
  return names;
}

/* Returns: how many files the server has */
guint
fake_file_count (FakeFile *self)
{
  g_autoptr (GHashTable) names = fake_file_list_names (self);

  return g_hash_table_size (names);
}

/* The next @n times a file cannot be moved; @removes: what is in the way is gone then. */
void
fake_file_fail_moves (FakeFile *self, guint n, gboolean removes)
{
  self->server->n_bad_moves = n;
  self->server->bad_moves_remove = removes;
}

/* The server is connected, and does not answer. */
void
fake_file_fall_silent (FakeFile *self)
{
  self->server->is_silent = TRUE;
}

/* The server is away until somebody connects it again. */
void
fake_file_go_away (FakeFile *self)
{
  self->server->is_away = TRUE;
}

/* From now on the clock of the server is ahead of ours by @seconds. */
void
fake_file_set_clock (FakeFile *self, gint64 seconds)
{
  self->server->clock = seconds;
}

/* The server has no tags, or none that tell states apart. */
void
fake_file_forget_tags (FakeFile *self)
{
  self->server->is_tagless = TRUE;
}

/* The server is full when @n bytes have been written. */
void
fake_file_fail_after (FakeFile *self, gsize n)
{
  self->server->limit = n;
}
