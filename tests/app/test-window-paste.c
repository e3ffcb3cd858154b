/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "fixture.h"
#include "widgets/jalon-clipboard.h"
#include "widgets/jalon-map-row.h"
#include "window-fixture.h"

/* What is pasted while the keys are in the sidebar: people have just chosen a map there. */

static GtkApplication *application;

static guint
count (JalonElement *map, JalonKind kind)
{
  guint n = 0;

  for (guint i = 0; i < jalon_element_get_n_children (map); i++)
    n += jalon_element_get_kind (jalon_element_get_child (map, i)) == kind ? 1 : 0;
  return n;
}

/* Shows a map as the sheet or as a list, and pastes from the sidebar what was copied: an
 * element, or names. */
static void
paste (WindowFixture *self, JalonElement *map, gboolean as_list, JalonElement *copied)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (window);
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  g_ptr_array_add (elements, copied);
  provider = copied != NULL ? jalon_clipboard_provider_new (elements, NULL)
                            : gdk_content_provider_new_typed (G_TYPE_STRING, "A\nB");
  gdk_clipboard_set_content (clipboard, provider);
  jalon_window_show_map (self->window, map);
  if (as_list)
    gtk_widget_activate_action (window, "win.toggle-outline", NULL);
  fixture_settle ();
  g_assert_true (gtk_widget_activate_action (fixture_find_child (window, JALON_TYPE_MAP_ROW, 0),
                                             "row.paste", NULL));
  while (!jalon_document_is_modified (self->document))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_stage (void)
{
  for (guint as_list = 0; as_list < 2; as_list++)
    {
      g_auto (WindowFixture) self = { 0 };
      JalonElement *map;
      guint n;

      window_fixture_init (&self, application);
      map = window_fixture_get_map (&self, JALON_KIND_JOURNEY);
      n = count (map, JALON_KIND_STAGE);
      paste (&self, map, as_list == 1,
             jalon_element_get_child (map, jalon_element_find_end (map, JALON_KIND_STAGE) - 1));
      g_assert_cmpuint (count (map, JALON_KIND_STAGE), ==, n + 1);
      g_assert_cmpstr (jalon_document_get_undo_label (self.document), ==, "Paste Stage");
      fixture_settle ();
    }
}

static void
test_names (void)
{
  g_auto (WindowFixture) self = { 0 };
  JalonElement *map;
  guint n;

  window_fixture_init (&self, application);
  map = window_fixture_get_map (&self, JALON_KIND_REGISTER);
  n = count (map, JALON_KIND_AUDIENCE);
  paste (&self, map, FALSE, NULL);
  g_assert_cmpuint (count (map, JALON_KIND_AUDIENCE), ==, n + 2);
  fixture_settle ();
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = window_fixture_start (&argc, &argv, &application);

  g_test_add_func ("/window/paste/stage", test_stage);
  g_test_add_func ("/window/paste/names", test_names);
  return fixture_run ();
}
