/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "drawing/jalon-typesetter.h"
#include "random-tree.h"

/* What a pixel of Pango's arithmetic may add */
#define ROUNDING 0.01

/* What it may add over a line full of glyphs: nobody sees a quarter of a unit */
#define MANY_ROUNDINGS 0.25

static const char *const samples[] = {
  "",
  "x",
  "The quick brown fox jumps over the lazy dog",
  "Ça coûte 12 € ; à l’été, où ?",
  "مرحبا بالعالم، هذا نص عربي طويل بما يكفي للالتفاف 2024 في البطاقة",
  "שלום עולם, זה טקסט עברי (עם סוגריים) שנשבר לכמה שורות!",
  "客户旅程地图：每一步都有接触点。顧客の旅。고객 여정 지도",
  "ยินดีต้อนรับสู่แผนที่การเดินทางของลูกค้าที่ไม่มีช่องว่าง",
  "Emoji 👩‍👩‍👧‍👦🇫🇷 👍🏽 1️⃣ between words",
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
  "https://example.org/a/very/long/address?with=parameters&and=more#anchor",
  "two\nlines\n\nand one more\n",
  "Mixed שלום and مرحبا 123 (x)",
};

typedef struct
{
  JalonTypesetter *typesetter;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->typesetter = jalon_typesetter_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jalon_typesetter_free (fixture->typesetter);
}

static JalonParagraph *
set (Fixture *fixture, const char *text, double width)
{
  return jalon_typesetter_set (fixture->typesetter, text, JALON_TEXT_BODY, width,
                               JALON_ALIGN_START);
}

static guint
count_lines (JalonParagraph *paragraph)
{
  return pango_layout_get_line_count (jalon_paragraph_get_layout (paragraph));
}

static const char *
get_drawn (JalonParagraph *paragraph)
{
  return pango_layout_get_text (jalon_paragraph_get_layout (paragraph));
}

/* The fonts of the drawing are there and are the ones that are used. */
static void
test_fonts (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    JalonTextStyle style;
    const char *face;
  } cases[] = {
    { JALON_TEXT_TITLE, "Inter Bold" },
    { JALON_TEXT_STAGE, "Inter Bold" },
    { JALON_TEXT_BODY, "Inter" },
    { JALON_TEXT_SMALL_STRONG, "Inter Semi-Bold" },
    { JALON_TEXT_QUOTE, "Inter Italic" },
    { JALON_TEXT_STRONG, "Inter Semi-Bold" },
    { JALON_TEXT_CAPITALS, "Inter Semi-Bold" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JalonParagraph) paragraph =
        jalon_typesetter_set (fixture->typesetter, "A", cases[i].style, -1, JALON_ALIGN_START);
      PangoLayoutLine *line =
        pango_layout_get_line_readonly (jalon_paragraph_get_layout (paragraph), 0);
      PangoGlyphItem *run = line->runs->data;
      PangoFontDescription *font = pango_font_describe (run->item->analysis.font);
      g_autofree char *name = NULL;

      pango_font_description_unset_fields (font, PANGO_FONT_MASK_SIZE);
      name = pango_font_description_to_string (font);
      g_assert_cmpstr (name, ==, cases[i].face);
      pango_font_description_free (font);
    }
}

static void
test_line_height (Fixture *fixture, gconstpointer data)
{
  for (JalonTextStyle style = 0; style < JALON_N_TEXT_STYLES; style++)
    {
      double height = jalon_typesetter_get_size (style) * 1.38;
      g_autoptr (JalonParagraph)
        one = jalon_typesetter_set (fixture->typesetter, "One", style, -1, JALON_ALIGN_START);
      g_autoptr (JalonParagraph) three = jalon_typesetter_set (fixture->typesetter, "One\n\ntwo",
                                                               style, -1, JALON_ALIGN_START);

      g_assert_cmpfloat_with_epsilon (jalon_paragraph_get_height (one), height, ROUNDING);
      g_assert_cmpfloat_with_epsilon (jalon_paragraph_get_height (three), 3 * height, ROUNDING);
      g_assert_cmpint (jalon_paragraph_get_style (one), ==, style);
    }
}

