/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-text.h"
#include "row-fixture.h"
#include "widgets/jalon-text-area.h"
#include "widgets/jalon-text-row.h"

static GtkWidget *
get_area (RowFixture *fixture)
{
  return fixture_find_child (fixture->row, JALON_TYPE_TEXT_AREA, 0);
}

static GtkTextBuffer *
get_buffer (RowFixture *fixture)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_area (fixture)));
}

static void
type (RowFixture *fixture, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    gtk_text_buffer_insert_at_cursor (get_buffer (fixture), p, (int) (g_utf8_next_char (p) - p));
}

static void
check_text (RowFixture *fixture, const char *text)
{
  g_autofree char *present = jalon_text_area_get_text (JALON_TEXT_AREA (get_area (fixture)));

  g_assert_cmpstr (present, ==, text);
}

static void
check_error (RowFixture *fixture, gboolean is_wrong)
{
  GtkWidget *caption = fixture_find_child (fixture->row, GTK_TYPE_LABEL, 0);
  const char *label = jalon_field_binding_get_label (fixture->binding);

  g_assert_true (gtk_widget_has_css_class (fixture->row, "error") == is_wrong);
  g_assert_true ((strcmp (gtk_label_get_text (GTK_LABEL (caption)), label) != 0) == is_wrong);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (get_area (fixture)),
                                    GTK_ACCESSIBLE_STATE_INVALID,
                                    is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE);
}

static void
test_typed (void)
{
  static const char *const cases[] = { "A word", "Two\nlines", "Tom & <b>", "Ends in a blank " };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (RowFixture) fixture = { 0 };

      row_fixture_init (&fixture, jalon_text_row_new, "awa", JALON_FIELD_DESCRIPTION);
      type (&fixture, cases[i]);
      check_text (&fixture, cases[i]);
      check_error (&fixture, FALSE);
      row_fixture_check_step (&fixture, "awa", "", cases[i]);
      check_text (&fixture, cases[i]);
    }
}

/* The caret stays where people type, in the middle of the text. */
static void
test_caret (void)
{
  g_auto (RowFixture) fixture = { 0 };
  GtkTextIter caret;

  row_fixture_init (&fixture, jalon_text_row_new, "c1", JALON_FIELD_TEXT);
  gtk_text_buffer_get_iter_at_offset (get_buffer (&fixture), &caret, 5);
  gtk_text_buffer_place_cursor (get_buffer (&fixture), &caret);
  type (&fixture, " long");
  check_text (&fixture, "Looks long at pictures");
  gtk_text_buffer_get_iter_at_mark (get_buffer (&fixture), &caret,
                                    gtk_text_buffer_get_insert (get_buffer (&fixture)));
  g_assert_cmpint (gtk_text_iter_get_offset (&caret), ==, 10);
}

static void
test_steps (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_text_row_new, "awa", JALON_FIELD_DESCRIPTION);
  gtk_widget_grab_focus (get_area (&fixture));
  type (&fixture, "One");
  gtk_window_set_focus (GTK_WINDOW (fixture.window), NULL);
  gtk_widget_grab_focus (get_area (&fixture));
  type (&fixture, " two");
  jalon_document_undo (fixture.document);
  check_text (&fixture, "One");
  jalon_document_undo (fixture.document);
  check_text (&fixture, "");
}

/* What happens elsewhere arrives, and is not for the text's own undo. */
static void
test_shows (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_text_row_new, "c1", JALON_FIELD_TEXT);
  check_text (&fixture, "Looks at pictures");
  row_fixture_change (&fixture, "c1", "Reads\nreviews");
  check_text (&fixture, "Reads\nreviews");
  g_assert_false (gtk_text_buffer_get_can_undo (get_buffer (&fixture)));
  jalon_document_undo (fixture.document);
  check_text (&fixture, "Looks at pictures");
  g_assert_cmpuint (fixture.n_changes, ==, 2);
}

/* More than a file takes is refused, with the reason, until there is less or another. */
static void
test_refused (void)
{
  g_auto (RowFixture) fixture = { 0 };
  g_autofree char *huge = g_strnfill (JALON_TEXT_MAX + 1, 'x');

  row_fixture_init (&fixture, jalon_text_row_new, "awa", JALON_FIELD_DESCRIPTION);
  gtk_text_buffer_set_text (get_buffer (&fixture), huge, -1);
  check_error (&fixture, TRUE);
  row_fixture_check_nothing (&fixture);
  gtk_text_buffer_set_text (get_buffer (&fixture), "", -1);
  check_error (&fixture, FALSE);

  gtk_text_buffer_set_text (get_buffer (&fixture), huge, -1);
  check_error (&fixture, TRUE);
  row_fixture_show (&fixture, "jean");
  check_text (&fixture, "");
  check_error (&fixture, FALSE);
}

