/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-stakeholder-links.h"

#include <math.h>

#define LINE_WIDTH 1.25
#define ARROW_WIDTH 1.75

/* Words beside a curve: how wide a line of them may be, and how far from it */
#define WORDS_WIDTH 132.0
#define WORDS_GAP 4.0

/* How far from the curve words may be at most */
#define NEAR 112.0

static JalonPerson *
find_person (GArray *people, JalonElement *element)
{
  for (guint i = 0; i < people->len; i++)
    {
      JalonPerson *person = &g_array_index (people, JalonPerson, i);

      if (person->element == element)
        return person;
    }
  return NULL;
}

static void
find_links (JalonLinks *self, JalonElement *map)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      JalonPerson *person = &g_array_index (self->people, JalonPerson, i);
      JalonLink link = { .from = person, .to = person };

      if (person->ghost != NULL)
        g_array_append_val (self->links, link);
    }
  for (guint i = 0; i < jalon_element_get_n_children (map); i++)
    {
      JalonElement *child = jalon_element_get_child (map, i);
      JalonLink link = { .relation = child };

      if (jalon_element_get_kind (child) != JALON_KIND_RELATION)
        continue;
      link.from = find_person (self->people, jalon_document_follow (child, JALON_FIELD_FROM));
      link.to = find_person (self->people, jalon_document_follow (child, JALON_FIELD_TO));
      if (link.from != NULL && link.to != NULL)
        g_array_append_val (self->links, link);
    }
}

/**
 * jalon_links_new:
 * @self: a layout at work
 * @map: a stakeholder map
 * @people: (element-type JalonPerson): its stakeholders, in their places
 * @obstacles: (element-type JalonRect): what lines and words keep clear of, people among it
 * @bounds: what lines and words stay in
 *
 * Finds ways for the relations of a map, and from where people are to where they are wanted.
 *
 * Returns: (transfer full): the relations; they use @people
 */
JalonLinks *
jalon_links_new (JalonLayout *self,
                 JalonElement *map,
                 GArray *people,
                 GArray *obstacles,
                 const JalonRect *bounds)
{
  JalonLinks *links = g_new0 (JalonLinks, 1);

  links->layout = self;
  links->people = people;
  links->bounds = *bounds;
  links->obstacles = g_array_copy (obstacles);
  links->links = g_array_new (FALSE, TRUE, sizeof (JalonLink));
  find_links (links, map);
  for (guint i = 0; i < links->links->len; i++)
    jalon_links_route (links, &g_array_index (links->links, JalonLink, i));
  return links;
}

void
jalon_links_free (JalonLinks *self)
{
  g_array_unref (self->obstacles);
  g_array_unref (self->links);
  g_free (self);
}

/* The pieces of all curves that come into @window, as obstacles. */
static void
add_curves (JalonLinks *self, const JalonRect *window, GArray *obstacles)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const JalonLink *link = &g_array_index (self->links, JalonLink, i);

      for (guint j = 0; link->is_drawn && j < JALON_N_SAMPLES; j += 2)
        {
          JalonPoint a = link->samples[j], b = link->samples[j + 2];
          JalonRect piece = { MIN (a.x, b.x), MIN (a.y, b.y), fabs (b.x - a.x), fabs (b.y - a.y) };

          if (jalon_rect_meets (&piece, window, WORDS_GAP))
            g_array_append_val (obstacles, piece);
        }
    }
}

static GArray *
find_obstacles (JalonLinks *self, const JalonRect *window)
{
  GArray *obstacles = g_array_new (FALSE, FALSE, sizeof (JalonRect));

  for (guint i = 0; i < self->obstacles->len; i++)
    {
      JalonRect obstacle = g_array_index (self->obstacles, JalonRect, i);

      if (jalon_rect_meets (&obstacle, window, WORDS_GAP))
        g_array_append_val (obstacles, obstacle);
    }
  add_curves (self, window, obstacles);
  return obstacles;
}

/* What is in the plane round a point, near it and large enough for words of the size of @rect. */
static JalonRect
get_window (JalonLinks *self, JalonPoint point, const JalonRect *rect)
{
  const JalonRect *b = &self->bounds;
  double x = MAX (NEAR, rect->width), y = MAX (NEAR, rect->height);
  double left = MAX (b->x, point.x - x), right = MIN (b->x + b->width, point.x + x);
  double top = MAX (b->y, point.y - y), bottom = MIN (b->y + b->height, point.y + y);

  return (JalonRect){ left, top, right - left, bottom - top };
}

/* Beside one of a few points of the curve, on no pill, no curve and no other words. */
static gboolean
find_place (JalonLinks *self, const JalonLink *link, JalonRect *rect)
{
  static const double places[] = { 0.5, 0.4, 0.6, 0.3, 0.7 };
  double best = G_MAXDOUBLE;
  JalonRect found = *rect;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      JalonPoint point = link->samples[(guint) (places[i] * JALON_N_SAMPLES)];
      JalonRect window = get_window (self, point, rect);
      g_autoptr (GArray) obstacles = find_obstacles (self, &window);
      double x = point.x - rect->width / 2, y = point.y - rect->height / 2, cost;
      JalonRect here = { x, y, rect->width, rect->height };

      if (!jalon_rect_find_room (&here, &window, obstacles, WORDS_GAP))
        continue;
      cost = hypot (here.x - x, here.y - y) + 5 * i;
      if (cost >= best)
        continue;
      best = cost;
      found = here;
    }
  *rect = found;
  return best < G_MAXDOUBLE;
}

