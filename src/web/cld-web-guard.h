/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-json-reader.h"

/* Longest body of a request; a decision with its note is under 4 KiB. */
#define CLD_WEB_MAX_BODY_BYTES (64 * 1024)

/* Bytes of a secret, before they are written as hexadecimal digits. */
#define CLD_WEB_SECRET_BYTES 32

typedef enum {
    CLD_WEB_GET,
    CLD_WEB_POST,
} CldWebMethod;

/* A request that the guard let through. Borrowed. */
typedef struct {
    GHashTable *query; /* names to values, decoded, each name once */
    JsonObject *body;  /* (nullable): POST only, never %NULL there */
} CldWebCall;

/* What is sent back. Left as it is initialised, it is an empty 200. */
typedef struct {
    guint status;     /* HTTP; 0: 200 */
    const char *type; /* static: the content type */
    GBytes *body;     /* (owned) (nullable) */
    const char *head; /* (nullable) borrowed: value of a Set-Cookie header */
} CldWebAnswer;

typedef void (*CldWebHandle)(gpointer data, const CldWebCall *call, CldWebAnswer *answer);

/* What a path answers to. A path is compared byte for byte, never by its beginning; libsoup has by
 * then resolved dots and escapes of plain letters (RFC 3986, 6.2.2), and decoded nothing else. */
typedef struct {
    const char *path;
    CldWebMethod method;
    gboolean is_open; /* answers without the cookie: only the one-time address */
    gboolean is_page; /* a browser may come here from its address line or a link */
    CldWebHandle handle;
} CldWebRoute;

/* What a header says that may be there once at most. */
typedef struct {
    guint n;           /* how many times it stands in the request */
    const char *value; /* (nullable) borrowed: the first */
} CldWebHeader;

/* What the guard needs to know of a request. All strings borrowed, as they were sent. */
typedef struct {
    const char *method;
    const char *path;
    const char *target; /* (nullable): the host that the first line names, by itself or by Host */
    CldWebHeader host, origin, fetch_site, cookie, token, type, length, encoding;
} CldWebFacts;

/* The secrets of one run and the address it is reached by. */
typedef struct {
    guint port;
    char *cookie_name; /* (owned): cookies do not know ports, so the port is in the name */
    char *session;     /* (owned): value of the cookie */
    char *token;       /* (owned): what a page sends with everything that changes something */
    char *key;         /* (owned): what the one-time address carries; a new one after each use */
} CldWebGuard;

void cld_web_guard_init(CldWebGuard *self, guint port);
void cld_web_guard_clear(CldWebGuard *self);
gboolean cld_web_guard_take_key(CldWebGuard *self, const char *key);
guint cld_web_guard_judge(const CldWebGuard *self,
                          const CldWebFacts *facts,
                          const CldWebRoute *routes,
                          guint n_routes,
                          const CldWebRoute **route);
