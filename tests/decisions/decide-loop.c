/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-decisions.h"
#include "cld-fingerprint.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* decide-loop FILE COUNT FINDINGS NAME: decides COUNT times on one of FINDINGS findings, and prints
 * "ack FINGERPRINT NUMBER" when the program says that a decision is on the disk. The number is in
 * the record's reason, so that whoever looks afterwards knows which decision he sees. Every seventh
 * takes two decisions at once. */

static CldDecision *
make_decision(const char *name, guint finding, guint number)
{
    g_autofree char *passage = g_strdup_printf("The bridge at %s %u is open.", name, finding);
    const char *const texts[] = {passage, "The bridge is closed.", NULL};
    g_autofree char *id = cld_fingerprint_new("contradiction", "status", texts);
    g_autofree char *reason = g_strdup_printf("n=%u", number);
    g_autoptr(CldTarget) target = cld_target_new(id, "contradiction", "status");
    cld_target_add_side(target, texts[0], "Monday. ", " Later on", "Quay", NULL);
    cld_target_add_side(target, texts[1], "", "", NULL, NULL);
    return cld_decision_new(target, 1 + number % 4, reason, name, "2031-06-04T10:00:00Z", NULL,
                            NULL);
}

static void
acknowledge(const CldDecision *decision)
{
    char line[128];
    int n = g_snprintf(line, sizeof(line), "ack %s %s\n", decision->target->fingerprint,
                       decision->reason + strlen("n="));
    if (write(STDOUT_FILENO, line, (gsize)n) != n)
        _exit(3);
}

static gboolean
decide(CldDecisions *decisions, const char *name, guint n_findings, guint number)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) batch = g_ptr_array_new_with_free_func((GDestroyNotify)cld_decision_unref);
    g_ptr_array_add(batch, make_decision(name, number % n_findings, number));
    if (number % 7 == 0)
        g_ptr_array_add(batch, make_decision(name, (number + 1) % n_findings, number));
    if (!cld_decisions_decide(decisions, batch, &error)) {
        g_printerr("%s\n", error->message);
        return FALSE;
    }
    for (guint i = 0; i < batch->len; i++)
        acknowledge(g_ptr_array_index(batch, i));
    return TRUE;
}

int
main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    if (argc != 5)
        return 2;
    g_autoptr(CldDecisions) decisions = cld_decisions_open(argv[1], NULL, &error);
    if (decisions == NULL) {
        g_printerr("%s\n", error->message);
        return 1;
    }
    guint n = (guint)g_ascii_strtoull(argv[2], NULL, 10);
    guint n_findings = MAX(2, (guint)g_ascii_strtoull(argv[3], NULL, 10));
    for (guint i = 1; i <= n; i++) {
        if (!decide(decisions, argv[4], n_findings, i))
            return 1;
    }
    return 0;
}
