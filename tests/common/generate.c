/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "generate.h"

#include <math.h>

#include "document/jalon-limits.h"

#define N_PERSONAS 4
#define STEPS_PER_STAGE 5

static const char *const words[] = {
  "the",    "guest",   "looks",  "for",    "a",     "house",  "near",     "lake",  "and",
  "finds",  "that",    "price",  "is",     "not",   "clear",  "until",    "last",  "page",
  "of",     "booking", "asks",   "friend", "who",   "was",    "there",    "in",    "summer",
  "reads",  "reviews", "writes", "to",     "owner", "waits",  "answer",   "keys",  "arrive",
  "by",     "phone",   "when",   "family", "packs", "car",    "café",     "été",   "naïve",
  "cleans", "kitchen", "leaves", "with",   "smile", "& more", "\"fine\"", "takes", "photo",
};

static const char *const lane_types[] = {
  "emotion", "actions", "thoughts", "touchpoints", "feedback",
  "pains",   "gains",   "ideas",    "frontstage",  "backstage",
};

typedef struct
{
  GRand *rand;
  JalonElement *project;
  char *personas[N_PERSONAS];
  char *lanes[G_N_ELEMENTS (lane_types)];
} Generator;

static char *
make_text (Generator *self, guint least, guint most)
{
  GString *text = g_string_new (NULL);
  guint n = g_rand_int_range (self->rand, least, most + 1);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, words[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (words))]);
    }
  return g_string_free (text, FALSE);
}

/* Ids are random in projects; here they are the same in every run. */
static JalonElement *
make (Generator *self, JalonKind kind, JalonElement *parent)
{
  static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
  char id[] = "............";
  JalonElement *element;

  for (guint i = 0; id[i] != '\0'; i++)
    id[i] = alphabet[g_rand_int_range (self->rand, 0, 32)];
  element = jalon_element_new (kind, id);
  if (parent != NULL)
    jalon_element_append (parent, element);
  return element;
}

static void
set (JalonElement *element, JalonFieldId field, const char *text)
{
  g_autoptr (GError) error = NULL;

  jalon_element_set (element, field, text, &error);
  g_assert_no_error (error);
}

static void
set_text (Generator *self, JalonElement *element, JalonFieldId field, guint least, guint most)
{
  g_autofree char *text = make_text (self, least, most);

  set (element, field, text);
}

static void
set_number (Generator *self, JalonElement *element, JalonFieldId field, int low, int high)
{
  g_autofree char *text = g_strdup_printf ("%d", g_rand_int_range (self->rand, low, high + 1));

  set (element, field, text);
}

static void
make_personas (Generator *self)
{
  for (guint i = 0; i < N_PERSONAS; i++)
    {
      JalonElement *persona = make (self, JALON_KIND_PERSONA, self->project);

      set_text (self, persona, JALON_FIELD_NAME, 2, 2);
      set_text (self, persona, JALON_FIELD_QUOTE, 8, 14);
      for (guint j = 0; j < 12; j++)
        set_text (self, make (self, JALON_KIND_TRAIT, persona), JALON_FIELD_TEXT, 6, 12);
      self->personas[i] = g_strdup (jalon_element_get_id (persona));
    }
}

static void
make_lanes (Generator *self, JalonElement *journey)
{
  for (guint i = 0; i < G_N_ELEMENTS (lane_types); i++)
    {
      JalonElement *lane = make (self, JALON_KIND_LANE, journey);

      set (lane, JALON_FIELD_TYPE, lane_types[i]);
      set_text (self, lane, JALON_FIELD_TITLE, 1, 3);
      g_free (self->lanes[i]);
      self->lanes[i] = g_strdup (jalon_element_get_id (lane));
    }
}

static void
make_card (Generator *self, JalonElement *step, guint lane)
{
  JalonElement *card = make (self, JALON_KIND_CARD, step);

  set (card, JALON_FIELD_LANE, self->lanes[lane]);
  set_text (self, card, JALON_FIELD_TEXT, 10, 14);
  if (g_str_equal (lane_types[lane], "touchpoints"))
    set (card, JALON_FIELD_CHANNEL, "website");
  if (g_str_equal (lane_types[lane], "ideas"))
    {
      set_number (self, card, JALON_FIELD_CUSTOMER_VALUE, 0, 100);
      set_number (self, card, JALON_FIELD_BUSINESS_VALUE, 0, 100);
      set_number (self, card, JALON_FIELD_EFFORT, 0, 5);
      set (card, JALON_FIELD_STATUS, "planned");
    }
  if (g_rand_int_range (self->rand, 0, 3) == 0)
    {
      set (card, JALON_FIELD_CONFIDENCE, "researched");
      set_text (self, card, JALON_FIELD_EVIDENCE, 3, 6);
      set (card, JALON_FIELD_COLOUR, "sky");
    }
}

