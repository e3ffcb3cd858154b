/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jalon-changes-dialog.h"
#include "app/jalon-window.h"
#include "files/jalon-lock.h"
#include "files/jalon-merge.h"
#include "files/jalon-recovery.h"
#include "files/jalon-store.h"
#include "files/jalon-watch.h"
#include "widgets/jalon-canvas.h"
#include "widgets/jalon-find-bar.h"
#include "widgets/jalon-inspector.h"
#include "widgets/jalon-mini-map.h"
#include "widgets/jalon-outline.h"
#include "widgets/jalon-register-table.h"
#include "widgets/jalon-sidebar.h"

G_BEGIN_DECLS

/* The window is cut by concern: -actions (menus and keys), -title, -toasts, -files (open, close),
 * -save, -find, -history (back along links), -export, -view (sheet or list), -recovery (what a
 * crash must not take), -removal (undo at hand), -share (what others save), -news (how that is
 * told), -lock (who they are), -versions, -copies, -state (where people left off), -new, -connect
 * (to servers). */

struct _JalonWindow
{
  AdwApplicationWindow  parent_instance;

  /* Template children */
  GtkBox               *toasts;
  GtkStack             *pages;
  AdwFlap              *sidebar_flap;
  AdwFlap              *inspector_flap;
  GtkLabel             *project_title;
  GtkLabel             *title;
  GtkLabel             *subtitle;
  GtkButton            *undo_button;
  GtkButton            *redo_button;
  GtkInfoBar           *lock_bar;
  GtkLabel             *lock_label;
  GtkButton            *read_button;
  GtkInfoBar           *copies_bar;
  GtkLabel             *copies_label;
  GtkStack             *canvas_pages;
  JalonSidebar         *sidebar;
  GtkToggleButton      *outline_button;
  JalonCanvas          *canvas;
  JalonInspector       *inspector;
  JalonMiniMap         *mini_map;
  GtkBox               *main_box;
  GtkMenuButton        *menu_button;
  GtkMenuButton        *new_button;
  GMenuModel           *primary_menu;
  GMenuModel           *new_menu;

  /* Made when they are needed first; NULL before */
  GtkWidget            *newer_bar;
  JalonFindBar         *find_bar;
  JalonOutline         *outline;
  JalonRegisterTable   *table;

  /* Owned */
  JalonDocument        *document;    /* NULL while the window is blank */
  JalonStore           *store;       /* NULL until the project has a file */
  JalonRecovery        *recovery;    /* NULL if people do not want it */
  GSignalGroup         *signals;
  GSettings            *settings;
  GCancellable         *cancellable; /* stops what runs when the window goes */
  JalonOpening         *opening;     /* the project that is on its way */
  GFile                *connected;   /* for this a server was connected, or is about to be */
  GtkFileChooserNative *chooser;
  GPtrArray            *visits;      /* where links were followed, see -history */

  /* How maps are shown */
  gboolean              shows_outline;
  gboolean              shows_table;
  AdwToast             *removal;     /* offers to undo the last step */

  guint                 waiting;     /* for the project, to be shown with it */
  gboolean              is_for_file; /* came with the file that is being read */
  gboolean              closes_when_saved;

  /* Others at the same file, see -lock and -share */
  JalonLock            *lock;        /* NULL while there is no file */
  gboolean              only_reads;  /* people do not want to change anything */
  JalonWatch           *watch;       /* the same */
  GPtrArray            *news;        /* what came in, the latest last; NULL if nothing did */
  AdwToast             *news_toast;  /* tells of it */
  GPtrArray            *copies;      /* files that are offered for merging, or NULL */
  gboolean              has_news;    /* something waits until people have written a word */
  gboolean              is_reloading;
  gboolean              is_adopting;
  gboolean              saves_when_merged;
};

/* jalon-window.c */
void   jalon_window_set_document      (JalonWindow   *self,
                                       JalonDocument *document,
                                       JalonStore    *store,
                                       JalonLayout   *layout);

