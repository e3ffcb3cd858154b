/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-fixture.h"

static void
document_changed_cb (RowFixture *self)
{
  self->n_changes++;
  jalon_field_binding_refresh (self->binding);
}

static GPtrArray *
find_elements (RowFixture *self, const char *ids)
{
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);
  GPtrArray *elements = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (elements, fixture_get (self->document, words[i]));
  return elements;
}

static JalonFieldId
get_field (RowFixture *self)
{
  return jalon_field_binding_get_field (self->binding)->id;
}

/* @ids are separated by blanks. */
void
row_fixture_init (RowFixture *self, RowMaker make, const char *ids, JalonFieldId field)
{
  g_autoptr (GPtrArray) elements = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  self->document = fixture_new ();
  elements = find_elements (self, ids);
  self->binding = jalon_field_binding_new (jalon_element_get_field (elements->pdata[0], field),
                                           elements);
  self->row = make (self->binding);
  g_signal_connect_swapped (self->document, "changed", G_CALLBACK (document_changed_cb), self);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_append (GTK_LIST_BOX (list), self->row);
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Before"));
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Behind"));
  self->window = fixture_show (box, 320, 400);
}

/* Closes the window; nothing may still hold the row, its binding or an element. */
void
row_fixture_clear (RowFixture *self)
{
  g_signal_handlers_disconnect_by_data (self->document, self);
  fixture_finalise (self->window, self->row);
  g_assert_finalize_object (self->binding);
  g_assert_finalize_object (self->document);
}

/* Others are selected. */
void
row_fixture_show (RowFixture *self, const char *ids)
{
  g_autoptr (GPtrArray) elements = find_elements (self, ids);

  jalon_field_binding_set_elements (self->binding, elements);
}

/* Someone else sets the field. */
void
row_fixture_change (RowFixture *self, const char *id, const char *text)
{
  jalon_document_begin (self->document, "Elsewhere");
  g_assert_true (jalon_document_set (self->document, fixture_get (self->document, id),
                                     get_field (self), text, NULL));
  jalon_document_commit (self->document);
}

const char *
row_fixture_get (RowFixture *self, const char *id)
{
  return jalon_element_get_text (fixture_get (self->document, id), get_field (self));
}

/* What was done in the row is the one step that can be undone, under the name of the field; undo
 * and redo are heard of once each, for the row does not answer them. */
void
row_fixture_check_step (RowFixture *self, const char *id, const char *before, const char *after)
{
  g_autofree char *label = g_strdup_printf ("Change “%s”",
                                            jalon_field_binding_get_label (self->binding));

  g_assert_cmpstr (row_fixture_get (self, id), ==, after);
  g_assert_cmpstr (jalon_document_get_undo_label (self->document), ==, label);

  self->n_changes = 0;
  g_assert_true (jalon_document_undo (self->document));
  g_assert_cmpuint (self->n_changes, ==, 1);
  g_assert_cmpstr (row_fixture_get (self, id), ==, before);
  g_assert_null (jalon_document_get_undo_label (self->document));

  g_assert_true (jalon_document_redo (self->document));
  g_assert_cmpuint (self->n_changes, ==, 2);
  g_assert_cmpstr (row_fixture_get (self, id), ==, after);
  g_assert_null (jalon_document_get_redo_label (self->document));
}

/* Nothing was done to the document. */
void
row_fixture_check_nothing (RowFixture *self)
{
  g_assert_cmpuint (self->n_changes, ==, 0);
  g_assert_false (jalon_document_is_modified (self->document));
  g_assert_null (jalon_document_get_undo_label (self->document));
}

/* What people read as chosen, NULL for nothing. */
const char *
row_fixture_get_chosen (RowFixture *self)
{
  GObject *item = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self->row));

  return item != NULL ? gtk_string_object_get_string (GTK_STRING_OBJECT (item)) : NULL;
}

/* Chooses what people read as @label. */
void
row_fixture_choose (RowFixture *self, const char *label)
{
  GListModel *model = adw_combo_row_get_model (ADW_COMBO_ROW (self->row));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      if (strcmp (gtk_string_object_get_string (item), label) == 0)
        {
          adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), i);
          return;
        }
    }
  g_assert_not_reached ();
}
