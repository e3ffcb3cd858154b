/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-references-row.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-field.h"
#include "document/jalon-text.h"
#include "widgets/jalon-candidates.h"
#include "widgets/jalon-commands.h"
#include "widgets/jalon-search-entry.h"

/* Several other elements: a row with a check for each that could be named. Of many those that are
 * named come first to the eye, and others by their name. */

/* As many rows as people look through. */
#define MOST 50

/* Bytes of names in a line that is read. */
#define LONGEST 1000

struct _JalonReferencesRow
{
  AdwExpanderRow parent_instance;

  gboolean is_quiet; /* the program, not the user, is checking */

  /* Owned; the rows belong to the expander */
  GPtrArray *rows;
  GStrv ids;         /* of the rows */
  GtkWidget *search; /* the row in which a name is written; NULL while all have a row */
  GtkWidget *entry;
  JalonFieldBinding *binding;
};

G_DEFINE_FINAL_TYPE (JalonReferencesRow, jalon_references_row, ADW_TYPE_EXPANDER_ROW)

static void binding_changed_cb (JalonReferencesRow *self);

static GtkCheckButton *
get_check (JalonReferencesRow *self, guint i)
{
  return GTK_CHECK_BUTTON (
    adw_action_row_get_activatable_widget (g_ptr_array_index (self->rows, i)));
}

static GPtrArray *
find_candidates (JalonReferencesRow *self)
{
  return jalon_candidates_find (jalon_field_binding_get_element (self->binding),
                                jalon_field_binding_get_field (self->binding));
}

/* For each id that is named by how many of the elements. */
static GHashTable *
count_named (JalonReferencesRow *self)
{
  GHashTable *named = g_hash_table_new_full (jalon_text_hash, g_str_equal, g_free, NULL);
  JalonFieldId field = jalon_field_binding_get_field (self->binding)->id;
  GPtrArray *elements = jalon_field_binding_get_elements (self->binding);

  for (guint i = 0; i < elements->len; i++)
    {
      g_auto (GStrv) ids = jalon_element_get_references (g_ptr_array_index (elements, i), field);

      for (guint j = 0; ids[j] != NULL; j++)
        {
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (named, ids[j]));

          g_hash_table_insert (named, g_strdup (ids[j]), GUINT_TO_POINTER (n + 1));
        }
    }
  return named;
}

static void
add_id (GString *ids, const char *id)
{
  if (ids->len > 0)
    g_string_append_c (ids, ' ');
  g_string_append (ids, id);
}

/* What all name with @id or without it: in the order of the list, so that the same checks give the
 * same text; then what is named but not there, for nobody took it away. */
static char *
make_text (JalonReferencesRow *self, const char *id, gboolean is_named)
{
  g_autoptr (GPtrArray) candidates = find_candidates (self);
  g_auto (GStrv) present = g_strsplit (jalon_field_binding_get_text (self->binding), " ", -1);
  g_autoptr (GHashTable) named = g_hash_table_new (jalon_text_hash, g_str_equal);
  GString *text = g_string_new (NULL);

  for (guint i = 0; present[i] != NULL; i++)
    g_hash_table_add (named, present[i]);
  if (is_named)
    g_hash_table_add (named, (gpointer) id);
  else
    g_hash_table_remove (named, id);
  for (guint i = 0; i < candidates->len; i++)
    {
      const char *candidate = jalon_element_get_id (g_ptr_array_index (candidates, i));

      if (g_hash_table_contains (named, candidate))
        add_id (text, candidate);
      g_hash_table_remove (named, candidate);
    }
  for (guint i = 0; present[i] != NULL; i++)
    if (g_hash_table_contains (named, present[i]))
      add_id (text, present[i]);
  return g_string_free (text, FALSE);
}

/* Elements that name different things keep what else they name. */
static void
toggled_cb (JalonReferencesRow *self, GtkCheckButton *check)
{
  gboolean is_named = gtk_check_button_get_active (check);
  g_autofree char *id = NULL;

  g_assert (JALON_IS_REFERENCES_ROW (self));

  if (self->is_quiet)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    if (get_check (self, i) == check)
      id = g_strdup (self->ids[i]);
  if (jalon_field_binding_get_text (self->binding) != NULL)
    {
      g_autofree char *text = make_text (self, id, is_named);

      jalon_field_binding_set_text (self->binding, text, NULL);
    }
  else if (jalon_field_binding_get_document (self->binding) != NULL)
    jalon_commands_refer (jalon_field_binding_get_document (self->binding),
                          jalon_field_binding_get_elements (self->binding),
                          jalon_field_binding_get_field (self->binding)->id, id, is_named);
  jalon_field_binding_finish (self->binding);
}

static void
add_row (JalonReferencesRow *self)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_CHECKBOX, NULL);
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  /* The row has the keys, and says what the check is, as rows with a switch of libadwaita do. */
  gtk_widget_set_focusable (check, FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (toggled_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

/* Names are looked for where there are too many to look through. */
static void
offer_search (JalonReferencesRow *self, gboolean are_many)
{
  if (are_many == (self->search != NULL))
    return;
  if (!are_many)
    {
      adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->search);
      self->search = self->entry = NULL;
      return;
    }
  self->entry = gtk_search_entry_new ();
  jalon_search_entry_watch (GTK_SEARCH_ENTRY (self->entry));
  g_object_set (self->entry, "placeholder-text", _ ("Find by name"), "margin-top", 6,
                "margin-bottom", 6, "margin-start", 12, "margin-end", 12, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find by name"), -1);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (binding_changed_cb), self);
  self->search = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "focusable", FALSE,
                               "child", self->entry, NULL);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->search);
}

