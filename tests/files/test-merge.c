/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of edits on both sides: cases by hand. What holds for all of them is in
 * test-merge-property.c. */

#include <locale.h>

#include "files/jalon-merge-private.h"
#include "files/jalon-reader.h"
#include "files/jalon-writer.h"
#include "sample-edit.h"

static char *
list_conflicts (JalonMerge *merge)
{
  static const char *const types[] = { "field", "place", "removed" };
  static const char *const choices[] = { "ours", "theirs", "both" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < merge->conflicts->len; i++)
    {
      JalonConflict *conflict = g_ptr_array_index (merge->conflicts, i);

      g_assert_nonnull (conflict->sentence);
      g_assert_nonnull (conflict->options[conflict->taken].words);
      g_test_message ("%s (%s)", conflict->sentence, conflict->options[conflict->taken].words);
      g_string_append_printf (text, "%s%s %s %s", i > 0 ? "; " : "", types[conflict->type],
                              conflict->id, choices[conflict->taken]);
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *ours;
  const char *theirs;
  const char *expected;
  const char *conflicts;
} cases[] = {
  /* One side */
  { "slow.text=Slower", "late.text=Later", "slow.text=Slower; late.text=Later", "" },
  { "slow.text=Slower", "slow.tags=web", "slow.text=Slower; slow.tags=web", "" },
  { "slow.text=Same", "slow.text=Same", "slow.text=Same", "" },
  { "-slow", "late.text=Later", "!slow; late.text=Later", "" },
  { "-slow", "-slow", "!slow", "" },
  { "-ride", "slow.text=Slower", "!ride; !late; !low", "" },
  { "late>book:0", "late.text=Later", "late@book:0; late.text=Later", "" },
  { "project.title=P", "project.organisation=O", "project.title=P; project.organisation=O", "" },

  /* Both set a field */
  { "slow.text=A", "slow.text=B", "slow.text=A\nB", "field slow both" },
  { "slow.text=B", "slow.text=A", "slow.text=A\nB", "field slow both" },
  { "slow.text=So slow", "slow.text=", "slow.text=So slow", "field slow ours" },
  { "slow.text=", "slow.text=So slow", "slow.text=So slow", "field slow theirs" },
  { "book.title=Buy", "book.title=Book now", "book.title=Book now / Buy", "field book both" },
  { "book.title=Book", "book.title=Book now", "book.title=Book now", "" },
  { "book.title=Now", "book.title=Now or never", "book.title=Now or never", "field book theirs" },
  { "high.value=1", "high.value=-2", "high.value=1", "field high ours" },
  { "pain.colour=mint", "pain.colour=sky", "pain.colour=mint", "field pain ours" },
  { "slow.tags=urgent", "slow.tags=web", "slow.tags=", "" },
  { "+tag x project; slow.tags=urgent web x", "slow.tags=web", "slow.tags=web x", "" },
  { "+tag x project; slow.tags=x urgent web", "+tag y project; slow.tags=urgent web y",
    "slow.tags=x urgent web y", "" },
  { "trip.personas=ben ana", "", "trip.personas=ben ana", "" },

  /* Deleted here, changed there */
  { "-slow", "slow.text=Slower", "slow.text=Slower; slow@book:0", "removed slow theirs" },
  { "slow.text=Slower", "-slow", "slow.text=Slower; slow@book:0", "removed slow ours" },
  { "-slow", "slow>ride:0", "slow@ride:0", "removed slow theirs" },
  { "-trip", "ben.name=Benno", "!trip; !slow; ben.name=Benno; fans.journey=", "" },
  { "-pain", "late.lane=mood; late.text=Later", "!pain; late.lane=mood; !slow",
    "removed late theirs" },
  { "late.lane=mood", "-urgent", "late.lane=mood; !urgent; slow.tags=web", "" },

  /* What comes back brings what is in it ... */
  { "-ride", "ride.title=Drive", "ride@go:1; late@ride:0; low@ride:1", "removed ride theirs" },
  { "-ride", "late.text=Later", "ride.title=Ride; late.text=Later; low@ride",
    "removed ride theirs" },
  { "-ride", "+card new ride:0", "ride@go:1; new@ride:0; late@ride:1", "removed ride theirs" },
  { "-ride", "ride.title=Drive; -late", "ride.title=Drive; !late; low@ride",
    "removed ride theirs" },
  { "late>book:0; -ride", "ride.title=Drive", "late@book:0; low@ride:0", "removed ride theirs" },
  { "-go", "go.title=Gone", "go@trip; slow@book; late@ride", "removed go theirs" },
  { "-go", "+card new ride:0", "go@trip; ride@go:1; new@ride:0; high@book", "removed go theirs" },
  { "-trip", "trip.title=Voyage",
    "trip.title=Voyage; go@trip; slow.text=Slow; late@ride; high@book; fans.journey=trip",
    "removed trip theirs" },
  { "+card new ride:0", "-trip", "new@ride:0; late@ride:1; slow@book; low@ride; pain@trip",
    "removed trip ours" },
  { "-trip", "-slow; trip.title=Voyage", "trip.title=Voyage; !slow; late@ride",
    "removed trip theirs" },

  /* ... what cannot be without it ... */
  { "-pain", "pain.title=Woe", "pain@trip:1; slow@book:0; slow.lane=pain; late@ride:0",
    "removed pain theirs" },
  { "-pain", "late.text=Later", "pain@trip:1; late.lane=pain; slow@book",
    "removed pain theirs; removed late theirs" },
  { "+card new ride:0; new.lane=pain", "-pain", "pain@trip:1; new.lane=pain; slow@book; late@ride",
    "removed pain ours" },
  { "late.lane=mood; -pain", "pain.title=Woe", "late.lane=mood; slow.lane=pain",
    "removed pain theirs" },
  { "-mood", "mood.title=Feeling", "high@book:1; low@ride:1", "removed mood theirs" },
  { "-ana", "ana.name=Anna", "like@ana; high@book:1; high.persona=ana", "removed ana theirs" },
  { "-ana", "ana.name=Anna; -high", "like@ana; !high", "removed ana theirs" },
  { "-ana", "high.value=1", "ana.name=Ana; like@ana; high.value=1; high.persona=ana",
    "removed ana theirs; removed high theirs" },

  /* ... what referred to it ... */
  { "-ana", "ana.name=Anna", "trip.personas=ana ben; fans.persona=ana", "removed ana theirs" },
  { "-ana; trip.personas=", "ana.name=Anna", "trip.personas=ana", "removed ana theirs" },
  { "trip.personas=ben ana; -ana", "ana.name=Anna", "trip.personas=ana ben", "removed ana theirs" },
  { "-ana", "ana.name=Anna; trip.personas=ben ana", "trip.personas=ben ana", "removed ana theirs" },
  { "-ana", "ana.name=Anna; trip.personas=ben", "trip.personas=ben", "removed ana theirs" },
  { "-ana; fans.persona=ben", "ana.name=Anna", "fans.persona=ben", "removed ana theirs" },
  { "-ana", "ana.name=Anna; fans.persona=ben", "fans.persona=ben", "removed ana theirs" },
  { "-web", "late.tags=web", "web.name=Web; late.tags=web; slow.tags=urgent web",
    "removed web theirs" },

  /* ... and its tags and pictures ... */
  { "-trip; -urgent", "trip.title=Voyage",
    "trip.title=Voyage; urgent.name=Urgent; slow.tags=urgent web", "removed trip theirs" },
  { "-urgent; -trip", "trip.title=Voyage; urgent.name=Now", "slow.tags=urgent web",
    "removed trip theirs; removed urgent theirs" },
  { "-slow; -urgent", "slow.text=Slower", "slow.tags=urgent web; urgent.name=Urgent",
    "removed slow theirs" },

  /* ... but not what was deleted for itself. */
  { "-pain; -ride", "pain.title=Woe", "slow@book; !late; !ride", "removed pain theirs" },
  { "-pain; -ride", "ride.title=Drive", "low@ride; !late; !pain", "removed ride theirs" },
  { "-ana; -mood", "ana.name=Anna", "like@ana; !high; !mood", "removed ana theirs" },
  { "-ana; -mood", "ana.name=Anna; mood.title=Feeling", "high@book; low@ride",
    "removed ana theirs; removed mood theirs" },
  { "-trip; -ana", "trip.title=Voyage", "trip.personas=ben; low@ride; !high; !ana",
    "removed trip theirs" },

  /* Who deleted what somebody refers to changed that only by the way. */
  { "-web", "-slow", "!web; !slow", "" },
  { "-ana", "fans.persona=ben", "!ana; !high; fans.persona=ben; trip.personas=ben", "" },

  /* Moved */
  { "late>book:0", "late>book:0", "late@book:0", "" },
  { "+step third go; late>book:0", "late>book:5", "late@book:0", "" },
  { "+step third go; late>third", "late>book:0", "late@third", "place late ours" },
  { "ride>go:0", "+step third go", "ride@go:0; book@go:1; third@go:2", "" },
  { "ride>go:0", "+step first go:0", "ride@go:1; first@go:0; book@go:2", "" },
  { "+step a go", "+step b go", "a@go:2; b@go:3", "" },
  { "+step b go; +step c go", "+step a go", "a@go:2; b@go:3; c@go:4", "" },
  { "+step b go:1", "+step a go:1", "book@go:0; a@go:1; b@go:2; ride@go:3", "" },
  { "-ride", "+step b go:1", "!ride; b@go:1", "" },

  /* The same thing twice */
  { "+tag y project; y.name=New; slow.tags=y", "+tag x project; x.name=New; late.tags=x",
    "!y; slow.tags=x; late.tags=x", "" },
  { "+tag y project; y.name=New; slow.tags=urgent web y",
    "+tag x project; x.name=New; slow.tags=x urgent web", "!y; slow.tags=urgent web x", "" },
  { "+image y project; y.data=AAAA; ana.portrait=y",
    "+image x project; x.data=AAAA; ana.portrait=x", "!y; ana.portrait=x", "" },
  { "+tag y project; y.name=New; y.colour=mint", "+tag x project; x.name=New",
    "y.name=New; x.name=New", "" },
  { "+tag y project; y.name=New; +tag x project; x.name=New", "", "y.name=New; x.name=New", "" },
};

/* A file of @project can be read, and says the same. */
static void
check_file (JalonElement *project)
{
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (project);
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonElement) read = jalon_reader_read (bytes, "merged.jalon", NULL, &error);
  g_autoptr (GBytes) again = NULL;

  g_assert_no_error (error);
  again = jalon_writer_to_bytes (read);
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
check_case (guint i)
{
  g_autoptr (JalonElement) base = sample_project ();
  g_autoptr (JalonElement) ours = sample_edit (cases[i].ours);
  g_autoptr (JalonElement) theirs = sample_edit (cases[i].theirs);
  g_autoptr (JalonMerge) merge = jalon_merge_new (base, ours, theirs);
  g_autofree char *conflicts = list_conflicts (merge);
  g_autoptr (JalonDocument) document = jalon_document_new (g_object_ref (merge->project));
  g_auto (GStrv) expected = g_strsplit (cases[i].expected, "; ", -1);

  g_test_message ("%s | %s", cases[i].ours, cases[i].theirs);
  for (guint j = 0; expected[j] != NULL; j++)
    sample_check (document, expected[j]);
  g_assert_cmpstr (conflicts, ==, cases[i].conflicts);
  check_file (jalon_document_get_project (document));
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (i);
}

/* A tag that comes back with a card does not come back to others. */
static void
test_tags (void)
{
  g_autoptr (JalonElement) base = sample_edit ("late.tags=web");
  g_autoptr (JalonElement) ours = sample_edit ("late.tags=web; -slow; -web");
  g_autoptr (JalonElement) theirs = sample_edit ("late.tags=web; slow.text=Slower");
  g_autoptr (JalonMerge) merge = jalon_merge_new (base, ours, theirs);
  g_autoptr (JalonDocument) document = jalon_document_new (g_object_ref (merge->project));

  sample_check (document, "slow.tags=urgent web");
  sample_check (document, "late.tags=");
}

/* Without a base everything is there, and what differs is in conflict. */
static void
test_no_base (void)
{
  g_autoptr (JalonElement) ours = sample_edit ("slow.text=A; -late; +step a go");
  g_autoptr (JalonElement) theirs = sample_edit ("slow.text=B; +step b go");
  g_autoptr (JalonMerge) merge = jalon_merge_new (NULL, ours, theirs);
  g_autofree char *conflicts = list_conflicts (merge);
  g_autoptr (JalonDocument) document = jalon_document_new (g_object_ref (merge->project));

  g_assert_cmpstr (conflicts, ==, "field slow both");
  sample_check (document, "slow.text=A\nB");
  sample_check (document, "late@ride:0");
  sample_check (document, "a@go:2");
  sample_check (document, "b@go:3");
}

/* An id that means one thing here and another there is two things. */
static void
test_kinds (void)
{
  g_autoptr (JalonElement) base = sample_project ();
  g_autoptr (JalonElement) ours = sample_edit ("+card x book:0; x.text=Card");
  g_autoptr (JalonElement) theirs = sample_edit ("+tag x project; x.name=Tag; late.tags=x");
  g_autoptr (JalonMerge) merge = jalon_merge_new (base, ours, theirs);
  g_autoptr (JalonDocument) document = jalon_document_new (g_object_ref (merge->project));
  g_auto (GStrv) tags = jalon_element_get_references (find (document, "late"), JALON_FIELD_TAGS);

  sample_check (document, "x.text=Card");
  g_assert_cmpstr (jalon_element_get_title (find (document, tags[0])), ==, "Tag");
}

#define COMMENTS                                                                                   \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                   \
  "<project xmlns=\"urn:jalon:project:1\" version=\"1.0\" id=\"p\" title=\"%s\">\n"                \
  "  <!-- here -->\n  <!-- here -->\n  <mood/>\n  <tag id=\"t\" name=\"%s\"/>\n  <mood/>\n"        \
  "</project>\n"

static JalonElement *
read_comments (const char *title, const char *tag)
{
  char *text = g_strdup_printf (COMMENTS, title, tag);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  g_autoptr (GError) error = NULL;
  JalonElement *project = jalon_reader_read (bytes, "p", NULL, &error);

  g_assert_no_error (error);
  return project;
}

/* What has no id in a file is not doubled, and it has the same one each time it is read. */
static void
test_comments (void)
{
  g_autoptr (JalonElement) base = read_comments ("A", "a");
  g_autoptr (JalonElement) ours = read_comments ("B", "a");
  g_autoptr (JalonElement) theirs = read_comments ("A", "b");
  g_autoptr (JalonMerge) merge = jalon_merge_new (base, ours, theirs);
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (merge->project);
  g_autofree char *expected = g_strdup_printf (COMMENTS, "B", "b");
  const char *ids[] = { NULL, NULL };

  g_assert_cmpstr (g_bytes_get_data (bytes, NULL), ==, expected);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (JalonElement) again = read_comments ("A", "a");

      ids[i] = g_intern_string (jalon_element_get_id (jalon_element_get_child (again, 1)));
    }
  g_assert_cmpstr (ids[0], ==, ids[1]);
}