static void
test_same_question_same_answer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strdup ("Writes twice");
  g_autoptr (JalonParagraph) first = set (fixture, text, 100);
  g_autoptr (JalonParagraph) again = set (fixture, "Writes twice", 100);
  g_autoptr (JalonParagraph) wider = set (fixture, "Writes twice", 101);
  g_autoptr (JalonParagraph) other = set (fixture, "Writes thrice", 100);
  g_autoptr (JalonParagraph)
    strong = jalon_typesetter_set (fixture->typesetter, "Writes twice", JALON_TEXT_STRONG, 100,
                                   JALON_ALIGN_START);
  g_autoptr (JalonParagraph) ended = jalon_typesetter_set (fixture->typesetter, "Writes twice",
                                                           JALON_TEXT_BODY, 100, JALON_ALIGN_END);

  g_assert_true (first == again);
  g_assert_true (first != wider);
  g_assert_true (first != other);
  g_assert_true (first != strong);
  g_assert_true (first != ended);
  g_assert_cmpstr (jalon_paragraph_get_text (first), ==, "Writes twice");
}

/* Texts that nobody holds are let go by a trim, the others are the same as before. */
static void
test_trim (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JalonParagraph) held = set (fixture, "held", 100);
  JalonParagraph *dropped = set (fixture, "dropped", 100);
  gpointer layout = jalon_paragraph_get_layout (dropped);
  g_autoptr (JalonParagraph) again = NULL;

  g_object_add_weak_pointer (layout, &layout);
  jalon_paragraph_unref (dropped);
  g_assert_nonnull (layout);
  jalon_typesetter_trim (fixture->typesetter);
  g_assert_null (layout);
  again = set (fixture, "held", 100);
  g_assert_true (again == held);
}

/* The cache does not grow for ever by itself. */
static void
test_bounded (Fixture *fixture, gconstpointer data)
{
  JalonParagraph *first = set (fixture, "first", 100);
  gpointer layout = jalon_paragraph_get_layout (first);

  g_object_add_weak_pointer (layout, &layout);
  jalon_paragraph_unref (first);
  for (guint i = 0; i < 20000 && layout != NULL; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      jalon_paragraph_unref (set (fixture, text, -1));
    }
  g_assert_null (layout);
}

/* A paragraph outlives the typesetter that made it. */
static void
test_outlives (void)
{
  JalonTypesetter *typesetter = jalon_typesetter_new ();
  g_autoptr (JalonParagraph) paragraph =
    jalon_typesetter_set (typesetter, "still here", JALON_TEXT_BODY, 40, JALON_ALIGN_START);
  double width = jalon_paragraph_get_width (paragraph);
  PangoRectangle ink;

  jalon_typesetter_free (typesetter);
  pango_layout_get_extents (jalon_paragraph_get_layout (paragraph), &ink, NULL);
  g_assert_cmpfloat (jalon_paragraph_get_width (paragraph), ==, width);
  g_assert_cmpint (ink.width, >, 0);
}

/* Whatever the text and the width: no line is wider than it may be. */
static void
test_never_overflows (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    for (JalonTextStyle style = 0; style < JALON_N_TEXT_STYLES; style++)
      for (double width = 60; width < 400; width += 57.3)
        for (JalonAlign align = JALON_ALIGN_START; align <= JALON_ALIGN_END; align++)
          {
            g_autoptr (JalonParagraph) paragraph =
              jalon_typesetter_set (fixture->typesetter, samples[i], style, width, align);

            g_assert_cmpfloat (jalon_paragraph_get_width (paragraph), <=, width + ROUNDING);
            g_assert_cmpfloat (jalon_paragraph_get_height (paragraph), >, 0);
          }
}

static void
check_at_random (Fixture *fixture, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 4000; i++)
    {
      g_autofree char *text = random_text (rand, FALSE);
      double width = g_rand_double_range (rand, 60, 300);
      g_autoptr (JalonParagraph) paragraph = set (fixture, text, width);

      g_assert_cmpfloat (jalon_paragraph_get_width (paragraph), <=, width + MANY_ROUNDINGS);
    }
}

/* Words of letters that a font draws otherwise when they stand together. Two seeds failed once. */
static void
test_never_overflows_at_random (Fixture *fixture, gconstpointer data)
{
  const guint32 seeds[] = { 36, 3510050945, g_test_rand_int () };

  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    check_at_random (fixture, seeds[i]);
}

static void
test_widths_that_are_none (Fixture *fixture, gconstpointer data)
{
  static const double widths[] = { -1, -7, NAN, -INFINITY };
  g_autoptr (JalonParagraph) unwrapped = set (fixture, samples[2], -1);
  g_autoptr (JalonParagraph) endless = set (fixture, samples[2], INFINITY);
  g_autoptr (JalonParagraph) no_room = set (fixture, samples[2], 0);

  g_assert_cmpuint (count_lines (unwrapped), ==, 1);
  g_assert_cmpuint (count_lines (endless), ==, 1);
  g_assert_cmpuint (count_lines (no_room), >, 10);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (JalonParagraph) paragraph = set (fixture, samples[2], widths[i]);

      g_assert_true (paragraph == unwrapped);
    }
}

