/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-command.h"
#include "cld-doctor.h"
#include "cld-json-writer.h"
#include "cld-message.h"
#include "cld-terminal.h"
#include <string.h>

#define SCHEMA "claimdiff-doctor-1"
/* Wide enough that paths and sums stay whole, to be copied. */
#define WIDTH 1000

static char *
dup_text(const GPtrArray *rows, const CldSettings *settings, gsize *length_bytes)
{
    CldTerminalPage page;
    cld_terminal_page_init(&page, settings->width > 0 ? settings->width : WIDTH,
                           cld_terminal_use_color(settings, TRUE));
    for (guint i = 0; i < rows->len; i++) {
        const CldDoctorRow *row = g_ptr_array_index(rows, i);
        g_autofree char *place = g_strdup_printf("%-8s %-10s ", row->topic, row->name);
        cld_terminal_page_add(&page, CLD_STYLE_FAINT, place);
        cld_terminal_page_add(&page, row->is_trouble ? CLD_STYLE_CAUTION : CLD_STYLE_PLAIN,
                              row->value);
        cld_terminal_page_end(&page, 0, 20);
    }
    return cld_terminal_page_finish(&page, length_bytes);
}

static char *
dup_json(const GPtrArray *rows, gsize *length_bytes)
{
    CldJsonWriter w = {.out = g_string_new(NULL), .is_pretty = TRUE};
    cld_json_open(&w, NULL, '{');
    cld_json_string(&w, "schema", SCHEMA);
    cld_json_open(&w, "found", '[');
    for (guint i = 0; i < rows->len; i++) {
        const CldDoctorRow *row = g_ptr_array_index(rows, i);
        cld_json_open_inline(&w, NULL, '{');
        cld_json_string(&w, "topic", row->topic);
        cld_json_string(&w, "name", row->name);
        cld_json_string(&w, "value", row->value);
        cld_json_boolean(&w, "trouble", row->is_trouble);
        cld_json_close(&w, '}');
    }
    cld_json_close(&w, ']');
    cld_json_close(&w, '}');
    g_string_append_c(w.out, '\n');
    *length_bytes = w.out->len;
    return g_string_free(w.out, FALSE);
}

static CldExit
run_doctor(const CldCommand *self, CldSettings *settings, const char *const *arguments)
{
    const CldModelChoice choice = {settings->model, settings->openvino, settings->jobs};
    gboolean is_json = g_strcmp0(settings->format, "json") == 0;
    gboolean is_well = TRUE;
    gsize length = 0;
    if (settings->format != NULL && !is_json && !g_str_equal(settings->format, "terminal")) {
        cld_message("there is no format “%s” here: terminal or json", settings->format);
        return CLD_EXIT_TROUBLE;
    }
    g_autoptr(GPtrArray) rows = cld_doctor_examine(&choice);
    for (guint i = 0; i < rows->len; i++)
        is_well &= !((const CldDoctorRow *)g_ptr_array_index(rows, i))->is_trouble;
    g_autofree char *text = is_json ? dup_json(rows, &length) : dup_text(rows, settings, &length);
    return cld_command_write("-", text, length) && is_well ? CLD_EXIT_OK : CLD_EXIT_TROUBLE;
}

const CldCommand cld_command_doctor = {
    .name = "doctor",
    .arguments = "",
    .summary = "Print what a run would use: model, runtime, word lists, limits",
    .details = "Examples:\n"
               "  claimdiff doctor\n"
               "  claimdiff doctor --model my-model/ --format json\n"
               "\n"
               "The model is checked and loaded as a run would do.\n"
               "Exit status: 0 all is well (rules only is well), 2 something is missing or broken.",
    .set = CLD_FOR_DOCTOR,
    .min_arguments = 0,
    .run = run_doctor,
};
