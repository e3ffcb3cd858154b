/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing/jalon-fonts.h"

#include "drawing/jalon-export-private.h"
#include "drawing/jalon-painter.h"

#define N_ROUNDS 16
#define A_WHILE (20 * G_TIME_SPAN_MILLISECOND)

/* Too small to read */
#define FAR 0.3

/* Each has a font of its own. */
static const char words[] = "bonjour 你好 مرحبا שלום नमस्ते সুপ্রভাত "
                            "வணக்கம் నమస్కారం ನಮಸ್ಕಾರ നമസ്കാരം "
                            "નમસ્તે ସୁପ୍ରଭାତ ආයුබෝවන් សួស្តី ສະບາຍດີ "
                            "မင်္ဂလာပါ สวัสดี ሰላም გამარჯობა բարև ᎣᏏᏲ 👋";

static JalonScene *
new_scene (JalonTypesetter *typesetter)
{
  g_autoptr (JalonElement) map = jalon_element_new (JALON_KIND_JOURNEY, "map");
  JalonScene *scene = jalon_scene_new (map, jalon_theme_get (JALON_THEME_LIGHT));
  g_auto (GStrv) texts = g_strsplit (words, " ", -1);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      JalonParagraph *paragraph =
        jalon_typesetter_set (typesetter, texts[i], i % JALON_N_TEXT_STYLES, -1, JALON_ALIGN_START);
      JalonNode *node = jalon_node_new (JALON_ROLE_CARD, NULL, JALON_FIELD_NONE, 100, 30);

      jalon_node_add_text (node, paragraph, 0, 0, (JalonColour){ 0, 0, 0, 1 });
      jalon_scene_add (scene, node, i % 4 * 100, i / 4 * 50, JALON_LAYER_BODY, -1);
    }
  jalon_scene_set_size (scene, 400, 400);
  return scene;
}

static void
add_painted (GString *all, JalonScene *scene, double zoom)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 400);
  cairo_t *cr = cairo_create (surface);
  guint n;
  const JalonItem *items = jalon_scene_get_items (scene, &n);

  cairo_scale (cr, zoom, zoom);
  for (guint i = 0; i < n; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, items[i].x, items[i].y);
      jalon_painter_paint_zoomed (cr, items[i].node, zoom);
      cairo_restore (cr);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_string_append_len (all, (const char *) cairo_image_surface_get_data (surface),
                       400 * cairo_image_surface_get_stride (surface));
  cairo_surface_destroy (surface);
}

static GBytes *export(JalonScene *scene, JalonExportFunc func)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  func (scene, 1, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* A PDF says when it was made. */
static void
add_exported (GString *all, JalonScene *scene)
{
  g_autoptr (GBytes) svg = export(scene, jalon_export_svg);
  g_autoptr (GBytes) pdf = export(scene, jalon_export_pdf);

  g_string_append_len (all, g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  g_string_append_printf (all, "%" G_GSIZE_FORMAT, g_bytes_get_size (pdf));
}

/* All that is made of texts, with more fonts than Cairo keeps open. */
static gpointer
draw_cb (gpointer data)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      JalonTypesetter *typesetter = jalon_typesetter_new ();
      g_autoptr (JalonScene) scene = new_scene (typesetter);

      jalon_typesetter_free (typesetter);
      add_painted (all, scene, 1 + 0.1 * i);
      add_painted (all, scene, FAR);
      add_exported (all, scene);
    }
  return all;
}

/* What threads draw beside each other, before anything is known of the fonts, is what one draws
 * alone. */
static void
test_threads (void)
{
  GThread *threads[3];
  GString *drawn[G_N_ELEMENTS (threads)];
  GString *alone;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("draw", draw_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    drawn[i] = g_thread_join (threads[i]);
  alone = draw_cb (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_assert_cmpmem (drawn[i]->str, drawn[i]->len, alone->str, alone->len);
      g_string_free (drawn[i], TRUE);
    }
  g_string_free (alone, TRUE);
}

/* What a thread does: it takes them again and again, until that is over. */
typedef struct
{
  int n;
  int is_over;
} Work;

static gpointer
work_cb (gpointer data)
{
  Work *self = data;

  while (!g_atomic_int_get (&self->is_over))
    {
      g_autoptr (JalonFonts) fonts = jalon_fonts_take ();
      g_autoptr (JalonFonts) again = jalon_fonts_take ();

      g_atomic_int_inc (&self->n);
    }
  return NULL;
}

static void
end (Work *self, GThread *thread)
{
  const int n = g_atomic_int_get (&self->n);

  while (g_atomic_int_get (&self->n) == n)
    g_usleep (A_WHILE);
  g_atomic_int_set (&self->is_over, TRUE);
  g_thread_join (thread);
}

static void
check_waiting (Work *self)
{
  const int n = g_atomic_int_get (&self->n);

  g_usleep (A_WHILE);
  g_assert_cmpint (g_atomic_int_get (&self->n), ==, n);
}

/* Who has taken them twice has them until they are released twice. */
static void
test_take (void)
{
  Work work = { 0 };
  JalonFonts *fonts = jalon_fonts_take ();
  JalonFonts *again = jalon_fonts_take ();
  GThread *thread = g_thread_new ("work", work_cb, &work);

  check_waiting (&work);
  jalon_fonts_release (again);
  check_waiting (&work);
  jalon_fonts_release (fonts);
  end (&work, thread);
}

static gboolean
wake_cb (gpointer data)
{
  Work *work = data;

  check_waiting (work);
  return work->n > 100 ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

/* The main loop goes before all threads; they have what it does not need. */
static void
test_bind (void)
{
  Work work = { 0 };
  GThread *thread;
  guint source;

  jalon_fonts_unbind ();
  jalon_fonts_bind ();
  jalon_fonts_bind ();
  thread = g_thread_new ("work", work_cb, &work);
  check_waiting (&work);
  source = g_timeout_add (1, wake_cb, &work);
  while (g_main_context_find_source_by_id (NULL, source) != NULL)
    g_main_context_iteration (NULL, TRUE);
  check_waiting (&work);
  jalon_fonts_unbind ();
  end (&work, thread);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/fonts/take", test_take);
  g_test_add_func ("/drawing/fonts/bind", test_bind);
  g_test_add_func ("/drawing/fonts/threads", test_threads);
  return g_test_run ();
}
