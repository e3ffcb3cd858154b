/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-export-private.h"

#include "document/jalon-text.h"
#include "drawing/jalon-svg-private.h"
#include "drawing/jalon-family.h"

/* Bytes that are collected before they are written */
#define CHUNK 65536

static void
append_rect (JalonSvg *svg, const JalonRect *rect, double radius)
{
  double r = MIN (radius, MIN (rect->width, rect->height) / 2.0);

  g_string_append (svg->out, "<rect");
  jalon_svg_place (svg, rect->x, rect->y);
  jalon_svg_attribute (svg, "width", MAX (rect->width, 0.0));
  jalon_svg_attribute (svg, "height", MAX (rect->height, 0.0));
  if (r > 0.0)
    jalon_svg_attribute (svg, "rx", r);
}

static void
write_box (JalonSvg *svg, const JalonPrimitive *p)
{
  append_rect (svg, &p->rect, p->radius);
  jalon_svg_paint (svg, p);
  g_string_append (svg->out, "/>");
}

/* The file itself, once, and then only its name. */
static guint
write_image (JalonSvg *svg, JalonPicture *picture)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (svg->pictures, picture));
  g_autofree char *data = NULL;
  gsize length;
  gconstpointer bytes;

  if (n > 0)
    return n;
  n = g_hash_table_size (svg->pictures) + 1;
  g_hash_table_insert (svg->pictures, picture, GUINT_TO_POINTER (n));
  bytes = g_bytes_get_data (jalon_picture_get_bytes (picture), &length);
  data = g_base64_encode (bytes, length);
  g_string_append_printf (svg->out,
                          "<defs><image id=\"picture%u\" width=\"%u\" height=\"%u\" "
                          "preserveAspectRatio=\"none\" xlink:href=\"data:%s;base64,",
                          n, jalon_picture_get_width (picture), jalon_picture_get_height (picture),
                          jalon_picture_get_mime (picture));
  g_string_append (svg->out, data);
  g_string_append (svg->out, "\"/></defs>");
  return n;
}

static void
write_picture (JalonSvg *svg, const JalonPrimitive *p)
{
  double width = jalon_picture_get_width (p->picture);
  double height = jalon_picture_get_height (p->picture);
  double scale = MAX (p->rect.width / width, p->rect.height / height);
  guint n;

  if (!(p->rect.width > 0.0 && p->rect.height > 0.0))
    return;
  n = write_image (svg, p->picture);
  g_string_append_printf (svg->out, "<clipPath id=\"crop%u\">", ++svg->n_clips);
  append_rect (svg, &p->rect, p->radius);
  g_string_append_printf (
    svg->out,
    "/></clipPath><g clip-path=\"url(#crop%u)\"><use xlink:href=\"#picture%u\""
    " transform=\"translate(",
    svg->n_clips, n);
  jalon_svg_number (svg, p->rect.x + (p->rect.width - scale * width) / 2.0);
  g_string_append_c (svg->out, ' ');
  jalon_svg_number (svg, p->rect.y + (p->rect.height - scale * height) / 2.0);
  g_string_append (svg->out, ") scale(");
  jalon_svg_precise (svg, scale);
  g_string_append (svg->out, ")\"/></g>");
}

static void
write_text (JalonSvg *svg, const JalonPrimitive *p)
{
  g_string_append (svg->out, "<g");
  if (!jalon_colour_equal (p->fill, svg->ink))
    jalon_svg_colour (svg, "fill", &p->fill);
  if (p->angle != 0.0)
    {
      g_string_append (svg->out, " transform=\"rotate(");
      jalon_svg_number (svg, p->angle);
      g_string_append_c (svg->out, ' ');
      jalon_svg_number (svg, p->rect.x);
      g_string_append_c (svg->out, ' ');
      jalon_svg_number (svg, p->rect.y);
      g_string_append (svg->out, ")\"");
    }
  jalon_svg_write_paragraph (svg, p->paragraph, p->rect.x, p->rect.y);
  g_string_append (svg->out, "</g>");
}

static void
write_primitive (JalonSvg *svg, const JalonPrimitive *p)
{
  switch (p->type)
    {
    case JALON_PRIMITIVE_BOX:
      write_box (svg, p);
      break;
    case JALON_PRIMITIVE_PATH:
      jalon_svg_write_path (svg, p);
      break;
    case JALON_PRIMITIVE_TEXT:
      write_text (svg, p);
      break;
    case JALON_PRIMITIVE_PICTURE:
    default:
      write_picture (svg, p);
      break;
    }
}

