/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-web-server.h"
#include "cld-web-connections.h"
#include <libsoup/soup.h>
#include <string.h>

/* libsoup calls its server not fit for clients that are not trusted (soup-server.c): it takes a
 * body of any size into memory before a handler hears of it, waits for ever, and counts no
 * connections. So the head of a request is judged when it is complete (got-headers), and
 * connections are ours. */

#define MAX_QUERY_FIELDS 32
#define MAX_QUERY_BYTES  8192

struct _CldWebServer {
    GObject parent_instance;
    SoupServer *soup;               /* (owned) */
    CldWebConnections *connections; /* (owned) */
    CldWebGuard guard;
    const CldWebRoute *routes; /* static */
    guint n_routes;
    gpointer data; /* borrowed: for the handlers */
    gint64 last_use_usec;
};

G_DEFINE_FINAL_TYPE(CldWebServer, cld_web_server, G_TYPE_OBJECT)

/* Sent with every answer, refusals and libsoup's own included. */
static const struct {
    const char *name, *value;
} headers[] = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
     "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"}, /* for browsers that do not know frame-ancestors */
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
    {"Cache-Control", "no-store"},
};

/* Where each header that may be there once only goes. */
static const struct {
    const char *name;
    gsize offset;
} single_headers[] = {
    {"Host", G_STRUCT_OFFSET(CldWebFacts, host)},
    {"Origin", G_STRUCT_OFFSET(CldWebFacts, origin)},
    {"Sec-Fetch-Site", G_STRUCT_OFFSET(CldWebFacts, fetch_site)},
    {"Cookie", G_STRUCT_OFFSET(CldWebFacts, cookie)},
    {"X-Claimdiff-Token", G_STRUCT_OFFSET(CldWebFacts, token)},
    {"Content-Type", G_STRUCT_OFFSET(CldWebFacts, type)},
    {"Content-Length", G_STRUCT_OFFSET(CldWebFacts, length)},
    {"Transfer-Encoding", G_STRUCT_OFFSET(CldWebFacts, encoding)},
};

static void
note_header(const char *name, const char *value, gpointer data)
{
    CldWebFacts *facts = data;
    for (gsize i = 0; i < G_N_ELEMENTS(single_headers); i++) {
        if (g_ascii_strcasecmp(name, single_headers[i].name) != 0)
            continue;
        CldWebHeader *header = G_STRUCT_MEMBER_P(facts, single_headers[i].offset);
        if (header->n++ == 0)
            header->value = value;
    }
}

static void
send(SoupServerMessage *message, guint status, const char *type, GBytes *body)
{
    SoupMessageHeaders *out = soup_server_message_get_response_headers(message);
    soup_server_message_set_status(message, status, NULL);
    if (body == NULL)
        return;
    soup_message_headers_set_content_type(out, type, NULL);
    soup_message_body_append_bytes(soup_server_message_get_response_body(message), body);
}

/* Says in a line what was refused; the status is all a stranger learns. */
static void
refuse(SoupServerMessage *message, guint status)
{
    g_autofree char *line =
        g_strdup_printf("{\"error\": \"%s\"}\n", soup_status_get_phrase(status));
    g_autoptr(GBytes) body = g_bytes_new(line, strlen(line));
    SoupMessageHeaders *out = soup_server_message_get_response_headers(message);
    soup_message_headers_replace(out, "Connection", "close");
    soup_message_body_set_accumulate(soup_server_message_get_request_body(message), FALSE);
    send(message, status, "application/json", body);
}

/* libsoup answers only when it has read the body, however long that is. Whoever announces one gets
 * the refusal at once, behind libsoup's back, which then reads the rest into nothing until the
 * connection is cut. */
static void
refuse_now(SoupServerMessage *message, guint status)
{
    GSocket *socket = soup_server_message_get_socket(message);
    GString *out = g_string_new(NULL);
    g_string_append_printf(out, "HTTP/1.1 %u %s\r\n", status, soup_status_get_phrase(status));
    for (gsize i = 0; i < G_N_ELEMENTS(headers); i++)
        g_string_append_printf(out, "%s: %s\r\n", headers[i].name, headers[i].value);
    g_string_append(out, "Connection: close\r\nContent-Length: 0\r\n\r\n");
    if (socket != NULL) {
        g_socket_send(socket, out->str, out->len, NULL, NULL);
        g_socket_shutdown(socket, FALSE, TRUE, NULL);
    }
    g_string_free(out, TRUE);
}

