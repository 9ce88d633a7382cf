/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-message.h"
#include "cld-project-command.h"
#include <string.h>

static CldExit
run_init(const CldCommand *self, CldSettings *settings, const char *const *paths)
{
    static const char next[] = "an empty collection; next: claimdiff add FILE…\n";
    g_autoptr(GError) error = NULL;
    g_autoptr(CldProject) project = cld_project_init(paths[0] != NULL ? paths[0] : ".", &error);
    if (project == NULL) {
        cld_message("%s", error->message);
        return CLD_EXIT_TROUBLE;
    }
    return cld_command_write("-", next, strlen(next)) ? CLD_EXIT_OK : CLD_EXIT_TROUBLE;
}

const CldCommand cld_command_init = {
    .name = "init",
    .arguments = "[FOLDER]",
    .summary = "Make an empty collection in this folder",
    .details =
        "Examples:\n"
        "  claimdiff init\n"
        "\n"
        "The collection is FOLDER/.claimdiff/collection.db. Other commands find it from any\n"
        "folder below. It can be made again from the sources, so git is told to pass it over.\n"
        "Exit status: 0 done, 2 there is one already, or the folder cannot be written.",
    .set = CLD_FOR_INIT,
    .run = run_init,
};
