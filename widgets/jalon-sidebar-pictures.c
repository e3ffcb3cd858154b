/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-sidebar-pictures.h"

#include "document/jalon-fragment.h"
#include "document/jalon-text.h"
#include "widgets/jalon-appearance.h"
#include "widgets/jalon-map-picture.h"
#include "widgets/jalon-map-row.h"
#include "widgets/jalon-thumbnailer.h"

/* The small pictures of maps in the sidebar. They are drawn one after the other in a thread, only
 * for rows in view, and only once nobody has changed anything for a moment; nothing is done for
 * them before the window is seen. */

/* Milliseconds without another change: people who write should not wait for pictures. */
#define REST 1000

/* And without scrolling, or another reason to look what is in view. */
#define PAUSE 100

/* More than fit on any screen; each takes some 20 kB at twice the resolution. */
#define MOST 128

/* Bytes of a map, some two thousand cards: they are copied for the thread in 1.7 ms, while people
 * wait. A larger one would be laid out for seconds, and show nothing that one could recognise. */
#define LARGEST_MAP (640 * 1024)

struct _JalonSidebarPictures
{
  /* Borrowed */
  JalonSidebar *sidebar;
  GtkScrolledWindow *scroller;

  guint tick;   /* until the first frame */
  guint source; /* until somebody looks what is to be drawn */

  /* Owned */
  GHashTable *by_map;            /* id → Picture */
  GQueue order;                  /* of Pictures, the last one drawn first */
  JalonThumbnailer *thumbnailer; /* NULL while there is nothing to draw */
  GCancellable *cancellable;     /* of what is being drawn; NULL if nothing is */
};

typedef struct
{
  char *map;
  guint64 state; /* what it shows */
  GdkTexture *texture;
} Picture;

typedef struct
{
  JalonSidebarPictures *pictures;
  char *map;
  guint64 state;
} Drawing;

static void look_after (JalonSidebarPictures *self, guint milliseconds);

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_free (picture->map);
  g_clear_object (&picture->texture);
  g_free (picture);
}

static void
drawing_free (Drawing *drawing)
{
  g_free (drawing->map);
  g_free (drawing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Drawing, drawing_free)

/* What a picture of @map would show now. */
static guint64
get_state (JalonSidebarPictures *self, JalonElement *map)
{
  guint64 look = gtk_widget_get_scale_factor (GTK_WIDGET (self->sidebar)) * 8 +
                 jalon_appearance_get_theme ();

  return jalon_fragment_hash (map) ^ look;
}

/* Shows what there is in each row: rows come and go more often than maps. */
static void
show_pictures (JalonSidebarPictures *self)
{
  g_autoptr (GPtrArray) rows = jalon_sidebar_list_rows (self->sidebar);

  for (guint i = 0; i < rows->len; i++)
    {
      JalonMapRow *row = g_ptr_array_index (rows, i);
      const char *id = jalon_element_get_id (jalon_map_row_get_map (row));
      Picture *picture = g_hash_table_lookup (self->by_map, id);

      jalon_map_row_set_picture (row, picture != NULL ? picture->texture : NULL);
    }
}

static void
remove_picture (JalonSidebarPictures *self, Picture *picture)
{
  g_queue_remove (&self->order, picture);
  g_hash_table_remove (self->by_map, picture->map);
}

/* Takes the place of the last picture of that map; the oldest goes when there are too many. */
static void
add_picture (JalonSidebarPictures *self, Drawing *drawing, GdkTexture *texture)
{
  Picture *picture = g_hash_table_lookup (self->by_map, drawing->map);

  if (picture != NULL)
    remove_picture (self, picture);
  picture = g_new0 (Picture, 1);
  picture->map = g_strdup (drawing->map);
  picture->state = drawing->state;
  picture->texture = g_object_ref (texture);
  g_hash_table_insert (self->by_map, picture->map, picture);
  g_queue_push_head (&self->order, picture);
  if (self->order.length > MOST)
    remove_picture (self, g_queue_peek_tail (&self->order));
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Drawing) drawing = data;
  g_autoptr (GdkTexture)
    texture = jalon_thumbnailer_draw_finish (JALON_THUMBNAILER (source), result, NULL);
  JalonSidebarPictures *self = drawing->pictures;

  if (texture == NULL) /* cancelled: there may be nobody any more */
    return;
  g_clear_object (&self->cancellable);
  add_picture (self, drawing, texture);
  show_pictures (self);
  if (self->source == 0)
    look_after (self, 0);
}

/* A copy of the map with what it refers to, which no one else uses. */
static JalonElement *
copy_project (JalonElement *map)
{
  g_autoptr (GPtrArray) maps = g_ptr_array_new ();
  g_autoptr (JalonFragment) fragment = NULL;

  g_ptr_array_add (maps, map);
  fragment = jalon_fragment_new (maps, NULL);
  return g_object_ref (jalon_fragment_get_project (fragment));
}