/* A head that does not pass is answered at once. */
static void
on_head(SoupServerMessage *message, gpointer data)
{
    CldWebServer *self = data;
    const CldWebRoute *route = NULL;
    GUri *uri = soup_server_message_get_uri(message);
    CldWebFacts facts = {.method = soup_server_message_get_method(message),
                         .path = uri == NULL ? NULL : g_uri_get_path(uri),
                         .target = uri == NULL ? NULL : g_uri_get_host(uri)};
    soup_message_headers_foreach(soup_server_message_get_request_headers(message), note_header,
                                 &facts);
    guint status = cld_web_guard_judge(&self->guard, &facts, self->routes, self->n_routes, &route);
    if (status != 0) {
        refuse(message, status);
        if (facts.length.n + facts.encoding.n > 0)
            refuse_now(message, status);
        return;
    }
    if (!route->is_open)
        cld_web_connections_trust(self->connections, soup_server_message_get_socket(message));
    g_object_set_data(G_OBJECT(message), "route", (gpointer)route);
}

/* What libsoup refuses by itself it refuses after this, so the headers are on that, too. */
static void
on_started(SoupServer *soup, SoupServerMessage *message, CldWebServer *self)
{
    SoupMessageHeaders *out = soup_server_message_get_response_headers(message);
    cld_web_connections_note(self->connections, soup_server_message_get_socket(message));
    for (gsize i = 0; i < G_N_ELEMENTS(headers); i++)
        soup_message_headers_replace(out, headers[i].name, headers[i].value);
    g_signal_connect_object(message, "got-headers", G_CALLBACK(on_head), self, 0);
}

static void
on_finished(SoupServer *soup, SoupServerMessage *message, CldWebServer *self)
{
    if (self->connections != NULL)
        cld_web_connections_rest(self->connections, soup_server_message_get_socket(message));
}

/* Returns: (transfer full) (nullable): the decoded fields, or %NULL if one is there twice, is not
 * UTF-8, or there are too many */
static GHashTable *
parse_query(const char *query)
{
    g_autoptr(GHashTable) fields = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    GUriParamsIter iter;
    char *name = NULL, *value = NULL;
    g_autoptr(GError) error = NULL;
    if (query == NULL)
        return g_steal_pointer(&fields);
    if (strlen(query) > MAX_QUERY_BYTES)
        return NULL;
    g_uri_params_iter_init(&iter, query, -1, "&", G_URI_PARAMS_WWW_FORM);
    while (g_uri_params_iter_next(&iter, &name, &value, &error)) {
        gboolean is_new = g_utf8_validate(name, -1, NULL) && g_utf8_validate(value, -1, NULL) &&
                          g_hash_table_size(fields) < MAX_QUERY_FIELDS;
        if (!g_hash_table_insert(fields, name, value) || !is_new)
            return NULL;
    }
    return error == NULL ? g_steal_pointer(&fields) : NULL;
}

static JsonNode *
parse_body(SoupServerMessage *message)
{
    SoupMessageBody *body = soup_server_message_get_request_body(message);
    g_autoptr(GBytes) bytes = soup_message_body_flatten(body);
    gsize length = 0;
    const char *text = g_bytes_get_data(bytes, &length);
    return length > CLD_WEB_MAX_BODY_BYTES ? NULL : cld_json_read(text, length, NULL, NULL);
}

static void
answer(CldWebServer *self, SoupServerMessage *message, const CldWebRoute *route)
{
    g_autoptr(GHashTable) query =
        parse_query(g_uri_get_query(soup_server_message_get_uri(message)));
    g_autoptr(JsonNode) body = route->method == CLD_WEB_POST ? parse_body(message) : NULL;
    const CldWebCall call = {query, cld_json_get_object(body)};
    CldWebAnswer reply = {.status = 200, .type = "application/json"};
    if (query == NULL || (route->method == CLD_WEB_POST && call.body == NULL)) {
        refuse(message, 400);
        return;
    }
    self->last_use_usec = g_get_monotonic_time();
    route->handle(self->data, &call, &reply);
    g_autoptr(GBytes) bytes = reply.body;
    if (reply.head != NULL)
        soup_message_headers_replace(soup_server_message_get_response_headers(message),
                                     "Set-Cookie", reply.head);
    send(message, reply.status, reply.type, bytes);
}

