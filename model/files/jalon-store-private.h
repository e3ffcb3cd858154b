/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/jalon-fingerprint.h"
#include "files/jalon-store.h"

G_BEGIN_DECLS

struct _JalonStore
{
  GObject           parent_instance;

  /* Owned */
  GFile            *file;
  char             *name;
  JalonFingerprint *known; /* NULL until it has been read or written */

  /* The last versions */
  char             *backups;     /* the folder, or NULL */
  guint             n_backups;   /* as many are kept */
  gboolean          has_backup;  /* what we saved ourselves needs none */
  gint64            backup_time; /* in µs, monotonic */

  gboolean          has_other_names; /* of the last saving */

  /* Saving: one at a time. Who asks meanwhile waits, and only the last of them is written. */
  gboolean          is_saving;
  GPtrArray        *waiting; /* tasks, oldest first */
};

/**
 * StoreJob:
 *
 * All that a thread needs to read or write a file; nobody else touches it meanwhile.
 */
typedef struct
{
  GFile        *file;
  char         *name;          /* as users know it */
  char         *path;          /* NULL if it is not on this machine */

  /* In, for writing */
  GBytes       *bytes;
  JalonSaveFlags flags;
  gboolean      needs_backup;
  char         *backups;       /* or NULL */
  guint         n_backups;

  /* The state in which the file is known, before and after; NULL if it is not known */
  JalonFingerprint *known;

  /* Out, from writing */
  gboolean      is_written;    /* the file has the bytes, even if not all went well */
  gboolean      has_other_names; /* those keep what it held before */

  /* Out, from reading */
  JalonElement *project;
  JalonReport  *report;
} StoreJob;

/* jalon-store.c */
StoreJob *store_job_new         (JalonStore          *self);
void      store_job_unref       (StoreJob            *job);
void      store_learn           (JalonStore          *self,
                                 StoreJob            *job);
JalonElement *store_take_project (JalonStore         *self,
                                 StoreJob            *job,
                                 JalonReport        **report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StoreJob, store_job_unref)

/* jalon-store-read.c */
GBytes   *store_job_read        (StoreJob            *job,
                                 GCancellable        *cancellable,
                                 GError             **error);
gboolean  store_job_load        (StoreJob            *job,
                                 GCancellable        *cancellable,
                                 GError             **error);
JalonElement *store_parse       (GBytes              *bytes,
                                 const char          *name,
                                 JalonReport         *report,
                                 GError             **error);
GBytes   *store_read_path       (const char          *path,
                                 const char          *name,
                                 struct stat         *info,
                                 GCancellable        *cancellable,
                                 GError             **error);
void      store_sweep           (const char          *path);

/* jalon-store-check.c */
JalonStoreState store_job_check (StoreJob            *job,
                                 GBytes             **found,
                                 GCancellable        *cancellable,
                                 GError             **error);

/* jalon-store-write.c */
gboolean  store_job_save        (StoreJob            *job,
                                 GCancellable        *cancellable,
                                 GError             **error);

/* jalon-store-temp.c */
int       store_temp_create     (const char          *path,
                                 int                  mode,
                                 char               **temp);
char     *store_temp_make_name  (const char          *base,
                                 guint32              random);
gboolean  store_temp_is_of      (const char          *name,
                                 const char          *base);
gboolean  store_temp_fill       (int                  fd,
                                 GBytes              *bytes,
                                 GCancellable        *cancellable);
gboolean  store_temp_finish     (int                  fd);
gboolean  store_temp_check      (const char          *temp,
                                 GBytes              *bytes);
void      store_temp_dress      (int                  fd,
                                 const char          *path,
                                 const struct stat   *info);
gboolean  store_sync_directory  (const char          *path);

/* jalon-store-remote.c */
GBytes   *store_remote_read     (StoreJob            *job,
                                 GCancellable        *cancellable,
                                 GError             **error);
gboolean  store_remote_write    (StoreJob            *job,
                                 GCancellable        *cancellable,
                                 GError             **error);

G_END_DECLS
