/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "patience.h"

#include <sys/time.h>

#ifdef __SANITIZE_ADDRESS__
#define SECONDS 80
#else
#define SECONDS 20
#endif

static void
set_timer (time_t seconds)
{
  const struct itimerval timer = { { 0, 0 }, { seconds, 0 } };

  g_assert_cmpint (setitimer (ITIMER_PROF, &timer, NULL), ==, 0);
}

void
patience_begin (void)
{
  set_timer (SECONDS);
}

void
patience_end (void)
{
  set_timer (0);
}
