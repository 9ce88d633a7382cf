/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-flagged.h"

/* Where a sentence stands, four numbers for a pair, the earlier one first. */
typedef struct {
    guint64 first;
    guint64 second;
} Code;

struct CldFlagged {
    GHashTable *codes; /* (owned) set of Code */
};

static guint
hash_code(gconstpointer data)
{
    const Code *code = data;
    return g_int64_hash(&code->first) * 31 + g_int64_hash(&code->second);
}

static gboolean
is_equal(gconstpointer a, gconstpointer b)
{
    const Code *x = a;
    const Code *y = b;
    return x->first == y->first && x->second == y->second;
}

static Code
code_of(const CldClaim *a, const CldClaim *b)
{
    guint64 x = ((guint64)a->article << 32) | (guint32)a->sentence.start;
    guint64 y = ((guint64)b->article << 32) | (guint32)b->sentence.start;
    return (Code){MIN(x, y), MAX(x, y)};
}

static gint
event_of(const CldReport *report, const CldFinding *finding)
{
    const CldSide *side = g_ptr_array_index(finding->sides, 0);
    return side->claim->article < report->event_of->len
               ? g_array_index(report->event_of, gint, side->claim->article)
               : -1;
}

/* Sides of one camp agree: of those nothing is said yet. */
static void
add_sides(CldFlagged *self, const CldSide *a, const CldSide *b)
{
    if (a->camp == 0 || a->camp != b->camp)
        cld_flagged_add(self, a->claim, b->claim);
}

/* Returns: (transfer full): the pairs of the contradictions, updates and wordings of @report, back
 * to the first of the event that was spoken of last: events are compared one after the other, and a
 * pair never leaves its event, so looking at all would cost the square of the number of events */
CldFlagged *
cld_flagged_new(const CldReport *report)
{
    CldFlagged *self = g_new0(CldFlagged, 1);
    self->codes = g_hash_table_new_full(hash_code, is_equal, g_free, NULL);
    guint n = report->findings->len;
    gint event = n > 0 ? event_of(report, g_ptr_array_index(report->findings, n - 1)) : -1;
    for (guint i = n; i > 0; i--) {
        const CldFinding *finding = g_ptr_array_index(report->findings, i - 1);
        if (event_of(report, finding) != event)
            break;
        if (cld_type_get_info(finding->type)->kind > CLD_KIND_WORDING || finding->sides->len < 2)
            continue;
        for (guint a = 0; a < finding->sides->len; a++)
            for (guint b = a + 1; b < finding->sides->len; b++)
                add_sides(self, g_ptr_array_index(finding->sides, a),
                          g_ptr_array_index(finding->sides, b));
    }
    return self;
}

/* Returns: %TRUE if the sentences of the two claims are a known pair, in either order */
gboolean
cld_flagged_has(const CldFlagged *self, const CldClaim *a, const CldClaim *b)
{
    Code code = code_of(a, b);
    return g_hash_table_contains(self->codes, &code);
}

/* Returns: %FALSE if the pair was known already */
gboolean
cld_flagged_add(CldFlagged *self, const CldClaim *a, const CldClaim *b)
{
    Code code = code_of(a, b);
    return g_hash_table_add(self->codes, g_memdup2(&code, sizeof code));
}

void
cld_flagged_free(CldFlagged *self)
{
    g_hash_table_unref(self->codes);
    g_free(self);
}
