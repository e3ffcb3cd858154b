/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mermaid.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "document/jalon-error.h"
#include "document/jalon-limits.h"
#include "document/jalon-text.h"
#include "exchange/mermaid-lines.h"

/* More steps than this are no journey but an accident or an attack. */
#define MAX_TASKS 5000
#define MAX_ACTORS 100

/* A project in the making. */
typedef struct
{
  JalonElement *project;
  GHashTable *personas; /* name → JalonElement */
  JalonReport *report;

  /* The journey that is being filled */
  JalonElement *journey;
  JalonElement *lane;
  JalonElement *stage;
  GString *cast; /* ids of its personas */
  guint n_tasks;

  guint line;       /* that is looked at */
  guint n_elements; /* that were made, the project among them */
  gboolean is_full;
} Import;

/* What is no value of its field is left out, and told. */
static void
set (Import *import, JalonElement *element, JalonFieldId field, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (!jalon_element_set (element, field, text, &error))
    jalon_report_add (import->report, JALON_SEVERITY_ERROR, import->line, "%s", error->message);
}

static JalonElement *
add_child (Import *import,
           JalonElement *parent,
           JalonKind kind,
           JalonFieldId field,
           const char *text)
{
  JalonElement *child = jalon_element_new (kind, NULL);

  jalon_element_append (parent, child);
  set (import, child, field, text);
  import->n_elements++;
  return child;
}

/* Whether there is room for @n more; tells when it ends. */
static gboolean
has_room (Import *import, guint n)
{
  if (import->n_elements + n <= JALON_ELEMENTS_MAX)
    return TRUE;
  if (!import->is_full)
    jalon_report_add (import->report, JALON_SEVERITY_ERROR, import->line,
                      _ ("the file makes more than %d things; the rest was left out"),
                      JALON_ELEMENTS_MAX);
  import->is_full = TRUE;
  return FALSE;
}

static JalonElement *
get_persona (Import *import, const char *name, guint line)
{
  JalonElement *persona = g_hash_table_lookup (import->personas, name);

  if (persona == NULL && g_hash_table_size (import->personas) == MAX_ACTORS)
    {
      jalon_report_add (import->report, JALON_SEVERITY_WARNING, line,
                        _ ("“%s” was left out: there are more than %d actors"), name, MAX_ACTORS);
      return NULL;
    }
  if (persona == NULL)
    {
      persona = add_child (import, import->project, JALON_KIND_PERSONA, JALON_FIELD_NAME, name);
      g_hash_table_insert (import->personas, g_strdup (name), persona);
    }
  if (strstr (import->cast->str, jalon_element_get_id (persona)) == NULL)
    g_string_append_printf (import->cast, " %s", jalon_element_get_id (persona));
  return persona;
}

/* Mermaid's 1…5 as −2…+2. FALSE if there is no score in it. */
static gboolean
read_score (Import *import, const MermaidStatement *task, double *value)
{
  double score;

  if (!jalon_number_parse (task->score, &score))
    {
      jalon_report_add (import->report, JALON_SEVERITY_WARNING, task->line,
                        _ ("“%s” is no score from 1 to 5; “%s” was left without one"), task->score,
                        task->text);
      return FALSE;
    }
  if (score < 1 || score > 5)
    jalon_report_add (import->report, JALON_SEVERITY_WARNING, task->line,
                      _ ("the score %s of “%s” is not from 1 to 5; the nearest was taken"),
                      task->score, task->text);
  else if (score != floor (score))
    jalon_report_add (import->report, JALON_SEVERITY_WARNING, task->line,
                      _ ("the score %s of “%s” is no whole number; it was kept"), task->score,
                      task->text);
  *value = CLAMP (score, 1, 5) - 3;
  return TRUE;
}

static void
add_score (Import *import, JalonElement *step, JalonElement *persona, double value)
{
  g_autofree char *text = jalon_number_format (value);
  JalonElement *score = add_child (import, step, JALON_KIND_SCORE, JALON_FIELD_VALUE, text);

  set (import, score, JALON_FIELD_LANE, jalon_element_get_id (import->lane));
  if (persona != NULL)
    set (import, score, JALON_FIELD_PERSONA, jalon_element_get_id (persona));
}

