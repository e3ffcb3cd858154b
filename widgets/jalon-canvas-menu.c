/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The menu of what is under the pointer or the cursor. A new item is a row of the table. */

#include "widgets/jalon-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "widgets/jalon-candidates.h"
#include "widgets/jalon-commands.h"
#include "widgets/jalon-field-menu.h"

/* Rows of the same section stand together. */
typedef enum
{
  SECTION_WRITE,
  SECTION_CLIPBOARD,
  SECTION_CARD,
  SECTION_STRUCTURE,
  SECTION_COLOUR,
  SECTION_FIELDS,
  SECTION_GO,
  SECTION_MAP,
  N_SECTIONS,
} Section;

/* What the menu is for. */
typedef enum
{
  ON_CELL = 1 << 0, /* an empty place that takes cards */
  ON_PART = 1 << 1, /* a part of the map */
  ON_MAP = 1 << 2,  /* the sheet, the title, a persona in the header */
} Place;

#define ANYWHERE (ON_CELL | ON_PART | ON_MAP)
#define ANY_KIND (~0u)
#define K(KIND) JALON_KIND_BIT (JALON_KIND_##KIND)
#define IN_ORDER                                                                                   \
  (K (STAGE) | K (STEP) | K (LANE) | K (CARD) | K (NOTE) | K (TRAIT) | K (SLIDER) | K (SOURCE) |   \
   K (AUDIENCE))

typedef struct
{
  JalonCanvas *canvas;
  Place place;
  JalonKind kind;      /* of the part, of what the cell takes, or of the map */
  GPtrArray *elements; /* what fields are set of: the selected parts of that kind, or the map */
  GSimpleActionGroup *actions;
  GMenu *section;
} Maker;

typedef struct
{
  Section section;
  Place places;
  guint32 kinds;
  const char *label;             /* may hold the name of the kind; NULL for that of the field */
  const char *several;           /* what else it says where several parts are meant; or NULL */
  const char *action;            /* left out while the canvas has no such action; or NULL */
  JalonFieldId field;            /* which can be set, if it is shown; or none */
  void (*append) (Maker *maker); /* what is made for the moment; or NULL */
} Row;

static void append_colours (Maker *maker);
static void append_edit (Maker *maker);
static void append_hidden (Maker *maker);
static void append_links (Maker *maker);
static void append_pictures (Maker *maker);

#define ACTION(SECTION, PLACES, KINDS, LABEL, ACTION)                                              \
  {                                                                                                \
    SECTION_##SECTION, PLACES, KINDS, LABEL, NULL, ACTION, JALON_FIELD_NONE, NULL                  \
  }
#define MERGE(KIND, LABEL, SEVERAL)                                                                \
  {                                                                                                \
    SECTION_STRUCTURE, ON_PART, K (KIND), LABEL, SEVERAL, "canvas.merge", JALON_FIELD_NONE, NULL   \
  }
#define FIELD(KINDS, ID)                                                                           \
  {                                                                                                \
    SECTION_FIELDS, ON_PART | ON_MAP, KINDS, NULL, NULL, NULL, JALON_FIELD_##ID, NULL              \
  }
#define MADE(SECTION, PLACES, FUNC)                                                                \
  {                                                                                                \
    SECTION_##SECTION, PLACES, ANY_KIND, NULL, NULL, NULL, JALON_FIELD_NONE, FUNC                  \
  }

/* An item a row, so no formatter here. */
/* clang-format off */

