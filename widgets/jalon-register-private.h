/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-copy-paste.h"
#include "widgets/jalon-list-menu.h"
#include "widgets/jalon-register-cell.h"
#include "widgets/jalon-register-table.h"

G_BEGIN_DECLS

/* The table of a register is cut by concern: -table (what is shown), -columns (from the schema, and
 * how they sort), -focus (what has the keys), -actions (keys, clicks), -clipboard, -drag,
 * -menu. */

typedef struct
{
  JalonRegisterColumn  info;
  JalonRegisterTable  *table;
  GtkColumnViewColumn *view;  /* borrowed from the view */
  GHashTable          *cells; /* element → the cell that shows it now; both borrowed */
} TableColumn;

struct _JalonRegisterTable
{
  JalonMapView        base;

  /* Template children */
  GtkColumnView      *view;

  /* What is shown; owned */
  GPtrArray          *columns;
  GListModel         *audiences; /* in the order in which they are seen */
  GtkMultiSelection  *selection;

  gboolean            is_quiet;  /* the program, not the user, is selecting */

  /* What the keys are on */
  JalonElement       *current;
  guint               column;
  JalonElement       *origin;    /* where they were before something was added */
  JalonListMenu       menus;

  /* What gets the keys as soon as the list has made its row */
  JalonElement       *wanted;
  guint               wanted_column;
  char               *wanted_key; /* NULL unless it is new */
  GString            *typed;      /* meanwhile */
  guint64             wanted_revision;
  guint               wanted_tick;
};

/* jalon-register-table.c */
JalonRegisterCell *jalon_register_find_cell  (JalonRegisterTable *self,
                                              JalonElement       *element,
                                              guint               column);
gboolean           jalon_register_find_position (JalonRegisterTable *self,
                                              gpointer            element,
                                              guint              *position);
gboolean           jalon_register_is_ranked  (JalonRegisterTable *self);
void               jalon_register_mark       (JalonRegisterTable *self,
                                              JalonRegisterCell  *cell);

/* jalon-register-focus.c */
gboolean           jalon_register_select     (JalonRegisterTable *self,
                                              JalonElement       *element);
void               jalon_register_scroll_to_column (JalonRegisterTable *self,
                                              guint               column);
void               jalon_register_forget_wanted (JalonRegisterTable *self);
gboolean           jalon_register_type_ahead (JalonRegisterTable *self,
                                              gunichar            letter);
void               jalon_register_go_to      (JalonRegisterTable *self,
                                              JalonElement       *element,
                                              guint               column);
void               jalon_register_write_new  (JalonRegisterTable *self,
                                              JalonElement       *element,
                                              const char         *key,
                                              guint64             revision);

/* jalon-register-columns.c */
void               jalon_register_make_columns (JalonRegisterTable *self);
TableColumn       *jalon_register_get_column (JalonRegisterTable *self,
                                              guint               index);
guint              jalon_register_find_column (JalonRegisterTable *self,
                                              JalonFieldId        field);

/* jalon-register-actions.c */
void               jalon_register_actions_init_class (GtkWidgetClass *klass);
void               jalon_register_actions_init_cell (JalonRegisterTable *self,
                                              JalonRegisterCell  *cell);
void               jalon_register_update_actions (JalonMapView *view);
gboolean           jalon_register_is_audience (JalonRegisterTable *self,
                                              JalonElement       *element);
JalonElement      *jalon_register_get_neighbour (JalonRegisterTable *self,
                                              JalonElement       *element,
                                              int                 by);
gboolean           jalon_register_can_rank   (JalonRegisterTable *self);
GPtrArray         *jalon_register_get_audiences (JalonRegisterTable *self);
void               jalon_register_remove     (JalonRegisterTable *self,
                                              GPtrArray          *audiences,
                                              void              (*remove) (JalonDocument *,
                                                                           GPtrArray *));

/* jalon-register-clipboard.c */
void               jalon_register_copy_paste_init (JalonCopyPasteInterface *iface);
void               jalon_register_paste_drop_init (JalonRegisterTable *self);

/* jalon-register-drag.c */
void               jalon_register_drag_init_cell (JalonRegisterTable *self,
                                              JalonRegisterCell  *cell);

/* jalon-register-menu.c */
void               jalon_register_menu_init_class (GtkWidgetClass *klass);
void               jalon_register_menu_init_cell (JalonRegisterTable *self,
                                              JalonRegisterCell  *cell);

G_END_DECLS
