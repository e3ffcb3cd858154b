/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "widgets/jalon-menu-later.h"

typedef struct
{
  GtkWidget *window; /* destroys itself with the rest */
  GtkWidget *button;
  GtkWidget *other;
} Fixture;

static void
fixture_init (Fixture *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) sub = g_menu_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_menu_append (menu, "One", "window.close");
  g_menu_append (sub, "Two", "window.close");
  g_menu_append_submenu (menu, "More", G_MENU_MODEL (sub));
  self->button = gtk_menu_button_new ();
  self->other = gtk_button_new_with_label ("Other");
  jalon_menu_later (GTK_MENU_BUTTON (self->button), G_MENU_MODEL (menu));
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_box_append (GTK_BOX (box), self->other);
  self->window = fixture_show (box, 300, 200);
  fixture_settle ();
}

static GtkPopover *
open_menu (Fixture *self)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
  fixture_settle ();
  return gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->button));
}

static GtkWidget *
get_focus (Fixture *self)
{
  return gtk_root_get_focus (GTK_ROOT (self->window));
}

/* Nothing is made before it is needed. */
static void
test_later (void)
{
  Fixture self;

  fixture_init (&self);
  g_assert_null (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self.button)));
  g_assert_nonnull (open_menu (&self));
  gtk_window_destroy (GTK_WINDOW (self.window));
}

/* Whoever leaves a submenu has the keys again. */
static void
test_submenu (void)
{
  Fixture self;

  fixture_init (&self);
  for (guint i = 0; i < 2; i++)
    {
      GtkPopover *popover = open_menu (&self);
      GtkWidget *item;

      g_object_set (popover, "visible-submenu", "More", NULL);
      fixture_settle ();
      gtk_widget_child_focus (GTK_WIDGET (popover), GTK_DIR_DOWN);
      item = get_focus (&self);
      g_assert_nonnull (item);
      g_assert_true (gtk_widget_is_ancestor (item, GTK_WIDGET (popover)));
      gtk_popover_popdown (popover);
      fixture_settle ();
      g_assert_nonnull (get_focus (&self));
      g_assert_true (gtk_widget_get_mapped (get_focus (&self)));
      g_assert_false (gtk_widget_is_ancestor (get_focus (&self), GTK_WIDGET (popover)));
    }
  gtk_window_destroy (GTK_WINDOW (self.window));
}

/* What is chosen in a menu may have given the keys to something. */
static void
test_elsewhere (void)
{
  Fixture self;
  GtkPopover *popover;

  fixture_init (&self);
  popover = open_menu (&self);
  gtk_widget_grab_focus (self.other);
  gtk_popover_popdown (popover);
  fixture_settle ();
  g_assert_true (get_focus (&self) == self.other);
  gtk_window_destroy (GTK_WINDOW (self.window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/menu-later/later", test_later);
  g_test_add_func ("/menu-later/submenu", test_submenu);
  g_test_add_func ("/menu-later/elsewhere", test_elsewhere);
  return fixture_run ();
}
