/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-error.h"
#include "fixture.h"
#include "widgets/jalon-field-binding.h"

typedef struct
{
  JalonDocument *document;
  JalonFieldBinding *binding;
  guint n_changed;
} Fixture;

static void
changed_cb (Fixture *self)
{
  self->n_changed++;
}

static GPtrArray *
find_elements (Fixture *self, const char *ids)
{
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);
  GPtrArray *elements = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (elements, fixture_get (self->document, words[i]));
  return elements;
}

/* @ids are separated by blanks. */
static void
init (Fixture *self, const char *ids, JalonFieldId field)
{
  g_autoptr (GPtrArray) elements = NULL;

  self->document = fixture_new ();
  elements = find_elements (self, ids);
  self->binding = jalon_field_binding_new (jalon_element_get_field (elements->pdata[0], field),
                                           elements);
  g_signal_connect_swapped (self->binding, "changed", G_CALLBACK (changed_cb), self);
}

static void
clear (Fixture *self)
{
  g_assert_finalize_object (self->binding);
  g_assert_finalize_object (self->document);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, clear)

static void
set (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (jalon_field_binding_set_text (fixture->binding, text, &error));
  g_assert_no_error (error);
}

static void
test_reads (void)
{
  static const struct
  {
    const char *ids;
    JalonFieldId field;
    const char *text;
  } cases[] = {
    { "c1", JALON_FIELD_LANE, "does" },       { "c1 c2 c3", JALON_FIELD_LANE, "does" },
    { "c1 c2 c4", JALON_FIELD_LANE, NULL },   { "c1 c2", JALON_FIELD_COLOUR, "" },
    { "boss", JALON_FIELD_SIDE, "external" }, { "s1 s2", JALON_FIELD_CONSENT, "no" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Fixture) fixture = { 0 };

      init (&fixture, cases[i].ids, cases[i].field);
      g_assert_cmpstr (jalon_field_binding_get_text (fixture.binding), ==, cases[i].text);
      g_assert_cmpint (jalon_field_binding_get_field (fixture.binding)->id, ==, cases[i].field);
      g_assert_true (jalon_field_binding_get_document (fixture.binding) == fixture.document);
    }
}

static void
test_words (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_auto (Fixture) other = { 0 };

  init (&fixture, "awa", JALON_FIELD_RANK);
  g_assert_cmpstr (jalon_field_binding_get_label (fixture.binding), ==, "Value rank");
  g_assert_cmpstr (jalon_field_binding_get_hint (fixture.binding), ==, "1 for the most valuable");
  init (&other, "awa", JALON_FIELD_AGE);
  g_assert_null (jalon_field_binding_get_hint (other.binding));
}

/* All in one step, which what follows joins until the caret leaves. */
static void
test_writes (void)
{
  g_auto (Fixture) fixture = { 0 };

  init (&fixture, "c1 c3", JALON_FIELD_EVIDENCE);
  set (&fixture, "6");
  set (&fixture, "6 interviews");
  jalon_field_binding_finish (fixture.binding);
  set (&fixture, "7 interviews");
  g_assert_cmpstr (jalon_field_binding_get_text (fixture.binding), ==, "7 interviews");
  g_assert_cmpstr (jalon_document_get_undo_label (fixture.document), ==, "Change “Evidence”");
  jalon_document_undo (fixture.document);
  g_assert_cmpstr (jalon_field_binding_get_text (fixture.binding), ==, "6 interviews");
  jalon_document_undo (fixture.document);
  g_assert_cmpstr (jalon_field_binding_get_text (fixture.binding), ==, "");
  g_assert_null (jalon_document_get_undo_label (fixture.document));
}

/* What is not a value changes none of them. */
static void
test_refuses (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;

  init (&fixture, "c1 c3", JALON_FIELD_SPAN);
  g_assert_false (jalon_field_binding_set_text (fixture.binding, "0", &error));
  g_assert_error (error, JALON_ERROR, JALON_ERROR_VALUE);
  g_assert_false (jalon_document_is_modified (fixture.document));
  g_assert_null (jalon_document_get_undo_label (fixture.document));
}

/* Another step for another element, even without finish. */
static void
test_other_elements (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GPtrArray) others = NULL;

  init (&fixture, "c1", JALON_FIELD_EVIDENCE);
  set (&fixture, "one");
  others = find_elements (&fixture, "c2 c3");
  jalon_field_binding_set_elements (fixture.binding, others);
  g_assert_cmpuint (fixture.n_changed, ==, 1);
  g_assert_true (jalon_field_binding_get_element (fixture.binding) ==
                 fixture_get (fixture.document, "c2"));
  g_assert_cmpstr (jalon_field_binding_get_text (fixture.binding), ==, "");
  set (&fixture, "two");
  jalon_document_undo (fixture.document);
  g_assert_cmpstr (jalon_element_get_text (fixture_get (fixture.document, "c1"),
                                           JALON_FIELD_EVIDENCE),
                   ==, "one");
  jalon_field_binding_refresh (fixture.binding);
  g_assert_cmpuint (fixture.n_changed, ==, 2);
}

/* What is gone cannot be changed. */
static void
test_removed (void)
{
  g_auto (Fixture) fixture = { 0 };

  init (&fixture, "c1", JALON_FIELD_EVIDENCE);
  jalon_document_begin (fixture.document, "Delete");
  jalon_document_remove (fixture.document, fixture_get (fixture.document, "c1"));
  jalon_document_commit (fixture.document);
  g_assert_null (jalon_field_binding_get_document (fixture.binding));
  g_assert_false (jalon_field_binding_set_text (fixture.binding, "one", NULL));
  jalon_field_binding_finish (fixture.binding);
  g_assert_cmpstr (jalon_document_get_undo_label (fixture.document), ==, "Delete");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field-binding/reads", test_reads);
  g_test_add_func ("/field-binding/words", test_words);
  g_test_add_func ("/field-binding/writes", test_writes);
  g_test_add_func ("/field-binding/refuses", test_refuses);
  g_test_add_func ("/field-binding/other-elements", test_other_elements);
  g_test_add_func ("/field-binding/removed", test_removed);
  return fixture_run ();
}
