/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-fixture.h"
#include "widgets/jalon-colour-row.h"

/* No colour, those of the palette, and an invisible one for colours of one's own. */
#define N_SWATCHES (JALON_PALETTE_SIZE + 2)

static GtkToggleButton *
get_swatch (RowFixture *fixture, guint i)
{
  return GTK_TOGGLE_BUTTON (fixture_find_child (fixture->row, GTK_TYPE_TOGGLE_BUTTON, i));
}

/* The one that is pressed, by its name; exactly one is. */
static const char *
get_chosen (RowFixture *fixture)
{
  const char *chosen = NULL;

  for (guint i = 0; i < N_SWATCHES; i++)
    {
      GtkWidget *swatch = GTK_WIDGET (get_swatch (fixture, i));

      if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (swatch)))
        continue;
      g_assert_null (chosen);
      chosen = gtk_widget_get_visible (swatch) ? gtk_widget_get_tooltip_text (swatch) : "own";
    }
  return chosen;
}

/* Clicks what people know as @name. */
static void
choose (RowFixture *fixture, const char *name)
{
  for (guint i = 0; i < N_SWATCHES; i++)
    {
      GtkWidget *swatch = GTK_WIDGET (get_swatch (fixture, i));

      if (strcmp (gtk_widget_get_tooltip_text (swatch), name) == 0)
        {
          g_signal_emit_by_name (swatch, "clicked");
          return;
        }
    }
  g_assert_not_reached ();
}

static void
test_chosen (void)
{
  for (const JalonChoice *colour = jalon_palette; colour->nick != NULL; colour++)
    {
      g_auto (RowFixture) fixture = { 0 };

      row_fixture_init (&fixture, jalon_colour_row_new, "c1", JALON_FIELD_COLOUR);
      g_assert_cmpstr (get_chosen (&fixture), ==, "No colour");
      row_fixture_check_nothing (&fixture);
      choose (&fixture, colour->label);
      g_assert_cmpuint (fixture.n_changes, ==, 1);
      row_fixture_check_step (&fixture, "c1", "", colour->nick);
      g_assert_cmpstr (get_chosen (&fixture), ==, colour->label);
      choose (&fixture, "No colour");
      g_assert_cmpstr (row_fixture_get (&fixture, "c1"), ==, "");
    }
}

/* To click what is chosen changes nothing. */
static void
test_chosen_again (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_colour_row_new, "c1", JALON_FIELD_COLOUR);
  choose (&fixture, "No colour");
  g_assert_cmpstr (get_chosen (&fixture), ==, "No colour");
  row_fixture_check_nothing (&fixture);
}

static void
test_shows (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_colour_row_new, "c1", JALON_FIELD_COLOUR);
  row_fixture_change (&fixture, "c1", "mint");
  g_assert_cmpstr (get_chosen (&fixture), ==, "Mint");
  jalon_document_undo (fixture.document);
  g_assert_cmpstr (get_chosen (&fixture), ==, "No colour");
  g_assert_cmpuint (fixture.n_changes, ==, 2);
}

/* A colour of one's own is none of these, and stays until another is chosen. */
static void
test_own (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_colour_row_new, "c1", JALON_FIELD_COLOUR);
  row_fixture_change (&fixture, "c1", "#123456");
  g_assert_cmpstr (get_chosen (&fixture), ==, "own");
  g_assert_cmpstr (row_fixture_get (&fixture, "c1"), ==, "#123456");
  choose (&fixture, "Sky");
  g_assert_cmpstr (row_fixture_get (&fixture, "c1"), ==, "sky");
  jalon_document_undo (fixture.document);
  g_assert_cmpstr (get_chosen (&fixture), ==, "own");
}

static void
test_several (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_colour_row_new, "c1 c2", JALON_FIELD_COLOUR);
  row_fixture_change (&fixture, "c1", "rose");
  g_assert_cmpstr (get_chosen (&fixture), ==, "own");
  choose (&fixture, "No colour");
  g_assert_cmpstr (row_fixture_get (&fixture, "c1"), ==, "");
  jalon_document_undo (fixture.document);
  choose (&fixture, "Lilac");
  g_assert_cmpstr (row_fixture_get (&fixture, "c1"), ==, "lilac");
  g_assert_cmpstr (row_fixture_get (&fixture, "c2"), ==, "lilac");
  row_fixture_show (&fixture, "c3");
  g_assert_cmpstr (get_chosen (&fixture), ==, "No colour");
}

/* Each swatch is reached and named; the row itself is nothing to stop at. */
static void
test_accessible (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_colour_row_new, "c1", JALON_FIELD_COLOUR);
  g_assert_false (fixture_reaches (fixture.window, fixture.row));
  for (guint i = 0; i < N_SWATCHES - 1; i++)
    {
      GtkWidget *swatch = GTK_WIDGET (get_swatch (&fixture, i));

      g_assert_true (fixture_reaches (fixture.window, swatch));
      fixture_check_label (swatch, i > 0 ? jalon_palette[i - 1].label : "No colour");
    }
  fixture_check_label (fixture_find_child (fixture.row, GTK_TYPE_BOX, 1), "Colour");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/colour-row/chosen", test_chosen);
  g_test_add_func ("/colour-row/chosen-again", test_chosen_again);
  g_test_add_func ("/colour-row/shows", test_shows);
  g_test_add_func ("/colour-row/own", test_own);
  g_test_add_func ("/colour-row/several", test_several);
  g_test_add_func ("/colour-row/accessible", test_accessible);
  return fixture_run ();
}
