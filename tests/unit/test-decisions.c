/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-decision-line.h"
#include "cld-decisions.h"
#include "cld-durable-file.h"
#include "cld-fingerprint.h"
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TODAY "2031-06-10"
#define AT    "2031-06-04T10:00:00Z"

typedef struct {
    char *folder;
    char *path;
} Fixture;

static void
set_up(Fixture *f, gconstpointer unused)
{
    f->folder = g_dir_make_tmp("decisions-XXXXXX", NULL);
    f->path = g_build_filename(f->folder, CLD_DECISIONS_FILE, NULL);
}

static void
tear_down(Fixture *f, gconstpointer unused)
{
    g_autoptr(GDir) dir = g_dir_open(f->folder, 0, NULL);
    for (const char *name = g_dir_read_name(dir); name != NULL; name = g_dir_read_name(dir)) {
        g_autofree char *path = g_build_filename(f->folder, name, NULL);
        g_assert_cmpint(g_remove(path), ==, 0);
    }
    g_rmdir(f->folder);
    g_free(f->folder);
    g_free(f->path);
}

static CldTarget *
make_target(const char *a, const char *b)
{
    const char *const texts[] = {a, b, NULL};
    g_autofree char *id = cld_fingerprint_new("contradiction", "number", texts);
    CldTarget *target = cld_target_new(id, "contradiction", "number");
    cld_target_add_side(target, a, "The port said so. ", " It was a Monday.", "Quay", NULL);
    if (b != NULL)
        cld_target_add_side(target, b, "A storm came up. ", " Nobody was warned.", "Gazette", NULL);
    return target;
}

static CldDecision *
make_decision(CldTarget *target, CldVerdict verdict, const char *reason, const char *expires)
{
    g_autoptr(GError) error = NULL;
    CldDecision *decision = cld_decision_new(target, verdict, reason, "Ida", AT, expires, &error);
    g_assert_no_error(error);
    return decision;
}

static void
decide(CldDecisions *decisions, CldTarget *target, CldVerdict verdict, const char *reason)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func((GDestroyNotify)cld_decision_unref);
    g_ptr_array_add(list, make_decision(target, verdict, reason, NULL));
    g_assert_true(cld_decisions_decide(decisions, list, &error));
    g_assert_no_error(error);
}

static CldDecisions *
open_file(const char *path)
{
    g_autoptr(GError) error = NULL;
    CldDecisions *decisions = cld_decisions_open(path, NULL, &error);
    g_assert_no_error(error);
    return decisions;
}

static char *
read_file(const char *path)
{
    char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    return text;
}

static void
write_file(const char *path, const char *text)
{
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

/* A record as docs/STORE.md shows it; what is read and written again is the same line. */
static const char record[] =
    "{\"fingerprint\":\"00000000000000aa\",\"kind\":\"contradiction\",\"type\":\"number\","
    "\"decision\":\"dismissed\",\"reason\":\"both “counts” are\\nofficial\",\"by\":\"Ida\","
    "\"at\":\"2031-06-04T10:00:00Z\",\"expires\":\"2031-12-31\",\"sides\":[{\"exact\":\"Nine "
    "died.\",\"prefix\":\"\",\"suffix\":\" It rained.\",\"outlet\":\"Quay\",\"text_hash\":"
    "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"},{\"exact\":\"Ten "
    "died.\",\"prefix\":\"\",\"suffix\":\"\",\"outlet\":null,\"text_hash\":null}],\"history\":"
    "[{\"decision\":\"confirmed\",\"reason\":null,\"by\":\"Otto\",\"at\":"
    "\"2031-06-03T09:00:00Z\",\"expires\":null}],\"ticket\":{\"id\":[1,\"x\"]}}";

static void
test_line(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CldDecision) decision = cld_decision_parse_line(record, strlen(record), &error);
    g_assert_no_error(error);
    g_assert_cmpstr(decision->target->fingerprint, ==, "00000000000000aa");
    g_assert_cmpint(decision->verdict, ==, CLD_VERDICT_DISMISSED);
    g_assert_cmpstr(decision->reason, ==, "both “counts” are\nofficial");
    g_assert_cmpuint(decision->target->sides->len, ==, 2);
    g_assert_cmpuint(decision->history->len, ==, 1);
    g_autofree char *line = cld_decision_dup_line(decision);
    g_assert_cmpstr(line, ==, record);
}

