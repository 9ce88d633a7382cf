/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-finding.h"
#include <string.h>

/* Hex digits of the SHA-256 kept as the fingerprint: 64 bits, ample for one collection. */
#define ID_DIGITS 16

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

/* Letters and digits only, case folded: punctuation and line breaks do not make a new finding. */
static char *
normalise(const char *text)
{
    g_autofree char *composed = g_utf8_normalize(text, -1, G_NORMALIZE_ALL_COMPOSE);
    g_autofree char *folded = g_utf8_casefold(composed == NULL ? text : composed, -1);
    GString *out = g_string_new(NULL);
    for (const char *p = folded; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isalnum(c))
            g_string_append_unichar(out, c);
    }
    return g_string_free(out, FALSE);
}

static gint
compare_texts(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static char *
fingerprint(const CldFinding *self)
{
    const CldTypeInfo *info = cld_type_get_info(self->type);
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < MIN(self->sides->len, 2); i++) {
        const CldSide *side = g_ptr_array_index(self->sides, i);
        g_ptr_array_add(texts, normalise(side->claim->text));
    }
    g_ptr_array_sort(texts, compare_texts); /* the same from either side */
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(sum, (const guchar *)cld_kind_get_tag(info->kind), -1);
    g_checksum_update(sum, (const guchar *)"\n", 1);
    g_checksum_update(sum, (const guchar *)info->tag, -1);
    for (guint i = 0; i < texts->len; i++) {
        g_checksum_update(sum, (const guchar *)"\n", 1);
        g_checksum_update(sum, g_ptr_array_index(texts, i), -1);
    }
    return g_strndup(g_checksum_get_string(sum), ID_DIGITS);
}

/* Closes a finding: sorts and merges the highlights and computes the id. */
void
cld_finding_seal(CldFinding *self)
{
    for (guint i = 0; i < self->sides->len; i++)
        merge_highlights(g_ptr_array_index(self->sides, i));
    g_free(self->id);
    self->id = fingerprint(self);
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
