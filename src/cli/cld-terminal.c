/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-terminal.h"
#include <sys/ioctl.h>
#include <unistd.h>

/* For files, pipes and terminals that do not say. */
#define DEFAULT_COLUMNS 80
#define MIN_COLUMNS     20

static gboolean
is_set(const char *variable)
{
    const char *value = g_getenv(variable);
    return value != NULL && *value != '\0';
}

/**
 * cld_terminal_use_color:
 * @settings: settings of the run
 * @is_stdout: whether the text goes to standard output
 *
 * --color wins; then NO_COLOR, CLICOLOR_FORCE and TERM as no-color.org and bixense.com/clicolors
 * have it; then colour for a terminal only.
 */
gboolean
cld_terminal_use_color(const CldSettings *settings, gboolean is_stdout)
{
    if (settings->color != CLD_COLOR_AUTO)
        return settings->color == CLD_COLOR_ALWAYS;
    if (is_set("NO_COLOR") || !is_stdout)
        return FALSE;
    if (is_set("CLICOLOR_FORCE") && g_strcmp0(g_getenv("CLICOLOR_FORCE"), "0") != 0)
        return TRUE;
    return g_strcmp0(g_getenv("TERM"), "dumb") != 0 && isatty(STDOUT_FILENO);
}

/* Returns: columns: the user's, else those of the terminal, else 80 */
guint
cld_terminal_get_width(const CldSettings *settings, gboolean is_stdout)
{
    struct winsize size;
    if (settings->width > 0)
        return settings->width;
    if (is_stdout && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= MIN_COLUMNS)
        return size.ws_col;
    return DEFAULT_COLUMNS;
}
