/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-review.h"
#include "cld-decisions-place.h"
#include "cld-review-private.h"
#include "cld-verdicts.h"
#include <gio/gio.h>
#include <string.h>

#define MAX_REPORT_BYTES ((gsize)256 * 1024 * 1024)
/* Findings read in full at one time. */
#define BATCH 200u
/* Findings read in full to see whether a decision that has lost its own belongs to one of them. */
#define MAX_STALE_LOADS 2000u

G_DEFINE_QUARK(cld_reviews_error, cld_reviews_error)

static gboolean
fail(GError **error, CldReviewsError code, const GError *cause)
{
    g_set_error_literal(error, CLD_REVIEWS_ERROR, (gint)code, cause->message);
    return FALSE;
}

static void
item_free(CldReviewItem *self)
{
    cld_finding_row_unref(self->row);
    cld_review_free(self->review);
    g_free(self);
}

static void
append_outlet(GString *out, const CldReport *report, const CldClaim *claim)
{
    const CldArticle *article = g_ptr_array_index(report->articles, claim->article);
    if (out->len > 0)
        g_string_append_c(out, '\n');
    g_string_append(out, article->outlet != NULL ? article->outlet : "?");
}

static CldFindingRow *
row_of(const CldReport *report, const CldFinding *finding)
{
    CldFindingRow *row = cld_finding_row_new(finding->id, finding->type);
    g_autoptr(GString) outlets = g_string_new(NULL);
    g_autoptr(GString) text = g_string_new(NULL);
    row->relation = finding->relation;
    row->severity = finding->severity;
    row->confidence = finding->confidence;
    for (guint i = 0; i < finding->sides->len; i++) {
        const CldSide *side = g_ptr_array_index(finding->sides, i);
        append_outlet(outlets, report, side->claim);
        g_string_append_printf(text, "%s%s", i > 0 ? "\n" : "", side->claim->text);
    }
    row->outlets = g_strdup(outlets->str);
    row->text = g_strdup(text->str);
    return row;
}

static GPtrArray *
list_rows(CldReviews *self, GError **error)
{
    if (self->project != NULL)
        return cld_project_list_findings(self->project, error);
    const CldReport *report = self->saved->report;
    GPtrArray *rows = g_ptr_array_new_with_free_func((GDestroyNotify)cld_finding_row_unref);
    for (guint i = 0; i < report->findings->len; i++)
        g_ptr_array_add(rows, row_of(report, g_ptr_array_index(report->findings, i)));
    return rows;
}

/* What of a collection may be stale: undecided, and found after a decision that has lost its
 * finding was made, or with one of its passages. */
static gboolean
may_be_stale(const CldFindingRow *row, const GPtrArray *unused)
{
    const char *kind = cld_kind_get_tag(cld_type_get_info(row->type)->kind);
    for (guint i = 0; i < unused->len; i++) {
        const CldDecision *decision = g_ptr_array_index(unused, i);
        if (!g_str_equal(decision->target->kind, kind))
            continue;
        g_autoptr(GDateTime) at = g_date_time_new_from_iso8601(decision->at, NULL);
        if (at == NULL || row->found_unix >= g_date_time_to_unix(at))
            return TRUE;
        for (guint k = 0; k < decision->target->sides->len; k++) {
            const CldSelector *side = g_ptr_array_index(decision->target->sides, k);
            if (strstr(row->text, side->exact) != NULL)
                return TRUE;
        }
    }
    return FALSE;
}

/* Returns: (transfer full) (nullable) (element-type CldTarget): targets of these rows, those that
 * are gone meanwhile left out */
static GPtrArray *
load_targets(CldReviews *self, const GPtrArray *ids, GError **error)
{
    GPtrArray *targets = g_ptr_array_new_with_free_func((GDestroyNotify)cld_target_unref);
    for (guint from = 0; from < ids->len; from += BATCH) {
        const char *batch[BATCH + 1] = {NULL};
        for (guint i = 0; i < BATCH && from + i < ids->len; i++)
            batch[i] = g_ptr_array_index(ids, from + i);
        g_autoptr(CldReport) report = cld_project_load_findings(self->project, batch, error);
        if (report == NULL) {
            g_ptr_array_unref(targets);
            return NULL;
        }
        for (guint i = 0; i < report->findings->len; i++)
            g_ptr_array_add(targets, cld_target_new_for_finding(
                                         g_ptr_array_index(report->findings, i), report->articles));
    }
    return targets;
}

