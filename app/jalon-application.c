/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jalon-application.h"

#include <glib/gi18n.h>

#include "app/jalon-application-recovery.h"
#include "app/jalon-opening.h"
#include "app/jalon-preferences.h"
#include "app/jalon-window.h"
#include "document/jalon-thread.h"
#include "jalon-config.h"

/* One process, a window for each project. */

struct _JalonApplication
{
  AdwApplication parent_instance;

  /* From the command line */
  char *first_file;      /* nullable */
  JalonOpening *opening; /* of it, begun while GTK starts */
};

G_DEFINE_FINAL_TYPE (JalonApplication, jalon_application, ADW_TYPE_APPLICATION)

typedef struct
{
  const char *action;
  const char *accels[5];
} Accel;

static const Accel accels[] = {
  { "app.new-window", { "<Control>n" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.export", { "<Control>e" } },
  { "win.back", { "<Control>bracketleft", "Back" } },
  { "window.close", { "<Control>w" } },
  /* Of digits also what French keyboards have there without Shift, and those of the keypad */
  { "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
  { "win.zoom-normal", { "<Control>0", "<Control>agrave", "<Control>KP_0" } },
  { "win.zoom-fit", { "<Control>1", "<Control>ampersand", "<Control>KP_1" } },
  { "win.zoom-selection", { "<Control>2", "<Control>eacute", "<Control>KP_2" } },
  { "win.find", { "<Control>f" } },
  { "win.jump", { "<Control>j" } },
  { "win.find-next", { "<Control>g" } },
  { "win.find-previous", { "<Control><Shift>g" } },
  { "win.toggle-sidebar", { "F9" } },
  { "win.toggle-inspector", { "<Control>F9" } },
  { "win.toggle-outline", { "<Shift>F9" } },
  { "win.fullscreen", { "F11" } },
  { "win.details", { "<Alt>Return", "<Alt>KP_Enter" } },
  { "win.next-pane", { "F6" } },
  { "win.previous-pane", { "<Shift>F6" } },
  { "win.show-help-overlay", { "<Control>question" } },
};

static JalonThemeName
get_theme (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ()) ? JALON_THEME_DARK
                                                                       : JALON_THEME_LIGHT;
}

static JalonOpening *
begin_to_open (JalonApplication *self, GFile *file)
{
  g_autoptr (JalonOpening) begun = g_steal_pointer (&self->opening);

  if (begun != NULL && g_file_equal (jalon_opening_get_file (begun), file))
    return g_steal_pointer (&begun);
  return jalon_opening_new (file, get_theme ());
}

static void
open_file (JalonApplication *self, GFile *file)
{
  GtkApplication *application = GTK_APPLICATION (self);
  JalonWindow *window = jalon_window_find (application, file);
  g_autoptr (JalonOpening) opening = NULL;

  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }
  opening = begin_to_open (self, file);
  jalon_window_open_project (jalon_window_find_blank (application), opening);
}

static void
jalon_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    open_file (JALON_APPLICATION (application), files[i]);
}

static void
jalon_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (jalon_window_new (GTK_APPLICATION (application)));
  gtk_window_present (window);
}

/* The templates, in a window that has nothing else yet. */
static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JalonWindow *window = jalon_window_find_blank (GTK_APPLICATION (data));

  gtk_window_present (GTK_WINDOW (window));
  jalon_window_offer_templates (window);
}

static void
open_uri_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  open_file (JALON_APPLICATION (data), file);
}

/* Each window asks for itself whether it may go. */
static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (
    jalon_preferences_new (gtk_application_get_active_window (GTK_APPLICATION (data)))));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (data)),
                         "application-name", _ ("Jalon"), "application-icon", "org.jalon.Jalon",
                         "version", JALON_VERSION, "comments", _ ("Draw what people live through"),
                         "license-type", GTK_LICENSE_GPL_3_0, "developer-name",
                         _ ("The Jalon contributors"),
                         /* Translators: your names, one a line */
                         "translator-credits", _ ("translator-credits"), NULL);
}

static const GActionEntry actions[] = {
  { .name = "new-window", .activate = new_window_cb },
  { .name = "open-uri", .activate = open_uri_cb, .parameter_type = "s" },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "about", .activate = about_cb },
  { .name = "quit", .activate = quit_cb },
};

/* Notes what will be opened. Whether by this process, startup tells. */
static gboolean
jalon_application_local_command_line (GApplication *application, char ***arguments, int *status)
{
  JalonApplication *self = JALON_APPLICATION (application);
  const char *first = (*arguments)[0] != NULL ? (*arguments)[1] : NULL;

  if (first != NULL && first[0] != '-')
    self->first_file = g_strdup (first);
  return G_APPLICATION_CLASS (jalon_application_parent_class)
    ->local_command_line (application, arguments, status);
}

static gpointer
find_icon (gpointer theme)
{
  g_free (gtk_icon_theme_get_icon_sizes (theme, "open-menu-symbolic"));
  return NULL;
}

/* As soon as all that has icons is known, GTK loads the theme anew for the first widget that asks.
 * Icon themes can be asked in any thread: nobody needs to wait for it. */
static void
load_icons (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  jalon_thread_run ("icons", find_icon, theme);
}

/* Most of the time until the first window is seen GTK needs to start, and for the theme of the
 * desktop to be known: the file is read and laid out beside. */
static void
jalon_application_startup (GApplication *application)
{
  JalonApplication *self = JALON_APPLICATION (application);

  if (self->first_file != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (self->first_file);

      self->opening = jalon_opening_new (file, JALON_THEME_LIGHT);
    }
  if (!gtk_init_check ())
    {
      g_printerr ("%s\n", _ ("There is no display to show the window on."));
      jalon_thread_end_program (EXIT_FAILURE);
    }
  /* libadwaita adds its icons to those of the theme. Later it would have to wait for a thread in
   * which GTK loads them. */
  adw_init ();
  G_APPLICATION_CLASS (jalon_application_parent_class)->startup (application);
  load_icons ();

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action,
                                           accels[i].accels);
  jalon_application_recovery_init (GTK_APPLICATION (application));
}

static void
jalon_application_finalize (GObject *object)
{
  JalonApplication *self = JALON_APPLICATION (object);

  g_clear_object (&self->opening);
  g_free (self->first_file);

  G_OBJECT_CLASS (jalon_application_parent_class)->finalize (object);
}

static void
jalon_application_class_init (JalonApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jalon_application_finalize;
  application_class->local_command_line = jalon_application_local_command_line;
  application_class->startup = jalon_application_startup;
  application_class->activate = jalon_application_activate;
  application_class->open = jalon_application_open;
}

static void
jalon_application_init (JalonApplication *self)
{
}

/**
 * jalon_application_new:
 *
 * Returns: (transfer full): the application
 */
GApplication *
jalon_application_new (void)
{
  return g_object_new (JALON_TYPE_APPLICATION, "application-id", "org.jalon.Jalon", "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/org/jalon/Jalon", NULL);
}
