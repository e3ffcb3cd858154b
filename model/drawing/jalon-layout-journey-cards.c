/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-journey-private.h"

#include <glib/gi18n-lib.h>

#define MAX_LINES 5

#define ICON_SIZE 12.0

/* The paragraphs of a card that is being put together; they live until it is made. */
typedef struct
{
  JalonLayout *layout;
  JalonColour ground;
  JalonCardLine lines[MAX_LINES];
  guint n_lines;
  guint edited;
} Draft;

static JalonCardLine *
add_line (Draft *draft, const char *text, JalonTextStyle style, JalonColour colour)
{
  JalonCardLine *line = &draft->lines[draft->n_lines++];

  *line = (JalonCardLine){ .text = text, .style = style, .colour = colour };
  return line;
}

static void
add_icon (JalonCardLine *line, JalonIcon icon)
{
  line->icon = icon;
  line->icon_size = ICON_SIZE;
}

/* The text of the card, which is what is edited */
static JalonCardLine *
add_text (Draft *draft, const char *text)
{
  draft->edited = draft->n_lines;
  return add_line (draft, text, JALON_TEXT_BODY,
                   jalon_theme_get_ink_on (draft->layout->theme, draft->ground));
}

static void
add_evidence (Draft *draft, JalonElement *card)
{
  JalonCardLine line;

  if (!jalon_layout_get_evidence (draft->layout, card, &line))
    return;
  line.colour = jalon_layout_get_shade (draft->layout, draft->ground);
  draft->lines[draft->n_lines++] = line;
}

static JalonNode *
finish (Draft *draft, JalonElement *card, double width)
{
  return jalon_layout_make_lines (draft->layout, card, width, draft->ground, draft->lines,
                                  draft->n_lines, draft->edited);
}

/* The value of a note is the mean of what it is worth to customers and to us. */
static gboolean
get_value (JalonElement *card, double *value)
{
  gboolean customer = jalon_element_has (card, JALON_FIELD_CUSTOMER_VALUE);
  gboolean business = jalon_element_has (card, JALON_FIELD_BUSINESS_VALUE);

  *value = 0;
  if (customer)
    *value += jalon_element_get_number (card, JALON_FIELD_CUSTOMER_VALUE);
  if (business)
    *value += jalon_element_get_number (card, JALON_FIELD_BUSINESS_VALUE);
  if (customer && business)
    *value /= 2;
  return customer || business;
}

static void
join_fact (GString *words, const char *name, const char *value)
{
  g_autofree char *fact = g_strdup_printf ("%s %s", name, value);

  jalon_layout_join (words, fact);
}

/* "value 80 · effort 2", and who does it and how far it is: "Marie L. · planned" */
static char *
make_facts (JalonLayout *layout, JalonElement *card)
{
  GString *worth = g_string_new (NULL);
  g_autoptr (GString) work = g_string_new (jalon_element_get_text (card, JALON_FIELD_OWNER));
  double value;

  if (get_value (card, &value))
    {
      g_autofree char *number = jalon_layout_number (layout, value, 0);

      join_fact (worth, jalon_layout_term (layout, N_ ("value")), number);
    }
  if (jalon_element_has (card, JALON_FIELD_EFFORT))
    join_fact (worth, jalon_layout_term (layout, N_ ("effort")),
               jalon_element_get_text (card, JALON_FIELD_EFFORT));
  if (jalon_element_has (card, JALON_FIELD_STATUS))
    {
      g_autofree char *status =
        jalon_layout_lower (jalon_layout_choice (layout, card, JALON_FIELD_STATUS));

      jalon_layout_join (work, status);
    }
  if (worth->len > 0 && work->len > 0)
    g_string_append_c (worth, '\n');
  g_string_append (worth, work->str);
  return g_string_free (worth, FALSE);
}

static JalonNode *
make_valued (JalonJourney *self, JalonElement *card, double width, JalonColour ground)
{
  g_autofree char *facts = make_facts (self->layout, card);

  return jalon_layout_make_card (self->layout, card, width, ground, facts);
}

/* Quotes as printers of the language set them, unless the text has its own. */
static char *
quote (JalonLayout *layout, const char *text)
{
  gunichar first = g_utf8_get_char (text);
  gboolean is_french = layout->language == JALON_LANGUAGE_FR;

  if (first == 0 || first == '"' || first == 0x201c || first == 0xab || first == 0x201e)
    return g_strdup (text);
  return g_strconcat (is_french ? "«\xc2\xa0" : "“", text, is_french ? "\xc2\xa0»" : "”", NULL);
}

