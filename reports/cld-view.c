/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-view.h"
#include <string.h>

static void
group_free(CldViewGroup *self)
{
    for (guint kind = 0; kind < CLD_N_KINDS; kind++)
        g_ptr_array_unref(self->findings[kind]);
    g_ptr_array_unref(self->agreements);
    g_free(self);
}

static CldViewGroup *
group_new(const CldEvent *event, gint index)
{
    CldViewGroup *self = g_new0(CldViewGroup, 1);
    self->event = event;
    self->index = index;
    for (guint kind = 0; kind < CLD_N_KINDS; kind++)
        self->findings[kind] = g_ptr_array_new();
    self->agreements = g_ptr_array_new();
    return self;
}

static char *
dup_base_name(const char *source)
{
    const char *slash = source == NULL ? NULL : strrchr(source, '/');
    const char *name = slash != NULL && slash[1] != '\0' ? slash + 1 : source;
    return g_strdup(name == NULL ? "unknown source" : name);
}

static guint
group_of(const CldReport *report, guint article)
{
    gint event =
        article < report->event_of->len ? g_array_index(report->event_of, gint, article) : -1;
    return event >= 0 && (guint)event < report->events->len ? (guint)event : report->events->len;
}

/* What two articles must share to be mistaken for each other: the label, on one event. */
typedef struct {
    const char *label; /* borrowed */
    guint event;
    guint article;
} LabelKey;

static gint
compare_labels(gconstpointer a, gconstpointer b)
{
    const LabelKey *x = a, *y = b;
    gint order = strcmp(x->label, y->label);
    if (order == 0)
        order = (x->event > y->event) - (x->event < y->event);
    return order != 0 ? order : (x->article > y->article) - (x->article < y->article);
}

static gboolean
is_same_label(const GArray *keys, guint i, guint k)
{
    const LabelKey *x = &g_array_index(keys, LabelKey, i), *y = &g_array_index(keys, LabelKey, k);
    return x->event == y->event && strcmp(x->label, y->label) == 0;
}

/* Returns: (transfer full): the labels, with its number after each that another article of the
 * event has, too */
static GPtrArray *
tell_apart(const CldReport *report, const GPtrArray *plain)
{
    GPtrArray *labels = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GArray) keys = g_array_sized_new(FALSE, FALSE, sizeof(LabelKey), plain->len);
    g_ptr_array_set_size(labels, (gint)plain->len);
    for (guint i = 0; i < plain->len; i++) {
        const LabelKey key = {g_ptr_array_index(plain, i), group_of(report, i), i};
        g_array_append_val(keys, key);
    }
    g_array_sort(keys, compare_labels);
    for (guint i = 0; i < keys->len; i++) {
        const LabelKey *key = &g_array_index(keys, LabelKey, i);
        gboolean is_shared = (i > 0 && is_same_label(keys, i, i - 1)) ||
                             (i + 1 < keys->len && is_same_label(keys, i, i + 1));
        labels->pdata[key->article] =
            is_shared ? g_strdup_printf("%s (a%u)", key->label, key->article + 1)
                      : g_strdup(key->label);
    }
    return labels;
}

static GPtrArray *
make_labels(const CldReport *report)
{
    g_autoptr(GPtrArray) plain = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < report->articles->len; i++) {
        const CldArticle *article = g_ptr_array_index(report->articles, i);
        g_ptr_array_add(plain, article->outlet != NULL && *article->outlet != '\0'
                                   ? g_strdup(article->outlet)
                                   : dup_base_name(article->source));
    }
    return tell_apart(report, plain);
}

static gint
compare_sources(gconstpointer a, gconstpointer b)
{
    const CldArticle *x = *(CldArticle *const *)a, *y = *(CldArticle *const *)b;
    return g_strcmp0(x->source, y->source);
}

static GPtrArray *
sort_by_source(const CldReport *report)
{
    GPtrArray *articles = g_ptr_array_new();
    for (guint i = 0; i < report->articles->len; i++)
        g_ptr_array_add(articles, g_ptr_array_index(report->articles, i));
    g_ptr_array_sort(articles, compare_sources);
    return articles;
}

