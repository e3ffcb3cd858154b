/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Trees before and after, as the file has them. */

#include "fixture.h"
#include "widgets/jalon-commands.h"

/* The stages of the journey as the file has them, with @id, if not NULL, as "NEW". */
static char *
to_xml (JalonDocument *document, const char *id)
{
  g_autoptr (GBytes) bytes = fixture_to_bytes (document);
  g_autoptr (GString)
    xml = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  const char *begin = strstr (xml->str, "<stage");
  const char *end = strstr (xml->str, "  </journey>");

  g_string_truncate (xml, (gsize) (end - xml->str));
  g_string_erase (xml, 0, begin - xml->str);
  g_string_replace (xml, "\n    ", "\n", 0);
  if (id != NULL)
    g_string_replace (xml, id, "NEW", 0);
  return g_string_free (g_steal_pointer (&xml), FALSE);
}

/* What is so before a test begins. */
static void
set (JalonDocument *document, const char *id, JalonFieldId field, const char *text)
{
  jalon_document_begin_coalesced (document, "Prepare", "prepare");
  g_assert_true (jalon_document_set (document, fixture_get (document, id), field, text, NULL));
  jalon_document_commit (document);
  jalon_document_end_coalescing (document);
}

static void
check_nothing_to_undo (JalonDocument *document)
{
  const char *label = jalon_document_get_undo_label (document);

  g_assert_true (label == NULL || strcmp (label, "Prepare") == 0);
}

/* One step takes everything back, and leaves nothing else to undo. */
static void
check_undo (JalonDocument *document, GBytes *before, const char *label)
{
  fixture_check_undo (document, before, label);
  check_nothing_to_undo (document);
}

static char *
add_beside (JalonDocument *document, const char *id, gboolean is_before)
{
  return g_strdup (jalon_element_get_id (
    jalon_commands_add_beside (document, fixture_get (document, id), NULL, is_before, NULL)));
}

/* At the end of a stage, as lists do it. */
static char *
add (JalonDocument *document, const char *id)
{
  const JalonSlot slot = { .parent = (char *) id, .kind = JALON_KIND_STEP };

  return g_strdup (jalon_element_get_id (jalon_commands_add (document, &slot, NULL, NULL, NULL)));
}

static char *
add_before (JalonDocument *document, const char *id)
{
  return add_beside (document, id, TRUE);
}

static char *
add_after (JalonDocument *document, const char *id)
{
  return add_beside (document, id, FALSE);
}

/* The cell of a card; a step lies in none. */
static char *
split (JalonDocument *document, const char *id)
{
  JalonElement *element = fixture_get (document, id);
  gboolean is_card = jalon_element_get_kind (element) == JALON_KIND_CARD;
  const JalonSlot cell = {
    .parent = (char *) jalon_element_get_id (jalon_element_get_parent (element)),
    .kind = JALON_KIND_CARD,
    .field = JALON_FIELD_LANE,
    .value = (char *) (is_card ? jalon_element_get_text (element, JALON_FIELD_LANE) : ""),
  };
  const JalonSlot *slot = is_card ? &cell : NULL;

  if (!jalon_commands_can_split (element, slot))
    return NULL;
  return g_strdup (jalon_element_get_id (jalon_commands_split (document, element, slot, NULL)));
}

static char *
merge (JalonDocument *document, const char *ids)
{
  g_autoptr (GPtrArray) elements = fixture_get_all (document, ids);
  g_autofree char *lost = NULL;

  if (!jalon_commands_can_merge (document, elements))
    return NULL;
  lost = jalon_commands_merge (document, elements);
  g_assert_true (lost == NULL || strcmp (lost, "Score") == 0);
  return g_strdup ("");
}

static char *delete (JalonDocument *document, const char *id)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  g_ptr_array_add (elements, fixture_get (document, id));
  jalon_commands_remove (document, elements);
  return g_strdup ("");
}

typedef struct
{
  const char *name;
  char *(*act) (JalonDocument *document, const char *id);
  const char *id;
  const char *span; /* of c2, which begins in s1; or NULL */
  const char *label;
  const char *after; /* NULL if it cannot be done */
} Case;

