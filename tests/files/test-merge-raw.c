/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Merging what newer versions have written, and what people have copied together by hand. */

#include "files/jalon-merge.h"
#include "files/jalon-reader.h"
#include "files/jalon-writer.h"

static JalonElement *
read_project (const char *content)
{
  char *text = g_strdup_printf ("<project xmlns=\"urn:jalon:project:1\" version=\"1.0\" id=\"p\">"
                                "%s</project>",
                                content);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  g_autoptr (GError) error = NULL;
  JalonElement *project = jalon_reader_read (bytes, "p", NULL, &error);

  g_assert_no_error (error);
  return project;
}

/* What is in @project, without line breaks. */
static char *
write_content (JalonElement *project)
{
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (project);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GRegex) breaks = g_regex_new ("\n *", 0, 0, NULL);
  g_autofree char *line = g_regex_replace_literal (breaks, text, -1, 0, "", 0, NULL);
  const char *start = strchr (strstr (line, "<project"), '>') + 1;

  return g_strndup (start, strlen (start) - (start[0] != '\0' ? strlen ("</project>") : 0));
}

/* What is merged can be read and is the same then; and it stays so when it is merged again. */
static void
check_steady (JalonElement *base, JalonElement *merged, JalonElement *side)
{
  g_autofree char *content = write_content (merged);
  g_autoptr (JalonElement) again = read_project (content);
  g_autofree char *content_again = write_content (again);
  g_autoptr (JalonMerge) merge = jalon_merge_new (base, merged, side);
  g_autofree char *content_merged = write_content (merge->project);

  g_assert_cmpstr (content_again, ==, content);
  g_assert_cmpstr (content_merged, ==, content);
}

