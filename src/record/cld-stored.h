/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/* What became of an article that was put into a collection. */
typedef enum {
    CLD_STORED_ADDED,
    CLD_STORED_REVISED,   /* known, but its text is another now: a new revision */
    CLD_STORED_REFRESHED, /* the same text, with another outlet, title, date … */
    CLD_STORED_UNCHANGED,
    CLD_N_STORED,
} CldStored;

const char *cld_stored_get_tag(CldStored stored);
