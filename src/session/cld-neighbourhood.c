/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-neighbourhood.h"
#include "cld-event.h"
#include "cld-rewrite.h"
#include <string.h>

/* Stored articles that one comparison reads, on the whole, and for each new one at least. */
#define MAX_COMPARED  2000u
#define MIN_NEAR_EACH 8u

/* A comparison on its way. */
typedef struct {
    CldCollection *collection;
    const CldSessionOptions *options;
    GPtrArray *members; /* (unowned) (element-type CldMember): what is new, then its neighbours */
    GHashTable *known;  /* revisions that are members, or that a new member stands in for */
    GPtrArray *earlier; /* (owned) (element-type CldMember): versions of new members before, or
                           NULL, in the order of @members */
} Comparison;

/**
 * cld_member_new:
 * @article: (transfer full): the article
 * @identity: what makes it the same at the next reading
 * @revision: in the collection, or 0
 * @is_new: whether it is what the comparison is for
 *
 * Returns: (transfer full): a member without claims
 */
CldMember *
cld_member_new(CldArticle *article, const char *identity, gint64 revision, gboolean is_new)
{
    CldMember *self = g_new0(CldMember, 1);
    self->article = article;
    self->identity = g_strdup(identity);
    self->revision = revision;
    self->is_new = is_new;
    return self;
}

void
cld_member_free(CldMember *self)
{
    if (self == NULL)
        return;
    cld_article_unref(self->article);
    g_free(self->identity);
    g_clear_pointer(&self->claims, g_ptr_array_unref);
    g_free(self);
}

/* Returns: (transfer full) (element-type CldMember): none yet */
GPtrArray *
cld_members_new(void)
{
    return g_ptr_array_new_with_free_func((GDestroyNotify)cld_member_free);
}

/* Reads the claims of the members that have none yet. */
static void
extract(GPtrArray *members, const CldSessionOptions *options)
{
    g_autoptr(GPtrArray) articles = g_ptr_array_new();
    g_autoptr(GPtrArray) waiting = g_ptr_array_new();
    for (guint i = 0; i < members->len; i++) {
        CldMember *member = g_ptr_array_index(members, i);
        if (member == NULL || member->claims != NULL)
            continue;
        g_ptr_array_add(articles, member->article);
        g_ptr_array_add(waiting, member);
    }
    g_autoptr(GPtrArray) claims = cld_session_extract(articles, options);
    for (guint i = 0; i < waiting->len; i++) {
        CldMember *member = g_ptr_array_index(waiting, i);
        member->claims = g_ptr_array_ref(g_ptr_array_index(claims, i));
    }
}

static gboolean
take(Comparison *self, gint64 revision)
{
    return g_hash_table_add(self->known, g_memdup2(&revision, sizeof revision));
}

static CldMember *
load_member(Comparison *self, gint64 revision)
{
    CldArticle *article = cld_collection_load_article(self->collection, revision);
    if (article == NULL)
        return NULL;
    g_autofree char *identity = cld_collection_dup_identity(self->collection, revision);
    return cld_member_new(article, identity, revision, FALSE);
}

/* What is read from a file stands in for what is stored of the same article. */
static gint64
find_earlier(Comparison *self, const CldMember *member)
{
    if (member->revision != 0)
        return cld_collection_find_previous(self->collection, member->revision);
    return cld_collection_find_current(self->collection, member->identity);
}

static void
load_earlier(Comparison *self, const CldMember *member)
{
    gint64 revision = find_earlier(self, member);
    CldMember *earlier = revision == 0 ? NULL : load_member(self, revision);
    if (earlier != NULL && member->revision == 0)
        take(self, revision);
    if (earlier != NULL && g_str_equal(earlier->article->text, member->article->text))
        g_clear_pointer(&earlier, cld_member_free);
    g_ptr_array_add(self->earlier, earlier);
}

