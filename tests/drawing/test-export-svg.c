/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <math.h>

#include "drawing/jalon-export.h"
#include "tests/drawing/specimen.h"

typedef struct
{
  JalonTypesetter *typesetter;
  JalonScene *scene;
  JalonNode *node;

  /* After finish() */
  char *svg;
  xmlDoc *doc;
  xmlXPathContext *xpath;
} Fixture;

static void
set_up_title (Fixture *fixture, const char *title)
{
  g_autoptr (JalonElement) map = jalon_element_new (JALON_KIND_JOURNEY, NULL);

  jalon_element_set (map, JALON_FIELD_TITLE, title, NULL);
  fixture->typesetter = jalon_typesetter_new ();
  fixture->scene = jalon_scene_new (map, jalon_theme_get (JALON_THEME_LIGHT));
  fixture->node = jalon_node_new (JALON_ROLE_CARD, "card", JALON_FIELD_TEXT, 100, 50);
  jalon_scene_set_size (fixture->scene, 640.5, 480);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  set_up_title (fixture, data != NULL ? data : "A map");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->xpath, xmlXPathFreeContext);
  g_clear_pointer (&fixture->doc, xmlFreeDoc);
  g_clear_pointer (&fixture->node, jalon_node_unref);
  g_free (fixture->svg);
  jalon_scene_unref (fixture->scene);
  jalon_typesetter_free (fixture->typesetter);
}

