/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What was read and claimed, for a person who checks it. */
#include "cld-facts.h"
#include <string.h>

/* Of a text that was thrown away, only the start is shown. */
#define MAX_DROPPED_CHARS 60

/* Columns that the names of facts take. */
#define NAME_COLUMNS 12

static void
put_row(CldTerminalPage *page, guint indent, const char *name, const char *text)
{
    g_autofree char *padded = g_strdup_printf("%-*s", NAME_COLUMNS, name);
    cld_terminal_page_add(page, CLD_STYLE_FAINT, padded);
    cld_terminal_page_add(page, CLD_STYLE_PLAIN, text);
    cld_terminal_page_end(page, indent, indent + NAME_COLUMNS);
}

static void
put_fact(CldTerminalPage *page, const char *name, const char *value, const char *from)
{
    g_autofree char *text = value == NULL  ? g_strdup("unknown")
                            : from == NULL ? g_strdup(value)
                                           : g_strdup_printf("%s  [%s]", value, from);
    put_row(page, 2, name, text);
}

static char *
dup_joined(const GPtrArray *strings)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < strings->len; i++)
        g_string_append_printf(out, "%s%s", i > 0 ? ", " : "",
                               (const char *)g_ptr_array_index(strings, i));
    return g_string_free(out, FALSE);
}

static void
put_article(CldTerminalPage *page, const CldArticle *article, guint index)
{
    g_autofree char *head = g_strdup_printf("a%u  %s", index + 1, article->source);
    g_autofree char *date = cld_when_dup_from(article->published);
    g_autofree char *authors = dup_joined(article->authors);
    cld_terminal_page_add(page, CLD_STYLE_HEADING, head);
    cld_terminal_page_end(page, 0, 4);
    put_fact(page, "format", article->format, NULL);
    put_fact(page, "outlet", article->outlet, article->outlet_from);
    put_fact(page, "title", article->title, NULL);
    put_fact(page, "authors", *authors != '\0' ? authors : NULL, NULL);
    put_fact(page, "date", date, article->published_from);
    put_fact(page, "language", article->language, article->language_from);
    if (article->url != NULL)
        put_fact(page, "address", article->url, NULL);
    for (guint i = 0; i < article->warnings->len; i++)
        put_fact(page, "warning", g_ptr_array_index(article->warnings, i), NULL);
}

static char *
dup_number(double value)
{
    char buffer[G_ASCII_DTOSTR_BUF_SIZE];
    return g_strdup(g_ascii_formatd(buffer, sizeof buffer, "%.10g", value));
}

static void
add_quantity(GString *out, const CldQuantity *quantity)
{
    static const char *const bounds[] = {"", "about ", "at least ", "at most ", ""};
    g_autofree char *value = dup_number(quantity->value);
    g_autofree char *max = dup_number(quantity->max);
    g_string_append_printf(out, "%s%s%s", out->len > 0 ? ", " : "", bounds[quantity->bound], value);
    if (quantity->bound == CLD_BOUND_RANGE)
        g_string_append_printf(out, " to %s", max);
    if (quantity->unit != NULL)
        g_string_append_printf(out, " %s", quantity->unit);
    if (quantity->noun != NULL && g_strcmp0(quantity->noun, quantity->unit) != 0)
        g_string_append_printf(out, " (%s)", quantity->noun);
}

static char *
dup_quantities(const CldClaim *claim)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < claim->quantities->len; i++)
        add_quantity(out, &g_array_index(claim->quantities, CldQuantity, i));
    return g_string_free(out, FALSE);
}

static char *
dup_holder(const CldClaim *claim)
{
    if (claim->holder == NULL && claim->chain->len == 0)
        return g_strdup_printf("the outlet itself (%s)", cld_mode_get_tag(claim->mode));
    GString *out = g_string_new(claim->holder != NULL ? claim->holder : "the outlet itself");
    if (claim->holder_entity != NULL)
        g_string_append_printf(out, " = %s", claim->holder_entity);
    if (claim->holder_is_unnamed)
        g_string_append(out, " (not named)");
    if (claim->cue != NULL)
        g_string_append_printf(out, ", “%s”", claim->cue);
    g_string_append_printf(out, ", %s", cld_mode_get_tag(claim->mode));
    if (claim->chain->len > 0) {
        g_autofree char *chain = dup_joined(claim->chain);
        g_string_append_printf(out, ", by way of %s", chain);
    }
    return g_string_free(out, FALSE);
}

static void
add_when(GString *out, const char *name, CldWhen when)
{
    g_autofree char *from = cld_when_dup_from(when);
    g_autofree char *to = cld_when_dup_to(when);
    if (from == NULL)
        return;
    g_string_append_printf(out, "%s%s %s", out->len > 0 ? ", " : "", name, from);
    if (!g_str_equal(from, to))
        g_string_append_printf(out, " to %s", to);
}

