/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jalon-conflict-group.h"

#include <glib/gi18n.h>

/* A conflict, and what people can choose: a step each, which can be undone. What stands is marked,
 * whoever brought it about; what was changed since is not asked any more. */

struct _JalonConflictGroup
{
  AdwPreferencesGroup parent_instance;

  /* Children, by choice; NULL for what cannot be chosen */
  GtkWidget *rows[JALON_N_MERGE_CHOICES];
  GtkCheckButton *buttons[JALON_N_MERGE_CHOICES];

  /* Owned */
  JalonDocument *document;
  GPtrArray *conflicts;
  char *origin;

  const JalonConflict *conflict; /* one of these */
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (JalonConflictGroup, jalon_conflict_group, ADW_TYPE_PREFERENCES_GROUP)

static void
jalon_conflict_group_dispose (GObject *object)
{
  JalonConflictGroup *self = JALON_CONFLICT_GROUP (object);

  g_clear_object (&self->document);

  G_OBJECT_CLASS (jalon_conflict_group_parent_class)->dispose (object);
}

static void
jalon_conflict_group_finalize (GObject *object)
{
  JalonConflictGroup *self = JALON_CONFLICT_GROUP (object);

  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_free (self->origin);

  G_OBJECT_CLASS (jalon_conflict_group_parent_class)->finalize (object);
}

static void
jalon_conflict_group_class_init (JalonConflictGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jalon_conflict_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = jalon_conflict_group_finalize;
}

static void
jalon_conflict_group_init (JalonConflictGroup *self)
{
}

static const char *
get_title (JalonConflictType type)
{
  static const char *const titles[] = {
    [JALON_CONFLICT_FIELD] = N_ ("Changed on Both Sides"),
    [JALON_CONFLICT_PLACE] = N_ ("Moved to Two Places"),
    [JALON_CONFLICT_REMOVED] = N_ ("Deleted on One Side"),
  };

  return _ (titles[type]);
}

/* What has become of it, as far as no choice shows that. */
static const char *
get_outcome (JalonConflictGroup *self, gboolean is_open)
{
  if (jalon_document_lookup (self->document, self->conflict->id) == NULL)
    return _ ("It is deleted now. Undo can bring it back.");
  return is_open ? NULL : _ ("It has been changed since.");
}

static void
describe (JalonConflictGroup *self, gboolean is_open)
{
  const char *lines[] = { self->conflict->sentence, get_outcome (self, is_open), self->origin };
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *line = lines[i] != NULL ? g_markup_escape_text (lines[i], -1) : NULL;

      if (line != NULL)
        g_string_append_printf (markup, "%s%s", markup->len > 0 ? "\n" : "", line);
    }
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), markup->str);
  g_string_free (markup, TRUE);
}

static void
update (JalonConflictGroup *self)
{
  JalonMergeChoice standing = JALON_N_MERGE_CHOICES;
  gboolean is_open = jalon_conflict_find_choice (self->conflict, self->document, &standing);

  self->is_updating = TRUE;
  describe (self, is_open);
  for (JalonMergeChoice choice = 0; choice < JALON_N_MERGE_CHOICES; choice++)
    if (self->rows[choice] != NULL)
      {
        /* The list, which draws a line when it has no rows */
        gtk_widget_set_visible (gtk_widget_get_parent (self->rows[choice]), is_open);
        gtk_widget_set_sensitive (self->rows[choice],
                                  choice == standing ||
                                    jalon_conflict_can_resolve (self->conflict, self->document,
                                                                choice));
        gtk_check_button_set_active (self->buttons[choice], choice == standing);
      }
  self->is_updating = FALSE;
}

static void
changed_cb (JalonConflictGroup *self)
{
  g_assert (JALON_IS_CONFLICT_GROUP (self));

  update (self);
}

static void
toggled_cb (JalonConflictGroup *self, GtkCheckButton *button)
{
  JalonMergeChoice choice = 0;

  g_assert (JALON_IS_CONFLICT_GROUP (self));

  if (self->is_updating || !gtk_check_button_get_active (button))
    return;
  while (self->buttons[choice] != button)
    choice++;
  jalon_document_begin (self->document, _ ("Choose a Version"));
  jalon_conflict_resolve (self->conflict, self->document, choice);
  jalon_document_commit (self->document);
}

static const char *
get_label (JalonMergeChoice choice, const char *from)
{
  static const char *const labels[] = {
    [JALON_MERGE_OURS] = N_ ("Mine"),
    [JALON_MERGE_THEIRS] = N_ ("Theirs"),
    [JALON_MERGE_BOTH] = N_ ("Both"),
  };

  return choice == JALON_MERGE_THEIRS && from != NULL ? from : _ (labels[choice]);
}

static void
add_row (JalonConflictGroup *self, JalonMergeChoice choice, GtkCheckButton *group, const char *from)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();
  g_autofree char *markup = g_markup_escape_text (self->conflict->options[choice].words, -1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), get_label (choice, from));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  self->rows[choice] = row;
  self->buttons[choice] = GTK_CHECK_BUTTON (button);
}

/**
 * jalon_conflict_group_new:
 * @document: a document that has adopted the merge
 * @conflicts: (element-type JalonConflict): those of the merge
 * @index: which of them
 * @from: (nullable): the other side, for people; %NULL if nobody knows
 * @origin: (nullable): where it comes from, for people
 *
 * Returns: (transfer floating): what asks people to choose
 */
GtkWidget *
jalon_conflict_group_new (JalonDocument *document,
                          GPtrArray *conflicts,
                          guint index,
                          const char *from,
                          const char *origin)
{
  JalonConflictGroup *self = g_object_new (JALON_TYPE_CONFLICT_GROUP, NULL);
  GtkCheckButton *first = NULL;

  self->document = g_object_ref (document);
  self->conflicts = g_ptr_array_ref (conflicts);
  self->conflict = g_ptr_array_index (conflicts, index);
  self->origin = g_strdup (origin);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), get_title (self->conflict->type));
  for (JalonMergeChoice choice = 0; choice < JALON_N_MERGE_CHOICES; choice++)
    if (self->conflict->options[choice].words != NULL)
      {
        add_row (self, choice, first, from);
        if (first == NULL)
          first = self->buttons[choice];
      }
  update (self);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
