/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define COLUMN_GAP 20.0
#define ROW_PADDING 12.0
#define ROW_HEIGHT 56.0
#define HEADER_HEIGHT 28.0
#define PORTRAIT 24.0
#define PILL_HEIGHT 22.0
#define PILL_PADDING 9.0

/* The columns from left to right */
enum
{
  RANK,
  AUDIENCE,
  PERSONA,
  JOURNEY,
  OWNER,
  PROCESS,
  MEASURE,
  LIABILITY,
  N_COLUMNS,
};

/* The field and the width of a column */
typedef struct
{
  JalonFieldId field;
  double width;
} ColumnInfo;

static const ColumnInfo columns[N_COLUMNS] = {
  [RANK] = { JALON_FIELD_NONE, 24 },        [AUDIENCE] = { JALON_FIELD_NAME, 184 },
  [PERSONA] = { JALON_FIELD_PERSONA, 144 }, [JOURNEY] = { JALON_FIELD_JOURNEY, 152 },
  [OWNER] = { JALON_FIELD_OWNER, 112 },     [PROCESS] = { JALON_FIELD_PROCESS, 168 },
  [MEASURE] = { JALON_FIELD_MEASURE, 152 }, [LIABILITY] = { JALON_FIELD_NONE, 88 },
};

/* A cell whose texts are set but which has no place yet, for the height of a row comes from them */
typedef struct
{
  JalonParagraph *first;
  JalonParagraph *second;
  JalonColour colour;
  JalonElement *persona;
  double indent;
  double height;
} Cell;

static double
get_left (guint column)
{
  double x = 0;

  for (guint i = 0; i < column; i++)
    x += columns[i].width + COLUMN_GAP;
  return x;
}

static double
get_width (void)
{
  return get_left (N_COLUMNS) - COLUMN_GAP;
}

static gboolean
is_missing (JalonElement *audience, guint column)
{
  const JalonField *field = jalon_element_get_field (audience, columns[column].field);

  return field != NULL && (field->flags & JALON_FLAG_VITAL) != 0 &&
         !jalon_element_has (audience, field->id);
}

static GPtrArray *
find_audiences (JalonElement *map)
{
  GPtrArray *audiences = g_ptr_array_new ();

  for (guint i = 0; i < jalon_element_get_n_children (map); i++)
    {
      JalonElement *child = jalon_element_get_child (map, i);

      if (jalon_element_get_kind (child) == JALON_KIND_AUDIENCE)
        g_ptr_array_add (audiences, child);
    }
  return audiences;
}

/* What a cell says, "" for nothing. */
static const char *
get_value (JalonElement *audience, guint column)
{
  JalonElement *target;

  if (column != PERSONA && column != JOURNEY)
    return jalon_element_get_text (audience, columns[column].field);
  target = jalon_document_follow (audience, columns[column].field);
  return target != NULL ? jalon_element_get_title (target) : "";
}

static Cell
set_cell (JalonLayout *self, JalonElement *audience, guint column)
{
  const JalonTheme *theme = self->theme;
  const char *value = get_value (audience, column);
  gboolean is_name = column == AUDIENCE, is_empty = value[0] == '\0';
  JalonTextStyle style = is_name || is_missing (audience, column) ? JALON_TEXT_STRONG
                                                                  : JALON_TEXT_BODY;
  Cell cell = { .colour = is_empty ? theme->faint : theme->ink };
  double width = columns[column].width;

  if (is_missing (audience, column))
    {
      value = jalon_layout_term (self, N_ ("none"));
      cell.colour = theme->alert;
    }
  else if (is_empty)
    value = is_name ? jalon_layout_term (self, N_ ("Audience")) : "–";
  if (column == PERSONA)
    cell.persona = jalon_document_follow (audience, JALON_FIELD_PERSONA);
  cell.indent = cell.persona != NULL ? PORTRAIT + 8 : 0;

  cell.first = jalon_layout_set_label (self, value, style, width - cell.indent);
  cell.height = jalon_paragraph_get_height (cell.first);
  if (is_name)
    {
      g_autofree char *category =
        jalon_layout_lower (jalon_layout_choice (self, audience, JALON_FIELD_CATEGORY));

      cell.second = jalon_layout_set (self, category, JALON_TEXT_SMALL, width);
      cell.height += jalon_paragraph_get_height (cell.second);
    }
  return cell;
}

