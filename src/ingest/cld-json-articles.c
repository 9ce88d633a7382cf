/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-json-articles.h"
#include "cld-html-reader.h"
#include "cld-jsonld.h"
#include <string.h>

G_DEFINE_QUARK(cld_json_article_error, cld_json_article_error)

typedef enum {
    FACT_BODY,
    FACT_TITLE,
    FACT_OUTLET,
    FACT_AUTHOR,
    FACT_PUBLISHED,
    FACT_LANGUAGE,
    FACT_URL,
    N_FACTS,
} Fact;

/* What producers call a fact, the best witness first. Letter case is ignored, so that "infosources"
 * of ninjs 2 and "infoSources" of ninjs 3 are one row. Read in the sources of trafilatura,
 * news-please, newspaper4k, Fundus, Media Cloud and in the ninjs schemas 1.6, 2.2 and 3.1. */
static const struct {
    Fact fact;
    const char *name;
} aliases[] = {
    {FACT_BODY, "bodies"},
    {FACT_BODY, "articleBody"},
    {FACT_BODY, "body_text"},
    {FACT_BODY, "body_xhtml"},
    {FACT_BODY, "body_html"},
    {FACT_BODY, "maintext"},
    {FACT_BODY, "plaintext"},
    {FACT_BODY, "text"},
    {FACT_BODY, "text_content"},
    {FACT_BODY, "body"},
    {FACT_BODY, "content"},
    {FACT_BODY, "raw_text"},
    {FACT_TITLE, "headlines"},
    {FACT_TITLE, "headline"},
    {FACT_TITLE, "title"},
    {FACT_TITLE, "article_title"},
    {FACT_TITLE, "title_page"},
    {FACT_TITLE, "title_rss"},
    {FACT_OUTLET, "outlet"},
    {FACT_OUTLET, "infosources"},
    {FACT_OUTLET, "infosource"},
    {FACT_OUTLET, "source-hostname"},
    {FACT_OUTLET, "meta_site_name"},
    {FACT_OUTLET, "media_name"},
    {FACT_OUTLET, "publisher"},
    {FACT_OUTLET, "copyrightholder"},
    {FACT_OUTLET, "sitename"},
    {FACT_OUTLET, "source_domain"},
    {FACT_OUTLET, "canonical_domain"},
    {FACT_OUTLET, "hostname"},
    {FACT_OUTLET, "domain"},
    {FACT_OUTLET, "media_url"},
    {FACT_OUTLET, "source"},
    {FACT_AUTHOR, "authors"},
    {FACT_AUTHOR, "author"},
    {FACT_AUTHOR, "by"},
    {FACT_AUTHOR, "byline"},
    {FACT_PUBLISHED, "datePublished"},
    {FACT_PUBLISHED, "date_publish"},
    {FACT_PUBLISHED, "publish_date"},
    {FACT_PUBLISHED, "publishing_date"},
    {FACT_PUBLISHED, "publication_date"},
    {FACT_PUBLISHED, "published"},
    {FACT_PUBLISHED, "published_at"},
    {FACT_PUBLISHED, "pubDate"},
    {FACT_PUBLISHED, "versioncreated"},
    {FACT_PUBLISHED, "firstcreated"},
    {FACT_PUBLISHED, "date"},
    {FACT_PUBLISHED, "seendate"},
    {FACT_PUBLISHED, "when"},
    {FACT_LANGUAGE, "language"},
    {FACT_LANGUAGE, "inLanguage"},
    {FACT_LANGUAGE, "lang"},
    {FACT_LANGUAGE, "meta_lang"},
    {FACT_URL, "url"},
    {FACT_URL, "canonical_link"},
    {FACT_URL, "link"},
    {FACT_URL, "uri"},
};

/* Values that some producers write for "missing". */
static gboolean
is_missing(const char *value)
{
    return value[0] == '\0' || strcmp(value, "None") == 0 || strcmp(value, "null") == 0;
}

