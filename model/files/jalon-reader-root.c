/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a file is a project, and of which version. */

#include "files/jalon-reader-private.h"

#include <glib/gi18n-lib.h>

#include "files/jalon-format.h"

/* The major version in a namespace of ours, 0 if it is another one. */
static guint
get_major (const char *uri)
{
  const char *number = uri;
  guint64 major;

  if (uri == NULL || !g_str_has_prefix (uri, JALON_NAMESPACE_STEM))
    return 0;
  number += strlen (JALON_NAMESPACE_STEM);
  return g_ascii_string_to_unsigned (number, 10, 1, G_MAXUINT16, &major, NULL) ? major : 0;
}

static gboolean
parse_version (const char *version, guint *major)
{
  g_auto (GStrv) parts = g_strsplit (version, ".", 3);
  guint64 high, low;

  if (g_strv_length (parts) != 2 ||
      !g_ascii_string_to_unsigned (parts[0], 10, 1, G_MAXUINT16, &high, NULL) ||
      !g_ascii_string_to_unsigned (parts[1], 10, 0, G_MAXUINT16, &low, NULL))
    return FALSE;
  *major = high;
  return TRUE;
}

static gboolean
has_attribute (const char *name, int n_attributes, const xmlChar **attributes)
{
  for (int i = 0; i < n_attributes; i++)
    if (ATTRIBUTE_PREFIX (attributes, i) == NULL &&
        strcmp (ATTRIBUTE_NAME (attributes, i), name) == 0)
      return TRUE;
  return FALSE;
}

/* The version has been read as every field is; here it is understood. */
void
reader_check_version (Reader *self)
{
  const JalonField *field = jalon_kind_get_field (JALON_KIND_PROJECT, JALON_FIELD_VERSION);
  const char *version = jalon_element_get_text (self->project, JALON_FIELD_VERSION);
  guint line = reader_line (self);
  guint major;

  if (!parse_version (version, &major))
    reader_refuse (self, JALON_ERROR_VERSION, line,
                   _ ("“%.60s” is not a version of the project format that this Jalon knows; it "
                      "knows %d.0 and its minor versions"),
                   version, JALON_FORMAT_MAJOR);
  else if (MAX (major, self->major) > JALON_FORMAT_MAJOR)
    {
      jalon_report_add (self->report, JALON_SEVERITY_WARNING, line,
                        _ ("This project was written by a newer Jalon (format %u). It is shown as "
                           "far as this version understands it, and cannot be saved"),
                        MAX (major, self->major));
      if (self->major > major)
        jalon_element_take (self->project, field, g_strdup_printf ("%u.0", self->major));
    }
}

static gboolean
is_ours (Reader *self, const char *name, const char *uri)
{
  self->namespace = BAD_CAST uri;
  self->major = get_major (uri);
  return self->major > 0 && strcmp (name, jalon_kind_get_info (JALON_KIND_PROJECT)->name) == 0;
}

/* Refuses what is no project. */
void
reader_check_root (Reader *self,
                   const char *name,
                   const char *uri,
                   int n_attributes,
                   const xmlChar **attributes)
{
  guint line = reader_line (self);

  if (!is_ours (self, name, uri))
    reader_refuse (self, JALON_ERROR_SYNTAX, line,
                   uri != NULL ? _ ("This is XML but no Jalon project: it begins with <%.60s> of "
                                    "the namespace “%.120s”")
                               : _ ("This is XML but no Jalon project: it begins with <%.60s>"),
                   name, uri);
  else if (self->parser->version != NULL &&
           strcmp ((const char *) self->parser->version, "1.0") != 0)
    reader_refuse (self, JALON_ERROR_SYNTAX, line, _ ("XML %.20s is not supported, only XML 1.0"),
                   (const char *) self->parser->version);
  else if (!has_attribute ("version", n_attributes, attributes))
    jalon_report_add (self->report, JALON_SEVERITY_WARNING, line,
                      _ ("<project> has no version; it is read as version %d.%d"),
                      JALON_FORMAT_MAJOR, JALON_FORMAT_MINOR);
}

/**
 * jalon_reader_is_newer:
 * @project: a project that was read
 *
 * Tells whether the project is of a newer major version than this program writes: it can be looked
 * at but must not be saved.
 *
 * Returns: %TRUE if it is
 */
gboolean
jalon_reader_is_newer (JalonElement *project)
{
  guint major = 0;

  g_return_val_if_fail (JALON_IS_ELEMENT (project), FALSE);

  return parse_version (jalon_element_get_text (project, JALON_FIELD_VERSION), &major) &&
         major > JALON_FORMAT_MAJOR;
}