static void
clear_cell (Cell *cell)
{
  g_clear_pointer (&cell->first, jalon_paragraph_unref);
  g_clear_pointer (&cell->second, jalon_paragraph_unref);
}

static const char *
get_label (JalonLayout *self, guint column)
{
  const JalonField *field = jalon_kind_get_field (JALON_KIND_AUDIENCE, columns[column].field);

  return field != NULL ? jalon_layout_term (self, field->label) : NULL;
}

/* Takes the texts of @cell. */
static JalonNode *
make_cell (JalonLayout *self, JalonElement *audience, guint column, Cell *cell, double height)
{
  double width = columns[column].width, y = (height - cell->height) / 2;
  double first = jalon_paragraph_get_height (cell->first);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", get_label (self, column),
                                             jalon_paragraph_get_text (cell->first));
  JalonNode *node = jalon_node_new (JALON_ROLE_TEXT, jalon_element_get_id (audience),
                                    columns[column].field, width, height);

  jalon_node_set_label (node, spoken);
  jalon_node_set_editor (node, &(JalonRect){ cell->indent, y, width - cell->indent, first },
                         jalon_paragraph_get_style (cell->first));
  if (cell->persona != NULL)
    jalon_layout_add_portrait (self, node, cell->persona, 0, (height - PORTRAIT) / 2, PORTRAIT);
  jalon_node_add_text (node, g_steal_pointer (&cell->first), cell->indent, y, cell->colour);
  if (cell->second != NULL)
    jalon_node_add_text (node, g_steal_pointer (&cell->second), 0, y + first,
                         self->theme->secondary);
  return node;
}

static void
add_cell (JalonLayout *self,
          JalonElement *audience,
          guint column,
          Cell *cell,
          double y,
          double height)
{
  double width = columns[column].width;
  guint64 shape = jalon_layout_hash (column, &height, sizeof height);
  guint64 state = jalon_layout_hash_portrait (self, cell->persona, shape);
  JalonNode *node = jalon_layout_recall (self, audience, NULL, width, state);

  if (node == NULL)
    {
      node = make_cell (self, audience, column, cell, height);
      jalon_layout_remember (self, audience, NULL, width, state, node);
    }
  jalon_scene_add (self->scene, node, JALON_MARGIN + get_left (column), y, JALON_LAYER_BODY, -1);
}

static void
add_pill (JalonLayout *self, JalonNode *node, double height)
{
  const JalonTheme *theme = self->theme;
  JalonColour ground = jalon_theme_get_note (theme, "rose");
  const char *words = jalon_layout_term (self, N_ ("liability"));
  JalonParagraph *text = jalon_layout_set (self, words, JALON_TEXT_SMALL_STRONG, -1);
  double width = jalon_paragraph_get_width (text) + 2 * PILL_PADDING;

  if (width > columns[LIABILITY].width)
    {
      jalon_paragraph_unref (text);
      width = columns[LIABILITY].width;
      text = jalon_layout_set (self, words, JALON_TEXT_SMALL_STRONG, width - 2 * PILL_PADDING);
    }
  jalon_node_add_box (node,
                      &(JalonRect){ get_width () - width, (height - PILL_HEIGHT) / 2, width,
                                    PILL_HEIGHT },
                      PILL_HEIGHT / 2, ground);
  jalon_node_add_text (node, text, get_width () - width + PILL_PADDING,
                       (height - jalon_paragraph_get_height (text)) / 2,
                       jalon_layout_get_shade (self, ground));
}

static char *
get_spoken (JalonLayout *self, JalonElement *audience, guint rank)
{
  GString *spoken = g_string_new (NULL);

  g_string_append_printf (spoken, "%u, %s", rank, jalon_element_get_title (audience));
  for (guint i = 0; i < N_COLUMNS; i++)
    if (is_missing (audience, i))
      g_string_append_printf (spoken, ", %s: %s", get_label (self, i),
                              jalon_layout_term (self, N_ ("none")));
  return g_string_free (spoken, FALSE);
}

