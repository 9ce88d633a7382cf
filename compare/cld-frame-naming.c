/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-frame.h"
#include "cld-names.h"
#include <string.h>

/* How one outlet writes one entity. */
typedef struct {
    const char *entity;
    char *surface;   /* (owned) */
    CldClaim *claim; /* the first that has it */
    CldSpan span;
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

static void
collect(const CldStory *story, GArray *forms)
{
    for (guint i = 0; i < story->views->len; i++) {
        const CldView *view = g_ptr_array_index(story->views, i);
        g_autoptr(CldTokens) tokens = cld_tokens_ref(view->tokens);
        g_autoptr(GArray) names = g_array_ref(view->names);
        for (guint k = 0; k < names->len; k++) {
            const CldNameMention *name = &g_array_index(names, CldNameMention, k);
            Form form = {name->key, plain_surface(view, name->span), view->claim, name->span};
            g_array_append_val(forms, form);
        }
    }
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

static void
report_names(CldReport *report, const Form *a, const Form *b)
{
    CldFinding *finding = cld_finding_new(CLD_TYPE_NAMING);
    finding->relation = CLD_RELATION_BETWEEN_OUTLETS;
    finding->confidence = 0.9;
    finding->subject = g_strdup(a->surface);
    g_ptr_array_add(finding->basis, g_strdup("rule:naming"));
    finding->explanation =
        g_strdup_printf("“%s” in one report, “%s” in the other.", a->surface, b->surface);
    cld_side_add_highlight(cld_finding_add_side(finding, a->claim), a->span);
    cld_side_add_highlight(cld_finding_add_side(finding, b->claim), b->span);
    cld_finding_seal(finding);
    g_ptr_array_add(report->findings, finding);
}

/* One finding for two articles and one entity. */
static gboolean
is_told(GHashTable *told, const Form *a, const Form *b)
{
    g_autofree char *code =
        g_strdup_printf("%u %u %s", a->claim->article, b->claim->article, a->entity);
    return !g_hash_table_add(told, g_steal_pointer(&code));
}

/* One person, place or group under two names in two articles. */
void
cld_framing_naming(CldReport *report, const CldStory *story)
{
    g_autoptr(GArray) forms = g_array_new(FALSE, FALSE, sizeof(Form));
    g_autoptr(GHashTable) told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_array_set_clear_func(forms, (GDestroyNotify)form_clear);
    collect(story, forms);
    for (guint i = 0; i < forms->len; i++)
        for (guint j = i + 1; j < forms->len; j++) {
            const Form *a = &g_array_index(forms, Form, i);
            const Form *b = &g_array_index(forms, Form, j);
            if (a->entity == b->entity && a->claim->article != b->claim->article &&
                is_other_name(a->surface, b->surface) && !is_told(told, a, b))
                report_names(report, a, b);
        }
}