typedef struct {
    const char *path;
    const char *old, *replacement; /* in the record above */
    const char *message;
} Reject;

static const Reject rejects[] = {
    {"/decisions/reject/syntax", "{\"fingerprint\"", "{fingerprint", "not JSON"},
    {"/decisions/reject/twice", "\"kind\"", "\"type\":\"x\",\"kind\"", "one key twice"},
    {"/decisions/reject/no-fingerprint", "fingerprint", "finger", "“fingerprint” is missing"},
    {"/decisions/reject/short", "00000000000000aa", "aa", "“fingerprint” is not"},
    {"/decisions/reject/not-hex", "00000000000000aa", "00000000000000AA", "“fingerprint” is not"},
    {"/decisions/reject/kind", "\"contradiction\"", "\"Contra Diction\"", "“kind” is not a word"},
    {"/decisions/reject/type", "\"number\"", "\"\"", "“type” is not a word"},
    {"/decisions/reject/decision", "\"dismissed\"", "\"accepted\"", "“decision” is none of"},
    {"/decisions/reject/reason", "\"both “counts” are\\nofficial\"", "7", "“reason” is not"},
    {"/decisions/reject/at", "2031-06-04T10:00:00Z", "2031-06-04 10:00", "the time of the"},
    {"/decisions/reject/no-such-day", "2031-06-04T", "2031-02-29T", "the time of the decision"},
    {"/decisions/reject/no-such-hour", "T10:00:00Z", "T24:00:00Z", "the time of the decision"},
    {"/decisions/reject/expires", "2031-12-31", "2031-13-01", "the day of expiry"},
    {"/decisions/reject/side", "[{\"exact\":\"Nine died.\",", "[{", "“exact” is missing"},
    {"/decisions/reject/prefix", "\"prefix\":\"\",\"suffix\":\" It",
     "\"prefix\":\"Thirty-three characters are one too\",\"suffix\":\" It", "“prefix” is too long"},
    {"/decisions/reject/hash", "e3b0", "E3B0", "“text_hash” is not"},
    {"/decisions/reject/history", "\"confirmed\"", "\"sure\"", "history: “decision” is none of"},
};

static void
test_reject(gconstpointer data)
{
    const Reject *row = data;
    g_autoptr(GError) error = NULL;
    g_auto(GStrv) parts = g_strsplit(record, row->old, 2);
    g_assert_cmpuint(g_strv_length(parts), ==, 2);
    g_autofree char *line = g_strconcat(parts[0], row->replacement, parts[1], NULL);
    g_assert_null(cld_decision_parse_line(line, strlen(line), &error));
    g_assert_nonnull(error);
    g_assert_nonnull(strstr(error->message, row->message));
}

/* The file comes into being with the first decision, sorted, a record a line. */
static void
test_first(Fixture *f, gconstpointer unused)
{
    g_autoptr(CldDecisions) decisions = open_file(f->path);
    g_autoptr(CldTarget) one = make_target("One.", "Two.");
    g_autoptr(CldTarget) other = make_target("Three.", "Four.");
    g_assert_null(cld_decisions_find(decisions, one->fingerprint));
    g_assert_false(g_file_test(f->path, G_FILE_TEST_EXISTS));
    decide(decisions, one, CLD_VERDICT_CONFIRMED, NULL);
    decide(decisions, other, CLD_VERDICT_DEFERRED, "later");
    g_autofree char *text = read_file(f->path);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_assert_cmpuint(g_strv_length(lines), ==, 3);
    g_assert_cmpstr(lines[0], <, lines[1]);
    g_assert_cmpstr(lines[2], ==, "");
    g_autoptr(CldDecisions) again = open_file(f->path);
    g_assert_cmpint(cld_decisions_find(again, other->fingerprint)->verdict, ==,
                    CLD_VERDICT_DEFERRED);
}

