/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-layout.h"
#include "drawing/jalon-scene.h"
#include "widgets/jalon-canvas.h"
#include "widgets/jalon-copy-paste.h"
#include "widgets/jalon-inline-editor.h"
#include "widgets/jalon-render-cache.h"
#include "widgets/jalon-tiles.h"

G_BEGIN_DECLS

/* Room below the sheet for the zoom bar, in application pixels. */
#define JALON_CANVAS_FOOT 72.0

/* The canvas is cut by concern: -scene (what is shown), -view (zoom, scrolling, where things are),
 * -zoom (by steps and to the selection), -places (where elements are, and what was found), -paint
 * and -marks (what is seen), -cursor (what the keys are on, what is selected), -pointer, -adder,
 * -drag, -autoscroll and -keys (what people do), -edit (text in place), -new (what is added and
 * written), -pictures and -drop (from elsewhere), -actions, -structure and -menu (what can be done
 * with what is there), -accessible (what assistive technology sees). Places on the sheet are in
 * canvas units, places in the widget in application pixels. Items are indices into the scene, −1
 * for none. */

/* What moves together while scrolling. */
typedef enum
{
  JALON_ZONE_BODY = 0,
  JALON_ZONE_TOP = 1 << 0,
  JALON_ZONE_SIDE = 1 << 1,
  JALON_ZONE_CORNER = JALON_ZONE_TOP | JALON_ZONE_SIDE,
} JalonZone;

/* Where a dragged thing would land: in a slot, or beside or on another item. */
typedef struct
{
  int         slot;     /* the item with the slot */
  int         before;   /* the item to stand before, −1 for the end */
  JalonPoint  point;    /* in the coordinates of the slot's node */
  gboolean    is_goal;  /* where one would like to have it, not where it is */
  gboolean    is_copy;  /* if there is room for one more */
  int         target;   /* the other item */
  gboolean    is_after; /* behind the other rather than before it */
} JalonDrop;

/* What adds with a click: a sign where the pointer has been last. */
typedef struct
{
  JalonNode  *node;      /* the slot, or what to stand beside; NULL for none */
  gboolean    is_before;
  gboolean    is_hot;    /* the pointer is on it */
  gboolean    is_faint;  /* there is no place for it without text */
  JalonPoint  at;        /* its middle in the widget */
} JalonAdder;

typedef enum
{
  JALON_DRAG_NONE,
  JALON_DRAG_PAN,
  JALON_DRAG_BAND,
  JALON_DRAG_MOVE,
  JALON_DRAG_ORDER,
  JALON_DRAG_SPAN,
  JALON_DRAG_LINK,
} JalonDragMode;

/* How a map is fitted to the widget, until people zoom. */
typedef enum
{
  JALON_FIT_NONE,
  JALON_FIT_NEW, /* as it is opened, so that it can be read */
  JALON_FIT_ALL, /* all of it, as people wished */
} JalonFit;

/* In application pixels */
typedef struct
{
  int width;
  int height;
} JalonSize;

struct _JalonCanvas
{
  JalonMapView         base;

  /* What is shown; owned */
  JalonThemeName       theme;
  JalonLayout         *layout;
  JalonScene          *scene;        /* NULL until someone asks */
  guint                update;

  /* The view */
  double               zoom;
  gboolean             is_allocating;
  gboolean             owes_sizes;
  gboolean             owes_cursor;  /* what is selected was not shown yet */
  gboolean             owes_zoom;    /* the zoom changed while sizes were given out */
  JalonPoint           extent;       /* of the sheet when it was scrolled, in application pixels */
  JalonFit             fit;
  JalonSize            fitted;       /* of the widget, when the map was fitted to it; 0 for never */
  GtkAdjustment       *adjustments[2];
  GtkScrollablePolicy  policies[2];
  GHashTable          *views;        /* id of a map → where it was left */
  JalonTiles          *tiles;
  JalonRenderCache    *cache;        /* of what is shown above them */
  guint                zooming;      /* what ends it when people rest; 0 if they do */
  JalonZone            moved;        /* which headers were not in their place in the last frame */
  JalonRect            covered;      /* by something that lies over the canvas; empty if nothing */

  /* What the keys are on. The node finds its item again in the next scene. */
  JalonNode           *cursor_node;
  int                  cursor;
  int                  anchor;
  gboolean             is_own_selection;

  /* Where the scene shows elements, and what was found; NULL until someone asks */
  GHashTable          *places;
  GByteArray          *hit_marks;    /* of the items of the scene */

