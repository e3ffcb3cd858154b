/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-map-picture.h"

/* What a map looks like, always of the same size; until that is known, an icon of its kind. To
 * assistive technology it is nothing: the name says all. */

struct _JalonMapPicture
{
  GtkWidget parent_instance;

  GtkWidget *icon; /* a child */

  /* Owned */
  GdkTexture *texture;
};

G_DEFINE_FINAL_TYPE (JalonMapPicture, jalon_map_picture, GTK_TYPE_WIDGET)

static void
jalon_map_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JalonMapPicture *self = JALON_MAP_PICTURE (widget);
  const graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                   gtk_widget_get_height (widget));

  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &area);
  else
    gtk_widget_snapshot_child (widget, self->icon, snapshot);
}

static void
jalon_map_picture_dispose (GObject *object)
{
  JalonMapPicture *self = JALON_MAP_PICTURE (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_object (&self->texture);

  G_OBJECT_CLASS (jalon_map_picture_parent_class)->dispose (object);
}

static void
jalon_map_picture_class_init (JalonMapPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jalon_map_picture_dispose;
  widget_class->snapshot = jalon_map_picture_snapshot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "mappicture");
}

static void
jalon_map_picture_init (JalonMapPicture *self)
{
  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             NULL);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self), JALON_MAP_PICTURE_WIDTH,
                               JALON_MAP_PICTURE_HEIGHT);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * jalon_map_picture_set_icon:
 * @self: a picture
 * @name: of the icon that stands there meanwhile
 */
void
jalon_map_picture_set_icon (JalonMapPicture *self, const char *name)
{
  g_return_if_fail (JALON_IS_MAP_PICTURE (self));

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), name);
}

GdkTexture *
jalon_map_picture_get_texture (JalonMapPicture *self)
{
  g_return_val_if_fail (JALON_IS_MAP_PICTURE (self), NULL);

  return self->texture;
}

/**
 * jalon_map_picture_set_texture:
 * @self: a picture
 * @texture: (nullable): what the map looks like
 */
void
jalon_map_picture_set_texture (JalonMapPicture *self, GdkTexture *texture)
{
  g_return_if_fail (JALON_IS_MAP_PICTURE (self));
  g_return_if_fail (texture == NULL || GDK_IS_TEXTURE (texture));

  if (g_set_object (&self->texture, texture))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
