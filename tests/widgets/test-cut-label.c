/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "widgets/jalon-cut-label.h"

static gboolean
has_tooltip (GtkLabel *label)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean has = FALSE;

  g_signal_emit_by_name (label, "query-tooltip", 0, 0, FALSE, tooltip, &has);
  return has;
}

/* Also when there is more to say later, or less. */
static void
test_tooltip (void)
{
  static const char *const long_name = "A name that is much too long for where it stands";
  GtkLabel *label = GTK_LABEL (gtk_label_new ("Short"));
  GtkWidget *window;

  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  jalon_cut_label_watch (label);
  window = fixture_show (GTK_WIDGET (label), 150, 50);
  fixture_settle ();
  g_assert_false (has_tooltip (label));
  gtk_label_set_label (label, long_name);
  fixture_settle ();
  g_assert_true (has_tooltip (label));
  g_assert_true (gtk_widget_get_has_tooltip (GTK_WIDGET (label)));
  gtk_label_set_label (label, "Short");
  fixture_settle ();
  g_assert_false (has_tooltip (label));
  fixture_finalise (window, label);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cut-label/tooltip", test_tooltip);
  return fixture_run ();
}
