/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-stakeholder-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "drawing/jalon-layout-sections.h"

#define PLANE_WIDTH 1120.0
#define PLANE_HEIGHT 624.0
#define QUADRANT_GAP 4.0
#define PADDING 20.0
#define AXIS 28.0

/* A ghost that would be nearer to its pill than this says nothing */
#define NEAR 12.0

/* Rather this between two pills than one of them so far from where it belongs */
#define LEAST_GAP 4.0
#define FAR 64.0

/* The part of a quadrant that may be covered before it grows, and the step in which it does */
#define DENSITY 0.36
#define GROWTH 1.08

/* From left to right and from top to bottom, as one reads */
enum
{
  GATEKEEPERS,
  CHAMPIONS,
  BYSTANDERS,
  SUPPORTERS,
  N_QUADRANTS,
};

typedef struct
{
  JalonFieldId name;
  JalonFieldId text;
  const char *names[2];
  const char *texts[2];
} QuadrantInfo;

/* What quadrants are called in both presets, and how one engages those in them. */
static const QuadrantInfo quadrant_infos[N_QUADRANTS] = {
  [GATEKEEPERS] = { JALON_FIELD_GATEKEEPERS,
                    JALON_FIELD_GATEKEEPERS_TEXT,
                    { N_ ("Gatekeepers"), N_ ("Keep satisfied") },
                    { N_ ("Understand what stops them; win them with the champions’ help"),
                      N_ ("Meet what they need; ask them before big steps") } },
  [CHAMPIONS] = { JALON_FIELD_CHAMPIONS,
                  JALON_FIELD_CHAMPIONS_TEXT,
                  { N_ ("Champions"), N_ ("Manage closely") },
                  { N_ ("Involve them in every project and with customers; let them lead"),
                    N_ ("Decide with them; meet them often") } },
  [BYSTANDERS] = { JALON_FIELD_BYSTANDERS,
                   JALON_FIELD_BYSTANDERS_TEXT,
                   { N_ ("Bystanders"), N_ ("Monitor") },
                   { N_ ("Keep them informed; raise their awareness"),
                     N_ ("Watch whether anything changes") } },
  [SUPPORTERS] = { JALON_FIELD_SUPPORTERS,
                   JALON_FIELD_SUPPORTERS_TEXT,
                   { N_ ("Supporters"), N_ ("Keep informed") },
                   { N_ ("Involve them, keep them informed, ask for feedback, thank them"),
                     N_ ("Tell them early; take their questions seriously") } },
};

static const char *const x_axes[] = { N_ ("Support"), N_ ("Interest") };
static const char *const y_axes[] = { N_ ("Influence"), N_ ("Power") };

typedef struct
{
  JalonNode *slot;
  JalonNode *name;
  JalonNode *text;
  JalonRect rect;
  JalonRect name_rect;
  JalonRect text_rect;
} Quadrant;

typedef struct
{
  JalonLayout *layout;
  JalonElement *map;
  JalonPreset preset;
  JalonRect plane;
  Quadrant quadrants[N_QUADRANTS];
  GArray *people;
  GArray *obstacles;
} Plane;

static guint
get_quadrant (double support, double influence)
{
  if (influence >= 0.5)
    return support >= 0.5 ? CHAMPIONS : GATEKEEPERS;
  return support >= 0.5 ? SUPPORTERS : BYSTANDERS;
}

static void
clear_quadrants (Plane *plane)
{
  for (guint i = 0; i < N_QUADRANTS; i++)
    {
      g_clear_pointer (&plane->quadrants[i].slot, jalon_node_unref);
      g_clear_pointer (&plane->quadrants[i].name, jalon_node_unref);
      g_clear_pointer (&plane->quadrants[i].text, jalon_node_unref);
    }
}

