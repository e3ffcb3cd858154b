/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "widgets/jalon-commands.h"

/* That one step led here from @before; none, if nothing has changed. */
static void
check_step (JalonDocument *document, GBytes *before, const char *label)
{
  g_autoptr (GBytes) after = fixture_to_bytes (document);

  if (!g_bytes_equal (before, after))
    fixture_check_undo (document, before, label);
  g_assert_null (jalon_document_get_undo_label (document));
}

static void
test_in_order (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GPtrArray) elements = fixture_get_all (document, "c3 s2 c2 trip s1 c1 g1 awa");
  g_autoptr (GPtrArray) wanted = fixture_get_all (document, "awa trip g1 s1 c1 c2 s2 c3");
  g_autoptr (GPtrArray) sorted = jalon_commands_in_order (document, elements);

  g_assert_cmpuint (sorted->len, ==, wanted->len);
  for (guint i = 0; i < sorted->len; i++)
    g_assert_true (sorted->pdata[i] == wanted->pdata[i]);
}

static void
test_place (void)
{
  static const struct
  {
    const char *what, *step, *lane, *before;
    const char *s1, *s2;
  } cases[] = {
    /* within the cell, to the end, before another, and to where it is */
    { "c1", "s1", "does", NULL, "c2 c1 c4 e1", "c3 p1 e2" },
    { "c2", "s1", "does", "c1", "c2 c1 c4 e1", "c3 p1 e2" },
    { "c1", "s1", "does", "c2", "c1 c2 c4 e1", "c3 p1 e2" },
    { "c2", "s1", "does", NULL, "c1 c2 c4 e1", "c3 p1 e2" },
    { "c1 c2", "s1", "does", NULL, "c1 c2 c4 e1", "c3 p1 e2" },
    /* to another step, another lane */
    { "c1", "s2", "does", NULL, "c2 c4 e1", "c3 c1 p1 e2" },
    { "c1", "s2", "does", "c3", "c2 c4 e1", "c1 c3 p1 e2" },
    { "c1", "s2", "thinks", NULL, "c2 c4 e1", "c3 p1 e2 c1" },
    { "c4", "s1", "does", NULL, "c1 c2 c4 e1", "c3 p1 e2" },
    { "c4 c2", "s1", "does", NULL, "c1 c2 c4 e1", "c3 p1 e2" },
    /* as they stand, in whatever order they were selected */
    { "c1 c2", "s2", "does", "c3", "c4 e1", "c1 c2 c3 p1 e2" },
    { "c2 c1", "s2", "does", "c3", "c4 e1", "c1 c2 c3 p1 e2" },
    { "c3 c2 c1", "s1", "thinks", NULL, "c4 c1 c2 c3 e1", "p1 e2" },
    /* before one of themselves */
    { "c1 c2", "s1", "does", "c1", "c1 c2 c4 e1", "c3 p1 e2" },
    { "c1 c2", "s1", "does", "c2", "c1 c2 c4 e1", "c3 p1 e2" },
    /* what does not belong there stays */
    { "e1 c1", "s2", "does", NULL, "c2 c4 e1", "c3 c1 p1 e2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JalonDocument) document = fixture_new ();
      g_autoptr (GBytes) before = fixture_to_bytes (document);
      g_autoptr (GPtrArray) elements = fixture_get_all (document, cases[i].what);
      const JalonSlot slot = fixture_make_cell (cases[i].step, cases[i].lane);
      JalonElement *next = cases[i].before != NULL ? fixture_get (document, cases[i].before) : NULL;

      jalon_commands_place (document, elements, &slot, next, NULL);
      fixture_check_children (document, "s1", cases[i].s1);
      fixture_check_children (document, "s2", cases[i].s2);
      check_step (document, before, cases[i].what[0] == 'e' ? "Move Score" : "Move Card");
    }
}

/* Each goes its own way, in one step. */
static void
test_place_each (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GBytes) before = fixture_to_bytes (document);
  g_autoptr (GPtrArray) elements = fixture_get_all (document, "c1 c2 c3");
  g_autoptr (GPtrArray) slots = g_ptr_array_new ();
  JalonSlot second = fixture_make_cell ("s2", "does");
  JalonSlot third = fixture_make_cell ("s3", "does");

  g_ptr_array_add (slots, &second);
  g_ptr_array_add (slots, &second);
  g_ptr_array_add (slots, &third);
  jalon_commands_place_each (document, elements, slots);
  fixture_check_children (document, "s1", "c4 e1");
  fixture_check_children (document, "s2", "c1 c2 p1 e2");
  fixture_check_children (document, "s3", "c3");
  check_step (document, before, "Move Card");
}

