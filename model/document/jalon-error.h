/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-types.h"

G_BEGIN_DECLS

#define JALON_ERROR (jalon_error_quark ())

/**
 * JalonError:
 * @JALON_ERROR_VALUE: a text is not a value of its field
 * @JALON_ERROR_SYNTAX: a file is not well formed, or not what it claims to be
 * @JALON_ERROR_REFUSED: a file asks for something no project needs (a DOCTYPE, too many elements …)
 * @JALON_ERROR_VERSION: a file was written by a newer major version
 * @JALON_ERROR_CHANGED: the file on disk is not the one that was read
 * @JALON_ERROR_NOT_FOUND: a map, an element or a format of that name does not exist
 *
 * What callers tell apart; everything else is in the message.
 */
typedef enum
{
  JALON_ERROR_VALUE,
  JALON_ERROR_SYNTAX,
  JALON_ERROR_REFUSED,
  JALON_ERROR_VERSION,
  JALON_ERROR_CHANGED,
  JALON_ERROR_NOT_FOUND,
} JalonError;

GQuark jalon_error_quark (void);

G_END_DECLS
