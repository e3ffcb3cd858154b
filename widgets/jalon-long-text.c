/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-long-text.h"

#include <string.h>

/* A text of any length and with words of any length, so that a text view can show it: to break one
 * word into lines takes Pango the square of its length, and a text view lays out a paragraph with
 * every key. So a line of the text becomes several paragraphs, which end with what no text of a
 * document holds and GTK takes for an end as well. */

#define SOFT_BREAK '\r'

/* In letters: a paragraph ends with the first word behind that, and in a word that is longer. */
#define LONG_LINE 1000
#define LONG_WORD 200

/* What is drawn with the letter before it. */
static gboolean
joins (const char *p)
{
  const gunichar zero_width_joiner = 0x200d;
  gunichar c = g_utf8_get_char (p);

  return g_unichar_ismark (c) || c == zero_width_joiner;
}

/**
 * jalon_long_text_break:
 * @text: a text, maybe broken already
 *
 * Returns: (transfer full): @text with breaks that are not lines of their own
 */
char *
jalon_long_text_break (const char *text)
{
  GString *broken = g_string_sized_new (strlen (text));
  guint n_line = 0, n_word = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (((n_line >= LONG_LINE && n_word == 0) || n_word >= LONG_WORD) && !joins (p) &&
          *p != '\n' && *p != SOFT_BREAK)
        {
          g_string_append_c (broken, SOFT_BREAK);
          n_line = n_word = 0;
        }
      g_string_append_len (broken, p, g_utf8_next_char (p) - p);
      n_word = g_unichar_isspace (g_utf8_get_char (p)) ? 0 : n_word + 1;
      n_line = *p == '\n' || *p == SOFT_BREAK ? 0 : n_line + 1;
    }
  return g_string_free (broken, FALSE);
}

/* In place: what other programs end their lines with becomes what a document has, so that no break
 * of theirs is taken for one of ours. */
static void
unify_lines (char *text)
{
  char *to = text;

  for (const char *p = text; *p != '\0'; p++)
    if (*p != '\r')
      *to++ = *p;
    else if (p[1] != '\n')
      *to++ = '\n';
  *to = '\0';
}

/* What is pasted may be as long. */
static void
insert_text_cb (GtkTextBuffer *buffer, GtkTextIter *at, const char *text, int length)
{
  g_autofree char *all = g_strndup (text, length);
  g_autofree char *broken = NULL;

  unify_lines (all);
  broken = jalon_long_text_break (all);
  if (strncmp (broken, text, length) == 0 && broken[length] == '\0')
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  g_signal_handlers_block_by_func (buffer, insert_text_cb, NULL);
  gtk_text_buffer_insert (buffer, at, broken, -1);
  g_signal_handlers_unblock_by_func (buffer, insert_text_cb, NULL);
}

/* What comes back by undo was broken when it came. */
static void
before_replay_cb (GtkTextBuffer *buffer)
{
  g_signal_handlers_block_by_func (buffer, insert_text_cb, NULL);
}

static void
after_replay_cb (GtkTextBuffer *buffer)
{
  g_signal_handlers_unblock_by_func (buffer, insert_text_cb, NULL);
}

/**
 * jalon_long_text_watch:
 * @buffer: a buffer
 *
 * Breaks what comes into the buffer from now on.
 */
void
jalon_long_text_watch (GtkTextBuffer *buffer)
{
  static const char *const replays[] = { "undo", "redo" };

  g_signal_connect (buffer, "insert-text", G_CALLBACK (insert_text_cb), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (replays); i++)
    {
      g_signal_connect (buffer, replays[i], G_CALLBACK (before_replay_cb), NULL);
      g_signal_connect_after (buffer, replays[i], G_CALLBACK (after_replay_cb), NULL);
    }
}

static char *
get_between (GtkTextBuffer *buffer, const GtkTextIter *start, const GtkTextIter *end)
{
  char *text = gtk_text_buffer_get_text (buffer, start, end, TRUE);
  char *to = text;

  for (const char *p = text; *p != '\0'; p++)
    if (*p != SOFT_BREAK)
      *to++ = *p;
  *to = '\0';
  return text;
}

/**
 * jalon_long_text_get:
 * @buffer: a buffer that is watched
 *
 * Returns: (transfer full): its text, with no breaks but those of lines
 */
char *
jalon_long_text_get (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return get_between (buffer, &start, &end);
}

static void
copy_cb (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  if (gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    {
      g_autofree char *text = get_between (buffer, &start, &end);

      gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), text);
    }
  g_signal_stop_emission_by_name (view, "copy-clipboard");
}

static void
cut_cb (GtkTextView *view)
{
  g_signal_emit_by_name (view, "copy-clipboard");
  gtk_text_buffer_delete_selection (gtk_text_view_get_buffer (view), TRUE,
                                    gtk_text_view_get_editable (view));
  g_signal_stop_emission_by_name (view, "cut-clipboard");
}

