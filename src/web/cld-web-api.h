/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-review.h"
#include "cld-web-server.h"

/* Called when a one-time address has been used: there is another one now. */
typedef void (*CldWebOpened)(gpointer data);

/* What the routes answer with: the findings, their decisions, and the files of the page. Belongs to
 * one thread. */
typedef struct CldWebApi CldWebApi;

CldWebApi *cld_web_api_new(CldReviews *reviews, const char *source);
void cld_web_api_free(CldWebApi *self);
void
cld_web_api_attach(CldWebApi *self, CldWebGuard *guard, CldWebOpened opened, gpointer opened_data);
const CldWebRoute *cld_web_api_list_routes(guint *n_routes);
