/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-collection.h"
#include "report-fixture.h"
#include <glib/gstdio.h>
#include <string.h>

typedef struct {
    char *folder;
    char *path;
    CldCollection *collection;
    CldReport *report;
    GArray *revisions;
} Fixture;

static void
set_up(Fixture *f, gconstpointer unused)
{
    g_autoptr(GError) error = NULL;
    f->folder = g_dir_make_tmp("claimdiff-XXXXXX", NULL);
    f->path = g_build_filename(f->folder, CLD_COLLECTION_FOLDER, CLD_COLLECTION_FILE, NULL);
    f->collection = cld_collection_create(f->path, &error);
    g_assert_no_error(error);
    f->report = report_fixture_new_story();
    f->revisions = g_array_new(FALSE, FALSE, sizeof(gint64));
}

static void
remove_all(const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *name;
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_DIR))
            remove_all(path);
        else
            g_unlink(path);
    }
    g_rmdir(folder);
}

static void
tear_down(Fixture *f, gconstpointer unused)
{
    g_clear_pointer(&f->collection, cld_collection_close);
    cld_report_unref(f->report);
    g_array_unref(f->revisions);
    remove_all(f->folder);
    g_free(f->folder);
    g_free(f->path);
}

static GPtrArray *
claims_of(const CldReport *report, guint article)
{
    GPtrArray *claims = g_ptr_array_new();
    for (guint i = 0; i < report->claims->len; i++) {
        CldClaim *claim = g_ptr_array_index(report->claims, i);
        if (claim->article == article)
            g_ptr_array_add(claims, claim);
    }
    return claims;
}

/* Article @i is about its own key and about the common one. */
static CldStored
put(Fixture *f, const CldArticle *article, guint i, gint64 *revision)
{
    g_autofree char *identity = g_strdup_printf("file %u", i);
    g_autofree char *own = g_strdup_printf("own-%u", i);
    g_autoptr(GPtrArray) claims = claims_of(f->report, i);
    g_autoptr(GArray) keys = g_array_new(FALSE, FALSE, sizeof(CldIndexKey));
    CldIndexKey rows[] = {{g_intern_string(own), 0.8}, {"common", 0.6}};
    g_array_append_vals(keys, rows, G_N_ELEMENTS(rows));
    CldReading reading = {identity, article, claims, keys, "1", NULL};
    return cld_collection_put(f->collection, &reading, revision);
}

static void
put_story(Fixture *f)
{
    g_autoptr(GError) error = NULL;
    cld_collection_begin(f->collection, TRUE);
    for (guint i = 0; i < f->report->articles->len; i++) {
        gint64 revision = 0;
        g_assert_cmpint(put(f, g_ptr_array_index(f->report->articles, i), i, &revision), ==,
                        CLD_STORED_ADDED);
        g_array_append_val(f->revisions, revision);
    }
    cld_collection_put_findings(f->collection, f->report, f->revisions);
    g_assert_true(cld_collection_commit(f->collection, &error));
    g_assert_no_error(error);
}

static void
assert_sound(Fixture *f)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) problems = cld_collection_check(f->collection, &error);
    g_assert_no_error(error);
    for (guint i = 0; i < problems->len; i++)
        g_test_message("%s", (char *)g_ptr_array_index(problems, i));
    g_assert_cmpuint(problems->len, ==, 0);
}

static void
compare_articles(const CldArticle *a, const CldArticle *b)
{
    g_assert_cmpstr(a->source, ==, b->source);
    g_assert_cmpstr(a->outlet, ==, b->outlet);
    g_assert_cmpstr(a->outlet_from, ==, b->outlet_from);
    g_assert_cmpstr(a->title, ==, b->title);
    g_assert_cmpstr(a->url, ==, b->url);
    g_assert_cmpstr(a->text, ==, b->text);
    g_assert_cmpint(a->published.from, ==, b->published.from);
    g_assert_cmpint(a->published.to, ==, b->published.to);
    g_assert_cmpuint(a->authors->len, ==, b->authors->len);
    g_assert_cmpuint(a->blocks->len, ==, b->blocks->len);
    for (guint i = 0; i < a->blocks->len; i++) {
        const CldBlock *x = &g_array_index(a->blocks, CldBlock, i);
        const CldBlock *y = &g_array_index(b->blocks, CldBlock, i);
        g_assert_cmpuint(x->span.start, ==, y->span.start);
        g_assert_cmpuint(x->span.end, ==, y->span.end);
        g_assert_cmpint(x->part, ==, y->part);
        g_assert_cmpuint(x->line, ==, y->line);
        g_assert_cmpstr(x->label, ==, y->label);
    }
}

