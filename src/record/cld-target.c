/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-target.h"
#include "cld-fingerprint.h"

/* Sides by which a finding is found again. */
#define MAX_SIDES 16
/* Of these the first make the fingerprint. */
#define N_SIDES_OF_ID 2

static void
selector_free(CldSelector *self)
{
    g_free(self->exact);
    g_free(self->prefix);
    g_free(self->suffix);
    g_free(self->outlet);
    g_free(self->text_hash);
    g_free(self);
}

/**
 * cld_target_new:
 * @fingerprint: id of the finding
 * @kind: tag of its kind
 * @type: tag of its type
 *
 * Returns: (transfer full): a target without sides; add them before anybody else sees it
 */
CldTarget *
cld_target_new(const char *fingerprint, const char *kind, const char *type)
{
    CldTarget *self = g_atomic_rc_box_new0(CldTarget);
    self->fingerprint = g_strdup(fingerprint);
    self->kind = g_strdup(kind);
    self->type = g_strdup(type);
    self->sides = g_ptr_array_new_with_free_func((GDestroyNotify)selector_free);
    return self;
}

/**
 * cld_target_add_side:
 * @self: a target being built
 * @exact: the passage
 * @prefix: (nullable): what stands before it
 * @suffix: (nullable): what stands after it
 * @outlet: (nullable): who published it
 * @text_hash: (nullable): SHA-256 of the article's text
 *
 * All strings are copied.
 */
void
cld_target_add_side(CldTarget *self,
                    const char *exact,
                    const char *prefix,
                    const char *suffix,
                    const char *outlet,
                    const char *text_hash)
{
    CldSelector *side = g_new0(CldSelector, 1);
    side->exact = g_strdup(exact);
    side->prefix = g_strdup(prefix != NULL ? prefix : "");
    side->suffix = g_strdup(suffix != NULL ? suffix : "");
    side->outlet = g_strdup(outlet);
    side->text_hash = g_strdup(text_hash);
    g_ptr_array_add(self->sides, side);
}

/* Returns: (transfer full): the last characters of @text before @at_bytes */
static char *
dup_prefix(const char *text, gsize at_bytes)
{
    const char *from = text + at_bytes;
    for (guint n = 0; n < CLD_SELECTOR_CHARS && from > text; n++)
        from = g_utf8_prev_char(from);
    return g_strndup(from, (gsize)(text + at_bytes - from));
}

static char *
dup_suffix(const char *text, gsize at_bytes)
{
    const char *to = text + at_bytes;
    for (guint n = 0; n < CLD_SELECTOR_CHARS && *to != '\0'; n++)
        to = g_utf8_next_char(to);
    return g_strndup(text + at_bytes, (gsize)(to - text) - at_bytes);
}

/* Returns: (transfer full): up to #CLD_SELECTOR_CHARS characters in front of @span in @article */
char *
cld_selector_dup_prefix(const CldArticle *article, CldSpan span)
{
    return dup_prefix(article->text, MIN(span.start, article->text_bytes));
}

/* Returns: (transfer full): up to #CLD_SELECTOR_CHARS characters behind @span in @article */
char *
cld_selector_dup_suffix(const CldArticle *article, CldSpan span)
{
    return dup_suffix(article->text, MIN(span.end, article->text_bytes));
}

static void
add_claim(CldTarget *self, const CldClaim *claim, const CldArticle *article)
{
    g_autofree char *prefix = cld_selector_dup_prefix(article, claim->sentence);
    g_autofree char *suffix = cld_selector_dup_suffix(article, claim->sentence);
    g_autofree char *hash = cld_article_dup_text_hash(article);
    cld_target_add_side(self, claim->text, prefix, suffix, article->outlet, hash);
}

/**
 * cld_target_new_for_finding:
 * @finding: a sealed finding
 * @articles: (element-type CldArticle): the articles of its run
 *
 * Returns: (transfer full): what a decision on @finding is kept with
 */
CldTarget *
cld_target_new_for_finding(const CldFinding *finding, const GPtrArray *articles)
{
    const CldTypeInfo *info = cld_type_get_info(finding->type);
    CldTarget *self = cld_target_new(finding->id, cld_kind_get_tag(info->kind), info->tag);
    for (guint i = 0; i < MIN(finding->sides->len, MAX_SIDES); i++) {
        const CldSide *side = g_ptr_array_index(finding->sides, i);
        add_claim(self, side->claim, g_ptr_array_index(articles, side->claim->article));
    }
    return self;
}

/* Returns: (transfer full): the fingerprint that kind, type and passages make; not
 * self->fingerprint where somebody has edited one or the other */
char *
cld_target_dup_own_fingerprint(const CldTarget *self)
{
    const char *texts[N_SIDES_OF_ID + 1] = {NULL};
    for (guint i = 0; i < MIN(self->sides->len, N_SIDES_OF_ID); i++)
        texts[i] = ((const CldSelector *)g_ptr_array_index(self->sides, i))->exact;
    return cld_fingerprint_new(self->kind, self->type, texts);
}

/* Writes the members of a record of the decisions file that name the finding. */
void
cld_target_put_names(const CldTarget *self, CldJsonWriter *w)
{
    cld_json_string(w, "fingerprint", self->fingerprint);
    cld_json_string(w, "kind", self->kind);
    cld_json_string(w, "type", self->type);
}

static void
put_selector(CldJsonWriter *w, const CldSelector *side)
{
    cld_json_open(w, NULL, '{');
    cld_json_string(w, "exact", side->exact);
    cld_json_string(w, "prefix", side->prefix);
    cld_json_string(w, "suffix", side->suffix);
    cld_json_string(w, "outlet", side->outlet);
    cld_json_string(w, "text_hash", side->text_hash);
    cld_json_close(w, '}');
}

/* Writes the member that says on which passages: those that make the fingerprint. */
void
cld_target_put_sides(const CldTarget *self, CldJsonWriter *w)
{
    cld_json_open(w, "sides", '[');
    for (guint i = 0; i < MIN(self->sides->len, N_SIDES_OF_ID); i++)
        put_selector(w, g_ptr_array_index(self->sides, i));
    cld_json_close(w, ']');
}

CldTarget *
cld_target_ref(CldTarget *self)
{
    return g_atomic_rc_box_acquire(self);
}

static void
target_clear(CldTarget *self)
{
    g_free(self->fingerprint);
    g_free(self->kind);
    g_free(self->type);
    g_ptr_array_unref(self->sides);
}

void
cld_target_unref(CldTarget *self)
{
    g_atomic_rc_box_release_full(self, (GDestroyNotify)target_clear);
}
