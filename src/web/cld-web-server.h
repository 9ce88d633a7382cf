/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-web-guard.h"
#include <gio/gio.h>

#define CLD_TYPE_WEB_SERVER (cld_web_server_get_type())

/* A server on the loopback addresses of this machine, for one reviewer. It answers what its table
 * of routes names, to whoever has the secrets of its guard, and nothing else to nobody else. Runs
 * in the main context of the thread that made it. */
G_DECLARE_FINAL_TYPE(CldWebServer, cld_web_server, CLD, WEB_SERVER, GObject)

CldWebServer *cld_web_server_new(const CldWebRoute *routes, guint n_routes, gpointer data);
gboolean cld_web_server_listen(CldWebServer *self, guint port, GError **error);
CldWebGuard *cld_web_server_get_guard(CldWebServer *self);
gint64 cld_web_server_get_last_use(CldWebServer *self);
