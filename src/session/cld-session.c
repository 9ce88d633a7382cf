/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-session.h"
CldReport *
cld_session_compare(const char *const *paths, const CldSessionOptions *options, GError **error)
{
    return cld_report_new();
}
CldReport *
cld_session_read(const char *const *paths, const CldSessionOptions *options, GError **error)
{
    return cld_report_new();
}
