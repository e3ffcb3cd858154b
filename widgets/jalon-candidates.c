/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-candidates.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  JalonElement *element;
  GPtrArray *found;
} Search;

static void
add_other (JalonElement *element, gpointer data)
{
  Search *search = data;

  if (element != search->element)
    g_ptr_array_add (search->found, element);
}

/**
 * jalon_candidates_find:
 * @element: an element in a document
 * @field: a reference of it
 *
 * Finds what a reference could name: what the project holds, or else what is on the same map.
 *
 * Returns: (transfer container) (element-type JalonElement): elements in the order of the file
 */
GPtrArray *
jalon_candidates_find (JalonElement *element, const JalonField *field)
{
  Search search = { element, g_ptr_array_new () };
  JalonElement *root = jalon_document_get_project (jalon_element_get_document (element));

  if (!jalon_kind_can_hold (JALON_KIND_PROJECT, field->target))
    root = jalon_element_get_map (element);
  jalon_element_foreach_of (root, JALON_KIND_BIT (field->target), add_other, &search);
  return search.found;
}

/**
 * jalon_candidates_name:
 * @element: an element
 *
 * Returns: (transfer none): its title, or what it is if it has none
 */
const char *
jalon_candidates_name (JalonElement *element)
{
  const char *title = jalon_element_get_title (element);

  return title[0] != '\0' ? title
                          : _ (jalon_kind_get_info (jalon_element_get_kind (element))->label);
}
