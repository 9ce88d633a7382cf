/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-web-index.h"

typedef struct {
    CldWebIndex *index;
} Fixture;

static const struct {
    const char *id;
    CldType type;
    CldSeverity severity;
    const char *outlets, *text;
} list[] = {
    {"d4", CLD_TYPE_NUMBER, CLD_SEVERITY_HIGH, "Herald\nPost", "Nine were hurt.\nTen were HURT."},
    {"a1", CLD_TYPE_UPDATE_NUMBER, CLD_SEVERITY_LOW, "Post\nPost", "Élan lost.\nWon later."},
    {"c3", CLD_TYPE_NUMBER, CLD_SEVERITY_LOW, "Herald\n?", "Two ferries.\nThree ferries."},
    {"b2", CLD_TYPE_NAMING, CLD_SEVERITY_LOW, "Post\nHerald", "One name.\nAnother name."},
};

static void
set_up(Fixture *f, gconstpointer unused)
{
    g_autoptr(GPtrArray) rows =
        g_ptr_array_new_with_free_func((GDestroyNotify)cld_finding_row_unref);
    for (gsize i = 0; i < G_N_ELEMENTS(list); i++) {
        CldFindingRow *row = cld_finding_row_new(list[i].id, list[i].type);
        row->severity = list[i].severity;
        row->outlets = g_strdup(list[i].outlets);
        row->text = g_strdup(list[i].text);
        g_ptr_array_add(rows, row);
    }
    f->index = cld_web_index_new();
    cld_web_index_set_rows(f->index, rows);
    cld_web_index_set_state(f->index, 1, CLD_REVIEW_CONFIRMED);
    cld_web_index_set_state(f->index, 2, CLD_REVIEW_STALE);
}

static void
tear_down(Fixture *f, gconstpointer unused)
{
    cld_web_index_free(f->index);
}

/* The ids that a filter lets through, in the order of the list. */
static char *
ask(Fixture *f, CldWebFacet facet, const char *wanted, const char *words)
{
    g_autoptr(GHashTable) query = g_hash_table_new(g_str_hash, g_str_equal);
    g_auto(CldWebFilter) filter = {0};
    GString *out = g_string_new(NULL);
    g_hash_table_insert(query, (gpointer)cld_web_facet_get_name(facet), (gpointer)wanted);
    g_hash_table_insert(query, (gpointer) "words", (gpointer)words);
    g_assert_true(cld_web_filter_init_query(&filter, query));
    const CldWebView *view = cld_web_index_ask(f->index, &filter);
    for (guint i = 0; i < view->rows->len; i++)
        g_string_append(out,
                        cld_web_index_get_row(f->index, g_array_index(view->rows, guint, i))->id);
    return g_string_free(out, FALSE);
}

static void
test_filters(Fixture *f, gconstpointer unused)
{
    static const struct {
        CldWebFacet facet;
        const char *wanted, *words, *found;
    } rows[] = {
        {CLD_WEB_BY_STATE, "", "", "d4a1c3b2"},
        {CLD_WEB_BY_STATE, "todo", "", "d4c3b2"},
        {CLD_WEB_BY_STATE, "open", "", "d4b2"},
        {CLD_WEB_BY_STATE, "confirmed", "", "a1"},
        {CLD_WEB_BY_STATE, "nonsense", "", ""},
        {CLD_WEB_BY_KIND, "contradiction", "", "d4c3"},
        {CLD_WEB_BY_TYPE, "contradiction/number", "", "d4c3"},
        {CLD_WEB_BY_TYPE, "update/number", "", "a1"},
        {CLD_WEB_BY_SEVERITY, "high", "", "d4"},
        {CLD_WEB_BY_RELATION, "none", "", "d4a1c3b2"},
        {CLD_WEB_BY_OUTLET, "Herald", "", "d4c3b2"},
        {CLD_WEB_BY_OUTLET, "?", "", "c3"},
        {CLD_WEB_BY_KIND, "", "hurt nine", "d4"},
        {CLD_WEB_BY_KIND, "", "éLAN", "a1"},
        {CLD_WEB_BY_KIND, "update", "ferries", ""},
        {CLD_WEB_BY_KIND, "", "post", "d4a1b2"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *found = ask(f, rows[i].facet, rows[i].wanted, rows[i].words);
        g_assert_cmpstr(found, ==, rows[i].found);
    }
}

static guint
count_of(const CldWebView *view, CldWebFacet facet, const char *value)
{
    for (guint i = 0; i < view->counts[facet]->len; i++) {
        const CldWebCount *count = &g_array_index(view->counts[facet], CldWebCount, i);
        if (g_str_equal(count->value, value))
            return count->n;
    }
    return 0;
}

static void
test_counts(Fixture *f, gconstpointer unused)
{
    g_auto(CldWebFilter) filter = {0};
    g_autoptr(GHashTable) query = g_hash_table_new(g_str_hash, g_str_equal);
    g_hash_table_insert(query, (gpointer) "kind", (gpointer) "contradiction");
    g_hash_table_insert(query, (gpointer) "state", (gpointer) "open");
    g_assert_true(cld_web_filter_init_query(&filter, query));
    const CldWebView *view = cld_web_index_ask(f->index, &filter);
    g_assert_cmpuint(view->rows->len, ==, 1);
    g_assert_cmpuint(view->n_all, ==, 2);
    g_assert_cmpuint(count_of(view, CLD_WEB_BY_STATE, "stale"), ==, 1);
    g_assert_cmpuint(count_of(view, CLD_WEB_BY_STATE, "confirmed"), ==, 0);
    g_assert_cmpuint(count_of(view, CLD_WEB_BY_KIND, "framing"), ==, 1);
    g_assert_cmpuint(count_of(view, CLD_WEB_BY_OUTLET, "Herald"), ==, 1);
    cld_web_index_set_state(f->index, 2, CLD_REVIEW_NONE);
    view = cld_web_index_ask(f->index, &filter);
    g_assert_cmpuint(view->rows->len, ==, 2);
    g_assert_cmpuint(cld_web_index_count_todo(f->index), ==, 3);
}

static void
test_find(Fixture *f, gconstpointer unused)
{
    guint row = 0;
    g_assert_true(cld_web_index_find(f->index, "c3", &row));
    g_assert_cmpuint(row, ==, 2);
    g_assert_false(cld_web_index_find(f->index, "c", &row));
    g_assert_cmpint(cld_web_index_get_state(f->index, 1), ==, CLD_REVIEW_CONFIRMED);
    g_assert_cmpuint(cld_web_index_get_size(f->index), ==, 4);
    g_assert_cmpstr(cld_web_state_get_name(CLD_REVIEW_NONE), ==, "open");
}

static void
test_long_filter(Fixture *f, gconstpointer unused)
{
    g_auto(CldWebFilter) filter = {0};
    g_autofree char *text = g_strnfill(1001, 'a');
    g_autoptr(GHashTable) query = g_hash_table_new(g_str_hash, g_str_equal);
    g_hash_table_insert(query, (gpointer) "words", text);
    g_assert_false(cld_web_filter_init_query(&filter, query));
    g_assert_false(cld_web_filter_init_json(&filter, NULL));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/web-index/filters", Fixture, NULL, set_up, test_filters, tear_down);
    g_test_add("/web-index/counts", Fixture, NULL, set_up, test_counts, tear_down);
    g_test_add("/web-index/find", Fixture, NULL, set_up, test_find, tear_down);
    g_test_add("/web-index/long-filter", Fixture, NULL, set_up, test_long_filter, tear_down);
    return g_test_run();
}
