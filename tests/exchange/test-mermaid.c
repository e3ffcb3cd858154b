/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-document.h"
#include "document/jalon-error.h"
#include "exchange/jalon-import.h"
#include "patience.h"

/* @outline: "title|[stage]step(actor=score,…)…", scores on mermaid's scale; @warnings: their lines.
 * What mermaid 11.17.2 makes of each text was tried with its own parser. */
typedef struct
{
  const char *name;
  const char *text;
  const char *outline;
  const char *warnings;
} Case;

static const Case cases[] = {
  { "plain", "journey\n title My day\n section Work\n  Make tea: 5: Me\n  Walk: 3: Me, Cat\n",
    "My day|[Work]Make tea(Me=5)Walk(Me=3,Cat=3)", "" },
  { "two-sections", "journey\nsection A\nX: 1: Me\nsection B\nY: 2: You\n",
    "file|[A]X(Me=1)[B]Y(You=2)", "" },
  { "same-section-twice", "journey\nsection A\nX: 1: Me\nsection A\nY: 2: Me\n",
    "file|[A]X(Me=1)[A]Y(Me=2)", "" },
  { "no-section", "journey\nX: 1: Me\n", "file|[]X(Me=1)", "" },
  { "no-task", "journey\nsection A\n", "file|[A]", "" },
  { "empty", "journey", "file|", "" },
  { "no-actor", "journey\nX: 4\nY: 5:\n", "file|[]X(=4)Y(=5)", "" },
  { "empty-actor", "journey\nX: 4: a,, b ,\n", "file|[]X(a=4,b=4)", "" },
  { "title-on-first-line", "journey title Short\n", "Short|", "" },
  { "keywords-in-capitals", "journey\nTITLE T\nSECTION S\nX: 2: a", "T|[S]X(a=2)", "" },
  { "last-title", "journey\ntitle A\ntitle B\n", "B|", "" },
  { "acc-title", "journey\naccTitle: Spoken\n", "Spoken|", "" },
  { "acc-title-and-title", "journey\naccTitle : Spoken\ntitle Written\n", "Written|", "" },
  { "acc-descr", "journey\naccDescr: one # two; three\nX: 1: a", "file|[]X(a=1)", "" },
  { "acc-descr-block", "journey\naccDescr {\n one: 1\n two\n}\nX: 1: a", "file|[]X(a=1)", "" },
  { "front-matter", "---\ntitle: \"Front\"\nconfig:\n  theme: dark\n---\njourney\nX: 1: a\n",
    "Front|[]X(a=1)", "" },
  { "front-matter-with-two-titles", "---\ntitle: A\ntitle: B\n---\njourney\n", "B|", "" },
  { "directive", "%%{init: {'theme':\n 'dark'}}%%\njourney\nX: 1: a\n", "file|[]X(a=1)", "" },
  { "comments", "%% one\n\njourney\n  %% two\nX: 1: a\n# three\n", "file|[]X(a=1)", "" },
  { "crlf-and-bom", "\xEF\xBB\xBFjourney\r\ntitle T\r\nX: 1: a\r\n", "T|[]X(a=1)", "" },
  { "tabs-and-nbsp", "\tjourney\n\ttitle T\n\u00a0X:\t1:\ta\n", "T|[]X(a=1)", "" },
  { "entities", "journey\ntitle A#59; B#35;1\nsection At 10#58;30\nX#58;: 1: a#44; b, c#quot;\n",
    "A; B#1|[At 10:30]X:(a, b=1,c\"=1)", "" },
  { "breaks", "journey\nsection One<br>two<br/>three<br />four\n", "file|[One two three four]",
    "" },
  { "no-breaks", "journey\nsection a <b>r < br> <br x> </ br>\n",
    "file|[a <b>r < br> <br x> </ br>]", "" },
  { "broken-breaks", "journey\ntitle \u00a0 <BR  />  x </br> <br\n", "\u00a0 x <br|", "" },
  { "markup", "journey\nsection <script>x</script>\n", "file|[<script>x</script>]", "" },
  { "fences",
    "Text\n```mermaid\njourney\ntitle A\nX: 1: a\n```\n~~~ mermaid\njourney\ntitle B\n~~~\n",
    "A|[]X(a=1)B|", "" },
  { "fence-of-another-kind", "```mermaid\npie\n```\n```mermaid\njourney\ntitle A\n```\n", "A|",
    "2" },
  { "chinese-comma", "journey\nX: 1: 甲，乙\n", "file|[]X(甲，乙=1)", "" },

  /* What mermaid takes or drops without a word is reported */
  { "time", "journey\nAt 10:30 call: 3: Me\n", "file|[]At 10()", "2 2" },
  { "nan", "journey\nX: Hello: Me\n", "file|[]X()", "2" },
  { "no-score", "journey\nX: : Me\n", "file|[]X()", "2" },
  { "infinite", "journey\nX: Infinity: Me\nY: 1e999: Me\n", "file|[]X()Y()", "2 3" },
  { "decimal-comma", "journey\nX: 4,5: Me\n", "file|[]X()", "2" },
  { "fraction", "journey\nX: 1.5: Me\n", "file|[]X(Me=1.5)", "2" },
  { "too-low", "journey\nX: -10: Me\n", "file|[]X(Me=1)", "2" },
  { "too-high", "journey\nX: 23: Me\n", "file|[]X(Me=5)", "2" },
  { "third-part", "journey\nX: 3: Me: more\n", "file|[]X(Me=3)", "2" },
  { "hash", "journey\nX: 3: Child#1, Child#2\n", "file|[]X(Child=3)", "2" },
  { "hash-in-title", "journey\ntitle We are #1\n", "We are|", "2" },
  { "task-named-title", "journey\nTitle deed: 3: Me\n", "deed: 3: Me|", "2" },
  { "title-alone", "journey\ntitle\nX: 1: a\n", "file|[]X(a=1)", "2" },
  { "section-alone", "journey\nsection\nX: 1: a\n", "file|[]X(a=1)", "2" },
};

