/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gdk-pixbuf/gdk-pixbuf.h>

#include "drawing/jalon-picture-import.h"
#include "files/jalon-writer.h"
#include "fixture.h"
#include "widgets/jalon-commands.h"

static JalonElement *
make_image (guint32 colour)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 32, 32);
  g_autoptr (GBytes) bytes = NULL;
  JalonElement *image;
  char *data;
  gsize length;

  gdk_pixbuf_fill (pixbuf, colour);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "png", NULL, NULL));
  bytes = g_bytes_new_take (data, length);
  image = jalon_picture_import (bytes,
                                jalon_kind_get_field (JALON_KIND_PERSONA, JALON_FIELD_PORTRAIT),
                                NULL, NULL);
  g_assert_nonnull (image);
  return image;
}

static guint
count_images (JalonDocument *document)
{
  JalonElement *project = jalon_document_get_project (document);
  guint n = 0;

  for (guint i = 0; i < jalon_element_get_n_children (project); i++)
    n += jalon_element_get_kind (jalon_element_get_child (project, i)) == JALON_KIND_IMAGE;
  return n;
}

static void
set_portrait (JalonDocument *document, const char *id, JalonElement *image)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  g_ptr_array_add (elements, fixture_get (document, id));
  jalon_commands_set_picture (document, elements, JALON_FIELD_PORTRAIT, image);
}

static const char *
get_portrait (JalonDocument *document, const char *id)
{
  return jalon_element_get_text (fixture_get (document, id), JALON_FIELD_PORTRAIT);
}

static void
test_set (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (JalonElement) image = make_image (0xFF0000FF);
  g_autoptr (GBytes) before = jalon_writer_to_bytes (jalon_document_get_project (document));
  g_autoptr (GBytes) after = NULL;

  set_portrait (document, "awa", image);
  g_assert_cmpuint (count_images (document), ==, 1);
  g_assert_cmpstr (get_portrait (document, "awa"), ==, jalon_element_get_id (image));
  g_assert_cmpstr (jalon_document_get_undo_label (document), ==, "Change “Portrait”");

  jalon_document_undo (document);
  after = jalon_writer_to_bytes (jalon_document_get_project (document));
  g_assert_true (g_bytes_equal (before, after));
  g_assert_null (jalon_document_get_undo_label (document));
  jalon_document_redo (document);
  g_assert_cmpstr (get_portrait (document, "awa"), ==, jalon_element_get_id (image));
  g_assert_cmpuint (count_images (document), ==, 1);
}

/* The same picture from two files is embedded once, and giving it again is no step. */
static void
test_embedded_once (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (JalonElement) first = make_image (0xFF0000FF);
  g_autoptr (JalonElement) second = make_image (0xFF0000FF);
  guint64 revision;

  set_portrait (document, "awa", first);
  set_portrait (document, "jean", second);
  g_assert_cmpuint (count_images (document), ==, 1);
  g_assert_cmpstr (get_portrait (document, "jean"), ==, jalon_element_get_id (first));
  revision = jalon_document_get_revision (document);
  set_portrait (document, "awa", second);
  g_assert_cmpuint (jalon_document_get_revision (document), ==, revision);
}

/* What nothing shows any more goes in the same step, and not before. */
static void
test_unused (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (JalonElement) red = make_image (0xFF0000FF);
  g_autoptr (JalonElement) blue = make_image (0x0000FFFF);

  set_portrait (document, "awa", red);
  set_portrait (document, "jean", red);
  set_portrait (document, "awa", blue);
  g_assert_cmpuint (count_images (document), ==, 2);
  set_portrait (document, "jean", NULL);
  g_assert_cmpuint (count_images (document), ==, 1);
  g_assert_cmpstr (get_portrait (document, "jean"), ==, "");
  jalon_document_undo (document);
  g_assert_cmpuint (count_images (document), ==, 2);
  g_assert_cmpstr (get_portrait (document, "jean"), ==, jalon_element_get_id (red));
  jalon_document_undo (document);
  g_assert_cmpuint (count_images (document), ==, 1);
  g_assert_cmpstr (get_portrait (document, "awa"), ==, jalon_element_get_id (red));
}

