/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-line-editor.h"

#include <glib/gi18n-lib.h>

#include "widgets/jalon-commands.h"
#include "widgets/jalon-field-text.h"

/* Writes one field of one element in a line of a list or a table. As on the canvas, what is typed
 * goes into the document at once, as one step until the caret leaves; Escape takes it back. */

struct _JalonLineEditor
{
  AdwBin parent_instance;

  gboolean is_quiet; /* the program, not the user, is changing the text */
  gboolean is_new;   /* the element is part of the step */
  gboolean is_valid;
  guint64 revision;
  gpointer item; /* of the row or cell; only to be compared */

  /* Owned by the bin */
  GtkEntry *entry;

  /* Owned; NULL while nothing is edited */
  JalonElement *element;
  const JalonField *field;
  char *original;
  char *key;
};

enum
{
  ENDED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (JalonLineEditor, jalon_line_editor, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

static JalonDocument *
get_document (JalonLineEditor *self)
{
  return self->element != NULL ? jalon_element_get_document (self->element) : NULL;
}

static void
show_valid (JalonLineEditor *self, const GError *error)
{
  self->is_valid = error == NULL;
  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), error != NULL ? error->message : NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
typed_cb (JalonLineEditor *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert (JALON_IS_LINE_EDITOR (self));

  if (self->is_quiet || get_document (self) == NULL)
    return;
  g_ptr_array_add (elements, self->element);
  text = jalon_field_from_people (self->field, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  self->is_quiet = TRUE;
  jalon_commands_set (get_document (self), elements, self->field->id, text, self->key, &error);
  self->is_quiet = FALSE;
  show_valid (self, error);
}

/* Makes it that nothing was done: a step that joins the one of the edit and leaves nothing of both.
 */
static void
take_back (JalonLineEditor *self, JalonDocument *document, JalonElement *element)
{
  if (self->revision == jalon_document_get_revision (document))
    return;
  if (self->is_new)
    {
      jalon_commands_discard (document, element, self->key);
    }
  else
    {
      jalon_document_begin_coalesced (document, _ ("Edit Text"), self->key);
      jalon_document_set (document, element, self->field->id, self->original, NULL);
      jalon_document_commit (document);
    }
  jalon_document_end_coalescing (document);
}

static void
settle (JalonLineEditor *self, JalonDocument *document, JalonElement *element)
{
  if (self->revision != jalon_document_get_revision (document))
    jalon_commands_recognise (document, element, self->key);
  jalon_document_end_coalescing (document);
}

static gboolean
is_in_vain (JalonLineEditor *self)
{
  return !self->is_valid || (self->is_new && jalon_line_editor_is_empty (self));
}

/* The keys go elsewhere before something is taken back, for the row may go with it. */
static void
end (JalonLineEditor *self, JalonEditorEnd how)
{
  g_autoptr (JalonDocument) document = NULL;
  g_autoptr (JalonElement) element = NULL;
  gboolean was_in_vain = how == JALON_EDITOR_END_CANCEL || is_in_vain (self);

  if (self->element == NULL)
    return;
  g_set_object (&document, get_document (self));
  element = g_steal_pointer (&self->element);
  if (document == NULL)
    how = JALON_EDITOR_END_STAY;
  else if (!was_in_vain)
    settle (self, document, element);
  else if (how != JALON_EDITOR_END_LEAVE)
    how = JALON_EDITOR_END_CANCEL;
  show_valid (self, NULL);
  g_object_ref (self);
  g_signal_emit (self, signals[ENDED], 0, how, element);
  if (document != NULL && was_in_vain)
    take_back (self, document, element);
  g_object_unref (self);
}

static gboolean
left_cb (gpointer data)
{
  JalonLineEditor *self = data;

  /* The text may be gone by now, but nothing is edited then. */
  if (self->element != NULL &&
      !gtk_widget_is_focus (GTK_WIDGET (jalon_line_editor_get_text (self))))
    end (self, JALON_EDITOR_END_LEAVE);
  return G_SOURCE_REMOVE;
}

/* Not while the keys go: GTK 4.8 goes up from what had them, for ever if that is no longer where it
 * was, and the row may go with what is taken back. */
static void
focus_left_cb (JalonLineEditor *self)
{
  g_assert (JALON_IS_LINE_EDITOR (self));

  /* The emoji chooser and the context menu are below the text: that is not leaving. */
  if (self->element != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    g_idle_add_full (G_PRIORITY_DEFAULT, left_cb, g_object_ref (self), g_object_unref);
}

static gboolean
is_text (JalonLineEditor *self)
{
  return self->field->type == JALON_TYPE_LINE || self->field->type == JALON_TYPE_PARAGRAPHS;
}

/* Notes come in series, numbers do not. */
static void
activated_cb (JalonLineEditor *self)
{
  g_assert (JALON_IS_LINE_EDITOR (self));

  end (self, self->is_new && is_text (self) ? JALON_EDITOR_END_NEXT : JALON_EDITOR_END_STAY);
}

static gboolean
key_pressed_cb (JalonLineEditor *self, guint keyval, guint keycode, GdkModifierType state)
{
  g_assert (JALON_IS_LINE_EDITOR (self));

  switch (keyval)
    {
    case GDK_KEY_Escape:
      end (self, JALON_EDITOR_END_CANCEL);
      return GDK_EVENT_STOP;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if ((state & GDK_SHIFT_MASK) == 0)
        return GDK_EVENT_PROPAGATE;
      end (self, JALON_EDITOR_END_NEXT);
      return GDK_EVENT_STOP;

    case GDK_KEY_Tab:
      end (self, JALON_EDITOR_END_FORWARD);
      return GDK_EVENT_STOP;

    case GDK_KEY_ISO_Left_Tab:
      end (self, JALON_EDITOR_END_BACKWARD);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
jalon_line_editor_dispose (GObject *object)
{
  JalonLineEditor *self = JALON_LINE_EDITOR (object);

  g_clear_object (&self->element);

  G_OBJECT_CLASS (jalon_line_editor_parent_class)->dispose (object);
}

static void
jalon_line_editor_finalize (GObject *object)
{
  JalonLineEditor *self = JALON_LINE_EDITOR (object);

  g_free (self->original);
  g_free (self->key);

  G_OBJECT_CLASS (jalon_line_editor_parent_class)->finalize (object);
}

static void
jalon_line_editor_class_init (JalonLineEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jalon_line_editor_dispose;
  object_class->finalize = jalon_line_editor_finalize;

  /**
   * JalonLineEditor::ended:
   * @self: the editor
   * @how: a #JalonEditorEnd
   * @element: what was edited
   *
   * People are done with the text. What was written in vain goes only then.
   */
  signals[ENDED] = g_signal_new ("ended", JALON_TYPE_LINE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_INT, JALON_TYPE_ELEMENT);
}

static void
jalon_line_editor_init (JalonLineEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *text;

  /* Assistive technology can read and write an entry, not a bare text. */
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_has_frame (self->entry, FALSE);
  text = GTK_WIDGET (jalon_line_editor_get_text (self));
  gtk_text_set_max_length (GTK_TEXT (text), JALON_FIELD_TEXT_MOST_IN_LINE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 1);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activated_cb), self);
  /* The text may lose the keys when the editor is gone. */
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (text, focus);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (text, keys);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->entry));
  gtk_widget_add_css_class (GTK_WIDGET (self), "line-editor");
}

GtkWidget *
jalon_line_editor_new (void)
{
  return g_object_new (JALON_TYPE_LINE_EDITOR, NULL);
}

static void
show_text (JalonLineEditor *self, const char *text)
{
  g_autofree char *shown = jalon_field_to_people (self->field, text);

  self->is_quiet = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), shown);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->is_quiet = FALSE;
}

