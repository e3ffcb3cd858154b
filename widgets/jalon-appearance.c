/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-appearance.h"

/* The colours of maps on the screen follow the desktop: light or dark, and with high contrast. */

/**
 * jalon_appearance_get_theme:
 *
 * Returns: the theme for what is on the screen now
 */
JalonThemeName
jalon_appearance_get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean is_dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return is_dark ? JALON_THEME_DARK_CONTRAST : JALON_THEME_LIGHT_CONTRAST;
  return is_dark ? JALON_THEME_DARK : JALON_THEME_LIGHT;
}

/**
 * jalon_appearance_connect:
 * @callback: takes @object
 * @object: a #GObject; as long as it lives, @callback is called when there is another theme
 */
void
jalon_appearance_connect (GCallback callback, gpointer object)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", callback, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", callback, object, G_CONNECT_SWAPPED);
}
