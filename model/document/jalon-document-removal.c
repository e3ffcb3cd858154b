/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes with an element that is removed, and what forgets it. */

#include "document/jalon-document-private.h"
#include "document/jalon-element-private.h"
#include "document/jalon-id.h"
#include "document/jalon-text.h"

typedef struct
{
  GHashTable *going;     /* ids of all that is being removed */
  GPtrArray *roots;      /* elements, with what is below them */
  GPtrArray *forgetting; /* elements that stay and refer to what goes */
} Removal;

static void
note_id (JalonElement *element, gpointer data)
{
  g_hash_table_add (data, (gpointer) jalon_element_get_id (element));
}

static void
add_root (Removal *removal, JalonElement *element)
{
  g_ptr_array_add (removal->roots, element);
  jalon_element_foreach (element, note_id, removal->going);
}

static gboolean
names_one_of (const char *text, GHashTable *ids)
{
  char id[JALON_ID_MAX + 1];

  while (jalon_id_next (&text, id))
    if (g_hash_table_contains (ids, id))
      return TRUE;
  return FALSE;
}

static char *
without_ids (const char *text, GHashTable *ids)
{
  GString *kept = g_string_new (NULL);
  char id[JALON_ID_MAX + 1];

  while (jalon_id_next (&text, id))
    if (!g_hash_table_contains (ids, id))
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", id);
  return g_string_free (kept, FALSE);
}

/* Tells whether a field of @element that has @flags refers to what goes. */
static gboolean
refers (JalonElement *element, GHashTable *going, JalonFieldFlags flags)
{
  for (guint i = 0; i < jalon_element_get_n_values (element); i++)
    {
      const char *text;
      const JalonField *field = jalon_element_get_value (element, i, &text);

      if (jalon_field_is_reference (field) && (field->flags & flags) == flags &&
          names_one_of (text, going))
        return TRUE;
    }
  return FALSE;
}

static void
add_dependant (JalonElement *element, gpointer data)
{
  Removal *removal = data;

  if (!g_hash_table_contains (removal->going, jalon_element_get_id (element)) &&
      refers (element, removal->going, JALON_FLAG_CASCADE))
    add_root (removal, element);
}

static void
note_forgetting (JalonElement *element, gpointer data)
{
  Removal *removal = data;

  if (!g_hash_table_contains (removal->going, jalon_element_get_id (element)) &&
      refers (element, removal->going, 0))
    g_ptr_array_add (removal->forgetting, element);
}

static void
forget (JalonDocument *self, JalonElement *element, GHashTable *going)
{
  const JalonKindInfo *info = jalon_kind_get_info (jalon_element_get_kind (element));

  for (const JalonField *field = info->fields; field->id != JALON_FIELD_NONE; field++)
    {
      const char *text = jalon_element_peek_value (element, field->id);
      g_autofree char *kept = NULL;

      if (text == NULL || !jalon_field_is_reference (field) || !names_one_of (text, going))
        continue;
      kept = without_ids (text, going);
      jalon_document_set (self, element, field->id, kept, NULL);
    }
}

/* Takes @element out and leaves the rest as it is. */
void
jalon_document_take_out (JalonDocument *self, JalonElement *element)
{
  JalonElement *parent = jalon_element_get_parent (element);
  guint index = jalon_element_get_index (element);

  jalon_document_do (self,
                     jalon_change_new_place (JALON_CHANGE_REMOVE, element, parent, index, NULL, 0));
}

/**
 * jalon_document_remove_all:
 * @self: a document with an open transaction
 * @elements: (element-type JalonElement): some of its elements, not the project
 *
 * Removes elements with all below them. References to them are cleared; what cannot be without them
 * (the cards of a lane, the relations of a stakeholder) goes too.
 */
void
jalon_document_remove_all (JalonDocument *self, GPtrArray *elements)
{
  g_autoptr (GHashTable) going = g_hash_table_new (jalon_text_hash, g_str_equal);
  g_autoptr (GPtrArray) roots = g_ptr_array_new ();
  g_autoptr (GPtrArray) forgetting = g_ptr_array_new ();
  Removal removal = { going, roots, forgetting };

  g_return_if_fail (JALON_IS_DOCUMENT (self) && self->step != NULL);
  for (guint i = 0; i < elements->len; i++)
    g_return_if_fail (jalon_element_get_document (elements->pdata[i]) == self &&
                      elements->pdata[i] != self->project);

  for (guint i = 0; i < elements->len; i++)
    add_root (&removal, g_ptr_array_index (elements, i));
  /* Once is enough: nothing dies with a dependant, see test-schema.c. */
  jalon_element_foreach (self->project, add_dependant, &removal);
  jalon_element_foreach (self->project, note_forgetting, &removal);
  for (guint i = 0; i < forgetting->len; i++)
    forget (self, g_ptr_array_index (forgetting, i), going);
  for (guint i = 0; i < roots->len; i++)
    if (jalon_element_get_document (g_ptr_array_index (roots, i)) == self)
      jalon_document_take_out (self, g_ptr_array_index (roots, i));
}

/**
 * jalon_document_remove:
 * @self: a document with an open transaction
 * @element: one of its elements, not the project
 *
 * Removes an element, see jalon_document_remove_all().
 */
void
jalon_document_remove (JalonDocument *self, JalonElement *element)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  g_ptr_array_add (elements, element);
  jalon_document_remove_all (self, elements);
}
