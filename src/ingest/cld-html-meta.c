/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-html-meta.h"
#include "cld-html-dom.h"
#include "cld-html-site.h"
#include "cld-jsonld.h"
#include "cld-lines.h"
#include "cld-outlet.h"
#include <string.h>

typedef enum {
    FACT_OUTLET,
    FACT_TITLE,
    FACT_AUTHOR,
    FACT_PUBLISHED,
    FACT_LANGUAGE,
    FACT_URL,
} Fact;

/* Names of meta elements (name, property or itemprop), the best witness of each fact first. */
static const struct {
    const char *name;
    Fact fact;
} metas[] = {
    {"og:site_name", FACT_OUTLET},
    {"publisher", FACT_OUTLET},
    {"dc.publisher", FACT_OUTLET},
    {"dcterms.publisher", FACT_OUTLET},
    {"citation_journal_title", FACT_OUTLET},
    {"application-name", FACT_OUTLET},
    {"al:android:app_name", FACT_OUTLET},
    {"og:title", FACT_TITLE},
    {"headline", FACT_TITLE},
    {"twitter:title", FACT_TITLE},
    {"dc.title", FACT_TITLE},
    {"dcterms.title", FACT_TITLE},
    {"sailthru.title", FACT_TITLE},
    {"parsely-title", FACT_TITLE},
    {"title", FACT_TITLE},
    {"author", FACT_AUTHOR},
    {"article:author_name", FACT_AUTHOR},
    {"dc.creator", FACT_AUTHOR},
    {"parsely-author", FACT_AUTHOR},
    {"sailthru.author", FACT_AUTHOR},
    {"article:published_time", FACT_PUBLISHED},
    {"og:article:published_time", FACT_PUBLISHED},
    {"datepublished", FACT_PUBLISHED},
    {"date.issued", FACT_PUBLISHED},
    {"dcterms.issued", FACT_PUBLISHED},
    {"dc.date.issued", FACT_PUBLISHED},
    {"dcterms.created", FACT_PUBLISHED},
    {"dc.date", FACT_PUBLISHED},
    {"dcterms.date", FACT_PUBLISHED},
    {"parsely-pub-date", FACT_PUBLISHED},
    {"sailthru.date", FACT_PUBLISHED},
    {"publish-date", FACT_PUBLISHED},
    {"publish_date", FACT_PUBLISHED},
    {"published_time", FACT_PUBLISHED},
    {"pubdate", FACT_PUBLISHED},
    {"article.published", FACT_PUBLISHED},
    {"date", FACT_PUBLISHED},
    {"og:locale", FACT_LANGUAGE},
    {"content-language", FACT_LANGUAGE},
    {"language", FACT_LANGUAGE},
    {"og:url", FACT_URL},
};

/* "The Echo: news of the coast" is The Echo. */
static void
set_outlet(CldDraft *draft, const char *value)
{
    g_autofree char *name = value == NULL ? NULL : cld_outlet_from_channel(value);
    cld_draft_set_outlet(draft, name, "metadata");
}

static void
set_fact(CldDraft *draft, Fact fact, const char *value)
{
    switch (fact) {
    case FACT_OUTLET:
        set_outlet(draft, value);
        break;
    case FACT_TITLE:
        cld_draft_set_title(draft, value);
        break;
    case FACT_AUTHOR:
        cld_draft_add_author(draft, value);
        break;
    case FACT_PUBLISHED:
        cld_draft_set_published(draft, value, "metadata");
        break;
    case FACT_LANGUAGE:
        cld_draft_set_language(draft, value, "metadata");
        break;
    case FACT_URL:
        cld_draft_set_url(draft, value);
        break;
    }
}

/* Returns: the rank of the meta element in the table, or -1 */
static gint
meta_rank(xmlNode *node)
{
    static const char *const keys[] = {"property", "name", "itemprop", "http-equiv"};
    for (guint k = 0; k < G_N_ELEMENTS(keys); k++) {
        g_autofree char *name = cld_dom_dup_attribute(node, keys[k]);
        for (guint i = 0; name != NULL && i < G_N_ELEMENTS(metas); i++)
            if (g_ascii_strcasecmp(metas[i].name, name) == 0)
                return (gint)i;
    }
    return -1;
}