static void
test_history(Fixture *f, gconstpointer unused)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CldDecisions) decisions = open_file(f->path);
    g_autoptr(CldTarget) target = make_target("One.", "Two.");
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    g_ptr_array_add(ids, target->fingerprint);
    decide(decisions, target, CLD_VERDICT_CONFIRMED, "first");
    decide(decisions, target, CLD_VERDICT_DISMISSED, "second");
    decide(decisions, target, CLD_VERDICT_OPEN, NULL);
    const CldDecision *now = cld_decisions_find(decisions, target->fingerprint);
    g_assert_cmpuint(now->history->len, ==, 2);
    g_assert_cmpint(cld_decision_get_state(now, TODAY), ==, CLD_REVIEW_NONE);
    g_assert_true(cld_decisions_undo(decisions, ids, &error));
    now = cld_decisions_find(decisions, target->fingerprint);
    g_assert_cmpstr(now->reason, ==, "second");
    g_assert_cmpuint(now->history->len, ==, 1);
    g_assert_true(cld_decisions_undo(decisions, ids, &error));
    g_assert_true(cld_decisions_undo(decisions, ids, &error));
    g_assert_null(cld_decisions_find(decisions, target->fingerprint));
    g_assert_false(cld_decisions_undo(decisions, ids, &error));
    g_assert_error(error, CLD_DECISIONS_ERROR, CLD_DECISIONS_ERROR_UNKNOWN);
}

static void
test_history_is_bounded(Fixture *f, gconstpointer unused)
{
    g_autoptr(CldDecisions) decisions = open_file(f->path);
    g_autoptr(CldTarget) target = make_target("One.", "Two.");
    for (guint i = 0; i < CLD_DECISION_MAX_HISTORY + 5; i++) {
        g_autofree char *reason = g_strdup_printf("%u", i);
        decide(decisions, target, CLD_VERDICT_CONFIRMED, reason);
    }
    const CldDecision *now = cld_decisions_find(decisions, target->fingerprint);
    const CldPastDecision *newest = g_ptr_array_index(now->history, 0);
    g_assert_cmpuint(now->history->len, ==, CLD_DECISION_MAX_HISTORY);
    g_assert_cmpstr(newest->reason, ==, "35");
}

/* Two that have the file open: each sees what the other wrote, and neither takes it away. */
static void
test_two_writers(Fixture *f, gconstpointer unused)
{
    gboolean has_changed = FALSE;
    g_autoptr(GError) error = NULL;
    g_autoptr(CldDecisions) one = open_file(f->path);
    g_autoptr(CldDecisions) other = open_file(f->path);
    g_autoptr(CldTarget) first = make_target("One.", "Two.");
    g_autoptr(CldTarget) second = make_target("Three.", "Four.");
    decide(one, first, CLD_VERDICT_CONFIRMED, NULL);
    decide(other, second, CLD_VERDICT_DISMISSED, NULL);
    g_assert_true(cld_decisions_refresh(one, &has_changed, &error));
    g_assert_true(has_changed);
    g_assert_nonnull(cld_decisions_find(one, second->fingerprint));
    g_assert_nonnull(cld_decisions_find(other, first->fingerprint));
    g_assert_true(cld_decisions_refresh(one, &has_changed, &error));
    g_assert_false(has_changed);
    decide(other, first, CLD_VERDICT_DISMISSED, "no");
    const CldDecision *now = cld_decisions_find(other, first->fingerprint);
    g_assert_cmpuint(now->history->len, ==, 1);
}

static void
test_all_or_none(Fixture *f, gconstpointer unused)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CldDecisions) decisions = open_file(f->path);
    g_autoptr(CldTarget) target = make_target("One.", "Two.");
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    decide(decisions, target, CLD_VERDICT_CONFIRMED, NULL);
    g_autofree char *before = read_file(f->path);
    g_ptr_array_add(ids, target->fingerprint);
    g_ptr_array_add(ids, (gpointer) "ffffffffffffffff");
    g_assert_false(cld_decisions_undo(decisions, ids, &error));
    g_assert_error(error, CLD_DECISIONS_ERROR, CLD_DECISIONS_ERROR_UNKNOWN);
    g_autofree char *after = read_file(f->path);
    g_assert_cmpstr(after, ==, before);
}

