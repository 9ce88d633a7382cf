/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-furniture.h"
#include "cld-dates.h"
#include "cld-lines.h"
#include "cld-rules.h"
#include <string.h>

#define RULE_LINE_BYTES    300 /* a longer finished sentence is never furniture */
#define END_RULE_WORDS     10
#define PROSE_CREDIT_WORDS 9 /* a credit with a full stop is shorter */
#define BYLINE_WORDS       8
#define FRAGMENT_WORDS     3
#define STAMP_LINE_BYTES   80
#define STAMP_SHARE        0.6
#define CAPTION_WORDS      40

static gboolean
is_one_of(const char *reason, const char *const *reasons)
{
    for (guint i = 0; reasons[i] != NULL; i++)
        if (strcmp(reasons[i], reason) == 0)
            return TRUE;
    return FALSE;
}

static guint
count_blanks(const char *text)
{
    guint n = 0;
    for (; *text != '\0'; text++)
        n += *text == ' ';
    return n;
}

/* A rule of one plain word is no proof against a finished sentence: "Watch sales fell." */
static gboolean
is_strong(const CldRule *rule)
{
    static const char *const reasons[] = {"sign-up",       "copyright", "comment-form",
                                          "advertisement", "credit",    NULL};
    guint blanks = count_blanks(rule->pattern);
    return rule->pattern[rule->length - 1] == ':' || blanks >= 3 || rule->pattern[0] == '(' ||
           (blanks >= 1 && is_one_of(rule->value, reasons));
}

/* "Reporting by Ann Lee." but not "Photo by photo, the court went through the evidence." */
static gboolean
is_short_credit(const CldPiece *piece)
{
    return cld_line_count_words(piece->text) < PROSE_CREDIT_WORDS ||
           strchr(piece->text, ';') != NULL;
}

static const char *
match_start(const CldPiece *piece, gboolean is_finished)
{
    const CldRule *rule =
        cld_rules_match(cld_rules_get("furniture"), CLD_RULE_START, piece->folded);
    if (rule == NULL || (is_finished && !is_strong(rule)))
        return NULL;
    gboolean is_name =
        strcmp(rule->value, "credit") == 0 && g_ascii_isalpha(rule->pattern[rule->length - 1]);
    return is_finished && is_name && !is_short_credit(piece) ? NULL : rule->value;
}

static const char *
match_end(const CldPiece *piece, guint n_words)
{
    const CldRule *rule = cld_rules_match(cld_rules_get("furniture"), CLD_RULE_END, piece->folded);
    if (rule == NULL)
        return NULL;
    return n_words <= (strcmp(rule->value, "credit") == 0 ? CAPTION_WORDS : END_RULE_WORDS)
               ? rule->value
               : NULL;
}

/* In a finished sentence the words must open it: "Sign up to our letter." */
static gboolean
opens_sentence(const char *folded, const char *pattern)
{
    const char *at = strstr(folded, pattern);
    return at != NULL && (at == folded || (at - folded >= 2 && at[-1] == ' ' &&
                                           strchr(".!?", at[-2]) != NULL && at[-2] != '\0'));
}

static const char *
match_anywhere(const CldPiece *piece, gboolean is_finished)
{
    static const char *const anywhere[] = {"copyright", "comment-form", NULL};
    const CldRule *rule = cld_rules_match(cld_rules_get("furniture"), CLD_RULE_HAS, piece->folded);
    if (rule == NULL)
        return NULL;
    if (!is_finished || is_one_of(rule->value, anywhere))
        return rule->value;
    if (strcmp(rule->value, "credit") == 0) /* "(Photo by Ann Lee)", "Photo: Ann Lee." */
        return strpbrk(rule->pattern, ":;") != NULL || is_short_credit(piece) ? rule->value : NULL;
    return opens_sentence(piece->folded, rule->pattern) ? rule->value : NULL;
}

/**
 * cld_furniture_classify:
 * @piece: a line or paragraph
 *
 * Looks at the line alone, by the list data/en/furniture.txt.
 *
 * Returns: (transfer none) (nullable): why it is not part of an article; %NULL: no reason
 */
const char *
cld_furniture_classify(const CldPiece *piece)
{
    gboolean is_finished = cld_line_is_terminated(piece->text);
    const CldRule *rule = cld_rules_match(cld_rules_get("furniture"), CLD_RULE_LINE, piece->folded);
    if (rule != NULL)
        return rule->value;
    if (cld_line_count_words(piece->text) == 0)
        return "symbols";
    if (strstr(piece->text, " = ") != NULL && cld_line_count_words(piece->text) <= END_RULE_WORDS)
        return "footnote"; /* "£1 = $1.30 at the time of writing" */
    if (is_finished && strlen(piece->folded) > RULE_LINE_BYTES)
        return NULL;
    if (!is_finished && g_str_has_prefix(piece->folded, "by ") &&
        cld_line_count_words(piece->text) <= BYLINE_WORDS)
        return "byline";
    const char *reason = match_start(piece, is_finished);
    if (reason == NULL && !is_finished)
        reason = match_end(piece, cld_line_count_words(piece->text));
    return reason != NULL ? reason : match_anywhere(piece, is_finished);
}

