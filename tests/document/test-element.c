/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "document/jalon-error.h"
#include "document/jalon-id.h"
#include "sample.h"

static void
test_new (void)
{
  g_autoptr (JalonElement) element = jalon_element_new (JALON_KIND_CARD, NULL);
  g_autoptr (JalonElement) other = jalon_element_new (JALON_KIND_CARD, NULL);
  g_autoptr (JalonElement) named = jalon_element_new (JALON_KIND_TAG, "web");

  g_assert_cmpint (jalon_element_get_kind (element), ==, JALON_KIND_CARD);
  g_assert_cmpuint (strlen (jalon_element_get_id (element)), ==, JALON_ID_LENGTH);
  g_assert_cmpstr (jalon_element_get_id (element), !=, jalon_element_get_id (other));
  g_assert_cmpstr (jalon_element_get_id (named), ==, "web");
  g_assert_null (jalon_element_get_parent (element));
  g_assert_null (jalon_element_get_document (element));
  g_assert_cmpuint (jalon_element_get_n_children (element), ==, 0);
  g_assert_cmpuint (jalon_element_get_n_values (element), ==, 0);

  EXPECT_CRITICAL ("*kind < JALON_N_KINDS*", jalon_element_new (JALON_N_KINDS, NULL));
  EXPECT_CRITICAL ("*jalon_id_is_valid*", jalon_element_new (JALON_KIND_TAG, "two words"));
}

static void
set (JalonElement *element, JalonFieldId field, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (jalon_element_set (element, field, text, &error));
  g_assert_no_error (error);
}

static void
assert_line (JalonElement *element, const char *expected)
{
  g_autofree char *line = sample_dump (element);

  g_assert_cmpstr (line, ==, expected);
}

/* Values stand in the order of the table, however they came; what means the fallback does not. */
static void
test_values (void)
{
  g_autoptr (JalonElement) card = jalon_element_new (JALON_KIND_CARD, "c");

  set (card, JALON_FIELD_TEXT, "text");
  set (card, JALON_FIELD_LANE, "l");
  set (card, JALON_FIELD_OWNER, "me");
  set (card, JALON_FIELD_SPAN, "1");
  set (card, JALON_FIELD_CONFIDENCE, "assumed");
  assert_line (card, "card c lane=“l” owner=“me” text=“text”\n");

  set (card, JALON_FIELD_SPAN, "2.0");
  set (card, JALON_FIELD_OWNER, "you");
  assert_line (card, "card c lane=“l” span=“2” owner=“you” text=“text”\n");

  set (card, JALON_FIELD_OWNER, "");
  set (card, JALON_FIELD_LANE, NULL);
  set (card, JALON_FIELD_SPAN, "1");
  set (card, JALON_FIELD_EFFORT, "");
  assert_line (card, "card c text=“text”\n");
  set (card, JALON_FIELD_TEXT, "");
  g_assert_cmpuint (jalon_element_get_n_values (card), ==, 0);
}

/* As many values as may be, fewer, and more again: those that stand are those that were set. */
static void
test_many_values (void)
{
  static const JalonFieldId fields[] = {
    JALON_FIELD_LANE,           JALON_FIELD_IMAGE,          JALON_FIELD_METRIC,
    JALON_FIELD_JOURNEY,        JALON_FIELD_CUSTOMER_VALUE, JALON_FIELD_OWNER,
    JALON_FIELD_BUSINESS_VALUE, JALON_FIELD_EVIDENCE,       JALON_FIELD_TEXT,
  };
  static const char *const texts[G_N_ELEMENTS (fields)] = {
    "l", "i", "m", "j", "3", "me", "4", "word", "text",
  };
  g_autoptr (JalonElement) card = jalon_element_new (JALON_KIND_CARD, "c");

  for (guint n = 1; n <= G_N_ELEMENTS (fields); n++)
    {
      for (guint i = 0; i < n; i++)
        set (card, fields[i], texts[i]);
      for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        g_assert_cmpstr (jalon_element_get_text (card, fields[i]), ==, i < n ? texts[i] : "");
      g_assert_cmpuint (jalon_element_get_n_values (card), ==, n);
      for (guint i = 0; i < n; i += 2)
        set (card, fields[i], NULL);
      g_assert_cmpuint (jalon_element_get_n_values (card), ==, n / 2);
    }
}

