/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-find-bar.h"

#include "widgets/jalon-commands.h"
#include "widgets/jalon-find-text.h"
#include "widgets/jalon-finder.h"
#include "widgets/jalon-search-entry.h"

/* A line in which people say what they look for. All of it is marked where the map is shown; the
 * keys go from hit to hit, through all maps of the project. */

struct _JalonFindBar
{
  AdwBin parent_instance;

  /* Template children */
  GtkSearchBar *bar;
  GtkSearchEntry *entry;
  GtkLabel *where;
  GtkLabel *count;
  GtkWidget *previous;
  GtkWidget *next;

  /* Owned */
  JalonMapView *view;
  GSignalGroup *signals;
  JalonFinder *finder;
  char *origin; /* the id of where people were when they began */
};

enum
{
  PROP_0,
  PROP_VIEW,
  N_PROPS
};

enum
{
  GO,
  CLOSED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (JalonFindBar, jalon_find_bar, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static JalonElement *
get_selected (JalonFindBar *self)
{
  JalonDocument *document = jalon_map_view_get_document (self->view);
  g_autoptr (GPtrArray) selected = NULL;

  if (document == NULL)
    return NULL;
  selected = jalon_commands_get_selected (document);
  return selected->len > 0 ? g_ptr_array_index (selected, 0) : NULL;
}

static void
set_error (JalonFindBar *self, gboolean is_error)
{
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

/* Says how many there are, also to a screen reader: it reads the new description of what has the
 * focus. */
static void
show_count (JalonFindBar *self)
{
  guint n_hits = jalon_finder_get_hits (self->finder)->len;
  g_autofree char *count = jalon_find_text_make_count (self->finder,
                                                       jalon_map_view_get_map (self->view));
  g_autofree char *where = jalon_find_text_make_where (self->finder, self->view);
  g_autofree char *spoken = g_strconcat (count, where[0] != '\0' ? ", " : "", where, NULL);

  gtk_label_set_label (self->count, count);
  gtk_label_set_label (self->where, where);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  spoken, -1);
  gtk_widget_set_sensitive (self->previous, n_hits > 0);
  gtk_widget_set_sensitive (self->next, n_hits > 0);
  set_error (self, n_hits == 0 && jalon_finder_get_query (self->finder)[0] != '\0');
}

static void
refresh (JalonFindBar *self)
{
  GArray *hits = jalon_finder_get_hits (self->finder);

  if (self->view == NULL)
    return;
  jalon_map_view_set_hits (self->view, jalon_find_bar_is_open (self) ? hits : NULL,
                           jalon_finder_get_position (self->finder));
  show_count (self);
}

static void
go (JalonFindBar *self, const JalonHit *hit)
{
  if (hit != NULL)
    {
      g_autoptr (JalonElement) element = g_object_ref (hit->element);

      g_signal_emit (self, signals[GO], 0, element, (guint) hit->field->id);
    }
  refresh (self);
}

/* Looks for what is written now; returns TRUE if that is new. */
static gboolean
search (JalonFindBar *self)
{
  JalonDocument *document = jalon_map_view_get_document (self->view);
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  JalonElement *from = NULL;

  if (!jalon_finder_set_query (self->finder, query))
    return FALSE;
  if (document != NULL && self->origin != NULL)
    from = jalon_document_lookup (document, self->origin);
  go (self, jalon_finder_start (self->finder, jalon_map_view_get_map (self->view), from));
  return TRUE;
}

static void
search_changed_cb (JalonFindBar *self)
{
  g_assert (JALON_IS_FIND_BAR (self));

  if (self->view != NULL && jalon_find_bar_is_open (self))
    search (self);
}

/* Enter follows what was typed so fast that nobody has looked for it yet. */
static void
activate_cb (JalonFindBar *self)
{
  g_assert (JALON_IS_FIND_BAR (self));

  if (!search (self) || jalon_finder_get_position (self->finder) < 0)
    jalon_find_bar_step (self, TRUE);
}

static void
next_cb (JalonFindBar *self)
{
  g_assert (JALON_IS_FIND_BAR (self));

  jalon_find_bar_step (self, TRUE);
}

static void
previous_cb (JalonFindBar *self)
{
  g_assert (JALON_IS_FIND_BAR (self));

  jalon_find_bar_step (self, FALSE);
}

static gboolean
key_pressed_cb (JalonFindBar *self, guint keyval, guint keycode, GdkModifierType state)
{
  g_assert (JALON_IS_FIND_BAR (self));

  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || (state & GDK_SHIFT_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  search (self);
  jalon_find_bar_step (self, FALSE);
  return GDK_EVENT_STOP;
}

static void
mode_cb (JalonFindBar *self)
{
  g_assert (JALON_IS_FIND_BAR (self));

  if (self->view == NULL)
    return;
  refresh (self);
  if (!jalon_find_bar_is_open (self))
    g_signal_emit (self, signals[CLOSED], 0);
}

static void
map_cb (JalonFindBar *self)
{
  g_assert (JALON_IS_FIND_BAR (self));

  if (self->view != NULL)
    show_count (self);
}

static void
document_cb (JalonFindBar *self)
{
  g_assert (JALON_IS_FIND_BAR (self));

  jalon_finder_set_document (self->finder,
                             self->view != NULL ? jalon_map_view_get_document (self->view) : NULL);
}

static void
jalon_find_bar_dispose (GObject *object)
{
  JalonFindBar *self = JALON_FIND_BAR (object);

  if (self->bar != NULL)
    jalon_find_bar_set_view (self, NULL);
  g_clear_object (&self->signals);
  g_clear_object (&self->finder);
  g_clear_pointer (&self->origin, g_free);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), JALON_TYPE_FIND_BAR);

  G_OBJECT_CLASS (jalon_find_bar_parent_class)->dispose (object);
}

static void
jalon_find_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  JalonFindBar *self = JALON_FIND_BAR (object);

