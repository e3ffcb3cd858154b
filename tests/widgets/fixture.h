/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/jalon-document.h"
#include "drawing/jalon-node.h"

G_BEGIN_DECLS

/* A project with a persona "awa", a journey "trip" of four steps "s1" to "s4" in two stages, with
 * the lanes "does", "thinks", "feels" and "pains", a stakeholder map "power" and an empathy map
 * "head". Cards: "c1" and "c2" in (s1, does), "c3" in (s2, does), "c4" in (s1, thinks), "p1" in
 * (s2, pains). Scores: "e1" in s1 at 1, "e2" in s2 at −1. A metric "nps". Tags
 * "tag1" and "tag2". */

JalonDocument *fixture_new            (void);
JalonElement  *fixture_get            (JalonDocument       *document,
                                       const char          *id);
GPtrArray     *fixture_get_all        (JalonDocument       *document,
                                       const char          *ids);
JalonSlot      fixture_make_cell      (const char          *step,
                                       const char          *lane);
JalonSlot      fixture_make_scale     (const char          *step);
void           fixture_check_children (JalonDocument       *document,
                                       const char          *parent,
                                       const char          *ids);
GBytes        *fixture_to_bytes       (JalonDocument       *document);
void           fixture_check_undo     (JalonDocument       *document,
                                       GBytes              *before,
                                       const char          *label);

/* Some cells of its journey, for pasting:
 *
 *   (s1, does)   (s2, does)
 *   (s1, thinks) (s2, thinks)
 *   (s1, feels)                 */
const JalonSlot *fixture_get_cell     (guint                column,
                                       guint                row,
                                       gpointer             data);

/* What a test of a widget needs from a desktop. */

GtkWidget     *fixture_show           (GtkWidget           *widget,
                                       int                  width,
                                       int                  height);
GtkWidget     *fixture_add_button     (GtkWidget           *window);
void           fixture_settle         (void);
void           fixture_wait           (guint                milliseconds);
int            fixture_run            (void);
gboolean       fixture_press          (GtkWidget           *widget,
                                       guint                keyval,
                                       GdkModifierType      state);
gpointer       fixture_find_controller (GtkWidget          *widget,
                                       GType                type,
                                       guint                button);
GtkWidget     *fixture_find_child     (GtkWidget           *widget,
                                       GType                type,
                                       guint                index);
gboolean       fixture_reaches        (GtkWidget           *window,
                                       GtkWidget           *widget);
void           fixture_hear           (GtkWidget           *window,
                                       char               **said);
void           fixture_check_query    (GtkWidget           *entry);
void           fixture_check_name     (GtkWidget           *widget,
                                       JalonElement        *map);
void           fixture_check_label    (GtkWidget           *widget,
                                       const char          *label);
void           fixture_wait_gone      (gpointer             object);
void           fixture_finalise       (GtkWidget           *window,
                                       gpointer             object);
void           fixture_check_property (GObject             *object,
                                       const char          *name,
                                       const GValue        *first,
                                       const GValue        *second);
void           fixture_check_objects  (GObject             *object,
                                       const char          *name,
                                       gpointer             first,
                                       gpointer             second);

G_END_DECLS
