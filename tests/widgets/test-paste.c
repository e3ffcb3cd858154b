/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-paste.h"

#include "document/jalon-error.h"
#include "fixture.h"
#include "generate.h"

/* One slot, @data. */
static const JalonSlot *
get_only (guint column, guint row, gpointer data)
{
  return column == 0 && row == 0 ? data : NULL;
}

/* The titles of what lies in a slot, with blanks between. */
static char *
list (JalonDocument *document, const JalonSlot *slot)
{
  JalonElement *parent = fixture_get (document, slot->parent);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < jalon_element_get_n_children (parent); i++)
    if (jalon_slot_contains (slot, jalon_element_get_child (parent, i)))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "",
                              jalon_element_get_title (jalon_element_get_child (parent, i)));
  return g_string_free (text, FALSE);
}

static void
check_cell (JalonDocument *document, guint column, guint row, const char *wanted)
{
  g_autofree char *found = list (document, fixture_get_cell (column, row, NULL));

  g_assert_cmpstr (found, ==, wanted);
}

static void
test_lines (void)
{
  static const struct
  {
    const char *text;
    const char *cell;
  } cases[] = {
    { "One", "Looks at pictures; One; Makes a list" },
    { "One\nTwo\n\n  Three  \n", "Looks at pictures; One; Two; Three; Makes a list" },
    { "One\r\nTwo\r\n", "Looks at pictures; One; Two; Makes a list" },
    { "- One\n- Two", "Looks at pictures; One; Two; Makes a list" },
    { "•\tOne\n•\tTwo", "Looks at pictures; One; Two; Makes a list" },
    { "- One\nTwo", "Looks at pictures; - One; Two; Makes a list" },
    { "\"I pay for a week.\"", "Looks at pictures; \"I pay for a week.\"; Makes a list" },
    { "a\001b\x7f", "Looks at pictures; a\xef\xbf\xbd"
                    "b\x7f; Makes a list" },
    { "caf\xe9", "Looks at pictures; caf\xef\xbf\xbd; Makes a list" },
    { "<b>&amp;</b>", "Looks at pictures; <b>&amp;</b>; Makes a list" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JalonDocument) document = fixture_new ();
      g_autoptr (GBytes) before = fixture_to_bytes (document);
      const JalonPastePlace place = { document, fixture_get (document, "c1"), fixture_get_cell,
                                      NULL };
      g_auto (JalonPasted) pasted = { 0 };
      g_autofree char *message = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (jalon_paste_text (&place, cases[i].text, &pasted, &error));
      g_assert_no_error (error);
      check_cell (document, 0, 0, cases[i].cell);
      message = jalon_pasted_describe (&pasted);
      g_assert_null (message);
      g_assert_cmpstr (jalon_document_get_selection (document)[0], ==,
                       jalon_element_get_id (g_ptr_array_index (pasted.elements, 0)));
      fixture_check_undo (document, before, "Paste Card");
    }
}

/* Cells of a table go to the right and down; what has no place is counted. */
static void
test_table (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GBytes) before = fixture_to_bytes (document);
  const JalonPastePlace place = { document, NULL, fixture_get_cell, NULL };
  g_auto (JalonPasted) pasted = { 0 };
  g_autofree char *message = NULL;

  g_assert_true (jalon_paste_text (&place,
                                   "A\tB\tno step\n"
                                   "\"C\nD\"\t\n"
                                   "−0,5\tno curve\n"
                                   "no lane",
                                   &pasted, NULL));
  check_cell (document, 0, 0, "Looks at pictures; Makes a list; A");
  check_cell (document, 1, 0, "Opens eleven tabs; B");
  check_cell (document, 0, 1, "It looks nice; C; D");
  check_cell (document, 1, 1, "");
  check_cell (document, 0, 2, "-0.5");
  g_assert_cmpuint (pasted.elements->len, ==, 5);
  g_assert_cmpuint (pasted.n_outside, ==, 3);
  message = jalon_pasted_describe (&pasted);
  g_assert_cmpstr (message, ==, "3 cells did not fit: the map ends there.");
  fixture_check_undo (document, before, "Paste Card");
}

/* A curve takes numbers, and nothing else. */
static void
test_scores (void)
{
  static const struct
  {
    const char *text;
    const char *value;
  } cases[] = { { "2", "2" },
                { "-1.5", "-1.5" },
                { "1,5", "1.5" },
                { "3", NULL },
                { "good", NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JalonDocument) document = fixture_new ();
      g_autoptr (GBytes) before = fixture_to_bytes (document);
      const JalonPastePlace place = { document, NULL, get_only,
                                      (gpointer) fixture_get_cell (0, 2, NULL) };
      g_auto (JalonPasted) pasted = { 0 };
      g_autoptr (GError) error = NULL;

      if (cases[i].value != NULL)
        {
          g_assert_true (jalon_paste_text (&place, cases[i].text, &pasted, &error));
          check_cell (document, 0, 2, cases[i].value);
          fixture_check_undo (document, before, "Paste Score");
        }
      else
        {
          g_assert_false (jalon_paste_text (&place, cases[i].text, &pasted, &error));
          g_assert_error (error, JALON_ERROR, JALON_ERROR_VALUE);
          g_assert_null (jalon_document_get_undo_label (document));
        }
    }
}

