/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-change-private.h"

static JalonChange *
change_new (JalonChangeType type, JalonElement *element)
{
  JalonChange *self = g_new0 (JalonChange, 1);

  self->type = type;
  self->kind = jalon_element_get_kind (element);
  self->id = g_strdup (jalon_element_get_id (element));
  self->element = g_object_ref (element);
  return self;
}

static JalonChange *
change_copy (const JalonChange *self)
{
  JalonChange *copy = change_new (self->type, self->element);

  copy->field = self->field;
  copy->text_before = g_strdup (self->text_before);
  copy->text_after = g_strdup (self->text_after);
  copy->from = (JalonPlace){ g_strdup (self->from.parent), self->from.index };
  copy->to = (JalonPlace){ g_strdup (self->to.parent), self->to.index };
  return copy;
}

static void
change_free (gpointer data)
{
  JalonChange *self = data;

  g_object_unref (self->element);
  g_free (self->id);
  g_free (self->text_before);
  g_free (self->text_after);
  g_free (self->from.parent);
  g_free (self->to.parent);
  g_free (self);
}

/* @before is taken over. */
JalonChange *
jalon_change_new_set (JalonElement *element,
                      const JalonField *field,
                      char *before,
                      const char *after)
{
  JalonChange *self = change_new (JALON_CHANGE_SET, element);

  self->field = field;
  self->text_before = before;
  self->text_after = g_strdup (after);
  return self;
}

static void
place_init (JalonPlace *place, JalonElement *parent, guint index)
{
  place->parent = parent != NULL ? g_strdup (jalon_element_get_id (parent)) : NULL;
  place->index = index;
}

JalonChange *
jalon_change_new_place (JalonChangeType type,
                        JalonElement *element,
                        JalonElement *parent_before,
                        guint index_before,
                        JalonElement *parent_after,
                        guint index_after)
{
  JalonChange *self = change_new (type, element);

  place_init (&self->from, parent_before, index_before);
  place_init (&self->to, parent_after, index_after);
  return self;
}

/* What is removed lives on in the history only; what was inserted is in the tree anyway. */
static gsize
change_measure (const JalonChange *self)
{
  gsize size = sizeof *self + strlen (self->id) + 1;

  if (self->type == JALON_CHANGE_SET)
    return size + strlen (self->text_before) + strlen (self->text_after) + 2;
  return self->type == JALON_CHANGE_REMOVE ? size + jalon_element_measure (self->element) : size;
}

/* Makes @self the change that undoes it. */
void
jalon_change_invert (JalonChange *self)
{
  JalonPlace place = self->from;
  char *text = self->text_before;

  self->text_before = self->text_after;
  self->text_after = text;
  self->from = self->to;
  self->to = place;
  if (self->type == JALON_CHANGE_INSERT)
    self->type = JALON_CHANGE_REMOVE;
  else if (self->type == JALON_CHANGE_REMOVE)
    self->type = JALON_CHANGE_INSERT;
}

static void
step_measure (JalonStep *self)
{
  self->size = sizeof *self;
  for (guint i = 0; i < self->changes->len; i++)
    self->size += change_measure (g_ptr_array_index (self->changes, i));
}

static guint
setting_hash (gconstpointer data)
{
  const JalonChange *change = data;

  return g_direct_hash (change->element) * 31 + g_direct_hash (change->field);
}

static gboolean
setting_equal (gconstpointer a, gconstpointer b)
{
  const JalonChange *left = a;
  const JalonChange *right = b;

  return left->element == right->element && left->field == right->field;
}

JalonStep *
jalon_step_new (const char *label, const char *key)
{
  JalonStep *self = g_new0 (JalonStep, 1);

  self->label = g_strdup (label);
  self->key = g_strdup (key);
  self->changes = g_ptr_array_new_with_free_func (change_free);
  self->settings = g_hash_table_new (setting_hash, setting_equal);
  return self;
}

void
jalon_step_free (JalonStep *self)
{
  g_hash_table_unref (self->settings);
  g_ptr_array_unref (self->changes);
  g_strfreev (self->selection_before);
  g_strfreev (self->selection_after);
  g_free (self->label);
  g_free (self->key);
  g_free (self);
}

static gboolean
merge_setting (JalonStep *self, JalonChange *change)
{
  JalonChange *earlier = g_hash_table_lookup (self->settings, change);

  if (earlier == NULL)
    {
      g_hash_table_add (self->settings, change);
      return FALSE;
    }
  g_free (earlier->text_after);
  earlier->text_after = g_steal_pointer (&change->text_after);
  return TRUE;
}

static gboolean
merge_move (JalonStep *self, JalonChange *change)
{
  JalonChange *last;

  if (self->changes->len == self->n_sealed)
    return FALSE;
  last = g_ptr_array_index (self->changes, self->changes->len - 1);
  if (last->type != JALON_CHANGE_MOVE || last->element != change->element)
    return FALSE;
  g_free (last->to.parent);
  last->to.parent = g_steal_pointer (&change->to.parent);
  last->to.index = change->to.index;
  return TRUE;
}

