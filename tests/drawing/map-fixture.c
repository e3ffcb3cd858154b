/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-fixture.h"

#include "random-edit.h"
#include "random-tree.h"
#include "scene-checks.h"

#define N_TREES 8
#define N_ELEMENTS 160
#define N_EDITS 12

static void
set (JalonElement *element, JalonFieldId field, const char *text)
{
  g_autoptr (GError) error = NULL;

  jalon_element_set (element, field, text, &error);
  g_assert_no_error (error);
}

JalonElement *
fixture_add (JalonElement *parent, JalonKind kind, const char *id, ...)
{
  JalonElement *element = jalon_element_new (kind, id);
  va_list values;

  va_start (values, id);
  for (guint field = va_arg (values, guint); field != JALON_FIELD_NONE;
       field = va_arg (values, guint))
    set (element, field, va_arg (values, const char *));
  va_end (values);
  jalon_element_append (parent, element);
  return element;
}

Fixture *
fixture_new (JalonKind kind)
{
  Fixture *self = g_new0 (Fixture, 1);

  self->project = jalon_element_new (JALON_KIND_PROJECT, "project");
  self->map = fixture_add (self->project, kind, "map", JALON_FIELD_NONE);
  self->layout = jalon_layout_new ();
  return self;
}

void
fixture_draw (Fixture *self)
{
  if (self->document == NULL)
    self->document = jalon_document_new (self->project);
  g_clear_pointer (&self->scene, jalon_scene_unref);
  self->scene = jalon_layout_draw (self->layout, self->map, jalon_theme_get (JALON_THEME_LIGHT));
  check_scene (self->scene);
  check_overlaps (self->scene);
}

void
fixture_set (Fixture *self, const char *id, JalonFieldId field, const char *text)
{
  g_autoptr (GError) error = NULL;

  jalon_document_begin (self->document, "Edit");
  jalon_document_set (self->document, jalon_document_lookup (self->document, id), field, text,
                      &error);
  jalon_document_commit (self->document);
  g_assert_no_error (error);
}

void
fixture_free (Fixture *self)
{
  g_clear_pointer (&self->scene, jalon_scene_unref);
  g_clear_pointer (&self->layout, jalon_layout_free);
  if (self->document != NULL)
    g_object_unref (self->document);
  else
    g_object_unref (self->project);
  g_free (self);
}

gboolean
node_shows (JalonNode *node, const char *text)
{
  guint n;
  const JalonPrimitive *primitives = jalon_node_get_primitives (node, &n);

  for (guint i = 0; i < n; i++)
    if (primitives[i].paragraph != NULL &&
        strcmp (jalon_paragraph_get_text (primitives[i].paragraph), text) == 0)
      return TRUE;
  return FALSE;
}

gboolean
fixture_shows (Fixture *self, const char *text)
{
  guint n;
  const JalonItem *items = jalon_scene_get_items (self->scene, &n);

  for (guint i = 0; i < n; i++)
    if (node_shows (items[i].node, text))
      return TRUE;
  return FALSE;
}

const JalonItem *
fixture_find (Fixture *self, const char *id, JalonFieldId field)
{
  int item = jalon_scene_find (self->scene, id, field);
  guint n;

  return item >= 0 ? &jalon_scene_get_items (self->scene, &n)[item] : NULL;
}

const JalonItem *
fixture_find_slot (Fixture *self, JalonKind kind, const char *value, const char *other)
{
  guint n;
  const JalonItem *items = jalon_scene_get_items (self->scene, &n);

  for (guint i = 0; i < n; i++)
    {
      const JalonSlot *slot = jalon_node_get_slot (items[i].node);

      if (slot != NULL && slot->kind == kind && g_strcmp0 (slot->value, value) == 0 &&
          g_strcmp0 (slot->other_value, other) == 0)
        return &items[i];
    }
  return NULL;
}

JalonRect
item_get_rect (const JalonItem *item)
{
  return (JalonRect){ item->x, item->y, jalon_node_get_width (item->node),
                      jalon_node_get_height (item->node) };
}

static void
insert_child (GRand *rand, JalonDocument *document, JalonElement *element)
{
  JalonKind child = random_child (rand, jalon_element_get_kind (element));

  if (jalon_element_get_kind (element) != JALON_KIND_UNKNOWN && child != JALON_KIND_UNKNOWN)
    jalon_document_insert (document, element, 0,
                           random_element (rand, child, jalon_document_get_project (document)));
}

static void
set_field (GRand *rand, JalonDocument *document, JalonElement *element)
{
  const JalonField *fields = jalon_kind_get_info (jalon_element_get_kind (element))->fields;
  g_autofree char *value = NULL;
  guint n = 0;

  while (fields[n].id != JALON_FIELD_NONE && fields[n].type != JALON_TYPE_RAW)
    n++;
  if (n == 0)
    return;
  n = g_rand_int_range (rand, 0, n);
  if (fields[n].id == JALON_FIELD_VERSION)
    return;
  value = random_value (rand, &fields[n], jalon_document_get_project (document));
  jalon_document_set (document, element, fields[n].id, value, NULL);
}

/* Anything that a person could do to a tree, mostly to what is on the map. */
static void
edit (GRand *rand, JalonDocument *document, JalonElement *map)
{
  JalonElement *root = g_rand_boolean (rand) ? map : jalon_document_get_project (document);
  JalonElement *element = random_pick (rand, root);

  jalon_document_begin (document, "Edit");
  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
    case 1:
      insert_child (rand, document, element);
      break;
    case 2:
      if (jalon_element_get_parent (element) != NULL && element != map)
        jalon_document_remove (document, element);
      break;
    default:
      set_field (rand, document, element);
      break;
    }
  jalon_document_commit (document);
}

static void
check_against_fresh (JalonLayout *layout, JalonElement *map, const JalonTheme *theme)
{
  g_autoptr (JalonLayout) fresh = jalon_layout_new ();
  g_autoptr (JalonScene) a = jalon_layout_draw (layout, map, theme);
  g_autoptr (JalonScene) b = jalon_layout_draw (fresh, map, theme);

  check_scene (a);
  check_overlaps (a);
  check_same_scenes (a, b);
}

/* A map with up to forty elements in it. */
static JalonElement *
add_random_map (GRand *rand, JalonElement *project, JalonKind kind)
{
  JalonElement *map = random_element (rand, kind, project);
  guint n = g_rand_int_range (rand, 0, 40);

  jalon_element_append (project, map);
  for (guint i = 0; i < n; i++)
    jalon_element_append (map, random_element (rand, random_child (rand, kind), project));
  return map;
}

void
check_random_maps (JalonKind kind)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_TREES; i++)
    {
      JalonElement *project = random_tree (rand, N_ELEMENTS, TRUE);
      JalonElement *map = add_random_map (rand, project, kind);
      g_autoptr (JalonDocument) document = jalon_document_new (project);
      g_autoptr (JalonLayout) layout = jalon_layout_new ();

      for (guint j = 0; j < N_EDITS; j++)
        {
          check_against_fresh (layout, map, jalon_theme_get (j / 4 % 3));
          if (g_rand_boolean (rand))
            edit (rand, document, map);
          else
            random_play (rand, document, map);
        }
    }
}