/* @line is that of the first fault; @outline what is read all the same when asked to. */
static const struct
{
  const char *name;
  const char *text;
  guint line;
  const char *outline;
} faults[] = {
  { "semicolon-in-task", "journey\nA: 1: x\nX; Y: 3: Me\n", 3, "file|[]A(x=1)" },
  { "semicolon-in-title", "journey\ntitle A; B\n", 2, "file|" },
  { "colon-in-section", "journey\nsection At 10:30\nX: 1: a\n", 2, "file|[]X(a=1)" },
  { "hash-in-task", "journey\nX #1: 3: Me\n", 2, "file|" },
  { "no-colon", "journey\nMake tea\nX: 1: a\n", 2, "file|[]X(a=1)" },
  { "colon-only", "journey\n:\n", 2, "file|" },
  { "no-data", "journey\nX:\n", 2, "file|" },
  { "no-name", "journey\n : 3: Me\n", 2, "file|" },
  { "open-description", "journey\naccDescr {\nX: 1: a\n", 2, "file|" },
  { "journey-in-task", "journey\nJourney home: 3: Me\n", 2, "file|" },
  { "second-journey", "journey\nX: 1: a\njourney\nY: 1: a\n", 3, "file|[]X(a=1)Y(a=1)" },
  { "flowchart", "%% c\nflowchart TD\nA-->B\n", 2, NULL },
  { "capital-journey", "Journey\nX: 1: a\n", 1, NULL },
  { "journeys", "journeys\n", 1, NULL },
  { "nothing", "\n\n", 1, NULL },
  { "indented-front-matter", "\n  ---\n  title: x\n  ---\n  journey\n", 2, NULL },
  { "open-front-matter", "---\ntitle: x\njourney\n", 1, NULL },
  { "no-journey-in-fences", "```mermaid\npie\n```\n```mermaid\ngantt\n```\n", 0, NULL },
};

static void
append_step (GString *outline, JalonElement *step)
{
  g_string_append_printf (outline, "%s(", jalon_element_get_title (step));
  for (guint i = 0; i < jalon_element_get_n_children (step); i++)
    {
      JalonElement *score = jalon_element_get_child (step, i);
      JalonElement *persona = jalon_document_follow (score, JALON_FIELD_PERSONA);

      g_string_append_printf (outline, "%s%s=%g", i > 0 ? "," : "",
                              persona != NULL ? jalon_element_get_title (persona) : "",
                              jalon_element_get_number (score, JALON_FIELD_VALUE) + 3);
    }
  g_string_append_c (outline, ')');
}

static void
append_element (JalonElement *element, gpointer data)
{
  GString *outline = data;

  if (jalon_element_get_kind (element) == JALON_KIND_JOURNEY)
    g_string_append_printf (outline, "%s|", jalon_element_get_title (element));
  else if (jalon_element_get_kind (element) == JALON_KIND_STAGE)
    g_string_append_printf (outline, "[%s]", jalon_element_get_title (element));
  else if (jalon_element_get_kind (element) == JALON_KIND_STEP)
    append_step (outline, element);
}

