/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where in a list of rows something would go. */
typedef enum
{
  JALON_DROP_NONE,
  JALON_DROP_ABOVE,
  JALON_DROP_BELOW,
  JALON_DROP_ONTO
} JalonDropMark;

void     jalon_drop_mark_set     (GtkWidget     *row,
                                  JalonDropMark  mark);
gboolean jalon_drop_mark_is_above (GtkWidget     *widget,
                                  double         y);

G_END_DECLS
