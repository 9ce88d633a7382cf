/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-command.h"
#include "cld-facts.h"
#include "cld-message.h"
#include "cld-terminal.h"
#include <string.h>

static CldExit
run_claims(const CldCommand *self, CldSettings *settings, const char *const *paths)
{
    if (settings->format != NULL && !g_str_equal(settings->format, "terminal")) {
        cld_message("there is no format “%s” here: terminal or json", settings->format);
        return CLD_EXIT_TROUBLE;
    }
    g_autoptr(CldReport) report = cld_command_read(settings, paths, FALSE);
    if (report == NULL)
        return CLD_EXIT_TROUBLE;
    cld_command_tell_inputs(report, settings);
    g_autofree char *text = cld_facts_dup_text(report, cld_terminal_get_width(settings, TRUE));
    gboolean is_written = cld_command_write("-", text, strlen(text));
    CldExit status = cld_command_end(report, settings, CLD_EXIT_OK);
    return is_written ? status : CLD_EXIT_TROUBLE;
}

const CldCommand cld_command_claims = {
    .name = "claims",
    .arguments = "[FILE|DIR|-]…",
    .summary = "Print what was read out of files: facts, claims, and what was thrown away",
    .details = "Examples:\n"
               "  claimdiff claims article.html\n"
               "  claimdiff claims --format json article.html | jq '.articles[].claims[].holder'\n"
               "\n"
               "In [ ] stands where a fact came from: metadata, text, folder or option.\n"
               "Exit status: 0 done, 2 usage, input or output trouble.",
    .set = CLD_FOR_CLAIMS,
    .min_arguments = 1,
    .run = run_claims,
};
