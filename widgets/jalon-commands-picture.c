/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures: an image lives once in the project, as long as something refers to it. */

#include "widgets/jalon-commands-private.h"

#include <glib/gi18n-lib.h>

/* What it is by its content rather than by its id, as the table has it. */
static JalonElement *
find_twin (JalonElement *project, JalonElement *image)
{
  const JalonKind kind = jalon_element_get_kind (image);
  const JalonFieldId key = jalon_kind_get_info (kind)->key;

  for (guint i = 0; i < jalon_element_get_n_children (project); i++)
    {
      JalonElement *child = jalon_element_get_child (project, i);

      if (jalon_element_get_kind (child) == kind &&
          strcmp (jalon_element_get_text (child, key), jalon_element_get_text (image, key)) == 0)
        return child;
    }
  return NULL;
}

/* Returns the id of the image in the project; @image may become part of it. */
static const char *
embed (JalonDocument *document, JalonElement *image)
{
  JalonElement *project = jalon_document_get_project (document);
  JalonElement *twin = find_twin (project, image);

  if (twin != NULL)
    return jalon_element_get_id (twin);
  jalon_document_insert (document, project, jalon_element_find_end (project, JALON_KIND_IMAGE),
                         g_object_ref (image));
  return jalon_element_get_id (image);
}

static void
note_images (JalonElement *element, gpointer data)
{
  const JalonField *field = jalon_kind_get_info (jalon_element_get_kind (element))->fields;

  for (; field->id != JALON_FIELD_NONE; field++)
    {
      JalonElement *image;

      if (field->type != JALON_TYPE_REFERENCE || field->target != JALON_KIND_IMAGE)
        continue;
      image = jalon_document_follow (element, field->id);
      if (image != NULL && !g_ptr_array_find (data, image, NULL))
        g_ptr_array_add (data, image);
    }
}

/* The images that @elements and all below them refer to. */
GPtrArray *
jalon_commands_find_images (GPtrArray *elements)
{
  GPtrArray *images = g_ptr_array_new ();

  for (guint i = 0; i < elements->len; i++)
    jalon_element_foreach (g_ptr_array_index (elements, i), note_images, images);
  return images;
}

typedef struct
{
  const char *id;
  gboolean is_used;
} Use;

/* What a newer version wrote may name it too. */
static void
look_for_use (JalonElement *element, gpointer data)
{
  Use *use = data;

  for (guint i = 0; !use->is_used && i < jalon_element_get_n_values (element); i++)
    {
      const char *text;
      const JalonField *field = jalon_element_get_value (element, i, &text);

      use->is_used = field->type == JALON_TYPE_RAW
                       ? strstr (text, use->id) != NULL
                       : jalon_field_is_reference (field) &&
                           jalon_element_refers_to (element, field->id, use->id);
    }
}

/* Removes those of @images to which nothing refers any more, as part of the open step. */
void
jalon_commands_drop_unused (JalonDocument *document, GPtrArray *images)
{
  for (guint i = 0; i < images->len; i++)
    {
      JalonElement *image = g_ptr_array_index (images, i);
      Use use = { jalon_element_get_id (image), FALSE };

      if (jalon_element_get_document (image) != document)
        continue;
      jalon_element_foreach (jalon_document_get_project (document), look_for_use, &use);
      if (!use.is_used)
        jalon_document_remove (document, image);
    }
}

/**
 * jalon_commands_set_picture:
 * @document: a document
 * @elements: (element-type JalonElement): some of its elements, at least one
 * @field: a reference to an image
 * @image: (nullable): an image in no document; %NULL for none
 *
 * Gives elements a picture. It is embedded unless it is there already; the one they had goes if
 * nothing else shows it.
 */
void
jalon_commands_set_picture (JalonDocument *document,
                            GPtrArray *elements,
                            JalonFieldId field,
                            JalonElement *image)
{
  const JalonField *row = jalon_element_get_field (g_ptr_array_index (elements, 0), field);
  g_autoptr (GPtrArray) before = jalon_commands_find_images (elements);
  /* Translators: what will be undone; the name of a field, for instance "Owner" */
  g_autofree char *label = g_strdup_printf (_ ("Change “%s”"), _ (row->label));
  const char *id;

  jalon_document_begin (document, label);
  id = image != NULL ? embed (document, image) : NULL;
  for (guint i = 0; i < elements->len; i++)
    jalon_document_set (document, g_ptr_array_index (elements, i), field, id, NULL);
  jalon_commands_drop_unused (document, before);
  jalon_document_commit (document);
}

/**
 * jalon_commands_add_pictures:
 * @document: a document
 * @slot: a place that takes what can have a picture
 * @field: the reference to an image of what it takes
 * @images: (element-type JalonElement): images in no document, at least one
 *
 * Adds an element for each image, behind all that there is, and selects them.
 *
 * Returns: %FALSE if there is no such place any more
 */
gboolean
jalon_commands_add_pictures (JalonDocument *document,
                             const JalonSlot *slot,
                             JalonFieldId field,
                             GPtrArray *images)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new ();

  /* Translators: what will be undone; the name of a kind, for instance "Card" */
  jalon_commands_begin (document, _ ("Add %s"), g_ptr_array_index (images, 0), NULL);
  for (guint i = 0; i < images->len; i++)
    {
      JalonElement *element = jalon_commands_add (document, slot, NULL, NULL, NULL);

      if (element == NULL)
        break;
      jalon_document_set (document, element, field, embed (document, g_ptr_array_index (images, i)),
                          NULL);
      g_ptr_array_add (added, element);
    }
  jalon_commands_select (document, added);
  jalon_document_commit (document);
  return added->len > 0;
}

/* Whether what is put into @slot has @field, see jalon_document_shows_field(). */
static gboolean
is_shown_in (JalonDocument *document, const JalonSlot *slot, const JalonField *field)
{
  const JalonFieldId governor = jalon_kind_get_info (slot->kind)->governor;
  const JalonField *row = jalon_kind_get_field (slot->kind, governor);
  JalonElement *deciding = NULL;

  if (field->when == 0)
    return TRUE;
  if (row != NULL && row->type == JALON_TYPE_REFERENCE && slot->field == governor)
    deciding = jalon_document_lookup (document, slot->value);
  return deciding != NULL &&
         (field->when &
          1u << jalon_element_get_choice (
            deciding, jalon_kind_get_info (jalon_element_get_kind (deciding))->governor)) != 0;
}

static gboolean
is_picture (const JalonField *field)
{
  return field->type == JALON_TYPE_REFERENCE && field->target == JALON_KIND_IMAGE &&
         field->label != NULL;
}

/**
 * jalon_commands_get_picture_field:
 * @document: a document
 * @element: (nullable): one of its elements
 * @slot: (nullable): without an @element, a place that takes some
 *
 * Returns: (transfer none) (nullable): the field by which @element, or what is put into @slot, has
 *   a picture; %NULL if it has none
 */
const JalonField *
jalon_commands_get_picture_field (JalonDocument *document,
                                  JalonElement *element,
                                  const JalonSlot *slot)
{
  const JalonField *field;

  if (element == NULL && slot == NULL)
    return NULL;
  field =
    jalon_kind_get_info (element != NULL ? jalon_element_get_kind (element) : slot->kind)->fields;
  for (; field->id != JALON_FIELD_NONE; field++)
    if (is_picture (field) &&
        (element != NULL ? jalon_document_shows_field (document, element, field)
                         : is_shown_in (document, slot, field)))
      return field;
  return NULL;
}