/* A newer version may refer to an image by what is not known here. */
static void
test_used_by_newer (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (JalonElement) image = make_image (0xFF0000FF);
  g_autofree char *extra = g_strdup_printf ("backdrop=\"%s\"", jalon_element_get_id (image));

  set_portrait (document, "awa", image);
  jalon_document_begin (document, "Newer");
  g_assert_true (
    jalon_document_set (document, fixture_get (document, "jean"), JALON_FIELD_EXTRA, extra, NULL));
  jalon_document_commit (document);
  set_portrait (document, "awa", NULL);
  g_assert_cmpuint (count_images (document), ==, 1);
}

static void
test_deleted (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (JalonElement) image = make_image (0xFF0000FF);
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  set_portrait (document, "awa", image);
  g_ptr_array_add (elements, fixture_get (document, "awa"));
  jalon_commands_remove (document, elements);
  g_assert_cmpuint (count_images (document), ==, 0);
  jalon_document_undo (document);
  g_assert_cmpuint (count_images (document), ==, 1);
  g_assert_cmpstr (get_portrait (document, "awa"), ==, jalon_element_get_id (image));
}

static void
set_lane_type (JalonDocument *document, const char *type)
{
  jalon_document_begin (document, "Type");
  g_assert_true (
    jalon_document_set (document, fixture_get (document, "thinks"), JALON_FIELD_TYPE, type, NULL));
  jalon_document_commit (document);
}

static void
test_add (void)
{
  g_autoptr (JalonDocument) document = fixture_new ();
  const JalonSlot slot = { .parent = (char *) "s3",
                           .kind = JALON_KIND_CARD,
                           .field = JALON_FIELD_LANE,
                           .value = (char *) "thinks" };
  g_autoptr (GPtrArray) images = g_ptr_array_new_with_free_func (g_object_unref);
  const JalonField *field;

  g_assert_null (jalon_commands_get_picture_field (document, NULL, &slot));
  g_assert_null (jalon_commands_get_picture_field (document, fixture_get (document, "c4"), NULL));
  set_lane_type (document, "storyboard");
  field = jalon_commands_get_picture_field (document, NULL, &slot);
  g_assert_cmpint (field->id, ==, JALON_FIELD_IMAGE);
  g_assert_true (jalon_commands_get_picture_field (document, fixture_get (document, "c4"), NULL) ==
                 field);

  g_ptr_array_add (images, make_image (0xFF0000FF));
  g_ptr_array_add (images, make_image (0x0000FFFF));
  g_ptr_array_add (images, make_image (0xFF0000FF));
  jalon_commands_add_pictures (document, &slot, field->id, images);
  g_assert_cmpuint (jalon_element_get_n_children (fixture_get (document, "s3")), ==, 3);
  g_assert_cmpuint (count_images (document), ==, 2);
  g_assert_cmpuint (g_strv_length ((char **) jalon_document_get_selection (document)), ==, 3);
  g_assert_cmpstr (jalon_document_get_undo_label (document), ==, "Add Picture");
  jalon_document_undo (document);
  g_assert_cmpuint (count_images (document), ==, 0);
  g_assert_cmpuint (jalon_element_get_n_children (fixture_get (document, "s3")), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/commands-picture/set", test_set);
  g_test_add_func ("/commands-picture/embedded-once", test_embedded_once);
  g_test_add_func ("/commands-picture/unused", test_unused);
  g_test_add_func ("/commands-picture/used-by-newer", test_used_by_newer);
  g_test_add_func ("/commands-picture/deleted", test_deleted);
  g_test_add_func ("/commands-picture/add", test_add);

  return fixture_run ();
}
