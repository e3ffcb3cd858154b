/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gdk-pixbuf/gdk-pixbuf.h>

#include "canvas-fixture.h"

/* What the window is told. */
static GString *told;

static void
told_cb (GSimpleAction *action, GVariant *parameter)
{
  g_autofree char *text = g_variant_print (parameter, FALSE);

  g_string_append (told, text);
}

static void
init (CanvasFixture *fixture, const char *map)
{
  static const GActionEntry actions[] = {
    { "tell", (gpointer) told_cb, "s", NULL, NULL, { 0 } },
    { "fail", (gpointer) told_cb, "(ss)", NULL, NULL, { 0 } },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  canvas_fixture_init (fixture, map);
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), NULL);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  g_string_truncate (told, 0);
}

static GBytes *
make_png (guint32 colour)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 40, 60);
  char *data;
  gsize length;

  gdk_pixbuf_fill (pixbuf, colour);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "png", NULL, NULL));
  return g_bytes_new_take (data, length);
}

static void
wait_for_change (CanvasFixture *fixture, guint64 revision)
{
  for (guint i = 0; i < 500 && jalon_document_get_revision (fixture->document) == revision; i++)
    fixture_wait (10);
  g_assert_cmpuint (jalon_document_get_revision (fixture->document), !=, revision);
  fixture_settle ();
}

static void
wait_for_word (void)
{
  for (guint i = 0; i < 500 && told->len == 0; i++)
    fixture_wait (10);
  g_assert_cmpuint (told->len, >, 0);
}

static void
make_lane_of_pictures (CanvasFixture *fixture)
{
  jalon_document_begin (fixture->document, "Type");
  jalon_document_set (fixture->document, fixture_get (fixture->document, "thinks"),
                      JALON_FIELD_TYPE, "images", NULL);
  jalon_document_commit (fixture->document);
  fixture_settle ();
}

/* The keys are anywhere on the sheet of a persona: it is about the portrait. */
static void
test_portrait (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GBytes) png = make_png (0xFF0000FF);
  JalonElement *image;
  guint64 revision;

  init (&fixture, "awa");
  revision = jalon_document_get_revision (fixture.document);
  g_assert_true (jalon_canvas_paste_picture (JALON_MAP_VIEW (fixture.canvas), png));
  wait_for_change (&fixture, revision);
  image = jalon_document_follow (fixture_get (fixture.document, "awa"), JALON_FIELD_PORTRAIT);
  g_assert_nonnull (image);
  g_assert_cmpfloat (jalon_element_get_number (image, JALON_FIELD_HEIGHT), ==, 40);
  g_assert_cmpuint (told->len, ==, 0);

  gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.remove-picture", NULL);
  g_assert_null (
    jalon_document_follow (fixture_get (fixture.document, "awa"), JALON_FIELD_PORTRAIT));
  jalon_document_undo (fixture.document);
  jalon_document_undo (fixture.document);
  g_assert_false (jalon_document_is_modified (fixture.document));
}

static void
test_new_card (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GBytes) png = make_png (0xFF0000FF);
  JalonElement *card;
  guint64 revision;

  init (&fixture, "trip");
  make_lane_of_pictures (&fixture);
  jalon_canvas_go_to (fixture.canvas, canvas_fixture_find_slot (&fixture, "s3", "thinks"), FALSE);
  revision = jalon_document_get_revision (fixture.document);
  g_assert_true (jalon_canvas_paste_picture (JALON_MAP_VIEW (fixture.canvas), png));
  wait_for_change (&fixture, revision);
  card = jalon_element_get_child (fixture_get (fixture.document, "s3"), 0);
  g_assert_nonnull (jalon_document_follow (card, JALON_FIELD_IMAGE));
  canvas_fixture_check_selection (&fixture, jalon_element_get_id (card));
}