static const Row rows[] = {
  MADE (WRITE, ON_PART | ON_MAP, append_edit),
  /* Translators: %s is the name of a kind, for instance "Card" */
  ACTION (WRITE, ON_CELL, ANY_KIND, N_ ("_Add %s"), "canvas.edit"),
  ACTION (WRITE, ON_PART, IN_ORDER, N_ ("Add %s _Before"), "canvas.add-before"),
  ACTION (WRITE, ON_PART, IN_ORDER, N_ ("Add %s _After"), "canvas.add-after"),

  ACTION (CLIPBOARD, ON_PART, ANY_KIND, N_ ("Cu_t"), "canvas.cut"),
  ACTION (CLIPBOARD, ON_PART, ANY_KIND, N_ ("_Copy"), "canvas.copy"),
  ACTION (CLIPBOARD, ANYWHERE, ANY_KIND, N_ ("_Paste"), "canvas.paste"),

  MADE (CARD, ANYWHERE, append_pictures),
  ACTION (CARD, ON_PART, ANY_KIND, N_ ("D_uplicate"), "canvas.duplicate"),
  ACTION (CARD, ON_PART, ANY_KIND, N_ ("_Delete"), "canvas.delete"),

  ACTION (CARD, ON_PART, K (STAKEHOLDER), N_ ("_Relate to Another…"), "canvas.link"),
  ACTION (CARD, ON_PART, K (STAKEHOLDER), N_ ("C_lear Desired Position"), "canvas.want-nothing"),

  ACTION (STRUCTURE, ON_PART, K (STEP), N_ ("Begin New _Stage Here"), "canvas.split"),
  ACTION (STRUCTURE, ON_PART, K (CARD), N_ ("Begin New _Step Here"), "canvas.split"),
  MERGE (STAGE, N_ ("_Merge with Next Stage"), N_ ("_Merge Stages")),
  MERGE (STEP, N_ ("_Merge with Next Step"), N_ ("_Merge Steps")),
  ACTION (STRUCTURE, ON_PART, K (LANE), N_ ("_Hide Lane"), "canvas.hide"),

  MADE (COLOUR, ON_PART | ON_MAP, append_colours),

  FIELD (K (STEP), MOMENT_OF_TRUTH),
  FIELD (K (STEP), IMPORTANCE),
  FIELD (K (STEP), QUALITY),
  FIELD (K (STEP), MEDIUM),
  FIELD (K (STAGE), PHASE),
  FIELD (K (LANE), TYPE),
  FIELD (K (LANE), SCALE),
  FIELD (K (LANE), PINNED),
  FIELD (K (LANE), COLLAPSED),
  FIELD (K (CARD), CHANNEL),
  FIELD (K (CARD), TONE),
  FIELD (K (CARD), ORIGIN),
  FIELD (K (CARD), METRIC),
  FIELD (K (CARD), JOURNEY),
  FIELD (K (CARD), EFFORT),
  FIELD (K (CARD), STATUS),
  FIELD (K (SCORE), PERSONA),
  FIELD (K (NOTE) | K (TRAIT), SECTION),
  FIELD (K (NOTE), DRIVER),
  FIELD (K (CARD) | K (NOTE) | K (TRAIT), CONFIDENCE),
  FIELD (K (SOURCE) | K (RELATION), TYPE),
  FIELD (K (STAKEHOLDER), DISPOSITION),
  FIELD (K (STAKEHOLDER), SIDE),
  FIELD (K (STAKEHOLDER) | K (AUDIENCE), PERSONA),
  FIELD (K (PERSONA) | K (AUDIENCE), CATEGORY),
  FIELD (K (AUDIENCE), JOURNEY),
  FIELD (K (JOURNEY), PERSONAS),
  FIELD (K (JOURNEY), STATE),
  FIELD (K (JOURNEY), CATEGORY),
  FIELD (K (EMPATHY_MAP), PERSONA),
  FIELD (K (EMPATHY_MAP), CANVAS),
  FIELD (K (STAKEHOLDER_MAP), LAYOUT),
  FIELD (K (STAKEHOLDER_MAP), PRESET),
  FIELD (ANY_KIND, TAGS),

  ACTION (GO, ON_PART, ANY_KIND, N_ ("Details of _Selection"), "canvas.details"),
  MADE (GO, ANYWHERE, append_links),

  MADE (MAP, ON_MAP | ON_CELL, append_hidden),
  { SECTION_MAP, ON_PART, K (LANE), NULL, NULL, NULL, JALON_FIELD_NONE, append_hidden },
  ACTION (MAP, ON_MAP, K (JOURNEY), N_ ("Duplicate as _To-Be"), "canvas.make-to-be"),
};

/* clang-format on */

static const JalonField *
get_colour_field (Maker *maker)
{
  JalonElement *first = maker->elements->len > 0 ? g_ptr_array_index (maker->elements, 0) : NULL;

  return first != NULL ? jalon_element_get_field (first, JALON_FIELD_COLOUR) : NULL;
}