/* The only handler of libsoup's: its own routing decodes paths and falls back to parent folders. */
static void
on_request(SoupServer *soup,
           SoupServerMessage *message,
           const char *path,
           GHashTable *query,
           gpointer data)
{
    const CldWebRoute *route = g_object_get_data(G_OBJECT(message), "route");
    if (route == NULL)
        refuse(message, 404);
    else
        answer(data, message, route);
}

/* The port that libsoup was given where it was to take any. */
static guint
find_port(SoupServer *soup)
{
    GSList *listeners = soup_server_get_listeners(soup);
    g_autoptr(GSocketAddress) address =
        listeners == NULL ? NULL : g_socket_get_local_address(listeners->data, NULL);
    g_slist_free(listeners);
    return address == NULL ? 0 : g_inet_socket_address_get_port(G_INET_SOCKET_ADDRESS(address));
}

static gboolean
add_address(CldWebServer *self, const char *ip, guint port, GError **error)
{
    g_autoptr(GSocketAddress) address = g_inet_socket_address_new_from_string(ip, port);
    return soup_server_listen(self->soup, address, 0, error);
}

/**
 * cld_web_server_listen:
 * @self: a server that does not listen yet
 * @port: 0: any that is free
 * @error: return location, or %NULL
 *
 * Listens on 127.0.0.1, and on ::1 where this machine has it and the port is free there, too.
 *
 * Returns: %FALSE if the port cannot be had
 */
gboolean
cld_web_server_listen(CldWebServer *self, guint port, GError **error)
{
    if (!add_address(self, "127.0.0.1", port, error))
        return FALSE;
    port = find_port(self->soup);
    add_address(self, "::1", port, NULL);
    cld_web_guard_init(&self->guard, port);
    return TRUE;
}

static void
cld_web_server_dispose(GObject *object)
{
    CldWebServer *self = CLD_WEB_SERVER(object);
    if (self->soup != NULL)
        soup_server_disconnect(self->soup);
    g_clear_object(&self->soup);
    g_clear_pointer(&self->connections, cld_web_connections_free);
    cld_web_guard_clear(&self->guard);
    G_OBJECT_CLASS(cld_web_server_parent_class)->dispose(object);
}

static void
cld_web_server_class_init(CldWebServerClass *class)
{
    G_OBJECT_CLASS(class)->dispose = cld_web_server_dispose;
}

static void
cld_web_server_init(CldWebServer *self)
{
    /* No server-header: the version is nobody's business. raw-paths: nothing is decoded. */
    self->soup = soup_server_new("raw-paths", TRUE, NULL);
    self->connections = cld_web_connections_new();
    self->last_use_usec = g_get_monotonic_time();
    g_signal_connect_object(self->soup, "request-started", G_CALLBACK(on_started), self, 0);
    g_signal_connect_object(self->soup, "request-finished", G_CALLBACK(on_finished), self, 0);
    soup_server_add_handler(self->soup, NULL, on_request, self, NULL);
}

/**
 * cld_web_server_new:
 * @routes: (array length=n_routes): what it answers to; static
 * @n_routes: how many
 * @data: for the handlers; must outlive the server
 *
 * Returns: (transfer full): a server that does not listen yet
 */
CldWebServer *
cld_web_server_new(const CldWebRoute *routes, guint n_routes, gpointer data)
{
    CldWebServer *self = g_object_new(CLD_TYPE_WEB_SERVER, NULL);
    self->routes = routes;
    self->n_routes = n_routes;
    self->data = data;
    return self;
}

/* Returns: (transfer none): the guard, which has its secrets once the server listens */
CldWebGuard *
cld_web_server_get_guard(CldWebServer *self)
{
    return &self->guard;
}

/* Returns: when a request was last answered, in microseconds of g_get_monotonic_time() */
gint64
cld_web_server_get_last_use(CldWebServer *self)
{
    return self->last_use_usec;
}