/* What is copied stays, and what does not belong there is left out. */
static void
test_place_copies (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GBytes) before = fixture_to_bytes (document);
  g_autoptr (GPtrArray) elements = fixture_get_all (document, "e1 c1 c2");
  const JalonSlot slot = fixture_make_cell ("s2", "does");
  g_autofree char *wanted = NULL;
  const char *const *ids;

  jalon_commands_place_copies (document, elements, &slot, fixture_get (document, "c3"), NULL);
  ids = jalon_document_get_selection (document);
  wanted = g_strdup_printf ("%s %s c3 p1 e2", ids[0], ids[1]);
  fixture_check_children (document, "s1", "c1 c2 c4 e1");
  fixture_check_children (document, "s2", wanted);
  g_assert_cmpstr (jalon_element_get_title (fixture_get (document, ids[1])), ==, "Makes a list");
  fixture_check_undo (document, before, "Duplicate Card");
}

static void
test_put_beside (void)
{
  static const struct
  {
    const char *what, *other;
    gboolean is_after;
    const char *parent, *children;
    const char *label;
  } cases[] = {
    { "c1", "c2", TRUE, "s1", "c2 c1 c4 e1", "Move Card" },
    { "c2", "c1", FALSE, "s1", "c2 c1 c4 e1", "Move Card" },
    { "c1", "c2", FALSE, "s1", "c1 c2 c4 e1", NULL },
    { "s2 s1", "s4", TRUE, "g2", "s3 s4 s1 s2", "Move Step" },
    { "s1 s2", "s4", FALSE, "g2", "s3 s1 s2 s4", "Move Step" },
    /* beside one of themselves: together */
    { "c1 c4", "c1", FALSE, "s1", "c1 c4 c2 e1", "Move Card" },
    { "c1 c4", "c4", TRUE, "s1", "c2 c1 c4 e1", "Move Card" },
    { "s1 s2", "s1", FALSE, "g1", "s1 s2", NULL },
    { "s1 s2", "s2", TRUE, "g1", "s1 s2", NULL },
    { "g1 g2", "g2", TRUE, "trip", "does thinks feels pains g1 g2", NULL },
    /* into what holds them */
    { "s4 s3", "g1", FALSE, "g1", "s3 s4 s1 s2", "Move Step" },
    { "s1", "g1", FALSE, "g1", "s1 s2", NULL },
    /* another kind stays */
    { "s1 g2", "s4", TRUE, "trip", "does thinks feels pains g1 g2", "Move Step" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JalonDocument) document = fixture_new ();
      g_autoptr (GBytes) before = fixture_to_bytes (document);
      g_autoptr (GPtrArray) elements = fixture_get_all (document, cases[i].what);

      jalon_commands_put_beside (document, elements, fixture_get (document, cases[i].other),
                                 cases[i].is_after);
      fixture_check_children (document, cases[i].parent, cases[i].children);
      g_assert_cmpstr (jalon_document_get_undo_label (document), ==, cases[i].label);
      check_step (document, before, cases[i].label);
    }
}

