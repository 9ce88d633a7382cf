/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-event.h"
#include "cld-lexicon.h"
#include "cld-weights.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Keys kept of an article: the most telling ones. */
#define MAX_ARTICLE_KEYS 80
/* Articles that share a key before it opens no more candidates: what everybody writes about. */
#define MAX_POSTING 200
/* Neighbours kept of an article. */
#define MAX_NEIGHBOURS 40
/* Claims of the headline and the lead say what the article is about. */
#define LEAD_FACTOR     2.0
#define HEADLINE_FACTOR 3.0
#define NAME_FACTOR     1.8
#define IDF_UNKNOWN     8.0
/* Average linkage goes down from START to the fitted mean in so many steps. */
#define PASSES 16
#define START  0.6
/* Reports this close in time are not held apart by it. */
#define FRESH_DAYS 7

/* One article as a weighted bag of what it is about. */
typedef struct {
    GArray *keys; /* (element-type Key) ascending by id */
    double norm;
    gint64 minute; /* publication, or G_MININT64 */
} Profile;

typedef struct {
    guint id;
    double weight;
} Key;

typedef struct {
    guint a, b;
    double similarity;
} Edge;

/* Groups under construction: union-find plus the members of each root. */
typedef struct {
    guint *parent;
    GPtrArray *members; /* (element-type GArray) of guint, by root */
    GHashTable *edges;  /* a * n + b -> similarity */
    guint n;
} Groups;

static gint
compare_ids(gconstpointer a, gconstpointer b)
{
    const Key *x = a;
    const Key *y = b;
    return x->id < y->id ? -1 : x->id > y->id;
}

static gint
compare_weights(gconstpointer a, gconstpointer b)
{
    const Key *x = a;
    const Key *y = b;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return compare_ids(a, b);
}

static double
background(const char *stem)
{
    const CldLexicon *idf = cld_lexicon_get("idf");
    const CldLexicon *generic = cld_lexicon_get("generic");
    const char *const *values = idf == NULL ? NULL : cld_lexicon_lookup(idf, stem);
    const char *const *scale = generic == NULL ? NULL : cld_lexicon_lookup(generic, stem);
    double weight =
        values == NULL || values[0] == NULL ? IDF_UNKNOWN : g_ascii_strtod(values[0], NULL);
    return scale == NULL || scale[0] == NULL ? weight : weight * g_ascii_strtod(scale[0], NULL);
}

static double
part_factor(CldPart part)
{
    return part == CLD_PART_HEADLINE ? HEADLINE_FACTOR : part == CLD_PART_LEAD ? LEAD_FACTOR : 1.0;
}

static guint
id_of(GHashTable *ids, const char *key)
{
    gpointer known = g_hash_table_lookup(ids, key);
    if (known != NULL)
        return GPOINTER_TO_UINT(known) - 1;
    guint id = g_hash_table_size(ids);
    g_hash_table_insert(ids, (gpointer)key, GUINT_TO_POINTER(id + 1));
    return id;
}

static void
count_claim(GHashTable *ids, GArray *keys, const CldClaim *claim)
{
    if (claim->part == CLD_PART_BACKGROUND)
        return; /* background is about other events */
    for (guint i = 0; i < claim->terms->len; i++) {
        const CldTerm *term = &g_array_index(claim->terms, CldTerm, i);
        gboolean is_name = term->entity != NULL;
        Key key = {id_of(ids, is_name                 ? term->entity
                              : term->concept != NULL ? term->concept
                                                      : term->stem),
                   part_factor(claim->part)};
        key.weight *= is_name ? IDF_UNKNOWN * NAME_FACTOR : background(term->stem);
        if (key.weight > 0)
            g_array_append_val(keys, key);
    }
}

