/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "random-tree.h"
#include "row-fixture.h"
#include "widgets/jalon-choice-row.h"
#include "widgets/jalon-colour-row.h"
#include "widgets/jalon-entry-row.h"
#include "widgets/jalon-field-rows.h"
#include "widgets/jalon-flag-row.h"
#include "widgets/jalon-picture-row.h"
#include "widgets/jalon-reference-row.h"
#include "widgets/jalon-references-row.h"
#include "widgets/jalon-text-row.h"

static GType
get_wanted (const JalonField *field)
{
  switch ((int) field->type)
    {
    case JALON_TYPE_PARAGRAPHS:
      return JALON_TYPE_TEXT_ROW;
    case JALON_TYPE_CHOICE:
      return JALON_TYPE_CHOICE_ROW;
    case JALON_TYPE_FLAG:
      return JALON_TYPE_FLAG_ROW;
    case JALON_TYPE_COLOUR:
      return JALON_TYPE_COLOUR_ROW;
    case JALON_TYPE_REFERENCE:
      return field->target == JALON_KIND_IMAGE ? JALON_TYPE_PICTURE_ROW : JALON_TYPE_REFERENCE_ROW;
    case JALON_TYPE_REFERENCES:
      return JALON_TYPE_REFERENCES_ROW;
    default:
      return JALON_TYPE_ENTRY_ROW;
    }
}

/* A row of the right type, with the name and the hint of the field, which changes nothing when it
 * is made, shown again and let go. */
static void
check_field (JalonDocument *document, JalonElement *element, const JalonField *field)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  JalonFieldBinding *binding;
  GtkWidget *row, *hinted;

  g_ptr_array_add (elements, element);
  binding = jalon_field_binding_new (field, elements);
  row = g_object_ref_sink (jalon_field_row_new (binding));
  jalon_field_binding_refresh (binding);
  g_assert_true (G_OBJECT_TYPE (row) == get_wanted (field));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, field->label);
  hinted = field->type == JALON_TYPE_PARAGRAPHS ? fixture_find_child (row, GTK_TYPE_TEXT_VIEW, 0)
                                                : row;
  g_assert_cmpstr (gtk_widget_get_tooltip_text (hinted), ==, field->hint);
  g_assert_finalize_object (row);
  g_assert_finalize_object (binding);
  g_assert_false (jalon_document_is_modified (document));
}

typedef struct
{
  JalonDocument *document;
  guint n_seen[JALON_N_KINDS];
} Search;

static void
check_element (JalonElement *element, gpointer data)
{
  Search *search = data;
  JalonKind kind = jalon_element_get_kind (element);
  const JalonField *field = jalon_kind_get_info (kind)->fields;

  if (search->n_seen[kind]++ >= 3)
    return;
  for (; field->id != JALON_FIELD_NONE; field++)
    if (field->label != NULL)
      check_field (search->document, element, field);
}

static gboolean
has_seen_all (const Search *search)
{
  for (guint kind = 0; kind < JALON_KIND_UNKNOWN; kind++)
    if (search->n_seen[kind] == 0)
      return FALSE;
  return TRUE;
}

/* Every field of every kind that people are shown has its row, whatever is in it. */
static void
test_all (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Search search = { 0 };

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 100 && !has_seen_all (&search); i++)
    {
      search.document = jalon_document_new (random_tree (rand, 1000, TRUE));
      jalon_element_foreach (jalon_document_get_project (search.document), check_element, &search);
      g_assert_finalize_object (search.document);
    }
  g_assert_true (has_seen_all (&search));
}

static gboolean
says (GtkWidget *row, const char *word)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *label = fixture_find_child (row, GTK_TYPE_LABEL, i);
      g_autofree char *text = NULL;

      if (label == NULL)
        return FALSE;
      text = g_utf8_strdown (gtk_label_get_text (GTK_LABEL (label)), -1);
      if (gtk_widget_get_mapped (label) && strstr (text, word) != NULL)
        return TRUE;
    }
}

/* Elements that differ are said to, and no longer once they are the same or only one is left. */
static void
test_several (void)
{
  static const struct
  {
    const char *ids;
    JalonFieldId field;
    const char *value;
  } cases[] = {
    { "c1 c2", JALON_FIELD_TEXT, "" },
    { "c1 c2", JALON_FIELD_LANE, "thinks" },
    { "c1 c2", JALON_FIELD_COLOUR, "mint" },
    { "c1 c2", JALON_FIELD_CONFIDENCE, "partly" },
    { "c1 c2", JALON_FIELD_SPAN, "2" },
    { "c1 c2", JALON_FIELD_EVIDENCE, "An interview" },
    { "c1 c2", JALON_FIELD_TAGS, "tag1" },
    { "s1 s2", JALON_FIELD_MOMENT_OF_TRUTH, "yes" },
    { "awa jean", JALON_FIELD_DESCRIPTION, "Long ago" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (RowFixture) fixture = { 0 };
      g_auto (GStrv) ids = g_strsplit (cases[i].ids, " ", -1);

      g_test_message ("%s: %s", cases[i].ids, cases[i].value);
      row_fixture_init (&fixture, jalon_field_row_new, cases[i].ids, cases[i].field);
      row_fixture_change (&fixture, ids[0], cases[i].value);
      g_assert_true (says (fixture.row, "several"));
      row_fixture_show (&fixture, ids[1]);
      g_assert_false (says (fixture.row, "several"));
      row_fixture_show (&fixture, cases[i].ids);
      g_assert_true (says (fixture.row, "several"));
      row_fixture_change (&fixture, ids[1], cases[i].value);
      g_assert_false (says (fixture.row, "several"));
    }
}

/* Also while people are in the row, and what is there stays as empty as it was. */
static void
test_several_inside (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_field_row_new, "c1 c2", JALON_FIELD_EVIDENCE);
  row_fixture_change (&fixture, "c1", "An interview");
  gtk_widget_grab_focus (fixture.row);
  g_assert_nonnull (gtk_widget_get_focus_child (fixture.row));
  g_assert_true (says (fixture.row, "several"));
  jalon_document_undo (fixture.document);
  g_assert_false (says (fixture.row, "several"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/field-rows/all", test_all);
  g_test_add_func ("/field-rows/several", test_several);
  g_test_add_func ("/field-rows/several-inside", test_several_inside);
  return fixture_run ();
}
