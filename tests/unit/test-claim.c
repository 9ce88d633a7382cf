/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-claim.h"

static void
test_fresh(void)
{
    g_autoptr(CldClaim) claim = cld_claim_alloc(0, 7);
    g_autofree char *id = cld_claim_dup_id(claim);
    g_assert_cmpstr(id, ==,
                    "a1:7"); /* articles count from 0 inside, from 1 where people see them */
    g_assert_null(claim->holder);
    g_assert_true(cld_span_is_empty(claim->quote));
    g_assert_cmpuint(claim->terms->len + claim->quantities->len + claim->times->len, ==, 0);
    g_assert_cmpuint(claim->chain->len + claim->entities->len, ==, 0);
    g_assert_cmpint(claim->mode, ==, CLD_MODE_NARRATION);
    g_assert_cmpint(claim->polarity, ==, CLD_POLARITY_POSITIVE);
    g_assert_cmpint(claim->modality, ==, CLD_MODALITY_ASSERTED);
}

/* What the claim owns goes with its last holder (the sanitizer build is the judge of that). */
static void
test_holders(void)
{
    CldClaim *claim = cld_claim_alloc(3, 12);
    CldQuantity quantity = {.value = 14, .max = 14, .unit = "people"};
    claim->text = g_strdup("Fourteen people were hurt.");
    claim->holder = g_strdup("Mara Quill");
    claim->cue = g_strdup("said");
    g_ptr_array_add(claim->chain, g_strdup("Harbour Wire"));
    g_array_append_val(claim->quantities, quantity);
    CldClaim *second = cld_claim_ref(claim);
    g_assert_true(second == claim);
    cld_claim_unref(claim);
    g_autofree char *id = cld_claim_dup_id(second);
    g_assert_cmpstr(id, ==, "a4:12");
    g_assert_cmpstr(second->holder, ==, "Mara Quill");
    cld_claim_unref(second);
}

static void
test_tags(void)
{
    static const char *const modes[] = {"narration", "direct", "indirect", "mixed"};
    static const char *const polarities[] = {"positive", "negative", "unknown"};
    static const char *const modalities[] = {"asserted", "possible",    "obliged",
                                             "intended", "conditional", "asked"};
    for (int i = 0; i < CLD_N_MODES; i++)
        g_assert_cmpstr(cld_mode_get_tag((CldMode)i), ==, modes[i]);
    for (int i = 0; i < CLD_N_POLARITIES; i++)
        g_assert_cmpstr(cld_polarity_get_tag((CldPolarity)i), ==, polarities[i]);
    for (int i = 0; i < CLD_N_MODALITIES; i++)
        g_assert_cmpstr(cld_modality_get_tag((CldModality)i), ==, modalities[i]);
}

static void
test_same_sentence(void)
{
    static const struct {
        guint article;
        gsize start;
        gboolean is_same;
    } rows[] = {{1, 40, TRUE}, {1, 41, FALSE}, {2, 40, FALSE}};
    g_autoptr(CldClaim) one = cld_claim_alloc(1, 1);
    one->sentence = (CldSpan){40, 90};
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(CldClaim) other = cld_claim_alloc(rows[i].article, 2);
        other->sentence = (CldSpan){rows[i].start, 90};
        g_assert_cmpint(cld_claim_is_same_sentence(one, other), ==, rows[i].is_same);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/claim/fresh", test_fresh);
    g_test_add_func("/claim/holders", test_holders);
    g_test_add_func("/claim/tags", test_tags);
    g_test_add_func("/claim/same-sentence", test_same_sentence);
    return g_test_run();
}
