/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-sidebar.h"

#include "widgets/jalon-sidebar-drop.h"
#include "widgets/jalon-sidebar-section.h"

/* The maps of the project by kind. The keys go through all of them as if they were one list. */

static const JalonKind kinds[] = {
  JALON_KIND_PERSONA, JALON_KIND_EMPATHY_MAP, JALON_KIND_STAKEHOLDER_MAP,
  JALON_KIND_JOURNEY, JALON_KIND_REGISTER,
};

#define N_SECTIONS G_N_ELEMENTS (kinds)

struct _JalonSidebar
{
  AdwBin parent_instance;

  /* Template children */
  GtkBox *box;

  /* Owned by the box */
  JalonSidebarSection *sections[N_SECTIONS];

  /* Owned */
  JalonDocument *document;
  JalonElement *map;
  GSignalGroup *signals;

  gboolean is_locked;
};

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_MAP,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (JalonSidebar, jalon_sidebar, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

enum
{
  MESSAGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
select_row (JalonSidebar *self)
{
  for (guint i = 0; i < N_SECTIONS; i++)
    jalon_sidebar_section_select (self->sections[i], self->map);
}

static void
selected_cb (JalonSidebar *self, JalonElement *map)
{
  g_assert (JALON_IS_SIDEBAR (self));

  jalon_sidebar_set_map (self, map);
}

static gboolean
left_cb (JalonSidebar *self, GtkDirectionType direction, JalonSidebarSection *section)
{
  int step = direction == GTK_DIR_DOWN ? 1 : -1;
  int i = 0;

  g_assert (JALON_IS_SIDEBAR (self));

  while (self->sections[i] != section)
    i++;
  for (i += step; i >= 0 && i < (int) N_SECTIONS; i += step)
    {
      JalonMapRow *row = jalon_sidebar_section_get_row (self->sections[i],
                                                        step > 0 ? 0 : G_MAXUINT);

      if (row == NULL)
        continue;
      jalon_sidebar_set_map (self, jalon_map_row_get_map (row));
      return gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  return FALSE;
}

static void
document_changed_cb (JalonSidebar *self)
{
  g_assert (JALON_IS_SIDEBAR (self));

  for (guint i = 0; i < N_SECTIONS; i++)
    jalon_sidebar_section_refresh (self->sections[i]);
  select_row (self);
}

static void
jalon_sidebar_dispose (GObject *object)
{
  JalonSidebar *self = JALON_SIDEBAR (object);

  if (self->box != NULL)
    jalon_sidebar_set_document (self, NULL);
  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), JALON_TYPE_SIDEBAR);

  G_OBJECT_CLASS (jalon_sidebar_parent_class)->dispose (object);
}

static void
jalon_sidebar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  JalonSidebar *self = JALON_SIDEBAR (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;

    case PROP_MAP:
      g_value_set_object (value, self->map);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
jalon_sidebar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  JalonSidebar *self = JALON_SIDEBAR (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      jalon_sidebar_set_document (self, g_value_get_object (value));
      break;

    case PROP_MAP:
      jalon_sidebar_set_map (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
jalon_sidebar_class_init (JalonSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = jalon_sidebar_dispose;
  object_class->get_property = jalon_sidebar_get_property;
  object_class->set_property = jalon_sidebar_set_property;

  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, JALON_TYPE_DOCUMENT,
                                                   flags);
  properties[PROP_MAP] = g_param_spec_object ("map", NULL, NULL, JALON_TYPE_ELEMENT, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * JalonSidebar::message:
   * @self: the sidebar
   * @message: what people should know
   */
  signals[MESSAGE] = g_signal_new ("message", JALON_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/jalon/Jalon/ui/jalon-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, JalonSidebar, box);
}

static void
jalon_sidebar_init (JalonSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_SECTIONS; i++)
    {
      GtkWidget *section = jalon_sidebar_section_new (kinds[i]);

      self->sections[i] = JALON_SIDEBAR_SECTION (section);
      g_signal_connect_swapped (section, "selected", G_CALLBACK (selected_cb), self);
      g_signal_connect_swapped (section, "left", G_CALLBACK (left_cb), self);
      gtk_box_append (self->box, section);
    }
  jalon_sidebar_drop_init (self);
  self->signals = g_signal_group_new (JALON_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (document_changed_cb), self);
}

GtkWidget *
jalon_sidebar_new (void)
{
  return g_object_new (JALON_TYPE_SIDEBAR, NULL);
}

JalonDocument *
jalon_sidebar_get_document (JalonSidebar *self)
{
  g_return_val_if_fail (JALON_IS_SIDEBAR (self), NULL);

  return self->document;
}

/**
 * jalon_sidebar_set_document:
 * @self: a sidebar
 * @document: (nullable): whose maps are listed
 */
void
jalon_sidebar_set_document (JalonSidebar *self, JalonDocument *document)
{
  JalonElement *project;

  g_return_if_fail (JALON_IS_SIDEBAR (self));
  g_return_if_fail (document == NULL || JALON_IS_DOCUMENT (document));

  if (self->document == document)
    return;
  jalon_sidebar_set_map (self, NULL);
  g_set_object (&self->document, document);
  self->is_locked = FALSE;
  g_signal_group_set_target (self->signals, document);
  project = document != NULL ? jalon_document_get_project (document) : NULL;
  for (guint i = 0; i < N_SECTIONS; i++)
    jalon_sidebar_section_set_project (self->sections[i], project);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

JalonElement *
jalon_sidebar_get_map (JalonSidebar *self)
{
  g_return_val_if_fail (JALON_IS_SIDEBAR (self), NULL);

  return self->map;
}

/**
 * jalon_sidebar_set_map:
 * @self: a sidebar
 * @map: (nullable): the map that is shown
 */
void
jalon_sidebar_set_map (JalonSidebar *self, JalonElement *map)
{
  g_return_if_fail (JALON_IS_SIDEBAR (self));
  g_return_if_fail (map == NULL || JALON_IS_ELEMENT (map));

  if (!g_set_object (&self->map, map))
    return;
  select_row (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MAP]);
}

/**
 * jalon_sidebar_rename:
 * @self: a sidebar
 *
 * Lets people rename the map that is shown.
 */
void
jalon_sidebar_rename (JalonSidebar *self)
{
  g_return_if_fail (JALON_IS_SIDEBAR (self));

  for (guint i = 0; self->map != NULL && i < N_SECTIONS; i++)
    {
      JalonMapRow *row = jalon_sidebar_section_find (self->sections[i], self->map);

      if (row != NULL)
        jalon_map_row_rename (row);
    }
}

/**
 * jalon_sidebar_lock:
 * @self: a sidebar with a document
 *
 * Lets people look at the maps of this document, but not rename, copy or delete them.
 */
void
jalon_sidebar_lock (JalonSidebar *self)
{
  g_return_if_fail (JALON_IS_SIDEBAR (self));

  self->is_locked = TRUE;
  for (guint i = 0; i < N_SECTIONS; i++)
    {
      JalonMapRow *row;

      for (guint j = 0; (row = jalon_sidebar_section_get_row (self->sections[i], j)) != NULL; j++)
        jalon_map_row_lock (row);
    }
}

gboolean
jalon_sidebar_is_locked (JalonSidebar *self)
{
  g_return_val_if_fail (JALON_IS_SIDEBAR (self), TRUE);

  return self->is_locked;
}

/**
 * jalon_sidebar_say:
 * @self: a sidebar
 * @message: what people should know
 */
void
jalon_sidebar_say (JalonSidebar *self, const char *message)
{
  g_return_if_fail (JALON_IS_SIDEBAR (self));

  g_signal_emit (self, signals[MESSAGE], 0, message);
}