/* The place of the swatches, which are added to the popover. */
static void
append_colours (Maker *maker)
{
  const JalonField *field = get_colour_field (maker);
  g_autoptr (GMenuItem) place = NULL;
  g_autoptr (GMenuItem) item = NULL;

  if (field == NULL)
    return;
  item = jalon_field_menu_new_item (maker->canvas->base.document, maker->elements, field,
                                    maker->actions);
  place = g_menu_item_new (NULL, NULL);
  g_menu_item_set_attribute (place, "custom", "s", "colours");
  g_menu_append_item (maker->section, place);
}

/* What is chosen rather than written has its own items. */
static void
append_edit (Maker *maker)
{
  JalonCanvas *self = maker->canvas;
  int item = jalon_canvas_find_written (self, self->cursor);

  if (jalon_canvas_get_edited_field (self, item) != NULL)
    g_menu_append (maker->section, _ ("_Edit Text"), "canvas.edit");
}

/* An item for an element, by its name, which may hold underscores that are no mnemonics. */
static void
append_element (GMenu *menu, const char *format, JalonElement *element, const char *action)
{
  g_autoptr (GString) label = g_string_new (jalon_candidates_name (element));
  g_autoptr (GMenuItem) item = NULL;
  g_autofree char *text = NULL;

  g_string_replace (label, "_", "__", 0);
  if (format != NULL)
    {
      g_autofree char *name = g_strdup (label->str);

      g_string_assign (label, format);
      g_string_replace (label, "%s", name, 1);
    }
  item = g_menu_item_new (label->str, NULL);
  g_menu_item_set_action_and_target (item, action, "s", jalon_element_get_id (element));
  g_menu_append_item (menu, item);
}

/* What is hidden, to be shown one by one or all at once. */
GMenuModel *
jalon_canvas_make_hidden (JalonCanvas *self)
{
  g_autoptr (GPtrArray) hidden = jalon_canvas_find_hidden (self);
  g_autoptr (GMenuItem) all = g_menu_item_new (_ ("_All"), NULL);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < hidden->len; i++)
    append_element (menu, NULL, g_ptr_array_index (hidden, i), "canvas.show-hidden");
  g_menu_item_set_action_and_target (all, "canvas.show-hidden", "s", "");
  if (hidden->len > 1)
    g_menu_append_item (menu, all);
  return G_MENU_MODEL (menu);
}

static void
append_hidden (Maker *maker)
{
  g_autoptr (GMenuModel) hidden = jalon_canvas_make_hidden (maker->canvas);

  if (g_menu_model_get_n_items (hidden) > 0)
    g_menu_append_submenu (maker->section, _ ("Sho_w Hidden Lane"), hidden);
}

static void
append_links (Maker *maker)
{
  g_autoptr (GPtrArray) links = jalon_canvas_find_links (maker->canvas);

  for (guint i = 0; i < links->len; i++)
    /* Translators: %s is the name of a map */
    append_element (maker->section, _ ("Go to “%s”"), links->pdata[i], "canvas.open");
}

static void
append_pictures (Maker *maker)
{
  gboolean is_of_map, has_one;

  if (!jalon_canvas_find_picture (maker->canvas, &is_of_map, &has_one) ||
      (is_of_map && maker->place != ON_MAP))
    return;
  g_menu_append (maker->section, has_one ? _ ("_Replace Picture…") : _ ("Choose _Picture…"),
                 "canvas.choose-picture");
  if (has_one)
    g_menu_append (maker->section, _ ("Remove P_icture"), "canvas.remove-picture");
}

static void
append_action (Maker *maker, const Row *row)
{
  gboolean is_several = row->several != NULL && maker->elements->len > 1;
  g_autoptr (GString) label = g_string_new (_ (is_several ? row->several : row->label));

  g_string_replace (label, "%s", _ (jalon_kind_get_info (maker->kind)->label), 1);
  g_menu_append (maker->section, label->str, row->action);
}

static void
append_field (Maker *maker, JalonFieldId id)
{
  JalonElement *first = maker->elements->len > 0 ? g_ptr_array_index (maker->elements, 0) : NULL;
  const JalonField *field = first != NULL ? jalon_element_get_field (first, id) : NULL;
  g_autoptr (GMenuItem) item = NULL;

  if (field == NULL || !jalon_field_menu_can_show (field) ||
      !jalon_document_shows_field (maker->canvas->base.document, first, field))
    return;
  item = jalon_field_menu_new_item (maker->canvas->base.document, maker->elements, field,
                                    maker->actions);
  if (item != NULL)
    g_menu_append_item (maker->section, item);
}

