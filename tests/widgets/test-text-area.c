/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "widgets/jalon-text-area.h"

static int
measure (GtkWidget *area, int width)
{
  int minimum, natural;

  gtk_widget_measure (area, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, natural);
  return natural;
}

static void
test_properties (void)
{
  GtkWidget *area = jalon_text_area_new ();
  GValue ten = G_VALUE_INIT, none = G_VALUE_INIT;

  g_value_init (&ten, G_TYPE_DOUBLE);
  g_value_init (&none, G_TYPE_DOUBLE);
  g_value_set_double (&ten, 10);
  fixture_check_property (G_OBJECT (area), "line-height", &ten, &none);
  fixture_finalise (NULL, area);
}

/* The height is that of the text at a width, also before there was any allocation. */
static void
test_height (void)
{
  GtkWidget *area = jalon_text_area_new ();
  int line;

  line = measure (area, 1000);
  g_assert_cmpint (line, >, 5);
  jalon_text_area_set_text (JALON_TEXT_AREA (area), "six words that need some room");
  g_assert_cmpint (measure (area, 1000), ==, line);
  g_assert_cmpint (measure (area, 60), >=, 3 * line);
  jalon_text_area_set_text (JALON_TEXT_AREA (area), "two\nlines\n");
  g_assert_cmpint (measure (area, 1000), >, 2 * line);
  g_assert_cmpint (measure (area, -1), ==, measure (area, 1000));
  jalon_text_area_set_line_height (JALON_TEXT_AREA (area), 50);
  g_assert_cmpint (measure (area, 1000), ==, 150);
  fixture_finalise (NULL, area);
}

/* As wide as it gets, never wider because of a word. */
static void
test_width (void)
{
  GtkWidget *area = jalon_text_area_new ();
  int minimum;

  jalon_text_area_set_text (JALON_TEXT_AREA (area), "Donaudampfschifffahrtsgesellschaft");
  gtk_widget_measure (area, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 1);
  g_assert_cmpint (measure (area, 40), >, measure (area, 1000));
  fixture_finalise (NULL, area);
}

/* It grows while people type. */
static void
test_grows (void)
{
  GtkWidget *area = jalon_text_area_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *window;
  int before;

  gtk_box_append (GTK_BOX (box), area);
  window = fixture_show (box, 200, 300);
  before = gtk_widget_get_height (area);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (area)), "a\nb\nc", -1);
  fixture_settle ();
  g_assert_cmpint (gtk_widget_get_height (area), >, 2 * before);
  g_assert_cmpint (gtk_widget_get_height (area), ==, measure (area, 200));
  fixture_finalise (window, area);
}

static void
test_text (void)
{
  static const char *const cases[] = { "one",       "two\nlines", "",
                                       "Tom & <b>", "\n",         "é 👩‍👩‍👧 ع" };
  GtkWidget *area = jalon_text_area_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (area));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      g_assert_true (jalon_text_area_set_text (JALON_TEXT_AREA (area), cases[i]));
      g_assert_false (jalon_text_area_set_text (JALON_TEXT_AREA (area), cases[i]));
      text = jalon_text_area_get_text (JALON_TEXT_AREA (area));
      g_assert_cmpstr (text, ==, cases[i]);
      g_assert_false (gtk_text_buffer_get_can_undo (buffer));
    }
  fixture_finalise (NULL, area);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-area/properties", test_properties);
  g_test_add_func ("/text-area/height", test_height);
  g_test_add_func ("/text-area/width", test_width);
  g_test_add_func ("/text-area/grows", test_grows);
  g_test_add_func ("/text-area/text", test_text);
  return fixture_run ();
}