/* On a header a list makes headers. */
static void
test_headers (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GBytes) before = fixture_to_bytes (document);
  const JalonPastePlace place = { document, fixture_get (document, "s1"), get_only, NULL };
  JalonElement *stage = fixture_get (document, "g1");
  g_auto (JalonPasted) pasted = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (jalon_paste_text (&place, "Ask\nBook", &pasted, NULL));
  g_assert_cmpstr (jalon_element_get_title (jalon_element_get_child (stage, 1)), ==, "Ask");
  g_assert_cmpstr (jalon_element_get_title (jalon_element_get_child (stage, 2)), ==, "Book");
  fixture_check_undo (document, before, "Paste Step");
  jalon_pasted_clear (&pasted);

  g_assert_false (jalon_paste_text (&place, "a\tb", &pasted, &error));
  g_assert_error (error, JALON_ERROR, JALON_ERROR_VALUE);
}

/* What no map was meant for is refused with a word, and nothing has happened. */
static void
test_bad_text (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *letters = g_strnfill (JALON_PASTE_LENGTH, 'x');
  g_autofree char *more = g_strnfill (1024 * 1024, 'x');
  const struct
  {
    const char *text;
    gboolean is_taken;
  } cases[] = {
    { "", FALSE },     { " \n\t\n ", FALSE }, { "\xef\xbb\xbf", FALSE },
    { letters, TRUE }, { more, FALSE },       { lines->str, FALSE },
  };

  for (guint i = 0; i < 100000; i++)
    g_string_append (lines, "a line\n");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JalonDocument) document = fixture_new ();
      g_autoptr (GBytes) before = fixture_to_bytes (document);
      const JalonPastePlace place = { document, NULL, fixture_get_cell, NULL };
      const char *text = i == G_N_ELEMENTS (cases) - 1 ? lines->str : cases[i].text;
      g_auto (JalonPasted) pasted = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (jalon_paste_text (&place, text, &pasted, &error), ==, cases[i].is_taken);
      if (cases[i].is_taken)
        fixture_check_undo (document, before, "Paste Card");
      else
        {
          g_assert_error (error, JALON_ERROR, JALON_ERROR_VALUE);
          g_assert_null (jalon_document_get_undo_label (document));
        }
    }
}

/* Copies the elements of @ids, separated by blanks. */
static JalonFragment *
copy (JalonDocument *document, const char *ids, const JalonFragmentCell *cells)
{
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (elements, fixture_get (document, words[i]));
  return jalon_fragment_new (elements, cells);
}

static void
test_fragment (void)
{
  static const JalonFragmentCell cells[] = { { 0, 0 }, { 0, 0 }, { 0, 1 }, { 1, 0 } };
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GBytes) before = fixture_to_bytes (document);
  g_autoptr (JalonFragment) fragment = copy (document, "c1 c2 c4 c3", cells);
  const JalonPastePlace place = { document, fixture_get (document, "c1"), fixture_get_cell, NULL };
  g_auto (JalonPasted) pasted = { 0 };

  g_assert_true (jalon_paste_fragment (&place, fragment, &pasted, NULL));
  check_cell (document, 0, 0, "Looks at pictures; Looks at pictures; Makes a list; Makes a list");
  check_cell (document, 0, 1, "It looks nice; It looks nice");
  check_cell (document, 1, 0, "Opens eleven tabs; Opens eleven tabs");
  fixture_check_undo (document, before, "Paste Card");
}

static void
test_fragment_outside (void)
{
  static const JalonFragmentCell cells[] = { { 0, 0 }, { 5, 0 } };
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (JalonFragment) fragment = copy (document, "c1 c3", cells);
  const JalonPastePlace place = { document, NULL, fixture_get_cell, NULL };
  g_auto (JalonPasted) pasted = { 0 };

  g_assert_true (jalon_paste_fragment (&place, fragment, &pasted, NULL));
  g_assert_cmpuint (pasted.elements->len, ==, 1);
  g_assert_cmpuint (pasted.n_outside, ==, 1);
}

