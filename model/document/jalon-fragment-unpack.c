/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A fragment comes into a document: the roots as copies, and of what they refer to only what is not
 * there already. */

#include "document/jalon-document-private.h"
#include "document/jalon-element-private.h"
#include "document/jalon-field.h"
#include "document/jalon-fragment.h"
#include "document/jalon-text.h"

typedef struct
{
  JalonDocument *document;
  JalonElement *map; /* where the roots go, NULL for the project */

  JalonElement
    *project; /* a copy of the fragment with its ids: what comes along is taken from it */
  JalonElement *renamed; /* another with new ids: the roots are taken from it */
  GHashTable *originals; /* id in the fragment, or of a copy → element of the project above */
  GHashTable *copies;    /* such an element in a root → its copy */
  GHashTable *roots;     /* copies of the roots */

  GHashTable *comers; /* such an element that comes along → what comes */
  GHashTable *parts;  /* lane or the like of the fragment → id of what plays its part */
  GPtrArray *coming;  /* what comes (owned), in order */
  GPtrArray *lost;
} Unpacking;

static void
note_ids (Unpacking *self, JalonElement *original, JalonElement *copy)
{
  g_hash_table_insert (self->originals, (gpointer) jalon_element_get_id (copy), original);
  for (guint i = 0; i < jalon_element_get_n_children (original); i++)
    note_ids (self, jalon_element_get_child (original, i), jalon_element_get_child (copy, i));
}

static void
note_copies (Unpacking *self, JalonElement *original, JalonElement *copy)
{
  g_hash_table_insert (self->copies, original, copy);
  for (guint i = 0; i < jalon_element_get_n_children (original); i++)
    note_copies (self, jalon_element_get_child (original, i), jalon_element_get_child (copy, i));
}

static gboolean
is_in_root (Unpacking *self, JalonElement *copy)
{
  while (copy != NULL && !g_hash_table_contains (self->roots, copy))
    copy = jalon_element_get_parent (copy);
  return copy != NULL;
}

/* What @original comes along with, NULL if it stays. */
static JalonElement *
find_comer (Unpacking *self, JalonElement *original)
{
  while (original != NULL && !g_hash_table_contains (self->comers, original))
    original = jalon_element_get_parent (original);
  return original;
}

typedef struct
{
  JalonDocument *document;
  gboolean is_taken;
} IdSearch;

static void
look_for_id (JalonElement *element, gpointer data)
{
  IdSearch *search = data;

  search->is_taken |= jalon_document_lookup (search->document, jalon_element_get_id (element)) !=
                      NULL;
}

/* Whether @element could come as it is. From one project to another it stays itself, so that what
 * comes later and refers to it finds it. */
static gboolean
can_keep_ids (Unpacking *self, JalonElement *element)
{
  IdSearch search = { self->document, FALSE };

  jalon_element_foreach (element, look_for_id, &search);
  return !search.is_taken;
}

static gboolean
is_shared (JalonKind kind)
{
  return jalon_kind_can_hold (JALON_KIND_PROJECT, kind);
}

/* The element of @id, if references to a @kind in the map may mean it. */
static JalonElement *
find_by_id (Unpacking *self, JalonKind kind, const char *id)
{
  JalonElement *element = jalon_document_lookup (self->document, id);

  if (element == NULL || jalon_element_get_kind (element) != kind)
    return NULL;
  if (!is_shared (kind) && (self->map == NULL || !jalon_element_contains (self->map, element)))
    return NULL;
  return element;
}

static gboolean
is_same (JalonElement *a, JalonElement *b, JalonFieldId field)
{
  return strcmp (jalon_element_get_text (a, field), jalon_element_get_text (b, field)) == 0;
}

/* What people take for the same thing: a tag of the same name. */
static JalonElement *
find_by_key (Unpacking *self, JalonElement *original)
{
  JalonKind kind = jalon_element_get_kind (original);
  JalonFieldId key = jalon_kind_get_info (kind)->key;
  JalonElement *project = jalon_document_get_project (self->document);

  if (key == JALON_FIELD_NONE || !jalon_element_has (original, key))
    return NULL;
  for (guint i = 0; i < jalon_element_get_n_children (project); i++)
    {
      JalonElement *child = jalon_element_get_child (project, i);

      if (jalon_element_get_kind (child) == kind && is_same (child, original, key))
        return child;
    }
  return NULL;
}

/* What plays the same part on the map: of the same type and title, as a lane does, or the only one
 * of that type. */
static JalonElement *
find_by_part (Unpacking *self, JalonElement *original)
{
  const JalonKindInfo *info = jalon_kind_get_info (jalon_element_get_kind (original));
  gboolean has_type = jalon_kind_get_field (info->kind, info->governor) != NULL;
  JalonElement *only = NULL;
  guint n = 0;

  for (guint i = 0; self->map != NULL && i < jalon_element_get_n_children (self->map); i++)
    {
      JalonElement *child = jalon_element_get_child (self->map, i);

      if (jalon_element_get_kind (child) != info->kind ||
          (has_type && !is_same (child, original, info->governor)))
        continue;
      if (is_same (child, original, info->title))
        return child;
      only = child;
      n++;
    }
  return has_type && n == 1 ? only : NULL;
}

