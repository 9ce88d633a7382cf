/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-web-connections.h"

#define REQUEST_SECONDS 10 /* from the connection, or from the head, to the end of a request */
#define REST_SECONDS    75 /* between two requests of one that showed the cookie */
#define SWEEP_SECONDS   1

typedef struct {
    GSocket *socket; /* (owned) */
    gint64 deadline_usec;
    gboolean is_trusted;
} Connection;

struct CldWebConnections {
    GPtrArray *open; /* (owned) (element-type Connection): oldest first */
    guint sweep;     /* source id */
};

static void
connection_free(Connection *self)
{
    g_object_unref(self->socket);
    g_free(self);
}

static gint64
in_seconds(guint seconds)
{
    return g_get_monotonic_time() + (gint64)seconds * G_USEC_PER_SEC;
}

/* libsoup sees the other side hang up, and cleans up as it does then. */
static void
cut(CldWebConnections *self, guint i)
{
    const Connection *row = g_ptr_array_index(self->open, i);
    g_socket_shutdown(row->socket, TRUE, TRUE, NULL);
    g_ptr_array_remove_index(self->open, i);
}

static void
forget_closed(CldWebConnections *self)
{
    for (guint i = self->open->len; i > 0; i--) {
        const Connection *row = g_ptr_array_index(self->open, i - 1);
        if (g_socket_is_closed(row->socket))
            g_ptr_array_remove_index(self->open, i - 1);
    }
}

static gboolean
sweep(gpointer data)
{
    CldWebConnections *self = data;
    gint64 now = g_get_monotonic_time();
    forget_closed(self);
    for (guint i = self->open->len; i > 0; i--) {
        if (((const Connection *)g_ptr_array_index(self->open, i - 1))->deadline_usec < now)
            cut(self, i - 1);
    }
    return G_SOURCE_CONTINUE;
}

static Connection *
find(const CldWebConnections *self, const GSocket *socket)
{
    for (guint i = 0; i < self->open->len; i++) {
        Connection *row = g_ptr_array_index(self->open, i);
        if (row->socket == socket)
            return row;
    }
    return NULL;
}

/* The oldest stranger; when there is none, the oldest. */
static void
cut_one(CldWebConnections *self)
{
    guint i = 0;
    while (i < self->open->len &&
           ((const Connection *)g_ptr_array_index(self->open, i))->is_trusted)
        i++;
    cut(self, i < self->open->len ? i : 0);
}

/* Returns: (transfer full): a watch that sweeps in the main context of the calling thread */
CldWebConnections *
cld_web_connections_new(void)
{
    CldWebConnections *self = g_new0(CldWebConnections, 1);
    self->open = g_ptr_array_new_with_free_func((GDestroyNotify)connection_free);
    self->sweep = g_timeout_add_seconds(SWEEP_SECONDS, sweep, self);
    return self;
}

/* Ends the watch; the connections themselves are the server's to close. */
void
cld_web_connections_free(CldWebConnections *self)
{
    g_source_remove(self->sweep);
    g_ptr_array_unref(self->open);
    g_free(self);
}

/* A request is begun on @socket: a connection that is new has some seconds to bring it. */
void
cld_web_connections_note(CldWebConnections *self, GSocket *socket)
{
    if (find(self, socket) != NULL)
        return;
    Connection *row = g_new0(Connection, 1);
    forget_closed(self);
    if (self->open->len >= CLD_WEB_MAX_CONNECTIONS)
        cut_one(self);
    row->socket = g_object_ref(socket);
    row->deadline_usec = in_seconds(REQUEST_SECONDS);
    g_ptr_array_add(self->open, row);
}

/* The guard let a request on @socket through; its body and answer have some seconds. */
void
cld_web_connections_trust(CldWebConnections *self, GSocket *socket)
{
    Connection *row = find(self, socket);
    if (row == NULL)
        return;
    row->is_trusted = TRUE;
    row->deadline_usec = in_seconds(REQUEST_SECONDS);
}

/* A request on @socket (nullable) is answered; the next may take its time, a stranger's not. */
void
cld_web_connections_rest(CldWebConnections *self, GSocket *socket)
{
    Connection *row = find(self, socket);
    if (row != NULL)
        row->deadline_usec = in_seconds(row->is_trusted ? REST_SECONDS : REQUEST_SECONDS);
}