/* A text of the map, or what the preset says in its place. */
static JalonNode *
make_text (Plane *plane,
           JalonFieldId field,
           const char *preset,
           JalonTextStyle style,
           JalonColour colour,
           JalonColour ground,
           double width)
{
  JalonLayout *self = plane->layout;
  const char *own = jalon_element_get_text (plane->map, field);
  const char *shown = own[0] != '\0' ? own : jalon_layout_term (self, preset);
  JalonParagraph *paragraph = jalon_layout_set (self, shown, style, width);
  double height = jalon_paragraph_get_height (paragraph);
  JalonNode *node;

  width = ceil (jalon_paragraph_get_width (paragraph));
  node = jalon_node_new (JALON_ROLE_TEXT, jalon_element_get_id (plane->map), field, width, height);
  jalon_node_set_label (node, shown);
  jalon_node_set_editor (node, &(JalonRect){ 0, 0, width, height }, style);
  jalon_node_add_box (node, &(JalonRect){ 0, 0, width, height }, 3, ground);
  jalon_node_add_text (node, paragraph, 0, 0, colour);
  return node;
}

static JalonColour
get_ground (Plane *plane, guint which)
{
  const JalonTheme *theme = plane->layout->theme;

  return which == CHAMPIONS ? theme->highlight : theme->band;
}

static JalonNode *
make_slot (Plane *plane, guint which)
{
  static const JalonCorners corners[N_QUADRANTS] = {
    [GATEKEEPERS] = JALON_CORNER_TOP_LEFT,
    [CHAMPIONS] = JALON_CORNER_TOP_RIGHT,
    [BYSTANDERS] = JALON_CORNER_BOTTOM_LEFT,
    [SUPPORTERS] = JALON_CORNER_BOTTOM_RIGHT,
  };
  const JalonRect *rect = &plane->quadrants[which].rect;
  gboolean is_right = which == CHAMPIONS || which == SUPPORTERS;
  gboolean is_upper = which == CHAMPIONS || which == GATEKEEPERS;
  JalonPath *outline = jalon_section_outline (rect->width, rect->height, JALON_BAND_RADIUS,
                                              corners[which]);
  JalonNode *node = jalon_node_new (JALON_ROLE_SLOT, NULL, JALON_FIELD_NONE, rect->width,
                                    rect->height);
  JalonSlot *slot = jalon_node_make_slot (node, jalon_element_get_id (plane->map),
                                          JALON_KIND_STAKEHOLDER, JALON_FIELD_NONE, NULL);

  slot->x_field = JALON_FIELD_SUPPORT;
  slot->y_field = JALON_FIELD_INFLUENCE;
  slot->plane = (JalonRect){ 0, 0, rect->width, rect->height };
  slot->x_min = is_right ? 0.5 : 0;
  slot->x_max = is_right ? 1 : 0.5;
  slot->y_min = is_upper ? 0.5 : 0;
  slot->y_max = is_upper ? 1 : 0.5;
  slot->x_goal = JALON_FIELD_DESIRED_SUPPORT;
  slot->y_goal = JALON_FIELD_DESIRED_INFLUENCE;
  jalon_node_set_label (node, jalon_node_get_label (plane->quadrants[which].name));
  jalon_node_add_path (node, outline, 0, 0, get_ground (plane, which));
  return node;
}

static void
make_quadrant (Plane *plane, guint which)
{
  const QuadrantInfo *info = &quadrant_infos[which];
  const JalonTheme *theme = plane->layout->theme;
  Quadrant *quadrant = &plane->quadrants[which];
  double width = (plane->plane.width - QUADRANT_GAP) / 2;
  double height = (plane->plane.height - QUADRANT_GAP) / 2;

  quadrant->rect = (JalonRect){
    plane->plane.x + (which % 2) * (width + QUADRANT_GAP),
    plane->plane.y + (which / 2) * (height + QUADRANT_GAP),
    width,
    height,
  };
  quadrant->name = make_text (plane, info->name, info->names[plane->preset], JALON_TEXT_SECTION,
                              theme->ink, get_ground (plane, which), width - 2 * PADDING);
  quadrant->text = make_text (plane, info->text, info->texts[plane->preset], JALON_TEXT_SMALL,
                              theme->secondary, get_ground (plane, which), width - 2 * PADDING);
  quadrant->slot = make_slot (plane, which);
  quadrant->name_rect = (JalonRect){ quadrant->rect.x + PADDING, quadrant->rect.y + PADDING - 4,
                                     jalon_node_get_width (quadrant->name),
                                     jalon_node_get_height (quadrant->name) };
  quadrant->text_rect =
    (JalonRect){ quadrant->rect.x + PADDING, quadrant->name_rect.y + quadrant->name_rect.height,
                 jalon_node_get_width (quadrant->text), jalon_node_get_height (quadrant->text) };
  g_array_append_val (plane->obstacles, quadrant->name_rect);
  g_array_append_val (plane->obstacles, quadrant->text_rect);
}

