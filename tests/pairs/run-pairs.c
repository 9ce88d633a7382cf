/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* run-pairs [OPTION…] FILE: compares the two statements of every row and prints TAP. */
#include "cld-engine.h"
#include "cld-extract.h"
#include "pair-file.h"
#include "pair-votes.h"

typedef struct {
    int min_couples;
    char *known;           /* (owned) (nullable): path of the known failures */
    char *only;            /* (owned) (nullable): run only rows that have this text */
    gboolean prints_votes; /* for every row that is run */
    gboolean must_fail;    /* the file is the one of known failures */
} Options;

static void
add_block(CldArticle *article, GString *text, const char *words, CldPart part)
{
    CldBlock block = {.part = part, .line = article->blocks->len * 2 + 1};
    if (text->len > 0)
        g_string_append(text, "\n\n");
    block.span.start = text->len;
    g_string_append(text, words);
    block.span.end = text->len;
    g_array_append_val(article->blocks, block);
}

/* @second: (nullable): a second paragraph */
static CldArticle *
make_article(const PairSide *side, const PairSide *second)
{
    CldArticle *article = cld_article_alloc(side->outlet, "text");
    GString *text = g_string_new(NULL);
    article->outlet = g_strdup(side->outlet);
    article->outlet_from = "option";
    article->published = side->published;
    article->published_from = "option";
    article->title = g_strdup(side->headline);
    article->language = g_strdup("en");
    article->language_from = "option";
    if (side->headline != NULL)
        add_block(article, text, side->headline, CLD_PART_HEADLINE);
    add_block(article, text, side->text, CLD_PART_LEAD);
    if (second != NULL)
        add_block(article, text, second->text, CLD_PART_BODY);
    g_free(article->text);
    article->text_bytes = text->len;
    article->text = g_string_free(text, FALSE);
    return article;
}

static void
add_article(CldReport *report, CldArticle *article)
{
    guint index = report->articles->len;
    g_ptr_array_add(report->articles, article);
    g_autoptr(GPtrArray) claims = cld_extract_claims(article, index);
    for (guint i = 0; i < claims->len; i++)
        g_ptr_array_add(report->claims, cld_claim_ref(g_ptr_array_index(claims, i)));
}

static CldReport *
compare_row(const PairRow *row)
{
    CldReport *report = cld_report_new();
    CldEngineOptions options = {.min_confidence = -1, .is_one_event = TRUE};
    if (row->sides[1].is_same_article) {
        add_article(report, make_article(&row->sides[0], &row->sides[1]));
    } else {
        add_article(report, make_article(&row->sides[0], NULL));
        add_article(report, make_article(&row->sides[1], NULL));
    }
    cld_engine_compare(report, &options, NULL); /* without a model nothing can fail */
    return report;
}

/* Contradictions and updates always count, other kinds where the file or the row is about them. */
static gboolean
counts(CldKind kind, const PairFile *file, const PairRow *row)
{
    GHashTableIter iter;
    gpointer type;
    if (kind == CLD_KIND_CONTRADICTION || kind == CLD_KIND_UPDATE ||
        (file->has_type && kind == file->kind))
        return TRUE;
    g_hash_table_iter_init(&iter, row->types);
    while (g_hash_table_iter_next(&iter, &type, NULL))
        if (cld_type_get_info((CldType)GPOINTER_TO_INT(type))->kind == kind)
            return TRUE;
    return FALSE;
}

/* Returns: (transfer full): the types that were found, as pair_types_dup() writes them */
static char *
find_types(const PairFile *file, const PairRow *row, gboolean prints_votes)
{
    g_autoptr(CldReport) report = compare_row(row);
    g_autoptr(GHashTable) types = g_hash_table_new(NULL, NULL);
    if (prints_votes)
        pair_votes_print(report);
    for (guint i = 0; i < report->findings->len; i++) {
        const CldFinding *finding = g_ptr_array_index(report->findings, i);
        if (counts(cld_type_get_info(finding->type)->kind, file, row))
            g_hash_table_add(types, GINT_TO_POINTER(finding->type));
    }
    return pair_types_dup(types);
}

static const char *
find_reason(const PairFile *known, const PairRow *row)
{
    for (guint i = 0; known != NULL && i < known->rows->len; i++) {
        const PairRow *other = g_ptr_array_index(known->rows, i);
        if (g_str_equal(other->text, row->text))
            return other->reason;
    }
    return NULL;
}

