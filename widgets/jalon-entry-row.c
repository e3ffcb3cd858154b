/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-entry-row.h"

#include <glib/gi18n-lib.h>

#include "widgets/jalon-field-text.h"
#include "widgets/jalon-long-text-dialog.h"

/* A line, a number, a date. What cannot be taken stays in the entry, with the reason above it. */

struct _JalonEntryRow
{
  AdwEntryRow parent_instance;

  gboolean is_quiet; /* the program, not the user, is changing the text */

  GtkWidget *edit; /* for a text that is too long for the entry */

  /* Owned */
  JalonFieldBinding *binding;
};

G_DEFINE_FINAL_TYPE (JalonEntryRow, jalon_entry_row, ADW_TYPE_ENTRY_ROW)

static void
show_error (JalonEntryRow *self, const GError *error)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autofree char *caption = jalon_field_binding_make_caption (self->binding);

  if (error != NULL)
    gtk_widget_add_css_class (widget, "error");
  else
    gtk_widget_remove_css_class (widget, "error");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 error != NULL ? error->message : caption);
  /* The row is what has the role and the name of an entry. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
typed_cb (JalonEntryRow *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert (JALON_IS_ENTRY_ROW (self));

  if (self->is_quiet)
    return;
  text = jalon_field_from_people (jalon_field_binding_get_field (self->binding),
                                  gtk_editable_get_text (GTK_EDITABLE (self)));
  jalon_field_binding_set_text (self->binding, text, &error);
  show_error (self, error);
}

/* Leaves the text alone while it says the same in other words, "1," for "1"; what was cleared only
 * if it @may_be_empty. */
static void
show_value (JalonEntryRow *self, gboolean may_be_empty)
{
  const JalonField *field = jalon_field_binding_get_field (self->binding);
  const char *text = jalon_field_binding_get_text (self->binding);
  gboolean is_long = text != NULL && jalon_field_text_is_long_line (text);
  g_autofree char *present = jalon_field_from_people (field,
                                                      gtk_editable_get_text (GTK_EDITABLE (self)));
  g_autofree char *canonical = jalon_field_canonicalize (field, present, NULL);
  g_autofree char *wanted = NULL;
  g_autofree char *shown = NULL;

  if (text != NULL)
    wanted = jalon_field_canonicalize (field, text, NULL);
  if (!is_long && canonical != NULL && g_strcmp0 (canonical, wanted) == 0 &&
      (present[0] != '\0' || may_be_empty))
    return;
  /* Of what is too long for GTK only the beginning is shown. */
  shown = is_long ? jalon_field_text_shorten (text, JALON_FIELD_TEXT_EXCERPT)
                  : jalon_field_to_people (field, text != NULL ? text : "");
  self->is_quiet = TRUE;
  gtk_editable_set_editable (GTK_EDITABLE (self), !is_long);
  gtk_widget_set_visible (self->edit, is_long);
  gtk_editable_set_text (GTK_EDITABLE (self), shown);
  self->is_quiet = FALSE;
  show_error (self, NULL);
}

static void
binding_changed_cb (JalonEntryRow *self)
{
  g_assert (JALON_IS_ENTRY_ROW (self));

  show_value (self, gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL);
  if (!gtk_widget_has_css_class (GTK_WIDGET (self), "error"))
    show_error (self, NULL);
}

/* What was cleared shows what it is unless set, and what is too long its beginning. */
static void
focus_left_cb (JalonEntryRow *self)
{
  g_assert (JALON_IS_ENTRY_ROW (self));

  jalon_field_binding_finish (self->binding);
  show_value (self, FALSE);
  gtk_editable_set_position (GTK_EDITABLE (self), 0);
}

static void
edit_cb (JalonEntryRow *self)
{
  g_assert (JALON_IS_ENTRY_ROW (self));

  jalon_long_text_dialog_present (GTK_WIDGET (self), self->binding);
}

/* The arrows count up and down, in ones where the range is wide: of money, of people. */
static gboolean
key_pressed_cb (JalonEntryRow *self, guint keyval)
{
  const JalonField *field = jalon_field_binding_get_field (self->binding);
  const char *text = jalon_field_binding_get_text (self->binding);
  double number = 0, step;
  g_autofree char *next = NULL;

  g_assert (JALON_IS_ENTRY_ROW (self));

  if (!jalon_field_is_number (jalon_field_binding_get_field (self->binding)) ||
      (keyval != GDK_KEY_Up && keyval != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;
  step = field->type == JALON_TYPE_INTEGER ? 1 : MIN (1, (field->max - field->min) / 20);
  if (text == NULL || !jalon_number_parse (text, &number))
    number = CLAMP (0, field->min, field->max);
  else
    number = CLAMP (number + (keyval == GDK_KEY_Up ? step : -step), field->min, field->max);
  next = jalon_number_format (number);
  jalon_field_binding_set_text (self->binding, next, NULL);
  return GDK_EVENT_STOP;
}

static void
jalon_entry_row_dispose (GObject *object)
{
  JalonEntryRow *self = JALON_ENTRY_ROW (object);

  g_clear_object (&self->binding);

  G_OBJECT_CLASS (jalon_entry_row_parent_class)->dispose (object);
}

static void
jalon_entry_row_class_init (JalonEntryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jalon_entry_row_dispose;
}

static void
jalon_entry_row_init (JalonEntryRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (self, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  self->edit = gtk_button_new_with_mnemonic (_ ("_Edit All of It…"));
  gtk_widget_set_valign (self->edit, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->edit, "clicked", G_CALLBACK (edit_cb), self);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->edit);
}

/**
 * jalon_entry_row_new:
 * @binding: a field that is written in one line
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
jalon_entry_row_new (JalonFieldBinding *binding)
{
  JalonEntryRow *self;

  g_return_val_if_fail (JALON_IS_FIELD_BINDING (binding), NULL);

  self = g_object_new (JALON_TYPE_ENTRY_ROW, "tooltip-text", jalon_field_binding_get_hint (binding),
                       NULL);
  self->binding = g_object_ref (binding);
  /* A text of any length is taken in, and only its beginning shown; nothing else is so long. */
  if (jalon_field_binding_get_field (binding)->type != JALON_TYPE_LINE)
    gtk_text_set_max_length (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self))),
                             JALON_FIELD_TEXT_MOST_IN_LINE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 jalon_field_binding_get_label (binding));
  g_signal_connect_object (binding, "changed", G_CALLBACK (binding_changed_cb), self,
                           G_CONNECT_SWAPPED);
  binding_changed_cb (self);
  return GTK_WIDGET (self);
}
