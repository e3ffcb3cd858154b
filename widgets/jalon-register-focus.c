/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Going to a cell of a register: rows that were just added have no place yet. */

#include "widgets/jalon-register-private.h"

#include "widgets/jalon-attempt.h"

/* Selects the row of an element and scrolls to it. */
gboolean
jalon_register_select (JalonRegisterTable *self, JalonElement *element)
{
  guint position;

  if (!jalon_register_find_position (self, element, &position))
    return FALSE;
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)),
                              "list.scroll-to-item", "u", position);
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  return TRUE;
}

/* The list scrolls to rows only. */
void
jalon_register_scroll_to_column (JalonRegisterTable *self, guint column)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view));
  g_autoptr (GList)
    cells = g_hash_table_get_values (jalon_register_get_column (self, column)->cells);
  GtkWidget *cell = cells != NULL ? gtk_widget_get_parent (cells->data) : NULL;
  graphene_rect_t bounds;
  double x;

  if (cell == NULL || !gtk_widget_compute_bounds (cell, GTK_WIDGET (self->view), &bounds))
    return;
  x = gtk_adjustment_get_value (adjustment) + bounds.origin.x;
  gtk_adjustment_clamp_page (adjustment, x, x + bounds.size.width);
}

void
jalon_register_forget_wanted (JalonRegisterTable *self)
{
  jalon_attempt_stop (&self->wanted_tick, GTK_WIDGET (self));
  g_clear_object (&self->wanted);
  g_clear_pointer (&self->wanted_key, g_free);
  g_string_set_size (self->typed, 0);
}

/* People write on while the list makes the row that they write. */
gboolean
jalon_register_type_ahead (JalonRegisterTable *self, gunichar letter)
{
  if (self->wanted_key != NULL)
    g_string_append_unichar (self->typed, letter);
  return self->wanted_key != NULL;
}

static void
give_up (GtkWidget *widget)
{
  jalon_register_forget_wanted (JALON_REGISTER_TABLE (widget));
}

/* Puts the keys on what wants them, once the list has given its row a place. */
static gboolean
take_wanted (GtkWidget *widget)
{
  JalonRegisterTable *self = JALON_REGISTER_TABLE (widget);
  g_autoptr (JalonElement) wanted = g_object_ref (self->wanted);
  g_autofree char *key = NULL;
  JalonRegisterCell *cell;

  jalon_register_select (self, wanted);
  jalon_register_scroll_to_column (self, self->wanted_column);
  cell = jalon_register_find_cell (self, wanted, self->wanted_column);
  if (cell == NULL || gtk_widget_get_height (GTK_WIDGET (cell)) == 0)
    return FALSE;
  g_clear_object (&self->wanted);
  key = g_steal_pointer (&self->wanted_key);
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  if (key != NULL && jalon_register_cell_edit (cell))
    jalon_line_editor_set_new (jalon_register_cell_get_editor (cell), key, self->wanted_revision,
                               self->typed->str);
  return TRUE;
}

static void
want (JalonRegisterTable *self,
      JalonElement *element,
      guint column,
      const char *key,
      guint64 revision)
{
  guint position;

  jalon_register_forget_wanted (self);
  if (!jalon_register_find_position (self, element, &position))
    return;
  self->wanted = g_object_ref (element);
  self->wanted_column = column;
  /* The next key may come before the row. */
  g_set_object (&self->current, element);
  self->column = column;
  self->wanted_key = g_strdup (key);
  self->wanted_revision = revision;
  jalon_attempt_start (&self->wanted_tick, GTK_WIDGET (self), take_wanted, give_up);
}

/* Selects the row of an element and puts the keys on one of its cells. */
void
jalon_register_go_to (JalonRegisterTable *self, JalonElement *element, guint column)
{
  want (self, element, column, NULL, 0);
}

/* The same for one that @key has just added to the document of @revision, to write its name. */
void
jalon_register_write_new (JalonRegisterTable *self,
                          JalonElement *element,
                          const char *key,
                          guint64 revision)
{
  want (self, element, jalon_register_find_column (self, JALON_FIELD_NONE), key, revision);
}
