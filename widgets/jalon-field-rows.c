/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-field-rows.h"

#include "widgets/jalon-choice-row.h"
#include "widgets/jalon-colour-row.h"
#include "widgets/jalon-entry-row.h"
#include "widgets/jalon-flag-row.h"
#include "widgets/jalon-picture-row.h"
#include "widgets/jalon-reference-row.h"
#include "widgets/jalon-references-row.h"
#include "widgets/jalon-text-row.h"

/**
 * jalon_field_row_new:
 * @binding: a field that people are shown
 *
 * Makes the row for a field: what it looks like depends on its type, and whether it is a picture.
 *
 * Returns: (transfer floating): a row of a list box
 */
GtkWidget *
jalon_field_row_new (JalonFieldBinding *binding)
{
  const JalonField *field = jalon_field_binding_get_field (binding);

  switch (field->type)
    {
    case JALON_TYPE_PARAGRAPHS:
      return jalon_text_row_new (binding);
    case JALON_TYPE_CHOICE:
      return jalon_choice_row_new (binding);
    case JALON_TYPE_FLAG:
      return jalon_flag_row_new (binding);
    case JALON_TYPE_COLOUR:
      return jalon_colour_row_new (binding);
    case JALON_TYPE_REFERENCE:
      return field->target == JALON_KIND_IMAGE ? jalon_picture_row_new (binding)
                                               : jalon_reference_row_new (binding);
    case JALON_TYPE_REFERENCES:
      return jalon_references_row_new (binding);
    case JALON_TYPE_LINE:
    case JALON_TYPE_NUMBER:
    case JALON_TYPE_INTEGER:
    case JALON_TYPE_DATE:
    case JALON_TYPE_COUNTS:
    case JALON_TYPE_DATA:
    case JALON_TYPE_RAW:
    default:
      return jalon_entry_row_new (binding);
    }
}
