/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Toasts stand above each other, the latest at the bottom.
 *
 * Each has an overlay of its own: that of libadwaita 1.2 aborts when a toast that was put off comes
 * back while it still fades (https://gitlab.gnome.org/GNOME/libadwaita/-/issues/997). */

#include "app/jalon-window-private.h"

#define MOST 3 /* at once, besides those that stay until somebody closes them */

static AdwToast *
get_toast (GtkWidget *place)
{
  return g_object_get_data (G_OBJECT (place), "toast");
}

/* What is dismissed fades a while, and what has faded leaves an empty place. */
static gboolean
is_shown (GtkWidget *place)
{
  GtkWidget *widget = gtk_widget_get_first_child (place);

  return widget != NULL && gtk_widget_get_can_target (widget);
}

/* Lets go of what said the same as @toast, and of the oldest where there are many. */
static void
make_place (JalonWindow *self, AdwToast *toast)
{
  GtkWidget *place = gtk_widget_get_last_child (GTK_WIDGET (self->toasts));
  guint n = 1;

  while (place != NULL)
    {
      GtkWidget *above = gtk_widget_get_prev_sibling (place);
      AdwToast *other = get_toast (place);

      if (gtk_widget_get_first_child (place) == NULL)
        gtk_box_remove (self->toasts, place);
      else if (is_shown (place) &&
               (g_str_equal (adw_toast_get_title (other), adw_toast_get_title (toast)) ||
                (adw_toast_get_timeout (other) != 0 && ++n > MOST)))
        adw_toast_dismiss (other);
      place = above;
    }
}

/* Ends the movement with which it came: in libadwaita 1.2 (before its commit 1674ebc9) that reads
 * what is freed if the toast has faded by then. */
static void
dismissed_cb (GtkWidget *place)
{
  gtk_widget_set_child_visible (place, FALSE);
  gtk_widget_set_child_visible (place, TRUE);
}

/* @toast: (transfer full): what is shown until its time is over, or it is dismissed */
void
jalon_window_add_toast (JalonWindow *self, AdwToast *toast)
{
  GtkWidget *place = adw_toast_overlay_new ();

  make_place (self, toast);
  g_object_set_data_full (G_OBJECT (place), "toast", g_object_ref (toast), g_object_unref);
  /* Before what the overlay does then */
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), place, G_CONNECT_SWAPPED);
  gtk_box_append (self->toasts, place);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (place), toast);
}

void
jalon_window_toast (JalonWindow *self, const char *message)
{
  AdwToast *toast = adw_toast_new ("");
  g_autofree char *markup = g_markup_escape_text (message, -1);

  adw_toast_set_title (toast, markup);
  jalon_window_add_toast (self, toast);
}
