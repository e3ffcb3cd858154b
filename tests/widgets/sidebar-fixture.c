/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sidebar-fixture.h"

#include "widgets/jalon-map-row.h"

static void
map_cb (SidebarFixture *self)
{
  self->n_maps++;
}

void
sidebar_fixture_init (SidebarFixture *self)
{
  self->document = fixture_new ();
  self->sidebar = jalon_sidebar_new ();
  self->window = fixture_show (self->sidebar, 240, 600);
  jalon_map_view_set_document (JALON_MAP_VIEW (self->sidebar), self->document);
  g_signal_connect_swapped (self->sidebar, "notify::map", G_CALLBACK (map_cb), self);
  fixture_settle ();
}

/* Closes the window; nothing may still hold the sidebar. */
void
sidebar_fixture_clear (SidebarFixture *self)
{
  fixture_finalise (self->window, self->sidebar);
  g_assert_finalize_object (self->document);
}

/* The row that stands for a map; NULL if there is none. */
GtkWidget *
sidebar_fixture_find_row (SidebarFixture *self, const char *id)
{
  GtkWidget *row;

  for (guint i = 0; (row = fixture_find_child (self->sidebar, JALON_TYPE_MAP_ROW, i)) != NULL; i++)
    if (strcmp (jalon_element_get_id (jalon_map_row_get_map (JALON_MAP_ROW (row))), id) == 0)
      return row;
  return NULL;
}

/* @id is shown, and its row alone is marked. */
void
sidebar_fixture_check_map (SidebarFixture *self, const char *id)
{
  JalonElement *map = jalon_map_view_get_map (JALON_MAP_VIEW (self->sidebar));
  GtkWidget *row;

  g_assert_cmpstr (map != NULL ? jalon_element_get_id (map) : NULL, ==, id);
  for (guint i = 0; (row = fixture_find_child (self->sidebar, JALON_TYPE_MAP_ROW, i)) != NULL; i++)
    g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row)) ==
                   (jalon_map_row_get_map (JALON_MAP_ROW (row)) == map));
}
