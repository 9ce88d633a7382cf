/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-quotations.h"
#include <string.h>

#define MAX_PARAGRAPHS 16

static guint
split_paragraphs(const char *text, CldSpan *paragraphs)
{
    guint n = 0;
    gsize start = 0;
    for (gsize i = 0;; i++) {
        if (text[i] != '\0' && text[i] != '\n')
            continue;
        if (i > start && n < MAX_PARAGRAPHS)
            paragraphs[n++] = (CldSpan){start, i};
        if (text[i] == '\0')
            return n;
        start = i + 1;
    }
}

/* What was found, as one string: number, then signs, then the words of each.
 * '<' inside another, '&' goes on, '!' left open, '?' a term. */
static char *
describe(const char *text)
{
    CldSpan paragraphs[MAX_PARAGRAPHS];
    guint n = split_paragraphs(text, paragraphs);
    g_autoptr(GArray) found = cld_quotations_find(text, paragraphs, n);
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < found->len; i++) {
        const CldQuotation *quotation = &g_array_index(found, CldQuotation, i);
        g_autofree char *words = cld_span_dup_text(quotation->inner, text);
        g_string_append_printf(out, "%s%u%.*s%s%s%s %s", i > 0 ? " | " : "", quotation->utterance,
                               (int)quotation->depth, "<<<<<<", quotation->continues ? "&" : "",
                               quotation->is_open ? "!" : "", quotation->is_scare ? "?" : "",
                               words);
    }
    return g_string_free(g_steal_pointer(&out), FALSE);
}

typedef struct {
    const char *text, *found;
} Row;

