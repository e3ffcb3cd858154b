/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-document.h"

G_BEGIN_DECLS

#define JALON_TYPE_FRAGMENT (jalon_fragment_get_type ())

G_DECLARE_FINAL_TYPE (JalonFragment, jalon_fragment, JALON, FRAGMENT, GObject)

/**
 * JalonFragmentCell:
 * @column: from the left, 0 for the first
 * @row: from the top
 *
 * Where something that was copied stood among the rest.
 */
typedef struct
{
  guint column;
  guint row;
} JalonFragmentCell;

/**
 * JalonUnpacked:
 * @elements: (element-type JalonElement): a copy of each root, in no document, to be inserted
 * @brought: (element-type JalonElement): what came into the document because the copies refer to it
 * @n_lost: how many elements stayed out, as what they cannot be without is not there
 *
 * What jalon_fragment_unpack() did.
 */
typedef struct
{
  GPtrArray *elements;
  GPtrArray *brought;
  guint      n_lost;
} JalonUnpacked;

JalonFragment           *jalon_fragment_new              (GPtrArray               *elements,
                                                          const JalonFragmentCell *cells);
JalonFragment           *jalon_fragment_new_from_project (JalonElement            *project);

guint64                  jalon_fragment_hash             (JalonElement            *element);

JalonElement            *jalon_fragment_get_project      (JalonFragment           *self);
guint                    jalon_fragment_get_n_roots      (JalonFragment           *self);
JalonElement            *jalon_fragment_get_root         (JalonFragment           *self,
                                                          guint                    index);
const JalonFragmentCell *jalon_fragment_get_cell         (JalonFragment           *self,
                                                          guint                    index);

void                     jalon_fragment_unpack           (JalonFragment           *self,
                                                          JalonDocument           *document,
                                                          JalonElement            *map,
                                                          JalonUnpacked           *unpacked);
void                     jalon_unpacked_clear            (JalonUnpacked           *unpacked);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JalonUnpacked, jalon_unpacked_clear)

G_END_DECLS
