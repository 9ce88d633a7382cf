/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What some articles tell and others leave out. All articles have the same words here: how much
 * they tell of the same is set by hand, in the steps that the weights make. */
#include "cld-ask.h"
#include "cld-engine.h"
#include "cld-event.h"
#include "cld-extract.h"
#include "cld-omission.h"
#include "cld-pair.h"
#include "cld-scripted-encoder.h"
#include "cld-weights.h"
#include <math.h>
#include <string.h>

#define N_ARTICLES 4
/* An article of fewer than eight claims had no room. */
#define N_SCENERY 9
#define N_SHORT   3
/* How near a sentence is, from not at all to the same, in so many steps. */
#define N_STEPS 40

/* Worth missing even in one article of four. */
#define HEAVY                                                                                      \
    "Police arrested two engineers of the Hollum yard and charged them with arson on Friday."
/* Worth missing only where more lack it. */
#define LIGHT "The yard has sold 40 boats to Iceland since Ines Rohde bought it."

static const char *const scenery[N_SCENERY] = {
    "The sheds stand close to the water.", "Gulls sat on the roof.",
    "The hull was painted grey.",          "Rain fell on the slipway.",
    "A crane leaned over the gate.",       "The canteen smelled of fish.",
    "Bicycles lay on the grass.",          "The road was wet.",
    "The lamps burned until dawn.",
};

/* Of a copy only what it does not share with its original is compared at all. */
static const char *const other_scenery[N_SCENERY] = {
    "Nobody slept in the harbour.",       "The church bell rang at noon.",
    "Boys threw stones from the pier.",   "A dog barked behind the fence.",
    "The ferry left as on every day.",    "Fog came in from the north.",
    "Two radios played in the kitchen.",  "The fire engine had a flat tyre.",
    "Coffee was carried to the workers.",
};

/* What an article has of the sentence: the sentence itself, or something like it in its scenery. */
typedef enum {
    NOTHING,
    BELOW_ABSENT,  /* lacks it, with words alone and with vectors */
    BELOW_VECTORS, /* lacks it, as far as vectors see; with words alone it may have it */
    ABOVE_VECTORS, /* may have it; a sentence that only one has is still lacking */
    MAYBE,         /* may have it */
    TELLS,
} Hold;

typedef struct {
    const char *path;
    const char *sentence;
    gboolean has_vectors;
    Hold hold[N_ARTICLES];
    const char *wanted;   /* omissions: articles that tell it > articles that lack it, one a line */
    guint short_articles; /* a bit for each article: it has little room */
    guint copies;         /* a bit for each article */
    guint early;          /* a bit for each article: printed days before */
    gboolean is_apart;    /* the first two articles' sentences stand against each other, as a */
    CldType type;
} Row;

