/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas-fixture.h"
#include "clipboard-fixture.h"
#include "widgets/jalon-clipboard.h"

static void
check_text (CanvasFixture *fixture, const char *wanted)
{
  clipboard_fixture_check_text (GTK_WIDGET (fixture->canvas), wanted);
}

static void
offer (CanvasFixture *fixture, const char *mime_type, const char *data)
{
  clipboard_fixture_offer (GTK_WIDGET (fixture->canvas), mime_type, data);
}

static void
select_ids (CanvasFixture *fixture, const char *ids)
{
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);

  jalon_canvas_go_to (fixture->canvas, canvas_fixture_find (fixture, words[0]), FALSE);
  for (guint i = 1; words[i] != NULL; i++)
    jalon_canvas_toggle (fixture->canvas, canvas_fixture_find (fixture, words[i]));
}

static void
go_to_slot (CanvasFixture *fixture, const char *parent, const char *value)
{
  jalon_canvas_go_to (fixture->canvas, canvas_fixture_find_slot (fixture, parent, value), FALSE);
}

static void
act (CanvasFixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, NULL);
  fixture_settle ();
}

static void
note_cb (char **message, const char *text)
{
  g_free (*message);
  *message = g_strdup (text);
}

/* One step takes everything back. */
static void
check_undo (CanvasFixture *fixture, GBytes *before, const char *label)
{
  g_autoptr (GBytes) after = NULL;

  g_assert_cmpstr (jalon_document_get_undo_label (fixture->document), ==, label);
  g_assert_true (jalon_document_undo (fixture->document));
  after = fixture_to_bytes (fixture->document);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_false (jalon_document_is_modified (fixture->document));
}

static void
test_copy_text (void)
{
  static const struct
  {
    const char *ids;
    const char *text;
  } cases[] = {
    { "c1", "Looks at pictures" },
    { "c1 c2", "Looks at pictures\nMakes a list\n" },
    { "c2 c1", "Looks at pictures\nMakes a list\n" },
    { "s2", "Search\nOpens eleven tabs\nToo many sites\n-1\n" },
    /* cells of the journey: a table for a spreadsheet */
    { "c1 c3", "Looks at pictures\tOpens eleven tabs\n" },
    { "c3 c4 c2 c1", "\"Looks at pictures\nMakes a list\"\tOpens eleven tabs\nIt looks nice\t\n" },
    { "c4 p1", "It looks nice\t\n\t\n\tToo many sites\n" },
  };
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      select_ids (&fixture, cases[i].ids);
      act (&fixture, "canvas.copy");
      check_text (&fixture, cases[i].text);
    }
  g_assert_false (jalon_document_is_modified (fixture.document));
}

/* A block that ends in an empty cell. */
static void
test_copy_block (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  select_ids (&fixture, "c2");
  jalon_canvas_go_to (fixture.canvas, canvas_fixture_find_slot (&fixture, "s2", "thinks"), TRUE);
  act (&fixture, "canvas.copy");
  check_text (&fixture, "\"Looks at pictures\nMakes a list\"\tOpens eleven tabs\n"
                        "It looks nice\t\n");
}

/* Width and height are in the header; PNG specification, 11.2.2. */
static void
check_png (CanvasFixture *fixture, guint min_width, guint max_width)
{
  g_autoptr (GBytes) bytes = clipboard_fixture_read (GTK_WIDGET (fixture->canvas), "image/png");
  const guchar *data;
  guint width;

  g_assert_nonnull (bytes);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 100);
  data = g_bytes_get_data (bytes, NULL);
  g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);
  width = (guint) data[16] << 24 | data[17] << 16 | data[18] << 8 | data[19];
  g_assert_cmpuint (width, >=, min_width);
  g_assert_cmpuint (width, <=, max_width);
}

/* A picture of the card alone, and of the whole map. */
static void
test_copy_picture (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  select_ids (&fixture, "c1");
  act (&fixture, "canvas.copy");
  check_png (&fixture, 100, 400);
  jalon_canvas_go_to (fixture.canvas, -1, FALSE);
  act (&fixture, "canvas.copy");
  check_png (&fixture, 1000, 4000);
}

/* Copies are what was copied, whatever became of it. */
static void
test_copy_is_kept (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  select_ids (&fixture, "c1");
  act (&fixture, "canvas.copy");
  act (&fixture, "canvas.delete");
  check_text (&fixture, "Looks at pictures");
  check_png (&fixture, 100, 400);
}

