/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-tree.h"

#include "document/jalon-id.h"

/* What has broken programs: markup, white space, scripts, marks, emoji, everything at the edges of
 * what XML 1.0 can hold. */
static const char *const pieces[] = {
  "a",
  "Word",
  " ",
  "  ",
  "&",
  "<",
  ">",
  "\"",
  "'",
  "&amp;",
  "]]>",
  "<!--",
  "-->",
  "<?x?>",
  "%s%n",
  "=",
  "é",
  "e\u0301",
  "ﬃ",
  "ß",
  "İ",
  "中文",
  "ไทย",
  "العربية",
  "עברית",
  "\u202e",
  "\u2066",
  "\u2028",
  "\xc2\x85",
  "\u00a0",
  "\u200b",
  "\ufeff",
  "👩‍👩‍👧‍👦",
  "🇫🇷",
  "👍🏽",
  "\u20e3",
  "\ufffd",
  "\U0010ffff",
  "\ud7ff",
  "\ue000",
  "1,5",
  "0x10",
  "nan",
  "-0",
  "yes",
  "#ffffff",
  "../..",
  "http://x",
  "a long word that is one of many in a sentence",
  "x\u0301\u0302\u0303\u0304\u0305\u0306",
};

static const char *const breaks[] = { "\n", "\t", "\n\n", " \n ", "\t\t" };

/* XML of a version to come. */
static const char *const raw_elements[] = {
  "<mood/>",
  "<mood level=\"3\">so &amp; so</mood>",
  "<mood id=\"%s\"><card>not ours</card>\n  <x y='1'/></mood>",
  "<f:x xmlns:f=\"urn:f\" f:y=\"&lt;&#10;\"><f:z/><![CDATA[<&>]]></f:x>",
  "<x xmlns=\"urn:other\"><y xmlns=\"\"/></x>",
  "<!-- a comment: <&> -->",
  "<?tool do it?>",
};

static const char *const raw_attributes[] = {
  " mood=\"3\"",
  " mood=\"&lt;a&#10;b&gt;\" more=\"é\"",
  " xmlns:f=\"urn:f\" f:mood=\"3\" f:more=\"\"",
  " xml:lang=\"fr\"",
};

#define PICK(RAND, ARRAY) ((ARRAY)[g_rand_int_range ((RAND), 0, G_N_ELEMENTS (ARRAY))])

static gboolean
chance (GRand *rand, double probability)
{
  return g_rand_double (rand) < probability;
}

/**
 * random_text:
 * @rand: where chance comes from
 * @with_breaks: whether it may have line breaks and tabs
 *
 * Returns: (transfer full): a clean text, mostly short
 */
char *
random_text (GRand *rand, gboolean with_breaks)
{
  GString *text = g_string_new (NULL);
  guint n = chance (rand, 0.02) ? 400 : g_rand_int_range (rand, 1, 8);

  for (guint i = 0; i < n; i++)
    g_string_append (text,
                     with_breaks && chance (rand, 0.2) ? PICK (rand, breaks) : PICK (rand, pieces));
  return g_string_free (text, FALSE);
}

static void
add_element (JalonElement *element, gpointer data)
{
  g_ptr_array_add (data, element);
}

/**
 * random_pick:
 * @rand: where chance comes from
 * @root: an element
 *
 * Returns: (transfer none): @root or one below it
 */
JalonElement *
random_pick (GRand *rand, JalonElement *root)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  jalon_element_foreach (root, add_element, all);
  return g_ptr_array_index (all, g_rand_int_range (rand, 0, all->len));
}

static char *
random_id (GRand *rand)
{
  static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
  char *id = g_malloc (JALON_ID_LENGTH + 1);

  for (guint i = 0; i < JALON_ID_LENGTH; i++)
    id[i] = alphabet[g_rand_int_range (rand, 0, 32)];
  id[JALON_ID_LENGTH] = '\0';
  return id;
}

static char *
random_reference (GRand *rand, JalonKind target, JalonElement *root)
{
  for (guint i = 0; root != NULL && i < 8; i++)
    {
      JalonElement *element = random_pick (rand, root);

      if (jalon_element_get_kind (element) == target)
        return g_strdup (jalon_element_get_id (element));
    }
  return random_id (rand);
}

static char *
random_number (GRand *rand, const JalonField *field)
{
  double number = chance (rand, 0.2)   ? field->min
                  : chance (rand, 0.2) ? field->max
                                       : g_rand_double_range (rand, field->min, field->max);

  if (field->type == JALON_TYPE_INTEGER)
    return g_strdup_printf ("%.0f", number);
  return jalon_number_format (number);
}

static char *
random_words (GRand *rand, const JalonField *field, JalonElement *root)
{
  GString *words = g_string_new (NULL);
  guint n = g_rand_int_range (rand, 1, 5);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *word = field->type == JALON_TYPE_COUNTS
                                ? g_strdup_printf ("%d", g_rand_int_range (rand, 0, 1000))
                                : random_reference (rand, field->target, root);

      g_string_append_printf (words, "%s%s", i > 0 ? " " : "", word);
    }
  return g_string_free (words, FALSE);
}

static char *
random_bytes (GRand *rand)
{
  guint8 bytes[64];

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = g_rand_int_range (rand, 0, 256);
  return g_base64_encode (bytes, g_rand_int_range (rand, 1, sizeof bytes));
}

