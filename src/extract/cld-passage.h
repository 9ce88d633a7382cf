/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-article.h"
#include "cld-dates.h"
#include "cld-names.h"
#include "cld-quantities.h"
#include "cld-quotations.h"
#include "cld-word.h"

/* Tokens from first up to, but without, end; in their passage. */
typedef struct {
    guint first;
    guint end;
} CldRange;

typedef struct {
    CldSpan span; /* in the article's text */
    CldRange tokens;
} CldSentence;

/* A paragraph or headline of an article with everything that the text layer sees in it. */
typedef struct {
    const CldBlock *block; /* (unowned) */
    guint index;           /* of the block */
    CldTokens *tokens;
    guint n_tokens;
    CldTag *tags;       /* (array length=n_tokens) */
    gint *name_at;      /* (array length=n_tokens): index into names, -1: none */
    gint *quotation_at; /* (array length=n_tokens): index of the outermost quotation that is more
                           than a term in marks, -1: outside */
    gint *figure_at;    /* (array length=n_tokens): index of the figure of the cast that a name,
                           pronoun or description stands for, -1: none */
    GArray *names;      /* (element-type CldNameMention) */
    GArray *dates;      /* (element-type CldDateMention) */
    GArray *quantities; /* (element-type CldQuantity) */
    GArray *sentences;  /* (element-type CldSentence) */
} CldPassage;

CldPassage *cld_passage_new(const CldArticle *article, guint block, const GArray *quotations);
void cld_passage_free(CldPassage *self);
const CldToken *cld_passage_token(const CldPassage *self, guint index);
CldSpan cld_passage_span(const CldPassage *self, CldRange range);
char *cld_passage_dup_text(const CldPassage *self, const char *text, CldRange range);
CldRange cld_passage_range_of(const CldPassage *self, CldSpan span);
gboolean cld_passage_is(const CldPassage *self, guint index, const char *lower);
gboolean cld_range_is_empty(CldRange self);
gboolean cld_range_has(CldRange self, guint index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldPassage, cld_passage_free)
