/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is copied comes with what it refers to, and uses what is there. */

#include <locale.h>

#include "document/jalon-fragment.h"
#include "files/jalon-reader.h"
#include "files/jalon-writer.h"

static JalonDocument *
read_project (const char *content)
{
  g_autofree char *xml =
    g_strdup_printf ("<project xmlns=\"urn:jalon:project:1\" version=\"1.0\" id=\"p\">%s</project>",
                     content);
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  JalonElement *project = jalon_reader_read (bytes, "test", NULL, &error);

  g_assert_no_error (error);
  return jalon_document_new (project);
}

/* As another process would get it. */
static JalonFragment *
send (JalonFragment *fragment)
{
  g_autoptr (GBytes) bytes = jalon_writer_to_bytes (jalon_fragment_get_project (fragment));
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonElement) project = jalon_reader_read (bytes, "clipboard", NULL, &error);

  g_assert_no_error (error);
  return jalon_fragment_new_from_project (project);
}

/* Copies the elements of @ids, separated by blanks. */
static JalonFragment *
copy (JalonDocument *document, const char *ids)
{
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  g_autoptr (JalonFragment) fragment = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      JalonElement *element = jalon_document_lookup (document, words[i]);

      g_assert_nonnull (element);
      g_ptr_array_add (elements, element);
    }
  fragment = jalon_fragment_new (elements, NULL);
  return send (fragment);
}

/* Unpacks into @parent; returns the first of what was copied. */
static JalonElement *
paste (JalonFragment *fragment,
       JalonDocument *document,
       const char *parent,
       JalonUnpacked *unpacked)
{
  JalonElement *place = jalon_document_lookup (document, parent);
  JalonElement *first = NULL;

  jalon_document_begin (document, "Paste");
  jalon_fragment_unpack (fragment, document, jalon_element_get_map (place), unpacked);
  for (guint i = 0; i < unpacked->elements->len; i++)
    {
      JalonElement *element = g_ptr_array_index (unpacked->elements, i);

      jalon_document_insert (document, place, G_MAXUINT, g_object_ref (element));
      first = first != NULL ? first : element;
    }
  jalon_document_commit (document);
  return first;
}

#define JOURNEY(ID, LANE, TITLE)                                                                   \
  "<journey id=\"" ID "\"><lane id=\"" LANE "\" type=\"pains\" title=\"" TITLE "\"/>"              \
  "<stage id=\"" ID "g\"><step id=\"" ID "s\"/></stage></journey>"

#define SOURCE                                                                                     \
  "<persona id=\"awa\" name=\"Awa\" portrait=\"face\"><trait id=\"t\" tags=\"tag\">x</trait>"      \
  "</persona><journey id=\"j\" title=\"J\" personas=\"awa\"><lane id=\"l1\" type=\"pains\" "       \
  "title=\"Hurts\"/><lane id=\"l2\" type=\"emotion\" title=\"Feels\"/><stage id=\"g\" "            \
  "title=\"G\"><step id=\"s\" title=\"S\" tags=\"tag\"><card id=\"c1\" lane=\"l1\" tags=\"tag "    \
  "tag2\">One</card><card id=\"c2\" lane=\"l1\" image=\"face\">Two</card><score id=\"e\" "         \
  "lane=\"l2\" persona=\"awa\" value=\"1\"/></step></stage></journey><stakeholder-map id=\"m\">"   \
  "<stakeholder id=\"x\" name=\"X\"/><stakeholder id=\"y\" name=\"Y\" persona=\"awa\"/><relation " \
  "id=\"r\" from=\"x\" to=\"y\"/></stakeholder-map><metric id=\"k\" name=\"K\"/><image "           \
  "id=\"face\" name=\"A\">AAAA</image><tag id=\"tag\" name=\"new\" colour=\"mint\"/><tag "         \
  "id=\"tag2\" name=\"old\"/>"

