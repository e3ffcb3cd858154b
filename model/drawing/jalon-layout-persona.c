/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-persona-private.h"

#include <glib/gi18n-lib.h>

#include "drawing/jalon-layout-sections.h"

/* The sheet: facts at the left, notes in three columns */
#define FACTS_WIDTH 256.0
#define FACTS_GAP 48.0
#define COLUMN_WIDTH 268.0
#define COLUMN_GAP 24.0
#define N_COLUMNS 3
#define WIDTH (FACTS_WIDTH + FACTS_GAP + N_COLUMNS * COLUMN_WIDTH + (N_COLUMNS - 1) * COLUMN_GAP)

#define PORTRAIT 112.0
#define PORTRAIT_GAP 24.0
#define BODY_GAP 40.0
#define SECTION_GAP 28.0

#define N_TRAIT_SECTIONS (JALON_TRAIT_CHANNELS + 1)
#define N_MAIN_SECTIONS (JALON_TRAIT_PROBLEMS + 1)

/* With fewer notes than these the sheet still asks for more */
#define FEW_NOTES 10

/* The colour of a section, and what it asks while it is empty; only the main ones ask */
typedef struct
{
  const char *colour;
  const char *prompt;
} TraitInfo;

static const TraitInfo trait_infos[N_TRAIT_SECTIONS] = {
  [JALON_TRAIT_MOTIVATIONS] = { "yellow", N_ ("What gets them going?") },
  [JALON_TRAIT_INTERESTS] = { "orange", N_ ("What do they like to spend time on?") },
  [JALON_TRAIT_NEEDS] = { "mint", N_ ("What can they not do without?") },
  [JALON_TRAIT_EXPECTATIONS] = { "sky", N_ ("What do they take for granted from us?") },
  [JALON_TRAIT_DESIRES] = { "lilac", N_ ("What would they wish for?") },
  [JALON_TRAIT_PROBLEMS] = { "rose", N_ ("What gets in their way?") },
  [JALON_TRAIT_GOALS] = { "yellow", NULL },
  [JALON_TRAIT_FRUSTRATIONS] = { "rose", NULL },
  [JALON_TRAIT_BEHAVIOURS] = { "sky", NULL },
  [JALON_TRAIT_BRANDS] = { "lilac", NULL },
  [JALON_TRAIT_DEVICES] = { "mint", NULL },
  [JALON_TRAIT_CHANNELS] = { "orange", NULL },
};

/* As soon as we say of one note how sure we are, all of them say so. */
static gboolean
has_confidence (JalonElement *persona)
{
  for (guint i = 0; i < jalon_element_get_n_children (persona); i++)
    {
      JalonElement *child = jalon_element_get_child (persona, i);

      if (jalon_element_get_kind (child) == JALON_KIND_TRAIT &&
          jalon_element_has (child, JALON_FIELD_CONFIDENCE))
        return TRUE;
    }
  return FALSE;
}

static guint
count_traits (JalonElement *persona)
{
  guint n = 0;

  for (guint i = 0; i < jalon_element_get_n_children (persona); i++)
    n += jalon_element_get_kind (jalon_element_get_child (persona, i)) == JALON_KIND_TRAIT;
  return n;
}

/* A line of the heading, which stands for one field of the persona. */
static JalonNode *
make_line (JalonLayout *self,
           JalonElement *persona,
           JalonRole role,
           JalonFieldId field,
           const char *text,
           JalonTextStyle style,
           JalonColour colour)
{
  double width = WIDTH - PORTRAIT - PORTRAIT_GAP;
  JalonParagraph *paragraph = jalon_layout_set_label (self, text, style, width);
  double height = jalon_paragraph_get_height (paragraph);
  JalonNode *node = jalon_node_new (role, jalon_element_get_id (persona), field, width, height);

  jalon_node_set_label (node, text);
  jalon_node_set_editor (node, &(JalonRect){ 0, 0, width, height }, style);
  jalon_node_add_text (node, paragraph, 0, 0, colour);
  return node;
}

/* "Customer · plans for a family of five · 32 % of the base" */
static char *
get_summary (JalonLayout *self, JalonElement *persona)
{
  GString *words = g_string_new (jalon_layout_choice (self, persona, JALON_FIELD_CATEGORY));

  jalon_layout_join (words, jalon_element_get_text (persona, JALON_FIELD_ROLE));
  if (jalon_element_has (persona, JALON_FIELD_SHARE))
    {
      double number = jalon_element_get_number (persona, JALON_FIELD_SHARE);
      g_autofree char *share = jalon_layout_number (self, number, 1);
      g_autofree char *part =
        /* Translators: how much of all customers, users … a persona stands for */
        g_strdup_printf (jalon_layout_term (self, N_ ("%s %% of the base")), share);

      jalon_layout_join (words, part);
    }
  return g_string_free (words, FALSE);
}