/* Members of a later version, and lines that are not touched, stay as they are. */
static void
test_keeps_what_it_does_not_know(Fixture *f, gconstpointer unused)
{
    g_autofree char *text = g_strconcat(record, "\r\n\n", NULL);
    write_file(f->path, text);
    g_autoptr(CldDecisions) decisions = open_file(f->path);
    g_autoptr(CldTarget) target = make_target("One.", "Two.");
    decide(decisions, target, CLD_VERDICT_CONFIRMED, NULL);
    g_autoptr(CldTarget) known = cld_target_new("00000000000000aa", "contradiction", "number");
    cld_target_add_side(known, "Nine died.", NULL, NULL, NULL, NULL);
    decide(decisions, known, CLD_VERDICT_CONFIRMED, NULL);
    g_autofree char *after = read_file(f->path);
    g_assert_nonnull(strstr(after, "\"ticket\":{\"id\":[1,\"x\"]}"));
    g_assert_null(strchr(after, '\r'));
}

static void
test_damaged(Fixture *f, gconstpointer unused)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) problems = NULL;
    g_autofree char *text = g_strconcat("<<<<<<< mine\n", record, "\n=======\n", record,
                                        "\n>>>>>>> theirs\n{}\n", NULL);
    static const struct {
        guint line;
        const char *message;
    } wanted[] = {
        {1, "merge conflict: one side begins here"},
        {3, "merge conflict: the other side begins here"},
        {4, "which line 2 decides too"},
        {5, "merge conflict: it ends here"},
        {6, "“fingerprint” is missing"},
    };
    write_file(f->path, text);
    g_assert_null(cld_decisions_open(f->path, &problems, &error));
    g_assert_error(error, CLD_DECISIONS_ERROR, CLD_DECISIONS_ERROR_DAMAGED);
    g_assert_cmpuint(problems->len, ==, G_N_ELEMENTS(wanted));
    for (guint i = 0; i < problems->len; i++) {
        const CldDecisionProblem *problem = g_ptr_array_index(problems, i);
        g_assert_cmpuint(problem->line, ==, wanted[i].line);
        g_assert_nonnull(strstr(problem->message, wanted[i].message));
    }
    g_autofree char *after = read_file(f->path);
    g_assert_cmpstr(after, ==, text);
}

/* A file that was damaged while it was open is not written over. */
static void
test_damaged_meanwhile(Fixture *f, gconstpointer unused)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CldDecisions) decisions = open_file(f->path);
    g_autoptr(CldTarget) target = make_target("One.", "Two.");
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func((GDestroyNotify)cld_decision_unref);
    g_ptr_array_add(list, make_decision(target, CLD_VERDICT_CONFIRMED, NULL, NULL));
    write_file(f->path, "{\"fingerprint\":\n");
    g_assert_false(cld_decisions_decide(decisions, list, &error));
    g_assert_error(error, CLD_DECISIONS_ERROR, CLD_DECISIONS_ERROR_DAMAGED);
    g_autofree char *after = read_file(f->path);
    g_assert_cmpstr(after, ==, "{\"fingerprint\":\n");
}

static void
test_permissions_and_link(Fixture *f, gconstpointer unused)
{
    struct stat info;
    g_autofree char *real = g_build_filename(f->folder, "real.jsonl", NULL);
    g_autoptr(CldTarget) target = make_target("One.", "Two.");
    write_file(real, "");
    g_assert_cmpint(g_chmod(real, 0640), ==, 0);
    g_assert_cmpint(symlink("real.jsonl", f->path), ==, 0);
    g_autoptr(CldDecisions) decisions = open_file(f->path);
    decide(decisions, target, CLD_VERDICT_CONFIRMED, NULL);
    g_assert_true(g_file_test(f->path, G_FILE_TEST_IS_SYMLINK));
    g_assert_cmpint(stat(real, &info), ==, 0);
    g_assert_cmpint(info.st_mode & 07777, ==, 0640);
    g_assert_cmpint(info.st_size, >, 0);
}

static void
test_not_written(Fixture *f, gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *nowhere = g_build_filename(f->folder, "absent", "d.jsonl", NULL);
    g_autoptr(CldTarget) target = make_target("One.", "Two.");
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func((GDestroyNotify)cld_decision_unref);
    g_ptr_array_add(list, make_decision(target, CLD_VERDICT_CONFIRMED, NULL, NULL));
    g_autoptr(CldDecisions) decisions = open_file(nowhere);
    g_assert_false(cld_decisions_decide(decisions, list, &error));
    g_assert_error(error, CLD_DECISIONS_ERROR, CLD_DECISIONS_ERROR_WRITE);
    g_clear_error(&error);
    g_assert_cmpint(symlink("nothing-there", f->path), ==, 0);
    g_autoptr(CldDecisions) dangling = open_file(f->path);
    g_assert_false(cld_decisions_decide(dangling, list, &error));
    g_assert_error(error, CLD_DECISIONS_ERROR, CLD_DECISIONS_ERROR_WRITE);
    g_clear_error(&error);
    g_assert_null(cld_decisions_open(f->folder, NULL, &error));
    g_assert_error(error, CLD_DECISIONS_ERROR, CLD_DECISIONS_ERROR_READ);
}

