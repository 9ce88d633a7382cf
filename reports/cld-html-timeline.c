/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-html.h"

/* The three dates of what was lined up: published, said, about. Positions are attributes of SVG in
 * per cent, so the page needs no inline style and the letters keep their size at any width. */

/* Pixels. */
#define LANE_HEIGHT 46
#define AXIS_HEIGHT 30
/* Per mille of the width left free on either side. */
#define MARGIN 20
#define WIDTH  1000
/* Marks of an axis. */
#define MAX_TICKS 6
#define MAX_LANES 40
/* Times further than this before the first or after the last publication are put at the edge. */
#define REACH_MINUTES (21 * (gint64)CLD_MINUTES_PER_DAY)

typedef enum {
    MARK_PUBLISHED,
    MARK_SAID,
    MARK_ABOUT,
    N_MARKS,
} MarkKind;

typedef struct {
    guint article;
    MarkKind kind;
    CldWhen when;
} Mark;

typedef struct {
    CldHtml *h;
    GArray *marks; /* (element-type Mark) */
    gint64 from;   /* minutes */
    gint64 to;     /* minutes */
} Timeline;

static const char *const mark_names[N_MARKS] = {"published", "said", "about"};

static void
add_mark(Timeline *self, guint article, MarkKind kind, CldWhen when)
{
    Mark mark = {article, kind, when};
    if (!cld_when_is_known(when))
        return;
    for (guint i = 0; i < self->marks->len; i++) {
        const Mark *other = &g_array_index(self->marks, Mark, i);
        if (other->article == article && other->kind == kind && other->when.from == when.from &&
            other->when.to == when.to)
            return;
    }
    g_array_append_val(self->marks, mark);
}

static void
add_claims(Timeline *self, const CldViewGroup *group, guint article)
{
    for (guint kind = 0; kind < CLD_N_KINDS; kind++) {
        for (guint i = 0; i < group->findings[kind]->len; i++) {
            const CldFinding *finding = g_ptr_array_index(group->findings[kind], i);
            for (guint k = 0; k < finding->sides->len; k++) {
                const CldClaim *claim = ((CldSide *)g_ptr_array_index(finding->sides, k))->claim;
                if (claim->article != article)
                    continue;
                if (claim->holder != NULL)
                    add_mark(self, article, MARK_SAID, claim->said);
                add_mark(self, article, MARK_ABOUT, claim->about);
            }
        }
    }
}

static void
collect(Timeline *self, const CldViewGroup *group)
{
    for (guint i = 0; i < MIN(group->event->articles->len, MAX_LANES); i++) {
        guint index = g_array_index(group->event->articles, guint, i);
        const CldArticle *article = cld_view_get_article(self->h->view, index);
        if (article == NULL)
            continue;
        add_mark(self, index, MARK_PUBLISHED, article->published);
        add_claims(self, group, index);
    }
}

static void
widen(Timeline *self, CldWhen when)
{
    gboolean is_empty = self->from == self->to;
    self->from = is_empty ? when.from : MIN(self->from, when.from);
    self->to = is_empty ? when.to : MAX(self->to, when.to);
}

/* The axis holds every date of publication and what lies near them; a treaty of 1994 must not
 * press a week's reports into a point. */
static gboolean
fit(Timeline *self)
{
    for (guint i = 0; i < self->marks->len; i++) {
        const Mark *mark = &g_array_index(self->marks, Mark, i);
        if (mark->kind == MARK_PUBLISHED)
            widen(self, mark->when);
    }
    gint64 first = self->from - REACH_MINUTES, last = self->to + REACH_MINUTES;
    for (guint i = 0; i < self->marks->len && self->from < self->to; i++) {
        const Mark *mark = &g_array_index(self->marks, Mark, i);
        if (mark->when.from >= first && mark->when.to <= last)
            widen(self, mark->when);
    }
    CldWhen days = cld_when_whole_day((CldWhen){self->from, self->to});
    self->from = days.from;
    self->to = days.to;
    return self->from < self->to;
}

/* Returns: position on the axis per mille of the width, at an edge if the time is beyond it */
static guint
place(const Timeline *self, gint64 minute)
{
    minute = CLAMP(minute, self->from, self->to);
    return MARGIN + (guint)((minute - self->from) * (WIDTH - 2 * MARGIN) / (self->to - self->from));
}

static gint64
middle_of(CldWhen when)
{
    return when.from + (when.to - when.from) / 2;
}

static void
put_shape(CldHtml *h, MarkKind kind)
{
    static const char *const shapes[N_MARKS] = {
        "<rect x=\"-6\" y=\"-6\" width=\"12\" height=\"12\"/>",
        "<circle r=\"6\"/>",
        "<path d=\"M0-7 7 0 0 7-7 0Z\"/>",
    };
    cld_html_put(h, "<g class=\"%s\">", mark_names[kind]);
    g_string_append(h->out, shapes[kind]);
    cld_html_put(h, "</g>");
}

/* A day without an hour is as long as the day: its mark alone would claim noon. */
static void
put_stretch(const Timeline *self, const Mark *mark, guint y)
{
    guint from = place(self, mark->when.from), to = place(self, mark->when.to);
    if (to <= from + 2)
        return;
    cld_html_put(self->h,
                 "<line class=\"stretch %s\" x1=\"%u.%u%%\" x2=\"%u.%u%%\" y1=\"%u\" y2=\"%u\"/>",
                 mark_names[mark->kind], from / 10, from % 10, to / 10, to % 10, y, y);
}

static gboolean
has_marks(const Timeline *self, guint article)
{
    for (guint i = 0; i < self->marks->len; i++) {
        if (g_array_index(self->marks, Mark, i).article == article)
            return TRUE;
    }
    return FALSE;
}

