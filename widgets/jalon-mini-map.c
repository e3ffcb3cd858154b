/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-mini-map-private.h"

#include <glib/gi18n-lib.h>

/* All of a large map, small, with a frame around what is in view. It is only there while much of
 * the map is not. */

/* The largest it is, in application pixels. */
#define WIDTH 200.0
#define HEIGHT 130.0

/* The least it is of either. */
#define LEAST 32.0

/* Room around it that should be clear, and the line of the frame. */
#define CLEARANCE 12.0
#define LINE 2.0

enum
{
  PROP_0,
  PROP_CANVAS,
  PROP_WANTED,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (JalonMiniMap, jalon_mini_map, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static void
paint (JalonMiniMap *self)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = self->size[0] * factor;
  int height = self->size[1] * factor;

  if (self->pictured[0] == width && self->pictured[1] == height)
    return;
  self->pictured[0] = width;
  self->pictured[1] = height;
  jalon_mini_picture_paint (self->picture, self->canvas->scene, width, height);
}

/* As large as the sheet makes it. */
static void
set_size (JalonMiniMap *self)
{
  double width, height, scale;
  int size[2];

  if (!jalon_mini_map_get_sheet (self, &width, &height))
    return;
  scale = MIN (WIDTH / width, HEIGHT / height);
  size[0] = (int) MAX (LEAST, width * scale);
  size[1] = (int) MAX (LEAST, height * scale);
  if (self->size[0] == size[0] && self->size[1] == size[1])
    return;
  memcpy (self->size, size, sizeof size);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Tells the canvas what of it lies below. */
static void
cover (JalonMiniMap *self)
{
  graphene_rect_t bounds;
  JalonRect covered = { 0 };

  if (gtk_widget_get_visible (GTK_WIDGET (self)) &&
      gtk_widget_compute_bounds (GTK_WIDGET (self), GTK_WIDGET (self->canvas), &bounds))
    covered = (JalonRect){ bounds.origin.x - CLEARANCE, bounds.origin.y - CLEARANCE,
                           bounds.size.width + 2 * CLEARANCE, bounds.size.height + 2 * CLEARANCE };
  jalon_canvas_set_covered (self->canvas, &covered);
}

/* Comes and goes, with what it shows. */
static gboolean
update_cb (gpointer data)
{
  JalonMiniMap *self = data;
  gboolean is_shown;

  self->update = 0;
  if (self->canvas != NULL)
    jalon_canvas_get_scene (self->canvas);
  is_shown = self->canvas != NULL && self->is_wanted && jalon_mini_map_is_useful (self);
  set_size (self);
  if (is_shown != gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_widget_set_visible (GTK_WIDGET (self), is_shown);
  if (is_shown)
    paint (self);
  else
    jalon_mini_picture_stop (self->picture);
  if (self->canvas != NULL)
    cover (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: sizes may just be given out. */
static void
queue_update (JalonMiniMap *self)
{
  if (self->update == 0)
    self->update = g_idle_add (update_cb, self);
}

static void
scene_cb (JalonMiniMap *self)
{
  g_assert (JALON_IS_MINI_MAP (self));

  self->pictured[0] = 0;
  queue_update (self);
}

static void
adjustment_cb (JalonMiniMap *self)
{
  g_assert (JALON_IS_MINI_MAP (self));

  for (int axis = 0; axis < 2; axis++)
    g_signal_group_set_target (self->scrolling[axis], jalon_mini_map_get_adjustment (self, axis));
  queue_update (self);
}

static void
painted_cb (gpointer picture, gpointer data)
{
  gtk_widget_queue_draw (GTK_WIDGET (data));
}

static void
snapshot_frame (JalonMiniMap *self, GtkSnapshot *snapshot, const JalonRect *rect)
{
  JalonColour accent = jalon_theme_get (self->canvas->theme)->accent;
  const GdkRGBA line = { accent.red, accent.green, accent.blue, 1 };
  const GdkRGBA fill = { accent.red, accent.green, accent.blue, 0.12 };
  double right = MIN (rect->x + rect->width, gtk_widget_get_width (GTK_WIDGET (self)));
  double bottom = MIN (rect->y + rect->height, gtk_widget_get_height (GTK_WIDGET (self)));
  double x = CLAMP (rect->x, 0, right - 2 * LINE);
  double y = CLAMP (rect->y, 0, bottom - 2 * LINE);
  GskRoundedRect frame;

  gsk_rounded_rect_init_from_rect (&frame, &GRAPHENE_RECT_INIT (x, y, right - x, bottom - y), 2);
  gtk_snapshot_append_color (snapshot, &fill, &frame.bounds);
  gtk_snapshot_append_border (snapshot, &frame, (float[4]){ LINE, LINE, LINE, LINE },
                              (GdkRGBA[4]){ line, line, line, line });
}

static void
jalon_mini_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JalonMiniMap *self = JALON_MINI_MAP (widget);
  GdkTexture *texture = jalon_mini_picture_get (self->picture);
  JalonRect frame;

  if (!jalon_mini_map_get_frame (self, &frame))
    return;
  if (texture != NULL)
    gtk_snapshot_append_texture (snapshot, texture,
                                 &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                      gtk_widget_get_height (widget)));
  snapshot_frame (self, snapshot, &frame);
}

static void
jalon_mini_map_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = JALON_MINI_MAP (widget)->size[orientation == GTK_ORIENTATION_VERTICAL];
}

static void
jalon_mini_map_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  queue_update (JALON_MINI_MAP (widget));
}

static void
jalon_mini_map_dispose (GObject *object)
{
  JalonMiniMap *self = JALON_MINI_MAP (object);

  jalon_mini_map_set_canvas (self, NULL);
  g_clear_handle_id (&self->update, g_source_remove);
  g_clear_object (&self->signals);
  g_clear_object (&self->scrolling[0]);
  g_clear_object (&self->scrolling[1]);
  g_clear_pointer (&self->picture, jalon_mini_picture_free);

  G_OBJECT_CLASS (jalon_mini_map_parent_class)->dispose (object);
}

static void
jalon_mini_map_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  JalonMiniMap *self = JALON_MINI_MAP (object);

