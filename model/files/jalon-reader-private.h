/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/parser.h>

#include "document/jalon-error.h"
#include "files/jalon-reader.h"

G_BEGIN_DECLS

#define READER_MAX_DEPTH 64

/* An attribute as libxml2 hands it over: five pointers. */
#define ATTRIBUTE_SIZE 5
#define ATTRIBUTE_NAME(attributes, i) ((const char *) (attributes)[(i) * ATTRIBUTE_SIZE])
#define ATTRIBUTE_PREFIX(attributes, i) ((const char *) (attributes)[(i) * ATTRIBUTE_SIZE + 1])
#define ATTRIBUTE_NAMESPACE(attributes, i) ((const char *) (attributes)[(i) * ATTRIBUTE_SIZE + 2])
#define ATTRIBUTE_VALUE(attributes, i) ((const char *) (attributes)[(i) * ATTRIBUTE_SIZE + 3])
#define ATTRIBUTE_END(attributes, i) ((const char *) (attributes)[(i) * ATTRIBUTE_SIZE + 4])

/* An element and the line on which its start tag ends. */
typedef struct
{
  JalonElement *element;
  guint         line;
} ReaderNode;

/* A reference, to be followed when all elements are known. */
typedef struct
{
  JalonElement     *element;
  const JalonField *field;
  guint             line;
} ReaderLink;

/* A name that the table does not know, and how often it came. */
typedef struct
{
  char *what;
  guint line;
  guint n;
} ReaderUnknown;

/**
 * Reader:
 *
 * The state of one reading; it lives on the stack of jalon_reader_read().
 */
typedef struct
{
  /* Borrowed */
  const char  *file;
  JalonReport *report;

  /* The bytes, ended by a NUL, and libxml2 on its way through them */
  char        *text;
  gsize        length;
  xmlParserCtxtPtr parser;

  /* What has been built: the project, and in it the element that is open now */
  JalonElement *project;
  JalonElement *open;
  const JalonField *content; /* where text goes, if it goes anywhere */
  GString     *characters;
  guint        characters_line;
  guint        major;

  /* What is kept word for word: how deep in it the parser is, where it began */
  guint        raw_depth;
  gsize        raw_start;
  gsize        raw_name_end;
  char        *raw_id;
  guint        raw_line;
  GPtrArray   *raw_scope;    /* prefixes declared inside, innermost last */
  guint        raw_lengths[READER_MAX_DEPTH]; /* of raw_scope, further out */
  GString     *raw_outer;    /* declarations that it needs from outside */
  GHashTable  *unknown;      /* what people are told → ReaderUnknown */

  /* Who is who */
  GHashTable  *ids;          /* id → place in nodes, from 1 */
  GArray      *nodes;
  GArray      *links;

  /* Limits */
  guint        depth;
  guint        n_elements;
  GHashTable  *names;        /* interned by libxml2, compared as pointers */
  gint64       deadline;

  GString     *scratch;
  GError      *error;        /* the first, which ends the reading */
} Reader;

/* jalon-reader-guard.c */
gboolean      reader_prescan         (Reader           *self);
gboolean      reader_admit           (Reader           *self,
                                      const char       *name,
                                      int               n_attributes,
                                      const xmlChar   **attributes);
guint         reader_line            (Reader           *self);
void          reader_refuse          (Reader           *self,
                                      JalonError        code,
                                      guint             line,
                                      const char       *format,
                                      ...) G_GNUC_PRINTF (4, 5);
void          reader_collect_error   (void             *data,
                                      xmlErrorPtr       problem);

/* jalon-reader-values.c */
void          reader_set_attributes  (Reader           *self,
                                      JalonElement     *element,
                                      int               n_attributes,
                                      const xmlChar   **attributes);
void          reader_set_content     (Reader           *self);
char         *reader_get_attribute   (const char       *name,
                                      int               n_attributes,
                                      const xmlChar   **attributes);

/* jalon-reader-raw.c */
void          reader_raw_start       (Reader           *self,
                                      const char       *name,
                                      const char       *prefix,
                                      const char       *uri,
                                      int               n_namespaces,
                                      const xmlChar   **namespaces,
                                      int               n_attributes,
                                      const xmlChar   **attributes);
void          reader_raw_end         (Reader           *self);
void          reader_declare         (GString          *tag,
                                      const char       *prefix,
                                      const char       *uri);
void          reader_raw_add         (Reader           *self,
                                      const char       *raw,
                                      const char       *id,
                                      guint             line);
void          reader_note_unknown    (Reader           *self,
                                      const char       *attribute,
                                      const char       *element);
void          reader_tell_unknown    (Reader           *self);

/* jalon-reader-links.c */
JalonElement *reader_new_element     (Reader           *self,
                                      JalonKind         kind,
                                      const char       *id,
                                      guint             line);
void          reader_add_link        (Reader           *self,
                                      JalonElement     *element,
                                      const JalonField *field);
void          reader_check_links     (Reader           *self);

G_END_DECLS
