/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "files/jalon-writer.h"

static JalonElement *
add (JalonElement *parent, JalonKind kind, const char *id, const char *title)
{
  JalonElement *element = jalon_element_new (kind, id);

  if (title != NULL)
    g_assert_true (jalon_element_set (element, jalon_kind_get_info (kind)->title, title, NULL));
  jalon_element_append (parent, element);
  return element;
}

static void
set (JalonElement *element, JalonFieldId field, const char *text)
{
  g_assert_true (jalon_element_set (element, field, text, NULL));
}

static void
add_card (JalonElement *step, const char *id, const char *lane, const char *text)
{
  set (add (step, JALON_KIND_CARD, id, text), JALON_FIELD_LANE, lane);
}

static void
add_score (JalonElement *step, const char *id, const char *value)
{
  JalonElement *score = add (step, JALON_KIND_SCORE, id, value);

  set (score, JALON_FIELD_LANE, "feels");
  set (score, JALON_FIELD_PERSONA, "awa");
}

static void
add_journey (JalonElement *project)
{
  static const struct
  {
    const char *id;
    const char *type;
  } lanes[] = { { "does", "actions" },
                { "thinks", "thoughts" },
                { "feels", "emotion" },
                { "pains", "pains" } };
  JalonElement *journey = add (project, JALON_KIND_JOURNEY, "trip", "A trip");
  JalonElement *stage;
  JalonElement *step;

  set (journey, JALON_FIELD_PERSONAS, "awa");
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    set (add (journey, JALON_KIND_LANE, lanes[i].id, lanes[i].id), JALON_FIELD_TYPE, lanes[i].type);

  stage = add (journey, JALON_KIND_STAGE, "g1", "Before");
  step = add (stage, JALON_KIND_STEP, "s1", "Dream");
  add_card (step, "c1", "does", "Looks at pictures");
  add_card (step, "c2", "does", "Makes a list");
  add_card (step, "c4", "thinks", "It looks nice");
  add_score (step, "e1", "1");
  step = add (stage, JALON_KIND_STEP, "s2", "Search");
  add_card (step, "c3", "does", "Opens eleven tabs");
  add_card (step, "p1", "pains", "Too many sites");
  add_score (step, "e2", "-1");
  stage = add (journey, JALON_KIND_STAGE, "g2", "After");
  add (stage, JALON_KIND_STEP, "s3", "Arrive");
  add (stage, JALON_KIND_STEP, "s4", "Leave");
}

/**
 * fixture_new:
 *
 * Returns: (transfer full): the document of the tests
 */
JalonDocument *
fixture_new (void)
{
  JalonElement *project = jalon_element_new (JALON_KIND_PROJECT, "project");
  JalonElement *map;
  JalonElement *element;

  set (project, JALON_FIELD_TITLE, "A house");
  add (project, JALON_KIND_PERSONA, "awa", "Awa Diop");
  add (project, JALON_KIND_PERSONA, "jean", "Jean Morel");
  map = add (project, JALON_KIND_EMPATHY_MAP, "head", "In her head");
  set (map, JALON_FIELD_PERSONA, "awa");
  element = add (map, JALON_KIND_NOTE, "n1", "“I pay for a week.”");
  set (element, JALON_FIELD_SECTION, "says");
  map = add (project, JALON_KIND_STAKEHOLDER_MAP, "power", "Who decides");
  element = add (map, JALON_KIND_STAKEHOLDER, "boss", "The owner");
  set (element, JALON_FIELD_INFLUENCE, "0.9");
  set (element, JALON_FIELD_SUPPORT, "0.8");
  add_journey (project);
  add (project, JALON_KIND_METRIC, "nps", "Would recommend");
  add (project, JALON_KIND_TAG, "tag1", "service");
  add (project, JALON_KIND_TAG, "tag2", "Tom & <b>");
  return jalon_document_new (project);
}

/**
 * fixture_get:
 * @document: the document of the tests
 * @id: an id that is in it
 *
 * Returns: (transfer none): the element
 */
JalonElement *
fixture_get (JalonDocument *document, const char *id)
{
  JalonElement *element = jalon_document_lookup (document, id);

  g_assert_nonnull (element);
  return element;
}

/**
 * fixture_to_bytes:
 * @document: a document
 *
 * Returns: (transfer full): what its file would hold
 */
GBytes *
fixture_to_bytes (JalonDocument *document)
{
  return jalon_writer_to_bytes (jalon_document_get_project (document));
}

/* Some elements, by their ids with a space in between. */
GPtrArray *
fixture_get_all (JalonDocument *document, const char *ids)
{
  g_auto (GStrv) each = g_strsplit (ids, " ", -1);
  GPtrArray *elements = g_ptr_array_new ();

  for (guint i = 0; each[i] != NULL; i++)
    g_ptr_array_add (elements, fixture_get (document, each[i]));
  return elements;
}

/* Where the cards of a lane lie at a step. */
JalonSlot
fixture_make_cell (const char *step, const char *lane)
{
  return (JalonSlot){ .parent = (char *) step,
                      .kind = JALON_KIND_CARD,
                      .field = JALON_FIELD_LANE,
                      .value = (char *) lane };
}

/* Where the scores of a step lie, 100 units wide and high. */
JalonSlot
fixture_make_scale (const char *step)
{
  return (JalonSlot){ .parent = (char *) step,
                      .kind = JALON_KIND_SCORE,
                      .field = JALON_FIELD_LANE,
                      .value = (char *) "feels",
                      .y_field = JALON_FIELD_VALUE,
                      .plane = { 0, 0, 100, 100 },
                      .y_min = -2,
                      .y_max = 2 };
}

/* Checks the ids of the children of an element, with a space in between. */
void
fixture_check_children (JalonDocument *document, const char *parent, const char *ids)
{
  JalonElement *element = fixture_get (document, parent);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < jalon_element_get_n_children (element); i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "",
                            jalon_element_get_id (jalon_element_get_child (element, i)));
  g_assert_cmpstr (found->str, ==, ids);
}

/**
 * fixture_check_undo:
 * @document: a document
 * @before: what it was
 * @label: what can be undone
 *
 * Takes one step back, and checks that this takes everything back, and that what nobody can undo
 * anything of is not modified.
 */
void
fixture_check_undo (JalonDocument *document, GBytes *before, const char *label)
{
  g_autoptr (GBytes) after = NULL;

  g_assert_cmpstr (jalon_document_get_undo_label (document), ==, label);
  g_assert_true (jalon_document_undo (document));
  after = fixture_to_bytes (document);
  g_assert_true (g_bytes_equal (before, after));
  if (jalon_document_get_undo_label (document) == NULL)
    g_assert_false (jalon_document_is_modified (document));
}

/* As a grid for pasting; see the header. */
const JalonSlot *
fixture_get_cell (guint column, guint row, gpointer data)
{
  static JalonSlot slots[2][3];
  static const char *const steps[] = { "s1", "s2" };
  static const char *const lanes[] = { "does", "thinks", "feels" };
  JalonSlot *slot;

  if (column > 1 || row > 2 || (row == 2 && column > 0))
    return NULL;
  slot = &slots[column][row];
  slot->parent = (char *) steps[column];
  slot->kind = row < 2 ? JALON_KIND_CARD : JALON_KIND_SCORE;
  slot->field = JALON_FIELD_LANE;
  slot->value = (char *) lanes[row];
  slot->y_field = row < 2 ? JALON_FIELD_NONE : JALON_FIELD_VALUE;
  slot->plane = (JalonRect){ 0, 0, 100, 100 };
  slot->y_min = -2;
  slot->y_max = 2;
  return slot;
}
