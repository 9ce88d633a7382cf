/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-clause.h"
#include "cld-lexicon.h"
#include <string.h>

#define MAX_SUBJECT_TOKENS  30
#define MAX_DATELINE_TOKENS 16
#define MAX_CLAUSES         60 /* in one sentence; what follows stays in the last one */

enum {
    VOICE_OWN = -2,    /* words of saying */
    VOICE_OUTLET = -1, /* else: index of the attribution */
};

/* The tokens of one voice in a sentence, cut into clauses from the left. */
typedef struct {
    const CldPassage *p;
    CldClauses *out;
    const guint *list; /* tokens of the voice, ascending */
    guint n;
    gint voice;
    guint from;       /* first token, as index into list, of the clause being read */
    CldRange subject; /* taken over by the clause being read */
    gboolean is_relative;
} Splitter;

static guint
word_at(const Splitter *s, guint j)
{
    return j < s->n ? s->p->tags[s->list[j]].word : CLD_WORD_STOP;
}

static gboolean
finite_at(const Splitter *s, guint j)
{
    return j < s->n && cld_tag_is_finite(s->p->tags[s->list[j]]);
}

static gboolean
has_finite(const Splitter *s, guint from, guint end)
{
    for (guint j = from; j < end; j++)
        if (finite_at(s, j))
            return TRUE;
    return FALSE;
}

static gboolean
is_at(const Splitter *s, guint j, const char *lower)
{
    return j < s->n && cld_passage_is(s->p, s->list[j], lower);
}

static gboolean
is_light(guint word)
{
    return word == CLD_WORD_ADVERB || word == CLD_WORD_QUOTE || word == CLD_WORD_NEGATION;
}

static gboolean
is_border(guint word)
{
    return word == CLD_WORD_COMMA || word == CLD_WORD_SEMICOLON || word == CLD_WORD_COLON ||
           word == CLD_WORD_STOP || word == CLD_WORD_DASH || word == CLD_WORD_CONJUNCTION ||
           word == CLD_WORD_SUBORDINATOR;
}

/* A subject and its finite verb begin at @j. */
static gboolean
opens_statement(const Splitter *s, guint j)
{
    const guint64 ends = CLD_WORDS(COMMA) | CLD_WORDS(SEMICOLON) | CLD_WORDS(COLON) |
                         CLD_WORDS(STOP) | CLD_WORDS(DASH) | CLD_WORDS(CONJUNCTION) |
                         CLD_WORDS(SUBORDINATOR) | CLD_WORDS(RELATIVE) | CLD_WORDS(THAT) |
                         CLD_WORDS(TO);
    gboolean has_subject = FALSE;
    gboolean has_that = word_at(s, j) == CLD_WORD_THAT; /* "and that", also "that is" */
    if (has_that && finite_at(s, ++j))
        return TRUE;
    for (guint depth = 0; j < s->n && depth < MAX_SUBJECT_TOKENS; j++, depth++) {
        guint word = word_at(s, j);
        gboolean joins = word == CLD_WORD_CONJUNCTION && has_subject &&
                         cld_tag_is_nominal(s->p->tags[s->list[j - 1]]);
        if (finite_at(s, j))
            return has_subject || word == CLD_WORD_PRONOUN;
        if (!joins && cld_tag_is_in(s->p->tags[s->list[j]], ends))
            return FALSE;
        has_subject |= cld_tag_is_nominal(s->p->tags[s->list[j]]) && word != CLD_WORD_OBJECT;
    }
    return FALSE;
}

/* A finite verb without a subject of its own begins at @j: "and left". */
static gboolean
opens_predicate(const Splitter *s, guint j)
{
    while (is_light(word_at(s, j)))
        j++;
    return finite_at(s, j) && word_at(s, j) != CLD_WORD_PRONOUN;
}

/* The part read so far has a finite verb that is not one of a dependent clause in it. */
static gboolean
is_complete(const Splitter *s, guint end)
{
    gint n_finite = 0, n_dependent = 0;
    for (guint j = s->from; j < end; j++) {
        guint word = word_at(s, j);
        gboolean goes_on = j > s->from && (finite_at(s, j - 1) || is_light(word_at(s, j - 1)));
        if (finite_at(s, j) && !(goes_on && n_finite > 0))
            n_finite++;
        if (j > s->from &&
            (word == CLD_WORD_RELATIVE ||
             (word == CLD_WORD_THAT && (finite_at(s, j + 1) || opens_statement(s, j + 1)))))
            n_dependent++;
        if (word == CLD_WORD_SUBORDINATOR && opens_statement(s, j + 1))
            n_dependent++;
    }
    return n_finite > n_dependent;
}