static void
test_paste (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GBytes) before = NULL;

  canvas_fixture_init (&fixture, "trip");
  before = fixture_to_bytes (fixture.document);
  select_ids (&fixture, "c1 c3");
  act (&fixture, "canvas.copy");
  go_to_slot (&fixture, "s3", "thinks");
  act (&fixture, "canvas.paste");
  clipboard_fixture_check_titles (fixture.document, "s3", "Looks at pictures");
  clipboard_fixture_check_titles (fixture.document, "s4", "Opens eleven tabs");
  g_assert_true (jalon_canvas_is_selected (fixture.canvas, fixture.canvas->cursor));
  check_undo (&fixture, before, "Paste Card");
}

/* From one project to another, as another process would do it. */
static void
test_other_project (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_auto (CanvasFixture) other = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *xml = NULL;
  g_autoptr (GBytes) before = NULL;

  canvas_fixture_init (&fixture, "trip");
  select_ids (&fixture, "s1");
  act (&fixture, "canvas.copy");
  bytes = clipboard_fixture_read (GTK_WIDGET (fixture.canvas), JALON_FRAGMENT_MIME);
  g_assert_nonnull (bytes);
  xml = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  canvas_fixture_init (&other, "trip");
  before = fixture_to_bytes (other.document);
  offer (&other, JALON_FRAGMENT_MIME, xml);
  select_ids (&other, "s4");
  act (&other, "canvas.paste");
  clipboard_fixture_check_titles (other.document, "g2", "Arrive; Leave; Dream");
  check_undo (&other, before, "Paste Step");
}

static void
test_cut (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GBytes) before = NULL;

  canvas_fixture_init (&fixture, "trip");
  before = fixture_to_bytes (fixture.document);
  select_ids (&fixture, "c1");
  act (&fixture, "canvas.cut");
  clipboard_fixture_check_titles (fixture.document, "s1", "Makes a list; It looks nice; 1");
  canvas_fixture_check_selection (&fixture, "c2");
  act (&fixture, "canvas.paste");
  clipboard_fixture_check_titles (fixture.document, "s1",
                                  "Makes a list; Looks at pictures; It looks nice; 1");
  g_assert_true (jalon_document_undo (fixture.document));
  check_undo (&fixture, before, "Cut Card");
}

static void
test_paste_table (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GBytes) before = NULL;
  g_autofree char *message = NULL;

  canvas_fixture_init (&fixture, "trip");
  fixture_hear (fixture.window, &message);
  before = fixture_to_bytes (fixture.document);
  offer (&fixture, "text/plain;charset=utf-8", "A\tB\n\tC\n2\t-2\tnowhere\nD");
  go_to_slot (&fixture, "s3", "does");
  act (&fixture, "canvas.paste");
  clipboard_fixture_check_titles (fixture.document, "s3", "A; 2; D");
  clipboard_fixture_check_titles (fixture.document, "s4", "B; C; -2");
  g_assert_cmpstr (message, ==, "1 cell did not fit: the map ends there.");
  check_undo (&fixture, before, "Paste Card");
}

/* What is no fragment, no text and nothing at all: a message, and nothing has happened. */
static void
test_bad (void)
{
  static const struct
  {
    const char *mime_type;
    const char *data;
    const char *word; /* in the message */
  } cases[] = {
    { JALON_FRAGMENT_MIME, "", "Clipboard" },
    { JALON_FRAGMENT_MIME, "no XML", "Clipboard" },
    { JALON_FRAGMENT_MIME, "<!DOCTYPE p [<!ENTITY a \"b\">]><p>&a;</p>", "DOCTYPE" },
    { JALON_FRAGMENT_MIME, "<project xmlns=\"urn:jalon:project:1\" version=\"1.0\" id=\"p\"/>",
      "nothing to paste" },
    { JALON_FRAGMENT_MIME,
      "<project xmlns=\"urn:jalon:project:1\" version=\"1.0\" id=\"p\"><?copied p 0 0?></project>",
      "nothing to paste" },
    { "text/plain;charset=utf-8", " \n ", "nothing to paste" },
    { "text/plain;charset=utf-8", "", "nothing to paste" },
    { "application/x-else", "else", "nothing to paste" },
    { "image/png", "\x89PNG", "Pictures go on" },
    { "text/uri-list", "file:///nowhere.png\r\n", "nothing to paste" },
  };
  g_auto (CanvasFixture) fixture = { 0 };
  g_autofree char *message = NULL;

  canvas_fixture_init (&fixture, "trip");
  fixture_hear (fixture.window, &message);
  select_ids (&fixture, "c1");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      offer (&fixture, cases[i].mime_type, cases[i].data);
      act (&fixture, "canvas.paste");
      if (message == NULL || strstr (message, cases[i].word) == NULL)
        g_error ("Case %u: %s", i, message);
      g_assert_null (jalon_document_get_undo_label (fixture.document));
      g_clear_pointer (&message, g_free);
    }
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (fixture.canvas)), NULL);
  act (&fixture, "canvas.paste");
  g_assert_nonnull (message);
}