static const struct
{
  const char *base;
  const char *ours;
  const char *theirs;
  const char *merged;
  guint n_conflicts;
} cases[] = {
  /* Attributes of an element that the table does not know */
  { "<mood id=\"m\" a=\"1\" b=\"1\"/>", "<mood id=\"m\" a=\"2\" b=\"1\"/>",
    "<mood id=\"m\" a=\"1\" b=\"2\"/>", "<mood id=\"m\" a=\"2\" b=\"2\"/>", 0 },
  { "<mood id='m' a='1'/>", "<mood id='m' a='2'/>", "<mood id='m' a='1' new='>'/>",
    "<mood id='m' a='2' new='>'/>", 0 },
  { "<mood id='m' a='1' b='1'/>", "<mood id='m' b='1'/>", "<mood id='m' a='1'/>", "<mood id='m'/>",
    0 },
  { "<mood id='m' a='1'/>", "<mood id='m' a='2'/>", "<mood id='m' a='3'/>", "<mood id='m' a='2'/>",
    1 },
  { "<mood id='m' a='1'/>", "<mood id='m'/>", "<mood id='m' a='3'/>", "<mood id='m' a='3'/>", 0 },

  /* Its content */
  { "<mood id='m' a='1'>x</mood>", "<mood id='m' a='2'>x</mood>", "<mood id='m' a='1'>y</mood>",
    "<mood id='m' a='2'>y</mood>", 0 },
  { "<mood id='m'>x</mood>", "<mood id='m'>y</mood>", "<mood id='m'><z/></mood>",
    "<mood id='m'>y</mood>", 1 },
  { "<mood id='m'/>", "<mood id='m'/>", "<mood id='m'>y</mood>", "<mood id='m'>y</mood>", 0 },
  { "<mood id='m'/>", "<mood id='m' a='1'/>", "<wood id='m'/>", "<mood id='m' a='1'/>", 1 },

  /* Names that would not mean the same */
  { "<mood id='m' a='1'/>", "<mood id='m' a='1' xmlns:f='urn:f' f:a='1'/>",
    "<mood id='m' a='2' xmlns:f='urn:g' f:b='1'/>", "<mood id='m' a='1' xmlns:f='urn:f' f:a='1'/>",
    1 },
  { "<mood id='m' xmlns:f='urn:f' f:a='1'/>", "<mood id='m'/>",
    "<mood id='m' xmlns:f='urn:f' f:a='1' f:b='1'/>", "<mood id='m'/>", 1 },

  /* Attributes of what it does know */
  { "<tag id=\"t\" x=\"1\" y=\"1\"/>", "<tag id=\"t\" x=\"2\" y=\"1\"/>",
    "<tag id=\"t\" x=\"1\" y=\"2\"/>", "<tag id=\"t\" x=\"2\" y=\"2\"/>", 0 },
  { "<tag id=\"t\"/>", "<tag id=\"t\" x=\"1\"/>", "<tag id=\"t\" y=\"1\"/>",
    "<tag id=\"t\" x=\"1\" y=\"1\"/>", 0 },
  { "<tag id=\"t\" x=\"1\"/>", "<tag id=\"t\" x=\"2\"/>", "<tag id=\"t\" x=\"3\"/>",
    "<tag id=\"t\" x=\"2\"/>", 1 },

  /* Deleted, moved, copied by hand, without an id */
  { "<mood id='m' a='1'/>", "", "<mood id='m' a='1'/>", "", 0 },
  { "<mood id='m' a='1'/>", "", "<mood id='m' a='2'/>", "<mood id='m' a='2'/>", 1 },
  { "<mood id='m'/><mood id='m'/>", "<mood id='m' a='1'/><mood id='m'/>",
    "<mood id='m'/><mood id='m'/>", "<mood id='m' a='1'/><mood id='m'/>", 0 },
  { "<mood a='1'/>", "<mood a='2'/>", "<mood a='3'/>", "<mood a='2'/><mood a='3'/>", 0 },

  /* The same id for something that the table knows */
  { "", "<mood id='z'/>", "<tag id=\"z\" name=\"Z\"/>", "<tag id=\"z\" name=\"Z\"/><mood id='z'/>",
    0 },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (JalonElement) base = read_project (cases[i].base);
  g_autoptr (JalonElement) ours = read_project (cases[i].ours);
  g_autoptr (JalonElement) theirs = read_project (cases[i].theirs);
  g_autoptr (JalonMerge) merge = jalon_merge_new (base, ours, theirs);
  g_autofree char *merged = write_content (merge->project);

  g_assert_cmpstr (merged, ==, cases[i].merged);
  g_assert_cmpuint (merge->conflicts->len, ==, cases[i].n_conflicts);
  if (merge->conflicts->len > 0)
    g_assert_nonnull (((JalonConflict *) g_ptr_array_index (merge->conflicts, 0))->sentence);
  check_steady (base, merge->project, ours);
  check_steady (base, merge->project, theirs);
}

static JalonElement *
find_tag (JalonElement *project)
{
  for (guint i = 0; i < jalon_element_get_n_children (project); i++)
    if (jalon_element_get_kind (jalon_element_get_child (project, i)) == JALON_KIND_TAG)
      return jalon_element_get_child (project, i);
  g_assert_not_reached ();
}

/* What is known keeps its id, whatever a newer version has called so before it. */
static void
test_known_first (void)
{
  g_autoptr (JalonElement) base = read_project ("");
  g_autoptr (JalonElement) ours = read_project ("<mood id='z'/>");
  g_autoptr (JalonElement) theirs = read_project ("<tag id='z'/>");
  g_autoptr (JalonMerge) merge = jalon_merge_new (base, ours, theirs);
  g_autoptr (JalonMerge) other = jalon_merge_new (base, theirs, ours);
  g_autofree char *content = write_content (merge->project);
  g_autoptr (JalonElement) again = read_project (content);

  g_assert_cmpstr (jalon_element_get_id (find_tag (merge->project)), ==, "z");
  g_assert_cmpstr (jalon_element_get_id (find_tag (other->project)), ==, "z");
  g_assert_cmpstr (jalon_element_get_id (find_tag (again)), ==, "z");
}

#define BY_HAND                                                                                    \
  "<persona id='x' name='%s'><trait id='y'>A</trait></persona>"                                    \
  "<persona id='x' name='%s'><trait id='y'>A</trait></persona>"                                    \
  "<tag name='None'/><tag id='a b' name='Bad'/>"

