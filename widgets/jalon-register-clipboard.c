/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is copied of the table of a register, and where in it something is pasted or dropped. */

#include "widgets/jalon-register-private.h"

#include "widgets/jalon-commands.h"
#include "widgets/jalon-paste-drop.h"

static GPtrArray *
get_copied (JalonMapView *view)
{
  return jalon_register_get_audiences (JALON_REGISTER_TABLE (view));
}

static void
cut (JalonMapView *view, GPtrArray *elements)
{
  jalon_register_remove (JALON_REGISTER_TABLE (view), elements, jalon_commands_cut);
}

/* The fields of a column and of those behind it, as far as they have one. */
static GPtrArray *
find_fields (JalonRegisterTable *self, guint column)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = column; i < self->columns->len; i++)
    if (jalon_register_get_column (self, i)->info.field != NULL)
      g_ptr_array_add (fields, (gpointer) jalon_register_get_column (self, i)->info.field);
  return fields;
}

/* The selected audiences, or that of the keys and those below it, as people see them. */
static GPtrArray *
find_filled (JalonRegisterTable *self, GPtrArray *selected)
{
  GPtrArray *filled = g_ptr_array_new ();
  gboolean is_below = selected->len > 1;

  for (guint i = 0; i < g_list_model_get_n_items (self->audiences); i++)
    {
      /* The list holds it on. */
      g_autoptr (JalonElement) audience = g_list_model_get_item (self->audiences, i);

      is_below = is_below || audience == self->current;
      if (is_below && (selected->len <= 1 || g_ptr_array_find (selected, audience, NULL)))
        g_ptr_array_add (filled, audience);
    }
  return filled;
}

/* Names make new audiences; what is pasted beside the names goes to those that are there. */
static gboolean
makes_new (JalonRegisterTable *self)
{
  const JalonField *field = jalon_register_get_column (self, self->column)->info.field;

  return field == NULL || field->id == jalon_kind_get_info (JALON_KIND_AUDIENCE)->title ||
         !jalon_register_is_audience (self, self->current);
}

static void
paste (JalonMapView *view, JalonFragment *fragment, const char *text)
{
  JalonRegisterTable *self = JALON_REGISTER_TABLE (view);
  gboolean is_new = makes_new (self);
  JalonElement *at = jalon_register_is_audience (self, self->current) ? self->current : view->map;
  g_autoptr (GPtrArray) fields = find_fields (self, is_new ? 0 : self->column);
  g_autoptr (GPtrArray) selected = jalon_register_get_audiences (self);
  g_autoptr (GPtrArray) filled = find_filled (self, selected);
  JalonSlot slot = { .parent = (char *) jalon_element_get_id (view->map),
                     .kind = JALON_KIND_AUDIENCE };
  const JalonPastePlace place = { view->document, at, jalon_paste_get_only_slot, &slot };
  const JalonPasteRows rows = { (const JalonField *const *) fields->pdata, fields->len,
                                is_new ? NULL : filled, selected->len > 1 };
  JalonElement *first = jalon_copy_paste_put (JALON_COPY_PASTE (self), &place, fragment, text,
                                              &rows);

  if (first != NULL)
    jalon_register_go_to (self, first, self->column);
}

void
jalon_register_copy_paste_init (JalonCopyPasteInterface *iface)
{
  iface->get_copied = get_copied;
  iface->cut = cut;
  iface->paste = paste;
}

/* A cell */
typedef struct
{
  JalonElement *element;
  guint column;
} Place;

static GtkWidget *
get_row (GtkWidget *cell)
{
  return gtk_widget_get_parent (gtk_widget_get_parent (cell));
}

static gpointer
get_place (GtkWidget *widget)
{
  JalonRegisterCell *cell = JALON_REGISTER_CELL (widget);
  JalonElement *element = jalon_register_cell_get_element (cell);
  Place *place;

  if (element == NULL)
    return NULL;
  place = g_new (Place, 1);
  *place = (Place){ g_object_ref (element), jalon_register_cell_get_column (cell)->index };
  return place;
}

static void
free_place (gpointer data)
{
  Place *place = data;

  g_object_unref (place->element);
  g_free (place);
}

/* What is dropped where there is no row is new. */
static void
go (JalonMapView *view, gpointer data)
{
  JalonRegisterTable *self = JALON_REGISTER_TABLE (view);
  const Place *place = data;
  JalonElement *element = place != NULL ? place->element : view->map;

  g_set_object (&self->current, element);
  self->column = place != NULL ? place->column : 0;
}

static const JalonPasteDropList dropped = { jalon_register_cell_get_type, get_row, get_place, go,
                                            free_place };

void
jalon_register_paste_drop_init (JalonRegisterTable *self)
{
  jalon_paste_drop_init_list (JALON_MAP_VIEW (self), &dropped);
}
