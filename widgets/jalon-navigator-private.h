/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "widgets/jalon-navigator.h"
#include "widgets/jalon-slot.h"

G_BEGIN_DECLS

/* Edges that should meet may differ by this much. */
#define NAVIGATOR_TOLERANCE 2.0

/* The keys stop at units first: a slot, with all that lies in it, or an item that lies in none. */
typedef struct
{
  const JalonItem *items;
  guint n_items;
  gboolean *is_occupied; /* of each item: something lies in its slot */
  int *units; /* of each item: the slot that it lies in or is written on, −1 for none */
} NavigatorMap;

void     navigator_map_init  (NavigatorMap       *map,
                              JalonScene         *scene);
void     navigator_map_clear (NavigatorMap       *map);
gboolean navigator_is_stop   (const NavigatorMap *map,
                              guint               item);
gboolean navigator_is_unit   (const NavigatorMap *map,
                              guint               item);
guint    navigator_get_unit  (const NavigatorMap *map,
                              guint               item);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NavigatorMap, navigator_map_clear)

G_END_DECLS
