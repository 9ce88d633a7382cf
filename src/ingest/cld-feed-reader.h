/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-draft.h"

#define CLD_FEED_ERROR (cld_feed_error_quark())
typedef enum {
    CLD_FEED_ERROR_DTD,        /* has a document type: entities could hide or multiply text */
    CLD_FEED_ERROR_SYNTAX,     /* not well-formed */
    CLD_FEED_ERROR_ROOT,       /* XML, but no feed */
    CLD_FEED_ERROR_ATTRIBUTES, /* more of them in one tag than is read */
} CldFeedError;
GQuark cld_feed_error_quark(void);

GPtrArray *cld_feed_read(const char *xml, const char *source, GError **error);
