/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clipboard-fixture.h"
#include "register-fixture.h"
#include "widgets/jalon-clipboard.h"

/* Copy, cut and paste in the table of a register. */

/* Puts the keys on a cell, and selects audiences, all of them if there are several. */
static void
go_to (RegisterFixture *self, const char *ids, guint column)
{
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);

  jalon_register_go_to (self->table, fixture_get (self->document, words[0]), column);
  register_fixture_settle (self);
  jalon_document_set_selection (self->document, (const char *const *) words);
  register_fixture_settle (self);
}

static void
act (RegisterFixture *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self->table), action, NULL);
  register_fixture_settle (self);
}

/* What the fields of the audiences say in the file, one a line. */
static char *
list (RegisterFixture *self)
{
  static const JalonFieldId fields[] = { JALON_FIELD_NAME,    JALON_FIELD_CATEGORY,
                                         JALON_FIELD_PERSONA, JALON_FIELD_OWNER,
                                         JALON_FIELD_PROCESS, JALON_FIELD_MEASURE };
  JalonElement *map = fixture_get (self->document, "list");
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < jalon_element_get_n_children (map); i++)
    for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
      g_string_append_printf (text, "%s%s",
                              jalon_element_get_text (jalon_element_get_child (map, i), fields[j]),
                              j + 1 < G_N_ELEMENTS (fields) ? "|" : "\n");
  return g_string_free (text, FALSE);
}

#define GUESTS "Guests|customer||Zoe||\n"
#define OWNERS "Owners|customer||||\n"
#define CLEANERS "Cleaners|customer||Ann||\n"

static const struct
{
  const char *ids;
  guint column;
  const char *text;
  const char *wanted;
  const char *message;
} cases[] = {
  /* names: new audiences, with what stands beside them */
  { "a1", NAME, "A\nB\n", GUESTS "A|customer||||\nB|customer||||\n" OWNERS CLEANERS, NULL },
  { "a1", RANK, "- A\n", GUESTS "A|customer||||\n" OWNERS CLEANERS, NULL },
  { "a3", LIABILITY, "A\n", GUESTS OWNERS CLEANERS "A|customer||||\n", NULL },
  { "list", NAME, "A\tFAN\tAWA DIOP\t\tIda\tCalls\tNPS\textra\n\tnobody\n\n\tInvestor or donor\nB",
    GUESTS OWNERS CLEANERS "A|fan|awa|Ida|Calls|NPS\n|investor||||\nB|customer||||\n",
    "1 cell did not fit: the map ends there. 1 value does not fit its column." },
  { "list", OWNER, "A", GUESTS OWNERS CLEANERS "A|customer||||\n", NULL },
  { "a1", NAME, "A\tnobody\tnowhere", GUESTS "A|customer||||\n" OWNERS CLEANERS,
    "2 values do not fit their columns." },
  /* beside the names: what is there */
  { "a1", OWNER, "Ida\nEve\n", "Guests|customer||Ida||\nOwners|customer||Eve||\n" CLEANERS, NULL },
  { "a2", OWNER, "Ida\tCalls\nEve\nNobody",
    GUESTS "Owners|customer||Ida|Calls|\nCleaners|customer||Eve||\n",
    "1 cell did not fit: the map ends there." },
  { "a2", KIND, "Investor", GUESTS "Owners|investor||||\n" CLEANERS, NULL },
  { "a2", PERSONA, "Awa Diop", GUESTS "Owners|customer|awa|||\n" CLEANERS, NULL },
  { "a1", OWNER, "\nEve", GUESTS "Owners|customer||Eve||\n" CLEANERS, NULL },
  /* one value for all that is selected, and each its own */
  { "a1 a3", MEASURE, "NPS", "Guests|customer||Zoe||NPS\n" OWNERS "Cleaners|customer||Ann||NPS\n",
    NULL },
  { "a1 a3", OWNER, "Ida\nEve", "Guests|customer||Ida||\n" OWNERS "Cleaners|customer||Eve||\n",
    NULL },
};

static void
test_text (RegisterFixture *self, gconstpointer data)
{
  g_autofree char *message = NULL;

  fixture_hear (self->window, &message);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) before = fixture_to_bytes (self->document);
      g_autofree char *found = NULL;

      g_test_message ("Case %u", i);
      g_clear_pointer (&message, g_free);
      go_to (self, cases[i].ids, cases[i].column);
      clipboard_fixture_offer (GTK_WIDGET (self->table), "text/plain;charset=utf-8", cases[i].text);
      act (self, "table.paste");
      found = list (self);
      g_assert_cmpstr (found, ==, cases[i].wanted);
      g_assert_cmpstr (message, ==, cases[i].message);
      fixture_check_undo (self->document, before, "Paste Audience");
      register_fixture_settle (self);
    }
}

/* A spreadsheet gets what people see in the columns, and gives it back as it was. */
static void
test_copy (RegisterFixture *self, gconstpointer data)
{
  GtkWidget *table = GTK_WIDGET (self->table);
  const char *text =
    "Guests\tFan or follower\tAwa Diop\t\tZoe\t\t\nCleaners\tCustomer\t\t\tAnn\t\t\n";
  g_autofree char *found = NULL;

  jalon_document_begin (self->document, "Change");
  jalon_document_set (self->document, fixture_get (self->document, "a1"), JALON_FIELD_CATEGORY,
                      "fan", NULL);
  jalon_document_set (self->document, fixture_get (self->document, "a1"), JALON_FIELD_PERSONA,
                      "awa", NULL);
  jalon_document_commit (self->document);
  go_to (self, "a1 a3", NAME);
  act (self, "table.copy");
  clipboard_fixture_check_text (table, text);
  clipboard_fixture_offer (table, "text/plain;charset=utf-8", text);
  go_to (self, "list", NAME);
  act (self, "table.paste");
  found = list (self);
  g_assert_cmpstr (found, ==,
                   "Guests|fan|awa|Zoe||\n" OWNERS CLEANERS "Guests|fan|awa|Zoe||\n" CLEANERS);
}