/* @element (transfer full) comes along. */
static const char *
come (Unpacking *self, JalonElement *original, JalonElement *element)
{
  note_ids (self, original, element);
  g_ptr_array_add (self->coming, element);
  return jalon_element_get_id (element);
}

/* Personas, pictures, tags: what all maps of a project share. */
static const char *
find_shared (Unpacking *self, JalonElement *original)
{
  JalonElement *there = g_hash_table_lookup (self->copies, original);

  if (there == NULL)
    there = g_hash_table_lookup (self->comers, original);
  if (there == NULL)
    there = find_by_id (self, jalon_element_get_kind (original), jalon_element_get_id (original));
  if (there == NULL)
    there = find_by_key (self, original);
  if (there != NULL)
    return jalon_element_get_id (there);

  there = can_keep_ids (self, original) ? g_object_ref (original)
                                        : jalon_element_copy_as_new (original);
  g_hash_table_insert (self->comers, original, there);
  return come (self, original, there);
}

/* A part of a map comes along only if what refers to it cannot be without it. */
static const char *
find_part (Unpacking *self, JalonElement *original, gboolean is_needed)
{
  JalonKind kind = jalon_element_get_kind (original);
  const char *id = g_hash_table_lookup (self->parts, original);
  JalonElement *there;

  if (id != NULL)
    return id;
  there = find_by_id (self, kind, jalon_element_get_id (original));
  if (there == NULL)
    there = find_by_part (self, original);
  if (there != NULL)
    id = jalon_element_get_id (there);
  else if (is_needed && self->map != NULL &&
           jalon_kind_can_hold (jalon_element_get_kind (self->map), kind))
    id = come (self, original, jalon_element_copy_as_new (original));
  if (id != NULL)
    g_hash_table_insert (self->parts, original, (gpointer) id);
  return id;
}

/* The id by which @field of @element can name what it named by @id; NULL if nothing stands for
 * it. */
static const char *
find_meaning (Unpacking *self, JalonElement *element, const JalonField *field, const char *id)
{
  JalonElement *original = g_hash_table_lookup (self->originals, id);
  JalonElement *own = g_hash_table_lookup (self->originals, jalon_element_get_id (element));
  JalonElement *copy;

  if (original == NULL)
    return find_by_id (self, field->target, id) != NULL ? id : NULL;
  if (jalon_element_get_kind (original) != field->target)
    return NULL;
  if (is_shared (field->target))
    return find_shared (self, original);
  /* A part of what comes as a whole is named by what else is in there only. */
  if (!is_in_root (self, element))
    return find_comer (self, original) != NULL &&
               find_comer (self, original) == find_comer (self, own)
             ? id
             : NULL;
  copy = g_hash_table_lookup (self->copies, original);
  if (copy != NULL)
    return jalon_element_get_id (copy);
  return find_part (self, original,
                    (field->flags & JALON_FLAG_CASCADE) != 0 &&
                      !g_hash_table_contains (self->roots, element));
}

/* Returns FALSE if @element cannot be without what @field named. */
static gboolean
translate_field (Unpacking *self, JalonElement *element, const JalonField *field)
{
  g_auto (GStrv) ids = jalon_element_get_references (element, field->id);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *meaning = find_meaning (self, element, field, ids[i]);

      if (meaning != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", meaning);
    }
  jalon_element_set (element, field->id, names->str, NULL);
  return names->len > 0 || (field->flags & JALON_FLAG_CASCADE) == 0;
}

static void
translate (JalonElement *element, gpointer data)
{
  Unpacking *self = data;
  const JalonField *field = jalon_kind_get_info (jalon_element_get_kind (element))->fields;
  gboolean can_be = TRUE;

  for (; field->id != JALON_FIELD_NONE; field++)
    if (jalon_field_is_reference (field) && jalon_element_has (element, field->id))
      can_be &= translate_field (self, element, field);
  if (!can_be && !g_hash_table_contains (self->roots, element))
    g_ptr_array_add (self->lost, element);
}

/* Takes @element out of the tree of copies, if it is in it; the caller owns a reference. */
static JalonElement *
take_out (JalonElement *element)
{
  JalonElement *parent = jalon_element_get_parent (element);

  if (parent == NULL)
    return g_object_ref (element);
  return jalon_element_steal_child (parent, jalon_element_get_index (element));
}

static void
insert_comer (Unpacking *self, JalonElement *element)
{
  JalonKind kind = jalon_element_get_kind (element);
  JalonElement *parent = is_shared (kind) ? jalon_document_get_project (self->document) : self->map;

  jalon_document_insert (self->document, parent, jalon_element_find_end (parent, kind),
                         take_out (element));
}

