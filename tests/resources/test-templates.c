/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every template is in the program, in every language, and holds the map that its name says. */

#include "content.h"
#include "files/jalon-reader.h"

#define TEMPLATES "/org/jalon/Jalon/templates/"

static const struct
{
  const char *name;
  JalonKind kind;
} templates[] = {
  { "journey", JALON_KIND_JOURNEY },
  { "service-blueprint", JALON_KIND_JOURNEY },
  { "persona", JALON_KIND_PERSONA },
  { "empathy-map", JALON_KIND_EMPATHY_MAP },
  { "empathy-map-2017", JALON_KIND_EMPATHY_MAP },
  { "stakeholder-map", JALON_KIND_STAKEHOLDER_MAP },
  { "stakeholder-rings", JALON_KIND_STAKEHOLDER_MAP },
  { "register", JALON_KIND_REGISTER },
  { "workshop", JALON_KIND_JOURNEY },
};

static JalonElement *
read_template (const char *name, const char *language)
{
  g_autofree char *path = g_strconcat (TEMPLATES, name, ".", language, ".jalon", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  JalonElement *project;

  g_test_message ("%s", path);
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  project = jalon_reader_read (bytes, path, NULL, &error);
  g_assert_no_error (error);
  return project;
}

static void
check_template (guint index, JalonLanguage language)
{
  const char *nick = jalon_language_choices[language].nick;
  g_autoptr (JalonElement) project = read_template (templates[index].name, nick);
  g_autoptr (GPtrArray) maps = content_find (project, templates[index].kind);

  g_assert_cmpint (jalon_element_get_choice (project, JALON_FIELD_LANGUAGE), ==, language);
  g_assert_true (jalon_element_has (project, JALON_FIELD_TITLE));
  g_assert_true (jalon_element_has (project, JALON_FIELD_DESCRIPTION));
  g_assert_cmpuint (maps->len, >, 0);
}

static void
test_complete (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    for (guint language = 0; jalon_language_choices[language].nick != NULL; language++)
      check_template (i, language);
}

/* What lies in the folder is in the program, and the other way round. */
static void
test_listed (void)
{
  g_auto (GStrv) names = NULL;
  g_autoptr (GPtrArray) files = content_list ("templates");
  g_autoptr (GError) error = NULL;

  names = g_resources_enumerate_children (TEMPLATES, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (names), ==, files->len);
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *name = g_path_get_basename (files->pdata[i]);

      g_test_message ("%s", name);
      g_assert_true (g_strv_contains ((const char *const *) names, name));
    }
}

/* The three languages of a template are one template: the same elements in the same order. */
static char *
get_outline (const char *name, const char *language)
{
  g_autoptr (JalonElement) project = read_template (name, language);
  GString *outline = g_string_new (NULL);

  for (guint kind = 0; kind < JALON_KIND_UNKNOWN; kind++)
    g_string_append_printf (outline, "%s %u, ", jalon_kind_get_info (kind)->name,
                            content_count (project, kind));
  return g_string_free (outline, FALSE);
}

static void
test_same (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      g_autofree char *english = get_outline (templates[i].name, "en");
      g_autofree char *french = get_outline (templates[i].name, "fr");
      g_autofree char *indonesian = get_outline (templates[i].name, "id");

      g_assert_cmpstr (english, ==, french);
      g_assert_cmpstr (english, ==, indonesian);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/resources/templates/complete", test_complete);
  g_test_add_func ("/resources/templates/listed", test_listed);
  g_test_add_func ("/resources/templates/same", test_same);
  return g_test_run ();
}
