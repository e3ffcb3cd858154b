/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

G_BEGIN_DECLS

/* What the reader needs of libxml2 */
#define JALON_LIBXML_FUNCTIONS(FUNCTION)                                                           \
  FUNCTION (inputPush)                                                                             \
  FUNCTION (xmlCtxtUseOptions)                                                                     \
  FUNCTION (xmlDictLookup)                                                                         \
  FUNCTION (xmlFreeParserCtxt)                                                                     \
  FUNCTION (xmlNewParserCtxt)                                                                      \
  FUNCTION (xmlNewStringInputStream)                                                               \
  FUNCTION (xmlParseDocument)                                                                      \
  FUNCTION (xmlStopParser)

#define JALON_LIBXML_MEMBER(NAME) __typeof__ (NAME) *NAME;

typedef struct
{
  JALON_LIBXML_FUNCTIONS (JALON_LIBXML_MEMBER)
} JalonLibxml;

const JalonLibxml *jalon_libxml_get (void);

G_END_DECLS