/* Each thing once: what it refers to, and so on, but nothing beside it. */
static void
test_contents (void)
{
  static const struct
  {
    const char *copied;
    const char *in;
    const char *out;
  } cases[] = {
    { "c1", "c1 l1 tag tag2 s g j", "c2 e l2 awa face k m" },
    { "c2", "c2 l1 face", "c1 tag awa" },
    { "e", "e l2 awa t face tag", "c1 l1 tag2" },
    { "s", "s c1 c2 e l1 l2 awa face tag tag2", "k m" },
    { "l1", "l1 j", "s c1 awa" },
    { "j", "j l1 l2 s c1 c2 e awa face tag tag2", "k m x" },
    { "r", "r x y m awa", "c1 k" },
    { "awa", "awa t face tag", "j c1 tag2" },
  };
  g_autoptr (JalonDocument) document = read_project (SOURCE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JalonFragment) fragment = copy (document, cases[i].copied);
      g_autoptr (JalonDocument)
        small = jalon_document_new (g_object_ref (jalon_fragment_get_project (fragment)));
      g_auto (GStrv) in = g_strsplit (cases[i].in, " ", -1);
      g_auto (GStrv) out = g_strsplit (cases[i].out, " ", -1);

      for (guint k = 0; in[k] != NULL; k++)
        if (jalon_document_lookup (small, in[k]) == NULL)
          g_error ("%s: %s should come along", cases[i].copied, in[k]);
      for (guint k = 0; out[k] != NULL; k++)
        if (jalon_document_lookup (small, out[k]) != NULL)
          g_error ("%s: %s should stay", cases[i].copied, out[k]);
    }
}

static void
test_roots (void)
{
  g_autoptr (JalonDocument) document = read_project (SOURCE);
  g_autoptr (JalonFragment) fragment = copy (document, "e s y c1");
  g_autoptr (JalonFragment) whole =
    jalon_fragment_new_from_project (jalon_element_copy (jalon_document_get_project (document)));

  /* What is below another comes with that; the order is that of the file. */
  g_assert_cmpuint (jalon_fragment_get_n_roots (fragment), ==, 2);
  g_assert_cmpstr (jalon_element_get_id (jalon_fragment_get_root (fragment, 0)), ==, "s");
  g_assert_cmpstr (jalon_element_get_id (jalon_fragment_get_root (fragment, 1)), ==, "y");
  /* A file without a word about it stands for its maps. */
  g_assert_cmpuint (jalon_fragment_get_n_roots (whole), ==, 3);
  g_object_unref (jalon_fragment_get_project (whole));
}

static void
test_cells (void)
{
  static const JalonFragmentCell cells[] = { { 2, 1 }, { 0, 7 } };
  g_autoptr (JalonDocument) document = read_project (SOURCE);
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  g_autoptr (JalonFragment) fragment = NULL;
  g_autoptr (JalonFragment) received = NULL;

  g_ptr_array_add (elements, jalon_document_lookup (document, "c2"));
  g_ptr_array_add (elements, jalon_document_lookup (document, "c1"));
  fragment = jalon_fragment_new (elements, cells);
  received = send (fragment);
  g_assert_cmpstr (jalon_element_get_title (jalon_fragment_get_root (received, 0)), ==, "One");
  g_assert_cmpuint (jalon_fragment_get_cell (received, 0)->column, ==, 0);
  g_assert_cmpuint (jalon_fragment_get_cell (received, 0)->row, ==, 7);
  g_assert_cmpuint (jalon_fragment_get_cell (received, 1)->column, ==, 2);
}

