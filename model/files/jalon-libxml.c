/* SPDX-License-Identifier: GPL-3.0-or-later */

/* libxml2 brings ICU and the C++ library along. To link them takes a third of the time that any
 * program takes to start that is linked with libxml2, and a command that reads no XML has no use
 * for them: so it is loaded with the first file. */

#include "files/jalon-libxml.h"

#include <gmodule.h>

#define LIBRARY "libxml2.so.2"

static gpointer
load (gpointer data)
{
  GModule *module = g_module_open (LIBRARY, G_MODULE_BIND_LOCAL);
  JalonLibxml *self = g_new0 (JalonLibxml, 1);
  gboolean is_complete = module != NULL;

#define LOOK_UP(NAME)                                                                              \
  is_complete = is_complete && g_module_symbol (module, #NAME, (gpointer *) &self->NAME);
  JALON_LIBXML_FUNCTIONS (LOOK_UP)
#undef LOOK_UP
  if (!is_complete)
    g_error ("Jalon cannot run without %s: %s", LIBRARY, g_module_error ());
  return self;
}

/* Never freed, as a library that is linked is not. */
const JalonLibxml *
jalon_libxml_get (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load, NULL);
}
