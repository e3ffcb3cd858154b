/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-document-private.h"
#include "document/jalon-element-private.h"
#include "document/jalon-id.h"
#include "document/jalon-text.h"

#define DEFAULT_HISTORY_LIMIT (64 * 1024 * 1024)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_MODIFIED,
  PROP_SELECTION,
  N_PROPS
};

enum
{
  CHANGED,
  REFUSED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (JalonDocument, jalon_document, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
jalon_document_finalize (GObject *object)
{
  JalonDocument *self = JALON_DOCUMENT (object);

  g_clear_pointer (&self->step, jalon_step_free);
  jalon_document_history_clear (self);
  if (self->project != NULL)
    jalon_element_detach (self->project);
  g_clear_object (&self->project);
  g_hash_table_unref (self->elements);
  g_array_unref (self->begun);
  g_clear_pointer (&self->selected, g_hash_table_unref);
  g_strfreev (self->selection);

  G_OBJECT_CLASS (jalon_document_parent_class)->finalize (object);
}

static void
jalon_document_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  JalonDocument *self = JALON_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, !g_queue_is_empty (&self->undo));
      break;

    case PROP_CAN_REDO:
      g_value_set_boolean (value, !g_queue_is_empty (&self->redo));
      break;

    case PROP_MODIFIED:
      g_value_set_boolean (value, jalon_document_is_modified (self));
      break;

