/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "document/jalon-document.h"
#include "document/jalon-report.h"
#include "drawing/jalon-export.h"
#include "drawing/jalon-scene.h"
#include "files/jalon-store.h"

G_BEGIN_DECLS

/**
 * CliStatus:
 * @CLI_OK: done
 * @CLI_INPUT: the input is not what it should be
 * @CLI_USAGE: the command line is not
 * @CLI_IO: something could not be read or written
 *
 * Exit statuses.
 */
typedef enum
{
  CLI_OK,
  CLI_INPUT,
  CLI_USAGE,
  CLI_IO,
} CliStatus;

typedef CliStatus (*CliFunc) (int   argc,
                              char *argv[]);

CliStatus      cli_run_check   (int             argc,
                                char           *argv[]);
CliStatus      cli_run_diff    (int             argc,
                                char           *argv[]);
CliStatus      cli_run_export  (int             argc,
                                char           *argv[]);
CliStatus      cli_run_import  (int             argc,
                                char           *argv[]);
CliStatus      cli_run_info    (int             argc,
                                char           *argv[]);
CliStatus      cli_run_merge   (int             argc,
                                char           *argv[]);
CliStatus      cli_run_new     (int             argc,
                                char           *argv[]);
CliStatus      cli_run_schema  (int             argc,
                                char           *argv[]);

void           cli_begin       (void);
CliStatus      cli_finish      (CliStatus       status);
CliStatus      cli_parse       (int             argc,
                                char           *argv[],
                                const char     *parameters,
                                const char     *summary,
                                GOptionEntry   *entries);
CliStatus      cli_usage       (const char     *format,
                                ...) G_GNUC_PRINTF (1, 2);
void           cli_complain    (const char     *message);
CliStatus      cli_fail        (const GError   *error);
void           cli_tell_report (JalonReport    *report);

char          *cli_get_name    (const char     *path);
GFile         *cli_get_file    (const char     *path);
GBytes        *cli_read        (const char     *path,
                                GError        **error);
gboolean       cli_print       (GBytes         *bytes,
                                GError        **error);
gboolean       cli_print_text  (const char     *text,
                                GError        **error);
gboolean       cli_save        (const char     *path,
                                JalonElement   *project,
                                JalonSaveFlags  flags,
                                GError        **error);
JalonDocument *cli_open        (const char     *path,
                                JalonReport   **report,
                                GError        **error);

char          *cli_make_outline (JalonElement  *project);

GPtrArray     *cli_list_maps   (JalonDocument  *document);
JalonElement  *cli_find_map    (JalonDocument  *document,
                                const char     *name,
                                const char     *file,
                                GError        **error);
CliStatus      cli_find_theme  (const char     *name,
                                const JalonTheme **theme);
gboolean       cli_write_scene (JalonScene     *scene,
                                JalonFormat     format,
                                double          scale,
                                const char     *path,
                                GError        **error);

G_END_DECLS
