/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "fixture.h"
#include "widgets/jalon-inspector.h"

typedef struct
{
  JalonDocument *document;
  GtkWidget *window;
  GtkWidget *inspector;
} Fixture;

static void
init (Fixture *self)
{
  self->document = fixture_new ();
  self->inspector = jalon_inspector_new ();
  self->window = fixture_show (self->inspector, 320, 900);
  jalon_map_view_set_document (JALON_MAP_VIEW (self->inspector), self->document);
  jalon_map_view_set_map (JALON_MAP_VIEW (self->inspector), fixture_get (self->document, "trip"));
  fixture_settle ();
}

/* Nothing may still hold the inspector, and it holds nothing. */
static void
clear (Fixture *self)
{
  fixture_finalise (self->window, self->inspector);
  g_assert_finalize_object (self->document);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, clear)

/* @ids are separated by blanks. */
static void
choose (Fixture *fixture, const char *ids)
{
  g_auto (GStrv) words = g_strsplit_set (ids, " ", -1);

  jalon_document_set_selection (fixture->document, (const char *const *) words);
  fixture_settle ();
}

static void
change (Fixture *fixture, const char *id, JalonFieldId field, const char *text)
{
  jalon_document_begin (fixture->document, "Elsewhere");
  g_assert_true (
    jalon_document_set (fixture->document, fixture_get (fixture->document, id), field, text, NULL));
  jalon_document_commit (fixture->document);
  fixture_settle ();
}

static void
remove_element (Fixture *fixture, const char *id)
{
  jalon_document_begin (fixture->document, "Delete");
  jalon_document_remove (fixture->document, fixture_get (fixture->document, id));
  jalon_document_commit (fixture->document);
  fixture_settle ();
}

/* The rows of the fields stand in list 0, those of the uses in list 1. */
static GtkWidget *
get_row (Fixture *fixture, guint list, guint i)
{
  GtkWidget *group = fixture_find_child (fixture->inspector, ADW_TYPE_PREFERENCES_GROUP, list);
  GtkListBox *box = GTK_LIST_BOX (fixture_find_child (group, GTK_TYPE_LIST_BOX, list));

  return GTK_WIDGET (gtk_list_box_get_row_at_index (box, (int) i));
}

/* What stands over the rows, separated by bars; NULL if nothing is shown. */
static char *
list (Fixture *fixture, guint which)
{
  GString *titles = g_string_new (NULL);
  GtkWidget *row;

  for (guint i = 0; (row = get_row (fixture, which, i)) != NULL; i++)
    {
      g_assert_true (which == 1 || gtk_widget_get_mapped (row));
      g_string_append_printf (titles, "%s%s", i > 0 ? "|" : "",
                              adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
    }
  return g_string_free (titles, FALSE);
}

static GtkWidget *
find_row (Fixture *fixture, const char *title)
{
  GtkWidget *row;

  for (guint i = 0; (row = get_row (fixture, 0, i)) != NULL; i++)
    if (strcmp (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0)
      return row;
  g_assert_not_reached ();
}

static void
check_title (Fixture *fixture, const char *title, const char *subtitle)
{
  GtkWidget *label = fixture_find_child (fixture->inspector, GTK_TYPE_LABEL, 0);
  GtkWidget *below = fixture_find_child (fixture->inspector, GTK_TYPE_LABEL, 1);

  g_assert_true (gtk_widget_get_mapped (label));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, title);
  g_assert_true (gtk_widget_get_mapped (below) == (subtitle != NULL));
  if (subtitle != NULL)
    g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (below)), ==, subtitle);
}

static void
check_rows (Fixture *fixture, const char *titles)
{
  g_autofree char *present = list (fixture, 0);

  g_assert_cmpstr (present, ==, titles);
}

/* There is nothing to see and nothing to reach. */
static void
check_empty (Fixture *fixture)
{
  GtkWidget *label = fixture_find_child (fixture->inspector, GTK_TYPE_LABEL, 0);

  check_rows (fixture, "");
  g_assert_false (gtk_widget_get_mapped (label));
}