static gboolean
looks_like_address(const char *value)
{
    return strstr(value, "://") != NULL;
}

static gboolean
set_fact(CldDraft *draft, Fact fact, const char *value)
{
    if (is_missing(value) || (fact == FACT_OUTLET && looks_like_address(value)))
        return FALSE;
    switch (fact) {
    case FACT_TITLE:
        cld_draft_set_title(draft, value);
        return TRUE;
    case FACT_OUTLET:
        cld_draft_set_outlet(draft, value, "metadata");
        return TRUE;
    case FACT_AUTHOR:
        cld_draft_add_author(draft, value);
        return FALSE;
    case FACT_PUBLISHED:
        cld_draft_set_published(draft, value, "metadata");
        return cld_when_is_known(draft->published);
    case FACT_LANGUAGE:
        cld_draft_set_language(draft, value, "metadata");
        return TRUE;
    case FACT_URL:
        cld_draft_set_url(draft, value);
        return TRUE;
    default:
        return FALSE;
    }
}

/* {"value": …} of ninjs, {"name": …} of schema.org */
static const char *
object_value(JsonObject *object)
{
    static const char *const names[] = {"value", "name"};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        const char *value = cld_json_get_string(cld_json_find_member(object, names[i]));
        if (value != NULL)
            return value;
    }
    return NULL;
}

static gboolean
take_fact(CldDraft *draft, Fact fact, JsonNode *node)
{
    JsonArray *array = cld_json_get_array(node);
    JsonObject *object = cld_json_get_object(node);
    gboolean taken = FALSE;
    for (guint i = 0; array != NULL && !taken && i < json_array_get_length(array); i++)
        taken = take_fact(draft, fact, json_array_get_element(array, i));
    if (array != NULL)
        return taken;
    const char *value = object != NULL ? object_value(object) : cld_json_get_string(node);
    return value != NULL && set_fact(draft, fact, value);
}

static gboolean
has_markup(const char *text)
{
    static const char *const tags[] = {"<p>",   "<p ",    "</p>", "<br>",
                                       "<br/>", "<br />", "<div", "</a>"};
    for (guint i = 0; i < G_N_ELEMENTS(tags); i++)
        if (strstr(text, tags[i]) != NULL)
            return TRUE;
    return FALSE;
}

static void
add_lines(CldDraft *draft, const char *text)
{
    g_auto(GStrv) lines = g_strsplit_set(text, "\r\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        CldPiece *piece = cld_draft_add(draft, lines[i], strlen(lines[i]), 0, CLD_PIECE_PARAGRAPH);
        if (piece != NULL)
            piece->after_gap = TRUE;
    }
}

static gboolean
take_body_text(CldDraft *draft, const char *text)
{
    guint before = draft->pieces->len;
    if (is_missing(text))
        return FALSE;
    if (has_markup(text))
        cld_html_read_fragment(text, draft);
    else
        add_lines(draft, text);
    return draft->pieces->len > before;
}

static gint
body_rank(JsonObject *body)
{
    static const char *const roles[] = {"main", "plain", "text", "richtext", "html"};
    const char *role = cld_json_get_string(cld_json_find_member(body, "role"));
    for (guint i = 0; role != NULL && i < G_N_ELEMENTS(roles); i++)
        if (g_ascii_strcasecmp(roles[i], role) == 0)
            return (gint)i;
    return G_MAXINT;
}

/* ninjs may give one text in several forms: only the best is read. */
static JsonNode *
best_body(JsonArray *array)
{
    JsonNode *best = NULL;
    gint best_rank = G_MAXINT;
    for (guint i = 0; i < json_array_get_length(array); i++) {
        JsonNode *node = json_array_get_element(array, i);
        JsonObject *body = cld_json_get_object(node);
        if (body == NULL)
            continue;
        gint rank = body_rank(body);
        if (best == NULL || rank < best_rank) {
            best = node;
            best_rank = rank;
        }
    }
    return best;
}