/* Adds up the entries of one key, with falling returns: the tenth mention says little. */
static void
settle(Profile *self)
{
    g_array_sort(self->keys, compare_ids);
    guint kept = 0;
    for (guint i = 0; i < self->keys->len;) {
        Key sum = g_array_index(self->keys, Key, i);
        double top = sum.weight, total = 0;
        guint j = i;
        for (; j < self->keys->len && g_array_index(self->keys, Key, j).id == sum.id; j++) {
            top = MAX(top, g_array_index(self->keys, Key, j).weight);
            total += g_array_index(self->keys, Key, j).weight;
        }
        sum.weight = top * (1 + log(total / top));
        g_array_index(self->keys, Key, kept++) = sum;
        i = j;
    }
    g_array_set_size(self->keys, kept);
    g_array_sort(self->keys, compare_weights);
    g_array_set_size(self->keys, MIN(self->keys->len, MAX_ARTICLE_KEYS));
    g_array_sort(self->keys, compare_ids);
    double sum = 0;
    for (guint i = 0; i < self->keys->len; i++)
        sum += pow(g_array_index(self->keys, Key, i).weight, 2);
    self->norm = sqrt(sum);
}

static Profile *
make_profiles(const CldReport *report, GHashTable *ids)
{
    Profile *profiles = g_new0(Profile, report->articles->len + 1);
    for (guint i = 0; i < report->articles->len; i++) {
        const CldArticle *article = g_ptr_array_index(report->articles, i);
        profiles[i].keys = g_array_new(FALSE, FALSE, sizeof(Key));
        profiles[i].minute =
            cld_when_is_known(article->published) ? article->published.from : G_MININT64;
    }
    for (guint i = 0; i < report->claims->len; i++) {
        const CldClaim *claim = g_ptr_array_index(report->claims, i);
        count_claim(ids, profiles[claim->article].keys, claim);
    }
    for (guint i = 0; i < report->articles->len; i++)
        settle(&profiles[i]);
    return profiles;
}

static double
similarity(const Profile *x, const Profile *y)
{
    double sum = 0;
    for (guint i = 0, j = 0; i < x->keys->len && j < y->keys->len;) {
        const Key *p = &g_array_index(x->keys, Key, i);
        const Key *q = &g_array_index(y->keys, Key, j);
        if (p->id == q->id)
            sum += p->weight * q->weight;
        i += p->id <= q->id;
        j += q->id <= p->id;
    }
    return x->norm > 0 && y->norm > 0 ? sum / (x->norm * y->norm) : 0;
}

/* Far apart in time, more must be shared. */
static double
time_factor(const Profile *x, const Profile *y)
{
    if (x->minute == G_MININT64 || y->minute == G_MININT64)
        return 1;
    double days = fabs((double)(x->minute - y->minute)) / CLD_MINUTES_PER_DAY;
    double window = cld_weights_get("event", "window-days");
    double factor = window > 0 && days > FRESH_DAYS ? exp(-(days - FRESH_DAYS) / window) : 1;
    return MAX(factor, cld_weights_get("event", "floor"));
}

static gint
compare_edges(gconstpointer a, gconstpointer b)
{
    const Edge *x = a;
    const Edge *y = b;
    if (x->similarity != y->similarity)
        return x->similarity > y->similarity ? -1 : 1;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return x->b < y->b ? -1 : x->b > y->b;
}

static GPtrArray *
make_postings(const Profile *profiles, guint n, guint n_ids)
{
    GPtrArray *postings = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    for (guint i = 0; i < n_ids; i++)
        g_ptr_array_add(postings, g_array_new(FALSE, FALSE, sizeof(guint)));
    for (guint i = 0; i < n; i++)
        for (guint k = 0; k < profiles[i].keys->len; k++)
            g_array_append_val(
                g_ptr_array_index(postings, g_array_index(profiles[i].keys, Key, k).id), i);
    return postings;
}

/* The articles that share a key with article @i, each once, with what the shared keys weigh. */
static void
gather(const Profile *profiles, GPtrArray *postings, guint i, double *scores, GArray *touched)
{
    for (guint k = 0; k < profiles[i].keys->len; k++) {
        const Key *key = &g_array_index(profiles[i].keys, Key, k);
        const GArray *posting = g_ptr_array_index(postings, key->id);
        if (posting->len > MAX_POSTING)
            continue;
        for (guint j = 0; j < posting->len; j++) {
            guint other = g_array_index(posting, guint, j);
            if (other <= i)
                continue;
            if (scores[other] <= 0)
                g_array_append_val(touched, other);
            scores[other] += key->weight;
        }
    }
}

