/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/jalon-search.h"
#include "widgets/jalon-hit-marks.h"

G_BEGIN_DECLS

#define JALON_TYPE_MAP_VIEW            (jalon_map_view_get_type ())
#define JALON_MAP_VIEW(object)         (G_TYPE_CHECK_INSTANCE_CAST ((object), JALON_TYPE_MAP_VIEW, \
                                                                    JalonMapView))
#define JALON_MAP_VIEW_CLASS(klass)    (G_TYPE_CHECK_CLASS_CAST ((klass), JALON_TYPE_MAP_VIEW, \
                                                                 JalonMapViewClass))
#define JALON_IS_MAP_VIEW(object)      (G_TYPE_CHECK_INSTANCE_TYPE ((object), JALON_TYPE_MAP_VIEW))
#define JALON_MAP_VIEW_GET_CLASS(view) (G_TYPE_INSTANCE_GET_CLASS ((view), JALON_TYPE_MAP_VIEW, \
                                                                   JalonMapViewClass))

typedef struct _JalonMapView JalonMapView;
typedef struct _JalonMapViewClass JalonMapViewClass;

/* What is shown stands open to the subclasses, which read it all the time; only the setters change
 * it. */
struct _JalonMapView
{
  GtkWidget      parent_instance;

  /* Owned */
  JalonDocument *document;
  JalonElement  *map;
  gboolean       is_editable;
  GArray        *hits;   /* of JalonHit, or NULL */
  int            hit;    /* at which of them people are, −1 for none */

  /* Set by the subclass */
  GtkWidget     *named;  /* what bears the name of the map for screen readers, or NULL */

  /*< private >*/
  GSignalGroup  *signals;
  JalonHitMarks *marks;  /* of @hits; NULL until someone asks */
};

/**
 * JalonMapViewClass:
 * @enter_document: there is another document, of which no map is shown yet
 * @leave_map: the map goes; it is still there
 * @enter_map: there is another map, or none
 * @editable_changed: people may change the document, or may not any more
 * @document_changed: a step was done, or undone
 * @selection_changed: something else is selected
 * @hits_changed: something else was found, or people are at another hit
 * @finish_edit: ends what people write in the view, as if they had gone elsewhere
 * @shows: whether an element of the document is seen in the view, which may have to be scrolled
 * @reveal: selects an element and scrolls to a field of it, or to the element, or to what it is in;
 *   returns what @shows does
 *
 * What a subclass does when it shows something else; none is needed.
 */
struct _JalonMapViewClass
{
  GtkWidgetClass parent_class;

  void        (*enter_document)    (JalonMapView    *self);
  void        (*leave_map)         (JalonMapView    *self);
  void        (*enter_map)         (JalonMapView    *self);
  void        (*editable_changed)  (JalonMapView    *self);
  void        (*document_changed)  (JalonMapView    *self,
                                    const JalonStep *step);
  void        (*selection_changed) (JalonMapView    *self);
  void        (*hits_changed)      (JalonMapView    *self);
  void        (*finish_edit)       (JalonMapView    *self);
  gboolean    (*shows)             (JalonMapView    *self,
                                    JalonElement    *element);
  gboolean    (*reveal)            (JalonMapView    *self,
                                    JalonElement    *element,
                                    JalonFieldId     field);
};

GType          jalon_map_view_get_type     (void);
JalonDocument *jalon_map_view_get_document (JalonMapView  *self);
void           jalon_map_view_set_document (JalonMapView  *self,
                                            JalonDocument *document);
JalonElement  *jalon_map_view_get_map      (JalonMapView  *self);
void           jalon_map_view_set_map      (JalonMapView  *self,
                                            JalonElement  *map);
gboolean       jalon_map_view_get_editable (JalonMapView  *self);
void           jalon_map_view_set_editable (JalonMapView  *self,
                                            gboolean       is_editable);
void           jalon_map_view_set_hits     (JalonMapView  *self,
                                            GArray        *hits,
                                            int            hit);
JalonHitMark   jalon_map_view_get_mark     (JalonMapView  *self,
                                            JalonElement  *element,
                                            JalonFieldId   field);
void           jalon_map_view_finish_edit  (JalonMapView  *self);
gboolean       jalon_map_view_shows        (JalonMapView  *self,
                                            JalonElement  *element);
gboolean       jalon_map_view_reveal       (JalonMapView  *self,
                                            JalonElement  *element,
                                            JalonFieldId   field);
void           jalon_map_view_jump         (JalonMapView  *self,
                                            const char    *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonMapView, g_object_unref)

G_END_DECLS
