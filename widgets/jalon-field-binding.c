/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/jalon-field-binding.h"

#include <glib/gi18n-lib.h>

#include "widgets/jalon-commands.h"

/* One field of one or several elements, as a row of the inspector sees it. */

struct _JalonFieldBinding
{
  GObject parent_instance;

  /* Borrowed from the table */
  const JalonField *field;

  /* Owned */
  GPtrArray *elements;
  char *key;
};

enum
{
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (JalonFieldBinding, jalon_field_binding, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void
jalon_field_binding_finalize (GObject *object)
{
  JalonFieldBinding *self = JALON_FIELD_BINDING (object);

  g_clear_pointer (&self->elements, g_ptr_array_unref);
  g_free (self->key);

  G_OBJECT_CLASS (jalon_field_binding_parent_class)->finalize (object);
}

static void
jalon_field_binding_class_init (JalonFieldBindingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = jalon_field_binding_finalize;

  /**
   * JalonFieldBinding::changed:
   * @self: the binding
   *
   * The value, the elements or what a reference could name may be other than before.
   */
  signals[CHANGED] = g_signal_new ("changed", JALON_TYPE_FIELD_BINDING, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
jalon_field_binding_init (JalonFieldBinding *self)
{
  self->elements = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * jalon_field_binding_new:
 * @field: a row of the table
 * @elements: (element-type JalonElement): elements of one document that have it, at least one
 *
 * Returns: (transfer full): the binding
 */
JalonFieldBinding *
jalon_field_binding_new (const JalonField *field, GPtrArray *elements)
{
  JalonFieldBinding *self = g_object_new (JALON_TYPE_FIELD_BINDING, NULL);

  self->field = field;
  jalon_field_binding_set_elements (self, elements);
  return self;
}

const JalonField *
jalon_field_binding_get_field (JalonFieldBinding *self)
{
  g_return_val_if_fail (JALON_IS_FIELD_BINDING (self), NULL);

  return self->field;
}

/**
 * jalon_field_binding_get_label:
 * @self: a binding
 *
 * Returns: (transfer none): the name of the field, translated
 */
const char *
jalon_field_binding_get_label (JalonFieldBinding *self)
{
  g_return_val_if_fail (JALON_IS_FIELD_BINDING (self), NULL);

  return _ (self->field->label);
}

/**
 * jalon_field_binding_get_several:
 * @self: a binding
 *
 * Returns: (transfer none): what to say beside a value that is not shown, because the elements
 *   differ, translated; empty if they don't
 */
const char *
jalon_field_binding_get_several (JalonFieldBinding *self)
{
  g_return_val_if_fail (JALON_IS_FIELD_BINDING (self), NULL);

  return jalon_field_binding_get_text (self) == NULL ? _ ("Several") : "";
}

/**
 * jalon_field_binding_make_caption:
 * @self: a binding
 *
 * Returns: (transfer full): the name of the field, and whether the elements differ, for a row that
 *   has one line for both, translated
 */
char *
jalon_field_binding_make_caption (JalonFieldBinding *self)
{
  const char *label = jalon_field_binding_get_label (self);

  if (jalon_field_binding_get_text (self) != NULL)
    return g_strdup (label);
  /* Translators: %s is the name of a field, as in "Colour", of elements that differ */
  return g_strdup_printf (_ ("%s: several"), label);
}

/**
 * jalon_field_binding_get_hint:
 * @self: a binding
 *
 * Returns: (transfer none) (nullable): what to write in the field, translated
 */
const char *
jalon_field_binding_get_hint (JalonFieldBinding *self)
{
  g_return_val_if_fail (JALON_IS_FIELD_BINDING (self), NULL);

  return self->field->hint != NULL ? _ (self->field->hint) : NULL;
}

/**
 * jalon_field_binding_get_element:
 * @self: a binding
 *
 * Returns: (transfer none): the first of the elements
 */
JalonElement *
jalon_field_binding_get_element (JalonFieldBinding *self)
{
  g_return_val_if_fail (JALON_IS_FIELD_BINDING (self), NULL);

  return g_ptr_array_index (self->elements, 0);
}

/**
 * jalon_field_binding_get_elements:
 * @self: a binding
 *
 * Returns: (transfer none) (element-type JalonElement): the elements
 */
GPtrArray *
jalon_field_binding_get_elements (JalonFieldBinding *self)
{
  g_return_val_if_fail (JALON_IS_FIELD_BINDING (self), NULL);

  return self->elements;
}

/**
 * jalon_field_binding_get_document:
 * @self: a binding
 *
 * Returns: (transfer none) (nullable): the document of the elements; %NULL if they are in none
 */
JalonDocument *
jalon_field_binding_get_document (JalonFieldBinding *self)
{
  g_return_val_if_fail (JALON_IS_FIELD_BINDING (self), NULL);

  return jalon_element_get_document (g_ptr_array_index (self->elements, 0));
}

/**
 * jalon_field_binding_set_elements:
 * @self: a binding
 * @elements: (element-type JalonElement): elements of one document that have the field, at least
 *   one
 *
 * Sets whose field it is.
 */
void
jalon_field_binding_set_elements (JalonFieldBinding *self, GPtrArray *elements)
{
  g_return_if_fail (JALON_IS_FIELD_BINDING (self));
  g_return_if_fail (elements->len > 0);

  g_ptr_array_set_size (self->elements, 0);
  for (guint i = 0; i < elements->len; i++)
    g_ptr_array_add (self->elements, g_object_ref (g_ptr_array_index (elements, i)));
  g_free (self->key);
  self->key = g_strdup_printf ("inspect %s %s",
                               jalon_element_get_id (g_ptr_array_index (elements, 0)),
                               self->field->name);
  jalon_field_binding_refresh (self);
}

/**
 * jalon_field_binding_get_text:
 * @self: a binding
 *
 * Returns: (transfer none) (nullable): the canonical text that all elements have; %NULL if they
 *   differ
 */
const char *
jalon_field_binding_get_text (JalonFieldBinding *self)
{
  const char *text;

  g_return_val_if_fail (JALON_IS_FIELD_BINDING (self), NULL);

  text = jalon_element_get_text (g_ptr_array_index (self->elements, 0), self->field->id);
  for (guint i = 1; i < self->elements->len; i++)
    if (strcmp (text, jalon_element_get_text (g_ptr_array_index (self->elements, i),
                                              self->field->id)) != 0)
      return NULL;
  return text;
}

/**
 * jalon_field_binding_set_text:
 * @self: a binding
 * @text: (nullable): what the field shall be
 * @error: %JALON_ERROR_VALUE
 *
 * Sets the field of all elements. Several changes in a row are one step, until
 * jalon_field_binding_finish().
 *
 * Returns: %TRUE if @text is a value of the field
 */
gboolean
jalon_field_binding_set_text (JalonFieldBinding *self, const char *text, GError **error)
{
  JalonDocument *document;

  g_return_val_if_fail (JALON_IS_FIELD_BINDING (self), FALSE);

  document = jalon_field_binding_get_document (self);
  return document != NULL &&
         jalon_commands_set (document, self->elements, self->field->id, text, self->key, error);
}

/**
 * jalon_field_binding_refresh:
 * @self: a binding
 *
 * Tells the row to look again.
 */
void
jalon_field_binding_refresh (JalonFieldBinding *self)
{
  g_return_if_fail (JALON_IS_FIELD_BINDING (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * jalon_field_binding_finish:
 * @self: a binding
 *
 * Makes the next change a step of its own: the caret left.
 */
void
jalon_field_binding_finish (JalonFieldBinding *self)
{
  JalonDocument *document;

  g_return_if_fail (JALON_IS_FIELD_BINDING (self));

  document = jalon_field_binding_get_document (self);
  if (document != NULL)
    jalon_document_end_coalescing (document);
}
