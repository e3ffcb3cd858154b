/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random steps, back and forth, in a document that views show: each shows what another one does
 * that has been opened just now. */

#include <adwaita.h>

#include "fixture.h"
#include "random-edit.h"
#include "random-tree.h"
#include "widgets/jalon-canvas.h"
#include "widgets/jalon-inspector.h"
#include "widgets/jalon-outline-private.h"
#include "widgets/jalon-register-table.h"
#include "widgets/jalon-sidebar.h"

#define N_ELEMENTS 100
#define N_STEPS 16
#define N_CHECKS 4
#define N_MAPS 5

/* So many rows have widgets, for they are in view; see meson.build. */
#define MOST_ROWS 90
#define WIDTH 1500
#define HEIGHT 4000

/* What no frame needs comes later, as what assistive technology sees of the canvas: so often is
 * waited for that, so long, in ms. */
#define PATIENCE 50
#define LATER 100

/* So many bytes of a picture may differ by more */
#define MOST_OTHER 50
#define TOLERANCE 64

enum
{
  OUTLINE,
  CANVAS,
  REGISTER,
  SIDEBAR,
  INSPECTOR,
  N_VIEWS,
};

static GtkWidget *(*const constructors[]) (void) = {
  [OUTLINE] = jalon_outline_new,         [CANVAS] = jalon_canvas_new,
  [REGISTER] = jalon_register_table_new, [SIDEBAR] = jalon_sidebar_new,
  [INSPECTOR] = jalon_inspector_new,
};

typedef struct
{
  GtkWidget *window;
  GtkWidget *views[N_VIEWS];
} Views;

static void
views_init (Views *self, JalonDocument *document, JalonElement *map)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (guint i = 0; i < N_VIEWS; i++)
    {
      self->views[i] = constructors[i]();
      gtk_widget_set_hexpand (self->views[i], TRUE);
      gtk_box_append (GTK_BOX (box), self->views[i]);
    }
  self->window = fixture_show (box, WIDTH, HEIGHT);
  for (guint i = 0; i < N_VIEWS; i++)
    {
      jalon_map_view_set_document (JALON_MAP_VIEW (self->views[i]), document);
      jalon_map_view_set_map (JALON_MAP_VIEW (self->views[i]), map);
    }
  fixture_settle ();
}

static void
views_clear (Views *self)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  fixture_settle ();
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Views, views_clear)

static GListModel *
get_rows (Views *self)
{
  return G_LIST_MODEL (JALON_OUTLINE (self->views[OUTLINE])->tree);
}

/* What people see of the map does not depend on what they have looked at before: all rows are open,
 * all of the map is in view, and the pointer is nowhere. */
static void
show_all (Views *self)
{
  GListModel *rows = get_rows (self);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);

      gtk_tree_list_row_set_expanded (row, TRUE);
    }
  gtk_widget_activate_action (self->views[CANVAS], "canvas.zoom-fit", NULL);
  g_signal_emit_by_name (fixture_find_controller (self->views[CANVAS],
                                                  GTK_TYPE_EVENT_CONTROLLER_MOTION, 0),
                         "leave");
  fixture_settle ();
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  return GTK_IS_EDITABLE (widget) ? gtk_editable_get_text (GTK_EDITABLE (widget)) : "";
}

/* What assistive technology says of it; GTK says "undefined" where nothing was ever set. */
static char *
get_said (GtkWidget *widget, GtkAccessibleProperty property)
{
  char *said = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), property, "not said");

  if (strcmp (said, "undefined") == 0)
    said[0] = '\0';
  return said;
}

/* A line for each widget that can be seen */
static void
describe (GtkWidget *widget, guint depth, GString *lines)
{
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;

  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return;
  name = get_said (widget, GTK_ACCESSIBLE_PROPERTY_LABEL);
  description = get_said (widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  g_string_append_printf (lines, "%*s%s “%s” (%s; %s; %s)%s\n", (int) depth, "",
                          G_OBJECT_TYPE_NAME (widget), get_text (widget), name, description,
                          gtk_widget_get_tooltip_text (widget),
                          gtk_widget_get_sensitive (widget) ? "" : " insensitive");
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    describe (child, depth + 1, lines);
}

static char **
list_widgets (GtkWidget *view)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  describe (view, 0, lines);
  return g_strsplit (lines->str, "\n", -1);
}

static gboolean
is_same (GtkWidget *seen, GtkWidget *wanted)
{
  g_auto (GStrv) is = list_widgets (seen);
  g_auto (GStrv) should_be = list_widgets (wanted);

  return g_strv_equal ((const char *const *) is, (const char *const *) should_be);
}

static void
check_view (GtkWidget *seen, GtkWidget *wanted)
{
  g_auto (GStrv) is = list_widgets (seen);
  g_auto (GStrv) should_be = list_widgets (wanted);

  for (guint i = 0; is[i] != NULL && should_be[i] != NULL; i++)
    g_assert_cmpstr (is[i], ==, should_be[i]);
  g_assert_cmpuint (g_strv_length (is), ==, g_strv_length (should_be));
}