static JalonNode *
make_row (JalonLayout *self, JalonElement *audience, guint rank, double height)
{
  g_autofree char *digits = g_strdup_printf ("%u", rank);
  g_autofree char *spoken = get_spoken (self, audience, rank);
  JalonParagraph *text = jalon_layout_set (self, digits, JALON_TEXT_RANK, -1);
  JalonNode *node = jalon_node_new (JALON_ROLE_ROW, jalon_element_get_id (audience),
                                    JALON_FIELD_NONE, get_width (), height);

  jalon_node_set_label (node, spoken);
  jalon_node_add_line (node, 0, height - 0.5, get_width (), height - 0.5, 1, self->theme->hairline);
  jalon_node_add_text (node, text, 0, (height - jalon_paragraph_get_height (text)) / 2,
                       self->theme->ink);
  if (jalon_element_is_liability (audience))
    add_pill (self, node, height);
  return node;
}

static void
find_row (JalonLayout *self, JalonElement *audience, guint rank, double y, double height, int slot)
{
  guint64 state = jalon_layout_hash (N_COLUMNS + rank, &height, sizeof height);
  JalonNode *node = jalon_layout_recall (self, audience, NULL, get_width (), state);

  if (node == NULL)
    {
      node = make_row (self, audience, rank, height);
      jalon_layout_remember (self, audience, NULL, get_width (), state, node);
    }
  jalon_scene_add (self->scene, node, JALON_MARGIN, y, JALON_LAYER_BODY, slot);
}

/* The height of a row: that of its highest cell. */
static double
set_row (JalonLayout *self, JalonElement *audience, Cell *cells)
{
  double height = ROW_HEIGHT - 2 * ROW_PADDING;

  for (guint i = AUDIENCE; i <= MEASURE; i++)
    {
      cells[i] = set_cell (self, audience, i);
      height = MAX (height, cells[i].height);
    }
  return ceil (height + 2 * ROW_PADDING);
}

static double
add_row (JalonLayout *self, JalonElement *audience, guint rank, double y, int slot)
{
  Cell cells[N_COLUMNS] = { { 0 } };
  double height = set_row (self, audience, cells);

  find_row (self, audience, rank, y, height, slot);
  for (guint i = AUDIENCE; i <= MEASURE; i++)
    {
      add_cell (self, audience, i, &cells[i], y, height);
      clear_cell (&cells[i]);
    }
  return y + height;
}

/* The names of the columns stay in view while the rows scroll. */
static double
add_header (JalonLayout *self, double y)
{
  double bottom = y + HEADER_HEIGHT;
  JalonNode *node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, get_width (),
                                    HEADER_HEIGHT);

  for (guint i = AUDIENCE; i <= MEASURE; i++)
    {
      JalonParagraph *text = jalon_layout_set (self, get_label (self, i), JALON_TEXT_SMALL_STRONG,
                                               columns[i].width);

      jalon_node_add_text (node, text, get_left (i),
                           (HEADER_HEIGHT - jalon_paragraph_get_height (text)) / 2,
                           self->theme->secondary);
    }
  jalon_node_add_line (node, 0, HEADER_HEIGHT - 0.5, get_width (), HEADER_HEIGHT - 0.5, 1,
                       self->theme->axis);
  jalon_scene_add (self->scene, node, JALON_MARGIN, y, JALON_LAYER_TOP, -1);
  jalon_scene_set_headers (self->scene,
                           &(JalonRect){ 0, y, get_width () + 2 * JALON_MARGIN, HEADER_HEIGHT },
                           NULL);
  return bottom;
}