static char *
random_colour (GRand *rand)
{
  if (chance (rand, 0.5))
    return g_strdup (jalon_palette[g_rand_int_range (rand, 0, JALON_PALETTE_SIZE)].nick);
  return g_strdup_printf ("#%06x", g_rand_int_range (rand, 0, 0x1000000));
}

/**
 * random_value:
 * @rand: where chance comes from
 * @field: a row of the table, no raw one
 * @root: (nullable): what references may mean; they may dangle
 *
 * Returns: (transfer full): a text that @field accepts
 */
char *
random_value (GRand *rand, const JalonField *field, JalonElement *root)
{
  switch (field->type)
    {
    case JALON_TYPE_LINE:
      return random_text (rand, FALSE);
    case JALON_TYPE_PARAGRAPHS:
      return random_text (rand, TRUE);
    case JALON_TYPE_NUMBER:
    case JALON_TYPE_INTEGER:
      return random_number (rand, field);
    case JALON_TYPE_FLAG:
      return g_strdup (chance (rand, 0.5) ? "yes" : "no");
    case JALON_TYPE_CHOICE:
      return g_strdup (
        field->choices[g_rand_int_range (rand, 0, jalon_choices_count (field->choices))].nick);
    case JALON_TYPE_COLOUR:
      return random_colour (rand);
    case JALON_TYPE_DATE:
      return g_strdup_printf ("%04d-%02d-%02d", g_rand_int_range (rand, 1, 10000),
                              g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
    case JALON_TYPE_COUNTS:
    case JALON_TYPE_REFERENCES:
      return random_words (rand, field, root);
    case JALON_TYPE_REFERENCE:
      return random_reference (rand, field->target, root);
    case JALON_TYPE_DATA:
      return random_bytes (rand);
    case JALON_TYPE_RAW:
    default:
      g_assert_not_reached ();
    }
}

/**
 * random_child:
 * @rand: where chance comes from
 * @parent: a kind
 *
 * Returns: a known kind that @parent may hold; %JALON_KIND_UNKNOWN if it holds none
 */
JalonKind
random_child (GRand *rand, JalonKind parent)
{
  JalonKind kinds[JALON_N_KINDS];
  guint n = 0;

  for (JalonKind kind = 0; kind < JALON_KIND_UNKNOWN; kind++)
    if (jalon_kind_can_hold (parent, kind))
      kinds[n++] = kind;
  return n > 0 ? kinds[g_rand_int_range (rand, 0, n)] : JALON_KIND_UNKNOWN;
}

/* The version of a project is not random. */
static gboolean
is_free (const JalonField *field)
{
  return field->type != JALON_TYPE_RAW && field->id != JALON_FIELD_VERSION;
}

static void
fill (GRand *rand, JalonElement *element, JalonElement *root)
{
  const JalonKindInfo *info = jalon_kind_get_info (jalon_element_get_kind (element));
  double density = g_rand_double (rand);

  for (const JalonField *field = info->fields; field->id != JALON_FIELD_NONE; field++)
    if (is_free (field) && chance (rand, density))
      {
        g_autofree char *text = random_value (rand, field, root);
        g_autoptr (GError) error = NULL;

        jalon_element_set (element, field->id, text, &error);
        g_assert_no_error (error);
      }
}

/**
 * random_element:
 * @rand: where chance comes from
 * @kind: what it shall be, not unknown
 * @root: (nullable): what references may mean
 *
 * Returns: (transfer full): an element without children in which some fields are set
 */
JalonElement *
random_element (GRand *rand, JalonKind kind, JalonElement *root)
{
  g_autofree char *id = random_id (rand);
  JalonElement *element = jalon_element_new (kind, id);

  fill (rand, element, root);
  return element;
}

static void
add_raw (GRand *rand, JalonElement *parent)
{
  g_autofree char *id = random_id (rand);
  g_autofree char *own = random_id (rand);
  JalonElement *child = jalon_element_new (JALON_KIND_UNKNOWN, own);
  g_auto (GStrv) halves = g_strsplit (PICK (rand, raw_elements), "%s", 2);
  g_autofree char *raw = g_strjoinv (id, halves);

  jalon_element_set (child, JALON_FIELD_RAW, raw, NULL);
  jalon_element_append (parent, child);
  if (!jalon_element_has (parent, JALON_FIELD_EXTRA))
    jalon_element_set (parent, JALON_FIELD_EXTRA, PICK (rand, raw_attributes), NULL);
}

/**
 * random_tree:
 * @rand: where chance comes from
 * @n: how many elements, about
 * @with_raw: whether some are of a version to come
 *
 * Returns: (transfer full): a project in no document
 */
JalonElement *
random_tree (GRand *rand, guint n, gboolean with_raw)
{
  JalonElement *root = random_element (rand, JALON_KIND_PROJECT, NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  g_ptr_array_add (all, root);
  while (all->len < n)
    {
      JalonElement *parent = g_ptr_array_index (all, g_rand_int_range (rand, 0, all->len));
      JalonKind kind = random_child (rand, jalon_element_get_kind (parent));

      if (with_raw && chance (rand, 0.05))
        add_raw (rand, parent);
      if (kind == JALON_KIND_UNKNOWN)
        continue;
      g_ptr_array_add (all, random_element (rand, kind, root));
      jalon_element_append (parent, g_ptr_array_index (all, all->len - 1));
    }
  return root;
}
