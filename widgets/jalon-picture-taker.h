/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/jalon-document.h"
#include "drawing/jalon-node.h"

G_BEGIN_DECLS

/**
 * JalonPicturePlace:
 * @elements: (nullable): (element-type JalonElement): what shall have the picture
 * @node: (nullable): without @elements, a node with a slot for new ones
 * @field: the reference by which they have it
 *
 * Where a picture goes.
 */
typedef struct
{
  GPtrArray        *elements;
  JalonNode        *node;
  const JalonField *field;
} JalonPicturePlace;

void jalon_picture_place_copy  (const JalonPicturePlace *self,
                                JalonPicturePlace       *copy);
void jalon_picture_place_clear (JalonPicturePlace       *self);

void jalon_picture_take_bytes  (GtkWidget               *widget,
                                JalonDocument           *document,
                                const JalonPicturePlace *place,
                                GBytes                  *bytes);
void jalon_picture_take_files  (GtkWidget               *widget,
                                JalonDocument           *document,
                                const JalonPicturePlace *place,
                                GSList                  *files);
void jalon_picture_choose      (GtkWidget               *widget,
                                JalonDocument           *document,
                                const JalonPicturePlace *place);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JalonPicturePlace, jalon_picture_place_clear)

G_END_DECLS
