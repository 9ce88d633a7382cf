/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What was read and claimed, for programs; the field names are those of the JSON report. */
#include "cld-facts.h"
#include <json-glib/json-glib.h>

#define SCHEMA "claimdiff-claims-1"

static void
add_string(JsonBuilder *json, const char *name, const char *value)
{
    json_builder_set_member_name(json, name);
    if (value != NULL)
        json_builder_add_string_value(json, value);
    else
        json_builder_add_null_value(json);
}

static void
add_int(JsonBuilder *json, const char *name, gint64 value)
{
    json_builder_set_member_name(json, name);
    json_builder_add_int_value(json, value);
}

static void
add_bool(JsonBuilder *json, const char *name, gboolean value)
{
    json_builder_set_member_name(json, name);
    json_builder_add_boolean_value(json, value);
}

static void
add_strings(JsonBuilder *json, const char *name, const GPtrArray *strings)
{
    json_builder_set_member_name(json, name);
    json_builder_begin_array(json);
    for (guint i = 0; i < strings->len; i++)
        json_builder_add_string_value(json, g_ptr_array_index(strings, i));
    json_builder_end_array(json);
}

static void
add_span(JsonBuilder *json, const char *name, CldSpan span)
{
    json_builder_set_member_name(json, name);
    if (cld_span_is_empty(span)) {
        json_builder_add_null_value(json);
        return;
    }
    json_builder_begin_object(json);
    add_int(json, "start", (gint64)span.start);
    add_int(json, "end", (gint64)span.end);
    json_builder_end_object(json);
}

static void
add_when(JsonBuilder *json, const char *name, CldWhen when)
{
    g_autofree char *from = cld_when_dup_from(when);
    g_autofree char *to = cld_when_dup_to(when);
    json_builder_set_member_name(json, name);
    if (from == NULL) {
        json_builder_add_null_value(json);
        return;
    }
    json_builder_begin_object(json);
    add_string(json, "from", from);
    add_string(json, "to", to);
    json_builder_end_object(json);
}

/* Whole numbers are written whole: 14, not 14.0. */
static void
add_number(JsonBuilder *json, const char *name, double value)
{
    json_builder_set_member_name(json, name);
    if (value >= -1e15 && value <= 1e15 && (double)(gint64)value == value)
        json_builder_add_int_value(json, (gint64)value);
    else
        json_builder_add_double_value(json, value);
}

static void
add_quantities(JsonBuilder *json, const CldClaim *claim)
{
    static const char *const bounds[] = {"exact", "about", "at-least", "at-most", "range"};
    json_builder_set_member_name(json, "quantities");
    json_builder_begin_array(json);
    for (guint i = 0; i < claim->quantities->len; i++) {
        const CldQuantity *quantity = &g_array_index(claim->quantities, CldQuantity, i);
        json_builder_begin_object(json);
        add_number(json, "value", quantity->value);
        add_number(json, "max", quantity->max);
        add_string(json, "unit", quantity->unit);
        add_bool(json, "approx", quantity->bound == CLD_BOUND_ABOUT);
        add_string(json, "bound", bounds[quantity->bound]);
        add_string(json, "noun", quantity->noun);
        json_builder_end_object(json);
    }
    json_builder_end_array(json);
}

static void
add_holder(JsonBuilder *json, const CldClaim *claim)
{
    json_builder_set_member_name(json, "holder");
    if (claim->holder == NULL) {
        json_builder_add_null_value(json);
        return;
    }
    json_builder_begin_object(json);
    add_string(json, "name", claim->holder);
    add_string(json, "entity", claim->holder_entity);
    add_bool(json, "unnamed", claim->holder_is_unnamed);
    json_builder_end_object(json);
}

static void
add_claim(JsonBuilder *json, const CldClaim *claim)
{
    g_autofree char *id = cld_claim_dup_id(claim);
    json_builder_begin_object(json);
    add_string(json, "id", id);
    add_string(json, "text", claim->text);
    add_span(json, "span", claim->sentence);
    add_span(json, "clause", claim->clause);
    add_int(json, "line", claim->line);
    add_string(json, "part", cld_part_get_tag(claim->part));
    add_holder(json, claim);
    add_strings(json, "chain", claim->chain);
    add_string(json, "cue", claim->cue);
    add_string(json, "mode", cld_mode_get_tag(claim->mode));
    add_span(json, "quote", claim->quote);
    add_when(json, "said", claim->said);
    add_when(json, "about", claim->about);
    add_string(json, "polarity", cld_polarity_get_tag(claim->polarity));
    add_string(json, "modality", cld_modality_get_tag(claim->modality));
    add_bool(json, "hedged", claim->is_hedged);
    add_bool(json, "earlier_state", claim->is_reported_past);
    add_bool(json, "new_state", claim->is_reported_now);
    add_quantities(json, claim);
    add_strings(json, "entities", claim->entities);
    json_builder_end_object(json);
}

