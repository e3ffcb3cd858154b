/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people should know of what they have pasted. */

#include <glib/gi18n-lib.h>

#include "widgets/jalon-candidates.h"
#include "widgets/jalon-field-text.h"
#include "widgets/jalon-paste.h"

/* How many names a message lists, and how much of each, in letters */
#define NAMES 3
#define NAME_LETTERS 30

static void
append (GString *text, guint n, char *sentence)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

/* What came along, but for pictures: those are part of what shows them. */
static GPtrArray *
list_brought (const JalonPasted *pasted)
{
  GPtrArray *things = g_ptr_array_new ();

  for (guint i = 0; pasted->brought != NULL && i < pasted->brought->len; i++)
    if (jalon_element_get_kind (pasted->brought->pdata[i]) != JALON_KIND_IMAGE)
      g_ptr_array_add (things, pasted->brought->pdata[i]);
  return things;
}

/* How the first of @elements are called */
static char *
name_some (GPtrArray *elements)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (elements->len, NAMES); i++)
    {
      const char *name = jalon_candidates_name (elements->pdata[i]);
      g_autofree char *beginning = jalon_field_text_shorten (name, NAME_LETTERS);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", beginning);
    }
  if (elements->len > NAMES)
    g_string_append (names, ", …");
  return g_string_free (names, FALSE);
}

/**
 * jalon_pasted_describe:
 * @pasted: what came of it
 *
 * Says what people should know: what did not fit, and what came without being asked for.
 *
 * Returns: (transfer full) (nullable): a few sentences; %NULL if all went as one expects
 */
char *
jalon_pasted_describe (const JalonPasted *pasted)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) brought = list_brought (pasted);
  g_autofree char *names = name_some (brought);

  append (text, pasted->n_outside,
          g_strdup_printf (ngettext ("%u cell did not fit: the map ends there.",
                                     "%u cells did not fit: the map ends there.",
                                     pasted->n_outside),
                           pasted->n_outside));
  append (text, pasted->n_refused,
          g_strdup_printf (ngettext ("%u of them has no place here.",
                                     "%u of them have no place here.", pasted->n_refused),
                           pasted->n_refused));
  append (text, pasted->n_unfit,
          g_strdup_printf (ngettext ("%u value does not fit its column.",
                                     "%u values do not fit their columns.", pasted->n_unfit),
                           pasted->n_unfit));
  append (text, pasted->n_lost,
          g_strdup_printf (ngettext ("%u stayed out, as what it belongs to is not here.",
                                     "%u stayed out, as what they belong to is not here.",
                                     pasted->n_lost),
                           pasted->n_lost));
  append (text, brought->len,
          /* Translators: %s is how they are called, the first three of them */
          g_strdup_printf (ngettext ("%u thing that it refers to came along (%s).",
                                     "%u things that it refers to came along (%s).", brought->len),
                           brought->len, names));
  return g_string_free (text, text->len == 0);
}

void
jalon_pasted_clear (JalonPasted *pasted)
{
  g_clear_pointer (&pasted->elements, g_ptr_array_unref);
  g_clear_pointer (&pasted->brought, g_ptr_array_unref);
}
