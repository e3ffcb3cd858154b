/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register-fixture.h"

/* Sorting is for the eye; the file keeps its order, and cannot be ranked by another one. */
static void
test_sort (RegisterFixture *self, gconstpointer data)
{
  register_fixture_sort (self, NAME);
  register_fixture_check_rows (self, "a3 a1 a2 list");
  fixture_check_children (self->document, "list", "a1 a2 a3");
  register_fixture_act (self, "a3", NAME, "cell.move-down");
  fixture_check_children (self->document, "list", "a1 a2 a3");

  /* Nothing comes last. */
  register_fixture_sort (self, OWNER);
  register_fixture_check_rows (self, "a3 a1 a2 list");

  register_fixture_sort (self, RANK);
  register_fixture_act (self, "a3", NAME, "cell.move-up");
  register_fixture_check_rows (self, "a1 a3 a2 list");
  fixture_check_children (self->document, "list", "a1 a3 a2");
  register_fixture_check_focus (self, "a3", NAME);
}

static void
select_all (RegisterFixture *self, const char *ids)
{
  g_auto (GStrv) each = g_strsplit (ids, " ", -1);

  jalon_register_go_to (self->table, fixture_get (self->document, each[0]), NAME);
  register_fixture_settle (self);
  jalon_document_set_selection (self->document, (const char *const *) each);
}

/* Rows that are selected together go together, by keys and with the pointer. */
static void
test_move_several (RegisterFixture *self, gconstpointer data)
{
  GtkWidget *table = GTK_WIDGET (self->table);

  select_all (self, "a1 a2");
  gtk_widget_activate_action (table, "table.move-down", NULL);
  register_fixture_settle (self);
  fixture_check_children (self->document, "list", "a3 a1 a2");
  select_all (self, "a2 a1");
  gtk_widget_activate_action (table, "table.move-down", NULL);
  fixture_check_children (self->document, "list", "a3 a1 a2");
  gtk_widget_activate_action (table, "table.move-up", NULL);
  register_fixture_settle (self);
  fixture_check_children (self->document, "list", "a1 a2 a3");
}

static void
test_drop (RegisterFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *selected, *dragged, *over;
    gboolean is_low;
    const char *children;
  } cases[] = {
    { "a1", "a1", "a3", TRUE, "a2 a3 a1" },       { "a1", "a1", "a3", FALSE, "a2 a1 a3" },
    { "a3", "a3", "a1", FALSE, "a3 a1 a2" },      { "a1", "a1", "list", TRUE, "a2 a3 a1" },
    { "a1 a2", "a2", "a3", TRUE, "a3 a1 a2" },    { "a3 a1", "a1", "a2", TRUE, "a2 a1 a3" },
    { "a2 a1", "a1", "list", FALSE, "a3 a1 a2" }, { "a1 a2", "a3", "a1", FALSE, "a3 a1 a2" },
    { "a1 a2", "a1", "a2", TRUE, "a1 a2 a3" },    { "a1", "a1", "a1", TRUE, "a1 a2 a3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JalonRegisterCell *cell;
      gpointer target;
      gboolean is_taken;
      g_auto (GValue) value = G_VALUE_INIT;

      select_all (self, cases[i].selected);
      cell = jalon_register_find_cell (self->table, fixture_get (self->document, cases[i].over),
                                       NAME);
      target = fixture_find_controller (GTK_WIDGET (cell), GTK_TYPE_DROP_TARGET, 0);
      g_value_init (&value, JALON_TYPE_ELEMENT);
      g_value_set_object (&value, fixture_get (self->document, cases[i].dragged));
      g_signal_emit_by_name (target, "drop", &value, 1.0,
                             cases[i].is_low ? gtk_widget_get_height (GTK_WIDGET (cell)) - 1.0
                                             : 1.0,
                             &is_taken);
      register_fixture_settle (self);
      fixture_check_children (self->document, "list", cases[i].children);
      if (strcmp (cases[i].children, "a1 a2 a3") == 0)
        g_assert_cmpstr (jalon_document_get_undo_label (self->document), ==, "Add");
      else
        g_assert_true (jalon_document_undo (self->document));
      register_fixture_settle (self);
    }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func)                                                                            \
  g_test_add ("/register-rank/" name, RegisterFixture, NULL, register_fixture_set_up, func,        \
              register_fixture_tear_down)
  ADD ("sort", test_sort);
  ADD ("move-several", test_move_several);
  ADD ("drop", test_drop);
  return fixture_run ();
}
