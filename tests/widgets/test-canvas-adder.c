/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "canvas-fixture.h"

#include "drawing/jalon-node-private.h"
#include "widgets/jalon-commands.h"

static const struct
{
  const char *beside;
  double across;
  double down;
  guint index; /* among the children of its parent */
} borders[] = {
  { "s1", 0.1, 0.5, 0 }, { "s1", 0.9, 0.5, 1 },   { "s2", 0.1, 0.5, 1 },   { "g1", 0.9, 0.5, 5 },
  { "g2", 0.1, 0.5, 5 }, { "does", 0.5, 0.1, 0 }, { "does", 0.5, 0.9, 1 }, { "pains", 0.5, 0.9, 4 },
};

static void
test_headers (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_auto (CanvasFixture) fixture = { 0 };
  JalonElement *beside, *added;

  canvas_fixture_init (&fixture, "trip");
  beside = fixture_get (fixture.document, borders[i].beside);
  canvas_fixture_point_into (&fixture, canvas_fixture_find (&fixture, borders[i].beside),
                             borders[i].across, borders[i].down);
  canvas_fixture_click_sign (&fixture);
  added = canvas_fixture_get_selected (&fixture);
  g_assert_true (jalon_element_get_kind (added) == jalon_element_get_kind (beside));
  g_assert_true (jalon_element_get_parent (added) == jalon_element_get_parent (beside));
  g_assert_cmpuint (jalon_element_get_index (added), ==, borders[i].index);

  canvas_fixture_type (&fixture, "Asks");
  jalon_canvas_finish_edit (fixture.canvas);
  g_assert_cmpstr (jalon_element_get_title (added), ==, "Asks");
  jalon_document_undo (fixture.document);
  g_assert_false (jalon_document_is_modified (fixture.document));
}

/* Below the last card, wherever in the cell the pointer is; and in an empty cell. */
static void
test_cells (void)
{
  static const struct
  {
    const char *step;
    const char *lane;
    guint index;
  } cells[] = { { "s1", "does", 2 }, { "s3", "pains", 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_auto (CanvasFixture) fixture = { 0 };
      JalonElement *added;

      canvas_fixture_init (&fixture, "trip");
      canvas_fixture_point_into (&fixture,
                                 canvas_fixture_find_slot (&fixture, cells[i].step, cells[i].lane),
                                 0.1, 0.1);
      canvas_fixture_click_sign (&fixture);
      added = canvas_fixture_get_selected (&fixture);
      g_assert_cmpstr (jalon_element_get_id (jalon_element_get_parent (added)), ==, cells[i].step);
      g_assert_cmpstr (jalon_element_get_text (added, JALON_FIELD_LANE), ==, cells[i].lane);
      g_assert_cmpuint (jalon_element_get_index (added), ==, cells[i].index);
      g_assert_true (jalon_canvas_get_editing (fixture.canvas));
      /* Nothing was written. */
      jalon_canvas_finish_edit (fixture.canvas);
      g_assert_false (jalon_document_is_modified (fixture.document));
    }
}

static JalonElement *
add_blank (CanvasFixture *fixture, JalonKind kind)
{
  JalonElement *map = jalon_element_new (kind, "blank");

  jalon_document_begin (fixture->document, "Add");
  jalon_document_insert (fixture->document, jalon_document_get_project (fixture->document), 0, map);
  jalon_document_commit (fixture->document);
  jalon_map_view_set_map (JALON_MAP_VIEW (fixture->canvas), map);
  fixture_settle ();
  return map;
}

/* What asks to be written is written with one click, and has no sign, but for a corner of a plane.
 */
static void
test_invitations (void)
{
  static const JalonKind kinds[] = { JALON_KIND_JOURNEY, JALON_KIND_EMPATHY_MAP,
                                     JALON_KIND_STAKEHOLDER_MAP, JALON_KIND_REGISTER,
                                     JALON_KIND_PERSONA };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_auto (CanvasFixture) fixture = { 0 };
      gpointer click;
      guint n_items, j = 0;
      const JalonItem *items;
      JalonRect rect, target;
      double x, y;

      canvas_fixture_init (&fixture, "trip");
      add_blank (&fixture, kinds[i]);
      items = jalon_scene_get_items (jalon_canvas_get_scene (fixture.canvas), &n_items);
      while (jalon_node_get_target (items[j].node, &target) != JALON_TARGET_INVITATION)
        g_assert_cmpuint (++j, <, n_items);
      jalon_canvas_locate (fixture.canvas, (int) j, &rect);
      x = rect.x + (target.x + 9) * fixture.canvas->zoom;
      y = rect.y + (target.y + 9) * fixture.canvas->zoom;
      canvas_fixture_point (&fixture, x, y);
      g_assert_true (fixture.canvas->adder.node == NULL || kinds[i] == JALON_KIND_STAKEHOLDER_MAP);
      click = fixture_find_controller (GTK_WIDGET (fixture.canvas), GTK_TYPE_GESTURE_CLICK,
                                       GDK_BUTTON_PRIMARY);
      g_signal_emit_by_name (click, "pressed", 1, x, y);
      g_signal_emit_by_name (click, "released", 1, x, y);
      g_assert_true (jalon_canvas_get_editing (fixture.canvas));
    }
}