/* The instruction of a stranger. */
static void
test_strange_instructions (void)
{
  static const struct
  {
    const char *text;
    guint n_roots;
  } cases[] = {
    { "", 0 },
    { "nothing 0 0", 0 },
    { "p 0 0", 0 },
    { "tag 0", 0 },
    { "tag x y", 1 },
    { "tag -5 99999999999999999999", 1 },
    { "tag 0 0 tag 0 0", 1 },
    { "c1 0 0 s 0 0 j 0 0 g 0 0", 1 },
    { "\xc3\xa9 0 0 tag 0 0", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *xml = g_strdup_printf (SOURCE "<?copied %s?>", cases[i].text);
      g_autoptr (JalonDocument) document = read_project (xml);
      g_autoptr (JalonElement) project = jalon_element_copy (jalon_document_get_project (document));
      g_autoptr (JalonFragment) fragment = jalon_fragment_new_from_project (project);

      g_assert_cmpuint (jalon_fragment_get_n_roots (fragment), ==, cases[i].n_roots);
    }
}

/* What there is already is used: by id, tags by name, pictures by content, lanes by type. */
static void
test_reuse (void)
{
  g_autoptr (JalonDocument) source = read_project (SOURCE);
  g_autoptr (JalonDocument) target = read_project (
    JOURNEY ("k", "lane", "Ouch") "<image id=\"mine\" name=\"B\">AAAA</image>"
                                  "<tag id=\"t2\" name=\"old\" colour=\"sky\"/>");
  g_autoptr (JalonFragment) fragment = copy (source, "c1 c2");
  g_auto (JalonUnpacked) unpacked = { 0 };
  JalonElement *first = paste (fragment, target, "ks", &unpacked);
  JalonElement *second = g_ptr_array_index (unpacked.elements, 1);
  g_auto (GStrv) tags = jalon_element_get_references (first, JALON_FIELD_TAGS);

  g_assert_cmpstr (jalon_element_get_text (first, JALON_FIELD_LANE), ==, "lane");
  g_assert_cmpstr (jalon_element_get_text (second, JALON_FIELD_LANE), ==, "lane");
  g_assert_cmpstr (jalon_element_get_text (second, JALON_FIELD_IMAGE), ==, "mine");
  g_assert_cmpuint (g_strv_length (tags), ==, 2);
  g_assert_cmpstr (tags[1], ==, "t2");
  g_assert_cmpstr (jalon_element_get_title (jalon_document_lookup (target, tags[0])), ==, "new");
  g_assert_cmpuint (unpacked.brought->len, ==, 1);
  g_assert_cmpuint (unpacked.n_lost, ==, 0);
}

/* Within a project nothing but the copies is new. */
static void
test_same_project (void)
{
  g_autoptr (JalonDocument) document = read_project (SOURCE);
  g_autoptr (JalonFragment) fragment = copy (document, "s");
  g_auto (JalonUnpacked) unpacked = { 0 };
  JalonElement *step = paste (fragment, document, "g", &unpacked);

  g_assert_cmpuint (unpacked.brought->len, ==, 0);
  g_assert_cmpuint (unpacked.n_lost, ==, 0);
  g_assert_cmpuint (jalon_element_get_n_children (step), ==, 3);
  g_assert_cmpstr (jalon_element_get_text (jalon_element_get_child (step, 0), JALON_FIELD_LANE), ==,
                   "l1");
  g_assert_cmpstr (jalon_element_get_text (jalon_element_get_child (step, 2), JALON_FIELD_PERSONA),
                   ==, "awa");
}

/* The cards of a step would be nowhere without their lane; one card goes where it is put. */
static void
test_lanes (void)
{
  g_autoptr (JalonDocument) source = read_project (SOURCE);
  g_autoptr (JalonDocument) target = read_project (JOURNEY ("k", "lane", "Ouch"));
  g_autoptr (JalonFragment) step = copy (source, "s");
  g_autoptr (JalonFragment) score = copy (source, "e");
  g_auto (JalonUnpacked) unpacked = { 0 };
  JalonElement *journey = jalon_document_lookup (target, "k");
  JalonElement *element = paste (score, target, "ks", &unpacked);

  g_assert_false (jalon_element_has (element, JALON_FIELD_LANE));
  g_assert_true (jalon_element_has (element, JALON_FIELD_PERSONA));
  /* the persona, her picture and her tag */
  g_assert_cmpuint (unpacked.brought->len, ==, 3);
  jalon_unpacked_clear (&unpacked);

  element = paste (step, target, "kg", &unpacked);
  g_assert_cmpuint (jalon_element_get_n_children (element), ==, 3);
  g_assert_cmpstr (jalon_element_get_text (jalon_element_get_child (element, 2),
                                           JALON_FIELD_PERSONA),
                   ==, "awa");
  /* She is there already: the lane of the score and the second tag */
  g_assert_cmpuint (unpacked.brought->len, ==, 2);
  g_assert_cmpuint (jalon_element_get_n_children (journey), ==, 3);
  g_assert_cmpstr (jalon_element_get_title (jalon_element_get_child (journey, 1)), ==, "Feels");
}

/* From one project to another a map stays itself: what comes later finds it. In the same project a
 * copy is something else. */
static void
test_identity (void)
{
  g_autoptr (JalonDocument) source = read_project (SOURCE);
  g_autoptr (JalonDocument) target = read_project ("");
  g_autoptr (JalonFragment) persona = copy (source, "awa");
  g_autoptr (JalonFragment) journey = copy (source, "j");
  g_auto (JalonUnpacked) unpacked = { 0 };

  g_assert_cmpstr (jalon_element_get_id (paste (persona, target, "p", &unpacked)), ==, "awa");
  jalon_unpacked_clear (&unpacked);
  paste (journey, target, "p", &unpacked);
  /* the second tag; the persona, her picture and the first are there */
  g_assert_cmpuint (unpacked.brought->len, ==, 1);
  jalon_unpacked_clear (&unpacked);
  g_assert_cmpstr (jalon_element_get_id (paste (persona, source, "p", &unpacked)), !=, "awa");
}

/* Where one of its ids means something else, it comes under new ones. */
static void
test_taken_id (void)
{
  g_autoptr (JalonDocument) source = read_project (SOURCE);
  g_autoptr (JalonDocument)
    target = read_project ("<persona id=\"other\"><trait id=\"t\">mine</trait></persona>");
  g_autoptr (JalonFragment) fragment = copy (source, "j");
  g_auto (JalonUnpacked) unpacked = { 0 };
  JalonElement *journey = paste (fragment, target, "p", &unpacked);
  const char *id = jalon_element_get_text (journey, JALON_FIELD_PERSONAS);
  JalonElement *persona = jalon_document_lookup (target, id);

  g_assert_cmpstr (id, !=, "awa");
  g_assert_cmpstr (jalon_element_get_title (persona), ==, "Awa");
  g_assert_nonnull (jalon_document_follow (persona, JALON_FIELD_PORTRAIT));
  g_assert_cmpstr (jalon_element_get_title (jalon_element_get_child (persona, 0)), ==, "x");
}

/* A persona that comes along is herself, with all that is hers, and comes once. */
static void
test_brought_once (void)
{
  g_autoptr (JalonDocument) source = read_project (SOURCE);
  g_autoptr (JalonDocument) target = read_project ("");
  g_autoptr (JalonFragment) fragment = copy (source, "j m");
  g_auto (JalonUnpacked) unpacked = { 0 };
  JalonElement *journey = paste (fragment, target, "p", &unpacked);
  const char *id = jalon_element_get_text (journey, JALON_FIELD_PERSONAS);
  JalonElement *map = g_ptr_array_index (unpacked.elements, 1);
  JalonElement *relation = jalon_element_get_child (map, 2);

  g_assert_cmpuint (unpacked.brought->len, ==, 4);
  g_assert_cmpstr (jalon_element_get_title (jalon_document_lookup (target, id)), ==, "Awa");
  g_assert_cmpstr (jalon_element_get_text (jalon_element_get_child (map, 1), JALON_FIELD_PERSONA),
                   ==, id);
  g_assert_cmpstr (jalon_element_get_text (relation, JALON_FIELD_TO), ==,
                   jalon_element_get_id (jalon_element_get_child (map, 1)));
}

/* A relation is nothing without both ends. */
static void
test_lost (void)
{
  g_autoptr (JalonDocument) document = read_project (
    "<journey id=\"j\"><lane id=\"l\"/><stage id=\"g\"><step id=\"s\"><card id=\"c\" "
    "lane=\"gone\">A</card><card id=\"d\" lane=\"l\" metric=\"gone\">B</card></step></stage>"
    "</journey>");
  g_autoptr (JalonFragment) fragment = copy (document, "s");
  g_auto (JalonUnpacked) unpacked = { 0 };
  JalonElement *step = paste (fragment, document, "g", &unpacked);

  g_assert_cmpuint (unpacked.n_lost, ==, 1);
  g_assert_cmpuint (jalon_element_get_n_children (step), ==, 1);
  g_assert_cmpstr (jalon_element_get_title (jalon_element_get_child (step, 0)), ==, "B");
  g_assert_false (jalon_element_has (jalon_element_get_child (step, 0), JALON_FIELD_METRIC));
}

/* Two journeys that name each other come both, and end. */
static void
test_circle (void)
{
  g_autoptr (JalonDocument) source =
    read_project ("<journey id=\"a\" counterpart=\"b\"/><journey id=\"b\" counterpart=\"a\"/>");
  g_autoptr (JalonDocument) target = read_project ("");
  g_autoptr (JalonFragment) fragment = copy (source, "a");
  g_auto (JalonUnpacked) unpacked = { 0 };
  JalonElement *a = paste (fragment, target, "p", &unpacked);
  JalonElement *b = jalon_document_follow (a, JALON_FIELD_COUNTERPART);

  g_assert_cmpuint (unpacked.brought->len, ==, 1);
  g_assert_true (jalon_document_follow (b, JALON_FIELD_COUNTERPART) == a);
}

/* The hash of a map goes with it and with what it refers to, but not with what is beside it. */
static void
test_hash (void)
{
  static const struct
  {
    const char *changed;
    JalonFieldId field;
    gboolean is_seen;
  } cases[] = {
    { "j", JALON_FIELD_TITLE, TRUE },   { "c1", JALON_FIELD_TEXT, TRUE },
    { "l2", JALON_FIELD_TITLE, TRUE },  { "t", JALON_FIELD_TEXT, TRUE },
    { "face", JALON_FIELD_NAME, TRUE }, { "tag2", JALON_FIELD_NAME, TRUE },
    { "p", JALON_FIELD_TITLE, TRUE },   { "m", JALON_FIELD_TITLE, FALSE },
    { "x", JALON_FIELD_NAME, FALSE },   { "k", JALON_FIELD_NAME, FALSE },
  };
  g_autoptr (JalonDocument) document = read_project (SOURCE);
  JalonElement *map = jalon_document_lookup (document, "j");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint64 before = jalon_fragment_hash (map);

      g_assert_cmpuint (jalon_fragment_hash (map), ==, before);
      jalon_document_begin (document, "Change");
      jalon_document_set (document, jalon_document_lookup (document, cases[i].changed),
                          cases[i].field, "changed", NULL);
      jalon_document_commit (document);
      if ((jalon_fragment_hash (map) != before) != cases[i].is_seen)
        g_error ("%s", cases[i].changed);
    }
}

