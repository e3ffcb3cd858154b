/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-picture-row.h"

#include <glib/gi18n-lib.h>

#include "document/jalon-field.h"
#include "drawing/jalon-picture.h"
#include "widgets/jalon-commands.h"
#include "widgets/jalon-entry-row.h"
#include "widgets/jalon-picture-drop.h"
#include "widgets/jalon-texture.h"

/* A picture: what it is, where another one comes from, and what it shows for those who do not see
 * it. */

#define THUMBNAIL 40

struct _JalonPictureRow
{
  AdwExpanderRow parent_instance;

  /* Owned by the row */
  GtkWidget *thumbnail;
  GtkWidget *choose;
  GtkWidget *remove;
  GtkWidget *description; /* NULL without a picture */

  /* Owned */
  JalonFieldBinding *binding;
  JalonFieldBinding *alt;
  JalonElement *image;
  guint64 stamp; /* of the image in the thumbnail */
};

G_DEFINE_FINAL_TYPE (JalonPictureRow, jalon_picture_row, ADW_TYPE_EXPANDER_ROW)

/* The picture of all elements, NULL if there is none or they have different ones. */
static JalonElement *
find_image (JalonPictureRow *self)
{
  const char *id = jalon_field_binding_get_text (self->binding);
  JalonDocument *document = jalon_field_binding_get_document (self->binding);

  return id != NULL && id[0] != '\0' && document != NULL ? jalon_document_lookup (document, id)
                                                         : NULL;
}

static GdkTexture *
make_texture (JalonElement *image)
{
  g_autoptr (JalonPicture) picture = jalon_picture_new (image, NULL);

  return picture != NULL ? jalon_texture_new (jalon_picture_get_surface (picture)) : NULL;
}

static void
show_thumbnail (JalonPictureRow *self)
{
  g_autoptr (GdkTexture) texture = self->image != NULL ? make_texture (self->image) : NULL;
  GtkImage *thumbnail = GTK_IMAGE (self->thumbnail);

  if (texture != NULL)
    gtk_image_set_from_paintable (thumbnail, GDK_PAINTABLE (texture));
  else
    gtk_image_set_from_icon_name (thumbnail, self->image != NULL ? "image-missing-symbolic"
                                                                 : "image-x-generic-symbolic");
  gtk_image_set_pixel_size (thumbnail, texture != NULL ? THUMBNAIL : 16);
}

/* The entry for what the picture shows is one of another element each time. */
static void
show_description (JalonPictureRow *self)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (self);
  g_autoptr (GPtrArray) images = g_ptr_array_new ();

  if (self->description != NULL)
    adw_expander_row_remove (row, self->description);
  self->description = NULL;
  g_clear_object (&self->alt);
  if (self->image != NULL)
    {
      g_ptr_array_add (images, self->image);
      self->alt = jalon_field_binding_new (jalon_element_get_field (self->image, JALON_FIELD_ALT),
                                           images);
      self->description = jalon_entry_row_new (self->alt);
      adw_expander_row_add_row (row, self->description);
    }
  adw_expander_row_set_enable_expansion (row, self->image != NULL);
  adw_expander_row_set_expanded (row, self->image != NULL);
}

static char *
make_subtitle (JalonPictureRow *self)
{
  const char *name;

  if (self->image == NULL)
    return g_strdup (jalon_field_binding_get_text (self->binding) != NULL
                       ? jalon_field_get_none (jalon_field_binding_get_field (self->binding))
                       : jalon_field_binding_get_several (self->binding));
  name = jalon_element_get_title (self->image);
  if (name[0] != '\0')
    return g_strdup (name);
  /* Translators: the size of a picture in pixels */
  return g_strdup_printf (_ ("%d × %d"),
                          (int) jalon_element_get_number (self->image, JALON_FIELD_WIDTH),
                          (int) jalon_element_get_number (self->image, JALON_FIELD_HEIGHT));
}

