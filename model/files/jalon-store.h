/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-element.h"
#include "document/jalon-report.h"
#include "files/jalon-merge.h"

G_BEGIN_DECLS

/**
 * JalonSaveFlags:
 * @JALON_SAVE_OVERWRITE: replace what is there although it is not what was read
 * @JALON_SAVE_NO_BACKUP: keep nothing of what is there
 */
typedef enum
{
  JALON_SAVE_OVERWRITE = 1 << 0,
  JALON_SAVE_NO_BACKUP = 1 << 1,
} JalonSaveFlags;

/**
 * JalonStoreState:
 * @JALON_STORE_SAME: the file is as it was last read or written
 * @JALON_STORE_CHANGED: somebody else has written it
 * @JALON_STORE_GONE: it was moved or deleted
 * @JALON_STORE_UNKNOWN: it cannot be read now
 */
typedef enum
{
  JALON_STORE_SAME,
  JALON_STORE_CHANGED,
  JALON_STORE_GONE,
  JALON_STORE_UNKNOWN,
} JalonStoreState;

#define JALON_TYPE_STORE (jalon_store_get_type ())

G_DECLARE_FINAL_TYPE (JalonStore, jalon_store, JALON, STORE, GObject)

JalonStore   *jalon_store_new         (GFile                *file,
                                       const char           *name);
GFile        *jalon_store_get_file    (JalonStore           *self);
gboolean      jalon_store_is_saving   (JalonStore           *self);
gboolean      jalon_store_has_other_names (JalonStore       *self);
GBytes       *jalon_store_get_known   (JalonStore           *self);
void          jalon_store_set_known   (JalonStore           *self,
                                       GBytes               *bytes);
void          jalon_store_keep_backups (JalonStore          *self,
                                       const char           *folder,
                                       guint                 n_most);

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

void          jalon_store_check_async (JalonStore           *self,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              data);
JalonStoreState jalon_store_check_finish (JalonStore         *self,
                                       GAsyncResult         *result,
                                       GBytes              **found);
void          jalon_store_compare_async (JalonStore         *self,
                                       JalonElement         *ours,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              data);
GPtrArray    *jalon_store_compare_finish (JalonStore        *self,
                                       GAsyncResult         *result,
                                       JalonElement        **found,
                                       GError              **error);
void          jalon_store_merge_async (JalonStore           *self,
                                       JalonElement         *ours,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              data);
JalonMerge   *jalon_store_merge_finish (JalonStore          *self,
                                       GAsyncResult         *result,
                                       GPtrArray           **changes,
                                       gboolean             *is_in_file,
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
