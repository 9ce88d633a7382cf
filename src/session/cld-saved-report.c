/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-saved-report.h"
#include "cld-json-reader.h"
#include "cld-limits.h"
#include "cld-session.h"
#include "cld-target.h"
#include <gio/gio.h>
#include <string.h>

#define SCHEMA            "claimdiff-report-1"
#define MAX_ARTICLES      100000u
#define MAX_FINDINGS      100000u
#define MAX_SIDES         1000u
#define MAX_NUMBER        (CLD_LIMIT_SENTENCES * 10)
#define MAX_TEXT_BYTES    ((gint64)CLD_LIMIT_FILE_BYTES) /* of one article */
#define MAX_TOTAL_BYTES   ((gsize)256 * 1024 * 1024)     /* of all articles: blanks are bytes too */
#define MAX_PASSAGE_CHARS CLD_LIMIT_SENTENCE_CHARS

/* A piece of an article's text that the report holds. */
typedef struct {
    guint article;
    gsize start;
    char *text; /* (owned) */
} Piece;

typedef struct {
    CldReport *report;
    GPtrArray *targets;
    GPtrArray *hashes; /* (element-type utf8) (nullable elements) per article */
    GArray *pieces;    /* (element-type Piece) */
    guint n_listed;    /* claims of the list of claims, in order */
} Reader;

static gboolean
refuse(GError **error, const char *begin, const char *end)
{
    g_autofree char *message = g_strdup_printf("%s %s", begin, end);
    g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, message);
    return FALSE;
}

static void
piece_clear(Piece *self)
{
    g_free(self->text);
}

static const char *
get_text(JsonObject *object, const char *name)
{
    return cld_json_get_string(json_object_get_member(object, name));
}

static gint64
get_integer(JsonObject *object, const char *name)
{
    JsonNode *node = object == NULL ? NULL : json_object_get_member(object, name);
    return node != NULL && JSON_NODE_HOLDS_VALUE(node) &&
                   json_node_get_value_type(node) == G_TYPE_INT64
               ? json_node_get_int(node)
               : -1;
}

static double
get_number(JsonObject *object, const char *name)
{
    JsonNode *node = json_object_get_member(object, name);
    if (node == NULL || !JSON_NODE_HOLDS_VALUE(node))
        return 0.0;
    GType type = json_node_get_value_type(node);
    return type == G_TYPE_DOUBLE || type == G_TYPE_INT64 ? json_node_get_double(node) : 0.0;
}

static CldWhen
get_moment(JsonObject *object, const char *name)
{
    CldWhen when = CLD_WHEN_UNKNOWN;
    const char *text = object == NULL ? NULL : get_text(object, name);
    return text != NULL && cld_session_parse_date(text, &when) ? when : CLD_WHEN_UNKNOWN;
}

static CldWhen
get_when(JsonObject *object, const char *name)
{
    JsonObject *range = cld_json_get_object(json_object_get_member(object, name));
    CldWhen from = get_moment(range, "from"), to = get_moment(range, "to");
    if (!cld_when_is_known(from))
        return CLD_WHEN_UNKNOWN;
    return (CldWhen){from.from, to.to > from.from ? to.to : from.to};
}

/* "a7" is 6; anything else G_MAXUINT. */
static guint
parse_article_id(const char *id)
{
    guint64 number = 0;
    if (id == NULL || id[0] != 'a' ||
        !g_ascii_string_to_unsigned(id + 1, 10, 1, MAX_ARTICLES, &number, NULL))
        return G_MAXUINT;
    return (guint)number - 1;
}

/* "a7:3" is article 6, claim 3. */
static gboolean
parse_claim_id(const char *id, guint *article, guint *number)
{
    g_auto(GStrv) parts = g_strsplit(id != NULL ? id : "", ":", 3);
    guint64 value = 0;
    if (g_strv_length(parts) != 2 ||
        !g_ascii_string_to_unsigned(parts[1], 10, 1, MAX_NUMBER, &value, NULL))
        return FALSE;
    *article = parse_article_id(parts[0]);
    *number = (guint)value;
    return *article != G_MAXUINT;
}

static void
replace_string(char **field, const char *value)
{
    g_free(*field);
    *field = g_strdup(value);
}

/* In JSON lines an article comes again with each of its findings, and some never come. */
static void
make_room(Reader *reader, guint article)
{
    static const gint none = -1;
    while (reader->report->articles->len <= article) {
        g_ptr_array_add(reader->report->articles, cld_article_alloc("?", "report"));
        g_array_append_val(reader->report->copy_of, none);
        g_array_append_val(reader->report->event_of, none);
        g_ptr_array_add(reader->hashes, NULL);
    }
}

