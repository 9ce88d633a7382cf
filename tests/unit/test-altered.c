/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Two outlets print one text, and one of them changes a word: what became of that word. */
#include "cld-engine.h"
#include "cld-extract.h"
#include <string.h>

#define TEXT                                                                                       \
    "A quarry wall gave way above the village of Tarnholt on Sunday evening and buried a row of "  \
    "sheds at its foot, the county rescue service said.\n\n"                                       \
    "Fourteen people were killed in the rockfall, the rescue service said on Monday morning. The " \
    "quarry was closed on Friday because of the rain.\n\n"                                         \
    "The road from Tarnholt to the coast has been open again since noon, after crews had carried " \
    "away the stones that lay on it.\n\n"                                                          \
    "The owner of the quarry, Tarn Stone, did not answer questions on Monday. Its shares fell by " \
    "3.2 per cent in the capital before trade was stopped for the day.\n\n"                        \
    "The mayor, Ida Solberg, flew to Tarnholt by helicopter and met the families in the school "   \
    "of Nes. The county paid for the flight of 40 rescuers and two dogs from Denmark."

typedef struct {
    const char *path;
    const char *was, *is; /* what the copy prints instead */
    guint n_findings;     /* 1: the sentence is reported; 0: nothing is */
} Row;

static const Row rows[] = {
    {"/altered/nothing", "Fourteen", "Fourteen", 0},
    {"/altered/number", "Fourteen people", "Twelve people", 1},
    {"/altered/digit", "3.2 per cent", "32 per cent", 1},
    {"/altered/count-of-dogs", "two dogs", "six dogs", 1},
    {"/altered/day", "closed on Friday", "closed on Thursday", 1},
    {"/altered/place", "village of Tarnholt", "village of Nes", 1},
    {"/altered/place-at-the-end", "from Denmark", "from Sweden", 1},
    {"/altered/name", "Ida Solberg", "Karin Moe", 1},
    {"/altered/body", "Tarn Stone", "Vale Stone", 1},
    {"/altered/negation-more", "has been open", "has not been open", 1},
    {"/altered/negation-less", "did not answer", "did answer", 1},
    {"/altered/state", "open again", "closed again", 1},
    {"/altered/shortened", "3.2 per cent in the capital", "3.2 per cent", 0},
    {"/altered/name-shortened", "Ida Solberg", "Solberg", 0},
    {"/altered/comma", "rockfall, the rescue", "rockfall the rescue", 0},
    {"/altered/added", "from Denmark.", "from Denmark. Lunch was served at the quay.", 0},
};

static void
add_article(CldReport *report, const char *outlet, const char *text)
{
    CldArticle *article = cld_article_alloc(outlet, "text");
    guint index = report->articles->len;
    g_free(article->text);
    article->text = g_strdup(text);
    article->text_bytes = strlen(text);
    article->outlet = g_strdup(outlet);
    article->published = cld_when_day(2026, 11, 9);
    for (gsize start = 0; start < article->text_bytes;) {
        const char *gap = strstr(text + start, "\n\n");
        gsize end = gap == NULL ? article->text_bytes : (gsize)(gap - text);
        CldBlock block = {{start, end}, start == 0 ? CLD_PART_LEAD : CLD_PART_BODY, 1, NULL};
        g_array_append_val(article->blocks, block);
        start = end + 2;
    }
    g_ptr_array_add(report->articles, article);
    g_autoptr(GPtrArray) claims = cld_extract_claims(article, index);
    for (guint i = 0; i < claims->len; i++)
        g_ptr_array_add(report->claims, cld_claim_ref(g_ptr_array_index(claims, i)));
}

static char *
replace(const char *text, const char *was, const char *is)
{
    g_auto(GStrv) parts = g_strsplit(text, was, 2);
    g_assert_nonnull(parts[1]);
    return g_strjoinv(is, parts);
}

static CldReport *
compare_texts(const char *first, const char *second, const char *third)
{
    CldReport *report = cld_report_new();
    CldEngineOptions options = {.is_one_event = TRUE};
    add_article(report, "Northern Wire", first);
    add_article(report, "Valley Mail", second);
    if (third != NULL)
        add_article(report, "Harbour Bell", third);
    g_assert_true(cld_engine_compare(report, &options, NULL));
    return report;
}

static guint
count_of_kinds(const CldReport *report, CldKind last)
{
    guint n = 0;
    for (guint i = 0; i < report->findings->len; i++) {
        const CldFinding *finding = g_ptr_array_index(report->findings, i);
        n += cld_type_get_info(finding->type)->kind <= last;
    }
    return n;
}

static void
test_row(gconstpointer data)
{
    const Row *row = data;
    g_autofree char *copy = replace(TEXT, row->was, row->is);
    g_autoptr(CldReport) report = compare_texts(TEXT, copy, NULL);
    g_assert_cmpuint(count_of_kinds(report, CLD_KIND_WORDING), ==, row->n_findings);
    guint n_copies = 0;
    for (guint i = 0; i < report->copy_of->len; i++)
        n_copies += g_array_index(report->copy_of, gint, i) >= 0;
    g_assert_cmpuint(n_copies, ==, 1);
    g_assert_cmpuint(report->agreements->len, ==, 0); /* one text does not agree with itself */
}

/* What a copy changed is held against what third parties write, too, and is no second witness for
 * what they agree on. */
static void
test_third(void)
{
    static const char *const other =
        "At Tarnholt, where a quarry wall gave way on Sunday, 20 people were killed in the "
        "rockfall.\n\n40 rescuers and two dogs from Denmark were flown in, and the county paid for "
        "the flight.";
    g_autofree char *copy = replace(TEXT, "Fourteen people were killed",
                                    "Twenty people were "
                                    "killed");
    g_autoptr(CldReport) report = compare_texts(TEXT, copy, other);
    guint n_with_copy = 0, n_apart = 0;
    g_assert_cmpuint(count_of_kinds(report, CLD_KIND_CONTRADICTION), >, 0);
    for (guint i = 0; i < report->agreements->len; i++) {
        const CldAgreement *agreement = g_ptr_array_index(report->agreements, i);
        gboolean has_copy = FALSE;
        for (guint k = 0; k < agreement->claims->len; k++) {
            const CldClaim *claim = g_ptr_array_index(agreement->claims, k);
            has_copy = has_copy || g_array_index(report->copy_of, gint, claim->article) >= 0;
        }
        n_with_copy += has_copy;
        n_apart += !has_copy;
        g_assert_cmpuint(agreement->independent_origins, ==, has_copy ? 1 : 2);
    }
    g_assert_cmpuint(n_with_copy, >, 0);
    g_assert_cmpuint(n_apart, >, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        g_test_add_data_func(rows[i].path, &rows[i], test_row);
    g_test_add_func("/altered/third", test_third);
    return g_test_run();
}