  switch (prop_id)
    {
    case PROP_CANVAS:
      g_value_set_object (value, self->canvas);
      break;

    case PROP_WANTED:
      g_value_set_boolean (value, self->is_wanted);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
jalon_mini_map_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  JalonMiniMap *self = JALON_MINI_MAP (object);

  switch (prop_id)
    {
    case PROP_CANVAS:
      jalon_mini_map_set_canvas (self, g_value_get_object (value));
      break;

    case PROP_WANTED:
      jalon_mini_map_set_wanted (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
jalon_mini_map_class_init (JalonMiniMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = jalon_mini_map_dispose;
  object_class->get_property = jalon_mini_map_get_property;
  object_class->set_property = jalon_mini_map_set_property;
  widget_class->measure = jalon_mini_map_measure;
  widget_class->size_allocate = jalon_mini_map_size_allocate;
  widget_class->snapshot = jalon_mini_map_snapshot;

  properties[PROP_CANVAS] = g_param_spec_object ("canvas", NULL, NULL, JALON_TYPE_CANVAS, flags);
  properties[PROP_WANTED] = g_param_spec_boolean ("wanted", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "minimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
jalon_mini_map_init (JalonMiniMap *self)
{
  self->is_wanted = TRUE;
  self->picture = jalon_mini_picture_new (painted_cb, self);
  self->signals = g_signal_group_new (JALON_TYPE_CANVAS);
  g_signal_group_connect_swapped (self->signals, "scene-changed", G_CALLBACK (scene_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::map", G_CALLBACK (scene_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::zoom", G_CALLBACK (queue_update), self);
  g_signal_group_connect_swapped (self->signals, "notify::hadjustment", G_CALLBACK (adjustment_cb),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::vadjustment", G_CALLBACK (adjustment_cb),
                                  self);
  for (int axis = 0; axis < 2; axis++)
    {
      self->scrolling[axis] = g_signal_group_new (GTK_TYPE_ADJUSTMENT);
      g_signal_group_connect_swapped (self->scrolling[axis], "value-changed",
                                      G_CALLBACK (gtk_widget_queue_draw), self);
      g_signal_group_connect_swapped (self->scrolling[axis], "notify::page-size",
                                      G_CALLBACK (queue_update), self);
    }
  jalon_mini_map_drag_init (self);

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Overview of the map"), -1);
}

GtkWidget *
jalon_mini_map_new (void)
{
  return g_object_new (JALON_TYPE_MINI_MAP, NULL);
}

/**
 * jalon_mini_map_set_canvas:
 * @self: a mini-map
 * @canvas: (nullable): whose map it shows
 */
void
jalon_mini_map_set_canvas (JalonMiniMap *self, JalonCanvas *canvas)
{
  g_return_if_fail (JALON_IS_MINI_MAP (self));
  g_return_if_fail (canvas == NULL || JALON_IS_CANVAS (canvas));

  if (self->canvas == canvas)
    return;
  if (self->canvas != NULL)
    jalon_canvas_set_covered (self->canvas, &(JalonRect){ 0 });
  g_set_object (&self->canvas, canvas);
  g_signal_group_set_target (self->signals, canvas);
  self->pictured[0] = 0;
  adjustment_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CANVAS]);
}

/**
 * jalon_mini_map_set_wanted:
 * @self: a mini-map
 * @is_wanted: %FALSE to hide it even where it would help
 */
void
jalon_mini_map_set_wanted (JalonMiniMap *self, gboolean is_wanted)
{
  g_return_if_fail (JALON_IS_MINI_MAP (self));

  is_wanted = !!is_wanted;
  if (self->is_wanted == is_wanted)
    return;
  self->is_wanted = is_wanted;
  queue_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WANTED]);
}
