/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>
#include <string.h>

/* Word lists as cld-lexicon-compile writes them while the program is built, in the byte order of
 * the machine: cut up, folded, stemmed and hashed already, so that a start reads nothing but what
 * it looks at. Lists and their parts are found by bytes from the start of the file, strings by
 * bytes from the first of them. */
#define CLD_LEXICON_MAGIC   "CLDLEX1"
#define CLD_LEXICON_NO_CELL G_MAXUINT32 /* ends a row */

typedef struct {
    char magic[8];
    guint32 n_lists; /* they follow */
    guint32 strings; /* where they begin, each with its NUL */
} CldLexiconHeader;

typedef struct {
    guint32 name;           /* in the strings */
    guint32 slots, n_slots; /* of CldLexiconSlot; a power of two, at least one is empty */
    guint32 nodes;          /* of CldLexiconNode; the first is the root */
    guint32 rows, n_rows;   /* guint32: its first cell */
    guint32 cells, n_cells; /* guint32: in the strings, or CLD_LEXICON_NO_CELL */
    guint32 n_entries;
} CldLexiconList;

/* How a node is come to. */
typedef enum {
    CLD_LEXICON_WORD,  /* from its parent by a folded word */
    CLD_LEXICON_STEM,  /* from its parent by a stem */
    CLD_LEXICON_EXACT, /* from the root by a whole entry, words separated by one blank */
    CLD_LEXICON_N_WAYS
} CldLexiconWay;

/* A place of a word trie. */
typedef struct {
    guint64 sieves[CLD_LEXICON_EXACT]; /* by way: a bit for each pair of first letters there is */
    guint32 values;                    /* first cell of the entry that ends here; 0: none does */
    guint32 unused;
} CldLexiconNode;

/* Open addressing by cld_lexicon_hash(). */
typedef struct {
    guint32 key;   /* in the strings */
    guint32 from;  /* cld_lexicon_from() of the parent */
    guint32 child; /* index of the node; 0: the slot is empty */
} CldLexiconSlot;

/* Returns: what tells edges of one parent and way from all others */
static inline guint32
cld_lexicon_from(guint32 parent, CldLexiconWay way)
{
    return parent * CLD_LEXICON_N_WAYS + way;
}

/* Returns: where to begin to look for the edge */
static inline guint32
cld_lexicon_hash(guint32 from, const char *key)
{
    guint32 hash = from * 2654435761u; /* Knuth's multiplicative hashing */
    for (const char *p = key; *p != '\0'; p++)
        hash = hash * 31 + (guchar)*p;
    return hash ^ hash >> 15;
}

/* Most words of a text begin no entry of most lists: two letters tell, before any hashing. */
static inline guint64
cld_lexicon_sieve_bit(const char *key)
{
    guint first = (guchar)key[0], second = first != 0 ? (guchar)key[1] : 0;
    return G_GUINT64_CONSTANT(1) << ((first * 7 + second) % 64);
}
