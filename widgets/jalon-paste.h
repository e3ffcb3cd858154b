/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-fragment.h"
#include "widgets/jalon-slot.h"

G_BEGIN_DECLS

/* The most texts that are pasted at once: what is beyond was hardly meant for a map. */
#define JALON_PASTE_MAX 2000

/* The longest of them, in bytes. GTK needs minutes to lay out a word of a megabyte, and a text
 * view in the inspector would do so. */
#define JALON_PASTE_LENGTH 10000

/**
 * JalonSlotFunc:
 * @column: how many cells to the right
 * @row: how many cells down
 * @data: of the place
 *
 * Returns: (nullable): the slot there, seen from where the keys are; %NULL outside of the map
 */
typedef const JalonSlot *(*JalonSlotFunc) (guint    column,
                                           guint    row,
                                           gpointer data);

/**
 * JalonPastePlace:
 * @document: a document
 * @element: (nullable): what the keys are on
 * @get_slot: which slot they are in, and those around it
 * @data: for @get_slot
 *
 * Where something is pasted.
 */
typedef struct
{
  JalonDocument *document;
  JalonElement  *element;
  JalonSlotFunc  get_slot;
  gpointer       data;
} JalonPastePlace;

/**
 * JalonPasted:
 * @elements: (element-type JalonElement): what is new, or has a new value
 * @brought: (nullable) (element-type JalonElement): what came along, as it is referred to
 * @n_outside: how much stood in cells that the map has not
 * @n_refused: how much no place was found for
 * @n_unfit: how many values are none of their column
 * @n_lost: how much lacks what it cannot be without
 *
 * What came of it.
 */
typedef struct
{
  GPtrArray *elements;
  GPtrArray *brought;
  guint      n_outside;
  guint      n_refused;
  guint      n_unfit;
  guint      n_lost;
} JalonPasted;

/**
 * JalonPasteRows:
 * @fields: (array length=n_fields): into which field each column goes
 * @n_fields: how many of them there are
 * @present: (nullable) (element-type JalonElement): what gets the values, row by row; %NULL for new
 *   elements
 * @repeats: whether all of @present get something, also where there are fewer rows
 *
 * Where a table goes whose rows are elements.
 */
typedef struct
{
  const JalonField *const *fields;
  guint                    n_fields;
  GPtrArray               *present;
  gboolean                 repeats;
} JalonPasteRows;

const JalonSlot *jalon_paste_get_only_slot (guint     column,
                                            guint     row,
                                            gpointer  data);

gboolean  jalon_paste_fragment  (const JalonPastePlace  *place,
                                 JalonFragment          *fragment,
                                 JalonPasted            *pasted,
                                 GError                **error);
gboolean  jalon_paste_text      (const JalonPastePlace  *place,
                                 const char             *text,
                                 JalonPasted            *pasted,
                                 GError                **error);
gboolean  jalon_paste_rows      (const JalonPastePlace  *place,
                                 const JalonPasteRows   *rows,
                                 const char             *text,
                                 JalonPasted            *pasted,
                                 GError                **error);
char     *jalon_pasted_describe (const JalonPasted      *pasted);
void      jalon_pasted_clear    (JalonPasted            *pasted);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JalonPasted, jalon_pasted_clear)

G_END_DECLS
