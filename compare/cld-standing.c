/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-standing.h"
#include "cld-lexicon.h"
#include <string.h>

/* Words and names kept of one holder. */
#define MAX_WORDS 48
/* Tokens read in front of a name and behind it for what introduces it. */
#define MAX_FRONT  8
#define MAX_BEHIND 14
/* Words of "X of the Harbour Board" behind the preposition. */
#define MAX_OF 6

/* A run of text with its words and names. */
typedef struct {
    const CldTokens *tokens;
    const GArray *names; /* (element-type CldNameMention) */
} Line;

static void
add_once(GPtrArray *strings, const char *interned)
{
    if (strings->len < MAX_WORDS && !g_ptr_array_find(strings, interned, NULL))
        g_ptr_array_add(strings, (gpointer)interned);
}

static gboolean
is_word(const CldToken *token)
{
    return token->kind == CLD_TOKEN_WORD && *token->lower != '\'';
}

static gboolean
is(const CldTokens *tokens, guint i, const char *lower)
{
    return i < cld_tokens_length(tokens) && strcmp(cld_tokens_get(tokens, i)->lower, lower) == 0;
}

/* "chairmen" is found under "chairman", "chiefs" under "chief". */
static const char *const *
find_role(const char *lower)
{
    const CldLexicon *roles = cld_lexicon_get("roles");
    const char *const *values = cld_lexicon_lookup(roles, lower);
    gsize length = strlen(lower);
    if ((values != NULL && values[0] != NULL) || length < 4)
        return values != NULL && values[0] != NULL && values[1] != NULL ? values : NULL;
    g_autofree char *singular = g_strdup(lower);
    if (g_str_has_suffix(lower, "men"))
        singular[length - 2] = 'a';
    else if (lower[length - 1] == 's')
        singular[length - 1] = '\0';
    else
        return NULL;
    values = cld_lexicon_lookup(roles, singular);
    return values != NULL && values[0] != NULL && values[1] != NULL ? values : NULL;
}

static const CldNameMention *
name_at(const Line *line, guint token)
{
    for (guint i = 0; i < line->names->len; i++) {
        const CldNameMention *name = &g_array_index(line->names, CldNameMention, i);
        if (token >= name->first_token && token < name->first_token + name->n_tokens)
            return name;
    }
    return NULL;
}

/* A capital stands for its country as well. */
static void
add_name(CldStanding *self, const char *key)
{
    const char *const *row = cld_lexicon_lookup(cld_lexicon_get("countries"), key);
    add_once(self->names, key);
    if (row != NULL && row[0] != NULL && row[1] != NULL && row[2] != NULL)
        add_once(self->names, g_intern_string(row[2]));
}

/* Returns: tokens of the office that is named there, 0: none */
static guint
read_office(CldStanding *self, const Line *line, guint i)
{
    guint n = 0;
    const char *const *values = cld_lexicon_match(cld_lexicon_get("offices"), line->tokens, i, &n);
    if (values == NULL || values[0] == NULL)
        return 0;
    add_once(self->names, g_intern_string(values[0]));
    add_once(self->families, "seat");
    return n;
}

/* Takes up what the words from @first to @end say of the holder. */
static void
read_words(CldStanding *self, const Line *line, guint first, guint end)
{
    for (guint i = first; i < end; i++) {
        const CldToken *token = cld_tokens_get(line->tokens, i);
        const CldNameMention *name = name_at(line, i);
        const char *const *role = find_role(token->lower);
        if (name != NULL)
            add_name(self, name->key);
        read_office(self, line, i);
        if (!is_word(token) || cld_lexicon_has(cld_lexicon_get("function-words"), line->tokens, i))
            continue;
        add_once(self->words, cld_text_intern_stem(token->lower));
        if (role != NULL)
            add_once(self->families, g_intern_string(role[1]));
    }
}

/* The last word before "of", "for" or a comma: what the phrase is called after. */
static void
find_head(CldStanding *self, const Line *line)
{
    static const char *const ends[] = {"of", "for", "from", "in", "at", ",", "who", NULL};
    guint n = cld_tokens_length(line->tokens), head = n;
    for (guint i = 0; i < n; i++) {
        const CldToken *token = cld_tokens_get(line->tokens, i);
        if (g_strv_contains(ends, token->lower) && name_at(line, i) == NULL && head < n)
            break;
        if (is_word(token))
            head = i;
    }
    if (head >= n)
        return;
    const char *const *role = find_role(cld_tokens_get(line->tokens, head)->lower);
    self->is_named = name_at(line, head) != NULL;
    self->kind = role != NULL ? role[0] : NULL;
    for (guint i = 0; i <= head; i++) {
        guint n_office = 0;
        const char *const *values =
            cld_lexicon_match(cld_lexicon_get("offices"), line->tokens, i, &n_office);
        self->is_seat |= values != NULL && i + n_office == head + 1;
    }
    self->is_named |= self->is_seat;
}