static void
test_properties (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  GtkWidget *inspector = jalon_inspector_new ();

  g_object_set (inspector, "document", document, NULL);
  fixture_check_objects (G_OBJECT (inspector), "map", fixture_get (document, "trip"),
                         fixture_get (document, "power"));
  fixture_check_objects (G_OBJECT (inspector), "document", NULL, document);
  g_assert_null (jalon_map_view_get_map (JALON_MAP_VIEW (inspector)));
  fixture_finalise (NULL, inspector);
}

/* The name first, then the fields that make sense for what is selected, in the order of the
 * table. */
static void
test_rows (void)
{
  static const struct
  {
    const char *ids;
    const char *title;
    const char *subtitle;
    const char *rows;
  } cases[] = {
    { "", "Journey", NULL,
      "Title|Category|State|As-is or to-be of it|Personas|Width of a step|Tags|Description" },
    { "g1", "Stage", NULL, "Title|Phase|Colour|Description" },
    { "does", "Lane", NULL, "Title|Type|Subtitle|Colour of its cards|Hidden|Pinned|Collapsed" },
    { "feels", "Lane", NULL,
      "Title|Type|Subtitle|Scale|Label of the low end|Label of the high end|Colour of its cards|"
      "Hidden|Pinned|Collapsed" },
    { "c1", "Card", "does", "Text|Lane|Steps it spans|How sure we are|Evidence|Colour|Tags" },
    { "p1", "Card", "pains",
      "Text|Lane|Steps it spans|Customer value|Business value|Effort|Owner|Status|"
      "How sure we are|Evidence|Colour|Tags" },
    { "e1", "Score", NULL, "Value|Lane|Persona|State|Evidence" },
    { "c1 c2", "2 Cards", NULL, "Text|Lane|Steps it spans|How sure we are|Evidence|Colour|Tags" },
    { "g1 c1 g2", "2 Stages", NULL, "Title: several|Phase|Colour|Description" },
    { "tag1", "Tag", NULL, "Name|Colour" },
  };
  g_auto (Fixture) fixture = { 0 };

  init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      choose (&fixture, cases[i].ids);
      check_title (&fixture, cases[i].title, cases[i].subtitle);
      check_rows (&fixture, cases[i].rows);
    }
}

/* What is written in a row is one step; undo shows what was. */
static void
test_edit (void)
{
  g_auto (Fixture) fixture = { 0 };
  GtkEditable *row;

  init (&fixture);
  choose (&fixture, "g1 g2");
  row = GTK_EDITABLE (find_row (&fixture, "Title: several"));
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "");
  gtk_editable_set_text (row, "Alike");
  g_assert_cmpstr (jalon_element_get_title (fixture_get (fixture.document, "g2")), ==, "Alike");
  g_assert_cmpstr (jalon_document_get_undo_label (fixture.document), ==, "Change “Title”");
  fixture_settle ();
  g_assert_true (find_row (&fixture, "Title") == GTK_WIDGET (row));
  jalon_document_undo (fixture.document);
  g_assert_null (jalon_document_get_undo_label (fixture.document));
  choose (&fixture, "g2");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (&fixture, "Title"))), ==,
                   "After");
}

/* Another element of the kind is shown by the same rows, and what is written is for it alone. */
static void
test_same_rows (void)
{
  g_auto (Fixture) fixture = { 0 };
  GtkWidget *row;

  init (&fixture);
  choose (&fixture, "g1");
  row = find_row (&fixture, "Title");
  gtk_widget_grab_focus (row);
  choose (&fixture, "g2");
  g_assert_true (find_row (&fixture, "Title") == row);
  g_assert_nonnull (gtk_widget_get_focus_child (row));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "After");
  gtk_editable_set_text (GTK_EDITABLE (row), "Later");
  g_assert_cmpstr (jalon_element_get_title (fixture_get (fixture.document, "g1")), ==, "Before");
  g_assert_cmpstr (jalon_element_get_title (fixture_get (fixture.document, "g2")), ==, "Later");
}

