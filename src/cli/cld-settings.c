/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-settings.h"
#include "cld-session.h"
#include <gio/gio.h>
#include <string.h>

#define MAX_JOBS     64
#define MIN_PORT     1024 /* those below are the system's */
#define MIN_COLUMNS  20
#define MAX_COLUMNS  1000
#define MAX_OUTPUTS  32
#define MAX_FAIL_ON  64
#define MAX_NAME_LEN 200
#define MAX_PATH_LEN 4096

static gboolean
refuse(GError **error, const char *value, const char *wanted)
{
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "“%s” is not %s", value, wanted);
    return FALSE;
}

static gboolean
set_text(char **field, const char *value, GError **error)
{
    if (*value == '\0' || strlen(value) > MAX_NAME_LEN || !g_utf8_validate(value, -1, NULL))
        return refuse(error, value, "a short text in UTF-8");
    g_free(*field);
    *field = g_strdup(value);
    return TRUE;
}

/* Names of files are bytes, whatever the character set. */
static gboolean
set_path(char **field, const char *value, GError **error)
{
    if (*value == '\0' || strlen(value) > MAX_PATH_LEN)
        return refuse(error, value, "a path");
    g_free(*field);
    *field = g_strdup(value);
    return TRUE;
}

static gboolean
set_number(guint *field, const char *value, guint min, guint max, GError **error)
{
    guint64 number = 0;
    if (!g_ascii_string_to_unsigned(value, 10, min, max, &number, NULL)) {
        g_autofree char *wanted = g_strdup_printf("a whole number from %u to %u", min, max);
        return refuse(error, value, wanted);
    }
    *field = (guint)number;
    return TRUE;
}

static gboolean
set_flag(gboolean *field, const char *value, GError **error)
{
    static const char *const yes[] = {"true", "yes", "on", "1", NULL};
    static const char *const no[] = {"false", "no", "off", "0", NULL};
    if (!g_strv_contains(yes, value) && !g_strv_contains(no, value))
        return refuse(error, value, "yes or no");
    *field = g_strv_contains(yes, value);
    return TRUE;
}

static gboolean
set_format(CldSettings *self, const char *value, GError **error)
{
    return set_text(&self->format, value, error);
}

static void
output_free(CldOutputTarget *output)
{
    g_free(output->format);
    g_free(output->target);
    g_free(output);
}

static gboolean
set_output(CldSettings *self, const char *value, GError **error)
{
    const char *equals = strchr(value, '=');
    if (equals == NULL || equals == value || equals[1] == '\0')
        return refuse(error, value, "FORMAT=FILE");
    if (self->outputs->len >= MAX_OUTPUTS)
        return refuse(error, value, "needed: there are 32 outputs already");
    CldOutputTarget *output = g_new(CldOutputTarget, 1);
    output->format = g_strndup(value, (gsize)(equals - value));
    output->target = g_strdup(equals + 1);
    g_ptr_array_add(self->outputs, output);
    return TRUE;
}

static gboolean
parse_kind(const char *tag, gint *kind)
{
    *kind = -1;
    if (g_str_equal(tag, "any"))
        return TRUE;
    for (gint i = 0; i < CLD_N_KINDS; i++) {
        if (g_str_equal(tag, cld_kind_get_tag((CldKind)i)))
            *kind = i;
    }
    return *kind >= 0;
}

static gboolean
parse_severity(const char *tag, CldSeverity *severity)
{
    for (gint i = CLD_SEVERITY_LOW; i <= CLD_SEVERITY_HIGH; i++) {
        *severity = (CldSeverity)i;
        if (g_str_equal(tag, cld_severity_get_tag(*severity)))
            return TRUE;
    }
    return FALSE;
}

static gboolean
set_fail_on(CldSettings *self, const char *value, GError **error)
{
    g_auto(GStrv) items = g_strsplit(value, ",", MAX_FAIL_ON);
    for (guint i = 0; items[i] != NULL; i++) {
        g_auto(GStrv) parts = g_strsplit(items[i], ":", 2);
        CldFailOn row = {-1, CLD_SEVERITY_LOW};
        if (parts[0] == NULL || !parse_kind(parts[0], &row.kind))
            return refuse(error, items[i],
                          "KIND[:SEVERITY]; kinds are contradiction, update, wording, framing, "
                          "omission and any");
        if (parts[1] != NULL && !parse_severity(parts[1], &row.severity))
            return refuse(error, items[i], "KIND:low, KIND:medium or KIND:high");
        if (self->fail_on->len < MAX_FAIL_ON)
            g_array_append_val(self->fail_on, row);
    }
    return items[0] != NULL || refuse(error, value, "KIND[:SEVERITY]");
}

