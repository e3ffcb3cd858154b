/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Merging two versions of a project, and taking the result over into the open document, beside
 * reading one of them from memory. Each side has changed, added and deleted a card in a hundred. */

#include "document/jalon-difference.h"
#include "document/jalon-document.h"
#include "files/jalon-merge.h"
#include "files/jalon-reader.h"
#include "files/jalon-writer.h"
#include "generate.h"
#include "measure.h"

#define N_CARDS 10000
#define ONE_IN 100

typedef struct
{
  JalonElement *base;
  JalonElement *ours;
  JalonElement *theirs;
  JalonDocument *document; /* of ours */
  GBytes *bytes;
  JalonElement *read;
  GPtrArray *differences;
  JalonMerge *merge;
} Bench;

static void
add_card (JalonElement *element, gpointer data)
{
  if (jalon_element_get_kind (element) == JALON_KIND_CARD)
    g_ptr_array_add (data, element);
}

/* A copy of @base in which cards of every @ONE_IN from @start on are not what they were. */
static JalonDocument *
edit (JalonElement *base, guint start)
{
  JalonDocument *document = jalon_document_new (jalon_element_copy (base));
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();

  jalon_element_foreach (jalon_document_get_project (document), add_card, cards);
  jalon_document_begin (document, "Edit");
  for (guint i = start; i + 1 < cards->len; i += ONE_IN)
    {
      JalonElement *card = g_ptr_array_index (cards, i);
      JalonElement *step = jalon_element_get_parent (card);

      jalon_document_insert (document, step, 0, jalon_element_copy_as_new (card));
      jalon_document_set (document, card, JALON_FIELD_TEXT, "Something else", NULL);
      g_ptr_array_add (gone, g_ptr_array_index (cards, i + 1));
    }
  jalon_document_remove_all (document, gone);
  jalon_document_commit (document);
  return document;
}

static void
make_versions (gpointer data)
{
  Bench *self = data;
  g_autoptr (JalonDocument) theirs = NULL;

  self->base = generate_project (N_CARDS);
  self->document = edit (self->base, 0);
  theirs = edit (self->base, ONE_IN / 2);
  self->ours = jalon_document_get_project (self->document);
  self->theirs = jalon_element_copy (jalon_document_get_project (theirs));
  self->bytes = jalon_writer_to_bytes (self->theirs);
}

static void
make_merge (gpointer data)
{
  Bench *self = data;

  make_versions (data);
  self->merge = jalon_merge_new (self->base, self->ours, self->theirs);
  g_assert_cmpuint (self->merge->conflicts->len, ==, 0);
}

static void
forget (gpointer data)
{
  Bench *self = data;

  g_clear_object (&self->read);
  g_clear_pointer (&self->merge, jalon_merge_free);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
}

static void
read_theirs (gpointer data)
{
  Bench *self = data;

  self->read = jalon_reader_read (self->bytes, "theirs", NULL, NULL);
  g_assert_nonnull (self->read);
}

static void
merge (gpointer data)
{
  Bench *self = data;

  self->merge = jalon_merge_new (self->base, self->ours, self->theirs);
}

static void
copy (gpointer data)
{
  Bench *self = data;

  self->read = jalon_element_copy (self->ours);
}

static void
compare (gpointer data)
{
  Bench *self = data;

  self->differences = jalon_difference_list (self->base, self->theirs);
}

static void
take_back (gpointer data)
{
  Bench *self = data;

  if (jalon_document_get_undo_label (self->document)[0] == 'A')
    jalon_document_undo (self->document);
}

static void
adopt (gpointer data)
{
  Bench *self = data;

  jalon_document_begin (self->document, "Adopt");
  jalon_document_adopt (self->document, self->merge->project);
  jalon_document_commit (self->document);
}

static Measured
measure (MeasureFunc set_up, MeasureFunc prepare, MeasureFunc work, Bench *self)
{
  return measure_task (
    &(MeasureTask){ .set_up = set_up, .prepare = prepare, .work = work, .data = self });
}

int
main (void)
{
  Bench self = { NULL };
  Measured reading = measure (make_versions, forget, read_theirs, &self);
  Measured measured;

  measure_title ("Two versions of %u cards", N_CARDS);
  measured = measure (make_versions, forget, merge, &self);
  measure_tell ("merging", &measured, "reading", &reading, 3);
  measured = measure (make_versions, forget, copy, &self);
  measure_tell ("copying for the thread", &measured, "reading", &reading, 3);
  measured = measure (make_merge, take_back, adopt, &self);
  measure_tell ("taking over", &measured, "reading", &reading, 3);
  measured = measure (make_versions, forget, compare, &self);
  measure_tell ("comparing", &measured, "reading", &reading, 3);
  return 0;
}
