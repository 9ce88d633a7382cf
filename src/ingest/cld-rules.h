/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

/* How a rule looks at a line. */
typedef enum {
    CLD_RULE_LINE,    /* the whole line, with or without a colon */
    CLD_RULE_START,   /* the line begins with it, at a word's end */
    CLD_RULE_END,     /* the line ends in it */
    CLD_RULE_HAS,     /* it stands anywhere in a short line, as whole words */
    CLD_RULE_SECTION, /* as LINE or START with a colon; what follows is a list of links */
    CLD_RULE_TAIL,    /* as LINE; nothing after it is the article's */
    CLD_RULE_WORD,    /* one word of a class or id attribute, or a word of a list */
    CLD_N_RULES,
} CldRuleKind;

/* One line of a list in data/<language>: what to look for and what it means. */
typedef struct {
    CldRuleKind kind;
    const char *value;   /* interned: the reason or meaning, as the list has it */
    const char *pattern; /* interned: folded */
    gsize length;        /* of pattern, bytes */
} CldRule;

/* A list of rules, loaded once, then read only: any thread. */
typedef struct {
    GArray *rules[CLD_N_RULES]; /* (element-type CldRule) */
} CldRules;

const CldRules *cld_rules_get(const char *name);
const CldRule *cld_rules_match(const CldRules *self, CldRuleKind kind, const char *folded);
const CldRule *cld_rules_find_word(const CldRules *self, const char *word, gsize length);
gboolean cld_rules_word_has(const CldRules *self, const char *word, const char *value);
