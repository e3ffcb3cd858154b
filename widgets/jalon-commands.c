/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-commands-private.h"

#include <glib/gi18n-lib.h>

/* Opens a transaction with a label such as "Move Card". */
void
jalon_commands_begin_kind (JalonDocument *document,
                           const char *format,
                           JalonKind kind,
                           const char *key)
{
  g_autoptr (GString) label = g_string_new (format);

  g_string_replace (label, "%s", _ (jalon_kind_get_info (kind)->label), 1);
  jalon_document_begin_coalesced (document, label->str, key);
}

void
jalon_commands_begin (JalonDocument *document,
                      const char *format,
                      JalonElement *element,
                      const char *key)
{
  jalon_commands_begin_kind (document, format, jalon_element_get_kind (element), key);
}

/* The place among the children of @parent of what is put after @after, NULL for the end. */
guint
jalon_commands_index_after (JalonElement *parent, JalonElement *after)
{
  if (after == NULL || jalon_element_get_parent (after) != parent)
    return G_MAXUINT;
  return jalon_element_get_index (after) + 1;
}

typedef struct
{
  JalonDocument *document;
  JalonElement *map;
} Adoption;

static JalonElement *
find_first (JalonElement *project, JalonKind kind)
{
  for (guint i = 0; i < jalon_element_get_n_children (project); i++)
    if (jalon_element_get_kind (jalon_element_get_child (project, i)) == kind)
      return jalon_element_get_child (project, i);
  return NULL;
}

static void
find_id (JalonElement *element, gpointer data)
{
  const char **id = data;

  if (*id != NULL && strcmp (jalon_element_get_id (element), *id) == 0)
    *id = NULL;
}

/* What the map names and did not bring along becomes the first of its kind here: the persona of a
 * template stands for one of the project. */
static void
adopt (JalonElement *element, gpointer data)
{
  Adoption *adoption = data;
  const JalonField *field = jalon_kind_get_info (jalon_element_get_kind (element))->fields;

  for (; field->id != JALON_FIELD_NONE; field++)
    {
      g_auto (GStrv) ids = NULL;
      const char *id;
      JalonElement *first;

      if (!jalon_field_is_reference (field) || !jalon_element_has (element, field->id))
        continue;
      ids = jalon_element_get_references (element, field->id);
      id = ids[0];
      jalon_element_foreach (adoption->map, find_id, &id);
      if (id == NULL || jalon_document_lookup (adoption->document, id) != NULL)
        continue;
      first = find_first (jalon_document_get_project (adoption->document), field->target);
      jalon_element_set (element, field->id, first != NULL ? jalon_element_get_id (first) : NULL,
                         NULL);
    }
}

/**
 * jalon_commands_add_map:
 * @document: a document
 * @map: (transfer full): a map in no document, for instance of a template
 *
 * Adds a map to the project.
 *
 * Returns: %TRUE if it is there; %FALSE if the project is full
 */
gboolean
jalon_commands_add_map (JalonDocument *document, JalonElement *map)
{
  JalonElement *project = jalon_document_get_project (document);
  Adoption adoption = { document, map };

  jalon_element_foreach (map, adopt, &adoption);
  jalon_commands_begin (document, _ ("Add %s"), map, NULL);
  jalon_document_insert (document, project,
                         jalon_element_find_end (project, jalon_element_get_kind (map)), map);
  jalon_document_set_selection (document, NULL);
  return jalon_document_commit (document);
}

/**
 * jalon_commands_remove:
 * @document: a document
 * @elements: (element-type JalonElement): some of its elements, at least one
 *
 * Deletes elements with all below them.
 */
void
jalon_commands_remove (JalonDocument *document, GPtrArray *elements)
{
  g_autoptr (GPtrArray) images = jalon_commands_find_images (elements);

  /* Translators: what will be undone; the name of a kind, for instance "Card" */
  jalon_commands_begin (document, _ ("Delete %s"), g_ptr_array_index (elements, 0), NULL);
  jalon_commands_close_room (document, elements);
  jalon_document_remove_all (document, elements);
  jalon_commands_drop_unused (document, images);
  jalon_document_commit (document);
}