/* jalon-window-toasts.c */
void   jalon_window_add_toast         (JalonWindow   *self,
                                       AdwToast      *toast);
void   jalon_window_toast             (JalonWindow   *self,
                                       const char    *message);

/* jalon-window-title.c */
void   jalon_window_update_title      (JalonWindow   *self);

/* jalon-window-actions.c */
void   jalon_window_actions_init_class (GtkWidgetClass *klass);
void   jalon_window_update_actions    (JalonWindow   *self);

/* jalon-window-find.c */
void   jalon_window_find_init_class   (GtkWidgetClass *klass);
gboolean jalon_window_reveal          (JalonWindow   *self,
                                       JalonElement  *element,
                                       guint          field);
void   jalon_window_go                (JalonWindow   *self,
                                       JalonElement  *element,
                                       guint          field);
void   jalon_window_jumped            (JalonWindow   *self,
                                       const char    *id);

/* jalon-window-files.c */
void   jalon_window_files_init        (JalonWindow   *self);
void   jalon_window_open              (GtkWidget     *widget,
                                       const char    *name,
                                       GVariant      *parameter);
void   jalon_window_open_files        (JalonWindow   *self,
                                       GListModel    *files);
void   jalon_window_stop_opening      (JalonWindow   *self);
void   jalon_window_stop              (JalonWindow   *self);
gboolean jalon_window_close_request   (GtkWindow     *window);
GtkFileChooserNative *jalon_window_choose (JalonWindow *self,
                                       const char    *title,
                                       GtkFileChooserAction action,
                                       const char    *accept);
void   jalon_window_forget_chooser    (JalonWindow   *self);
GFile *jalon_window_get_chosen        (GtkNativeDialog *chooser,
                                       int            response);
void   jalon_window_add_filters       (GtkFileChooserNative *chooser);
void   jalon_window_remember_folder   (JalonWindow   *self,
                                       GFile         *file);
void   jalon_window_note_recent       (GFile         *file);
char  *jalon_window_get_display_name  (GFile         *file);

/* jalon-window-connect.c */
typedef void (*JalonConnected) (JalonWindow *self, GFile *file, const GError *error);

void   jalon_window_connect           (JalonWindow   *self,
                                       GFile         *file,
                                       JalonConnected func);

/* jalon-window-save.c */
void   jalon_window_save              (GtkWidget     *widget,
                                       const char    *name,
                                       GVariant      *parameter);
void   jalon_window_save_as           (GtkWidget     *widget,
                                       const char    *name,
                                       GVariant      *parameter);
void   jalon_window_save_copy         (GtkWidget     *widget,
                                       const char    *name,
                                       GVariant      *parameter);
void   jalon_window_ask_to_overwrite  (JalonWindow   *self,
                                       const char    *message);

/* jalon-window-help.c */
void   jalon_window_show_help         (GtkWidget     *widget,
                                       const char    *name,
                                       GVariant      *parameter);

/* jalon-window-history.c */
void   jalon_window_history_init      (JalonWindow   *self);
void   jalon_window_visit             (JalonWindow   *self);
gboolean jalon_window_can_go_back     (JalonWindow   *self);
void   jalon_window_go_back           (GtkWidget     *widget,
                                       const char    *name,
                                       GVariant      *parameter);

/* jalon-window-view.c */
void   jalon_window_view_init         (JalonWindow   *self);
JalonElement *jalon_window_get_map    (JalonWindow   *self);
void   jalon_window_show_newer_bar    (JalonWindow   *self,
                                       gboolean       is_newer);
GtkWidget *jalon_window_get_view      (JalonWindow   *self);
void   jalon_window_update_view       (JalonWindow   *self);
void   jalon_window_finish_edit       (JalonWindow   *self);
void   jalon_window_outline_toggled_cb (JalonWindow  *self);
void   jalon_window_paste             (GtkWidget     *widget,
                                       const char    *name,
                                       GVariant      *parameter);