static void
parse (Fixture *fixture)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  jalon_export_to_stream (fixture->scene, JALON_FORMAT_SVG, 1.0, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write (stream, "", 1, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  fixture->svg = g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
  fixture->doc = xmlReadMemory (fixture->svg, (int) strlen (fixture->svg), "map.svg", NULL,
                                XML_PARSE_NONET);
  g_assert_nonnull (fixture->doc);
  fixture->xpath = xmlXPathNewContext (fixture->doc);
  xmlXPathRegisterNs (fixture->xpath, BAD_CAST "s", BAD_CAST "http://www.w3.org/2000/svg");
  xmlXPathRegisterNs (fixture->xpath, BAD_CAST "x", BAD_CAST "http://www.w3.org/1999/xlink");
}

/* Writes the scene with the node in it, and reads what was written. */
static void
finish (Fixture *fixture)
{
  jalon_scene_add (fixture->scene, g_steal_pointer (&fixture->node), 10, 20, JALON_LAYER_BODY, -1);
  parse (fixture);
}

static void
add_text (Fixture *fixture, const char *text, JalonTextStyle style, double width)
{
  jalon_node_add_text (fixture->node,
                       jalon_typesetter_set (fixture->typesetter, text, style, width,
                                             JALON_ALIGN_START),
                       0, 0, (JalonColour){ 0, 0, 0, 1 });
}

static char *
query (Fixture *fixture, const char *expression)
{
  xmlXPathObject *result = xmlXPathEval (BAD_CAST expression, fixture->xpath);
  xmlChar *text;
  char *copy;

  g_assert_nonnull (result);
  text = xmlXPathCastToString (result);
  copy = g_strdup ((char *) text);
  xmlFree (text);
  xmlXPathFreeObject (result);
  return copy;
}

static void
assert_query (Fixture *fixture, const char *expression, const char *expected)
{
  g_autofree char *actual = query (fixture, expression);

  if (strcmp (actual, expected) != 0)
    g_error ("%s is “%s”, not “%s” in %.400s", expression, actual, expected, fixture->svg);
}

static void
test_sheet (Fixture *fixture, gconstpointer data)
{
  finish (fixture);
  assert_query (fixture, "name(/*)", "svg");
  assert_query (fixture, "/s:svg/@width", "640.5");
  assert_query (fixture, "/s:svg/@height", "480");
  assert_query (fixture, "/s:svg/@viewBox", "0 0 640.5 480");
  assert_query (fixture, "/s:svg/s:title", "A map");
  assert_query (fixture, "/s:svg/@xml:lang", "en");
  assert_query (fixture, "/s:svg/@aria-labelledby", "title");
  assert_query (fixture, "/s:svg/s:title/@id", "title");
  assert_query (fixture, "/s:svg/s:rect/@fill", "#fbfaf7");
  assert_query (fixture, "/s:svg/s:rect/@width", "640.5");
}

static void
test_box (Fixture *fixture, gconstpointer data)
{
  JalonPrimitive *box = jalon_node_add_box (fixture->node, &(JalonRect){ 1.005, 2, 30, 10 }, 99,
                                            (JalonColour){ 1, 0.5, 0, 0.25 });

  box->stroke = (JalonColour){ 0, 0, 1, 1 };
  box->line_width = 1.5;
  box->line_style = JALON_LINE_DASHED;
  jalon_node_set_label (fixture->node, "say \"this\" & <that>");
  finish (fixture);
  assert_query (fixture, "//s:g/@transform", "translate(10 20)");
  assert_query (fixture, "//s:g/@aria-label", "say \"this\" & <that>");
  assert_query (fixture, "//s:g/s:rect/@width", "30");
  assert_query (fixture, "//s:g/s:rect/@rx", "5");
  assert_query (fixture, "//s:g/s:rect/@fill", "#ff8000");
  assert_query (fixture, "//s:g/s:rect/@fill-opacity", "0.25");
  assert_query (fixture, "//s:g/s:rect/@stroke", "#00f");
  assert_query (fixture, "//s:g/s:rect/@stroke-width", "1.5");
  assert_query (fixture, "//s:g/s:rect/@stroke-dasharray", "3 4.5");
  assert_query (fixture, "/s:svg/@stroke-linecap", "round");
}

static void
test_path (Fixture *fixture, gconstpointer data)
{
  jalon_node_add_path (fixture->node, jalon_path_new_from_svg ("M0 0L5 .25C1 2 3 4 5 6z", 1), 1, 2,
                       (JalonColour){ 0, 0, 0, 1 });
  jalon_node_add_path (fixture->node, jalon_path_new (), 1, 2, (JalonColour){ 0, 0, 0, 1 });
  jalon_node_add_line (fixture->node, 1, 2, 3, 4, 1, (JalonColour){ 0, 0, 0, 1 });
  finish (fixture);
  assert_query (fixture, "count(//s:path)", "2");
  assert_query (fixture, "//s:path[1]/@d", "M1 2L6 2.25C2 4 4 6 6 8Z");
  assert_query (fixture, "//s:path[2]/@d", "M1 2L3 4");
  assert_query (fixture, "//s:path[2]/@fill", "none");
}

/* What is drawn more than once in the same way is in the file once. */
static void
test_shapes (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *path;
    double x;
    double y;
    double line_width;
    double red;
  } cases[] = {
    { "M0 0L5 .25", 1, 2, 2, 1 },   { "M0 0L5 .25", 0, 7, 2, 1 }, { "M0 0L5 .25", 3, 4, 1, 1 },
    { "M0 0L5 .25", 3, 4, 2, 0.5 }, { "M0 0L5 .5", 3, 4, 2, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JalonPrimitive *path =
        jalon_node_add_path (fixture->node, jalon_path_new_from_svg (cases[i].path, 1), cases[i].x,
                             cases[i].y, (JalonColour){ cases[i].red, 0, 0, 1 });

      path->stroke = (JalonColour){ 0, 0, 1, 1 };
      path->line_width = cases[i].line_width;
    }
  finish (fixture);
  assert_query (fixture, "count(//s:path)", "4");
  assert_query (fixture, "//s:defs/s:path/@d", "M0 0L5 0.25");
  assert_query (fixture, "//s:defs/s:path/@fill", "#f00");
  assert_query (fixture, "//s:defs/s:path/@stroke-width", "2");
  assert_query (fixture, "count(//s:use[@x:href = concat('#', //s:defs/s:path/@id)])", "2");
  assert_query (fixture, "//s:use[1]/@x", "1");
  assert_query (fixture, "count(//s:use[2]/@x)", "0");
  assert_query (fixture, "//s:use[2]/@y", "7");
}

/* Numbers as a file has them: two decimals at most, and no zeros that say nothing. */
static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    double value;
    const char *text;
  } cases[] = {
    { 1, "1" },           { -1, "-1" },         { 10, "10" },     { 100.5, "100.5" },
    { 0.01, "0.01" },     { -0.01, "-0.01" },   { 0.1, "0.1" },   { 7.006, "7.01" },
    { 1e9, "1000000" },   { -1e9, "-1000000" }, { 12.3, "12.3" }, { 1234.56, "1234.56" },
    { 0.3 - 0.1, "0.2" }, { 999.999, "1000" },  { -0.001, "0" },  { 20.05, "20.05" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    jalon_node_add_box (fixture->node, &(JalonRect){ cases[i].value, 5, 1, 1 }, 0,
                        (JalonColour){ 0, 0, 0, 1 });
  finish (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *expression = g_strdup_printf ("//s:g/s:rect[%u]/@x", i + 1);

      assert_query (fixture, expression, cases[i].text);
    }
}

/* Each line stands where it was laid out, as text. */
static void
test_lines (Fixture *fixture, gconstpointer data)
{
  add_text (fixture, "First line\nand a second", JALON_TEXT_STRONG, -1);
  finish (fixture);
  assert_query (fixture, "count(//s:text)", "2");
  assert_query (fixture, "//s:text[1]", "First line");
  assert_query (fixture, "//s:text[2]", "and a second");
  assert_query (fixture, "//s:text[1]/@x", "0");
  assert_query (fixture, "//s:text[1]/@font-weight", "600");
  assert_query (fixture, "count(//s:g/@font-size)", "0");
  assert_query (fixture, "/s:svg/@font-size", "13");
  assert_query (fixture, "round(100 * (//s:text[2]/@y - //s:text[1]/@y))", "1794");
}

static void
test_wrapped (Fixture *fixture, gconstpointer data)
{
  add_text (fixture, "one two three four five six seven", JALON_TEXT_BODY, 60);
  finish (fixture);
  /* No blanks at the ends of lines, and no line is lost. */
  assert_query (fixture, "count(//s:text[substring(., string-length(.)) = ' '])", "0");
  assert_query (fixture, "translate(normalize-space(//s:g/s:g), ' ', '')",
                "onetwothreefourfivesixseven");
}

static void
test_styles (Fixture *fixture, gconstpointer data)
{
  add_text (fixture, "before", JALON_TEXT_CAPITALS, -1);
  add_text (fixture, "quote", JALON_TEXT_QUOTE, -1);
  finish (fixture);
  assert_query (fixture, "//s:g/s:g[1]/s:text", "BEFORE");
  assert_query (fixture, "//s:g/s:g[1]/@letter-spacing > 0.8", "true");
  assert_query (fixture, "//s:g/s:g[2]/s:text/@font-style", "italic");
  assert_query (fixture, "//s:g/s:g[2]/@font-size", "18");
}

/* From right to left: anchored at the right edge. */
static void
test_right_to_left (Fixture *fixture, gconstpointer data)
{
  add_text (fixture, "שלום עולם", JALON_TEXT_BODY, 200);
  finish (fixture);
  assert_query (fixture, "//s:text", "שלום עולם");
  assert_query (fixture, "//s:text/@direction", "rtl");
  assert_query (fixture, "//s:text/@x", "200");
  assert_query (fixture, "//s:text/@font-family", "Noto Sans Hebrew, sans-serif");
}

static void
test_blanks (Fixture *fixture, gconstpointer data)
{
  add_text (fixture, "two  blanks", JALON_TEXT_BODY, -1);
  add_text (fixture, "one blank", JALON_TEXT_BODY, -1);
  finish (fixture);
  assert_query (fixture, "//s:g/s:g[1]/s:text/@xml:space", "preserve");
  assert_query (fixture, "count(//s:g/s:g[2]/s:text/@xml:space)", "0");
}

static void
test_soft_hyphen (Fixture *fixture, gconstpointer data)
{
  add_text (fixture, "Donau\u00ADdampf\u00ADschifffahrt", JALON_TEXT_BODY, 90);
  finish (fixture);
  assert_query (fixture, "contains(//s:text[1], '-')", "true");
  assert_query (fixture, "contains(//s:text[2], '-')", "false");
}

static void
test_turned (Fixture *fixture, gconstpointer data)
{
  jalon_node_add_text (fixture->node,
                       jalon_typesetter_set (fixture->typesetter, "up", JALON_TEXT_BODY, -1,
                                             JALON_ALIGN_START),
                       7, 8, (JalonColour){ 0, 0, 0, 1 })
    ->angle = -90;
  finish (fixture);
  assert_query (fixture, "//s:g/s:g/@transform", "rotate(-90 7 8)");
}

/* A picture is in the file once, as it was, however often it is shown. */
static void
test_pictures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JalonPicture) picture = specimen_new_picture (300, 200);
  GBytes *bytes = jalon_picture_get_bytes (picture);
  g_autofree char *data64 = g_base64_encode (g_bytes_get_data (bytes, NULL),
                                             g_bytes_get_size (bytes));
  g_autofree char *href = g_strconcat ("data:image/png;base64,", data64, NULL);

  jalon_node_add_picture (fixture->node, picture, &(JalonRect){ 0, 0, 100, 100 }, 50);
  jalon_node_add_picture (fixture->node, picture, &(JalonRect){ 0, 0, 60, 20 }, 0);
  jalon_node_add_picture (fixture->node, picture, &(JalonRect){ 0, 0, 0, 20 }, 0);
  finish (fixture);
  assert_query (fixture, "count(//s:image)", "1");
  assert_query (fixture, "//s:image/@x:href", href);
  assert_query (fixture, "count(//s:use[@x:href = '#picture1'])", "2");
  assert_query (fixture, "//s:clipPath[1]/s:rect/@rx", "50");
  /* 300 × 200 covers 100 × 100 at half its size, 25 beyond each side. */
  assert_query (fixture, "//s:use/@transform", "translate(-25 0) scale(0.5)");
}

