/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "canvas-fixture.h"

#include "widgets/jalon-canvas-proxy.h"
#include "widgets/jalon-find-bar.h"
#include "widgets/jalon-outline.h"

typedef struct
{
  CanvasFixture canvas;
  JalonFindBar *bar;
  GtkWidget *entry;
  char *gone;
} Fixture;

static void
go_cb (Fixture *self, JalonElement *element, guint field)
{
  g_autoptr (JalonMapView) view = NULL;

  g_free (self->gone);
  self->gone = g_strdup (jalon_element_get_id (element));
  if (jalon_element_get_map (element) !=
      jalon_map_view_get_map (JALON_MAP_VIEW (self->canvas.canvas)))
    jalon_map_view_set_map (JALON_MAP_VIEW (self->canvas.canvas), jalon_element_get_map (element));
  g_object_get (self->bar, "view", &view, NULL);
  jalon_map_view_reveal (view, element, field);
}

static void
set_text (Fixture *self, const char *id, JalonFieldId field, const char *text)
{
  jalon_document_begin (self->canvas.document, "Edit");
  jalon_document_set (self->canvas.document, fixture_get (self->canvas.document, id), field, text,
                      NULL);
  jalon_document_commit (self->canvas.document);
}

/* As in the finder's tests: "wagon" is in "awa", and in c1 and e2 of "trip". */
static void
set_up (Fixture *self, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller;

  canvas_fixture_init (&self->canvas, "trip");
  set_text (self, "c1", JALON_FIELD_TEXT, "A wagon");
  set_text (self, "e2", JALON_FIELD_EVIDENCE, "wagon");
  set_text (self, "awa", JALON_FIELD_QUOTE, "Wagons!");
  self->bar = JALON_FIND_BAR (jalon_find_bar_new ());
  self->entry = fixture_find_child (GTK_WIDGET (self->bar), GTK_TYPE_SEARCH_ENTRY, 0);
  g_signal_connect_swapped (self->bar, "go", G_CALLBACK (go_cb), self);
  g_signal_connect_swapped (self->bar, "closed", G_CALLBACK (gtk_widget_grab_focus),
                            self->canvas.canvas);
  jalon_find_bar_set_view (self->bar, JALON_MAP_VIEW (self->canvas.canvas));
  scroller = g_object_ref (gtk_window_get_child (GTK_WINDOW (self->canvas.window)));
  gtk_window_set_child (GTK_WINDOW (self->canvas.window), NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_widget_set_vexpand (scroller, TRUE);
  g_object_unref (scroller);
  gtk_window_set_child (GTK_WINDOW (self->canvas.window), box);
  fixture_settle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gpointer bar = self->bar;

  g_object_add_weak_pointer (G_OBJECT (bar), &bar);
  canvas_fixture_clear (&self->canvas);
  g_assert_null (bar);
  g_free (self->gone);
}

static void
look_for (Fixture *self, const char *text)
{
  jalon_find_bar_open (self->bar);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  g_signal_emit_by_name (self->entry, "search-changed");
  fixture_settle ();
}

/* What is said, to the eye and to a screen reader. */
static void
check_said (Fixture *self, const char *where, const char *count)
{
  GtkWidget *bar = GTK_WIDGET (self->bar);
  g_autofree char *spoken = g_strconcat (count, where[0] != '\0' ? ", " : "", where, NULL);
  gboolean has_where = FALSE, has_count = FALSE;
  GtkWidget *label;
  g_autofree char *other = NULL;

  for (guint i = 0; (label = fixture_find_child (bar, GTK_TYPE_LABEL, i)) != NULL; i++)
    {
      has_where |= strcmp (gtk_label_get_label (GTK_LABEL (label)), where) == 0;
      has_count |= strcmp (gtk_label_get_label (GTK_LABEL (label)), count) == 0;
    }
  other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (self->entry),
                                              GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken);
  g_assert_cmpstr (other, ==, NULL);
  g_assert_true (has_where);
  g_assert_true (has_count);
}

static void
check_mark (Fixture *self, const char *id, JalonHitMark mark)
{
  g_assert_cmpint (jalon_canvas_get_hit_mark (self->canvas.canvas,
                                              canvas_fixture_find (&self->canvas, id)),
                   ==, mark);
}

static gboolean
is_spoken (Fixture *self, int item, const char *description)
{
  GtkWidget *proxy = jalon_canvas_get_proxy (self->canvas.canvas, item);

  return proxy != NULL &&
         g_strcmp0 (jalon_canvas_proxy_get_description (JALON_CANVAS_PROXY (proxy)), description) ==
           0;
}

