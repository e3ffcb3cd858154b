/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/jalon-fragment.h"

#include <stdlib.h>

#include "document/jalon-field.h"
#include "document/jalon-text.h"

/* A small project: what was copied (the roots), all that it refers to, and what holds it, so that
 * it is a file like any other. Which elements are the roots, and where they stood, says a
 * processing instruction in it, which readers and writers keep as they keep any:
 *
 *   <?copied ID COLUMN ROW ID COLUMN ROW?>
 *
 * Without it, as in a file, all maps are meant. */

#define INSTRUCTION_START "<?copied"
#define INSTRUCTION_END "?>"
#define MAX_CELL 100000

/* 2 to the 64th over the golden ratio, as D. E. Knuth, 1973, spreads keys */
#define HASH_FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

struct _JalonFragment
{
  GObject parent_instance;

  /* Owned */
  JalonElement *project;
  GPtrArray *roots;
  GArray *cells;
};

G_DEFINE_FINAL_TYPE (JalonFragment, jalon_fragment, G_TYPE_OBJECT)

static void
jalon_fragment_finalize (GObject *object)
{
  JalonFragment *self = JALON_FRAGMENT (object);

  g_ptr_array_unref (self->roots);
  g_array_unref (self->cells);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (jalon_fragment_parent_class)->finalize (object);
}

static void
jalon_fragment_class_init (JalonFragmentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jalon_fragment_finalize;
}

static void
jalon_fragment_init (JalonFragment *self)
{
  self->roots = g_ptr_array_new ();
  self->cells = g_array_new (FALSE, FALSE, sizeof (JalonFragmentCell));
}

typedef struct
{
  JalonDocument *document;
  GHashTable *whole;  /* elements that come with all below them */
  GPtrArray *pending; /* those of them whose references have not been followed */
} Packing;

static gboolean
has_ancestor (JalonElement *element, GHashTable *elements)
{
  while (element != NULL && !g_hash_table_contains (elements, element))
    element = jalon_element_get_parent (element);
  return element != NULL;
}

static void
pack (Packing *self, JalonElement *element)
{
  if (has_ancestor (element, self->whole))
    return;
  g_hash_table_add (self->whole, element);
  g_ptr_array_add (self->pending, element);
}

static void
pack_references (JalonElement *element, gpointer data)
{
  Packing *self = data;

  for (guint i = 0; i < jalon_element_get_n_values (element); i++)
    {
      const char *text;
      const JalonField *field = jalon_element_get_value (element, i, &text);
      g_auto (GStrv) ids = NULL;

      if (!jalon_field_is_reference (field))
        continue;
      ids = jalon_element_get_references (element, field->id);
      for (guint j = 0; ids[j] != NULL; j++)
        {
          JalonElement *target = jalon_document_lookup (self->document, ids[j]);

          if (target != NULL && jalon_element_get_kind (target) == field->target)
            pack (self, target);
        }
    }
}

/* Packs what is referred to, and what that refers to: they grow while they are followed. */
static void
follow (Packing *self)
{
  for (guint i = 0; i < self->pending->len; i++)
    jalon_element_foreach (g_ptr_array_index (self->pending, i), pack_references, self);
}

/* What holds something that was copied: itself, but neither its other children nor what it refers
 * to. */
static JalonElement *
make_shell (JalonElement *element)
{
  JalonElement *shell = jalon_element_new (jalon_element_get_kind (element),
                                           jalon_element_get_id (element));

  for (guint i = 0; i < jalon_element_get_n_values (element); i++)
    {
      const char *text;
      const JalonField *field = jalon_element_get_value (element, i, &text);

      if (!jalon_field_is_reference (field))
        jalon_element_take (shell, field, g_strdup (text));
    }
  return shell;
}

/* NULL if nothing in @element was packed. */
static JalonElement *
build (Packing *self, JalonElement *element)
{
  JalonElement *shell = NULL;

  if (g_hash_table_contains (self->whole, element))
    return jalon_element_copy (element);
  for (guint i = 0; i < jalon_element_get_n_children (element); i++)
    {
      JalonElement *child = build (self, jalon_element_get_child (element, i));

      if (child == NULL)
        continue;
      if (shell == NULL)
        shell = make_shell (element);
      jalon_element_append (shell, child);
    }
  return shell;
}

typedef struct
{
  GHashTable *cells; /* element that was copied → cell, or NULL */
  GString *instruction;
} Listing;

