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

/* Does all @edits in one step. */
void
sample_edit_document (JalonDocument *document, const char *edits)
{
  g_auto (GStrv) each = g_strsplit (edits, "; ", -1);

  jalon_document_begin (document, "Edit");
  for (guint i = 0; each[i] != NULL; i++)
    edit_one (document, each[i]);
  jalon_document_commit (document);
}

/* The sample with @edits. */
JalonElement *
sample_edit (const char *edits)
{
  g_autoptr (JalonDocument) document = sample_document ();

  sample_edit_document (document, edits);
  return jalon_element_copy (jalon_document_get_project (document));
}

/* Asks for one thing. */
void
sample_check (JalonDocument *document, const char *expected)
{
  g_auto (GStrv) words = g_strsplit_set (expected, ".@", 2);
  JalonElement *element;

  if (expected[0] == '!')
    {
      g_assert_null (jalon_document_lookup (document, expected + 1));
      return;
    }
  element = find (document, words[0]);
  if (strchr (expected, '=') != NULL)
    {
      g_auto (GStrv) sides = g_strsplit (words[1], "=", 2);

      g_assert_cmpstr (jalon_element_get_text (element, sample_find_field (element, sides[0])->id),
                       ==, sides[1]);
    }
  else
    {
      g_autofree char *parent = NULL;
      guint index;

      sample_get_place (words[1], &parent, &index);
      g_assert_cmpstr (jalon_element_get_id (jalon_element_get_parent (element)), ==, parent);
      if (index != G_MAXUINT)
        g_assert_cmpuint (jalon_element_get_index (element), ==, index);
    }
}
