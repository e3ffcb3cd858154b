/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-stretch.h"

#include <math.h>

#include "widgets/jalon-rect.h"
#include "widgets/jalon-tile-surfaces.h"

/* Larger is too soft to look at, smaller too much for what is seen of it. */
#define LARGEST 2.5
#define SMALLEST 0.3

/* Where less of the view than this share has been painted, all of it may as well be. */
#define LEAST_COVERED 0.5

/* Whoever goes on for so long may see all of it painted once. */
#define MOST_PATCHES 100

/* What is shown at once, in application pixels: Cairo puts it together on a surface of its own,
 * which should not be larger than what the processor has at hand. */
#define BAND 64

/* So many pixels of what fills a gap lie over what is beside it: edges are rounded at each zoom,
 * and nothing may show between them. */
#define OVERLAP 4

typedef struct
{
  double zoom;
  JalonRect rect;
  cairo_surface_t *surface;
  int x, y; /* the place of @rect on @surface, in application pixels */
} Patch;

struct _JalonStretch
{
  GArray *patches; /* of Patch; later ones lie above earlier ones */

  /* All that shows something here is on the patches; empty for nothing */
  double zoom;
  JalonRect covered;
};

static void
patch_clear (gpointer data)
{
  Patch *patch = data;

  cairo_surface_destroy (patch->surface);
}

/**
 * jalon_stretch_new:
 *
 * Returns: (transfer full): nothing painted yet
 */
JalonStretch *
jalon_stretch_new (void)
{
  JalonStretch *self = g_new0 (JalonStretch, 1);

  self->patches = g_array_new (FALSE, FALSE, sizeof (Patch));
  g_array_set_clear_func (self->patches, patch_clear);
  return self;
}

void
jalon_stretch_free (JalonStretch *self)
{
  g_array_unref (self->patches);
  g_free (self);
}

void
jalon_stretch_clear (JalonStretch *self)
{
  g_array_set_size (self->patches, 0);
  self->covered = (JalonRect){ 0 };
}

/* A place at another zoom, in whole pixels: what lies side by side still does. */
static JalonRect
get_place (const JalonRect *rect, double factor)
{
  double x = round (rect->x * factor);
  double y = round (rect->y * factor);

  return (JalonRect){ x, y, round ((rect->x + rect->width) * factor) - x,
                      round ((rect->y + rect->height) * factor) - y };
}

static double
get_right (const JalonRect *rect)
{
  return rect->x + rect->width;
}

static double
get_bottom (const JalonRect *rect)
{
  return rect->y + rect->height;
}

/* Makes @patch larger by another one, if they are a rectangle together, painted at once: each by
 * itself has edges, which take their time. */
static gboolean
unite (Patch *patch, const Patch *other)
{
  JalonRect *a = &patch->rect;
  const JalonRect *b = &other->rect;

  if (patch->surface != other->surface || patch->zoom != other->zoom ||
      a->x - patch->x != b->x - other->x || a->y - patch->y != b->y - other->y)
    return FALSE;
  if (a->y == b->y && a->height == b->height && get_right (a) == b->x)
    a->width += b->width;
  else if (a->x == b->x && a->width == b->width && get_bottom (a) == b->y)
    a->height += b->height;
  else
    return FALSE;
  return TRUE;
}

static gboolean
contains (const JalonRect *rect, const JalonRect *other)
{
  return other->x >= rect->x && other->y >= rect->y && get_right (other) <= get_right (rect) &&
         get_bottom (other) <= get_bottom (rect);
}

/* What lies below a new picture is not seen again. */
static void
remove_hidden (JalonStretch *self, double zoom, const JalonRect *rect)
{
  for (guint i = self->patches->len; i > 0; i--)
    {
      const Patch *patch = &g_array_index (self->patches, Patch, i - 1);
      const JalonRect place = get_place (&patch->rect, zoom / patch->zoom);

      if (contains (rect, &place))
        g_array_remove_index (self->patches, i - 1);
    }
}