static void
write_item (JalonSvg *svg, const JalonItem *item)
{
  const char *label = jalon_node_get_label (item->node);
  guint n;
  const JalonPrimitive *primitives = jalon_node_get_primitives (item->node, &n);

  if (n == 0 || jalon_node_is_for_screen (item->node))
    return;
  g_string_append (svg->out, "<g transform=\"translate(");
  jalon_svg_number (svg, item->x);
  g_string_append_c (svg->out, ' ');
  jalon_svg_number (svg, item->y);
  g_string_append (svg->out, ")\"");
  if (label != NULL)
    {
      g_string_append (svg->out, " role=\"group\"");
      jalon_svg_label (svg, "aria-label", label);
    }
  g_string_append_c (svg->out, '>');
  for (guint i = 0; i < n; i++)
    write_primitive (svg, &primitives[i]);
  g_string_append (svg->out, "</g>\n");
}

static void
write_start (JalonSvg *svg, JalonScene *scene)
{
  JalonPrimitive paper = { .type = JALON_PRIMITIVE_BOX,
                           .rect = { 0, 0, jalon_scene_get_width (scene),
                                     jalon_scene_get_height (scene) },
                           .fill = jalon_scene_get_theme (scene)->paper };

  g_string_append (svg->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                             "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                             "xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\"");
  jalon_svg_attribute (svg, "width", paper.rect.width);
  jalon_svg_attribute (svg, "height", paper.rect.height);
  g_string_append (svg->out, " viewBox=\"0 0 ");
  jalon_svg_number (svg, paper.rect.width);
  g_string_append_c (svg->out, ' ');
  jalon_svg_number (svg, paper.rect.height);
  /* Viewers set text otherwise in another language, and readers speak it otherwise. */
  g_string_append_printf (svg->out, "\" xml:lang=\"%s\"", jalon_scene_get_language (scene));
  g_string_append (svg->out, " role=\"document\" aria-labelledby=\"title\" "
                             "stroke-linecap=\"round\" stroke-linejoin=\"round\" "
                             "font-family=\"" JALON_FAMILIES "\"");
  /* What most texts are like */
  jalon_svg_attribute (svg, "font-size", JALON_SVG_TEXT_SIZE);
  jalon_svg_colour (svg, "fill", &svg->ink);
  g_string_append (svg->out, ">\n<title id=\"title\">");
  jalon_svg_escape (svg, jalon_scene_get_title (scene), -1);
  g_string_append (svg->out, "</title>\n");
  write_box (svg, &paper);
  g_string_append_c (svg->out, '\n');
}

static gboolean
flush (JalonSvg *svg, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  gboolean done = g_output_stream_write_all (stream, svg->out->str, svg->out->len, NULL,
                                             cancellable, error);

  g_string_truncate (svg->out, 0);
  return done;
}

/**
 * jalon_export_svg:
 * @scene: a scene
 * @scale: not used: a viewer scales as it likes
 * @stream: where to
 * @cancellable: (nullable): to stop it
 * @error: why not
 *
 * Writes an SVG file: boxes as <rect>, each line of text as <text> where the layout has it, so that
 * it can be found and copied, and each node on a line of the file; 1 px for a canvas unit.
 *
 * Returns: %TRUE if it is complete
 */
gboolean
jalon_export_svg (JalonScene *scene,
                  double scale,
                  GOutputStream *stream,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GHashTable) pictures = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) emoji = g_hash_table_new_full (jalon_text_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) shapes = jalon_svg_count_shapes (scene);
  g_autoptr (GString) out = g_string_sized_new (CHUNK + CHUNK / 4);
  JalonSvg svg = { .out = out,
                   .ink = jalon_scene_get_theme (scene)->ink,
                   .shapes = shapes,
                   .pictures = pictures,
                   .emoji = emoji };
  gboolean done = TRUE;
  guint n;
  const JalonItem *items = jalon_scene_get_items (scene, &n);

  write_start (&svg, scene);
  for (guint i = 0; i < n && done; i++)
    {
      write_item (&svg, &items[i]);
      if (out->len >= CHUNK)
        done = flush (&svg, stream, cancellable, error);
    }
  g_string_append (out, "</svg>\n");
  return done && flush (&svg, stream, cancellable, error);
}
