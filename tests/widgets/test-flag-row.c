/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-fixture.h"
#include "widgets/jalon-flag-row.h"

static GtkWidget *
get_switch (RowFixture *fixture)
{
  return fixture_find_child (fixture->row, GTK_TYPE_SWITCH, 0);
}

static gboolean
is_on (RowFixture *fixture)
{
  return gtk_switch_get_active (GTK_SWITCH (get_switch (fixture)));
}

/* The row is as good as the switch: it may be clicked anywhere. */
static void
test_toggled (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_flag_row_new, "s1", JALON_FIELD_MOMENT_OF_TRUTH);
  g_assert_false (is_on (&fixture));
  gtk_widget_activate (fixture.row);
  g_assert_true (is_on (&fixture));
  g_assert_cmpuint (fixture.n_changes, ==, 1);
  row_fixture_check_step (&fixture, "s1", "no", "yes");
  gtk_switch_set_active (GTK_SWITCH (get_switch (&fixture)), FALSE);
  g_assert_cmpstr (row_fixture_get (&fixture, "s1"), ==, "no");
}

/* On and off again are two steps. */
static void
test_steps (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_flag_row_new, "s1", JALON_FIELD_MOMENT_OF_TRUTH);
  gtk_widget_activate (fixture.row);
  gtk_widget_activate (fixture.row);
  jalon_document_undo (fixture.document);
  g_assert_true (is_on (&fixture));
  jalon_document_undo (fixture.document);
  g_assert_false (is_on (&fixture));
}

static void
test_shows (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_flag_row_new, "s1", JALON_FIELD_MOMENT_OF_TRUTH);
  row_fixture_change (&fixture, "s1", "yes");
  g_assert_true (is_on (&fixture));
  jalon_document_undo (fixture.document);
  g_assert_false (is_on (&fixture));
  g_assert_cmpuint (fixture.n_changes, ==, 2);
}

/* Of several that differ it is off; on, it is for all. */
static void
test_several (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_flag_row_new, "s1 s2", JALON_FIELD_MOMENT_OF_TRUTH);
  row_fixture_change (&fixture, "s1", "yes");
  g_assert_false (is_on (&fixture));
  gtk_widget_activate (fixture.row);
  g_assert_cmpstr (row_fixture_get (&fixture, "s1"), ==, "yes");
  g_assert_cmpstr (row_fixture_get (&fixture, "s2"), ==, "yes");
  jalon_document_undo (fixture.document);
  g_assert_cmpstr (row_fixture_get (&fixture, "s1"), ==, "yes");
  g_assert_cmpstr (row_fixture_get (&fixture, "s2"), ==, "no");
  row_fixture_show (&fixture, "s1");
  g_assert_true (is_on (&fixture));
}

static void
test_accessible (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_flag_row_new, "head", JALON_FIELD_PAINS_GAINS);
  g_assert_true (fixture_reaches (fixture.window, get_switch (&fixture)));
  fixture_check_label (get_switch (&fixture), "Pains and gains");
  fixture_check_label (fixture.row, "Pains and gains");
  g_assert_nonnull (gtk_widget_get_tooltip_text (fixture.row));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/flag-row/toggled", test_toggled);
  g_test_add_func ("/flag-row/steps", test_steps);
  g_test_add_func ("/flag-row/shows", test_shows);
  g_test_add_func ("/flag-row/several", test_several);
  g_test_add_func ("/flag-row/accessible", test_accessible);
  return fixture_run ();
}
