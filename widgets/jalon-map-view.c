/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-map-view.h"

#include "widgets/jalon-candidates.h"

/* A widget that shows a map of a document: what canvas, lists, sidebar and inspector share. It
 * follows the document and lets go of a map that is deleted. */

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_MAP,
  PROP_EDITABLE,
  N_PROPS
};

G_DEFINE_ABSTRACT_TYPE (JalonMapView, jalon_map_view, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

enum
{
  JUMP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
nothing (JalonMapView *self)
{
}

static void
nothing_changed (JalonMapView *self, const JalonStep *step)
{
}

static gboolean
shows_nothing (JalonMapView *self, JalonElement *element)
{
  return FALSE;
}

static gboolean
reveal_nothing (JalonMapView *self, JalonElement *element, JalonFieldId field)
{
  return FALSE;
}

static void
update_name (JalonMapView *self)
{
  if (self->named != NULL && self->map != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->named), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    jalon_candidates_name (self->map), -1);
}

static void
document_changed_cb (JalonMapView *self, const JalonStep *step)
{
  g_assert (JALON_IS_MAP_VIEW (self));

  if (self->map != NULL && jalon_element_get_document (self->map) != self->document)
    jalon_map_view_set_map (self, NULL);
  update_name (self);
  JALON_MAP_VIEW_GET_CLASS (self)->document_changed (self, step);
}

static void
selection_changed_cb (JalonMapView *self)
{
  g_assert (JALON_IS_MAP_VIEW (self));

  JALON_MAP_VIEW_GET_CLASS (self)->selection_changed (self);
}

static void
jalon_map_view_dispose (GObject *object)
{
  JalonMapView *self = JALON_MAP_VIEW (object);
  GtkWidget *child;

  jalon_map_view_set_document (self, NULL);
  g_clear_object (&self->signals);
  g_clear_pointer (&self->marks, jalon_hit_marks_free);
  g_clear_pointer (&self->hits, g_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (jalon_map_view_parent_class)->dispose (object);
}

static void
jalon_map_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  JalonMapView *self = JALON_MAP_VIEW (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;

    case PROP_MAP:
      g_value_set_object (value, self->map);
      break;

    case PROP_EDITABLE:
      g_value_set_boolean (value, self->is_editable);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
jalon_map_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  JalonMapView *self = JALON_MAP_VIEW (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      jalon_map_view_set_document (self, g_value_get_object (value));
      break;

    case PROP_MAP:
      jalon_map_view_set_map (self, g_value_get_object (value));
      break;

    case PROP_EDITABLE:
      jalon_map_view_set_editable (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
jalon_map_view_class_init (JalonMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = jalon_map_view_dispose;
  object_class->get_property = jalon_map_view_get_property;
  object_class->set_property = jalon_map_view_set_property;

  klass->enter_document = nothing;
  klass->leave_map = nothing;
  klass->enter_map = nothing;
  klass->editable_changed = nothing;
  klass->document_changed = nothing_changed;
  klass->selection_changed = nothing;
  klass->hits_changed = nothing;
  klass->finish_edit = nothing;
  klass->shows = shows_nothing;
  klass->reveal = reveal_nothing;

  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, JALON_TYPE_DOCUMENT,
                                                   flags);
  properties[PROP_MAP] = g_param_spec_object ("map", NULL, NULL, JALON_TYPE_ELEMENT, flags);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * JalonMapView::jump:
   * @self: the view
   * @id: the id of an element
   *
   * People want to see an element, which may be on another map.
   */
  signals[JUMP] = g_signal_new ("jump", JALON_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
jalon_map_view_init (JalonMapView *self)
{
  self->is_editable = TRUE;
  self->hit = -1;
  self->signals = g_signal_group_new (JALON_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (document_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::selection",
                                  G_CALLBACK (selection_changed_cb), self);
}

JalonDocument *
jalon_map_view_get_document (JalonMapView *self)
{
  g_return_val_if_fail (JALON_IS_MAP_VIEW (self), NULL);

  return self->document;
}

/**
 * jalon_map_view_set_document:
 * @self: a view
 * @document: (nullable): a document
 *
 * Sets the document of which maps are shown. None of them is shown yet.
 */
void
jalon_map_view_set_document (JalonMapView *self, JalonDocument *document)
{
  g_return_if_fail (JALON_IS_MAP_VIEW (self));
  g_return_if_fail (document == NULL || JALON_IS_DOCUMENT (document));

  if (self->document == document)
    return;
  jalon_map_view_set_map (self, NULL);
  g_signal_group_set_target (self->signals, document);
  g_set_object (&self->document, document);
  JALON_MAP_VIEW_GET_CLASS (self)->enter_document (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

JalonElement *
jalon_map_view_get_map (JalonMapView *self)
{
  g_return_val_if_fail (JALON_IS_MAP_VIEW (self), NULL);

  return self->map;
}

/**
 * jalon_map_view_set_map:
 * @self: a view
 * @map: (nullable): an element of its document, mostly a map
 */
void
jalon_map_view_set_map (JalonMapView *self, JalonElement *map)
{
  g_return_if_fail (JALON_IS_MAP_VIEW (self));
  g_return_if_fail (map == NULL || jalon_element_get_document (map) == self->document);

  if (self->map == map)
    return;
  JALON_MAP_VIEW_GET_CLASS (self)->leave_map (self);
  g_set_object (&self->map, map);
  JALON_MAP_VIEW_GET_CLASS (self)->enter_map (self);
  update_name (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MAP]);
}

gboolean
jalon_map_view_get_editable (JalonMapView *self)
{
  g_return_val_if_fail (JALON_IS_MAP_VIEW (self), FALSE);

  return self->is_editable;
}

/**
 * jalon_map_view_set_editable:
 * @self: a view
 * @is_editable: %FALSE to show the document only; what is being written then is finished before
 */
void
jalon_map_view_set_editable (JalonMapView *self, gboolean is_editable)
{
  g_return_if_fail (JALON_IS_MAP_VIEW (self));

  is_editable = !!is_editable;
  if (self->is_editable == is_editable)
    return;
  if (!is_editable)
    jalon_map_view_finish_edit (self);
  self->is_editable = is_editable;
  JALON_MAP_VIEW_GET_CLASS (self)->editable_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
}

/**
 * jalon_map_view_set_hits:
 * @self: a view
 * @hits: (nullable) (element-type JalonHit): what was found; it must not change any more, and keep
 *   its elements alive
 * @hit: which of them is the current one, −1 for none
 *
 * Marks what was found on the map that is shown.
 */
void
jalon_map_view_set_hits (JalonMapView *self, GArray *hits, int hit)
{
  g_return_if_fail (JALON_IS_MAP_VIEW (self));

  if (self->hits == hits && self->hit == hit)
    return;
  if (hits != NULL)
    g_array_ref (hits);
  g_clear_pointer (&self->marks, jalon_hit_marks_free);
  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = hits;
  self->hit = hit;
  JALON_MAP_VIEW_GET_CLASS (self)->hits_changed (self);
}

/**
 * jalon_map_view_get_mark:
 * @self: a view
 * @element: an element
 * @field: a field of it, or %JALON_FIELD_NONE for any
 *
 * Returns: how it is to be marked as found
 */
JalonHitMark
jalon_map_view_get_mark (JalonMapView *self, JalonElement *element, JalonFieldId field)
{
  g_return_val_if_fail (JALON_IS_MAP_VIEW (self), JALON_HIT_MARK_NONE);

  if (self->hits == NULL || self->hits->len == 0)
    return JALON_HIT_MARK_NONE;
  if (self->marks == NULL)
    self->marks = jalon_hit_marks_new (self->hits, self->hit);
  return jalon_hit_marks_get (self->marks, element, field);
}

/**
 * jalon_map_view_finish_edit:
 * @self: a view
 *
 * Ends what people write there, as if they had gone elsewhere.
 */
void
jalon_map_view_finish_edit (JalonMapView *self)
{
  g_return_if_fail (JALON_IS_MAP_VIEW (self));

  JALON_MAP_VIEW_GET_CLASS (self)->finish_edit (self);
}

/**
 * jalon_map_view_shows:
 * @self: a view
 * @element: an element of its document
 *
 * Returns: %TRUE if the element is seen on the map that is shown
 */
gboolean
jalon_map_view_shows (JalonMapView *self, JalonElement *element)
{
  g_return_val_if_fail (JALON_IS_MAP_VIEW (self) && JALON_IS_ELEMENT (element), FALSE);

  return JALON_MAP_VIEW_GET_CLASS (self)->shows (self, element);
}

/**
 * jalon_map_view_reveal:
 * @self: a view
 * @element: an element of its document
 * @field: a field of it, or %JALON_FIELD_NONE
 *
 * Selects an element and scrolls to where the field is shown, or the element, or what it is in.
 *
 * Returns: %TRUE if the element is seen on the map that is shown
 */
gboolean
jalon_map_view_reveal (JalonMapView *self, JalonElement *element, JalonFieldId field)
{
  g_return_val_if_fail (JALON_IS_MAP_VIEW (self) && JALON_IS_ELEMENT (element), FALSE);
  g_return_val_if_fail (jalon_element_get_document (element) == self->document, FALSE);

  return JALON_MAP_VIEW_GET_CLASS (self)->reveal (self, element, field);
}

/**
 * jalon_map_view_jump:
 * @self: a view
 * @id: the id of an element
 *
 * Has the window show an element, which may be on another map.
 */
void
jalon_map_view_jump (JalonMapView *self, const char *id)
{
  g_return_if_fail (JALON_IS_MAP_VIEW (self));

  g_signal_emit (self, signals[JUMP], 0, id);
}
