/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-jump-dialog.h"

#include <glib/gi18n-lib.h>

#include "widgets/jalon-candidates.h"
#include "widgets/jalon-cut-label.h"
#include "widgets/jalon-jump-model.h"
#include "widgets/jalon-search-entry.h"

/* Writing a name is the quickest way to a map or a card. The keys stay in the entry; the arrows
 * choose in the list below. */

/* How far Page Up and Page Down go. */
#define PAGE 7

struct _JalonJumpDialog
{
  AdwWindow parent_instance;

  /* Template children */
  GtkSearchEntry *entry;
  GtkStack *pages;
  GtkListView *list;

  /* Owned */
  JalonJumpModel *model;
  GtkSingleSelection *selection;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (JalonJumpDialog, jalon_jump_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static GtkWidget *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  jalon_cut_label_watch (GTK_LABEL (label));
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
setup_cb (JalonJumpDialog *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *where;

  g_assert (JALON_IS_JUMP_DIALOG (self));

  gtk_widget_add_css_class (box, "jump-row");
  add_label (box, NULL);
  where = add_label (box, "caption");
  gtk_widget_add_css_class (where, "dim-label");
  gtk_list_item_set_child (item, box);
}

/* A text of several lines is known by the first. */
static char *
make_name (JalonElement *element)
{
  const char *name = jalon_candidates_name (element);

  return g_strndup (name, strcspn (name, "\n"));
}

static void
bind_cb (JalonJumpDialog *self, GtkListItem *item)
{
  JalonElement *element = gtk_list_item_get_item (item);
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_autofree char *title = make_name (element);
  g_autofree char *where = jalon_jump_model_make_where (element);

  g_assert (JALON_IS_JUMP_DIALOG (self));

  gtk_label_set_label (GTK_LABEL (name), title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (name)), where);
}

/* A screen reader reads the new description of what has the focus: what Enter would choose. */
static void
selected_cb (JalonJumpDialog *self)
{
  JalonElement *element = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *name = element != NULL ? make_name (element) : g_strdup (_ ("No results"));
  g_autofree char *where = element != NULL ? jalon_jump_model_make_where (element) : g_strdup ("");
  g_autofree char *spoken = g_strjoin (where[0] != '\0' ? ", " : "", name, where, NULL);

  g_assert (JALON_IS_JUMP_DIALOG (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  spoken, -1);
}

static void
select_item (JalonJumpDialog *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
changed_cb (JalonJumpDialog *self)
{
  guint n_items;

  g_assert (JALON_IS_JUMP_DIALOG (self));

  jalon_jump_model_set_query (self->model, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  gtk_stack_set_visible_child_name (self->pages, n_items > 0 ? "list" : "none");
  if (n_items > 0)
    select_item (self, 0);
  selected_cb (self);
}

static void
choose (JalonJumpDialog *self, guint position)
{
  g_autoptr (JalonElement) element = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (element == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[CHOSEN], 0, element);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
activate_cb (JalonJumpDialog *self)
{
  g_assert (JALON_IS_JUMP_DIALOG (self));

  choose (self, gtk_single_selection_get_selected (self->selection));
}

static void
list_activate_cb (JalonJumpDialog *self, guint position)
{
  g_assert (JALON_IS_JUMP_DIALOG (self));

  choose (self, position);
}

static void
stop_cb (JalonJumpDialog *self)
{
  g_assert (JALON_IS_JUMP_DIALOG (self));

  gtk_window_close (GTK_WINDOW (self));
}

static int
get_step (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return -1;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return 1;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return -PAGE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return PAGE;
    default:
      return 0;
    }
}

static gboolean
key_pressed_cb (JalonJumpDialog *self, guint keyval, guint keycode, GdkModifierType state)
{
  int n_items = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  int position = gtk_single_selection_get_selected (self->selection);
  int step = get_step (keyval);

  g_assert (JALON_IS_JUMP_DIALOG (self));

  if (step == 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (n_items > 0)
    select_item (self, CLAMP (position + step, 0, n_items - 1));
  return GDK_EVENT_STOP;
}

static void
jalon_jump_dialog_dispose (GObject *object)
{
  JalonJumpDialog *self = JALON_JUMP_DIALOG (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  gtk_widget_dispose_template (GTK_WIDGET (self), JALON_TYPE_JUMP_DIALOG);

  G_OBJECT_CLASS (jalon_jump_dialog_parent_class)->dispose (object);
}

static void
jalon_jump_dialog_class_init (JalonJumpDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jalon_jump_dialog_dispose;

  /**
   * JalonJumpDialog::chosen:
   * @self: the dialog
   * @element: an element
   *
   * People want to go to @element; the dialog closes.
   */
  signals[CHOSEN] = g_signal_new ("chosen", JALON_TYPE_JUMP_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, JALON_TYPE_ELEMENT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/jalon/Jalon/ui/jalon-jump-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JalonJumpDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, JalonJumpDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, JalonJumpDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
jalon_jump_dialog_init (JalonJumpDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jalon_search_entry_watch (self->entry);
}

/**
 * jalon_jump_dialog_new:
 * @parent: (nullable): the window over which it opens
 * @document: where to go
 *
 * Returns: (transfer none): a dialog
 */
GtkWidget *
jalon_jump_dialog_new (GtkWindow *parent, JalonDocument *document)
{
  JalonJumpDialog *self;

  g_return_val_if_fail (JALON_IS_DOCUMENT (document), NULL);

  self = g_object_new (JALON_TYPE_JUMP_DIALOG, "transient-for", parent, NULL);
  self->model = jalon_jump_model_new (document);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  changed_cb (self);
  return GTK_WIDGET (self);
}