/**
 * jalon_line_editor_begin:
 * @self: an editor that is visible
 * @element: an element in a document
 * @field: a field of it that is written in one line
 *
 * Begins to edit a field. What is being written already goes on: to end it could take away what is
 * new, and with that the editor.
 */
void
jalon_line_editor_begin (JalonLineEditor *self, JalonElement *element, const JalonField *field)
{
  static guint n_edits = 0;

  g_return_if_fail (JALON_IS_LINE_EDITOR (self));

  if (self->element == element && self->field == field)
    {
      gtk_entry_grab_focus_without_selecting (self->entry);
      return;
    }
  jalon_line_editor_finish (self);
  g_set_object (&self->element, element);
  self->item = element;
  self->field = field;
  self->is_new = FALSE;
  show_valid (self, NULL);
  self->revision = jalon_document_get_revision (get_document (self));
  g_free (self->original);
  self->original = g_strdup (jalon_element_get_text (element, field->id));
  g_free (self->key);
  self->key = g_strdup_printf ("line %u", ++n_edits);
  show_text (self, self->original);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (field->label), -1);
  gtk_entry_grab_focus_without_selecting (self->entry);
}

/**
 * jalon_line_editor_set_new:
 * @self: an editor that has just begun
 * @key: the key of the step that added the element
 * @revision: of the document before that
 * @typed: what people have written already
 *
 * Makes adding the element and writing it one step, which goes if nothing is written.
 */
