/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-export.h"

#include <glib/gi18n-lib.h>

/* Bytes of a name without its suffix: file systems end at 255, and a temporary name is longer. */
#define MAX_BYTES 200

/* Names of devices on Windows, where a shared folder may end up; Microsoft, "Naming Files, Paths,
 * and Namespaces". With a digit, COM and LPT too. */
static const char *const devices[] = { "con", "prn", "aux", "nul" };

static gboolean
is_device (const char *name)
{
  gsize length = strcspn (name, ".");

  for (guint i = 0; i < G_N_ELEMENTS (devices); i++)
    if (length == 3 && g_ascii_strncasecmp (name, devices[i], 3) == 0)
      return TRUE;
  return length == 4 && g_ascii_isdigit (name[3]) &&
         (g_ascii_strncasecmp (name, "com", 3) == 0 || g_ascii_strncasecmp (name, "lpt", 3) == 0);
}

/* Those that turn the reading direction make "exe.gnp" of "png.exe". */
static gboolean
is_invisible (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR ||
         type == G_UNICODE_PARAGRAPH_SEPARATOR || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C || c == 0xFEFF;
}

static gboolean
is_forbidden (gunichar c)
{
  return c < 0x80 && strchr ("/\\:*?\"<>|", (int) c) != NULL;
}

static char *
clean (const char *title)
{
  GString *name = g_string_new (NULL);

  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      char bytes[6];
      int length;

      if (g_unichar_isspace (c))
        c = ' ';
      else if (is_invisible (c))
        continue;
      else if (is_forbidden (c))
        c = '-';
      length = g_unichar_to_utf8 (c, bytes);
      if (name->len + (gsize) length > MAX_BYTES)
        break;
      g_string_append_len (name, bytes, length);
    }
  return g_string_free (name, FALSE);
}

/* Hidden files begin with a dot, options with a dash, and Windows drops dots and blanks at the
 * end. */
static const char *
strip (char *name)
{
  gsize length = strlen (name);

  while (length > 0 && strchr (". ", name[length - 1]) != NULL)
    name[--length] = '\0';
  return name + strspn (name, ".- ");
}

/**
 * jalon_export_make_stem:
 * @title: what a file is about
 *
 * Makes what stands before the suffix of a file name that any file system takes and that means
 * nothing to any.
 *
 * Returns: (transfer full): a name without suffix, UTF-8; empty if nothing of @title can be in one
 */
char *
jalon_export_make_stem (const char *title)
{
  g_autofree char *valid = NULL;
  g_autofree char *name = NULL;
  const char *stem;

  g_return_val_if_fail (title != NULL, NULL);

  valid = g_utf8_make_valid (title, -1);
  name = clean (valid);
  stem = strip (name);
  return g_strconcat (is_device (stem) ? "_" : "", stem, NULL);
}

/**
 * jalon_export_make_name:
 * @title: the title of a map
 * @format: of the file
 *
 * Makes a file name of a title, see jalon_export_make_stem().
 *
 * Returns: (transfer full): the name with its suffix, UTF-8
 */
char *
jalon_export_make_name (const char *title, JalonFormat format)
{
  g_autofree char *stem = NULL;

  g_return_val_if_fail (title != NULL, NULL);

  stem = jalon_export_make_stem (title);
  return g_strdup_printf ("%s.%s", stem[0] != '\0' ? stem : _ ("Untitled"),
                          jalon_export_get_suffix (format));
}