#define C1 "    <card id=\"c1\" lane=\"does\">Looks at pictures</card>\n"
#define C2 "    <card id=\"c2\" lane=\"does\">Makes a list</card>\n"
#define C2_OVER(N) "    <card id=\"c2\" lane=\"does\" span=\"" N "\">Makes a list</card>\n"
#define C3 "    <card id=\"c3\" lane=\"does\">Opens eleven tabs</card>\n"
#define C4 "    <card id=\"c4\" lane=\"thinks\">It looks nice</card>\n"
#define P1 "    <card id=\"p1\" lane=\"pains\">Too many sites</card>\n"
#define E1 "    <score id=\"e1\" lane=\"feels\" persona=\"awa\" value=\"1\"/>\n"
#define E2 "    <score id=\"e2\" lane=\"feels\" persona=\"awa\" value=\"-1\"/>\n"
#define STEP(ID, TITLE) "  <step id=\"" ID "\" title=\"" TITLE "\">\n"
#define EMPTY(ID, TITLE) "  <step id=\"" ID "\" title=\"" TITLE "\"/>\n"
#define NEW_STEP "  <step id=\"NEW\"/>\n"
#define END "  </step>\n"
#define S1 STEP ("s1", "Dream") C1 C2 C4 E1 END
#define S2 STEP ("s2", "Search") C3 P1 E2 END
#define S3 EMPTY ("s3", "Arrive")
#define S4 EMPTY ("s4", "Leave")
#define STAGE(ID, TITLE) "<stage id=\"" ID "\" title=\"" TITLE "\">\n"
#define NEW_STAGE "<stage id=\"NEW\">\n"
#define G1 STAGE ("g1", "Before")
#define G2 STAGE ("g2", "After")
#define OVER "</stage>\n"

static const Case cases[] = {
  { "step-before", add_before, "s2", NULL, "Add Step", G1 S1 NEW_STEP S2 OVER G2 S3 S4 OVER },
  { "step-after", add_after, "s2", NULL, "Add Step", G1 S1 S2 NEW_STEP OVER G2 S3 S4 OVER },
  { "stage-before", add_before, "g1", NULL, "Add Stage",
    "<stage id=\"NEW\"/>\n" G1 S1 S2 OVER G2 S3 S4 OVER },
  { "stage-after", add_after, "g1", NULL, "Add Stage",
    G1 S1 S2 OVER "<stage id=\"NEW\"/>\n" G2 S3 S4 OVER },

  /* A card grows with what is put under it, and only then. */
  { "under-card", add_before, "s2", "2", "Add Step",
    G1 STEP ("s1", "Dream") C1 C2_OVER ("3") C4 E1 END NEW_STEP S2 OVER G2 S3 S4 OVER },
  { "under-card-at-end", add, "g1", "3", "Add Step",
    G1 STEP ("s1", "Dream") C1 C2_OVER ("4") C4 E1 END S2 NEW_STEP OVER G2 S3 S4 OVER },
  { "behind-card", add_after, "s2", "2", "Add Step",
    G1 STEP ("s1", "Dream") C1 C2_OVER ("2") C4 E1 END S2 NEW_STEP OVER G2 S3 S4 OVER },
  { "before-card", add_before, "s1", "2", "Add Step",
    G1 NEW_STEP STEP ("s1", "Dream") C1 C2_OVER ("2") C4 E1 END S2 OVER G2 S3 S4 OVER },
  { "delete-under-card", delete, "s2", "3", "Delete Step",
    G1 STEP ("s1", "Dream") C1 C2_OVER ("2") C4 E1 END OVER G2 S3 S4 OVER },
  { "delete-stage-under-card", delete, "g2", "4", "Delete Stage",
    G1 STEP ("s1", "Dream") C1 C2_OVER ("2") C4 E1 END S2 OVER },

  { "split-stage", split, "s2", NULL, "Split Stage", G1 S1 OVER NEW_STAGE S2 OVER G2 S3 S4 OVER },
  { "split-stage-under-card", split, "s2", "2", "Split Stage",
    G1 STEP ("s1", "Dream") C1 C2_OVER ("2") C4 E1 END OVER NEW_STAGE S2 OVER G2 S3 S4 OVER },
  { "split-stage-at-first", split, "s1", NULL, NULL, NULL },
  { "split-stage-itself", split, "g2", NULL, NULL, NULL },
  { "split-step", split, "c2", NULL, "Split Step",
    G1 STEP ("s1", "Dream") C1 C4 E1 END "  <step id=\"NEW\">\n" C2 END S2 OVER G2 S3 S4 OVER },
  { "split-step-keeps-span", split, "c2", "2", "Split Step",
    G1 STEP ("s1", "Dream") C1 C4 E1 END "  <step id=\"NEW\">\n" C2_OVER ("2")
      END S2 OVER G2 S3 S4 OVER },
  { "split-step-at-first", split, "c4", NULL, NULL, NULL },

  { "merge-stages", merge, "g1", NULL, "Merge Stage",
    STAGE ("g1", "Before / After") S1 S2 S3 S4 OVER },
  { "merge-steps", merge, "s1", NULL, "Merge Step",
    G1 STEP ("s1", "Dream / Search") C1 C2 C4 E1 C3 P1 END OVER G2 S3 S4 OVER },
  { "merge-steps-under-card", merge, "s1", "3", "Merge Step",
    G1 STEP ("s1", "Dream / Search") C1 C2_OVER ("2") C4 E1 C3 P1 END OVER G2 S3 S4 OVER },
  { "merge-both-steps", merge, "s2 s1", NULL, "Merge Step",
    G1 STEP ("s1", "Dream / Search") C1 C2 C4 E1 C3 P1 END OVER G2 S3 S4 OVER },
  { "merge-steps-apart", merge, "s1 s3", NULL, NULL, NULL },
  { "merge-all-lanes", merge, "does thinks", NULL, NULL, NULL },
  { "merge-last-step", merge, "s2", NULL, NULL, NULL },
  { "merge-last-stage", merge, "g2", NULL, NULL, NULL },
  { "merge-cards", merge, "c1", NULL, NULL, NULL },
  { "merge-lanes", merge, "does", NULL, NULL, NULL },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GBytes) before = NULL;
  g_autofree char *id = NULL;
  g_autofree char *xml = NULL;

  if (c->span != NULL)
    set (document, "c2", JALON_FIELD_SPAN, c->span);
  before = fixture_to_bytes (document);
  id = c->act (document, c->id);
  g_assert_cmpint (id != NULL, ==, c->after != NULL);
  if (id == NULL)
    return;
  xml = to_xml (document, id[0] != '\0' ? id : NULL);
  g_assert_cmpstr (xml, ==, c->after);
  if (id[0] != '\0')
    g_assert_cmpstr (jalon_document_get_selection (document)[0], ==, id);
  check_undo (document, before, c->label);
}