void
jalon_line_editor_set_new (JalonLineEditor *self,
                           const char *key,
                           guint64 revision,
                           const char *typed)
{
  g_return_if_fail (JALON_IS_LINE_EDITOR (self));

  self->is_new = TRUE;
  self->revision = revision;
  g_free (self->key);
  self->key = g_strdup (key);
  if (typed[0] == '\0')
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), typed);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/**
 * jalon_line_editor_replace:
 * @self: an editor that has just begun
 *
 * Lets what is typed replace what is there.
 */
void
jalon_line_editor_replace (JalonLineEditor *self)
{
  g_return_if_fail (JALON_IS_LINE_EDITOR (self));

  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * jalon_line_editor_get_text:
 * @self: an editor
 *
 * Returns: (transfer none): what has the keyboard focus while people write
 */
GtkText *
jalon_line_editor_get_text (JalonLineEditor *self)
{
  g_return_val_if_fail (JALON_IS_LINE_EDITOR (self), NULL);

  return GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
}

static gboolean
moved_cb (gpointer data)
{
  JalonLineEditor *self = data;

  if ((gpointer) self->element != self->item)
    end (self, JALON_EDITOR_END_STAY);
  return G_SOURCE_REMOVE;
}

/**
 * jalon_line_editor_set_item:
 * @self: an editor
 * @item: (nullable): what the row or cell of it stands for now; it is only compared
 *
 * Ends editing something else, but not at once: GTK 4.8 takes the item of a row away and gives it
 * back where it is selected or not any more; and crashes if the row goes meanwhile, as one without
 * name does.
 */
void
jalon_line_editor_set_item (JalonLineEditor *self, gpointer item)
{
  g_return_if_fail (JALON_IS_LINE_EDITOR (self));

  self->item = item;
  if (self->element != NULL && (gpointer) self->element != item)
    g_idle_add_full (G_PRIORITY_DEFAULT, moved_cb, g_object_ref (self), g_object_unref);
}

/**
 * jalon_line_editor_is_empty:
 * @self: an editor
 *
 * Returns: %TRUE if nothing is written there
 */
gboolean
jalon_line_editor_is_empty (JalonLineEditor *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (JALON_IS_LINE_EDITOR (self), TRUE);

  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  return g_strstrip (text)[0] == '\0';
}

/**
 * jalon_line_editor_refresh:
 * @self: an editor
 *
 * Shows what the document has now, if someone else changed it.
 */
void
jalon_line_editor_refresh (JalonLineEditor *self)
{
  g_return_if_fail (JALON_IS_LINE_EDITOR (self));

  if (self->is_quiet || self->element == NULL)
    return;
  if (get_document (self) == NULL)
    end (self, JALON_EDITOR_END_STAY);
  else
    show_text (self, jalon_element_get_text (self->element, self->field->id));
}

/**
 * jalon_line_editor_finish:
 * @self: an editor
 *
 * Ends editing, as if people had gone elsewhere.
 */
void
jalon_line_editor_finish (JalonLineEditor *self)
{
  g_return_if_fail (JALON_IS_LINE_EDITOR (self));

  end (self, JALON_EDITOR_END_STAY);
}
