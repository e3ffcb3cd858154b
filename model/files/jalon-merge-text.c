/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How two texts that once were one become one. Both are compared with what they were, part by part;
 * what only one side changed is taken from that side (S. Khanna, K. Kunal, B. C. Pierce, A Formal
 * Investigation of Diff3, 2007). */

#include "document/jalon-text.h"
#include "files/jalon-merge-private.h"

/* How often the result is merged again before the first one is taken. */
#define MAX_ROUNDS 4

/* From how many bytes on two people may well have worked at different places of one line. */
#define LONG_LINE 60

/* Between two texts that stand in one line. */
#define BESIDE " / "

typedef struct
{
  GHashTable *numbers; /* part → number */
  GPtrArray *parts;    /* by number */
} Lexicon;

/* Parts from one place to before another. */
typedef struct
{
  guint start;
  guint end;
} Range;

#define PART(ARRAY, INDEX) g_array_index ((ARRAY), guint, (INDEX))

static void
add_part (Lexicon *lexicon, GArray *numbers, const char *part)
{
  gpointer known = g_hash_table_lookup (lexicon->numbers, part);
  guint number = known != NULL ? GPOINTER_TO_UINT (known) - 1 : lexicon->parts->len;

  if (known == NULL)
    {
      char *copy = g_strdup (part);

      g_ptr_array_add (lexicon->parts, copy);
      g_hash_table_insert (lexicon->numbers, copy, GUINT_TO_POINTER (number + 1));
    }
  g_array_append_val (numbers, number);
}

static GArray *
split (Lexicon *lexicon, const char *text, const char *separator)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (GStrv) parts = g_strsplit (text, separator, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    add_part (lexicon, numbers, parts[i]);
  return numbers;
}

static void
add_range (GArray *merged, GArray *text, Range range)
{
  g_array_append_vals (merged, (const guint *) text->data + range.start, range.end - range.start);
}

static gboolean
is_same (GArray *a, Range in_a, GArray *b, Range in_b)
{
  guint n = in_a.end - in_a.start;

  return n == in_b.end - in_b.start &&
         (n == 0 || memcmp ((const guint *) a->data + in_a.start,
                            (const guint *) b->data + in_b.start, n * sizeof (guint)) == 0);
}

static char *
join (Lexicon *lexicon, GArray *numbers, const char *separator)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < numbers->len; i++)
    {
      g_string_append (text, i > 0 ? separator : "");
      g_string_append (text, lexicon->parts->pdata[PART (numbers, i)]);
    }
  return g_string_free (text, FALSE);
}

typedef struct _TextMerge TextMerge;

/* Adds what becomes of three ranges that all differ. Returns FALSE to give up. */
typedef gboolean (*ConflictFunc) (TextMerge *self,
                                  GArray *merged,
                                  const Range ranges[MERGE_N_VERSIONS]);

struct _TextMerge
{
  Lexicon lexicon;
  GArray *texts[MERGE_N_VERSIONS];
  guint *matches[2]; /* of base, in ours and in theirs */
  ConflictFunc settle;
  gboolean is_conflict;
};

static void
text_merge_init (TextMerge *self,
                 const char *const texts[MERGE_N_VERSIONS],
                 const char *separator,
                 ConflictFunc settle)
{
  *self = (TextMerge){ .settle = settle };
  self->lexicon.numbers = g_hash_table_new_full (jalon_text_hash, g_str_equal, g_free, NULL);
  self->lexicon.parts = g_ptr_array_new ();
  for (guint i = 0; i < MERGE_N_VERSIONS; i++)
    self->texts[i] = split (&self->lexicon, texts[i], separator);
  for (guint side = MERGE_OURS; side <= MERGE_THEIRS; side++)
    self->matches[side] = merge_match (self->lexicon.parts->len, self->texts[MERGE_BASE],
                                       self->texts[side]);
}

