/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "app/jalon-changes-dialog.h"
#include "app/jalon-conflict-group.h"
#include "document/jalon-difference.h"
#include "fixture.h"

typedef struct
{
  JalonDocument *document;
  JalonElement *theirs;
  GtkWidget *window;
  GtkWidget *dialog;
  char *jumped;
} Fixture;

static void
jump_cb (Fixture *self, const char *id)
{
  g_free (self->jumped);
  self->jumped = g_strdup (id);
}

/* A document, and what somebody else made of it. */
static void
set_up (Fixture *self, gconstpointer data)
{
  self->document = fixture_new ();
  self->theirs = jalon_element_copy (jalon_document_get_project (self->document));
  self->window = fixture_show (gtk_label_new ("Map"), 600, 400);
  self->dialog = jalon_changes_dialog_new (GTK_WINDOW (self->window), "Changes", self->document);
  g_signal_connect_swapped (self->dialog, "jump", G_CALLBACK (jump_cb), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_free (self->jumped);
  g_object_unref (self->theirs);
  fixture_finalise (self->window, self->dialog);
  g_object_unref (self->document);
}

static JalonElement *
get_project (Fixture *self)
{
  return jalon_document_get_project (self->document);
}

static void
set_title (JalonDocument *document, const char *title)
{
  jalon_document_begin (document, "Test");
  jalon_document_set (document, jalon_document_get_project (document), JALON_FIELD_TITLE, title,
                      NULL);
  jalon_document_commit (document);
}

/* Every sentence is there, and leads to what it is about, unless that is gone. */
static void
test_changes (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) changes = NULL;
  const JalonDifference *first;
  GtkWidget *row;

  set_title (self->document, "Tom & <b>");
  changes = jalon_difference_list (self->theirs, get_project (self));
  g_assert_cmpuint (changes->len, ==, 1);
  first = g_ptr_array_index (changes, 0);
  jalon_changes_dialog_add_changes (JALON_CHANGES_DIALOG (self->dialog), changes, NULL);
  gtk_window_present (GTK_WINDOW (self->dialog));
  row = fixture_find_child (self->dialog, ADW_TYPE_ACTION_ROW, 0);
  fixture_check_label (row, first->sentence);
  g_assert_nonnull (strstr (first->sentence, "Tom & <b>"));
  adw_action_row_activate (ADW_ACTION_ROW (row));
  g_assert_cmpstr (self->jumped, ==, jalon_element_get_id (get_project (self)));
  g_assert_null (fixture_find_child (self->dialog, ADW_TYPE_ACTION_ROW, 1));
}

static void
assert_says (Fixture *self, const char *text)
{
  GtkWidget *label = NULL;

  for (guint i = 0; label == NULL || strcmp (gtk_label_get_text (GTK_LABEL (label)), text) != 0;
       i++)
    {
      label = fixture_find_child (self->dialog, GTK_TYPE_LABEL, i);
      g_assert_nonnull (label);
    }
}

/* What came in at several times is told apart; of very much only the beginning has rows. */
static void
test_origins (Fixture *self, gconstpointer data)
{
  JalonChangesDialog *dialog = JALON_CHANGES_DIALOG (self->dialog);
  JalonElement *project = get_project (self);
  g_autoptr (GPtrArray) changes = NULL;

  jalon_document_begin (self->document, "Test");
  for (guint i = 0; i < 150; i++)
    jalon_document_insert (self->document, project, G_MAXUINT,
                           jalon_element_new (JALON_KIND_TAG, NULL));
  jalon_document_commit (self->document);
  changes = jalon_difference_list (self->theirs, project);
  jalon_changes_dialog_add_changes (dialog, changes, "Tom & Awa, 10:42");
  jalon_changes_dialog_add_changes (dialog, changes, "Julia, 10:40");
  gtk_window_present (GTK_WINDOW (dialog));
  assert_says (self, "Tom & Awa, 10:42");
  assert_says (self, "Julia, 10:40");
  assert_says (self, "And 100 more changes");
  g_assert_nonnull (fixture_find_child (self->dialog, ADW_TYPE_ACTION_ROW, 199));
  g_assert_null (fixture_find_child (self->dialog, ADW_TYPE_ACTION_ROW, 200));
}

/* Where nothing can be done about them, they only are listed. */
static void
test_no_document (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) changes = NULL;
  JalonChangesDialog *dialog;
  GtkWidget *row;

  set_title (self->document, "Tom");
  changes = jalon_difference_list (self->theirs, get_project (self));
  gtk_window_destroy (GTK_WINDOW (self->dialog));
  self->dialog = jalon_changes_dialog_new (GTK_WINDOW (self->window), "Changes", NULL);
  dialog = JALON_CHANGES_DIALOG (self->dialog);
  jalon_changes_dialog_add_note (dialog, "A & B");
  jalon_changes_dialog_add_changes (dialog, changes, NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  assert_says (self, "A & B");
  row = fixture_find_child (self->dialog, ADW_TYPE_ACTION_ROW, 0);
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
}

static void
adopt (Fixture *self, JalonMerge *merge)
{
  jalon_document_begin (self->document, "Merge");
  jalon_document_adopt (self->document, merge->project);
  jalon_document_commit (self->document);
}

static GtkWidget *
find_row (Fixture *self, guint i)
{
  return fixture_find_child (self->dialog, ADW_TYPE_ACTION_ROW, i);
}