static GPtrArray *
list_ids(const GPtrArray *rows)
{
    GPtrArray *ids = g_ptr_array_sized_new(rows->len);
    for (guint i = 0; i < rows->len; i++)
        g_ptr_array_add(ids, ((CldFindingRow *)g_ptr_array_index(rows, i))->id);
    return ids;
}

static GPtrArray *
match_settled(const CldReviews *self, const GPtrArray *rows, const char *today)
{
    GPtrArray *reviews = g_ptr_array_new_with_free_func((GDestroyNotify)cld_review_free);
    for (guint i = 0; i < rows->len; i++) {
        const CldFindingRow *row = g_ptr_array_index(rows, i);
        CldDecision *decision = cld_decisions_find_settling(self->decisions, row->id);
        g_ptr_array_add(reviews, cld_review_new(cld_decision_get_state(decision, today), decision));
    }
    return reviews;
}

/* Sets the stale ones among @reviews; @places says to which row a target belongs. */
static void
set_stale(const CldReviews *self,
          const GPtrArray *targets,
          const GPtrArray *known,
          const GPtrArray *rows,
          GPtrArray *reviews,
          const char *today)
{
    g_autoptr(GPtrArray) found = cld_decisions_match_among(self->decisions, targets, known, today);
    for (guint i = 0, k = 0; i < targets->len; i++) {
        const CldTarget *target = g_ptr_array_index(targets, i);
        while (k < rows->len &&
               !g_str_equal(((CldFindingRow *)g_ptr_array_index(rows, k))->id, target->fingerprint))
            k++;
        if (k >= rows->len)
            return;
        cld_review_free(g_ptr_array_index(reviews, k));
        g_ptr_array_index(reviews, k) = g_steal_pointer(&g_ptr_array_index(found, i));
    }
}

/* The collection gives rows; only those that may be stale are read in full. */
static GPtrArray *
match_project(CldReviews *self, const GPtrArray *rows, const char *today, GError **error)
{
    g_autoptr(GPtrArray) known = list_ids(rows);
    g_autoptr(GPtrArray) unused = cld_decisions_list_unused_by(self->decisions, known);
    g_autoptr(GPtrArray) maybe = g_ptr_array_new();
    GPtrArray *reviews = match_settled(self, rows, today);
    for (guint i = 0; i < rows->len && maybe->len < MAX_STALE_LOADS && unused->len > 0; i++) {
        const CldReview *review = g_ptr_array_index(reviews, i);
        CldFindingRow *row = g_ptr_array_index(rows, i);
        if (review->decision == NULL && may_be_stale(row, unused))
            g_ptr_array_add(maybe, row->id);
    }
    if (maybe->len == 0)
        return reviews;
    g_autoptr(GPtrArray) targets = load_targets(self, maybe, error);
    if (targets == NULL) {
        g_ptr_array_unref(reviews);
        return NULL;
    }
    set_stale(self, targets, known, rows, reviews, today);
    return reviews;
}

static gint
compare_ids(gconstpointer a, gconstpointer b, gpointer items)
{
    const CldReviewItem *x = g_ptr_array_index((GPtrArray *)items, *(const guint *)a);
    const CldReviewItem *y = g_ptr_array_index((GPtrArray *)items, *(const guint *)b);
    return strcmp(x->row->id, y->row->id);
}

static void
sort_by_id(CldReviews *self)
{
    g_array_set_size(self->by_id, 0);
    for (guint i = 0; i < self->items->len; i++)
        g_array_append_val(self->by_id, i);
    g_array_sort_with_data(self->by_id, compare_ids, self->items);
}