static CldRange
subject_of(const Splitter *s, guint from, guint end)
{
    guint first = from;
    while (first < end && (is_border(word_at(s, first)) || is_light(word_at(s, first))))
        first++;
    for (guint j = first; j < end; j++)
        if (finite_at(s, j)) {
            guint last = j;
            while (last > first && is_light(word_at(s, last - 1)))
                last--;
            return last > first ? (CldRange){s->list[first], s->list[last - 1] + 1}
                                : (CldRange){0, 0};
        }
    return (CldRange){0, 0};
}

static gboolean
is_edge_mark(guint word)
{
    return word == CLD_WORD_COMMA || word == CLD_WORD_SEMICOLON || word == CLD_WORD_COLON ||
           word == CLD_WORD_STOP || word == CLD_WORD_DASH || word == CLD_WORD_CONJUNCTION;
}

/* A quotation mark, or a bracket without its partner. */
static gboolean
is_wrapper(const Splitter *s, guint j, guint from, guint to)
{
    guint word = word_at(s, j), n = 0;
    if (word != CLD_WORD_QUOTE && word != CLD_WORD_BRACKET)
        return FALSE;
    for (guint k = from; k < to; k++)
        n += word_at(s, k) == word;
    gboolean is_whole = j == from && n == 2 && word_at(s, to - 1) == CLD_WORD_QUOTE;
    return n % 2 == 1 || is_whole;
}

/* The first mark of a quotation that goes on behind the clause. */
static gboolean
is_opening_quote(const Splitter *s, guint j)
{
    guint i = s->list[j];
    return word_at(s, j) == CLD_WORD_QUOTE && i > 0 && i + 1 < s->p->n_tokens &&
           s->p->quotation_at[i] >= 0 && s->p->quotation_at[i - 1] != s->p->quotation_at[i];
}

