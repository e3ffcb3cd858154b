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

static gsize
change_measure (const JalonChange *self)
{
  gsize size = sizeof *self + strlen (self->id) + 1;

  if (self->type == JALON_CHANGE_SET)
    return size + strlen (self->text_before) + strlen (self->text_after) + 2;
  return self->type == JALON_CHANGE_MOVE ? size : size + jalon_element_measure (self->element);
}

static void
change_invert (gpointer data, gpointer user_data)
{
  JalonChange *self = data;
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

JalonStep *
jalon_step_new (const char *label, const char *key)
{
  JalonStep *self = g_new0 (JalonStep, 1);

  self->label = g_strdup (label);
  self->key = g_strdup (key);
  self->changes = g_ptr_array_new_with_free_func (change_free);
  self->size = sizeof *self;
  return self;
}

void
jalon_step_free (JalonStep *self)
{
  g_ptr_array_unref (self->changes);
  g_strfreev (self->selection_before);
  g_strfreev (self->selection_after);
  g_free (self->label);
  g_free (self->key);
  g_free (self);
}

/* An earlier setting of the same field that nothing but other settings separates from now. */
static JalonChange *
find_setting (JalonStep *self, const JalonChange *change)
{
  for (guint i = self->changes->len; i > 0; i--)
    {
      JalonChange *earlier = g_ptr_array_index (self->changes, i - 1);

      if (earlier->type != JALON_CHANGE_SET)
        return NULL;
      if (earlier->element == change->element && earlier->field == change->field)
        return earlier;
    }
  return NULL;
}

/* Adds @change (transfer full); a field that is set again and again counts once. */
void
jalon_step_add (JalonStep *self, JalonChange *change)
{
  JalonChange *earlier = change->type == JALON_CHANGE_SET ? find_setting (self, change) : NULL;

  if (earlier == NULL)
    {
      self->size += change_measure (change);
      g_ptr_array_add (self->changes, change);
      return;
    }
  self->size += strlen (change->text_after);
  self->size -= strlen (earlier->text_after);
  g_free (earlier->text_after);
  earlier->text_after = g_steal_pointer (&change->text_after);
  change_free (change);
}

/* Makes @later (transfer full) part of @self. */
void
jalon_step_absorb (JalonStep *self, JalonStep *later)
{
  g_autoptr (GPtrArray) changes = g_steal_pointer (&later->changes);

  g_ptr_array_set_free_func (changes, NULL);
  for (guint i = 0; i < changes->len; i++)
    jalon_step_add (self, g_ptr_array_index (changes, i));
  self->revision_after = later->revision_after;
  later->changes = g_ptr_array_new ();
  jalon_step_free (later);
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
  g_ptr_array_foreach (self->changes, change_invert, NULL);

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
