/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-feed-reader.h"
#include "cld-html-dom.h"
#include "cld-html-reader.h"
#include "cld-limits.h"
#include "cld-outlet.h"
#include <libxml/parser.h>
#include <string.h>

G_DEFINE_QUARK(cld_feed_error, cld_feed_error)

typedef struct {
    gboolean has_dtd;
} ParserState;

/* libxml2 2.9 returns a document even when it was stopped here, so the flag counts. */
static void
refuse_dtd(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    xmlParserCtxt *parser = context;
    ((ParserState *)parser->_private)->has_dtd = TRUE;
    xmlStopParser(parser);
}

static xmlParserInput *
refuse_entity(const char *url, const char *id, xmlParserCtxt *context)
{
    return NULL;
}

static void
init_parser(void)
{
    static gsize done;
    if (g_once_init_enter(&done)) {
        xmlInitParser();
        xmlSetExternalEntityLoader(refuse_entity);
        g_once_init_leave(&done, 1);
    }
}

static void
be_quiet(void *context, const char *message, ...)
{
}

static xmlDoc *
parse(const char *xml, GError **error)
{
    ParserState state = {FALSE};
    init_parser();
    xmlParserCtxt *context = xmlNewParserCtxt();
    context->_private = &state;
    context->sax->internalSubset = refuse_dtd;
    context->sax->error = be_quiet;
    context->sax->warning = be_quiet;
    g_autoptr(xmlDoc) doc = xmlCtxtReadMemory(context, xml, (int)strlen(xml), NULL, "UTF-8",
                                              XML_PARSE_NONET | XML_PARSE_NOERROR |
                                                  XML_PARSE_NOWARNING | XML_PARSE_COMPACT);
    const xmlError *last = xmlCtxtGetLastError(context);
    if (state.has_dtd)
        g_set_error_literal(error, CLD_FEED_ERROR, CLD_FEED_ERROR_DTD,
                            "the document declares a document type (DTD), which is never read");
    else if (doc == NULL || !context->wellFormed)
        g_set_error(error, CLD_FEED_ERROR, CLD_FEED_ERROR_SYNTAX, "not well-formed XML (line %d)",
                    last == NULL ? 0 : last->line);
    gboolean failed = state.has_dtd || doc == NULL || !context->wellFormed;
    xmlFreeParserCtxt(context);
    return failed ? NULL : g_steal_pointer(&doc);
}

static xmlNode *
find_child(xmlNode *node, const char *name, const char *prefix)
{
    for (xmlNode *child = node->children; child != NULL; child = child->next) {
        const char *ns = child->ns == NULL ? NULL : (const char *)child->ns->prefix;
        if (cld_dom_is(child, name) && (prefix == NULL || g_strcmp0(ns, prefix) == 0))
            return child;
    }
    return NULL;
}

static char *
dup_child_text(xmlNode *node, const char *name)
{
    xmlNode *child = node == NULL ? NULL : find_child(node, name, NULL);
    return child == NULL ? NULL : cld_dom_dup_text(child);
}

/* Readers that are served by tables: which element holds which fact, the best first. */
static const char *const date_names[] = {"pubDate", "published", "date", "issued", "updated"};
static const char *const body_names[] = {"encoded", "content", "content_html"};
static const char *const summary_names[] = {"description", "summary"};

static void
read_dates(xmlNode *item, CldDraft *draft)
{
    for (guint i = 0; i < G_N_ELEMENTS(date_names); i++) {
        g_autofree char *stamp = dup_child_text(item, date_names[i]);
        cld_draft_set_published(draft, stamp, "metadata");
    }
}

static void
read_authors(xmlNode *item, CldDraft *draft)
{
    for (xmlNode *child = item->children; child != NULL; child = child->next) {
        if (!cld_dom_is(child, "creator") && !cld_dom_is(child, "author"))
            continue;
        g_autofree char *name = dup_child_text(child, "name");
        g_autofree char *text = name == NULL ? cld_dom_dup_text(child) : NULL;
        cld_draft_add_author(draft, name != NULL ? name : text);
    }
}

