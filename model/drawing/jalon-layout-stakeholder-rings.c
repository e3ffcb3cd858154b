/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-stakeholder-rings.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Between two parts */
#define RIM 3.0

/* The widest name of a sector, and the height that is free beside the rings */
#define SIDE_WIDTH 176.0
#define SIDE_HEIGHT 66.0

static const JalonFieldId ring_fields[JALON_N_RINGS] = {
  [JALON_RING_ESSENTIAL] = JALON_FIELD_ESSENTIAL,
  [JALON_RING_IMPORTANT] = JALON_FIELD_IMPORTANT,
  [JALON_RING_INTERESTING] = JALON_FIELD_INTERESTING,
};

static const JalonFieldId side_fields[] = {
  [JALON_SIDE_EXTERNAL] = JALON_FIELD_SECTOR_EXTERNAL,
  [JALON_SIDE_INTERNAL] = JALON_FIELD_SECTOR_INTERNAL,
  [JALON_SIDE_OWN] = JALON_FIELD_SECTOR_OWN,
};

/* A text of the map, or what it is called without one. */
static JalonNode *
make_text (JalonRings *self,
           JalonFieldId field,
           const char *fallback,
           JalonTextStyle style,
           double width,
           JalonAlign align,
           JalonColour ground)
{
  const JalonTheme *theme = self->layout->theme;
  const char *own = jalon_element_get_text (self->map, field);
  const char *shown = own[0] != '\0' ? own : jalon_layout_term (self->layout, fallback);
  JalonParagraph *text = jalon_typesetter_set (self->layout->typesetter, shown, style, width,
                                               align);
  double padding = ground.alpha > 0 ? 6 : 0;
  double height = jalon_paragraph_get_height (text) + padding;
  JalonNode *node = jalon_node_new (JALON_ROLE_TEXT, jalon_element_get_id (self->map), field, width,
                                    height);

  jalon_node_set_label (node, shown);
  jalon_node_set_editor (node, &(JalonRect){ 0, padding / 2, width, height - padding }, style);
  if (ground.alpha > 0)
    jalon_node_add_box (node, &(JalonRect){ 0, 0, width, height }, 4, ground);
  jalon_node_add_text (node, text, 0, padding / 2,
                       ground.alpha > 0 ? theme->secondary : theme->ink);
  return node;
}

static JalonColour
get_ring_colour (JalonRings *self, guint ring)
{
  const JalonTheme *theme = self->layout->theme;

  return jalon_colour_mix (theme->highlight, theme->band, ring / (JALON_N_RINGS - 1.0));
}

static double
measure_name (JalonRings *self, guint ring)
{
  const char *own = jalon_element_get_text (self->map, ring_fields[ring]);
  const char *shown = own[0] != '\0'
                        ? own
                        : jalon_layout_term (self->layout, jalon_ring_choices[ring].label);
  g_autoptr (JalonParagraph)
    text = jalon_layout_set (self->layout, shown, JALON_TEXT_SMALL_STRONG, -1);

  return CLAMP (ceil (jalon_paragraph_get_width (text)) + 16, 48, 168);
}

static void
make_names (JalonRings *self)
{
  for (guint i = 0; i < JALON_N_RINGS; i++)
    self->names[i] = make_text (self, ring_fields[i], jalon_ring_choices[i].label,
                                JALON_TEXT_SMALL_STRONG, measure_name (self, i), JALON_ALIGN_CENTRE,
                                get_ring_colour (self, i));
}

/* An arc of less than a quarter of an ellipse. */
static void
add_piece (JalonPath *path, double radius, double a, double b)
{
  double wide = JALON_RINGS_ASPECT * radius, k = 4.0 / 3 * tan ((b - a) / 4);

  jalon_path_curve_to (path, wide * (cos (a) - k * sin (a)), radius * (sin (a) + k * cos (a)),
                       wide * (cos (b) + k * sin (b)), radius * (sin (b) - k * cos (b)),
                       wide * cos (b), radius * sin (b));
}

/* An arc of an ellipse from one angle to another, cut where it is widest and highest, so that no
 * control point reaches out of the rectangle round it. */
