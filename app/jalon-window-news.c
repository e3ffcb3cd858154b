/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What others have changed is told when it comes in, and listed as long as the file is open. */

#include "app/jalon-window-private.h"

#include <glib/gi18n.h>

#include "app/jalon-changes-dialog.h"

/* So much that came in is kept, each with all its sentences. */
#define MOST 20

/* What came in at once. */
typedef struct
{
  char *from; /* or NULL if nobody knows */
  GDateTime *time;
  GPtrArray *changes;
  GPtrArray *conflicts;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_free (news->from);
  g_date_time_unref (news->time);
  g_ptr_array_unref (news->changes);
  g_ptr_array_unref (news->conflicts);
  g_free (news);
}

/* NULL if nothing has come in. */
static const News *
get_last (JalonWindow *self)
{
  return self->news != NULL ? g_ptr_array_index (self->news, self->news->len - 1) : NULL;
}

static void
dismiss (JalonWindow *self)
{
  if (self->news_toast != NULL)
    adw_toast_dismiss (self->news_toast);
  g_clear_object (&self->news_toast);
}

/* The file is another now. */
void
jalon_window_forget_news (JalonWindow *self)
{
  dismiss (self);
  g_clear_pointer (&self->news, g_ptr_array_unref);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-news", FALSE);
}

static void
jump_cb (JalonWindow *self, const char *id)
{
  JalonElement *element = jalon_document_lookup (self->document, id);

  g_assert (JALON_IS_WINDOW (self));

  if (element != NULL)
    jalon_window_go (self, element, JALON_FIELD_NONE);
}

JalonChangesDialog *
jalon_window_list_changes (JalonWindow *self, const char *title)
{
  GtkWidget *dialog = jalon_changes_dialog_new (GTK_WINDOW (self), title, self->document);

  g_signal_connect_object (dialog, "jump", G_CALLBACK (jump_cb), self, G_CONNECT_SWAPPED);
  return JALON_CHANGES_DIALOG (dialog);
}

static char *
make_title (JalonWindow *self)
{
  const News *last = get_last (self);

  for (guint i = 0; i < self->news->len; i++)
    {
      const News *news = g_ptr_array_index (self->news, i);

      if (last->from == NULL || g_strcmp0 (news->from, last->from) != 0)
        return g_strdup (_ ("Changes of Others"));
    }
  /* Translators: %s is a person, or a file */
  return g_strdup_printf (_ ("Changes from %s"), last->from);
}

static char *
make_origin (const News *news)
{
  g_autofree char *time = jalon_window_format_time (news->time);

  /* Translators: a person or a file, and when its changes came in */
  return g_strdup_printf (_ ("%s, %s"), news->from != NULL ? news->from : _ ("Others"), time);
}

/* An action: what came in, the latest first; before all of it what can be decided. */
void
jalon_window_show_news (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);
  g_autofree char *title = NULL;
  JalonChangesDialog *dialog;

  if (get_last (self) == NULL)
    return;
  title = make_title (self);
  dialog = jalon_window_list_changes (self, title);
  for (guint i = self->news->len; i > 0; i--)
    {
      const News *news = g_ptr_array_index (self->news, i - 1);
      g_autofree char *origin = make_origin (news);

      jalon_changes_dialog_add_conflicts (dialog, news->conflicts, news->from, origin);
    }
  for (guint i = self->news->len; i > 0; i--)
    {
      const News *news = g_ptr_array_index (self->news, i - 1);
      g_autofree char *origin = make_origin (news);

      jalon_changes_dialog_add_changes (dialog, news->changes, origin);
    }
  gtk_window_present (GTK_WINDOW (dialog));
}

static char *
make_text (const News *news)
{
  guint n = news->changes->len;

  if (news->from == NULL)
    return g_strdup_printf (ngettext ("%u change of others came in", "%u changes of others came in",
                                      n),
                            n);
  /* Translators: %s is a person, or a file */
  return g_strdup_printf (ngettext ("%u change from %s came in", "%u changes from %s came in", n),
                          n, news->from);
}

static void
toast (JalonWindow *self, const News *news)
{
  g_autofree char *text = make_text (news);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  self->news_toast = g_object_ref_sink (adw_toast_new (markup));
  adw_toast_set_button_label (self->news_toast, _ ("_Show"));
  adw_toast_set_action_name (self->news_toast, "win.show-news");
  jalon_window_add_toast (self, g_object_ref (self->news_toast));
}

static void
keep (JalonWindow *self, News *news)
{
  if (self->news == NULL)
    self->news = g_ptr_array_new_with_free_func (news_free);
  if (self->news->len == MOST)
    g_ptr_array_remove_index (self->news, 0);
  g_ptr_array_add (self->news, news);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-news", TRUE);
}

/* Tells of @changes that came in, and lets people decide about @conflicts. @from: from whom, or
 * NULL if nobody knows. */
void
jalon_window_add_news (JalonWindow *self,
                       GPtrArray *changes,
                       GPtrArray *conflicts,
                       const char *from)
{
  News *news;

  dismiss (self);
  if (changes->len == 0 && conflicts->len == 0)
    return;
  news = g_new0 (News, 1);
  news->from = g_strdup (from);
  news->time = g_date_time_new_now_local ();
  news->changes = g_ptr_array_ref (changes);
  news->conflicts = g_ptr_array_ref (conflicts);
  keep (self, news);
  if (conflicts->len > 0)
    jalon_window_show_news (GTK_WIDGET (self), NULL, NULL);
  else
    toast (self, news);
}
