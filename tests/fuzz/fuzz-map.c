/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The maps of a project file: whatever it holds, laying them out comes to an end, and everything on
 * them has a place. */

#include <math.h>

#include "document/jalon-document.h"
#include "drawing/jalon-layout.h"
#include "files/jalon-reader.h"
#include "fuzz.h"

static void
check_scene (JalonScene *scene)
{
  guint n;
  const JalonItem *items = jalon_scene_get_items (scene, &n);

  fuzz_require (isfinite (jalon_scene_get_width (scene)) && jalon_scene_get_width (scene) >= 0);
  fuzz_require (isfinite (jalon_scene_get_height (scene)) && jalon_scene_get_height (scene) >= 0);
  for (guint i = 0; i < n; i++)
    {
      fuzz_require (isfinite (items[i].x) && isfinite (items[i].y));
      fuzz_require (isfinite (items[i].width) && isfinite (items[i].height));
      fuzz_require (items[i].slot >= -1 && items[i].slot < (int) n);
    }
}

static guint
count_threads (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc/self/task", 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Pango has a thread for each font map, which ends some time after it. What belongs to a thread
 * that is just ending is reachable from nowhere: GSlice's 2032 bytes looked like a leak, once in an
 * hour. libFuzzer may start threads of its own, so this does not wait for ever. */
static void
wait_for_threads (guint n)
{
  for (guint i = 0; i < 1000 && count_threads () > n; i++)
    g_usleep (100);
}

static void
check_maps (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  JalonElement *project = jalon_reader_read (bytes, "fuzz", NULL, NULL);
  g_autoptr (JalonDocument) document = NULL;
  g_autoptr (JalonLayout) layout = NULL;

  if (project == NULL)
    return;
  document = jalon_document_new (project);
  layout = jalon_layout_new ();
  for (guint i = 0; i < jalon_element_get_n_children (project); i++)
    {
      JalonElement *map = jalon_element_get_child (project, i);
      JalonScene *scene;

      if (!jalon_kind_is_map (jalon_element_get_kind (map)))
        continue;
      scene = jalon_layout_draw (layout, map, jalon_theme_get (JALON_THEME_LIGHT));
      check_scene (scene);
      jalon_scene_unref (scene);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  guint n = count_threads ();

  check_maps (data, size);
  wait_for_threads (n);
  return 0;
}
