/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is where, who refers to whom, who is told what. */

#include <locale.h>

#include "sample.h"

static void
test_new (void)
{
  JalonElement *project = sample_project ();
  g_autoptr (JalonDocument) document = jalon_document_new (project);
  g_autoptr (JalonElement) persona = jalon_element_new (JALON_KIND_PERSONA, NULL);

  g_assert_true (jalon_document_get_project (document) == project);
  g_assert_cmpuint (jalon_document_get_revision (document), ==, 0);
  g_assert_null (jalon_document_get_selection (document)[0]);
  EXPECT_CRITICAL ("*JALON_KIND_PROJECT*", jalon_document_new (persona));
  EXPECT_CRITICAL ("*get_document (project) == NULL*", jalon_document_new (project));
}

static void
test_twins (void)
{
  JalonElement *project = jalon_element_new (JALON_KIND_PROJECT, NULL);
  g_autoptr (JalonDocument) document = NULL;

  jalon_element_append (project, jalon_element_new (JALON_KIND_TAG, "twin"));
  jalon_element_append (project, jalon_element_new (JALON_KIND_TAG, "twin"));
  EXPECT_CRITICAL ("*twin*", document = jalon_document_new (project));
}

static void
test_finalized (void)
{
  JalonDocument *document = sample_document ();
  g_autoptr (JalonElement) project = g_object_ref (jalon_document_get_project (document));
  JalonElement *late = find (document, "late");
  JalonElement *slow = find (document, "slow");

  jalon_document_begin (document, "Remove");
  jalon_document_remove (document, late);
  jalon_document_commit (document);
  jalon_document_begin (document, "Remove, and never end");
  jalon_document_remove (document, slow);

  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &document);
  g_object_add_weak_pointer (G_OBJECT (late), (gpointer *) &late);
  g_object_add_weak_pointer (G_OBJECT (slow), (gpointer *) &slow);
  g_object_unref (document);
  g_assert_null (document);
  g_assert_null (late);
  g_assert_null (slow);
  g_assert_null (jalon_element_get_document (project));
  g_assert_null (jalon_element_get_document (jalon_element_get_child (project, 0)));
}

static void
test_lookup (void)
{
  g_autoptr (JalonDocument) document = sample_document ();

  g_assert_cmpstr (jalon_element_get_id (jalon_document_lookup (document, "late")), ==, "late");
  g_assert_true (jalon_document_lookup (document, "project") ==
                 jalon_document_get_project (document));
  g_assert_null (jalon_document_lookup (document, "gone"));
  g_assert_null (jalon_document_lookup (document, ""));
}

static void
test_follow (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  g_autoptr (JalonElement) copy = jalon_element_copy (find (document, "slow"));
  JalonElement *slow = find (document, "slow");

  g_assert_true (jalon_document_follow (slow, JALON_FIELD_LANE) == find (document, "pain"));
  g_assert_null (jalon_document_follow (slow, JALON_FIELD_IMAGE));
  g_assert_null (jalon_document_follow (copy, JALON_FIELD_LANE));
  jalon_document_begin (document, "Break");
  set_text (document, "slow", JALON_FIELD_LANE, "gone");
  g_assert_null (jalon_document_follow (slow, JALON_FIELD_LANE));
  set_text (document, "slow", JALON_FIELD_LANE, "ana");
  g_assert_null (jalon_document_follow (slow, JALON_FIELD_LANE));
  jalon_document_commit (document);
  EXPECT_CRITICAL ("*JALON_TYPE_REFERENCE*", jalon_document_follow (slow, JALON_FIELD_TAGS));
}