/* As near to the middle of the curve as there is room; in a crowd, as near as no pill is. */
static void
place_words (JalonLinks *self, const JalonLink *link, JalonRect *rect)
{
  JalonPoint middle = link->samples[JALON_N_SAMPLES / 2];
  const JalonRect *b = &self->bounds;

  if (find_place (self, link, rect))
    return;
  rect->x = CLAMP (middle.x - rect->width / 2, b->x, b->x + MAX (0, b->width - rect->width));
  rect->y = CLAMP (middle.y - rect->height / 2, b->y, b->y + MAX (0, b->height - rect->height));
  jalon_rect_find_room (rect, &self->bounds, self->obstacles, 1);
}

static char *
get_words (JalonLinks *self, const JalonLink *link)
{
  g_autofree char *type =
    jalon_layout_lower (jalon_layout_choice (self->layout, link->relation, JALON_FIELD_TYPE));
  GString *words = g_string_new (NULL);

  if (jalon_element_get_choice (link->relation, JALON_FIELD_TYPE) != JALON_RELATION_OWN)
    jalon_layout_join (words, type);
  jalon_layout_join (words, jalon_element_get_text (link->relation, JALON_FIELD_LABEL));
  if (words->len == 0)
    g_string_append (words, "…");
  return g_string_free (words, FALSE);
}

/* The smallest rectangle that holds two. */
static JalonRect
unite (const JalonRect *a, const JalonRect *b)
{
  double x = MIN (a->x, b->x), y = MIN (a->y, b->y);

  return (JalonRect){ x, y, MAX (a->x + a->width, b->x + b->width) - x,
                      MAX (a->y + a->height, b->y + b->height) - y };
}

static void
add_curve (JalonLinks *self, const JalonLink *link, JalonNode *node, const JalonRect *rect)
{
  const JalonTheme *theme = self->layout->theme;
  gboolean is_ghost = link->relation == NULL;
  JalonColour colour = is_ghost ? theme->accent : theme->faint;
  JalonPoint origin = { rect->x, rect->y };
  JalonPrimitive *line = jalon_node_add_path (node, jalon_cubic_make_line (&link->curve, origin), 0,
                                              0, (JalonColour){ 0 });

  line->stroke = colour;
  line->line_width = is_ghost ? ARROW_WIDTH : LINE_WIDTH;
  line->line_style = is_ghost ? JALON_LINE_DASHED : JALON_LINE_SOLID;
  jalon_node_add_path (node, jalon_cubic_make_head (&link->curve, origin), 0, 0, colour);
}

static void
add_arrow (JalonLinks *self, const JalonLink *link)
{
  JalonRect rect = link->hull;
  JalonNode *node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, rect.width,
                                    rect.height);

  add_curve (self, link, node, &rect);
  jalon_scene_add (self->layout->scene, node, rect.x, rect.y, JALON_LAYER_BODY, -1);
}

/* Returns the y below it. */
static double
add_relation (JalonLinks *self, const JalonLink *link)
{
  g_autofree char *words = get_words (self, link);
  g_autofree char *label = g_strdup_printf ("%s: %s → %s", words,
                                            jalon_element_get_title (link->from->element),
                                            jalon_element_get_title (link->to->element));
  JalonParagraph *text = jalon_people_set_compact (self->layout, words, JALON_TEXT_SMALL,
                                                   WORDS_WIDTH);
  JalonNode *node;
  JalonRect rect = { 0, 0, ceil (jalon_paragraph_get_width (text)),
                     ceil (jalon_paragraph_get_height (text)) };
  JalonRect all;

  place_words (self, link, &rect);
  g_array_append_val (self->obstacles, rect);
  all = unite (&link->hull, &rect);
  rect.x -= all.x;
  rect.y -= all.y;

  node = jalon_node_new (JALON_ROLE_LINK, jalon_element_get_id (link->relation), JALON_FIELD_LABEL,
                         all.width, all.height);
  jalon_node_set_label (node, label);
  jalon_node_set_editor (node, &rect, JALON_TEXT_SMALL);
  add_curve (self, link, node, &all);
  jalon_node_add_text (node, text, rect.x, rect.y, self->layout->theme->secondary);
  jalon_scene_add (self->layout->scene, node, all.x, all.y, JALON_LAYER_BODY, -1);
  return all.y + all.height;
}

/**
 * jalon_links_add:
 * @self: the relations of a map
 *
 * Adds the arrows to where people are wanted, and the relations with what flows: words beside the
 * curve where they cover no pill.
 *
 * Returns: the y below them: words may be higher than what they should stay in
 */
double
jalon_links_add (JalonLinks *self)
{
  double y = 0;

  for (guint i = 0; i < self->links->len; i++)
    {
      const JalonLink *link = &g_array_index (self->links, JalonLink, i);

      if (!link->is_drawn)
        continue;
      if (link->relation != NULL)
        {
          double below = add_relation (self, link);

          y = MAX (y, below);
        }
      else
        add_arrow (self, link);
    }
  return y;
}
