/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "fixture.h"
#include "window-fixture.h"

/* What the window says of a deletion. */

static GtkApplication *application;

static JalonElement *
insert (WindowFixture *self,
        JalonElement *parent,
        JalonKind kind,
        JalonFieldId field,
        const char *text)
{
  JalonElement *element = jalon_element_new (kind, NULL);

  if (text != NULL)
    jalon_element_set (element, field, text, NULL);
  jalon_document_insert (self->document, parent, jalon_element_find_end (parent, kind), element);
  return element;
}

/* It says by name what went, and where else; what nobody sees is not counted. */
static void
test_message (void)
{
  g_auto (WindowFixture) fixture = { 0 };
  JalonElement *project, *persona, *journey, *step, *card, *score;

  window_fixture_init (&fixture, application);
  project = jalon_document_get_project (fixture.document);
  jalon_document_begin (fixture.document, "Test");
  persona = insert (&fixture, project, JALON_KIND_PERSONA, JALON_FIELD_NAME, "Mia");
  journey = insert (&fixture, project, JALON_KIND_JOURNEY, JALON_FIELD_TITLE, "Trip");
  step = insert (&fixture, journey, JALON_KIND_STAGE, JALON_FIELD_TITLE, "Book");
  step = insert (&fixture, step, JALON_KIND_STEP, JALON_FIELD_TITLE, "Pay");
  score = insert (&fixture, step, JALON_KIND_SCORE, JALON_FIELD_VALUE, "1");
  jalon_document_set (fixture.document, score, JALON_FIELD_PERSONA, jalon_element_get_id (persona),
                      NULL);
  insert (&fixture, step, JALON_KIND_CARD, JALON_FIELD_TEXT, NULL);
  card = insert (&fixture, step, JALON_KIND_CARD, JALON_FIELD_TEXT, "By card");
  insert (&fixture, project, JALON_KIND_IMAGE, JALON_FIELD_NAME, "Face");
  jalon_document_commit (fixture.document);

  jalon_document_begin (fixture.document, "Test");
  jalon_document_remove (
    fixture.document,
    jalon_element_get_child (project, jalon_element_find_end (project, JALON_KIND_IMAGE) - 1));
  jalon_document_remove (fixture.document, score);
  jalon_document_remove (fixture.document, persona);
  jalon_document_commit (fixture.document);
  g_assert_nonnull (
    window_fixture_find_toast (&fixture, "“Mia” deleted, with 1 entry on other maps"));
  jalon_document_undo (fixture.document);

  jalon_document_begin (fixture.document, "Test");
  jalon_document_remove (fixture.document, score);
  jalon_document_remove (fixture.document, jalon_element_get_child (step, 0));
  jalon_document_remove (fixture.document, card);
  jalon_document_commit (fixture.document);
  g_assert_nonnull (window_fixture_find_toast (&fixture, "“By card” and 2 more deleted"));
}

static void
add_and_remove_map (WindowFixture *self)
{
  JalonElement *project = jalon_document_get_project (self->document);
  JalonElement *persona;

  jalon_document_begin (self->document, "Test");
  persona = insert (self, project, JALON_KIND_PERSONA, JALON_FIELD_NAME, "Mia");
  jalon_document_commit (self->document);
  jalon_document_begin (self->document, "Test");
  jalon_document_remove (self->document, persona);
  jalon_document_commit (self->document);
}

/* The offer may go as fast as it came, and what stands there stays. */
static void
test_at_once (void)
{
  g_auto (WindowFixture) fixture = { 0 };
  GtkWidget *told;

  window_fixture_init (&fixture, application);
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.tell", "s", "Told");
  told = window_fixture_find_toast (&fixture, "Told");
  g_assert_nonnull (told);
  for (guint i = 0; i < 3; i++)
    {
      add_and_remove_map (&fixture);
      jalon_document_undo (fixture.document);
    }
  add_and_remove_map (&fixture);
  g_assert_nonnull (window_fixture_find_toast (&fixture, "“Mia” deleted"));
  jalon_document_undo (fixture.document);
  g_assert_null (window_fixture_find_toast (&fixture, "“Mia” deleted"));
  g_assert_true (window_fixture_find_toast (&fixture, "Told") == told);
}

/* Only a few stand there at once, and each only once. */
static void
test_many (void)
{
  static const char *const texts[] = { "One", "Two", "Two", "Three", "Four" };
  g_auto (WindowFixture) fixture = { 0 };

  window_fixture_init (&fixture, application);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.tell", "s", texts[i]);
  g_assert_null (window_fixture_find_toast (&fixture, "One"));
  for (guint i = 2; i < G_N_ELEMENTS (texts); i++)
    g_assert_nonnull (window_fixture_find_toast (&fixture, texts[i]));
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = window_fixture_start (&argc, &argv, &application);

  g_test_add_func ("/window/removal/at-once", test_at_once);
  g_test_add_func ("/window/removal/message", test_message);
  g_test_add_func ("/window/removal/many", test_many);
  return fixture_run ();
}
