/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-command.h"
#include "cld-decisions-place.h"
#include "cld-message.h"
#include "cld-review-import.h"
#include "cld-review-page.h"
#include "cld-review-terminal.h"
#include "cld-review.h"
#include "cld-terminal.h"
#include <stdio.h>
#include <string.h>

/* One word after `review`. */
typedef struct Action Action;
struct Action {
    const char *name;
    guint min_arguments;
    gboolean takes_ids;
    CldVerdict verdict; /* for those that decide */
    const char *done;   /* said when it is on the disk */
    CldExit (*run)(const Action *self, const CldSettings *settings, const char *const *arguments);
};

static void
tell_problems(const GPtrArray *problems)
{
    for (guint i = 0; problems != NULL && i < problems->len; i++)
        cld_message("%s", (const char *)g_ptr_array_index(problems, i));
}

static CldReviews *
open_reviews(const CldSettings *settings)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) problems = NULL;
    CldReviewsOptions options = {
        .report = settings->report,
        .decisions = settings->decisions,
        .by = settings->by,
    };
    CldReviews *reviews = cld_reviews_open(&options, &problems, &error);
    if (reviews != NULL)
        return reviews;
    tell_problems(problems);
    cld_message("%s", error->message);
    if (g_error_matches(error, CLD_REVIEWS_ERROR, CLD_REVIEWS_ERROR_NO_SOURCE))
        cld_message("or review a saved report: claimdiff compare --output json=r.json FILE…; "
                    "claimdiff review --report r.json");
    return NULL;
}

static CldReviewFilter
get_filter(const CldSettings *settings)
{
    CldReviewFilter filter = CLD_REVIEW_FILTER_ANY;
    filter.states = settings->states;
    filter.kind = settings->kind;
    filter.type = settings->type;
    return filter;
}

static CldExit
print_page(CldTerminalPage *page)
{
    gsize length = 0;
    g_autofree char *text = cld_terminal_page_finish(page, &length);
    return cld_command_write("-", text, length) ? CLD_EXIT_OK : CLD_EXIT_TROUBLE;
}

static CldExit
print_json(const CldReviews *reviews, const GArray *indices)
{
    gsize length = 0;
    g_autofree char *text = cld_review_dup_json(reviews, indices, &length);
    return cld_command_write("-", text, length) ? CLD_EXIT_OK : CLD_EXIT_TROUBLE;
}

static void
init_page(CldTerminalPage *page, const CldSettings *settings)
{
    cld_terminal_page_init(page, cld_terminal_get_width(settings, TRUE),
                           cld_terminal_use_color(settings, TRUE));
}

static void
put_unused(CldTerminalPage *page, const CldReviews *reviews)
{
    g_autoptr(GPtrArray) unused = cld_reviews_list_unused(reviews);
    for (guint i = 0; i < unused->len; i++) {
        const CldDecision *decision = g_ptr_array_index(unused, i);
        const CldTarget *target = decision->target;
        g_autofree char *line = g_strdup_printf(
            "unused: %s (%s, %s/%s): there is no such finding any more", target->fingerprint,
            cld_verdict_get_tag(decision->verdict), target->kind, target->type);
        cld_terminal_page_add(page, CLD_STYLE_CAUTION, line);
        cld_terminal_page_end(page, 0, 8);
    }
    g_autoptr(GPtrArray) untrue = cld_reviews_list_untrue(reviews);
    for (guint i = 0; i < untrue->len; i++) {
        cld_terminal_page_add(page, CLD_STYLE_BAD, g_ptr_array_index(untrue, i));
        cld_terminal_page_end(page, 0, 8);
    }
}

static CldExit
run_list(const Action *self, const CldSettings *settings, const char *const *unused)
{
    CldTerminalPage page;
    CldReviewFilter filter = get_filter(settings);
    g_autoptr(CldReviews) reviews = open_reviews(settings);
    if (reviews == NULL)
        return CLD_EXIT_TROUBLE;
    g_autoptr(GArray) indices = cld_reviews_filter(reviews, &filter);
    if (settings->is_json)
        return print_json(reviews, indices);
    init_page(&page, settings);
    for (guint i = 0; i < indices->len; i++)
        cld_review_page_put_row(&page,
                                cld_reviews_get_item(reviews, g_array_index(indices, guint, i)));
    put_unused(&page, reviews);
    cld_review_page_put_counts(&page, reviews);
    return print_page(&page);
}