static void
assert_references (JalonDocument *document, const char *id, const char *expected)
{
  g_autoptr (GPtrArray) found = jalon_document_find_references (find (document, id));
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", jalon_element_get_id (found->pdata[i]));
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_find_references (void)
{
  g_autoptr (JalonDocument) document = sample_document ();

  assert_references (document, "ana", "trip high fans");
  assert_references (document, "ben", "trip low");
  assert_references (document, "trip", "fans");
  assert_references (document, "mood", "high low");
  assert_references (document, "web", "slow");
  assert_references (document, "urgent", "slow");
  assert_references (document, "late", "");

  jalon_document_begin (document, "Change");
  set_text (document, "late", JALON_FIELD_TAGS, "gone web");
  set_text (document, "late", JALON_FIELD_TEXT, "ben");
  set_text (document, "fans", JALON_FIELD_TAGS, "ana ben");
  jalon_document_remove (document, find (document, "slow"));
  jalon_document_commit (document);
  assert_references (document, "web", "late");
  assert_references (document, "ben", "trip low");
  assert_references (document, "ana", "trip high fans");
}

static gboolean
shows (JalonDocument *document, const char *id, JalonFieldId field)
{
  JalonElement *element = find (document, id);

  return jalon_document_shows_field (document, element, jalon_element_get_field (element, field));
}

/* A card's fields are decided by the type of its lane, a stakeholder's by the layout of its map,
 * those of others by their own choice. */
static void
test_shows_field (void)
{
  g_autoptr (JalonDocument) document = sample_document ();

  g_assert_true (shows (document, "slow", JALON_FIELD_EFFORT));
  g_assert_true (shows (document, "slow", JALON_FIELD_TEXT));
  g_assert_false (shows (document, "slow", JALON_FIELD_CHANNEL));
  g_assert_false (shows (document, "slow", JALON_FIELD_EXTRA));
  g_assert_true (shows (document, "mood", JALON_FIELD_SCALE));
  g_assert_false (shows (document, "pain", JALON_FIELD_SCALE));
  g_assert_true (shows (document, "book", JALON_FIELD_OWNER));

  jalon_document_begin (document, "Change");
  set_text (document, "pain", JALON_FIELD_TYPE, "touchpoints");
  jalon_document_insert (document, jalon_document_get_project (document), 0,
                         jalon_element_new (JALON_KIND_METRIC, "metric"));
  jalon_document_insert (document, jalon_document_get_project (document), 0,
                         jalon_element_new (JALON_KIND_STAKEHOLDER_MAP, "ring"));
  set_text (document, "ring", JALON_FIELD_LAYOUT, "rings");
  jalon_document_insert (document, find (document, "ring"), 0,
                         jalon_element_new (JALON_KIND_STAKEHOLDER, "person"));
  jalon_document_commit (document);
  g_assert_false (shows (document, "slow", JALON_FIELD_EFFORT));
  g_assert_true (shows (document, "slow", JALON_FIELD_CHANNEL));
  g_assert_true (shows (document, "metric", JALON_FIELD_PROMOTERS));
  g_assert_false (shows (document, "metric", JALON_FIELD_SPEND));
  g_assert_true (shows (document, "ring", JALON_FIELD_ESSENTIAL));
  g_assert_false (shows (document, "ring", JALON_FIELD_CHAMPIONS));
  g_assert_true (shows (document, "person", JALON_FIELD_RING));
  g_assert_false (shows (document, "person", JALON_FIELD_INFLUENCE));
  g_assert_true (shows (document, "person", JALON_FIELD_NAME));

  /* A card whose lane is not known hides nothing. */
  jalon_document_begin (document, "Break");
  set_text (document, "slow", JALON_FIELD_LANE, "gone");
  jalon_document_commit (document);
  g_assert_true (shows (document, "slow", JALON_FIELD_EFFORT));
  g_assert_true (shows (document, "slow", JALON_FIELD_CHANNEL));
}

static void
describe_place (GString *line, const JalonPlace *place)
{
  if (place->parent != NULL)
    g_string_append_printf (line, " %s@%u", place->parent, place->index);
  else
    g_string_append (line, " -");
}

/* "set slow text “before” “after”", "insert new - book@1", … */
static void
note_changed (JalonDocument *document, const JalonStep *step, GString *notes)
{
  static const char *const names[] = { "set", "insert", "remove", "move" };

  g_string_append_printf (notes, "%s:", jalon_step_get_label (step));
  for (guint i = 0; i < jalon_step_get_n_changes (step); i++)
    {
      const JalonChange *change = jalon_step_get_change (step, i);

      g_assert_cmpstr (change->id, ==, jalon_element_get_id (change->element));
      g_assert_cmpint (change->kind, ==, jalon_element_get_kind (change->element));
      g_string_append_printf (notes, " %s %s", names[change->type], change->id);
      if (change->type == JALON_CHANGE_SET)
        g_string_append_printf (notes, " %s “%s” “%s”", change->field->name, change->text_before,
                                change->text_after);
      else
        {
          describe_place (notes, &change->from);
          describe_place (notes, &change->to);
        }
      g_string_append_c (notes, ';');
    }
  g_string_append_c (notes, '\n');
}

static void
assert_notes (GString *notes, const char *expected)
{
  g_assert_cmpstr (notes->str, ==, expected);
  g_string_truncate (notes, 0);
}

/* Listeners hear once of each transaction, undo and redo, with all that was changed in order. */
static void
test_changed (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  g_autoptr (GString) notes = g_string_new (NULL);

  g_signal_connect (document, "changed", G_CALLBACK (note_changed), notes);
  jalon_document_begin (document, "Change");
  set_text (document, "slow", JALON_FIELD_TEXT, "x");
  set_text (document, "slow", JALON_FIELD_TEXT, "y");
  jalon_document_begin (document, "Inner");
  jalon_document_move (document, find (document, "late"), find (document, "book"), 0);
  jalon_document_commit (document);
  jalon_document_insert (document, find (document, "book"), 9,
                         jalon_element_new (JALON_KIND_CARD, "new"));
  jalon_document_remove (document, find (document, "low"));
  assert_notes (notes, "");
  jalon_document_commit (document);
  assert_notes (notes, "Change: set slow text “Slow” “y”; move late ride@0 book@0;"
                       " insert new - book@3; remove low ride@0 -;\n");

  jalon_document_undo (document);
  assert_notes (notes, "Change: insert low - ride@0; remove new book@3 -; move late book@0 ride@0;"
                       " set slow text “y” “Slow”;\n");
  jalon_document_redo (document);
  assert_notes (notes, "Change: set slow text “Slow” “y”; move late ride@0 book@0;"
                       " insert new - book@3; remove low ride@0 -;\n");

  jalon_document_begin (document, "Nothing");
  jalon_document_commit (document);
  jalon_document_begin (document, "Not Wanted");
  set_text (document, "slow", JALON_FIELD_TEXT, "z");
  jalon_document_rollback (document);
  assert_notes (notes, "");
}

/* Of typing that joins the last step they hear each letter, not the word. */
static void
test_changed_by_typing (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  g_autoptr (GString) notes = g_string_new (NULL);
  static const char *const texts[] = { "S", "So", "S", "Slow" };

  g_signal_connect (document, "changed", G_CALLBACK (note_changed), notes);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      jalon_document_begin_coalesced (document, "Type", "key");
      set_text (document, "slow", JALON_FIELD_TEXT, texts[i]);
      jalon_document_commit (document);
    }
  assert_notes (notes, "Type: set slow text “Slow” “S”;\n"
                       "Type: set slow text “S” “So”;\n"
                       "Type: set slow text “So” “S”;\n"
                       "Type: set slow text “S” “Slow”;\n");
  g_assert_false (jalon_document_undo (document));
}

