/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What actions do to the structure of a map: they begin parts anew, merge them, hide them, and lead
 * to other maps. */

#include "widgets/jalon-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "widgets/jalon-commands.h"
#include "widgets/jalon-navigator.h"
#include "widgets/jalon-tell.h"

/* The part of the map that the keys are on; NULL for a cell, for the map itself and for what only
 * stands on it, such as a persona. */
JalonElement *
jalon_canvas_get_part (JalonCanvas *self)
{
  JalonElement *element = jalon_canvas_get_element (self, self->cursor);

  if (element == NULL || element == self->base.map ||
      !jalon_element_contains (self->base.map, element))
    return NULL;
  return element;
}

/* The same with what is selected like it; nothing if the keys are on no part. */
GPtrArray *
jalon_canvas_get_parts (JalonCanvas *self)
{
  JalonElement *part = jalon_canvas_get_part (self);

  return part != NULL ? jalon_commands_get_alike (self->base.document, part) : g_ptr_array_new ();
}

/* The slot that orders what lies in it and that the keys are in; NULL for none. */
static const JalonSlot *
get_cell (JalonCanvas *self)
{
  const JalonItem *item = jalon_canvas_get_item (self, self->cursor);

  return item != NULL && item->slot >= 0 ? jalon_canvas_get_slot (self, item->slot) : NULL;
}

static gboolean
can_add_before (JalonCanvas *self)
{
  const JalonSlot *cell = get_cell (self);

  return jalon_canvas_get_part (self) != NULL && (cell == NULL || !jalon_slot_has_plane (cell));
}

static void
add_before (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonCanvas *self = JALON_CANVAS (widget);

  if (can_add_before (self))
    jalon_canvas_add_beside (self, TRUE);
  else
    gtk_widget_error_bell (widget);
}

static gboolean
can_split (JalonCanvas *self)
{
  JalonElement *part = jalon_canvas_get_part (self);

  return part != NULL && jalon_commands_can_split (part, get_cell (self));
}

static void
split (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonCanvas *self = JALON_CANVAS (widget);
  g_autofree char *key = NULL;

  /* What is written may go with that. */
  jalon_canvas_finish_edit (self);
  if (!self->base.is_editable || !can_split (self))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  key = jalon_canvas_prepare_new (self);
  jalon_canvas_write_new (self,
                          jalon_commands_split (self->base.document, jalon_canvas_get_part (self),
                                                get_cell (self), key),
                          key, FALSE);
}

static gboolean
can_merge (JalonCanvas *self)
{
  g_autoptr (GPtrArray) parts = jalon_canvas_get_parts (self);

  return jalon_commands_can_merge (self->base.document, parts);
}

static void
merge (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonCanvas *self = JALON_CANVAS (widget);
  g_autoptr (GPtrArray) parts = jalon_canvas_get_parts (self);
  g_autofree char *lost = NULL;
  g_autofree char *message = NULL;

  if (!self->base.is_editable || !jalon_commands_can_merge (self->base.document, parts))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  lost = jalon_commands_merge (self->base.document, parts);
  if (lost == NULL)
    return;
  /* Translators: %s are names of fields: "Phase, Colour" */
  message = g_strdup_printf (_ ("They differed, and the first was kept: %s"), lost);
  jalon_tell (GTK_WIDGET (self), message);
}

/* The selected parts of the map that have a field. */
static GPtrArray *
get_with_field (JalonCanvas *self, JalonFieldId field)
{
  GPtrArray *selected = jalon_canvas_get_selected (self);

  for (guint i = selected->len; i > 0; i--)
    if (jalon_element_get_field (g_ptr_array_index (selected, i - 1), field) == NULL)
      g_ptr_array_remove_index (selected, i - 1);
  return selected;
}

static gboolean
can_set (JalonCanvas *self, JalonFieldId field)
{
  g_autoptr (GPtrArray) elements = get_with_field (self, field);

  return elements->len > 0;
}

