/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-render-terminal.h"
#include "cld-terminal-page.h"
#include "cld-view.h"

/* From this width on two passages stand side by side. */
#define PAIR_COLUMNS 110
/* Agreements printed for an event; the rest is counted. */
#define MAX_AGREEMENTS 5
/* Bytes of text kept on either side of the marked words in a compact line. */
#define SNIPPET_BYTES 60

typedef struct {
    CldTerminalPage page;
    const CldView *view;
    gboolean is_alone; /* one finding without a report around it */
} Terminal;

static void
add(Terminal *t, CldStyle style, const char *text)
{
    cld_terminal_page_add(&t->page, style, text);
}

static void G_GNUC_PRINTF(3, 4) addf(Terminal *t, CldStyle style, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    add(t, style, text);
}

static void
end(Terminal *t, guint indent, guint hanging)
{
    cld_terminal_page_end(&t->page, indent, hanging);
}

static void
blank(Terminal *t)
{
    cld_terminal_page_blank(&t->page);
}

static const char *
published_of(const CldArticle *article, char **owned)
{
    *owned = cld_view_dup_date(article->published);
    return *owned == NULL ? "no date" : *owned;
}

static void
put_article(Terminal *t, guint i)
{
    const CldArticle *article = g_ptr_array_index(t->view->report->articles, i);
    gint copy =
        i < t->view->report->copy_of->len ? g_array_index(t->view->report->copy_of, gint, i) : -1;
    g_autofree char *date = NULL;
    addf(t, CLD_STYLE_FAINT, "a%u  ", i + 1);
    add(t, CLD_STYLE_BOLD, cld_view_get_label(t->view, i));
    addf(t, CLD_STYLE_PLAIN, ", %s", published_of(article, &date));
    if (article->title != NULL)
        addf(t, CLD_STYLE_PLAIN, ": %s", article->title);
    end(t, 2, 6);
    add(t, CLD_STYLE_FAINT, article->source);
    addf(t, CLD_STYLE_FAINT, " · outlet %s%s", article->outlet_from == NULL ? "" : "from ",
         article->outlet_from == NULL ? "not found" : article->outlet_from);
    addf(t, CLD_STYLE_FAINT, " · date %s%s", article->published_from == NULL ? "" : "from ",
         article->published_from == NULL ? "not found" : article->published_from);
    if (copy >= 0)
        addf(t, CLD_STYLE_CAUTION, " · copy of a%d, counts as the same origin", copy + 1);
    end(t, 6, 6);
    for (guint k = 0; k < article->warnings->len; k++) {
        addf(t, CLD_STYLE_CAUTION, "! %s", (const char *)g_ptr_array_index(article->warnings, k));
        end(t, 6, 8);
    }
}

/* What was not read comes first: a report on half the sources must not look like one on all. */
static void
put_unread(Terminal *t)
{
    const CldReport *report = t->view->report;
    for (guint i = 0; i < report->inputs->len; i++) {
        const CldInput *input = g_ptr_array_index(report->inputs, i);
        if (input->outcome == CLD_OUTCOME_ACCEPTED || cld_view_is_repeated(t->view, input))
            continue;
        g_autofree char *what = cld_view_dup_input(input);
        gboolean is_lost = input->outcome != CLD_OUTCOME_WARNED;
        add(t, is_lost ? CLD_STYLE_BAD : CLD_STYLE_CAUTION, is_lost ? "✗ " : "! ");
        add(t, CLD_STYLE_BOLD, input->source);
        addf(t, CLD_STYLE_PLAIN, ": %s", what);
        end(t, 2, 4);
    }
}