static gboolean
shows_sign (CanvasFixture *fixture)
{
  canvas_fixture_point_into (fixture, canvas_fixture_find (fixture, "s1"), 0.9, 0.5);
  return fixture->canvas->adder.node != NULL;
}

/* It is gone over what somebody writes, when the map moves below the pointer, and where nothing may
 * be changed. */
static void
test_hides (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  g_assert_true (shows_sign (&fixture));
  jalon_canvas_set_zoom (fixture.canvas, 2);
  fixture_settle ();
  jalon_canvas_scroll_by (fixture.canvas, 50, 0);
  g_assert_null (fixture.canvas->adder.node);
  jalon_canvas_scroll_by (fixture.canvas, -50, 0);
  g_assert_true (jalon_canvas_edit (fixture.canvas, canvas_fixture_find (&fixture, "c1"), FALSE));
  fixture_settle ();
  g_assert_true (shows_sign (&fixture));
  canvas_fixture_point_into (&fixture, canvas_fixture_find (&fixture, "c1"), 0.5, 0.5);
  g_assert_null (fixture.canvas->adder.node);
  canvas_fixture_point_into (&fixture, canvas_fixture_find (&fixture, "c1"), 0.5, 0.98);
  g_assert_null (fixture.canvas->adder.node);
  jalon_canvas_finish_edit (fixture.canvas);
  g_assert_true (shows_sign (&fixture));
  jalon_map_view_set_editable (JALON_MAP_VIEW (fixture.canvas), FALSE);
  g_assert_false (shows_sign (&fixture));
}

/* The map goes while the sign is held down, and takes along what the sign stood at. */
static void
test_goes_pressed (void)
{
  JalonNode *node;

  {
    g_auto (CanvasFixture) fixture = { 0 };
    gpointer click;
    JalonPoint at;

    canvas_fixture_init (&fixture, "trip");
    g_assert_true (shows_sign (&fixture));
    at = fixture.canvas->adder.at;
    canvas_fixture_point (&fixture, at.x, at.y);
    node = jalon_node_ref (fixture.canvas->adder.node);
    click = fixture_find_controller (GTK_WIDGET (fixture.canvas), GTK_TYPE_GESTURE_CLICK,
                                     GDK_BUTTON_PRIMARY);
    g_signal_emit_by_name (click, "pressed", 1, at.x, at.y);
    g_assert_true (fixture.canvas->is_adding);
  }
  g_assert_true (g_atomic_ref_count_compare (&node->ref_count, 1));
  jalon_node_unref (node);
}