static void
unpacking_init (Unpacking *self, JalonFragment *fragment)
{
  self->project = jalon_element_copy (jalon_fragment_get_project (fragment));
  self->renamed = jalon_element_copy_as_new (self->project);
  self->originals = g_hash_table_new (jalon_text_hash, g_str_equal);
  self->copies = g_hash_table_new (NULL, NULL);
  self->roots = g_hash_table_new (NULL, NULL);
  self->comers = g_hash_table_new (NULL, NULL);
  self->parts = g_hash_table_new (NULL, NULL);
  self->coming = g_ptr_array_new_with_free_func (g_object_unref);
  self->lost = g_ptr_array_new ();
  note_ids (self, self->project, self->project);
  note_ids (self, self->project, self->renamed);
  note_copies (self, self->project, self->renamed);
}

static void
unpacking_clear (Unpacking *self)
{
  g_hash_table_unref (self->originals);
  g_hash_table_unref (self->copies);
  g_hash_table_unref (self->roots);
  g_hash_table_unref (self->comers);
  g_hash_table_unref (self->parts);
  g_ptr_array_unref (self->coming);
  g_ptr_array_unref (self->lost);
  g_object_unref (self->project);
  g_object_unref (self->renamed);
}

/* Makes the copies of the roots. The table of copies, so far of everything, is then of what is in
 * them. */
static GPtrArray *
take_roots (Unpacking *self, JalonFragment *fragment)
{
  GPtrArray *roots = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) originals = g_ptr_array_new ();

  for (guint i = 0; i < jalon_fragment_get_n_roots (fragment); i++)
    {
      const char *id = jalon_element_get_id (jalon_fragment_get_root (fragment, i));
      JalonElement *original = g_hash_table_lookup (self->originals, id);
      gboolean stays = is_shared (jalon_element_get_kind (original)) &&
                       can_keep_ids (self, original);

      g_ptr_array_add (originals, original);
      g_ptr_array_add (roots, stays ? g_object_ref (original)
                                    : take_out (g_hash_table_lookup (self->copies, original)));
    }
  g_hash_table_remove_all (self->copies);
  for (guint i = 0; i < roots->len; i++)
    {
      g_hash_table_add (self->roots, g_ptr_array_index (roots, i));
      note_copies (self, g_ptr_array_index (originals, i), g_ptr_array_index (roots, i));
    }
  return roots;
}

/**
 * jalon_fragment_unpack:
 * @self: a fragment
 * @document: a document with an open transaction
 * @map: (nullable): the map in @document to which the roots shall go; %NULL if they are maps
 * @unpacked: (out caller-allocates): the copies of the roots, for the caller to insert
 *
 * Copies the roots of a fragment under new ids; a map that @document lacks keeps its own. What the
 * copies refer to is looked for in @document: by id, then by the key of its kind (a tag by its
 * name, a picture by its content), a part of the map by its type and title. What is not there comes
 * along into the project, and into @map the lanes without which the cards of a step would be
 * nowhere; other references are dropped. A root may lack what it cannot be without; who inserts it
 * gives it a place.
 */
void
jalon_fragment_unpack (JalonFragment *self,
                       JalonDocument *document,
                       JalonElement *map,
                       JalonUnpacked *unpacked)
{
  Unpacking unpacking = { .document = document, .map = map };

  g_return_if_fail (JALON_IS_FRAGMENT (self));
  g_return_if_fail (JALON_IS_DOCUMENT (document) && document->step != NULL);
  g_return_if_fail (map == NULL || jalon_element_get_document (map) == document);

  unpacking_init (&unpacking, self);
  unpacked->elements = take_roots (&unpacking, self);
  for (guint i = 0; i < unpacked->elements->len; i++)
    jalon_element_foreach (g_ptr_array_index (unpacked->elements, i), translate, &unpacking);
  /* They grow while they are translated. */
  for (guint i = 0; i < unpacking.coming->len; i++)
    jalon_element_foreach (g_ptr_array_index (unpacking.coming, i), translate, &unpacking);

  unpacked->brought = g_ptr_array_ref (unpacking.coming);
  unpacked->n_lost = unpacking.lost->len;
  for (guint i = 0; i < unpacking.lost->len; i++)
    g_object_unref (take_out (g_ptr_array_index (unpacking.lost, i)));
  for (guint i = 0; i < unpacked->elements->len; i++)
    g_object_unref (take_out (g_ptr_array_index (unpacked->elements, i)));
  for (guint i = 0; i < unpacking.coming->len; i++)
    insert_comer (&unpacking, g_ptr_array_index (unpacking.coming, i));
  unpacking_clear (&unpacking);
}

void
jalon_unpacked_clear (JalonUnpacked *unpacked)
{
  g_clear_pointer (&unpacked->elements, g_ptr_array_unref);
  g_clear_pointer (&unpacked->brought, g_ptr_array_unref);
}
