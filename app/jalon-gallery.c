/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jalon-gallery.h"

#include <glib/gi18n.h>

#include "app/jalon-gallery-card.h"
#include "files/jalon-template.h"
#include "widgets/jalon-appearance.h"
#include "widgets/jalon-candidates.h"
#include "widgets/jalon-cut-label.h"
#include "widgets/jalon-thumbnailer.h"

/* Templates as cards: a picture, drawn from the template itself, its title and what it is for. */

#define PICTURE_WIDTH 208
#define PICTURE_HEIGHT 132
/* Sharp on every screen */
#define PICTURE_SCALE 2

#define NAME "jalon-template"
#define PICTURE "jalon-picture"

struct _JalonGallery
{
  AdwBin parent_instance;

  JalonKind kind; /* what is begun: a project or a map */
  JalonLanguage language;

  /* Owned by the bin */
  GtkFlowBox *box;

  /* Owned */
  GCancellable *cancellable; /* of the pictures */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (JalonGallery, jalon_gallery, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

/* What there is most to see of comes last in a template. */
static JalonElement *
find_shown (JalonElement *project)
{
  JalonElement *shown = NULL;

  for (guint i = 0; i < jalon_element_get_n_children (project); i++)
    {
      JalonElement *child = jalon_element_get_child (project, i);
      JalonKind kind = jalon_element_get_kind (child);

      /* A list is less to look at than a journey. */
      if (jalon_kind_is_map (kind) && (shown == NULL || kind != JALON_KIND_REGISTER))
        shown = child;
    }
  return shown;
}

/* As large as the card has room for, however sharp it is. */
static GdkPaintable *
to_size (GdkTexture *texture)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  const graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, PICTURE_WIDTH, PICTURE_HEIGHT);

  gtk_snapshot_append_texture (snapshot, texture, &area);
  return gtk_snapshot_free_to_paintable (snapshot, &area.size);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkPicture) picture = data;
  g_autoptr (GdkTexture)
    texture = jalon_thumbnailer_draw_finish (JALON_THUMBNAILER (source), result, NULL);

  if (texture != NULL)
    {
      g_autoptr (GdkPaintable) paintable = to_size (texture);

      gtk_picture_set_paintable (picture, paintable);
    }
}

static GtkWidget *
make_label (const char *text, const char *class, int lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  jalon_cut_label_watch (GTK_LABEL (label));
  gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
make_picture (void)
{
  GtkWidget *picture = gtk_picture_new ();

  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_widget_set_size_request (picture, PICTURE_WIDTH, PICTURE_HEIGHT);
  gtk_widget_set_overflow (picture, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (picture, "thumbnail");
  return picture;
}

/* A picture grows with its width: only where that is bounded do the names stand in line, and the
 * words below it end where it ends. */
static GtkWidget *
bound (GtkWidget *card)
{
  GtkWidget *clamp = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), PICTURE_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), PICTURE_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), card);
  return clamp;
}

/* @name: of the template, %NULL for an empty map. */
static void
add_card (JalonGallery *self, const char *name, const char *title, const char *text)
{
  GtkWidget *child = jalon_gallery_card_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *picture = make_picture ();

  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), make_label (title, "heading", 2));
  gtk_box_append (GTK_BOX (box), make_label (text, "dim-label", 4));
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), bound (box));
  gtk_widget_set_halign (child, GTK_ALIGN_START);
  gtk_widget_add_css_class (child, "gallery-card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  g_object_set_data_full (G_OBJECT (child), NAME, g_strdup (name), g_free);
  g_object_set_data (G_OBJECT (child), PICTURE, picture);
  gtk_flow_box_append (self->box, child);
}

typedef struct
{
  char *name;
  JalonElement *project;
  JalonKind kind;    /* of what it shows */
  gboolean is_whole; /* everything for a workshop */
} Template;

static void
template_clear (gpointer data)
{
  Template *template = data;

  g_free (template->name);
  g_clear_object (&template->project);
}

/* Journeys are what most people come for; the rest as a project lists it. */
static int
get_rank (JalonKind kind)
{
  return kind == JALON_KIND_JOURNEY ? -1 : (int) kind;
}

/* Everything first where a project is begun, last where one map is. */
static int
compare_templates (gconstpointer a, gconstpointer b, gpointer data)
{
  const Template *first = a, *second = b;
  const JalonGallery *self = data;

  if (first->is_whole != second->is_whole)
    return first->is_whole == (self->kind == JALON_KIND_PROJECT) ? -1 : 1;
  if (first->kind != second->kind)
    return get_rank (first->kind) - get_rank (second->kind);
  return strcmp (first->name, second->name);
}

static GArray *
list_templates (JalonGallery *self)
{
  GArray *templates = g_array_new (FALSE, FALSE, sizeof (Template));
  g_auto (GStrv) names = jalon_template_list ();

  g_array_set_clear_func (templates, template_clear);
  for (guint i = 0; names[i] != NULL; i++)
    {
      JalonElement *project = jalon_template_open (names[i], self->language, NULL);
      JalonElement *shown = project != NULL ? find_shown (project) : NULL;
      Template template = { g_strdup (names[i]), project,
                            shown != NULL ? jalon_element_get_kind (shown) : JALON_KIND_UNKNOWN,
                            strcmp (names[i], "workshop") == 0 };

      if (shown != NULL && (self->kind == JALON_KIND_PROJECT || template.kind == self->kind))
        g_array_append_val (templates, template);
      else
        template_clear (&template);
    }
  g_array_sort_with_data (templates, compare_templates, self);
  return templates;
}