static void
add_dropped(JsonBuilder *json, const CldArticle *article)
{
    json_builder_set_member_name(json, "dropped");
    json_builder_begin_array(json);
    for (guint i = 0; i < article->dropped->len; i++) {
        const CldDropped *dropped = g_ptr_array_index(article->dropped, i);
        json_builder_begin_object(json);
        add_int(json, "line", dropped->line);
        add_string(json, "reason", dropped->reason);
        add_string(json, "text", dropped->text);
        json_builder_end_object(json);
    }
    json_builder_end_array(json);
}

static guint
add_claims(JsonBuilder *json, const CldReport *report, guint article, guint next)
{
    json_builder_set_member_name(json, "claims");
    json_builder_begin_array(json);
    for (; next < report->claims->len; next++) {
        const CldClaim *claim = g_ptr_array_index(report->claims, next);
        if (claim->article != article)
            break;
        add_claim(json, claim);
    }
    json_builder_end_array(json);
    return next;
}

static guint
add_article(JsonBuilder *json, const CldReport *report, guint index, guint next)
{
    const CldArticle *article = g_ptr_array_index(report->articles, index);
    g_autofree char *id = g_strdup_printf("a%u", index + 1);
    g_autofree char *published = cld_when_dup_from(article->published);
    json_builder_begin_object(json);
    add_string(json, "id", id);
    add_string(json, "source", article->source);
    add_string(json, "format", article->format);
    add_string(json, "outlet", article->outlet);
    add_string(json, "outlet_from", article->outlet_from);
    add_string(json, "title", article->title);
    add_strings(json, "authors", article->authors);
    add_string(json, "published", published);
    add_string(json, "published_from", article->published_from);
    add_string(json, "language", article->language);
    add_string(json, "language_from", article->language_from);
    add_string(json, "url", article->url);
    add_strings(json, "warnings", article->warnings);
    add_string(json, "text", article->text);
    next = add_claims(json, report, index, next);
    add_dropped(json, article);
    json_builder_end_object(json);
    return next;
}

static void
add_inputs(JsonBuilder *json, const CldReport *report)
{
    json_builder_set_member_name(json, "inputs");
    json_builder_begin_array(json);
    for (guint i = 0; i < report->inputs->len; i++) {
        const CldInput *input = g_ptr_array_index(report->inputs, i);
        json_builder_begin_object(json);
        g_autofree char *source = g_utf8_make_valid(input->source, -1);
        g_autofree char *message =
            input->message != NULL ? g_utf8_make_valid(input->message, -1) : NULL;
        add_string(json, "source", source);
        add_string(json, "outcome", cld_outcome_get_tag(input->outcome));
        add_string(json, "code", input->code);
        add_string(json, "message", message);
        json_builder_set_member_name(json, "offset");
        if (input->offset_bytes >= 0)
            json_builder_add_int_value(json, input->offset_bytes);
        else
            json_builder_add_null_value(json);
        json_builder_end_object(json);
    }
    json_builder_end_array(json);
}

/**
 * cld_facts_dup_json:
 * @report: a report whose claims are in order
 *
 * Returns: (transfer full): one JSON object with the inputs, and for each article what was read,
 *   claimed and thrown away
 */
char *
cld_facts_dup_json(const CldReport *report)
{
    g_autoptr(JsonBuilder) json = json_builder_new_immutable();
    guint next = 0;
    json_builder_begin_object(json);
    add_string(json, "schema", SCHEMA);
    add_inputs(json, report);
    json_builder_set_member_name(json, "articles");
    json_builder_begin_array(json);
    for (guint i = 0; i < report->articles->len; i++)
        next = add_article(json, report, i, next);
    json_builder_end_array(json);
    json_builder_end_object(json);
    g_autoptr(JsonNode) root = json_builder_get_root(json);
    g_autofree char *text = json_to_string(root, TRUE);
    return g_strconcat(text, "\n", NULL);
}
