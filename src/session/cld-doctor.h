/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-model-choice.h"

/* One thing that was looked at. */
typedef struct {
    const char *topic; /* static: "model" */
    const char *name;  /* static: "licence" */
    char *value;       /* (owned) */
    gboolean is_trouble;
} CldDoctorRow;

GPtrArray *cld_doctor_examine(const CldModelChoice *choice);
