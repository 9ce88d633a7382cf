/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-view.h"

/* The sentences of a report, so that every form says a thing in the same words. */

#define SCOPE_RULES "rules only, no model"

static const char *const kind_headings[CLD_N_KINDS] = {
    "Contradictions", "Updates", "Other wording", "Framing", "Not mentioned",
};

/* Counted nouns of the verdict, by kind. */
static const char *const kind_nouns[CLD_N_KINDS][2] = {
    {"contradiction", "contradictions"}, {"update", "updates"},
    {"other wording", "other wordings"}, {"framing difference", "framing differences"},
    {"omission", "omissions"},
};

static const char *const relations[CLD_N_RELATIONS] = {
    NULL, "between outlets", "between speakers", "same speaker", "within one article",
};

/* Bounds from the habit of intelligence and climate reports to pair a word with each range. */
static const struct {
    double at_least;
    const char *word;
} confidences[] = {
    {0.90, "very likely"},
    {0.70, "likely"},
    {0.50, "probable"},
    {-1.0, "possible"},
};

/* Returns: (transfer none): heading above the findings of @kind */
const char *
cld_view_get_kind_heading(CldKind kind)
{
    g_return_val_if_fail(kind >= 0 && kind < CLD_N_KINDS, NULL);
    return kind_headings[kind];
}

/* Returns: (transfer none) (nullable): between whom, in words */
const char *
cld_view_get_relation(CldRelation relation)
{
    g_return_val_if_fail(relation >= 0 && relation < CLD_N_RELATIONS, NULL);
    return relations[relation];
}

/* Returns: (transfer full): @confidence, from 0 to 1, as a word and a number: "likely (0.83)" */
char *
cld_view_dup_confidence(double confidence)
{
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    guint i = 0;
    g_ascii_formatd(number, sizeof(number), "%.2f", confidence);
    double shown = g_ascii_strtod(number, NULL); /* the word is that of the number beside it */
    while (i + 1 < G_N_ELEMENTS(confidences) && !(shown >= confidences[i].at_least))
        i++;
    return g_strdup_printf("%s (%s)", confidences[i].word, number);
}

/* Returns: (transfer full): "1 article", "4 articles" */
char *
cld_view_dup_count(guint n, const char *singular, const char *plural)
{
    return g_strdup_printf("%u %s", n, n == 1 ? singular : plural);
}

static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};

static char *
dup_day(CldWhen when)
{
    int year = 0, month = 0, day = 0;
    cld_when_get_date(when, &year, &month, &day);
    if (month < 1 || month > 12)
        return g_strdup("unknown date");
    return g_strdup_printf("%d %s %d", day, months[month - 1], year);
}

/* Returns: (transfer full): "25 Apr", the first day of @when, for an axis */
char *
cld_view_dup_short_date(CldWhen when)
{
    int year = 0, month = 0, day = 0;
    cld_when_get_date(when, &year, &month, &day);
    return month < 1 ? g_strdup("") : g_strdup_printf("%d %.3s", day, months[month - 1]);
}

static gboolean
is_same(CldWhen a, CldWhen b)
{
    return a.from == b.from && a.to == b.to;
}

/* "April 2025", "2025" or NULL when it is neither a whole month nor a whole year */
static char *
dup_long_period(CldWhen when, const char *day)
{
    int year = 0, month = 0, of_month = 0;
    cld_when_get_date(when, &year, &month, &of_month);
    if (year == 0)
        return NULL;
    if (is_same(when, cld_when_year(year)))
        return g_strdup_printf("%d", year);
    if (is_same(when, cld_when_month(year, month)))
        return g_strdup(day + 2); /* without the "1 " of its first day */
    return NULL;
}

/* Returns: (transfer full) (nullable): "25 April 2025, 20:36", "April 2025", "1 May 2025 to 3 May
 * 2025"; NULL if unknown */
char *
cld_view_dup_date(CldWhen when)
{
    if (!cld_when_is_known(when))
        return NULL;
    g_autofree char *day = dup_day(when);
    if (cld_when_has_time(when)) {
        gint64 minute = when.from % CLD_MINUTES_PER_DAY;
        minute += minute < 0 ? CLD_MINUTES_PER_DAY : 0;
        return g_strdup_printf("%s, %02d:%02d", day, (int)(minute / 60), (int)(minute % 60));
    }
    if (when.to - when.from <= CLD_MINUTES_PER_DAY)
        return g_steal_pointer(&day);
    char *period = dup_long_period(when, day);
    if (period != NULL)
        return period;
    g_autofree char *last = dup_day((CldWhen){when.to - 1, when.to});
    return g_strdup_printf("%s to %s", day, last);
}

/* Returns: (transfer full): who says it: "Ana Ruiz admitted", "a source said, via Wire One", "in
 * the outlet's own voice" */
