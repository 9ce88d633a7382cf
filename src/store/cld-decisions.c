/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-decisions.h"
#include "cld-decisions-text.h"
#include "cld-durable-file.h"
#include "cld-texts.h"
#include <string.h>

#define MAX_FILE_BYTES ((gsize)512 * 1024 * 1024)

G_DEFINE_QUARK(cld_decisions_error, cld_decisions_error)

struct CldDecisions {
    char *path;         /* as given */
    GPtrArray *entries; /* (element-type CldDecisionEntry) sorted by fingerprint, no doubles */
    CldFileStamp stamp; /* of the file @entries were read from */
};

/* Passes a failure of the system on under our own code. */
static gboolean
fail(GError **error, CldDecisionsError code, const GError *cause)
{
    g_set_error(error, CLD_DECISIONS_ERROR, (gint)code, "the decisions: %s", cause->message);
    return FALSE;
}

/* Whoever is not given the lines themselves is told the first. */
static void
refuse(const CldDecisions *self, const GPtrArray *problems, gboolean tells_first, GError **error)
{
    const CldDecisionProblem *first = g_ptr_array_index(problems, 0);
    g_set_error(error, CLD_DECISIONS_ERROR, CLD_DECISIONS_ERROR_DAMAGED,
                "the decisions: %u %s cannot be used; the file was left alone", problems->len,
                problems->len == 1 ? "line" : "lines");
    if (tells_first)
        g_prefix_error(error, "%s:%u: %s; ", self->path, first->line, first->message);
}

static gboolean
take_bytes(CldDecisions *self, GBytes *bytes, GPtrArray **problems, GError **error)
{
    gsize length = 0;
    const char *data = g_bytes_get_data(bytes, &length);
    g_autoptr(GPtrArray) found = NULL;
    g_autoptr(GPtrArray) entries = cld_decisions_parse(data, length, &found);
    if (entries != NULL) {
        g_ptr_array_unref(self->entries);
        self->entries = g_steal_pointer(&entries);
        return TRUE;
    }
    refuse(self, found, problems == NULL, error);
    if (problems != NULL)
        *problems = g_steal_pointer(&found);
    return FALSE;
}

static gboolean
read_file(CldDecisions *self, GPtrArray **problems, GError **error)
{
    CldFileStamp stamp;
    g_autoptr(GError) cause = NULL;
    g_autoptr(GBytes) bytes = cld_durable_file_read(self->path, MAX_FILE_BYTES, &stamp, &cause);
    if (bytes == NULL)
        return fail(error,
                    g_error_matches(cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE)
                        ? CLD_DECISIONS_ERROR_SIZE
                        : CLD_DECISIONS_ERROR_READ,
                    cause);
    if (!take_bytes(self, bytes, problems, error))
        return FALSE;
    self->stamp = stamp;
    return TRUE;
}

/**
 * cld_decisions_open:
 * @path: the file; it need not be there
 * @problems: (out) (optional) (nullable) (element-type CldDecisionProblem): the lines that cannot
 * be used, when the error is #CLD_DECISIONS_ERROR_DAMAGED
 * @error: return location for a #CldDecisionsError, or %NULL
 *
 * A file with one line that is no record is refused as a whole: a decision that is not read would
 * let a dismissed finding come back, and the next save would lose it for good.
 *
 * Returns: (transfer full): the decisions; %NULL if the file cannot be used
 */
CldDecisions *
cld_decisions_open(const char *path, GPtrArray **problems, GError **error)
{
    g_autoptr(CldDecisions) self = g_new0(CldDecisions, 1);
    if (problems != NULL)
        *problems = NULL;
    self->path = g_strdup(path);
    self->entries = g_ptr_array_new_with_free_func((GDestroyNotify)cld_decision_entry_unref);
    return read_file(self, problems, error) ? g_steal_pointer(&self) : NULL;
}

void
cld_decisions_free(CldDecisions *self)
{
    g_ptr_array_unref(self->entries);
    g_free(self->path);
    g_free(self);
}

/* Returns: (transfer none): the file, as it was named when it was opened */
const char *
cld_decisions_get_path(const CldDecisions *self)
{
    return self->path;
}

/**
 * cld_decisions_refresh:
 * @self: the decisions
 * @has_changed: (out) (optional): whether the file was another one
 * @error: return location for a #CldDecisionsError, or %NULL
 *
 * Reads the file again if another program, or the user, has written it since. Costs one stat().
 *
 * Returns: %FALSE if it cannot be used now; @self then keeps what it had
 */
gboolean
cld_decisions_refresh(CldDecisions *self, gboolean *has_changed, GError **error)
{
    CldFileStamp stamp;
    g_autoptr(GError) cause = NULL;
    if (has_changed != NULL)
        *has_changed = FALSE;
    if (!cld_durable_file_get_stamp(self->path, &stamp, &cause))
        return fail(error, CLD_DECISIONS_ERROR_READ, cause);
    if (memcmp(&stamp, &self->stamp, sizeof(stamp)) == 0)
        return TRUE;
    if (!read_file(self, NULL, error))
        return FALSE;
    if (has_changed != NULL)
        *has_changed = TRUE;
    return TRUE;
}

