/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bar that tells who else has the file open. People can go on, only read, or work on a copy. */

#include "app/jalon-window-private.h"

#include <glib/gi18n.h>

#include "files/jalon-reader.h"

/* The day is said unless it is this one. */
char *
jalon_window_format_time (GDateTime *time)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gboolean is_today = g_date_time_get_year (now) == g_date_time_get_year (time) &&
                      g_date_time_get_day_of_year (now) == g_date_time_get_day_of_year (time);

  return g_date_time_format (time, is_today ? "%R" : "%x, %R");
}

static gboolean
is_us (const JalonLockHolder *holder)
{
  return strcmp (holder->login, g_get_user_name ()) == 0 &&
         (holder->name[0] == '\0' || strcmp (holder->name, g_get_real_name ()) == 0);
}

/* What @holder is called; ourselves at another computer by that. "" if nobody knows. */
static const char *
get_name (const JalonLockHolder *holder)
{
  if (is_us (holder))
    return holder->host;
  return holder->name[0] != '\0' ? holder->name : holder->login;
}

static const char *
get_name_or_somebody (const JalonLockHolder *holder)
{
  const char *name = get_name (holder);

  return name[0] != '\0' ? name : _ ("Somebody");
}

/* The one who has the file open, for people. */
static char *
make_holder_text (const JalonLockHolder *holder)
{
  const char *name = holder->name[0] != '\0' ? holder->name : holder->login;
  g_autofree char *since = holder->since != NULL ? jalon_window_format_time (holder->since) : NULL;

  if (name[0] == '\0')
    name = _ ("Somebody");
  if (since == NULL)
    /* Translators: a person and a computer */
    return g_strdup_printf (_ ("%s has this project open on %s."), name, holder->host);
  /* Translators: a person, a computer, date and time */
  return g_strdup_printf (_ ("%s has this project open on %s since %s."), name, holder->host,
                          since);
}

/* Several who have it open: the first two by name. */
static char *
make_holders_text (GPtrArray *others)
{
  const char *first = get_name_or_somebody (g_ptr_array_index (others, 0));
  const char *second = get_name_or_somebody (g_ptr_array_index (others, 1));
  guint n = others->len - 2;

  if (n == 0)
    /* Translators: two people */
    return g_strdup_printf (_ ("%s and %s have this project open."), first, second);
  /* Translators: two people, and how many more */
  return g_strdup_printf (ngettext ("%s, %s and %u other have this project open.",
                                    "%s, %s and %u others have this project open.", n),
                          first, second, n);
}

/* Returns: (transfer full) (nullable): the one who else has the file open, if one can be told: who
 * works at two computers is told by the other. */
char *
jalon_window_name_other (JalonWindow *self)
{
  GPtrArray *others = self->lock != NULL ? jalon_lock_get_others (self->lock) : NULL;
  const char *name;

  if (others == NULL || others->len != 1)
    return NULL;
  name = get_name (g_ptr_array_index (others, 0));
  return name[0] != '\0' ? g_strdup (name) : NULL;
}

/* What that means for the people here. */
static char *
make_text (JalonWindow *self, GPtrArray *others)
{
  g_autofree char *who = NULL;

  if (others == NULL || others->len == 0)
    return g_strdup (_ ("You only read this project. What others save appears here."));
  who = others->len == 1 ? make_holder_text (g_ptr_array_index (others, 0))
                         : make_holders_text (others);
  return g_strjoin (" ", who,
                    self->only_reads ? _ ("You only read it: what others save appears here.")
                    : others->len == 1
                      ? _ ("You can both work on it: what you both save is merged.")
                      : _ ("All of you can work on it: what you save is merged."),
                    NULL);
}

static void
update_bar (JalonWindow *self)
{
  GPtrArray *others = self->lock != NULL ? jalon_lock_get_others (self->lock) : NULL;
  gboolean is_told = (others != NULL && others->len > 0) || self->only_reads;
  g_autofree char *text = is_told ? make_text (self, others) : NULL;

  if (text != NULL)
    gtk_label_set_label (self->lock_label, text);
  gtk_button_set_label (self->read_button, self->only_reads ? _ ("_Edit") : _ ("_Read Only"));
  gtk_info_bar_set_revealed (self->lock_bar, is_told);
}

static void
lock_changed_cb (JalonWindow *self)
{
  g_assert (JALON_IS_WINDOW (self));

  update_bar (self);
}

void
jalon_window_lock_response_cb (JalonWindow *self)
{
  g_assert (JALON_IS_WINDOW (self));

  gtk_info_bar_set_revealed (self->lock_bar, FALSE);
}

/* People have opened the file: others are told. */
void
jalon_window_take_lock (JalonWindow *self)
{
  self->lock = jalon_lock_new (jalon_store_get_file (self->store));
  g_signal_connect_object (self->lock, "changed", G_CALLBACK (lock_changed_cb), self,
                           G_CONNECT_SWAPPED);
  jalon_lock_keep (self->lock);
}

void
jalon_window_leave_lock (JalonWindow *self)
{
  if (self->lock != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->lock, self);
      jalon_lock_release (self->lock);
    }
  g_clear_object (&self->lock);
  update_bar (self);
}

/* Lets people change the project, unless it or they forbid it. */
void
jalon_window_set_only_reads (JalonWindow *self, gboolean only_reads)
{
  gboolean is_newer = self->document != NULL &&
                      jalon_reader_is_newer (jalon_document_get_project (self->document));
  gboolean is_editable = !is_newer && !only_reads;
  /* Some may not have been made yet. */
  JalonMapView *views[] = { JALON_MAP_VIEW (self->canvas), JALON_MAP_VIEW (self->outline),
                            JALON_MAP_VIEW (self->table), JALON_MAP_VIEW (self->sidebar),
                            JALON_MAP_VIEW (self->inspector) };

  gboolean had_focus = gtk_window_get_focus (GTK_WINDOW (self)) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (views[i] != NULL)
      jalon_map_view_set_editable (views[i], is_editable);
  /* What only shows has no use for the keys. */
  if (had_focus && gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_grab_focus (jalon_window_get_view (self));
  jalon_window_show_newer_bar (self, is_newer);
  gtk_info_bar_set_revealed (self->copies_bar, self->copies != NULL && is_editable);
  if (self->only_reads == only_reads)
    return;
  self->only_reads = only_reads;
  update_bar (self);
  jalon_window_update_title (self);
  jalon_window_update_actions (self);
  g_object_notify (G_OBJECT (self), "only-reads");
}