static void
put_header(Terminal *t)
{
    const CldReport *report = t->view->report;
    g_autofree char *articles = cld_view_dup_count(report->articles->len, "article", "articles");
    g_autofree char *events = cld_view_dup_count(report->events->len, "event", "events");
    g_autofree char *claims = cld_view_dup_count(report->claims->len, "claim", "claims");
    g_autofree char *scope = cld_view_dup_scope(report);
    add(t, CLD_STYLE_HEADING, "claimdiff");
    addf(t, CLD_STYLE_PLAIN, " · %s · %s · %s · %s", articles, events, claims, scope);
    end(t, 0, 2);
    cld_terminal_page_rule(&t->page, 0x2500);
    put_unread(t);
    for (guint i = 0; i < report->articles->len; i++)
        put_article(t, i);
}

static void
add_passage(Terminal *t, const CldSide *side)
{
    g_autoptr(GArray) pieces = cld_view_pieces(side);
    for (guint i = 0; i < pieces->len; i++) {
        const CldSpanPiece *piece = &g_array_index(pieces, CldSpanPiece, i);
        cld_terminal_page_add_bytes(&t->page, piece->is_marked ? CLD_STYLE_MARK : CLD_STYLE_PLAIN,
                                    side->claim->text + piece->span.start,
                                    cld_span_length(piece->span));
    }
}

static void
add_origin(Terminal *t, const CldSide *side)
{
    const CldArticle *article = cld_view_get_article(t->view, side->claim->article);
    add(t, CLD_STYLE_BOLD, cld_view_get_label(t->view, side->claim->article));
    g_autofree char *date = NULL;
    if (article != NULL)
        addf(t, CLD_STYLE_FAINT, " · %s", published_of(article, &date));
    if (side->claim->line > 0)
        addf(t, CLD_STYLE_FAINT, " · line %u", side->claim->line);
    if (side->claim->part == CLD_PART_HEADLINE)
        add(t, CLD_STYLE_FAINT, " · headline");
}

static void
add_speaker(Terminal *t, const CldSide *side)
{
    g_autofree char *who = cld_view_dup_attribution(side->claim);
    g_autofree char *said = cld_view_dup_said(t->view, side->claim);
    add(t, CLD_STYLE_FAINT, who);
    if (said != NULL)
        addf(t, CLD_STYLE_FAINT, ", said %s", said);
    g_autofree char *about = cld_view_dup_about(t->view, side->claim);
    if (about != NULL)
        addf(t, CLD_STYLE_FAINT, ", about %s", about);
}

static void
put_side(Terminal *t, const CldSide *side)
{
    add_origin(t, side);
    add(t, CLD_STYLE_FAINT, " · ");
    add_speaker(t, side);
    end(t, 6, 8);
    add_passage(t, side);
    end(t, 8, 8);
}

static GPtrArray *
take_side(Terminal *t, const CldSide *side, guint columns)
{
    add_origin(t, side);
    GPtrArray *rows = cld_terminal_page_take(&t->page, columns);
    add_speaker(t, side);
    cld_terminal_page_take_more(&t->page, columns, rows);
    add_passage(t, side);
    cld_terminal_page_take_more(&t->page, columns, rows);
    return rows;
}

static void
put_sides(Terminal *t, const CldFinding *finding)
{
    if (finding->sides->len == 2 && t->page.width >= PAIR_COLUMNS) {
        guint columns = (t->page.width - 6 - 3) / 2;
        g_autoptr(GPtrArray) left = take_side(t, finding->sides->pdata[0], columns);
        g_autoptr(GPtrArray) right = take_side(t, finding->sides->pdata[1], columns);
        cld_terminal_page_pair(&t->page, left, right, 6);
        return;
    }
    for (guint i = 0; i < finding->sides->len; i++)
        put_side(t, g_ptr_array_index(finding->sides, i));
}

/* "Contradiction · ": in a report the heading says it. */
static void
add_kind(Terminal *t, CldKind kind)
{
    const char *tag = cld_kind_get_tag(kind);
    addf(t, CLD_STYLE_BOLD, "%c%s · ", g_ascii_toupper(*tag), tag + 1);
}

