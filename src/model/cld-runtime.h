/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

/* The library that runs models. Loaded once a process, when the first model is opened, and never
 * unloaded: its threads may outlive any model. */
typedef struct CldRuntime CldRuntime;

const CldRuntime *cld_runtime_load(const char *only, const char *const *places, GError **error);
const char *cld_runtime_get_version(const CldRuntime *self);
const char *cld_runtime_get_path(const CldRuntime *self);
