/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-html.h"
#include <string.h>

/* Agreements, where every article came from, and the controls of the page. */

static void
put_agreement(CldHtml *h, const CldAgreement *agreement)
{
    const CldClaim *first = agreement->claims->len > 0 ? agreement->claims->pdata[0] : NULL;
    if (first == NULL)
        return;
    cld_html_put(h, "<li><span class=\"origins\"><strong>%u</strong> independent %s</span>",
                 agreement->independent_origins,
                 agreement->independent_origins == 1 ? "origin" : "origins");
    cld_html_put(h, "<blockquote dir=\"auto\">%s</blockquote><ul>", first->text);
    for (guint i = 0; i < agreement->claims->len; i++) {
        const CldClaim *claim = g_ptr_array_index(agreement->claims, i);
        g_autofree char *who = cld_view_dup_attribution(claim);
        cld_html_put(h,
                     "<li><a class=\"outlet\" href=\"#a%u\">%s</a> <span class=\"who\">%s</span>",
                     claim->article + 1, cld_view_get_label(h->view, claim->article), who);
        if (i > 0 && g_strcmp0(claim->text, first->text) != 0)
            cld_html_put(h, " <span class=\"same\" dir=\"auto\">%s</span>", claim->text);
        cld_html_put(h, "</li>");
    }
    cld_html_put(h, "</ul></li>\n");
}

/* Writes what the articles agree on. */
void
cld_html_put_agreements(CldHtml *h, const CldViewGroup *group)
{
    const GPtrArray *agreements = group->agreements;
    if (agreements->len == 0)
        return;
    cld_html_put(h,
                 "<section class=\"agreements\"><h3 id=\"agreement-%u\">Agreements "
                 "<span class=\"count\">%u</span>"
                 "</h3><p class=\"meaning\">%u with two or more independent origins. Copies of "
                 "one text, and outlets that quote one speaker, are one origin.</p><ol>\n",
                 (guint)(group->index + 1), agreements->len,
                 cld_view_count_independent(agreements));
    for (guint i = 0; i < agreements->len; i++)
        put_agreement(h, g_ptr_array_index(agreements, i));
    cld_html_put(h, "</ol></section>\n");
}

static void
put_known(CldHtml *h, const char *value, const char *from)
{
    if (value == NULL)
        cld_html_put(h, "<span class=\"unknown\">not found</span>");
    else
        cld_html_put(h, "%s", value);
    if (value != NULL && from != NULL)
        cld_html_put(h, " <span class=\"from\">from %s</span>", from);
}

static void
put_notes(CldHtml *h, const CldArticle *article, guint i)
{
    const GArray *copies = h->view->report->copy_of;
    gint copy = i < copies->len ? g_array_index(copies, gint, i) : -1;
    if (copy >= 0)
        cld_html_put(h,
                     "<p class=\"note\">Copy of <a href=\"#a%u\">%s</a>: the two count as one "
                     "origin.</p>",
                     (guint)copy + 1, cld_view_get_label(h->view, (guint)copy));
    for (guint k = 0; k < article->warnings->len; k++)
        cld_html_put(h, "<p class=\"note\">%s</p>",
                     (const char *)g_ptr_array_index(article->warnings, k));
    if (article->dropped->len > 0)
        cld_html_put(h,
                     "<p class=\"aside\">%u %s of the page left out as not the article’s own</p>",
                     article->dropped->len, article->dropped->len == 1 ? "piece" : "pieces");
}

static void
put_source(CldHtml *h, guint i)
{
    const CldArticle *article = g_ptr_array_index(h->view->report->articles, i);
    g_autofree char *date = cld_view_dup_date(article->published);
    cld_html_put(h, "<tr id=\"a%u\"><th scope=\"row\"><span class=\"id\">a%u</span> ", i + 1,
                 i + 1);
    put_known(h, article->outlet, article->outlet_from);
    cld_html_put(h, "</th><td>");
    put_known(h, date, article->published_from);
    cld_html_put(h, "</td><td dir=\"auto\">");
    cld_html_put_link(h, article->url, article->title == NULL ? "(no headline)" : article->title);
    for (guint k = 0; k < article->authors->len; k++)
        cld_html_put(h, k == 0 ? "<span class=\"from\">%s" : ", %s",
                     (const char *)g_ptr_array_index(article->authors, k));
    cld_html_put(h, article->authors->len > 0 ? "</span></td><td><code>" : "</td><td><code>");
    cld_html_put_link(h, article->source, article->source);
    cld_html_put(h, "</code> <span class=\"from\">%s%s%s</span>", article->format,
                 article->language == NULL ? "" : ", ", article->language);
    put_notes(h, article, i);
    cld_html_put(h, "</td></tr>\n");
}