/* Quotation marks of the language, unless the quote brings its own. */
static char *
get_quote (JalonLayout *self, JalonElement *persona)
{
  static const char *const marks[] = { "“", "”", "\"", "«", "„", "‘", "「", "『" };
  const char *quote = jalon_element_get_text (persona, JALON_FIELD_QUOTE);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (quote, marks[i]))
      return g_strdup (quote);
  /* Translators: a quotation in the quotation marks of the language */
  return g_strdup_printf (jalon_layout_term (self, N_ ("“%s”")), quote);
}

static void
add_portrait (JalonLayout *self, JalonElement *persona, double y)
{
  JalonNode *node = jalon_node_new (JALON_ROLE_TEXT, jalon_element_get_id (persona),
                                    JALON_FIELD_PORTRAIT, PORTRAIT, PORTRAIT);

  jalon_node_set_label (node, jalon_layout_term (self, N_ ("Portrait")));
  jalon_layout_add_portrait (self, node, persona, 0, 0, PORTRAIT);
  jalon_scene_add (self->scene, node, JALON_MARGIN, y, JALON_LAYER_BODY, -1);
}

/* Name, summary and quote beside the portrait. Returns: the y below. */
static double
add_heading (JalonLayout *self, JalonElement *persona, gboolean is_sparse)
{
  const JalonTheme *theme = self->theme;
  const char *name = jalon_element_get_title (persona);
  gboolean has_quote = jalon_element_has (persona, JALON_FIELD_QUOTE);
  g_autofree char *summary = get_summary (self, persona);
  g_autofree char *quote = get_quote (self, persona);
  static const double gaps[] = { 0, 2, 8 };
  JalonNode *lines[3] = { NULL };
  guint n_lines = 2;
  double height = 0, y;

  lines[0] = make_line (self, persona, JALON_ROLE_HEADING, JALON_FIELD_NAME,
                        name[0] != '\0' ? name : jalon_layout_term (self, N_ ("Persona")),
                        JALON_TEXT_TITLE, name[0] != '\0' ? theme->ink : theme->faint);
  lines[1] = make_line (self, persona, JALON_ROLE_TEXT, JALON_FIELD_ROLE, summary,
                        JALON_TEXT_SUBTITLE, theme->secondary);
  if (has_quote)
    lines[n_lines++] = make_line (self, persona, JALON_ROLE_TEXT, JALON_FIELD_QUOTE, quote,
                                  JALON_TEXT_QUOTE, theme->ink);
  else if (is_sparse)
    {
      lines[n_lines++] =
        make_line (self, persona, JALON_ROLE_TEXT, JALON_FIELD_QUOTE,
                   jalon_layout_term (self, N_ ("What would they say, in their own words?")),
                   JALON_TEXT_QUOTE, theme->faint);
      if (count_traits (persona) > 0)
        jalon_node_set_for_screen (lines[2]);
    }

  for (guint i = 0; i < n_lines; i++)
    height += gaps[i] + jalon_node_get_height (lines[i]);
  add_portrait (self, persona, JALON_MARGIN);
  y = JALON_MARGIN + MAX (0, (PORTRAIT - height) / 2);
  for (guint i = 0; i < n_lines; i++)
    {
      double line = jalon_node_get_height (lines[i]);

      jalon_scene_add (self->scene, lines[i], JALON_MARGIN + PORTRAIT + PORTRAIT_GAP, y + gaps[i],
                       JALON_LAYER_BODY, -1);
      y += gaps[i] + line;
    }
  return MAX (y, JALON_MARGIN + PORTRAIT);
}

/* Whether the sheet shows a section: those with notes come first, then the main ones while there
 * are few notes. */
static gboolean
is_shown (const JalonSection *section, gboolean is_sparse, gboolean is_second)
{
  if (section->notes->len > 0)
    return !is_second;
  return is_second && is_sparse && section->value < N_MAIN_SECTIONS;
}

static void
fill_section (JalonLayout *self, JalonSection *section, gboolean has_marks)
{
  const TraitInfo *info = &trait_infos[section->value];

  section->title = jalon_layout_term (self, jalon_trait_section_choices[section->value].label);
  section->colour = info->colour;
  section->has_marks = has_marks;
  section->is_optional = TRUE;
  if (info->prompt != NULL)
    section->prompt = jalon_layout_term (self, info->prompt);
  section->rect.width = COLUMN_WIDTH;
  section->rect.height = jalon_section_measure (self, section);
}

