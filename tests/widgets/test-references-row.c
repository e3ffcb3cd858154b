/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-fixture.h"
#include "widgets/jalon-references-row.h"

/* The box to tick of what people know as @name. */
static GtkCheckButton *
get_check (RowFixture *fixture, const char *name)
{
  GtkWidget *row;

  for (guint i = 0; (row = fixture_find_child (fixture->row, ADW_TYPE_ACTION_ROW, i)) != NULL; i++)
    {
      GtkWidget *check = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));

      if (GTK_IS_CHECK_BUTTON (check) &&
          strcmp (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), name) == 0)
        return GTK_CHECK_BUTTON (check);
    }
  return NULL;
}

static void
tick (RowFixture *fixture, const char *name)
{
  GtkCheckButton *check = get_check (fixture, name);

  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
}

static void
check_shown (RowFixture *fixture, const char *names)
{
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (fixture->row)), ==, names);
}

static void
set_name (RowFixture *fixture, const char *id, const char *name)
{
  jalon_document_begin (fixture->document, "Rename");
  jalon_document_set (fixture->document, fixture_get (fixture->document, id), JALON_FIELD_NAME,
                      name, NULL);
  jalon_document_commit (fixture->document);
}

static void
test_ticked (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_references_row_new, "c1", JALON_FIELD_TAGS);
  check_shown (&fixture, "None");
  row_fixture_check_nothing (&fixture);
  tick (&fixture, "service");
  g_assert_cmpuint (fixture.n_changes, ==, 1);
  check_shown (&fixture, "service");
  row_fixture_check_step (&fixture, "c1", "", "tag1");
  tick (&fixture, "service");
  check_shown (&fixture, "None");
  g_assert_cmpstr (row_fixture_get (&fixture, "c1"), ==, "");
}

/* Each tick is a step; the order is that of the list, not of the ticks. */
static void
test_steps (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_references_row_new, "trip", JALON_FIELD_PERSONAS);
  check_shown (&fixture, "Awa Diop");
  tick (&fixture, "Awa Diop");
  tick (&fixture, "Jean Morel");
  tick (&fixture, "Awa Diop");
  g_assert_cmpstr (row_fixture_get (&fixture, "trip"), ==, "awa jean");
  check_shown (&fixture, "Awa Diop, Jean Morel");
  jalon_document_undo (fixture.document);
  check_shown (&fixture, "Jean Morel");
  jalon_document_undo (fixture.document);
  check_shown (&fixture, "None");
  jalon_document_undo (fixture.document);
  check_shown (&fixture, "Awa Diop");
  g_assert_null (jalon_document_get_undo_label (fixture.document));
}

/* Names are words, not markup. */
static void
test_shows (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_references_row_new, "c1", JALON_FIELD_TAGS);
  row_fixture_change (&fixture, "c1", "tag1 tag2");
  check_shown (&fixture, "service, Tom & <b>");
  g_assert_true (gtk_check_button_get_active (get_check (&fixture, "Tom & <b>")));
  jalon_document_undo (fixture.document);
  check_shown (&fixture, "None");
  g_assert_false (gtk_check_button_get_active (get_check (&fixture, "Tom & <b>")));
  g_assert_cmpuint (fixture.n_changes, ==, 2);
}

/* A new name arrives, on the screen and in the ear, in the same widget: it may have the focus. */
static void
test_renamed (void)
{
  g_auto (RowFixture) fixture = { 0 };
  GtkCheckButton *check;

  row_fixture_init (&fixture, jalon_references_row_new, "c1", JALON_FIELD_TAGS);
  row_fixture_change (&fixture, "c1", "tag1");
  check = get_check (&fixture, "service");
  fixture_check_label (GTK_WIDGET (check), "service");
  set_name (&fixture, "tag1", "help");
  g_assert_true (get_check (&fixture, "help") == check);
  fixture_check_label (GTK_WIDGET (check), "help");
  check_shown (&fixture, "help");
}

/* What comes can be ticked, what goes cannot. */
static void
test_list_changes (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_references_row_new, "c1", JALON_FIELD_TAGS);
  row_fixture_change (&fixture, "c1", "tag1");
  jalon_document_begin (fixture.document, "Delete");
  jalon_document_remove (fixture.document, fixture_get (fixture.document, "tag1"));
  jalon_document_commit (fixture.document);
  g_assert_null (get_check (&fixture, "service"));
  check_shown (&fixture, "None");

  jalon_document_begin (fixture.document, "Delete");
  jalon_document_remove (fixture.document, fixture_get (fixture.document, "tag2"));
  jalon_document_commit (fixture.document);
  check_shown (&fixture, "There are none yet");
  g_assert_false (adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (fixture.row)));

  jalon_document_undo (fixture.document);
  jalon_document_undo (fixture.document);
  check_shown (&fixture, "service");
  g_assert_true (adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (fixture.row)));
  g_assert_cmpuint (fixture.n_changes, ==, 5);
}

/* A name that a file brought of something it did not bring stays. */
static void
test_dangling (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_references_row_new, "c1", JALON_FIELD_TAGS);
  row_fixture_change (&fixture, "c1", "gone tag1");
  check_shown (&fixture, "service");
  tick (&fixture, "Tom & <b>");
  g_assert_cmpstr (row_fixture_get (&fixture, "c1"), ==, "tag1 tag2 gone");
  tick (&fixture, "service");
  g_assert_cmpstr (row_fixture_get (&fixture, "c1"), ==, "tag2 gone");
}

