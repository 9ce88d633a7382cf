/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-rules.h"
#include "cld-clean.h"
#include "cld-lexicon.h"
#include <string.h>

#define HAS_LINE_BYTES 240 /* a longer line is a paragraph, whatever stands in it */

static const char *const kind_names[CLD_N_RULES] = {"line",    "start", "end", "has",
                                                    "section", "tail",  "word"};

static void
add_rule(CldRules *self, char **columns)
{
    if (g_strv_length(columns) != 3)
        return;
    for (guint kind = 0; kind < CLD_N_RULES; kind++) {
        if (strcmp(columns[0], kind_names[kind]) != 0)
            continue;
        g_autofree char *folded = cld_clean_fold(columns[2]);
        CldRule rule = {kind, g_intern_string(columns[1]), g_intern_string(folded), strlen(folded)};
        g_array_append_val(self->rules[kind], rule);
    }
}

static CldRules *
load(const char *name)
{
    CldRules *self = g_new0(CldRules, 1);
    const GPtrArray *rows = cld_lexicon_get_rows(cld_lexicon_get(name));
    for (guint kind = 0; kind < CLD_N_RULES; kind++)
        self->rules[kind] = g_array_new(FALSE, FALSE, sizeof(CldRule));
    for (guint i = 0; rows != NULL && i < rows->len; i++)
        add_rule(self, rows->pdata[i]);
    return self;
}

/**
 * cld_rules_get:
 * @name: of a list in data/en, without ".txt": one rule a line, "kind TAB value TAB pattern"
 *
 * Returns: (transfer none): the list; loaded on first use, kept for the life of the program
 */
const CldRules *
cld_rules_get(const char *name)
{
    static GMutex lock;
    static GHashTable *lists; /* keyed by our own names only */
    G_GNUC_UNUSED g_autoptr(GMutexLocker) locker = g_mutex_locker_new(&lock);
    if (lists == NULL)
        lists = g_hash_table_new(g_str_hash, g_str_equal);
    CldRules *self = g_hash_table_lookup(lists, name);
    if (self == NULL) {
        self = load(name);
        g_hash_table_insert(lists, g_strdup(name), self);
    }
    return self;
}

static gboolean
is_word_byte(char c)
{
    return g_ascii_isalnum(c) || (guchar)c >= 0x80;
}

/* A pattern that ends in a letter must not end inside a word of the line. */
static gboolean
ends_at_word(const CldRule *rule, const char *at)
{
    return !is_word_byte(rule->pattern[rule->length - 1]) || !is_word_byte(at[rule->length]);
}

static gboolean
match_whole(const CldRule *rule, const char *folded, gsize length)
{
    if (length == rule->length + 1 && folded[length - 1] == ':')
        length--;
    return length == rule->length && memcmp(folded, rule->pattern, length) == 0;
}

static gboolean
match_start(const CldRule *rule, const char *folded, gsize length)
{
    return length >= rule->length && memcmp(folded, rule->pattern, rule->length) == 0 &&
           ends_at_word(rule, folded);
}

static gboolean
match_end(const CldRule *rule, const char *folded, gsize length)
{
    if (length < rule->length ||
        memcmp(folded + length - rule->length, rule->pattern, rule->length) != 0)
        return FALSE;
    return length == rule->length || !is_word_byte(rule->pattern[0]) ||
           !is_word_byte(folded[length - rule->length - 1]);
}

static gboolean
match_anywhere(const CldRule *rule, const char *folded, gsize length)
{
    if (length > HAS_LINE_BYTES)
        return FALSE;
    for (const char *at = folded; (at = strstr(at, rule->pattern)) != NULL; at++)
        if ((at == folded || !is_word_byte(rule->pattern[0]) || !is_word_byte(at[-1])) &&
            ends_at_word(rule, at))
            return TRUE;
    return FALSE;
}

static gboolean
match_heading(const CldRule *rule, const char *folded, gsize length)
{
    return match_whole(rule, folded, length) ||
           (match_start(rule, folded, length) && folded[rule->length] == ':');
}

static gboolean (*const matchers[CLD_N_RULES])(const CldRule *, const char *, gsize) = {
    match_whole, match_start, match_end, match_anywhere, match_heading, match_whole, match_whole,
};

/**
 * cld_rules_match:
 * @self: a list
 * @kind: which of its rules
 * @folded: a line as cld_clean_fold() leaves it
 *
 * Returns: (transfer none) (nullable): the first rule of that kind which the line meets
 */
const CldRule *
cld_rules_match(const CldRules *self, CldRuleKind kind, const char *folded)
{
    gsize length = strlen(folded);
    for (guint i = 0; i < self->rules[kind]->len; i++) {
        const CldRule *rule = &g_array_index(self->rules[kind], CldRule, i);
        if (matchers[kind](rule, folded, length))
            return rule;
    }
    return NULL;
}

/* Returns: (transfer none) (nullable): the first rule for one folded word of @length bytes */
const CldRule *
cld_rules_find_word(const CldRules *self, const char *word, gsize length)
{
    for (guint i = 0; i < self->rules[CLD_RULE_WORD]->len; i++) {
        const CldRule *rule = &g_array_index(self->rules[CLD_RULE_WORD], CldRule, i);
        if (rule->length == length && memcmp(rule->pattern, word, length) == 0)
            return rule;
    }
    return NULL;
}

/* Returns: %TRUE if one of the rules for the folded word has that value: "news" names outlets and
 * sections */
gboolean
cld_rules_word_has(const CldRules *self, const char *word, const char *value)
{
    gsize length = strlen(word);
    for (guint i = 0; i < self->rules[CLD_RULE_WORD]->len; i++) {
        const CldRule *rule = &g_array_index(self->rules[CLD_RULE_WORD], CldRule, i);
        if (rule->length == length && memcmp(rule->pattern, word, length) == 0 &&
            strcmp(rule->value, value) == 0)
            return TRUE;
    }
    return FALSE;
}
