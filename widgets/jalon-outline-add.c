/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adding in the outline, and asking where, or for what. */

#include "widgets/jalon-outline-private.h"

#include <glib/gi18n-lib.h>

#include "widgets/jalon-candidates.h"
#include "widgets/jalon-commands.h"
#include "widgets/jalon-field-menu.h"
#include "widgets/jalon-tell.h"

static char *
make_key (void)
{
  static guint n_additions = 0;

  return g_strdup_printf ("outline %u", ++n_additions);
}

/* Takes what is asked away; returns FALSE if nothing is asked, or somebody else deleted it. */
static gboolean
end_asking (JalonOutline *self, JalonSlot **slot, JalonElement **after)
{
  *slot = g_steal_pointer (&self->asked);
  *after = g_steal_pointer (&self->asked_after);
  if (*after != NULL && jalon_element_get_document (*after) == NULL)
    g_clear_object (after);
  return *slot != NULL && jalon_document_lookup (self->base.document, (*slot)->parent) != NULL;
}

void
jalon_outline_forget_asked (JalonOutline *self)
{
  g_clear_pointer (&self->asked, jalon_slot_free);
  g_clear_object (&self->asked_after);
}

/* Asks what a new element goes with, first one end of a relation and then the other. */
static void
ask_what (JalonOutline *self, const JalonField *field)
{
  JalonElement *parent = jalon_document_lookup (self->base.document, self->asked->parent);
  g_autoptr (GPtrArray) found = jalon_candidates_find (parent, field);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  JalonOutlineRow *row = jalon_outline_get_row (self);

  for (guint i = 0; i < found->len; i++)
    {
      const char *id = jalon_element_get_id (found->pdata[i]);

      if (g_strcmp0 (id, self->asked->value) != 0)
        jalon_field_menu_append (section, jalon_candidates_name (found->pdata[i]), "outline.refer",
                                 g_variant_new_string (id));
    }
  g_menu_append_section (menu, _ (field->label), G_MENU_MODEL (section));
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) == 0)
    {
      /* Translators: %s is what there is none of, for instance "Stakeholders" */
      g_autofree char *message = g_strdup_printf (_ ("%s: none to choose from yet"),
                                                  _ (jalon_kind_get_info (field->target)->plural));

      jalon_tell (GTK_WIDGET (self), message);
    }
  else if (row != NULL)
    jalon_list_menu_open (&self->menus, G_MENU_MODEL (menu), GTK_WIDGET (row), 0, -1);
}

/* Adds to @slot, which people write at once, unless they have said what it is about. */
static void
add_to_slot (JalonOutline *self, const JalonSlot *slot, JalonElement *after, gboolean write)
{
  guint64 revision = jalon_document_get_revision (self->base.document);
  const JalonField *open = jalon_slot_find_open (slot, self->base.document);
  g_autofree char *key = make_key ();
  JalonElement *element;

  jalon_outline_forget_asked (self);
  if (open != NULL)
    {
      self->asked = jalon_slot_new (slot->parent, slot->kind, slot->field, slot->value);
      g_set_object (&self->asked_after, after);
      ask_what (self, open);
      return;
    }
  g_clear_object (&self->origin);
  if (write)
    g_set_object (&self->origin, jalon_outline_get_current (self));
  element = jalon_commands_add (self->base.document, slot, after, NULL, write ? key : NULL);
  if (element != NULL && write)
    jalon_outline_write_new (self, element, key, revision);
  else if (element != NULL)
    jalon_outline_go_to (self, element, FALSE);
}

