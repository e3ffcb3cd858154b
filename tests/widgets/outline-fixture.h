/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"
#include "widgets/jalon-outline-private.h"

G_BEGIN_DECLS

/* An outline of a map of the document of the tests, in a window. */

typedef struct
{
  JalonDocument *document;
  GtkWidget *window;
  JalonOutline *outline;
} OutlineFixture;

void outline_fixture_set_up          (OutlineFixture *self,
                                      gconstpointer   map);
void outline_fixture_tear_down       (OutlineFixture *self,
                                      gconstpointer   map);
void outline_fixture_settle          (OutlineFixture *self);
void outline_fixture_check_selection (OutlineFixture *self,
                                      const char     *ids);
void outline_fixture_act             (OutlineFixture *self,
                                      const char     *id,
                                      const char     *action);
void outline_fixture_write_text      (OutlineFixture *self,
                                      const char     *text,
                                      guint           keyval);

G_END_DECLS