static gboolean
set_jobs(CldSettings *self, const char *value, GError **error)
{
    return set_number(&self->jobs, value, 0, MAX_JOBS, error);
}

static gboolean
set_color(CldSettings *self, const char *value, GError **error)
{
    static const char *const names[] = {"auto", "always", "never"};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        if (!g_str_equal(value, names[i]))
            continue;
        self->color = (CldColor)i;
        return TRUE;
    }
    return refuse(error, value, "auto, always or never");
}

static gboolean
set_width(CldSettings *self, const char *value, GError **error)
{
    return set_number(&self->width, value, MIN_COLUMNS, MAX_COLUMNS, error);
}

static gboolean
set_quiet(CldSettings *self, const char *value, GError **error)
{
    return set_flag(&self->is_quiet, value, error);
}

static gboolean
set_no_progress(CldSettings *self, const char *value, GError **error)
{
    return set_flag(&self->is_without_progress, value, error);
}

static gboolean
set_one_event(CldSettings *self, const char *value, GError **error)
{
    return set_flag(&self->is_one_event, value, error);
}

static gboolean
set_allow_unread(CldSettings *self, const char *value, GError **error)
{
    return set_flag(&self->allow_unread, value, error);
}

static gboolean
set_forget(CldSettings *self, const char *value, GError **error)
{
    return set_flag(&self->is_forgetting, value, error);
}

static gboolean
set_outlet(CldSettings *self, const char *value, GError **error)
{
    return set_text(&self->outlet, value, error);
}

static gboolean
set_language(CldSettings *self, const char *value, GError **error)
{
    if (strlen(value) < 2 || strlen(value) > 3 || strspn(value, "abcdefghijklmnopqrstuvwxyz") < 2)
        return refuse(error, value, "a language code such as “en”");
    return set_text(&self->language, value, error);
}

static gboolean
set_charset(CldSettings *self, const char *value, GError **error)
{
    return set_text(&self->charset, value, error);
}

static gboolean
set_date(CldSettings *self, const char *value, GError **error)
{
    return cld_session_parse_date(value, &self->date) ||
           refuse(error, value, "a date such as 2025-04-25 or 2025-04-25T20:36");
}

static gboolean
set_min_confidence(CldSettings *self, const char *value, GError **error)
{
    char *end = NULL;
    double number = g_ascii_strtod(value, &end);
    if (end == value || *end != '\0' || !(number >= 0.0 && number <= 1.0))
        return refuse(error, value, "a number from 0 to 1");
    self->min_confidence = number;
    return TRUE;
}

/* As it is: a path need not be UTF-8, and a text is measured where it is used. */
static gboolean
set_bytes(char **field, const char *value)
{
    g_free(*field);
    *field = g_strdup(value);
    return TRUE;
}

static gboolean
set_model(CldSettings *self, const char *value, GError **error)
{
    return set_path(&self->model, value, error);
}

static gboolean
set_openvino(CldSettings *self, const char *value, GError **error)
{
    return set_path(&self->openvino, value, error);
}

static gboolean
set_port(CldSettings *self, const char *value, GError **error)
{
    guint port = 0;
    if (!set_number(&port, value, 0, G_MAXUINT16, error))
        return FALSE;
    if (port > 0 && port < MIN_PORT)
        return refuse(error, value, "0 or a port from 1024 on");
    self->port = port;
    return TRUE;
}

static gboolean
set_no_browser(CldSettings *self, const char *value, GError **error)
{
    return set_flag(&self->is_without_browser, value, error);
}

static gboolean
set_config(CldSettings *self, const char *value, GError **error)
{
    return set_bytes(&self->config, value);
}

static gboolean
set_report(CldSettings *self, const char *value, GError **error)
{
    return set_bytes(&self->report, value);
}

static gboolean
set_decisions(CldSettings *self, const char *value, GError **error)
{
    return set_bytes(&self->decisions, value);
}

static gboolean
set_by(CldSettings *self, const char *value, GError **error)
{
    return set_text(&self->by, value, error);
}

static gboolean
set_note(CldSettings *self, const char *value, GError **error)
{
    return set_bytes(&self->note, value);
}

static gboolean
set_expires(CldSettings *self, const char *value, GError **error)
{
    return set_bytes(&self->expires, value);
}

/* "open" stands for all that wait for a decision. */
static gboolean
set_state(CldSettings *self, const char *value, GError **error)
{
    CldReviewState state = CLD_REVIEW_NONE;
    if (g_str_equal(value, "open"))
        self->states |= CLD_REVIEW_STATES_OPEN;
    else if (cld_review_state_from_tag(value, &state))
        self->states |= 1u << state;
    else
        return refuse(error, value,
                      "open, none, confirmed, dismissed, false-positive, deferred, stale or "
                      "expired");
    return TRUE;
}