/**
 * jalon_commands_cut:
 * @document: a document
 * @elements: (element-type JalonElement): some of its elements, at least one; they have been copied
 *
 * The same, by another name.
 */
void
jalon_commands_cut (JalonDocument *document, GPtrArray *elements)
{
  /* Translators: what will be undone; the name of a kind, for instance "Card" */
  jalon_commands_begin (document, _ ("Cut %s"), g_ptr_array_index (elements, 0), NULL);
  jalon_commands_remove (document, elements);
  jalon_document_commit (document);
}

/**
 * jalon_commands_discard:
 * @document: a document
 * @element: an element that the last step added
 * @key: of that step
 *
 * Makes it that an element has never been added.
 */
void
jalon_commands_discard (JalonDocument *document, JalonElement *element, const char *key)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  g_ptr_array_add (elements, element);
  jalon_commands_begin (document, _ ("Delete %s"), element, key);
  jalon_commands_close_room (document, elements);
  jalon_document_remove (document, element);
  jalon_document_commit (document);
}

/**
 * jalon_commands_duplicate:
 * @document: a document
 * @elements: (element-type JalonElement): some of its elements, at least one
 *
 * Puts a copy behind each element and selects the copies.
 *
 * Returns: (transfer container) (element-type JalonElement): the copies; none if there is no room
 */
GPtrArray *
jalon_commands_duplicate (JalonDocument *document, GPtrArray *elements)
{
  GPtrArray *copies = g_ptr_array_new ();

  /* Translators: what will be undone; the name of a kind, for instance "Card" */
  jalon_commands_begin (document, _ ("Duplicate %s"), g_ptr_array_index (elements, 0), NULL);
  for (guint i = 0; i < elements->len; i++)
    {
      JalonElement *element = g_ptr_array_index (elements, i);
      JalonElement *copy = jalon_element_copy_as_new (element);

      jalon_document_insert (document, jalon_element_get_parent (element),
                             jalon_element_get_index (element) + 1, copy);
      g_ptr_array_add (copies, copy);
    }
  jalon_commands_make_room (document, copies);
  jalon_commands_select (document, copies);
  if (!jalon_document_commit (document))
    g_ptr_array_set_size (copies, 0);
  return copies;
}

/**
 * jalon_commands_set:
 * @document: a document
 * @elements: (element-type JalonElement): some of its elements
 * @field: a field of all of them
 * @text: (nullable): what it shall be
 * @key: (nullable): what later changes must name to become part of this step
 * @error: %JALON_ERROR_VALUE or %JALON_ERROR_REFUSED
 *
 * Sets a field of several elements to the same value.
 *
 * Returns: %TRUE if @text is a value of the field that has room; else nothing has changed
 */
gboolean
jalon_commands_set (JalonDocument *document,
                    GPtrArray *elements,
                    JalonFieldId field,
                    const char *text,
                    const char *key,
                    GError **error)
{
  const JalonField *row = jalon_element_get_field (g_ptr_array_index (elements, 0), field);
  /* Translators: what will be undone; the name of a field, for instance "Owner" */
  g_autofree char *label = g_strdup_printf (_ ("Change “%s”"), _ (row->label));

  jalon_document_begin_coalesced (document, label, key);
  for (guint i = 0; i < elements->len; i++)
    if (!jalon_document_set (document, g_ptr_array_index (elements, i), field, text, error))
      {
        jalon_document_rollback (document);
        return FALSE;
      }
  if (!jalon_document_has_room (document, error))
    {
      jalon_document_rollback (document);
      return FALSE;
    }
  return jalon_document_commit (document);
}

static char *
change_reference (JalonElement *element, const JalonField *field, const char *id, gboolean refers)
{
  g_auto (GStrv) ids = jalon_element_get_references (element, field->id);
  gboolean is_one = field->type == JALON_TYPE_REFERENCE;
  GString *text = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    if (strcmp (ids[i], id) != 0 && !(is_one && refers))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", ids[i]);
  if (refers)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", id);
  return g_string_free (text, FALSE);
}

/**
 * jalon_commands_refer:
 * @document: a document
 * @elements: (element-type JalonElement): some of its elements
 * @field: a reference or references of all of them
 * @id: the id of what they shall refer to, or no longer
 * @refers: which
 *
 * Has several elements refer to something among other things: gives them a tag, for instance.
 */
