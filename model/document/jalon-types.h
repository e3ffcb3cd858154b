/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _JalonChange   JalonChange;
typedef struct _JalonChoice   JalonChoice;
typedef struct _JalonDocument JalonDocument;
typedef struct _JalonElement  JalonElement;
typedef struct _JalonField    JalonField;
typedef struct _JalonKindInfo JalonKindInfo;
typedef struct _JalonReport   JalonReport;
typedef struct _JalonStep     JalonStep;
typedef struct _JalonTexts    JalonTexts;

G_END_DECLS
