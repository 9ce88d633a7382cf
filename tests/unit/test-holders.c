/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whether the holders of two claims are one, linked or two, on articles that are really read. */
#include "cld-engine.h"
#include "cld-extract.h"
#include "cld-holders.h"
#include <string.h>

/* Two articles of one paragraph each, who speaks in them, and how the two belong together. */
typedef struct {
    const char *path;
    const char *text_a;
    const char *holder_a; /* (nullable): the outlet's own voice */
    const char *text_b;
    const char *holder_b;
    CldHoldersTie tie;
} Row;

static const Row rows[] = {
    {"/holders/one-name", "Ines Rohde said the quay at Hollum would be closed.", "Ines Rohde",
     "Rohde said the quay at Hollum was unsafe.", "Rohde", CLD_HOLDERS_SAME},
    {"/holders/one-name-in-two-spellings", "Oleh Hrymych said the quay at Hollum would be closed.",
     "Oleh Hrymych", "Oleg Grimich said the quay at Hollum was unsafe.", "Oleg Grimich",
     CLD_HOLDERS_SAME},
    {"/holders/own-voice", "Ines Rohde said the quay at Hollum would be closed.", "Ines Rohde",
     "The quay at Hollum is unsafe.", NULL, CLD_HOLDERS_APART},
    {"/holders/two-own-voices", "The quay at Hollum will be closed.", NULL,
     "The quay at Hollum is unsafe.", NULL, CLD_HOLDERS_APART},
    {"/holders/two-people", "Ines Rohde said the quay at Hollum would be closed.", "Ines Rohde",
     "Jon Tveit said the quay at Hollum was unsafe.", "Jon Tveit", CLD_HOLDERS_APART},
    {"/holders/role-and-name",
     "Ines Rohde, the mayor of Hollum, said the quay would be closed in May.", "Ines Rohde",
     "The mayor said the quay at Hollum was unsafe.", "mayor", CLD_HOLDERS_LINKED},
    {"/holders/other-role-and-name",
     "Ines Rohde, the mayor of Hollum, said the quay would be closed in May.", "Ines Rohde",
     "The engineer said the quay at Hollum was unsafe.", "engineer", CLD_HOLDERS_APART},
    {"/holders/body-and-its-spokeswoman",
     "Ines Rohde, a spokeswoman for the Hollum Port Authority, said the quay would be closed.",
     "Ines Rohde", "The Hollum Port Authority said the quay was unsafe.", "Hollum Port Authority",
     CLD_HOLDERS_LINKED},
    {"/holders/seat-and-president", "President Ines Rohde said the quay would be closed.",
     "Ines Rohde", "The White House said the quay was unsafe.", "White House", CLD_HOLDERS_LINKED},
    {"/holders/two-bodies", "The police said the quay at Hollum would be closed.", "police",
     "The government said the quay at Hollum was unsafe.", "government", CLD_HOLDERS_APART},
    {"/holders/country-and-its-minister",
     "Ines Rohde, the Norwegian transport minister, said the quay would be closed.", "Ines Rohde",
     "Norway said the quay at Hollum was unsafe.", "Norway", CLD_HOLDERS_LINKED},
    {"/holders/country-and-its-citizen",
     "Ines Rohde, a Norwegian engineer, said the quay would be closed.", "Ines Rohde",
     "Norway said the quay at Hollum was unsafe.", "Norway", CLD_HOLDERS_APART},
    {"/holders/newspaper", "Ines Rohde, editor of the newspaper, said the quay would be closed.",
     "Ines Rohde", "The newspaper said the quay at Hollum was unsafe.", "newspaper",
     CLD_HOLDERS_APART},
    {"/holders/paper-and-person",
     "Ines Rohde, the chairman of the memo committee, said the quay would be closed.", "Ines Rohde",
     "The memo said the quay at Hollum was unsafe.", "memo", CLD_HOLDERS_APART},
    {"/holders/papers", "The memos said the quay at Hollum would be closed.", "memos",
     "The memo said the quay at Hollum was unsafe.", "memo", CLD_HOLDERS_APART},
};

