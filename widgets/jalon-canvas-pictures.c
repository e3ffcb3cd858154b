/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures: which place of the map takes one, and the ways in. */

#include "widgets/jalon-canvas-private.h"

#include "widgets/jalon-commands.h"
#include "widgets/jalon-picture-drop.h"

static void
take_element (JalonPicturePlace *place, JalonElement *element, const JalonField *field)
{
  place->elements = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (place->elements, g_object_ref (element));
  place->field = field;
}

/* What is at an item, or the cell it is or lies in, or else the map itself: all of the sheet of a
 * persona is about its portrait. */
static gboolean
find_place (JalonCanvas *self, int item, int slot, JalonPicturePlace *place)
{
  JalonElement *element = jalon_canvas_get_element (self, item);
  const JalonItem *it = jalon_canvas_get_item (self, slot);
  const JalonField *field;

  if (self->base.map == NULL || !self->base.is_editable)
    return FALSE;
  field = jalon_commands_get_picture_field (self->base.document, element, NULL);
  if (field != NULL)
    {
      take_element (place, element, field);
      return TRUE;
    }
  if (it != NULL)
    place->field = jalon_commands_get_picture_field (self->base.document, NULL,
                                                     jalon_node_get_slot (it->node));
  if (place->field != NULL)
    {
      place->node = jalon_node_ref (it->node);
      return TRUE;
    }
  field = jalon_commands_get_picture_field (self->base.document, self->base.map, NULL);
  if (field != NULL)
    take_element (place, self->base.map, field);
  return field != NULL;
}

/* The item that stands for a place: of an element its picture, if that is an item of its own. */
static int
find_item (JalonCanvas *self, const JalonPicturePlace *place)
{
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (jalon_canvas_get_scene (self), &n_items);
  const char *id;

  if (place->elements == NULL)
    {
      for (guint i = 0; i < n_items; i++)
        if (items[i].node == place->node)
          return (int) i;
      return -1;
    }
  id = jalon_element_get_id (g_ptr_array_index (place->elements, 0));
  for (guint i = 0; i < n_items; i++)
    if (jalon_node_get_field (items[i].node) == place->field->id &&
        g_strcmp0 (jalon_node_get_element (items[i].node), id) == 0)
      return (int) i;
  return jalon_canvas_find_element (self, id);
}

static JalonDocument *
find_drop_cb (GtkWidget *widget, double x, double y, JalonPicturePlace *place)
{
  JalonCanvas *self = JALON_CANVAS (widget);
  gboolean is_over = x >= 0 && y >= 0;
  gboolean is_found = is_over && find_place (self, jalon_canvas_pick (self, x, y),
                                             jalon_canvas_pick_slot (self, x, y), place);

  jalon_canvas_set_drop_target (self, is_found ? find_item (self, place) : -1);
  return is_found ? self->base.document : NULL;
}

/* The place that the keys are on. */
static gboolean
find_place_at_cursor (JalonCanvas *self, JalonPicturePlace *place)
{
  return find_place (self, self->cursor, jalon_canvas_find_slot (self, self->cursor), place);
}

static gboolean
has_picture (const JalonPicturePlace *place)
{
  return place->elements != NULL &&
         jalon_element_has (g_ptr_array_index (place->elements, 0), place->field->id);
}

/* Tells whether a picture can be chosen where the keys are, whether that is the one of the map, and
 * whether there is one. */
gboolean
jalon_canvas_find_picture (JalonCanvas *self, gboolean *is_of_map, gboolean *has_one)
{
  g_auto (JalonPicturePlace) place = { 0 };

  if (!find_place_at_cursor (self, &place))
    return FALSE;
  *is_of_map = place.elements != NULL && g_ptr_array_index (place.elements, 0) == self->base.map;
  *has_one = has_picture (&place);
  return TRUE;
}

/**
 * jalon_canvas_paste_picture:
 * @view: a canvas
 * @bytes: what people say is a picture
 *
 * Puts a picture where the keys are.
 *
 * Returns: %TRUE if pictures go there
 */
gboolean
jalon_canvas_paste_picture (JalonMapView *view, GBytes *bytes)
{
  JalonCanvas *self = JALON_CANVAS (view);
  g_auto (JalonPicturePlace) place = { 0 };

  if (!find_place_at_cursor (self, &place))
    return FALSE;
  jalon_picture_take_bytes (GTK_WIDGET (self), self->base.document, &place, bytes);
  return TRUE;
}

/**
 * jalon_canvas_paste_picture_files:
 * @view: a canvas
 * @files: (element-type GFile): files
 *
 * Puts pictures where the keys are.
 *
 * Returns: %TRUE if pictures go there
 */
gboolean
jalon_canvas_paste_picture_files (JalonMapView *view, GSList *files)
{
  JalonCanvas *self = JALON_CANVAS (view);
  g_auto (JalonPicturePlace) place = { 0 };

  if (!find_place_at_cursor (self, &place))
    return FALSE;
  jalon_picture_take_files (GTK_WIDGET (self), self->base.document, &place, files);
  return TRUE;
}

/* The field of an item that is a picture, such as a portrait; NULL for others. */
static const JalonField *
get_picture_field (JalonCanvas *self, int item)
{
  const JalonItem *it = jalon_canvas_get_item (self, item);
  JalonElement *element = jalon_canvas_get_element (self, item);
  const JalonField *field = jalon_commands_get_picture_field (self->base.document, element, NULL);

  return field != NULL && jalon_node_get_field (it->node) == field->id ? field : NULL;
}

gboolean
jalon_canvas_is_picture (JalonCanvas *self, int item)
{
  return get_picture_field (self, item) != NULL;
}

/* Lets people choose the picture of an item that is one. */
gboolean
jalon_canvas_choose_picture (JalonCanvas *self, int item)
{
  JalonElement *element = jalon_canvas_get_element (self, item);
  const JalonField *field = get_picture_field (self, item);
  g_auto (JalonPicturePlace) place = { 0 };

  if (field == NULL || !self->base.is_editable)
    return FALSE;
  take_element (&place, element, field);
  jalon_picture_choose (GTK_WIDGET (self), self->base.document, &place);
  return TRUE;
}

static void
choose_picture (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonCanvas *self = JALON_CANVAS (widget);
  g_auto (JalonPicturePlace) place = { 0 };

  if (find_place_at_cursor (self, &place))
    jalon_picture_choose (widget, self->base.document, &place);
  else
    gtk_widget_error_bell (widget);
}

static void
remove_picture (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonCanvas *self = JALON_CANVAS (widget);
  g_auto (JalonPicturePlace) place = { 0 };

  if (!find_place_at_cursor (self, &place) || !has_picture (&place))
    gtk_widget_error_bell (widget);
  else
    jalon_commands_set_picture (self->base.document, place.elements, place.field->id, NULL);
}

void
jalon_canvas_pictures_init_class (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "canvas.choose-picture", NULL, choose_picture);
  gtk_widget_class_install_action (klass, "canvas.remove-picture", NULL, remove_picture);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_i, GDK_CONTROL_MASK, "canvas.choose-picture",
                                       NULL);
}

void
jalon_canvas_pictures_init (JalonCanvas *self)
{
  jalon_picture_drop_init (GTK_WIDGET (self), find_drop_cb);
}
