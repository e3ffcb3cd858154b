/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a persona could still tell, below what it does: places to write, on the screen only. */

#include "drawing/jalon-layout-persona-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define OFFER_HEIGHT 24.0
#define OFFER_PADDING 10.0
#define OFFER_GAP 6.0

/* Offers side by side, in lines. */
typedef struct
{
  JalonLayout *layout;
  JalonElement *persona;
  JalonRect rect;
  double x;
  double y;
} Flow;

static void
add (Flow *flow, JalonNode *node)
{
  double width = jalon_node_get_width (node);

  if (flow->x > 0 && flow->x + width > flow->rect.width)
    {
      flow->x = 0;
      flow->y += OFFER_HEIGHT + OFFER_GAP;
    }
  jalon_scene_add (flow->layout->scene, node, flow->rect.x + flow->x, flow->rect.y + flow->y,
                   JALON_LAYER_BODY, -1);
  flow->x += width + OFFER_GAP;
  flow->rect.height = flow->y + OFFER_HEIGHT;
}

/* A pill with a dashed line, "+ Age" */
static JalonNode *
make_offer (Flow *flow, JalonRole role, JalonFieldId field, const char *name)
{
  JalonLayout *self = flow->layout;
  const char *label = jalon_layout_term (self, name);
  g_autofree char *words = g_strconcat ("+ ", label, NULL);
  JalonParagraph *text = jalon_layout_set_snug (self, words, JALON_TEXT_SMALL,
                                                flow->rect.width - 2 * OFFER_PADDING);
  double width = ceil (jalon_paragraph_get_width (text)) + 2 * OFFER_PADDING;
  double y = (OFFER_HEIGHT - jalon_paragraph_get_height (text)) / 2;
  JalonNode *node =
    jalon_node_new (role, role == JALON_ROLE_TEXT ? jalon_element_get_id (flow->persona) : NULL,
                    field, width, OFFER_HEIGHT);
  JalonPrimitive *box = jalon_node_add_box (node,
                                            &(JalonRect){ 0.5, 0.5, width - 1, OFFER_HEIGHT - 1 },
                                            OFFER_HEIGHT / 2 - 0.5, (JalonColour){ 0 });

  box->stroke = self->theme->axis;
  box->line_width = 1;
  box->line_style = JALON_LINE_DASHED;
  jalon_node_set_target (node, JALON_TARGET_INVITATION, &(JalonRect){ 0, 0, width, OFFER_HEIGHT });
  jalon_node_set_label (node, label);
  jalon_node_set_for_screen (node);
  jalon_node_add_text (node, text, OFFER_PADDING, y, self->theme->secondary);
  return node;
}

static void
offer_field (Flow *flow, JalonFieldId field)
{
  const JalonField *row = jalon_element_get_field (flow->persona, field);
  JalonNode *node = make_offer (flow, JALON_ROLE_TEXT, field, row->label);

  jalon_node_set_editor (node,
                         &(JalonRect){ OFFER_PADDING, 3,
                                       jalon_node_get_width (node) - 2 * OFFER_PADDING, 18 },
                         JALON_TEXT_SMALL);
  add (flow, node);
}

static void
offer_kind (Flow *flow, JalonKind kind, JalonFieldId field, const char *value, const char *name)
{
  JalonNode *node = make_offer (flow, JALON_ROLE_SLOT, JALON_FIELD_NONE, name);

  jalon_node_make_slot (node, jalon_element_get_id (flow->persona), kind, field, value);
  add (flow, node);
}

/**
 * jalon_persona_offer_facts:
 * @self: a layout at work
 * @persona: a persona
 * @fields: (array length=n_fields): the facts that can be told
 * @n_fields: how many
 * @rect: where, in canvas units; its height does not count
 *
 * Offers the facts that are not known, the first slider and the first evidence.
 *
 * Returns: the y below
 */
double
jalon_persona_offer_facts (JalonLayout *self,
                           JalonElement *persona,
                           const JalonFieldId *fields,
                           guint n_fields,
                           const JalonRect *rect)
{
  static const JalonKind kinds[] = { JALON_KIND_SLIDER, JALON_KIND_SOURCE };
  Flow flow = { self, persona, *rect, 0, 0 };

  flow.rect.height = 0;
  for (guint i = 0; i < n_fields; i++)
    if (!jalon_element_has (persona, fields[i]))
      offer_field (&flow, fields[i]);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!jalon_persona_has_kind (persona, kinds[i]))
      offer_kind (&flow, kinds[i], JALON_FIELD_NONE, NULL, jalon_kind_get_info (kinds[i])->label);
  return rect->y + flow.rect.height;
}

/**
 * jalon_persona_offer_sections:
 * @self: a layout at work
 * @persona: a persona
 * @sections: the sections of notes that are not shown, as bits
 * @rect: where, in canvas units; its height does not count
 *
 * Offers more sections.
 *
 * Returns: the y below
 */
double
jalon_persona_offer_sections (JalonLayout *self,
                              JalonElement *persona,
                              guint sections,
                              const JalonRect *rect)
{
  Flow flow = { self, persona, *rect, 0, 0 };

  flow.rect.height = 0;
  for (guint i = 0; jalon_trait_section_choices[i].nick != NULL; i++)
    if ((sections & 1u << i) != 0)
      offer_kind (&flow, JALON_KIND_TRAIT, JALON_FIELD_SECTION, jalon_trait_section_choices[i].nick,
                  jalon_trait_section_choices[i].label);
  return rect->y + flow.rect.height;
}