/* Returns: (transfer full) (nullable) (element-type guint): the items that are named, each once */
static GArray *
find_items(const CldReviews *reviews, const char *const *ids)
{
    g_autoptr(GArray) indices = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autofree gboolean *is_named = g_new0(gboolean, cld_reviews_get_size(reviews) + 1);
    for (guint i = 0; ids[i] != NULL; i++) {
        g_autoptr(GError) error = NULL;
        guint index = 0;
        if (!cld_reviews_find(reviews, ids[i], &index, &error)) {
            cld_message("%s", error->message);
            return NULL;
        }
        if (!is_named[index])
            g_array_append_val(indices, index);
        is_named[index] = TRUE;
    }
    return g_steal_pointer(&indices);
}

static CldExit
run_show(const Action *self, const CldSettings *settings, const char *const *ids)
{
    CldTerminalPage page;
    g_autoptr(CldReviews) reviews = open_reviews(settings);
    g_autoptr(GArray) indices = reviews == NULL ? NULL : find_items(reviews, ids);
    if (indices == NULL)
        return CLD_EXIT_TROUBLE;
    if (settings->is_json)
        return print_json(reviews, indices);
    init_page(&page, settings);
    for (guint i = 0; i < indices->len; i++) {
        g_autoptr(GError) error = NULL;
        guint index = g_array_index(indices, guint, i);
        g_autoptr(CldReport) report = cld_reviews_load(reviews, index, &error);
        if (report == NULL) {
            cld_message("%s", error->message);
            g_free(cld_terminal_page_finish(&page, NULL));
            return CLD_EXIT_TROUBLE;
        }
        cld_review_page_put_finding(&page, report, cld_reviews_get_item(reviews, index));
        cld_review_page_put_context(&page, report);
    }
    return print_page(&page);
}

static CldExit
tell_saved(const CldReviews *reviews, const GArray *indices, const char *done)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < indices->len; i++) {
        const CldReviewItem *item = cld_reviews_get_item(reviews, g_array_index(indices, guint, i));
        g_string_append_printf(out, "%s: %s\n", item->row->id, done);
    }
    return cld_command_write("-", out->str, out->len) ? CLD_EXIT_OK : CLD_EXIT_TROUBLE;
}

static CldExit
run_decide(const Action *self, const CldSettings *settings, const char *const *ids)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CldReviews) reviews = open_reviews(settings);
    g_autoptr(GArray) indices = reviews == NULL ? NULL : find_items(reviews, ids);
    if (indices == NULL)
        return CLD_EXIT_TROUBLE;
    if (cld_reviews_decide(reviews, indices, self->verdict, settings->note, NULL, settings->expires,
                           &error))
        return tell_saved(reviews, indices, self->done);
    cld_message("%s", error->message);
    return CLD_EXIT_TROUBLE;
}

static CldExit
run_undo(const Action *self, const CldSettings *settings, const char *const *ids)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CldReviews) reviews = open_reviews(settings);
    g_autoptr(GArray) indices = reviews == NULL ? NULL : find_items(reviews, ids);
    if (indices == NULL)
        return CLD_EXIT_TROUBLE;
    if (cld_reviews_undo(reviews, indices, &error))
        return tell_saved(reviews, indices, self->done);
    cld_message("%s", error->message);
    return CLD_EXIT_TROUBLE;
}

static CldExit
run_import(const Action *self, const CldSettings *settings, const char *const *files)
{
    g_autofree char *path = cld_decisions_dup_path(settings->decisions, NULL);
    for (guint i = 0; files[i] != NULL; i++) {
        CldImported imported;
        g_autoptr(GError) error = NULL;
        g_autoptr(GPtrArray) problems = NULL;
        if (!cld_review_import(path, files[i], &imported, &problems, &error)) {
            tell_problems(problems);
            cld_message("%s", error->message);
            return CLD_EXIT_TROUBLE;
        }
        g_autofree char *line =
            g_strdup_printf("%s: %u decisions taken over, %u there already, %u older left out\n",
                            files[i], imported.n_taken, imported.n_same, imported.n_older);
        if (!cld_command_write("-", line, strlen(line)))
            return CLD_EXIT_TROUBLE;
    }
    return CLD_EXIT_OK;
}

/* At once, also into a pipe: whoever reads it waits for the address. */
static void
say_line(const char *line, gpointer unused)
{
    fprintf(stdout, "%s\n", line);
    fflush(stdout);
}

