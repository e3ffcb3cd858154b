/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "outline-fixture.h"

/* Where rows of the outline go that are dragged. */

/* The row of an element, or of the group with that label. */
static GtkWidget *
find_row (OutlineFixture *self, const char *name)
{
  JalonElement *element = jalon_document_lookup (self->document, name);

  if (element != NULL)
    return g_hash_table_lookup (self->outline->rows, element);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->outline->groups)); i++)
    {
      g_autoptr (JalonOutlineGroup)
        group = g_list_model_get_item (G_LIST_MODEL (self->outline->groups), i);

      if (strcmp (jalon_outline_group_get_label (group), name) == 0)
        return g_hash_table_lookup (self->outline->rows, group);
    }
  g_assert_not_reached ();
}

static GtkDropTarget *
find_target (GtkWidget *row)
{
  return fixture_find_controller (row, GTK_TYPE_DROP_TARGET, 0);
}

/* The mark on a row while something is over it. */
static const char *
move_over (GtkWidget *row, double y)
{
  static const char *const marks[] = { "drop-above", "drop-below", "drop-onto" };
  GdkDragAction action = 0;
  const char *mark = NULL;

  g_signal_emit_by_name (find_target (row), "motion", 5.0, y, &action);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (gtk_widget_has_css_class (gtk_widget_get_parent (row), marks[i]))
      {
        g_assert_null (mark);
        mark = marks[i];
      }
  g_assert_cmpint (action, ==, mark != NULL ? GDK_ACTION_MOVE : 0);
  return mark;
}

static gboolean
drop (GtkWidget *row, double y, JalonElement *dragged)
{
  GValue value = G_VALUE_INIT;
  gboolean is_taken = FALSE;

  g_value_init (&value, JALON_TYPE_ELEMENT);
  g_value_set_object (&value, dragged);
  g_signal_emit_by_name (find_target (row), "drop", &value, 5.0, y, &is_taken);
  g_value_unset (&value);
  return is_taken;
}

static const struct
{
  const char *dragged;
  const char *selected;
  const char *over;
  gboolean is_low;
  const char *mark;
  const char *parent;
  const char *children;
} cases[] = {
  { "g2", "g2", "g1", FALSE, "drop-above", "trip", "does thinks feels pains g2 g1" },
  { "g1", "g1", "g2", TRUE, "drop-below", "trip", "does thinks feels pains g2 g1" },
  { "pains", "pains", "does", FALSE, "drop-above", "trip", "pains does thinks feels g1 g2" },
  { "does", "does", "Lanes", FALSE, "drop-onto", "trip", "thinks feels pains does g1 g2" },
  { "s1", "s1", "s3", TRUE, "drop-below", "g2", "s3 s1 s4" },
  { "s1", "s1", "g2", FALSE, "drop-onto", "g2", "s3 s4 s1" },
  { "s2", "s1 s2", "s4", FALSE, "drop-above", "g2", "s3 s1 s2 s4" },
  { "s2", "s1", "s4", FALSE, "drop-above", "g2", "s3 s2 s4" },
  { "s1", "s1 s2", "s2", TRUE, "drop-below", "g1", "s1 s2" },
  { "c1", "c1", "s4", FALSE, "drop-onto", "s4", "c1" },
  { "c4", "c4", "c1", FALSE, "drop-above", "s1", "c4 c1 c2 e1" },
  { "s1", "s1", "s1", TRUE, NULL, "g1", "s1 s2" },
  { "s1", "s1", "does", TRUE, NULL, "g1", "s1 s2" },
  { "s1", "s1", "Lanes", TRUE, NULL, "g1", "s1 s2" },
  { "g1", "g1", "s3", TRUE, NULL, "trip", "does thinks feels pains g1 g2" },
  { "c1", "c1", "g2", TRUE, NULL, "s1", "c1 c2 c4 e1" },
};

static void
test_places (OutlineFixture *self, gconstpointer data)
{
  outline_fixture_act (self, "s1", "row.toggle");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) ids = g_strsplit (cases[i].selected, " ", -1);
      GtkWidget *row = find_row (self, cases[i].over);
      double y = cases[i].is_low ? gtk_widget_get_height (row) - 1 : 1;

      g_test_message ("%s over %s", cases[i].dragged, cases[i].over);
      jalon_document_set_selection (self->document, (const char *const *) ids);
      g_set_object (&self->outline->dragged, fixture_get (self->document, cases[i].dragged));
      g_assert_cmpstr (move_over (row, y), ==, cases[i].mark);
      g_assert_true (drop (row, y, self->outline->dragged) == (cases[i].mark != NULL));
      outline_fixture_settle (self);
      fixture_check_children (self->document, cases[i].parent, cases[i].children);
      if (cases[i].mark != NULL)
        g_assert_true (jalon_document_is_selected (self->document,
                                                   jalon_element_get_id (self->outline->dragged)));
      g_clear_object (&self->outline->dragged);
      if (cases[i].mark != NULL)
        jalon_document_undo (self->document);
      g_assert_null (jalon_document_get_undo_label (self->document));
      outline_fixture_settle (self);
    }
}

