/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-article.h"
#include "cld-clean.h"
#include "cld-ingest.h"

typedef enum {
    CLD_PIECE_PARAGRAPH,
    CLD_PIECE_HEADING,
    CLD_PIECE_ITEM, /* of a list */
    CLD_PIECE_CAPTION,
} CldPieceKind;

/* A line or paragraph of an input, before it is known what it is. */
typedef struct {
    char *text;   /* (owned): as cld_clean_line() leaves it, never empty */
    char *folded; /* (owned): as cld_clean_fold() leaves it */
    guint line;   /* of the source, from 1; 0: the source has no lines */
    CldPieceKind kind;
    gboolean is_link;   /* nearly all of it stands in links */
    gboolean after_gap; /* an empty line stands before it */
    const char *reason; /* (nullable) static: why it is not the article's; NULL: it is */
    const char *label;  /* (nullable) interned: "Details" */
    gsize label_bytes;  /* of text, taken up by the label */
    CldPart part;       /* set by cld_parts_mark() */
    gboolean has_part;  /* part is already known */
} CldPiece;

/* An article being read. Belongs to one reader on one thread until cld_draft_finish(). */
typedef struct {
    char *source;
    const char *format; /* static */
    char *outlet;       /* (owned) (nullable) */
    const char *outlet_from;
    char *imprint;    /* (owned) (nullable): whose page it is, as its logo or last line says */
    char *title;      /* (owned) (nullable) */
    guint title_line; /* of the source, 0: none */
    GPtrArray *authors;
    CldWhen published;
    const char *published_from;
    guint month_day; /* 100 * month + day, printed without a year; 0: none */
    char *language;  /* (owned) (nullable) */
    const char *language_from;
    char *url;           /* (owned) (nullable) */
    GPtrArray *pieces;   /* (element-type CldPiece) */
    GPtrArray *warnings; /* (element-type utf8) */
    CldCleanNotes notes;
    gboolean is_flat;    /* plain text: nothing but lines says what is what */
    gboolean is_limited; /* cut at a limit */
    const char *code;    /* (nullable) static: of the first warning */
} CldDraft;

CldDraft *cld_draft_new(const char *source, const char *format);
void cld_draft_free(CldDraft *self);
CldPiece *
cld_draft_add(CldDraft *self, const char *text, gsize length_bytes, guint line, CldPieceKind kind);
void cld_draft_warn(CldDraft *self, const char *code, const char *sentence);
void cld_draft_limit(CldDraft *self, const char *code, const char *sentence);
void cld_draft_set_outlet(CldDraft *self, const char *outlet, const char *from);
void cld_draft_set_title(CldDraft *self, const char *title);
void cld_draft_set_published(CldDraft *self, const char *stamp, const char *from);
void cld_draft_set_language(CldDraft *self, const char *language, const char *from);
void cld_draft_set_url(CldDraft *self, const char *url);
void cld_draft_add_author(CldDraft *self, const char *author);
CldArticle *cld_draft_finish(CldDraft *self, const CldIngestOptions *options, CldInput **input);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldDraft, cld_draft_free)
