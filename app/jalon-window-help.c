/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window of shortcuts. */

#include "app/jalon-window-private.h"

#include "widgets/jalon-descendant.h"

static gboolean
is_stack (GtkWidget *widget)
{
  return GTK_IS_STACK (widget);
}

/* The window of GTK 4.8 is as large as its longest page, cannot be made smaller, and hides the
 * rest behind the edge of a small screen; all that GtkShortcutsSection offers is fewer lines in a
 * column, which makes more columns. So the stack of its sections, which is nobody else's business,
 * goes into what scrolls. If another GTK has built the window otherwise, it stays as that has built
 * it: app-help tells whether it fits. */
static void
let_scroll (GtkWindow *overlay, GtkWidget *window)
{
  GtkWidget *content = gtk_window_get_child (overlay);
  GtkWidget *stack = content != NULL ? jalon_descendant_find (content, is_stack) : NULL;
  GtkWidget *box = stack != NULL ? gtk_widget_get_parent (stack) : NULL;
  GtkWidget *scroller;
  GtkRequisition natural;

  if (!GTK_IS_BOX (box))
    return;
  gtk_widget_get_preferred_size (GTK_WIDGET (overlay), NULL, &natural);
  g_object_ref (stack);
  gtk_box_remove (GTK_BOX (box), stack);
  scroller = gtk_scrolled_window_new ();
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), stack);
  gtk_box_append (GTK_BOX (box), scroller);
  g_object_unref (stack);
  gtk_window_set_resizable (overlay, TRUE);
  gtk_window_set_default_size (overlay, MIN (natural.width, gtk_widget_get_width (window)),
                               MIN (natural.height, gtk_widget_get_height (window)));
}

/* An action. Not where GTK looks for it by itself: that would build it for each window before it is
 * shown. */
void
jalon_window_show_help (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder)
    builder = gtk_builder_new_from_resource ("/org/jalon/Jalon/ui/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (overlay, GTK_WINDOW (widget));
  let_scroll (overlay, widget);
  gtk_window_present (overlay);
}