void
jalon_commands_refer (JalonDocument *document,
                      GPtrArray *elements,
                      JalonFieldId field,
                      const char *id,
                      gboolean refers)
{
  const JalonField *row = jalon_element_get_field (g_ptr_array_index (elements, 0), field);
  g_autofree char *label = g_strdup_printf (_ ("Change “%s”"), _ (row->label));

  jalon_document_begin (document, label);
  for (guint i = 0; i < elements->len; i++)
    {
      JalonElement *element = g_ptr_array_index (elements, i);
      g_autofree char *text = change_reference (element, row, id, refers);

      if (jalon_element_refers_to (element, field, id) != refers)
        jalon_document_set (document, element, field, text, NULL);
    }
  jalon_document_commit (document);
}

/**
 * jalon_commands_get_selected:
 * @document: a document
 *
 * Returns: (transfer container) (element-type JalonElement): the selected elements, in the order in
 *   which they were selected
 */
GPtrArray *
jalon_commands_get_selected (JalonDocument *document)
{
  const char *const *ids = jalon_document_get_selection (document);
  GPtrArray *elements = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      JalonElement *element = jalon_document_lookup (document, ids[i]);

      if (element != NULL)
        g_ptr_array_add (elements, element);
    }
  return elements;
}

static JalonElement *
find_like (JalonElement *element, int by, JalonFieldId field)
{
  JalonElement *parent = jalon_element_get_parent (element);
  int n_children = (int) jalon_element_get_n_children (parent);
  JalonKind kind = jalon_element_get_kind (element);

  for (int i = (int) jalon_element_get_index (element) + by; i >= 0 && i < n_children; i += by)
    {
      JalonElement *other = jalon_element_get_child (parent, (guint) i);

      if (jalon_element_get_kind (other) == kind)
        return strcmp (jalon_element_get_text (other, field),
                       jalon_element_get_text (element, field)) == 0
                 ? other
                 : NULL;
    }
  return NULL;
}

/**
 * jalon_commands_get_run:
 * @element: an element in a document
 * @field: a field of it
 *
 * Finds those of its kind, one after the other, that say the same in a field.
 *
 * Returns: (transfer container) (element-type JalonElement): @element among its like, in order
 */
GPtrArray *
jalon_commands_get_run (JalonElement *element, JalonFieldId field)
{
  GPtrArray *run = g_ptr_array_new ();

  for (JalonElement *first = find_like (element, -1, field); first != NULL;
       first = find_like (first, -1, field))
    element = first;
  for (; element != NULL; element = find_like (element, 1, field))
    g_ptr_array_add (run, element);
  return run;
}

/**
 * jalon_commands_get_alike:
 * @document: a document
 * @element: one of its elements
 *
 * Finds what something done to @element is about. Who has selected nothing, by Escape, means what
 * the keys are on.
 *
 * Returns: (transfer full) (element-type JalonElement): @element and, if it is selected, what
 *   is selected of its kind
 */
GPtrArray *
jalon_commands_get_alike (JalonDocument *document, JalonElement *element)
{
  g_autoptr (GPtrArray) selected = jalon_commands_get_selected (document);
  GPtrArray *alike = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean is_selected = g_ptr_array_remove (selected, element);

  g_ptr_array_add (alike, g_object_ref (element));
  for (guint i = 0; is_selected && i < selected->len; i++)
    if (jalon_element_get_kind (selected->pdata[i]) == jalon_element_get_kind (element))
      g_ptr_array_add (alike, g_object_ref (selected->pdata[i]));
  return alike;
}

/**
 * jalon_commands_select:
 * @document: a document
 * @elements: (element-type JalonElement): some of its elements
 *
 * Selects elements.
 */
void
jalon_commands_select (JalonDocument *document, GPtrArray *elements)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_sized_new (elements->len + 1);

  for (guint i = 0; i < elements->len; i++)
    g_ptr_array_add (ids, (gpointer) jalon_element_get_id (g_ptr_array_index (elements, i)));
  g_ptr_array_add (ids, NULL);
  jalon_document_set_selection (document, (const char *const *) ids->pdata);
}
