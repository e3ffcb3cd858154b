/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>

#include "app/jalon-application.h"
#include "document/jalon-thread.h"
#include "drawing/jalon-fonts.h"
#include "jalon-config.h"

int
main (int argc, char **argv)
{
  GApplication *application;
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, JALON_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* A limit of the size of files is an error of writing, not an end of the program. */
  signal (SIGXFSZ, SIG_IGN);
  g_set_application_name (_ ("Jalon"));

  application = jalon_application_new ();
  status = g_application_run (application, argc, argv);
  g_object_unref (application);
  jalon_fonts_unbind ();
  jalon_thread_end_program (status);
}
