/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-message.h"
#include "cld-encode.h"
#include <string.h>
#include <unistd.h>

/* Between two progress lines, so that a fast run does not spend its time on the terminal. */
#define PROGRESS_INTERVAL_USEC (100 * 1000)

static gboolean is_progress_shown; /* main thread only */

/* Standard error is the last resort: when it cannot be written to, there is nobody to tell. */
static void
write_to_stderr(const char *bytes, gsize length)
{
    while (length > 0) {
        gssize n = write(STDERR_FILENO, bytes, length);
        if (n <= 0)
            return;
        bytes += n;
        length -= (gsize)n;
    }
}

/* Messages of libraries hold pieces of the input, so they take the same way out as ours. */
static GLogWriterOutput
write_log(GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
    if ((level & (G_LOG_LEVEL_DEBUG | G_LOG_LEVEL_INFO)) != 0)
        return G_LOG_WRITER_HANDLED;
    for (gsize i = 0; i < n_fields; i++) {
        if (g_str_equal(fields[i].key, "MESSAGE") && fields[i].length < 0)
            cld_message("%s", (const char *)fields[i].value);
    }
    return G_LOG_WRITER_HANDLED;
}

/* Sends what GLib and the libraries on it log through cld_message(). Called once, at start. */
void
cld_message_set_up(void)
{
    g_log_set_writer_func(write_log, NULL, NULL);
}

/**
 * cld_message:
 * @format: as for printf(); no final line end
 *
 * Writes one line to standard error. It begins with the program's name, which also keeps words of
 * the input from standing at the start of a line, where build servers look for commands.
 */
void
cld_message(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    GString *line = g_string_new("claimdiff: ");
    cld_encode_terminal(line, text, -1);
    g_string_append_c(line, '\n');
    cld_message_end_progress();
    write_to_stderr(line->str, line->len);
    g_string_free(line, TRUE);
}

/**
 * cld_message_show_progress:
 * @stage: what is going on: "reading"
 * @done: pieces done
 * @total: pieces in all
 *
 * Draws the progress line anew, at most ten times a second. Only for a terminal.
 */
void
cld_message_show_progress(const char *stage, guint done, guint total)
{
    static gint64 last_usec;
    gint64 now_usec = g_get_monotonic_time();
    if (is_progress_shown && done < total && now_usec - last_usec < PROGRESS_INTERVAL_USEC)
        return;
    last_usec = now_usec;
    is_progress_shown = TRUE;
    g_autofree char *line = g_strdup_printf("\r\033[Kclaimdiff: %s %u/%u", stage, done, total);
    write_to_stderr(line, strlen(line));
}

/* Takes the progress line away, if there is one. */
void
cld_message_end_progress(void)
{
    if (is_progress_shown)
        write_to_stderr("\r\033[K", 4);
    is_progress_shown = FALSE;
}
