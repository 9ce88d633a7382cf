/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* review-fill COLLECTION N: adds findings between the claims that findings of the collection rest
 * on, each pair under every type, until there are N more. They make no sense, but are whole and
 * valid. */
#include "cld-collection.h"
#include <stdlib.h>

static const CldType types[] = {CLD_TYPE_NUMBER,     CLD_TYPE_DATE,    CLD_TYPE_PLACE,
                                CLD_TYPE_NEGATION,   CLD_TYPE_STATUS,  CLD_TYPE_UPDATE_NUMBER,
                                CLD_TYPE_PARAPHRASE, CLD_TYPE_HEDGING, CLD_TYPE_SOURCING};

static CldFinding *
make_finding(guint i, CldType type, CldClaim *one, CldClaim *other)
{
    CldFinding *finding = cld_finding_new(type);
    CldClaim *const claims[] = {one, other};
    for (guint side = 0; side < 2; side++) {
        gsize start = claims[side]->clause.start;
        CldSide *added = cld_finding_add_side(finding, claims[side]);
        added->camp = side + 1;
        cld_side_add_highlight(added, (CldSpan){start, start + 1});
    }
    finding->relation = CLD_RELATION_BETWEEN_OUTLETS;
    finding->severity = (CldSeverity)(i % 3);
    finding->confidence = 0.5;
    finding->explanation = g_strdup("A pair made for measuring.");
    g_ptr_array_add(finding->basis, g_strdup("rule:none"));
    cld_finding_seal(finding);
    return finding;
}

/* Claims of all sides whose first letter is one byte, so that it can be marked. */
static GPtrArray *
list_claims(const CldReport *report)
{
    GPtrArray *claims = g_ptr_array_new();
    for (guint i = 0; i < report->findings->len; i++) {
        const CldFinding *finding = g_ptr_array_index(report->findings, i);
        for (guint k = 0; k < finding->sides->len; k++) {
            CldClaim *claim = ((CldSide *)finding->sides->pdata[k])->claim;
            const char *text = claim->text + (claim->clause.start - claim->sentence.start);
            if (g_ascii_isalpha(*text) && !g_ptr_array_find(claims, claim, NULL))
                g_ptr_array_add(claims, claim);
        }
    }
    return claims;
}

static void
fill(CldReport *report, guint n)
{
    g_autoptr(GPtrArray) claims = list_claims(report);
    guint made = 0;
    g_ptr_array_set_size(report->findings, 0);
    for (guint a = 0; a < claims->len && made < n; a++) {
        for (guint b = a + 1; b < claims->len && made < n; b++) {
            for (guint i = 0; i < G_N_ELEMENTS(types) && made < n; i++, made++)
                g_ptr_array_add(report->findings,
                                make_finding(made, types[i], claims->pdata[a], claims->pdata[b]));
        }
    }
}

static gboolean
run(const char *path, guint n, GError **error)
{
    g_autoptr(CldCollection) collection = cld_collection_open(path, error);
    g_autoptr(GPtrArray) rows =
        collection == NULL ? NULL : cld_collection_list_findings(collection, error);
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    g_autoptr(GArray) revisions = g_array_new(FALSE, FALSE, sizeof(gint64));
    for (guint i = 0; rows != NULL && i < rows->len; i++)
        g_ptr_array_add(ids, ((CldFindingRow *)rows->pdata[i])->id);
    g_ptr_array_add(ids, NULL);
    g_autoptr(CldReport) report =
        rows == NULL ? NULL
                     : cld_collection_load_report(collection, (const char *const *)ids->pdata,
                                                  revisions, error);
    if (report == NULL)
        return FALSE;
    fill(report, n);
    cld_collection_begin(collection, TRUE);
    cld_collection_put_findings(collection, report, revisions);
    return cld_collection_commit(collection, error);
}

int
main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    if (argc == 3 && run(argv[1], (guint)g_ascii_strtoull(argv[2], NULL, 10), &error))
        return 0;
    g_printerr("%s\n", error != NULL ? error->message : "usage: review-fill COLLECTION N");
    return 1;
}
