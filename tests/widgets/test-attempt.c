/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "widgets/jalon-attempt.h"

typedef struct
{
  guint nested_at; /* the call of the first at which it starts the second */
  gboolean result; /* what the first returns then */
  guint n_needed;  /* the calls after which the second is done */
} Case;

static const Case cases[] = {
  { 1, FALSE, 3 }, { 1, TRUE, 3 }, { 2, FALSE, 3 }, { 2, TRUE, 3 },
  { 1, FALSE, 1 }, { 1, TRUE, 1 }, { 2, FALSE, 1 }, { 2, TRUE, 1 },
};

static const Case *present;
static guint tick;
static guint n_first;
static guint n_second;

static void
give_up (GtkWidget *widget)
{
  g_assert_not_reached ();
}

static gboolean
attempt_second (GtkWidget *widget)
{
  g_assert_cmpuint (tick, !=, 0);
  return ++n_second == present->n_needed;
}

static gboolean
attempt_first (GtkWidget *widget)
{
  if (++n_first < present->nested_at)
    return FALSE;
  jalon_attempt_start (&tick, widget, attempt_second, give_up);
  return present->result;
}

/* Of two attempts the later one goes on, until it is done, and can be stopped. */
static void
test_nested (gconstpointer data)
{
  GtkWidget *window = fixture_show (gtk_label_new ("Attempts"), 100, 100);

  present = data;
  n_first = n_second = 0;
  jalon_attempt_start (&tick, window, attempt_first, give_up);
  while (n_second < present->n_needed)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_queue_draw (window);
  fixture_settle ();
  g_assert_cmpuint (tick, ==, 0);
  g_assert_cmpuint (n_first, ==, present->nested_at);
  g_assert_cmpuint (n_second, ==, present->n_needed);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/attempt/nested/%u", i);

      g_test_add_data_func (path, &cases[i], test_nested);
    }
  return fixture_run ();
}
