/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-extent.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-error.h"
#include "document/jalon-limits.h"

/* What stands around the name and the id of an element, on two lines: < id=""></> */
#define AROUND_ELEMENT 40

/* The declaration, the name of the format and its version. */
#define AROUND_PROJECT 128

/* What stands around the name and the text of a value. */
#define AROUND_VALUE 4

/* The most that a file writes for each character that cannot stand for itself; 1 for others. */
static const guchar lengths[256] = {
  ['&'] = 5, ['<'] = 4, ['>'] = 4, ['"'] = 6, ['\t'] = 4, ['\n'] = 5, ['\r'] = 5,
};

/* How many bytes @text has in a file. */
static gint64
measure_text (const char *text)
{
  gint64 n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += MAX (lengths[(guchar) *p], 1);
  return n;
}

/* How many elements @xml begins, at most; what is kept without being one counts as one. */
static gint64
count_tags (const char *xml)
{
  gint64 n = 0;

  for (const char *p = strchr (xml, '<'); p != NULL; p = strchr (p + 1, '<'))
    n += p[1] != '/' && p[1] != '!' && p[1] != '?';
  return MAX (n, 1);
}

/**
 * jalon_extent_add_value:
 * @self: an extent
 * @field: what the value is of
 * @text: the value, canonical
 * @sign: 1 to add, -1 to take away
 *
 * Counts one value.
 */
void
jalon_extent_add_value (JalonExtent *self, const JalonField *field, const char *text, int sign)
{
  gint64 n;

  if (text[0] == '\0')
    return;
  /* Both stand in the file as they are; a picture is long. */
  if (field->type == JALON_TYPE_RAW || field->type == JALON_TYPE_DATA)
    n = (gint64) strlen (text);
  else
    n = measure_text (text);
  self->n_bytes += sign * (n + (gint64) strlen (field->name) + AROUND_VALUE);
  self->n_strangers += field->type == JALON_TYPE_RAW && sign > 0;
  if (field->id == JALON_FIELD_RAW)
    self->n_elements += sign * count_tags (text);
}

/**
 * jalon_extent_add_element:
 * @self: an extent
 * @element: an element
 * @sign: 1 to add, -1 to take away
 *
 * Counts one element, without those below it.
 */
void
jalon_extent_add_element (JalonExtent *self, JalonElement *element, int sign)
{
  const JalonKind kind = jalon_element_get_kind (element);
  gsize n = 2 * strlen (jalon_kind_get_info (kind)->name) +
            strlen (jalon_element_get_id (element)) + AROUND_ELEMENT;

  n += kind == JALON_KIND_PROJECT ? AROUND_PROJECT : 0;
  self->n_bytes += sign * (gint64) n;
  /* What a newer version has put there is counted with its text. */
  self->n_elements += kind == JALON_KIND_UNKNOWN ? 0 : sign;
  for (guint i = 0; i < jalon_element_get_n_values (element); i++)
    {
      const char *text;
      const JalonField *field = jalon_element_get_value (element, i, &text);

      jalon_extent_add_value (self, field, text, sign);
    }
}

/**
 * jalon_extent_check:
 * @self: how large a project is
 * @before: how large it was; what has become smaller is never refused
 * @error: %JALON_ERROR_REFUSED
 *
 * Returns: %TRUE if a file can hold it
 */
gboolean
jalon_extent_check (const JalonExtent *self, const JalonExtent *before, GError **error)
{
  if (self->n_elements > JALON_ELEMENTS_MAX && self->n_elements > before->n_elements)
    g_set_error (error, JALON_ERROR, JALON_ERROR_REFUSED,
                 _ ("There is no room for it: a project has at most %d elements"),
                 JALON_ELEMENTS_MAX);
  else if (self->n_bytes > JALON_FILE_MAX && self->n_bytes > before->n_bytes)
    g_set_error (error, JALON_ERROR, JALON_ERROR_REFUSED,
                 _ ("There is no room for it: a project has at most %d MiB, with its pictures"),
                 JALON_FILE_MAX / (1024 * 1024));
  else
    return TRUE;
  return FALSE;
}