/* The only row that is marked; %G_MAXUINT if none is to be seen. */
static void
assert_chosen (Fixture *self, guint chosen)
{
  GtkWidget *row;

  for (guint i = 0; (row = find_row (self, i)) != NULL; i++)
    {
      GtkWidget *button = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));

      g_assert_cmpint (gtk_check_button_get_active (GTK_CHECK_BUTTON (button)), ==, i == chosen);
      g_assert_cmpint (gtk_widget_is_visible (row), ==, chosen != G_MAXUINT);
    }
}

static void
assert_outcome (Fixture *self, const char *end)
{
  GtkWidget *group = fixture_find_child (self->dialog, JALON_TYPE_CONFLICT_GROUP, 0);
  const char *text = adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (group));

  if (!g_str_has_suffix (text, end))
    g_error ("“%s” does not end with “%s”", text, end);
}

/* Choosing is a step, and each choice does what it says. */
static void
test_conflicts (Fixture *self, gconstpointer data)
{
  static const char *const sides[] = { "Mine", "Julia", "Both" };
  static const char *const titles[] = { "Mine", "Theirs", "Mine / Theirs" };
  g_autoptr (JalonElement) base = jalon_element_copy (self->theirs);
  g_autoptr (JalonMerge) merge = NULL;

  set_title (self->document, "Mine");
  jalon_element_set (self->theirs, JALON_FIELD_TITLE, "Theirs", NULL);
  merge = jalon_merge_new (base, get_project (self), self->theirs);
  g_assert_cmpuint (merge->conflicts->len, ==, 1);
  adopt (self, merge);

  jalon_changes_dialog_add_conflicts (JALON_CHANGES_DIALOG (self->dialog), merge->conflicts,
                                      "Julia", "Julia, 10:42");
  gtk_window_present (GTK_WINDOW (self->dialog));
  g_assert_cmpstr (jalon_document_get_undo_label (self->document), ==, "Merge");
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkWidget *row = fixture_find_child (self->dialog, ADW_TYPE_ACTION_ROW, i);

      fixture_check_label (row, sides[i]);
      adw_action_row_activate (ADW_ACTION_ROW (row));
      g_assert_cmpstr (jalon_element_get_title (get_project (self)), ==, titles[i]);
      g_assert_true (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), titles[i]) !=
                     NULL);
    }
  g_assert_true (jalon_document_undo (self->document));
  g_assert_cmpstr (jalon_element_get_title (get_project (self)), ==, "Theirs");
  assert_chosen (self, 1);

  /* What has been changed since is not asked any more, until that is undone. */
  set_title (self->document, "Other");
  assert_chosen (self, G_MAXUINT);
  assert_outcome (self, "It has been changed since.\nJulia, 10:42");
  g_assert_true (jalon_document_undo (self->document));
  assert_chosen (self, 1);
  assert_outcome (self, "both are kept\nJulia, 10:42");
}

/* What is deleted cannot be kept any more, and nothing of it can be chosen. */
static void
test_deleted (Fixture *self, gconstpointer data)
{
  g_autoptr (JalonElement) base = jalon_element_copy (self->theirs);
  JalonElement *map = jalon_element_get_child (get_project (self), 0);
  g_autofree char *id = g_strdup (jalon_element_get_id (map));
  g_autoptr (JalonMerge) merge = NULL;

  jalon_document_begin (self->document, "Test");
  jalon_document_remove (self->document, map);
  jalon_document_commit (self->document);
  jalon_element_set (jalon_element_get_child (self->theirs, 0), JALON_FIELD_DESCRIPTION, "Theirs",
                     NULL);
  merge = jalon_merge_new (base, get_project (self), self->theirs);
  g_assert_cmpuint (merge->conflicts->len, ==, 1);
  adopt (self, merge);
  jalon_changes_dialog_add_conflicts (JALON_CHANGES_DIALOG (self->dialog), merge->conflicts, NULL,
                                      NULL);
  gtk_window_present (GTK_WINDOW (self->dialog));
  assert_chosen (self, 1);
  adw_action_row_activate (ADW_ACTION_ROW (find_row (self, 0)));
  g_assert_null (jalon_document_lookup (self->document, id));
  assert_chosen (self, 0);
  assert_outcome (self, "It is deleted now. Undo can bring it back.");
  g_assert_false (gtk_widget_get_sensitive (find_row (self, 1)));
  g_assert_true (jalon_document_undo (self->document));
  assert_chosen (self, 1);
  g_assert_true (gtk_widget_get_sensitive (find_row (self, 1)));
}

static void
pressed_cb (gpointer object, GtkWidget *button)
{
  g_object_set_data (object, "pressed", button);
}

static void
test_button (Fixture *self, gconstpointer data)
{
  JalonChangesDialog *dialog = JALON_CHANGES_DIALOG (self->dialog);
  GtkWidget *button = jalon_changes_dialog_add_button (dialog, "_Restore", G_CALLBACK (pressed_cb),
                                                       self->document);

  gtk_window_present (GTK_WINDOW (self->dialog));
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (g_object_get_data (G_OBJECT (self->document), "pressed") == button);

  /* It has closed the dialog. */
  self->dialog = jalon_changes_dialog_new (GTK_WINDOW (self->window), "Changes", self->document);
}

#define ADD(PATH, FUNC) g_test_add ("/changes-dialog/" PATH, Fixture, NULL, set_up, FUNC, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("changes", test_changes);
  ADD ("origins", test_origins);
  ADD ("no-document", test_no_document);
  ADD ("conflicts", test_conflicts);
  ADD ("deleted", test_deleted);
  ADD ("button", test_button);
  return fixture_run ();
}
