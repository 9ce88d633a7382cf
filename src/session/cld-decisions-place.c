/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-decisions-place.h"
#include "cld-collection.h"
#include "cld-decisions.h"
#include "cld-file.h"
#include <gio/gio.h>

/* Returns: (transfer full) (nullable): the nearest folder from @folder upwards that has @name */
static char *
find_folder_with(const char *folder, const char *name)
{
    g_autofree char *path = cld_file_find_upwards(folder, name, G_FILE_TEST_EXISTS);
    return path == NULL ? NULL : g_path_get_dirname(path);
}

/* Returns: (transfer full) (nullable): the folder of the collection that is found from @folder */
static char *
find_project(const char *folder)
{
    g_autofree char *collection = cld_collection_find(folder);
    g_autofree char *own = collection == NULL ? NULL : g_path_get_dirname(collection);
    return own == NULL ? NULL : g_path_get_dirname(own);
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
    g_autofree char *near = find_folder_with(folder, CLD_DECISIONS_FILE);
    if (near == NULL)
        near = g_strdup(project_folder);
    if (near == NULL)
        near = find_folder_with(folder, ".git");
    return g_build_filename(near != NULL ? near : folder, CLD_DECISIONS_FILE, NULL);
}

/**
 * cld_decisions_dup_path:
 * @given: (nullable): what the user says
 * @folder: (nullable): where the user stands; %NULL: the current folder
 *
 * Returns: (transfer full): @given, or what cld_decisions_find_path() finds
 */
char *
cld_decisions_dup_path(const char *given, const char *folder)
{
    const char *from = folder != NULL ? folder : ".";
    g_autofree char *project = find_project(from);
    return given != NULL ? g_strdup(given) : cld_decisions_find_path(from, project);
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

/* Returns: (transfer full) (element-type utf8): "FILE:LINE: what is wrong" for each of @problems
 * (element-type CldDecisionProblem) */
GPtrArray *
cld_decisions_print_problems(const char *path, const GPtrArray *problems)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < problems->len; i++) {
        const CldDecisionProblem *problem = g_ptr_array_index(problems, i);
        g_ptr_array_add(lines, g_strdup_printf("%s:%u: %s", path, problem->line, problem->message));
    }
    return lines;
}