static void
add_task (Import *import, const MermaidStatement *task)
{
  JalonElement *step;
  double value = 0;
  gboolean has_score;

  /* With a stage, and the score of nobody */
  if (import->n_tasks++ >= MAX_TASKS || !has_room (import, 3))
    return;
  if (import->stage == NULL)
    import->stage = add_child (import, import->journey, JALON_KIND_STAGE, JALON_FIELD_TITLE, "");
  step = add_child (import, import->stage, JALON_KIND_STEP, JALON_FIELD_TITLE, task->text);
  if (task->rest != NULL)
    jalon_report_add (
      import->report, JALON_SEVERITY_WARNING, task->line,
      _ ("“%s” was left out: mermaid drops a third part of a task; write #58; for a colon"),
      task->rest);
  has_score = read_score (import, task, &value);
  for (guint i = 0; task->actors[i] != NULL && has_room (import, 2); i++)
    {
      JalonElement *persona = get_persona (import, task->actors[i], task->line);

      if (has_score && persona != NULL)
        add_score (import, step, persona, value);
    }
  if (has_score && task->actors[0] == NULL)
    add_score (import, step, NULL, value);
}

static void
set_title (Import *import, const MermaidStatement *statement)
{
  if (statement->text[0] == '\0')
    jalon_report_add (import->report, JALON_SEVERITY_WARNING, statement->line,
                      _ ("the title is empty; mermaid would take the next line for it"));
  else if (strchr (statement->text, ':') != NULL)
    jalon_report_add (import->report, JALON_SEVERITY_WARNING, statement->line,
                      _ ("“%s” became the title, as in mermaid; was it a task?"), statement->text);
  if (statement->text[0] != '\0')
    set (import, import->journey, JALON_FIELD_TITLE, statement->text);
}

static void
add_stage (Import *import, const MermaidStatement *statement)
{
  if (statement->text[0] == '\0')
    jalon_report_add (import->report, JALON_SEVERITY_WARNING, statement->line,
                      _ ("the section has no name; mermaid would take the next line for it"));
  import->stage = add_child (import, import->journey, JALON_KIND_STAGE, JALON_FIELD_TITLE,
                             statement->text);
}