static gboolean
set_kind(CldSettings *self, const char *value, GError **error)
{
    for (gint kind = 0; kind < CLD_N_KINDS; kind++) {
        if (!g_str_equal(cld_kind_get_tag((CldKind)kind), value))
            continue;
        self->kind = kind;
        return TRUE;
    }
    return refuse(error, value, "contradiction, update, wording, framing or omission");
}

static gboolean
set_type(CldSettings *self, const char *value, GError **error)
{
    CldType type = 0;
    return cld_type_from_tags(NULL, value, &type)
               ? set_text(&self->type, value, error)
               : refuse(error, value, "a type (claimdiff explain lists them)");
}

static gboolean
set_json(CldSettings *self, const char *value, GError **error)
{
    return set_flag(&self->is_json, value, error);
}

static gboolean
set_fit(CldSettings *self, const char *value, GError **error)
{
    return set_flag(&self->is_fit, value, error);
}

static gboolean
set_baseline(CldSettings *self, const char *value, GError **error)
{
    g_free(self->baseline);
    self->baseline = g_strdup(value);
    return TRUE;
}

static gboolean
set_update_baseline(CldSettings *self, const char *value, GError **error)
{
    return set_flag(&self->updates_baseline, value, error);
}

static gboolean
set_report_unused(CldSettings *self, const char *value, GError **error)
{
    return set_flag(&self->reports_unused, value, error);
}

static gboolean
set_help(CldSettings *self, const char *value, GError **error)
{
    return set_flag(&self->is_help, value, error);
}

/* Every setting, once: flags, environment, configuration files and help come from here. */
static const CldSetting settings[] = {
    {"format", 'f', "FORMAT", "what to write on standard output (see below)",
     CLD_FOR_COMPARE | CLD_FOR_CHECK, FALSE, set_format},
    {"format", 'f', "FORMAT", "terminal or json", CLD_FOR_CLAIMS | CLD_FOR_EVENTS | CLD_FOR_DOCTOR,
     TRUE, set_format},
    {"output", 'o', "FORMAT=FILE", "also write this form to FILE; may be repeated",
     CLD_FOR_COMPARE | CLD_FOR_CHECK, TRUE, set_output},
    {"fail-on", 0, "KIND[:SEVERITY]",
     "exit with 1 on such a finding, or a graver one; may be repeated",
     CLD_FOR_COMPARE | CLD_FOR_CHECK, FALSE, set_fail_on},
    {"baseline", 0, "FILE", "findings that are listed in FILE are known", CLD_FOR_CHECK, FALSE,
     set_baseline},
    {"update-baseline", 0, NULL, "write what is found into the file of --baseline", CLD_FOR_CHECK,
     TRUE, set_update_baseline},
    {"report-unused", 0, NULL, "tell which decisions and lines of the baseline nothing needs",
     CLD_FOR_CHECK, FALSE, set_report_unused},
    {"min-confidence", 0, "NUMBER", "leave out findings below this confidence, 0 to 1",
     CLD_FOR_COMPARE | CLD_FOR_CHECK | CLD_FOR_REBUILD, FALSE, set_min_confidence},
    {"one-event", 0, NULL, "take all articles for reports of one event",
     CLD_FOR_COMPARE | CLD_FOR_EVENTS, FALSE, set_one_event},
    {"model", 0, "MODEL", "none (rules only), default (the one shipped) or a folder with one",
     CLD_FOR_MODEL, FALSE, set_model, TRUE},
    {"openvino", 0, "PATH", "the library that runs models, or its folder", CLD_FOR_MODEL, FALSE,
     set_openvino, TRUE},
    {"outlet", 0, "NAME", "the outlet of all inputs", CLD_FOR_READING, FALSE, set_outlet},
    {"date", 0, "DATE", "the date of publication of all inputs", CLD_FOR_READING, FALSE, set_date},
    {"language", 0, "CODE", "the language of all inputs", CLD_FOR_READING, FALSE, set_language},
    {"charset", 0, "NAME", "the character set of inputs that declare none", CLD_FOR_READING, FALSE,
     set_charset},
    {"allow-unread", 0, NULL, "an input that cannot be read does not make the run fail",
     CLD_FOR_READING, FALSE, set_allow_unread},
    {"forget", 0, NULL, "read nothing: do without these inputs, which could not be read",
     CLD_FOR_ADD, TRUE, set_forget},
    {"jobs", 'j', "N", "threads; 0: as many as there are processors",
     CLD_FOR_READING | CLD_FOR_DOCTOR, FALSE, set_jobs},
    {"color", 0, "WHEN", "auto, always or never", CLD_FOR_ALL, FALSE, set_color},
    {"width", 0, "COLUMNS", "width of the text on the terminal", CLD_FOR_ALL, FALSE, set_width},
    {"quiet", 'q', NULL, "the verdict only; no warnings", CLD_FOR_READING, FALSE, set_quiet},
    {"no-progress", 0, NULL, "no progress line on the terminal", CLD_FOR_READING, FALSE,
     set_no_progress},
    {"report", 'r', "FILE", "review this saved report (.json or .jsonl), not the collection",
     CLD_FOR_DECISIONS, FALSE, set_report},
    {"decisions", 0, "FILE", "the decisions file", CLD_FOR_DECISIONS | CLD_FOR_CHECK, FALSE,
     set_decisions, TRUE},
    {"by", 0, "NAME", "sign decisions with NAME instead of yours", CLD_FOR_REVIEW, FALSE, set_by},
    {"note", 'm', "TEXT", "why", CLD_FOR_REVIEW, TRUE, set_note},
    {"expires", 0, "DATE", "the last day on which the decision holds (UTC)", CLD_FOR_REVIEW, TRUE,
     set_expires},
    {"state", 's', "STATE", "only findings that stand so; may be repeated", CLD_FOR_REVIEW, TRUE,
     set_state},
    {"kind", 'k', "KIND", "only findings of this kind", CLD_FOR_REVIEW, TRUE, set_kind},
    {"type", 't', "TYPE", "only findings of this type", CLD_FOR_REVIEW, TRUE, set_type},
    {"port", 0, "N", "port of the page (review web); 0: any that is free", CLD_FOR_REVIEW, FALSE,
     set_port},
    {"no-browser", 0, NULL, "say the page's address, open no browser (review web)", CLD_FOR_REVIEW,
     FALSE, set_no_browser},
    {"json", 0, NULL, "write JSON", CLD_FOR_DECISIONS, TRUE, set_json},
    {"fit", 0, NULL, "propose thresholds and weights that agree with the decisions", CLD_FOR_STATS,
     TRUE, set_fit},
    {"config", 0, "FILE", "take settings from FILE instead of the nearest .claimdiff.ini",
     CLD_FOR_READING | CLD_FOR_DOCTOR | CLD_FOR_DECISIONS, TRUE, set_config},
    {"help", 'h', NULL, "print this help", CLD_FOR_ALL, TRUE, set_help},
};
G_STATIC_ASSERT(G_N_ELEMENTS(settings) <= CLD_MAX_SETTINGS);

