/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What both sides added, each with an id of its own, and is one thing: the same tag, the same
 * picture. */

#include "document/jalon-text.h"
#include "files/jalon-merge-private.h"

static gboolean
is_new_and_plain (MergeNode *node)
{
  JalonElement *element = merge_node_see (node, MERGE_OURS);

  return node->is_alive && node->in[MERGE_BASE] == NULL &&
         (node->in[MERGE_OURS] == NULL || node->in[MERGE_THEIRS] == NULL) &&
         jalon_element_get_n_children (element) == 0 &&
         jalon_kind_get_info (node->kind)->key != JALON_FIELD_NONE &&
         jalon_element_has (element, jalon_kind_get_info (node->kind)->key);
}

/* Everything by which two elements could be told from each other but their id. */
static char *
make_signature (MergeNode *node)
{
  JalonElement *element = merge_node_see (node, MERGE_OURS);
  GString *signature = g_string_new (node->parent->id);

  g_string_append_printf (signature, " %d", node->kind);
  for (guint i = 0; i < jalon_element_get_n_values (element); i++)
    {
      const char *text;
      const JalonField *field = jalon_element_get_value (element, i, &text);

      g_string_append_printf (signature, "\n%s=%s", field->name, text);
    }
  return g_string_free (signature, FALSE);
}

/* Finds what both sides added. The one with the lesser id stands for both. */
void
merge_find_twins (Merge *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (jalon_text_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->list->len; i++)
    {
      MergeNode *node = g_ptr_array_index (self->list, i);
      g_autofree char *signature = is_new_and_plain (node) ? make_signature (node) : NULL;
      MergeNode *other = signature != NULL ? g_hash_table_lookup (known, signature) : NULL;

      if (other == NULL)
        {
          if (signature != NULL)
            g_hash_table_insert (known, g_steal_pointer (&signature), node);
        }
      else if ((other->in[MERGE_OURS] == NULL) != (node->in[MERGE_OURS] == NULL))
        {
          gboolean is_first = strcmp (other->id, node->id) < 0;

          (is_first ? node : other)->twin = is_first ? other : node;
          g_hash_table_remove (known, signature);
        }
    }
}
