/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JALON_TYPE_APPLICATION (jalon_application_get_type ())

G_DECLARE_FINAL_TYPE (JalonApplication, jalon_application, JALON, APPLICATION, AdwApplication)

GApplication *jalon_application_new (void);

G_END_DECLS