static char *
read_outline (const char *text, gboolean partly, JalonReport *report, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (JalonDocument) document = NULL;
  GString *outline;
  JalonElement *project;

  project = jalon_importer_read (jalon_importer_find ("mermaid"), bytes, "file.mmd", partly, report,
                                 error);
  if (project == NULL)
    return NULL;
  document = jalon_document_new (project);
  outline = g_string_new (NULL);
  jalon_element_foreach (project, append_element, outline);
  return g_string_free (outline, FALSE);
}

static char *
list_lines (JalonReport *report)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < jalon_report_get_n (report); i++)
    g_string_append_printf (lines, "%s%u", i > 0 ? " " : "", jalon_report_get (report, i)->line);
  return g_string_free (lines, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (JalonReport) report = jalon_report_new ("file.mmd");
  g_autoptr (GError) error = NULL;
  g_autofree char *outline = read_outline (c->text, FALSE, report, &error);
  g_autofree char *lines = list_lines (report);

  g_assert_no_error (error);
  g_assert_cmpstr (outline, ==, c->outline);
  g_assert_cmpstr (lines, ==, c->warnings);
}

static void
test_fault (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *place = g_strdup_printf ("file.mmd:%u: ", faults[i].line);
  g_autoptr (JalonReport) report = jalon_report_new ("file.mmd");
  g_autoptr (GError) error = NULL;
  g_autofree char *outline = read_outline (faults[i].text, FALSE, report, &error);
  g_autofree char *partly = NULL;

  g_assert_null (outline);
  g_assert_error (error, JALON_ERROR, JALON_ERROR_SYNTAX);
  if (faults[i].line > 0 && !g_str_has_prefix (error->message, place))
    g_error ("“%s” does not begin with “%s”", error->message, place);
  g_assert_cmpuint (jalon_report_get_n (report), ==, 0);

  partly = read_outline (faults[i].text, TRUE, report, NULL);
  g_assert_cmpstr (partly, ==, faults[i].outline);
  g_assert_cmpuint (jalon_report_get_n (report) > 0, ==, partly != NULL);
}

static void
test_scores (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("journey\nX: 5: a\n", 16);
  g_autoptr (JalonElement)
    project = jalon_importer_read (jalon_importer_find ("mermaid"), bytes, "f", FALSE, NULL, NULL);
  JalonElement *persona = jalon_element_get_child (project, 1);
  JalonElement *journey = jalon_element_get_child (project, 0);
  JalonElement *lane = jalon_element_get_child (journey, 0);
  JalonElement *step = jalon_element_get_child (jalon_element_get_child (journey, 1), 0);
  JalonElement *score = jalon_element_get_child (step, 0);

  g_assert_cmpint (jalon_element_get_choice (lane, JALON_FIELD_TYPE), ==, JALON_LANE_EMOTION);
  g_assert_cmpint (jalon_element_get_choice (lane, JALON_FIELD_SCALE), ==, JALON_SCALE_ONE_TO_FIVE);
  g_assert_cmpfloat (jalon_element_get_number (score, JALON_FIELD_VALUE), ==, 2);
  g_assert_true (jalon_element_refers_to (score, JALON_FIELD_LANE, jalon_element_get_id (lane)));
  g_assert_true (
    jalon_element_refers_to (score, JALON_FIELD_PERSONA, jalon_element_get_id (persona)));
  g_assert_true (
    jalon_element_refers_to (journey, JALON_FIELD_PERSONAS, jalon_element_get_id (persona)));
}

/* By 64 actors */
#define TASK_OF_MANY                                                                               \
  "X: 1: aa,ab,ac,ad,ae,af,ag,ah,ba,bb,bc,bd,be,bf,bg,bh,ca,cb,cc,cd,ce,cf,cg,ch,da,db,dc,dd,de,"  \
  "df,dg,dh,ea,eb,ec,ed,ee,ef,eg,eh,fa,fb,fc,fd,fe,ff,fg,fh,ga,gb,gc,gd,ge,gf,gg,gh,ha,hb,hc,hd,"  \
  "he,hf,hg,hh\n"

/* What is too much for one field or one project is refused, and left out if asked to go on; in the
 * time that it takes to look at it once. */
static const struct
{
  const char *name;
  const char *start;
  const char *repeated;
  guint n;
  const char *end;
  const char *why;
  gsize n_left; /* elements that are read all the same */
} limits[] = {
  { "tasks", "journey\n", "X: 1: a\n", 5001, "", "5001", 10005 },
  { "sections", "journey\n", "section a\n", 300000, "", "more than 250000", 250000 },
  { "journeys", "", "```mermaid\njourney\n```\n", 150000, "", "more than 250000", 249999 },
  { "scores", "journey\n", TASK_OF_MANY, 4999, "", "more than 250000", 249999 },
  { "title", "journey\ntitle ", "long ", 300000, "\n", "at most 1048576", 3 },
  { "spaces", "journey\ntitle <", " ", 4000000, "x\n", "at most 1048576", 3 },
  { "description", "journey\naccDescr {\n", "a\n", 1000000, "", "no “}”", 3 },
};

