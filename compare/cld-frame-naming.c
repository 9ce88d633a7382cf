/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* One person or place under two names: transliterations, given names, older and newer forms. */
#include "cld-frame.h"
#include "cld-lexicon.h"
#include "cld-names.h"
#include <string.h>

/* Names of a story that are compared with each other: a long run has many, a story few. */
#define MAX_NAMES 2000
/* Spellings of one name are this alike; of bearers of one given name this much is enough. */
#define SAME_NAME  0.8
#define SAME_GIVEN 0.7
/* Given names of one bearer: "Stelios", "Stylianos". */
#define SAME_BEARER 0.6
/* Shorter names are alike by chance. */
#define MIN_NAME_BYTES 5

/* How one article writes one name: its fullest form. */
typedef struct {
    char *surface;   /* (owned) */
    const char *key; /* interned */
    CldNameKind kind;
    CldClaim *claim; /* (unowned): the first that has it */
    CldSpan span;
    guint n_words;
    guint n_mentions;
    gboolean is_told; /* as the other name of something */
} Form;

static void
form_clear(Form *self)
{
    g_free(self->surface);
}

/* The names of the words alone: "Zelensky's" is no other name than "Zelensky". */
static char *
plain_surface(const CldView *view, CldSpan span)
{
    char *text = cld_span_dup_text(span, view->article->text);
    static const char *const endings[] = {"'s", "’s", "'", "’"};
    for (guint i = 0; i < G_N_ELEMENTS(endings); i++)
        if (g_str_has_suffix(text, endings[i])) {
            text[strlen(text) - strlen(endings[i])] = '\0';
            break;
        }
    return text;
}

/* "EU", "U.S.": a short form, no other name. */
static gboolean
is_abbreviation(const char *surface)
{
    gboolean has_small = FALSE;
    for (const char *c = surface; *c != '\0'; c = g_utf8_next_char(c))
        has_small = has_small || g_unichar_islower(g_utf8_get_char(c));
    return !has_small;
}

static guint
count_words(const char *surface)
{
    guint n = 1;
    for (const char *c = surface; *c != '\0'; c++)
        n += *c == ' ';
    return n;
}

static Form *
find_form(GArray *forms, guint article, const char *key)
{
    for (guint i = forms->len; i-- > 0;) {
        Form *form = &g_array_index(forms, Form, i);
        if (form->claim->article != article)
            return NULL; /* forms stand by article */
        if (form->key == key)
            return form;
    }
    return NULL;
}

/* The fullest form, and rather where it is written out than in a headline. */
static gboolean
is_fuller(const Form *known, const CldView *view, guint n_words)
{
    gboolean leaves_headline =
        known->claim->part == CLD_PART_HEADLINE && view->claim->part != CLD_PART_HEADLINE;
    return n_words > known->n_words || (leaves_headline && n_words == known->n_words);
}

static void
add_mention(GArray *forms, const CldView *view, const CldNameMention *name)
{
    g_autofree char *surface = plain_surface(view, name->span);
    guint n_words = count_words(surface);
    Form *known = find_form(forms, view->claim->article, name->key);
    if (known != NULL)
        known->n_mentions++;
    if (is_abbreviation(surface) || (known != NULL && !is_fuller(known, view, n_words)) ||
        (known == NULL && forms->len >= MAX_NAMES))
        return;
    Form form = {g_steal_pointer(&surface),
                 name->key,
                 name->kind,
                 view->claim,
                 name->span,
                 n_words,
                 1,
                 FALSE};
    if (known == NULL) {
        g_array_append_val(forms, form);
        return;
    }
    form.n_mentions = known->n_mentions;
    form_clear(known);
    *known = form;
}

static GArray *
collect(const CldStory *story)
{
    GArray *forms = g_array_new(FALSE, FALSE, sizeof(Form));
    g_array_set_clear_func(forms, (GDestroyNotify)form_clear);
    const CldClaim *last = NULL;
    for (guint i = 0; i < story->views->len; i++) {
        const CldView *view = g_ptr_array_index(story->views, i);
        if (last != NULL && cld_claim_is_same_sentence(last, view->claim))
            continue; /* another clause of the same sentence */
        last = view->claim;
        g_autoptr(CldTokens) tokens = cld_tokens_new(view->article->text, last->sentence);
        g_autoptr(GArray) names = cld_names_find(view->article->text, tokens);
        for (guint k = 0; k < names->len; k++) {
            const CldNameMention *name = &g_array_index(names, CldNameMention, k);
            if (!name->is_demonym && name->kind != CLD_NAME_ORGANISATION)
                add_mention(forms, view, name); /* "Canadian" is no other name of Canada */
        }
    }
    return forms;
}

static gboolean
is_in_article(const GArray *forms, const char *key, guint article)
{
    for (guint i = 0; i < forms->len; i++) {
        const Form *form = &g_array_index(forms, Form, i);
        if (form->key == key && form->claim->article == article)
            return TRUE;
    }
    return FALSE;
}

