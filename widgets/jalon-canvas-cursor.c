/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the keys are on, and what is selected. The cursor is an item of the scene, possibly an empty
 * slot; the selection is the document's and names elements. */

#include "widgets/jalon-canvas-private.h"

#include <math.h>

#include "document/jalon-text.h"
#include "widgets/jalon-commands.h"
#include "widgets/jalon-menu-place.h"
#include "widgets/jalon-navigator.h"
#include "widgets/jalon-rect.h"

/* Whether an item shows a selected element, or a part of one. */
gboolean
jalon_canvas_shows_selected (JalonCanvas *self, const JalonItem *item)
{
  const char *id = jalon_node_get_element (item->node);

  return id != NULL && jalon_document_is_selected (self->base.document, id);
}

static void
select_ids (JalonCanvas *self, const char *const *ids)
{
  self->is_own_selection = TRUE;
  jalon_document_set_selection (self->base.document, ids);
  self->is_own_selection = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
select_elements (JalonCanvas *self, GPtrArray *elements)
{
  self->is_own_selection = TRUE;
  jalon_commands_select (self->base.document, elements);
  self->is_own_selection = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The item by which an element is known: itself rather than one of its fields. */
int
jalon_canvas_find_element (JalonCanvas *self, const char *id)
{
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (jalon_canvas_get_scene (self), &n_items);
  guint key = jalon_item_make_key (id);
  int found = -1;

  for (guint i = 0; i < n_items; i++)
    {
      JalonRole role;

      if (!jalon_item_shows (&items[i], id, key))
        continue;
      role = jalon_node_get_role (items[i].node);
      if (role == JALON_ROLE_DECORATION || role == JALON_ROLE_SLOT)
        continue;
      if (role != JALON_ROLE_TEXT)
        return i;
      found = found < 0 ? (int) i : found;
    }
  return found;
}

/* Whether an item wears the mark of a selected element. Of the texts of an element it is only the
 * one that the keys are on. */
gboolean
jalon_canvas_is_selected (JalonCanvas *self, int item)
{
  const char *const *selection = jalon_document_get_selection (self->base.document);
  const JalonItem *it;
  JalonRole role;

  /* A frame asks this of all that is in view. */
  if (selection[0] == NULL)
    return FALSE;
  it = jalon_canvas_get_item (self, item);
  role = jalon_node_get_role (it->node);
  if (role == JALON_ROLE_DECORATION || role == JALON_ROLE_SLOT ||
      (item != self->cursor && (role == JALON_ROLE_TEXT || role == JALON_ROLE_HEADING)))
    return FALSE;
  return jalon_canvas_shows_selected (self, it);
}

/* Whether the keys of the window go to the canvas, or to something in it. */
gboolean
jalon_canvas_has_focus (JalonCanvas *self)
{
  return gtk_widget_is_focus (GTK_WIDGET (self)) ||
         gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
}

/* Not while sizes are given out: the proxy may have to be made. It comes when all is at rest. */
void
jalon_canvas_focus_cursor (JalonCanvas *self)
{
  GtkWidget *proxy;

  if (self->is_allocating || self->editor != NULL || jalon_canvas_menu_is_open (self) ||
      !jalon_canvas_has_focus (self))
    return;
  proxy = jalon_canvas_get_proxy (self, self->cursor);
  if (proxy != NULL && !gtk_widget_is_focus (proxy))
    gtk_widget_grab_focus (proxy);
}

/* Puts the keys on an item without selecting it. */
void
jalon_canvas_set_cursor (JalonCanvas *self, int item)
{
  const JalonItem *it = jalon_canvas_get_item (self, item);

  if (self->cursor == item)
    return;
  self->cursor = item;
  g_clear_pointer (&self->cursor_node, jalon_node_unref);
  if (it != NULL)
    self->cursor_node = jalon_node_ref (it->node);
  jalon_canvas_focus_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The cell that an item lies in, or the item itself, on the sheet. */
static void
get_unit (JalonCanvas *self, int item, JalonRect *rect)
{
  const JalonItem *it = jalon_canvas_get_item (self, item);

  if (it->slot >= 0)
    it = jalon_canvas_get_item (self, it->slot);
  *rect = (JalonRect){ it->x, it->y, jalon_node_get_width (it->node),
                       jalon_node_get_height (it->node) };
}

static void
unite (JalonRect *rect, const JalonRect *other)
{
  double right = MAX (rect->x + rect->width, other->x + other->width);
  double bottom = MAX (rect->y + rect->height, other->y + other->height);

  rect->x = MIN (rect->x, other->x);
  rect->y = MIN (rect->y, other->y);
  rect->width = right - rect->x;
  rect->height = bottom - rect->y;
}

static gboolean
holds_middle (const JalonRect *rect, const JalonItem *item)
{
  double x = item->x + jalon_node_get_width (item->node) / 2;
  double y = item->y + jalon_node_get_height (item->node) / 2;

  return x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height;
}

/* What is like @item in all cells from that of the anchor to its own, as in a spreadsheet. */
static void
select_range (JalonCanvas *self, int item)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (jalon_canvas_get_scene (self), &n_items);
  JalonRole role = jalon_node_get_role (items[item].node);
  JalonRect range, last;

  get_unit (self, self->anchor, &range);
  get_unit (self, item, &last);
  unite (&range, &last);
  for (guint i = 0; i < n_items; i++)
    {
      JalonElement *element = jalon_canvas_get_element (self, i);

      /* To an empty cell it is what lies in the cells. */
      if (element != NULL && holds_middle (&range, &items[i]) &&
          (role == JALON_ROLE_SLOT ? items[i].slot >= 0
                                   : jalon_node_get_role (items[i].node) == role))
        g_ptr_array_add (ids, (gpointer) jalon_element_get_id (element));
    }
  g_ptr_array_add (ids, NULL);
  select_ids (self, (const char *const *) ids->pdata);
}

/* What an item stands for: the bar of a phase for all stages below it. */
static GPtrArray *
find_meant (JalonCanvas *self, int item)
{
  const JalonItem *it = jalon_canvas_get_item (self, item);
  JalonElement *element = jalon_canvas_get_element (self, item);
  GPtrArray *meant;

  if (element != NULL && jalon_node_get_field (it->node) == JALON_FIELD_PHASE)
    return jalon_commands_get_run (element, JALON_FIELD_PHASE);
  meant = g_ptr_array_new ();
  if (element != NULL)
    g_ptr_array_add (meant, element);
  return meant;
}

/**
 * jalon_canvas_select:
 * @self: a canvas
 * @item: an item
 * @extend: whether what is between the last item and this one is selected too
 *
 * Puts the keys on an item and selects what it stands for. Nothing moves under the pointer.
 */
void
jalon_canvas_select (JalonCanvas *self, int item, gboolean extend)
{
  g_autoptr (GPtrArray) meant = find_meant (self, item);

  jalon_canvas_set_cursor (self, item);
  if (extend && self->anchor >= 0)
    {
      select_range (self, item);
      return;
    }
  self->anchor = item;
  select_elements (self, meant);
}

/* The keys stay where they are. */
void
jalon_canvas_select_nothing (JalonCanvas *self)
{
  const char *const none[] = { NULL };

  select_ids (self, none);
}

/* Selects an item and scrolls to it. */
void
jalon_canvas_go_to (JalonCanvas *self, int item, gboolean extend)
{
  jalon_canvas_select (self, item, extend);
  jalon_canvas_scroll_to (self, item);
}

/* Adds what an item stands for to the selection, or takes it out. */
void
jalon_canvas_toggle (JalonCanvas *self, int item)
{
  g_autoptr (GPtrArray) selected = jalon_commands_get_selected (self->base.document);
  g_autoptr (GPtrArray) meant = find_meant (self, item);
  guint n_before = selected->len;

  if (meant->len == 0)
    return;
  for (guint i = 0; i < meant->len; i++)
    g_ptr_array_remove (selected, meant->pdata[i]);
  if (selected->len + meant->len > n_before)
    g_ptr_array_extend (selected, meant, NULL, NULL);
  jalon_canvas_set_cursor (self, item);
  self->anchor = item;
  select_elements (self, selected);
}

/* Puts the keys on something that is selected, unless they are there: what is done next is done to
 * that. */
void
jalon_canvas_join_selection (JalonCanvas *self)
{
  guint n_items;

  jalon_scene_get_items (jalon_canvas_get_scene (self), &n_items);
  if (self->cursor >= 0 && jalon_canvas_is_selected (self, self->cursor))
    return;
  for (guint i = 0; i < n_items; i++)
    if (jalon_canvas_is_selected (self, (int) i))
      {
        jalon_canvas_set_cursor (self, (int) i);
        self->anchor = (int) i;
        return;
      }
}

/* Selects the cards and points that a rectangle in the widget touches, beside @kept. */
void
jalon_canvas_select_band (JalonCanvas *self, const JalonRect *band, const char *const *kept)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (jalon_text_hash, g_str_equal);
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (jalon_canvas_get_scene (self), &n_items);

  for (guint i = 0; kept != NULL && kept[i] != NULL; i++)
    {
      g_ptr_array_add (ids, (gpointer) kept[i]);
      g_hash_table_add (known, (gpointer) kept[i]);
    }
  for (guint i = 0; i < n_items; i++)
    {
      const char *id = jalon_node_get_element (items[i].node);
      JalonRect rect;

      if (items[i].slot < 0 || id == NULL)
        continue;
      jalon_canvas_locate (self, i, &rect);
      if (jalon_rect_overlaps (&rect, band) && g_hash_table_add (known, (gpointer) id))
        g_ptr_array_add (ids, (gpointer) id);
    }
  g_ptr_array_add (ids, NULL);
  select_ids (self, (const char *const *) ids->pdata);
}

/* The keys go to what is selected, unless they are there; FALSE if it is not seen. */
static gboolean
follow_selection (JalonCanvas *self)
{
  const char *const *ids = jalon_document_get_selection (self->base.document);
  const JalonItem *at = jalon_canvas_get_item (self, self->cursor);
  int item;

  if (ids[0] == NULL || (at != NULL && jalon_canvas_shows_selected (self, at)))
    return TRUE;
  item = jalon_canvas_find_element (self, ids[0]);
  if (item < 0)
    return FALSE;
  jalon_canvas_set_cursor (self, item);
  self->anchor = item;
  jalon_canvas_scroll_to (self, item);
  return TRUE;
}

/* There is a new scene: finds the same places in it, and what was selected before it was there. */
void
jalon_canvas_scene_changed (JalonCanvas *self)
{
  const char *const *ids = jalon_document_get_selection (self->base.document);
  int item = jalon_navigator_find_same (jalon_canvas_get_scene (self), self->cursor_node,
                                        self->cursor);

  if (item < 0 && ids[0] != NULL)
    item = jalon_canvas_find_element (self, ids[0]);
  self->cursor = -1;
  self->anchor = item;
  self->hover = -1;
  jalon_canvas_match_proxies (self);
  jalon_canvas_set_cursor (self, item);
  if (self->owes_cursor)
    follow_selection (self);
  self->owes_cursor = FALSE;
}

/* Someone else selected something, undo for instance: the keys go there, at once if it is shown. */
void
jalon_canvas_selection_changed (JalonMapView *view)
{
  JalonCanvas *self = JALON_CANVAS (view);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  self->owes_cursor = !self->is_own_selection && (self->scene == NULL || !follow_selection (self));
}

static gboolean
jalon_canvas_grab_focus (GtkWidget *widget)
{
  JalonCanvas *self = JALON_CANVAS (widget);
  GtkWidget *proxy;

  if (self->editor != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  proxy = jalon_canvas_get_proxy (self, self->cursor);
  if (proxy != NULL)
    return gtk_widget_grab_focus (proxy);
  return GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->grab_focus (widget);
}

/* Tab goes from cell to cell, and out of the canvas behind the last. */
static gboolean
jalon_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  JalonCanvas *self = JALON_CANVAS (widget);
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;
  gboolean is_inside = gtk_widget_get_focus_child (widget) != NULL || gtk_widget_has_focus (widget);
  GtkWidget *menu = jalon_menu_find_focused (widget);
  int item;

  if (menu != NULL)
    return gtk_widget_child_focus (menu, direction);
  if (!is_inside)
    return gtk_widget_grab_focus (widget);
  if (jalon_canvas_get_scene (self) == NULL || (!forward && direction != GTK_DIR_TAB_BACKWARD))
    return FALSE;
  /* Ctrl+Tab comes here with a text that is being written. */
  jalon_canvas_finish_edit (self);
  item = jalon_navigator_next_cell (jalon_canvas_get_scene (self), self->cursor, forward);
  if (item < 0)
    return FALSE;
  jalon_canvas_go_to (self, item, FALSE);
  return TRUE;
}

void
jalon_canvas_cursor_init_class (GtkWidgetClass *klass)
{
  klass->focus = jalon_canvas_focus;
  klass->grab_focus = jalon_canvas_grab_focus;
}

/* What asks may lie over several slots, with their borders below its middle. */
static int
find_asked (JalonCanvas *self, int i, const JalonRect *target)
{
  const JalonItem *item = jalon_canvas_get_item (self, i);

  return jalon_node_get_label (item->node) != NULL
           ? i
           : jalon_scene_pick_slot (jalon_canvas_get_scene (self),
                                    item->x + target->x + 0.75 * target->width,
                                    item->y + target->y + 0.25 * target->height);
}

/* Where it is asked first to write, from the top, if nothing is written yet; otherwise −1. */
static int
find_invitation (JalonCanvas *self)
{
  guint n_items;
  const JalonItem *items = jalon_scene_get_items (jalon_canvas_get_scene (self), &n_items);
  JalonRect target;
  double top = INFINITY;
  int found = -1;

  for (int i = 0; i < (int) n_items; i++)
    if (jalon_node_get_target (items[i].node, &target) == JALON_TARGET_INVITATION)
      {
        if (items[i].y + target.y >= top)
          continue;
        top = items[i].y + target.y;
        found = find_asked (self, i, &target);
      }
    else if (jalon_node_get_role (items[i].node) == JALON_ROLE_CARD &&
             jalon_canvas_get_element (self, i) != NULL)
      return -1;
  return found;
}

/* The first thing that can be written: Enter on a picture opens a dialog. */
static int
find_first (JalonCanvas *self)
{
  JalonScene *scene = jalon_canvas_get_scene (self);
  g_autofree gboolean *stops = jalon_navigator_get_stops (scene);
  guint n_items;

  jalon_scene_get_items (scene, &n_items);
  for (int i = 0; i < (int) n_items; i++)
    if (stops[i] && !jalon_canvas_is_picture (self, i))
      return i;
  return -1;
}

/* Nothing has the keys yet: they go to what asks to be written first. FALSE where something is
 * written already. */
gboolean
jalon_canvas_begin (JalonCanvas *self)
{
  int invitation = -1;

  if (jalon_canvas_get_scene (self) != NULL && self->base.is_editable)
    invitation = find_invitation (self);
  if (invitation >= 0)
    jalon_canvas_go_to (self, invitation, FALSE);
  return invitation >= 0 && self->cursor >= 0;
}

void
jalon_canvas_go_to_first (JalonCanvas *self)
{
  int first = jalon_canvas_get_scene (self) != NULL ? find_first (self) : -1;

  if (first >= 0)
    jalon_canvas_go_to (self, first, FALSE);
}