static gboolean
read_article(Reader *reader, JsonObject *object, GError **error)
{
    guint index = parse_article_id(get_text(object, "id"));
    if (index == G_MAXUINT)
        return refuse(error, "an article without", "an id");
    make_room(reader, index);
    CldArticle *article = g_ptr_array_index(reader->report->articles, index);
    const char *source = get_text(object, "source");
    replace_string(&article->source, source != NULL ? source : "?");
    replace_string(&article->outlet, get_text(object, "outlet"));
    replace_string(&article->title, get_text(object, "title"));
    replace_string(&article->language, get_text(object, "language"));
    replace_string(&article->url, get_text(object, "url"));
    article->published = get_moment(object, "published");
    replace_string((char **)&g_ptr_array_index(reader->hashes, index),
                   get_text(object, "text_hash"));
    return TRUE;
}

static gboolean
read_span(JsonObject *object, const char *name, CldSpan *span)
{
    JsonObject *node = cld_json_get_object(json_object_get_member(object, name));
    gint64 start = get_integer(node, "start"), end = get_integer(node, "end");
    if (start < 0 || end < start || end > MAX_TEXT_BYTES)
        return FALSE;
    *span = (CldSpan){(gsize)start, (gsize)end};
    return TRUE;
}

static void
add_piece(Reader *reader, guint article, gsize start, const char *text)
{
    Piece piece = {article, start, g_strdup(text)};
    g_array_append_val(reader->pieces, piece);
}

static void
read_holder(CldClaim *claim, JsonObject *object)
{
    JsonObject *holder = cld_json_get_object(json_object_get_member(object, "holder"));
    const char *name = holder != NULL ? get_text(holder, "name") : get_text(object, "holder");
    claim->holder = g_strdup(name);
    claim->cue = g_strdup(get_text(object, "cue"));
    claim->said = get_when(object, "said");
    claim->about = get_when(object, "about");
}

static gint
find_tag(const char *tag, const char *(*get_tag)(guint), guint n)
{
    for (guint i = 0; tag != NULL && i < n; i++) {
        if (g_strcmp0(get_tag(i), tag) == 0)
            return (gint)i;
    }
    return -1;
}

static const char *
relation_tag(guint i)
{
    return cld_relation_get_tag((CldRelation)i);
}

static const char *
severity_tag(guint i)
{
    return cld_severity_get_tag((CldSeverity)i);
}

static const char *
part_tag(guint i)
{
    return cld_part_get_tag((CldPart)i);
}

/* A claim of the list, or a side, which has the same members. */
static CldClaim *
read_claim(Reader *reader, JsonObject *object, const char *id_name, GError **error)
{
    guint article = 0, number = 0;
    CldSpan span = {0, 0};
    const char *text = get_text(object, "text");
    if (!parse_claim_id(get_text(object, id_name), &article, &number) || text == NULL ||
        !read_span(object, "span", &span) || cld_span_length(span) != strlen(text) ||
        g_utf8_strlen(text, -1) > (glong)MAX_PASSAGE_CHARS) {
        refuse(error, "a claim without", "id, text and span that fit");
        return NULL;
    }
    make_room(reader, article);
    gint64 line = get_integer(object, "line");
    CldClaim *claim = cld_claim_alloc(article, number);
    claim->text = g_strdup(text);
    claim->sentence = claim->clause = span;
    claim->line = line > 0 && line < G_MAXINT ? (guint)line : 0;
    gint part = find_tag(get_text(object, "part"), part_tag, CLD_N_PARTS);
    claim->part = part >= 0 ? (CldPart)part : CLD_PART_BODY;
    read_holder(claim, object);
    add_piece(reader, article, span.start, text);
    return claim;
}

static gint
compare_claim(const CldClaim *claim, guint article, guint number)
{
    if (claim->article != article)
        return claim->article < article ? -1 : 1;
    return claim->number < number ? -1 : claim->number > number;
}

static gboolean
read_listed_claim(Reader *reader, JsonObject *object, GError **error)
{
    GPtrArray *claims = reader->report->claims;
    CldClaim *claim = read_claim(reader, object, "id", error);
    if (claim == NULL)
        return FALSE;
    if (claims->len > 0 && compare_claim(g_ptr_array_index(claims, claims->len - 1), claim->article,
                                         claim->number) >= 0) {
        cld_claim_unref(claim);
        return refuse(error, "the claims are not", "in order");
    }
    g_ptr_array_add(claims, claim);
    reader->n_listed++;
    return TRUE;
}