/* What a crash left half written is taken away by the next writer. */
static void
test_leftover(Fixture *f, gconstpointer unused)
{
    g_autofree char *draft = g_strconcat(f->folder, "/." CLD_DECISIONS_FILE ".new", NULL);
    g_autoptr(CldDecisions) decisions = open_file(f->path);
    g_autoptr(CldTarget) target = make_target("One.", "Two.");
    write_file(draft, "half a rec");
    decide(decisions, target, CLD_VERDICT_CONFIRMED, NULL);
    g_assert_false(g_file_test(draft, G_FILE_TEST_EXISTS));
}

static void
test_locked(Fixture *f, gconstpointer unused)
{
    g_autoptr(GError) error = NULL;
    G_GNUC_UNUSED g_autoptr(CldFileLock) lock = cld_durable_file_lock(f->path, &error);
    g_assert_no_error(error);
    g_assert_null(cld_durable_file_lock(f->path, &error));
    g_assert_error(error, G_IO_ERROR, G_IO_ERROR_BUSY);
}

typedef struct {
    const char *path;
    CldVerdict verdict;
    const char *expires;
    CldReviewState state;
} StateRow;

static const StateRow states[] = {
    {"/decisions/state/confirmed", CLD_VERDICT_CONFIRMED, NULL, CLD_REVIEW_CONFIRMED},
    {"/decisions/state/dismissed", CLD_VERDICT_DISMISSED, NULL, CLD_REVIEW_DISMISSED},
    {"/decisions/state/false-positive", CLD_VERDICT_FALSE_POSITIVE, NULL,
     CLD_REVIEW_FALSE_POSITIVE},
    {"/decisions/state/deferred", CLD_VERDICT_DEFERRED, NULL, CLD_REVIEW_DEFERRED},
    {"/decisions/state/open", CLD_VERDICT_OPEN, NULL, CLD_REVIEW_NONE},
    {"/decisions/state/last-day", CLD_VERDICT_DISMISSED, TODAY, CLD_REVIEW_DISMISSED},
    {"/decisions/state/day-after", CLD_VERDICT_DISMISSED, "2031-06-09", CLD_REVIEW_EXPIRED},
    {"/decisions/state/open-never-expires", CLD_VERDICT_OPEN, "2031-06-09", CLD_REVIEW_NONE},
};

static void
test_state(gconstpointer data)
{
    const StateRow *row = data;
    g_autoptr(CldTarget) target = make_target("One.", "Two.");
    g_autoptr(CldDecision) decision = make_decision(target, row->verdict, NULL, row->expires);
    g_assert_cmpint(cld_decision_get_state(decision, TODAY), ==, row->state);
    gboolean is_decided = row->state >= CLD_REVIEW_CONFIRMED && row->state <= CLD_REVIEW_DEFERRED;
    g_assert_cmpint(cld_review_state_is_decided(row->state), ==, is_decided);
}

#define FIRST  "Nine people were hurt when the ferry struck the pier."
#define SECOND "Twelve people were hurt when the ferry struck the pier."

/* What the finding reads like now, and how it stands after FIRST against SECOND was dismissed. */
typedef struct {
    const char *path;
    const char *first, *prefix, *suffix, *outlet;
    const char *second;
    const char *kind, *type;
    CldReviewState state;
} StaleRow;

#define PREFIX "The port said so. "
#define SUFFIX " It was a Monday."

