/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a document becomes what another tree is: after a merge, after a file changed on disk, when a
 * backup comes back. */

#include "document/jalon-document-private.h"
#include "document/jalon-element-private.h"
#include "document/jalon-order.h"

typedef struct
{
  JalonDocument *self;
  GHashTable *targets; /* id → element of the tree to adopt */
  GPtrArray *found;    /* elements of the document, in the order of the file */
} Adoption;

static JalonElement *
find_target (Adoption *adoption, JalonElement *element)
{
  return g_hash_table_lookup (adoption->targets, jalon_element_get_id (element));
}

static void
find_changed_kind (JalonElement *element, gpointer data)
{
  Adoption *adoption = data;
  JalonElement *target = find_target (adoption, element);

  if (target != NULL && jalon_element_get_kind (target) != jalon_element_get_kind (element))
    g_ptr_array_add (adoption->found, element);
}

static void
find_left_over (JalonElement *element, gpointer data)
{
  Adoption *adoption = data;

  if (find_target (adoption, element) == NULL &&
      find_target (adoption, jalon_element_get_parent (element)) != NULL)
    g_ptr_array_add (adoption->found, element);
}

/* Takes out what @find finds, the last first, so that places need no search. */
static void
take_out_all (Adoption *adoption, JalonElementFunc find)
{
  g_ptr_array_set_size (adoption->found, 0);
  jalon_element_foreach (adoption->self->project, find, adoption);
  for (guint i = adoption->found->len; i > 0; i--)
    jalon_document_take_out (adoption->self, g_ptr_array_index (adoption->found, i - 1));
}

/* A copy of @target and of what is new below it. */
static JalonElement *
make_new (Adoption *adoption, JalonElement *target)
{
  JalonElement *element = jalon_element_new (jalon_element_get_kind (target),
                                             jalon_element_get_id (target));

  for (guint i = 0; i < target->n_values; i++)
    jalon_element_take (element, target->values[i].field, g_strdup (target->values[i].text));
  for (guint i = 0; i < jalon_element_get_n_children (target); i++)
    {
      JalonElement *child = jalon_element_get_child (target, i);

      if (jalon_document_lookup (adoption->self, jalon_element_get_id (child)) == NULL)
        jalon_element_append (element, make_new (adoption, child));
    }
  return element;
}

/* Which children of @target can stay where they are in @parent, as most do. */
static gboolean *
find_steady (Adoption *adoption, JalonElement *parent, JalonElement *target)
{
  guint n = jalon_element_get_n_children (target);
  gboolean *is_steady = g_new0 (gboolean, n + 1);
  g_autofree guint *ranks = g_new (guint, n + 1);
  g_autofree gboolean *is_rising = g_new (gboolean, n + 1);
  guint n_ranks = 0;

  for (guint i = 0; i < n; i++)
    {
      const char *id = jalon_element_get_id (jalon_element_get_child (target, i));
      JalonElement *child = jalon_document_lookup (adoption->self, id);

      is_steady[i] = child != NULL && jalon_element_get_parent (child) == parent;
      if (is_steady[i])
        ranks[n_ranks++] = jalon_element_get_index (child);
    }
  jalon_order_find_rising (ranks, n_ranks, is_rising);
  for (guint i = 0, rank = 0; i < n; i++)
    is_steady[i] = is_steady[i] && is_rising[rank++];
  return is_steady;
}

/* Where the child with @id of @parent is, which is at @index or behind it. */
static guint
find_from (JalonElement *parent, guint index, const char *id)
{
  while (strcmp (jalon_element_get_id (jalon_element_get_child (parent, index)), id) != 0)
    index++;
  return index;
}

/* Brings the element with the id of @target to @index of @parent, counted while it is still where
 * it was. Returns the place behind it. */
static guint
bring (Adoption *adoption, JalonElement *parent, guint index, JalonElement *target)
{
  const char *id = jalon_element_get_id (target);
  JalonElement *element = jalon_document_lookup (adoption->self, id);

  if (element == NULL)
    jalon_document_insert (adoption->self, parent, index, make_new (adoption, target));
  else
    {
      if (jalon_element_get_parent (element) == parent && jalon_element_get_index (element) < index)
        index--;
      jalon_document_move (adoption->self, element, parent, index);
    }
  return index + 1;
}

/* Brings everything below @target to its place. What shall go stays where it is, in between. */
static void
arrange (Adoption *adoption, JalonElement *target)
{
  JalonElement *parent = jalon_document_lookup (adoption->self, jalon_element_get_id (target));
  g_autofree gboolean *is_steady = find_steady (adoption, parent, target);
  guint index = 0;

  for (guint i = 0; i < jalon_element_get_n_children (target); i++)
    {
      JalonElement *child = jalon_element_get_child (target, i);

      if (!is_steady[i])
        index = bring (adoption, parent, index, child);
      else
        index = find_from (parent, index, jalon_element_get_id (child)) + 1;
    }
  /* Later, for it may take some of these away. */
  for (guint i = 0; i < jalon_element_get_n_children (target); i++)
    arrange (adoption, jalon_element_get_child (target, i));
}

static void
set_value (Adoption *adoption, JalonElement *element, const JalonField *field, const char *text)
{
  const char *before = jalon_element_peek_value (element, field->id);

  before = before != NULL ? before : "";
  if (strcmp (before, text) != 0)
    jalon_document_do (adoption->self,
                       jalon_change_new_set (element, field, g_strdup (before), text));
}

static void
set_values (JalonElement *target, gpointer data)
{
  Adoption *adoption = data;
  JalonElement *element = jalon_document_lookup (adoption->self, jalon_element_get_id (target));
  const JalonField *field = jalon_kind_get_info (jalon_element_get_kind (target))->fields;

  for (; field->id != JALON_FIELD_NONE; field++)
    {
      const char *text = jalon_element_peek_value (target, field->id);

      set_value (adoption, element, field, text != NULL ? text : "");
    }
}

/**
 * jalon_document_adopt:
 * @self: a document with an open transaction
 * @project: a project in no document, with the id of that of @self
 *
 * Makes the tree of @self equal to @project by the fewest changes it can find. Elements that are in
 * both stay the same objects, so that views and the selection stay where they are.
 *
 * Returns: %TRUE if it is done; %FALSE if @project is another project, and then nothing is
 */
gboolean
jalon_document_adopt (JalonDocument *self, JalonElement *project)
{
  g_autoptr (GHashTable) targets = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  Adoption adoption = { self, NULL, found };

  g_return_val_if_fail (JALON_IS_DOCUMENT (self) && self->step != NULL, FALSE);
  g_return_val_if_fail (jalon_element_get_document (project) == NULL, FALSE);
  g_return_val_if_fail (jalon_element_get_kind (project) == JALON_KIND_PROJECT, FALSE);

  if (strcmp (jalon_element_get_id (self->project), jalon_element_get_id (project)) != 0)
    return FALSE;
  adoption.targets = targets = jalon_element_index (project);
  take_out_all (&adoption, find_changed_kind);
  arrange (&adoption, project);
  take_out_all (&adoption, find_left_over);
  jalon_element_foreach (project, set_values, &adoption);
  return TRUE;
}
