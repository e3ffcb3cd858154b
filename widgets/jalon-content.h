/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/jalon-fragment.h"
#include "drawing/jalon-scene.h"

G_BEGIN_DECLS

#define JALON_TYPE_CONTENT (jalon_content_get_type ())

G_DECLARE_FINAL_TYPE (JalonContent, jalon_content, JALON, CONTENT, GdkContentProvider)

GdkContentProvider *jalon_content_new       (JalonFragment *fragment);

char               *jalon_content_make_text (JalonFragment *fragment);
JalonScene         *jalon_content_draw      (JalonElement  *project);

G_END_DECLS
