/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-parts.h"
#include "cld-lines.h"
#include "cld-rules.h"
#include <string.h>

#define LABEL_BYTES 80
#define LABEL_WORDS 6

/* Returns: the length of "Details" in "Details: The crack …", when a list knows it; else 0 */
static gsize
find_label(const CldPiece *piece, const CldRule **rule)
{
    const CldRules *rules = cld_rules_get("labels");
    const char *colon = strchr(piece->text, ':');
    gsize length = colon == NULL ? strlen(piece->text) : (gsize)(colon - piece->text);
    if (length == 0 || length > LABEL_BYTES)
        return 0;
    g_autofree char *label = g_strndup(piece->text, length);
    g_autofree char *folded = cld_clean_fold(label);
    *rule = cld_rules_match(rules, CLD_RULE_LINE, folded);
    if (*rule == NULL && colon != NULL && cld_line_count_words(label) <= LABEL_WORDS)
        *rule = cld_rules_match(rules, CLD_RULE_START, folded);
    return *rule == NULL ? 0 : length;
}

static gsize
skip_colon(const char *text, gsize at)
{
    while (text[at] == ':' || text[at] == ' ')
        at++;
    return at;
}

typedef struct {
    CldPart part;        /* of the unlabelled paragraphs that follow */
    const char *heading; /* (nullable): label of a line of its own */
} State;

static void
apply_label(State *state, CldPiece *piece, const CldRule *rule, gsize length)
{
    g_autofree char *label = g_strndup(piece->text, length);
    gsize rest = skip_colon(piece->text, length);
    gboolean is_background = strcmp(rule->value, "background") == 0;
    state->part = is_background ? CLD_PART_BACKGROUND : CLD_PART_BODY;
    if (piece->text[rest] == '\0') {
        state->heading = g_intern_string(label);
        piece->reason = "label";
        return;
    }
    piece->label = g_intern_string(label);
    piece->label_bytes = rest;
    piece->has_part = TRUE;
    /* "Source: the press office" says who is quoted below. Nobody claims it. */
    piece->part = strcmp(rule->value, "source") == 0 ? CLD_PART_CAPTION : state->part;
}

/**
 * cld_labels_mark:
 * @draft: a draft
 *
 * Finds the labels of data/en/labels.txt and cuts them off; tells background from body.
 */
void
cld_labels_mark(CldDraft *draft)
{
    State state = {CLD_PART_BODY, NULL};
    for (guint i = 0; i < draft->pieces->len; i++) {
        CldPiece *piece = draft->pieces->pdata[i];
        const CldRule *rule = NULL;
        if (piece->reason != NULL || piece->has_part)
            continue;
        gsize length = find_label(piece, &rule);
        if (length > 0 && strcmp(rule->value, "related") != 0) {
            apply_label(&state, piece, rule, length);
            continue;
        }
        piece->part = state.part;
        piece->label = state.heading;
        state.heading = NULL;
    }
}

/* The first paragraph that is left is the lead. */
void
cld_parts_mark(CldDraft *draft)
{
    for (guint i = 0; i < draft->pieces->len; i++) {
        CldPiece *piece = draft->pieces->pdata[i];
        if (piece->reason != NULL || piece->part == CLD_PART_HEADLINE ||
            piece->part == CLD_PART_CAPTION)
            continue;
        if (piece->part == CLD_PART_BODY)
            piece->part = CLD_PART_LEAD;
        return;
    }
}
