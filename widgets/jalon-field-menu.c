/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-field-menu.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-field.h"
#include "widgets/jalon-candidates.h"
#include "widgets/jalon-commands.h"

/* A field of the table as an item of a menu: a flag is checked, one of few values is chosen from a
 * submenu, references are checked in one. The state of the actions is what the elements have when
 * the menu is made. */

/* Whole numbers up to here are a list, above they are typed. */
#define MOST_NUMBERS 10

/* A menu of GTK 4.8 does not scroll: what is longer goes on in another one. */
#define MOST_ITEMS 15

/* What there are more of is looked for in the details. */
#define MOST_ELEMENTS 90

/* What no element can have: they differ. */
#define MIXED "\n"

typedef struct
{
  JalonDocument *document;
  GPtrArray *elements;
  const JalonField *field;
  char *id; /* of what is referred to */
} Setter;

static void
setter_free (gpointer data, GClosure *closure)
{
  Setter *setter = data;

  g_object_unref (setter->document);
  g_ptr_array_unref (setter->elements);
  g_free (setter->id);
  g_free (setter);
}

static Setter *
setter_new (JalonDocument *document, GPtrArray *elements, const JalonField *field, const char *id)
{
  Setter *setter = g_new0 (Setter, 1);

  setter->document = g_object_ref (document);
  setter->elements = g_ptr_array_ref (elements);
  setter->field = field;
  setter->id = g_strdup (id);
  return setter;
}

/* Menus stay open while the document changes: what is gone is not changed. */
static gboolean
is_current (const Setter *setter)
{
  for (guint i = 0; i < setter->elements->len; i++)
    if (jalon_element_get_document (g_ptr_array_index (setter->elements, i)) != setter->document)
      return FALSE;
  return TRUE;
}

static void
chosen_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  const Setter *setter = data;

  if (!is_current (setter))
    return;
  if (setter->id != NULL)
    jalon_commands_refer (setter->document, setter->elements, setter->field->id, setter->id,
                          g_variant_get_boolean (value));
  else if (setter->field->type == JALON_TYPE_FLAG)
    jalon_commands_set (setter->document, setter->elements, setter->field->id,
                        g_variant_get_boolean (value) ? "yes" : "no", NULL, NULL);
  else
    jalon_commands_set (setter->document, setter->elements, setter->field->id,
                        g_variant_get_string (value, NULL), NULL, NULL);
  g_simple_action_set_state (action, value);
}

static void
add_action (GSimpleActionGroup *actions, const char *name, GVariant *state, Setter *setter)
{
  const GVariantType *type = g_variant_is_of_type (state, G_VARIANT_TYPE_STRING)
                               ? G_VARIANT_TYPE_STRING
                               : NULL;
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (name, type, state);

  g_signal_connect_data (action, "change-state", G_CALLBACK (chosen_cb), setter, setter_free, 0);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
}

/* What all elements have, or that they differ. */
static const char *
get_value (GPtrArray *elements, const JalonField *field)
{
  const char *first = jalon_element_get_text (g_ptr_array_index (elements, 0), field->id);

  for (guint i = 1; i < elements->len; i++)
    if (strcmp (jalon_element_get_text (g_ptr_array_index (elements, i), field->id), first) != 0)
      return MIXED;
  return first;
}

static gboolean
all_refer (GPtrArray *elements, JalonFieldId field, const char *id)
{
  for (guint i = 0; i < elements->len; i++)
    if (!jalon_element_refers_to (g_ptr_array_index (elements, i), field, id))
      return FALSE;
  return TRUE;
}

/* Where the next item goes: @menu, or the end of one that it leads to. */
static GMenu *
find_room (GMenu *menu)
{
  GMenuModel *model = G_MENU_MODEL (menu);
  g_autoptr (GMenu) more = NULL;

  if (g_menu_model_get_n_items (model) < MOST_ITEMS)
    return menu;
  if (g_menu_model_get_n_items (model) == MOST_ITEMS)
    {
      more = g_menu_new ();
      g_menu_append_submenu (menu, _ ("_More"), G_MENU_MODEL (more));
      return more;
    }
  more = G_MENU (g_menu_model_get_item_link (model, MOST_ITEMS, G_MENU_LINK_SUBMENU));
  return find_room (more);
}

/**
 * jalon_field_menu_append:
 * @menu: a menu
 * @label: what people called something; underscores in it are no mnemonics
 * @action: an action
 * @target: (nullable): its parameter, consumed if floating
 *
 * Adds one of many items to a menu, which goes on in another one before it gets too long.
 */
void
jalon_field_menu_append (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GString) escaped = g_string_new (label);
  g_autoptr (GMenuItem) item = NULL;

  g_string_replace (escaped, "_", "__", 0);
  item = g_menu_item_new (escaped->str, NULL);
  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (find_room (menu), item);
}

static void
append_value (GMenu *menu, const JalonField *field, const char *label, const char *text)
{
  g_autofree char *action = g_strconcat (JALON_FIELD_MENU_PREFIX ".", field->name, NULL);

  jalon_field_menu_append (menu, label, action, g_variant_new_string (text));
}

