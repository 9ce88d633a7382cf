/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-article.h"
#include <gio/gio.h>
#include <string.h>

static const char *const outcome_tags[CLD_N_OUTCOMES] = {"accepted", "warned", "refused",
                                                         "limited"};
static const char *const part_tags[CLD_N_PARTS] = {"headline", "lead", "body", "caption",
                                                   "background"};

/* Returns: (transfer none): "accepted", "warned", "refused" or "limited" */
const char *
cld_outcome_get_tag(CldOutcome outcome)
{
    g_return_val_if_fail(outcome >= 0 && outcome < CLD_N_OUTCOMES, NULL);
    return outcome_tags[outcome];
}

/* Returns: (transfer none): "headline", "lead", … */
const char *
cld_part_get_tag(CldPart part)
{
    g_return_val_if_fail(part >= 0 && part < CLD_N_PARTS, NULL);
    return part_tags[part];
}

/**
 * cld_input_new:
 * @source: path or URL as given
 * @outcome: how it ended
 * @code: (nullable): machine-readable reason
 * @message: (nullable): a sentence for the user
 * @offset_bytes: where in the input, or -1
 *
 * Returns: (transfer full): the record
 */
CldInput *
cld_input_new(const char *source,
              CldOutcome outcome,
              const char *code,
              const char *message,
              gssize offset_bytes)
{
    CldInput *self = g_atomic_rc_box_new0(CldInput);
    self->source = g_strdup(source);
    self->outcome = outcome;
    self->code = g_strdup(code);
    self->message = g_strdup(message);
    self->offset_bytes = offset_bytes;
    return self;
}

CldInput *
cld_input_ref(CldInput *self)
{
    return g_atomic_rc_box_acquire(self);
}

static void
input_clear(CldInput *self)
{
    g_free(self->source);
    g_free(self->code);
    g_free(self->message);
}

void
cld_input_unref(CldInput *self)
{
    g_atomic_rc_box_release_full(self, (GDestroyNotify)input_clear);
}

static void
dropped_free(CldDropped *self)
{
    g_free(self->text);
    g_free(self);
}

/**
 * cld_article_alloc:
 * @source: path or URL as given
 * @format: name of the reader
 *
 * An empty article for a reader to fill in; it must not change after it is handed on.
 *
 * Returns: (transfer full): the article, with empty arrays and everything unknown
 */
CldArticle *
cld_article_alloc(const char *source, const char *format)
{
    CldArticle *self = g_atomic_rc_box_new0(CldArticle);
    self->source = g_strdup(source);
    self->format = g_strdup(format);
    self->authors = g_ptr_array_new_with_free_func(g_free);
    self->text = g_strdup("");
    self->blocks = g_array_new(FALSE, FALSE, sizeof(CldBlock));
    self->dropped = g_ptr_array_new_with_free_func((GDestroyNotify)dropped_free);
    self->warnings = g_ptr_array_new_with_free_func(g_free);
    return self;
}

CldArticle *
cld_article_ref(CldArticle *self)
{
    return g_atomic_rc_box_acquire(self);
}

static void
article_clear(CldArticle *self)
{
    g_free(self->source);
    g_free(self->format);
    g_free(self->outlet);
    g_free(self->title);
    g_free(self->language);
    g_free(self->url);
    g_free(self->text);
    g_ptr_array_unref(self->authors);
    g_array_unref(self->blocks);
    g_ptr_array_unref(self->dropped);
    g_ptr_array_unref(self->warnings);
}

void
cld_article_unref(CldArticle *self)
{
    g_atomic_rc_box_release_full(self, (GDestroyNotify)article_clear);
}

/* For readers, while the article is being built. @reason must be static. */
void
cld_article_add_dropped(CldArticle *self, const char *text, const char *reason, guint line)
{
    CldDropped *dropped = g_new0(CldDropped, 1);
    dropped->text = g_strdup(text);
    dropped->reason = reason;
    dropped->line = line;
    g_ptr_array_add(self->dropped, dropped);
}

/* Returns: (transfer none) (nullable): the block that holds the byte; blocks are in order, so by
 * bisection */
const CldBlock *
cld_article_block_at(const CldArticle *self, gsize offset_bytes)
{
    guint low = 0, high = self->blocks->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        const CldBlock *block = &g_array_index(self->blocks, CldBlock, middle);
        if (offset_bytes < block->span.start)
            high = middle;
        else if (offset_bytes >= block->span.end)
            low = middle + 1;
        else
            return block;
    }
    return NULL;
}

/* Returns: the line of the source on which the byte's block begins; 0 if there is none */
guint
cld_article_line_at(const CldArticle *self, gsize offset_bytes)
{
    const CldBlock *block = cld_article_block_at(self, offset_bytes);
    return block == NULL ? 0 : block->line;
}

/* Returns: (transfer full): SHA-256 of the text, hex: two articles with the same one read the same
 */
char *
cld_article_dup_text_hash(const CldArticle *self)
{
    return g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)self->text,
                                       self->text_bytes);
}

/**
 * cld_article_check:
 * @self: an article
 * @error: return location for a #GIOErrorEnum error, or %NULL
 *
 * Checks what every later stage relies on: valid UTF-8, blocks in order, inside the text, on
 * character boundaries.
 *
 * Returns: %TRUE if all holds
 */
gboolean
cld_article_check(const CldArticle *self, GError **error)
{
    gsize last = 0;
    if (self->text_bytes != strlen(self->text) || !g_utf8_validate(self->text, -1, NULL)) {
        g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                            "the stored text is not valid UTF-8 of its stated length");
        return FALSE;
    }
    for (guint i = 0; i < self->blocks->len; i++) {
        const CldBlock *block = &g_array_index(self->blocks, CldBlock, i);
        if (block->span.start < last ||
            !cld_span_is_valid_in(block->span, self->text, self->text_bytes)) {
            g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                        "block %u does not lie in the text in order", i);
            return FALSE;
        }
        last = block->span.end;
    }
    return TRUE;
}
