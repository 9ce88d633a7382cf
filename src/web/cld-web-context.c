/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-web-context.h"
#include <string.h>

/* Bytes of the article shown on either side of a passage: some four sentences. */
#define MAX_CONTEXT_BYTES 700

/* Blanks in a row that may be the writer's own. */
#define MAX_BLANKS 2

static const CldArticle *
article_of(const CldReport *report, const CldClaim *claim)
{
    const CldArticle *article =
        claim->article < report->articles->len ? report->articles->pdata[claim->article] : NULL;
    return article != NULL && article->text != NULL && claim->sentence.end <= article->text_bytes &&
                   article->text_bytes > 0
               ? article
               : NULL;
}

static gboolean
is_between_words(const char *text, gsize at)
{
    return text[at] == ' ' || text[at] == '\n';
}

/* A saved report knows its articles' texts in part: what is between the passages is blank there.
 * Such a stretch becomes an ellipsis. */
static char *
dup_tidy(const char *text, gsize length_bytes)
{
    GString *out = g_string_new(NULL);
    for (gsize i = 0, n = 0; i < length_bytes; i += n) {
        n = 1;
        while (text[i] == ' ' && i + n < length_bytes && text[i + n] == ' ')
            n++;
        if (n <= MAX_BLANKS)
            g_string_append_len(out, text + i, (gssize)n);
        else if (out->len > 0 && i + n < length_bytes)
            g_string_append(out, " … ");
    }
    return g_strstrip(g_string_free(out, FALSE));
}

/* The text itself, from the beginning of a word. */
static char *
cut_before(const CldArticle *article, gsize end)
{
    gsize start = end > MAX_CONTEXT_BYTES ? end - MAX_CONTEXT_BYTES : 0;
    while (start > 0 && start < end && !is_between_words(article->text, start))
        start++;
    g_autofree char *cut = dup_tidy(article->text + start, end - start);
    return g_strconcat(start > 0 && *cut != '\0' ? "… " : "", cut, NULL);
}

static char *
cut_after(const CldArticle *article, gsize start)
{
    gsize end = MIN(start + MAX_CONTEXT_BYTES, article->text_bytes);
    while (end < article->text_bytes && end > start && !is_between_words(article->text, end))
        end--;
    g_autofree char *cut = dup_tidy(article->text + start, end - start);
    return g_strconcat(cut, end < article->text_bytes && *cut != '\0' ? " …" : "", NULL);
}

/* Returns: (transfer full): what stands before the claim's sentence; "" where nothing is known */
char *
cld_web_context_dup_before(const CldReport *report, const CldClaim *claim)
{
    const CldArticle *article = article_of(report, claim);
    return article != NULL ? cut_before(article, claim->sentence.start) : g_strdup("");
}

/* Returns: (transfer full): what stands after the claim's sentence; "" where nothing is known */
char *
cld_web_context_dup_after(const CldReport *report, const CldClaim *claim)
{
    const CldArticle *article = article_of(report, claim);
    return article != NULL ? cut_after(article, claim->sentence.end) : g_strdup("");
}