  /* The pointer */
  JalonPoint           pointer;
  double               pinch_zoom;
  int                  hover;
  gboolean             is_space_down;
  JalonAdder           adder;
  gboolean             is_adding;    /* the button is down on it */
  gboolean             is_toggling;  /* the button is down on what it will leave unselected */
  JalonPoint           slip;         /* how far what the button is down on has moved since */
  JalonDragMode        drag;
  GtkGesture          *dragging;     /* borrowed; NULL once it was let go of */
  JalonPoint           drag_start;   /* in the widget */
  JalonPoint           drag_sheet;   /* the start on the sheet */
  int                  drag_item;
  JalonDrop            drop;
  char               **drag_selection;
  char                *link_from;    /* id of what waits for the other end of a link */
  guint                autoscroll;
  int                  drop_target; /* where what comes from elsewhere would be dropped */

  /* Text in place */
  JalonInlineEditor   *editor;
  JalonTypesetter     *typesetter;
  char                *edit_id;
  JalonFieldId         edit_field;
  char                *edit_key;
  char                *edit_original;
  GError              *edit_error;    /* why the document does not take what is typed */
  JalonNode           *edit_origin;  /* where the keys were before something was added */
  gboolean             is_edit_new;  /* the element is part of the step */
  guint64              edit_revision;
  gboolean             owes_end;     /* the keys have left the text */
  guint                n_edits;
  gboolean             is_typing;

  /* The menu; a child */
  GtkWidget           *menu;

  /* Assistive technology */
  GHashTable          *proxies;      /* name of a place → JalonCanvasProxy */
  GPtrArray           *idle_proxies;
  guint                proxies_source;
};

/* jalon-canvas.c */
void             jalon_canvas_notify_zoom       (JalonCanvas       *self);
void             jalon_canvas_notify_editing    (JalonCanvas       *self);

/* jalon-canvas-scene.c */
void             jalon_canvas_scene_init_class  (JalonCanvasClass  *klass);
void             jalon_canvas_remove_tick       (JalonCanvas       *self,
                                                 guint             *tick);
void             jalon_canvas_forget_scene      (JalonCanvas       *self);
void             jalon_canvas_queue_sizes       (JalonCanvas       *self);
void             jalon_canvas_give_sizes        (JalonCanvas       *self);
void             jalon_canvas_queue_update      (JalonCanvas       *self);
JalonScene      *jalon_canvas_get_scene         (JalonCanvas       *self);
const JalonItem *jalon_canvas_get_item          (JalonCanvas       *self,
                                                 int                item);
JalonElement    *jalon_canvas_get_element       (JalonCanvas       *self,
                                                 int                item);
int              jalon_canvas_find_slot         (JalonCanvas       *self,
                                                 int                item);
const JalonSlot *jalon_canvas_get_slot          (JalonCanvas       *self,
                                                 int                item);

/* jalon-canvas-view.c */
void             jalon_canvas_view_set_adjustment (JalonCanvas     *self,
                                                 int                axis,
                                                 GtkAdjustment     *adjustment);
void             jalon_canvas_view_allocate     (JalonCanvas       *self);
gboolean         jalon_canvas_view_is_right     (JalonCanvas       *self);
void             jalon_canvas_view_remember     (JalonCanvas       *self);
void             jalon_canvas_view_recall       (JalonCanvas       *self);
void             jalon_canvas_get_origin        (JalonCanvas       *self,
                                                 JalonPoint        *origin);
void             jalon_canvas_get_frozen        (JalonCanvas       *self,
                                                 JalonPoint        *shift);
void             jalon_canvas_get_body          (JalonCanvas       *self,
                                                 JalonRect         *body);
void             jalon_canvas_get_seen_part     (JalonCanvas       *self,
                                                 const JalonItem   *item,
                                                 JalonRect         *part);
JalonZone        jalon_canvas_get_zone          (JalonCanvas       *self,
                                                 const JalonItem   *item,
                                                 const JalonPoint  *shift);
void             jalon_canvas_locate            (JalonCanvas       *self,
                                                 int                item,
                                                 JalonRect         *rect);
void             jalon_canvas_to_sheet          (JalonCanvas       *self,
                                                 double             x,
                                                 double             y,
                                                 JalonPoint        *point);
int              jalon_canvas_pick              (JalonCanvas       *self,
                                                 double             x,
                                                 double             y);
int              jalon_canvas_pick_slot         (JalonCanvas       *self,
                                                 double             x,
                                                 double             y);
void             jalon_canvas_zoom_at           (JalonCanvas       *self,
                                                 double             zoom,
                                                 double             x,
                                                 double             y);
void             jalon_canvas_zoom_step         (JalonCanvas       *self,
                                                 int                step);
