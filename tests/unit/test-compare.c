/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Grouping, copies and pairing on small articles that go through the real extraction. */
#include "cld-ask.h"
#include "cld-engine.h"
#include "cld-event.h"
#include "cld-extract.h"
#include "cld-flagged.h"
#include "cld-pair.h"
#include "cld-scripted-encoder.h"
#include "cld-scripted-judge.h"
#include <math.h>
#include <string.h>

static void
add_article(CldReport *report, const char *outlet, CldWhen published, const char *text)
{
    CldArticle *article = cld_article_alloc(outlet, "text");
    guint index = report->articles->len;
    g_free(article->text);
    article->text = g_strdup(text);
    article->text_bytes = strlen(text);
    article->outlet = g_strdup(outlet);
    article->published = published;
    gsize start = 0;
    for (const char *p = text; *p != '\0'; p++)
        if (p[1] == '\0' || (p[1] == '\n' && p[2] == '\n')) {
            CldBlock block = {{start, (gsize)(p + 1 - text)},
                              start == 0 ? CLD_PART_HEADLINE : CLD_PART_BODY,
                              1,
                              NULL};
            g_array_append_val(article->blocks, block);
            start = (gsize)(p + 3 - text);
        }
    g_ptr_array_add(report->articles, article);
    g_autoptr(GPtrArray) claims = cld_extract_claims(article, index);
    for (guint i = 0; i < claims->len; i++)
        g_ptr_array_add(report->claims, cld_claim_ref(g_ptr_array_index(claims, i)));
}

#define FERRY                                                                                      \
    "Ferry Marlin runs aground off Tarvik\n\n"                                                     \
    "The ferry Marlin ran aground off Tarvik on Monday with 84 passengers on board, the coast "    \
    "guard said.\n\nCaptain Odd Lunde told reporters that the rudder of the Marlin had "           \
    "jammed.\n\n"                                                                                  \
    "Lifeboats from Tarvik took the passengers off within two hours."
#define FERRY_OTHER                                                                                \
    "Passengers rescued from stranded ferry near Tarvik\n\n"                                       \
    "All 84 passengers of the Marlin were taken off by lifeboats after the ferry hit rocks near "  \
    "Tarvik.\n\nThe rudder had jammed, said Odd Lunde, the captain of the ferry."
#define BUDGET                                                                                     \
    "Parliament in Lisbon votes down the budget\n\n"                                               \
    "The opposition in Lisbon rejected the budget of Finance Minister Rui Pena on Tuesday.\n\n"    \
    "Pena said new elections were likely in spring."

static CldReport *
make_report(void)
{
    CldReport *report = cld_report_new();
    add_article(report, "One", cld_when_day(2025, 3, 3), FERRY);
    add_article(report, "Two", cld_when_day(2025, 3, 4), BUDGET);
    add_article(report, "Three", cld_when_day(2025, 3, 4), FERRY_OTHER);
    return report;
}

static void
test_events(void)
{
    g_autoptr(CldReport) report = make_report();
    cld_engine_compare(report, NULL, NULL);
    g_assert_cmpuint(report->events->len, ==, 2);
    g_assert_cmpint(g_array_index(report->event_of, gint, 0), ==, 0);
    g_assert_cmpint(g_array_index(report->event_of, gint, 1), ==, 1);
    g_assert_cmpint(g_array_index(report->event_of, gint, 2), ==, 0);
}

static void
test_one_event(void)
{
    g_autoptr(CldReport) report = make_report();
    CldEngineOptions options = {.is_one_event = TRUE};
    cld_engine_compare(report, &options, NULL);
    g_assert_cmpuint(report->events->len, ==, 1);
}

static void
test_lone_article_is_named(void)
{
    g_autoptr(CldReport) report = make_report();
    cld_engine_compare(report, NULL, NULL);
    gboolean is_named = FALSE;
    for (guint i = 0; i < report->not_compared->len; i++) {
        const CldNotCompared *row = g_ptr_array_index(report->not_compared, i);
        is_named = is_named || row->article == 1;
    }
    g_assert_true(is_named);
}

/* A long text, so that it can be a copy at all. */
static char *
long_text(const char *headline, const char *last)
{
    return g_strconcat(
        headline, "\n\n",
        "The harbour board of Vesthavn decided on Friday to close the old fish market for a year "
        "while its roof of glass and iron is taken down and rebuilt by a firm from the south. "
        "Traders will move to a hall beside the ferry quay, where forty stalls have been marked "
        "out "
        "on the floor in white paint and water has been laid to each of them.\n\n",
        last, NULL);
}

