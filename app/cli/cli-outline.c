/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A project as lines that people can read, and that git can compare. */

#include "app/cli/cli.h"

#include "document/jalon-wording.h"

typedef struct
{
  GString *text;
  GHashTable *elements;
} Outline;

static void
append_indent (Outline *self, guint depth)
{
  for (guint i = 0; i < depth; i++)
    g_string_append (self->text, "  ");
}

static gboolean
is_text (const JalonField *field)
{
  return field->type == JALON_TYPE_LINE || field->type == JALON_TYPE_PARAGRAPHS;
}

/* A text stands whole, each of its lines on one of its own. */
static void
append_text (Outline *self, const char *text, guint depth)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  if (lines[1] == NULL)
    {
      g_string_append_printf (self->text, " %s\n", text);
      return;
    }
  g_string_append_c (self->text, '\n');
  for (guint i = 0; lines[i] != NULL; i++)
    {
      append_indent (self, depth + 1);
      g_string_append_printf (self->text, "%s\n", lines[i]);
    }
}

static void
append_values (Outline *self, JalonElement *element, guint depth)
{
  const JalonKindInfo *info = jalon_kind_get_info (jalon_element_get_kind (element));

  for (guint i = 0; i < jalon_element_get_n_values (element); i++)
    {
      const char *text;
      const JalonField *field = jalon_element_get_value (element, i, &text);
      g_autofree char *label = jalon_wording_field (field);
      g_autofree char *value = NULL;

      /* The title stands above, if it is short enough. */
      if (field->id == info->title && is_text (field) && strlen (text) < 60 &&
          strchr (text, '\n') == NULL)
        continue;
      append_indent (self, depth);
      g_string_append_printf (self->text, "%s:", label);
      if (is_text (field))
        append_text (self, text, depth);
      else
        {
          value = jalon_wording_value (field, text, self->elements);
          g_string_append_printf (self->text, " %s\n", value);
        }
    }
}

static void
append_element (Outline *self, JalonElement *element, guint depth)
{
  g_autofree char *name = jalon_wording_name (element, self->elements);

  append_indent (self, depth);
  g_string_append_printf (self->text, "%s\n", name);
  append_values (self, element, depth + 2);
  for (guint i = 0; i < jalon_element_get_n_children (element); i++)
    append_element (self, jalon_element_get_child (element, i), depth + 1);
}

/* All of @project, an element or a value on each line. */
char *
cli_make_outline (JalonElement *project)
{
  g_autoptr (GHashTable) elements = jalon_element_index (project);
  Outline outline = { g_string_new (NULL), elements };

  append_element (&outline, project, 0);
  return g_string_free (outline.text, FALSE);
}