static void
test_several (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_text_row_new, "c1 c2", JALON_FIELD_TEXT);
  check_text (&fixture, "");
  type (&fixture, "Both");
  g_assert_cmpstr (row_fixture_get (&fixture, "c2"), ==, "Both");
  row_fixture_check_step (&fixture, "c1", "Looks at pictures", "Both");
  row_fixture_show (&fixture, "c1 c3");
  check_text (&fixture, "");
  row_fixture_show (&fixture, "c3");
  check_text (&fixture, "Opens eleven tabs");
}

static void
test_accessible (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_text_row_new, "trip", JALON_FIELD_DESCRIPTION);
  g_assert_true (fixture_reaches (fixture.window, get_area (&fixture)));
  g_assert_false (fixture_reaches (fixture.window, fixture.row));
  fixture_check_label (get_area (&fixture), "Description");
  g_assert_nonnull (gtk_widget_get_tooltip_text (get_area (&fixture)));
  g_assert_false (gtk_text_view_get_accepts_tab (GTK_TEXT_VIEW (get_area (&fixture))));
}

static void
test_gone_with_focus (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_text_row_new, "c1", JALON_FIELD_TEXT);
  gtk_widget_grab_focus (get_area (&fixture));
  type (&fixture, "x");
}

/* Of a text that is too long for GTK only the beginning is shown, and nothing of it is lost. */
static void
test_long (void)
{
  static const struct
  {
    const char *part;
    guint n_parts;
    gboolean is_long;
  } cases[] = {
    { "some words ", 200, FALSE }, { "some words ", 1000, TRUE }, { "word", 120, FALSE },
    { "word", 130, TRUE },         { "a line\n", 100000, TRUE },  { "☃", 100000, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (RowFixture) fixture = { 0 };
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *shown = NULL;
      int width;

      for (guint n = 0; n < cases[i].n_parts; n++)
        g_string_append (text, cases[i].part);
      g_string_append_c (text, '!');
      row_fixture_init (&fixture, jalon_text_row_new, "awa", JALON_FIELD_DESCRIPTION);
      width = gtk_widget_get_width (fixture.row);
      row_fixture_change (&fixture, "awa", text->str);
      fixture_settle ();
      g_test_message ("%u of “%s”", cases[i].n_parts, cases[i].part);
      shown = jalon_text_area_get_text (JALON_TEXT_AREA (get_area (&fixture)));
      g_assert_cmpint (gtk_widget_get_width (fixture.row), ==, width);
      g_assert_true (gtk_text_view_get_editable (GTK_TEXT_VIEW (get_area (&fixture))) !=
                     cases[i].is_long);
      g_assert_true (g_str_has_suffix (shown, cases[i].is_long ? "…" : "!"));
      g_assert_cmpint (g_utf8_strlen (shown, -1), <=,
                       cases[i].is_long ? 501 : g_utf8_strlen (text->str, -1));
      g_assert_cmpstr (row_fixture_get (&fixture, "awa"), ==, text->str);

      row_fixture_change (&fixture, "awa", "Short");
      check_text (&fixture, "Short");
      check_error (&fixture, FALSE);
      g_assert_true (gtk_text_view_get_editable (GTK_TEXT_VIEW (get_area (&fixture))));
    }
}

/* The event that closes the window is at the area, which lives until that is over. */
static void
test_gone_before_focus (void)
{
  RowFixture fixture = { 0 };
  g_autoptr (GtkWidget) area = NULL;

  row_fixture_init (&fixture, jalon_text_row_new, "awa", JALON_FIELD_DESCRIPTION);
  area = g_object_ref (get_area (&fixture));
  gtk_widget_grab_focus (area);
  row_fixture_clear (&fixture);
  g_signal_emit_by_name (fixture_find_controller (area, GTK_TYPE_EVENT_CONTROLLER_FOCUS, 0),
                         "leave");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/text-row/typed", test_typed);
  g_test_add_func ("/text-row/long", test_long);
  g_test_add_func ("/text-row/caret", test_caret);
  g_test_add_func ("/text-row/steps", test_steps);
  g_test_add_func ("/text-row/shows", test_shows);
  g_test_add_func ("/text-row/refused", test_refused);
  g_test_add_func ("/text-row/several", test_several);
  g_test_add_func ("/text-row/accessible", test_accessible);
  g_test_add_func ("/text-row/gone-with-focus", test_gone_with_focus);
  g_test_add_func ("/text-row/gone-before-focus", test_gone_before_focus);
  return fixture_run ();
}