static gboolean
build_items(CldReviews *self, GError **error)
{
    g_autofree char *today = cld_when_dup_utc(self->now_unix, "%F");
    g_autoptr(GPtrArray) rows = list_rows(self, error);
    if (rows == NULL)
        return FALSE;
    g_autoptr(GPtrArray) reviews =
        self->project != NULL ? match_project(self, rows, today, error)
                              : cld_decisions_match(self->decisions, self->saved->targets, today);
    if (reviews == NULL)
        return FALSE;
    g_ptr_array_set_size(self->items, 0);
    for (guint i = 0; i < rows->len; i++) {
        CldReviewItem *item = g_new0(CldReviewItem, 1);
        item->row = cld_finding_row_ref(g_ptr_array_index(rows, i));
        item->review = g_steal_pointer(&g_ptr_array_index(reviews, i));
        g_ptr_array_add(self->items, item);
    }
    sort_by_id(self);
    return TRUE;
}

static gboolean
read_report(CldReviews *self, GError **error)
{
    g_autoptr(GError) cause = NULL;
    CldFileStamp stamp;
    g_autoptr(GBytes) bytes =
        cld_durable_file_read(self->report_path, MAX_REPORT_BYTES, &stamp, &cause);
    if (bytes == NULL)
        return fail(error, CLD_REVIEWS_ERROR_REPORT, cause);
    if (g_bytes_get_size(bytes) == 0 && !g_file_test(self->report_path, G_FILE_TEST_EXISTS)) {
        g_set_error(error, CLD_REVIEWS_ERROR, CLD_REVIEWS_ERROR_REPORT, "%s: there is no such file",
                    self->report_path);
        return FALSE;
    }
    gsize length = 0;
    const char *data = g_bytes_get_data(bytes, &length);
    g_autoptr(CldSavedReport) saved =
        cld_saved_report_parse(data != NULL ? data : "", length, &cause);
    if (saved == NULL) {
        g_set_error(error, CLD_REVIEWS_ERROR, CLD_REVIEWS_ERROR_REPORT, "%s: %s", self->report_path,
                    cause->message);
        return FALSE;
    }
    g_clear_pointer(&self->saved, cld_saved_report_free);
    self->saved = g_steal_pointer(&saved);
    self->stamp = stamp;
    return TRUE;
}

static gboolean
open_source(CldReviews *self, const CldReviewsOptions *options, GError **error)
{
    g_autoptr(GError) cause = NULL;
    if (options->report != NULL) {
        self->report_path = g_strdup(options->report);
        return read_report(self, error);
    }
    self->project = cld_project_open(options->folder != NULL ? options->folder : ".", &cause);
    if (self->project == NULL)
        return fail(error, CLD_REVIEWS_ERROR_NO_SOURCE, cause);
    self->version = cld_project_get_version(self->project);
    return TRUE;
}

static gboolean
open_decisions(CldReviews *self,
               const CldReviewsOptions *options,
               GPtrArray **problems,
               GError **error)
{
    g_autoptr(GError) cause = NULL;
    g_autoptr(GPtrArray) found = NULL;
    g_autofree char *path = cld_decisions_dup_path(options->decisions, options->folder);
    self->decisions = cld_decisions_open(path, &found, &cause);
    if (self->decisions != NULL)
        return TRUE;
    if (problems != NULL && found != NULL)
        *problems = cld_decisions_print_problems(path, found);
    return fail(error, CLD_REVIEWS_ERROR_DECISIONS, cause);
}

/**
 * cld_reviews_open:
 * @options: what to review
 * @problems: (out) (optional) (nullable) (element-type utf8): "FILE:LINE: what is wrong", the lines
 *   of the decisions file that cannot be used
 * @error: return location for a #CldReviewsError, or %NULL
 *
 * Returns: (transfer full): the findings and the decisions on them; %NULL if one of the two cannot
 * be read
 */
CldReviews *
cld_reviews_open(const CldReviewsOptions *options, GPtrArray **problems, GError **error)
{
    g_autoptr(CldReviews) self = g_new0(CldReviews, 1);
    if (problems != NULL)
        *problems = NULL;
    self->items = g_ptr_array_new_with_free_func((GDestroyNotify)item_free);
    self->by_id = g_array_new(FALSE, FALSE, sizeof(guint));
    self->by = options->by != NULL ? g_strdup(options->by) : cld_decisions_dup_reviewer();
    self->now_unix = options->now_unix;
    if (!open_source(self, options, error) || !open_decisions(self, options, problems, error) ||
        !build_items(self, error))
        return NULL;
    return g_steal_pointer(&self);
}

