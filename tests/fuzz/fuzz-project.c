/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A project file: refused with a message, or read; then it can be saved and read again as it is. */

#include "files/jalon-reader.h"
#include "fuzz.h"

static void
check_report (JalonReport *report)
{
  for (guint i = 0; i < jalon_report_get_n (report); i++)
    {
      g_autofree char *line = jalon_report_to_line (report, i);
      g_autoptr (GError) error = g_error_new_literal (G_FILE_ERROR, 0, line);

      fuzz_check_error (error);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (JalonReport) report = jalon_report_new ("fuzz");
  g_autoptr (JalonElement) project = NULL;
  g_autoptr (GError) error = NULL;

  project = jalon_reader_read (bytes, "fuzz", report, &error);
  if (project == NULL)
    fuzz_check_error (error);
  else
    g_bytes_unref (fuzz_check_project (project));
  check_report (report);
  return 0;
}
