/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-claim.h"

static const char *const mode_tags[CLD_N_MODES] = {"narration", "direct", "indirect", "mixed"};
static const char *const polarity_tags[CLD_N_POLARITIES] = {"positive", "negative", "unknown"};
static const char *const modality_tags[CLD_N_MODALITIES] = {"asserted", "possible",    "obliged",
                                                            "intended", "conditional", "asked"};

/* Returns: (transfer none): "narration", "direct", "indirect" or "mixed" */
const char *
cld_mode_get_tag(CldMode mode)
{
    g_return_val_if_fail(mode >= 0 && mode < CLD_N_MODES, NULL);
    return mode_tags[mode];
}

/* Returns: (transfer none): "positive", "negative" or "unknown" */
const char *
cld_polarity_get_tag(CldPolarity polarity)
{
    g_return_val_if_fail(polarity >= 0 && polarity < CLD_N_POLARITIES, NULL);
    return polarity_tags[polarity];
}

/* Returns: (transfer none): "asserted", "possible", … */
const char *
cld_modality_get_tag(CldModality modality)
{
    g_return_val_if_fail(modality >= 0 && modality < CLD_N_MODALITIES, NULL);
    return modality_tags[modality];
}

/**
 * cld_claim_alloc:
 * @article: index of its article in the run
 * @number: index of the claim in its article, from 1
 *
 * An empty claim for the extraction stage to fill in; it must not change after it is handed on.
 *
 * Returns: (transfer full): the claim
 */
CldClaim *
cld_claim_alloc(guint article, guint number)
{
    CldClaim *self = g_atomic_rc_box_new0(CldClaim);
    self->article = article;
    self->number = number;
    self->chain = g_ptr_array_new_with_free_func(g_free);
    self->terms = g_array_new(FALSE, FALSE, sizeof(CldTerm));
    self->quantities = g_array_new(FALSE, FALSE, sizeof(CldQuantity));
    self->times = g_array_new(FALSE, FALSE, sizeof(CldTimeMention));
    self->entities = g_ptr_array_new();
    return self;
}

CldClaim *
cld_claim_ref(CldClaim *self)
{
    return g_atomic_rc_box_acquire(self);
}

static void
claim_clear(CldClaim *self)
{
    g_free(self->text);
    g_free(self->holder);
    g_free(self->cue);
    g_ptr_array_unref(self->chain);
    g_array_unref(self->terms);
    g_array_unref(self->quantities);
    g_array_unref(self->times);
    g_ptr_array_unref(self->entities);
}

void
cld_claim_unref(CldClaim *self)
{
    g_atomic_rc_box_release_full(self, (GDestroyNotify)claim_clear);
}

/* Returns: (transfer full): "a1:7" */
char *
cld_claim_dup_id(const CldClaim *self)
{
    return g_strdup_printf("a%u:%u", self->article + 1, self->number);
}

/* Returns: %TRUE if the two are claims of one sentence of one article */
gboolean
cld_claim_is_same_sentence(const CldClaim *self, const CldClaim *other)
{
    return self->article == other->article && self->sentence.start == other->sentence.start;
}
