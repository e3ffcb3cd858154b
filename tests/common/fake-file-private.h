/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fake-file.h"

G_BEGIN_DECLS

/* Like the programs on the server, threads see whole files only. */
typedef struct
{
  GBytes *contents; /* NULL if it is not there */
  guint tag;
  gint64 time; /* in s, by the clock of the server */
} Node;

typedef struct
{
  GMutex mutex;
  GHashTable *nodes; /* name → Node */
  gboolean is_tagless;
  gboolean is_away;
  gboolean is_silent;
  guint n_bad_moves;
  gboolean bad_moves_remove;
  gsize limit;
  gint64 clock; /* how much its clock is ahead, in s */
} Server;

struct _FakeFile
{
  GObject parent_instance;

  Server *server;
  char *name; /* "" for the folder */
};

char              *fake_file_make_tag     (FakeFile *self);
void               fake_file_put          (FakeFile *self,
                                           GBytes   *contents);

GHashTable        *fake_file_list_names   (FakeFile *self);

/* fake-enumerator.c */
GFileEnumerator   *fake_file_enumerate    (FakeFile *folder);

/* fake-streams.c */
GFileInputStream  *fake_file_open_to_read (FakeFile *self,
                                           GBytes   *contents);
GFileOutputStream *fake_file_open_to_write (FakeFile *self);

G_END_DECLS