static void
test_card (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GBytes) png = make_png (0xFF0000FF);
  guint64 revision;

  init (&fixture, "trip");
  make_lane_of_pictures (&fixture);
  jalon_canvas_go_to (fixture.canvas, canvas_fixture_find (&fixture, "c4"), FALSE);
  revision = jalon_document_get_revision (fixture.document);
  g_assert_true (jalon_canvas_paste_picture (JALON_MAP_VIEW (fixture.canvas), png));
  wait_for_change (&fixture, revision);
  g_assert_nonnull (
    jalon_document_follow (fixture_get (fixture.document, "c4"), JALON_FIELD_IMAGE));
}

/* A picture that has come too late changes nothing, and people are told. */
static void
test_late (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GBytes) png = make_png (0xFF0000FF);

  init (&fixture, "awa");
  g_assert_true (jalon_canvas_paste_picture (JALON_MAP_VIEW (fixture.canvas), png));
  g_assert_nonnull (gtk_widget_get_cursor (fixture.window));
  jalon_map_view_set_editable (JALON_MAP_VIEW (fixture.canvas), FALSE);
  for (guint i = 0; i < 500 && gtk_widget_get_cursor (fixture.window) != NULL; i++)
    fixture_wait (10);
  g_assert_null (gtk_widget_get_cursor (fixture.window));
  g_assert_nonnull (strstr (told->str, "too late"));
  g_assert_false (jalon_document_is_modified (fixture.document));
}

/* Not on other cards, not in other cells, and nowhere in a file that may only be read. */
static void
test_elsewhere (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GBytes) png = make_png (0xFF0000FF);

  init (&fixture, "trip");
  g_assert_false (jalon_canvas_paste_picture (JALON_MAP_VIEW (fixture.canvas), png));
  jalon_canvas_go_to (fixture.canvas, canvas_fixture_find (&fixture, "c4"), FALSE);
  g_assert_false (jalon_canvas_paste_picture (JALON_MAP_VIEW (fixture.canvas), png));
  jalon_canvas_go_to (fixture.canvas, canvas_fixture_find_slot (&fixture, "s3", "does"), FALSE);
  g_assert_false (jalon_canvas_paste_picture (JALON_MAP_VIEW (fixture.canvas), png));
  jalon_map_view_set_map (JALON_MAP_VIEW (fixture.canvas), fixture_get (fixture.document, "awa"));
  jalon_map_view_set_editable (JALON_MAP_VIEW (fixture.canvas), FALSE);
  g_assert_false (jalon_canvas_paste_picture (JALON_MAP_VIEW (fixture.canvas), png));
}

static void
test_no_picture (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GBytes) gif = g_bytes_new_static ("GIF89a\1\0\1\0", 10);

  init (&fixture, "awa");
  g_assert_true (jalon_canvas_paste_picture (JALON_MAP_VIEW (fixture.canvas), gif));
  wait_for_word ();
  g_assert_nonnull (strstr (told->str, "a GIF picture"));
  g_assert_false (jalon_document_is_modified (fixture.document));
}

static void
test_files (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/Zoë.png");
  g_autoptr (GSList) files = g_slist_prepend (NULL, file);

  init (&fixture, "awa");
  g_assert_true (jalon_canvas_paste_picture_files (JALON_MAP_VIEW (fixture.canvas), files));
  wait_for_word ();
  g_assert_nonnull (strstr (told->str, "Zoë.png: "));
  g_assert_false (jalon_document_is_modified (fixture.document));
}

/* Of very many the first are taken. */
static void
test_many_files (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/Zoë.png");
  g_autoptr (GSList) files = NULL;

  init (&fixture, "trip");
  make_lane_of_pictures (&fixture);
  jalon_canvas_go_to (fixture.canvas, canvas_fixture_find_slot (&fixture, "s3", "thinks"), FALSE);
  for (guint i = 0; i < 51; i++)
    files = g_slist_prepend (files, file);
  g_assert_true (jalon_canvas_paste_picture_files (JALON_MAP_VIEW (fixture.canvas), files));
  g_assert_nonnull (strstr (told->str, "the first 50 files"));
  g_string_truncate (told, 0);
  wait_for_word ();
  g_assert_nonnull (strstr (told->str, "50 Pictures"));
}

