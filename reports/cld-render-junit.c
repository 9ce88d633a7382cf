/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* JUnit's XML as build servers read it: a suite of the inputs, so that what was not read is an
 * error and no file is without a test, and a suite for each event with a test for each finding. */
#include "cld-render-junit.h"
#include "cld-encode.h"
#include "cld-notice.h"

/* How a test ended. */
typedef enum {
    END_PASSED,
    END_FAILED,
    END_ERROR,
    END_SKIPPED,
    N_ENDS,
} End;

typedef struct {
    guint n_of[N_ENDS];
    guint n;
} Counts;

typedef struct {
    const CldReport *report;
    CldView *view;
    GArray *notices; /* (element-type CldNotice) */
    GString *out;
    Counts counts; /* of the whole file */
} Junit;

/* Files like these end up in logs, so text is made inert for a log before it is made XML, which
 * escapes as HTML does; what XML 1.0 forbids is written out by then. */
static void
put_text(GString *out, const char *text, gssize length_bytes)
{
    g_autoptr(GString) inert = g_string_new(NULL);
    cld_encode_terminal(inert, text, length_bytes);
    cld_encode_html(out, inert->str, -1);
}

/* Appends @markup as cld_encode_markup() does. */
static void G_GNUC_PRINTF(2, 3) put(GString *out, const char *markup, ...)
{
    va_list arguments;
    va_start(arguments, markup);
    cld_encode_markup(out, put_text, markup, arguments);
    va_end(arguments);
}

static void
count(Counts *counts, End end)
{
    counts->n_of[end]++;
    counts->n++;
}

static void
put_counts(GString *out, const Counts *counts)
{
    put(out, " tests=\"%u\" failures=\"%u\" errors=\"%u\" skipped=\"%u\"", counts->n,
        counts->n_of[END_FAILED], counts->n_of[END_ERROR], counts->n_of[END_SKIPPED]);
}

static void
put_suite(Junit *j, const char *name, const GString *cases, const Counts *counts)
{
    put(j->out, "  <testsuite name=\"%s\"", name);
    put_counts(j->out, counts);
    put(j->out, " time=\"0\">\n");
    g_string_append_len(j->out, cases->str, (gssize)cases->len);
    put(j->out, "  </testsuite>\n");
    for (guint end = 0; end < N_ENDS; end++)
        j->counts.n_of[end] += counts->n_of[end];
    j->counts.n += counts->n;
}

static End
put_input(GString *out, const CldInput *input)
{
    gboolean is_read =
        input->outcome == CLD_OUTCOME_ACCEPTED || input->outcome == CLD_OUTCOME_WARNED;
    g_autofree char *file = cld_notice_dup_file(input->source);
    g_autofree char *what = cld_view_dup_input(input);
    put(out, "    <testcase classname=\"inputs\" name=\"%s\" file=\"%s\" time=\"0\"", input->source,
        file);
    if (input->outcome == CLD_OUTCOME_ACCEPTED)
        put(out, "/>\n");
    else if (is_read)
        put(out, ">\n      <system-out>%s</system-out>\n    </testcase>\n", what);
    else
        put(out, ">\n      <error type=\"%s\" message=\"%s\"/>\n    </testcase>\n",
            input->code != NULL ? input->code : "not-read", what);
    return is_read ? END_PASSED : END_ERROR;
}

static void
put_inputs(Junit *j)
{
    Counts counts = {0};
    g_autoptr(GString) cases = g_string_new(NULL);
    for (guint i = 0; i < j->report->inputs->len; i++)
        count(&counts, put_input(cases, g_ptr_array_index(j->report->inputs, i)));
    put_suite(j, "inputs", cases, &counts);
}

/* A check fails for what --fail-on names; a comparison, which has no such word, for contradictions.
 * The rest passes and says what it found. */
static End
find_end(const CldNotice *notice)
{
    if (!cld_notice_is_shown(notice))
        return END_SKIPPED;
    if (notice->checked != NULL)
        return notice->checked->is_failing ? END_FAILED : END_PASSED;
    gboolean is_contradiction =
        cld_type_get_info(notice->finding->type)->kind == CLD_KIND_CONTRADICTION;
    return is_contradiction ? END_FAILED : END_PASSED;
}

static void
put_passages(Junit *j, GString *out, const CldFinding *finding)
{
    for (guint i = 0; i < finding->sides->len; i++) {
        const CldSide *side = g_ptr_array_index(finding->sides, i);
        g_auto(CldPlace) place = {0};
        cld_place_init(&place, j->report, side);
        put(out, "%s, %s:%u: “%s”\n", cld_view_get_label(j->view, side->claim->article), place.path,
            place.line, side->claim->text);
    }
}