static void
read_link(xmlNode *item, CldDraft *draft)
{
    for (xmlNode *child = item->children; child != NULL; child = child->next) {
        if (!cld_dom_is(child, "link"))
            continue;
        g_autofree char *href = cld_dom_dup_attribute(child, "href");
        g_autofree char *rel = cld_dom_dup_attribute(child, "rel");
        g_autofree char *text = cld_dom_dup_text(child);
        if (href == NULL)
            cld_draft_set_url(draft, text);
        else if (rel == NULL || strcmp(rel, "alternate") == 0)
            cld_draft_set_url(draft, href);
    }
}

/* An Atom content of type "xhtml" holds elements; of other types, escaped mark-up or text. */
static char *
dup_markup(xmlNode *node)
{
    g_autofree char *type = cld_dom_dup_attribute(node, "type");
    if (g_strcmp0(type, "xhtml") != 0) {
        char *text = cld_dom_dup_text(node);
        if (g_strcmp0(type, "text") != 0)
            return text;
        char *escaped = g_markup_escape_text(text, -1);
        g_free(text);
        return escaped;
    }
    xmlBuffer *buffer = xmlBufferCreate();
    xmlNodeDump(buffer, node->doc, node, 0, 0);
    char *markup = g_utf8_make_valid((const char *)xmlBufferContent(buffer), -1);
    xmlBufferFree(buffer);
    return markup;
}

static gboolean
read_first(xmlNode *item, const char *const *names, guint n, CldDraft *draft)
{
    for (guint i = 0; i < n; i++) {
        xmlNode *child = find_child(item, names[i], NULL);
        if (child == NULL)
            continue;
        g_autofree char *markup = dup_markup(child);
        guint before = draft->pieces->len;
        cld_html_read_fragment(markup, draft);
        if (draft->pieces->len > before)
            return TRUE;
    }
    return FALSE;
}

static void
read_body(xmlNode *item, CldDraft *draft)
{
    if (read_first(item, body_names, G_N_ELEMENTS(body_names), draft))
        return;
    if (read_first(item, summary_names, G_N_ELEMENTS(summary_names), draft))
        cld_draft_warn(draft, "summary-only", "the feed has only a summary of this article");
}

/* The outlet is the item's own source, where it names one, else the channel. */
static void
read_outlet(xmlNode *item, xmlNode *channel, CldDraft *draft)
{
    xmlNode *source = find_child(item, "source", NULL);
    g_autofree char *source_title = source == NULL ? NULL : dup_child_text(source, "title");
    g_autofree char *source_text = source == NULL ? NULL : cld_dom_dup_text(source);
    g_autofree char *publisher = dup_child_text(item, "publisher");
    g_autofree char *channel_title = dup_child_text(channel, "title");
    cld_draft_set_outlet(draft, source_title != NULL ? source_title : source_text, "metadata");
    cld_draft_set_outlet(draft, publisher, "metadata");
    g_autofree char *clean = cld_clean_fact(channel_title);
    g_autofree char *outlet = clean == NULL ? NULL : cld_outlet_from_channel(clean);
    cld_draft_set_outlet(draft, outlet, "metadata");
}

static CldDraft *
read_item(xmlNode *item, xmlNode *channel, const char *source, const char *format, guint number)
{
    g_autofree char *name = g_strdup_printf("%s#%u", source, number);
    CldDraft *draft = cld_draft_new(number == 0 ? source : name, format);
    g_autofree char *title = dup_child_text(item, "title");
    g_autofree char *language = dup_child_text(channel, "language");
    cld_draft_set_title(draft, title);
    read_outlet(item, channel, draft);
    read_dates(item, draft);
    read_authors(item, draft);
    read_link(item, draft);
    cld_draft_set_language(draft, language, "metadata");
    xmlChar *xml_language = xmlNodeGetLang(item);
    cld_draft_set_language(draft, (const char *)xml_language, "metadata");
    xmlFree(xml_language);
    read_body(item, draft);
    return draft;
}