/* Each goes to where it can be: behind the step, into the slot, to the other maps. */
static void
test_places (void)
{
  static const struct
  {
    const char *copied;
    const char *element; /* what the keys are on */
    gboolean is_in_cell; /* whether that is (s2, thinks) */
    const char *parent;  /* of what is pasted, NULL if it has no place */
    guint index;
    JalonKind kind;
  } cases[] = {
    { "s1", "s2", FALSE, "g1", 2, JALON_KIND_STEP },
    { "s1", "c3", TRUE, "g1", 2, JALON_KIND_STEP },
    { "s1", "g2", FALSE, "g2", 2, JALON_KIND_STEP },
    { "g1", "s3", FALSE, "trip", 6, JALON_KIND_STAGE },
    { "does", "thinks", FALSE, "trip", 2, JALON_KIND_LANE },
    { "awa", "c3", TRUE, "project", 2, JALON_KIND_PERSONA },
    { "trip", "c3", TRUE, "project", 5, JALON_KIND_JOURNEY },
    /* a note becomes a card, and so does someone with a name */
    { "n1", NULL, TRUE, "s2", 3, JALON_KIND_CARD },
    { "boss", NULL, TRUE, "s2", 3, JALON_KIND_CARD },
    /* on a header a card goes to its own lane */
    { "c1", "s3", FALSE, "s3", 0, JALON_KIND_CARD },
    { "s1", "head", FALSE, NULL, 0, 0 },
    { "boss", "s1", FALSE, NULL, 0, 0 },
    { "e1", "n1", FALSE, NULL, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JalonDocument) document = fixture_new ();
      g_autoptr (GBytes) before = fixture_to_bytes (document);
      g_autoptr (JalonFragment) fragment = copy (document, cases[i].copied, NULL);
      const JalonPastePlace place = {
        document, cases[i].element != NULL ? fixture_get (document, cases[i].element) : NULL,
        get_only, cases[i].is_in_cell ? (gpointer) fixture_get_cell (1, 1, NULL) : NULL
      };
      g_auto (JalonPasted) pasted = { 0 };
      g_autoptr (GError) error = NULL;
      gboolean done = jalon_paste_fragment (&place, fragment, &pasted, &error);
      JalonElement *element;

      g_assert_cmpint (done, ==, cases[i].parent != NULL);
      if (!done)
        {
          g_assert_error (error, JALON_ERROR, JALON_ERROR_VALUE);
          g_assert_null (jalon_document_get_undo_label (document));
          continue;
        }
      element = g_ptr_array_index (pasted.elements, 0);
      g_assert_cmpint (jalon_element_get_kind (element), ==, cases[i].kind);
      g_assert_cmpstr (jalon_element_get_id (jalon_element_get_parent (element)), ==,
                       cases[i].parent);
      g_assert_cmpuint (jalon_element_get_index (element), ==, cases[i].index);
      g_assert_true (jalon_document_undo (document));
      g_assert_false (jalon_document_is_modified (document));
    }
}

/* As any new step under a card. */
static void
test_under_card (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  JalonElement *card = fixture_get (document, "c2");
  g_autoptr (JalonFragment) fragment = copy (document, "s2 s3", NULL);
  const JalonPastePlace place = { document, fixture_get (document, "s1"), get_only, NULL };
  g_auto (JalonPasted) pasted = { 0 };

  jalon_document_begin (document, "Prepare");
  jalon_document_set_number (document, card, JALON_FIELD_SPAN, 2);
  jalon_document_commit (document);
  g_assert_true (jalon_paste_fragment (&place, fragment, &pasted, NULL));
  g_assert_cmpfloat (jalon_element_get_number (card, JALON_FIELD_SPAN), ==, 4);
}

/* What has another kind keeps its text and what both kinds have. */
static void
test_convert (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  JalonSlot section = { .parent = (char *) "head",
                        .kind = JALON_KIND_NOTE,
                        .field = JALON_FIELD_SECTION,
                        .value = (char *) "feels" };
  const JalonPastePlace place = { document, NULL, get_only, &section };
  g_autoptr (JalonFragment) fragment = NULL;
  g_auto (JalonPasted) pasted = { 0 };
  JalonElement *card = fixture_get (document, "c1");
  JalonElement *note;

  jalon_document_begin (document, "Fill");
  jalon_document_set (document, card, JALON_FIELD_COLOUR, "mint", NULL);
  jalon_document_set (document, card, JALON_FIELD_TAGS, "tag1", NULL);
  jalon_document_set (document, card, JALON_FIELD_EVIDENCE, "6 interviews", NULL);
  jalon_document_set (document, card, JALON_FIELD_SPAN, "3", NULL);
  jalon_document_commit (document);
  fragment = copy (document, "c1", NULL);
  g_assert_true (jalon_paste_fragment (&place, fragment, &pasted, NULL));
  note = g_ptr_array_index (pasted.elements, 0);
  g_assert_cmpint (jalon_element_get_kind (note), ==, JALON_KIND_NOTE);
  g_assert_cmpstr (jalon_element_get_text (note, JALON_FIELD_TEXT), ==, "Looks at pictures");
  g_assert_cmpstr (jalon_element_get_text (note, JALON_FIELD_SECTION), ==, "feels");
  g_assert_cmpstr (jalon_element_get_text (note, JALON_FIELD_COLOUR), ==, "mint");
  g_assert_cmpstr (jalon_element_get_text (note, JALON_FIELD_TAGS), ==, "tag1");
  g_assert_cmpstr (jalon_element_get_text (note, JALON_FIELD_EVIDENCE), ==, "6 interviews");
}