char *
cld_view_dup_attribution(const CldClaim *claim)
{
    GString *out = g_string_new(claim->holder);
    if (claim->holder == NULL)
        g_string_append(out, "in the outlet’s own voice");
    else if (claim->cue != NULL && *claim->cue != '\0')
        g_string_append_printf(out, " (“%s”)", claim->cue);
    for (guint i = 0; i < claim->chain->len; i++)
        g_string_append_printf(out, "%s%s", i == 0 ? ", via " : " and ",
                               (const char *)g_ptr_array_index(claim->chain, i));
    return g_string_free(out, FALSE);
}

/* Returns: (transfer full) (nullable): the days on which the event was reported; NULL if unknown */
char *
cld_view_dup_event_date(const CldEvent *event)
{
    return cld_view_dup_date(cld_when_whole_day((CldWhen){event->from.from, event->to.to}));
}

static CldWhen
published_of(const CldView *self, const CldClaim *claim)
{
    const CldArticle *article = cld_view_get_article(self, claim->article);
    return article == NULL ? CLD_WHEN_UNKNOWN : article->published;
}

/* Returns: (transfer full) (nullable): when it was said, if somebody said it at another time than
 * that of the report */
char *
cld_view_dup_said(const CldView *self, const CldClaim *claim)
{
    gboolean is_new = !is_same(claim->said, published_of(self, claim));
    return claim->holder != NULL && is_new ? cld_view_dup_date(claim->said) : NULL;
}

/* Returns: (transfer full) (nullable): the time it speaks of, if that is another than the day it
 * was said or published */
char *
cld_view_dup_about(const CldView *self, const CldClaim *claim)
{
    gboolean is_new =
        !is_same(claim->about, claim->said) &&
        !is_same(cld_when_whole_day(claim->about), cld_when_whole_day(published_of(self, claim)));
    return is_new ? cld_view_dup_date(claim->about) : NULL;
}

/* Returns: (transfer full): "The Gazette, North Post and Evening Wire" */
char *
cld_view_dup_missing(const CldView *self, const CldFinding *finding)
{
    GString *out = g_string_new(NULL);
    guint n = finding->missing_from->len;
    for (guint i = 0; i < n; i++) {
        const char *joint = i == 0 ? "" : i + 1 == n ? " and " : ", ";
        guint article = g_array_index(finding->missing_from, guint, i);
        g_string_append_printf(out, "%s%s", joint, cld_view_get_label(self, article));
    }
    return g_string_free(out, FALSE);
}

/* Returns: (transfer full): by what the report was made: rules, or rules and a model */
char *
cld_view_dup_scope(const CldReport *report)
{
    if (report->model == NULL)
        return g_strdup(SCOPE_RULES);
    if (report->model_sha256 == NULL || report->model_runtime == NULL)
        return g_strdup_printf("rules and model %s", report->model);
    return g_strdup_printf("rules and model %s (%.12s, %s)", report->model, report->model_sha256,
                           report->model_runtime);
}

/* Returns: (transfer full): what happened to the input and where: "refused (encoding), at byte 9:
 * not UTF-8" */
char *
cld_view_dup_input(const CldInput *input)
{
    static const char *const words[CLD_N_OUTCOMES] = {"read", "read with a warning", "not read",
                                                      "limited"};
    GString *out = g_string_new(words[input->outcome]);
    if (input->code != NULL)
        g_string_append_printf(out, " (%s)", input->code);
    if (input->offset_bytes >= 0)
        g_string_append_printf(out, ", at byte %" G_GSSIZE_FORMAT, input->offset_bytes);
    if (input->message != NULL)
        g_string_append_printf(out, ": %s", input->message);
    return g_string_free(out, FALSE);
}

static guint
count_high(const CldReport *report)
{
    guint n = 0;
    for (guint i = 0; i < report->findings->len; i++) {
        const CldFinding *finding = g_ptr_array_index(report->findings, i);
        n += cld_type_get_info(finding->type)->kind == CLD_KIND_CONTRADICTION &&
             finding->severity == CLD_SEVERITY_HIGH &&
             cld_checked_is_shown(cld_report_get_checked(report, i));
    }
    return n;
}

static void
append_counts(GString *out, const CldView *self)
{
    guint high = count_high(self->report);
    for (guint kind = 0; kind < CLD_N_KINDS; kind++) {
        guint n = cld_view_count_kind(self, kind);
        if (n == 0 && kind != CLD_KIND_CONTRADICTION)
            continue;
        g_autofree char *count = cld_view_dup_count(n, kind_nouns[kind][0], kind_nouns[kind][1]);
        g_string_append_printf(out, "%s%s", kind == 0 ? "" : ", ",
                               n == 0 ? "no contradiction" : count);
        if (kind == CLD_KIND_CONTRADICTION && high > 0)
            g_string_append_printf(out, " (%u of high severity)", high);
    }
    if (self->report->agreements->len > 0) {
        g_autofree char *agreements =
            cld_view_dup_count(self->report->agreements->len, "agreement", "agreements");
        g_string_append_printf(out, ", %s", agreements);
    }
}

