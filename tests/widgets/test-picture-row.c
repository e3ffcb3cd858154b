/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-fixture.h"
#include "widgets/jalon-commands.h"
#include "widgets/jalon-entry-row.h"
#include "widgets/jalon-picture-row.h"

/* One black pixel */
#define PIXEL                                                                                      \
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="

static void
give (RowFixture *fixture, const char *persona, const char *name)
{
  g_autoptr (JalonElement) image = jalon_element_new (JALON_KIND_IMAGE, name);
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  g_assert_true (jalon_element_set (image, JALON_FIELD_NAME, name, NULL));
  g_assert_true (jalon_element_set (image, JALON_FIELD_DATA, PIXEL, NULL));
  g_ptr_array_add (elements, fixture_get (fixture->document, persona));
  jalon_commands_set_picture (fixture->document, elements, JALON_FIELD_PORTRAIT, image);
}

static const char *
get_subtitle (RowFixture *fixture)
{
  return adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (fixture->row));
}

static GtkWidget *
find_entry (RowFixture *fixture)
{
  return fixture_find_child (fixture->row, JALON_TYPE_ENTRY_ROW, 0);
}

/* Removes it, and chooses another one */
static GtkWidget *
find_button (RowFixture *fixture, const char *tip)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *button = fixture_find_child (fixture->row, GTK_TYPE_BUTTON, i);

      if (button == NULL || g_strcmp0 (gtk_widget_get_tooltip_text (button), tip) == 0)
        return button;
    }
}

static gboolean
has_thumbnail (RowFixture *fixture)
{
  GtkWidget *image = fixture_find_child (fixture->row, GTK_TYPE_IMAGE, 0);

  return gtk_image_get_storage_type (GTK_IMAGE (image)) == GTK_IMAGE_PAINTABLE;
}

static void
test_shows (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_picture_row_new, "awa", JALON_FIELD_PORTRAIT);
  g_assert_cmpstr (get_subtitle (&fixture), ==, "None");
  g_assert_false (has_thumbnail (&fixture));
  g_assert_false (gtk_widget_get_visible (find_button (&fixture, "Remove Picture")));
  g_assert_nonnull (find_button (&fixture, "Choose Picture…"));

  give (&fixture, "awa", "Awa-at-home");
  g_assert_cmpstr (get_subtitle (&fixture), ==, "Awa-at-home");
  g_assert_true (has_thumbnail (&fixture));
  g_assert_nonnull (find_button (&fixture, "Replace Picture…"));
  jalon_document_undo (fixture.document);
  g_assert_cmpstr (get_subtitle (&fixture), ==, "None");
  g_assert_false (has_thumbnail (&fixture));
}

static void
test_removed (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_picture_row_new, "awa", JALON_FIELD_PORTRAIT);
  give (&fixture, "awa", "Awa-at-home");
  g_signal_emit_by_name (find_button (&fixture, "Remove Picture"), "clicked");
  g_assert_cmpstr (row_fixture_get (&fixture, "awa"), ==, "");
  g_assert_null (jalon_document_lookup (fixture.document, "Awa-at-home"));
  jalon_document_undo (fixture.document);
  g_assert_cmpstr (row_fixture_get (&fixture, "awa"), ==, "Awa-at-home");
}

/* What the picture shows is a field of the image, and so of all who have it. */
static void
test_description (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_picture_row_new, "awa", JALON_FIELD_PORTRAIT);
  give (&fixture, "awa", "Awa-at-home");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (&fixture)), "A young woman");
  g_assert_cmpstr (jalon_element_get_text (fixture_get (fixture.document, "Awa-at-home"),
                                           JALON_FIELD_ALT),
                   ==, "A young woman");
  jalon_document_undo (fixture.document);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (&fixture))), ==, "");
}

static void
test_several (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_picture_row_new, "awa jean", JALON_FIELD_PORTRAIT);
  give (&fixture, "awa", "Awa-at-home");
  g_assert_cmpstr (get_subtitle (&fixture), ==, "Several");
  g_assert_false (has_thumbnail (&fixture));
  g_signal_emit_by_name (find_button (&fixture, "Remove Picture"), "clicked");
  g_assert_cmpstr (get_subtitle (&fixture), ==, "None");
}

/* A picture that cannot be read is not there, but can be replaced. */
static void
test_damaged (void)
{
  g_auto (RowFixture) fixture = { 0 };

  row_fixture_init (&fixture, jalon_picture_row_new, "awa", JALON_FIELD_PORTRAIT);
  give (&fixture, "awa", "Awa-at-home");
  jalon_document_begin (fixture.document, "Damage");
  jalon_document_set (fixture.document, fixture_get (fixture.document, "Awa-at-home"),
                      JALON_FIELD_DATA, "AAAA", NULL);
  jalon_document_commit (fixture.document);
  g_assert_false (has_thumbnail (&fixture));
  g_assert_nonnull (find_button (&fixture, "Replace Picture…"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/picture-row/shows", test_shows);
  g_test_add_func ("/picture-row/removed", test_removed);
  g_test_add_func ("/picture-row/description", test_description);
  g_test_add_func ("/picture-row/several", test_several);
  g_test_add_func ("/picture-row/damaged", test_damaged);
  return fixture_run ();
}