/* How far a place is from the next text. */
static double
get_distance (CanvasFixture *fixture, JalonPoint at)
{
  const double zoom = fixture->canvas->zoom;
  double least = INFINITY;
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (jalon_canvas_get_scene (fixture->canvas),
                                                  &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      guint n;
      const JalonPrimitive *primitives = jalon_node_get_primitives (items[i].node, &n);
      JalonRect rect;

      jalon_canvas_locate (fixture->canvas, (int) i, &rect);
      for (guint j = 0; j < n; j++)
        if (primitives[j].type == JALON_PRIMITIVE_TEXT && primitives[j].angle == 0)
          {
            double left = rect.x + primitives[j].rect.x * zoom;
            double top = rect.y + primitives[j].rect.y * zoom;
            double x = CLAMP (at.x, left, left + primitives[j].rect.width * zoom);
            double y = CLAMP (at.y, top, top + primitives[j].rect.height * zoom);

            least = MIN (least, hypot (at.x - x, at.y - y));
          }
    }
  return least;
}

/* What is written can be read below it, wherever the pointer is. Where that cannot be, it is faint
 * until somebody goes for it. */
static void
test_covers_no_text (void)
{
  static const char *const maps[] = { "trip", "head", "power" };
  static const double zooms[] = { 0.6, 1, 1.7 };

  for (guint i = 0; i < G_N_ELEMENTS (maps) * G_N_ELEMENTS (zooms); i++)
    {
      g_auto (CanvasFixture) fixture = { 0 };
      guint n_items, n_shown = 0, n_faint = 0;

      canvas_fixture_init (&fixture, maps[i % G_N_ELEMENTS (maps)]);
      g_test_message ("%s", maps[i % G_N_ELEMENTS (maps)]);
      jalon_document_begin (fixture.document, "Rate");
      jalon_document_set (fixture.document, fixture_get (fixture.document, "s1"),
                          JALON_FIELD_IMPORTANCE, "5", NULL);
      jalon_document_set (fixture.document, fixture_get (fixture.document, "s1"),
                          JALON_FIELD_QUALITY, "1", NULL);
      jalon_document_commit (fixture.document);
      jalon_canvas_set_zoom (fixture.canvas, zooms[i / G_N_ELEMENTS (maps)]);
      fixture_settle ();
      jalon_scene_get_items (jalon_canvas_get_scene (fixture.canvas), &n_items);
      for (guint j = 0; j < 3 * n_items; j++)
        {
          const JalonAdder *adder = &fixture.canvas->adder;

          jalon_canvas_adder_hide (fixture.canvas);
          canvas_fixture_point_into (&fixture, (int) j / 3, 0.1 + 0.4 * (j % 3), 0.4);
          if (adder->node == NULL)
            continue;
          n_shown++;
          n_faint += adder->is_faint;
          g_assert_true (adder->is_faint || get_distance (&fixture, adder->at) >= 9);
        }
      g_test_message ("%u signs, %u of them faint", n_shown, n_faint);
      g_assert_cmpuint (n_shown, >, 0);
      g_assert_cmpuint (n_faint, <=, n_shown / 20);
    }
}

/* One click ends what is written and adds there, though an empty card goes and what is below it
 * moves. */
static void
test_while_writing (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  GtkWidget *widget;
  JalonElement *added;
  gpointer motion;

  canvas_fixture_init (&fixture, "trip");
  widget = GTK_WIDGET (fixture.canvas);
  motion = fixture_find_controller (widget, GTK_TYPE_EVENT_CONTROLLER_MOTION, 0);
  canvas_fixture_point_into (&fixture, canvas_fixture_find_slot (&fixture, "s1", "does"), 0.1, 0.1);
  canvas_fixture_click_sign (&fixture);
  canvas_fixture_type (&fixture, "Asks");
  fixture_settle ();
  canvas_fixture_point_into (&fixture, canvas_fixture_find_slot (&fixture, "s3", "feels"), 0.2,
                             0.02);
  canvas_fixture_click_sign (&fixture);
  added = canvas_fixture_get_selected (&fixture);
  g_assert_true (jalon_element_get_kind (added) == JALON_KIND_SCORE);
  g_assert_cmpfloat (jalon_element_get_number (added, JALON_FIELD_VALUE), ==, 2);
  jalon_document_undo (fixture.document);

  /* Nothing was written in this one. */
  canvas_fixture_point_into (&fixture, canvas_fixture_find_slot (&fixture, "s1", "does"), 0.1, 0.1);
  canvas_fixture_click_sign (&fixture);
  g_signal_emit_by_name (motion, "leave");
  canvas_fixture_point_into (&fixture, canvas_fixture_find_slot (&fixture, "s3", "feels"), 0.2,
                             0.02);
  canvas_fixture_click_sign (&fixture);
  added = canvas_fixture_get_selected (&fixture);
  g_assert_true (jalon_element_get_kind (added) == JALON_KIND_SCORE);
  g_assert_cmpfloat (jalon_element_get_number (added, JALON_FIELD_VALUE), ==, 2);
}

