/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-commands-private.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-text.h"
#include "drawing/jalon-terms.h"
#include "widgets/jalon-candidates.h"
#include "widgets/jalon-field-text.h"

/* What something is called may say what it is: a lane "Pains", a touchpoint "Telephone". */

/* Without case, accents, and blanks around it */
static char *
fold (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return jalon_text_fold (stripped);
}

static gboolean
is_called (const char *word, const char *folded)
{
  g_autofree char *other = jalon_text_fold (word);

  return strcmp (other, folded) == 0;
}

/* As the project calls it, as the program does, and in English. */
static const JalonChoice *
find_choice (JalonDocument *document, const JalonField *field, const char *folded)
{
  JalonElement *project = jalon_document_get_project (document);
  JalonTerms *terms = jalon_terms_new (jalon_element_get_choice (project, JALON_FIELD_LANGUAGE));
  const JalonChoice *found = NULL;

  for (const JalonChoice *choice = field->choices; found == NULL && choice->nick != NULL; choice++)
    if (is_called (jalon_terms_get (terms, choice->label), folded) ||
        is_called (_ (choice->label), folded) || is_called (choice->label, folded))
      found = choice;
  jalon_terms_free (terms);
  return found;
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
  const JalonField *field = find_field (document, element);
  g_autofree char *folded = fold (jalon_element_get_title (element));
  const JalonChoice *choice;

  if (field == NULL || jalon_element_has (element, field->id))
    return;
  choice = find_choice (document, field, folded);
  if (choice != NULL)
    choose (document, element, field, choice);
}

static const char *
find_candidate (JalonElement *element, const JalonField *field, const char *folded)
{
  g_autoptr (GPtrArray) candidates = jalon_candidates_find (element, field);

  for (guint i = 0; i < candidates->len; i++)
    if (is_called (jalon_candidates_name (candidates->pdata[i]), folded))
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
  g_autofree char *folded = fold (text);
  const JalonChoice *choice;

  if (field->type == JALON_TYPE_REFERENCE)
    return g_strdup (find_candidate (element, field, folded));
  if (field->type != JALON_TYPE_CHOICE)
    return jalon_field_from_people (field, text);
  choice = find_choice (document, field, folded);
  return g_strdup (choice != NULL ? choice->nick : folded);
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
