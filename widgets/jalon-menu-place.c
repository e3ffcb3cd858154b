/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-menu-place.h"

#include "widgets/jalon-descendant.h"

/* Where menus open, and where the keys are in them. GTK 4.8 looks in vain for the screen of a place
 * that is on none, as below a window that ends with the screen. */

/* What of [@start, @start + @length) is in [0, @most), at least one pixel. */
static void
keep_inside (int *start, int *length, int most)
{
  int end = CLAMP (*start + *length, 1, MAX (most, 1));

  *start = CLAMP (*start, 0, end - 1);
  *length = end - *start;
}

/* Whether a menu has no room in the window above or below a point. */
static gboolean
is_tall (GtkPopover *menu, const GdkRectangle *at)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (menu));
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (parent));
  graphene_point_t point;
  int height;

  if (at->width > 1 || at->height > 1 ||
      !gtk_widget_compute_point (parent, window, &GRAPHENE_POINT_INIT (at->x, at->y), &point))
    return FALSE;
  gtk_widget_measure (gtk_popover_get_child (menu), GTK_ORIENTATION_VERTICAL, -1, NULL, &height,
                      NULL, NULL);
  return height > MAX ((int) point.y, gtk_widget_get_height (window) - (int) point.y);
}

/* Below or above a point GTK 4.8 makes a menu as low as there is room, and one has to scroll;
 * beside it a menu goes up as far as it must. */
static void
choose_side (GtkPopover *menu, gboolean is_beside)
{
  GtkWidget *widget = GTK_WIDGET (menu);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_popover_set_position (menu, !is_beside ? GTK_POS_BOTTOM
                                  : is_rtl   ? GTK_POS_LEFT
                                             : GTK_POS_RIGHT);
  gtk_widget_set_halign (widget, is_beside ? GTK_ALIGN_FILL : GTK_ALIGN_START);
  gtk_widget_set_valign (widget, is_beside ? GTK_ALIGN_START : GTK_ALIGN_FILL);
}

/**
 * jalon_menu_place:
 * @menu: a menu that has a parent
 * @at: where in the parent it is about something, also beyond that; a pixel for a point
 *
 * Lets a menu point to what can be seen of a place: below it, above it, or else beside it.
 */
void
jalon_menu_place (GtkPopover *menu, const GdkRectangle *at)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (menu));
  GdkRectangle inside = *at;

  choose_side (menu, is_tall (menu, at));
  keep_inside (&inside.x, &inside.width, gtk_widget_get_width (parent));
  keep_inside (&inside.y, &inside.height, gtk_widget_get_height (parent));
  gtk_popover_set_pointing_to (menu, &inside);
}

/**
 * jalon_menu_follow:
 * @menu: a menu that has a parent and a place
 *
 * Gives a menu its place anew: to be called when the parent gets its own.
 */
void
jalon_menu_follow (GtkPopover *menu)
{
  GdkRectangle at;

  gtk_popover_get_pointing_to (menu, &at);
  jalon_menu_place (menu, &at);
  gtk_popover_present (menu);
}

/**
 * jalon_menu_find_focused:
 * @widget: a widget that says itself where the keys go in it
 *
 * Finds the menu in @widget that has the keys, also that of a text that is written. Arrows and Tab
 * are a matter of this menu then.
 *
 * Returns: (transfer none) (nullable): a popover
 */
GtkWidget *
jalon_menu_find_focused (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  for (GtkWidget *child = gtk_widget_get_focus_child (widget); child != NULL;
       child = gtk_widget_get_focus_child (child))
    if (found == NULL && GTK_IS_POPOVER (child))
      found = child;
  return found;
}

/* Whether a button of a menu has its mark. Their type is GTK's own. */
static gboolean
is_marked (GtkWidget *widget)
{
  gboolean is_active = FALSE;

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "active") != NULL)
    g_object_get (widget, "active", &is_active, NULL);
  return is_active && gtk_widget_get_mapped (widget);
}

/**
 * jalon_menu_go_to_chosen:
 * @menu: a menu of choices that has just been opened
 *
 * Gives the keys to what is chosen rather than to what comes first, so that who only looks and
 * presses Enter changes nothing.
 */
void
jalon_menu_go_to_chosen (GtkPopover *menu)
{
  GtkWidget *chosen = jalon_descendant_find (GTK_WIDGET (menu), is_marked);

  if (chosen != NULL)
    gtk_widget_grab_focus (chosen);
}