static void
add_template (JalonGallery *self, const Template *template)
{
  add_card (self, template->name, jalon_element_get_title (template->project),
            jalon_element_get_text (template->project, JALON_FIELD_DESCRIPTION));
}

static gboolean
is_filled (JalonGallery *self)
{
  return gtk_flow_box_get_child_at_index (self->box, 0) != NULL;
}

static GtkPicture *
get_picture (JalonGallery *self, guint i)
{
  GtkFlowBoxChild *card = gtk_flow_box_get_child_at_index (self->box, (int) i);

  return GTK_PICTURE (g_object_get_data (G_OBJECT (card), PICTURE));
}

/* The pictures of the cards of @templates, whose projects it takes. */
static void
draw (JalonGallery *self, GArray *templates)
{
  g_autoptr (JalonThumbnailer) thumbnailer = jalon_thumbnailer_new ();

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  for (guint i = 0; i < templates->len; i++)
    {
      Template *template = &g_array_index (templates, Template, i);
      g_autofree char *map = g_strdup (jalon_element_get_id (find_shown (template->project)));

      jalon_thumbnailer_draw_async (thumbnailer, g_steal_pointer (&template->project), map,
                                    jalon_appearance_get_theme (), PICTURE_WIDTH * PICTURE_SCALE,
                                    PICTURE_HEIGHT * PICTURE_SCALE, self->cancellable, drawn_cb,
                                    g_object_ref (get_picture (self, i)));
    }
}

static void
activated_cb (JalonGallery *self, GtkFlowBoxChild *child)
{
  const char *name = g_object_get_data (G_OBJECT (child), NAME);

  g_assert (JALON_IS_GALLERY (self));

  g_signal_emit (self, signals[CHOSEN], 0, name);
}

/* GTK 4.8 knows how many cards are in a line once it has laid some out: a key that comes between
 * the cards and their frame would divide by none, or look for the next line for ever. */
static gboolean
move_cursor_cb (GtkFlowBox *box, GtkMovementStep step, int count, gboolean extend, gboolean modify)
{
  GtkFlowBoxChild *first = gtk_flow_box_get_child_at_index (box, 0);

  if (first == NULL || gtk_widget_get_width (GTK_WIDGET (first)) == 0)
    g_signal_stop_emission_by_name (box, "move-cursor");
  return TRUE;
}

/* The cards stay: so do the keys that are on one of them. */
static void
restyle_cb (JalonGallery *self)
{
  g_assert (JALON_IS_GALLERY (self));

  if (is_filled (self))
    {
      g_autoptr (GArray) templates = list_templates (self);

      draw (self, templates);
    }
}

static void
jalon_gallery_dispose (GObject *object)
{
  JalonGallery *self = JALON_GALLERY (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (jalon_gallery_parent_class)->dispose (object);
}

static void
jalon_gallery_class_init (JalonGalleryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jalon_gallery_dispose;

  /**
   * JalonGallery::chosen:
   * @self: the gallery
   * @name: (nullable): a template; %NULL for an empty map
   */
  signals[CHOSEN] = g_signal_new ("chosen", JALON_TYPE_GALLERY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
jalon_gallery_init (JalonGallery *self)
{
  self->box = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "gallery");
  gtk_flow_box_set_homogeneous (self->box, TRUE);
  gtk_flow_box_set_max_children_per_line (self->box, 3);
  gtk_widget_set_valign (GTK_WIDGET (self->box), GTK_ALIGN_START);
  gtk_flow_box_set_column_spacing (self->box, 12);
  gtk_flow_box_set_row_spacing (self->box, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Templates"), -1);
  g_signal_connect_swapped (self->box, "child-activated", G_CALLBACK (activated_cb), self);
  g_signal_connect (self->box, "move-cursor", G_CALLBACK (move_cursor_cb), NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  jalon_appearance_connect (G_CALLBACK (restyle_cb), self);
}

GtkWidget *
jalon_gallery_new (void)
{
  return g_object_new (JALON_TYPE_GALLERY, NULL);
}

/**
 * jalon_gallery_fill:
 * @self: a gallery
 * @kind: what is begun: a project, or a kind of map
 * @language: of the templates
 *
 * Offers the templates of a kind, and for a map an empty one last. For once: a flow box of GTK 4.8
 * goes on from the card that had its cursor, also when that has been taken out of it.
 */
void
jalon_gallery_fill (JalonGallery *self, JalonKind kind, JalonLanguage language)
{
  g_autoptr (GArray) templates = NULL;

  g_return_if_fail (JALON_IS_GALLERY (self));
  g_return_if_fail (!is_filled (self));

  self->kind = kind;
  self->language = language;
  templates = list_templates (self);
  for (guint i = 0; i < templates->len; i++)
    add_template (self, &g_array_index (templates, Template, i));
  if (kind != JALON_KIND_PROJECT)
    add_card (self, NULL, _ ("Empty"), _ ("Nothing on it yet"));
  draw (self, templates);
}
