/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text in place. What is typed goes into the document at once, as one step until the caret leaves,
 * so that the map flows around it and the inspector follows. */

#include "widgets/jalon-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "widgets/jalon-commands.h"
#include "widgets/jalon-field-menu.h"
#include "widgets/jalon-field-text.h"
#include "widgets/jalon-navigator.h"
#include "widgets/jalon-tell.h"

static JalonElement *
get_edited (JalonCanvas *self)
{
  return self->edit_id != NULL ? jalon_document_lookup (self->base.document, self->edit_id) : NULL;
}

/* What stands in the editor, as the document has it. */
static char *
get_typed (JalonCanvas *self, const JalonField *field)
{
  g_autofree char *text = jalon_text_area_get_text (JALON_TEXT_AREA (self->editor));

  return field->type == JALON_TYPE_PARAGRAPHS ? g_steal_pointer (&text)
                                              : jalon_field_from_people (field, text);
}

static void
typed_cb (JalonCanvas *self)
{
  JalonElement *element = get_edited (self);
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  g_autofree char *text = NULL;

  g_assert (JALON_IS_CANVAS (self));

  if (element == NULL)
    return;
  g_ptr_array_add (elements, element);
  text = get_typed (self, jalon_element_get_field (element, self->edit_field));
  g_clear_error (&self->edit_error);
  self->is_typing = TRUE;
  jalon_commands_set (self->base.document, elements, self->edit_field, text, self->edit_key,
                      &self->edit_error);
  self->is_typing = FALSE;
  jalon_inline_editor_set_valid (self->editor, self->edit_error == NULL);
}

