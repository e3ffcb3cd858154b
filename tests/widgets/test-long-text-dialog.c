/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-limits.h"
#include "row-fixture.h"
#include "widgets/jalon-entry-row.h"
#include "widgets/jalon-long-text-dialog.h"
#include "widgets/jalon-long-text.h"
#include "widgets/jalon-text-row.h"

static char *
repeat (const char *part, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
  return g_string_free (text, FALSE);
}

/* Presses the button of the row; the dialog is the window that was not there before. */
static GtkWidget *
open_dialog (RowFixture *fixture)
{
  GtkWidget *row = fixture->row;
  g_autoptr (GListModel) windows = NULL;

  for (guint i = 0;; i++)
    {
      GtkWidget *button = fixture_find_child (row, GTK_TYPE_BUTTON, i);

      g_assert_nonnull (button);
      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), "_Edit All of It…") != 0)
        continue;
      g_assert_true (gtk_widget_get_visible (button));
      g_signal_emit_by_name (button, "clicked");
      break;
    }
  fixture_settle ();
  windows = g_object_ref (gtk_window_get_toplevels ());
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (JALON_IS_LONG_TEXT_DIALOG (window))
        return window;
    }
  g_assert_not_reached ();
}

static GtkTextBuffer *
get_buffer (GtkWidget *dialog)
{
  return gtk_text_view_get_buffer (
    GTK_TEXT_VIEW (fixture_find_child (dialog, GTK_TYPE_TEXT_VIEW, 0)));
}

/* No word and no line is longer than GTK can take, whatever of it is drawn together. */
static void
check_breaks (GtkTextBuffer *buffer)
{
  for (int i = 0; i < gtk_text_buffer_get_line_count (buffer); i++)
    {
      GtkTextIter start;

      gtk_text_buffer_get_iter_at_line (buffer, &start, i);
      g_assert_cmpint (gtk_text_iter_get_chars_in_line (&start), <=, 1300);
      g_assert_false (g_unichar_ismark (gtk_text_iter_get_char (&start)));
    }
}

/* Every word can be changed, in one step. */
static void
test_change (void)
{
  static const struct
  {
    const char *part;
    guint n_parts;
  } cases[] = {
    { "some words ", 1000 }, { "word", 130 }, { "word", 5000 }, { "word", 20000 },
    { "a line\n", 5000 },    { "é", 20000 },  { "\n", 12000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (RowFixture) fixture = { 0 };
      g_autofree char *text = repeat (cases[i].part, cases[i].n_parts);
      g_autofree char *changed = g_strconcat ("New ", text, "!", NULL);
      g_autofree char *shown = NULL;
      GtkWidget *dialog;
      GtkTextBuffer *buffer;
      GtkTextIter end;

      g_test_message ("%u of “%s”", cases[i].n_parts, cases[i].part);
      row_fixture_init (&fixture, jalon_text_row_new, "awa", JALON_FIELD_DESCRIPTION);
      row_fixture_change (&fixture, "awa", text);
      dialog = open_dialog (&fixture);
      buffer = get_buffer (dialog);
      g_assert_true (GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (dialog))));
      shown = jalon_long_text_get (buffer);
      g_assert_cmpstr (shown, ==, text);
      check_breaks (buffer);
      gtk_text_buffer_insert_at_cursor (buffer, "New ", -1);
      gtk_text_buffer_get_end_iter (buffer, &end);
      gtk_text_buffer_insert (buffer, &end, "!", -1);
      gtk_window_close (GTK_WINDOW (dialog));
      fixture_settle ();
      g_assert_cmpstr (row_fixture_get (&fixture, "awa"), ==, changed);
      jalon_document_undo (fixture.document);
      g_assert_cmpstr (row_fixture_get (&fixture, "awa"), ==, text);
    }
}

/* Looking is no change. */
static void
test_look (void)
{
  g_auto (RowFixture) fixture = { 0 };
  g_autofree char *text = repeat ("a line\nand a word ", 1000);
  guint n;

  row_fixture_init (&fixture, jalon_text_row_new, "awa", JALON_FIELD_DESCRIPTION);
  row_fixture_change (&fixture, "awa", text);
  n = fixture.n_changes;
  gtk_window_close (GTK_WINDOW (open_dialog (&fixture)));
  fixture_settle ();
  g_assert_cmpuint (fixture.n_changes, ==, n);
}