/* TAP's "TODO" is a failure that is known: it fails nothing, and passing makes it stand out. */
static gboolean
run_row(const PairFile *file,
        guint number,
        const Options *options,
        const PairFile *known,
        const PairRow *row)
{
    g_autofree char *wanted = pair_types_dup(row->types);
    g_autofree char *found = find_types(file, row, options->prints_votes);
    gboolean is_right = g_str_equal(wanted, found);
    const char *reason = find_reason(known, row);
    gboolean is_good = options->must_fail ? !is_right : is_right;
    g_autofree char *todo =
        !is_good && reason != NULL ? g_strconcat(" # TODO ", reason, NULL) : NULL;
    g_print("%s %u - line %u: %s%s\n", is_good ? "ok" : "not ok", number, row->line, row->text,
            todo == NULL ? "" : todo);
    if (!is_good && options->must_fail)
        g_print("# %s:%u: right now (%s): take it out of this file\n", file->path, row->line,
                found);
    else if (!is_good)
        g_print("# %s:%u: wanted %s, found %s\n", file->path, row->line, wanted, found);
    return is_good;
}

static gboolean
run_file(const PairFile *file, const Options *options, const PairFile *known)
{
    guint n_run = 0, n_good = 0, n_known = 0;
    for (guint i = 0; i < file->rows->len; i++) {
        const PairRow *row = g_ptr_array_index(file->rows, i);
        if (options->only != NULL && g_strstr_len(row->text, -1, options->only) == NULL)
            continue;
        gboolean is_good = run_row(file, ++n_run, options, known, row);
        n_good += is_good;
        n_known += !is_good && find_reason(known, row) != NULL;
    }
    g_print("1..%u\n# %s: %u of %u rows as they should be, %u known to fail\n", n_run, file->path,
            n_good, n_run, n_known);
    return n_good + n_known == n_run;
}

static gboolean
check_reasons(const PairFile *file, GError **error)
{
    for (guint i = 0; i < file->rows->len; i++) {
        const PairRow *row = g_ptr_array_index(file->rows, i);
        if (row->reason != NULL)
            continue;
        g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, "%s:%u: no reason (\"! …\")",
                    file->path, row->line);
        return FALSE;
    }
    return TRUE;
}

static gboolean
run(const char *path, const Options *options, gboolean *passes, GError **error)
{
    g_autoptr(PairFile) file = pair_file_load(path, error);
    if (file == NULL)
        return FALSE;
    gboolean is_sound = options->must_fail
                            ? check_reasons(file, error)
                            : pair_file_check_twins(file, (guint)options->min_couples, error);
    if (!is_sound)
        return FALSE;
    g_autoptr(PairFile) known =
        options->known == NULL ? NULL : pair_file_load(options->known, error);
    if (options->known != NULL && known == NULL)
        return FALSE;
    *passes = run_file(file, options, known);
    return TRUE;
}

int
main(int argc, char **argv)
{
    Options options = {0};
    gboolean passes = FALSE;
    const GOptionEntry entries[] = {
        {"min-couples", 0, 0, G_OPTION_ARG_INT, &options.min_couples, "Least pairs with twins",
         "N"},
        {"known", 0, 0, G_OPTION_ARG_FILENAME, &options.known, "Known failures", "FILE"},
        {"must-fail", 0, 0, G_OPTION_ARG_NONE, &options.must_fail, "Every row must fail", NULL},
        {"only", 0, 0, G_OPTION_ARG_STRING, &options.only, "Only rows with this text", "TEXT"},
        {"print-votes", 0, 0, G_OPTION_ARG_NONE, &options.prints_votes, "Say why", NULL},
        G_OPTION_ENTRY_NULL,
    };
    g_autoptr(GOptionContext) context = g_option_context_new("FILE");
    g_autoptr(GError) error = NULL;
    g_option_context_add_main_entries(context, entries, NULL);
    gboolean is_run = g_option_context_parse(context, &argc, &argv, &error) && argc == 2 &&
                      run(argv[1], &options, &passes, &error);
    if (!is_run)
        g_print("Bail out! %s\n", error == NULL ? "one FILE is needed" : error->message);
    g_free(options.known);
    g_free(options.only);
    return is_run && passes ? 0 : 1;
}
