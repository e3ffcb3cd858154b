/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-element.h"
#include "document/jalon-texts.h"

/* Longer than what stands in a block */
#define LONG 5000

/* All texts stay, those that fit and those that do not. */
static void
test_add (void)
{
  static const char all[] = "one two three";
  g_autoptr (JalonTexts) texts = jalon_texts_new (12);
  char *one = jalon_texts_add (texts, all, 3);
  char *empty = jalon_texts_add (texts, all, 0);
  char *two = jalon_texts_add (texts, all + 4, 3);
  char *three = jalon_texts_add (texts, all + 8, 5);

  g_assert_cmpstr (one, ==, "one");
  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (two, ==, "two");
  g_assert_cmpstr (three, ==, "three");
  g_assert_true (two == one + 5);
  jalon_texts_drop (texts, one);
  jalon_texts_drop (texts, three);
  g_assert_cmpstr (two, ==, "two");
}

/* A picture is not kept until the last text is dropped; asan would tell of one that is. */
static void
test_long (void)
{
  g_autoptr (JalonTexts) texts = jalon_texts_new (10 * LONG);
  g_autofree char *picture = g_strnfill (LONG, 'x');
  char *copy = jalon_texts_add (texts, picture, LONG);
  char *first = jalon_texts_add (texts, "a", 1);
  char *second = jalon_texts_add (texts, "b", 1);

  g_assert_cmpstr (copy, ==, picture);
  g_assert_true (second == first + 2);
  g_free (copy);
}

static void
test_full (void)
{
  g_autoptr (JalonTexts) texts = jalon_texts_new (4);
  char *fits = jalon_texts_add (texts, "abc", 3);
  char *more = jalon_texts_add (texts, "", 0);

  g_assert_cmpstr (fits, ==, "abc");
  g_assert_cmpstr (more, ==, "");
  g_free (more);
}

static void
take (JalonElement *element, JalonFieldId field, char *text)
{
  jalon_element_take (element, jalon_element_get_field (element, field), text);
}

/* Values of both sorts can be replaced by both sorts. */
static void
test_share (void)
{
  JalonTexts *texts = jalon_texts_new (100);
  g_autoptr (JalonElement) card = jalon_element_new (JALON_KIND_CARD, "c");
  g_autoptr (JalonElement) other = jalon_element_new (JALON_KIND_CARD, "d");

  jalon_element_share (card, texts);
  jalon_element_share (other, texts);
  take (card, JALON_FIELD_OWNER, jalon_texts_add (texts, "me", 2));
  take (card, JALON_FIELD_TEXT, jalon_texts_add (texts, "word", 4));
  take (other, JALON_FIELD_TEXT, jalon_texts_add (texts, "other", 5));
  jalon_texts_unref (texts);

  take (card, JALON_FIELD_TEXT, g_strdup ("words"));
  take (card, JALON_FIELD_TEXT, g_strdup ("more words"));
  g_assert_true (jalon_element_set (card, JALON_FIELD_OWNER, NULL, NULL));
  g_assert_cmpstr (jalon_element_get_text (card, JALON_FIELD_OWNER), ==, "");
  g_assert_cmpstr (jalon_element_get_text (card, JALON_FIELD_TEXT), ==, "more words");
  g_clear_object (&card);
  g_assert_cmpstr (jalon_element_get_text (other, JALON_FIELD_TEXT), ==, "other");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/texts/add", test_add);
  g_test_add_func ("/texts/long", test_long);
  g_test_add_func ("/texts/full", test_full);
  g_test_add_func ("/texts/share", test_share);

  return g_test_run ();
}
