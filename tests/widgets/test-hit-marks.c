/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "widgets/jalon-hit-marks.h"

static void
add_hit (GArray *hits, JalonDocument *document, const char *id, JalonFieldId field)
{
  JalonElement *element = fixture_get (document, id);
  const JalonHit hit = { element, jalon_kind_get_field (jalon_element_get_kind (element), field) };

  g_array_append_val (hits, hit);
}

/* What holds a hit is marked up to the project, what is one is not marked as holding another. */
static void
test_marks (void)
{
  static const struct
  {
    const char *id;
    JalonFieldId field;
    JalonHitMark mark;
  } cases[] = {
    { "g1", JALON_FIELD_NONE, JALON_HIT_MARK_OTHER },
    { "g1", JALON_FIELD_TITLE, JALON_HIT_MARK_OTHER },
    { "s1", JALON_FIELD_NONE, JALON_HIT_MARK_INSIDE },
    { "s1", JALON_FIELD_TITLE, JALON_HIT_MARK_NONE },
    { "c1", JALON_FIELD_NONE, JALON_HIT_MARK_CURRENT },
    { "c1", JALON_FIELD_TEXT, JALON_HIT_MARK_OTHER },
    { "c1", JALON_FIELD_EVIDENCE, JALON_HIT_MARK_CURRENT },
    { "c2", JALON_FIELD_NONE, JALON_HIT_MARK_NONE },
    { "trip", JALON_FIELD_NONE, JALON_HIT_MARK_INSIDE },
    { "project", JALON_FIELD_NONE, JALON_HIT_MARK_INSIDE },
    { "g2", JALON_FIELD_NONE, JALON_HIT_MARK_NONE },
  };
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (JalonHit));
  JalonHitMarks *marks;

  add_hit (hits, document, "g1", JALON_FIELD_TITLE);
  add_hit (hits, document, "c1", JALON_FIELD_TEXT);
  add_hit (hits, document, "c1", JALON_FIELD_EVIDENCE);
  marks = jalon_hit_marks_new (hits, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (jalon_hit_marks_get (marks, fixture_get (document, cases[i].id),
                                          cases[i].field),
                     ==, cases[i].mark);
  jalon_hit_marks_free (marks);
}

/* Once more than one mark was shown, only the last is left. */
static void
test_apply (void)
{
  static const char *const classes[] = { NULL, "found-inside", "found", "found-here" };
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new (NULL));
  GtkAccessible *accessible = GTK_ACCESSIBLE (label);

  for (JalonHitMark mark = JALON_HIT_MARK_INSIDE; mark <= JALON_HIT_MARK_CURRENT; mark++)
    {
      jalon_hit_mark_apply (mark, label);
      for (guint i = 1; i < G_N_ELEMENTS (classes); i++)
        g_assert_true (gtk_widget_has_css_class (label, classes[i]) == (i == mark));
      gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                           jalon_hit_mark_to_people (mark));
    }
  jalon_hit_mark_apply (JALON_HIT_MARK_NONE, label);
  g_assert_false (gtk_widget_has_css_class (label, "found-here"));
  g_assert_false (
    gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hit-marks/marks", test_marks);
  g_test_add_func ("/hit-marks/apply", test_apply);
  return fixture_run ();
}