static void
put_finding_title(Terminal *t, const CldFinding *finding)
{
    static const CldStyle styles[] = {CLD_STYLE_PLAIN, CLD_STYLE_CAUTION, CLD_STYLE_BAD};
    const char *relation = cld_view_get_relation(finding->relation);
    g_autofree char *type = cld_view_dup_type(finding->type);
    if (t->is_alone)
        add_kind(t, cld_type_get_info(finding->type)->kind);
    else
        addf(t, CLD_STYLE_BOLD, "%u. ", cld_view_get_number(t->view, finding));
    add(t, CLD_STYLE_BOLD, type);
    if (finding->subject != NULL)
        addf(t, CLD_STYLE_BOLD, ": %s", finding->subject);
    if (relation != NULL)
        addf(t, CLD_STYLE_PLAIN, " · %s", relation);
    if (cld_type_get_info(finding->type)->kind == CLD_KIND_CONTRADICTION) {
        add(t, CLD_STYLE_PLAIN, " · ");
        addf(t, styles[finding->severity], "%s severity", cld_severity_get_tag(finding->severity));
    }
    g_autofree char *confidence = cld_view_dup_confidence(finding->confidence);
    addf(t, CLD_STYLE_PLAIN, " · %s", confidence);
    end(t, 2, 5);
}

static void
put_diff(Terminal *t, const GPtrArray *diff)
{
    if (diff->len == 0)
        return;
    add(t, CLD_STYLE_FAINT, "Words: ");
    for (guint i = 0; i < diff->len; i++) {
        const CldDiffStep *step = g_ptr_array_index(diff, i);
        CldStyle style = step->op == '-'   ? CLD_STYLE_REMOVED
                         : step->op == '+' ? CLD_STYLE_ADDED
                                           : CLD_STYLE_PLAIN;
        if (step->is_marked)
            add(t, CLD_STYLE_BAD, "!");
        add(t, style, step->text);
        add(t, CLD_STYLE_PLAIN, " ");
    }
    end(t, 6, 8);
}

static void
put_also(Terminal *t, const CldFinding *finding)
{
    for (guint i = 0; i < finding->also->len; i++) {
        const CldClaim *claim = g_ptr_array_index(finding->also, i);
        add(t, CLD_STYLE_FAINT, "Also ");
        add(t, CLD_STYLE_PLAIN, cld_view_get_label(t->view, claim->article));
        addf(t, CLD_STYLE_FAINT, ": %s", claim->text);
        end(t, 6, 8);
    }
}

static void
put_explanation(Terminal *t, const CldFinding *finding)
{
    if (finding->explanation != NULL) {
        add(t, CLD_STYLE_FAINT, "Why: ");
        add(t, CLD_STYLE_PLAIN, finding->explanation);
        end(t, 6, 8);
    }
    g_autofree char *standing = cld_view_dup_standing(cld_view_get_checked(t->view, finding));
    if (standing != NULL) {
        add(t, CLD_STYLE_PLAIN, standing);
        end(t, 6, 8);
    }
}

static void
put_full(Terminal *t, const CldFinding *finding)
{
    blank(t);
    put_finding_title(t, finding);
    put_sides(t, finding);
    put_diff(t, finding->diff);
    put_explanation(t, finding);
    put_also(t, finding);
    addf(t, CLD_STYLE_FAINT, "id %s", finding->id);
    end(t, 6, 8);
}

/* The marked words with a little of the text around them. */
static void
add_snippet(Terminal *t, const CldSide *side)
{
    g_autoptr(GArray) pieces = cld_view_pieces(side);
    const char *text = side->claim->text;
    for (guint i = 0; i < pieces->len; i++) {
        const CldSpanPiece *piece = &g_array_index(pieces, CldSpanPiece, i);
        CldSpan kept = cld_view_shorten(text, piece, pieces->len, i, SNIPPET_BYTES);
        add(t, CLD_STYLE_FAINT, kept.start > piece->span.start ? "… " : "");
        cld_terminal_page_add_bytes(&t->page, piece->is_marked ? CLD_STYLE_MARK : CLD_STYLE_PLAIN,
                                    text + kept.start, cld_span_length(kept));
        add(t, CLD_STYLE_FAINT, kept.end < piece->span.end ? " …" : "");
    }
}