static void
load_near(Comparison *self, const CldMember *member, guint n_most)
{
    g_autoptr(GArray) keys = cld_event_list_keys(member->claims);
    g_autoptr(GArray) near =
        cld_collection_find_neighbours(self->collection, keys, member->article->published);
    for (guint i = 0; i < MIN(near->len, n_most); i++) {
        gint64 revision = g_array_index(near, CldNeighbour, i).revision;
        CldMember *neighbour = take(self, revision) ? load_member(self, revision) : NULL;
        if (neighbour != NULL)
            g_ptr_array_add(self->members, neighbour);
    }
}

/* Everything that is needed from the collection, as it is at one moment. */
static gboolean
load(Comparison *self, GError **error)
{
    guint n_new = self->members->len;
    guint n_most = MAX(MAX_COMPARED / MAX(n_new, 1), MIN_NEAR_EACH);
    if (self->collection == NULL)
        return TRUE;
    cld_collection_begin(self->collection, FALSE);
    for (guint i = 0; i < n_new; i++) {
        const CldMember *member = g_ptr_array_index(self->members, i);
        if (member->revision != 0)
            take(self, member->revision);
        load_earlier(self, member);
    }
    for (guint i = 0; i < n_new; i++)
        load_near(self, g_ptr_array_index(self->members, i), n_most);
    return cld_collection_end(self->collection, error);
}

/* By date, then by name: the same whatever was stored first. */
static gint
compare_members(gconstpointer a, gconstpointer b)
{
    const CldMember *x = *(CldMember *const *)a;
    const CldMember *y = *(CldMember *const *)b;
    if (x->article->published.from != y->article->published.from)
        return x->article->published.from < y->article->published.from ? -1 : 1;
    gint order = g_strcmp0(x->identity, y->identity);
    return order != 0 ? order : strcmp(x->article->source, y->article->source);
}

/* The claims are not yet seen by anybody else, so their article may still be named. */
static void
put_member(CldNeighbourhood *result, CldMember *member)
{
    const gint none = -1;
    CldReport *report = result->report;
    guint index = report->articles->len;
    g_ptr_array_add(report->articles, cld_article_ref(member->article));
    g_array_append_val(report->copy_of, none);
    g_array_append_val(report->event_of, none);
    g_array_append_val(result->revisions, member->revision);
    g_array_append_val(result->is_new, member->is_new);
    for (guint i = 0; i < member->claims->len; i++) {
        CldClaim *claim = g_ptr_array_index(member->claims, i);
        claim->article = index;
        g_ptr_array_add(report->claims, cld_claim_ref(claim));
    }
}

static gboolean
is_new_claim(const CldNeighbourhood *self, const CldClaim *claim)
{
    return g_array_index(self->is_new, gboolean, claim->article);
}

static gboolean
has_new_part(const CldNeighbourhood *self, const CldFinding *finding)
{
    for (guint i = 0; i < finding->sides->len; i++)
        if (is_new_claim(self, ((CldSide *)g_ptr_array_index(finding->sides, i))->claim))
            return TRUE;
    for (guint i = 0; i < finding->also->len; i++)
        if (is_new_claim(self, g_ptr_array_index(finding->also, i)))
            return TRUE;
    for (guint i = 0; i < finding->missing_from->len; i++)
        if (g_array_index(self->is_new, gboolean, g_array_index(finding->missing_from, guint, i)))
            return TRUE;
    return FALSE;
}

/* What is between old articles was said when they came; to say it anew because the words around
 * weigh otherwise now would be noise. */
static void
keep_new(CldNeighbourhood *self)
{
    g_autoptr(GPtrArray) all = self->report->findings;
    self->report->findings = g_ptr_array_new_with_free_func((GDestroyNotify)cld_finding_unref);
    for (guint i = 0; i < all->len; i++) {
        CldFinding *finding = g_ptr_array_index(all, i);
        if (has_new_part(self, finding))
            g_ptr_array_add(self->report->findings, cld_finding_ref(finding));
    }
    g_ptr_array_set_size(self->report->agreements, 0);
    for (guint i = self->report->not_compared->len; i-- > 0;) {
        const CldNotCompared *row = g_ptr_array_index(self->report->not_compared, i);
        if (row->article >= 0 && !g_array_index(self->is_new, gboolean, row->article))
            g_ptr_array_remove_index(self->report->not_compared, i);
    }
}

