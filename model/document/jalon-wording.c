/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-wording.h"

#include <glib/gi18n-lib.h>

/* Characters of a text that a sentence shows. */
#define SHOWN 72

/* The beginning of @text on one line. */
static char *
quote (const char *text)
{
  gboolean is_long = g_utf8_strlen (text, -1) > SHOWN;
  g_autofree char *line = is_long ? g_utf8_substring (text, 0, SHOWN) : g_strdup (text);

  for (char *p = line; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  g_strstrip (line);
  /* Translators: a quoted text; the second %s is “…” or nothing */
  return g_strdup_printf (_ ("“%s%s”"), line, is_long ? "…" : "");
}

static gboolean
is_text (const JalonField *field)
{
  return field->type == JALON_TYPE_LINE || field->type == JALON_TYPE_PARAGRAPHS;
}

/* What an element without a title is about: what it cannot be without, or what it was chosen to
 * be. */
static char *
describe_untitled (JalonElement *element, GHashTable *elements)
{
  const JalonKindInfo *info = jalon_kind_get_info (jalon_element_get_kind (element));
  const JalonField *governor = jalon_element_get_field (element, info->governor);
  GString *about = g_string_new (NULL);

  if (governor != NULL && governor->type == JALON_TYPE_CHOICE)
    g_string_append (about,
                     _ (governor->choices[jalon_element_get_choice (element, governor->id)].label));
  for (const JalonField *field = info->fields; field->id != JALON_FIELD_NONE; field++)
    if ((field->flags & JALON_FLAG_CASCADE) != 0 && jalon_element_has (element, field->id))
      {
        g_autofree char *target =
          jalon_wording_value (field, jalon_element_get_text (element, field->id), elements);

        g_string_append_printf (about, "%s%s", about->len > 0 ? ", " : "", target);
      }
  return g_string_free (about, FALSE);
}

/**
 * jalon_wording_title:
 * @element: an element
 * @elements: id → element
 *
 * Returns: (transfer full): its title in quotes, or what else tells it from others; "" if nothing
 *   does
 */
char *
jalon_wording_title (JalonElement *element, GHashTable *elements)
{
  const JalonKindInfo *info = jalon_kind_get_info (jalon_element_get_kind (element));
  const JalonField *title = jalon_element_get_field (element, info->title);

  if (title != NULL && is_text (title) && jalon_element_has (element, title->id))
    return quote (jalon_element_get_text (element, title->id));
  return describe_untitled (element, elements);
}

/**
 * jalon_wording_name:
 * @element: an element
 * @elements: id → element
 *
 * Returns: (transfer full): its kind and title, as in ‘Card “Pay”’
 */
char *
jalon_wording_name (JalonElement *element, GHashTable *elements)
{
  const char *label = _ (jalon_kind_get_info (jalon_element_get_kind (element))->label);
  g_autofree char *title = jalon_wording_title (element, elements);

  if (title[0] == '\0')
    return g_strdup (label);
  /* Translators: a kind of element and its title, as in: Card “Pay” */
  return g_strdup_printf (_ ("%s %s"), label, title);
}

/**
 * jalon_wording_name_in:
 * @element: an element
 * @elements: id → element
 *
 * Returns: (transfer full): its name with what it is in, as in ‘Card “Pay” in “Book”’
 */
char *
jalon_wording_name_in (JalonElement *element, GHashTable *elements)
{
  JalonElement *parent = jalon_element_get_parent (element);
  g_autofree char *name = jalon_wording_name (element, elements);
  g_autofree char *place = NULL;

  if (parent == NULL || jalon_element_get_kind (parent) == JALON_KIND_PROJECT ||
      jalon_kind_is_map (jalon_element_get_kind (parent)))
    return g_steal_pointer (&name);
  place = jalon_wording_title (parent, elements);
  if (place[0] == '\0')
    return g_steal_pointer (&name);
  /* Translators: an element and what it is in, as in: Card “Pay” in “Book” */
  return g_strdup_printf (_ ("%s in %s"), name, place);
}

/**
 * jalon_wording_field:
 * @field: a row of the table
 *
 * Returns: (transfer full): its name for people
 */
char *
jalon_wording_field (const JalonField *field)
{
  if (field->label != NULL)
    return g_strdup (_ (field->label));
  return g_strdup (field->type == JALON_TYPE_RAW ? _ ("Part of a newer version") : field->name);
}

static char *
name_targets (const char *text, GHashTable *elements)
{
  g_auto (GStrv) ids = g_strsplit (text, " ", -1);
  GString *names = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      JalonElement *target = g_hash_table_lookup (elements, ids[i]);
      g_autofree char *title = target != NULL ? jalon_wording_title (target, elements)
                                              : g_strdup (ids[i]);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", title[0] != '\0' ? title : ids[i]);
    }
  return g_string_free (names, FALSE);
}

static char *
name_choice (const JalonChoice *choices, const char *nick)
{
  int choice = jalon_choices_find (choices, nick);

  return choice >= 0 ? g_strdup (_ (choices[choice].label)) : NULL;
}

/**
 * jalon_wording_value:
 * @field: a row of the table
 * @text: a canonical text of it; "" for unset
 * @elements: id → element
 *
 * Returns: (transfer full): the value for people: texts in quotes, choices and references by name
 */
char *
jalon_wording_value (const JalonField *field, const char *text, GHashTable *elements)
{
  char *name = NULL;

  text = text[0] != '\0' ? text : jalon_field_get_fallback (field);
  if (text[0] == '\0')
    return g_strdup (_ ("nothing"));
  if (jalon_field_is_reference (field))
    return name_targets (text, elements);
  if (field->type == JALON_TYPE_CHOICE)
    name = name_choice (field->choices, text);
  else if (field->type == JALON_TYPE_COLOUR)
    name = name_choice (jalon_palette, text);
  else if (field->type == JALON_TYPE_FLAG)
    name = g_strdup (strcmp (text, "yes") == 0 ? _ ("yes") : _ ("no"));
  else if (field->type == JALON_TYPE_NUMBER || field->type == JALON_TYPE_INTEGER)
    name = g_strconcat (text[0] == '-' ? "−" : "", text + (text[0] == '-' ? 1 : 0), NULL);
  else if (field->type == JALON_TYPE_DATA)
    name = g_strdup (_ ("a picture"));
  if (name != NULL)
    return name;
  return is_text (field) || field->type == JALON_TYPE_RAW ? quote (text) : g_strdup (text);
}