static const Row rows[] = {
    /* marks of every make */
    {"\"The pier is safe,\" she said.", "1 The pier is safe,"},
    {"“The pier is safe,” she said.", "1 The pier is safe,"},
    {"‘The pier is safe,’ she said.", "1 The pier is safe,"},
    {"'The pier is safe,' she said.", "1 The pier is safe,"},
    {"« The pier is safe », she said.", "1 The pier is safe"},
    {"»The pier is safe«, she said.", "1 The pier is safe"},
    {"„The pier is safe“, she said.", "1 The pier is safe"},
    {"„The pier is safe”, she said.", "1 The pier is safe"},
    {"”The pier is safe”, she said.", "1 The pier is safe"},
    {"‚The pier is safe‘, she said.", "1 The pier is safe"},
    {"‹The pier is safe›, she said.", "1 The pier is safe"},
    {"``The pier is safe,'' she said.", "1 The pier is safe,"},
    {"`The pier is safe,' she said.", "1 The pier is safe,"},
    {"''The pier is safe,'' she said.", "1 The pier is safe,"},
    {"“The pier is safe,\" she said.", "1 The pier is safe,"},
    {"\"The pier is safe,” she said.", "1 The pier is safe,"},
    {"“The pier is safe“, she said.", "1 The pier is safe"},
    {"\"The pier is safe, \" she said.", "1 The pier is safe,"},
    {"“ The pier is safe, ” she said.", "1 The pier is safe,"},
    {"She said:\"The pier is quite safe.\"", "1 The pier is quite safe."},
    {"She said“The pier is quite safe.”", "1 The pier is quite safe."},
    {"She said (“the pier is quite safe”) so.", "1 the pier is quite safe"},
    {"She said—“the pier is quite safe”—and left.", "1 the pier is quite safe"},
    {"\"The pier is—\" she began.", "1 The pier is—"},
    {"\"...the pier is safe,\" she said.", "1 ...the pier is safe,"},
    {"\"The pier... is safe...\" she said.", "1 The pier... is safe..."},
    {"“[The pier] is safe,” she said.", "1 [The pier] is safe,"},
    {"\"[The pier] is safe,\" she said.", "1 [The pier] is safe,"},
    {"“$5 is all we want,” she said.", "1 $5 is all we want,"},
    {"", ""},
    {"\"\" and “ ”", ""},
    {"No marks at all.", ""},
    /* two in one paragraph */
    {"\"It holds,\" she said. \"It is safe.\"", "1 It holds, | 2 It is safe."},
    {"“It holds,” she said. “It is safe.”", "1 It holds, | 2 It is safe."},
    {"'It holds,' she said. 'It is safe.'", "1 It holds, | 2 It is safe."},
    {"“It holds.” “It does not hold.”", "1 It holds. | 2 It does not hold."},
    /* quotes in quotes */
    {"“He said ‘never again’ to me,” she said.", "1 He said ‘never again’ to me, | 2< never again"},
    {"\"He said 'never again' to me,\" she said.",
     "1 He said 'never again' to me, | 2< never again"},
    {"‘He said “never again” to me,’ she said.", "1 He said “never again” to me, | 2< never again"},
    {"'He said \"never again\" to me,' she said.",
     "1 He said \"never again\" to me, | 2< never again"},
    {"\"He said 'never again,'\" she said.", "1 He said 'never again,' | 2< never again,"},
    {"“‘Never again,’ he said,” she recalled.", "1 ‘Never again,’ he said, | 2< Never again,"},
    {"\"'Never again,' he said,\" she recalled.", "1 'Never again,' he said, | 2< Never again,"},
    {"“He said “never again” to me,” she said.", "1 He said “never again” to me, | 2< never again"},
    {"“He said \"never again\" to me,” she said.",
     "1 He said \"never again\" to me, | 2< never again"},
    {"«He said “never again” to me», she said.", "1 He said “never again” to me | 2< never again"},
    /* apostrophes */
    {"The workers' rights and the owners' duties.", ""},
    {"The workers’ rights and the owners’ duties.", ""},
    {"It's the girl's boat, isn't it? Don't.", ""},
    {"It’s the girl’s boat, isn’t it? Don’t.", ""},
    {"’Tis the season of the ’90s and rock ’n’ roll.", ""},
    {"'Tis the season of the '90s and rock 'n' roll.", ""},
    {"‘Tis the season of the ‘90s and rock ‘n’ roll.", ""},
    {"Give 'em time, it was the summer of '68.", ""},
    {"'The workers' rights are gone,' she said.", "1 The workers' rights are gone,"},
    {"‘The workers’ rights are gone,’ she said.", "1 The workers’ rights are gone,"},
    {"\"It's the workers' pier,\" she said.", "1 It's the workers' pier,"},
    {"“It’s the workers’ pier,” she said.", "1 It’s the workers’ pier,"},
    {"‘It’s ours,’ she said of the workers’ pier.", "1 It’s ours,"},
    {"The O'Neill brothers' pier in Xi'an.", ""},
    {"The boys' \"pier of all the dreams\" and the girls'.", "1 pier of all the dreams"},
    {"A stray ‘mark in mid sentence.", ""},
    {"A stray 'mark in mid sentence.", ""},
    /* feet and inches */
    {"The 6'2\" keeper measured a 5\" gap.", ""},
    {"The 6’2” keeper has a 24\" screen.", ""},
    {"The gap of 5″ and 3′ grew.", ""},
    {"\"A 5\" pipe burst under us,\" she said.", "1 A 5\" pipe burst under us,"},
    {"\"We closed in 2015\" and \"we opened in 2016\", she said.",
     "1 We closed in 2015 | 2 we opened in 2016"},
    {"“She stands 5’2”. She is tall,” he said.", "1 She stands 5’2”. She is tall,"},
    {"“She stands 5’2”,” he said.", "1 She stands 5’2”,"},
    {"\". . . and the pier is safe,\" she said.", "1 . . . and the pier is safe,"},
    {"\".@pier is quite safe,\" she said.", "1 .@pier is quite safe,"},
    {"She said \".5 of a mile is enough.\"", "1 .5 of a mile is enough."},
    /* left open */
    {"“The pier is safe, she said.", "1! The pier is safe, she said."},
    {"She said: \"The pier is safe.", "1! The pier is safe."},
    {"\"The pier is safe, she said. \"It holds.\"", "1! The pier is safe, she said. | 2 It holds."},
    {"“The pier is safe, she said. “It holds.”", "1! The pier is safe, she said. | 2 It holds."},
    {"The pier is safe,\" she said.", ""},
    {"The pier is safe,” she said. “It holds.”", "1 It holds."},
    /* over paragraphs */
    {"“The pier is safe.\n“It holds,” she said.", "1! The pier is safe. | 1& It holds,"},
    {"\"The pier is safe.\n\"It holds.\n\"It will,\" she said.",
     "1! The pier is safe. | 1&! It holds. | 1& It will,"},
    {"‘The pier is safe.\n‘It holds,’ she said.", "1! The pier is safe. | 1& It holds,"},
    {"“The pier is safe.\nThe mayor left.\n“It holds,” she said.",
     "1! The pier is safe. | 2 It holds,"},
    {"“The pier is safe.\nIt holds,” she said.", "1! The pier is safe. | 1& It holds,"},
    {"Quote: \"The pier is safe.\nIt holds.\nIt will.\"\nHe left.",
     "1! The pier is safe. | 1&! It holds. | 1& It will."},
    {"“The pier is safe,” she said.\n“It holds.”", "1 The pier is safe, | 2 It holds."},
    {"She said: “The pier is quite safe.”\n“It holds.”",
     "1 The pier is quite safe. | 1& It holds."},
    {"She said: “The pier is quite safe.”\n“It holds,” said another man.",
     "1 The pier is quite safe. | 2 It holds,"},
    {"She said: “The pier is quite safe.”\nThe mayor left.\n“It holds.”",
     "1 The pier is quite safe. | 2 It holds."},
    {"“The pier is safe.\n'It holds,' she said.", "1! The pier is safe. | 2 It holds,"},
    {"“The pier said ‘never again’.\n“It holds,” she said.",
     "1! The pier said ‘never again’. | 2< never again | 1& It holds,"},
    /* terms */
    {"The so-called “safe pier” was shut.", "1? safe pier"},
    {"The 'safe pier' was shut.", "1? safe pier"},
    {"“Safe” is a word that engineers avoid.", "1? Safe"},
    {"He called it a “mess.”", "1? mess."},
    {"She played in “The Long Pier”, a film.", "1? The Long Pier"},
    {"The pier is “quite safe”, she said.", "1 quite safe"},
    {"“Never,” she said.", "1 Never,"},
    {"“Never!” a weary Moss replied.", "1 Never!"},
    {"“Never.”", "1 Never."},
    {"She said “never”.", "1 never"},
    {"The pier is “safe for all of us” now.", "1 safe for all of us"},
};