    case PROP_SELECTION:
      g_value_set_boxed (value, self->selection);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
jalon_document_class_init (JalonDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = jalon_document_finalize;
  object_class->get_property = jalon_document_get_property;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_SELECTION] = g_param_spec_boxed ("selection", NULL, NULL, G_TYPE_STRV, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * JalonDocument::changed:
   * @self: the document
   * @step: (type gpointer): a #JalonStep: what changed, in order
   *
   * Comes once for each transaction, undo and redo, when all of it has been done: tree, history,
   * revision and selection are what they will be. Listeners must not change the document.
   */
  signals[CHANGED] = g_signal_new ("changed", JALON_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * JalonDocument::refused:
   * @self: the document
   * @message: why, for people
   *
   * A transaction was taken back as it ended, for want of room.
   */
  signals[REFUSED] = g_signal_new ("refused", JALON_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
jalon_document_init (JalonDocument *self)
{
  self->elements = g_hash_table_new (jalon_text_hash, g_str_equal);
  self->begun = g_array_new (FALSE, FALSE, sizeof (guint));
  self->history_limit = DEFAULT_HISTORY_LIMIT;
  self->selection = g_new0 (char *, 1);
}

static void
index_element (JalonElement *element, gpointer data)
{
  JalonDocument *self = data;

  if (!g_hash_table_insert (self->elements, (gpointer) jalon_element_get_id (element), element))
    g_critical ("Two elements have the id %s", jalon_element_get_id (element));
  jalon_extent_add_element (&self->extent, element, 1);
}

void
jalon_document_index (JalonDocument *self, JalonElement *subtree)
{
  jalon_element_attach (subtree, self);
  jalon_element_foreach (subtree, index_element, self);
}

/**
 * jalon_document_new:
 * @project: (transfer full): an element of %JALON_KIND_PROJECT in no document, all ids different
 *
 * Makes a document of a tree. From now on only the document changes the tree.
 *
 * Returns: (transfer full): the document, unmodified and without history
 */
JalonDocument *
jalon_document_new (JalonElement *project)
{
  JalonDocument *self;

  g_return_val_if_fail (JALON_IS_ELEMENT (project), NULL);
  g_return_val_if_fail (jalon_element_get_kind (project) == JALON_KIND_PROJECT, NULL);
  g_return_val_if_fail (jalon_element_get_document (project) == NULL, NULL);

  self = g_object_new (JALON_TYPE_DOCUMENT, NULL);
  self->project = project;
  jalon_document_index (self, project);
  return self;
}

/**
 * jalon_document_get_project:
 * @self: a document
 *
 * Returns: (transfer none): the root of the tree
 */
JalonElement *
jalon_document_get_project (JalonDocument *self)
{
  g_return_val_if_fail (JALON_IS_DOCUMENT (self), NULL);

  return self->project;
}

/**
 * jalon_document_lookup:
 * @self: a document
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the element of that id
 */
JalonElement *
jalon_document_lookup (JalonDocument *self, const char *id)
{
  g_return_val_if_fail (JALON_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->elements, id);
}

/**
 * jalon_document_follow:
 * @element: an element in a document
 * @field: a reference
 *
 * Returns: (transfer none) (nullable): the element that @field names, if it is there and of the
 *   right kind
 */
JalonElement *
jalon_document_follow (JalonElement *element, JalonFieldId field)
{
  const JalonField *row = jalon_element_get_field (element, field);
  JalonDocument *self = jalon_element_get_document (element);
  JalonElement *target;

  g_return_val_if_fail (row != NULL && row->type == JALON_TYPE_REFERENCE, NULL);

  if (self == NULL)
    return NULL;
  target = g_hash_table_lookup (self->elements, jalon_element_get_text (element, field));
  return target != NULL && jalon_element_get_kind (target) == row->target ? target : NULL;
}

typedef struct
{
  const char *id;
  JalonKind kind;
  GPtrArray *found;
} ReferenceSearch;

static void
find_reference (JalonElement *element, gpointer data)
{
  ReferenceSearch *search = data;
  const JalonField *field = jalon_kind_get_info (jalon_element_get_kind (element))->fields;

  for (; field->id != JALON_FIELD_NONE; field++)
    if (field->target == search->kind && jalon_field_is_reference (field) &&
        jalon_element_refers_to (element, field->id, search->id))
      {
        g_ptr_array_add (search->found, element);
        return;
      }
}

/**
 * jalon_document_find_references:
 * @element: an element in a document
 *
 * Finds where an element is used: named by a field that is meant for its kind.
 *
 * Returns: (transfer container) (element-type JalonElement): the elements that refer to @element,
 *   in the order of the file
 */
GPtrArray *
jalon_document_find_references (JalonElement *element)
{
  JalonDocument *self = jalon_element_get_document (element);
  ReferenceSearch search = { jalon_element_get_id (element), jalon_element_get_kind (element),
                             NULL };

  g_return_val_if_fail (self != NULL, NULL);

  search.found = g_ptr_array_new ();
  jalon_element_foreach_of (self->project, jalon_kind_find_referrers (search.kind), find_reference,
                            &search);
  return search.found;
}

/* The element with the choice that decides about @element, and that choice; NULL if none does. */
static JalonElement *
find_governing (JalonElement *element, JalonFieldId *governor)
{
  const JalonField *row = NULL;

  *governor = jalon_kind_get_info (jalon_element_get_kind (element))->governor;
  while (element != NULL && (row = jalon_element_get_field (element, *governor)) == NULL)
    element = jalon_element_get_parent (element);
  if (element == NULL || row->type != JALON_TYPE_REFERENCE)
    return element;
  element = jalon_document_follow (element, *governor);
  return element != NULL ? find_governing (element, governor) : NULL;
}

/**
 * jalon_document_shows_field:
 * @self: a document
 * @element: one of its elements
 * @field: a row of its kind
 *
 * Tells whether people should be asked for @field: effort makes sense on an opportunity, but not on
 * a thought. What decides is the governor of the kind, see #JalonKindInfo; where it is not known,
 * nothing is hidden.
 *
 * Returns: %TRUE if they should
 */
gboolean
jalon_document_shows_field (JalonDocument *self, JalonElement *element, const JalonField *field)
{
  JalonFieldId governor;

  g_return_val_if_fail (JALON_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (jalon_element_get_document (element) == self, FALSE);

  if (field->label == NULL)
    return FALSE;
  if (field->when == 0)
    return TRUE;
  element = find_governing (element, &governor);
  return element == NULL ||
         (field->when & (1u << jalon_element_get_choice (element, governor))) != 0;
}

static void
notify_flag (JalonDocument *self, guint prop_id, gboolean *told, gboolean now)
{
  if (*told == now)
    return;
  *told = now;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

/* Notifies of what can be undone and redone and whether anything is unsaved, where it changed. */
void
jalon_document_tell_state (JalonDocument *self)
{
  notify_flag (self, PROP_CAN_UNDO, &self->could_undo, !g_queue_is_empty (&self->undo));
  notify_flag (self, PROP_CAN_REDO, &self->could_redo, !g_queue_is_empty (&self->redo));
  notify_flag (self, PROP_MODIFIED, &self->was_modified, jalon_document_is_modified (self));
}

/* Tells of @step, when everything is done; @selection is what shall be selected now. */
void
jalon_document_tell (JalonDocument *self, JalonStep *step, char **selection)
{
  g_object_freeze_notify (G_OBJECT (self));
  jalon_document_set_selection (self, (const char *const *) selection);
  jalon_document_tell_state (self);

  self->is_telling = TRUE;
  g_signal_emit (self, signals[CHANGED], 0, step);
  self->is_telling = FALSE;

  g_object_thaw_notify (G_OBJECT (self));
}

void
jalon_document_tell_refusal (JalonDocument *self, const GError *error)
{
  g_signal_emit (self, signals[REFUSED], 0, error->message);
}

/**
 * jalon_document_get_revision:
 * @self: a document
 *
 * Returns: the number of the present state; undo brings an earlier one back
 */
guint64
jalon_document_get_revision (JalonDocument *self)
{
  g_return_val_if_fail (JALON_IS_DOCUMENT (self), 0);

  return self->revision;
}

/**
 * jalon_document_is_modified:
 * @self: a document
 *
 * Returns: %TRUE if the present state is not the saved one
 */
gboolean
jalon_document_is_modified (JalonDocument *self)
{
  g_return_val_if_fail (JALON_IS_DOCUMENT (self), FALSE);

  return self->revision != self->saved_revision;
}

/**
 * jalon_document_mark_saved:
 * @self: a document
 * @revision: the state that was written
 *
 * Remembers which state is on disk. Later typing starts a step of its own; who writes in the
 * background calls jalon_document_end_coalescing() before, so that typing meanwhile does too.
 */
void
jalon_document_mark_saved (JalonDocument *self, guint64 revision)
{
  g_return_if_fail (JALON_IS_DOCUMENT (self));

  jalon_document_end_coalescing (self);
  self->saved_revision = revision;
  jalon_document_tell_state (self);
}

/**
 * jalon_document_get_selection:
 * @self: a document
 *
 * Returns: (transfer none): the ids of the selected elements, %NULL-terminated, all in the document
 */
const char *const *
jalon_document_get_selection (JalonDocument *self)
{
  g_return_val_if_fail (JALON_IS_DOCUMENT (self), NULL);

  return (const char *const *) self->selection;
}

/**
 * jalon_document_is_selected:
 * @self: a document
 * @id: an id
 *
 * Returns: %TRUE if the element is selected; who draws asks this of thousands
 */
gboolean
jalon_document_is_selected (JalonDocument *self, const char *id)
{
  g_return_val_if_fail (JALON_IS_DOCUMENT (self), FALSE);

  if (self->selected == NULL)
    {
      self->selected = g_hash_table_new (jalon_text_hash, g_str_equal);
      for (guint i = 0; self->selection[i] != NULL; i++)
        g_hash_table_add (self->selected, self->selection[i]);
    }
  return g_hash_table_contains (self->selected, id);
}

/**
 * jalon_document_set_selection:
 * @self: a document
 * @ids: (nullable): ids; those that are not in the document are passed over
 *
 * Selects elements. The selection is no change; undo brings back the one that a step began with.
 */
void
jalon_document_set_selection (JalonDocument *self, const char *const *ids)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) selection = NULL;

  g_return_if_fail (JALON_IS_DOCUMENT (self));

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (g_hash_table_contains (self->elements, ids[i]))
      g_strv_builder_add (builder, ids[i]);
  selection = g_strv_builder_end (builder);

  if (g_strv_equal ((const char *const *) selection, (const char *const *) self->selection))
    return;
  g_clear_pointer (&self->selected, g_hash_table_unref);
  g_strfreev (self->selection);
  self->selection = g_steal_pointer (&selection);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTION]);
}