/* Closes the source and frees everything. */
void
cld_reviews_free(CldReviews *self)
{
    g_ptr_array_unref(self->items);
    g_array_unref(self->by_id);
    g_clear_pointer(&self->saved, cld_saved_report_free);
    g_clear_pointer(&self->project, cld_project_close);
    g_clear_pointer(&self->decisions, cld_decisions_free);
    g_free(self->report_path);
    g_free(self->by);
    g_free(self);
}

/* Returns: (transfer none): where decisions are saved */
const char *
cld_reviews_get_decisions_path(const CldReviews *self)
{
    return cld_decisions_get_path(self->decisions);
}

/* Returns: (transfer none) (nullable): the model that a saved report was made with; %NULL: rules
 * only, or not known */
const char *
cld_reviews_get_model(const CldReviews *self)
{
    return self->saved != NULL ? self->saved->report->model : NULL;
}

/* Returns: (transfer none) (nullable): the name decisions are signed with */
const char *
cld_reviews_get_reviewer(const CldReviews *self)
{
    return self->by;
}

static gboolean
refresh_source(CldReviews *self, gboolean *has_changed, GError **error)
{
    CldFileStamp stamp;
    g_autoptr(GError) cause = NULL;
    if (self->project != NULL) {
        guint64 version = cld_project_get_version(self->project);
        *has_changed = version != self->version;
        self->version = version;
        return TRUE;
    }
    if (!cld_durable_file_get_stamp(self->report_path, &stamp, &cause))
        return fail(error, CLD_REVIEWS_ERROR_REPORT, cause);
    *has_changed = memcmp(&stamp, &self->stamp, sizeof(stamp)) != 0;
    return !*has_changed || read_report(self, error);
}

/**
 * cld_reviews_refresh:
 * @self: the reviews
 * @has_changed: (out) (optional): whether items may have changed
 * @error: return location for a #CldReviewsError, or %NULL
 *
 * Takes up what others wrote: a check into the collection, another reviewer into the decisions.
 *
 * Returns: %FALSE if that cannot be read; @self then keeps what it had
 */
gboolean
cld_reviews_refresh(CldReviews *self, gboolean *has_changed, GError **error)
{
    g_autoptr(GError) cause = NULL;
    gboolean is_new_source = FALSE, is_new_decision = FALSE;
    if (has_changed != NULL)
        *has_changed = FALSE;
    if (!refresh_source(self, &is_new_source, error))
        return FALSE;
    if (!cld_decisions_refresh(self->decisions, &is_new_decision, &cause))
        return fail(error, CLD_REVIEWS_ERROR_DECISIONS, cause);
    if (!is_new_source && !is_new_decision)
        return TRUE;
    if (has_changed != NULL)
        *has_changed = TRUE;
    return build_items(self, error);
}

/* Returns: how many findings there are */
guint
cld_reviews_get_size(const CldReviews *self)
{
    return self->items->len;
}

/* Returns: (transfer none): the finding at @index, below the size, in the order of reports */
const CldReviewItem *
cld_reviews_get_item(const CldReviews *self, guint index)
{
    return g_ptr_array_index(self->items, index);
}

/* A report of one finding with all that is known of its articles. */
static CldReport *
report_of(const CldReport *all, guint index)
{
    CldReport *report = cld_report_new();
    static const gint none = -1;
    for (guint i = 0; i < all->articles->len; i++) {
        g_ptr_array_add(report->articles, cld_article_ref(g_ptr_array_index(all->articles, i)));
        g_array_append_val(report->copy_of, none);
        g_array_append_val(report->event_of, none);
    }
    for (guint i = 0; i < all->claims->len; i++)
        g_ptr_array_add(report->claims, cld_claim_ref(g_ptr_array_index(all->claims, i)));
    g_ptr_array_add(report->findings, cld_finding_ref(g_ptr_array_index(all->findings, index)));
    return report;
}

/**
 * cld_reviews_load:
 * @self: the reviews
 * @index: an item
 * @error: return location, or %NULL
 *
 * Returns: (transfer full): a report of this finding alone, with its articles; %NULL if it cannot
 * be read, or is not there any more
 */
