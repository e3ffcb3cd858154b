/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "files/jalon-recovery-private.h"
#include "store-fixture.h"

#define N_STATES 40

/* States that follow each other: something is added, taken away, or is another. */
static GPtrArray *
make_states (void)
{
  GPtrArray *states = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GString) text = g_string_new ("<project>\n");

  for (guint i = 0; i < N_STATES; i++)
    {
      gssize at = g_test_rand_int_range (0, (int) text->len + 1);
      gssize length = g_test_rand_int_range (0, 4);

      length = MIN (length, (gssize) text->len - at); /* which draws no number twice */
      g_ptr_array_add (states, g_bytes_new (text->str, text->len));
      g_string_erase (text, at, length);
      for (int n = g_test_rand_int_range (0, 6); n > 0; n--)
        g_string_insert_c (text, at, "ab\n\0z"[g_test_rand_int_range (0, 5)]);
    }
  return states;
}

static void
append (GByteArray *journal, GBytes *bytes)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  g_byte_array_append (journal, data, (guint) size);
}

/* The journal of @states; @ends gets where each of its records ends. */
static GByteArray *
make_journal (GPtrArray *states, GArray *ends)
{
  GByteArray *journal = g_byte_array_new ();
  g_autofree char *begin = recovery_journal_begin (g_ptr_array_index (states, 0));

  g_byte_array_append (journal, (const guint8 *) begin, (guint) strlen (begin));
  g_array_append_val (ends, journal->len);
  for (guint i = 1; i < states->len; i++)
    {
      g_autoptr (GBytes) record = recovery_journal_add (g_ptr_array_index (states, i - 1),
                                                        g_ptr_array_index (states, i));

      append (journal, record);
      g_array_append_val (ends, journal->len);
    }
  return journal;
}

static GBytes *
apply (GBytes *whole, const GByteArray *journal, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (journal->data, size);

  return recovery_journal_apply (whole, bytes);
}

/* Cut off anywhere, it tells of the last state that is in it whole. */
static void
test_cut (void)
{
  g_autoptr (GPtrArray) states = make_states ();
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GByteArray) journal = make_journal (states, ends);
  guint n = 0;

  for (guint size = 0; size <= journal->len; size++)
    {
      g_autoptr (GBytes) found = apply (g_ptr_array_index (states, 0), journal, size);

      while (n + 1 < ends->len && g_array_index (ends, guint, n + 1) <= size)
        n++;
      g_assert_true (g_bytes_equal (found, g_ptr_array_index (states, n)));
    }
  g_assert_cmpuint (n, ==, N_STATES - 1);
}

static gboolean
is_one_of (GBytes *found, GPtrArray *states)
{
  for (guint i = 0; i < states->len; i++)
    if (g_bytes_equal (found, g_ptr_array_index (states, i)))
      return TRUE;
  return FALSE;
}

/* Damaged anywhere, it tells of a state before that. */
static void
test_damaged (void)
{
  g_autoptr (GPtrArray) states = make_states ();
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GByteArray) journal = make_journal (states, ends);

  for (guint i = 0; i < journal->len; i++)
    {
      guint8 whole = journal->data[i];
      g_autoptr (GBytes) found = NULL;

      journal->data[i] ^= 1 << g_test_rand_int_range (0, 8);
      found = apply (g_ptr_array_index (states, 0), journal, journal->len);
      g_assert_true (is_one_of (found, states));
      journal->data[i] = whole;
    }
}

/* That of another state says nothing about this one. */
static void
test_other (void)
{
  g_autoptr (GPtrArray) states = make_states ();
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GByteArray) journal = make_journal (states, ends);
  g_autoptr (GBytes) other = g_bytes_new_static ("<project/>", 10);
  g_autoptr (GBytes) found = apply (other, journal, journal->len);

  g_assert_true (g_bytes_equal (found, other));
}

