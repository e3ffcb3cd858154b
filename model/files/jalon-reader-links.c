/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/jalon-reader-private.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-id.h"

/* An id that the element gets in every reading of the file: of what holds it, what it was called
 * there, and how many such came before. That of a project is of all of the file. */
static char *
derive_id (Reader *self, JalonKind kind, const char *given)
{
  const char *parent = self->open != NULL ? jalon_element_get_id (self->open) : self->text;
  g_autofree char *all = g_strconcat (parent, " ", jalon_kind_get_info (kind)->name, " ", given,
                                      NULL);
  char *place = jalon_id_derive (all);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->derived, place));
  char *id = NULL;

  do
    {
      g_autofree char *seed = g_strdup_printf ("%s %u", place, n++);

      g_free (id);
      id = jalon_id_derive (seed);
    }
  while (reader_ids_find (&self->ids, id)->id != NULL);
  g_hash_table_insert (self->derived, place, GUINT_TO_POINTER (n));
  return id;
}

/* The place for the id that an element has in the file, unless it cannot keep that; NULL then. */
static ReaderId *
choose_place (Reader *self, JalonKind kind, const char *id, guint line)
{
  const char *name = jalon_kind_get_info (kind)->name;
  ReaderId *place;

  if (id == NULL)
    {
      jalon_report_add (self->report, JALON_SEVERITY_WARNING, line,
                        _ ("<%s> has no id; it gets a new one"), name);
      return NULL;
    }
  if (!jalon_id_is_valid (id))
    {
      jalon_report_add (self->report, JALON_SEVERITY_WARNING, line,
                        _ ("“%.80s” is not an id; <%s> gets a new one"), id, name);
      return NULL;
    }
  place = reader_ids_find (&self->ids, id);
  if (place->id == NULL)
    return place;
  jalon_report_add (self->report, JALON_SEVERITY_WARNING, line,
                    _ ("The id “%s” is already that of line %u; this <%s> gets a new one, and "
                       "references mean the first"),
                    id, place->line, name);
  return NULL;
}

/* Makes an element with the id of the file, or with one of its own if that cannot be. */
JalonElement *
reader_new_element (Reader *self, JalonKind kind, const char *given, guint line)
{
  ReaderId *place = kind != JALON_KIND_UNKNOWN ? choose_place (self, kind, given, line) : NULL;
  g_autofree char *derived = place == NULL ? derive_id (self, kind, given) : NULL;
  JalonElement *element = jalon_element_new (kind, place != NULL ? given : derived);

  if (place == NULL)
    place = reader_ids_find (&self->ids, derived);
  jalon_element_share (element, self->texts);
  reader_ids_fill (&self->ids, place, jalon_element_get_id (element), kind, line);
  return element;
}

/* Whether @id is that of an element that came before, as most references are, and of the kind that
 * @field names: then it is canonical, too. */
gboolean
reader_knows_target (Reader *self, const JalonField *field, const char *id)
{
  const ReaderId *target = reader_ids_find (&self->ids, id);

  return target->id != NULL && target->kind == field->target;
}

/* Keeps a reference to be followed when every element is known. */
void
reader_add_link (Reader *self, JalonElement *element, const JalonField *field, const char *ids)
{
  ReaderLink link = { element, field, ids, reader_line (self) };

  g_array_append_val (self->links, link);
}

/* Keeps the id of what the table does not know. It goes by another here, for what is known has its
 * own in any case. */
void
reader_keep_id (Reader *self, const char *id, guint line)
{
  ReaderId *place = reader_ids_find (&self->kept, id);

  if (place->id == NULL)
    reader_ids_fill (&self->kept, place, g_string_chunk_insert (self->kept_ids, id),
                     JALON_KIND_UNKNOWN, line);
}

static void
check_target (Reader *self, const ReaderLink *link, const char *id)
{
  const char *name = jalon_kind_get_info (jalon_element_get_kind (link->element))->name;
  const ReaderId *target = reader_ids_find (&self->ids, id);

  if (target->id == NULL)
    target = reader_ids_find (&self->kept, id);
  if (target->id == NULL)
    jalon_report_add (self->report, JALON_SEVERITY_WARNING, link->line,
                      _ ("“%s” of <%s> names “%s”, which is not in the file; it is kept"),
                      link->field->name, name, id);
  else if (target->kind != link->field->target)
    jalon_report_add (self->report, JALON_SEVERITY_WARNING, link->line,
                      _ ("“%s” of <%s> names “%s” in line %u, which is not a <%s>; it is kept"),
                      link->field->name, name, id, target->line,
                      jalon_kind_get_info (link->field->target)->name);
}

/* Follows the references that are left, now that every element is known. */
void
reader_check_links (Reader *self)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const ReaderLink *link = &g_array_index (self->links, ReaderLink, i);
      g_auto (GStrv) ids = g_strsplit (link->ids, " ", -1);

      for (guint j = 0; ids[j] != NULL; j++)
        check_target (self, link, ids[j]);
    }
}
