/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-author-note.h"
#include "cld-draft.h"
#include "cld-furniture.h"
#include "cld-imprint.h"
#include "cld-language.h"
#include "cld-limits.h"
#include "cld-masthead.h"
#include "cld-outlet.h"
#include "cld-parts.h"
#include <string.h>

#define EARLIEST_YEAR   1900
#define USEC_PER_MINUTE G_GINT64_CONSTANT(60000000)

/* The last step of reading: a draft becomes an article that no longer changes. */

typedef struct {
    CldDraft *draft;
    CldArticle *article;
    GString *text;
    guint n_sentences;
} Assembly;

/* Cuts at a character. Returns: the length that may be kept of @length bytes */
static gsize
bounded_length(Assembly *self, const char *text, gsize length)
{
    gsize sentence = 0;
    for (gsize i = 0; i < length; i++) {
        gboolean ends = strchr(".!?", text[i]) != NULL && (text[i + 1] == ' ' || i + 1 == length);
        sentence = ends ? 0 : sentence + (((guchar)text[i] & 0xC0) != 0x80);
        if (sentence == CLD_LIMIT_SENTENCE_CHARS)
            cld_draft_warn(self->draft, "sentence-length",
                           "a sentence is longer than 4,000 characters");
        if (ends && ++self->n_sentences >= CLD_LIMIT_SENTENCES) {
            cld_draft_limit(self->draft, "sentences",
                            "there are more than 20,000 sentences: the rest was not read");
            return i + 1;
        }
    }
    return length;
}

static void
append_block(Assembly *self, const char *text, CldPart part, guint line, const char *label)
{
    if (self->n_sentences >= CLD_LIMIT_SENTENCES)
        return;
    gsize length = bounded_length(self, text, strlen(text));
    if (length == 0)
        return;
    if (self->text->len > 0)
        g_string_append(self->text, "\n\n");
    CldBlock block = {
        .span = {self->text->len, self->text->len + length},
        .part = part,
        .line = line,
        .label = label,
    };
    g_string_append_len(self->text, text, (gssize)length);
    g_array_append_val(self->article->blocks, block);
}

static void
append_pieces(Assembly *self)
{
    if (self->draft->title != NULL)
        append_block(self, self->draft->title, CLD_PART_HEADLINE, self->draft->title_line, NULL);
    for (guint i = 0; i < self->draft->pieces->len; i++) {
        const CldPiece *piece = self->draft->pieces->pdata[i];
        if (piece->reason != NULL)
            cld_article_add_dropped(self->article, piece->text, piece->reason, piece->line);
        else if (piece->part != CLD_PART_HEADLINE)
            append_block(self, piece->text + piece->label_bytes, piece->part, piece->line,
                         piece->label);
    }
}

static gint64
now_minutes(void)
{
    const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
    gint64 usec = epoch == NULL ? g_get_real_time() : g_ascii_strtoll(epoch, NULL, 10) * 1000000;
    return usec / USEC_PER_MINUTE;
}

static void
check_date(CldDraft *draft)
{
    CldWhen earliest = cld_when_year(EARLIEST_YEAR);
    if (!cld_when_is_known(draft->published))
        return;
    if (draft->published.from < earliest.from ||
        draft->published.from > now_minutes() + CLD_MINUTES_PER_DAY)
        cld_draft_warn(draft, "date-doubtful",
                       "the date of publication is doubtful: it lies before 1900 or in the future");
}

static void
check_notes(CldDraft *draft)
{
    if (draft->notes.n_controls > 0)
        cld_draft_warn(draft, "control-characters", "control characters were replaced by U+FFFD");
    if (draft->notes.n_marks > 0)
        cld_draft_warn(draft, "combining-marks",
                       "more than 30 combining marks stand in a row: the rest was left out");
}

static void
apply_options(CldDraft *draft, const CldIngestOptions *options)
{
    if (options == NULL)
        return;
    if (options->outlet != NULL) {
        g_clear_pointer(&draft->outlet, g_free);
        draft->outlet = cld_clean_fact(options->outlet);
        draft->outlet_from = "option";
    }
    if (cld_when_is_known(options->published)) {
        draft->published = options->published;
        draft->published_from = "option";
    }
    if (options->language != NULL) {
        g_clear_pointer(&draft->language, g_free);
        cld_draft_set_language(draft, options->language, "option");
    }
}

/* "daily-echo.txt" may well be The Daily Echo: the page knows how it is written. A form with its
 * article counts more than one without, which may stand before another noun. */
static char *
find_printed_outlet(const CldDraft *draft, const char *name)
{
    char *best = NULL;
    for (guint i = 0; i < draft->pieces->len; i++) {
        const CldPiece *piece = draft->pieces->pdata[i];
        g_autofree char *printed = cld_outlet_find_printed(piece->text, name);
        if (printed == NULL || (best != NULL && !g_str_has_prefix(printed, "The ")))
            continue;
        g_free(best);
        best = g_steal_pointer(&printed);
    }
    return best;
}

