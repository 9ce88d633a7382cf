/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-ingest.h"
#include "cld-limits.h"
#include <gio/gio.h>
#include <string.h>
#include <sys/stat.h>

/* What the program itself and its user's version control keep beside the sources. Only the walk
 * passes them over: one that is named is read. */
static const char *const never_sources[] = {
    ".claimdiff", ".claimdiff.ini", "claimdiff.decisions.jsonl", ".git", ".hg", ".svn", NULL};

typedef struct {
    GPtrArray *paths;
    guint n_entries;
} Walk;

static gint
compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *
list_folder(const char *path, GError **error)
{
    g_autoptr(GDir) dir = g_dir_open(path, 0, error);
    const char *name;
    if (dir == NULL)
        return NULL;
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    while ((name = g_dir_read_name(dir)) != NULL)
        g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, compare_names);
    return names;
}

static gboolean
is_folder(const char *path, gboolean follow)
{
    struct stat info;
    int result = follow ? stat(path, &info) : lstat(path, &info);
    return result == 0 && S_ISDIR(info.st_mode);
}

static gboolean
walk(Walk *self, const char *path, guint depth, GError **error)
{
    if (depth > CLD_LIMIT_FOLDER_DEPTH) {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS, "%s: folders are nested too deep",
                    path);
        return FALSE;
    }
    g_autoptr(GPtrArray) names = list_folder(path, error);
    for (guint i = 0; names != NULL && i < names->len; i++) {
        g_autofree char *child = g_build_filename(path, names->pdata[i], NULL);
        if (++self->n_entries > CLD_LIMIT_FOLDER_ENTRIES) {
            g_set_error(error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "%s: too many files", path);
            return FALSE;
        }
        if (g_strv_contains(never_sources, names->pdata[i]))
            continue;
        /* A link to a folder is not followed: it may lead back. */
        if (!is_folder(child, FALSE))
            g_ptr_array_add(self->paths, g_steal_pointer(&child));
        else if (!walk(self, child, depth + 1, error))
            return FALSE;
    }
    return names != NULL;
}

/**
 * cld_ingest_expand:
 * @paths: (array zero-terminated=1): files, folders, "-"
 * @error: return location for a #GIOErrorEnum or #GFileError, or %NULL
 *
 * Lists the files in folders, recursively and in byte order of their names. Files that will not be
 * read are listed, too: cld_ingest_file() says so, so that nothing is passed over in silence.
 *
 * Returns: (transfer full) (element-type filename): what to read, in order
 */
GPtrArray *
cld_ingest_expand(const char *const *paths, GError **error)
{
    Walk self = {g_ptr_array_new_with_free_func(g_free), 0};
    for (guint i = 0; paths[i] != NULL; i++) {
        if (strcmp(paths[i], "-") == 0 || !is_folder(paths[i], TRUE)) {
            g_ptr_array_add(self.paths, g_strdup(paths[i]));
        } else if (!walk(&self, paths[i], 1, error)) {
            g_ptr_array_unref(self.paths);
            return NULL;
        }
    }
    return self.paths;
}
