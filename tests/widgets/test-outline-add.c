/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "outline-fixture.h"

/* Adding and writing are one step; the next one opens below; an empty one was not there. */
static void
test_add (OutlineFixture *self, gconstpointer data)
{
  JalonElement *step = fixture_get (self->document, "s1");
  JalonElement *card;

  outline_fixture_act (self, "c1", "row.add-after");
  outline_fixture_write_text (self, "One", 0);
  outline_fixture_write_text (self, "Two", 0);
  outline_fixture_write_text (self, "", 0);
  g_assert_cmpuint (jalon_element_get_n_children (step), ==, 6);
  card = jalon_element_get_child (step, 2);
  g_assert_cmpstr (jalon_element_get_title (card), ==, "Two");
  g_assert_cmpstr (jalon_element_get_text (card, JALON_FIELD_LANE), ==, "does");
  outline_fixture_check_selection (self, jalon_element_get_id (card));

  jalon_document_undo (self->document);
  g_assert_cmpuint (jalon_element_get_n_children (step), ==, 5);
  g_assert_cmpstr (jalon_element_get_title (jalon_element_get_child (step, 1)), ==, "One");
  jalon_document_undo (self->document);
  g_assert_cmpuint (jalon_element_get_n_children (step), ==, 4);
}

/* In a step one must say in which lane; lanes with a scale take scores. */
static void
test_add_inside (OutlineFixture *self, gconstpointer data)
{
  JalonElement *step = fixture_get (self->document, "s3");
  JalonElement *score;

  outline_fixture_act (self, "s3", "row.add-inside");
  g_assert_true (gtk_widget_get_visible (self->outline->menus.popover));
  gtk_popover_popdown (GTK_POPOVER (self->outline->menus.popover));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->outline), "outline.add-to", "u", 3));
  outline_fixture_settle (self);
  outline_fixture_write_text (self, "2", GDK_KEY_Tab);
  g_assert_cmpuint (jalon_element_get_n_children (step), ==, 1);
  score = jalon_element_get_child (step, 0);
  g_assert_cmpint (jalon_element_get_kind (score), ==, JALON_KIND_SCORE);
  g_assert_cmpstr (jalon_element_get_text (score, JALON_FIELD_PERSONA), ==, "awa");
  g_assert_cmpfloat (jalon_element_get_number (score, JALON_FIELD_VALUE), ==, 2);

  outline_fixture_act (self, "g2", "row.add-inside");
  outline_fixture_write_text (self, "Remember", GDK_KEY_Tab);
  g_assert_cmpuint (jalon_element_get_n_children (fixture_get (self->document, "g2")), ==, 3);
}

/* A card grows over a step that comes under it, and shrinks if that was not wanted. */
static void
test_add_under_card (OutlineFixture *self, gconstpointer data)
{
  JalonElement *card = fixture_get (self->document, "c2");

  jalon_document_begin (self->document, "Prepare");
  jalon_document_set_number (self->document, card, JALON_FIELD_SPAN, 2);
  jalon_document_commit (self->document);
  outline_fixture_act (self, "s1", "row.add-after");
  g_assert_cmpfloat (jalon_element_get_number (card, JALON_FIELD_SPAN), ==, 3);
  outline_fixture_write_text (self, "Never mind", GDK_KEY_Escape);
  g_assert_cmpfloat (jalon_element_get_number (card, JALON_FIELD_SPAN), ==, 2);
  g_assert_cmpstr (jalon_document_get_undo_label (self->document), ==, "Prepare");
}

/* What is added below all that is seen is scrolled to, and written. */
static void
test_add_at_end (OutlineFixture *self, gconstpointer data)
{
  graphene_rect_t bounds;
  GtkWidget *focus;

  gtk_window_set_default_size (GTK_WINDOW (self->window), 700, 200);
  fixture_wait (100);
  outline_fixture_act (self, "pains", "row.add-after");
  for (guint i = 0; i < 3; i++)
    {
      outline_fixture_settle (self);
      focus = gtk_window_get_focus (GTK_WINDOW (self->window));
      g_assert_true (GTK_IS_TEXT (focus));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (focus)), ==, "");
      g_assert_true (gtk_widget_compute_bounds (focus, GTK_WIDGET (self->outline), &bounds));
      g_assert_cmpfloat (bounds.origin.y, >=, 0);
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, 200);
      outline_fixture_write_text (self, "Lane", 0);
    }
}

