/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-fixture.h"
#include "widgets/jalon-choice-row.h"

static void
test_chosen (void)
{
  static const struct
  {
    const char *id;
    JalonFieldId field;
    const char *shown;
    const char *before;
    const char *label;
    const char *after;
  } cases[] = {
    { "does", JALON_FIELD_TYPE, "Actions", "actions", "Pains", "pains" },
    { "awa", JALON_FIELD_CATEGORY, "Customer", "customer", "Media or influencer", "media" },
    { "s1", JALON_FIELD_MEDIUM, "Not said", "unset", "Digital", "digital" },
    { "boss", JALON_FIELD_RING, "Interesting", "interesting", "Essential", "essential" },
    { "boss", JALON_FIELD_DESIRED_RING, "Not set", "", "Essential", "essential" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (RowFixture) fixture = { 0 };

      row_fixture_init (&fixture, jalon_choice_row_new, cases[i].id, cases[i].field);
      g_assert_cmpstr (row_fixture_get_chosen (&fixture), ==, cases[i].shown);
      row_fixture_check_nothing (&fixture);
      row_fixture_choose (&fixture, cases[i].label);
      g_assert_cmpuint (fixture.n_changes, ==, 1);
      row_fixture_check_step (&fixture, cases[i].id, cases[i].before, cases[i].after);
      g_assert_cmpstr (row_fixture_get_chosen (&fixture), ==, cases[i].label);
      row_fixture_choose (&fixture, cases[i].shown);
      g_assert_cmpstr (row_fixture_get (&fixture, cases[i].id), ==, cases[i].before);
    }
}

/* Its list begins at what is chosen: who only looks changes nothing. */
static void
test_opens (void)
{
  g_auto (RowFixture) fixture = { 0 };
  GtkWidget *focus;

  row_fixture_init (&fixture, jalon_choice_row_new, "awa", JALON_FIELD_CATEGORY);
  for (guint i = 0; i < 2; i++)
    {
      row_fixture_choose (&fixture, i == 0 ? "Media or influencer" : "User");
      adw_action_row_activate (ADW_ACTION_ROW (fixture.row));
      fixture_settle ();
      focus = fixture_find_child (gtk_window_get_focus (GTK_WINDOW (fixture.window)),
                                  GTK_TYPE_LABEL, 0);
      g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (focus)), ==,
                       row_fixture_get_chosen (&fixture));
      gtk_popover_popdown (GTK_POPOVER (fixture_find_child (fixture.row, GTK_TYPE_POPOVER, 0)));
      fixture_settle ();
    }
}

/* All choices of the table are there, in its order, and only they. */
static void
test_lists (void)
{
  g_auto (RowFixture) fixture = { 0 };
  GListModel *model;
  guint n = 0;

  row_fixture_init (&fixture, jalon_choice_row_new, "does", JALON_FIELD_TYPE);
  model = adw_combo_row_get_model (ADW_COMBO_ROW (fixture.row));
  for (; jalon_lane_type_choices[n].nick != NULL; n++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, n);

      g_assert_cmpstr (gtk_string_object_get_string (item), ==, jalon_lane_type_choices[n].label);
    }
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, n);
}

static void
test_shows (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_choice_row_new, "trip", JALON_FIELD_STATE);
  row_fixture_change (&fixture, "trip", "to-be");
  g_assert_cmpstr (row_fixture_get_chosen (&fixture), ==, "To be");
  jalon_document_undo (fixture.document);
  g_assert_cmpstr (row_fixture_get_chosen (&fixture), ==, "As is");
  g_assert_cmpuint (fixture.n_changes, ==, 2);
}

/* Two choices in a row are two steps. */
static void
test_steps (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_choice_row_new, "g1", JALON_FIELD_PHASE);
  row_fixture_choose (&fixture, "During");
  row_fixture_choose (&fixture, "After");
  jalon_document_undo (fixture.document);
  g_assert_cmpstr (row_fixture_get_chosen (&fixture), ==, "During");
  jalon_document_undo (fixture.document);
  g_assert_cmpstr (row_fixture_get_chosen (&fixture), ==, "Before");
}

/* Of several that differ none is chosen; the first can be, too. */
static void
test_several (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_choice_row_new, "does thinks", JALON_FIELD_TYPE);
  g_assert_null (row_fixture_get_chosen (&fixture));
  row_fixture_check_nothing (&fixture);
  row_fixture_choose (&fixture, "Text");
  g_assert_cmpstr (row_fixture_get (&fixture, "thinks"), ==, "text");
  row_fixture_check_step (&fixture, "does", "actions", "text");
  row_fixture_show (&fixture, "does pains");
  g_assert_null (row_fixture_get_chosen (&fixture));
  row_fixture_show (&fixture, "pains");
  g_assert_cmpstr (row_fixture_get_chosen (&fixture), ==, "Pains");
}

static void
test_accessible (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_choice_row_new, "trip", JALON_FIELD_STATE);
  g_assert_true (fixture_reaches (fixture.window, fixture.row));
  fixture_check_label (fixture.row, "State");
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (fixture.row)), ==,
                   GTK_ACCESSIBLE_ROLE_COMBO_BOX);
}

/* What a field asks is to be read somewhere. */
static void
test_hint (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_choice_row_new, "project", JALON_FIELD_LANGUAGE);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (fixture.row), ==,
                   jalon_field_binding_get_field (fixture.binding)->hint);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/choice-row/chosen", test_chosen);
  g_test_add_func ("/choice-row/opens", test_opens);
  g_test_add_func ("/choice-row/lists", test_lists);
  g_test_add_func ("/choice-row/shows", test_shows);
  g_test_add_func ("/choice-row/steps", test_steps);
  g_test_add_func ("/choice-row/several", test_several);
  g_test_add_func ("/choice-row/accessible", test_accessible);
  g_test_add_func ("/choice-row/hint", test_hint);
  return fixture_run ();
}