static gboolean
take_body(CldDraft *draft, JsonNode *node)
{
    JsonArray *array = cld_json_get_array(node);
    JsonNode *best = array == NULL ? node : best_body(array);
    JsonObject *object = cld_json_get_object(best);
    const char *text = object != NULL ? object_value(object) : cld_json_get_string(best);
    return text != NULL && take_body_text(draft, text);
}

static void
read_facts(CldDraft *draft, JsonObject *object)
{
    gboolean done[N_FACTS] = {FALSE};
    for (guint i = 0; i < G_N_ELEMENTS(aliases); i++) {
        Fact fact = aliases[i].fact;
        JsonNode *node = done[fact] ? NULL : cld_json_find_member(object, aliases[i].name);
        if (node == NULL)
            continue;
        done[fact] = fact == FACT_BODY ? take_body(draft, node) : take_fact(draft, fact, node);
    }
}

static const char *
find_format(JsonObject *object)
{
    JsonObject *standard = cld_json_get_object(cld_json_find_member(object, "standard"));
    const char *name =
        standard == NULL ? NULL : cld_json_get_string(cld_json_find_member(standard, "name"));
    if (g_strcmp0(name, "ninjs") == 0 || cld_json_find_member(object, "bodies") != NULL ||
        cld_json_find_member(object, "versioncreated") != NULL)
        return "ninjs";
    return "json";
}

/* A text or title that is there but is no text is a broken file, not a missing fact. */
static gboolean
check_types(JsonObject *object, GError **error)
{
    static const char *const strings[] = {"text",        "title", "maintext",  "plaintext",
                                          "articleBody", "url",   "body_text", "headline"};
    for (guint i = 0; i < G_N_ELEMENTS(strings); i++) {
        JsonNode *node = cld_json_find_member(object, strings[i]);
        if (node == NULL || JSON_NODE_HOLDS_NULL(node) || cld_json_get_string(node) != NULL)
            continue;
        g_set_error(error, CLD_JSON_ARTICLE_ERROR, CLD_JSON_ARTICLE_ERROR_TYPE,
                    "the member /%s is not a string", strings[i]);
        return FALSE;
    }
    return TRUE;
}

/* An id names the article in decisions and in the collection; one without letters names none. */
static gboolean
check_id(JsonObject *object, GError **error)
{
    const char *id = cld_json_get_string(cld_json_find_member(object, "id"));
    if (id == NULL || id[0] != '\0')
        return TRUE;
    g_set_error_literal(error, CLD_JSON_ARTICLE_ERROR, CLD_JSON_ARTICLE_ERROR_ID,
                        "the member /id is empty");
    return FALSE;
}

/**
 * cld_json_article_read:
 * @node: one JSON value
 * @source: path or URL as given
 * @error: return location for a #CldJsonArticleError, or %NULL
 *
 * Reads IPTC ninjs 1 to 3, a schema.org article, or an object in the field names of the common
 * extractors.
 *
 * Returns: (transfer full): a draft, or %NULL with @error set
 */
CldDraft *
cld_json_article_read(JsonNode *node, const char *source, GError **error)
{
    JsonObject *article = cld_jsonld_find_article(node);
    JsonObject *object = cld_json_get_object(node);
    g_autoptr(CldDraft) draft = cld_draft_new(source, "json");
    if (article != NULL) {
        draft->format = "schema.org";
        g_autofree char *body = cld_jsonld_read_article(article, draft);
        object = article;
        if (body != NULL)
            take_body_text(draft, body);
    } else if (object != NULL) {
        draft->format = find_format(object);
        if (!check_types(object, error) || !check_id(object, error))
            return NULL;
        read_facts(draft, object);
    }
    if (object == NULL || (draft->pieces->len == 0 && draft->title == NULL)) {
        g_set_error_literal(error, CLD_JSON_ARTICLE_ERROR, CLD_JSON_ARTICLE_ERROR_NO_ARTICLE,
                            "not an article: no member is known as the text of one");
        return NULL;
    }
    return g_steal_pointer(&draft);
}
