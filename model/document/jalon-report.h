/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-types.h"

G_BEGIN_DECLS

/**
 * JalonSeverity:
 * @JALON_SEVERITY_WARNING: something was kept aside, corrected or left out
 * @JALON_SEVERITY_ERROR: something could not be used at all
 */
typedef enum
{
  JALON_SEVERITY_WARNING,
  JALON_SEVERITY_ERROR,
} JalonSeverity;

/**
 * JalonProblem:
 * @severity: how bad it is
 * @line: the line in the file, from 1; 0 if it has none
 * @message: translated: what is wrong and what was done about it
 *
 * One thing that a reader or an importer noticed.
 */
typedef struct
{
  JalonSeverity severity;
  guint         line;
  char         *message;
} JalonProblem;

JalonReport        *jalon_report_new          (const char        *file);
void                jalon_report_free         (JalonReport       *self);
void                jalon_report_add          (JalonReport       *self,
                                               JalonSeverity      severity,
                                               guint              line,
                                               const char        *format,
                                               ...) G_GNUC_PRINTF (4, 5);
const char         *jalon_report_get_file     (JalonReport       *self);
guint               jalon_report_get_n        (JalonReport       *self);
guint               jalon_report_get_n_left   (JalonReport       *self);
const JalonProblem *jalon_report_get          (JalonReport       *self,
                                               guint              index);
char               *jalon_report_to_line      (JalonReport       *self,
                                               guint              index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonReport, jalon_report_free)

G_END_DECLS
