/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-inline-editor.h"

/* A text view over the text of a card. Being a real one, it has input methods, spelling of both
 * directions, the emoji chooser and the clipboard; only what ends editing is different. */

struct _JalonInlineEditor
{
  JalonTextArea parent_instance;

  gboolean is_multiline;
  gboolean is_quiet; /* the program, not the user, is changing the text */

  /* Owned */
  GtkCssProvider *provider;
};

enum
{
  PROP_0,
  PROP_MULTILINE,
  N_PROPS
};

enum
{
  TYPED,
  ENDED,
  FULL,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (JalonInlineEditor, jalon_inline_editor, JALON_TYPE_TEXT_AREA)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
changed_cb (JalonInlineEditor *self)
{
  g_assert (JALON_IS_INLINE_EDITOR (self));

  if (!self->is_quiet)
    g_signal_emit (self, signals[TYPED], 0);
}

/* Of a text that is too long, only as much as there is room for. */
static void
insert_cb (JalonInlineEditor *self,
           GtkTextIter *at,
           const char *text,
           int length,
           GtkTextBuffer *buffer)
{
  int room = JALON_INLINE_EDITOR_MOST - gtk_text_buffer_get_char_count (buffer);

  g_assert (JALON_IS_INLINE_EDITOR (self));

  if (self->is_quiet || g_utf8_strlen (text, length) <= MAX (room, 0))
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  if (room > 0)
    gtk_text_buffer_insert (buffer, at, text, g_utf8_offset_to_pointer (text, room) - text);
  g_signal_emit (self, signals[FULL], 0);
}

static void
end (JalonInlineEditor *self, JalonEditorEnd how)
{
  g_signal_emit (self, signals[ENDED], 0, how);
}

static void
insert_line_break (JalonInlineEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  if (!self->is_multiline)
    return;
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, "\n", -1, TRUE);
}