CldReport *
cld_reviews_load(CldReviews *self, guint index, GError **error)
{
    const CldReviewItem *item = cld_reviews_get_item(self, index);
    if (self->saved != NULL)
        return report_of(self->saved->report, index);
    const char *const ids[] = {item->row->id, NULL};
    g_autoptr(CldReport) report = cld_project_load_findings(self->project, ids, error);
    if (report != NULL && report->findings->len == 0) {
        g_set_error(error, CLD_REVIEWS_ERROR, CLD_REVIEWS_ERROR_ID,
                    "the finding %s is not there any more", item->row->id);
        return NULL;
    }
    return g_steal_pointer(&report);
}

static GPtrArray *
list_known(const CldReviews *self)
{
    GPtrArray *known = g_ptr_array_sized_new(self->items->len);
    for (guint i = 0; i < self->items->len; i++) {
        const CldReviewItem *item = g_ptr_array_index(self->items, i);
        g_ptr_array_add(known, item->row->id);
    }
    return known;
}

/* Returns: (transfer full) (element-type CldDecision): decisions whose finding is not there any
 * more; the stale ones among them too */
GPtrArray *
cld_reviews_list_unused(const CldReviews *self)
{
    g_autoptr(GPtrArray) known = list_known(self);
    return cld_decisions_list_unused_by(self->decisions, known);
}

/* Returns: (transfer full) (element-type utf8): a sentence for each decision that names a finding
 * and was made on other passages */
GPtrArray *
cld_reviews_list_untrue(const CldReviews *self)
{
    g_autoptr(GPtrArray) known = list_known(self);
    return cld_verdicts_print_untrue(self->decisions, known);
}

static GPtrArray *
targets_of(CldReviews *self, const GArray *indices, GError **error)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_sized_new(indices->len);
    if (self->saved != NULL) {
        GPtrArray *targets = g_ptr_array_new_with_free_func((GDestroyNotify)cld_target_unref);
        for (guint i = 0; i < indices->len; i++) {
            guint index = g_array_index(indices, guint, i);
            g_ptr_array_add(targets,
                            cld_target_ref(g_ptr_array_index(self->saved->targets, index)));
        }
        return targets;
    }
    for (guint i = 0; i < indices->len; i++) {
        const CldReviewItem *item = cld_reviews_get_item(self, g_array_index(indices, guint, i));
        g_ptr_array_add(ids, item->row->id);
    }
    g_autoptr(GPtrArray) targets = load_targets(self, ids, error);
    if (targets != NULL && targets->len != indices->len) {
        g_set_error_literal(error, CLD_REVIEWS_ERROR, CLD_REVIEWS_ERROR_ID,
                            "a finding is not there any more");
        return NULL;
    }
    return g_steal_pointer(&targets);
}

/* What was decided when the texts read otherwise is the past of what is decided now. */
static CldDecision *
over_stale(const CldReviewItem *item, CldDecision *decision)
{
    if (item->review->state != CLD_REVIEW_STALE)
        return decision;
    CldDecision *both = cld_decision_new_over_other_texts(decision, item->review->decision);
    cld_decision_unref(decision);
    return both;
}

static GPtrArray *
make_decisions(CldReviews *self,
               const GArray *indices,
               const GPtrArray *targets,
               const CldPastDecision *facts,
               GError **error)
{
    g_autoptr(GPtrArray) decisions =
        g_ptr_array_new_with_free_func((GDestroyNotify)cld_decision_unref);
    for (guint i = 0; i < targets->len; i++) {
        CldDecision *decision =
            cld_decision_new(g_ptr_array_index(targets, i), facts->verdict, facts->reason,
                             facts->by, facts->at, facts->expires, error);
        if (decision == NULL)
            return NULL;
        const CldReviewItem *item = cld_reviews_get_item(self, g_array_index(indices, guint, i));
        g_ptr_array_add(decisions, over_stale(item, decision));
    }
    return g_steal_pointer(&decisions);
}

/* Takes the decisions as they are on the disk now over into the list as it is: reading 100,000
 * findings anew takes seconds, and one key decides. Another reviewer's may be among them. */
