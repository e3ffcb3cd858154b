/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jalon-window.h"

G_BEGIN_DECLS

/* A window with a project made from a template */
typedef struct
{
  JalonWindow   *window;
  JalonDocument *document;
} WindowFixture;

/**
 * window_fixture_start:
 * @argc: (inout): as main() got it
 * @argv: (inout): as main() got it
 * @application: (out) (transfer full): what windows are of
 *
 * Starts a test program away from what people have.
 *
 * Returns: (transfer full): a folder of its own
 */
char *window_fixture_start (int             *argc,
                            char          ***argv,
                            GtkApplication **application);

void  window_fixture_init  (WindowFixture   *self,
                            GtkApplication  *application);
void  window_fixture_clear (WindowFixture   *self);

/**
 * window_fixture_get_map:
 * @self: a fixture
 * @kind: of a map that the template has
 *
 * Returns: (transfer none): the first of its kind
 */
JalonElement *window_fixture_get_map (WindowFixture *self,
                                      JalonKind      kind);

/**
 * window_fixture_find_toast:
 * @self: a fixture
 * @title: what it says
 *
 * Returns: (transfer none) (nullable): the toast that is seen, or will be once the one before it
 *   is gone
 */
GtkWidget *window_fixture_find_toast (WindowFixture *self,
                                      const char    *title);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WindowFixture, window_fixture_clear)

G_END_DECLS
