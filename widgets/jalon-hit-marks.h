/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/jalon-search.h"

G_BEGIN_DECLS

/**
 * JalonHitMark:
 * @JALON_HIT_MARK_NONE: nothing was found there
 * @JALON_HIT_MARK_INSIDE: something was found in what it holds
 * @JALON_HIT_MARK_OTHER: it was found
 * @JALON_HIT_MARK_CURRENT: it was found, and people are there
 *
 * How something is marked while people look for a text; what is stronger comes later.
 */
typedef enum
{
  JALON_HIT_MARK_NONE,
  JALON_HIT_MARK_INSIDE,
  JALON_HIT_MARK_OTHER,
  JALON_HIT_MARK_CURRENT,
} JalonHitMark;

typedef struct _JalonHitMarks JalonHitMarks;

const char    *jalon_hit_mark_to_people (JalonHitMark   self);
void           jalon_hit_mark_apply     (JalonHitMark   self,
                                         GtkWidget     *widget);

JalonHitMarks *jalon_hit_marks_new      (const GArray  *hits,
                                         int            hit);
void           jalon_hit_marks_free     (JalonHitMarks *self);
JalonHitMark   jalon_hit_marks_get      (JalonHitMarks *self,
                                         JalonElement  *element,
                                         JalonFieldId   field);

G_END_DECLS