/* What both say is joined, what one says is kept, and what only one can say is the first's. */
static void
test_merge_fields (void)
{
  static const struct
  {
    JalonFieldId field;
    const char *first, *second, *merged;
    const char *lost;
  } fields[] = {
    { JALON_FIELD_TITLE, "Dream", "", "Dream", NULL },
    { JALON_FIELD_TITLE, "", "Search", "Search", NULL },
    { JALON_FIELD_TITLE, "Same", "Same", "Same", NULL },
    { JALON_FIELD_DESCRIPTION, "One", "Two\nlines", "One\nTwo\nlines", NULL },
    { JALON_FIELD_OWNER, "Lina", "Tom", "Lina / Tom", NULL },
    { JALON_FIELD_TAGS, "tag1", "tag2 tag1", "tag1 tag2", NULL },
    { JALON_FIELD_TAGS, "", "tag2", "tag2", NULL },
    { JALON_FIELD_MOMENT_OF_TRUTH, "no", "yes", "yes", NULL },
    { JALON_FIELD_MOMENT_OF_TRUTH, "yes", "no", "yes", NULL },
    { JALON_FIELD_IMPORTANCE, "", "4", "4", NULL },
    { JALON_FIELD_IMPORTANCE, "0", "4", "0", "Importance" },
    { JALON_FIELD_IMPORTANCE, "4", "", "4", NULL },
    { JALON_FIELD_MEDIUM, "unset", "digital", "digital", NULL },
    { JALON_FIELD_MEDIUM, "physical", "digital", "physical", "Physical or digital" },
    { JALON_FIELD_PERSONALISATION, "none", "deep", "deep", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (JalonDocument) document = fixture_new ();
      JalonElement *first = fixture_get (document, "s3");
      g_autoptr (GPtrArray) steps = fixture_get_all (document, "s3");
      g_autofree char *lost = NULL;

      set (document, "s3", JALON_FIELD_TITLE, "x");
      set (document, "s4", JALON_FIELD_TITLE, "x");
      set (document, "s3", fields[i].field, fields[i].first);
      set (document, "s4", fields[i].field, fields[i].second);
      lost = jalon_commands_merge (document, steps);
      g_assert_cmpstr (jalon_element_get_text (first, fields[i].field), ==, fields[i].merged);
      g_assert_cmpstr (lost, ==, fields[i].lost);
    }
}

/* A step has one score by a persona: the first stays with what both rest on. Others stay apart. */
static void
test_merge_scores (void)
{
  static const struct
  {
    JalonFieldId field;
    const char *first, *second; /* of the two scores */
    const char *lost;
    guint n_left;
  } pairs[] = {
    { JALON_FIELD_VALUE, "1", "-1", "Score", 1 },
    { JALON_FIELD_VALUE, "1", "1", NULL, 1 },
    { JALON_FIELD_PERSONA, "awa", "jean", NULL, 2 },
    { JALON_FIELD_STATE, "as-is", "to-be", NULL, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (JalonDocument) document = fixture_new ();
      JalonElement *step = fixture_get (document, "s1");
      g_autoptr (GPtrArray) steps = fixture_get_all (document, "s1");
      JalonElement *scores[] = { fixture_get (document, "e1"), fixture_get (document, "e2") };
      g_autofree char *lost = NULL;
      guint n = 0;

      jalon_document_begin (document, "Set up");
      jalon_document_set (document, scores[1], JALON_FIELD_VALUE, "1", NULL);
      jalon_document_set (document, scores[0], JALON_FIELD_EVIDENCE, "Interviews", NULL);
      jalon_document_set (document, scores[1], JALON_FIELD_EVIDENCE, "A survey", NULL);
      g_assert_true (
        jalon_document_set (document, scores[0], pairs[i].field, pairs[i].first, NULL));
      g_assert_true (
        jalon_document_set (document, scores[1], pairs[i].field, pairs[i].second, NULL));
      jalon_document_commit (document);
      lost = jalon_commands_merge (document, steps);
      g_assert_cmpstr (lost, ==, pairs[i].lost);
      for (guint j = 0; j < jalon_element_get_n_children (step); j++)
        n += jalon_element_get_kind (jalon_element_get_child (step, j)) == JALON_KIND_SCORE;
      g_assert_cmpuint (n, ==, pairs[i].n_left);
      g_assert_cmpstr (jalon_element_get_text (fixture_get (document, "e1"), JALON_FIELD_EVIDENCE),
                       ==, n == 1 ? "Interviews / A survey" : "Interviews");
      g_assert_true (jalon_document_undo (document));
      g_assert_nonnull (jalon_document_lookup (document, "e2"));
    }
}

/* The phase of a stage is one of three, so that of the first stays although no file spells it. */
static void
test_merge_phases (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  JalonElement *first = fixture_get (document, "g1");
  g_autoptr (GPtrArray) stages = fixture_get_all (document, "g1");
  g_autofree char *lost = NULL;

  set (document, "g2", JALON_FIELD_PHASE, "after");
  set (document, "g2", JALON_FIELD_COLOUR, "sky");
  lost = jalon_commands_merge (document, stages);
  g_assert_cmpstr (lost, ==, "Phase");
  g_assert_cmpstr (jalon_element_get_text (first, JALON_FIELD_PHASE), ==, "before");
  g_assert_cmpstr (jalon_element_get_text (first, JALON_FIELD_COLOUR), ==, "sky");
}

/* Three of four, the last selected first, in one step. */
static void
test_merge_several (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GPtrArray) steps = fixture_get_all (document, "s3 s2 s1");
  g_autofree char *lost = NULL;

  jalon_document_begin_coalesced (document, "Prepare", "prepare");
  jalon_document_move (document, fixture_get (document, "s3"), fixture_get (document, "g1"), 2);
  jalon_document_commit (document);
  jalon_document_end_coalescing (document);
  before = fixture_to_bytes (document);
  g_assert_true (jalon_commands_can_merge (document, steps));
  lost = jalon_commands_merge (document, steps);
  fixture_check_children (document, "g1", "s1");
  g_assert_cmpstr (jalon_element_get_title (fixture_get (document, "s1")), ==,
                   "Dream / Search / Arrive");
  check_undo (document, before, "Merge Step");
}

static void
test_split_inherits (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  JalonElement *second;

  set (document, "g1", JALON_FIELD_PHASE, "during");
  set (document, "g1", JALON_FIELD_DESCRIPTION, "Long");
  second = jalon_commands_split (document, fixture_get (document, "s2"), NULL, NULL);
  g_assert_cmpstr (jalon_element_get_text (second, JALON_FIELD_PHASE), ==, "during");
  g_assert_false (jalon_element_has (second, JALON_FIELD_DESCRIPTION));
}

/* A new step that is not wanted after all leaves nothing, not even in the cards above it. */
static void
test_discard (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  JalonElement *step;

  set (document, "c2", JALON_FIELD_SPAN, "2");
  before = fixture_to_bytes (document);
  step = jalon_commands_add_beside (document, fixture_get (document, "s2"), NULL, TRUE, "k");
  g_assert_cmpfloat (jalon_element_get_number (fixture_get (document, "c2"), JALON_FIELD_SPAN), ==,
                     3);
  jalon_commands_discard (document, step, "k");
  after = fixture_to_bytes (document);
  g_assert_true (g_bytes_equal (before, after));
  check_nothing_to_undo (document);
}

static void
test_to_be (void)
{
  static const struct
  {
    const char *language, *title, *copied;
  } titles[] = {
    { "en", "A trip", "A trip (to be)" },
    { "en", "", "To be" },
    { "fr", "Un voyage", "Un voyage (cible)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (JalonDocument) document = fixture_new ();
      g_autoptr (GBytes) before = NULL;
      JalonElement *map = fixture_get (document, "trip");
      JalonElement *copy, *step;

      set (document, "project", JALON_FIELD_LANGUAGE, titles[i].language);
      set (document, "trip", JALON_FIELD_TITLE, titles[i].title);
      before = fixture_to_bytes (document);
      g_assert_true (jalon_commands_can_make_to_be (map));
      copy = jalon_commands_make_to_be (document, map);
      g_assert_cmpstr (jalon_element_get_title (copy), ==, titles[i].copied);
      g_assert_cmpstr (jalon_element_get_text (copy, JALON_FIELD_STATE), ==, "to-be");
      g_assert_true (jalon_document_follow (copy, JALON_FIELD_COUNTERPART) == map);
      g_assert_true (jalon_document_follow (map, JALON_FIELD_COUNTERPART) == copy);
      g_assert_cmpuint (jalon_element_get_index (copy), ==, jalon_element_get_index (map) + 1);
      g_assert_false (jalon_commands_can_make_to_be (copy));
      g_assert_false (jalon_commands_can_make_to_be (fixture_get (document, "head")));

      /* The curve is there, in lanes of its own. */
      step = jalon_element_get_child (jalon_element_get_child (copy, 4), 0);
      step = jalon_element_get_child (step, 3);
      g_assert_cmpint (jalon_element_get_kind (step), ==, JALON_KIND_SCORE);
      g_assert_cmpfloat (jalon_element_get_number (step, JALON_FIELD_VALUE), ==, 1);
      g_assert_true (jalon_document_follow (step, JALON_FIELD_LANE) ==
                     jalon_element_get_child (copy, 2));
      check_undo (document, before, "Duplicate as To-Be");
    }
}

/* To another type and back, through all of them, changes no byte: what a type does not show stays
 * in the cards. */
static void
test_lane_types (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GPtrArray) lanes = g_ptr_array_new ();
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  for (guint i = 0; i < 4; i++)
    g_ptr_array_add (lanes, jalon_element_get_child (fixture_get (document, "trip"), i));
  set (document, "p1", JALON_FIELD_EFFORT, "3");
  set (document, "c1", JALON_FIELD_CHANNEL, "app");
  before = fixture_to_bytes (document);
  for (guint i = 0; i < lanes->len; i++)
    {
      g_autoptr (GPtrArray) lane = g_ptr_array_new ();
      const char *type = jalon_element_get_text (g_ptr_array_index (lanes, i), JALON_FIELD_TYPE);
      g_autofree char *original = g_strdup (type);

      g_ptr_array_add (lane, g_ptr_array_index (lanes, i));
      for (guint j = 0; j < JALON_N_LANE_TYPES; j++)
        g_assert_true (jalon_commands_set (document, lane, JALON_FIELD_TYPE,
                                           jalon_lane_type_choices[j].nick, NULL, NULL));
      g_assert_true (jalon_commands_set (document, lane, JALON_FIELD_TYPE, original, NULL, NULL));
    }
  after = fixture_to_bytes (document);
  g_assert_true (g_bytes_equal (before, after));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/structure/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/structure/merge-fields", test_merge_fields);
  g_test_add_func ("/structure/merge-scores", test_merge_scores);
  g_test_add_func ("/structure/merge-phases", test_merge_phases);
  g_test_add_func ("/structure/merge-several", test_merge_several);
  g_test_add_func ("/structure/split-inherits", test_split_inherits);
  g_test_add_func ("/structure/discard", test_discard);
  g_test_add_func ("/structure/to-be", test_to_be);
  g_test_add_func ("/structure/lane-types", test_lane_types);
  return fixture_run ();
}
