/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "pair-votes.h"
#include "cld-ask.h"
#include "cld-detect.h"

static const char *
printed(const char *text)
{
    return text == NULL ? "-" : text;
}

static void
print_claim(const CldClaim *claim)
{
    g_autofree char *id = cld_claim_dup_id(claim);
    g_print("#   %s %s/%s/%s holder=%s cue=%s%s%s%s\n", id, cld_mode_get_tag(claim->mode),
            cld_polarity_get_tag(claim->polarity), cld_modality_get_tag(claim->modality),
            printed(claim->holder), printed(claim->cue), claim->is_hedged ? " hedged" : "",
            claim->is_reported_past ? " past" : "", claim->is_reported_now ? " now" : "");
    for (guint i = 0; i < claim->terms->len; i++) {
        const CldTerm *term = &g_array_index(claim->terms, CldTerm, i);
        g_print("#       term %s%s%s role=%d%s%s\n", term->stem, term->concept == NULL ? "" : " ",
                term->concept == NULL ? "" : term->concept, (int)term->role,
                term->is_negated ? " negated" : "", term->is_verb ? " verb" : "");
    }
    for (guint i = 0; i < claim->quantities->len; i++) {
        const CldQuantity *q = &g_array_index(claim->quantities, CldQuantity, i);
        g_print("#       quantity %g..%g %s %s bound=%d%s\n", q->value, q->max, printed(q->unit),
                printed(q->noun), (int)q->bound, q->is_ordinal ? " ordinal" : "");
    }
    for (guint i = 0; i < claim->times->len; i++) {
        const CldTimeMention *t = &g_array_index(claim->times, CldTimeMention, i);
        g_autofree char *from = cld_when_dup_from(t->when);
        g_autofree char *to = cld_when_dup_to(t->when);
        g_print("#       time %c %s..%s minute=%d\n", t->relation, printed(from), printed(to),
                t->clock_minute);
    }
}

static void
print_pair(const CldPair *pair)
{
    guint n_detectors = 0;
    const CldDetector *detectors = cld_detect_list(&n_detectors);
    g_autofree char *a = cld_claim_dup_id(pair->a->claim);
    g_autofree char *b = cld_claim_dup_id(pair->b->claim);
    g_print("#   pair %s %s aligned=%.2f\n", a, b, pair->aligned);
    for (guint i = 0; i < n_detectors; i++) {
        CldVote vote = {.type = detectors[i].type};
        if (detectors[i].detect(pair, &vote))
            g_print("#       %s: %.2f%s: %s%s\n", detectors[i].name, vote.strength,
                    vote.is_mutable ? " mutable" : "", printed(vote.reason),
                    pair->aligned < detectors[i].min_aligned ? " (not aligned enough)" : "");
        cld_vote_clear(&vote);
    }
}

static void
print_finding(const CldFinding *finding)
{
    const CldTypeInfo *info = cld_type_get_info(finding->type);
    g_print("#   => %s/%s %.2f %s\n", cld_kind_get_tag(info->kind), info->tag, finding->confidence,
            printed(finding->explanation));
    for (guint i = 0; i < finding->basis->len; i++)
        g_print("#       %s\n", (const char *)g_ptr_array_index(finding->basis, i));
}

/* Prints, as TAP comments, what was read out of each statement, what each detector said of each
 * pair and what became of it: for whoever wonders why a row fails. */
void
pair_votes_print(const CldReport *report)
{
    for (guint i = 0; i < report->claims->len; i++)
        print_claim(g_ptr_array_index(report->claims, i));
    for (guint e = 0; e < report->events->len; e++) {
        g_autoptr(CldStory) story = cld_story_new(report, (gint)e);
        g_autoptr(GPtrArray) pairs = cld_ask_pairs(story, NULL, NULL);
        for (guint i = 0; i < pairs->len; i++)
            print_pair(g_ptr_array_index(pairs, i));
    }
    for (guint i = 0; i < report->findings->len; i++)
        print_finding(g_ptr_array_index(report->findings, i));
}
