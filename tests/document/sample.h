/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/jalon-document.h"

G_BEGIN_DECLS

/* A project whose ids are short and known:
 *
 *   project
 *     ana (persona)              holds like (trait)
 *     ben (persona)
 *     trip (journey)             of ana and ben
 *       mood (lane, emotion), pain (lane, pains)
 *       go (stage)
 *         book (step)
 *           slow (card in pain, tagged urgent and web), high (score of ana in mood)
 *         ride (step)
 *           late (card in pain), low (score of ben in mood)
 *     team (register)            holds fans (audience: ana, trip)
 *     urgent (tag), web (tag)
 */
JalonElement  *sample_project  (void);
JalonDocument *sample_document (void);

/* Everything of an element and of what is below it, a line each. */
char          *sample_dump     (JalonElement  *element);
void           assert_dump     (JalonDocument *document,
                                const char    *expected);

JalonElement  *find            (JalonDocument *document,
                                const char    *id);
void           set_text        (JalonDocument *document,
                                const char    *id,
                                JalonFieldId   field,
                                const char    *text);

/* A guard against a programming error says @PATTERN, and nothing happens. */
#define EXPECT_CRITICAL(PATTERN, CALL)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, PATTERN);                           \
    CALL;                                                                                          \
    g_test_assert_expected_messages ();                                                            \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
