/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-canvas-proxy.h"

/* An invisible child of the canvas that stands for one item of the scene. Assistive technology sees
 * widgets only; the keyboard focus is on one of these, so that a screen reader follows it. */

struct _JalonCanvasProxy
{
  GtkWidget parent_instance;

  int item;
  gboolean is_selected;

  /* Owned */
  JalonNode *node;
  char *label;
  char *description;
};

enum
{
  ACTED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (JalonCanvasProxy, jalon_canvas_proxy, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/* "item.edit" becomes "canvas.edit" on this item. */
static void
act (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *action = g_strconcat ("canvas.", strchr (name, '.') + 1, NULL);

  g_signal_emit (widget, signals[ACTED], 0, action);
}

static void
jalon_canvas_proxy_finalize (GObject *object)
{
  JalonCanvasProxy *self = JALON_CANVAS_PROXY (object);

  g_clear_pointer (&self->node, jalon_node_unref);
  g_free (self->label);
  g_free (self->description);

  G_OBJECT_CLASS (jalon_canvas_proxy_parent_class)->finalize (object);
}

static void
jalon_canvas_proxy_class_init (JalonCanvasProxyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = jalon_canvas_proxy_finalize;

  /**
   * JalonCanvasProxy::acted:
   * @self: the proxy
   * @action: an action of the canvas
   *
   * Assistive technology wants something done with what the proxy stands for.
   */
  signals[ACTED] = g_signal_new ("acted", JALON_TYPE_CANVAS_PROXY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "item.edit", NULL, act);
  gtk_widget_class_install_action (widget_class, "item.select", NULL, act);
  gtk_widget_class_install_action (widget_class, "item.delete", NULL, act);
  gtk_widget_class_install_action (widget_class, "item.duplicate", NULL, act);
  gtk_widget_class_install_action (widget_class, "item.cut", NULL, act);
  gtk_widget_class_install_action (widget_class, "item.copy", NULL, act);
  gtk_widget_class_install_action (widget_class, "item.paste", NULL, act);
  gtk_widget_class_install_action (widget_class, "item.add-after", NULL, act);
  gtk_widget_class_install_action (widget_class, "item.add-before", NULL, act);
  gtk_widget_class_install_action (widget_class, "item.split", NULL, act);
  gtk_widget_class_install_action (widget_class, "item.merge", NULL, act);
  gtk_widget_class_install_action (widget_class, "item.hide", NULL, act);
  gtk_widget_class_install_action (widget_class, "item.follow", NULL, act);
  gtk_widget_class_install_action (widget_class, "item.details", NULL, act);
  gtk_widget_class_install_action (widget_class, "item.menu", NULL, act);
  gtk_widget_class_install_action (widget_class, "item.move-left", NULL, act);
  gtk_widget_class_install_action (widget_class, "item.move-right", NULL, act);
  gtk_widget_class_install_action (widget_class, "item.move-up", NULL, act);
  gtk_widget_class_install_action (widget_class, "item.move-down", NULL, act);
}

static void
jalon_canvas_proxy_init (JalonCanvasProxy *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * jalon_canvas_proxy_role_for:
 * @node: a node of a scene
 *
 * Returns: what it is to assistive technology
 */
GtkAccessibleRole
jalon_canvas_proxy_role_for (JalonNode *node)
{
  switch (jalon_node_get_role (node))
    {
    case JALON_ROLE_HEADING:
      return GTK_ACCESSIBLE_ROLE_HEADING;
    case JALON_ROLE_STAGE:
    case JALON_ROLE_STEP:
      return GTK_ACCESSIBLE_ROLE_COLUMN_HEADER;
    case JALON_ROLE_LANE:
      return GTK_ACCESSIBLE_ROLE_ROW_HEADER;
    case JALON_ROLE_SLOT:
      return GTK_ACCESSIBLE_ROLE_GRID_CELL;
    case JALON_ROLE_CARD:
      return GTK_ACCESSIBLE_ROLE_LIST_ITEM;
    case JALON_ROLE_ROW:
      return GTK_ACCESSIBLE_ROLE_ROW;
    case JALON_ROLE_POINT:
    case JALON_ROLE_LINK:
    case JALON_ROLE_TEXT:
    case JALON_ROLE_DECORATION:
    default:
      return GTK_ACCESSIBLE_ROLE_BUTTON;
    }
}

GtkWidget *
jalon_canvas_proxy_new (GtkAccessibleRole role)
{
  return g_object_new (JALON_TYPE_CANVAS_PROXY, "accessible-role", role, NULL);
}

JalonNode *
jalon_canvas_proxy_get_node (JalonCanvasProxy *self)
{
  g_return_val_if_fail (JALON_IS_CANVAS_PROXY (self), NULL);

  return self->node;
}

/**
 * jalon_canvas_proxy_get_item:
 * @self: a proxy
 *
 * Returns: which item of the scene it stands for; −1 for none
 */
int
jalon_canvas_proxy_get_item (JalonCanvasProxy *self)
{
  g_return_val_if_fail (JALON_IS_CANVAS_PROXY (self), -1);

  return self->item;
}

/**
 * jalon_canvas_proxy_set_item:
 * @self: a proxy
 * @item: an item of the scene, −1 for none
 * @node: (nullable): its node, of the role that @self was made for; %NULL keeps the last
 *
 * Sets what the proxy stands for.
 */
void
jalon_canvas_proxy_set_item (JalonCanvasProxy *self, int item, JalonNode *node)
{
  g_return_if_fail (JALON_IS_CANVAS_PROXY (self));

  self->item = item;
  if (node == NULL || self->node == node)
    return;
  g_clear_pointer (&self->node, jalon_node_unref);
  self->node = jalon_node_ref (node);
}

const char *
jalon_canvas_proxy_get_label (JalonCanvasProxy *self)
{
  g_return_val_if_fail (JALON_IS_CANVAS_PROXY (self), NULL);

  return self->label;
}

const char *
jalon_canvas_proxy_get_description (JalonCanvasProxy *self)
{
  g_return_val_if_fail (JALON_IS_CANVAS_PROXY (self), NULL);

  return self->description;
}

/* Tells assistive technology only what is new. */
static gboolean
replace (char **where, const char *text)
{
  if (g_strcmp0 (*where, text) == 0)
    return FALSE;
  g_free (*where);
  *where = g_strdup (text);
  return TRUE;
}

/**
 * jalon_canvas_proxy_describe:
 * @self: a proxy
 * @label: what it is called
 * @description: what it is and where, as in "Card, 2 of 5"
 * @is_selected: whether it is selected
 *
 * Sets what a screen reader says.
 */
void
jalon_canvas_proxy_describe (JalonCanvasProxy *self,
                             const char *label,
                             const char *description,
                             gboolean is_selected)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);

  g_return_if_fail (JALON_IS_CANVAS_PROXY (self));

  if (replace (&self->label, label))
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (replace (&self->description, description))
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                    -1);
  if (self->is_selected == is_selected)
    return;
  self->is_selected = is_selected;
  gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_SELECTED, is_selected, -1);
}