/* Another type of lane has other fields; who chose it stays where they are. */
static void
test_governed (void)
{
  g_auto (Fixture) fixture = { 0 };
  GtkWidget *row;

  init (&fixture);
  choose (&fixture, "does");
  row = find_row (&fixture, "Type");
  gtk_widget_grab_focus (row);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), JALON_LANE_EMOTION);
  fixture_settle ();
  g_assert_nonnull (find_row (&fixture, "Scale"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture.window)) == find_row (&fixture, "Type"));

  jalon_document_undo (fixture.document);
  fixture_settle ();
  check_rows (&fixture, "Title|Type|Subtitle|Colour of its cards|Hidden|Pinned|Collapsed");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture.window)) == find_row (&fixture, "Type"));
}

/* What is deleted is no longer shown: the map instead, and nothing once that is gone, too. */
static void
test_removed (void)
{
  g_auto (Fixture) fixture = { 0 };

  init (&fixture);
  choose (&fixture, "c1");
  gtk_widget_grab_focus (find_row (&fixture, "Text"));
  remove_element (&fixture, "c1");
  check_title (&fixture, "Journey", NULL);
  remove_element (&fixture, "trip");
  check_empty (&fixture);
  jalon_document_undo (fixture.document);
  jalon_map_view_set_map (JALON_MAP_VIEW (fixture.inspector),
                          fixture_get (fixture.document, "trip"));
  fixture_settle ();
  check_title (&fixture, "Journey", NULL);
  jalon_document_undo (fixture.document);
  fixture_settle ();
  check_title (&fixture, "Card", "does");
}

static void
test_nothing (void)
{
  g_auto (Fixture) fixture = { 0 };

  init (&fixture);
  jalon_map_view_set_map (JALON_MAP_VIEW (fixture.inspector), NULL);
  fixture_settle ();
  check_empty (&fixture);
  choose (&fixture, "c1");
  check_title (&fixture, "Card", "does");
  /* At once, or they could still be written in. */
  jalon_map_view_set_document (JALON_MAP_VIEW (fixture.inspector), NULL);
  check_rows (&fixture, "");
  fixture_settle ();
  check_empty (&fixture);
}

static void
jump_cb (char **jumped, const char *id)
{
  g_free (*jumped);
  *jumped = g_strdup (id);
}

/* Where something is used, and how to get there. */
static void
test_uses (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *jumped = NULL;
  g_autofree char *maps = NULL;
  g_autofree char *none = NULL;
  g_autofree char *several = NULL;

  init (&fixture);
  g_signal_connect_swapped (fixture.inspector, "jump", G_CALLBACK (jump_cb), &jumped);
  choose (&fixture, "awa");
  maps = list (&fixture, 1);
  g_assert_cmpstr (maps, ==, "In her head|A trip");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (get_row (&fixture, 1, 0))), ==,
                   "Empathy map · 1 place");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (get_row (&fixture, 1, 1))), ==,
                   "Journey · 3 places");
  gtk_widget_activate (get_row (&fixture, 1, 1));
  g_assert_cmpstr (jumped, ==, "trip");
  g_assert_true (fixture_reaches (fixture.window, get_row (&fixture, 1, 0)));
  fixture_check_label (get_row (&fixture, 1, 0), "In her head");

  change (&fixture, "head", JALON_FIELD_TITLE, "Tom & <b>");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_row (&fixture, 1, 0))),
                   ==, "Tom & <b>");
  choose (&fixture, "jean");
  none = list (&fixture, 1);
  g_assert_cmpstr (none, ==, "");
  choose (&fixture, "awa jean");
  several = list (&fixture, 1);
  g_assert_cmpstr (several, ==, "");
}

