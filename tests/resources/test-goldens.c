/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each map of the samples looks as somebody has looked at it and found it right: the pictures in
 * tests/data/golden. The fonts are those of tests/common/fonts.conf, whatever else is installed.
 *
 * When a drawing has changed on purpose, "ninja -C BUILD jalon-update-goldens" writes them anew;
 * look at each one that git shows as changed. */

#include <glib/gstdio.h>

#include "content.h"
#include "document/jalon-document.h"
#include "drawing/jalon-export.h"
#include "drawing/jalon-layout.h"
#include "picture.h"

/* Pixels for a canvas unit, and the most pixels across: what shows where everything is and in which
 * colour, without the size of a poster. */
#define SCALE 0.28
#define MOST_WIDTH 512

/* Blocks of pixels that are compared, and what they may differ by, of 255: nothing where cairo,
 * FreeType and the fonts are the same, and a shade where their next versions smooth a letter in
 * another way. A card that is missing or elsewhere is 30 and more. */
#define BLOCK 8
#define WORST 12
#define MEAN 0.25

typedef struct
{
  JalonElement *map;
  JalonThemeName theme;
  char *name;
} Golden;

static const char *const theme_names[] = { "light", "dark", "print" };

/* All maps are there in light, and this one in the other colours too. */
static const char in_all_themes[] = "holiday-rentals-journey-anbij6arfzd2";

static void
golden_free (Golden *self)
{
  g_free (self->name);
  g_free (self);
}

static void
add_golden (GPtrArray *goldens, JalonElement *map, const char *stem, JalonThemeName theme)
{
  Golden *golden = g_new0 (Golden, 1);

  golden->map = map;
  golden->theme = theme;
  golden->name = g_strconcat (stem, "-", theme_names[theme], ".png", NULL);
  g_ptr_array_add (goldens, golden);
}

static void
add_map (GPtrArray *goldens, JalonElement *map, const char *sample)
{
  const char *kind = jalon_kind_get_info (jalon_element_get_kind (map))->name;
  g_autofree char *stem = g_strconcat (sample, "-", kind, "-", jalon_element_get_id (map), NULL);

  add_golden (goldens, map, stem, JALON_THEME_LIGHT);
  if (strcmp (stem, in_all_themes) != 0)
    return;
  add_golden (goldens, map, stem, JALON_THEME_DARK);
  add_golden (goldens, map, stem, JALON_THEME_PRINT);
}

/* What there shall be a picture of; @documents keeps the maps. */
static GPtrArray *
list_goldens (GPtrArray *documents)
{
  GPtrArray *goldens = g_ptr_array_new_with_free_func ((GDestroyNotify) golden_free);
  g_autoptr (GPtrArray) files = content_list ("samples");

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *sample = g_path_get_basename (files->pdata[i]);
      JalonElement *project = content_read (files->pdata[i]);

      *strrchr (sample, '.') = '\0';
      g_ptr_array_add (documents, jalon_document_new (project));
      for (guint j = 0; j < jalon_element_get_n_children (project); j++)
        {
          JalonElement *child = jalon_element_get_child (project, j);

          if (jalon_kind_is_map (jalon_element_get_kind (child)))
            add_map (goldens, child, sample);
        }
    }
  return goldens;
}

static GBytes *
draw (const Golden *golden)
{
  g_autoptr (JalonLayout) layout = jalon_layout_new ();
  g_autoptr (JalonScene)
    scene = jalon_layout_draw (layout, golden->map, jalon_theme_get (golden->theme));
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  double scale = MIN (SCALE, MOST_WIDTH / jalon_scene_get_width (scene));
  g_autoptr (GError) error = NULL;

  jalon_export_to_stream (scene, JALON_FORMAT_PNG, scale, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static char *
get_folder (void)
{
  return g_test_build_filename (G_TEST_DIST, "data", "golden", NULL);
}

/* Where people can look at what came instead. */
static void
keep (const Golden *golden, GBytes *bytes, cairo_surface_t *actual, cairo_surface_t *expected)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "golden", NULL);
  g_autofree char *path = g_build_filename (folder, golden->name, NULL);
  g_autofree char *difference = g_strconcat (path, ".difference.png", NULL);

  g_mkdir_with_parents (folder, 0777);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  picture_write_difference (actual, expected, difference);
  g_test_message ("Drawn: %s", path);
  g_test_message ("Where it differs: %s", difference);
}

static void
test_golden (gconstpointer data)
{
  const Golden *golden = data;
  g_autofree char *folder = get_folder ();
  g_autofree char *path = g_build_filename (folder, golden->name, NULL);
  g_autoptr (GBytes) bytes = draw (golden);
  cairo_surface_t *actual = picture_load_bytes (bytes);
  cairo_surface_t *expected;
  double worst, mean;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_error ("There is no %s: ninja -C BUILD jalon-update-goldens, and look at it", path);
  expected = picture_load (path);
  worst = picture_compare (actual, expected, BLOCK, &mean);
  if (!picture_has_size_of (actual, expected) || worst > WORST || mean > MEAN)
    {
      keep (golden, bytes, actual, expected);
      g_test_fail_printf ("%s: another size, or %.1f in a block and %.2f in the mean", path, worst,
                          mean);
    }
  cairo_surface_destroy (actual);
  cairo_surface_destroy (expected);
}

static gboolean
is_wanted (GPtrArray *goldens, const char *name)
{
  for (guint i = 0; i < goldens->len; i++)
    if (strcmp (((Golden *) goldens->pdata[i])->name, name) == 0)
      return TRUE;
  return FALSE;
}

/* Pictures of maps that are not in the samples any more, as paths. */
static GPtrArray *
find_unwanted (GPtrArray *goldens)
{
  GPtrArray *unwanted = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (!is_wanted (goldens, name))
      g_ptr_array_add (unwanted, g_build_filename (folder, name, NULL));
  return unwanted;
}

static void
test_unwanted (gconstpointer data)
{
  g_autoptr (GPtrArray) unwanted = find_unwanted ((GPtrArray *) data);

  for (guint i = 0; i < unwanted->len; i++)
    g_test_message ("%s", (char *) unwanted->pdata[i]);
  g_assert_cmpuint (unwanted->len, ==, 0);
}

static int
update (GPtrArray *goldens)
{
  g_autoptr (GPtrArray) unwanted = find_unwanted (goldens);
  g_autofree char *folder = get_folder ();

  g_mkdir_with_parents (folder, 0777);
  for (guint i = 0; i < unwanted->len; i++)
    g_remove (unwanted->pdata[i]);
  for (guint i = 0; i < goldens->len; i++)
    {
      Golden *golden = goldens->pdata[i];
      g_autofree char *path = g_build_filename (folder, golden->name, NULL);
      g_autoptr (GBytes) bytes = draw (golden);
      g_autoptr (GError) error = NULL;

      g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
      g_assert_no_error (error);
    }
  return 0;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) goldens = NULL;

  g_test_init (&argc, &argv, NULL);
  goldens = list_goldens (documents);
  if (argc > 1 && strcmp (argv[1], "--update") == 0)
    return update (goldens);
  for (guint i = 0; i < goldens->len; i++)
    {
      Golden *golden = goldens->pdata[i];
      g_autofree char *path = g_strconcat ("/resources/goldens/", golden->name, NULL);

      g_test_add_data_func (path, golden, test_golden);
    }
  g_test_add_data_func ("/resources/goldens/unwanted", goldens, test_unwanted);
  return g_test_run ();
}
