/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random steps, back and forth, in a document that views have open: each shows what it would if it
 * had been opened just now. */

#include <adwaita.h>

#include "fixture.h"
#include "random-edit.h"
#include "random-tree.h"
#include "widgets/jalon-inspector.h"
#include "widgets/jalon-outline-private.h"
#include "widgets/jalon-register-table.h"
#include "widgets/jalon-sidebar.h"

#define N_ELEMENTS 150
#define N_STEPS 12

static GtkWidget *(*const constructors[]) (void) = {
  jalon_outline_new,
  jalon_register_table_new,
  jalon_sidebar_new,
  jalon_inspector_new,
};

#define N_VIEWS G_N_ELEMENTS (constructors)

typedef struct
{
  GtkWidget *window;
  GtkWidget *views[N_VIEWS];
} Views;

static void
views_open (Views *self, JalonDocument *document, JalonElement *map)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (guint i = 0; i < N_VIEWS; i++)
    {
      self->views[i] = constructors[i]();
      gtk_widget_set_hexpand (self->views[i], TRUE);
      gtk_box_append (GTK_BOX (box), self->views[i]);
    }
  self->window = fixture_show (box, 1500, 6000);
  for (guint i = 0; i < N_VIEWS; i++)
    {
      jalon_map_view_set_document (JALON_MAP_VIEW (self->views[i]), document);
      jalon_map_view_set_map (JALON_MAP_VIEW (self->views[i]), map);
    }
  fixture_settle ();
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_EDITABLE (widget))
    return gtk_editable_get_text (GTK_EDITABLE (widget));
  return "";
}

static void
describe (GtkWidget *widget, guint depth, GString *text)
{
  g_autofree char *label = NULL;

  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return;
  label = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL, "\001");
  g_string_append_printf (text, "%*s%s “%s” (%s) [%s]%s\n", (int) depth, "",
                          G_OBJECT_TYPE_NAME (widget), get_text (widget), label,
                          gtk_widget_get_tooltip_text (widget),
                          gtk_widget_get_sensitive (widget) ? "" : " insensitive");
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    describe (child, depth + 1, text);
}

static void
open_rows (GtkWidget *view)
{
  GListModel *rows = G_LIST_MODEL (JALON_OUTLINE (view)->tree);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);

      gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

static void
compare (Views *live, JalonDocument *document, JalonElement *map)
{
  Views fresh = { NULL };

  views_open (&fresh, document, map);
  open_rows (fresh.views[0]);
  open_rows (live->views[0]);
  fixture_settle ();
  for (guint i = 0; i < N_VIEWS; i++)
    {
      g_autoptr (GString) seen = g_string_new (NULL);
      g_autoptr (GString) wanted = g_string_new (NULL);

      describe (live->views[i], 0, seen);
      describe (fresh.views[i], 0, wanted);
      if (strcmp (seen->str, wanted->str) != 0)
        {
          g_file_set_contents ("/tmp/seen.txt", seen->str, -1, NULL);
          g_file_set_contents ("/tmp/wanted.txt", wanted->str, -1, NULL);
          g_error ("%s differs", G_OBJECT_TYPE_NAME (live->views[i]));
        }
    }
  gtk_window_destroy (GTK_WINDOW (fresh.window));
  fixture_settle ();
}

static JalonElement *
pick_map (GRand *rand, JalonDocument *document)
{
  JalonElement *project = jalon_document_get_project (document);
  JalonElement *element;

  do
    element = jalon_element_get_child (project,
                                       g_rand_int_range (rand, 0,
                                                         jalon_element_get_n_children (project)));
  while (!jalon_kind_is_map (jalon_element_get_kind (element)));
  return element;
}

/* Something of the map, and seldom something else beside it */
static void
select_something (GRand *rand, JalonDocument *document, JalonElement *map)
{
  const char *ids[] = { jalon_element_get_id (random_pick (rand, map)),
                        g_rand_int_range (rand, 0, 4) == 0
                          ? jalon_element_get_id (random_pick (rand, map))
                          : NULL,
                        NULL };

  jalon_document_set_selection (document, ids);
}

static void
run (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (JalonDocument) document = jalon_document_new (random_tree (rand, N_ELEMENTS, TRUE));
  JalonElement *map = pick_map (rand, document);
  Views live = { NULL };

  g_test_message ("seed %u", seed);
  views_open (&live, document, map);
  for (guint i = 0; i < N_STEPS; i++)
    {
      random_play (rand, document, map);
      fixture_settle ();
      if (jalon_element_get_document (map) != document)
        break;
      select_something (rand, document, map);
      fixture_settle ();
      compare (&live, document, map);
    }
  gtk_window_destroy (GTK_WINDOW (live.window));
  fixture_settle ();
}

static void
test_random (void)
{
  const char *n = g_getenv ("JALON_TEST_RUNS");

  for (int i = n != NULL ? atoi (n) : 1; i > 0; i--)
    run (g_test_rand_int ());
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/widgets/views-property/random", test_random);
  return fixture_run ();
}
