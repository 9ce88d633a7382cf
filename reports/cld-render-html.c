/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-render-html.h"
#include "cld-html.h"
#include "cld-reports-assets.h"

/* One file that needs nothing else: style and script stand in it and are named by their hash in the
 * content security policy, so that nothing an article says can be run or fetched. */

#define ASSETS "/org/claimdiff/reports/"

/* Returns: an asset of the page; compiled in, so it is always there */
static GBytes *
get_asset(const char *name)
{
    g_autofree char *path = g_strconcat(ASSETS, name, NULL);
    return g_resource_lookup_data(cld_reports_assets_get_resource(), path,
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/* Returns: the script of the page: what serves reading, then what serves deciding */
static GBytes *
get_script(void)
{
    g_autoptr(GBytes) page = get_asset("report.js");
    g_autoptr(GBytes) review = get_asset("report-review.js");
    GByteArray *both = g_byte_array_new();
    g_byte_array_append(both, g_bytes_get_data(page, NULL), (guint)g_bytes_get_size(page));
    g_byte_array_append(both, g_bytes_get_data(review, NULL), (guint)g_bytes_get_size(review));
    return g_byte_array_free_to_bytes(both);
}

static void
put_asset(CldHtml *h, const char *open, GBytes *asset, const char *close)
{
    gsize length = 0;
    const char *text = g_bytes_get_data(asset, &length);
    g_string_append(h->out, open);
    g_string_append_len(h->out, text, (gssize)length);
    g_string_append(h->out, close);
}

static char *
dup_asset_hash(GBytes *asset)
{
    gsize length = 0;
    const char *text = g_bytes_get_data(asset, &length);
    g_autofree char *copy = g_strndup(text, length);
    return cld_html_dup_hash(copy);
}

/* The event's name when there is one event, else how many there are. */
static char *
dup_title(const CldView *view)
{
    const CldReport *report = view->report;
    if (report->events->len == 1)
        return g_strdup(((CldEvent *)g_ptr_array_index(report->events, 0))->title);
    if (report->events->len == 0)
        return g_strdup("Nothing to compare");
    return cld_view_dup_count(report->events->len, "event", "events compared");
}

static void
put_head(CldHtml *h, const char *title)
{
    g_autoptr(GBytes) style = get_asset("report.css");
    g_autoptr(GBytes) script = get_script();
    g_autofree char *style_hash = dup_asset_hash(style);
    g_autofree char *script_hash = dup_asset_hash(script);
    cld_html_put(h,
                 "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                 "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                 "style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'\">\n",
                 style_hash, script_hash);
    cld_html_put(h,
                 "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                 "<meta name=\"referrer\" content=\"no-referrer\">\n"
                 "<meta name=\"color-scheme\" content=\"light dark\">\n"
                 "<meta name=\"generator\" content=\"claimdiff %s\">\n<title>%s – claimdiff"
                 "</title>\n",
                 CLD_VERSION, title);
    put_asset(h, "<style>", style, "</style>\n</head>\n");
}

/* What was not read stands above everything else. */
static void
put_unread(CldHtml *h)
{
    const CldReport *report = h->view->report;
    guint n = 0;
    for (guint i = 0; i < report->inputs->len; i++) {
        const CldInput *input = g_ptr_array_index(report->inputs, i);
        if (input->outcome == CLD_OUTCOME_ACCEPTED || cld_view_is_repeated(h->view, input))
            continue;
        g_autofree char *what = cld_view_dup_input(input);
        if (n++ == 0)
            cld_html_put(h,
                         "<section class=\"unread\" aria-label=\"Inputs with trouble\"><h2>"
                         "%s</h2><ul>\n",
                         cld_view_count_unread(report) > 0 ? "Not everything was read"
                                                           : "Read with doubts");
        cld_html_put(h, "<li class=\"%s\"><code>%s</code> %s</li>\n",
                     cld_outcome_get_tag(input->outcome), input->source, what);
    }
    if (n > 0)
        cld_html_put(h,
                     "</ul><p>What these files say is in no part of this report.</p></section>\n");
}

static void
put_masthead(CldHtml *h, const char *title)
{
    const CldReport *report = h->view->report;
    g_autofree char *verdict = cld_view_dup_verdict(h->view);
    g_autofree char *scope = cld_view_dup_scope(report);
    g_autofree char *articles = cld_view_dup_count(report->articles->len, "article", "articles");
    g_autofree char *claims = cld_view_dup_count(report->claims->len, "claim", "claims");
    cld_html_put(h,
                 "<header class=\"masthead\"><p class=\"brand\">claimdiff <span>a diff of what "
                 "the reports say</span></p><h1 dir=\"auto\">%s</h1><p class=\"verdict\">%s."
                 "</p><p class=\"basis\">%s · %s · %s</p></header>\n",
                 title, verdict, articles, claims, scope);
}

static void
put_tiles(CldHtml *h, const CldViewGroup *group)
{
    guint event = (guint)(group->index + 1);
    cld_html_put(h, "<ul class=\"tiles\">");
    for (guint kind = 0; kind < CLD_N_KINDS; kind++) {
        const char *tag = cld_kind_get_tag((CldKind)kind);
        guint n = group->findings[kind]->len;
        cld_html_put(h, "<li class=\"%s\">", n == 0 ? "none" : tag);
        if (n > 0)
            cld_html_put(h, "<a href=\"#%s-%u\">", tag, event);
        cld_html_put(h, "<strong>%u</strong> %s", n, cld_view_get_kind_heading((CldKind)kind));
        cld_html_put(h, n > 0 ? "</a></li>" : "</li>");
    }
    cld_html_put(h,
                 group->agreements->len > 0
                     ? "<li class=\"agreement\"><a href=\"#agreement-%u\"><strong>%u</strong> "
                       "Agreements</a></li></ul>\n"
                     : "<li class=\"none\" data-event=\"%u\"><strong>%u</strong> "
                       "Agreements</li></ul>\n",
                 event, group->agreements->len);
}

static void
put_kind(CldHtml *h, const CldViewGroup *group, CldKind kind)
{
    const GPtrArray *findings = group->findings[kind];
    const char *tag = cld_kind_get_tag(kind);
    if (findings->len == 0)
        return;
    cld_html_put(h,
                 "<section class=\"kind %s\" data-kind=\"%s\"><h3 id=\"%s-%u\">%s "
                 "<span class=\"count\">%u</span></h3><p class=\"meaning\">%s</p>\n",
                 tag, tag, tag, (guint)(group->index + 1), cld_view_get_kind_heading(kind),
                 findings->len, cld_kind_get_meaning(kind));
    if (kind == CLD_KIND_FRAMING)
        cld_html_put_framing(h, findings);
    for (guint i = 0; i < findings->len && kind != CLD_KIND_FRAMING; i++)
        cld_html_put_finding(h, g_ptr_array_index(findings, i));
    cld_html_put(h, "</section>\n");
}

static void
put_event_line(CldHtml *h, const CldEvent *event)
{
    g_autofree char *when = cld_view_dup_event_date(event);
    cld_html_put(h, "<p class=\"coverage\">%s", when == NULL ? "Date unknown" : when);
    for (guint i = 0; i < event->articles->len; i++) {
        guint article = g_array_index(event->articles, guint, i);
        cld_html_put(h, "%s<a href=\"#a%u\">%s</a>", i == 0 ? " · " : ", ", article + 1,
                     cld_view_get_label(h->view, article));
    }
    cld_html_put(h, "</p>\n");
}

/* The name of a single event is the page's own title already. */
static const char *
heading_of(const CldHtml *h, const CldViewGroup *group)
{
    if (group->event == NULL)
        return "Outside any event";
    return h->view->report->events->len == 1 ? "At a glance" : group->event->title;
}

static void
put_group(CldHtml *h, const CldViewGroup *group)
{
    guint event = (guint)(group->index + 1);
    cld_html_put(h,
                 "<section class=\"event\" aria-labelledby=\"e%u\"><h2 id=\"e%u\" "
                 "dir=\"auto\">%s</h2>\n",
                 event, event, heading_of(h, group));
    if (group->event != NULL)
        put_event_line(h, group->event);
    if (cld_view_count_findings(group) + group->agreements->len > 0)
        put_tiles(h, group);
    if (cld_view_count_findings(group) == 0)
        cld_html_put(h, "<p class=\"nothing\">Nothing to report in the claims that were "
                        "compared.</p>\n");
    cld_html_put_matrix(h, group);
    for (guint kind = 0; kind < CLD_N_KINDS; kind++)
        put_kind(h, group, (CldKind)kind);
    cld_html_put_agreements(h, group);
    cld_html_put_timeline(h, group);
    cld_html_put(h, "</section>\n");
}

static void
put_not_compared(CldHtml *h)
{
    const GPtrArray *rows = h->view->report->not_compared;
    if (rows->len == 0)
        return;
    cld_html_put(h, "<section class=\"not-compared\"><h2>Not compared</h2><ul>\n");
    for (guint i = 0; i < rows->len; i++) {
        const CldNotCompared *row = g_ptr_array_index(rows, i);
        cld_html_put(h, "<li><code>%s</code> %s</li>\n", row->source, row->reason);
    }
    cld_html_put(h, "</ul></section>\n");
}

static void
put_foot(CldHtml *h)
{
    g_autoptr(GBytes) script = get_script();
    g_autofree char *scope = cld_view_dup_scope(h->view->report);
    cld_html_put(h,
                 "</main>\n<footer><p>Made by claimdiff %s, %s. It shows where reports disagree "
                 "and rests every statement on quoted words; it does not say who is right, and "
                 "rates no outlet. “Silent” and “not mentioned” mean only that no such words "
                 "were found in the text that was read.</p></footer>\n",
                 CLD_VERSION, scope);
    cld_html_put(
        h,
        "<dialog id=\"help\" aria-labelledby=\"help-title\"><h2 id=\"help-title\">Keys</h2>"
        "<dl><dt><kbd>a</kbd></dt><dd>confirm: so it is</dd>"
        "<dt><kbd>x</kbd></dt><dd>dismiss: true, but nobody will act on it</dd>"
        "<dt><kbd>f</kbd></dt><dd>false positive: the program is wrong</dd>"
        "<dt><kbd>d</kbd></dt><dd>later</dd>"
        "<dt><kbd>e</kbd></dt><dd>write a reason</dd>"
        "<dt><kbd>u</kbd></dt><dd>undo the last decision</dd>"
        "<dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>next, previous finding; <kbd>space</kbd> skips</dd>"
        "<dt><kbd>o</kbd></dt><dd>open or close all details</dd>"
        "<dt><kbd>/</kbd></dt><dd>filter by words</dd>"
        "<dt><kbd>c</kbd></dt><dd>clear all filters</dd>"
        "<dt><kbd>?</kbd></dt><dd>this list</dd></dl>"
        "<p class=\"basis\">Decisions stay in this browser until you download them; "
        "claimdiff review import takes them over.</p>"
        "<form method=\"dialog\"><button>Close</button></form></dialog>\n");
    put_asset(h, "<script>", script, "</script>\n</body>\n</html>\n");
}

/* With several events, where to find each. */
static void
put_contents(CldHtml *h)
{
    if (h->view->groups->len < 2)
        return;
    cld_html_put(h, "<nav class=\"contents\" aria-label=\"Events\"><ol>\n");
    for (guint i = 0; i < h->view->groups->len; i++) {
        const CldViewGroup *group = g_ptr_array_index(h->view->groups, i);
        g_autofree char *counts = cld_view_dup_group_line(group);
        cld_html_put(h, "<li><a href=\"#e%u\">%s</a> <span class=\"from\">%s</span></li>\n",
                     (guint)(group->index + 1),
                     group->event == NULL ? "Outside any event" : group->event->title, counts);
    }
    cld_html_put(h, "</ol></nav>\n");
}

/**
 * cld_render_html:
 * @report: what was found
 * @options: (nullable): not used
 * @length_bytes: (out) (optional): length of the page
 *
 * Returns: (transfer full): the report as one page that fetches nothing
 */
char *
cld_render_html(const CldReport *report, const CldRenderOptions *options, gsize *length_bytes)
{
    g_autoptr(CldView) view = cld_view_new(report);
    g_autofree char *title = dup_title(view);
    CldHtml h = {.out = g_string_new(NULL), .view = view};
    put_head(&h, title);
    cld_html_put(&h, "<body>\n<a class=\"skip\" href=\"#findings\">Skip to the findings</a>\n");
    put_masthead(&h, title);
    put_unread(&h);
    put_contents(&h);
    cld_html_put_filters(&h);
    cld_html_put(&h, "<main id=\"findings\" tabindex=\"-1\">\n");
    for (guint i = 0; i < view->groups->len; i++)
        put_group(&h, g_ptr_array_index(view->groups, i));
    put_not_compared(&h);
    cld_html_put_sources(&h);
    put_foot(&h);
    if (length_bytes != NULL)
        *length_bytes = h.out->len;
    return g_string_free(h.out, FALSE);
}
