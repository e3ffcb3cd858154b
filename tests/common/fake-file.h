/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FAKE_TYPE_FILE (fake_file_get_type ())

G_DECLARE_FINAL_TYPE (FakeFile, fake_file, FAKE, FILE, GObject)

FakeFile *fake_file_new        (const char *contents);
GBytes   *fake_file_get        (FakeFile   *self);
void      fake_file_set        (FakeFile   *self,
                                const char *contents);
FakeFile *fake_file_get_neighbour (FakeFile *self,
                                const char *name);
guint     fake_file_count      (FakeFile   *self);
void      fake_file_fail_moves (FakeFile   *self,
                                guint       n,
                                gboolean    removes);
void      fake_file_go_away    (FakeFile   *self);
void      fake_file_fall_silent (FakeFile  *self);
void      fake_file_set_clock  (FakeFile   *self,
                                gint64      seconds);
void      fake_file_forget_tags (FakeFile  *self);
void      fake_file_fail_after (FakeFile   *self,
                                gsize       n);

G_END_DECLS