static void
put_compact(Terminal *t, const CldFinding *finding)
{
    blank(t);
    put_finding_title(t, finding);
    for (guint i = 0; i < finding->sides->len; i++) {
        const CldSide *side = g_ptr_array_index(finding->sides, i);
        add(t, CLD_STYLE_BOLD, cld_view_get_label(t->view, side->claim->article));
        add(t, CLD_STYLE_FAINT, ": ");
        add_snippet(t, side);
        end(t, 6, 8);
    }
    put_explanation(t, finding);
}

static void
put_omission(Terminal *t, const CldFinding *finding)
{
    g_autofree char *missing = cld_view_dup_missing(t->view, finding);
    blank(t);
    put_finding_title(t, finding);
    for (guint i = 0; i < finding->sides->len; i++)
        put_side(t, g_ptr_array_index(finding->sides, i));
    addf(t, CLD_STYLE_PLAIN, "not mentioned by %s", missing);
    end(t, 6, 8);
    put_explanation(t, finding);
}

typedef void (*FindingPutter)(Terminal *t, const CldFinding *finding);

static const FindingPutter putters[CLD_N_KINDS] = {
    [CLD_KIND_CONTRADICTION] = put_full, [CLD_KIND_UPDATE] = put_full,
    [CLD_KIND_WORDING] = put_full,       [CLD_KIND_FRAMING] = put_compact,
    [CLD_KIND_OMISSION] = put_omission,
};

static void
put_kind(Terminal *t, CldKind kind, const GPtrArray *findings)
{
    if (findings->len == 0)
        return;
    blank(t);
    addf(t, CLD_STYLE_HEADING, "%s (%u)", cld_view_get_kind_heading(kind), findings->len);
    addf(t, CLD_STYLE_FAINT, "  %s", cld_kind_get_meaning(kind));
    end(t, 0, 2);
    for (guint i = 0; i < findings->len; i++)
        putters[kind](t, g_ptr_array_index(findings, i));
}

static void
put_agreement(Terminal *t, const CldAgreement *agreement)
{
    addf(t, CLD_STYLE_GOOD, "%u ", agreement->independent_origins);
    for (guint i = 0; i < agreement->claims->len; i++) {
        const CldClaim *claim = g_ptr_array_index(agreement->claims, i);
        addf(t, CLD_STYLE_BOLD, "%s%s", i == 0 ? "" : ", ",
             cld_view_get_label(t->view, claim->article));
    }
    if (agreement->claims->len > 0) {
        const CldClaim *first = agreement->claims->pdata[0];
        addf(t, CLD_STYLE_PLAIN, ": %s", first->text);
    }
    end(t, 2, 4);
}

static void
put_agreements(Terminal *t, const GPtrArray *agreements)
{
    if (agreements->len == 0)
        return;
    blank(t);
    addf(t, CLD_STYLE_HEADING, "Agreements (%u)", agreements->len);
    addf(t, CLD_STYLE_FAINT, "  %u with two or more independent origins; the number counts them.",
         cld_view_count_independent(agreements));
    end(t, 0, 2);
    for (guint i = 0; i < MIN(agreements->len, MAX_AGREEMENTS); i++)
        put_agreement(t, g_ptr_array_index(agreements, i));
    if (agreements->len > MAX_AGREEMENTS) {
        addf(t, CLD_STYLE_FAINT, "and %u more, in the HTML and JSON forms",
             agreements->len - MAX_AGREEMENTS);
        end(t, 2, 4);
    }
}