static const StaleRow stale[] = {
    {"/decisions/stale/same", FIRST, PREFIX, SUFFIX, "Quay", SECOND, "contradiction", "number",
     CLD_REVIEW_DISMISSED},
    {"/decisions/stale/moved", FIRST, "Elsewhere now: ", "", "Copyist", SECOND, "contradiction",
     "number", CLD_REVIEW_DISMISSED},
    {"/decisions/stale/changed-in-place", "Ten were injured.", PREFIX, SUFFIX, NULL, SECOND,
     "contradiction", "number", CLD_REVIEW_STALE},
    {"/decisions/stale/changed-beside-too", "Ten people were hurt when the ferry struck the pier.",
     PREFIX, " Rain fell.", NULL, SECOND, "contradiction", "number", CLD_REVIEW_STALE},
    {"/decisions/stale/same-outlet", "Ten people were hurt when the ferry struck the pier.",
     "New words. ", " Rain fell.", "Quay", SECOND, "contradiction", "number", CLD_REVIEW_STALE},
    {"/decisions/stale/other-outlet", "Ten people were hurt when the ferry struck the pier.",
     "New words. ", " Rain fell.", "Lone Paper", SECOND, "contradiction", "number",
     CLD_REVIEW_NONE},
    {"/decisions/stale/other-words", "The mayor opened a school.", PREFIX, " Rain fell.", NULL,
     SECOND, "contradiction", "number", CLD_REVIEW_NONE},
    {"/decisions/stale/other-type", FIRST, PREFIX, SUFFIX, "Quay", SECOND, "contradiction",
     "status", CLD_REVIEW_STALE},
    {"/decisions/stale/other-kind", FIRST, PREFIX, SUFFIX, "Quay", SECOND, "update", "number",
     CLD_REVIEW_NONE},
    {"/decisions/stale/other-second", FIRST, PREFIX, SUFFIX, "Quay", "A hundred trees fell.",
     "contradiction", "number", CLD_REVIEW_NONE},
};

static CldTarget *
make_now(const StaleRow *row)
{
    const char *const texts[] = {row->first, row->second, NULL};
    g_autofree char *id = cld_fingerprint_new(row->kind, row->type, texts);
    CldTarget *now = cld_target_new(id, row->kind, row->type);
    /* The other side first: which one leads is no part of a finding. */
    cld_target_add_side(now, row->second, "Else. ", " Other.", "Other Gazette", NULL);
    cld_target_add_side(now, row->first, row->prefix, row->suffix, row->outlet, NULL);
    return now;
}

static void
test_stale(Fixture *f, gconstpointer data)
{
    const StaleRow *row = data;
    g_autoptr(CldDecisions) decisions = open_file(f->path);
    g_autoptr(CldTarget) decided = make_target(FIRST, SECOND);
    g_autoptr(CldTarget) now = make_now(row);
    g_autoptr(GPtrArray) targets = g_ptr_array_new();
    decide(decisions, decided, CLD_VERDICT_DISMISSED, NULL);
    g_ptr_array_add(targets, now);
    g_autoptr(GPtrArray) reviews = cld_decisions_match(decisions, targets, TODAY);
    const CldReview *review = g_ptr_array_index(reviews, 0);
    g_assert_cmpstr(cld_review_state_get_tag(review->state), ==,
                    cld_review_state_get_tag(row->state));
    g_assert_true((review->decision != NULL) == (row->state != CLD_REVIEW_NONE));
    g_autoptr(GPtrArray) left = cld_decisions_list_unused(decisions, targets);
    g_assert_cmpuint(left->len, ==, row->state == CLD_REVIEW_DISMISSED ? 0 : 1);
}

/* A decision that its own finding still uses says nothing of one that resembles it. */
static void
test_used_is_not_stale(Fixture *f, gconstpointer unused)
{
    g_autoptr(CldDecisions) decisions = open_file(f->path);
    g_autoptr(CldTarget) decided = make_target(FIRST, SECOND);
    g_autoptr(CldTarget) alike = make_target("Ten people were hurt.", SECOND);
    g_autoptr(GPtrArray) targets = g_ptr_array_new();
    g_autoptr(GPtrArray) known = g_ptr_array_new();
    decide(decisions, decided, CLD_VERDICT_DISMISSED, NULL);
    g_ptr_array_add(targets, alike);
    g_ptr_array_add(known, alike->fingerprint);
    g_autoptr(GPtrArray) alone = cld_decisions_match_among(decisions, targets, known, TODAY);
    g_assert_cmpint(((CldReview *)alone->pdata[0])->state, ==, CLD_REVIEW_STALE);
    g_ptr_array_add(known, decided->fingerprint);
    g_autoptr(GPtrArray) beside = cld_decisions_match_among(decisions, targets, known, TODAY);
    g_assert_cmpint(((CldReview *)beside->pdata[0])->state, ==, CLD_REVIEW_NONE);
}

