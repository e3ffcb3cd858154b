/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-colour-row.h"

#include <glib/gi18n-lib.h>

#include "widgets/jalon-swatch.h"

/* The colours of the palette as swatches, and none. A colour of one's own stays as it is until
 * another is chosen. */

#define N_SWATCHES (JALON_PALETTE_SIZE + 1)

struct _JalonColourRow
{
  AdwPreferencesRow parent_instance;

  gboolean is_quiet; /* the program, not the user, is choosing */

  /* Owned by the row */
  GtkLabel *caption;
  /* The first is for no colour, the last is invisible: a colour of one's own */
  GtkToggleButton *swatches[N_SWATCHES + 1];

  /* Owned */
  JalonFieldBinding *binding;
};

G_DEFINE_FINAL_TYPE (JalonColourRow, jalon_colour_row, ADW_TYPE_PREFERENCES_ROW)

static void
toggled_cb (JalonColourRow *self, GtkToggleButton *swatch)
{
  g_assert (JALON_IS_COLOUR_ROW (self));

  if (self->is_quiet || !gtk_toggle_button_get_active (swatch))
    return;
  for (guint i = 0; i < N_SWATCHES; i++)
    if (self->swatches[i] == swatch)
      jalon_field_binding_set_text (self->binding, i > 0 ? jalon_palette[i - 1].nick : NULL, NULL);
  jalon_field_binding_finish (self->binding);
}

static void
binding_changed_cb (JalonColourRow *self)
{
  const char *text = jalon_field_binding_get_text (self->binding);
  g_autofree char *caption = jalon_field_binding_make_caption (self->binding);
  guint chosen = N_SWATCHES;

  g_assert (JALON_IS_COLOUR_ROW (self));

  if (text != NULL)
    chosen = text[0] == '\0' ? 0 : (guint) (jalon_choices_find (jalon_palette, text) + 1);
  if (chosen == 0 && text[0] != '\0')
    chosen = N_SWATCHES;
  gtk_label_set_label (self->caption, caption);
  self->is_quiet = TRUE;
  gtk_toggle_button_set_active (self->swatches[chosen], TRUE);
  self->is_quiet = FALSE;
}

static GtkWidget *
make_swatches (JalonColourRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  jalon_field_binding_get_label (self->binding), -1);
  for (guint i = 0; i <= N_SWATCHES; i++)
    {
      const JalonChoice *colour = i > 0 && i < N_SWATCHES ? &jalon_palette[i - 1] : NULL;

      self->swatches[i] = GTK_TOGGLE_BUTTON (jalon_swatch_new (colour));
      g_signal_connect_swapped (self->swatches[i], "toggled", G_CALLBACK (toggled_cb), self);
      if (i > 0)
        gtk_toggle_button_set_group (self->swatches[i], self->swatches[0]);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->swatches[i]));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->swatches[N_SWATCHES]), FALSE);
  return box;
}

static void
jalon_colour_row_dispose (GObject *object)
{
  JalonColourRow *self = JALON_COLOUR_ROW (object);

  g_clear_object (&self->binding);

  G_OBJECT_CLASS (jalon_colour_row_parent_class)->dispose (object);
}

static void
jalon_colour_row_class_init (JalonColourRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jalon_colour_row_dispose;
}

static void
jalon_colour_row_init (JalonColourRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "text-row");
}

/**
 * jalon_colour_row_new:
 * @binding: a colour
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
jalon_colour_row_new (JalonFieldBinding *binding)
{
  JalonColourRow *self;
  GtkWidget *box;

  g_return_val_if_fail (JALON_IS_FIELD_BINDING (binding), NULL);

  self = g_object_new (JALON_TYPE_COLOUR_ROW, "title", jalon_field_binding_get_label (binding),
                       "tooltip-text", jalon_field_binding_get_hint (binding), NULL);
  self->binding = g_object_ref (binding);
  self->caption = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->caption, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "dim-label");
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->caption));
  gtk_box_append (GTK_BOX (box), make_swatches (self));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  binding_changed_cb (self);
  g_signal_connect_object (binding, "changed", G_CALLBACK (binding_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
