/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-error.h"
#include "document/jalon-texts.h"
#include "files/jalon-libxml.h"
#include "files/jalon-reader.h"

G_BEGIN_DECLS

/* An attribute as libxml2 hands it over: five pointers. */
#define ATTRIBUTE_SIZE 5
#define ATTRIBUTE_NAME(attributes, i) ((const char *) (attributes)[(i) * ATTRIBUTE_SIZE])
#define ATTRIBUTE_PREFIX(attributes, i) ((const char *) (attributes)[(i) * ATTRIBUTE_SIZE + 1])
#define ATTRIBUTE_NAMESPACE(attributes, i) ((const char *) (attributes)[(i) * ATTRIBUTE_SIZE + 2])
#define ATTRIBUTE_VALUE(attributes, i) ((const char *) (attributes)[(i) * ATTRIBUTE_SIZE + 3])
#define ATTRIBUTE_END(attributes, i) ((const char *) (attributes)[(i) * ATTRIBUTE_SIZE + 4])

/* A reference, to be followed when all elements are known. */
typedef struct
{
  JalonElement     *element;
  const JalonField *field;
  const char       *ids;     /* the element's own text */
  guint             line;
} ReaderLink;

/* An id, and what is known of its element. Small, for every element has one. */
typedef struct
{
  const char *id;        /* NULL if this is an empty place */
  guint       hash;
  guint       line : 26; /* on which the start tag ends */
  guint       kind : 6;
} ReaderId;

G_STATIC_ASSERT (JALON_FILE_MAX <= 1 << 26 && JALON_N_KINDS <= 1 << 6);

typedef struct
{
  ReaderId *places;
  guint     n_places;
  guint     n;
} ReaderIds;

/* A name that the table does not know, and how often it came. */
typedef struct
{
  char *what;
  guint line;
  guint n;
} ReaderUnknown;

/* The names of the table as libxml2 has interned them, compared as pointers. */
typedef struct
{
  const char       *id;
  const char       *kinds[JALON_N_KINDS];
  const JalonField *contents[JALON_N_KINDS];
  const char      **fields[JALON_N_KINDS]; /* in the order of the table, ended by NULL */
} ReaderNames;

/**
 * Reader:
 *
 * The state of one reading; it lives on the stack of read_sniffed().
 */
typedef struct
{
  /* Borrowed */
  const char  *file;
  JalonReport *report;

  /* The bytes, ended by a NUL, and libxml2 on its way through them */
  const char  *text;
  gsize        length;
  const JalonLibxml *libxml;
  xmlParserCtxtPtr parser;
  ReaderNames  names;

  /* What has been built: the project, and in it the element that is open now */
  JalonElement *project;
  JalonElement *open;
  JalonTexts  *texts;        /* of all elements */
  const JalonField *content; /* where text goes, if it goes anywhere */
  GString     *characters;
  guint        characters_line;
  guint        major;
  const xmlChar *namespace;  /* of the project; the parser's own, compared as a pointer */

  /* What is kept word for word: how deep in it the parser is, where it began */
  guint        raw_depth;
  gsize        raw_start;
  gsize        raw_name_end;
  char        *raw_id;
  guint        raw_line;
  GPtrArray   *raw_scope;    /* prefixes declared inside, innermost last */
  guint        raw_lengths[JALON_DEPTH_MAX]; /* of raw_scope, further out */
  GString     *raw_outer;    /* declarations that it needs from outside */
  ReaderIds    kept;         /* of what is kept word for word */
  GStringChunk *kept_ids;
  GHashTable  *derived;      /* what ids were derived of → how often */
  GHashTable  *unknown;      /* what people are told → ReaderUnknown */

  /* Who is who */
  ReaderIds    ids;
  GArray      *links;        /* those that cannot be followed yet */

  /* Limits */
  guint        depth;
  guint        scopes[JALON_DEPTH_MAX]; /* namespaces that each open element declares */
  guint        n_scopes;                 /* in all */
  guint        n_elements;
  gsize        n_declared;   /* bytes of declarations that were not there */
  GHashTable  *strangers;    /* names that the table does not have, as pointers */

  GString     *scratch;
  GError      *error;        /* the first, which ends the reading */
} Reader;

/* jalon-reader-guard.c */
gboolean      reader_prescan         (Reader           *self);
gboolean      reader_admit           (Reader           *self,
                                      int               n_namespaces,
                                      const xmlChar   **namespaces);
void          reader_dismiss         (Reader           *self);
gboolean      reader_count_element   (Reader           *self);
void          reader_count_name      (Reader           *self,
                                      const char       *name);
void          reader_count_declared  (Reader           *self,
                                      gsize             n);
guint         reader_line            (Reader           *self);
void          reader_refuse          (Reader           *self,
                                      JalonError        code,
                                      guint             line,
                                      const char       *format,
                                      ...) G_GNUC_PRINTF (4, 5);
void          reader_collect_error   (void             *data,
                                      xmlErrorPtr       problem);

/* jalon-reader-root.c */
void          reader_check_root      (Reader           *self,
                                      const char       *name,
                                      const char       *uri,
                                      int               n_attributes,
                                      const xmlChar   **attributes);
void          reader_check_version   (Reader           *self);

/* jalon-reader-names.c */
void          reader_names_init      (Reader           *self);
void          reader_names_clear     (Reader           *self);
JalonKind     reader_find_kind       (Reader           *self,
                                      const char       *name);
const JalonField *reader_find_field  (Reader           *self,
                                      JalonKind         kind,
                                      const char       *name,
                                      guint            *place);

/* jalon-reader-values.c */
void          reader_set_attributes  (Reader           *self,
                                      JalonElement     *element,
                                      int               n_attributes,
                                      const xmlChar   **attributes);
void          reader_set_content     (Reader           *self);
gsize         reader_resolve_ampersands (char          *value,
                                      gsize             length);
const char   *reader_get_id          (Reader           *self,
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
void          reader_declare         (Reader           *self,
                                      GString          *tag,
                                      const char       *prefix,
                                      const char       *uri);
void          reader_raw_add         (Reader           *self,
                                      const char       *raw,
                                      const char       *id,
                                      guint             line);
void          reader_note_unknown    (Reader           *self,
                                      char             *what);
void          reader_tell_unknown    (Reader           *self);

/* jalon-reader-ids.c */
void          reader_ids_init        (ReaderIds        *self);
void          reader_ids_clear       (ReaderIds        *self);
ReaderId     *reader_ids_find        (ReaderIds        *self,
                                      const char       *id);
void          reader_ids_fill        (ReaderIds        *self,
                                      ReaderId         *place,
                                      const char       *id,
                                      JalonKind         kind,
                                      guint             line);

/* jalon-reader-links.c */
JalonElement *reader_new_element     (Reader           *self,
                                      JalonKind         kind,
                                      const char       *given,
                                      guint             line);
void          reader_keep_id         (Reader           *self,
                                      const char       *id,
                                      guint             line);
gboolean      reader_knows_target    (Reader           *self,
                                      const JalonField *field,
                                      const char       *id);
void          reader_add_link        (Reader           *self,
                                      JalonElement     *element,
                                      const JalonField *field,
                                      const char       *ids);
void          reader_check_links     (Reader           *self);

G_END_DECLS