static void
sort_into_groups(CldView *self)
{
    for (guint i = 0; i < self->report->findings->len; i++) {
        CldFinding *finding = g_ptr_array_index(self->report->findings, i);
        const CldSide *side = finding->sides->len > 0 ? finding->sides->pdata[0] : NULL;
        const CldChecked *checked = cld_report_get_checked(self->report, i);
        if (!cld_checked_is_shown(checked))
            continue;
        g_hash_table_insert(self->checked, finding, (gpointer)checked);
        guint index = group_of(self->report, side == NULL ? G_MAXUINT : side->claim->article);
        CldViewGroup *group = g_ptr_array_index(self->groups, index);
        g_ptr_array_add(group->findings[cld_type_get_info(finding->type)->kind], finding);
    }
    for (guint i = 0; i < self->report->agreements->len; i++) {
        CldAgreement *agreement = g_ptr_array_index(self->report->agreements, i);
        const CldClaim *claim = agreement->claims->len > 0 ? agreement->claims->pdata[0] : NULL;
        guint index = group_of(self->report, claim == NULL ? G_MAXUINT : claim->article);
        CldViewGroup *group = g_ptr_array_index(self->groups, index);
        g_ptr_array_add(group->agreements, agreement);
    }
}

/* Framing is read by person and place, so findings on one subject stand together, in the order in
 * which the subjects come up. */
static void
gather_subjects(GPtrArray *findings)
{
    g_autoptr(GPtrArray) rest = g_ptr_array_copy(findings, NULL, NULL);
    guint placed = 0;
    for (guint first = 0; first < rest->len; first++) {
        const CldFinding *lead = g_ptr_array_index(rest, first);
        for (guint i = first; i < rest->len && lead != NULL; i++) {
            CldFinding *finding = g_ptr_array_index(rest, i);
            if (finding == NULL || g_strcmp0(finding->subject, lead->subject) != 0)
                continue;
            findings->pdata[placed++] = finding;
            rest->pdata[i] = NULL;
        }
    }
}

static void
number_findings(CldView *self)
{
    guint number = 0;
    for (guint i = 0; i < self->groups->len; i++) {
        const CldViewGroup *group = g_ptr_array_index(self->groups, i);
        gather_subjects(group->findings[CLD_KIND_FRAMING]);
        for (guint kind = 0; kind < CLD_N_KINDS; kind++) {
            for (guint k = 0; k < group->findings[kind]->len; k++)
                g_hash_table_insert(self->numbers, group->findings[kind]->pdata[k],
                                    GUINT_TO_POINTER(++number));
        }
    }
}

/**
 * cld_view_new:
 * @report: what was found; borrowed
 *
 * Returns: (transfer full): the report in the order of reading: by event, then by kind
 */
CldView *
cld_view_new(const CldReport *report)
{
    CldView *self = g_new0(CldView, 1);
    self->report = report;
    self->labels = make_labels(report);
    self->by_source = sort_by_source(report);
    self->numbers = g_hash_table_new(NULL, NULL);
    self->checked = g_hash_table_new(NULL, NULL);
    self->groups = g_ptr_array_new_with_free_func((GDestroyNotify)group_free);
    for (guint i = 0; i < report->events->len; i++)
        g_ptr_array_add(self->groups, group_new(g_ptr_array_index(report->events, i), (gint)i));
    CldViewGroup *rest = group_new(NULL, -1);
    g_ptr_array_add(self->groups, rest);
    sort_into_groups(self);
    number_findings(self);
    if (cld_view_count_findings(rest) == 0 && rest->agreements->len == 0)
        g_ptr_array_set_size(self->groups, (gint)report->events->len);
    return self;
}

void
cld_view_free(CldView *self)
{
    g_ptr_array_unref(self->labels);
    g_ptr_array_unref(self->by_source);
    g_hash_table_unref(self->numbers);
    g_hash_table_unref(self->checked);
    g_ptr_array_unref(self->groups);
    g_free(self);
}

/* Returns: (transfer none): the outlet of the article as the reader is shown it */
const char *
cld_view_get_label(const CldView *self, guint article)
{
    return article < self->labels->len ? g_ptr_array_index(self->labels, article)
                                       : "unknown article";
}

/* Returns: (transfer none) (nullable): the article with that index */
const CldArticle *
cld_view_get_article(const CldView *self, guint article)
{
    return article < self->report->articles->len
               ? g_ptr_array_index(self->report->articles, article)
               : NULL;
}

/* Returns: the number of the finding in reading order, from 1; 0 if it is not in the report */
guint
cld_view_get_number(const CldView *self, const CldFinding *finding)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(self->numbers, finding));
}

/* Returns: (transfer none) (nullable): what the check knows of the finding; NULL in a comparison */
const CldChecked *
cld_view_get_checked(const CldView *self, const CldFinding *finding)
{
    return g_hash_table_lookup(self->checked, finding);
}

