/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journey-fixture.h"

#include "scene-checks.h"

JalonElement *
journey_add (JalonElement *parent, JalonKind kind, const char *id)
{
  JalonElement *element = jalon_element_new (kind, id);

  jalon_element_append (parent, element);
  return element;
}

void
journey_set (JalonElement *element, JalonFieldId field, const char *text)
{
  g_autoptr (GError) error = NULL;

  jalon_element_set (element, field, text, &error);
  g_assert_no_error (error);
}

JalonElement *
journey_add_lane (JalonElement *journey, const char *id, const char *type)
{
  JalonElement *lane = journey_add (journey, JALON_KIND_LANE, id);

  journey_set (lane, JALON_FIELD_TYPE, type);
  return lane;
}

JalonElement *
journey_add_card (JalonElement *step, const char *id, const char *lane, const char *text)
{
  JalonElement *card = journey_add (step, JALON_KIND_CARD, id);

  journey_set (card, JALON_FIELD_LANE, lane);
  journey_set (card, JALON_FIELD_TEXT, text);
  return card;
}

JalonElement *
journey_add_score (JalonElement *step, const char *id, const char *lane, const char *value)
{
  JalonElement *score = journey_add (step, JALON_KIND_SCORE, id);

  journey_set (score, JALON_FIELD_LANE, lane);
  journey_set (score, JALON_FIELD_PERSONA, "awa");
  journey_set (score, JALON_FIELD_VALUE, value);
  return score;
}

JalonElement *
journey_new_project (void)
{
  JalonElement *project = jalon_element_new (JALON_KIND_PROJECT, "project");
  JalonElement *awa = journey_add (project, JALON_KIND_PERSONA, "awa");
  JalonElement *journey = journey_add (project, JALON_KIND_JOURNEY, "journey");
  JalonElement *stage = NULL;

  journey_set (awa, JALON_FIELD_NAME, "Awa Diop");
  journey_set (journey, JALON_FIELD_TITLE, "Renting a house");
  journey_set (journey, JALON_FIELD_PERSONAS, "awa");
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *stage_id = g_strdup_printf ("stage%u", i / 2);
      g_autofree char *step_id = g_strdup_printf ("step%u", i);

      if (i % 2 == 0)
        stage = journey_add (journey, JALON_KIND_STAGE, stage_id);
      journey_set (journey_add (stage, JALON_KIND_STEP, step_id), JALON_FIELD_TITLE,
                   "Pays the deposit");
    }
  return project;
}

JalonElement *
journey_find (JalonElement *project, const char *id)
{
  if (strcmp (jalon_element_get_id (project), id) == 0)
    return project;
  for (guint i = 0; i < jalon_element_get_n_children (project); i++)
    {
      JalonElement *found = journey_find (jalon_element_get_child (project, i), id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

JalonScene *
journey_draw (JalonLayout *layout, JalonElement *map)
{
  return jalon_layout_draw (layout, map, jalon_theme_get (JALON_THEME_LIGHT));
}

/* Takes @project. */
Drawing
drawing_new (JalonElement *project)
{
  Drawing drawing = { .document = jalon_document_new (project), .layout = jalon_layout_new () };

  drawing.scene = journey_draw (drawing.layout, journey_find (project, "journey"));
  check_scene (drawing.scene);
  check_overlaps (drawing.scene);
  return drawing;
}

void
drawing_clear (Drawing *drawing)
{
  g_clear_pointer (&drawing->scene, jalon_scene_unref);
  g_clear_pointer (&drawing->layout, jalon_layout_free);
  g_assert_finalize_object (g_steal_pointer (&drawing->document));
}

const JalonItem *
drawing_find_item (JalonScene *scene, const char *id)
{
  int item = jalon_scene_find (scene, id, JALON_FIELD_NONE);
  guint n;

  g_assert_cmpint (item, >=, 0);
  return &jalon_scene_get_items (scene, &n)[item];
}

const JalonSlot *
drawing_find_slot_of (JalonScene *scene, const char *id)
{
  guint n;
  const JalonItem *items = jalon_scene_get_items (scene, &n);
  const JalonItem *item = drawing_find_item (scene, id);

  g_assert_cmpint (item->slot, >=, 0);
  return jalon_node_get_slot (items[item->slot].node);
}

/* The item whose slot takes elements of @kind into @parent. */
const JalonItem *
drawing_find_slot (JalonScene *scene, const char *parent, JalonKind kind, const char *value)
{
  guint n;
  const JalonItem *items = jalon_scene_get_items (scene, &n);

  for (guint i = 0; i < n; i++)
    {
      const JalonSlot *slot = jalon_node_get_slot (items[i].node);

      if (slot != NULL && slot->kind == kind && g_strcmp0 (slot->parent, parent) == 0 &&
          g_strcmp0 (slot->value, value) == 0)
        return &items[i];
    }
  return NULL;
}

gboolean
node_has_text (JalonNode *node, const char *text)
{
  guint n;
  const JalonPrimitive *primitives = jalon_node_get_primitives (node, &n);

  for (guint i = 0; i < n; i++)
    if (primitives[i].type == JALON_PRIMITIVE_TEXT &&
        strstr (jalon_paragraph_get_text (primitives[i].paragraph), text) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
scene_has_text (JalonScene *scene, const char *text)
{
  guint n;
  const JalonItem *items = jalon_scene_get_items (scene, &n);

  for (guint i = 0; i < n; i++)
    if (node_has_text (items[i].node, text))
      return TRUE;
  return FALSE;
}