static gboolean
key_pressed_cb (JalonInlineEditor *self,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventControllerKey *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));
  gboolean breaks = (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0;

  /* An input method may need Enter, Tab and Escape for itself. */
  if (event != NULL && gtk_text_view_im_context_filter_keypress (GTK_TEXT_VIEW (self), event))
    return GDK_EVENT_STOP;

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (breaks)
        insert_line_break (self);
      else
        end (self, JALON_EDITOR_END_NEXT);
      return GDK_EVENT_STOP;

    case GDK_KEY_Escape:
      end (self, JALON_EDITOR_END_CANCEL);
      return GDK_EVENT_STOP;

    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      if ((state & GDK_CONTROL_MASK) != 0)
        return GDK_EVENT_PROPAGATE;
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
jalon_inline_editor_dispose (GObject *object)
{
  JalonInlineEditor *self = JALON_INLINE_EDITOR (object);

  if (self->provider != NULL)
    gtk_style_context_remove_provider (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                       GTK_STYLE_PROVIDER (self->provider));
  g_clear_object (&self->provider);

  G_OBJECT_CLASS (jalon_inline_editor_parent_class)->dispose (object);
}

static void
jalon_inline_editor_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  JalonInlineEditor *self = JALON_INLINE_EDITOR (object);

  switch (prop_id)
    {
    case PROP_MULTILINE:
      g_value_set_boolean (value, self->is_multiline);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
jalon_inline_editor_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  JalonInlineEditor *self = JALON_INLINE_EDITOR (object);

  switch (prop_id)
    {
    case PROP_MULTILINE:
      jalon_inline_editor_set_multiline (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
jalon_inline_editor_class_init (JalonInlineEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jalon_inline_editor_dispose;
  object_class->get_property = jalon_inline_editor_get_property;
  object_class->set_property = jalon_inline_editor_set_property;

  properties[PROP_MULTILINE] = g_param_spec_boolean ("multiline", NULL, NULL, TRUE,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                       G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * JalonInlineEditor::typed:
   * @self: the editor
   *
   * The user changed the text.
   */
  signals[TYPED] = g_signal_new ("typed", JALON_TYPE_INLINE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  /**
   * JalonInlineEditor::ended:
   * @self: the editor
   * @how: a #JalonEditorEnd
   *
   * The user wants to end editing.
   */
  signals[ENDED] = g_signal_new ("ended", JALON_TYPE_INLINE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * JalonInlineEditor::full:
   * @self: the editor
   *
   * Not all of what was typed or pasted could be taken.
   */
  signals[FULL] = g_signal_new ("full", JALON_TYPE_INLINE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

/* The font options of the map, see jalon-typesetter.c: lines break where they break there. */
static void
set_font_options (GtkWidget *widget)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  gtk_widget_set_font_options (widget, options);
  cairo_font_options_destroy (options);
}

static void
jalon_inline_editor_init (JalonInlineEditor *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->is_multiline = TRUE;
  self->provider = gtk_css_provider_new ();
  gtk_style_context_add_provider (gtk_widget_get_style_context (widget),
                                  GTK_STYLE_PROVIDER (self->provider),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  gtk_widget_add_css_class (widget, "inline-editor");
  set_font_options (widget);
  gtk_text_view_set_input_hints (GTK_TEXT_VIEW (self),
                                 GTK_INPUT_HINT_SPELLCHECK | GTK_INPUT_HINT_UPPERCASE_SENTENCES);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "insert-text",
                           G_CALLBACK (insert_cb), self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, keys);
}

GtkWidget *
jalon_inline_editor_new (void)
{
  return g_object_new (JALON_TYPE_INLINE_EDITOR, NULL);
}

static char *
make_css_colour (JalonColour colour)
{
  const GdkRGBA rgba = { colour.red, colour.green, colour.blue, colour.alpha };

  return gdk_rgba_to_string (&rgba);
}

/**
 * jalon_inline_editor_set_style:
 * @self: an editor
 * @style: what the text of the card looks like at 100 %
 *
 * Makes the text look like that of the card below.
 */
void
jalon_inline_editor_set_style (JalonInlineEditor *self, const JalonEditorStyle *style)
{
  const PangoFontDescription *font = style->font;
  g_autofree char *ink = make_css_colour (style->ink);
  g_autofree char *ground = make_css_colour (style->ground);
  g_autofree char *accent = make_css_colour (style->accent);
  g_autoptr (GString) css = g_string_new (".inline-editor {");
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (css, "font-family: %s;", pango_font_description_get_family (font));
  g_string_append_printf (css, "font-size: %spx;",
                          g_ascii_dtostr (number, sizeof number, style->size));
  g_string_append_printf (css, "font-weight: %d;", pango_font_description_get_weight (font));
  if (pango_font_description_get_style (font) != PANGO_STYLE_NORMAL)
    g_string_append (css, "font-style: italic;");
  g_string_append_printf (css, "line-height: %spx;",
                          g_ascii_dtostr (number, sizeof number, style->line_height));
  g_string_append_printf (css, "caret-color: %s; color: %s; }", accent, ink);
  g_string_append_printf (css, ".inline-editor, .inline-editor text { background: %s; }", ground);
  gtk_css_provider_load_from_data (self->provider, css->str, css->len);
  jalon_text_area_set_line_height (JALON_TEXT_AREA (self), style->line_height);
}

/**
 * jalon_inline_editor_set_text:
 * @self: an editor
 * @text: a text
 *
 * Replaces the text, but not as typing.
 */
void
jalon_inline_editor_set_text (JalonInlineEditor *self, const char *text)
{
  g_return_if_fail (JALON_IS_INLINE_EDITOR (self));

  self->is_quiet = TRUE;
  jalon_text_area_set_text (JALON_TEXT_AREA (self), text);
  self->is_quiet = FALSE;
}

/**
 * jalon_inline_editor_set_valid:
 * @self: an editor
 * @is_valid: %FALSE if the text cannot be taken as it is
 *
 * Shows whether the text is a value of its field.
 */
void
jalon_inline_editor_set_valid (JalonInlineEditor *self, gboolean is_valid)
{
  g_return_if_fail (JALON_IS_INLINE_EDITOR (self));

  if (is_valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               is_valid ? GTK_ACCESSIBLE_INVALID_FALSE
                                        : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}

/**
 * jalon_inline_editor_set_apart:
 * @self: an editor
 * @is_apart: whether it stands beside what is edited rather than over its text
 *
 * What stands apart does not flow, and has an edge of its own.
 */
void
jalon_inline_editor_set_apart (JalonInlineEditor *self, gboolean is_apart)
{
  g_return_if_fail (JALON_IS_INLINE_EDITOR (self));

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), is_apart ? GTK_WRAP_NONE : GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_justification (GTK_TEXT_VIEW (self),
                                   is_apart ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
  if (is_apart)
    gtk_widget_add_css_class (GTK_WIDGET (self), "apart");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "apart");
}

/**
 * jalon_inline_editor_set_multiline:
 * @self: an editor
 * @is_multiline: whether the text may have line breaks
 */
void
jalon_inline_editor_set_multiline (JalonInlineEditor *self, gboolean is_multiline)
{
  g_return_if_fail (JALON_IS_INLINE_EDITOR (self));

  is_multiline = !!is_multiline;
  if (self->is_multiline == is_multiline)
    return;
  self->is_multiline = is_multiline;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MULTILINE]);
}
