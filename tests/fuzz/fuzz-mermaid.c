/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A Mermaid file: what comes of it is a project that can be saved and read again as it is. */

#include "exchange/jalon-import.h"
#include "fuzz.h"

static void
import (GBytes *bytes, gboolean partly)
{
  g_autoptr (JalonElement) project = NULL;
  g_autoptr (GError) error = NULL;

  project = jalon_importer_read (jalon_importer_find ("mermaid"), bytes, "fuzz.mmd", partly, NULL,
                                 &error);
  if (project == NULL)
    fuzz_check_error (error);
  else
    g_bytes_unref (fuzz_check_project (project));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  import (bytes, FALSE);
  import (bytes, TRUE);
  return 0;
}
