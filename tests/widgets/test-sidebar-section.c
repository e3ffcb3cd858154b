/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "widgets/jalon-sidebar-section.h"

typedef struct
{
  JalonDocument *document;
  GtkWidget *window;
  GtkWidget *section;
  JalonElement *selected; /* borrowed: what was last told of */
  guint n_selected;
} Fixture;

static void
selected_cb (Fixture *self, JalonElement *map)
{
  self->selected = map;
  self->n_selected++;
}

static void
init (Fixture *self, JalonKind kind)
{
  self->document = fixture_new ();
  self->section = jalon_sidebar_section_new (kind);
  g_signal_connect_swapped (self->section, "selected", G_CALLBACK (selected_cb), self);
  self->window = fixture_show (self->section, 240, 300);
  jalon_sidebar_section_set_project (JALON_SIDEBAR_SECTION (self->section),
                                     jalon_document_get_project (self->document));
}

static void
clear (Fixture *self)
{
  fixture_finalise (self->window, self->section);
  g_assert_finalize_object (self->document);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, clear)

static JalonSidebarSection *
get (Fixture *fixture)
{
  return JALON_SIDEBAR_SECTION (fixture->section);
}

/* The ids of the maps that are listed, separated by blanks. */
static void
check_listed (Fixture *fixture, const char *ids)
{
  g_autoptr (GString) listed = g_string_new (NULL);
  JalonMapRow *row;

  for (guint i = 0; (row = jalon_sidebar_section_get_row (get (fixture), i)) != NULL; i++)
    g_string_append_printf (listed, "%s%s", i > 0 ? " " : "",
                            jalon_element_get_id (jalon_map_row_get_map (row)));
  g_assert_cmpstr (listed->str, ==, ids);
}

static void
test_lists (void)
{
  static const struct
  {
    JalonKind kind;
    const char *title;
    const char *add;
    const char *target;
    const char *ids;
  } cases[] = {
    { JALON_KIND_PERSONA, "Personas", "New: Persona", "persona", "awa jean" },
    { JALON_KIND_EMPATHY_MAP, "Empathy maps", "New: Empathy map", "empathy-map", "head" },
    { JALON_KIND_STAKEHOLDER_MAP, "Stakeholder maps", "New: Stakeholder map", "stakeholder-map",
      "power" },
    { JALON_KIND_JOURNEY, "Journeys", "New: Journey", "journey", "trip" },
    { JALON_KIND_REGISTER, "Audience registers", "New: Audience register", "register", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Fixture) fixture = { 0 };
      GtkWidget *title, *add;

      init (&fixture, cases[i].kind);
      title = fixture_find_child (fixture.section, GTK_TYPE_LABEL, 0);
      add = fixture_find_child (fixture.section, GTK_TYPE_BUTTON, 0);
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (title)), ==, cases[i].title);
      fixture_check_label (add, cases[i].add);
      g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (add)), ==, "win.new-map");
      g_assert_cmpstr (
        g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (add)), NULL),
        ==, cases[i].target);
      fixture_check_label (fixture_find_child (fixture.section, GTK_TYPE_LIST_BOX, 0),
                           cases[i].title);
      check_listed (&fixture, cases[i].ids);
    }
}

/* The list follows the project. */
static void
test_follows (void)
{
  g_auto (Fixture) fixture = { 0 };
  JalonElement *project, *persona;

  init (&fixture, JALON_KIND_PERSONA);
  project = jalon_document_get_project (fixture.document);
  persona = jalon_element_new (JALON_KIND_PERSONA, "mina");
  jalon_document_begin (fixture.document, "Add");
  jalon_document_insert (fixture.document, project, 1, persona);
  jalon_document_commit (fixture.document);
  check_listed (&fixture, "awa mina jean");
  jalon_document_begin (fixture.document, "Move");
  jalon_document_move (fixture.document, persona, project, G_MAXUINT);
  jalon_document_commit (fixture.document);
  check_listed (&fixture, "awa jean mina");
  jalon_document_undo (fixture.document);
  jalon_document_undo (fixture.document);
  check_listed (&fixture, "awa jean");
  jalon_sidebar_section_set_project (get (&fixture), NULL);
  check_listed (&fixture, "");
}

