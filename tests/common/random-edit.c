/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edit.h"

#include "random-tree.h"

static gboolean
chance (GRand *rand, double probability)
{
  return g_rand_double (rand) < probability;
}

/* What is of a version to come nobody can touch. */
static JalonElement *
pick (GRand *rand, JalonDocument *document)
{
  JalonElement *element;

  do
    element = random_pick (rand, jalon_document_get_project (document));
  while (jalon_element_get_kind (element) == JALON_KIND_UNKNOWN);
  return element;
}

static void
set_something (GRand *rand, JalonDocument *document)
{
  JalonElement *element = pick (rand, document);
  const JalonKindInfo *info = jalon_kind_get_info (jalon_element_get_kind (element));
  guint n_fields = 0;
  const JalonField *field;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  while (info->fields[n_fields].id != JALON_FIELD_NONE)
    n_fields++;
  field = &info->fields[g_rand_int_range (rand, 0, n_fields)];
  if (field->type == JALON_TYPE_RAW || field->id == JALON_FIELD_VERSION)
    return;
  text = random_value (rand, field, jalon_document_get_project (document));
  jalon_document_set (document, element, field->id, chance (rand, 0.8) ? text : "", &error);
  g_assert_no_error (error);
}

static void
insert_something (GRand *rand, JalonDocument *document)
{
  JalonElement *parent = pick (rand, document);
  JalonKind kind = random_child (rand, jalon_element_get_kind (parent));
  guint n = jalon_element_get_n_children (parent);
  JalonElement *twin = n > 0 ? jalon_element_get_child (parent, g_rand_int_range (rand, 0, n))
                             : NULL;
  JalonElement *element;

  if (twin != NULL && jalon_element_get_kind (twin) != JALON_KIND_UNKNOWN && chance (rand, 0.3))
    element = jalon_element_copy_as_new (twin);
  else if (kind != JALON_KIND_UNKNOWN)
    element = random_element (rand, kind, jalon_document_get_project (document));
  else
    return;
  jalon_document_insert (document, parent, g_rand_int_range (rand, 0, n + 2), element);
}

static void
remove_something (GRand *rand, JalonDocument *document)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  for (guint i = g_rand_int_range (rand, 1, 4); i > 0; i--)
    {
      JalonElement *element = pick (rand, document);

      /* Seldom so much at once that nothing is left to play with */
      if (element != jalon_document_get_project (document) &&
          (jalon_element_get_n_children (element) == 0 || chance (rand, 0.2)))
        g_ptr_array_add (elements, element);
    }
  jalon_document_remove_all (document, elements);
}

static void
move_something (GRand *rand, JalonDocument *document)
{
  JalonElement *element = pick (rand, document);
  JalonElement *parent = jalon_element_get_parent (element);

  if (parent == NULL)
    return;
  for (guint i = 0; i < 8 && chance (rand, 0.7); i++)
    {
      JalonElement *other = pick (rand, document);

      if (jalon_kind_can_hold (jalon_element_get_kind (other), jalon_element_get_kind (element)))
        parent = other;
    }
  jalon_document_move (document, element, parent,
                       g_rand_int_range (rand, 0, jalon_element_get_n_children (parent) + 2));
}

/**
 * random_edit:
 * @rand: where chance comes from
 * @document: a document with an open transaction
 *
 * Changes something, as people do: mostly a field. Ids of what comes are not of @rand.
 */
void
random_edit (GRand *rand, JalonDocument *document)
{
  double which = g_rand_double (rand);

  if (which < 0.5)
    set_something (rand, document);
  else if (which < 0.7)
    insert_something (rand, document);
  else if (which < 0.8)
    remove_something (rand, document);
  else
    move_something (rand, document);
}

/**
 * random_play:
 * @rand: where chance comes from
 * @document: a document
 * @map: one of its maps, which stays
 *
 * Does what people could do between two looks at @map: a step or two, or one back or forth.
 */
void
random_play (GRand *rand, JalonDocument *document, JalonElement *map)
{
  if (chance (rand, 0.1))
    jalon_document_undo (document);
  else if (chance (rand, 0.1))
    jalon_document_redo (document);
  else
    {
      jalon_document_begin (document, "Play");
      for (guint i = g_rand_int_range (rand, 1, 4); i > 0; i--)
        random_edit (rand, document);
      if (jalon_element_get_document (map) == document)
        jalon_document_commit (document);
      else
        jalon_document_rollback (document);
    }
  if (chance (rand, 0.1))
    random_play (rand, document, map);
}

/**
 * random_edit_copy:
 * @rand: where chance comes from
 * @project: what is left as it is
 * @n_edits: how much is changed
 *
 * Returns: (transfer full): @project after a transaction of changes, with the same ids
 */
JalonElement *
random_edit_copy (GRand *rand, JalonElement *project, guint n_edits)
{
  g_autoptr (JalonDocument) document = jalon_document_new (jalon_element_copy (project));

  jalon_document_begin (document, "Edit");
  for (guint i = 0; i < n_edits; i++)
    random_edit (rand, document);
  jalon_document_commit (document);
  return jalon_element_copy (jalon_document_get_project (document));
}
