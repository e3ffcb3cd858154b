/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"
#include "widgets/jalon-register-private.h"

G_BEGIN_DECLS

/* The table of a register "list" with the audiences "a1" to "a3", in a window. */

/* Its columns */
enum
{
  RANK,
  NAME,
  KIND,
  PERSONA,
  JOURNEY,
  OWNER,
  PROCESS,
  MEASURE,
  LIABILITY,
};

typedef struct
{
  JalonDocument      *document;
  GtkWidget          *window;
  JalonRegisterTable *table;
} RegisterFixture;

void               register_fixture_set_up     (RegisterFixture *self,
                                                gconstpointer    data);
void               register_fixture_tear_down  (RegisterFixture *self,
                                                gconstpointer    data);
void               register_fixture_settle     (RegisterFixture *self);
void               register_fixture_check_rows (RegisterFixture *self,
                                                const char      *ids);
void               register_fixture_sort       (RegisterFixture *self,
                                                guint            column);
JalonRegisterCell *register_fixture_act        (RegisterFixture *self,
                                                const char      *id,
                                                guint            column,
                                                const char      *action);
void               register_fixture_write_text (RegisterFixture *self,
                                                const char      *text);
void               register_fixture_check_focus (RegisterFixture *self,
                                                const char      *id,
                                                guint            column);

G_END_DECLS