static const Row rows[] = {
    {.path = "/omission/only-in-one", .sentence = HEAVY, .hold = {TELLS}, .wanted = "0 > 1 2 3\n"},
    {.path = "/omission/one-may-have-it", .sentence = HEAVY, .hold = {TELLS, MAYBE}, .wanted = ""},
    {.path = "/omission/something-like-what-one-has",
     .sentence = HEAVY,
     .hold = {TELLS, ABOVE_VECTORS, BELOW_VECTORS, BELOW_ABSENT},
     .wanted = "0 > 1 2 3\n"},
    {.path = "/omission/told-by-three",
     .sentence = HEAVY,
     .hold = {TELLS, TELLS, TELLS},
     .wanted = "0 1 2 > 3\n"},
    {.path = "/omission/told-by-all",
     .sentence = HEAVY,
     .hold = {TELLS, TELLS, TELLS, TELLS},
     .wanted = ""},
    {.path = "/omission/light-told-by-three",
     .sentence = LIGHT,
     .hold = {TELLS, TELLS, TELLS},
     .wanted = ""},
    {.path = "/omission/light-told-by-two",
     .sentence = LIGHT,
     .hold = {TELLS, TELLS},
     .wanted = "0 1 > 2 3\n"},
    {.path = "/omission/words-below-absent",
     .sentence = HEAVY,
     .hold = {TELLS, TELLS, TELLS, BELOW_ABSENT},
     .wanted = "0 1 2 > 3\n"},
    {.path = "/omission/words-above-absent",
     .sentence = HEAVY,
     .hold = {TELLS, TELLS, TELLS, BELOW_VECTORS},
     .wanted = ""},
    {.path = "/omission/vectors-above-absent",
     .sentence = HEAVY,
     .has_vectors = TRUE,
     .hold = {TELLS, TELLS, TELLS, BELOW_VECTORS},
     .wanted = "0 1 2 > 3\n"},
    {.path = "/omission/vectors-above-their-absent",
     .sentence = HEAVY,
     .has_vectors = TRUE,
     .hold = {TELLS, TELLS, TELLS, ABOVE_VECTORS},
     .wanted = ""},
    {.path = "/omission/too-short",
     .sentence = HEAVY,
     .hold = {TELLS, TELLS},
     .wanted = "0 1 > 2\n",
     .short_articles = 1 << 3},
    {.path = "/omission/only-the-short-lack-it",
     .sentence = HEAVY,
     .hold = {TELLS, TELLS, TELLS},
     .wanted = "",
     .short_articles = 1 << 3},
    {.path = "/omission/copy",
     .sentence = HEAVY,
     .hold = {TELLS, TELLS},
     .wanted = "0 1 > 2\n",
     .copies = 1 << 3},
    {.path = "/omission/only-a-copy-lacks-it",
     .sentence = HEAVY,
     .hold = {TELLS, TELLS, TELLS},
     .wanted = "",
     .copies = 1 << 3},
    {.path = "/omission/printed-before",
     .sentence = HEAVY,
     .hold = {TELLS, TELLS},
     .wanted = "0 1 > 2\n",
     .early = 1 << 3},
    {.path = "/omission/set-apart",
     .sentence = HEAVY,
     .hold = {TELLS, TELLS},
     .wanted = "",
     .is_apart = TRUE,
     .type = CLD_TYPE_NEGATION},
    {.path = "/omission/each-told-with-a-third",
     .sentence = HEAVY,
     .hold = {TELLS, TELLS, TELLS},
     .wanted = "0 2 > 3\n1 2 > 3\n",
     .is_apart = TRUE,
     .type = CLD_TYPE_NEGATION},
    {.path = "/omission/two-counts-of-one-thing",
     .sentence = HEAVY,
     .hold = {TELLS, TELLS},
     .wanted = "0 1 > 2 3\n",
     .is_apart = TRUE,
     .type = CLD_TYPE_NUMBER},
    {.path = "/omission/two-wordings-of-one-thing",
     .sentence = HEAVY,
     .hold = {TELLS, TELLS},
     .wanted = "0 1 > 2 3\n",
     .is_apart = TRUE,
     .type = CLD_TYPE_QUOTE},
    {.path = "/omission/what-became-of-one-thing",
     .sentence = HEAVY,
     .hold = {TELLS, TELLS},
     .wanted = "0 1 > 2 3\n",
     .is_apart = TRUE,
     .type = CLD_TYPE_UPDATE_STATUS},
};

/* Takes @text, a paragraph a line. */
static void
add_article(CldReport *report, const char *outlet, CldWhen published, char *text)
{
    CldArticle *article = cld_article_alloc(outlet, "text");
    guint index = report->articles->len;
    gsize start = 0;
    g_free(article->text);
    article->text = text;
    article->text_bytes = strlen(text);
    article->outlet = g_strdup(outlet);
    article->published = published;
    for (gsize end = 0; end < article->text_bytes; end++)
        if (text[end] == '\n') {
            CldBlock block = {{start, end}, CLD_PART_BODY, article->blocks->len + 1, NULL};
            g_array_append_val(article->blocks, block);
            start = end + 1;
        }
    g_ptr_array_add(report->articles, article);
    g_autoptr(GPtrArray) claims = cld_extract_claims(article, index);
    for (guint i = 0; i < claims->len; i++)
        g_ptr_array_add(report->claims, cld_claim_ref(g_ptr_array_index(claims, i)));
}

