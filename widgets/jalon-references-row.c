/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-references-row.h"

#include <glib/gi18n-lib.h>

#include "widgets/jalon-candidates.h"

/* Several other elements: a row with a check for each that could be named. */

struct _JalonReferencesRow
{
  AdwExpanderRow parent_instance;

  gboolean is_quiet; /* the program, not the user, is checking */

  /* Owned; the rows belong to the expander */
  GPtrArray *rows;
  GStrv ids;
  JalonFieldBinding *binding;
};

G_DEFINE_FINAL_TYPE (JalonReferencesRow, jalon_references_row, ADW_TYPE_EXPANDER_ROW)

static GtkCheckButton *
get_check (JalonReferencesRow *self, guint i)
{
  return GTK_CHECK_BUTTON (
    adw_action_row_get_activatable_widget (g_ptr_array_index (self->rows, i)));
}

static void
add_id (GString *ids, const char *id)
{
  if (ids->len > 0)
    g_string_append_c (ids, ' ');
  g_string_append (ids, id);
}

/* In the order of the list, so that the same checks give the same text; then what is named but not
 * there, for nobody took it away. */
static void
toggled_cb (JalonReferencesRow *self)
{
  const char *present = jalon_field_binding_get_text (self->binding);
  g_auto (GStrv) named = g_strsplit (present != NULL ? present : "", " ", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert (JALON_IS_REFERENCES_ROW (self));

  if (self->is_quiet)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_check_button_get_active (get_check (self, i)))
      add_id (text, self->ids[i]);
  for (guint i = 0; named[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) self->ids, named[i]))
      add_id (text, named[i]);
  jalon_field_binding_set_text (self->binding, text->str, NULL);
  jalon_field_binding_finish (self->binding);
}

static void
add_row (JalonReferencesRow *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (toggled_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

/* Makes the rows anew only if they must be others: one of them may have the focus. */
static void
list_candidates (JalonReferencesRow *self)
{
  g_autoptr (GPtrArray)
    candidates = jalon_candidates_find (jalon_field_binding_get_element (self->binding),
                                        jalon_field_binding_get_field (self->binding));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; i < candidates->len; i++)
    g_strv_builder_add (builder, jalon_element_get_id (g_ptr_array_index (candidates, i)));
  ids = g_strv_builder_end (builder);
  if (self->ids != NULL &&
      g_strv_equal ((const char *const *) ids, (const char *const *) self->ids))
    return;

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_strfreev (self->ids);
  self->ids = g_steal_pointer (&ids);
  for (guint i = 0; i < candidates->len; i++)
    add_row (self);
}

static void
binding_changed_cb (JalonReferencesRow *self)
{
  const char *text = jalon_field_binding_get_text (self->binding);
  JalonDocument *document = jalon_field_binding_get_document (self->binding);
  g_autoptr (GString) names = g_string_new (NULL);
  g_auto (GStrv) chosen = g_strsplit (text != NULL ? text : "", " ", -1);

  g_assert (JALON_IS_REFERENCES_ROW (self));

  self->is_quiet = TRUE;
  list_candidates (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      gboolean is_chosen = g_strv_contains ((const char *const *) chosen, self->ids[i]);
      const char *name = jalon_candidates_name (jalon_document_lookup (document, self->ids[i]));

      adw_preferences_row_set_title (g_ptr_array_index (self->rows, i), name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (get_check (self, i)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_check_button_set_active (get_check (self, i), is_chosen);
      if (is_chosen)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  if (names->len == 0 && text != NULL)
    g_string_assign (names, self->rows->len > 0 ? _ ("None") : _ ("There are none yet"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), names->str);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), self->rows->len > 0);
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
