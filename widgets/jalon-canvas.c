/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-text.h"

enum
{
  PROP_0,
  PROP_THEME,
  PROP_ZOOM,
  PROP_EDITING,
  N_PROPS,

  /* GtkScrollable */
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

G_DEFINE_FINAL_TYPE_WITH_CODE (JalonCanvas,
                               jalon_canvas,
                               JALON_TYPE_MAP_VIEW,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL)
                                 G_IMPLEMENT_INTERFACE (JALON_TYPE_COPY_PASTE,
                                                        jalon_canvas_copy_paste_init))

static GParamSpec *properties[N_PROPS];

static void
jalon_canvas_enter_document (JalonMapView *view)
{
  JalonCanvas *self = JALON_CANVAS (view);

  g_hash_table_remove_all (self->views);
  /* What it remembers is of the elements of the document. */
  g_clear_pointer (&self->layout, jalon_layout_free);
}

static void
jalon_canvas_leave_map (JalonMapView *view)
{
  JalonCanvas *self = JALON_CANVAS (view);

  jalon_canvas_finish_edit (self);
  jalon_canvas_link_cancel (self);
  jalon_canvas_view_remember (self);
  jalon_canvas_forget_scene (self);
  jalon_canvas_queue_sizes (self);
  g_clear_pointer (&self->cursor_node, jalon_node_unref);
  g_clear_pointer (&self->edit_origin, jalon_node_unref);
  self->cursor = self->anchor = -1;
  jalon_canvas_drop_proxies (self);
}

/* Shows it where and as large as it was seen last. */
static void
jalon_canvas_enter_map (JalonMapView *view)
{
  jalon_canvas_view_recall (JALON_CANVAS (view));
}

static void
jalon_canvas_finish (JalonMapView *view)
{
  jalon_canvas_finish_edit (JALON_CANVAS (view));
}

static void
jalon_canvas_editable_changed (JalonMapView *view)
{
  JalonCanvas *self = JALON_CANVAS (view);

  jalon_canvas_drag_cancel (self);
  jalon_canvas_link_cancel (self);
  jalon_canvas_update_actions (self, FALSE);
}

static void
jalon_canvas_document_changed (JalonMapView *view, const JalonStep *step)
{
  if (view->map == NULL)
    return;
  jalon_canvas_forget_scene (JALON_CANVAS (view));
  jalon_canvas_edit_refresh (JALON_CANVAS (view));
}

static void
jalon_canvas_dispose (GObject *object)
{
  JalonCanvas *self = JALON_CANVAS (object);

  jalon_map_view_set_document (JALON_MAP_VIEW (self), NULL);
  jalon_canvas_drop_proxies (self);
  for (guint i = 0; i < 2; i++)
    g_clear_object (&self->adjustments[i]);
  g_clear_pointer ((GtkWidget **) &self->editor, gtk_widget_unparent);
  jalon_canvas_menu_clear (self);
  g_clear_handle_id (&self->zooming, g_source_remove);
  jalon_canvas_remove_tick (self, &self->autoscroll);
  jalon_canvas_remove_tick (self, &self->update);

  G_OBJECT_CLASS (jalon_canvas_parent_class)->dispose (object);
}

static void
jalon_canvas_finalize (GObject *object)
{
  JalonCanvas *self = JALON_CANVAS (object);

  jalon_canvas_forget_places (self);
  g_clear_pointer (&self->adder.node, jalon_node_unref);
  g_clear_pointer (&self->link_from, g_free);
  g_clear_pointer (&self->proxies, g_hash_table_unref);
  g_clear_pointer (&self->idle_proxies, g_ptr_array_unref);
  g_clear_pointer (&self->layout, jalon_layout_free);
  g_clear_pointer (&self->typesetter, jalon_typesetter_free);
  g_clear_pointer (&self->tiles, jalon_tiles_free);
  g_clear_pointer (&self->cache, jalon_render_cache_free);
  g_clear_pointer (&self->views, g_hash_table_unref);

  G_OBJECT_CLASS (jalon_canvas_parent_class)->finalize (object);
}

static void
jalon_canvas_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  JalonCanvas *self = JALON_CANVAS (object);

  switch (prop_id)
    {
    case PROP_THEME:
      g_value_set_uint (value, self->theme);
      break;

    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;

    case PROP_EDITING:
      g_value_set_boolean (value, jalon_canvas_get_editing (self));
      break;

    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[prop_id - PROP_HADJUSTMENT]);
      break;

    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[prop_id - PROP_HSCROLL_POLICY]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
jalon_canvas_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  JalonCanvas *self = JALON_CANVAS (object);

  switch (prop_id)
    {
    case PROP_THEME:
      jalon_canvas_set_theme (self, g_value_get_uint (value));
      break;

    case PROP_ZOOM:
      jalon_canvas_set_zoom (self, g_value_get_double (value));
      break;

    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      jalon_canvas_view_set_adjustment (self, prop_id - PROP_HADJUSTMENT,
                                        g_value_get_object (value));
      break;

    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[prop_id - PROP_HSCROLL_POLICY] = g_value_get_enum (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
jalon_canvas_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = 160;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 900 : 600;
}

static void
jalon_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  jalon_canvas_give_sizes (JALON_CANVAS (widget));
}