/* Returns: (transfer none) (nullable): the claim of that id, from the list of claims */
static CldClaim *
find_claim(const Reader *reader, guint article, guint number)
{
    guint low = 0, high = reader->n_listed;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        CldClaim *claim = g_ptr_array_index(reader->report->claims, middle);
        gint order = compare_claim(claim, article, number);
        if (order == 0)
            return claim;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static CldClaim *
claim_of_side(Reader *reader, JsonObject *object, GError **error)
{
    guint article = 0, number = 0;
    CldClaim *claim = parse_claim_id(get_text(object, "claim"), &article, &number)
                          ? find_claim(reader, article, number)
                          : NULL;
    return claim != NULL ? cld_claim_ref(claim) : read_claim(reader, object, "claim", error);
}

static gboolean
add_highlight(CldSide *side, JsonNode *node)
{
    JsonObject *object = cld_json_get_object(node);
    gint64 start = get_integer(object, "start"), end = get_integer(object, "end");
    const CldClaim *claim = side->claim;
    CldSpan span = {(gsize)start, (gsize)end};
    if (start < 0 || end <= start || !cld_span_is_valid_in(span, claim->text, strlen(claim->text)))
        return FALSE;
    cld_side_add_highlight(
        side, (CldSpan){claim->sentence.start + span.start, claim->sentence.start + span.end});
    return TRUE;
}

static void
add_surroundings(Reader *reader, const CldClaim *claim, const char *prefix, const char *suffix)
{
    gsize length = prefix != NULL ? strlen(prefix) : 0;
    if (length > 0 && length <= claim->sentence.start)
        add_piece(reader, claim->article, claim->sentence.start - length, prefix);
    if (suffix != NULL)
        add_piece(reader, claim->article, claim->sentence.end, suffix);
}

static gboolean
read_side(Reader *reader, CldFinding *finding, CldTarget *target, JsonNode *node, GError **error)
{
    JsonObject *object = cld_json_get_object(node);
    g_autoptr(CldClaim) claim = object == NULL ? NULL : claim_of_side(reader, object, error);
    if (claim == NULL)
        return object != NULL || refuse(error, "a side that is", "no object");
    CldSide *side = cld_finding_add_side(finding, claim);
    JsonArray *highlights = cld_json_get_array(json_object_get_member(object, "highlights"));
    for (guint i = 0; highlights != NULL && i < json_array_get_length(highlights); i++) {
        if (!add_highlight(side, json_array_get_element(highlights, i)))
            return refuse(error, "a highlight that is", "not in its text");
    }
    gint64 camp = get_integer(object, "camp");
    const char *prefix = get_text(object, "prefix"), *suffix = get_text(object, "suffix");
    const CldArticle *article = g_ptr_array_index(reader->report->articles, claim->article);
    side->camp = camp == 1 || camp == 2 ? (guint)camp : 0;
    add_surroundings(reader, claim, prefix, suffix);
    cld_target_add_side(target, claim->text, prefix, suffix, article->outlet,
                        g_ptr_array_index(reader->hashes, claim->article));
    return TRUE;
}

static void
read_words(CldFinding *finding, JsonObject *object)
{
    gint relation = find_tag(get_text(object, "relation"), relation_tag, CLD_N_RELATIONS);
    gint severity = find_tag(get_text(object, "severity"), severity_tag, CLD_SEVERITY_HIGH + 1);
    JsonArray *basis = cld_json_get_array(json_object_get_member(object, "basis"));
    finding->relation = relation > 0 ? (CldRelation)relation : CLD_RELATION_NONE;
    finding->severity = severity >= 0 ? (CldSeverity)severity : finding->severity;
    finding->confidence = CLAMP(get_number(object, "confidence"), 0.0, 1.0);
    finding->explanation = g_strdup(get_text(object, "explanation"));
    finding->subject = g_strdup(get_text(object, "subject"));
    for (guint i = 0; basis != NULL && i < json_array_get_length(basis); i++) {
        const char *vote = cld_json_get_string(json_array_get_element(basis, i));
        if (vote != NULL)
            g_ptr_array_add(finding->basis, g_strdup(vote));
    }
}

static void
read_diff(CldFinding *finding, JsonObject *object)
{
    JsonArray *diff = cld_json_get_array(json_object_get_member(object, "diff"));
    for (guint i = 0; diff != NULL && i < json_array_get_length(diff); i++) {
        JsonObject *step = cld_json_get_object(json_array_get_element(diff, i));
        const char *op = step == NULL ? NULL : get_text(step, "op");
        const char *text = step == NULL ? NULL : get_text(step, "text");
        if (op == NULL || strlen(op) != 1 || strchr("=-+", *op) == NULL || text == NULL)
            continue;
        JsonNode *marked = json_object_get_member(step, "marked");
        gboolean is_marked = marked != NULL && JSON_NODE_HOLDS_VALUE(marked) &&
                             json_node_get_value_type(marked) == G_TYPE_BOOLEAN &&
                             json_node_get_boolean(marked);
        cld_finding_add_diff(finding, *op, text, is_marked);
    }
}

static void
read_missing(Reader *reader, CldFinding *finding, JsonObject *object)
{
    JsonArray *missing = cld_json_get_array(json_object_get_member(object, "missing_from"));
    for (guint i = 0; missing != NULL && i < json_array_get_length(missing); i++) {
        guint article = parse_article_id(cld_json_get_string(json_array_get_element(missing, i)));
        if (article == G_MAXUINT)
            continue;
        make_room(reader, article);
        g_array_append_val(finding->missing_from, article);
    }
}

static gboolean
read_sides(
    Reader *reader, CldFinding *finding, CldTarget *target, JsonObject *object, GError **error)
{
    JsonArray *sides = cld_json_get_array(json_object_get_member(object, "sides"));
    guint n = sides == NULL ? 0 : json_array_get_length(sides);
    if (n == 0 || n > MAX_SIDES)
        return refuse(error, "a finding without", "sides");
    for (guint i = 0; i < n; i++) {
        if (!read_side(reader, finding, target, json_array_get_element(sides, i), error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
read_finding(Reader *reader, JsonObject *object, GError **error)
{
    CldType type = 0;
    const char *id = get_text(object, "id");
    const char *kind = get_text(object, "kind"), *tag = get_text(object, "type");
    if (id == NULL || kind == NULL || tag == NULL || !cld_type_from_tags(kind, tag, &type))
        return refuse(error, "a finding without", "an id and a known kind and type");
    if (reader->report->findings->len >= MAX_FINDINGS)
        return refuse(error, "more findings", "than 100,000");
    g_autoptr(CldFinding) finding = cld_finding_new(type);
    g_autoptr(CldTarget) target = cld_target_new(id, kind, tag);
    if (!read_sides(reader, finding, target, object, error))
        return FALSE;
    read_words(finding, object);
    read_diff(finding, object);
    read_missing(reader, finding, object);
    cld_finding_seal(finding);
    /* The id is made of the texts; one that is not would attach a decision to other words. */
    if (!g_str_equal(finding->id, id))
        return refuse(error, "a finding whose id is not that of its texts:", id);
    g_ptr_array_add(reader->report->findings, g_steal_pointer(&finding));
    g_ptr_array_add(reader->targets, g_steal_pointer(&target));
    return TRUE;
}

typedef gboolean (*ReadOne)(Reader *reader, JsonObject *object, GError **error);

static gboolean
read_list(Reader *reader, JsonObject *root, const char *name, ReadOne read_one, GError **error)
{
    JsonArray *list = cld_json_get_array(json_object_get_member(root, name));
    for (guint i = 0; list != NULL && i < json_array_get_length(list); i++) {
        JsonObject *object = cld_json_get_object(json_array_get_element(list, i));
        if (object == NULL)
            return refuse(error, "not an object in", name);
        if (!read_one(reader, object, error))
            return FALSE;
    }
    return TRUE;
}

static void
read_model(Reader *reader, JsonObject *root)
{
    JsonObject *tool = cld_json_get_object(json_object_get_member(root, "tool"));
    if (tool != NULL)
        replace_string(&reader->report->model, get_text(tool, "model"));
}

static gboolean
check_schema(Reader *reader, JsonObject *root, GError **error)
{
    const char *schema = root == NULL ? NULL : get_text(root, "schema");
    if (root != NULL)
        read_model(reader, root);
    return g_strcmp0(schema, SCHEMA) == 0 ||
           refuse(error, "not a report of this version of claimdiff:",
                  schema == NULL ? "no “schema”" : schema);
}

static gboolean
read_document(Reader *reader, JsonObject *root, GError **error)
{
    return check_schema(reader, root, error) &&
           read_list(reader, root, "articles", read_article, error) &&
           read_list(reader, root, "claims", read_listed_claim, error) &&
           read_list(reader, root, "findings", read_finding, error);
}

static gboolean
read_line(Reader *reader, JsonObject *root, GError **error)
{
    const char *record = root == NULL ? NULL : get_text(root, "record");
    if (g_strcmp0(record, "run") == 0)
        return check_schema(reader, root, error);
    if (g_strcmp0(record, "finding") != 0)
        return refuse(error, "neither a run nor a finding:", record == NULL ? "?" : record);
    return read_list(reader, root, "articles", read_article, error) &&
           read_finding(reader, root, error);
}

static gboolean
read_lines(Reader *reader, const char *bytes, gsize length, GError **error)
{
    const char *end = bytes + length;
    guint number = 1;
    for (const char *line = bytes; line < end; number++) {
        const char *stop = memchr(line, '\n', (gsize)(end - line));
        stop = stop != NULL ? stop : end;
        g_autoptr(JsonNode) root =
            stop == line ? NULL : cld_json_read(line, (gsize)(stop - line), NULL, error);
        gboolean is_read =
            stop == line || (root != NULL && read_line(reader, cld_json_get_object(root), error));
        if (!is_read) {
            g_prefix_error(error, "line %u: ", number);
            return FALSE;
        }
        line = stop + 1;
    }
    return TRUE;
}

static gboolean
measure_articles(Reader *reader, gsize *lengths, GError **error)
{
    gsize total = 0;
    for (guint i = 0; i < reader->pieces->len; i++) {
        const Piece *piece = &g_array_index(reader->pieces, Piece, i);
        gsize end = piece->start + strlen(piece->text);
        total += end > lengths[piece->article] ? end - lengths[piece->article] : 0;
        lengths[piece->article] = MAX(lengths[piece->article], end);
    }
    return total <= MAX_TOTAL_BYTES || refuse(error, "articles longer", "than 256 MiB together");
}

/* Lays the pieces where they stood. */
static gboolean
build_texts(Reader *reader, GError **error)
{
    GPtrArray *articles = reader->report->articles;
    g_autofree gsize *lengths = g_new0(gsize, articles->len + 1);
    if (!measure_articles(reader, lengths, error))
        return FALSE;
    for (guint i = 0; i < articles->len; i++) {
        CldArticle *article = g_ptr_array_index(articles, i);
        article->text_bytes = lengths[i];
        g_free(article->text);
        article->text = g_strnfill(lengths[i], ' ');
    }
    for (guint i = 0; i < reader->pieces->len; i++) {
        const Piece *piece = &g_array_index(reader->pieces, Piece, i);
        const CldArticle *article = g_ptr_array_index(articles, piece->article);
        memcpy(article->text + piece->start, piece->text, strlen(piece->text));
    }
    for (guint i = 0; i < articles->len; i++) {
        const CldArticle *article = g_ptr_array_index(articles, i);
        if (!g_utf8_validate_len(article->text, article->text_bytes, NULL))
            return refuse(error, "spans that cut a character in", article->source);
    }
    return TRUE;
}

static gboolean
read_any(Reader *reader, const char *bytes, gsize length, GError **error)
{
    const char *first_end = memchr(bytes, '\n', length);
    gsize first = first_end != NULL ? (gsize)(first_end - bytes) : length;
    if (first >= 2 && bytes[0] == '{' && bytes[first - 1] == '}')
        return read_lines(reader, bytes, length, error);
    g_autoptr(JsonNode) root = cld_json_read(bytes, length, NULL, error);
    return root != NULL && read_document(reader, cld_json_get_object(root), error);
}

/**
 * cld_saved_report_parse:
 * @bytes: (array length=length_bytes): what --format=json or jsonl wrote
 * @length_bytes: its length
 * @error: return location, or %NULL
 *
 * Returns: (transfer full): the report; %NULL if it is none, or not whole
 */
CldSavedReport *
cld_saved_report_parse(const char *bytes, gsize length_bytes, GError **error)
{
    g_autoptr(GPtrArray) hashes = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GArray) pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
    g_array_set_clear_func(pieces, (GDestroyNotify)piece_clear);
    g_autoptr(CldSavedReport) self = g_new0(CldSavedReport, 1);
    self->report = cld_report_new();
    self->targets = g_ptr_array_new_with_free_func((GDestroyNotify)cld_target_unref);
    Reader reader = {self->report, self->targets, hashes, pieces, 0};
    if (length_bytes == 0) {
        refuse(error, "the file", "is empty");
        return NULL;
    }
    return read_any(&reader, bytes, length_bytes, error) && build_texts(&reader, error)
               ? g_steal_pointer(&self)
               : NULL;
}

/* Frees the report and the targets. */
void
cld_saved_report_free(CldSavedReport *self)
{
    cld_report_unref(self->report);
    g_ptr_array_unref(self->targets);
    g_free(self);
}
