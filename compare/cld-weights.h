/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

double cld_weights_get(const char *group, const char *name);
double cld_weights_sum(const char *group, const double *features);
double cld_weights_score(const char *group, const double *features);
double cld_weights_logistic(double z);
double
cld_weights_weigh(const char *group, const char *const *names, const double *values, guint n);
