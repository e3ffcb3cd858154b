/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ids that were read, and what is known of their elements. Each id is looked for before it
 * comes in, and each reference to it; so this is a table of its own, where one search does for
 * looking and adding, and nothing has to be fetched from elsewhere but the id that is found. */

#include "files/jalon-reader-private.h"

#include "document/jalon-text.h"

/* Places in a new table; always a power of two. */
#define FEW 1024

void
reader_ids_init (ReaderIds *self)
{
  self->n_places = FEW;
  self->places = g_new0 (ReaderId, self->n_places);
  self->n = 0;
}

void
reader_ids_clear (ReaderIds *self)
{
  g_free (self->places);
}

static ReaderId *
find_place (ReaderId *places, guint n_places, const char *id, guint hash)
{
  guint i = hash & (n_places - 1);

  while (places[i].id != NULL && (places[i].hash != hash || strcmp (places[i].id, id) != 0))
    i = (i + 1) & (n_places - 1);
  return &places[i];
}

/* The place of @id. If nothing is known of it, the id there is NULL, and it can be filled. */
ReaderId *
reader_ids_find (ReaderIds *self, const char *id)
{
  guint hash = jalon_text_hash (id);
  ReaderId *place = find_place (self->places, self->n_places, id, hash);

  place->hash = hash;
  return place;
}

static void
grow (ReaderIds *self)
{
  guint n_places = 2 * self->n_places;
  ReaderId *places = g_new0 (ReaderId, n_places);

  for (guint i = 0; i < self->n_places; i++)
    if (self->places[i].id != NULL)
      *find_place (places, n_places, self->places[i].id, self->places[i].hash) = self->places[i];
  g_free (self->places);
  self->places = places;
  self->n_places = n_places;
}

/* Fills the @place that reader_ids_find() has given; it is not valid any more then.
 * @id: (transfer none): must stay */
void
reader_ids_fill (ReaderIds *self, ReaderId *place, const char *id, JalonKind kind, guint line)
{
  place->id = id;
  place->kind = kind;
  place->line = line;
  if (++self->n > self->n_places / 4 * 3)
    grow (self);
}
