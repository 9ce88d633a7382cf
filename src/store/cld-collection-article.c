/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-collection-private.h"
#include <string.h>

/* The revision of an article that counts now. */
typedef struct {
    gint64 id; /* 0: none */
    gint64 number;
    char *text_hash; /* (owned) */
    char *source;    /* (owned) */
} Current;

static void
current_clear(Current *self)
{
    g_free(self->text_hash);
    g_free(self->source);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Current, current_clear)

static gint64
run_for_id(CldCollection *self, sqlite3_stmt *statement)
{
    gint64 id = cld_db_next(self->db, statement) ? sqlite3_column_int64(statement, 0) : 0;
    if (statement != NULL)
        sqlite3_reset(statement);
    return id;
}

static gint64
find_article(CldCollection *self, const char *identity)
{
    sqlite3_stmt *statement = cld_db_prepare(self->db, "find-article");
    cld_db_bind_text(statement, ":identity", identity);
    return run_for_id(self, statement);
}

static Current
find_current(CldCollection *self, gint64 article)
{
    Current current = {0};
    sqlite3_stmt *statement = cld_db_prepare(self->db, "find-current");
    cld_db_bind_int(statement, ":article", article);
    if (cld_db_next(self->db, statement)) {
        current.id = sqlite3_column_int64(statement, 0);
        current.number = sqlite3_column_int64(statement, 1);
        current.text_hash = cld_db_dup_text(statement, 2);
        current.source = cld_db_dup_text(statement, 3);
        sqlite3_reset(statement);
    }
    return current;
}

static void
run_for(CldCollection *self, const char *name, gint64 revision)
{
    sqlite3_stmt *statement = cld_db_prepare(self->db, name);
    cld_db_bind_int(statement, ":revision", revision);
    cld_db_run(self->db, statement);
}

static void
put_hash(CldCollection *self, gint64 revision)
{
    g_autofree char *hash = cld_collection_hash_revision(self, revision);
    sqlite3_stmt *statement = cld_db_prepare(self->db, "set-row-hash");
    cld_db_bind_int(statement, ":revision", revision);
    cld_db_bind_text(statement, ":row_hash", hash);
    cld_db_run(self->db, statement);
}

static void
put_blocks(CldCollection *self, gint64 revision, const CldArticle *article)
{
    run_for(self, "drop-blocks", revision);
    for (guint i = 0; i < article->blocks->len; i++) {
        sqlite3_stmt *statement = cld_db_prepare(self->db, "put-block");
        cld_db_bind_int(statement, ":revision", revision);
        cld_db_bind_int(statement, ":number", i);
        cld_columns_bind(statement, cld_columns_of_block.columns, cld_columns_of_block.n_columns,
                         &g_array_index(article->blocks, CldBlock, i));
        cld_db_run(self->db, statement);
    }
}

static void
put_claims(CldCollection *self, gint64 revision, const GPtrArray *claims)
{
    for (guint i = 0; i < claims->len; i++) {
        sqlite3_stmt *statement = cld_db_prepare(self->db, "put-claim");
        cld_db_bind_int(statement, ":revision", revision);
        cld_columns_bind(statement, cld_columns_of_claim.columns, cld_columns_of_claim.n_columns,
                         g_ptr_array_index(claims, i));
        cld_db_run(self->db, statement);
    }
    sqlite3_stmt *statement = cld_db_prepare(self->db, "drop-claims-after");
    cld_db_bind_int(statement, ":revision", revision);
    cld_db_bind_int(statement, ":number", claims->len);
    cld_db_run(self->db, statement);
}

static gint64
get_term(CldCollection *self, const char *key)
{
    sqlite3_stmt *statement = cld_db_prepare(self->db, "find-term");
    cld_db_bind_text(statement, ":key", key);
    gint64 id = run_for_id(self, statement);
    if (id != 0)
        return id;
    statement = cld_db_prepare(self->db, "put-term");
    cld_db_bind_text(statement, ":key", key);
    cld_db_run(self->db, statement);
    return cld_db_get_last_id(self->db);
}

