/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-sentences.h"
#include <string.h>

typedef struct {
    const char *path;
    const char *text; /* sentences are expected to end at the bars, which are taken out */
} Row;

static const Row rows[] = {
    {"/sentences/plain", "The bus stopped.|Nobody got off.|Why?|It was late!"},
    {"/sentences/one", "The bus stopped"},
    {"/sentences/title", "Gen. Amos Reed met Mr. Tull and Dr. Oyelaran.|They talked."},
    {"/sentences/two-titles", "Maj. Gen. Reed and Lt. Col. Vance agreed.|It is over."},
    {"/sentences/initials", "J. Harrow met A. B. Quill.|They sat down."},
    {"/sentences/country", "Two U.S. Navy ships left.|They left."},
    {"/sentences/acronym", "The U.N. Security Council met."},
    {"/sentences/month", "It opened on Oct. 12 and shut on Dec. 3.|Nobody came."},
    {"/sentences/number", "Room No. 5 was empty.|Was it?|No.|He had left."},
    {"/sentences/time-day", "They met at 5 p.m. Monday."},
    {"/sentences/time-zone", "They met at 5 p.m. GMT."},
    {"/sentences/time-end", "They met at 5 p.m.|Officials were late."},
    {"/sentences/company", "Acme Inc. Chairman Bo Lund left."},
    {"/sentences/digit-start", "Nobody was hurt.|14 people were taken away."},
    {"/sentences/decimal", "It rose by 3.5 points.|That is a lot."},
    {"/sentences/list", "1. The first point holds.|2. The second does not."},
    {"/sentences/quote-comma", "\"Our pump worked,\" manager Ida Roe told the paper."},
    {"/sentences/quote-inside",
     "\"There was no light, no sound, nothing.|We saw a shadow,\" she said."},
    {"/sentences/quote-curly", "“There was no light.|We saw a shadow,” she said.|He nodded."},
    {"/sentences/quote-end", "She said: \"It is done.\"|He said: \"It is not.\""},
    {"/sentences/quote-question-lower", "\"Is it safe?\" she asked.|Nobody knew."},
    {"/sentences/quote-question-name", "\"Is it safe?\" Mayor Roe asked.|Nobody knew."},
    {"/sentences/quote-question-other", "\"Is it safe?\"|Nobody asked that."},
    {"/sentences/quote-question-he", "\"Is it safe?\"|He asked twice."},
    {"/sentences/quote-dash", "\"It is safe!\" – so the mayor said."},
    {"/sentences/quote-opens", "He left.|\"We stay,\" she said."},
    {"/sentences/bracket", "He left (it was late.)|She stayed."},
    {"/sentences/bracket-lower", "He left (at 5 a.m.) with his dog."},
    {"/sentences/ellipsis-lower", "\"We … will not … leave,\" he said.|\"We... will not.\""},
    {"/sentences/ellipsis-upper", "He waited...|Then he left."},
    {"/sentences/dateline", "HARBOUR TOWN (Wire) - The ferry sank on Oct. 3.|Nobody was hurt."},
    {"/sentences/soft-line", "The ferry sank\nin the bay."},
    {"/sentences/versus", "It was North vs. South in the final."},
    {"/sentences/web", "See example.org for more.|Or do not."},
    {"/sentences/chinese", "他走了。|她留下了。"},
    {"/sentences/stray", "It is over. ***"},
    {"/sentences/guillemets", "«Всё готово.|Мы ждём», сказал он."},
};

/* Takes the bars out of @marked. Returns: (transfer full): the text; @ends gets their places */
static char *
dup_unmarked(const char *marked, GArray *ends)
{
    GString *text = g_string_new(NULL);
    for (const char *p = marked; *p != '\0'; p++) {
        if (*p == '|') {
            gsize end = text->len;
            g_array_append_val(ends, end);
            g_string_append_c(text, ' ');
        } else {
            g_string_append_c(text, *p);
        }
    }
    gsize end = text->len;
    g_array_append_val(ends, end);
    return g_string_free(text, FALSE);
}

static void
test_divide(gconstpointer data)
{
    const Row *row = data;
    g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(gsize));
    g_autofree char *text = dup_unmarked(row->text, ends);
    g_autoptr(GArray) sentences = cld_sentences_find(text, (CldSpan){0, strlen(text)});
    g_autoptr(GString) got = g_string_new(NULL);
    for (guint i = 0; i < sentences->len; i++) {
        g_autofree char *one = cld_span_dup_text(g_array_index(sentences, CldSpan, i), text);
        g_string_append_printf(got, "%s%s", i > 0 ? "|" : "", one);
    }
    g_assert_cmpstr(got->str, ==, row->text);
}

