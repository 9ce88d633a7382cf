/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-command.h"
#include "cld-config.h"
#include "cld-message.h"
#include "cld-output.h"
#include "cld-terminal.h"
#include <glib-object.h>
#include <string.h>
#include <unistd.h>

static const CldCommand *const commands[] = {
    &cld_command_compare,
    &cld_command_claims,
    &cld_command_events,
    &cld_command_explain,
    &cld_command_init,
    &cld_command_add,
    &cld_command_check,
    &cld_command_review,
    &cld_command_stats,
    &cld_command_rebuild,
    &cld_command_fsck,
    &cld_command_doctor,
    NULL,
};

static CldServe serve_review;

/* What the option parser hands to its callback. */
typedef struct {
    CldSettings *settings;
    CldCommandSet command;
} Parsing;

/* Sets what serves the review as a page; main() does so before anything else. */
void
cld_command_set_serve(CldServe serve)
{
    serve_review = serve;
}

/* Returns: (nullable): what serves the review as a page */
CldServe
cld_command_get_serve(void)
{
    return serve_review;
}

/* Returns: (transfer none) (array zero-terminated=1): all commands, in the order of help */
const CldCommand *const *
cld_command_list(void)
{
    return commands;
}

/* Returns: (transfer none) (nullable): the command of that name */
const CldCommand *
cld_command_find(const char *name)
{
    for (guint i = 0; commands[i] != NULL; i++) {
        if (g_str_equal(commands[i]->name, name))
            return commands[i];
    }
    return NULL;
}

static const char *
name_of_letter(char letter, CldCommandSet command)
{
    guint n = 0;
    const CldSetting *list = cld_settings_list(&n);
    for (guint i = 0; i < n; i++) {
        if (list[i].letter == letter && (list[i].commands & command) != 0)
            return list[i].name;
    }
    return NULL;
}

static gboolean
take_flag(const char *flag, const char *value, gpointer data, GError **error)
{
    Parsing *parsing = data;
    const char *name =
        flag[1] == '-' ? flag + 2 : name_of_letter(flag[1], parsing->command); /* "--jobs", "-j" */
    if (cld_settings_set(parsing->settings, name, parsing->command, value != NULL ? value : "yes",
                         "flag", error))
        return TRUE;
    g_prefix_error(error, "%s: ", flag);
    return FALSE;
}

static GOptionContext *
make_parser(const CldCommand *self, Parsing *parsing)
{
    guint n = 0;
    const CldSetting *list = cld_settings_list(&n);
    GOptionEntry entries[CLD_MAX_SETTINGS + 1] = {0};
    guint n_entries = 0;
    for (guint i = 0; i < n; i++) {
        if ((list[i].commands & self->set) == 0)
            continue;
        gint flags = list[i].argument != NULL ? G_OPTION_FLAG_FILENAME : G_OPTION_FLAG_NO_ARG;
        entries[n_entries++] = (GOptionEntry){
            list[i].name,          list[i].letter,      flags,
            G_OPTION_ARG_CALLBACK, (gpointer)take_flag, /* raw bytes: GLib would convert them from
                                                           the locale */
            list[i].help,          list[i].argument};
    }
    g_autofree char *usage = g_strdup_printf("%s\n\n%s.", self->arguments, self->summary);
    GOptionContext *parser = g_option_context_new(usage);
    GOptionGroup *group = g_option_group_new("claimdiff", "", "", parsing, NULL);
    g_option_group_add_entries(group, entries);
    g_option_context_set_main_group(parser, group);
    g_option_context_set_help_enabled(parser, FALSE);
    g_autofree char *more = self->dup_more != NULL ? self->dup_more() : NULL;
    g_autofree char *end = g_strjoin("\n", more != NULL ? more : self->details,
                                     more != NULL ? self->details : NULL, NULL);
    g_option_context_set_description(parser, end);
    return parser;
}

/* Returns: (transfer full): what `claimdiff COMMAND --help` prints */
char *
cld_command_dup_help(const CldCommand *self)
{
    g_autofree char *name = g_strdup_printf("claimdiff %s", self->name);
    Parsing parsing = {0};
    g_set_prgname(name);
    g_autoptr(GOptionContext) parser = make_parser(self, &parsing);
    return g_option_context_get_help(parser, TRUE, NULL);
}

