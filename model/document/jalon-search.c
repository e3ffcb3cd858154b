/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-search.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-text.h"

typedef struct
{
  char *needle;
  GArray *hits;
} Search;

/* What people read of a value; NULL for what they never see. */
static const char *
get_readable (const JalonField *field, const char *text)
{
  int choice;

  if (field->label == NULL || jalon_field_is_reference (field))
    return NULL;
  if (field->type != JALON_TYPE_CHOICE)
    return field->type == JALON_TYPE_FLAG || field->type == JALON_TYPE_DATA ? NULL : text;
  choice = jalon_choices_find (field->choices, text);
  return choice >= 0 ? _ (field->choices[choice].label) : NULL;
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
 * Looks for @query in all that people can read of @within and of what is below it. Case and accents
 * do not count.
 *
 * Returns: (transfer full) (element-type JalonHit): the hits in the order of the file; none for ""
 */
GArray *
jalon_search (JalonElement *within, const char *query)
{
  g_autofree char *needle = jalon_text_fold (query);
  Search search = { needle, g_array_new (FALSE, FALSE, sizeof (JalonHit)) };

  if (needle[0] != '\0')
    jalon_element_foreach (within, search_element, &search);
  return search.hits;
}
