/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Numbers of two sentences that are really read: may they be two values of one quantity? */
#include "cld-count.h"
#include "cld-detect.h"
#include "cld-event.h"
#include "cld-extract.h"
#include <string.h>

typedef struct {
    const char *path;
    const char *text_a;
    const char *text_b;
    gboolean wanted;
} Row;

static const Row open_rows[] = {
    {"/count/open/two-sums", "The claims came to 340 million euros.",
     "The claims came to 180 million euros.", TRUE},
    {"/count/open/one-sum", "The claims came to 340 million euros.",
     "The claims came to 340 million euros.", FALSE},
    {"/count/open/no-number", "The claims came to 340 million euros.", "The claims were paid.",
     FALSE},
    {"/count/open/far-apart", "Skerry freed 236 captives.", "The swap frees 3,482 captives.",
     FALSE},
    {"/count/open/two-units", "The wall killed 37 people.", "The firm knew it for three months.",
     FALSE},
    {"/count/open/level-and-change", "The duty rose to 25%.", "The duty rose by 15%.", FALSE},
    {"/count/open/two-levels", "The duty rose to 25%.", "The duty rose to 15%.", TRUE},
    {"/count/open/addition", "The divers found nine bodies.", "The divers found two more bodies.",
     FALSE},
    {"/count/open/within-its-bound", "The divers found nine bodies.",
     "The divers found no more than ten bodies.", FALSE},
    {"/count/open/above-its-bound", "The reserves exceed 3 billion dollars.",
     "The reserves are no higher than 1.8 billion dollars.", TRUE},
    {"/count/open/bare-number", "The claims came to 340 million euros.",
     "The owner knows of no figure but 180 million.", TRUE},
    {"/count/open/small-bare-number", "Nine people lived there.", "Of the villagers two came.",
     FALSE},
    {"/count/open/ordinal", "It was the third strike.", "It was the second strike.", FALSE},
};

/* The one number of a sentence. */
typedef struct {
    const char *path;
    gboolean (*question)(const CldView *view, const CldQuantity *quantity);
    const char *text;
    gboolean wanted;
} OneRow;

static const OneRow one_rows[] = {
    {"/count/partial/more", cld_count_is_partial, "Rescuers found four more bodies.", TRUE},
    {"/count/partial/more-than", cld_count_is_partial, "Rescuers found more than four bodies.",
     FALSE},
    {"/count/partial/another", cld_count_is_partial, "Another 20 people were hurt.", TRUE},
    {"/count/partial/plain", cld_count_is_partial, "Rescuers found four bodies.", FALSE},
    {"/count/change/by", cld_count_is_change, "The duty was raised by 15 per cent.", TRUE},
    {"/count/change/to", cld_count_is_change, "The duty was raised to 15 per cent.", FALSE},
};

static void
add_article(CldReport *report, const char *outlet, const char *text)
{
    CldArticle *article = cld_article_alloc(outlet, "text");
    CldBlock block = {{0, strlen(text)}, CLD_PART_BODY, 1, NULL};
    guint index = report->articles->len;
    gint none = -1;
    g_free(article->text);
    article->text = g_strdup(text);
    article->text_bytes = strlen(text);
    g_array_append_val(article->blocks, block);
    g_ptr_array_add(report->articles, article);
    g_array_append_val(report->copy_of, none);
    g_array_append_val(report->event_of, none);
    g_autoptr(GPtrArray) claims = cld_extract_claims(article, index);
    for (guint i = 0; i < claims->len; i++)
        g_ptr_array_add(report->claims, cld_claim_ref(g_ptr_array_index(claims, i)));
}

static void
test_open(gconstpointer data)
{
    const Row *row = data;
    CldEngineOptions options = {.is_one_event = TRUE};
    g_autoptr(CldReport) report = cld_report_new();
    add_article(report, "One", row->text_a);
    add_article(report, "Two", row->text_b);
    cld_event_group(report, &options);
    g_autoptr(CldStory) story = cld_story_new(report, 0);
    g_assert_cmpuint(story->views->len, ==, 2);
    g_autoptr(CldPair) pair = cld_pair_new(story, 0, 1);
    g_assert_cmpint(cld_detect_number_is_open(pair, NULL), ==, row->wanted);
}

static void
test_one(gconstpointer data)
{
    const OneRow *row = data;
    CldEngineOptions options = {.is_one_event = TRUE};
    g_autoptr(CldReport) report = cld_report_new();
    add_article(report, "One", row->text);
    cld_event_group(report, &options);
    g_autoptr(CldStory) story = cld_story_new(report, 0);
    const CldView *view = g_ptr_array_index(story->views, 0);
    g_assert_cmpuint(view->claim->quantities->len, ==, 1);
    const CldQuantity *quantity = &g_array_index(view->claim->quantities, CldQuantity, 0);
    g_assert_cmpint(row->question(view, quantity), ==, row->wanted);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(open_rows); i++)
        g_test_add_data_func(open_rows[i].path, &open_rows[i], test_open);
    for (guint i = 0; i < G_N_ELEMENTS(one_rows); i++)
        g_test_add_data_func(one_rows[i].path, &one_rows[i], test_one);
    return g_test_run();
}