static void
append_numbers (GMenu *menu, const JalonField *field)
{
  append_value (menu, field, _ ("Not Set"), "");
  for (int i = (int) field->min; i <= (int) field->max; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);

      append_value (menu, field, text, text);
    }
}

static void
append_elements (GMenu *menu, GPtrArray *found, const JalonField *field)
{
  append_value (menu, field, jalon_field_get_none (field), "");
  for (guint i = 0; i < found->len; i++)
    append_value (menu, field, jalon_candidates_name (g_ptr_array_index (found, i)),
                  jalon_element_get_id (g_ptr_array_index (found, i)));
}

/* One value of several, with a mark at the one that they have. */
static GMenuModel *
make_values (JalonDocument *document,
             GPtrArray *elements,
             const JalonField *field,
             GPtrArray *found,
             GSimpleActionGroup *actions)
{
  GMenu *menu = g_menu_new ();

  add_action (actions, field->name, g_variant_new_string (get_value (elements, field)),
              setter_new (document, elements, field, NULL));
  if (field->type == JALON_TYPE_INTEGER)
    append_numbers (menu, field);
  else if (field->type == JALON_TYPE_REFERENCE)
    append_elements (menu, found, field);
  else if (field->fallback != NULL && field->fallback[0] == '\0')
    append_value (menu, field, _ ("Not Set"), "");
  for (guint i = 0; field->choices != NULL && field->choices[i].nick != NULL; i++)
    append_value (menu, field, _ (field->choices[i].label), field->choices[i].nick);
  return G_MENU_MODEL (menu);
}

/* Any number of several, each with a check. */
static GMenuModel *
make_checks (JalonDocument *document,
             GPtrArray *elements,
             const JalonField *field,
             GPtrArray *found,
             GSimpleActionGroup *actions)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < found->len; i++)
    {
      JalonElement *candidate = g_ptr_array_index (found, i);
      const char *id = jalon_element_get_id (candidate);
      g_autofree char *name = g_strdup_printf ("%s-%u", field->name, i);
      g_autofree char *action = g_strconcat (JALON_FIELD_MENU_PREFIX ".", name, NULL);

      add_action (actions, name, g_variant_new_boolean (all_refer (elements, field->id, id)),
                  setter_new (document, elements, field, id));
      jalon_field_menu_append (menu, jalon_candidates_name (candidate), action, NULL);
    }
  return G_MENU_MODEL (menu);
}

/**
 * jalon_field_menu_can_show:
 * @field: a field
 *
 * Returns: %TRUE if what it may hold can be listed
 */
gboolean
jalon_field_menu_can_show (const JalonField *field)
{
  switch ((int) field->type)
    {
    case JALON_TYPE_FLAG:
    case JALON_TYPE_CHOICE:
    case JALON_TYPE_COLOUR:
    case JALON_TYPE_REFERENCE:
    case JALON_TYPE_REFERENCES:
      return field->label != NULL;
    case JALON_TYPE_INTEGER:
      return field->label != NULL && field->max - field->min <= MOST_NUMBERS;
    default:
      return FALSE;
    }
}

/* What a reference could name; NULL for other fields. */
static GPtrArray *
find_elements (GPtrArray *elements, const JalonField *field)
{
  if (field->type != JALON_TYPE_REFERENCE && field->type != JALON_TYPE_REFERENCES)
    return NULL;
  return jalon_candidates_find (g_ptr_array_index (elements, 0), field);
}

/**
 * jalon_field_menu_new_item:
 * @document: a document
 * @elements: (element-type JalonElement): some of its elements, of one kind
 * @field: a field of them that jalon_field_menu_can_show()
 * @actions: where its actions are put; the menu knows them as %JALON_FIELD_MENU_PREFIX
 *
 * Makes an item that shows the value of a field and sets it. A colour gets its action only, for
 * swatches to use.
 *
 * Returns: (transfer full) (nullable): the item; %NULL if there is nothing to choose from
 */
GMenuItem *
jalon_field_menu_new_item (JalonDocument *document,
                           GPtrArray *elements,
                           const JalonField *field,
                           GSimpleActionGroup *actions)
{
  g_autofree char *action = g_strconcat (JALON_FIELD_MENU_PREFIX ".", field->name, NULL);
  g_autoptr (GPtrArray) found = find_elements (elements, field);
  g_autoptr (GMenuModel) values = NULL;

  if (found != NULL && found->len > MOST_ELEMENTS)
    {
      /* Translators: %s is the name of a field; its values are chosen elsewhere */
      g_autofree char *label = g_strdup_printf (_ ("%s…"), _ (field->label));

      return g_menu_item_new (label, "canvas.details");
    }
  if (field->type == JALON_TYPE_FLAG)
    {
      const char *text = get_value (elements, field);

      add_action (actions, field->name, g_variant_new_boolean (strcmp (text, "yes") == 0),
                  setter_new (document, elements, field, NULL));
      return g_menu_item_new (_ (field->label), action);
    }
  values = field->type == JALON_TYPE_REFERENCES
             ? make_checks (document, elements, field, found, actions)
             : make_values (document, elements, field, found, actions);
  if (g_menu_model_get_n_items (values) == 0)
    return NULL;
  return g_menu_item_new_submenu (_ (field->label), values);
}
