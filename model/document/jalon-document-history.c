/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-document-private.h"

static void
clear_steps (JalonDocument *self, GQueue *steps)
{
  JalonStep *step;

  while ((step = g_queue_pop_head (steps)) != NULL)
    {
      self->history_size -= step->size;
      jalon_step_free (step);
    }
}

void
jalon_document_history_clear (JalonDocument *self)
{
  clear_steps (self, &self->undo);
  clear_steps (self, &self->redo);
}

/* Forgets the oldest steps, but never the last. */
static void
trim (JalonDocument *self)
{
  while (self->history_size > self->history_limit && self->undo.length > 1)
    {
      JalonStep *oldest = g_queue_pop_head (&self->undo);

      self->history_size -= oldest->size;
      jalon_step_free (oldest);
    }
}

static gboolean
joins_last (JalonDocument *self, JalonStep *step)
{
  JalonStep *last = g_queue_peek_tail (&self->undo);

  return last != NULL && !self->is_sealed && step->key != NULL &&
         g_strcmp0 (last->key, step->key) == 0;
}

static void
push_step (JalonDocument *self, GQueue *steps, JalonStep *step)
{
  g_queue_push_tail (steps, step);
  self->history_size += step->size;
}

static JalonStep *
pop_step (JalonDocument *self, GQueue *steps)
{
  JalonStep *step = g_queue_pop_tail (steps);

  self->history_size -= step != NULL ? step->size : 0;
  return step;
}

/* Makes @step part of the last one. What was typed and erased again was never there. Returns FALSE
 * then. */
static gboolean
join_last (JalonDocument *self, JalonStep *step)
{
  JalonStep *last = pop_step (self, &self->undo);

  if (jalon_step_absorb (last, step))
    {
      push_step (self, &self->undo, last);
      return TRUE;
    }
  self->revision = last->revision_before;
  jalon_step_free (last);
  return FALSE;
}

/* Puts what has just been done (transfer full) into the history and tells the listeners. */
void
jalon_document_file_step (JalonDocument *self, JalonStep *step)
{
  gboolean joins = joins_last (self, step);
  g_autoptr (JalonStep) joined = joins ? step : NULL;

  clear_steps (self, &self->redo);
  self->is_sealed = joins && !join_last (self, step);
  if (!joins)
    push_step (self, &self->undo, step);
  trim (self);
  jalon_document_tell (self, step, self->selection);
}

/* Takes the newest step of @from, does its opposite and puts that on @to. */
static gboolean
replay (JalonDocument *self, GQueue *from, GQueue *to)
{
  JalonStep *step;

  g_return_val_if_fail (JALON_IS_DOCUMENT (self) && self->step == NULL, FALSE);
  g_return_val_if_fail (!self->is_telling, FALSE);

  step = pop_step (self, from);
  if (step == NULL)
    return FALSE;
  g_strfreev (step->selection_after);
  step->selection_after = g_strdupv (self->selection);
  jalon_step_invert (step);
  for (guint i = 0; i < step->changes->len; i++)
    jalon_document_apply (self, g_ptr_array_index (step->changes, i));
  self->revision = step->revision_after;
  self->is_sealed = TRUE;
  push_step (self, to, step);
  jalon_document_tell (self, step, step->selection_after);
  return TRUE;
}

/**
 * jalon_document_undo:
 * @self: a document without open transaction
 *
 * Takes the last step back, and the selection with it.
 *
 * Returns: %TRUE if there was one
 */
gboolean
jalon_document_undo (JalonDocument *self)
{
  return replay (self, &self->undo, &self->redo);
}

/**
 * jalon_document_redo:
 * @self: a document without open transaction
 *
 * Does again what was last undone.
 *
 * Returns: %TRUE if there was something
 */
gboolean
jalon_document_redo (JalonDocument *self)
{
  return replay (self, &self->redo, &self->undo);
}

static const char *
get_label (GQueue *steps)
{
  JalonStep *step = g_queue_peek_tail (steps);

  return step != NULL ? step->label : NULL;
}

/**
 * jalon_document_get_undo_label:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what would be undone
 */
const char *
jalon_document_get_undo_label (JalonDocument *self)
{
  g_return_val_if_fail (JALON_IS_DOCUMENT (self), NULL);

  return get_label (&self->undo);
}

/**
 * jalon_document_get_redo_label:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what would be done again
 */
const char *
jalon_document_get_redo_label (JalonDocument *self)
{
  g_return_val_if_fail (JALON_IS_DOCUMENT (self), NULL);

  return get_label (&self->redo);
}

/**
 * jalon_document_end_coalescing:
 * @self: a document
 *
 * Makes the next transaction a step of its own, whatever its key: the caret left, a gesture ended.
 */
void
jalon_document_end_coalescing (JalonDocument *self)
{
  g_return_if_fail (JALON_IS_DOCUMENT (self));

  self->is_sealed = TRUE;
}

/* Lets the steps take about @bytes. The oldest are forgotten first; the last can always be undone.
 * For tests. */
void
jalon_document_history_limit (JalonDocument *self, gsize bytes)
{
  self->history_limit = bytes;
  trim (self);
  jalon_document_tell_state (self);
}