/* Returns: (transfer full) (element-type CldDecision): all records, by fingerprint */
GPtrArray *
cld_decisions_get_all(const CldDecisions *self)
{
    GPtrArray *all = g_ptr_array_new_with_free_func((GDestroyNotify)cld_decision_unref);
    for (guint i = 0; i < self->entries->len; i++) {
        const CldDecisionEntry *entry = g_ptr_array_index(self->entries, i);
        g_ptr_array_add(all, cld_decision_ref(entry->decision));
    }
    return all;
}

static CldDecisionEntry *
find_entry(const CldDecisions *self, const char *fingerprint)
{
    guint low = 0, high = self->entries->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        CldDecisionEntry *entry = g_ptr_array_index(self->entries, middle);
        gint order = strcmp(fingerprint, cld_decision_entry_get_fingerprint(entry));
        if (order == 0)
            return entry;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/* Returns: (transfer none) (nullable): the record of @fingerprint, until the next change */
CldDecision *
cld_decisions_find(const CldDecisions *self, const char *fingerprint)
{
    const CldDecisionEntry *entry = find_entry(self, fingerprint);
    return entry == NULL ? NULL : entry->decision;
}

/* Returns: (transfer none) (nullable): as cld_decisions_find(), but %NULL where the record's own
 * passages make another fingerprint: it was decided on something else */
CldDecision *
cld_decisions_find_settling(const CldDecisions *self, const char *fingerprint)
{
    CldDecisionEntry *entry = find_entry(self, fingerprint);
    return entry == NULL || !cld_decision_entry_is_true(entry) ? NULL : entry->decision;
}

/**
 * cld_decisions_list_untrue:
 * @self: the decisions
 * @known: (element-type utf8): fingerprints of all findings there are now
 *
 * Returns: (transfer full) (element-type CldDecision): records that would settle one of them if
 * their passages were not others, in the order of @known, each once
 */
GPtrArray *
cld_decisions_list_untrue(const CldDecisions *self, const GPtrArray *known)
{
    GPtrArray *untrue = g_ptr_array_new_with_free_func((GDestroyNotify)cld_decision_unref);
    for (guint i = 0; i < known->len; i++) {
        CldDecisionEntry *entry = find_entry(self, g_ptr_array_index(known, i));
        if (entry == NULL || cld_decision_entry_is_true(entry) ||
            g_ptr_array_find(untrue, entry->decision, NULL))
            continue;
        g_ptr_array_add(untrue, cld_decision_ref(entry->decision));
    }
    return untrue;
}

/* Writes @entries in the place of the file, which is locked, and makes them the current ones. */
static gboolean
save(CldDecisions *self, CldFileLock *lock, const char *path, GPtrArray *entries, GError **error)
{
    gsize length = 0;
    g_autoptr(GError) cause = NULL;
    g_autofree char *text = cld_decisions_print(entries, &length);
    /* Until all is well nobody knows what is on the disk: the next refresh looks. */
    memset(&self->stamp, 0xFF, sizeof(self->stamp));
    if (!cld_durable_file_replace(lock, path, text, length, &cause))
        return fail(error, CLD_DECISIONS_ERROR_WRITE, cause);
    g_ptr_array_unref(self->entries);
    self->entries = g_ptr_array_ref(entries);
    CldFileStamp stamp;
    if (cld_durable_file_get_stamp(path, &stamp, NULL))
        self->stamp = stamp;
    return TRUE;
}

/* Makes new records of the current ones; NULL with @error set if they are not to be saved. */
typedef GPtrArray *(*Change)(const GPtrArray *entries, const GPtrArray *data, GError **error);

static gboolean
change(CldDecisions *self, Change make, const GPtrArray *data, GError **error)
{
    g_autoptr(GError) cause = NULL;
    g_autofree char *path = cld_durable_file_dup_real_path(self->path, &cause);
    if (path == NULL)
        return fail(error, CLD_DECISIONS_ERROR_WRITE, cause);
    g_autoptr(CldFileLock) lock = cld_durable_file_lock(path, &cause);
    if (lock == NULL)
        return fail(error,
                    g_error_matches(cause, G_IO_ERROR, G_IO_ERROR_BUSY) ? CLD_DECISIONS_ERROR_LOCKED
                                                                        : CLD_DECISIONS_ERROR_WRITE,
                    cause);
    if (!cld_decisions_refresh(self, NULL, error))
        return FALSE;
    g_autoptr(GPtrArray) entries = make(self->entries, data, error);
    return entries != NULL && save(self, lock, path, entries, error);
}

static CldDecisionEntry *
decide_over(CldDecisionEntry *earlier, CldDecision *decision)
{
    if (earlier == NULL)
        return cld_decision_entry_new(decision);
    g_autoptr(CldDecision) both = cld_decision_new_over(decision, earlier->decision);
    cld_decision_entry_unref(earlier);
    return cld_decision_entry_new(both);
}

static const char *
fingerprint_at(const GPtrArray *decisions, guint i)
{
    const CldDecision *decision = g_ptr_array_index(decisions, i);
    return decision->target->fingerprint;
}

static gint
order_at(const GPtrArray *entries, guint i, const GPtrArray *sorted, guint k)
{
    if (i >= entries->len || k >= sorted->len)
        return i >= entries->len ? 1 : -1;
    return strcmp(cld_decision_entry_get_fingerprint(g_ptr_array_index(entries, i)),
                  fingerprint_at(sorted, k));
}

/* @sorted: (element-type CldDecision) by fingerprint, in the order given where that is the same */
static GPtrArray *
merge(const GPtrArray *entries, const GPtrArray *sorted, GError **error)
{
    GPtrArray *merged = g_ptr_array_new_with_free_func((GDestroyNotify)cld_decision_entry_unref);
    guint i = 0, k = 0;
    while (i < entries->len || k < sorted->len) {
        gint order = order_at(entries, i, sorted, k);
        CldDecisionEntry *entry =
            order <= 0 ? cld_decision_entry_ref(g_ptr_array_index(entries, i++)) : NULL;
        const char *fingerprint = order >= 0 ? fingerprint_at(sorted, k) : NULL;
        while (fingerprint != NULL && k < sorted->len &&
               g_str_equal(fingerprint, fingerprint_at(sorted, k)))
            entry = decide_over(entry, g_ptr_array_index(sorted, k++));
        g_ptr_array_add(merged, entry);
    }
    return merged;
}

static gint
compare_decisions(gconstpointer a, gconstpointer b)
{
    const CldDecision *x = *(const CldDecision *const *)a;
    const CldDecision *y = *(const CldDecision *const *)b;
    return strcmp(x->target->fingerprint, y->target->fingerprint);
}

/**
 * cld_decisions_decide:
 * @self: the decisions
 * @decisions: (element-type CldDecision): new ones, on the same finding the later one last
 * @error: return location for a #CldDecisionsError, or %NULL
 *
 * Saves all of them or none. What was decided on a finding before becomes its history. The file is
 * read again under the lock first, so nothing that others wrote meanwhile is lost.
 *
 * Returns: %TRUE when they are on the disk, synced: only then may they be shown as saved
 */
gboolean
cld_decisions_decide(CldDecisions *self, const GPtrArray *decisions, GError **error)
{
    g_autoptr(GPtrArray) sorted = g_ptr_array_copy((GPtrArray *)decisions, NULL, NULL);
    g_ptr_array_set_free_func(sorted, NULL);     /* borrowed */
    g_ptr_array_sort(sorted, compare_decisions); /* GLib's sort is stable */
    return sorted->len == 0 || change(self, merge, sorted, error);
}

static void
add_undone(GPtrArray *entries, const CldDecisionEntry *entry)
{
    g_autoptr(CldDecision) before = cld_decision_new_undone(entry->decision);
    if (before != NULL)
        g_ptr_array_add(entries, cld_decision_entry_new(before));
}

/* @fingerprints: (element-type utf8) sorted */
static GPtrArray *
take_back(const GPtrArray *entries, const GPtrArray *fingerprints, GError **error)
{
    g_autoptr(GPtrArray) left =
        g_ptr_array_new_with_free_func((GDestroyNotify)cld_decision_entry_unref);
    guint k = 0;
    for (guint i = 0; i < entries->len; i++) {
        CldDecisionEntry *entry = g_ptr_array_index(entries, i);
        const char *wanted = k < fingerprints->len ? g_ptr_array_index(fingerprints, k) : NULL;
        if (g_strcmp0(cld_decision_entry_get_fingerprint(entry), wanted) != 0) {
            g_ptr_array_add(left, cld_decision_entry_ref(entry));
            continue;
        }
        add_undone(left, entry);
        k++;
    }
    if (k == fingerprints->len)
        return g_steal_pointer(&left);
    g_set_error(error, CLD_DECISIONS_ERROR, CLD_DECISIONS_ERROR_UNKNOWN,
                "there is no decision on %s to take back",
                (const char *)g_ptr_array_index(fingerprints, k));
    return NULL;
}

/**
 * cld_decisions_undo:
 * @self: the decisions
 * @fingerprints: (element-type utf8): findings, each once
 * @error: return location for a #CldDecisionsError, or %NULL
 *
 * Takes back the last decision on each, all or none: what stood before stands again.
 *
 * Returns: %TRUE when that is on the disk, synced
 */
gboolean
cld_decisions_undo(CldDecisions *self, const GPtrArray *fingerprints, GError **error)
{
    g_autoptr(GPtrArray) sorted = g_ptr_array_copy((GPtrArray *)fingerprints, NULL, NULL);
    g_ptr_array_set_free_func(sorted, NULL); /* borrowed */
    cld_texts_sort(sorted);
    return sorted->len == 0 || change(self, take_back, sorted, error);
}
