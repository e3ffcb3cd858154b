/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-map-view.h"
#include "widgets/jalon-paste.h"

G_BEGIN_DECLS

#define JALON_TYPE_COPY_PASTE (jalon_copy_paste_get_type ())

G_DECLARE_INTERFACE (JalonCopyPaste, jalon_copy_paste, JALON, COPY_PASTE, JalonMapView)

/**
 * JalonCopyPasteInterface:
 * @get_copied: returns (transfer container) what is copied: what is selected, as a rule
 * @find_cells: (optional): returns (nullable) (array) in which rows and columns that stands
 * @cut: deletes what has been copied, with jalon_commands_cut(), and puts the keys elsewhere
 * @paste: pastes a fragment or, if that is %NULL, a text where the keys are, or says why not, with
 *   jalon_copy_paste_put()
 * @paste_files: (optional): takes files as pictures; returns %FALSE if none go where the keys are
 * @paste_picture: (optional): the same with a picture of any bytes
 *
 * A view of a map from which one can copy, and into which one can paste.
 */
struct _JalonCopyPasteInterface
{
  GTypeInterface parent;

  GPtrArray         *(*get_copied)    (JalonMapView  *view);
  JalonFragmentCell *(*find_cells)    (JalonMapView  *view,
                                       GPtrArray     *elements);
  void               (*cut)           (JalonMapView  *view,
                                       GPtrArray     *elements);
  void               (*paste)         (JalonMapView  *view,
                                       JalonFragment *fragment,
                                       const char    *text);
  gboolean           (*paste_files)   (JalonMapView  *view,
                                       GSList        *files);
  gboolean           (*paste_picture) (JalonMapView  *view,
                                       GBytes        *bytes);
};

void          jalon_copy_paste_init_class     (GtkWidgetClass        *klass,
                                               const char            *prefix);
void          jalon_copy_paste_paste          (JalonCopyPaste        *self);
JalonElement *jalon_copy_paste_put            (JalonCopyPaste        *self,
                                               const JalonPastePlace *place,
                                               JalonFragment         *fragment,
                                               const char            *text,
                                               const JalonPasteRows  *rows);
gboolean      jalon_copy_paste_take_fragment  (JalonCopyPaste        *self,
                                               GBytes                *bytes);
gboolean      jalon_copy_paste_take_text      (JalonCopyPaste        *self,
                                               GBytes                *bytes);

G_END_DECLS