/* Bytes that are no text are taken in as a text that says so. */
static void
test_odd_text (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autoptr (GBytes) before = NULL;

  canvas_fixture_init (&fixture, "trip");
  before = fixture_to_bytes (fixture.document);
  offer (&fixture, "text/plain", "caf\xe9\001");
  go_to_slot (&fixture, "s3", "does");
  act (&fixture, "canvas.paste");
  clipboard_fixture_check_titles (fixture.document, "s3", "caf\xef\xbf\xbd\xef\xbf\xbd");
  check_undo (&fixture, before, "Paste Card");
}

/* While someone writes, a text is a text. */
static void
test_while_writing (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  select_ids (&fixture, "c2");
  act (&fixture, "canvas.copy");
  jalon_canvas_edit (fixture.canvas, canvas_fixture_find (&fixture, "c1"), FALSE);
  gtk_widget_activate_action (GTK_WIDGET (fixture.canvas->editor), "clipboard.paste", NULL);
  fixture_settle ();
  g_assert_true (jalon_canvas_get_editing (fixture.canvas));
  jalon_canvas_finish_edit (fixture.canvas);
  clipboard_fixture_check_titles (fixture.document, "s1",
                                  "Looks at picturesMakes a list; Makes a list; It looks nice; 1");
}

/* What can only be read can be copied, and nothing else. */
static void
test_read_only (void)
{
  g_auto (CanvasFixture) fixture = { 0 };

  canvas_fixture_init (&fixture, "trip");
  offer (&fixture, "text/plain;charset=utf-8", "New");
  jalon_map_view_set_editable (JALON_MAP_VIEW (fixture.canvas), FALSE);
  select_ids (&fixture, "c1");
  act (&fixture, "canvas.paste");
  act (&fixture, "canvas.cut");
  g_assert_false (jalon_document_is_modified (fixture.document));
  check_text (&fixture, "New");
  act (&fixture, "canvas.copy");
  check_text (&fixture, "Looks at pictures");
}

/* Another map is shown by the time it comes, and people are told. */
static void
test_late (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autofree char *said = NULL;

  canvas_fixture_init (&fixture, "trip");
  fixture_hear (fixture.window, &said);
  offer (&fixture, "text/plain;charset=utf-8", "New");
  select_ids (&fixture, "c1");
  gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.paste", NULL);
  jalon_map_view_set_map (JALON_MAP_VIEW (fixture.canvas), fixture_get (fixture.document, "head"));
  fixture_settle ();
  g_assert_false (jalon_document_is_modified (fixture.document));
  g_assert_nonnull (said);
  g_assert_nonnull (strstr (said, "too late"));
}

/* A map that was copied comes into the project, and the window is told to show it. */
static void
test_map (void)
{
  g_auto (CanvasFixture) fixture = { 0 };
  g_autofree char *jump = NULL;
  guint n_before;

  canvas_fixture_init (&fixture, "trip");
  g_signal_connect_swapped (fixture.canvas, "jump", G_CALLBACK (note_cb), &jump);
  n_before = jalon_element_get_n_children (jalon_document_get_project (fixture.document));
  jalon_canvas_go_to (fixture.canvas, -1, FALSE);
  act (&fixture, "canvas.copy");
  act (&fixture, "canvas.paste");
  g_assert_cmpuint (jalon_element_get_n_children (jalon_document_get_project (fixture.document)),
                    ==, n_before + 1);
  g_assert_nonnull (jump);
  g_assert_cmpstr (jalon_element_get_title (fixture_get (fixture.document, jump)), ==, "A trip");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas-clipboard/copy-text", test_copy_text);
  g_test_add_func ("/canvas-clipboard/copy-block", test_copy_block);
  g_test_add_func ("/canvas-clipboard/copy-picture", test_copy_picture);
  g_test_add_func ("/canvas-clipboard/copy-is-kept", test_copy_is_kept);
  g_test_add_func ("/canvas-clipboard/paste", test_paste);
  g_test_add_func ("/canvas-clipboard/other-project", test_other_project);
  g_test_add_func ("/canvas-clipboard/cut", test_cut);
  g_test_add_func ("/canvas-clipboard/paste-table", test_paste_table);
  g_test_add_func ("/canvas-clipboard/bad", test_bad);
  g_test_add_func ("/canvas-clipboard/odd-text", test_odd_text);
  g_test_add_func ("/canvas-clipboard/while-writing", test_while_writing);
  g_test_add_func ("/canvas-clipboard/read-only", test_read_only);
  g_test_add_func ("/canvas-clipboard/late", test_late);
  g_test_add_func ("/canvas-clipboard/map", test_map);
  return fixture_run ();
}
