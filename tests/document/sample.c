/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample.h"

/* Appends a new element, then sets the fields that follow, each with its text, up to 0. */
static JalonElement *
add (JalonElement *parent, JalonKind kind, const char *id, ...)
{
  JalonElement *element = jalon_element_new (kind, id);
  JalonFieldId field;
  va_list args;

  va_start (args, id);
  while ((field = va_arg (args, int)) != JALON_FIELD_NONE)
    g_assert_true (jalon_element_set (element, field, va_arg (args, const char *), NULL));
  va_end (args);
  jalon_element_append (parent, element);
  return element;
}

JalonElement *
sample_project (void)
{
  JalonElement *project = jalon_element_new (JALON_KIND_PROJECT, "project");
  JalonElement *ana = add (project, JALON_KIND_PERSONA, "ana", JALON_FIELD_NAME, "Ana", 0);
  JalonElement *trip;
  JalonElement *go;
  JalonElement *step;
  JalonElement *team;

  add (ana, JALON_KIND_TRAIT, "like", JALON_FIELD_TEXT, "Likes trains", 0);
  add (project, JALON_KIND_PERSONA, "ben", JALON_FIELD_NAME, "Ben", 0);
  trip = add (project, JALON_KIND_JOURNEY, "trip", JALON_FIELD_TITLE, "Trip", JALON_FIELD_PERSONAS,
              "ana ben", 0);
  add (trip, JALON_KIND_LANE, "mood", JALON_FIELD_TYPE, "emotion", 0);
  add (trip, JALON_KIND_LANE, "pain", JALON_FIELD_TYPE, "pains", 0);
  go = add (trip, JALON_KIND_STAGE, "go", JALON_FIELD_TITLE, "Go", 0);
  step = add (go, JALON_KIND_STEP, "book", JALON_FIELD_TITLE, "Book", 0);
  add (step, JALON_KIND_CARD, "slow", JALON_FIELD_LANE, "pain", JALON_FIELD_TEXT, "Slow",
       JALON_FIELD_TAGS, "urgent web", 0);
  add (step, JALON_KIND_SCORE, "high", JALON_FIELD_LANE, "mood", JALON_FIELD_PERSONA, "ana",
       JALON_FIELD_VALUE, "2", 0);
  step = add (go, JALON_KIND_STEP, "ride", JALON_FIELD_TITLE, "Ride", 0);
  add (step, JALON_KIND_CARD, "late", JALON_FIELD_LANE, "pain", JALON_FIELD_TEXT, "Late", 0);
  add (step, JALON_KIND_SCORE, "low", JALON_FIELD_LANE, "mood", JALON_FIELD_PERSONA, "ben",
       JALON_FIELD_VALUE, "-1", 0);
  team = add (project, JALON_KIND_REGISTER, "team", 0);
  add (team, JALON_KIND_AUDIENCE, "fans", JALON_FIELD_PERSONA, "ana", JALON_FIELD_JOURNEY, "trip",
       0);
  add (project, JALON_KIND_TAG, "urgent", JALON_FIELD_NAME, "Urgent", 0);
  add (project, JALON_KIND_TAG, "web", JALON_FIELD_NAME, "Web", 0);
  return project;
}

JalonDocument *
sample_document (void)
{
  return jalon_document_new (sample_project ());
}

static void
dump (JalonElement *element, gpointer data)
{
  GString *lines = data;

  for (JalonElement *e = jalon_element_get_parent (element); e; e = jalon_element_get_parent (e))
    g_string_append (lines, "  ");
  g_string_append_printf (lines, "%s %s",
                          jalon_kind_get_info (jalon_element_get_kind (element))->name,
                          jalon_element_get_id (element));
  for (guint i = 0; i < jalon_element_get_n_values (element); i++)
    {
      const char *text;
      const JalonField *field = jalon_element_get_value (element, i, &text);

      g_string_append_printf (lines, " %s=“%s”", field->name, text);
    }
  g_string_append_c (lines, '\n');
}

char *
sample_dump (JalonElement *element)
{
  GString *lines = g_string_new (NULL);

  jalon_element_foreach (element, dump, lines);
  return g_string_free (lines, FALSE);
}

void
assert_dump (JalonDocument *document, const char *expected)
{
  g_autofree char *lines = sample_dump (jalon_document_get_project (document));

  g_assert_cmpstr (lines, ==, expected);
}

JalonElement *
find (JalonDocument *document, const char *id)
{
  JalonElement *element = jalon_document_lookup (document, id);

  g_assert_nonnull (element);
  return element;
}

void
set_text (JalonDocument *document, const char *id, JalonFieldId field, const char *text)
{
  g_assert_true (jalon_document_set (document, find (document, id), field, text, NULL));
}