static void
list_root (JalonElement *element, gpointer data)
{
  Listing *self = data;
  gpointer value;

  if (g_hash_table_lookup_extended (self->cells, element, NULL, &value) &&
      !has_ancestor (jalon_element_get_parent (element), self->cells))
    {
      const JalonFragmentCell *cell = value;

      g_string_append_printf (self->instruction, " %s %u %u", jalon_element_get_id (element),
                              cell != NULL ? cell->column : 0, cell != NULL ? cell->row : 0);
    }
}

static char *
make_instruction (JalonElement *project, GPtrArray *elements, const JalonFragmentCell *cells)
{
  g_autoptr (GHashTable) by_element = g_hash_table_new (NULL, NULL);
  Listing listing = { by_element, g_string_new (INSTRUCTION_START) };

  for (guint i = 0; i < elements->len; i++)
    g_hash_table_insert (by_element, g_ptr_array_index (elements, i),
                         (gpointer) (cells != NULL ? &cells[i] : NULL));
  jalon_element_foreach (project, list_root, &listing);
  g_string_append (listing.instruction, INSTRUCTION_END);
  return g_string_free (listing.instruction, FALSE);
}

/**
 * jalon_fragment_new:
 * @elements: (element-type JalonElement): elements of one document, at least one, not the project
 * @cells: (nullable) (array): where each of them stood
 *
 * Copies elements with all that they refer to. What is below another one of @elements comes with
 * that.
 *
 * Returns: (transfer full): the fragment; its roots are in the order of the file
 */
JalonFragment *
jalon_fragment_new (GPtrArray *elements, const JalonFragmentCell *cells)
{
  g_autoptr (GHashTable) whole = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) pending = g_ptr_array_new ();
  g_autofree char *instruction = NULL;
  g_autoptr (JalonElement) project = NULL;
  JalonElement *source, *note;
  Packing packing = { NULL, whole, pending };

  g_return_val_if_fail (elements->len > 0, NULL);
  packing.document = jalon_element_get_document (g_ptr_array_index (elements, 0));
  g_return_val_if_fail (packing.document != NULL, NULL);

  source = jalon_document_get_project (packing.document);
  for (guint i = 0; i < elements->len; i++)
    pack (&packing, g_ptr_array_index (elements, i));
  follow (&packing);
  instruction = make_instruction (source, elements, cells);
  project = build (&packing, source);
  note = jalon_element_new (JALON_KIND_UNKNOWN, NULL);
  jalon_element_set (note, JALON_FIELD_RAW, instruction, NULL);
  jalon_element_append (project, note);
  return jalon_fragment_new_from_project (project);
}

static void
mix_state (JalonElement *element, gpointer data)
{
  guint64 *hash = data;

  *hash = (*hash ^ g_str_hash (jalon_element_get_id (element))) * HASH_FACTOR;
  *hash = (*hash ^ jalon_element_get_stamp (element)) * HASH_FACTOR;
  *hash ^= *hash >> 29;
}

/**
 * jalon_fragment_hash:
 * @element: an element in a document
 *
 * Tells one state of what jalon_fragment_new() would copy from another, without copying it.
 *
 * Returns: the hash; equal as long as nothing has changed in @element, below it, in what it refers
 *   to, or in the project itself
 */
guint64
jalon_fragment_hash (JalonElement *element)
{
  g_autoptr (GHashTable) whole = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) pending = g_ptr_array_new ();
  Packing packing = { NULL, whole, pending };
  guint64 hash;

  g_return_val_if_fail (JALON_IS_ELEMENT (element), 0);
  packing.document = jalon_element_get_document (element);
  g_return_val_if_fail (packing.document != NULL, 0);

  pack (&packing, element);
  follow (&packing);
  hash = jalon_element_get_stamp (jalon_document_get_project (packing.document));
  for (guint i = 0; i < pending->len; i++)
    jalon_element_foreach (g_ptr_array_index (pending, i), mix_state, &hash);
  return hash;
}

static void
add_root (JalonFragment *self, JalonElement *element, JalonFragmentCell cell)
{
  g_ptr_array_add (self->roots, element);
  g_array_append_val (self->cells, cell);
}

static void
note_by_id (JalonElement *element, gpointer data)
{
  g_hash_table_insert (data, (gpointer) jalon_element_get_id (element), element);
}

/* Whoever wrote it may have written anything. */
static void
read_instruction (JalonFragment *self, const char *text)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (jalon_text_hash, g_str_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);

  jalon_element_foreach (self->project, note_by_id, by_id);
  for (guint i = 0; words[i] != NULL && words[i + 1] != NULL && words[i + 2] != NULL; i += 3)
    {
      JalonElement *element = g_hash_table_lookup (by_id, words[i]);
      guint column = CLAMP (atoi (words[i + 1]), 0, MAX_CELL);
      guint row = CLAMP (atoi (words[i + 2]), 0, MAX_CELL);

      if (element == NULL || element == self->project || has_ancestor (element, seen) ||
          jalon_element_get_kind (element) == JALON_KIND_UNKNOWN)
        continue;
      g_hash_table_add (seen, element);
      add_root (self, element, (JalonFragmentCell){ column, row });
    }
}

