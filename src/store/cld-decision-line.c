/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-decision-line.h"
#include "cld-encode.h"
#include "cld-json-reader.h"
#include "cld-json-writer.h"
#include "cld-limits.h"
#include <gio/gio.h>
#include <string.h>

/* docs/STORE.md describes every member. Members may be added, never renamed. What a newer version
 * added is kept, not understood. */
#define MIN_FINGERPRINT_DIGITS 8u
#define MAX_FINGERPRINT_DIGITS 64u
#define MAX_TAG_BYTES          64u
#define MAX_SIDES              2u
#define MAX_EXACT_CHARS        CLD_LIMIT_SENTENCE_CHARS
#define MAX_OUTLET_CHARS       CLD_LIMIT_FACT_CHARS
#define HASH_DIGITS            64u

static const char *const members[] = {
    "fingerprint", "kind", "type", "decision", "reason", "by", "at", "expires", "sides", "history",
};

/* A member of text. */
typedef struct {
    const char *name;
    gboolean is_needed;
    guint max_chars;
} Text;

static gboolean
refuse(GError **error, const char *member, const char *what)
{
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“%s” %s", member, what);
    return FALSE;
}

/* Reads a string, or null or nothing where that is allowed. */
static gboolean
read_text(JsonObject *object, Text text, const char **out, GError **error)
{
    JsonNode *node = json_object_get_member(object, text.name);
    *out = NULL;
    if (node == NULL || JSON_NODE_HOLDS_NULL(node))
        return !text.is_needed || refuse(error, text.name, "is missing");
    *out = cld_json_get_string(node);
    if (*out == NULL)
        return refuse(error, text.name, "is not a string");
    if (g_utf8_strlen(*out, -1) > (glong)text.max_chars)
        return refuse(error, text.name, "is too long");
    return TRUE;
}

static gboolean
is_hex(const char *text, gsize min_digits, gsize max_digits)
{
    gsize length = strlen(text);
    return length >= min_digits && length <= max_digits &&
           strspn(text, "0123456789abcdef") == length;
}

static gboolean
is_tag(const char *text)
{
    return *text != '\0' && strspn(text, "abcdefghijklmnopqrstuvwxyz-") == strlen(text);
}

static gboolean
read_side(CldTarget *target, JsonNode *node, GError **error)
{
    JsonObject *side = cld_json_get_object(node);
    const char *exact, *prefix, *suffix, *outlet, *hash;
    if (side == NULL)
        return refuse(error, "sides", "holds something that is not an object");
    if (!read_text(side, (Text){"exact", TRUE, MAX_EXACT_CHARS}, &exact, error) ||
        !read_text(side, (Text){"prefix", FALSE, CLD_SELECTOR_CHARS}, &prefix, error) ||
        !read_text(side, (Text){"suffix", FALSE, CLD_SELECTOR_CHARS}, &suffix, error) ||
        !read_text(side, (Text){"outlet", FALSE, MAX_OUTLET_CHARS}, &outlet, error) ||
        !read_text(side, (Text){"text_hash", FALSE, HASH_DIGITS}, &hash, error))
        return FALSE;
    if (hash != NULL && !is_hex(hash, HASH_DIGITS, HASH_DIGITS))
        return refuse(error, "text_hash", "is not a SHA-256 in hex");
    cld_target_add_side(target, exact, prefix, suffix, outlet, hash);
    return TRUE;
}

static gboolean
read_sides(CldTarget *target, JsonObject *record, GError **error)
{
    JsonArray *sides = cld_json_get_array(json_object_get_member(record, "sides"));
    guint n = sides == NULL ? 0 : json_array_get_length(sides);
    if (n == 0 || n > MAX_SIDES)
        return refuse(error, "sides", "is not a list of one or two passages");
    for (guint i = 0; i < n; i++) {
        if (!read_side(target, json_array_get_element(sides, i), error))
            return FALSE;
    }
    return TRUE;
}

static CldTarget *
read_target(JsonObject *record, GError **error)
{
    const char *fingerprint, *kind, *type;
    if (!read_text(record, (Text){"fingerprint", TRUE, MAX_FINGERPRINT_DIGITS}, &fingerprint,
                   error) ||
        !read_text(record, (Text){"kind", TRUE, MAX_TAG_BYTES}, &kind, error) ||
        !read_text(record, (Text){"type", TRUE, MAX_TAG_BYTES}, &type, error))
        return NULL;
    if (!is_hex(fingerprint, MIN_FINGERPRINT_DIGITS, MAX_FINGERPRINT_DIGITS)) {
        refuse(error, "fingerprint", "is not 8 to 64 hex digits");
        return NULL;
    }
    if (!is_tag(kind) || !is_tag(type)) {
        refuse(error, is_tag(kind) ? "type" : "kind", "is not a word of a to z and hyphens");
        return NULL;
    }
    g_autoptr(CldTarget) target = cld_target_new(fingerprint, kind, type);
    return read_sides(target, record, error) ? g_steal_pointer(&target) : NULL;
}

