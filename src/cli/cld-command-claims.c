/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-command.h"
#include "cld-facts.h"

static CldExit
run_claims(const CldCommand *self, CldSettings *settings, const char *const *paths)
{
    return cld_command_list_records(settings, paths, FALSE, cld_facts_put_text, cld_facts_dup_json);
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
