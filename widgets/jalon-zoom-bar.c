/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-zoom-bar.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "widgets/jalon-menu-later.h"

/* Shows the zoom and the buttons to change it; the actions are the window's. */

struct _JalonZoomBar
{
  AdwBin parent_instance;

  double zoom;
  gboolean has_overview;

  /* Template children */
  GtkMenuButton *menu_button;
  GtkLabel *percent;
  GMenuModel *zoom_menu;
};

enum
{
  PROP_0,
  PROP_ZOOM,
  PROP_OVERVIEW,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (JalonZoomBar, jalon_zoom_bar, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

static void
show_zoom (JalonZoomBar *self)
{
  /* Translators: the zoom, for instance "72 %" */
  g_autofree char *label = g_strdup_printf (_ ("%d %%"), (int) round (self->zoom * 100));

  gtk_label_set_label (self->percent, label);
}

static void
jalon_zoom_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JALON_TYPE_ZOOM_BAR);

  G_OBJECT_CLASS (jalon_zoom_bar_parent_class)->dispose (object);
}

static void
jalon_zoom_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  JalonZoomBar *self = JALON_ZOOM_BAR (object);

  switch (prop_id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;

    case PROP_OVERVIEW:
      g_value_set_boolean (value, self->has_overview);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
jalon_zoom_bar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  JalonZoomBar *self = JALON_ZOOM_BAR (object);

  switch (prop_id)
    {
    case PROP_ZOOM:
      jalon_zoom_bar_set_zoom (self, g_value_get_double (value));
      break;

    case PROP_OVERVIEW:
      jalon_zoom_bar_set_overview (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
jalon_zoom_bar_class_init (JalonZoomBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jalon_zoom_bar_dispose;
  object_class->get_property = jalon_zoom_bar_get_property;
  object_class->set_property = jalon_zoom_bar_set_property;

  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, 100, 1,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                 G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_OVERVIEW] = g_param_spec_boolean ("overview", NULL, NULL, TRUE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                      G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_property_action (widget_class, "zoom-bar.overview", "overview");

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/jalon/Jalon/ui/jalon-zoom-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, JalonZoomBar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, JalonZoomBar, percent);
  gtk_widget_class_bind_template_child (widget_class, JalonZoomBar, zoom_menu);
}

static void
jalon_zoom_bar_init (JalonZoomBar *self)
{
  self->zoom = 1;
  self->has_overview = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  jalon_menu_later (self->menu_button, self->zoom_menu);
  show_zoom (self);
}

GtkWidget *
jalon_zoom_bar_new (void)
{
  return g_object_new (JALON_TYPE_ZOOM_BAR, NULL);
}

/**
 * jalon_zoom_bar_set_zoom:
 * @self: a zoom bar
 * @zoom: 1 for the original size
 */
void
jalon_zoom_bar_set_zoom (JalonZoomBar *self, double zoom)
{
  g_return_if_fail (JALON_IS_ZOOM_BAR (self));

  if (self->zoom == zoom)
    return;
  self->zoom = zoom;
  show_zoom (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

/**
 * jalon_zoom_bar_set_overview:
 * @self: a zoom bar
 * @has_overview: whether large maps have an overview
 *
 * Sets what the menu says; people change it there.
 */
void
jalon_zoom_bar_set_overview (JalonZoomBar *self, gboolean has_overview)
{
  g_return_if_fail (JALON_IS_ZOOM_BAR (self));

  has_overview = !!has_overview;
  if (self->has_overview == has_overview)
    return;
  self->has_overview = has_overview;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OVERVIEW]);
}
