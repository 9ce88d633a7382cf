/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-tokens.h"

struct CldTokens {
    gatomicrefcount n;
};
CldTokens *
cld_tokens_new(const char *text, CldSpan range)
{
    return g_atomic_rc_box_new0(CldTokens);
}
CldTokens *
cld_tokens_ref(CldTokens *self)
{
    return g_atomic_rc_box_acquire(self);
}
void
cld_tokens_unref(CldTokens *self)
{
    g_atomic_rc_box_release(self);
}
guint
cld_tokens_length(const CldTokens *self)
{
    return 0;
}
const CldToken *
cld_tokens_get(const CldTokens *self, guint index)
{
    return NULL;
}
char *
cld_text_fold(const char *text, gssize length_bytes)
{
    return g_utf8_strdown(text, length_bytes);
}
const char *
cld_text_intern_stem(const char *folded_word)
{
    return g_intern_string(folded_word);
}
