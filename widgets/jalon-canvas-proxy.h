/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "drawing/jalon-node.h"

G_BEGIN_DECLS

#define JALON_TYPE_CANVAS_PROXY (jalon_canvas_proxy_get_type ())

G_DECLARE_FINAL_TYPE (JalonCanvasProxy, jalon_canvas_proxy, JALON, CANVAS_PROXY, GtkWidget)

GtkAccessibleRole  jalon_canvas_proxy_role_for  (JalonNode        *node);
GtkWidget         *jalon_canvas_proxy_new       (GtkAccessibleRole role);
JalonNode         *jalon_canvas_proxy_get_node  (JalonCanvasProxy *self);
int                jalon_canvas_proxy_get_item  (JalonCanvasProxy *self);
void               jalon_canvas_proxy_set_item  (JalonCanvasProxy *self,
                                                 int               item,
                                                 JalonNode        *node);
const char        *jalon_canvas_proxy_get_label (JalonCanvasProxy *self);
const char        *jalon_canvas_proxy_get_description (JalonCanvasProxy *self);
void               jalon_canvas_proxy_describe  (JalonCanvasProxy *self,
                                                 const char       *label,
                                                 const char       *description,
                                                 gboolean          is_selected);

G_END_DECLS
