/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "document/jalon-report.h"

G_BEGIN_DECLS

void jalon_report_dialog_present (GtkWindow   *parent,
                                  JalonReport *report);

G_END_DECLS