#define LONG "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"

static const struct
{
  const char *base;
  const char *ours;
  const char *theirs;
  const char *merged;
  gboolean is_conflict;
} texts[] = {
  { "a", "b", "c", "b\nc", TRUE },
  { "a", "c", "b", "b\nc", TRUE },
  { "a", "a\nb", "a\nc", "a\nb\nc", TRUE },
  { "a\nb", "x\nb", "a\ny", "x\ny", FALSE },
  { "a\nb\nc", "x\nb\nc", "a\nb\ny", "x\nb\ny", FALSE },
  { "a\nb\nc", "x\na\nb\nc", "a\nb\nc\ny", "x\na\nb\nc\ny", FALSE },
  { "a\nb\nc", "a\nc", "a\nb\nc\nd", "a\nc\nd", FALSE },
  { "a\nb\nc", "a\nx\nc", "a\ny\nc", "a\nx\ny\nc", TRUE },
  { "a b c\nd", "a X c\nd", "a b c\nd e", "a X c\nd e", FALSE },
  { "", "a\nb", "a\nc", "a\nb\nc", TRUE },
  { LONG, "zero " LONG, LONG " fifteen", "zero " LONG " fifteen", FALSE },
};

static void
test_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint swap = 0; swap < 2; swap++)
      {
        gboolean is_conflict;
        g_autofree char *merged =
          merge_paragraphs (texts[i].base, swap ? texts[i].theirs : texts[i].ours,
                            swap ? texts[i].ours : texts[i].theirs, &is_conflict);

        g_assert_cmpstr (merged, ==, texts[i].merged);
        g_assert_cmpint (is_conflict, ==, texts[i].is_conflict);
      }
}

