/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-element.h"
#include "document/jalon-texts.h"

G_BEGIN_DECLS

/* Values that an element has room for in itself: most need no more. */
#define N_FEW_VALUES 3

/* One value that is not the fallback. @text is canonical and never empty. It is in memory of its
 * own, or among the texts that its element shares with others; jalon_texts_drop() knows. */
typedef struct
{
  const JalonField *field;
  char             *text;
} JalonValue;

struct _JalonElement
{
  GObject        parent_instance;

  JalonKind      kind;
  guint          n_values;
  guint          index_hint;  /* where it was last among its siblings */
  gboolean       is_claimed;  /* it is or was in a document, whose history may hold it */
  guint64        stamp;
  guint64        tree_stamp;

  /* Borrowed */
  JalonElement  *parent;
  JalonDocument *document;

  /* Owned; values in the order of the table, children in theirs, NULL for none */
  char          *id;          /* may be short_id */
  char           short_id[16];
  JalonTexts    *texts;       /* shared, NULL for none */
  JalonValue    *values;      /* may be few_values */
  JalonValue     few_values[N_FEW_VALUES];
  GPtrArray     *children;
};

/* What only the document may do to an element that is in its tree. */

void          jalon_element_attach       (JalonElement     *self,
                                          JalonDocument    *document);
void          jalon_element_detach       (JalonElement     *self);
void          jalon_element_touch        (JalonElement     *self,
                                          guint64           stamp);
void          jalon_element_touch_tree   (JalonElement     *self,
                                          guint64           stamp);
void          jalon_element_put_value    (JalonElement     *self,
                                          const JalonField *field,
                                          char             *text);
void          jalon_element_insert_child (JalonElement     *self,
                                          guint             index,
                                          JalonElement     *child);
const char   *jalon_element_peek_value   (JalonElement     *self,
                                          JalonFieldId      id);
JalonElement *jalon_element_steal_child  (JalonElement     *self,
                                          guint             index);

G_END_DECLS
