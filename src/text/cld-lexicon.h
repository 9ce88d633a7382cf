/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-tokens.h"

/* A word list of the language, from data/<language>/<name>.txt, compiled in as a resource.
 * A line is "entry<TAB>value<TAB>value…"; '#' starts a comment. An entry is one word or several
 * separated by blanks, matched against folded tokens; a word that ends in '~' is matched by its
 * Snowball stem ("deny~" finds denies, denied, denying). Loaded once, then read only: any thread.
 */
typedef struct CldLexicon CldLexicon;

const CldLexicon *cld_lexicon_get(const char *name);
const char *const *cld_lexicon_lookup(const CldLexicon *self, const char *folded);
const char *const *
cld_lexicon_match(const CldLexicon *self, const CldTokens *tokens, guint index, guint *n_tokens);
gboolean cld_lexicon_has(const CldLexicon *self, const CldTokens *tokens, guint index);
guint cld_lexicon_size(const CldLexicon *self);
const GPtrArray *cld_lexicon_get_rows(const CldLexicon *self);
guint cld_lexicon_count_lists(void);
