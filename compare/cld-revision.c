/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-revision.h"
#include "cld-lexicon.h"
#include "cld-quantities.h"
#include <math.h>

/* Words of the longest entry of the list of markers. */
#define MAX_MARKER_WORDS 6
/* Words between a number and the marker behind it: "58 people as first announced". */
#define AFTER_REACH 5
/* A number of no unit is further from one with a unit than any other of that unit. */
#define OTHER_UNIT 100.0

/* The sentence while it is being read. */
typedef struct {
    const CldTokens *tokens;
    const GArray *quantities; /* (element-type CldQuantity) */
} Reader;

static gboolean
is_word(const CldTokens *tokens, guint index, const char *word)
{
    const CldToken *token = cld_tokens_get(tokens, index);
    return token != NULL && g_str_equal(token->lower, word);
}

/* Returns: (nullable): the values of the longest entry that ends right before @end */
static const char *const *
entry_before(const CldTokens *tokens, guint end, guint *start)
{
    const CldLexicon *list = cld_lexicon_get("former-before");
    for (guint n = MIN(MAX_MARKER_WORDS, end); n > 0; n--) {
        guint taken = 0;
        const char *const *values = cld_lexicon_match(list, tokens, end - n, &taken);
        if (values != NULL && taken == n) {
            *start = end - n;
            return values;
        }
    }
    return NULL;
}

/* What the words before a number say of it. */
typedef struct {
    gboolean is_former;
    gboolean is_denied;
    gboolean is_weak; /* "had counted 11": only behind the number that holds */
} Mark;

static Mark
mark_before(const CldTokens *tokens, guint number)
{
    Mark mark = {0};
    gboolean has_noun = FALSE;
    const char *const *values = NULL;
    for (guint at = number; (values = entry_before(tokens, at, &at)) != NULL;) {
        const char *role = values[0] == NULL ? "" : values[0];
        has_noun |= g_str_equal(role, "noun");
        mark.is_former |= role[0] == '\0' || (g_str_equal(role, "near") && has_noun);
        mark.is_denied |= g_str_equal(role, "denied");
        mark.is_weak |= g_str_equal(role, "weak");
        if (!g_str_equal(role, "noun") && !g_str_equal(role, "filler"))
            break;
    }
    return mark;
}

static gboolean
has_marker_after(const CldTokens *tokens, guint from)
{
    const CldLexicon *list = cld_lexicon_get("former-after");
    guint end = MIN(cld_tokens_length(tokens), from + AFTER_REACH);
    for (guint i = from; i < end; i++) {
        const CldToken *token = cld_tokens_get(tokens, i);
        if (cld_lexicon_has(list, tokens, i))
            return TRUE;
        if (token->kind != CLD_TOKEN_WORD)
            return FALSE;
    }
    return FALSE;
}

static gboolean
may_be_one(const CldQuantity *x, const CldQuantity *y)
{
    return !x->is_ordinal && !y->is_ordinal &&
           (x->unit == y->unit || x->unit == NULL || y->unit == NULL);
}

/* "from 10 to 25": the first was so, the second is. */
static gboolean
is_left_behind(const Reader *self, const CldQuantity *quantity)
{
    guint at = cld_tokens_index_at(self->tokens, quantity->span.start);
    if (at == 0 || !is_word(self->tokens, at - 1, "from"))
        return FALSE;
    for (guint i = 0; i < self->quantities->len; i++) {
        const CldQuantity *other = &g_array_index(self->quantities, CldQuantity, i);
        guint there = cld_tokens_index_at(self->tokens, other->span.start);
        if (other != quantity && may_be_one(quantity, other) && there > 0 &&
            is_word(self->tokens, there - 1, "to"))
            return TRUE;
    }
    return FALSE;
}

/* A bare number may count what another counts; it is no length and no sum of money. */
static gboolean
is_measured(const CldQuantity *quantity)
{
    return quantity->unit != NULL && quantity->unit != quantity->noun &&
           quantity->unit != g_intern_static_string("people");
}

static gboolean
takes_its_place(const CldQuantity *other, const CldQuantity *former, Mark mark)
{
    gboolean is_other = other->max < former->value || other->value > former->max;
    gboolean is_alike = other->unit == former->unit || !(is_measured(other) || is_measured(former));
    return is_other && is_alike && may_be_one(former, other) && !mark.is_former &&
           !mark.is_denied && other->value > 0;
}

/* The number that the sentence puts in place of another: of the same unit first, then the nearest
 * in size. */
