/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the folder of a server holds. */

#include "fake-file-private.h"

#define FAKE_TYPE_ENUMERATOR (fake_enumerator_get_type ())

G_DECLARE_FINAL_TYPE (FakeEnumerator, fake_enumerator, FAKE, ENUMERATOR, GFileEnumerator)

struct _FakeEnumerator
{
  GFileEnumerator parent_instance;

  FakeFile *folder;
  GHashTable *names;
};

G_DEFINE_FINAL_TYPE (FakeEnumerator, fake_enumerator, G_TYPE_FILE_ENUMERATOR)

static GFileInfo *
fake_enumerator_next_file (GFileEnumerator *enumerator, GCancellable *cancellable, GError **error)
{
  FakeEnumerator *self = FAKE_ENUMERATOR (enumerator);
  GHashTableIter iter;
  g_autofree char *name = NULL;
  g_autoptr (FakeFile) file = NULL;
  GFileInfo *info;
  gpointer key;

  g_hash_table_iter_init (&iter, self->names);
  if (!g_hash_table_iter_next (&iter, &key, NULL))
    return NULL;
  name = g_strdup (key);
  g_hash_table_iter_remove (&iter);
  file = fake_file_get_neighbour (self->folder, name);
  info = g_file_query_info (G_FILE (file), "*", G_FILE_QUERY_INFO_NONE, NULL, error);
  if (info != NULL)
    g_file_info_set_name (info, name);
  return info;
}

static gboolean
fake_enumerator_close (GFileEnumerator *enumerator, GCancellable *cancellable, GError **error)
{
  return TRUE;
}

static void
fake_enumerator_finalize (GObject *object)
{
  FakeEnumerator *self = FAKE_ENUMERATOR (object);

  g_object_unref (self->folder);
  g_hash_table_unref (self->names);

  G_OBJECT_CLASS (fake_enumerator_parent_class)->finalize (object);
}

static void
fake_enumerator_class_init (FakeEnumeratorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_enumerator_finalize;
  G_FILE_ENUMERATOR_CLASS (klass)->next_file = fake_enumerator_next_file;
  G_FILE_ENUMERATOR_CLASS (klass)->close_fn = fake_enumerator_close;
}

static void
fake_enumerator_init (FakeEnumerator *self)
{
}

GFileEnumerator *
fake_file_enumerate (FakeFile *folder)
{
  FakeEnumerator *self = g_object_new (FAKE_TYPE_ENUMERATOR, "container", folder, NULL);

  self->folder = g_object_ref (folder);
  self->names = fake_file_list_names (folder);
  return G_FILE_ENUMERATOR (self);
}
