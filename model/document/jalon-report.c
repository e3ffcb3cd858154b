/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-report.h"

#include "document/jalon-text.h"

/* A hostile file must not fill the memory with its faults. */
#define MAX_PROBLEMS 100

struct _JalonReport
{
  char *file;
  GPtrArray *problems;
  guint n_left;
};

static void
problem_free (gpointer data)
{
  JalonProblem *problem = data;

  g_free (problem->message);
  g_free (problem);
}

/**
 * jalon_report_new:
 * @file: the name of the file as users know it
 *
 * Makes an empty list of problems.
 *
 * Returns: (transfer full): the report
 */
JalonReport *
jalon_report_new (const char *file)
{
  JalonReport *self = g_new0 (JalonReport, 1);

  self->file = g_strdup (file);
  self->problems = g_ptr_array_new_with_free_func (problem_free);
  return self;
}

void
jalon_report_free (JalonReport *self)
{
  g_ptr_array_unref (self->problems);
  g_free (self->file);
  g_free (self);
}

/* A message is one line, and what it quotes of a file does not reach the terminal as commands. */
static char *
format_line (const char *format, va_list args)
{
  g_autofree char *message = g_strdup_vprintf (format, args);

  return jalon_text_to_message (message, JALON_MESSAGE_MAX);
}

static gboolean
has_error (JalonReport *self)
{
  for (guint i = 0; i < self->problems->len; i++)
    if (jalon_report_get (self, i)->severity == JALON_SEVERITY_ERROR)
      return TRUE;
  return FALSE;
}

/**
 * jalon_report_add:
 * @self: (nullable): a report; with %NULL nothing is noted
 * @severity: how bad it is
 * @line: the line in the file, from 1; 0 if it has none
 * @format: (not nullable): translated printf format, then its values
 *
 * Notes a problem. Past a hundred they are only counted, but the first error is kept.
 */
void
jalon_report_add (JalonReport *self, JalonSeverity severity, guint line, const char *format, ...)
{
  JalonProblem *problem;
  va_list args;

  if (self == NULL)
    return;
  if (self->problems->len == MAX_PROBLEMS)
    {
      self->n_left++;
      if (severity != JALON_SEVERITY_ERROR || has_error (self))
        return;
      g_ptr_array_set_size (self->problems, MAX_PROBLEMS - 1);
    }

  problem = g_new0 (JalonProblem, 1);
  problem->severity = severity;
  problem->line = line;
  va_start (args, format);
  problem->message = format_line (format, args);
  va_end (args);
  g_ptr_array_add (self->problems, problem);
}

const char *
jalon_report_get_file (JalonReport *self)
{
  return self->file;
}

guint
jalon_report_get_n (JalonReport *self)
{
  return self->problems->len;
}

/**
 * jalon_report_get_n_left:
 * @self: a report
 *
 * Returns: how many problems were counted but not kept
 */
guint
jalon_report_get_n_left (JalonReport *self)
{
  return self->n_left;
}

const JalonProblem *
jalon_report_get (JalonReport *self, guint index)
{
  g_return_val_if_fail (index < self->problems->len, NULL);

  return g_ptr_array_index (self->problems, index);
}

/**
 * jalon_report_to_line:
 * @self: a report
 * @index: which problem
 *
 * Returns: (transfer full): the problem as "FILE:LINE: MESSAGE", as compilers write it
 */
char *
jalon_report_to_line (JalonReport *self, guint index)
{
  const JalonProblem *problem = jalon_report_get (self, index);

  if (problem->line == 0)
    return g_strdup_printf ("%s: %s", self->file, problem->message);
  return g_strdup_printf ("%s:%u: %s", self->file, problem->line, problem->message);
}
