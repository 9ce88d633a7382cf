/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-model-info.h"
#include "cld-runtime-private.h"
#include <string.h>

#define LIBRARY    "libopenvino_c.so"
#define TOKENIZERS "libopenvino_tokenizers.so"

/* Below a folder that was named: a folder of libraries, a Python package, a folder of Python
 * packages, an unpacked archive. */
static const char *const library_folders[] = {
    "", "libs", "openvino/libs", "lib", "runtime/lib/intel64", "runtime/lib/aarch64",
};

/* From the folder of the library. */
static const char *const tokenizers_folders[] = {
    "",
    "../../openvino_tokenizers/lib",
    "../lib",
    "../../3rdparty",
};

static const char *const system_folders[] = {
    "/usr/local/lib",
    "/usr/local/lib/x86_64-linux-gnu",
    "/usr/lib/x86_64-linux-gnu",
    "/usr/lib64",
    "/usr/lib/aarch64-linux-gnu",
    "/usr/lib",
    "/opt/intel/openvino",
    "/opt/homebrew/lib",
};

G_LOCK_DEFINE_STATIC(runtime);
static CldRuntime *runtime; /* (owned) (nullable) */

/* Returns: (transfer full) (nullable): the library of the newest release in the folder:
 * "libopenvino_c.so.2641" */
static char *
find_in_folder(const char *folder, const char *name)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    g_autofree char *best = NULL;
    const char *entry;
    while (dir != NULL && (entry = g_dir_read_name(dir)) != NULL) {
        if (!g_str_has_prefix(entry, name) || (best != NULL && strcmp(entry, best) <= 0))
            continue;
        g_free(best);
        best = g_strdup(entry);
    }
    return best == NULL ? NULL : g_build_filename(folder, best, NULL);
}

static char *
find_below(const char *place, const char *const *folders, gsize n_folders, const char *name)
{
    for (gsize i = 0; i < n_folders; i++) {
        g_autofree char *folder = g_build_filename(place, folders[i], NULL);
        char *path = find_in_folder(folder, name);
        if (path != NULL)
            return path;
    }
    return NULL;
}

/* Returns: (transfer full) (nullable): the library that @place is, or that is below it */
static char *
find_at(const char *place)
{
    return g_file_test(place, G_FILE_TEST_IS_REGULAR)
               ? g_strdup(place)
               : find_below(place, library_folders, G_N_ELEMENTS(library_folders), LIBRARY);
}

static char *
find_library(const char *only, const char *const *places)
{
    if (only != NULL)
        return find_at(only);
    for (gsize i = 0; places != NULL && places[i] != NULL; i++) {
        char *path = find_at(places[i]);
        if (path != NULL)
            return path;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(system_folders); i++) {
        char *path = find_at(system_folders[i]);
        if (path != NULL)
            return path;
    }
    return NULL;
}

static char *
find_tokenizers(const char *library)
{
    g_autofree char *folder = g_path_get_dirname(library);
    return find_below(folder, tokenizers_folders, G_N_ELEMENTS(tokenizers_folders), TOKENIZERS);
}

/* "2026.4.1-22982-abcdef-releases/2026/4" is cut to what a reader needs. */
static char *
dup_version(const CldRuntime *self)
{
    ov_version_t version = {0};
    if (self->ov_get_openvino_version(&version) != OK || version.buildNumber == NULL)
        return g_strdup("OpenVINO");
    char *text = g_strdup_printf("OpenVINO %.*s", (int)strcspn(version.buildNumber, "-"),
                                 version.buildNumber);
    self->ov_version_free(&version);
    return text;
}

static gboolean
look_up(CldRuntime *self, GModule *module, GError **error)
{
#define LOOK_UP(name)                                                                              \
    if (!g_module_symbol(module, #name, (gpointer *)&self->name)) {                                \
        g_set_error(error, CLD_MODEL_ERROR, CLD_MODEL_ERROR_RUNTIME, "%s: has no function %s",     \
                    self->path, #name);                                                            \
        return FALSE;                                                                              \
    }
    CLD_RUNTIME_FUNCTIONS(LOOK_UP)
#undef LOOK_UP
    return TRUE;
}

static void
runtime_free(CldRuntime *self)
{
    g_free(self->path);
    g_free(self->tokenizers);
    g_free(self->version);
    g_free(self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldRuntime, runtime_free)

static CldRuntime *
load(const char *only, const char *const *places, GError **error)
{
    g_autoptr(CldRuntime) self = g_new0(CldRuntime, 1);
    self->path = find_library(only, places);
    if (self->path == NULL) {
        g_set_error(error, CLD_MODEL_ERROR, CLD_MODEL_ERROR_NO_RUNTIME,
                    "OpenVINO (" LIBRARY ") is not installed %s%s", only == NULL ? "here" : "in ",
                    only == NULL ? "" : only);
        return NULL;
    }
    self->tokenizers = find_tokenizers(self->path);
    if (self->tokenizers == NULL) {
        g_set_error(error, CLD_MODEL_ERROR, CLD_MODEL_ERROR_NO_RUNTIME,
                    "OpenVINO's tokenizers (" TOKENIZERS ") are not installed beside %s",
                    self->path);
        return NULL;
    }
    GModule *module = g_module_open(self->path, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
    if (module == NULL) {
        g_set_error(error, CLD_MODEL_ERROR, CLD_MODEL_ERROR_RUNTIME, "%s", g_module_error());
        return NULL;
    }
    g_module_make_resident(module);
    if (!look_up(self, module, error))
        return NULL;
    self->version = dup_version(self);
    return g_steal_pointer(&self);
}

/**
 * cld_runtime_load:
 * @only: (nullable): the only library or folder to look in
 * @places: (nullable) (array zero-terminated=1): else, libraries or folders before the system's
 * @error: return location for a #CldModelError, or %NULL
 *
 * Once it is loaded, the same one is returned whatever is asked for.
 *
 * Returns: (transfer none): the runtime, or %NULL with @error set: NO_RUNTIME where there is none
 */
const CldRuntime *
cld_runtime_load(const char *only, const char *const *places, GError **error)
{
    G_LOCK(runtime);
    if (runtime == NULL)
        runtime = load(only, places, error);
    const CldRuntime *loaded = runtime;
    G_UNLOCK(runtime);
    return loaded;
}

/* Returns: (transfer none): "OpenVINO 2026.4.1" */
const char *
cld_runtime_get_version(const CldRuntime *self)
{
    return self->version;
}

/* Returns: (transfer none): path of the library */
const char *
cld_runtime_get_path(const CldRuntime *self)
{
    return self->path;
}
