/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-message.h"
#include "cld-project-command.h"
#include "cld-unread.h"

static gboolean
forget(CldProject *project, const char *path)
{
    g_autoptr(GError) error = NULL;
    guint n = 0;
    if (!cld_unread_forget(project, path, &n, &error))
        cld_message("%s", error->message);
    else if (n == 0)
        cld_message("%s: nothing of it is left unread", path);
    return n > 0;
}

static CldExit
forget_all(CldProject *project, const char *const *paths)
{
    CldExit status = CLD_EXIT_OK;
    for (guint i = 0; paths[i] != NULL; i++)
        if (!forget(project, paths[i]))
            status = CLD_EXIT_TROUBLE;
    return status;
}

static CldExit
run_add(const CldCommand *self, CldSettings *settings, const char *const *paths)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CldProject) project = cld_project_command_open();
    if (project == NULL)
        return CLD_EXIT_TROUBLE;
    if (settings->is_forgetting)
        return forget_all(project, paths);
    CldSessionOptions options = cld_command_make_options(settings, NULL);
    g_autoptr(CldIntake) intake = cld_project_add(project, paths, &options, &error);
    cld_message_end_progress();
    if (intake != NULL)
        return cld_project_command_tell_intake(intake, settings);
    cld_message("%s", error->message);
    return CLD_EXIT_TROUBLE;
}

const CldCommand cld_command_add = {
    .name = "add",
    .arguments = "[FILE|DIR|-]…",
    .summary = "Read sources into the collection",
    .details =
        "Examples:\n"
        "  claimdiff add articles/\n"
        "  claimdiff add --outlet 'The Herald' - < page.html\n"
        "  claimdiff add --forget broken.html\n"
        "\n"
        "An article that is there already stays as it is. When its text has changed it becomes a "
        "new\n"
        "revision, and the sentences that were rewritten are printed. Nothing is compared with "
        "other\n"
        "articles before: claimdiff check. What cannot be read is remembered, and every check "
        "says\n"
        "so, until it is added again and read, or --forget says to do without it.\n"
        "Exit status: 0 done, 2 usage, input or output trouble; what could be read is stored.",
    .set = CLD_FOR_ADD,
    .min_arguments = 1,
    .run = run_add,
};
