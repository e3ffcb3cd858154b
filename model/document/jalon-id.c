/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-id.h"

#include <sys/random.h>

/**
 * jalon_id_new:
 *
 * Makes an id: %JALON_ID_LENGTH characters of base 32 (RFC 4648, lower case), 60 random bits from
 * the kernel, never derived from a position or a time, so that copies of a file can be merged.
 *
 * Returns: (transfer full): the id
 */
char *
jalon_id_new (void)
{
  static const char alphabet[32] = "abcdefghijklmnopqrstuvwxyz234567";
  guint8 bytes[JALON_ID_LENGTH];
  char *id;

  if (getentropy (bytes, sizeof bytes) != 0)
    g_error ("The system has no random numbers: %s", g_strerror (errno));

  id = g_malloc (JALON_ID_LENGTH + 1);
  for (guint i = 0; i < JALON_ID_LENGTH; i++)
    id[i] = alphabet[bytes[i] & 31];
  id[JALON_ID_LENGTH] = '\0';
  return id;
}

/* Every element and reference of a file is looked at. */
static const gboolean is_id_character[256] = {
  ['-'] = TRUE, ['_'] = TRUE, ['0' ... '9'] = TRUE, ['A' ... 'Z'] = TRUE, ['a' ... 'z'] = TRUE,
};

/**
 * jalon_id_is_valid:
 * @id: (nullable): a text
 *
 * Tells whether @id can name an element: 1 to %JALON_ID_MAX ASCII letters, digits, '-' or '_'.
 *
 * Returns: %TRUE if it can
 */
gboolean
jalon_id_is_valid (const char *id)
{
  const char *end = id;

  if (id == NULL)
    return FALSE;
  while (is_id_character[(guchar) *end])
    end++;
  return *end == '\0' && end > id && end - id <= JALON_ID_MAX;
}