/* They are found anew only after what may have changed them. */
static void
test_uses_change (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *gone = NULL;
  g_autofree char *back = NULL;
  GtkWidget *row;

  init (&fixture);
  choose (&fixture, "awa");
  row = get_row (&fixture, 1, 0);
  change (&fixture, "c1", JALON_FIELD_TEXT, "Another");
  g_assert_true (get_row (&fixture, 1, 0) == row);

  change (&fixture, "e1", JALON_FIELD_PERSONA, NULL);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (get_row (&fixture, 1, 1))), ==,
                   "Journey · 2 places");
  change (&fixture, "head", JALON_FIELD_PERSONA, NULL);
  before = list (&fixture, 1);
  g_assert_cmpstr (before, ==, "A trip");
  remove_element (&fixture, "trip");
  gone = list (&fixture, 1);
  g_assert_cmpstr (gone, ==, "");
  jalon_document_undo (fixture.document);
  fixture_settle ();
  choose (&fixture, "awa");
  back = list (&fixture, 1);
  g_assert_cmpstr (back, ==, "A trip");
}

/* Each row is reached by Tab, in their order. */
static void
test_focus_chain (void)
{
  g_auto (Fixture) fixture = { 0 };
  guint n_reached = 0;

  init (&fixture);
  choose (&fixture, "p1");
  for (guint i = 0; i < 60; i++)
    {
      GtkWidget *row = get_row (&fixture, 0, n_reached);

      gtk_widget_child_focus (fixture.window, GTK_DIR_TAB_FORWARD);
      if (row != NULL && (gtk_widget_get_focus_child (row) != NULL || gtk_widget_has_focus (row) ||
                          gtk_window_get_focus (GTK_WINDOW (fixture.window)) == row))
        n_reached++;
    }
  g_assert_cmpuint (n_reached, ==, 12);
}

/* The window may go while someone types, and before the last change was shown. */
static void
test_gone_with_focus (void)
{
  g_auto (Fixture) fixture = { 0 };
  GtkWidget *row;

  init (&fixture);
  choose (&fixture, "g1");
  row = find_row (&fixture, "Title");
  gtk_widget_grab_focus (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "x");
}

/* Who no longer wants to change anything may be writing: the text is told that the keys leave it,
 * which GTK 4.8 would not do. */
static void
test_read_only_with_focus (void)
{
  g_auto (Fixture) fixture = { 0 };
  GtkWidget *row, *text;
  GtkEventControllerFocus *focus;

  init (&fixture);
  choose (&fixture, "g1");
  row = find_row (&fixture, "Title");
  text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row)));
  gtk_widget_grab_focus (text);
  focus = fixture_find_controller (text, GTK_TYPE_EVENT_CONTROLLER_FOCUS, 0);
  g_assert_true (gtk_event_controller_focus_is_focus (focus));
  gtk_editable_set_text (GTK_EDITABLE (row), "x");
  jalon_map_view_set_editable (JALON_MAP_VIEW (fixture.inspector), FALSE);
  g_assert_false (gtk_event_controller_focus_is_focus (focus));
  g_assert_null (gtk_window_get_focus (GTK_WINDOW (fixture.window)));
  g_assert_false (gtk_widget_is_sensitive (text));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/inspector/properties", test_properties);
  g_test_add_func ("/inspector/rows", test_rows);
  g_test_add_func ("/inspector/edit", test_edit);
  g_test_add_func ("/inspector/same-rows", test_same_rows);
  g_test_add_func ("/inspector/governed", test_governed);
  g_test_add_func ("/inspector/removed", test_removed);
  g_test_add_func ("/inspector/nothing", test_nothing);
  g_test_add_func ("/inspector/uses", test_uses);
  g_test_add_func ("/inspector/uses-change", test_uses_change);
  g_test_add_func ("/inspector/focus-chain", test_focus_chain);
  g_test_add_func ("/inspector/gone-with-focus", test_gone_with_focus);
  g_test_add_func ("/inspector/read-only-with-focus", test_read_only_with_focus);
  return fixture_run ();
}
