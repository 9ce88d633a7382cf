/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What was read and claimed, for programs. Records are written as in the report; "readings" adds
 * what only this document tells: the stored text that the spans count in, and what was left out. */
#include "cld-facts.h"
#include "cld-render-json.h"

#define SCHEMA "claimdiff-claims-1"

static void
put_dropped(CldJsonWriter *w, const CldArticle *article)
{
    cld_json_open(w, "dropped", '[');
    for (guint i = 0; i < article->dropped->len; i++) {
        const CldDropped *dropped = g_ptr_array_index(article->dropped, i);
        cld_json_open_inline(w, NULL, '{');
        cld_json_integer(w, "line", dropped->line);
        cld_json_string(w, "reason", dropped->reason);
        cld_json_string(w, "text", dropped->text);
        cld_json_close(w, '}');
    }
    cld_json_close(w, ']');
}

static void
put_reading(CldJsonWriter *w, const CldArticle *article, guint index)
{
    g_autofree char *id = g_strdup_printf("a%u", index + 1);
    cld_json_open(w, NULL, '{');
    cld_json_string(w, "article", id);
    cld_json_string(w, "language_from", article->language_from);
    cld_json_string(w, "text", article->text);
    put_dropped(w, article);
    cld_json_close(w, '}');
}

static void
put_readings(CldJsonWriter *w, const CldReport *report)
{
    cld_json_open(w, "readings", '[');
    for (guint i = 0; i < report->articles->len; i++)
        put_reading(w, g_ptr_array_index(report->articles, i), i);
    cld_json_close(w, ']');
}

/**
 * cld_facts_dup_json:
 * @report: a report whose claims are in order
 * @length_bytes: (out): length of the document
 *
 * Returns: (transfer full): one JSON object with inputs, articles, claims and readings
 */
char *
cld_facts_dup_json(const CldReport *report, gsize *length_bytes)
{
    CldJsonWriter w = {.out = g_string_new(NULL), .is_pretty = TRUE};
    cld_json_open(&w, NULL, '{');
    cld_json_string(&w, "schema", SCHEMA);
    cld_json_put_inputs(&w, report);
    cld_json_put_articles(&w, report);
    cld_json_put_claims(&w, report);
    put_readings(&w, report);
    cld_json_close(&w, '}');
    g_string_append_c(w.out, '\n');
    *length_bytes = w.out->len;
    return g_string_free(w.out, FALSE);
}
