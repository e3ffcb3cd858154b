/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "document/jalon-thread.h"
#include "drawing/jalon-fonts.h"

/* Lets everything happen that is waiting, frames included. */
void
fixture_settle (void)
{
  for (guint i = 0; i < 4; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (20 * 1000);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
stop_waiting (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
fixture_wait (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, stop_waiting, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

/* The tests end when nothing is drawn in threads any more, for a minute at most: the program would
 * crash. */
int
fixture_run (void)
{
  int status = g_test_run ();

  jalon_fonts_unbind ();
  g_assert_true (jalon_thread_settle (G_TIME_SPAN_MINUTE));
  return status;
}

static void
said_cb (GSimpleAction *action, GVariant *message, char **said)
{
  g_free (*said);
  *said = g_variant_dup_string (message, NULL);
}

/**
 * fixture_hear:
 * @window: what fixture_show() returned
 * @said: (out): where the last thing is kept that a widget has the window say
 *
 * Stands in for the window of the editor, which would show it.
 */
void
fixture_hear (GtkWidget *window, char **said)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("tell", G_VARIANT_TYPE_STRING);

  g_signal_connect (action, "activate", G_CALLBACK (said_cb), said);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
}

/**
 * fixture_show:
 * @widget: a widget without parent
 * @width: of the window
 * @height: of the window
 *
 * Returns: (transfer none): a window that shows it
 */
GtkWidget *
fixture_show (GtkWidget *widget, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  jalon_fonts_bind ();
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < 100 && gtk_widget_get_width (widget) == 0; i++)
    fixture_settle ();
  g_assert_cmpint (gtk_widget_get_width (widget), >, 0);
  return window;
}

/**
 * fixture_add_button:
 * @window: what fixture_show() returned
 *
 * Returns: (transfer none): a button below the widget, for the keys to go to
 */
GtkWidget *
fixture_add_button (GtkWidget *window)
{
  g_autoptr (GtkWidget) widget = g_object_ref (gtk_window_get_child (GTK_WINDOW (window)));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_label ("Elsewhere");

  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_widget_set_vexpand (widget, TRUE);
  gtk_box_append (GTK_BOX (box), widget);
  gtk_box_append (GTK_BOX (box), button);
  fixture_settle ();
  return button;
}

/**
 * fixture_find_controller:
 * @widget: a widget
 * @type: of the controller
 * @button: of a gesture that listens to one button; 0 for any
 *
 * Returns: (transfer none): the controller, by which a test stands in for a person
 */
gpointer
fixture_find_controller (GtkWidget *widget, GType type, guint button)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type) &&
          (button == 0 ||
           gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == button))
        return controller;
    }
  g_assert_not_reached ();
}

/**
 * fixture_press:
 * @widget: a widget with a key controller
 * @keyval: a key
 * @state: what is held
 *
 * Returns: %TRUE if the widget took the key
 */
gboolean
fixture_press (GtkWidget *widget, guint keyval, GdkModifierType state)
{
  gpointer keys = fixture_find_controller (widget, GTK_TYPE_EVENT_CONTROLLER_KEY, 0);
  gboolean taken = FALSE;

  g_signal_emit_by_name (keys, "key-pressed", keyval, 0, state, &taken);
  return taken;
}

static GtkWidget *
find_child (GtkWidget *widget, GType type, guint *index)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (G_TYPE_CHECK_INSTANCE_TYPE (child, type) && (*index)-- == 0)
        return child;
      found = find_child (child, type, index);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * fixture_find_child:
 * @widget: a widget
 * @type: what to look for
 * @index: which of those below @widget, from 0
 *
 * Returns: (transfer none) (nullable): the widget
 */
GtkWidget *
fixture_find_child (GtkWidget *widget, GType type, guint index)
{
  return find_child (widget, type, &index);
}

/**
 * fixture_reaches:
 * @window: a window
 * @widget: a widget in it
 *
 * Returns: %TRUE if the Tab key alone comes to @widget from the beginning of the window
 */
gboolean
fixture_reaches (GtkWidget *window, GtkWidget *widget)
{
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  for (guint i = 0; i < 60; i++)
    {
      gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
      if (gtk_window_get_focus (GTK_WINDOW (window)) == widget)
        return TRUE;
    }
  return FALSE;
}

/**
 * fixture_check_query:
 * @entry: where people look for something
 *
 * Fails if it takes more than GTK can move the cursor in at once, or cuts what is short.
 */