void             jalon_canvas_zoom_to_fit       (JalonCanvas       *self);
gboolean         jalon_canvas_refit             (JalonCanvas       *self);
gboolean         jalon_canvas_zoom_to_selection (JalonCanvas       *self);
void             jalon_canvas_set_covered       (JalonCanvas       *self,
                                                 const JalonRect   *covered);
void             jalon_canvas_scroll_by         (JalonCanvas       *self,
                                                 double             dx,
                                                 double             dy);
void             jalon_canvas_scroll_to         (JalonCanvas       *self,
                                                 int                item);

/* jalon-canvas-paint.c, jalon-canvas-marks.c */
void             jalon_canvas_paint_zooming     (JalonCanvas       *self);
void             jalon_canvas_snapshot          (GtkWidget         *widget,
                                                 GtkSnapshot       *snapshot);
void             jalon_canvas_paint_marks       (JalonCanvas       *self,
                                                 GtkSnapshot       *snapshot,
                                                 const GArray      *seen);
gboolean         jalon_canvas_has_slot_mark     (JalonCanvas       *self,
                                                 int                item);
void             jalon_canvas_paint_slot_mark   (JalonCanvas       *self,
                                                 GtkSnapshot       *snapshot,
                                                 int                item);
void             jalon_canvas_paint_dragged     (JalonCanvas       *self,
                                                 GtkSnapshot       *snapshot);
void             jalon_canvas_paint_drop        (JalonCanvas       *self,
                                                 GtkSnapshot       *snapshot);
void             jalon_canvas_paint_band        (JalonCanvas       *self,
                                                 GtkSnapshot       *snapshot);
void             jalon_canvas_paint_bar         (JalonCanvas       *self,
                                                 GtkSnapshot       *snapshot,
                                                 const JalonRect   *rect);
void             jalon_canvas_paint_frame       (JalonCanvas       *self,
                                                 GtkSnapshot       *snapshot,
                                                 const JalonRect   *rect);
void             jalon_canvas_paint_panel       (JalonCanvas       *self,
                                                 GtkSnapshot       *snapshot,
                                                 const JalonRect   *rect,
                                                 const JalonColour *ground);
void             jalon_canvas_paint_drag        (JalonCanvas       *self,
                                                 GtkSnapshot       *snapshot);
void             jalon_canvas_paint_drop_target (JalonCanvas       *self,
                                                 GtkSnapshot       *snapshot);

/* jalon-canvas-cursor.c */
void             jalon_canvas_cursor_init_class (GtkWidgetClass    *klass);
int              jalon_canvas_find_element      (JalonCanvas       *self,
                                                 const char        *id);
gboolean         jalon_canvas_has_focus         (JalonCanvas       *self);
void             jalon_canvas_focus_cursor      (JalonCanvas       *self);
gboolean         jalon_canvas_begin             (JalonCanvas       *self);
void             jalon_canvas_go_to_first       (JalonCanvas       *self);
void             jalon_canvas_set_cursor        (JalonCanvas       *self,
                                                 int                item);
void             jalon_canvas_select            (JalonCanvas       *self,
                                                 int                item,
                                                 gboolean           extend);
void             jalon_canvas_select_nothing    (JalonCanvas       *self);
void             jalon_canvas_go_to             (JalonCanvas       *self,
                                                 int                item,
                                                 gboolean           extend);
void             jalon_canvas_toggle            (JalonCanvas       *self,
                                                 int                item);
void             jalon_canvas_join_selection    (JalonCanvas       *self);
void             jalon_canvas_select_band       (JalonCanvas       *self,
                                                 const JalonRect   *band,
                                                 const char *const *kept);
gboolean         jalon_canvas_shows_selected    (JalonCanvas       *self,
                                                 const JalonItem   *item);
gboolean         jalon_canvas_is_selected       (JalonCanvas       *self,
                                                 int                item);
void             jalon_canvas_scene_changed     (JalonCanvas       *self);
void             jalon_canvas_selection_changed (JalonMapView      *view);

/* jalon-canvas-places.c */
gboolean         jalon_canvas_shows             (JalonMapView      *view,
                                                 JalonElement      *element);
gboolean         jalon_canvas_reveal_field      (JalonMapView      *view,
                                                 JalonElement      *element,
                                                 JalonFieldId       field);
void             jalon_canvas_hits_changed      (JalonMapView      *view);
void             jalon_canvas_forget_places     (JalonCanvas       *self);
JalonHitMark     jalon_canvas_get_hit_mark      (JalonCanvas       *self,
                                                 int                item);