/* Returns: (transfer full): what a run does when the user says nothing */
CldSettings *
cld_settings_new(void)
{
    CldSettings *self = g_new0(CldSettings, 1);
    self->outputs = g_ptr_array_new_with_free_func((GDestroyNotify)output_free);
    self->fail_on = g_array_new(FALSE, FALSE, sizeof(CldFailOn));
    self->outlets = cld_outlet_names_new();
    self->min_confidence = -1.0;
    self->kind = -1;
    return self;
}

void
cld_settings_free(CldSettings *self)
{
    g_free(self->format);
    g_ptr_array_unref(self->outputs);
    g_array_unref(self->fail_on);
    g_free(self->outlet);
    g_free(self->language);
    g_free(self->charset);
    g_free(self->baseline);
    g_free(self->config);
    g_free(self->model);
    g_free(self->openvino);
    g_free(self->report);
    g_free(self->decisions);
    g_free(self->by);
    g_free(self->note);
    g_free(self->expires);
    g_free(self->type);
    cld_outlet_names_free(self->outlets);
    g_free(self);
}

/* Returns: (transfer none) (array length=n_settings): the table */
const CldSetting *
cld_settings_list(guint *n_settings)
{
    *n_settings = G_N_ELEMENTS(settings);
    return settings;
}

/**
 * cld_settings_set:
 * @self: the settings of a run
 * @name: "jobs"
 * @command: the command that runs
 * @value: as printed
 * @origin: static: where the value stands; a setting keeps the value of the first origin that gives
 *   one, so the sources are asked from the strongest to the weakest
 * @error: return location, or %NULL
 *
 * Returns: %FALSE if the value is not allowed; a setting that @command does not have is left alone
 */
gboolean
cld_settings_set(CldSettings *self,
                 const char *name,
                 CldCommandSet command,
                 const char *value,
                 const char *origin,
                 GError **error)
{
    for (gsize i = 0; i < G_N_ELEMENTS(settings); i++) {
        if (!g_str_equal(settings[i].name, name) || (settings[i].commands & command) == 0)
            continue;
        if (self->origin[i] != NULL && self->origin[i] != origin)
            return TRUE;
        self->origin[i] = origin;
        return settings[i].set(self, value, error);
    }
    return TRUE;
}