static char *
dup_times(const CldClaim *claim)
{
    GString *out = g_string_new(NULL);
    add_when(out, "said", claim->said);
    add_when(out, "about", claim->about);
    return g_string_free(out, FALSE);
}

static char *
dup_stance(const CldClaim *claim)
{
    return g_strdup_printf("%s, %s%s%s%s", cld_polarity_get_tag(claim->polarity),
                           cld_modality_get_tag(claim->modality),
                           claim->is_hedged ? ", hedged" : "",
                           claim->is_reported_past ? ", told as an earlier state" : "",
                           claim->is_reported_now ? ", told as a new state" : "");
}

static void
put_claim_row(CldTerminalPage *page, const char *name, char *text)
{
    if (text != NULL && *text != '\0')
        put_row(page, 6, name, text);
    g_free(text);
}

static char *
dup_clause(const CldClaim *claim, const CldArticle *article)
{
    if (claim->clause.start == claim->sentence.start && claim->clause.end == claim->sentence.end)
        return NULL;
    return cld_span_is_valid_in(claim->clause, article->text, article->text_bytes)
               ? cld_span_dup_text(claim->clause, article->text)
               : NULL;
}

static void
put_claim(CldTerminalPage *page, const CldClaim *claim, const CldArticle *article)
{
    g_autofree char *line =
        claim->line > 0 ? g_strdup_printf(", line %u", claim->line) : g_strdup("");
    g_autofree char *head =
        g_strdup_printf("%u  %s%s", claim->number, cld_part_get_tag(claim->part), line);
    cld_terminal_page_blank(page);
    cld_terminal_page_add(page, CLD_STYLE_FAINT, head);
    cld_terminal_page_end(page, 2, 2);
    cld_terminal_page_add(page, CLD_STYLE_BOLD, claim->text);
    cld_terminal_page_end(page, 6, 6);
    put_claim_row(page, "clause", dup_clause(claim, article));
    put_claim_row(page, "holder", dup_holder(claim));
    put_claim_row(page, "times", dup_times(claim));
    put_claim_row(page, "stance", dup_stance(claim));
    put_claim_row(page, "quantities", dup_quantities(claim));
    put_claim_row(page, "entities", dup_joined(claim->entities));
}

/* Returns: the number of claims of article @index, which begin at @first */
static guint
put_claims(CldTerminalPage *page, const CldReport *report, guint index, guint first)
{
    const CldArticle *article = g_ptr_array_index(report->articles, index);
    guint next = first;
    for (; next < report->claims->len; next++) {
        const CldClaim *claim = g_ptr_array_index(report->claims, next);
        if (claim->article != index)
            break;
        put_claim(page, claim, article);
    }
    return next - first;
}

static void
put_dropped(CldTerminalPage *page, const CldDropped *dropped)
{
    glong n_chars = g_utf8_strlen(dropped->text, -1);
    g_autofree char *start = g_utf8_substring(dropped->text, 0, MIN(MAX_DROPPED_CHARS, n_chars));
    g_autofree char *line =
        dropped->line > 0 ? g_strdup_printf("line %u", dropped->line) : g_strdup("");
    g_autofree char *place = g_strdup_printf("%-*s%s: ", NAME_COLUMNS, line, dropped->reason);
    cld_terminal_page_add(page, CLD_STYLE_FAINT, place);
    cld_terminal_page_add(page, CLD_STYLE_PLAIN, start);
    cld_terminal_page_add(page, CLD_STYLE_PLAIN, n_chars > MAX_DROPPED_CHARS ? "…" : NULL);
    cld_terminal_page_end(page, 4, 4 + NAME_COLUMNS);
}

static void
put_all_dropped(CldTerminalPage *page, const CldArticle *article)
{
    if (article->dropped->len == 0)
        return;
    cld_terminal_page_blank(page);
    cld_terminal_page_add(page, CLD_STYLE_PLAIN, "thrown away");
    cld_terminal_page_end(page, 2, 2);
    for (guint i = 0; i < article->dropped->len; i++)
        put_dropped(page, g_ptr_array_index(article->dropped, i));
}

static void
put_count(CldTerminalPage *page, const CldReport *report)
{
    g_autofree char *text =
        g_strdup_printf("%u inputs, %u articles, %u claims", report->inputs->len,
                        report->articles->len, report->claims->len);
    cld_terminal_page_add(page, CLD_STYLE_PLAIN, text);
    cld_terminal_page_end(page, 0, 0);
}

/**
 * cld_facts_put_text:
 * @page: where to write
 * @report: a report whose claims are in order
 *
 * Writes for each article what was read, claimed and thrown away.
 */
void
cld_facts_put_text(CldTerminalPage *page, const CldReport *report)
{
    guint next = 0;
    for (guint i = 0; i < report->articles->len; i++) {
        const CldArticle *article = g_ptr_array_index(report->articles, i);
        put_article(page, article, i);
        next += put_claims(page, report, i, next);
        put_all_dropped(page, article);
        cld_terminal_page_blank(page);
    }
    put_count(page, report);
}
