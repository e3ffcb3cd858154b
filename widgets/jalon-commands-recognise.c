/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-commands-private.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-text.h"
#include "drawing/jalon-terms.h"
#include "widgets/jalon-candidates.h"
#include "widgets/jalon-field-text.h"

/* What something is called may say what it is: a lane "Pains", a touchpoint "Telephone". */

typedef struct
{
  JalonTerms *terms; /* of the language of the project */
  char *name;        /* without case and accents */
} Name;

static gboolean
is_called (const Name *self, const char *word)
{
  g_autofree char *folded = jalon_text_fold (word);

  return strcmp (folded, self->name) == 0;
}

/* As the project calls it, as the program does, and in English. */
static const JalonChoice *
find_choice (const Name *self, const JalonField *field)
{
  for (const JalonChoice *choice = field->choices; choice->nick != NULL; choice++)
    if (is_called (self, jalon_terms_get (self->terms, choice->label)) ||
        is_called (self, _ (choice->label)) || is_called (self, choice->label))
      return choice;
  return NULL;
}

static void
name_init (Name *self, JalonDocument *document, const char *text)
{
  JalonElement *project = jalon_document_get_project (document);
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  self->terms = jalon_terms_new (jalon_element_get_choice (project, JALON_FIELD_LANGUAGE));
  self->name = jalon_text_fold (stripped);
}

static void
name_clear (Name *self)
{
  g_clear_pointer (&self->terms, jalon_terms_free);
  g_free (self->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Name, name_clear)

static const JalonField *
find_field (JalonDocument *document, JalonElement *element)
{
  const JalonField *field = jalon_kind_get_info (jalon_element_get_kind (element))->fields;

  for (; field->id != JALON_FIELD_NONE; field++)
    if ((field->flags & JALON_FLAG_NAMED) != 0)
      return jalon_document_shows_field (document, element, field) ? field : NULL;
  return NULL;
}

/* A name says more than the choice; a text that is no more than the choice says it twice. */
static void
choose (JalonDocument *document,
        JalonElement *element,
        const JalonField *field,
        const JalonChoice *choice)
{
  const JalonField *content = jalon_kind_get_content (jalon_element_get_kind (element));

  jalon_document_set (document, element, field->id, choice->nick, NULL);
  if (content != NULL)
    jalon_document_set (document, element, content->id, NULL, NULL);
}

/* Makes @element what it is called, in a transaction that is open. What was chosen stays. */
void
jalon_commands_make_as_named (JalonDocument *document, JalonElement *element)
{
  const JalonField *field = find_field (document, element);
  const JalonChoice *choice;
  g_auto (Name) name = { 0 };

  if (field == NULL || jalon_element_has (element, field->id))
    return;
  name_init (&name, document, jalon_element_get_title (element));
  choice = find_choice (&name, field);
  if (choice != NULL)
    choose (document, element, field, choice);
}

static const char *
find_candidate (const Name *self, JalonElement *element, const JalonField *field)
{
  g_autoptr (GPtrArray) candidates = jalon_candidates_find (element, field);

  for (guint i = 0; i < candidates->len; i++)
    if (is_called (self, jalon_candidates_name (candidates->pdata[i])))
      return jalon_element_get_id (candidates->pdata[i]);
  return NULL;
}

/**
 * jalon_commands_find_value:
 * @document: a document
 * @element: one of its elements
 * @field: a field of its kind that is written or chosen in one line
 * @text: what people wrote elsewhere: a number, or what a choice or an element is called
 *
 * Returns: (transfer full) (nullable): the text for the document, which may still refuse it; %NULL
 *   if no element is called so
 */
char *
jalon_commands_find_value (JalonDocument *document,
                           JalonElement *element,
                           const JalonField *field,
                           const char *text)
{
  g_auto (Name) name = { 0 };
  const JalonChoice *choice;

  name_init (&name, document, text);
  if (field->type == JALON_TYPE_REFERENCE)
    return g_strdup (find_candidate (&name, element, field));
  if (field->type != JALON_TYPE_CHOICE)
    return jalon_field_from_people (field, text);
  choice = find_choice (&name, field);
  return g_strdup (choice != NULL ? choice->nick : name.name);
}

/**
 * jalon_commands_recognise:
 * @document: a document
 * @element: one of its elements, whose name people have written
 * @key: (nullable): of the step that this belongs to
 *
 * Makes an element what it is called: a lane with the name of a lane type gets that type, if it has
 * none yet.
 */
void
jalon_commands_recognise (JalonDocument *document, JalonElement *element, const char *key)
{
  jalon_document_begin_coalesced (document, _ ("Edit Text"), key);
  jalon_commands_make_as_named (document, element);
  jalon_document_commit (document);
}
