/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is open, and in which state it is. */

#include "app/jalon-window-private.h"

#include <glib/gi18n.h>

#include "widgets/jalon-candidates.h"

static char *
make_project_title (JalonWindow *self)
{
  JalonElement *project = jalon_document_get_project (self->document);

  if (jalon_element_get_title (project)[0] != '\0')
    return g_strdup (jalon_element_get_title (project));
  if (self->store != NULL)
    return g_file_get_basename (jalon_store_get_file (self->store));
  return g_strdup (_ ("New Project"));
}

static const char *
get_state (JalonWindow *self)
{
  if (self->store != NULL && jalon_store_is_saving (self->store))
    return _ ("saving…");
  if (!jalon_map_view_get_editable (JALON_MAP_VIEW (self->canvas)))
    return _ ("read-only");
  if (jalon_document_is_modified (self->document))
    return _ ("not saved");
  return self->store != NULL ? _ ("saved") : _ ("new");
}

void
jalon_window_update_title (JalonWindow *self)
{
  JalonElement *map = jalon_window_get_map (self);
  g_autofree char *project = NULL;
  g_autofree char *subtitle = NULL;

  if (self->document == NULL)
    return;
  project = make_project_title (self);
  gtk_label_set_label (self->project_title, project);
  if (map != NULL)
    {
      const JalonKindInfo *info = jalon_kind_get_info (jalon_element_get_kind (map));

      /* Translators: what is open and its state, for instance "Journey · saved" */
      subtitle = g_strdup_printf (_ ("%s · %s"), _ (info->label), get_state (self));
      gtk_label_set_label (self->title, jalon_candidates_name (map));
      gtk_label_set_label (self->subtitle, subtitle);
    }
  else
    {
      gtk_label_set_label (self->title, project);
      gtk_label_set_label (self->subtitle, get_state (self));
    }
  if (g_strcmp0 (gtk_window_get_title (GTK_WINDOW (self)), project) != 0)
    gtk_window_set_title (GTK_WINDOW (self), project);
}
