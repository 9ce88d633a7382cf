/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

/* The names the user gave to outlets: by a file or folder name ("herald" for herald.txt and for all
 * in herald/) or by a domain ("herald.example", which also covers www.herald.example). Filled once,
 * then read only: any thread. */
typedef struct CldOutletNames CldOutletNames;

CldOutletNames *cld_outlet_names_new(void);
void cld_outlet_names_free(CldOutletNames *self);
gboolean cld_outlet_names_add(CldOutletNames *self, const char *key, const char *name);
const char *cld_outlet_names_find_path(const CldOutletNames *self, const char *path);
const char *cld_outlet_names_find_url(const CldOutletNames *self, const char *url);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldOutletNames, cld_outlet_names_free)