static const char *const lines[][3] = {
  { "a", "b", "a / b" },         { "a b", "b", "a b" },
  { "a / b", "b", "a / b" },     { "a / b", "c / b", "a / b / c" },
  { "a / b", "b / a", "a / b" }, { "é", "e", "e / é" },
};

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *merged = merge_line (lines[i][0], lines[i][1]);
      g_autofree char *swapped = merge_line (lines[i][1], lines[i][0]);

      g_assert_cmpstr (merged, ==, lines[i][2]);
      g_assert_cmpstr (swapped, ==, lines[i][2]);
    }
}

static const char *const orders[][4] = {
  { "a b c", "a b c", "a b c", "a b c" },
  { "a b c", "c a b", "a b c", "c a b" },
  { "a b c", "a b c", "c a b", "c a b" },
  { "a b c d", "b a c d", "a b d c", "b a d c" },
  { "a b c", "a x b c", "a b c y", "a x b c y" },
  { "a b", "a y b", "a x b", "a x y b" },
  { "a b", "a y1 y2 b", "a x b", "a x y1 y2 b" },
  { "a b c", "a c", "a c x", "a c x" },
  { "", "b c", "a c", "a b c" },
  { "a b c", "c b a", "c b a x", "c b a x" },
  { "a b c d", "d a b c", "b c d a", "d b c a" },
};

