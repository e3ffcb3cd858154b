/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-canvas-private.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_MAP,
  PROP_THEME,
  PROP_ZOOM,
  PROP_EDITABLE,
  PROP_EDITING,
  N_PROPS,

  /* GtkScrollable */
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  JUMP,
  MESSAGE,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE_WITH_CODE (JalonCanvas,
                               jalon_canvas,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
document_changed_cb (JalonCanvas *self, JalonStep *step)
{
  g_assert (JALON_IS_CANVAS (self));

  if (self->map != NULL && jalon_element_get_document (self->map) != self->document)
    {
      jalon_canvas_set_map (self, NULL);
      return;
    }
  jalon_canvas_forget_scene (self);
  jalon_canvas_edit_refresh (self);
}

static void
selection_changed_cb (JalonCanvas *self)
{
  g_assert (JALON_IS_CANVAS (self));

  jalon_canvas_selection_changed (self);
}

static void
jalon_canvas_dispose (GObject *object)
{
  JalonCanvas *self = JALON_CANVAS (object);

  jalon_canvas_set_document (self, NULL);
  jalon_canvas_drop_proxies (self);
  g_clear_object (&self->signals);
  for (guint i = 0; i < 2; i++)
    g_clear_object (&self->adjustments[i]);
  g_clear_pointer ((GtkWidget **) &self->editor, gtk_widget_unparent);
  jalon_canvas_menu_clear (self);
  jalon_canvas_remove_tick (self, &self->autoscroll);
  jalon_canvas_remove_tick (self, &self->update);

  G_OBJECT_CLASS (jalon_canvas_parent_class)->dispose (object);
}

static void
jalon_canvas_finalize (GObject *object)
{
  JalonCanvas *self = JALON_CANVAS (object);

  jalon_canvas_forget_places (self);
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_pointer (&self->link_from, g_free);
  g_clear_pointer (&self->proxies, g_hash_table_unref);
  g_clear_pointer (&self->idle_proxies, g_ptr_array_unref);
  g_clear_pointer (&self->layout, jalon_layout_free);
  g_clear_pointer (&self->typesetter, jalon_typesetter_unref);
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
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;

    case PROP_MAP:
      g_value_set_object (value, self->map);
      break;

    case PROP_THEME:
      g_value_set_uint (value, self->theme);
      break;

    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;

    case PROP_EDITABLE:
      g_value_set_boolean (value, self->is_editable);
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
    case PROP_DOCUMENT:
      jalon_canvas_set_document (self, g_value_get_object (value));
      break;

    case PROP_MAP:
      jalon_canvas_set_map (self, g_value_get_object (value));
      break;

    case PROP_THEME:
      jalon_canvas_set_theme (self, g_value_get_uint (value));
      break;

    case PROP_ZOOM:
      jalon_canvas_set_zoom (self, g_value_get_double (value));
      break;

    case PROP_EDITABLE:
      jalon_canvas_set_editable (self, g_value_get_boolean (value));
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
  JalonCanvas *self = JALON_CANVAS (widget);

  self->is_allocating = TRUE;
  jalon_canvas_view_allocate (self);
  jalon_canvas_edit_allocate (self);
  jalon_canvas_allocate_proxies (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  self->is_allocating = FALSE;
}

static void
jalon_canvas_class_init (JalonCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = jalon_canvas_dispose;
  object_class->finalize = jalon_canvas_finalize;
  object_class->get_property = jalon_canvas_get_property;
  object_class->set_property = jalon_canvas_set_property;
  widget_class->measure = jalon_canvas_measure;
  widget_class->size_allocate = jalon_canvas_size_allocate;
  widget_class->snapshot = jalon_canvas_snapshot;

  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, JALON_TYPE_DOCUMENT,
                                                   flags);
  properties[PROP_MAP] = g_param_spec_object ("map", NULL, NULL, JALON_TYPE_ELEMENT, flags);
  properties[PROP_THEME] = g_param_spec_uint ("theme", NULL, NULL, JALON_THEME_LIGHT,
                                              JALON_THEME_PRINT, JALON_THEME_LIGHT, flags);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, JALON_ZOOM_MIN, JALON_ZOOM_MAX,
                                               1, flags);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE, flags);
  properties[PROP_EDITING] = g_param_spec_boolean ("editing", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  /* With the id of an element, maybe on another map: someone follows a link */
  signals[JUMP] = g_signal_new ("jump", JALON_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);

  /* With a sentence: there is something to tell people */
  signals[MESSAGE] = g_signal_new ("message", JALON_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  jalon_canvas_scene_init_class (klass);
  jalon_canvas_cursor_init_class (widget_class);
  jalon_canvas_actions_init_class (widget_class);
  jalon_canvas_structure_init_class (widget_class);
  jalon_canvas_menu_init_class (widget_class);
  jalon_canvas_pictures_init_class (widget_class);
  jalon_canvas_clipboard_init_class (widget_class);
  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
jalon_canvas_init (JalonCanvas *self)
{
  self->zoom = 1;
  self->is_editable = TRUE;
  self->wants_fit = TRUE;
  self->cursor = self->anchor = self->hover = self->drag_item = -1;
  self->cache = jalon_render_cache_new ();
  self->views = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->proxies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->idle_proxies = g_ptr_array_new ();
  self->signals = g_signal_group_new (JALON_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (document_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::selection",
                                  G_CALLBACK (selection_changed_cb), self);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Map"),
                                  -1);
  jalon_canvas_pointer_init (self);
  jalon_canvas_keys_init (self);
  jalon_canvas_menu_init (self);
  jalon_canvas_pictures_init (self);
  jalon_canvas_clipboard_init (self);
}

GtkWidget *
jalon_canvas_new (void)
{
  return g_object_new (JALON_TYPE_CANVAS, NULL);
}

JalonDocument *
jalon_canvas_get_document (JalonCanvas *self)
{
  g_return_val_if_fail (JALON_IS_CANVAS (self), NULL);

  return self->document;
}

/**
 * jalon_canvas_set_document:
 * @self: a canvas
 * @document: (nullable): a document
 *
 * Sets the document of which maps are shown. The canvas shows none of them yet.
 */
void
jalon_canvas_set_document (JalonCanvas *self, JalonDocument *document)
{
  g_return_if_fail (JALON_IS_CANVAS (self));
  g_return_if_fail (document == NULL || JALON_IS_DOCUMENT (document));

  if (self->document == document)
    return;
  jalon_canvas_set_map (self, NULL);
  g_signal_group_set_target (self->signals, document);
  g_set_object (&self->document, document);
  g_hash_table_remove_all (self->views);
  /* What it remembers is of the elements of the document. */
  g_clear_pointer (&self->layout, jalon_layout_free);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

JalonElement *
jalon_canvas_get_map (JalonCanvas *self)
{
  g_return_val_if_fail (JALON_IS_CANVAS (self), NULL);

  return self->map;
}

/**
 * jalon_canvas_set_map:
 * @self: a canvas
 * @map: (nullable): a map in the document
 *
 * Shows another map, where and as large as it was seen last.
 */
void
jalon_canvas_set_map (JalonCanvas *self, JalonElement *map)
{
  g_return_if_fail (JALON_IS_CANVAS (self));
  g_return_if_fail (map == NULL || jalon_element_get_document (map) == self->document);

  if (self->map == map)
    return;
  jalon_canvas_finish_edit (self);
  jalon_canvas_view_remember (self);
  jalon_canvas_forget_scene (self);
  g_clear_pointer (&self->cursor_node, jalon_node_unref);
  self->cursor = self->anchor = -1;
  jalon_canvas_drop_proxies (self);
  g_set_object (&self->map, map);
  jalon_canvas_view_recall (self);
  if (map != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    jalon_element_get_title (map), -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MAP]);
}

JalonThemeName
jalon_canvas_get_theme (JalonCanvas *self)
{
  g_return_val_if_fail (JALON_IS_CANVAS (self), JALON_THEME_LIGHT);

  return self->theme;
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
jalon_canvas_get_editable (JalonCanvas *self)
{
  g_return_val_if_fail (JALON_IS_CANVAS (self), FALSE);

  return self->is_editable;
}

/**
 * jalon_canvas_set_editable:
 * @self: a canvas
 * @is_editable: %FALSE to show the map only
 */
void
jalon_canvas_set_editable (JalonCanvas *self, gboolean is_editable)
{
  g_return_if_fail (JALON_IS_CANVAS (self));

  is_editable = !!is_editable;
  if (self->is_editable == is_editable)
    return;
  jalon_canvas_finish_edit (self);
  jalon_canvas_drag_cancel (self);
  self->is_editable = is_editable;
  jalon_canvas_update_actions (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
}

/* Tells people something that they should know. */
void
jalon_canvas_say (JalonCanvas *self, const char *message)
{
  g_signal_emit (self, signals[MESSAGE], 0, message);
}

/* Goes to an element, maybe on another map. */
void
jalon_canvas_jump (JalonCanvas *self, const char *id)
{
  g_signal_emit (self, signals[JUMP], 0, id);
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
