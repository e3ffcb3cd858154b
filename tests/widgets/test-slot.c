/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "widgets/jalon-commands.h"
#include "widgets/jalon-slot.h"

static JalonSlot
make_slot (const char *parent, JalonKind kind, JalonFieldId field, const char *value)
{
  return (JalonSlot){ .parent = (char *) parent,
                      .kind = kind,
                      .field = field,
                      .value = (char *) value,
                      .plane = { 10, 20, 100, 200 },
                      .x_max = 1,
                      .y_min = -2,
                      .y_max = 2 };
}

static void
test_contains (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  const JalonSlot cell = make_slot ("s1", JALON_KIND_CARD, JALON_FIELD_LANE, "does");
  const JalonSlot stages = make_slot ("trip", JALON_KIND_STAGE, JALON_FIELD_NONE, NULL);

  g_assert_true (jalon_slot_contains (&cell, fixture_get (document, "c1")));
  g_assert_false (jalon_slot_contains (&cell, fixture_get (document, "c3")));
  g_assert_false (jalon_slot_contains (&cell, fixture_get (document, "c4")));
  g_assert_false (jalon_slot_contains (&cell, fixture_get (document, "e1")));
  g_assert_true (jalon_slot_accepts (&cell, fixture_get (document, "c4")));
  g_assert_false (jalon_slot_accepts (&cell, fixture_get (document, "s1")));
  g_assert_true (jalon_slot_contains (&stages, fixture_get (document, "g2")));
  g_assert_false (jalon_slot_contains (&stages, fixture_get (document, "does")));
}

/* In the rings it takes the ring and the side. */
static void
test_two_fields (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  JalonElement *boss = fixture_get (document, "boss");
  JalonSlot ring = make_slot ("power", JALON_KIND_STAKEHOLDER, JALON_FIELD_RING, "interesting");
  JalonSlot same = ring;

  ring.other_field = same.other_field = JALON_FIELD_SIDE;
  ring.other_value = (char *) jalon_element_get_text (boss, JALON_FIELD_SIDE);
  g_assert_true (jalon_slot_contains (&ring, boss));
  same.other_value = (char *) "another side";
  g_assert_false (jalon_slot_contains (&same, boss));
  g_assert_false (jalon_slot_equal (&same, &ring));
}

static void
test_last (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  const JalonSlot full = make_slot ("s1", JALON_KIND_CARD, JALON_FIELD_LANE, "does");
  const JalonSlot empty = make_slot ("s3", JALON_KIND_CARD, JALON_FIELD_LANE, "does");
  const JalonSlot gone = make_slot ("nowhere", JALON_KIND_CARD, JALON_FIELD_LANE, "does");

  g_assert_true (jalon_slot_get_last (&full, document) == fixture_get (document, "c2"));
  g_assert_null (jalon_slot_get_last (&empty, document));
  g_assert_null (jalon_slot_get_last (&gone, document));
}

static void
test_equal (void)
{
  const JalonSlot slot = make_slot ("s1", JALON_KIND_CARD, JALON_FIELD_LANE, "does");
  const JalonSlot same = make_slot ("s1", JALON_KIND_CARD, JALON_FIELD_LANE, "does");
  const JalonSlot others[] = {
    make_slot ("s2", JALON_KIND_CARD, JALON_FIELD_LANE, "does"),
    make_slot ("s1", JALON_KIND_SCORE, JALON_FIELD_LANE, "does"),
    make_slot ("s1", JALON_KIND_CARD, JALON_FIELD_NONE, "does"),
    make_slot ("s1", JALON_KIND_CARD, JALON_FIELD_LANE, NULL),
  };

  g_assert_true (jalon_slot_equal (&slot, &same));
  g_assert_true (jalon_slot_equal (NULL, NULL));
  g_assert_false (jalon_slot_equal (&slot, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (jalon_slot_equal (&slot, &others[i]));
}

/* The plane is 100 wide from 10 and 200 high from 20; x is 0 to 1 in steps of 0.01, y −2 to 2 in
 * steps of 0.1, upwards. */
static void
test_measure (void)
{
  static const struct
  {
    JalonPoint point;
    double x, y;
  } cases[] = {
    { { 10, 20 }, 0, 2 },         { { 110, 220 }, 1, -2 },  { { 60, 120 }, 0.5, 0 },
    { { 61.2, 116 }, 0.51, 0.1 }, { { -500, 900 }, 0, -2 }, { { 500, -900 }, 1, 2 },
  };
  JalonSlot slot = make_slot ("s1", JALON_KIND_SCORE, JALON_FIELD_NONE, NULL);

  g_assert_false (jalon_slot_has_plane (&slot));
  slot.x_field = JALON_FIELD_SUPPORT;
  slot.y_field = JALON_FIELD_VALUE;
  g_assert_true (jalon_slot_has_plane (&slot));
  g_assert_cmpfloat_with_epsilon (jalon_slot_get_unit (&slot, JALON_FIELD_SUPPORT), 0.01, 1e-9);
  g_assert_cmpfloat_with_epsilon (jalon_slot_get_unit (&slot, JALON_FIELD_VALUE), 0.1, 1e-9);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double x, y;

      jalon_slot_measure (&slot, &cases[i].point, &x, &y);
      g_assert_cmpfloat_with_epsilon (x, cases[i].x, 1e-9);
      g_assert_cmpfloat_with_epsilon (y, cases[i].y, 1e-9);
    }
}

/* What a slot must say before something can be put there: both ends of a relation. */
static void
test_open (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  JalonSlot *slot = jalon_slot_new ("power", JALON_KIND_RELATION, JALON_FIELD_NONE, NULL);

  g_assert_cmpint (jalon_slot_find_open (slot, document)->id, ==, JALON_FIELD_FROM);
  g_assert_false (jalon_commands_can_add (document, slot));
  jalon_slot_answer (slot, JALON_FIELD_FROM, "boss");
  g_assert_cmpint (jalon_slot_find_open (slot, document)->id, ==, JALON_FIELD_TO);
  g_assert_false (jalon_commands_can_add (document, slot));
  jalon_slot_answer (slot, JALON_FIELD_TO, "mayor");
  g_assert_null (jalon_slot_find_open (slot, document));
  g_assert_true (jalon_commands_can_add (document, slot));
  jalon_slot_free (slot);

  slot = jalon_slot_new ("s1", JALON_KIND_SCORE, JALON_FIELD_NONE, NULL);
  g_assert_null (jalon_slot_find_open (slot, document));
  jalon_slot_free (slot);
}

/* A slot can say two things, which is as much as any kind needs. */
static void
test_open_enough (void)
{
  for (JalonKind kind = 0; kind < JALON_N_KINDS; kind++)
    {
      const JalonField *field = jalon_kind_get_info (kind)->fields;
      guint n_open = 0;

      for (; field->id != JALON_FIELD_NONE; field++)
        n_open += (field->flags & JALON_FLAG_CASCADE) != 0 ? 1 : 0;
      g_assert_cmpuint (n_open, <=, 2);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slot/contains", test_contains);
  g_test_add_func ("/slot/two-fields", test_two_fields);
  g_test_add_func ("/slot/last", test_last);
  g_test_add_func ("/slot/equal", test_equal);
  g_test_add_func ("/slot/measure", test_measure);
  g_test_add_func ("/slot/open", test_open);
  g_test_add_func ("/slot/open-enough", test_open_enough);
  return fixture_run ();
}