static CldExit
run_web(const Action *self, const CldSettings *settings, const char *const *unused)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CldReviews) reviews = open_reviews(settings);
    CldServe serve = cld_command_get_serve();
    if (reviews == NULL || serve == NULL)
        return CLD_EXIT_TROUBLE;
    const CldServeOptions options = {
        .port = settings->port,
        .is_without_browser = settings->is_without_browser,
        .source = settings->report != NULL ? settings->report : "the collection",
        .say = say_line,
    };
    if (serve(reviews, &options, &error))
        return CLD_EXIT_OK;
    cld_message("%s", error->message);
    return CLD_EXIT_TROUBLE;
}

static const Action actions[] = {
    {"web", 0, FALSE, 0, NULL, run_web},
    {"list", 0, FALSE, 0, NULL, run_list},
    {"show", 1, TRUE, 0, NULL, run_show},
    {"confirm", 1, TRUE, CLD_VERDICT_CONFIRMED, "confirmed", run_decide},
    {"dismiss", 1, TRUE, CLD_VERDICT_DISMISSED, "dismissed", run_decide},
    {"false-positive", 1, TRUE, CLD_VERDICT_FALSE_POSITIVE, "false positive", run_decide},
    {"defer", 1, TRUE, CLD_VERDICT_DEFERRED, "deferred", run_decide},
    {"reopen", 1, TRUE, CLD_VERDICT_OPEN, "open again", run_decide},
    {"undo", 1, TRUE, 0, "last decision taken back", run_undo},
    {"import", 1, FALSE, 0, NULL, run_import},
};

static const Action *
find_action(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(actions); i++) {
        if (g_str_equal(actions[i].name, name))
            return &actions[i];
    }
    return NULL;
}

static CldExit
run_terminal(const CldSettings *settings)
{
    if (!cld_review_terminal_is_there())
        return CLD_EXIT_TROUBLE;
    g_autoptr(CldReviews) reviews = open_reviews(settings);
    return reviews == NULL ? CLD_EXIT_TROUBLE : cld_review_terminal_run(reviews, settings);
}

static CldExit
run_review(const CldCommand *self, CldSettings *settings, const char *const *words)
{
    if (words[0] == NULL)
        return run_terminal(settings);
    const Action *action = find_action(words[0]);
    if (action == NULL) {
        cld_message("there is no “review %s”", words[0]);
        cld_message("try: claimdiff review --help");
        return CLD_EXIT_TROUBLE;
    }
    if (g_strv_length((char **)words) < action->min_arguments + 1) {
        cld_message("review %s: name at least one %s", action->name,
                    action->takes_ids ? "finding by its id (claimdiff review list prints them)"
                                      : "file");
        return CLD_EXIT_TROUBLE;
    }
    if (action->min_arguments == 0 && words[1] != NULL) {
        cld_message("review %s: “%s” is too much; a saved report is named with --report=FILE",
                    action->name, words[1]);
        return CLD_EXIT_TROUBLE;
    }
    return action->run(action, settings, words + 1);
}

const CldCommand cld_command_review = {
    .name = "review",
    .arguments = "[ACTION] [ID|FILE]…",
    .summary = "Go through findings and keep what you decide",
    .details =
        "Without an action, shows one finding a screen; one key decides and goes on.\n"
        "\n"
        "  web                   the same as a page in the browser, served to this machine only\n"
        "  list                  the findings and how they stand\n"
        "  show ID…              a finding with its passages in context and its history\n"
        "  confirm ID…           so it is\n"
        "  dismiss ID…           true, but nobody will act on it\n"
        "  false-positive ID…    the program is wrong\n"
        "  defer ID…             later\n"
        "  reopen ID…            undecided again; what was decided stays in its history\n"
        "  undo ID…              take the last decision back\n"
        "  import FILE…          take over decisions made in a report's page or by somebody else\n"
        "\n"
        "An ID may be cut short as long as it is unique. Decisions are lines of "
        "claimdiff.decisions.jsonl,\nto be kept in your repository; each is on the disk before it "
        "is shown as saved.\n"
        "\n"
        "Examples:\n"
        "  claimdiff review --report r.json  (of claimdiff compare --output json=r.json story/)\n"
        "  claimdiff review web --report r.json\n"
        "  claimdiff review list --report r.json --state open --kind contradiction\n"
        "  claimdiff review dismiss 9f2c41 --report r.json --note \"both counts are official\"\n",
    .set = CLD_FOR_REVIEW,
    .run = run_review,
};
