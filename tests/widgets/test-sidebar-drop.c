/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "sidebar-fixture.h"
#include "widgets/jalon-commands.h"
#include "widgets/jalon-sidebar-drop.h"

/* What comes from another window is shown, with what it brought; what is no map is told. */
static void
test_take (void)
{
  g_auto (SidebarFixture) fixture = { 0 };
  g_autoptr (JalonDocument) other = fixture_new ();
  g_autoptr (GPtrArray) maps = g_ptr_array_new ();
  g_autoptr (JalonFragment) fragment = NULL;
  g_autofree char *said = NULL;
  JalonElement *shown;

  sidebar_fixture_init (&fixture);
  fixture_hear (fixture.window, &said);
  jalon_commands_add_map (other, jalon_element_new (JALON_KIND_JOURNEY, "elsewhere"));
  g_ptr_array_add (maps, fixture_get (other, "elsewhere"));
  fragment = jalon_fragment_new (maps, NULL);
  g_assert_true (jalon_sidebar_take (JALON_SIDEBAR (fixture.sidebar), fragment));
  shown = jalon_map_view_get_map (JALON_MAP_VIEW (fixture.sidebar));
  g_assert_cmpint (jalon_element_get_kind (shown), ==, JALON_KIND_JOURNEY);
  g_assert_true (shown != fixture_get (fixture.document, "trip"));
  jalon_document_undo (fixture.document);

  g_clear_object (&fragment);
  g_ptr_array_index (maps, 0) = fixture_get (other, "c1");
  fragment = jalon_fragment_new (maps, NULL);
  g_assert_false (jalon_sidebar_take (JALON_SIDEBAR (fixture.sidebar), fragment));
  g_assert_nonnull (said);
}

static void
copy_and_paste (SidebarFixture *from, const char *copied, SidebarFixture *to, const char *onto)
{
  gtk_widget_activate_action (sidebar_fixture_find_row (from, copied), "row.copy", NULL);
  gtk_widget_activate_action (sidebar_fixture_find_row (to, onto), "row.paste", NULL);
  fixture_settle ();
}

static guint
count_maps (SidebarFixture *fixture)
{
  return jalon_element_get_n_children (jalon_document_get_project (fixture->document));
}

/* A map goes from one project to another, where it uses the persona that is there, and a copy in
 * its own project is another map. */
static void
test_clipboard (void)
{
  g_auto (SidebarFixture) here = { 0 };
  g_auto (SidebarFixture) there = { 0 };
  guint n_before;

  sidebar_fixture_init (&here);
  sidebar_fixture_init (&there);
  jalon_document_begin (there.document, "Remove");
  jalon_document_remove (there.document, fixture_get (there.document, "head"));
  jalon_document_commit (there.document);
  n_before = count_maps (&there);

  copy_and_paste (&here, "head", &there, "awa");
  g_assert_cmpstr (jalon_document_get_undo_label (there.document), ==, "Paste Empathy map");
  g_assert_cmpstr (jalon_element_get_text (fixture_get (there.document, "head"),
                                           JALON_FIELD_PERSONA),
                   ==, "awa");
  g_assert_cmpuint (count_maps (&there), ==, n_before + 1);
  sidebar_fixture_check_map (&there, "head");
  n_before = count_maps (&here);
  copy_and_paste (&here, "head", &here, "head");
  g_assert_cmpstr (jalon_document_get_selection (here.document)[0], !=, "head");
  g_assert_cmpuint (count_maps (&here), ==, n_before + 1);
}

static void
check_late (char **said)
{
  g_assert_nonnull (*said);
  g_assert_nonnull (strstr (*said, "too late"));
  g_clear_pointer (said, g_free);
}

/* A map comes from the clipboard some time after it was asked for: people may only read by then, or
 * see another project. */
static void
test_paste_late (void)
{
  g_auto (SidebarFixture) fixture = { 0 };
  g_autoptr (JalonDocument) other = fixture_new ();
  g_autofree char *said = NULL;

  sidebar_fixture_init (&fixture);
  fixture_hear (fixture.window, &said);
  gtk_widget_activate_action (sidebar_fixture_find_row (&fixture, "head"), "row.copy", NULL);
  gtk_widget_activate_action (sidebar_fixture_find_row (&fixture, "awa"), "row.paste", NULL);
  jalon_map_view_set_editable (JALON_MAP_VIEW (fixture.sidebar), FALSE);
  fixture_settle ();
  check_late (&said);
  g_assert_false (jalon_document_is_modified (fixture.document));

  jalon_map_view_set_editable (JALON_MAP_VIEW (fixture.sidebar), TRUE);
  gtk_widget_activate_action (sidebar_fixture_find_row (&fixture, "awa"), "row.paste", NULL);
  jalon_map_view_set_document (JALON_MAP_VIEW (fixture.sidebar), other);
  fixture_settle ();
  check_late (&said);
  g_assert_false (jalon_document_is_modified (fixture.document));
  g_assert_false (jalon_document_is_modified (other));
}

/* What is no map is told, with what to do. */
static void
test_nothing_to_paste (void)
{
  g_auto (SidebarFixture) fixture = { 0 };
  g_autofree char *said = NULL;

  sidebar_fixture_init (&fixture);
  fixture_hear (fixture.window, &said);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture.sidebar), "no map");
  gtk_widget_activate_action (sidebar_fixture_find_row (&fixture, "awa"), "row.paste", NULL);
  fixture_settle ();
  g_assert_nonnull (said);
  g_assert_nonnull (strstr (said, "copy one first"));
  g_assert_false (jalon_document_is_modified (fixture.document));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/sidebar-drop/take", test_take);
  g_test_add_func ("/sidebar-drop/clipboard", test_clipboard);
  g_test_add_func ("/sidebar-drop/paste-late", test_paste_late);
  g_test_add_func ("/sidebar-drop/nothing-to-paste", test_nothing_to_paste);
  return fixture_run ();
}
