/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

typedef struct _JalonFingerprint JalonFingerprint;

JalonFingerprint *jalon_fingerprint_new        (const struct stat      *info,
                                                const char             *etag,
                                                GBytes                 *bytes);
JalonFingerprint *jalon_fingerprint_ref        (JalonFingerprint       *self);
void              jalon_fingerprint_unref      (JalonFingerprint       *self);
const char       *jalon_fingerprint_get_etag   (const JalonFingerprint *self);
GBytes           *jalon_fingerprint_get_bytes  (const JalonFingerprint *self);
gboolean          jalon_fingerprint_is_current (const JalonFingerprint *self,
                                                const struct stat      *info);
gboolean          jalon_fingerprint_is_of      (const JalonFingerprint *self,
                                                GBytes                 *bytes);
gboolean          jalon_fingerprint_same_state (const struct stat      *a,
                                                const struct stat      *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonFingerprint, jalon_fingerprint_unref)

G_END_DECLS
