/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jalon-application.h"
#include "app/jalon-window.h"
#include "fixture.h"

/* The windows that tell about the program. G_DEBUG makes each warning of GTK's end the test. */

static GtkApplication *application;

/* The window that lies over @window, and is of @type. */
static GtkWidget *
find_window (GtkWindow *window, GType type)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (all, i);

      if (gtk_window_get_transient_for (other) == window &&
          G_TYPE_CHECK_INSTANCE_TYPE (other, type))
        return GTK_WIDGET (other);
    }
  return NULL;
}

/* Shows every page of every stack in @widget. */
static void
turn_pages (GtkWidget *widget)
{
  GtkWidget *stack;

  for (guint i = 0; (stack = fixture_find_child (widget, GTK_TYPE_STACK, i)) != NULL; i++)
    for (GtkWidget *page = gtk_widget_get_first_child (stack); page != NULL;
         page = gtk_widget_get_next_sibling (page))
      {
        gtk_stack_set_visible_child (GTK_STACK (stack), page);
        fixture_settle ();
      }
}

static void
close_window (GtkWidget *dialog)
{
  gpointer watched = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &watched);
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_settle ();
  g_assert_null (watched);
}

/* On the smallest screen. */
static void
check_fits (GtkWidget *dialog)
{
  GtkRequisition minimum;

  gtk_widget_get_preferred_size (dialog, &minimum, NULL);
  g_assert_cmpint (minimum.width, <=, 800);
  g_assert_cmpint (minimum.height, <=, 600);
}

/* Opens a window twice, for the first time may leave something behind, and looks at all of it. */
static void
check (const char *action, const char *type, guint least_labels)
{
  GtkWidget *window = GTK_WIDGET (jalon_window_new (application));

  gtk_window_present (GTK_WINDOW (window));
  fixture_settle ();
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *dialog;

      if (g_str_has_prefix (action, "win."))
        g_assert_true (gtk_widget_activate_action (window, action, NULL));
      else
        g_action_group_activate_action (G_ACTION_GROUP (application), action, NULL);
      fixture_settle ();
      dialog = find_window (GTK_WINDOW (window), g_type_from_name (type));
      g_assert_nonnull (dialog);
      g_assert_true (gtk_widget_get_mapped (dialog));
      g_assert_nonnull (fixture_find_child (dialog, GTK_TYPE_LABEL, least_labels - 1));
      check_fits (dialog);
      turn_pages (dialog);
      close_window (dialog);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  fixture_settle ();
}

static void
test_shortcuts (void)
{
  check ("win.show-help-overlay", "GtkShortcutsWindow", 40);
}

static void
test_about (void)
{
  check ("about", "AdwAboutWindow", 3);
}

static void
test_preferences (void)
{
  check ("preferences", "AdwPreferencesWindow", 5);
}

/* A French keyboard has digits only with Shift, and on the keypad. */
static void
test_digits (void)
{
  static const struct
  {
    const char *keys[3];
    const char *action;
  } cases[] = {
    { { "<Control>0", "<Control>agrave", "<Control>KP_0" }, "win.zoom-normal" },
    { { "<Control>1", "<Control>ampersand", "<Control>KP_1" }, "win.zoom-fit" },
    { { "<Control>2", "<Control>eacute", "<Control>KP_2" }, "win.zoom-selection" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < G_N_ELEMENTS (cases[i].keys); j++)
      {
        g_auto (GStrv)
          actions = gtk_application_get_actions_for_accel (application, cases[i].keys[j]);

        g_assert_cmpuint (g_strv_length (actions), ==, 1);
        g_assert_cmpstr (actions[0], ==, cases[i].action);
      }
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("jalon-help-XXXXXX", NULL);

  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  application = GTK_APPLICATION (jalon_application_new ());
  g_application_register (G_APPLICATION (application), NULL, NULL);
  g_test_add_func ("/help/shortcuts", test_shortcuts);
  g_test_add_func ("/help/about", test_about);
  g_test_add_func ("/help/preferences", test_preferences);
  g_test_add_func ("/help/digits", test_digits);
  return fixture_run ();
}