static void
test_take (void)
{
  g_autoptr (JalonElement) card = jalon_element_new (JALON_KIND_CARD, "c");

  jalon_element_take (card, jalon_element_get_field (card, JALON_FIELD_OWNER), g_strdup ("me"));
  assert_line (card, "card c owner=“me”\n");
  jalon_element_take (card, jalon_element_get_field (card, JALON_FIELD_OWNER), g_strdup (""));
  assert_line (card, "card c\n");
}

static void
test_refused_values (void)
{
  g_autoptr (JalonElement) card = jalon_element_new (JALON_KIND_CARD, "c");
  g_autoptr (GError) error = NULL;

  set (card, JALON_FIELD_SPAN, "3");
  g_assert_false (jalon_element_set (card, JALON_FIELD_SPAN, "0", &error));
  g_assert_error (error, JALON_ERROR, JALON_ERROR_VALUE);
  assert_line (card, "card c span=“3”\n");
  EXPECT_CRITICAL ("*row != NULL*", jalon_element_set (card, JALON_FIELD_TITLE, "x", NULL));
}

static void
test_getters (void)
{
  g_autoptr (JalonElement) step = jalon_element_new (JALON_KIND_STEP, NULL);
  g_autoptr (JalonElement) person = jalon_element_new (JALON_KIND_STAKEHOLDER, NULL);

  g_assert_false (jalon_element_has (person, JALON_FIELD_INFLUENCE));
  g_assert_cmpfloat (jalon_element_get_number (person, JALON_FIELD_INFLUENCE), ==, 0.5);
  g_assert_cmpstr (jalon_element_get_text (person, JALON_FIELD_INFLUENCE), ==, "0.5");
  set (person, JALON_FIELD_INFLUENCE, "0.25");
  g_assert_true (jalon_element_has (person, JALON_FIELD_INFLUENCE));
  g_assert_cmpfloat (jalon_element_get_number (person, JALON_FIELD_INFLUENCE), ==, 0.25);
  g_assert_cmpfloat (jalon_element_get_number (step, JALON_FIELD_IMPORTANCE), ==, 0);

  g_assert_cmpint (jalon_element_get_choice (person, JALON_FIELD_RING), ==, JALON_RING_INTERESTING);
  set (person, JALON_FIELD_RING, "important");
  g_assert_cmpint (jalon_element_get_choice (person, JALON_FIELD_RING), ==, JALON_RING_IMPORTANT);
  g_assert_cmpint (jalon_element_get_choice (person, JALON_FIELD_DESIRED_RING), ==, 0);
  g_assert_false (jalon_element_has (person, JALON_FIELD_DESIRED_RING));
  EXPECT_CRITICAL ("*row->choices != NULL*", jalon_element_get_choice (person, JALON_FIELD_NAME));

  g_assert_false (jalon_element_get_flag (step, JALON_FIELD_MOMENT_OF_TRUTH));
  set (step, JALON_FIELD_MOMENT_OF_TRUTH, "yes");
  g_assert_true (jalon_element_get_flag (step, JALON_FIELD_MOMENT_OF_TRUTH));

  g_assert_cmpstr (jalon_element_get_text (step, JALON_FIELD_LANE), ==, "");
  g_assert_null (jalon_element_get_field (step, JALON_FIELD_LANE));
  set (step, JALON_FIELD_TITLE, "Pay");
  g_assert_cmpstr (jalon_element_get_title (step), ==, "Pay");
  g_assert_cmpstr (jalon_element_get_title (person), ==, "");
}

static void
test_references (void)
{
  g_autoptr (JalonElement) card = jalon_element_new (JALON_KIND_CARD, NULL);
  g_auto (GStrv) none = jalon_element_get_references (card, JALON_FIELD_TAGS);
  g_auto (GStrv) some = NULL;

  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_false (jalon_element_refers_to (card, JALON_FIELD_TAGS, "one"));
  set (card, JALON_FIELD_TAGS, "one-two one two one");
  some = jalon_element_get_references (card, JALON_FIELD_TAGS);
  g_assert_cmpuint (g_strv_length (some), ==, 3);
  g_assert_cmpstr (some[1], ==, "one");
  g_assert_true (jalon_element_refers_to (card, JALON_FIELD_TAGS, "one"));
  g_assert_true (jalon_element_refers_to (card, JALON_FIELD_TAGS, "one-two"));
  g_assert_true (jalon_element_refers_to (card, JALON_FIELD_TAGS, "two"));
  g_assert_false (jalon_element_refers_to (card, JALON_FIELD_TAGS, "on"));
  g_assert_false (jalon_element_refers_to (card, JALON_FIELD_TAGS, "wo"));
  g_assert_false (jalon_element_refers_to (card, JALON_FIELD_LANE, "one"));
}

