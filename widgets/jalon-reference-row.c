/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-reference-row.h"

#include "document/jalon-field.h"
#include "widgets/jalon-candidates.h"
#include "widgets/jalon-combo.h"

/* One other element, or none. */

struct _JalonReferenceRow
{
  AdwComboRow parent_instance;

  gboolean is_quiet; /* the program, not the user, is choosing */

  /* Owned; the names of the entries and the ids of those behind "None" */
  GStrv names;
  GStrv ids;
  JalonFieldBinding *binding;
};

G_DEFINE_FINAL_TYPE (JalonReferenceRow, jalon_reference_row, ADW_TYPE_COMBO_ROW)

static void
selected_cb (JalonReferenceRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  g_assert (JALON_IS_REFERENCE_ROW (self));

  if (self->is_quiet || selected == GTK_INVALID_LIST_POSITION)
    return;
  jalon_field_binding_set_text (self->binding, selected > 0 ? self->ids[selected - 1] : NULL, NULL);
  jalon_field_binding_finish (self->binding);
}

/* The names of what may be named; the old model if they are the same, for it may be open. */
static void
list_candidates (JalonReferenceRow *self)
{
  g_autoptr (GPtrArray)
    candidates = jalon_candidates_find (jalon_field_binding_get_element (self->binding),
                                        jalon_field_binding_get_field (self->binding));
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) before = g_steal_pointer (&self->names);

  g_strv_builder_add (names, jalon_field_get_none (jalon_field_binding_get_field (self->binding)));
  for (guint i = 0; i < candidates->len; i++)
    {
      JalonElement *element = g_ptr_array_index (candidates, i);

      g_strv_builder_add (names, jalon_candidates_name (element));
      g_strv_builder_add (ids, jalon_element_get_id (element));
    }
  g_strfreev (self->ids);
  self->ids = g_strv_builder_end (ids);
  self->names = g_strv_builder_end (names);
  if (before == NULL ||
      !g_strv_equal ((const char *const *) before, (const char *const *) self->names))
    {
      g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *const *) self->names);

      adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (model));
    }
}

static void
binding_changed_cb (JalonReferenceRow *self)
{
  const char *text = jalon_field_binding_get_text (self->binding);
  guint selected = text != NULL ? 0 : GTK_INVALID_LIST_POSITION;

  g_assert (JALON_IS_REFERENCE_ROW (self));

  self->is_quiet = TRUE;
  list_candidates (self);
  for (guint i = 0; text != NULL && self->ids[i] != NULL; i++)
    if (strcmp (self->ids[i], text) == 0)
      selected = i + 1;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), selected);
  if (text == NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self),
                                 jalon_field_binding_get_several (self->binding));
  self->is_quiet = FALSE;
}

static void
jalon_reference_row_dispose (GObject *object)
{
  JalonReferenceRow *self = JALON_REFERENCE_ROW (object);

  g_clear_object (&self->binding);
  g_clear_pointer (&self->names, g_strfreev);
  g_clear_pointer (&self->ids, g_strfreev);

  G_OBJECT_CLASS (jalon_reference_row_parent_class)->dispose (object);
}

static void
jalon_reference_row_class_init (JalonReferenceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jalon_reference_row_dispose;
}

static void
jalon_reference_row_init (JalonReferenceRow *self)
{
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (self), TRUE);
  jalon_combo_init (ADW_COMBO_ROW (self));
}

/**
 * jalon_reference_row_new:
 * @binding: a reference
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
jalon_reference_row_new (JalonFieldBinding *binding)
{
  JalonReferenceRow *self;

  g_return_val_if_fail (JALON_IS_FIELD_BINDING (binding), NULL);

  self = g_object_new (JALON_TYPE_REFERENCE_ROW, "title", jalon_field_binding_get_label (binding),
                       "tooltip-text", jalon_field_binding_get_hint (binding), NULL);
  self->binding = g_object_ref (binding);
  binding_changed_cb (self);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
  g_signal_connect_object (binding, "changed", G_CALLBACK (binding_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