static void
set_tip (GtkWidget *button, const char *text)
{
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
binding_changed_cb (JalonPictureRow *self)
{
  JalonElement *image = find_image (self);
  gboolean is_other = image != self->image;
  g_autofree char *subtitle = NULL;

  g_assert (JALON_IS_PICTURE_ROW (self));

  g_set_object (&self->image, image);
  if (is_other)
    show_description (self);
  else if (self->alt != NULL)
    jalon_field_binding_refresh (self->alt);
  if (is_other || (image != NULL && jalon_element_get_stamp (image) != self->stamp))
    show_thumbnail (self);
  self->stamp = image != NULL ? jalon_element_get_stamp (image) : 0;
  subtitle = make_subtitle (self);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_widget_set_visible (self->remove,
                          g_strcmp0 (jalon_field_binding_get_text (self->binding), "") != 0);
  set_tip (self->choose, image != NULL ? _ ("Replace Picture…") : _ ("Choose Picture…"));
}

static JalonDocument *
get_place (JalonPictureRow *self, JalonPicturePlace *place)
{
  place->elements = g_ptr_array_ref (jalon_field_binding_get_elements (self->binding));
  place->field = jalon_field_binding_get_field (self->binding);
  return jalon_field_binding_get_document (self->binding);
}

static void
choose_cb (JalonPictureRow *self)
{
  g_auto (JalonPicturePlace) place = { 0 };
  JalonDocument *document = get_place (self, &place);

  g_assert (JALON_IS_PICTURE_ROW (self));

  if (document != NULL)
    jalon_picture_choose (GTK_WIDGET (self), document, &place);
}

static void
remove_cb (JalonPictureRow *self)
{
  g_auto (JalonPicturePlace) place = { 0 };
  JalonDocument *document = get_place (self, &place);

  g_assert (JALON_IS_PICTURE_ROW (self));

  if (document != NULL)
    jalon_commands_set_picture (document, place.elements, place.field->id, NULL);
}

static JalonDocument *
find_drop_cb (GtkWidget *widget, double x, double y, JalonPicturePlace *place)
{
  if (x < 0)
    {
      gtk_widget_unset_state_flags (widget, GTK_STATE_FLAG_DROP_ACTIVE);
      return NULL;
    }
  gtk_widget_set_state_flags (widget, GTK_STATE_FLAG_DROP_ACTIVE, FALSE);
  return get_place (JALON_PICTURE_ROW (widget), place);
}

static void
jalon_picture_row_dispose (GObject *object)
{
  JalonPictureRow *self = JALON_PICTURE_ROW (object);

  g_clear_object (&self->binding);
  g_clear_object (&self->alt);
  g_clear_object (&self->image);

  G_OBJECT_CLASS (jalon_picture_row_parent_class)->dispose (object);
}

static void
jalon_picture_row_class_init (JalonPictureRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jalon_picture_row_dispose;
}

static GtkWidget *
add_button (JalonPictureRow *self, const char *icon, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), button);
  return button;
}

static void
jalon_picture_row_init (JalonPictureRow *self)
{
  self->thumbnail = gtk_image_new ();
  gtk_widget_set_size_request (self->thumbnail, THUMBNAIL, THUMBNAIL);
  gtk_widget_set_valign (self->thumbnail, GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (self->thumbnail, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (self->thumbnail, "thumbnail");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->thumbnail);
  self->remove = add_button (self, "user-trash-symbolic", G_CALLBACK (remove_cb));
  self->choose = add_button (self, "document-open-symbolic", G_CALLBACK (choose_cb));
  set_tip (self->remove, _ ("Remove Picture"));
  jalon_picture_drop_init (GTK_WIDGET (self), find_drop_cb);
}

/**
 * jalon_picture_row_new:
 * @binding: a reference to an image
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
jalon_picture_row_new (JalonFieldBinding *binding)
{
  JalonPictureRow *self;

  g_return_val_if_fail (JALON_IS_FIELD_BINDING (binding), NULL);

  self = g_object_new (JALON_TYPE_PICTURE_ROW, "title", jalon_field_binding_get_label (binding),
                       "tooltip-text", jalon_field_binding_get_hint (binding), "use-markup", FALSE,
                       NULL);
  self->binding = g_object_ref (binding);
  show_thumbnail (self);
  show_description (self);
  binding_changed_cb (self);
  g_signal_connect_object (binding, "changed", G_CALLBACK (binding_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