static void
append_id (JalonElement *element, gpointer data)
{
  g_string_append_printf (data, "%s ", jalon_element_get_id (element));
}

static void
test_tree (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  JalonElement *project = jalon_document_get_project (document);
  JalonElement *slow = find (document, "slow");
  JalonElement *book = find (document, "book");
  g_autoptr (GString) ids = g_string_new (NULL);

  g_assert_true (jalon_element_get_parent (slow) == book);
  g_assert_true (jalon_element_get_child (book, 0) == slow);
  g_assert_cmpuint (jalon_element_get_n_children (book), ==, 2);
  g_assert_cmpuint (jalon_element_get_index (slow), ==, 0);
  g_assert_cmpuint (jalon_element_get_index (find (document, "high")), ==, 1);
  g_assert_cmpuint (jalon_element_get_index (find (document, "web")), ==, 5);

  g_assert_true (jalon_element_get_ancestor (slow, JALON_KIND_STAGE) == find (document, "go"));
  g_assert_true (jalon_element_get_ancestor (slow, JALON_KIND_CARD) == slow);
  g_assert_null (jalon_element_get_ancestor (slow, JALON_KIND_PERSONA));
  g_assert_true (jalon_element_get_map (slow) == find (document, "trip"));
  g_assert_true (jalon_element_get_map (find (document, "like")) == find (document, "ana"));
  g_assert_null (jalon_element_get_map (project));

  g_assert_true (jalon_element_contains (project, slow));
  g_assert_true (jalon_element_contains (slow, slow));
  g_assert_false (jalon_element_contains (slow, book));
  g_assert_false (jalon_element_contains (find (document, "ana"), slow));

  jalon_element_foreach (project, append_id, ids);
  g_assert_cmpstr (ids->str, ==,
                   "project ana like ben trip mood pain go book slow high ride late low team fans "
                   "urgent web ");
  g_string_truncate (ids, 0);
  jalon_element_foreach_of (project,
                            JALON_KIND_BIT (JALON_KIND_STEP) | JALON_KIND_BIT (JALON_KIND_SCORE) |
                              JALON_KIND_BIT (JALON_KIND_PERSONA),
                            append_id, ids);
  g_assert_cmpstr (ids->str, ==, "ana ben book high ride low ");
  EXPECT_CRITICAL ("*parent != NULL*", jalon_element_get_index (project));
  EXPECT_CRITICAL ("*index < *", jalon_element_get_child (book, 2));
}

/* The index of each child, however they were shuffled and how many have gone. */
static void
test_index (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  JalonElement *team = find (document, "team");

  jalon_document_begin (document, "Shuffle");
  for (guint i = 0; i < 500; i++)
    {
      guint n = jalon_element_get_n_children (team);
      guint from = g_test_rand_int_range (0, n);
      guint to = g_test_rand_int_range (0, n + 1);

      if (i < 100)
        jalon_document_insert (document, team, to, jalon_element_new (JALON_KIND_AUDIENCE, NULL));
      else if (i < 400)
        jalon_document_move (document, jalon_element_get_child (team, from), team, to);
      else if (n > 1)
        jalon_document_remove (document, jalon_element_get_child (team, from));
      for (guint j = g_test_rand_int_range (0, 10); j < jalon_element_get_n_children (team); j += 7)
        g_assert_cmpuint (jalon_element_get_index (jalon_element_get_child (team, j)), ==, j);
    }
  jalon_document_commit (document);
}

static void
test_append (void)
{
  g_autoptr (JalonElement) stage = jalon_element_new (JALON_KIND_STAGE, NULL);
  g_autoptr (JalonElement) card = jalon_element_new (JALON_KIND_CARD, NULL);
  JalonElement *first = jalon_element_new (JALON_KIND_STEP, NULL);
  JalonElement *second = jalon_element_new (JALON_KIND_STEP, NULL);

  jalon_element_append (stage, first);
  jalon_element_append (stage, second);
  g_assert_true (jalon_element_get_child (stage, 1) == second);
  g_assert_cmpuint (jalon_element_get_index (second), ==, 1);
  EXPECT_CRITICAL ("*child->parent == NULL*", jalon_element_append (stage, first));
  EXPECT_CRITICAL ("*jalon_kind_can_hold*", jalon_element_append (stage, card));
  g_assert_cmpuint (jalon_element_get_n_children (stage), ==, 2);
}

