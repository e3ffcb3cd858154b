/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "widgets/jalon-jump-dialog.h"

typedef struct
{
  JalonDocument *document;
  gpointer dialog;
  GtkWidget *entry;
  char *chosen;
} Fixture;

static void
chosen_cb (Fixture *self, JalonElement *element)
{
  g_assert_null (self->chosen);
  self->chosen = g_strdup (jalon_element_get_id (element));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->document = fixture_new ();
  self->dialog = jalon_jump_dialog_new (NULL, self->document);
  g_object_add_weak_pointer (self->dialog, &self->dialog);
  self->entry = fixture_find_child (self->dialog, GTK_TYPE_SEARCH_ENTRY, 0);
  g_signal_connect_swapped (self->dialog, "chosen", G_CALLBACK (chosen_cb), self);
  gtk_window_present (self->dialog);
  fixture_settle ();
}

/* It is gone, and nothing of it stays. */
static void
tear_down (Fixture *self, gconstpointer data)
{
  fixture_settle ();
  g_assert_null (self->dialog);
  g_free (self->chosen);
  g_assert_finalize_object (self->document);
}

static void
look_for (Fixture *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

static void
check_said (Fixture *self, const char *said)
{
  g_autofree char *other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (self->entry),
                                                               GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                                               said);

  g_assert_cmpstr (other, ==, NULL);
}

/* What is written and the arrows say what Enter goes to, to a screen reader too. */
static void
test_keys (Fixture *self, gconstpointer data)
{
  look_for (self, "sear");
  check_said (self, "Search, Step · A trip › Before");
  g_assert_true (fixture_press (self->entry, GDK_KEY_Down, 0));
  check_said (self, "Opens eleven tabs, Card · A trip › Before › Search");
  g_assert_true (fixture_press (self->entry, GDK_KEY_Page_Down, 0));
  check_said (self, "Too many sites, Card · A trip › Before › Search");
  g_assert_true (fixture_press (self->entry, GDK_KEY_Up, 0));
  g_assert_false (fixture_press (self->entry, GDK_KEY_Down, GDK_SHIFT_MASK));
  g_signal_emit_by_name (self->entry, "activate");
  g_assert_cmpstr (self->chosen, ==, "c3");
}

static void
test_no_results (Fixture *self, gconstpointer data)
{
  look_for (self, "nowhere");
  check_said (self, "No results");
  g_assert_true (fixture_press (self->entry, GDK_KEY_Down, 0));
  g_signal_emit_by_name (self->entry, "activate");
  g_assert_nonnull (self->dialog);
  g_assert_null (self->chosen);
  g_signal_emit_by_name (self->entry, "stop-search");
}

static void
test_list (Fixture *self, gconstpointer data)
{
  GtkWidget *list = fixture_find_child (self->dialog, GTK_TYPE_LIST_VIEW, 0);

  fixture_check_label (list, "Results");
  look_for (self, "awa");
  fixture_settle ();
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_cmpstr (self->chosen, ==, "awa");
}

static void
test_long (Fixture *self, gconstpointer data)
{
  fixture_check_query (self->entry);
  g_signal_emit_by_name (self->entry, "stop-search");
}

/* Who closes it need not wait for what they pasted. */
static void
test_gone_while_pasting (Fixture *self, gconstpointer data)
{
  gpointer text = gtk_editable_get_delegate (GTK_EDITABLE (self->entry));

  g_object_add_weak_pointer (text, &text);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->entry), "sear");
  g_signal_emit_by_name (text, "paste-clipboard");
  g_signal_emit_by_name (self->entry, "stop-search");
  while (text != NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, test) g_test_add ("/jump-dialog/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("keys", test_keys);
  ADD ("no-results", test_no_results);
  ADD ("list", test_list);
  ADD ("long", test_long);
  ADD ("gone-while-pasting", test_gone_while_pasting);
#undef ADD
  return fixture_run ();
}