/* jalon-canvas-pointer.c */
void             jalon_canvas_finish_edit_at    (JalonCanvas       *self,
                                                 double             x,
                                                 double             y);
void             jalon_canvas_pointer_init      (JalonCanvas       *self);

/* jalon-canvas-adder.c */
void             jalon_canvas_adder_follow      (JalonCanvas       *self,
                                                 double             x,
                                                 double             y);
void             jalon_canvas_adder_hide        (JalonCanvas       *self);
gboolean         jalon_canvas_adder_is_at       (JalonCanvas       *self,
                                                 double             x,
                                                 double             y);
void             jalon_canvas_adder_activate    (JalonCanvas       *self);
void             jalon_canvas_adder_paint       (JalonCanvas       *self,
                                                 GtkSnapshot       *snapshot);
/* jalon-canvas-adder-room.c */
gboolean         jalon_canvas_find_room         (JalonCanvas       *self,
                                                 const JalonRect   *area,
                                                 double             radius,
                                                 JalonPoint        *at);

/* jalon-canvas-autoscroll.c */
void             jalon_canvas_autoscroll_init   (JalonCanvas       *self);
void             jalon_canvas_autoscroll_begin  (JalonCanvas       *self);

/* jalon-canvas-drag.c, -drag-order.c, -drag-span.c, -drag-link.c */
void             jalon_canvas_drag_init         (JalonCanvas       *self);
void             jalon_canvas_drag_follow       (JalonCanvas       *self);
const char      *jalon_canvas_drag_get_pointer  (JalonCanvas       *self,
                                                 double             x,
                                                 double             y);
void             jalon_canvas_drag_cancel       (JalonCanvas       *self);
void             jalon_canvas_get_way           (JalonCanvas       *self,
                                                 JalonPoint        *way);
void             jalon_canvas_get_band          (JalonCanvas       *self,
                                                 JalonRect         *band);

gboolean         jalon_canvas_order_can_begin   (JalonCanvas       *self,
                                                 int                item);
void             jalon_canvas_order_follow      (JalonCanvas       *self);
void             jalon_canvas_order_drop        (JalonCanvas       *self);
void             jalon_canvas_order_paint       (JalonCanvas       *self,
                                                 GtkSnapshot       *snapshot);
int              jalon_canvas_span_find         (JalonCanvas       *self,
                                                 double             x,
                                                 double             y);
void             jalon_canvas_span_follow       (JalonCanvas       *self);
void             jalon_canvas_span_drop         (JalonCanvas       *self);
void             jalon_canvas_span_paint        (JalonCanvas       *self,
                                                 GtkSnapshot       *snapshot);
int              jalon_canvas_link_find         (JalonCanvas       *self,
                                                 double             x,
                                                 double             y);
void             jalon_canvas_link_follow       (JalonCanvas       *self);
void             jalon_canvas_link_drop         (JalonCanvas       *self);
void             jalon_canvas_link_paint        (JalonCanvas       *self,
                                                 GtkSnapshot       *snapshot);
void             jalon_canvas_link_paint_handle (JalonCanvas       *self,
                                                 GtkSnapshot       *snapshot);
gboolean         jalon_canvas_link_begin        (JalonCanvas       *self);
gboolean         jalon_canvas_link_end          (JalonCanvas       *self);
gboolean         jalon_canvas_link_cancel       (JalonCanvas       *self);

/* jalon-canvas-pictures.c */
void             jalon_canvas_pictures_init     (JalonCanvas       *self);
void             jalon_canvas_pictures_init_class (GtkWidgetClass  *klass);
gboolean         jalon_canvas_find_picture      (JalonCanvas       *self,
                                                 gboolean          *is_of_map,
                                                 gboolean          *has_one);
gboolean         jalon_canvas_is_picture        (JalonCanvas       *self,
                                                 int                item);
gboolean         jalon_canvas_choose_picture    (JalonCanvas       *self,
                                                 int                item);
gboolean         jalon_canvas_paste_picture     (JalonMapView      *view,
                                                 GBytes            *bytes);
gboolean         jalon_canvas_paste_picture_files (JalonMapView    *view,
                                                 GSList            *files);

/* jalon-canvas-keys.c, jalon-canvas-actions.c, jalon-canvas-move.c */
void             jalon_canvas_keys_init         (JalonCanvas       *self);
void             jalon_canvas_actions_init_class (GtkWidgetClass   *klass);
void             jalon_canvas_move_init_class   (GtkWidgetClass    *klass);
GPtrArray       *jalon_canvas_get_selected      (JalonCanvas       *self);
JalonNode       *jalon_canvas_find_next         (JalonCanvas       *self,
                                                 GPtrArray         *going);
