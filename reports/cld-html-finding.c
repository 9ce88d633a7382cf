/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-html.h"
#include "cld-target.h"

/* Passages side by side, and the tables of framing. */

static const char *const side_classes[] = {"a", "b"};

/* What a decision on the finding is kept with, as the decisions file writes it: the script adds the
 * decision. */
static void
put_target(CldHtml *h, const CldFinding *finding)
{
    g_autoptr(CldTarget) target = cld_target_new_for_finding(finding, h->view->report->articles);
    CldJsonWriter w = {.out = g_string_new(NULL)};
    cld_json_open(&w, NULL, '{');
    cld_target_put_names(target, &w);
    cld_target_put_sides(target, &w);
    cld_json_close(&w, '}');
    cld_html_put(h, " data-target=\"%s\"", w.out->str);
    g_string_free(w.out, TRUE);
}

/* Attributes by which a finding is filtered and found. */
static void
put_attributes(CldHtml *h, const CldFinding *finding)
{
    const CldTypeInfo *info = cld_type_get_info(finding->type);
    cld_html_put(h, " id=\"f%u\" tabindex=\"-1\" data-kind=\"%s\" data-type=\"%s\"",
                 cld_view_get_number(h->view, finding), cld_kind_get_tag(info->kind), info->tag);
    cld_html_put(h, " data-severity=\"%s\" data-articles=\"",
                 cld_severity_get_tag(finding->severity));
    for (guint i = 0; i < finding->sides->len; i++) {
        const CldSide *side = g_ptr_array_index(finding->sides, i);
        cld_html_put(h, "a%u ", side->claim->article + 1);
    }
    for (guint i = 0; i < finding->missing_from->len; i++)
        cld_html_put(h, "a%u ", g_array_index(finding->missing_from, guint, i) + 1);
    cld_html_put(h, "\"");
    put_target(h, finding);
}

static void
put_heading(CldHtml *h, const CldFinding *finding)
{
    g_autofree char *type = cld_view_dup_type(finding->type);
    guint number = cld_view_get_number(h->view, finding);
    cld_html_put(h, "<h4><a class=\"number\" href=\"#f%u\" title=\"Link to this finding\">%u</a> ",
                 number, number);
    cld_html_put(h, finding->subject == NULL ? "%s" : "<span class=\"type\">%s</span> ", type);
    if (finding->subject != NULL)
        cld_html_put(h, "%s", finding->subject);
    cld_html_put(h, "</h4>");
}

static void
put_facts(CldHtml *h, const CldFinding *finding)
{
    const char *relation = cld_view_get_relation(finding->relation);
    g_autofree char *confidence = cld_view_dup_confidence(finding->confidence);
    cld_html_put(h, "<p class=\"facts\">");
    if (cld_type_get_info(finding->type)->kind == CLD_KIND_CONTRADICTION)
        cld_html_put(h, "<span class=\"severity %s\">%s severity</span> ",
                     cld_severity_get_tag(finding->severity),
                     cld_severity_get_tag(finding->severity));
    if (relation != NULL)
        cld_html_put(h, "<span>%s</span> ", relation);
    cld_html_put(h, "<span>%s</span></p>", confidence);
}

static void
put_language(CldHtml *h, const CldClaim *claim)
{
    const CldArticle *article = cld_view_get_article(h->view, claim->article);
    if (article != NULL && article->language != NULL)
        cld_html_put(h, " lang=\"%s\"", article->language);
}

static void
put_side(CldHtml *h, const CldSide *side, guint i)
{
    const char *css_class = side_classes[i % G_N_ELEMENTS(side_classes)];
    g_autofree char *who = cld_view_dup_attribution(side->claim);
    g_autofree char *said = cld_view_dup_said(h->view, side->claim);
    g_autofree char *about = cld_view_dup_about(h->view, side->claim);
    cld_html_put(h, "<figure class=\"side %s\"><figcaption>", css_class);
    cld_html_put_origin(h, side);
    cld_html_put(h, "</figcaption><blockquote dir=\"auto\"");
    put_language(h, side->claim);
    cld_html_put(h, ">");
    cld_html_put_passage(h, side, css_class);
    cld_html_put(h, "</blockquote><p class=\"who\">%s", who);
    if (said != NULL)
        cld_html_put(h, " <span class=\"date\">said %s</span>", said);
    if (about != NULL)
        cld_html_put(h, " <span class=\"date\">about %s</span>", about);
    cld_html_put(h, "</p></figure>");
}

static void
put_step(CldHtml *h, const CldDiffStep *step)
{
    const char *warning = step->is_marked ? "changes the sense: " : "";
    const char *css_class = step->is_marked ? "sense" : "plain";
    if (step->op == '=')
        cld_html_put(h, "<span>%s</span> ", step->text);
    else if (step->op == '-')
        cld_html_put(
            h, "<del class=\"%s\"><span class=\"spoken\">%sonly in the first: </span>%s</del> ",
            css_class, warning, step->text);
    else
        cld_html_put(
            h, "<ins class=\"%s\"><span class=\"spoken\">%sonly in the second: </span>%s</ins> ",
            css_class, warning, step->text);
}

static void
put_diff(CldHtml *h, const GPtrArray *diff)
{
    gboolean has_mark = FALSE;
    if (diff->len == 0)
        return;
    cld_html_put(h, "<p class=\"diff\" dir=\"auto\">");
    for (guint i = 0; i < diff->len; i++) {
        const CldDiffStep *step = g_ptr_array_index(diff, i);
        put_step(h, step);
        has_mark = has_mark || (step->is_marked && step->op != '=');
    }
    cld_html_put(h, "</p>");
    if (has_mark)
        cld_html_put(h, "<p class=\"key\">Framed words change the sense: a number, name, place, "
                        "modal or negation differs.</p>");
}

