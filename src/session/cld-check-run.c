/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-check-run.h"
#include "cld-decisions-place.h"
#include "cld-identity.h"
#include "cld-project-private.h"
#include "cld-rounds.h"
#include "cld-trim.h"
#include "cld-unread.h"
#include "cld-verdicts.h"
#include <gio/gio.h>

/* A check on its way. */
typedef struct {
    CldProject *project;
    const CldCheckOptions *options;
    CldDecisions *decisions; /* (owned) */
    CldBaseline *baseline;   /* (owned) (nullable) */
} Check;

static void
check_clear(Check *self)
{
    g_clear_pointer(&self->decisions, cld_decisions_free);
    g_clear_pointer(&self->baseline, cld_baseline_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Check, check_clear)

static gboolean
open_baseline(Check *self, GError **error)
{
    const char *path = self->options->baseline;
    if (path == NULL)
        return TRUE;
    gboolean is_first = self->options->updates_baseline && !g_file_test(path, G_FILE_TEST_EXISTS);
    self->baseline = is_first ? cld_baseline_new() : cld_baseline_load(path, error);
    return self->baseline != NULL;
}

/* What was decided is read first: a check that cannot know it must not begin. */
static gboolean
open_known(Check *self, GError **error)
{
    g_autofree char *found = cld_decisions_find_path(".", self->project->folder);
    const char *path = self->options->decisions != NULL ? self->options->decisions : found;
    self->decisions = cld_verdicts_open_decisions(path, error);
    return self->decisions != NULL && open_baseline(self, error);
}

/* The articles of files that are not, or not so, in the collection. */
static GPtrArray *
list_guests(Check *self, const CldReport *report)
{
    GPtrArray *members = cld_members_new();
    for (guint i = 0; i < report->articles->len; i++) {
        CldArticle *article = g_ptr_array_index(report->articles, i);
        char *source = cld_identity_dup_source(article->source, self->project->folder);
        g_free(article->source); /* nobody else has seen it yet */
        article->source = source;
        g_autofree char *identity = cld_identity_of(article);
        g_ptr_array_add(members, cld_member_new(cld_article_ref(article), identity, 0, TRUE));
    }
    return members;
}

static void
take_inputs(CldReport *report, const CldReport *read)
{
    for (guint i = 0; i < read->inputs->len; i++)
        g_ptr_array_add(report->inputs, cld_input_ref(g_ptr_array_index(read->inputs, i)));
    for (guint i = 0; i < read->not_compared->len; i++) {
        const CldNotCompared *row = g_ptr_array_index(read->not_compared, i);
        cld_report_add_not_compared(report, -1, row->source, row->reason);
    }
}

static CldNeighbourhood *
compare_files(Check *self, GError **error)
{
    const CldSessionOptions *session = self->options->session;
    g_autoptr(CldReport) read = cld_session_read_articles(self->options->paths, session, error);
    if (read == NULL)
        return NULL;
    g_autoptr(GPtrArray) members = list_guests(self, read);
    CldNeighbourhood *found =
        cld_neighbourhood_compare(self->project->collection, members, session, error);
    if (found == NULL)
        return NULL;
    cld_neighbourhood_trim(found);
    take_inputs(found->report, read);
    return found;
}

static CldNeighbourhood *
compare_stored(Check *self, CldCheckRun *run, GError **error)
{
    CldCollection *collection = self->project->collection;
    cld_collection_begin(collection, FALSE);
    g_array_unref(run->revisions);
    run->revisions = cld_collection_list(collection, CLD_REVISIONS_UNSETTLED);
    if (!cld_collection_end(collection, error))
        return NULL;
    return run->revisions->len == 0
               ? cld_neighbourhood_new()
               : cld_rounds_compare(collection, run->revisions, self->options->session, error);
}

/* Ids of all findings there are: those of the collection, and those of the report. */
static GPtrArray *
list_known(Check *self, const CldReport *report, GError **error)
{
    CldCollection *collection = self->project->collection;
    g_autoptr(GPtrArray) known = NULL;
    if (collection == NULL)
        known = g_ptr_array_new_with_free_func(g_free);
    else {
        cld_collection_begin(collection, FALSE);
        known = cld_collection_list_ids(collection, 0);
        if (!cld_collection_end(collection, error))
            return NULL;
    }
    for (guint i = 0; i < report->findings->len; i++)
        g_ptr_array_add(known,
                        g_strdup(((CldFinding *)g_ptr_array_index(report->findings, i))->id));
    return g_steal_pointer(&known);
}

static guint
count_new(const CldNeighbourhood *found)
{
    guint n = 0;
    for (guint i = 0; i < found->is_new->len; i++)
        n += g_array_index(found->is_new, gboolean, i);
    return n;
}

static gboolean
judge(Check *self, CldCheckRun *run, const CldNeighbourhood *found, GError **error)
{
    g_autoptr(GPtrArray) known = list_known(self, run->report, error);
    if (known == NULL)
        return FALSE;
    run->is_failing = cld_verdicts_judge(run->report, found->is_new, self->decisions,
                                         self->baseline, known, self->options);
    run->report->check->n_new_articles = MAX(count_new(found), run->revisions->len);
    run->report->check->n_compared_articles = found->n_compared;
    return !self->options->updates_baseline || self->baseline == NULL ||
           cld_baseline_save(self->baseline, self->options->baseline, error);
}

/**
 * cld_check_run_new:
 * @project: a project
 * @options: what to check
 * @error: return location, or %NULL
 *
 * Compares what is new with what is stored, and tells of each finding whether it is new, decided or
 * in the baseline. Findings of stored articles are stored; of files only the report tells. Inputs
 * that could not be read when they were added are inputs of the report.
 *
 * Returns: (transfer full) (nullable): the check
 */
CldCheckRun *
cld_check_run_new(CldProject *project, const CldCheckOptions *options, GError **error)
{
    g_auto(Check) check = {project, options, NULL, NULL};
    g_autoptr(CldCheckRun) run = g_new0(CldCheckRun, 1);
    run->revisions = g_array_new(FALSE, FALSE, sizeof(gint64));
    if (!open_known(&check, error))
        return NULL;
    g_autoptr(CldNeighbourhood) found =
        options->paths != NULL ? compare_files(&check, error) : compare_stored(&check, run, error);
    if (found == NULL || !cld_unread_tell(project, found->report, &run->n_unread_before, error))
        return NULL;
    run->report = cld_report_ref(found->report);
    return judge(&check, run, found, error) ? g_steal_pointer(&run) : NULL;
}

/**
 * cld_check_run_pass:
 * @self: a check that is not failing
 * @project: its project
 * @error: return location, or %NULL
 *
 * The check has passed: the next one speaks of what comes after it. A check that fails is made
 * again of the same articles, and so is one of a collection that may only be read.
 *
 * Returns: %FALSE if that could not be stored
 */
gboolean
cld_check_run_pass(CldCheckRun *self, CldProject *project, GError **error)
{
    if (self->revisions->len == 0 || cld_project_is_read_only(project))
        return TRUE;
    cld_collection_begin(project->collection, TRUE);
    for (guint i = 0; i < self->revisions->len; i++)
        cld_collection_settle(project->collection, g_array_index(self->revisions, gint64, i));
    return cld_collection_commit(project->collection, error);
}

void
cld_check_run_free(CldCheckRun *self)
{
    if (self == NULL)
        return;
    g_clear_pointer(&self->report, cld_report_unref);
    g_array_unref(self->revisions);
    g_free(self);
}
