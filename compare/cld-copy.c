/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-event.h"
#include "cld-tokens.h"
#include <stdlib.h>

/* Words of a shingle: long enough that two authors do not write it by chance. */
#define SHINGLE_WORDS 5
/* Signature: MinHash (Broder 1997) of BANDS * ROWS values; a pair alike in one band is looked at.
 */
#define BANDS 12
#define ROWS  3
/* Part of the shorter text that must stand in the longer one for it to be a copy. */
#define MIN_SHARED 0.6
/* Texts shorter than this many shingles are never called copies. */
#define MIN_SHINGLES 30
/* Articles looked at for one band value. */
#define MAX_BUCKET 64

typedef struct {
    GArray *shingles; /* (element-type guint32) ascending, no doubles */
    guint32 signature[BANDS * ROWS];
} Sketch;

static guint32
mix(guint32 x)
{
    x ^= x >> 16;
    x *= 0x7feb352dU;
    x ^= x >> 15;
    x *= 0x846ca68bU;
    return x ^ (x >> 16);
}

static gint
compare_hashes(gconstpointer a, gconstpointer b)
{
    guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;
    return x < y ? -1 : x > y;
}

static GArray *
word_hashes(const CldArticle *article)
{
    GArray *words = g_array_new(FALSE, FALSE, sizeof(guint32));
    g_autoptr(CldTokens) tokens = cld_tokens_new(article->text, (CldSpan){0, article->text_bytes});
    for (guint i = 0; i < cld_tokens_length(tokens); i++) {
        const CldToken *token = cld_tokens_get(tokens, i);
        guint32 hash = mix(g_str_hash(token->lower));
        if (token->kind != CLD_TOKEN_PUNCT)
            g_array_append_val(words, hash);
    }
    return words;
}

static void
sketch_init(Sketch *self, const CldArticle *article)
{
    g_autoptr(GArray) words = word_hashes(article);
    self->shingles = g_array_new(FALSE, FALSE, sizeof(guint32));
    for (guint i = 0; i + SHINGLE_WORDS <= words->len; i++) {
        guint32 hash = 0;
        for (guint k = 0; k < SHINGLE_WORDS; k++)
            hash = mix(hash ^ g_array_index(words, guint32, i + k)) + k;
        g_array_append_val(self->shingles, hash);
    }
    g_array_sort(self->shingles, compare_hashes);
    guint kept = 0;
    for (guint i = 0; i < self->shingles->len; i++) {
        guint32 hash = g_array_index(self->shingles, guint32, i);
        if (kept == 0 || g_array_index(self->shingles, guint32, kept - 1) != hash)
            g_array_index(self->shingles, guint32, kept++) = hash;
    }
    g_array_set_size(self->shingles, kept);
    for (guint s = 0; s < BANDS * ROWS; s++) {
        self->signature[s] = G_MAXUINT32;
        for (guint i = 0; i < kept; i++) {
            guint32 hash = mix(g_array_index(self->shingles, guint32, i) ^ mix(s + 1));
            self->signature[s] = MIN(self->signature[s], hash);
        }
    }
}

/* Returns: the part of the shorter that stands in the longer */
static double
containment(const Sketch *x, const Sketch *y)
{
    guint shared = 0;
    for (guint i = 0, j = 0; i < x->shingles->len && j < y->shingles->len;) {
        guint32 p = g_array_index(x->shingles, guint32, i);
        guint32 q = g_array_index(y->shingles, guint32, j);
        shared += p == q;
        i += p <= q;
        j += q <= p;
    }
    guint shorter = MIN(x->shingles->len, y->shingles->len);
    return shorter < MIN_SHINGLES ? 0 : (double)shared / (double)shorter;
}

static gint64
band_code(const Sketch *self, guint band)
{
    guint32 hash = band;
    for (guint r = 0; r < ROWS; r++)
        hash = mix(hash ^ self->signature[band * ROWS + r]);
    return ((gint64)band << 32) | hash;
}

/* The earliest article with most of the same text, among those of the same band values. */
static gint
original_of(const CldReport *report, const Sketch *sketches, GHashTable *buckets, guint index)
{
    gint best = -1;
    for (guint band = 0; band < BANDS; band++) {
        gint64 code = band_code(&sketches[index], band);
        const GArray *bucket = g_hash_table_lookup(buckets, &code);
        for (guint i = 0; bucket != NULL && i < MIN(bucket->len, MAX_BUCKET); i++) {
            guint other = g_array_index(bucket, guint, i);
            gboolean same_event = g_array_index(report->event_of, gint, other) ==
                                  g_array_index(report->event_of, gint, index);
            if (same_event && containment(&sketches[other], &sketches[index]) >= MIN_SHARED &&
                (best < 0 || (gint)other < best))
                best = (gint)other;
        }
    }
    return best;
}

static void
put(GHashTable *buckets, const Sketch *sketch, guint index)
{
    for (guint band = 0; band < BANDS; band++) {
        gint64 code = band_code(sketch, band);
        GArray *bucket = g_hash_table_lookup(buckets, &code);
        if (bucket == NULL) {
            bucket = g_array_new(FALSE, FALSE, sizeof(guint));
            g_hash_table_insert(buckets, g_memdup2(&code, sizeof code), bucket);
        }
        g_array_append_val(bucket, index);
    }
}

/**
 * cld_copy_find:
 * @report: articles and event_of are filled in; copy_of is written
 *
 * Finds articles that print most of the text of an earlier one of the same event (one wire text in
 * several outlets): their claims are no further witnesses.
 */
void
cld_copy_find(CldReport *report)
{
    guint n = report->articles->len;
    Sketch *sketches = g_new0(Sketch, n + 1);
    g_autoptr(GHashTable) buckets =
        g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_array_unref);
    for (guint i = 0; i < n; i++) {
        sketch_init(&sketches[i], g_ptr_array_index(report->articles, i));
        if (sketches[i].shingles->len < MIN_SHINGLES)
            continue;
        gint original = original_of(report, sketches, buckets, i);
        if (original >= 0)
            g_array_index(report->copy_of, gint, i) = original;
        else
            put(buckets, &sketches[i], i);
    }
    for (guint i = 0; i < n; i++)
        g_array_unref(sketches[i].shingles);
    g_free(sketches);
}