static void
test_rows (void)
{
  g_auto (Fixture) fixture = { 0 };
  JalonElement *jean;

  init (&fixture, JALON_KIND_PERSONA);
  jean = fixture_get (fixture.document, "jean");
  g_assert_true (jalon_sidebar_section_find (get (&fixture), jean) ==
                 jalon_sidebar_section_get_row (get (&fixture), 1));
  g_assert_true (jalon_sidebar_section_get_row (get (&fixture), G_MAXUINT) ==
                 jalon_sidebar_section_get_row (get (&fixture), 1));
  g_assert_null (jalon_sidebar_section_get_row (get (&fixture), 2));
  g_assert_null (
    jalon_sidebar_section_find (get (&fixture), fixture_get (fixture.document, "trip")));
}

/* What is selected is told of; a map of another section takes the mark away without a word. */
static void
test_select (void)
{
  g_auto (Fixture) fixture = { 0 };
  GtkListBox *list;
  JalonElement *jean;

  init (&fixture, JALON_KIND_PERSONA);
  list = GTK_LIST_BOX (fixture_find_child (fixture.section, GTK_TYPE_LIST_BOX, 0));
  jean = fixture_get (fixture.document, "jean");
  g_assert_null (gtk_list_box_get_selected_row (list));
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 1));
  g_assert_true (fixture.selected == jean);
  jalon_sidebar_section_select (get (&fixture), fixture_get (fixture.document, "trip"));
  g_assert_null (gtk_list_box_get_selected_row (list));
  g_assert_cmpuint (fixture.n_selected, ==, 1);
  jalon_sidebar_section_select (get (&fixture), jean);
  g_assert_true (gtk_list_box_get_selected_row (list) == gtk_list_box_get_row_at_index (list, 1));
  jalon_sidebar_section_select (get (&fixture), NULL);
  g_assert_null (gtk_list_box_get_selected_row (list));
}

static void
test_refresh (void)
{
  g_auto (Fixture) fixture = { 0 };
  GtkWidget *row;

  init (&fixture, JALON_KIND_PERSONA);
  row = GTK_WIDGET (jalon_sidebar_section_get_row (get (&fixture), 1));
  jalon_document_begin (fixture.document, "Rename");
  jalon_document_set (fixture.document, fixture_get (fixture.document, "jean"), JALON_FIELD_NAME,
                      "Tom & <b>", NULL);
  jalon_document_commit (fixture.document);
  jalon_sidebar_section_refresh (get (&fixture));
  g_assert_true (GTK_WIDGET (jalon_sidebar_section_get_row (get (&fixture), 1)) == row);
  fixture_check_label (row, "Tom & <b>");
}

static gboolean
left_cb (GtkDirectionType *left, GtkDirectionType direction)
{
  *left = direction;
  return TRUE;
}

/* Only up and down lead on to other sections. */
static void
test_left (void)
{
  static const struct
  {
    GtkDirectionType direction;
    gboolean leaves;
  } cases[] = {
    { GTK_DIR_UP, TRUE },
    { GTK_DIR_DOWN, TRUE },
    { GTK_DIR_LEFT, FALSE },
    { GTK_DIR_RIGHT, FALSE },
  };
  g_auto (Fixture) fixture = { 0 };
  GtkDirectionType left;
  GtkWidget *list;

  init (&fixture, JALON_KIND_PERSONA);
  list = fixture_find_child (fixture.section, GTK_TYPE_LIST_BOX, 0);
  g_signal_connect_swapped (fixture.section, "left", G_CALLBACK (left_cb), &left);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      left = GTK_DIR_TAB_FORWARD;
      gtk_widget_keynav_failed (list, cases[i].direction);
      g_assert_cmpint (left, ==, cases[i].leaves ? cases[i].direction : GTK_DIR_TAB_FORWARD);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sidebar-section/lists", test_lists);
  g_test_add_func ("/sidebar-section/follows", test_follows);
  g_test_add_func ("/sidebar-section/rows", test_rows);
  g_test_add_func ("/sidebar-section/select", test_select);
  g_test_add_func ("/sidebar-section/refresh", test_refresh);
  g_test_add_func ("/sidebar-section/left", test_left);
  return fixture_run ();
}
