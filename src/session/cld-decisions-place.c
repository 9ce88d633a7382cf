/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-decisions-place.h"
#include "cld-decisions.h"
#include <gio/gio.h>

#define MAX_FOLDERS_UP 64

/* Returns: (transfer full) (nullable): the nearest folder from @folder upwards that has @name */
static char *
find_upwards(const char *folder, const char *name)
{
    g_autofree char *current = g_canonicalize_filename(folder, NULL);
    for (guint i = 0; i < MAX_FOLDERS_UP; i++) {
        g_autofree char *path = g_build_filename(current, name, NULL);
        if (g_file_test(path, G_FILE_TEST_EXISTS))
            return g_steal_pointer(&current);
        char *parent = g_path_get_dirname(current);
        gboolean is_root = g_str_equal(parent, current);
        g_free(current);
        current = parent;
        if (is_root)
            return NULL;
    }
    return NULL;
}

/**
 * cld_decisions_find_path:
 * @folder: where the user stands
 * @project_folder: (nullable): the folder of the collection, if there is one
 *
 * The decisions stand in the user's repository: the file that is there already, from @folder
 * upwards; else beside the collection; else at the root of the git repository; else here.
 *
 * Returns: (transfer full): path of the file, which need not be there
 */
char *
cld_decisions_find_path(const char *folder, const char *project_folder)
{
    g_autofree char *near = find_upwards(folder, CLD_DECISIONS_FILE);
    if (near == NULL && project_folder != NULL)
        near = g_strdup(project_folder);
    if (near == NULL)
        near = find_upwards(folder, ".git");
    return near == NULL ? g_strdup(CLD_DECISIONS_FILE)
                        : g_build_filename(near, CLD_DECISIONS_FILE, NULL);
}

/* Returns: (transfer full) (nullable): the user's name as the system knows it */
char *
cld_decisions_dup_reviewer(void)
{
    const char *name = g_get_real_name();
    if (name == NULL || *name == '\0' || g_str_equal(name, "Unknown"))
        name = g_get_user_name();
    return name != NULL && g_utf8_validate(name, -1, NULL) ? g_strdup(name) : NULL;
}