static void
test_several (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_references_row_new, "c1 c2", JALON_FIELD_TAGS);
  check_shown (&fixture, "None");
  row_fixture_change (&fixture, "c1", "tag1");
  check_shown (&fixture, "Several");
  g_assert_false (gtk_check_button_get_active (get_check (&fixture, "service")));
  g_assert_true (gtk_check_button_get_inconsistent (get_check (&fixture, "service")));
  g_assert_false (gtk_check_button_get_inconsistent (get_check (&fixture, "Tom & <b>")));
  tick (&fixture, "Tom & <b>");
  g_assert_cmpstr (row_fixture_get (&fixture, "c1"), ==, "tag1 tag2");
  g_assert_cmpstr (row_fixture_get (&fixture, "c2"), ==, "tag2");
  jalon_document_undo (fixture.document);
  g_assert_cmpstr (row_fixture_get (&fixture, "c1"), ==, "tag1");
  row_fixture_show (&fixture, "c1");
  check_shown (&fixture, "service");
}

static guint
count_checks (RowFixture *fixture)
{
  guint n = 0;

  while (fixture_find_child (fixture->row, GTK_TYPE_CHECK_BUTTON, n) != NULL)
    n++;
  return n;
}

/* Adds many tags; the card has the last one. */
static void
add_tags (RowFixture *fixture, guint n)
{
  JalonElement *project = jalon_document_get_project (fixture->document);

  jalon_document_begin (fixture->document, "Many");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Étiquette %u", i);
      JalonElement *tag = jalon_element_new (JALON_KIND_TAG, NULL);

      jalon_document_insert (fixture->document, project, jalon_element_get_n_children (project),
                             tag);
      jalon_document_set (fixture->document, tag, JALON_FIELD_NAME, name, NULL);
      if (i == n - 1)
        jalon_document_set (fixture->document, fixture_get (fixture->document, "c1"),
                            JALON_FIELD_TAGS, jalon_element_get_id (tag), NULL);
    }
  jalon_document_commit (fixture->document);
}

/* Of very many there are the first, what is named, and what people look for. */
static void
test_many (void)
{
  g_auto (RowFixture) fixture = { 0 };
  GtkWidget *entry;

  row_fixture_init (&fixture, jalon_references_row_new, "c1", JALON_FIELD_TAGS);
  g_assert_null (fixture_find_child (fixture.row, GTK_TYPE_SEARCH_ENTRY, 0));
  add_tags (&fixture, 20000);
  g_assert_cmpuint (count_checks (&fixture), ==, 51);
  g_assert_true (gtk_check_button_get_active (get_check (&fixture, "Étiquette 19999")));

  entry = fixture_find_child (fixture.row, GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "etiquette 1234");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (count_checks (&fixture), ==, 11);
  tick (&fixture, "Étiquette 12345");
  check_shown (&fixture, "Étiquette 12345, Étiquette 19999");
  fixture_check_query (entry);

  jalon_document_undo (fixture.document);
  jalon_document_undo (fixture.document);
  g_assert_cmpuint (count_checks (&fixture), ==, 2);
}

/* A search entry tells of what is written a moment later: what it is for may be deleted by then. */
static void
test_deleted (void)
{
  g_auto (RowFixture) fixture = { 0 };
  GtkWidget *entry;
  guint n_checks;

  row_fixture_init (&fixture, jalon_references_row_new, "c1", JALON_FIELD_TAGS);
  add_tags (&fixture, 60);
  n_checks = count_checks (&fixture);
  entry = fixture_find_child (fixture.row, GTK_TYPE_SEARCH_ENTRY, 0);
  jalon_document_begin (fixture.document, "Delete");
  jalon_document_remove (fixture.document, fixture_get (fixture.document, "c1"));
  jalon_document_commit (fixture.document);
  gtk_editable_set_text (GTK_EDITABLE (entry), "etiquette 12");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (count_checks (&fixture), ==, n_checks);
}

static void
test_accessible (void)
{
  g_auto (RowFixture) fixture = { 0 };
  GtkWidget *header, *row, *check;

  row_fixture_init (&fixture, jalon_references_row_new, "c1", JALON_FIELD_TAGS);
  header = fixture_find_child (fixture.row, ADW_TYPE_ACTION_ROW, 0);
  g_assert_true (fixture_reaches (fixture.window, header));
  fixture_check_label (header, "Tags");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (fixture.row), TRUE);
  fixture_settle ();

  /* One stop of the keys for each, which says and does what its check does. */
  check = GTK_WIDGET (get_check (&fixture, "service"));
  row = gtk_widget_get_ancestor (check, ADW_TYPE_ACTION_ROW);
  g_assert_true (fixture_reaches (fixture.window, row));
  g_assert_false (fixture_reaches (fixture.window, check));
  fixture_check_label (row, "service");
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_CHECKBOX);
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
  g_assert_true (gtk_widget_activate (row));
  fixture_settle ();
  check_shown (&fixture, "service");
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/references-row/ticked", test_ticked);
  g_test_add_func ("/references-row/steps", test_steps);
  g_test_add_func ("/references-row/shows", test_shows);
  g_test_add_func ("/references-row/renamed", test_renamed);
  g_test_add_func ("/references-row/list-changes", test_list_changes);
  g_test_add_func ("/references-row/dangling", test_dangling);
  g_test_add_func ("/references-row/several", test_several);
  g_test_add_func ("/references-row/many", test_many);
  g_test_add_func ("/references-row/deleted", test_deleted);
  g_test_add_func ("/references-row/accessible", test_accessible);
  return fixture_run ();
}
