/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "widgets/jalon-paste.h"

/* What stayed out is told. */
static void
test_messages (void)
{
  static const struct
  {
    JalonPasted pasted;
    const char *message;
  } cases[] = {
    { { NULL, NULL, 0, 0, 0, 0 }, NULL },
    { { NULL, NULL, 1, 0, 0, 0 }, "1 cell did not fit: the map ends there." },
    { { NULL, NULL, 0, 2, 0, 0 }, "2 of them have no place here." },
    { { NULL, NULL, 0, 0, 1, 0 }, "1 value does not fit its column." },
    { { NULL, NULL, 0, 0, 3, 1 },
      "3 values do not fit their columns. 1 stayed out, as what it belongs to is not here." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *message = jalon_pasted_describe (&cases[i].pasted);

      g_assert_cmpstr (message, ==, cases[i].message);
    }
}

/* What came along is told by its names, but for a portrait. */
static void
test_brought (void)
{
  static const struct
  {
    const char *ids;
    const char *message;
  } cases[] = {
    { "", NULL },
    { "does", "1 thing that it refers to came along (does)." },
    { "does pains awa", "3 things that it refers to came along (does, pains, Awa Diop)." },
    { "does pains awa head", "4 things that it refers to came along (does, pains, Awa Diop, …)." },
  };
  g_autoptr (JalonDocument) document = fixture_new ();
  g_autoptr (JalonElement) portrait = jalon_element_new (JALON_KIND_IMAGE, "portrait");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) brought = fixture_get_all (document, cases[i].ids);
      const JalonPasted pasted = { .brought = brought };
      g_autofree char *message = NULL;

      g_ptr_array_insert (brought, 0, portrait);
      message = jalon_pasted_describe (&pasted);
      g_assert_cmpstr (message, ==, cases[i].message);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pasted/messages", test_messages);
  g_test_add_func ("/pasted/brought", test_brought);
  return fixture_run ();
}
