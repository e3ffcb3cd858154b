/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <langinfo.h>
#include <locale.h>

#include "row-fixture.h"
#include "widgets/jalon-entry-row.h"

static GtkWidget *
get_text_widget (RowFixture *fixture)
{
  return GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (fixture->row)));
}

static void
focus (RowFixture *fixture)
{
  gtk_widget_grab_focus (get_text_widget (fixture));
}

static void
leave (RowFixture *fixture)
{
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
}

/* Letter by letter, over what was there. */
static void
type (RowFixture *fixture, const char *text)
{
  GtkEditable *editable = GTK_EDITABLE (fixture->row);
  int at = 0;

  gtk_editable_delete_text (editable, 0, -1);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    gtk_editable_insert_text (editable, p, (int) (g_utf8_next_char (p) - p), &at);
}

static void
check_text (RowFixture *fixture, const char *text)
{
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->row)), ==, text);
}

static void
check_error (RowFixture *fixture, gboolean is_wrong)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (fixture->row));
  const char *label = jalon_field_binding_get_label (fixture->binding);

  g_assert_true (gtk_widget_has_css_class (fixture->row, "error") == is_wrong);
  g_assert_true ((strcmp (title, label) != 0) == is_wrong);
  g_assert_true (g_str_has_prefix (title, label));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (fixture->row), GTK_ACCESSIBLE_STATE_INVALID,
                                    is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE);
}

/* A number as people of this locale read it. */
static char *
localise (const char *text)
{
  GString *string = g_string_new (text);

  g_string_replace (string, ".", nl_langinfo (RADIXCHAR), 1);
  g_string_replace (string, "-", "−", 1);
  return g_string_free (string, FALSE);
}

/* What is typed becomes the value, all of it in one step, and the words stay as they were typed. */
static void
test_typed (void)
{
  static const struct
  {
    const char *id;
    JalonFieldId field;
    const char *typed;
    const char *value;
  } cases[] = {
    { "awa", JALON_FIELD_QUOTE, "I pay for a week.", "I pay for a week." },
    { "awa", JALON_FIELD_QUOTE, "Tom & <b>", "Tom & <b>" },
    { "awa", JALON_FIELD_QUOTE, "1,5 - 2", "1,5 - 2" },
    { "awa", JALON_FIELD_QUOTE, "two words ", "two words" },
    { "awa", JALON_FIELD_SHARE, "12", "12" },
    { "awa", JALON_FIELD_SHARE, "12.5", "12.5" },
    { "awa", JALON_FIELD_SHARE, "12,5", "12.5" },
    { "awa", JALON_FIELD_SHARE, "012.50", "12.5" },
    { "awa", JALON_FIELD_RANK, "3", "3" },
    { "nps", JALON_FIELD_TARGET, "-40", "-40" },
    { "nps", JALON_FIELD_TARGET, "−40", "-40" },
    { "nps", JALON_FIELD_DATE, "2026-03-31", "2026-03-31" },
    { "nps", JALON_FIELD_COUNTS, "1 2  30", "1 2 30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (RowFixture) fixture = { 0 };

      row_fixture_init (&fixture, jalon_entry_row_new, cases[i].id, cases[i].field);
      focus (&fixture);
      type (&fixture, cases[i].typed);
      check_text (&fixture, cases[i].typed);
      check_error (&fixture, FALSE);
      row_fixture_check_step (&fixture, cases[i].id, "", cases[i].value);
    }
}

/* What cannot be taken stays, with the reason, until it is made right or people go away. */
static void
test_refused (void)
{
  static const struct
  {
    const char *id;
    JalonFieldId field;
    const char *typed;
  } cases[] = {
    { "awa", JALON_FIELD_SHARE, "x" },   { "awa", JALON_FIELD_SHARE, "-" },
    { "awa", JALON_FIELD_SHARE, "nan" }, { "awa", JALON_FIELD_RANK, "0" },
    { "nps", JALON_FIELD_DATE, "2" },    { "nps", JALON_FIELD_DATE, "31/03/2026" },
    { "nps", JALON_FIELD_COUNTS, "-1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (RowFixture) fixture = { 0 };

      row_fixture_init (&fixture, jalon_entry_row_new, cases[i].id, cases[i].field);
      focus (&fixture);
      type (&fixture, cases[i].typed);
      check_text (&fixture, cases[i].typed);
      check_error (&fixture, TRUE);
      row_fixture_check_nothing (&fixture);

      type (&fixture, "");
      check_error (&fixture, FALSE);
      type (&fixture, cases[i].typed);
      leave (&fixture);
      check_text (&fixture, "");
      check_error (&fixture, FALSE);
      row_fixture_check_nothing (&fixture);
    }
}

/* One letter too many leaves what was right before it. */
static void
test_half_refused (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_entry_row_new, "awa", JALON_FIELD_SHARE);
  focus (&fixture);
  type (&fixture, "1000");
  check_text (&fixture, "1000");
  check_error (&fixture, TRUE);
  leave (&fixture);
  check_text (&fixture, "100");
  check_error (&fixture, FALSE);
  row_fixture_check_step (&fixture, "awa", "", "100");
}

/* What happens elsewhere, and undo, arrive in the row and are not answered. */
static void
test_shows (void)
{
  static const struct
  {
    const char *id;
    JalonFieldId field;
    const char *before;
    const char *value;
    gboolean is_number;
  } cases[] = {
    { "awa", JALON_FIELD_NAME, "Awa Diop", "Tom & <b>", FALSE },
    { "awa", JALON_FIELD_AGE, "", "-1.5", FALSE },
    { "awa", JALON_FIELD_SHARE, "", "12.5", TRUE },
    { "boss", JALON_FIELD_DESIRED_SUPPORT, "", "0.25", TRUE },
    { "boss", JALON_FIELD_SUPPORT, "0.8", "0.5", TRUE },
    { "e1", JALON_FIELD_VALUE, "1", "-0.5", TRUE },
    { "nps", JALON_FIELD_DATE, "", "2026-03-31", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (RowFixture) fixture = { 0 };
      g_autofree char *before = cases[i].is_number ? localise (cases[i].before)
                                                   : g_strdup (cases[i].before);
      g_autofree char *value = cases[i].is_number ? localise (cases[i].value)
                                                  : g_strdup (cases[i].value);

      row_fixture_init (&fixture, jalon_entry_row_new, cases[i].id, cases[i].field);
      check_text (&fixture, before);
      row_fixture_change (&fixture, cases[i].id, cases[i].value);
      check_text (&fixture, value);
      jalon_document_undo (fixture.document);
      check_text (&fixture, before);
      g_assert_cmpuint (fixture.n_changes, ==, 2);
      g_assert_null (jalon_document_get_undo_label (fixture.document));
    }
}

/* Leaving the row ends the step, and shows the beginning. */
static void
test_steps (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_entry_row_new, "awa", JALON_FIELD_PLACE);
  focus (&fixture);
  type (&fixture, "Dakar");
  gtk_editable_set_position (GTK_EDITABLE (fixture.row), -1);
  leave (&fixture);
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (fixture.row)), ==, 0);
  focus (&fixture);
  type (&fixture, "Lyon");
  jalon_document_undo (fixture.document);
  check_text (&fixture, "Dakar");
  jalon_document_undo (fixture.document);
  check_text (&fixture, "");
}

