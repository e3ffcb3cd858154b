/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jalon-gallery-card.h"

/* Assistive technology sees the actions of a class only, not that a child of a flow box can be
 * activated; so this one has an action for it. */

struct _JalonGalleryCard
{
  GtkFlowBoxChild parent_instance;
};

G_DEFINE_FINAL_TYPE (JalonGalleryCard, jalon_gallery_card, GTK_TYPE_FLOW_BOX_CHILD)

static void
open_this (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate (widget);
}

static void
jalon_gallery_card_class_init (JalonGalleryCardClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "card.open", NULL, open_this);
}

static void
jalon_gallery_card_init (JalonGalleryCard *self)
{
}

GtkWidget *
jalon_gallery_card_new (void)
{
  return g_object_new (JALON_TYPE_GALLERY_CARD, NULL);
}
