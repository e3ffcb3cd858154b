/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/jalon-reader-private.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-id.h"

static const ReaderNode *
find_node (Reader *self, const char *id)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, id));

  return place > 0 ? &g_array_index (self->nodes, ReaderNode, place - 1) : NULL;
}

/* The id an element gets: its own, unless it cannot keep that. */
static const char *
choose_id (Reader *self, JalonKind kind, const char *id, guint line)
{
  const char *name = jalon_kind_get_info (kind)->name;
  const ReaderNode *twin;

  if (id == NULL)
    {
      jalon_report_add (self->report, JALON_SEVERITY_WARNING, line,
                        _ ("<%s> has no id; it gets a new one"), name);
      return NULL;
    }
  if (!jalon_id_is_valid (id))
    {
      jalon_report_add (self->report, JALON_SEVERITY_WARNING, line,
                        _ ("“%.80s” is not an id; <%s> gets a new one"), id, name);
      return NULL;
    }
  twin = find_node (self, id);
  if (twin == NULL)
    return id;
  jalon_report_add (self->report, JALON_SEVERITY_WARNING, line,
                    _ ("The id “%s” is already that of line %u; this <%s> gets a new one, and "
                       "references mean the first"),
                    id, twin->line, name);
  return NULL;
}

/* Makes an element with the id of the file, or with a new one if that cannot be. */
JalonElement *
reader_new_element (Reader *self, JalonKind kind, const char *id, guint line)
{
  ReaderNode node = { NULL, line };

  if (kind != JALON_KIND_UNKNOWN)
    id = choose_id (self, kind, id, line);
  else if (find_node (self, id) != NULL)
    id = NULL;
  node.element = jalon_element_new (kind, id);
  g_array_append_val (self->nodes, node);
  g_hash_table_insert (self->ids, (gpointer) jalon_element_get_id (node.element),
                       GUINT_TO_POINTER (self->nodes->len));
  return node.element;
}

void
reader_add_link (Reader *self, JalonElement *element, const JalonField *field)
{
  ReaderLink link = { element, field, reader_line (self) };

  g_array_append_val (self->links, link);
}

static void
check_target (Reader *self, const ReaderLink *link, const char *id)
{
  const ReaderNode *node = find_node (self, id);
  const char *name = jalon_kind_get_info (jalon_element_get_kind (link->element))->name;
  const char *wanted = jalon_kind_get_info (link->field->target)->name;

  if (node == NULL)
    jalon_report_add (self->report, JALON_SEVERITY_WARNING, link->line,
                      _ ("“%s” of <%s> names “%s”, which is not in the file; it is kept"),
                      link->field->name, name, id);
  else if (jalon_element_get_kind (node->element) != link->field->target)
    jalon_report_add (self->report, JALON_SEVERITY_WARNING, link->line,
                      _ ("“%s” of <%s> names “%s” in line %u, which is not a <%s>; it is kept"),
                      link->field->name, name, id, node->line, wanted);
}

/* Follows all references, now that every element is known. */
void
reader_check_links (Reader *self)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const ReaderLink *link = &g_array_index (self->links, ReaderLink, i);
      const char *ids = jalon_element_get_text (link->element, link->field->id);

      if (strchr (ids, ' ') == NULL)
        check_target (self, link, ids);
      else
        {
          g_auto (GStrv) words = g_strsplit (ids, " ", -1);

          for (guint j = 0; words[j] != NULL; j++)
            check_target (self, link, words[j]);
        }
    }
}
