/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-web-guard.h"
#include <gio/gio.h>
#include <string.h>
#include <sys/random.h>

/* Who may talk to the server, decided from the head of a request alone, before a byte of its body
 * is read. Whoever can reach the port is a stranger: other users of the machine, and any page that
 * is open in the reviewer's browser. The checks are those of Jupyter Server (base/handlers.py),
 * made stricter where only our own page has to pass:
 *
 *   Host      exactly one, a loopback name with our port: a name that was pointed at 127.0.0.1
 * later (DNS rebinding) is another origin to the browser but not to the network. libsoup 3.2 gives
 * the last of several, so all are counted. Origin,   ours or none. “same-site” is not enough:
 * cookies and sites do not know ports, so a page Sec-Fetch of any other server on this machine is
 * of the same site. cookie    on everything but the one-time address. token     on everything that
 * changes something; it is never in a page, a log or an argument. */

#define FORBIDDEN    403
#define UNAUTHORIZED 401

/* Compares in a time that depends on the length of the secret only. */
static gboolean
is_same_secret(const char *secret, const char *given)
{
    gsize length = strlen(secret), n_given = given == NULL ? 0 : strlen(given);
    guint difference = (guint)(length ^ n_given) != 0;
    for (gsize i = 0; i < length; i++)
        difference |= (guchar)secret[i] ^ (guchar)(i < n_given ? given[i] : 0);
    return difference == 0;
}

/* 256 bits from the kernel. There is nothing sensible to do without them. */
static char *
dup_secret(void)
{
    guint8 bytes[CLD_WEB_SECRET_BYTES];
    gsize filled = 0;
    while (filled < sizeof(bytes)) {
        gssize n = getrandom(bytes + filled, sizeof(bytes) - filled, 0);
        if (n > 0)
            filled += (gsize)n;
    }
    char *text = g_malloc(2 * sizeof(bytes) + 1);
    for (gsize i = 0; i < sizeof(bytes); i++)
        g_snprintf(text + 2 * i, 3, "%02x", bytes[i]);
    return text;
}

/* Fills @self with fresh secrets for a server at @port. */
void
cld_web_guard_init(CldWebGuard *self, guint port)
{
    self->port = port;
    self->cookie_name = g_strdup_printf("claimdiff-%u", port);
    self->session = dup_secret();
    self->token = dup_secret();
    self->key = dup_secret();
}

/* Frees the secrets; without them nothing passes. */
void
cld_web_guard_clear(CldWebGuard *self)
{
    g_clear_pointer(&self->cookie_name, g_free);
    g_clear_pointer(&self->session, g_free);
    g_clear_pointer(&self->token, g_free);
    g_clear_pointer(&self->key, g_free);
}

/* Returns: %TRUE if @key is that of the one-time address, which from then on has another */
gboolean
cld_web_guard_take_key(CldWebGuard *self, const char *key)
{
    if (!is_same_secret(self->key, key))
        return FALSE;
    g_free(self->key);
    self->key = dup_secret();
    return TRUE;
}

/* Returns: %TRUE if @authority is one of the three names of this server */
static gboolean
is_own_authority(const CldWebGuard *self, const char *authority)
{
    static const char *const names[] = {"127.0.0.1", "[::1]", "localhost"};
    for (gsize i = 0; authority != NULL && i < G_N_ELEMENTS(names); i++) {
        g_autofree char *own = g_strdup_printf("%s:%u", names[i], self->port);
        if (g_str_equal(own, authority))
            return TRUE;
    }
    return FALSE;
}

/* The first line may name a host, too, and HTTP lets that one win. */
static gboolean
is_own_target(const char *target)
{
    static const char *const own[] = {"127.0.0.1", "::1", "localhost", NULL};
    return target != NULL && g_strv_contains(own, target);
}

/* The page's origin is the host that the request names, not just any name of the server. */
static gboolean
is_own_origin(const CldWebFacts *facts)
{
    if (facts->origin.n == 0)
        return TRUE;
    return facts->origin.n == 1 && g_str_has_prefix(facts->origin.value, "http://") &&
           g_str_equal(facts->origin.value + strlen("http://"), facts->host.value);
}

