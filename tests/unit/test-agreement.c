/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* When two claims agree; how surely they speak of one subject is set by hand. */
#include "cld-agreement.h"
#include "cld-event.h"
#include "cld-extract.h"
#include "cld-pair.h"
#include "cld-weights.h"
#include <string.h>

/* A sentence that fills a story: nothing in it is like anything else. */
#define FILLER "Rain fell. "
/* Claims of one other article that one may agree with. */
#define MAX_PARTNERS 2

/* Two sentences of two articles, and whether they agree. */
typedef struct {
    const char *path;
    const char *text_a;
    const char *text_b;
    double margin;       /* how far over the least their alignment is */
    guint n_times_usual; /* claims of the story beside the usual, 0: the two alone */
    gboolean is_copy;    /* the second article prints the first */
    gboolean is_flagged; /* something else is reported of the two */
    gboolean is_agreed;
} Row;

static const Row rows[] = {
    {.path = "/agreement/alike",
     .text_a = "The ferry reached Tarvik.",
     .text_b = "The ferry came to Tarvik.",
     .margin = 0.1,
     .is_agreed = TRUE},
    {.path = "/agreement/too-little-alike",
     .text_a = "The ferry reached Tarvik.",
     .text_b = "The ferry came to Tarvik.",
     .margin = -0.1},
    {.path = "/agreement/one-denied",
     .text_a = "The ferry reached Tarvik.",
     .text_b = "The ferry did not reach Tarvik.",
     .margin = 0.1},
    {.path = "/agreement/one-may-be",
     .text_a = "The ferry reached Tarvik.",
     .text_b = "The ferry may have reached Tarvik.",
     .margin = 0.05},
    {.path = "/agreement/two-figures",
     .text_a = "The ferry brought 40 sailors to Tarvik.",
     .text_b = "The ferry brought 60 sailors to Tarvik.",
     .margin = 0.1},
    {.path = "/agreement/one-figure",
     .text_a = "The ferry brought 40 sailors to Tarvik.",
     .text_b = "The ferry brought 40 sailors to Tarvik on Monday.",
     .margin = -0.1,
     .is_agreed = TRUE},
    {.path = "/agreement/one-text",
     .text_a = "The ferry reached Tarvik.",
     .text_b = "The ferry came to Tarvik.",
     .margin = 0.1,
     .is_copy = TRUE},
    {.path = "/agreement/flagged",
     .text_a = "The ferry reached Tarvik.",
     .text_b = "The ferry came to Tarvik.",
     .margin = 0.1,
     .is_flagged = TRUE},
    {.path = "/agreement/usual-story",
     .text_a = "The ferry reached Tarvik.",
     .text_b = "The ferry came to Tarvik.",
     .margin = 0.1,
     .n_times_usual = 1,
     .is_agreed = TRUE},
    {.path = "/agreement/large-story",
     .text_a = "The ferry reached Tarvik.",
     .text_b = "The ferry came to Tarvik.",
     .margin = 0.1,
     .n_times_usual = 3},
    {.path = "/agreement/sure-in-a-large-story",
     .text_a = "The ferry reached Tarvik.",
     .text_b = "The ferry came to Tarvik.",
     .margin = 0.6,
     .n_times_usual = 3,
     .is_agreed = TRUE},
};

static void
add_article(CldReport *report, const char *outlet, const char *text, guint n_fillers)
{
    CldArticle *article = cld_article_alloc(outlet, "text");
    GString *whole = g_string_new(text);
    guint index = report->articles->len;
    gint none = -1;
    for (guint i = 0; i < n_fillers; i++)
        g_string_append(whole, " " FILLER);
    CldBlock block = {{0, whole->len}, CLD_PART_BODY, 1, NULL};
    g_free(article->text);
    article->text_bytes = whole->len;
    article->text = g_string_free(whole, FALSE);
    g_array_append_val(article->blocks, block);
    g_ptr_array_add(report->articles, article);
    g_array_append_val(report->copy_of, none);
    g_array_append_val(report->event_of, none);
    g_autoptr(GPtrArray) claims = cld_extract_claims(article, index);
    for (guint i = 0; i < claims->len; i++)
        g_ptr_array_add(report->claims, cld_claim_ref(g_ptr_array_index(claims, i)));
}

/* The first claim of an article. */
static guint
first_of(const CldStory *story, guint article)
{
    guint i = 0;
    while (((const CldView *)g_ptr_array_index(story->views, i))->claim->article != article)
        i++;
    return i;
}

static void
flag(CldReport *report, const CldPair *pair)
{
    CldFinding *finding = cld_finding_new(CLD_TYPE_NEGATION);
    cld_finding_add_side(finding, pair->a->claim);
    cld_finding_add_side(finding, pair->b->claim);
    g_ptr_array_add(report->findings, finding);
}

static void
test_row(gconstpointer data)
{
    const Row *row = data;
    CldEngineOptions options = {.is_one_event = TRUE};
    guint usual = (guint)cld_weights_get("agreement", "usual-claims");
    guint n_fillers = row->n_times_usual > 0 ? row->n_times_usual * usual - 2 : 0;
    g_autoptr(CldReport) report = cld_report_new();
    g_autoptr(GPtrArray) pairs = g_ptr_array_new_with_free_func((GDestroyNotify)cld_pair_free);
    add_article(report, "One", row->text_a, 0);
    add_article(report, "Two", row->text_b, n_fillers);
    cld_event_group(report, &options);
    g_autoptr(CldStory) story = cld_story_new(report, 0);
    g_assert_cmpuint(story->views->len, ==, n_fillers + 2);
    CldPair *pair = cld_pair_new(story, first_of(story, 0), first_of(story, 1));
    pair->aligned = cld_weights_get("threshold", "agreement") + row->margin;
    g_ptr_array_add(pairs, pair);
    if (row->is_copy)
        g_array_index(report->copy_of, gint, 1) = 0;
    if (row->is_flagged)
        flag(report, pair);
    cld_agreements_from_pairs(report, story, pairs);
    g_assert_cmpuint(report->agreements->len, ==, row->is_agreed ? 1 : 0);
}

/* A claim agrees with the nearest two of another article, whoever comes first. */
static void
test_partners(void)
{
    CldEngineOptions options = {.is_one_event = TRUE};
    g_autoptr(CldReport) report = cld_report_new();
    g_autoptr(GPtrArray) pairs = g_ptr_array_new_with_free_func((GDestroyNotify)cld_pair_free);
    add_article(report, "One", "The ferry reached Tarvik.", 0);
    add_article(report, "Two", "Rain fell.", 3);
    cld_event_group(report, &options);
    g_autoptr(CldStory) story = cld_story_new(report, 0);
    guint first = first_of(story, 1);
    for (guint i = 0; i < 4; i++) {
        CldPair *pair = cld_pair_new(story, first_of(story, 0), first + i);
        pair->aligned = 0.6 + 0.05 * i;
        g_ptr_array_add(pairs, pair);
    }
    cld_agreements_from_pairs(report, story, pairs);
    g_assert_cmpuint(report->agreements->len, ==, MAX_PARTNERS);
    for (guint i = 0; i < MAX_PARTNERS; i++) {
        const CldAgreement *agreement = g_ptr_array_index(report->agreements, i);
        const CldPair *nearest = g_ptr_array_index(pairs, 3 - i);
        g_assert_true(g_ptr_array_index(agreement->claims, 1) == nearest->b->claim);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
        g_test_add_data_func(rows[i].path, &rows[i], test_row);
    g_test_add_func("/agreement/partners", test_partners);
    return g_test_run();
}
