/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-element.h"
#include "document/jalon-report.h"

G_BEGIN_DECLS

/* The largest file that is imported, in bytes */
#define JALON_IMPORT_MAX (8 * 1024 * 1024)

typedef gboolean (*JalonImportSniffFunc) (const char *text);
typedef JalonElement *(*JalonImportFunc) (const char  *text,
                                          const char  *name,
                                          gboolean     partly,
                                          JalonReport *report,
                                          GError     **error);

/**
 * JalonImporter:
 * @nick: its name on the command line
 * @label: its name for people, untranslated
 * @patterns: (array zero-terminated=1): globs of file names
 * @recognises: tells whether a text is of this format, whatever its file is called
 * @read: what reads a text
 *
 * A format that can be imported.
 */
typedef struct
{
  const char           *nick;
  const char           *label;
  const char           *patterns[4];
  JalonImportSniffFunc  recognises;
  JalonImportFunc       read;
} JalonImporter;

const JalonImporter *jalon_importer_get      (guint                index);
const JalonImporter *jalon_importer_find     (const char          *nick);
const JalonImporter *jalon_importer_for_file (const char          *name);
const JalonImporter *jalon_importer_guess    (GBytes              *bytes,
                                              const char          *name);
JalonElement        *jalon_importer_read     (const JalonImporter *self,
                                              GBytes              *bytes,
                                              const char          *name,
                                              gboolean             partly,
                                              JalonReport         *report,
                                              GError             **error);

G_END_DECLS