static void
test_row(gconstpointer data)
{
    const Row *row = data;
    g_autofree char *found = describe(row->text);
    g_autofree char *got = g_strdup_printf("%s -> %s", row->text, found);
    g_autofree char *wanted = g_strdup_printf("%s -> %s", row->text, row->found);
    g_assert_cmpstr(got, ==, wanted);
}

static void
check_spans(const char *text, const CldSpan *paragraphs, guint n)
{
    g_autoptr(GArray) found = cld_quotations_find(text, paragraphs, n);
    g_autoptr(GArray) again = cld_quotations_find(text, paragraphs, n);
    gsize length = strlen(text), last = 0;
    g_assert_cmpuint(found->len, ==, again->len);
    if (found->len > 0)
        g_assert_cmpint(memcmp(found->data, again->data, (gsize)found->len * sizeof(CldQuotation)),
                        ==, 0);
    for (guint i = 0; i < found->len; i++) {
        const CldQuotation *quotation = &g_array_index(found, CldQuotation, i);
        g_assert_true(cld_span_is_valid_in(quotation->outer, text, length));
        g_assert_true(cld_span_is_valid_in(quotation->inner, text, length));
        g_assert_true(cld_span_contains(quotation->outer, quotation->inner));
        g_assert_false(cld_span_is_empty(quotation->inner));
        g_assert_cmpuint(quotation->outer.start, >=, last);
        g_assert_cmpuint(quotation->utterance, >=, 1);
        guint p = 0;
        while (p < n && !cld_span_contains(paragraphs[p], quotation->outer))
            p++;
        g_assert_cmpuint(p, <, n);
        last = quotation->outer.start;
    }
}

static void
test_random(void)
{
    static const char *const parts[] = {"\"", "“", "”", "'", "’", "‘", "«",  "»",  "„", "a",
                                        "s",  " ", " ", ",", ".", "5", "\n", "é ", "`", "said"};
    g_autoptr(GRand) random = g_rand_new_with_seed(11);
    for (guint n = 0; n < 20000; n++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (gint i = g_rand_int_range(random, 0, 40); i > 0; i--)
            g_string_append(text, parts[g_rand_int_range(random, 0, (gint32)G_N_ELEMENTS(parts))]);
        CldSpan paragraphs[MAX_PARAGRAPHS];
        check_spans(text->str, paragraphs, split_paragraphs(text->str, paragraphs));
    }
}

/* Half a million marks of each make in a row take no more than a moment. */
static void
test_many_marks(void)
{
    static const char *const patterns[] = {"\"",  "“",   " \"a",   "“a ",
                                           "‘a ", " 'a", "'a s' ", "«a »b "};
    for (gsize i = 0; i < G_N_ELEMENTS(patterns); i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (guint n = 0; n < 200000; n++)
            g_string_append(text, patterns[i]);
        CldSpan whole = {0, text->len};
        g_test_timer_start();
        check_spans(text->str, &whole, 1);
        g_assert_cmpfloat(g_test_timer_elapsed(), <, 5.0);
    }
}

static void
test_many_paragraphs(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GArray) paragraphs = g_array_new(FALSE, FALSE, sizeof(CldSpan));
    for (guint n = 0; n < 100000; n++) {
        CldSpan span = {text->len, text->len + strlen("“Long ago.")};
        g_string_append(text, "“Long ago.\n");
        g_array_append_val(paragraphs, span);
    }
    g_autoptr(GArray) found =
        cld_quotations_find(text->str, (const CldSpan *)(void *)paragraphs->data, paragraphs->len);
    g_assert_cmpuint(found->len, ==, 100000);
    g_assert_cmpuint(g_array_index(found, CldQuotation, 99999).utterance, ==, 1);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strdup_printf("/quotations/row/%" G_GSIZE_FORMAT, i);
        g_test_add_data_func(path, &rows[i], test_row);
    }
    g_test_add_func("/quotations/random", test_random);
    g_test_add_func("/quotations/many-marks", test_many_marks);
    g_test_add_func("/quotations/many-paragraphs", test_many_paragraphs);
    return g_test_run();
}
