/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/* One of the things an article is most about, as an index knows it. */
typedef struct {
    const char *key; /* interned: a stem, a concept or an entity key */
    double weight;   /* 0 to 1; the squares of an article's weights add up to 1 */
} CldIndexKey;
