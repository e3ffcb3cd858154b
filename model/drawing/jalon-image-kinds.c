/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-image-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How far markup may begin behind comments and declarations. */
#define MARKUP_START 4096

typedef struct
{
  gsize offset;
  const char *mark;
  gsize length;
  const char *name;
} Kind;

#define AT(offset, mark, name)                                                                     \
  {                                                                                                \
    offset, mark, sizeof mark - 1, name                                                            \
  }

/* What begins like this. The first that fits counts. */
static const Kind kinds[] = {
  AT (0, "GIF8", N_ ("a GIF picture")),
  AT (8, "WEBP", N_ ("a WebP picture")),
  AT (4, "ftypavif", N_ ("an AVIF picture")),
  AT (4, "ftypavis", N_ ("an AVIF picture")),
  AT (4, "ftyphei", N_ ("a HEIC picture")),
  AT (4, "ftyphev", N_ ("a HEIC picture")),
  AT (4, "ftypmif1", N_ ("a HEIC picture")),
  AT (4, "ftypmsf1", N_ ("a HEIC picture")),
  AT (4, "ftyp", N_ ("a video")),
  AT (0, "\x1A\x45\xDF\xA3", N_ ("a video")),
  AT (0, "II*\0", N_ ("a TIFF picture")),
  AT (0, "MM\0*", N_ ("a TIFF picture")),
  AT (0, "\0\0\1\0", N_ ("an icon")),
  AT (0, "\0\0\0\x0CJXL ", N_ ("a JPEG XL picture")),
  AT (0, "\xFF\x0A", N_ ("a JPEG XL picture")),
  AT (0, "8BPS", N_ ("a Photoshop picture")),
  AT (0, "gimp xcf", N_ ("a GIMP picture")),
  AT (0, "%PDF-", N_ ("a PDF document")),
  AT (0, "%!PS", N_ ("a PostScript document")),
  AT (0, "PK\3\4", N_ ("an archive or a document")),
};

/* ASCII letters in either case. */
static gboolean
mentions (const char *start, const char *word)
{
  g_autofree char *lower = g_ascii_strdown (start, -1);

  return strstr (lower, word) != NULL;
}

static const char *
name_markup (const guchar *data, gsize length)
{
  g_autofree char *start = g_strndup ((const char *) data, MIN (length, MARKUP_START));
  const char *text = start;

  if (g_str_has_prefix (text, "\xEF\xBB\xBF"))
    text += 3;
  while (g_ascii_isspace (*text))
    text++;
  if (*text != '<')
    return NULL;
  if (mentions (text, "<svg"))
    return N_ ("an SVG drawing");
  if (mentions (text, "<html"))
    return N_ ("a web page");
  return NULL;
}

/* "BM" alone may begin a text; two fields of the header are zero. */
static gboolean
is_bmp (const guchar *data, gsize length)
{
  return length >= 26 && memcmp (data, "BM", 2) == 0 && memcmp (data + 6, "\0\0\0\0", 4) == 0;
}

/**
 * jalon_image_name_foreign:
 * @data: (array length=length): the bytes of a file that is no PNG or JPEG picture
 * @length: how many
 *
 * Says what a file is by its content, whatever its name: people should read why it is not taken.
 *
 * Returns: (transfer none) (nullable): its kind, translated, with an article; %NULL if it is none
 *   that is known here
 */
const char *
jalon_image_name_foreign (const guchar *data, gsize length)
{
  const char *markup;

  if (length == 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].offset + kinds[i].length <= length &&
        memcmp (data + kinds[i].offset, kinds[i].mark, kinds[i].length) == 0)
      return _ (kinds[i].name);
  if (is_bmp (data, length))
    return _ ("a BMP picture");
  markup = name_markup (data, length);
  return markup != NULL ? _ (markup) : NULL;
}