/* Nor does it only go with values: what comes, goes and moves changes it, and undo brings it back.
 */
static void
test_hash_order (void)
{
  g_autoptr (JalonDocument) document = read_project (SOURCE);
  JalonElement *map = jalon_document_lookup (document, "j");
  guint64 first = jalon_fragment_hash (map);
  guint64 second;

  jalon_document_begin (document, "Move");
  jalon_document_move (document, jalon_document_lookup (document, "c2"),
                       jalon_document_lookup (document, "s"), 0);
  jalon_document_commit (document);
  second = jalon_fragment_hash (map);
  g_assert_cmpuint (second, !=, first);
  jalon_document_begin (document, "Remove");
  jalon_document_remove (document, jalon_document_lookup (document, "e"));
  jalon_document_commit (document);
  g_assert_cmpuint (jalon_fragment_hash (map), !=, second);
  jalon_document_undo (document);
  g_assert_cmpuint (jalon_fragment_hash (map), ==, second);
  jalon_document_undo (document);
  g_assert_cmpuint (jalon_fragment_hash (map), ==, first);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fragment/contents", test_contents);
  g_test_add_func ("/fragment/roots", test_roots);
  g_test_add_func ("/fragment/cells", test_cells);
  g_test_add_func ("/fragment/strange-instructions", test_strange_instructions);
  g_test_add_func ("/fragment/reuse", test_reuse);
  g_test_add_func ("/fragment/same-project", test_same_project);
  g_test_add_func ("/fragment/lanes", test_lanes);
  g_test_add_func ("/fragment/identity", test_identity);
  g_test_add_func ("/fragment/taken-id", test_taken_id);
  g_test_add_func ("/fragment/brought-once", test_brought_once);
  g_test_add_func ("/fragment/lost", test_lost);
  g_test_add_func ("/fragment/circle", test_circle);
  g_test_add_func ("/fragment/hash", test_hash);
  g_test_add_func ("/fragment/hash-order", test_hash_order);
  return g_test_run ();
}
