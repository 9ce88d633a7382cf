/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-decision.h"
#include <gio/gio.h>
#include <string.h>

#define AT_PATTERN      "dddd-dd-ddTdd:dd:ddZ"
#define EXPIRES_PATTERN "dddd-dd-dd"

static void
past_free(CldPastDecision *self)
{
    g_free(self->reason);
    g_free(self->by);
    g_free(self->at);
    g_free(self->expires);
    g_free(self);
}

static CldPastDecision *
past_new(
    CldVerdict verdict, const char *reason, const char *by, const char *at, const char *expires)
{
    CldPastDecision *self = g_new0(CldPastDecision, 1);
    self->verdict = verdict;
    self->reason = g_strdup(reason);
    self->by = g_strdup(by);
    self->at = g_strdup(at);
    self->expires = g_strdup(expires);
    return self;
}

static CldDecision *
decision_alloc(CldTarget *target, const CldPastDecision *facts)
{
    CldDecision *self = g_atomic_rc_box_new0(CldDecision);
    self->target = cld_target_ref(target);
    self->verdict = facts->verdict;
    self->reason = g_strdup(facts->reason);
    self->by = g_strdup(facts->by);
    self->at = g_strdup(facts->at);
    self->expires = g_strdup(facts->expires);
    self->history = g_ptr_array_new_with_free_func((GDestroyNotify)past_free);
    return self;
}

/* 'd' stands for a digit, everything else for itself. */
static gboolean
has_pattern(const char *text, const char *pattern)
{
    if (strlen(text) != strlen(pattern))
        return FALSE;
    for (guint i = 0; pattern[i] != '\0'; i++) {
        if (pattern[i] == 'd' ? !g_ascii_isdigit(text[i]) : text[i] != pattern[i])
            return FALSE;
    }
    return TRUE;
}

static guint
number_at(const char *text, guint offset, guint length)
{
    guint value = 0;
    for (guint i = 0; i < length; i++)
        value = value * 10 + (guint)g_ascii_digit_value(text[offset + i]);
    return value;
}

static gboolean
is_day(const char *text)
{
    guint year = number_at(text, 0, 4), month = number_at(text, 5, 2), day = number_at(text, 8, 2);
    return g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year);
}

static gboolean
is_moment(const char *text)
{
    return has_pattern(text, AT_PATTERN) && is_day(text) && number_at(text, 11, 2) < 24 &&
           number_at(text, 14, 2) < 60 && number_at(text, 17, 2) < 60;
}

static gboolean
refuse(GError **error, const char *what)
{
    g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, what);
    return FALSE;
}

static gboolean
is_text(const char *text, guint max_chars)
{
    return text == NULL ||
           (g_utf8_validate(text, -1, NULL) && g_utf8_strlen(text, -1) <= (glong)max_chars);
}

static gboolean
check(const char *reason, const char *by, const char *at, const char *expires, GError **error)
{
    if (!is_text(reason, CLD_DECISION_MAX_REASON))
        return refuse(error, "the reason is longer than 4,000 characters or not UTF-8");
    if (!is_text(by, CLD_DECISION_MAX_NAME))
        return refuse(error, "the name is longer than 200 characters or not UTF-8");
    if (at == NULL || !is_moment(at))
        return refuse(error, "the time of the decision is not like 2026-11-23T12:50:00Z");
    if (expires != NULL && !(has_pattern(expires, EXPIRES_PATTERN) && is_day(expires)))
        return refuse(error, "the day of expiry is not like 2026-12-31");
    return TRUE;
}

/**
 * cld_decision_new:
 * @target: what it is about; a reference is kept
 * @verdict: what was decided
 * @reason: (nullable): why
 * @by: (nullable): who
 * @at: when, UTC, "2026-11-23T12:50:00Z"
 * @expires: (nullable): the last day on which it holds, "2026-12-31"
 * @error: return location for a #GIOErrorEnum error, or %NULL
 *
 * Returns: (transfer full): a decision without history; %NULL if a date is none or a text too long
 */
CldDecision *
cld_decision_new(CldTarget *target,
                 CldVerdict verdict,
                 const char *reason,
                 const char *by,
                 const char *at,
                 const char *expires,
                 GError **error)
{
    if (!check(reason, by, at, expires, error))
        return NULL;
    CldPastDecision facts = {verdict, (char *)reason, (char *)by, (char *)at, (char *)expires};
    return decision_alloc(target, &facts);
}

/* Appends an earlier decision, the newest first; what is over #CLD_DECISION_MAX_HISTORY is left
 * out. For whoever builds the record, before anybody else sees it. */
void
cld_decision_add_past(CldDecision *self,
                      CldVerdict verdict,
                      const char *reason,
                      const char *by,
                      const char *at,
                      const char *expires)
{
    if (self->history->len < CLD_DECISION_MAX_HISTORY)
        g_ptr_array_add(self->history, past_new(verdict, reason, by, at, expires));
}

static void
add_history_of(CldDecision *self, const CldDecision *earlier, guint from)
{
    for (guint i = from; i < earlier->history->len; i++) {
        const CldPastDecision *past = g_ptr_array_index(earlier->history, i);
        cld_decision_add_past(self, past->verdict, past->reason, past->by, past->at, past->expires);
    }
}