static void
add_statement (Import *import, const MermaidStatement *statement)
{
  import->line = statement->line;
  if (statement->comment != NULL)
    jalon_report_add (
      import->report, JALON_SEVERITY_WARNING, statement->line,
      _ ("“%s” was left out: mermaid takes what follows “#” for a comment; write #35; for it"),
      statement->comment);
  switch (statement->type)
    {
    case MERMAID_TITLE:
      set_title (import, statement);
      break;

    case MERMAID_ACC_TITLE:
      if (!jalon_element_has (import->journey, JALON_FIELD_TITLE))
        set (import, import->journey, JALON_FIELD_TITLE, statement->text);
      break;

    case MERMAID_ACC_DESCR:
      set (import, import->journey, JALON_FIELD_DESCRIPTION, statement->text);
      break;

    case MERMAID_SECTION:
      if (has_room (import, 1))
        add_stage (import, statement);
      break;

    case MERMAID_TASK:
      add_task (import, statement);
      break;

    case MERMAID_FAULT:
      jalon_report_add (import->report, JALON_SEVERITY_ERROR, statement->line, "%s",
                        statement->text);
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
add_diagram (Import *import, MermaidDiagram *diagram, const char *fallback)
{
  import->line = diagram->line;
  if (!has_room (import, 2))
    return;
  import->journey = add_child (import, import->project, JALON_KIND_JOURNEY, JALON_FIELD_TITLE,
                               diagram->title);
  import->lane = add_child (import, import->journey, JALON_KIND_LANE, JALON_FIELD_TYPE, "emotion");
  set (import, import->lane, JALON_FIELD_SCALE, "5");
  import->stage = NULL;
  import->n_tasks = 0;
  g_string_truncate (import->cast, 0);

  for (guint i = 0; i < diagram->statements->len; i++)
    add_statement (import, g_ptr_array_index (diagram->statements, i));

  set (import, import->journey, JALON_FIELD_PERSONAS, import->cast->str);
  if (!jalon_element_has (import->journey, JALON_FIELD_TITLE))
    set (import, import->journey, JALON_FIELD_TITLE, fallback);
  if (import->n_tasks > MAX_TASKS)
    jalon_report_add (import->report, JALON_SEVERITY_ERROR, diagram->line,
                      _ ("the journey has %u tasks; the first %d were taken"), import->n_tasks,
                      MAX_TASKS);
}

static char *
make_title (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  char *dot = strrchr (base, '.');

  if (dot != NULL && dot > base)
    *dot = '\0';
  return g_utf8_make_valid (base, -1);
}

/* The first error of @report as a GError; FALSE if there is none. */
static gboolean
take_error (JalonReport *report, GError **error)
{
  for (guint i = 0; i < jalon_report_get_n (report); i++)
    if (jalon_report_get (report, i)->severity == JALON_SEVERITY_ERROR)
      {
        g_autofree char *line = jalon_report_to_line (report, i);

        g_set_error_literal (error, JALON_ERROR, JALON_ERROR_SYNTAX, line);
        return TRUE;
      }
  return FALSE;
}

static void
copy_report (JalonReport *from, JalonReport *to)
{
  for (guint i = 0; i < jalon_report_get_n (from); i++)
    {
      const JalonProblem *problem = jalon_report_get (from, i);

      jalon_report_add (to, problem->severity, problem->line, "%s", problem->message);
    }
}

/**
 * jalon_mermaid_recognises:
 * @text: clean UTF-8
 *
 * Returns: %TRUE if @text is or holds a journey diagram, right or wrong
 */
gboolean
jalon_mermaid_recognises (const char *text)
{
  g_autoptr (GPtrArray) diagrams = mermaid_split (text);

  for (guint i = 0; i < diagrams->len; i++)
    if (((MermaidDiagram *) g_ptr_array_index (diagrams, i))->fault == NULL)
      return TRUE;
  return FALSE;
}

/**
 * jalon_mermaid_read:
 * @text: clean UTF-8
 * @name: the name of the file, for messages and for a journey without title
 * @partly: whether to go on past lines that mermaid would refuse; they are in @report then
 * @report: (nullable): where to note what was corrected, and what mermaid drops without a word
 * @error: %JALON_ERROR_SYNTAX
 *
 * Reads journey diagrams of mermaid 11 (https://mermaid.js.org/syntax/userJourney.html): one file,
 * or the fenced blocks of a Markdown text. Sections become stages, tasks steps, actors personas,
 * and scores from 1 to 5 an emotion lane.
 *
 * Returns: (transfer full) (nullable): a project with a journey for each diagram; %NULL on error
 */
JalonElement *
jalon_mermaid_read (const char *text,
                    const char *name,
                    gboolean partly,
                    JalonReport *report,
                    GError **error)
{
  g_autoptr (GPtrArray) diagrams = mermaid_split (text);
  g_autoptr (JalonElement) project = jalon_element_new (JALON_KIND_PROJECT, NULL);
  g_autoptr (GHashTable)
    personas = g_hash_table_new_full (jalon_text_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) cast = g_string_new (NULL);
  g_autoptr (JalonReport) own_report = jalon_report_new (name);
  g_autofree char *title = make_title (name);
  Import import = { .project = project,
                    .personas = personas,
                    .report = own_report,
                    .cast = cast,
                    .n_elements = 1 };
  guint n_journeys = 0;

  jalon_element_set (project, JALON_FIELD_TITLE, title, NULL);
  for (guint i = 0; i < diagrams->len; i++)
    {
      MermaidDiagram *diagram = g_ptr_array_index (diagrams, i);

      if (diagram->fault == NULL)
        add_diagram (&import, diagram, title);
      else
        jalon_report_add (own_report,
                          diagrams->len > 1 ? JALON_SEVERITY_WARNING : JALON_SEVERITY_ERROR,
                          diagram->line, "%s", diagram->fault);
      n_journeys += diagram->fault == NULL ? 1 : 0;
    }
  if (n_journeys == 0 && diagrams->len > 1)
    jalon_report_add (own_report, JALON_SEVERITY_ERROR, 0, _ ("none of its diagrams is a journey"));

  if ((n_journeys == 0 || !partly) && take_error (own_report, error))
    return NULL;
  copy_report (own_report, report);
  return g_steal_pointer (&project);
}