static void
text_merge_clear (TextMerge *self)
{
  g_hash_table_unref (self->lexicon.numbers);
  g_ptr_array_unref (self->lexicon.parts);
  for (guint i = 0; i < MERGE_N_VERSIONS; i++)
    g_array_unref (self->texts[i]);
  g_free (self->matches[MERGE_OURS]);
  g_free (self->matches[MERGE_THEIRS]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TextMerge, text_merge_clear)

/* What is in the three ranges, of which at least two differ. */
static gboolean
add_changed (TextMerge *self, GArray *merged, const Range ranges[MERGE_N_VERSIONS])
{
  GArray *ours = self->texts[MERGE_OURS];
  GArray *theirs = self->texts[MERGE_THEIRS];
  GArray *base = self->texts[MERGE_BASE];

  if (is_same (ours, ranges[MERGE_OURS], base, ranges[MERGE_BASE]))
    add_range (merged, theirs, ranges[MERGE_THEIRS]);
  else if (is_same (theirs, ranges[MERGE_THEIRS], base, ranges[MERGE_BASE]) ||
           is_same (theirs, ranges[MERGE_THEIRS], ours, ranges[MERGE_OURS]))
    add_range (merged, ours, ranges[MERGE_OURS]);
  else
    return self->settle (self, merged, ranges);
  return TRUE;
}

/* Finds where what differs ends: all three have the same part again. */
static void
find_end (TextMerge *self, Range ranges[MERGE_N_VERSIONS])
{
  guint n = self->texts[MERGE_BASE]->len;
  guint i = ranges[MERGE_BASE].start;

  while (i < n && (self->matches[MERGE_OURS][i] == MERGE_NONE ||
                   self->matches[MERGE_THEIRS][i] == MERGE_NONE))
    i++;
  ranges[MERGE_BASE].end = i;
  for (guint side = MERGE_OURS; side <= MERGE_THEIRS; side++)
    ranges[side].end = i < n ? self->matches[side][i] : self->texts[side]->len;
}

/* The merged parts, or NULL if there is a conflict that is not settled. */
static GArray *
merge_parts (TextMerge *self)
{
  g_autoptr (GArray) merged = g_array_new (FALSE, FALSE, sizeof (guint));
  Range ranges[MERGE_N_VERSIONS] = { { 0, 0 } };

  while (TRUE)
    {
      find_end (self, ranges);
      if (!add_changed (self, merged, ranges))
        return NULL;
      if (ranges[MERGE_BASE].end == self->texts[MERGE_BASE]->len)
        return g_steal_pointer (&merged);
      g_array_append_val (merged, PART (self->texts[MERGE_BASE], ranges[MERGE_BASE].end));
      for (guint version = 0; version < MERGE_N_VERSIONS; version++)
        ranges[version].start = ranges[version].end + 1;
    }
}

static gboolean
give_up (TextMerge *self, GArray *merged, const Range ranges[MERGE_N_VERSIONS])
{
  return FALSE;
}

/* Merges lines of which both sides changed different words; NULL if they did not, or if merging
 * again would not leave it at that. */
static char *
merge_words (const char *base, const char *ours, const char *theirs)
{
  const char *lines[MERGE_N_VERSIONS] = { ours, theirs, base };
  g_autofree char *merged = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_auto (TextMerge) merge = { .settle = NULL };
      g_autoptr (GArray) parts = NULL;
      g_autofree char *before = g_steal_pointer (&merged);

      text_merge_init (&merge, lines, " ", give_up);
      parts = merge_parts (&merge);
      merged = parts != NULL ? join (&merge.lexicon, parts, " ") : NULL;
      if (merged == NULL || (before != NULL && strcmp (before, merged) != 0))
        return NULL;
      lines[MERGE_OURS] = merged;
    }
  return g_steal_pointer (&merged);
}

/* The line that three lines become; NULL if both sides changed the same words, or if it is so short
 * that words alone say little. */
