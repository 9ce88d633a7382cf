/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-web-index.h"
#include <string.h>

/* Words of one search; more do not narrow it. */
#define MAX_WORDS 16

/* A finding as filters see it. A value of a facet is a small number, its place in the facet's table
 * of names; a finding may have several outlets. */
typedef struct {
    guint8 state, severity, relation, kind, type;
    guint16 n_outlets;
    guint first_outlet; /* in CldWebIndex.outlets */
    char *folded;       /* (owned): passages and outlets, case folded */
} Entry;

struct CldWebIndex {
    GPtrArray *rows;          /* (owned) (element-type CldFindingRow) */
    GArray *entries;          /* (element-type Entry) one a row */
    GArray *outlets;          /* (element-type guint): numbers of names, all findings' in turn */
    GPtrArray *names;         /* (element-type utf8): outlets, sorted */
    char *types[CLD_N_TYPES]; /* (owned): "update/number": tags alone stand in several kinds */
    GArray *by_id;            /* (element-type guint): rows, sorted by id */
    GArray *matches;          /* (element-type guint8) one a row: has the words last asked for */
    CldWebFilter last;        /* what was asked last, and what came of it */
    CldWebView view;
    gboolean is_known;        /* view answers last */
    gboolean are_words_known; /* matches answers last.words */
};

static void
entry_clear(gpointer data)
{
    g_free(((Entry *)data)->folded);
}

/* Returns: (transfer none): the state as the page names it: what nobody decided is "open" */
const char *
cld_web_state_get_name(CldReviewState state)
{
    return state == CLD_REVIEW_NONE ? "open" : cld_review_state_get_tag(state);
}

/* Returns: (transfer full): an index of no findings */
CldWebIndex *
cld_web_index_new(void)
{
    CldWebIndex *self = g_new0(CldWebIndex, 1);
    self->rows = g_ptr_array_new();
    self->entries = g_array_new(FALSE, TRUE, sizeof(Entry));
    g_array_set_clear_func(self->entries, entry_clear);
    self->outlets = g_array_new(FALSE, FALSE, sizeof(guint));
    self->names = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < CLD_N_TYPES; i++) {
        const CldTypeInfo *info = cld_type_get_info((CldType)i);
        self->types[i] = g_strdup_printf("%s/%s", cld_kind_get_tag(info->kind), info->tag);
    }
    self->by_id = g_array_new(FALSE, FALSE, sizeof(guint));
    self->matches = g_array_new(FALSE, TRUE, sizeof(guint8));
    self->view.rows = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < CLD_WEB_N_FACETS; i++)
        self->view.counts[i] = g_array_new(FALSE, FALSE, sizeof(CldWebCount));
    return self;
}

/* Frees the index; the rows it was given are let go. */
void
cld_web_index_free(CldWebIndex *self)
{
    g_ptr_array_unref(self->rows);
    g_array_unref(self->entries);
    g_array_unref(self->outlets);
    g_ptr_array_unref(self->names);
    for (guint i = 0; i < CLD_N_TYPES; i++)
        g_free(self->types[i]);
    g_array_unref(self->by_id);
    g_array_unref(self->matches);
    cld_web_filter_clear(&self->last);
    g_array_unref(self->view.rows);
    for (guint i = 0; i < CLD_WEB_N_FACETS; i++)
        g_array_unref(self->view.counts[i]);
    g_free(self);
}

static gint
compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Sorts the names and drops those that stand there twice. */
static void
settle_names(GPtrArray *names)
{
    guint kept = 0;
    g_ptr_array_sort(names, compare_names);
    for (guint i = 0; i < names->len; i++) {
        if (kept > 0 && strcmp(names->pdata[i], names->pdata[kept - 1]) == 0) {
            g_free(names->pdata[i]);
            continue;
        }
        names->pdata[kept++] = names->pdata[i];
    }
    g_ptr_array_set_free_func(names, NULL);
    g_ptr_array_set_size(names, (gint)kept);
    g_ptr_array_set_free_func(names, g_free);
}

/* Each outlet of @text, a line each, goes to @names as a string of its own. */
static void
collect_names(GPtrArray *names, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text == NULL ? "" : text, "\n", 0);
    for (guint i = 0; lines[i] != NULL; i++)
        g_ptr_array_add(names, g_steal_pointer(&lines[i]));
}

