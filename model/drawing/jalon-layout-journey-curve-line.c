/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-journey-curves-private.h"

/* The line of a curve is cut into pieces of so many steps, at points, where the mark of the score
 * hides the cut. Who shows a part of a long journey then need not draw lines that are miles out of
 * sight, and who edits one score changes one piece. */
#define PIECE 16

/* The first curve is the strongest; each has a line of its own, as it has a mark of its own. */
static const struct
{
  double width;
  JalonLineStyle style;
} strokes[JALON_CURVE_N_MARKS] = {
  { 4, JALON_LINE_SOLID }, { 3, JALON_LINE_DOTTED }, { 2.5, JALON_LINE_DASHED },
  { 2, JALON_LINE_SOLID }, { 2, JALON_LINE_DASHED },
};

/* What all pieces of a line share */
typedef struct
{
  JalonJourney *journey;
  const JalonRow *row;
  const JalonCurve *curve;
  double base;
  guint64 state;
} Line;

static const JalonCurvePoint *
get_point (const JalonCurve *curve, guint i)
{
  return &g_array_index (curve->points, JalonCurvePoint, i);
}

/* The points of @curve from @start on without a step between them that has none. */
static guint
find_segment_end (const JalonCurve *curve, guint start)
{
  guint end = start + 1;

  while (end < curve->points->len &&
         get_point (curve, end)->column <= get_point (curve, end - 1)->column + 1)
    end++;
  return end;
}

static JalonPath *
make_segment (const JalonCurve *curve, guint start, guint end)
{
  g_autofree JalonPoint *points = g_new (JalonPoint, end - start);

  for (guint i = start; i < end; i++)
    points[i - start] = (JalonPoint){ get_point (curve, i)->x, get_point (curve, i)->y };
  return jalon_path_new_monotone (points, end - start);
}

/* The part of a path of curves from the end of one of its elements to that of another, as seen from
 * @x. */
static JalonPath *
cut_path (JalonPath *path, guint first, guint last, double x)
{
  guint n;
  const JalonPathElement *elements = jalon_path_get_elements (path, &n);
  const JalonPathElement *start = &elements[first];
  JalonPath *part = jalon_path_new ();
  const JalonPoint *p = start->points;

  p += start->verb == JALON_PATH_CURVE ? 2 : 0;
  jalon_path_move_to (part, p->x - x, p->y);
  for (guint i = first + 1; i <= last; i++)
    {
      p = elements[i].points;
      jalon_path_curve_to (part, p[0].x - x, p[0].y, p[1].x - x, p[1].y, p[2].x - x, p[2].y);
    }
  return part;
}

static void
add_area (JalonNode *node, JalonPath *area, const JalonCurve *curve, double y)
{
  jalon_path_line_to (area, jalon_node_get_width (node), y);
  jalon_path_line_to (area, 0, y);
  jalon_path_close (area);
  jalon_node_add_path (node, area, 0, 0, jalon_colour_with_alpha (curve->colour, 0.1));
}

static JalonNode *
make_piece (const Line *line, JalonPath *path, guint first, guint last, double x, double width)
{
  const JalonCurve *curve = line->curve;
  guint place = curve->place % JALON_CURVE_N_MARKS;
  JalonNode *node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, width,
                                    line->row->height);
  JalonPrimitive *stroke;

  if (curve->place == 0)
    add_area (node, cut_path (path, first, last, x), curve, line->base);
  stroke = jalon_node_add_path (node, cut_path (path, first, last, x), 0, 0, (JalonColour){ 0 });
  stroke->stroke = curve->colour;
  stroke->line_width = strokes[place].width;
  stroke->line_style = strokes[place].style;
  return node;
}

static guint64
hash_part (guint64 hash, JalonPath *path, guint first, guint last)
{
  guint n;
  const JalonPathElement *elements = jalon_path_get_elements (path, &n);

  for (guint i = first; i <= last; i++)
    hash = jalon_layout_hash (hash, elements[i].points, sizeof elements[i].points);
  return hash;
}

/* Adds the points from @start + @first to @start + @last; @path is that of the whole segment. */
static void
add_piece (const Line *line, JalonPath *path, guint start, guint first, guint last)
{
  JalonLayout *layout = line->journey->layout;
  JalonElement *lane = line->row->element;
  JalonElement *persona = line->curve->persona;
  double x = get_point (line->curve, start + first)->x;
  double width = get_point (line->curve, start + last)->x - x;
  guint64 state = hash_part (line->state, path, first, last);
  JalonNode *node = jalon_layout_recall (layout, lane, persona, width, state);

  if (node == NULL)
    {
      node = make_piece (line, path, first, last, x, width);
      jalon_layout_remember (layout, lane, persona, width, state, node);
    }
  jalon_block_add (line->row->curves->block, node, line->journey->left + x, 0, JALON_LAYER_BODY,
                   -1);
}

/**
 * jalon_curve_add_line:
 * @self: a journey
 * @row: its lane
 * @curve: a curve
 * @base: the y to which the area of the first curve is filled
 *
 * Draws the line of a curve, with gaps where a step has no score.
 */
void
jalon_curve_add_line (JalonJourney *self, const JalonRow *row, const JalonCurve *curve, double base)
{
  const double values[] = { row->height, base, curve->place, curve->state };
  Line line = { self, row, curve, base, jalon_layout_hash (0, values, sizeof values) };

  line.state = jalon_layout_hash (line.state, &curve->colour, sizeof curve->colour);
  for (guint start = 0, end; start < curve->points->len; start = end)
    {
      g_autoptr (JalonPath) path = NULL;

      end = find_segment_end (curve, start);
      path = make_segment (curve, start, end);
      for (guint i = 0; i + 1 < end - start; i += PIECE)
        add_piece (&line, path, start, i, MIN (i + PIECE, end - start - 1));
    }
}
