/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/jalon-template.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-error.h"
#include "files/jalon-reader.h"
#include "jalon-resources.h"

#define FOLDER "/org/jalon/Jalon/templates"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * jalon_template_list:
 *
 * Returns: (transfer full): the names of the templates, sorted, %NULL-terminated
 */
char **
jalon_template_list (void)
{
  g_auto (GStrv)
    files = g_resource_enumerate_children (jalon_resources_get_resource (), FOLDER, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      char *name = g_strndup (files[i], strcspn (files[i], "."));

      if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_free (name);
      else
        g_ptr_array_add (names, name);
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_steal (names, NULL);
}

/**
 * jalon_template_open:
 * @name: one of jalon_template_list()
 * @language: in which language
 * @error: %JALON_ERROR_NOT_FOUND
 *
 * Makes a project of a template. All its ids are new.
 *
 * Returns: (transfer full) (nullable): a project in no document; %NULL if there is no such template
 */
JalonElement *
jalon_template_open (const char *name, JalonLanguage language, GError **error)
{
  g_autofree char *path = g_strdup_printf (FOLDER "/%s.%s.jalon", name,
                                           jalon_language_choices[language].nick);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JalonElement) project = NULL;

  if (strchr (name, '/') == NULL)
    bytes = g_resource_lookup_data (jalon_resources_get_resource (), path, 0, NULL);
  if (bytes == NULL)
    {
      g_set_error (error, JALON_ERROR, JALON_ERROR_NOT_FOUND, _ ("There is no template “%s”"),
                   name);
      return NULL;
    }
  project = jalon_reader_read (bytes, path, NULL, error);
  return project != NULL ? jalon_element_copy_as_new (project) : NULL;
}