static GArray *
find_edges(const Profile *profiles, guint n, guint n_ids)
{
    GArray *edges = g_array_new(FALSE, FALSE, sizeof(Edge));
    g_autoptr(GPtrArray) postings = make_postings(profiles, n, n_ids);
    g_autofree double *scores = g_new0(double, n + 1);
    for (guint i = 0; i < n; i++) {
        g_autoptr(GArray) touched = g_array_new(FALSE, FALSE, sizeof(guint));
        g_autoptr(GArray) near = g_array_new(FALSE, FALSE, sizeof(Edge));
        gather(profiles, postings, i, scores, touched);
        for (guint t = 0; t < touched->len; t++) {
            guint j = g_array_index(touched, guint, t);
            Edge edge = {i, j, scores[j]};
            g_array_append_val(near, edge);
            scores[j] = 0;
        }
        g_array_sort(near, compare_edges);
        for (guint t = 0; t < MIN(near->len, MAX_NEIGHBOURS); t++) {
            Edge edge = g_array_index(near, Edge, t);
            edge.similarity = similarity(&profiles[i], &profiles[edge.b]) *
                              time_factor(&profiles[i], &profiles[edge.b]);
            g_array_append_val(edges, edge);
        }
    }
    g_array_sort(edges, compare_edges);
    return edges;
}

static guint
root_of(const Groups *self, guint i)
{
    while (self->parent[i] != i)
        i = self->parent[i] = self->parent[self->parent[i]];
    return i;
}

static double
edge_between(const Groups *self, guint a, guint b)
{
    gint64 code = (gint64)MIN(a, b) * self->n + MAX(a, b);
    const double *known = g_hash_table_lookup(self->edges, &code);
    return known == NULL ? 0 : *known;
}

/* Mean similarity of the two groups: one odd link does not join two events. */
static double
mean_between(const Groups *self, const GArray *x, const GArray *y)
{
    double sum = 0;
    for (guint i = 0; i < x->len; i++)
        for (guint j = 0; j < y->len; j++)
            sum += edge_between(self, g_array_index(x, guint, i), g_array_index(y, guint, j));
    return sum / ((double)x->len * (double)y->len);
}

static void
join(Groups *self, guint a, guint b)
{
    guint keep = MIN(a, b), give = MAX(a, b);
    GArray *into = g_ptr_array_index(self->members, keep);
    GArray *from = g_ptr_array_index(self->members, give);
    g_array_append_vals(into, from->data, from->len);
    g_array_set_size(from, 0);
    self->parent[give] = keep;
}

static void
groups_init(Groups *self, const GArray *edges, guint n)
{
    self->n = n;
    self->parent = g_new(guint, n + 1);
    self->members = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    self->edges = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    for (guint i = 0; i < n; i++) {
        GArray *own = g_array_new(FALSE, FALSE, sizeof(guint));
        g_array_append_val(own, i);
        g_ptr_array_add(self->members, own);
        self->parent[i] = i;
    }
    for (guint e = 0; e < edges->len; e++) {
        const Edge *edge = &g_array_index(edges, Edge, e);
        gint64 code = (gint64)edge->a * n + edge->b;
        g_hash_table_insert(self->edges, g_memdup2(&code, sizeof code),
                            g_memdup2(&edge->similarity, sizeof edge->similarity));
    }
}

static void
groups_clear(Groups *self)
{
    g_free(self->parent);
    g_ptr_array_unref(self->members);
    g_hash_table_unref(self->edges);
}

/* Joins groups whose members are as alike as @least on the whole. */
static void
join_above(Groups *self, const GArray *edges, double least)
{
    for (guint e = 0; e < edges->len; e++) {
        const Edge *edge = &g_array_index(edges, Edge, e);
        if (edge->similarity < least)
            break; /* descending: no later pair of single articles can be as alike */
        guint a = root_of(self, edge->a), b = root_of(self, edge->b);
        if (a != b && mean_between(self, g_ptr_array_index(self->members, a),
                                   g_ptr_array_index(self->members, b)) >= least)
            join(self, a, b);
    }
}

/* Average linkage in steps: the most alike groups are joined first, so that an article which would
 * fit two events goes where it fits better. */
static void
build_groups(Groups *self, const GArray *edges, gboolean is_one_event)
{
    double mean = cld_weights_get("event", "mean");
    for (guint i = 1; is_one_event && i < self->n; i++)
        join(self, root_of(self, 0), i);
    for (guint pass = 0; pass < PASSES; pass++)
        join_above(self, edges, mean + (START - mean) * (PASSES - 1 - pass) / (PASSES - 1));
}