/* Whoever was to have it is gone, and people are told. */
static void
test_gone (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GBytes) png = make_png (0xFF0000FF);
  guint64 revision;

  init (&fixture, "awa");
  g_assert_true (jalon_canvas_paste_picture (JALON_MAP_VIEW (fixture.canvas), png));
  jalon_document_begin (fixture.document, "Delete");
  jalon_document_remove (fixture.document, fixture_get (fixture.document, "awa"));
  jalon_document_commit (fixture.document);
  revision = jalon_document_get_revision (fixture.document);
  wait_for_word ();
  g_assert_nonnull (strstr (told->str, "too late"));
  g_assert_cmpuint (jalon_document_get_revision (fixture.document), ==, revision);
}

/* The window closes while it is at work: nothing happens, and nothing is held. */
static void
test_closed (void)
{
  CanvasFixture fixture = { 0 };
  g_autoptr (GBytes) png = make_png (0xFF0000FF);

  init (&fixture, "awa");
  g_assert_true (jalon_canvas_paste_picture (JALON_MAP_VIEW (fixture.canvas), png));
  gtk_window_destroy (GTK_WINDOW (fixture.window));
  fixture_wait (200);
  g_assert_false (jalon_document_is_modified (fixture.document));
  g_assert_finalize_object (fixture.document);
}

/* Where nothing is selected, the keys begin at what is written, and not at the portrait above. */
static void
test_begin (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  JalonElement *trait = jalon_element_new (JALON_KIND_TRAIT, "kind");

  canvas_fixture_init (&fixture, "awa");
  jalon_document_begin (fixture.document, "Add");
  jalon_document_insert (fixture.document, fixture_get (fixture.document, "awa"), 0, trait);
  jalon_document_commit (fixture.document);
  fixture_settle ();
  gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.edit", NULL);
  g_assert_true (jalon_canvas_edit (fixture.canvas, fixture.canvas->cursor, FALSE));
  g_assert_true (jalon_canvas_get_editing (fixture.canvas));
}

/* A caption is written below the place of the picture, not on it. */
static void
test_caption (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  const JalonPrimitive *primitives;
  JalonElement *card;
  JalonNode *node;
  JalonTextStyle style;
  JalonRect rect;
  guint n;

  canvas_fixture_init (&fixture, "trip");
  make_lane_of_pictures (&fixture);
  card = fixture_get (fixture.document, "c4");
  jalon_document_begin (fixture.document, "Clear");
  jalon_document_set (fixture.document, card, JALON_FIELD_TEXT, "", NULL);
  jalon_document_commit (fixture.document);
  jalon_canvas_get_scene (fixture.canvas);
  node = jalon_canvas_get_item (fixture.canvas, canvas_fixture_find (&fixture, "c4"))->node;
  g_assert_true (jalon_node_get_editor (node, &rect, &style));
  g_assert_cmpfloat (rect.y + rect.height, <=, jalon_node_get_height (node));
  primitives = jalon_node_get_primitives (node, &n);
  g_assert_cmpuint (n, >, 1);
  for (guint i = 1; i < n; i++)
    if (primitives[i].type == JALON_PRIMITIVE_BOX)
      g_assert_cmpfloat (primitives[i].rect.y + primitives[i].rect.height, <=, rect.y);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  told = g_string_new (NULL);

  g_test_add_func ("/canvas-pictures/portrait", test_portrait);
  g_test_add_func ("/canvas-pictures/begin", test_begin);
  g_test_add_func ("/canvas-pictures/caption", test_caption);
  g_test_add_func ("/canvas-pictures/new-card", test_new_card);
  g_test_add_func ("/canvas-pictures/card", test_card);
  g_test_add_func ("/canvas-pictures/late", test_late);
  g_test_add_func ("/canvas-pictures/elsewhere", test_elsewhere);
  g_test_add_func ("/canvas-pictures/no-picture", test_no_picture);
  g_test_add_func ("/canvas-pictures/files", test_files);
  g_test_add_func ("/canvas-pictures/many-files", test_many_files);
  g_test_add_func ("/canvas-pictures/gone", test_gone);
  g_test_add_func ("/canvas-pictures/closed", test_closed);

  status = g_test_run ();
  g_string_free (told, TRUE);
  return status;
}