/* Emoji are pictures, as not every viewer has colours in letters, and can still be found. */
static void
test_emoji (Fixture *fixture, gconstpointer data)
{
  add_text (fixture, "👍 and 👍", JALON_TEXT_BODY, -1);
  finish (fixture);
  assert_query (fixture, "count(//s:image)", "1");
  assert_query (fixture, "count(//s:use[@x:href = '#emoji1'])", "2");
  assert_query (fixture, "count(//s:text[. = '👍' and @fill = 'none'])", "2");
}

/* TRUST.md, part 3, J2: no text becomes an element or an attribute. */
static void
test_injection (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "<script>alert(1)</script>", "\" onload=\"alert(1)", "]]><x/>", "</text></svg>", "<!-- -->",
    "&amp;&#0;&bogus;",          "javascript:alert(1)",  "' x='y",  "</style>",      "<?php ?>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      Fixture inner = { 0 };

      set_up_title (&inner, texts[i]);
      add_text (&inner, texts[i], JALON_TEXT_BODY, -1);
      jalon_node_set_label (inner.node, texts[i]);
      finish (&inner);
      assert_query (&inner, "/s:svg/s:title", texts[i]);
      assert_query (&inner, "//s:text", texts[i]);
      assert_query (&inner, "//s:g/@aria-label", texts[i]);
      assert_query (&inner, "count(//*)", "6");
      assert_query (&inner, "count(//@*[starts-with(name(), 'on')])", "0");
      tear_down (&inner, NULL);
    }
}