/* Where a pill may be: in its quadrant; on the line between two while nobody has decided. */
static JalonRect
get_bounds (Plane *plane, double support, double influence)
{
  JalonRect bounds = plane->quadrants[get_quadrant (support, influence)].rect;

  if (support == 0.5)
    {
      bounds.x = plane->plane.x;
      bounds.width = plane->plane.width;
    }
  if (influence == 0.5)
    {
      bounds.y = plane->plane.y;
      bounds.height = plane->plane.height;
    }
  bounds.x += JALON_PILL_MARGIN;
  bounds.y += JALON_PILL_MARGIN;
  bounds.width -= 2 * JALON_PILL_MARGIN;
  bounds.height -= 2 * JALON_PILL_MARGIN;
  return bounds;
}

static gboolean
place (Plane *plane, double support, double influence, JalonRect *rect)
{
  JalonRect bounds = get_bounds (plane, support, influence);

  rect->x = plane->plane.x + support * plane->plane.width - rect->width / 2;
  rect->y = plane->plane.y + (1 - influence) * plane->plane.height - rect->height / 2;
  if (!jalon_rect_find_room_near (rect, &bounds, plane->obstacles, JALON_PILL_GAP, LEAST_GAP, FAR))
    return FALSE;
  g_array_append_val (plane->obstacles, *rect);
  return TRUE;
}

static gboolean
place_pills (Plane *plane)
{
  for (guint i = 0; i < plane->people->len; i++)
    {
      JalonPerson *person = &g_array_index (plane->people, JalonPerson, i);
      double support = jalon_element_get_number (person->element, JALON_FIELD_SUPPORT);
      double influence = jalon_element_get_number (person->element, JALON_FIELD_INFLUENCE);

      person->region = get_quadrant (support, influence);
      if (!place (plane, support, influence, &person->rect))
        return FALSE;
    }
  return TRUE;
}

/* What is wanted of somebody, as far as it is said, and else what is. */
static gboolean
get_desired (JalonElement *element, double *support, double *influence)
{
  gboolean has_support = jalon_element_has (element, JALON_FIELD_DESIRED_SUPPORT);
  gboolean has_influence = jalon_element_has (element, JALON_FIELD_DESIRED_INFLUENCE);

  *support = jalon_element_get_number (element, has_support ? JALON_FIELD_DESIRED_SUPPORT
                                                            : JALON_FIELD_SUPPORT);
  *influence = jalon_element_get_number (element, has_influence ? JALON_FIELD_DESIRED_INFLUENCE
                                                                : JALON_FIELD_INFLUENCE);
  return has_support || has_influence;
}

static gboolean
place_ghosts (Plane *plane)
{
  for (guint i = 0; i < plane->people->len; i++)
    {
      JalonPerson *person = &g_array_index (plane->people, JalonPerson, i);
      double support, influence;

      g_clear_pointer (&person->ghost, jalon_node_unref);
      if (!get_desired (person->element, &support, &influence))
        continue;
      if (hypot ((support - jalon_element_get_number (person->element, JALON_FIELD_SUPPORT)) *
                   plane->plane.width,
                 (influence - jalon_element_get_number (person->element, JALON_FIELD_INFLUENCE)) *
                   plane->plane.height) < NEAR)
        continue;
      person->ghost = jalon_people_make_ghost (plane->layout, person->element);
      person->ghost_rect.width = jalon_node_get_width (person->ghost);
      person->ghost_rect.height = jalon_node_get_height (person->ghost);
      person->ghost_region = get_quadrant (support, influence);
      if (!place (plane, support, influence, &person->ghost_rect))
        return FALSE;
    }
  return TRUE;
}