/* Writes a row for every article: what is known of it, and from where. */
void
cld_html_put_sources(CldHtml *h)
{
    const CldReport *report = h->view->report;
    if (report->articles->len == 0)
        return;
    cld_html_put(h, "<section class=\"sources\" aria-labelledby=\"sources\"><h2 id=\"sources\">"
                    "Sources</h2><div class=\"scroll\" role=\"region\" tabindex=\"0\" "
                    "aria-labelledby=\"sources\"><table><thead><tr><th scope=\"col\">Outlet</th>"
                    "<th scope=\"col\">Published</th><th scope=\"col\">Headline</th>"
                    "<th scope=\"col\">File</th></tr></thead><tbody>\n");
    for (guint i = 0; i < report->articles->len; i++)
        put_source(h, i);
    cld_html_put(h, "</tbody></table></div></section>\n");
}

static void
put_kind_boxes(CldHtml *h)
{
    cld_html_put(h, "<fieldset><legend>Kind</legend>");
    for (guint kind = 0; kind < CLD_N_KINDS; kind++) {
        const char *tag = cld_kind_get_tag((CldKind)kind);
        guint n = cld_view_count_kind(h->view, (CldKind)kind);
        if (n > 0)
            cld_html_put(h,
                         "<label><input type=\"checkbox\" id=\"show-%s\" checked> %s "
                         "<span class=\"count\">%u</span></label>",
                         tag, cld_view_get_kind_heading((CldKind)kind), n);
    }
    cld_html_put(h, "</fieldset>");
}

static void
put_severity_boxes(CldHtml *h)
{
    cld_html_put(h, "<fieldset><legend>Severity</legend>");
    for (guint severity = CLD_SEVERITY_HIGH + 1; severity > CLD_SEVERITY_LOW; severity--) {
        const char *tag = cld_severity_get_tag((CldSeverity)(severity - 1));
        cld_html_put(h, "<label><input type=\"checkbox\" id=\"show-%s\" checked> %s</label>", tag,
                     tag);
    }
    cld_html_put(h, "</fieldset>");
}

typedef struct {
    const char *label; /* borrowed */
    guint article;
} OutletRow;

static gint
compare_outlets(gconstpointer a, gconstpointer b)
{
    const OutletRow *x = a, *y = b;
    gint order = strcmp(x->label, y->label);
    return order != 0 ? order : (x->article > y->article) - (x->article < y->article);
}

/* An outlet of several events is one entry, with the ids of all of its articles. */
static void
put_outlet_list(CldHtml *h)
{
    g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(OutletRow));
    for (guint i = 0; i < h->view->report->articles->len; i++) {
        const OutletRow row = {cld_view_get_label(h->view, i), i};
        g_array_append_val(rows, row);
    }
    g_array_sort(rows, compare_outlets);
    cld_html_put(h, "<label class=\"script\">Outlet <select id=\"outlet\"><option value=\"\">all"
                    "</option>");
    for (guint i = 0, next = 0; i < rows->len; i = next) {
        const char *label = g_array_index(rows, OutletRow, i).label;
        cld_html_put(h, "<option value=\"");
        for (; next < rows->len && g_str_equal(g_array_index(rows, OutletRow, next).label, label);
             next++)
            cld_html_put(h, "a%u ", g_array_index(rows, OutletRow, next).article + 1);
        cld_html_put(h, "\">%s</option>", label);
    }
    cld_html_put(h, "</select></label>");
}

static void
put_type_list(CldHtml *h)
{
    gboolean is_used[CLD_N_TYPES] = {FALSE};
    const GPtrArray *findings = h->view->report->findings;
    for (guint i = 0; i < findings->len; i++) {
        const CldFinding *finding = g_ptr_array_index(findings, i);
        is_used[finding->type] |= cld_view_get_number(h->view, finding) > 0;
    }
    cld_html_put(h, "<label class=\"script\">Type <select id=\"type\"><option value=\"\">all"
                    "</option>");
    for (guint type = 0; type < CLD_N_TYPES; type++) {
        const CldTypeInfo *info = cld_type_get_info((CldType)type);
        if (is_used[type])
            cld_html_put(h, "<option value=\"%s/%s\">%s: %s</option>", cld_kind_get_tag(info->kind),
                         info->tag, cld_kind_get_tag(info->kind), info->tag);
    }
    cld_html_put(h, "</select></label>");
}

/* Writes the filters. Kind and severity work by CSS alone, the others appear with the script. */
void
cld_html_put_filters(CldHtml *h)
{
    if (h->view->report->findings->len == 0)
        return;
    cld_html_put(h, "<form class=\"filters\" role=\"search\" aria-label=\"Filter the findings\">");
    put_kind_boxes(h);
    put_severity_boxes(h);
    cld_html_put(h, "<div class=\"lists\">");
    put_outlet_list(h);
    put_type_list(h);
    cld_html_put(h, "<label class=\"script\">Words <input type=\"search\" id=\"words\" "
                    "autocomplete=\"off\" spellcheck=\"false\"></label>"
                    "<button type=\"button\" class=\"script\" id=\"help-button\" "
                    "aria-keyshortcuts=\"?\">Keys <kbd>?</kbd></button></div>"
                    "<p class=\"shown\" id=\"shown\" role=\"status\"></p></form>\n");
}
