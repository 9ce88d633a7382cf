/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* fuzz-TARGET [--mutations=N] FILE|FOLDER…: runs the target on every file as it stands, on its
 * beginnings, and on N changed copies of it. The changes come from a fixed seed, so that what fails
 * once fails always. libFuzzer brings its own main() in place of this one. */
#include "fuzz.h"
#include <gio/gio.h>
#include <string.h>

/* Cuts of each file, and the largest file that is cut and changed: others run once. */
#define MAX_CUTS          48
#define MAX_MUTABLE_BYTES (64 * 1024)
#define MAX_CHANGES       6
#define SEED              20251109

static guint n_runs;

static void
run(const guint8 *bytes, gsize length_bytes)
{
    /* An allocation of exactly this size, so that the sanitizer sees one byte too many. */
    g_autofree guint8 *copy = g_memdup2(bytes, MAX(length_bytes, 1));
    LLVMFuzzerTestOneInput(copy, length_bytes);
    n_runs++;
}

static void
run_cuts(const guint8 *bytes, gsize length_bytes)
{
    gsize step = MAX(length_bytes / MAX_CUTS, 1);
    for (gsize length = 0; length < length_bytes; length += step)
        run(bytes, length);
}

/* One small change: a byte, a piece twice, a piece gone, or a sign that readers stumble on. */
static void
change(GString *bytes, GRand *rand)
{
    static const char *const signs[] = {"\"",           "<",    "&", "\\u0000",
                                        "\xE2\x80\x9C", "\n\n", "-", "9"};
    gssize at = g_rand_int_range(rand, 0, (gint32)bytes->len + 1);
    gssize wanted = g_rand_int_range(rand, 1, 33);
    gssize length = MIN(wanted, (gssize)bytes->len - at);
    g_autofree char *piece = g_strndup(bytes->str + at, (gsize)length);
    switch (g_rand_int_range(rand, 0, 4)) {
    case 0:
        if (length > 0)
            bytes->str[at] = (char)g_rand_int_range(rand, 0, 256);
        break;
    case 1:
        g_string_insert(bytes, at, piece);
        break;
    case 2:
        g_string_erase(bytes, at, length);
        break;
    default:
        g_string_insert(bytes, at, signs[g_rand_int_range(rand, 0, G_N_ELEMENTS(signs))]);
        break;
    }
}

static void
run_mutations(const guint8 *bytes, gsize length_bytes, int n_mutations)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(SEED);
    for (int i = 0; i < n_mutations; i++) {
        g_autoptr(GString) changed = g_string_new_len((const char *)bytes, (gssize)length_bytes);
        for (int j = g_rand_int_range(rand, 1, MAX_CHANGES + 1); j > 0; j--)
            change(changed, rand);
        run((const guint8 *)changed->str, changed->len);
    }
}

static gboolean
run_file(const char *path, int n_mutations, GError **error)
{
    g_autofree char *bytes = NULL;
    gsize length_bytes = 0;
    if (!g_file_get_contents(path, &bytes, &length_bytes, error))
        return FALSE;
    run((const guint8 *)bytes, length_bytes);
    if (length_bytes > MAX_MUTABLE_BYTES)
        return TRUE;
    run_cuts((const guint8 *)bytes, length_bytes);
    run_mutations((const guint8 *)bytes, length_bytes, n_mutations);
    return TRUE;
}

static gint
compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static gboolean
run_path(const char *path, int n_mutations, GError **error)
{
    if (!g_file_test(path, G_FILE_TEST_IS_DIR))
        return run_file(path, n_mutations, error);
    g_autoptr(GDir) folder = g_dir_open(path, 0, error);
    if (folder == NULL)
        return FALSE;
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
    for (const char *name; (name = g_dir_read_name(folder)) != NULL;)
        g_ptr_array_add(files, g_build_filename(path, name, NULL));
    g_ptr_array_sort(files, compare_names);
    for (guint i = 0; i < files->len; i++)
        if (!run_path(g_ptr_array_index(files, i), n_mutations, error))
            return FALSE;
    return files->len > 0;
}

int
main(int argc, char **argv)
{
    int n_mutations = 0;
    const GOptionEntry entries[] = {
        {"mutations", 0, 0, G_OPTION_ARG_INT, &n_mutations, "Changed copies of each file", "N"},
        G_OPTION_ENTRY_NULL,
    };
    g_autoptr(GOptionContext) context = g_option_context_new("FILE|FOLDER…");
    g_autoptr(GError) error = NULL;
    g_option_context_add_main_entries(context, entries, NULL);
    gboolean is_good = g_option_context_parse(context, &argc, &argv, &error) && argc > 1;
    for (int i = 1; i < argc && is_good; i++)
        is_good = run_path(argv[i], n_mutations, &error);
    if (!is_good)
        g_printerr("%s\n", error == NULL ? "there is nothing to run" : error->message);
    g_print("%u runs\n", n_runs);
    return is_good ? 0 : 1;
}