/* While it has the focus it may be empty; then it shows what holds while nothing is said. */
static void
test_fallback (void)
{
  g_auto (RowFixture) fixture = { 0 };
  g_autofree char *half = localise ("0.5");

  row_fixture_init (&fixture, jalon_entry_row_new, "boss", JALON_FIELD_SUPPORT);
  focus (&fixture);
  type (&fixture, "");
  check_text (&fixture, "");
  leave (&fixture);
  check_text (&fixture, half);
  row_fixture_check_step (&fixture, "boss", "0.8", "0.5");
}

/* Of several, only what they share is shown; what is typed holds for all. */
static void
test_several (void)
{
  g_auto (RowFixture) fixture = { 0 };
  g_autofree char *one = localise ("0.5");

  row_fixture_init (&fixture, jalon_entry_row_new, "e1 e2", JALON_FIELD_VALUE);
  check_text (&fixture, "");
  focus (&fixture);
  type (&fixture, "2");
  g_assert_cmpstr (row_fixture_get (&fixture, "e2"), ==, "2");
  row_fixture_check_step (&fixture, "e1", "1", "2");
  leave (&fixture);

  row_fixture_change (&fixture, "e1", "0");
  row_fixture_show (&fixture, "e1");
  check_text (&fixture, "0");
  row_fixture_show (&fixture, "e1 e2");
  check_text (&fixture, "");
  row_fixture_show (&fixture, "e2");
  check_text (&fixture, "2");
}

/* An error goes with the element that it was about. */
static void
test_error_goes (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_entry_row_new, "awa", JALON_FIELD_SHARE);
  type (&fixture, "much");
  check_error (&fixture, TRUE);
  row_fixture_show (&fixture, "jean");
  check_error (&fixture, FALSE);
  check_text (&fixture, "");
}