static void
compare_claims(const CldClaim *a, const CldClaim *b)
{
    g_assert_cmpuint(a->number, ==, b->number);
    g_assert_cmpstr(a->text, ==, b->text);
    g_assert_cmpstr(a->holder, ==, b->holder);
    g_assert_cmpstr(a->holder_entity, ==, b->holder_entity);
    g_assert_cmpstr(a->cue, ==, b->cue);
    g_assert_cmpint(a->mode, ==, b->mode);
    g_assert_cmpint(a->polarity, ==, b->polarity);
    g_assert_cmpint(a->modality, ==, b->modality);
    g_assert_cmpuint(a->line, ==, b->line);
    g_assert_cmpuint(a->quote.start, ==, b->quote.start);
    g_assert_cmpint(a->said.from, ==, b->said.from);
    g_assert_cmpint(a->about.to, ==, b->about.to);
    g_assert_cmpuint(a->chain->len, ==, b->chain->len);
    for (guint i = 0; i < a->chain->len; i++)
        g_assert_cmpstr(g_ptr_array_index(a->chain, i), ==, g_ptr_array_index(b->chain, i));
}

static void
compare_sides(const CldSide *a, const CldSide *b)
{
    compare_claims(a->claim, b->claim);
    g_assert_cmpuint(a->camp, ==, b->camp);
    g_assert_cmpuint(a->highlights->len, ==, b->highlights->len);
    for (guint i = 0; i < a->highlights->len; i++) {
        CldSpan x = g_array_index(a->highlights, CldSpan, i);
        CldSpan y = g_array_index(b->highlights, CldSpan, i);
        g_assert_cmpuint(x.start, ==, y.start);
        g_assert_cmpuint(x.end, ==, y.end);
    }
}

static void
compare_findings(const CldFinding *a, const CldFinding *b)
{
    g_assert_cmpstr(a->id, ==, b->id);
    g_assert_cmpint(a->type, ==, b->type);
    g_assert_cmpint(a->relation, ==, b->relation);
    g_assert_cmpint(a->severity, ==, b->severity);
    g_assert_cmpfloat(a->confidence, ==, b->confidence);
    g_assert_cmpstr(a->subject, ==, b->subject);
    g_assert_cmpstr(a->explanation, ==, b->explanation);
    g_assert_cmpuint(a->basis->len, ==, b->basis->len);
    g_assert_cmpuint(a->also->len, ==, b->also->len);
    g_assert_cmpuint(a->missing_from->len, ==, b->missing_from->len);
    g_assert_cmpuint(a->sides->len, ==, b->sides->len);
    for (guint i = 0; i < a->sides->len; i++)
        compare_sides(g_ptr_array_index(a->sides, i), g_ptr_array_index(b->sides, i));
    g_assert_cmpuint(a->diff->len, ==, b->diff->len);
    for (guint i = 0; i < a->diff->len; i++) {
        const CldDiffStep *x = g_ptr_array_index(a->diff, i);
        const CldDiffStep *y = g_ptr_array_index(b->diff, i);
        g_assert_cmpint(x->op, ==, y->op);
        g_assert_cmpint(x->is_marked, ==, y->is_marked);
        g_assert_cmpstr(x->text, ==, y->text);
    }
}

static CldReport *
load_all(Fixture *f)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    for (guint i = 0; i < f->report->findings->len; i++)
        g_ptr_array_add(ids, ((CldFinding *)g_ptr_array_index(f->report->findings, i))->id);
    g_ptr_array_add(ids, NULL);
    CldReport *loaded =
        cld_collection_load_findings(f->collection, (const char *const *)ids->pdata, &error);
    g_assert_no_error(error);
    return loaded;
}