static void
test_shift (void)
{
  static const struct
  {
    const char *hidden, *pinned; /* lanes; or NULL */
    const char *what;
    int by;
    const char *parent, *children; /* NULL if they cannot move */
  } cases[] = {
    { NULL, NULL, "s1", 1, "g1", "s2 s1" },
    { NULL, NULL, "s2", 1, "g2", "s2 s3 s4" },
    { NULL, NULL, "s3", -1, "g1", "s1 s2 s3" },
    { NULL, NULL, "s4", 1, NULL, NULL },
    /* Lanes stand before the stages: a stage passes stages only, and nothing leaves its map. */
    { NULL, NULL, "g2", -1, "trip", "does thinks feels pains g2 g1" },
    { NULL, NULL, "g1", -1, NULL, NULL },
    { NULL, NULL, "pains", 1, NULL, NULL },
    { NULL, NULL, "boss", 1, NULL, NULL },

    /* several, and all stay where the foremost cannot go on */
    { NULL, NULL, "s1 s2", 1, "g2", "s1 s2 s3 s4" },
    { NULL, NULL, "s4 s3", -1, "g1", "s1 s2 s3 s4" },
    { NULL, NULL, "s1 s3", 1, "g2", "s4 s3" },
    { NULL, NULL, "s3 s4", 1, NULL, NULL },
    { NULL, NULL, "g1 g2", 1, NULL, NULL },
    { NULL, NULL, "thinks does", 1, "trip", "feels does thinks pains g1 g2" },
    { NULL, NULL, "thinks pains", -1, "trip", "thinks does pains feels g1 g2" },
    { NULL, NULL, "does thinks", -1, NULL, NULL },

    /* A lane passes the next one that people see, and pinned lanes are among themselves. */
    { NULL, NULL, "does", 1, "trip", "thinks does feels pains g1 g2" },
    { NULL, NULL, "pains", -1, "trip", "does thinks pains feels g1 g2" },
    { NULL, NULL, "does", -1, NULL, NULL },
    { "thinks", NULL, "does", 1, "trip", "thinks feels does pains g1 g2" },
    { "thinks", NULL, "feels", -1, "trip", "feels does thinks pains g1 g2" },
    { NULL, "does", "does", 1, NULL, NULL },
    { NULL, "does", "thinks", -1, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JalonDocument) document = fixture_new ();
      g_autoptr (GPtrArray) elements = fixture_get_all (document, cases[i].what);
      g_autoptr (GBytes) before = NULL;
      g_autoptr (GBytes) after = NULL;
      guint64 revision;

      jalon_document_begin (document, "Flags");
      if (cases[i].hidden != NULL)
        jalon_document_set (document, fixture_get (document, cases[i].hidden), JALON_FIELD_HIDDEN,
                            "yes", NULL);
      if (cases[i].pinned != NULL)
        jalon_document_set (document, fixture_get (document, cases[i].pinned), JALON_FIELD_PINNED,
                            "yes", NULL);
      jalon_document_commit (document);
      before = fixture_to_bytes (document);
      revision = jalon_document_get_revision (document);
      g_assert_cmpint (jalon_commands_shift (document, elements, cases[i].by), ==,
                       cases[i].children != NULL);
      g_assert_cmpint (jalon_document_get_revision (document) != revision, ==,
                       cases[i].children != NULL);
      if (cases[i].children == NULL)
        continue;
      fixture_check_children (document, cases[i].parent, cases[i].children);
      g_assert_true (jalon_document_undo (document));
      after = fixture_to_bytes (document);
      g_assert_true (g_bytes_equal (before, after));
    }
}

static double
get_value (JalonDocument *document, const char *score)
{
  return jalon_element_get_number (fixture_get (document, score), JALON_FIELD_VALUE);
}

/* The first goes where it is put, the others as far; e1 is at 1, e2 at −1. */
static void
test_place_on_plane (void)
{
  static const struct
  {
    const char *what;
    const char *other_lane; /* of e2; or NULL */
    double y;
    double e1, e2;
  } cases[] = {
    { "e1", NULL, 75, -1, -1 },       { "e1 e2", NULL, 0, 2, 0 },     { "e1 e2", NULL, 50, 0, -2 },
    { "e1 e2 c1", NULL, 75, -1, -2 }, { "e1 e2", "pains", 0, 2, -1 }, { "e1 e2", NULL, 25, 1, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JalonDocument) document = fixture_new ();
      g_autoptr (GPtrArray) elements = fixture_get_all (document, cases[i].what);
      const JalonSlot slot = fixture_make_scale ("s1");

      jalon_document_begin (document, "Prepare");
      if (cases[i].other_lane != NULL)
        jalon_document_set (document, fixture_get (document, "e2"), JALON_FIELD_LANE,
                            cases[i].other_lane, NULL);
      jalon_document_commit (document);
      jalon_commands_place (document, elements, &slot, NULL, &(JalonPoint){ 0, cases[i].y });
      g_assert_cmpfloat (get_value (document, "e1"), ==, cases[i].e1);
      g_assert_cmpfloat (get_value (document, "e2"), ==, cases[i].e2);
      fixture_check_children (document, "s1", "c1 c2 c4 e1");
      fixture_check_children (document, "s2", "c3 p1 e2");
    }
}

