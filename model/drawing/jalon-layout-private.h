/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-document.h"
#include "drawing/jalon-icons.h"
#include "drawing/jalon-layout.h"
#include "drawing/jalon-terms.h"

G_BEGIN_DECLS

/* What the layouts of the map kinds share. Each kind has one file with one function that fills
 * @scene; jalon-layout.c has the table of them. What is made here belongs to the caller, who gives
 * paragraphs and paths to a node and nodes to the scene. */

/* Nodes, each with all that it was made from; see jalon_layout_recall() */
typedef struct _JalonMemory JalonMemory;

/* What the layout of a kind keeps of an element from one drawing to the next, at the begin of a
 * struct of its own; see jalon_layout_keep() */
typedef struct _JalonKept JalonKept;

struct _JalonKept
{
  JalonElement *element;
  guint         pass;       /* in which it was needed last */
  void        (*clear)      (JalonKept *self);
};

struct _JalonLayout
{
  JalonTypesetter  *typesetter;
  GHashTable       *pictures;   /* id of an image → JalonPicture, or NULL for one that is broken */
  GThreadPool      *decoders;   /* of the new ones, while a map is being laid out */
  JalonTerms       *terms;      /* words of the language of the project */
  JalonLanguage     language;

  JalonMemory      *memory;
  GHashTable       *kept;       /* element → JalonKept */
  guint             pass;

  /* Borrowed while a map is being laid out */
  const JalonTheme *theme;
  JalonScene       *scene;
  JalonElement     *project;    /* the root of the tree */
};

/* Margin of the sheet and the grid everything keeps to */
#define JALON_MARGIN 40.0
#define JALON_GRID   8.0

/* Cards */
#define JALON_CARD_RADIUS    6.0
#define JALON_CARD_PADDING_X 12.0
#define JALON_CARD_PADDING_Y 10.0

#define JALON_PORTRAIT_SIZE 36.0

void            jalon_layout_journey         (JalonLayout         *self,
                                              JalonElement        *map);
JalonScene     *jalon_layout_renew_journey   (JalonLayout         *self,
                                              JalonElement        *map);
void            jalon_layout_persona         (JalonLayout         *self,
                                              JalonElement        *map);
void            jalon_layout_empathy_map     (JalonLayout         *self,
                                              JalonElement        *map);
void            jalon_layout_stakeholder_map (JalonLayout         *self,
                                              JalonElement        *map);
void            jalon_layout_register        (JalonLayout         *self,
                                              JalonElement        *map);

/* Words */
const char     *jalon_layout_term            (JalonLayout         *self,
                                              const char          *english) G_GNUC_FORMAT (2);
const char     *jalon_layout_choice          (JalonLayout         *self,
                                              JalonElement        *element,
                                              JalonFieldId         field);
char           *jalon_layout_number          (JalonLayout         *self,
                                              double               number,
                                              guint                decimals);
char           *jalon_layout_lower           (const char          *label);
void            jalon_layout_join            (GString             *words,
                                              const char          *word);
JalonParagraph *jalon_layout_set             (JalonLayout         *self,
                                              const char          *text,
                                              JalonTextStyle       style,
                                              double               width);
JalonParagraph *jalon_layout_set_snug        (JalonLayout         *self,
                                              const char          *text,
                                              JalonTextStyle       style,
                                              double               widest);
JalonParagraph *jalon_layout_set_label       (JalonLayout         *self,
                                              const char          *text,
                                              JalonTextStyle       style,
                                              double               width);
JalonAlign      jalon_layout_get_align       (JalonLayout         *self,
                                              const char          *text,
                                              gboolean             is_right);
double          jalon_layout_put             (JalonLayout         *self,
                                              JalonNode           *node,
                                              const char          *text,
                                              JalonTextStyle       style,
                                              double               x,
                                              double               y,
                                              double               width,
                                              JalonColour          colour);

/* Colours and pictures */
JalonColour     jalon_layout_get_series      (JalonLayout         *self,
                                              JalonElement        *persona);
JalonColour     jalon_layout_get_shade       (JalonLayout         *self,
                                              JalonColour          ground);