static void
read_metas(xmlNode *root, CldDraft *draft)
{
    g_autofree xmlNode **found = g_new0(xmlNode *, G_N_ELEMENTS(metas));
    for (xmlNode *node = root; node != NULL; node = cld_dom_next(node, root)) {
        gint rank = cld_dom_is(node, "meta") ? meta_rank(node) : -1;
        if (rank >= 0 && found[rank] == NULL)
            found[rank] = node;
    }
    for (guint i = 0; i < G_N_ELEMENTS(metas); i++) {
        if (found[i] == NULL || (metas[i].fact == FACT_AUTHOR && draft->authors->len > 0))
            continue;
        g_autofree char *content = cld_dom_dup_attribute(found[i], "content");
        set_fact(draft, metas[i].fact, content);
    }
}

static char *
read_jsonld(xmlNode *root, CldDraft *draft)
{
    char *body = NULL;
    for (xmlNode *node = root; node != NULL; node = cld_dom_next(node, root)) {
        if (!cld_dom_is(node, "script"))
            continue;
        g_autofree char *type = cld_dom_dup_attribute(node, "type");
        if (type == NULL || strstr(type, "ld+json") == NULL)
            continue;
        g_autofree char *json = cld_dom_dup_text(node);
        g_autofree char *found = cld_jsonld_read_script(json, draft);
        if (body == NULL)
            body = g_steal_pointer(&found);
    }
    return body;
}

static void
read_property(xmlNode *node, const char *property, CldDraft *draft)
{
    g_autofree char *content = cld_dom_dup_attribute(node, "content");
    g_autofree char *stamp = cld_dom_dup_attribute(node, "datetime");
    g_autofree char *text = cld_dom_dup_text(node);
    const char *value = content != NULL ? content : stamp != NULL ? stamp : text;
    if (strcmp(property, "headline") == 0)
        cld_draft_set_title(draft, value);
    else if (strcmp(property, "datePublished") == 0)
        cld_draft_set_published(draft, value, "metadata");
    else if (strcmp(property, "author") == 0 && draft->authors->len == 0 &&
             cld_line_is_person(text))
        cld_draft_add_author(draft, text);
}

static void
read_microdata(xmlNode *root, CldDraft *draft)
{
    for (xmlNode *node = root; node != NULL; node = cld_dom_next(node, root)) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        g_autofree char *property = cld_dom_dup_attribute(node, "itemprop");
        if (property != NULL)
            read_property(node, property, draft);
    }
}

static void
read_first_time(xmlNode *root, CldDraft *draft)
{
    for (xmlNode *node = root; node != NULL; node = cld_dom_next(node, root)) {
        if (!cld_dom_is(node, "time"))
            continue;
        g_autofree char *stamp = cld_dom_dup_attribute(node, "datetime");
        g_autofree char *text = cld_dom_dup_text(node);
        cld_draft_set_published(draft, stamp, "metadata");
        cld_draft_set_published(draft, text, "text");
    }
}

/* A page with one h1 says best itself what its headline is. */
static void
read_headline_element(xmlNode *root, CldDraft *draft)
{
    xmlNode *first = cld_dom_find(root, "h1");
    if (first == NULL)
        return;
    g_autofree char *text = cld_dom_dup_text(first);
    if (cld_line_count_words(text) >= 3)
        cld_draft_set_title(draft, text);
}

static void
read_links(xmlNode *root, CldDraft *draft)
{
    xmlNode *html = cld_dom_find(root, "html");
    g_autofree char *language = html == NULL ? NULL : cld_dom_dup_attribute(html, "lang");
    cld_draft_set_language(draft, language, "metadata");
    for (xmlNode *node = root; node != NULL; node = cld_dom_next(node, root)) {
        if (!cld_dom_is(node, "link"))
            continue;
        g_autofree char *rel = cld_dom_dup_attribute(node, "rel");
        g_autofree char *href = cld_dom_dup_attribute(node, "href");
        if (rel != NULL && g_ascii_strcasecmp(rel, "canonical") == 0)
            cld_draft_set_url(draft, href);
    }
}

/**
 * cld_html_meta_read:
 * @root: of a page
 * @draft: takes the facts
 *
 * Asks JSON-LD, then meta elements (Open Graph, Dublin Core and others), microdata, the h1, the
 * time elements and the title element, in this order.
 *
 * Returns: (transfer full) (nullable): the articleBody of the JSON-LD
 */
char *
cld_html_meta_read(xmlNode *root, CldDraft *draft)
{
    char *body = read_jsonld(root, draft);
    read_metas(root, draft);
    read_links(root, draft);
    read_microdata(root, draft);
    read_headline_element(root, draft);
    read_first_time(root, draft);
    cld_html_site_read(root, draft);
    return body;
}
