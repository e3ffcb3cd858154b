/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-edit.h"

/* The id and the number of "ID:NUMBER", where the number may be missing. */
void
sample_get_place (const char *text, char **parent, guint *index)
{
  g_auto (GStrv) halves = g_strsplit (text, ":", 2);

  *parent = g_strdup (halves[0]);
  *index = halves[1] != NULL ? (guint) atoi (halves[1]) : G_MAXUINT;
}

const JalonField *
sample_find_field (JalonElement *element, const char *name)
{
  const JalonField *field = jalon_kind_get_info (jalon_element_get_kind (element))->fields;

  while (strcmp (field->name, name) != 0)
    g_assert_cmpint ((++field)->id, !=, JALON_FIELD_NONE);
  return field;
}

static void
edit_place (JalonDocument *document, JalonElement *element, const char *place, gboolean is_new)
{
  g_autofree char *parent = NULL;
  guint index;

  sample_get_place (place, &parent, &index);
  if (is_new)
    jalon_document_insert (document, find (document, parent), index, element);
  else
    jalon_document_move (document, element, find (document, parent), index);
}

static void
edit_one (JalonDocument *document, const char *edit)
{
  g_auto (GStrv) words = g_strsplit_set (edit + (strchr ("+-", edit[0]) != NULL), " .>", 3);
  JalonElement *element = edit[0] != '+' ? find (document, words[0]) : NULL;

  if (edit[0] == '-')
    jalon_document_remove (document, element);
  else if (edit[0] == '+')
    edit_place (document, jalon_element_new (jalon_kind_from_name (words[0]), words[1]), words[2],
                TRUE);
  else if (strchr (edit, '=') != NULL)
    {
      g_auto (GStrv) sides = g_strsplit (strchr (edit, '.') + 1, "=", 2);

      g_assert_true (jalon_document_set (document, element,
                                         sample_find_field (element, sides[0])->id, sides[1],
                                         NULL));
    }
  else
    edit_place (document, element, words[1], FALSE);
}

/* The sample with @edits. */
JalonElement *
sample_edit (const char *edits)
{
  g_autoptr (JalonDocument) document = sample_document ();
  g_auto (GStrv) each = g_strsplit (edits, "; ", -1);

  jalon_document_begin (document, "Edit");
  for (guint i = 0; each[i] != NULL; i++)
    edit_one (document, each[i]);
  jalon_document_commit (document);
  return jalon_element_copy (jalon_document_get_project (document));
}