static gboolean
can_hide (JalonCanvas *self)
{
  return can_set (self, JALON_FIELD_HIDDEN);
}

/* The keys go to what takes its place, as if it were deleted. */
static void
hide (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonCanvas *self = JALON_CANVAS (widget);
  g_autoptr (GPtrArray) elements = get_with_field (self, JALON_FIELD_HIDDEN);
  g_autoptr (JalonNode) next = NULL;

  if (elements->len == 0)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  next = jalon_canvas_find_next (self, elements);
  jalon_commands_set (self->base.document, elements, JALON_FIELD_HIDDEN, "yes", NULL, NULL);
  if (next != NULL)
    jalon_canvas_go_to (
      self, jalon_navigator_find_same (jalon_canvas_get_scene (self), next, self->cursor), FALSE);
}

/* Turns a flag on for all that is selected, or off if all have it. */
static void
toggle (JalonCanvas *self, JalonFieldId field)
{
  g_autoptr (GPtrArray) elements = get_with_field (self, field);
  gboolean all = TRUE;

  if (elements->len == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  for (guint i = 0; i < elements->len; i++)
    all = all && jalon_element_get_flag (g_ptr_array_index (elements, i), field);
  jalon_commands_set (self->base.document, elements, field, all ? "no" : "yes", NULL, NULL);
}

static const struct
{
  const char *action;
  JalonFieldId field;
} flags[] = {
  { "canvas.toggle-moment-of-truth", JALON_FIELD_MOMENT_OF_TRUTH },
  { "canvas.toggle-pinned", JALON_FIELD_PINNED },
  { "canvas.toggle-collapsed", JALON_FIELD_COLLAPSED },
};

static void
toggle_flag (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (strcmp (name, flags[i].action) == 0)
      toggle (JALON_CANVAS (widget), flags[i].field);
}

/**
 * jalon_canvas_find_hidden:
 * @self: a canvas
 *
 * Returns: (transfer container) (element-type JalonElement): the parts of the map that are hidden
 */
GPtrArray *
jalon_canvas_find_hidden (JalonCanvas *self)
{
  GPtrArray *hidden = g_ptr_array_new ();

  for (guint i = 0; self->base.map != NULL && i < jalon_element_get_n_children (self->base.map);
       i++)
    {
      JalonElement *child = jalon_element_get_child (self->base.map, i);

      if (jalon_element_get_field (child, JALON_FIELD_HIDDEN) != NULL &&
          jalon_element_get_flag (child, JALON_FIELD_HIDDEN))
        g_ptr_array_add (hidden, child);
    }
  return hidden;
}

static gboolean
can_show_hidden (JalonCanvas *self)
{
  g_autoptr (GPtrArray) hidden = jalon_canvas_find_hidden (self);

  return hidden->len > 0;
}

/* Shows one by its id, or all for an empty id. */
static void
show_hidden (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonCanvas *self = JALON_CANVAS (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (GPtrArray) hidden = jalon_canvas_find_hidden (self);

  for (guint i = hidden->len; i > 0 && id[0] != '\0'; i--)
    if (strcmp (jalon_element_get_id (g_ptr_array_index (hidden, i - 1)), id) != 0)
      g_ptr_array_remove_index (hidden, i - 1);
  if (hidden->len == 0 || !self->base.is_editable)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  jalon_commands_set (self->base.document, hidden, JALON_FIELD_HIDDEN, "no", NULL, NULL);
  jalon_canvas_reveal (self, jalon_element_get_id (g_ptr_array_index (hidden, 0)));
}

static void
add_link (JalonCanvas *self, JalonElement *element, GPtrArray *links)
{
  if (element != NULL && element != self->base.map &&
      jalon_kind_is_map (jalon_element_get_kind (element)) &&
      !g_ptr_array_find (links, element, NULL))
    g_ptr_array_add (links, element);
}

/**
 * jalon_canvas_find_links:
 * @self: a canvas
 *
 * Finds where one can go from here: the maps that the element under the cursor is or refers to, or
 * that the map refers to.
 *
 * Returns: (transfer container) (element-type JalonElement): other maps
 */
GPtrArray *
jalon_canvas_find_links (JalonCanvas *self)
{
  GPtrArray *links = g_ptr_array_new ();
  JalonElement *element = jalon_canvas_get_element (self, self->cursor);
  const JalonField *field;

  if (self->base.map == NULL)
    return links;
  if (element == NULL)
    element = self->base.map;
  add_link (self, element, links);
  field = jalon_kind_get_info (jalon_element_get_kind (element))->fields;
  for (; field->id != JALON_FIELD_NONE; field++)
    if (jalon_field_is_reference (field) && jalon_kind_is_map (field->target) &&
        jalon_document_shows_field (self->base.document, element, field))
      {
        g_auto (GStrv) ids = jalon_element_get_references (element, field->id);

        for (guint i = 0; ids[i] != NULL; i++)
          add_link (self, jalon_document_lookup (self->base.document, ids[i]), links);
      }
  return links;
}

static gboolean
can_follow (JalonCanvas *self)
{
  g_autoptr (GPtrArray) links = jalon_canvas_find_links (self);

  return links->len > 0;
}

static void
follow (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonCanvas *self = JALON_CANVAS (widget);
  g_autoptr (GPtrArray) links = jalon_canvas_find_links (self);

  if (links->len > 0)
    jalon_map_view_jump (JALON_MAP_VIEW (self), jalon_element_get_id (links->pdata[0]));
  else
    gtk_widget_error_bell (widget);
}

static void
open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jalon_map_view_jump (JALON_MAP_VIEW (widget), g_variant_get_string (parameter, NULL));
}

static gboolean
can_make_to_be (JalonCanvas *self)
{
  return jalon_commands_can_make_to_be (self->base.map);
}

static void
make_to_be (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonCanvas *self = JALON_CANVAS (widget);
  JalonElement *copy;

  if (self->base.map == NULL || !self->base.is_editable || !can_make_to_be (self))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  jalon_canvas_finish_edit (self);
  copy = jalon_commands_make_to_be (self->base.document, self->base.map);
  if (copy != NULL)
    jalon_map_view_jump (JALON_MAP_VIEW (self), jalon_element_get_id (copy));
}

static gboolean
can_edit (JalonCanvas *self)
{
  const JalonItem *item = jalon_canvas_get_item (self, self->cursor);

  return item != NULL &&
         (jalon_node_get_slot (item->node) != NULL ||
          jalon_canvas_get_edited_field (self, jalon_canvas_find_written (self, self->cursor)) !=
            NULL);
}

static gboolean
can_add_after (JalonCanvas *self)
{
  const JalonItem *item = jalon_canvas_get_item (self, self->cursor);

  return jalon_canvas_get_part (self) != NULL ||
         (item != NULL && jalon_node_get_slot (item->node) != NULL);
}

static gboolean
has_selected (JalonCanvas *self)
{
  g_autoptr (GPtrArray) selected = jalon_canvas_get_selected (self);

  return selected->len > 0;
}

/* The selected parts of which something says where one would like to have them. */
static GPtrArray *
get_wanted (JalonCanvas *self)
{
  GPtrArray *selected = jalon_canvas_get_selected (self);
  const JalonSlot *cell = get_cell (self);

  for (guint i = selected->len; i > 0; i--)
    if (cell == NULL || !jalon_slot_accepts (cell, g_ptr_array_index (selected, i - 1)) ||
        !jalon_commands_wants (g_ptr_array_index (selected, i - 1), cell))
      g_ptr_array_remove_index (selected, i - 1);
  return selected;
}

static gboolean
can_want_nothing (JalonCanvas *self)
{
  g_autoptr (GPtrArray) wanted = get_wanted (self);

  return wanted->len > 0;
}

static void
want_nothing (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonCanvas *self = JALON_CANVAS (widget);
  g_autoptr (GPtrArray) wanted = get_wanted (self);

  if (wanted->len > 0)
    jalon_commands_want_nothing (self->base.document, wanted, get_cell (self));
  else
    gtk_widget_error_bell (widget);
}

/* When there is something to do for an action. What changes nothing can be done on any map. */
static const struct
{
  const char *action;
  gboolean (*can) (JalonCanvas *self);
  gboolean is_harmless;
} rules[] = {
  { "canvas.edit", can_edit, FALSE },
  { "canvas.add-before", can_add_before, FALSE },
  { "canvas.add-after", can_add_after, FALSE },
  { "canvas.duplicate", has_selected, FALSE },
  { "canvas.delete", has_selected, FALSE },
  { "canvas.split", can_split, FALSE },
  { "canvas.merge", can_merge, FALSE },
  { "canvas.hide", can_hide, FALSE },
  { "canvas.show-hidden", can_show_hidden, FALSE },
  { "canvas.make-to-be", can_make_to_be, FALSE },
  { "canvas.want-nothing", can_want_nothing, FALSE },
  { "canvas.follow", can_follow, TRUE },
};

/**
 * jalon_canvas_update_actions:
 * @self: a canvas
 * @here: whether for what the keys are on, rather than for all that they might come to
 *
 * Says which actions there is something to do for. A menu asks for here; keys ask when they are
 * pressed, and the bell says no.
 */
void
jalon_canvas_update_actions (JalonCanvas *self, gboolean here)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), rules[i].action,
                                   (self->base.is_editable || rules[i].is_harmless) &&
                                     (!here || (self->base.map != NULL && rules[i].can (self))));
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), flags[i].action,
                                   self->base.is_editable &&
                                     (!here || can_set (self, flags[i].field)));
}