/* Returns: how many findings of @kind the whole report has */
guint
cld_view_count_kind(const CldView *self, CldKind kind)
{
    guint n = 0;
    for (guint i = 0; i < self->groups->len; i++)
        n += ((CldViewGroup *)g_ptr_array_index(self->groups, i))->findings[kind]->len;
    return n;
}

/* Returns: how many findings of all kinds @group has */
guint
cld_view_count_findings(const CldViewGroup *group)
{
    guint n = 0;
    for (guint kind = 0; kind < CLD_N_KINDS; kind++)
        n += group->findings[kind]->len;
    return n;
}

static gboolean
has_warning(const CldArticle *article, const char *message)
{
    for (guint i = 0; i < article->warnings->len; i++) {
        if (g_strcmp0(g_ptr_array_index(article->warnings, i), message) == 0)
            return TRUE;
    }
    return FALSE;
}

/* Returns: %TRUE if @input only warned, and an article shows the same warning anyway */
gboolean
cld_view_is_repeated(const CldView *self, const CldInput *input)
{
    guint low = 0, high = self->by_source->len;
    while (low < high) { /* the first article that is not before the input's source */
        guint middle = low + (high - low) / 2;
        const CldArticle *article = g_ptr_array_index(self->by_source, middle);
        if (g_strcmp0(article->source, input->source) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (guint i = low; i < self->by_source->len && input->outcome == CLD_OUTCOME_WARNED; i++) {
        const CldArticle *article = g_ptr_array_index(self->by_source, i);
        if (g_strcmp0(article->source, input->source) != 0)
            return FALSE;
        if (has_warning(article, input->message))
            return TRUE;
    }
    return FALSE;
}

/* Returns: how many inputs were refused or cut at a limit */
guint
cld_view_count_unread(const CldReport *report)
{
    guint n = 0;
    for (guint i = 0; i < report->inputs->len; i++) {
        const CldInput *input = g_ptr_array_index(report->inputs, i);
        n += input->outcome == CLD_OUTCOME_REFUSED || input->outcome == CLD_OUTCOME_LIMITED;
    }
    return n;
}

/* Returns: how many agreements have two or more independent origins */
guint
cld_view_count_independent(const GPtrArray *agreements)
{
    guint n = 0;
    for (guint i = 0; i < agreements->len; i++) {
        const CldAgreement *agreement = g_ptr_array_index(agreements, i);
        n += agreement->independent_origins > 1;
    }
    return n;
}

/**
 * cld_view_pieces:
 * @side: a side of a finding
 *
 * Cuts the side's text where its highlights begin and end.
 *
 * Returns: (transfer full) (element-type CldSpanPiece): pieces that together are the whole text
 */
GArray *
cld_view_pieces(const CldSide *side)
{
    return cld_span_cut(side->claim->text == NULL ? "" : side->claim->text, side->highlights);
}

/* Returns: the first byte of a word at or after @from, or @limit if no word begins before it */
gsize
cld_view_word_start(const char *text, gsize from, gsize limit)
{
    while (from < limit && text[from] != ' ')
        from++;
    while (from < limit && text[from] == ' ')
        from++;
    return from;
}

/* Returns: the byte after the last whole word that ends at or before @from, or @limit */
gsize
cld_view_word_end(const char *text, gsize limit, gsize from)
{
    while (from > limit && text[from] != ' ')
        from--;
    while (from > limit && text[from - 1] == ' ')
        from--;
    return from;
}

/**
 * cld_view_shorten:
 * @text: the side's text
 * @piece: one of its pieces
 * @n_pieces: how many there are
 * @i: which one it is
 * @max_bytes: what to keep at least of an unmarked beginning or end
 *
 * Returns: the part of @piece that a snippet shows; marked words and what is between them whole
 */
CldSpan
cld_view_shorten(
    const char *text, const CldSpanPiece *piece, guint n_pieces, guint i, gsize max_bytes)
{
    CldSpan kept = piece->span;
    if (piece->is_marked || n_pieces == 1 || cld_span_length(kept) <= max_bytes)
        return kept;
    if (i == 0)
        kept.start = cld_view_word_start(text, kept.end - max_bytes, kept.end);
    else if (i + 1 == n_pieces)
        kept.end = cld_view_word_end(text, kept.start, kept.start + max_bytes);
    return kept;
}

/* Returns: (transfer full): "Status", "Loaded term": the type's tag as words */
char *
cld_view_dup_type(CldType type)
{
    char *words = g_strdelimit(g_strdup(cld_type_get_info(type)->tag), "-", ' ');
    words[0] = g_ascii_toupper(words[0]);
    return words;
}
