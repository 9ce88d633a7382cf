/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-session.h"
#include "cld-dates.h"
#include "cld-extract.h"
#include "cld-model.h"
#include "cld-parallel.h"
#include "cld-stored-encoder.h"
#include <gio/gio.h>
#include <string.h>

/* Inputs of one run; beyond, claims would no longer fit the memory that a run may use. */
#define MAX_INPUTS 200000

/* One input on its way; each is written by one thread only. */
typedef struct {
    char *path;              /* (owned) */
    CldIngestResult *result; /* (owned) */
    gboolean is_found;       /* in a folder that was named, rather than named itself */
} Source;

/* One run on its way. */
typedef struct {
    const CldSessionOptions *options;
    const char *stage;
    guint total;
    GArray *sources;           /* (element-type Source) in input order */
    const GPtrArray *articles; /* (unowned) (element-type CldArticle) */
    GPtrArray *claims;         /* (element-type GPtrArray) per article: its claims */
} Run;

static void
source_clear(gpointer data)
{
    Source *source = data;
    g_free(source->path);
    g_clear_pointer(&source->result, cld_ingest_result_free);
}

static void
tell(guint done, gpointer data)
{
    Run *run = data;
    if (run->options->progress != NULL)
        run->options->progress(run->stage, done, run->total, run->options->progress_data);
}

static void
run_stage(Run *run, const char *stage, guint total, CldParallelTask task)
{
    run->stage = stage;
    run->total = total;
    tell(0, run);
    cld_parallel_run(total, run->options->n_jobs, task, tell, run);
}

/* An input that was refused before any byte of it was read. */
static CldIngestResult *
refuse(const char *path, const char *code, const char *message)
{
    CldIngestResult *result = g_new0(CldIngestResult, 1);
    result->inputs = g_ptr_array_new_with_free_func((GDestroyNotify)cld_input_unref);
    result->articles = g_ptr_array_new_with_free_func((GDestroyNotify)cld_article_unref);
    g_ptr_array_add(result->inputs, cld_input_new(path, CLD_OUTCOME_REFUSED, code, message, -1));
    return result;
}

static void
add_source(Run *run, const char *path, CldIngestResult *result, gboolean is_found)
{
    Source source = {g_strdup(path), result, is_found};
    g_array_append_val(run->sources, source);
}

/* Each path is expanded by itself, so that one that cannot be opened does not stop the others. */
static void
expand_path(Run *run, const char *path)
{
    const char *one[] = {path, NULL};
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) files = cld_ingest_expand(one, &error);
    if (files == NULL)
        add_source(run, path, refuse(path, "open", error != NULL ? error->message : "unreadable"),
                   FALSE);
    else if (files->len == 0)
        add_source(run, path, refuse(path, "empty-folder", "there is no file in this folder"),
                   FALSE);
    for (guint i = 0; files != NULL && i < files->len; i++)
        add_source(run, g_ptr_array_index(files, i), NULL,
                   strcmp(path, g_ptr_array_index(files, i)) != 0);
}

/* Names the outlets of the articles of one address; still building them, nobody else has seen them.
 */
static void
name_outlets(const CldOutletNames *names, CldIngestResult *result)
{
    for (guint i = 0; i < result->articles->len; i++) {
        CldArticle *article = g_ptr_array_index(result->articles, i);
        const char *name = cld_outlet_names_find_url(names, article->url);
        if (name == NULL)
            continue;
        g_free(article->outlet);
        article->outlet = g_strdup(name);
        article->outlet_from = "option";
    }
}

static void
read_source(guint index, gpointer data)
{
    Run *run = data;
    Source *source = &g_array_index(run->sources, Source, index);
    if (source->result != NULL)
        return;
    CldIngestOptions options = run->options->ingest;
    const CldOutletNames *names = options.outlet == NULL ? run->options->outlets : NULL;
    if (options.outlet == NULL)
        options.outlet = cld_outlet_names_find_path(names, source->path);
    source->result = source->is_found ? cld_ingest_found_file(source->path, &options)
                                      : cld_ingest_file(source->path, &options);
    if (options.outlet == NULL)
        name_outlets(names, source->result);
}

static void
add_article(CldReport *report, CldArticle *article)
{
    const gint none = -1;
    g_ptr_array_add(report->articles, cld_article_ref(article));
    g_array_append_val(report->copy_of, none);
    g_array_append_val(report->event_of, none);
}

