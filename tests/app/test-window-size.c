/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "app/jalon-window-private.h"
#include "fixture.h"
#include "widgets/jalon-inspector.h"
#include "window-fixture.h"

/* What the window makes of the room that it has. */

static GtkApplication *application;

/* Over a narrow window the fields come when they are asked for; what people chose for a wide one
 * stays. */
static void
test_narrow (void)
{
  g_auto (WindowFixture) fixture = { 0 };
  GtkWidget *inspector;

  window_fixture_init (&fixture, application);
  inspector = fixture_find_child (GTK_WIDGET (fixture.window), JALON_TYPE_INSPECTOR, 0);
  g_assert_true (gtk_widget_get_mapped (inspector));
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 620, 500);
  while (gtk_widget_get_mapped (inspector))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.toggle-inspector", NULL);
  while (!gtk_widget_get_mapped (inspector))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.toggle-inspector", NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 1280, 820);
  fixture_settle ();
  while (!gtk_widget_get_mapped (inspector))
    g_main_context_iteration (NULL, TRUE);
}

static int
measure (WindowFixture *self)
{
  int natural;

  gtk_widget_measure (adw_application_window_get_content (ADW_APPLICATION_WINDOW (self->window)),
                      GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static void
set_title (WindowFixture *self, JalonElement *element, const char *title)
{
  jalon_document_begin (self->document, "Test");
  jalon_document_set (self->document, element, JALON_FIELD_TITLE, title, NULL);
  jalon_document_commit (self->document);
  fixture_settle ();
}

/* From what a window would like to have follows whether the maps have a place beside it: a long
 * name of a map or of the project must not put them away. */
static void
test_long_name (void)
{
  g_auto (WindowFixture) self = { 0 };
  g_autofree char *name = g_strnfill (500, 'w');
  JalonElement *elements[2];

  window_fixture_init (&self, application);
  elements[0] = window_fixture_get_map (&self, JALON_KIND_JOURNEY);
  elements[1] = jalon_document_get_project (self.document);
  jalon_window_show_map (self.window, elements[0]);
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      int natural;

      set_title (&self, elements[i], "wwwwwwwwwwwwwwwwwwwwwwwwwww");
      natural = measure (&self);
      set_title (&self, elements[i], name);
      g_assert_cmpint (measure (&self), ==, natural);
    }
}

/* Where windows are laid out beside each other, one may get less room than it asks for. */
static void
test_small (void)
{
  g_auto (WindowFixture) fixture = { 0 };

  window_fixture_init (&fixture, application);
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 320, 200);
  g_assert_cmpint (g_settings_get_int (fixture.window->settings, "window-width"), ==, 320);
  g_assert_cmpint (g_settings_get_int (fixture.window->settings, "window-height"), ==, 200);
}

static GtkWidget *
find_button (WindowFixture *self, const char *tip)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *button = fixture_find_child (GTK_WIDGET (self->window), GTK_TYPE_BUTTON, i);

      g_assert_nonnull (button);
      if (g_strcmp0 (gtk_widget_get_tooltip_text (button), tip) == 0)
        return button;
    }
}

/* All of the screen, and a way back that can be pressed. A window that is not shown needs no window
 * manager for that. */
static void
test_fullscreen (void)
{
  g_auto (WindowFixture) fixture = { 0 };
  GtkWidget *leave;

  window_fixture_init (&fixture, application);
  gtk_widget_set_visible (GTK_WIDGET (fixture.window), FALSE);
  leave = find_button (&fixture, "Leave Full Screen (F11)");
  g_assert_false (gtk_widget_get_visible (leave));
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.fullscreen", NULL);
  g_assert_true (gtk_window_is_fullscreen (GTK_WINDOW (fixture.window)));
  g_assert_true (gtk_widget_get_visible (leave));
  g_signal_emit_by_name (leave, "clicked");
  g_assert_false (gtk_window_is_fullscreen (GTK_WINDOW (fixture.window)));
  g_assert_false (gtk_widget_get_visible (leave));
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = window_fixture_start (&argc, &argv, &application);

  g_test_add_func ("/window-size/narrow", test_narrow);
  g_test_add_func ("/window-size/long-name", test_long_name);
  g_test_add_func ("/window-size/small", test_small);
  g_test_add_func ("/window-size/fullscreen", test_fullscreen);
  return fixture_run ();
}
