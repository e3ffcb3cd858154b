/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-swatch.h"

#include <glib/gi18n-lib.h>

#include "widgets/jalon-appearance.h"

#define SWATCH_SIZE 22

/* As it is on the map: the colour of the theme, round. No colour is an empty circle. */
static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const JalonTheme *theme = jalon_theme_get (jalon_appearance_get_theme ());
  const JalonChoice *colour = data;
  JalonColour edge = jalon_colour_with_alpha (theme->ink, 0.35);

  cairo_arc (cr, width / 2.0, height / 2.0, MIN (width, height) / 2.0 - 0.5, 0, 2 * G_PI);
  if (colour != NULL)
    {
      JalonColour fill = jalon_theme_get_note (theme, colour->nick);

      cairo_set_source_rgb (cr, fill.red, fill.green, fill.blue);
      cairo_fill_preserve (cr);
    }
  cairo_set_source_rgba (cr, edge.red, edge.green, edge.blue, edge.alpha);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  if (colour != NULL)
    return;
  cairo_move_to (cr, width * 0.2, height * 0.8);
  cairo_line_to (cr, width * 0.8, height * 0.2);
  cairo_stroke (cr);
}

/**
 * jalon_swatch_new:
 * @colour: (nullable): a colour of the palette; %NULL for none
 *
 * Returns: (transfer floating): a toggle button that shows it
 */
GtkWidget *
jalon_swatch_new (const JalonChoice *colour)
{
  GtkWidget *swatch = gtk_toggle_button_new ();
  GtkWidget *area = gtk_drawing_area_new ();
  const char *label = colour != NULL ? _ (colour->label) : _ ("No colour");

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), SWATCH_SIZE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SWATCH_SIZE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, (gpointer) colour, NULL);
  gtk_button_set_child (GTK_BUTTON (swatch), area);
  gtk_widget_add_css_class (swatch, "swatch");
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (swatch, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (swatch), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return swatch;
}