/* What goes in comes out, from another connection, too. */
static void
test_round_trip(Fixture *f, gconstpointer unused)
{
    g_autoptr(GError) error = NULL;
    put_story(f);
    cld_collection_close(f->collection);
    f->collection = cld_collection_open(f->path, &error);
    g_assert_no_error(error);
    assert_sound(f);
    cld_collection_begin(f->collection, FALSE);
    for (guint i = 0; i < f->report->articles->len; i++) {
        g_autoptr(CldArticle) article =
            cld_collection_load_article(f->collection, g_array_index(f->revisions, gint64, i));
        compare_articles(article, g_ptr_array_index(f->report->articles, i));
    }
    g_assert_true(cld_collection_end(f->collection, &error));
    g_autoptr(CldReport) loaded = load_all(f);
    g_assert_cmpuint(loaded->findings->len, ==, f->report->findings->len);
    for (guint i = 0; i < loaded->findings->len; i++)
        compare_findings(g_ptr_array_index(loaded->findings, i),
                         g_ptr_array_index(f->report->findings, i));
}

static void
test_list(Fixture *f, gconstpointer unused)
{
    g_autoptr(GError) error = NULL;
    put_story(f);
    guint64 version = cld_collection_get_version(f->collection);
    g_autoptr(GPtrArray) rows = cld_collection_list_findings(f->collection, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(rows->len, ==, f->report->findings->len);
    cld_report_sort(f->report);
    for (guint i = 0; i < rows->len; i++) {
        const CldFindingRow *row = g_ptr_array_index(rows, i);
        const CldFinding *finding = g_ptr_array_index(f->report->findings, i);
        const CldSide *side = g_ptr_array_index(finding->sides, 0);
        g_assert_cmpstr(row->id, ==, finding->id);
        g_assert_cmpint(row->type, ==, finding->type);
        g_assert_cmpint(row->relation, ==, finding->relation);
        g_assert_true(g_str_has_prefix(row->text, side->claim->text));
        g_assert_nonnull(row->outlets);
    }
    g_assert_cmpuint(cld_collection_get_version(f->collection), ==, version);
}

static CldArticle *
dup_article(const CldArticle *article, const char *text)
{
    CldArticle *copy = cld_article_alloc(article->source, article->format);
    copy->outlet = g_strdup(article->outlet);
    copy->title = g_strdup(article->title);
    copy->published = article->published;
    g_free(copy->text);
    copy->text = g_strdup(text);
    copy->text_bytes = strlen(text);
    return copy;
}

static void
commit(Fixture *f)
{
    g_autoptr(GError) error = NULL;
    g_assert_true(cld_collection_commit(f->collection, &error));
    g_assert_no_error(error);
}

static CldStored
put_text(Fixture *f, const char *source, const char *text, const char *outlet, gint64 *revision)
{
    g_autoptr(GPtrArray) claims = g_ptr_array_new();
    g_autoptr(GArray) keys = g_array_new(FALSE, FALSE, sizeof(CldIndexKey));
    g_autoptr(CldArticle) article = cld_article_alloc(source, "text");
    g_autofree char *identity = g_strconcat("url ", outlet, NULL);
    article->outlet = g_strdup(outlet);
    g_free(article->text);
    article->text = g_strdup(text);
    article->text_bytes = strlen(text);
    CldReading reading = {identity, article, claims, keys, "1", NULL};
    return cld_collection_put(f->collection, &reading, revision);
}

/* Which reading of a text is a revision. */
static void
test_revisions(Fixture *f, gconstpointer unused)
{
    gint64 first, second, third, other;
    cld_collection_begin(f->collection, TRUE);
    g_assert_cmpint(put_text(f, "a", "One.", "x", &first), ==, CLD_STORED_ADDED);
    g_assert_cmpint(put_text(f, "a", "One.", "x", &other), ==, CLD_STORED_UNCHANGED);
    g_assert_cmpint(other, ==, first);
    g_assert_cmpint(put_text(f, "b", "Two.", "x", &second), ==, CLD_STORED_REVISED);
    g_assert_cmpint(put_text(f, "a", "One.", "x", &other), ==, CLD_STORED_UNCHANGED);
    g_assert_cmpint(other, ==, second); /* the file of the first revision is no news */
    g_assert_cmpint(put_text(f, "b", "One.", "x", &third), ==, CLD_STORED_REVISED);
    g_assert_cmpint(cld_collection_find_previous(f->collection, third), ==, second);
    g_assert_cmpint(cld_collection_find_previous(f->collection, first), ==, 0);
    g_assert_cmpint(cld_collection_find_current(f->collection, "url x"), ==, third);
    g_assert_cmpint(cld_collection_find_current(f->collection, "url y"), ==, 0);
    g_assert_cmpint(put_text(f, "c", "One.", "y", &other), ==, CLD_STORED_ADDED);
    CldCollectionSize size = cld_collection_get_size(f->collection);
    commit(f);
    g_assert_cmpuint(size.n_articles, ==, 2);
    g_assert_cmpuint(size.n_revisions, ==, 4);
    g_assert_cmpuint(size.n_unsettled, ==, 2);
    assert_sound(f);
}

static void
test_refresh(Fixture *f, gconstpointer unused)
{
    gint64 revision = 0;
    put_story(f);
    g_autoptr(CldArticle) first =
        dup_article(g_ptr_array_index(f->report->articles, 0),
                    ((CldArticle *)g_ptr_array_index(f->report->articles, 0))->text);
    cld_collection_begin(f->collection, TRUE);
    cld_collection_settle(f->collection, g_array_index(f->revisions, gint64, 0));
    first->published = CLD_WHEN_UNKNOWN; /* what a reading does not know is no change */
    g_assert_cmpint(put(f, first, 0, &revision), ==, CLD_STORED_UNCHANGED);
    g_free(first->outlet);
    first->outlet = g_strdup("Another Name");
    g_assert_cmpint(put(f, first, 0, &revision), ==, CLD_STORED_REFRESHED);
    g_assert_cmpint(revision, ==, g_array_index(f->revisions, gint64, 0));
    g_autoptr(GArray) unsettled = cld_collection_list(f->collection, CLD_REVISIONS_UNSETTLED);
    g_assert_cmpuint(unsettled->len, ==, f->report->articles->len);
    commit(f);
    assert_sound(f);
}

static void
test_settle(Fixture *f, gconstpointer unused)
{
    put_story(f);
    cld_collection_begin(f->collection, TRUE);
    cld_collection_settle(f->collection, g_array_index(f->revisions, gint64, 1));
    g_autoptr(GArray) unsettled = cld_collection_list(f->collection, CLD_REVISIONS_UNSETTLED);
    g_autoptr(GArray) current = cld_collection_list(f->collection, CLD_REVISIONS_CURRENT);
    commit(f);
    g_assert_cmpuint(unsettled->len + 1, ==, current->len);
    assert_sound(f); /* what is settled is not hashed */
}

static void
test_neighbours(Fixture *f, gconstpointer unused)
{
    put_story(f);
    g_autoptr(GArray) keys = g_array_new(FALSE, FALSE, sizeof(CldIndexKey));
    CldIndexKey rows[] = {{"own-2", 0.8}, {"common", 0.6}, {"nowhere", 0.5}};
    g_array_append_vals(keys, rows, G_N_ELEMENTS(rows));
    cld_collection_begin(f->collection, FALSE);
    g_autoptr(GArray) near =
        cld_collection_find_neighbours(f->collection, keys, cld_when_day(2031, 6, 5));
    g_assert_true(cld_collection_end(f->collection, NULL));
    g_assert_cmpuint(near->len, ==, f->report->articles->len);
    const CldNeighbour *first = &g_array_index(near, CldNeighbour, 0);
    g_assert_cmpint(first->revision, ==, g_array_index(f->revisions, gint64, 2));
    g_assert_cmpfloat_with_epsilon(first->similarity, 1.0, 1e-9);
    g_assert_cmpfloat_with_epsilon(g_array_index(near, CldNeighbour, 1).similarity, 0.36, 1e-9);
}

/* Of what everybody writes about, only what was written then: the number is bounded. */
static void
test_many_neighbours(Fixture *f, gconstpointer unused)
{
    g_autoptr(GArray) keys = g_array_new(FALSE, FALSE, sizeof(CldIndexKey));
    CldIndexKey common = {"common", 1.0};
    g_array_append_val(keys, common);
    g_autoptr(GPtrArray) claims = g_ptr_array_new();
    cld_collection_begin(f->collection, TRUE);
    for (int day = 0; day < 300; day++) {
        g_autofree char *text = g_strdup_printf("Text of day %d.", day);
        g_autoptr(CldArticle) article = cld_article_alloc(text, "text");
        g_free(article->text);
        article->text = g_strdup(text);
        article->text_bytes = strlen(text);
        article->published = cld_when_add_days(cld_when_day(2031, 1, 1), day);
        gint64 revision;
        CldReading reading = {text, article, claims, keys, "1", NULL};
        cld_collection_put(f->collection, &reading, &revision);
    }
    g_autoptr(GArray) near = cld_collection_find_neighbours(
        f->collection, keys, cld_when_add_days(cld_when_day(2031, 1, 1), 150));
    commit(f);
    g_assert_cmpuint(near->len, ==, 40);
}

static void
test_drop(Fixture *f, gconstpointer unused)
{
    g_autoptr(GError) error = NULL;
    put_story(f);
    cld_collection_begin(f->collection, TRUE);
    for (guint i = 0; i < f->revisions->len; i++)
        cld_collection_drop_findings(f->collection, g_array_index(f->revisions, gint64, i), TRUE,
                                     NULL);
    g_autoptr(GPtrArray) left = cld_collection_list_ids(f->collection, 0);
    g_assert_cmpuint(left->len, ==, 0);
    g_assert_true(cld_collection_end(f->collection, &error)); /* not committed: all is there */
    g_autoptr(CldReport) loaded = load_all(f);
    g_assert_cmpuint(loaded->findings->len, ==, f->report->findings->len);
}

/* A failure inside a sequence undoes it, is told once, and leaves the collection usable. */
static void
test_failure(Fixture *f, gconstpointer unused)
{
    g_autoptr(GError) error = NULL;
    cld_collection_begin(f->collection, FALSE);
    g_assert_null(cld_collection_load_article(f->collection, 999));
    g_assert_null(cld_collection_load_article(f->collection, 1000)); /* does nothing any more */
    g_assert_false(cld_collection_end(f->collection, &error));
    g_assert_error(error, CLD_COLLECTION_ERROR, CLD_COLLECTION_ERROR_DAMAGED);
    put_story(f);
    assert_sound(f);
}

static void
test_absent_findings(Fixture *f, gconstpointer unused)
{
    const char *const ids[] = {"0123456789abcdef", NULL};
    g_autoptr(GError) error = NULL;
    g_autoptr(CldReport) report = cld_collection_load_findings(f->collection, ids, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(report->findings->len, ==, 0);
}

static void
test_find(Fixture *f, gconstpointer unused)
{
    g_autofree char *deep = g_build_filename(f->folder, "a", "b", NULL);
    g_mkdir_with_parents(deep, 0700);
    g_autofree char *found = cld_collection_find(deep);
    g_assert_cmpstr(found, ==, f->path);
    g_assert_null(cld_collection_find("/"));
    g_autoptr(GError) error = NULL;
    g_assert_null(cld_collection_create(f->path, &error));
    g_assert_error(error, CLD_COLLECTION_ERROR, CLD_COLLECTION_ERROR_EXISTS);
}

/* Two connections: the reader sees the state it began with. */
static void
test_two(Fixture *f, gconstpointer unused)
{
    g_autoptr(CldCollection) reader = cld_collection_open(f->path, NULL);
    cld_collection_begin(reader, FALSE);
    g_assert_cmpuint(cld_collection_get_size(reader).n_articles, ==, 0);
    put_story(f);
    g_assert_cmpuint(cld_collection_get_size(reader).n_articles, ==, 0);
    guint64 version = cld_collection_get_version(reader);
    g_assert_true(cld_collection_end(reader, NULL));
    cld_collection_begin(reader, FALSE);
    g_assert_cmpuint(cld_collection_get_size(reader).n_articles, ==, f->report->articles->len);
    g_assert_true(cld_collection_end(reader, NULL));
    g_assert_cmpuint(cld_collection_get_version(reader), !=, version);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *path;
        void (*test)(Fixture *, gconstpointer);
    } tests[] = {
        {"/collection/round-trip", test_round_trip},
        {"/collection/list", test_list},
        {"/collection/revisions", test_revisions},
        {"/collection/refresh", test_refresh},
        {"/collection/settle", test_settle},
        {"/collection/neighbours", test_neighbours},
        {"/collection/many-neighbours", test_many_neighbours},
        {"/collection/drop", test_drop},
        {"/collection/failure", test_failure},
        {"/collection/absent-findings", test_absent_findings},
        {"/collection/find", test_find},
        {"/collection/two", test_two},
    };
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
    return g_test_run();
}