/* Where what is dragged is taken from: it may be dropped before that. */
#define DRAG_START "drag-start"
#define DRAG_END "drag-end"

/* Something came while it was dragged: it was dropped where it came from. */
#define DROPPED_HERE "dropped-here"

static gboolean
get_dragged (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextMark *mark = gtk_text_buffer_get_mark (buffer, DRAG_START);

  if (mark == NULL)
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (buffer, start, mark);
  gtk_text_buffer_get_iter_at_mark (buffer, end, gtk_text_buffer_get_mark (buffer, DRAG_END));
  return TRUE;
}

static void
forget_dragged (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  if (!get_dragged (buffer, &start, &end))
    return;
  gtk_text_buffer_delete_mark_by_name (buffer, DRAG_START);
  gtk_text_buffer_delete_mark_by_name (buffer, DRAG_END);
  g_object_set_data (G_OBJECT (buffer), DROPPED_HERE, NULL);
}

static void
changed_cb (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  if (get_dragged (buffer, &start, &end))
    g_object_set_data (G_OBJECT (buffer), DROPPED_HERE, GINT_TO_POINTER (TRUE));
}

static gboolean
get_at (GtkTextView *view, double x, double y, GtkTextIter *at)
{
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x,
                                         &buffer_y);
  return gtk_text_view_get_iter_at_location (view, at, buffer_x, buffer_y);
}

/* What is selected may be dragged: the view, which would do that with all its breaks, for GTK 4.8
 * takes it out of the buffer itself, does not hear of the button. From elsewhere it selects. */
static void
pressed_cb (GtkTextView *view, int n_press, double x, double y, GtkGesture *click)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end, at;

  forget_dragged (buffer);
  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end) || !get_at (view, x, y, &at) ||
      !gtk_text_iter_in_range (&at, &start, &end))
    return;
  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_text_buffer_create_mark (buffer, DRAG_START, &start, FALSE);
  gtk_text_buffer_create_mark (buffer, DRAG_END, &end, TRUE);
}

/* So nothing was dragged. */
static void
released_cb (GtkTextView *view, int n_press, double x, double y)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end, at;

  if (!get_dragged (buffer, &start, &end))
    return;
  forget_dragged (buffer);
  get_at (view, x, y, &at);
  gtk_text_buffer_place_cursor (buffer, &at);
}

static GdkContentProvider *
prepare_drag_cb (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  if (!get_dragged (buffer, &start, &end))
    return NULL;
  text = get_between (buffer, &start, &end);
  return gdk_content_provider_new_typed (G_TYPE_STRING, text);
}

static gboolean
wants_copy (GtkTextView *view)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (view)));

  return (gdk_device_get_modifier_state (gdk_seat_get_keyboard (seat)) & GDK_CONTROL_MASK) != 0;
}

/* What was dropped here GTK 4.8 takes for a copy, for the view has not dragged it itself. */
static void
drag_ended_cb (GtkTextView *view, GdkDrag *drag, gboolean is_moved)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  gboolean is_here = g_object_get_data (G_OBJECT (buffer), DROPPED_HERE) != NULL;
  GtkTextIter start, end;

  if ((is_moved || (is_here && !wants_copy (view))) && get_dragged (buffer, &start, &end))
    gtk_text_buffer_delete_interactive (buffer, &start, &end, gtk_text_view_get_editable (view));
  forget_dragged (buffer);
}

static void
watch_drag (GtkTextView *view)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), view);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY | GDK_ACTION_MOVE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_drag_cb), view);
  g_signal_connect_swapped (source, "drag-end", G_CALLBACK (drag_ended_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (source));
  gtk_gesture_group (click, GTK_GESTURE (source));
  g_signal_connect (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (changed_cb), NULL);
}

/* GTK would offer what is selected to the middle button with all its breaks. */
static void
realize_cb (GtkTextView *view)
{
  gtk_text_buffer_remove_selection_clipboard (gtk_text_view_get_buffer (view),
                                              gtk_widget_get_primary_clipboard (GTK_WIDGET (view)));
}

/* It takes away what it has added, so that has to be there. */
static void
unrealize_cb (GtkTextView *view)
{
  gtk_text_buffer_add_selection_clipboard (gtk_text_view_get_buffer (view),
                                           gtk_widget_get_primary_clipboard (GTK_WIDGET (view)));
}

/**
 * jalon_long_text_watch_view:
 * @view: shows a buffer that is watched
 *
 * Gives away what is copied, cut and dragged as it is in a document, and nothing else.
 */
void
jalon_long_text_watch_view (GtkTextView *view)
{
  g_signal_connect (view, "copy-clipboard", G_CALLBACK (copy_cb), NULL);
  g_signal_connect (view, "cut-clipboard", G_CALLBACK (cut_cb), NULL);
  g_signal_connect_after (view, "realize", G_CALLBACK (realize_cb), NULL);
  g_signal_connect (view, "unrealize", G_CALLBACK (unrealize_cb), NULL);
  watch_drag (view);
}
