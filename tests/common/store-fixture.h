/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/jalon-store.h"

G_BEGIN_DECLS

/**
 * StoreFixture:
 * @folder: a folder of its own, without links in its path
 * @path: a file in it, at first that of @old
 * @file: the same
 * @store: what has read it
 * @old: what is in it at first
 * @new: what a test saves
 */
typedef struct
{
  char         *folder;
  char         *path;
  GFile        *file;
  JalonStore   *store;
  JalonElement *old;
  JalonElement *new;
} StoreFixture;

void          store_fixture_set_up    (StoreFixture *self,
                                       gconstpointer data);
void          store_fixture_tear_down (StoreFixture *self,
                                       gconstpointer data);
JalonElement *make_project            (const char   *title,
                                       guint         n_cards);
char         *fixture_path            (StoreFixture *self,
                                       const char   *name);
void          write_bytes             (const char   *path,
                                       GBytes       *bytes);
void          assert_is               (const char   *path,
                                       JalonElement *project);
void          assert_no_temps         (StoreFixture *self);
void          obey_permissions        (gboolean      obey);

G_END_DECLS
