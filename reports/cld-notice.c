/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-notice.h"
#include "cld-encode.h"
#include <string.h>

/* A title of a list is read, not studied: passages are cut around the words that clash. */
#define PASSAGE_BYTES 160
#define CONTEXT_BYTES 48
#define LINE_BYTES    100 /* longest line of a text that somebody wrapped */
#define PIECE_BYTES   400 /* a "sentence" may be all of a text without full stops */

static gboolean
is_later(const CldReport *report, const CldSide *side, const CldSide *other)
{
    if (side->claim->article >= report->articles->len ||
        other->claim->article >= report->articles->len)
        return FALSE;
    const CldArticle *a = g_ptr_array_index(report->articles, side->claim->article);
    const CldArticle *b = g_ptr_array_index(report->articles, other->claim->article);
    return cld_when_is_known(a->published) && cld_when_is_known(b->published) &&
           b->published.from < a->published.from;
}

/* The side that came in last: of a check the one it names, else the one published last. */
static guint
find_lead(const CldReport *report, const CldFinding *finding, const CldChecked *checked)
{
    guint lead = 0;
    if (checked != NULL)
        return checked->new_side < finding->sides->len ? checked->new_side : 0;
    for (guint i = 1; i < MIN(finding->sides->len, 2); i++) {
        if (is_later(report, finding->sides->pdata[i], finding->sides->pdata[lead]))
            lead = i;
    }
    return lead;
}

static CldLevel
find_level(const CldFinding *finding, const CldChecked *checked)
{
    if (checked != NULL && checked->is_failing && cld_checked_is_shown(checked))
        return CLD_LEVEL_ERROR;
    return cld_type_get_info(finding->type)->kind == CLD_KIND_CONTRADICTION ? CLD_LEVEL_WARNING
                                                                            : CLD_LEVEL_NOTE;
}

static gint
compare_ids(gconstpointer a, gconstpointer b, gpointer notices)
{
    guint i = *(const guint *)a, k = *(const guint *)b;
    const CldNotice *x = &g_array_index((GArray *)notices, CldNotice, i);
    const CldNotice *y = &g_array_index((GArray *)notices, CldNotice, k);
    gint order = g_strcmp0(x->finding->id, y->finding->id);
    return order != 0 ? order : (i > k) - (i < k);
}

/* Two articles may print one and the same pair of sentences: their findings have one id. */
static void
number_occurrences(GArray *notices)
{
    g_autoptr(GArray) order = g_array_sized_new(FALSE, FALSE, sizeof(guint), notices->len);
    for (guint i = 0; i < notices->len; i++)
        g_array_append_val(order, i);
    g_array_sort_with_data(order, compare_ids, notices);
    for (guint i = 0; i < order->len; i++) {
        CldNotice *notice = &g_array_index(notices, CldNotice, g_array_index(order, guint, i));
        const CldNotice *last =
            i == 0 ? NULL : &g_array_index(notices, CldNotice, g_array_index(order, guint, i - 1));
        gboolean is_again = last != NULL && g_strcmp0(last->finding->id, notice->finding->id) == 0;
        notice->occurrence = is_again ? last->occurrence + 1 : 1;
    }
}

/**
 * cld_notice_list:
 * @report: what was found; borrowed
 *
 * Returns: (transfer full) (element-type CldNotice): a notice for every finding that has a passage,
 * in the order of the report
 */
GArray *
cld_notice_list(const CldReport *report)
{
    GArray *notices = g_array_new(FALSE, FALSE, sizeof(CldNotice));
    for (guint i = 0; i < report->findings->len; i++) {
        const CldFinding *finding = g_ptr_array_index(report->findings, i);
        const CldChecked *checked = cld_report_get_checked(report, i);
        CldNotice notice = {finding, checked, 0, 1, CLD_LEVEL_NOTE};
        if (finding->sides->len == 0)
            continue;
        notice.lead = find_lead(report, finding, checked);
        notice.level = find_level(finding, checked);
        g_array_append_val(notices, notice);
    }
    number_occurrences(notices);
    return notices;
}

/* Returns: %TRUE if the finding is to be put before the user; else it is known */
gboolean
cld_notice_is_shown(const CldNotice *self)
{
    return cld_checked_is_shown(self->checked);
}