static GPtrArray *
list_ids (char **words)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (ids, words[i]);
  return ids;
}

static void
test_orders (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_auto (GStrv) base = g_strsplit (orders[i][0], " ", -1);
      g_auto (GStrv) ours = g_strsplit (orders[i][1], " ", -1);
      g_auto (GStrv) theirs = g_strsplit (orders[i][2], " ", -1);
      g_autoptr (GPtrArray) in_base = list_ids (base);
      g_autoptr (GPtrArray) in_ours = list_ids (ours);
      g_autoptr (GPtrArray) in_theirs = list_ids (theirs);
      g_autoptr (GPtrArray) merged = merge_order (in_base, in_ours, in_theirs);
      g_autofree char *text = NULL;

      g_ptr_array_add (merged, NULL);
      text = g_strjoinv (" ", (char **) merged->pdata);
      g_assert_cmpstr (text, ==, orders[i][3]);
    }
}

/* Kinds that could hold each other in a circle could be merged into one. */
static void
test_table (void)
{
  for (JalonKind kind = 0; kind < JALON_N_KINDS; kind++)
    for (JalonKind child = 0; child < JALON_N_KINDS; child++)
      if (jalon_kind_can_hold (kind, child))
        g_assert_cmpint (kind, <, child);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/files/merge/cases", test_cases);
  g_test_add_func ("/files/merge/tags", test_tags);
  g_test_add_func ("/files/merge/no-base", test_no_base);
  g_test_add_func ("/files/merge/kinds", test_kinds);
  g_test_add_func ("/files/merge/comments", test_comments);
  g_test_add_func ("/files/merge/texts", test_texts);
  g_test_add_func ("/files/merge/lines", test_lines);
  g_test_add_func ("/files/merge/orders", test_orders);
  g_test_add_func ("/files/merge/table", test_table);
  return g_test_run ();
}