  switch (prop_id)
    {
    case PROP_VIEW:
      g_value_set_object (value, self->view);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
jalon_find_bar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  JalonFindBar *self = JALON_FIND_BAR (object);

  switch (prop_id)
    {
    case PROP_VIEW:
      jalon_find_bar_set_view (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/jalon/Jalon/ui/jalon-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, JalonFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, JalonFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, JalonFindBar, where);
  gtk_widget_class_bind_template_child (widget_class, JalonFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, JalonFindBar, previous);
  gtk_widget_class_bind_template_child (widget_class, JalonFindBar, next);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_cb);
}

static void
jalon_find_bar_class_init (JalonFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jalon_find_bar_dispose;
  object_class->get_property = jalon_find_bar_get_property;
  object_class->set_property = jalon_find_bar_set_property;

  properties[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, JALON_TYPE_MAP_VIEW,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                 G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * JalonFindBar::go:
   * @self: the bar
   * @element: an element
   * @field: a #JalonFieldId
   *
   * People go to a hit, perhaps on another map. Who listens shows it in the view.
   */
  signals[GO] = g_signal_new ("go", JALON_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 2, JALON_TYPE_ELEMENT, G_TYPE_UINT);

  /**
   * JalonFindBar::closed:
   * @self: the bar
   *
   * People have found what they looked for: the keys should go to what shows it.
   */
  signals[CLOSED] = g_signal_new ("closed", JALON_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
jalon_find_bar_init (JalonFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jalon_search_entry_watch (self->entry);
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
  self->finder = jalon_finder_new ();
  g_signal_connect_object (self->finder, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  self->signals = g_signal_group_new (JALON_TYPE_MAP_VIEW);
  g_signal_group_connect_swapped (self->signals, "notify::document", G_CALLBACK (document_cb),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::map", G_CALLBACK (map_cb), self);
}

GtkWidget *
jalon_find_bar_new (void)
{
  return g_object_new (JALON_TYPE_FIND_BAR, NULL);
}

/**
 * jalon_find_bar_set_view:
 * @self: a bar
 * @view: (nullable): whose document is searched, and where hits are marked
 */
void
jalon_find_bar_set_view (JalonFindBar *self, JalonMapView *view)
{
  g_return_if_fail (JALON_IS_FIND_BAR (self));
  g_return_if_fail (view == NULL || JALON_IS_MAP_VIEW (view));

  if (self->view == view)
    return;
  if (self->view != NULL)
    jalon_map_view_set_hits (self->view, NULL, -1);
  g_set_object (&self->view, view);
  g_signal_group_set_target (self->signals, view);
  document_cb (self);
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

gboolean
jalon_find_bar_is_open (JalonFindBar *self)
{
  g_return_val_if_fail (JALON_IS_FIND_BAR (self), FALSE);

  return gtk_search_bar_get_search_mode (self->bar);
}

/**
 * jalon_find_bar_open:
 * @self: a bar with a view
 *
 * Lets people write what they look for. What they looked for last stands there.
 */
void
jalon_find_bar_open (JalonFindBar *self)
{
  JalonElement *selected;

  g_return_if_fail (JALON_IS_FIND_BAR (self) && self->view != NULL);

  jalon_map_view_finish_edit (self->view);
  selected = get_selected (self);
  g_free (self->origin);
  self->origin = selected != NULL ? g_strdup (jalon_element_get_id (selected)) : NULL;
  /* The search bar forgets it as it closes. It is selected before the entry has the focus: of one
   * that is not mapped yet, GTK 4.8 goes on to blink the cursor, and warns. */
  if (gtk_editable_get_text (GTK_EDITABLE (self->entry))[0] == '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), jalon_finder_get_query (self->finder));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * jalon_find_bar_step:
 * @self: a bar with a view
 * @forward: %FALSE for the previous hit
 *
 * Goes to the next hit, in the end to the first; asks what to look for if nobody has said so.
 */
void
jalon_find_bar_step (JalonFindBar *self, gboolean forward)
{
  JalonElement *from;

  g_return_if_fail (JALON_IS_FIND_BAR (self) && self->view != NULL);

  if (!jalon_find_bar_is_open (self) || jalon_finder_get_query (self->finder)[0] == '\0')
    jalon_find_bar_open (self);
  from = get_selected (self);
  if (jalon_finder_get_position (self->finder) < 0 && from == NULL)
    from = jalon_map_view_get_map (self->view);
  if (jalon_finder_get_hits (self->finder)->len == 0)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    go (self, jalon_finder_step (self->finder, from, forward));
}
