/* SPDX-License-Identifier: GPL-3.0-or-later */

/* libxml2 hands every name over as a pointer into a dictionary of its own, where each stands
 * once. With the names of the table in there, an element or attribute is found without comparing
 * texts. */

#include "files/jalon-reader-private.h"

#include "files/jalon-format.h"

static const char *
intern (Reader *self, const char *name)
{
  return (const char *) self->libxml->xmlDictLookup (self->parser->dict, BAD_CAST name, -1);
}

void
reader_names_init (Reader *self)
{
  ReaderNames *names = &self->names;

  names->id = intern (self, JALON_ATTRIBUTE_ID);
  for (JalonKind kind = 0; kind < JALON_KIND_UNKNOWN; kind++)
    {
      names->kinds[kind] = intern (self, jalon_kind_get_info (kind)->name);
      names->contents[kind] = jalon_kind_get_content (kind);
    }
}

void
reader_names_clear (Reader *self)
{
  for (JalonKind kind = 0; kind < JALON_KIND_UNKNOWN; kind++)
    g_free (self->names.fields[kind]);
}

/* The kind whose elements have an interned @name. */
JalonKind
reader_find_kind (Reader *self, const char *name)
{
  JalonKind kind = 0;

  while (kind < JALON_KIND_UNKNOWN && self->names.kinds[kind] != name)
    kind++;
  return kind;
}

/* The names of the attributes of @kind; most files need those of a few kinds only. */
static const char **
get_fields (Reader *self, JalonKind kind)
{
  const JalonField *fields = jalon_kind_get_info (kind)->fields;
  guint n = 0;

  if (self->names.fields[kind] != NULL)
    return self->names.fields[kind];

  while (fields[n].id != JALON_FIELD_NONE)
    n++;
  self->names.fields[kind] = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      gboolean is_attribute = jalon_kind_find_field (kind, fields[i].name) == &fields[i];

      self->names.fields[kind][i] = is_attribute ? intern (self, fields[i].name) : "";
    }
  return self->names.fields[kind];
}

/* The field of @kind that an attribute with an interned @name sets, or NULL. @place is where to
 * look first, and then where to look for the next: files have them in the order of the table. */
const JalonField *
reader_find_field (Reader *self, JalonKind kind, const char *name, guint *place)
{
  const char **names = get_fields (self, kind);
  guint i;

  for (i = *place; names[i] != NULL && names[i] != name; i++)
    ;
  if (names[i] == NULL)
    for (i = 0; names[i] != NULL && names[i] != name; i++)
      ;
  if (names[i] == NULL)
    return NULL;
  *place = i + 1;
  return &jalon_kind_get_info (kind)->fields[i];
}