static void
add_unread(CldReport *report, const CldInput *input)
{
    const char *tag = cld_outcome_get_tag(input->outcome);
    g_autofree char *reason =
        input->message != NULL ? g_strdup_printf("%s: %s", tag, input->message) : g_strdup(tag);
    cld_report_add_not_compared(report, -1, input->source, reason);
}

/* Inputs and articles of one source stand in the same order; an input that did not become an
 * article has no article of its name in its place. */
static void
collect_source(CldReport *report, const Source *source)
{
    const CldIngestResult *result = source->result;
    guint next = 0;
    for (guint i = 0; i < result->inputs->len; i++) {
        CldInput *input = g_ptr_array_index(result->inputs, i);
        const CldArticle *article =
            next < result->articles->len ? g_ptr_array_index(result->articles, next) : NULL;
        g_ptr_array_add(report->inputs, cld_input_ref(input));
        if (article != NULL && input->outcome != CLD_OUTCOME_REFUSED &&
            g_str_equal(article->source, input->source))
            next++;
        else
            add_unread(report, input);
    }
    for (guint i = 0; i < result->articles->len; i++)
        add_article(report, g_ptr_array_index(result->articles, i));
}

static void
extract_article(guint index, gpointer data)
{
    Run *run = data;
    const CldArticle *article = g_ptr_array_index(run->articles, index);
    g_ptr_array_index(run->claims, index) = cld_extract_claims(article, index);
}

static void
free_claims(gpointer claims)
{
    if (claims != NULL)
        g_ptr_array_unref(claims);
}

/**
 * cld_session_extract:
 * @articles: (element-type CldArticle): articles
 * @options: how many threads, and who hears of the progress
 *
 * Returns: (transfer full) (element-type GPtrArray): the claims of each article, which count it by
 * its place in @articles
 */
GPtrArray *
cld_session_extract(const GPtrArray *articles, const CldSessionOptions *options)
{
    GPtrArray *claims = g_ptr_array_new_with_free_func(free_claims);
    Run run = {.options = options, .articles = articles, .claims = claims};
    g_ptr_array_set_size(claims, (gint)articles->len);
    run_stage(&run, "extracting", articles->len, extract_article);
    return claims;
}

/* Adds the claims of each article to the report, in their order. */
void
cld_session_add_claims(CldReport *report, const GPtrArray *claims_of_articles)
{
    for (guint i = 0; i < claims_of_articles->len; i++) {
        const GPtrArray *claims = g_ptr_array_index(claims_of_articles, i);
        for (guint j = 0; j < claims->len; j++)
            g_ptr_array_add(report->claims, cld_claim_ref(g_ptr_array_index(claims, j)));
    }
}

static gboolean
check_paths(const char *const *paths, GError **error)
{
    if (paths != NULL && paths[0] != NULL)
        return TRUE;
    g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "there is nothing to read");
    return FALSE;
}

/**
 * cld_session_read_articles:
 * @paths: (array zero-terminated=1): files, folders, "-" for standard input
 * @options: how to read
 * @error: return location, or %NULL
 *
 * Reads the inputs, with as many threads as @options allows; whatever that number is, the report is
 * the same. An input that cannot be read is in the report's inputs and in not_compared, and the
 * others go on.
 *
 * Returns: (transfer full): inputs and articles, or %NULL if there were no or too many inputs
 */
CldReport *
cld_session_read_articles(const char *const *paths,
                          const CldSessionOptions *options,
                          GError **error)
{
    if (!check_paths(paths, error))
        return NULL;
    g_autoptr(CldReport) report = cld_report_new();
    g_autoptr(GArray) sources = g_array_new(FALSE, FALSE, sizeof(Source));
    Run run = {.options = options, .sources = sources};
    g_array_set_clear_func(sources, source_clear);
    for (guint i = 0; paths[i] != NULL && sources->len <= MAX_INPUTS; i++)
        expand_path(&run, paths[i]);
    if (sources->len > MAX_INPUTS) {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                    "more than %d inputs in one run", MAX_INPUTS);
        return NULL;
    }
    run_stage(&run, "reading", sources->len, read_source);
    for (guint i = 0; i < sources->len; i++)
        collect_source(report, &g_array_index(sources, Source, i));
    cld_ingest_settle_years(report->articles);
    return g_steal_pointer(&report);
}

