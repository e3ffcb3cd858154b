/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clipboard-fixture.h"
#include "outline-fixture.h"

/* Copy, cut and paste in the outline. */

static void
select_ids (OutlineFixture *self, const char *ids)
{
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);

  jalon_outline_go_to (self->outline, fixture_get (self->document, words[0]), FALSE);
  outline_fixture_settle (self);
  jalon_document_set_selection (self->document, (const char *const *) words);
  outline_fixture_settle (self);
}

static void
act (OutlineFixture *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self->outline), action, NULL);
  outline_fixture_settle (self);
}

static void
paste_text (OutlineFixture *self, const char *text)
{
  clipboard_fixture_offer (GTK_WIDGET (self->outline), "text/plain;charset=utf-8", text);
  act (self, "outline.paste");
}

static void
test_copy (OutlineFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *ids;
    const char *text;
  } cases[] = {
    { "c1", "Looks at pictures" },
    { "c1 c3", "Looks at pictures\nOpens eleven tabs\n" },
    { "s2", "Search\nOpens eleven tabs\nToo many sites\n-1\n" },
    { "does pains", "does\npains\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      select_ids (self, cases[i].ids);
      act (self, "outline.copy");
      clipboard_fixture_check_text (GTK_WIDGET (self->outline), cases[i].text);
    }
  g_assert_null (jalon_document_get_undo_label (self->document));
}

/* What was copied goes behind what the keys are on: cards into its cell, steps after it. */
static void
test_paste (OutlineFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *copied;
    const char *at;
    const char *parent;
    const char *titles;
    const char *label;
  } cases[] = {
    { "c1 c3", "c4", "s1",
      "Looks at pictures; Makes a list; It looks nice; Looks at pictures; Opens eleven tabs; 1",
      "Paste Card" },
    { "s1", "s4", "g2", "Arrive; Leave; Dream", "Paste Step" },
    { "s1", "g2", "g2", "Arrive; Leave; Dream", "Paste Step" },
    { "c3", "s1", "s1", "Looks at pictures; Makes a list; It looks nice; Opens eleven tabs; 1",
      "Paste Card" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) before = fixture_to_bytes (self->document);

      g_test_message ("%s at %s", cases[i].copied, cases[i].at);
      select_ids (self, cases[i].copied);
      act (self, "outline.copy");
      select_ids (self, cases[i].at);
      act (self, "outline.paste");
      clipboard_fixture_check_titles (self->document, cases[i].parent, cases[i].titles);
      fixture_check_undo (self->document, before, cases[i].label);
      outline_fixture_settle (self);
    }
}

/* Lines become rows beside what the keys are on, or of the group that they are on. */
static void
test_text (OutlineFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *at;
    const char *text;
    const char *parent;
    const char *titles;
    const char *label;
  } cases[] = {
    { "c1", "A\nB\n", "s1", "Looks at pictures; A; B; Makes a list; It looks nice; 1",
      "Paste Card" },
    { "s1", "A\nB\n", "g1", "Dream; A; B; Search", "Paste Step" },
    { "c4", "- A\n- B\n", "s1", "Looks at pictures; Makes a list; It looks nice; A; B; 1",
      "Paste Card" },
    /* a list has no cells to the right */
    { "c4", "A\tB\nC\tD", "s1", "Looks at pictures; Makes a list; It looks nice; A; B; C; D; 1",
      "Paste Card" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) before = fixture_to_bytes (self->document);

      g_test_message ("%s", cases[i].at);
      select_ids (self, cases[i].at);
      paste_text (self, cases[i].text);
      clipboard_fixture_check_titles (self->document, cases[i].parent, cases[i].titles);
      fixture_check_undo (self->document, before, cases[i].label);
      outline_fixture_settle (self);
    }
}

static void
test_cut (OutlineFixture *self, gconstpointer data)
{
  g_autoptr (GBytes) before = fixture_to_bytes (self->document);

  select_ids (self, "c1 c2");
  act (self, "outline.cut");
  clipboard_fixture_check_titles (self->document, "s1", "It looks nice; 1");
  select_ids (self, "c3");
  act (self, "outline.paste");
  clipboard_fixture_check_titles (
    self->document, "s2", "Opens eleven tabs; Looks at pictures; Makes a list; Too many sites; -1");
  g_assert_true (jalon_document_undo (self->document));
  fixture_check_undo (self->document, before, "Cut Card");
}

/* A map is copied as it is, and not cut from under the view. */
static void
test_nothing (OutlineFixture *self, gconstpointer data)
{
  g_autofree char *message = NULL;

  fixture_hear (self->window, &message);
  select_ids (self, "c1");
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self->outline)), NULL);
  act (self, "outline.paste");
  g_assert_cmpstr (message, ==, "There is nothing to paste");
  clipboard_fixture_offer (GTK_WIDGET (self->outline), "image/png", "\x89PNG");
  act (self, "outline.paste");
  g_assert_nonnull (strstr (message, "Pictures go on"));
  jalon_map_view_set_editable (JALON_MAP_VIEW (self->outline), FALSE);
  paste_text (self, "A");
  act (self, "outline.cut");
  g_assert_null (jalon_document_get_undo_label (self->document));
}

static void
set (JalonDocument *document, JalonElement *element, JalonFieldId field, const char *text)
{
  g_assert_true (jalon_document_set (document, element, field, text, NULL));
}

/* A relation has two ends, of which a text says nothing. */
static void
test_relation (OutlineFixture *self, gconstpointer data)
{
  JalonElement *map = fixture_get (self->document, "power");
  JalonElement *relation = jalon_element_new (JALON_KIND_RELATION, "flow");
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autofree char *message = NULL;

  fixture_hear (self->window, &message);
  jalon_document_begin (self->document, "A relation");
  jalon_document_insert (self->document, map, jalon_element_get_n_children (map), relation);
  set (self->document, relation, JALON_FIELD_FROM, "boss");
  set (self->document, relation, JALON_FIELD_TO, "boss");
  jalon_document_commit (self->document);
  outline_fixture_settle (self);
  before = fixture_to_bytes (self->document);
  select_ids (self, "flow");
  paste_text (self, "A");
  g_assert_cmpstr (message, ==, "Nothing of what was copied has a place here");
  after = fixture_to_bytes (self->document);
  g_assert_true (g_bytes_equal (before, after));
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
  add ("/outline-clipboard/copy", "trip", test_copy);
  add ("/outline-clipboard/paste", "trip", test_paste);
  add ("/outline-clipboard/text", "trip", test_text);
  add ("/outline-clipboard/cut", "trip", test_cut);
  add ("/outline-clipboard/nothing", "trip", test_nothing);
  add ("/outline-clipboard/relation", "power", test_relation);
  return fixture_run ();
}
