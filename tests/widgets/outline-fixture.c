/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "outline-fixture.h"

/* More than an action waits that was chosen from a menu. */
#define FRAMES 4

void
outline_fixture_set_up (OutlineFixture *self, gconstpointer data)
{
  GtkWidget *outline = jalon_outline_new ();

  self->document = fixture_new ();
  self->outline = JALON_OUTLINE (outline);
  self->window = fixture_show (outline, 700, 900);
  jalon_map_view_set_document (JALON_MAP_VIEW (self->outline), self->document);
  jalon_map_view_set_map (JALON_MAP_VIEW (self->outline), fixture_get (self->document, data));
  fixture_settle ();
}

void
outline_fixture_tear_down (OutlineFixture *self, gconstpointer data)
{
  fixture_finalise (self->window, self->outline);
  g_assert_finalize_object (self->document);
}

static gboolean
count_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer n_frames)
{
  return ++*(guint *) n_frames < FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Lets everything happen that is waiting, also for frames, which may be slow to come, and the list
 * make the row that shall have the keys. */
void
outline_fixture_settle (OutlineFixture *self)
{
  guint n_frames = 0;

  fixture_settle ();
  gtk_widget_add_tick_callback (GTK_WIDGET (self->outline), count_frame, &n_frames, NULL);
  while (n_frames < FRAMES)
    g_main_context_iteration (NULL, TRUE);
  while (self->outline->wanted != NULL)
    g_main_context_iteration (NULL, TRUE);
}

void
outline_fixture_check_selection (OutlineFixture *self, const char *ids)
{
  g_autofree char *selected = g_strjoinv (" ",
                                          (char **) jalon_document_get_selection (self->document));

  g_assert_cmpstr (selected, ==, ids);
}

/* Puts the keys on an element and does something there, as a screen reader would. */
void
outline_fixture_act (OutlineFixture *self, const char *id, const char *action)
{
  JalonElement *element = fixture_get (self->document, id);
  GtkWidget *row;

  jalon_outline_go_to (self->outline, element, FALSE);
  outline_fixture_settle (self);
  row = g_hash_table_lookup (self->outline->rows, element);
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_activate_action (row, action, NULL));
  outline_fixture_settle (self);
}

/* Writes where the keys are, and ends with a key, or with Enter. */
void
outline_fixture_write_text (OutlineFixture *self, const char *text, guint keyval)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  g_assert_true (GTK_IS_TEXT (focus));
  gtk_editable_set_text (GTK_EDITABLE (focus), text);
  if (keyval == 0)
    g_signal_emit_by_name (focus, "activate");
  else
    fixture_press (focus, keyval, 0);
  outline_fixture_settle (self);
}