/* A reopened decision does not come back as stale. */
static void
test_open_is_not_stale(Fixture *f, gconstpointer unused)
{
    g_autoptr(CldDecisions) decisions = open_file(f->path);
    g_autoptr(CldTarget) decided = make_target(FIRST, SECOND);
    g_autoptr(CldTarget) changed = make_target("Ten people were hurt.", SECOND);
    g_autoptr(GPtrArray) targets = g_ptr_array_new();
    decide(decisions, decided, CLD_VERDICT_DISMISSED, NULL);
    decide(decisions, decided, CLD_VERDICT_OPEN, NULL);
    g_ptr_array_add(targets, changed);
    g_autoptr(GPtrArray) reviews = cld_decisions_match(decisions, targets, TODAY);
    g_assert_cmpint(((CldReview *)reviews->pdata[0])->state, ==, CLD_REVIEW_NONE);
}

static void
test_many(Fixture *f, gconstpointer unused)
{
    enum {
        N = 400
    };
    g_autoptr(GError) error = NULL;
    g_autoptr(CldDecisions) decisions = open_file(f->path);
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func((GDestroyNotify)cld_decision_unref);
    g_autoptr(GPtrArray) targets = g_ptr_array_new_with_free_func((GDestroyNotify)cld_target_unref);
    for (guint i = 0; i < N; i++) {
        g_autofree char *text = g_strdup_printf("In house %u nobody was at home.", i);
        g_ptr_array_add(targets, make_target(text, i % 3 == 0 ? NULL : "All were at home."));
        g_ptr_array_add(list, make_decision(targets->pdata[i], 1 + i % 4, NULL, NULL));
    }
    g_assert_true(cld_decisions_decide(decisions, list, &error));
    g_autoptr(CldDecisions) again = open_file(f->path);
    g_autoptr(GPtrArray) reviews = cld_decisions_match(again, targets, TODAY);
    g_autoptr(GPtrArray) all = cld_decisions_get_all(again);
    g_autoptr(GPtrArray) left = cld_decisions_list_unused(again, targets);
    g_assert_cmpuint(all->len, ==, N);
    g_assert_cmpuint(left->len, ==, 0);
    for (guint i = 0; i < N; i++)
        g_assert_cmpint(((CldReview *)reviews->pdata[i])->state, ==, 1 + (gint)(i % 4));
}

static const struct {
    const char *path;
    void (*test)(Fixture *f, gconstpointer data);
} tests[] = {
    {"/decisions/file/first", test_first},
    {"/decisions/file/history", test_history},
    {"/decisions/file/history-is-bounded", test_history_is_bounded},
    {"/decisions/file/two-writers", test_two_writers},
    {"/decisions/file/all-or-none", test_all_or_none},
    {"/decisions/file/keeps-what-it-does-not-know", test_keeps_what_it_does_not_know},
    {"/decisions/file/damaged", test_damaged},
    {"/decisions/file/damaged-meanwhile", test_damaged_meanwhile},
    {"/decisions/file/permissions-and-link", test_permissions_and_link},
    {"/decisions/file/not-written", test_not_written},
    {"/decisions/file/leftover", test_leftover},
    {"/decisions/file/many", test_many},
    {"/decisions/used-is-not-stale", test_used_is_not_stale},
    {"/decisions/open-is-not-stale", test_open_is_not_stale},
};

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/decisions/line", test_line);
    for (gsize i = 0; i < G_N_ELEMENTS(rejects); i++)
        g_test_add_data_func(rejects[i].path, &rejects[i], test_reject);
    for (gsize i = 0; i < G_N_ELEMENTS(states); i++)
        g_test_add_data_func(states[i].path, &states[i], test_state);
    for (gsize i = 0; i < G_N_ELEMENTS(stale); i++)
        g_test_add(stale[i].path, Fixture, &stale[i], set_up, test_stale, tear_down);
    for (gsize i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
    if (g_test_slow()) /* waits for ten seconds */
        g_test_add("/decisions/file/locked", Fixture, NULL, set_up, test_locked, tear_down);
    return g_test_run();
}
