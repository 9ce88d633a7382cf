/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-word-diff.h"
#include "cld-lexicon.h"
#include "cld-tokens.h"
#include <string.h>

/* Words compared of each side; the table below is this squared. Longer texts are cut: a diff of a
 * longer passage is no longer read. */
#define MAX_WORDS 240

/* The words of one side, without punctuation. */
typedef struct {
    const char *text;
    CldTokens *tokens;
    guint index[MAX_WORDS]; /* of the token */
    guint n;
} Words;

static void
words_init(Words *self, const char *text)
{
    self->text = text;
    self->n = 0;
    self->tokens = cld_tokens_new(text, (CldSpan){0, strlen(text)});
    for (guint i = 0; i < cld_tokens_length(self->tokens) && self->n < MAX_WORDS; i++)
        if (cld_tokens_get(self->tokens, i)->kind != CLD_TOKEN_PUNCT)
            self->index[self->n++] = i;
}

static const CldToken *
word(const Words *self, guint i)
{
    return cld_tokens_get(self->tokens, self->index[i]);
}

static gboolean
is_same(const Words *x, guint i, const Words *y, guint j)
{
    return g_str_equal(word(x, i)->lower, word(y, j)->lower);
}

/* Longest common subsequence, from the end, so that the walk goes forward (Wagner and Fischer
 * 1974). */
static guint16 *
lengths(const Words *x, const Words *y)
{
    guint columns = y->n + 1;
    guint16 *table = g_new0(guint16, (gsize)(x->n + 1) * columns);
    for (guint i = x->n; i-- > 0;)
        for (guint j = y->n; j-- > 0;) {
            guint16 down = table[(i + 1) * columns + j], right = table[i * columns + j + 1];
            table[i * columns + j] = is_same(x, i, y, j)
                                         ? (guint16)(table[(i + 1) * columns + j + 1] + 1)
                                         : MAX(down, right);
        }
    return table;
}

/**
 * cld_word_diff_similarity:
 * @a: a text
 * @b: another
 *
 * Returns: twice the common words in order, over all words: 1 for the same words, 0 for none
 */
double
cld_word_diff_similarity(const char *a, const char *b)
{
    Words x, y;
    words_init(&x, a);
    words_init(&y, b);
    g_autofree guint16 *table = lengths(&x, &y);
    double similarity = x.n + y.n == 0 ? 0 : 2.0 * table[0] / (double)(x.n + y.n);
    cld_tokens_unref(x.tokens);
    cld_tokens_unref(y.tokens);
    return similarity;
}

/* A changed number, name, modal or negation changes what was said, not just how. */
static gboolean
is_telling(const Words *words, guint i)
{
    static const char *const lists[] = {"negations", "modals"};
    const CldToken *token = word(words, i);
    if (token->kind == CLD_TOKEN_NUMBER || (token->is_capital && i > 0))
        return TRUE;
    for (guint k = 0; k < G_N_ELEMENTS(lists); k++)
        if (cld_lexicon_has(cld_lexicon_get(lists[k]), words->tokens, words->index[i]))
            return TRUE;
    return cld_lexicon_has(cld_lexicon_get("numbers"), words->tokens, words->index[i]);
}

/* Where a changed run stands in its side. */
static void
highlight(CldFinding *finding, char op, CldSpan span)
{
    if (op == '=')
        return;
    CldSide *side = g_ptr_array_index(finding->sides, op == '+');
    g_array_append_val(side->highlights, span);
}

static void
add_run(CldFinding *finding, char op, const Words *words, guint from, guint to, gboolean marks)
{
    gboolean is_marked = FALSE;
    if (from >= to)
        return;
    for (guint i = from; i < to && op != '='; i++)
        is_marked = is_marked || is_telling(words, i);
    CldSpan span = {word(words, from)->span.start, word(words, to - 1)->span.end};
    g_autofree char *text = cld_span_dup_text(span, words->text);
    cld_finding_add_diff(finding, op, text, is_marked);
    if (marks)
        highlight(finding, op, span);
}

static void
add_diff(CldFinding *finding, const char *a, const char *b, gboolean marks)
{
    Words x, y;
    words_init(&x, a);
    words_init(&y, b);
    g_autofree guint16 *table = lengths(&x, &y);
    guint columns = y.n + 1;
    for (guint i = 0, j = 0; i < x.n || j < y.n;) {
        guint from_i = i, from_j = j;
        while (i < x.n && j < y.n && is_same(&x, i, &y, j)) {
            i++;
            j++;
        }
        add_run(finding, '=', &x, from_i, i, marks);
        from_i = i;
        from_j = j;
        while ((i < x.n || j < y.n) && !(i < x.n && j < y.n && is_same(&x, i, &y, j))) {
            gboolean drop =
                j >= y.n || (i < x.n && table[(i + 1) * columns + j] >= table[i * columns + j + 1]);
            i += drop;
            j += !drop;
        }
        add_run(finding, '-', &x, from_i, i, marks);
        add_run(finding, '+', &y, from_j, j, marks);
    }
    cld_tokens_unref(x.tokens);
    cld_tokens_unref(y.tokens);
}

/**
 * cld_word_diff_add:
 * @finding: where the steps go
 * @a: words of the first side
 * @b: words of the second
 *
 * Adds the word diff from @a to @b to the finding: runs of equal, removed and added words; case and
 * punctuation do not count.
 */
void
cld_word_diff_add(CldFinding *finding, const char *a, const char *b)
{
    add_diff(finding, a, b, FALSE);
}

/* Adds the word diff between the whole texts of the finding's first two sides, and highlights in
 * each what the other does not have. */
void
cld_word_diff_add_sides(CldFinding *finding)
{
    const CldSide *a = g_ptr_array_index(finding->sides, 0);
    const CldSide *b = g_ptr_array_index(finding->sides, 1);
    add_diff(finding, a->claim->text, b->claim->text, TRUE);
}