static gboolean
has_action (JalonCanvas *self, const char *action)
{
  GtkWidgetClass *klass = GTK_WIDGET_GET_CLASS (self);
  const char *name, *property;
  const GVariantType *type;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (klass, i, &owner, &name, &type, &property); i++)
    if (strcmp (name, action) == 0)
      return TRUE;
  return FALSE;
}

static void
append_row (Maker *maker, const Row *row)
{
  if (row->append != NULL)
    row->append (maker);
  else if (row->field != JALON_FIELD_NONE && maker->canvas->base.is_editable)
    append_field (maker, row->field);
  else if (row->action != NULL && has_action (maker->canvas, row->action))
    append_action (maker, row);
}

/* What a node is about, or what governs the fields of its element. */
static const JalonField *
find_choice (JalonElement *part, JalonFieldId own)
{
  const JalonField *field = jalon_element_get_field (part, own);

  if (field != NULL && jalon_field_menu_can_show (field))
    return field;
  return jalon_element_get_field (part,
                                  jalon_kind_get_info (jalon_element_get_kind (part))->governor);
}

/**
 * jalon_canvas_make_choice:
 * @self: a canvas
 * @part: a part of the map, or the map
 * @own: what is shown of it
 * @actions: where the action is put
 *
 * Makes a menu of what the field @own of @part, and of what is selected like it, can be. Where that
 * is a text, people choose what governs the fields of @part: the type of a lane.
 *
 * Returns: (transfer full) (nullable): the menu; %NULL if there is nothing to choose from
 */
GMenuModel *
jalon_canvas_make_choice (JalonCanvas *self,
                          JalonElement *part,
                          JalonFieldId own,
                          GSimpleActionGroup *actions)
{
  const JalonField *field = find_choice (part, own);
  g_autoptr (GPtrArray) elements = jalon_commands_get_alike (self->base.document, part);
  g_autoptr (GMenuItem) item = NULL;

  if (field == NULL || !self->base.is_editable)
    return NULL;
  item = jalon_field_menu_new_item (self->base.document, elements, field, actions);
  return item != NULL ? g_menu_item_get_link (item, G_MENU_LINK_SUBMENU) : NULL;
}

static void
find_place (Maker *maker)
{
  JalonCanvas *self = maker->canvas;
  JalonElement *part = jalon_canvas_get_part (self);
  const JalonItem *item = jalon_canvas_get_item (self, self->cursor);
  const JalonSlot *slot = item != NULL ? jalon_node_get_slot (item->node) : NULL;

  if (part != NULL)
    {
      maker->place = ON_PART;
      maker->kind = jalon_element_get_kind (part);
      maker->elements = jalon_commands_get_alike (self->base.document, part);
      return;
    }
  maker->place = slot != NULL ? ON_CELL : ON_MAP;
  maker->kind = slot != NULL ? slot->kind : jalon_element_get_kind (self->base.map);
  maker->elements = g_ptr_array_new_with_free_func (g_object_unref);
  if (slot == NULL)
    g_ptr_array_add (maker->elements, g_object_ref (self->base.map));
}

/**
 * jalon_canvas_make_menu:
 * @self: a canvas with a map
 * @actions: where the actions of fields are put
 *
 * Makes the menu of what the keys are on.
 *
 * Returns: (transfer full): the menu
 */
GMenuModel *
jalon_canvas_make_menu (JalonCanvas *self, GSimpleActionGroup *actions)
{
  GMenu *menu = g_menu_new ();
  Maker maker = { .canvas = self, .actions = actions };

  find_place (&maker);
  for (guint i = 0; i < N_SECTIONS; i++)
    {
      g_autoptr (GMenu) section = g_menu_new ();

      maker.section = section;
      for (guint j = 0; j < G_N_ELEMENTS (rows); j++)
        if (rows[j].section == i && (rows[j].places & maker.place) != 0 &&
            (rows[j].kinds & JALON_KIND_BIT (maker.kind)) != 0)
          append_row (&maker, &rows[j]);
      if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
        g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  g_ptr_array_unref (maker.elements);
  return G_MENU_MODEL (menu);
}