static void
find_now(const Reader *self, const Mark *marks, guint former, CldRevision *revision)
{
    const CldQuantity *all = (const CldQuantity *)(gpointer)self->quantities->data;
    double least = G_MAXDOUBLE;
    guint end = marks[former].is_former ? self->quantities->len : former;
    for (guint i = 0; i < end; i++) {
        if (i == former || !takes_its_place(&all[i], &all[former], marks[i]))
            continue;
        double away = fabs(log(all[i].value / all[former].value)) +
                      (all[i].unit == all[former].unit ? 0 : OTHER_UNIT);
        if (away >= least)
            continue;
        least = away;
        revision->now = all[i];
        revision->has_now = TRUE;
    }
}

/* "three, one more than a day earlier": the difference gives away what it was. */
static gboolean
read_difference(const Reader *self, guint index, CldRevision *revision)
{
    const CldQuantity *step = &g_array_index(self->quantities, CldQuantity, index);
    guint at = cld_tokens_index_at(self->tokens, step->number.end);
    gboolean is_more = is_word(self->tokens, at, "more");
    gboolean is_fewer = is_word(self->tokens, at, "fewer") || is_word(self->tokens, at, "less");
    if (index == 0 || !(is_more || is_fewer) || !is_word(self->tokens, at + 1, "than") ||
        !has_marker_after(self->tokens, at + 2))
        return FALSE;
    revision->kind = CLD_REVISION_FORMER;
    revision->now = g_array_index(self->quantities, CldQuantity, index - 1);
    revision->has_now = TRUE;
    revision->former = revision->now;
    revision->former.value += is_more ? -step->value : step->value;
    revision->former.max = revision->former.value;
    revision->former.bound = CLD_BOUND_EXACT;
    revision->former.span = step->span;
    revision->former.number = step->number;
    return revision->former.value > 0;
}

static Mark
mark_of(const Reader *self, const CldQuantity *quantity)
{
    if (quantity->is_ordinal || quantity->value <= 1)
        return (Mark){0};
    Mark mark = mark_before(self->tokens, cld_tokens_index_at(self->tokens, quantity->span.start));
    mark.is_former =
        mark.is_former || is_left_behind(self, quantity) ||
        has_marker_after(self->tokens, cld_tokens_index_at(self->tokens, quantity->number.end));
    return mark;
}

/**
 * cld_revisions_find:
 * @text: the text that @sentence was cut from
 * @sentence: its words
 *
 * Reads how newspapers print a correction or a later count: "57 and not 58 as first announced",
 * "down from 64", "from 10 to 25", "three, one more than a day earlier".
 *
 * Returns: (transfer full) (nullable) (element-type CldRevision): the numbers that no longer hold,
 * or are said not to; %NULL if there are none
 */
GArray *
cld_revisions_find(const char *text, const CldTokens *sentence)
{
    g_autoptr(GArray) quantities = cld_quantities_find(text, sentence);
    Reader reader = {sentence, quantities};
    g_autofree Mark *marks = g_new0(Mark, quantities->len + 1);
    GArray *revisions = NULL;
    for (guint i = 0; i < quantities->len; i++)
        marks[i] = mark_of(&reader, &g_array_index(quantities, CldQuantity, i));
    for (guint i = 0; i < quantities->len; i++) {
        CldRevision revision = {.former = g_array_index(quantities, CldQuantity, i)};
        gboolean is_past = marks[i].is_former || marks[i].is_denied || marks[i].is_weak;
        revision.kind =
            marks[i].is_former || marks[i].is_weak ? CLD_REVISION_FORMER : CLD_REVISION_DENIED;
        if (!read_difference(&reader, i, &revision) && is_past)
            find_now(&reader, marks, i, &revision);
        if (!revision.has_now && (!is_past || marks[i].is_weak))
            continue;
        if (revisions == NULL)
            revisions = g_array_new(FALSE, FALSE, sizeof(CldRevision));
        g_array_append_val(revisions, revision);
    }
    return revisions;
}

/* Returns: (transfer none) (nullable): what is said of the number at @number; @revisions may be
 * %NULL */
const CldRevision *
cld_revisions_get(const GArray *revisions, CldSpan number)
{
    for (guint i = 0; revisions != NULL && i < revisions->len; i++) {
        const CldRevision *revision = &g_array_index(revisions, CldRevision, i);
        if (revision->former.number.start == number.start)
            return revision;
    }
    return NULL;
}
