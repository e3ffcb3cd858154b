/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stakeholder-fixture.h"

Fixture *
stakeholder_map_new (const char *layout)
{
  Fixture *fixture = fixture_new (JALON_KIND_STAKEHOLDER_MAP);

  jalon_element_set (fixture->map, JALON_FIELD_LAYOUT, layout, NULL);
  return fixture;
}

JalonElement *
stakeholder_map_add (Fixture *fixture, const char *id, const char *support, const char *influence)
{
  return fixture_add (fixture->map, JALON_KIND_STAKEHOLDER, id, JALON_FIELD_NAME, id,
                      JALON_FIELD_SUPPORT, support, JALON_FIELD_INFLUENCE, influence,
                      JALON_FIELD_NONE);
}

void
stakeholder_map_add_random (GRand *rand, Fixture *fixture, guint i)
{
  static const char *const names[] = { "Ann", "Head of finance",
                                       "Municipal office for the approval of holiday rentals",
                                       "市政府", "مكتب السياحة" };
  g_autofree char *id = g_strdup_printf ("person%u", i);
  g_autofree char *support = jalon_number_format (0.5001 + 0.4999 * g_rand_double (rand));
  g_autofree char *influence = jalon_number_format (g_rand_double_range (rand, 0.51, 1));
  gboolean is_crowded = g_rand_boolean (rand);

  fixture_add (fixture->map, JALON_KIND_STAKEHOLDER, id, JALON_FIELD_NAME,
               names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))], JALON_FIELD_ROLE,
               g_rand_boolean (rand) ? "Signs the budget" : "", JALON_FIELD_SUPPORT,
               is_crowded ? "0.75" : support, JALON_FIELD_INFLUENCE,
               is_crowded ? "0.75" : influence, JALON_FIELD_NONE);
}

const JalonItem *
stakeholder_map_get_slot (Fixture *fixture, const char *id)
{
  guint n;
  const JalonItem *items = jalon_scene_get_items (fixture->scene, &n);
  const JalonItem *pill = fixture_find (fixture, id, JALON_FIELD_NAME);

  g_assert_cmpint (pill->slot, >=, 0);
  return &items[pill->slot];
}

gboolean
rects_overlap (JalonRect a, JalonRect b)
{
  return a.x < b.x + b.width - 0.01 && b.x < a.x + a.width - 0.01 && a.y < b.y + b.height - 0.01 &&
         b.y < a.y + a.height - 0.01;
}