/* Whether the words of each quadrant leave at least half of it to people. */
static gboolean
have_room (Plane *plane)
{
  for (guint i = 0; i < N_QUADRANTS; i++)
    {
      const Quadrant *quadrant = &plane->quadrants[i];
      double words = quadrant->text_rect.y + quadrant->text_rect.height - quadrant->rect.y;

      if (words > quadrant->rect.height / 2)
        return FALSE;
    }
  return TRUE;
}

static gboolean
place_all (Plane *plane)
{
  clear_quadrants (plane);
  g_array_set_size (plane->obstacles, 0);
  for (guint i = 0; i < N_QUADRANTS; i++)
    make_quadrant (plane, i);
  return have_room (plane) && place_pills (plane) && place_ghosts (plane);
}

/* How much larger than usual the plane must be so that no quadrant is packed. */
static double
get_crowd (GArray *people)
{
  double quadrant = PLANE_WIDTH * PLANE_HEIGHT / 4;
  double areas[N_QUADRANTS] = { 0 }, most = 0;

  for (guint i = 0; i < people->len; i++)
    {
      JalonPerson *person = &g_array_index (people, JalonPerson, i);
      guint region =
        get_quadrant (jalon_element_get_number (person->element, JALON_FIELD_SUPPORT),
                      jalon_element_get_number (person->element, JALON_FIELD_INFLUENCE));

      areas[region] += (person->rect.width + JALON_PILL_GAP) *
                       (person->rect.height + JALON_PILL_GAP);
      most = MAX (most, areas[region]);
    }
  return MAX (1, sqrt (most / (quadrant * DENSITY)));
}

static void
fill_plane (Plane *plane)
{
  double crowd = get_crowd (plane->people);

  do
    {
      plane->plane.width = ceil (PLANE_WIDTH * crowd / JALON_GRID) * JALON_GRID;
      plane->plane.height = ceil (PLANE_HEIGHT * crowd / JALON_GRID) * JALON_GRID;
      crowd *= GROWTH;
    }
  while (!place_all (plane));
}

static void
add_quadrants (Plane *plane, guint *slots)
{
  JalonScene *scene = plane->layout->scene;

  for (guint i = 0; i < N_QUADRANTS; i++)
    {
      Quadrant *quadrant = &plane->quadrants[i];

      slots[i] = jalon_scene_add (scene, jalon_node_ref (quadrant->slot), quadrant->rect.x,
                                  quadrant->rect.y, JALON_LAYER_BODY, -1);
    }
}

/* The names lie above the lines, which cannot always go round them. */
static void
add_names (Plane *plane)
{
  JalonScene *scene = plane->layout->scene;

  for (guint i = 0; i < N_QUADRANTS; i++)
    {
      Quadrant *quadrant = &plane->quadrants[i];

      jalon_scene_add (scene, jalon_node_ref (quadrant->name), quadrant->name_rect.x,
                       quadrant->name_rect.y, JALON_LAYER_BODY, -1);
      jalon_scene_add (scene, jalon_node_ref (quadrant->text), quadrant->text_rect.x,
                       quadrant->text_rect.y, JALON_LAYER_BODY, -1);
    }
}

/* The names of the axes, below and at the left, each with an arrow to where it grows. */
static void
add_axes (Plane *plane)
{
  JalonLayout *self = plane->layout;
  const char *x_words = jalon_layout_term (self, x_axes[plane->preset]);
  const char *y_words = jalon_layout_term (self, y_axes[plane->preset]);
  g_autofree char *x_label = g_strdup_printf ("%s →", x_words);
  g_autofree char *y_label = g_strdup_printf ("%s →", y_words);
  JalonParagraph *x = jalon_layout_set (self, x_label, JALON_TEXT_SMALL, -1);
  JalonParagraph *y = jalon_layout_set (self, y_label, JALON_TEXT_SMALL, -1);
  double x_width = jalon_paragraph_get_width (x), x_height = jalon_paragraph_get_height (x);
  double y_width = jalon_paragraph_get_width (y), y_height = jalon_paragraph_get_height (y);
  JalonNode *below = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, x_width,
                                     x_height);
  JalonNode *beside = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, y_height,
                                      y_width);

  jalon_node_add_text (below, x, 0, 0, self->theme->secondary);
  jalon_node_add_text (beside, y, 0, y_width, self->theme->secondary)->angle = -90;
  jalon_scene_add (self->scene, below, plane->plane.x + (plane->plane.width - x_width) / 2,
                   plane->plane.y + plane->plane.height + (AXIS - x_height) / 2 + 2,
                   JALON_LAYER_BODY, -1);
  jalon_scene_add (self->scene, beside, plane->plane.x - AXIS + (AXIS - y_height) / 2 - 4,
                   plane->plane.y + (plane->plane.height - y_width) / 2, JALON_LAYER_BODY, -1);
}