static void
make_step (Generator *self, JalonElement *stage, guint n_cards)
{
  JalonElement *step = make (self, JALON_KIND_STEP, stage);

  set_text (self, step, JALON_FIELD_TITLE, 2, 5);
  set_text (self, step, JALON_FIELD_DESCRIPTION, 8, 16);
  set (step, JALON_FIELD_MEDIUM, "digital");
  set_number (self, step, JALON_FIELD_IMPORTANCE, 1, 5);
  for (guint i = 0; i < N_PERSONAS; i++)
    {
      JalonElement *score = make (self, JALON_KIND_SCORE, step);

      set (score, JALON_FIELD_LANE, self->lanes[0]);
      set (score, JALON_FIELD_PERSONA, self->personas[i]);
      set_number (self, score, JALON_FIELD_VALUE, -2, 2);
    }
  for (guint i = 0; i < n_cards; i++)
    make_card (self, step, 1 + i % (G_N_ELEMENTS (lane_types) - 1));
}

/* As many steps as make the map about half as high as it is wide. */
static void
make_journey (Generator *self, guint n_cards)
{
  JalonElement *journey = make (self, JALON_KIND_JOURNEY, self->project);
  g_autofree char *personas = g_strjoin (" ", self->personas[0], self->personas[1],
                                         self->personas[2], self->personas[3], NULL);
  guint n_steps = 1 + (guint) (1.27 * sqrt (n_cards));
  JalonElement *stage = NULL;

  set_text (self, journey, JALON_FIELD_TITLE, 3, 6);
  set (journey, JALON_FIELD_PERSONAS, personas);
  make_lanes (self, journey);
  for (guint i = 0; i < n_steps; i++)
    {
      if (i % STEPS_PER_STAGE == 0)
        {
          stage = make (self, JALON_KIND_STAGE, journey);
          set_text (self, stage, JALON_FIELD_TITLE, 1, 3);
        }
      make_step (self, stage, n_cards * (i + 1) / n_steps - n_cards * i / n_steps);
    }
}

/**
 * generate_project:
 * @n_cards: how many cards the journey has
 *
 * Makes a project as a workshop's, only longer: four personas, one journey of ten lanes, texts of
 * ten to fourteen words. The same number gives the same project.
 *
 * Returns: (transfer full): the project, in no document
 */
JalonElement *
generate_project (guint n_cards)
{
  Generator self = { 0 };
  JalonElement *project;

  self.rand = g_rand_new_with_seed (n_cards);
  project = self.project = make (&self, JALON_KIND_PROJECT, NULL);
  set (project, JALON_FIELD_TITLE, "Generated");
  make_personas (&self);
  make_journey (&self, n_cards);

  for (guint i = 0; i < N_PERSONAS; i++)
    g_free (self.personas[i]);
  for (guint i = 0; i < G_N_ELEMENTS (lane_types); i++)
    g_free (self.lanes[i]);
  g_rand_free (self.rand);
  return project;
}

static void
count (JalonElement *element, gpointer data)
{
  ++*(guint *) data;
}

/**
 * generate_filling:
 * @document: a document
 * @kind: a kind that a project may hold
 * @n_left: so many elements can still come
 *
 * Adds elements until the project is as good as full.
 */
void
generate_filling (JalonDocument *document, JalonKind kind, guint n_left)
{
  JalonElement *project = jalon_document_get_project (document);
  guint n = 0;

  jalon_element_foreach (project, count, &n);
  jalon_document_begin (document, "Fill");
  for (; n < JALON_ELEMENTS_MAX - n_left; n++)
    {
      JalonElement *element = jalon_element_new (kind, NULL);

      if (kind == JALON_KIND_UNKNOWN)
        jalon_element_set (element, JALON_FIELD_RAW, "<x/>", NULL);
      jalon_document_insert (document, project, G_MAXUINT, element);
    }
  g_assert_true (jalon_document_commit (document));
}