/* What is said of the state before must be within it. */
static void
test_bounds (void)
{
  static const char *const records[] = {
    "0 0 0 ",
    "11 0 0 0000000000000000\n\n",
    "6 5 0 0000000000000000\n\n",
    "18446744073709551615 2 0 0000000000000000\n\n",
    "0 0 1000 0000000000000000\n\n",
    "-1 0 0 0000000000000000\n\n",
    "0 0 0 0000000000000000\n\n",
    "0 0 0 0 0\n\n",
    "\n",
    " ",
  };
  g_autoptr (GBytes) whole = g_bytes_new_static ("<project/>", 10);
  g_autofree char *begin = recovery_journal_begin (whole);

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      char *text = g_strconcat (begin, records[i], NULL);
      g_autoptr (GBytes) journal = g_bytes_new_take (text, strlen (text));
      g_autoptr (GBytes) found = recovery_journal_apply (whole, journal);

      g_assert_true (g_bytes_equal (found, whole));
    }
}

/* A letter in a large project is a small record. */
static void
test_small (void)
{
  g_autofree char *text = g_strnfill (100000, 'a');
  g_autoptr (GBytes) before = g_bytes_new (text, 100000);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) record = NULL;

  text[50000] = 'b';
  after = g_bytes_new (text, 100000);
  record = recovery_journal_add (before, after);
  g_assert_cmpuint (g_bytes_get_size (record), <, 64);
}

static void
set (JalonDocument *document, guint field, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  jalon_document_begin (document, "Test");
  jalon_document_set (document, jalon_document_get_project (document), field, text, NULL);
  jalon_document_commit (document);
}

/* Whether there is a journal in @folder, which has one recovery. */
static gboolean
has_journal (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gboolean has = FALSE;

  while ((name = g_dir_read_name (dir)) != NULL)
    has = has || g_str_has_suffix (name, RECOVERY_JOURNAL);
  return has;
}

static void
check_kept (const char *folder, guint title, guint organisation)
{
  g_autoptr (GPtrArray) claimed = jalon_recovery_claim (folder);
  g_autoptr (JalonStore) store = NULL;
  g_autoptr (JalonElement) project = NULL;
  g_autofree char *text = g_strdup_printf ("%u %u", title, organisation);
  g_autofree char *found = NULL;

  g_assert_cmpuint (claimed->len, ==, 1);
  project = jalon_recovery_read (g_ptr_array_index (claimed, 0), &store, NULL);
  found = g_strconcat (jalon_element_get_title (project), " ",
                       jalon_element_get_text (project, JALON_FIELD_ORGANISATION), NULL);
  g_assert_cmpstr (found, ==, text);
}

/* What changes follows what is kept whole, until it is too much; the note goes with all of it. */
static void
test_whole (StoreFixture *self, gconstpointer data)
{
  g_autofree char *folder = fixture_path (self, "recovery");
  g_autoptr (JalonDocument) document = jalon_document_new (g_object_ref (self->old));
  JalonRecovery *recovery = jalon_recovery_new (folder);
  guint n = 3 * RECOVERY_JOURNAL_MAX, n_whole = 0;

  jalon_recovery_follow (recovery, document, NULL);
  set (document, JALON_FIELD_TITLE, 1);
  for (guint i = 1; i <= n; i++)
    {
      set (document, JALON_FIELD_ORGANISATION, i);
      g_assert_true (jalon_recovery_flush (recovery, NULL));
      n_whole += !has_journal (folder);
    }
  g_assert_cmpuint (n_whole, ==, 3);
  g_assert_true (has_journal (folder));
  set (document, JALON_FIELD_TITLE, 2);
  g_assert_true (jalon_recovery_flush (recovery, NULL));
  g_assert_false (has_journal (folder));
  set (document, JALON_FIELD_ORGANISATION, 0);
  g_assert_true (jalon_recovery_flush (recovery, NULL));
  g_assert_true (has_journal (folder));
  g_object_unref (recovery);
  check_kept (folder, 2, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/files/recovery/journal/cut", test_cut);
  g_test_add_func ("/files/recovery/journal/damaged", test_damaged);
  g_test_add_func ("/files/recovery/journal/other", test_other);
  g_test_add_func ("/files/recovery/journal/bounds", test_bounds);
  g_test_add_func ("/files/recovery/journal/small", test_small);
  g_test_add ("/files/recovery/journal/whole", StoreFixture, NULL, store_fixture_set_up, test_whole,
              store_fixture_tear_down);
  return g_test_run ();
}
