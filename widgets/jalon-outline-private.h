/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-copy-paste.h"
#include "widgets/jalon-list-menu.h"
#include "widgets/jalon-outline-row.h"
#include "widgets/jalon-outline.h"

G_BEGIN_DECLS

/* The outline is cut by concern: -tree (which rows there are and which are open), -focus (what is
 * selected and what has the keys), -actions (what keys, menus and assistive technology do), -add,
 * -drag, -clipboard.
 * Items are elements and groups of them. */

struct _JalonOutline
{
  JalonMapView        base;

  /* Template children */
  GtkListView        *list;
  GMenuModel         *menu;      /* of a row */

  /* What is shown; owned */
  GListStore         *groups;
  GtkTreeListModel   *tree;
  GtkMultiSelection  *selection;

  gboolean            is_quiet;  /* the program, not the user, is selecting */
  GHashTable         *rows;      /* item → the widget that shows it now; both borrowed */
  GHashTable         *openings;  /* id → whether people opened or closed it */

  /* What the keys are on */
  GObject            *current;
  JalonElement       *origin;    /* where they were before something was added */
  JalonSlot          *asked;     /* NULL, or where to add when people have said what it is about */
  JalonElement       *asked_after;
  JalonListMenu       menus;
  JalonElement       *dragged;   /* owned; NULL while nothing is */

  /* What gets the keys as soon as the list has made its row */
  JalonElement       *wanted;
  gboolean            wants_edit;
  char               *wanted_key; /* NULL unless it is new */
  GString            *typed;      /* meanwhile */
  guint64             wanted_revision;
  guint               wanted_tick;
};

/* jalon-outline-focus.c */
void             jalon_outline_selected      (JalonOutline   *self);
void             jalon_outline_show_selection (JalonOutline  *self);
void             jalon_outline_follow_selection (JalonMapView *view);
void             jalon_outline_hits_changed  (JalonMapView   *view);
void             jalon_outline_mark          (JalonOutline   *self,
                                              JalonOutlineRow *row);
gboolean         jalon_outline_shows         (JalonMapView   *view,
                                              JalonElement   *element);
gboolean         jalon_outline_reveal        (JalonMapView   *view,
                                              JalonElement   *element,
                                              JalonFieldId    field);
void             jalon_outline_forget_wanted (JalonOutline   *self);
gboolean         jalon_outline_type_ahead    (JalonOutline   *self,
                                              gunichar        letter);
void             jalon_outline_go_to         (JalonOutline   *self,
                                              JalonElement   *element,
                                              gboolean        edit);
void             jalon_outline_write_new     (JalonOutline   *self,
                                              JalonElement   *element,
                                              const char     *key,
                                              guint64         revision);

/* jalon-outline-tree.c */
void             jalon_outline_tree_set_map  (JalonOutline   *self,
                                              JalonElement   *map);
void             jalon_outline_tree_update   (JalonOutline   *self,
                                              const JalonStep *step);
void             jalon_outline_tree_remember (JalonOutline   *self,
                                              JalonElement   *element,
                                              gboolean        is_open);
GtkTreeListRow  *jalon_outline_tree_find     (JalonOutline   *self,
                                              JalonElement   *element);

/* jalon-outline-add.c */
void             jalon_outline_add_init_class (GtkWidgetClass *klass);
void             jalon_outline_add_after     (JalonOutline   *self,
                                              JalonElement   *element);
void             jalon_outline_forget_asked  (JalonOutline   *self);

/* jalon-outline-actions.c */
JalonElement    *jalon_outline_get_current   (JalonOutline   *self);
JalonOutlineRow *jalon_outline_get_row       (JalonOutline   *self);
GPtrArray       *jalon_outline_get_elements  (JalonOutline   *self,
                                              JalonElement   *element);
void             jalon_outline_remove        (JalonOutline   *self,
                                              GPtrArray      *elements,
                                              void          (*remove) (JalonDocument *,
                                                                       GPtrArray *));
void             jalon_outline_actions_init_class (GtkWidgetClass *klass);
void             jalon_outline_actions_init  (JalonOutline   *self);
void             jalon_outline_update_actions (JalonMapView  *view);
void             jalon_outline_ended         (JalonOutline   *self,
                                              int             how,
                                              JalonElement   *element);

/* jalon-outline-clipboard.c */
void             jalon_outline_copy_paste_init (JalonCopyPasteInterface *iface);
void             jalon_outline_paste_drop_init (JalonOutline *self);

/* jalon-outline-drag.c */
void             jalon_outline_drag_init_row (JalonOutline   *self,
                                              GtkWidget      *row);

G_END_DECLS
