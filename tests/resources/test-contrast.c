/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything that is written on a map can be read, in every theme: all maps of the samples and of
 * the templates are laid out, and each text is held against what is painted below it. */

#include <math.h>

#include "content.h"
#include "document/jalon-document.h"
#include "drawing/jalon-layout.h"

/* W3C, Web Content Accessibility Guidelines 2.1: 1.4.3 (AA), and 1.4.6 (AAA) in high contrast */
#define TEXT 4.5
#define TEXT_AAA 7.0

static gboolean
covers (const JalonPrimitive *primitive, double x, double y)
{
  const JalonRect *rect = &primitive->rect;

  if (primitive->fill.alpha == 0)
    return FALSE;
  if (primitive->type == JALON_PRIMITIVE_PATH)
    return jalon_path_contains (primitive->path, x - rect->x, y - rect->y);
  return primitive->type == JALON_PRIMITIVE_BOX && x >= rect->x && x < rect->x + rect->width &&
         y >= rect->y && y < rect->y + rect->height;
}

/* What of @item, before its primitive @last, lies over @ground at a point of the sheet. */
static JalonColour
lay_over (JalonColour ground, const JalonItem *item, guint last, double x, double y)
{
  guint n;
  const JalonPrimitive *primitives = jalon_node_get_primitives (item->node, &n);

  for (guint i = 0; i < MIN (n, last); i++)
    if (covers (&primitives[i], x - item->x, y - item->y))
      ground = jalon_colour_mix (ground, jalon_colour_with_alpha (primitives[i].fill, 1),
                                 primitives[i].fill.alpha);
  return ground;
}

static void
check_text (JalonScene *scene, guint index, guint primitive)
{
  guint n;
  const JalonTheme *theme = jalon_scene_get_theme (scene);
  const JalonItem *items = jalon_scene_get_items (scene, &n);
  const JalonPrimitive *text = jalon_node_get_primitives (items[index].node, &n) + primitive;
  double along = MIN (text->rect.width, jalon_paragraph_get_width (text->paragraph)) / 2;
  double turn = text->angle * G_PI / 180;
  double across = text->rect.height / 2;
  double x = items[index].x + text->rect.x + along * cos (turn) - across * sin (turn);
  double y = items[index].y + text->rect.y + along * sin (turn) + across * cos (turn);
  JalonColour ground = theme->paper;
  double contrast;

  for (guint i = 0; i < index; i++)
    ground = lay_over (ground, &items[i], G_MAXUINT, x, y);
  ground = lay_over (ground, &items[index], primitive, x, y);
  contrast = jalon_colour_contrast (
    jalon_colour_mix (ground, jalon_colour_with_alpha (text->fill, 1), text->fill.alpha), ground);
  if (contrast < (theme->is_contrast ? TEXT_AAA : TEXT))
    g_error ("theme %d: “%s” has a contrast of %.2f", theme->name,
             jalon_paragraph_get_text (text->paragraph), contrast);
}

static void
check_map (JalonElement *map, JalonThemeName name)
{
  g_autoptr (JalonLayout) layout = jalon_layout_new ();
  g_autoptr (JalonScene) scene = jalon_layout_draw (layout, map, jalon_theme_get (name));
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      guint n;
      const JalonPrimitive *primitives = jalon_node_get_primitives (items[i].node, &n);

      for (guint j = 0; j < n; j++)
        if (primitives[j].type == JALON_PRIMITIVE_TEXT)
          check_text (scene, i, j);
    }
}

static void
test_maps (gconstpointer folder)
{
  g_autoptr (GPtrArray) files = content_list (folder);

  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (JalonDocument) document = jalon_document_new (content_read (files->pdata[i]));
      JalonElement *project = jalon_document_get_project (document);

      g_test_message ("%s", (const char *) files->pdata[i]);
      for (guint j = 0; j < jalon_element_get_n_children (project); j++)
        for (JalonThemeName name = 0; name <= JALON_THEME_DARK_CONTRAST; name++)
          if (jalon_kind_is_map (jalon_element_get_kind (jalon_element_get_child (project, j))))
            check_map (jalon_element_get_child (project, j), name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/contrast/samples", "samples", test_maps);
  g_test_add_data_func ("/contrast/templates", "templates", test_maps);

  return g_test_run ();
}