static CldExit
trouble(const CldCommand *self, const char *message)
{
    cld_message("%s", message);
    cld_message("try: claimdiff %s --help", self->name);
    return CLD_EXIT_TROUBLE;
}

/* By what the help says that there may be: nothing, one, or as many as one likes. */
static guint
max_arguments(const CldCommand *self)
{
    if (strstr(self->arguments, "…") != NULL)
        return G_MAXINT;
    return *self->arguments == '\0' ? 0 : 1;
}

/**
 * cld_command_start:
 * @self: a command
 * @argc: number of @argv
 * @argv: the arguments after the command's name, with the program's name first
 *
 * Parses the flags, loads the configuration and runs the command.
 *
 * Returns: how the program ends
 */
CldExit
cld_command_start(const CldCommand *self, int argc, char **argv)
{
    g_autoptr(CldSettings) settings = cld_settings_new();
    g_autoptr(GError) error = NULL;
    Parsing parsing = {settings, self->set};
    g_autoptr(GOptionContext) parser = make_parser(self, &parsing);
    if (!g_option_context_parse(parser, &argc, &argv, &error))
        return trouble(self, error->message);
    if (settings->is_help) {
        g_autofree char *help = cld_command_dup_help(self);
        return cld_command_write("-", help, strlen(help)) ? CLD_EXIT_OK : CLD_EXIT_TROUBLE;
    }
    if (!cld_config_load(settings, self->set, &error))
        return trouble(self, error->message);
    if (argc > 1 && g_str_equal(argv[1], "--")) { /* GLib leaves the mark that ends the flags */
        argv++;
        argc--;
    }
    if ((guint)argc < self->min_arguments + 1)
        return trouble(self, "name at least one file or folder, or - for standard input");
    if ((guint)argc > max_arguments(self) + 1) {
        g_autofree char *said = g_strdup_printf("“%s” is too much", argv[max_arguments(self) + 1]);
        return trouble(self, said);
    }
    return self->run(self, settings, (const char *const *)argv + 1);
}

static void
show_progress(const char *stage, guint done, guint total, gpointer unused)
{
    cld_message_show_progress(stage, done, total);
}

/**
 * cld_command_open_model:
 * @settings: settings of the run
 * @model: (out) (transfer full) (nullable): the model; %NULL where rules alone judge
 *
 * Returns: %FALSE after telling what is wrong with the model
 */
gboolean
cld_command_open_model(const CldSettings *settings, struct _CldModel **model)
{
    g_autoptr(GError) error = NULL;
    const CldModelChoice choice = {settings->model, settings->openvino, settings->jobs};
    if (cld_model_choice_open(&choice, model, NULL, &error))
        return TRUE;
    cld_message("model: %s", error->message);
    cld_message("try: claimdiff doctor, or --model=none for rules only");
    return FALSE;
}

/**
 * cld_command_make_options:
 * @settings: settings of the run
 * @model: (nullable): the model, borrowed
 *
 * Returns: how the session is to read and compare; borrows from both
 */
CldSessionOptions
cld_command_make_options(const CldSettings *settings, struct _CldModel *model)
{
    CldSessionOptions options = {
        .model = model,
        .ingest = {settings->outlet, settings->date, settings->language, settings->charset},
        .engine = {settings->min_confidence, settings->is_one_event},
        .outlets = settings->outlets,
        .n_jobs = settings->jobs,
    };
    if (!settings->is_quiet && !settings->is_without_progress && isatty(STDERR_FILENO))
        options.progress = show_progress;
    return options;
}

/**
 * cld_command_read:
 * @settings: settings of the run
 * @paths: (array zero-terminated=1): inputs
 * @is_compared: whether to compare what was read
 *
 * Returns: (transfer full) (nullable): the report; %NULL after telling why there is none
 */
CldReport *
cld_command_read(const CldSettings *settings, const char *const *paths, gboolean is_compared)
{
    g_autoptr(GError) error = NULL;
    struct _CldModel *model = NULL;
    if (is_compared && !cld_command_open_model(settings, &model))
        return NULL;
    CldSessionOptions options = cld_command_make_options(settings, model);
    CldReport *report = is_compared ? cld_session_compare(paths, &options, &error)
                                    : cld_session_read(paths, &options, &error);
    cld_message_end_progress();
    g_clear_object(&model);
    if (report == NULL)
        cld_message("%s", error->message);
    return report;
}

