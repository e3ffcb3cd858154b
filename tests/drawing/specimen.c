/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/drawing/specimen.h"

#include <cairo.h>
#include <math.h>

#define COLUMN 176
#define COLUMNS 5

/* Long to the one that counts characters, short to the one that counts columns */
#define THAI "ยินดีต้อนรับสู่แผนที่การเดินทางของลูกค้าที่ไม่มีช่องว่าง"
#define HINDI_GREEK_RUSSIAN "नमस्ते दुनिया, ग्राहक की यात्रा; Γειά σου Κόσμε; Привет, мир"
#define ACCENTS "Z̷͎̈́a̸̛̰l̵̙̐g̶̣͝o̴͔̽ e\u0301e\u0301 n\u0303 combining"

static const struct
{
  const char *text;
  JalonTextStyle style;
  JalonAlign align;
  const char *ground;
} texts[] = {
  { "The quick brown fox jumps over the lazy dog, 0123456789 & <more> “quoted”", JALON_TEXT_BODY,
    JALON_ALIGN_START, "yellow" },
  { "Ça coûte 12 € ; à l’été, où ? Łódź, İstanbul, Ångström, Việt Nam", JALON_TEXT_BODY,
    JALON_ALIGN_START, "orange" },
  { "مرحبا بالعالم، هذا نص عربي طويل بما يكفي للالتفاف 2024 في البطاقة", JALON_TEXT_BODY,
    JALON_ALIGN_START, "rose" },
  { "שלום עולם, זה טקסט עברי (עם סוגריים) שנשבר לכמה שורות!", JALON_TEXT_BODY, JALON_ALIGN_START,
    "lilac" },
  { "客户旅程地图：每一步都有接触点。顧客の旅。고객 여정 지도", JALON_TEXT_BODY, JALON_ALIGN_START,
    "sky" },
  { THAI, JALON_TEXT_BODY, JALON_ALIGN_START, "mint" },
  { HINDI_GREEK_RUSSIAN, JALON_TEXT_BODY, JALON_ALIGN_START, "plain" },
  { "Emoji 😀 👩‍👩‍👧‍👦 🇫🇷 👍🏽 1️⃣ between words", JALON_TEXT_BODY,
    JALON_ALIGN_START, "yellow" },
  { ACCENTS, JALON_TEXT_BODY, JALON_ALIGN_START, "orange" },
  { "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    JALON_TEXT_BODY, JALON_ALIGN_START, "rose" },
  { "https://example.org/a/very/long/address?with=parameters&and=more#anchor", JALON_TEXT_SMALL,
    JALON_ALIGN_START, "lilac" },
  { "Mixed: the guest said שלום (hello) then مرحبا 123 and left", JALON_TEXT_BODY,
    JALON_ALIGN_START, "sky" },
  { "Two lines,\nand  double  blanks\n\nafter an empty one", JALON_TEXT_BODY, JALON_ALIGN_START,
    "mint" },
  { "In the middle of its card, over several lines", JALON_TEXT_STRONG, JALON_ALIGN_CENTRE,
    "plain" },
  { "At the end of its lines, over several of them", JALON_TEXT_SMALL_STRONG, JALON_ALIGN_END,
    "yellow" },
  { "before the ﬁrst straße", JALON_TEXT_CAPITALS, JALON_ALIGN_START, "plain" },
  { "“I pay for a week. I want to know which week.”", JALON_TEXT_QUOTE, JALON_ALIGN_START,
    "plain" },
  { "A stage", JALON_TEXT_STAGE, JALON_ALIGN_START, "orange" },
  { "A section", JALON_TEXT_SECTION, JALON_ALIGN_START, "rose" },
  { "soft\u00ADhyphen\u00ADation\u00ADof\u00ADa\u00ADlong\u00ADword", JALON_TEXT_BODY,
    JALON_ALIGN_START, "lilac" },
};

static double
add_text_card (JalonScene *scene, JalonTypesetter *typesetter, guint index, double x, double y)
{
  const JalonTheme *theme = jalon_scene_get_theme (scene);
  JalonParagraph *paragraph = jalon_typesetter_set (typesetter, texts[index].text,
                                                    texts[index].style, COLUMN - 24 - 8,
                                                    texts[index].align);
  double height = jalon_paragraph_get_height (paragraph) + 20;
  g_autofree char *id = g_strdup_printf ("card%u", index);
  JalonNode *node = jalon_node_new (JALON_ROLE_CARD, id, JALON_FIELD_TEXT, COLUMN - 8, height);
  JalonRect rect = { 0, 0, COLUMN - 8, height };
  JalonPrimitive *box = jalon_node_add_box (node, &rect, 6,
                                            jalon_theme_get_note (theme, texts[index].ground));

  if (strcmp (texts[index].ground, "plain") == 0)
    {
      box->stroke = theme->hairline;
      box->line_width = 1;
    }
  jalon_node_set_label (node, texts[index].text);
  jalon_node_add_text (node, paragraph, 12, 10, theme->ink);
  jalon_scene_add (scene, node, x, y, JALON_LAYER_BODY, -1);
  return height;
}

static void
add_curve (JalonScene *scene, double x, double y)
{
  const JalonTheme *theme = jalon_scene_get_theme (scene);
  const JalonPoint points[] = { { 0, 80 }, { 90, 20 }, { 180, 110 }, { 270, 100 }, { 360, 5 } };
  JalonNode *node = jalon_node_new (JALON_ROLE_DECORATION, NULL, JALON_FIELD_NONE, 380, 130);
  JalonPrimitive *line;

  for (int style = JALON_LINE_SOLID; style <= JALON_LINE_DOTTED; style++)
    {
      line = jalon_node_add_path (node, jalon_path_new_monotone (points, G_N_ELEMENTS (points)), 0,
                                  style * 14, (JalonColour){ 0 });
      line->stroke = theme->series[style];
      line->line_width = style == JALON_LINE_SOLID ? 4 : 2.5;
      line->line_style = style;
    }
  line = jalon_node_add_line (node, 0, 65, 380, 65, 1, theme->axis);
  line->line_style = JALON_LINE_DASHED;
  line = jalon_node_add_path (node, jalon_path_new_star (13), 90, 20, theme->series[0]);
  line->stroke = theme->paper;
  line->line_width = 3;
  jalon_node_add_path (node, jalon_path_new_star (10), 90, 20, theme->series[0]);
  line = jalon_node_add_path (node, jalon_path_new_circle (5), 180, 110, theme->paper);
  line->stroke = theme->series[1];
  line->line_width = 2;
  jalon_scene_add (scene, node, x, y, JALON_LAYER_BODY, -1);
}

static void
add_pictures (JalonScene *scene, JalonTypesetter *typesetter, double x, double y)
{
  const JalonTheme *theme = jalon_scene_get_theme (scene);
  g_autoptr (JalonPicture) picture = specimen_new_picture (300, 200);
  JalonNode *node = jalon_node_new (JALON_ROLE_CARD, "pictures", JALON_FIELD_IMAGE, 400, 130);
  const JalonRect rects[] = { { 0, 0, 150, 100 }, { 160, 0, 100, 100 }, { 270, 0, 60, 120 } };
  const double radii[] = { 0, 50, 8 };
  JalonPrimitive *primitive;

  for (guint i = 0; i < G_N_ELEMENTS (rects); i++)
    jalon_node_add_picture (node, picture, &rects[i], radii[i]);
  primitive = jalon_node_add_text (node,
                                   jalon_typesetter_set (typesetter, "influence", JALON_TEXT_SMALL,
                                                         -1, JALON_ALIGN_START),
                                   345, 90, theme->secondary);
  primitive->angle = -90;
  primitive = jalon_node_add_box (node, &(JalonRect){ 375, 10, 60, 28 }, 14,
                                  jalon_colour_with_alpha (theme->accent, 0.1));
  primitive->stroke = theme->accent;
  primitive->line_width = 1.5;
  primitive->line_style = JALON_LINE_DASHED;
  jalon_scene_add (scene, node, x, y, JALON_LAYER_BODY, -1);
}

static JalonScene *
make_scene (const char *title, JalonThemeName theme)
{
  g_autoptr (JalonElement) map = jalon_element_new (JALON_KIND_JOURNEY, NULL);

  jalon_element_set (map, JALON_FIELD_TITLE, title, NULL);
  return jalon_scene_new (map, jalon_theme_get (theme));
}

JalonScene *
specimen_new (JalonTypesetter *typesetter, JalonThemeName name)
{
  JalonScene *scene = make_scene ("Specimen & <test>", name);
  const JalonTheme *theme = jalon_scene_get_theme (scene);
  JalonNode *heading = jalon_node_new (JALON_ROLE_HEADING, "map", JALON_FIELD_TITLE, 600, 40);
  double tops[COLUMNS];

  jalon_node_add_text (heading,
                       jalon_typesetter_set (typesetter, "Renting a house by the sea",
                                             JALON_TEXT_TITLE, -1, JALON_ALIGN_START),
                       0, 0, theme->ink);
  jalon_scene_add (scene, heading, 40, 32, JALON_LAYER_BODY, -1);
  for (guint i = 0; i < COLUMNS; i++)
    tops[i] = 88;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    tops[i % COLUMNS] += 8 + add_text_card (scene, typesetter, i, 40 + i % COLUMNS * COLUMN,
                                            tops[i % COLUMNS]);
  for (guint i = 1; i < COLUMNS; i++)
    tops[0] = MAX (tops[0], tops[i]);
  add_curve (scene, 40, tops[0] + 20);
  add_pictures (scene, typesetter, 470, tops[0] + 20);
  jalon_scene_set_size (scene, 80 + COLUMNS * COLUMN, ceil (tops[0] + 200));
  return scene;
}

JalonScene *
specimen_new_large (JalonTypesetter *typesetter, guint n_cards)
{
  static const char *const words[] = { "guest",  "owner", "writes", "calls", "pays",   "twice",
                                       "before", "after", "the",    "key",   "deposit" };
  JalonScene *scene = make_scene ("Large", JALON_THEME_LIGHT);
  const JalonTheme *theme = jalon_scene_get_theme (scene);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  guint columns = (guint) MAX (1, sqrt (n_cards * 0.8));

  for (guint i = 0; i < n_cards; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      JalonNode *node = jalon_node_new (JALON_ROLE_CARD, NULL, JALON_FIELD_TEXT, 140, 88);

      for (guint j = 0; j < 12; j++)
        g_string_append_printf (text, "%s ", words[g_rand_int_range (random, 0, 11)]);
      g_string_append_printf (text, "%u", i);
      jalon_node_add_box (node, &(JalonRect){ 0, 0, 140, 88 }, 6, theme->notes[i % 7]);
      jalon_node_add_text (node,
                           jalon_typesetter_set (typesetter, text->str, JALON_TEXT_BODY, 116,
                                                 JALON_ALIGN_START),
                           12, 8, theme->ink);
      jalon_scene_add (scene, node, 40 + i % columns * 148.0, 40 + i / columns * 96.0,
                       JALON_LAYER_BODY, -1);
    }
  jalon_scene_set_size (scene, 80 + columns * 148.0, 80 + (n_cards + columns - 1) / columns * 96.0);
  return scene;
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
specimen_make_png (int width, int height)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_pattern_t *mesh = cairo_pattern_create_mesh ();
  cairo_t *cr = cairo_create (surface);

  cairo_mesh_pattern_begin_patch (mesh);
  cairo_mesh_pattern_move_to (mesh, 0, 0);
  cairo_mesh_pattern_line_to (mesh, width, 0);
  cairo_mesh_pattern_line_to (mesh, width, height);
  cairo_mesh_pattern_line_to (mesh, 0, height);
  cairo_mesh_pattern_set_corner_color_rgb (mesh, 0, 0.9, 0.3, 0.2);
  cairo_mesh_pattern_set_corner_color_rgb (mesh, 1, 0.2, 0.7, 0.4);
  cairo_mesh_pattern_set_corner_color_rgb (mesh, 2, 0.1, 0.3, 0.8);
  cairo_mesh_pattern_set_corner_color_rgb (mesh, 3, 0.95, 0.85, 0.3);
  cairo_mesh_pattern_end_patch (mesh);
  cairo_set_source (cr, mesh);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_pattern_destroy (mesh);
  cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

JalonPicture *
specimen_new_picture (int width, int height)
{
  g_autoptr (GBytes) bytes = specimen_make_png (width, height);
  g_autoptr (GError) error = NULL;
  JalonPicture *picture = jalon_picture_new_from_bytes (bytes, &error);

  g_assert_no_error (error);
  return picture;
}