static gint
compare_guints(gconstpointer a, gconstpointer b)
{
    guint x = *(const guint *)a, y = *(const guint *)b;
    return x < y ? -1 : x > y;
}

static const char *
title_of(const CldArticle *article)
{
    if (article->title != NULL)
        return article->title;
    return article->source;
}

static void
record_event(CldReport *report, GArray *members)
{
    g_array_sort(members, compare_guints);
    const CldArticle *first = g_ptr_array_index(report->articles, g_array_index(members, guint, 0));
    CldEvent *event = cld_report_add_event(report, title_of(first));
    for (guint i = 0; i < members->len; i++) {
        guint index = g_array_index(members, guint, i);
        const CldArticle *article = g_ptr_array_index(report->articles, index);
        g_array_append_val(event->articles, index);
        g_array_index(report->event_of, gint, index) = (gint)report->events->len - 1;
        if (!cld_when_is_known(article->published))
            continue;
        gboolean is_first = !cld_when_is_known(event->from);
        if (is_first || article->published.from < event->from.from)
            event->from = article->published;
        if (is_first || article->published.to > event->to.to)
            event->to = article->published;
    }
}

/**
 * cld_event_group:
 * @report: articles and claims are filled in; events and event_of are written
 * @options: what the user asked for
 *
 * Groups the articles that report one event: weighted bags of names and rare words, compared
 * through an index, joined from the most similar down while the groups are alike on the whole
 * (average linkage). Articles of no group become an event of their own.
 */
void
cld_event_group(CldReport *report, const CldEngineOptions *options)
{
    guint n = report->articles->len;
    g_autoptr(GHashTable) ids = g_hash_table_new(NULL, NULL);
    Profile *profiles = make_profiles(report, ids);
    g_autoptr(GArray) edges = find_edges(profiles, n, g_hash_table_size(ids));
    Groups groups = {0};
    groups_init(&groups, edges, n);
    build_groups(&groups, edges, options != NULL && options->is_one_event);
    for (guint i = 0; i < n; i++) {
        GArray *members = g_ptr_array_index(groups.members, i);
        if (members->len > 0)
            record_event(report, members);
    }
    groups_clear(&groups);
    for (guint i = 0; i < n; i++)
        g_array_unref(profiles[i].keys);
    g_free(profiles);
}

static gint
compare_key_weights(gconstpointer a, gconstpointer b)
{
    const CldIndexKey *x = a;
    const CldIndexKey *y = b;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return strcmp(x->key, y->key);
}

/**
 * cld_event_list_keys:
 * @claims: (element-type CldClaim): of one article
 *
 * What an index of articles needs to find those of the same event: two articles are as alike as the
 * sum of the products of the weights of their common keys.
 *
 * Returns: (transfer full) (element-type CldIndexKey): the article's most telling keys, a bounded
 * number, the heaviest first
 */
GArray *
cld_event_list_keys(const GPtrArray *claims)
{
    g_autoptr(GHashTable) ids = g_hash_table_new(NULL, NULL);
    Profile profile = {.keys = g_array_new(FALSE, FALSE, sizeof(Key))};
    for (guint i = 0; i < claims->len; i++)
        count_claim(ids, profile.keys, g_ptr_array_index(claims, i));
    settle(&profile);
    guint n_ids = g_hash_table_size(ids);
    g_autofree const char **names = g_new0(const char *, n_ids + 1);
    GHashTableIter iter;
    gpointer name, id;
    g_hash_table_iter_init(&iter, ids);
    while (g_hash_table_iter_next(&iter, &name, &id))
        names[GPOINTER_TO_UINT(id) - 1] = name;
    GArray *keys = g_array_new(FALSE, FALSE, sizeof(CldIndexKey));
    for (guint i = 0; i < profile.keys->len; i++) {
        const Key *key = &g_array_index(profile.keys, Key, i);
        CldIndexKey row = {names[key->id], key->weight / profile.norm};
        g_array_append_val(keys, row);
    }
    g_array_sort(keys, compare_key_weights);
    g_array_unref(profile.keys);
    return keys;
}
