/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-copied.h"
#include "cld-fingerprint.h"
#include "cld-texts.h"

struct _CldCopied {
    GPtrArray *sentences; /* (owned) (element-type utf8) folded, sorted; no hash table: the texts
                             come from outside */
};

/**
 * cld_copied_new:
 * @report: a report with claims, which stand in the order of its articles
 * @article: index of an article that others copy
 * @first: index of the first claim that is not of an earlier article
 *
 * Returns: (transfer full): the sentences of that article
 */
CldCopied *
cld_copied_new(const CldReport *report, guint article, guint first)
{
    CldCopied *self = g_new0(CldCopied, 1);
    const CldClaim *last = NULL;
    self->sentences = g_ptr_array_new_with_free_func(g_free);
    for (guint i = first; i < report->claims->len; i++) {
        const CldClaim *claim = g_ptr_array_index(report->claims, i);
        if (claim->article != article)
            break;
        if (last == NULL || !cld_claim_is_same_sentence(claim, last))
            g_ptr_array_add(self->sentences, cld_fingerprint_fold(claim->text));
        last = claim;
    }
    cld_texts_sort(self->sentences);
    return self;
}

/* Returns: %TRUE if the sentence of @claim stands in the article with the same words, figures and
 * signs: whoever prints a text may shorten it, a changed sentence is his own */
gboolean
cld_copied_has(const CldCopied *self, const CldClaim *claim)
{
    g_autofree char *folded = cld_fingerprint_fold(claim->text);
    return cld_texts_has(self->sentences, folded);
}

void
cld_copied_free(CldCopied *self)
{
    g_ptr_array_unref(self->sentences);
    g_free(self);
}

/* Returns: the article whose text @article prints, else @article */
guint
cld_copied_get_origin(const CldReport *report, guint article)
{
    gint original = g_array_index(report->copy_of, gint, article);
    return original < 0 ? article : (guint)original;
}
