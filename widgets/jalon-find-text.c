/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-find-text.h"

#include <glib/gi18n-lib.h>

/* What the find bar says. */

/**
 * jalon_find_text_make_count:
 * @finder: a finder
 * @map: (nullable): the map that is shown
 *
 * Returns: (transfer full): how many hits there are, and which one people are at
 */
char *
jalon_find_text_make_count (JalonFinder *finder, JalonElement *map)
{
  guint n_hits = jalon_finder_get_hits (finder)->len;
  int position = jalon_finder_get_position (finder);

  if (jalon_finder_get_query (finder)[0] == '\0')
    return g_strdup ("");
  if (n_hits == 0)
    return g_strdup (_ ("No results"));
  if (position >= 0)
    /* Translators: the place of a search result among all */
    return g_strdup_printf (_ ("%d of %u"), position + 1, n_hits);
  if (jalon_finder_count_on (finder, map) == 0)
    return g_strdup_printf (ngettext ("%u on another map", "%u on other maps", n_hits), n_hits);
  return g_strdup_printf (ngettext ("%u result", "%u results", n_hits), n_hits);
}

/**
 * jalon_find_text_make_where:
 * @finder: a finder
 * @view: where hits are marked
 *
 * Returns: (transfer full): what the map does not tell of the current hit: in which field it is,
 *   and that it is not drawn
 */
char *
jalon_find_text_make_where (JalonFinder *finder, JalonMapView *view)
{
  const JalonHit *hit = jalon_finder_get_hit (finder);
  const JalonKindInfo *info;
  const char *label;

  if (hit == NULL || jalon_element_get_document (hit->element) == NULL)
    return g_strdup ("");
  info = jalon_kind_get_info (jalon_element_get_kind (hit->element));
  label = hit->field->id != info->title ? _ (hit->field->label) : _ (info->label);
  if (!jalon_map_view_shows (view, hit->element))
    /* Translators: %s is the name of a field or kind of element, for instance "Card" */
    return g_strdup_printf (_ ("%s, not shown here"), label);
  return g_strdup (hit->field->id != info->title ? label : "");
}