/* Returns: (transfer full): "contradiction/number" */
char *
cld_notice_dup_rule(CldType type)
{
    const CldTypeInfo *info = cld_type_get_info(type);
    return g_strdup_printf("%s/%s", cld_kind_get_tag(info->kind), info->tag);
}

/* @span up to a word's end, or a character's where there are no words. */
static CldSpan
cut(const char *text, CldSpan span)
{
    gsize limit = span.start + PIECE_BYTES;
    if (span.end <= limit)
        return span;
    while (limit > span.start && ((guchar)text[limit] & 0xC0) == 0x80)
        limit--;
    gsize word = cld_view_word_end(text, span.start, limit);
    return (CldSpan){span.start, word > span.start ? word : limit};
}

/* Returns: (transfer full): the passage, cut around the words that clash, in quotation marks; inert
 * text of one line */
char *
cld_notice_dup_passage(const CldSide *side)
{
    const char *text = side->claim->text;
    g_autoptr(GArray) pieces = cld_view_pieces(side);
    const CldSpanPiece *all = (const CldSpanPiece *)(gpointer)pieces->data;
    gsize length = strlen(text);
    GString *out = g_string_new("“");
    for (guint i = 0; i < pieces->len; i++) {
        gsize most = length <= PASSAGE_BYTES ? length : CONTEXT_BYTES;
        CldSpan kept = cut(text, cld_view_shorten(text, &all[i], pieces->len, i, most));
        g_string_append(out, kept.start > all[i].span.start ? "…" : "");
        cld_encode_terminal(out, text + kept.start, (gssize)cld_span_length(kept));
        g_string_append(out, kept.end < all[i].span.end ? "…" : "");
    }
    if (out->str[out->len - 1] == '.') /* the sentence around it goes on */
        g_string_truncate(out, out->len - 1);
    g_string_append(out, "”");
    return g_string_free(out, FALSE);
}

/* SARIF 3.11: brackets make a link, braces a placeholder. */
static void
append_for_message(GString *out, const char *text, gboolean is_linked)
{
    for (const char *p = text; *p != '\0'; p++) {
        if (is_linked && strchr("[]\\", *p) != NULL)
            g_string_append_c(out, '\\');
        else if (is_linked && (*p == '{' || *p == '}'))
            g_string_append_c(out, *p);
        g_string_append_c(out, *p);
    }
}

static void
append_inert(GString *out, const char *text, gboolean is_linked)
{
    g_autoptr(GString) inert = g_string_new(NULL);
    cld_encode_terminal(inert, text, -1);
    append_for_message(out, inert->str, is_linked);
}

static void
append_side(GString *out, const CldView *view, const CldSide *side, gboolean is_linked)
{
    g_autofree char *passage = cld_notice_dup_passage(side);
    append_inert(out, cld_view_get_label(view, side->claim->article), is_linked);
    g_string_append(out, ": ");
    append_for_message(out, passage, is_linked);
}

/* What stands between the lead and another side: those of the lead's own camp come last. */
static const char *
get_joint(const CldFinding *finding, gboolean is_same_camp, gboolean is_first)
{
    gboolean is_contradiction = cld_type_get_info(finding->type)->kind == CLD_KIND_CONTRADICTION;
    if (!is_first)
        return "; ";
    if (is_same_camp)
        return "; on the first side also ";
    return is_contradiction ? " against " : " beside ";
}

/* The number of side @index among the related locations, from 1. */
static guint
link_of(const CldNotice *self, guint index)
{
    return index < self->lead ? index + 1 : index;
}

static void
append_camp(GString *out,
            const CldNotice *self,
            const CldView *view,
            gboolean is_same_camp,
            gboolean is_linked)
{
    const CldFinding *finding = self->finding;
    const CldSide *lead = g_ptr_array_index(finding->sides, self->lead);
    guint n = 0;
    for (guint i = 0; i < finding->sides->len; i++) {
        const CldSide *side = g_ptr_array_index(finding->sides, i);
        if (i == self->lead || (side->camp != 0 && side->camp == lead->camp) != is_same_camp)
            continue;
        g_string_append(out, get_joint(finding, is_same_camp, n++ == 0));
        g_string_append(out, is_linked ? "[" : "");
        append_side(out, view, side, is_linked);
        if (is_linked)
            g_string_append_printf(out, "](%u)", link_of(self, i));
    }
}

