/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The menu of a row of a register. A new item is a row of the table. */

#include "widgets/jalon-register-private.h"

#include <glib/gi18n-lib.h>

/* Where in its cell the menu opens by the keyboard, in pixels. */
#define INDENT 12

/* Items of the same section stand together. */
enum
{
  SECTION_WRITE,
  SECTION_CLIPBOARD,
  SECTION_RANK,
  SECTION_DELETE,
  SECTION_GO,
  N_SECTIONS
};

/* What an item needs */
typedef enum
{
  ON_AUDIENCE = 1 << 0, /* a row that is one */
  ON_LAST = 1 << 1,     /* the row that asks for one */
  ON_FIELD = 1 << 2,    /* a cell of which something can be written or chosen */
  RANKED = 1 << 3,      /* the order of the file is what people see */
} Need;

typedef struct
{
  guint section;
  Need needs;
  const char *label;
  const char *action;
  const char *accel;
} Item;

/* An item a row, so no formatter here. */
/* clang-format off */

static const Item items[] = {
  { SECTION_WRITE, ON_LAST, N_ ("Add an Audience"), "table.add-after", "Insert" },
  { SECTION_WRITE, ON_AUDIENCE | ON_FIELD, N_ ("_Edit"), "table.edit", "F2" },
  { SECTION_WRITE, ON_AUDIENCE, N_ ("Add _Below"), "table.add-after", "Insert" },
  { SECTION_WRITE, ON_AUDIENCE, N_ ("D_uplicate"), "table.duplicate", "<Control>d" },
  { SECTION_CLIPBOARD, ON_AUDIENCE, N_ ("Cu_t"), "table.cut", "<Control>x" },
  { SECTION_CLIPBOARD, ON_AUDIENCE, N_ ("_Copy"), "table.copy", "<Control>c" },
  { SECTION_CLIPBOARD, 0, N_ ("_Paste"), "table.paste", "<Control>v" },
  { SECTION_RANK, ON_AUDIENCE | RANKED, N_ ("Move U_p"), "table.move-up", "<Alt>Up" },
  { SECTION_RANK, ON_AUDIENCE | RANKED, N_ ("Move D_own"), "table.move-down", "<Alt>Down" },
  { SECTION_DELETE, ON_AUDIENCE, N_ ("_Delete"), "table.delete", "Delete" },
  { SECTION_GO, ON_AUDIENCE, N_ ("Details of _Selection"), "win.details", NULL },
};

/* clang-format on */

static Need
find_place (JalonRegisterTable *self)
{
  Need place = self->current != self->base.map ? ON_AUDIENCE : ON_LAST;

  if (jalon_register_get_column (self, self->column)->info.field != NULL)
    place |= ON_FIELD;
  return jalon_register_is_ranked (self) ? place | RANKED : place;
}

static GMenuModel *
make_section (guint number, Need place)
{
  GMenu *section = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    if (items[i].section == number && (items[i].needs & ~place) == 0)
      {
        g_autoptr (GMenuItem) item = g_menu_item_new (_ (items[i].label), items[i].action);

        if (items[i].accel != NULL)
          g_menu_item_set_attribute (item, "accel", "s", items[i].accel);
        g_menu_append_item (section, item);
      }
  return G_MENU_MODEL (section);
}

static GMenuModel *
make_menu (JalonRegisterTable *self)
{
  Need place = find_place (self);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < N_SECTIONS; i++)
    {
      g_autoptr (GMenuModel) section = make_section (i, place);

      if (g_menu_model_get_n_items (section) > 0)
        g_menu_append_section (menu, NULL, section);
    }
  return G_MENU_MODEL (menu);
}

/* GTK 4.8 gives the keys back to the row, which has them in its first cell. */
static void
closed_cb (JalonRegisterTable *self)
{
  g_assert (JALON_IS_REGISTER_TABLE (self));

  if (self->current != NULL)
    jalon_register_go_to (self, self->current, self->column);
}

/* Opens the menu of the cell that the keys are on. */
static void
open_menu (JalonRegisterTable *self, double x, double y)
{
  JalonRegisterCell *cell = self->current != NULL
                              ? jalon_register_find_cell (self, self->current, self->column)
                              : NULL;
  gboolean is_first = self->menus.popover == NULL;
  g_autoptr (GMenuModel) menu = NULL;

  if (cell == NULL)
    return;
  menu = make_menu (self);
  jalon_list_menu_open (&self->menus, menu, GTK_WIDGET (cell), x, y);
  if (is_first)
    g_signal_connect_object (self->menus.popover, "closed", G_CALLBACK (closed_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
show_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_menu (JALON_REGISTER_TABLE (widget), INDENT, -1);
}

static void
pressed_cb (JalonRegisterTable *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  JalonRegisterCell *cell = JALON_REGISTER_CELL (widget);

  g_assert (JALON_IS_REGISTER_TABLE (self));

  if (jalon_register_cell_is_editing (cell))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  jalon_register_go_to (self, jalon_register_cell_get_element (cell),
                        jalon_register_cell_get_column (cell)->index);
  open_menu (self, x, y);
}

void
jalon_register_menu_init_cell (JalonRegisterTable *self, JalonRegisterCell *cell)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (cell), GTK_EVENT_CONTROLLER (click));
}

void
jalon_register_menu_init_class (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "table.menu", NULL, show_menu);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Menu, 0, "table.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, GDK_SHIFT_MASK, "table.menu", NULL);
}
