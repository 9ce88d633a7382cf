/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What was read and claimed, for a person who checks it. */
#include "cld-escape.h"
#include "cld-facts.h"
#include <string.h>

/* Of a text that was thrown away, only the start is shown. */
#define MAX_DROPPED_CHARS 60

/* Columns that the names of facts take. */
#define NAME_COLUMNS 12

typedef struct {
    GString *out;
    guint width;
} Page;

static void
append_wrapped(Page *page, guint indent, const char *text)
{
    g_autofree char *safe = cld_escape_dup(text);
    g_auto(GStrv) words = g_strsplit(safe, " ", -1);
    guint column = indent;
    for (guint i = 0; words[i] != NULL; i++) {
        guint n_chars = (guint)g_utf8_strlen(words[i], -1);
        if (column > indent && column + 1 + n_chars > page->width) {
            g_string_append_printf(page->out, "\n%*s", (int)indent, "");
            column = indent;
        } else if (i > 0) {
            g_string_append_c(page->out, ' ');
            column++;
        }
        g_string_append(page->out, words[i]);
        column += n_chars;
    }
    g_string_append_c(page->out, '\n');
}

static void
append_row(Page *page, guint indent, const char *name, const char *text)
{
    g_string_append_printf(page->out, "%*s%-*s ", (int)indent, "", NAME_COLUMNS, name);
    append_wrapped(page, indent + NAME_COLUMNS + 1, text);
}

static void
append_fact(Page *page, const char *name, const char *value, const char *from)
{
    g_autofree char *text = value == NULL  ? g_strdup("unknown")
                            : from == NULL ? g_strdup(value)
                                           : g_strdup_printf("%s  [%s]", value, from);
    append_row(page, 2, name, text);
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
append_article(Page *page, const CldArticle *article, guint index)
{
    g_autofree char *id = g_strdup_printf("a%u", index + 1);
    g_autofree char *date = cld_when_dup_from(article->published);
    g_autofree char *authors = dup_joined(article->authors);
    g_autofree char *source = cld_escape_dup(article->source);
    g_string_append_printf(page->out, "%s  %s\n", id, source);
    append_fact(page, "format", article->format, NULL);
    append_fact(page, "outlet", article->outlet, article->outlet_from);
    append_fact(page, "title", article->title, NULL);
    append_fact(page, "authors", *authors != '\0' ? authors : NULL, NULL);
    append_fact(page, "date", date, article->published_from);
    append_fact(page, "language", article->language, article->language_from);
    if (article->url != NULL)
        append_fact(page, "address", article->url, NULL);
    for (guint i = 0; i < article->warnings->len; i++)
        append_fact(page, "warning", g_ptr_array_index(article->warnings, i), NULL);
}

static char *
dup_number(double value)
{
    char buffer[G_ASCII_DTOSTR_BUF_SIZE];
    return g_strdup(g_ascii_formatd(buffer, sizeof buffer, "%.10g", value));
}

static void
append_quantity(GString *out, const CldQuantity *quantity)
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
        append_quantity(out, &g_array_index(claim->quantities, CldQuantity, i));
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
append_when(GString *out, const char *name, CldWhen when)
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
    append_when(out, "said", claim->said);
    append_when(out, "about", claim->about);
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
append_claim_row(Page *page, const char *name, char *text)
{
    if (text != NULL && *text != '\0')
        append_row(page, 6, name, text);
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
append_claim(Page *page, const CldClaim *claim, const CldArticle *article)
{
    g_string_append_printf(page->out, "\n  %3u %s", claim->number, cld_part_get_tag(claim->part));
    if (claim->line > 0)
        g_string_append_printf(page->out, ", line %u", claim->line);
    g_string_append(page->out, "\n      ");
    append_wrapped(page, 6, claim->text);
    append_claim_row(page, "clause", dup_clause(claim, article));
    append_claim_row(page, "holder", dup_holder(claim));
    append_claim_row(page, "times", dup_times(claim));
    append_claim_row(page, "stance", dup_stance(claim));
    append_claim_row(page, "quantities", dup_quantities(claim));
    append_claim_row(page, "entities", dup_joined(claim->entities));
}

static void
append_dropped(Page *page, const CldArticle *article)
{
    g_string_append_printf(page->out, "\n  thrown away: %u\n", article->dropped->len);
    for (guint i = 0; i < article->dropped->len; i++) {
        const CldDropped *dropped = g_ptr_array_index(article->dropped, i);
        g_autofree char *line =
            dropped->line > 0 ? g_strdup_printf("line %u", dropped->line) : g_strdup("");
        g_autofree char *start = g_utf8_substring(
            dropped->text, 0, MIN(MAX_DROPPED_CHARS, g_utf8_strlen(dropped->text, -1)));
        g_autofree char *safe = cld_escape_dup(start);
        g_string_append_printf(page->out, "    %-9s %-14s %s%s\n", line, dropped->reason, safe,
                               strlen(start) < strlen(dropped->text) ? "…" : "");
    }
}

static void
append_inputs(Page *page, const CldReport *report)
{
    for (guint i = 0; i < report->inputs->len; i++) {
        const CldInput *input = g_ptr_array_index(report->inputs, i);
        if (input->outcome == CLD_OUTCOME_ACCEPTED)
            continue;
        g_autofree char *line = g_strdup_printf(
            "%s: %s%s%s", input->source, cld_outcome_get_tag(input->outcome),
            input->message != NULL ? ": " : "", input->message != NULL ? input->message : "");
        append_wrapped(page, 2, line);
    }
}

/**
 * cld_facts_dup_text:
 * @report: a report whose claims are in order
 * @width: columns
 *
 * Returns: (transfer full): for each article what was read, claimed and thrown away; control
 *   characters of the input are written out
 */
char *
cld_facts_dup_text(const CldReport *report, guint width)
{
    Page page = {g_string_new(NULL), width};
    guint next = 0;
    for (guint i = 0; i < report->articles->len; i++) {
        const CldArticle *article = g_ptr_array_index(report->articles, i);
        guint first = next;
        append_article(&page, article, i);
        while (next < report->claims->len &&
               ((const CldClaim *)g_ptr_array_index(report->claims, next))->article == i)
            next++;
        g_string_append_printf(page.out, "\n  claims: %u\n", next - first);
        for (guint j = first; j < next; j++)
            append_claim(&page, g_ptr_array_index(report->claims, j), article);
        append_dropped(&page, article);
        g_string_append_c(page.out, '\n');
    }
    append_inputs(&page, report);
    return g_string_free(page.out, FALSE);
}