/* A page may be come to from elsewhere (the terminal, a bookmark), what it fetches may not. */
static gboolean
is_own_fetch(const CldWebFacts *facts, const CldWebRoute *route)
{
    if (facts->fetch_site.n == 0)
        return TRUE;
    if (facts->fetch_site.n > 1)
        return FALSE;
    return (route != NULL && route->is_page) || g_str_equal(facts->fetch_site.value, "none") ||
           g_str_equal(facts->fetch_site.value, "same-origin");
}

static gboolean
has_cookie(const CldWebGuard *self, const CldWebFacts *facts)
{
    gsize name_length = strlen(self->cookie_name);
    gboolean is_found = FALSE;
    if (facts->cookie.n != 1)
        return FALSE;
    g_auto(GStrv) parts = g_strsplit(facts->cookie.value, ";", 0);
    for (guint i = 0; parts[i] != NULL; i++) {
        const char *part = g_strstrip(parts[i]);
        if (strncmp(part, self->cookie_name, name_length) == 0 && part[name_length] == '=')
            is_found |= is_same_secret(self->session, part + name_length + 1);
    }
    return is_found;
}

/* Returns: 0, or what is wrong with the announced body. A body whose length is not told beforehand
 * is not taken: that also leaves nothing to disagree about between two lengths. */
static guint
judge_body(const CldWebFacts *facts)
{
    guint64 length = 0;
    if (facts->encoding.n > 0)
        return 411;
    if (facts->length.n == 0)
        return 0;
    if (facts->length.n > 1 ||
        !g_ascii_string_to_unsigned(facts->length.value, 10, 0, G_MAXUINT64, &length, NULL))
        return 400;
    return length > CLD_WEB_MAX_BODY_BYTES ? 413 : 0;
}

static const CldWebRoute *
find_route(const CldWebRoute *routes, guint n_routes, const char *path)
{
    for (guint i = 0; path != NULL && i < n_routes; i++) {
        if (g_str_equal(routes[i].path, path))
            return &routes[i];
    }
    return NULL;
}

/* A form can be posted from any page but cannot send this type without being asked for it first. */
static guint
judge_post(const CldWebGuard *self, const CldWebFacts *facts)
{
    if (facts->token.n != 1)
        return FORBIDDEN;
    if (!is_same_secret(self->token, facts->token.value))
        return UNAUTHORIZED;
    if (facts->type.n != 1 || !g_str_equal(facts->type.value, "application/json"))
        return 415;
    return facts->length.n == 1 ? 0 : 411;
}

/**
 * cld_web_guard_judge:
 * @self: the guard
 * @facts: the head of a request
 * @routes: (array length=n_routes): what the server answers to
 * @n_routes: how many
 * @route: (out) (nullable): the route, when the request may go on
 *
 * Judges where the request comes from first, so that a stranger does not learn which paths there
 * are. The rules are OWASP's for cross-site request forgery, and those of the comment above.
 *
 * Returns: 0 if the request may go on, else the HTTP status of the refusal
 */
guint
cld_web_guard_judge(const CldWebGuard *self,
                    const CldWebFacts *facts,
                    const CldWebRoute *routes,
                    guint n_routes,
                    const CldWebRoute **route)
{
    const CldWebRoute *found = find_route(routes, n_routes, facts->path);
    guint body = judge_body(facts);
    *route = NULL;
    if (facts->host.n != 1 || !is_own_authority(self, facts->host.value) ||
        !is_own_target(facts->target))
        return FORBIDDEN;
    if (!is_own_origin(facts) || !is_own_fetch(facts, found))
        return FORBIDDEN;
    if (body != 0)
        return body;
    if ((found == NULL || !found->is_open) && !has_cookie(self, facts))
        return UNAUTHORIZED;
    if (found == NULL)
        return 404;
    if (!g_str_equal(facts->method, found->method == CLD_WEB_POST ? "POST" : "GET"))
        return 405;
    guint post = found->method == CLD_WEB_POST ? judge_post(self, facts) : 0;
    if (post == 0)
        *route = found;
    return post;
}
