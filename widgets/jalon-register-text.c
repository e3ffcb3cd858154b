/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people read in the columns of a register. */

#include "widgets/jalon-register-cell.h"

#include <glib/gi18n-lib.h>

#include "widgets/jalon-field-text.h"

/**
 * jalon_register_column_get_title:
 * @self: a column
 *
 * Returns: (transfer none): its name, translated
 */
const char *
jalon_register_column_get_title (const JalonRegisterColumn *self)
{
  switch (self->type)
    {
    case JALON_COLUMN_RANK:
      return _ ("Rank");
    case JALON_COLUMN_LIABILITY:
      return _ ("Liability");
    case JALON_COLUMN_FIELD:
    default:
      return _ (self->field->label);
    }
}

/**
 * jalon_register_get_rank:
 * @audience: an element with a parent
 *
 * Returns: its place among those of its kind, from 1
 */
guint
jalon_register_get_rank (JalonElement *audience)
{
  JalonElement *parent = jalon_element_get_parent (audience);
  guint rank = 1;

  for (guint i = 0; i < jalon_element_get_n_children (parent); i++)
    {
      JalonElement *child = jalon_element_get_child (parent, i);

      if (child == audience)
        break;
      rank += jalon_element_get_kind (child) == jalon_element_get_kind (audience) ? 1 : 0;
    }
  return rank;
}

/**
 * jalon_register_column_get_text:
 * @self: a column
 * @element: an audience
 *
 * Returns: (transfer full): what people read in the column, "" for nothing
 */
char *
jalon_register_column_get_text (const JalonRegisterColumn *self, JalonElement *element)
{
  switch (self->type)
    {
    case JALON_COLUMN_RANK:
      return g_strdup_printf ("%u", jalon_register_get_rank (element));

    case JALON_COLUMN_LIABILITY:
      return g_strdup (jalon_element_is_liability (element) ? _ ("liability") : "");

    case JALON_COLUMN_FIELD:
    default:
      return jalon_field_to_line (self->field, element);
    }
}