void             jalon_canvas_add_beside        (JalonCanvas       *self,
                                                 gboolean           is_before);

/* jalon-canvas-structure.c, jalon-canvas-menu.c, jalon-canvas-popover.c */
void             jalon_canvas_structure_init_class (GtkWidgetClass *klass);
JalonElement    *jalon_canvas_get_part          (JalonCanvas       *self);
GPtrArray       *jalon_canvas_get_parts         (JalonCanvas       *self);
GPtrArray       *jalon_canvas_find_hidden       (JalonCanvas       *self);
GPtrArray       *jalon_canvas_find_links        (JalonCanvas       *self);
void             jalon_canvas_update_actions    (JalonCanvas       *self,
                                                 gboolean           here);
void             jalon_canvas_menu_clear        (JalonCanvas       *self);
void             jalon_canvas_menu_init_class   (GtkWidgetClass    *klass);
void             jalon_canvas_menu_init         (JalonCanvas       *self);
GMenuModel      *jalon_canvas_make_menu         (JalonCanvas       *self,
                                                 GSimpleActionGroup *actions);
GMenuModel      *jalon_canvas_make_hidden       (JalonCanvas       *self);
GMenuModel      *jalon_canvas_make_choice       (JalonCanvas       *self,
                                                 JalonElement      *part,
                                                 JalonFieldId       own,
                                                 GSimpleActionGroup *actions);
gboolean         jalon_canvas_menu_is_open      (JalonCanvas       *self);
gboolean         jalon_canvas_offer_hidden      (JalonCanvas       *self,
                                                 int                item);
void             jalon_canvas_offer_choice      (JalonCanvas       *self,
                                                 int                item,
                                                 const JalonPoint  *at);
gboolean         jalon_canvas_menu_at           (JalonCanvas       *self,
                                                 int                item,
                                                 double             x,
                                                 double             y);

/* jalon-canvas-clipboard.c */
GArray          *jalon_canvas_find_slots        (JalonCanvas       *self,
                                                 GPtrArray         *elements);
void             jalon_canvas_copy_paste_init   (JalonCopyPasteInterface *iface);
void             jalon_canvas_clipboard_init    (JalonCanvas       *self);

/* jalon-canvas-drop.c */
void             jalon_canvas_drop_init         (JalonCanvas       *self);
void             jalon_canvas_set_drop_target   (JalonCanvas       *self,
                                                 int                item);

/* jalon-canvas-edit.c */
int              jalon_canvas_find_written      (JalonCanvas       *self,
                                                 int                item);
const JalonField *jalon_canvas_get_edited_field (JalonCanvas       *self,
                                                 int                item);
gboolean         jalon_canvas_edit              (JalonCanvas       *self,
                                                 int                item,
                                                 gboolean           replace);
void             jalon_canvas_begin_edit        (JalonCanvas       *self,
                                                 int                item,
                                                 const JalonField  *field,
                                                 gboolean           replace);
void             jalon_canvas_edit_update       (JalonCanvas       *self);
void             jalon_canvas_edit_refresh      (JalonCanvas       *self);
gboolean         jalon_canvas_edit_dress        (JalonCanvas       *self,
                                                 const JalonItem   *item);
void             jalon_canvas_edit_allocate     (JalonCanvas       *self);
void             jalon_canvas_edit_paint        (JalonCanvas       *self,
                                                 GtkSnapshot       *snapshot);
void             jalon_canvas_finish_edit       (JalonCanvas       *self);

/* jalon-canvas-new.c */
void             jalon_canvas_find_free         (JalonCanvas       *self,
                                                 int                slot,
                                                 JalonPoint        *point);
gboolean         jalon_canvas_add               (JalonCanvas       *self,
                                                 int                slot,
                                                 JalonElement      *after,
                                                 const JalonPoint  *point);
char            *jalon_canvas_prepare_new       (JalonCanvas       *self);
gboolean         jalon_canvas_write_new         (JalonCanvas       *self,
                                                 JalonElement      *element,
                                                 const char        *key,
                                                 gboolean           goes_if_empty);

/* jalon-canvas-accessible.c */
GtkWidget       *jalon_canvas_get_proxy         (JalonCanvas       *self,
                                                 int                item);
void             jalon_canvas_match_proxies     (JalonCanvas       *self);
void             jalon_canvas_queue_proxies     (JalonCanvas       *self);
void             jalon_canvas_allocate_proxies  (JalonCanvas       *self);
void             jalon_canvas_drop_proxies      (JalonCanvas       *self);

G_END_DECLS
