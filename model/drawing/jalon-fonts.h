/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JalonFonts:
 *
 * The fonts of the process, which one thread uses at a time:
 *
 * |[
 * g_autoptr (JalonFonts) fonts = jalon_fonts_take ();
 * ]|
 *
 * Cairo 1.16 keeps ten of them open, and closes one to open another without looking whether a
 * thread is about to use it: where texts of several scripts are drawn in a thread, the program
 * would crash. So who sets, measures, paints or lets go of text takes them, for as short as it can;
 * the main thread of a program with windows, where GTK does so at any time, has them whenever it is
 * awake.
 */
typedef struct _JalonFonts JalonFonts;

JalonFonts *jalon_fonts_take    (void);
void        jalon_fonts_release (JalonFonts *self);
void        jalon_fonts_bind    (void);
void        jalon_fonts_unbind  (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonFonts, jalon_fonts_release)

G_END_DECLS