static char *
dup_id(xmlNode *item)
{
    char *id = dup_child_text(item, "guid");
    return id != NULL ? id : dup_child_text(item, "id");
}

typedef struct {
    char *id; /* (owned) */
    CldDraft *draft;
} Identified;

static void
identified_clear(gpointer data)
{
    g_free(((Identified *)data)->id);
}

static gint
compare_ids(gconstpointer a, gconstpointer b)
{
    return strcmp(((const Identified *)a)->id, ((const Identified *)b)->id);
}

/* Two items under one id are two versions of an article: both are kept, and both say so. */
static void
warn_of_doubles(const GPtrArray *items, const GPtrArray *drafts)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(Identified));
    g_array_set_clear_func(ids, identified_clear);
    for (guint i = 0; i < items->len; i++) {
        Identified entry = {dup_id(items->pdata[i]), drafts->pdata[i]};
        if (entry.id != NULL)
            g_array_append_val(ids, entry);
    }
    g_array_sort(ids, compare_ids);
    for (guint i = 1; i < ids->len; i++) {
        const Identified *one = &g_array_index(ids, Identified, i - 1);
        const Identified *other = &g_array_index(ids, Identified, i);
        if (compare_ids(one, other) != 0)
            continue;
        cld_draft_warn(one->draft, "same-id", "another item of the feed has the same id");
        cld_draft_warn(other->draft, "same-id", "another item of the feed has the same id");
    }
}

static GPtrArray *
find_items(xmlNode *root)
{
    GPtrArray *items = g_ptr_array_new();
    for (xmlNode *node = root; node != NULL; node = cld_dom_next(node, root))
        if ((cld_dom_is(node, "item") || cld_dom_is(node, "entry")) &&
            items->len < CLD_LIMIT_CONTAINER_ARTICLES)
            g_ptr_array_add(items, node);
    return items;
}

static const char *
feed_format(const xmlNode *root)
{
    static const struct {
        const char *name, *format;
    } roots[] = {{"rss", "rss"}, {"RDF", "rss"}, {"feed", "atom"}};
    for (guint i = 0; i < G_N_ELEMENTS(roots); i++)
        if (cld_dom_is(root, roots[i].name))
            return roots[i].format;
    return NULL;
}

/**
 * cld_feed_read:
 * @xml: an RSS 2.0, RSS 1.0 or Atom feed, valid UTF-8
 * @source: path or URL as given
 * @error: return location for a #CldFeedError, or %NULL
 *
 * Returns: (transfer full) (element-type CldDraft): one for each item; %NULL with @error set
 */
GPtrArray *
cld_feed_read(const char *xml, const char *source, GError **error)
{
    if (!cld_xml_guard(xml)) {
        g_set_error_literal(error, CLD_FEED_ERROR, CLD_FEED_ERROR_ATTRIBUTES,
                            "a tag has more than 256 attributes");
        return NULL;
    }
    g_autoptr(xmlDoc) doc = parse(xml, error);
    xmlNode *root = doc == NULL ? NULL : xmlDocGetRootElement(doc);
    if (root == NULL)
        return NULL;
    const char *format = feed_format(root);
    if (format == NULL) {
        g_set_error(error, CLD_FEED_ERROR, CLD_FEED_ERROR_ROOT,
                    "the document is XML but not a feed: its root is “%.40s”",
                    (const char *)root->name);
        return NULL;
    }
    xmlNode *channel = find_child(root, "channel", NULL);
    g_autoptr(GPtrArray) items = find_items(root);
    GPtrArray *drafts = g_ptr_array_new_with_free_func((GDestroyNotify)cld_draft_free);
    for (guint i = 0; i < items->len; i++)
        g_ptr_array_add(drafts, read_item(items->pdata[i], channel != NULL ? channel : root, source,
                                          format, items->len == 1 ? 0 : i + 1));
    warn_of_doubles(items, drafts);
    return drafts;
}
