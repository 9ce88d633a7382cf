/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-web.h"
#include "cld-web-api.h"
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

/* A server nobody has used for so long is forgotten in some terminal: it stops. */
#define IDLE_HOURS         8
#define IDLE_LOOKS_SECONDS 60

/* One run of the server. */
typedef struct {
    const CldServeOptions *options;
    CldWebServer *server; /* (owned) */
    GMainLoop *loop;      /* (owned) */
    char *launcher;       /* (owned) (nullable): a file to be removed */
} Run;

static char *
dup_address(const Run *run)
{
    const CldWebGuard *guard = cld_web_server_get_guard(run->server);
    return g_strdup_printf("http://127.0.0.1:%u/open?key=%s", guard->port, guard->key);
}

static void
say(const Run *run, const char *line)
{
    run->options->say(line, run->options->say_data);
}

static void
remove_launcher(Run *run)
{
    if (run->launcher != NULL)
        g_unlink(run->launcher);
    g_clear_pointer(&run->launcher, g_free);
}

/* The browser is handed a file only its owner can read that leads to the address: what is an
 * argument of a program can be read by every user of the machine. */
static gboolean
write_launcher(Run *run, const char *address)
{
    g_autofree char *name =
        g_strdup_printf("claimdiff-review-%u.html", cld_web_server_get_guard(run->server)->port);
    g_autofree char *page = g_strdup_printf("<!doctype html><meta charset=\"utf-8\">"
                                            "<meta http-equiv=\"refresh\" content=\"0;url=%s\">"
                                            "<title>claimdiff</title>\n",
                                            address);
    run->launcher = g_build_filename(g_get_user_runtime_dir(), name, NULL);
    g_mkdir_with_parents(g_get_user_runtime_dir(), 0700);
    return g_file_set_contents_full(run->launcher, page, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                    NULL);
}

static void
launch_browser(Run *run, const char *address)
{
    if (!write_launcher(run, address))
        return;
    g_autofree char *uri = g_filename_to_uri(run->launcher, NULL, NULL);
    if (uri == NULL || !g_app_info_launch_default_for_uri(uri, NULL, NULL))
        remove_launcher(run);
}

/* The address is used up, and whoever wants to open the page once more needs another. */
static void
on_opened(gpointer data)
{
    Run *run = data;
    g_autofree char *address = dup_address(run);
    g_autofree char *line = g_strdup_printf("Opened. To open it once more: %s", address);
    remove_launcher(run);
    say(run, line);
}

static gboolean
on_signal(gpointer data)
{
    g_main_loop_quit(((Run *)data)->loop);
    return G_SOURCE_CONTINUE;
}

static gboolean
on_look(gpointer data)
{
    Run *run = data;
    gint64 idle_usec = g_get_monotonic_time() - cld_web_server_get_last_use(run->server);
    if (idle_usec > (gint64)IDLE_HOURS * 3600 * G_USEC_PER_SEC) {
        say(run, "Nobody has used the review for hours: stopped.");
        g_main_loop_quit(run->loop);
    }
    return G_SOURCE_CONTINUE;
}

static void
serve(Run *run)
{
    static const int ends[] = {SIGINT, SIGTERM, SIGHUP};
    g_autofree char *address = dup_address(run);
    g_autofree char *line = g_strdup_printf("Review: %s", address);
    guint sources[G_N_ELEMENTS(ends) + 1];
    run->loop = g_main_loop_new(NULL, FALSE);
    for (guint i = 0; i < G_N_ELEMENTS(ends); i++)
        sources[i] = g_unix_signal_add(ends[i], on_signal, run);
    sources[G_N_ELEMENTS(ends)] = g_timeout_add_seconds(IDLE_LOOKS_SECONDS, on_look, run);
    say(run, line);
    say(run, "The address works once, on this machine only. Ctrl+C ends the review.");
    if (!run->options->is_without_browser)
        launch_browser(run, address);
    g_main_loop_run(run->loop);
    for (guint i = 0; i < G_N_ELEMENTS(sources); i++)
        g_source_remove(sources[i]);
    g_main_loop_unref(run->loop);
    remove_launcher(run);
}

/**
 * cld_web_run:
 * @reviews: what is reviewed
 * @options: how
 * @error: return location, or %NULL
 *
 * Serves the page of the reviewer on the loopback addresses until it is interrupted or forgotten.
 *
 * Returns: %FALSE if the port cannot be had
 */
gboolean
cld_web_run(CldReviews *reviews, const CldServeOptions *options, GError **error)
{
    guint n_routes = 0;
    const CldWebRoute *routes = cld_web_api_list_routes(&n_routes);
    CldWebApi *api = cld_web_api_new(reviews, options->source);
    Run run = {.options = options, .server = cld_web_server_new(routes, n_routes, api)};
    gboolean is_listening = cld_web_server_listen(run.server, options->port, error);
    if (is_listening) {
        cld_web_api_attach(api, cld_web_server_get_guard(run.server), on_opened, &run);
        serve(&run);
    }
    g_object_unref(run.server);
    cld_web_api_free(api);
    return is_listening;
}
