/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/jalon-layout-private.h"

G_BEGIN_DECLS

/* The layout of a journey, cut by concern: columns and their headers, lanes, cells, what lies in
 * them, curves, and the lines and bands behind it all. */

#define JALON_LANE_COLUMN  152.0
#define JALON_CELL_PADDING 8.0
#define JALON_CELL_GAP     8.0
/* Above and below the text of a step, so that the frame of the keys has room */
#define JALON_STEP_PADDING 4.0

/* From the bar of a phase to the band of its stages */
#define JALON_PHASE_SPACING 26.0

/* More than anybody draws; so that a hostile file ends, too. */
#define JALON_JOURNEY_MAX_LANES 256
#define JALON_JOURNEY_MAX_STEPS 10000
#define JALON_JOURNEY_MAX_SLOTS 200000

/**
 * JalonForm:
 *
 * How the cards of a lane look.
 */
typedef enum
{
  JALON_FORM_NOTE,
  JALON_FORM_TEXT,
  JALON_FORM_VALUED,
  JALON_FORM_PILL,
  JALON_FORM_PICTURE,
  JALON_FORM_FRAME,
  JALON_FORM_FEEDBACK,
  JALON_FORM_METRIC,
  JALON_FORM_LINK,
  JALON_FORM_CURVE,
  JALON_FORM_ARC,
} JalonForm;

/**
 * JalonZone:
 *
 * Where a lane belongs in a service blueprint, from the customer inwards; a lane that may stand
 * anywhere belongs where the one before it does.
 */
typedef enum
{
  JALON_ZONE_ANY,
  JALON_ZONE_CUSTOMER,
  JALON_ZONE_FRONTSTAGE,
  JALON_ZONE_BACKSTAGE,
  JALON_ZONE_SUPPORT,
} JalonZone;

/**
 * JalonLaneStyle:
 * @form: how its cards look
 * @colour: of its cards, a name of the palette
 * @zone: of a blueprint
 * @hint: what stands below its name, untranslated
 * @prompt: what stands in it while it is empty, untranslated
 *
 * What the type of a lane decides.
 */
typedef struct
{
  JalonForm   form;
  const char *colour;
  JalonZone   zone;
  const char *hint;
  const char *prompt;
} JalonLaneStyle;

/* A card or a score of a step, and what was made of it. A card has a node, but in a collapsed lane,
 * and a place: @x from the left of its column, @y from where the cards of its lane begin. */
typedef struct
{
  JalonElement *element;
  JalonNode    *node;
  JalonElement *lane;       /* of which the node was made, as are the next three */
  guint64       stamp;
  guint64       references;
  double        wanted;     /* width */
  guint         row;
  gboolean      is_score;
  guint         span;       /* how many columns it covers */
  double        width;
  double        height;
  double        x;
  double        y;
} JalonContent;

/* Where a lane crosses a step. */
typedef struct
{
  guint       first;        /* of its cards among the contents of the step; scores follow */
  guint       n_cards;
  guint       n_scores;
  gboolean    has_spans;
  gboolean    is_placed;    /* its cards are, for this @top */
  double      top;          /* down to here reach cards of steps before */
  double      bottom;       /* of its cards */
  JalonNode  *slot;
  guint64     slot_state;
  JalonBlock *block;        /* all of it */
  guint64     state;        /* of what the block was made */
  guint       place;        /* of the block in the scene */
  guint       first_score;  /* of its scores among those of the row */
} JalonCell;

/* What is kept of a step */
typedef struct
{
  JalonKept     kept;
  guint64       state;      /* of what the contents were made */
  guint64       stamp;
  double        header_height;
  guint64       header_state;
  gboolean      has_spans;
  gboolean      has_lost;   /* cards that have lost their lane */
  gboolean      refers;     /* its cards show something of the project beside the journey */
  guint64       scores;     /* a hash of all of them */
  GArray       *contents;   /* JalonContent, by row */
  GArray       *cells;      /* JalonCell, one a row, and one for cards that have lost theirs */
} JalonStepMemo;

/* A step, or the place of the first step of a stage, or of the first stage. */
typedef struct
{
  JalonElement  *stage;
  JalonElement  *step;
  JalonStepMemo *memo;      /* of @step */
} JalonColumn;

/* A score in its place: @x on the sheet, @y in its lane. */
typedef struct
{
  JalonElement *element;
  JalonNode    *node;
  guint         column;
  double        x;
  double        y;
  guint         depth;      /* those of greater depth are painted first */
} JalonPlaced;

/* What is kept of a lane of scores */
typedef struct
{
  JalonKept     kept;
  guint64       state;      /* of what it was made */
  JalonMemory  *memory;
  JalonBlock   *block;      /* all but the points */
  GArray       *scores;     /* JalonPlaced, by column */
} JalonCurves;

/* @element is NULL for the lane of the cards that have lost theirs */
typedef struct
{
  JalonElement         *element;
  const JalonLaneStyle *style;
  JalonLaneType         type;
  gboolean              is_collapsed;
  guint                 n_contents; /* cards and scores */
  JalonCurves          *curves;     /* NULL for a lane of cards, and collapsed */
  guint                 next_score; /* the first one that is not in the scene yet */
  double                y;
  double                height;
  double                cards_top;  /* from @y */
  double                cards_height;
  double                plane_top;  /* of a curve, from @y */
  double                plane_height;
  guint64               shape;      /* a hash of its sizes */
} JalonRow;

/* A line of a service blueprint, at the top of its own strip. */
typedef struct
{
  const char *name;
  double      y;
  double      height;
} JalonLine;

