/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jalon-changes-dialog.h"

#include <glib/gi18n.h>

#include "app/jalon-conflict-group.h"
#include "document/jalon-difference.h"

/* Nobody reads more, and each takes a widget. */
#define MOST 200

/* What others did to the project, in sentences that lead to where it was, and where both sides
 * wanted something else: there people choose. */

struct _JalonChangesDialog
{
  AdwWindow parent_instance;

  /* Template children */
  AdwHeaderBar *header;
  AdwPreferencesPage *page;

  /* Owned */
  JalonDocument *document; /* NULL if nothing can be done about it */

  /* That are listed */
  guint n_changes;
  guint n_conflicts;
};

enum
{
  JUMP,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (JalonChangesDialog, jalon_changes_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static void
jalon_changes_dialog_dispose (GObject *object)
{
  JalonChangesDialog *self = JALON_CHANGES_DIALOG (object);

  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), JALON_TYPE_CHANGES_DIALOG);

  G_OBJECT_CLASS (jalon_changes_dialog_parent_class)->dispose (object);
}

static void
jalon_changes_dialog_class_init (JalonChangesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jalon_changes_dialog_dispose;

  /**
   * JalonChangesDialog::jump:
   * @self: the dialog
   * @id: the id of an element that may be gone
   *
   * People want to see it.
   */
  signals[JUMP] = g_signal_new ("jump", JALON_TYPE_CHANGES_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/jalon/Jalon/ui/jalon-changes-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JalonChangesDialog, header);
  gtk_widget_class_bind_template_child (widget_class, JalonChangesDialog, page);
}

static void
jalon_changes_dialog_init (JalonChangesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * jalon_changes_dialog_new:
 * @parent: over which window
 * @title: what it is about
 * @document: (nullable): what was changed; %NULL if the sentences lead nowhere
 *
 * Returns: (transfer floating): the dialog, empty and not shown yet
 */
GtkWidget *
jalon_changes_dialog_new (GtkWindow *parent, const char *title, JalonDocument *document)
{
  JalonChangesDialog *self = g_object_new (JALON_TYPE_CHANGES_DIALOG, "transient-for", parent,
                                           "title", title, NULL);

  g_set_object (&self->document, document);
  return GTK_WIDGET (self);
}

static AdwPreferencesGroup *
add_group (JalonChangesDialog *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *title_markup = title != NULL ? g_markup_escape_text (title, -1) : NULL;
  g_autofree char *markup = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title_markup);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), markup);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static GtkWidget *
make_row (const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  return row;
}

static void
activated_cb (JalonChangesDialog *self, GtkWidget *row)
{
  g_assert (JALON_IS_CHANGES_DIALOG (self));

  g_signal_emit (self, signals[JUMP], 0, g_object_get_data (G_OBJECT (row), "id"));
}

static GtkWidget *
make_change_row (JalonChangesDialog *self, const JalonDifference *difference)
{
  GtkWidget *row = make_row (difference->sentence);
  gboolean is_there = self->document != NULL &&
                      jalon_document_lookup (self->document, difference->id) != NULL;

  if (!is_there)
    return row;
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (difference->id), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
add_rest (JalonChangesDialog *self, guint n, const char *origin)
{
  g_autofree char *text =
    g_strdup_printf (ngettext ("And %u more change", "And %u more changes", n), n);

  add_group (self, text, origin);
}

/**
 * jalon_changes_dialog_add_changes:
 * @self: a dialog
 * @changes: (element-type JalonDifference): what jalon_difference_list() found
 * @origin: (nullable): where they come from, for people
 *
 * Lists what has changed, map by map.
 */
void
jalon_changes_dialog_add_changes (JalonChangesDialog *self, GPtrArray *changes, const char *origin)
{
  AdwPreferencesGroup *group = NULL;
  const char *last = NULL;
  guint i;

  g_return_if_fail (JALON_IS_CHANGES_DIALOG (self));

  for (i = 0; i < changes->len && self->n_changes < MOST; i++, self->n_changes++)
    {
      const JalonDifference *difference = g_ptr_array_index (changes, i);
      const char *map = difference->map_name != NULL ? difference->map_name : _ ("Project");

      if (g_strcmp0 (map, last) != 0)
        group = add_group (self, map, origin);
      last = map;
      adw_preferences_group_add (group, make_change_row (self, difference));
    }
  if (i < changes->len)
    add_rest (self, changes->len - i, origin);
}

/**
 * jalon_changes_dialog_add_note:
 * @self: a dialog
 * @text: for people
 *
 * Says something beside what is listed.
 */
void
jalon_changes_dialog_add_note (JalonChangesDialog *self, const char *text)
{
  g_return_if_fail (JALON_IS_CHANGES_DIALOG (self));

  add_group (self, NULL, text);
}

/**
 * jalon_changes_dialog_add_conflicts:
 * @self: a dialog about a document that has adopted a merge
 * @conflicts: (element-type JalonConflict): those of the merge
 * @from: (nullable): the other side, for people; %NULL if nobody knows
 * @origin: (nullable): where they come from, for people
 *
 * Lets people choose where both sides wanted something else, as long as nobody has changed it
 * since.
 */
void
jalon_changes_dialog_add_conflicts (JalonChangesDialog *self,
                                    GPtrArray *conflicts,
                                    const char *from,
                                    const char *origin)
{
  g_return_if_fail (JALON_IS_CHANGES_DIALOG (self));

  for (guint i = 0; i < conflicts->len && self->n_conflicts < MOST; i++, self->n_conflicts++)
    adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (
                                            jalon_conflict_group_new (self->document, conflicts, i,
                                                                      from, origin)));
}

/**
 * jalon_changes_dialog_add_button:
 * @self: a dialog
 * @label: what it does, with a mnemonic
 * @callback: what to do, with @object and the button; the dialog closes
 * @object: a #GObject
 *
 * Offers to do something about what is listed.
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
jalon_changes_dialog_add_button (JalonChangesDialog *self,
                                 const char *label,
                                 GCallback callback,
                                 gpointer object)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_return_val_if_fail (JALON_IS_CHANGES_DIALOG (self), NULL);

  gtk_widget_add_css_class (button, "suggested-action");
  adw_header_bar_pack_start (self->header, button);
  g_signal_connect_object (button, "clicked", callback, object, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (gtk_window_close), self);
  return button;
}
