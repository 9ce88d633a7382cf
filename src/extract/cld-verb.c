/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-lexicon.h"
#include "cld-word.h"
#include <string.h>

#define MAX_WORD_BYTES 40 /* longer words are no verbs */

typedef struct {
    const char *value;
    guint form;
} FormName;

static const FormName form_names[] = {
    {"verb", CLD_FORM_BASE},
    {"both", CLD_FORM_BASE | CLD_FORM_OFTEN_NOUN},
    {"noun", CLD_FORM_BASE | CLD_FORM_MOSTLY_NOUN},
    {"past", CLD_FORM_PAST},
    {"participle", CLD_FORM_PARTICIPLE},
};

/* An ending, what the form is, and what may stand in place of the ending in the base form. */
typedef struct {
    const char *ending;
    guint form;
    const char *replacement;
    gboolean may_double; /* "stopped" -> "stop" */
} Ending;

static const Ending endings[] = {
    {"ing", CLD_FORM_ING, "", TRUE},
    {"ing", CLD_FORM_ING, "e", FALSE},
    {"ied", CLD_FORM_PAST | CLD_FORM_PARTICIPLE, "y", FALSE},
    {"ed", CLD_FORM_PAST | CLD_FORM_PARTICIPLE, "", TRUE},
    {"ed", CLD_FORM_PAST | CLD_FORM_PARTICIPLE, "e", FALSE},
    {"ies", CLD_FORM_S, "y", FALSE},
    {"es", CLD_FORM_S, "", FALSE},
    {"s", CLD_FORM_S, "", FALSE},
};

static guint
listed_forms(const CldLexicon *verbs, const char *word)
{
    const char *const *values = cld_lexicon_lookup(verbs, word);
    guint forms = 0;
    for (; values && *values; values++)
        for (gsize i = 0; i < G_N_ELEMENTS(form_names); i++)
            if (strcmp(*values, form_names[i].value) == 0)
                forms |= form_names[i].form;
    return forms;
}

static guint
base_with_ending(const CldLexicon *verbs, const char *word, gsize length, const Ending *ending)
{
    char base[MAX_WORD_BYTES + 2];
    gsize stem = length - strlen(ending->ending);
    memcpy(base, word, stem);
    g_strlcpy(base + stem, ending->replacement, sizeof base - stem);
    guint forms =
        listed_forms(verbs, base) & (CLD_FORM_BASE | CLD_FORM_OFTEN_NOUN | CLD_FORM_MOSTLY_NOUN);
    if (forms == 0 && ending->may_double && stem > 3 && base[stem - 1] == base[stem - 2]) {
        base[stem - 1] = '\0';
        forms = listed_forms(verbs, base);
    }
    if (!(forms & CLD_FORM_BASE))
        return 0;
    return ending->form | (forms & (CLD_FORM_OFTEN_NOUN | CLD_FORM_MOSTLY_NOUN));
}

/* A verb that no list has: "torpedoed". */
static guint
unlisted_forms(const char *word, gsize length)
{
    gboolean has_vowel = strcspn(word, "aeiouy") < length - 2;
    if (length >= 6 && has_vowel && strcmp(word + length - 2, "ed") == 0 &&
        word[length - 3] != 'e' && !strchr(word, '-'))
        return CLD_FORM_PAST | CLD_FORM_PARTICIPLE;
    return 0;
}

/**
 * cld_verb_get_forms:
 * @folded: one folded word
 *
 * Which verb form a word can be, from the list of verbs and the regular endings.
 *
 * Returns: CLD_FORM_… bits, 0: no verb
 */
guint
cld_verb_get_forms(const char *folded)
{
    const CldLexicon *verbs = cld_lexicon_get("verbs");
    gsize length = strlen(folded);
    if (length < 2 || length > MAX_WORD_BYTES)
        return 0;
    guint forms = listed_forms(verbs, folded);
    for (gsize i = 0; i < G_N_ELEMENTS(endings); i++) {
        const Ending *ending = &endings[i];
        gsize tail = strlen(ending->ending);
        if (length < tail + 2 || strcmp(folded + length - tail, ending->ending) != 0 ||
            (forms & ending->form) == ending->form)
            continue;
        forms |= base_with_ending(verbs, folded, length, ending);
    }
    return forms ? forms : unlisted_forms(folded, length);
}