/* What is pasted is broken too; what no file takes is refused, and stays. */
static void
test_paste (void)
{
  g_auto (RowFixture) fixture = { 0 };
  g_autofree char *text = repeat ("word", 130);
  g_autofree char *much = repeat ("word", JALON_TEXT_MAX / 4 + 1);
  GtkWidget *dialog;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  row_fixture_init (&fixture, jalon_text_row_new, "awa", JALON_FIELD_DESCRIPTION);
  row_fixture_change (&fixture, "awa", text);
  dialog = open_dialog (&fixture);
  buffer = get_buffer (dialog);
  gtk_text_buffer_insert_at_cursor (buffer, much, -1);
  check_breaks (buffer);
  gtk_window_close (GTK_WINDOW (dialog));
  g_assert_cmpstr (row_fixture_get (&fixture, "awa"), ==, text);
  g_assert_true (gtk_widget_get_mapped (dialog));

  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_get_iter_at_mark (buffer, &end, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_window_close (GTK_WINDOW (dialog));
  fixture_settle ();
  g_assert_cmpstr (row_fixture_get (&fixture, "awa"), ==, text);
}

/* A line stays one. */
static void
test_line (void)
{
  g_auto (RowFixture) fixture = { 0 };
  g_autofree char *text = repeat ("word", 200);
  g_autofree char *changed = g_strconcat ("One two ", text, NULL);
  GtkWidget *dialog;

  row_fixture_init (&fixture, jalon_entry_row_new, "awa", JALON_FIELD_NAME);
  row_fixture_change (&fixture, "awa", text);
  dialog = open_dialog (&fixture);
  gtk_text_buffer_insert_at_cursor (get_buffer (dialog), "One\ntwo ", -1);
  gtk_window_close (GTK_WINDOW (dialog));
  fixture_settle ();
  g_assert_cmpstr (row_fixture_get (&fixture, "awa"), ==, changed);
}

static void
check_text (GtkTextBuffer *buffer, const char *expected)
{
  g_autofree char *text = jalon_long_text_get (buffer);

  g_assert_cmpstr (text, ==, expected);
}

/* Whatever lines end with elsewhere, they are lines, and stay so as people go back and forth. */
static void
test_paste_lines (void)
{
  static const struct
  {
    const char *pasted, *text;
  } cases[] = {
    { "one\rtwo", "one\ntwo" },           { "one\r\ntwo", "one\ntwo" },   { "\r", "\n" },
    { "one\r\r\ntwo\r", "one\n\ntwo\n" }, { "one\n\rtwo", "one\n\ntwo" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (RowFixture) fixture = { 0 };
      g_autofree char *old = repeat ("word", 130);
      g_autofree char *word = repeat ("word", 500);
      g_autofree char *pasted = g_strconcat (word, cases[i].pasted, NULL);
      g_autofree char *changed = g_strconcat (word, cases[i].text, old, NULL);
      GtkTextBuffer *buffer;

      row_fixture_init (&fixture, jalon_text_row_new, "awa", JALON_FIELD_DESCRIPTION);
      row_fixture_change (&fixture, "awa", old);
      buffer = get_buffer (open_dialog (&fixture));
      gtk_text_buffer_begin_user_action (buffer);
      gtk_text_buffer_insert_at_cursor (buffer, pasted, -1);
      gtk_text_buffer_end_user_action (buffer);
      check_text (buffer, changed);
      gtk_text_buffer_undo (buffer);
      check_text (buffer, old);
      gtk_text_buffer_redo (buffer);
      check_text (buffer, changed);
      check_breaks (buffer);
    }
}

static void
check_copied (GtkWidget *view, const char *expected)
{
  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (view));
  g_auto (GValue) value = G_VALUE_INIT;

  g_assert_nonnull (content);
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_cmpstr (g_value_get_string (&value), ==, expected);
}

/* What GTK needs to show a text is nobody else's business. */
static void
test_copy (void)
{
  g_auto (RowFixture) fixture = { 0 };
  g_autofree char *text = repeat ("word", 500);
  g_autofree char *lines = g_strconcat (text, "\n", text, NULL);
  GtkWidget *dialog, *view;
  GdkClipboard *primary;

  row_fixture_init (&fixture, jalon_text_row_new, "awa", JALON_FIELD_DESCRIPTION);
  row_fixture_change (&fixture, "awa", lines);
  dialog = open_dialog (&fixture);
  view = fixture_find_child (dialog, GTK_TYPE_TEXT_VIEW, 0);
  primary = gtk_widget_get_primary_clipboard (view);
  g_signal_emit_by_name (view, "select-all", TRUE);
  g_signal_emit_by_name (view, "copy-clipboard");
  check_copied (view, lines);
  g_assert_null (gdk_clipboard_get_content (primary));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (view), "");
  g_signal_emit_by_name (view, "cut-clipboard");
  check_copied (view, lines);
  check_text (get_buffer (dialog), "");
  g_signal_emit_by_name (view, "copy-clipboard");
  check_copied (view, lines);
  gtk_window_close (GTK_WINDOW (dialog));
  fixture_settle ();
  g_assert_cmpstr (row_fixture_get (&fixture, "awa"), ==, "");
}

#define PART 300

/* Each letter as often as a part is long. */
static char *
make_parts (const char *letters)
{
  GString *text = g_string_new (NULL);

  for (const char *p = letters; *p != '\0'; p++)
    for (guint i = 0; i < PART; i++)
      g_string_append_c (text, *p);
  return g_string_free (text, FALSE);
}

static void
find_part (GtkTextBuffer *buffer, char letter, GtkTextIter *at)
{
  gtk_text_buffer_get_start_iter (buffer, at);
  while (gtk_text_iter_get_char (at) != (gunichar) letter)
    g_assert_true (gtk_text_iter_forward_char (at));
}

