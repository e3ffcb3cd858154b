/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "widgets/jalon-inline-editor.h"

static void
end_cb (int *how, int value)
{
  *how = value;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_properties (void)
{
  GtkWidget *editor = jalon_inline_editor_new ();
  GValue no = G_VALUE_INIT, yes = G_VALUE_INIT, ten = G_VALUE_INIT, none = G_VALUE_INIT;

  g_value_init (&no, G_TYPE_BOOLEAN);
  g_value_init (&yes, G_TYPE_BOOLEAN);
  g_value_set_boolean (&yes, TRUE);
  fixture_check_property (G_OBJECT (editor), "multiline", &no, &yes);
  g_value_init (&ten, G_TYPE_DOUBLE);
  g_value_init (&none, G_TYPE_DOUBLE);
  g_value_set_double (&ten, 10);
  fixture_check_property (G_OBJECT (editor), "line-height", &ten, &none);
  fixture_finalise (NULL, editor);
}

static void
test_ends (void)
{
  static const struct
  {
    guint keyval;
    GdkModifierType state;
    int how;
  } cases[] = {
    { GDK_KEY_Return, 0, JALON_EDITOR_END_NEXT },
    { GDK_KEY_KP_Enter, 0, JALON_EDITOR_END_NEXT },
    { GDK_KEY_Escape, 0, JALON_EDITOR_END_CANCEL },
    { GDK_KEY_Tab, 0, JALON_EDITOR_END_FORWARD },
    { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, JALON_EDITOR_END_BACKWARD },
    { GDK_KEY_Tab, GDK_CONTROL_MASK, -1 },
    { GDK_KEY_a, 0, -1 },
  };
  GtkWidget *editor = jalon_inline_editor_new ();
  GtkWidget *window = fixture_show (editor, 200, 100);
  int how;

  g_signal_connect_swapped (editor, "ended", G_CALLBACK (end_cb), &how);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      how = -1;
      g_assert_cmpint (fixture_press (editor, cases[i].keyval, cases[i].state), ==,
                       cases[i].how >= 0);
      g_assert_cmpint (how, ==, cases[i].how);
    }
  fixture_finalise (window, editor);
}

static void
test_line_break (void)
{
  GtkWidget *editor = jalon_inline_editor_new ();
  GtkWidget *window = fixture_show (editor, 200, 100);
  guint n_typed = 0;
  g_autofree char *broken = NULL;
  g_autofree char *whole = NULL;

  jalon_inline_editor_set_text (JALON_INLINE_EDITOR (editor), "one");
  g_signal_connect_swapped (editor, "typed", G_CALLBACK (count_cb), &n_typed);
  g_assert_true (fixture_press (editor, GDK_KEY_Return, GDK_CONTROL_MASK));
  broken = jalon_text_area_get_text (JALON_TEXT_AREA (editor));
  g_assert_cmpuint (strlen (broken), ==, 4);
  g_assert_nonnull (strchr (broken, '\n'));
  g_assert_cmpuint (n_typed, ==, 1);

  jalon_inline_editor_set_multiline (JALON_INLINE_EDITOR (editor), FALSE);
  jalon_inline_editor_set_text (JALON_INLINE_EDITOR (editor), "one");
  g_assert_true (fixture_press (editor, GDK_KEY_Return, GDK_CONTROL_MASK));
  whole = jalon_text_area_get_text (JALON_TEXT_AREA (editor));
  g_assert_cmpstr (whole, ==, "one");
  fixture_finalise (window, editor);
}

/* What the program sets is not typed, and cannot be undone by the user. */
static void
test_quiet (void)
{
  GtkWidget *editor = jalon_inline_editor_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor));
  guint n_typed = 0;

  g_signal_connect_swapped (editor, "typed", G_CALLBACK (count_cb), &n_typed);
  jalon_inline_editor_set_text (JALON_INLINE_EDITOR (editor), "one");
  g_assert_cmpuint (n_typed, ==, 0);
  g_assert_false (gtk_text_buffer_get_can_undo (buffer));
  gtk_text_buffer_insert_at_cursor (buffer, "x", -1);
  g_assert_cmpuint (n_typed, ==, 1);
  fixture_finalise (NULL, editor);
}

static void
test_invalid (void)
{
  GtkWidget *editor = jalon_inline_editor_new ();

  jalon_inline_editor_set_valid (JALON_INLINE_EDITOR (editor), FALSE);
  g_assert_true (gtk_widget_has_css_class (editor, "error"));
  jalon_inline_editor_set_valid (JALON_INLINE_EDITOR (editor), TRUE);
  g_assert_false (gtk_widget_has_css_class (editor, "error"));
  fixture_finalise (NULL, editor);
}

/* A giant word is cut, and says so; what a document has is shown whole. */
static void
test_full (void)
{
  GtkWidget *editor = jalon_inline_editor_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor));
  g_autofree char *giant = g_strnfill (1000000, 'e');
  g_autofree char *word = g_strconcat ("\303\251", giant, NULL);
  guint n_full = 0, n_typed = 0;

  g_signal_connect_swapped (editor, "full", G_CALLBACK (count_cb), &n_full);
  g_signal_connect_swapped (editor, "typed", G_CALLBACK (count_cb), &n_typed);
  gtk_text_buffer_insert_at_cursor (buffer, "é", -1);
  gtk_text_buffer_insert_at_cursor (buffer, word, -1);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, JALON_INLINE_EDITOR_MOST);
  g_assert_cmpuint (n_full, ==, 1);
  g_assert_cmpuint (n_typed, ==, 2);
  gtk_text_buffer_insert_at_cursor (buffer, "x", -1);
  g_assert_cmpuint (n_full, ==, 2);
  g_assert_cmpuint (n_typed, ==, 2);
  jalon_inline_editor_set_text (JALON_INLINE_EDITOR (editor), word);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 1000001);
  g_assert_cmpuint (n_full, ==, 2);
  fixture_finalise (NULL, editor);
}

/* The clipboard of another program answers when the text is no longer written. */
static void
test_late_paste (void)
{
  GtkWidget *editor = jalon_inline_editor_new ();
  g_autoptr (GtkTextBuffer)
    buffer = g_object_ref (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)));

  fixture_finalise (NULL, editor);
  gtk_text_buffer_insert_at_cursor (buffer, "late", -1);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 4);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inline-editor/properties", test_properties);
  g_test_add_func ("/inline-editor/ends", test_ends);
  g_test_add_func ("/inline-editor/line-break", test_line_break);
  g_test_add_func ("/inline-editor/quiet", test_quiet);
  g_test_add_func ("/inline-editor/invalid", test_invalid);
  g_test_add_func ("/inline-editor/full", test_full);
  g_test_add_func ("/inline-editor/late-paste", test_late_paste);
  return fixture_run ();
}