static char *
merge_line_of_three (const char *base, const char *ours, const char *theirs)
{
  if (strcmp (ours, base) == 0)
    return g_strdup (theirs);
  if (strcmp (theirs, base) == 0 || strcmp (ours, theirs) == 0)
    return g_strdup (ours);
  return strlen (base) >= LONG_LINE ? merge_words (base, ours, theirs) : NULL;
}

static const char *
get_line (TextMerge *self, MergeVersion version, guint index)
{
  return self->lexicon.parts->pdata[PART (self->texts[version], index)];
}

/* Merges as many lines as the sides have, one by one. */
static gboolean
merge_each (TextMerge *self, GArray *merged, const Range ranges[MERGE_N_VERSIONS])
{
  guint n_before = merged->len;
  guint n = ranges[MERGE_BASE].end - ranges[MERGE_BASE].start;

  if (n != ranges[MERGE_OURS].end - ranges[MERGE_OURS].start ||
      n != ranges[MERGE_THEIRS].end - ranges[MERGE_THEIRS].start)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line =
        merge_line_of_three (get_line (self, MERGE_BASE, ranges[MERGE_BASE].start + i),
                             get_line (self, MERGE_OURS, ranges[MERGE_OURS].start + i),
                             get_line (self, MERGE_THEIRS, ranges[MERGE_THEIRS].start + i));

      if (line == NULL)
        {
          g_array_set_size (merged, n_before);
          return FALSE;
        }
      add_part (&self->lexicon, merged, line);
    }
  return TRUE;
}

static GHashTable *
make_set (GArray *text, Range range)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = range.start; i < range.end; i++)
    g_hash_table_add (set, GUINT_TO_POINTER (PART (text, i)));
  return set;
}

/* The parts of one side that are in both sides or were not in base. */
static GArray *
list_kept (TextMerge *self, MergeVersion side, const Range ranges[MERGE_N_VERSIONS])
{
  MergeVersion other = side == MERGE_OURS ? MERGE_THEIRS : MERGE_OURS;
  g_autoptr (GHashTable) in_base = make_set (self->texts[MERGE_BASE], ranges[MERGE_BASE]);
  g_autoptr (GHashTable) in_other = make_set (self->texts[other], ranges[other]);
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = ranges[side].start; i < ranges[side].end; i++)
    {
      guint part = PART (self->texts[side], i);

      if (g_hash_table_contains (in_other, GUINT_TO_POINTER (part)) ||
          !g_hash_table_contains (in_base, GUINT_TO_POINTER (part)))
        g_array_append_val (kept, part);
    }
  return kept;
}

static int
compare_parts (Lexicon *lexicon, GArray *a, GArray *b)
{
  int order = 0;

  for (guint i = 0; order == 0 && (i < a->len || i < b->len); i++)
    if (i == a->len || i == b->len)
      order = i == a->len ? -1 : 1;
    else
      order = strcmp (lexicon->parts->pdata[PART (a, i)], lexicon->parts->pdata[PART (b, i)]);
  return order;
}

static gboolean
has_all (GHashTable *set, GArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    if (!g_hash_table_contains (set, GUINT_TO_POINTER (PART (parts, i))))
      return FALSE;
  return TRUE;
}

/* Adds what both sides wrote: first the one that has all of the other, or else one of them, and
 * then what the other has more. Which one is first does not depend on whose it is. */