static gboolean
has_role(const Line *line, guint first, guint end)
{
    for (guint i = first; i < end; i++)
        if (find_role(cld_tokens_get(line->tokens, i)->lower) != NULL)
            return TRUE;
    return FALSE;
}

/* A word that may stand in a title: "deputy | Fire | Chief | of | Police". */
static gboolean
is_in_title(const CldToken *token)
{
    if (token->kind == CLD_TOKEN_PUNCT)
        return FALSE;
    return token->is_capital || find_role(token->lower) != NULL || *token->lower == '\'' ||
           strcmp(token->lower, "of") == 0;
}

/* "the board's director, | X": tokens up to the comma, if they tell what he is. */
static guint
front_of_comma(const Line *line, guint name)
{
    guint first = name - 1;
    while (first > 0 && name - first < MAX_FRONT &&
           cld_tokens_get(line->tokens, first - 1)->kind != CLD_TOKEN_PUNCT)
        first--;
    return has_role(line, first, name) ? first : name;
}

/* "Deputy Fire Chief | X": tokens in front of a name that belong to it. */
static guint
front_of(const Line *line, guint name)
{
    guint first = name;
    while (first > 0 && name - first < MAX_FRONT &&
           is_in_title(cld_tokens_get(line->tokens, first - 1)))
        first--;
    gboolean is_behind_comma = first == name && name > 0 && is(line->tokens, name - 1, ",");
    return is_behind_comma ? front_of_comma(line, name) : first;
}

/* "X |, head of the board,", "X | of the board". */
static guint
behind(const Line *line, guint end)
{
    static const char *const links[] = {"of", "for", "from", NULL};
    guint n = cld_tokens_length(line->tokens), last = end;
    if (end >= n)
        return end;
    if (g_strv_contains(links, cld_tokens_get(line->tokens, end)->lower)) {
        for (last = end + 1; last < n && last - end <= MAX_OF; last++)
            if (cld_tokens_get(line->tokens, last)->kind == CLD_TOKEN_PUNCT)
                break;
        return last;
    }
    if (!is(line->tokens, end, ",") && !is(line->tokens, end, "("))
        return end;
    for (last = end + 1; last < n && last - end <= MAX_BEHIND; last++) {
        const CldToken *token = cld_tokens_get(line->tokens, last);
        if (token->kind == CLD_TOKEN_PUNCT && *token->lower != '.' && *token->lower != '-')
            break;
    }
    return has_role(line, end, last) ? last : end;
}

static gboolean
is_own(const CldStanding *self, const char *key)
{
    guint at = 0;
    return g_ptr_array_find(self->names, key, &at) && at < self->n_own_names;
}

/* What a sentence says of the holder where it names him. */
static void
read_introductions(CldStanding *self, const CldView *view, const char *entity)
{
    g_autoptr(GArray) names = cld_names_find(view->article->text, view->sentence);
    Line line = {view->sentence, names};
    for (guint i = 0; i < names->len; i++) {
        const CldNameMention *name = &g_array_index(names, CldNameMention, i);
        guint end = name->first_token + name->n_tokens;
        if (name->key != entity && !is_own(self, name->key))
            continue;
        read_words(self, &line, front_of(&line, name->first_token), name->first_token);
        read_words(self, &line, end, behind(&line, end));
    }
}

static gboolean
is_place(const char *key)
{
    return cld_lexicon_lookup(cld_lexicon_get("countries"), key) != NULL;
}

static gboolean
names_any_of(const CldStanding *self, const CldView *view)
{
    for (guint i = 0; i < cld_tokens_length(view->sentence); i++) {
        const char *stem = cld_text_intern_stem(cld_tokens_get(view->sentence, i)->lower);
        guint at = 0;
        if (g_ptr_array_find(self->words, stem, &at) && at < self->n_own_words)
            return TRUE;
    }
    return FALSE;
}

/* Countries need no introduction: what stands around them speaks of other things. */
static gboolean
is_introduced(const CldStanding *self)
{
    gboolean is_any = FALSE;
    for (guint i = 0; i < self->n_own_names; i++)
        is_any |= !is_place(g_ptr_array_index(self->names, i));
    return is_any && self->is_named && !self->is_seat;
}

/**
 * cld_standing_new:
 * @story: the story
 * @view: one of its claims, one with a holder
 *
 * Returns: (transfer full): who its holder is, read from all articles of the story
 */
