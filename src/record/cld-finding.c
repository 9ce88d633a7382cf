/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-finding.h"
#include "cld-fingerprint.h"
#include <string.h>

/* The first two sides lead, and make the id. */
#define N_SIDES_OF_ID 2

static void
side_free(CldSide *self)
{
    cld_claim_unref(self->claim);
    g_array_unref(self->highlights);
    g_free(self);
}

static void
diff_step_free(CldDiffStep *self)
{
    g_free(self->text);
    g_free(self);
}

/**
 * cld_finding_new:
 * @type: what it is
 *
 * Returns: (transfer full): a finding without sides, with the severity of its type; fill it in,
 * then call cld_finding_seal()
 */
CldFinding *
cld_finding_new(CldType type)
{
    CldFinding *self = g_atomic_rc_box_new0(CldFinding);
    self->type = type;
    self->severity = cld_type_get_info(type)->severity;
    self->basis = g_ptr_array_new_with_free_func(g_free);
    self->sides = g_ptr_array_new_with_free_func((GDestroyNotify)side_free);
    self->also = g_ptr_array_new_with_free_func((GDestroyNotify)cld_claim_unref);
    self->missing_from = g_array_new(FALSE, FALSE, sizeof(guint));
    self->diff = g_ptr_array_new_with_free_func((GDestroyNotify)diff_step_free);
    return self;
}

CldFinding *
cld_finding_ref(CldFinding *self)
{
    return g_atomic_rc_box_acquire(self);
}

static void
finding_clear(CldFinding *self)
{
    g_free(self->id);
    g_free(self->explanation);
    g_free(self->subject);
    g_ptr_array_unref(self->basis);
    g_ptr_array_unref(self->sides);
    g_ptr_array_unref(self->also);
    g_array_unref(self->missing_from);
    g_ptr_array_unref(self->diff);
}

void
cld_finding_unref(CldFinding *self)
{
    g_atomic_rc_box_release_full(self, (GDestroyNotify)finding_clear);
}

/* Returns: (transfer none): the new side, which holds a reference to @claim */
CldSide *
cld_finding_add_side(CldFinding *self, CldClaim *claim)
{
    CldSide *side = g_new0(CldSide, 1);
    side->claim = cld_claim_ref(claim);
    side->highlights = g_array_new(FALSE, FALSE, sizeof(CldSpan));
    g_ptr_array_add(self->sides, side);
    return side;
}

/* Marks words of the side. @in_article counts in the article's text; what lies outside the claim's
 * sentence is left out. */
void
cld_side_add_highlight(CldSide *self, CldSpan in_article)
{
    CldSpan sentence = self->claim->sentence;
    CldSpan span = {MAX(in_article.start, sentence.start), MIN(in_article.end, sentence.end)};
    if (cld_span_is_empty(span))
        return;
    span.start -= sentence.start;
    span.end -= sentence.start;
    g_array_append_val(self->highlights, span);
}

/* Appends one step to the word diff; @text is copied. */
void
cld_finding_add_diff(CldFinding *self, char op, const char *text, gboolean is_marked)
{
    CldDiffStep *step = g_new0(CldDiffStep, 1);
    step->op = op;
    step->text = g_strdup(text);
    step->is_marked = is_marked;
    g_ptr_array_add(self->diff, step);
}

static gint
compare_spans(gconstpointer a, gconstpointer b)
{
    const CldSpan *x = a;
    const CldSpan *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return x->end < y->end ? -1 : x->end > y->end;
}

static void
merge_highlights(CldSide *self)
{
    GArray *spans = self->highlights;
    g_array_sort(spans, compare_spans);
    guint kept = 0;
    for (guint i = 0; i < spans->len; i++) {
        CldSpan span = g_array_index(spans, CldSpan, i);
        CldSpan *last = kept > 0 ? &g_array_index(spans, CldSpan, kept - 1) : NULL;
        if (last != NULL && span.start <= last->end)
            last->end = MAX(last->end, span.end);
        else
            g_array_index(spans, CldSpan, kept++) = span;
    }
    g_array_set_size(spans, kept);
}

static char *
dup_id(const CldFinding *self)
{
    const CldTypeInfo *info = cld_type_get_info(self->type);
    const char *texts[N_SIDES_OF_ID + 1] = {NULL};
    for (guint i = 0; i < MIN(self->sides->len, N_SIDES_OF_ID); i++) {
        const CldSide *side = g_ptr_array_index(self->sides, i);
        texts[i] = side->claim->text;
    }
    return cld_fingerprint_new(cld_kind_get_tag(info->kind), info->tag, texts);
}

/* Closes a finding: sorts and merges the highlights and computes the id. */
void
cld_finding_seal(CldFinding *self)
{
    for (guint i = 0; i < self->sides->len; i++)
        merge_highlights(g_ptr_array_index(self->sides, i));
    g_free(self->id);
    self->id = dup_id(self);
}

/* The order of every report: kind, severity, confidence to 2 digits, place in the input, id. */
gint
cld_finding_compare(const CldFinding *self, const CldFinding *other)
{
    CldKind a = cld_type_get_info(self->type)->kind;
    CldKind b = cld_type_get_info(other->type)->kind;
    if (a != b)
        return a < b ? -1 : 1;
    if (self->severity != other->severity)
        return self->severity > other->severity ? -1 : 1;
    int x = (int)(self->confidence * 100 + 0.5);
    int y = (int)(other->confidence * 100 + 0.5);
    if (x != y)
        return x > y ? -1 : 1;
    return strcmp(self->id, other->id);
}
