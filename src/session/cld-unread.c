/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What `add` could not read, from then until it is read or the user lets go of it. */
#include "cld-unread.h"
#include "cld-identity.h"
#include "cld-ingest.h"
#include "cld-project-private.h"
#include "cld-texts.h"

#define STANDARD_INPUT "-"

static gboolean
is_unread(const CldInput *input)
{
    return input->outcome == CLD_OUTCOME_REFUSED || input->outcome == CLD_OUTCOME_LIMITED;
}

/* Returns: (transfer full): the file that @source, as seen from the project, is or is an item of */
static char *
dup_own_file(const CldProject *project, const char *source)
{
    g_autofree char *path = cld_identity_dup_path(source, project->folder);
    return path == NULL ? g_strdup(STANDARD_INPUT) : cld_identity_dup_source(path, project->folder);
}

/* Returns: (transfer full): the same of a source as it was given */
static char *
dup_file(const CldProject *project, const char *source)
{
    g_autofree char *seen = cld_identity_dup_source(source, project->folder);
    return dup_own_file(project, seen);
}

/* Returns: (transfer full) (element-type utf8): the files of the inputs that were not read, or of
 * those that were; sorted */
static GPtrArray *
list_files(const CldProject *project, const CldReport *report, gboolean are_unread)
{
    GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < report->inputs->len; i++) {
        const CldInput *input = g_ptr_array_index(report->inputs, i);
        if (is_unread(input) == are_unread && !cld_ingest_is_skipped(input))
            g_ptr_array_add(files, dup_file(project, input->source));
    }
    cld_texts_sort(files);
    return files;
}

/* Returns: (transfer full) (element-type CldInput) (nullable): what is remembered */
static GPtrArray *
list_remembered(CldProject *project, GError **error)
{
    cld_collection_begin(project->collection, FALSE);
    g_autoptr(GPtrArray) inputs = cld_collection_list_unread(project->collection);
    return cld_collection_end(project->collection, error) ? g_steal_pointer(&inputs) : NULL;
}

/**
 * cld_unread_note:
 * @project: a project
 * @report: whose inputs were read just now
 * @error: return location, or %NULL
 *
 * Remembers those that could not be read. Comes before what was read is stored: whatever happens
 * then, what is missing is known.
 *
 * Returns: %FALSE if the collection cannot be written
 */
gboolean
cld_unread_note(CldProject *project, const CldReport *report, GError **error)
{
    g_autoptr(GPtrArray) files = list_files(project, report, TRUE);
    if (files->len == 0)
        return TRUE;
    cld_collection_begin(project->collection, TRUE);
    for (guint i = 0; i < report->inputs->len; i++) {
        const CldInput *input = g_ptr_array_index(report->inputs, i);
        if (!is_unread(input))
            continue;
        g_autofree char *file = dup_file(project, input->source);
        g_autofree char *source = cld_identity_dup_source(input->source, project->folder);
        g_autoptr(CldInput) seen =
            cld_input_new(source, input->outcome, input->code, input->message, input->offset_bytes);
        cld_collection_put_unread(project->collection, file, seen);
    }
    return cld_collection_commit(project->collection, error);
}

/**
 * cld_unread_settle:
 * @project: a project
 * @report: whose articles are stored now
 * @error: return location, or %NULL
 *
 * Forgets the files that could not be read earlier and were read, with all their items, this time.
 *
 * Returns: %FALSE if the collection cannot be written
 */
gboolean
cld_unread_settle(CldProject *project, const CldReport *report, GError **error)
{
    g_autoptr(GPtrArray) remembered = list_remembered(project, error);
    if (remembered == NULL || remembered->len == 0)
        return remembered != NULL;
    g_autoptr(GPtrArray) read = list_files(project, report, FALSE);
    g_autoptr(GPtrArray) unread = list_files(project, report, TRUE);
    cld_collection_begin(project->collection, TRUE);
    for (guint i = 0; i < remembered->len; i++) {
        const CldInput *input = g_ptr_array_index(remembered, i);
        g_autofree char *file = dup_own_file(project, input->source);
        if (cld_texts_has(read, file) && !cld_texts_has(unread, file))
            cld_collection_forget_unread(project->collection, file);
    }
    return cld_collection_commit(project->collection, error);
}

/**
 * cld_unread_forget:
 * @project: a project
 * @path: of a file, "-" for standard input
 * @n_forgotten: (out): how many inputs that were: the items of a feed are inputs of their own
 * @error: return location, or %NULL
 *
 * Lets go of a file that could not be read: checks speak of it no longer.
 *
 * Returns: %FALSE if the collection cannot be written
 */
gboolean
cld_unread_forget(CldProject *project, const char *path, guint *n_forgotten, GError **error)
{
    g_autofree char *file = dup_file(project, path);
    cld_collection_begin(project->collection, TRUE);
    *n_forgotten = cld_collection_forget_unread(project->collection, file);
    return cld_collection_commit(project->collection, error);
}

/**
 * cld_unread_tell:
 * @project: a project, perhaps without a collection
 * @report: of a check
 * @n_told: (out): how many inputs were added to it
 * @error: return location, or %NULL
 *
 * Adds what is remembered to the inputs of the report, but for the files that it speaks of already:
 * "not read" is never "no contradiction".
 *
 * Returns: %FALSE if the collection cannot be read
 */
gboolean
cld_unread_tell(CldProject *project, CldReport *report, guint *n_told, GError **error)
{
    *n_told = 0;
    if (project->collection == NULL)
        return TRUE;
    g_autoptr(GPtrArray) remembered = list_remembered(project, error);
    if (remembered == NULL)
        return FALSE;
    g_autoptr(GPtrArray) read = list_files(project, report, FALSE);
    g_autoptr(GPtrArray) unread = list_files(project, report, TRUE);
    for (guint i = 0; i < remembered->len; i++) {
        const CldInput *input = g_ptr_array_index(remembered, i);
        g_autofree char *file = dup_own_file(project, input->source);
        if (cld_texts_has(read, file) || cld_texts_has(unread, file))
            continue;
        g_autofree char *message =
            g_strdup_printf("when it was added: %s", input->message != NULL ? input->message : "");
        g_ptr_array_add(report->inputs, cld_input_new(input->source, input->outcome, input->code,
                                                      message, input->offset_bytes));
        (*n_told)++;
    }
    return TRUE;
}

/* Adds the paths of remembered files that are still there to @paths. Returns: %FALSE if the
 * collection cannot be read */
gboolean
cld_unread_list_paths(CldProject *project, GPtrArray *paths, GError **error)
{
    g_autoptr(GPtrArray) remembered = list_remembered(project, error);
    for (guint i = 0; remembered != NULL && i < remembered->len; i++) {
        const CldInput *input = g_ptr_array_index(remembered, i);
        char *path = cld_identity_dup_path(input->source, project->folder);
        if (path != NULL && g_file_test(path, G_FILE_TEST_IS_REGULAR))
            g_ptr_array_add(paths, path);
        else
            g_free(path);
    }
    return remembered != NULL;
}