static guint
number_of(const GPtrArray *names, const char *name)
{
    guint low = 0, high = names->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (strcmp(g_ptr_array_index(names, middle), name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Writes the numbers of a finding's outlets behind those of the others, each once. */
static void
add_outlets(CldWebIndex *self, Entry *entry, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text == NULL ? "" : text, "\n", 0);
    entry->first_outlet = self->outlets->len;
    for (guint i = 0; lines[i] != NULL && entry->n_outlets < G_MAXUINT16; i++) {
        guint number = number_of(self->names, lines[i]);
        gboolean is_there = FALSE;
        for (guint k = entry->first_outlet; k < self->outlets->len; k++)
            is_there |= g_array_index(self->outlets, guint, k) == number;
        if (is_there)
            continue;
        g_array_append_val(self->outlets, number);
        entry->n_outlets++;
    }
}

static char *
fold(const CldFindingRow *row)
{
    g_autofree char *text = g_strconcat(row->text == NULL ? "" : row->text, "\n",
                                        row->outlets == NULL ? "" : row->outlets, NULL);
    return g_utf8_casefold(text, -1);
}

static gint
compare_ids(gconstpointer a, gconstpointer b, gpointer data)
{
    const CldWebIndex *self = data;
    const CldFindingRow *x = self->rows->pdata[*(const guint *)a];
    const CldFindingRow *y = self->rows->pdata[*(const guint *)b];
    return strcmp(x->id, y->id);
}

static void
forget(CldWebIndex *self, gboolean are_words_known)
{
    self->is_known = FALSE;
    self->are_words_known = self->are_words_known && are_words_known;
}

static void
add_entry(CldWebIndex *self, guint i)
{
    const CldFindingRow *row = g_ptr_array_index(self->rows, i);
    Entry entry = {.severity = (guint8)row->severity,
                   .relation = (guint8)row->relation,
                   .kind = (guint8)cld_type_get_info(row->type)->kind,
                   .type = (guint8)row->type,
                   .folded = fold(row)};
    add_outlets(self, &entry, row->outlets);
    g_array_append_val(self->entries, entry);
    g_array_append_val(self->by_id, i);
}

/**
 * cld_web_index_set_rows:
 * @self: the index
 * @rows: (transfer none) (element-type CldFindingRow): all findings, in the order of the list
 *
 * Takes up other findings; none of them has a state yet.
 */
void
cld_web_index_set_rows(CldWebIndex *self, GPtrArray *rows)
{
    g_ptr_array_ref(rows);
    g_ptr_array_unref(self->rows);
    self->rows = rows;
    g_array_set_size(self->entries, 0);
    g_array_set_size(self->outlets, 0);
    g_array_set_size(self->by_id, 0);
    g_ptr_array_set_size(self->names, 0);
    for (guint i = 0; i < rows->len; i++)
        collect_names(self->names, ((const CldFindingRow *)rows->pdata[i])->outlets);
    settle_names(self->names);
    for (guint i = 0; i < rows->len; i++)
        add_entry(self, i);
    g_array_sort_with_data(self->by_id, compare_ids, self);
    forget(self, FALSE);
}

/* Says how the finding at @row stands now. */
void
cld_web_index_set_state(CldWebIndex *self, guint row, CldReviewState state)
{
    Entry *entry = &g_array_index(self->entries, Entry, row);
    if (entry->state == (guint8)state)
        return;
    entry->state = (guint8)state;
    forget(self, TRUE);
}

/* Returns: how many findings there are */
guint
cld_web_index_get_size(const CldWebIndex *self)
{
    return self->rows->len;
}

/* Returns: (transfer none): the finding at @row */
const CldFindingRow *
cld_web_index_get_row(const CldWebIndex *self, guint row)
{
    return g_ptr_array_index(self->rows, row);
}

/* Returns: how the finding at @row stands */
CldReviewState
cld_web_index_get_state(const CldWebIndex *self, guint row)
{
    return (CldReviewState)g_array_index(self->entries, Entry, row).state;
}

/* Returns: %FALSE if no finding has this id */
gboolean
cld_web_index_find(const CldWebIndex *self, const char *id, guint *row)
{
    guint low = 0, high = self->by_id->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        *row = g_array_index(self->by_id, guint, middle);
        gint order = strcmp(((const CldFindingRow *)self->rows->pdata[*row])->id, id);
        if (order == 0)
            return TRUE;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return FALSE;
}

/* Returns: how many findings of all have no decision that holds */
guint
cld_web_index_count_todo(const CldWebIndex *self)
{
    guint n = 0;
    for (guint i = 0; i < self->entries->len; i++)
        n += !cld_review_state_is_decided(cld_web_index_get_state(self, i));
    return n;
}

/* The name of value @i of a facet whose values the program knows; %NULL behind the last. */
static const char *
name_of(const CldWebIndex *self, CldWebFacet facet, guint i)
{
    switch (facet) {
    case CLD_WEB_BY_STATE:
        return i < CLD_N_REVIEWS ? cld_web_state_get_name((CldReviewState)i) : NULL;
    case CLD_WEB_BY_KIND:
        return i < CLD_N_KINDS ? cld_kind_get_tag((CldKind)i) : NULL;
    case CLD_WEB_BY_TYPE:
        return i < CLD_N_TYPES ? self->types[i] : NULL;
    case CLD_WEB_BY_SEVERITY:
        return i <= CLD_SEVERITY_HIGH ? cld_severity_get_tag((CldSeverity)i) : NULL;
    case CLD_WEB_BY_RELATION:
        if (i == CLD_RELATION_NONE)
            return "none";
        return i < CLD_N_RELATIONS ? cld_relation_get_tag((CldRelation)i) : NULL;
    default:
        return i < self->names->len ? g_ptr_array_index(self->names, i) : NULL;
    }
}

/* One number of an entry for each facet but the outlets. */
static guint
value_of(const Entry *entry, CldWebFacet facet)
{
    const guint8 values[] = {entry->state, entry->kind, entry->type, entry->severity,
                             entry->relation};
    return values[facet];
}

/* What of the filter is wanted, as numbers: one flag a value of each facet. */
typedef struct {
    gboolean is_set[CLD_WEB_N_FACETS];
    guint8 *wanted[CLD_WEB_N_FACETS]; /* (owned) */
    guint *n[CLD_WEB_N_FACETS];       /* (owned) */
    guint n_values[CLD_WEB_N_FACETS];
} Question;

static gboolean
is_wanted(CldWebFacet facet, const char *wanted, guint i, const char *name)
{
    if (facet == CLD_WEB_BY_STATE && g_str_equal(wanted, "todo"))
        return !cld_review_state_is_decided((CldReviewState)i);
    return g_str_equal(wanted, name);
}

static void
question_init(Question *self, const CldWebIndex *index, const CldWebFilter *filter)
{
    for (guint facet = 0; facet < CLD_WEB_N_FACETS; facet++) {
        guint n = 0;
        while (name_of(index, (CldWebFacet)facet, n) != NULL)
            n++;
        self->n_values[facet] = n;
        self->n[facet] = g_new0(guint, n + 1);
        self->wanted[facet] = g_new0(guint8, n + 1);
        self->is_set[facet] = *filter->wanted[facet] != '\0';
        for (guint i = 0; i < n && self->is_set[facet]; i++)
            self->wanted[facet][i] = (guint8)is_wanted((CldWebFacet)facet, filter->wanted[facet], i,
                                                       name_of(index, (CldWebFacet)facet, i));
    }
}

static void
question_clear(Question *self)
{
    for (guint facet = 0; facet < CLD_WEB_N_FACETS; facet++) {
        g_free(self->wanted[facet]);
        g_free(self->n[facet]);
    }
}

static gboolean
has_outlet(const CldWebIndex *self, const Entry *entry, const guint8 *wanted)
{
    for (guint i = 0; i < entry->n_outlets; i++) {
        if (wanted[g_array_index(self->outlets, guint, entry->first_outlet + i)])
            return TRUE;
    }
    return FALSE;
}

/* Returns: how many filters hold the entry back; @last is one of them */
static guint
count_refusals(const CldWebIndex *self, const Question *question, const Entry *entry, guint *last)
{
    guint n = 0;
    for (guint facet = 0; facet < CLD_WEB_N_FACETS; facet++) {
        const guint8 *wanted = question->wanted[facet];
        if (!question->is_set[facet])
            continue;
        if (facet == CLD_WEB_BY_OUTLET ? has_outlet(self, entry, wanted)
                                       : wanted[value_of(entry, (CldWebFacet)facet)])
            continue;
        *last = facet;
        n++;
    }
    return n;
}

static void
count_value(const CldWebIndex *self, Question *question, const Entry *entry, guint facet)
{
    if (facet != CLD_WEB_BY_OUTLET) {
        question->n[facet][value_of(entry, (CldWebFacet)facet)]++;
        return;
    }
    for (guint i = 0; i < entry->n_outlets; i++)
        question->n[facet][g_array_index(self->outlets, guint, entry->first_outlet + i)]++;
}

/* A finding that one filter alone holds back counts for the other values of that filter. */
static void
ask_row(CldWebIndex *self, Question *question, guint row)
{
    const Entry *entry = &g_array_index(self->entries, Entry, row);
    guint only = CLD_WEB_N_FACETS;
    guint n = count_refusals(self, question, entry, &only);
    if (n > 1 || !g_array_index(self->matches, guint8, row))
        return;
    self->view.n_all += n == 0 || only == CLD_WEB_BY_STATE;
    if (n == 0)
        g_array_append_val(self->view.rows, row);
    for (guint facet = 0; facet < CLD_WEB_N_FACETS; facet++) {
        if (n == 0 || facet == only)
            count_value(self, question, entry, facet);
    }
}

static gboolean
has_words(const char *folded, char **words)
{
    for (guint i = 0; i < MAX_WORDS && words[i] != NULL; i++) {
        if (strstr(folded, words[i]) == NULL)
            return FALSE;
    }
    return TRUE;
}

/* Searching the texts is the one slow step, so it is done again only for other words. */
static void
match_words(CldWebIndex *self, const char *text)
{
    if (self->are_words_known && g_strcmp0(self->last.words, text) == 0)
        return;
    g_autofree char *folded = g_utf8_casefold(text, -1);
    g_auto(GStrv) words = g_strsplit_set(folded, " \t\n", 0);
    g_array_set_size(self->matches, self->entries->len);
    for (guint i = 0; i < self->entries->len; i++)
        g_array_index(self->matches, guint8, i) =
            (guint8)has_words(g_array_index(self->entries, Entry, i).folded, words);
    self->are_words_known = TRUE;
}

static void
keep_counts(CldWebIndex *self, const Question *question)
{
    for (guint facet = 0; facet < CLD_WEB_N_FACETS; facet++) {
        g_array_set_size(self->view.counts[facet], 0);
        for (guint i = 0; i < question->n_values[facet]; i++) {
            CldWebCount count = {name_of(self, (CldWebFacet)facet, i), question->n[facet][i]};
            if (count.n > 0)
                g_array_append_val(self->view.counts[facet], count);
        }
    }
}

static void
keep_filter(CldWebIndex *self, const CldWebFilter *filter)
{
    cld_web_filter_clear(&self->last);
    self->last.words = g_strdup(filter->words);
    for (guint i = 0; i < CLD_WEB_N_FACETS; i++)
        self->last.wanted[i] = g_strdup(filter->wanted[i]);
    self->is_known = TRUE;
}

/**
 * cld_web_index_ask:
 * @self: the index
 * @filter: what is wanted
 *
 * Returns: (transfer none): what @filter lets through; good until the next call
 */
const CldWebView *
cld_web_index_ask(CldWebIndex *self, const CldWebFilter *filter)
{
    Question question = {0};
    if (self->is_known && cld_web_filter_equal(&self->last, filter))
        return &self->view;
    match_words(self, filter->words);
    question_init(&question, self, filter);
    g_array_set_size(self->view.rows, 0);
    self->view.n_all = 0;
    for (guint i = 0; i < self->entries->len; i++)
        ask_row(self, &question, i);
    keep_counts(self, &question);
    keep_filter(self, filter);
    question_clear(&question);
    return &self->view;
}