static JalonNode *
make_feedback (JalonJourney *self, JalonElement *card, double width, JalonColour ground)
{
  static const JalonIcon signs[] = { JALON_ICON_NEUTRAL, JALON_ICON_POSITIVE, JALON_ICON_NEGATIVE };
  JalonLayout *layout = self->layout;
  JalonTone tone = jalon_element_get_choice (card, JALON_FIELD_TONE);
  const JalonColour colours[] = { layout->theme->secondary, layout->theme->series[2],
                                  layout->theme->alert };
  JalonColour colour = colours[tone];
  g_autofree char *text = quote (layout, jalon_element_get_text (card, JALON_FIELD_TEXT));
  GString *words = g_string_new (jalon_layout_choice (layout, card, JALON_FIELD_TONE));
  g_autofree char *source = NULL;
  Draft draft = { .layout = layout, .ground = ground };

  if (jalon_element_has (card, JALON_FIELD_ORIGIN))
    {
      g_autofree char *origin =
        jalon_layout_lower (jalon_layout_choice (layout, card, JALON_FIELD_ORIGIN));

      jalon_layout_join (words, origin);
    }
  source = g_string_free (words, FALSE);
  if (jalon_colour_contrast (colour, ground) < 4.5)
    colour = jalon_layout_get_shade (layout, ground);
  add_text (&draft, text);
  add_icon (add_line (&draft, source, JALON_TEXT_SMALL_STRONG, colour), signs[tone]);
  add_evidence (&draft, card);
  return finish (&draft, card, width);
}

static JalonNode *
make_link (JalonJourney *self, JalonElement *card, double width, JalonColour ground)
{
  JalonLayout *layout = self->layout;
  JalonElement *journey = jalon_document_follow (card, JALON_FIELD_JOURNEY);
  const char *text = jalon_element_get_text (card, JALON_FIELD_TEXT);
  JalonColour colour = layout->theme->accent;
  Draft draft = { .layout = layout, .ground = ground };

  if (jalon_colour_contrast (colour, ground) < 4.5)
    colour = jalon_layout_get_shade (layout, ground);
  if (journey != NULL)
    {
      const char *title = jalon_element_get_title (journey);
      JalonCardLine *line =
        add_line (&draft, title[0] != '\0' ? title : jalon_layout_term (layout, N_ ("Journey")),
                  JALON_TEXT_STRONG, colour);

      add_icon (line, JALON_ICON_ARROW);
      line->is_jump = TRUE;
    }
  if (text[0] != '\0' || journey == NULL)
    add_text (&draft, text);
  add_evidence (&draft, card);
  return finish (&draft, card, width);
}

static JalonColour
get_colour (JalonJourney *self, const JalonRow *row, JalonElement *card)
{
  if (jalon_element_has (card, JALON_FIELD_COLOUR))
    return jalon_theme_get_note (self->layout->theme,
                                 jalon_element_get_text (card, JALON_FIELD_COLOUR));
  if (row->style->form == JALON_FORM_TEXT &&
      !(row->element != NULL && jalon_element_has (row->element, JALON_FIELD_COLOUR)))
    return (JalonColour){ 0 };
  return jalon_journey_get_lane_colour (self, row);
}

/**
 * jalon_journey_make_card:
 * @self: a journey
 * @row: the lane
 * @card: a card of it
 * @width: in canvas units
 *
 * Makes a card as its lane shows it.
 *
 * Returns: (transfer full): the node, which says only the text of the card
 */
JalonNode *
jalon_journey_make_card (JalonJourney *self, const JalonRow *row, JalonElement *card, double width)
{
  JalonColour ground = get_colour (self, row, card);

  switch (row->style->form)
    {
    case JALON_FORM_VALUED:
      return make_valued (self, card, width, ground);
    case JALON_FORM_PILL:
      return jalon_journey_make_pill (self, card, width, ground);
    case JALON_FORM_PICTURE:
    case JALON_FORM_FRAME:
      return jalon_journey_make_picture (self, row, card, width, ground);
    case JALON_FORM_FEEDBACK:
      return make_feedback (self, card, width, ground);
    case JALON_FORM_METRIC:
      return jalon_journey_make_metric (self, card, width, ground);
    case JALON_FORM_LINK:
      return make_link (self, card, width, ground);
    case JALON_FORM_NOTE:
    case JALON_FORM_TEXT:
    case JALON_FORM_CURVE:
    case JALON_FORM_ARC:
    default:
      return jalon_layout_make_card (self->layout, card, width, ground, NULL);
    }
}