static guint
find_sections (JalonLayout *self, JalonElement *persona, gboolean is_sparse, JalonSection *sections)
{
  gboolean has_marks = has_confidence (persona);
  guint n = 0;

  for (guint i = 0; i < 2 * N_TRAIT_SECTIONS; i++)
    {
      JalonSection *section = &sections[n];

      jalon_section_init (section, persona, JALON_KIND_TRAIT, i % N_TRAIT_SECTIONS);
      if (is_shown (section, is_sparse, i >= N_TRAIT_SECTIONS))
        {
          fill_section (self, section, has_marks);
          n++;
        }
      else
        jalon_section_clear (section);
    }
  return n;
}

static double
get_height (const JalonSection *sections, guint start, guint end)
{
  double height = 0;

  for (guint i = start; i < end; i++)
    height += sections[i].rect.height + (i > start ? SECTION_GAP : 0);
  return height;
}

/* Cuts the sections, in their order, into columns of which the longest is as short as can be, and
 * the others as even. */
static void
cut_columns (const JalonSection *sections, guint n, guint cuts[N_COLUMNS + 1])
{
  double best = G_MAXDOUBLE, most_even = G_MAXDOUBLE;

  cuts[0] = 0;
  cuts[N_COLUMNS] = n;
  for (guint i = 0; i <= n; i++)
    for (guint j = i; j <= n; j++)
      {
        double first = get_height (sections, 0, i), second = get_height (sections, i, j);
        double third = get_height (sections, j, n);
        double longest = MAX (MAX (first, second), third);
        double even = first * first + second * second + third * third;

        if (longest < best - 0.5 || (longest < best + 0.5 && even <= most_even))
          {
            best = MIN (best, longest);
            most_even = even;
            cuts[1] = i;
            cuts[2] = j;
          }
      }
}

/* The sections that the sheet does not show, as bits */
static guint
find_hidden (const JalonSection *sections, guint n)
{
  guint hidden = (1u << N_TRAIT_SECTIONS) - 1;

  for (guint i = 0; i < n; i++)
    hidden &= ~(1u << sections[i].value);
  return hidden;
}

/* Returns: the y below; @offered: the y below what is offered on the screen */
static double
add_sections (JalonLayout *self,
              JalonElement *persona,
              gboolean is_sparse,
              double x,
              double y,
              double *offered)
{
  /* One more, for looking at those that are not shown */
  JalonSection sections[N_TRAIT_SECTIONS + 1];
  guint n = find_sections (self, persona, is_sparse, sections);
  guint cuts[N_COLUMNS + 1];
  guint hidden = find_hidden (sections, n);
  double bottom = y;

  cut_columns (sections, n, cuts);
  for (guint column = 0; column < N_COLUMNS; column++)
    {
      double top = y;

      for (guint i = cuts[column]; i < cuts[column + 1]; i++)
        {
          sections[i].rect.x = x + column * (COLUMN_WIDTH + COLUMN_GAP);
          sections[i].rect.y = top;
          jalon_section_add (self, &sections[i]);
          bottom = MAX (bottom, top + sections[i].rect.height);
          top += sections[i].rect.height + SECTION_GAP;
        }
    }
  for (guint i = 0; i < n; i++)
    jalon_section_clear (&sections[i]);
  *offered = bottom;
  if (hidden != 0)
    *offered = jalon_persona_offer_sections (self, persona, hidden,
                                             &(JalonRect){ x, bottom + SECTION_GAP,
                                                           WIDTH - FACTS_WIDTH - FACTS_GAP, 0 });
  return bottom;
}

/**
 * jalon_layout_persona:
 * @self: a layout at work
 * @map: a persona
 *
 * Draws the sheet of a persona.
 */
void
jalon_layout_persona (JalonLayout *self, JalonElement *map)
{
  gboolean is_sparse = count_traits (map) < FEW_NOTES, has_marks = has_confidence (map);
  double top = add_heading (self, map, is_sparse) + BODY_GAP;
  double left = jalon_persona_add_facts (self, map, is_sparse, JALON_MARGIN, top, FACTS_WIDTH);
  double below;
  double right = add_sections (self, map, is_sparse, JALON_MARGIN + FACTS_WIDTH + FACTS_GAP, top,
                               &below);

  if (has_marks)
    left = jalon_persona_add_marks (self, JALON_MARGIN, left + 2 * JALON_GRID, FACTS_WIDTH);
  jalon_scene_set_size (self->scene, WIDTH + 2 * JALON_MARGIN, MAX (left, right) + JALON_MARGIN);
  left = jalon_persona_add_offers (self, map, is_sparse, JALON_MARGIN, left + SECTION_GAP,
                                   FACTS_WIDTH);
  jalon_scene_set_screen_height (self->scene, MAX (left, below) + JALON_MARGIN);
}