/* @sentence: (nullable): what it tells before the scenery */
static char *
dup_text(const char *sentence, const char *const *lines, guint n_lines)
{
    GString *text = g_string_new(NULL);
    if (sentence != NULL)
        g_string_append_printf(text, "%s\n", sentence);
    for (guint i = 0; i < n_lines; i++)
        g_string_append_printf(text, "%s\n", lines[i]);
    return g_string_free(text, FALSE);
}

static gboolean
has_bit(guint bits, guint i)
{
    return (bits >> i & 1) != 0;
}

static CldReport *
make_report(const Row *row)
{
    static const char *const outlets[N_ARTICLES] = {"Zero", "One", "Two", "Three"};
    CldReport *report = cld_report_new();
    CldEngineOptions options = {.is_one_event = TRUE};
    gint none = -1, first = 0;
    for (guint i = 0; i < N_ARTICLES; i++) {
        add_article(report, outlets[i], cld_when_day(2025, 6, has_bit(row->early, i) ? 2 : 9),
                    dup_text(row->hold[i] == TELLS ? row->sentence : NULL,
                             has_bit(row->copies, i) ? other_scenery : scenery,
                             has_bit(row->short_articles, i) ? N_SHORT : N_SCENERY));
        g_array_append_val(report->event_of, none);
        g_array_append_vals(report->copy_of, has_bit(row->copies, i) ? &first : &none, 1);
    }
    cld_event_group(report, &options);
    return report;
}

/* Half way between two of the weights. */
static double
between(const char *low, const char *high)
{
    return (cld_weights_get("omission", low) + cld_weights_get("omission", high)) / 2;
}

static double
aligned_of(Hold hold)
{
    switch (hold) {
    case BELOW_ABSENT:
        return cld_weights_get("omission", "absent") * 0.9;
    case BELOW_VECTORS:
        return between("absent", "absent-vectors");
    case ABOVE_VECTORS:
        return between("absent-vectors", "matched");
    case MAYBE:
        return between("matched", "told-at");
    case TELLS:
        return 0.9;
    default:
        return 0;
    }
}

static gboolean
is_sentence(const CldClaim *claim, const Row *row)
{
    return row->hold[claim->article] == TELLS && claim->sentence.start == 0;
}

/* Scenery may be in all articles, so that nobody lacks it; the sentence is like the first scenery
 * of an article as far as that holds it. */
static double
align(const Row *row, const CldClaim *a, const CldClaim *b)
{
    if (!is_sentence(a, row) && !is_sentence(b, row))
        return aligned_of(MAYBE);
    if (is_sentence(a, row) && is_sentence(b, row))
        return aligned_of(TELLS);
    const CldClaim *other = is_sentence(a, row) ? b : a;
    return row->hold[other->article] != TELLS ? aligned_of(row->hold[other->article]) : 0;
}

static GPtrArray *
make_pairs(const Row *row, const CldStory *story)
{
    GPtrArray *pairs = g_ptr_array_new_with_free_func((GDestroyNotify)cld_pair_free);
    for (guint i = 0; i < story->views->len; i++)
        for (guint j = i + 1; j < story->views->len; j++) {
            CldPair *pair = cld_pair_new(story, i, j);
            if (row->has_vectors)
                cld_pair_set_vector(pair, 0.5);
            pair->aligned = align(row, pair->a->claim, pair->b->claim);
            if (pair->a->claim->article == pair->b->claim->article)
                cld_pair_free(pair);
            else
                g_ptr_array_add(pairs, pair);
        }
    return pairs;
}

static void
set_apart(CldReport *report, const Row *row)
{
    g_autoptr(CldFinding) finding = cld_finding_new(row->type);
    for (guint i = 0; i < report->claims->len; i++) {
        CldClaim *claim = g_ptr_array_index(report->claims, i);
        if (claim->article < 2 && is_sentence(claim, row))
            cld_finding_add_side(finding, claim);
    }
    g_ptr_array_add(report->findings, g_steal_pointer(&finding));
}