static void
test_copies(void)
{
    g_autoptr(CldReport) report = cld_report_new();
    g_autofree char *first = long_text("Fish market in Vesthavn closes", "Work begins in May.");
    g_autofree char *copy = long_text("Old fish market shuts for rebuilding", "The end.");
    add_article(report, "One", cld_when_day(2025, 3, 3), first);
    add_article(report, "Two", cld_when_day(2025, 3, 3), copy);
    add_article(report, "Three", cld_when_day(2025, 3, 3), FERRY);
    cld_engine_compare(report, NULL, NULL);
    g_assert_cmpint(g_array_index(report->copy_of, gint, 0), ==, -1);
    g_assert_cmpint(g_array_index(report->copy_of, gint, 1), ==, 0);
    g_assert_cmpint(g_array_index(report->copy_of, gint, 2), ==, -1);
}

static void
test_pairs_are_ordered(void)
{
    g_autoptr(CldReport) report = make_report();
    cld_engine_compare(report, NULL, NULL);
    g_autoptr(CldStory) story = cld_story_new(report, 0);
    g_autoptr(GPtrArray) pairs = cld_ask_pairs(story, NULL, NULL);
    g_assert_cmpuint(pairs->len, >, 0);
    for (guint i = 0; i < pairs->len; i++) {
        const CldPair *pair = g_ptr_array_index(pairs, i);
        g_assert_cmpuint(pair->a->index, <, pair->b->index);
        g_assert_cmpfloat(pair->aligned, >=, 0);
        g_assert_cmpfloat(pair->aligned, <=, 1);
        for (guint f = 0; f < CLD_N_FEATURES; f++)
            g_assert_false(isnan(pair->features[f]));
    }
}

static void
test_flagged(void)
{
    g_autoptr(CldReport) report = make_report();
    g_autoptr(CldFlagged) flagged = cld_flagged_new(report);
    const CldClaim *a = g_ptr_array_index(report->claims, 0);
    const CldClaim *b = g_ptr_array_index(report->claims, report->claims->len - 1);
    g_assert_false(cld_flagged_has(flagged, a, b));
    g_assert_true(cld_flagged_add(flagged, a, b));
    g_assert_true(cld_flagged_has(flagged, b, a));
    g_assert_false(cld_flagged_add(flagged, b, a));
}

/* The model is asked, and its name is among the votes where the rules vote as well. */
/* Returns: whether what the model says of two sentences is among the reasons of a finding */
static gboolean
is_flagged_by_model(gboolean has_vectors)
{
    g_autoptr(CldReport) report = cld_report_new();
    g_autoptr(CldScriptedJudge) judge = cld_scripted_judge_new();
    g_autoptr(CldScriptedEncoder) encoder = cld_scripted_encoder_new(2);
    static const float one_direction[] = {1, 0};
    static const char *const told = "Fourteen miners died in the Halvard pit on Monday.";
    static const char *const other = "Twelve miners died in the Halvard pit on Monday.";
    CldJudgement clash = {.contradiction = 0.7, .is_scored = TRUE};
    g_autofree char *one = g_strconcat("Halvard pit disaster\n\n", told, NULL);
    g_autofree char *two = g_strconcat("Disaster in the Halvard pit\n\n", other, NULL);
    /* As cld_reading_dup_later() writes it: the model is told how far apart the two were published.
     */
    cld_scripted_judge_add(judge, told,
                           "same day | Twelve miners died in the Halvard pit on Monday.", &clash);
    /* Of two of one day the text says which comes first. */
    cld_scripted_judge_add(judge, other,
                           "same day | Fourteen miners died in the Halvard pit on Monday.", &clash);
    cld_scripted_encoder_add(encoder, told, one_direction);
    cld_scripted_encoder_add(encoder, other, one_direction);
    add_article(report, "One", cld_when_day(2025, 3, 3), one);
    add_article(report, "Two", cld_when_day(2025, 3, 3), two);
    CldEngineOptions options = {.is_one_event = TRUE,
                                .judge = (struct _CldJudge *)judge,
                                .encoder = has_vectors ? (struct _CldEncoder *)encoder : NULL};
    g_assert_true(cld_engine_compare(report, &options, NULL));
    gboolean is_asked = FALSE;
    for (guint i = 0; i < report->findings->len; i++) {
        const CldFinding *finding = g_ptr_array_index(report->findings, i);
        for (guint k = 0; k < finding->basis->len; k++)
            is_asked = is_asked || g_str_equal(g_ptr_array_index(finding->basis, k), "model:pair");
    }
    return is_asked;
}

static void
test_scripted_judge(void)
{
    g_assert_true(is_flagged_by_model(TRUE));
    g_assert_true(is_flagged_by_model(FALSE)); /* a folder may hold a pair model alone */
}

