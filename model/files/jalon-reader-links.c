/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/jalon-reader-private.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-id.h"

/* What is known of an id fits into a pointer: the line on which the start tag of its element ends,
 * and the kind. */
#define ID_PACK(LINE, KIND) GSIZE_TO_POINTER ((gsize) (LINE) << 8 | (KIND) | 0x80)
#define ID_LINE(PACKED) ((guint) (GPOINTER_TO_SIZE (PACKED) >> 8))
#define ID_KIND(PACKED) ((JalonKind) (GPOINTER_TO_SIZE (PACKED) & 0x7f))

G_STATIC_ASSERT (JALON_N_KINDS <= 0x80);

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
  while (g_hash_table_contains (self->ids, id));
  g_hash_table_insert (self->derived, place, GUINT_TO_POINTER (n));
  return id;
}

/* The id an element has in the file, unless it cannot keep that; NULL then. */
static const char *
choose_id (Reader *self, JalonKind kind, const char *id, guint line)
{
  const char *name = jalon_kind_get_info (kind)->name;
  gpointer twin;

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
  twin = g_hash_table_lookup (self->ids, id);
  if (twin == NULL)
    return id;
  jalon_report_add (self->report, JALON_SEVERITY_WARNING, line,
                    _ ("The id “%s” is already that of line %u; this <%s> gets a new one, and "
                       "references mean the first"),
                    id, ID_LINE (twin), name);
  return NULL;
}

/* Makes an element with the id of the file, or with one of its own if that cannot be. */
JalonElement *
reader_new_element (Reader *self, JalonKind kind, const char *given, guint line)
{
  const char *id = kind != JALON_KIND_UNKNOWN ? choose_id (self, kind, given, line) : NULL;
  g_autofree char *derived = id == NULL ? derive_id (self, kind, given) : NULL;
  JalonElement *element = jalon_element_new (kind, id != NULL ? id : derived);

  jalon_element_share (element, self->texts);
  g_hash_table_insert (self->ids, (gpointer) jalon_element_get_id (element), ID_PACK (line, kind));
  return element;
}

/* Whether @id is that of an element that came before, as most references are, and of the kind that
 * @field names: then it is canonical, too. */
gboolean
reader_knows_target (Reader *self, const JalonField *field, const char *id)
{
  gpointer target = g_hash_table_lookup (self->ids, id);

  return target != NULL && ID_KIND (target) == field->target;
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
  if (!g_hash_table_contains (self->kept, id))
    g_hash_table_insert (self->kept, g_strdup (id), ID_PACK (line, JALON_KIND_UNKNOWN));
}

static void
check_target (Reader *self, const ReaderLink *link, const char *id)
{
  const char *name = jalon_kind_get_info (jalon_element_get_kind (link->element))->name;
  gpointer target = g_hash_table_lookup (self->ids, id);

  if (target == NULL)
    target = g_hash_table_lookup (self->kept, id);
  if (target == NULL)
    jalon_report_add (self->report, JALON_SEVERITY_WARNING, link->line,
                      _ ("“%s” of <%s> names “%s”, which is not in the file; it is kept"),
                      link->field->name, name, id);
  else if (ID_KIND (target) != link->field->target)
    jalon_report_add (self->report, JALON_SEVERITY_WARNING, link->line,
                      _ ("“%s” of <%s> names “%s” in line %u, which is not a <%s>; it is kept"),
                      link->field->name, name, id, ID_LINE (target),
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
