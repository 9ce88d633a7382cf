/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-web-connections.h"

#define REQUEST_SECONDS 10 /* from the connection, or from the head, to the end of a request */
#define REST_SECONDS    75 /* between two requests of one that showed the cookie */
#define SWEEP_SECONDS   1

typedef struct {
    GSocketConnection *connection; /* (owned) */
    GSocket *socket;               /* borrowed from connection */
    GSocketAddress *remote; /* (owned): libsoup tells its messages apart by this very object only */
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
    g_object_unref(self->connection);
    g_object_unref(self->remote);
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
find(const CldWebConnections *self, const GSocketAddress *remote)
{
    for (guint i = 0; i < self->open->len; i++) {
        Connection *row = g_ptr_array_index(self->open, i);
        if (row->remote == remote)
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

/* Takes up a new connection from @remote; it has some seconds to bring its first request. */
void
cld_web_connections_add(CldWebConnections *self,
                        GSocketConnection *connection,
                        GSocketAddress *remote)
{
    Connection *row = g_new0(Connection, 1);
    forget_closed(self);
    if (self->open->len >= CLD_WEB_MAX_CONNECTIONS)
        cut_one(self);
    row->connection = g_object_ref(connection);
    row->remote = g_object_ref(remote);
    row->socket = g_socket_connection_get_socket(connection);
    row->deadline_usec = in_seconds(REQUEST_SECONDS);
    g_ptr_array_add(self->open, row);
}

/* Returns: (transfer none) (nullable): the socket of the connection that comes from @remote */
GSocket *
cld_web_connections_find(const CldWebConnections *self, const GSocketAddress *remote)
{
    const Connection *row = find(self, remote);
    return row == NULL ? NULL : row->socket;
}

/* The guard let a request from @remote through; its body and answer have some seconds. */
void
cld_web_connections_trust(CldWebConnections *self, const GSocketAddress *remote)
{
    Connection *row = find(self, remote);
    if (row == NULL)
        return;
    row->is_trusted = TRUE;
    row->deadline_usec = in_seconds(REQUEST_SECONDS);
}

/* A request from @remote is answered; the next may take its time, a stranger's not. */
void
cld_web_connections_rest(CldWebConnections *self, const GSocketAddress *remote)
{
    Connection *row = find(self, remote);
    if (row != NULL)
        row->deadline_usec = in_seconds(row->is_trusted ? REST_SECONDS : REQUEST_SECONDS);
}

/* Returns: how many are open */
guint
cld_web_connections_count(const CldWebConnections *self)
{
    return self->open->len;
}