static void
test_dotted_end(void)
{
    static const char text[] = "They left the U.S. The crew waved.";
    g_autoptr(GArray) sentences = cld_sentences_find(text, (CldSpan){0, strlen(text)});
    g_assert_cmpuint(sentences->len, ==, 2);
    g_assert_cmpuint(g_array_index(sentences, CldSpan, 0).end, ==, 18);
}

static void
test_lines(void)
{
    static const char *const texts[] = {"The ferry sank\nNobody was hurt",
                                        "the ferry sank\n\nin the bay"};
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(GArray) sentences = cld_sentences_find(texts[i], (CldSpan){0, strlen(texts[i])});
        g_assert_cmpuint(sentences->len, ==, 2);
        g_assert_cmpuint(g_array_index(sentences, CldSpan, 0).end, ==, 14);
    }
}

static void
test_range(void)
{
    static const char text[] = "One. Two. Three.";
    g_autoptr(GArray) sentences = cld_sentences_find(text, (CldSpan){4, 10});
    g_assert_cmpuint(sentences->len, ==, 1);
    g_assert_cmpuint(g_array_index(sentences, CldSpan, 0).start, ==, 5);
    g_assert_cmpuint(g_array_index(sentences, CldSpan, 0).end, ==, 9);
}

static void
test_too_long(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 9000; i++)
        g_string_append(text, i % 10 == 9 ? " " : "é");
    g_autoptr(GArray) sentences = cld_sentences_find(text->str, (CldSpan){0, text->len});
    g_assert_cmpuint(sentences->len, ==, 3);
    for (guint i = 0; i < sentences->len; i++) {
        CldSpan span = g_array_index(sentences, CldSpan, i);
        glong n_chars = g_utf8_strlen(text->str + span.start, (gssize)cld_span_length(span));
        g_assert_cmpint(n_chars, <=, 4000);
        g_assert_cmpint(n_chars % 10, ==, 9); /* cut between words */
    }
}

static void
test_too_many(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 20001; i++)
        g_string_append(text, "It is. ");
    g_autoptr(GArray) sentences = cld_sentences_find(text->str, (CldSpan){0, text->len});
    g_assert_cmpuint(sentences->len, ==, 20000);
}

static void
check_sentences(const char *text)
{
    gsize length = strlen(text), last = 0, n_kept = 0, n_text = 0;
    g_autoptr(GArray) sentences = cld_sentences_find(text, (CldSpan){0, length});
    g_autoptr(GArray) again = cld_sentences_find(text, (CldSpan){0, length});
    g_assert_cmpuint(sentences->len, ==, again->len);
    for (guint i = 0; i < sentences->len; i++) {
        CldSpan span = g_array_index(sentences, CldSpan, i);
        g_assert_true(cld_span_is_valid_in(span, text, length));
        g_assert_false(cld_span_is_empty(span));
        g_assert_cmpuint(span.start, >=, last);
        g_assert_false(g_unichar_isspace(g_utf8_get_char(text + span.start)));
        last = span.end;
        g_assert_cmpuint(last, ==, g_array_index(again, CldSpan, i).end);
        for (const char *p = text + span.start; p < text + span.end; p = g_utf8_next_char(p))
            n_kept += g_unichar_isspace(g_utf8_get_char(p)) ? 0 : 1;
    }
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p))
        n_text += g_unichar_isspace(g_utf8_get_char(p)) ? 0 : 1;
    g_assert_cmpuint(n_kept, ==, n_text); /* nothing that can be seen is lost */
}

static void
test_random(void)
{
    static const char *const pieces[] = {
        " ", ". ", ".",    "? ",    "\"",   "“",      "”",  "\n",       "A",     "b",
        "7", ",",  "Gen",  "é",     "U.S.", "。",     "漢", "\xcc\x81", "😀",     "…",
        "(", ")",  "The ", " said", "1. ",  "\u2029", "«",  "»",        "p.m. ",
    };
    for (int i = 0; i < 3000; i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        int n = g_test_rand_int_range(0, 50);
        for (int j = 0; j < n; j++)
            g_string_append(text, pieces[g_test_rand_int_range(0, (gint32)G_N_ELEMENTS(pieces))]);
        check_sentences(text->str);
    }
    for (int i = 0; i < 500; i++) {
        char bytes[64];
        for (gsize j = 0; j < sizeof bytes; j++)
            bytes[j] = (char)g_test_rand_int_range(1, 256);
        g_autofree char *text = g_utf8_make_valid(bytes, sizeof bytes);
        check_sentences(text);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        g_test_add_data_func(rows[i].path, &rows[i], test_divide);
    g_test_add_func("/sentences/dotted-end", test_dotted_end);
    g_test_add_func("/sentences/lines", test_lines);
    g_test_add_func("/sentences/range", test_range);
    g_test_add_func("/sentences/too-long", test_too_long);
    g_test_add_func("/sentences/too-many", test_too_many);
    g_test_add_func("/sentences/random", test_random);
    return g_test_run();
}
