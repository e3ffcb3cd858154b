/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-texts.h"

/* A longer text, such as a picture, has memory of its own: it is free when its element is, and not
 * when all are. */
#define LONG 4096

struct _JalonTexts
{
  gsize size;
  gsize used;
  char data[];
};

/**
 * jalon_texts_new:
 * @size: bytes for all texts, with a NUL after each; memory that is not used costs nothing
 *
 * Returns: (transfer full): the block, still empty
 */
JalonTexts *
jalon_texts_new (gsize size)
{
  JalonTexts *self = g_atomic_rc_box_alloc (sizeof (JalonTexts) + size);

  self->size = size;
  self->used = 0;
  return self;
}

JalonTexts *
jalon_texts_ref (JalonTexts *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
jalon_texts_unref (JalonTexts *self)
{
  g_atomic_rc_box_release (self);
}

/**
 * jalon_texts_add:
 * @self: a block
 * @text: a text
 * @length: its bytes
 *
 * Copies a text: into the block or, if it is long or does not fit, into memory of its own.
 *
 * Returns: the copy, for jalon_texts_drop() or an element that shares @self
 */
char *
jalon_texts_add (JalonTexts *self, const char *text, gsize length)
{
  char *copy;

  if (length < LONG && length < self->size - self->used)
    {
      copy = self->data + self->used;
      self->used += length + 1;
    }
  else
    copy = g_malloc (length + 1);
  memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}

/**
 * jalon_texts_drop:
 * @self: (nullable): a block
 * @text: (nullable): one of its texts, or one with memory of its own
 *
 * Frees a text that has memory of its own.
 */
void
jalon_texts_drop (JalonTexts *self, char *text)
{
  if (self == NULL || text < self->data || text >= self->data + self->used)
    g_free (text);
}