static gboolean
keep_both (TextMerge *self, GArray *merged, const Range ranges[MERGE_N_VERSIONS])
{
  g_autoptr (GArray) ours = list_kept (self, MERGE_OURS, ranges);
  g_autoptr (GArray) theirs = list_kept (self, MERGE_THEIRS, ranges);
  g_autoptr (GHashTable) in_ours = make_set (ours, (Range){ 0, ours->len });
  g_autoptr (GHashTable) in_theirs = make_set (theirs, (Range){ 0, theirs->len });
  gboolean ours_has_all = has_all (in_ours, theirs);
  gboolean theirs_has_all = has_all (in_theirs, ours);
  gboolean ours_is_first = compare_parts (&self->lexicon, ours, theirs) < 0;
  GArray *second;

  self->is_conflict = TRUE;
  if (ours_has_all != theirs_has_all)
    ours_is_first = ours_has_all;
  second = ours_is_first ? theirs : ours;
  add_range (merged, ours_is_first ? ours : theirs,
             (Range){ 0, ours_is_first ? ours->len : theirs->len });
  for (guint i = 0; i < second->len; i++)
    if (!g_hash_table_contains (ours_is_first ? in_ours : in_theirs,
                                GUINT_TO_POINTER (PART (second, i))))
      g_array_append_val (merged, PART (second, i));
  return TRUE;
}

static gboolean
merge_each_or_keep_both (TextMerge *self, GArray *merged, const Range ranges[MERGE_N_VERSIONS])
{
  return merge_each (self, merged, ranges) || keep_both (self, merged, ranges);
}

/* Merges texts of parts that @separator separates. */
static char *
merge_once (const char *base,
            const char *ours,
            const char *theirs,
            const char *separator,
            gboolean *is_conflict)
{
  const char *texts[MERGE_N_VERSIONS] = { ours, theirs, base };
  g_auto (TextMerge) merge = { .settle = NULL };
  g_autoptr (GArray) merged = NULL;

  text_merge_init (&merge, texts, separator, merge_each_or_keep_both);
  merged = merge_parts (&merge);
  *is_conflict |= merge.is_conflict;
  return join (&merge.lexicon, merged, separator);
}

/* The longer text, where both do not fit. */
static char *
keep_within (char *merged, const char *ours, const char *theirs)
{
  if (strlen (merged) <= JALON_TEXT_MAX)
    return merged;
  g_free (merged);
  return g_strdup (strlen (ours) >= strlen (theirs) ? ours : theirs);
}

static guint
find_text (GPtrArray *texts, const char *text)
{
  guint i = 0;

  while (i < texts->len && strcmp (texts->pdata[i], text) != 0)
    i++;
  return i;
}

/**
 * merge_paragraphs:
 * @base: a text
 * @ours: what ours made of it
 * @theirs: what theirs made of it; neither is empty, nor @base, nor the other
 * @is_conflict: (out): whether both changed the same
 *
 * Merges two texts line by line, and a long line that both changed word by word. Where both changed
 * the same, the lines of both are there. The result is merged with @theirs again until a text comes
 * back, so that merging it again changes nothing.
 *
 * Returns: (transfer full): the text
 */
char *
merge_paragraphs (const char *base, const char *ours, const char *theirs, gboolean *is_conflict)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *merged = NULL;
  const char *least;
  guint start;

  *is_conflict = FALSE;
  merged = merge_once (base, ours, theirs, "\n", is_conflict);
  while ((start = find_text (texts, merged)) == texts->len && texts->len < MAX_ROUNDS)
    {
      g_ptr_array_add (texts, g_steal_pointer (&merged));
      merged = merge_once (base, texts->pdata[texts->len - 1], theirs, "\n", &(gboolean){ FALSE });
    }
  least = texts->pdata[start < texts->len ? start : 0];
  for (guint i = start; i < texts->len; i++)
    if (strcmp (texts->pdata[i], least) < 0)
      least = texts->pdata[i];
  return keep_within (g_strdup (least), ours, theirs);
}

/**
 * merge_line:
 * @ours: a text without line breaks
 * @theirs: another
 *
 * Puts two texts into one line. What both have, because they were put together before, is there
 * once.
 *
 * Returns: (transfer full): the text
 */
char *
merge_line (const char *ours, const char *theirs)
{
  if (strstr (ours, theirs) != NULL)
    return g_strdup (ours);
  if (strstr (theirs, ours) != NULL)
    return g_strdup (theirs);
  return keep_within (merge_once ("", ours, theirs, BESIDE, &(gboolean){ FALSE }), ours, theirs);
}