JalonPicture   *jalon_layout_get_picture     (JalonLayout         *self,
                                              JalonElement        *element,
                                              JalonFieldId         field);

/* Parts that several kinds use */
double          jalon_layout_add_heading     (JalonLayout         *self,
                                              JalonElement        *map,
                                              const char          *subtitle,
                                              double               width);
double          jalon_layout_measure_legend  (JalonLayout         *self,
                                              GPtrArray           *personas);
double          jalon_layout_add_legend      (JalonLayout         *self,
                                              GPtrArray           *personas,
                                              double               x,
                                              double               y,
                                              double               width);
void            jalon_layout_add_portrait    (JalonLayout         *self,
                                              JalonNode           *node,
                                              JalonElement        *persona,
                                              double               x,
                                              double               y,
                                              double               size);
guint64         jalon_layout_hash_portrait   (JalonLayout         *self,
                                              JalonElement        *persona,
                                              guint64              hash);
double          jalon_layout_measure_ghost   (JalonLayout         *self,
                                              const char          *text,
                                              double               width);
void            jalon_layout_put_ghost       (JalonLayout         *self,
                                              JalonNode           *node,
                                              const char          *text,
                                              const JalonRect     *rect);
JalonNode      *jalon_layout_make_ghost      (JalonLayout         *self,
                                              const char          *text,
                                              double               width,
                                              double               height);

/**
 * JalonCardLine:
 * @text: what it says; may be empty
 * @style: how
 * @colour: in which colour
 * @icon: what stands before it
 * @icon_size: how large, in canvas units; 0 for none
 * @is_jump: whether it names another map, to which it leads
 *
 * A paragraph of a card.
 */
typedef struct
{
  const char     *text;
  JalonTextStyle  style;
  JalonColour     colour;
  JalonIcon       icon;
  double          icon_size;
  gboolean        is_jump;
} JalonCardLine;

JalonNode      *jalon_layout_make_card       (JalonLayout         *self,
                                              JalonElement        *element,
                                              double               width,
                                              JalonColour          ground,
                                              const char          *footer);
JalonNode      *jalon_layout_make_lines      (JalonLayout         *self,
                                              JalonElement        *element,
                                              double               width,
                                              JalonColour          ground,
                                              const JalonCardLine *lines,
                                              guint                n_lines,
                                              guint                edited);
gboolean        jalon_layout_get_evidence    (JalonLayout         *self,
                                              JalonElement        *element,
                                              JalonCardLine       *line);

/* The memory: a node made from the values of @element, of what it refers to and, if not NULL, of
 * @other alone, at @width, is kept as long as these and the theme stay. @state tells several nodes
 * of one element from each other, and may hold whatever else was drawn: a hash, a height. */
guint64         jalon_layout_mix             (guint64              hash,
                                              guint64              value);
guint64         jalon_layout_mix_element     (guint64              hash,
                                              JalonElement        *element);
guint64         jalon_layout_hash_references (JalonElement        *element);
guint64         jalon_layout_hash            (guint64              hash,
                                              gconstpointer        data,
                                              gsize                size);
JalonNode      *jalon_layout_recall          (JalonLayout         *self,
                                              JalonElement        *element,
                                              JalonElement        *other,
                                              double               width,
                                              guint64              state);
void            jalon_layout_remember        (JalonLayout         *self,
                                              JalonElement        *element,
                                              JalonElement        *other,
                                              double               width,
                                              guint64              state,
                                              JalonNode           *node);
void            jalon_layout_forget_unused   (JalonLayout         *self);
gpointer        jalon_layout_keep            (JalonLayout         *self,
                                              JalonElement        *element,
                                              gsize                size,
                                              void               (*clear) (JalonKept *kept));
gpointer        jalon_layout_find_kept       (JalonLayout         *self,
                                              JalonElement        *element);
JalonMemory    *jalon_memory_new             (void);
void            jalon_memory_free            (JalonMemory         *self);
void            jalon_memory_begin           (JalonMemory         *self);
void            jalon_memory_end             (JalonMemory         *self);
void            jalon_layout_forget          (JalonLayout         *self);

G_END_DECLS
