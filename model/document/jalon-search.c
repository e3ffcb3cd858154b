/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-search.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-text.h"

typedef struct
{
  const char *needle;
  GArray *hits;
} Search;

static const char *
get_choice_label (const JalonChoice *choices, const char *nick)
{
  int choice = jalon_choices_find (choices, nick);

  return choice >= 0 ? _ (choices[choice].label) : nick;
}

/* What people read of a value; NULL for what they never see. */
static const char *
get_readable (const JalonField *field, const char *text)
{
  if (field->label == NULL)
    return NULL;

  switch (field->type)
    {
    case JALON_TYPE_CHOICE:
      return get_choice_label (field->choices, text);

    case JALON_TYPE_COLOUR:
      return get_choice_label (jalon_palette, text);

    case JALON_TYPE_LINE:
    case JALON_TYPE_PARAGRAPHS:
    case JALON_TYPE_NUMBER:
    case JALON_TYPE_INTEGER:
    case JALON_TYPE_DATE:
    case JALON_TYPE_COUNTS:
      return text;

    case JALON_TYPE_FLAG:
    case JALON_TYPE_REFERENCE:
    case JALON_TYPE_REFERENCES:
    case JALON_TYPE_DATA:
    case JALON_TYPE_RAW:
    default:
      return NULL;
    }
}

static void
search_element (JalonElement *element, gpointer data)
{
  Search *search = data;

  for (guint i = 0; i < jalon_element_get_n_values (element); i++)
    {
      const char *text;
      const JalonField *field = jalon_element_get_value (element, i, &text);
      const char *readable = get_readable (field, text);
      g_autofree char *folded = readable != NULL ? jalon_text_fold (readable) : NULL;

      if (folded != NULL && strstr (folded, search->needle) != NULL)
        g_array_append_val (search->hits, ((JalonHit){ element, field }));
    }
}

/**
 * jalon_search:
 * @within: an element
 * @query: what to look for
 *
 * Looks for @query in all that people have set and can read of @within and of what is below it, in
 * the words in which they read it. Case and accents do not count.
 *
 * Returns: (transfer full) (element-type JalonHit): the hits in the order of the file; none for ""
 */
GArray *
jalon_search (JalonElement *within, const char *query)
{
  g_autofree char *needle = NULL;
  Search search;

  g_return_val_if_fail (JALON_IS_ELEMENT (within) && query != NULL, NULL);

  needle = jalon_text_fold (query);
  search = (Search){ needle, g_array_new (FALSE, FALSE, sizeof (JalonHit)) };
  if (needle[0] != '\0')
    jalon_element_foreach (within, search_element, &search);
  return search.hits;
}