/* The place of all audiences; its last row asks for one more. */
static JalonNode *
make_slot (JalonLayout *self, JalonElement *map, guint n_audiences, double height)
{
  const char *words = n_audiences > 0
                        ? jalon_layout_term (self, N_ ("Who else deals with us?"))
                        : jalon_layout_term (self, N_ ("Who deals with us? Customers are only "
                                                       "some of them."));
  g_autofree char *digits = g_strdup_printf ("%u", n_audiences + 1);
  JalonNode *node = jalon_node_new (JALON_ROLE_SLOT, NULL, JALON_FIELD_NONE, get_width (), height);
  JalonParagraph *rank = jalon_layout_set (self, digits, JALON_TEXT_RANK, -1);
  JalonParagraph *text = jalon_layout_set (self, words, JALON_TEXT_BODY,
                                           get_left (OWNER) - get_left (AUDIENCE) - COLUMN_GAP);
  JalonPrimitive *line;

  jalon_node_set_label (node, jalon_layout_term (self, N_ ("Audiences")));
  jalon_node_make_slot (node, jalon_element_get_id (map), JALON_KIND_AUDIENCE, JALON_FIELD_NONE,
                        NULL);
  jalon_node_add_text (node, rank, 0, height - (ROW_HEIGHT + jalon_paragraph_get_height (rank)) / 2,
                       self->theme->faint);
  jalon_node_add_text (node, text, get_left (AUDIENCE),
                       height - (ROW_HEIGHT + jalon_paragraph_get_height (text)) / 2,
                       self->theme->faint);
  line = jalon_node_add_line (node, 0, height - 1, get_width (), height - 1, 1, self->theme->axis);
  line->line_style = JALON_LINE_DASHED;
  jalon_node_set_target (node, JALON_TARGET_INVITATION,
                         &(JalonRect){ 0, height - ROW_HEIGHT, get_width (), ROW_HEIGHT });
  /* An empty register is a worksheet, on paper too. */
  if (n_audiences > 0)
    jalon_node_set_for_screen (node);
  return node;
}

static double
add_rows (JalonLayout *self, JalonElement *map, GPtrArray *audiences, double y)
{
  double height = 0;
  int slot;

  for (guint i = 0; i < audiences->len; i++)
    {
      Cell cells[N_COLUMNS] = { { 0 } };

      height += set_row (self, g_ptr_array_index (audiences, i), cells);
      for (guint j = 0; j < N_COLUMNS; j++)
        clear_cell (&cells[j]);
    }
  slot = (int) jalon_scene_add (self->scene,
                                make_slot (self, map, audiences->len, height + ROW_HEIGHT),
                                JALON_MARGIN, y, JALON_LAYER_BODY, -1);
  for (guint i = 0; i < audiences->len; i++)
    y = add_row (self, g_ptr_array_index (audiences, i), i + 1, y, slot);
  return y + ROW_HEIGHT;
}

static char *
make_subtitle (JalonLayout *self, GPtrArray *audiences)
{
  GString *words = g_string_new (jalon_layout_term (self, N_ ("Audience register")));
  g_autofree char *count = NULL;
  guint n = 0;

  for (guint i = 0; i < audiences->len; i++)
    n += jalon_element_is_liability (g_ptr_array_index (audiences, i)) ? 1 : 0;
  if (n == 1)
    /* Translators: an audience without owner, process or measure is a liability */
    count = g_strdup_printf (jalon_layout_term (self, N_ ("1 of %u is a liability")),
                             audiences->len);
  else if (n > 1)
    count = g_strdup_printf (jalon_layout_term (self, N_ ("%u of %u are a liability")), n,
                             audiences->len);
  else if (audiences->len > 0)
    count = g_strdup (jalon_layout_term (self, N_ ("none is a liability")));
  jalon_layout_join (words, count);
  return g_string_free (words, FALSE);
}

/**
 * jalon_layout_register:
 * @self: a layout at work
 * @map: an audience register
 *
 * Draws a register as a table, the most essential audience first.
 */
void
jalon_layout_register (JalonLayout *self, JalonElement *map)
{
  g_autoptr (GPtrArray) audiences = find_audiences (map);
  g_autofree char *subtitle = make_subtitle (self, audiences);
  double y = jalon_layout_add_heading (self, map, subtitle, get_width ()) + 3 * JALON_GRID;

  y = add_rows (self, map, audiences, add_header (self, y)) + JALON_MARGIN;
  /* The row that asks for one more is on paper only while there is no other. */
  jalon_scene_set_size (self->scene, get_width () + 2 * JALON_MARGIN,
                        audiences->len > 0 ? y - ROW_HEIGHT : y);
  jalon_scene_set_screen_height (self->scene, y);
}
