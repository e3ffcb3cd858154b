/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-commands-private.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-text.h"
#include "drawing/jalon-terms.h"

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
  JalonElement *project = jalon_document_get_project (document);
  const JalonField *field = find_field (document, element);
  const JalonChoice *choice;
  g_autofree char *title = g_strstrip (g_strdup (jalon_element_get_title (element)));
  Name name;

  if (field == NULL || jalon_element_has (element, field->id))
    return;
  name.terms = jalon_terms_new (jalon_element_get_choice (project, JALON_FIELD_LANGUAGE));
  name.name = jalon_text_fold (title);
  choice = find_choice (&name, field);
  if (choice != NULL)
    choose (document, element, field, choice);
  jalon_terms_free (name.terms);
  g_free (name.name);
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