/* Adds @change (transfer full). A field that is set again and again counts once, and so does an
 * element that moves on and on: what a gesture leaves does not grow with its length. */
void
jalon_step_add (JalonStep *self, JalonChange *change)
{
  if ((change->type == JALON_CHANGE_SET && merge_setting (self, change)) ||
      (change->type == JALON_CHANGE_MOVE && merge_move (self, change)))
    change_free (change);
  else
    g_ptr_array_add (self->changes, change);
}

/* Keeps what is there from being merged with what follows, so that it can be taken back alone. */
void
jalon_step_seal (JalonStep *self)
{
  self->n_sealed = self->changes->len;
  g_hash_table_remove_all (self->settings);
}

/* Forgets all changes but the first @n_changes. */
void
jalon_step_truncate (JalonStep *self, guint n_changes)
{
  g_ptr_array_set_size (self->changes, n_changes);
  jalon_step_seal (self);
}

static gboolean
is_idle (const JalonChange *change)
{
  switch (change->type)
    {
    case JALON_CHANGE_SET:
      return strcmp (change->text_before, change->text_after) == 0;

    case JALON_CHANGE_MOVE:
      return change->from.index == change->to.index &&
             strcmp (change->from.parent, change->to.parent) == 0;

    case JALON_CHANGE_INSERT:
    case JALON_CHANGE_REMOVE:
    default:
      return FALSE;
    }
}

/* Whether all of the step is about one element that came and went again. */
static gboolean
comes_and_goes (const JalonStep *self)
{
  const JalonChange *first, *last;

  if (self->changes->len < 2)
    return FALSE;
  first = g_ptr_array_index (self->changes, 0);
  last = g_ptr_array_index (self->changes, self->changes->len - 1);
  for (guint i = 1; i < self->changes->len; i++)
    if (((JalonChange *) g_ptr_array_index (self->changes, i))->element != first->element)
      return FALSE;
  return first->type == JALON_CHANGE_INSERT && last->type == JALON_CHANGE_REMOVE;
}

/* Ends the step: drops what came back to where it was, and measures the rest. Returns FALSE if
 * nothing is left. */
gboolean
jalon_step_finish (JalonStep *self)
{
  guint n_kept = 0;

  jalon_step_seal (self);
  for (guint i = 0; i < self->changes->len; i++)
    {
      gpointer change = g_ptr_array_index (self->changes, i);

      if (is_idle (change))
        continue;
      self->changes->pdata[i] = self->changes->pdata[n_kept];
      self->changes->pdata[n_kept++] = change;
    }
  g_ptr_array_set_size (self->changes, n_kept);
  if (comes_and_goes (self))
    g_ptr_array_set_size (self->changes, 0);
  step_measure (self);
  return self->changes->len > 0;
}

/* Makes what @later did part of @self, too. Returns FALSE if nothing is left of both. */
gboolean
jalon_step_absorb (JalonStep *self, JalonStep *later)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      JalonChange *change = g_ptr_array_index (self->changes, i);

      if (change->type == JALON_CHANGE_SET)
        g_hash_table_add (self->settings, change);
    }
  self->n_sealed = 0;
  for (guint i = 0; i < later->changes->len; i++)
    jalon_step_add (self, change_copy (g_ptr_array_index (later->changes, i)));
  self->revision_after = later->revision_after;
  return jalon_step_finish (self);
}

/* Turns @self into the step that undoes it. */
void
jalon_step_invert (JalonStep *self)
{
  char **selection = self->selection_before;
  guint64 revision = self->revision_before;
  guint n = self->changes->len;

  for (guint i = 0; i < n / 2; i++)
    {
      gpointer swap = self->changes->pdata[i];
      self->changes->pdata[i] = self->changes->pdata[n - 1 - i];
      self->changes->pdata[n - 1 - i] = swap;
    }
  for (guint i = 0; i < n; i++)
    jalon_change_invert (g_ptr_array_index (self->changes, i));
  step_measure (self);

  self->selection_before = self->selection_after;
  self->selection_after = selection;
  self->revision_before = self->revision_after;
  self->revision_after = revision;
}

/**
 * jalon_step_get_label:
 * @self: a step
 *
 * Returns: (transfer none): what was done, translated, as in "Move Card"
 */
const char *
jalon_step_get_label (const JalonStep *self)
{
  return self->label;
}

guint
jalon_step_get_n_changes (const JalonStep *self)
{
  return self->changes->len;
}

/**
 * jalon_step_get_change:
 * @self: a step
 * @index: a place below jalon_step_get_n_changes()
 *
 * Returns: (transfer none): the change there, in the order in which they were made
 */
const JalonChange *
jalon_step_get_change (const JalonStep *self, guint index)
{
  g_return_val_if_fail (index < self->changes->len, NULL);

  return g_ptr_array_index (self->changes, index);
}
