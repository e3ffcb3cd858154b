/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-hit-marks.h"

#include <glib/gi18n-lib.h>

/* What was found, by where that is: a list asks for each of its rows. Elements are only compared,
 * never looked into, for some may be gone. */

struct _JalonHitMarks
{
  GHashTable *marks; /* Place → mark */
};

typedef struct
{
  JalonElement *element;
  JalonFieldId field; /* or JALON_FIELD_NONE for any */
} Place;

static guint
hash_place (gconstpointer key)
{
  const Place *place = key;

  return g_direct_hash (place->element) * 31 + place->field;
}

static gboolean
equal_places (gconstpointer a, gconstpointer b)
{
  const Place *one = a, *other = b;

  return one->element == other->element && one->field == other->field;
}

/* Returns FALSE if there was a mark already. */
static gboolean
add (JalonHitMarks *self, JalonElement *element, JalonFieldId field, JalonHitMark mark)
{
  const Place place = { element, field };
  JalonHitMark present = GPOINTER_TO_UINT (g_hash_table_lookup (self->marks, &place));

  if (present < mark)
    g_hash_table_insert (self->marks, g_memdup2 (&place, sizeof place), GUINT_TO_POINTER (mark));
  return present == JALON_HIT_MARK_NONE;
}

static void
add_hit (JalonHitMarks *self, const JalonHit *hit, JalonHitMark mark)
{
  JalonElement *element = hit->element;

  add (self, element, hit->field->id, mark);
  /* What was marked has told what it is in. */
  if (!add (self, element, JALON_FIELD_NONE, mark))
    return;
  while ((element = jalon_element_get_parent (element)) != NULL)
    if (!add (self, element, JALON_FIELD_NONE, JALON_HIT_MARK_INSIDE))
      return;
}

/**
 * jalon_hit_marks_new:
 * @hits: (element-type JalonHit): what was found
 * @hit: which of them is the current one, −1 for none
 *
 * Returns: (transfer full): the marks
 */
JalonHitMarks *
jalon_hit_marks_new (const GArray *hits, int hit)
{
  JalonHitMarks *self = g_new0 (JalonHitMarks, 1);

  self->marks = g_hash_table_new_full (hash_place, equal_places, g_free, NULL);
  for (guint i = 0; i < hits->len; i++)
    add_hit (self, &g_array_index (hits, JalonHit, i),
             (int) i == hit ? JALON_HIT_MARK_CURRENT : JALON_HIT_MARK_OTHER);
  return self;
}

void
jalon_hit_marks_free (JalonHitMarks *self)
{
  g_hash_table_unref (self->marks);
  g_free (self);
}

/**
 * jalon_hit_marks_get:
 * @self: marks
 * @element: an element
 * @field: a field of it, or %JALON_FIELD_NONE for the strongest mark of all
 *
 * Returns: its mark
 */
JalonHitMark
jalon_hit_marks_get (JalonHitMarks *self, JalonElement *element, JalonFieldId field)
{
  const Place place = { element, field };

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->marks, &place));
}

/**
 * jalon_hit_mark_to_people:
 * @self: a mark
 *
 * Returns: (nullable): what a screen reader says of it; %NULL for nothing
 */
const char *
jalon_hit_mark_to_people (JalonHitMark self)
{
  switch (self)
    {
    case JALON_HIT_MARK_INSIDE:
      return _ ("Search results inside");
    case JALON_HIT_MARK_OTHER:
      return _ ("Search result");
    case JALON_HIT_MARK_CURRENT:
      return _ ("Current search result");
    case JALON_HIT_MARK_NONE:
    default:
      return NULL;
    }
}

/**
 * jalon_hit_mark_apply:
 * @self: a mark
 * @widget: what stands for something in a list, and is described by nothing else
 *
 * Marks a widget, for the eye and for a screen reader.
 */
void
jalon_hit_mark_apply (JalonHitMark self, GtkWidget *widget)
{
  static const char *const classes[] = { NULL, "found-inside", "found", "found-here" };
  const char *class = classes[self];
  const char *spoken = jalon_hit_mark_to_people (self);
  gboolean is_new = FALSE;

  for (guint i = 1; i < G_N_ELEMENTS (classes); i++)
    {
      gboolean is_wanted = classes[i] == class;

      if (gtk_widget_has_css_class (widget, classes[i]) == is_wanted)
        continue;
      (is_wanted ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (widget, classes[i]);
      is_new = TRUE;
    }
  if (!is_new)
    return;
  if (spoken != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    spoken, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}