/* What is selected goes along, in the order in which it stands. */
static void
test_keys (OutlineFixture *self, gconstpointer data)
{
  static const char *const steps[] = { "s2", "s1", NULL };
  static const char *const lanes[] = { "thinks", "does", NULL };

  jalon_outline_go_to (self->outline, fixture_get (self->document, "s2"), FALSE);
  outline_fixture_settle (self);
  jalon_document_set_selection (self->document, steps);
  gtk_widget_activate_action (GTK_WIDGET (self->outline), "outline.move-down", NULL);
  outline_fixture_settle (self);
  fixture_check_children (self->document, "g2", "s1 s2 s3 s4");
  g_assert_true (jalon_document_is_selected (self->document, "s1"));

  jalon_outline_go_to (self->outline, fixture_get (self->document, "thinks"), FALSE);
  outline_fixture_settle (self);
  jalon_document_set_selection (self->document, lanes);
  gtk_widget_activate_action (GTK_WIDGET (self->outline), "outline.move-down", NULL);
  outline_fixture_settle (self);
  fixture_check_children (self->document, "trip", "feels does thinks pains g1 g2");
  gtk_widget_activate_action (GTK_WIDGET (self->outline), "outline.move-up", NULL);
  outline_fixture_settle (self);
  fixture_check_children (self->document, "trip", "does thinks feels pains g1 g2");
}

/* What was thought is said: the section is that of the group. */
static void
test_sections (OutlineFixture *self, gconstpointer data)
{
  JalonElement *note = fixture_get (self->document, "n1");

  g_set_object (&self->outline->dragged, note);
  g_assert_true (drop (find_row (self, "Thinks"), 1, note));
  g_assert_cmpstr (jalon_element_get_text (note, JALON_FIELD_SECTION), ==, "thinks");
  outline_fixture_settle (self);
}

/* Nothing goes anywhere that nobody may change, that was not begun here, or that is gone. */
static void
test_refused (OutlineFixture *self, gconstpointer data)
{
  JalonMapView *view = JALON_MAP_VIEW (self->outline);
  GtkWidget *row = find_row (self, "g2");

  g_assert_null (move_over (row, 1));
  g_assert_false (drop (row, 1, fixture_get (self->document, "g1")));
  g_set_object (&self->outline->dragged, fixture_get (self->document, "g1"));
  g_assert_false (drop (row, 1, fixture_get (self->document, "does")));
  jalon_map_view_set_editable (view, FALSE);
  g_assert_false (drop (row, 1, self->outline->dragged));
  jalon_map_view_set_editable (view, TRUE);
  jalon_document_begin (self->document, "Gone");
  jalon_document_remove (self->document, self->outline->dragged);
  jalon_document_commit (self->document);
  outline_fixture_settle (self);
  g_assert_false (drop (find_row (self, "g2"), 1, self->outline->dragged));
}

/* A score has its place at a step; other things can be dragged. */
static void
test_begins (OutlineFixture *self, gconstpointer data)
{
  static const char *const ids[] = { "g1", "does", "c1", "e1" };

  outline_fixture_act (self, "s1", "row.toggle");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      gpointer source = fixture_find_controller (find_row (self, ids[i]), GTK_TYPE_DRAG_SOURCE, 0);
      GdkContentProvider *content = NULL;

      g_signal_emit_by_name (source, "prepare", 1.0, 1.0, &content);
      g_assert_true ((content != NULL) == (strcmp (ids[i], "e1") != 0));
      g_clear_object (&content);
    }
}

static void
add (const char *path, const char *map, void (*test) (OutlineFixture *, gconstpointer))
{
  g_test_add (path, OutlineFixture, map, outline_fixture_set_up, test, outline_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  add ("/outline-drag/places", "trip", test_places);
  add ("/outline-drag/keys", "trip", test_keys);
  add ("/outline-drag/sections", "head", test_sections);
  add ("/outline-drag/refused", "trip", test_refused);
  add ("/outline-drag/begins", "trip", test_begins);
  return fixture_run ();
}