static void
draw (JalonSidebarPictures *self, JalonElement *map, guint64 state)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self->sidebar));
  Drawing *drawing = g_new0 (Drawing, 1);

  drawing->pictures = self;
  drawing->map = g_strdup (jalon_element_get_id (map));
  drawing->state = state;
  self->cancellable = g_cancellable_new ();
  if (self->thumbnailer == NULL)
    self->thumbnailer = jalon_thumbnailer_new ();
  jalon_thumbnailer_draw_async (self->thumbnailer, copy_project (map), drawing->map,
                                jalon_appearance_get_theme (), JALON_MAP_PICTURE_WIDTH * scale,
                                JALON_MAP_PICTURE_HEIGHT * scale, self->cancellable, drawn_cb,
                                drawing);
}

static gboolean
is_in_view (JalonSidebarPictures *self, JalonMapRow *row)
{
  graphene_rect_t bounds;

  return gtk_widget_get_mapped (GTK_WIDGET (row)) &&
         gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->scroller), &bounds) &&
         bounds.origin.y + bounds.size.height > 0 &&
         bounds.origin.y < gtk_widget_get_height (GTK_WIDGET (self->scroller));
}

/* Draws the first picture in view that is not, or not any more, what it should be. */
static gboolean
look_cb (gpointer data)
{
  JalonSidebarPictures *self = data;
  g_autoptr (GPtrArray) rows = jalon_sidebar_list_rows (self->sidebar);

  self->source = 0;
  for (guint i = 0; self->tick == 0 && i < rows->len && self->cancellable == NULL; i++)
    {
      JalonMapRow *row = g_ptr_array_index (rows, i);
      JalonElement *map = jalon_map_row_get_map (row);
      Picture *picture = g_hash_table_lookup (self->by_map, jalon_element_get_id (map));
      guint64 state;

      if (!is_in_view (self, row) || jalon_element_measure (map) > LARGEST_MAP)
        continue;
      state = get_state (self, map);
      if (picture == NULL || picture->state != state)
        draw (self, map, state);
    }
  if (self->cancellable == NULL)
    g_clear_object (&self->thumbnailer);
  return G_SOURCE_REMOVE;
}

static void
look_after (JalonSidebarPictures *self, guint milliseconds)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add_full (G_PRIORITY_LOW, milliseconds, look_cb, self, NULL);
}

/* Not while people write. */
static void
look_soon (JalonSidebarPictures *self)
{
  if (self->source == 0)
    look_after (self, PAUSE);
}

static gboolean
tick_cb (GtkWidget *sidebar, GdkFrameClock *clock, gpointer data)
{
  JalonSidebarPictures *self = data;

  self->tick = 0;
  look_soon (self);
  return G_SOURCE_REMOVE;
}

/* What is asked for in the first frame is done after it is painted. */
static void
map_cb (JalonSidebarPictures *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->sidebar), tick_cb, self, NULL);
}

static void
stop (JalonSidebarPictures *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->thumbnailer);
}

/**
 * jalon_sidebar_pictures_new:
 * @sidebar: a sidebar, which lives longer
 * @scroller: what its rows scroll in
 *
 * Returns: (transfer full): pictures for its rows, none of them drawn yet
 */
JalonSidebarPictures *
jalon_sidebar_pictures_new (JalonSidebar *sidebar, GtkScrolledWindow *scroller)
{
  JalonSidebarPictures *self = g_new0 (JalonSidebarPictures, 1);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);

  self->sidebar = sidebar;
  self->scroller = scroller;
  self->by_map = g_hash_table_new_full (jalon_text_hash, g_str_equal, NULL, picture_free);
  g_queue_init (&self->order);
  g_signal_connect_swapped (sidebar, "map", G_CALLBACK (map_cb), self);
  g_signal_connect_swapped (sidebar, "notify::scale-factor", G_CALLBACK (look_soon), self);
  g_signal_connect_swapped (adjustment, "changed", G_CALLBACK (look_soon), self);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (look_soon), self);
  g_signal_connect_swapped (adw_style_manager_get_default (), "notify::dark",
                            G_CALLBACK (look_soon), self);
  g_signal_connect_swapped (adw_style_manager_get_default (), "notify::high-contrast",
                            G_CALLBACK (look_soon), self);
  return self;
}

void
jalon_sidebar_pictures_free (JalonSidebarPictures *self)
{
  g_signal_handlers_disconnect_by_data (self->sidebar, self);
  g_signal_handlers_disconnect_by_data (gtk_scrolled_window_get_vadjustment (self->scroller), self);
  g_signal_handlers_disconnect_by_data (adw_style_manager_get_default (), self);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->sidebar), self->tick);
  stop (self);
  g_queue_clear (&self->order);
  g_hash_table_unref (self->by_map);
  g_free (self);
}

/**
 * jalon_sidebar_pictures_clear:
 * @self: the pictures of a sidebar, which has another document
 *
 * Begins anew.
 */
void
jalon_sidebar_pictures_clear (JalonSidebarPictures *self)
{
  stop (self);
  g_queue_clear (&self->order);
  g_hash_table_remove_all (self->by_map);
  look_soon (self);
}

/**
 * jalon_sidebar_pictures_refresh:
 * @self: the pictures of a sidebar, whose document has changed
 *
 * Has what is out of date drawn again before long.
 */
void
jalon_sidebar_pictures_refresh (JalonSidebarPictures *self)
{
  show_pictures (self);
  look_after (self, REST);
}