/* Copies lie as far from each other as what they are of. */
static void
test_copies_on_plane (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GBytes) before = fixture_to_bytes (document);
  g_autoptr (GPtrArray) elements = fixture_get_all (document, "e2 e1");
  const JalonSlot slot = fixture_make_scale ("s3");
  const char *const *ids;

  jalon_commands_place_copies (document, elements, &slot, NULL, &(JalonPoint){ 0, 100 });
  ids = jalon_document_get_selection (document);
  g_assert_cmpuint (g_strv_length ((char **) ids), ==, 2);
  g_assert_cmpfloat (get_value (document, ids[0]), ==, -2);
  g_assert_cmpfloat (get_value (document, ids[1]), ==, 0);
  g_assert_cmpfloat (get_value (document, "e1"), ==, 1);
  g_assert_cmpfloat (get_value (document, "e2"), ==, -1);
  check_step (document, before, "Duplicate Score");
}

static void
test_nudge (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GBytes) before = fixture_to_bytes (document);
  const JalonSlot slot = fixture_make_scale ("s1");
  g_autoptr (GPtrArray) elements = fixture_get_all (document, "e1 e2 c1");

  g_assert_true (jalon_commands_nudge (document, elements, &slot, 0, 5));
  g_assert_cmpfloat_with_epsilon (get_value (document, "e1"), 1.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_value (document, "e2"), -0.5, 1e-9);
  g_assert_true (jalon_commands_nudge (document, elements, &slot, 0, 50));
  g_assert_cmpfloat (get_value (document, "e1"), ==, 2);
  g_assert_false (jalon_commands_nudge (document, elements, &slot, 5, 0));
  check_step (document, before, "Move Score");
}

static void
test_score (void)
{
  static const double values[] = { -2, -1, 0, 1, 2 };
  const JalonSlot slot = fixture_make_scale ("s3");
  const JalonSlot cards = fixture_make_cell ("s3", "does");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  for (int digit = 1; digit <= 5; digit++)
    {
      g_autoptr (JalonDocument) document = fixture_new ();
      g_autoptr (GBytes) before = fixture_to_bytes (document);
      JalonElement *score = jalon_commands_score (document, &slot, none, digit);

      g_assert_cmpfloat (jalon_element_get_number (score, JALON_FIELD_VALUE), ==,
                         values[digit - 1]);
      g_assert_true (jalon_slot_contains (&slot, score));
      fixture_check_undo (document, before, "Set Score");
      g_assert_null (jalon_commands_score (document, &cards, none, digit));
    }
}

static void
test_score_several (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GBytes) before = fixture_to_bytes (document);
  g_autoptr (GPtrArray) elements = fixture_get_all (document, "e2 e1 c1");
  const JalonSlot slot = fixture_make_scale ("s2");

  g_assert_true (jalon_commands_score (document, &slot, elements, 5) ==
                 fixture_get (document, "e2"));
  g_assert_cmpfloat (get_value (document, "e1"), ==, 2);
  g_assert_cmpfloat (get_value (document, "e2"), ==, 2);
  fixture_check_children (document, "s2", "c3 p1 e2");
  check_step (document, before, "Set Score");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/commands-move/in-order", test_in_order);
  g_test_add_func ("/commands-move/place", test_place);
  g_test_add_func ("/commands-move/place-each", test_place_each);
  g_test_add_func ("/commands-move/place-copies", test_place_copies);
  g_test_add_func ("/commands-move/put-beside", test_put_beside);
  g_test_add_func ("/commands-move/shift", test_shift);
  g_test_add_func ("/commands-move/place-on-plane", test_place_on_plane);
  g_test_add_func ("/commands-move/copies-on-plane", test_copies_on_plane);
  g_test_add_func ("/commands-move/nudge", test_nudge);
  g_test_add_func ("/commands-move/score", test_score);
  g_test_add_func ("/commands-move/score-several", test_score_several);
  return fixture_run ();
}