/* Two people read a file in which things stand twice, and both change it: nothing comes double. */
static void
test_by_hand (void)
{
  g_autofree char *before = g_strdup_printf (BY_HAND, "A", "B");
  g_autofree char *left = g_strdup_printf (BY_HAND, "A", "C");
  g_autofree char *right = g_strdup_printf (BY_HAND, "D", "B");
  g_autoptr (JalonElement) base = read_project (before);
  g_autoptr (JalonElement) ours = read_project (left);
  g_autoptr (JalonElement) theirs = read_project (right);
  g_autoptr (JalonMerge) merge = jalon_merge_new (base, ours, theirs);
  g_autoptr (GHashTable) ids = jalon_element_index (merge->project);

  g_assert_cmpuint (merge->conflicts->len, ==, 0);
  g_assert_cmpuint (g_hash_table_size (ids), ==, 7);
  g_assert_cmpuint (jalon_element_get_n_children (merge->project), ==, 4);
  g_assert_cmpstr (jalon_element_get_title (jalon_element_get_child (merge->project, 0)), ==, "D");
  g_assert_cmpstr (jalon_element_get_title (jalon_element_get_child (merge->project, 1)), ==, "C");
}

#define N_ATTRIBUTES 6

typedef struct
{
  int values[N_ATTRIBUTES]; /* -1 for none */
  int content;
} Random;

static void
change (GRand *rand, Random *self)
{
  for (guint i = 0; i < N_ATTRIBUTES; i++)
    if (g_rand_boolean (rand))
      self->values[i] = g_rand_int_range (rand, -1, 4);
  if (g_rand_boolean (rand))
    self->content = g_rand_int_range (rand, 0, 4);
}

static JalonElement *
make (const Random *self)
{
  g_autoptr (GString) text = g_string_new ("<mood id='m'");

  for (guint i = 0; i < N_ATTRIBUTES; i++)
    if (self->values[i] >= 0)
      g_string_append_printf (text, "%s%c='%d>&lt;'", i % 2 == 0 ? " " : "\n\t", 'a' + i,
                              self->values[i]);
  if (self->content > 0)
    g_string_append_printf (text, " >%d<b z='1'/></mood>", self->content);
  else
    g_string_append (text, "/>");
  return read_project (text->str);
}

/* What one side left as it was is as the other has it. */
static void
check_value (const char *content, char name, int base, int ours, int theirs)
{
  int wanted = ours == base ? theirs : ours;
  g_autofree char *attribute = g_strdup_printf ("%c='%d>", name, wanted);
  g_autofree char *any = g_strdup_printf (" %c='", name);

  if (ours != base && theirs != base && ours != theirs)
    return;
  if (wanted >= 0)
    g_assert_nonnull (strstr (content, attribute));
  else
    g_assert_null (strstr (content, any));
}

static void
play (GRand *rand)
{
  Random parts[3] = { { { -1, -1, -1, -1, -1, -1 }, 0 } };
  JalonElement *projects[3];
  g_autoptr (JalonMerge) merge = NULL;
  g_autofree char *content = NULL;

  change (rand, &parts[0]);
  for (guint i = 1; i < 3; i++)
    {
      parts[i] = parts[0];
      change (rand, &parts[i]);
    }
  for (guint i = 0; i < 3; i++)
    projects[i] = make (&parts[i]);
  merge = jalon_merge_new (projects[0], projects[1], projects[2]);
  g_assert_cmpuint (jalon_element_get_n_children (merge->project), ==, 1);
  content = write_content (merge->project);
  g_strdelimit (content, "\t", ' ');
  for (guint i = 0; i < N_ATTRIBUTES; i++)
    check_value (content, 'a' + i, parts[0].values[i], parts[1].values[i], parts[2].values[i]);
  check_steady (projects[0], merge->project, projects[1]);
  check_steady (projects[0], merge->project, projects[2]);
  for (guint i = 0; i < 3; i++)
    g_object_unref (projects[i]);
}

static void
test_random (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 2000; i++)
    play (rand);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/files/merge-raw/case-%u", i);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/files/merge-raw/known-first", test_known_first);
  g_test_add_func ("/files/merge-raw/by-hand", test_by_hand);
  g_test_add_func ("/files/merge-raw/random", test_random);
  return g_test_run ();
}