static void
add_article(CldReport *report, const char *outlet, const char *text)
{
    CldArticle *article = cld_article_alloc(outlet, "text");
    CldBlock block = {{0, strlen(text)}, CLD_PART_BODY, 1, NULL};
    guint index = report->articles->len;
    g_free(article->text);
    article->text = g_strdup(text);
    article->text_bytes = strlen(text);
    g_array_append_val(article->blocks, block);
    g_ptr_array_add(report->articles, article);
    g_autoptr(GPtrArray) claims = cld_extract_claims(article, index);
    for (guint i = 0; i < claims->len; i++)
        g_ptr_array_add(report->claims, cld_claim_ref(g_ptr_array_index(claims, i)));
}

static CldReport *
make_report(const char *text_a, const char *text_b)
{
    CldReport *report = cld_report_new();
    CldEngineOptions options = {.is_one_event = TRUE};
    add_article(report, "One", text_a);
    add_article(report, "Two", text_b);
    g_assert_true(cld_engine_compare(report, &options, NULL)); /* tells the articles of the event */
    return report;
}

/* The first claim of an article by that holder, with or without the article before his name. */
static const CldView *
find_view(const CldStory *story, guint article, const char *holder)
{
    for (guint i = 0; i < story->views->len; i++) {
        const CldView *view = g_ptr_array_index(story->views, i);
        const char *own = view->claim->holder;
        if (view->claim->article == article && (own == NULL) == (holder == NULL) &&
            (own == NULL || g_str_has_suffix(own, holder)))
            return view;
    }
    for (guint i = 0; i < story->views->len; i++) {
        const CldView *view = g_ptr_array_index(story->views, i);
        g_test_message("%u: %s", view->claim->article,
                       view->claim->holder == NULL ? "-" : view->claim->holder);
    }
    return NULL;
}

static void
test_row(gconstpointer data)
{
    const Row *row = data;
    g_autoptr(CldReport) report = make_report(row->text_a, row->text_b);
    g_autoptr(CldStory) story = cld_story_new(report, 0);
    g_autoptr(CldHolders) holders = cld_holders_new(story);
    const CldView *a = find_view(story, 0, row->holder_a);
    const CldView *b = find_view(story, 1, row->holder_b);
    g_assert_nonnull(a);
    g_assert_nonnull(b);
    g_assert_cmpint(cld_holders_tie(holders, a, b), ==, row->tie);
    /* The other way round, and with what is remembered of the first time. */
    g_assert_cmpint(cld_holders_tie(holders, b, a), ==, row->tie);
}

/* Looked into: %MAX_HOLDERS of cld-holders.c. */
#define N_KNOWN 256

/* Whoever comes too late is known by name only, and whoever came in time stays known. */
static void
test_many(void)
{
    g_autoptr(CldReport) report =
        make_report("Ines Rohde, the mayor of Hollum, said the quay would be closed in May.",
                    "The mayor said the quay at Hollum was unsafe.");
    g_autoptr(CldStory) story = cld_story_new(report, 0);
    const CldView *name = find_view(story, 0, "Ines Rohde");
    const CldView *role = find_view(story, 1, "mayor");
    for (guint n_before = N_KNOWN - 2; n_before <= N_KNOWN - 1; n_before++) {
        g_autoptr(CldHolders) holders = cld_holders_new(story);
        for (guint i = 0; i < n_before; i++) {
            g_autoptr(CldClaim) claim = cld_claim_alloc(0, 1);
            CldView view = *name;
            claim->holder = g_strdup_printf("engineer %u", i);
            view.claim = claim;
            /* The first asks for the name as well, which then is one of those known. */
            cld_holders_tie(holders, &view, i == 0 ? name : &view);
        }
        g_assert_cmpint(cld_holders_tie(holders, name, role), ==,
                        n_before + 2 <= N_KNOWN ? CLD_HOLDERS_LINKED : CLD_HOLDERS_APART);
        g_assert_cmpint(cld_holders_tie(holders, name, name), ==, CLD_HOLDERS_SAME);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
        g_test_add_data_func(rows[i].path, &rows[i], test_row);
    g_test_add_func("/holders/many", test_many);
    return g_test_run();
}
