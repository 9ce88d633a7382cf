/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-jsonld.h"
#include <string.h>

#define MAX_LEVELS 8 /* of @graph, mainEntity and arrays in each other */

static gboolean
is_article_type(const char *type)
{
    static const char *const types[] = {"Article",
                                        "NewsArticle",
                                        "ReportageNewsArticle",
                                        "AnalysisNewsArticle",
                                        "BackgroundNewsArticle",
                                        "OpinionNewsArticle",
                                        "AskPublicNewsArticle",
                                        "ReviewNewsArticle",
                                        "BlogPosting",
                                        "LiveBlogPosting",
                                        "Report",
                                        NULL};
    const char *slash = strrchr(type, '/');
    return g_strv_contains(types, slash == NULL ? type : slash + 1);
}

/* @type: (nullable): any article */
static gboolean
is_of_type(const char *name, const char *type)
{
    return type == NULL ? is_article_type(name) : strcmp(name, type) == 0;
}

/* "@type" is a string or an array of strings. */
static gboolean
has_type(JsonObject *object, const char *wanted)
{
    JsonNode *type = json_object_get_member(object, "@type");
    const char *name = cld_json_get_string(type);
    JsonArray *array = cld_json_get_array(type);
    if (name != NULL)
        return is_of_type(name, wanted);
    for (guint i = 0; array != NULL && i < json_array_get_length(array); i++) {
        name = cld_json_get_string(json_array_get_element(array, i));
        if (name != NULL && is_of_type(name, wanted))
            return TRUE;
    }
    return FALSE;
}

static JsonObject *
find_object(JsonNode *node, const char *type, guint level)
{
    static const char *const ways[] = {"@graph", "mainEntity", "itemListElement", "item"};
    JsonObject *object = cld_json_get_object(node);
    JsonArray *array = cld_json_get_array(node);
    JsonObject *found = NULL;
    if (level > MAX_LEVELS)
        return NULL;
    if (object != NULL && has_type(object, type))
        return object;
    for (guint i = 0; array != NULL && found == NULL && i < json_array_get_length(array); i++)
        found = find_object(json_array_get_element(array, i), type, level + 1);
    for (guint i = 0; object != NULL && found == NULL && i < G_N_ELEMENTS(ways); i++)
        found = find_object(json_object_get_member(object, ways[i]), type, level + 1);
    return found;
}

/* Returns: (transfer none) (nullable): the first article in an object, array or @graph */
JsonObject *
cld_jsonld_find_article(JsonNode *root)
{
    return find_object(root, NULL, 0);
}

/* A publisher or author is a string, an object with a name, or an array of these. */
static const char *
find_name(JsonNode *node, guint index)
{
    JsonArray *array = cld_json_get_array(node);
    if (array != NULL)
        return index < json_array_get_length(array)
                   ? find_name(json_array_get_element(array, index), 0)
                   : NULL;
    JsonObject *object = cld_json_get_object(node);
    if (index > 0)
        return NULL;
    if (object != NULL)
        return cld_json_get_string(json_object_get_member(object, "name"));
    return cld_json_get_string(node);
}

static const char *
find_url(JsonObject *article)
{
    const char *url = cld_json_get_string(json_object_get_member(article, "url"));
    JsonNode *page = json_object_get_member(article, "mainEntityOfPage");
    if (url != NULL)
        return url;
    if (cld_json_get_object(page) != NULL)
        return cld_json_get_string(json_object_get_member(cld_json_get_object(page), "@id"));
    return cld_json_get_string(page);
}

/**
 * cld_jsonld_read_article:
 * @article: a schema.org Article
 * @draft: takes the facts it does not have yet
 *
 * Returns: (transfer full) (nullable): its articleBody
 */
char *
cld_jsonld_read_article(JsonObject *article, CldDraft *draft)
{
    static const char *const publishers[] = {"publisher", "sourceOrganization", "provider",
                                             "isPartOf"};
    const char *name;
    const char *title = cld_json_get_string(json_object_get_member(article, "headline"));
    if (title == NULL)
        title = cld_json_get_string(json_object_get_member(article, "name"));
    cld_draft_set_title(draft, title);
    for (guint i = 0; i < G_N_ELEMENTS(publishers); i++)
        cld_draft_set_outlet(draft, find_name(json_object_get_member(article, publishers[i]), 0),
                             "metadata");
    for (guint i = 0; (name = find_name(json_object_get_member(article, "author"), i)) != NULL; i++)
        cld_draft_add_author(draft, name);
    cld_draft_set_published(
        draft, cld_json_get_string(json_object_get_member(article, "datePublished")), "metadata");
    cld_draft_set_published(
        draft, cld_json_get_string(json_object_get_member(article, "dateCreated")), "metadata");
    cld_draft_set_language(
        draft, cld_json_get_string(json_object_get_member(article, "inLanguage")), "metadata");
    cld_draft_set_url(draft, find_url(article));
    return g_strdup(cld_json_get_string(json_object_get_member(article, "articleBody")));
}

/* The site beside the article in a @graph, which the article's publisher may only point at. */
static void
read_site(JsonNode *root, CldDraft *draft)
{
    static const char *const types[] = {"NewsMediaOrganization", "WebSite", "Organization"};
    for (guint i = 0; i < G_N_ELEMENTS(types) && draft->outlet == NULL; i++) {
        JsonObject *site = find_object(root, types[i], 0);
        JsonNode *name = site == NULL ? NULL : json_object_get_member(site, "name");
        cld_draft_set_outlet(draft, cld_json_get_string(name), "metadata");
    }
}

/**
 * cld_jsonld_read_script:
 * @json: what stands in a script of type application/ld+json
 * @draft: takes the facts it does not have yet
 *
 * What is not JSON there is passed over: the page may be read without it.
 *
 * Returns: (transfer full) (nullable): the articleBody
 */
char *
cld_jsonld_read_script(const char *json, CldDraft *draft)
{
    g_autoptr(JsonNode) root = cld_json_read(json, strlen(json), NULL, NULL);
    JsonObject *article = root == NULL ? NULL : cld_jsonld_find_article(root);
    char *body = article == NULL ? NULL : cld_jsonld_read_article(article, draft);
    if (root != NULL)
        read_site(root, draft);
    return body;
}
