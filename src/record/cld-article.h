/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-span.h"
#include "cld-when.h"

/* How an input ended. Nothing ends in another way, and every report shows it. */
typedef enum {
    CLD_OUTCOME_ACCEPTED,
    CLD_OUTCOME_WARNED,  /* read, with something the reader should know */
    CLD_OUTCOME_REFUSED, /* not read at all */
    CLD_OUTCOME_LIMITED, /* read up to a limit, or not at all because of one */
    CLD_N_OUTCOMES,
} CldOutcome;

const char *cld_outcome_get_tag(CldOutcome outcome);

/* What happened to one input file (or one item of a feed or JSON-lines file). Immutable. */
typedef struct {
    char *source; /* (owned): path or URL as given; items of a container add "#N" */
    CldOutcome outcome;
    char *code;          /* (owned) (nullable): "encoding", "dtd", "depth", "size", "no-text" … */
    char *message;       /* (owned) (nullable): a sentence for the user */
    gssize offset_bytes; /* where in the input; -1: not at one place */
} CldInput;

CldInput *cld_input_new(const char *source,
                        CldOutcome outcome,
                        const char *code,
                        const char *message,
                        gssize offset_bytes);
CldInput *cld_input_ref(CldInput *self);
void cld_input_unref(CldInput *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldInput, cld_input_unref)

/* Which part of an article a piece of text stands in. */
typedef enum {
    CLD_PART_HEADLINE,
    CLD_PART_LEAD, /* first paragraph */
    CLD_PART_BODY,
    CLD_PART_CAPTION,    /* read only to be shown: never makes claims */
    CLD_PART_BACKGROUND, /* under "Background:", "Context" and the like */
    CLD_N_PARTS,
} CldPart;

const char *cld_part_get_tag(CldPart part);

/* A headline or paragraph of an article's text. */
typedef struct {
    CldSpan span; /* in CldArticle.text; without the label */
    CldPart part;
    guint line; /* line of the source, from 1; 0: the source has no lines */
    const char
        *label; /* (nullable) interned: "Quote from Karras", "Details", as printed, no colon */
} CldBlock;

/* Text of the source that is not the article's. */
typedef struct {
    char *text; /* (owned) */
    const char
        *reason; /* static: "menu", "related-link", "author-bio", "caption", "comment-form" … */
    guint line;  /* 0: none */
} CldDropped;

/* One article as it was read. Built by ingest through a CldArticleDraft-like literal and then never
 * changed, so any thread may read or hold it. text is valid UTF-8 without control characters other
 * than \n, blocks are separated by "\n\n" and are in order; the headline, when there is one, is the
 * first block. Where a fact came from is told by the *_from fields: "metadata", "text", "folder",
 * "option" or NULL when the fact is missing. All strings owned unless said otherwise. */
typedef struct {
    char *source;
    char *format;            /* "text", "html", "rss", "atom", "ninjs", "schema.org" … */
    char *outlet;            /* (nullable) */
    const char *outlet_from; /* (nullable) static */
    char *title;             /* (nullable) */
    GPtrArray *authors;      /* (element-type utf8), may be empty */
    CldWhen published;
    const char *published_from; /* (nullable) static */
    guint month_day; /* 100 * month + day, when the day is printed without its year; else 0 */
    char *language;  /* (nullable): BCP 47 primary tag */
    const char *language_from; /* (nullable) static */
    char *url;                 /* (nullable) */
    char *text;
    gsize text_bytes;
    GArray *blocks;      /* (element-type CldBlock) */
    GPtrArray *dropped;  /* (element-type CldDropped) */
    GPtrArray *warnings; /* (element-type utf8): sentences for the user */
} CldArticle;

CldArticle *cld_article_alloc(const char *source, const char *format);
CldArticle *cld_article_ref(CldArticle *self);
void cld_article_unref(CldArticle *self);
void cld_article_add_dropped(CldArticle *self, const char *text, const char *reason, guint line);
guint cld_article_line_at(const CldArticle *self, gsize offset_bytes);
const CldBlock *cld_article_block_at(const CldArticle *self, gsize offset_bytes);
char *cld_article_dup_text_hash(const CldArticle *self);
gboolean cld_article_check(const CldArticle *self, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldArticle, cld_article_unref)