void   jalon_window_toggle_outline    (GtkWidget     *widget,
                                       const char    *name,
                                       GVariant      *parameter);
void   jalon_window_show_details      (GtkWidget     *widget,
                                       const char    *name,
                                       GVariant      *parameter);

/* jalon-window-recovery.c */
void   jalon_window_keep              (JalonWindow   *self);
void   jalon_window_forget            (JalonWindow   *self);

/* jalon-window-undo.c */
JalonElement *jalon_window_find_changed_map (JalonWindow *self,
                                       const JalonStep *step);
void   jalon_window_undo              (GtkWidget     *widget,
                                       const char    *name,
                                       GVariant      *parameter);

/* jalon-window-removal.c */
JalonElement *jalon_window_find_come_back (JalonWindow *self,
                                       const JalonStep *step);
void   jalon_window_note_step         (JalonWindow   *self,
                                       const JalonStep *step);
void   jalon_window_forget_removal    (JalonWindow   *self);

/* jalon-window-new.c */
void   jalon_window_new_map           (GtkWidget     *widget,
                                       const char    *name,
                                       GVariant      *parameter);

/* jalon-window-share.c */
typedef struct _JalonMerging JalonMerging;

/* What has become of the document while it was merged. */
typedef enum
{
  JALON_MERGING_SAME,
  JALON_MERGING_CHANGED,
  JALON_MERGING_GONE,
} JalonMergingState;

void   jalon_merging_free             (JalonMerging  *merging);
JalonWindow *jalon_merging_get_window (JalonMerging  *merging);
JalonMergingState jalon_merging_check (JalonMerging  *merging);
void   jalon_window_merge             (JalonWindow   *self,
                                       JalonStore    *store,
                                       GAsyncReadyCallback callback);
void   jalon_window_share_init        (JalonWindow   *self);
void   jalon_window_share             (JalonWindow   *self);
void   jalon_window_merge_and_save    (JalonWindow   *self);
gboolean jalon_window_adopt           (JalonWindow   *self,
                                       JalonMerge    *merge,
                                       GPtrArray     *changes,
                                       const char    *label,
                                       const char    *from,
                                       GError       **error);

/* jalon-window-news.c */
void   jalon_window_add_news          (JalonWindow   *self,
                                       GPtrArray     *changes,
                                       GPtrArray     *conflicts,
                                       const char    *from);
void   jalon_window_forget_news       (JalonWindow   *self);
void   jalon_window_show_news         (GtkWidget     *widget,
                                       const char    *name,
                                       GVariant      *parameter);
JalonChangesDialog *jalon_window_list_changes (JalonWindow *self,
                                       const char    *title);

/* jalon-window-lock.c */
void   jalon_window_take_lock         (JalonWindow   *self);
void   jalon_window_leave_lock        (JalonWindow   *self);
void   jalon_window_set_only_reads    (JalonWindow   *self,
                                       gboolean       only_reads);
char  *jalon_window_format_time       (GDateTime     *time);
char  *jalon_window_name_other        (JalonWindow   *self);
void   jalon_window_lock_response_cb  (JalonWindow   *self);

/* jalon-window-copies.c */
void   jalon_window_find_copies       (JalonWindow   *self);
void   jalon_window_forget_copies     (JalonWindow   *self);
void   jalon_window_copies_response_cb (JalonWindow  *self,
                                       int            response);
void   jalon_window_trash_copy        (GtkWidget     *widget,
                                       const char    *name,
                                       GVariant      *parameter);

/* jalon-window-versions.c */
void   jalon_window_show_versions     (GtkWidget     *widget,
                                       const char    *name,
                                       GVariant      *parameter);

/* jalon-window-state.c */
void   jalon_window_remember_state    (JalonWindow   *self);
JalonElement *jalon_window_recall_state (JalonWindow *self);

/* jalon-window-export.c */
void   jalon_window_export            (GtkWidget     *widget,
                                       const char    *name,
                                       GVariant      *parameter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonMerging, jalon_merging_free)

G_END_DECLS