/* What people see of the canvas, as rows of pixels of four bytes */
static GBytes *
paint (Views *self)
{
  GtkWidget *canvas = self->views[CANVAS];
  const int width = gtk_widget_get_width (canvas);
  const int height = gtk_widget_get_height (canvas);
  const gsize stride = (gsize) width * 4;
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (canvas);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  g_autoptr (GdkTexture) texture = NULL;
  guchar *pixels = g_malloc (stride * height);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (self->window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_texture_download (texture, pixels, stride);
  gsk_render_node_unref (node);
  return g_bytes_new_take (pixels, stride * height);
}

static guint
count_other (Views *seen, Views *wanted)
{
  g_autoptr (GBytes) is = paint (seen);
  g_autoptr (GBytes) should_be = paint (wanted);
  const guchar *a = g_bytes_get_data (is, NULL);
  const guchar *b = g_bytes_get_data (should_be, NULL);
  guint n = 0;

  g_assert_cmpuint (g_bytes_get_size (is), ==, g_bytes_get_size (should_be));
  for (gsize i = 0; i < g_bytes_get_size (is); i++)
    n += ABS (a[i] - b[i]) > TOLERANCE ? 1 : 0;
  return n;
}

/* What has been painted before is kept, and only what has changed is painted anew. The frame of a
 * letter that no font has is not always as dark. */
static void
check_painted (Views *seen, Views *wanted)
{
  for (guint i = 0; i < PATIENCE && count_other (seen, wanted) > MOST_OTHER; i++)
    fixture_wait (LATER);
  g_assert_cmpuint (count_other (seen, wanted), <=, MOST_OTHER);
}

/* The keys are on one of what is selected, on the last that people went to. */
static void
select_one (JalonDocument *document)
{
  const char *const *selection = jalon_document_get_selection (document);
  g_autofree char *id = g_strdup (selection[0]);

  jalon_document_set_selection (document, (const char *[]){ id, NULL });
  fixture_settle ();
}

static void
check (Views *self, JalonDocument *document, JalonElement *map)
{
  g_auto (Views) fresh = { NULL };

  views_init (&fresh, document, map);
  show_all (self);
  show_all (&fresh);
  for (guint i = 0; i < PATIENCE && !is_same (self->views[CANVAS], fresh.views[CANVAS]); i++)
    fixture_wait (LATER);
  for (guint i = 0; i < N_VIEWS; i++)
    check_view (self->views[i], fresh.views[i]);
  select_one (document);
  check_painted (self, &fresh);
}

/* One of the maps with something on them; NULL if there is none */
static JalonElement *
pick_map (GRand *rand, JalonDocument *document)
{
  JalonElement *project = jalon_document_get_project (document);
  g_autoptr (GPtrArray) maps = g_ptr_array_new ();

  for (guint i = 0; i < jalon_element_get_n_children (project); i++)
    {
      JalonElement *child = jalon_element_get_child (project, i);

      if (jalon_kind_is_map (jalon_element_get_kind (child)) &&
          jalon_element_get_n_children (child) > 1)
        g_ptr_array_add (maps, child);
    }
  return maps->len > 0 ? maps->pdata[g_rand_int_range (rand, 0, (gint32) maps->len)] : NULL;
}

/* Something of the map, and at times something else of it */
static void
select_something (GRand *rand, JalonDocument *document, JalonElement *map)
{
  const char *ids[] = { jalon_element_get_id (random_pick (rand, map)), NULL, NULL };

  if (g_rand_int_range (rand, 0, 4) == 0)
    ids[1] = jalon_element_get_id (random_pick (rand, map));
  jalon_document_set_selection (document, ids);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
change_something (GRand *rand, JalonDocument *document, JalonElement *map)
{
  for (guint i = 0; i < N_STEPS; i++)
    {
      random_play (rand, document, map);
      select_something (rand, document, map);
    }
}

/* Whether there was a map to play with */
static gboolean
play (GRand *rand)
{
  g_autoptr (JalonDocument) document = jalon_document_new (random_tree (rand, N_ELEMENTS, TRUE));
  JalonElement *map = pick_map (rand, document);
  g_auto (Views) views = { NULL };

  if (map == NULL)
    return FALSE;
  g_test_message ("%s", jalon_kind_get_info (jalon_element_get_kind (map))->name);
  views_init (&views, document, map);
  for (guint i = 0; i < N_CHECKS && g_list_model_get_n_items (get_rows (&views)) < MOST_ROWS; i++)
    {
      check (&views, document, map);
      change_something (rand, document, map);
    }
  return TRUE;
}

static void
run (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint n = 0; n < N_MAPS;)
    n += play (rand) ? 1 : 0;
}

static void
test_fixed (void)
{
  run (20261124);
}

static void
test_random (void)
{
  run (g_test_rand_int ());
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/widgets/views-property/fixed", test_fixed);
  g_test_add_func ("/widgets/views-property/random", test_random);
  return fixture_run ();
}