/* People write on before the list has made the row. */
static void
test_type_ahead (OutlineFixture *self, gconstpointer data)
{
  JalonElement *map = fixture_get (self->document, "trip");
  guint n_children = jalon_element_get_n_children (map);

  outline_fixture_act (self, "pains", "row.edit");
  outline_fixture_write_text (self, "Pains", GDK_KEY_Tab);
  gtk_widget_activate_action (GTK_WIDGET (self->outline), "outline.add-after", NULL);
  g_assert_true (fixture_press (GTK_WIDGET (self->outline->list), GDK_KEY_a, 0));
  g_assert_true (fixture_press (GTK_WIDGET (self->outline->list), GDK_KEY_space, 0));
  g_assert_true (fixture_press (GTK_WIDGET (self->outline->list), GDK_KEY_b, 0));
  outline_fixture_settle (self);
  fixture_press (gtk_window_get_focus (GTK_WINDOW (self->window)), GDK_KEY_Tab, 0);
  outline_fixture_settle (self);
  g_assert_cmpstr (jalon_element_get_title (fixture_get (self->document, "pains")), ==, "Pains");
  g_assert_cmpstr (jalon_element_get_title (jalon_element_get_child (map, 4)), ==, "a b");
  jalon_document_undo (self->document);
  g_assert_cmpuint (jalon_element_get_n_children (map), ==, n_children);
}

static void
add_stakeholder (OutlineFixture *self, const char *id, const char *name)
{
  JalonElement *map = fixture_get (self->document, "power");
  JalonElement *stakeholder = jalon_element_new (JALON_KIND_STAKEHOLDER, id);

  jalon_element_set (stakeholder, JALON_FIELD_NAME, name, NULL);
  jalon_document_begin (self->document, "Add");
  jalon_document_insert (self->document, map, G_MAXUINT, stakeholder);
  jalon_document_commit (self->document);
  outline_fixture_settle (self);
}

/* Chooses from the menu that is open. */
static void
choose (OutlineFixture *self, const char *id)
{
  g_assert_nonnull (self->outline->menus.popover);
  g_assert_true (gtk_widget_get_visible (self->outline->menus.popover));
  gtk_popover_popdown (GTK_POPOVER (self->outline->menus.popover));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->outline), "outline.refer", "s", id));
  /* What was chosen is done once the menu has given the keys back. */
  while (self->outline->menus.is_closing)
    g_main_context_iteration (NULL, TRUE);
  outline_fixture_settle (self);
}

static void
check_relation (OutlineFixture *self, const char *from, const char *to)
{
  const char *const *ids = jalon_document_get_selection (self->document);
  JalonElement *relation = fixture_get (self->document, ids[0]);

  g_assert_cmpint (jalon_element_get_kind (relation), ==, JALON_KIND_RELATION);
  g_assert_cmpstr (jalon_element_get_text (relation, JALON_FIELD_FROM), ==, from);
  g_assert_cmpstr (jalon_element_get_text (relation, JALON_FIELD_TO), ==, to);
}

/* A relation goes from somebody to somebody: the outline asks, and adds it in one step. */
static void
test_relate (OutlineFixture *self, gconstpointer data)
{
  JalonElement *map = fixture_get (self->document, "power");

  /* There is nobody else yet. */
  outline_fixture_act (self, "boss", "row.link");
  g_assert_null (self->outline->menus.popover);
  add_stakeholder (self, "mayor", "The_mayor");
  add_stakeholder (self, "press", "The press");

  outline_fixture_act (self, "boss", "row.link");
  choose (self, "mayor");
  check_relation (self, "boss", "mayor");
  g_assert_cmpuint (jalon_element_get_n_children (map), ==, 4);
  jalon_document_undo (self->document);
  g_assert_cmpuint (jalon_element_get_n_children (map), ==, 3);
  jalon_document_redo (self->document);

  /* The next one is asked for both ends. */
  outline_fixture_act (self, jalon_document_get_selection (self->document)[0], "row.add-after");
  choose (self, "press");
  choose (self, "boss");
  check_relation (self, "press", "boss");
  g_assert_cmpuint (jalon_element_get_n_children (map), ==, 5);

  /* Nothing comes of it if nobody answers, or what was asked about is gone. */
  outline_fixture_act (self, "boss", "row.link");
  gtk_popover_popdown (GTK_POPOVER (self->outline->menus.popover));
  outline_fixture_settle (self);
  g_assert_cmpuint (jalon_element_get_n_children (map), ==, 5);
  outline_fixture_act (self, "mayor", "row.link");
  jalon_document_begin (self->document, "Remove");
  jalon_document_remove (self->document, map);
  jalon_document_commit (self->document);
  outline_fixture_settle (self);
  gtk_widget_activate_action (GTK_WIDGET (self->outline), "outline.refer", "s", "press");
  /* GTK 4.8 warns where a popover is destroyed while it thinks of a tooltip below the pointer. */
  fixture_wait (700);
  g_assert_cmpuint (jalon_element_get_n_children (map), ==, 5);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, map, func)                                                                       \
  g_test_add ("/outline-add/" name, OutlineFixture, map, outline_fixture_set_up, func,             \
              outline_fixture_tear_down)
  ADD ("add", "trip", test_add);
  ADD ("add-inside", "trip", test_add_inside);
  ADD ("add-under-card", "trip", test_add_under_card);
  ADD ("add-at-end", "trip", test_add_at_end);
  ADD ("type-ahead", "trip", test_type_ahead);
  ADD ("relate", "power", test_relate);
  return fixture_run ();
}