static void
refer (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonOutline *self = JALON_OUTLINE (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (JalonElement) after = NULL;
  JalonSlot *slot = NULL;
  const JalonField *open;

  if (jalon_list_menu_is_deferred (&self->menus, name, parameter))
    return;
  if (end_asking (self, &slot, &after) && jalon_document_lookup (self->base.document, id) != NULL &&
      (open = jalon_slot_find_open (slot, self->base.document)) != NULL)
    {
      jalon_slot_answer (slot, open->id, id);
      add_to_slot (self, slot, after, FALSE);
    }
  g_clear_pointer (&slot, jalon_slot_free);
}

/* A relation from what the keys are on; people say to what. */
static void
link_this (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonOutline *self = JALON_OUTLINE (widget);
  JalonElement *element = jalon_outline_get_current (self);
  JalonSlot *slot;

  if (jalon_list_menu_is_deferred (&self->menus, name, parameter))
    return;
  if (element == NULL || jalon_commands_get_link_kind (element) == JALON_KIND_UNKNOWN)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  slot = jalon_slot_new (jalon_element_get_id (jalon_element_get_parent (element)),
                         jalon_commands_get_link_kind (element), JALON_FIELD_FROM,
                         jalon_element_get_id (element));
  add_to_slot (self, slot, NULL, FALSE);
  jalon_slot_free (slot);
}

void
jalon_outline_add_after (JalonOutline *self, JalonElement *element)
{
  g_autoptr (GListStore) groups = jalon_outline_group_list (jalon_element_get_parent (element));
  g_autoptr (JalonOutlineGroup) group = jalon_outline_group_find (G_LIST_MODEL (groups), element);

  if (group != NULL)
    add_to_slot (self, jalon_outline_group_get_slot (group), element, TRUE);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
add_after (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonOutline *self = JALON_OUTLINE (widget);
  JalonElement *element = jalon_outline_get_current (self);

  if (jalon_list_menu_is_deferred (&self->menus, name, parameter))
    return;
  if (element != NULL)
    jalon_outline_add_after (self, element);
  else if (JALON_IS_OUTLINE_GROUP (self->current))
    add_to_slot (self, jalon_outline_group_get_slot (JALON_OUTLINE_GROUP (self->current)), NULL,
                 TRUE);
}

/* Asks in which of several places, for instance in which lane. */
static void
ask_where (JalonOutline *self, GListModel *groups)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  JalonOutlineRow *row = jalon_outline_get_row (self);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (JalonOutlineGroup) group = g_list_model_get_item (groups, i);

      jalon_field_menu_append (menu, jalon_outline_group_get_label (group), "outline.add-to",
                               g_variant_new_uint32 (i));
    }
  if (row != NULL)
    jalon_list_menu_open (&self->menus, G_MENU_MODEL (menu), GTK_WIDGET (row), 0, -1);
}

static void
add_inside (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonOutline *self = JALON_OUTLINE (widget);
  JalonElement *element = jalon_outline_get_current (self);
  g_autoptr (GListStore) groups = NULL;
  guint n_groups;

  if (jalon_list_menu_is_deferred (&self->menus, name, parameter))
    return;
  if (element == NULL)
    {
      add_after (widget, name, parameter);
      return;
    }
  groups = jalon_outline_group_list (element);
  n_groups = g_list_model_get_n_items (G_LIST_MODEL (groups));
  if (n_groups > 1)
    ask_where (self, G_LIST_MODEL (groups));
  else if (n_groups == 1)
    {
      g_autoptr (JalonOutlineGroup) group = g_list_model_get_item (G_LIST_MODEL (groups), 0);

      add_to_slot (self, jalon_outline_group_get_slot (group), NULL, TRUE);
    }
  else
    gtk_widget_error_bell (widget);
}

static void
add_to (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonOutline *self = JALON_OUTLINE (widget);
  JalonElement *element = jalon_outline_get_current (self);
  g_autoptr (GListStore) groups = NULL;
  g_autoptr (JalonOutlineGroup) group = NULL;

  if (element == NULL || jalon_list_menu_is_deferred (&self->menus, name, parameter))
    return;
  groups = jalon_outline_group_list (element);
  group = g_list_model_get_item (G_LIST_MODEL (groups), g_variant_get_uint32 (parameter));
  if (group != NULL)
    add_to_slot (self, jalon_outline_group_get_slot (group), NULL, TRUE);
}

static void
bind (GtkWidgetClass *klass, guint keyval, GdkModifierType state, const char *action)
{
  gtk_widget_class_add_binding_action (klass, keyval, state, action, NULL);
}

void
jalon_outline_add_init_class (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "outline.add-after", NULL, add_after);
  gtk_widget_class_install_action (klass, "outline.add-inside", NULL, add_inside);
  gtk_widget_class_install_action (klass, "outline.add-to", "u", add_to);
  gtk_widget_class_install_action (klass, "outline.link", NULL, link_this);
  gtk_widget_class_install_action (klass, "outline.refer", "s", refer);
  bind (klass, GDK_KEY_Insert, 0, "outline.add-after");
  bind (klass, GDK_KEY_Return, GDK_SHIFT_MASK, "outline.add-after");
  bind (klass, GDK_KEY_Return, GDK_CONTROL_MASK, "outline.add-inside");
  bind (klass, GDK_KEY_l, GDK_CONTROL_MASK, "outline.link");
}
