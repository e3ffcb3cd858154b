/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-element.h"
#include "document/jalon-report.h"

G_BEGIN_DECLS

/**
 * JalonSaveFlags:
 * @JALON_SAVE_OVERWRITE: replace what is there although it is not what was read
 */
typedef enum
{
  JALON_SAVE_OVERWRITE = 1 << 0,
} JalonSaveFlags;

#define JALON_TYPE_STORE (jalon_store_get_type ())

G_DECLARE_FINAL_TYPE (JalonStore, jalon_store, JALON, STORE, GObject)

JalonStore   *jalon_store_new         (GFile                *file,
                                       const char           *name);
GFile        *jalon_store_get_file    (JalonStore           *self);
gboolean      jalon_store_is_saving   (JalonStore           *self);
GBytes       *jalon_store_get_known   (JalonStore           *self);

GBytes       *jalon_store_read        (JalonStore           *self,
                                       GCancellable         *cancellable,
                                       GError              **error);
JalonElement *jalon_store_load        (JalonStore           *self,
                                       JalonReport         **report,
                                       GCancellable         *cancellable,
                                       GError              **error);
void          jalon_store_load_async  (JalonStore           *self,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              data);
JalonElement *jalon_store_load_finish (JalonStore           *self,
                                       GAsyncResult         *result,
                                       JalonReport         **report,
                                       GError              **error);

gboolean      jalon_store_save        (JalonStore           *self,
                                       JalonElement         *project,
                                       JalonSaveFlags        flags,
                                       GCancellable         *cancellable,
                                       GError              **error);
void          jalon_store_save_async  (JalonStore           *self,
                                       JalonElement         *project,
                                       JalonSaveFlags        flags,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              data);
gboolean      jalon_store_save_finish (JalonStore           *self,
                                       GAsyncResult         *result,
                                       GError              **error);

G_END_DECLS