static void
put_postings(CldCollection *self, gint64 revision, const GArray *keys, CldWhen published)
{
    run_for(self, "drop-postings", revision);
    for (guint i = 0; i < keys->len; i++) {
        const CldIndexKey *key = &g_array_index(keys, CldIndexKey, i);
        gint64 term = get_term(self, key->key);
        sqlite3_stmt *statement = cld_db_prepare(self->db, "put-posting");
        cld_db_bind_int(statement, ":term", term);
        cld_db_bind_int(statement, ":day", cld_collection_day_of(published));
        cld_db_bind_int(statement, ":revision", revision);
        cld_db_bind_real(statement, ":weight", key->weight);
        cld_db_run(self->db, statement);
    }
}

static gboolean
is_current(CldCollection *self, gint64 revision)
{
    sqlite3_stmt *statement = cld_db_prepare(self->db, "is-current");
    cld_db_bind_int(statement, ":revision", revision);
    return run_for_id(self, statement) != 0;
}

/**
 * cld_collection_read_anew:
 * @self: a collection in a sequence for writing
 * @revision: of the article
 * @reading: the same text, read again
 *
 * Replaces the facts, the claims and the index entries of a stored text.
 */
void
cld_collection_read_anew(CldCollection *self, gint64 revision, const CldReading *reading)
{
    sqlite3_stmt *statement = cld_db_prepare(self->db, "update-revision");
    cld_db_bind_int(statement, ":revision", revision);
    cld_db_bind_text(statement, ":read_by", reading->read_by);
    cld_columns_bind(statement, cld_columns_of_article.columns, cld_columns_of_article.n_columns,
                     reading->article);
    cld_db_run(self->db, statement);
    put_blocks(self, revision, reading->article);
    put_claims(self, revision, reading->claims);
    if (is_current(self, revision)) /* the others are not in the index */
        put_postings(self, revision, reading->keys, reading->article->published);
    put_hash(self, revision);
}

static gint64
put_revision(CldCollection *self,
             gint64 article,
             gint64 number,
             const char *text_hash,
             const CldReading *reading)
{
    sqlite3_stmt *statement = cld_db_prepare(self->db, "put-revision");
    cld_db_bind_int(statement, ":article", article);
    cld_db_bind_int(statement, ":number", number);
    cld_db_bind_int(statement, ":added_unix", g_get_real_time() / G_USEC_PER_SEC);
    cld_db_bind_text(statement, ":text_hash", text_hash);
    cld_db_bind_text(statement, ":read_by", reading->read_by);
    cld_columns_bind(statement, cld_columns_of_article.columns, cld_columns_of_article.n_columns,
                     reading->article);
    cld_db_run(self->db, statement);
    gint64 revision = cld_db_get_last_id(self->db);
    put_blocks(self, revision, reading->article);
    put_claims(self, revision, reading->claims);
    put_postings(self, revision, reading->keys, reading->article->published);
    put_hash(self, revision);
    return revision;
}

/* Only what is current is found through the index. */
static void
retire(CldCollection *self, gint64 revision)
{
    run_for(self, "retire-revision", revision);
    run_for(self, "drop-postings", revision);
    put_hash(self, revision);
}

static gboolean
is_other_text(const char *now, const char *before)
{
    return now != NULL && g_strcmp0(now, before) != 0;
}

/* What a reading does not know is no change: a date without a year is settled by the articles that
 * were read beside it. */
static gboolean
is_other_article(const CldArticle *now, const CldArticle *before)
{
    gboolean is_other_date = cld_when_is_known(now->published) &&
                             (now->published.from != before->published.from ||
                              now->published.to != before->published.to) &&
                             now->month_day == 0;
    g_autofree char *authors = cld_columns_join(now->authors);
    g_autofree char *authors_before = cld_columns_join(before->authors);
    return is_other_date || is_other_text(now->outlet, before->outlet) ||
           is_other_text(now->title, before->title) || is_other_text(now->url, before->url) ||
           is_other_text(now->language, before->language) ||
           (*authors != '\0' && strcmp(authors, authors_before) != 0);
}

static CldStored
refresh(CldCollection *self, gint64 revision, const CldReading *reading)
{
    g_autoptr(CldArticle) before = cld_collection_load_article(self, revision);
    if (before == NULL || !is_other_article(reading->article, before))
        return CLD_STORED_UNCHANGED;
    cld_collection_read_anew(self, revision, reading);
    run_for(self, "unsettle", revision);
    return CLD_STORED_REFRESHED;
}