/* The name is the same on every run, so that a server sees when a test began to fail. */
static void
put_case_head(Junit *j, GString *out, const CldNotice *notice)
{
    const CldFinding *finding = notice->finding;
    g_auto(CldPlace) place = {0};
    g_autofree char *rule = cld_notice_dup_rule(finding->type);
    g_autofree char *again =
        notice->occurrence > 1 ? g_strdup_printf(" (%u)", notice->occurrence) : g_strdup("");
    cld_place_init(&place, j->report, finding->sides->pdata[notice->lead]);
    put(out, "    <testcase classname=\"%s\" name=\"%s%s\" file=\"%s\"", rule, finding->id, again,
        place.path);
    if (place.line > 0)
        put(out, " line=\"%u\"", place.line);
    put(out, " time=\"0\">\n");
}

static End
put_case(Junit *j, GString *out, const CldNotice *notice)
{
    static const char *const elements[N_ENDS] = {"system-out", "failure", NULL, "skipped"};
    End end = find_end(notice);
    g_autofree char *rule = cld_notice_dup_rule(notice->finding->type);
    g_autofree char *text = cld_notice_dup_text(notice, j->view, FALSE);
    put_case_head(j, out, notice);
    g_string_append_printf(out, "      <%s", elements[end]);
    if (end == END_FAILED)
        put(out, " type=\"%s\" message=\"%s\">", rule, text);
    else if (end == END_SKIPPED)
        put(out, " message=\"%s\">", text);
    else
        put(out, ">%s\n", text);
    if (end != END_SKIPPED)
        put_passages(j, out, notice->finding);
    g_string_append_printf(out, "</%s>\n", elements[end]);
    put(out, "    </testcase>\n");
    return end;
}

/* Returns: the event of the first side's article; the number of events if it has none */
static guint
event_of(const CldReport *report, const CldNotice *notice)
{
    const CldSide *side = g_ptr_array_index(notice->finding->sides, 0);
    guint article = side->claim->article;
    gint event =
        article < report->event_of->len ? g_array_index(report->event_of, gint, article) : -1;
    return event >= 0 && (guint)event < report->events->len ? (guint)event : report->events->len;
}

/* What is known of one event. */
typedef struct {
    GString *cases;
    Counts counts;
} Suite;

static void
suite_clear(Suite *self)
{
    g_string_free(self->cases, TRUE);
}

static void
put_events(Junit *j)
{
    guint n = j->report->events->len;
    g_autoptr(GArray) suites = g_array_new(FALSE, TRUE, sizeof(Suite));
    g_array_set_clear_func(suites, (GDestroyNotify)suite_clear);
    for (guint i = 0; i <= n; i++) {
        const Suite suite = {.cases = g_string_new(NULL)};
        g_array_append_val(suites, suite);
    }
    for (guint i = 0; i < j->notices->len; i++) {
        const CldNotice *notice = &g_array_index(j->notices, CldNotice, i);
        Suite *suite = &g_array_index(suites, Suite, event_of(j->report, notice));
        count(&suite->counts, put_case(j, suite->cases, notice));
    }
    for (guint i = 0; i <= n; i++) {
        const Suite *suite = &g_array_index(suites, Suite, i);
        const char *title =
            i < n ? ((CldEvent *)g_ptr_array_index(j->report->events, i))->title : NULL;
        if (suite->counts.n > 0)
            put_suite(j, title != NULL ? title : "outside any event", suite->cases, &suite->counts);
    }
}

/**
 * cld_render_junit:
 * @report: what was found
 * @options: (nullable): not used
 * @length_bytes: (out) (optional): length of the document
 *
 * Returns: (transfer full): the report as JUnit XML, without times: the same bytes on every run
 */
char *
cld_render_junit(const CldReport *report, const CldRenderOptions *options, gsize *length_bytes)
{
    g_autoptr(CldView) view = cld_view_new(report);
    g_autoptr(GArray) notices = cld_notice_list(report);
    g_autoptr(GString) suites = g_string_new(NULL);
    g_autofree char *scope = cld_view_dup_scope(report);
    Junit j = {.report = report, .view = view, .notices = notices, .out = suites};
    put_inputs(&j);
    put_events(&j);
    GString *out = g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    put(out, "<testsuites name=\"claimdiff: %s\"", scope);
    put_counts(out, &j.counts);
    put(out, " time=\"0\">\n");
    g_string_append_len(out, suites->str, (gssize)suites->len);
    put(out, "</testsuites>\n");
    if (length_bytes != NULL)
        *length_bytes = out->len;
    return g_string_free(out, FALSE);
}
