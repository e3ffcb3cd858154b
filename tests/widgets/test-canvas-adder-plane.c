/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sign that adds where places mean something: the heights of scores, quadrants. */

#include <math.h>

#include "canvas-fixture.h"

#include "widgets/jalon-commands.h"

/* A score is given where the pointer is, and there is one for each persona of the journey. */
static void
test_score (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  int cell;

  canvas_fixture_init (&fixture, "trip");
  canvas_fixture_point_into (&fixture, canvas_fixture_find_slot (&fixture, "s1", "feels"), 0.5,
                             0.4);
  g_assert_null (fixture.canvas->adder.node);

  cell = canvas_fixture_find_slot (&fixture, "s3", "feels");
  canvas_fixture_point_into (&fixture, cell, 0.2, 0.02);
  canvas_fixture_click_sign (&fixture);
  g_assert_cmpfloat (jalon_element_get_number (canvas_fixture_get_selected (&fixture),
                                               JALON_FIELD_VALUE),
                     ==, 2);
  g_assert_false (jalon_canvas_get_editing (fixture.canvas));
  canvas_fixture_point_into (&fixture, cell, 0.2, 0.5);
  g_assert_null (fixture.canvas->adder.node);
}

/* What somebody feels can be taken where another has no score yet: the sign is beside it, on the
 * side of the pointer. */
static void
test_beside (void)
{
  static const double across[] = { 0.2, 0.8 };

  for (guint i = 0; i < G_N_ELEMENTS (across); i++)
    {
      g_auto (CanvasFixture) fixture = { 0 };
      JalonElement *added;
      JalonRect cell, score;
      int item, slot;

      canvas_fixture_init (&fixture, "trip");
      jalon_document_begin (fixture.document, "Jean comes, too");
      jalon_document_set (fixture.document, fixture_get (fixture.document, "trip"),
                          JALON_FIELD_PERSONAS, "awa jean", NULL);
      jalon_document_commit (fixture.document);
      fixture_settle ();
      item = canvas_fixture_find (&fixture, "e1");
      slot = canvas_fixture_find_slot (&fixture, "s1", "feels");
      jalon_canvas_locate (fixture.canvas, item, &score);
      jalon_canvas_locate (fixture.canvas, slot, &cell);
      canvas_fixture_point_into (&fixture, item, 0.5, 0.5);
      g_assert_null (fixture.canvas->adder.node);

      canvas_fixture_point_into (&fixture, slot, across[i],
                                 (score.y + score.height / 2 - cell.y) / cell.height);
      g_assert_true (across[i] < 0.5 ? fixture.canvas->adder.at.x < score.x
                                     : fixture.canvas->adder.at.x > score.x + score.width);
      canvas_fixture_click_sign (&fixture);
      added = canvas_fixture_get_selected (&fixture);
      g_assert_cmpstr (jalon_element_get_text (added, JALON_FIELD_PERSONA), ==, "jean");
      g_assert_cmpfloat (jalon_element_get_number (added, JALON_FIELD_VALUE), ==, 1);
    }
}

/* One after another are added to a quadrant, none over another. */
static void
test_free_place (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonElement *map;

  canvas_fixture_init (&fixture, "power");
  map = fixture_get (fixture.document, "power");
  for (guint i = 0; i < 4; i++)
    {
      guint n_items, slot = 0;
      const JalonItem *items = jalon_scene_get_items (jalon_canvas_get_scene (fixture.canvas),
                                                      &n_items);
      JalonPoint point;
      const JalonSlot *place;

      while ((place = jalon_node_get_slot (items[slot].node)) == NULL ||
             place->kind != JALON_KIND_STAKEHOLDER || place->x_field == JALON_FIELD_NONE)
        g_assert_cmpuint (++slot, <, n_items);
      jalon_canvas_find_free (fixture.canvas, slot, &point);
      for (guint j = 0; j < n_items; j++)
        {
          double width = jalon_node_get_width (items[j].node);
          double height = jalon_node_get_height (items[j].node);

          if (jalon_node_get_role (items[j].node) == JALON_ROLE_CARD)
            g_assert_true (fabs (items[j].x + width / 2 - items[slot].x - point.x) >= width ||
                           fabs (items[j].y + height / 2 - items[slot].y - point.y) >= height);
        }
      g_assert_nonnull (jalon_commands_add (fixture.document, place, NULL, &point, NULL));
      fixture_settle ();
    }
  g_assert_cmpuint (jalon_element_get_n_children (map), ==, 5);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/adder-plane/score", test_score);
  g_test_add_func ("/canvas/adder-plane/beside", test_beside);
  g_test_add_func ("/canvas/adder-plane/free-place", test_free_place);
  return fixture_run ();
}