/**
 * jalon_stretch_add:
 * @self: what has been painted
 * @zoom: application pixels for a canvas unit
 * @rect: a place at that zoom
 * @surface: what has been painted there
 * @x: where @rect is on it, in application pixels
 * @y: where @rect is on it
 *
 * Puts a picture above the others. Those that lie side by side on one surface had best come row by
 * row.
 */
void
jalon_stretch_add (JalonStretch *self,
                   double zoom,
                   const JalonRect *rect,
                   cairo_surface_t *surface,
                   int x,
                   int y)
{
  Patch patch = { zoom, *rect, surface, x, y };
  guint i = 0;

  cairo_surface_reference (surface);
  remove_hidden (self, zoom, rect);
  while (i < self->patches->len)
    if (unite (&g_array_index (self->patches, Patch, i), &patch))
      {
        patch = g_array_index (self->patches, Patch, i);
        g_array_remove_index (self->patches, i);
        i = 0;
      }
    else
      i++;
  g_array_append_val (self->patches, patch);
}

/**
 * jalon_stretch_cover:
 * @self: what has been painted
 * @zoom: application pixels for a canvas unit
 * @rect: a place at that zoom
 *
 * Says that all of a place has been painted: what was not added there shows nothing.
 */
void
jalon_stretch_cover (JalonStretch *self, double zoom, const JalonRect *rect)
{
  self->zoom = zoom;
  self->covered = *rect;
}

/**
 * jalon_stretch_limit:
 * @self: what has been painted
 * @zoom: application pixels for a canvas unit
 * @limits: a place at that zoom
 *
 * Says that what has been painted elsewhere is not right any more.
 */
void
jalon_stretch_limit (JalonStretch *self, double zoom, const JalonRect *limits)
{
  const double factor = self->zoom / zoom;
  const JalonRect there = { limits->x * factor, limits->y * factor, limits->width * factor,
                            limits->height * factor };

  if (self->covered.width <= 0)
    return;
  if (!jalon_rect_intersect (&self->covered, &there, &self->covered))
    jalon_stretch_clear (self);
}

static gboolean
is_soft (const Patch *patch, double zoom, const JalonRect *view)
{
  const double factor = zoom / patch->zoom;
  JalonRect place = get_place (&patch->rect, factor);

  return (factor > LARGEST || factor < SMALLEST) && jalon_rect_intersect (&place, view, &place);
}

/**
 * jalon_stretch_can_show:
 * @self: what has been painted
 * @zoom: application pixels for a canvas unit
 * @view: what is in view
 *
 * Returns: %TRUE if enough of it can be shown, and is fit to be seen
 */
gboolean
jalon_stretch_can_show (JalonStretch *self, double zoom, const JalonRect *view)
{
  JalonRect covered;

  if (self->covered.width <= 0 || self->patches->len > MOST_PATCHES)
    return FALSE;
  covered = get_place (&self->covered, zoom / self->zoom);
  if (!jalon_rect_intersect (&covered, view, &covered) ||
      covered.width * covered.height < view->width * view->height * LEAST_COVERED)
    return FALSE;
  for (guint i = 0; i < self->patches->len; i++)
    if (is_soft (&g_array_index (self->patches, Patch, i), zoom, view))
      return FALSE;
  return TRUE;
}

static guint
add_gap (JalonRect *gaps, guint n_gaps, double x, double y, double right, double bottom)
{
  if (right <= x || bottom <= y)
    return n_gaps;
  gaps[n_gaps] = (JalonRect){ x, y, right - x, bottom - y };
  return n_gaps + 1;
}

/**
 * jalon_stretch_find_gaps:
 * @self: what has been painted
 * @zoom: application pixels for a canvas unit
 * @view: what is in view
 * @gaps: (out caller-allocates) (array fixed-size=4): places at @zoom, in whole pixels
 *
 * Finds what of the view has not been painted yet, and takes it for painted from then on.
 *
 * Returns: the number of @gaps
 */
