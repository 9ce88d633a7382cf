/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <gio/gio.h>

/* Open at one time; a browser opens six. */
#define CLD_WEB_MAX_CONNECTIONS 128u

/* The open connections of a server, so that nobody can use them all up or hold one for ever: a
 * connection that does not bring a whole request in time is cut, and when there are too many, the
 * oldest goes that never showed the cookie. Belongs to one thread. */
typedef struct CldWebConnections CldWebConnections;

CldWebConnections *cld_web_connections_new(void);
void cld_web_connections_free(CldWebConnections *self);
void cld_web_connections_note(CldWebConnections *self, GSocket *socket);
void cld_web_connections_trust(CldWebConnections *self, GSocket *socket);
void cld_web_connections_rest(CldWebConnections *self, GSocket *socket);
