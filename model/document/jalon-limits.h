/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a project can be at most. The document lets nothing grow beyond it, so that whatever is in
 * the editor can be saved and read again; the reader refuses files that ask for more. Of pictures
 * see drawing/jalon-image-header.h, too. */

/* Elements, in a project or a file. */
#define JALON_ELEMENTS_MAX   250000

/* How deep elements are within each other; known ones are not nearly so deep. */
#define JALON_DEPTH_MAX      64

/* What the table does not know and is kept word for word: distinct names, of namespaces, too;
 * attributes of an element, and namespaces that it is within; bytes that declare those. */
#define JALON_NAMES_MAX      1000
#define JALON_ATTRIBUTES_MAX 256
#define JALON_DECLARED_MAX   (8 * 1024 * 1024)

/* The largest project file, in bytes. */
#define JALON_FILE_MAX       (64 * 1024 * 1024)

/* The longest text of one field, in bytes. */
#define JALON_TEXT_MAX       (1024 * 1024)

/* The longest picture, in bytes of base 64: what a libxml2 text node can hold, with room. */
#define JALON_DATA_MAX       (8 * 1024 * 1024)

/* What one field refers to, and the counts in one. */
#define JALON_REFERENCES_MAX 1000
#define JALON_COUNTS_MAX     101

G_END_DECLS
