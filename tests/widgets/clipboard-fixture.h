/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"

G_BEGIN_DECLS

/* The clipboard of a widget, as other programs use it. */

void    clipboard_fixture_offer        (GtkWidget     *widget,
                                        const char    *mime_type,
                                        const char    *data);
GBytes *clipboard_fixture_read         (GtkWidget     *widget,
                                        const char    *mime_type);
void    clipboard_fixture_check_text   (GtkWidget     *widget,
                                        const char    *text);
void    clipboard_fixture_check_titles (JalonDocument *document,
                                        const char    *parent,
                                        const char    *titles);

G_END_DECLS