static void
test_copy (void)
{
  g_autoptr (JalonElement) project = sample_project ();
  g_autoptr (JalonElement) copy = jalon_element_copy (project);
  g_autofree char *before = sample_dump (project);
  g_autofree char *after = sample_dump (copy);

  g_assert_cmpstr (after, ==, before);
  g_assert_true (copy != project);
  set (copy, JALON_FIELD_TITLE, "The copy");
  g_assert_cmpstr (jalon_element_get_title (project), ==, "");
}

static const char *
get_copied_id (GHashTable *pairs, const char *id)
{
  return jalon_element_get_id (g_hash_table_lookup (pairs, id));
}

static void
note_pairs (GHashTable *pairs, JalonElement *original, JalonElement *copy)
{
  g_hash_table_insert (pairs, (gpointer) jalon_element_get_id (original), copy);
  for (guint i = 0; i < jalon_element_get_n_children (original); i++)
    note_pairs (pairs, jalon_element_get_child (original, i), jalon_element_get_child (copy, i));
}

/* References among what is copied follow; those to the rest stay. */
static void
test_copy_as_new (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  g_autoptr (JalonElement) copy = jalon_element_copy_as_new (find (document, "trip"));
  g_autoptr (GHashTable) pairs = g_hash_table_new (g_str_hash, g_str_equal);
  JalonElement *slow;
  JalonElement *high;

  note_pairs (pairs, find (document, "trip"), copy);
  g_assert_cmpuint (g_hash_table_size (pairs), ==, 10);
  for (GList *all = g_hash_table_get_values (pairs); all; all = g_list_delete_link (all, all))
    {
      g_assert_null (jalon_document_lookup (document, jalon_element_get_id (all->data)));
      g_assert_null (jalon_element_get_document (all->data));
    }

  slow = g_hash_table_lookup (pairs, "slow");
  high = g_hash_table_lookup (pairs, "high");
  g_assert_cmpstr (jalon_element_get_text (slow, JALON_FIELD_LANE), ==,
                   get_copied_id (pairs, "pain"));
  g_assert_cmpstr (jalon_element_get_text (slow, JALON_FIELD_TAGS), ==, "urgent web");
  g_assert_cmpstr (jalon_element_get_text (high, JALON_FIELD_LANE), ==,
                   get_copied_id (pairs, "mood"));
  g_assert_cmpstr (jalon_element_get_text (high, JALON_FIELD_PERSONA), ==, "ana");
  g_assert_cmpstr (jalon_element_get_text (copy, JALON_FIELD_PERSONAS), ==, "ana ben");
}

static void
test_copy_maps_lists (void)
{
  g_autoptr (JalonElement) project = sample_project ();
  g_autoptr (JalonElement) copy = jalon_element_copy_as_new (project);
  g_autoptr (GHashTable) pairs = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *personas = NULL;

  note_pairs (pairs, project, copy);
  personas = g_strdup_printf ("%s %s", get_copied_id (pairs, "ana"), get_copied_id (pairs, "ben"));
  g_assert_cmpstr (jalon_element_get_text (g_hash_table_lookup (pairs, "trip"),
                                           JALON_FIELD_PERSONAS),
                   ==, personas);
}

static void
test_measure (void)
{
  g_autoptr (JalonElement) stage = jalon_element_new (JALON_KIND_STAGE, NULL);
  gsize empty = jalon_element_measure (stage);
  gsize filled;

  set (stage, JALON_FIELD_TITLE, "0123456789");
  filled = jalon_element_measure (stage);
  g_assert_cmpuint (filled, >=, empty + 10);
  jalon_element_append (stage, jalon_element_new (JALON_KIND_STEP, NULL));
  g_assert_cmpuint (jalon_element_measure (stage), >, filled + JALON_ID_LENGTH);
}

static void
note_items (GListModel *model, guint position, guint removed, guint added, GString *notes)
{
  g_string_append_printf (notes, "%s@%u-%u+%u ", jalon_element_get_id (JALON_ELEMENT (model)),
                          position, removed, added);
}

