/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "widgets/jalon-appearance.h"

static void
choose (AdwColorScheme scheme)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

static void
note_cb (GObject *object)
{
  guint n = GPOINTER_TO_UINT (g_object_get_data (object, "n"));

  g_object_set_data (object, "n", GUINT_TO_POINTER (n + 1));
}

/* Maps follow the desktop, and who draws them hears of it as long as it lives. */
static void
test_theme (void)
{
  GObject *object = g_object_new (G_TYPE_OBJECT, NULL);
  gboolean is_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());

  choose (ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_assert_cmpint (jalon_appearance_get_theme (), ==,
                   is_contrast ? JALON_THEME_LIGHT_CONTRAST : JALON_THEME_LIGHT);
  jalon_appearance_connect (G_CALLBACK (note_cb), object);
  choose (ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_cmpint (jalon_appearance_get_theme (), ==,
                   is_contrast ? JALON_THEME_DARK_CONTRAST : JALON_THEME_DARK);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_object_get_data (object, "n")), ==, 1);
  g_assert_finalize_object (object);
  choose (ADW_COLOR_SCHEME_FORCE_LIGHT);
}

/* libadwaita decides once, as it begins. */
static void
test_contrast (void)
{
  g_test_trap_subprocess ("/appearance/theme", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  g_test_trap_subprocess ("/appearance/is-contrast/subprocess", 0,
                          G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  g_test_trap_subprocess ("/appearance/theme", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_is_contrast (void)
{
  g_assert_true (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/appearance/theme", test_theme);
  g_test_add_func ("/appearance/contrast", test_contrast);
  g_test_add_func ("/appearance/is-contrast/subprocess", test_is_contrast);
  return fixture_run ();
}
