/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-element.h"

G_BEGIN_DECLS

/**
 * JalonChangeType:
 * @JALON_CHANGE_SET: a field got another value
 * @JALON_CHANGE_INSERT: an element came, with all below it
 * @JALON_CHANGE_REMOVE: an element went, with all below it
 * @JALON_CHANGE_MOVE: an element went to another place
 *
 * All that can happen to a document.
 */
typedef enum
{
  JALON_CHANGE_SET,
  JALON_CHANGE_INSERT,
  JALON_CHANGE_REMOVE,
  JALON_CHANGE_MOVE,
} JalonChangeType;

/**
 * JalonPlace:
 * @parent: (nullable): the id of the parent; %NULL outside the document
 * @index: the place among its children, not counting the element itself
 *
 * Where an element is.
 */
typedef struct
{
  char *parent;
  guint index;
} JalonPlace;

/**
 * JalonChange:
 * @type: what happened
 * @kind: the kind of the element
 * @id: the id of the element
 * @element: the element; it stays the same object when it is removed and comes back
 * @field: (nullable): which field was set
 * @text_before: (nullable): its canonical text before
 * @text_after: (nullable): its canonical text after
 * @from: where the element was, unless it was only set
 * @to: where it is, unless it was only set
 *
 * One change, which can be undone by exchanging before and after. Listeners read it only, when the
 * whole step is done: what is below an element that came may be named again by later changes of the
 * step, and an element that went is as it was last.
 */
struct _JalonChange
{
  JalonChangeType   type;
  JalonKind         kind;
  char             *id;
  JalonElement     *element;
  const JalonField *field;
  char             *text_before;
  char             *text_after;
  JalonPlace        from;
  JalonPlace        to;
};

/* A step of work: what one transaction changed. The document makes steps; others read them. */

const char        *jalon_step_get_label     (const JalonStep *self);
guint              jalon_step_get_n_changes (const JalonStep *self);
const JalonChange *jalon_step_get_change    (const JalonStep *self,
                                             guint            index);

G_END_DECLS