/* A score of the same persona takes the place of the one that is there. */
static void
test_score_fragment (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (JalonFragment) fragment = copy (document, "e2", NULL);
  const JalonPastePlace place = { document, NULL, get_only,
                                  (gpointer) fixture_get_cell (0, 2, NULL) };
  g_auto (JalonPasted) pasted = { 0 };

  g_assert_true (jalon_paste_fragment (&place, fragment, &pasted, NULL));
  check_cell (document, 0, 2, "-1");
  g_assert_true (g_ptr_array_index (pasted.elements, 0) == fixture_get (document, "e1"));
}

/* On a plane nothing hides what is there, and what comes from elsewhere lies in the quadrant. */
static void
test_plane (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (JalonFragment) fragment = copy (document, "boss", NULL);
  JalonSlot quadrant = { .parent = (char *) "power",
                         .kind = JALON_KIND_STAKEHOLDER,
                         .x_field = JALON_FIELD_SUPPORT,
                         .y_field = JALON_FIELD_INFLUENCE,
                         .plane = { 0, 0, 100, 100 },
                         .x_min = 0.5,
                         .x_max = 1,
                         .y_min = 0.5,
                         .y_max = 1 };
  const JalonPastePlace place = { document, NULL, get_only, &quadrant };
  g_auto (JalonPasted) pasted = { 0 };
  JalonElement *element;

  g_assert_true (jalon_paste_fragment (&place, fragment, &pasted, NULL));
  element = g_ptr_array_index (pasted.elements, 0);
  g_assert_cmpfloat (jalon_element_get_number (element, JALON_FIELD_INFLUENCE), ==, 0.9);
  g_assert_cmpfloat (jalon_element_get_number (element, JALON_FIELD_SUPPORT), !=, 0.8);
  jalon_pasted_clear (&pasted);

  quadrant.x_min = 0;
  quadrant.x_max = 0.5;
  g_assert_true (jalon_paste_fragment (&place, fragment, &pasted, NULL));
  element = g_ptr_array_index (pasted.elements, 0);
  g_assert_cmpfloat (jalon_element_get_number (element, JALON_FIELD_SUPPORT), <, 0.5);
  jalon_pasted_clear (&pasted);

  g_assert_true (jalon_paste_text (&place, "Anna\nBoris", &pasted, NULL));
  element = g_ptr_array_index (pasted.elements, 1);
  g_assert_cmpstr (jalon_element_get_title (element), ==, "Boris");
  g_assert_cmpfloat (jalon_element_get_number (element, JALON_FIELD_SUPPORT), !=,
                     jalon_element_get_number (g_ptr_array_index (pasted.elements, 0),
                                               JALON_FIELD_SUPPORT));
}

/* As much as there is room for, or nothing. */
static void
test_full (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  const JalonPastePlace place = { document, NULL, fixture_get_cell, NULL };
  g_auto (JalonPasted) pasted = { 0 };
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  generate_filling (document, JALON_KIND_TAG, 1);
  before = fixture_to_bytes (document);
  g_assert_false (jalon_paste_text (&place, "A\nB", &pasted, &error));
  g_assert_error (error, JALON_ERROR, JALON_ERROR_REFUSED);
  g_assert_cmpuint (pasted.elements->len, ==, 0);
  after = fixture_to_bytes (document);
  g_assert_true (g_bytes_equal (before, after));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paste/lines", test_lines);
  g_test_add_func ("/paste/table", test_table);
  g_test_add_func ("/paste/scores", test_scores);
  g_test_add_func ("/paste/headers", test_headers);
  g_test_add_func ("/paste/bad-text", test_bad_text);
  g_test_add_func ("/paste/fragment", test_fragment);
  g_test_add_func ("/paste/fragment-outside", test_fragment_outside);
  g_test_add_func ("/paste/places", test_places);
  g_test_add_func ("/paste/under-card", test_under_card);
  g_test_add_func ("/paste/convert", test_convert);
  g_test_add_func ("/paste/score-fragment", test_score_fragment);
  g_test_add_func ("/paste/plane", test_plane);
  g_test_add_func ("/paste/full", test_full);
  return fixture_run ();
}
