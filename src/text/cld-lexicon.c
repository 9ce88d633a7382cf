/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-lexicon.h"

const CldLexicon *
cld_lexicon_get(const char *name)
{
    return NULL;
}
const char *const *
cld_lexicon_lookup(const CldLexicon *self, const char *folded)
{
    return NULL;
}
const char *const *
cld_lexicon_match(const CldLexicon *self, const CldTokens *tokens, guint index, guint *n_tokens)
{
    return NULL;
}
gboolean
cld_lexicon_has(const CldLexicon *self, const CldTokens *tokens, guint index)
{
    return FALSE;
}
guint
cld_lexicon_size(const CldLexicon *self)
{
    return 0;
}