/* What an empty plane asks, in the middle where its quadrants meet. */
static void
add_invitation (Plane *plane)
{
  JalonLayout *self = plane->layout;
  const char *words =
    jalon_layout_term (self,
                       N_ ("Who has a say in this, and who feels its effects? Place them here."));
  JalonNode *ghost = jalon_layout_make_ghost (self, words, 208, 0);

  jalon_scene_add (self->scene, ghost, plane->plane.x + (plane->plane.width - 208) / 2,
                   plane->plane.y + (plane->plane.height - jalon_node_get_height (ghost)) / 2,
                   JALON_LAYER_BODY, -1);
}

static double
add_plane (JalonLayout *self, JalonElement *map, GArray *people, double y)
{
  g_autoptr (GArray) obstacles = g_array_new (FALSE, FALSE, sizeof (JalonRect));
  g_autoptr (JalonLinks) links = NULL;
  guint slots[N_QUADRANTS];
  Plane plane = { .layout = self,
                  .map = map,
                  .preset = jalon_element_get_choice (map, JALON_FIELD_PRESET),
                  .plane = { JALON_MARGIN + AXIS, y, 0, 0 },
                  .people = people,
                  .obstacles = obstacles };

  fill_plane (&plane);
  links = jalon_links_new (self, map, people, obstacles, &plane.plane);
  add_quadrants (&plane, slots);
  add_axes (&plane);
  y = jalon_links_add (links) + JALON_GRID;
  add_names (&plane);
  jalon_people_add_ghosts (self, people);
  jalon_people_add_pills (self, people, slots, N_QUADRANTS);
  if (people->len == 0)
    add_invitation (&plane);
  y = MAX (y, plane.plane.y + plane.plane.height + AXIS + JALON_GRID);
  y = jalon_people_add_legend (self, people, plane.plane.x, y, plane.plane.width);
  jalon_scene_set_size (self->scene, plane.plane.x + plane.plane.width + JALON_MARGIN,
                        y + JALON_MARGIN);
  clear_quadrants (&plane);
  return y;
}

static char *
make_subtitle (JalonLayout *self, JalonElement *map)
{
  GString *words = g_string_new (jalon_layout_term (self, N_ ("Stakeholder map")));

  if (jalon_element_get_choice (map, JALON_FIELD_LAYOUT) == JALON_LAYOUT_RINGS)
    jalon_layout_join (words, jalon_layout_term (self, N_ ("by importance")));
  else if (jalon_element_get_choice (map, JALON_FIELD_PRESET) == JALON_PRESET_INTEREST)
    jalon_layout_join (words, jalon_layout_term (self, N_ ("power and interest")));
  else
    jalon_layout_join (words, jalon_layout_term (self, N_ ("influence and support")));
  return g_string_free (words, FALSE);
}

/**
 * jalon_layout_stakeholder_map:
 * @self: a layout at work
 * @map: a stakeholder map
 *
 * Draws a stakeholder map in the layout that it names.
 */
void
jalon_layout_stakeholder_map (JalonLayout *self, JalonElement *map)
{
  gboolean is_rings = jalon_element_get_choice (map, JALON_FIELD_LAYOUT) == JALON_LAYOUT_RINGS;
  g_autofree char *subtitle = make_subtitle (self, map);
  g_autoptr (GArray) people = jalon_people_new (self, map);
  double width = is_rings ? JALON_RINGS_WIDTH : PLANE_WIDTH + AXIS;
  double y = jalon_layout_add_heading (self, map, subtitle, width) + 3 * JALON_GRID;

  if (is_rings)
    jalon_rings_add (self, map, people, y);
  else
    add_plane (self, map, people, y);
}