static void
jalon_canvas_class_init (JalonCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  JalonMapViewClass *view_class = JALON_MAP_VIEW_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = jalon_canvas_dispose;
  object_class->finalize = jalon_canvas_finalize;
  object_class->get_property = jalon_canvas_get_property;
  object_class->set_property = jalon_canvas_set_property;
  widget_class->measure = jalon_canvas_measure;
  widget_class->size_allocate = jalon_canvas_size_allocate;
  widget_class->snapshot = jalon_canvas_snapshot;
  view_class->enter_document = jalon_canvas_enter_document;
  view_class->leave_map = jalon_canvas_leave_map;
  view_class->enter_map = jalon_canvas_enter_map;
  view_class->editable_changed = jalon_canvas_editable_changed;
  view_class->document_changed = jalon_canvas_document_changed;
  view_class->selection_changed = jalon_canvas_selection_changed;
  view_class->hits_changed = jalon_canvas_hits_changed;
  view_class->finish_edit = jalon_canvas_finish;
  view_class->shows = jalon_canvas_shows;
  view_class->reveal = jalon_canvas_reveal_field;

  properties[PROP_THEME] = g_param_spec_uint ("theme", NULL, NULL, JALON_THEME_LIGHT,
                                              JALON_THEME_DARK_CONTRAST, JALON_THEME_LIGHT, flags);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, JALON_ZOOM_MIN, JALON_ZOOM_MAX,
                                               1, flags);
  properties[PROP_EDITING] = g_param_spec_boolean ("editing", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  jalon_canvas_scene_init_class (klass);
  jalon_canvas_cursor_init_class (widget_class);
  jalon_canvas_actions_init_class (widget_class);
  jalon_canvas_move_init_class (widget_class);
  jalon_canvas_structure_init_class (widget_class);
  jalon_canvas_menu_init_class (widget_class);
  jalon_canvas_pictures_init_class (widget_class);
  jalon_copy_paste_init_class (widget_class, "canvas");
  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
jalon_canvas_init (JalonCanvas *self)
{
  self->zoom = 1;
  self->fit = JALON_FIT_NEW;
  self->cursor = self->anchor = self->hover = self->drag_item = -1;
  self->tiles = jalon_tiles_new ();
  self->cache = jalon_render_cache_new ();
  self->views = g_hash_table_new_full (jalon_text_hash, g_str_equal, g_free, g_free);
  self->proxies = g_hash_table_new_full (jalon_text_hash, g_str_equal, g_free, NULL);
  self->idle_proxies = g_ptr_array_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->base.named = GTK_WIDGET (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Map"),
                                  -1);
  jalon_canvas_pointer_init (self);
  jalon_canvas_keys_init (self);
  jalon_canvas_menu_init (self);
  jalon_canvas_pictures_init (self);
  jalon_canvas_clipboard_init (self);
  jalon_canvas_drop_init (self);
  jalon_canvas_autoscroll_init (self);
}

GtkWidget *
jalon_canvas_new (void)
{
  return g_object_new (JALON_TYPE_CANVAS, NULL);
}

void
jalon_canvas_set_theme (JalonCanvas *self, JalonThemeName theme)
{
  g_return_if_fail (JALON_IS_CANVAS (self));

  if (self->theme == theme)
    return;
  self->theme = theme;
  jalon_canvas_forget_scene (self);
  jalon_canvas_edit_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THEME]);
}

double
jalon_canvas_get_zoom (JalonCanvas *self)
{
  g_return_val_if_fail (JALON_IS_CANVAS (self), 1);

  return self->zoom;
}

/**
 * jalon_canvas_set_zoom:
 * @self: a canvas
 * @zoom: application pixels for a canvas unit; out of range it becomes the nearest in range
 *
 * Zooms around the middle of what is seen.
 */
void
jalon_canvas_set_zoom (JalonCanvas *self, double zoom)
{
  g_return_if_fail (JALON_IS_CANVAS (self));

  jalon_canvas_zoom_at (self, zoom, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                        gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

void
jalon_canvas_notify_zoom (JalonCanvas *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

gboolean
jalon_canvas_get_editing (JalonCanvas *self)
{
  g_return_val_if_fail (JALON_IS_CANVAS (self), FALSE);

  return self->editor != NULL;
}

void
jalon_canvas_notify_editing (JalonCanvas *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITING]);
}

/**
 * jalon_canvas_reveal:
 * @self: a canvas
 * @id: the id of an element on the shown map
 *
 * Selects an element and scrolls to it.
 */
void
jalon_canvas_reveal (JalonCanvas *self, const char *id)
{
  JalonScene *scene;
  int item;

  g_return_if_fail (JALON_IS_CANVAS (self));

  scene = jalon_canvas_get_scene (self);
  item = scene != NULL ? jalon_canvas_find_element (self, id) : -1;
  if (item >= 0)
    jalon_canvas_go_to (self, item, FALSE);
}