/* The same words of one outlet under another name: a file that was moved or copied. */
static gint64
find_same_text(CldCollection *self, const CldReading *reading, const char *hash)
{
    sqlite3_stmt *statement = cld_db_prepare(self->db, "find-same-text");
    cld_db_bind_text(statement, ":text_hash", hash);
    cld_db_bind_text(statement, ":outlet", reading->article->outlet);
    return run_for_id(self, statement);
}

/* Two files with two versions of one article: the earlier one, read again, is not news. A file that
 * went back to what it said is. */
static gboolean
is_earlier_file(CldCollection *self,
                const Current *current,
                gint64 article,
                const char *source,
                const char *hash)
{
    if (g_strcmp0(current->source, source) == 0)
        return FALSE;
    sqlite3_stmt *statement = cld_db_prepare(self->db, "find-earlier-text");
    cld_db_bind_int(statement, ":article", article);
    cld_db_bind_text(statement, ":text_hash", hash);
    return run_for_id(self, statement) != 0;
}

/* The file that an article was read from is gone, and its words stand in another: the article goes
 * with them, so that what is rewritten there later is seen as such. */
static CldStored
follow(CldCollection *self, gint64 revision, const CldReading *reading)
{
    g_autoptr(CldArticle) before = cld_collection_load_article(self, revision);
    g_autofree char *own = g_strconcat("file ", reading->article->source, NULL);
    if (before == NULL || reading->folder == NULL || !g_str_equal(reading->identity, own))
        return CLD_STORED_UNCHANGED;
    g_autofree char *path = g_canonicalize_filename(before->source, reading->folder);
    if (g_file_test(path, G_FILE_TEST_EXISTS))
        return CLD_STORED_UNCHANGED;
    g_autofree char *old = g_strconcat("file ", before->source, NULL);
    sqlite3_stmt *statement = cld_db_prepare(self->db, "move-article");
    cld_db_bind_int(statement, ":revision", revision);
    cld_db_bind_text(statement, ":identity", reading->identity);
    cld_db_bind_text(statement, ":before", old);
    cld_db_run(self->db, statement);
    cld_collection_read_anew(self, revision, reading);
    return CLD_STORED_REFRESHED;
}

static CldStored
put_new(CldCollection *self, const CldReading *reading, const char *hash, gint64 *revision)
{
    *revision = find_same_text(self, reading, hash);
    if (*revision != 0)
        return follow(self, *revision, reading);
    sqlite3_stmt *statement = cld_db_prepare(self->db, "put-article");
    cld_db_bind_text(statement, ":identity", reading->identity);
    cld_db_run(self->db, statement);
    *revision = put_revision(self, cld_db_get_last_id(self->db), 1, hash, reading);
    return CLD_STORED_ADDED;
}

/**
 * cld_collection_put:
 * @self: a collection in a sequence for writing
 * @reading: an article and what was read out of it
 * @revision: (out): where it is now
 *
 * Stores an article. The same text under the same identity is stored once; another text is a new
 * revision, and the earlier one is kept.
 *
 * Returns: what became of it
 */
CldStored
cld_collection_put(CldCollection *self, const CldReading *reading, gint64 *revision)
{
    g_autofree char *hash =
        g_compute_checksum_for_string(G_CHECKSUM_SHA256, reading->article->text, -1);
    gint64 article = find_article(self, reading->identity);
    if (article == 0)
        return put_new(self, reading, hash, revision);
    g_auto(Current) current = find_current(self, article);
    *revision = current.id;
    if (g_strcmp0(current.text_hash, hash) == 0)
        return refresh(self, current.id, reading);
    if (is_earlier_file(self, &current, article, reading->article->source, hash))
        return CLD_STORED_UNCHANGED;
    retire(self, current.id);
    *revision = put_revision(self, article, current.number + 1, hash, reading);
    return CLD_STORED_REVISED;
}

/* A check has passed the article: the next one speaks of it only through what is new then. */
void
cld_collection_settle(CldCollection *self, gint64 revision)
{
    run_for(self, "settle", revision);
}

