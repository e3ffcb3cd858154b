/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-tell.h"

#include <glib/gi18n-lib.h>

/* What widgets have to say, they have their window say: by its actions, which are found from
 * wherever a widget is, and go with nobody in between. */

/**
 * jalon_tell:
 * @widget: a widget in a window
 * @message: what people should know, translated
 *
 * Has the window say something that goes away by itself.
 */
void
jalon_tell (GtkWidget *widget, const char *message)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_activate_action (widget, "win.tell", "s", message);
}

/**
 * jalon_tell_late:
 * @widget: a widget in a window
 *
 * Has the window say that what people asked for, and what took its time, is not wanted any more:
 * they see something else by now, or may only read.
 */
void
jalon_tell_late (GtkWidget *widget)
{
  jalon_tell (widget, _ ("It arrived too late and was not added"));
}

/**
 * jalon_tell_failure:
 * @widget: a widget in a window
 * @heading: what went wrong, translated
 * @body: why, and what to do
 *
 * Has the window say something that needs reading.
 */
void
jalon_tell_failure (GtkWidget *widget, const char *heading, const char *body)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_activate_action (widget, "win.fail", "(ss)", heading, body);
}