/* A pill is as wide as its word: the width is that of the longest line, not that of the room. */
static void
test_shrinks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JalonParagraph) free_line = set (fixture, "short", -1);
  g_autoptr (JalonParagraph) in_room = set (fixture, "short", 300);
  g_autoptr (JalonParagraph) hebrew = set (fixture, "שלום", 300);

  g_assert_cmpfloat (jalon_paragraph_get_width (free_line), <, 40);
  g_assert_cmpfloat (jalon_paragraph_get_width (in_room), ==,
                     jalon_paragraph_get_width (free_line));
  /* One that begins on the right ends there. */
  g_assert_cmpfloat_with_epsilon (jalon_paragraph_get_width (hebrew), 300, ROUNDING);
}

static double
get_left (Fixture *fixture, const char *text, JalonAlign align)
{
  g_autoptr (JalonParagraph)
    paragraph = jalon_typesetter_set (fixture->typesetter, text, JALON_TEXT_BODY, 300, align);
  PangoRectangle logical;

  pango_layout_get_extents (jalon_paragraph_get_layout (paragraph), NULL, &logical);
  return (double) logical.x / PANGO_SCALE;
}

static void
test_alignment (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpfloat (get_left (fixture, "short", JALON_ALIGN_START), ==, 0);
  g_assert_cmpfloat (get_left (fixture, "short", JALON_ALIGN_CENTRE), >, 100);
  g_assert_cmpfloat (get_left (fixture, "short", JALON_ALIGN_END), >, 250);
  g_assert_cmpfloat (get_left (fixture, "שלום", JALON_ALIGN_START), >, 250);
  g_assert_cmpfloat (get_left (fixture, "שלום", JALON_ALIGN_CENTRE), >, 100);
  g_assert_cmpfloat (get_left (fixture, "שלום", JALON_ALIGN_END), ==, 0);
}

/* Words without a place to break are broken where the line ends, without a hyphen that was not
 * there; a soft hyphen shows where it is used. */
static void
test_hyphens (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    gboolean hyphen;
  } cases[] = {
    { "Donaudampfschifffahrtselektrizitäten", FALSE },
    { "example.org/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", FALSE },
    { "Donau\u00ADdampf\u00ADschiff\u00ADfahrts\u00ADelektri\u00ADzitäten", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JalonParagraph) paragraph = set (fixture, cases[i].text, 100);
      PangoLayoutLine *line =
        pango_layout_get_line_readonly (jalon_paragraph_get_layout (paragraph), 0);
      PangoGlyphItem *run = g_slist_last (line->runs)->data;

      g_assert_cmpuint (count_lines (paragraph), >, 1);
      g_assert_cmpint ((run->item->analysis.flags & PANGO_ANALYSIS_FLAG_NEED_HYPHEN) != 0, ==,
                       cases[i].hyphen);
    }
}

/* Not looking for what to compose in a text without anything to compose changes nothing. */
static void
test_simple_texts (Fixture *fixture, gconstpointer data)
{
  GString *all = g_string_new (NULL);
  PangoRectangle fast;
  PangoRectangle slow;

  for (gunichar c = 0x20; c < 0x300; c++)
    if (g_unichar_isprint (c))
      g_string_append_unichar (all, c);
  g_string_append (all, " -> <- => AVAToTäöüfifflffi 1/2 (x) 10x20");
  for (JalonTextStyle style = 0; style < JALON_N_TEXT_STYLES; style++)
    {
      g_autoptr (JalonParagraph) paragraph = jalon_typesetter_set (fixture->typesetter, all->str,
                                                                   style, 300, JALON_ALIGN_START);
      PangoLayout *layout = jalon_paragraph_get_layout (paragraph);
      g_autoptr (PangoLayout) copy = pango_layout_copy (layout);
      g_autoptr (PangoAttrList)
        attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));

      pango_attr_list_change (attributes, pango_attr_font_features_new ("ccmp=1"));
      pango_layout_set_attributes (copy, attributes);
      pango_layout_get_extents (layout, &fast, NULL);
      pango_layout_get_extents (copy, &slow, NULL);
      g_assert_cmpmem (&fast, sizeof fast, &slow, sizeof slow);
    }
  g_string_free (all, TRUE);
}

