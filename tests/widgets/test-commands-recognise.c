/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "widgets/jalon-commands.h"

typedef struct
{
  const char *kind;     /* of which the element is */
  const char *language; /* of the project */
  const char *name;
  const char *value; /* of what it gets chosen, "" for nothing */
  const char *left;  /* of the name */
} Named;

static JalonElement *
make_named (const Named *named, JalonElement *project)
{
  JalonElement *journey = jalon_element_new (JALON_KIND_JOURNEY, "j");
  JalonElement *lane = jalon_element_new (JALON_KIND_LANE, "l");
  JalonElement *stage = jalon_element_new (JALON_KIND_STAGE, "g");
  JalonElement *step = jalon_element_new (JALON_KIND_STEP, "s");
  JalonElement *card = jalon_element_new (JALON_KIND_CARD, "c");

  jalon_element_append (project, journey);
  jalon_element_append (journey, lane);
  jalon_element_append (journey, stage);
  jalon_element_append (stage, step);
  jalon_element_append (step, card);
  g_assert_true (jalon_element_set (card, JALON_FIELD_LANE, "l", NULL));
  if (strcmp (named->kind, "lane") == 0)
    return lane;
  g_assert_true (jalon_element_set (lane, JALON_FIELD_TYPE, named->kind, NULL));
  return card;
}

/* What something is called makes it that, if nothing was chosen. */
static void
test_recognise (void)
{
  static const Named cases[] = {
    { "lane", "en", "Pains", "pains", "Pains" },
    { "lane", "en", "  emotion CURVE", "emotion", "  emotion CURVE" },
    { "lane", "en", "Painstaking", "", "Painstaking" },
    { "lane", "en", "", "", "" },
    { "lane", "fr", "Points de contact", "touchpoints", "Points de contact" },
    { "lane", "fr", "emotions", "", "emotions" },
    { "touchpoints", "en", "telephone", "telephone", "" },
    { "touchpoints", "fr", "Telephone", "telephone", "" },
    { "touchpoints", "id", "Telepon", "telephone", "" },
    { "touchpoints", "en", "Telephone, twice", "", "Telephone, twice" },
    { "actions", "en", "Telephone", "", "Telephone" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JalonElement *project = jalon_element_new (JALON_KIND_PROJECT, "p");
      JalonElement *element = make_named (&cases[i], project);
      gboolean is_lane = jalon_element_get_kind (element) == JALON_KIND_LANE;
      JalonFieldId title = is_lane ? JALON_FIELD_TITLE : JALON_FIELD_TEXT;
      JalonFieldId field = is_lane ? JALON_FIELD_TYPE : JALON_FIELD_CHANNEL;
      g_autoptr (JalonDocument) document = NULL;

      g_assert_true (jalon_element_set (project, JALON_FIELD_LANGUAGE, cases[i].language, NULL));
      g_assert_true (jalon_element_set (element, title, cases[i].name, NULL));
      document = jalon_document_new (project);
      jalon_commands_recognise (document, element, NULL);
      g_assert_cmpint (jalon_element_has (element, field), ==, cases[i].value[0] != '\0');
      if (cases[i].value[0] != '\0')
        g_assert_cmpstr (jalon_element_get_text (element, field), ==, cases[i].value);
      g_assert_cmpstr (jalon_element_get_text (element, title), ==, cases[i].left);
    }
}

/* People have chosen already. */
static void
test_recognise_chosen (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  JalonElement *lane = fixture_get (document, "pains");

  jalon_document_begin (document, "Rename");
  g_assert_true (jalon_document_set (document, lane, JALON_FIELD_TITLE, "Gains", NULL));
  jalon_document_commit (document);
  jalon_commands_recognise (document, lane, NULL);
  g_assert_cmpint (jalon_element_get_choice (lane, JALON_FIELD_TYPE), ==, JALON_LANE_PAINS);
  g_assert_cmpstr (jalon_document_get_undo_label (document), ==, "Rename");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/commands-recognise/named", test_recognise);
  g_test_add_func ("/commands-recognise/chosen", test_recognise_chosen);
  return fixture_run ();
}
