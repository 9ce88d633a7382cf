/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-decision-line.h"
#include "cld-decisions-text.h"
#include "fuzz.h"
#include <string.h>

/* A record that was read and is written anew reads the same. */
static void
check_entry(const CldDecisionEntry *entry)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *line = cld_decision_dup_line(entry->decision);
    g_assert_true(g_utf8_validate(line, -1, NULL));
    g_assert_null(strpbrk(line, "\n\r\033"));
    g_autoptr(CldDecision) again = cld_decision_parse_line(line, strlen(line), &error);
    g_assert_no_error(error);
    g_autofree char *twice = cld_decision_dup_line(again);
    g_assert_cmpstr(twice, ==, line);
}

/* Files of decisions come from other people: by import, and by a merge. Either all of it is read or
 * something is named; what is read is sorted and is written and read again as it is. */
int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length_bytes)
{
    g_autoptr(GPtrArray) problems = NULL;
    g_autoptr(GPtrArray) entries =
        cld_decisions_parse((const char *)bytes, length_bytes, &problems);
    g_assert_true((entries == NULL) == (problems->len > 0));
    if (entries == NULL)
        return 0;
    for (guint i = 0; i < entries->len; i++) {
        check_entry(g_ptr_array_index(entries, i));
        if (i > 0)
            g_assert_cmpstr(cld_decision_entry_get_fingerprint(entries->pdata[i - 1]), <,
                            cld_decision_entry_get_fingerprint(entries->pdata[i]));
    }
    gsize n_once = 0, n_twice = 0;
    g_autoptr(GPtrArray) more = NULL;
    g_autofree char *once = cld_decisions_print(entries, &n_once);
    g_autoptr(GPtrArray) again = cld_decisions_parse(once, n_once, &more);
    g_assert_cmpuint(more->len, ==, 0);
    g_autofree char *twice = cld_decisions_print(again, &n_twice);
    g_assert_cmpstr(twice, ==, once);
    return 0;
}