/* The arrow keys count, within the range, in steps of the size of the field. */
static void
test_arrows (void)
{
  static const struct
  {
    const char *id;
    JalonFieldId field;
    guint keyval;
    guint n;
    const char *value;
  } cases[] = {
    { "awa", JALON_FIELD_RANK, GDK_KEY_Up, 1, "1" },
    { "awa", JALON_FIELD_RANK, GDK_KEY_Up, 3, "3" },
    { "awa", JALON_FIELD_RANK, GDK_KEY_Down, 2, "1" },
    { "boss", JALON_FIELD_SUPPORT, GDK_KEY_Down, 3, "0.65" },
    { "boss", JALON_FIELD_SUPPORT, GDK_KEY_Up, 9, "1" },
    { "e1", JALON_FIELD_VALUE, GDK_KEY_Down, 6, "-0.2" },
    { "nps", JALON_FIELD_TARGET, GDK_KEY_Up, 2, "1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (RowFixture) fixture = { 0 };
      g_autofree char *shown = localise (cases[i].value);

      row_fixture_init (&fixture, jalon_entry_row_new, cases[i].id, cases[i].field);
      for (guint n = 0; n < cases[i].n; n++)
        g_assert_true (fixture_press (fixture.row, cases[i].keyval, 0));
      g_assert_cmpstr (row_fixture_get (&fixture, cases[i].id), ==, cases[i].value);
      check_text (&fixture, shown);
      jalon_document_undo (fixture.document);
      g_assert_null (jalon_document_get_undo_label (fixture.document));
    }
}

static void
test_arrows_in_text (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_entry_row_new, "awa", JALON_FIELD_AGE);
  g_assert_false (fixture_press (fixture.row, GDK_KEY_Up, 0));
  g_assert_false (fixture_press (fixture.row, GDK_KEY_Down, 0));
  row_fixture_check_nothing (&fixture);
}

static void
test_accessible (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_entry_row_new, "awa", JALON_FIELD_NAME);
  g_assert_true (fixture_reaches (fixture.window, get_text_widget (&fixture)));
  fixture_check_label (fixture.row, "Name");
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (fixture.row)), ==,
                   GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  g_assert_nonnull (gtk_widget_get_tooltip_text (fixture.row));
}

/* The window may go while someone types. */
static void
test_gone_with_focus (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_entry_row_new, "awa", JALON_FIELD_SHARE);
  focus (&fixture);
  type (&fixture, "12x");
}

/* Of what is pasted, and too long for GTK, only the beginning stays to be read, and nothing of it
 * is lost. */
static void
test_long (void)
{
  static const struct
  {
    const char *part;
    guint n_parts;
    gboolean is_long;
  } cases[] = {
    { "some words ", 180, FALSE }, { "some words ", 190, TRUE }, { "word", 120, FALSE },
    { "word", 130, TRUE },         { "x", 60000, TRUE },         { "é è ", 450, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (RowFixture) fixture = { 0 };
      g_autoptr (GString) text = g_string_new (NULL);
      GtkEditable *editable;
      int at = 0;

      for (guint n = 0; n < cases[i].n_parts; n++)
        g_string_append (text, cases[i].part);
      g_string_append_c (text, '!');
      row_fixture_init (&fixture, jalon_entry_row_new, "awa", JALON_FIELD_QUOTE);
      editable = GTK_EDITABLE (fixture.row);
      focus (&fixture);
      gtk_editable_insert_text (editable, text->str, -1, &at);
      g_test_message ("%u of “%s”", cases[i].n_parts, cases[i].part);
      g_assert_true (g_str_equal (row_fixture_get (&fixture, "awa"), text->str));
      g_assert_true (gtk_editable_get_editable (editable) != cases[i].is_long);
      g_assert_true (
        g_str_has_suffix (gtk_editable_get_text (editable), cases[i].is_long ? "…" : "!"));
      g_assert_cmpint (g_utf8_strlen (gtk_editable_get_text (editable), -1), <=,
                       cases[i].is_long ? 501 : g_utf8_strlen (text->str, -1));
      row_fixture_change (&fixture, "awa", "Short");
      check_text (&fixture, "Short");
      g_assert_true (gtk_editable_get_editable (editable));
    }
}

/* What is no number stays to be mended, as far as GTK can move in it. */
static void
test_long_number (void)
{
  g_auto (RowFixture) fixture = { 0 };
  g_autofree char *text = g_strnfill (60000, '1');
  GtkEditable *editable;
  int at = 0;

  row_fixture_init (&fixture, jalon_entry_row_new, "s1", JALON_FIELD_IMPORTANCE);
  editable = GTK_EDITABLE (fixture.row);
  focus (&fixture);
  gtk_editable_insert_text (editable, text, -1, &at);
  g_assert_cmpuint (strlen (gtk_editable_get_text (editable)), ==, 2000);
  g_assert_true (gtk_widget_has_css_class (fixture.row, "error"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, ""); /* The point or comma is that of whoever runs this. */
  adw_init ();
  g_test_add_func ("/entry-row/typed", test_typed);
  g_test_add_func ("/entry-row/refused", test_refused);
  g_test_add_func ("/entry-row/half-refused", test_half_refused);
  g_test_add_func ("/entry-row/shows", test_shows);
  g_test_add_func ("/entry-row/steps", test_steps);
  g_test_add_func ("/entry-row/fallback", test_fallback);
  g_test_add_func ("/entry-row/several", test_several);
  g_test_add_func ("/entry-row/error-goes", test_error_goes);
  g_test_add_func ("/entry-row/arrows", test_arrows);
  g_test_add_func ("/entry-row/arrows-in-text", test_arrows_in_text);
  g_test_add_func ("/entry-row/accessible", test_accessible);
  g_test_add_func ("/entry-row/long", test_long);
  g_test_add_func ("/entry-row/long-number", test_long_number);
  g_test_add_func ("/entry-row/gone-with-focus", test_gone_with_focus);
  return fixture_run ();
}
