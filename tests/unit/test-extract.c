/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-extract.h"
#include <string.h>

/* A text and what its claims look like, one a line: "[clause] facts". Paragraphs of the text are
 * separated by "|"; a text without a full stop is a headline. The article is of 10 May 2025, a
 * Saturday. */
typedef struct {
    const char *text;
    const char *claims;
} Row;

#include "extract-rows.h"

static CldArticle *
make_article(const char *text)
{
    CldArticle *article = cld_article_alloc("test", "text");
    g_auto(GStrv) blocks = g_strsplit(text, "|", -1);
    GString *joined = g_string_new(NULL);
    article->published = cld_when_day(2025, 5, 10);
    for (guint i = 0; blocks[i]; i++) {
        g_string_append(joined, i > 0 ? "\n\n" : "");
        CldBlock block = {.span = {joined->len, joined->len + strlen(blocks[i])},
                          .part = strchr(text, '.') || strchr(text, '?') ? CLD_PART_BODY
                                                                         : CLD_PART_HEADLINE};
        g_string_append(joined, blocks[i]);
        g_array_append_val(article->blocks, block);
    }
    article->text_bytes = joined->len;
    g_free(article->text);
    article->text = g_string_free(joined, FALSE);
    return article;
}

static void
show_clause(const CldClaim *claim, GString *out)
{
}

static void
show_holder(const CldClaim *claim, GString *out)
{
    g_string_append_printf(out, " <%s> %s %s%s", claim->holder ? claim->holder : "-",
                           claim->cue ? claim->cue : "-", cld_mode_get_tag(claim->mode),
                           claim->holder_is_unnamed ? " unnamed" : "");
    if (claim->utterance)
        g_string_append_printf(out, " u%u", claim->utterance);
    for (guint i = 0; i < claim->chain->len; i++)
        g_string_append_printf(out, " via %s", (const char *)g_ptr_array_index(claim->chain, i));
    if (claim->polarity == CLD_POLARITY_NEGATIVE)
        g_string_append(out, " NEG");
}

static void
show_polarity(const CldClaim *claim, GString *out)
{
    g_string_append_printf(out, " %s:", cld_polarity_get_tag(claim->polarity));
    for (guint i = 0; i < claim->terms->len; i++) {
        const CldTerm *term = &g_array_index(claim->terms, CldTerm, i);
        g_string_append_printf(out, " %s%s", term->is_negated ? "!" : "", term->stem);
    }
}

static void
show_modality(const CldClaim *claim, GString *out)
{
    g_string_append_printf(out, " %s", cld_modality_get_tag(claim->modality));
}

static void
show_marks(const CldClaim *claim, GString *out)
{
    g_string_append_printf(out, "%s%s%s", claim->is_hedged ? " hedged" : "",
                           claim->is_reported_past ? " past" : "",
                           claim->is_reported_now ? " now" : "");
}

static void
show_times(const CldClaim *claim, GString *out)
{
    g_autofree char *said = cld_when_dup_from(claim->said);
    g_autofree char *about = cld_when_dup_from(claim->about);
    g_string_append_printf(out, " said %s about %s, %u", said ? said : "-", about ? about : "-",
                           claim->times->len);
}

static void
show_figures(const CldClaim *claim, GString *out)
{
    for (guint i = 0; i < claim->entities->len; i++)
        g_string_append_printf(out, " %s", (const char *)g_ptr_array_index(claim->entities, i));
}

typedef struct {
    const char *name;
    const Row *rows;
    gsize n_rows;
    void (*show)(const CldClaim *claim, GString *out);
} Table;

static const Table tables[] = {
    {"clauses", clause_rows, G_N_ELEMENTS(clause_rows), show_clause},
    {"holders", holder_rows, G_N_ELEMENTS(holder_rows), show_holder},
    {"polarity", polarity_rows, G_N_ELEMENTS(polarity_rows), show_polarity},
    {"modality", modality_rows, G_N_ELEMENTS(modality_rows), show_modality},
    {"marks", mark_rows, G_N_ELEMENTS(mark_rows), show_marks},
    {"times", time_rows, G_N_ELEMENTS(time_rows), show_times},
    {"figures", figure_rows, G_N_ELEMENTS(figure_rows), show_figures},
};

static char *
show_claims(const CldArticle *article, void (*show)(const CldClaim *, GString *))
{
    g_autoptr(GPtrArray) claims = cld_extract_claims(article, 0);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < claims->len; i++) {
        const CldClaim *claim = g_ptr_array_index(claims, i);
        g_autofree char *clause = cld_span_dup_text(claim->clause, article->text);
        g_string_append_printf(out, "%s[%s]", i > 0 ? "\n" : "", clause);
        show(claim, out);
    }
    return g_string_free(out, FALSE);
}

typedef struct {
    const Table *table;
    const Row *row;
} Case;