/* Returns: (transfer full) (nullable): why a finding is not simply new, as a sentence: "It is
 * decided: dismissed by Ana (both counts are right)."; may hold any text */
char *
cld_view_dup_standing(const CldChecked *checked)
{
    if (checked == NULL || checked->state == CLD_CHECKED_NEW)
        return NULL;
    if (checked->state == CLD_CHECKED_BASELINE)
        return g_strdup("It stands in the baseline.");
    GString *out = g_string_new(checked->state == CLD_CHECKED_STALE
                                    ? "It was decided on other texts or for a time that is over"
                                    : "It is decided");
    const CldDecision *decision = checked->decision;
    if (decision != NULL)
        g_string_append_printf(out, ": %s", cld_verdict_get_tag(decision->verdict));
    if (decision != NULL && decision->by != NULL)
        g_string_append_printf(out, " by %s", decision->by);
    if (decision != NULL && decision->reason != NULL && *decision->reason != '\0')
        g_string_append_printf(out, " (%s)", decision->reason);
    g_string_append_c(out, '.');
    return g_string_free(out, FALSE);
}

static void
append_count(GString *out, guint n, const char *words)
{
    if (n > 0)
        g_string_append_printf(out, ", %u %s", n, words);
}

/* Returns: (transfer full): "2 new findings, 1 decided on other texts, 3 in the baseline, 4
 * dismissed"; how many are dismissed is said on every run */
char *
cld_view_dup_known(const CldReport *report)
{
    guint n_of[CLD_N_CHECKED_STATES] = {0}, n_dismissed = 0;
    for (guint i = 0; i < report->findings->len; i++) {
        const CldChecked *checked = cld_report_get_checked(report, i);
        n_of[checked == NULL ? CLD_CHECKED_NEW : checked->state]++;
        n_dismissed += cld_checked_is_dismissed(checked);
    }
    GString *out = g_string_new(NULL);
    guint n_new = n_of[CLD_CHECKED_NEW];
    g_string_append_printf(out, "%u new %s", n_new, n_new == 1 ? "finding" : "findings");
    append_count(out, n_of[CLD_CHECKED_STALE], "decided on other texts");
    append_count(out, n_of[CLD_CHECKED_BASELINE], "in the baseline");
    append_count(out, n_of[CLD_CHECKED_DECIDED] - n_dismissed, "confirmed or deferred");
    g_string_append_printf(out, ", %u dismissed", n_dismissed);
    return g_string_free(out, FALSE);
}

/* Returns: (transfer full): "3 articles, 2 contradictions, 1 update" for one event */
char *
cld_view_dup_group_line(const CldViewGroup *group)
{
    guint n = group->event == NULL ? 0 : group->event->articles->len;
    g_autofree char *articles = cld_view_dup_count(n, "article", "articles");
    GString *out = g_string_new(group->event == NULL ? "" : articles);
    for (guint kind = 0; kind < CLD_N_KINDS; kind++) {
        if (group->findings[kind]->len == 0)
            continue;
        g_autofree char *count = cld_view_dup_count(group->findings[kind]->len, kind_nouns[kind][0],
                                                    kind_nouns[kind][1]);
        g_string_append_printf(out, "%s%s", out->len > 0 ? ", " : "", count);
    }
    return g_string_free(out, FALSE);
}

/* Returns: (transfer full): the report in one line; silence about what was not read is not among
 * its possible forms */
char *
cld_view_dup_verdict(const CldView *self)
{
    const CldReport *report = self->report;
    GString *out = g_string_new(NULL);
    guint unread = cld_view_count_unread(report);
    g_autofree char *articles = cld_view_dup_count(report->articles->len, "article", "articles");
    g_autofree char *scope = cld_view_dup_scope(report);
    if (report->articles->len == 0) {
        g_string_append(out, "nothing was compared");
    } else {
        append_counts(out, self);
        g_string_append_printf(out, " in %s", articles);
    }
    if (unread > 0) {
        g_autofree char *inputs = cld_view_dup_count(unread, "input", "inputs");
        g_string_append_printf(out, "; %s not read in full", inputs);
    }
    if (report->not_compared->len > 0)
        g_string_append_printf(out, "; %u not compared", report->not_compared->len);
    if (report->check != NULL) {
        g_autofree char *known = cld_view_dup_known(report);
        g_string_append_printf(out, "; %s", known);
    }
    g_string_append_printf(out, "; %s", scope);
    out->str[0] = g_ascii_toupper(out->str[0]);
    return g_string_free(out, FALSE);
}