/* A journey as it is laid out; kept until the next time, when all of it may be as it was but for
 * some cards: see jalon_layout_renew_journey(). */
typedef struct
{
  JalonKept     kept;
  JalonScene   *scene;              /* all of it; NULL while it is being laid out */
  guint64       frame;              /* a hash of all but what lies in the steps */
  JalonLayout  *layout;
  JalonElement *map;
  GArray       *columns;            /* JalonColumn */
  GArray       *rows;               /* JalonRow */
  guint         n_hidden;           /* lanes */
  GHashTable   *rows_by_id;         /* id of a lane → its place among @rows + 1; 0 if hidden */
  GArray       *lines;              /* JalonLine */
  GPtrArray    *personas;           /* of the journey */
  guint64       context;            /* a hash of the lanes and the width of a step */
  guint64       shared;             /* a hash of what else of the project may show */
  guint         first_step;         /* the first column with a step */
  gboolean      is_begun;           /* there are cards or scores */
  double        step_width;
  double        left;               /* of the first column */
  double        right;              /* of the last column */
  double        top;                /* of the headers */
  double        band_top;
  double        body_top;
  double        bottom;
  double        stage_height;
  double        step_height;
} JalonJourney;

#define JALON_COLUMN(journey, i) (&g_array_index ((journey)->columns, JalonColumn, i))
#define JALON_ROW(journey, i)    (&g_array_index ((journey)->rows, JalonRow, i))

/* What is kept of the steps */
guint64               jalon_journey_hash_frame      (JalonJourney   *self);
void                  jalon_journey_recall_steps    (JalonJourney   *self);
gboolean              jalon_journey_has_changed     (JalonJourney   *self,
                                                     guint           column);
void                  jalon_journey_find_contents   (JalonJourney   *self,
                                                     guint           column);
GArray               *jalon_journey_new_contents    (void);
GArray               *jalon_journey_make_contents   (JalonJourney   *self,
                                                     guint           column);
guint                 jalon_journey_get_lost_row    (JalonJourney   *self);
JalonCell            *jalon_journey_get_cell        (JalonJourney   *self,
                                                     guint           column,
                                                     guint           row);

/* Columns and their headers */
void                  jalon_journey_find_columns    (JalonJourney   *self);
double                jalon_journey_get_x           (JalonJourney   *self,
                                                     guint           column);
gboolean              jalon_journey_has_phases      (JalonJourney   *self);
void                  jalon_journey_measure_headers (JalonJourney   *self,
                                                     double          y);
void                  jalon_journey_add_phases      (JalonJourney   *self);
void                  jalon_journey_add_stage       (JalonJourney   *self,
                                                     guint           column);
void                  jalon_journey_add_step        (JalonJourney   *self,
                                                     guint           column);
guint                 jalon_journey_get_stage_end   (JalonJourney   *self,
                                                     guint           column);

/* Lanes */
void                  jalon_journey_find_rows       (JalonJourney   *self);
const char           *jalon_journey_get_lane_title  (JalonJourney   *self,
                                                     const JalonRow *row);
JalonColour           jalon_journey_get_lane_colour (JalonJourney   *self,
                                                     const JalonRow *row);
const char           *jalon_journey_get_prompt      (JalonJourney   *self,
                                                     const JalonRow *row);
JalonRow             *jalon_journey_find_row        (JalonJourney   *self,
                                                     const char     *lane);
double                jalon_journey_measure_lane    (JalonJourney   *self,
                                                     const JalonRow *row);
void                  jalon_journey_place_rows      (JalonJourney   *self);
void                  jalon_journey_add_lanes       (JalonJourney   *self);

/* Cells */
void                  jalon_journey_fill_rows       (JalonJourney   *self);
void                  jalon_journey_place_cards     (JalonJourney   *self,
                                                     guint           column,
                                                     guint           row,
                                                     double          top);
void                  jalon_journey_set_ghost       (JalonJourney   *self,
                                                     JalonNode      *node);
JalonBlock           *jalon_journey_get_block       (JalonJourney   *self,
                                                     guint           column,
                                                     guint           row);
void                  jalon_journey_add_cells       (JalonJourney   *self,
                                                     guint           column);

/* Cards */
JalonNode            *jalon_journey_make_card       (JalonJourney   *self,
                                                     const JalonRow *row,
                                                     JalonElement   *card,
                                                     double          width);
JalonNode            *jalon_journey_make_pill       (JalonJourney   *self,
                                                     JalonElement   *card,
                                                     double          width,
                                                     JalonColour     ground);
JalonNode            *jalon_journey_make_picture    (JalonJourney   *self,
                                                     const JalonRow *row,
                                                     JalonElement   *card,
                                                     double          width,
                                                     JalonColour     ground);
JalonNode            *jalon_journey_make_metric     (JalonJourney   *self,
                                                     JalonElement   *card,
                                                     double          width,
                                                     JalonColour     ground);

/* Curves */
void                  jalon_journey_measure_curve   (JalonJourney   *self,
                                                     JalonRow       *row);
void                  jalon_journey_add_curves      (JalonJourney   *self,
                                                     guint           row);

/* Bands and lines behind the cells */
const char           *jalon_journey_get_line        (JalonZone       above,
                                                     JalonZone       below);
double                jalon_journey_measure_line    (JalonJourney   *self,
                                                     const char     *name);
void                  jalon_journey_add_bands       (JalonJourney   *self);
void                  jalon_journey_add_lines       (JalonJourney   *self);

G_END_DECLS