static void
press (GtkWidget *view, char letter)
{
  GtkTextView *text_view = GTK_TEXT_VIEW (view);
  gpointer click = fixture_find_controller (view, GTK_TYPE_GESTURE_CLICK, GDK_BUTTON_PRIMARY);
  GtkTextIter at;
  GdkRectangle rect;
  int x, y;

  g_assert_cmpint (gtk_event_controller_get_propagation_phase (click), ==, GTK_PHASE_CAPTURE);
  find_part (gtk_text_view_get_buffer (text_view), letter, &at);
  gtk_text_iter_forward_chars (&at, 5);
  gtk_text_view_get_iter_location (text_view, &at, &rect);
  gtk_text_view_buffer_to_window_coords (text_view, GTK_TEXT_WINDOW_WIDGET, rect.x + 1, rect.y + 1,
                                         &x, &y);
  g_signal_emit_by_name (click, "pressed", 1, (double) x, (double) y);
}

/* Returns what is dragged from where the button was pressed, NULL if nothing is. */
static char *
drag (GtkWidget *view)
{
  gpointer source = fixture_find_controller (view, GTK_TYPE_DRAG_SOURCE, GDK_BUTTON_PRIMARY);
  g_autoptr (GdkContentProvider) provider = NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  g_signal_emit_by_name (source, "prepare", 0.0, 0.0, &provider);
  if (provider == NULL)
    return NULL;
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (provider, &value, NULL));
  return g_value_dup_string (&value);
}

/* What is dragged is as in a document, and goes from where it was if it is dropped beside that or
 * moved away. */
static void
test_drag (void)
{
  static const struct
  {
    char pressed;      /* b, c and d are selected */
    char dropped;      /* before which letter, 0 for elsewhere */
    gboolean is_moved; /* elsewhere */
    const char *wanted;
  } cases[] = {
    { 'c', 'a', FALSE, "bcdaef" }, { 'b', 'f', FALSE, "aebcdf" }, { 'd', 0, TRUE, "aef" },
    { 'd', 0, FALSE, "abcdef" },   { 'a', 0, FALSE, "abcdef" },   { 'e', 0, FALSE, "abcdef" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (RowFixture) fixture = { 0 };
      g_autofree char *text = make_parts ("abcdef");
      g_autofree char *wanted = make_parts (cases[i].wanted);
      g_autofree char *selected = make_parts ("bcd");
      g_autofree char *dragged = NULL;
      GtkWidget *dialog, *view;
      GtkTextIter start, end;

      row_fixture_init (&fixture, jalon_text_row_new, "awa", JALON_FIELD_DESCRIPTION);
      row_fixture_change (&fixture, "awa", text);
      dialog = open_dialog (&fixture);
      view = fixture_find_child (dialog, GTK_TYPE_TEXT_VIEW, 0);
      find_part (get_buffer (dialog), 'b', &start);
      find_part (get_buffer (dialog), 'e', &end);
      gtk_text_buffer_select_range (get_buffer (dialog), &start, &end);
      press (view, cases[i].pressed);
      dragged = drag (view);
      g_assert_cmpstr (dragged, ==, strchr ("bcd", cases[i].pressed) != NULL ? selected : NULL);
      if (cases[i].dropped != 0)
        {
          find_part (get_buffer (dialog), cases[i].dropped, &start);
          gtk_text_buffer_insert (get_buffer (dialog), &start, dragged, -1);
        }
      if (dragged != NULL)
        g_signal_emit_by_name (fixture_find_controller (view, GTK_TYPE_DRAG_SOURCE,
                                                        GDK_BUTTON_PRIMARY),
                               "drag-end", NULL, cases[i].is_moved);
      check_breaks (get_buffer (dialog));

      /* A click in what is selected drags nothing. */
      g_signal_emit_by_name (view, "select-all", TRUE);
      press (view, 'a');
      g_signal_emit_by_name (fixture_find_controller (view, GTK_TYPE_GESTURE_CLICK,
                                                      GDK_BUTTON_PRIMARY),
                             "released", 1, 20.0, 20.0);
      g_assert_false (gtk_text_buffer_get_has_selection (get_buffer (dialog)));
      gtk_window_close (GTK_WINDOW (dialog));
      fixture_settle ();
      g_test_message ("%c, %c", cases[i].pressed, cases[i].dropped);
      g_assert_cmpstr (row_fixture_get (&fixture, "awa"), ==, wanted);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/long-text-dialog/change", test_change);
  g_test_add_func ("/long-text-dialog/look", test_look);
  g_test_add_func ("/long-text-dialog/paste", test_paste);
  g_test_add_func ("/long-text-dialog/paste-lines", test_paste_lines);
  g_test_add_func ("/long-text-dialog/copy", test_copy);
  g_test_add_func ("/long-text-dialog/drag", test_drag);
  g_test_add_func ("/long-text-dialog/line", test_line);
  return fixture_run ();
}