void
fixture_check_query (GtkWidget *entry)
{
  static const guint n_letters[][2] = { { 500, 500 }, { 501, 500 }, { 100000, 500 } };

  for (guint i = 0; i < G_N_ELEMENTS (n_letters); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < n_letters[i][0]; j++)
        g_string_append (text, "é");
      gtk_editable_set_text (GTK_EDITABLE (entry), text->str);
      g_assert_cmpint (g_utf8_strlen (gtk_editable_get_text (GTK_EDITABLE (entry)), -1), ==,
                       n_letters[i][1]);
    }
}

/**
 * fixture_check_label:
 * @widget: a widget
 * @label: what a screen reader should say
 *
 * Fails if the widget has no such name, neither of its own nor by a label that names it.
 */
void
fixture_check_label (GtkWidget *widget, const char *label)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);
  GtkWidget *child;
  g_autofree char *other =
    gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, label);

  if (other == NULL)
    return;
  for (guint i = 0; (child = fixture_find_child (widget, GTK_TYPE_LABEL, i)) != NULL; i++)
    {
      g_autofree char *by = gtk_test_accessible_check_relation (accessible,
                                                                GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                                                child, NULL);

      if (by == NULL && strcmp (gtk_label_get_text (GTK_LABEL (child)), label) == 0)
        return;
    }
  g_error ("A %s is called %s, not “%s”", G_OBJECT_TYPE_NAME (widget), other, label);
}

/**
 * fixture_check_name:
 * @widget: what shows @map
 * @map: a map
 *
 * Gives the map another name, and fails if a screen reader does not say that.
 */
void
fixture_check_name (GtkWidget *widget, JalonElement *map)
{
  JalonDocument *document = jalon_element_get_document (map);

  jalon_document_begin (document, "Test");
  jalon_document_set (document, map, JALON_FIELD_TITLE, "Another name", NULL);
  jalon_document_commit (document);
  fixture_check_label (widget, "Another name");
}

/**
 * fixture_wait_gone:
 * @object: (transfer full): an object
 *
 * Waits until nobody holds an object any more: what is done in a thread may do so for a while.
 * Fails after ten seconds.
 */
void
fixture_wait_gone (gpointer object)
{
  gpointer watched = object;

  g_object_add_weak_pointer (G_OBJECT (object), &watched);
  g_object_unref (object);
  for (guint i = 0; i < 1000 && watched != NULL; i++)
    fixture_wait (10);
  g_assert_null (watched);
}

/**
 * fixture_finalise:
 * @window: (nullable): the window that shows @object
 * @object: a widget that nobody else holds
 *
 * Fails if something still holds @object once its window is gone.
 */
void
fixture_finalise (GtkWidget *window, gpointer object)
{
  gpointer watched = object;

  g_object_add_weak_pointer (G_OBJECT (object), &watched);
  if (window != NULL)
    gtk_window_destroy (GTK_WINDOW (window));
  else
    {
      g_object_ref_sink (object);
      g_object_unref (object);
    }
  fixture_settle ();
  g_assert_null (watched);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/**
 * fixture_check_property:
 * @object: an object
 * @name: one of its properties
 * @first: a value that it does not have
 * @second: another one
 *
 * Sets each value twice: it is there and was notified once.
 */
void
fixture_check_property (GObject *object,
                        const char *name,
                        const GValue *first,
                        const GValue *second)
{
  const GValue *const values[] = { first, second };
  const GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (object), name);
  g_autofree char *signal = g_strconcat ("notify::", name, NULL);
  guint n_notified = 0;

  g_assert_nonnull (pspec);
  g_signal_connect_swapped (object, signal, G_CALLBACK (count_cb), &n_notified);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_auto (GValue) present = G_VALUE_INIT;

      g_object_set_property (object, name, values[i]);
      g_object_set_property (object, name, values[i]);
      g_assert_cmpuint (n_notified, ==, i + 1);
      g_value_init (&present, pspec->value_type);
      g_object_get_property (object, name, &present);
      g_assert_cmpint (g_param_values_cmp ((GParamSpec *) pspec, &present, values[i]), ==, 0);
    }
  g_signal_handlers_disconnect_by_func (object, count_cb, &n_notified);
}

/**
 * fixture_check_objects:
 * @object: an object
 * @name: one of its properties
 * @first: (nullable): a value that it does not have
 * @second: (nullable): another one
 *
 * Does fixture_check_property() with objects.
 */
void
fixture_check_objects (GObject *object, const char *name, gpointer first, gpointer second)
{
  g_auto (GValue) one = G_VALUE_INIT;
  g_auto (GValue) other = G_VALUE_INIT;
  GType type = g_object_class_find_property (G_OBJECT_GET_CLASS (object), name)->value_type;

  g_value_init (&one, type);
  g_value_init (&other, type);
  g_value_set_object (&one, first);
  g_value_set_object (&other, second);
  fixture_check_property (object, name, &one, &other);
}