/* The earlier version comes behind all others: it was compared with nothing but its successor. */
static void
put_earlier(CldNeighbourhood *self, CldMember *earlier, guint index_of_now)
{
    guint index = self->report->articles->len;
    gint event = g_array_index(self->report->event_of, gint, index_of_now);
    put_member(self, earlier);
    g_array_index(self->report->event_of, gint, index) = event;
    if (event >= 0) {
        CldEvent *group = g_ptr_array_index(self->report->events, (guint)event);
        g_array_append_val(group->articles, index);
    }
}

/* @members is in the order of the report by now. */
static void
add_rewrites(Comparison *self, CldNeighbourhood *result, GHashTable *earlier_of)
{
    for (guint i = 0; i < self->members->len; i++) {
        CldMember *member = g_ptr_array_index(self->members, i);
        CldMember *earlier = g_hash_table_lookup(earlier_of, member);
        if (earlier == NULL)
            continue;
        guint n_before = result->report->findings->len;
        cld_rewrites_find(earlier->claims, member->claims, result->report->findings);
        if (result->report->findings->len > n_before)
            put_earlier(result, earlier, i);
    }
    cld_report_sort(result->report);
}

/* Returns: (transfer full): a comparison of nothing */
CldNeighbourhood *
cld_neighbourhood_new(void)
{
    CldNeighbourhood *self = g_new0(CldNeighbourhood, 1);
    self->report = cld_report_new();
    self->revisions = g_array_new(FALSE, FALSE, sizeof(gint64));
    self->is_new = g_array_new(FALSE, FALSE, sizeof(gboolean));
    return self;
}

void
cld_neighbourhood_free(CldNeighbourhood *self)
{
    cld_report_unref(self->report);
    g_array_unref(self->revisions);
    g_array_unref(self->is_new);
    g_free(self);
}

/* Returns: (transfer full): new member -> its earlier version */
static GHashTable *
map_earlier(const Comparison *self)
{
    GHashTable *map = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < self->earlier->len; i++) {
        gpointer earlier = g_ptr_array_index(self->earlier, i);
        if (earlier != NULL)
            g_hash_table_insert(map, g_ptr_array_index(self->members, i), earlier);
    }
    return map;
}

static CldNeighbourhood *
run(Comparison *self, GError **error)
{
    g_autoptr(CldNeighbourhood) result = cld_neighbourhood_new();
    g_autoptr(GHashTable) earlier_of = map_earlier(self);
    result->n_compared = self->members->len;
    g_ptr_array_sort(self->members, compare_members);
    for (guint i = 0; i < self->members->len; i++) {
        CldMember *member = g_ptr_array_index(self->members, i);
        result->n_compared -= member->is_new;
        put_member(result, member);
    }
    CldSessionOptions options = *self->options;
    options.collection = self->collection;
    if (!cld_session_run_engine(result->report, &options, error))
        return NULL;
    keep_new(result);
    add_rewrites(self, result, earlier_of);
    return g_steal_pointer(&result);
}

/**
 * cld_neighbourhood_compare:
 * @collection: (nullable): what is stored
 * @members: (element-type CldMember): what is new; neighbours are added, and the order changes
 * @options: how to read and compare
 * @error: return location, or %NULL
 *
 * Compares articles with those of the collection that are about the same things, and with each
 * other; and each with its own earlier version, for sentences that were rewritten. How many stored
 * articles are read depends on how many are new, not on the size of the collection.
 *
 * Returns: (transfer full) (nullable): what was found
 */
CldNeighbourhood *
cld_neighbourhood_compare(CldCollection *collection,
                          GPtrArray *members,
                          const CldSessionOptions *options,
                          GError **error)
{
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    g_autoptr(GPtrArray) earlier = cld_members_new();
    Comparison comparison = {.collection = collection,
                             .options = options,
                             .members = members,
                             .known = known,
                             .earlier = earlier};
    extract(members, options);
    if (!load(&comparison, error))
        return NULL;
    extract(members, options);
    extract(earlier, options);
    return run(&comparison, error);
}
