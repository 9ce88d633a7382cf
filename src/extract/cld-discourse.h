/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-cast.h"
#include "cld-phrase.h"

/* Whom an article has been speaking of so far, while it is read from top to bottom. */
typedef struct {
    const CldArticle *article; /* (unowned) */
    CldCast *cast;             /* (unowned) */
    double *salience;          /* (array): per figure, halved with every sentence */
} CldDiscourse;

CldDiscourse *cld_discourse_new(const CldArticle *article, CldCast *cast);
void cld_discourse_free(CldDiscourse *self);
void cld_discourse_read(CldDiscourse *self, CldPassage *passage, const CldSentence *sentence);
void cld_discourse_notice(CldDiscourse *self, gint figure, double weight);
gint cld_discourse_find_pronoun(CldDiscourse *self, const char *lower, gint except);
gint
cld_discourse_find_description(const CldDiscourse *self, const CldPassage *passage, CldRange core);
gint cld_discourse_get_person(const CldDiscourse *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldDiscourse, cld_discourse_free)
