/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _JalonLayout     JalonLayout;
typedef struct _JalonNode       JalonNode;
typedef struct _JalonParagraph  JalonParagraph;
typedef struct _JalonPath       JalonPath;
typedef struct _JalonPicture    JalonPicture;
typedef struct _JalonPrimitive  JalonPrimitive;
typedef struct _JalonScene      JalonScene;
typedef struct _JalonTerms      JalonTerms;
typedef struct _JalonTheme      JalonTheme;
typedef struct _JalonTypesetter JalonTypesetter;

/* Everything here is in canvas units, 1/96 inch at 100 %; x to the right, y downwards. */

typedef struct
{
  double x;
  double y;
} JalonPoint;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} JalonRect;

/* Each from 0 to 1; not premultiplied. An alpha of 0 draws nothing. */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} JalonColour;

G_END_DECLS