/* Returns: (transfer full): the omissions as a row writes them */
static char *
dup_omissions(const CldReport *report)
{
    GString *lines = g_string_new(NULL);
    for (guint i = 0; i < report->findings->len; i++) {
        const CldFinding *finding = g_ptr_array_index(report->findings, i);
        if (finding->type != CLD_TYPE_ONLY_IN)
            continue;
        for (guint k = 0; k < finding->sides->len; k++) {
            const CldSide *side = g_ptr_array_index(finding->sides, k);
            g_string_append_printf(lines, "%u ", side->claim->article);
        }
        g_string_append_c(lines, '>');
        for (guint k = 0; k < finding->missing_from->len; k++)
            g_string_append_printf(lines, " %u", g_array_index(finding->missing_from, guint, k));
        g_string_append_c(lines, '\n');
        g_test_message("%s", ((const CldSide *)g_ptr_array_index(finding->sides, 0))->claim->text);
    }
    return g_string_free(lines, FALSE);
}

static void
test_row(gconstpointer data)
{
    const Row *row = data;
    g_autoptr(CldReport) report = make_report(row);
    if (row->is_apart)
        set_apart(report, row);
    g_autoptr(CldStory) story = cld_story_new(report, 0);
    g_autoptr(GPtrArray) pairs = make_pairs(row, story);
    cld_omissions_find(report, story, pairs);
    g_autofree char *found = dup_omissions(report);
    g_assert_cmpstr(found, ==, row->wanted);
}

/* The texts of a whole run: three tell it, the fourth has a sentence that a model finds this near.
 */
static CldReport *
make_report_of_near(CldScriptedEncoder *encoder, float cosine)
{
    static const Row row = {.sentence = HEAVY, .hold = {TELLS, TELLS, TELLS}};
    const float told[] = {1, 0}, near[] = {cosine, sqrtf(1 - cosine * cosine)};
    cld_scripted_encoder_add(encoder, HEAVY, told);
    cld_scripted_encoder_add(encoder, scenery[0], near);
    return make_report(&row);
}

/* Returns: how surely the fourth article has anything of the first sentence */
static double
best_of_last(const CldReport *report, GPtrArray *pairs)
{
    double best = 0;
    for (guint i = 0; i < pairs->len; i++) {
        const CldPair *pair = g_ptr_array_index(pairs, i);
        const CldClaim *a = pair->a->claim, *b = pair->b->claim;
        g_assert_cmpint(pair->level, ==, CLD_LEVEL_VECTORS);
        if (a->article == 0 && a->sentence.start == 0 && b->article == N_ARTICLES - 1)
            best = MAX(best, pair->aligned);
    }
    return best;
}

/* With an encoder the weight for vectors decides, wherever the fitted alignment reaches it. */
static void
test_encoder(void)
{
    double absent = cld_weights_get("omission", "absent");
    double absent_vectors = cld_weights_get("omission", "absent-vectors");
    guint n_lacking = 0, n_between = 0, n_having = 0;
    for (guint step = 0; step <= N_STEPS; step++) {
        g_autoptr(CldScriptedEncoder) encoder = cld_scripted_encoder_new(2);
        CldEngineOptions options = {.is_one_event = TRUE, .encoder = (struct _CldEncoder *)encoder};
        g_autoptr(CldReport) report = make_report_of_near(encoder, (float)step / N_STEPS);
        g_autoptr(CldStory) story = cld_story_new(report, 0);
        g_autoptr(GPtrArray) pairs = cld_ask_pairs(story, &options, NULL);
        cld_omissions_find(report, story, pairs);
        g_autofree char *found = dup_omissions(report);
        double best = best_of_last(report, pairs);
        n_lacking += best < absent;
        n_between += best >= absent && best < absent_vectors;
        n_having += best >= absent_vectors;
        g_test_message("%u: %.3f", step, best);
        g_assert_cmpint(strstr(found, "0 1 2 > 3\n") != NULL, ==, best < absent_vectors);
    }
    g_assert_cmpuint(n_lacking, >, 0);
    g_assert_cmpuint(n_between, >, 0);
    g_assert_cmpuint(n_having, >, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
        g_test_add_data_func(rows[i].path, &rows[i], test_row);
    g_test_add_func("/omission/encoder", test_encoder);
    return g_test_run();
}