static void
test_row(gconstpointer data)
{
    const Case *one = data;
    g_autoptr(CldArticle) article = make_article(one->row->text);
    g_autofree char *claims = show_claims(article, one->table->show);
    g_assert_cmpstr(claims, ==, one->row->claims);
}

static void
check_claim(const CldArticle *article, const CldClaim *claim, guint number)
{
    const CldBlock *block = &g_array_index(article->blocks, CldBlock, claim->paragraph);
    g_assert_cmpuint(claim->number, ==, number);
    g_assert_true(cld_span_contains(block->span, claim->sentence));
    g_assert_true(cld_span_contains(claim->sentence, claim->clause));
    g_assert_false(cld_span_is_empty(claim->clause));
    const CldSpan spans[] = {claim->sentence, claim->clause, claim->quote, claim->holder_span,
                             claim->cue_span};
    for (gsize i = 0; i < G_N_ELEMENTS(spans); i++)
        g_assert_true(cld_span_is_valid_in(spans[i], article->text, article->text_bytes));
    for (guint i = 0; i < claim->terms->len; i++) {
        const CldTerm *term = &g_array_index(claim->terms, CldTerm, i);
        g_assert_true(cld_span_contains(claim->sentence, term->span));
        g_assert_nonnull(term->stem);
    }
    for (guint i = 1; i < claim->entities->len; i++)
        g_assert_cmpstr(g_ptr_array_index(claim->entities, i - 1), <,
                        g_ptr_array_index(claim->entities, i));
}

static void
check_article(const char *text)
{
    g_autoptr(CldArticle) article = make_article(text);
    g_autoptr(GPtrArray) claims = cld_extract_claims(article, 3);
    for (guint i = 0; i < claims->len; i++)
        check_claim(article, g_ptr_array_index(claims, i), i + 1);
    g_autofree char *once = show_claims(article, show_polarity);
    g_autofree char *twice = show_claims(article, show_polarity);
    g_assert_cmpstr(once, ==, twice);
}

/* Spans are good and the outcome the same twice for words of the rows thrown together. */
static void
test_properties(void)
{
    GRand *rand = g_rand_new_with_seed(7);
    static const char *const marks[] = {" ",  " ",  " ",  ", ", ". ",  "“",   "” ",  "|",
                                        " (", ") ", ": ", "; ", " – ", "'s ", "?\" "};
    for (guint round = 0; round < 300; round++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (guint k = 0; k < 40; k++) {
            const Table *table = &tables[g_rand_int_range(rand, 0, G_N_ELEMENTS(tables))];
            const Row *row = &table->rows[g_rand_int_range(rand, 0, (gint)table->n_rows)];
            g_auto(GStrv) words = g_strsplit_set(row->text, " |", -1);
            g_string_append(text, words[g_rand_int_range(rand, 0, (gint)g_strv_length(words))]);
            g_string_append(text, marks[g_rand_int_range(rand, 0, G_N_ELEMENTS(marks))]);
        }
        check_article(text->str);
    }
    g_rand_free(rand);
}

static void
test_rows_hold(void)
{
    for (gsize t = 0; t < G_N_ELEMENTS(tables); t++)
        for (gsize i = 0; i < tables[t].n_rows; i++)
            check_article(tables[t].rows[i].text);
}

static void
test_caption(void)
{
    g_autoptr(CldArticle) article =
        make_article("The bridge is closed.|The bridge, seen on Friday.");
    g_array_index(article->blocks, CldBlock, 1).part = CLD_PART_CAPTION;
    g_autoptr(GPtrArray) claims = cld_extract_claims(article, 0);
    g_assert_cmpuint(claims->len, ==, 1);
}

static void
test_label(void)
{
    g_autoptr(CldArticle) article = make_article("The bridge is safe.|Ann Lee spoke in Oslo.");
    g_array_index(article->blocks, CldBlock, 0).label =
        g_intern_static_string("Quote from Ann Lee");
    g_autoptr(GPtrArray) claims = cld_extract_claims(article, 0);
    const CldClaim *claim = g_ptr_array_index(claims, 0);
    g_assert_cmpstr(claim->holder, ==, "Ann Lee");
    claim = g_ptr_array_index(claims, 1);
    g_assert_cmpstr(claim->holder, ==, NULL);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize t = 0; t < G_N_ELEMENTS(tables); t++)
        for (gsize i = 0; i < tables[t].n_rows; i++) {
            Case *one = g_new(Case, 1);
            *one = (Case){&tables[t], &tables[t].rows[i]};
            g_autofree char *path =
                g_strdup_printf("/extract/%s/%" G_GSIZE_FORMAT, tables[t].name, i + 1);
            g_test_add_data_func_full(path, one, test_row, g_free);
        }
    g_test_add_func("/extract/rows-hold", test_rows_hold);
    g_test_add_func("/extract/properties", test_properties);
    g_test_add_func("/extract/caption", test_caption);
    g_test_add_func("/extract/label", test_label);
    return g_test_run();
}