static void
add_arc (JalonPath *path, double radius, double start, double end)
{
  double quarter = G_PI / 2, at = start;

  while (fabs (end - at) > 1e-9)
    {
      double next = end > at ? (floor (at / quarter + 1e-9) + 1) * quarter
                             : (ceil (at / quarter - 1e-9) - 1) * quarter;

      next = end > at ? MIN (next, end) : MAX (next, end);
      add_piece (path, radius, at, next);
      at = next;
    }
}

static JalonPath *
make_outline (const JalonSector *sector, double inner, double outer)
{
  JalonPath *path = jalon_path_new ();

  jalon_path_move_to (path, JALON_RINGS_ASPECT * outer * cos (sector->start),
                      outer * sin (sector->start));
  add_arc (path, outer, sector->start, sector->end);
  jalon_path_line_to (path, JALON_RINGS_ASPECT * inner * cos (sector->end),
                      inner * sin (sector->end));
  if (inner > 0)
    add_arc (path, inner, sector->end, sector->start);
  jalon_path_close (path);
  return path;
}

/* The rectangle of a sector, in coordinates of which the middle is the origin. */
static JalonRect
get_extents (const JalonSector *sector, double radius)
{
  double edge = radius * sin (sector->side == JALON_SIDE_EXTERNAL ? sector->start : sector->end);
  double width = JALON_RINGS_ASPECT * radius;

  if (sector->side == JALON_SIDE_OWN)
    {
      double half = width * cos (sector->start);

      return (JalonRect){ -half, 0, 2 * half, radius };
    }
  return (JalonRect){ sector->side == JALON_SIDE_EXTERNAL ? -width : 0, -radius, width,
                      radius + edge };
}

static guint
add_part (JalonRings *self, guint ring, guint which)
{
  const JalonSector *sector = &self->sectors[which];
  JalonRect rect = get_extents (sector, self->radii[ring]);
  const char *name = jalon_node_get_label (self->names[ring]);
  const char *side = jalon_element_get_text (self->map, side_fields[sector->side]);
  g_autofree char *label = NULL;
  JalonPath *outline = make_outline (sector, ring > 0 ? self->radii[ring - 1] : 0,
                                     self->radii[ring]);
  JalonNode *node = jalon_node_new (JALON_ROLE_SLOT, NULL, JALON_FIELD_NONE, rect.width,
                                    rect.height);
  JalonSlot *slot;
  JalonPrimitive *band;

  if (side[0] == '\0')
    side = jalon_layout_term (self->layout, jalon_side_choices[sector->side].label);
  label = g_strdup_printf ("%s, %s", name, side);
  jalon_node_set_label (node, label);
  slot = jalon_node_make_slot (node, jalon_element_get_id (self->map), JALON_KIND_STAKEHOLDER,
                               JALON_FIELD_RING, jalon_ring_choices[ring].nick);
  slot->has_shape = TRUE;
  slot->goal = JALON_FIELD_DESIRED_RING;
  slot->other_field = JALON_FIELD_SIDE;
  slot->other_value = g_strdup (jalon_side_choices[sector->side].nick);
  band = jalon_node_add_path (node, outline, -rect.x, -rect.y, get_ring_colour (self, ring));
  band->stroke = self->layout->theme->paper;
  band->line_width = RIM;
  return jalon_scene_add (self->layout->scene, node, self->middle.x + rect.x,
                          self->middle.y + rect.y, JALON_LAYER_BODY, -1);
}

/* Sectors are named outside the rings: in the upper corners, and below. */
static JalonNode *
make_side_name (JalonRings *self, JalonSide side)
{
  const char *own = jalon_element_get_text (self->map, side_fields[side]);
  JalonAlign align = side == JALON_SIDE_OWN
                       ? JALON_ALIGN_CENTRE
                       : jalon_layout_get_align (self->layout, own, side == JALON_SIDE_INTERNAL);

  return make_text (self, side_fields[side], jalon_side_choices[side].label, JALON_TEXT_SECTION,
                    SIDE_WIDTH, align, (JalonColour){ 0 });
}

