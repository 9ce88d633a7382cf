/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-language.h"
#include <glib.h>
#include <libexttextcat/textcat.h>
#include <string.h>

#define MIN_BYTES 200  /* below it the guess is worth little */
#define MAX_BYTES 8000 /* beyond it nothing changes any more */
#define DATA_DIR  CLD_TEXTCAT_DIR "/"

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
    g_autofree char *answer = classify(text, length);
    /* "[en--utf8][fr--utf8]" in order of likeness. Short English often looks like Scots. */
    if (answer == NULL || answer[0] != '[')
        return NULL;
    if (strstr(answer, "[en") != NULL || g_str_has_prefix(answer, "[sco"))
        return g_strdup("en");
    gsize n = strspn(answer + 1, "abcdefghijklmnopqrstuvwxyz");
    return n < 2 || n > 3 ? NULL : g_strndup(answer + 1, n);
}
