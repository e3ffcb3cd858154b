/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "widgets/jalon-jump-model.h"

/* The ids of the items, separated by blanks. */
static char *
get_ids (JalonJumpModel *model)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (JalonElement) element = g_list_model_get_item (G_LIST_MODEL (model), i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", jalon_element_get_id (element));
    }
  return g_string_free (ids, FALSE);
}

static void
set_text (JalonDocument *document, const char *id, JalonFieldId field, const char *text)
{
  jalon_document_begin (document, "Edit");
  jalon_document_set (document, fixture_get (document, id), field, text, NULL);
  jalon_document_commit (document);
}

static void
test_ranks (void)
{
  static const struct
  {
    const char *query;
    const char *ids;
  } cases[] = {
    /* All maps, and nothing else */
    { "", "awa jean head power trip" },
    { "  ", "awa jean head power trip" },
    /* A map before what begins alike; a whole name before both */
    { "list drea", "c2" },
    { "ist drea", "" },
    { "w", "power nps n1 awa boss" },
    { "awa", "awa" },
    { "Dream", "s1 c1 c2 c4" },
    /* The beginning of a word before the middle of one */
    { "tabs", "c3" },
    { "sear", "s2 c3 p1" },
    /* Words of where it is */
    { "list dream", "c2" },
    { "stage after", "g2" },
    { "card search tabs", "c3" },
    { "OWNÈR", "boss" },
    { "nowhere", "" },
  };
  g_autoptr (JalonDocument) document = fixture_new ();
  JalonJumpModel *model = jalon_jump_model_new (document);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ids = NULL;

      jalon_jump_model_set_query (model, cases[i].query);
      ids = get_ids (model);
      g_test_message ("“%s”: %s", cases[i].query, ids);
      g_assert_cmpstr (ids, ==, cases[i].ids);
    }
  g_assert_finalize_object (model);
}

/* Of those that fit equally well, whatever their order in the file. */
static void
test_maps_first (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (JalonJumpModel) model = NULL;
  g_autofree char *ids = NULL;

  set_text (document, "trip", JALON_FIELD_TITLE, "The trip");
  model = jalon_jump_model_new (document);
  jalon_jump_model_set_query (model, "the ");
  ids = get_ids (model);
  g_assert_true (g_str_has_prefix (ids, "trip boss "));
}

/* What is on no map comes last. */
static void
test_tags_last (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (JalonJumpModel) model = NULL;
  g_autofree char *ids = NULL;

  jalon_document_begin (document, "Move");
  jalon_document_move (document, fixture_get (document, "tag1"),
                       jalon_document_get_project (document), 0);
  jalon_document_commit (document);
  set_text (document, "c2", JALON_FIELD_TEXT, "service");
  set_text (document, "head", JALON_FIELD_TITLE, "service");
  model = jalon_jump_model_new (document);
  jalon_jump_model_set_query (model, "service");
  ids = get_ids (model);
  g_assert_cmpstr (ids, ==, "head c2 tag1 n1");
}

static void
test_where (void)
{
  static const struct
  {
    const char *id;
    const char *where;
  } cases[] = {
    { "c1", "Card · A trip › Before › Dream" }, { "trip", "Journey" }, { "g2", "Stage · A trip" },
    { "boss", "Stakeholder · Who decides" },    { "nps", "Metric" },
  };
  g_autoptr (JalonDocument) document = fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *where = jalon_jump_model_make_where (fixture_get (document, cases[i].id));

      g_assert_cmpstr (where, ==, cases[i].where);
    }
}

/* A map without name is known by its kind; a text of a megabyte, also cut within a letter, does no
 * harm. */
static void
test_odd_names (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GString) text = g_string_new ("x");
  g_autoptr (JalonJumpModel) model = NULL;
  g_autofree char *journey = NULL, *accents = NULL;

  while (text->len < 100000)
    g_string_append (text, "é");
  set_text (document, "c1", JALON_FIELD_TEXT, text->str);
  set_text (document, "trip", JALON_FIELD_TITLE, "");
  model = jalon_jump_model_new (document);
  jalon_jump_model_set_query (model, "xeeee");
  accents = get_ids (model);
  g_assert_cmpstr (accents, ==, "c1");
  jalon_jump_model_set_query (model, "journey");
  g_clear_pointer (&accents, g_free);
  journey = get_ids (model);
  g_assert_true (g_str_has_prefix (journey, "trip "));
}

static void
changed_cb (GListModel *model, guint position, guint n_removed, guint n_added, guint *n_items)
{
  g_assert_cmpuint (position, ==, 0);
  g_assert_cmpuint (n_removed, ==, *n_items);
  g_assert_cmpuint (n_added, ==, g_list_model_get_n_items (model));
  *n_items = n_added;
}

/* Lists are told right. */
static void
test_list_model (void)
{
  static const char *const queries[] = { "a", "zzz", "", "o" };
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (JalonJumpModel) model = jalon_jump_model_new (document);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (model));

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (model)) == JALON_TYPE_ELEMENT);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), n_items));
  g_signal_connect (model, "items-changed", G_CALLBACK (changed_cb), &n_items);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    jalon_jump_model_set_query (model, queries[i]);
  g_assert_cmpuint (n_items, >, 3);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jump-model/ranks", test_ranks);
  g_test_add_func ("/jump-model/tags-last", test_tags_last);
  g_test_add_func ("/jump-model/maps-first", test_maps_first);
  g_test_add_func ("/jump-model/where", test_where);
  g_test_add_func ("/jump-model/odd-names", test_odd_names);
  g_test_add_func ("/jump-model/list-model", test_list_model);
  return fixture_run ();
}