static void
note_property (JalonDocument *document, GParamSpec *pspec, GString *notes)
{
  g_string_append_printf (notes, "%s%s", notes->len > 0 ? " " : "", pspec->name);
}

static void
note_signal (JalonDocument *document, const JalonStep *step, GString *notes)
{
  g_string_append_printf (notes, "%schanged", notes->len > 0 ? " " : "");
}

static int
compare_words (const void *a, const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* In which order GObject notifies of several is its own affair. */
static void
assert_notified (GString *notes, const char *expected)
{
  g_auto (GStrv) words = g_strsplit (notes->str, " ", -1);
  guint first = g_strcmp0 (words[0], "changed") == 0 ? 1 : 0;
  g_autofree char *sorted = NULL;

  qsort (words + first, g_strv_length (words) - first, sizeof *words, compare_words);
  sorted = g_strjoinv (" ", words);
  g_assert_cmpstr (sorted, ==, expected);
  g_string_truncate (notes, 0);
}

/* Properties notify when they change, once, after the listeners know what changed. */
static void
test_notify (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  g_autoptr (GString) notes = g_string_new (NULL);
  const char *ids[] = { "late", NULL };

  g_signal_connect (document, "changed", G_CALLBACK (note_signal), notes);
  g_signal_connect (document, "notify::can-undo", G_CALLBACK (note_property), notes);
  g_signal_connect (document, "notify::can-redo", G_CALLBACK (note_property), notes);
  g_signal_connect (document, "notify::modified", G_CALLBACK (note_property), notes);
  g_signal_connect (document, "notify::selection", G_CALLBACK (note_property), notes);

  jalon_document_set_selection (document, ids);
  jalon_document_set_selection (document, ids);
  assert_notified (notes, "selection");
  jalon_document_begin (document, "Remove");
  jalon_document_remove (document, find (document, "late"));
  assert_notified (notes, "");
  jalon_document_commit (document);
  assert_notified (notes, "changed can-undo modified selection");
  jalon_document_begin (document, "Type");
  set_text (document, "slow", JALON_FIELD_TEXT, "x");
  jalon_document_commit (document);
  assert_notified (notes, "changed");
  jalon_document_mark_saved (document, jalon_document_get_revision (document));
  jalon_document_mark_saved (document, jalon_document_get_revision (document));
  assert_notified (notes, "modified");
  jalon_document_undo (document);
  assert_notified (notes, "changed can-redo modified");
  jalon_document_undo (document);
  assert_notified (notes, "changed can-undo selection");
  jalon_document_redo (document);
  assert_notified (notes, "changed can-undo selection");
}

typedef struct
{
  guint64 revision;
  const char *label;
  const char *selected;
} Seen;

static void
look (JalonDocument *document, const JalonStep *step, Seen *seen)
{
  seen->revision = jalon_document_get_revision (document);
  seen->label = jalon_document_get_undo_label (document);
  seen->selected = jalon_document_get_selection (document)[0];
  EXPECT_CRITICAL ("*is_telling*", jalon_document_begin (document, "Meddle"));
  EXPECT_CRITICAL ("*is_telling*", jalon_document_undo (document));
  EXPECT_CRITICAL ("*is_telling*", jalon_document_redo (document));
}

/* While listeners hear, all is as it will be, and none of them changes it. */
static void
test_listeners_see_the_end (void)
{
  g_autoptr (JalonDocument) document = sample_document ();
  const char *ids[] = { "late", NULL };
  Seen seen = { 0 };

  g_assert_false (jalon_document_is_selected (document, "late"));
  jalon_document_set_selection (document, ids);
  g_assert_true (jalon_document_is_selected (document, "late"));
  g_assert_false (jalon_document_is_selected (document, "slow"));
  g_signal_connect (document, "changed", G_CALLBACK (look), &seen);
  jalon_document_begin (document, "Remove");
  jalon_document_remove (document, find (document, "late"));
  jalon_document_commit (document);
  g_assert_cmpuint (seen.revision, ==, 1);
  g_assert_cmpstr (seen.label, ==, "Remove");
  g_assert_null (seen.selected);
  g_assert_false (jalon_document_is_selected (document, "late"));
  jalon_document_undo (document);
  g_assert_cmpuint (seen.revision, ==, 0);
  g_assert_null (seen.label);
  g_assert_cmpstr (seen.selected, ==, "late");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/document/new", test_new);
  g_test_add_func ("/document/document/twins", test_twins);
  g_test_add_func ("/document/document/finalized", test_finalized);
  g_test_add_func ("/document/document/lookup", test_lookup);
  g_test_add_func ("/document/document/follow", test_follow);
  g_test_add_func ("/document/document/find-references", test_find_references);
  g_test_add_func ("/document/document/shows-field", test_shows_field);
  g_test_add_func ("/document/document/changed", test_changed);
  g_test_add_func ("/document/document/changed-by-typing", test_changed_by_typing);
  g_test_add_func ("/document/document/notify", test_notify);
  g_test_add_func ("/document/document/listeners-see-the-end", test_listeners_see_the_end);
  return g_test_run ();
}
