/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-fixture.h"
#include "widgets/jalon-reference-row.h"

static void
rename_element (RowFixture *fixture, const char *id, const char *name)
{
  JalonElement *element = fixture_get (fixture->document, id);

  jalon_document_begin (fixture->document, "Rename");
  jalon_document_set (fixture->document, element,
                      jalon_kind_get_info (jalon_element_get_kind (element))->title, name, NULL);
  jalon_document_commit (fixture->document);
}

static void
remove_element (RowFixture *fixture, const char *id)
{
  jalon_document_begin (fixture->document, "Delete");
  jalon_document_remove (fixture->document, fixture_get (fixture->document, id));
  jalon_document_commit (fixture->document);
}

/* All that may be named, in the order of the file, as words between bars. */
static char *
list (RowFixture *fixture)
{
  GListModel *model = adw_combo_row_get_model (ADW_COMBO_ROW (fixture->row));
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      g_string_append_printf (names, "%s%s", i > 0 ? "|" : "", gtk_string_object_get_string (item));
    }
  return g_string_free (names, FALSE);
}

static void
test_chosen (void)
{
  static const struct
  {
    const char *id;
    JalonFieldId field;
    const char *names;
    const char *shown;
    const char *before;
    const char *label;
    const char *after;
  } cases[] = {
    { "head", JALON_FIELD_PERSONA, "None|Awa Diop|Jean Morel", "Awa Diop", "awa", "Jean Morel",
      "jean" },
    { "head", JALON_FIELD_PERSONA, "None|Awa Diop|Jean Morel", "Awa Diop", "awa", "None", "" },
    { "boss", JALON_FIELD_PERSONA, "None|Awa Diop|Jean Morel", "None", "", "Awa Diop", "awa" },
    /* Of the same map only, and not itself */
    { "c1", JALON_FIELD_LANE, "None|does|thinks|feels|pains", "does", "does", "pains", "pains" },
    { "trip", JALON_FIELD_COUNTERPART, "None", "None", "", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (RowFixture) fixture = { 0 };
      g_autofree char *names = NULL;

      row_fixture_init (&fixture, jalon_reference_row_new, cases[i].id, cases[i].field);
      names = list (&fixture);
      g_assert_cmpstr (names, ==, cases[i].names);
      g_assert_cmpstr (row_fixture_get_chosen (&fixture), ==, cases[i].shown);
      row_fixture_check_nothing (&fixture);
      if (cases[i].label == NULL)
        continue;
      row_fixture_choose (&fixture, cases[i].label);
      g_assert_cmpuint (fixture.n_changes, ==, 1);
      row_fixture_check_step (&fixture, cases[i].id, cases[i].before, cases[i].after);
      g_assert_cmpstr (row_fixture_get_chosen (&fixture), ==, cases[i].label);
    }
}

/* Two choices in a row are two steps. */
static void
test_steps (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_reference_row_new, "c1", JALON_FIELD_LANE);
  row_fixture_choose (&fixture, "thinks");
  row_fixture_choose (&fixture, "pains");
  jalon_document_undo (fixture.document);
  g_assert_cmpstr (row_fixture_get_chosen (&fixture), ==, "thinks");
  jalon_document_undo (fixture.document);
  g_assert_cmpstr (row_fixture_get_chosen (&fixture), ==, "does");
}

static void
test_shows (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_reference_row_new, "head", JALON_FIELD_PERSONA);
  row_fixture_change (&fixture, "head", "jean");
  g_assert_cmpstr (row_fixture_get_chosen (&fixture), ==, "Jean Morel");
  jalon_document_undo (fixture.document);
  g_assert_cmpstr (row_fixture_get_chosen (&fixture), ==, "Awa Diop");
  g_assert_cmpuint (fixture.n_changes, ==, 2);
}

/* Names are words, not markup. */
static void
test_names (void)
{
  g_auto (RowFixture) fixture = { 0 };
  g_autofree char *names = NULL;

  row_fixture_init (&fixture, jalon_reference_row_new, "head", JALON_FIELD_PERSONA);
  rename_element (&fixture, "awa", "Tom & <b>");
  rename_element (&fixture, "jean", "");
  names = list (&fixture);
  g_assert_cmpstr (names, ==, "None|Tom & <b>|Persona");
  g_assert_cmpstr (row_fixture_get_chosen (&fixture), ==, "Tom & <b>");
  g_assert_cmpstr (gtk_label_get_text (
                     GTK_LABEL (fixture_find_child (fixture.row, GTK_TYPE_LABEL, 1))),
                   ==, "Tom & <b>");
}

/* What is deleted is no longer named, and undo names it again. */
static void
test_removed (void)
{
  g_auto (RowFixture) fixture = { 0 };
  g_autofree char *names = NULL;

  row_fixture_init (&fixture, jalon_reference_row_new, "head", JALON_FIELD_PERSONA);
  remove_element (&fixture, "awa");
  names = list (&fixture);
  g_assert_cmpstr (names, ==, "None|Jean Morel");
  g_assert_cmpstr (row_fixture_get_chosen (&fixture), ==, "None");
  jalon_document_undo (fixture.document);
  g_assert_cmpstr (row_fixture_get_chosen (&fixture), ==, "Awa Diop");
  g_assert_cmpuint (fixture.n_changes, ==, 2);
}

/* An edit elsewhere leaves an open list alone. */
static void
test_same_list (void)
{
  g_auto (RowFixture) fixture = { 0 };
  GListModel *before;

  row_fixture_init (&fixture, jalon_reference_row_new, "head", JALON_FIELD_PERSONA);
  before = adw_combo_row_get_model (ADW_COMBO_ROW (fixture.row));
  rename_element (&fixture, "c1", "Other words");
  row_fixture_change (&fixture, "head", "jean");
  g_assert_true (adw_combo_row_get_model (ADW_COMBO_ROW (fixture.row)) == before);
  rename_element (&fixture, "awa", "Ewa");
  g_assert_false (adw_combo_row_get_model (ADW_COMBO_ROW (fixture.row)) == before);
}

static void
test_several (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_reference_row_new, "c1 c4", JALON_FIELD_LANE);
  g_assert_null (row_fixture_get_chosen (&fixture));
  row_fixture_choose (&fixture, "pains");
  g_assert_cmpstr (row_fixture_get (&fixture, "c4"), ==, "pains");
  row_fixture_check_step (&fixture, "c1", "does", "pains");
  row_fixture_show (&fixture, "c1 c3");
  g_assert_null (row_fixture_get_chosen (&fixture));
  row_fixture_show (&fixture, "c3");
  g_assert_cmpstr (row_fixture_get_chosen (&fixture), ==, "does");
}

static void
test_accessible (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_reference_row_new, "head", JALON_FIELD_PERSONA);
  g_assert_true (fixture_reaches (fixture.window, fixture.row));
  fixture_check_label (fixture.row, "Persona");
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (fixture.row)), ==,
                   GTK_ACCESSIBLE_ROLE_COMBO_BOX);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/reference-row/chosen", test_chosen);
  g_test_add_func ("/reference-row/steps", test_steps);
  g_test_add_func ("/reference-row/shows", test_shows);
  g_test_add_func ("/reference-row/names", test_names);
  g_test_add_func ("/reference-row/removed", test_removed);
  g_test_add_func ("/reference-row/same-list", test_same_list);
  g_test_add_func ("/reference-row/several", test_several);
  g_test_add_func ("/reference-row/accessible", test_accessible);
  return fixture_run ();
}