static void
tell_input(const CldInput *input)
{
    GString *line = g_string_new(input->source);
    g_string_append_printf(line, ": %s", cld_outcome_get_tag(input->outcome));
    if (input->code != NULL)
        g_string_append_printf(line, " (%s)", input->code);
    if (input->offset_bytes >= 0)
        g_string_append_printf(line, " at byte %" G_GSSIZE_FORMAT, input->offset_bytes);
    if (input->message != NULL)
        g_string_append_printf(line, ": %s", input->message);
    cld_message("%s", line->str);
    g_string_free(line, TRUE);
}

/* Names every input that was not simply read; warnings not when the user wants quiet. */
void
cld_command_tell_inputs(const CldReport *report, const CldSettings *settings)
{
    for (guint i = 0; i < report->inputs->len; i++) {
        const CldInput *input = g_ptr_array_index(report->inputs, i);
        if (input->outcome == CLD_OUTCOME_ACCEPTED ||
            (input->outcome == CLD_OUTCOME_WARNED && settings->is_quiet))
            continue;
        tell_input(input);
    }
}

/**
 * cld_command_get_status:
 * @report: what was read
 * @settings: settings of the run
 * @status: how the command itself ended
 *
 * Returns: @status, or trouble if an input was not read and that was not allowed
 */
CldExit
cld_command_get_status(const CldReport *report, const CldSettings *settings, CldExit status)
{
    gboolean is_read = settings->allow_unread || cld_session_count_unread(report) == 0;
    return is_read ? status : CLD_EXIT_TROUBLE;
}

/* Returns: cld_command_get_status(), after telling how many inputs make it trouble */
CldExit
cld_command_end(const CldReport *report, const CldSettings *settings, CldExit status)
{
    guint n_unread = cld_session_count_unread(report);
    if (n_unread > 0 && !settings->allow_unread)
        cld_message("%u of %u inputs not read, or not to their end (--allow-unread accepts that)",
                    n_unread, report->inputs->len);
    return cld_command_get_status(report, settings, status);
}

/* Returns: %FALSE after telling why not all was written */
gboolean
cld_command_write(const char *target, const char *bytes, gsize length_bytes)
{
    g_autoptr(GError) error = NULL;
    if (cld_output_write(target, bytes, length_bytes, &error))
        return TRUE;
    cld_message("%s", error->message);
    return FALSE;
}

static char *
dup_page(const CldReport *report,
         const CldSettings *settings,
         CldPutText put_text,
         gsize *length_bytes)
{
    CldTerminalPage page;
    cld_terminal_page_init(&page, cld_terminal_get_width(settings, TRUE),
                           cld_terminal_use_color(settings, TRUE));
    put_text(&page, report);
    return cld_terminal_page_finish(&page, length_bytes);
}

/**
 * cld_command_list_records:
 * @settings: settings of the run
 * @paths: (array zero-terminated=1): inputs
 * @is_compared: whether to compare what was read
 * @put_text: writes the records for a person
 * @dup_json: writes them for a program
 *
 * What `claims` and `events` do: read, then print in one of the two forms.
 *
 * Returns: how the program ends
 */
CldExit
cld_command_list_records(const CldSettings *settings,
                         const char *const *paths,
                         gboolean is_compared,
                         CldPutText put_text,
                         CldDupJson dup_json)
{
    gboolean is_json = g_strcmp0(settings->format, "json") == 0;
    if (settings->format != NULL && !is_json && !g_str_equal(settings->format, "terminal")) {
        cld_message("there is no format “%s” here: terminal or json", settings->format);
        return CLD_EXIT_TROUBLE;
    }
    g_autoptr(CldReport) report = cld_command_read(settings, paths, is_compared);
    if (report == NULL)
        return CLD_EXIT_TROUBLE;
    gsize length = 0;
    cld_command_tell_inputs(report, settings);
    g_autofree char *text =
        is_json ? dup_json(report, &length) : dup_page(report, settings, put_text, &length);
    gboolean is_written = cld_command_write("-", text, length);
    CldExit status = cld_command_end(report, settings, CLD_EXIT_OK);
    return is_written ? status : CLD_EXIT_TROUBLE;
}