static void
put_mark(const Timeline *self, const Mark *mark, guint y)
{
    g_autofree char *date = cld_view_dup_date(mark->when);
    guint x = place(self, middle_of(mark->when));
    gboolean is_beyond = mark->when.from < self->from || mark->when.to > self->to;
    put_stretch(self, mark, y);
    cld_html_put(self->h, "<svg x=\"%u.%u%%\" y=\"%u\" overflow=\"visible\"><title>%s %s%s</title>",
                 x / 10, x % 10, y, mark_names[mark->kind], date,
                 is_beyond ? ", beyond this axis" : "");
    put_shape(self->h, mark->kind);
    if (is_beyond)
        cld_html_put(self->h,
                     "<text class=\"beyond\" x=\"%s\" y=\"4\" text-anchor=\"%s\">%s</text>",
                     mark->when.from < self->from ? "12" : "-12",
                     mark->when.from < self->from ? "start" : "end", date);
    cld_html_put(self->h, "</svg>");
}

static void
put_lane(const Timeline *self, guint article, guint top)
{
    guint y = top + 30;
    cld_html_put(self->h, "<text class=\"lane\" x=\"0\" y=\"%u\">%s%s</text>", top + 14,
                 cld_view_get_label(self->h->view, article),
                 has_marks(self, article) ? "" : " (no date known)");
    cld_html_put(self->h, "<line class=\"rail\" x1=\"0\" x2=\"100%%\" y1=\"%u\" y2=\"%u\"/>", y, y);
    for (guint i = self->marks->len; i > 0; i--) { /* published last, so that it lies on top */
        const Mark *mark = &g_array_index(self->marks, Mark, i - 1);
        if (mark->article == article)
            put_mark(self, mark, y);
    }
}

static void
put_axis(const Timeline *self, guint height)
{
    gint64 days = (self->to - self->from) / CLD_MINUTES_PER_DAY;
    gint64 step = MAX(1, (days + MAX_TICKS - 1) / MAX_TICKS);
    for (gint64 day = 0; day < days; day += step) {
        gint64 minute = self->from + day * CLD_MINUTES_PER_DAY;
        g_autofree char *date = cld_view_dup_short_date((CldWhen){minute, minute + 1});
        guint x = place(self, minute);
        cld_html_put(self->h,
                     "<line class=\"tick\" x1=\"%u.%u%%\" x2=\"%u.%u%%\" y1=\"0\" y2=\"%u\"/>",
                     x / 10, x % 10, x / 10, x % 10, height - AXIS_HEIGHT + 6);
        cld_html_put(self->h, "<text class=\"day\" x=\"%u.%u%%\" y=\"%u\">%s</text>", x / 10,
                     x % 10, height - 8, date);
    }
}

static void
put_table(const Timeline *self)
{
    cld_html_put(self->h, "<details><summary>The same dates as a table</summary>"
                          "<table class=\"dates\"><thead><tr><th scope=\"col\">Article</th>"
                          "<th scope=\"col\">What</th><th scope=\"col\">When</th></tr></thead>"
                          "<tbody>\n");
    for (guint i = 0; i < self->marks->len; i++) {
        const Mark *mark = &g_array_index(self->marks, Mark, i);
        g_autofree char *date = cld_view_dup_date(mark->when);
        cld_html_put(self->h, "<tr><td>%s</td><td>%s</td><td>%s</td></tr>\n",
                     cld_view_get_label(self->h->view, mark->article), mark_names[mark->kind],
                     date);
    }
    cld_html_put(self->h, "</tbody></table></details>");
}

static void
put_drawing(const Timeline *self, const CldViewGroup *group)
{
    guint n_lanes = MIN(group->event->articles->len, MAX_LANES);
    guint height = n_lanes * LANE_HEIGHT + AXIS_HEIGHT;
    cld_html_put(self->h,
                 "<svg class=\"timeline\" width=\"100%%\" height=\"%u\" role=\"img\" "
                 "aria-label=\"When each article was published, and the times its claims were "
                 "made at and speak of; the table below has the same dates\">",
                 height);
    put_axis(self, height);
    for (guint i = 0; i < n_lanes; i++)
        put_lane(self, g_array_index(group->event->articles, guint, i), i * LANE_HEIGHT);
    cld_html_put(self->h, "</svg>");
}

static void
put_legend(CldHtml *h)
{
    static const char *const meanings[N_MARKS] = {"published", "said, as the article dates it",
                                                  "the time a claim speaks of"};
    cld_html_put(h, "<p class=\"legend\">");
    for (guint kind = 0; kind < N_MARKS; kind++) {
        cld_html_put(h, "<span><svg width=\"16\" height=\"16\" viewBox=\"-8 -8 16 16\" "
                        "aria-hidden=\"true\">");
        put_shape(h, (MarkKind)kind);
        cld_html_put(h, "</svg> %s</span> ", meanings[kind]);
    }
    cld_html_put(h, "</p>");
}

/* Writes the dates of an event's articles and findings on one axis, if any is known. */
void
cld_html_put_timeline(CldHtml *h, const CldViewGroup *group)
{
    if (group->event == NULL)
        return;
    g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(Mark));
    Timeline self = {.h = h, .marks = marks};
    collect(&self, group);
    if (self.marks->len < 2 || !fit(&self))
        return;
    cld_html_put(h, "<section class=\"dates\"><h3>Timeline</h3>");
    put_legend(h);
    put_drawing(&self, group);
    put_table(&self);
    cld_html_put(h, "</section>\n");
}