/* How much lower the rings must be for names that have no room in the corners. */
static double
measure_side_names (JalonRings *self)
{
  double height = SIDE_HEIGHT;

  for (guint i = 0; i < self->n_sectors; i++)
    {
      g_autoptr (JalonNode) node = make_side_name (self, self->sectors[i].side);

      if (self->sectors[i].side != JALON_SIDE_OWN)
        height = MAX (height, jalon_node_get_height (node));
    }
  return height - SIDE_HEIGHT;
}

static double
add_side_names (JalonRings *self, double top)
{
  double radius = self->radii[JALON_N_RINGS - 1];
  double width = JALON_RINGS_ASPECT * radius, bottom = self->middle.y + radius;

  for (guint i = 0; i < self->n_sectors; i++)
    {
      JalonSide side = self->sectors[i].side;
      JalonNode *node = make_side_name (self, side);
      double x = side == JALON_SIDE_EXTERNAL   ? -width
                 : side == JALON_SIDE_INTERNAL ? width - SIDE_WIDTH
                                               : -SIDE_WIDTH / 2;
      double y = side == JALON_SIDE_OWN ? self->middle.y + radius + JALON_GRID : top;

      bottom = MAX (bottom, y + jalon_node_get_height (node));
      jalon_scene_add (self->layout->scene, node, self->middle.x + x, y, JALON_LAYER_BODY, -1);
    }
  return bottom;
}

static void
add_invitation (JalonRings *self)
{
  const char *words =
    jalon_layout_term (self->layout,
                       N_ ("Without whom would this fail? Place the essential ones here."));
  JalonNode *ghost = jalon_layout_make_ghost (self->layout, words, 192, 0);

  jalon_scene_add (self->layout->scene, ghost, self->middle.x - 96,
                   self->middle.y - jalon_node_get_height (ghost) / 2, JALON_LAYER_BODY, -1);
}

static void
add_parts (JalonRings *self, guint *slots)
{
  for (guint ring = 0; ring < JALON_N_RINGS; ring++)
    for (guint sector = 0; sector < self->n_sectors; sector++)
      slots[jalon_rings_get_region (self, ring, sector)] = add_part (self, ring, sector);
  for (guint ring = 0; ring < JALON_N_RINGS; ring++)
    jalon_scene_add (self->layout->scene, jalon_node_ref (self->names[ring]),
                     self->name_rects[ring].x, self->name_rects[ring].y, JALON_LAYER_BODY, -1);
}

/**
 * jalon_rings_add:
 * @self: a layout at work
 * @map: a stakeholder map
 * @people: (element-type JalonPerson): its stakeholders
 * @y: the top of the rings
 *
 * Draws stakeholders in rings and sets the size of the sheet.
 *
 * Returns: the y below
 */
double
jalon_rings_add (JalonLayout *self, JalonElement *map, GArray *people, double y)
{
  g_autoptr (GArray) obstacles = g_array_new (FALSE, FALSE, sizeof (JalonRect));
  g_autoptr (JalonLinks) links = NULL;
  guint slots[JALON_N_RINGS * JALON_MAX_SECTORS];
  JalonRings rings = { .layout = self, .map = map, .people = people, .obstacles = obstacles };
  double top, radius, width, words;

  jalon_rings_cut (&rings);
  make_names (&rings);
  top = y + measure_side_names (&rings);
  jalon_rings_fill (&rings, top);
  radius = rings.radii[JALON_N_RINGS - 1];
  width = 2 * JALON_RINGS_ASPECT * radius;
  links = jalon_links_new (self, map, people, obstacles,
                           &(JalonRect){ JALON_MARGIN, top, width, 2 * radius });
  add_parts (&rings, slots);
  y = add_side_names (&rings, y) + 2 * JALON_GRID;
  words = jalon_links_add (links);
  y = MAX (y, words + JALON_GRID);
  jalon_people_add_ghosts (self, people);
  jalon_people_add_pills (self, people, slots, JALON_N_RINGS * rings.n_sectors);
  if (people->len == 0)
    add_invitation (&rings);
  y = jalon_people_add_legend (self, people, JALON_MARGIN, y, width);
  jalon_scene_set_size (self->scene, width + 2 * JALON_MARGIN, y + JALON_MARGIN);
  for (guint i = 0; i < JALON_N_RINGS; i++)
    jalon_node_unref (rings.names[i]);
  return y;
}