/* All that is new is selected, and the keys are on the first of it. */
static void
test_selected (RegisterFixture *self, gconstpointer data)
{
  g_autoptr (GtkBitset) selected = NULL;

  go_to (self, "a1", NAME);
  clipboard_fixture_offer (GTK_WIDGET (self->table), "text/plain", "A\nB\nC");
  act (self, "table.paste");
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->table->selection));
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 3);
  g_assert_cmpuint (gtk_bitset_get_minimum (selected), ==, 1);
  g_assert_cmpuint (g_strv_length ((char **) jalon_document_get_selection (self->document)), ==, 3);
  g_assert_cmpstr (jalon_element_get_title (self->table->current), ==, "A");
  act (self, "table.duplicate");
  clipboard_fixture_check_titles (self->document, "list",
                                  "Guests; A; A; B; B; C; C; Owners; Cleaners");
  g_assert_cmpuint (g_strv_length ((char **) jalon_document_get_selection (self->document)), ==, 3);
}

/* What does not fit anywhere is not pasted. */
static void
test_refused (RegisterFixture *self, gconstpointer data)
{
  g_autofree char *message = NULL;
  guint64 revision = jalon_document_get_revision (self->document);

  fixture_hear (self->window, &message);
  go_to (self, "a1", KIND);
  clipboard_fixture_offer (GTK_WIDGET (self->table), "text/plain", "nothing that is a kind");
  act (self, "table.paste");
  g_assert_cmpstr (message, ==, "Nothing of what was copied has a place here");
  clipboard_fixture_offer (GTK_WIDGET (self->table), "text/plain", " \n");
  act (self, "table.paste");
  g_assert_cmpstr (message, ==, "There is nothing to paste");
  jalon_map_view_set_editable (JALON_MAP_VIEW (self->table), FALSE);
  clipboard_fixture_offer (GTK_WIDGET (self->table), "text/plain", "Fan");
  act (self, "table.paste");
  act (self, "table.cut");
  g_assert_cmpuint (jalon_document_get_revision (self->document), ==, revision);
}

/* What the keys were on has been deleted meanwhile, by somebody else for instance. */
static void
test_gone (RegisterFixture *self, gconstpointer data)
{
  go_to (self, "a2", OWNER);
  jalon_document_begin (self->document, "Delete");
  jalon_document_remove (self->document, fixture_get (self->document, "a2"));
  jalon_document_commit (self->document);
  clipboard_fixture_offer (GTK_WIDGET (self->table), "text/plain;charset=utf-8", "A");
  act (self, "table.paste");
  clipboard_fixture_check_titles (self->document, "list", "Guests; Cleaners; A");
}

/* A persona is one more in the project, as anywhere, and not an audience of her name. */
static void
test_gone_map (RegisterFixture *self, gconstpointer data)
{
  JalonElement *project = jalon_document_get_project (self->document);
  g_autoptr (GPtrArray) personas = fixture_get_all (self->document, "awa");
  g_autoptr (GdkContentProvider) provider = jalon_clipboard_provider_new (personas, NULL);
  guint n_children = jalon_element_get_n_children (project);

  go_to (self, "a2", OWNER);
  jalon_document_begin (self->document, "Delete");
  jalon_document_remove (self->document, fixture_get (self->document, "a2"));
  jalon_document_commit (self->document);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self->table)), provider);
  act (self, "table.paste");
  clipboard_fixture_check_titles (self->document, "list", "Guests; Cleaners");
  g_assert_cmpuint (jalon_element_get_n_children (project), ==, n_children + 1);
}

/* Audiences that are cut arrive whole behind the one that the keys are on. */
static void
test_cut (RegisterFixture *self, gconstpointer data)
{
  g_autoptr (GBytes) before = fixture_to_bytes (self->document);

  go_to (self, "a1", NAME);
  act (self, "table.cut");
  register_fixture_check_rows (self, "a2 a3 list");
  register_fixture_check_focus (self, "a2", NAME);
  go_to (self, "a3", OWNER);
  act (self, "table.paste");
  clipboard_fixture_check_titles (self->document, "list", "Owners; Cleaners; Guests");
  g_assert_true (jalon_document_undo (self->document));
  fixture_check_undo (self->document, before, "Cut Audience");
}

/* Cards become audiences by their names. */
static void
test_cards (RegisterFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = fixture_get_all (self->document, "c1 c3");
  g_autoptr (GdkContentProvider) provider = jalon_clipboard_provider_new (cards, NULL);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self->table)), provider);
  go_to (self, "a1", NAME);
  act (self, "table.paste");
  clipboard_fixture_check_titles (self->document, "list",
                                  "Guests; Looks at pictures; Opens eleven tabs; Owners; Cleaners");
}

static void
add (const char *path, void (*test) (RegisterFixture *, gconstpointer))
{
  g_test_add (path, RegisterFixture, NULL, register_fixture_set_up, test,
              register_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  add ("/register-clipboard/text", test_text);
  add ("/register-clipboard/copy", test_copy);
  add ("/register-clipboard/selected", test_selected);
  add ("/register-clipboard/refused", test_refused);
  add ("/register-clipboard/gone", test_gone);
  add ("/register-clipboard/gone-map", test_gone_map);
  add ("/register-clipboard/cut", test_cut);
  add ("/register-clipboard/cards", test_cards);
  return fixture_run ();
}
