/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-doctor.h"
#include "cld-lexicon.h"
#include "cld-limits.h"
#include "cld-model.h"
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* What the parts of a model are for. */
static const char *const part_uses[CLD_MODEL_N_PARTS] = {"sentence vectors", "judgements of pairs"};

static void
row_free(gpointer data)
{
    CldDoctorRow *row = data;
    g_free(row->value);
    g_free(row);
}

/* Takes @value. */
static void
add(GPtrArray *rows, const char *topic, const char *name, char *value, gboolean is_trouble)
{
    CldDoctorRow *row = g_new(CldDoctorRow, 1);
    *row = (CldDoctorRow){topic, name, value, is_trouble};
    g_ptr_array_add(rows, row);
}

static void
add_part(GPtrArray *rows, const CldModelInfo *info, CldModelPartKind kind)
{
    const CldModelPart *part = info->parts[kind];
    const char *name = cld_model_part_get_name(kind);
    guint n = part == NULL ? 0 : kind == CLD_MODEL_PART_PAIR ? part->n_outputs : part->dimension;
    add(rows, "model", name,
        part == NULL ? g_strdup("none: the rules do without")
                     : g_strdup_printf("%s, %u numbers, up to %u tokens", part_uses[kind], n,
                                       part->max_tokens),
        FALSE);
}

static void
add_model(GPtrArray *rows, CldModel *model)
{
    const CldModelInfo *info = cld_model_get_info(model);
    add(rows, "model", "name", g_strdup(info->name), FALSE);
    add(rows, "model", "folder", g_strdup(info->folder), FALSE);
    add(rows, "model", "licence", g_strdup(info->licence), FALSE);
    add(rows, "model", "sha256", g_strdup(info->sha256), FALSE);
    for (guint kind = 0; kind < CLD_MODEL_N_PARTS; kind++)
        add_part(rows, info, kind);
    add(rows, "runtime", "version", g_strdup(cld_model_get_runtime_version(model)), FALSE);
    add(rows, "runtime", "path", g_strdup(cld_model_get_runtime_path(model)), FALSE);
}

static void
add_cache(GPtrArray *rows)
{
    g_autofree char *folder = g_build_filename(g_get_user_cache_dir(), "claimdiff", NULL);
    gboolean is_usable = g_access(folder, R_OK | W_OK | X_OK) == 0;
    add(rows, "runtime", "cache",
        g_strdup_printf("%s%s", folder,
                        is_usable ? "" : " (cannot be written to: each start takes longer)"),
        FALSE);
}

static void
examine_model(GPtrArray *rows, const CldModelChoice *choice)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *why_none = NULL;
    CldModel *model = NULL;
    if (!cld_model_choice_open(choice, &model, &why_none, &error)) {
        add(rows, "model", "trouble", g_strdup(error->message), TRUE);
        return;
    }
    add(rows, "engine", "judges",
        model != NULL ? g_strdup("rules and a model") : g_strdup_printf("rules only: %s", why_none),
        FALSE);
    if (model == NULL)
        return;
    add_model(rows, model);
    add_cache(rows);
    g_object_unref(model);
}

static void
add_words(GPtrArray *rows)
{
    guint n = cld_lexicon_count_lists();
    add(rows, "words", "English", g_strdup_printf("%u lists, compiled in", n), n == 0);
}

static void
add_limits(GPtrArray *rows)
{
    add(rows, "limits", "input", g_strdup_printf("%u bytes", CLD_LIMIT_FILE_BYTES), FALSE);
    add(rows, "limits", "articles",
        g_strdup_printf("%u in one feed or file", CLD_LIMIT_CONTAINER_ARTICLES), FALSE);
    add(rows, "limits", "sentences", g_strdup_printf("%u in one article", CLD_LIMIT_SENTENCES),
        FALSE);
    add(rows, "limits", "sentence", g_strdup_printf("%u characters", CLD_LIMIT_SENTENCE_CHARS),
        FALSE);
}

/**
 * cld_doctor_examine:
 * @choice: the model the user wants
 *
 * Looks at what a run would use: the model is checked and loaded as a run would do.
 *
 * Returns: (transfer full) (element-type CldDoctorRow): what was found, in the order to print it
 */
GPtrArray *
cld_doctor_examine(const CldModelChoice *choice)
{
    GPtrArray *rows = g_ptr_array_new_with_free_func(row_free);
    add(rows, "program", "version", g_strdup(CLD_VERSION), FALSE);
    examine_model(rows, choice);
    add_words(rows);
    add_limits(rows);
    return rows;
}
