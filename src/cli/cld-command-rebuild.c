/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-message.h"
#include "cld-project-command.h"
#include <glib-object.h>

/* A damaged file is put aside, never deleted. */
static CldProject *
open_or_replace(const char *const *paths)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *moved = NULL;
    CldProject *project = cld_project_open(".", &error);
    if (project != NULL || !cld_project_is_damaged(error)) {
        if (project == NULL)
            cld_message("%s", error->message);
        return project;
    }
    cld_message("%s", error->message);
    g_clear_error(&error);
    if (paths[0] == NULL) {
        cld_message("name the sources, and a new collection is made of them");
        return NULL;
    }
    project = cld_project_replace(".", &moved, &error);
    if (project == NULL)
        cld_message("%s", error->message);
    else
        cld_message("the damaged file is %s now", moved);
    return project;
}

static CldExit
run_rebuild(const CldCommand *self, CldSettings *settings, const char *const *paths)
{
    g_autoptr(GError) error = NULL;
    struct _CldModel *model = NULL;
    g_autoptr(CldProject) project = open_or_replace(paths);
    if (project == NULL || !cld_command_open_model(settings, &model))
        return CLD_EXIT_TROUBLE;
    CldSessionOptions options = cld_command_make_options(settings, model);
    g_autoptr(CldIntake) intake = cld_project_rebuild(project, paths, &options, &error);
    cld_message_end_progress();
    g_clear_object(&model);
    if (intake != NULL)
        return cld_project_command_tell_intake(intake, settings);
    cld_message("%s", error->message);
    return CLD_EXIT_TROUBLE;
}

const CldCommand cld_command_rebuild = {
    .name = "rebuild",
    .arguments = "[FILE|DIR|-]…",
    .summary = "Make the collection anew from its sources",
    .details =
        "Examples:\n"
        "  claimdiff rebuild\n"
        "  claimdiff rebuild articles/\n"
        "\n"
        "Reads the sources again that are still there, and those that are named; takes the stored\n"
        "text of the others; compares everything. To be done after an update of claimdiff, or "
        "when\n"
        "claimdiff fsck finds damage. A file that cannot be opened any more is put aside, and a "
        "new\n"
        "collection is made of the sources that are named. Decisions are not touched.\n"
        "Exit status: 0 done, 2 usage, input or output trouble.",
    .set = CLD_FOR_REBUILD,
    .run = run_rebuild,
};
