/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-encode.h"
#include "cld-message.h"
#include "cld-project-command.h"

static CldExit
tell(const GPtrArray *problems)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < problems->len; i++) {
        cld_encode_terminal(out, g_ptr_array_index(problems, i), -1);
        g_string_append_c(out, '\n');
    }
    if (problems->len == 0)
        g_string_append(out, "the collection is sound\n");
    else
        g_string_append(out, "try: claimdiff rebuild\n");
    gboolean is_written = cld_command_write("-", out->str, out->len);
    g_string_free(out, TRUE);
    return is_written && problems->len == 0 ? CLD_EXIT_OK : CLD_EXIT_TROUBLE;
}

static CldExit
run_fsck(const CldCommand *self, CldSettings *settings, const char *const *unused)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CldProject) project = cld_project_command_open();
    if (project == NULL)
        return CLD_EXIT_TROUBLE;
    g_autoptr(GPtrArray) problems = cld_project_fsck(project, &error);
    if (problems != NULL)
        return tell(problems);
    cld_message("%s", error->message);
    return CLD_EXIT_TROUBLE;
}

const CldCommand cld_command_fsck = {
    .name = "fsck",
    .arguments = "",
    .summary = "Look whether the collection is sound",
    .details = "Examples:\n"
               "  claimdiff fsck\n"
               "\n"
               "Looks at every page, row and hash, and changes nothing.\n"
               "Exit status: 0 sound, 2 damaged or not to be read.",
    .set = CLD_FOR_FSCK,
    .run = run_fsck,
};