/* Characters that XML cannot hold would make a file that no viewer opens. */
static void
test_forbidden_characters (Fixture *fixture, gconstpointer data)
{
  add_text (fixture, "a\x01\x1f\xEF\xBF\xBE z", JALON_TEXT_BODY, -1);
  jalon_node_set_label (fixture->node, "a\x02\x0b\xEF\xBF\xBF z\n");
  finish (fixture);
  assert_query (fixture, "translate(//s:g/s:g, ' ', '')", "az");
  assert_query (fixture, "normalize-space(//s:g/@aria-label)", "a z");
}

/* What invites to add something is not part of a picture. */
static void
test_for_screen (Fixture *fixture, gconstpointer data)
{
  JalonNode *ghost = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, 9, 9);

  jalon_node_add_box (ghost, &(JalonRect){ 0, 0, 9, 9 }, 0, (JalonColour){ 1, 0, 0, 1 });
  jalon_node_set_for_screen (ghost);
  jalon_scene_add (fixture->scene, ghost, 1, 1, JALON_LAYER_BODY, -1);
  finish (fixture);
  assert_query (fixture, "count(//s:rect)", "1");
}

static void
test_no_numbers (Fixture *fixture, gconstpointer data)
{
  static const double bad[] = { NAN, INFINITY, -INFINITY, 1e308 };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      jalon_node_add_box (fixture->node, &(JalonRect){ bad[i], bad[i], bad[i], bad[i] }, bad[i],
                          (JalonColour){ bad[i], 0, 0, 1 });
      jalon_node_add_line (fixture->node, bad[i], 0, 1, bad[i], bad[i],
                           (JalonColour){ 0, 0, 0, 1 });
    }
  finish (fixture);
  g_assert_null (strstr (fixture->svg, "nan"));
  g_assert_null (strstr (fixture->svg, "inf"));
  g_assert_null (strstr (fixture->svg, "e+"));
}

