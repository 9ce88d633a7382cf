/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-language.h"
#include "cld-lexicon.h"
#include <glib.h>
#include <libexttextcat/textcat.h>
#include <string.h>

#define MIN_BYTES 200  /* below it the guess is worth little */
#define MAX_BYTES 8000 /* beyond it nothing changes any more */
/* English reports have 0.4 to 0.6 of such words, pidgins under 0.3, kindred languages under 0.2. */
#define MIN_GRAMMAR_SHARE 0.35
#define MIN_PLAIN_WORDS   40
#define LETTERS           "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DATA_DIR          CLD_TEXTCAT_DIR "/"

/* Plain English is told by its grammar words, without the fingerprints of all languages. */
static gboolean
is_plainly_english(const char *text, gsize length)
{
    const CldLexicon *grammar = cld_lexicon_get("function-words");
    guint n_words = 0, n_grammar = 0;
    for (gsize i = 0; i < length; i++) {
        gsize n = MIN(strspn(text + i, LETTERS), length - i);
        g_autofree char *word = n > 0 ? g_ascii_strdown(text + i, (gssize)n) : NULL;
        n_words += word != NULL || (guchar)text[i] >= 0xC0;
        n_grammar += word != NULL && cld_lexicon_lookup(grammar, word) != NULL;
        i += n;
    }
    return n_words >= MIN_PLAIN_WORDS && n_grammar >= MIN_GRAMMAR_SHARE * n_words;
}

/* One handle for the life of the program: loading reads 130 files. It holds scratch memory. */
static char *
classify(const char *text, gsize length)
{
    static GMutex lock;
    static void *handle;
    static gboolean is_tried;
    G_GNUC_UNUSED g_autoptr(GMutexLocker) locker = g_mutex_locker_new(&lock);
    if (!is_tried)
        handle = special_textcat_Init(DATA_DIR "fpdb.conf", DATA_DIR);
    is_tried = TRUE;
    return handle == NULL ? NULL : g_strdup(textcat_Classify(handle, text, length));
}

/**
 * cld_language_guess:
 * @text: of a whole article
 *
 * By character n-grams (Cavnar and Trenkle 1994, as libexttextcat does it).
 *
 * Returns: (transfer full) (nullable): the primary tag; %NULL when the text is too short or the
 *   best matches are no one language
 */
char *
cld_language_guess(const char *text)
{
    gsize length = MIN(strlen(text), MAX_BYTES);
    if (length < MIN_BYTES)
        return NULL;
    if (is_plainly_english(text, length))
        return g_strdup("en");
    g_autofree char *answer = classify(text, length);
    /* "[en--utf8][fr--utf8]" in order of likeness. Short English often looks like Scots. */
    if (answer == NULL || answer[0] != '[')
        return NULL;
    if (strstr(answer, "[en") != NULL || g_str_has_prefix(answer, "[sco"))
        return g_strdup("en");
    gsize n = strspn(answer + 1, "abcdefghijklmnopqrstuvwxyz");
    return n < 2 || n > 3 ? NULL : g_strndup(answer + 1, n);
}