guint
jalon_stretch_find_gaps (JalonStretch *self, double zoom, const JalonRect *view, JalonRect *gaps)
{
  const JalonRect all = jalon_rect_round_out (view);
  const double right = all.x + all.width;
  const double bottom = all.y + all.height;
  JalonRect place = get_place (&self->covered, zoom / self->zoom);
  double x2, y2;
  guint n = 0;

  if (!jalon_rect_intersect (&place, &all, &place))
    place = (JalonRect){ right, bottom, 0, 0 };
  if (memcmp (&place, &all, sizeof all) == 0)
    return 0;
  x2 = place.x + place.width;
  y2 = place.y + place.height;
  if (place.y > all.y)
    n = add_gap (gaps, n, all.x, all.y, right, MIN (place.y + OVERLAP, bottom));
  if (y2 < bottom)
    n = add_gap (gaps, n, all.x, MAX (y2 - OVERLAP, all.y), right, bottom);
  if (place.x > all.x)
    n = add_gap (gaps, n, all.x, place.y, MIN (place.x + OVERLAP, right), y2);
  if (x2 < right)
    n = add_gap (gaps, n, MAX (x2 - OVERLAP, all.x), place.y, right, y2);
  jalon_stretch_cover (self, zoom, &all);
  return n;
}

/* A part of a patch. Its place comes first: far from the origin of the sheet, numbers would be too
 * large for Pixman. */
static void
append (GtkSnapshot *snapshot,
        cairo_surface_t *surface,
        const Patch *patch,
        double factor,
        const JalonRect *place)
{
  cairo_matrix_t matrix;
  GskRenderNode *node;

  cairo_matrix_init_translate (&matrix, place->x / factor - patch->rect.x,
                               place->y / factor - patch->rect.y);
  cairo_matrix_scale (&matrix, 1 / factor, 1 / factor);
  node = jalon_tile_surfaces_show (surface, &matrix, (int) place->width, (int) place->height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (place->x, place->y));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
  gsk_render_node_unref (node);
}

/* What is seen of a patch. */
static void
show (const Patch *patch, GtkSnapshot *snapshot, double zoom, const JalonRect *view)
{
  const double factor = zoom / patch->zoom;
  JalonRect place = get_place (&patch->rect, factor);
  cairo_surface_t *surface;

  if (!jalon_rect_intersect (&place, view, &place))
    return;
  surface = jalon_tile_surfaces_cut (patch->surface, patch->x, patch->y, (int) patch->rect.width,
                                     (int) patch->rect.height);
  for (double y = 0; y < place.height; y += BAND)
    append (snapshot, surface, patch, factor,
            &(JalonRect){ place.x, place.y + y, place.width, MIN (BAND, place.height - y) });
  cairo_surface_destroy (surface);
}

/**
 * jalon_stretch_add_shown:
 * @self: what has been painted
 * @zoom: application pixels for a canvas unit
 * @shown: (inout): gets where something of that is shown, in application pixels
 */
void
jalon_stretch_add_shown (JalonStretch *self, double zoom, cairo_region_t *shown)
{
  for (guint i = 0; i < self->patches->len; i++)
    {
      const Patch *patch = &g_array_index (self->patches, Patch, i);
      const JalonRect place = get_place (&patch->rect, zoom / patch->zoom);

      jalon_rect_add_to_region (&place, shown);
    }
}

/**
 * jalon_stretch_snapshot:
 * @self: what has been painted
 * @snapshot: where the origin is that of the sheet
 * @zoom: application pixels for a canvas unit
 * @view: what is in view
 *
 * Shows what has been painted as it would be at another zoom, a little softer.
 */
void
jalon_stretch_snapshot (JalonStretch *self,
                        GtkSnapshot *snapshot,
                        double zoom,
                        const JalonRect *view)
{
  const JalonRect all = jalon_rect_round_out (view);

  for (guint i = 0; i < self->patches->len; i++)
    show (&g_array_index (self->patches, Patch, i), snapshot, zoom, &all);
}
