/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-text-area.h"

#include <math.h>

/* A text view that is as high as its text. GtkTextView expects to be scrolled: it asks for the
 * height that its text had at the width of the last allocation, which is none before the first. */

typedef struct
{
  double line_height; /* in application pixels; 0 for that of the font */
} JalonTextAreaPrivate;

enum
{
  PROP_0,
  PROP_LINE_HEIGHT,
  N_PROPS
};

G_DEFINE_TYPE_WITH_PRIVATE (JalonTextArea, jalon_text_area, GTK_TYPE_TEXT_VIEW)

static GParamSpec *properties[N_PROPS];

static double
get_line_height (JalonTextArea *self)
{
  JalonTextAreaPrivate *priv = jalon_text_area_get_instance_private (self);

  return priv->line_height;
}

/* @width is -1 for that of the longest line. */
static int
measure_text (JalonTextArea *self, int width)
{
  g_autofree char *text = jalon_text_area_get_text (self);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();
  int height;

  if (get_line_height (self) > 0)
    pango_attr_list_insert (attributes, pango_attr_line_height_new_absolute (
                                          (int) round (get_line_height (self) * PANGO_SCALE)));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width >= 0 ? MAX (1, width) * PANGO_SCALE : -1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static GtkSizeRequestMode
jalon_text_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jalon_text_area_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 1;
  else
    *minimum = *natural = measure_text (JALON_TEXT_AREA (widget), for_size);
}

static void
jalon_text_area_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LINE_HEIGHT:
      g_value_set_double (value, get_line_height (JALON_TEXT_AREA (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
jalon_text_area_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LINE_HEIGHT:
      jalon_text_area_set_line_height (JALON_TEXT_AREA (object), g_value_get_double (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
jalon_text_area_class_init (JalonTextAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jalon_text_area_get_property;
  object_class->set_property = jalon_text_area_set_property;
  widget_class->get_request_mode = jalon_text_area_get_request_mode;
  widget_class->measure = jalon_text_area_measure;

  properties[PROP_LINE_HEIGHT] = g_param_spec_double ("line-height", NULL, NULL, 0, 1000, 0,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                        G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
jalon_text_area_init (JalonTextArea *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  /* What is pasted may arrive in the buffer when the text is gone. */
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed",
                           G_CALLBACK (gtk_widget_queue_resize), self, G_CONNECT_SWAPPED);
}

GtkWidget *
jalon_text_area_new (void)
{
  return g_object_new (JALON_TYPE_TEXT_AREA, NULL);
}

/**
 * jalon_text_area_get_text:
 * @self: a text area
 *
 * Returns: (transfer full): all of the text
 */
char *
jalon_text_area_get_text (JalonTextArea *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (JALON_IS_TEXT_AREA (self), NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/**
 * jalon_text_area_set_text:
 * @self: a text area
 * @text: a text
 *
 * Replaces the text; the text area's own undo begins anew.
 *
 * Returns: %TRUE if it was another
 */
gboolean
jalon_text_area_set_text (JalonTextArea *self, const char *text)
{
  g_autofree char *present = NULL;
  GtkTextBuffer *buffer;

  g_return_val_if_fail (JALON_IS_TEXT_AREA (self), FALSE);

  present = jalon_text_area_get_text (self);
  if (strcmp (present, text) == 0)
    return FALSE;
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  return TRUE;
}

/**
 * jalon_text_area_set_line_height:
 * @self: a text area
 * @line_height: in application pixels; 0 for that of the font
 *
 * Says how far apart its style sets the lines, for measuring.
 */
void
jalon_text_area_set_line_height (JalonTextArea *self, double line_height)
{
  JalonTextAreaPrivate *priv = jalon_text_area_get_instance_private (self);

  g_return_if_fail (JALON_IS_TEXT_AREA (self));

  if (priv->line_height == line_height)
    return;
  priv->line_height = line_height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINE_HEIGHT]);
}