/* Taking a step back may have closed it already: what was edited was part of the step. */
static void
close_editor (JalonCanvas *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  JalonInlineEditor *editor = g_steal_pointer (&self->editor);
  GtkWidget *proxy = jalon_canvas_get_proxy (self, self->cursor);

  if (editor == NULL)
    return;
  jalon_document_end_coalescing (self->base.document);
  if (had_focus)
    gtk_widget_grab_focus (proxy != NULL ? proxy : GTK_WIDGET (self));
  gtk_widget_unparent (GTK_WIDGET (editor));
  g_clear_pointer (&self->edit_id, g_free);
  g_clear_error (&self->edit_error);
  g_clear_pointer (&self->edit_key, g_free);
  g_clear_pointer (&self->edit_original, g_free);
  g_clear_pointer (&self->edit_origin, jalon_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  jalon_canvas_notify_editing (self);
}

/* Makes it that nothing was done: a step that joins the one of the edit and leaves nothing of both.
 * The keys go back to where they were. */
static void
take_back (JalonCanvas *self)
{
  JalonElement *element = get_edited (self);
  g_autoptr (JalonNode) origin = g_steal_pointer (&self->edit_origin);
  g_autofree char *key = g_strdup (self->edit_key);
  int item;

  if (element == NULL || self->edit_revision == jalon_document_get_revision (self->base.document))
    return;
  if (self->is_edit_new)
    jalon_commands_discard (self->base.document, element, key);
  else
    {
      jalon_document_begin_coalesced (self->base.document, _ ("Edit Text"), key);
      jalon_document_set (self->base.document, element, self->edit_field, self->edit_original,
                          NULL);
      jalon_document_commit (self->base.document);
    }

  item = jalon_navigator_find_same (jalon_canvas_get_scene (self), origin, self->cursor);
  if (item >= 0)
    jalon_canvas_go_to (self, item, FALSE);
}

/* A card on which nothing was written is not there. */
static gboolean
is_empty (JalonCanvas *self)
{
  JalonElement *element = get_edited (self);

  return element == NULL || jalon_element_get_text (element, self->edit_field)[0] == '\0';
}

static void
settle (JalonCanvas *self)
{
  JalonElement *element = get_edited (self);

  if (element != NULL && self->edit_revision != jalon_document_get_revision (self->base.document))
    jalon_commands_recognise (self->base.document, element, self->edit_key);
}

/* Ends editing, as if people had gone elsewhere. */
void
jalon_canvas_finish_edit (JalonCanvas *self)
{
  if (self->editor == NULL)
    return;
  if (self->edit_error != NULL)
    jalon_tell (GTK_WIDGET (self), self->edit_error->message);
  if (self->edit_error != NULL || (self->is_edit_new && is_empty (self)))
    take_back (self);
  else
    settle (self);
  close_editor (self);
}

static void
cancel (JalonCanvas *self)
{
  take_back (self);
  close_editor (self);
}

/* Done with this card; the next one opens below it in the same slot. So does the next header, while
 * new ones are being written. */
static void
go_on (JalonCanvas *self)
{
  const JalonItem *item = jalon_canvas_get_item (self, self->cursor);
  gboolean goes_on = self->edit_error == NULL && !is_empty (self) && item != NULL &&
                     (item->slot >= 0 || self->is_edit_new);

  jalon_canvas_finish_edit (self);
  if (goes_on)
    jalon_canvas_add_beside (self, FALSE);
}

static void
ended_cb (JalonCanvas *self, int how)
{
  g_assert (JALON_IS_CANVAS (self));

  switch ((JalonEditorEnd) how)
    {
    case JALON_EDITOR_END_NEXT:
      go_on (self);
      break;

    case JALON_EDITOR_END_CANCEL:
      cancel (self);
      break;

    case JALON_EDITOR_END_FORWARD:
    case JALON_EDITOR_END_BACKWARD:
      jalon_canvas_finish_edit (self);
      gtk_widget_child_focus (GTK_WIDGET (self), how == JALON_EDITOR_END_FORWARD
                                                   ? GTK_DIR_TAB_FORWARD
                                                   : GTK_DIR_TAB_BACKWARD);
      break;

    case JALON_EDITOR_END_STAY:
    case JALON_EDITOR_END_LEAVE:
    default:
      jalon_canvas_finish_edit (self);
    }
}

/* The keys have gone elsewhere. Not while they go: GTK 4.8 goes up from the widget that had them,
 * for ever if that is no longer where it was. */
void
jalon_canvas_edit_update (JalonCanvas *self)
{
  if (self->owes_end && self->editor != NULL && !gtk_widget_is_focus (GTK_WIDGET (self->editor)))
    jalon_canvas_finish_edit (self);
  self->owes_end = FALSE;
}

static void
focus_left_cb (JalonCanvas *self)
{
  g_assert (JALON_IS_CANVAS (self));

  /* The emoji chooser and the context menu are below the editor: that is not leaving. */
  if (self->editor == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->owes_end = TRUE;
  jalon_canvas_queue_update (self);
}

static void
full_cb (JalonCanvas *self)
{
  g_autofree char *message =
    g_strdup_printf (_ ("A map shows %d characters of a text; the rest was left out"),
                     JALON_INLINE_EDITOR_MOST);

  g_assert (JALON_IS_CANVAS (self));

  jalon_tell (GTK_WIDGET (self), message);
}

static void
open_editor (JalonCanvas *self, const JalonField *field, const char *label)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *editor = jalon_inline_editor_new ();

  self->editor = JALON_INLINE_EDITOR (editor);
  jalon_inline_editor_set_multiline (self->editor, field->type == JALON_TYPE_PARAGRAPHS);
  g_signal_connect_object (editor, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "full", G_CALLBACK (full_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (editor, focus);
  gtk_accessible_update_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_parent (editor, GTK_WIDGET (self));
}

static void
show_text (JalonCanvas *self, JalonElement *element)
{
  const JalonField *field = jalon_element_get_field (element, self->edit_field);
  g_autofree char *text = jalon_field_to_people (field,
                                                 jalon_element_get_text (element, field->id));

  jalon_inline_editor_set_text (self->editor, text);
}

/* A number is written anew, a text goes on. */
static void
select_text (JalonCanvas *self, const JalonField *field, gboolean replace)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &end,
                                replace || jalon_field_is_number (field) ? &start : &end);
}

/* Opens the text view over an item that can be edited in place. */
void
jalon_canvas_begin_edit (JalonCanvas *self, int item, const JalonField *field, gboolean replace)
{
  JalonElement *element = jalon_canvas_get_element (self, item);

  jalon_canvas_go_to (self, item, FALSE);
  open_editor (self, field, _ (field->label));
  self->edit_id = g_strdup (jalon_element_get_id (element));
  self->edit_field = field->id;
  self->edit_original = g_strdup (jalon_element_get_text (element, field->id));
  jalon_canvas_edit_dress (self, jalon_canvas_get_item (self, item));
  show_text (self, element);
  select_text (self, field, replace);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  jalon_canvas_notify_editing (self);
}

/* The field that an item shows, if it can be changed where it stands; NULL if not. */
static const JalonField *
get_field (JalonCanvas *self, int item)
{
  const JalonItem *it = jalon_canvas_get_item (self, item);
  JalonElement *element = jalon_canvas_get_element (self, item);
  const JalonField *field;
  JalonTextStyle style;
  JalonRect rect;

  if (!self->base.is_editable || element == NULL)
    return NULL;
  field = jalon_element_get_field (element, jalon_node_get_field (it->node));
  if (field == NULL || jalon_node_get_editor (it->node, &rect, &style))
    return field;
  /* Where people only choose, no place for a text is needed. */
  return jalon_field_menu_can_show (field) ? field : NULL;
}

/* Where people write who are on @item: there, or for the row of a table in the cell of its name. */
int
jalon_canvas_find_written (JalonCanvas *self, int item)
{
  const JalonItem *it = jalon_canvas_get_item (self, item);
  JalonElement *element = jalon_canvas_get_element (self, item);

  if (element == NULL || jalon_node_get_role (it->node) != JALON_ROLE_ROW)
    return item;
  return jalon_scene_find (jalon_canvas_get_scene (self), jalon_element_get_id (element),
                           jalon_kind_get_info (jalon_element_get_kind (element))->title);
}

/* The field that is written in place on an item, NULL if none is: others are chosen. */
const JalonField *
jalon_canvas_get_edited_field (JalonCanvas *self, int item)
{
  const JalonField *field = get_field (self, item);

  return field != NULL && !jalon_field_menu_can_show (field) ? field : NULL;
}

/* Nothing of a long text shall be lost, and the map does not show all of it. */
static gboolean
is_too_long (JalonCanvas *self, int item, const JalonField *field)
{
  const char *text = jalon_element_get_text (jalon_canvas_get_element (self, item), field->id);

  if (g_utf8_strlen (text, -1) <= JALON_INLINE_EDITOR_MOST)
    return FALSE;
  jalon_tell (GTK_WIDGET (self),
              _ ("This text is too long to be written on the map; see its details"));
  return TRUE;
}

/* Ends what is being written, and tells where @item is then; −1 if that has taken it away, as what
 * nothing was written on. */
static int
finish_before (JalonCanvas *self, int item)
{
  g_autoptr (JalonNode) node = jalon_node_ref (jalon_canvas_get_item (self, item)->node);

  jalon_canvas_finish_edit (self);
  return jalon_navigator_find_same (jalon_canvas_get_scene (self), node, item);
}

/**
 * jalon_canvas_edit:
 * @self: a canvas
 * @item: an item
 * @replace: whether what is typed replaces what is there
 *
 * Opens a text view over an item, or a menu if what it shows is chosen and not written.
 *
 * Returns: %TRUE if it can be edited in place
 */
gboolean
jalon_canvas_edit (JalonCanvas *self, int item, gboolean replace)
{
  const JalonField *field;

  item = jalon_canvas_find_written (self, item);
  field = get_field (self, item);
  if (field == NULL)
    return !replace && jalon_canvas_choose_picture (self, item);
  item = finish_before (self, item);
  if (item < 0)
    return TRUE;
  if (jalon_field_menu_can_show (field))
    {
      jalon_canvas_go_to (self, item, FALSE);
      jalon_canvas_offer_choice (self, item, NULL);
      return TRUE;
    }
  if (is_too_long (self, item, field))
    return TRUE;
  jalon_document_end_coalescing (self->base.document);
  self->is_edit_new = FALSE;
  self->edit_revision = jalon_document_get_revision (self->base.document);
  self->edit_key = g_strdup_printf ("edit %u", ++self->n_edits);
  jalon_canvas_begin_edit (self, item, field, replace);
  return TRUE;
}

/* The document or the theme changed while someone writes. */
void
jalon_canvas_edit_refresh (JalonCanvas *self)
{
  JalonElement *element = get_edited (self);
  const JalonItem *item;

  if (self->editor == NULL || self->is_typing)
    return;
  jalon_canvas_get_scene (self);
  item = jalon_canvas_get_item (self, self->cursor);
  if (element == NULL || item == NULL || !jalon_canvas_edit_dress (self, item))
    close_editor (self);
  else
    show_text (self, element);
}