static gboolean
are_kinds_compatible(CldNameKind x, CldNameKind y)
{
    return x == y || x == CLD_NAME_UNKNOWN || y == CLD_NAME_UNKNOWN;
}

/* Two bearers of one family name have given names that are no spellings of each other. */
static gboolean
is_one_given(const char *x, const char *y, gboolean *are_equal)
{
    g_autofree char *p = cld_name_dup_given(x);
    g_autofree char *q = cld_name_dup_given(y);
    *are_equal = p != NULL && q != NULL && g_str_equal(p, q);
    return p == NULL || q == NULL || *are_equal || cld_name_similarity(p, q) >= SAME_BEARER;
}

/* Two forms of one name, as far as their letters tell. An article that has both keeps two people
 * apart; a place may be explained there ("Kiev, now written Kyiv"). */
static gboolean
is_one_bearer(const GArray *forms, const Form *a, const Form *b)
{
    gboolean is_person = a->kind == CLD_NAME_PERSON || b->kind == CLD_NAME_PERSON;
    gboolean are_equal = FALSE;
    if (!are_kinds_compatible(a->kind, b->kind))
        return FALSE;
    if (is_person && !is_one_given(a->surface, b->surface, &are_equal))
        return FALSE;
    if (a->key == b->key)
        return TRUE;
    if (strlen(a->key) < MIN_NAME_BYTES || strlen(b->key) < MIN_NAME_BYTES)
        return FALSE;
    if (is_person && (is_in_article(forms, a->key, b->claim->article) ||
                      is_in_article(forms, b->key, a->claim->article)))
        return FALSE;
    return cld_name_similarity(a->surface, b->surface) >= (are_equal ? SAME_GIVEN : SAME_NAME);
}

static gboolean
is_variant_word(const char *x, const char *y)
{
    g_autofree char *p = cld_text_fold(x, -1);
    g_autofree char *q = cld_text_fold(y, -1);
    return !g_str_equal(p, q);
}

/* Two spellings or names of one thing; a part of a name ("Ode" for "Mina Ode") is not another name.
 */
static gboolean
is_other_name(const char *x, const char *y)
{
    g_auto(GStrv) p = g_strsplit(x, " ", -1);
    g_auto(GStrv) q = g_strsplit(y, " ", -1);
    guint n_p = g_strv_length(p), n_q = g_strv_length(q);
    if (n_p == 0 || n_q == 0)
        return FALSE;
    if (n_p != n_q)
        return is_variant_word(p[n_p - 1], q[n_q - 1]) && (n_p == 1 || n_q == 1) &&
               cld_name_similarity(p[n_p - 1], q[n_q - 1]) > 0.5;
    for (guint i = 0; i < n_p; i++)
        if (is_variant_word(p[i], q[i]))
            return TRUE;
    return FALSE;
}

static CldFinding *
report_names(CldReport *report, const Form *a, const Form *b)
{
    CldFinding *finding = cld_finding_new(CLD_TYPE_NAMING);
    finding->relation = CLD_RELATION_BETWEEN_OUTLETS;
    finding->confidence = a->key == b->key ? 0.9 : 0.75;
    finding->subject = g_strdup(a->surface);
    g_ptr_array_add(finding->basis, g_strdup("rule:naming"));
    finding->explanation =
        g_strdup_printf("“%s” in one report, “%s” in the other.", a->surface, b->surface);
    cld_side_add_highlight(cld_finding_add_side(finding, a->claim), a->span);
    cld_side_add_highlight(cld_finding_add_side(finding, b->claim), b->span);
    return finding;
}

/* Every article that writes the name as @b does stands in the same finding. */
static void
tell(CldReport *report, GArray *forms, const Form *a, Form *b)
{
    CldFinding *finding = report_names(report, a, b);
    for (guint i = 0; i < forms->len; i++) {
        Form *other = &g_array_index(forms, Form, i);
        if (other == b || other->key != b->key || is_variant_word(other->surface, b->surface))
            continue;
        other->is_told = TRUE;
        g_ptr_array_add(finding->also, cld_claim_ref(other->claim));
    }
    b->is_told = TRUE;
    cld_finding_seal(finding);
    g_ptr_array_add(report->findings, finding);
}

/* One person or place under two names in two articles: every other name once, against the first. */
void
cld_framing_naming(CldReport *report, const CldStory *story)
{
    g_autoptr(GArray) forms = collect(story);
    for (guint i = 0; i < forms->len; i++)
        for (guint j = i + 1; j < forms->len; j++) {
            const Form *a = &g_array_index(forms, Form, i);
            Form *b = &g_array_index(forms, Form, j);
            if (a->claim->article == b->claim->article || a->is_told || b->is_told ||
                !is_other_name(a->surface, b->surface) || !is_one_bearer(forms, a, b))
                continue;
            tell(report, forms, a, b);
        }
}
