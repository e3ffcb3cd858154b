/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-journey-private.h"

#include <glib/gi18n-lib.h>

/* The cards and scores of a step, and the nodes of the cards. */

#define NO_ROW G_MAXUINT

static void
clear_content (gpointer data)
{
  JalonContent *content = data;

  g_clear_object (&content->element);
  g_clear_pointer (&content->node, jalon_node_unref);
}

GArray *
jalon_journey_new_contents (void)
{
  GArray *contents = g_array_new (FALSE, TRUE, sizeof (JalonContent));

  g_array_set_clear_func (contents, clear_content);
  return contents;
}

static guint
get_span (JalonJourney *self, JalonElement *card, guint column)
{
  if (!jalon_element_has (card, JALON_FIELD_SPAN))
    return 1;
  return CLAMP (jalon_element_get_number (card, JALON_FIELD_SPAN), 1, self->columns->len - column);
}

static void
make_card (JalonJourney *self, const JalonRow *row, JalonElement *step, JalonContent *content)
{
  g_autofree char *label = NULL;

  content->node = jalon_journey_make_card (self, row, content->element, content->wanted);
  content->width = jalon_node_get_width (content->node);
  content->height = jalon_node_get_height (content->node);
  /* Translators: name of a lane, name of a step, text of a card */
  label = g_strdup_printf (jalon_layout_term (self->layout, N_ ("%s, step %s: %s")),
                           jalon_journey_get_lane_title (self, row), jalon_element_get_title (step),
                           jalon_node_get_label (content->node));
  jalon_node_set_label (content->node, label);
}

/* The content for @element among those of the last drawing; it is nearly always the one at @next,
 * which becomes the place of the one behind it. */
static const JalonContent *
find_content (GArray *contents, JalonElement *element, guint *next)
{
  for (guint i = 0; i < contents->len; i++)
    {
      guint place = (*next + i) % contents->len;
      const JalonContent *content = &g_array_index (contents, JalonContent, place);

      if (content->element != element)
        continue;
      *next = place + 1;
      return content;
    }
  return NULL;
}

static void
reuse_or_make (JalonJourney *self,
               const JalonRow *row,
               JalonElement *step,
               JalonContent *content,
               const JalonContent *before)
{
  if (before != NULL && before->node != NULL && before->lane == content->lane &&
      before->stamp == content->stamp && before->references == content->references &&
      before->wanted == content->wanted)
    {
      content->node = jalon_node_ref (before->node);
      content->width = before->width;
      content->height = before->height;
    }
  else
    make_card (self, row, step, content);
}

/* The place of the row of the cards that have lost theirs: behind all lanes that are shown */
guint
jalon_journey_get_lost_row (JalonJourney *self)
{
  guint n = self->rows->len;

  return n > 0 && JALON_ROW (self, n - 1)->element == NULL ? n - 1 : n;
}

/* The row of a card or score, by its place. */
static guint
find_row (JalonJourney *self, JalonElement *child)
{
  const char *lane = jalon_element_get_text (child, JALON_FIELD_LANE);
  gboolean is_card = jalon_element_get_kind (child) == JALON_KIND_CARD;
  const JalonRow *row;

  if (!g_hash_table_contains (self->rows_by_id, lane))
    return is_card ? jalon_journey_get_lost_row (self) : NO_ROW;
  row = jalon_journey_find_row (self, lane);
  if (row == NULL || (!is_card && row->style->form < JALON_FORM_CURVE))
    return NO_ROW;
  return (guint) (row - JALON_ROW (self, 0));
}

/* What of the project a card shows, beside the journey. */
static gboolean
refers (JalonElement *card)
{
  for (guint i = 0; i < jalon_element_get_n_values (card); i++)
    {
      const char *text;
      const JalonField *field = jalon_element_get_value (card, i, &text);

      if (field->id != JALON_FIELD_LANE && jalon_field_is_reference (field))
        return TRUE;
    }
  return FALSE;
}

static void
fill_card (JalonJourney *self, guint column, JalonContent *content, const JalonContent *before)
{
  JalonStepMemo *memo = JALON_COLUMN (self, column)->memo;
  JalonElement *card = content->element;
  const JalonRow *row = content->row == jalon_journey_get_lost_row (self)
                          ? jalon_journey_find_row (self, "")
                          : JALON_ROW (self, content->row);

  memo->has_lost |= row->element == NULL;
  memo->refers |= refers (card);
  if (row->is_collapsed)
    return;
  content->lane = row->element;
  content->stamp = jalon_element_get_stamp (card);
  content->references = jalon_layout_hash_references (card);
  content->span = get_span (self, card, column);
  content->wanted = content->span * self->step_width - 2 * JALON_CELL_PADDING;
  memo->has_spans |= jalon_element_has (card, JALON_FIELD_SPAN);
  reuse_or_make (self, row, memo->kept.element, content, before);
}

/* By row, the cards before the scores; those of one row stay in their order. */
static int
compare_contents (gconstpointer a, gconstpointer b)
{
  const JalonContent *x = a;
  const JalonContent *y = b;

  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  return x->is_score - y->is_score;
}

/* Where the contents of each row began in the last drawing. */
static guint *
find_beginnings (JalonJourney *self, const JalonStepMemo *memo)
{
  guint n_rows = jalon_journey_get_lost_row (self) + 1;
  guint *beginnings = g_new0 (guint, n_rows);

  for (guint i = 0; i < MIN (n_rows, memo->cells->len); i++)
    beginnings[i] = g_array_index (memo->cells, JalonCell, i).first;
  return beginnings;
}

/**
 * jalon_journey_make_contents:
 * @self: a journey with its rows
 * @column: a column with a step
 *
 * Goes through the children of a step, keeping the nodes of those that are as they were.
 *
 * Returns: (transfer full) (element-type JalonContent): its cards and scores, by row
 */
GArray *
jalon_journey_make_contents (JalonJourney *self, guint column)
{
  JalonStepMemo *memo = JALON_COLUMN (self, column)->memo;
  JalonElement *step = memo->kept.element;
  gboolean is_same = memo->stamp == jalon_element_get_stamp (step);
  g_autofree guint *next = find_beginnings (self, memo);
  GArray *contents = jalon_journey_new_contents ();

  for (guint i = 0; i < jalon_element_get_n_children (step); i++)
    {
      JalonElement *child = jalon_element_get_child (step, i);
      JalonKind kind = jalon_element_get_kind (child);
      JalonContent content = { .is_score = kind == JALON_KIND_SCORE, .span = 1 };
      const JalonContent *before;

      if (kind != JALON_KIND_CARD && kind != JALON_KIND_SCORE)
        continue;
      content.row = find_row (self, child);
      if (content.row == NO_ROW)
        continue;
      before = is_same ? find_content (memo->contents, child, &next[content.row]) : NULL;
      content.element = g_object_ref (child);
      if (!content.is_score)
        fill_card (self, column, &content, before);
      g_array_append_val (contents, content);
    }
  g_array_sort (contents, compare_contents);
  return contents;
}
