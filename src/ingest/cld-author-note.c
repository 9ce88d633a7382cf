/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-author-note.h"
#include "cld-lines.h"
#include "cld-rules.h"
#include <string.h>

#define NOTE_BYTES 700 /* a longer paragraph is a story about somebody */

static const CldRule *
match(CldRuleKind kind, const char *folded, const char *meaning)
{
    const CldRule *rule = cld_rules_match(cld_rules_get("author-words"), kind, folded);
    return rule != NULL && strcmp(rule->value, meaning) == 0 ? rule : NULL;
}

/* The list holds two meanings for "has", and the first match may be of the other. */
static gboolean
says(const char *folded, const char *meaning)
{
    const GArray *rules = cld_rules_get("author-words")->rules[CLD_RULE_HAS];
    for (guint i = 0; i < rules->len; i++) {
        const CldRule *rule = &g_array_index(rules, CldRule, i);
        if (strcmp(rule->value, meaning) == 0 && strstr(folded, rule->pattern) != NULL)
            return TRUE;
    }
    return FALSE;
}

static gboolean
begins_with_word(const char *text, const char *word, gsize length)
{
    return length > 0 && strncmp(text, word, length) == 0 && !g_ascii_isalnum(text[length]);
}

/* "Ann Lee is our …", "Ann covers …", "Lee has been …" */
static gboolean
begins_with_name(const char *text, const char *name)
{
    g_auto(GStrv) words = g_strsplit(name, " ", -1);
    guint n = g_strv_length(words);
    return begins_with_word(text, name, strlen(name)) ||
           (n > 1 && (begins_with_word(text, words[0], strlen(words[0])) ||
                      begins_with_word(text, words[n - 1], strlen(words[n - 1]))));
}

static gboolean
is_by_known_author(const CldDraft *draft, const char *text)
{
    for (guint i = 0; i < draft->authors->len; i++)
        if (begins_with_name(text, draft->authors->pdata[i]))
            return TRUE;
    return FALSE;
}

static gboolean
is_note(const CldDraft *draft, const CldPiece *piece, const char *name_above)
{
    if (strlen(piece->text) > NOTE_BYTES)
        return FALSE;
    if (match(CLD_RULE_START, piece->folded, "self") != NULL)
        return name_above != NULL || says(piece->folded, "role");
    if (!says(piece->folded, "role"))
        return FALSE;
    return (name_above != NULL && begins_with_name(piece->text, name_above)) ||
           is_by_known_author(draft, piece->text);
}

/* "The Outlet is an independent weekly." A sentence of the story would not describe it. */
static gboolean
is_about_outlet(const CldDraft *draft, const CldPiece *piece)
{
    if (draft->outlet == NULL || strlen(piece->text) > NOTE_BYTES)
        return FALSE;
    gsize length = strlen(draft->outlet);
    return begins_with_word(piece->text, draft->outlet, length) &&
           g_str_has_prefix(piece->text + length, " is ") && says(piece->folded, "outlet");
}

static gboolean
is_kept(const CldPiece *piece)
{
    return piece->reason == NULL && piece->part != CLD_PART_HEADLINE;
}

static guint
last_kept(const CldDraft *draft)
{
    guint i = draft->pieces->len;
    while (i > 0 && !is_kept(draft->pieces->pdata[i - 1]))
        i--;
    return i;
}

/* Returns: (nullable): the name that stands alone right above the paragraph */
static CldPiece *
name_piece(const CldDraft *draft, guint index)
{
    CldPiece *above = index == 0 ? NULL : draft->pieces->pdata[index - 1];
    return above != NULL && cld_line_is_person(above->text) ? above : NULL;
}

/**
 * cld_author_note_mark:
 * @draft: a draft whose other furniture is marked
 *
 * Drops what the end of an article says about its author and its outlet: from the last paragraph
 * up, as long as it is such a note. A paragraph in the middle of a story is never one.
 */
void
cld_author_note_mark(CldDraft *draft)
{
    for (guint end = last_kept(draft); end > 1; end = last_kept(draft)) {
        CldPiece *piece = draft->pieces->pdata[end - 1];
        CldPiece *name = name_piece(draft, end - 1);
        if (is_note(draft, piece, name == NULL ? NULL : name->text))
            piece->reason = "author-bio";
        else if (is_about_outlet(draft, piece))
            piece->reason = "about-outlet";
        else
            return;
        if (name != NULL)
            name->reason = "author-bio";
    }
}
