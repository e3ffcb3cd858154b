/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines of curves through long journeys are cut into pieces; nobody may see where. */

#include <locale.h>

#include "journey-fixture.h"

#define N_STEPS 50

/* The line of the first curve has this width. */
#define LINE_WIDTH 4

/* Not more of a line than this is drawn for whoever sees a step of it. */
#define MAX_STEPS 16

static Drawing
draw_long_journey (void)
{
  JalonElement *project = journey_new_project ();
  JalonElement *journey = journey_find (project, "journey");

  journey_add_lane (journey, "feels", "emotion");
  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autofree char *step = g_strdup_printf ("s%u", i);
      g_autofree char *score = g_strdup_printf ("score%u", i);
      g_autofree char *value = g_strdup_printf ("%d", (int) (i * 7 % 5) - 2);

      journey_add_score (journey_add (journey_find (project, "stage1"), JALON_KIND_STEP, step),
                         score, "feels", value);
    }
  return drawing_new (project);
}

/* The path of the line of @node; NULL if it has none. */
static const JalonPrimitive *
find_line (JalonNode *node)
{
  guint n;
  const JalonPrimitive *primitives = jalon_node_get_primitives (node, &n);

  for (guint i = 0; i < n; i++)
    if (primitives[i].type == JALON_PRIMITIVE_PATH && primitives[i].line_width == LINE_WIDTH)
      return &primitives[i];
  return NULL;
}

/* The items with a piece of the line, from left to right. */
static GPtrArray *
find_pieces (JalonScene *scene)
{
  GPtrArray *pieces = g_ptr_array_new ();
  guint n;
  const JalonItem *items = jalon_scene_get_items (scene, &n);

  for (guint i = 0; i < n; i++)
    if (find_line (items[i].node) != NULL)
      g_ptr_array_add (pieces, (gpointer) &items[i]);
  return pieces;
}

/* A place of the path of a piece, on the sheet. */
static JalonPoint
get_place (const JalonItem *item, const JalonPoint *point)
{
  const JalonPrimitive *line = find_line (item->node);

  return (JalonPoint){ item->x + line->rect.x + point->x, item->y + line->rect.y + point->y };
}

static void
assert_near (JalonPoint a, JalonPoint b)
{
  g_assert_cmpfloat_with_epsilon (a.x, b.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (a.y, b.y, 1e-6);
}

/* Each piece begins where the one before ends, in the same direction, at the mark of a score. */
static void
test_pieces (void)
{
  g_auto (Drawing) drawing = draw_long_journey ();
  g_autoptr (GPtrArray) pieces = find_pieces (drawing.scene);
  guint score = 0;

  g_assert_cmpuint (pieces->len, ==, (N_STEPS - 1 + MAX_STEPS - 1) / MAX_STEPS);
  for (guint i = 0; i < pieces->len; i++)
    {
      const JalonItem *piece = g_ptr_array_index (pieces, i);
      g_autofree char *id = g_strdup_printf ("score%u", score);
      const JalonItem *mark = drawing_find_item (drawing.scene, id);
      guint n;
      const JalonPathElement *elements = jalon_path_get_elements (find_line (piece->node)->path,
                                                                  &n);
      JalonPoint start = get_place (piece, elements[0].points);

      g_assert_cmpuint (n, <=, 1 + MAX_STEPS);
      assert_near (start, (JalonPoint){ mark->x + jalon_node_get_width (mark->node) / 2,
                                        mark->y + jalon_node_get_height (mark->node) / 2 });
      if (i > 0)
        {
          const JalonItem *before = g_ptr_array_index (pieces, i - 1);
          guint n_before;
          const JalonPathElement *last =
            jalon_path_get_elements (find_line (before->node)->path, &n_before) + n_before - 1;
          JalonPoint control = get_place (before, &last->points[1]);
          JalonPoint next = get_place (piece, &elements[1].points[0]);

          assert_near (start, get_place (before, &last->points[2]));
          assert_near (start, (JalonPoint){ (control.x + next.x) / 2, (control.y + next.y) / 2 });
        }
      score += n - 1;
    }
  g_assert_cmpuint (score, ==, N_STEPS - 1);
}

/* Who moves one point draws one piece again. */
static void
test_edit (void)
{
  g_auto (Drawing) drawing = draw_long_journey ();
  JalonElement *project = jalon_document_get_project (drawing.document);
  g_autoptr (JalonScene) before = jalon_scene_ref (drawing.scene);
  g_autoptr (GPtrArray) old = find_pieces (before);
  g_autoptr (GPtrArray) new = NULL;

  jalon_document_begin (drawing.document, "Edit");
  jalon_document_set (drawing.document, journey_find (project, "score5"), JALON_FIELD_VALUE, "2",
                      NULL);
  jalon_document_commit (drawing.document);
  jalon_scene_unref (drawing.scene);
  drawing.scene = journey_draw (drawing.layout, journey_find (project, "journey"));

  new = find_pieces (drawing.scene);
  g_assert_cmpuint (new->len, ==, old->len);
  for (guint i = 0; i < new->len; i++)
    {
      const JalonItem *was = g_ptr_array_index (old, i);
      const JalonItem *is = g_ptr_array_index (new, i);

      g_assert_cmpint (was->node == is->node, ==, i > 0);
    }
}

/* A score that does not say whose it is belongs to the only persona, and is on the curve of those
 * that do say. */
static void
test_only_persona (void)
{
  static const struct
  {
    const char *lane, *personas;
    gboolean is_awas;
  } cases[] = {
    { "emotion", "awa", TRUE },
    { "emotion", "awa tom", FALSE },
    { "emotion", "", FALSE },
    { "arc", "awa", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JalonElement *project = journey_new_project ();
      JalonElement *journey = journey_find (project, "journey");
      JalonElement *score;
      g_auto (Drawing) drawing = { 0 };
      g_autoptr (GPtrArray) pieces = NULL;
      const JalonItem *item;

      journey_add (project, JALON_KIND_PERSONA, "tom");
      journey_set (journey, JALON_FIELD_PERSONAS, cases[i].personas);
      journey_add_lane (journey, "feels", cases[i].lane);
      journey_add_score (journey_find (project, "step0"), "said", "feels", "1");
      score = journey_add_score (journey_find (project, "step1"), "unsaid", "feels", "-1");
      journey_set (score, JALON_FIELD_PERSONA, "");
      drawing = drawing_new (project);
      item = drawing_find_item (drawing.scene, "unsaid");
      pieces = find_pieces (drawing.scene);
      g_assert_cmpint (strstr (jalon_node_get_label (item->node), "Awa Diop") != NULL, ==,
                       cases[i].is_awas);
      g_assert_cmpuint (pieces->len, ==, cases[i].is_awas ? 1 : 0);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/curve/pieces", test_pieces);
  g_test_add_func ("/layout/curve/edit", test_edit);
  g_test_add_func ("/layout/curve/only-persona", test_only_persona);

  return g_test_run ();
}