typedef struct {
    CldDraft *draft;
    gboolean seen_prose;
    gboolean in_tail;
    const char *section;  /* reason of the link list we are in */
    gboolean after_title; /* the piece before was the title of a link: a teaser may follow */
    guint last_prose;     /* index of the last paragraph of the story */
} Marker;

static gboolean
is_story(const CldPiece *piece)
{
    return piece->reason == NULL && piece->kind != CLD_PIECE_HEADING &&
           cld_line_is_prose(piece->text);
}

/* A link list ends where the story goes on: a whole sentence, set off by an empty line. */
static gboolean
story_resumes(const Marker *self, const CldPiece *piece)
{
    return piece->after_gap && !piece->is_link && cld_line_is_prose(piece->text) &&
           cld_furniture_classify(piece) == NULL && self->seen_prose && !self->after_title;
}

/* In plain text only whole sentences are the story's. */
static const char *
classify_flat(const CldPiece *piece)
{
    if (piece->label != NULL || cld_line_is_prose(piece->text) ||
        cld_line_is_terminated(piece->text))
        return NULL;
    return strchr(piece->text, ':') != NULL ? "label-line" : "subheading";
}

/* Most of the line is a date. */
static gboolean
is_stamp(const CldPiece *piece)
{
    CldWhen when;
    CldSpan where;
    gsize length = strlen(piece->text);
    return length <= STAMP_LINE_BYTES &&
           cld_dates_parse_stamp(piece->text, length, &when, &where) &&
           cld_dates_stamp_share(piece->text, length, where) >= STAMP_SHARE;
}

/* Mark-up has told paragraphs from the rest already; what is left is what no class gives away. */
static const char *
classify_marked_up(const CldPiece *piece)
{
    if (piece->kind == CLD_PIECE_HEADING)
        return "subheading";
    if (piece->is_link)
        return "related-link";
    if (is_stamp(piece))
        return "date";
    gboolean is_short = cld_line_count_words(piece->text) <= FRAGMENT_WORDS;
    return is_short && piece->kind != CLD_PIECE_ITEM && !cld_line_is_terminated(piece->text)
               ? "fragment"
               : NULL;
}

static void
mark_piece(Marker *self, CldPiece *piece)
{
    const CldRules *rules = cld_rules_get("furniture");
    const CldRule *tail = cld_rules_match(rules, CLD_RULE_TAIL, piece->folded);
    const CldRule *section = cld_rules_match(rules, CLD_RULE_SECTION, piece->folded);
    if (self->seen_prose && tail != NULL) {
        self->in_tail = TRUE;
        self->section = tail->value;
    }
    if (self->in_tail) {
        piece->reason = self->section;
        return;
    }
    if (section != NULL && !cld_line_is_prose(piece->text)) {
        piece->reason = section->value;
        /* A heading with something after its colon names its only link. */
        if (piece->folded[section->length] == '\0' || piece->folded[section->length + 1] == '\0')
            self->section = section->value;
        return;
    }
    if (self->section != NULL && !story_resumes(self, piece)) {
        const char *own = cld_furniture_classify(piece);
        piece->reason = own != NULL ? own : self->section;
        return;
    }
    self->section = NULL;
    piece->reason = cld_furniture_classify(piece);
    if (piece->reason == NULL)
        piece->reason = self->draft->is_flat ? classify_flat(piece) : classify_marked_up(piece);
}

/**
 * cld_furniture_mark:
 * @draft: a draft whose masthead is marked
 *
 * Gives every piece that is not the article's its reason.
 */
void
cld_furniture_mark(CldDraft *draft)
{
    Marker self = {.draft = draft};
    for (guint i = 0; i < draft->pieces->len; i++) {
        CldPiece *piece = draft->pieces->pdata[i];
        if (piece->reason != NULL || piece->has_part)
            continue;
        if (piece->kind == CLD_PIECE_CAPTION) {
            piece->reason = "caption";
            continue;
        }
        mark_piece(&self, piece);
        self.after_title =
            piece->reason != NULL && (piece->kind == CLD_PIECE_HEADING || piece->is_link);
        if (is_story(piece)) {
            self.seen_prose = TRUE;
            self.last_prose = i;
        }
    }
}