static void
settle_items(CldReviews *self)
{
    g_autofree char *today = cld_when_dup_utc(self->now_unix, "%F");
    for (guint i = 0; i < self->items->len; i++) {
        CldReviewItem *item = g_ptr_array_index(self->items, i);
        CldDecision *decision = cld_decisions_find_settling(self->decisions, item->row->id);
        if (decision == item->review->decision ||
            (decision == NULL && item->review->state == CLD_REVIEW_STALE))
            continue;
        cld_review_free(item->review);
        item->review = cld_review_new(cld_decision_get_state(decision, today), decision);
    }
}

/* Whether one of them was stale, or is again once its decision has been taken back. */
static gboolean
has_stale(const CldReviews *self, const GArray *indices)
{
    for (guint i = 0; i < indices->len; i++) {
        const CldReviewItem *item = cld_reviews_get_item(self, g_array_index(indices, guint, i));
        const CldDecision *decision = item->review->decision;
        if (item->review->state == CLD_REVIEW_STALE ||
            (decision != NULL && cld_decision_is_over_other_texts(decision)))
            return TRUE;
    }
    return FALSE;
}

/* After a save: what is on the disk is saved, whether or not the list can be built anew. That is
 * only needed when a decision that others may be stale by has been replaced. */
static void
show_saved(CldReviews *self, const GArray *indices)
{
    if (!has_stale(self, indices) || !build_items(self, NULL))
        settle_items(self);
}

/* A decision that is over before it begins would be saved and settle nothing. */
static gboolean
is_ahead(const CldReviews *self, const char *expires, GError **error)
{
    g_autofree char *today = cld_when_dup_utc(self->now_unix, "%F");
    if (expires == NULL || strcmp(expires, today) >= 0)
        return TRUE;
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                "the day of expiry, %s, is over (today, UTC, is %s)", expires, today);
    return FALSE;
}

/**
 * cld_reviews_decide:
 * @self: the reviews
 * @indices: (element-type guint): items, each once
 * @verdict: what is decided on all of them; #CLD_VERDICT_OPEN opens them again
 * @reason: (nullable): why
 * @by: (nullable): who; %NULL: the reviewer
 * @expires: (nullable): the last day on which it holds, "2026-12-31": today, in UTC, or later
 * @error: return location for a #CldReviewsError, or %NULL
 *
 * Returns: %TRUE when all of it is on the disk; %FALSE when nothing is
 */
gboolean
cld_reviews_decide(CldReviews *self,
                   const GArray *indices,
                   CldVerdict verdict,
                   const char *reason,
                   const char *by,
                   const char *expires,
                   GError **error)
{
    g_autoptr(GError) cause = NULL;
    g_autofree char *at = cld_when_dup_utc(self->now_unix, "%FT%TZ");
    CldPastDecision facts = {verdict, (char *)reason, (char *)(by != NULL ? by : self->by), at,
                             (char *)expires};
    g_autoptr(GPtrArray) targets = targets_of(self, indices, error);
    if (targets == NULL)
        return FALSE;
    g_autoptr(GPtrArray) decisions = make_decisions(self, indices, targets, &facts, &cause);
    if (decisions == NULL || !is_ahead(self, expires, &cause) ||
        !cld_decisions_decide(self->decisions, decisions, &cause))
        return fail(error, CLD_REVIEWS_ERROR_SAVE, cause);
    show_saved(self, indices);
    return TRUE;
}

/**
 * cld_reviews_undo:
 * @self: the reviews
 * @indices: (element-type guint): items, each once
 * @error: return location for a #CldReviewsError, or %NULL
 *
 * Takes back the last decision on each.
 *
 * Returns: %TRUE when that is on the disk; %FALSE when nothing has changed
 */
gboolean
cld_reviews_undo(CldReviews *self, const GArray *indices, GError **error)
{
    g_autoptr(GError) cause = NULL;
    g_autoptr(GPtrArray) fingerprints = g_ptr_array_sized_new(indices->len);
    for (guint i = 0; i < indices->len; i++) {
        const CldReviewItem *item = cld_reviews_get_item(self, g_array_index(indices, guint, i));
        g_ptr_array_add(fingerprints, item->row->id);
    }
    if (!cld_decisions_undo(self->decisions, fingerprints, &cause))
        return fail(error, CLD_REVIEWS_ERROR_SAVE, cause);
    show_saved(self, indices);
    return TRUE;
}
