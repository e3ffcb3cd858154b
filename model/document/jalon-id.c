/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-id.h"

#include <sys/random.h>

/* @bytes in base 32 (RFC 4648, lower case), five bits of each. */
static char *
spell (const guint8 bytes[])
{
  static const char alphabet[32] = "abcdefghijklmnopqrstuvwxyz234567";
  char *id = g_malloc (JALON_ID_LENGTH + 1);

  for (guint i = 0; i < JALON_ID_LENGTH; i++)
    id[i] = alphabet[bytes[i] & 31];
  id[JALON_ID_LENGTH] = '\0';
  return id;
}

/**
 * jalon_id_new:
 *
 * Makes an id: %JALON_ID_LENGTH characters of base 32, 60 random bits from the kernel, never
 * derived from a position or a time, so that copies of a file can be merged.
 *
 * Returns: (transfer full): the id
 */
char *
jalon_id_new (void)
{
  guint8 bytes[JALON_ID_LENGTH];

  if (getentropy (bytes, sizeof bytes) != 0)
    g_error ("The system has no random numbers: %s", g_strerror (errno));
  return spell (bytes);
}

/**
 * jalon_id_derive:
 * @seed: a text
 *
 * Makes an id that is the same wherever it is made of the same text: for what has none of its own
 * in a file, so that all who read the file know it by the same.
 *
 * Returns: (transfer full): the id
 */
char *
jalon_id_derive (const char *seed)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 bytes[32];
  gsize length = sizeof bytes;

  g_checksum_update (sum, (const guchar *) seed, -1);
  g_checksum_get_digest (sum, bytes, &length);
  return spell (bytes);
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

/**
 * jalon_id_next:
 * @text: (inout): what a field of references holds, from the next id on
 * @id: gets the id, and @text what follows it
 *
 * Takes an id from a list of them.
 *
 * Returns: %FALSE if there was none left, or what is left does not begin with one
 */
gboolean
jalon_id_next (const char **text, char id[JALON_ID_MAX + 1])
{
  gsize length = strcspn (*text, " ");

  if (length == 0 || length > JALON_ID_MAX)
    return FALSE;
  memcpy (id, *text, length);
  id[length] = '\0';
  *text += length + ((*text)[length] == ' ' ? 1 : 0);
  return TRUE;
}
