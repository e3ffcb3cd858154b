/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A crowd of editors works on one file in a shared folder. Each saves when it likes to, and merges
 * when somebody else has saved meanwhile. In the end everything is there that anyone wrote and
 * nobody deleted. */

#include <glib/gstdio.h>
#include <locale.h>

#include "document/jalon-document-private.h"
#include "document/jalon-error.h"
#include "files/jalon-merge.h"
#include "files/jalon-store.h"
#include "files/jalon-writer.h"
#include "random-edit.h"
#include "random-tree.h"

#define N_EDITORS 20
#define N_SAVES 10000

/* No more is added where so much is, for the time that reading takes. */
#define N_ELEMENTS 80

typedef struct
{
  JalonDocument *document;
  JalonStore *store;
  JalonElement *base; /* what the store knows */
} Editor;

typedef struct
{
  GRand *rand;
  Editor editors[N_EDITORS];
  GHashTable *written; /* ids of all that anyone added */
  GHashTable *deleted; /* ids of all that anyone deleted */
  guint n_saves;
  guint n_merges;
  guint n_conflicts;
} Crowd;

/* What two people added at once and is the same thing, as a tag of one name, becomes one. */
static void
note (JalonElement *element, gpointer data)
{
  if (jalon_kind_get_info (jalon_element_get_kind (element))->key == JALON_FIELD_NONE &&
      jalon_element_get_kind (element) != JALON_KIND_UNKNOWN)
    g_hash_table_add (data, g_strdup (jalon_element_get_id (element)));
}

static void
count (JalonElement *element, gpointer data)
{
  *(guint *) data += 1;
}

static guint
count_elements (JalonDocument *document)
{
  guint n = 0;

  jalon_element_foreach (jalon_document_get_project (document), count, &n);
  return n;
}

static void
note_step (JalonDocument *document, gpointer step, gpointer data)
{
  Crowd *self = data;

  for (guint i = 0; i < jalon_step_get_n_changes (step); i++)
    {
      const JalonChange *change = jalon_step_get_change (step, i);

      if (change->type == JALON_CHANGE_INSERT)
        jalon_element_foreach (change->element, note, self->written);
      else if (change->type == JALON_CHANGE_REMOVE)
        jalon_element_foreach (change->element, note, self->deleted);
    }
}

static void
edit (Crowd *self, Editor *editor)
{
  gulong handler = g_signal_connect (editor->document, "changed", G_CALLBACK (note_step), self);
  guint n_before = count_elements (editor->document);

  jalon_document_begin (editor->document, "Edit");
  for (guint i = g_rand_int_range (self->rand, 1, 3); i > 0; i--)
    random_edit (self->rand, editor->document);
  if (count_elements (editor->document) > MAX (n_before, N_ELEMENTS))
    jalon_document_rollback (editor->document);
  else
    jalon_document_commit (editor->document);
  g_signal_handler_disconnect (editor->document, handler);
}

/* Takes in what the others saved. */
static void
merge (Crowd *self, Editor *editor)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonElement) theirs = jalon_store_load (editor->store, NULL, NULL, &error);
  JalonElement *ours = jalon_document_get_project (editor->document);
  g_autoptr (JalonMerge) merged = NULL;

  g_assert_no_error (error);
  merged = jalon_merge_new (editor->base, ours, theirs);
  g_set_object (&editor->base, theirs);
  jalon_document_begin (editor->document, "Merge");
  g_assert_true (jalon_document_adopt (editor->document, merged->project));
  jalon_document_commit (editor->document);
  self->n_merges++;
  self->n_conflicts += merged->conflicts->len;
}

static void
save (Crowd *self, Editor *editor)
{
  JalonElement *project = jalon_document_get_project (editor->document);
  g_autoptr (GError) error = NULL;

  while (!jalon_store_save (editor->store, project, 0, NULL, &error))
    {
      g_assert_error (error, JALON_ERROR, JALON_ERROR_CHANGED);
      g_clear_error (&error);
      merge (self, editor);
    }
  g_object_unref (editor->base);
  editor->base = jalon_element_copy (project);
  self->n_saves++;
}

static void
editor_init (Editor *self, GFile *file)
{
  g_autoptr (GError) error = NULL;

  self->store = jalon_store_new (file, "shared.jalon");
  self->base = jalon_store_load (self->store, NULL, NULL, &error);
  g_assert_no_error (error);
  self->document = jalon_document_new (jalon_element_copy (self->base));
  /* Nobody undoes anything. */
  jalon_document_history_limit (self->document, 0);
}

static void
editor_clear (Editor *self)
{
  g_object_unref (self->document);
  g_object_unref (self->store);
  g_object_unref (self->base);
}

static GFile *
make_file (GRand *rand, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "shared.jalon", NULL);
  g_autoptr (JalonElement) project = random_tree (rand, 40, TRUE);
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (project);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
work (Crowd *self)
{
  while (self->n_saves < N_SAVES)
    {
      Editor *editor = &self->editors[g_rand_int_range (self->rand, 0, N_EDITORS)];

      if (g_rand_double (self->rand) < 0.5)
        edit (self, editor);
      else
        save (self, editor);
    }
  for (guint i = 0; i < N_EDITORS; i++)
    save (self, &self->editors[i]);
}

static void
check (Crowd *self, GFile *file)
{
  Editor reader;
  GHashTableIter iter;
  const char *id;
  guint n_kept = 0;

  editor_init (&reader, file);
  g_hash_table_iter_init (&iter, self->written);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    if (!g_hash_table_contains (self->deleted, id))
      {
        if (jalon_document_lookup (reader.document, id) == NULL)
          g_error ("%s is lost", id);
        n_kept++;
      }
  g_test_message ("%u saves, %u merges, %u conflicts; %u written, %u of these not deleted",
                  self->n_saves, self->n_merges, self->n_conflicts,
                  g_hash_table_size (self->written), n_kept);
  g_assert_cmpuint (n_kept, >, 0);
  g_assert_cmpuint (self->n_merges, >, N_SAVES / 2);
  editor_clear (&reader);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
test_crowd (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree char *folder = g_dir_make_tmp ("jalon-crowd-XXXXXX", NULL);
  g_autoptr (GFile) file = make_file (rand, folder);
  g_autoptr (GHashTable) written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) deleted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Crowd crowd = { .rand = rand, .written = written, .deleted = deleted };

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_EDITORS; i++)
    editor_init (&crowd.editors[i], file);
  work (&crowd);
  check (&crowd, file);
  for (guint i = 0; i < N_EDITORS; i++)
    editor_clear (&crowd.editors[i]);
  remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/files/merge-crowd", test_crowd);
  return g_test_run ();
}