/* Waits until a screen reader says that: once the map has come to rest. */
static void
check_spoken (Fixture *self, const char *id, const char *description)
{
  int item = canvas_fixture_find (&self->canvas, id);

  while (!is_spoken (self, item, description))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_properties (void)
{
  GtkWidget *bar = g_object_ref_sink (jalon_find_bar_new ());
  g_autoptr (GtkWidget) canvas = g_object_ref_sink (jalon_canvas_new ());
  g_autoptr (GtkWidget) other = g_object_ref_sink (jalon_canvas_new ());
  GValue first = G_VALUE_INIT, second = G_VALUE_INIT;

  g_value_init (&first, JALON_TYPE_MAP_VIEW);
  g_value_init (&second, JALON_TYPE_MAP_VIEW);
  g_value_set_object (&first, canvas);
  g_value_set_object (&second, other);
  fixture_check_property (G_OBJECT (bar), "view", &first, &second);
  g_value_unset (&first);
  g_value_unset (&second);
  g_assert_finalize_object (bar);
}

/* All hits are marked, the first is gone to, and the count is said. */
static void
test_typing (Fixture *self, gconstpointer data)
{
  look_for (self, "Wágon");
  check_said (self, "", "2 of 3");
  check_mark (self, "c1", JALON_HIT_MARK_CURRENT);
  check_mark (self, "e2", JALON_HIT_MARK_OTHER);
  check_mark (self, "c2", JALON_HIT_MARK_NONE);
  check_spoken (self, "c1", "Card, 1 of 2, Current search result");
  check_spoken (self, "c2", "Card, 2 of 2");
  /* It changes though nothing moves. */
  jalon_map_view_set_hits (JALON_MAP_VIEW (self->canvas.canvas), NULL, -1);
  check_spoken (self, "c1", "Card, 1 of 2");
  canvas_fixture_check_selection (&self->canvas, "c1");
  look_for (self, "nowhere");
  check_said (self, "", "No results");
  g_assert_true (gtk_widget_has_css_class (self->entry, "error"));
  check_mark (self, "c1", JALON_HIT_MARK_NONE);
  look_for (self, "");
  check_said (self, "", "");
  g_assert_false (gtk_widget_has_css_class (self->entry, "error"));
}

/* Goes on into other maps, says in which field it is, and comes round. */
static void
test_stepping (Fixture *self, gconstpointer data)
{
  JalonElement *trip = jalon_map_view_get_map (JALON_MAP_VIEW (self->canvas.canvas));

  look_for (self, "wagon");
  jalon_find_bar_step (self->bar, TRUE);
  check_said (self, "Evidence", "3 of 3");
  canvas_fixture_check_selection (&self->canvas, "e2");
  g_signal_emit_by_name (self->entry, "activate");
  check_said (self, "Quote", "1 of 3");
  g_assert_true (jalon_map_view_get_map (JALON_MAP_VIEW (self->canvas.canvas)) ==
                 fixture_get (self->canvas.document, "awa"));
  fixture_press (self->entry, GDK_KEY_Return, GDK_SHIFT_MASK);
  check_said (self, "Evidence", "3 of 3");
  g_assert_true (jalon_map_view_get_map (JALON_MAP_VIEW (self->canvas.canvas)) == trip);
  g_signal_emit_by_name (self->entry, "next-match");
  g_signal_emit_by_name (self->entry, "next-match");
  check_said (self, "", "2 of 3");
}

/* Typing opens no other map, Enter does. */
static void
test_elsewhere (Fixture *self, gconstpointer data)
{
  jalon_map_view_set_map (JALON_MAP_VIEW (self->canvas.canvas),
                          fixture_get (self->canvas.document, "power"));
  look_for (self, "wagon");
  check_said (self, "", "3 on other maps");
  g_assert_null (self->gone);
  g_signal_emit_by_name (self->entry, "activate");
  g_assert_nonnull (self->gone);
  g_assert_true (jalon_map_view_get_map (JALON_MAP_VIEW (self->canvas.canvas)) !=
                 fixture_get (self->canvas.document, "power"));
}

/* Enter comes before the entry has said that its text changed. */
static void
test_quick (Fixture *self, gconstpointer data)
{
  jalon_find_bar_open (self->bar);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "wagon");
  g_signal_emit_by_name (self->entry, "activate");
  check_said (self, "", "2 of 3");
}