static void
load_blocks(CldCollection *self, gint64 revision, CldArticle *article)
{
    sqlite3_stmt *statement = cld_db_prepare(self->db, "load-blocks");
    cld_db_bind_int(statement, ":revision", revision);
    while (cld_db_next(self->db, statement)) {
        CldBlock block = {0};
        if (!cld_columns_read(statement, 0, cld_columns_of_block.columns,
                              cld_columns_of_block.n_columns, &block))
            cld_db_fail(self->db, SQLITE_CORRUPT, "a paragraph of an article");
        g_array_append_val(article->blocks, block);
    }
}

/**
 * cld_collection_load_article:
 * @self: a collection in a sequence
 * @revision: of the article
 *
 * Returns: (transfer full) (nullable): the article without what was thrown away at reading; %NULL
 * after a failure
 */
CldArticle *
cld_collection_load_article(CldCollection *self, gint64 revision)
{
    g_autoptr(CldArticle) article = cld_article_alloc(NULL, NULL);
    g_autoptr(GError) error = NULL;
    sqlite3_stmt *statement = cld_db_prepare(self->db, "load-article");
    cld_db_bind_int(statement, ":revision", revision);
    if (!cld_db_next(self->db, statement) ||
        !cld_columns_read(statement, 0, cld_columns_of_article.columns,
                          cld_columns_of_article.n_columns, article) ||
        article->text == NULL || article->source == NULL) {
        cld_db_fail(self->db, SQLITE_CORRUPT, "an article");
        return NULL;
    }
    sqlite3_reset(statement);
    article->text_bytes = strlen(article->text);
    load_blocks(self, revision, article);
    if (!cld_article_check(article, &error))
        cld_db_fail(self->db, SQLITE_CORRUPT, error->message);
    return cld_db_has_failed(self->db) ? NULL : g_steal_pointer(&article);
}

/* Returns: (transfer full) (nullable): what makes the article the same at the next reading */
char *
cld_collection_dup_identity(CldCollection *self, gint64 revision)
{
    sqlite3_stmt *statement = cld_db_prepare(self->db, "find-identity");
    cld_db_bind_int(statement, ":revision", revision);
    char *identity = cld_db_next(self->db, statement) ? cld_db_dup_text(statement, 0) : NULL;
    if (statement != NULL)
        sqlite3_reset(statement);
    return identity;
}

/* Returns: %TRUE if that version of the program read the article's claims out of it */
gboolean
cld_collection_is_read_by(CldCollection *self, gint64 revision, const char *version)
{
    sqlite3_stmt *statement = cld_db_prepare(self->db, "find-reader");
    cld_db_bind_int(statement, ":revision", revision);
    gboolean is_same = cld_db_next(self->db, statement) &&
                       g_strcmp0((const char *)sqlite3_column_text(statement, 0), version) == 0;
    if (statement != NULL)
        sqlite3_reset(statement);
    return is_same;
}

/* Returns: the revision of that article that counts now; 0 if there is no such article */
gint64
cld_collection_find_current(CldCollection *self, const char *identity)
{
    g_auto(Current) current = find_current(self, find_article(self, identity));
    return current.id;
}

/* Returns: the revision before that one; 0 if it is the first */
gint64
cld_collection_find_previous(CldCollection *self, gint64 revision)
{
    sqlite3_stmt *statement = cld_db_prepare(self->db, "find-previous");
    cld_db_bind_int(statement, ":revision", revision);
    return run_for_id(self, statement);
}

/**
 * cld_collection_list:
 * @self: a collection in a sequence
 * @which: which revisions
 *
 * Returns: (transfer full) (element-type gint64): the revisions, by identity: the same order
 * whatever came first
 */
GArray *
cld_collection_list(CldCollection *self, CldWhichRevisions which)
{
    static const char *const names[CLD_N_WHICH_REVISIONS] = {"list-all", "list-current",
                                                             "list-unsettled"};
    GArray *list = g_array_new(FALSE, FALSE, sizeof(gint64));
    sqlite3_stmt *statement = cld_db_prepare(self->db, names[which]);
    while (cld_db_next(self->db, statement)) {
        gint64 revision = sqlite3_column_int64(statement, 0);
        g_array_append_val(list, revision);
    }
    return list;
}
