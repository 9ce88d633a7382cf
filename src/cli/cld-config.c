/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-config.h"
#include "cld-file.h"
#include <gio/gio.h>
#include <string.h>

#define FILE_NAME        ".claimdiff.ini"
#define XDG_FILE         "claimdiff/claimdiff.ini"
#define MAX_CONFIG_BYTES (256 * 1024)

#define GROUP_SETTINGS "claimdiff"
#define GROUP_OUTLETS  "outlets"

/* A setting that a file or the environment may give. */
static const CldSetting *
find_setting(const char *name)
{
    guint n = 0;
    const CldSetting *list = cld_settings_list(&n);
    for (guint i = 0; i < n; i++) {
        if (g_str_equal(list[i].name, name) && !list[i].is_only_for_a_flag)
            return &list[i];
    }
    return NULL;
}

static char *
dup_variable_name(const char *setting)
{
    g_autofree char *upper = g_ascii_strup(setting, -1);
    g_strdelimit(upper, "-", '_');
    return g_strconcat("CLAIMDIFF_", upper, NULL);
}

static gboolean
load_environment(CldSettings *settings, CldCommandSet command, GError **error)
{
    guint n = 0;
    const CldSetting *list = cld_settings_list(&n);
    for (guint i = 0; i < n; i++) {
        g_autofree char *variable = dup_variable_name(list[i].name);
        const char *value = g_getenv(variable);
        if (list[i].is_only_for_a_flag || (list[i].commands & command) == 0 || value == NULL ||
            *value == '\0')
            continue;
        if (!cld_settings_set(settings, list[i].name, command, value, "environment", error)) {
            g_prefix_error(error, "%s: ", variable);
            return FALSE;
        }
    }
    return TRUE;
}

static GKeyFile *
open_file(const char *path, GError **error)
{
    g_autofree char *bytes = NULL;
    gsize length = 0;
    g_autoptr(GFile) file = g_file_new_for_path(path);
    g_autoptr(GFileInputStream) stream = g_file_read(file, NULL, error);
    if (stream == NULL)
        return NULL;
    bytes = g_malloc(MAX_CONFIG_BYTES + 1);
    if (!g_input_stream_read_all(G_INPUT_STREAM(stream), bytes, MAX_CONFIG_BYTES + 1, &length, NULL,
                                 error))
        return NULL;
    if (length > MAX_CONFIG_BYTES) {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "is larger than %d bytes",
                    MAX_CONFIG_BYTES);
        return NULL;
    }
    g_autoptr(GKeyFile) keys = g_key_file_new();
    if (!g_key_file_load_from_data(keys, bytes, length, G_KEY_FILE_NONE, error))
        return NULL;
    return g_steal_pointer(&keys);
}

static gboolean
take_settings(CldSettings *settings,
              CldCommandSet command,
              GKeyFile *keys,
              const char *origin,
              gboolean is_found,
              GError **error)
{
    g_auto(GStrv) names = g_key_file_get_keys(keys, GROUP_SETTINGS, NULL, NULL);
    for (guint i = 0; names != NULL && names[i] != NULL; i++) {
        const CldSetting *setting = find_setting(names[i]);
        if (setting == NULL) {
            g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "there is no setting “%s”",
                        names[i]);
            return FALSE;
        }
        if (setting->is_trusted && is_found) {
            g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                        "%s: not from a file that was only found here: it says which code runs or "
                        "what is written; "
                        "put it into your own file, or name this one with --config",
                        names[i]);
            return FALSE;
        }
        g_autofree char *value = g_key_file_get_string(keys, GROUP_SETTINGS, names[i], error);
        if (value == NULL || !cld_settings_set(settings, names[i], command, value, origin, error)) {
            g_prefix_error(error, "%s: ", names[i]);
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean
take_outlets(CldSettings *settings, GKeyFile *keys, GError **error)
{
    g_auto(GStrv) names = g_key_file_get_keys(keys, GROUP_OUTLETS, NULL, NULL);
    for (guint i = 0; names != NULL && names[i] != NULL; i++) {
        g_autofree char *name = g_key_file_get_string(keys, GROUP_OUTLETS, names[i], error);
        if (name == NULL)
            return FALSE;
        if (!cld_outlet_names_add(settings->outlets, names[i], name)) {
            g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "too many outlets");
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean
check_groups(GKeyFile *keys, GError **error)
{
    static const char *const known[] = {GROUP_SETTINGS, GROUP_OUTLETS, NULL};
    g_auto(GStrv) groups = g_key_file_get_groups(keys, NULL);
    for (guint i = 0; groups[i] != NULL; i++) {
        if (g_strv_contains(known, groups[i]))
            continue;
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                    "there is no group [%s]; groups are [claimdiff] and [outlets]", groups[i]);
        return FALSE;
    }
    return TRUE;
}

static gboolean
load_file(CldSettings *settings,
          CldCommandSet command,
          const char *path,
          const char *origin,
          gboolean is_found,
          GError **error)
{
    g_autoptr(GKeyFile) keys = open_file(path, error);
    if (keys != NULL && check_groups(keys, error) &&
        take_settings(settings, command, keys, origin, is_found, error) &&
        take_outlets(settings, keys, error))
        return TRUE;
    g_prefix_error(error, "%s: ", path);
    return FALSE;
}

/**
 * cld_config_load:
 * @settings: settings that the flags have been put into
 * @command: the command that runs
 * @error: return location, or %NULL
 *
 * Fills in what the flags left open: from the environment (CLAIMDIFF_JOBS …), the file named with
 * --config or the nearest .claimdiff.ini from the current folder upward, and
 * $XDG_CONFIG_HOME/claimdiff/claimdiff.ini, in this order.
 *
 * Returns: %FALSE if a value, key or file is bad
 */
gboolean
cld_config_load(CldSettings *settings, CldCommandSet command, GError **error)
{
    if (!load_environment(settings, command, error))
        return FALSE;
    g_autofree char *nearest = settings->config != NULL
                                   ? g_strdup(settings->config)
                                   : cld_file_find_upwards(".", FILE_NAME, G_FILE_TEST_IS_REGULAR);
    if (nearest != NULL &&
        !load_file(settings, command, nearest, "file", settings->config == NULL, error))
        return FALSE;
    g_autofree char *user = g_build_filename(g_get_user_config_dir(), XDG_FILE, NULL);
    if (!g_file_test(user, G_FILE_TEST_IS_REGULAR))
        return TRUE;
    return load_file(settings, command, user, "user file", FALSE, error);
}