/**
 * cld_decision_new_over:
 * @self: a new decision
 * @earlier: the one it replaces
 *
 * Returns: (transfer full): @self with @earlier and its past as history
 */
CldDecision *
cld_decision_new_over(const CldDecision *self, const CldDecision *earlier)
{
    CldPastDecision facts = {self->verdict, self->reason, self->by, self->at, self->expires};
    CldDecision *both = decision_alloc(self->target, &facts);
    cld_decision_add_past(both, earlier->verdict, earlier->reason, earlier->by, earlier->at,
                          earlier->expires);
    add_history_of(both, earlier, 0);
    both->extra = g_strdup(self->extra != NULL ? self->extra : earlier->extra);
    return both;
}

/**
 * cld_decision_new_over_other_texts:
 * @self: a new decision
 * @earlier: what was decided when the texts read otherwise
 *
 * An opening that nobody made stands between the two: taking @self back must not settle the new
 * texts by what was decided about the old ones.
 *
 * Returns: (transfer full): @self with the opening, @earlier and its past as history
 */
CldDecision *
cld_decision_new_over_other_texts(const CldDecision *self, const CldDecision *earlier)
{
    CldPastDecision opening = {CLD_VERDICT_OPEN, NULL, NULL, self->at, NULL};
    g_autoptr(CldDecision) opened = decision_alloc(self->target, &opening);
    g_autoptr(CldDecision) over = cld_decision_new_over(opened, earlier);
    return cld_decision_new_over(self, over);
}

/* Returns: whether @self is the first decision on texts that read otherwise before */
gboolean
cld_decision_is_over_other_texts(const CldDecision *self)
{
    const CldPastDecision *last = self->history->len > 0 ? self->history->pdata[0] : NULL;
    return last != NULL && last->verdict == CLD_VERDICT_OPEN && last->by == NULL;
}

/* Returns: (transfer full) (nullable): the record as it was before its last decision; %NULL if that
 * was the first one on these texts */
CldDecision *
cld_decision_new_undone(const CldDecision *self)
{
    if (self->history->len == 0 || cld_decision_is_over_other_texts(self))
        return NULL;
    CldDecision *before = decision_alloc(self->target, g_ptr_array_index(self->history, 0));
    add_history_of(before, self, 1);
    before->extra = g_strdup(self->extra);
    return before;
}

/**
 * cld_decision_get_state:
 * @self: (nullable): a decision on a finding whose texts are those that were decided about
 * @today: "2026-11-23"; dates of this form are in order when their bytes are
 *
 * Returns: how the finding stands; never stale, which is a matter of the texts
 */
CldReviewState
cld_decision_get_state(const CldDecision *self, const char *today)
{
    static const CldReviewState states[CLD_N_VERDICTS] = {
        CLD_REVIEW_NONE,           CLD_REVIEW_CONFIRMED, CLD_REVIEW_DISMISSED,
        CLD_REVIEW_FALSE_POSITIVE, CLD_REVIEW_DEFERRED,
    };
    if (self == NULL || self->verdict == CLD_VERDICT_OPEN)
        return CLD_REVIEW_NONE;
    if (self->expires != NULL && strcmp(self->expires, today) < 0)
        return CLD_REVIEW_EXPIRED;
    return states[self->verdict];
}

CldDecision *
cld_decision_ref(CldDecision *self)
{
    return g_atomic_rc_box_acquire(self);
}

static void
decision_clear(CldDecision *self)
{
    cld_target_unref(self->target);
    g_free(self->reason);
    g_free(self->by);
    g_free(self->at);
    g_free(self->expires);
    g_ptr_array_unref(self->history);
    g_free(self->extra);
}

void
cld_decision_unref(CldDecision *self)
{
    g_atomic_rc_box_release_full(self, (GDestroyNotify)decision_clear);
}

/* Returns: (transfer full): a standing; a reference to @decision (nullable) is kept */
CldReview *
cld_review_new(CldReviewState state, CldDecision *decision)
{
    CldReview *self = g_new0(CldReview, 1);
    self->state = state;
    self->decision = decision == NULL ? NULL : cld_decision_ref(decision);
    return self;
}

/* @self (nullable): an array out of which reviews were taken may be freed. */
void
cld_review_free(CldReview *self)
{
    if (self == NULL)
        return;
    g_clear_pointer(&self->decision, cld_decision_unref);
    g_free(self);
}

/* Writes the members of a record of the decisions file that say what was decided. */
void
cld_past_decision_put(const CldPastDecision *self, CldJsonWriter *w)
{
    cld_json_string(w, "decision", cld_verdict_get_tag(self->verdict));
    cld_json_string(w, "reason", self->reason);
    cld_json_string(w, "by", self->by);
    cld_json_string(w, "at", self->at);
    cld_json_string(w, "expires", self->expires);
}

/* Writes the same of the decision that stands; not its history. */
void
cld_decision_put(const CldDecision *self, CldJsonWriter *w)
{
    const CldPastDecision facts = {self->verdict, self->reason, self->by, self->at, self->expires};
    cld_past_decision_put(&facts, w);
}