/* Lines around the story tell by the way whose page it is. */
static char *
find_imprint(const CldDraft *draft)
{
    char *name = NULL;
    for (guint i = 0; i < draft->pieces->len && name == NULL; i++) {
        const CldPiece *piece = draft->pieces->pdata[i];
        if (piece->reason != NULL)
            name = cld_imprint_from_line(piece->text);
    }
    if (name == NULL && draft->imprint != NULL)
        return g_strdup(draft->imprint);
    for (guint i = 0; i < draft->pieces->len && name == NULL; i++) {
        const CldPiece *piece = draft->pieces->pdata[i];
        if (piece->reason == NULL && piece->part != CLD_PART_HEADLINE)
            return cld_imprint_from_dateline(piece->text);
    }
    return name;
}

static void
find_outlet(CldDraft *draft)
{
    g_autofree char *name = draft->outlet == NULL ? cld_outlet_from_path(draft->source) : NULL;
    g_autofree char *printed = name == NULL ? NULL : find_printed_outlet(draft, name);
    g_autofree char *imprint = draft->outlet == NULL ? find_imprint(draft) : NULL;
    if (printed == NULL && name != NULL && draft->imprint != NULL)
        printed = cld_outlet_find_printed(draft->imprint, name);
    cld_draft_set_outlet(draft, printed != NULL ? printed : name, "folder");
    cld_draft_set_outlet(draft, imprint, "text");
}

static void
find_language(Assembly *self)
{
    if (self->draft->language != NULL)
        return;
    g_autofree char *guess = cld_language_guess(self->text->str);
    cld_draft_set_language(self->draft, guess, "text");
}

/* "Ann Lee, The Echo" in a byline of The Echo is Ann Lee. */
static void
trim_authors(CldDraft *draft)
{
    g_autofree char *tail = draft->outlet == NULL ? NULL : g_strconcat(", ", draft->outlet, NULL);
    for (guint i = 0; tail != NULL && i < draft->authors->len; i++) {
        char *author = draft->authors->pdata[i];
        if (g_str_has_suffix(author, tail))
            author[strlen(author) - strlen(tail)] = '\0';
    }
}

static void
move_facts(Assembly *self)
{
    CldDraft *draft = self->draft;
    CldArticle *article = self->article;
    article->outlet = g_steal_pointer(&draft->outlet);
    article->outlet_from = article->outlet == NULL ? NULL : draft->outlet_from;
    article->title = g_steal_pointer(&draft->title);
    g_ptr_array_extend_and_steal(article->authors, g_ptr_array_ref(draft->authors));
    article->published = draft->published;
    article->published_from = draft->published_from;
    article->month_day = cld_when_is_known(draft->published) ? 0 : draft->month_day;
    article->language = g_steal_pointer(&draft->language);
    article->language_from = draft->language_from;
    article->url = g_steal_pointer(&draft->url);
    article->text_bytes = self->text->len;
    g_free(article->text);
    article->text = g_string_free(g_steal_pointer(&self->text), FALSE);
    for (guint i = 0; i < draft->warnings->len; i++)
        g_ptr_array_add(article->warnings, g_strdup(draft->warnings->pdata[i]));
}

static CldInput *
conclude(const CldDraft *draft)
{
    CldOutcome outcome = draft->is_limited     ? CLD_OUTCOME_LIMITED
                         : draft->code != NULL ? CLD_OUTCOME_WARNED
                                               : CLD_OUTCOME_ACCEPTED;
    g_ptr_array_add(draft->warnings, NULL);
    g_autofree char *message = g_strjoinv("; ", (char **)draft->warnings->pdata);
    g_ptr_array_remove_index(draft->warnings, draft->warnings->len - 1);
    return cld_input_new(draft->source, outcome, draft->code, message[0] == '\0' ? NULL : message,
                         -1);
}

/**
 * cld_draft_finish:
 * @self: everything a reader found
 * @options: (nullable): what the command line says
 * @input: (out) (transfer full): how it ended
 *
 * Tells the article from what stands around it and builds the record.
 *
 * Returns: (transfer full): the article; its text may be empty, which is a warning
 */
CldArticle *
cld_draft_finish(CldDraft *self, const CldIngestOptions *options, CldInput **input)
{
    Assembly assembly = {self, cld_article_alloc(self->source, self->format), g_string_new(NULL),
                         0};
    if (self->is_flat)
        cld_masthead_mark(self);
    else
        cld_headline_mark(self);
    cld_labels_mark(self);
    cld_furniture_mark(self);
    cld_author_note_mark(self);
    cld_parts_mark(self);
    apply_options(self, options);
    find_outlet(self);
    trim_authors(self);
    append_pieces(&assembly);
    find_language(&assembly);
    check_date(self);
    check_notes(self);
    if (assembly.text->len == 0)
        cld_draft_warn(self, "no-text", "no text of an article was found");
    *input = conclude(self);
    move_facts(&assembly);
    return assembly.article;
}