static void
count_element (JalonElement *element, gpointer data)
{
  ++*(gsize *) data;
}

static void
test_limit (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  GString *text = g_string_new (limits[i].start);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JalonElement) project = NULL;
  g_autoptr (JalonElement) part = NULL;
  g_autoptr (GError) error = NULL;
  gsize n = 0;

  for (guint j = 0; j < limits[i].n; j++)
    g_string_append (text, limits[i].repeated);
  g_string_append (text, limits[i].end);
  bytes = g_string_free_to_bytes (text);

  patience_begin ();
  project = jalon_importer_read (jalon_importer_find ("mermaid"), bytes, "f", FALSE, NULL, &error);
  g_assert_null (project);
  g_assert_error (error, JALON_ERROR, JALON_ERROR_SYNTAX);
  if (strstr (error->message, limits[i].why) == NULL)
    g_error ("“%s” is not in “%s”", limits[i].why, error->message);
  part = jalon_importer_read (jalon_importer_find ("mermaid"), bytes, "f", TRUE, NULL, NULL);
  patience_end ();
  jalon_element_foreach (part, count_element, &n);
  g_assert_cmpuint (n, ==, limits[i].n_left);
}

static void
test_bytes (void)
{
  static const struct
  {
    const char *data;
    gsize length;
    const char *reason;
  } bad[] = {
    { "", 0, "empty" },
    { "journey\0\n", 9, "NUL" },
    { "journey\n\xff: 1: a", 15, "byte 9" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (bad[i].data, bad[i].length);
      g_autoptr (GError) error = NULL;

      g_assert_null (
        jalon_importer_read (jalon_importer_find ("mermaid"), bytes, "f.mmd", TRUE, NULL, &error));
      g_assert_error (error, JALON_ERROR, JALON_ERROR_SYNTAX);
      g_assert_nonnull (strstr (error->message, bad[i].reason));
      g_assert_nonnull (strstr (error->message, "f.mmd"));
    }
}

static void
test_find (void)
{
  g_assert_true (jalon_importer_for_file ("Day.MMD") == jalon_importer_find ("mermaid"));
  g_assert_true (jalon_importer_for_file ("notes.md") == jalon_importer_find ("mermaid"));
  g_assert_null (jalon_importer_for_file ("day.mmd.png"));
  g_assert_null (jalon_importer_find ("visio"));
  g_assert_true (jalon_importer_get (0) == jalon_importer_find ("mermaid"));
  g_assert_null (jalon_importer_get (1));
}

/* Whoever made a file may have called it anything. */
static void
test_guess (void)
{
  static const struct
  {
    const char *name;
    const char *data;
    gsize length;
    gboolean is_known;
  } files[] = {
    { "day.txt", "%% of mine\njourney\nX: 1: a\n", 0, TRUE },
    { "day", "\xEF\xBB\xBFjourney\r\nX: 1: a\r\n", 0, TRUE },
    { "wrong.txt", "journey\nX\n", 0, TRUE },
    { "notes.txt", "# Notes\n```mermaid\npie\n```\n```mermaid\njourney\n```\n", 0, TRUE },
    { "flow.mmd", "flowchart LR\n", 0, TRUE },
    { "flow.txt", "flowchart LR\n", 0, FALSE },
    { "day.txt", "journeys are long\n", 0, FALSE },
    { "page.txt", " <p>\n```mermaid\njourney\n```\n", 0, FALSE },
    { "day.txt", "journey\n\0", 9, FALSE },
    { "day.txt", "journey\n\xff", 9, FALSE },
    { "empty.txt", "", 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      gsize length = files[i].length > 0 ? files[i].length : strlen (files[i].data);
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i].data, length);

      g_assert_true (jalon_importer_guess (bytes, files[i].name) ==
                     (files[i].is_known ? jalon_importer_find ("mermaid") : NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/mermaid/case/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strdup_printf ("/mermaid/fault/%s", faults[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_fault);
    }
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autofree char *path = g_strdup_printf ("/mermaid/limit/%s", limits[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_limit);
    }
  g_test_add_func ("/mermaid/scores", test_scores);
  g_test_add_func ("/import/bytes", test_bytes);
  g_test_add_func ("/import/find", test_find);
  g_test_add_func ("/import/guess", test_guess);

  return g_test_run ();
}