/* What Turkish makes of i must not depend on where the map is drawn. */
static void
test_capitals (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "before", "BEFORE" },
    { "pendant", "PENDANT" },
    { "sebelum, titik", "SEBELUM, TITIK" },
    { "straße ﬁn", "STRASSE FIN" },
    { "été", "ÉTÉ" },
    { "до после", "ДО ПОСЛЕ" },
    { "", "" },
    { "中文", "中文" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JalonParagraph)
        paragraph = jalon_typesetter_set (fixture->typesetter, cases[i][0], JALON_TEXT_CAPITALS, -1,
                                          JALON_ALIGN_START);

      g_assert_cmpstr (get_drawn (paragraph), ==, cases[i][1]);
      g_assert_cmpstr (jalon_paragraph_get_text (paragraph), ==, cases[i][0]);
    }
}

static void
paint (JalonParagraph *paragraph, cairo_surface_t *surface, double zoom)
{
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, zoom, zoom);
  pango_cairo_show_layout (cr, jalon_paragraph_get_layout (paragraph));
  cairo_destroy (cr);
}

static void
get_lines (JalonParagraph *paragraph, GArray *lines)
{
  PangoLayoutIter *iter = pango_layout_get_iter (jalon_paragraph_get_layout (paragraph));

  g_array_set_size (lines, 0);
  do
    {
      PangoRectangle line;

      pango_layout_iter_get_line_extents (iter, NULL, &line);
      g_array_append_val (lines, line);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* Painted on any surface at any zoom, and measured on any surface, a text keeps its lines. */
static void
test_same_everywhere (Fixture *fixture, gconstpointer data)
{
  static const double zooms[] = { 0.1, 0.37, 0.5, 0.75, 1.0, 1.1, 1.5, 2.0, 3.3, 8.0 };
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (PangoRectangle));
  g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (PangoRectangle));

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    for (guint j = 0; j < G_N_ELEMENTS (zooms); j++)
      {
        g_autoptr (JalonTypesetter) other = jalon_typesetter_new ();
        g_autoptr (JalonParagraph) first = set (fixture, samples[i], 150);
        g_autoptr (JalonParagraph) second = NULL;
        cairo_surface_t *surfaces[] = { cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 400),
                                        cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA,
                                                                        NULL) };

        get_lines (first, before);
        for (guint k = 0; k < G_N_ELEMENTS (surfaces); k++)
          {
            paint (first, surfaces[k], zooms[j]);
            cairo_surface_destroy (surfaces[k]);
            get_lines (first, after);
            g_assert_cmpmem (before->data, before->len * sizeof (PangoRectangle), after->data,
                             after->len * sizeof (PangoRectangle));
          }
        second = jalon_typesetter_set (other, samples[i], JALON_TEXT_BODY, 150, JALON_ALIGN_START);
        get_lines (second, after);
        g_assert_cmpmem (before->data, before->len * sizeof (PangoRectangle), after->data,
                         after->len * sizeof (PangoRectangle));
      }
}

static gpointer
measure_cb (gpointer data)
{
  g_autoptr (JalonTypesetter) typesetter = jalon_typesetter_new ();
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint round = 0; round < 20; round++)
    for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
      {
        g_autoptr (JalonParagraph)
          paragraph = jalon_typesetter_set (typesetter, samples[i], JALON_TEXT_BODY, 100 + round,
                                            JALON_ALIGN_START);
        double height = jalon_paragraph_get_height (paragraph);

        g_array_append_val (sizes, height);
      }
  return sizes;
}

static void
test_threads (void)
{
  GThread *threads[4];
  g_autoptr (GArray) here = measure_cb (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("measure", measure_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GArray) there = g_thread_join (threads[i]);

      g_assert_cmpmem (here->data, here->len * sizeof (double), there->data,
                       there->len * sizeof (double));
    }
}

static void
add (const char *path, void (*func) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/typesetter/fonts", test_fonts);
  add ("/typesetter/line-height", test_line_height);
  add ("/typesetter/same-question-same-answer", test_same_question_same_answer);
  add ("/typesetter/trim", test_trim);
  add ("/typesetter/bounded", test_bounded);
  add ("/typesetter/never-overflows", test_never_overflows);
  add ("/typesetter/never-overflows-at-random", test_never_overflows_at_random);
  add ("/typesetter/widths-that-are-none", test_widths_that_are_none);
  add ("/typesetter/shrinks", test_shrinks);
  add ("/typesetter/alignment", test_alignment);
  add ("/typesetter/hyphens", test_hyphens);
  add ("/typesetter/simple-texts", test_simple_texts);
  add ("/typesetter/capitals", test_capitals);
  add ("/typesetter/same-everywhere", test_same_everywhere);
  g_test_add_func ("/typesetter/outlives", test_outlives);
  g_test_add_func ("/typesetter/threads", test_threads);

  return g_test_run ();
}