static void
put_group(Terminal *t, const CldViewGroup *group)
{
    blank(t);
    cld_terminal_page_rule(&t->page, 0x2550);
    if (group->event == NULL) {
        add(t, CLD_STYLE_HEADING, "Outside any event");
    } else {
        g_autofree char *when = cld_view_dup_event_date(group->event);
        addf(t, CLD_STYLE_HEADING, "Event %d", group->index + 1);
        addf(t, CLD_STYLE_BOLD, " · %s", group->event->title);
        g_autofree char *n = cld_view_dup_count(group->event->articles->len, "article", "articles");
        addf(t, CLD_STYLE_PLAIN, " · %s%s%s", n, when == NULL ? "" : " · ",
             when == NULL ? "" : when);
    }
    end(t, 0, 2);
    for (guint kind = 0; kind < CLD_N_KINDS; kind++)
        put_kind(t, (CldKind)kind, group->findings[kind]);
    if (cld_view_count_findings(group) == 0) {
        add(t, CLD_STYLE_PLAIN, "Nothing to report in the claims that were compared.");
        end(t, 2, 2);
    }
    put_agreements(t, group->agreements);
}

static void
put_not_compared(Terminal *t)
{
    const GPtrArray *rows = t->view->report->not_compared;
    if (rows->len == 0)
        return;
    blank(t);
    addf(t, CLD_STYLE_HEADING, "Not compared (%u)", rows->len);
    end(t, 0, 2);
    for (guint i = 0; i < rows->len; i++) {
        const CldNotCompared *row = g_ptr_array_index(rows, i);
        add(t, CLD_STYLE_BOLD,
            row->article < 0 ? row->source : cld_view_get_label(t->view, (guint)row->article));
        addf(t, CLD_STYLE_PLAIN, ": %s", row->reason);
        end(t, 2, 4);
    }
}

static void
put_verdict(Terminal *t)
{
    g_autofree char *verdict = cld_view_dup_verdict(t->view);
    guint bad = cld_view_count_kind(t->view, CLD_KIND_CONTRADICTION) +
                cld_view_count_unread(t->view->report);
    add(t, bad > 0 ? CLD_STYLE_BAD : CLD_STYLE_BOLD, verdict);
    end(t, 0, 2);
}

/**
 * cld_render_terminal_finding:
 * @page: where to
 * @view: the report that @finding stands in
 * @finding: what to draw
 *
 * Draws one finding in full, as the report does, without its number.
 */
void
cld_render_terminal_finding(CldTerminalPage *page, const CldView *view, const CldFinding *finding)
{
    Terminal t = {.page = *page, .view = view, .is_alone = TRUE};
    if (cld_type_get_info(finding->type)->kind == CLD_KIND_OMISSION)
        put_omission(&t, finding);
    else
        put_full(&t, finding);
    *page = t.page;
}

/**
 * cld_render_terminal:
 * @report: what was found
 * @options: (nullable): colour, width and whether to print the last line only
 * @length_bytes: (out) (optional): length of the text
 *
 * Returns: (transfer full): the report for a screen or a log
 */
char *
cld_render_terminal(const CldReport *report, const CldRenderOptions *options, gsize *length_bytes)
{
    static const CldRenderOptions defaults = {FALSE, 0, FALSE};
    const CldRenderOptions *chosen = options == NULL ? &defaults : options;
    g_autoptr(CldView) view = cld_view_new(report);
    Terminal t = {.view = view};
    cld_terminal_page_init(&t.page, chosen->width, chosen->use_color);
    if (!chosen->is_quiet) {
        put_header(&t);
        for (guint i = 0; i < view->groups->len; i++)
            put_group(&t, g_ptr_array_index(view->groups, i));
        put_not_compared(&t);
        blank(&t);
        cld_terminal_page_rule(&t.page, 0x2500);
    }
    put_verdict(&t);
    return cld_terminal_page_finish(&t.page, length_bytes);
}