/* The specimen has all there is. */
static void
test_specimen (Fixture *fixture, gconstpointer data)
{
  jalon_scene_unref (fixture->scene);
  fixture->scene = specimen_new (fixture->typesetter, JALON_THEME_DARK);
  parse (fixture);
  assert_query (fixture, "count(//s:style | //@style | //@class)", "0");
  assert_query (fixture, "count(//@id) = 1 + count(//s:image | //s:clipPath | //s:defs/s:path)",
                "true");
  assert_query (fixture, "contains(/s:svg, '客户旅程地图')", "true");
  /* A comma would be where the locale has one. */
  g_assert_false (g_regex_match_simple (" [xy]=\"[^\"]*,", fixture->svg, 0, 0));
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

  add ("/export-svg/sheet", test_sheet);
  add ("/export-svg/box", test_box);
  add ("/export-svg/path", test_path);
  add ("/export-svg/shapes", test_shapes);
  add ("/export-svg/numbers", test_numbers);
  add ("/export-svg/lines", test_lines);
  add ("/export-svg/wrapped", test_wrapped);
  add ("/export-svg/styles", test_styles);
  add ("/export-svg/right-to-left", test_right_to_left);
  add ("/export-svg/blanks", test_blanks);
  add ("/export-svg/soft-hyphen", test_soft_hyphen);
  add ("/export-svg/turned", test_turned);
  add ("/export-svg/pictures", test_pictures);
  add ("/export-svg/emoji", test_emoji);
  add ("/export-svg/injection", test_injection);
  add ("/export-svg/forbidden-characters", test_forbidden_characters);
  add ("/export-svg/for-screen", test_for_screen);
  add ("/export-svg/no-numbers", test_no_numbers);
  add ("/export-svg/specimen", test_specimen);

  return g_test_run ();
}