/* Enter in a quadrant adds to that one, and behind somebody to theirs; but while nobody has said
 * where somebody is, nobody says it of the next. */
static void
test_keys (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  guint n_items, slot = 0, n_tried = 0;

  canvas_fixture_init (&fixture, "power");
  for (;; slot++)
    {
      const JalonItem *items = jalon_scene_get_items (jalon_canvas_get_scene (fixture.canvas),
                                                      &n_items);
      g_autoptr (JalonNode) node = NULL;
      const JalonSlot *place;

      if (slot == n_items)
        break;
      node = jalon_node_ref (items[slot].node);
      place = jalon_node_get_slot (node);
      if (place == NULL || place->y_field == JALON_FIELD_NONE)
        continue;
      n_tried++;
      jalon_canvas_go_to (fixture.canvas, slot, FALSE);
      gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.edit", NULL);
      for (guint i = 0; i < 3; i++)
        {
          JalonElement *added = canvas_fixture_get_selected (&fixture);
          double x = jalon_element_get_number (added, JALON_FIELD_SUPPORT);
          double y = jalon_element_get_number (added, JALON_FIELD_INFLUENCE);

          g_assert_true (jalon_canvas_get_editing (fixture.canvas));
          g_assert_true (jalon_element_has (added, JALON_FIELD_SUPPORT) == (i < 2));
          g_assert_true (i == 2 || (x > place->x_min && x < place->x_max));
          g_assert_true (i == 2 || (y > place->y_min && y < place->y_max));
          canvas_fixture_type (&fixture, "Somebody");
          jalon_canvas_finish_edit (fixture.canvas);
          fixture_settle ();
          if (i == 1)
            {
              jalon_document_begin (fixture.document, "Forget");
              jalon_document_set (fixture.document, added, JALON_FIELD_SUPPORT, NULL, NULL);
              jalon_document_set (fixture.document, added, JALON_FIELD_INFLUENCE, NULL, NULL);
              jalon_document_commit (fixture.document);
              fixture_settle ();
            }
          jalon_canvas_add_beside (fixture.canvas, FALSE);
        }
      jalon_canvas_finish_edit (fixture.canvas);
      while (jalon_document_get_undo_label (fixture.document) != NULL)
        jalon_document_undo (fixture.document);
      fixture_settle ();
    }
  g_assert_cmpuint (n_tried, ==, 4);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (borders); i++)
    {
      g_autofree char *path = g_strdup_printf ("/canvas/adder/headers/%s-%u", borders[i].beside,
                                               borders[i].index);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_headers);
    }
  g_test_add_func ("/canvas/adder/cells", test_cells);
  g_test_add_func ("/canvas/adder/covers-no-text", test_covers_no_text);
  g_test_add_func ("/canvas/adder/while-writing", test_while_writing);
  g_test_add_func ("/canvas/adder/keys", test_keys);
  g_test_add_func ("/canvas/adder/invitations", test_invitations);
  g_test_add_func ("/canvas/adder/hides", test_hides);
  g_test_add_func ("/canvas/adder/goes-pressed", test_goes_pressed);
  return fixture_run ();
}
