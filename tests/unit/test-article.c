/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-article.h"
#include <gio/gio.h>
#include <string.h>

typedef struct {
    CldArticle
        *article; /* headline 0..11 on line 1, lead 13..21 on line 3, body 23..27 on line 7 */
} Fixture;

static void
add_block(CldArticle *article, gsize start, gsize end, CldPart part, guint line)
{
    CldBlock block = {.span = {start, end}, .part = part, .line = line};
    g_array_append_val(article->blocks, block);
}

static void
set_up(Fixture *f, gconstpointer unused)
{
    f->article = cld_article_alloc("a.txt", "text");
    g_free(f->article->text);
    f->article->text = g_strdup("Café burns\n\nA blaze.\n\nEnd."); /* é is bytes 3..5 */
    f->article->text_bytes = strlen(f->article->text);
    add_block(f->article, 0, 11, CLD_PART_HEADLINE, 1);
    add_block(f->article, 13, 21, CLD_PART_LEAD, 3);
    add_block(f->article, 23, 27, CLD_PART_BODY, 7);
}

static void
tear_down(Fixture *f, gconstpointer unused)
{
    cld_article_unref(f->article);
}

static void
test_fresh(void)
{
    g_autoptr(CldArticle) article = cld_article_alloc("a.txt", "text");
    g_autoptr(GError) error = NULL;
    g_assert_cmpstr(article->source, ==, "a.txt");
    g_assert_cmpstr(article->format, ==, "text");
    g_assert_null(article->outlet);
    g_assert_false(cld_when_is_known(article->published));
    g_assert_true(cld_article_check(article, &error));
    g_assert_no_error(error);
    g_assert_null(cld_article_block_at(article, 0));
}

static void
test_blocks(Fixture *f, gconstpointer unused)
{
    g_autoptr(GError) error = NULL;
    g_assert_true(cld_article_check(f->article, &error));
    g_assert_no_error(error);
    g_assert_cmpint(cld_article_block_at(f->article, 0)->part, ==, CLD_PART_HEADLINE);
    g_assert_cmpint(cld_article_block_at(f->article, 10)->part, ==, CLD_PART_HEADLINE);
    g_assert_null(cld_article_block_at(f->article, 11)); /* between two blocks */
    g_assert_null(cld_article_block_at(f->article, 12));
    g_assert_cmpint(cld_article_block_at(f->article, 13)->part, ==, CLD_PART_LEAD);
    g_assert_cmpint(cld_article_block_at(f->article, 26)->part, ==, CLD_PART_BODY);
    g_assert_null(cld_article_block_at(f->article, 27));
    g_assert_cmpuint(cld_article_line_at(f->article, 20), ==, 3);
    g_assert_cmpuint(cld_article_line_at(f->article, 24), ==, 7);
    g_assert_cmpuint(cld_article_line_at(f->article, 12), ==, 0);
}

static void
test_holders(Fixture *f, gconstpointer unused)
{
    CldArticle *second = cld_article_ref(f->article);
    g_assert_true(second == f->article);
    cld_article_unref(second);
    g_assert_cmpstr(f->article->source, ==, "a.txt"); /* still there for the first holder */
    cld_article_add_dropped(f->article, "Subscribe", "menu", 9);
    const CldDropped *dropped = g_ptr_array_index(f->article->dropped, 0);
    g_assert_cmpstr(dropped->text, ==, "Subscribe");
    g_assert_cmpstr(dropped->reason, ==, "menu");
    g_assert_cmpuint(dropped->line, ==, 9);
}

typedef struct {
    const char *path;
    guint block;  /* the one that is spoiled */
    CldSpan span; /* what it is set to */
    const char *message;
} Spoiled;

static const Spoiled spoiled[] = {
    {"/article/check/past-end", 2, {23, 28}, "block 2 does not lie in the text in order"},
    {"/article/check/reversed", 1, {21, 13}, "block 1 does not lie in the text in order"},
    {"/article/check/overlap", 1, {10, 21}, "block 1 does not lie in the text in order"},
    {"/article/check/starts-in-character", 0, {4, 11}, "block 0 does not lie in the text in order"},
    {"/article/check/ends-in-character", 0, {0, 4}, "block 0 does not lie in the text in order"},
};

static void
test_spoiled(Fixture *f, gconstpointer data)
{
    const Spoiled *row = data;
    g_autoptr(GError) error = NULL;
    g_array_index(f->article->blocks, CldBlock, row->block).span = row->span;
    g_assert_false(cld_article_check(f->article, &error));
    g_assert_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    g_assert_cmpstr(error->message, ==, row->message);
}

static void
test_wrong_length(Fixture *f, gconstpointer unused)
{
    g_autoptr(GError) error = NULL;
    f->article->text_bytes--;
    g_assert_false(cld_article_check(f->article, &error));
    g_assert_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

static void
test_not_utf8(Fixture *f, gconstpointer unused)
{
    g_autoptr(GError) error = NULL;
    f->article->text[3] = 'x'; /* leaves a continuation byte without its first */
    g_assert_false(cld_article_check(f->article, &error));
    g_assert_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

static void
test_tags(void)
{
    static const char *const outcomes[] = {"accepted", "warned", "refused", "limited"};
    static const char *const parts[] = {"headline", "lead", "body", "caption", "background"};
    for (int i = 0; i < CLD_N_OUTCOMES; i++)
        g_assert_cmpstr(cld_outcome_get_tag((CldOutcome)i), ==, outcomes[i]);
    for (int i = 0; i < CLD_N_PARTS; i++)
        g_assert_cmpstr(cld_part_get_tag((CldPart)i), ==, parts[i]);
}

static void
test_input(void)
{
    g_autoptr(CldInput) input =
        cld_input_new("x.json", CLD_OUTCOME_REFUSED, "depth", "Too deep", 64);
    g_autoptr(CldInput) second = cld_input_ref(input);
    g_assert_cmpstr(second->source, ==, "x.json");
    g_assert_cmpint(second->outcome, ==, CLD_OUTCOME_REFUSED);
    g_assert_cmpstr(second->code, ==, "depth");
    g_assert_cmpstr(second->message, ==, "Too deep");
    g_assert_cmpint(second->offset_bytes, ==, 64);
    g_autoptr(CldInput) plain = cld_input_new("y.txt", CLD_OUTCOME_ACCEPTED, NULL, NULL, -1);
    g_assert_null(plain->code);
    g_assert_null(plain->message);
}

#define ADD(path, row, function) g_test_add(path, Fixture, row, set_up, function, tear_down)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/article/fresh", test_fresh);
    ADD("/article/blocks", NULL, test_blocks);
    ADD("/article/holders", NULL, test_holders);
    ADD("/article/check/wrong-length", NULL, test_wrong_length);
    ADD("/article/check/not-utf8", NULL, test_not_utf8);
    for (gsize i = 0; i < G_N_ELEMENTS(spoiled); i++)
        ADD(spoiled[i].path, &spoiled[i], test_spoiled);
    g_test_add_func("/article/tags", test_tags);
    g_test_add_func("/article/input", test_input);
    return g_test_run();
}