CldStanding *
cld_standing_new(const CldStory *story, const CldView *view)
{
    const CldClaim *claim = view->claim;
    CldStanding *self = g_new0(CldStanding, 1);
    self->names = g_ptr_array_new();
    self->words = g_ptr_array_new();
    self->families = g_ptr_array_new();
    g_autoptr(CldTokens) tokens =
        cld_tokens_new(claim->holder, (CldSpan){0, strlen(claim->holder)});
    g_autoptr(GArray) names = cld_names_find(claim->holder, tokens);
    Line line = {tokens, names};
    read_words(self, &line, 0, cld_tokens_length(tokens));
    find_head(self, &line);
    self->n_own_names = self->names->len;
    self->n_own_words = self->words->len;
    if (!is_introduced(self))
        return self;
    const CldClaim *before = NULL;
    for (guint i = 0; i < story->views->len; i++) {
        const CldView *other = g_ptr_array_index(story->views, i);
        gboolean is_new = before == NULL || !cld_claim_is_same_sentence(before, other->claim);
        before = other->claim;
        if (is_new && names_any_of(self, other))
            read_introductions(self, other, claim->holder_entity);
    }
    return self;
}

void
cld_standing_free(CldStanding *self)
{
    if (self == NULL)
        return;
    g_ptr_array_unref(self->names);
    g_ptr_array_unref(self->words);
    g_ptr_array_unref(self->families);
    g_free(self);
}

static gboolean
has_family(const CldStanding *self, const char *const *families)
{
    for (guint i = 0; i < self->families->len; i++)
        if (g_strv_contains(families, g_ptr_array_index(self->families, i)))
            return TRUE;
    return FALSE;
}

/* Returns: %TRUE for somebody who can be told from others: a name, or a noun of persons or bodies;
 * not "they", "the memos" or a newspaper, which passes on what others say */
gboolean
cld_standing_is_speaker(const CldStanding *self)
{
    static const char *const media[] = {"media", "journalist", NULL};
    return (self->is_named || self->kind != NULL) && !has_family(self, media);
}

/* Those who speak for the state they are introduced with. */
static gboolean
speaks_for_state(const CldStanding *self)
{
    static const char *const families[] = {"leader", "minister", "ministry", "government",
                                           "envoy",  "spokes",   "seat",     NULL};
    return has_family(self, families);
}

/* "Russia", "the Kremlin": nothing but a country or its seat. */
static gboolean
is_bare_state(const CldStanding *self)
{
    if (self->is_seat)
        return TRUE;
    for (guint i = 0; i < self->n_own_names; i++)
        if (!is_place(g_ptr_array_index(self->names, i)))
            return FALSE;
    return self->is_named && self->n_own_names > 0;
}

/* A name of the one stands in the words the other is named by or introduced with. A country so
 * shared makes them one only if one is the state and the other speaks for it. */
static gboolean
shares_name(const CldStanding *self, const CldStanding *other)
{
    gboolean is_state = (is_bare_state(self) && speaks_for_state(other)) ||
                        (is_bare_state(other) && speaks_for_state(self));
    for (guint i = 0; i < self->n_own_names; i++) {
        const char *key = g_ptr_array_index(self->names, i);
        if (g_ptr_array_find(other->names, key, NULL) && (is_state || !is_place(key)))
            return TRUE;
    }
    return FALSE;
}

static gboolean
has_place(const CldStanding *self)
{
    for (guint i = 0; i < self->names->len; i++)
        if (is_place(g_ptr_array_index(self->names, i)))
            return TRUE;
    return FALSE;
}

/* "the White House" and a president of whom no country is told. */
static gboolean
is_office_of(const CldStanding *self, const CldStanding *other)
{
    return self->is_seat && speaks_for_state(other) && !has_place(other);
}

/* "the committee" and the chair of a committee; "the chairmen" and one of them. */
static gboolean
is_described_by(const CldStanding *self, const CldStanding *other)
{
    static const char *const voices[] = {"head",         "chair",  "spokes",   "owner",
                                         "lawyer",       "leader", "minister", "organiser",
                                         "commissioner", NULL};
    if (self->is_named)
        return FALSE;
    for (guint i = 0; i < self->n_own_words; i++)
        if (g_ptr_array_find(other->words, g_ptr_array_index(self->words, i), NULL))
            return TRUE;
    for (guint i = 0; i < self->families->len; i++)
        if (g_ptr_array_find(other->families, g_ptr_array_index(self->families, i), NULL))
            return TRUE;
    return g_strcmp0(self->kind, "body") == 0 && has_family(other, voices);
}

/**
 * cld_standing_is_linked:
 * @self: a holder
 * @other: another, of the same story
 *
 * Returns: %TRUE if one is another name of the other, a part of it, or speaks for it, as far as
 * the articles and data/en/offices.txt tell
 */
gboolean
cld_standing_is_linked(const CldStanding *self, const CldStanding *other)
{
    return shares_name(self, other) || shares_name(other, self) || is_office_of(self, other) ||
           is_office_of(other, self) || is_described_by(self, other) ||
           is_described_by(other, self);
}