static void
bind (GtkWidgetClass *klass, guint keyval, GdkModifierType state, const char *action)
{
  gtk_widget_class_add_binding_action (klass, keyval, state, action, NULL);
}

void
jalon_canvas_structure_init_class (GtkWidgetClass *klass)
{
  const GdkModifierType both = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  gtk_widget_class_install_action (klass, "canvas.add-before", NULL, add_before);
  gtk_widget_class_install_action (klass, "canvas.split", NULL, split);
  gtk_widget_class_install_action (klass, "canvas.merge", NULL, merge);
  gtk_widget_class_install_action (klass, "canvas.hide", NULL, hide);
  gtk_widget_class_install_action (klass, "canvas.want-nothing", NULL, want_nothing);
  gtk_widget_class_install_action (klass, "canvas.show-hidden", "s", show_hidden);
  gtk_widget_class_install_action (klass, "canvas.follow", NULL, follow);
  gtk_widget_class_install_action (klass, "canvas.open", "s", open);
  gtk_widget_class_install_action (klass, "canvas.make-to-be", NULL, make_to_be);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    gtk_widget_class_install_action (klass, flags[i].action, NULL, toggle_flag);

  bind (klass, GDK_KEY_Return, both, "canvas.add-before");
  bind (klass, GDK_KEY_k, GDK_CONTROL_MASK, "canvas.split");
  bind (klass, GDK_KEY_k, both, "canvas.merge");
  bind (klass, GDK_KEY_h, GDK_CONTROL_MASK, "canvas.hide");
  gtk_widget_class_add_binding_action (klass, GDK_KEY_h, both, "canvas.show-hidden", "s", "");
  bind (klass, GDK_KEY_m, GDK_CONTROL_MASK, "canvas.toggle-moment-of-truth");
  bind (klass, GDK_KEY_m, both, "canvas.toggle-collapsed");
  bind (klass, GDK_KEY_p, both, "canvas.toggle-pinned");
  bind (klass, GDK_KEY_Return, GDK_CONTROL_MASK, "canvas.follow");
  bind (klass, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "canvas.follow");
}
