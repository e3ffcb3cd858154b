/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-copy-paste.h"

G_BEGIN_DECLS

/* What is dropped on a view of a map from elsewhere, text and parts of other projects, is pasted
 * where it is dropped. Maps of this project are not: they are referred to. */

/**
 * JalonPasteDropList:
 * @get_row_type: the type of what shows a row, or a cell of one
 * @get_marked: returns the row of the list that is marked for it
 * @get_place: returns (transfer full) what @go needs to find it again
 * @go: puts the keys of the view there; on the map where the place is %NULL, or gone
 * @free_place: frees a place
 *
 * How the rows of a list take what is dropped.
 */
typedef struct
{
  GType      (*get_row_type) (void);
  GtkWidget *(*get_marked)   (GtkWidget    *row);
  gpointer   (*get_place)    (GtkWidget    *row);
  void       (*go)           (JalonMapView *view,
                              gpointer      place);
  GDestroyNotify free_place;
} JalonPasteDropList;

GtkDropTargetAsync *jalon_paste_drop_target_new (GdkDragAction     actions);
gboolean            jalon_paste_drop_accepts    (JalonMapView     *view,
                                                 GdkDrop          *drop);
void                jalon_paste_drop_read       (JalonMapView     *view,
                                                 GdkDrop          *drop,
                                                 void            (*go) (JalonMapView *view,
                                                                        gpointer      place),
                                                 gpointer          place,
                                                 GDestroyNotify    free_place);
void                jalon_paste_drop_init_list  (JalonMapView     *view,
                                                 const JalonPasteDropList *list);

G_END_DECLS