static void
test_list_model (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  JalonElement *book = find (document, "book");
  JalonElement *ride = find (document, "ride");
  GListModel *model = G_LIST_MODEL (book);
  g_autoptr (JalonElement) item = g_list_model_get_item (model, 1);
  g_autoptr (GString) notes = g_string_new (NULL);

  g_assert_true (g_list_model_get_item_type (model) == JALON_TYPE_ELEMENT);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 2);
  g_assert_true (item == find (document, "high"));
  g_assert_null (g_list_model_get_item (model, 2));

  g_signal_connect (book, "items-changed", G_CALLBACK (note_items), notes);
  g_signal_connect (ride, "items-changed", G_CALLBACK (note_items), notes);
  jalon_document_begin (document, "Change");
  jalon_document_insert (document, book, 1, jalon_element_new (JALON_KIND_CARD, "new"));
  jalon_document_remove (document, find (document, "slow"));
  jalon_document_move (document, find (document, "new"), ride, 9);
  set_text (document, "high", JALON_FIELD_VALUE, "1");
  jalon_document_commit (document);
  g_assert_cmpstr (notes->str, ==, "book@1-0+1 book@0-1+0 book@0-1+0 ride@2-0+1 ");

  g_string_truncate (notes, 0);
  jalon_document_undo (document);
  g_assert_cmpstr (notes->str, ==, "ride@2-1+0 book@0-0+1 book@0-0+1 book@1-1+0 ");
}

static void
test_finalized (void)
{
  JalonElement *project = sample_project ();
  g_autoptr (JalonElement) kept = g_object_ref (jalon_element_get_child (project, 0));
  JalonElement *other = jalon_element_get_child (project, 1);

  g_object_add_weak_pointer (G_OBJECT (project), (gpointer *) &project);
  g_object_add_weak_pointer (G_OBJECT (other), (gpointer *) &other);
  g_object_unref (project);
  g_assert_null (project);
  g_assert_null (other);
  g_assert_null (jalon_element_get_parent (kept));
  g_assert_cmpuint (jalon_element_get_n_children (kept), ==, 1);
}

/* Nothing but the document changes what is in it, nor what it may bring back. */
static void
test_claimed (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  g_autoptr (JalonElement) slow = g_object_ref (find (document, "slow"));
  g_autoptr (JalonElement) card = jalon_element_new (JALON_KIND_CARD, NULL);
  JalonElement *ride = find (document, "ride");

  EXPECT_CRITICAL ("*is_claimed*", jalon_element_set (slow, JALON_FIELD_TEXT, "x", NULL));
  EXPECT_CRITICAL ("*is_claimed*", jalon_element_append (ride, card));
  EXPECT_CRITICAL ("*is_claimed*",
                   jalon_element_take (slow, jalon_element_get_field (slow, JALON_FIELD_TEXT),
                                       g_strdup ("x")));
  jalon_document_begin (document, "Remove");
  jalon_document_remove (document, slow);
  jalon_document_commit (document);
  g_assert_null (jalon_element_get_document (slow));
  EXPECT_CRITICAL ("*is_claimed*", jalon_element_set (slow, JALON_FIELD_TEXT, "x", NULL));
  g_assert_cmpstr (jalon_element_get_text (slow, JALON_FIELD_TEXT), ==, "Slow");
}

/* Also of a kind that has no field of the sort, but a portrait. */
static void
test_liability (void)
{
  const JalonFieldId vital[] = { JALON_FIELD_OWNER, JALON_FIELD_PROCESS, JALON_FIELD_MEASURE };
  g_autoptr (JalonElement) audience = jalon_element_new (JALON_KIND_AUDIENCE, NULL);
  g_autoptr (JalonElement) persona = jalon_element_new (JALON_KIND_PERSONA, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (vital); i++)
    {
      g_assert_true (jalon_element_is_liability (audience));
      g_assert_true (jalon_element_set (audience, vital[i], "Somebody", NULL));
    }
  g_assert_false (jalon_element_is_liability (audience));
  g_assert_false (jalon_element_is_liability (persona));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/element/new", test_new);
  g_test_add_func ("/document/element/values", test_values);
  g_test_add_func ("/document/element/many-values", test_many_values);
  g_test_add_func ("/document/element/take", test_take);
  g_test_add_func ("/document/element/refused-values", test_refused_values);
  g_test_add_func ("/document/element/getters", test_getters);
  g_test_add_func ("/document/element/references", test_references);
  g_test_add_func ("/document/element/tree", test_tree);
  g_test_add_func ("/document/element/index", test_index);
  g_test_add_func ("/document/element/append", test_append);
  g_test_add_func ("/document/element/copy", test_copy);
  g_test_add_func ("/document/element/copy-as-new", test_copy_as_new);
  g_test_add_func ("/document/element/copy-maps-lists", test_copy_maps_lists);
  g_test_add_func ("/document/element/liability", test_liability);
  g_test_add_func ("/document/element/measure", test_measure);
  g_test_add_func ("/document/element/list-model", test_list_model);
  g_test_add_func ("/document/element/finalized", test_finalized);
  g_test_add_func ("/document/element/claimed", test_claimed);
  return g_test_run ();
}
