/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-frame.h"
#include "cld-tokens.h"
#include <string.h>

/* A headline this much more loaded than another puts the event in another light. */
#define CLEAR_LOAD 2.0
/* Where no headline of an event is that loaded, the one that stands out most is told if it stands
 * out by this. */
#define MIN_LOAD 0.5
/* A word in capitals in a headline that is not all in capitals is loud. */
#define LOUD_WEIGHT 1.5
/* "unlawful" in quotation marks is held at arm's length; so is what somebody "says". */
#define QUOTED_WEIGHT   1.0
#define QUESTION_WEIGHT 1.0
#define TOLD_WEIGHT     (-0.5)
/* A blunt word that other reports might soften (data/en/softening.txt). */
#define BLUNT_WEIGHT 0.5

/* One outlet's headline. */
typedef struct {
    CldView *view;
    double load;
    CldSpan mark;
} Headline;

static double
loudness(const CldView *view, CldSpan *mark)
{
    g_autoptr(CldTokens) tokens = cld_tokens_ref(view->sentence);
    guint loud = 0, words = 0;
    for (guint i = 0; i < cld_tokens_length(tokens); i++) {
        const CldToken *token = cld_tokens_get(tokens, i);
        gsize bytes = cld_span_length(token->span);
        words += token->kind == CLD_TOKEN_WORD;
        if (token->kind != CLD_TOKEN_WORD || !token->is_all_caps || bytes < 4)
            continue;
        loud++;
        *mark = token->span;
    }
    return loud > 0 && loud * 2 < words ? LOUD_WEIGHT : 0;
}

/* Whose word it is: a plain "says" is careful, "admits" and "slams" are not. */
static double
attribution_weight(const CldView *view)
{
    double colour = cld_frame_cue_colour(view->claim);
    return view->claim->cue == NULL ? 0 : colour > 0 ? colour : TOLD_WEIGHT;
}

/* Punctuation that puts words in doubt, asks, or shouts. */
static double
punctuation_weight(const CldView *view)
{
    g_autofree char *text = cld_span_dup_text(view->claim->sentence, view->article->text);
    gboolean is_marked = strpbrk(text, "?!") != NULL;
    gboolean is_quoted = strstr(text, " '") != NULL || strstr(text, " ‘") != NULL ||
                         strstr(text, "“") != NULL || strchr(text, '"') != NULL;
    return is_marked * QUESTION_WEIGHT + is_quoted * QUOTED_WEIGHT;
}

/* Emotive words, words that lay blame, blunt words, and how the headline holds them. */
static double
slant(const CldView *view, CldSpan *mark)
{
    const char *text = view->article->text;
    CldSpan range = view->claim->sentence, blame = {0, 0};
    double load = cld_frame_weigh("loaded", text, range, mark);
    load += cld_frame_weigh("blame", text, range, &blame);
    load += cld_frame_is_blunt(view) * BLUNT_WEIGHT;
    load += attribution_weight(view) + punctuation_weight(view);
    if (cld_span_is_empty(*mark))
        *mark = blame;
    return load;
}

static GArray *
collect(const CldStory *story)
{
    GArray *headlines = g_array_new(FALSE, FALSE, sizeof(Headline));
    for (guint i = 0; i < story->views->len; i++) {
        CldView *view = g_ptr_array_index(story->views, i);
        Headline row = {view, 0, {0, 0}};
        CldSpan loud = {0, 0};
        guint last = headlines->len;
        if (view->claim->part != CLD_PART_HEADLINE)
            continue;
        if (last > 0 && g_array_index(headlines, Headline, last - 1).view->claim->article ==
                            view->claim->article)
            continue; /* one headline an article: its first claim */
        row.load = slant(view, &row.mark);
        row.load += loudness(view, &loud);
        if (cld_span_is_empty(row.mark))
            row.mark = loud;
        g_array_append_val(headlines, row);
    }
    return headlines;
}

static void
report_headlines(CldReport *report, const Headline *a, const Headline *b)
{
    CldFinding *finding = cld_finding_new(CLD_TYPE_HEADLINE);
    finding->relation = CLD_RELATION_BETWEEN_OUTLETS;
    finding->confidence = MIN(0.95, 0.5 + 0.1 * (a->load - b->load));
    g_ptr_array_add(finding->basis, g_strdup("rule:headline"));
    finding->explanation = g_strdup("The headlines put the same event in a different light.");
    cld_side_add_highlight(cld_finding_add_side(finding, a->view->claim), a->mark);
    cld_side_add_highlight(cld_finding_add_side(finding, b->view->claim), b->mark);
    cld_finding_seal(finding);
    g_ptr_array_add(report->findings, finding);
}

/* The plainest headline of another outlet. */
static const Headline *
plainest(const GArray *headlines, const Headline *loaded)
{
    const Headline *best = NULL;
    for (guint i = 0; i < headlines->len; i++) {
        const Headline *other = &g_array_index(headlines, Headline, i);
        if (other != loaded && (best == NULL || other->load < best->load))
            best = other;
    }
    return best;
}

/* The headline that stands out most from the plainest one. */
static const Headline *
loudest(const GArray *headlines)
{
    const Headline *best = NULL;
    for (guint i = 0; i < headlines->len; i++) {
        const Headline *row = &g_array_index(headlines, Headline, i);
        if (best == NULL || row->load > best->load)
            best = row;
    }
    return best;
}

/* Every clearly loaded headline against the plainest one of the event, or else the one that stands
 * out most. */
void
cld_framing_headline(CldReport *report, const CldStory *story)
{
    g_autoptr(GArray) headlines = collect(story);
    const Headline *top = loudest(headlines);
    for (guint i = 0; i < headlines->len; i++) {
        const Headline *loaded = &g_array_index(headlines, Headline, i);
        const Headline *plain = plainest(headlines, loaded);
        double least = loaded == top ? MIN_LOAD : CLEAR_LOAD;
        if (plain != NULL && loaded->load - plain->load >= least)
            report_headlines(report, loaded, plain);
    }
}