/**
 * cld_session_read:
 * @paths: (array zero-terminated=1): files, folders, "-" for standard input
 * @options: how to read
 * @error: return location, or %NULL
 *
 * Reads the inputs as cld_session_read_articles() and extracts their claims.
 *
 * Returns: (transfer full): the report so far, or %NULL if there were no or too many inputs
 */
CldReport *
cld_session_read(const char *const *paths, const CldSessionOptions *options, GError **error)
{
    g_autoptr(CldReport) report = cld_session_read_articles(paths, options, error);
    if (report == NULL)
        return NULL;
    g_autoptr(GPtrArray) claims = cld_session_extract(report->articles, options);
    cld_session_add_claims(report, claims);
    return g_steal_pointer(&report);
}

/* Returns: (transfer full) (nullable): the model's encoder, which asks the collection first if
 * there is one */
static CldEncoder *
dup_encoder(const CldSessionOptions *options)
{
    CldEncoder *encoder = cld_model_get_encoder(options->model);
    if (encoder == NULL || options->collection == NULL)
        return encoder == NULL ? NULL : g_object_ref(encoder);
    return CLD_ENCODER(cld_stored_encoder_new(encoder, options->collection,
                                              cld_model_get_info(options->model)->sha256,
                                              cld_model_get_runtime_version(options->model)));
}

/* Gives the engine the model's services, and the report its name. */
static CldEngineOptions
use_model(CldReport *report, const CldSessionOptions *options, CldEncoder **encoder)
{
    CldEngineOptions engine = options->engine;
    if (options->model == NULL)
        return engine;
    const CldModelInfo *info = cld_model_get_info(options->model);
    engine.judge = cld_model_get_judge(options->model);
    engine.encoder = *encoder = dup_encoder(options);
    report->model = g_strdup(info->name);
    report->model_sha256 = g_strdup(info->sha256);
    report->model_runtime = g_strdup(cld_model_get_runtime_version(options->model));
    return engine;
}

/**
 * cld_session_run_engine:
 * @report: articles and their claims
 * @options: how to compare
 * @error: return location, or %NULL
 *
 * Compares what is in the report, with the model of @options.
 *
 * Returns: %FALSE if the model failed
 */
gboolean
cld_session_run_engine(CldReport *report, const CldSessionOptions *options, GError **error)
{
    if (options->progress != NULL)
        options->progress("comparing", 0, 1, options->progress_data);
    g_autoptr(CldEncoder) encoder = NULL;
    CldEngineOptions engine = use_model(report, options, &encoder);
    if (!cld_engine_compare(report, &engine, error))
        return FALSE;
    if (options->progress != NULL)
        options->progress("comparing", 1, 1, options->progress_data);
    return TRUE;
}

/**
 * cld_session_compare:
 * @paths: (array zero-terminated=1): files, folders, "-" for standard input
 * @options: how to read and compare
 * @error: return location, or %NULL
 *
 * Returns: (transfer full): the whole report in its one order, or %NULL as cld_session_read()
 */
CldReport *
cld_session_compare(const char *const *paths, const CldSessionOptions *options, GError **error)
{
    g_autoptr(CldReport) report = cld_session_read(paths, options, error);
    if (report == NULL || !cld_session_run_engine(report, options, error))
        return NULL;
    return g_steal_pointer(&report);
}

/* Returns: how many inputs were not read, or not read to their end; files of a folder that were
 * passed over do not count, nobody named them */
guint
cld_session_count_unread(const CldReport *report)
{
    guint n_unread = 0, n_limited = 0, n_skipped = 0;
    for (guint i = 0; i < report->not_compared->len; i++) {
        const CldNotCompared *row = g_ptr_array_index(report->not_compared, i);
        n_unread += row->article < 0;
    }
    for (guint i = 0; i < report->inputs->len; i++) {
        const CldInput *input = g_ptr_array_index(report->inputs, i);
        n_limited += input->outcome == CLD_OUTCOME_LIMITED || input->outcome == CLD_OUTCOME_REFUSED;
        n_skipped += cld_ingest_is_skipped(input);
    }
    return MAX(n_unread - MIN(n_unread, n_skipped), n_limited);
}

/**
 * cld_session_parse_date:
 * @text: a date as an option gives it: "2025-04-25" or "2025-04-25T20:36"
 * @when: (out): the date
 *
 * Returns: %FALSE if it is no such date
 */
gboolean
cld_session_parse_date(const char *text, CldWhen *when)
{
    return cld_dates_parse_iso(text, when);
}