static void
test_one_update_of_many(void)
{
    g_autoptr(CldReport) report = cld_report_new();
    static const char *const texts[] = {
        "Halvard pit disaster\n\nTwelve miners died in the Halvard pit, the mine said.",
        "Halvard mourns\n\nTwelve miners died in the Halvard pit, a doctor said.",
        "Pit toll rises\n\nThe number of miners who died in the Halvard pit has risen to 14.",
        "Halvard inquiry\n\nThe number of miners who died in the Halvard pit has risen to 17.",
    };
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        add_article(report, texts[i], cld_when_day(2025, 3, 3 + 2 * (i > 1)), texts[i]);
    CldEngineOptions options = {.is_one_event = TRUE};
    g_assert_true(cld_engine_compare(report, &options, NULL));
    guint n_joined = 0;
    for (guint i = 0; i < report->findings->len; i++) {
        const CldFinding *finding = g_ptr_array_index(report->findings, i);
        if (finding->type != CLD_TYPE_UPDATE_NUMBER)
            continue;
        g_assert_cmpuint(finding->sides->len, ==, 3); /* twelve twice, against 14 or 17 */
        for (guint k = 0; k < 3; k++) {
            const CldSide *side = g_ptr_array_index(finding->sides, k);
            g_assert_cmpuint(side->camp, ==, side->claim->article < 2 ? 1 : 2);
        }
        n_joined++;
    }
    g_assert_cmpuint(n_joined, ==, 2);
}

/* A report of a storm like those of other outlets: every sentence is like a dozen others. */
static GString *
storm_report(guint outlet)
{
    static const char *const who[] = {"The ferry", "A crane", "The lighthouse", "A trawler"};
    static const char *const what[] = {"closed", "fell", "darkened", "sank"};
    static const char *const place[] = {"Orvik", "Teglund", "Sarnes"};
    GString *text = g_string_new("Storm over the harbours\n\nThe storm killed two sailors.");
    for (guint i = 0; i < G_N_ELEMENTS(who); i++)
        for (guint k = 0; k < G_N_ELEMENTS(place); k++)
            g_string_append_printf(text, " %s at %s %s in the storm on day %u.", who[i], place[k],
                                   what[i], outlet * 7 + i + k);
    return text;
}

/* The model takes its time: it is asked so much for a sentence, however many stand together. */
static void
test_judge_is_asked_so_much(void)
{
    g_autoptr(CldReport) report = cld_report_new();
    g_autoptr(CldScriptedJudge) judge = cld_scripted_judge_new();
    for (guint i = 0; i < 4; i++) {
        g_autofree char *outlet = g_strdup_printf("Outlet %u", i);
        g_autoptr(GString) text = storm_report(i);
        add_article(report, outlet, cld_when_day(2025, 3, 3), text->str);
    }
    CldEngineOptions options = {.is_one_event = TRUE, .judge = (struct _CldJudge *)judge};
    g_assert_true(cld_engine_compare(report, &options, NULL));
    guint n_sentences = 4 * (2 + 12); /* a headline, the dead, and twelve of the harbours */
    g_assert_cmpuint(cld_scripted_judge_get_n_pairs(judge), >, 0);
    g_assert_cmpuint(cld_scripted_judge_get_n_pairs(judge), <=, 3 * n_sentences);
}

static void
test_model_reads_so_much(void)
{
    g_autoptr(CldReport) report = cld_report_new();
    g_autoptr(CldScriptedJudge) judge = cld_scripted_judge_new();
    for (guint i = 0; i < 2; i++) {
        g_autoptr(GString) text = g_string_new("Parcels at the gate");
        for (guint k = 0; k < CLD_MAX_READ_SENTENCES / 2; k++)
            g_string_append_printf(text, "\n\nParcel %u came to gate %u.", i * 9000 + k, k);
        add_article(report, i == 0 ? "One" : "Two", cld_when_day(2025, 3, 3), text->str);
    }
    CldEngineOptions options = {.is_one_event = TRUE, .judge = (struct _CldJudge *)judge};
    g_assert_true(cld_engine_compare(report, &options, NULL));
    g_assert_cmpuint(cld_scripted_judge_get_n_pairs(judge), ==, 0);
    g_assert_cmpuint(report->not_compared->len, ==, 2);
    const CldNotCompared *row = g_ptr_array_index(report->not_compared, 0);
    g_assert_nonnull(strstr(row->reason, "not read by the model"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/compare/events", test_events);
    g_test_add_func("/compare/one-event", test_one_event);
    g_test_add_func("/compare/lone-article-is-named", test_lone_article_is_named);
    g_test_add_func("/compare/copies", test_copies);
    g_test_add_func("/compare/pairs-are-ordered", test_pairs_are_ordered);
    g_test_add_func("/compare/flagged", test_flagged);
    g_test_add_func("/compare/scripted-judge", test_scripted_judge);
    g_test_add_func("/compare/one-update-of-many", test_one_update_of_many);
    g_test_add_func("/compare/judge-is-asked-so-much", test_judge_is_asked_so_much);
    g_test_add_func("/compare/model-reads-so-much", test_model_reads_so_much);
    return g_test_run();
}
