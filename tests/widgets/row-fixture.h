/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "fixture.h"
#include "widgets/jalon-field-binding.h"

G_BEGIN_DECLS

/* A field of the document of the tests in a row, in a window between two buttons. The row is told
 * of each change as the inspector does it. */
typedef struct
{
  JalonDocument     *document;
  JalonFieldBinding *binding;
  GtkWidget         *window;
  GtkWidget         *row;
  guint              n_changes; /* transactions that were heard of */
} RowFixture;

typedef GtkWidget *(*RowMaker) (JalonFieldBinding *binding);

void        row_fixture_init          (RowFixture       *self,
                                       RowMaker          make,
                                       const char       *ids,
                                       JalonFieldId      field);
void        row_fixture_clear         (RowFixture       *self);
void        row_fixture_show          (RowFixture       *self,
                                       const char       *ids);
void        row_fixture_change        (RowFixture       *self,
                                       const char       *id,
                                       const char       *text);
const char *row_fixture_get           (RowFixture       *self,
                                       const char       *id);
void        row_fixture_check_step    (RowFixture       *self,
                                       const char       *id,
                                       const char       *before,
                                       const char       *after);
void        row_fixture_check_nothing (RowFixture       *self);

/* Rows from which one of several is chosen. */
const char *row_fixture_get_chosen    (RowFixture       *self);
void        row_fixture_choose        (RowFixture       *self,
                                       const char       *label);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RowFixture, row_fixture_clear)

G_END_DECLS