static gboolean
is_called (JalonElement *candidate, const char *query)
{
  g_autofree char *name = jalon_text_fold (jalon_candidates_name (candidate));

  return strstr (name, query) != NULL;
}

/* The ids of those that get a row, in the order of the list: of many those that are called what
 * people look for, or, as long as they look for nothing, the first and what is named. */
static GStrv
choose_rows (JalonReferencesRow *self, GPtrArray *candidates, GHashTable *named)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  const char *written = self->entry != NULL ? gtk_editable_get_text (GTK_EDITABLE (self->entry))
                                            : "";
  g_autofree char *query = jalon_text_fold (written);
  gboolean looks = query[0] != '\0';
  guint n = 0;

  for (guint i = 0; i < candidates->len && n < (looks ? MOST : 2 * MOST); i++)
    {
      JalonElement *candidate = g_ptr_array_index (candidates, i);
      const char *id = jalon_element_get_id (candidate);

      if (looks ? is_called (candidate, query) : n < MOST || g_hash_table_contains (named, id))
        {
          g_strv_builder_add (ids, id);
          n++;
        }
    }
  return g_strv_builder_end (ids);
}

/* Makes the rows anew only if they must be others: one of them may have the focus. */
static void
list_candidates (JalonReferencesRow *self, GPtrArray *candidates, GHashTable *named)
{
  g_auto (GStrv) ids = NULL;

  offer_search (self, candidates->len > MOST);
  ids = choose_rows (self, candidates, named);
  if (self->ids != NULL &&
      g_strv_equal ((const char *const *) ids, (const char *const *) self->ids))
    return;

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_strfreev (self->ids);
  self->ids = g_steal_pointer (&ids);
  for (guint i = 0; self->ids[i] != NULL; i++)
    add_row (self);
}

static void
show_row (JalonReferencesRow *self, guint i, GHashTable *named)
{
  JalonDocument *document = jalon_field_binding_get_document (self->binding);
  const char *name = jalon_candidates_name (jalon_document_lookup (document, self->ids[i]));
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (named, self->ids[i]));
  gboolean is_named = n == jalon_field_binding_get_elements (self->binding)->len;

  adw_preferences_row_set_title (g_ptr_array_index (self->rows, i), name);
  gtk_accessible_update_property (g_ptr_array_index (self->rows, i), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_accessible_update_state (g_ptr_array_index (self->rows, i), GTK_ACCESSIBLE_STATE_CHECKED,
                               is_named ? GTK_ACCESSIBLE_TRISTATE_TRUE
                               : n > 0  ? GTK_ACCESSIBLE_TRISTATE_MIXED
                                        : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (get_check (self, i)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_check_button_set_active (get_check (self, i), is_named);
  gtk_check_button_set_inconsistent (get_check (self, i), n > 0 && !is_named);
}

/* What is said where there is no name to say. */
static const char *
get_nothing (JalonReferencesRow *self, gboolean has_candidates)
{
  if (jalon_field_binding_get_text (self->binding) == NULL)
    return jalon_field_binding_get_several (self->binding);
  return has_candidates ? jalon_field_get_none (jalon_field_binding_get_field (self->binding))
                        : _ ("There are none yet");
}

/* The names of what all of them name. */
static void
show_names (JalonReferencesRow *self, gboolean has_candidates)
{
  JalonDocument *document = jalon_field_binding_get_document (self->binding);
  const char *text = jalon_field_binding_get_text (self->binding);
  JalonKind target = jalon_field_binding_get_field (self->binding)->target;
  g_auto (GStrv) named = g_strsplit (text != NULL ? text : "", " ", -1);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; named[i] != NULL && names->len < LONGEST; i++)
    {
      JalonElement *element = jalon_document_lookup (document, named[i]);

      if (element != NULL && jalon_element_get_kind (element) == target)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                                jalon_candidates_name (element));
    }
  if (names->len >= LONGEST)
    g_string_append (names, ", …");
  if (names->len == 0)
    g_string_assign (names, get_nothing (self, has_candidates));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), names->str);
}

static void
binding_changed_cb (JalonReferencesRow *self)
{
  g_autoptr (GPtrArray) candidates = NULL;
  g_autoptr (GHashTable) named = NULL;

  g_assert (JALON_IS_REFERENCES_ROW (self));

  /* What was searched comes a moment later. */
  if (jalon_field_binding_get_document (self->binding) == NULL)
    return;
  candidates = find_candidates (self);
  named = count_named (self);
  self->is_quiet = TRUE;
  list_candidates (self, candidates, named);
  for (guint i = 0; i < self->rows->len; i++)
    show_row (self, i, named);
  show_names (self, candidates->len > 0);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), candidates->len > 0);
  self->is_quiet = FALSE;
}

static void
jalon_references_row_dispose (GObject *object)
{
  JalonReferencesRow *self = JALON_REFERENCES_ROW (object);

  g_clear_object (&self->binding);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_strfreev);

  G_OBJECT_CLASS (jalon_references_row_parent_class)->dispose (object);
}

static void
jalon_references_row_class_init (JalonReferencesRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jalon_references_row_dispose;
}

static void
jalon_references_row_init (JalonReferencesRow *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

/**
 * jalon_references_row_new:
 * @binding: references
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
jalon_references_row_new (JalonFieldBinding *binding)
{
  JalonReferencesRow *self;

  g_return_val_if_fail (JALON_IS_FIELD_BINDING (binding), NULL);

  self = g_object_new (JALON_TYPE_REFERENCES_ROW, "title", jalon_field_binding_get_label (binding),
                       "tooltip-text", jalon_field_binding_get_hint (binding), NULL);
  self->binding = g_object_ref (binding);
  binding_changed_cb (self);
  g_signal_connect_object (binding, "changed", G_CALLBACK (binding_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