static gboolean
states_something(const Splitter *s, guint from, guint end)
{
    for (guint j = from; j < end; j++) {
        guint word = word_at(s, j);
        if (word == CLD_WORD_NOUN || word == CLD_WORD_NAME || word == CLD_WORD_NUMBER ||
            (word >= CLD_WORD_NEGATION && word <= CLD_WORD_GERUND) || word == CLD_WORD_PRONOUN)
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_trimmed(const Splitter *s, guint j, guint from, guint to)
{
    return is_edge_mark(word_at(s, j)) || is_wrapper(s, j, from, to);
}

/* What is left of a piece without conjunctions and marks at its edges, as indices into list. */
static CldRange
trim_piece(const Splitter *s, guint from, guint to)
{
    guint first = from;
    while (to > first && is_edge_mark(word_at(s, to - 1)))
        to--;
    while (first < to && is_trimmed(s, first, first, to))
        first++;
    while (to > first && (is_trimmed(s, to - 1, first, to) || is_opening_quote(s, to - 1)))
        to--;
    if (first > from && is_at(s, first - 1, "nor"))
        first--; /* its negation is part of the statement */
    else if (first > from && first + 1 < to && word_at(s, first) == CLD_WORD_THAT &&
             !finite_at(s, first + 1))
        first++; /* "and that …" */
    return (CldRange){first, to};
}

/* Ends the clause being read before list[@end]. */
static void
close_clause(Splitter *s, guint end)
{
    CldRange piece = trim_piece(s, s->from, end);
    s->from = end;
    if (cld_range_is_empty(piece) || !states_something(s, piece.first, piece.end) ||
        s->out->clauses->len >= MAX_CLAUSES)
        return;
    CldClause clause = {
        .number = s->out->clauses->len + 1,
        .range = {s->list[piece.first], s->list[piece.end - 1] + 1},
        .subject = s->subject,
        .attribution = s->voice,
        .is_relative = s->is_relative,
    };
    for (guint j = piece.first; j < piece.end; j++) {
        guint16 *owner = &s->out->owner[s->list[j] - s->out->base];
        *owner = *owner ? *owner : (guint16)clause.number; /* a relative clause keeps its tokens */
    }
    g_array_append_val(s->out->clauses, clause);
}

static void
open_clause(Splitter *s, guint at, CldRange subject, gboolean is_relative)
{
    close_clause(s, at);
    s->subject = subject;
    s->is_relative = is_relative;
}

static gboolean
is_split_subordinator(const Splitter *s, guint j)
{
    const char *const *values =
        word_at(s, j) == CLD_WORD_SUBORDINATOR || word_at(s, j) == CLD_WORD_CONJUNCTION
            ? cld_lexicon_lookup(cld_lexicon_get("subordinators"),
                                 cld_passage_token(s->p, s->list[j])->lower)
            : NULL;
    return values && values[0] && strcmp(values[0], "split") == 0;
}

/* ", which …" up to the comma that ends it: a clause of its own in the middle of another. */
static guint
relative_end(const Splitter *s, guint j)
{
    gboolean has_finite = FALSE;
    for (; j < s->n; j++) {
        guint word = word_at(s, j);
        has_finite |= finite_at(s, j);
        if (has_finite &&
            (word == CLD_WORD_COMMA || word == CLD_WORD_SEMICOLON || word == CLD_WORD_DASH))
            return j;
    }
    return has_finite ? s->n : 0;
}

static gboolean
opens_relative(const Splitter *s, guint j)
{
    guint next = word_at(s, j + 1);
    gboolean is_relative = next == CLD_WORD_RELATIVE || is_at(s, j + 1, "whose") ||
                           (next == CLD_WORD_PREPOSITION && word_at(s, j + 2) == CLD_WORD_RELATIVE);
    return word_at(s, j) == CLD_WORD_COMMA && is_relative && j > s->from;
}

/* Takes a relative clause out of the clause being read. Returns: where that goes on, 0: not one. */
static guint
cut_relative(const Splitter *s, guint j)
{
    guint end = relative_end(s, j + 1);
    if (end == 0)
        return 0;
    guint last = s->list[j - 1] + 1;
    CldRange noun = cld_phrase_before(s->p, (CldRange){s->list[s->from], last}, last);
    Splitter inner = *s;
    inner.from = j;
    inner.subject = cld_phrase_core(s->p, noun);
    inner.is_relative = TRUE;
    close_clause(&inner, end);
    return end;
}

/* "While A, B": the comma that ends A. */
static gboolean
ends_leading_clause(const Splitter *s, guint j)
{
    return word_at(s, j) == CLD_WORD_COMMA && j > s->from &&
           word_at(s, s->from) == CLD_WORD_SUBORDINATOR && is_split_subordinator(s, s->from) &&
           has_finite(s, s->from, j) && opens_statement(s, j + 1);
}

/* A mark or word behind which a statement of its own begins. */
static gboolean
separates(const Splitter *s, guint j)
{
    const guint64 marks =
        CLD_WORDS(COLON) | CLD_WORDS(DASH) | CLD_WORDS(COMMA); /* "two died, three were hurt" */
    guint word = word_at(s, j);
    if (word == CLD_WORD_SEMICOLON || (word == CLD_WORD_STOP && j + 1 < s->n))
        return TRUE;
    return (cld_tag_is_in(s->p->tags[s->list[j]], marks) || is_split_subordinator(s, j)) &&
           opens_statement(s, j + 1);
}

static void
split_voice(Splitter *s)
{
    const CldRange none = {0, 0};
    for (guint j = 0; j < s->n; j++) {
        guint end = opens_relative(s, j) ? cut_relative(s, j) : 0;
        if (end > 0) {
            j = end < s->n ? end : s->n - 1;
        } else if (ends_leading_clause(s, j)) {
            open_clause(s, j, none, FALSE);
        } else if (j > s->from && !opens_relative(s, j) && is_complete(s, j)) {
            if (separates(s, j))
                open_clause(s, j, none, FALSE);
            else if (is_split_subordinator(s, j) && opens_predicate(s, j + 1))
                open_clause(s, j,
                            cld_range_is_empty(s->subject) ? subject_of(s, s->from, j) : s->subject,
                            FALSE);
        }
    }
    close_clause(s, s->n);
}

/* "KYIV, Ukraine (Agency) - ": where a report was written; states nothing. Returns: the token
 * behind it, or the sentence's first. */
static guint
dateline_end(const CldPassage *p, const CldSentence *sentence)
{
    guint first = sentence->tokens.first;
    guint limit = MIN(sentence->tokens.end, first + MAX_DATELINE_TOKENS);
    gboolean has_sign = cld_passage_token(p, first)->is_all_caps;
    if (first != 0 || p->block->part == CLD_PART_HEADLINE)
        return first;
    for (guint i = first; i < limit && !cld_tag_is_finite(p->tags[i]); i++) {
        has_sign |= p->tags[i].word == CLD_WORD_BRACKET;
        if (p->tags[i].word == CLD_WORD_DASH)
            return has_sign ? i + 1 : first;
    }
    return first;
}

/* The side clause of an attribution (", who heads the office,") is the outlet's own statement. */
static gint
voice_of(const GArray *attributions, const CldPassage *p, guint token)
{
    for (guint i = 0; i < attributions->len; i++) {
        const CldAttribution *a = &g_array_index(attributions, CldAttribution, i);
        if (cld_range_has(a->side, token) && cld_phrase_has_finite(p, a->side))
            return VOICE_OUTLET;
        if (cld_range_has(a->own, token) || cld_range_has(a->frame, token))
            return VOICE_OWN;
    }
    return cld_attributions_inner_at(attributions, token);
}

/* What is left of a sentence beside speech, when it has no verb, only frames the speech: "On
 * Friday," "Asked about it,". */
static gboolean
is_frame(const CldPassage *p, const guint *list, guint n, guint n_attributions)
{
    for (guint j = 0; j < n && n_attributions > 0; j++)
        if (cld_tag_is_finite(p->tags[list[j]]))
            return FALSE;
    return n_attributions > 0;
}

static gint
compare_clauses(gconstpointer a, gconstpointer b)
{
    const CldClause *x = a, *y = b;
    return x->range.first < y->range.first ? -1 : x->range.first > y->range.first;
}

/**
 * cld_clauses_new:
 * @passage: a paragraph
 * @sentence: one of its sentences
 * @attributions: (element-type CldAttribution): those found in it
 *
 * Cuts a sentence into statements: first by who speaks, then at semicolons, colons, "and", "but",
 * "while" and the like where a new subject and verb (or a new verb of the same subject) begin, and
 * at relative clauses between commas. What is between "because", "after", "if" and their main
 * clause stays together: the one is told by means of the other.
 *
 * Returns: (transfer full): the clauses; none when the sentence only says who speaks
 */
CldClauses *
cld_clauses_new(const CldPassage *passage, const CldSentence *sentence, const GArray *attributions)
{
    CldRange range = sentence->tokens;
    guint n = range.end - range.first;
    CldClauses *self = g_new0(CldClauses, 1);
    self->clauses = g_array_new(FALSE, FALSE, sizeof(CldClause));
    self->base = range.first;
    self->owner = g_new0(guint16, n + 1);
    guint behind_dateline = n > 0 ? dateline_end(passage, sentence) : 0;
    g_autofree gint *voices = g_new(gint, n + 1);
    g_autofree guint *list = g_new(guint, n + 1);
    for (guint i = 0; i < n; i++)
        voices[i] = range.first + i < behind_dateline
                        ? VOICE_OWN
                        : voice_of(attributions, passage, range.first + i);
    for (gint voice = VOICE_OUTLET; voice < (gint)attributions->len; voice++) {
        Splitter splitter = {passage, self, list, 0, voice, 0, {0, 0}, FALSE};
        for (guint i = 0; i < n; i++)
            if (voices[i] == voice)
                list[splitter.n++] = range.first + i;
        if (voice != VOICE_OUTLET || !is_frame(passage, list, splitter.n, attributions->len))
            split_voice(&splitter);
    }
    g_array_sort(self->clauses, compare_clauses);
    return self;
}

void
cld_clauses_free(CldClauses *self)
{
    if (!self)
        return;
    g_array_unref(self->clauses);
    g_free(self->owner);
    g_free(self);
}

/* Returns: %TRUE if the token is part of the clause itself and not of one inside it */
gboolean
cld_clause_owns(const CldClauses *clauses, const CldClause *clause, guint token)
{
    return cld_range_has(clause->range, token) &&
           clauses->owner[token - clauses->base] == clause->number;
}