static void
put_also(CldHtml *h, const CldFinding *finding)
{
    if (finding->also->len == 0)
        return;
    cld_html_put(h, "<ul class=\"also\" aria-label=\"Others on this\">");
    for (guint i = 0; i < finding->also->len; i++) {
        const CldClaim *claim = g_ptr_array_index(finding->also, i);
        cld_html_put(h, "<li><a class=\"outlet\" href=\"#a%u\">%s</a> %s</li>", claim->article + 1,
                     cld_view_get_label(h->view, claim->article), claim->text);
    }
    cld_html_put(h, "</ul>");
}

static void
put_basis(CldHtml *h, const CldFinding *finding)
{
    const CldTypeInfo *info = cld_type_get_info(finding->type);
    cld_html_put(h, "<details><summary>How this was decided</summary><p>%s ", info->meaning);
    for (guint i = 0; i < finding->basis->len; i++)
        cld_html_put(h, i == 0 ? "Voted for by %s" : ", %s",
                     (const char *)g_ptr_array_index(finding->basis, i));
    cld_html_put(h, finding->basis->len > 0 ? ". " : "");
    cld_html_put(h, "Finding <code>%s</code>; claims", finding->id);
    for (guint i = 0; i < finding->sides->len; i++) {
        const CldSide *side = g_ptr_array_index(finding->sides, i);
        cld_html_put(h, " <code>a%u:%u</code>", side->claim->article + 1, side->claim->number);
    }
    cld_html_put(h, ".</p></details>");
}

/* Writes one finding: what it is, its passages, why, and how it was decided. */
void
cld_html_put_finding(CldHtml *h, const CldFinding *finding)
{
    cld_html_put(h, "<article class=\"finding\"");
    put_attributes(h, finding);
    cld_html_put(h, "><header>");
    put_heading(h, finding);
    put_facts(h, finding);
    cld_html_put(h, "</header><div class=\"sides n%u\">", finding->sides->len);
    for (guint i = 0; i < finding->sides->len; i++)
        put_side(h, g_ptr_array_index(finding->sides, i), i);
    cld_html_put(h, "</div>");
    put_diff(h, finding->diff);
    if (finding->missing_from->len > 0) {
        g_autofree char *missing = cld_view_dup_missing(h->view, finding);
        cld_html_put(h, "<p class=\"missing\">Not mentioned by <strong>%s</strong>.</p>", missing);
    }
    if (finding->explanation != NULL)
        cld_html_put(h, "<p class=\"why\">%s</p>", finding->explanation);
    g_autofree char *standing = cld_view_dup_standing(cld_view_get_checked(h->view, finding));
    if (standing != NULL)
        cld_html_put(h, "<p class=\"why\">%s</p>", standing);
    put_also(h, finding);
    put_basis(h, finding);
    cld_html_put(h, "</article>\n");
}

static void
put_framing_row(CldHtml *h, const CldFinding *finding)
{
    g_autofree char *type = cld_view_dup_type(finding->type);
    g_autofree char *confidence = cld_view_dup_confidence(finding->confidence);
    guint number = cld_view_get_number(h->view, finding);
    cld_html_put(h, "<tr class=\"finding\"");
    put_attributes(h, finding);
    cld_html_put(h,
                 "><th scope=\"row\"><a class=\"number\" href=\"#f%u\">%u</a> %s"
                 "<span class=\"likely\">%s</span></th>",
                 number, number, type, confidence);
    for (guint i = 0; i < 2; i++) {
        const CldSide *side = i < finding->sides->len ? finding->sides->pdata[i] : NULL;
        cld_html_put(h, "<td>");
        if (side != NULL) {
            cld_html_put_origin(h, side);
            cld_html_put(h, "<span class=\"snippet\" dir=\"auto\">");
            cld_html_put_snippet(h, side, side_classes[i]);
            cld_html_put(h, "</span>");
        }
        cld_html_put(h, "</td>");
    }
    cld_html_put(h, "<td class=\"why\">%s</td></tr>\n", finding->explanation);
}

static void
begin_framing_table(CldHtml *h, const char *subject)
{
    cld_html_put(h,
                 "<table class=\"framing\"><caption>%s</caption><thead><tr>"
                 "<th scope=\"col\">Type</th><th scope=\"col\">One</th>"
                 "<th scope=\"col\">Other</th><th scope=\"col\">Why</th></tr></thead><tbody>\n",
                 subject == NULL || *subject == '\0' ? "The event" : subject);
}

/* Writes the framing of an event, a table for each person, place or group; the view has put those
 * of one subject together. */
void
cld_html_put_framing(CldHtml *h, const GPtrArray *findings)
{
    for (guint i = 0; i < findings->len; i++) {
        const CldFinding *finding = g_ptr_array_index(findings, i);
        const CldFinding *last = i > 0 ? g_ptr_array_index(findings, i - 1) : NULL;
        const CldFinding *next = i + 1 < findings->len ? g_ptr_array_index(findings, i + 1) : NULL;
        if (last == NULL || g_strcmp0(last->subject, finding->subject) != 0)
            begin_framing_table(h, finding->subject);
        put_framing_row(h, finding);
        if (next == NULL || g_strcmp0(next->subject, finding->subject) != 0)
            cld_html_put(h, "</tbody></table>\n");
    }
}
