/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-model-choice.h"
#include "cld-model.h"
#include <gio/gio.h>

#define MODEL_FILE    "model.json"
#define SHIPPED       "models"
#define INSTALLED     "share/claimdiff/models"
#define BUILD_MARK    "build.ninja" /* beside a program that was built and not installed */
#define BUILD_RUNTIME "build/openvino"
/* From a folder of the program up to the folder of its source: build/, build-ci/coverage/. */
#define MAX_BUILD_DEPTH 3

/* Returns: (transfer full) (nullable): the folder the running program stands in */
static char *
dup_program_folder(void)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    return program == NULL ? NULL : g_path_get_dirname(program);
}

/* Returns: (transfer full) (nullable): @path below the first of the folders above the program that
 * has it; %NULL for an installed program: what lies beside that is not its own */
static char *
find_in_source(const char *program_folder, const char *path)
{
    g_autofree char *mark = g_build_filename(program_folder, BUILD_MARK, NULL);
    g_autofree char *folder = g_strdup(program_folder);
    for (guint i = 0; i < MAX_BUILD_DEPTH && g_file_test(mark, G_FILE_TEST_EXISTS); i++) {
        char *parent = g_path_get_dirname(folder);
        g_free(folder);
        folder = parent;
        g_autofree char *found = g_build_filename(folder, path, NULL);
        if (g_file_test(found, G_FILE_TEST_EXISTS))
            return g_steal_pointer(&found);
    }
    return NULL;
}

/* Returns: (transfer full) (nullable): the folder of the model that came with the program */
char *
cld_model_choice_dup_shipped(void)
{
    g_autofree char *folder = dup_program_folder();
    if (folder == NULL)
        return NULL;
    g_autofree char *prefix = g_path_get_dirname(folder);
    g_autofree char *installed = g_build_filename(prefix, INSTALLED, MODEL_FILE, NULL);
    g_autofree char *built = find_in_source(folder, SHIPPED G_DIR_SEPARATOR_S MODEL_FILE);
    if (built != NULL)
        return g_path_get_dirname(built);
    return g_file_test(installed, G_FILE_TEST_EXISTS) ? g_path_get_dirname(installed) : NULL;
}

static CldModel *
open_folder(const CldModelChoice *self, const char *model_folder, GError **error)
{
    g_autofree char *folder = dup_program_folder();
    g_autofree char *runtime = folder == NULL ? NULL : find_in_source(folder, BUILD_RUNTIME);
    const char *places[] = {runtime, NULL};
    const CldModelOptions options = {
        .runtime = self->openvino, .places = places, .n_threads = self->n_jobs};
    return cld_model_open(model_folder, &options, error);
}

static gboolean
end_without(char **why_none, const char *why)
{
    if (why_none != NULL)
        *why_none = g_strdup(why);
    return TRUE;
}

/**
 * cld_model_choice_open:
 * @self: what the user wants
 * @model: (out) (transfer full) (nullable): the model; %NULL where rules alone judge
 * @why_none: (out) (optional) (nullable) (transfer full): for a reader, why there is none
 * @error: return location, or %NULL
 *
 * A model that was named must run. One that was not named is used if it came with the program and
 * the runtime is installed; but if it is there and damaged, that is told, not passed over.
 *
 * Returns: %FALSE with @error naming the model's file and what is wrong with it
 */
gboolean
cld_model_choice_open(const CldModelChoice *self,
                      struct _CldModel **model,
                      char **why_none,
                      GError **error)
{
    g_autoptr(GError) local = NULL;
    *model = NULL;
    if (g_strcmp0(self->model, "none") == 0)
        return end_without(why_none, "none is wanted");
    gboolean is_named = self->model != NULL && !g_str_equal(self->model, "default");
    g_autofree char *folder = is_named ? g_strdup(self->model) : cld_model_choice_dup_shipped();
    if (folder == NULL && self->model == NULL)
        return end_without(why_none, "none came with the program");
    if (folder == NULL) {
        g_set_error_literal(error, CLD_MODEL_ERROR, CLD_MODEL_ERROR_MISSING,
                            "none came with the program");
        return FALSE;
    }
    *model = open_folder(self, folder, &local);
    if (*model != NULL)
        return TRUE;
    if (self->model == NULL && self->openvino == NULL &&
        g_error_matches(local, CLD_MODEL_ERROR, CLD_MODEL_ERROR_NO_RUNTIME))
        return end_without(why_none, local->message);
    g_propagate_error(error, g_steal_pointer(&local));
    return FALSE;
}