/* Reads what a current and a past decision have in common; the past one stands on @target too. */
static CldDecision *
read_decision(JsonObject *object, CldTarget *target, GError **error)
{
    const char *tag, *reason, *by, *at, *expires;
    CldVerdict verdict = CLD_VERDICT_OPEN;
    if (!read_text(object, (Text){"decision", TRUE, MAX_TAG_BYTES}, &tag, error) ||
        !read_text(object, (Text){"reason", FALSE, CLD_DECISION_MAX_REASON}, &reason, error) ||
        !read_text(object, (Text){"by", FALSE, CLD_DECISION_MAX_NAME}, &by, error) ||
        !read_text(object, (Text){"at", TRUE, MAX_TAG_BYTES}, &at, error) ||
        !read_text(object, (Text){"expires", FALSE, MAX_TAG_BYTES}, &expires, error))
        return NULL;
    if (!cld_verdict_from_tag(tag, &verdict)) {
        refuse(error, "decision",
               "is none of confirmed, dismissed, false-positive, deferred and open");
        return NULL;
    }
    return cld_decision_new(target, verdict, reason, by, at, expires, error);
}

static gboolean
read_history(CldDecision *self, JsonObject *record, GError **error)
{
    JsonNode *node = json_object_get_member(record, "history");
    JsonArray *history = cld_json_get_array(node);
    if (node != NULL && history == NULL)
        return refuse(error, "history", "is not a list");
    for (guint i = 0; history != NULL && i < json_array_get_length(history); i++) {
        JsonObject *object = cld_json_get_object(json_array_get_element(history, i));
        if (object == NULL)
            return refuse(error, "history", "holds something that is not an object");
        g_autoptr(CldDecision) past = read_decision(object, self->target, error);
        if (past == NULL) {
            g_prefix_error(error, "history: ");
            return FALSE;
        }
        cld_decision_add_past(self, past->verdict, past->reason, past->by, past->at, past->expires);
    }
    return TRUE;
}

static gboolean
is_known(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(members); i++) {
        if (g_str_equal(members[i], name))
            return TRUE;
    }
    return FALSE;
}

/* Returns: (transfer full) (nullable): the members this version does not know, as JSON without the
 * braces around them */
static char *
dup_extra(JsonObject *record)
{
    JsonObjectIter iter;
    const char *name;
    JsonNode *value;
    GString *out = g_string_new(NULL);
    json_object_iter_init_ordered(&iter, record);
    while (json_object_iter_next_ordered(&iter, &name, &value)) {
        if (is_known(name))
            continue;
        g_autofree char *text = json_to_string(value, FALSE);
        g_string_append(out, out->len > 0 ? ",\"" : "\"");
        cld_encode_json(out, name, -1);
        g_string_append_printf(out, "\":%s", text);
    }
    gboolean is_empty = out->len == 0;
    return g_string_free(out, is_empty);
}

/**
 * cld_decision_parse_line:
 * @line: (array length=length_bytes): one line of the decisions file, without its end
 * @length_bytes: its length
 * @error: return location, or %NULL
 *
 * Returns: (transfer full): the record; %NULL with @error set to a clause about the line
 */
CldDecision *
cld_decision_parse_line(const char *line, gsize length_bytes, GError **error)
{
    g_autoptr(JsonNode) root = cld_json_read(line, length_bytes, NULL, error);
    if (root == NULL)
        return NULL;
    JsonObject *record = cld_json_get_object(root);
    if (record == NULL) {
        g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "not a JSON object");
        return NULL;
    }
    g_autoptr(CldTarget) target = read_target(record, error);
    if (target == NULL)
        return NULL;
    g_autoptr(CldDecision) self = read_decision(record, target, error);
    if (self == NULL || !read_history(self, record, error))
        return NULL;
    self->extra = dup_extra(record);
    return g_steal_pointer(&self);
}

static void
put_history(CldJsonWriter *w, const CldDecision *self)
{
    if (self->history->len == 0)
        return;
    cld_json_open(w, "history", '[');
    for (guint i = 0; i < self->history->len; i++) {
        const CldPastDecision *past = g_ptr_array_index(self->history, i);
        cld_json_open(w, NULL, '{');
        cld_past_decision_put(past, w);
        cld_json_close(w, '}');
    }
    cld_json_close(w, ']');
}

/* Returns: (transfer full): the record as a line of the decisions file, without its end; reading it
 * gives the record back */
char *
cld_decision_dup_line(const CldDecision *self)
{
    CldJsonWriter w = {.out = g_string_new(NULL)};
    cld_json_open(&w, NULL, '{');
    cld_target_put_names(self->target, &w);
    cld_decision_put(self, &w);
    cld_target_put_sides(self->target, &w);
    put_history(&w, self);
    if (self->extra != NULL)
        g_string_append_printf(w.out, ",%s", self->extra);
    cld_json_close(&w, '}');
    return g_string_free(w.out, FALSE);
}