/**
 * cld_notice_dup_text:
 * @self: a notice
 * @view: the report that it is of
 * @is_linked: whether to write a message of SARIF, in which the other sides are links to related
 *   locations 1, 2 …
 *
 * Returns: (transfer full): both sides in the first sentence, which is the title in many lists,
 * then the explanation; inert text of one line
 */
char *
cld_notice_dup_text(const CldNotice *self, const CldView *view, gboolean is_linked)
{
    const CldFinding *finding = self->finding;
    GString *out = g_string_new(NULL);
    append_side(out, view, finding->sides->pdata[self->lead], is_linked);
    append_camp(out, self, view, FALSE, is_linked);
    append_camp(out, self, view, TRUE, is_linked);
    if (finding->missing_from->len > 0) {
        g_autofree char *missing = cld_view_dup_missing(view, finding);
        g_string_append(out, ", not mentioned by ");
        append_inert(out, missing, is_linked);
    }
    g_string_append_c(out, '.');
    if (finding->explanation != NULL && *finding->explanation != '\0') {
        g_string_append_c(out, ' ');
        append_inert(out, finding->explanation, is_linked);
    }
    g_autofree char *standing = cld_view_dup_standing(self->checked);
    if (standing != NULL) {
        g_string_append_c(out, ' ');
        append_inert(out, standing, is_linked);
    }
    return g_string_free(out, FALSE);
}

/* Returns: (transfer full): the file of @source: without a leading "./", and without the "#2" that
 * stands behind an item of a feed */
char *
cld_notice_dup_file(const char *source)
{
    while (g_str_has_prefix(source, "./"))
        source += 2 + strspn(source + 2, "/");
    const char *hash = strrchr(source, '#');
    gboolean is_item = hash != NULL && hash != source && hash[1] != '\0' &&
                       strspn(hash + 1, "0123456789") == strlen(hash + 1);
    return is_item ? g_strndup(source, (gsize)(hash - source)) : g_strdup(source);
}

static guint
count_utf16(const char *text, gsize length_bytes)
{
    guint n = 0;
    for (const char *p = text; p < text + length_bytes; p = g_utf8_next_char(p))
        n += g_utf8_get_char(p) > 0xFFFF ? 2 : 1;
    return n;
}

/* A paragraph that was wrapped is stored as one line, and where its lines broke is not known. It
 * shows in the number of the next line, with an empty one between; at the end, in the length. */
static gboolean
is_one_line(const CldArticle *article, const CldBlock *block)
{
    const CldBlock *first = &g_array_index(article->blocks, CldBlock, 0);
    if (block + 1 < first + article->blocks->len)
        return block[1].line > block->line && block[1].line <= block->line + 2;
    return cld_span_length(block->span) <= LINE_BYTES;
}

/* Only plain text is stored as it stands in the file. */
static void
find_columns(CldPlace *self, const CldArticle *article, const CldClaim *claim)
{
    const CldBlock *block = cld_article_block_at(article, claim->sentence.start);
    gboolean is_as_printed =
        g_strcmp0(article->format, "text") == 0 && block != NULL && block->label == NULL &&
        self->line > 0 && claim->sentence.end <= article->text_bytes && is_one_line(article, block);
    if (!is_as_printed)
        return;
    gsize before = claim->sentence.start - block->span.start;
    self->column = 1 + count_utf16(article->text + block->span.start, before);
    self->end_column = self->column + count_utf16(article->text + claim->sentence.start,
                                                  cld_span_length(claim->sentence));
}

/* Fills @self, to be cleared by the caller, with the place of @side's passage. */
void
cld_place_init(CldPlace *self, const CldReport *report, const CldSide *side)
{
    const CldClaim *claim = side->claim;
    *self = (CldPlace){.line = claim->line};
    if (claim->article >= report->articles->len) {
        self->path = g_strdup("unknown");
        return;
    }
    const CldArticle *article = g_ptr_array_index(report->articles, claim->article);
    self->path = cld_notice_dup_file(article->source);
    find_columns(self, article, claim);
}

/* Frees what @self owns. */
void
cld_place_clear(CldPlace *self)
{
    g_clear_pointer(&self->path, g_free);
}