/* Drops what turned out to be below a later root. */
static void
drop_nested (JalonFragment *self)
{
  g_autoptr (GHashTable) roots = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->roots->len; i++)
    g_hash_table_add (roots, g_ptr_array_index (self->roots, i));
  for (guint i = self->roots->len; i > 0; i--)
    {
      JalonElement *root = g_ptr_array_index (self->roots, i - 1);

      if (has_ancestor (jalon_element_get_parent (root), roots))
        {
          g_ptr_array_remove_index (self->roots, i - 1);
          g_array_remove_index (self->cells, i - 1);
        }
    }
}

/* What an instruction lists; NULL if @raw is something else. */
static char *
get_instruction (const char *raw)
{
  if (!g_str_has_prefix (raw, INSTRUCTION_START) || !g_str_has_suffix (raw, INSTRUCTION_END))
    return NULL;
  raw += strlen (INSTRUCTION_START);
  if (*raw == ' ')
    raw++;
  else if (strcmp (raw, INSTRUCTION_END) != 0)
    return NULL;
  return g_strndup (raw, strlen (raw) - strlen (INSTRUCTION_END));
}

/* What the instruction of @project lists, NULL if there is none. */
static char *
find_instruction (JalonElement *project)
{
  char *found = NULL;

  for (guint i = 0; found == NULL && i < jalon_element_get_n_children (project); i++)
    {
      JalonElement *child = jalon_element_get_child (project, i);

      found = get_instruction (jalon_element_get_text (child, JALON_FIELD_RAW));
    }
  return found;
}

/**
 * jalon_fragment_new_from_project:
 * @project: a project in no document: what jalon_fragment_get_project() returned and was written
 *   and read again, or any file, of which all maps are meant
 *
 * Takes @project as a fragment.
 *
 * Returns: (transfer full): the fragment, possibly without roots
 */
JalonFragment *
jalon_fragment_new_from_project (JalonElement *project)
{
  JalonFragment *self;
  g_autofree char *instruction = NULL;

  g_return_val_if_fail (JALON_IS_ELEMENT (project), NULL);
  g_return_val_if_fail (jalon_element_get_kind (project) == JALON_KIND_PROJECT, NULL);
  g_return_val_if_fail (jalon_element_get_document (project) == NULL, NULL);

  self = g_object_new (JALON_TYPE_FRAGMENT, NULL);
  self->project = g_object_ref (project);
  instruction = find_instruction (project);
  if (instruction != NULL)
    read_instruction (self, instruction);
  for (guint i = 0; instruction == NULL && i < jalon_element_get_n_children (project); i++)
    {
      JalonElement *child = jalon_element_get_child (project, i);

      if (jalon_kind_is_map (jalon_element_get_kind (child)))
        add_root (self, child, (JalonFragmentCell){ 0, 0 });
    }
  drop_nested (self);
  return self;
}

/**
 * jalon_fragment_get_project:
 * @self: a fragment
 *
 * Returns: (transfer none): the small project, for the writer
 */
JalonElement *
jalon_fragment_get_project (JalonFragment *self)
{
  g_return_val_if_fail (JALON_IS_FRAGMENT (self), NULL);

  return self->project;
}

guint
jalon_fragment_get_n_roots (JalonFragment *self)
{
  g_return_val_if_fail (JALON_IS_FRAGMENT (self), 0);

  return self->roots->len;
}

/**
 * jalon_fragment_get_root:
 * @self: a fragment
 * @index: a place below jalon_fragment_get_n_roots()
 *
 * Returns: (transfer none): something that was copied
 */
JalonElement *
jalon_fragment_get_root (JalonFragment *self, guint index)
{
  g_return_val_if_fail (JALON_IS_FRAGMENT (self) && index < self->roots->len, NULL);

  return g_ptr_array_index (self->roots, index);
}

/**
 * jalon_fragment_get_cell:
 * @self: a fragment
 * @index: a place below jalon_fragment_get_n_roots()
 *
 * Returns: (transfer none): where that root stood
 */
const JalonFragmentCell *
jalon_fragment_get_cell (JalonFragment *self, guint index)
{
  g_return_val_if_fail (JALON_IS_FRAGMENT (self) && index < self->roots->len, NULL);

  return &g_array_index (self->cells, JalonFragmentCell, index);
}