/* Nothing is marked any more, and the keys are on the hit. */
static void
test_close (Fixture *self, gconstpointer data)
{
  look_for (self, "wagon");
  g_signal_emit_by_name (self->entry, "stop-search");
  fixture_settle ();
  g_assert_false (jalon_find_bar_is_open (self->bar));
  check_mark (self, "c1", JALON_HIT_MARK_NONE);
  g_assert_true (jalon_canvas_has_focus (self->canvas.canvas));
  g_assert_cmpint (self->canvas.canvas->cursor, ==, canvas_fixture_find (&self->canvas, "c1"));
  jalon_find_bar_step (self->bar, TRUE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (self->entry)), ==, "wagon");
  canvas_fixture_check_selection (&self->canvas, "e2");
}

static void
test_changes (Fixture *self, gconstpointer data)
{
  look_for (self, "wagon");
  set_text (self, "c2", JALON_FIELD_TEXT, "Another wagon");
  fixture_wait (50);
  check_said (self, "", "2 of 4");
  check_mark (self, "c2", JALON_HIT_MARK_OTHER);
  set_text (self, "c1", JALON_FIELD_TEXT, "A carriage");
  fixture_wait (50);
  check_said (self, "", "3 results");
  check_mark (self, "c1", JALON_HIT_MARK_NONE);
}

static void
set_flag (Fixture *self, JalonFieldId flag, gboolean value)
{
  jalon_document_begin (self->canvas.document, "Edit");
  jalon_document_set (self->canvas.document, fixture_get (self->canvas.document, "does"), flag,
                      value ? "yes" : "no", NULL);
  jalon_document_commit (self->canvas.document);
}

/* What a collapsed lane holds is reached in its cell; of a hidden one it is said. */
static void
test_not_drawn (Fixture *self, gconstpointer data)
{
  int cell;

  set_flag (self, JALON_FIELD_COLLAPSED, TRUE);
  look_for (self, "wagon");
  check_said (self, "Card, not shown here", "2 of 3");
  canvas_fixture_check_selection (&self->canvas, "c1");
  cell = canvas_fixture_find_slot (&self->canvas, "s1", "does");
  g_assert_cmpint (self->canvas.canvas->cursor, ==, cell);
  g_assert_cmpint (jalon_canvas_get_hit_mark (self->canvas.canvas, cell), ==,
                   JALON_HIT_MARK_CURRENT);

  set_flag (self, JALON_FIELD_HIDDEN, TRUE);
  jalon_find_bar_step (self->bar, TRUE);
  jalon_find_bar_step (self->bar, FALSE);
  check_said (self, "Card, not shown here", "2 of 3");
  canvas_fixture_check_selection (&self->canvas, "c1");
}

/* What another view shows is marked there, and no longer here. */
static void
test_view (Fixture *self, gconstpointer data)
{
  JalonMapView *outline = JALON_MAP_VIEW (g_object_ref_sink (jalon_outline_new ()));

  jalon_map_view_set_document (outline, self->canvas.document);
  jalon_map_view_set_map (outline, jalon_map_view_get_map (JALON_MAP_VIEW (self->canvas.canvas)));
  set_flag (self, JALON_FIELD_HIDDEN, TRUE);
  look_for (self, "wagon");
  check_said (self, "Card, not shown here", "2 of 3");
  jalon_find_bar_set_view (self->bar, outline);
  check_said (self, "", "2 of 3");
  g_assert_null (JALON_MAP_VIEW (self->canvas.canvas)->hits);
  g_assert_cmpint (jalon_map_view_get_mark (outline, fixture_get (self->canvas.document, "c1"),
                                            JALON_FIELD_TEXT),
                   ==, JALON_HIT_MARK_CURRENT);
  jalon_find_bar_step (self->bar, TRUE);
  check_said (self, "Evidence", "3 of 3");
  jalon_find_bar_set_view (self->bar, JALON_MAP_VIEW (self->canvas.canvas));
  g_assert_finalize_object (outline);
}

static void
test_long (Fixture *self, gconstpointer data)
{
  jalon_find_bar_open (self->bar);
  fixture_check_query (self->entry);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/find-bar/properties", test_properties);
#define ADD(name, test) g_test_add ("/find-bar/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("typing", test_typing);
  ADD ("stepping", test_stepping);
  ADD ("elsewhere", test_elsewhere);
  ADD ("quick", test_quick);
  ADD ("close", test_close);
  ADD ("changes", test_changes);
  ADD ("not-drawn", test_not_drawn);
  ADD ("view", test_view);
  ADD ("long", test_long);
#undef ADD
  return fixture_run ();
}
