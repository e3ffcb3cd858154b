/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What claims to have been copied in another window of Jalon. */

#include "fuzz.h"
#include "paste-target.h"
#include "widgets/jalon-clipboard.h"

static gboolean
paste (const JalonPastePlace *place, gconstpointer data, JalonPasted *pasted, GError **error)
{
  return jalon_paste_fragment (place, (JalonFragment *) data, pasted, error);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (JalonFragment) fragment = NULL;
  g_autoptr (GError) error = NULL;

  fragment = jalon_clipboard_parse (bytes, &error);
  if (fragment == NULL)
    fuzz_check_error (error);
  else
    paste_and_take_back (paste, fragment);
  return 0;
}
